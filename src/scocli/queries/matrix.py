"""Countries by summits: who came, at what level, and who did not."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from scocli.answers import Column
from scocli.councils import GATHERINGS, CouncilId
from scocli.dataset import DataSet
from scocli.facts.presence import stayed_away
from scocli.facts.verdict import YES
from scocli.queries.base import Query
from scocli.queries.choices import Council
from scocli.queries.common import CODE, COUNTRY, STATUS, SUMMIT, Draft, Row, headed, plural, time_between
from scocli.queries.presence import is_led_by_somebody_unnamed
from scocli.queries.timeline import holders, who
from scocli.queries.words import Day, Holder
from scocli.text import capitalized

if TYPE_CHECKING:
    from scocli.models import Meeting


@dataclass(frozen=True, kw_only=True)
class Matrix(Query):
    """Countries by summits, with a mark for how each was represented at each, and its present status.

    A category stands for all countries that held it in the period. With ``guests`` also whoever came without a status.
    """

    verb: ClassVar[str] = "matrix"
    arguments: ClassVar[tuple[str, ...]] = ("subjects",)
    subjects: tuple[Holder, ...] = ()
    from_: Day | None = None
    to: Day | None = None
    body: Council = "heads-of-state"
    guests: bool = False


_COLUMNS = (
    COUNTRY, CODE, STATUS, Column("date", "Date", "date"), SUMMIT, Column("capacity", "Capacity", "category"),
    Column("mark", "Attendance"),
)  # fmt: skip
_LEADERS = ("head-of-state", "head-of-government")
_CAME = ("leader", "leader-by-video", "below-leader", "unnamed-leader")


def mark(data: DataSet, summit: "Meeting", code: str) -> str:
    """How a country was represented at a summit.

    ``leader``: by its head of state or government in person; ``leader-by-video``; ``below-leader``; ``unnamed-leader``:
    the sources name nobody who led it; ``absent``: known to have stayed away; ``not-recorded``; ``no-status``: it held none then, and is recorded neither as a guest nor as one that
    stayed away.
    """
    for visit in data.visits_to(summit, code):
        if is_led_by_somebody_unnamed(visit):
            return "unnamed-leader"
        if visit.delegation.level not in _LEADERS:
            return "below-leader"
        return "leader" if visit.delegation.mode == "in-person" else "leader-by-video"
    if stayed_away(data, summit, code) is YES:
        return "absent"
    return "no-status" if data.capacity(summit, code) == "guest" else "not-recorded"


def answer(data: DataSet, query: Matrix, today: str) -> Draft:
    """Marks by country and summit as value; as table the same with the capacities and present statuses, a row for each mark."""
    data = data.of_council(cast("CouncilId", query.body))
    time = time_between(query.from_, query.to)
    first, last = time.period
    summits = time.meetings(data)
    codes = holders(data, query.subjects, first, min(last, data.through))
    if query.guests:
        present = dict.fromkeys(found.country for summit in summits for found in summit.delegations)
        codes += data.in_order(code for code in present if code not in codes)
    value = {code: {summit.id: mark(data, summit, code) for summit in summits} for code in codes}
    rows: list[Row] = []
    for code, marks in value.items():
        status = data.status_on(code, min(today, data.through)) or "none"
        for summit in summits:
            capacity = "none" if marks[summit.id] == "no-status" else data.capacity(summit, code)
            told = [sent.sources for sent in summit.delegations if sent.country == code]
            told += [away.sources for away in summit.absences if away.country == code]
            cells = (data.name(code), code, status, summit.start, summit.id, capacity, marks[summit.id])
            rows.append((cells, told[0] if told else summit.sources[:1]))
    count = Counter(word for marks in value.values() for word in marks.values())
    came, open_ = sum(count[word] for word in _CAME), count["not-recorded"]
    cases = f", and in {plural(open_, 'case')} it is not recorded whether a country came" if open_ else ""
    absences = f"{plural(count['absent'], 'absence')} {'is' if count['absent'] == 1 else 'are'} known"
    sent = f"{who(data, codes)} sent {plural(came, 'delegation')} to {plural(len(summits), *GATHERINGS[data.council])}"
    text = f"{sent} of the SCO{time.words}; {absences}{cases}."
    text = text if summits else f"there was no {GATHERINGS[data.council].one} of the SCO{time.words}."
    draft = Draft("matrix", value, capitalized(text)).table("Attendance", _COLUMNS, rows)
    draft.tables = headed(data, *draft.tables)
    draft.cite(*(away.sources for summit in summits for away in summit.absences if away.country in value))
    return draft.dispute(data.conflicts(*codes)).cite(*(summit.sources[:1] for summit in summits))
