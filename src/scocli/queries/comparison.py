"""Two answers held against each other: by how many one is more, whether it is, which came first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from scocli.answers import Value
from scocli.dataset import DataSet
from scocli.days import full_years, parse_period, spoken
from scocli.facts.time import is_before
from scocli.facts.verdict import NOT_RECORDED, verdict
from scocli.queries.base import Query, QueryError
from scocli.queries.common import Draft, plural, yes_no
from scocli.text import capitalized, listed


@dataclass(frozen=True, kw_only=True)
class Comparison(Query):
    """Two numbers or two days, compared: a question that no command asks.

    :ivar of: what asks for them.
    :ivar show: ``difference``, of days in full units; the same if the second came ``after`` the first; whether the first is ``more``,
        ``fewer``, the ``same`` or came ``before`` the second; which came ``first`` or ``last``;
        of whom ``most`` or ``fewest`` are told.
    :ivar names: the countries or people of which they are told, where that is asked.
    :ivar unit: what is counted between days: ``years``, ``months`` or ``days``.
    """

    verb: ClassVar[None] = None
    of: tuple[Query, ...]
    show: Literal["most", "fewest", "difference", "after", "before", "more", "fewer", "first", "last", "same"]
    names: tuple[str, ...] = ()
    unit: Literal["years", "months", "days"] = "years"


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
    match query.show, one, other:
        case "same", _, _:
            same = NOT_RECORDED if NOT_RECORDED.value in (one, other) else verdict(one == other)
            return Draft("yes-no", same.value, f"{same.words}.")
        case "most" | "fewest", int(), int():
            chosen = (max if query.show == "most" else min)(one, other)
            found = [name for name, number in zip(query.names, (one, other), strict=True) if number == chosen]
            return Draft("people", sorted(found), f"{listed(found)}: {chosen}, the {query.show} of the two.")
        case "more" | "fewer", int(), int():
            holds = one > other if query.show == "more" else one < other
        case "difference", int(), int():
            return Draft("number", abs(one - other), f"The difference is {abs(one - other)}: {one} and {other}.")
        case "difference" | "after" | "before" | "first" | "last", str(), str() if "none" not in (one, other):
            return _of_days(data, query, one, other)
        case _:
            raise QueryError("what is compared are no two numbers or days")
    return Draft("yes-no", holds, yes_no(verdict(holds), f"{one} against {other}"))


def _of_days(data: DataSet, query: Comparison, one: str, other: str) -> Draft:
    """How many years lie between two days, or of whom the first or the last is told."""
    since, until = sorted((one, other))
    if query.show == "before":
        earlier = is_before(one, other)
        return Draft("yes-no", earlier.value, yes_no(earlier, f"{spoken(one)} against {spoken(other)}"))
    if query.show in ("difference", "after"):
        if query.show == "after" and (one, other) != (since, until):
            raise QueryError(f"the one was on {spoken(one)}, the other before it, on {spoken(other)}")
        number, unit = _between(since, until, query.unit), query.unit[:-1]
        many = plural(number, unit if unit == "day" else f"full {unit}")
        return Draft("number", number, f"{many} from {spoken(since)} to {spoken(until)}.")
    if is_before(since, until) is NOT_RECORDED and one != other:
        raise QueryError("which of the days was first is not recorded")
    chosen = since if query.show == "first" else until
    found = [name for name, day in zip(query.names, (one, other), strict=True) if day == chosen]
    said = f"{listed([data.in_text(name) for name in found])} came {query.show} ({spoken(chosen)})."
    return Draft("countries", sorted(found), capitalized(said))


def _between(since: str, until: str, unit: str) -> int:
    """How many full years, months or days lie between two days.

    :raises QueryError: if they are not known closely enough.
    """
    earlier, later = parse_period(since), parse_period(until)
    found = {_COUNTED[unit](*pair) for pair in ((earlier.first, later.last), (earlier.last, later.first))}
    if len(found) != 1:
        raise QueryError(f"the days are not recorded closely enough: {spoken(since)} and {spoken(until)}")
    return found.pop()


_COUNTED: dict[str, Callable[[str, str], int]] = {
    "years": full_years,
    "months": lambda since, until: (
        12 * (int(until[:4]) - int(since[:4])) + int(until[5:7]) - int(since[5:7]) - (until[8:] < since[8:])
    ),
    "days": lambda since, until: (date.fromisoformat(until) - date.fromisoformat(since)).days,
}
