"""Rules on what is named: it exists, it is one thing, and everything is named somewhere."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, pairwise
from operator import itemgetter
from typing import Any

from scocli.invariants.survey import TODO, Fault, Survey, repeats
from scocli.models import (
    TOPICS,
    Agreement,
    Body,
    Country,
    Director,
    Person,
    Record,
    SecretaryGeneral,
    Subject,
    WrittenName,
)
from scocli.models.order import KEYS, misplaced
from scocli.text import fold, quoted

_CODES = ("country", "chair_country")
_PERSONS = ("leader", "chair_person", "participant", "person")
_OF_MEETINGS: frozenset[Subject] = frozenset(
    {
        "absence", "attendance", "capacity", "documents", "format", "leader", "meeting", "number", "organization",
        "representative", "role", "theme",
    }
)  # fmt: skip
"""Facts that only a meeting has."""


def nothing_is_left_to_do(survey: Survey) -> Iterator[Fault]:
    """No text begins with `TODO`, as what `tools/add_summit.py` leaves to be looked up does, and no source is called `todo`."""
    for record in chain.from_iterable(survey.found.values()):
        for name, value in vars(record).items():
            for text in value if value.__class__ is tuple else (value,):
                if text.__class__ is str and text.startswith(TODO):
                    yield survey.fault(record, name, f"is still to be looked up: {quoted(text)}")
    for source, page in survey.data.sources.items():
        if source == TODO.lower():
            yield Fault(
                f"sources.{source}", "is still to be replaced by the pages that were read, each with an id of its own"
            )
        if getattr(page, "publisher", "").startswith(TODO):
            yield Fault(f"sources.{source}.publisher", f"is still to be looked up: {quoted(page.publisher)}")


def sources_resolve(survey: Survey) -> Iterator[Fault]:
    """Every source that is named exists, none is named twice in one place, and none is unused."""
    known, used = set(survey.data.sources), set[str]()
    for record, ids in survey.with_field("sources"):
        used.update(ids)
        if len(ids) > 1 and len(set(ids)) < len(ids):
            for index in repeats(ids):
                yield survey.fault(record, f"sources[{index}]", f"{quoted(ids[index])} is named twice")
    for record, ids in survey.with_field("sources") if used - known else ():
        for index, source in enumerate(ids):
            if source not in known:
                yield survey.fault(record, f"sources[{index}]", f"no source has the id {quoted(source)}")
    for source in sorted(known - used) if survey.is_whole else ():
        yield Fault(f"sources.{source}", "is used by no record")


_TRACKING = re.compile(r"[?&](utm_|(no)?amp\b)")
_BESIDE_THE_PAGE = re.compile(r"^(www|amp|m)\.|/amp(?=/|$)|/+$")
"""What an address may have or lack and still be that of the same page."""


def addresses_are_of_the_page(survey: Survey) -> Iterator[Fault]:
    """An address says nothing but which page it is: not where a reader came from (`utm_`), or on what device."""
    for name, source in survey.data.sources.items():
        if _TRACKING.search(source.url):
            yield Fault(f"sources.{name}.url", "has `utm_` or `amp` behind the address of the page")


def pages_are_listed_once(survey: Survey) -> Iterator[Fault]:
    """No two sources have the same address, with `https` or `http`, `www.`, `amp` or a slash at the end or without."""
    sources = survey.data.sources
    pages = [_BESIDE_THE_PAGE.sub("", source.url.partition("//")[2]) for source in sources.values()]
    for index in repeats(pages):
        earlier, later = (list(sources)[place] for place in (pages.index(pages[index]), index))
        yield Fault(f"sources.{later}.url", f"is also the address of {quoted(earlier)}")


def ids_are_unique(survey: Survey) -> Iterator[Fault]:
    """No two countries, categories, persons, applications, meetings or bodies share what identifies them."""
    data = survey.data
    for index in repeats(code for country in data.countries for code in (country.code, country.alpha3)):
        yield Fault(f"countries[{index // 2}].{('code', 'alpha3')[index % 2]}", "is also that of another country")
    for index in repeats(category.id for category in data.categories):
        yield Fault(f"categories[{index}].id", "is also that of another category")
    for index in repeats(person.name for person in data.persons):
        yield Fault(f"persons[{index}].name", "is also that of another person")
    for index in repeats((asked.country, asked.category, asked.date) for asked in data.applications):
        yield Fault(f"applications[{index}]", "is listed twice")
    meetings = survey.meetings()
    for index in repeats(meeting.id for meeting in meetings):
        yield survey.fault(meetings[index], "id", "is also that of another meeting")
    bodies = survey.of(Body)
    for index in repeats(body.id for body in bodies):
        yield survey.fault(bodies[index], "id", "is also that of another body")


def records_are_sorted(survey: Survey) -> Iterator[Fault]:
    """Countries stand in order of code, persons of name, applications, meetings and statuses of date, sources of id.

    So do lists of words. One fault says of all of them that they do not; `tools/regenerate.py` puts them in order.
    """
    data = survey.data
    of_the_file = ((data, name, getattr(data, name)) for name in KEYS if name in type(data).model_fields)
    below = ((record, name, items) for name in KEYS for record, items in survey.with_field(name))
    found = [
        f"{survey.place(record)}.{name}[{index}]".removeprefix(".")
        for record, name, items in chain[tuple[Record, str, Any]](of_the_file, below)
        if isinstance(items, tuple) and len(items) > 1
        for index in misplaced(items, name)
    ]
    found += [f"sources.{later}" for earlier, later in pairwise(data.sources) if later < earlier]
    if found:
        beside = len(found) - 1
        others = f", like {beside} other{'s' * (beside > 1)}" if beside else ""
        problem = f"stands behind what it should stand before{others}; tools/regenerate.py puts the file in order"
        yield Fault(found[0], problem)


def _names(country: Country) -> tuple[str, ...]:
    names = country.names
    fixed = (country.code, country.alpha3, names.en, names.ru, names.zh, country.official_name)
    return (*fixed, *country.aliases, *country.demonyms)


def names_are_unambiguous(survey: Survey) -> Iterator[Fault]:
    """No name of a country, as it is compared (case, accents), is one of another country or of a person.

    A person's full name is nobody else's; surnames and other spellings may be shared, and are then ambiguous.
    """
    owner: dict[str, str] = {}
    for country in survey.of(Country):
        for name in _names(country):
            if owner.setdefault(fold(name), country.code) != country.code:
                yield survey.fault(country, "", f"{quoted(name)} is also a name of {owner[fold(name)]}")
    people = [(person, fold(person.name)) for person in survey.of(Person)]
    full = {folded: person.name for person, folded in people}
    for person, own in people:
        for folded in (own, *map(fold, person.aliases)):
            if folded in owner:
                yield survey.fault(person, "", f"{quoted(folded)} is also a name of {owner[folded]}")
            if full.get(folded, person.name) != person.name:
                yield survey.fault(person, "", f"{quoted(folded)} is also the name of {full[folded]}")


def _named(survey: Survey, fields: Iterable[str]) -> set[str]:
    found = set(chain.from_iterable(map(itemgetter(1), survey.with_field(field)) for field in fields))
    return found - {None}


def _places(survey: Survey, fields: Iterable[str], names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Where records name one of some names in some fields, and which."""
    for field in fields if names else ():
        for record, name in survey.with_field(field):
            if name in names:
                yield f"{survey.place(record)}.{field}", name


def countries_resolve(survey: Survey) -> Iterator[Fault]:
    """Every country code names a country, and every country held a status or is named in some record."""
    used = _named(survey, _CODES)
    for place, code in _places(survey, _CODES, used - survey.statuses.keys()):
        yield Fault(place, f"no country has the code {code!r}")
    organization = survey.data.organization
    lists: list[tuple[Record, str, tuple[str, ...]]] = [
        (organization.founded, "founders", organization.founded.founders),
        (organization.predecessor, "members", organization.predecessor.members),
        *((conflict, "involves", conflict.involves) for conflict in survey.data.conflicts),
    ]
    for record, field, codes in lists:
        used.update(codes)
        for index, code in enumerate(codes):
            if code not in survey.statuses:
                yield survey.fault(record, f"{field}[{index}]", f"no country has the code {code!r}")
    for country in survey.of(Country) if survey.is_whole else ():
        if not country.statuses and country.code not in used:
            yield survey.fault(country, "", f"{country.code} held no status and is named in no record")


def persons_resolve(survey: Survey) -> Iterator[Fault]:
    """Every name in a record is that of one person, and every person is named in some record."""
    holders: list[SecretaryGeneral | Director] = [*survey.of(SecretaryGeneral), *survey.of(Director)]
    used: set[str] = set()
    problems: dict[str, str] = {}
    for name in _named(survey, _PERSONS) | {holder.name for holder in holders}:
        meant = survey.persons.get(name, set())
        used |= meant
        if not meant and not name.startswith(TODO):
            problems[name] = f"{quoted(name)} is none of the persons"
        if len(meant) > 1:
            problems[name] = f"{quoted(name)} could be {' or '.join(sorted(meant))}"
    heads = ((f"{survey.place(holder)}.name", holder.name) for holder in holders if holder.name in problems)
    for place, name in chain(heads, _places(survey, _PERSONS, problems)):
        yield Fault(place, problems[name])
    for person in survey.of(Person) if survey.is_whole else ():
        if person.name not in used:
            yield survey.fault(person, "", f"{quoted(person.name)} is named in no record")


def written_names_resolve(survey: Survey) -> Iterator[Fault]:
    """What is told of a name in other languages is told once, in one at least, and of a person or a city of the file."""
    names = survey.of(WrittenName)
    known = {*survey.persons, *_named(survey, ("city",))}
    for record in names:
        if record.name not in known:
            yield survey.fault(record, "name", f"{quoted(record.name)} is no person and no city")
        if record.ru is None and record.zh is None:
            yield survey.fault(record, "", "has neither `ru` nor `zh`")
    for index in repeats(record.name for record in names):
        yield survey.fault(names[index], "name", "is told of twice")


def conflicts_resolve(survey: Survey) -> Iterator[Fault]:
    """What a conflict concerns exists; it has several sources, and claims that differ or a question that one leaves open."""
    meetings = {meeting.id for meeting in survey.meetings()}
    partners = (made.partner for made in survey.of(Agreement))
    topics = {*TOPICS, *(body.id for body in survey.of(Body)), *partners}
    known = {*survey.statuses, *survey.categories, *meetings, "organization"}
    for index, conflict in enumerate(survey.data.conflicts):
        concerns, claims = conflict.concerns, conflict.claims
        for number, subject in () if known.issuperset(concerns) else enumerate(concerns):
            place = f"conflicts[{index}].concerns[{number}]"
            if subject not in known and subject not in topics:
                problem = f"{quoted(subject)} is no country, category, meeting, body, organisation or topic"
                held = [
                    f"; was it planned? Name {id}, or drop the conflict" for id in meetings if id[:5] == subject[:5]
                ]
                yield Fault(place, "".join([problem, *held[:1]]))
            if subject in topics and "organization" not in concerns:
                yield Fault(place, f"{subject} stands without 'organization'")
        for number in repeats(concerns):
            yield Fault(f"conflicts[{index}].concerns[{number}]", "is named twice")
        for number in repeats([claim.value for claim in claims]):
            yield Fault(f"conflicts[{index}].claims[{number}].value", "is claimed twice")
        if len(claims) == 1 and not conflict.about.endswith("?"):
            problem = "is a single claim, so nothing disagrees; only a question may have one"
            yield Fault(f"conflicts[{index}].claims", problem)
        if all(claim.sources == claims[0].sources[:1] for claim in claims):
            yield Fault(f"conflicts[{index}].claims", "rest on a single source, so nothing disagrees")
    for index in repeats((conflict.about, conflict.concerns) for conflict in survey.data.conflicts):
        yield Fault(f"conflicts[{index}].about", "is told of twice")


def conflicts_fit_meetings(survey: Survey) -> Iterator[Fault]:
    """A conflict involves countries, and bears on what only a meeting has, where it concerns a meeting.

    Whom it involves it does not concern already.
    """
    meetings = {meeting.id for meeting in survey.meetings()}
    for conflict in survey.data.conflicts:
        concerns = conflict.concerns
        of_meeting = not meetings.isdisjoint(concerns)
        for number, code in enumerate(conflict.involves):
            if code in concerns:
                yield survey.fault(conflict, f"involves[{number}]", f"{code} stands in `concerns` too")
            elif not of_meeting:
                yield survey.fault(conflict, f"involves[{number}]", "has no part in it: it concerns no meeting")
        for number, subject in enumerate(conflict.bears_on) if not of_meeting else ():
            if subject in _OF_MEETINGS:
                yield survey.fault(
                    conflict, f"bears_on[{number}]", f"is {subject}, but the conflict concerns no meeting"
                )
