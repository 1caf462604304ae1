"""What the answers share: words for things, drafts of answers, days, and which delegations a query means."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeVar, cast

from scocli.answers import Cell, Claim, Column, Dispute, Kind, Table, Value
from scocli.councils import meeting_label, meeting_name
from scocli.dataset import DataSet, Holding
from scocli.days import spoken, spoken_range
from scocli.facts.nouns import NOUNS
from scocli.facts.relations import GAINED, Fact
from scocli.facts.time import Moment, Time
from scocli.facts.verdict import Verdict
from scocli.queries.base import QueryError
from scocli.records import Conflict, Delegation, Meeting, PlannedSummit
from scocli.text import capitalized, listed

COUNTRY = Column("country", "Country", "country")
CODE = Column("code", "Code", "code")
STATUS = Column("status", "Status", "category")
SINCE = Column("since", "Since", "date")
SUMMIT = Column("summit", "Summit", "summit")


Told = TypeVar("Told")
Row: TypeAlias = tuple[tuple[Cell, ...], Iterable[str]]
"""The cells of a row, and where it was read."""


def headed(data: DataSet, *tables: Table) -> tuple[Table, ...]:
    """Tables of meetings, which are called summits only where they are the heads of state's."""
    if data.council == "heads-of-state":
        return tables
    called = {"Summit": "Meeting", "Summits": "Meetings"}

    def of_meetings(table: Table) -> Table:
        columns = (replace(column, heading=called.get(column.heading, column.heading)) for column in table.columns)
        return replace(table, title=called.get(table.title, table.title), columns=tuple(columns))

    return tuple(map(of_meetings, tables))


def finished(data: DataSet, table: Table, cited: Collection[str]) -> Table:
    """A table that shows summits by what they are called, 'Tianjin 2025', where what it holds are their ids.

    :param cited: the sources on which the answer rests: those of few of the rows that stand beside one fact.
    """
    read = tuple(tuple(source for source in row if source in cited) for row in table.sources)
    ids = {str(row[i]) for row in table.rows for i, column in enumerate(table.columns) if column.role == "summit"}
    names = {id_: meeting_label(data.meetings[id_]) for id_ in ids & data.meetings.keys()}
    columns = (replace(c, labels=names) if c.role == "summit" else c for c in table.columns)
    return replace(table, columns=tuple(columns), sources=read)


@dataclass
class Draft:
    """An answer without what is the same for all answers."""

    kind: Kind
    value: Value
    text: str
    tables: tuple[Table, ...] = ()
    notes: list[str] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)
    on: str | None = None
    remarks: list[str] = field(default_factory=list)
    disputes: list[Conflict] = field(default_factory=list)

    def cite(self, *groups: Iterable[str]) -> "Draft":
        """Add sources, by id."""
        for group in groups:
            self.cited.extend(group)
        return self

    def table(
        self, title: str, columns: tuple[Column, ...], rows: "Iterable[Row]", *, is_beside: bool = False
    ) -> "Draft":
        """Add a table of rows, each with where it was read; on that the answer then rests, unless they stand only beside it."""
        cells, read = zip(*found, strict=True) if (found := list(rows)) else ((), ())
        self.tables += (Table(title, columns, cells, tuple(map(tuple, read))),)
        return self if is_beside else self.cite(*read)

    def dispute(self, found: Iterable[Conflict], bears: Callable[[Conflict], bool] = lambda _: False) -> "Draft":
        """Add disputes.

        :param bears: whether one touches the very thing asked, and is told of at once.
        """
        for conflict in found:
            self.disputes.append(conflict)
            if bears(conflict):
                self.notes.append(told(conflict))
        return self

    def join(self, other: "Draft") -> None:
        """Add what stands beside the sentence of another draft."""
        self.tables += other.tables
        self.notes += other.notes
        self.remarks += other.remarks
        self.disputes += other.disputes
        self.cite(other.cited)


def moment(data: DataSet, on: str | None, today: str) -> Moment:
    """The day that a query is about, if it names none today."""
    return Time(on or today, on or today).moment(data)._replace(named=on is not None)


def time_between(first: str | None, last: str | None) -> Time:
    """The days from the beginning of one date to the end of another; open where there is none.

    :raises QueryError: if the end is before the beginning.
    """
    time = Time(first, last)
    if time.period.first > time.period.last:
        raise QueryError(f"the period ends ({last}) before it begins ({first})")
    return time


def beyond_data(data: DataSet, time: Time) -> list[str]:
    """What to say of a time that goes on after the last day that the data vouch for."""
    said = f"The data reach to {spoken(data.through)}; what came later is not in them."
    return [said] if time.goes_beyond(data) else []


def not_reached(data: DataSet, *times: Time | None) -> str:
    """What to say where only a time after that day is asked about; nothing of another."""
    ahead = next((time for time in times if time and time.period.first > data.through), None)
    return f"Not recorded: the data reach to {spoken(data.through)}, and tell of nothing{ahead.words}." if ahead else ""


def plural(count: int, one: str, many: str | None = None) -> str:
    """A number and its noun: '1 summit', '3 summits', 'no summits'."""
    return f"{count or 'no'} {one if count == 1 else many or one + 's'}"


def number(tell: "Callable[[Told], Draft]") -> "Callable[[Told], Draft]":
    """How many there are of what a fact lists."""

    def count(of: Told) -> Draft:
        draft = tell(of)
        return Draft("number", len(cast("list[str]", draft.value)), draft.text)

    return count


def yes_no(value: object, claim: str) -> str:
    """A claim with its verdict in front, which may be given by its value."""
    return f"{Verdict(value).words}: {clause(claim)}."


def clause(sentence: str) -> str:
    """A sentence as it stands within another."""
    return f"the {rest}" if (rest := sentence.removeprefix("The ")) != sentence else sentence


def before_founding(data: DataSet, when: Moment) -> str | None:
    """What to say of a day on which there was no organisation yet."""
    return capitalized(f"{not_founded(data, when.asked)}.") if when.asked < data.founded else None


def not_founded(data: DataSet, day: str) -> str:
    """The same within a sentence."""
    return f"the SCO did not exist yet on {spoken(day)}: it was founded on {spoken(data.founded)}"


def announced(data: DataSet, planned: PlannedSummit) -> str:
    """'2027 in Pakistan (Islamabad)'."""
    return f"{spoken_range(planned.start, planned.end)} in {data.in_text(planned.country)} ({planned.city})"


def labels(summits: Iterable[Meeting]) -> str:
    """'Samarkand 2022, Astana 2024 and Tianjin 2025'."""
    return listed([meeting_label(summit) for summit in summits])


def told(conflict: Conflict) -> str:
    """What sources disagree about, in a sentence, and what is followed."""
    if conflict.brief:
        return f"{conflict.brief}."
    about = conflict.about if conflict.about.endswith("?") else f"{conflict.about}."
    return f"Sources disagree: {about} Followed here: {conflict.chosen.removesuffix('.')}."


def dispute(data: DataSet, conflict: Conflict) -> Dispute:
    """A conflict of the data set as an answer has it."""
    claims = (Claim(claim.value, {id_: data.source(id_) for id_ in claim.sources}) for claim in conflict.claims)
    return Dispute(conflict.about, told(conflict), tuple(claims), conflict.chosen, conflict.why)


def is_about_any(conflict: Conflict, codes: Iterable[str]) -> bool:
    """Whether a dispute about a summit is about one of some countries."""
    return not {*conflict.concerns, *conflict.involves}.isdisjoint(codes)


_LONGEST_DISPUTE = 140
"""Characters up to which a dispute is short: it takes two lines at most."""


def is_short(conflict: Conflict) -> bool:
    """Whether a dispute can be told in passing."""
    return len(conflict.about) + len(conflict.chosen) <= _LONGEST_DISPUTE


def disputed_categories(data: DataSet, categories: Iterable[str | None]) -> list[Conflict]:
    """The disputes about categories that whatever rests on these has to name."""
    named = sorted({category for category in categories if category})
    return [conflict for conflict in data.conflicts(*named) if conflict.brief]


def changes_within(data: DataSet, codes: Iterable[str], when: Moment) -> list[str]:
    """What changed for countries within a month or year that was named, since an answer is for its last day."""
    if when.first == when.asked:
        return []
    gained = [fact for code in data.in_order(codes) for fact in GAINED.of(data, code)]
    within = [fact for fact in gained if when.first <= (fact.date or "") <= when.day]
    return [f"Within that time: on {said}." for said in became(data, within)]


def became(data: DataSet, gained: Iterable[Fact]) -> list[str]:
    """Who gained what, by day, those of one category together: '9 June 2017 India and Pakistan became member states'."""
    found: dict[str, dict[str, list[str]]] = {}
    for fact in sorted(gained, key=lambda fact: fact.date or ""):
        of_day = found.setdefault(fact.date or "", {})
        of_day.setdefault(fact.category or "", []).append(data.in_text(fact.country or ""))
    return [
        f"{spoken(day)} "
        + listed([f"{listed(names)} became {NOUNS[what].of_number(len(names))}" for what, names in of_day.items()])
        for day, of_day in found.items()
    ]


def led_by(delegation: Delegation) -> str:
    """'Ilham Aliyev, President'."""
    if delegation.leader is None:
        return f"{f'the {delegation.role}, who is' if delegation.role else 'somebody'} not named in the sources"
    return f"{delegation.leader}, {delegation.role}"


def past_of(holdings: Iterable[Holding], day: str) -> list[Holding]:
    """The statuses that had begun by a day."""
    return [holding for holding in holdings if holding.period.since <= day]


def granted_and_merged(data: DataSet, code: str, categories: Iterable[str]) -> str:
    """What to add of a status that a country was granted and never held: the same meeting merged it into another."""
    held = {holding.period.category for holding in data.holdings.get(code, ())}
    for meeting in data.summits.values():
        for one in meeting.decisions:
            into = data.categories[one.category].merged_into
            if one.decision == "granted" and one.country == code and one.category in {*categories} - held and into:
                granted = f"granted {data.in_text(code)} the status of {NOUNS[one.category].one}"
                return f" {capitalized(meeting_name(meeting))} {granted} and merged that into the status of {NOUNS[into].one}."
    return ""
