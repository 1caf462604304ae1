"""Rules that tie the records of a data set to each other.

Each rule is a generator of :class:`Fault`; :data:`RULES` is all of them. A fault names its place as a path
into the file (``summits[3].delegations[2].leader``) and says what is wrong there.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from pydantic import BaseModel

from scocli.models import TOPICS, CategoryId, Conflict, Country, Data, PlannedSummit, Summit
from scocli.text import fold


class Fault(NamedTuple):
    """What is wrong with a data set, and where."""

    place: str
    problem: str

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}" if self.place else self.problem


Rule = Callable[[Data], Iterator[Fault]]


def _repeats(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def _walk(node: object, place: str) -> Iterator[tuple[str, BaseModel]]:
    """Every record below a node, with its place."""
    if isinstance(node, BaseModel):
        yield place, node
        for name in type(node).model_fields:
            yield from _walk(getattr(node, name), f"{place}.{name}" if place else name)
    elif isinstance(node, tuple):
        for index, item in enumerate(node):
            yield from _walk(item, f"{place}[{index}]")


def source_ids_resolve(data: Data) -> Iterator[Fault]:
    """Every source that is named exists, none is named twice in one place, and none is unused."""
    used: set[str] = set()
    for place, record in _walk(data, ""):
        ids = getattr(record, "sources", None)
        if not isinstance(ids, tuple):
            continue
        used.update(ids)
        for index, source in enumerate(ids):
            if source not in data.sources:
                yield Fault(f"{place}.sources[{index}]", f"no source has the id {source!r}")
            if source in ids[:index]:
                yield Fault(f"{place}.sources[{index}]", f"{source!r} is named twice")
    for source in data.sources:
        if source not in used:
            yield Fault(f"sources.{source}", "is not used by any record")
    if list(data.sources) != sorted(data.sources):
        yield Fault("sources", "are not in order of id")


def ids_are_unique(data: Data) -> Iterator[Fault]:
    """No two countries, categories, persons or summits share what identifies them."""
    meetings: list[Summit | PlannedSummit] = [*data.summits, *data.planned_summits]
    groups: dict[str, list[str]] = {
        "countries": [country.code for country in data.countries] + [country.alpha3 for country in data.countries],
        "categories": [category.id for category in data.categories],
        "persons": [person.name for person in data.persons],
        "summits": [meeting.id for meeting in meetings],
    }
    for place, ids in groups.items():
        for repeated in _repeats(ids):
            yield Fault(place, f"{repeated!r} stands for more than one")


def _names(country: Country) -> list[str]:
    names = country.names
    fixed = (country.code, country.alpha3, names.en, names.ru, names.zh, country.official_name)
    return [*fixed, *country.aliases, *country.demonyms]


def names_are_unambiguous(data: Data) -> Iterator[Fault]:
    """No name, alias or demonym, as it is compared (case, accents), belongs to two countries."""
    owner: dict[str, str] = {}
    for index, country in enumerate(data.countries):
        for name in _names(country):
            if owner.setdefault(fold(name), country.code) != country.code:
                yield Fault(f"countries[{index}]", f"{name!r} is also a name of {owner[fold(name)]}")


def codes_resolve(data: Data) -> Iterator[Fault]:
    """Every country code names a country of the data set."""
    codes = {country.code for country in data.countries}
    for place, record in _walk(data, ""):
        for field in ("country", "chair_country"):
            code = getattr(record, field, None)
            if code is not None and code not in codes:
                yield Fault(f"{place}.{field}", f"no country has the code {code!r}")
        for field in ("founders", "members"):
            group = getattr(record, field, None)
            for index, code in enumerate(group if isinstance(group, tuple) else ()):
                if code not in codes:
                    yield Fault(f"{place}.{field}[{index}]", f"no country has the code {code!r}")


def persons_resolve(data: Data) -> Iterator[Fault]:
    """Every person named in a record is one of `persons` by name or alias, and every one of those is named."""
    known: dict[str, set[str]] = {}
    for person in data.persons:
        for name in (person.name, *person.aliases):
            known.setdefault(name, set()).add(person.name)
    named: set[str] = set()
    for place, record in _walk(data, ""):
        for field in ("leader", "chair_person", "participant", "person"):
            name = getattr(record, field, None)
            if name is None:
                continue
            if len(known.get(name, ())) != 1:
                yield Fault(f"{place}.{field}", f"{name!r} is not one of the persons, or is several")
            named |= known.get(name, set())
    named |= {holder.name for holder in data.organization.secretaries_general}
    for index, person in enumerate(data.persons):
        if person.name not in named:
            yield Fault(f"persons[{index}]", f"{person.name!r} is named in no record")
    for index, holder in enumerate(data.organization.secretaries_general):
        if len(known.get(holder.name, ())) != 1:
            yield Fault(f"organization.secretaries_general[{index}].name", f"{holder.name!r} is not one of the persons")


def periods_are_in_order(data: Data) -> Iterator[Fault]:
    """A country's periods begin one after another (each ends where the next begins), by change of category."""
    for index, country in enumerate(data.countries):
        for place, (earlier, later) in enumerate(pairwise(country.statuses), start=1):
            where = f"countries[{index}].statuses[{place}]"
            if later.since <= earlier.since:
                yield Fault(f"{where}.since", f"{later.since} is not after {earlier.since}, so two statuses overlap")
            if later.category == earlier.category:
                yield Fault(f"{where}.category", f"is {later.category} as before, so nothing changed")


def categories_exist_while_held(data: Data) -> Iterator[Fault]:
    """A category is held only from its introduction until it is retired."""
    categories = {category.id: category for category in data.categories}
    for index, category in enumerate(data.categories):
        if category.retired is not None and category.retired <= category.introduced:
            yield Fault(f"categories[{index}].retired", "is not after `introduced`")
        if (category.retired is None) != (category.merged_into is None):
            yield Fault(f"categories[{index}].merged_into", "stands if and only if the category is retired")
    for index, country in enumerate(data.countries):
        ends: list[str | None] = [later.since for later in country.statuses[1:]]
        for place, (period, end) in enumerate(zip(country.statuses, [*ends, None], strict=False)):
            where = f"countries[{index}].statuses[{place}]"
            held = categories.get(period.category)
            if held is None:
                yield Fault(f"{where}.category", f"no category has the id {period.category!r}")
                continue
            if period.since < held.introduced:
                yield Fault(f"{where}.since", f"is before {period.category} was introduced ({held.introduced})")
            if held.retired is not None and (end is None or end > held.retired):
                yield Fault(where, f"{period.category} is held after it was retired ({held.retired})")


def grants_fit_summits(data: Data) -> Iterator[Fault]:
    """`granted_at` names a summit that was sitting on the day, and that summit's decisions say so too."""
    summits = {summit.id: summit for summit in data.summits}
    granted: set[tuple[str, str, CategoryId]] = set()
    for index, country in enumerate(data.countries):
        for place, period in enumerate(country.statuses):
            where = f"countries[{index}].statuses[{place}]"
            summit = summits.get(period.granted_at)
            granted.add((period.granted_at, country.code, period.category))
            if summit is None:
                yield Fault(f"{where}.granted_at", f"no summit has the id {period.granted_at!r}")
            elif not summit.start <= period.since <= summit.end:
                yield Fault(f"{where}.since", f"{period.since} is not a day of {summit.id}")
            if period.procedure_started is not None and period.procedure_started >= period.since:
                yield Fault(f"{where}.procedure_started", f"is not before {period.since}")
    merged = {category.id: category.merged_into for category in data.categories}
    for index, summit in enumerate(data.summits):
        for place, decision in enumerate(summit.decisions):
            if decision.decision != "granted" or decision.country is None:
                continue
            kept = {decision.category, merged.get(decision.category)}
            if not any((summit.id, decision.country, category) in granted for category in kept if category):
                where = f"summits[{index}].decisions[{place}]"
                yield Fault(where, f"{decision.country} has no {decision.category} status granted at {summit.id}")


def summits_are_in_order(data: Data) -> Iterator[Fault]:
    """Summits run 1..n in order of date, end on or after their first day, and lie within what is vouched for."""
    for index, summit in enumerate(data.summits):
        if summit.ordinal != index + 1:
            yield Fault(f"summits[{index}].ordinal", f"is {summit.ordinal}, but this is number {index + 1}")
        if summit.end < summit.start:
            yield Fault(f"summits[{index}].end", f"{summit.end} is before {summit.start}")
        if index and summit.start <= data.summits[index - 1].end:
            yield Fault(f"summits[{index}].start", f"{summit.start} is not after the summit before it")
        if summit.end > data.through:
            yield Fault(f"summits[{index}].end", f"{summit.end} is after `through` ({data.through})")
    if data.summits and data.summits[0].start != data.organization.founded.date:
        yield Fault("summits[0].start", "is not the day of the founding")


def delegations_are_sound(data: Data) -> Iterator[Fault]:
    """One delegation a country, by video only where the summit allows it; one absence a country and person."""
    for index, summit in enumerate(data.summits):
        place = f"summits[{index}]"
        for repeated in _repeats(delegation.country for delegation in summit.delegations):
            yield Fault(f"{place}.delegations", f"{repeated} appears twice")
        for repeated in _repeats(f"{absence.country} {absence.person}" for absence in summit.absences):
            yield Fault(f"{place}.absences", f"{repeated} appears twice")
        allowed = {"in-person": {"in-person"}, "virtual": {"video"}, "hybrid": {"in-person", "video"}}[summit.format]
        for number, delegation in enumerate(summit.delegations):
            if delegation.mode not in allowed:
                yield Fault(
                    f"{place}.delegations[{number}].mode", f"is {delegation.mode} at a summit held {summit.format}"
                )
        came = {delegation.country: delegation for delegation in summit.delegations}
        for number, absence in enumerate(summit.absences):
            delegation_ = came.get(absence.country)
            if delegation_ and absence.person is None and absence.role is None:
                yield Fault(
                    f"{place}.absences[{number}]", f"{absence.country} is in `delegations`, so who stayed away?"
                )
            if delegation_ and absence.person == delegation_.leader and absence.session is None:
                yield Fault(f"{place}.absences[{number}].person", f"{absence.person} led the delegation")


def terms_are_in_order(data: Data) -> Iterator[Fault]:
    """Chairmanships and Secretaries-General follow one another without overlap."""
    facts = data.organization
    terms = {"chairmanships": facts.chairmanships, "secretaries_general": facts.secretaries_general}
    for name, group in terms.items():
        for number, (earlier, later) in enumerate(pairwise(group), start=1):
            if earlier.until is None or later.since is None or later.since < earlier.until:
                yield Fault(f"organization.{name}[{number}]", "begins before the one above it ends")
        for number, term in enumerate(group):
            if term.since and term.until and term.until < term.since:
                yield Fault(f"organization.{name}[{number}].until", f"{term.until} is before {term.since}")


def _subjects(data: Data) -> set[str]:
    meetings: list[Summit | PlannedSummit] = [*data.summits, *data.planned_summits]
    return (
        {country.code for country in data.countries}
        | {category.id for category in data.categories}
        | {meeting.id for meeting in meetings}
        | {"organization", *TOPICS}
    )


def conflicts_resolve(data: Data) -> Iterator[Fault]:
    """What a conflict concerns exists, and it has claims that differ or a question that stays open."""
    known = _subjects(data)
    conflict: Conflict
    for index, conflict in enumerate(data.conflicts):
        for number, subject in enumerate(conflict.concerns):
            if subject not in known:
                yield Fault(f"conflicts[{index}].concerns[{number}]", f"{subject!r} is no country, category or summit")
        for repeated in _repeats(claim.value for claim in conflict.claims):
            yield Fault(f"conflicts[{index}].claims", f"{repeated!r} is claimed twice")


RULES: tuple[Rule, ...] = (
    source_ids_resolve,
    ids_are_unique,
    names_are_unambiguous,
    codes_resolve,
    persons_resolve,
    periods_are_in_order,
    categories_exist_while_held,
    grants_fit_summits,
    summits_are_in_order,
    delegations_are_sound,
    terms_are_in_order,
    conflicts_resolve,
)


def faults(data: Data) -> list[Fault]:
    """All faults of a data set whose records are each well formed."""
    return [fault for rule in RULES for fault in rule(data)]
