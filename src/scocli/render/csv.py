"""The rows of an answer as CSV (RFC 4180, but with line feeds)."""

import csv
import io

from scocli.answers import Answer
from scocli.render import Look
from scocli.text import visible

_FORMULA = frozenset("=+-@＝＋－＠")
"""What a formula begins with, in wide forms too, which East Asian spreadsheets take for the same."""


def render(answer: Answer, look: Look) -> str:
    """A heading and the rows of a table; where an answer has several, the first column names the table.

    Where the answer is for a day, the last column says which, so that files of several days can be put together.

    A cell that a spreadsheet would take for a formula is preceded by an apostrophe.
    """
    rows = answer.to_rows()
    empty = [column.key for table in answer.tables for column in table.columns]
    columns = list(dict.fromkeys(key for row in rows for key in row)) or empty
    day = {"as_of": answer.as_of} if answer.as_of else {}
    columns += day
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell((row | day).get(key)) for key in columns])
    return out.getvalue()


def _cell(value: str | int | None) -> str | int | None:
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if text[:1] in _FORMULA else text
