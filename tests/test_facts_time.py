"""The rules of time."""

from hypothesis import given
from hypothesis import strategies as st

from each import each
from facts import DATA, HELD, ORGANIZATION, SUMMITS, THROUGH
from scocli.days import parse_period, shifted
from scocli.facts.conditions import Attended, Change, Facts, Held, Role
from scocli.facts.time import Time, is_before, same_day
from scocli.facts.verdict import NO, NOT_RECORDED, YES, all_of, any_of, verdict

FACTS = Facts(DATA, "2024-07-03")
FOUNDED = ORGANIZATION["founded"]["date"]
EDGES = sorted(
    {shifted(day, n) for held in HELD for day in (held.since,) for n in (-1, 0, 1)}
    | {shifted(summit[end], n) for summit in SUMMITS.values() for end in ("start", "end") for n in (-1, 0, 1)}
    | {shifted(day, n) for day in (FOUNDED, THROUGH) for n in (-1, 0, 1)}
)
countries = st.sampled_from(list(DATA.countries))
categories = st.sampled_from([(), ("member",), ("observer",), ("dialogue-partner", "partner")])


@st.composite
def short_times(draw):
    """Up to ten days around a day on which something changed."""
    first = shifted(draw(st.sampled_from(EDGES)), -draw(st.integers(0, 5)))
    return [shifted(first, n) for n in range(draw(st.integers(1, 10)))]


@given(country=countries, wanted=categories, days=short_times())
def test_a_period_says_what_its_single_days_say(country, wanted, days):
    """Ever: on one of them; throughout: on every one. So also where it begins before the founding or ends after the data."""
    whole = Time(days[0], days[-1])
    for how, joined in (("ever", any_of), ("throughout", all_of)):
        single = [Held(wanted, how, Time(day, day)).holds(FACTS, country) for day in days]
        assert Held(wanted, how, whole).holds(FACTS, country) is joined(single)


@given(country=countries, wanted=categories, days=short_times())
def test_what_happens_in_a_period_happens_on_one_of_its_days(country, wanted, days):
    """A status gained or lost, and a summit, which lies where its first day does."""
    whole = Time(days[0], days[-1])
    for make in (
        lambda time: Change("became", wanted, time),
        lambda time: Change("left", wanted, time),
        lambda time: Role("hosted", time=time),
        lambda time: Attended(time=time),
    ):
        single = [make(Time(day, day)).holds(FACTS, country) for day in days]
        assert make(whole).holds(FACTS, country) is any_of(single)


@given(country=countries, wanted=categories, day=st.sampled_from(EDGES))
def test_on_a_day_that_the_data_cover_held_ever_held_and_held_throughout_are_one(country, wanted, day):
    """Before the founding none of them; of a later day only 'on' is answered, as of the last that the data vouch for."""
    time = Time(day, day)
    on, ever, throughout = (Held(wanted, how, time).holds(FACTS, country) for how in ("on", "ever", "throughout"))
    assert on is Held(wanted, "on", Time(min(day, THROUGH), min(day, THROUGH))).holds(FACTS, country)
    assert (ever, throughout) == ((NOT_RECORDED,) * 2 if day > THROUGH else (on, on))


@each(
    ("country", "how", "time", "verdict"),
    [
        ("BY", "throughout", Time("2015", "2015"), NO),  # an observer since 10 July
        ("BY", "throughout", Time("2015-07-10", "2015"), YES),
        ("BY", "throughout", Time("2015-07-09", "2015"), NO),
        ("BY", "throughout", Time("2024-07-03", "2024-07-03"), YES),
        ("BY", "throughout", Time("2024-07-03", "2024-07-04"), NO),
        ("BY", "ever", Time("2024-07-04", None), NO),
        ("BY", "ever", None, YES),
        ("BY", "throughout", None, NO),
    ],
)
def test_an_observer_of_a_part_of_a_year_was_one_in_it_and_not_throughout(country, how, time, verdict):
    """A bare year is all of its days, except where the status on a day is asked: then it is the last."""
    assert Held(("observer",), how, time).holds(FACTS, country) is verdict


@each(
    ("time", "throughout", "ever"),
    [
        (None, YES, YES),
        (Time(FOUNDED, None), YES, YES),
        (Time(None, "2010"), YES, YES),
        (Time("2000", "2010"), NO, YES),
        (Time("2000", "2001-06-14"), NO, NO),
        (Time(None, "2001-06-14"), NO, NO),
        (Time("2010", "2030"), NOT_RECORDED, YES),
        (Time("2026", None), NOT_RECORDED, NOT_RECORDED),
        (Time("2026", "2030"), NOT_RECORDED, NOT_RECORDED),
        (Time("2000", "2030"), NO, YES),
    ],
)
def test_before_the_founding_nothing_was_held_and_after_the_data_nothing_is_known(time, throughout, ever):
    """Of China, a member on every day from the first to the last that is known; an end that is not named is the data's."""
    assert Held(("member",), "throughout", time).holds(FACTS, "CN") is throughout
    assert Held(("member",), "ever", time).holds(FACTS, "CN") is ever


@each(
    ("time", "summits"),
    [
        (Time("2024-07-03", "2024-07-03"), ["2024-astana"]),
        (Time("2024-07-04", "2024-07-04"), []),
        (Time("2024-07-04", None), ["2025-tianjin"]),
        (Time("2025-08", "2025-08"), ["2025-tianjin"]),
        (Time("2025-09", "2025-09"), []),
        (Time("2024", "2024"), ["2024-astana"]),
    ],
)
def test_a_meeting_lies_where_its_first_day_does(time, summits):
    """Also if a period begins on its last day, and if that day is all of it."""
    assert [summit.id for summit in time.meetings(DATA)] == summits


@each(
    ("one", "other", "same", "before"),
    [
        ("2024-05-03", "2024-05-03", YES, NO),
        ("2024-05", "2024-05", NOT_RECORDED, NOT_RECORDED),
        ("2024-05", "2024-05-03", NOT_RECORDED, NOT_RECORDED),
        ("2024-05", "2024-05-31", NOT_RECORDED, NOT_RECORDED),
        ("2024-05-31", "2024-05", NOT_RECORDED, NO),
        ("2024-05", "2024-06", NO, YES),
        ("2024", "2024-06", NOT_RECORDED, NOT_RECORDED),
        ("2025", "2024-06", NO, NO),
    ],
)
def test_dates_known_to_the_month_are_compared_as_far_as_they_are_known(one, other, same, before):
    """Two equal months are not known to be one day."""
    assert same_day(one, other) is same_day(other, one) is same
    assert is_before(one, other) is before


@given(one=st.sampled_from(EDGES), other=st.sampled_from(EDGES), cut=st.tuples(*[st.sampled_from((4, 7, 10))] * 2))
def test_a_comparison_holds_whichever_days_are_meant(one, other, cut):
    """What is said of two months is so of each of their days."""
    first, second = parse_period(one[: cut[0]]), parse_period(other[: cut[1]])
    before = {a < b for a in (first.first, first.last) for b in (second.first, second.last)}
    assert is_before(one[: cut[0]], other[: cut[1]]) is verdict(before.pop() if len(before) == 1 else None)


@each(
    ("time", "spelled", "words"),
    [
        (Time("2017", "2017"), "2017", " in 2017"),
        (Time("2017-06", "2017-06"), "2017-06", " in June 2017"),
        (Time("2017-06-09", "2017-06-09"), "2017-06-09", " on 9 June 2017"),
        (Time("2017", "2023"), "2017..2023", " from 2017 to 2023"),
        (Time("2017-06-09", None), "2017-06-09..", " since 9 June 2017"),
        (Time(None, "2010"), "..2010", " up to 31 December 2010"),
    ],
)
def test_a_time_is_spelled_and_said(time, spelled, words):
    """As short as it can be."""
    assert (time.spell(), time.words) == (spelled, words)
