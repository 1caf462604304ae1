"""The fields of queries as arguments and options of Typer, and what the help says of them."""

import inspect
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, get_args

import typer
from typer.core import TyperCommand, TyperGroup

from scocli.commands import COMMANDS, EXAMPLES
from scocli.errors import UnknownCommand
from scocli.queries.base import Panel, repeats

if TYPE_CHECKING:
    from dataclasses import Field

_WIDEST_METAVAR = 16
"""Columns up to which an option's choices stand behind it, not in its help."""


def parameter(item: "Field[Any]") -> inspect.Parameter:
    """A field of a query as a parameter of a Typer command."""
    what, flag, help = item.metadata["what"], item.metadata["flag"], item.metadata["help"]
    initial: Any = item.default
    annotation: Any = bool if what == "flag" else list[str] if repeats(item) else str | None
    metavar = None if what == "flag" else item.metadata["metavar"]
    if choices := item.metadata["choices"]:
        spelled = "|".join(choices)
        if len(spelled) <= _WIDEST_METAVAR:
            metavar = spelled
        else:
            help = f"{help} One of {', '.join(choices)}."
    if not flag:
        default: Any = ... if item.metadata["required"] else initial or None
        value = typer.Argument(default, metavar=metavar, help=help, show_default=False)
    else:
        value = typer.Option(
            list(initial or ()) if annotation == list[str] else initial,
            *filter(None, (flag, item.metadata["short"])),
            metavar=metavar,
            help=help,
            show_default=False,
            rich_help_panel=item.metadata["panel"],
        )
    return inspect.Parameter(item.name, inspect.Parameter.KEYWORD_ONLY, default=value, annotation=annotation)


def help_text(verb: str, kind: type) -> str:
    """The help of a command: examples, then what it does."""
    paragraphs = inspect.cleandoc(kind.__doc__ or "").split("\n\n:")[0].split("\n\n")
    examples = "\n".join(f"  {example}" for example in EXAMPLES.get(verb, ()))
    summary, *rest = [_plain(paragraph) for paragraph in paragraphs]
    return "\n\n".join([summary, *([f"\b\nExamples:\n{examples}"] if examples else []), *rest])


def _plain(paragraph: str) -> str:
    """A paragraph of a docstring on one line: options bare (a quote would let them be broken), other words quoted."""
    return re.sub("``(--?[a-z-]+)``", r"\1", " ".join(paragraph.split())).replace("``", "'")


class _AsWritten:
    """How the words of a command line are taken: as they are; :mod:`scocli.arguments` says what they mean.

    In its place Typer would have Pydantic take them, which changes nothing in them, and takes as long to load as all the
    rest of the program.
    """

    @staticmethod
    def coerce(value: Any, **_: Any) -> Any:
        """The words."""
        return value


def _take_as_written(parameters: Iterable[Any]) -> None:
    """Let the words of some arguments and options be taken as they are, where they are to be words."""
    for parameter in parameters:
        described = getattr(parameter, "type_descriptor", None)
        if getattr(described, "annotation", None) in (bool, str, list[str]):
            vars(parameter)["get_runtime_param"] = _AsWritten


def _write_options(parameters: Iterable[Any], ctx: Any, formatter: Any) -> None:
    """Write arguments and options into a help, each under its heading, all descriptions in one column."""
    panels: dict[str, list[tuple[str, str]]] = {panel: [] for panel in ("Arguments", *get_args(Panel))}
    for item in parameters:
        if record := item.get_help_record(ctx):
            name = re.sub(" <[^<>]*>$", "", record[0])  # the Python type that Typer puts behind an argument
            default = "Arguments" if item.param_type_name == "argument" else "General"
            panels[item.rich_help_panel or default].append((name, record[1]))
    width = max(len(name) for rows in panels.values() for name, _ in rows)
    for panel, rows in panels.items():
        if rows:
            with formatter.section(panel):
                formatter.write_dl([(name.ljust(width), help) for name, help in rows])


class Group(TyperGroup):
    """The program: its commands, and the options before them."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the options before the command."""
        _take_as_written(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that is called. :raises UnknownCommand: if there is none of that name."""
        if args[0] not in COMMANDS:
            raise UnknownCommand(args)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, then the commands."""
        _write_options(self.get_params(ctx), ctx, formatter)
        self.format_commands(ctx, formatter)


class Command(TyperCommand):
    """A command that answers, and its arguments and options."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments and options."""
        _take_as_written(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments and options."""
        _write_options(self.get_params(ctx), ctx, formatter)
