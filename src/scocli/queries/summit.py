"""One summit."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from scocli import records
from scocli.answers import Kind
from scocli.councils import GATHERINGS, council_of, host_of
from scocli.dataset import DataSet, grouped
from scocli.days import spoken
from scocli.facts.conditions import Facts
from scocli.facts.conditions.meetings import length
from scocli.facts.nouns import FORMS, MOST_NAMED, NOUNS, numbers
from scocli.facts.presence import came
from scocli.facts.relations import GAINED
from scocli.facts.verdict import NO, NOT_RECORDED, YES, all_of
from scocli.queries.base import Query
from scocli.queries.choices import Mode, SummitShown
from scocli.queries.common import Draft, is_about_any, is_short, led_by, number, plural, yes_no
from scocli.queries.meeting import Meeting
from scocli.queries.presence import completeness, coverage_notes, manner_of, unnamed_leaders
from scocli.queries.words import Capacity, Country, Leader, OnCountries, Organization, SummitId
from scocli.records import Conflict
from scocli.text import capitalized, listed, ordinal

OF_DELEGATIONS = ("all", "countries", "people", "count")
OF_COUNTRIES = (*OF_DELEGATIONS, "absent", "absent-count", "every")


@dataclass(frozen=True, kw_only=True)
class SummitFacts(Query, verb="summit", arguments=("summit",)):
    """One summit: who came in which capacity, who stayed away, organisations, decisions, documents, what is not recorded.

    With ``show`` one fact of it. The countries, people and counts are of the delegations that the other options ask for.
    """

    summit: SummitId
    capacity: tuple[Capacity, ...] = ()
    led_by: tuple[Leader, ...] = ()
    mode: Mode | None = None
    show: SummitShown = "all"
    country: tuple[Country, ...] = ()
    organization: Organization | None = None
    where: tuple[OnCountries, ...] = ()

    shown_with: ClassVar[dict[str, tuple[str, ...]]] = {
        **dict.fromkeys(("led_by", "mode"), OF_DELEGATIONS),
        **dict.fromkeys(("capacity", "country", "where"), OF_COUNTRIES),
        "organization": ("all", "people"),
    }

    @property
    def misfit(self) -> str:
        if self.organization and (self.capacity or self.narrows):
            return "--organization goes with no option on delegations"
        if self.show == "every" and (self.narrows or not self.capacity or "guest" in self.capacity):
            return "'--show every' goes with --capacity of a category (not guest), and no other option on delegations"
        return ""

    @property
    def narrows(self) -> bool:
        """Whether it asks for less than all delegations of a capacity."""
        return bool(self.led_by or self.mode or self.country or self.where)


def answer(data: DataSet, query: SummitFacts, today: str) -> Draft:
    """All about a summit, or the one fact that was asked for."""
    data = data.of_council(council_of(query.summit))
    meeting = Meeting(Facts(data, today), query.summit, manner_of(query), query.country, query.where)
    summit, fact = meeting.summit, FACTS[query.show]
    if query.organization:
        fact = Fact(lambda _: _of_organization(meeting, query.organization or ""), "representative", (_ORGANIZATIONS,))
    draft = fact.tell(meeting)
    for table in fact.tables:
        table(meeting, draft)
    if not query.organization and query.show in OF_COUNTRIES:
        if query.show == "all" and not query.narrows:
            draft.notes += completeness(data, summit, query.capacity or NOUNS)
        draft.notes += [*meeting.unsettled, *coverage_notes(summit), *unnamed_leaders(data, meeting.may_be)]
    draft.tables = tuple(table for table in draft.tables if table.rows)
    if not draft.tables:
        meeting.summary(draft)

    def bears(conflict: Conflict) -> bool:
        """Whether an answer must tell of a dispute itself: it is about who is asked about, or bears on what is shown and is short."""
        if query.country:
            return is_about_any(conflict, query.country)
        return is_short(conflict) and not {*fact.disputed.split()}.isdisjoint(conflict.bears_on)

    draft.dispute(data.conflicts(summit.id), bears)
    if query.show == "all" and not query.organization:
        draft.remarks += [summit.note] if summit.note else []
    return draft.cite(summit.sources)


def _plain(kind: Kind, value: Callable[[records.Meeting], object], said: str) -> Callable[[Meeting], Draft]:
    """A fact that stands in the summit's record: its value, and the sentence with what stands in braces filled in."""

    def fact(meeting: Meeting) -> Draft:
        data, summit = meeting.data, meeting.summit
        chair_country = data.in_text(summit.chair_country)
        chair = f"{summit.chair_person} of {chair_country}"
        filled = said.format(
            summit=meeting.name,
            dates=meeting.dates,
            took=plural(length(summit), "day"),
            ended=spoken(summit.end),
            where=meeting.where_held if summit.city else "by video, and in no city",
            host=data.in_text(host_of(summit)),
            nouns=GATHERINGS[data.council].many,
            chair=chair if summit.chair_person else f"{chair_country}; by whom is not recorded",
            chair_country=chair_country,
            number=summit.ordinal,
            form=FORMS[summit.format],
            theme=summit.theme or "no title is recorded",
            documents=listed(summit.documents) or "no document is recorded",
        )
        draft = Draft(kind, value(summit), capitalized(filled))
        if summit.format == "virtual" and ("{where}" in said or "{host}" in said):
            place = "place is that from which" if summit.city else "host is the country by which"
            draft.notes.append(f"The meeting was held by video; the {place} it was chaired.")
        if summit.chair_basis and "{chair" in said:
            draft.notes.append(_CHAIR_BASES[summit.chair_basis])
        return draft

    return fact


_CHAIR_BASES = {
    "opened": "No source read says who chaired; the chair given is who opened the meeting.",
    "host": "No source read says who chaired; the chair given is the host.",
}


FEW = 3
"""Heads of delegations whom a sentence names one by one."""


def _tell_all(meeting: Meeting) -> Draft:
    visits, summit = meeting.visits, meeting.summit
    counts = numbers(Counter(visit.capacity for visit in visits))
    which = f"the {ordinal(summit.ordinal)} {GATHERINGS[meeting.data.council].one} of the SCO"
    came = f"{plural(len(visits), 'delegation')}{meeting.what}{f': {listed(counts)}' if counts and len(meeting.manner.capacities) != 1 else ''}"
    text = capitalized(f"{which} was held {meeting.where_held}, on {meeting.dates}, with {came}.")
    return Draft("countries", sorted(visit.country for visit in visits), text)


def _countries(meeting: Meeting) -> Draft:
    names = [meeting.data.in_text(visit.country) for visit in meeting.visits]
    those = f": {listed(names)}" if 0 < len(names) <= MOST_NAMED else ""
    text = f"{plural(len(names), 'delegation')} came to {meeting.name}{meeting.what}{those}."
    return Draft("countries", sorted(visit.country for visit in meeting.visits), capitalized(text))


def _people(meeting: Meeting) -> Draft:
    data, visits = meeting.data, meeting.visits
    whose = f" of {listed([data.in_text(code) for code in meeting.countries])}" if meeting.countries else ""
    leaders = [f"{led_by(visit.delegation)} ({data.name(visit.country)})" for visit in visits]
    text = f"No delegation{whose} came to {meeting.name}{meeting.what}."
    if leaders:
        those, were, of = ("The delegation", "was", "that") if len(leaders) == 1 else ("Delegations", "were", "those")
        led = f"{were} {f'{of} of' if meeting.manner.led_by else 'led by'}"
        text = f"{those}{whose}{meeting.what} at {meeting.name} {led} {'; '.join(leaders)}."
    named = [visit for visit in visits if visit.delegation.leader]
    if len(named) > FEW:
        first, unnamed = named[0], len(visits) - len(named)
        rest = f"; the sources do not name who led {unnamed} more" if unnamed else ""
        many = f"{first.delegation.leader} of {data.in_text(first.country)} and {len(named) - 1} others"
        led = f"{many} led {'' if unnamed else 'the '}delegations{whose}{meeting.what} at {meeting.name}"
        if meeting.manner.led_by:
            led = f"delegations{whose}{meeting.what} at {meeting.name} were those of {many}"
        text = capitalized(f"{led}{rest}.")
    return Draft("people", sorted({data.person(v.delegation.leader) for v in visits if v.delegation.leader}), text)


def _absent(meeting: Meeting) -> Draft:
    whose = f",{meeting.whose}" if meeting.whose else ""
    asked = listed(meeting.names(meeting.countries))
    of = f"the {meeting.group}" if meeting.group else asked if len(meeting.countries) > 1 else ""
    names, group = meeting.names(meeting.absent), f"of {of}, " if of else ""
    nobody = "none" if group else f"no delegation of {asked}" if asked else "no country"
    many = f"{len(names)}{'' if group else ' countries'}" if len(names) > MOST_NAMED else ""
    were = "were" if len(names) > 1 else "was"
    text = f"{group}{many or listed(names) or nobody} {were} absent from {meeting.name}{whose}"
    if meeting.unknown:
        few = len(meeting.unknown) <= MOST_NAMED
        who = listed(meeting.names(meeting.unknown)) if few else plural(len(meeting.unknown), "country", "countries")
        text += f" (not recorded of {who})"
        if not (names or group or meeting.countries):
            text = f"no absence from {meeting.name} is recorded{whose}; of {who} it is not known"
    return Draft("countries", meeting.absent, capitalized(f"{text}."))


def _absent_people(meeting: Meeting) -> Draft:
    names = sorted({absence.person for absence in meeting.summit.absences if absence.person and not absence.session})
    are = "are" if len(names) > 1 else "is"
    return Draft("people", names, f"{listed(names) or 'Nobody'} {are} documented as absent from {meeting.name}.")


def _organizations(meeting: Meeting) -> Draft:
    names = sorted(found.name for found in meeting.summit.organizations)
    those = f": {listed(names)}" if len(names) <= MOST_NAMED else ""
    were = "was" if len(names) == 1 else "were"
    text = f"{plural(len(names), 'international organisation')} {were} represented at {meeting.name}{those}."
    none = f"No international organisation is recorded as represented at {meeting.name}."
    return Draft("organizations", names, text if names else none)


def _granted(meeting: Meeting) -> Draft:
    data = meeting.data
    granted = {fact.country or "": fact.category or "" for fact in GAINED.at(data, meeting.summit.id)}
    names = grouped((granted[code], data.in_text(code)) for code in data.in_order(granted))
    said = [f"{listed(those)} became {NOUNS[category].of_number(len(those))}" for category, those in names.items()]
    text = f"At {meeting.name}, {'; '.join(said) or 'no status was decided'}."
    return Draft("countries", sorted(granted), text)


def _of_organization(meeting: Meeting, organization: str) -> Draft:
    name = f"the {organization}"
    found = [one for one in meeting.summit.organizations if one.name == organization]
    names = sorted(one.participant for one in found if one.participant)
    if names:
        text = f"{name} was represented at {meeting.name} by {listed(names)}."
    elif found:
        text = f"{name} was represented at {meeting.name}; by whom is not recorded."
    else:
        text = f"{name} is not among the organisations recorded at {meeting.name}."
    return Draft("people", names, capitalized(text))


def _every(meeting: Meeting) -> Draft:
    """Whether all countries of some categories came; no, where none was of them."""
    data, summit = meeting.data, meeting.summit
    expected = [code for code in data.countries if meeting.is_of_capacity(code)]
    if not expected:
        return Draft("yes-no", NO.value, yes_no(NO.value, f"there were no {meeting.group} when {meeting.name} opened"))
    value = all_of(came(data, summit, code) for code in expected)
    claim = f"{_ALL[value]} {meeting.group} were represented at {meeting.name}"
    missing = f"; absent: {listed(meeting.names(meeting.absent))}" if meeting.absent else ""
    return Draft("yes-no", value.value, yes_no(value.value, f"{claim}{missing}"))


_ALL = {YES: "all", NO: "not all", NOT_RECORDED: "whether all"}


class Fact(NamedTuple):
    """A fact of a summit.

    :ivar tell: its value and sentence.
    :ivar disputed: the subjects of the disputes that bear on it; with all facts, those on who belongs.
    :ivar tables: what adds the tables below it; without any, what the summit was.
    """

    tell: Callable[[Meeting], Draft]
    disputed: str
    tables: tuple[Callable[[Meeting, Draft], None], ...] = ()


_MEMBERSHIP = "memorandum regulation status"
_PRESENCE = "attendance capacity"
_DELEGATIONS, _ORGANIZATIONS, _ABSENT_PEOPLE = Meeting.delegations, Meeting.organizations, Meeting.absent_people
_ABSENCES = (Meeting.absences, _ABSENT_PEOPLE)
_ALL_TABLES = (_DELEGATIONS, *_ABSENCES, Meeting.decisions, _ORGANIZATIONS, Meeting.documents, Meeting.summary)

FACTS: dict[str, Fact] = {
    "all": Fact(_tell_all, _MEMBERSHIP, _ALL_TABLES),
    "countries": Fact(_countries, _PRESENCE, (_DELEGATIONS,)),
    "count": Fact(number(_countries), _PRESENCE, (_DELEGATIONS,)),
    "people": Fact(_people, "leader role", (_DELEGATIONS,)),
    "every": Fact(_every, _PRESENCE, (_DELEGATIONS, *_ABSENCES)),
    "absent": Fact(_absent, "attendance absence", _ABSENCES),
    "absent-count": Fact(number(_absent), "attendance", _ABSENCES),
    "absent-people": Fact(_absent_people, "attendance absence leader", (_ABSENT_PEOPLE,)),
    "organizations": Fact(_organizations, "organization representative", (_ORGANIZATIONS,)),
    "organization-count": Fact(number(_organizations), "organization", (_ORGANIZATIONS,)),
    "granted": Fact(_granted, _MEMBERSHIP, (Meeting.decisions,)),
    "date": Fact(_plain("date", lambda s: s.start, "{summit} was held on {dates}."), "date"),
    "days": Fact(_plain("number", length, "{summit} took {took} ({dates})."), "number"),
    "end": Fact(_plain("date", lambda s: s.end, "{summit} ended on {ended} (held on {dates})."), "date"),
    "city": Fact(_plain("city", lambda s: s.city or "none", "{summit} ({dates}) was held {where}."), "place"),
    "host": Fact(_plain("countries", lambda s: [host_of(s)], "{summit} ({dates}) was hosted by {host}."), "place"),
    "chair": Fact(_plain("people", lambda s: [s.chair_person] if s.chair_person else [], "{summit} ({dates}) was chaired by {chair}."), "chair"),
    "chair-country": Fact(_plain("countries", lambda s: [s.chair_country], "{summit} ({dates}) was chaired by {chair_country}."), "chair"),
    "number": Fact(_plain("number", lambda s: s.ordinal, "{summit} ({dates}) was number {number} of the {nouns}."), "number"),
    "format": Fact(_plain("text", lambda s: s.format, "{summit} ({dates}) was held {form}."), "format"),
    "theme": Fact(_plain("text", lambda s: s.theme, "{summit} ({dates}): {theme}."), "theme"),
    "documents": Fact(_plain("text", lambda s: list(s.documents), "{summit} ({dates}): {documents}."), "documents", (Meeting.documents,)),
}  # fmt: skip
"""What ``--show`` shows."""
