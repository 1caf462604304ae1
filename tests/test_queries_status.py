"""`sco status`: what countries hold on a day, and whether they meet conditions, against the file alone."""

from dataclasses import replace
from itertools import permutations

import pytest

from each import each
from facts import (
    COUNTRIES,
    DATA,
    HELD,
    OF_SCO,
    ORGANIZATION,
    SUMMITS,
    THROUGH,
    ask,
    begins,
    name,
    sources,
    status,
    table,
    value,
    visits,
)
from mutants import FIELDS
from scocli.days import spoken
from scocli.facts.conditions import Change, Held
from scocli.facts.select import Has
from scocli.facts.where import parse
from scocli.queries.base import QueryError
from scocli.queries.countries import Countries
from scocli.queries.history import History
from scocli.queries.status import Status


def whether(countries, conditions, **how):
    """The answer whether countries meet conditions, written as on a command line with '&' between them."""
    asked = tuple(parse(DATA, words) for words in conditions.split(" & "))
    return ask(Status(countries=tuple(countries.split()), is_=asked, **how))


_PUBLISHED = {source: FIELDS["sources"][source].get("published", "") for source in ORGANIZATION["sources"]}
NEWEST_LISTS = {"sources": [source for source, day in _PUBLISHED.items() if day == max(_PUBLISHED.values())]}
CODES = each("code", COUNTRIES)
DAYS = ("2001-06-15", "2009-06-16", "2015-07-09", "2015-07-10", "2024-07-03", "2024-07-04", THROUGH)


def course(code, day=THROUGH):
    """The statuses that a country had got by a day, oldest first."""
    return [held for held in HELD if held.country == code and held.since <= day]


def signed(held):
    """Day and city of a memorandum, where there is one."""
    memorandum = held.record.get("memorandum", {})
    return memorandum.get("date"), memorandum.get("city")


@CODES
def test_the_status_of_a_day_is_the_one_then_held(code):
    """As value, with a row for it and for each one before, the latest first."""
    for day in DAYS:
        found = ask(Status(countries=(code,), on=day))
        assert (found.kind, found.value, found.on) == ("status", status(code, day) or "none", day)
        rows = [
            (
                name(code),
                code,
                held.category,
                held.since,
                held.until if held.until <= day else None,
                held.record["granted_at"],
                *signed(held),
            )
            for held in reversed(course(code, day))
        ]
        assert table(found, "Status") == (rows or [(name(code), code, "none", None, None, None, None, None)])


@CODES
def test_the_sentence_tells_the_status_since_when_and_what_it_was_before(code):
    """In the past of the day that is named."""
    for day in DAYS:
        past = course(code, day)
        if not past:
            said = f"{begins(code)} held no status in the SCO on {spoken(day)}."
        else:
            *earlier, current = past
            now = OF_SCO[current.category]
            said = (
                f"{begins(code)} became {now} on {spoken(day)}"
                if current.since == day
                else f"{begins(code)} was {now} on {spoken(day)}, as it had been since {spoken(current.since)}"
            )
            before = [
                f"{OF_SCO[held.category].removesuffix(' of the SCO')} from {spoken(held.since)}"
                for held in reversed(earlier)
            ]
            said += f"; before that it had been {' and '.join(before)}." if before else "."
        assert ask(Status(countries=(code,), on=day)).text == said


def test_of_today_the_sentence_is_in_the_present():
    """Without a day, but for the last that the data reach where a later one is named."""
    assert ask(Status(countries=("US",))).text == "The United States holds no status in the SCO."
    assert ask(Status(countries=("CN",))).text == "China has been a member state of the SCO since 15 June 2001."
    assert ask(Status(countries=("CN",), on="2030")).text == (
        "China has been a member state of the SCO since 15 June 2001 (as of 1 September 2025)."
    )
    assert ask(Status(countries=("BY",))).text == (
        "Belarus has been a member state of the SCO since 4 July 2024; "
        "before that it was an observer from 10 July 2015 and a dialogue partner from 16 June 2009."
    )


def test_several_countries_are_told_side_by_side():
    """The value is by country, each once, in the order in which they were named."""
    found = ask(Status(countries=("IN", "AZ", "BD", "IN"), on="2016"))
    assert list(found.value.items()) == [("IN", "observer"), ("AZ", "dialogue-partner"), ("BD", "none")]
    assert [row[1] for row in table(found, "Status")] == ["IN", "AZ", "BD"]
    assert found.text.count(" on 31 December 2016") == 3


def test_before_the_founding_it_is_said_that_there_was_no_organisation():
    """And nothing else."""
    found = ask(Status(countries=("CN",), on="2001-06-14"))
    assert found.text == "The SCO did not exist yet on 14 June 2001: it was founded on 15 June 2001."


@CODES
def test_the_sources_of_all_statuses_are_cited(code):
    """Of a country without one the newest list of who has one; and those of each status beside its row."""
    records = [held.record for held in course(code)] or [NEWEST_LISTS]
    found = ask(Status(countries=(code,)))
    assert set(found.sources) == sources(*records)
    assert [set(row) for row in found.tables[0].sources] == [sources(record) for record in reversed(records)]


@CODES
def test_what_is_disputed_of_a_country_is_kept_and_what_touches_its_status_told(code):
    """Every disagreement about it, and that about its category; a note of what makes the day of its status uncertain."""
    found, held = ask(Status(countries=(code,))), course(code)
    concerned = [one for one in FIELDS["conflicts"] if code in one["concerns"]]
    disputed = [one for one in FIELDS["conflicts"] if held and held[-1].category in one["concerns"] and "brief" in one]
    assert [one.about for one in found.disputes] == [one["about"] for one in (*concerned, *disputed)]
    touched = [one for one in concerned if "status" in one["bears_on"] and one["chosen"] == held[-1].since]
    assert [note for note in found.notes if note.startswith("Sources disagree")] == [
        f"Sources disagree: {one['about'].removesuffix('?')}{'?' if one['about'].endswith('?') else '.'} Followed here: {one['chosen']}."
        for one in touched
    ]


@CODES
def test_of_a_country_without_a_status_it_is_said_what_else_is_known(code):
    """Summits that it attended as a guest, and that it asked for a status."""
    guest = [came for came in visits(code) if came.capacity == "guest"]
    told = []
    if not course(code):
        if guest:
            told.append(
                f"{name(code)} attended {len(guest)} summit{'s' * (len(guest) != 1)} as a guest. (sco attendance {code})"
            )
        if any(asked["country"] == code for asked in FIELDS["applications"]):
            told.append(f"{name(code)} asked for a status. (sco history {code})")
    for asked in ({}, {"is_": (Held(("member",)),)}):
        notes = ask(Status(countries=(code,), **asked)).notes
        assert [note for note in notes if "as a guest" in note or "asked for a status" in note] == told


def test_the_note_of_the_status_of_the_day_is_told():
    """Not that of an earlier one."""
    noted = [held for held in HELD if "note" in held.record]
    for held in noted:
        notes = ask(Status(countries=(held.country,), on=held.since)).remarks
        assert f"{name(held.country)}: {held.record['note']}" in notes
        if held.until <= THROUGH:
            assert f"{name(held.country)}: {held.record['note']}" not in ask(Status(countries=(held.country,))).remarks
    assert noted


@each(
    ("on", "note"),
    [
        ("2017", "Within that time: on 9 June 2017 India became a member state."),
        ("2017-06", "Within that time: on 9 June 2017 India became a member state."),
        ("2017-06-30", None),
        ("2017-05", None),
        ("2018", None),
    ],
)
def test_what_changed_within_a_year_or_month_is_noted(on, note):
    """An answer for it is one for its last day."""
    for asked in ({}, {"is_": (Held(("member",)),)}):
        notes = ask(Status(countries=("IN",), on=on, **asked)).notes
        assert [said for said in notes if said.startswith("Within")] == ([note] if note else [])


def test_a_change_on_the_first_day_of_a_month_is_one_within_it():
    """Partners since 1 September 2025 became so in September 2025."""
    note = "Within that time: on 1 September 2025 Azerbaijan became an SCO partner."
    assert note in ask(Status(countries=("AZ",), on="2025-09")).notes


@each(
    ("countries", "conditions", "how", "yes"),
    [
        ("IN", "member", {}, True),
        ("IN", "member", {"on": "2017-06-08"}, False),
        ("IN", "member 2017-06-08", {}, False),
        ("IN", "member 2017", {}, True),
        ("IN", "member,observer", {"on": "2017-06-08"}, True),
        ("IN", "not member", {}, False),
        ("AZ", "not member", {}, True),
        ("AZ", "any", {}, True),
        ("BD", "any", {}, False),
        ("BD", "not any", {}, True),
        ("AZ", "any", {"on": "2015-07-09"}, False),
        ("IN PK", "member", {}, True),
        ("IN AZ", "member", {}, False),
        ("IN AZ", "member", {"either": True}, True),
        ("TR AZ", "member", {"either": True}, False),
        ("IN AZ", "not member", {}, False),
        ("IN AZ", "not member", {"either": True}, True),
        ("TR AZ", "not member", {}, True),
        ("IN", "ever observer", {}, True),
        ("CN", "ever observer", {}, False),
        ("CN", "not ever observer", {}, True),
        ("IN", "ever observer 2017-06-09..", {}, False),
        ("IN", "ever observer 2017-06-08..", {}, True),
        ("IN", "ever observer ..2005-07-04", {}, False),
        ("IN", "ever observer ..2005-07-05", {}, True),
        ("IN", "ever observer & not observer", {}, True),
        ("IN", "ever observer ..2016 & not observer", {"on": "2016"}, False),
        ("IN", "ever member & not member", {}, False),
        ("AZ", "ever member & not member", {}, False),
        ("IN", "throughout observer 2006..2016", {}, True),
        ("IN", "throughout observer 2005-07-05..2017-06-08", {}, True),
        ("IN", "throughout observer 2005-07-04..2017-06-08", {}, False),
        ("IN", "throughout observer 2005-07-05..2017-06-09", {}, False),
        ("IN", "throughout observer,member 2006..2020", {}, True),
        ("IN", "throughout any 2006..", {}, True),
        ("IN", "throughout any 2005..", {}, False),
        ("BY", "throughout dialogue-partner,member 2010..2024", {}, False),
        ("BY", "throughout observer 2015", {}, False),
        ("BY", "throughout observer 2016", {}, True),
        ("CN", "throughout member", {}, True),
        ("CN", "throughout member ..2010", {}, True),
        ("CN", "throughout member 2000..2010", {}, False),
        ("CN", "not throughout member 2000..2010", {}, True),
        ("CN", "throughout member ..2001-06-14", {}, False),
        ("CN", "ever member ..2000", {}, False),
        ("CN", "member", {"on": "2001-06-14"}, False),
        ("CN", "not member", {"on": "2001-06-14"}, True),
        ("AZ", "throughout member 2027..2028", {}, "not-recorded"),
        ("AZ", "not throughout member 2027..2028", {}, "not-recorded"),
        ("AZ", "ever member 2027..2028", {}, "not-recorded"),
        ("CN", "throughout member 2027..", {}, "not-recorded"),
        ("CN", "throughout member 2020..2030", {}, "not-recorded"),
        ("IN", "throughout member 2016..2030", {}, False),
        ("IN BY", "throughout member 2016..2030", {"either": True}, False),
        ("IN CN", "throughout member 2016..2030", {"either": True}, "not-recorded"),
        ("IN CN", "throughout member 2016..2030", {}, False),
        ("CN", "throughout member 2020..2030 & observer", {}, False),
        ("IN", "became member 2017 & hosted", {}, True),
        ("UZ", "founder & hosted at least 2 times", {}, True),
        ("CN", "applied member", {}, "not-recorded"),
        ("TM", "attended 2022-samarkand as guest or member", {}, True),
        ("CN TM", "attended 2015-ufa", {"either": True}, True),
    ],
)  # fmt: skip
def test_whether_countries_meet_conditions_is_told(countries, conditions, how, yes):
    """All conditions by all countries, or by one of them; what the data do not say is neither denied nor claimed."""
    found = whether(countries, conditions, **how)
    assert (found.kind, found.value) == ("yes-no", yes)
    assert found.text.startswith(
        {True: "Yes: ", False: ("No: ", "No. "), "not-recorded": "Not recorded: whether "}[yes]
    )
    on_a_day = [words for words in conditions.split(" & ") if words.removeprefix("not ").split()[0] in STATUSES]
    assert (found.on is not None) is (bool(on_a_day) or "guest or member" in conditions)
    parts = found.text.removeprefix("Not recorded: ").removesuffix(".").split("; ")
    assert found.value == "not-recorded" or all(
        part.endswith(" is not recorded") for part in parts if part.startswith("whether ")
    )


STATUSES = ("any", *(",".join(named) for n in (1, 2) for named in permutations(OF_SCO, n)))


@each(
    ("countries", "conditions", "note"),
    [
        ("AZ", "ever member 2027..2028", "The data reach to 1 September 2025; what came later is not in them."),
        ("CN", "throughout member 2020..2030", "The data reach to 1 September 2025; what came later is not in them."),
        ("CN", "throughout member 2020..", None),
        ("CN", "throughout member 2000..2010", "The SCO was founded on 15 June 2001."),
        ("CN", "ever member ..2010", None),
    ],
)
def test_where_a_time_goes_beyond_the_data_is_noted(countries, conditions, note):
    """A no, or a 'not recorded', is not understood without it."""
    notes = [said for said in whether(countries, conditions).notes if said.startswith(("The data", "The SCO was"))]
    assert notes == ([note] if note else [])


def test_what_the_record_tells_of_a_request_stands_with_the_answer():
    """A wish that was stated, or a report, is no formal application."""
    note = "Nepal, 1 September 2025: asked for; no decision found. Wish stated by the prime minister at the Tianjin meeting; no formal application found."
    assert note in whether("NP", "applied member").notes
    assert not any("application" in note for note in whether("NP", "applied dialogue-partner").notes)


@CODES
def test_a_yes_rests_on_the_periods_that_make_it_true(code):
    """Their sources are cited; of a no all of the country's."""
    for category in OF_SCO:
        held = [period for period in course(code) if period.category == category]
        found = whether(code, f"ever {category}")
        assert found.value is bool(held)
        records = [period.record for period in held or course(code)] or [NEWEST_LISTS]
        assert set(found.sources) == sources(*records)
        assert [row[2:4] for row in table(found, "Statuses")] == [(held.category, held.since) for held in course(code)]


@CODES
def test_either_of_one_country_is_that_one(code):
    """As all of one are."""
    for category in OF_SCO:
        asked = Status(countries=(code,), is_=(Held((category,)),))
        assert value(replace(asked, either=True)) == value(asked)


@each(
    ("conditions", "how"),
    [
        ((), {"either": True}),
        (("ever member",), {"on": "2016"}),
        (("member 2016",), {"on": "2016"}),
        (("hosted",), {"on": "2016"}),
    ],
)
def test_an_option_without_what_it_goes_with_is_refused(conditions, how):
    """It would otherwise be ignored."""
    with pytest.raises(QueryError):
        ask(Status(countries=("IN",), is_=tuple(parse(DATA, words) for words in conditions), **how))


def test_the_day_of_an_alternative_is_that_of_the_question():
    """Conditions joined by 'or' are read for it too."""
    assert whether("TM", "member or observer", on="2016").value is False
    assert whether("IN", "hosted 2030 or observer", on="2016").value is True


def test_a_yes_cites_the_facts_that_it_rests_on():
    """Not only statuses: also summits."""
    assert set(whether("IN", "hosted").sources) == sources(SUMMITS["2023-new-delhi"])


def test_a_status_that_was_granted_and_merged_at_one_meeting_is_told_beside_a_no():
    """Laos was never a dialogue partner on any day, and was granted that status at Tianjin."""
    said = " The Tianjin summit of 2025 granted Laos the status of a dialogue partner and merged that into the status of an SCO partner."
    never = f"Laos has never been a dialogue partner of the SCO.{said}"
    assert whether("LA", "ever dialogue-partner").text == f"No: {never}"
    assert whether("LA", "dialogue-partner").text == f"No. Laos is an SCO partner, not a dialogue partner.{said}"
    assert said not in whether("LA", "ever observer").text + whether("AZ", "ever observer").text
    since = ask(History(countries=("LA",), show="since", category=("dialogue-partner",)))
    assert since.text == f"{never} Laos has been an SCO partner since 1 September 2025."
    became = Countries(where=(Change("became", ("dialogue-partner",)),), has=Has((("LA",),)))
    assert ask(became).text == f"No: Laos is not among the countries that became dialogue partners.{said}"
