"""What people call the summits, and the cities of summits and memoranda."""

import re
from collections.abc import Iterator

from scocli.councils import GATHERINGS, council_of, meeting_label, other_council
from scocli.dataset import DataSet
from scocli.days import spoken
from scocli.errors import NotUnderstood
from scocli.records import Meeting, PlannedSummit
from scocli.suggestions import nearest, not_understood, the_one
from scocli.text import fold, listed, quoted

SUMMITS_ARE = "'sco summits' lists the summits"
_CITIES_ARE = ("'sco summits' names the cities of the summits", "'sco list --where signed' those of the memoranda")


def summit_label(summit: Meeting) -> str:
    """How a summit is told from others: '2024-astana (Astana 2024)'."""
    return f"{summit.id} ({meeting_label(summit)})"


def summit_spellings(summit: Meeting | PlannedSummit) -> set[str]:
    """What a summit is called by its year, and by its city and year."""
    return {summit.start[:4], *_full_spellings(summit)}


def _full_spellings(meeting: Meeting | PlannedSummit) -> set[str]:
    year = meeting.start[:4]
    of_cities = ((f"{city} {year}", f"{year} {city}", f"{city}-{year}") for city in _cities(meeting))
    return {meeting.id}.union(*of_cities)


def _cities(meeting: Meeting | PlannedSummit) -> list[str]:
    """What the city of a meeting is called, folded; nothing of one by video."""
    return [fold(name) for name in city_spellings(meeting.city)] if meeting.city else []


def summit_names(data: DataSet) -> dict[str, list[Meeting]]:
    """Every folded name of the summits, with those that it could mean."""
    found: dict[str, list[Meeting]] = {}
    summits = list(data.summits.values())
    for summit in summits:
        for name in (*summit_spellings(summit), *_cities(summit), str(summit.ordinal)):
            found.setdefault(name, []).append(summit)
    if summits:
        found |= {"first": summits[:1], "latest": summits[-1:], "last": summits[-1:]}
    return found


def find_summit(data: DataSet, words: str) -> str:
    """The id of a summit, by id, year, city, number, ``first`` or ``latest``; of the other Council's meeting by id, or city and year.

    :raises NotUnderstood: if there is none such, or several.
    """
    key, names = fold(words), data.cached("summits", summit_names)
    if named := the_one(words, [summit.id for summit in names.get(key, ())], "name one of them"):
        return named
    others = [met for met in data.meetings.values() if met.id not in data.summits]
    for met in others:
        if key in _full_spellings(met):
            return met.id
    for summit in announced_called(data, key):
        raise NotUnderstood(
            f"The {summit.city} {GATHERINGS[council_of(summit.id)].one} of {spoken(summit.start)} is announced, and lies after the data, which reach to {spoken(data.through)}. (sco sources {summit.id})"
        )
    if there := [met for met in others if key in _cities(met)]:
        raise _of_other_council(there)
    year = re.search(r"\b\d{4}\b", key, re.ASCII)
    if year and not data.founded[:4] <= year[0] <= data.through[:4]:
        raise _out_of_time(data, words, year[0])
    raise not_understood("No summit is called", words, nearest(words, suggested_summits(data)), SUMMITS_ARE)


def announced_called(data: DataSet, key: str) -> list[PlannedSummit]:
    """The meetings that are announced and are called so: a summit also by its year alone, or as the next."""
    plain = [met for met in data.announced.values() if key in _full_spellings(met)]
    return plain or [met for met in data.planned.values() if key in {"next", *summit_spellings(met)}]


def _of_other_council(there: list[Meeting]) -> NotUnderstood:
    """The error for a city in which only the other Council met: whose meetings were there."""
    ids, council = [met.id for met in there], council_of(there[0].id)
    nouns, asked = GATHERINGS[council], GATHERINGS[other_council(council)]
    met = f"a {nouns.one} was" if len(ids) == 1 else f"{nouns.many} were"
    return NotUnderstood(f"No {asked.one} was held in {there[0].city}, but {met}: {listed(ids)}.", tuple(ids))


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
        yield name, summits[0].id if len(summits) == 1 else summits[0].city or name


def find_city(data: DataSet, words: str) -> str:
    """The name of a city in which a meeting was held or a memorandum signed. :raises NotUnderstood: if none was."""
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
    cities = {meeting.city for meeting in data.meetings.values() if meeting.city}
    for holdings in data.holdings.values():
        cities |= {h.period.memorandum.city for h in holdings if h.period.memorandum and h.period.memorandum.city}
    return {fold(name): city for city in sorted(cities) for name in city_spellings(city)}
