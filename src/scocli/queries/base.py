"""What every query is: a frozen record of what is asked, whose fields say how the command line spells them."""

import shlex
from collections.abc import Callable
from dataclasses import Field, dataclass, field, fields
from typing import Any, ClassVar, Literal, NamedTuple, Protocol

from scocli.councils import COUNCILS
from scocli.facts import where
from scocli.facts.conditions.base import Condition
from scocli.facts.conditions.visits import Often
from scocli.facts.nouns import LEVELS, MODES, OFFICES
from scocli.facts.presence import Manner
from scocli.facts.select import Has

What = Literal[
    "country", "subject", "summit", "category", "capacity", "person", "city", "day", "choice", "flag", "text", "source", "number", "file",
    "holder", "leader", "organization", "topic", "condition", "group",
]  # fmt: skip
"""What the words of a field stand for, and so how they are resolved and completed.

``subject``: a country or a person; ``capacity``: a category or ``guest``; ``day``: a day, month or year, kept as precise
as it was given; ``source``: anything that has sources; ``holder``: a country, or a category for all that held it;
``leader``: a rank, an office or a person; ``organization``: an international organisation; ``topic``: what can be told of the SCO;
``condition``: a condition on the countries or the meetings that are sought; ``group``: some of them, with commas.
"""

Panel = Literal["Time", "Conditions", "Status", "Countries", "Summits", "Delegations", "Question", "Output", "General"]
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


def where_option(of: where.Subjects, help: str, flag: str = "--where") -> Any:
    """Conditions, all of which are to be met: ``tuple[Condition, ...]``.

    :param of: what they are conditions on.
    """
    return _of(of, option(flag, "Conditions", "condition", help, ()))


def has_option(of: where.Subjects, help: str) -> Any:
    """The question whether some are among those found: ``Has | None``; repeated, whether one of each group is."""
    return _of(of, option("--has", "Conditions", "group", help))


def _of(of: where.Subjects, made: "Field[Any]") -> Any:
    metavar = "CONDITION" if made.metadata["what"] == "condition" else "NAME,..."
    return field(default=made.default, metadata={**made.metadata, "of": of, "metavar": metavar})


def repeats(item: "Field[Any]") -> bool:
    """Whether the command line may spell a field several times."""
    return isinstance(item.default, tuple) or item.metadata["what"] == "group"


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
    :cvar arguments: the fields that the command line spells without an option, in this order.
    :cvar goes_with: which options act only together with others; alone they are refused, not ignored.
    """

    verb: ClassVar[str] = ""
    arguments: ClassVar[tuple[str, ...]] = ()
    goes_with: ClassVar[tuple[GoesWith, ...]] = ()


_FROM = "First day, month or year of the period."
_TO = "Last day, month or year of the period."


def from_option() -> Any:
    """The beginning of a period, included."""
    return option("--from", "Time", "day", _FROM)


def to_option() -> Any:
    """The end of a period, included."""
    return option("--to", "Time", "day", _TO)


def body_option() -> Any:
    """The Council whose meetings are asked about."""
    return option(
        "--body", "Summits", "choice", "Whose meetings: heads-of-state means the summits.", "heads-of-state", COUNCILS
    )


def on_option() -> Any:
    """The day asked about."""
    return option("--on", "Time", "day", "Day, month or year (its last day). Default: today.")


@dataclass(frozen=True, kw_only=True)
class OfDelegations(Query):
    """A query that can ask for the delegations that came in some way only.

    :ivar capacity: category ids or ``guest``, any of which will do.
    :ivar led_by: levels, offices and people, any of which will do.
    :ivar mode: ``in-person`` or ``video``.
    """

    capacity: tuple[str, ...] = option(
        "--capacity", "Delegations", "capacity", "Only delegations that came in this capacity.", ()
    )
    led_by: tuple[str, ...] = option(
        "--led-by",
        "Delegations",
        "leader",
        f"Only those led by this person, or by one of this office or rank: {', '.join((*OFFICES, *LEVELS))}.",
        (),
    )
    mode: str | None = option("--mode", "Delegations", "choice", "Only those that took part in this way.", None, MODES)


def check(query: Query) -> None:
    """See that every option of a query acts.

    :raises QueryError: if one is given without what it goes with.
    """
    given = {item.name: item for item in fields(query) if getattr(query, item.name) != item.default}
    for rule in query.goes_with:
        for name in rule.options:
            if name in given and not rule.holds(query):
                raise QueryError(f"{spelled(given[name])} goes with {rule.what}")


class _AsksHow(Protocol):
    @property
    def capacity(self) -> tuple[str, ...]: ...
    @property
    def led_by(self) -> tuple[str, ...]: ...
    @property
    def mode(self) -> str | None: ...


def manner_of(query: _AsksHow) -> Manner:
    """How the delegations came that a query asks for."""
    return Manner(query.capacity, query.led_by, query.mode)


def command_line(query: Query) -> str | None:
    """The command that asks a query, quoted for a shell; ``None`` for what no command line says.

    Fields are called as their options, a keyword of Python with ``_`` behind it.
    """
    words, options = ["sco"], []
    if query.verb:
        words.append(query.verb)
    for item in fields(query):
        value = getattr(query, item.name)
        if value == item.default:
            continue
        said = _said(value)
        if said is None:
            return None
        flag = item.metadata.get("flag", "--" + item.name.strip("_").replace("_", "-"))
        if item.name in query.arguments or not flag:
            words += said
        else:
            options += [flag] if value is True else [part for word in said for part in (flag, word)]
    return shlex.join([*words, *options])


def _said(value: object) -> list[str] | None:
    """The words that each mean a part of a value, or ``None`` where none do."""
    if isinstance(value, Has):
        return None if value.only or value.denied else [",".join(group) for group in value.named]
    if isinstance(value, Often):
        return None
    said = []
    for part in value if isinstance(value, tuple) else (value,):
        word = where.spell(part) if isinstance(part, Condition) else str(part)
        if word is None:
            return None
        said.append(word)
    return said
