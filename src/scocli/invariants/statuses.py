"""Rules on who held what: periods, the decisions that began them, memoranda and applications."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import get_args

from scocli.invariants.survey import NEVER, Fault, Survey, latest
from scocli.models import Application, CategoryId, Decision, Summit
from scocli.text import quoted

_ON_A_COUNTRY = ("granted", "procedure-started", "memorandum-signed")


def _decisions(survey: Survey) -> Iterator[tuple[Summit, Decision]]:
    return ((summit, decision) for summit in survey.data.summits for decision in summit.decisions)


def periods_are_in_order(survey: Survey) -> Iterator[Fault]:
    """A country's periods begin one after another (each ends where the next begins), by change of category."""
    for index, country in enumerate(survey.data.countries):
        for number, (earlier, later) in enumerate(pairwise(country.statuses), start=1):
            place = f"countries[{index}].statuses[{number}]"
            if later.since <= earlier.since:
                yield Fault(f"{place}.since", f"{later.since} is not after {earlier.since}, so two statuses overlap")
            if later.category == earlier.category:
                yield Fault(f"{place}.category", f"is {later.category} as before, so nothing changed")


def categories_follow_one_another(survey: Survey) -> Iterator[Fault]:
    """All categories are there; one that was retired was merged into one that could be held on that day."""
    for missing in set(get_args(CategoryId)) - survey.categories.keys():
        yield Fault("categories", f"{missing!r} is missing")
    for index, category in enumerate(survey.data.categories):
        place = f"categories[{index}]"
        if (category.retired is None) != (category.merged_into is None):
            yield Fault(f"{place}.merged_into", "stands if and only if the category is retired")
        if category.retired is None or category.merged_into is None:
            continue
        if category.retired <= category.introduced:
            yield Fault(f"{place}.retired", f"{category.retired} is not after {category.introduced}")
        successor = survey.categories.get(category.merged_into)
        if successor and not successor.introduced <= category.retired < (successor.retired or NEVER):
            yield Fault(f"{place}.merged_into", f"{successor.id} could not be held on {category.retired}")


def categories_exist_while_held(survey: Survey) -> Iterator[Fault]:
    """A category is held only from its introduction until it is retired."""
    for place, _, period, end in survey.held:
        held = survey.categories.get(period.category)
        if held is None:
            continue
        if period.since < held.introduced:
            yield Fault(f"{place}.since", f"is before {period.category} was introduced ({held.introduced})")
        if held.retired is not None and end > held.retired:
            yield Fault(place, f"{period.category} is held after it was retired ({held.retired})")


def periods_begin_at_summits(survey: Survey) -> Iterator[Fault]:
    """`granted_at` names a summit that was sitting on the first day of the period."""
    for place, _, period, _ in survey.held:
        summit = survey.summits.get(period.granted_at)
        if summit is None:
            yield Fault(f"{place}.granted_at", f"no summit has the id {quoted(period.granted_at)}")
        elif not summit.start <= period.since <= summit.end:
            yield Fault(f"{place}.since", f"{period.since} is not a day of {summit.id}")


def periods_have_a_basis(survey: Survey) -> Iterator[Fault]:
    """A period was decided by the summit that it names, or began when the category held before was merged into its own.

    Where a grant and the merger of its category fall on one day (Laos, 2025), the grant stands for what was held before.
    """
    granted = {
        (summit.id, decision.country, decision.category)
        for summit, decision in _decisions(survey)
        if decision.decision == "granted"
    }
    for place, code, period, _ in survey.held:
        summit, category = period.granted_at, period.category
        if period.basis != "merged":
            if (summit, code, category) not in granted:
                yield Fault(f"{place}.basis", f"no decision of {quoted(summit)} grants {code} the status of {category}")
            continue
        before = [
            merged.id
            for merged in survey.categories.values()
            if merged.merged_into == category and merged.retired == period.since
        ]
        held = next((other for other in reversed(survey.statuses[code]) if other.since < period.since), None)
        if not (held.category in before if held else any((summit, code, merged) in granted for merged in before)):
            yield Fault(f"{place}.basis", f"{code} held nothing that was merged into {category} on {period.since}")


def _granted(survey: Survey, summit: Summit, decision: Decision) -> str | None:
    category = survey.categories.get(decision.category)
    kept = (decision.category, category.merged_into if category else None)
    begun = (period for period in survey.statuses.get(decision.country or "", ()) if period.category in kept)
    if any(period.granted_at == summit.id for period in begun):
        return None
    return f"{decision.country} has no {decision.category} status granted at {summit.id}"


def _procedure_started(survey: Survey, summit: Summit, decision: Decision) -> str | None:
    for period in survey.statuses.get(decision.country or "", ()):
        if period.category == decision.category and period.since > summit.start:
            if summit.start <= (period.procedure_started or "") <= summit.end:
                return None
            return f"the {decision.category} status of {decision.country} has no `procedure_started` of those days"
    return None


def _memorandum_signed(survey: Survey, summit: Summit, decision: Decision) -> str | None:
    for period in survey.statuses.get(decision.country or "", ()):
        if period.category == decision.category and period.memorandum and period.memorandum.date <= summit.end:
            return None
    return f"{decision.country} has no memorandum on the status of {decision.category} by {summit.end}"


def _category_created(survey: Survey, summit: Summit, decision: Decision) -> str | None:
    category = survey.categories.get(decision.category)
    if category is None or summit.start <= category.introduced <= summit.end:
        return None
    return f"{category.id} was introduced on {category.introduced}"


def _categories_merged(survey: Survey, summit: Summit, decision: Decision) -> str | None:
    merged = (category for category in survey.categories.values() if category.merged_into == decision.category)
    if any(summit.start <= (category.retired or "") <= summit.end for category in merged):
        return None
    return f"no category was merged into {decision.category} in those days"


_EFFECTS: dict[str, Callable[[Survey, Summit, Decision], str | None]] = {
    "granted": _granted,
    "procedure-started": _procedure_started,
    "memorandum-signed": _memorandum_signed,
    "category-created": _category_created,
    "categories-merged": _categories_merged,
    "rules-approved": lambda *_: None,
}
"""What contradicts a decision in the records of the country or category that it is about, if anything does."""


def decisions_take_effect(survey: Survey) -> Iterator[Fault]:
    """What a summit decided on a country or a category is what their records say of its days."""
    for summit, decision in _decisions(survey):
        if (decision.country is not None) != (decision.decision in _ON_A_COUNTRY):
            yield survey.fault(
                decision, "country", f"stands if and only if one is concerned, but this is {decision.decision}"
            )
        elif problem := _EFFECTS[decision.decision](survey, summit, decision):
            yield survey.fault(decision, "", problem)


def procedures_are_decided(survey: Survey) -> Iterator[Fault]:
    """`procedure_started` is a day, before the status began, of a summit that decided it."""
    started: defaultdict[tuple[str | None, str], list[Summit]] = defaultdict(list)
    for summit, decision in _decisions(survey):
        if decision.decision == "procedure-started":
            started[decision.country, decision.category].append(summit)
    for place, code, period, _ in survey.held:
        day = period.procedure_started
        if day is None:
            continue
        if day >= period.since:
            yield Fault(f"{place}.procedure_started", f"{day} is not before {period.since}")
        if not any(summit.start <= day <= summit.end for summit in started[code, period.category]):
            yield Fault(f"{place}.procedure_started", f"no summit of {day} decided it")


def memoranda_fit_periods(survey: Survey) -> Iterator[Fault]:
    """A memorandum on membership was signed by the day of admission, one on another status while it was held."""
    for place, _, period, end in survey.held:
        if period.memorandum is None:
            continue
        signed = period.memorandum.date
        if period.category == "member" and signed > period.since:
            yield Fault(f"{place}.memorandum.date", f"{signed} is after the admission ({period.since})")
        if period.category != "member" and not (latest(signed) >= period.since and signed < end):
            yield Fault(f"{place}.memorandum.date", f"{signed} is not within the period")


def applications_ask_for_more(survey: Survey) -> Iterator[Fault]:
    """A status was asked for before it was held, and by no member state."""
    for asked in survey.of(Application):
        held = survey.status_on(asked.country, asked.date)
        if held and held.category in (asked.category, "member"):
            yield survey.fault(asked, "date", f"{asked.country} was {held.category} by {asked.date}")
