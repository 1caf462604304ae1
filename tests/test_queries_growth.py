"""`sco growth`: numbers by category through time, against an oracle that knows the file alone, and the picture of them."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from drawn import answer_to, widest
from facts import CATEGORIES, HELD, THROUGH, ask, holders, name, place, sources, table, value
from mutants import FIELDS
from oracle import Oracle
from scocli.queries.growth import Growth
from scocli.render import Look, render
from scocli.render.palette import CATEGORIES as INKS

ORACLE = Oracle(FIELDS)
FOUNDED = ORACLE.founded
CHANGES = sorted({held.since for held in HELD})
LETTERS = {ink.letter: category for category, ink in INKS.items() if ink.letter}


def counted(day):
    """How many held each category on a day."""
    held = Counter(ORACLE.status(code, day) for code in ORACLE.countries)
    return {category: held[category] for category in CATEGORIES}


def test_there_is_a_row_for_every_change_with_the_numbers_of_its_day():
    """In order of time, the founding first."""
    assert value(Growth()) == {day: counted(day) for day in CHANGES}
    assert next(iter(value(Growth()))) == FOUNDED


def test_by_year_there_is_a_row_for_the_last_day_of_every_year():
    """The last year goes as far as the data."""
    days = [min(f"{year}-12-31", THROUGH) for year in range(2001, int(THROUGH[:4]) + 1)]
    assert value(Growth(by="year")) == {day: counted(day) for day in days}
    assert list(value(Growth(by="year", from_="2017-06", to="2018"))) == ["2017-12-31", "2018-12-31"]
    assert list(value(Growth(by="year", from_="2017-06", to="2018-05"))) == ["2017-12-31", "2018-05-31"]


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ({"from_": "2010"}, "2010-01-01", THROUGH),
        ({"from_": "1999", "to": "2005-07-05"}, FOUNDED, "2005-07-05"),
        ({"to": "2005-07-04"}, FOUNDED, "2005-07-04"),
        ({"from_": "2018", "to": "2019"}, "2018-01-01", "2019-12-31"),
    ],
)
def test_a_period_begins_with_the_numbers_of_its_first_day(asked, first, last):
    """Then come the changes in it."""
    assert list(value(Growth(**asked))) == sorted({first, *(day for day in CHANGES if first <= day <= last)})


def test_each_row_tells_who_became_what_since_the_one_before():
    """Few by name, in order of it, and many by number; the sum is that of the categories."""
    for asked in ({}, {"by": "year"}, {"from_": "2012-06-07"}):
        rows = table(ask(Growth(**asked)), "Growth")
        assert all(row[-2] == sum(row[1:-2]) for row in rows)
        before = "" if "from_" not in asked else rows[0][0]
        for earlier, row in pairwise([(before,), *rows]):
            gained = [held for held in HELD if earlier[0] < held.since <= row[0]]
            told = row[-1] or ""
            assert bool(told) == bool(gained)
            for category in CATEGORIES:
                codes = {held.country for held in gained if held.category == category}
                if len(codes) > 3:
                    assert f"{len(codes)} countries became" in told
                names = sorted(
                    (name(code) for code in codes), key=lambda n: place(next(c for c in codes if name(c) == n))
                )
                assert len(codes) > 3 or not names or re.search(", | and ".join(map(re.escape, names)), told)
    change = {row[0]: row[-1] for row in table(ask(Growth()), "Growth")}
    assert change["2017-06-09"] == "India and Pakistan became member states"
    assert change["2015-07-10"] == "Belarus became an observer; 4 countries became dialogue partners"


def test_the_statuses_that_were_held_are_cited_and_disputes_told():
    """Of those of the period, whoever held them; of the countries that changed."""
    held = [held for held in HELD if held.since <= "2005" and held.until > "2003"]
    found = ask(Growth(from_="2003", to="2004"))
    assert set(found.sources) == sources(*(period.record for period in held))
    assert ask(Growth(from_="2015", to="2015")).disputes
    assert any("SCO partner" in found.text for found in ask(Growth()).disputes)
    assert any("what came later" in note for note in ask(Growth(to="2040")).notes)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_the_picture_has_the_numbers_of_the_table(width):
    """A line a day: the parts in order of category, as wide as their numbers, and the sum; none too wide."""
    shown = answer_to("sco growth")
    drawn = render(shown, "table", Look(width=width))
    assert widest(drawn) <= width
    lines = dict(re.findall(r"^(\d{4}-\d\d-\d\d)  (\S.*)$", drawn, re.MULTILINE))
    assert lines.keys() == shown.value.keys()
    for day, line in lines.items():
        bar, total = line.rsplit(" ", 1)
        held = {category: count for category, count in shown.value[day].items() if count}
        assert int(total) == sum(held.values())
        assert [LETTERS[letter] for letter in re.findall("[MODP]", bar)] == list(held)
        if width < 60:
            continue
        parts = re.findall(r"[MODP][^MODP]*", bar)
        rest = [set(re.sub(r"^[MODP]\d*", "", part)) for part in parts]
        assert all(fill <= {INKS[category].fill[0]} for fill, category in zip(rest, held, strict=True))
        unit = len(bar) // int(total)
        assert unit >= 1
        assert [len(part) for part in parts] == [count * unit for count in held.values()]
        if unit > 1:
            assert [int(re.sub(r"\D", "", part)) for part in parts] == list(held.values())


def test_without_a_row_there_is_no_picture_and_with_colour_the_numbers_stay():
    """The legend has the categories that were held."""
    assert render(answer_to("sco growth --to 1999"), "table", Look(width=80)).count("\n\n") == 1
    colored = render(answer_to("sco growth --to 2010"), "table", Look(width=80, color=True))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    assert re.search(r"^2009-06-16  M6 +O4 +D2 +12$", plain, re.MULTILINE)
    assert "━" not in plain
    assert "D dialogue partner" in plain
    assert "SCO partner" not in plain
    assert len(holders("member", "2009-06-16")) == 6
