"""One summit."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from scocli.answers import Cell, Column, Kind, Table
from scocli.dataset import DataSet, Visit
from scocli.days import spoken, spoken_range
from scocli.queries.base import DelegationQuery, GoesWith, argument, option
from scocli.queries.common import (
    CODE,
    COUNTRY,
    COVERAGE,
    NOUNS,
    Draft,
    absent_countries,
    came,
    is_about_any,
    led_by,
    manner,
    meets,
    plural,
    sentence,
    summit_disputes,
    summit_name,
    yes_no,
)
from scocli.text import fold, listed

if TYPE_CHECKING:
    from scocli.models import Conflict, Subject, Summit

OF_DELEGATIONS = ("all", "countries", "people", "count")
FACTS = (
    "all", "countries", "people", "count", "absent", "absent-people", "absent-count", "organizations", "organization-count",
    "granted", "date", "end", "city", "host", "chair", "chair-country", "number", "format", "theme", "documents",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class SummitFacts(DelegationQuery):
    """One summit: who came in which capacity, who stayed away, organisations, decisions, documents, what is not recorded.

    With ``--show`` one fact of it. The countries, people and counts are of the delegations that the other options ask for.
    """

    verb: ClassVar[str] = "summit"
    summit: str = argument("summit", "Summit: id, year, city, number, 'first' or 'latest'.", "")
    show: str = option("--show", "Question", "choice", "One fact of the summit.", "all", FACTS)
    country: tuple[str, ...] = option(
        "--country", "Delegations", "country", "Only delegations of this country; repeat for more.", ()
    )
    besides: tuple[str, ...] = option(
        "--besides", "Delegations", "country", "Leave this country out; repeat for more.", ()
    )
    organization: str | None = option(
        "--organization", "Question", "text", "With '--show people': of this organisation."
    )
    every: bool = option("--every", "Question", "flag", "Ask whether every country of the capacity came.", False)

    goes_with: ClassVar[tuple[GoesWith, ...]] = (
        GoesWith(("every",), "--capacity alone, and no guests", lambda q: q.is_about_all),
        GoesWith(("every",), "no --show", lambda q: q.show == "all"),
        GoesWith(("organization",), "'--show people'", lambda q: q.show == "people"),
        GoesWith(
            ("level", "mode", "office"), "--show all, countries, people or count", lambda q: q.show in OF_DELEGATIONS
        ),
        GoesWith(
            ("capacity", "country", "besides"),
            "--show all, countries, people, count, absent or absent-count",
            lambda q: q.show in (*OF_DELEGATIONS, "absent", "absent-count"),
        ),
    )

    @property
    def is_about_all(self) -> bool:
        """Whether it asks of a category, and of nothing narrower, whether all of it came."""
        narrowed = self.level or self.mode or self.office or self.country or self.besides
        return bool(self.capacity) and "guest" not in self.capacity and not narrowed


_DELEGATIONS = (
    COUNTRY,
    CODE,
    Column("capacity", "Capacity", "category"),
    Column("leader", "Led by"),
    Column("role", "Role"),
    Column("level", "Level"),
    Column("mode", "Mode"),
    Column("session", "Session"),
    Column("note", "Note"),
)
_ABSENCES = (COUNTRY, CODE, Column("who", "Who stayed away"), Column("note", "Note"))
_ORGANIZATIONS = (
    Column("organization", "Organisation"),
    Column("participant", "Represented by"),
    Column("role", "Role"),
    Column("note", "Note"),
)
_DECISIONS = (
    Column("decision", "Decision"),
    COUNTRY,
    CODE,
    Column("category", "Category", "category"),
    Column("note", "Note"),
)
_FACTS = (Column("fact", "Fact"), Column("value", "Value"))


def delegation_rows(data: DataSet, visits: list[Visit]) -> tuple[tuple[Cell, ...], ...]:
    """Delegations as rows."""
    return tuple(
        (
            data.name(visit.delegation.country),
            visit.delegation.country,
            visit.capacity,
            visit.delegation.leader,
            visit.delegation.role,
            visit.delegation.level,
            visit.delegation.mode,
            visit.delegation.session,
            visit.delegation.note,
        )
        for visit in visits
    )


def _absence_rows(data: DataSet, summit: "Summit", codes: list[str]) -> tuple[tuple[Cell, ...], ...]:
    rows: list[tuple[Cell, ...]] = []
    documented = {absence.country for absence in summit.absences}
    for absence in summit.absences:
        who = absence.person or absence.role or "the country"
        missed = f"{who} ({absence.session} only)" if absence.session else who
        rows.append((data.name(absence.country), absence.country, missed, absence.note))
    unlisted = "Not on the list of delegations, which is complete for its group."
    rows += [(data.name(code), code, "the country", unlisted) for code in codes if code not in documented]
    return tuple(sorted(rows, key=lambda row: data.place(str(row[1]))))


def coverage_notes(summit: "Summit") -> list[str]:
    """For which groups 'not listed' does not mean 'did not come'."""
    notes = []
    for capacity, field in COVERAGE.items():
        completeness = getattr(summit.coverage, field)
        if completeness == "none":
            notes.append(f"Nothing is recorded of {NOUNS[capacity].many} at {summit_name(summit)}.")
        elif completeness == "partial":
            notes.append(f"The list of {NOUNS[capacity].many} at {summit_name(summit)} may be incomplete.")
    return notes


def _decision_rows(data: DataSet, summit: "Summit") -> tuple[tuple[Cell, ...], ...]:
    """Decisions in the order of the record, those of one kind by country."""
    kinds = list(dict.fromkeys((decision.decision, decision.category) for decision in summit.decisions))
    return tuple(
        (
            decision.decision.replace("-", " "),
            data.name(decision.country) if decision.country else None,
            decision.country,
            decision.category,
            decision.note,
        )
        for decision in sorted(
            summit.decisions, key=lambda d: (kinds.index((d.decision, d.category)), data.place(d.country or ""))
        )
    )


def summit_facts(data: DataSet, summit: "Summit") -> tuple[tuple[Cell, ...], ...]:
    """What a summit was, as fact and value."""
    facts: list[tuple[str, Cell]] = [
        ("Id", summit.id),
        ("Number", summit.ordinal),
        ("Dates", spoken_range(summit.start, summit.end)),
        ("Place", f"{summit.city}, {data.name(summit.country)}"),
        ("Chair", f"{summit.chair_person} ({data.name(summit.chair_country)})"),
        ("Format", summit.format),
        ("Title", summit.theme),
        ("Documents", "; ".join(summit.documents) or None),
    ]
    return tuple((fact, value) for fact, value in facts if value is not None)


def answer(data: DataSet, query: SummitFacts, today: str) -> Draft:
    """All about a summit, or the one fact that was asked for."""
    summit = data.summits[query.summit]
    visits = [
        visit
        for visit in data.visits_at[summit.id]
        if meets(query, visit)
        and (not query.country or visit.delegation.country in query.country)
        and visit.delegation.country not in query.besides
    ]
    visits.sort(key=lambda visit: (list(NOUNS).index(visit.capacity), data.place(visit.delegation.country)))
    absent: list[str] = []
    if query.every or query.show == "all" or query.show.startswith("absent"):
        absent = [code for code in absent_countries(data, summit, query.capacity) if code not in query.besides]
        absent = [code for code in absent if not query.country or code in query.country]
    draft = _simple(data, query, summit) or _groups(data, query, summit, visits, absent)
    people = query.show in ("all", "countries", "people", "count") or query.every
    if query.show == "all":
        draft.tables = (Table(f"{summit.city} {summit.start[:4]}", _FACTS, summit_facts(data, summit)),)
    if people:
        draft.tables += (Table("Delegations", _DELEGATIONS, delegation_rows(data, visits)),)
        draft.cite(*(visit.delegation.sources for visit in visits)).notes += coverage_notes(summit)
    if query.show in ("all", "absent", "absent-people", "absent-count") or query.every:
        draft.tables += (Table("Absent", _ABSENCES, _absence_rows(data, summit, absent)),)
        draft.cite(*(absence.sources for absence in summit.absences))
    if query.show in ("all", "organizations", "organization-count") or query.organization:
        rows = tuple((found.name, found.participant, found.role, found.note) for found in summit.organizations)
        rows = tuple(sorted(rows, key=lambda row: fold(row[0])))
        draft.tables += (Table("Organisations", _ORGANIZATIONS, rows),)
        draft.cite(*(found.sources for found in summit.organizations))
    if query.show in ("all", "granted"):
        draft.tables += (Table("Decisions on status", _DECISIONS, _decision_rows(data, summit)),)
        draft.cite(*(decision.sources for decision in summit.decisions))
    draft.tables = tuple(table for table in draft.tables if table.rows)
    if not draft.tables:
        draft.tables = (Table(f"{summit.city} {summit.start[:4]}", _FACTS, summit_facts(data, summit)),)
    draft.notes += summit_disputes(data, summit.id, lambda conflict: _bears(query, conflict))
    if query.show == "all":
        for conflict in data.conflicts(summit.id):
            draft.cite(*(claim.sources for claim in conflict.claims))
    return draft.cite(summit.sources)


_LONGEST_DISPUTE = 140
"""Characters up to which a dispute is told of, so that it takes two lines at most."""
_MEMBERSHIP: "frozenset[Subject]" = frozenset({"memorandum", "regulation", "status"})
_PRESENCE: "frozenset[Subject]" = frozenset({"attendance", "capacity"})
_DISPUTED: "dict[str, frozenset[Subject]]" = {
    "all": _MEMBERSHIP,
    "countries": _PRESENCE,
    "count": _PRESENCE,
    "absent": frozenset({"attendance", "absence"}),
    "absent-count": frozenset({"attendance"}),
    "absent-people": frozenset({"attendance", "absence", "leader"}),
    "people": frozenset({"leader", "role"}),
    "organizations": frozenset({"organization", "representative"}),
    "organization-count": frozenset({"organization"}),
    "granted": _MEMBERSHIP,
    "date": frozenset({"date"}),
    "end": frozenset({"date"}),
    "city": frozenset({"place"}),
    "host": frozenset({"place"}),
    "format": frozenset({"format"}),
    "chair": frozenset({"chair"}),
    "chair-country": frozenset({"chair"}),
    "number": frozenset({"number"}),
    "theme": frozenset({"theme"}),
    "documents": frozenset({"documents"}),
}
"""The subjects of the disputes that bear on a fact of a summit; with all facts, those on who belongs."""


def _bears(query: SummitFacts, conflict: "Conflict") -> bool:
    """Whether an answer must tell of a dispute itself: it is about who is asked about, or bears on what is shown and is short."""
    if query.country:
        return is_about_any(conflict, query.country)
    if len(conflict.about) + len(conflict.chosen) > _LONGEST_DISPUTE:
        return False
    if query.organization:
        return "representative" in conflict.bears_on
    return not _DISPUTED["countries" if query.every else query.show].isdisjoint(conflict.bears_on)


def _simple(data: DataSet, query: SummitFacts, summit: "Summit") -> Draft | None:
    """The facts that stand in the summit's record."""
    name = summit_name(summit)
    name = name[0].upper() + name[1:]
    dates = spoken_range(summit.start, summit.end)
    chair = f"{summit.chair_person} of {data.name(summit.chair_country)}"
    place = f"{summit.city}, {data.name(summit.country)}"
    simple: dict[str, tuple[Kind, object, str]] = {
        "date": ("date", summit.start, f"{name} was held on {dates}."),
        "end": ("date", summit.end, f"{name} ended on {spoken(summit.end)} (held on {dates})."),
        "city": ("city", summit.city, f"{name} ({dates}) was held in {place}."),
        "host": ("countries", [summit.country], f"{name} ({dates}) was hosted by {data.name(summit.country)}."),
        "chair": ("people", [summit.chair_person], f"{name} ({dates}) was chaired by {chair}."),
        "chair-country": (
            "countries",
            [summit.chair_country],
            f"{name} ({dates}) was chaired by {data.name(summit.chair_country)}.",
        ),
        "number": ("number", summit.ordinal, f"{name} ({dates}) was number {summit.ordinal} of the summits."),
        "format": ("text", summit.format, f"{name} ({dates}) was held {_FORMATS[summit.format]}."),
        "theme": ("text", summit.theme, f"{name} ({dates}): {summit.theme or 'no title is recorded'}."),
        "documents": (
            "text",
            list(summit.documents),
            f"{name} ({dates}): {listed(summit.documents) or 'no document is recorded'}.",
        ),
    }
    if query.show not in simple:
        return None
    kind, value, text = simple[query.show]
    draft = Draft(kind, value, text)
    if query.show in ("city", "host") and summit.format == "virtual":
        draft.notes.append("The meeting was held by video; the place is that from which it was chaired.")
    return draft


_FORMATS = {"in-person": "in person", "virtual": "by video", "hybrid": "partly in person and partly by video"}


def _whether_all_came(data: DataSet, query: SummitFacts, summit: "Summit", absent: list[str]) -> Draft:
    """Whether all countries of some categories came: no where one is known not to have, yes where all are known to have."""
    expected = [code for code in data.countries if data.capacity(summit, code) in query.capacity]
    open_to_doubt = not expected or any(came(data, summit, code) is None for code in expected)
    value = False if absent else "not-recorded" if open_to_doubt else True
    claim = {True: "all", False: "not all", "not-recorded": "whether all"}[value]
    group = listed([NOUNS[capacity].many for capacity in query.capacity]) or "states with a status"
    missing = f"; absent: {listed([data.name(code) for code in data.in_order(absent)])}" if absent else ""
    return Draft("yes-no", value, yes_no(value, f"{claim} {group} were represented at {summit_name(summit)}{missing}"))


def _groups(data: DataSet, query: SummitFacts, summit: "Summit", visits: list[Visit], absent: list[str]) -> Draft:
    """The facts that are sets: of delegations, absences, organisations and decisions."""
    name, codes = summit_name(summit), sorted(visit.delegation.country for visit in visits)
    countries = [data.name(visit.delegation.country) for visit in visits]
    besides = f" besides {listed([data.name(code) for code in query.besides])}" if query.besides else ""
    what = f"{manner(query)}{besides}"
    if query.every:
        return _whether_all_came(data, query, summit, absent)
    if query.show == "all":
        dates = spoken_range(summit.start, summit.end)
        of = listed(
            [
                plural(sum(v.capacity == c for v in visits), n.one.split(" ", 1)[1], n.many)
                for c, n in NOUNS.items()
                if any(v.capacity == c for v in visits)
            ]
        )
        text = f"Summit {summit.ordinal}: {summit.city}, {dates}; {plural(len(visits), 'delegation')}{what} ({of}): {listed(countries)}."
        if not visits:
            text = f"Summit {summit.ordinal}: {summit.city}, {dates}; no delegation{what}."
        return Draft("countries", codes, text)
    if query.show == "countries":
        return Draft("countries", codes, sentence(f"Delegations{what} at {name}", countries))
    if query.show == "count":
        return Draft("number", len(codes), sentence(f"Delegations{what} at {name}", countries))
    if query.show == "people":
        if query.organization:
            found = [o for o in summit.organizations if o.name == query.organization]
            people = sorted(o.participant for o in found if o.participant)
            return Draft("people", people, sentence(f"Represented {query.organization} at {name}", people))
        whose = f" of {listed([data.name(code) for code in query.country])}" if query.country else ""
        people = sorted({data.person(v.delegation.leader) for v in visits if v.delegation.leader})
        leaders = [f"{data.name(v.delegation.country)}: {led_by(v.delegation)}" for v in visits]
        return Draft(
            "people",
            people,
            f"Heads of delegations{whose}{what} at {name} ({len(people)}): {'; '.join(leaders) or 'none'}.",
        )
    if query.show in ("absent", "absent-count"):
        group = listed([NOUNS[capacity].many for capacity in query.capacity]) or "countries"
        names = [data.name(code) for code in data.in_order(absent)]
        text = sentence(f"{group[0].upper()}{group[1:]} absent from {name}", names)
        return Draft("countries", absent, text) if query.show == "absent" else Draft("number", len(absent), text)
    if query.show == "absent-people":
        people = sorted({absence.person for absence in summit.absences if absence.person and not absence.session})
        return Draft("people", people, sentence(f"People documented as absent from {name}", people))
    if query.show in ("organizations", "organization-count"):
        names = sorted(found.name for found in summit.organizations)
        text = sentence(f"International organisations represented at {name}", names)
        return (
            Draft("organizations", names, text) if query.show == "organizations" else Draft("number", len(names), text)
        )
    granted = sorted(data.granted_at[summit.id], key=lambda holding: data.place(holding.country))
    said = [f"{data.name(h.country)} ({NOUNS[h.period.category].one})" for h in granted]
    return Draft("countries", sorted(h.country for h in granted), sentence(f"Statuses decided at {name}", said))
