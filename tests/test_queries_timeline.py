"""`sco timeline`: statuses through time beside the summits, against the file alone."""

from each import each
from facts import COUNTRIES, HELD, SUMMITS, THROUGH, ask, held_between, name, sources, table, value
from scocli.days import spoken
from scocli.queries.timeline import Timeline

DAYS = each("day", ["2001-06-15", "2005-07-05", "2015-07-09", "2017-06-09", "2024-07-04", THROUGH])
PLURALS = {
    "member": ("member state", "member states"),
    "observer": ("observer", "observers"),
    "dialogue-partner": ("dialogue partner", "dialogue partners"),
    "partner": ("SCO partner", "SCO partners"),
}


def course(code, day):
    """What a country had held by a day, each with its end if that had come."""
    return [
        (held.category, held.since, held.until if held.until <= day else None)
        for held in HELD
        if held.country == code and held.since <= day
    ]


@DAYS
def test_the_statuses_are_those_known_on_the_day(day):
    """Of all that had held one by then; a status that ended later has no end yet."""
    found = ask(Timeline(on=day))
    assert found.kind == "timeline"
    assert found.value == {code: course(code, day) for code in COUNTRIES if course(code, day)}
    assert [row[1:5] for row in table(found, "Statuses")] == [
        (code, *status) for code in found.value for status in course(code, day)
    ]


@DAYS
def test_the_summits_are_those_that_had_begun(day):
    """With day and place."""
    assert table(ask(Timeline(on=day)), "Summits") == [
        (summit["start"], summit["id"], summit["city"]) for summit in held_between(last=day)
    ]


@DAYS
def test_the_sentence_counts_who_held_what_on_the_day(day):
    """By category, in the order of categories."""
    held = [held.category for held in HELD if held.since <= day < held.until]
    groups = [f"{held.count(c)} {words[held.count(c) > 1]}" for c, words in PLURALS.items() if c in held]
    said = f"{', '.join(groups[:-1])} and {groups[-1]}" if len(groups) > 1 else groups[0]
    assert ask(Timeline(on=day)).text == f"The SCO had {said} on {spoken(day)}."


def test_a_country_without_a_status_has_a_row_that_says_so():
    """If it is named."""
    found = ask(Timeline(subjects=("BD",)))
    assert found.value == {"BD": []}
    assert table(found, "Statuses") == [(name("BD"), "BD", "none", None, None, None, None, None)]


@each(
    ("asked", "codes"),
    [
        ({"subjects": ("observer",)}, {held.country for held in HELD if held.category == "observer"}),
        ({"subjects": ("observer",), "on": "2005-07-04"}, {"MN"}),
        ({"subjects": ("observer",), "on": "2004-06-17"}, {"MN"}),
        ({"subjects": ("observer",), "on": "2004-06-16"}, set()),
        ({"subjects": ("BY", "observer")}, {held.country for held in HELD if held.category == "observer"}),
    ],
)
def test_a_category_stands_for_all_that_held_it_by_the_day(asked, codes):
    """Each country once."""
    found = [*value(Timeline(**asked))]
    assert set(found) == codes
    assert len(found) == len(set(found))


def test_a_named_country_stands_before_those_of_a_category_named_after_it():
    """In the order of what was named."""
    assert next(iter(value(Timeline(subjects=("MN", "member"))))) == "MN"
    assert [*value(Timeline(subjects=("MN", "member")))][1] == "CN"


def test_what_it_shows_is_cited():
    """The statuses, and the first source of each summit."""
    first = {summit["sources"][0] for summit in held_between(last="2016~")}
    records = [held.record for held in HELD if held.country == "IN" and held.since < "2017"]
    assert set(ask(Timeline(subjects=("IN",), on="2016")).sources) == sources(*records) | first
    records = [held.record for held in HELD if held.country == "AZ"]
    every = {summit["sources"][0] for summit in SUMMITS.values()}
    assert set(ask(Timeline(subjects=("AZ",))).sources) == sources(*records) | every


def test_a_day_that_the_data_do_not_reach_is_noted():
    """And the day asked about is kept."""
    found = ask(Timeline(on="2030"))
    assert found.on == "2030-12-31"
    assert found.text.endswith(" (as of 1 September 2025).")
    assert "as of" not in ask(Timeline(on=THROUGH)).text
