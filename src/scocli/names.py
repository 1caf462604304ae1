"""What people call things -> country, person, summit, category, city.

Names are compared folded (no case, no accents); a name is matched whole or not at all. What is near to a name
that is not known is suggested, never taken instead.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from scocli.dataset import DataSet
from scocli.days import spoken
from scocli.errors import Ambiguous, NotUnderstood
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

ORGANIZATION_ALIASES = {
    "Association of Southeast Asian Nations": ("ASEAN",),
    "Conference on Interaction and Confidence Building Measures in Asia": ("CICA",),
    "SCO Regional Anti-Terrorist Structure": ("RATS", "SCO RATS", "Regional Anti-Terrorist Structure"),
    "SCO Secretariat": ("Secretariat",),
}
"""What organisations are called for short, where that is not the capital letters of their names."""

MOST_SUGGESTED = 3
_NEAR = 0.72
"""How alike a name must be to be suggested, as :mod:`difflib` measures it."""
_FEWEST_LETTERS = 3
"""Letters with which a name must begin to be suggested for them."""


_CATEGORIES = listed([f"{category}s" for category in CATEGORY_NAMES])
_PEOPLE_ARE = "'sco summit SUMMIT --show people' names who led the delegations to a summit"
_COUNTRIES_ARE = "'sco list' names the countries with a status"
_SUMMITS_ARE = "'sco summits' lists the summits"
_ORGANIZATIONS_ARE = "'sco summit SUMMIT --show organizations' lists those that came to a summit"
_CITIES_ARE = ("'sco summits' names the cities of the summits", "'sco list --event memorandum' those of the memoranda")


def nearest(words: str, names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """What to suggest for words that are none of some names: a few at most, those that are spelled most alike first.

    :param names: each name that would have been understood, and what to suggest if it is near, or begins with the words.
    """
    from difflib import get_close_matches

    suggested: dict[str, list[str]] = {}
    for name, suggestion in names:
        suggested.setdefault(fold(name), []).append(suggestion)
    key = fold(words)[:80]
    near = get_close_matches(key, suggested, n=2 * MOST_SUGGESTED, cutoff=_NEAR)
    if len(key) >= _FEWEST_LETTERS:
        near += [name for name in suggested if name.startswith(key)]
    return tuple(dict.fromkeys(suggestion for name in near for suggestion in suggested[name]))[:MOST_SUGGESTED]


def did_you_mean(near: tuple[str, ...]) -> str:
    """The question that suggests what is near."""
    return f"Did you mean {listed(near, 'or')}?"


def _not_understood(what: str, words: str, names: Iterable[tuple[str, str]], *instead: str) -> NotUnderstood:
    """The error for a name that is not known, with what is nearest to it.

    :param names: each name that would have been understood, and what to suggest if it is near.
    :param instead: where nothing is near, what there is.
    """
    near = nearest(words, names)
    hint = did_you_mean(near) if near else f"{'; '.join(instead)}."
    return NotUnderstood(f"{what} {quoted(words)}. {hint}", near)


def _ambiguous(words: str, meanings: Iterable[str], way_out: str, shown: Iterable[str] = ()) -> Ambiguous:
    """The error for a name that several things have.

    :param meanings: for each of them, words that mean it alone.
    :param shown: what to call them, if not by these words.
    """
    near = tuple(meanings)
    return Ambiguous(f"{quoted(words)} could be {listed(tuple(shown) or near, 'or')}: {way_out}.", near)


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
        raise _ambiguous(words, codes, "give the code of one", [f"{data.name(code)} ({code})" for code in codes])
    _refuse_organization(data, words)
    can_be = "All countries of the world are known by name and ISO code"
    raise _not_understood("No country is called", words, _countries(data), can_be, _COUNTRIES_ARE)


class _Organization(NotUnderstood):
    """What is asked about as a country, or as something that may be one, is an organisation."""


def _refuse_organization(data: DataSet, words: str) -> None:
    """:raises NotUnderstood: if words name an organisation that CLDR or the data know."""
    from scocli import world

    if _is_itself(data, words):
        raise _Organization(f"{quoted(words)} is the organisation itself, and no country: 'sco' has it at a glance.")
    meant = organizations_called(data, words)
    name = listed(meant, "or the") or world.organization(words)
    if name is not None:
        called = "" if _organization_key(name) == _organization_key(words) else f", the {name}"
        raise _Organization(f"{quoted(words)} is an organisation{called}, and no country: {_ORGANIZATIONS_ARE}.")


def _is_itself(data: DataSet, words: str) -> bool:
    """Whether words name the organisation that all of this is about."""
    itself = data.data.organization
    names, short = itself.names, itself.abbreviations
    called = (names.en, names.ru, names.zh, *short.en, *short.ru, *short.zh)
    return _organization_key(words) in map(_organization_key, called)


def organization_spellings(name: str) -> tuple[str, ...]:
    """What an organisation is called: its name and what that is for short."""
    if name in ORGANIZATION_ALIASES:
        return (name, *ORGANIZATION_ALIASES[name])
    capitals = "".join(filter(str.isupper, name))
    return (name, capitals) if len(capitals) > 1 and "(" not in name else (name,)


def organization_names(data: DataSet) -> dict[str, list[str]]:
    """What the organisations that were represented at summits are called, with those that it could mean."""
    found: dict[str, list[str]] = {}
    for name in sorted({present.name for summit in data.summits.values() for present in summit.organizations}):
        for key in dict.fromkeys(map(_organization_key, organization_spellings(name))):
            found.setdefault(key, []).append(name)
    return found


def _organization_key(words: str) -> str:
    return fold(words).removeprefix("the ").replace("organisation", "organization")


def organizations_called(data: DataSet, words: str) -> list[str]:
    """The organisations of the data set that words can mean; CLDR knows a few of them in Russian and Chinese."""
    known = data.cached("organizations", organization_names)
    if meant := known.get(_organization_key(words)):
        return meant
    from scocli import world

    return known.get(_organization_key(world.organization(words) or ""), [])


def find_organization(data: DataSet, words: str) -> str:
    """The name of an organisation that was represented at a summit, by its name or what that is for short.

    :raises NotUnderstood: if it is none, or several.
    """
    meant = organizations_called(data, words)
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise _ambiguous(words, meant, "give the full name")
    known = data.cached("organizations", organization_names)
    near = ((key, name) for key, names in known.items() for name in names)
    raise _not_understood("No organisation in the data is called", words, near, _ORGANIZATIONS_ARE)


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
        raise _ambiguous(words, people, "give the full name")
    raise _not_understood("The data name nobody called", words, _people(data), _PEOPLE_ARE)


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
        raise _not_understood(said, words, near, _COUNTRIES_ARE, _PEOPLE_ARE) from None


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
        raise _ambiguous(words, [summit.id for summit in summits], "name one of them")
    for summit in data.planned.values():
        if key in _summit_spellings(summit):
            raise NotUnderstood(
                f"The {summit.city} summit of {summit.start} was announced, but nothing read says that it was held. (sco sources {summit.id})"
            )
    year = re.search(r"\b\d{4}\b", key, re.ASCII)
    if year and not data.founded[:4] <= year[0] <= data.through[:4]:
        raise _out_of_time(data, words, year[0])
    raise _not_understood("No summit is called", words, _summits(data), _SUMMITS_ARE)


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
    raise _not_understood("No category is called", words, names_of, f"There are {_CATEGORIES}")


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
        raise _not_understood(
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
    raise _not_understood("The data name no city called", words, cities.items(), *_CITIES_ARE)


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
    if key == "organization" or _is_itself(data, words):
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
    raise _not_understood(said, words, near, sources_are, _SUMMITS_ARE, _COUNTRIES_ARE)


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
