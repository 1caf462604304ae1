"""A table in columns. Where they do not all fit side by side, some stand beneath each row, on lines of their own."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from rich.cells import cell_len

from scocli.answers import Column, Table
from scocli.render import Look
from scocli.render.layout import Line, Piece, flow, fold, packed, padded
from scocli.render.palette import CATEGORIES

GAP = "  "
INDENT = "  "
_FIXED = ("date", "number")
_UNBROKEN = (*_FIXED, "address")
_LONGEST_WORD = 24
_TALLEST = 2
_PAIR = 2
_WIDEST_CHARACTER = 2


class Sheet:
    """The cells of a table as they will be drawn.

    :ivar columns: columns that say something in some row.
    :ivar rows: the words of each row's cells.
    """

    def __init__(self, table: Table, look: Look) -> None:
        filled = [i for i in range(len(table.columns)) if any(row[i] is not None for row in table.rows)]
        self.columns: tuple[Column, ...] = tuple(table.columns[i] for i in filled)
        self.values = [[row[i] for i in filled] for row in table.rows]
        keys = [column.key for column in table.columns]
        codes = [str(row[keys.index("code")]) if look.flags and "code" in keys else "" for row in table.rows]
        self.look = look
        self.rows = [
            [self._words(value, column, code) for value, column in zip(row, self.columns, strict=True)]
            for row, code in zip(self.values, codes, strict=True)
        ]
        self.headings = [look.plain(column.heading) for column in self.columns]

    def _words(self, value: object, column: Column, code: str) -> str:
        if value is None:
            return ""
        if column.role == "category" and value in CATEGORIES:
            return CATEGORIES[str(value)].label
        words = self.look.plain(value)
        return f"{flag(code)} {words}" if code and column.role == "country" else words

    def piece(self, row: int, column: int, words: str) -> Piece:
        """Words of a cell in its colour."""
        role = self.columns[column].role
        if role == "category":
            ink = CATEGORIES.get(str(self.values[row][column]))
            return Piece(words, ink.style if ink else "")
        return Piece(words, "dim" if role == "address" else "")

    @cached_property
    def widths(self) -> list[list[int]]:
        """Of every column: the widths of its cells."""
        return [[cell_len(row[i]) for row in self.rows] for i in range(len(self.columns))]

    @cached_property
    def natural(self) -> list[int]:
        """Of every column: the width in which nothing is folded."""
        return [max(cell_len(heading), *widths) for heading, widths in zip(self.headings, self.widths, strict=True)]

    @cached_property
    def least(self) -> list[int]:
        """Of every column: the width in which no word is broken, but for very long ones."""
        found = []
        for i, column in enumerate(self.columns):
            if column.role in _UNBROKEN:
                found.append(self.natural[i])
                continue
            words = {word for row in self.rows for word in row[i].split(" ")} | set(self.headings[i].split(" "))
            found.append(min(max(map(cell_len, words)), _LONGEST_WORD))
        return found


def flag(code: str) -> str:
    """The flag of a country: its code in the letters that a terminal draws as one."""
    if not (len(code) == 2 and code.isascii() and code.isupper()):
        return ""
    return "".join(chr(ord(letter) - ord("A") + 0x1F1E6) for letter in code)


class Plan(NamedTuple):
    """Where the columns of a sheet stand.

    :ivar beside: widths of the columns that stand side by side, by index.
    :ivar beneath: the columns that stand beneath each row.
    :ivar common: the columns whose cells are all equal and are said once for all rows.
    """

    beside: dict[int, int]
    beneath: tuple[int, ...] = ()
    common: tuple[int, ...] = ()


def plan(sheet: Sheet, width: int | None) -> Plan:
    """Where the columns stand in a width.

    All side by side if they fit, if there are only two, or if folding them makes no row taller than two lines. Else
    what is the same in all rows is said once, and of the other columns, from the left, those stand side by side that
    find room; the days and numbers always do.
    """
    every = list(range(len(sheet.columns)))
    if width is None or _total(sheet.natural) <= width:
        return Plan(dict(enumerate(sheet.natural)))
    if _total(sheet.least) <= width:
        shared = _shared(sheet, every, width)
        if len(every) <= _PAIR or all(len(fold(row[i], shared[i])) <= _TALLEST for row in sheet.rows for i in every):
            return Plan(shared)
    common = tuple(i for i in every[1:] if len(sheet.rows) > 2 and len({row[i] for row in sheet.rows}) == 1)
    rest = [i for i in every if i not in common]
    beside = [i for i in rest if i == 0 or sheet.columns[i].role in _FIXED]
    for i in rest:
        tried = sorted({*beside, i})
        if _is_short(sheet, i, width) and _total([_comfortable(sheet, j, width) for j in tried]) <= width:
            beside = tried
    return Plan(_shared(sheet, beside, width), tuple(i for i in rest if i not in beside), common)


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _usual(sheet: Sheet, column: int) -> int:
    """The width that few cells of a column go beyond."""
    widths = sorted(sheet.widths[column])
    return widths[len(widths) * 4 // 5]


def _share(width: int) -> int:
    """The most that a column of text may ask for."""
    return (width - 2 * len(GAP)) // 3


def _is_short(sheet: Sheet, column: int, width: int) -> bool:
    """Whether a column can stand beside others without making rows tall."""
    return sheet.columns[column].role != "address" and _usual(sheet, column) <= _TALLEST * _share(width)


def _comfortable(sheet: Sheet, column: int, width: int) -> int:
    """The width in which few cells of a column are folded, but not more than its share of a line."""
    if sheet.columns[column].role in _FIXED:
        return sheet.natural[column]
    return max(sheet.least[column], min(_usual(sheet, column), _share(width)))


def _shared(sheet: Sheet, columns: Sequence[int], width: int) -> dict[int, int]:
    """The widths of columns that share a width: the widest give way first, no word is broken if it can be helped."""
    room = width - len(GAP) * (len(columns) - 1)
    choices = ([_comfortable(sheet, i, width) for i in columns], [sheet.least[i] for i in columns])
    floors = next((floors for floors in choices if sum(floors) <= room), [_WIDEST_CHARACTER] * len(columns))
    level, widths = min(max(sheet.natural), max(room, _WIDEST_CHARACTER)), [room + 1]
    while sum(widths) > room and level >= _WIDEST_CHARACTER:
        widths = [min(sheet.natural[i], max(floor, level)) for i, floor in zip(columns, floors, strict=True)]
        level -= 1
    return dict(zip(columns, widths, strict=True))


def draw(table: Table, look: Look) -> list[Line]:
    """A table as lines, none wider than there is room."""
    sheet = Sheet(table, look)
    if not sheet.rows or not sheet.columns:
        return []
    chosen = plan(sheet, look.width)
    said = _named(sheet, 0, chosen.common)
    lines = packed([[Piece("In all rows: ", "dim"), *said[0]], *said[1:]], look.width) if said else []
    headings = {i: [Piece(part, "bold") for part in fold(sheet.headings[i], chosen.beside[i])] for i in chosen.beside}
    lines += _side_by_side(sheet, chosen, headings)
    lines.append([Piece(("─" if look.takes_unicode else "-") * _total(list(chosen.beside.values())), "dim")])
    for number, row in enumerate(sheet.rows):
        cells = {
            i: [sheet.piece(number, i, part) for part in fold(row[i], width)] for i, width in chosen.beside.items()
        }
        if chosen.beneath:
            cells[0] = [Piece(piece.text, piece.style or "bold") for piece in cells[0]]
        lines += _side_by_side(sheet, chosen, cells)
        lines += _beneath(sheet, chosen, number)
    return lines


def _side_by_side(sheet: Sheet, chosen: Plan, cells: dict[int, list[Piece]]) -> list[Line]:
    """Folded cells as lines."""
    lines: list[Line] = []
    for height in range(max(map(len, cells.values()))):
        line: Line = []
        for i, width in chosen.beside.items():
            piece = cells[i][height] if height < len(cells[i]) else Piece("")
            line += [Piece(GAP)] if line else []
            line += padded(piece, width, right=sheet.columns[i].role == "number")
        lines.append(line)
    return lines


def _named(sheet: Sheet, row: int, columns: Sequence[int]) -> list[Line]:
    """Cells with their headings."""
    return [
        [Piece(f"{sheet.headings[i]}: ", "dim"), sheet.piece(row, i, sheet.rows[row][i])]
        for i in columns
        if sheet.rows[row][i]
    ]


def _beneath(sheet: Sheet, chosen: Plan, row: int) -> list[Line]:
    """What stands beneath a row: addresses on lines of their own, where they can be copied."""
    addresses = [i for i in chosen.beneath if sheet.columns[i].role == "address" and sheet.rows[row][i]]
    lines = packed(_named(sheet, row, [i for i in chosen.beneath if i not in addresses]), sheet.look.width, INDENT)
    for i in addresses:
        lines += flow([sheet.piece(row, i, sheet.rows[row][i])], sheet.look.width, INDENT, whole=sheet.look.wraps)
    return lines
