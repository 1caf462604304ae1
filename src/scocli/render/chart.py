"""What pictures have in common: names of rows on the left, a legend below, blocks where not all columns fit."""

from collections.abc import Collection, Iterable

from rich.cells import cell_len
from rich.columns import Columns
from rich.table import Table
from rich.text import Text

from scocli.render import Look
from scocli.render.palette import CATEGORIES

_GAP = 2
_NARROWEST_NAME = 10


class Frame:
    """A picture's place: names on the left, the rest for its columns.

    :ivar room: columns of the terminal beside the names.
    """

    def __init__(self, names: Iterable[str], look: Look) -> None:
        longest = max(map(cell_len, names), default=0)
        self.names = min(longest, max(look.width // 3, _NARROWEST_NAME))
        self.room = max(look.width - self.names - _GAP, 1)
        self.look = look

    def block(self) -> Table:
        """Rows of a name and a line of the picture; a long name goes on beneath."""
        block = Table.grid(padding=(0, _GAP, 0, 0))
        block.add_column(width=self.names, overflow="fold")
        block.add_column(no_wrap=True)
        return block


def legend(items: Iterable[tuple[Text, str]]) -> Columns:
    """Signs and what they mean."""
    return Columns([Text.assemble(sign, f" {meaning}") for sign, meaning in items], padding=(0, 3, 0, 0))


def letters(seen: Collection[object], look: Look, label: str = "{}") -> list[tuple[Text, str]]:
    """The letters of categories, in their colours, and what each is called."""
    return [
        (Text(ink.letter, ink.bar if look.color else ""), label.format(ink.label))
        for category, ink in CATEGORIES.items()
        if category in seen and ink.letter
    ]


def evenly(count: int, most: int) -> list[range]:
    """Numbers from 0 up, in as few blocks of at most so many as it takes, all about equally long."""
    blocks = -(-count // max(most, 1))
    size = -(-count // max(blocks, 1))
    return [range(start, min(start + size, count)) for start in range(0, count, max(size, 1))]
