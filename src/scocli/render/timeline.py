"""The picture of a timeline: a bar a country, summits and years below."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from scocli.answers import Answer, Cell
from scocli.render import Look
from scocli.render.chart import Frame, evenly, legend, letters
from scocli.render.palette import CATEGORIES

_MONTHS = (1, 2, 3, 4, 6, 12)
"""How many months a column may be: the fewest with which all years fit, else the most, and the years in blocks."""

_SEVERAL = "*"
_AXIS = "Summits"
_YEAR_ROOM = 6


def draw(answer: Answer, look: Look) -> Iterator[RenderableType]:
    """The picture, in as many blocks of years as it takes, and what its signs mean."""
    statuses, summits = (table.records() for table in answer.tables)
    courses = {code: list(rows) for code, rows in groupby(statuses, key=lambda row: str(row["code"]))}
    end = answer.as_of or answer.data_through
    starts = [str(row["since"]) for row in statuses if row["since"]] + [str(row["date"]) for row in summits]
    if not courses or not starts:
        return
    frame = Frame([_AXIS, *(look.plain(row["country"]) for row in statuses)], look)
    first = int(min(starts)[:4])
    years = int(end[:4]) - first + 1
    months = next((months for months in _MONTHS if years * 12 // months <= frame.room), _MONTHS[-1])
    seen: set[str] = set()
    for years_shown in evenly(years, frame.room * months // 12):
        columns = [f"{first + year:04}-{month:02}" for year in years_shown for month in range(1, 13, months)]
        columns.append(f"{first + years_shown.stop:04}-01")
        block = frame.block()
        for rows in courses.values():
            shown = [_status(rows, *pair, end) for pair in pairwise(columns)]
            seen.update(shown)
            block.add_row(Text(look.plain(rows[0]["country"])), _bar(shown, look))
        _axis(block, look, columns, [str(row["date"]) for row in summits], 12 // months)
        yield block
    several = [(Text(_SEVERAL), "several statuses in this time")] if _SEVERAL in seen else []
    yield legend([*letters(seen, look), *several, (Text(_strokes(look)[1]), "a summit")])


def _status(rows: list[dict[str, Cell]], start: str, stop: str, end: str) -> str:
    """The status at the end of a column, ``*`` if another one has come and gone within it, or nothing."""
    held = [row for row in rows if row["since"] and str(row["since"]) < stop and start <= end]
    if any(str(row["since"]) >= start and row["until"] and str(row["until"]) < stop for row in held):
        return _SEVERAL
    return next((str(row["status"]) for row in held if not row["until"] or str(row["until"]) >= stop), "")


def _bar(shown: list[str], look: Look) -> Text:
    """Statuses of columns as a bar: a letter where each begins, then its colour or its line."""
    bar = Text()
    for status, run in groupby(shown):
        length = len(list(run))
        ink = CATEGORIES.get(status)
        if not ink:
            bar.append((status or " ") * length)
        elif look.color:
            bar.append(ink.letter.ljust(length), ink.bar)
        else:
            bar.append(ink.letter.ljust(length, ink.fill[not look.takes_unicode]))
    return bar


def _axis(block: Table, look: Look, columns: list[str], summits: list[str], per_year: int) -> None:
    """Add the line with a tick for each summit, and the years beneath their first columns."""
    line, tick = _strokes(look)
    pairs = list(pairwise(columns))
    ticks = "".join(tick if any(start <= day < stop for day in summits) else line for start, stop in pairs)
    years = ""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if step * per_year >= _YEAR_ROOM)
    for number, column in enumerate(columns[:-1:per_year]):
        place = min(number * per_year, len(pairs) - 4)
        wanted = number == 0 or int(column[:4]) % step == 0
        if wanted and place > len(years) - (number == 0):
            years = years.ljust(place) + column[:4]
    block.add_row(Text(_AXIS), Text(ticks, "dim"))
    block.add_row("", Text(years, "dim"))


def _strokes(look: Look) -> tuple[str, str]:
    return ("─", "┴") if look.takes_unicode else ("-", "+")
