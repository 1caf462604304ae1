"""Days that a question names: 'in 2016', 'by the end of 2010', 'between 2015 and 2017', and how they relate to what it asks."""

from calendar import isleap
from collections.abc import Sequence
from dataclasses import dataclass

from scocli.ask.lexer import Token
from scocli.ask.rewriting import Make, Rules, compiled, joined, of_kinds
from scocli.days import EARLIEST, LATEST, Period, shifted
from scocli.errors import NotUnderstood

ALL_AFTER = frozenset({"came after", "come after", "follow", "followed", "following"})
_ALL_BEFORE = frozenset({"came before", "come before", "precede", "preceded", "preceding"})
"""Verbs that of several summits mean all that came later or earlier, unlike 'came right after'."""
_FROM_TO = [{first, last} for first in ("since", "after") for last in ("before", "until")]


@dataclass(frozen=True)
class Time:
    """Days that a question names, and how they relate to what it asks.

    :ivar relation: ``in``, ``by``, ``since``, ``before``, ``after``, ``until``, ``from`` or ``between``.
    :ivar period: the days that are meant, the relation applied.
    :ivar named: the days that were named; of 'from 2005 to 2010' those from some day of the one to some day of the other.
    :ivar throughout: whether what is asked is to have been so on each of them.
    """

    relation: str
    period: Period
    named: Period
    throughout: bool = False

    @property
    def is_deadline(self) -> bool:
        """Whether it says by when something had happened."""
        return self.relation == "by"

    @property
    def is_range(self) -> bool:
        """Whether it is a stretch of time rather than a date."""
        return self.relation not in ("in", "by") or self.named.first[:4] != self.named.last[:4]


def time(relation: str, named: Period, days: object = None) -> Time:
    """The days that a relation to some days means: both ends belong to 'since' and 'until', not to 'before' and 'after'.

    :param days: the relation whose days are meant, if another: 'on or after' is after, with the days of 'since'.
    """
    periods = {
        "since": Period(named.first, LATEST),
        "after": Period(shifted(named.last, 1), LATEST),
        "before": Period(EARLIEST, shifted(named.first, -1)),
        "until": Period(EARLIEST, named.last),
    }
    return Time(relation, periods.get(str(days or relation), named), named)


def years_before(day: str, years: int) -> str:
    """The same day so many years earlier (later, if negative); of 29 February the 28th in a year that has none.

    :raises NotUnderstood: if the calendar has no such year.
    """
    year = int(day[:4]) - years
    if not int(EARLIEST[:4]) <= year <= int(LATEST[:4]):
        raise NotUnderstood(f"Not understood: a day in the year {year}.")
    return f"{year:04}{'-02-28' if day[4:] == '-02-29' and not isleap(year) else day[4:]}"


def bounds(period: Period) -> tuple[str | None, str | None]:
    """The ends of a stretch of time as options spell them: years where they are whole."""
    first = None if period.first == Period().first else period.first.removesuffix("-01-01")
    last = None if period.last == Period().last else period.last.removesuffix("-12-31")
    return first, last


def _dates(tokens: Sequence[Token]) -> list[Period]:
    return [token.value for token in tokens if isinstance(token.value, Period)]


def _time(relation: str) -> Make:
    def make(tokens: list[Token]) -> list[Token]:
        named, days = _dates(tokens)[0], [t.value for t in of_kinds(tokens, "BEFORE", "AFTER")]
        return [Token("TIME", time(relation, named, *days), joined(tokens))]

    return make


def _from_to(tokens: list[Token]) -> list[Token]:
    """'From 2005 to 2010': what was so, was so all the while; not so of 'between 2005 and 2010'."""
    first, last = _dates(tokens)
    period, inner = Period(first.first, last.last), Period(first.last, last.first)
    relation = "between" if of_kinds(tokens, "BETWEEN") else "from"
    return [Token("TIME", Time(relation, period, inner if inner.first <= inner.last else period), joined(tokens))]


def _throughout(tokens: list[Token]) -> list[Token]:
    named = _dates(tokens)[0]
    return [Token("TIME", Time("in", named, named, throughout=True), joined(tokens))]


def _both(tokens: list[Token]) -> list[Token]:
    """'since 2023 but before 2025': the days of both."""
    one, other = (token.value for token in of_kinds(tokens, "TIME"))
    if not (isinstance(one, Time) and isinstance(other, Time) and {one.relation, other.relation} in _FROM_TO):
        return tokens
    days = Period(max(one.period.first, other.period.first), min(one.period.last, other.period.last))
    return [Token("TIME", Time("from", days, days), joined(tokens))] if days.first <= days.last else tokens


def _only_its(edge: str) -> Make:
    """A maker for the first or the last day of what is named: 'at the start of 2010', 'at its end'."""

    def make(tokens: list[Token]) -> list[Token]:
        day = getattr(_dates(tokens)[0], edge)
        return [Token("TIME", time("in", Period(day, day)), joined(tokens))]

    return make


def _summit_year(tokens: list[Token]) -> list[Token]:
    """'the 2015 Ufa summit', 'before 2015 Ufa': the year belongs to the summit, whatever stands before it."""
    return [t._replace(kind="TIME", value=time("in", t.value)) if isinstance(t.value, Period) else t for t in tokens]


_RULES: Rules = [
    ("IN? WHERE CITY", lambda tokens: tokens[-1:] if tokens[-2].words in ("city", "town") else tokens),  # 'in the city of Bishkek' is no question where
    ("IN? YEARWORD DATE", _time("in")),
    ("DATE YEARWORD", lambda tokens: tokens[:1]),
    ("WHEN DATE END", _only_its("last")),
    ("YEARWORD", lambda tokens: [tokens[0]._replace(kind="WHEN")]),
    ("DATE CITY? VIDEO? SUMMITWORD", _summit_year),
    ("BEFORE|AFTER|SINCE|UNTIL DATE CITY", _summit_year),
    ("BETWEEN IN? DATE AND IN|ENDOF? DATE", _from_to),
    ("FROM|SINCE|IN IN? DATE UNTIL|BYTIME|BY IN? DATE", _from_to),
    ("FROM|SINCE IN? DATE IN? DATE", _from_to),
    ("SUMMITSWORD SUCCEED IN? DATE", lambda tokens: [tokens[0], *_time("after")(tokens[2:])] if tokens[1].words in ALL_AFTER else tokens),
    ("SUMMITSWORD PRECEDE IN? DATE", lambda tokens: [tokens[0], *_time("before")(tokens[2:])] if tokens[1].words in _ALL_BEFORE else tokens),
    ("IN? STARTOF DATE", _only_its("first")),
    ("IN? ENDOF DATE", _only_its("last")),
    ("IN? SINCE|FROM IN? DATE", _time("since")),
    ("THROUGHOUT DATE", _throughout),
    ("BEFORE IN? DATE", _time("before")),
    ("AFTER IN? DATE", _time("after")),
    ("UNTIL IN? DATE", _time("until")),
    ("BY|BYTIME IN? DATE", _time("by")),
    ("IN? IN? DATE", _time("in")),
    ("TIME AND|BUT? TIME", _both),
]  # fmt: skip

TIME = compiled(_RULES)
