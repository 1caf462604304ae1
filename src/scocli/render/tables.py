"""A table of an answer as Rich's: what is long stands beneath its row where there is no room for it beside the others."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text

from scocli.answers import Cell, Column, Table
from scocli.render import Look, is_shown
from scocli.render.palette import CATEGORIES, words

GAP = 2
_INDENT = 2
_LONG = ("detail", "note", "address")
_UNBROKEN = ("date", "number")
_BESIDE = (*_UNBROKEN, "country", "category", "summit")
_LONGEST_WORD = 24
"""Columns of the longest word that a column is made wide enough for; what is longer is broken."""
_TEXT, _NOTE = 18, 30
"""Columns in which text, and a note, can be read beside other cells."""
_RULED = "    \n    \n {line} \n    \n    \n    \n    \n    \n"
_ROW = "row"


class Shown(NamedTuple):
    """A column and the words of its cells."""

    column: Column
    heading: str
    cells: list[Text]

    @property
    def natural(self) -> int:
        """The width in which nothing is folded."""
        return max(cell_len(self.heading), *(cell.cell_len for cell in self.cells))

    @property
    def least(self) -> int:
        """The width in which no word is broken, but for very long ones."""
        if self.column.role in _UNBROKEN:
            return min(self.natural, _LONGEST_WORD)
        words = {word for text in (self.heading, *(cell.plain for cell in self.cells)) for word in text.split(" ")}
        return max(min(max(map(cell_len, words)), _LONGEST_WORD), 2)

    @property
    def comfortable(self) -> int:
        """The width in which it is read well."""
        return max(self.least, min(self.natural, _TEXT))


def table_of(table: Table, look: Look) -> RenderableType:
    """A table as it is printed: what finds no room in the columns stands beneath its row.

    Days, numbers, countries, categories and summits are in columns if their words fit; text if it can be read there;
    notes if there is room for them when nothing else is folded; addresses never, for they are copied as a whole.
    """
    shown = [one for one in _shown(table, look) if one.column.role not in _LONG or any(one.cells)]
    if not shown or not table.rows:
        return Group()
    places = range(len(shown))
    beside = [i for i in places if shown[i].column.role in _BESIDE] or [0]
    while len(beside) > 1 and _total(shown[i].least for i in beside) > look.width:
        beside.pop()
    for i in places:
        tried = sorted({*beside, i})
        if shown[i].column.role == "text" and _total(shown[j].comfortable for j in tried) <= look.width:
            beside = tried
    rest = [i for i in places if i not in beside]
    wanted = [shown[i].natural if i in beside else _NOTE for i in places]
    if all(shown[i].column.role in ("detail", "note") for i in rest) and _total(wanted) <= look.width:
        return _columns(shown, look)
    beneath = [_named([shown[i] for i in rest], row, look) for row in range(len(table.rows))]
    return _Annotated(_columns([shown[i] for i in beside], look), beneath)


def _total(widths: Iterable[int]) -> int:
    """Columns that cells of some widths take side by side."""
    return sum(width + GAP for width in widths) - GAP


def _widths(shown: Sequence[Shown], room: int) -> list[int]:
    """The widths of columns that share a room: the widest give way first, and no word is broken if it can be helped."""
    floors = [one.comfortable for one in shown]
    if _total(floors) > room:
        floors = [min(one.least, room) for one in shown]
    for level in range(room, 0, -1):
        widths = [min(one.natural, max(floor, level)) for one, floor in zip(shown, floors, strict=True)]
        if _total(widths) <= room:
            return widths
    return floors


def _shown(table: Table, look: Look) -> list[Shown]:
    codes: Sequence[Cell] = [None] * len(table.rows)
    keys = [column.key for column in table.columns]
    if look.flags and "code" in keys:
        codes = [row[keys.index("code")] for row in table.rows]
    return [
        Shown(
            column,
            look.plain(column.heading),
            [_cell(row[i], column, code, look) for row, code in zip(table.rows, codes, strict=True)],
        )
        for i, column in enumerate(table.columns)
        if is_shown(column, look)
    ]


def _cell(value: Cell, column: Column, code: Cell, look: Look) -> Text:
    said, style = look.plain(words(value, column)), "dim" if column.role == "address" else ""
    if column.role == "category" and (ink := CATEGORIES.get(str(value))):
        style = ink.style
    if column.role == "country" and said and (drawn := flag(str(code))):
        said = f"{drawn} {said}"
    return Text.assemble((said, style))


def flag(code: str) -> str:
    """The flag of a country: its code in the letters that a terminal draws as one."""
    if not (len(code) == 2 and code.isascii() and code.isupper()):
        return ""
    return "".join(chr(ord(letter) - ord("A") + 0x1F1E6) for letter in code)


def _columns(shown: Sequence[Shown], look: Look) -> RichTable:
    """Columns side by side; each row knows its number, so that something can be put beneath it."""
    box = Box(_RULED.format(line="──" if look.takes_unicode else "--"), ascii=True)
    table = RichTable(box=box, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0), header_style="bold")
    table.border_style = "dim"
    for one, width in zip(shown, _widths(shown, look.width), strict=True):
        justify: Literal["left", "right"] = "right" if one.column.role == "number" else "left"
        table.add_column(Text(one.heading), justify=justify, overflow="fold", width=width)
    for row, cells in enumerate(zip(*(one.cells for one in shown), strict=True)):
        table.add_row(*cells, style=Style(meta={_ROW: row}))
    return table


def _named(shown: Sequence[Shown], row: int, look: Look) -> RenderableType:
    """Cells behind their headings: short ones one behind the other, notes and addresses on lines of their own."""
    parts: list[RenderableType] = []
    run: Text | None = None
    for one in (one for one in shown if one.cells[row]):
        if one.column.role == "address":
            parts.append(address(one.cells[row], look))
            run = None
            continue
        named = Text.assemble((f"{one.heading}: ", "dim"), one.cells[row], overflow="fold")
        if run and one.column.role != "note":
            run.append("; ").append(named)
        else:
            parts.append(Padding(named, (0, 0, 0, _INDENT)))
            run = None if one.column.role == "note" else named
    return Group(*parts)


def address(text: Text, look: Look) -> RenderableType:
    """An indented address, on one line however long where something else wraps the lines: only so can it be copied."""
    if not look.wraps:
        text.overflow = "fold"
        return Padding(text, (0, 0, 0, _INDENT))
    text.pad_left(_INDENT)
    text.no_wrap, text.overflow = True, "ignore"
    return text


class _Annotated:
    """A table, and what stands beneath each of its rows."""

    def __init__(self, table: RichTable, beneath: Sequence[RenderableType]) -> None:
        self.table = table
        self.beneath = beneath

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType | Segment]:
        lines = console.render_lines(self.table, options, pad=False)
        for row, group in groupby(lines, _row_of):
            for line in group:
                yield from line
                yield Segment.line()
            if row is not None:
                yield self.beneath[row]


def _row_of(line: list[Segment]) -> int | None:
    """The number of the row to which a line belongs; the heading belongs to none."""
    return next((s.style.meta[_ROW] for s in line if s.style and _ROW in s.style.meta), None)
