"""`sco`: the organisation at a glance, against the file alone."""

from each import each
from facts import (
    CATEGORIES,
    FOUNDERS,
    HELD,
    ORGANIZATION,
    SUMMITS,
    THROUGH,
    ask,
    holders,
    name,
    named,
    sources,
    table,
    value,
)
from mutants import FIELDS
from scocli.days import spoken, spoken_range
from scocli.queries.overview import Overview

TITLE = ORGANIZATION["names"]["en"]


def rows(on=None):
    """The facts of a day, by what they are called."""
    return dict(table(ask(Overview(on=on)), TITLE))


@each("on", ["2001-06-14", "2001-06-15", "2012-06-06", "2012-06-07", "2017-06-08", "2024-07-04", THROUGH])
def test_the_holders_of_each_category_are_counted(on):
    """Every category is there, in the order of the file, also those that nobody holds."""
    counted = value(Overview(on=on))
    assert list(counted.items()) == [(category, len(holders(category, on))) for category in CATEGORIES]


def test_today_is_meant_where_no_day_is_named():
    """Answered for the last day that the data reach, of which only the foot of the answer tells."""
    found = ask(Overview(), today="2030-01-01")
    assert found.value == {category: len(holders(category)) for category in CATEGORIES}
    assert found.on == "2030-01-01"
    assert "as of" not in found.text
    assert " (as of 1 September 2025)" in ask(Overview(on="2030")).text


@each(
    ("on", "text"),
    [
        ("2012", "The Shanghai Cooperation Organisation had 6 member states, 5 observers and 3 dialogue partners on 31 December 2012."),
        ("2004-06-17", "The Shanghai Cooperation Organisation had 6 member states and 1 observer on 17 June 2004."),
        ("2025-09-02", "The Shanghai Cooperation Organisation has 10 member states and 17 SCO partners (as of 1 September 2025)."),
        ("2001-06-14", "The SCO did not exist yet on 14 June 2001: it was founded on 15 June 2001."),
    ],
)  # fmt: skip
def test_the_sentence_names_the_categories_that_are_held(on, text):
    """With their numbers and the day."""
    assert ask(Overview(on=on)).text == text


def test_the_status_of_the_day_is_a_row():
    """The same numbers, beneath the day that they are of."""
    assert rows("2012")["Status on 31 December 2012"] == "6 member states, 5 observers and 3 dialogue partners"
    assert rows()["Status"] == "10 member states and 17 SCO partners"


def test_the_founding_is_a_row():
    """Where, when, by how many and by whom."""
    assert rows()["Founded"] == f"Shanghai, 15 June 2001, by {len(FOUNDERS)} states: {named(FOUNDERS)}"


@each("summit", SUMMITS.values())
def test_on_its_first_day_a_summit_is_the_last_one(summit):
    """On the eve it is the next one."""
    days = spoken_range(summit["start"], summit["end"])
    assert rows(summit["start"])["Last summit"] == (
        f"no. {summit['ordinal']}: {summit['city']}, {name(summit['country'])}, {days}; {len(summit['delegations'])} delegations"
    )
    eve = f"{summit['start'][:-2]}{int(summit['start'][-2:]) - 1:02}"
    assert rows(eve)["Next summit"] == f"{summit['city']}, {days}"


def test_before_the_first_summit_there_is_no_last_one():
    """Nor is a status told."""
    assert list(rows("2001-06-14")) == ["Founded", "Next summit", "Data"]
    assert list(rows("2001-06-15")) == ["Founded", "Status on 15 June 2001", "Last summit", "Next summit", "Data"]


def test_after_the_last_summit_the_one_that_was_announced_comes_next():
    """With the country that the Council named, and with what is disputed about it."""
    assert rows()["Next summit"] == "2026 in Kyrgyzstan (Bishkek), announced"
    about = {one["about"] for one in FIELDS["conflicts"] if "2026-bishkek" in one["concerns"]}
    assert about <= {dispute.about for dispute in ask(Overview()).disputes}
    assert about.isdisjoint(dispute.about for dispute in ask(Overview(on="2020")).disputes)


def test_how_far_the_data_reach_is_a_row():
    """With the number of summits and of sources."""
    said = f"vouched for to {spoken(THROUGH)}; {len(SUMMITS)} summits, {len(FIELDS['sources'])} sources"
    assert rows()["Data"] == rows("2001-06-14")["Data"] == said


def test_what_it_says_is_cited():
    """Each row by itself: the founding, the statuses of the day, the last summit and the next, and nothing beside."""
    planned = FIELDS["planned_summits"][0]
    for on, last, following in (
        ("2001-06-14", None, SUMMITS["2001-shanghai"]),
        ("2016", SUMMITS["2016-tashkent"], SUMMITS["2017-astana"]),
        (THROUGH, SUMMITS["2025-tianjin"], planned),
    ):
        found = ask(Overview(on=on))
        read = {
            row[0].partition(" on ")[0]: set(ids)
            for row, ids in zip(found.tables[0].rows, found.tables[0].sources, strict=True)
        }
        held = [held.record for held in HELD if held.since <= on < held.until]
        expected = {"Founded": sources(ORGANIZATION["founded"]), "Next summit": sources(following), "Data": set()}
        if last:
            expected |= {"Status": sources(*held), "Last summit": sources(last)}
        assert read == expected
        assert set(found.sources) == set().union(*expected.values())


def test_the_dispute_about_a_category_is_told_while_it_is_held():
    """That of the SCO partners since they are there."""
    about = "Is the category 'SCO partner' in force?"
    assert about in [dispute.about for dispute in ask(Overview()).disputes]
    assert about not in [dispute.about for dispute in ask(Overview(on="2025-08-31")).disputes]
