"""When: the days that words of time mean, and what the data can say of them. The rules of time have their one home here.

- A date may be a day, a month or a year; a period is all days from the first of its first date to the last of its last.
  Both ends are included. A beginning that is not named is the founding, an end that is not named the last day that the
  data vouch for.
- Of a period holds what its single days say: something held in it *at any time* if on one of them, *throughout* if on
  every one. On a day before the founding nobody held anything. Of a day after the data nothing is asserted or denied.
- A status asked for without 'ever' or 'throughout' is asked for the last day of what is named; of a day after the data
  the answer is that for their last day, and must say so.
- What happens lies in a period if its date, as precise as it is known, lies wholly in it. If only a part of the month or
  year does, that is not recorded.
- A meeting lies where its first day does, whatever the length of the period: a meeting of several days does not lie on
  its last day, nor in a period that begins there.
- Two dates are of the same day only if both are days and equal; two equal months may be different days: not recorded.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from scocli.dataset import DataSet
from scocli.days import LATEST, Period, parse_period, spoken, spoken_period
from scocli.facts.verdict import NO, NOT_RECORDED, YES, Verdict
from scocli.records import Meeting


class Moment(NamedTuple):
    """The day for which something is answered.

    :ivar asked: the day asked about (the last one of a month or year).
    :ivar day: the day answered for: the same, or the last one that the data vouch for.
    :ivar first: the first day of the month or year that was named, or the day itself.
    :ivar named: whether a day was named; if not, it is today.
    """

    asked: str
    day: str
    first: str
    named: bool = True

    @property
    def is_past(self) -> bool:
        """Whether a day was named that the data reach: then it is told of in the past tense."""
        return self.named and self.day == self.asked

    @property
    def words(self) -> str:
        """' on 3 July 2024', ' (as of 1 September 2025)' where the data reach no further than that; of today nothing."""
        if not self.named:
            return ""
        return f" on {spoken(self.day)}" if self.is_past else f" (as of {spoken(self.day)})"


@dataclass(frozen=True)
class Time:
    """The days from one date to another; all of time by default.

    :ivar first: a day, month or year as ISO 8601, or ``None`` for no beginning.
    :ivar last: the same of the end.
    :raises DayError: of dates that are none, by all that it can do.
    """

    first: str | None = None
    last: str | None = None

    @cached_property
    def period(self) -> Period:
        """All its days."""
        first, last = Period()
        return Period(
            parse_period(self.first).first if self.first else first,
            parse_period(self.last).last if self.last else last,
        )

    @property
    def is_open(self) -> bool:
        """Whether it is all of time."""
        return self.first is None and self.last is None

    def known(self, data: DataSet) -> Period:
        """Its days as they are to be looked through: from the founding or later to what the data vouch for, or beyond.

        An end that is named stays where it is; one that is not is that of the data, or the other end where that lies beyond.
        """
        first, last = self.period
        if self.last is None:
            last = max(first, data.through)
        if self.first is None:
            first = min(last, data.founded)
        return Period(first, last)

    def goes_beyond(self, data: DataSet) -> bool:
        """Whether days after the data are asked about, of which nothing can be denied."""
        return self.known(data).last > data.through

    def denied(self, data: DataSet, *, closed: bool = True) -> Verdict:
        """The verdict where the data have nothing of the kind in it.

        :param closed: whether all that there was is in the data.
        """
        if self.known(data).last < data.founded:
            return NO
        return NOT_RECORDED if not closed or self.goes_beyond(data) else NO

    def has(self, date: str) -> Verdict:
        """Whether a date, as precise as it is, lies in it."""
        period, named = self.period, parse_period(date)
        if period.first <= named.first and named.last <= period.last:
            return YES
        return NO if named.last < period.first or period.last < named.first else NOT_RECORDED

    def moment(self, data: DataSet) -> Moment:
        """The day for which a status is asked: its last one, or the last that the data vouch for."""
        first, last = self.period
        return Moment(last, min(last, data.through), first)

    def meetings(self, data: DataSet) -> list[Meeting]:
        """The meetings that lie in it, of the Council that the data set looks at, in order of time."""
        period = self.period
        return [summit for summit in data.summits.values() if summit.start in period]

    @property
    def words(self) -> str:
        """' in 2017', ' since 10 July 2015' ... or nothing for all of time; to stand behind what it says when of."""
        if self.is_open:
            return ""
        if self.first == self.last and self.first and len(self.first) < len(LATEST):
            return f" in {spoken(self.first)}"
        first, last = self.period
        return f" {spoken_period(self.first and first, self.last and last)}"

    def spell(self) -> str:
        """As a command line has it: ``2017``, ``2017..2023``, ``..2010-07``."""
        return (self.first or "") if self.first == self.last else f"{self.first or ''}..{self.last or ''}"


ALWAYS = Time()


def same_day(date: str, other: str) -> Verdict:
    """Whether two dates, as precise as they are, are of one day."""
    one, two = parse_period(date), parse_period(other)
    if one.last < two.first or two.last < one.first:
        return NO
    return YES if one.is_day and two.is_day else NOT_RECORDED


def is_before(date: str, other: str) -> Verdict:
    """Whether one date, as precise as it is, is earlier than another."""
    one, two = parse_period(date), parse_period(other)
    return YES if one.last < two.first else NO if one.first >= two.last else NOT_RECORDED
