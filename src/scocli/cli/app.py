"""The program: the options before the command, the commands, each loaded when it is called, and the help of them all."""

import inspect
import re
import shutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from scocli.cli.coercion import take_as_written
from scocli.cli.options import OUTPUT, PANELS, OnDay, Output
from scocli.cli.parameters import command, parameters
from scocli.cli.session import Session
from scocli.errors import ExitCode, UnknownCommand, UsageProblem
from scocli.queries.base import Query
from scocli.queries.words import File

HOMES = {
    "ask": "questions", "status": "countries", "list": "countries", "history": "countries", "attendance": "summits", "summits": "summits",
    "summit": "summits", "changes": "countries", "timeline": "countries", "matrix": "summits", "growth": "countries", "panel": "countries", "about": "organisation",
    "sources": "organisation", "validate": "data", "schema": "data", "export": "data",
    "mcp": "mcp",
    "help": "questions",
}  # fmt: skip
"""The file in which the function of each command is, in the order of the help."""

COMMANDS = tuple(HOMES)
ALIASES = {"countries": "list"}
"""What a command is called too."""

_WIDEST = 80
"""Columns of a terminal beyond which help grows no wider."""
_WIDEST_NAME = 27
"""Columns up to which what an option is for stands beside it."""
_NARROWEST = 20
_PLAIN: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False}


def called(word: str) -> str:
    """The command that a word calls; nothing if there is none."""
    verb = ALIASES.get(word, word)
    return verb if verb in COMMANDS else ""


@cache
def function(verb: str) -> Callable[..., Any]:
    """The function of a command, or with no verb the one of the program without a command."""
    if not verb:
        return start
    group: typer.Typer = import_module(f"{__package__}.{HOMES[verb]}").app
    return next(item.callback for item in group.registered_commands if item.name == verb and item.callback)


def help_text(verb: str) -> str:
    """What a command's docstring says: a summary, and paragraphs divided by empty lines, the examples among them."""
    return inspect.getdoc(function(verb)) or ""


def summary(verb: str) -> str:
    """What a command does, in a sentence."""
    return " ".join(help_text(verb).split("\n\n")[0].split())


def examples(verb: str) -> tuple[str, ...]:
    """Command lines that show what a command does."""
    found = next((part for part in help_text(verb).split("\n\n") if part.startswith("Examples:\n")), "")
    return tuple(line.strip() for line in found.split("\n")[1:])


def flags(verb: str) -> list[str]:
    """How the options of a command are spelled."""
    return [flag for item in parameters(function(verb)) for flag in item.flags]


def width() -> int:
    """Columns that help may take: what a terminal has, but for a margin."""
    return max(min(shutil.get_terminal_size().columns, _WIDEST) - 2, _NARROWEST)


class _Plain:
    """What a command and the program have in common: words are taken as they are, and help is laid out without Rich."""

    help: str | None
    get_params: Callable[[Any], list[Any]]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        take_as_written(self.get_params(ctx))
        found: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        return found

    def format_help_text(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write what it does: paragraphs, and the lines of the examples as they stand."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(inspect.cleandoc(self.help or "").replace("Examples:\n", "\b\nExamples:\n"))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments and options, each under its heading, all descriptions in one column."""
        panels: dict[str, list[tuple[str, str]]] = {panel: [] for panel in ("Arguments", *PANELS, "General")}
        for item in self.get_params(ctx):
            if record := item.get_help_record(ctx):
                name = re.sub(" <[^<>]*>$", "", record[0])  # the Python type that Typer puts behind an argument
                default = "Arguments" if item.param_type_name == "argument" else OUTPUT if panels[OUTPUT] else "General"
                rows = panels[item.rich_help_panel or default]
                if record[1] or not rows:
                    rows.append((name, record[1]))
                else:
                    rows[-1] = (f"{rows[-1][0]}, {name}", rows[-1][1])  # which says what both are for
        widest = max(len(name) for rows in panels.values() for name, _ in rows if len(name) <= _WIDEST_NAME)
        for panel, rows in panels.items():
            if rows:
                with formatter.section(panel):
                    formatter.write_dl([(name.ljust(widest), help) for name, help in rows], col_max=_WIDEST_NAME)


class Command(_Plain, TyperCommand):
    """A command, and its arguments and options."""


class Group(_Plain, TyperGroup):
    """The program: its commands, and the options before them."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """One of the commands, whose file is loaded now."""
        alone = typer.Typer(add_completion=False, **_PLAIN)
        alone.command(cmd_name, cls=Command, short_help=summary(cmd_name))(function(cmd_name))
        return typer.main.get_command(alone)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that is called.

        :raises UnknownCommand: if there is none of that name.
        :raises UsageProblem: if an option stands before it that does not belong there.
        """
        if not called(args[0]):
            raise UnknownCommand(args)
        args = [called(args[0]), *args[1:]]
        for item in parameters(start):
            if item.name != "data" and ctx.params[item.name] != item.default:
                raise UsageProblem(misplaced(item.flags[0], args[0]))
        ctx.obj.path = ctx.params["data"]
        names_file = args[0] == "validate" and any(not word.startswith("-") for word in args[1:])
        if (args[0] == "schema" or names_file) and ctx.get_parameter_source("data").name == "COMMANDLINE":
            raise UsageProblem(f"'sco {args[0]}' takes no --data" + " beside a file" * names_file)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, then the commands, then what an exit status means."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)
        with formatter.section("Exit status"):
            formatter.write_dl([(f"{code:3}", code.meaning) for code in ExitCode])


app = typer.Typer(cls=Group, **_PLAIN)


@app.callback(invoke_without_command=True)
@command
def start(
    session: Session,
    output: Output,
    data: Annotated[
        File | None,
        typer.Option(
            "--data", envvar="SCO_DATA", show_envvar=False, help="Another data set (or the environment's SCO_DATA)."
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", "-V", help="The version of the program, and the day of its data.")
    ] = False,
    on: OnDay = None,
) -> Query | None:
    """The organisation at a glance: how many in each category, the last and the next summit, how far the data reach.

    Examples:
      sco
      sco ask "what is Azerbaijan's status"
      sco list --on 2024-07-03
      sco attendance Azerbaijan
    """
    from scocli import __version__
    from scocli.datafile import version as told
    from scocli.queries.overview import Overview

    session.path = data
    if version and (on, output) != (None, Output()):
        raise UsageProblem(misplaced("--version", ""))
    if version:
        session.out(told(__version__))
        return None
    return Overview(on=on)


def misplaced(flag: str, verb: str) -> str:
    """What to say of an option that stands on the wrong side of a command."""
    if flag == "--version":
        return "--version goes alone: sco --version"
    if flag == "--data":
        return f"--data goes before the command: sco --data ... {verb}"
    if flag not in flags(verb):
        return f"'sco {verb}' takes no {flag}"
    return f"{flag} goes behind the command: sco {verb} ... {flag}"
