"""The command that explains the others, and the language of conditions."""

from typing import TYPE_CHECKING, Annotated

import typer

from scocli.cli.commands import COMMANDS
from scocli.cli.functions import task
from scocli.queries.words import OneOf

if TYPE_CHECKING:
    from scocli.cli.session import Session

app = typer.Typer()


@app.command("help")
@task
def help_(
    session: "Session",
    command: Annotated[
        str | None,
        typer.Argument(metavar="COMMAND", help="A command, or 'where' for the language of conditions."),
        OneOf((*COMMANDS, "where")),
    ] = None,
) -> None:
    """What a command does, with examples; or the language of conditions.

    Examples:
      sco help
      sco help list
      sco help where
    """
    if command == "where":
        from scocli.cli.language import language

        session.out(language())
        return
    from scocli.cli.program import read

    read(session, [*([command] if command else []), "--help"])
    session.task()
