"""Rules on the meetings of both Councils: their order, who came in what way, who chaired, and what their lists claim."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from itertools import chain, pairwise
from operator import attrgetter

from scocli.invariants.survey import Fault, Survey, in_order, latest, repeats
from scocli.models import Absence, CategoryId, Delegation, Meeting, PlannedSummit, Record
from scocli.text import fold, quoted

_MODES = {"in-person": {"in-person"}, "virtual": {"video"}, "hybrid": {"in-person", "video"}}
_GROUPS: dict[str, CategoryId] = {
    "members": "member",
    "observers": "observer",
    "dialogue_partners": "dialogue-partner",
    "partners": "partner",
}
"""The category of each group of a meeting's coverage; the guests have none."""
_CAPACITIES = {**_GROUPS, "guests": "guest"}
_KEYS: dict[str, Callable[[Record], Hashable]] = {
    "delegations": attrgetter("country"),
    "absences": attrgetter("country", "person", "session"),
    "organizations": attrgetter("name", "participant"),
    "decisions": attrgetter("country", "decision", "category"),
}
"""What tells apart the records in each list of a meeting."""


def meetings_are_in_order(survey: Survey) -> Iterator[Fault]:
    """The meetings of a Council run 1..n in order of date, each on days of its own; the first summit is the founding."""
    for meetings in map(in_order, (council.held for council in survey.councils)):
        for index, meeting in enumerate(meetings):
            if meeting.ordinal != index + 1:
                yield survey.fault(meeting, "ordinal", f"is {meeting.ordinal}, but this is number {index + 1}")
            if meeting.end < meeting.start:
                yield survey.fault(meeting, "end", f"{meeting.end} is before {meeting.start}")
        for earlier, later in pairwise(meetings):
            if later.start <= earlier.end:
                yield survey.fault(later, "start", f"{later.start} is not after {earlier.id} ({earlier.end})")
    summits = survey.in_order
    if not summits or summits[0].start != survey.data.organization.founded.date:
        yield Fault("summits[0].start", "is not the day of the founding")


def _called(prefix: str, meeting: Meeting | PlannedSummit) -> str:
    place = fold(meeting.city) if meeting.city else f"video {meeting.chair_country.lower()}"
    return f"{prefix}{meeting.start[:4]}-{re.sub('[^a-z0-9]+', '-', place)}"


def meetings_are_called_by_year_and_city(survey: Survey) -> Iterator[Fault]:
    """The id of a meeting is its year and city, behind `chg` if it is one of the heads of government; by video, its chair.

    One that is planned lies after what is vouched for.
    """
    for council in survey.councils:
        for meeting in council.meetings:
            called = _called(council.prefix, meeting)
            if meeting.id != called:
                yield survey.fault(meeting, "id", f"is {quoted(meeting.id)} for a meeting of {quoted(called)}")
    for planned in survey.of(PlannedSummit):
        if latest(planned.start) <= survey.data.through:
            yield survey.fault(planned, "start", f"{planned.start} is not after `through` ({survey.data.through})")
        if latest(planned.end) < planned.start:
            yield survey.fault(planned, "end", f"{planned.end} is before {planned.start}")


def places_fit_formats(survey: Survey) -> Iterator[Fault]:
    """A meeting has a city and its country, or neither; neither only by video."""
    for meeting in survey.of(Meeting):
        if (meeting.city is None) != (meeting.country is None):
            missing = "city" if meeting.city is None else "country"
            yield survey.fault(meeting, missing, "is missing, but the other half of the place is told")
        if (meeting.city is None) != (meeting.format == "virtual"):
            problem = (
                "is missing, but only a meeting by video has none"
                if meeting.city is None
                else "stands, but it was by video"
            )
            yield survey.fault(meeting, "city", problem)


def only_summits_decide_who_belongs(survey: Survey) -> Iterator[Fault]:
    """Decisions about who belongs are those of the heads of state."""
    for meeting in survey.of(Meeting):
        if meeting.decisions:
            yield survey.fault(meeting, "decisions", "stand, but only a summit decides who belongs")


def what_was_held_is_planned_no_more(survey: Survey) -> Iterator[Fault]:
    """No meeting of a Council is planned for days on which one was held: the one after it is, or none."""
    for council in survey.councils:
        for planned in council.planned:
            for meeting in council.held:
                if planned.start == meeting.start[: len(planned.start)]:
                    problem = f"{meeting.id} was held then: put the next one that is announced in its place, or nothing"
                    yield survey.fault(planned, "", problem)


def nothing_is_listed_twice(survey: Survey) -> Iterator[Fault]:
    """A meeting lists a country's delegation, an absence, an organisation, a decision and a document once."""
    for summit in survey.held_meetings:
        lists = {name: map(key, getattr(summit, name)) for name, key in _KEYS.items()}
        for name, keys in {**lists, "documents": summit.documents}.items():
            for index in repeats(keys):
                yield survey.fault(summit, f"{name}[{index}]", "is listed before")


def modes_fit_formats(survey: Survey) -> Iterator[Fault]:
    """Delegations came by video only where the meeting allowed it, and to a hybrid one some did."""
    for summit in survey.held_meetings:
        allowed = _MODES[summit.format]
        for number, delegation in enumerate(summit.delegations):
            if delegation.mode not in allowed:
                yield survey.fault(
                    summit, f"delegations[{number}].mode", f"is {delegation.mode} at a meeting held {summit.format}"
                )
        if summit.format == "hybrid" and {delegation.mode for delegation in summit.delegations} != allowed:
            yield survey.fault(summit, "format", "is hybrid, but all delegations came in the same way")


def absences_fit_delegations(survey: Survey) -> Iterator[Fault]:
    """Who stayed away is not who came: a country without a delegation, or a leader whom somebody else stood in for."""
    for summit in survey.held_meetings:
        leaders = {delegation.country: delegation.leader for delegation in summit.delegations}
        for number, absence in enumerate(summit.absences):
            if absence.country not in leaders:
                continue
            if absence.person is None and absence.role is None:
                yield survey.fault(summit, f"absences[{number}]", f"{absence.country} came, so who of it stayed away?")
            elif absence.person is not None and absence.session is None and absence.person == leaders[absence.country]:
                yield survey.fault(summit, f"absences[{number}].person", f"{absence.person} led the delegation")


def leaders_belong_to_one_country(survey: Survey) -> Iterator[Fault]:
    """Whoever leads delegations, chairs or stays away does so for one country."""
    homes: dict[str, str] = {}
    acts = chain(
        ((led, "leader", led.leader, led.country) for led in survey.of(Delegation) if led.leader),
        ((gone, "person", gone.person, gone.country) for gone in survey.of(Absence) if gone.person),
        (
            (met, "chair_person", met.chair_person, met.chair_country)
            for met in survey.held_meetings
            if met.chair_person
        ),
    )
    for record, field, name, country in acts:
        for person in survey.persons.get(name, ()):
            if homes.setdefault(person, country) != country:
                yield survey.fault(record, field, f"{person} acts for {country} here and for {homes[person]} elsewhere")


def leaders_have_an_office(survey: Survey) -> Iterator[Fault]:
    """Who led a delegation is named with an office, and an office with its level; where no source names it, neither stands."""
    for led in survey.of(Delegation):
        if led.leader and not led.role and not led.level:
            yield survey.fault(led, "role", f"is missing: in what office did {led.leader} come?")
        if bool(led.role) != bool(led.level):
            missing, there = ("level", "role") if led.role else ("role", "level")
            yield survey.fault(led, missing, f"is missing, but the {there} is told")


def levels_fit_roles(survey: Survey) -> Iterator[Fault]:
    """An office has the same level wherever it is named."""
    delegations = survey.of(Delegation)
    counts = Counter(map(attrgetter("role", "level"), delegations))
    usual = {role: level for (role, level), _ in reversed(counts.most_common()) if role}
    for delegation in delegations if len(usual) < len(counts) else ():
        role, level = delegation.role, delegation.level
        if role and level and level != usual[role]:
            problem = f"is {level}, but {quoted(role)} is {usual[role]} elsewhere"
            yield survey.fault(delegation, "level", problem)


def chairs_lead_a_member(survey: Survey) -> Iterator[Fault]:
    """A meeting is chaired by whoever leads the delegation of the chairing country, which is a member state.

    Who chaired is missing only where the chair rests on the place alone.
    """
    for summit in survey.held_meetings:
        if survey.at_opening(summit.chair_country, summit) != "member":
            yield survey.fault(summit, "chair_country", f"{summit.chair_country} was not a member state")
        leads = (found.leader for found in summit.delegations if found.country == summit.chair_country)
        if (summit.chair_person is None) != (summit.chair_basis == "host"):
            yield survey.fault(summit, "chair_person", "is missing if and only if `chair_basis` is `host`")
        elif summit.chair_person and summit.chair_person not in leads:
            yield survey.fault(
                summit, "chair_person", f"{summit.chair_person} does not lead the delegation of {summit.chair_country}"
            )
        elif summit.chair_basis == "host" and summit.chair_country != summit.country:
            yield survey.fault(summit, "chair_country", f"is not the host ({summit.country}), on whom it rests")


def coverage_fits_delegations(survey: Survey) -> Iterator[Fault]:
    """A list is not applicable where nobody held the status, and only there; where nothing was found, it lists nobody."""
    for summit in survey.held_meetings:
        held, coverage = survey.held_at_openings[summit.id], summit.coverage
        for group, category in _GROUPS.items():
            claim = getattr(coverage, group)
            if (claim == "not-applicable") == (category in held):
                problem = "is not-applicable, but" if category in held else f"is {claim}, but no"
                yield survey.fault(coverage, group, f"{problem} country was {category} when the meeting opened")
        if coverage.guests == "not-applicable":
            yield survey.fault(coverage, "guests", "is not-applicable, but anybody can be a guest")
        empty = {group: capacity for group, capacity in _CAPACITIES.items() if getattr(coverage, group) == "none"}
        came = {survey.at_opening(delegation.country, summit) or "guest" for delegation in summit.delegations if empty}
        for group, capacity in empty.items():
            if capacity in came:
                yield survey.fault(coverage, group, f"is none, but a {capacity} is listed")
