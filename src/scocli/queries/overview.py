"""The organisation at a glance."""

from dataclasses import dataclass

from scocli.councils import COUNCILS, GATHERINGS, host_of
from scocli.dataset import DataSet
from scocli.days import spoken, spoken_range
from scocli.facts.nouns import numbers
from scocli.queries.base import Query
from scocli.queries.categories import held_on
from scocli.queries.common import Draft, announced, before_founding, disputed_categories, moment, plural
from scocli.queries.topic import FACTS, all_sources
from scocli.queries.words import Day
from scocli.text import listed


@dataclass(frozen=True, kw_only=True)
class Overview(Query):
    """The organisation at a glance: how many in each category, the last and the next summit, how far the data reach."""

    on: Day | None = None


def answer(data: DataSet, query: Overview, today: str) -> Draft:
    """Counts by category as value; the rest as a table."""
    when, facts = moment(data, query.on, today), data.data.organization
    held = [holding for code in data.countries if (holding := data.holding_on(code, when.day))]
    counts = held_on(data, when.day)
    founded, groups = facts.founded, listed(numbers(counts))
    founders = listed([data.name(code) for code in data.in_order(founded.founders)])
    by = f"{plural(len(founded.founders), 'state')}: {founders}"
    rows = [("Founded", f"{founded.city}, {spoken(founded.date)}, by {by}", founded.sources)]
    draft = Draft("overview", counts, "", on=when.asked)
    past = [summit for summit in data.summits.values() if summit.start <= when.day]
    if past:
        last = past[-1]
        place = f"{last.city}, {data.name(host_of(last))}, {spoken_range(last.start, last.end)}"
        delegations = plural(len(last.delegations), "delegation")
        rows.append((f"Status{when.words}", groups, all_sources(holding.period for holding in held)))
        rows.append(("Last summit", f"no. {last.ordinal}: {place}; {delegations}", last.sources))
    following = next((summit for summit in data.summits.values() if summit.start > when.day), None)
    planned = next(iter(data.planned.values()), None)
    if following:
        days = spoken_range(following.start, following.end)
        rows.append(("Next summit", f"{following.city}, {days}", following.sources))
    elif planned:
        rows.append(("Next summit", f"{announced(data, planned)}, announced", planned.sources))
        draft.dispute(data.conflicts(*data.planned))
    else:
        rows.append(("Next summit", "not known", ()))
    held_by = ((len(data.of_council(council).summits), council) for council in COUNCILS)
    meetings = [plural(count, *GATHERINGS[council]) for count, council in held_by if count]
    counted = ", ".join((*meetings, plural(len(data.data.sources), "source")))
    rows.append(("Data", f"vouched for to {spoken(data.through)}; {counted}", ()))
    has = f"The Shanghai Cooperation Organisation {'had' if when.is_past else 'has'} {groups}{when.words}."
    draft.text = before_founding(data, when) or has
    draft.dispute(disputed_categories(data, [category for category, count in counts.items() if count]))
    return draft.table(facts.names.en, FACTS, (((fact, value), sources) for fact, value, sources in rows))
