"""Summits that meet conditions."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from scocli.answers import Cell, Column, Table
from scocli.dataset import DataSet, Visit
from scocli.days import spoken_range
from scocli.facts.nouns import NOUNS
from scocli.queries.base import DelegationQuery, GoesWith, from_option, option, to_option
from scocli.queries.common import (
    NOT_RECORDED,
    Draft,
    announced,
    beyond_data,
    in_words,
    is_unknown,
    labels,
    manner,
    period_between,
    plural,
    summit_name,
    summits_in,
    within,
    yes_no,
)
from scocli.queries.presence import attended, meets, missed, subject_name, unnamed_leaders
from scocli.text import capitalized, listed

if TYPE_CHECKING:
    from scocli.models import Summit

FORMATS = ("in-person", "virtual", "hybrid")


@dataclass(frozen=True, kw_only=True)
class Summits(DelegationQuery):
    """All summits, or those that meet all of the conditions."""

    verb: ClassVar[str] = "summits"
    first: str | None = from_option()
    last: str | None = to_option()
    host: tuple[str, ...] = option("--host", "Summits", "country", "Held in this country; repeat for 'or'.", ())
    chair: tuple[str, ...] = option("--chair", "Summits", "country", "Chaired by this country; repeat for 'or'.", ())
    chaired_by: str | None = option("--chaired-by", "Summits", "person", "Chaired by this person.")
    held: tuple[str, ...] = option("--held", "Summits", "choice", "Held in this form; repeat for 'or'.", (), FORMATS)
    city: tuple[str, ...] = option("--city", "Summits", "city", "Held in this city; repeat for 'or'.", ())
    attended_by: tuple[str, ...] = option(
        "--attended-by", "Delegations", "subject", "Attended by this country or person; repeat for 'and'.", ()
    )
    missed_by: tuple[str, ...] = option(
        "--missed-by", "Delegations", "subject", "Known to have been missed by it; repeat for 'and'.", ()
    )
    granted: tuple[str, ...] = option(
        "--granted", "Status", "category", "Where somebody was given this category; repeat for 'or'.", ()
    )
    granted_to: tuple[str, ...] = option(
        "--granted-to",
        "Status",
        "country",
        "Where this country was given a status (see --granted); repeat for 'and'.",
        (),
    )
    number: tuple[str, ...] = option(
        "--number", "Summits", "number", "Of this number in the series; repeat for 'or'.", ()
    )
    has: tuple[str, ...] = option(
        "--has", "Question", "summit", "Ask whether this summit is among them; repeat for more.", ()
    )
    besides: tuple[str, ...] = option("--besides", "Summits", "summit", "Leave this summit out; repeat for more.", ())
    negated: bool = option("--not", "Question", "flag", "With --has: ask whether it is not among them.", False)
    at_least: str | None = option(
        "--at-least", "Question", "number", "With '--show any': ask whether there are so many or more."
    )
    at_most: str | None = option(
        "--at-most", "Question", "number", "With '--show any': ask whether there are so many or fewer."
    )
    show: str = option("--show", "Question", "choice", "The summits, their number, whether there are any or none, the first or last, the one with most or fewest delegations, or who chaired.", "list", ("list", "count", "any", "none", "first", "last", "largest", "smallest", "chairs"))  # fmt: skip

    goes_with: ClassVar[tuple[GoesWith, ...]] = (
        GoesWith(("negated",), "--has", lambda q: q.has),
        GoesWith(("at_least", "at_most"), "'--show any'", lambda q: q.show == "any"),
        GoesWith(("has",), "no other --show", lambda q: q.show == "list"),
        GoesWith(
            ("capacity", "level", "mode", "office"),
            "no --missed-by, unless --attended-by is there too",
            lambda q: q.attended_by or not q.missed_by,
        ),
    )


_COLUMNS = (
    Column("number", "No.", "number"),
    Column("id", "Summit", "summit"),
    Column("dates", "Dates"),
    Column("city", "City"),
    Column("country", "Host", "country"),
    Column("chair", "Chair"),
    Column("format", "Format"),
    Column("delegations", "Delegations", "number"),
)


def _fits(data: DataSet, query: Summits, summit: "Summit") -> bool:
    chaired_by = query.chaired_by
    return (
        summit.id not in query.besides
        and (not query.host or summit.country in query.host)
        and (not query.chair or summit.chair_country in query.chair)
        and (chaired_by is None or data.person(summit.chair_person) == chaired_by)
        and (not query.held or summit.format in query.held)
        and (not query.city or summit.city in query.city)
        and all(attended(data, query, subject, summit) for subject in query.attended_by)
        and all(missed(data, subject, summit) is True for subject in query.missed_by)
        and (not (query.granted or query.granted_to) or _granted(data, query, summit))
        and (not query.number or str(summit.ordinal) in query.number)
        and (
            bool(query.attended_by)
            or not query.is_restricted
            or any(meets(data, query, v) for v in data.visits_at[summit.id])
        )
    )


def _granted(data: DataSet, query: Summits, summit: "Summit") -> bool:
    """Whether a status was decided there: to somebody, or to each of the countries named."""
    given = {
        holding.country
        for holding in data.granted_at[summit.id]
        if not query.granted or holding.period.category in query.granted
    }
    return given >= set(query.granted_to) if query.granted_to else bool(given)


def _title(data: DataSet, query: Summits) -> str:
    said = []
    if query.city:
        said.append(f" in {listed(query.city, 'or')}")
    if query.host:
        said.append(f" hosted by {listed([data.in_text(code) for code in query.host], 'or')}")
    if query.chair:
        said.append(f" chaired by {listed([data.in_text(code) for code in query.chair], 'or')}")
    if query.chaired_by:
        said.append(f" chaired by {query.chaired_by}")
    if query.held:
        forms = {"in-person": "in person", "virtual": "by video", "hybrid": "in hybrid form"}
        said.append(" held " + listed([forms[form] for form in query.held], "or"))
    if query.attended_by:
        one = len(query.attended_by) == 1
        said.append(
            f" attended by {listed([subject_name(data, s) for s in query.attended_by])}{manner(query, one=one)}"
        )
    elif query.is_restricted:
        said.append(f" with delegations{manner(query)}")
    if query.missed_by:
        and_ = " and" if query.attended_by or query.is_restricted else ""
        said.append(f"{and_} known to have been missed by {listed([subject_name(data, s) for s in query.missed_by])}")
    if query.granted or query.granted_to:
        who = listed([data.in_text(code) for code in query.granted_to]) or "somebody"
        be = "were" if len(query.granted_to) > 1 else "was"
        nouns = listed([NOUNS[category].one for category in query.granted], "or")
        what = f"the status of {nouns}" if nouns else "a status"
        said.append(f" at which {who} {be} given {what}")
    if query.number:
        said.append(f" of number {listed(query.number, 'or')}")
    if query.besides:
        said.append(f" besides {listed([summit_name(data.summits[s]) for s in query.besides])}")
    return "".join(said) + in_words(period_between(query.first, query.last))


class _Series:
    """The summits that meet the conditions of a query, in order of date."""

    def __init__(self, data: DataSet, query: Summits) -> None:
        self.data = data
        self.query = query
        self.period = period_between(query.first, query.last)
        self.found = [summit for summit in summits_in(data, self.period) if _fits(data, query, summit)]
        self.title = _title(data, query)
        self.unnamed = [visit for visit in data.visits if self._hangs_on_the_leader(visit)]
        counted = plural(len(self.found), "summit")
        self.text = (
            f"{counted} of the SCO{self.title}: {labels(self.found)}"
            if self.found
            else f"no summit of the SCO{self.title}"
        )

    def _hangs_on_the_leader(self, visit: Visit) -> bool:
        """Whether a delegation whose leader no source names may be one of those asked for."""
        query = self.query
        is_asked = visit.country in query.attended_by if query.attended_by else query.is_restricted
        return (
            is_asked and meets(self.data, query, visit) is None and visit.summit in summits_in(self.data, self.period)
        )


def answer(data: DataSet, query: Summits, today: str) -> Draft:
    """The summits in order of date, or the fact of them that was asked for."""
    series = _Series(data, query)
    draft, shown = _among(series) if query.has else _FACTS[query.show](series)
    rows: list[tuple[Cell, ...]] = [
        (
            summit.ordinal,
            summit.id,
            spoken_range(summit.start, summit.end),
            summit.city,
            data.name(summit.country),
            f"{summit.chair_person} ({data.name(summit.chair_country)})",
            summit.format,
            len(summit.delegations),
        )
        for summit in shown
    ]
    draft.tables = (Table("Summits", _COLUMNS, tuple(rows)),)
    if any(summit.format == "virtual" for summit in shown):
        draft.notes.append("Of a meeting held by video the place is that from which it was chaired.")
    draft.notes += unnamed_leaders(data, series.unnamed) + beyond_data(data, series.period)
    _say_announced(series, draft)
    return draft.cite(*(summit.sources for summit in shown)) if shown else draft.cite(data.data.organization.sources)


def _say_announced(series: _Series, draft: Draft) -> None:
    """The summits that were announced and would meet the conditions, where these are only of time, host and chair."""
    query, period = series.query, series.period
    if replace(query, first=None, last=None, host=(), chair=(), show="list") != Summits():
        return
    for planned in series.data.planned.values():
        in_time = planned.start in (period.first[:4], period.last[:4]) or period.first <= planned.start <= period.last
        hosted = not query.host or planned.country in query.host
        chaired = not query.chair or planned.chair_country in query.chair
        if in_time and hosted and chaired:
            draft.notes.append(
                f"Announced, not recorded as held: {announced(series.data, planned)}. (sco sources {planned.id})"
            )
            draft.cite(planned.sources)


_Shown: TypeAlias = "tuple[Draft, list[Summit]]"
"""An answer, and the summits that its table shows."""


def _list(series: _Series) -> _Shown:
    return Draft("summits", [summit.id for summit in series.found], capitalized(f"{series.text}.")), series.found


def _count(series: _Series) -> _Shown:
    return Draft("number", len(series.found), capitalized(f"{series.text}.")), series.found


def _among(series: _Series) -> _Shown:
    """Whether the summits asked about are among those found."""
    query, asked = series.query, [series.data.summits[summit] for summit in series.query.has]
    among = [summit for summit in asked if summit in series.found]
    value = not among if query.negated else len(among) == len(asked)
    verb = "was" if len(asked) == 1 else "were"
    verb += "" if len(among) == len(asked) else " not all" if among else " not"
    claim = f"{listed([summit_name(summit) for summit in asked])} {verb} among these. {capitalized(series.text)}"
    return Draft("yes-no", value, yes_no(value, claim)), asked


def _any(series: _Series) -> _Shown:
    """Whether there are any, or so many."""
    query, found = series.query, series.found
    at_least = query.at_least or ("1" if query.at_most is None else None)
    value: bool | str = within(len(found), at_least, query.at_most) == (query.show == "any")
    if not found and is_unknown(series.data, series.period):
        value = NOT_RECORDED
    return Draft("yes-no", value, yes_no(value, series.text)), found


def _one_of(series: _Series) -> _Shown:
    """The first or the last."""
    if not series.found:
        return _list(series)
    summit = series.found[0 if series.query.show == "first" else -1]
    held = f"{summit.city}, {spoken_range(summit.start, summit.end)}"
    text = f"{capitalized(series.query.show)} summit of the SCO{series.title}: {held}."
    return Draft("summits", [summit.id], text), [summit]


def _by_size(series: _Series) -> _Shown:
    """Those with most or fewest delegations of the kind asked for."""
    if not series.found:
        return _list(series)
    which, word = {"largest": (max, "Most"), "smallest": (min, "Fewest")}[series.query.show]
    visits = series.data.visits_at
    sizes = {
        summit.id: sum(bool(meets(series.data, series.query, visit)) for visit in visits[summit.id])
        for summit in series.found
    }
    size = which(sizes.values())
    found = [summit for summit in series.found if sizes[summit.id] == size]
    text = f"{word} delegations at a summit of the SCO{series.title}: {size}, {labels(found)}."
    return Draft("summits", [summit.id for summit in found], text), found


def _chairs(series: _Series) -> _Shown:
    """Who chaired them."""
    chairs = sorted({series.data.person(summit.chair_person) for summit in series.found})
    text = f"Chaired summits of the SCO{series.title}: {listed(chairs) or 'nobody on record'}."
    return Draft("people", chairs, text), series.found


_FACTS: dict[str, Callable[[_Series], _Shown]] = {
    "list": _list,
    "count": _count,
    "any": _any,
    "none": _any,
    "first": _one_of,
    "last": _one_of,
    "largest": _by_size,
    "smallest": _by_size,
    "chairs": _chairs,
}
"""What ``--show`` shows."""
