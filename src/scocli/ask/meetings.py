"""Queries about summits: which, when, where, who came, who led, who stayed away."""

from dataclasses import dataclass

from scocli.ask.around import Between, around_summit, meeting_days
from scocli.ask.meaning import Meaning, Unanswerable
from scocli.ask.summits import SummitPhrase
from scocli.facts.conditions import ByWhom, Condition, Form, In, Not, Number, Often
from scocli.facts.select import Has
from scocli.queries.summits import HowManySummits, Summits


def one_summit(m: Meaning) -> str:
    """The summit that is named, or the only one in the year that is."""
    related = around_summit(m) if m.has("BEFORE", "AFTER", "SUCCEED", "PRECEDE") else None
    if related:
        found = [s.id for s in m.data.summits.values() if s.start in related.period]
        if not found:
            raise Unanswerable("there is no such summit")
        return found[0] if related.relation == "after" else found[-1]
    return m.summit()


def among(where: tuple[Condition, ...], ids: tuple[str, ...], *, negated: bool) -> Summits:
    """Whether all of some summits meet conditions, or none of them does."""
    has = tuple((summit,) for summit in ids)
    if negated and len(where) == 1:
        return Summits(where=(Not(where[0]),), has=Has(has))
    return Summits(where=where, has=Has(has, denied=negated))


def whether(where: tuple[Condition, ...], period: Between, *, negated: bool, often: Often | None) -> Summits:
    """Whether there are summits that meet conditions, none, or so many."""
    if negated and often:
        raise Unanswerable("it denies that there were so many")
    often = Often("at most", 0) if negated else often
    return HowManySummits(where=where, **period, often=often) if often else Summits(where=where, **period, show="any")


@dataclass
class Said:
    """What is said of summits: of each kind any of several."""

    cities: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    chairs: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()

    def add(self, phrases: list[SummitPhrase]) -> None:
        """What phrases say besides."""
        for phrase in phrases:
            self.cities += phrase.cities
            self.hosts += phrase.hosts
            self.chairs += phrase.chairs
            self.forms += phrase.forms
            self.numbers += phrase.ordinals

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """It as conditions, all of which are to be met."""
        return (
            *((In(self.cities),) if self.cities else ()),
            *((ByWhom("hosted", self.hosts),) if self.hosts else ()),
            *((ByWhom("chaired", self.chairs),) if self.chairs else ()),
            *((Form(self.forms),) if self.forms else ()),
            *((Number(self.numbers),) if self.numbers else ()),
        )


def phrase_period(m: Meaning, phrases: list[SummitPhrase]) -> Between:
    """The stretch of time asked about, as fields of a query for summits: named apart, or within a phrase."""
    times = [p.time.period for p in phrases if p.time]
    related = around_summit(m)
    if related:
        times.append(related.period)
    stretch = m.stretch()
    if times and (not stretch.is_open or len(times) > 1):
        raise Unanswerable("it names several times")
    return meeting_days(m.data, times[0] if times else stretch)
