"""The picture of growth: a bar for each day, a part of it for each category."""

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from rich.console import RenderableType
from rich.text import Text

from scocli.answers import Answer
from scocli.render import Look
from scocli.render.chart import Frame, legend, letters
from scocli.render.palette import CATEGORIES

_WIDEST_COUNTRY = 3
"""Columns of the terminal for each country where there is room."""


def draw(answer: Answer, look: Look) -> Iterator[RenderableType]:
    """A line for each day: the bar, with the number in each of its parts, and their sum; then what the parts are."""
    rows = answer.tables[0].records()
    if not rows:
        return
    frame = Frame([str(row["date"]) for row in rows], look)
    most = max(int(row["total"] or 0) for row in rows)
    room = max(frame.room - len(f" {most}"), 1)
    size = min(room // max(most, 1), _WIDEST_COUNTRY) or room / most
    block = frame.block()
    for row in rows:
        held = {category: int(row[category] or 0) for category in CATEGORIES if row.get(category)}
        widths = _widths(held.values(), size, room)
        parts = [_part(category, held[category], width, look) for category, width in zip(held, widths, strict=True)]
        block.add_row(Text(str(row["date"])), Text.assemble(*parts, (f" {row['total']}", "bold")))
    yield block
    yield legend(letters([category for category in CATEGORIES if any(row.get(category) for row in rows)], look))


def _widths(counts: Iterable[int], size: float, room: int) -> list[int]:
    """The columns of the parts of a bar: as many as go with their numbers, and one at least where there is room."""
    ends = pairwise(round(sum_ * size) for sum_ in accumulate(counts, initial=0))
    widths = [max(end - start, 1) for start, end in ends]
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    return widths


def _part(category: str, count: int, width: int, look: Look) -> tuple[str, str]:
    """The part of a bar that is a category's: its letter and its number, as far as there is room."""
    ink = CATEGORIES[category]
    said = next((said for said in (f"{ink.letter}{count}", ink.letter) if len(said) <= width), "")
    return said.ljust(width, " " if look.color else ink.fill[not look.takes_unicode]), ink.bar if look.color else ""
