"""Rules on summits: their order, who came to them in what way, who chaired, and what their lists claim."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from itertools import chain, pairwise
from operator import attrgetter

from scocli.invariants.survey import Fault, Rule, Survey, latest, repeats
from scocli.models import Absence, CategoryId, Delegation, PlannedSummit, Record, Summit
from scocli.text import fold, quoted

_MODES = {"in-person": {"in-person"}, "virtual": {"video"}, "hybrid": {"in-person", "video"}}
_GROUPS: dict[str, CategoryId] = {
    "members": "member",
    "observers": "observer",
    "dialogue_partners": "dialogue-partner",
    "partners": "partner",
}
"""The category of each group of a summit's coverage; the guests have none."""
_CAPACITIES = {**_GROUPS, "guests": "guest"}
_KEYS: dict[str, Callable[[Record], Hashable]] = {
    "delegations": attrgetter("country"),
    "absences": attrgetter("country", "person", "session"),
    "organizations": attrgetter("name", "participant"),
    "decisions": attrgetter("country", "decision", "category"),
}
"""What tells apart the records in each list of a summit."""


def summits_are_in_order(survey: Survey) -> Iterator[Fault]:
    """Summits run 1..n in order of date, each on days of its own, the first of them on the day of the founding."""
    summits = survey.in_order
    for index, summit in enumerate(summits):
        if summit.ordinal != index + 1:
            yield Fault(f"{survey.place(summit)}.ordinal", f"is {summit.ordinal}, but this is number {index + 1}")
        if summit.end < summit.start:
            yield Fault(f"{survey.place(summit)}.end", f"{summit.end} is before {summit.start}")
    for earlier, later in pairwise(summits):
        if later.start <= earlier.end:
            yield Fault(f"{survey.place(later)}.start", f"{later.start} is not after {earlier.id} ({earlier.end})")
    if not summits or summits[0].start != survey.data.organization.founded.date:
        yield Fault("summits[0].start", "is not the day of the founding")


def summits_are_called_by_year_and_city(survey: Survey) -> Iterator[Fault]:
    """The id of a summit is its year and city; one that is planned lies after what is vouched for."""
    for meeting in survey.meetings():
        called = f"{meeting.start[:4]}-{re.sub('[^a-z0-9]+', '-', fold(meeting.city))}"
        if meeting.id != called:
            yield Fault(f"{survey.place(meeting)}.id", f"is {quoted(meeting.id)} for a summit of {quoted(called)}")
    for planned in survey.of(PlannedSummit):
        if latest(planned.start) <= survey.data.through:
            yield Fault(
                f"{survey.place(planned)}.start", f"{planned.start} is not after `through` ({survey.data.through})"
            )
        if latest(planned.end) < planned.start:
            yield Fault(f"{survey.place(planned)}.end", f"{planned.end} is before {planned.start}")


def what_was_held_is_planned_no_more(survey: Survey) -> Iterator[Fault]:
    """No summit is planned for days on which one was held: the one after it is, or none."""
    for planned in survey.of(PlannedSummit):
        for summit in survey.of(Summit):
            if planned.start == summit.start[: len(planned.start)]:
                problem = f"{summit.id} was held then: put the next one that is announced in its place, or nothing"
                yield Fault(survey.place(planned), problem)


def nothing_is_listed_twice(survey: Survey) -> Iterator[Fault]:
    """A summit lists a country's delegation, an absence, an organisation, a decision and a document once."""
    for summit in survey.of(Summit):
        lists = {name: map(key, getattr(summit, name)) for name, key in _KEYS.items()}
        for name, keys in {**lists, "documents": summit.documents}.items():
            for index in repeats(keys):
                yield Fault(f"{survey.place(summit)}.{name}[{index}]", "is listed before")


def modes_fit_formats(survey: Survey) -> Iterator[Fault]:
    """Delegations came by video only where the summit allowed it, and to a hybrid one some did."""
    for summit in survey.of(Summit):
        allowed = _MODES[summit.format]
        for number, delegation in enumerate(summit.delegations):
            if delegation.mode not in allowed:
                yield Fault(
                    f"{survey.place(summit)}.delegations[{number}].mode",
                    f"is {delegation.mode} at a summit held {summit.format}",
                )
        if summit.format == "hybrid" and {delegation.mode for delegation in summit.delegations} != allowed:
            yield Fault(f"{survey.place(summit)}.format", "is hybrid, but all delegations came in the same way")


def absences_fit_delegations(survey: Survey) -> Iterator[Fault]:
    """Who stayed away is not who came: a country without a delegation, or a leader whom somebody else stood in for."""
    for summit in survey.of(Summit):
        leaders = {delegation.country: delegation.leader for delegation in summit.delegations}
        for number, absence in enumerate(summit.absences):
            if absence.country not in leaders:
                continue
            if absence.person is None and absence.role is None:
                yield Fault(
                    f"{survey.place(summit)}.absences[{number}]", f"{absence.country} came, so who of it stayed away?"
                )
            elif absence.person is not None and absence.session is None and absence.person == leaders[absence.country]:
                yield Fault(f"{survey.place(summit)}.absences[{number}].person", f"{absence.person} led the delegation")


def leaders_belong_to_one_country(survey: Survey) -> Iterator[Fault]:
    """Whoever leads delegations, chairs or stays away does so for one country."""
    homes: dict[str, str] = {}
    acts = chain(
        ((led, "leader", led.leader, led.country) for led in survey.of(Delegation) if led.leader),
        ((gone, "person", gone.person, gone.country) for gone in survey.of(Absence) if gone.person),
        ((met, "chair_person", met.chair_person, met.chair_country) for met in survey.of(Summit)),
    )
    for record, field, name, country in acts:
        for person in survey.persons.get(name, ()):
            if homes.setdefault(person, country) != country:
                yield Fault(
                    f"{survey.place(record)}.{field}",
                    f"{person} acts for {country} here and for {homes[person]} elsewhere",
                )


def leaders_have_an_office(survey: Survey) -> Iterator[Fault]:
    """Who led a delegation is named with an office, and an office with its level; where no source names it, neither stands."""
    for led in survey.of(Delegation):
        if led.leader and not led.role and not led.level:
            yield Fault(f"{survey.place(led)}.role", f"is missing: in what office did {led.leader} come?")
        if bool(led.role) != bool(led.level):
            missing, there = ("level", "role") if led.role else ("role", "level")
            yield Fault(f"{survey.place(led)}.{missing}", f"is missing, but the {there} is told")


def levels_fit_roles(survey: Survey) -> Iterator[Fault]:
    """An office has the same level wherever it is named."""
    delegations = survey.of(Delegation)
    counts = Counter(map(attrgetter("role", "level"), delegations))
    usual = {role: level for (role, level), _ in reversed(counts.most_common()) if role}
    for delegation in delegations if len(usual) < len(counts) else ():
        role, level = delegation.role, delegation.level
        if role and level and level != usual[role]:
            problem = f"is {level}, but {quoted(role)} is {usual[role]} elsewhere"
            yield Fault(f"{survey.place(delegation)}.level", problem)


def chairs_lead_a_member(survey: Survey) -> Iterator[Fault]:
    """A summit is chaired by whoever leads the delegation of the chairing country, which is a member state."""
    for summit in survey.of(Summit):
        if survey.at_opening(summit.chair_country, summit) != "member":
            yield Fault(f"{survey.place(summit)}.chair_country", f"{summit.chair_country} was not a member state")
        leads = (found.leader for found in summit.delegations if found.country == summit.chair_country)
        if summit.chair_person not in leads:
            yield Fault(
                f"{survey.place(summit)}.chair_person",
                f"{summit.chair_person} does not lead the delegation of {summit.chair_country}",
            )


def coverage_fits_delegations(survey: Survey) -> Iterator[Fault]:
    """A list is not applicable where nobody held the status, and only there; where nothing was found, it lists nobody."""
    for summit in survey.of(Summit):
        held, coverage = survey.held_at_openings[summit.id], summit.coverage
        for group, category in _GROUPS.items():
            claim = getattr(coverage, group)
            if (claim == "not-applicable") == (category in held):
                problem = "is not-applicable, but" if category in held else f"is {claim}, but no"
                yield Fault(
                    f"{survey.place(coverage)}.{group}", f"{problem} country was {category} when the summit opened"
                )
        if coverage.guests == "not-applicable":
            yield Fault(f"{survey.place(coverage)}.guests", "is not-applicable, but anybody can be a guest")
        empty = {group: capacity for group, capacity in _CAPACITIES.items() if getattr(coverage, group) == "none"}
        came = {survey.at_opening(delegation.country, summit) or "guest" for delegation in summit.delegations if empty}
        for group, capacity in empty.items():
            if capacity in came:
                yield Fault(f"{survey.place(coverage)}.{group}", f"is none, but a {capacity} is listed")


RULES: tuple[Rule, ...] = (
    summits_are_in_order,
    summits_are_called_by_year_and_city,
    what_was_held_is_planned_no_more,
    nothing_is_listed_twice,
    modes_fit_formats,
    absences_fit_delegations,
    leaders_belong_to_one_country,
    leaders_have_an_office,
    levels_fit_roles,
    chairs_lead_a_member,
    coverage_fits_delegations,
)
