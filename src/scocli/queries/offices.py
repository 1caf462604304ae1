"""The two offices of the organisation: Secretary-General and chair."""

from collections.abc import Iterable

from scocli.answers import Column
from scocli.dataset import DataSet
from scocli.days import spoken
from scocli.facts.nouns import MOST_NAMED
from scocli.facts.presence import subject_name
from scocli.facts.time import Time
from scocli.facts.verdict import NO, NOT_RECORDED, verdict
from scocli.names import find_country, find_person
from scocli.queries.base import QueryError
from scocli.queries.common import CODE, COUNTRY, Draft, Row, before_founding, beyond_data, plural, yes_no
from scocli.queries.terms import LISTS, NEIGHBOURS, AnyTerm, Office, OfTopic, Term, Unread, in_time, unread
from scocli.text import capitalized, listed

TOPICS = ("secretary-general", "chairmanship")
FACTS = ("main", "country", "since", "until", *LISTS, "first", "last", "next", "previous")
_SEVERAL: dict[str | None, str] = {
    "secretary-general": "Secretaries-General of the SCO",
    "chairmanship": "chairs of the SCO",
}
_DATES = (Column("since", "Since", "date"), Column("until", "Until", "date"))
_TERMS = (*_DATES, COUNTRY, CODE, Column("note", "Note", "note"))
_HELD = (*_DATES, Column("name", "Holder"), *_TERMS[2:])


def answer(data: DataSet, query: OfTopic, today: str) -> Draft:
    """Who holds an office, when somebody did, who came before or after."""
    if query.show not in FACTS:
        raise QueryError(f"'about {query.topic}' shows {listed(FACTS, 'or')}, not {query.show}")
    office = Office(data, query, today)
    terms = office.asked
    draft = Draft("people", sorted({office.holder(term) for term in terms}), "")
    draft.on = office.when.asked if office.is_of_the_day else None
    if office.is_chair or query.show in ("country", "countries"):
        draft.kind, draft.value = "countries", sorted({term.country for term in terms})
    draft.text = _text(office)
    if query.show == "count":
        draft.kind, draft.value = "number", len(terms)
    if query.show in ("since", "until"):
        if len(terms) > 1:
            holders = sorted({office.holder(term) for term in terms})
            often = "both held it that day" if len(holders) > 1 and query.on else "held it more than once"
            way = "name one of them" if len(holders) > 1 and query.on else "name a day with --on"
            raise QueryError(f"{listed(holders)} {often}: {listed(_said(office, terms))}; {way}")
        draft.kind, draft.value = "date", (getattr(terms[0], query.show) if terms else None) or "none"
        if terms and draft.value == "none":
            draft.text = f"{draft.text[:-1]}; its end is not on record."
    if query.has is not None and draft.kind in ("people", "countries"):
        terms = _check(office, draft, query.has) or terms
    if office.is_of_the_day and terms:
        terms = [*_others_within(office), *terms]
    rows: list[Row] = []
    for t in terms:
        who = () if office.is_chair else (office.holder(t),)
        rows.append(((t.since, t.until, *who, data.name(t.country), t.country, t.note), t.sources))
    title, columns = ("Chairmanships", _TERMS) if office.is_chair else ("Secretaries-General", _HELD)
    draft.table(title, columns, rows)
    if query.show in LISTS:
        spans = [f"from {spoken(gap.first)} to {spoken(gap.last)}" for gap in unread(office)]
        draft.notes += [f"Nothing is recorded of the chair {listed(spans)}."] if spans else []
    draft.notes += beyond_data(data, office.span)
    edges = {edge for term in terms for edge in (term.since, term.until)}
    about_terms = [conflict for conflict in data.conflicts(str(query.topic)) if conflict.chosen in edges]
    draft.dispute(about_terms, lambda _: len(terms) == 1)
    return draft if terms else draft.cite(data.data.organization.sources)


def _text(office: Office) -> str:
    query, said = office.query, _said(office, [*office.asked, *office.unread])
    if query.show == "country" and office.asked:
        named = [
            f"{office.holder(term)}, {office.title} {_span(term)}, is from {office.data.in_text(term.country)}"
            for term in office.asked
        ]
        return capitalized(f"{listed(named)}.")
    if office.is_of_the_day:
        return _text_of_the_day(office, said)
    whose = query.person or (office.data.in_text(query.country) if query.country else "")
    if not any(map(office.is_of_the_holder, office.on_record)):
        return capitalized(f"no term of {whose} as {office.title} is recorded.")
    if query.show in NEIGHBOURS:
        beside = "after" if query.show == "next" else "before"
        if len(said) == len(office.asked) == 1:
            return _sentence_of_one(office, office.asked[0], f" {beside} {office.beside},")
        return _sentence(office, f" {beside} {office.beside}", said)
    if query.show == "count":
        terms = f"{plural(len(said), 'term')}{f' of {whose}' * bool(whose)} as {office.title}{office.time}"
        return capitalized(f"{terms} {'is' if len(said) == 1 else 'are'} recorded.")
    if len(said) == len(office.asked) == 1:
        return _sentence_of_one(office, office.asked[0])
    return _sentence(office, office.time, said)


def _text_of_the_day(office: Office, said: list[str]) -> str:
    if (others := _others_within(office)) and said and office.query.has is None:
        return _sentence(office, Time(office.query.on, office.query.on).words, [*_said(office, others), *said])
    first = office.on_record[0].since if office.on_record else None
    if len(said) == len(office.asked) == 1:
        when = office.when.words if office.query.on or office.asked[0].until else ""
        return _sentence_of_one(office, office.asked[0], when)
    if not said and (before := before_founding(office.data, office.when)):
        return before
    if not said and first is not None and office.when.day < first:
        return f"There was no {office.title} on record{office.when.words}: the first term began on {spoken(first)}."
    return _sentence(office, office.when.words, said)


def _sentence_of_one(office: Office, term: "Term", when: str = "") -> str:
    """'Pakistan has been chair of the SCO since 1 September 2026.', 'China was chair of the SCO on 1 January 2018 (from ...).'.

    :param when: what else is said of the time; behind it the term stands apart, unless it ends with a comma.
    """
    is_day = bool(when) and not when.endswith(",")
    is_beyond = is_day and not office.when.is_past
    is_apart = is_day and not is_beyond
    verb = "was" if is_apart or term.until else "has been"
    span = f"({_span(term)})" if is_apart else _span(term)
    first = "the first " if office.query.show == "first" else ""
    said = f"{span}{when}" if is_beyond else f"{when} {span}".strip()
    return capitalized(f"{office.holder(term)} {verb} {first}{office.title} {said}.")


def _said(office: Office, terms: "Iterable[AnyTerm]") -> list[str]:
    """'Kazakhstan (from 4 July 2023 to 4 July 2024)', 'not recorded from 17 June 2004 to 5 July 2005'."""
    return [
        f"not recorded {_span(term)}" if isinstance(term, Unread) else f"{office.holder(term)} ({_span(term)})"
        for term in terms
    ]


def _sentence(office: Office, when: str, said: list[str]) -> str:
    """A list of terms, by their number where they are many; or that it is not recorded whose they were, and when."""
    if not said and not unread(office) and office.query.show != "next":
        return f"There was no {office.title}{when}."
    if not office.asked:
        unknown = "; ".join(said) or "not recorded"
        if office.is_of_the_day:  # the time of which nothing is recorded is longer
            unknown = unknown.replace("recorded from", "recorded, nor is anything from", 1)
        return f"Who was {office.title}{when} is {unknown}."
    if len(said) > MOST_NAMED:
        return f"{len(said)} terms as {office.title}{when} are recorded."
    head = f"{capitalized(_SEVERAL[office.query.topic or ''] if len(said) > 1 else office.title)}{when}"
    return f"{head}: {'; '.join(said) if office.unread else listed(said)}."


def _span(term: "AnyTerm") -> str:
    since = spoken(term.since) if term.since else "a day not recorded"
    return f"from {since} to {spoken(term.until)}" if term.until else f"since {since}"


def _check(office: Office, draft: Draft, has: str) -> "list[Term]":
    """Turn the holders of a time into whether one is among them; gives that one's terms, of a day those of all who are named."""
    data = office.data
    named = asked_for(data, draft, has)
    terms = [term for term in office.asked if named in (term.country, office.holder(term))]
    found = verdict(bool(terms)) | (NOT_RECORDED if _is_open(office, named) else NO)
    name, spans = subject_name(data, named), listed([_span(term) for term in terms])
    if found is NOT_RECORDED:
        claim = f"nothing is recorded of {name} as {office.title}{office.time}"
    elif office.is_of_the_day and not (office.is_chair and not office.asked and office.when.day >= data.founded):
        claim = draft.text[:-1]
    elif terms and not office.is_chair and draft.kind == "countries":
        claim = f"{name} provided the {office.title}: {listed(_said(office, terms))}"
    elif terms:
        claim = f"{name} {'has been' if terms[-1].until is None else 'was'} {office.title} {spans}"
    else:
        names = listed(list(dict.fromkeys(office.holder(term) for term in office.asked)))
        claim = f"{name} is not among the {_SEVERAL[office.query.topic or '']} on record{office.time}{f' ({names})' if names else ''}"
    draft.kind, draft.value, draft.text = "yes-no", found.value, yes_no(found.value, claim)
    return office.asked if office.is_of_the_day else terms


def _is_open(office: Office, named: str) -> bool:
    """Whether it cannot be denied that somebody held the office: the data end before, or do not say who did.

    The chair is a member state's.
    """
    if office.span.goes_beyond(office.data) or (office.query.show == "next" and not office.asked + office.unread):
        return True
    held = [h for h in office.data.holdings.get(named, ()) if h.period.category == "member"]
    return any(holding.overlaps(gap.first, gap.last) for gap in unread(office) for holding in held)


def asked_for(data: DataSet, draft: Draft, has: str) -> str:
    """What somebody asks to be (part of) an answer: the code of a country, the name of a person, or the words as they are.

    :raises NotUnderstood: if an answer is of countries or people, and the words name none, or several.
    """
    find = {"countries": find_country, "people": find_person}.get(draft.kind)
    return find(data, has) if find else has


def _others_within(office: Office) -> "list[Term]":
    """The terms of others in the month or year that was named, since an answer is for its last day."""
    when = office.when
    if when.first == when.asked:
        return []
    return [term for term in in_time(office.on_record, when.first, when.day) if term not in office.asked]
