"""The commands about the organisation itself, and where all that is said was read."""

from typing import TYPE_CHECKING, Annotated

import typer

from scocli.cli.functions import query
from scocli.cli.options import QUESTION, From, OnDay, To
from scocli.queries.choices import AboutShown
from scocli.queries.words import Country, Person, Source, Text, Topic

if TYPE_CHECKING:
    from scocli.queries.about import About
    from scocli.queries.sources import Sources

app = typer.Typer()


@app.command("about")
@query
def about(
    topic: Annotated[
        Topic | None,
        typer.Argument(
            metavar="TOPIC", help="What to tell about: a body or another organisation by its name, or a topic."
        ),
    ] = None,
    show: Annotated[AboutShown, typer.Option("--show", help="One fact of it.", rich_help_panel=QUESTION)] = "main",
    on: OnDay = None,
    from_: From = None,
    to: To = None,
    person: Annotated[
        Person | None,
        typer.Option("--person", help="Of the office of Secretary-General: this holder.", rich_help_panel=QUESTION),
    ] = None,
    country: Annotated[
        Country | None,
        typer.Option("--country", help="Of an office: this country.", rich_help_panel=QUESTION),
    ] = None,
    has: Annotated[
        Text | None,
        typer.Option(
            "--has",
            help="Ask whether this city, date, country (code), person or language (code) is the answer.",
            rich_help_panel=QUESTION,
        ),
    ] = None,
) -> "About":
    """What the organisation is, its aims, bodies and offices, its agreements with others, or what a category means.

    Examples:
      sco about
      sco about founding
      sco about rats
      sco about dialogue-partner
      sco about secretary-general --on 2014

    Without a topic, the topics. The office of Secretary-General and the chairmanship are those of the day (--on), or of the person or country named.
    """
    from scocli.queries.about import About

    return About(topic=topic, show=show, on=on, from_=from_, to=to, person=person, country=country, has=has)


@app.command("sources")
@query
def sources(
    subject: Annotated[
        Source | None,
        typer.Argument(
            metavar="SOURCE",
            help="A source's id, a country, summit or category, or 'organization'; all without it.",
        ),
    ] = None,
) -> "Sources":
    """The sources of a country, summit, category or of the organisation, or one source; and the conflicts between them.

    Examples:
      sco sources partner
      sco sources AZ
      sco sources 2024-astana
      sco sources newsaz-2024-07-04
    """
    from scocli.queries.sources import Sources

    return Sources(subject=subject)
