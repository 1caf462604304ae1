"""The statuses of countries through time, beside the summits."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from scocli.answers import Column
from scocli.dataset import DataSet
from scocli.facts.nouns import numbers, rank
from scocli.queries.base import Query
from scocli.queries.categories import by_category_text
from scocli.queries.common import SUMMIT, Draft, before_founding, disputed_categories, moment, plural
from scocli.queries.status import PERIODS, course_rows, status_sentence
from scocli.queries.words import Day, Holder
from scocli.text import listed

FEW = 3
"""Countries of which an answer can speak by name."""


@dataclass(frozen=True, kw_only=True)
class Timeline(Query):
    """The statuses of countries from the founding to a day, a row for each country, above the summits and the years.

    A column of the picture is some months, and shows the status at their end.
    """

    verb: ClassVar[str] = "timeline"
    arguments: ClassVar[tuple[str, ...]] = ("subjects",)
    subjects: tuple[Holder, ...] = ()
    on: Day | None = None


_SUMMITS = (Column("date", "Date", "date"), SUMMIT, Column("city", "City"))


def holders(data: DataSet, subjects: tuple[str, ...], first: str, last: str) -> list[str]:
    """The codes of the countries that are meant, each once.

    Those of a category are in order of what they held last, and of when they first held something.

    :param subjects: codes of countries, and ids of categories for all that held them; nothing for all holders.
    :param first: the first day on which having held a category counts.
    :param last: the last.
    """
    held = {code: [h for h in holdings if h.overlaps(first, last)] for code, holdings in data.holdings.items()}

    def order(code: str) -> tuple[int, str, str]:
        return rank(held[code][-1].period.category), data.holdings[code][0].period.since, data.place(code)

    found: list[str] = []
    for subject in subjects or data.categories:
        if subject in data.categories:
            fitting = [code for code, course in held.items() if any(h.period.category == subject for h in course)]
            found += fitting if not subjects else sorted(fitting, key=order)
        else:
            found.append(subject)
    return list(dict.fromkeys(found if subjects else sorted(found, key=order)))


def who(data: DataSet, codes: Collection[str]) -> str:
    """The countries in words: their names where they are few, else their number."""
    if 0 < len(codes) <= FEW:
        return listed([data.name(code) for code in codes])
    return plural(len(codes), "country", "countries")


def answer(data: DataSet, query: Timeline, today: str) -> Draft:
    """Status periods by country as value; as tables these, and the summits."""
    when = moment(data, query.on, today)
    codes = holders(data, query.subjects, data.founded, when.day)
    courses = {code: course_rows(data, code, when.day) for code in codes}
    value = {code: [cells[2:5] for cells, _ in rows if cells[2] != "none"] for code, rows in courses.items()}
    draft = Draft("timeline", value, "", on=when.asked)
    draft.table("Statuses", PERIODS, chain.from_iterable(courses.values()))
    summits = [summit for summit in data.summits.values() if summit.start <= when.day]
    draft.table("Summits", _SUMMITS, (((met.start, met.id, met.city), met.sources[:1]) for met in summits))
    last = Counter(str(course[-1][0]) if course else "none" for course in value.values())
    without = [f"{plural(last['none'], 'country', 'countries')} without a status"] if last["none"] else []
    said = numbers(last) + without
    said = [said[0].split(" ", 1)[1]] if len(said) == 1 else said  # '10 countries are member states'
    if len(codes) == 1:
        text = status_sentence(data, codes[0], when)
    elif not query.subjects:
        text = by_category_text(when, last)
    elif said:
        text = f"{who(data, codes)} {'were' if when.is_past else 'are'} {listed(said)}{when.words}."
    else:
        text = f"None of those asked about {'held' if when.is_past else 'holds'} a status{when.words}."
    draft.text = before_founding(data, when) or text
    return draft.dispute(data.conflicts(*codes)).dispute(disputed_categories(data, last))
