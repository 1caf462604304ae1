"""One summit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from scocli.answers import Cell, Column, Table
from scocli.councils import council_of, host_of, meeting_label
from scocli.dataset import DataSet
from scocli.facts.conditions import Facts
from scocli.facts.nouns import NOUNS
from scocli.queries.base import GoesWith, Query, manner_of
from scocli.queries.choices import Mode, SummitShown
from scocli.queries.common import CODE, COUNTRY, Draft, is_about_any, is_short, number
from scocli.queries.meeting import (
    Meeting,
    absent,
    absent_people,
    countries,
    every,
    granted,
    of_organization,
    organizations,
    people,
    plain,
    tell_all,
)
from scocli.queries.presence import AWAY, REPRESENTED, completeness, coverage_notes, represented, unnamed_leaders
from scocli.queries.words import Capacity, Country, Leader, OnCountries, Organization, SummitId
from scocli.text import capitalized, fold

if TYPE_CHECKING:
    from scocli.models import Conflict, Subject

OF_DELEGATIONS = ("all", "countries", "people", "count")
OF_COUNTRIES = (*OF_DELEGATIONS, "absent", "absent-count", "every")


@dataclass(frozen=True, kw_only=True)
class SummitFacts(Query):
    """One summit: who came in which capacity, who stayed away, organisations, decisions, documents, what is not recorded.

    With ``show`` one fact of it. The countries, people and counts are of the delegations that the other options ask for.
    """

    verb: ClassVar[str] = "summit"
    arguments: ClassVar[tuple[str, ...]] = ("summit",)
    summit: SummitId
    capacity: tuple[Capacity, ...] = ()
    led_by: tuple[Leader, ...] = ()
    mode: Mode | None = None
    show: SummitShown = "all"
    country: tuple[Country, ...] = ()
    organization: Organization | None = None
    where: tuple[OnCountries, ...] = ()

    goes_with: ClassVar[tuple[GoesWith, ...]] = (
        GoesWith(
            ("organization",),
            "no --show but people, and no option on delegations",
            lambda q: q.show in ("all", "people") and not (q.capacity or q.narrows),
        ),
        GoesWith(("led_by", "mode"), "--show all, countries, people or count", lambda q: q.show in OF_DELEGATIONS),
        GoesWith(
            ("capacity", "country", "where"),
            "--show all, countries, people, count, absent, absent-count or every",
            lambda q: q.show in OF_COUNTRIES,
        ),
        GoesWith(
            ("show",),
            "--capacity of a category (not guest), and no other option on delegations, for every",
            lambda q: q.show != "every" or q.is_about_all,
        ),
    )

    @property
    def narrows(self) -> bool:
        """Whether it asks for less than all delegations of a capacity."""
        return bool(self.led_by or self.mode or self.country or self.where)

    @property
    def is_about_all(self) -> bool:
        """Whether it asks of a category, and of nothing narrower, whether all of it came."""
        return bool(self.capacity) and "guest" not in self.capacity and not self.narrows


_NOTE = Column("note", "Note", "detail")
_DELEGATED = (COUNTRY, CODE, *(column for column in REPRESENTED if column.key != "note"), _NOTE)
_ABSENT = (COUNTRY, CODE, *AWAY, _NOTE)
_REPRESENTED_ORGANIZATIONS = (
    Column("name", "Organisation"),
    Column("participant", "Represented by"),
    Column("role", "Role"),
    _NOTE,
)
_DECIDED = (
    Column("decision", "Decision"),
    COUNTRY,
    CODE,
    Column("category", "Category", "category"),
    _NOTE,
)
_DOCUMENT = (Column("document", "Document"),)
_SUMMARY = (Column("fact", "Fact"), Column("value", "Value"))


def answer(data: DataSet, query: SummitFacts, today: str) -> Draft:
    """All about a summit, or the one fact that was asked for."""
    data = data.of_council(council_of(query.summit))
    meeting = Meeting(Facts(data, today), query.summit, manner_of(query), query.country, query.where)
    summit, fact = meeting.summit, FACTS[query.show]
    draft = of_organization(meeting, query.organization) if query.organization else fact.tell(meeting)
    for detail in (_ORGANIZATIONS,) if query.organization else fact.details:
        draft.tables += (detail.table(meeting),)
        draft.cite(*detail.sources(meeting))
    if not query.organization and query.show in OF_COUNTRIES:
        if query.show == "all" and not query.narrows:
            draft.notes += completeness(data, summit, query.capacity or NOUNS)
        draft.notes += [*meeting.unsettled, *unnamed_leaders(data, meeting.may_be), *coverage_notes(summit)]
    draft.tables = tuple(table for table in draft.tables if table.rows) or (_facts_table(meeting),)
    draft.dispute(data.conflicts(summit.id), lambda conflict: _bears(query, conflict))
    if query.show == "all" and not query.organization:
        draft.remarks += [summit.note] if summit.note else []
    return draft.cite(summit.sources)


def _facts_table(meeting: Meeting) -> Table:
    """What the summit was, as fact and value."""
    data, summit = meeting.data, meeting.summit
    facts: list[tuple[str, Cell]] = [
        ("Number", summit.ordinal),
        ("From", summit.start),
        ("To", summit.end),
        ("Place", meeting.place),
        ("Chair", f"{summit.chair_person or 'not recorded'} ({data.name(summit.chair_country)})"),
        ("Format", summit.format),
        ("Title", summit.theme),
    ]
    rows = tuple(fact for fact in facts if fact[1] is not None)
    return Table(capitalized(meeting_label(summit)), _SUMMARY, rows, (summit.sources,) * len(rows))


def _documents_table(meeting: Meeting) -> Table:
    rows = tuple((document,) for document in meeting.summit.documents)
    return Table("Documents", _DOCUMENT, rows, (meeting.summit.sources,) * len(rows))


def _delegations_table(meeting: Meeting) -> Table:
    rows = tuple((meeting.data.name(visit.country), visit.country, *represented(visit)) for visit in meeting.visits)
    return Table("Delegations", _DELEGATED, rows, tuple(v.delegation.sources for v in meeting.visits))


def _absences_table(meeting: Meeting) -> Table:
    data, absences = meeting.data, meeting.absences
    found: list[tuple[tuple[Cell, ...], tuple[str, ...]]] = [
        ((data.name(a.country), a.country, a.person, a.role, a.session, a.note), a.sources) for a in absences
    ]
    documented = {absence.country for absence in absences}
    found += [
        (
            (
                data.name(code),
                code,
                None,
                None,
                None,
                "Not on the list of delegations, which is complete for its group.",
            ),
            meeting.summit.sources,
        )
        for code in meeting.absent
        if code not in documented
    ]
    found.sort(key=lambda one: data.place(str(one[0][1])))
    return Table("Absent", _ABSENT, tuple(row for row, _ in found), tuple(sources for _, sources in found))


def _organizations_table(meeting: Meeting) -> Table:
    organizations = sorted(meeting.summit.organizations, key=lambda found: fold(found.name))
    rows = tuple((found.name, found.participant, found.role, found.note) for found in organizations)
    return Table("Organisations", _REPRESENTED_ORGANIZATIONS, rows, tuple(found.sources for found in organizations))


def _decisions_table(meeting: Meeting) -> Table:
    """Decisions in the order of the record, those of one kind by country."""
    data, decisions = meeting.data, list(meeting.summit.decisions)
    kinds = list(dict.fromkeys((decision.decision, decision.category) for decision in decisions))
    decisions = sorted(decisions, key=lambda d: (kinds.index((d.decision, d.category)), data.place(d.country or "")))
    rows = tuple(
        (
            decision.decision.replace("-", " "),
            data.name(decision.country) if decision.country else None,
            decision.country,
            decision.category,
            decision.note,
        )
        for decision in decisions
    )
    return Table("Decisions on status", _DECIDED, rows, tuple(decision.sources for decision in decisions))


class _Detail(NamedTuple):
    """A table that stands below some of the facts.

    :ivar table: makes it.
    :ivar sources: where its rows were read.
    """

    table: "Callable[[Meeting], Table]"
    sources: "Callable[[Meeting], Iterable[tuple[str, ...]]]" = lambda _: ()


_SUMMIT = _Detail(_facts_table)
_DOCUMENTS = _Detail(_documents_table)
_DELEGATIONS = _Detail(_delegations_table, lambda m: (visit.delegation.sources for visit in m.visits))
_ABSENCES = _Detail(_absences_table, lambda m: (absence.sources for absence in m.summit.absences))
_ORGANIZATIONS = _Detail(_organizations_table, lambda m: (found.sources for found in m.summit.organizations))
_DECISIONS = _Detail(_decisions_table, lambda m: (decision.sources for decision in m.summit.decisions))


class Fact(NamedTuple):
    """A fact of a summit.

    :ivar tell: its value and sentence.
    :ivar disputed: the subjects of the disputes that bear on it; with all facts, those on who belongs.
    :ivar details: the tables below it; without any, what the summit was.
    """

    tell: "Callable[[Meeting], Draft]"
    disputed: "frozenset[Subject]"
    details: tuple[_Detail, ...] = ()


_MEMBERSHIP: "frozenset[Subject]" = frozenset({"memorandum", "regulation", "status"})
_PRESENCE: "frozenset[Subject]" = frozenset({"attendance", "capacity"})
_ABSENCE: "frozenset[Subject]" = frozenset({"attendance", "absence"})
_PLACE: "frozenset[Subject]" = frozenset({"place"})
_DATE: "frozenset[Subject]" = frozenset({"date"})
_CHAIR: "frozenset[Subject]" = frozenset({"chair"})

FACTS: dict[str, Fact] = {
    "all": Fact(tell_all, _MEMBERSHIP, (_DELEGATIONS, _ABSENCES, _DECISIONS, _ORGANIZATIONS, _DOCUMENTS, _SUMMIT)),
    "countries": Fact(countries, _PRESENCE, (_DELEGATIONS,)),
    "count": Fact(number(countries), _PRESENCE, (_DELEGATIONS,)),
    "people": Fact(people, frozenset({"leader", "role"}), (_DELEGATIONS,)),
    "every": Fact(every, _PRESENCE, (_DELEGATIONS, _ABSENCES)),
    "absent": Fact(absent, _ABSENCE, (_ABSENCES,)),
    "absent-count": Fact(number(absent), frozenset({"attendance"}), (_ABSENCES,)),
    "absent-people": Fact(absent_people, _ABSENCE | {"leader"}, (_ABSENCES,)),
    "organizations": Fact(organizations, frozenset({"organization", "representative"}), (_ORGANIZATIONS,)),
    "organization-count": Fact(number(organizations), frozenset({"organization"}), (_ORGANIZATIONS,)),
    "granted": Fact(granted, _MEMBERSHIP, (_DECISIONS,)),
    "date": Fact(plain("date", lambda s: s.start, "{summit} was held on {dates}."), _DATE),
    "end": Fact(plain("date", lambda s: s.end, "{summit} ended on {ended} (held on {dates})."), _DATE),
    "city": Fact(plain("city", lambda s: s.city or "none", "{summit} ({dates}) was held {place}."), _PLACE),
    "host": Fact(plain("countries", lambda s: [host_of(s)], "{summit} ({dates}) was hosted by {host}."), _PLACE),
    "chair": Fact(plain("people", lambda s: [s.chair_person] if s.chair_person else [], "{summit} ({dates}) was chaired by {chair}."), _CHAIR),
    "chair-country": Fact(plain("countries", lambda s: [s.chair_country], "{summit} ({dates}) was chaired by {chair_country}."), _CHAIR),
    "number": Fact(plain("number", lambda s: s.ordinal, "{summit} ({dates}) was number {number} of the {nouns}."), frozenset({"number"})),
    "format": Fact(plain("text", lambda s: s.format, "{summit} ({dates}) was held {form}."), frozenset({"format"})),
    "theme": Fact(plain("text", lambda s: s.theme, "{summit} ({dates}): {theme}."), frozenset({"theme"})),
    "documents": Fact(plain("text", lambda s: list(s.documents), "{summit} ({dates}): {documents}."), frozenset({"documents"}), (_DOCUMENTS,)),
}  # fmt: skip
"""What ``--show`` shows."""


def _bears(query: SummitFacts, conflict: "Conflict") -> bool:
    """Whether an answer must tell of a dispute itself: it is about who is asked about, or bears on what is shown and is short."""
    if query.country:
        return is_about_any(conflict, query.country)
    if not is_short(conflict):
        return False
    if query.organization:
        return "representative" in conflict.bears_on
    return not FACTS[query.show].disputed.isdisjoint(conflict.bears_on)
