"""Conditions on the steps that a country took to a status."""

from dataclasses import dataclass
from typing import NamedTuple

from scocli.facts.conditions.base import Condition, Facts
from scocli.facts.nouns import nouns
from scocli.facts.presence import subject_name
from scocli.facts.reading import AT, CATEGORIES, CITIES, TIME, spelled_list
from scocli.facts.relations import APPLIED, MEMORANDUM, PROCEDURE, Fact, Relation
from scocli.facts.time import ALWAYS, Time
from scocli.facts.verdict import YES, Verdict, verdict
from scocli.text import listed


class _Step(NamedTuple):
    """A step and its words: before what it is a step to, whether taken or not; 'to become' an observer, or 'for' any status."""

    relation: Relation
    taken: str
    denied: str
    becoming: str
    for_any: str


STEPS = {
    "applied": _Step(APPLIED, "asked {}", "did not ask {}", "to become", "for a status"),
    "opened": _Step(
        PROCEDURE, "had the procedure {} opened", "had no procedure {} opened", "of becoming", "for a status"
    ),
    "signed": _Step(MEMORANDUM, "signed a memorandum {}", "signed no memorandum {}", "on becoming", "on a status"),
}
"""The steps to a status by their verb, with their words."""


@dataclass(frozen=True)
class Step(Condition):
    """That a country asked for a status, had the procedure for it opened, or signed the memorandum of it.

    Not all steps are known: that one is not recorded does not mean that it was not taken, unless before the founding.

    :ivar verb: ``applied``, ``opened`` or ``signed``.
    :ivar cities: any of them; where it was done.
    :ivar at: summit during which it was done.
    """

    verb: str
    categories: tuple[str, ...] = ()
    time: Time | None = None
    cities: tuple[str, ...] = ()
    at: str | None = None

    begins = "{verb}"
    _of = CATEGORIES._replace(read=lambda r: r.categories() if r.is_categories() else (), spell=spelled_list)
    parts = (_of, TIME, CITIES, AT)

    def _fits(self, facts: Facts, fact: Fact) -> Verdict:
        summit, date = facts.data.meetings[self.at] if self.at else None, fact.date or ""
        is_of = verdict(not self.categories or fact.category in self.categories)
        there = verdict(None if fact.city is None else fact.city in self.cities) if self.cities else YES
        at = YES if summit is None else Time(summit.start, summit.end).has(date)
        return is_of & (self.time or ALWAYS).has(date) & there & at

    def rows(self, facts: Facts, subject: str) -> tuple[Fact, ...]:
        found = [f for f in STEPS[self.verb].relation.of(facts.data, subject) if self._fits(facts, f) is YES]
        return tuple(sorted(found, key=lambda fact: fact.date or ""))

    def holds(self, facts: Facts, subject: str) -> Verdict:
        """Yes where it is recorded; no only before the founding."""
        return YES if self.rows(facts, subject) else (self.time or ALWAYS).denied(facts.data, closed=False)

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:
        """'asked to become member states in 2014', 'did not ask to become a member state'."""
        step = STEPS[self.verb]
        said = (step.denied if denied else step.taken).format(
            f"{step.becoming} {nouns(self.categories, one=one)}" if self.categories else step.for_any
        )
        place = f" in {listed(self.cities, 'or')}" if self.cities else ""
        at = f" at {subject_name(facts.data, self.at)}" if self.at else ""
        return f"{said}{place}{at}{(self.time or ALWAYS).words}"
