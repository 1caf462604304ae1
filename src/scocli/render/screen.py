"""An answer as text and tables for a terminal, printed by Rich."""

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from io import StringIO
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from scocli.answers import Answer
from scocli.render import Look, footer, notes_of, support, told_beneath
from scocli.render.tables import address, table_of

PICTURES = {"timeline": "timeline", "matrix": "matrix", "growth": "growth"}
"""Kinds of answers whose rows are drawn as a picture, by the module that does it."""

_NARROWEST = 20
_WIDEST_TEXT = 100
_LEADS = (": ", "; ", " (", ". ")


def render(answer: Answer, look: Look) -> str:
    """The sentence, the tables or the picture, the notes, if asked for the sources, and how far the data reach."""
    out = StringIO()
    show(answer, look, console(look, file=out))
    return "".join(f"{line.rstrip(' ')}\n" for line in out.getvalue().splitlines())


def console(look: Look, **more: Any) -> Console:
    """A console that does as it is told, whatever its surroundings say."""
    return Console(
        width=max(look.width, _NARROWEST),
        color_system="standard" if look.color else None,
        force_terminal=look.color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
        **more,
    )


def show(answer: Answer, look: Look, console: Console) -> None:
    """Print an answer, each part of it after a blank line."""
    look = replace(look, width=console.width)
    for number, part in enumerate(_parts(answer, look)):
        if number:
            console.line()
        console.print(part, crop=False)


def _parts(answer: Answer, look: Look) -> Iterator[RenderableType]:
    yield _running(_sentence(look.plain(answer.text)), look)
    if answer.kind in PICTURES:
        yield from import_module(f"{__package__}.{PICTURES[answer.kind]}").draw(answer, look)
    else:
        for table in told_beneath(answer, look):
            title = [Text(look.plain(table.title), "underline", overflow="fold")] if len(answer.tables) > 1 else []
            yield Group(*title, table_of(table, look))
    if notes := notes_of(answer, look):
        yield _items([Text(look.plain(note)) for note in notes], look)
    if "disputes" in look.more and answer.disputes:
        yield _disputes(answer, look)
    if "sources" in look.more and answer.sources:
        yield _sources(answer, look)
    yield _running(Text(footer(answer, look), "dim"), look)


def _running(text: Text, look: Look) -> RenderableType:
    """Text in lines that are not too long to be read."""
    text.overflow = "fold"
    page = RichTable.grid()
    page.add_column(overflow="fold", max_width=min(look.width, _WIDEST_TEXT))
    page.add_row(text)
    return page


def _items(items: list[Text], look: Look) -> RenderableType:
    page = RichTable.grid(padding=(0, 1, 0, 0))
    page.add_column(width=1)
    page.add_column(overflow="fold", max_width=min(look.width, _WIDEST_TEXT) - 2)
    for item in items:
        page.add_row("-", item)
    return page


def _sentence(text: str) -> Text:
    """What is said first in bold, and what follows, which is often long, plain."""
    ends = [at for lead in _LEADS if (at := text.find(lead)) >= 0]
    end = min(ends, default=len(text))
    end += text[end : end + 1] in (":", ".")
    return Text.assemble((text[:end], "bold"), text[end:])


def _disputes(answer: Answer, look: Look) -> RenderableType:
    lines: list[RenderableType] = [Text(f"Disputes ({len(answer.disputes)})", "underline")]
    for dispute in answer.disputes:
        said = [f"{dispute.about}" + ":" * (not dispute.about.endswith("?"))]
        for claim in dispute.claims:
            publishers = dict.fromkeys(source.publisher for source in claim.sources.values())
            said.append(f"{claim.value} ({', '.join(publishers)});")
        said += [f"followed: {dispute.followed.removesuffix('.')}.", dispute.why]
        lines.append(_items([Text(look.plain(" ".join(said)))], look))
    return Group(*lines)


def _sources(answer: Answer, look: Look) -> RenderableType:
    """The sources by what they support, official ones first; each with its address where it is named first."""
    lines: list[RenderableType] = [Text(f"Sources ({len(answer.sources)})", "underline")]
    told: set[str] = set()
    for fact, keys in support(answer).items():
        lines.append(Text(look.plain(fact), "bold", overflow="fold"))
        for key in keys:
            source = answer.sources[key]
            read = f" (read: {source.read.replace('-', ' ')})" if source.read not in (None, "page") else ""
            dated = f", {source.published}" if source.published else ""
            lines.append(_items([Text(look.plain(f"{key}: {source.publisher}{dated}{read}"))], look))
            if key not in told:
                lines.append(address(Text.assemble((look.plain(source.url), "dim")), look))
        told.update(keys)
    return Group(*lines)
