"""Summits that meet conditions."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from scocli.answers import Cell, Column, Table
from scocli.dataset import DataSet
from scocli.days import spoken_range
from scocli.queries.attendance import missed
from scocli.queries.base import DelegationQuery, GoesWith, from_option, option, to_option
from scocli.queries.common import (
    NOUNS,
    Draft,
    beyond_data,
    in_words,
    is_unknown,
    manner,
    meets,
    period_between,
    plural,
    summit_name,
    summits_in,
    within,
    yes_no,
)
from scocli.text import listed

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
        and all(_came(data, query, subject, summit) for subject in query.attended_by)
        and all(missed(data, subject, summit) is True for subject in query.missed_by)
        and (not (query.granted or query.granted_to) or _granted(data, query, summit))
        and (not query.number or str(summit.ordinal) in query.number)
        and (
            bool(query.attended_by)
            or not query.is_restricted
            or any(meets(query, v) for v in data.visits_at[summit.id])
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


def _came(data: DataSet, query: Summits, subject: str, summit: "Summit") -> bool:
    if not query.is_restricted and any(at is summit for at, _ in data.represented_organizations.get(subject, ())):
        return True
    return any(meets(query, visit) for visit in data.visits_to(summit, subject))


def subject_name(data: DataSet, subject: str) -> str:
    """The name of a country or person."""
    return data.name(subject) if len(subject) == 2 and subject.isupper() else subject


def _title(data: DataSet, query: Summits) -> str:
    said = []
    if query.city:
        said.append(f" in {listed(query.city, 'or')}")
    if query.host:
        said.append(f" hosted by {listed([data.name(code) for code in query.host], 'or')}")
    if query.chair:
        said.append(f" chaired by {listed([data.name(code) for code in query.chair], 'or')}")
    if query.chaired_by:
        said.append(f" chaired by {query.chaired_by}")
    if query.held:
        forms = {"in-person": "in person", "virtual": "by video", "hybrid": "in hybrid form"}
        said.append(" held " + listed([forms[form] for form in query.held], "or"))
    if query.attended_by:
        said.append(f" attended by {listed([subject_name(data, s) for s in query.attended_by])}{manner(query)}")
    elif query.is_restricted:
        said.append(f" with delegations{manner(query)}")
    if query.missed_by:
        said.append(f" known to have been missed by {listed([subject_name(data, s) for s in query.missed_by])}")
    if query.granted or query.granted_to:
        who = listed([data.name(code) for code in query.granted_to]) or "somebody"
        what = listed([NOUNS[category].one for category in query.granted], "or") or "a status"
        said.append(
            f" at which {who} was given the status of {what}"
            if query.granted
            else f" at which {who} was given a status"
        )
    if query.number:
        said.append(f" of number {listed(query.number, 'or')}")
    if query.besides:
        said.append(f" besides {listed([summit_name(data.summits[s]) for s in query.besides])}")
    return "".join(said) + in_words(period_between(query.first, query.last))


def answer(data: DataSet, query: Summits, today: str) -> Draft:
    """The summits in order of date."""
    period = period_between(query.first, query.last)
    found = [summit for summit in summits_in(data, period) if _fits(data, query, summit)]
    title = _title(data, query)
    names = [f"{summit.city} {summit.start[:4]}" for summit in found]
    draft = Draft("summits", [summit.id for summit in found], "")
    counted = plural(len(found), "summit").capitalize()
    draft.text = f"{counted} of the SCO{title}: {listed(names)}." if found else f"No summit of the SCO{title}."
    if query.show == "count":
        draft.kind, draft.value = "number", len(found)
    elif query.has:
        among = [summit for summit in query.has if summit in draft.value]  # type: ignore[operator]
        value = not among if query.negated else len(among) == len(query.has)
        asked = listed([summit_name(data.summits[summit]) for summit in query.has])
        draft.kind, draft.value = "yes-no", value
        verb = "was" if len(query.has) == 1 else "were"
        verb += " not" if len(among) < len(query.has) else ""
        draft.text = yes_no(value, f"{asked} {verb} among these. {draft.text[:-1]}")
        found = [data.summits[summit] for summit in query.has]
    elif query.show in ("any", "none"):
        enough = (
            within(len(found), query.at_least or "1", query.at_most)
            if query.at_most is None
            else within(len(found), query.at_least, query.at_most)
        )
        draft.kind, draft.value = "yes-no", enough == (query.show == "any")
        if not found and is_unknown(data, period):
            draft.value = "not-recorded"
        draft.text = yes_no(draft.value, draft.text[:-1])
    elif query.show in ("first", "last"):
        found = found[:1] if query.show == "first" else found[-1:]
        draft.value = [summit.id for summit in found]
        which = query.show.capitalize()
        shown = [f"{s.city}, {spoken_range(s.start, s.end)}" for s in found]
        draft.text = f"{which} summit of the SCO{title}: {shown[0]}." if found else draft.text
    elif query.show in ("largest", "smallest") and found:
        sizes = [sum(meets(query, visit) for visit in data.visits_at[summit.id]) for summit in found]
        size = max(sizes) if query.show == "largest" else min(sizes)
        found = [summit for summit, counted in zip(found, sizes, strict=True) if counted == size]
        draft.value = [summit.id for summit in found]
        names = [f"{summit.city} {summit.start[:4]}" for summit in found]
        which = "Most" if query.show == "largest" else "Fewest"
        draft.text = f"{which} delegations at a summit of the SCO{title}: {size}, {listed(names)}."
    elif query.show == "chairs":
        chairs = sorted({data.person(summit.chair_person) for summit in found})
        draft.kind, draft.value = "people", chairs
        draft.text = f"Chaired summits of the SCO{title}: {listed(chairs) or 'nobody on record'}."
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
        for summit in found
    ]
    draft.tables = (Table("Summits", _COLUMNS, tuple(rows)),)
    if any(summit.format == "virtual" for summit in found):
        draft.notes.append("Of a meeting held by video the place is that from which it was chaired.")
    draft.notes += beyond_data(data, period)
    if replace(query, first=None, last=None, host=(), chair=(), show="list") == Summits():
        for planned in data.planned.values():
            if (
                planned.start not in (period.first[:4], period.last[:4])
                and not period.first <= planned.start <= period.last
            ):
                continue
            if (query.host and planned.country not in query.host) or (
                query.chair and planned.chair_country not in query.chair
            ):
                continue
            draft.notes.append(
                f"Announced, not recorded as held: {planned.city}, {planned.start}. (sco sources {planned.id})"
            )
            draft.cite(planned.sources)
    return draft.cite(*(summit.sources for summit in found)) if found else draft.cite(data.data.organization.sources)
