"""The commands that draw."""

from typing import TYPE_CHECKING

import typer

from scocli.cli.functions import query
from scocli.cli.options import From, Holders, OfBody, OnDay, To

if TYPE_CHECKING:
    from scocli.queries.matrix import Matrix
    from scocli.queries.timeline import Timeline

app = typer.Typer()


@app.command("timeline")
@query
def timeline(subjects: Holders = (), on: OnDay = None) -> "Timeline":
    """The statuses of countries from the founding to a day, a row for each country, above the summits and the years.

    Examples:
      sco timeline
      sco timeline observers --on 2024
      sco timeline Belarus India Azerbaijan

    A column of the picture is some months, and shows the status at their end.
    """
    from scocli.queries.timeline import Timeline

    return Timeline(subjects=subjects, on=on)


@app.command("matrix")
@query
def matrix(subjects: Holders = (), from_: From = None, to: To = None, body: OfBody = "heads-of-state") -> "Matrix":
    """Countries by summits, with a mark for how each was represented at each.

    Examples:
      sco matrix
      sco matrix dialogue-partners --from 2015
      sco matrix India Pakistan --from 2017

    A category stands for all countries that held it in the period.
    """
    from scocli.queries.matrix import Matrix

    return Matrix(subjects=subjects, from_=from_, to=to, body=body)
