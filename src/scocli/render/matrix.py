"""The picture of a matrix: countries by summits."""

from itertools import groupby

from scocli.answers import Answer, Cell
from scocli.render import Look
from scocli.render.chart import Frame, evenly
from scocli.render.layout import Line, Piece
from scocli.render.palette import CATEGORIES, MARKS

_NARROW, _WIDE = 2, 3
"""Columns of the terminal for each summit."""
_AXIS = "Year {}.."


def draw(answer: Answer, look: Look) -> list[Line]:
    """The picture, in as many blocks of summits as it takes, and what its signs mean."""
    records = answer.tables[0].records()
    rows = {code: list(found) for code, found in groupby(records, key=lambda row: str(row["code"]))}
    if not rows:
        return []
    summits = [str(row["date"]) for row in next(iter(rows.values()))]
    frame = Frame([_AXIS.format(summits[0][:2]), *(look.plain(row["country"]) for row in records)], look)
    lines: list[Line] = []
    for block in evenly(len(summits), frame.room // _NARROW):
        pitch = _WIDE if len(block) * _WIDE <= frame.room else _NARROW
        lines += [[]] if lines else []
        lines += _years(frame, [summits[i][:4] for i in block], pitch)
        for marks in rows.values():
            lines += frame.row(look.plain(marks[0]["country"]), [_cell(marks[i], pitch) for i in block])
    return [*lines, [], *frame.legend(_signs(records)), *(frame.legend(_colors(records)) if look.color else [])]


def _years(frame: Frame, years: list[str], pitch: int) -> list[Line]:
    """The years of summits, without the century if it is one; digits below each other where there is no room."""
    century = years[0][:2] if len({year[:2] for year in years}) == 1 else ""
    shown = [year.removeprefix(century) for year in years]
    digits = [shown] if pitch > len(shown[0]) else [list(line) for line in zip(*shown, strict=True)]
    names = [_AXIS.format(century) if century else "Year", *[""] * len(digits)]
    return [
        line
        for name, texts in zip(names, digits, strict=False)
        for line in frame.row(name, [Piece("".join(text.center(pitch) for text in texts), "bold")])
    ]


def _cell(row: dict[str, Cell], pitch: int) -> Piece:
    """A mark, on the colour of the capacity in which the country came."""
    mark = str(row["mark"])
    ink = CATEGORIES[str(row["capacity"])]
    style = {"absent": "bold red", "not-recorded": ink.style, "no-status": "dim"}.get(mark, ink.bar)
    return Piece(MARKS[mark][0].center(pitch), style)


def _signs(records: list[dict[str, Cell]]) -> list[tuple[Piece, str]]:
    seen = {row["mark"] for row in records}
    return [(Piece(sign, "bold"), meaning) for mark, (sign, meaning) in MARKS.items() if mark in seen]


def _colors(records: list[dict[str, Cell]]) -> list[tuple[Piece, str]]:
    seen = {row["capacity"] for row in records}
    return [(Piece("  ", ink.bar), ink.label) for category, ink in CATEGORIES.items() if category in seen and ink.bar]
