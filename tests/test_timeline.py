"""Who held what, on every day: the data set against lists that were made apart from it.

The lists in ``tests/golden`` are facts written out, to be read and reviewed: they change only where a fact changes.
"""

import csv
import json
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from scocli.cli import run
from scocli.dataset import DataSet, load
from scocli.errors import ExitCode

GOLDEN = Path(__file__).parent / "golden"
CATEGORIES = ("member", "observer", "dialogue-partner", "partner")
FOUNDERS = {"CN", "KG", "KZ", "RU", "TJ", "UZ"}
COUNTED = {
    "countries": 35,
    "persons": 115,
    "applications": 27,
    "summits": 25,
    "planned_summits": 1,
    "conflicts": 124,
    "sources": 683,
}
"""How many records there are of each kind: one that is lost, or that a test has not heard of, is seen."""


def golden(name: str) -> list[dict[str, str]]:
    with (GOLDEN / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def held_on(day: str) -> dict[str, set[str]]:
    """The countries by category as written out for a day."""
    begun = [row for row in golden("holders") if row["day"] <= day]
    return {category: set(begun[-1][category].split()) if begun else set() for category in CATEGORIES}


def holders(data: DataSet, day: str) -> dict[str, set[str]]:
    """The countries by category as the data set has them on a day."""
    status = {code: data.status_on(code, day) for code in data.countries}
    return {category: {code for code in status if status[code] == category} for category in CATEGORIES}


def asked(*arguments: str) -> dict[str, object]:
    """What the program answers, as JSON."""
    shown: list[str] = []
    assert run([*arguments, "--format", "json"], shown.append, shown.append, today="2026-01-01") is ExitCode.ANSWERED
    return json.loads("".join(shown))


def listed_on(day: str) -> dict[str, set[str]]:
    """The countries by category as the program lists them."""
    return {category: set(codes) for category, codes in asked("list", "--on", day)["value"].items()}


def days_around_changes() -> list[str]:
    """Of every change the eve and the day, and of every time between two changes a day in its middle."""
    changes = [date.fromisoformat(row["day"]) for row in golden("holders")]
    eves = [day - timedelta(days=1) for day in changes]
    middles = [earlier + (later - earlier) // 2 for earlier, later in pairwise(changes)]
    return sorted(day.isoformat() for day in {*changes, *eves, *middles, changes[-1] + timedelta(days=3000)})


def test_the_timeline_is_the_one_that_was_reviewed():
    """Every status of every country: its first day, its end and the summit that decided it."""
    data = load()
    found = [
        {
            "country": code,
            "category": holding.period.category,
            "since": holding.period.since,
            "until": holding.until or "",
            "granted_at": holding.period.granted_at,
        }
        for code in data.countries
        for holding in data.holdings[code]
    ]
    assert sorted(found, key=lambda row: (row["since"], row["country"])) == golden("timeline")


def test_on_every_day_the_categories_are_held_by_those_written_out():
    """From before the founding until after the last change, day by day, nobody too many and nobody missing."""
    data = load()
    rows = golden("holders")
    bounds = [*(row["day"] for row in rows), "2025-10-01"]
    assert holders(data, "2001-06-14") == {category: set() for category in CATEGORIES}
    for first, end in pairwise(bounds):
        expected = held_on(first)
        day = date.fromisoformat(first)
        while day < date.fromisoformat(end):
            assert holders(data, day.isoformat()) == expected, day
            day += timedelta(days=1)


@pytest.mark.parametrize("day", days_around_changes())
def test_around_every_change_the_program_lists_those_written_out(day):
    """The eve of a change, the day of it and a day in between, by `sco list`."""
    assert listed_on(day) == held_on(day)


@pytest.mark.parametrize("code", load().countries)
def test_the_history_of_a_country_is_the_one_that_was_reviewed(code):
    """`sco history` gives each country's statuses and their first days, or none."""
    expected = [[row["category"], row["since"]] for row in golden("timeline") if row["country"] == code]
    assert asked("history", code)["value"] == expected


@pytest.mark.parametrize("year", range(2001, 2015))
def test_until_2014_the_members_at_the_end_of_a_year_are_the_founders(year):
    """As in the Correlates of War data on intergovernmental organisations, which end there."""
    assert listed_on(str(year))["member"] == FOUNDERS


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2001-06-14", (0, 0, 0, 0)),
        ("2001-06-15", (6, 0, 0, 0)),
        ("2017-06-08", (6, 6, 6, 0)),
        ("2017-06-09", (8, 4, 6, 0)),
        ("2023-07-03", (8, 4, 14, 0)),
        ("2024-07-03", (9, 3, 14, 0)),
        ("2024-07-04", (10, 2, 14, 0)),
        ("2025-08-31", (10, 2, 14, 0)),
        ("2025-09-01", (10, 0, 0, 17)),
    ],
)
def test_the_numbers_of_holders_are_those_of_the_news(day, counts):
    """9 members, 3 observers and 14 dialogue partners before the session of 4 July 2024; 10 and 17 since 2025."""
    listed = listed_on(day)
    assert tuple(len(listed[category]) for category in CATEGORIES) == counts


def test_the_summits_are_those_that_were_reviewed():
    """Days, places, chairs and formats, who came and who stayed away, and how much was recorded beside."""
    found = [
        {
            "id": summit.id,
            "ordinal": str(summit.ordinal),
            "start": summit.start,
            "end": summit.end,
            "city": summit.city,
            "country": summit.country,
            "chair_country": summit.chair_country,
            "chair_person": summit.chair_person,
            "format": summit.format,
            "came": " ".join(sorted(delegation.country for delegation in summit.delegations)),
            "stayed_away": " ".join(sorted(absence.country for absence in summit.absences)),
            "organizations": str(len(summit.organizations)),
            "decisions": str(len(summit.decisions)),
            "documents": str(len(summit.documents)),
        }
        for summit in load().data.summits
    ]
    assert found == golden("summits")


@pytest.mark.parametrize(("kind", "count"), COUNTED.items())
def test_no_record_is_lost(kind, count):
    """As many records of each kind as when they were last counted."""
    assert len(getattr(load().data, kind)) == count


def test_delegations_and_absences_are_as_many_as_counted():
    """288 delegations and 17 absences over all summits."""
    data = load().data
    assert sum(len(summit.delegations) for summit in data.summits) == 288
    assert sum(len(summit.absences) for summit in data.summits) == 17
