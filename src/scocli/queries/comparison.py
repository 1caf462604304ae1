"""Two answers held against each other: by how many one is more, whether it is, which came first."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from scocli.answers import Value
from scocli.dataset import DataSet
from scocli.days import full_years, spoken
from scocli.facts.time import is_before
from scocli.facts.verdict import NOT_RECORDED, verdict
from scocli.queries.base import Query, QueryError
from scocli.queries.common import Draft, plural, yes_no
from scocli.text import capitalized, listed


@dataclass(frozen=True, kw_only=True)
class Comparison(Query):
    """Two numbers or two days, compared: a question that no command asks.

    :ivar of: what asks for them.
    :ivar show: ``difference``, of days in full years; whether the first is ``more``, ``fewer`` or the ``same``; which came ``first`` or ``last``.
    :ivar names: the countries of which they are told, where that is asked.
    """

    verb: ClassVar[None] = None
    of: tuple[Query, ...]
    show: Literal["difference", "more", "fewer", "first", "last", "same"]
    names: tuple[str, ...] = ()


def answer(data: DataSet, query: Comparison, today: str) -> Draft:
    """The comparison, and beneath it what was compared.

    :raises QueryError: if they are not two numbers or two days.
    """
    from scocli.queries import answer as answered

    parts = [answered(data, part, today) for part in query.of]
    draft = _compared(data, query, *(part.value for part in parts))
    draft.text = " ".join((draft.text, *(part.text for part in parts)))
    draft.tables = tuple(dict.fromkeys(table for part in parts for table in part.tables))
    draft.notes += [note for part in parts for note in part.notes]
    return draft.cite(*(part.sources for part in parts))


def _compared(data: DataSet, query: Comparison, one: Value, other: Value) -> Draft:
    """What two values say of each other."""
    match query.show, one, other:
        case "same", _, _:
            same = NOT_RECORDED if NOT_RECORDED.value in (one, other) else verdict(one == other)
            return Draft("yes-no", same.value, f"{same.words}.")
        case "more" | "fewer", int(), int():
            holds = one > other if query.show == "more" else one < other
        case "difference", int(), int():
            return Draft("number", abs(one - other), f"The difference is {abs(one - other)}: {one} and {other}.")
        case "difference" | "first" | "last", str(), str() if "none" not in (one, other):
            return _of_days(data, query, one, other)
        case _:
            raise QueryError("what is compared are no two numbers or days")
    return Draft("yes-no", holds, yes_no(verdict(holds), f"{one} against {other}"))


def _of_days(data: DataSet, query: Comparison, one: str, other: str) -> Draft:
    """How many years lie between two days, or of whom the first or the last is told."""
    since, until = sorted((one, other))
    if query.show == "difference":
        years = full_years(since, until)
        return Draft("number", years, f"{plural(years, 'full year')} from {spoken(since)} to {spoken(until)}.")
    if is_before(since, until) is NOT_RECORDED and one != other:
        raise QueryError("which of the days was first is not recorded")
    chosen = since if query.show == "first" else until
    found = [name for name, day in zip(query.names, (one, other), strict=True) if day == chosen]
    said = f"{listed([data.in_text(name) for name in found])} came {query.show} ({spoken(chosen)})."
    return Draft("countries", sorted(found), capitalized(said))
