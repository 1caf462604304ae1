"""The program: the options before the command, and the commands, each loaded when it is called."""

import os
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from scocli.cli.coercion import take_as_written
from scocli.cli.commands import COMMANDS, function, summary
from scocli.cli.functions import parameters, query, taking
from scocli.cli.layout import write_help, write_options
from scocli.cli.options import OnDay
from scocli.cli.parameters import told
from scocli.errors import ExitCode, UnknownCommand, UsageProblem
from scocli.queries.words import File

if TYPE_CHECKING:
    from scocli.cli.session import Session
    from scocli.queries.overview import Overview

_PLAIN: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False}


class Command(TyperCommand):
    """A command, and its arguments and options."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments and options."""
        take_as_written(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def format_help_text(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write what it does, and examples."""
        write_help(self.help, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments and options."""
        write_options(self.get_params(ctx), ctx, formatter)


class Group(TyperGroup):
    """The program: its commands, and the options before them."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the options before the command."""
        take_as_written(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """The names of all commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """A command, whose file is loaded now; ``None`` if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        alone = typer.Typer(add_completion=False, **_PLAIN)
        alone.command(cmd_name, cls=Command, short_help=summary(cmd_name))(function(cmd_name))
        return typer.main.get_command(alone)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that is called. :raises UnknownCommand: if there is none of that name."""
        if args[0] not in COMMANDS:
            raise UnknownCommand(args)
        return super().resolve_command(ctx, args)

    def format_help_text(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write what the program does without a command, and examples."""
        write_help(self.help, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, then the commands, then what an exit status means."""
        write_options(self.get_params(ctx), ctx, formatter)
        self.format_commands(ctx, formatter)
        with formatter.section("Exit status"):
            formatter.write_dl([(f"{code:3}", code.meaning) for code in ExitCode])


class Start(NamedTuple):
    """What stands before the command."""

    data: Annotated[File | None, typer.Option("--data", help="Another data set (or the environment's SCO_DATA).")] = (
        None
    )
    version: Annotated[bool, typer.Option("--version", help="The version of the program.")] = False


@query
def overview(on: OnDay = None) -> "Overview":
    """What is asked without a command."""
    from scocli.queries.overview import Overview

    return Overview(on=on)


app = typer.Typer(cls=Group, **_PLAIN)


@app.callback(invoke_without_command=True)
@taking(*told(Start), *parameters(overview))
def start(context: typer.Context, **words: Any) -> None:
    """The organisation at a glance: how many in each category, the last and the next summit, how far the data reach.

    Examples:
      sco
      sco ask "what is Azerbaijan's status"
      sco list --on 2024-07-03
      sco attendance Azerbaijan
    """
    session: Session = context.obj
    path, version, called = words.pop("data"), words.pop("version"), context.invoked_subcommand
    session.path = (os.environ.get("SCO_DATA") or None) if path is None else path
    if version and called is not None:
        raise UsageProblem("--version goes alone: sco --version")
    if version:
        from scocli import __version__

        session.task = lambda: session.out(f"sco {__version__}\n")
    elif called is None:
        overview(context, **words)
    else:
        for item in parameters(overview):
            if words[item.name] != item.default:
                raise UsageProblem(behind(called, item.flags[0]))


def behind(verb: str, flag: str) -> str:
    """What to say of an option that stands in front of its command."""
    return f"{flag} goes behind the command: sco {verb} ... {flag}"
