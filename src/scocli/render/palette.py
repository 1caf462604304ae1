"""How categories and marks look: the same everywhere, and told apart without colour too."""

from typing import NamedTuple

from scocli.answers import Cell, Column


class Ink(NamedTuple):
    """How a category is drawn.

    :ivar label: what it is called in a cell.
    :ivar style: its colour as text, one of a terminal's sixteen.
    :ivar bar: its colour as a bar.
    :ivar letter: the sign with which a bar of it begins.
    :ivar fill: how the bar goes on where there is no colour, and where no lines can be drawn either.
    """

    label: str
    style: str
    bar: str = ""
    letter: str = ""
    fill: tuple[str, str] = ("", "")


CATEGORIES = {
    "member": Ink("member state", "bold green", "black on green", "M", ("━", "=")),
    "observer": Ink("observer", "cyan", "black on cyan", "O", ("─", "-")),
    "dialogue-partner": Ink("dialogue partner", "magenta", "black on magenta", "D", ("┄", ".")),
    "partner": Ink("SCO partner", "yellow", "black on yellow", "P", ("╌", "~")),
    "guest": Ink("guest", "dim", "black on white"),
    "none": Ink("no status", "dim"),
}
"""By category id, and what stands where there is no category."""

MARKS = {
    "leader": ("H", "head of state or government in person"),
    "leader-by-video": ("V", "head of state or government by video"),
    "below-leader": ("L", "led by somebody below that level"),
    "unnamed-leader": ("U", "came; its leader is not named in the sources"),
    "absent": ("x", "absent"),
    "not-recorded": ("?", "not recorded"),
    "no-status": (".", "no status, nor recorded as a guest"),
}
"""The sign and the meaning of each mark of a matrix."""


def words(cell: Cell, column: Column) -> str:
    """A cell as it is shown: nothing where there is nothing, and a category by what it is called."""
    if cell is None:
        return ""
    ink = CATEGORIES.get(str(cell)) if column.role == "category" else None
    return column.labels.get(str(cell), ink.label if ink else str(cell))
