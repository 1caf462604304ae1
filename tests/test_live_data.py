"""The data set that the program comes with, whatever its facts are: it holds, and agrees with what was made apart from it.

Whether its facts are right, a reviewer tells from the lists in ``tests/golden``, which ``tools/regenerate.py`` writes:
a change of the data shows in them.
"""

import json
from itertools import product

import pytest
import regenerate
from babel.core import get_global

import frozen_data
from each import each
from oracle import Oracle
from scocli import world
from scocli.datafile import bundled_path, is_vouched_for
from scocli.dataset import load
from scocli.names.people import people_called
from scocli.queries import answer
from scocli.queries.about import About
from scocli.queries.panel import Panel
from scocli.text import fold
from scocli.topics import find_topic, topics

pytestmark = pytest.mark.usefixtures("live")
TEXT = regenerate.DATA.read_text("utf-8")
COUNTRIES = json.loads(TEXT)["countries"]
CATEGORIES = ("member", "observer", "dialogue-partner", "partner")


@pytest.mark.parametrize("make", [regenerate.data_set, regenerate.fact_lists, regenerate.json_schema])
def test_what_is_made_from_it_is_up_to_date(make):
    """It holds and stands in canonical form, and its digest, the lists of its facts and the schema are its own."""
    made = make()
    assert {path: path.read_text("utf-8") for path in made} == made


def test_it_is_the_one_that_the_program_reads_and_vouches_for():
    """The program's own data set is the file in ``data``, not the frozen one, and need not be validated again."""
    assert bundled_path() == regenerate.DATA
    assert is_vouched_for(TEXT)


def holders(day: str) -> dict[str, set[str]]:
    """The countries by category on a day."""
    data = load()
    status = {code: data.status_on(code, day) for code in data.countries}
    return {category: {code for code in status if status[code] == category} for category in CATEGORIES}


def test_until_2014_the_members_of_a_year_are_those_of_the_correlates_of_war():
    """The full members in their data on intergovernmental organisations (version 3), which end there, as igoR has them."""
    full_members = {"China", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan", "Uzbekistan"}
    data = load()
    panel = answer(data, Panel(from_="2001", to="2014", countries=("all",)), "2026-01-01")
    rows = [row for row in panel.to_rows() if row["status"] == "member"]
    assert {(row["country"], row["year"]) for row in rows} == set(product(full_members, range(2001, 2015)))


def test_the_panel_of_2015_to_2025_is_what_was_held_on_the_last_day_of_each_year():
    """As the oracle tells it from the file alone."""
    oracle = Oracle(json.loads(TEXT))
    panel = answer(load(), Panel(from_="2015", to="2025", countries=("all",)), "2026-01-01")
    held = {
        code: {str(y): oracle.status(code, f"{y}-12-31") or "none" for y in range(2015, 2026)}
        for code in oracle.countries
    }
    assert panel.value == held


@each(
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
    held = holders(day)
    assert tuple(len(held[category]) for category in CATEGORIES) == counts


def test_its_codes_are_those_of_the_standard():
    """Each three-letter code is that of the same country in CLDR, which has it from ISO 3166-1."""
    aliases = get_global("territory_aliases")
    assert all(aliases[country["alpha3"]] == [country["code"]] for country in COUNTRIES)


def test_none_of_its_names_is_that_of_another_country_of_the_world():
    """An alias such as 'Niger' of Nigeria would answer for the wrong country."""
    known = world.english_names() | {code.lower(): country for code, country in world.codes().items()}
    for country in COUNTRIES:
        names = [
            *country["names"].values(),
            country["official_name"],
            *country.get("aliases", ()),
            *country.get("demonyms", ()),
        ]
        for name in map(fold, names):
            assert known.get(name, country["code"]) == country["code"], name


def test_people_are_found_by_what_they_are_called_in_russian_and_chinese():
    """In Russian each alone, in Chinese, where many are called by their surnames only, with those who share it; by both parts of a surname."""
    data = load()
    people = {person.name for person in data.data.persons}
    names = [written for written in data.data.naming.written if written.name in people]
    parted = {one.name: one.ru.split()[-1] for one in names if one.ru and "-" in one.ru.split()[-1]}
    alone = {one.name: one.ru for one in names if one.ru} | parted
    assert parted
    assert [name for name, ru in alone.items() if people_called(data, ru) != [name]] == []
    assert [one.name for one in names if one.zh and one.name not in people_called(data, one.zh)] == []


def test_each_of_its_topics_has_names_of_its_own():
    """No body or other organisation is called as another topic of `sco about` is."""
    data = load()
    for topic, names in topics(data).items():
        assert {find_topic(data, name) for name in (topic, *names)} == {topic}


def test_the_data_set_on_which_code_is_tested_is_up_to_date():
    """The frozen one holds and stands in the canonical form of the models as they are."""
    made = regenerate.frozen_data_set()
    assert {path: path.read_text("utf-8") for path in made} == made
    assert frozen_data.FROZEN / "sco.json" in made


def test_a_disagreement_is_recorded_once():
    """No two have the same claims by the same sources, and the same choice."""
    found = [
        (c.chosen, sorted((claim.value, sorted(claim.sources)) for claim in c.claims)) for c in load().data.conflicts
    ]
    assert [conflict for conflict in found if found.count(conflict) > 1] == []


def test_who_heads_a_body_is_disputed_where_that_is_told():
    """Of the Regional Anti-Terrorist Structure its seat, and of its directors who they were."""
    told = {
        topic: [dispute.about for dispute in answer(load(), About(topic=topic), "2026-11-28").disputes]
        for topic in ("rats", "rats-directors")
    }
    assert not set(told["rats"]) & set(told["rats-directors"])
    assert any("Director" in about for about in told["rats-directors"])
    assert any("Seat" in about for about in told["rats"])
