"""The status of countries on a day."""

from dataclasses import dataclass
from typing import ClassVar

from scocli.answers import Cell, Column, Table
from scocli.dataset import DataSet, Holding
from scocli.days import spoken
from scocli.queries.base import Query, argument, from_option, on_option, option, to_option
from scocli.queries.common import (
    CODE,
    COUNTRY,
    NOUNS,
    SINCE,
    STATUS,
    Draft,
    Moment,
    before_founding,
    changes_within,
    dispute_notes,
    disputed_categories,
    in_words,
    memorandum_text,
    moment,
    past_of,
    period_between,
    plural,
    reach_note,
    yes_no,
)
from scocli.text import listed


@dataclass(frozen=True, kw_only=True)
class Status(Query):
    """The status of countries on a day, how it came about and what it was before.

    With ``--is`` it asks whether all of them hold one of these categories; with ``--ever`` whether they did on any
    day of the period from ``--from`` to ``--to``; ``--no-longer`` whether they did before and do not now.
    """

    verb: ClassVar[str] = "status"
    countries: tuple[str, ...] = argument("country", "Countries: ISO codes, names or aliases.")
    on: str | None = on_option()
    is_: tuple[str, ...] = option("--is", "category", "Ask whether they hold this category; repeat for 'or'.", ())
    any_: bool = option("--any", "flag", "Ask whether they hold any status.", False)
    ever: bool = option("--ever", "flag", "Ask of any day of the period, not of one day.", False)
    no_longer: bool = option("--no-longer", "flag", "Ask whether they held it before and not on the day.", False)
    first: str | None = from_option()
    last: str | None = to_option()
    negated: bool = option("--not", "flag", "Ask the opposite: whether none of them does.", False)
    either: bool = option(
        "--either", "flag", "Of several countries: ask whether one of them does, not whether all do.", False
    )


PERIODS = (
    COUNTRY,
    CODE,
    STATUS,
    SINCE,
    Column("until", "Until", "date"),
    Column("decided_at", "Decided at", "summit"),
    Column("memorandum", "Memorandum"),
)
"""Columns of a table of status periods."""


def period_row(data: DataSet, holding: Holding, day: str) -> tuple[Cell, ...]:
    """A status period as it was known on a day."""
    period = holding.period
    until = holding.until if holding.until is not None and holding.until <= day else None
    memo = memorandum_text(period.memorandum)
    return (data.name(holding.country), holding.country, period.category, period.since, until, period.granted_at, memo)


_BASES = {"founding": "founder, at", "granted": "granted at", "merged": "by merger of categories at"}


def _how(data: DataSet, holding: Holding, day: str) -> str:
    """How a status came about: '(granted at the Ufa summit; memorandum: Beijing, 14 March 2016)'."""
    period = holding.period
    parts = [f"{_BASES[period.basis]} the {data.summits[period.granted_at].city} summit"]
    if period.procedure_started:
        parts.append(f"procedure opened on {spoken(period.procedure_started)}")
    if period.memorandum and period.memorandum.date <= day:
        parts.append(f"memorandum: {memorandum_text(period.memorandum)}")
    return f" ({'; '.join(parts)})"


def status_sentence(data: DataSet, code: str, when: Moment) -> str:
    """The status of one country in words, with what it was before."""
    name = data.name(code)
    past = past_of(data.holdings.get(code, ()), when.day)
    if not past:
        return f"{name} {'held' if when.is_past else 'holds'} no status in the SCO {when.words}."
    current, *earlier = reversed(past)
    verb = "was" if when.is_past else "is"
    text = f"{name} {verb} {NOUNS[current.period.category].of_sco} {when.words}, since {spoken(current.period.since)}"
    text += _how(data, current, when.day)
    for holding in earlier:
        text += f"; before that {NOUNS[holding.period.category].one} from {spoken(holding.period.since)}"
        text += _how(data, holding, when.day)
    return f"{text}."


def more_about(data: DataSet, code: str) -> list[str]:
    """What is worth knowing of a country without a status."""
    notes = []
    visits = [visit for visit in data.visits_of.get(code, ()) if visit.capacity == "guest"]
    if visits:
        notes.append(f"{data.name(code)} attended {plural(len(visits), 'summit')} as a guest. (sco attendance {code})")
    if any(True for _ in data.applications(code)):
        notes.append(f"{data.name(code)} asked for a status. (sco history {code})")
    return notes


def answer(data: DataSet, query: Status, today: str) -> Draft:
    """The status of each country on the day; with ``is_``, ``any_`` or ``ever`` a yes or no."""
    when = moment(data, query.on, today)
    asks = query.is_ or query.any_ or query.ever or query.no_longer
    draft = _whether(data, query, when) if asks else _what(data, query, when)
    draft.notes += reach_note(data, when) if draft.on else []
    return draft


def _what(data: DataSet, query: Status, when: Moment) -> Draft:
    draft = Draft("status", None, "", on=when.asked)
    rows: list[tuple[Cell, ...]] = []
    values = {code: data.status_on(code, when.day) or "none" for code in query.countries}
    for code in values:
        past = past_of(data.holdings.get(code, ()), when.day)
        for holding in reversed(past):
            rows.append(period_row(data, holding, when.day))
            draft.cite(holding.period.sources)
            if holding.period.note and holding.covers(when.day):
                draft.notes.append(f"{data.name(code)}: {holding.period.note}")
        if not past:
            rows.append((data.name(code), code, "none", None, None, None, None))
            draft.cite(data.data.organization.sources).notes += more_about(data, code)
        draft.notes += dispute_notes(data, code)
    draft.notes += changes_within(data, values, when)
    disputed_categories(data, draft, values.values())
    draft.value = values[query.countries[0]] if len(values) == 1 else values
    draft.text = before_founding(data, when) or " ".join(status_sentence(data, code, when) for code in values)
    draft.tables = (Table("Status", PERIODS, tuple(rows)),)
    return draft


def _holds(data: DataSet, query: Status, code: str, when: Moment) -> list[Holding]:
    """The periods that make the claim true of a country."""
    held = [h for h in data.holdings.get(code, ()) if not query.is_ or h.period.category in query.is_]
    if query.ever:
        period = period_between(query.first, query.last)
        return [h for h in held if h.overlaps(period.first, min(period.last, data.through))]
    if query.no_longer:
        return [] if any(h.covers(when.day) for h in held) else past_of(held, when.day)
    return [h for h in held if h.covers(when.day)]


def _whether(data: DataSet, query: Status, when: Moment) -> Draft:
    codes = list(dict.fromkeys(query.countries))
    fitting = {code: _holds(data, query, code, when) for code in codes}
    yes = [code for code in codes if fitting[code]]
    draft = Draft(
        "yes-no",
        not yes if query.negated else bool(yes) if query.either else len(yes) == len(codes),
        "",
        on=None if query.ever else when.asked,
    )
    what = listed([NOUNS[category].of_sco for category in query.is_], "or") or "in a status with the SCO"
    past = "was" if when.is_past else "is"
    claims = []
    for group, negative in ((yes, False), ([code for code in codes if code not in yes], True)):
        if not group:
            continue
        verb = (
            ("has" if len(group) == 1 else "have")
            if query.ever
            else past
            if len(group) == 1
            else {"was": "were", "is": "are"}[past]
        )
        said = "been " if query.ever else ""
        adverb = "never " if negative and query.ever else "not " if negative and not query.no_longer else ""
        adverb += "no longer " if query.no_longer and not negative else ""
        time = in_words(period_between(query.first, query.last)) if query.ever else f" {when.words}"
        doubt = (
            " (or never was)"
            if query.no_longer and negative and not any(_ever(data, query, code) for code in group)
            else ""
        )
        claims.append(f"{listed([data.name(code) for code in group])} {verb} {adverb}{said}{what}{doubt}{time}")
    text = yes_no(draft.value, "; ".join(claims))
    if not query.ever:
        sentences = [status_sentence(data, code, when) for code in codes]
        says_it = yes == codes and len(codes) == 1 and not query.no_longer
        text = yes_no(draft.value, sentences[0].removesuffix(".")) if says_it else " ".join([text, *sentences])
        text = before_founding(data, when) or text
    draft.text = text
    rows: list[tuple[Cell, ...]] = []
    for code in codes:
        course = data.holdings.get(code, ())
        rows += [period_row(data, holding, data.through) for holding in course]
        draft.cite(*(holding.period.sources for holding in fitting[code] or course))
        draft.notes += dispute_notes(data, code) + ([] if course else more_about(data, code))
    if not draft.cited:
        draft.cite(data.data.organization.sources)
    if not query.ever:
        draft.notes += changes_within(data, codes, when)
        disputed_categories(data, draft, [data.status_on(code, when.day) for code in codes])
    draft.tables = (Table("Statuses", PERIODS, tuple(rows)),)
    return draft


def _ever(data: DataSet, query: Status, code: str) -> bool:
    return any(not query.is_ or holding.period.category in query.is_ for holding in data.holdings.get(code, ()))
