"""Countries that meet conditions."""

from dataclasses import dataclass
from typing import ClassVar, TypeAlias, cast

from scocli.answers import Cell, Column
from scocli.dataset import DataSet
from scocli.days import spoken
from scocli.facts.conditions import (
    AbsentFrom,
    Among,
    Attended,
    Change,
    Condition,
    Facts,
    Held,
    Not,
    Often,
    Step,
    clauses,
    held_on_days,
    time_of,
)
from scocli.facts.conditions.visits import AtSummits
from scocli.facts.forms import Form
from scocli.facts.nouns import MOST_NAMED, NOUNS, rank
from scocli.facts.relations import Fact
from scocli.facts.select import Select, Selection
from scocli.facts.verdict import NOT_RECORDED, Verdict
from scocli.facts.wording import compared, of_given, sentence
from scocli.queries.base import Query
from scocli.queries.categories import BY_STATUS, DETAIL, by_category, by_category_text, say_retired
from scocli.queries.choices import CountriesShown
from scocli.queries.common import (
    CODE,
    COUNTRY,
    Draft,
    Row,
    before_founding,
    beyond_data,
    changes_within,
    disputed_categories,
    granted_and_merged,
    labels,
    moment,
    not_founded,
    not_reached,
    yes_no,
)
from scocli.queries.presence import coverage_gap, unnamed_leaders
from scocli.queries.words import Category, Day, HasCountries, OnCountries
from scocli.text import listed, ordinal


@dataclass(frozen=True, kw_only=True)
class Countries(Query, verb="list", arguments=("categories",)):
    """Countries by category, those of a category, or those that meet conditions, on a day.

    A category that no longer exists on the day lists those who held it last, and says into what it was merged.
    """

    categories: tuple[Category, ...] = ()
    on: Day | None = None
    where: tuple[OnCountries, ...] = ()
    has: HasCountries | None = None
    show: CountriesShown = "list"

    shown_with: ClassVar[dict[str, tuple[str, ...]]] = {"has": ("list", "first", "last", "most", "fewest")}

    @property
    def misfit(self) -> str:
        if self.on and not self.asks_of_day:
            return "--on goes with a status on a day: a category, or a condition as 'member'; another has its own time, as 'hosted ..2010'"
        is_dated = any(not isinstance(condition, Not | Among) for condition in self.select.asked)
        is_counted = self.counted is not None or isinstance(self.select.measured, Held)
        if not {"most": is_counted, "fewest": is_counted, "first": is_dated, "last": is_dated}.get(self.show, True):
            return f"'--show {self.show}' goes with what is dated or counted: a condition that is not denied for first and last, one as 'hosted', 'attended' or 'ever observer' for most and fewest"
        return ""

    @property
    def select(self) -> Select:
        held = (Held(self.categories),) if self.categories else ()
        return Select("countries", held + self.where, cast("Form", self.show), self.has)

    @property
    def is_plain(self) -> bool:
        """Whether all who hold a status are meant."""
        return not self.categories and not self.where

    @property
    def asks_of_day(self) -> bool:
        return any(isinstance(clause, Held) and clause.is_of_the_day for clause in self.select.clauses)

    @property
    def counted(self) -> AtSummits | None:
        """What it asks for that can be done several times, and not every time."""
        counted = self.select.counted
        return counted if counted is not None and counted.is_counted else None


@dataclass(frozen=True, kw_only=True)
class HowManyCountries(Countries):
    """Whether so many countries meet the conditions: a question that no command asks.

    :ivar often: how many.
    """

    show: CountriesShown = "count"
    often: Often


@dataclass(frozen=True, kw_only=True)
class NthCountry(Countries):
    """The countries of one day, which is that of a place in the order: the ninth member.

    :ivar place: which; a command asks for the day.
    """

    place: int


_FEW = 3
"""Summits up to which each has a note of its own."""

_BY_EVENT = (COUNTRY, CODE, Column("category", "Category", "category"), Column("date", "Date", "date"), DETAIL)
_COUNTED = (Column("times", "Times", "number"), Column("summits", "Summits"))


def answer(data: DataSet, query: Countries, today: str) -> Draft:
    """The countries, how many, whether there are any, or whether those asked about are among them."""
    when = moment(data, query.on, today)
    selection = Selection(Facts(data, when.asked, when.named), query.select)
    draft = Draft("countries", selection.value, sentence(selection), on=when.asked if query.asks_of_day else None)
    codes = sorted(row.subject for row in selection.found)
    if isinstance(selection.value, Verdict):
        draft.kind, draft.value = "yes-no", selection.value.value
        draft.text = compared(selection) or draft.text
    elif isinstance(query, HowManyCountries):
        settled = selection.number(query.often)
        draft.kind, draft.value = "yes-no", settled.value
        draft.text = f"{settled.words}. {draft.text}"
    elif query.show == "count":
        draft.kind = "number"
    elif isinstance(query, NthCountry):
        draft.value, draft.text = codes, _nth_text(selection, query.place)
    elif query.is_plain and query.show == "list":
        groups = by_category(selection)
        draft.value = groups
        draft.text = by_category_text(when, {category: len(held) for category, held in groups.items()})
    else:
        draft.value = codes
        draft.text = of_given(selection) or draft.text
    if query.has:
        named = query.has.all_named
        codes = [code for code in named if code in codes] or codes
        draft.dispute(data.conflicts(*named))
        if draft.value is False:
            asked = [category for part in selection.select.clauses for category in getattr(part, "categories", ())]
            draft.text += "".join(granted_and_merged(data, code, asked) for code in named)
    shown = [(code, fact) for code in codes for fact in _shown_by(selection, code)]
    # Members first, the longest-standing of them first, and of those of one day by name.
    shown.sort(key=lambda row: (rank(row[1].category or "guest"), row[1].date or "", data.place(row[0])))
    _show(selection, shown, query.counted, draft)
    draft.notes += _notes(selection)
    if not (selection.found or isinstance(selection.value, Verdict)):
        draft.text = not_reached(data, *map(time_of, selection.select.clauses)) or draft.text
    if query.asks_of_day:
        draft.notes += changes_within(data, codes, when)
        held = {data.status_on(code, when.day) for code in data.countries}
        lacking = [category for category in query.categories if len(query.categories) == 1 or category not in held]
        alone = lacking == [*query.categories] and not query.where
        for category in lacking:
            say_retired(data, data.categories[category], query.categories, when, draft, alone=alone)
        if when.asked < data.founded and isinstance(selection.value, Verdict):
            draft.text = yes_no(selection.value.value, not_founded(data, when.asked))
        elif not selection.found:
            draft.text = before_founding(data, when) or draft.text
        draft.dispute(disputed_categories(data, [fact.category for _, fact in shown]))
    return draft


def _nth_text(selection: Selection, place: int) -> str:
    """Who it was: 'The ninth member state was Iran (4 July 2023).'."""
    data, row = selection.facts.data, selection.found[0]
    names = listed([data.in_text(found.subject) for found in selection.found])
    noun = NOUNS[row.fact.category or "guest"].bare
    shared = " together" if len(selection.found) > 1 else ""
    return f"The {ordinal(place)} {noun} was {names}{shared} ({spoken(row.fact.date or '')})."


# ---- rows

_Shown: TypeAlias = list[tuple[str, Fact]]
"""Countries, each with a fact that it is shown with."""


def _of_status(select: Select) -> Condition | None:
    asked = (one for one in select.asked if not isinstance(one, Not))
    return next((one for one in asked if any(isinstance(part, Held | Change | Step) for part in clauses(one))), None)


def _shown_by(selection: Selection, code: str) -> tuple[Fact, ...]:
    """The facts that a country is shown with: those of the condition on a status, or its status on the day.

    Of several all, where each is an event; where the first or the last is asked for, that one.
    """
    by = _of_status(selection.select)
    found = (by.rows(selection.facts, code) if by else ()) or Held().rows(selection.facts, code) or (Fact(code),)
    if selection.select.form == "last":
        return found[-1:]
    is_event = by is not None and all(isinstance(clause, Change | Step) for clause in clauses(by))
    return found if is_event and selection.select.form != "first" else found[:1]


def _show(selection: Selection, shown: _Shown, counted: AtSummits | None, draft: Draft) -> None:
    """Countries with what makes them count; where something can be done several times, with how often and where.

    The answer rests also on what else makes them count, and on the summits that were looked at.
    """
    data, facts, by = selection.facts.data, selection.facts, _of_status(selection.select)
    is_event = by is not None and [*clauses(by)] != held_on_days(by)
    columns: tuple[Column, ...] = _BY_EVENT if is_event else BY_STATUS
    rows: list[Row] = []
    for code, fact in shown:
        cells: tuple[Cell, ...] = (data.name(code), code, fact.category, fact.date, fact.detail)
        if counted:
            met = [data.meetings[at.summit or ""] for at in counted.rows(facts, code)]
            cells += (len(met), labels(met) or None)
        rows.append((cells, fact.sources))
    draft.table("Countries", (*columns, *(_COUNTED if counted else ())), rows)
    asked = selection.select.asked
    draft.cite(*(fact.sources for code, _ in shown for one in asked for fact in one.rows(facts, code)))
    for clause in selection.select.clauses:
        summits = clause.summits(data)
        draft.cite(*(summit.sources if len(summits) == 1 else summit.sources[:1] for summit in summits))


# ---- notes


def _notes(selection: Selection) -> list[str]:
    """What is not known of the summits that were looked at, and of the time after the data."""
    data, notes = selection.facts.data, []
    rows = (*selection.unsettled, *(selection.found if selection.select.form in ("most", "fewest") else ()))
    open_ = {row.subject for row in rows}
    for clause in selection.select.clauses:
        summits = clause.summits(data)
        if isinstance(clause, Attended):
            visits = (visit for summit in summits for visit in data.visits_at[summit.id] if visit.country in open_)
            notes += unnamed_leaders(data, (v for v in visits if clause.manner.fits(data, v) is NOT_RECORDED))
        if isinstance(clause, Step) and clause.verb == "applied" and selection.found:
            notes.append("A request may be a wish that was stated, or known from reports alone: the details say so.")
        if isinstance(clause, Attended | AbsentFrom):
            gaps = [gap for summit in summits for gap in coverage_gap(summit)]
            many = f"The lists of delegations at {len(gaps)} of {len(summits)} summits may be incomplete."
            notes += gaps if len(gaps) <= _FEW else [many]
        time = time_of(clause)
        notes += beyond_data(data, time) if time else []
    return notes + _open(selection)


def _open(selection: Selection) -> list[str]:
    """Of whom it is not recorded, where the sentence does not name them."""
    number, data = len(selection.unsettled), selection.facts.data
    is_beyond = any(time and time.goes_beyond(data) for time in map(time_of, selection.select.clauses))
    if number <= MOST_NAMED or selection.select.has or is_beyond:
        return []
    who = listed([data.in_text(code) for code in data.in_order(row.subject for row in selection.unsettled)])
    return [f"Of {number}{' others' if selection.found else ''} it is not recorded: {who}."]
