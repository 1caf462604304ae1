"""An answer as text and tables for a terminal."""

import io

from rich import box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from scocli.answers import Answer, Cell, Column, Table
from scocli.days import spoken
from scocli.render import Look
from scocli.text import visible

STYLES = {
    "member": "bold green",
    "observer": "cyan",
    "dialogue-partner": "magenta",
    "partner": "yellow",
    "guest": "dim",
    "none": "dim",
}
"""The colour of a category, the same everywhere."""

LABELS = {
    "member": "member state",
    "dialogue-partner": "dialogue partner",
    "partner": "SCO partner",
    "none": "no status",
}
_UNLIMITED = 100_000
_NARROWEST = 20


def console(look: Look) -> tuple[Console, io.StringIO]:
    """A console that draws into a string."""
    out = io.StringIO()
    drawn = Console(
        file=out,
        width=max(look.width or _UNLIMITED, _NARROWEST),
        force_terminal=look.color,
        color_system="standard" if look.color else None,
        no_color=not look.color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    return drawn, out


def _text(value: Cell, column: Column) -> Text:
    if value is None:
        return Text("")
    shown = visible(str(value))
    if column.role == "category":
        return Text(LABELS.get(shown, shown), style=STYLES.get(shown, ""))
    return Text(shown, style="dim" if column.role == "address" else "", overflow="fold")


def _filled(table: Table) -> list[int]:
    """Columns that say something in some row."""
    return [index for index in range(len(table.columns)) if any(row[index] is not None for row in table.rows)]


def _needs(table: Table, shown: list[int]) -> int:
    """The least width at which no word of a table has to be broken."""
    widths = []
    for index in shown:
        cells = [table.columns[index].heading, *(str(row[index]) for row in table.rows if row[index] is not None)]
        widths.append(max(len(word) for cell in cells for word in cell.split() or [""]))
    return sum(widths) + 3 * len(widths) + 1


def _as_table(table: Table, shown: list[int]) -> RichTable:
    drawn = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    for index in shown:
        column = table.columns[index]
        drawn.add_column(
            Text(column.heading),
            justify="right" if column.role == "number" else "left",
            overflow="fold",
            no_wrap=column.role == "date",
        )
    for row in table.rows:
        drawn.add_row(*(_text(row[index], table.columns[index]) for index in shown))
    return drawn


def _as_records(table: Table, shown: list[int]) -> RichTable:
    """Each row as a block of 'heading value' lines, for when the columns do not fit side by side."""
    drawn = RichTable(box=None, show_header=False, pad_edge=False)
    drawn.add_column(style="bold", overflow="fold")
    drawn.add_column(overflow="fold")
    for number, row in enumerate(table.rows):
        if number:
            drawn.add_row("", "")
        for index in shown:
            if row[index] is not None:
                drawn.add_row(Text(table.columns[index].heading), _text(row[index], table.columns[index]))
    return drawn


def render(answer: Answer, look: Look) -> str:
    """The sentence, the tables, the notes, if asked for the sources, and how far the data reach."""
    drawn, out = console(look)
    drawn.print(Text(visible(answer.text), style="bold", overflow="fold"))
    for table in answer.tables:
        shown = _filled(table)
        if not table.rows or not shown:
            continue
        drawn.print()
        if len(answer.tables) > 1:
            drawn.print(Text(visible(table.title), style="underline"))
        fits = look.width is None or _needs(table, shown) <= look.width
        drawn.print(_as_table(table, shown) if fits else _as_records(table, shown))
    if answer.notes:
        drawn.print()
        for note in answer.notes:
            drawn.print(_item("-", Text(visible(note), overflow="fold")))
    if look.sources:
        drawn.print()
        drawn.print(Text(f"Sources ({len(answer.sources)})", style="underline"))
        for key, source in answer.sources.items():
            said = f"{source.publisher}{f', {source.published}' if source.published else ''}; {source.url}"
            drawn.print(_item("-", Text(visible(f"{key}: {said}"), overflow="fold")))
    drawn.print()
    drawn.print(Text(_caption(answer, look), style="dim", overflow="fold"))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _item(mark: str, text: Text) -> RichTable:
    item = RichTable.grid(padding=(0, 1))
    item.add_column(no_wrap=True)
    item.add_column(overflow="fold")
    item.add_row(mark, text)
    return item


def _caption(answer: Answer, look: Look) -> str:
    caption = f"Data to {spoken(answer.data_through)}"
    if answer.on and answer.on <= answer.data_through:
        caption = f"On {spoken(answer.on)}. {caption}"
    count = len(answer.sources)
    if count and not look.sources:
        caption += f"; {count} source{'s' * (count != 1)} (--sources)"
    return f"{caption}."
