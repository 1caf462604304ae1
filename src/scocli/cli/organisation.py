"""The commands about the organisation itself, and where all that is said was read."""

from typing import Annotated

import typer

from scocli.cli.options import From, OnDay, To, option
from scocli.cli.parameters import asks
from scocli.queries.choices import AboutShown
from scocli.queries.words import Country, Person, Source, Text, Topic

app = typer.Typer()


@app.command("about")
@asks
def about(
    topic: Annotated[
        Topic | None, typer.Argument(help="What to tell about: a body or another organisation by its name, or a topic.")
    ] = None,
    show: Annotated[AboutShown, option("--show", help="One fact of it.")] = "main",
    on: OnDay = None,
    from_: From = None,
    to: To = None,
    person: Annotated[
        Person | None, option("--person", help="Of the office of Secretary-General: this holder.")
    ] = None,
    country: Annotated[Country | None, option("--country", help="Of an office: this country.")] = None,
    has: Annotated[
        Text | None,
        option("--has", help="Ask whether this city, date, country (code), person or language (code) is the answer."),
    ] = None,
) -> None:
    """What the organisation is, its aims, bodies and offices, its agreements with others, or what a category means.

    Examples:
      sco about
      sco about founding
      sco about rats
      sco about dialogue-partner
      sco about secretary-general --on 2014

    Without a topic, the topics. The office of Secretary-General and the chairmanship are those of the day (--on), or of the person or country named.
    """


@app.command("sources")
@asks
def sources(
    subject: Annotated[
        Source | None,
        typer.Argument(help="A source's id, a country, summit or category, or 'organization'; all without it."),
    ] = None,
) -> None:
    """The sources of a country, summit, category or of the organisation, or one source; and the conflicts between them.

    Examples:
      sco sources partner
      sco sources AZ
      sco sources 2024-astana
      sco sources newsaz-2024-07-04
    """
