"""Rules on summits: their order, who came to them in what way, who chaired, and what their lists claim."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import chain, pairwise

from scocli.invariants.survey import Fault, Rule, Survey, latest, repeats
from scocli.models import Absence, CategoryId, Delegation, PlannedSummit, Summit
from scocli.text import fold, quoted

_MODES = {"in-person": {"in-person"}, "virtual": {"video"}, "hybrid": {"in-person", "video"}}
_GROUPS: dict[str, CategoryId] = {
    "members": "member",
    "observers": "observer",
    "dialogue_partners": "dialogue-partner",
    "partners": "partner",
}
"""The category of each group of a summit's coverage; the guests have none."""


def summits_are_in_order(survey: Survey) -> Iterator[Fault]:
    """Summits run 1..n in order of date, each on days of its own, the first of them on the day of the founding."""
    summits = survey.of(Summit)
    for index, (place, summit) in enumerate(summits):
        if summit.ordinal != index + 1:
            yield Fault(f"{place}.ordinal", f"is {summit.ordinal}, but this is number {index + 1}")
        if summit.end < summit.start:
            yield Fault(f"{place}.end", f"{summit.end} is before {summit.start}")
    for (_, earlier), (place, later) in pairwise(summits):
        if later.start <= earlier.end:
            yield Fault(f"{place}.start", f"{later.start} is not after {earlier.id} ({earlier.end})")
    if not summits or summits[0][1].start != survey.data.organization.founded.date:
        yield Fault("summits[0].start", "is not the day of the founding")


def summits_are_called_by_year_and_city(survey: Survey) -> Iterator[Fault]:
    """The id of a summit is its year and city; one that is planned lies after what is vouched for."""
    for place, meeting in survey.meetings():
        called = f"{meeting.start[:4]}-{re.sub('[^a-z0-9]+', '-', fold(meeting.city))}"
        if meeting.id != called:
            yield Fault(f"{place}.id", f"is {quoted(meeting.id)} for a summit of {quoted(called)}")
    for place, planned in survey.of(PlannedSummit):
        if latest(planned.start) <= survey.data.through:
            yield Fault(f"{place}.start", f"{planned.start} is not after `through` ({survey.data.through})")
        if latest(planned.end) < planned.start:
            yield Fault(f"{place}.end", f"{planned.end} is before {planned.start}")


def nothing_is_listed_twice(survey: Survey) -> Iterator[Fault]:
    """A summit lists a country's delegation, an absence, an organisation, a decision and a document once."""
    for place, summit in survey.of(Summit):
        lists: dict[str, Iterable[Hashable]] = {
            "delegations": (delegation.country for delegation in summit.delegations),
            "absences": ((absence.country, absence.person, absence.session) for absence in summit.absences),
            "organizations": ((present.name, present.participant) for present in summit.organizations),
            "decisions": ((decided.country, decided.decision, decided.category) for decided in summit.decisions),
            "documents": summit.documents,
        }
        for name, keys in lists.items():
            for index in repeats(keys):
                yield Fault(f"{place}.{name}[{index}]", "is listed before")


def modes_fit_formats(survey: Survey) -> Iterator[Fault]:
    """Delegations came by video only where the summit allowed it, and to a hybrid one some did."""
    for place, summit in survey.of(Summit):
        allowed = _MODES[summit.format]
        for number, delegation in enumerate(summit.delegations):
            if delegation.mode not in allowed:
                yield Fault(
                    f"{place}.delegations[{number}].mode", f"is {delegation.mode} at a summit held {summit.format}"
                )
        if summit.format == "hybrid" and {delegation.mode for delegation in summit.delegations} != allowed:
            yield Fault(f"{place}.format", "is hybrid, but all delegations came in the same way")


def absences_fit_delegations(survey: Survey) -> Iterator[Fault]:
    """Who stayed away is not who came: a country without a delegation, or a leader whom somebody else stood in for."""
    for place, summit in survey.of(Summit):
        leaders = {delegation.country: delegation.leader for delegation in summit.delegations}
        for number, absence in enumerate(summit.absences):
            if absence.country not in leaders:
                continue
            if absence.person is None and absence.role is None:
                yield Fault(f"{place}.absences[{number}]", f"{absence.country} came, so who of it stayed away?")
            elif absence.person is not None and absence.session is None and absence.person == leaders[absence.country]:
                yield Fault(f"{place}.absences[{number}].person", f"{absence.person} led the delegation")


def leaders_belong_to_one_country(survey: Survey) -> Iterator[Fault]:
    """Whoever leads delegations, chairs or stays away does so for one country."""
    homes: dict[str, str] = {}
    acts = chain(
        ((f"{place}.leader", led.leader, led.country) for place, led in survey.of(Delegation) if led.leader),
        ((f"{place}.person", gone.person, gone.country) for place, gone in survey.of(Absence) if gone.person),
        ((f"{place}.chair_person", met.chair_person, met.chair_country) for place, met in survey.of(Summit)),
    )
    for where, name, country in acts:
        for person in survey.persons.get(name, ()):
            if homes.setdefault(person, country) != country:
                yield Fault(where, f"{person} acts for {country} here and for {homes[person]} elsewhere")


def levels_fit_roles(survey: Survey) -> Iterator[Fault]:
    """An office has the same level wherever it is named."""
    delegations = survey.of(Delegation)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, delegation in delegations:
        counts[delegation.role][delegation.level] += 1
    usual = {role: levels.most_common(1)[0][0] for role, levels in counts.items()}
    for place, delegation in delegations:
        if delegation.level != usual[delegation.role]:
            problem = f"is {delegation.level}, but {quoted(delegation.role)} is {usual[delegation.role]} elsewhere"
            yield Fault(f"{place}.level", problem)


def chairs_lead_a_member(survey: Survey) -> Iterator[Fault]:
    """A summit is chaired by whoever leads the delegation of the chairing country, which is a member state."""
    for place, summit in survey.of(Summit):
        if survey.at_opening(summit.chair_country, summit) != "member":
            yield Fault(f"{place}.chair_country", f"{summit.chair_country} was not a member state")
        leads = (found.leader for found in summit.delegations if found.country == summit.chair_country)
        if summit.chair_person not in leads:
            yield Fault(
                f"{place}.chair_person", f"{summit.chair_person} does not lead the delegation of {summit.chair_country}"
            )


def coverage_fits_delegations(survey: Survey) -> Iterator[Fault]:
    """A list is not applicable where nobody held the status, and only there; where nothing was found, it lists nobody."""
    for place, summit in survey.of(Summit):
        held = survey.held_at_openings[summit.id]
        came = {survey.at_opening(delegation.country, summit) or "guest" for delegation in summit.delegations}
        claims = {category: vars(summit.coverage)[group] for group, category in _GROUPS.items()}
        for group, category in _GROUPS.items():
            if (claims[category] == "not-applicable") == (category in held):
                problem = "is not-applicable, but" if category in held else f"is {claims[category]}, but no"
                yield Fault(f"{place}.coverage.{group}", f"{problem} country was {category} when the summit opened")
            if claims[category] == "none" and category in came:
                yield Fault(f"{place}.coverage.{group}", f"is none, but a {category} is listed")
        if summit.coverage.guests == "not-applicable":
            yield Fault(f"{place}.coverage.guests", "is not-applicable, but anybody can be a guest")
        if summit.coverage.guests == "none" and "guest" in came:
            yield Fault(f"{place}.coverage.guests", "is none, but a guest is listed")


RULES: tuple[Rule, ...] = (
    summits_are_in_order,
    summits_are_called_by_year_and_city,
    nothing_is_listed_twice,
    modes_fit_formats,
    absences_fit_delegations,
    leaders_belong_to_one_country,
    levels_fit_roles,
    chairs_lead_a_member,
    coverage_fits_delegations,
)
