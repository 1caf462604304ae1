"""Data sets larger than the project's own, made of it by copying records under made-up names.

A copy of a summit is a day's meeting in the days before the summit (of the founding summit: after it), to which copies of
the countries sent copies of the people, and of which copies of the sources tell; only the chair is the same, for it is
handed over at the summits that there are. What is made so holds: no rule of the data set is broken.

Codes of countries are two letters, so that there are at most 676 of them. When they are used up, further summits are
attended by the countries that there are already, and all other records go on growing.
"""

import json
from datetime import date, timedelta
from functools import cache
from itertools import product
from string import ascii_uppercase
from typing import Any

from scocli import world
from scocli.ask.vocabulary import vocabulary
from scocli.datafile import bundled_path
from scocli.text import fold

Raw = dict[str, Any]

_NAMED = ("leader", "participant", "person")


@cache
def bundled() -> str:
    """The text of the project's own data set."""
    return bundled_path().read_text(encoding="utf-8")


def mark(number: int) -> str:
    """What tells a copy from the others: 'Aa', 'Ab' ..."""
    first, second = divmod(number, 26)
    return ascii_uppercase[first] + ascii_uppercase[second].lower()


def free_codes(data: Raw) -> list[str]:
    """The codes of two letters that are no name of anything in a data set, and with a Z behind them neither.

    Last come those of the countries of the world, and those that are words of questions.
    """
    taken = {country[key] for country in data["countries"] for key in ("code", "alpha3")}
    taken |= {name for country in data["countries"] for name in country.get("aliases", ())}
    taken |= {name for person in data["persons"] for name in person.get("aliases", ())}
    folded = {fold(name) for name in taken}
    codes = map("".join, product(ascii_uppercase, repeat=2))
    free = [code for code in codes if folded.isdisjoint((fold(code), fold(f"{code}Z")))]
    words = {phrase for line in vocabulary() for phrase in line.phrases}
    return sorted(free, key=lambda code: (code in world.codes() or fold(code) in words, code))


class _Copy:
    """One copy of all that is copied.

    :ivar countries: the code of each country's copy.
    """

    def __init__(self, number: int, countries: dict[str, str]) -> None:
        self.number = number
        self.mark = mark(number)
        self.countries = countries
        self.people: set[str] = set()
        self.sources: set[str] = set()

    def name(self, words: str) -> str:
        """The name of a copy."""
        return f"{words} {self.mark}"

    def source(self, name: str) -> str:
        """The id of a source's copy."""
        self.sources.add(name)
        return f"{name}-{self.mark.lower()}"

    def page(self, source: Raw) -> Raw:
        """The copy of a source, at an address of its own."""
        return source | {"url": f"{source['url']}#{self.mark}"}

    def person(self, name: str) -> str:
        """The name of a person's copy."""
        self.people.add(name)
        return self.name(name)

    def all_of(self, person: Raw) -> Raw:
        """The copy of a person."""
        return {"name": self.name(person["name"]), "aliases": sorted(map(self.name, person.get("aliases", ())))}

    def record(self, record: Raw) -> Raw:
        """The copy of a record: of its country, the people that it names, and its sources."""
        changed: Raw = {}
        if record.get("country"):
            changed["country"] = self.countries[record["country"]]
        changed |= {key: self.person(record[key]) for key in _NAMED if record.get(key)}
        if "sources" in record:
            changed["sources"] = [self.source(name) for name in record["sources"]]
        return record | changed

    def country(self, country: Raw) -> Raw:
        """The copy of a country, with its statuses."""
        code = self.countries[country["code"]]
        return country | {
            "code": code,
            "alpha3": f"{code}Z",
            "names": {language: self.name(name) for language, name in country["names"].items()},
            "official_name": self.name(country["official_name"]),
            "aliases": sorted(self.name(name) for name in country.get("aliases", ())),
            "demonyms": sorted(self.name(name) for name in country.get("demonyms", ())),
            "statuses": [self.record(period) for period in country.get("statuses", ())],
        }

    def summit(self, summit: Raw, founded: str) -> Raw:
        """The copy of a summit."""
        days = self.number if summit["start"] == founded else -self.number
        day = (date.fromisoformat(summit["start"]) + timedelta(days=days)).isoformat()
        chair = summit["chair_country"]
        return summit | {
            "id": f"{day[:4]}-{summit['id'][5:]}-{self.mark.lower()}",
            "start": day,
            "end": day,
            "city": self.name(summit["city"]),
            "decisions": [],
            "delegations": [
                found if found["country"] == chair else self.record(found) for found in summit["delegations"]
            ],
            "absences": [self.record(absence) for absence in summit.get("absences", ())],
            "organizations": [self.record(present) for present in summit.get("organizations", ())],
            "sources": [self.source(name) for name in summit["sources"]],
        }

    def conflict(self, conflict: Raw, summits: dict[str, str]) -> Raw | None:
        """The copy of a conflict about countries or summits."""
        mapped = self.countries | summits
        concerns = [mapped[subject] for subject in conflict["concerns"] if subject in mapped]
        claims = [self.record(claim) for claim in conflict["claims"]] if concerns else []
        copied: Raw = {"about": f"{self.mark}: {conflict['about']}", "concerns": concerns, "claims": claims}
        if "involves" in conflict:
            copied["involves"] = sorted(self.countries[code] for code in conflict["involves"])
        return conflict | copied if concerns else None


def peopled(data: Raw) -> list[dict[str, str]]:
    """For each copy of all countries that there can be, their codes by those that they are copies of."""
    codes, known = free_codes(data), [country["code"] for country in data["countries"]]
    return [
        dict(zip(known, codes[at : at + len(known)], strict=True))
        for at in range(0, len(codes) - len(known) + 1, len(known))
    ]


def surrounded(times: int) -> str:
    """The text of a data set with so many times the countries, people and summits, up to 18 times.

    The copies hold no status, and nobody came to the summits, which follow the first one day by day: what is asked of
    the countries, people and summits that there are is what it was.
    """
    data: Raw = json.loads(bundled())
    countries, persons, summits = list(data["countries"]), list(data["persons"]), list(data["summits"])
    day = date.fromisoformat(summits[0]["start"])
    for number, codes in zip(range(1, times), peopled(data), strict=False):
        copy = _Copy(number, codes)
        data["countries"] += [copy.country(country | {"statuses": []}) for country in countries]
        data["persons"] += [copy.all_of(person) for person in persons]
        for summit in summits:
            day += timedelta(days=1)
            said: Raw = {"id": f"{summit['id']}-{copy.mark.lower()}", "start": day.isoformat(), "end": day.isoformat()}
            said |= {"city": copy.name(summit["city"]), "ordinal": len(data["summits"]) + 1}
            said |= {key: codes[summit[key]] for key in ("country", "chair_country")}
            said["chair_person"] = copy.person(summit["chair_person"])
            nobody: Raw = {key: [] for key in ("delegations", "absences", "organizations", "decisions")}
            data["summits"].append(summit | said | nobody | {"coverage": dict.fromkeys(summit["coverage"], "none")})
    data["summits"].sort(key=lambda summit: summit["start"])
    return json.dumps(data, ensure_ascii=False)


def enlarged(times: int) -> str:
    """The text of a data set of about so many times the records, up to 676 times, that holds."""
    data: Raw = json.loads(bundled())
    countries, persons, summits = list(data["countries"]), list(data["persons"]), list(data["summits"])
    conflicts, applications, sources = list(data["conflicts"]), list(data["applications"]), dict(data["sources"])
    codes = peopled(data)
    founding = data["organization"]["founded"]
    founders, held = list(founding["founders"]), {summit["id"]: list(summit.get("decisions", ())) for summit in summits}
    for number in range(1, times):
        copy = _Copy(number, codes[(number - 1) % len(codes)])
        if number <= len(codes):
            data["countries"] += map(copy.country, countries)
            data["applications"] += map(copy.record, applications)
            founding["founders"] += [copy.countries[code] for code in founders]
            for summit in data["summits"]:
                of_countries = [decided for decided in held.get(summit["id"], ()) if decided.get("country")]
                summit.setdefault("decisions", []).extend(map(copy.record, of_countries))
        made = {summit["id"]: copy.summit(summit, founding["date"]) for summit in summits}
        data["summits"] += made.values()
        named = {summit: copied["id"] for summit, copied in made.items()}
        data["conflicts"] += filter(None, (copy.conflict(conflict, named) for conflict in conflicts))
        data["persons"] += [
            copy.all_of(person)
            for person in persons
            if person["name"] in copy.people or not copy.people.isdisjoint(person.get("aliases", ()))
        ]
        data["sources"] |= {copy.source(name): copy.page(sources[name]) for name in sorted(copy.sources)}
    data["summits"].sort(key=lambda summit: summit["start"])
    for ordinal, summit in enumerate(data["summits"], start=1):
        summit["ordinal"] = ordinal
    data["countries"].sort(key=lambda country: country["code"])
    data["persons"].sort(key=lambda person: person["name"])
    data["applications"].sort(key=lambda asked: (asked["date"], asked["country"], asked["category"]))
    data["sources"] = dict(sorted(data["sources"].items()))
    founding["founders"].sort()
    return json.dumps(data, ensure_ascii=False)


def records(value: object) -> int:
    """How many records there are in the file: the objects in it."""
    if isinstance(value, dict):
        return 1 + sum(map(records, value.values()))
    return sum(map(records, value)) if isinstance(value, list) else 0
