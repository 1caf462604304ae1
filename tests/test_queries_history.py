"""`sco history`: how countries came to their statuses, against the file alone."""

import json
from dataclasses import replace
from datetime import date

import pytest

from each import each
from facts import (
    COUNTRIES,
    HELD,
    OF_SCO,
    ORGANIZATION,
    SUMMITS,
    THROUGH,
    TODAY,
    ask,
    begins,
    name,
    sources,
    status,
    table,
    value,
    visits,
)
from mutants import FIELDS, fields
from scocli import records
from scocli.dataset import DataSet
from scocli.days import spoken
from scocli.queries import answer
from scocli.queries.base import QueryError
from scocli.queries.history import History

CODES = each("code", COUNTRIES)
APPLICATIONS = FIELDS["applications"]
BASES = {"founding": "founder", "granted": "granted", "merged": "merged into"}


def course(code):
    """The statuses of a country, oldest first."""
    return [held for held in HELD if held.country == code]


def asked_by(code):
    """The requests of a country, oldest first."""
    return [asked for asked in APPLICATIONS if asked["country"] == code]


def summit_on(day):
    """The summit that was sitting on a day."""
    return next((summit["id"] for summit in SUMMITS.values() if summit["start"] <= day <= summit["end"]), None)


@CODES
def test_the_course_is_all_statuses_with_their_first_days(code):
    """As value and in a sentence; who never held one is told so."""
    found = ask(History(countries=(code,)))
    assert (found.kind, found.value) == ("history", [[held.category, held.since] for held in course(code)])
    if not course(code):
        assert found.text == f"{name(code)} has never held a status in the SCO."
        return
    last = course(code)[-1]
    assert found.text.endswith(
        f" has been {OF_SCO[last.category].removesuffix(' of the SCO')} since {spoken(last.since)}."
    )
    assert found.text.count(" from ") == len(course(code)) - 1
    assert (" was " in found.text) == (len(course(code)) > 1)


@CODES
def test_all_that_happened_is_a_row_in_order_of_date(code):
    """Requests, procedures, memoranda and statuses, with what came of them, where, and what is noted."""
    expected = []
    for asked in asked_by(code):
        outcome = asked["outcome"] + (f". {asked['note']}" if "note" in asked else "")
        expected.append((asked["date"], "asked for", asked["category"], outcome))
    for held in course(code):
        record = held.record
        if "procedure_started" in record:
            expected.append((record["procedure_started"], "procedure opened", held.category, None))
        if "memorandum" in record:
            signed = record["memorandum"]
            expected.append((signed["date"], "memorandum signed", held.category, signed.get("city")))
        detail = f"{SUMMITS[record['granted_at']]['city']} summit" + (f". {record['note']}" if "note" in record else "")
        expected.append((held.since, BASES[record["basis"]], held.category, detail))
    rows = table(ask(History(countries=(code,))), f"Course of {name(code)}")
    assert sorted(rows, key=str) == sorted(expected, key=str)
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)


@CODES
def test_the_course_cites_all_that_it_rests_on(code):
    """Statuses and requests; of a country with neither the organisation's sources."""
    records = [*(held.record for held in course(code)), *asked_by(code)] or [ORGANIZATION]
    found = set(ask(History(countries=(code,))).sources)
    disputed = [c for conflict in FIELDS["conflicts"] if "brief" in conflict for c in conflict["claims"]]
    assert sources(*records) <= found <= sources(*records, *disputed)


def of_the_file(show, held):
    """A fact of a status as its record has it, or nothing."""
    record = held.record
    return {
        "since": held.since,
        "until": held.until if held.until != "9999" else None,
        "decided-at": record["granted_at"],
        "procedure": record.get("procedure_started"),
        "procedure-at": summit_on(record.get("procedure_started", "")),
        "memorandum": record.get("memorandum", {}).get("date"),
        "memorandum-city": record.get("memorandum", {}).get("city"),
    }[show]


@each(
    ("show", "kind"),
    [
        ("since", "date"),
        ("until", "date"),
        ("decided-at", "summits"),
        ("procedure", "date"),
        ("procedure-at", "summits"),
        ("memorandum", "date"),
        ("memorandum-city", "city"),
    ],
)
@CODES
def test_a_fact_of_a_status_is_that_of_its_record(code, show, kind):
    """Of each status a country held, or that nothing is recorded."""
    for held in course(code):
        fact = of_the_file(show, held)
        found = ask(History(countries=(code,), show=show, category=(held.category,)))
        expected = ([fact] if fact else []) if kind == "summits" else fact or "none"
        assert (found.kind, found.value) == (kind, expected)
        assert OF_SCO[held.category] in found.text
        assert sources(held.record) <= set(found.sources)


@CODES
def test_a_fact_of_a_status_never_held_is_none(code):
    """And the sentence says that it was never held, and what is held instead."""
    never = [category for category in OF_SCO if category not in {held.category for held in course(code)}]
    for category in never:
        found = ask(History(countries=(code,), show="since", category=(category,)))
        assert found.value == "none"
        assert found.text.startswith(f"{begins(code)} has never been {OF_SCO[category]}.")
        assert (f"{begins(code)} has been " in found.text) is bool(course(code))


@CODES
def test_without_a_category_the_status_of_the_day_is_meant(code):
    """Now the one held now; on an earlier day the one held then."""
    now = status(code, THROUGH)
    expected = next((held.since for held in course(code) if held.category == now), "none")
    assert value(History(countries=(code,), show="since")) == expected
    if course(code):
        first = course(code)[0]
        assert value(History(countries=(code,), show="since", on=first.since)) == first.since


def full_years(first, last):
    """How many birthdays lie between."""
    begun, ended = date.fromisoformat(first), date.fromisoformat(last)
    return ended.year - begun.year - ((ended.month, ended.day) < (begun.month, begun.day))


@CODES
def test_how_long_a_status_was_held_is_told_in_full_years(code):
    """To its end, or to the day asked about."""
    for held in course(code):
        asked = History(countries=(code,), show="duration", category=(held.category,))
        assert value(asked) == full_years(held.since, min(held.until, THROUGH))


@each(("on", "years"), [("2002-06-14", 0), ("2002-06-15", 1), ("2011", 10), ("2011-06-14", 9), ("2001-06-14", "none")])
def test_a_year_is_full_on_its_last_day(on, years):
    """Not on the day before; before the status began there is no duration."""
    assert value(History(countries=("CN",), show="duration", on=on)) == years


@each("show", ["application", "outcome"])
@CODES
def test_a_request_is_that_of_the_file(code, show):
    """Its date or what became of it; of several for one category the first, with all told; of several the category has to be named."""
    requests = sorted(asked_by(code), key=lambda asked: asked["date"])
    for category in {asked["category"] for asked in requests}:
        first, *later = (asked for asked in requests if asked["category"] == category)
        found = ask(History(countries=(code,), show=show, category=(category,)))
        assert found.value == first["date" if show == "application" else "outcome"]
        assert sources(first, *later) <= set(found.sources)
        assert first.get("note") in (None, *found.notes)
        for asked in later:
            assert spoken(asked["date"]) in found.text
            assert show == "application" or asked["outcome"] in found.text
    if not requests:
        found = ask(History(countries=(code,), show=show))
        assert (found.value, found.text.split(". ")[0].rstrip(".")) == (
            "none",
            f"No request of {name(code)} to become part of the SCO is recorded",
        )
    if len({asked["category"] for asked in requests}) > 1:
        with pytest.raises(QueryError, match=f"{name(code)} asked several times"):
            ask(History(countries=(code,), show=show))


@pytest.mark.parametrize(
    ("show", "value", "text"),
    [
        ("application", "2019", "Nepal asked to become a member state of the SCO in 2019; again: 1 September 2025."),
        ("outcome", "not granted", "Nepal asked to become a member state of the SCO: not granted (2019); no decision found (1 September 2025)."),
    ],
)  # fmt: skip
def test_of_several_requests_for_one_category_the_first_is_the_value_and_all_are_told(show, value, text):
    """To name the category does not tell them apart."""
    raw = fields()
    late = next(asked for asked in raw["applications"] if (asked["country"], asked["category"]) == ("NP", "member"))
    raw["applications"].append({**late, "date": "2019", "outcome": "not granted"})
    query = History(countries=("NP",), show=show, category=("member",))
    found = answer(DataSet(records.read(json.dumps(raw))), query, TODAY)
    assert (found.value, found.text) == (value, text)


@pytest.mark.parametrize("how", ["before", "after"])
def test_of_one_day_it_is_said_that_it_is_one(how):
    """Neither was before the other; where one was, nothing is said of it."""
    assert ask(History(countries=("IN",), show="since", **{how: "PK"})).text.startswith(
        "No: it was the same day: India"
    )
    assert "same day" not in ask(History(countries=("IN",), show="since", **{how: "BY"})).text


def test_a_dispute_about_the_status_that_is_held_is_told():
    """Whether the category is in force matters to whoever holds it now, not to others."""
    about = "Is the category 'SCO partner' in force?"
    assert {
        code: about in [one.about for one in ask(History(countries=(code,))).disputes] for code in ("AZ", "IN")
    } == {
        "AZ": True,
        "IN": False,
    }


@pytest.mark.parametrize("day", [True, False])
def test_a_date_that_is_no_day_is_told_with_in(day):
    """'in September 2022', but 'on 14 March 2016'."""
    dates = [
        held for held in HELD if "memorandum" in held.record and (len(held.record["memorandum"]["date"]) == 10) is day
    ]
    for held in dates:
        found = ask(History(countries=(held.country,), show="memorandum", category=(held.category,)))
        signed = held.record["memorandum"]["date"]
        assert f" {'on' if day else 'in'} {spoken(signed)}" in found.text
    assert dates


@each(
    ("asked", "answer"),
    [
        ({"countries": ("MN",), "category": ("observer",), "before": "IN"}, True),
        ({"countries": ("IN",), "category": ("observer",), "before": "MN"}, False),
        ({"countries": ("MN",), "category": ("observer",), "after": "IN"}, False),
        ({"countries": ("BY",), "category": ("member",), "after": "IR"}, True),
        ({"countries": ("IN",), "category": ("member",), "before": "PK"}, False),
        ({"countries": ("IN",), "category": ("member",), "after": "PK"}, False),
        ({"countries": ("IN",), "category": ("member",), "same_day_as": "PK"}, True),
        ({"countries": ("IN",), "category": ("member",), "same_day_as": "IR"}, False),
        ({"countries": ("IN",), "category": ("member",), "before": "AZ"}, True),
        ({"countries": ("AZ",), "category": ("member",), "before": "IN"}, False),
        ({"countries": ("IN",), "category": ("member",), "after": "AZ"}, False),
        ({"countries": ("AZ",), "category": ("member",), "after": "IN"}, False),
        ({"countries": ("CN",), "show": "memorandum", "before": "IN"}, "not-recorded"),
        (
            {"countries": ("LA",), "category": ("dialogue-partner",), "show": "application", "same_day_as": "DZ"},
            "not-recorded",
        ),
        (
            {"countries": ("LA",), "category": ("dialogue-partner",), "show": "application", "before": "DZ"},
            "not-recorded",
        ),
        (
            {"countries": ("LA",), "category": ("dialogue-partner",), "show": "application", "after": "DZ"},
            "not-recorded",
        ),
        ({"countries": ("AZ",), "category": ("member",), "same_day_as": "TR"}, False),
        ({"countries": ("IN",), "category": ("observer",), "show": "until", "same_day_as": "PK"}, True),
        ({"countries": ("IN",), "category": ("member",), "show": "application", "after": "PK"}, True),
    ],
)
def test_whether_a_date_is_before_that_of_another_country_is_told(asked, answer):
    """Who never got there did not get there first; what was not recorded cannot be compared."""
    found = ask(History(**{"show": "since", **asked}))
    assert (found.kind, found.value) == ("yes-no", answer)
    assert found.text.startswith({True: "Yes: ", False: "No: ", "not-recorded": "Not recorded: "}[answer])


def test_dates_of_different_precision_are_compared_as_far_as_they_go():
    """A year and a day of another year can be compared, of the same year not; nor are they the same day."""
    requests = {(asked["country"], asked["category"]): asked["date"] for asked in APPLICATIONS}
    assert (requests["BY", "observer"], requests["AF", "observer"]) == ("2005", "2011-05")
    early = History(countries=("BY",), show="application", category=("observer",), before="AF")
    assert value(early) is True
    assert (requests["PK", "member"], requests["IN", "member"]) == ("2006", "2014-09")
    assert value(History(countries=("IN",), show="application", category=("member",), after="PK")) is True
    same_year = [
        (one, other)
        for one in requests
        for other in requests
        if one[1] == other[1]
        and one != other
        and requests[one] != requests[other]
        and requests[other].startswith(requests[one])
    ]
    for one, other in same_year:
        asked = History(countries=(one[0],), show="application", category=(one[1],), before=other[0])
        assert value(asked) == "not-recorded"
    assert same_year


def test_a_date_is_compared_with_those_of_several_countries():
    """All that is asked must be so, and every date is told."""
    between = History(countries=("IN",), show="since", category=("member",), after="UZ", before="IR")
    assert value(between) is True
    assert value(replace(between, same_day_as="IR")) is False
    text = ask(between).text
    assert [text.count(date) for date in ("15 June 2001", "9 June 2017", "4 July 2023")] == [1, 1, 1]


def test_several_countries_are_answered_if_they_share_the_fact():
    """With a sentence, a table and the sources of each; otherwise it is said that they differ."""
    found = ask(History(countries=("IN", "PK"), show="since", category=("member",)))
    assert (found.kind, found.value) == ("date", "2017-06-09")
    assert "India became" in found.text
    assert "Pakistan became" in found.text
    assert [drawn.title for drawn in found.tables] == ["Course of India", "Course of Pakistan"]
    records = [held.record for held in HELD if held.country in ("IN", "PK") and held.category == "member"]
    assert sources(*records) <= set(found.sources)
    with pytest.raises(QueryError, match=r"the countries differ: India became .* Iran became"):
        ask(History(countries=("IN", "IR"), show="since", category=("member",)))


def test_a_country_without_a_course_comes_with_what_is_known_of_it():
    """That it came as a guest, and how often."""
    guest = next(code for code in COUNTRIES if not course(code) and not asked_by(code) and visits(code))
    count = len(visits(guest))
    times = f"{count} summit{'s' * (count != 1)}"
    note = f"{name(guest)} attended {times} as a guest. (sco attendance {guest})"
    assert note in ask(History(countries=(guest,))).notes
    assert not any("as a guest" in note for note in ask(History(countries=("IN",))).notes)


def test_the_note_of_the_status_is_told_with_its_fact():
    """What the fields of its record cannot say."""
    noted = next(held for held in HELD if "note" in held.record)
    found = ask(History(countries=(noted.country,), show="since", category=(noted.category,)))
    assert noted.record["note"] in found.notes


def test_the_course_of_a_category_has_nothing_of_others():
    """Statuses and the steps to them; of what was never held, that it was not."""
    found = ask(History(countries=("IN",), category=("observer",)))
    observer = next(held for held in HELD if (held.country, held.category) == ("IN", "observer"))
    assert found.value == [["observer", observer.since]]
    (course,) = found.tables
    assert {row[2] for row in course.rows} == {"observer"}
    assert (
        ask(History(countries=("CN",), category=("observer",))).text == "China has never been an observer of the SCO."
    )


@CODES
@each("show", ["procedure-at", "memorandum-city"])
def test_what_is_not_recorded_is_not_called_by_the_word_of_an_option(code, show):
    """'No procedure-at of China' says nothing to somebody who has not read the help."""
    assert show not in ask(History(countries=(code,), show=show)).text


@pytest.mark.parametrize(
    ("asked", "found"), [({"before": "CN"}, True), ({"after": "CN"}, False), ({"same_day_as": "CN"}, False)]
)
def test_who_did_not_cease_to_be_something_did_not_do_so_first(asked, found):
    """Afghanistan is an observer no longer; that China never was one is known, not 'not recorded'."""
    assert value(History(countries=("AF",), show="until", category=("observer",), **asked)) is found
