"""What people call the summits, and the cities of summits and memoranda."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scocli.dataset import DataSet
from scocli.days import spoken
from scocli.errors import NotUnderstood
from scocli.suggestions import ambiguous, nearest, not_understood
from scocli.text import fold, listed, quoted

if TYPE_CHECKING:
    from scocli.models import PlannedSummit, Summit

SUMMITS_ARE = "'sco summits' lists the summits"
_CITIES_ARE = ("'sco summits' names the cities of the summits", "'sco list --where signed' those of the memoranda")


def summit_label(summit: "Summit") -> str:
    """How a summit is told from others: '2024-astana (Astana 2024)'."""
    return f"{summit.id} ({summit.city} {summit.start[:4]})"


def summit_spellings(summit: "Summit | PlannedSummit") -> set[str]:
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
        for name in (*summit_spellings(summit), *map(fold, city_spellings(summit.city)), str(summit.ordinal)):
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
        if key in summit_spellings(summit):
            raise NotUnderstood(
                f"The {summit.city} summit of {summit.start} is announced, and lies after the data, which reach to {spoken(data.through)}. (sco sources {summit.id})"
            )
    year = re.search(r"\b\d{4}\b", key, re.ASCII)
    if year and not data.founded[:4] <= year[0] <= data.through[:4]:
        raise _out_of_time(data, words, year[0])
    raise not_understood("No summit is called", words, nearest(words, suggested_summits(data)), SUMMITS_ARE)


def _out_of_time(data: DataSet, words: str, year: str) -> NotUnderstood:
    """The error for a summit of a year before or after all that is in the data, where no other year's is meant."""
    announced = [f"{summit.city} ({summit.id})" for summit in data.planned.values() if summit.start[:4] == year]
    reach = f"the SCO was founded on {spoken(data.founded)}"
    if year > data.founded[:4]:
        reach = f"the data reach to {spoken(data.through)}"
    hint = f"Announced for {year}: {listed(announced)}" if announced else SUMMITS_ARE
    return NotUnderstood(f"No summit is called {quoted(words)}: {reach}. {hint}.")


def suggested_summits(data: DataSet) -> Iterator[tuple[str, str]]:
    """What is suggested instead of a summit's name: its id, or the city where several were held."""
    for name, summits in data.cached("summits", summit_names).items():
        yield name, summits[0].id if len(summits) == 1 else summits[0].city


def find_city(data: DataSet, words: str) -> str:
    """The name of a city in which a summit was held or a memorandum signed.

    :raises NotUnderstood: if none was.
    """
    cities = data.cached("cities", city_names)
    if fold(words) in cities:
        return cities[fold(words)]
    raise not_understood("The data name no city called", words, nearest(words, cities.items()), *_CITIES_ARE)


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
