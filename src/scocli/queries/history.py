"""How a country came to its status: the whole course, or one fact of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

from scocli.answers import Cell, Column, Kind, Table
from scocli.councils import meeting_name
from scocli.dataset import DataSet, Holding
from scocli.days import spoken
from scocli.facts.nouns import NOUNS, of_sco
from scocli.facts.relations import APPLIED, GAINED, MEMORANDUM, PROCEDURE
from scocli.facts.time import Moment, is_before, same_day
from scocli.facts.verdict import NOT_RECORDED, YES, Verdict, all_of, verdict
from scocli.queries.base import Query, QueryError
from scocli.queries.choices import HistoryShown
from scocli.queries.common import STATUS, Draft, disputed_categories, moment, plural, yes_no
from scocli.queries.status import more_about, status_sentence
from scocli.queries.words import Category, Country, Day
from scocli.text import capitalized, listed


@dataclass(frozen=True, kw_only=True)
class History(Query):
    """The whole course of a country: requests, procedures, memoranda and statuses, in order of date.

    With ``show`` one fact of it: the day since when or until when a status was held, the summit that decided it, the
    day of the procedure, the memorandum (or the place where it was signed) or the request, how the request ended, or how many full years.
    """

    verb: ClassVar[str] = "history"
    arguments: ClassVar[tuple[str, ...]] = ("countries",)
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
        """What of it does not fit together; empty where all does."""
        compares = self.compared and len(self.countries) > 1
        return "--before, --after and --same-day-as go with a date of one country" if compares else ""

    @property
    def compared(self) -> dict[str, str]:
        """The countries with which it is compared, each by how."""
        others = {"before": self.before, "after": self.after, "same-day": self.same_day_as}
        return {how: other for how, other in others.items() if other}

    @property
    def country(self) -> str:
        """The one country, or the first."""
        return self.countries[0]


class _Event(NamedTuple):
    """Something that happened between a country and the organisation."""

    date: str
    event: str
    category: str
    detail: str | None
    sources: tuple[str, ...]


_BASES = {"founding": "founder", "granted": "granted", "merged": "merged into"}
_COLUMNS = (Column("date", "Date", "date"), Column("event", "Event"), STATUS, Column("detail", "Detail", "note"))


def _events(data: DataSet, query: History) -> list[_Event]:
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
    found = [
        _Event(fact.date or "", event, fact.category or "", detail, fact.sources)
        for event, detail, fact in steps
        if not is_asked or fact.category in is_asked
    ]
    return sorted(found, key=lambda event: event.date)


def answer(data: DataSet, query: History, today: str) -> Draft:
    """The course of a country, or the fact of it that was asked for."""
    if len(query.countries) > 1:
        return _together(data, query, today)
    if query.compared:
        draft = _compare(data, query, today)
    else:
        draft = _course(data, query) if query.show == "course" else _fact(data, query, today)
    happened = _events(data, query)
    rows: tuple[tuple[Cell, ...], ...] = tuple(event[:4] for event in happened)
    draft.dispute(data.conflicts(query.country)).notes += [] if happened else more_about(data, query.country)
    if not draft.cited:
        draft.cite(*(event.sources for event in happened))
    read = tuple(event.sources for event in happened)
    draft.tables = (Table(f"Course of {data.name(query.country)}", _COLUMNS, rows, read),)
    return draft


def _together(data: DataSet, query: History, today: str) -> Draft:
    """The fact that several countries share."""
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
    draft = Draft(
        "history", [[h.period.category, h.period.since] for h in holdings], f"{name} {_held(query, holdings)}."
    )
    draft.cite(*(event.sources for event in _events(data, query)))
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


class _Fact(NamedTuple):
    """A fact that can be asked for.

    :ivar kind: of what kind its value is.
    :ivar said: its sentence behind the name of the country.
    :ivar of: its value for a status; none for what is no fact of a status alone.
    :ivar noun: what it is called where none is recorded.
    """

    kind: Kind
    said: str
    of: Callable[[DataSet, Holding], str | None] = lambda _, __: None
    noun: str = ""


_FACTS: dict[str, _Fact] = {
    "since": _Fact("date", "became {what} on {value}", lambda _, h: h.period.since),
    "until": _Fact("date", "ceased to be {what} on {value}, the first day on which it no longer was", lambda _, h: h.until),
    "decided-at": _Fact("summits", "was made {what} by {value}", lambda _, h: h.period.granted_at),
    "procedure-at": _Fact("summits", "saw the procedure for becoming {what} opened at {value}", lambda data, h: data.summit_on(h.period.procedure_started or ""), "procedure opened first"),
    "procedure": _Fact("date", "saw the procedure for becoming {what} opened on {value}", lambda _, h: h.period.procedure_started, "procedure opened first"),
    "memorandum": _Fact("date", "signed its memorandum on the status of {what} on {value}", lambda _, h: getattr(h.period.memorandum, "date", None), "memorandum"),
    "memorandum-city": _Fact("city", "signed its memorandum on the status of {what} in {value}", lambda _, h: getattr(h.period.memorandum, "city", None), "place of a memorandum"),
    "application": _Fact("date", "asked to become {what} on {value}"),
    "outcome": _Fact("text", "asked to become {what}: {value}"),
    "duration": _Fact("number", "{been} {what} for {value}"),
}  # fmt: skip


class _Found(NamedTuple):
    """The value of a fact, the status or request that it belongs to, and what the sentence says beside it.

    :ivar been: of how long it was held: 'has been', of a status that ended 'was', on a day that is past 'had been'.
    """

    value: str | int | None = None
    category: str | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None
    beside: str = ""
    been: str = ""


def _find(data: DataSet, query: History, today: str) -> _Found:
    code = query.country
    if query.show in ("application", "outcome"):
        fitting = [a for a in data.applications(code) if not query.category or a.category in query.category]
        if len({asked.category for asked in fitting}) > 1:
            each = listed([f"{NOUNS[a.category].one} ({a.date})" for a in fitting])
            raise QueryError(f"{data.name(code)} asked several times: {each}; name one with --category")
        if not fitting:
            return _Found()
        asked, *later = sorted(fitting, key=lambda one: one.date)
        if query.show == "application":
            first, again = asked.date, "".join(f"; again: {spoken(one.date)}" for one in later)
        else:
            first = asked.outcome
            again = f" ({spoken(asked.date)})" * bool(later)
            again += "".join(f"; {one.outcome} ({spoken(one.date)})" for one in later)
        sources = tuple(source for one in fitting for source in one.sources)
        return _Found(first, asked.category, sources, asked.note, again)
    course = [h for h in data.holdings.get(code, ()) if not query.category or h.period.category in query.category]
    when = moment(data, query.on, today)
    told = [(h, _value(data, h, query.show, when.day)) for h in course]
    values = [(h, value) for h, value in told if value is not None]
    if not values:
        return _Found(category=course[-1].period.category if course else None)
    # Of several, the one that is held on the day; 'until' and what is past only the last of them.
    held = [pair for pair in values if pair[0].covers(when.day)]
    holding, value = held[0] if held else values[-1]
    period = holding.period
    been = "was" if not held else "had been" if when.is_past else "has been"
    beside = _beside(data, holding, query.show, when if held else None)
    return _Found(value, period.category, period.sources, period.note, beside, been)


def _beside(data: DataSet, holding: Holding, fact: str, held: Moment | None) -> str:
    """Where a date was, or when what took place somewhere, or from when on a status was held (if it is, on which day)."""
    period, memorandum = holding.period, holding.period.memorandum
    if fact == "since":
        return f", at the {data.summits[period.granted_at].city} summit"
    if fact == "duration":
        span = f"{held.words}, since" if held else " from"
        return f"{span} {spoken(period.since)}" + ("" if held else f" to {spoken(holding.until or '')}")
    if fact == "memorandum" and memorandum and memorandum.city:
        return f", in {memorandum.city}"
    if fact == "memorandum-city" and memorandum:
        return f" {'on' if len(memorandum.date) == 10 else 'in'} {spoken(memorandum.date)}"
    return ""


def _value(data: DataSet, holding: Holding, fact: str, day: str) -> str | int | None:
    """The value of a fact for a status; of how long it was held, in full years up to a day."""
    if fact != "duration":
        return _FACTS[fact].of(data, holding)
    since, end = holding.period.since, min(holding.until or day, day)
    return None if end < since else int(end[:4]) - int(since[:4]) - (end[5:] < since[5:])


def _fact(data: DataSet, query: History, today: str) -> Draft:
    kind, words, *_ = _FACTS[query.show]
    found = _find(data, query, today)
    name = data.in_text(query.country)
    draft = Draft(kind, found.value, "").cite(found.sources)
    categories = (found.category,) if found.category else query.category
    what = of_sco(categories, one=True) if categories else "part of the SCO"
    if kind == "summits":
        draft.value = [found.value] if found.value else []
    elif found.value is None:
        draft.value = "none"
    if found.value is None:
        draft.text = capitalized(_nothing(query, found, name, what))
        if data.holdings.get(query.country):
            draft.text += " " + status_sentence(data, query.country, moment(data, query.on, today))
        return draft
    value = str(found.value)
    shown = spoken(value) if kind == "date" else value
    if query.show == "duration":
        shown = plural(int(value), "full year") if found.value else "less than a year"
    if kind == "summits":
        shown = meeting_name(data.summits[value])
    text = words.format(what=what, value=shown, been=found.been)
    if kind == "date" and len(value) < 10:
        text = text.replace(f"on {shown}", f"in {shown}")
    draft.text = capitalized(f"{name} {text}{found.beside}.")
    if found.note:
        draft.notes.append(found.note)
    return draft


def _compare(data: DataSet, query: History, today: str) -> Draft:
    """Whether a date of one country is before, after and the same as those of others."""
    facts = [
        _fact(data, replace(query, countries=(code,)), today) for code in (query.country, *query.compared.values())
    ]
    date, *others = (None if fact.value == "none" else str(fact.value) for fact in facts)
    found = all_of(_order(query.show, how, date, other) for how, other in zip(query.compared, others, strict=True))
    is_same = (
        not query.same_day_as and date is not None and any(same_day(date, other) is YES for other in others if other)
    )
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


def _nothing(query: History, found: _Found, name: str, what: str) -> str:
    """Why a fact has no value: the status was never held, is held still, or nothing is recorded."""
    if query.show in ("application", "outcome"):
        return f"No request of {name} to become {what} is recorded."
    if found.category is None:
        return f"{name} has never {_been(query)}."
    if query.show == "duration":
        return f"{name} had not become {what} by then."
    if query.show == "until":
        return f"{name} has not ceased to be {what}."
    return f"No {_FACTS[query.show].noun} of {name} as {what} is recorded."
