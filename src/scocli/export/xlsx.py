"""The tables as a spreadsheet: a sheet each, and one that says what is in them, and what the data set is."""

from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from scocli.dataset import DataSet
from scocli.errors import NotInstalled
from scocli.export.columns import Cell, Column, Row, Table

_WIDEST = 60
"""Characters beyond which a column grows no wider."""
_BLANKS = 3
"""Columns of characters that a heading needs for the mark of its filter."""
_ABOUT = Table(
    name="about",
    description="What is in this file",
    columns=tuple(Column(name=name) for name in ("table", "column", "meaning", "value")),
    key=(),
    references=(),
    rows=lambda _: iter(()),
)


def write(data: DataSet, place: Path, tables: Iterable[Table]) -> None:
    """Make a spreadsheet of a data set: a file, which must not exist yet.

    Days are dates, numbers numbers, and text is text whatever it begins with.

    :raises NotInstalled: if XlsxWriter is not there.
    :raises OSError: if it cannot be written, or is not whole when it is read again.
    """
    try:
        from xlsxwriter import Workbook
        from xlsxwriter.exceptions import XlsxWriterException
    except ImportError:
        raise NotInstalled("a spreadsheet", "xlsx") from None
    # In memory, so that what fails leaves no file anywhere.
    book = Workbook(str(place), {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    made = datetime.combine(date.fromisoformat(data.through), time())
    book.set_properties({"title": data.data.organization.names.en, "created": made})
    heading = book.add_format({"bold": True})
    about: list[Row] = []
    for table in tables:
        rows = list(table.rows(data))
        if table.name != "dataset":
            _sheet(book.add_worksheet(table.name), heading, table, rows)
        about += _meanings(table, rows)
    _sheet(book.add_worksheet(_ABOUT.name), heading, _ABOUT, about)
    try:
        book.close()
    except XlsxWriterException as error:
        raise OSError(str(error)) from error
    with ZipFile(place) as file:
        if damaged := file.testzip():
            raise OSError(f"it was damaged while it was written: {damaged}")


def _sheet(sheet: Any, heading: Any, table: Table, rows: list[Row]) -> None:
    """Fill a sheet: headings that stay in sight and filter, then the rows, in columns as wide as what is in them."""
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.name, heading)
        for number, row in enumerate(rows, start=1):
            _write(sheet, number, place, column, row[place])
        longest = max((len(str(row[place])) for row in rows if row[place] is not None), default=0)
        sheet.set_column(place, place, min(max(longest, len(column.name) + _BLANKS), _WIDEST))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(table.columns) - 1)


def _write(sheet: Any, number: int, place: int, column: Column, value: Cell) -> None:
    """Write a cell. :raises OSError: if a spreadsheet has no room for it."""
    if value is None:
        return
    if isinstance(value, int):
        failed = sheet.write_number(number, place, value)
    elif column.type == "date":
        failed = sheet.write_datetime(number, place, date.fromisoformat(value))
    else:
        failed = sheet.write_string(number, place, value)
    if failed:
        raise OSError(f"a spreadsheet has no room for row {number} of {column.name}")


def _meanings(table: Table, rows: list[Row]) -> list[Row]:
    """What a table and its columns mean; of one without a key, which has just one row, also what is in that."""
    values = rows[0] if not table.key else (None,) * len(table.columns)
    meanings = ((column.name, column.description, value) for column, value in zip(table.columns, values, strict=True))
    return [(table.name, *row) for row in ((None, table.description, None), *meanings)]
