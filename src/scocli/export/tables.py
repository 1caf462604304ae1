"""The tables that a data set is exported as. What is written of them, in whatever format, is said here once.

The columns of a table are those of a record (:mod:`scocli.export.columns`), with what ties the record to the one that
it stands in, and what is derived. Each list of plain values in a record, such as its sources, is a table of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from operator import attrgetter
from typing import Any

from scocli.councils import CouncilId
from scocli.dataset import DataSet
from scocli.export.columns import Cell, Column, Reference, Row, Table, about, column_of, columns_of
from scocli.export.panel import COUNTRY_YEAR

Found = Iterable[tuple[dict[str, Cell], object]]
"""Records, each with the values that it does not hold itself, by column name."""


@dataclass(frozen=True, kw_only=True)
class Records:
    """The records of one kind, which are a table, and their lists, which are a table each.

    :ivar one: what one of them is called, in the tables of its lists.
    :ivar record: the model of the records.
    :ivar found: the records of a data set.
    :ivar key: the columns that tell them apart; none if there is just one.
    :ivar given: columns that tie a record to the one that it stands in.
    :ivar derived: columns that are computed, by the column that each stands behind.
    :ivar refers: fields of the record that are keys of another table although their name does not say so.
    :ivar without: parts of the record that are tables of their own.
    """

    name: str
    one: str
    record: str
    found: Callable[[DataSet], Found]
    key: tuple[str, ...]
    given: tuple[Column, ...] = ()
    derived: Mapping[str, Column] = field(default_factory=dict)
    refers: Mapping[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()


REFERENCES = {
    "category": "categories", "chair_country": "countries", "chair_person": "persons", "conflict": "conflicts",
    "country": "countries", "granted_at": "summits", "leader": "persons", "meeting": "heads_of_government_meetings",
    "merged_into": "categories", "participant": "persons", "person": "persons", "source": "sources",
    "summit": "summits",
}  # fmt: skip
"""Columns that are the key of another table wherever they stand."""

ITEMS = {
    "aliases": "alias", "bears_on": "subject", "codes": "language", "concerns": "concern", "demonyms": "demonym",
    "documents": "document", "elements": "element", "elements_zh": "element", "en": "abbreviation",
    "founders": "country", "involves": "country", "members": "country", "ru": "abbreviation", "sources": "source",
    "zh": "abbreviation",
}  # fmt: skip
"""What one value of a list is called, by the list's field."""

IDENTIFIERS = frozenset({"code", "id", "name", "number"})
"""Columns that another table names after the thing that they tell apart."""

COUNTRY = column_of("Country", "code", "country")
SUMMIT = column_of("Summit", "id", "summit", description="Summit at which it was")
MEETING = column_of("Meeting", "id", "meeting", description="Meeting of the heads of government at which it was")
CONFLICT = Column(name="conflict", type="integer", minimum=1, description="Conflict that it belongs to")
NUMBER = Column(name="number", type="integer", minimum=1, description="Place in the list, from 1")
UNTIL = column_of(
    "Category",
    "retired",
    "until",
    description="Derived: the first day on which the status was no longer held, which is the `since` of the country's "
    "next one; empty while it is held",
)
_CATEGORY = column_of("Category", "id", "category")
CAPACITY = replace(
    _CATEGORY,
    name="capacity",
    choices=(*_CATEGORY.choices, "guest"),
    description="Derived: the country's status on the eve of the summit (at the founding summit: on the day), else `guest`",
)


def _numbered(records: Iterable[object], **given: Cell) -> Found:
    return [({**given, "number": number}, record) for number, record in enumerate(records, start=1)]


def _statuses(data: DataSet) -> Found:
    for held in data.holdings.values():
        for holding in held:
            yield {"country": holding.country, "until": holding.until}, holding.period


def _claims(data: DataSet) -> Found:
    for number, conflict in enumerate(data.data.conflicts, start=1):
        yield from _numbered(conflict.claims, conflict=number)


def _list(name: str, one: str, record: str, path: str = "", *, key: str = "number", **more: Any) -> Records:
    """The records of a list of the file, known by one of their fields or by their places."""

    def found(data: DataSet) -> Found:
        records = attrgetter(path or name)(data.data)
        return _numbered(records) if key == "number" else [({}, record) for record in records]

    given = (NUMBER,) if key == "number" else ()
    return Records(name=name, one=one, record=record, found=found, key=(key,), given=given, **more)


def _at_meetings(name: str, record: str, council: CouncilId = "heads-of-state") -> Records:
    """The records of a list in the meetings of a Council, each with the meeting that it belongs to."""
    is_first = council == "heads-of-state"
    met, table = (SUMMIT, name) if is_first else (MEETING, f"heads_of_government_{name}")

    def found(data: DataSet) -> Found:
        for meeting in data.of_council(council).summits.values():
            yield from _numbered(getattr(meeting, name), **{met.name: meeting.id})

    def delegations(data: DataSet) -> Found:
        for visit in data.of_council(council).visits:
            yield {met.name: visit.summit.id, "capacity": visit.capacity}, visit.delegation

    kind = partial(Records, name=table, one=name[:-1], record=record)
    if name == "delegations":
        return kind(found=delegations, key=(met.name, "country"), given=(met,), derived={"country": CAPACITY})
    return kind(found=found, key=(met.name, "number"), given=(met, NUMBER))


_PERSON = {"name": "persons"}
RECORDS: tuple[Records, ...] = (
    Records(name="dataset", one="dataset", record="Data", found=lambda data: [({}, data.data)], key=(), without=("organization",)),
    Records(name="sco", one="sco", record="OrganizationFacts", found=lambda data: [({}, data.data.organization)], key=()),
    _list("predecessor_summits", "predecessor_summit", "PredecessorSummit", "organization.predecessor.summits"),
    _list("aims", "aim", "Clause", "organization.aims"),
    _list("principles", "principle", "Clause", "organization.principles"),
    _list("other_names", "other_name", "OtherName", "organization.other_names"),
    _list("bodies", "body", "Body", "organization.bodies", key="id"),
    _list("secretaries_general", "secretary_general", "SecretaryGeneral", "organization.secretaries_general", refers=_PERSON),
    _list("rats_directors", "rats_director", "Director", "organization.rats_directors", refers=_PERSON),
    _list("chairmanships", "chairmanship", "Chairmanship", "organization.chairmanships"),
    _list("agreements", "agreement", "Agreement", "organization.agreements"),
    _list("categories", "category", "Category", key="id"),
    _list("countries", "country", "Country", key="code"),
    Records(name="statuses", one="status", record="StatusPeriod", found=_statuses, key=("country", "since"), given=(COUNTRY,), derived={"since": UNTIL}),
    _list("persons", "person", "Person", key="name"),
    _list("written_names", "written_name", "WrittenName", "naming.written", key="name"),
    _list("applications", "application", "Application"),
    _list("summits", "summit", "Summit", key="id"),
    _at_meetings("decisions", "Decision"),
    _at_meetings("delegations", "Delegation"),
    _at_meetings("absences", "Absence"),
    _at_meetings("organizations", "Organization"),
    _list("planned_summits", "planned_summit", "PlannedSummit", key="id"),
    _list("heads_of_government_meetings", "meeting", "Meeting", key="id"),
    _at_meetings("delegations", "Delegation", "heads-of-government"),
    _at_meetings("absences", "Absence", "heads-of-government"),
    _at_meetings("organizations", "Organization", "heads-of-government"),
    _list("planned_heads_of_government_meetings", "planned_meeting", "PlannedSummit", key="id"),
    _list("conflicts", "conflict", "Conflict"),
    Records(name="claims", one="claim", record="Claim", found=_claims, key=("conflict", "number"), given=(CONFLICT, NUMBER)),
    Records(
        name="sources", one="source", record="Source", found=lambda data: (({"id": id}, record) for id, record in data.data.sources.items()),
        key=("id",), given=(column_of("Summit", "id", "id", description="Id by which the other tables name it"),),
    ),
)  # fmt: skip
"""All that a data set holds, by kind of record."""

_KEYS = {records.name: records.key for records in RECORDS}


def _held(data: DataSet, column: Column, given: Mapping[str, Cell], record: object) -> Any:
    """The value of a column: what is given, or else what the record holds; of a person, the name that is listed."""
    found = given[column.name] if column.name in given else column.value(record)
    return data.person(str(found)) if column.refers == "persons" and found is not None else found


def _references(columns: Iterable[Column]) -> tuple[Reference, ...]:
    return tuple(Reference((column.name,), column.refers, _KEYS[column.refers]) for column in columns if column.refers)


def _cells(records: Records) -> tuple[Column, ...]:
    columns = list(records.given)
    for column in columns_of(records.record):
        if column.is_list or column.path[0] in records.without:
            continue
        columns.append(column)
        if column.name in records.derived:
            columns.append(records.derived[column.name])
    refers = REFERENCES | dict(records.refers)
    return tuple(replace(column, refers=refers.get(column.name, "")) for column in columns)


def table_of(records: Records) -> Table:
    """The table of some records."""
    columns = _cells(records)

    def rows(data: DataSet) -> Iterator[Row]:
        for given, record in records.found(data):
            yield tuple(_held(data, column, given, record) for column in columns)

    return Table(records.name, about(records.record), columns, records.key, _references(columns), rows)


def _list_table(records: Records, items: Column) -> Table:
    """The table of a list that each of some records has."""
    owners = [column for column in _cells(records) if column.name in records.key]
    name = items.path[-1]
    item = replace(items, name=ITEMS[name], path=(), is_list=False)
    item = replace(item, refers=REFERENCES.get(item.name, ""))
    owned = tuple(
        replace(
            owner,
            name=records.one if owner.name in IDENTIFIERS else owner.name,
            description=f"Whose list it is: that of the record with this `{owner.name}` in `{records.name}`",
        )
        for owner in owners
    )

    def rows(data: DataSet) -> Iterator[Row]:
        for given, record in records.found(data):
            key = tuple(_held(data, owner, given, record) for owner in owners)
            for number, value in enumerate(items.value(record) or (), start=1):
                yield (*key, number, value)

    key = tuple(column.name for column in owned)
    owner = (Reference(key, records.name, records.key),) if key else ()
    return Table(
        name=f"{records.name}_{items.name}",
        description=f"`{'.'.join(items.path)}` of each record in `{records.name}`"
        + (f": {items.description}" if items.description else ""),
        columns=(*owned, NUMBER, item),
        key=(*key, NUMBER.name),
        references=(*owner, *_references([item])),
        rows=rows,
    )


def _tables() -> Iterator[Table]:
    for records in RECORDS:
        if records.name == "statuses":
            yield COUNTRY_YEAR
        yield table_of(records)
        for items in columns_of(records.record):
            if items.is_list and items.path[0] not in records.without:
                yield _list_table(records, items)


TABLES: tuple[Table, ...] = tuple(_tables())
"""All tables, each record's lists behind its own."""
