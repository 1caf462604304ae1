"""What the rules look at: a data set, walked once."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cache, cached_property
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar, cast, get_args, get_origin

from scocli.councils import PREFIXES
from scocli.days import capacity_day
from scocli.models import Category, Data, Meeting, PlannedSummit, Record, StatusPeriod, Summit

R = TypeVar("R", bound=Record)
M = TypeVar("M", bound=Meeting)
_LACKING = object()
TODO = "TODO"
"""With what a text begins that ``tools/add_summit.py`` proposes, or leaves to be looked up."""
NEVER = "9999-12-31"
"""The end of what has no end, to be compared with days."""


class Fault(NamedTuple):
    """What is wrong with a data set, and where: a path into the file (``summits[3].delegations[2].leader``)."""

    place: str
    problem: str

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}" if self.place else self.problem


class Shape(NamedTuple):
    """The fields of a kind of record, and those of them that hold records or lists of records."""

    fields: frozenset[str]
    branches: tuple[str, ...]


class Held(NamedTuple):
    """A status period with its place, its country, and the day on which the next one begins."""

    place: str
    country: str
    period: StatusPeriod
    end: str


class Council(NamedTuple):
    """A Council with its meetings.

    :ivar prefix: with what their ids begin.
    """

    prefix: str
    held: tuple[Meeting, ...]
    planned: tuple[PlannedSummit, ...]

    @property
    def meetings(self) -> list[Meeting | PlannedSummit]:
        """Both."""
        return [*self.held, *self.planned]


def record_of(annotation: Any) -> type[Record] | None:
    """The kind of record that a field holds, directly or in a list or object, if it holds any."""
    parts = (annotation, *get_args(annotation))
    return next((part for part in parts if isinstance(part, type) and issubclass(part, Record)), None)


@cache
def _shape(kind: type[Record]) -> Shape:
    fields = kind.model_fields
    branches = [
        name
        for name, field in fields.items()
        if get_origin(field.annotation) is not dict and record_of(field.annotation)
    ]
    return Shape(frozenset(fields), tuple(branches))


class Survey:
    """A data set with what the rules share: its records by kind, and what names them.

    Where it is partial its records lack the fields that are malformed: whatever needs those raises ``AttributeError``.

    :ivar data: the records as they stand in the file.
    :ivar found: all records but the sources, by kind.
    :ivar is_whole: whether nothing that was looked at so far lacks records or names, so that what is named nowhere can be told.
    """

    def __init__(self, data: Data, *, is_partial: bool = False) -> None:
        self.data = data
        self.found: dict[type[Record], list[Record]] = {}
        self.is_partial = is_partial
        self.is_whole = True
        self._walk([data])

    @cached_property
    def founded(self) -> str:
        """The day of the founding."""
        return self.data.organization.founded.date

    @cached_property
    def statuses(self) -> dict[str, tuple[StatusPeriod, ...]]:
        """The periods of each country, by code."""
        return {country.code: country.statuses for country in self.data.countries}

    @cached_property
    def categories(self) -> dict[str, Category]:
        """The categories by id."""
        return {category.id: category for category in self.data.categories}

    @cached_property
    def summits(self) -> dict[str, Summit]:
        """The summits held, by id."""
        return {summit.id: summit for summit in self.data.summits}

    @cached_property
    def in_order(self) -> list[Summit]:
        """The summits held in order of their first days, wherever they stand in the file."""
        return in_order(self.data.summits)

    @cached_property
    def persons(self) -> dict[str, set[str]]:
        """The full names of the persons whom a name or alias can mean."""
        found: dict[str, set[str]] = {}
        for person in self.data.persons:
            for name in (person.name, *person.aliases):
                found.setdefault(name, set()).add(person.name)
        return found

    def _walk(self, records: list[Record]) -> None:
        """Take up records of one kind and, kind by kind, all that is below them."""
        if not records:
            return
        kind = records[0].__class__
        self.found.setdefault(kind, []).extend(records)
        for name in _shape(kind).branches:
            below: list[Record] = []
            for branch in (getattr(record, name, _LACKING) for record in records):
                if branch.__class__ is tuple:
                    below += branch
                elif branch is _LACKING:
                    self.is_whole = False
                elif branch is not None:
                    below.append(cast("Record", branch))
            self._walk(below)

    def place(self, record: Record) -> str:
        """Where a record stands in the file: ``summits[3].delegations[2]``."""
        return self._places[id(record)]

    def fault(self, record: Record, below: str, problem: str) -> Fault:
        """What is wrong with a record, or with a field of it: ``leader``, ``members[2]``."""
        return Fault(f"{self.place(record)}{'.' * bool(below)}{below}", problem)

    @cached_property
    def _places(self) -> dict[int, str]:
        """The places of all records, each of which is an object of its own; made only if there is a fault to be told of."""
        found: dict[int, str] = {}
        waiting: list[tuple[str, Record]] = [("", self.data)]
        for place, record in waiting:
            found[id(record)] = place
            for name in _shape(record.__class__).branches:
                branch, where = getattr(record, name, None), f"{place}.{name}" if place else name
                if isinstance(branch, tuple):
                    waiting += [(f"{where}[{index}]", item) for index, item in enumerate(branch)]
                elif branch is not None:
                    waiting.append((where, branch))
        return found

    @cached_property
    def held(self) -> list[Held]:
        """All periods."""
        found = []
        for index, country in enumerate(self.data.countries):
            ends = [*(later.since for later in country.statuses[1:]), NEVER]
            for number, (period, end) in enumerate(zip(country.statuses, ends, strict=False)):
                found.append(Held(f"countries[{index}].statuses[{number}]", country.code, period, end))
        return found

    @property
    def members(self) -> int:
        """How many fields the records of the file have together, the ids of sources among them."""
        records = chain(self.data.sources.values(), *self.found.values())
        return len(self.data.sources) + sum(map(len, map(attrgetter("__pydantic_fields_set__"), records)))

    def of(self, kind: type[R]) -> list[R]:
        """The records of a kind."""
        return cast("list[R]", self.found.get(kind, []))

    def with_field(self, name: str) -> Iterator[tuple[Record, Any]]:
        """The records, but for the data set itself, that have a field of some name, with what it holds."""
        groups = [self.found[kind] for kind in self.found if name in _shape(kind).fields and kind is not Data]
        if self.is_partial:
            having = [[record for record in group if hasattr(record, name)] for group in groups]
            self.is_whole &= list(map(len, having)) == list(map(len, groups))
            groups = having
        return chain.from_iterable(zip(group, map(attrgetter(name), group), strict=True) for group in groups)

    def meetings(self) -> list[Meeting | PlannedSummit]:
        """The meetings of both Councils, held and planned."""
        return [meeting for council in self.councils for meeting in council.meetings]

    @property
    def held_meetings(self) -> list[Meeting]:
        """The meetings of both Councils that took place."""
        return [*self.of(Summit), *self.of(Meeting)]

    @property
    def councils(self) -> tuple[Council, Council]:
        """The Council of Heads of State, and that of Heads of Government."""
        data = self.data
        return (
            Council(PREFIXES["heads-of-state"], data.summits, data.planned_summits),
            Council(
                PREFIXES["heads-of-government"],
                data.heads_of_government_meetings,
                data.planned_heads_of_government_meetings,
            ),
        )

    def status_on(self, country: str, day: str) -> StatusPeriod | None:
        """The status that a country held on a day."""
        for period in reversed(self.statuses.get(country, ())):
            if period.since <= day:
                return period
        return None

    def at_opening(self, country: str, summit: Meeting) -> str | None:
        """The category that a country held when a meeting opened: on its :func:`~scocli.days.capacity_day`."""
        period = self.status_on(country, self._capacity_days[summit.start])
        return period.category if period else None

    @cached_property
    def _capacity_days(self) -> dict[str, str]:
        """The day whose statuses count at a meeting, by its first day."""
        starts = (meeting.start for meeting in self.held_meetings)
        return {start: capacity_day(start, self.founded) for start in starts}

    @cached_property
    def held_at_openings(self) -> dict[str, frozenset[str]]:
        """The categories that some country held when a meeting opened (as :meth:`at_opening`), by the meeting's id."""
        changes = sorted(
            change
            for held in self.held
            for change in ((held.period.since, 1, held.period.category), (held.end, -1, held.period.category))
        )
        found, holders, place = {}, Counter[str](), 0
        for summit in sorted(self.held_meetings, key=lambda summit: summit.start):
            while place < len(changes) and changes[place][0] <= self._capacity_days[summit.start]:
                holders[changes[place][2]] += changes[place][1]
                place += 1
            found[summit.id] = frozenset(category for category, count in holders.items() if count > 0)
        return found


Rule = Callable[[Survey], Iterator[Fault]]


def in_order(meetings: tuple[M, ...]) -> list[M]:
    """Meetings in order of their first days, wherever they stand in the file; as they stand if a day is lacking."""
    is_dated = all(hasattr(held, "start") for held in meetings)
    return sorted(meetings, key=attrgetter("start")) if is_dated else [*meetings]


def latest(date: str) -> str:
    """The end of a date that may be a month or a year, to be compared with days."""
    return date + "-12-31"[len(date) - 4 :]


def repeats(values: Iterable[Hashable]) -> list[int]:
    """Where a value stands that stood there before."""
    values = tuple(values)
    if len(values) < 2 or len(set(values)) == len(values):
        return []
    first: dict[Hashable, int] = {}
    return [index for index, value in enumerate(values) if first.setdefault(value, index) < index]
