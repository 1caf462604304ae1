"""The commands about the data set as a whole."""

from typing import Annotated

import typer

from scocli.cli.options import OUTPUT, option
from scocli.cli.parameters import command
from scocli.cli.session import Session
from scocli.queries.words import File

app = typer.Typer()


@app.command("validate")
@command
def validate(
    session: Session,
    file: Annotated[File | None, typer.Argument(help="The data set; by default the program's own.")] = None,
) -> None:
    """All faults of a data set, or that it holds, with its counts.

    Examples:
      sco validate
      sco validate my-copy.json
    """
    from scocli.checking import check

    session.out(check(session.path if file is None else file))


@app.command("schema")
@command
def schema(session: Session) -> None:
    """The JSON Schema of the data set.

    Examples:
      sco schema
    """
    from scocli.checking import schema

    session.out(schema())


@app.command("export")
@command
def export(
    session: Session,
    target: Annotated[
        File, typer.Argument(metavar="DIR|FILE.sqlite", help="Where to; what it is called says as what.")
    ],
    force: Annotated[bool, option("--force", help="Replace an earlier export.", panel=OUTPUT)] = False,
) -> None:
    """The data set as tables for other programs: a Data Package (CSV files) or an SQLite database.

    Examples:
      sco export sco-data
      sco export sco.sqlite

    A name that ends in .sqlite, .sqlite3 or .db is a database's, any other a directory's.
    """
    from scocli.export import export

    session.out(export(session.data(), target, force=force))
