"""Answer -> the same answer in Russian or Chinese: its sentence, its headings, what stands in its cells.

The sentences are templates in a file a language, one for each kind of answer, and are filled from the query and what its
answer gives; a kind of answer that has none is said in English, and a note says so. Values and ids stay as they are.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from scocli.answers import Answer, Column, Table
from scocli.dataset import DataSet
from scocli.languages.language import Language, language
from scocli.queries import answer
from scocli.queries.base import Query

__all__ = ["Language", "answered", "footer_in", "language", "noted"]

_IN_PROSE = frozenset({"About", "SummitFacts", "Overview"})
"""Queries whose tables have sentences in English, in which names are English too."""
_WORDED = frozenset({"text", "detail", "note", "country", "category", "summit"})
"""Roles of columns whose cells are words that a language may have its own for."""


_NAMED = frozenset({"text", "country"})
"""Roles of columns whose cells are names, or may be."""


def answered(data: DataSet, query: "Query", today: str) -> Answer:
    """The answer to a query, in the language of the data set's names: a sentence that it has none for stands in English.

    :raises scocli.queries.base.QueryError: as :func:`scocli.queries.answer`.
    """
    from scocli.languages.sentences import sentence

    words, english = language(data.language), data.in_language("en")
    found = answer(english if type(query).__name__ in _IN_PROSE else data, query, today)
    notes = noted(data, words.code, found.notes)
    text = sentence(words, data, query, found)
    if text is None:
        text = answer(english, query, today).text
        notes = (words.text("in English"), *notes)
    return replace(
        found,
        language=words.code,
        text=text,
        tables=tuple(_table(words, data, table) for table in found.tables),
        notes=notes,
        remarks=noted(data, words.code, found.remarks),
    )


def noted(data: DataSet, code: str, notes: Iterable[str]) -> tuple[str, ...]:
    """Notes in a language; one that it has no phrase for stays in English."""
    words = language(code)
    return tuple(words.said(note, words.names(data)) for note in notes)


def footer_in(answer: Answer, more: str) -> str:
    """In the language of an answer, how far the data reach, and what there is of what is not printed."""
    words = language(answer.language)
    said = words.text("footer", day=words.day(answer.data_through))
    return f"{said} {words.text('more', more=more)}" if more else said


def _table(words: Language, data: DataSet, table: Table) -> Table:
    columns = tuple(_column(words, data, column) for column in table.columns)
    names = words.names(data)
    cells = ([_cell(words, names, *pair) for pair in zip(columns, row, strict=True)] for row in table.rows)
    return replace(table, title=words.said(table.title, names), columns=columns, rows=tuple(map(tuple, cells)))


def _cell(words: Language, names: dict[str, str], column: Column, cell: object) -> Any:
    if column.key == "value" and isinstance(cell, str) and not cell.replace("-", "").isdigit():  # days stay ISO 8601
        return words.said(cell, names)
    return names.get(str(cell), cell) if column.role in _NAMED else cell


def _column(words: Language, data: DataSet, column: Column) -> Column:
    names = words.names(data)
    labels = {**words.words, **names} if column.role in _WORDED and column.key != "topic" else {}  # which is typed
    labels |= {cell: words.said(said, names) for cell, said in column.labels.items()}
    heading = words.words.get(f"{column.heading} ({column.role})") or words.said(column.heading, names)
    return replace(column, heading=heading, labels=labels)
