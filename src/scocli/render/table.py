"""An answer as text and tables for a terminal."""

from dataclasses import replace
from importlib import import_module

from scocli.answers import Answer, Table
from scocli.days import spoken
from scocli.render import Look, grid
from scocli.render.layout import Line, Piece, flow, join

PICTURES = {"timeline": "timeline", "matrix": "matrix", "growth": "growth"}
"""Kinds of answers whose rows are drawn as a picture, by the module that does it."""

_NARROWEST = 20
_WIDEST_TEXT = 100
_LEADS = (": ", "; ", " (", ". ")


def render(answer: Answer, look: Look) -> str:
    """The sentence, the tables or the picture, the notes, if asked for the sources, and how far the data reach."""
    return join(draw(answer, look), color=look.color)


def draw(answer: Answer, look: Look) -> list[Line]:
    """The lines of an answer, none wider than there is room, but for addresses on what wraps lines itself."""
    if look.width is not None and look.width < _NARROWEST:
        look = replace(look, width=_NARROWEST)
    text_width = look.width and min(look.width, _WIDEST_TEXT)
    parts = [flow(_sentence(look.plain(answer.text)), text_width, whole=look.wraps)]
    if answer.kind in PICTURES:
        parts.append(import_module(f"scocli.render.{PICTURES[answer.kind]}").draw(answer, look))
    else:
        parts += [_table(table, look, titled=len(answer.tables) > 1) for table in answer.tables]
    parts.append([line for note in answer.notes for line in flow([Piece(look.plain(note))], text_width, "- ", "  ")])
    if look.sources:
        parts.append(_sources(answer, look))
    parts.append(flow([Piece(caption(answer, look), "dim")], text_width))
    lines: list[Line] = []
    for part in filter(None, parts):
        lines += [[], *part] if lines else part
    return lines


def _sentence(text: str) -> list[Piece]:
    """What is said first in bold, and what follows, which is often long, plain."""
    ends = [at for lead in _LEADS if (at := text.find(lead)) >= 0]
    end = min(ends, default=len(text))
    end += text[end : end + 1] in (":", ".")
    return [Piece(text[:end], "bold"), Piece(text[end:])]


def _table(table: Table, look: Look, *, titled: bool) -> list[Line]:
    lines = grid.draw(table, look)
    return [*flow([Piece(look.plain(table.title), "underline")], look.width), *lines] if lines and titled else lines


def _sources(answer: Answer, look: Look) -> list[Line]:
    lines: list[Line] = [[Piece(f"Sources ({len(answer.sources)})", "underline")]]
    for key, source in answer.sources.items():
        said = look.plain(f"{key}: {source.publisher}{f', {source.published}' if source.published else ''}; ")
        lines += flow([Piece(said), Piece(look.plain(source.url), "dim")], look.width, "- ", "  ", whole=look.wraps)
    return lines


def caption(answer: Answer, look: Look) -> str:
    """The day, how far the data reach, and how many sources there are where they are not printed."""
    said = f"Data to {spoken(answer.data_through)}"
    if answer.on and answer.on <= answer.data_through:
        said = f"On {spoken(answer.on)}. {said}"
    count = len(answer.sources)
    if count and not look.sources:
        said += f"; {count} source{'s' * (count != 1)} (--sources)"
    return f"{said}."
