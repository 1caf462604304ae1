"""The status of countries on a day, and whether they meet conditions."""

from collections.abc import Iterable
from dataclasses import dataclass

from scocli.answers import Cell, Column
from scocli.dataset import DataSet, Holding, grouped
from scocli.days import shifted, spoken
from scocli.facts.conditions import Condition, Facts, Held, Not, clauses, held_on_days, meets, time_of
from scocli.facts.conditions.statuses import statement
from scocli.facts.nouns import NOUNS, of_sco
from scocli.facts.time import Moment
from scocli.facts.verdict import NO, NOT_RECORDED, YES, Verdict, all_of, any_of
from scocli.queries.base import Query
from scocli.queries.common import (
    CODE,
    COUNTRY,
    SINCE,
    STATUS,
    Draft,
    Row,
    before_founding,
    beyond_data,
    changes_within,
    disputed_categories,
    granted_and_merged,
    moment,
    not_founded,
    past_of,
    plural,
    yes_no,
)
from scocli.queries.words import Country, Day, OnCountries
from scocli.records import Conflict
from scocli.text import capitalized, listed


@dataclass(frozen=True, kw_only=True)
class Status(Query, verb="status", arguments=("countries",)):
    """The status of countries on a day, how it came about and what it was before.

    With ``is_`` it asks whether all of them meet a condition, such as 'not observer', 'ever any' or 'throughout member
    2005..2010'; without a time a status is one on the day.
    """

    countries: tuple[Country, ...]
    on: Day | None = None
    is_: tuple[OnCountries, ...] = ()
    either: bool = False

    @property
    def misfit(self) -> str:
        if self.on and self.is_ and not any(held.is_of_the_day for held in held_on_days(*self.is_)):
            return "--on goes with no --is, or one of a status that names no time"
        return "--either goes with --is" if self.either and not self.is_ else ""


PERIODS = (
    COUNTRY, CODE, STATUS, SINCE, Column("until", "Until", "date"), Column("decided_at", "Decided at", "summit"),
    Column("memorandum_date", "Memorandum", "date", part_of="memorandum"),
    Column("memorandum_city", "Signed in", part_of="memorandum"),
)  # fmt: skip
"""Columns of a table of status periods."""


def period_row(data: DataSet, holding: Holding, day: str) -> tuple[Cell, ...]:
    """A status period as it was known on a day."""
    period = holding.period
    until = holding.until if holding.until is not None and holding.until <= day else None
    signed = period.memorandum
    memorandum = (signed.date, signed.city) if signed else (None, None)
    status = (data.name(holding.country), holding.country, period.category, period.since, until, period.granted_at)
    return (*status, *memorandum)


def newest_lists(data: DataSet) -> tuple[str, ...]:
    """The newest sources on the organisation as a whole: by them who is in none holds no status."""
    dates = {source: data.source(source).published or "" for source in data.data.organization.sources}
    return tuple(source for source, date in dates.items() if date == max(dates.values()))


def course_rows(data: DataSet, code: str, day: str) -> list[Row]:
    """The status periods of a country that had begun by a day; of one without any, that it holds none."""
    none = (data.name(code), code, "none", None, None, None, None, None), newest_lists(data)
    past = past_of(data.holdings.get(code, ()), day)
    return [(period_row(data, holding, day), holding.period.sources) for holding in past] or [none]


def status_sentence(data: DataSet, code: str, when: Moment) -> str:
    """The status of one country in words, with what it was before."""
    return capitalized(f"{_status_words(data, code, when)}.")


def _status_words(data: DataSet, code: str, when: Moment) -> str:
    """The same within a sentence."""
    name = data.in_text(code)
    past = past_of(data.holdings.get(code, ()), when.day)
    if not past:
        return f"{name} {'held' if when.is_past else 'holds'} no status in the SCO{when.words}"
    current, *earlier = [(holding.period.category, holding.period.since) for holding in reversed(past)]
    status, since = of_sco((current[0],), one=True), spoken(current[1])
    if not when.is_past:
        text = f"{name} has been {status} since {since}{when.words}"
    elif current[1] == when.day:
        text = f"{name} became {status}{when.words}"
    else:
        text = f"{name} was {status}{when.words}, as it had been since {since}"
    before = listed([f"{NOUNS[category].one} from {spoken(day)}" for category, day in earlier])
    return f"{text}; before that it {'had been' if when.is_past else 'was'} {before}" if before else text


def more_about(data: DataSet, code: str) -> list[str]:
    """What is worth knowing of a country without a status."""
    name, came = capitalized(data.in_text(code)), sum(v.capacity == "guest" for v in data.visits_of.get(code, ()))
    notes = [f"{name} attended {plural(came, 'summit')} as a guest. (sco attendance {code})"] if came else []
    return notes + [f"{name} asked for a status. (sco history {code})"] * any(data.applications(code))


def answer(data: DataSet, query: Status, today: str) -> Draft:
    """The status of each country on the day; with ``is_`` a yes or no."""
    return _whether(data, query, today) if query.is_ else _what(data, query, moment(data, query.on, today))


def _what(data: DataSet, query: Status, when: Moment) -> Draft:
    draft = Draft("status", None, "", on=when.asked)
    values = {code: data.status_on(code, when.day) or "none" for code in query.countries}
    rows: list[Row] = []
    for code in values:
        rows += reversed(course_rows(data, code, when.day))
        held = data.holding_on(code, when.day)
        draft.remarks += [f"{data.name(code)}: {held.period.note}"] if held and held.period.note else []
        draft.notes += [] if held else more_about(data, code)
    draft.notes += changes_within(data, values, when)
    draft.dispute(data.conflicts(*values), lambda conflict: _bears(data, conflict, values, when))
    draft.dispute(disputed_categories(data, values.values()))
    if before_founding(data, when):
        draft.notes.clear()
        draft.remarks.clear()
    draft.value = values[query.countries[0]] if len(values) == 1 else values
    draft.text = before_founding(data, when) or " ".join(status_sentence(data, code, when) for code in values)
    return draft.table("Status", PERIODS, rows)


def _bears(data: DataSet, conflict: Conflict, codes: Iterable[str], when: Moment) -> bool:
    """Whether a dispute is about the day since when a status is held on the day."""
    held = (past_of(data.holdings.get(code, ()), when.day) for code in codes if code in conflict.concerns)
    return "status" in conflict.bears_on and any(past and past[-1].period.since == conflict.chosen for past in held)


def _whether(data: DataSet, query: Status, today: str) -> Draft:
    """Whether all countries, or one of them, meet the conditions."""
    facts = Facts(data, query.on or today, query.on is not None)
    found = {code: meets(facts, code, query.is_) for code in query.countries}
    value = (any_of if query.either else all_of)(found.values())
    days = list(dict.fromkeys(held.moment(facts) for held in held_on_days(*query.is_)))
    said = _instead(facts, query, value, days) or yes_no(value.value, _claim(facts, query, found, value, days))
    named = [category for part in clauses(*query.is_) for category in getattr(part, "categories", ())]
    beside = "".join(granted_and_merged(data, code, named) for code, one in found.items() if one is NO)
    draft = Draft("yes-no", value.value, said + beside)
    draft.on = days[0].asked if days else None
    held: list[Holding] = []
    for code, verdict in found.items():
        course = data.holdings.get(code, ())
        held += course
        met_by = [fact for condition in query.is_ for fact in condition.rows(facts, code) if verdict is YES]
        read = [fact.sources for fact in met_by] or [holding.period.sources for holding in course]
        draft.cite(*(read or [newest_lists(data)]))
        draft.notes += _steps_taken(facts, code, query.is_) if verdict is YES else []
        draft.notes += [] if course else more_about(data, code)
    draft.dispute(data.conflicts(*found), lambda conflict: any(_bears(data, conflict, found, when) for when in days))
    for when in days:
        draft.notes += changes_within(data, found, when)
        draft.dispute(disputed_categories(data, (data.status_on(code, when.day) for code in found)))
    draft.notes += _edges(data, query.is_)
    rows = ((period_row(data, holding, data.through), holding.period.sources) for holding in held)
    return draft.table("Statuses", PERIODS, rows, is_beside=True)


def _instead(facts: Facts, query: Status, found: Verdict, days: list[Moment]) -> str:
    """'No. Türkiye is an SCO partner, not a member state.': of one country that does not hold the one status asked for."""
    match query.countries, query.is_, days:
        case [code], [Held(is_on_a_day=True, categories=[category])], [when] if (
            found is NO and when.asked >= facts.data.founded
        ):
            held, name = facts.data.status_on(code, when.day), facts.data.in_text(code)
            be, hold = ("was", "held") if when.is_past else ("is", "holds")
            day = when.words
            what = f"{be} {NOUNS[held].one}" if held else f"{hold} no status in the SCO"
            denied = f", not {NOUNS[category].one}" if held else ""
            return capitalized(f"no. {capitalized(name)} {what}{day}{denied}{_soon(facts.data, code, category, when)}.")
    return ""


def _soon(data: DataSet, code: str, category: str, when: Moment) -> str:
    """What is near to a status that was not held on the day: that it was gained within days, or lost within the time named."""
    for holding in data.holdings.get(code, ()):
        since, until = holding.period.since, holding.until
        if holding.period.category == category and when.day < since <= shifted(when.day, _DAYS_NEAR):
            return f"; it became {NOUNS[category].one} on {spoken(since)}"
        if holding.period.category == category and until and when.first < until <= when.day:
            return f"; it was {NOUNS[category].one} until {spoken(until)}"
    return ""


_DAYS_NEAR = 3
"""Days from the opening of a summit within which it decides."""


def _steps_taken(facts: Facts, code: str, conditions: tuple[Condition, ...]) -> list[str]:
    """What the records tell of the steps by which a country meets conditions: a request may be a wish, or a report."""
    from scocli.facts.conditions.steps import Step

    steps = (part for part in clauses(*conditions) if isinstance(part, Step))
    taken = dict.fromkeys(fact for step in steps for fact in step.rows(facts, code) if fact.detail)
    name = facts.data.name(code)
    return [f"{name}, {spoken(fact.date or '')}: {(fact.detail or '').removesuffix('.')}." for fact in taken]


def _claim(facts: Facts, query: Status, found: dict[str, Verdict], whole: Verdict, days: list[Moment]) -> str:
    """What is true of whom, and what each of them was on the days asked about."""
    data = facts.data
    if held_on_days(*query.is_) == [*clauses(*query.is_)] and all(when.asked < data.founded for when in days):
        return not_founded(data, days[0].asked)
    claims = _claims(facts, query.is_, found, whole)
    if not days:
        return "; ".join(claims)
    (code, value), *others = found.items()
    words = [_status_words(data, code, when) for when in days for code in found]
    if not others and _is_status_itself(_deciding(facts, query.is_, code, value), value):
        return "; ".join(words)
    return ". ".join(["; ".join(claims), *map(capitalized, words)])


def _deciding(facts: Facts, conditions: tuple[Condition, ...], code: str, found: Verdict) -> tuple[Condition, ...]:
    """The conditions that make a verdict on a country what it is."""
    return conditions if found is YES else tuple(one for one in conditions if one.holds(facts, code) is found)


def _claims(facts: Facts, conditions: tuple[Condition, ...], found: dict[str, Verdict], whole: Verdict) -> list[str]:
    """What is true of whom: first of those by whom it is decided, then of the others."""
    claims = []
    for value in sorted((YES, NO, NOT_RECORDED), key=lambda value: value is not whole):
        those = (code for code, verdict in found.items() if verdict is value)
        groups = grouped((_deciding(facts, conditions, code, value), code) for code in those)
        said = [statement(facts, codes, met, denied=value is NO) for met, codes in groups.items()]
        if value is NOT_RECORDED:  # of the whole it is said in front
            rest = " is not recorded" * (value is not whole)
            said = [f"whether {claim}{rest}" for claim in said]
        claims += said
    return claims


def _is_status_itself(conditions: tuple[Condition, ...], found: Verdict) -> bool:
    """Whether what is claimed of a country is no more than the status that it holds on a day, or that it holds none."""
    match conditions:
        case [Not(of=Held(is_on_a_day=True) as held)]:
            found = ~found
        case [Held(is_on_a_day=True) as held]:
            pass
        case _:
            return False
    return found is YES if len(held.categories) == 1 else found is NO and not held.categories


def _edges(data: DataSet, conditions: tuple[Condition, ...]) -> list[str]:
    """What to say of a time that begins before the founding or goes on after the data."""
    notes = []
    for part in clauses(*conditions):
        time = time_of(part)
        if time is None or held_on_days(part):
            continue
        if time.first is not None and time.period.first < data.founded:
            notes.append(f"The SCO was founded on {spoken(data.founded)}.")
        notes += beyond_data(data, time)
    return notes
