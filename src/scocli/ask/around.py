"""When something was, where a question tells it by a summit: before it, since it, at it."""

import itertools
from typing import Any, TypedDict

from scocli.ask.meaning import Meaning, Unanswerable
from scocli.ask.times import Time, bounds, time
from scocli.dataset import DataSet
from scocli.days import Period


def _around(data: DataSet, relation: str, ids: tuple[str, ...]) -> Time:
    """The days before, after, since or until some summits."""
    found = [data.summits[summit] for summit in ids]
    return time(relation, Period(found[0].start, found[-1].end))


def around_summit(m: Meaning) -> Time | None:
    """'before the Ufa summit', 'since Samarkand': the days that are meant."""
    order = m.tokens
    for token, after in itertools.pairwise(order):
        if token.kind in ("BEFORE", "AFTER", "SINCE", "UNTIL", "SUCCEED", "PRECEDE") and after.kind in (
            "SUMMIT",
            "CITY",
        ):
            relation = {"SUCCEED": "after", "PRECEDE": "before"}.get(token.kind, token.kind.lower())
            m.flag(token.kind)
            ids = m.summit_ids(year_alone=False)
            if not ids:
                raise Unanswerable("it does not say before or after which summit")
            return _around(m.data, relation, ids)
    return None


class Between(TypedDict, total=False):
    """A stretch of time as fields of a query; an end that is open is left out."""

    from_: str
    to: str


def meeting_days(data: DataSet, period: Period) -> Between:
    """A stretch of time as fields of a query for meetings; one day of a meeting is told as all its days.

    A meeting lies where its first day does; who names one of its days means it.
    """
    sitting = data.summit_on(period.first) if period.is_day else None
    if sitting:
        period = Period(data.summits[sitting].start, data.summits[sitting].end)
    first, last = bounds(period)
    between = Between()
    if first:
        between["from_"] = first
    if last:
        between["to"] = last
    return between


def summit_or_period(m: Meaning) -> dict[str, Any]:
    """When something was decided: at a summit, or in a stretch of time."""
    if m.names_summit():
        related = around_summit(m)
        if related:
            first, last = bounds(related.period)
            return {"first": first, "last": last}
        return {"at": m.summit()}
    m.flag("SUMMIT")
    first, last = m.period()
    return {"first": first, "last": last}
