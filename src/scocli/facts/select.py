"""A select: one open role, the conditions on it, and the form in which it is asked for.

It is evaluated to those of whom all conditions are known to hold and those of whom that is not recorded; a form makes of
these a list, a number or a verdict, which says 'not recorded' where it hangs on the latter.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from scocli.days import Period, parse_period
from scocli.facts.conditions.base import Among, AnyOf, Condition, Facts, Not, clauses, meets
from scocli.facts.conditions.statuses import Held
from scocli.facts.conditions.visits import AtSummits, Often
from scocli.facts.forms import Form, Subjects
from scocli.facts.relations import MEETING, Fact
from scocli.facts.verdict import NO, NOT_RECORDED, YES, Verdict, all_of, any_of, verdict

_Compare = Callable[[Period, Period], bool]


class Row(NamedTuple):
    """Somebody or something that meets the conditions, or may.

    :ivar subject: code of a country or id of a summit.
    :ivar settled: yes, or not recorded.
    :ivar fact: the fact by which it counts: the first of those that meet the first condition that has any, or the last where
        the last is asked for.
    :ivar times: how often it did what the conditions count, so far as recorded, where it is asked how often.
    :ivar foremost: where the first, the last or those that did it most often are asked for: whether it is one of them. Of
        several whose dates are known to the same month that is not recorded.
    """

    subject: str
    settled: Verdict
    fact: Fact
    times: int
    foremost: Verdict = YES


@dataclass(frozen=True)
class Has:
    """The question whether some are among those found.

    :ivar named: groups of subjects: of each group one must be, of the groups all.
    :ivar only: whether they are asked to be the only ones.
    :ivar denied: whether it is asked that none of them is.
    """

    named: tuple[tuple[str, ...], ...]
    only: bool = False
    denied: bool = False

    @property
    def all_named(self) -> tuple[str, ...]:
        """All of them, each once."""
        return tuple(dict.fromkeys(subject for group in self.named for subject in group))


@dataclass(frozen=True)
class Select:
    """What is asked.

    :ivar subjects: the open role.
    :ivar conditions: all of them are to be met; without any, of countries those that hold a status on the day are meant.
    :ivar form: what of them is asked for.
    :ivar has: whether some are among them, instead.
    :ivar often: whether there are so many, instead.
    """

    subjects: Subjects = "countries"
    conditions: tuple[Condition, ...] = ()
    form: Form = "list"
    has: Has | None = None
    often: Often | None = None

    @property
    def asked(self) -> tuple[Condition, ...]:
        """The conditions, with the one that is meant where there is none."""
        return self.conditions or ((Held(),) if self.subjects == "countries" else ())

    @property
    def clauses(self) -> tuple[Condition, ...]:
        """What these are put together from."""
        return tuple(clauses(*self.asked))

    @property
    def counted(self) -> AtSummits | None:
        """The condition of which it counts how often it is met."""
        return next((condition for condition in self.conditions if isinstance(condition, AtSummits)), None)

    @property
    def measured(self) -> AtSummits | Held | None:
        """The same or, without one, the condition on a status of which it measures for how long it is met."""
        held = [one for one in self.conditions if isinstance(one, Held) and one.how != "throughout"]
        return self.counted or next((one for one in held if one.how == "ever"), held[0] if held else None)

    @property
    def required(self) -> tuple[Condition, ...]:
        """Those that are to be met: who did something fewest times may never have done it, if it is said who they are."""
        others = tuple(condition for condition in self.asked if condition is not self.counted)
        return others if self.form == "fewest" and others else self.asked


class Selection:
    """A select, evaluated for a day."""

    def __init__(self, facts: Facts, select: Select) -> None:
        self.facts = facts
        self.select = select

    def holds(self, subject: str) -> Verdict:
        """Whether somebody meets the conditions; known of anybody, also of those that the data have no record of."""
        return meets(self.facts, subject, self.select.required)

    @cached_property
    def universe(self) -> tuple[str, ...]:
        """Those of whom it is asked: the meetings of the Council looked at; or all countries in the data, and those that are named."""
        data = self.facts.data
        if self.select.subjects == "summits":
            return tuple(data.summits)
        asked = self.select.has.all_named if self.select.has else ()
        named = (subject for condition in self.select.conditions for subject in _named(condition))
        return tuple(dict.fromkeys((*data.countries, *named, *asked)))

    @cached_property
    def _candidates(self) -> tuple[Row, ...]:
        found = ((subject, self.holds(subject)) for subject in self.universe)
        return tuple(self._row(subject, settled) for subject, settled in found if settled is not NO)

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        """Those of them that are asked for: all, or the first, the last, those that did it most often."""
        chosen_by = {"first": self._first, "last": self._last, "most": self._ranked, "fewest": self._ranked}
        choose = chosen_by.get(self.select.form)
        return choose() if choose else self._candidates

    @property
    def found(self) -> tuple[Row, ...]:
        """Those of whom it is known."""
        return tuple(row for row in self._rows if row.settled is YES)

    @property
    def unsettled(self) -> tuple[Row, ...]:
        """Those of whom it is not recorded."""
        return tuple(row for row in self._rows if row.settled is NOT_RECORDED)

    @property
    def there_may_be_more(self) -> bool:
        """Whether it also asks for meetings after the data."""
        data = self.facts.data
        asked = (whole for whole in self.select.conditions if not isinstance(whole, Not))
        return any(part.may_be_met_later(data) for part in clauses(*asked))

    @property
    def exists(self) -> Verdict:
        """Whether there is any."""
        return self.number(Often("at least", 1))

    def number(self, often: Often) -> Verdict:
        """Whether there are so many."""
        sure = len(self.found)
        return often.allows(sure, float("inf") if self.there_may_be_more else sure + len(self.unsettled))

    @property
    def counts_surely(self) -> bool:
        """Whether the number of those found is all that there can be."""
        return not self.unsettled and not self.there_may_be_more

    @cached_property
    def _settled(self) -> dict[str, Verdict]:
        return {row.subject: row.settled & row.foremost for row in self._rows}

    def among(self, subject: str) -> Verdict:
        """Whether somebody is among those found."""
        return self._settled.get(subject, NO)

    def has(self, asked: Has) -> Verdict:
        """Whether those that are named are among those found."""
        groups = [any_of(map(self.among, group)) for group in asked.named]
        if asked.denied:
            return all_of(~group for group in groups)
        if asked.only:
            named = set(asked.all_named)
            others = any_of(found for subject, found in self._settled.items() if subject not in named)
            more = NOT_RECORDED if self.there_may_be_more else NO
            return all_of(map(self.among, named)) & ~(others | more)
        return all_of(groups)

    @property
    def value(self) -> Verdict | int | list[str]:
        """The bare fact: a verdict, a number, or who it is."""
        if self.select.has:
            return self.has(self.select.has)
        if self.select.often:
            return self.number(self.select.often)
        if self.select.form == "any":
            return self.exists
        return len(self.found) if self.select.form == "count" else [row.subject for row in self.found]

    # ---- rows

    def _row(self, subject: str, settled: Verdict) -> Row:
        facts = self._shown_by(subject) or self._itself(subject, settled)
        fact = facts[-1 if self.select.form == "last" else 0] if facts else Fact(subject)
        is_told = self.select.form in ("most", "fewest") or getattr(self.select.counted, "often", None)
        return Row(subject, settled, fact, int(self._tally(subject)[0]) if is_told and settled is YES else 0)

    def _shown_by(self, subject: str) -> tuple[Fact, ...]:
        found = (condition.rows(self.facts, subject) for condition in self.select.asked)
        return next((facts for facts in found if facts), ())

    def _itself(self, subject: str, settled: Verdict) -> tuple[Fact, ...]:
        """What a subject is, where no condition has a fact: the status on the day, or the meeting, whose day is always known."""
        if self.select.subjects == "countries":
            return Held().rows(self.facts, subject) if settled is YES else ()
        return MEETING.at(self.facts.data, subject)

    def _first(self) -> tuple[Row, ...]:
        return self._foremost(lambda one, other: one.first <= other.last, lambda one, other: one.last <= other.first)

    def _last(self) -> tuple[Row, ...]:
        rows = self._foremost(lambda one, other: one.last >= other.first, lambda one, other: one.first >= other.last)
        return tuple(row._replace(foremost=NOT_RECORDED) for row in rows) if self.there_may_be_more else rows

    def _foremost(self, may_be: _Compare, is_surely: _Compare) -> tuple[Row, ...]:
        """Those with the first date or the last: a date known to the month may be that of any of its days.

        :param may_be: whether one date may come before another, or with it.
        :param is_surely: whether it does, whichever days they are.
        """
        dated = [(row, parse_period(row.fact.date)) for row in self._candidates if row.fact.date]
        sure = [days for row, days in dated if row.settled is YES]
        near = [(row, days) for row, days in dated if all(may_be(days, other) for other in sure)]
        return tuple(
            row._replace(foremost=verdict(all(who == row or is_surely(days, other) for who, other in near) or None))
            for row, days in near
        )

    def _ranked(self) -> tuple[Row, ...]:
        """Those that did it most often or fewest times, or may have."""
        is_fewest = self.select.form == "fewest"
        tallies: dict[Row, tuple[float, float]] = {}
        for row in self._candidates:
            sure, may = self._tally(row.subject)
            tallies[row] = (-may, -sure) if is_fewest else (sure, may)
        best = max((low for row, (low, _) in tallies.items() if row.settled is YES), default=0)
        near = {row: tally for row, tally in tallies.items() if tally[1] >= (best if is_fewest else max(best, 1))}
        return tuple(
            row._replace(
                settled=row.settled if low == best and (low == high if is_fewest else best > 0) else NOT_RECORDED,
                foremost=verdict(all(who == row or low >= other[1] for who, other in near.items()) or None),
            )
            for row, (low, high) in near.items()
        )

    def _tally(self, subject: str) -> tuple[int, float]:
        """How often a subject surely did what is counted, and may have done it."""
        measured = self.select.measured
        return measured.tally(self.facts, subject) if measured else (0, 0)


def _named(condition: Condition) -> tuple[str, ...]:
    """The countries that a condition names as what is sought, which the data may have no record of."""
    if isinstance(condition, Among):
        return condition.which
    if isinstance(condition, AnyOf):
        return tuple(name for part in condition.of for name in _named(part))
    return ()
