"""What every query is: a frozen record of what is asked, whose fields are called as the options of its command."""

import shlex
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from scocli.text import listed


class QueryError(ValueError):
    """A query that has no answer: what it asks for does not fit together."""


@dataclass(frozen=True, kw_only=True)
class Query:
    """Base of all queries.

    :cvar verb: the command that asks it; ``None`` of what no command asks.
    :cvar arguments: the fields that the command line spells without an option, in this order.
    :cvar shown_with: the fields that act only with some values of ``show``; with others they are refused, not ignored.
    """

    verb: ClassVar[str | None] = ""
    arguments: ClassVar[tuple[str, ...]] = ()
    shown_with: ClassVar[dict[str, tuple[str, ...]]] = {}

    def __init_subclass__(cls, **known: Any) -> None:
        """A kind of query, of which what all instances have in common may be said behind its base."""
        for name, value in known.items():
            setattr(cls, name, value)

    @property
    def misfit(self) -> str:
        """What else of it does not fit together; empty where all does."""
        return ""


def option_of(field: str) -> str:
    """The option that says a field: it is called as it, but for a word that Python has for itself, with ``_`` behind it."""
    return f"--{field.removesuffix('_').replace('_', '-')}"


def check(query: Query) -> None:
    """See that every option of a query acts. :raises QueryError: if one does not."""
    for name, shows in query.shown_with.items():
        if getattr(query, name) != getattr(type(query), name) and getattr(query, "show", "") not in shows:
            raise QueryError(f"{option_of(name)} goes with --show {listed(shows, 'or')}")
    if query.misfit:
        raise QueryError(query.misfit)


def command_line(query: Query) -> str | None:
    """The command that asks a query, quoted for a shell; ``None`` for what no command line says."""
    if query.verb is None:
        return None
    words, options = ["sco", query.verb] if query.verb else ["sco"], []
    for item in fields(query):
        value = getattr(query, item.name)
        if value == item.default:
            continue
        said = _said(value)
        if said is None:
            return None
        if item.name in query.arguments:
            words += said
        else:
            flag = option_of(item.name)
            options += [flag] if value is True else [part for word in said for part in (flag, word)]
    return shlex.join([*words, *options])


def _said(value: object) -> list[str] | None:
    """The words that each mean a part of a value, or ``None`` where none do."""
    parts = value if type(value) is tuple else (value,)
    if all(isinstance(part, str | bool) for part in parts):
        return list(map(str, parts))
    from scocli.facts.conditions.base import Condition
    from scocli.facts.select import Has
    from scocli.facts.where import spell

    if isinstance(value, Has):
        return None if value.only or value.denied else [",".join(group) for group in value.named]
    words = (spell(part) if isinstance(part, Condition) else part if isinstance(part, str) else None for part in parts)
    said = [word for word in words if word is not None]
    return said if len(said) == len(parts) else None
