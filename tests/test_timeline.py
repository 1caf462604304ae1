"""Who held what, on every day: the frozen data set against lists that were made apart from it, by hand.

The lists lie beside it in ``tests/frozen``.
"""

import csv
import json
from datetime import date, timedelta
from itertools import pairwise

import pytest

from frozen_data import FROZEN
from scocli.cli.program import run
from scocli.dataset import DataSet, load
from scocli.errors import ExitCode

CATEGORIES = ("member", "observer", "dialogue-partner", "partner")


def reviewed(name: str) -> list[dict[str, str]]:
    with (FROZEN / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def held_on(day: str) -> dict[str, set[str]]:
    """The countries by category as written out for a day."""
    begun = [row for row in reviewed("holders") if row["day"] <= day]
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
    changes = [date.fromisoformat(row["day"]) for row in reviewed("holders")]
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
    assert sorted(found, key=lambda row: (row["since"], row["country"])) == reviewed("timeline")


def test_on_every_day_the_categories_are_held_by_those_written_out():
    """From before the founding until after the last change, day by day, nobody too many and nobody missing."""
    data = load()
    rows = reviewed("holders")
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
    expected = [[row["category"], row["since"]] for row in reviewed("timeline") if row["country"] == code]
    assert asked("history", code)["value"] == expected
