"""The facts of a data set written out as lists: whoever reviews a change of the data sees in them what it changes."""

import csv
import io
from collections.abc import Callable

from scocli.dataset import DataSet

Rows = list[dict[str, str | int | None]]


def timeline(data: DataSet) -> Rows:
    """Every status of every country, with its first day, its end and the summit that decided it."""
    held = [holding for holdings in data.holdings.values() for holding in holdings]
    return [
        {
            "country": holding.country,
            "category": holding.period.category,
            "since": holding.period.since,
            "until": holding.until,
            "granted_at": holding.period.granted_at,
        }
        for holding in sorted(held, key=lambda holding: (holding.period.since, holding.country))
    ]


def holders(data: DataSet) -> Rows:
    """On each day on which something changed, who held each category from then on."""
    found: Rows = []
    for day in sorted({str(row["since"]) for row in timeline(data)}):
        status = {code: data.status_on(code, day) for code in sorted(data.countries)}
        held = {category: " ".join(code for code in status if status[code] == category) for category in data.categories}
        found.append({"day": day, **held})
    return found


def summits(data: DataSet) -> Rows:
    """The summits: days, places, chairs and formats, who came and who stayed away, and how much is recorded beside."""
    return [
        {
            name: getattr(summit, name)
            for name in (
                "id", "ordinal", "start", "end", "city", "country", "chair_country", "chair_person", "format",
            )
        }
        | {
            "came": " ".join(sorted(delegation.country for delegation in summit.delegations)),
            "stayed_away": " ".join(sorted(absence.country for absence in summit.absences)),
        }
        | {name: len(getattr(summit, name)) for name in ("organizations", "decisions", "documents")}
        for summit in data.data.summits
    ]  # fmt: skip


def counts(data: DataSet) -> Rows:
    """How many records there are of each kind, so that one that is lost is seen."""
    found = {name: len(records) for name, records in data.data if isinstance(records, tuple | dict)}
    found |= {
        name: sum(len(getattr(summit, name)) for summit in data.data.summits)
        for name in ("delegations", "absences", "organizations", "decisions")
    }
    return [{"records": name, "count": count} for name, count in found.items()]


LISTS: tuple[Callable[[DataSet], Rows], ...] = (timeline, holders, summits, counts)
"""All lists, called as the functions that make them."""


def written(data: DataSet) -> dict[str, str]:
    """The lists by name, as CSV."""
    found = {}
    for make in LISTS:
        rows, text = make(data), io.StringIO()
        writer = csv.DictWriter(text, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        found[make.__name__] = text.getvalue()
    return found
