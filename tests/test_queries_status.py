"""`sco status`: what countries hold on a day, held or no longer hold, against the file alone."""

import pytest

from facts import (
    COUNTRIES,
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
from scocli.queries.base import QueryError
from scocli.queries.status import Status

CODES = pytest.mark.parametrize("code", COUNTRIES)
DAYS = pytest.mark.parametrize("day", ["2001-06-15", "2009-06-16", "2015-07-09", "2015-07-10", "2024-07-03", "2024-07-04", THROUGH])  # fmt: skip
BASES = {"founding": "founder, at", "granted": "granted at", "merged": "by merger of categories at"}


def course(code, day=THROUGH):
    """The statuses that a country had got by a day, oldest first."""
    return [held for held in HELD if held.country == code and held.since <= day]


def signed(held):
    """A memorandum in words."""
    memorandum = held.record.get("memorandum")
    return memorandum and f"{memorandum.get('city', 'place not found')}, {spoken(memorandum['date'])}"


def how(held, day):
    """How a status came about, as it was known on a day."""
    record = held.record
    said = f"{BASES[record['basis']]} the {SUMMITS[record['granted_at']]['city']} summit"
    if "procedure_started" in record:
        said += f"; procedure opened on {spoken(record['procedure_started'])}"
    if "memorandum" in record and record["memorandum"]["date"] <= day:
        said += f"; memorandum: {signed(held)}"
    return f" ({said})"


@DAYS
@CODES
def test_the_status_of_a_day_is_the_one_then_held(code, day):
    """As value, with a row for it and for each one before, the latest first."""
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
            signed(held),
        )
        for held in reversed(course(code, day))
    ]
    assert table(found, "Status") == (rows or [(name(code), code, "none", None, None, None, None)])


@DAYS
@CODES
def test_the_sentence_tells_the_status_and_how_it_came_about(code, day):
    """And the same of each one before."""
    past = course(code, day)
    if not past:
        said = f"{begins(code)} held no status in the SCO on {spoken(day)}."
    else:
        *earlier, current = past
        said = f"{begins(code)} was {OF_SCO[current.category]} on {spoken(day)}, since {spoken(current.since)}{how(current, day)}"
        for held in reversed(earlier):
            category = OF_SCO[held.category].removesuffix(" of the SCO")
            said += f"; before that {category} from {spoken(held.since)}{how(held, day)}"
        said += "."
    assert ask(Status(countries=(code,), on=day)).text == said


def test_of_today_the_sentence_is_in_the_present():
    """As of the last day that the data vouch for."""
    twice = ask(Status(countries=("BY",), is_=("observer",), no_longer=True, on="2020")).text
    assert twice.count("Belarus was an observer of the SCO on 31 December 2020") == 1
    assert (
        ask(Status(countries=("BD",), any_=True, ever=True)).text
        == "No: Bangladesh has never held a status in the SCO."
    )
    assert ask(Status(countries=("US",))).text.startswith("The United States holds no status")
    assert ask(Status(countries=("US",), is_=("member",))).text.startswith(
        "No: the United States is not a member state"
    )
    assert ask(Status(countries=("BD",))).text == "Bangladesh holds no status in the SCO as of 1 September 2025."
    assert ask(Status(countries=("CN",))).text.startswith("China is a member state of the SCO as of 1 September 2025, ")
    assert any("vouch for" in note for note in ask(Status(countries=("CN",))).notes)
    assert not any("vouch for" in note for note in ask(Status(countries=("CN",), on="2016")).notes)


def test_several_countries_are_told_side_by_side():
    """The value is by country, each once, in the order in which they were named."""
    found = ask(Status(countries=("IN", "AZ", "BD", "IN"), on="2016"))
    assert list(found.value.items()) == [("IN", "observer"), ("AZ", "dialogue-partner"), ("BD", "none")]
    assert [row[1] for row in table(found, "Status")] == ["IN", "AZ", "BD"]
    assert found.text.count(" on 31 December 2016") == 3


@pytest.mark.parametrize("asked", [{}, {"is_": ("member",)}])
def test_before_the_founding_it_is_said_that_there_was_no_organisation(asked):
    """Whatever is asked."""
    found = ask(Status(countries=("CN",), on="2001-06-14", **asked))
    assert found.text == "The SCO did not exist yet on 14 June 2001: it was founded on 15 June 2001."


@CODES
def test_the_sources_of_all_statuses_are_cited(code):
    """Of a country without one the organisation's; of a disputed category also the claims."""
    records = [held.record for held in course(code)] or [ORGANIZATION]
    now = status(code, THROUGH)
    claims = [
        c
        for conflict in FIELDS["conflicts"]
        if now in conflict["concerns"] and "brief" in conflict
        for c in conflict["claims"]
    ]
    assert set(ask(Status(countries=(code,))).sources) == sources(*records, *claims)


@CODES
def test_what_is_disputed_of_a_country_is_noted(code):
    """Every disagreement about it, and where to read of it."""
    about = [conflict["about"] for conflict in FIELDS["conflicts"] if code in conflict["concerns"]]
    notes = ask(Status(countries=(code,))).notes
    assert [note for note in notes if note.startswith("Sources disagree")] == [
        f"Sources disagree: {subject}{'' if subject.endswith('?') else '.'} Followed here: {conflict['chosen'].removesuffix('.')}. (sco sources {code})"
        for subject, conflict in zip(about, [c for c in FIELDS["conflicts"] if code in c["concerns"]], strict=True)
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
    for asked in ({}, {"is_": ("member",)}):
        notes = ask(Status(countries=(code,), **asked)).notes
        assert [note for note in notes if "as a guest" in note or "asked for a status" in note] == told


def test_the_note_of_the_status_of_the_day_is_told():
    """Not that of an earlier one."""
    noted = [held for held in HELD if "note" in held.record]
    for held in noted:
        notes = ask(Status(countries=(held.country,), on=held.since)).notes
        assert f"{name(held.country)}: {held.record['note']}" in notes
        if held.until <= THROUGH:
            assert f"{name(held.country)}: {held.record['note']}" not in ask(Status(countries=(held.country,))).notes
    assert noted


@pytest.mark.parametrize(
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
    for asked in ({}, {"is_": ("member",)}):
        notes = ask(Status(countries=("IN",), on=on, **asked)).notes
        assert [said for said in notes if said.startswith("Within")] == ([note] if note else [])


def test_a_change_on_the_first_day_of_a_month_is_one_within_it():
    """Partners since 1 September 2025 became so in September 2025."""
    note = "Within that time: on 1 September 2025 Azerbaijan became an SCO partner."
    assert note in ask(Status(countries=("AZ",), on="2025-09")).notes


@pytest.mark.parametrize(
    ("asked", "yes"),
    [
        ({"countries": ("IN",), "is_": ("member",)}, True),
        ({"countries": ("IN",), "is_": ("member",), "on": "2017-06-08"}, False),
        ({"countries": ("IN",), "is_": ("member", "observer"), "on": "2017-06-08"}, True),
        ({"countries": ("IN",), "is_": ("member",), "negated": True}, False),
        ({"countries": ("AZ",), "is_": ("member",), "negated": True}, True),
        ({"countries": ("AZ",), "any_": True}, True),
        ({"countries": ("BD",), "any_": True}, False),
        ({"countries": ("AZ",), "any_": True, "on": "2015-07-09"}, False),
        ({"countries": ("IN", "PK"), "is_": ("member",)}, True),
        ({"countries": ("IN", "AZ"), "is_": ("member",)}, False),
        ({"countries": ("IN", "AZ"), "is_": ("member",), "either": True}, True),
        ({"countries": ("TR", "AZ"), "is_": ("member",), "either": True}, False),
        ({"countries": ("IN", "AZ"), "is_": ("member",), "negated": True}, False),
        ({"countries": ("TR", "AZ"), "is_": ("member",), "negated": True}, True),
        ({"countries": ("IN",), "is_": ("observer",), "ever": True}, True),
        ({"countries": ("CN",), "is_": ("observer",), "ever": True}, False),
        ({"countries": ("CN",), "is_": ("observer",), "ever": True, "negated": True}, True),
        ({"countries": ("IN",), "is_": ("observer",), "ever": True, "first": "2017-06-09"}, False),
        ({"countries": ("IN",), "is_": ("observer",), "ever": True, "first": "2017-06-08"}, True),
        ({"countries": ("IN",), "is_": ("observer",), "ever": True, "last": "2005-07-04"}, False),
        ({"countries": ("IN",), "is_": ("observer",), "ever": True, "last": "2005-07-05"}, True),
        ({"countries": ("IN",), "is_": ("observer",), "no_longer": True}, True),
        ({"countries": ("IN",), "is_": ("observer",), "no_longer": True, "on": "2016"}, False),
        ({"countries": ("IN",), "is_": ("member",), "no_longer": True}, False),
        ({"countries": ("AZ",), "is_": ("member",), "no_longer": True}, False),
        ({"countries": ("IN",), "is_": ("observer",), "throughout": True, "first": "2006", "last": "2016"}, True),
        ({"countries": ("IN",), "is_": ("observer",), "throughout": True, "first": "2005-07-05", "last": "2017-06-08"}, True),
        ({"countries": ("IN",), "is_": ("observer",), "throughout": True, "first": "2005-07-04", "last": "2017-06-08"}, False),
        ({"countries": ("IN",), "is_": ("observer",), "throughout": True, "first": "2005-07-05", "last": "2017-06-09"}, False),
        ({"countries": ("IN",), "is_": ("observer", "member"), "throughout": True, "first": "2006", "last": "2020"}, True),
        ({"countries": ("IN",), "any_": True, "throughout": True, "first": "2006"}, True),
        ({"countries": ("IN",), "any_": True, "throughout": True, "first": "2005"}, False),
        ({"countries": ("BY",), "is_": ("dialogue-partner", "member"), "throughout": True, "first": "2010", "last": "2024"}, False),
        ({"countries": ("CN",), "is_": ("member",), "throughout": True}, True),
        ({"countries": ("CN",), "is_": ("member",), "throughout": True, "last": "2001-06-14"}, False),
    ],
)  # fmt: skip
def test_whether_countries_hold_or_held_something_is_told(asked, yes):
    """On the day, ever, no longer, or on every day; all of them, one of them, or none."""
    found = ask(Status(**asked))
    assert (found.kind, found.value) == ("yes-no", yes)
    if found.text != "The SCO did not exist yet":
        assert found.text.startswith("Yes: " if yes else "No: ")
    assert (found.on is None) is bool(asked.get("ever") or asked.get("throughout"))


@pytest.mark.parametrize("asked", [{"ever": True}, {"throughout": True}])
def test_of_a_time_that_the_data_do_not_reach_nothing_is_denied(asked):
    """Nor claimed: what holds after the last day that they vouch for is not recorded."""
    found = ask(Status(countries=("AZ",), is_=("member",), first="2027", last="2028", **asked))
    assert found.value == "not-recorded"
    assert any(note.startswith("The data reach to 1 September 2025") for note in found.notes)
    assert value(Status(countries=("CN",), is_=("member",), first="2027", throughout=True)) == "not-recorded"


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ({"countries": ("AZ",), "is_": ("member",), "on": "2016"}, "No: Azerbaijan was not a member state of the SCO on 31 December 2016. Azerbaijan was a dialogue partner"),
        ({"countries": ("IN",), "is_": ("member",), "on": "2018"}, "Yes: India was a member state of the SCO on 31 December 2018, since 9 June 2017"),
        ({"countries": ("IN", "PK"), "is_": ("member",), "on": "2018"}, "Yes: India and Pakistan were member states of the SCO on 31 December 2018. India was a"),
        ({"countries": ("IN", "AZ"), "is_": ("member",), "on": "2018"}, "No: India was a member state of the SCO on 31 December 2018; Azerbaijan was not a member state of the SCO on 31 December 2018. India was"),
        ({"countries": ("IN", "PK"), "is_": ("partner",)}, "No: India and Pakistan are not SCO partners as of 1 September 2025. India is"),
        ({"countries": ("BD",), "any_": True}, "No: Bangladesh holds no status in the SCO as of 1 September 2025."),
        ({"countries": ("IN",), "is_": ("observer",), "ever": True}, "Yes: India has been an observer of the SCO."),
        ({"countries": ("CN", "RU"), "is_": ("observer",), "ever": True, "first": "2010"}, "No: China and Russia have never been observers of the SCO since 1 January 2010."),
        ({"countries": ("IN",), "is_": ("observer",), "no_longer": True}, "Yes: India is no longer an observer of the SCO as of 1 September 2025. India is"),
        ({"countries": ("IN",), "is_": ("member",), "no_longer": True}, "No: India is a member state of the SCO as of 1 September 2025, since "),
        ({"countries": ("AZ",), "is_": ("member",), "no_longer": True}, "No: Azerbaijan never was a member state of the SCO. Azerbaijan is"),
        ({"countries": ("AZ", "TR"), "is_": ("member",), "no_longer": True}, "No: Azerbaijan and Türkiye never were member states of the SCO. Azerbaijan is"),
        ({"countries": ("CN",), "is_": ("member",), "throughout": True, "first": "2010"}, "Yes: China was a member state of the SCO on every day since 1 January 2010."),
        ({"countries": ("IN", "PK"), "is_": ("member", "observer"), "throughout": True, "first": "2016", "last": "2018"}, "Yes: India and Pakistan were member states of the SCO or observers of the SCO on every day from 2016 to 2018."),
    ],
)  # fmt: skip
def test_the_sentence_says_what_is_true_of_whom(asked, text):
    """The claim agrees with the verdict, the number of countries and the time."""
    assert ask(Status(**asked)).text.startswith(text)


@CODES
def test_a_yes_rests_on_the_periods_that_make_it_true(code):
    """Their sources are cited; of a no all of the country's."""
    for category in OF_SCO:
        held = [period for period in course(code) if period.category == category]
        found = ask(Status(countries=(code,), is_=(category,), ever=True))
        assert found.value is bool(held)
        records = [period.record for period in held or course(code)] or [ORGANIZATION]
        assert set(found.sources) == sources(*records)
        assert [row[2:4] for row in table(found, "Statuses")] == [(held.category, held.since) for held in course(code)]


@pytest.mark.parametrize(
    "asked",
    [
        {"first": "2016"},
        {"is_": ("member",), "last": "2016"},
        {"is_": ("member",), "ever": True, "on": "2016"},
        {"negated": True},
        {"either": True},
        {"no_longer": True},
        {"ever": True},
        {"throughout": True},
        {"is_": ("member",), "any_": True},
        {"is_": ("member",), "ever": True, "throughout": True},
        {"is_": ("member",), "ever": True, "no_longer": True},
        {"is_": ("member",), "throughout": True, "no_longer": True},
        {"is_": ("member",), "either": True, "negated": True},
    ],
)
def test_an_option_without_what_it_goes_with_is_refused(asked):
    """It would otherwise be ignored."""
    with pytest.raises(QueryError):
        ask(Status(countries=("IN", "PK"), **asked))
