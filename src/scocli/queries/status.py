"""The status of countries on a day."""

from dataclasses import dataclass
from typing import ClassVar

from scocli.answers import Cell, Column, Table
from scocli.dataset import DataSet, Holding
from scocli.days import Period, spoken
from scocli.facts.nouns import NOUNS
from scocli.queries.base import GoesWith, Query, argument, from_option, on_option, option, to_option
from scocli.queries.common import (
    CODE,
    COUNTRY,
    SINCE,
    STATUS,
    Draft,
    Moment,
    before_founding,
    beyond_data,
    changes_within,
    denied,
    dispute_notes,
    disputed_categories,
    in_words,
    memorandum_text,
    moment,
    past_of,
    period_between,
    plural,
    reach_note,
    throughout,
    yes_no,
)
from scocli.text import capitalized, listed


@dataclass(frozen=True, kw_only=True)
class Status(Query):
    """The status of countries on a day, how it came about and what it was before.

    With ``--is`` it asks whether all of them hold one of these categories; with ``--ever`` whether they did on any
    day of the period from ``--from`` to ``--to``; ``--no-longer`` whether they did before and do not now.
    """

    verb: ClassVar[str] = "status"
    countries: tuple[str, ...] = argument("country", "Countries: ISO codes, names or aliases.")
    on: str | None = on_option()
    is_: tuple[str, ...] = option(
        "--is", "Question", "category", "Ask whether they hold this category; repeat for 'or'.", ()
    )
    any_: bool = option("--any", "Question", "flag", "Ask whether they hold any status.", False)
    ever: bool = option("--ever", "Question", "flag", "Ask of any day of the period, not of one day.", False)
    no_longer: bool = option(
        "--no-longer", "Question", "flag", "Ask whether they held it before and not on the day.", False
    )
    first: str | None = from_option()
    last: str | None = to_option()
    negated: bool = option("--not", "Question", "flag", "Ask the opposite: whether none of them does.", False)
    throughout: bool = option(
        "--throughout", "Question", "flag", "Ask of all days of the period, to the last that the data vouch for.", False
    )
    either: bool = option(
        "--either", "Question", "flag", "Of several countries: ask whether one of them does, not whether all do.", False
    )

    goes_with: ClassVar[tuple[GoesWith, ...]] = (
        GoesWith(("first", "last"), "--ever or --throughout", lambda q: q.ever or q.throughout),
        GoesWith(("on",), "neither --ever nor --throughout", lambda q: not (q.ever or q.throughout)),
        GoesWith(("negated", "either", "no_longer", "ever", "throughout"), "--is or --any", lambda q: q.is_ or q.any_),
        GoesWith(("any_",), "no --is", lambda q: not q.is_),
        GoesWith(("ever",), "neither --throughout nor --no-longer", lambda q: not (q.throughout or q.no_longer)),
        GoesWith(("throughout",), "no --no-longer", lambda q: not q.no_longer),
        GoesWith(("either",), "no --not", lambda q: not q.negated),
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
    name = capitalized(data.in_text(code))
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
        notes.append(
            f"{capitalized(data.in_text(code))} attended {plural(len(visits), 'summit')} as a guest. (sco attendance {code})"
        )
    if any(True for _ in data.applications(code)):
        notes.append(f"{capitalized(data.in_text(code))} asked for a status. (sco history {code})")
    return notes


def answer(data: DataSet, query: Status, today: str) -> Draft:
    """The status of each country on the day; with ``is_``, ``any_`` or ``ever`` a yes or no."""
    when = moment(data, query.on, today)
    asks = query.is_ or query.any_
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
    if before_founding(data, when):
        draft.notes.clear()
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
    if query.throughout:
        return throughout(data, held, period_between(query.first, query.last))
    if query.no_longer:
        return [] if any(h.covers(when.day) for h in held) else past_of(held, when.day)
    return [h for h in held if h.covers(when.day)]


def _whether(data: DataSet, query: Status, when: Moment) -> Draft:
    codes = list(dict.fromkeys(query.countries))
    dated = not (query.ever or query.throughout)
    period = period_between(query.first, query.last)
    fitting = {code: _holds(data, query, code, when) for code in codes}
    yes = [code for code in codes if fitting[code]]
    found = bool(yes) if query.either else len(yes) == len(codes)
    value = denied(data, period, yes=found)
    if query.negated and isinstance(value, bool):
        value = not yes
    draft = Draft("yes-no", value, "", on=when.asked if dated else None)
    claims = [
        _claim(data, query, group, period, when, negative=negative)
        for group, negative in ((yes, False), ([code for code in codes if code not in yes], True))
        if group
    ]
    text = yes_no(value, "; ".join(claims))
    if value == "not-recorded":
        text = yes_no(value, f"the data reach to {spoken(data.through)}")
    if dated:
        sentences = [status_sentence(data, code, when) for code in codes]
        says_it = len(codes) == 1 and sentences[0].startswith(capitalized(claims[0]))
        text = yes_no(value, sentences[0].removesuffix(".")) if says_it else " ".join([text, *sentences])
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
    draft.notes += changes_within(data, codes, when) if dated else beyond_data(data, period)
    if dated:
        disputed_categories(data, draft, [data.status_on(code, when.day) for code in codes])
    draft.tables = (Table("Statuses", PERIODS, tuple(rows)),)
    return draft


def _claim(data: DataSet, query: Status, group: list[str], period: Period, when: Moment, *, negative: bool) -> str:
    """What is true of some of the countries: 'India and Pakistan were not member states of the SCO on 1 May 2017'."""
    one, past = len(group) == 1, when.is_past or query.throughout
    names = listed([data.in_text(code) for code in group])
    nouns = [NOUNS[category].of_sco if one else f"{NOUNS[category].many} of the SCO" for category in query.is_]
    what = listed(nouns, "or").replace("SCO partners of the SCO", "SCO partners")
    be, been = ("was" if one else "were") if past else ("is" if one else "are"), "been"
    if not query.is_:
        what, be, been = "a status in the SCO", "held" if past else "holds" if one else "hold", "held"
    not_be = f"{be} not {what}" if query.is_ else f"{be} no status in the SCO"
    if query.ever:
        return f"{names} {'has' if one else 'have'} {'never ' if negative else ''}{been} {what}{in_words(period)}"
    if query.throughout:
        every = f"on every day{in_words(period)}"
        return f"{names} {'did not hold' if not query.is_ and negative else f'{be} not' if negative else be} {what} {every}"
    if query.no_longer and not negative:
        return (
            f"{names} {be} no longer {what} {when.words}"
            if query.is_
            else f"{names} no longer {be} {what} {when.words}"
        )
    if query.no_longer:
        held = any(_ever(data, query, code) for code in group)
        never = f"never {'held' if not query.is_ else 'was' if one else 'were'} {what}"
        return f"{names} {be} {what} {when.words}" if held else f"{names} {never}"
    return f"{names} {not_be if negative else f'{be} {what}'} {when.words}"


def _ever(data: DataSet, query: Status, code: str) -> bool:
    return any(not query.is_ or holding.period.category in query.is_ for holding in data.holdings.get(code, ()))
