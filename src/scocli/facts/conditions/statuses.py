"""Conditions on the statuses that a country holds, gained or lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Self

from scocli.days import parse_period, shifted
from scocli.facts.conditions.base import Condition, Facts, Not, clauses
from scocli.facts.nouns import nouns, of_sco
from scocli.facts.presence import subject_name
from scocli.facts.reading import ANY, AT, CATEGORIES, FROM, TIME, ConditionError, Reader
from scocli.facts.relations import FOUNDED, GAINED, HELD, LOST, Fact
from scocli.facts.time import ALWAYS, Moment, Time
from scocli.facts.verdict import NOT_RECORDED, YES, Verdict, verdict
from scocli.text import listed


@dataclass(frozen=True)
class Founder(Condition):
    """That a country founded the organisation."""

    begins = "founder"

    def rows(self, facts: Facts, subject: str) -> tuple[Fact, ...]:
        return FOUNDED.of(facts.data, subject)

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:  # noqa: ARG002
        return "did not found the SCO" if denied else "founded the SCO"


@dataclass(frozen=True)
class Predecessor(Condition):
    """That a country was in what the organisation grew from."""

    begins = "predecessor"

    def holds(self, facts: Facts, subject: str) -> Verdict:
        return verdict(subject in facts.data.data.organization.predecessor.members)

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:
        return f"{'was' if one else 'were'} {'not ' * denied}in the {facts.data.data.organization.predecessor.name}"


@dataclass(frozen=True)
class Held(Condition):
    """That a country holds one of some statuses.

    :ivar categories: any of them; none for whichever.
    :ivar how: on the last day of the time or, if none is named, the day of the question; ever in it; or throughout it,
        on every day one of them.
    :ivar time: when; by default on the day of the question, or all of time.
    """

    categories: tuple[str, ...] = ()
    how: Literal["on", "ever", "throughout"] = "on"
    time: Time | None = None

    begins = "{how}"
    parts = (CATEGORIES, TIME)

    @property
    def is_on_a_day(self) -> bool:
        """Whether it is asked for one day, not for any or all of several."""
        return self.how == "on"

    @property
    def is_of_the_day(self) -> bool:
        """Whether the day of the question is meant."""
        return self.is_on_a_day and self.time is None

    def holds(self, facts: Facts, subject: str) -> Verdict:
        """As the single days say; of days after the data nothing is known, but the day of 'on' is answered as of their last."""
        data, time = facts.data, self.time or ALWAYS
        if self.is_on_a_day:
            return verdict(bool(self.rows(facts, subject)))
        if self.how == "ever":
            return YES if self.rows(facts, subject) else time.denied(data)
        first, last = time.known(data)
        beyond = NOT_RECORDED if last > data.through else YES
        return verdict(first > data.through or self._covers(facts, subject, first, min(last, data.through))) & beyond

    def _covers(self, facts: Facts, subject: str, first: str, last: str) -> bool:
        """Whether one of the statuses was held on every day from the first to the last."""
        for fact in self._of(facts, subject):
            if fact.date is not None and fact.date <= first and (fact.until is None or first < fact.until):
                if fact.until is None or last < fact.until:
                    return True
                first = fact.until
        return False

    def _of(self, facts: Facts, subject: str) -> list[Fact]:
        held = HELD.of(facts.data, subject)
        return [fact for fact in held if not self.categories or fact.category in self.categories]

    def tally(self, facts: Facts, subject: str) -> tuple[int, float]:
        """On how many days of that time it was held, up to the day of 'on': all are known."""
        data, time = facts.data, self.time or ALWAYS
        first, last = ("", self.moment(facts).day) if self.how == "on" else time.known(data)
        end = shifted(min(last, data.through), 1)
        spans = ((max(fact.date or "", first), min(fact.until or end, end)) for fact in self._of(facts, subject))
        days = sum(max(0, (date.fromisoformat(until) - date.fromisoformat(since)).days) for since, until in spans)
        return days, days

    def rows(self, facts: Facts, subject: str) -> tuple[Fact, ...]:
        data, time = facts.data, self.time or ALWAYS
        first, last = time.known(data)
        if self.is_on_a_day:
            first = last = self.moment(facts).day
        last = min(last, data.through)
        return tuple(
            fact
            for fact in self._of(facts, subject)
            if fact.date is not None and first <= last >= fact.date and (fact.until is None or first < fact.until)
        )

    def moment(self, facts: Facts) -> Moment:
        """The day that is meant where it is asked for one."""
        if self.time:
            return self.time.moment(facts.data)
        return Time(facts.on, facts.on).moment(facts.data)._replace(named=facts.is_named)

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:
        """'were observers of the SCO on 3 July 2024', 'has never been an observer of the SCO', 'held no status in it'."""
        asked = self.time or ALWAYS
        time = asked.words
        if self.is_on_a_day:
            return self.on(facts, "not " * denied, one=one)
        if self.how == "ever" and (asked.is_open or (denied and asked.last is None)):
            been = f"been {of_sco(self.categories, one=one)}" if self.categories else "held a status in the SCO"
            return f"{'has' if one else 'have'} {'never ' * denied}{been}{time}"
        is_not = denied and self.how == "throughout"
        be = f"{'was' if one else 'were'} {'not ' * is_not}{of_sco(self.categories, one=one)}"
        held = be if self.categories else f"{'did not hold' if is_not else 'held'} a status in the SCO"
        if self.how == "ever":
            return f"{held} at {'no' if denied else 'some'} time{time}"
        return f"{held} on every day{time or ' since the founding of the SCO'}"

    def on(self, facts: Facts, adverb: str, *, one: bool) -> str:
        """'is not a member state of the SCO as of 1 September 2025': in the present where the data reach no further.

        :param adverb: ``not``, ``no longer`` or nothing, with a blank behind it.
        """
        when = self.moment(facts)
        if self.categories:
            be = ("was" if one else "were") if when.is_past else "is" if one else "are"
            return f"{be} {adverb}{of_sco(self.categories, one=one)}{when.words}"
        hold = "held" if when.is_past else "holds" if one else "hold"
        what = f"{hold} no" if adverb == "not " else f"{adverb}{hold} a"
        return f"{what} status in the SCO{when.words}"

    def spell(self) -> str:
        """``member``, ``ever observer 2015..2020``."""
        return super().spell().removeprefix("on ")


@dataclass(frozen=True)
class InTurn(Condition):
    """That a country held some statuses one after another, perhaps with others in between; no command asks it.

    :ivar categories: in order.
    """

    categories: tuple[str, ...]

    def rows(self, facts: Facts, subject: str) -> tuple[Fact, ...]:
        """The last of them."""
        held = iter(HELD.of(facts.data, subject))
        found = [next((fact for fact in held if fact.category == category), None) for category in self.categories]
        return (found[-1],) if found[-1] and None not in found else ()

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:  # noqa: ARG002
        held = " and then ".join(nouns((category,), one=one) for category in self.categories)
        return f"{'was' if one else 'were'} {'not ' * denied}{held}"


def held_on_days(*conditions: Condition) -> list[Held]:
    """Those of the parts of conditions that ask for a status on a day."""
    return [part for part in clauses(*conditions) if isinstance(part, Held) and part.is_on_a_day]


def statement(facts: Facts, countries: Sequence[str], conditions: Sequence[Condition], *, denied: bool = False) -> str:
    """That countries meet conditions; denied, that they meet none of them."""
    one = len(countries) == 1
    if ended := None if denied else _no_longer(facts, conditions):
        said = ended.on(facts, "no longer ", one=one)
    else:
        said = listed([condition.words(facts, denied=denied, one=one) for condition in conditions])
    return f"{listed([facts.data.in_text(code) for code in countries])} {said}"


def _no_longer(facts: Facts, conditions: Sequence[Condition]) -> Held | None:
    """The status that two conditions ask to have been held, and not to be any more."""
    match conditions:
        case [Held(how="ever") as before, Not(of=Held(is_on_a_day=True) as now)] if before.categories == now.categories:
            last = now.time.period.last if now.time else parse_period(facts.on).last
            return now if (before.time or ALWAYS).known(facts.data).last <= last else None
    return None


@dataclass(frozen=True)
class Change(Condition):
    """That a country gained or lost one of some statuses.

    :ivar verb: ``became`` or ``left``.
    :ivar categories: any of them; none for whichever: lost is a status then only if no other follows it.
    :ivar at: summit that decided it.
    :ivar before: statuses of which the country held one on the eve, ``any`` for whichever.
    """

    verb: Literal["became", "left"]
    categories: tuple[str, ...] = ()
    time: Time | None = None
    at: str | None = None
    before: tuple[str, ...] = ()

    begins = "{verb}"
    parts = (CATEGORIES, TIME, AT, FROM)

    def rows(self, facts: Facts, subject: str) -> tuple[Fact, ...]:
        relation = GAINED if self.verb == "became" else LOST
        return tuple(fact for fact in relation.of(facts.data, subject) if self._fits(facts, fact))

    def _fits(self, facts: Facts, fact: Fact) -> bool:
        data, day = facts.data, fact.date or ""
        if self.categories:
            is_of = fact.category in self.categories
        else:
            is_of = self.verb == "became" or data.holding_on(fact.country or "", day) is None
        earlier = data.status_on(fact.country or "", shifted(day, -1))
        is_from = not self.before or (earlier in self.before) or (self.before == (ANY,) and earlier is not None)
        return is_of and is_from and self.at in (None, fact.summit) and (self.time or ALWAYS).has(day) is YES

    def holds(self, facts: Facts, subject: str) -> Verdict:
        return YES if self.rows(facts, subject) else (self.time or ALWAYS).denied(facts.data)

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:
        """'became member states in 2017', 'did not cease to be an observer'."""
        become, cease = ("did not become", "did not cease") if denied else ("became", "ceased")
        verb = become if self.verb == "became" else f"{cease} to be"
        before = "" if not self.before else f", having been {nouns(() if self.before == (ANY,) else self.before, one=one)} until then,"  # fmt: skip
        at = f" at {subject_name(facts.data, self.at)}" if self.at else ""
        return f"{verb} {nouns(self.categories, one=one)}{(self.time or ALWAYS).words}{at}{before}".removesuffix(",")

    @classmethod
    def parse(cls, reader: Reader, **known: str) -> Self:
        """Read what became of whom, when and where.

        :raises ConditionError: if it is to have come to what it was.
        """
        found = super().parse(reader, **known)
        if found.verb == "became" and len({*found.categories}) == 1 and found.before == found.categories:
            raise ConditionError(f"Nobody can become {nouns(found.categories, one=True)} from being one.", "from")
        return found
