"""Days, and how people write them.

A day is an ISO 8601 string; a period is two of them, both included.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

EARLIEST = "0001-01-01"
LATEST = "9999-12-31"
MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]  # fmt: skip
MONTH_NUMBERS = {
    name: number for number, month in enumerate(MONTHS, start=1) for name in (month.lower(), month[:3].lower())
} | {"sept": 9}
"""What months are called, in lower case."""

_FORMS = (
    r"(?P<y>\d{4})(-(?P<m>\d{2})(-(?P<d>\d{2}))?)?",
    r"(?P<d>\d{1,2})(st|nd|rd|th)? (of )?(?P<month>[a-z]+)\.?,? (?P<y>\d{4})",
    r"(?P<month>[a-z]+)\.? (the )?(?P<d>\d{1,2})(st|nd|rd|th)?,? (?P<y>\d{4})",
    r"(?P<month>[a-z]+)\.?,? (of )?(?P<y>\d{4})",
    r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})",
)
"""Compiled when they are first tried: most runs read no date but today's, which is of the first form."""


class DayError(ValueError):
    """Words that are not a day of the calendar."""


class Period(NamedTuple):
    """The days from `first` to `last`, both included."""

    first: str = EARLIEST
    last: str = LATEST

    @property
    def is_day(self) -> bool:
        """Whether the period is a single day."""
        return self.first == self.last

    def __contains__(self, day: object) -> bool:
        return isinstance(day, str) and self.first <= day <= self.last


@lru_cache(maxsize=256)
def parse_period(words: str) -> Period:
    """The days that a date means: a day, all of a month, or all of a year.

    Understood: ``2024-07-03``, ``2024-07``, ``2024``, ``3 July 2024``, ``July 3, 2024``, ``July 2024``, ``3.7.2024``.

    :raises DayError: if the words are of no such form or no day of the calendar.
    """
    words = " ".join(words.split())
    for form in _FORMS:
        found = re.fullmatch(form, words, re.ASCII | re.IGNORECASE)
        if found is None:
            continue
        part = found.groupdict()
        number = {name: int(digits) for name in "ymd" if (digits := part.get(name))}
        month = number.get("m")
        if name := part.get("month"):
            month = MONTH_NUMBERS.get(name.lower())
            if month is None:
                continue
        return _period(number["y"], month, number.get("d"), words)
    raise DayError(f"{words[:80]!r} is not a day: write it as 2024-07-03, 2024-07, 2024 or '3 July 2024'")


def _period(year: int, month: int | None, day: int | None, words: str) -> Period:
    first_month, last_month = (1, 12) if month is None else (month, month)
    if not year:
        raise DayError(f"there is no year {year} ({words[:80]!r})")
    if not 1 <= last_month <= 12:
        raise DayError(f"there is no month {month} ({words[:80]!r})")
    length = 31 if last_month == 12 else (date(year, last_month + 1, 1) - timedelta(days=1)).day
    if day is not None and not 1 <= day <= length:
        raise DayError(f"there is no {day} {MONTHS[last_month - 1]} {year}")
    first, last = date(year, first_month, day or 1), date(year, last_month, day or length)
    return Period(first.isoformat(), last.isoformat())


def canonical(words: str) -> str | None:
    """A date as ISO 8601, as precise as it was given; ``None`` for ``today`` and ``now``.

    :raises DayError: as :func:`parse_period`.
    """
    if words.strip().lower() in {"today", "now"}:
        return None
    return spelled(parse_period(words))


def spelled(period: Period) -> str:
    """A day, month or year as it is written in ISO 8601."""
    if period.first == period.last:
        return period.first
    return period.first[:7] if period.first[:7] == period.last[:7] else period.first[:4]


def spoken(day: str) -> str:
    """A date as in a sentence, as precise as it is: '3 July 2024', 'July 2024', '2024'."""
    parts = day.split("-")
    if len(parts) == 3:
        return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return f"{MONTHS[int(parts[1]) - 1]} {parts[0]}" if len(parts) == 2 else day


def spoken_period(first: str | None, last: str | None) -> str:
    """The time from one day to another, or open at an end, as in a sentence: 'in 2017', 'since 15 June 2001' ..."""
    if first is None:
        return "at any time" if last is None else f"up to {spoken(last)}"
    if last is None:
        return f"since {spoken(first)}"
    if first == last:
        return f"on {spoken(first)}"
    if first[5:] == "01-01" and last[5:] == "12-31":
        return f"in {first[:4]}" if first[:4] == last[:4] else f"from {first[:4]} to {last[:4]}"
    return f"from {spoken(first)} to {spoken(last)}"


def spoken_range(start: str, end: str) -> str:
    """The days of a meeting: '3-4 July 2024', '31 August - 1 September 2025', '15 June 2001'."""
    if start == end:
        return spoken(start)
    if start[:7] == end[:7]:
        return f"{int(start[8:])}-{spoken(end)}"
    return f"{spoken(start).rsplit(' ', 1)[0] if start[:4] == end[:4] else spoken(start)} - {spoken(end)}"


def today() -> str:
    """The day that the system's clock says; nothing else in the program looks at it."""
    return date.today().isoformat()


def shifted(day: str, days: int) -> str:
    """The day so many days later (earlier, if negative); the first or last day of the calendar at its edges."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return LATEST if days > 0 else EARLIEST


def full_years(since: str, until: str) -> int:
    """How many full years lie between two days."""
    return int(until[:4]) - int(since[:4]) - (until[5:] < since[5:])


def capacity_day(start: str, founded: str) -> str:
    """The day whose statuses say in what capacity countries come to a summit: the eve of its first day.

    At the founding summit it is that day itself: on its eve there was no organisation.
    """
    return start if start == founded else shifted(start, -1)
