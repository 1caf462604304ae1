"""What the data set says, told from its file alone: the facts against which answers are held.

Of the program nothing is used here but the road from a query to its answer.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from mutants import FIELDS
from scocli.answers import Answer
from scocli.dataset import load
from scocli.queries import answer
from scocli.queries.base import Query

DATA = load()
THROUGH: str = FIELDS["through"]
TODAY = "2026-01-01"
"""A day that the data do not reach."""
ORGANIZATION: dict[str, Any] = FIELDS["organization"]
FOUNDERS = set(ORGANIZATION["founded"]["founders"])
COUNTRIES: dict[str, dict[str, Any]] = {country["code"]: country for country in FIELDS["countries"]}
SUMMITS: dict[str, dict[str, Any]] = {summit["id"]: summit for summit in FIELDS["summits"]}
CATEGORIES: dict[str, dict[str, Any]] = {category["id"]: category for category in FIELDS["categories"]}
GROUPS = {"member": "members", "observer": "observers", "dialogue-partner": "dialogue_partners", "partner": "partners"}


class Held(NamedTuple):
    """A status that a country held from a day until the day on which it no longer did."""

    country: str
    category: str
    since: str
    until: str
    record: dict[str, Any]


class Came(NamedTuple):
    """A delegation and the summit it came to."""

    summit: dict[str, Any]
    country: str
    capacity: str
    record: dict[str, Any]


def _held() -> Iterator[Held]:
    for code, country in COUNTRIES.items():
        periods = country.get("statuses", [])
        for number, period in enumerate(periods):
            later = periods[number + 1 :]
            yield Held(code, period["category"], period["since"], later[0]["since"] if later else "9999", period)


HELD = list(_held())


def status(code: str, day: str) -> str | None:
    """What a country held on a day."""
    return next((held.category for held in HELD if held.country == code and held.since <= day < held.until), None)


def holders(category: str, day: str = THROUGH) -> set[str]:
    """Who held a category on a day."""
    return {code for code in COUNTRIES if status(code, day) == category}


def capacity(summit: dict[str, Any], code: str) -> str:
    """In what capacity a country comes to a summit: what it held on its eve, at the founding what it then got."""
    eve = (date.fromisoformat(summit["start"]) - timedelta(days=1)).isoformat()
    return status(code, summit["start"] if summit["ordinal"] == 1 else eve) or "guest"


CAME = [
    Came(summit, delegation["country"], capacity(summit, delegation["country"]), delegation)
    for summit in SUMMITS.values()
    for delegation in summit["delegations"]
]


def visits(country: str | None = None, first: str = "", last: str = "9999", **record: Any) -> list[Came]:
    """The delegations of a country, or of all, to the summits of a period, with what their records say."""
    return [
        came
        for came in CAME
        if country in (None, came.country)
        and first <= came.summit["start"] <= last
        and all(came.record.get(name) == value for name, value in record.items())
    ]


def attended(*capacities: str, **wanted: Any) -> set[str]:
    """The countries of such delegations, in one of some capacities if any are named."""
    return {came.country for came in visits(**wanted) if not capacities or came.capacity in capacities}


def absent(summit: dict[str, Any]) -> set[str]:
    """Who is known to have stayed away: told so by a source, or not on the complete list of those who held its status."""
    came = {delegation["country"] for delegation in summit["delegations"]}
    told = {absence["country"] for absence in summit.get("absences", [])}
    unlisted = {
        code
        for code in COUNTRIES
        if summit["coverage"].get(GROUPS.get(capacity(summit, code), ""), "not-applicable") == "complete"
    }
    return (told | unlisted) - came


def held_between(first: str = "", last: str = "9999") -> list[dict[str, Any]]:
    """The summits that began in a period, in order of time."""
    return [summit for summit in SUMMITS.values() if first <= summit["start"] <= last]


OF_SCO = {
    "member": "a member state of the SCO",
    "observer": "an observer of the SCO",
    "dialogue-partner": "a dialogue partner of the SCO",
    "partner": "an SCO partner",
}
"""What a country is that holds a category."""


def name(code: str) -> str:
    """A country's name in English."""
    return COUNTRIES[code]["names"]["en"]


def in_text(code: str) -> str:
    """The same inside a sentence: of those in the data set one takes an article."""
    return "the United Arab Emirates" if code == "AE" else name(code)


def begins(code: str) -> str:
    """The same at the beginning of one."""
    return in_text(code).replace("the ", "The ")


def place(code: str) -> str:
    """What a country is put in order by wherever it is shown: its name without accents, 'ü' being 'u'."""
    return unicodedata.normalize("NFKD", name(code)).encode("ascii", "ignore").decode().lower()


def named(codes: Iterable[str]) -> str:
    """Countries by name, in order of it, in a sentence: 'A, B and the C'."""
    names = [in_text(code) for code in sorted(codes, key=place)]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def ask(query: Query, today: str = TODAY) -> Answer:
    """The answer to a query."""
    return answer(DATA, query, today)


def value(query: Query, today: str = TODAY) -> object:
    """The bare fact of the answer to a query."""
    return ask(query, today).value


def table(found: Answer, title: str) -> list[tuple[object, ...]]:
    """The rows of the table with some title."""
    return next(list(drawn.rows) for drawn in found.tables if drawn.title == title)


def sources(*records: dict[str, Any]) -> set[str]:
    """The ids of the sources of some records."""
    return {source for record in records for source in record["sources"]}
