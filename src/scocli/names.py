"""What people call things -> country, person, summit, category, city.

Names are compared folded (no case, no accents); a name is matched whole or not at all. What is near to a name
that is not known is suggested, never taken instead.
"""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from scocli.dataset import DataSet
from scocli.days import spoken
from scocli.errors import Ambiguous, NotUnderstood
from scocli.organizations import (
    ORGANIZATIONS_ARE,
    find_organization,
    is_itself,
    organization_key,
    organizations_called,
)
from scocli.suggestions import ambiguous, not_understood
from scocli.text import fold, listed, quoted

if TYPE_CHECKING:
    from scocli.models import PlannedSummit, Summit

CATEGORY_NAMES = {
    "member": ("member", "members", "member state", "member states", "member country", "member countries", "full member", "full members",
               "full member state", "full member states", "full membership", "membership", "member nation", "member nations"),
    "observer": ("observer", "observers", "observer state", "observer states", "observer country", "observer countries", "observership",
                 "observer nation", "observer nations"),
    "dialogue-partner": ("dialogue-partner", "dialogue-partners", "dialogue partner", "dialogue partners", "dialog partner", "dialog partners",
                         "dialogue partnership", "dialog partnership", "partner in dialogue", "partners in dialogue", "dialogue partner state",
                         "dialogue partner states", "dialogue partner country", "dialogue partner countries"),
    "partner": ("partner", "partners", "sco partner", "sco partners", "partner state", "partner states", "partner country",
                "partner countries", "sco partner state", "sco partner states", "partner nation", "partner nations", "sco partnership"),
}  # fmt: skip
"""What the categories are called, by id."""

_CATEGORIES = listed([f"{category}s" for category in CATEGORY_NAMES])
_PEOPLE_ARE = "'sco summit SUMMIT --show people' names who led the delegations to a summit"
_COUNTRIES_ARE = "'sco list' names the countries with a status"
_SUMMITS_ARE = "'sco summits' lists the summits"
_CITIES_ARE = ("'sco summits' names the cities of the summits", "'sco list --event memorandum' those of the memoranda")


def country_names(data: DataSet) -> dict[str, str]:
    """Every folded name of the countries in the data set, with the country's code."""
    found: dict[str, str] = {}
    for country in data.countries.values():
        names = country.names
        for name in (
            country.code,
            country.alpha3,
            names.en,
            names.ru,
            names.zh,
            country.official_name,
            *country.aliases,
        ):
            found[fold(name)] = country.code
    return found


def find_country(data: DataSet, words: str) -> str:
    """The code of a country, by ISO code, name or alias, of the data set's countries or of any other.

    :raises NotUnderstood: if it is no country, or several.
    """
    key, known = fold(words), data.cached("countries", country_names)
    code = known.get(key) or known.get(key.removeprefix("the "))
    if code is not None:
        return code
    from scocli import world

    codes = world.search(words)
    if len(codes) == 1:
        return codes[0]
    if codes:
        codes = data.in_order(codes)
        raise ambiguous(words, codes, "give the code of one", [f"{data.name(code)} ({code})" for code in codes])
    _refuse_organization(data, words)
    can_be = "All countries of the world are known by name and ISO code"
    raise not_understood("No country is called", words, _countries(data), can_be, _COUNTRIES_ARE)


class _Organization(NotUnderstood):
    """What is asked about as a country, or as something that may be one, is an organisation."""


def _refuse_organization(data: DataSet, words: str) -> None:
    """:raises NotUnderstood: if words name an organisation that CLDR or the data know."""
    from scocli import world

    if is_itself(data, words):
        raise _Organization(f"{quoted(words)} is the organisation itself, and no country: 'sco' has it at a glance.")
    meant = organizations_called(data, words)
    name = listed(meant, "or the") or world.organization(words)
    if name is not None:
        called = "" if organization_key(name) == organization_key(words) else f", the {name}"
        raise _Organization(f"{quoted(words)} is an organisation{called}, and no country: {ORGANIZATIONS_ARE}.")


def _countries(data: DataSet) -> Iterator[tuple[str, str]]:
    """What is suggested instead of a country's name: every name of the data set's, and the English one of every other."""
    from scocli import world

    for name, code in (world.english_names() | data.cached("countries", country_names)).items():
        if len(name) > 3 or not name.isascii():
            yield name, data.name(code)


def person_names(data: DataSet) -> dict[str, list[str]]:
    """Every folded name of the people in the data set, with the people who are called so."""
    found: dict[str, list[str]] = {}
    for person in data.data.persons:
        for name in dict.fromkeys(fold(name) for name in (person.name, *person.aliases)):
            found.setdefault(name, []).append(person.name)
    return found


def find_person(data: DataSet, words: str) -> str:
    """The name under which a person is listed.

    :raises NotUnderstood: if nobody in the data set is called so, or several people are.
    """
    people = data.cached("people", person_names).get(fold(words), [])
    if len(people) == 1:
        return people[0]
    if people:
        raise ambiguous(words, people, "give the full name")
    raise not_understood("The data name nobody called", words, _people(data), _PEOPLE_ARE)


def _people(data: DataSet) -> Iterator[tuple[str, str]]:
    """What is suggested instead of a person's name."""
    for name, people in data.cached("people", person_names).items():
        for person in people:
            yield name, person


def find_subject(data: DataSet, words: str) -> str:
    """A country's code or a person's name.

    :raises NotUnderstood: if it is neither, or several.
    """
    key = fold(words)
    if key in data.cached("people", person_names) and key not in data.cached("countries", country_names):
        return find_person(data, words)
    try:
        return find_country(data, words)
    except (Ambiguous, _Organization):
        raise
    except NotUnderstood:
        near = [*_countries(data), *_people(data)]
        said = "No country or person in the data is called"
        raise not_understood(said, words, near, _COUNTRIES_ARE, _PEOPLE_ARE) from None


def summit_label(summit: "Summit") -> str:
    """How a summit is told from others: '2024-astana (Astana 2024)'."""
    return f"{summit.id} ({summit.city} {summit.start[:4]})"


def _summit_spellings(summit: "Summit | PlannedSummit") -> set[str]:
    """What a summit is called by its year."""
    year = summit.start[:4]
    cities = map(fold, city_spellings(summit.city))
    return {
        summit.id,
        year,
        *(name for city in cities for name in (f"{city} {year}", f"{year} {city}", f"{city}-{year}")),
    }


def summit_names(data: DataSet) -> "dict[str, list[Summit]]":
    """Every folded name of the summits, with those that it could mean."""
    found: dict[str, list[Summit]] = {}
    summits = list(data.summits.values())
    for summit in summits:
        for name in (*_summit_spellings(summit), *map(fold, city_spellings(summit.city)), str(summit.ordinal)):
            found.setdefault(name, []).append(summit)
    if summits:
        found |= {"first": summits[:1], "latest": summits[-1:], "last": summits[-1:]}
    return found


def find_summit(data: DataSet, words: str) -> str:
    """The id of a summit, by id, year, city, number, ``first`` or ``latest``.

    :raises NotUnderstood: if there is none such, or several.
    """
    key, names = fold(words), data.cached("summits", summit_names)
    summits = names.get(key, [])
    if len(summits) == 1:
        return summits[0].id
    if summits:
        raise ambiguous(words, [summit.id for summit in summits], "name one of them")
    for summit in data.planned.values():
        if key in _summit_spellings(summit):
            raise NotUnderstood(
                f"The {summit.city} summit of {summit.start} is announced, and lies after the data, which reach to {spoken(data.through)}. (sco sources {summit.id})"
            )
    year = re.search(r"\b\d{4}\b", key, re.ASCII)
    if year and not data.founded[:4] <= year[0] <= data.through[:4]:
        raise _out_of_time(data, words, year[0])
    raise not_understood("No summit is called", words, _summits(data), _SUMMITS_ARE)


def _out_of_time(data: DataSet, words: str, year: str) -> NotUnderstood:
    """The error for a summit of a year before or after all that is in the data, where no other year's is meant."""
    announced = [f"{summit.city} ({summit.id})" for summit in data.planned.values() if summit.start[:4] == year]
    reach = f"the SCO was founded on {spoken(data.founded)}"
    if year > data.founded[:4]:
        reach = f"the data reach to {spoken(data.through)}"
    hint = f"Announced for {year}: {listed(announced)}" if announced else _SUMMITS_ARE
    return NotUnderstood(f"No summit is called {quoted(words)}: {reach}. {hint}.")


def _summits(data: DataSet) -> Iterator[tuple[str, str]]:
    """What is suggested instead of a summit's name: its id, or the city where several were held."""
    for name, summits in data.cached("summits", summit_names).items():
        yield name, summits[0].id if len(summits) == 1 else summits[0].city


def find_category(words: str) -> str:
    """The id of a category, by any of its names.

    :raises NotUnderstood: if it is none.
    """
    key = fold(words)
    for category, names in CATEGORY_NAMES.items():
        if key in names:
            return category
    names_of = [(name, f"{category}s") for category, names in CATEGORY_NAMES.items() for name in names]
    raise not_understood("No category is called", words, names_of, f"There are {_CATEGORIES}")


def find_holder(data: DataSet, words: str) -> str:
    """The code of a country, or the id of a category for all that held it.

    :raises NotUnderstood: if it is neither, or several countries.
    """
    if any(fold(words) in names for names in CATEGORY_NAMES.values()):
        return find_category(words)
    try:
        return find_country(data, words)
    except (Ambiguous, _Organization):
        raise
    except NotUnderstood:
        near = [*_countries(data), *((name, name) for names in CATEGORY_NAMES.values() for name in names)]
        raise not_understood(
            "No country or category is called", words, near, _COUNTRIES_ARE, f"there are {_CATEGORIES}"
        ) from None


def find_capacity(words: str) -> str:
    """A category's id, or ``guest``.

    :raises NotUnderstood: if it is neither.
    """
    return "guest" if fold(words) in ("guest", "guests") else find_category(words)


def find_city(data: DataSet, words: str) -> str:
    """The name of a city in which a summit was held or a memorandum signed.

    :raises NotUnderstood: if none was.
    """
    cities = data.cached("cities", city_names)
    if fold(words) in cities:
        return cities[fold(words)]
    raise not_understood("The data name no city called", words, cities.items(), *_CITIES_ARE)


def city_spellings(city: str) -> tuple[str, ...]:
    """What a city is called: its name, with 'Saint' also as it is abbreviated."""
    saint, _, name = city.partition(" ")
    return (city, f"St {name}", f"St. {name}") if saint == "Saint" else (city,)


def city_names(data: DataSet) -> dict[str, str]:
    """Every city of the data set by what it is called, folded."""
    cities = {summit.city for summit in data.summits.values()}
    for holdings in data.holdings.values():
        cities |= {h.period.memorandum.city for h in holdings if h.period.memorandum and h.period.memorandum.city}
    return {fold(name): city for city in sorted(cities) for name in city_spellings(city)}


def find_source_subject(data: DataSet, words: str) -> str:
    """What has sources: a source's id, ``organization``, a planned summit, a category, a country or a summit.

    :raises NotUnderstood: if it is none of them.
    """
    key = fold(words)
    if key in data.data.sources:
        return key
    if key == "organization" or is_itself(data, words):
        return "organization"
    for planned in data.planned.values():
        if key in _summit_spellings(planned):
            return planned.id
    for what in ("category", "summit", "country"):
        try:
            return FINDERS[what](data, words)
        except (Ambiguous, _Organization):
            raise
        except NotUnderstood:
            continue
    near = [*((source, source) for source in data.data.sources), *_summits(data), *_countries(data)]
    sources_are = "'sco sources' lists the sources"
    said = "No source, country, summit or category is called"
    raise not_understood(said, words, near, sources_are, _SUMMITS_ARE, _COUNTRIES_ARE)


FINDERS: dict[str, Callable[[DataSet, str], str]] = {
    "country": find_country,
    "person": find_person,
    "subject": find_subject,
    "summit": find_summit,
    "category": lambda _, words: find_category(words),
    "capacity": lambda _, words: find_capacity(words),
    "holder": find_holder,
    "city": find_city,
    "organization": find_organization,
    "source": find_source_subject,
}
"""How the words of a field are resolved, by what they stand for (:data:`scocli.queries.base.What`)."""
