"""Terms of office: those on record, and the times for which it is not recorded whose they were."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from scocli.dataset import DataSet
from scocli.days import Period, shifted, spoken
from scocli.queries.base import Query
from scocli.queries.choices import AboutShown
from scocli.queries.common import moment, time_between
from scocli.queries.words import Country, Day, Person, Text, Topic
from scocli.records import Chairmanship, SecretaryGeneral
from scocli.text import listed

LISTS = ("all", "count", "countries")
"""The facts of all terms in a period."""
NEIGHBOURS = {"next": 1, "previous": -1}
"""The facts of the terms beside others, and how many places on those are."""
_TITLES: dict[str | None, str] = {
    "secretary-general": "Secretary-General of the SCO",
    "chairmanship": "chair of the SCO",
}


@dataclass(frozen=True, kw_only=True)
class OfTopic(Query):
    """What is asked of a topic: of an office which fact, when, of whose terms, and whether somebody is among its holders."""

    topic: Topic | None = None
    show: AboutShown = "main"
    on: Day | None = None
    from_: Day | None = None
    to: Day | None = None
    person: Person | None = None
    country: Country | None = None
    has: Text | None = None


class Unread(NamedTuple):
    """A time for which it is not recorded whose a term was.

    :ivar until: the day on which the next term that is recorded began, or the first on which that is known to have gone on.
    :ivar is_one: whether it was one term, from one summit to the next; otherwise how many there were is not recorded either.
    """

    since: str
    until: str
    is_one: bool
    country: None = None

    def holds(self, day: str) -> bool:
        return self.since <= day < self.until

    @property
    def days(self) -> Period:
        return Period(self.since, shifted(self.until, -1))


Term: TypeAlias = SecretaryGeneral | Chairmanship
AnyTerm: TypeAlias = Term | Unread


class Office:
    """The terms of an office, in order of time, and those that a query asks about."""

    def __init__(self, data: DataSet, query: OfTopic, today: str) -> None:
        self.data = data
        self.query = query
        self.is_chair = query.topic == "chairmanship"
        self.when = moment(data, query.on, today)
        self.span = time_between(query.from_, query.to)
        organization = data.data.organization
        terms: tuple[Term, ...] = organization.chairmanships if self.is_chair else organization.secretaries_general
        self.on_record = sorted(terms, key=lambda term: term.since or "")
        self.all_terms: list[AnyTerm] = list(self._with_the_unread()) if self.is_chair else [*self.on_record]
        names_none = query.person is None and query.country is None and self.span.is_open
        self.is_dated = query.on is not None or names_none
        self.is_of_the_day = self.is_dated and query.show == "main"
        theirs = [term for term in self.all_terms if self.is_of_the_holder(term)]
        chosen = _CHOICES.get(query.show, _on_the_day)(self, theirs)
        self.asked = [term for term in chosen if not isinstance(term, Unread)]
        self.unread = [term for term in chosen if isinstance(term, Unread)]

    def _with_the_unread(self) -> "Iterator[AnyTerm]":
        """The terms in the chair, and between them the times for which it is not recorded who held it."""
        reached = self.data.founded
        for term in self.on_record:
            begun = term.since or self._opening(term.until or reached)
            if begun > reached:
                yield Unread(reached, begun, term.since is not None and self._follow(reached, begun))
            yield term
            reached = term.until or self.data.through

    def _opening(self, day: str) -> str:
        """The first day of the summit that sat on a day; the day itself if none did."""
        summit = self.data.summit_on(day)
        return self.data.summits[summit].start if summit else day

    def _follow(self, earlier: str, later: str) -> bool:
        """Whether no summit, at which the chair could have been handed over, was held between two that sat on these days."""
        between = (s for s in self.data.summits.values() if earlier < s.start and s.end < later)
        return self.data.summit_on(earlier) is not None and not any(between)

    def is_of_the_holder(self, term: "AnyTerm") -> bool:
        """Whether a term is of the person or country that the query names, or it names none."""
        fits_country = self.query.country is None or term.country == self.query.country
        return fits_country and self.query.person in (None, getattr(term, "name", None))

    def holder(self, term: "Term") -> str:
        """Who held it: a person as Secretary-General, a country as chair."""
        return str(getattr(term, "name", None) or self.data.name(term.country))

    def holds(self, term: "AnyTerm", day: str) -> bool:
        """Whether a term includes a day.

        The day on which a chairmanship is handed over, at a summit that the old chair presides over, is the new chair's; if
        it is named, it is also the old one's.
        """
        if isinstance(term, Unread):
            return term.holds(day)
        since, until = term.since, term.until
        if self.is_chair and until is not None and day >= (until if since else self._opening(until)):
            return self.query.on is not None and day == self.when.asked <= until
        return since is not None and since <= day[: len(since)] and (until is None or day[: len(until)] <= until)

    @property
    def asked_of(self) -> Period:
        """The days that are asked about."""
        return Period(self.when.day, self.when.day) if self.is_of_the_day else self.span.period

    @property
    def time(self) -> str:
        """The same in words: ' on 31 December 2016', ' since 1 January 2020', or nothing for all of time."""
        return self.when.words if self.is_of_the_day else self.span.words

    @property
    def beside(self) -> str:
        """Whose term it is beside which others are asked for: 'Pakistan, that of 1 September 2026', 'India', 'those in 2014'."""
        if self.query.person or self.query.country:
            return f"{self.query.person or self.data.in_text(self.query.country or '')}{self.time}"
        if not self.is_dated:
            return f"those{self.time}"
        holders = [self.holder(term) for term in self.on_record if self.holds(term, self.when.day)]
        of_the_day = f"{'those' if len(holders) > 1 else 'that'} of {spoken(self.when.day)}"
        return f"{listed(holders)} ({of_the_day})" if holders else of_the_day

    @property
    def title(self) -> str:
        return _TITLES[self.query.topic]


def in_time(terms: "Iterable[AnyTerm]", first: str, last: str) -> "list[Term]":
    """The terms on record that were held between two days; where the beginning is not recorded, only the end is known to be."""
    return [
        term
        for term in terms
        if not isinstance(term, Unread)
        and (term.since or term.until or last) <= last
        and (term.until is None or term.until >= first[: len(term.until)])
    ]


def _in_the_period(office: Office, terms: "list[AnyTerm]") -> "list[AnyTerm]":
    return [*in_time(terms, *office.span.period)]


def _on_the_day(office: Office, terms: "list[AnyTerm]") -> "list[AnyTerm]":
    return [term for term in terms if office.holds(term, office.when.day)] if office.is_dated else terms


def _beside(office: Office, terms: "list[AnyTerm]") -> "list[AnyTerm]":
    """The terms before or after those of the day, or those that began or ended in the period, else that were held in it."""
    edge = "until" if office.query.show == "next" else "since"
    terms = _on_the_day(office, terms)
    if not office.span.is_open:
        terms = [t for t in terms if (getattr(t, edge) or "") in office.span.period] or _in_the_period(office, terms)
    is_first = office.query.show == "previous" and office.is_dated and office.when.day == office.data.founded
    several: list[AnyTerm] = [t for t in terms if isinstance(t, Unread) and not t.is_one and not is_first]
    places = {office.all_terms.index(term) + NEIGHBOURS[office.query.show] for term in terms if term not in several}
    beside = [office.all_terms[place] for place in sorted(places) if 0 <= place < len(office.all_terms)]
    return several or [term for term in beside if term not in terms or not office.is_dated]


_CHOICES: "dict[str, Callable[[Office, list[AnyTerm]], list[AnyTerm]]]" = {
    **dict.fromkeys(LISTS, _in_the_period),
    "first": lambda _, terms: terms[:1],
    "last": lambda _, terms: terms[-1:],
    "next": _beside,
    "previous": _beside,
}
"""Which of the terms a fact is about; others are about those of the day."""
_OF_PLACES = _CHOICES.keys() - LISTS
"""The facts of terms that stand at some place among the others, whenever others were."""


def unread(office: Office) -> list[Period]:
    """When nothing is recorded of the chair, as far as a query asks."""
    if office.unread or office.query.show in _OF_PLACES:
        return [term.days for term in office.unread]
    asked = office.asked_of
    days = [term.days for term in office.all_terms if isinstance(term, Unread)]
    found = (Period(max(gap.first, asked.first), min(gap.last, asked.last)) for gap in days)
    return [gap for gap in found if gap.first <= gap.last]
