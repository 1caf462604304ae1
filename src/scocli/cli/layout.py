"""How help is laid out: options under headings, all descriptions in one column."""

import re
import shutil
from collections.abc import Iterable
from inspect import cleandoc
from typing import Any

from scocli.cli.options import PANELS

WIDEST = 80
"""Columns of a terminal beyond which help grows no wider."""
_NARROWEST = 20
GENERAL = "General"


def width() -> int:
    """Columns that help may take: what a terminal has, but for a margin."""
    return max(min(shutil.get_terminal_size().columns, WIDEST) - 2, _NARROWEST)


def write_help(help: str | None, formatter: Any) -> None:
    """Write what a docstring says: its paragraphs, and the lines of its examples as they stand."""
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(cleandoc(help or "").replace("Examples:\n", "\b\nExamples:\n"))


def write_options(parameters: Iterable[Any], ctx: Any, formatter: Any) -> None:
    """Write arguments and options into a help, each under its heading."""
    panels: dict[str, list[tuple[str, str]]] = {panel: [] for panel in ("Arguments", *PANELS, GENERAL)}
    for item in parameters:
        if record := item.get_help_record(ctx):
            name = re.sub(" <[^<>]*>$", "", record[0])  # the Python type that Typer puts behind an argument
            default = "Arguments" if item.param_type_name == "argument" else GENERAL
            panels[item.rich_help_panel or default].append((name, record[1]))
    widest = max(len(name) for rows in panels.values() for name, _ in rows)
    for panel, rows in panels.items():
        if rows:
            with formatter.section(panel):
                formatter.write_dl([(name.ljust(widest), help) for name, help in rows])
