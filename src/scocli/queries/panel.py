"""Countries by years: what each of them was, and whether it came to that year's summit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from scocli.answers import Column
from scocli.dataset import DataSet, Holding
from scocli.days import parse_period, spoken
from scocli.facts.nouns import rank
from scocli.facts.presence import came
from scocli.facts.time import Time
from scocli.facts.verdict import any_of
from scocli.queries.base import Query
from scocli.queries.choices import DayOfYear
from scocli.queries.common import CODE, COUNTRY, SINCE, STATUS, SUMMIT, Draft, beyond_data, time_between
from scocli.queries.timeline import who
from scocli.queries.words import CountryOrGroup, Day


@dataclass(frozen=True, kw_only=True)
class Panel(Query):
    """Countries by years: status, since when, and whether they came to that year's summit.

    The last year goes as far as the data reach.
    """

    verb: ClassVar[str] = "panel"
    from_: Day | None = None
    to: Day | None = None
    at: DayOfYear = "end"
    countries: tuple[CountryOrGroup, ...] = ()
    wide: bool = False


class CountryYear(NamedTuple):
    """A country in a year.

    :ivar status: the category that it held, or ``none``.
    :ivar since: since when it held that.
    :ivar summit: the summit of that year; several with a blank between.
    :ivar came: whether it came to that: ``yes``, ``no`` or ``not-recorded``; nothing where there was no summit.
    :ivar level: of what rank the leader of its delegation was, or ``not-recorded``; nothing where none came.
    :ivar partial: ``yes`` of a year of which the data reach only a part, else ``no``.
    """

    code: str
    country: str
    year: int
    status: str
    since: str | None
    summit: str | None
    came: str | None
    level: str | None
    partial: str


_COLUMNS = (
    CODE, COUNTRY, Column("year", "Year", "number"), STATUS, SINCE, SUMMIT, Column("came", "Came"),
    Column("level", "Led by"), Column("partial", "Partial"),
)  # fmt: skip
_AT = {
    "end": ("Status", "at the end of"),
    "start": ("Status", "at the beginning of"),
    "any": ("The highest status", "in"),
}
"""How the sentence says of which day a status is."""


def years_of(data: DataSet, time: Time = Time()) -> range:
    """The years of a time, as far as the data reach; a year counts if one of its days does."""
    first, last = time.known(data)
    return range(int(first[:4]), int(min(last, data.through)[:4]) + 1)


def codes_of(data: DataSet, words: Sequence[str] = ()) -> list[str]:
    """The countries that are meant: ``ever`` (as without words) for all that ever held a status, ``all`` for all on record, or codes."""
    ever = data.in_order(code for code, held in data.holdings.items() if held)
    groups = {"ever": ever, "all": data.in_order(data.countries)}
    return list(dict.fromkeys(code for word in words or ["ever"] for code in groups.get(word, [word])))


def country_years(data: DataSet, codes: Iterable[str], years: range, at: str = "end") -> Iterator[CountryYear]:
    """A row for each country and year.

    :param at: of which day the status is: the ``end`` of the year (or of the data), its ``start``, or ``any``, for the
        highest that was held on some day of it.
    """
    summits = {year: Time(f"{year:04}", f"{year:04}").meetings(data) for year in years}
    for code in codes:
        for year in years:
            holding = _held(data, code, year, at)
            visits = [visit for summit in summits[year] for visit in data.visits_to(summit, code)]
            attended = any_of(came(data, summit, code) for summit in summits[year])
            yield CountryYear(
                code,
                data.name(code),
                year,
                holding.period.category if holding else "none",
                holding.period.since if holding else None,
                " ".join(summit.id for summit in summits[year]) or None,
                attended.word if summits[year] else None,
                visits[0].delegation.level or "not-recorded" if visits else None,
                "yes" if data.through < f"{year:04}-12-31" else "no",
            )


def _held(data: DataSet, code: str, year: int, at: str) -> Holding | None:
    first, last = parse_period(f"{year:04}")
    if at != "any":
        return data.holding_on(code, first if at == "start" else last)
    held = [holding for holding in data.holdings.get(code, ()) if holding.overlaps(first, last)]
    return min(held, key=lambda holding: rank(holding.period.category), default=None)


def answer(data: DataSet, query: Panel, today: str) -> Draft:
    """Categories by country and year as value; as table a row for each, or with ``wide`` a row a country."""
    time = time_between(query.from_, query.to)
    years, codes = years_of(data, time), codes_of(data, query.countries)
    rows = list(country_years(data, codes, years, query.at))
    value: dict[str, dict[str, str]] = {code: {} for code in codes}
    for row in rows:
        value[row.code][str(row.year)] = row.status
    draft = Draft("panel", value, _text(data, codes, years, query), notes=beyond_data(data, time))
    held = {code: tuple(s for h in data.holdings.get(code, ()) for s in h.period.sources) for code in codes}
    if query.wide:
        columns: tuple[Column, ...] = (CODE, COUNTRY, *(Column(str(year), str(year), "category") for year in years))
        draft.table("Panel", columns, (((code, data.name(code), *value[code].values()), held[code]) for code in codes))
    else:
        draft.table("Panel", _COLUMNS, ((tuple(row), _read(data, row, query.at)) for row in rows))
    if years and rows[-1].partial == "yes":
        draft.notes.append(f"{years[-1]} is given as far as the data reach, to {spoken(data.through)}.")
    draft.dispute(data.conflicts(*codes))
    draft.cite(*held.values())
    for summit in Time(f"{years.start:04}", query.to).meetings(data) if years else ():
        draft.cite(*(sent.sources for sent in summit.delegations if sent.country in value), summit.sources[:1])
    return draft


def _text(data: DataSet, codes: list[str], years: range, query: Panel) -> str:
    """'Status of 29 countries in the SCO at the end of each year from 2001 to 2026, and whether they came ...'."""
    if not years:
        return f"No such year is in the data, which reach to {spoken(data.through)}."
    span = f"{years[0]}" if len(years) == 1 else f"each year from {years[0]} to {years[-1]}"
    what, when = _AT[query.at]
    they = "it" if len(codes) == 1 else "they"
    attendance = "" if query.wide else f", and whether {they} came to that year's summit"
    return f"{what} of {who(data, codes)} in the SCO {when} {span}{attendance}."


def _read(data: DataSet, row: CountryYear, at: str) -> tuple[str, ...]:
    """Where a row was read: the sources of the status, and those of the delegations of that year."""
    holding = _held(data, row.code, row.year, at)
    read = list(holding.period.sources) if holding else []
    for summit in Time(f"{row.year:04}", f"{row.year:04}").meetings(data):
        read += [source for visit in data.visits_to(summit, row.code) for source in visit.delegation.sources]
        read += summit.sources[:1]
    return tuple(dict.fromkeys(read))
