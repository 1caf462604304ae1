"""How many countries held each category: from one change to the next, or from year to year."""

from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from scocli.answers import Column
from scocli.dataset import DataSet, grouped
from scocli.days import Period, spoken
from scocli.facts.nouns import NOUNS, numbers
from scocli.facts.relations import GAINED
from scocli.queries.base import Query
from scocli.queries.categories import held_on
from scocli.queries.choices import Step
from scocli.queries.common import Draft, before_founding, beyond_data, disputed_categories, moment, time_between
from scocli.queries.timeline import who
from scocli.queries.words import Day
from scocli.text import capitalized, listed


@dataclass(frozen=True, kw_only=True)
class Growth(Query):
    """How many countries held each category at each change of status, or at the end of each year."""

    verb: ClassVar[str] = "growth"
    from_: Day | None = None
    to: Day | None = None
    by: Step = "change"


def answer(data: DataSet, query: Growth, today: str) -> Draft:
    """Numbers by day and category as value; as table the same with their sum, and who became what since the row before."""
    time = time_between(query.from_, query.to)
    first, last = time.known(data)
    known = Period(max(first, data.founded), min(last, data.through))
    days = _days(data, known, query.by)
    value = {day: held_on(data, day) for day in days}
    since = "" if known.first == data.founded else known.first
    stretches = [Period(*pair) for pair in pairwise([since, *days])]
    changes = [_became(data, stretch) for stretch in stretches]
    told = zip(days, changes, stretches, strict=True)
    rows = [
        ((day, *value[day].values(), sum(value[day].values()), _told(data, change)), _read(data, stretch))
        for day, change, stretch in told
    ]
    by_category = (Column(category, capitalized(NOUNS[category].many), "number") for category in data.categories)
    first_column, total = Column("date", "Date", "date"), Column("total", "Total", "number")
    columns = (first_column, *by_category, total, Column("change", "Change"))
    draft = Draft("growth", value, _text(data, known, last)).table("Growth", columns, rows)
    changed = dict.fromkeys(code for change in changes for codes in change.values() for code in codes)
    draft.notes += beyond_data(data, time)
    last_held = [category for day in days[-1:] for category in value[day] if value[day][category]]
    draft.dispute(data.conflicts(*changed)).dispute(disputed_categories(data, last_held))
    held = [holding for holdings in data.holdings.values() for holding in holdings if holding.overlaps(*known)]
    return draft.cite(*(holding.period.sources for holding in held))


def _days(data: DataSet, known: Period, by: str) -> list[str]:
    if known.first > known.last:
        return []
    if by == "year":
        return [min(f"{year}-12-31", known.last) for year in range(int(known.first[:4]), int(known.last[:4]) + 1)]
    return sorted({known.first, *(fact.date for fact in GAINED.facts(data) if fact.date and fact.date in known)})


def _became(data: DataSet, between: Period) -> dict[str, tuple[str, ...]]:
    """Who came to hold what, by category, after one day and until another."""
    gained = ((code, fact) for code in data.in_order(data.holdings) for fact in GAINED.of(data, code))
    return grouped((f.category or "", code) for code, f in gained if between.first < (f.date or "") <= between.last)


def _read(data: DataSet, between: Period) -> tuple[str, ...]:
    """The sources of what began after one day and until another."""
    began = (
        h.period for held in data.holdings.values() for h in held if between.first < h.period.since <= between.last
    )
    return tuple(dict.fromkeys(source for period in began for source in period.sources))


def _told(data: DataSet, became: dict[str, tuple[str, ...]]) -> str | None:
    """'India and Pakistan became member states', '17 countries became SCO partners'."""
    said = [
        f"{who(data, codes)} became {nouns.of_number(len(codes))}"
        for category, nouns in NOUNS.items()
        if (codes := became.get(category))
    ]
    return capitalized("; ".join(said)) if said else None


def _text(data: DataSet, known: Period, last: str) -> str:
    """'From 15 June 2001 to 1 September 2026 the SCO went from 6 member states to 10 member states and 17 SCO partners.'."""
    if known.last < known.first:
        return before_founding(data, moment(data, last, last)) or f"The data reach only to {spoken(data.through)}."
    first, last = (listed(numbers(held_on(data, day))) for day in known)
    went = f"went from {first} to {last}" if first != last or _became(data, known) else f"had {first}"
    return f"From {spoken(known.first)} to {spoken(known.last)} the SCO {went}."
