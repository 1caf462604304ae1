"""One summit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from scocli.answers import Cell, Column, Table
from scocli.councils import council_of, meeting_label
from scocli.dataset import DataSet
from scocli.facts.conditions import Facts
from scocli.queries.base import GoesWith, Query, manner_of
from scocli.queries.choices import Mode, SummitShown
from scocli.queries.common import CODE, COUNTRY, Draft, is_about_any, who_stayed_away
from scocli.queries.meeting import FACTS, Meeting, every, of_organization
from scocli.queries.presence import REPRESENTED, coverage_notes, represented, unnamed_leaders
from scocli.queries.words import Capacity, Country, Leader, OnCountries, Organization, SummitId
from scocli.text import capitalized, fold

if TYPE_CHECKING:
    from scocli.models import Conflict, Subject

OF_DELEGATIONS = ("all", "countries", "people", "count")


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
    every: bool = False
    where: tuple[OnCountries, ...] = ()

    goes_with: ClassVar[tuple[GoesWith, ...]] = (
        GoesWith(
            ("every",),
            "--capacity of a category (not guest), and no other option on delegations",
            lambda q: q.is_about_all,
        ),
        GoesWith(("every",), "no --show", lambda q: q.show == "all"),
        GoesWith(("organization",), "'--show people'", lambda q: q.show == "people"),
        GoesWith(("organization",), "no option on delegations", lambda q: not (q.capacity or q.narrows)),
        GoesWith(("led_by", "mode"), "--show all, countries, people or count", lambda q: q.show in OF_DELEGATIONS),
        GoesWith(
            ("capacity", "country", "where"),
            "--show all, countries, people, count, absent or absent-count",
            lambda q: q.show in (*OF_DELEGATIONS, "absent", "absent-count"),
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


_ABSENCES = (COUNTRY, CODE, Column("who", "Who stayed away"), Column("note", "Note", "note"))
_ORGANIZATIONS = (
    Column("organization", "Organisation"),
    Column("participant", "Represented by"),
    Column("role", "Role"),
    Column("note", "Note", "note"),
)
_DECISIONS = (
    Column("decision", "Decision"),
    COUNTRY,
    CODE,
    Column("category", "Category", "category"),
    Column("note", "Note", "note"),
)
_SUMMARY = (Column("fact", "Fact"), Column("value", "Value"))


def answer(data: DataSet, query: SummitFacts, today: str) -> Draft:
    """All about a summit, or the one fact that was asked for."""
    data = data.of_council(council_of(query.summit))
    meeting = Meeting(Facts(data, today), query.summit, manner_of(query), query.country, query.where)
    summit, fact = meeting.summit, query.show
    if query.every:
        fact, draft = "every", every(meeting)
    elif query.organization:
        fact, draft = "of-organization", of_organization(meeting, query.organization)
    else:
        draft = FACTS[fact](meeting)
    for detail in _DETAILS:
        if fact in detail.facts:
            draft.tables += (detail.table(meeting),)
            draft.cite(*detail.sources(meeting))
    if fact in (*_WITH_DELEGATIONS, "absent", "absent-count"):
        draft.notes += [*meeting.unsettled, *unnamed_leaders(data, meeting.may_be), *coverage_notes(summit)]
    draft.tables = tuple(table for table in draft.tables if table.rows) or (_facts_table(meeting),)
    draft.dispute(data.conflicts(summit.id), lambda conflict: _bears(query, conflict))
    if fact == "all":
        draft.remarks += [summit.note] if summit.note else []
    return draft.cite(summit.sources)


def _facts_table(meeting: Meeting) -> Table:
    """What the summit was, as fact and value."""
    data, summit = meeting.data, meeting.summit
    facts: list[tuple[str, Cell]] = [
        ("Id", summit.id),
        ("Number", summit.ordinal),
        ("Dates", meeting.dates),
        ("Place", meeting.place),
        ("Chair", f"{summit.chair_person or 'not recorded'} ({data.name(summit.chair_country)})"),
        ("Format", summit.format),
        ("Title", summit.theme),
        ("Documents", "; ".join(summit.documents) or None),
    ]
    return Table(capitalized(meeting_label(summit)), _SUMMARY, tuple(fact for fact in facts if fact[1] is not None))


def _delegations_table(meeting: Meeting) -> Table:
    rows = tuple((meeting.data.name(visit.country), visit.country, *represented(visit)) for visit in meeting.visits)
    return Table("Delegations", (COUNTRY, CODE, *REPRESENTED), rows)


def _absences_table(meeting: Meeting) -> Table:
    data, absences = meeting.data, meeting.absences
    rows: list[tuple[str, str, str, str | None]] = [
        (data.name(a.country), a.country, who_stayed_away(a), a.note) for a in absences
    ]
    documented = {absence.country for absence in absences}
    unlisted = "Not on the list of delegations, which is complete for its group."
    rows += [(data.name(code), code, "the country", unlisted) for code in meeting.absent if code not in documented]
    rows.sort(key=lambda row: data.place(row[1]))
    return Table("Absent", _ABSENCES, tuple(rows))


def _organizations_table(meeting: Meeting) -> Table:
    organizations = sorted(meeting.summit.organizations, key=lambda found: fold(found.name))
    rows = tuple((found.name, found.participant, found.role, found.note) for found in organizations)
    return Table("Organisations", _ORGANIZATIONS, rows)


def _decisions_table(meeting: Meeting) -> Table:
    """Decisions in the order of the record, those of one kind by country."""
    data, decisions = meeting.data, meeting.summit.decisions
    kinds = list(dict.fromkeys((decision.decision, decision.category) for decision in decisions))
    rows = tuple(
        (
            decision.decision.replace("-", " "),
            data.name(decision.country) if decision.country else None,
            decision.country,
            decision.category,
            decision.note,
        )
        for decision in sorted(
            decisions, key=lambda d: (kinds.index((d.decision, d.category)), data.place(d.country or ""))
        )
    )
    return Table("Decisions on status", _DECISIONS, rows)


_WITH_DELEGATIONS = ("all", "countries", "people", "count", "every")


class _Detail(NamedTuple):
    """A table that stands below some of the facts.

    :ivar facts: the facts it belongs to.
    :ivar table: makes it.
    :ivar sources: where its rows were read.
    """

    facts: tuple[str, ...]
    table: "Callable[[Meeting], Table]"
    sources: "Callable[[Meeting], Iterable[tuple[str, ...]]]"


_DETAILS = (
    _Detail(("all",), _facts_table, lambda _: ()),
    _Detail(_WITH_DELEGATIONS, _delegations_table, lambda m: (visit.delegation.sources for visit in m.visits)),
    _Detail(
        ("all", "absent", "absent-people", "absent-count", "every"),
        _absences_table,
        lambda m: (absence.sources for absence in m.summit.absences),
    ),
    _Detail(
        ("all", "organizations", "organization-count", "of-organization"),
        _organizations_table,
        lambda m: (found.sources for found in m.summit.organizations),
    ),
    _Detail(("all", "granted"), _decisions_table, lambda m: (decision.sources for decision in m.summit.decisions)),
)


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
