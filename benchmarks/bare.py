"""The least that a program on this stack does: Typer, one command, a table of three rows drawn by Rich."""

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()


@app.command()
def show() -> None:
    """Print a table."""
    table = Table("Country", "Status")
    table.add_row("Azerbaijan", "SCO partner")
    table.add_row("Belarus", "member state")
    table.add_row("Mongolia", "observer")
    Console().print(table)


if __name__ == "__main__":
    app()
