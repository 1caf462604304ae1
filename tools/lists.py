"""The facts of a data set written out as lists: whoever reviews a change of the data sees in them what it changes."""

import csv
import io
from collections.abc import Callable

from scocli.dataset import DataSet
from scocli.models import Meeting

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
    return [_meeting(summit) for summit in data.summits.values()]


def heads_of_government(data: DataSet) -> Rows:
    """The same of the meetings of the heads of government, and who led the delegations."""
    met = data.of_council("heads-of-government").summits.values()
    return [_meeting(m) | {"led_by": "; ".join(str(sent.leader) for sent in m.delegations)} for m in met]


def _meeting(met: Meeting) -> dict[str, str | int | None]:
    told = ("id", "ordinal", "start", "end", "city", "country", "chair_country", "chair_person", "format")
    counted = ("organizations", "decisions", "documents")
    came = " ".join(sorted(delegation.country for delegation in met.delegations))
    stayed_away = " ".join(sorted(absence.country for absence in met.absences))
    facts = {name: getattr(met, name) for name in told} | {"came": came, "stayed_away": stayed_away}
    return facts | {name: len(getattr(met, name)) for name in counted}


def counts(data: DataSet) -> Rows:
    """How many records there are of each kind, so that one that is lost is seen."""
    found = {name: len(records) for name, records in data.data if isinstance(records, tuple | dict)}
    found |= {
        name: sum(len(getattr(meeting, name)) for meeting in data.meetings.values())
        for name in ("delegations", "absences", "organizations", "decisions")
    }
    return [{"records": name, "count": count} for name, count in found.items()]


LISTS: tuple[Callable[[DataSet], Rows], ...] = (timeline, holders, summits, heads_of_government, counts)
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
