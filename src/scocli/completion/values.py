"""What could be said where a name is wanted, by the kind of name."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from scocli.dataset import DataSet
from scocli.days import spoken_range
from scocli.facts.nouns import LEVELS, OFFICES
from scocli.names import city_names, city_spellings, person_names
from scocli.names.countries import GROUPS
from scocli.organizations import organization_names, organization_spellings
from scocli.text import fold
from scocli.topics import topic_key, topic_names, topics


class Suggestion(NamedTuple):
    """What could stand at the cursor.

    :ivar spellings: words that all mean the same, the best first; that one is offered that begins as the word there.
    :ivar help: what it is.
    """

    spellings: tuple[str, ...]
    help: str = ""


def beginning(word: str) -> str:
    """The folded form of the beginning of a name, which may end with a space."""
    return fold(word) + " " * (word != word.rstrip() and bool(word.strip()))


def _countries(data: DataSet, word: str) -> Iterator[Suggestion]:
    """The data set's countries by their English names; where none begins so, by any, and all other countries."""
    key = beginning(word)
    is_plain = any(fold(country.names.en).startswith(key) for country in data.countries.values())
    for code, country in data.countries.items():
        status = data.status_on(code, data.through)
        names = country.names
        others = (names.ru, names.zh, *country.aliases, country.official_name)
        codes = (known for known in (code, country.alpha3) if fold(known) == key)
        spellings = (names.en, *(() if is_plain else (*others, *codes)))
        yield Suggestion(spellings, data.categories[status].label if status else "no status")
    if not is_plain:
        from scocli import world

        for code, name in world.names().items():
            if code not in data.countries and fold(name).startswith(key) and world.search(name) == [code]:
                yield Suggestion((name,), "no status")


def _persons(data: DataSet, word: str) -> Iterator[Suggestion]:
    bearers = data.cached("people", person_names)
    offices = {
        data.person(delegation.leader): f"{delegation.role}, {data.name(delegation.country)}"
        for summit in data.summits.values()
        for delegation in summit.delegations
        if delegation.leader is not None
    }
    for person in data.data.persons:
        alone = (alias for alias in person.aliases if len(bearers[fold(alias)]) == 1)
        yield Suggestion((person.name, *alone), offices.get(person.name, "person"))


def _summits(data: DataSet, word: str) -> Iterator[Suggestion]:
    for met in data.meetings.values():
        held = f"{met.city or 'by video'}, {spoken_range(met.start, met.end)}"
        named = (f"{city} {met.start[:4]}" for city in (city_spellings(met.city) if met.city else ()))
        yield Suggestion((met.id, *named), held)
    if data.summits:
        yield Suggestion(("latest",), "the last summit on record")
        yield Suggestion(("first",), "the founding summit")


def _categories(data: DataSet, word: str) -> Iterator[Suggestion]:
    for category in data.categories.values():
        yield Suggestion((category.id, category.label, category.plural), category.plural)


def _cities(data: DataSet, word: str) -> Iterator[Suggestion]:
    for city in dict.fromkeys(data.cached("cities", city_names).values()):
        yield Suggestion(city_spellings(city))


def _organizations(data: DataSet, word: str) -> Iterator[Suggestion]:
    called = data.cached("organizations", organization_names)
    for name in dict.fromkeys(name for names in called.values() for name in names):
        yield Suggestion(tuple(s for s in organization_spellings(name) if called.get(fold(s)) == (name,)))


def _sources(data: DataSet, word: str) -> Iterator[Suggestion]:
    """What is announced, and sources themselves, which are too many to be offered before a letter of them is there."""
    yield from (Suggestion((planned.id,), f"{planned.city}, announced") for planned in data.announced.values())
    yield Suggestion(("organization",), "the organisation itself")
    if word:
        yield from (Suggestion((key,), source.publisher) for key, source in data.data.sources.items())


def _topics(data: DataSet, word: str) -> Iterator[Suggestion]:
    called = data.cached("topics", topic_names)
    for topic, names in topics(data).items():
        alone = (name for name in names if called[topic_key(name)] == (topic,))
        yield Suggestion((topic, *alone), names[0] if names else "")


def _days(data: DataSet, word: str) -> Iterator[Suggestion]:
    """The days on which a status changed, the last one first."""
    became: dict[str, list[str]] = {}
    for code, holdings in data.holdings.items():
        for holding in holdings:
            became.setdefault(holding.period.since, []).append(data.name(code))
    for day in sorted(became, reverse=True):
        who, *others = became[day]
        yield Suggestion((day,), f"{who}{f' and {len(others)} more' if others else ''}")


Values = Callable[[DataSet, str], Iterator[Suggestion]]
"""What can be said, by the data set and the beginning of the word."""


def _words(meanings: Mapping[str, str]) -> Values:
    """Words that are the same whatever the data, each with its meaning."""
    return lambda _, __: (Suggestion((word,), meaning) for word, meaning in meanings.items())


def _each(*several: Values) -> Values:
    return lambda data, word: chain.from_iterable(values(data, word) for values in several)


_RANKS = _words(LEVELS | dict.fromkeys(OFFICES, ""))
VALUES: dict[str, Values] = {
    "country": _countries,
    "country-or-time": _each(_countries, _days),
    "day": _days,
    "countries": _each(_words(GROUPS), _countries),
    "person": _persons,
    "subject": _each(_countries, _persons),
    "summit": _summits,
    "category": _categories,
    "capacity": _each(_categories, _words({"guest": "Guests"})),
    "holder": _each(_categories, _countries),
    "leader": _each(_RANKS, _persons),
    "city": _cities,
    "organization": _organizations,
    "source": _each(_categories, _countries, _summits, _sources),
    "topic": _topics,
}
"""What can be said for a parameter, by the kind of word that it takes (:mod:`scocli.queries.words`)."""
