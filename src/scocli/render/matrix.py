"""The picture of a matrix: countries by summits."""

from collections.abc import Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from scocli.answers import Answer, Cell
from scocli.render import Look
from scocli.render.chart import Frame, evenly, legend, letters
from scocli.render.palette import CATEGORIES, MARKS

_NARROW, _WIDE = 2, 3
"""Columns of the terminal for each summit."""
_AXIS = "Year {}.."
_STATUS = 2
"""Columns in front of the marks, for the letter of the present status."""


def draw(answer: Answer, look: Look) -> Iterator[RenderableType]:
    """The picture, in as many blocks of summits as it takes, and what its signs mean."""
    records = answer.tables[0].records()
    rows = {code: list(found) for code, found in groupby(records, key=lambda row: str(row["code"]))}
    if not rows:
        return
    summits = [str(row["date"]) for row in next(iter(rows.values()))]
    frame = Frame([_AXIS.format(summits[0][:2]), *(look.plain(row["country"]) for row in records)], look)
    room = max(frame.room - _STATUS, 1)
    for shown in evenly(len(summits), room // _NARROW):
        pitch = _WIDE if len(shown) * _WIDE <= room else _NARROW
        block = frame.block()
        _years(block, [summits[i][:4] for i in shown], pitch)
        for marks in rows.values():
            ink = CATEGORIES[str(marks[0]["status"])]
            status = Text(ink.letter, ink.bar if look.color else "").append(
                " " * (_STATUS - len(ink.letter)), "default"
            )
            block.add_row(
                Text(look.plain(marks[0]["country"])), Text.assemble(status, *(_cell(marks[i], pitch) for i in shown))
            )
        yield block
    statuses = letters({row["status"] for row in records}, look, "now {}")
    marks_seen, capacities = {row["mark"] for row in records}, {row["capacity"] for row in records}
    signs = [(Text(sign, "bold"), meaning) for mark, (sign, meaning) in MARKS.items() if mark in marks_seen]
    inks = [CATEGORIES[category] for category in CATEGORIES if look.color and category in capacities]
    yield legend([*signs, *statuses, *((Text("  ", ink.bar), ink.label) for ink in inks if ink.bar)])


def _years(block: Table, years: list[str], pitch: int) -> None:
    """Add the years of summits, without the century if it is one; digits below each other where there is no room."""
    century = years[0][:2] if len({year[:2] for year in years}) == 1 else ""
    shown = [year.removeprefix(century) for year in years]
    digits = [shown] if pitch > len(shown[0]) else [list(line) for line in zip(*shown, strict=True)]
    names = [_AXIS.format(century) if century else "Year", *[""] * len(digits)]
    for name, texts in zip(names, digits, strict=False):
        block.add_row(Text(name), Text(" " * _STATUS + "".join(text.center(pitch) for text in texts), "bold"))


def _cell(row: dict[str, Cell], pitch: int) -> tuple[str, str]:
    """A mark, on the colour of the capacity in which the country came."""
    mark = str(row["mark"])
    ink = CATEGORIES[str(row["capacity"])]
    style = {"absent": "bold red", "not-recorded": ink.style, "no-status": "dim"}.get(mark, ink.bar)
    return MARKS[mark][0].center(pitch), style
