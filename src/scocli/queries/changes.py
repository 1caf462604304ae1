"""What changed in a period."""

from dataclasses import dataclass
from typing import ClassVar

from scocli.answers import Cell, Column, Table
from scocli.dataset import DataSet
from scocli.days import spoken
from scocli.facts.nouns import NOUNS, nouns
from scocli.facts.verdict import NOT_RECORDED, YES
from scocli.queries.base import Query, QueryError
from scocli.queries.choices import ChangesShown
from scocli.queries.common import (
    CODE,
    COUNTRY,
    Draft,
    beyond_data,
    disputed_categories,
    plural,
    time_between,
    yes_no,
)
from scocli.queries.words import Category, CountryOrTime, Day
from scocli.text import capitalized, listed


@dataclass(frozen=True, kw_only=True)
class Changes(Query):
    """Every change of status in a period, both ends included; of some countries, or in a time.

    :ivar of: codes of countries, or one day, month or year in place of a period.
    """

    verb: ClassVar[str] = "changes"
    arguments: ClassVar[tuple[str, ...]] = ("of",)
    of: tuple[CountryOrTime, ...] = ()
    from_: Day | None = None
    to: Day | None = None
    category: tuple[Category, ...] = ()
    show: ChangesShown = "list"


_COLUMNS = (
    Column("date", "Date", "date"),
    COUNTRY,
    CODE,
    Column("from", "From", "category"),
    Column("to", "To", "category"),
    Column("decided_at", "Decided at", "summit"),
)


_TOLD = 3
"""Days of change up to which a sentence names them; of more the table tells."""


def answer(data: DataSet, query: Changes, today: str) -> Draft:
    """The changes in order of date, and of country code (as value) or name (as shown)."""
    countries = [word for word in query.of if not word[:1].isdigit()]
    times = [word for word in query.of if word not in countries]
    if len(times) > 1 or (times and (query.from_ or query.to)):
        raise QueryError("two times are named: a period is --from DAY --to DAY")
    first, last = (times * 2) or (query.from_, query.to)
    time = time_between(first, last)
    draft = Draft("changes", None, "")
    rows: list[tuple[Cell, ...]] = []
    sources: dict[tuple[str, str], tuple[str, ...]] = {}
    for code in countries or data.countries:
        before: str | None = None
        for holding in data.holdings.get(code, ()):
            gained = holding.period
            if gained.since in time.period and (not query.category or gained.category in query.category):
                rows.append((gained.since, data.name(code), code, before, gained.category, gained.granted_at))
                sources[str(code), gained.since] = gained.sources
                draft.cite(gained.sources)
            before = gained.category
    draft.value = [[row[0], row[2], row[4]] for row in sorted(rows, key=lambda row: (str(row[0]), str(row[2])))]
    rows.sort(key=lambda row: (str(row[0]), data.place(str(row[2]))))
    groups: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        groups.setdefault((str(row[0]), str(row[4])), []).append(data.in_text(str(row[2])))
    said = [
        f"on {spoken(day)} {listed(names)} became {NOUNS[category].of_number(len(names))}"
        for (day, category), names in groups.items()
    ]
    whose = f" of {listed([data.in_text(code) for code in countries])}" if countries else ""
    became = f" to that of {nouns(query.category, one=True)}" if query.category else ""
    asked = f"{whose}{became}{time.words}"
    title = f"{plural(len(rows), 'change')} of status{asked}"
    told = f"{title}: {'; '.join(said)}" if 0 < len(said) <= _TOLD else title
    draft.text = capitalized(f"{told}.")
    if query.show == "list" and said:
        between = f"between {spoken(str(rows[0][0]))} and {spoken(str(rows[-1][0]))}"
        many = f"the status{whose or ' of countries'} changed {len(rows)} times{became} {between}"
        draft.text = capitalized(f"{'; '.join(said) if len(said) <= _TOLD else many}.")
    if query.show == "count":
        draft.kind, draft.value = "number", len(rows)
    elif query.show == "any":
        found = YES if rows else time.denied(data)
        claim = f"whether there was a change of status{asked}" if found is NOT_RECORDED else told
        draft.kind, draft.value, draft.text = "yes-no", found.value, yes_no(found.value, claim)
    draft.tables = (
        Table("Changes of status", _COLUMNS, tuple(rows), tuple(sources[str(row[2]), str(row[0])] for row in rows)),
    )
    draft.dispute(data.conflicts(*sorted({str(row[2]) for row in rows})))
    draft.notes += beyond_data(data, time)
    return draft.dispute(disputed_categories(data, {str(row[4]) for row in rows}))
