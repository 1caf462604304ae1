"""What every query is: a frozen record of what is asked, whose fields say how the command line spells them."""

import shlex
from collections.abc import Callable
from dataclasses import Field, dataclass, field, fields
from typing import Any, ClassVar, Literal, NamedTuple

from scocli.facts.nouns import LEVELS, MODES, OFFICES

What = Literal[
    "country", "subject", "summit", "category", "capacity", "person", "city", "day", "choice", "flag", "text", "source", "number", "file",
    "holder", "organization",
]  # fmt: skip
"""What the words of a field stand for, and so how they are resolved and completed.

``subject``: a country or a person; ``capacity``: a category or ``guest``; ``day``: a day, month or year, kept as precise
as it was given; ``source``: anything that has sources; ``holder``: a country, or a category for all that held it;
``organization``: an international organisation.
"""

Panel = Literal["Time", "Status", "Countries", "Summits", "Delegations", "Question", "Output", "General"]
"""What an option is about: the heading under which the help has it. The help has the headings in this order."""


def argument(
    what: What, help: str, default: Any = (), choices: tuple[str, ...] = (), *, required: bool = True, metavar: str = ""
) -> Any:
    """A field that the command line spells as a positional argument, several words for a tuple."""
    facts = {"what": what, "help": help, "choices": choices, "metavar": metavar or what.upper()}
    return field(default=default, metadata=facts | {"flag": "", "required": required})


def option(
    flag: str,
    panel: Panel,
    what: What,
    help: str,
    default: Any = None,
    choices: tuple[str, ...] = (),
    *,
    short: str = "",
) -> Any:
    """A field that the command line spells as an option: repeated for a tuple, a switch for a truth value."""
    facts = {"panel": panel, "what": what, "help": help, "choices": choices, "metavar": what.upper()}
    return field(default=default, metadata=facts | {"flag": flag, "short": short})


def spelled(item: "Field[Any]") -> str:
    """What the command line calls a field: its option, or what the help calls the argument."""
    return str(item.metadata["flag"] or item.metadata["metavar"])


class QueryError(ValueError):
    """A query that has no answer: what it asks for does not fit together."""


class GoesWith(NamedTuple):
    """That options act only together with something.

    :ivar options: names of the fields.
    :ivar what: what they go with, in words.
    :ivar holds: whether a query has that.
    """

    options: tuple[str, ...]
    what: str
    holds: Callable[[Any], bool]


@dataclass(frozen=True, kw_only=True)
class Query:
    """Base of all queries.

    :cvar verb: the command that asks it.
    :cvar goes_with: which options act only together with others; alone they are refused, not ignored.
    """

    verb: ClassVar[str] = ""
    goes_with: ClassVar[tuple[GoesWith, ...]] = ()


_FROM = "First day, month or year of the period."
_TO = "Last day, month or year of the period."


def from_option() -> Any:
    """The beginning of a period, included."""
    return option("--from", "Time", "day", _FROM)


def to_option() -> Any:
    """The end of a period, included."""
    return option("--to", "Time", "day", _TO)


def on_option() -> Any:
    """The day asked about."""
    return option("--on", "Time", "day", "Day, month or year (its last day). Default: today.")


@dataclass(frozen=True, kw_only=True)
class DelegationQuery(Query):
    """A query that can ask for some delegations only.

    :ivar capacity: category ids or ``guest``, any of which will do.
    :ivar level: rank of the person who led the delegation, any of which will do.
    :ivar mode: ``in-person`` or ``video``.
    :ivar office: office of the person who led it.
    """

    capacity: tuple[str, ...] = option(
        "--capacity", "Delegations", "capacity", "Only delegations that came in this capacity.", ()
    )
    level: tuple[str, ...] = option(
        "--level", "Delegations", "choice", "Only those led by somebody of this rank.", (), tuple(LEVELS)
    )
    mode: str | None = option("--mode", "Delegations", "choice", "Only those that took part in this way.", None, MODES)
    office: str | None = option(
        "--office", "Delegations", "choice", "Only those led by the holder of this office.", None, OFFICES
    )

    @property
    def is_restricted(self) -> bool:
        """Whether it asks for some delegations only."""
        return bool(self.capacity or self.level or self.mode or self.office)


def check(query: Query) -> None:
    """See that every option of a query acts.

    :raises QueryError: if one is given without what it goes with.
    """
    given = {item.name: item for item in fields(query) if getattr(query, item.name) != item.default}
    for rule in query.goes_with:
        for name in rule.options:
            if name in given and not rule.holds(query):
                raise QueryError(f"{spelled(given[name])} goes with {rule.what}")


def command_line(query: Query) -> str:
    """The command that asks a query, quoted for a shell."""
    words, options = ["sco"], []
    if query.verb:
        words.append(query.verb)
    for item in fields(query):
        value = getattr(query, item.name)
        if value == item.default:
            continue
        flag = item.metadata["flag"]
        if not flag:
            words += [value] if isinstance(value, str) else value
        elif value is True:
            options.append(flag)
        else:
            for part in (value,) if isinstance(value, str) else value:
                options += [flag, part]
    return shlex.join([*words, *options])
