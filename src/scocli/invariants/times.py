"""Rules on the organisation and on time: how it began, terms of office, and the days that the data vouch for."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from scocli.invariants.survey import Fault, Survey, latest
from scocli.models import (
    Agreement,
    Body,
    Chairmanship,
    Director,
    PlannedSummit,
    Predecessor,
    PredecessorSummit,
    SecretaryGeneral,
    Spirit,
    StatusPeriod,
)
from scocli.text import quoted

DATES = (
    "date", "since", "until", "start", "end", "introduced", "retired", "procedure_started", "founded", "signed",
    "in_force", "agreement", "decided", "declared", "first_named", "last_named",
)  # fmt: skip
"""The fields that hold dates, by name; a field of another kind may share one."""
_OLDER = (Predecessor, PredecessorSummit)
"""Records of what was before the founding."""


def facts_lie_within_the_data(survey: Survey) -> Iterator[Fault]:
    """Nothing is dated after `through`, nothing but the predecessor before the founding, and that not after it."""
    through, founded = survey.data.through, survey.data.organization.founded.date
    for field in DATES:
        for record, day in survey.with_field(field):
            if day.__class__ is not str or record.__class__ is PlannedSummit:
                continue
            if day > through:
                yield survey.fault(record, field, f"{day} is after `through` ({through})")
            if record.__class__ in _OLDER:
                if day >= founded:
                    yield survey.fault(record, field, f"{day} is not before the founding ({founded})")
            elif latest(day) < founded:
                yield survey.fault(record, field, f"{day} is before the founding ({founded})")


def the_founding_is_told_once(survey: Survey) -> Iterator[Fault]:
    """The founders are those whose membership began by founding, on that day, at the first summit."""
    founded = survey.data.organization.founded
    begun = {code: periods[0] for code, periods in survey.statuses.items() if periods}
    by_founding = {code for code, period in begun.items() if period.basis == "founding"}
    for code in sorted(by_founding.symmetric_difference(founded.founders)):
        yield Fault("organization.founded.founders", f"do not agree with the basis of the first status of {code}")
    for period in survey.of(StatusPeriod):
        if period.basis == "founding" and (period.category, period.since) != ("member", founded.date):
            yield survey.fault(period, "basis", f"is founding, but that made members, on {founded.date}")
    if survey.in_order and survey.in_order[0].city != founded.city:
        yield Fault("organization.founded.city", f"is not where the first summit was ({survey.in_order[0].city})")
    member = survey.categories.get("member")
    if member and member.introduced != founded.date:
        yield Fault("organization.founded.date", f"is not when membership began ({member.introduced})")


def the_predecessor_is_told_in_order(survey: Survey) -> Iterator[Fault]:
    """The predecessor began with the first of its summits, had members that became founders, and met in its members."""
    predecessor = survey.data.organization.predecessor
    place = "organization.predecessor"
    for index, code in enumerate(predecessor.members):
        if code not in survey.data.organization.founded.founders:
            yield Fault(f"{place}.members[{index}]", f"{code} is none of the founders")
    if not predecessor.summits or predecessor.summits[0].date != predecessor.founded:
        yield Fault(f"{place}.founded", "is not the day of its first summit")
    for index, (earlier, later) in enumerate(pairwise(predecessor.summits), start=1):
        if later.date <= earlier.date:
            yield Fault(f"{place}.summits[{index}].date", f"{later.date} is not after {earlier.date}")
    for index, summit in enumerate(predecessor.summits):
        if summit.country not in predecessor.members:
            yield Fault(f"{place}.summits[{index}].country", f"{summit.country} is none of its members")


def treaties_come_first(survey: Survey) -> Iterator[Fault]:
    """The charter entered into force after it was signed; a body opened after it was agreed on."""
    charter = survey.data.organization.charter
    if charter.in_force < charter.signed:
        yield Fault("organization.charter.in_force", f"{charter.in_force} is before {charter.signed}")
    for body in survey.of(Body):
        if body.agreement and body.since and latest(body.since) < body.agreement:
            yield survey.fault(body, "since", f"{body.since} is before {body.agreement}")


def bodies_work_or_are_to_come(survey: Survey) -> Iterator[Fault]:
    """A body with a seat says in what country; one that is planned has not opened; the Secretariat and RATS are there."""
    bodies = survey.data.organization.bodies
    for body in bodies:
        if body.city and not body.country:
            yield survey.fault(body, "country", f"is missing, but the seat is {body.city}")
        if body.stage and body.since:
            yield survey.fault(body, "since", f"stands, but the body is only {body.stage}")
    for missing in sorted({"secretariat", "rats"} - {body.id for body in bodies if body.city and body.since}):
        yield Fault("organization.bodies", f"{missing!r} is missing, or its seat or beginning is")


def what_is_told_twice_agrees(survey: Survey) -> Iterator[Fault]:
    """The Shanghai Spirit has as many elements in Chinese; another organisation has one name."""
    for spirit in survey.of(Spirit):
        if len(spirit.elements) != len(spirit.elements_zh):
            yield survey.fault(spirit, "elements_zh", f"are {len(spirit.elements_zh)}, not {len(spirit.elements)}")
    partners: dict[str, Agreement] = {}
    for made in survey.of(Agreement):
        first = partners.setdefault(made.partner, made)
        for field in ("organization", "abbreviation"):
            if getattr(made, field) != getattr(first, field):
                yield survey.fault(made, field, f"is not that of {quoted(made.partner)} elsewhere")


def directors_follow_one_another(survey: Survey) -> Iterator[Fault]:
    """A director's term, or the days on which sources name the person, lie after those of the one before."""
    spans = []
    for director in survey.of(Director):
        first, last = director.since or director.first_named, director.until or director.last_named
        if not first or (last and latest(last) < first):
            yield survey.fault(director, "", "has no first day, or a last one before it")
        spans.append((director, first or "", last or first or ""))
    for (_, _, ended), (director, began, _) in pairwise(spans):
        if latest(began) < ended:
            yield survey.fault(director, "", f"begins ({began}) before the one before is last told of ({ended})")


def terms_are_in_order(survey: Survey) -> Iterator[Fault]:
    """Chairmanships and Secretaries-General follow one another without overlap; only the last has no end."""
    facts = survey.data.organization
    terms: dict[str, tuple[Chairmanship | SecretaryGeneral, ...]] = {
        "chairmanships": facts.chairmanships,
        "secretaries_general": facts.secretaries_general,
    }
    for name, group in terms.items():
        for number, (earlier, later) in enumerate(pairwise(group), start=1):
            if earlier.until is None or later.since is None or latest(later.since) < earlier.until:
                yield Fault(f"organization.{name}[{number}]", "does not begin after the one before it ended")
        for number, term in enumerate(group):
            if term.since and term.until and latest(term.until) < term.since:
                yield Fault(f"organization.{name}[{number}].until", f"{term.until} is before {term.since}")


def chairmanships_fit_summits(survey: Survey) -> Iterator[Fault]:
    """The chair is handed over at summits, and a summit is chaired by the country whose term goes on or ends there.

    Of a term whose beginning was not read only the summit at its end is known to be its own.
    """
    summits = survey.in_order
    starts = [summit.start for summit in summits]
    for term in survey.of(Chairmanship):
        begun = bisect_right(starts, term.since or "")
        ended = bisect_right(starts, term.until or survey.data.through)
        for field, day, count in (("since", term.since, begun), ("until", term.until, ended)):
            if day and not (count and day <= summits[count - 1].end):
                yield survey.fault(term, field, f"{day} is no day of a summit")
        for index in range(begun if term.since else max(ended - 1, 0), ended):
            if summits[index].chair_country != term.country:
                chair = summits[index].chair_country
                problem = f"is {chair}, but {survey.place(term)} is that of {term.country}"
                yield survey.fault(summits[index], "chair_country", problem)


def the_last_summit_changes_the_chair(survey: Survey) -> Iterator[Fault]:
    """At the last summit a chairmanship ends and another begins: whoever adds a summit says who has held the chair since."""
    terms, summits = survey.data.organization.chairmanships, survey.in_order
    if not summits:
        return
    last = summits[-1]
    if not any(last.start <= (term.until or "") <= last.end for term in terms):
        held = next((f"[{n}].until" for n, term in enumerate(terms) if not term.until and term.since != last.end), "")
        problem = f"is missing: the term of {last.chair_country} ended at {last.id} ({last.end})"
        yield Fault(f"organization.chairmanships{held}", problem if held else f"none ends at {last.id} ({last.end})")
    if not any(last.start <= (term.since or "") <= last.end for term in terms):
        yield Fault("organization.chairmanships", f"none begins at {last.id} ({last.end}): who has held it since?")
