"""What people call things -> country, person, summit, category, city.

Names are compared folded (no case, no accents); a name is matched whole or not at all. What is near to a name
that is not known is suggested, never taken instead.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from scocli.dataset import DataSet
from scocli.errors import NotUnderstood
from scocli.text import fold, listed, visible

if TYPE_CHECKING:
    from scocli.models import Summit

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


def _not_understood(what: str, words: str, near: Iterable[str]) -> NotUnderstood:
    """The error for a name that is not known."""
    found = tuple(dict.fromkeys(near))[:3]
    hint = f" Did you mean {listed(found, 'or')}?" if found else ""
    return NotUnderstood(f"{what} {visible(words)[:80]!r}.{hint}", found)


def _near(words: str, names: Iterable[str], most: int = 6, cutoff: float = 0.72) -> list[str]:
    """The names nearest to some words."""
    from difflib import get_close_matches

    folded = {fold(name): name for name in names}
    return [folded[name] for name in get_close_matches(fold(words)[:60], folded, n=most, cutoff=cutoff)]


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
    key = fold(words)
    code = data.cached("countries", country_names).get(key)
    if code is not None:
        return code
    from scocli import world

    codes = world.search(key)
    if len(codes) == 1:
        return codes[0]
    if codes:
        names = sorted(data.name(code) for code in codes)
        raise NotUnderstood(f"{visible(words)[:80]!r} could be {listed(names, 'or')}: name one of them.", tuple(names))
    known = {data.name(code): code for code in data.countries}
    near = [
        *_near(words, known),
        *_near(words, data.cached("countries", country_names)),
        *_near(words, world.english_names()),
    ]
    shown = [
        data.name(world.search(fold(name))[0]) if name not in known and world.search(fold(name)) else name
        for name in near
    ]
    raise _not_understood(
        "No country is called",
        words,
        [
            data.name(find) if (find := data.cached("countries", country_names).get(fold(name))) else name
            for name in shown
        ],
    )


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
        raise NotUnderstood(
            f"{visible(words)[:80]!r} could be {listed(people, 'or')}: give the full name.", tuple(people)
        )
    raise _not_understood(
        "The data name nobody called", words, _near(words, [person.name for person in data.data.persons])
    )


def find_subject(data: DataSet, words: str) -> str:
    """A country's code or a person's name.

    :raises NotUnderstood: if it is neither, or several.
    """
    key = fold(words)
    if key in data.cached("countries", country_names):
        return find_country(data, words)
    if key in data.cached("people", person_names):
        return find_person(data, words)
    try:
        return find_country(data, words)
    except NotUnderstood as problem:
        if problem.near and "could be" in str(problem):
            raise
        near = [*problem.near, *_near(words, [person.name for person in data.data.persons])]
        surnames = [
            p
            for name in _near(words, data.cached("people", person_names))
            for p in data.cached("people", person_names)[fold(name)]
        ]
        raise _not_understood("No country or person in the data is called", words, [*near, *surnames]) from None


def summit_label(summit: "Summit") -> str:
    """How a summit is told from others: '2024-astana (3-4 July 2024)'."""
    return f"{summit.id} ({summit.city} {summit.start[:4]})"


def summit_names(data: DataSet) -> "dict[str, list[Summit]]":
    """Every folded name of the summits, with those that it could mean."""
    found: dict[str, list[Summit]] = {}
    summits = list(data.summits.values())
    for summit in summits:
        year, city = summit.start[:4], fold(summit.city)
        for name in {summit.id, year, city, f"{city} {year}", f"{year} {city}", str(summit.ordinal), f"{city}-{year}"}:
            found.setdefault(name, []).append(summit)
    if summits:
        found |= {"first": summits[:1], "latest": summits[-1:], "last": summits[-1:]}
    return found


def find_summit(data: DataSet, words: str) -> str:
    """The id of a summit, by id, year, city, number, ``first`` or ``latest``.

    :raises NotUnderstood: if there is none such, or several.
    """
    names = data.cached("summits", summit_names)
    summits = names.get(fold(words), [])
    if len(summits) == 1:
        return summits[0].id
    if summits:
        shown = tuple(summit.id for summit in summits)
        raise NotUnderstood(f"{visible(words)[:80]!r} could be {listed(shown, 'or')}: name one of them.", shown)
    planned = [summit for summit in data.planned.values() if fold(words) in (summit.id, summit.start[:4])]
    if planned:
        summit = planned[0]
        raise NotUnderstood(
            f"The {summit.city} summit of {summit.start} was announced, but nothing read says that it was held. (sco sources {summit.id})"
        )
    raise _not_understood("No summit is called", words, _near(words, names))


def find_category(words: str) -> str:
    """The id of a category, by any of its names.

    :raises NotUnderstood: if it is none.
    """
    key = fold(words)
    for category, names in CATEGORY_NAMES.items():
        if key in names:
            return category
    known = ("member", "observer", "dialogue-partner", "partner")
    raise NotUnderstood(
        f"No category is called {visible(words)[:80]!r}. There are {listed([c + 's' for c in known])}.", known
    )


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
    raise _not_understood("The data name no city called", words, _near(words, cities.values()))


def city_names(data: DataSet) -> dict[str, str]:
    """Every city of the data set by its folded name."""
    cities = {summit.city for summit in data.summits.values()}
    for holdings in data.holdings.values():
        cities |= {h.period.memorandum.city for h in holdings if h.period.memorandum and h.period.memorandum.city}
    return {fold(city): city for city in sorted(cities)}


def find_source_subject(data: DataSet, words: str) -> str:
    """What has sources: a source's id, ``organization``, a planned summit, a category, a country or a summit.

    :raises NotUnderstood: if it is none of them.
    """
    if words in data.data.sources or words == "organization" or words in data.planned:
        return words
    for what in ("category", "summit", "country"):
        try:
            return FINDERS[what](data, words)
        except NotUnderstood as problem:
            if "could be" in str(problem):
                raise
    near = _near(words, [*data.data.sources, *data.summits, *(data.name(code) for code in data.countries)])
    raise _not_understood("No source, country, summit or category is called", words, near)


FINDERS: dict[str, Callable[[DataSet, str], str]] = {
    "country": find_country,
    "person": find_person,
    "subject": find_subject,
    "summit": find_summit,
    "category": lambda _, words: find_category(words),
    "capacity": lambda _, words: find_capacity(words),
    "city": find_city,
    "source": find_source_subject,
}
"""How the words of a field are resolved, by what they stand for (:data:`scocli.queries.base.What`)."""
