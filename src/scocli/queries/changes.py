"""What changed in a period."""

from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from scocli.answers import Column
from scocli.dataset import DataSet
from scocli.days import spoken
from scocli.facts.nouns import nouns
from scocli.facts.relations import GAINED, Fact
from scocli.facts.verdict import NOT_RECORDED, YES
from scocli.queries.base import Query, QueryError
from scocli.queries.choices import ChangesShown
from scocli.queries.common import (
    CODE,
    COUNTRY,
    Draft,
    Row,
    became,
    beyond_data,
    disputed_categories,
    not_reached,
    plural,
    time_between,
    yes_no,
)
from scocli.queries.words import Category, CountryOrTime, Day, is_day
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
    Column("date", "Date", "date"), COUNTRY, CODE, Column("from", "From", "category"),
    Column("to", "To", "category"), Column("decided_at", "Decided at", "summit"),
)  # fmt: skip


_TOLD = 3
"""Days of change up to which a sentence names them; of more the table tells."""


def answer(data: DataSet, query: Changes, today: str) -> Draft:
    """The changes in order of date, and of country code (as value) or name (as shown)."""
    times = [word for word in query.of if is_day(word)]
    countries = [word for word in query.of if word not in times]
    if len(times) > 1 or (times and (query.from_ or query.to)):
        raise QueryError("two times are named: a period is --from DAY --to DAY")
    first, last = (times * 2) or (query.from_, query.to)
    time = time_between(first, last)
    found = [
        (before, fact)
        for code in countries or data.countries
        for before, fact in pairwise((Fact(), *GAINED.of(data, code)))
        if fact.date in time.period and (not query.category or fact.category in query.category)
    ]
    draft = Draft("changes", sorted([fact.date, fact.country, fact.category] for _, fact in found), "")
    found.sort(key=lambda change: (change[1].date or "", data.place(change[1].country or "")))
    rows: list[Row] = []
    for before, now in found:
        changed = (now.date, data.name(now.country or ""), now.country, before.category, now.category, now.summit)
        rows.append((changed, now.sources))
    draft.table("Changes of status", _COLUMNS, rows)
    said = [f"on {words}" for words in became(data, [fact for _, fact in found])]
    whose = f" of {listed([data.in_text(code) for code in countries])}" if countries else ""
    to = f" to that of {nouns(query.category, one=True)}" if query.category else ""
    asked = f"{whose}{to}{time.words}"
    title = f"there {'was' if len(found) == 1 else 'were'} {plural(len(found), 'change')} of status{asked}"
    told = f"{title}: {'; '.join(said)}" if 0 < len(said) <= _TOLD else title
    draft.text = capitalized(f"{told}.")
    if query.show != "any":
        draft.text = not_reached(data, time) or draft.text
    if query.show == "list" and said:
        between = f"between {spoken(found[0][1].date or '')} and {spoken(found[-1][1].date or '')}"
        many = f"the status{whose or ' of countries'} changed {len(found)} times{to} {between}"
        draft.text = capitalized(f"{'; '.join(said) if len(said) <= _TOLD else many}.")
    if query.show == "count":
        draft.kind, draft.value = "number", len(found)
    elif query.show == "any":
        there_was = YES if found else time.denied(data)
        claim = f"whether there was a change of status{asked}" if there_was is NOT_RECORDED else told
        draft.kind, draft.value, draft.text = "yes-no", there_was.value, yes_no(there_was.value, claim)
    draft.dispute(data.conflicts(*sorted({fact.country or "" for _, fact in found})))
    draft.notes += beyond_data(data, time)
    return draft.dispute(disputed_categories(data, {fact.category for _, fact in found}))
