"""How a country came to its status: the whole course, or one fact of it."""

from dataclasses import dataclass, replace
from itertools import chain
from typing import ClassVar, NamedTuple

from scocli.answers import Column, Kind
from scocli.councils import meeting_name
from scocli.dataset import DataSet, Holding
from scocli.days import full_years, spoken
from scocli.facts.nouns import NOUNS, of_sco
from scocli.facts.relations import APPLIED, GAINED, MEMORANDUM, PROCEDURE
from scocli.facts.time import Moment, is_before, same_day
from scocli.facts.verdict import NOT_RECORDED, YES, Verdict, all_of, verdict
from scocli.queries.base import Query, QueryError
from scocli.queries.choices import HistoryShown
from scocli.queries.common import STATUS, Draft, Row, disputed_categories, granted_and_merged, moment, plural, yes_no
from scocli.queries.status import more_about, status_sentence
from scocli.queries.words import Category, Country, Day
from scocli.text import capitalized, listed


@dataclass(frozen=True, kw_only=True)
class History(Query, verb="history", arguments=("countries",)):
    """The whole course of a country: requests, procedures, memoranda and statuses, in order of date.

    With ``show`` one fact of it: the day since when or until when a status was held, the summit that decided it, the
    day of the procedure, the memorandum (or the place where it was signed) or the request, how the request ended, or how many full years.
    """

    countries: tuple[Country, ...]
    show: HistoryShown = "course"
    category: tuple[Category, ...] = ()
    on: Day | None = None
    before: Country | None = None
    after: Country | None = None
    same_day_as: Country | None = None

    shown_with: ClassVar[dict[str, tuple[str, ...]]] = {
        **dict.fromkeys(("before", "after", "same_day_as"), ("since", "until", "procedure", "memorandum", "application")),
        "on": (
            "since", "until", "decided-at", "procedure", "procedure-at", "memorandum", "memorandum-city", "duration",
        ),
    }  # fmt: skip

    @property
    def misfit(self) -> str:
        compares = self.compared and len(self.countries) > 1
        return "--before, --after and --same-day-as go with a date of one country" if compares else ""

    @property
    def compared(self) -> dict[str, str]:
        """The countries with which it is compared, each by how."""
        others = {"before": self.before, "after": self.after, "same-day": self.same_day_as}
        return {how: other for how, other in others.items() if other}

    @property
    def country(self) -> str:
        return self.countries[0]


_BASES = {"founding": "founder", "granted": "granted", "merged": "merged into"}
_COLUMNS = (Column("date", "Date", "date"), Column("event", "Event"), STATUS, Column("detail", "Detail", "note"))


def _events(data: DataSet, query: History) -> list[Row]:
    """All that happened between a country and the organisation, in order of date; in a course, of the categories asked for."""
    code = query.country
    course = [holding.period for holding in data.holdings.get(code, ())]
    steps = [
        *(("asked for", (fact.detail or "").removeprefix("asked for; "), fact) for fact in APPLIED.of(data, code)),
        *(("procedure opened", None, fact) for fact in PROCEDURE.of(data, code)),
        *(("memorandum signed", fact.city, fact) for fact in MEMORANDUM.of(data, code)),
        *(
            (_BASES[period.basis], ". ".join(filter(None, (fact.detail, period.note))), fact)
            for period, fact in zip(course, GAINED.of(data, code), strict=True)
        ),
    ]
    is_asked = query.category if query.show == "course" else ()
    found: list[Row] = [
        ((fact.date, event, fact.category, detail), fact.sources)
        for event, detail, fact in steps
        if not is_asked or fact.category in is_asked
    ]
    return sorted(found, key=lambda row: str(row[0][0]))


def answer(data: DataSet, query: History, today: str) -> Draft:
    """The course of a country, or the fact of it that was asked for."""
    if len(query.countries) > 1:
        return _together(data, query, today)
    if query.compared:
        draft = _compare(data, query, today)
    else:
        draft = _course(data, query) if query.show == "course" else _fact(data, query, today)
    happened = _events(data, query)
    draft.dispute(data.conflicts(query.country)).notes += [] if happened else more_about(data, query.country)
    return draft.table(f"Course of {data.name(query.country)}", _COLUMNS, happened, is_beside=bool(draft.cited))


def _together(data: DataSet, query: History, today: str) -> Draft:
    parts = [answer(data, replace(query, countries=(code,)), today) for code in query.countries]
    if any(part.value != parts[0].value for part in parts):
        said = " ".join(part.text for part in parts)
        raise QueryError(f"the countries differ: {said}"[:400])
    first, *others = parts
    for part in others:
        first.text += f" {part.text}"
        first.join(part)
    return first


def _course(data: DataSet, query: History) -> Draft:
    holdings = [h for h in data.holdings.get(query.country, ()) if h.period.category in (query.category or NOUNS)]
    name = capitalized(data.in_text(query.country))
    value = [[h.period.category, h.period.since] for h in holdings]
    draft = Draft("history", value, f"{name} {_held(query, holdings)}.")
    draft.cite(*(read for _, read in _events(data, query)))
    draft.dispute(disputed_categories(data, [holdings[-1].period.category] if holdings else []))
    return draft


def _held(query: History, holdings: list[Holding]) -> str:
    """'was an observer from 5 July 2005 and has been a member state since 4 July 2023'."""
    is_held = [] if not holdings or holdings[-1].until else holdings[-1:]
    was = [
        f"{NOUNS[h.period.category].one} from {spoken(h.period.since)}"
        + ("" if is_held else f" to {spoken(h.until or '')}")
        for h in holdings
        if h.until
    ]
    been = [f"has been {NOUNS[h.period.category].one} since {spoken(h.period.since)}" for h in is_held]
    said = [f"was {listed(was)}{',' * (len(was) > 1 and bool(been))}"] if was else []
    return listed(said + been) or f"has never {_been(query)}"


_NO_PROCEDURE = "No procedure opened first of {name} as {what} is recorded."
_NO_REQUEST = "No request of {name} to become {what} is recorded."
_FACTS: dict[str, tuple[Kind, str, str]] = {
    "since": ("date", "became {what} on {value}, at the {summit} summit", ""),
    "until": ("date", "ceased to be {what} on {value}, the first day on which it no longer was", "{name} has not ceased to be {what}."),
    "decided-at": ("summits", "was made {what} by {value}", ""),
    "procedure-at": ("summits", "saw the procedure for becoming {what} opened at {value}", _NO_PROCEDURE),
    "procedure": ("date", "saw the procedure for becoming {what} opened on {value}", _NO_PROCEDURE),
    "memorandum": ("date", "signed its memorandum on the status of {what} on {value}{in_city}", "No memorandum of {name} as {what} is recorded."),
    "memorandum-city": ("city", "signed its memorandum on the status of {what} in {value} {signed}", "No place of a memorandum of {name} as {what} is recorded."),
    "application": ("date", "asked to become {what} on {value}{again}", _NO_REQUEST),
    "outcome": ("text", "asked to become {what}: {value}{again}", _NO_REQUEST),
    "duration": ("number", "{been} {what} for {value}{span}", "{name} had not become {what} by then."),
}  # fmt: skip
"""Of what kind the value of a fact is, its sentence behind the name of the country, and the sentence where there is no such thing."""


def _value(data: DataSet, show: str, holding: Holding, day: str) -> str | int | None:
    """The value that a fact has for a status, on a day."""
    period, signed = holding.period, holding.period.memorandum
    end = min(holding.until or day, day)
    values = {
        "since": period.since,
        "until": holding.until,
        "decided-at": period.granted_at,
        "procedure": period.procedure_started,
        "procedure-at": data.summit_on(period.procedure_started or ""),
        "memorandum": signed.date if signed else None,
        "memorandum-city": signed.city if signed else None,
        "duration": None if end < period.since else full_years(period.since, end),
    }
    return values[show]


def _beside(data: DataSet, holding: Holding, held: Moment | None) -> dict[str, str]:
    """What sentences on a status say beside it, by its place in them; of one that is held on the day, with that."""
    signed, since = holding.period.memorandum, spoken(holding.period.since)
    return {
        "summit": data.summits[holding.period.granted_at].city or "",
        "in_city": f", in {signed.city}" if signed and signed.city else "",
        "signed": f"{'on' if len(signed.date) == 10 else 'in'} {spoken(signed.date)}" if signed else "",
        "span": f"{held.words}, since {since}" if held else f" from {since} to {spoken(holding.until or '')}",
    }


class _Found(NamedTuple):
    """The value of a fact, the status or request that it belongs to, and what the sentence says beside it.

    :ivar been: of how long it was held: 'has been', of a status that ended 'was', on a day that is past 'had been'.
    """

    value: str | int | None = None
    category: str | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None
    beside: dict[str, str] | None = None
    been: str = ""


def _request(data: DataSet, query: History) -> _Found:
    """What is asked of the first request for a status, with those that followed beside it."""
    fitting = [a for a in data.applications(query.country) if not query.category or a.category in query.category]
    if len({asked.category for asked in fitting}) > 1:
        each = listed([f"{NOUNS[a.category].one} ({spoken(a.date)})" for a in fitting])
        raise QueryError(
            f"{data.name(query.country)} asked several times: {each}; name the status that is meant (--category)"
        )
    if not fitting:
        return _Found()
    asked, *later = sorted(fitting, key=lambda one: one.date)
    if query.show == "application":
        first, again = asked.date, "".join(f"; again: {spoken(one.date)}" for one in later)
    else:
        first, again = asked.outcome, f" ({spoken(asked.date)})" * bool(later)
        again += "".join(f"; {one.outcome} ({spoken(one.date)})" for one in later)
    return _Found(first, asked.category, tuple(chain(*(one.sources for one in fitting))), asked.note, {"again": again})


def _of_status(data: DataSet, query: History, when: Moment) -> _Found:
    """What is asked of a status: of several the one that is held on the day, of 'until' and what is past the last of them."""
    held = data.holdings.get(query.country, ())
    course = [h for h in held if not query.category or h.period.category in query.category]
    values = [(h, value) for h in course if (value := _value(data, query.show, h, when.day)) is not None]
    if not values:
        return _Found(category=course[-1].period.category if course else None)
    now = [pair for pair in values if pair[0].covers(when.day)]
    holding, value = now[0] if now else values[-1]
    period = holding.period
    been = "was" if not now else "had been" if when.is_past else "has been"
    beside = _beside(data, holding, when if now else None)
    return _Found(value, period.category, period.sources, period.note, beside, been)


def _fact(data: DataSet, query: History, today: str) -> Draft:
    (kind, said, none), name, when = _FACTS[query.show], data.in_text(query.country), moment(data, query.on, today)
    of_request = query.show in ("application", "outcome")
    found = _request(data, query) if of_request else _of_status(data, query, when)
    draft = Draft(kind, found.value, "").cite(found.sources)
    categories = (found.category,) if found.category else query.category
    what = of_sco(categories, one=True) if categories else "part of the SCO"
    if kind == "summits":
        draft.value = [found.value] if found.value else []
    elif found.value is None:
        draft.value = "none"
    if found.value is None:
        never = f"{name} has never {_been(query)}."
        draft.text = capitalized(none.format(name=name, what=what) if of_request or found.category else never)
        if data.holdings.get(query.country):
            draft.text += granted_and_merged(data, query.country, query.category)
            draft.text += " " + status_sentence(data, query.country, when)
        return draft
    value = str(found.value)
    shown = spoken(value) if kind == "date" else value
    if query.show == "duration":
        shown = plural(int(value), "full year") if found.value else "less than a year"
    if kind == "summits":
        shown = meeting_name(data.summits[value])
    text = said.format(what=what, value=shown, been=found.been, **(found.beside or {}))
    if kind == "date" and len(value) < 10:
        text = text.replace(f"on {shown}", f"in {shown}")
    draft.text = capitalized(f"{name} {text}.")
    draft.notes += [found.note] if found.note else []
    return draft


def _compare(data: DataSet, query: History, today: str) -> Draft:
    """Whether a date of one country is before, after and the same as those of others."""
    codes = (query.country, *query.compared.values())
    facts = [_fact(data, replace(query, countries=(code,)), today) for code in codes]
    date, *others = (None if fact.value == "none" else str(fact.value) for fact in facts)
    found = all_of(_order(query.show, how, date, other) for how, other in zip(query.compared, others, strict=True))
    is_same = not query.same_day_as and any(same_day(date, other) is YES for other in others if date and other)
    said = f"{'it was the same day: ' * is_same}{' '.join(fact.text for fact in facts)}"
    return Draft("yes-no", found.value, yes_no(found.value, said[:-1])).cite(*(fact.cited for fact in facts))


def _order(fact: str, how: str, date: str | None, other: str | None) -> Verdict:
    """Whether a date stands to another as is asked; ``None`` for what never happened, or is not recorded."""
    if date is not None and other is not None:
        return is_before(other, date) if how == "after" else (is_before if how == "before" else same_day)(date, other)
    if fact not in ("since", "until"):
        return NOT_RECORDED
    return verdict(date is not None and how == "before")  # who never got there did not get there first


def _been(query: History) -> str:
    """'been an observer of the SCO', 'held a status in the SCO'."""
    return f"been {of_sco(query.category, one=True)}" if query.category else "held a status in the SCO"
