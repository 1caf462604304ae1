"""Days as people write them, and days in sentences."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from each import each
from scocli.days import (
    EARLIEST,
    LATEST,
    MONTHS,
    DayError,
    Period,
    canonical,
    capacity_day,
    parse_period,
    shifted,
    spoken,
    spoken_period,
    spoken_range,
)

dates = st.dates()
any_days = dates.map(date.isoformat)


@st.composite
def written(draw) -> tuple[str, str]:
    """A date as ISO 8601, of any precision, and one of the ways to write it."""
    day = draw(dates)
    year, month, name = f"{day.year:04}", f"{day.month:02}", MONTHS[day.month - 1]
    short = draw(st.sampled_from([name, name[:3], f"{name[:3]}.", name.upper(), name.lower()]))
    ordinal = draw(st.sampled_from(["", "st", "nd", "rd", "th", "TH"]))
    number = draw(st.sampled_from([str(day.day), f"{day.day:02}"]))
    iso = day.isoformat()
    ways = {
        iso: [iso, f"{number}{ordinal} {short} {year}", f"{number} of {name}, {year}", f"{short} {number}{ordinal}, {year}",
              f"{name} the {number}{ordinal} {year}", f"{number}.{day.month}.{year}"],
        iso[:7]: [f"{year}-{month}", f"{short} {year}", f"{name}, {year}", f"{name} of {year}"],
        year: [year],
    }  # fmt: skip
    meant = draw(st.sampled_from(list(ways)))
    return meant, draw(st.sampled_from(ways[meant]))


def ends(day: str) -> tuple[str, str]:
    """The first and the last day of a date as ISO 8601."""
    year, month, number = [*map(int, day.split("-")), None, None][:3]
    first = date(year, month or 1, number or 1)
    last = date(year, month or 12, number or monthrange(year, month or 12)[1])
    return first.isoformat(), last.isoformat()


@given(written())
def test_a_date_means_all_of_its_days(case):
    """However it is written: a day, all of its month, or all of its year."""
    meant, words = case
    assert parse_period(words) == ends(meant)


@given(written())
def test_a_date_is_kept_as_precise_as_it_was_given(case):
    """In ISO 8601, which stays as it is when it is read again."""
    meant, words = case
    assert canonical(words) == meant
    assert canonical(meant) == meant


@given(written(), st.text(" \t\n", max_size=3), st.text(" \t\n", min_size=1, max_size=3))
def test_spaces_around_and_between_words_do_not_matter(case, outer, inner):
    """Any number of them."""
    meant, words = case
    assert canonical(outer + words.replace(" ", inner) + outer) == meant


@given(written())
def test_a_spoken_date_can_be_read_again(case):
    """As in a sentence, it is as precise as it was."""
    meant, _ = case
    assert canonical(spoken(meant)) == meant


@given(st.text())
@example("2024-00")
@example("2024-07-00")
@example("2024-00-05")
@example("0 July 2024")
@example("5.0.2024")
@example("0000")
@example("2023-02-29")
@example("31 June 2024")
@example("2024-7-3")
@example("٢٠٢٤")
@example("²024")
@example("2024-07-03T00:00")
@example("July 3")
@example("")
def test_any_other_words_are_no_day(words):
    """Whatever it is, it is a period of the calendar or refused, never something else."""
    try:
        period = parse_period(words)
    except DayError:
        return
    assert period.first <= period.last
    assert [date.fromisoformat(day).isoformat() for day in period] == list(period)


@each(
    "words",
    ["2024-00", "2024-13", "2024-07-00", "2024-00-05", "0 July 2024", "32 July 2024", "5.0.2024", "0000", "2023-02-29",
     "31 June 2024", "2024-7-3", "24", "٢٠٢٤", "2024-07-03T00:00", "July 3", "0", "1e3", "-2024", "20240703", "2024-07-", "", " "],
)  # fmt: skip
def test_what_is_no_day_of_the_calendar_is_refused(words):
    """Nought is no month and no day; forms of other standards and parts of a date are not guessed at."""
    with pytest.raises(DayError):
        parse_period(words)
    with pytest.raises(DayError):
        canonical(words)


@each(
    ("words", "said"),
    [
        ("2024-02-30", "there is no 30 February 2024"),
        ("29.2.2023", "there is no 29 February 2023"),
        ("31 June 2024", "there is no 31 June 2024"),
        ("2024-01-00", "there is no 0 January 2024"),
        ("2024-13", "there is no month 13 ('2024-13')"),
        ("7.0.2024", "there is no month 0 ('7.0.2024')"),
        ("0000", "there is no year 0 ('0000')"),
        ("2024-7-3", "'2024-7-3' is not a day: write it as 2024-07-03, 2024-07, 2024 or '3 July 2024'"),
    ],
)
def test_what_is_wrong_with_a_day_is_said(words, said):
    """Which day, month or year there is not, or how to write one."""
    with pytest.raises(DayError) as told:
        parse_period(words)
    assert str(told.value) == said


@each("words", ["today", "now", " Today ", "NOW"])
def test_today_is_no_fixed_day(words):
    """It is left to whoever knows what day it is."""
    assert canonical(words) is None


@given(any_days, st.integers(-4_000_000, 4_000_000))
@example("9999-12-30", 5)
@example("0001-01-02", -5)
@example(LATEST, 1)
@example(EARLIEST, -1)
def test_a_day_is_shifted_within_the_calendar(day, days):
    """As many days later or earlier, or the edge of the calendar."""
    moved = shifted(day, days)
    assert EARLIEST <= moved <= LATEST
    distance = date.fromisoformat(moved) - date.fromisoformat(day)
    assert distance == timedelta(days=days) or moved in (EARLIEST, LATEST)
    assert abs(distance) <= timedelta(days=abs(days))


@pytest.mark.parametrize(
    ("start", "counts"), [("2024-07-03", "2024-07-02"), ("2001-06-15", "2001-06-15"), ("2016-03-01", "2016-02-29")]
)
def test_statuses_of_the_eve_count_at_a_summit_but_for_the_founding_one(start, counts):
    """Who is admitted by a summit comes to it as what it was before; founders found it as members."""
    assert capacity_day(start, founded="2001-06-15") == counts


@given(any_days, any_days, any_days)
def test_a_period_holds_its_first_day_its_last_and_those_between(first, last, day):
    """And no others; what is no day is in no period."""
    period = Period(first, last)
    assert (day in period) == (date.fromisoformat(first) <= date.fromisoformat(day) <= date.fromisoformat(last))
    assert None not in period
    assert day in Period()
    assert period.is_day == (first == last)


@each(
    ("first", "last", "words"),
    [
        (None, None, "at any time"),
        (None, "2024-07-03", "up to 3 July 2024"),
        ("2024-07-03", None, "since 3 July 2024"),
        ("2024-07-03", "2024-07-03", "on 3 July 2024"),
        ("2024-01-01", "2024-12-31", "in 2024"),
        ("2017-01-01", "2024-12-31", "from 2017 to 2024"),
        ("2024-07-01", "2024-12-31", "from 1 July 2024 to 31 December 2024"),
    ],
)
def test_a_period_in_a_sentence(first, last, words):
    """With its preposition, as short as it can be said."""
    assert spoken_period(first, last) == words


@each(
    ("start", "end", "words"),
    [
        ("2001-06-15", "2001-06-15", "15 June 2001"),
        ("2024-07-03", "2024-07-04", "3-4 July 2024"),
        ("2025-08-31", "2025-09-01", "31 August - 1 September 2025"),
        ("2025-12-31", "2026-01-01", "31 December 2025 - 1 January 2026"),
    ],
)
def test_the_days_of_a_meeting(start, end, words):
    """Month and year are said once where they are the same."""
    assert spoken_range(start, end) == words
