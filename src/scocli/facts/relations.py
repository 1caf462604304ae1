"""All that the data know, as rows with the same roles: who, when, at which summit, and how.

A relation is closed where what is not among its rows is not so. Of the others a missing row is no 'no', except where
:mod:`scocli.facts.presence` finds that a summit's list is complete.

Of meetings they have those of the Council that the data set looks at: the summits, or those of the heads of government.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Literal, NamedTuple

from scocli.councils import host_of
from scocli.dataset import DataSet, Holding, grouped
from scocli.facts.nouns import NOUNS


class Fact(NamedTuple):
    """A row of a relation; a role that it does not have, or that is not recorded, is ``None``.

    :ivar country: code.
    :ivar person: name under which the person is listed.
    :ivar summit: id.
    :ivar category: id, or the capacity of a visit or absence.
    :ivar date: when it happened or began, as precise as it is recorded.
    :ivar until: of what lasts, the first day on which it no longer did.
    :ivar detail: what else is to be told of it, in a few words.
    """

    country: str | None = None
    person: str | None = None
    summit: str | None = None
    category: str | None = None
    date: str | None = None
    until: str | None = None
    city: str | None = None
    detail: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Relation:
    """A kind of fact.

    :ivar name: what it is called.
    :ivar make: what finds its facts.
    """

    name: str
    make: Callable[[DataSet], Iterator[Fact]]

    def facts(self, data: DataSet) -> tuple[Fact, ...]:
        """All of them, in the order of the file."""
        return data.cached(f"facts.{self.name}", lambda known: tuple(self.make(known)))

    def of(self, data: DataSet, country: str) -> tuple[Fact, ...]:
        """Those of a country, in the same order."""
        return self._by(data, "country").get(country, ())

    def at(self, data: DataSet, summit: str) -> tuple[Fact, ...]:
        """Those of a summit or other meeting, in the same order."""
        return self._by(data, "summit").get(summit, ())

    def _by(self, data: DataSet, role: Literal["country", "summit"]) -> dict[str | None, tuple[Fact, ...]]:
        def index(known: DataSet) -> dict[str | None, tuple[Fact, ...]]:
            return grouped((getattr(fact, role), fact) for fact in self.facts(known))

        return data.cached(f"facts.{self.name}.by-{role}", index)


def _status(holding: Holding, date: str, summit: str | None, detail: str | None = None) -> Fact:
    category, sources = holding.period.category, holding.period.sources
    return Fact(holding.country, summit=summit, category=category, date=date, detail=detail, sources=sources)


def _held(data: DataSet) -> Iterator[Fact]:
    for holding in chain.from_iterable(data.holdings.values()):
        at = holding.period.granted_at
        held = _status(holding, holding.period.since, at, f"{data.meetings[at].city} summit")
        yield held._replace(until=holding.until)


def _lost(data: DataSet) -> Iterator[Fact]:
    for holding, after in chain.from_iterable(map(pairwise, data.holdings.values())):
        was = f"until then {NOUNS[holding.period.category].one}"
        yield _status(holding, after.period.since, after.period.granted_at, was)


def _applied(data: DataSet) -> Iterator[Fact]:
    for asked in data.applications():
        detail = f"asked for; {asked.outcome}{f'. {asked.note}' if asked.note else ''}"
        yield Fact(asked.country, category=asked.category, date=asked.date, detail=detail, sources=asked.sources)


def _procedures(data: DataSet) -> Iterator[Fact]:
    for holding in chain.from_iterable(data.holdings.values()):
        if opened := holding.period.procedure_started:
            yield _status(holding, opened, data.summit_on(opened), "procedure opened")


def _memoranda(data: DataSet) -> Iterator[Fact]:
    for holding in chain.from_iterable(data.holdings.values()):
        if signed := holding.period.memorandum:
            detail = f"memorandum signed in {signed.city}" if signed.city else None
            yield _status(holding, signed.date, data.summit_on(signed.date), detail)._replace(city=signed.city)


def _visits(data: DataSet) -> Iterator[Fact]:
    for met, sent, capacity in data.visits:
        leader = data.person(sent.leader) if sent.leader else None
        yield Fact(sent.country, leader, met.id, capacity, met.start, sources=sent.sources)


def _absences(data: DataSet) -> Iterator[Fact]:
    for met in data.summits.values():
        for away in met.absences:
            who, capacity = data.person(away.person) if away.person else None, data.capacity(met, away.country)
            yield Fact(away.country, who, met.id, capacity, met.start, detail=away.note, sources=away.sources)


def _meetings(data: DataSet) -> Iterator[Fact]:
    for summit in data.summits.values():
        yield Fact(host_of(summit), summit=summit.id, date=summit.start, city=summit.city, sources=summit.sources)


def _chaired(data: DataSet) -> Iterator[Fact]:
    for summit in data.summits.values():
        yield Fact(summit.chair_country, data.chair(summit), summit.id, date=summit.start, sources=summit.sources)


def _founded(data: DataSet) -> Iterator[Fact]:
    founding = data.data.organization.founded
    for code in founding.founders:
        yield Fact(code, date=founding.date, city=founding.city, sources=founding.sources)


def _in_the_chair(data: DataSet) -> Iterator[Fact]:
    for term in data.data.organization.chairmanships:
        yield Fact(term.country, date=term.since, until=term.until, sources=term.sources)


def _secretaries(data: DataSet) -> Iterator[Fact]:
    for term in data.data.organization.secretaries_general:
        yield Fact(term.country, date=term.since, until=term.until, sources=term.sources)


HELD = GAINED = Relation("held", _held)
LOST = Relation("lost", _lost)
APPLIED = Relation("applied", _applied)
PROCEDURE = Relation("procedure", _procedures)
MEMORANDUM = Relation("memorandum", _memoranda)
VISIT = Relation("visit", _visits)
ABSENCE = Relation("absence", _absences)
CHAIRED = Relation("chaired", _chaired)
FOUNDED = Relation("founded", _founded)
IN_THE_CHAIR = Relation("in the chair", _in_the_chair)
SECRETARY = Relation("secretary", _secretaries)
MEETING = Relation("meeting", _meetings)
"""A meeting, by the country that hosted it."""
