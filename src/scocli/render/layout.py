"""Lines of a terminal: pieces of text with a style, folded so that nothing is lost and nothing is too wide.

Rich's own tables cannot carry a long cell over to lines of its own beneath the row, and its console takes longer
to load than an answer to find; so lines are laid out here, and Rich measures characters and makes colours.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len


class Piece(NamedTuple):
    """Text and the Rich style that it has."""

    text: str
    style: str = ""


Line: TypeAlias = list[Piece]


def width_of(line: Iterable[Piece]) -> int:
    """Columns that a line takes."""
    return sum(cell_len(piece.text) for piece in line)


def spans(text: str, width: int, *, whole: bool = False) -> list[tuple[int, int]]:
    """Where the lines of a text begin and end if none may be wider than so many columns.

    Lines break at spaces, which are left out; a word that is wider than a line is broken inside.

    :param whole: whether addresses are never broken, however wide.
    """
    if cell_len(text) <= width:
        return [(0, len(text))]
    found, start = [], 0
    while start < len(text):
        end = _fitting(text, start, width)
        if end < len(text):
            space = text.rfind(" ", start + 1, end + 1)
            word_end = text.find(" ", end) if space < 0 else space
            if space > start or (whole and "://" in text[start:word_end]):
                end = word_end if word_end >= 0 else len(text)
        found.append((start, end))
        start = end
        while start < len(text) and text[start] == " ":
            start += 1
    return found


def _fitting(text: str, start: int, width: int) -> int:
    """Where the longest piece that begins at a place and fits into a line ends; it has one character at least."""
    end = min(len(text), start + max(width, 1))
    while end > start + 1 and cell_len(text[start:end]) > width:
        end -= 1
    while end < len(text) and not cell_len(text[end]):  # an accent stays with its letter
        end += 1
    return end


def fold(text: str, width: int) -> list[str]:
    """The lines of a text if none may be wider than so many columns."""
    return [text[start:end] for start, end in spans(text, width)]


def flow(
    pieces: Sequence[Piece], width: int | None, indent: str = "", hanging: str | None = None, *, whole: bool = False
) -> list[Line]:
    """Pieces as lines of running text.

    :param width: columns of a line; ``None`` for one line however long.
    :param indent: what the first line begins with.
    :param hanging: what the others begin with, of the same width; blanks by default.
    :param whole: whether addresses are never broken, however wide.
    """
    text = "".join(piece.text for piece in pieces)
    room = len(text) * 2 + 1 if width is None else max(width - cell_len(indent), 1)
    lines, first = [], indent
    for start, end in spans(text, room, whole=whole):
        lines.append([Piece(first), *_cut(pieces, start, end)])
        first = " " * len(indent) if hanging is None else hanging
    return lines


def _cut(pieces: Iterable[Piece], start: int, end: int) -> Iterable[Piece]:
    """The pieces of what stands between two places of their joined text."""
    at = 0
    for piece in pieces:
        part = piece.text[max(start - at, 0) : max(end - at, 0)]
        if part:
            yield Piece(part, piece.style)
        at += len(piece.text)


def packed(items: Iterable[Line], width: int | None, indent: str = "", between: str = "; ") -> list[Line]:
    """Items one behind the other, as many to a line as fit whole; one that is wider than a line is folded."""
    rows: list[Line] = []
    for item in items:
        longer = [*rows[-1], Piece(between), *item] if rows else item
        if rows and (width is None or width_of(longer) <= width - len(indent)):
            rows[-1] = longer
        else:
            rows.append(item)
    return [line for row in rows for line in flow(row, width, indent)]


def padded(piece: Piece, width: int, *, right: bool = False) -> Line:
    """A piece filled up with blanks to a width."""
    blanks = Piece(" " * (width - cell_len(piece.text)))
    return [blanks, piece] if right else [piece, blanks]


def join(lines: Iterable[Line], *, color: bool) -> str:
    """Lines as text, with their styles as escape sequences if wanted; without blanks at their ends."""
    if not color:
        return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)
    from rich.color import ColorSystem
    from rich.style import Style

    return "".join(
        "".join(Style.parse(style).render(text, color_system=ColorSystem.STANDARD) for text, style in _ended(line))
        + "\n"
        for line in lines
    )


def _ended(line: Line) -> Line:
    """A line without the blanks at its end that have no style."""
    end = len(line)
    while end and not line[end - 1].style and not line[end - 1].text.rstrip():
        end -= 1
    return line[:end]
