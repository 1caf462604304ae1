"""Answer -> what is shown: a string in one of the formats. No renderer looks a fact up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import import_module

from scocli.answers import Answer, Cell, Column, Table
from scocli.days import spoken
from scocli.render.palette import words
from scocli.text import fold, visible

_MODULES = {"table": "screen", "json": "json", "csv": "csv", "markdown": "markdown"}
FORMATS = tuple(_MODULES)

MORE = ("notes", "disputes", "sources")
"""What an answer has beside what everybody has to see: shown on request, else counted."""

PIPE_WIDTH = 120
"""Columns of what is printed where no terminal says how many it has."""

DRAWS_FLAGS = frozenset({"Apple_Terminal", "iTerm.app", "WezTerm"})
"""Terminals (as ``TERM_PROGRAM`` names them) that bring the font and the two columns that a flag takes.

Others may draw two letters instead, or count other columns, and nothing tells which: there are no flags there.
"""


@dataclass(frozen=True)
class Look:
    """How an answer is to be drawn.

    :ivar width: columns that are there.
    :ivar color: whether escape sequences for colour may be used.
    :ivar more: which of :data:`MORE` to print beneath what was said.
    :ivar encoding: the encoding of what it is written to.
    :ivar flags: whether flags of countries are drawn as such.
    :ivar wraps: whether it carries on by itself what is too long for a line, as a terminal does, which knows that the
        pieces are one: an address can be clicked and copied only if no line break is put into it.
    """

    width: int = PIPE_WIDTH
    color: bool = False
    more: tuple[str, ...] = ()
    encoding: str = "utf-8"
    flags: bool = False
    wraps: bool = False

    @cached_property
    def takes_unicode(self) -> bool:
        """Whether all characters can be written, those of which lines are drawn too.

        East Asian encodings have lines, but two columns wide; others have some of them.
        """
        return self.encoding.lower().startswith("utf")

    def plain(self, value: object) -> str:
        """A value from data as it may stand in a line: all of it visible, and as it will be written."""
        text = visible(str(value))
        if text.isascii() or self.takes_unicode:
            return text
        return text.encode(self.encoding, "backslashreplace").decode(self.encoding)


_NOTES = 2
"""Notes that are printed unasked."""


def notes_of(answer: Answer, look: Look) -> tuple[str, ...]:
    """The notes to print: all that there are if they are asked for, else the most important."""
    return (*answer.notes, *answer.remarks) if "notes" in look.more else answer.notes[:_NOTES]


def is_shown(column: Column, look: Look) -> bool:
    """Whether a column is for readers: codes are not, and details only where all notes are asked for."""
    return column.role != "code" and (column.role != "detail" or "notes" in look.more)


_FACTS = ("fact", "value")
_DATE = re.compile(r"\d{4}-\d\d(-\d\d)?")


def told_beneath(answer: Answer, look: Look) -> Iterator[Table]:
    """The tables that say more than the sentence; of facts one by one those that it does not tell."""
    sentence = fold(answer.text)

    def is_said(row: tuple[Cell, ...], table: Table) -> bool:
        told = (words(cell, column) for cell, column in zip(row, table.columns, strict=True) if is_shown(column, look))
        return all(fold(spoken(cell) if _DATE.fullmatch(cell) else cell) in sentence for cell in told)

    for table in answer.tables:
        is_of_facts = tuple(column.key for column in table.columns) == _FACTS
        more = tuple(row for row in table.rows if not is_said(("", row[-1]) if is_of_facts else row, table))
        if more:
            yield replace(table, rows=more if is_of_facts else table.rows)


_NAMING = ("country", "category", "summit", "date")
_NOT_NAMING = ("until", "end", "memorandum_date")


def support(answer: Answer) -> dict[str, list[str]]:
    """The ids of the sources by what they support, official ones first: row by row where that is told, then the rest.

    Rows that were read in the same places stand together; if these are all of a table, its title does.
    """
    found: dict[tuple[str, ...], list[str]] = {}
    for table in answer.tables:
        naming = [i for i, c in enumerate(table.columns) if c.role in _NAMING and c.key not in _NOT_NAMING] or [0]
        is_of_one = len(table.rows) > 1 and len({*table.sources}) == 1
        for row, keys in zip(table.rows, table.sources, strict=False):
            named = ", ".join(words(row[i], table.columns[i]) for i in naming if row[i] is not None)
            found.setdefault(tuple(answer.by_weight(keys)), []).append(table.title if is_of_one else named)
    rest = [key for key in answer.sources if not any(key in keys for keys in found)]
    told = {"; ".join(dict.fromkeys(facts)): list(keys) for keys, facts in found.items() if keys}
    return told | ({"Beside it" if told else "All of it": answer.by_weight(rest)} if rest else {})


def footer(answer: Answer, look: Look) -> str:
    """How far the data reach, and how much there is of what is not printed: '... More: --notes 3, --sources 18'."""
    rows = [zip(row, table.columns, strict=True) for table in answer.tables for row in table.rows]
    detailed = sum(any(cell and column.role == "detail" for cell, column in row) for row in rows)
    counts = {
        "notes": len(answer.notes) + len(answer.remarks) - len(notes_of(answer, look)) + detailed,
        "disputes": len(answer.disputes),
        "sources": len(answer.sources),
    }
    more = ", ".join(f"--{what} {count}" for what, count in counts.items() if count and what not in look.more)
    if answer.language != "en":
        from scocli.languages import footer_in

        return footer_in(answer, more)
    return f"Data to {spoken(answer.data_through)}." + f" More: {more}" * bool(more)


def citation(answer: Answer, look: Look) -> str:
    """What an answer rests on in a line that is fit for a footnote: its main source, or else the data set."""
    source, through = answer.main_source, spoken(answer.data_through)
    if source is None:
        number = len(answer.sources)
        return f"sco-membership, data set to {through}, here from {number} source{'s' * (number != 1)} (--sources)"
    dated = f", {spoken(source.published)}" if source.published else ""
    return look.plain(f"{source.publisher}{dated}, {source.url} (data to {through})")


def render(answer: Answer, form: str, look: Look) -> str:
    """The answer in one of :data:`FORMATS`, ending with a line break."""
    drawn: str = import_module(f"{__name__}.{_MODULES[form]}").render(answer, look)
    return drawn
