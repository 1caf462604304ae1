"""Answer -> the same answer in Russian or Chinese: its sentence, its headings, what stands in its cells.

The sentences are templates in a file a language, one for each kind of answer, and are filled from the query and what its
answer gives; a kind of answer that has none is said in English, and a note says so. Values and ids stay as they are.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from scocli.answers import Answer, Column, Table
from scocli.languages.language import Language, language
from scocli.queries import answer
from scocli.queries.common import REACH

if TYPE_CHECKING:
    from scocli.dataset import DataSet
    from scocli.queries.base import Query

__all__ = ["Language", "answered", "caption_in", "language"]

_IN_PROSE = frozenset({"About", "SummitFacts", "Overview"})
"""Queries whose tables have sentences in English, in which names are English too."""
_WORDED = frozenset({"text", "note", "country", "category", "summit"})
"""Roles of columns whose cells are words that a language may have its own for."""


def answered(data: "DataSet", query: "Query", today: str) -> Answer:
    """The answer to a query, in the language of the data set's names: a sentence that it has none for stands in English.

    :raises scocli.queries.base.QueryError: as :func:`scocli.queries.answer`.
    """
    from scocli.languages.sentences import sentence

    words, english = language(data.language), data.in_language("en")
    found = answer(english if type(query).__name__ in _IN_PROSE else data, query, today)
    notes = [_note(words, found, note) for note in found.notes]
    text = sentence(words, data, query, found)
    if text is None:
        text = answer(english, query, today).text
        notes.insert(0, words.text("in English"))
    return replace(
        found,
        language=words.code,
        text=text,
        tables=tuple(_table(words, data, table) for table in found.tables),
        notes=tuple(notes),
    )


def caption_in(answer: Answer, *, with_sources: bool) -> str:
    """In the language of an answer, how far the data reach, and how many sources there are where they are not shown."""
    words, on = language(answer.language), answer.on
    said = [words.text("caption on", day=words.day(on))] if on and on <= answer.data_through else []
    said.append(words.text("caption", day=words.day(answer.data_through)))
    if answer.sources and not with_sources:
        said.append(words.text("caption sources", number=len(answer.sources)))
    return words.text("caption blank").replace("_", " ").join(said)


def _note(words: Language, found: Answer, note: str) -> str:
    """A note, of which that of a day that the data do not reach is said in every language."""
    return words.text("given as of", day=words.day(found.data_through)) if note.startswith(REACH) else note


def _table(words: Language, data: "DataSet", table: Table) -> Table:
    """A table with the headings, and the words for its cells, of a language."""
    columns = tuple(_column(words, data, column) for column in table.columns)
    return Table(words.word(table.title), columns, table.rows)


def _column(words: Language, data: "DataSet", column: Column) -> Column:
    labels = {**words.words, **words.names(data)} if column.role in _WORDED else {}
    return replace(column, heading=words.word(column.heading), labels=labels)
