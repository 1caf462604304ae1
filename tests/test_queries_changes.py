"""`sco changes`: every change of status in a period, against the file alone."""

from collections import Counter

import pytest

from each import each
from facts import COUNTRIES, HELD, ORGANIZATION, THROUGH, ask, name, named, place, sources, table, value
from scocli.days import spoken
from scocli.queries.base import QueryError
from scocli.queries.changes import Changes

ONE = {
    "member": "a member state",
    "observer": "an observer",
    "dialogue-partner": "a dialogue partner",
    "partner": "an SCO partner",
}
MANY = {
    "member": "member states",
    "observer": "observers",
    "dialogue-partner": "dialogue partners",
    "partner": "SCO partners",
}


def changed(first="", last="9999", countries=COUNTRIES, categories=ONE):
    """The changes of a period, in order of day and country."""
    found = [
        held
        for held in HELD
        if first <= held.since <= last and held.country in countries and held.category in categories
    ]
    return sorted(found, key=lambda held: (held.since, held.country))


PERIODS = {
    "all": ({}, changed()),
    "since": ({"from_": "2022"}, changed("2022")),
    "until": ({"to": "2008"}, changed(last="2008~")),
    "in a year": ({"from_": "2015", "to": "2015"}, changed("2015", "2015~")),
    "in a month": ({"from_": "2017-06", "to": "2017-06"}, changed("2017-06", "2017-06~")),
    "since its day": ({"from_": "2024-07-04"}, changed("2024-07-04")),
    "since the day after": ({"from_": "2024-07-05"}, changed("2024-07-05")),
    "until its day": ({"to": "2004-06-17"}, changed(last="2004-06-17")),
    "until the eve": ({"to": "2004-06-16"}, changed(last="2004-06-16")),
    "in a quiet year": ({"from_": "2003", "to": "2003"}, []),
    "of a country": ({"of": ("BY",)}, changed(countries=("BY",))),
    "of two countries": ({"of": ("IR", "BY")}, changed(countries=("BY", "IR"))),
    "of a country without a status": ({"of": ("BD",)}, []),
    "to a category": ({"category": ("observer",)}, changed(categories=("observer",))),
    "to either category": ({"category": ("observer", "member"), "from_": "2005"}, changed("2005", categories=("observer", "member"))),
    "of a country to a category": ({"of": ("IN", "BY"), "category": ("member",)}, changed(countries=("IN", "BY"), categories=("member",))),
}  # fmt: skip


def before(held):
    """What a country held before."""
    return next((other.category for other in HELD if (other.country, other.until) == (held.country, held.since)), None)


@each(("asked", "changes"), PERIODS.values())
def test_the_changes_of_a_period_are_listed(asked, changes):
    """Both ends included, with what was held before and the summit that decided.

    In order of day, then as value of country code, as shown of name.
    """
    found = ask(Changes(**asked))
    assert (found.kind, found.value) == ("changes", [[held.since, held.country, held.category] for held in changes])
    assert table(found, "Changes of status") == [
        (held.since, name(held.country), held.country, before(held), held.category, held.record["granted_at"])
        for held in sorted(changes, key=lambda held: (held.since, place(held.country)))
    ]
    assert set(found.sources) >= sources(*(held.record for held in changes))


@each(("asked", "changes"), PERIODS.values())
def test_the_changes_of_a_period_are_counted(asked, changes):
    """As number, and whether there were any."""
    assert value(Changes(**asked, show="count")) == len(changes)
    found = ask(Changes(**asked, show="any"))
    assert (found.kind, found.value) == ("yes-no", bool(changes))
    assert found.text.startswith("Yes: " if changes else "No: ")


@each(
    ("asked", "text"),
    [
        ({"from_": "2026", "to": "2030"}, "Not recorded: whether there was a change of status from 2026 to 2030."),
        ({"from_": "2025-09-02", "to": "2030", "of": ("IN",)}, "Not recorded: whether there was a change of status of India from 2 September 2025 to 31 December 2030."),
        ({"from_": "2025-08", "to": "2025-08"}, "No: there were no changes of status in August 2025."),
        ({"to": "2001-06-14"}, "No: there were no changes of status up to 14 June 2001."),
        ({"of": ("BY",), "category": ("observer", "partner"), "from_": "2026"}, "Not recorded: whether there was a change of status of Belarus to that of an observer or an SCO partner since 1 January 2026."),
    ],
)  # fmt: skip
def test_where_nothing_changed_it_is_denied_only_as_far_as_the_data_reach(asked, text):
    """Before the founding nothing did."""
    assert ask(Changes(**asked, show="any")).text == text


@each(("asked", "changes"), PERIODS.values())
def test_the_sentence_tells_who_became_what_on_which_day(asked, changes):
    """Those of one day and category together; of many how many, and from when to when."""
    days = sorted({held.since for held in changes})
    text = ask(Changes(**asked)).text
    if len(days) > 3:
        first, last = spoken(days[0]), spoken(days[-1])
        assert text.startswith("The status of ")
        assert f" changed {len(changes)} times" in text
        assert text.endswith(f" between {first} and {last}.")
        return
    groups = Counter((held.since, held.category) for held in changes)
    for (day, category), number in groups.items():
        who = named(held.country for held in changes if (held.since, held.category) == (day, category))
        assert f"{who} became {(MANY if number > 1 else ONE)[category]}" in text.partition(f"n {spoken(day)} ")[2]
    assert text.count(" became ") == len(groups)
    assert text.lower().count("on ") >= len(days)


@each(
    ("asked", "text"),
    [
        ({"from_": "2003", "to": "2003"}, "There were no changes of status in 2003."),
        ({"of": ("2030",)}, "Not recorded: the data reach to 1 September 2025, and tell of nothing in 2030."),
        ({"of": ("BD",)}, "There were no changes of status of Bangladesh."),
        ({"category": ("member",), "from_": "2018", "to": "2022"}, "There were no changes of status to that of a member state from 2018 to 2022."),
        ({"of": ("IN",), "category": ("member",)}, "On 9 June 2017 India became a member state."),
        ({"of": ("BY",), "from_": "2024", "to": "2024"}, "On 4 July 2024 Belarus became a member state."),
        ({"from_": "2017", "to": "2017"}, "On 9 June 2017 India and Pakistan became member states."),
    ],
)  # fmt: skip
def test_the_sentence_says_how_many_of_whom_and_when(asked, text):
    """Before what they were."""
    assert ask(Changes(**asked)).text == text


def test_where_nothing_changed_the_organisation_is_cited():
    """An answer is never without a source."""
    assert set(ask(Changes(from_="2003", to="2003")).sources) == sources(ORGANIZATION)
    assert set(ask(Changes(from_="2017", to="2017")).sources) == sources(
        *(held.record for held in changed("2017", "2017~"))
    )


def test_a_period_that_the_data_do_not_reach_to_the_end_is_noted():
    """They tell of no change after their last day."""
    assert any("reach to 1 September 2025" in note for note in ask(Changes(from_="2020", to="2026")).notes)
    assert not any("reach to" in note for note in ask(Changes(to=THROUGH)).notes)
    assert value(Changes(from_="2025-10", to="2025-12")) == []


@each(
    ("to", "found"),
    [("2024-12", False), ("2025-09-01", False), ("2025-09-02", "not-recorded"), ("2030", "not-recorded")],
)
def test_nothing_is_denied_of_a_period_that_goes_on_after_the_data(to, found):
    """Though it begins within them; what there was in it is a yes all the same."""
    assert value(Changes(of=("BY",), from_="2024-07-05", to=to, show="any")) == found
    assert value(Changes(of=("BY",), from_="2024", to=to, show="any")) is True


def test_disputes_about_those_who_changed_are_noted():
    """Of each country once, and none about others."""
    disputes = [dispute.about for dispute in ask(Changes(from_="2017", to="2017")).disputes]
    assert "Day of the accession of India and Pakistan" in disputes
    assert not any("Belarus" in about for about in disputes)
    assert len(disputes) == len(set(disputes))


def test_a_period_that_ends_before_it_begins_is_refused():
    """With both of its ends."""
    with pytest.raises(QueryError, match=r"the period ends \(2016\) before it begins \(2017\)"):
        ask(Changes(from_="2017", to="2016"))
