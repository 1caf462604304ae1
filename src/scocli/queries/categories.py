"""The categories in lists of countries: who holds which, and who held last one that is no more."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from scocli.answers import Column
from scocli.dataset import DataSet
from scocli.days import spoken
from scocli.facts.nouns import NOUNS, numbers
from scocli.facts.time import Moment
from scocli.queries.common import CODE, COUNTRY, SINCE, STATUS, Draft, disputed_categories
from scocli.records import Category
from scocli.text import listed

if TYPE_CHECKING:
    from scocli.facts.select import Selection

DETAIL = Column("detail", "Detail")
BY_STATUS = (COUNTRY, CODE, STATUS, SINCE, DETAIL)


def held_on(data: DataSet, day: str) -> dict[str, int]:
    """How many held each category on a day."""
    held = Counter(data.status_on(code, day) for code in data.countries)
    return {category: held[category] for category in data.categories}


def by_category(selection: "Selection") -> dict[str, list[str]]:
    """Who holds which status, by category in the order of the file."""
    status = {row.subject: row.fact.category for row in selection.found}
    categories = [category.id for category in selection.facts.data.data.categories]
    return {category: sorted(code for code in status if status[code] == category) for category in categories}


def by_category_text(when: Moment, number: Mapping[str, int]) -> str:
    """How many they are in a sentence, without the categories that nobody holds."""
    return f"The SCO {'had' if when.is_past else 'has'} {listed(numbers(number)) or 'no members'}{when.words}."


def say_retired(
    data: DataSet, category: Category, asked: Sequence[str], when: Moment, draft: Draft, *, alone: bool
) -> None:
    """Where a category asked for does not exist yet: since when it does, and what there was instead; no longer: into what it was merged, and who held it last.

    :param asked: all categories asked for.
    :param alone: whether nothing else is asked; who held it last meets no other condition.
    """
    if data.founded <= when.day < category.introduced:
        others = [one for one in data.data.categories if one.merged_into == category.id and one.id not in asked]
        held = held_on(data, when.day)
        instead = listed(numbers({one.id: held[one.id] for one in others}))
        draft.text += f" Instead there were {instead}." if instead else ""
        draft.text += f" The category was introduced on {spoken(category.introduced)}."
        draft.cite(category.sources)
    if category.retired is None or category.retired > when.day or category.merged_into in asked:
        return
    ended, nouns, into = category.retired, NOUNS[category.id].many, category.merged_into or ""
    holders = sum(data.status_on(code, when.day) == into for code in data.countries)
    draft.text += f" The category was merged on {spoken(ended)} into {NOUNS[into].many}, of whom there are {holders}"
    draft.cite(category.sources)
    draft.dispute(disputed_categories(data, [into]))
    if not alone:
        draft.text += f": for the {nouns} there were, name a day before."
        return
    last = [h for held in data.holdings.values() for h in held if h.period.category == category.id and h.until == ended]
    last.sort(key=lambda h: data.place(h.country))
    draft.text += f"; the last {nouns} were {listed([data.in_text(h.country) for h in last])}."
    draft.tables = tuple(table for table in draft.tables if table.rows)
    detail = f"held last, until {ended}"
    rows = (((data.name(h.country), h.country, category.id, h.period.since, detail), h.period.sources) for h in last)
    draft.table(f"Last {nouns}, until {spoken(ended)}", BY_STATUS, rows)
