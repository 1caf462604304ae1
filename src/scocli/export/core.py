"""The tables that most people want: fewer, and each with its lists in its cells."""

from collections.abc import Iterator
from dataclasses import replace

from scocli.dataset import DataSet
from scocli.export.columns import Row, Table, columns_of
from scocli.export.panel import COUNTRY_YEAR
from scocli.export.tables import RECORDS, Records, table_of

_NAMES = (
    "countries", "country_year", "statuses", "summits", "delegations", "absences", "decisions", "sources",
    "dataset",
)  # fmt: skip
_BETWEEN = "; "


def _flat(records: Records) -> Table:
    """The table of some records with a column for each of their lists."""
    table = table_of(records)
    lists = [
        column for column in columns_of(records.record) if column.is_list and column.path[0] not in records.without
    ]
    joined = tuple(
        replace(
            column,
            path=(),
            is_list=False,
            type="string",
            required=False,
            choices=(),
            pattern=None,
            description=f"{column.description or column.name.capitalize()}, several with `{_BETWEEN.strip()}` between",
        )
        for column in lists
    )

    def rows(data: DataSet) -> Iterator[Row]:
        for row, (_, record) in zip(table.rows(data), records.found(data), strict=True):
            yield (*row, *(_BETWEEN.join(column.value(record) or ()) or None for column in lists))

    references = tuple(reference for reference in table.references if reference.table in _NAMES)
    return replace(table, columns=(*table.columns, *joined), references=references, rows=rows)


_RECORDS = {records.name: records for records in RECORDS}
CORE: tuple[Table, ...] = tuple(COUNTRY_YEAR if name == COUNTRY_YEAR.name else _flat(_RECORDS[name]) for name in _NAMES)
"""Who belongs, since when, who came, who stayed away, what was decided, and where that was read."""
