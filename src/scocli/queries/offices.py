"""The two offices of the organisation: Secretary-General and chair."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from scocli.answers import Cell, Column, Table
from scocli.dataset import DataSet
from scocli.days import Period, shifted, spoken
from scocli.names import find_country, find_person
from scocli.queries.base import QueryError
from scocli.queries.common import (
    NOT_RECORDED,
    Draft,
    before_founding,
    beyond_data,
    dispute_notes,
    in_words,
    is_unknown,
    moment,
    period_between,
    plural,
    reach_note,
    sentence,
    yes_no,
)
from scocli.queries.presence import subject_name
from scocli.text import capitalized, listed

if TYPE_CHECKING:
    from scocli.models import Chairmanship, SecretaryGeneral
    from scocli.queries.about import About

    Term = SecretaryGeneral | Chairmanship

OFFICES = ("secretary-general", "chairmanship")
LISTS = ("all", "count", "countries")
FACTS = ("main", "country", "since", "until", *LISTS, "first", "last", "next", "previous")
_TITLES = {"secretary-general": "Secretary-General of the SCO", "chairmanship": "chair of the SCO"}
_SEVERAL = {"secretary-general": "Secretaries-General of the SCO", "chairmanship": "chairs of the SCO"}
_HOLDERS = (
    Column("since", "Since", "date"),
    Column("until", "Until", "date"),
    Column("holder", "Holder"),
    Column("country", "Country", "country"),
    Column("note", "Note"),
)
_NEIGHBOURS = {"next": 1, "previous": -1}


class _Office:
    """The terms of an office, in order of time, and those that a query asks about."""

    def __init__(self, data: DataSet, query: "About", today: str) -> None:
        self.data = data
        self.query = query
        self.is_chair = query.topic == "chairmanship"
        self.when = moment(data, query.on, today)
        self.period = period_between(query.first, query.last)
        organization = data.data.organization
        terms: tuple[Term, ...] = organization.chairmanships if self.is_chair else organization.secretaries_general
        self.all_terms = sorted(terms, key=lambda term: term.since or "")
        names_none = query.person is None and query.country is None and self.period.is_open
        self.is_dated = query.on is not None or names_none
        self.is_of_the_day = self.is_dated and query.show == "main"
        self.asked = _CHOICES.get(query.show, _on_the_day)(
            self, [term for term in self.all_terms if self.is_of_the_holder(term)]
        )

    def is_of_the_holder(self, term: "Term") -> bool:
        """Whether a term is of the person or country that the query names, or it names none."""
        fits_country = self.query.country is None or term.country == self.query.country
        return fits_country and self.query.person in (None, getattr(term, "name", None))

    def holder(self, term: "Term") -> str:
        """Who held it: a person as Secretary-General, a country as chair."""
        return str(getattr(term, "name", None) or self.data.name(term.country))

    def holds(self, term: "Term", day: str) -> bool:
        """Whether a term includes a day. A chairmanship is handed over on its last day; the other office is held to the end of it."""
        if term.since is None:
            return False  # when it began is not recorded
        since, until = term.since, term.until
        begun = since <= day[: len(since)]
        return begun and (until is None or (day < until if self.is_chair else day[: len(until)] <= until))

    @property
    def asked_of(self) -> Period:
        """The days that are asked about."""
        return Period(self.when.day, self.when.day) if self.is_of_the_day else self.period

    @property
    def time(self) -> str:
        """The same in words: ' on 31 December 2016', ' since 1 January 2020', or nothing for all of time."""
        return f" {self.when.words}" if self.is_of_the_day else in_words(self.period)

    @property
    def title(self) -> str:
        """What the office is called."""
        return _TITLES[self.query.topic]


def _in_time(terms: "list[Term]", first: str, last: str) -> "list[Term]":
    """The terms that were held between two days; where the beginning is not recorded, only the end is known to be."""
    return [
        term
        for term in terms
        if (term.since or term.until or last) <= last and (term.until is None or term.until >= first[: len(term.until)])
    ]


def _in_the_period(office: _Office, terms: "list[Term]") -> "list[Term]":
    return _in_time(terms, office.period.first, office.period.last)


def _on_the_day(office: _Office, terms: "list[Term]") -> "list[Term]":
    return [term for term in terms if office.holds(term, office.when.day)] if office.is_dated else terms


def _beside(office: _Office, terms: "list[Term]") -> "list[Term]":
    """The terms before or after those of the day, or those that began or ended in the period."""
    edge = "until" if office.query.show == "next" else "since"
    terms = _on_the_day(office, terms)
    terms = [t for t in terms if office.period.is_open or (getattr(t, edge) or "") in office.period]
    places = {office.all_terms.index(term) + _NEIGHBOURS[office.query.show] for term in terms}
    return [office.all_terms[place] for place in sorted(places) if 0 <= place < len(office.all_terms)]


_CHOICES: "dict[str, Callable[[_Office, list[Term]], list[Term]]]" = {
    **dict.fromkeys(LISTS, _in_the_period),
    "first": lambda _, terms: terms[:1],
    "last": lambda _, terms: terms[-1:],
    "next": _beside,
    "previous": _beside,
}
"""Which of the terms a fact is about; others are about those of the day."""


def _unread(office: _Office) -> list[Period]:
    """When nothing is recorded of the chair, as far as a query asks: between the terms, or until one whose beginning is not."""
    if not office.is_chair:
        return []
    asked = office.asked_of
    found, reached = [], office.data.founded
    for term in office.all_terms:
        begun = term.since or term.until or reached
        if begun > reached:
            found.append(Period(max(reached, asked.first), min(shifted(begun, -1), asked.last)))
        reached = term.until or office.data.through
    return [gap for gap in found if gap.first <= gap.last]


def answer(data: DataSet, query: "About", today: str) -> Draft:
    """Who holds an office, when somebody did, who came before or after."""
    if query.show not in FACTS:
        raise QueryError(f"'about {query.topic}' shows {listed(FACTS, 'or')}, not {query.show}")
    office = _Office(data, query, today)
    terms = office.asked
    draft = Draft("people", sorted({office.holder(term) for term in terms}), "")
    if office.is_of_the_day:
        draft.on = office.when.asked
        draft.notes += _others_within(office) + reach_note(data, office.when)
    if office.is_chair or query.show in ("country", "countries"):
        draft.kind, draft.value = "countries", sorted({term.country for term in terms})
    draft.text = _text(office)
    if query.show == "count":
        draft.kind, draft.value = "number", len(terms)
    if query.show in ("since", "until"):
        if len(terms) > 1:
            who = listed(sorted({office.holder(term) for term in terms}))
            raise QueryError(f"{who} held it more than once: {listed(_said(office, terms))}; name a day with --on")
        draft.kind, draft.value = "date", (getattr(terms[0], query.show) if terms else None) or "none"
    if query.has is not None and draft.kind in ("people", "countries"):
        terms = _check(office, draft, query.has) or terms
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (t.since, t.until, office.holder(t), data.name(t.country), t.note) for t in terms
    )
    draft.tables = (Table("Chairmanships" if office.is_chair else "Secretaries-General", _HOLDERS, rows),)
    if query.show in LISTS:
        spans = [f"from {spoken(gap.first)} to {spoken(gap.last)}" for gap in _unread(office)]
        draft.notes += [f"Nothing is recorded of the chair {listed(spans)}."] if spans else []
    draft.notes += beyond_data(data, office.period) + _disputes(office, terms)
    return draft.cite(*(term.sources for term in terms)) if terms else draft.cite(data.data.organization.sources)


def _text(office: _Office) -> str:
    query, said = office.query, _said(office, office.asked)
    if query.show == "country":
        named = [f"{office.holder(term)} ({office.data.name(term.country)})" for term in office.asked]
        return sentence(f"Country of the {office.title}", named)
    if office.is_of_the_day:
        return _text_of_the_day(office, said)
    whose = query.person or (office.data.in_text(query.country) if query.country else "")
    if not any(map(office.is_of_the_holder, office.all_terms)):
        return capitalized(f"no term of {whose} as {office.title} is recorded.")
    if query.show in _NEIGHBOURS:
        beside = "after" if query.show == "next" else "before"
        of = whose or (f"that of {spoken(office.when.day)}" if office.is_dated else "those")
        return sentence(f"{capitalized(office.title)} {beside} {of}{office.time}", said)
    if query.show == "count":
        terms = f"{plural(len(said), 'term')} as {office.title}{office.time}"
        return capitalized(
            f"{terms}: {listed(said)}." if said else f"{terms} {'is' if len(said) == 1 else 'are'} recorded."
        )
    held = f"{capitalized(office.title)}{office.time}"
    return sentence(held, said) if said or not _unread(office) else f"{held}: not recorded."


def _text_of_the_day(office: _Office, said: list[str]) -> str:
    held = f"{capitalized(office.title)} {office.when.words}"
    first = office.all_terms[0].since if office.all_terms else None
    if said:
        return f"{held}: {listed(said)}."
    if before := before_founding(office.data, office.when):
        return before
    if first is not None and office.when.day < first:
        return f"{held}: none yet; the first term on record began on {spoken(first)}."
    return f"{held}: not recorded."


def _said(office: _Office, terms: "list[Term]") -> list[str]:
    """'Kazakhstan (from 4 July 2023 to 4 July 2024)'."""
    return [f"{office.holder(term)} ({_span(term)})" for term in terms]


def _span(term: "Term") -> str:
    since = spoken(term.since) if term.since else "a day not recorded"
    return f"from {since} to {spoken(term.until)}" if term.until else f"since {since}"


def _check(office: _Office, draft: Draft, has: str) -> "list[Term]":
    """Turn the holders of a time into whether one is among them; gives that one's terms."""
    data = office.data
    named = asked_for(data, draft, has)
    terms = [term for term in office.asked if named in (term.country, office.holder(term))]
    value: bool | str = True if terms else NOT_RECORDED if _is_open(office, named) else False
    name, spans = subject_name(data, named), listed([_span(term) for term in terms])
    if value == NOT_RECORDED:
        claim = f"nothing is recorded of {name} as {office.title}{office.time}"
    elif office.is_of_the_day and not (office.is_chair and not office.asked and office.when.day >= data.founded):
        claim = draft.text[:-1]
    elif terms and not office.is_chair and draft.kind == "countries":
        claim = f"{name} provided the {office.title}: {listed(_said(office, terms))}"
    elif terms:
        claim = f"{name} {'is' if terms[-1].until is None else 'was'} {office.title} {spans}"
    else:
        names = listed(list(dict.fromkeys(office.holder(term) for term in office.asked)))
        claim = f"{name} is not among the {_SEVERAL[office.query.topic]} on record{office.time}{f' ({names})' if names else ''}"
    draft.kind, draft.value, draft.text = "yes-no", value, yes_no(value, claim)
    return terms


def _is_open(office: _Office, named: str) -> bool:
    """Whether it cannot be denied that somebody held the office: the data end before, or do not say who did.

    The chair is a member state's.
    """
    if is_unknown(office.data, office.period):
        return True
    held = [h for h in office.data.holdings.get(named, ()) if h.period.category == "member"]
    return any(holding.overlaps(gap.first, gap.last) for gap in _unread(office) for holding in held)


def asked_for(data: DataSet, draft: Draft, has: str) -> str:
    """What somebody asks to be (part of) an answer: the code of a country, the name of a person, or the words as they are.

    :raises NotUnderstood: if an answer is of countries or people, and the words name none, or several.
    """
    find = {"countries": find_country, "people": find_person}.get(draft.kind)
    return find(data, has) if find else has


def _others_within(office: _Office) -> list[str]:
    """Who else held it in the month or year that was named, since an answer is for its last day."""
    when = office.when
    others = [term for term in _in_time(office.all_terms, when.first, when.day) if term not in office.asked]
    return [f"Within that time also: {listed(_said(office, others))}."] if others and when.first != when.asked else []


def _disputes(office: _Office, terms: "list[Term]") -> list[str]:
    """The disputes about when the terms that are shown began or ended."""
    edges = {edge for term in terms for edge in (term.since, term.until)}
    notes = dispute_notes(office.data, office.query.topic)
    conflicts = office.data.conflicts(office.query.topic)
    return [note for note, conflict in zip(notes, conflicts, strict=True) if conflict.chosen in edges]
