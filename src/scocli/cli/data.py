"""The commands about the data set as a whole."""

from typing import Annotated

import typer

from scocli.cli.options import OUTPUT, option
from scocli.cli.parameters import command
from scocli.cli.session import Session
from scocli.queries.words import File, OneOf

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
def schema(
    session: Session,
    of: Annotated[str, typer.Argument(metavar="data|answer", help="Of what."), OneOf(("data", "answer"))] = "data",
) -> None:
    """The JSON Schema of the data set, or of an answer as --json prints it.

    Examples:
      sco schema
      sco schema answer
    """
    from scocli.checking import schema

    session.out(schema(of))


@app.command("export")
@command
def export(
    session: Session,
    target: Annotated[File, typer.Argument(metavar="DIR|FILE", help="Where to; what it is called says as what.")],
    core: Annotated[
        bool, option("--core", help="Only the tables that most people want, lists in their cells.", panel=OUTPUT)
    ] = False,
    bom: Annotated[
        bool, option("--bom", help="CSV files that Excel knows to be UTF-8 when it opens them.", panel=OUTPUT)
    ] = False,
    force: Annotated[bool, option("--force", help="Replace an earlier export.", panel=OUTPUT)] = False,
) -> None:
    """The data set as tables for other programs: a Data Package (CSV files), an SQLite database or a spreadsheet.

    Examples:
      sco export sco-data
      sco export sco.sqlite --core

    A name that ends in .sqlite, .sqlite3 or .db is a database's, one in .xlsx a spreadsheet's, which has the core
    tables and needs XlsxWriter (the extra 'xlsx'); any other is a directory's.
    """
    from scocli.export import export

    session.out(export(session.data(), target, force=force, core=core, bom=bom))
