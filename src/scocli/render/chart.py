"""What pictures have in common: names of rows on the left, a legend below, blocks where not all columns fit."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from scocli.render import Look
from scocli.render.layout import Line, Piece, fold, packed, padded

WIDTH = 100
"""Columns of a picture where there are as many as it takes."""

_GAP = "  "
_NARROWEST_NAME = 10


class Frame:
    """A picture's place: names on the left, the rest for its columns.

    :ivar room: columns of the terminal beside the names.
    """

    def __init__(self, names: Iterable[str], look: Look) -> None:
        width = look.width or WIDTH
        longest = max(map(cell_len, names), default=0)
        self.names = min(longest, max(width // 3, _NARROWEST_NAME))
        self.room = max(width - self.names - len(_GAP), 1)
        self.look = look

    def row(self, name: str, cells: Sequence[Piece]) -> list[Line]:
        """A row of the picture; a long name goes on beneath."""
        first, *more = fold(name, self.names)
        line = [*padded(Piece(first), self.names), Piece(_GAP), *cells]
        return [line, *([Piece(part)] for part in more)]

    def legend(self, items: Iterable[tuple[Piece, str]]) -> list[Line]:
        """Signs and what they mean."""
        return packed(
            [[sign, Piece(f" {meaning}")] for sign, meaning in items], self.look.width or WIDTH, between="   "
        )


def evenly(count: int, most: int) -> list[range]:
    """Numbers from 0 up, in as few blocks of at most so many as it takes, all about equally long."""
    blocks = -(-count // max(most, 1))
    size = -(-count // max(blocks, 1))
    return [range(start, min(start + size, count)) for start in range(0, count, max(size, 1))]
