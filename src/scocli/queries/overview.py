"""The organisation at a glance."""

from dataclasses import dataclass

from scocli.answers import Column, Table
from scocli.councils import COUNCILS, GATHERINGS, host_of
from scocli.dataset import DataSet
from scocli.days import spoken, spoken_range
from scocli.facts.nouns import numbers
from scocli.queries.base import Query
from scocli.queries.common import Draft, announced, before_founding, disputed_categories, moment, plural
from scocli.queries.words import Day
from scocli.text import listed


@dataclass(frozen=True, kw_only=True)
class Overview(Query):
    """The organisation at a glance: how many in each category, the last and the next summit, how far the data reach."""

    on: Day | None = None


_COLUMNS = (Column("fact", "Fact"), Column("value", "Value"))


def answer(data: DataSet, query: Overview, today: str) -> Draft:
    """Counts by category as value; the rest as a table."""
    when, facts = moment(data, query.on, today), data.data.organization
    counts = dict.fromkeys(data.categories, 0)
    for code in data.countries:
        held = data.status_on(code, when.day)
        if held:
            counts[held] += 1
    founded = facts.founded
    founders = listed([data.name(code) for code in data.in_order(founded.founders)])
    groups = listed(numbers(counts))
    past = [summit for summit in data.summits.values() if summit.start <= when.day]
    rows = [
        ("Founded", f"{founded.city}, {spoken(founded.date)}, by {plural(len(founded.founders), 'state')}: {founders}")
    ]
    draft = Draft("overview", counts, "", on=when.asked)
    if past:
        last = past[-1]
        rows.append((f"Status{when.words}", groups))
        place = f"{last.city}, {data.name(host_of(last))}, {spoken_range(last.start, last.end)}"
        rows.append(("Last summit", f"no. {last.ordinal}: {place}; {plural(len(last.delegations), 'delegation')}"))
        draft.cite(last.sources)
    following = [f"{s.city}, {spoken_range(s.start, s.end)}" for s in data.summits.values() if s.start > when.day]
    planned = [f"{announced(data, summit)}, announced" for summit in data.planned.values()]
    rows.append(("Next summit", (following or planned or ["not known"])[0]))
    rows.append(
        ("Data", f"vouched for to {spoken(data.through)}; {_held(data)}, {plural(len(data.data.sources), 'source')}")
    )
    draft.text = (
        before_founding(data, when)
        or f"The Shanghai Cooperation Organisation {'had' if when.is_past else 'has'} {groups}{when.words}."
    )
    draft.tables = (Table(facts.names.en, _COLUMNS, tuple(rows)),)
    if planned and not following:
        draft.dispute(data.conflicts(*data.planned))
        draft.cite(*(summit.sources for summit in data.planned.values()))
    draft.dispute(disputed_categories(data, [category for category, count in counts.items() if count]))
    return draft.cite(founded.sources, facts.sources)


def _held(data: DataSet) -> str:
    """'26 summits, 24 meetings of heads of government': how many of each Council are in the data."""
    held = ((len(data.of_council(council).summits), council) for council in COUNCILS)
    return ", ".join(plural(count, *GATHERINGS[council]) for count, council in held if count)
