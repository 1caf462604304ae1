"""Save what is shown in a file: as an image (SVG), a web page, or one of the forms in which it is printed.

The pictures need nothing from elsewhere: no font, no script, no address is fetched when they are looked at.
"""

import os
import re
from collections.abc import Callable
from html import escape, unescape
from io import StringIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len

from scocli.answers import Answer
from scocli.errors import ScoError, UsageProblem
from scocli.files import put
from scocli.render import Look, render
from scocli.render.screen import console, show
from scocli.text import listed, path_called

if TYPE_CHECKING:
    from rich.console import Console
    from rich.terminal_theme import TerminalTheme

WIDTH = 100
"""Columns of what is saved."""

_FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', 'Noto Sans Mono CJK SC', monospace"
_LONGEST_TITLE = 80
_TITLE = "<title></title>"

_SVG = f"""\
<svg role="img" lang="en" viewBox="0 0 {{width}} {{height}}" xmlns="http://www.w3.org/2000/svg">
{_TITLE}
<style>
.{{unique_id}}-matrix {{{{ font-family: {_FONTS}; font-size: {{char_height}}px; line-height: {{line_height}}px; }}}}
.{{unique_id}}-title {{{{ font-family: sans-serif; font-size: 18px; font-weight: bold; }}}}
{{styles}}
</style>
<defs>
<clipPath id="{{unique_id}}-clip-terminal">
<rect x="0" y="0" width="{{terminal_width}}" height="{{terminal_height}}"/>
</clipPath>
{{lines}}
</defs>
{{chrome}}
<g transform="translate({{terminal_x}}, {{terminal_y}})" clip-path="url(#{{unique_id}}-clip-terminal)">
{{backgrounds}}
<g class="{{unique_id}}-matrix">
{{matrix}}
</g>
</g>
</svg>
"""
_HTML = f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
{_TITLE}
<style>
body {{{{ color: {{foreground}}; background-color: {{background}}; }}}}
pre {{{{ font-family: {_FONTS}; line-height: 1.25; }}}}
i {{{{ display: inline-block; width: 2ch; font-style: normal; }}}}
{{stylesheet}}
</style>
</head>
<body>
<pre>{{code}}</pre>
</body>
</html>
"""
_SVG_TEXT = re.compile(
    r'<text (class="[^"]*") x="([^"]*)" (y="[^"]*") textLength="[^"]*" (clip-path="[^"]*")>([^<]*)</text>'
)
_COLUMN = 20 * 0.61
"""Width of a column in Rich's SVG: the height of its characters by the ratio that it takes fonts to have."""

_BACKGROUND, _FOREGROUND = (30, 30, 34), (220, 220, 220)
_COLORS = [(0, 0, 0), (224, 108, 117), (140, 190, 110), (229, 192, 90), (97, 160, 239), (198, 130, 221), (86, 182, 194), (200, 200, 200)]  # fmt: skip
"""The sixteen colours of a terminal, the bright ones as the others; letters in black can be read on all of them."""


def save(answer: Answer, path: str, *, more: tuple[str, ...] = (), force: bool) -> None:
    """Write an answer to a file, whole or not at all.

    :param path: the file; its ending says in what form.
    :param more: what to print of :data:`scocli.render.MORE`.
    :param force: whether the file may exist already.
    :raises UsageProblem: if the ending is none that is known, or the file exists and may not be replaced.
    :raises ScoError: if the file cannot be written.
    """
    place = Path(path_called(path))
    form = FORMS.get(place.suffix.lower())
    if place.suffix.lower() in _EXPORTED:
        raise UsageProblem(f"--output: a file {place.suffix} has all tables; 'sco export {path}' writes it")
    if form is None:
        raise UsageProblem(f"--output: the name {path!r} does not end in {listed(tuple(FORMS), 'or')}")
    try:
        _may_be_written(place, force=force)
        text = form(answer, more)
        put(Path(os.path.realpath(place)), lambda new: _write(new, text))
    except OSError as error:
        raise ScoError(f"{path!r} could not be written: {error.strerror or error}") from None


def _may_be_written(place: Path, *, force: bool) -> None:
    if place.exists() and not place.is_file():
        raise UsageProblem(f"--output: {str(place)!r} exists and is no file")
    if os.path.lexists(place) and not force:
        raise UsageProblem(f"--output: {str(place)!r} exists already; --force replaces it")


def _write(place: Path, text: str) -> None:
    """Write a text to a new file, and see to it that it is on the disk."""
    with place.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _recorded(answer: Answer, more: tuple[str, ...], *, wraps: bool) -> "Console":
    """A console that has recorded the answer as a terminal would show it."""
    look = Look(width=WIDTH, color=True, more=more, wraps=wraps)
    recorded = console(look, file=StringIO(), record=True)
    show(answer, look, recorded)
    return recorded


def _title(answer: Answer) -> str:
    title = Look().plain(answer.command or "sco")
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}..."


def _theme() -> "TerminalTheme":
    from rich.terminal_theme import TerminalTheme

    return TerminalTheme(_BACKGROUND, _FOREGROUND, _COLORS)


def _svg(answer: Answer, more: tuple[str, ...]) -> str:
    drawn = _recorded(answer, more, wraps=False).export_svg(title=_title(answer), code_format=_SVG, theme=_theme())
    return _titled(answer, _SVG_TEXT.sub(_fitted, drawn), Look().plain(answer.text))


def _fitted(found: re.Match[str]) -> str:
    """A text of Rich's SVG, each of its characters in the columns that a terminal gives it.

    Rich counts one column for a wide character too, and spaces the glyphs out, so that drawn lines have gaps.
    """
    kind, start, y, clip, content = found.groups()
    if not unescape(content).strip():
        return ""
    x, texts = float(start), []
    for _, run in groupby(unescape(content), lambda char: cell_len(char) > 1):
        text = "".join(run)
        length = cell_len(text) * _COLUMN
        place = f'x="{x:g}" {y} textLength="{length:g}" lengthAdjust="spacingAndGlyphs"'
        texts.append(f"<text {kind} {place} {clip}>{escape(text)}</text>")
        x += length
    return "".join(texts)


def _titled(answer: Answer, made: str, title: str) -> str:
    """A picture or page with its title, for who cannot see it, and the language that it is in."""
    told = made.replace(_TITLE, f"<title>{escape(title)}</title>", 1)
    return told.replace('lang="en"', f'lang="{answer.language}"', 1)


def _html(answer: Answer, more: tuple[str, ...]) -> str:
    drawn = _recorded(answer, more, wraps=True).export_html(code_format=_HTML, theme=_theme())
    spaced = "".join(f"<i>{char}</i>" if cell_len(char) > 1 else char for char in drawn)
    return _titled(answer, spaced, _title(answer))


def _as(form: str) -> Callable[[Answer, tuple[str, ...]], str]:
    """What makes a file of one of the forms in which an answer is printed too."""
    return lambda answer, more: render(answer, form, Look(width=WIDTH, more=more, wraps=True))


FORMS: dict[str, Callable[[Answer, tuple[str, ...]], str]] = {
    ".svg": _svg,
    ".html": _html,
    ".txt": _as("table"),
    ".md": _as("markdown"),
    ".csv": lambda answer, more: f"\ufeff{_as('csv')(answer, more)}",  # by which Excel knows UTF-8
    ".json": _as("json"),
}
"""What a file may hold, by the ending of its name."""
_EXPORTED = frozenset({".xlsx", ".sqlite", ".sqlite3", ".db"})
"""Endings of files that hold the data set, not an answer."""
