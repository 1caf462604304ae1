"""What several commands take, and how it is called on the command line."""

from typing import Annotated, Any, NamedTuple

import typer

from scocli.queries.choices import Mode
from scocli.queries.words import (
    Capacity,
    Category,
    Country,
    Day,
    File,
    HasCountries,
    HasSummits,
    Holder,
    Leader,
    OnCountries,
    OneOf,
    OnSummits,
)
from scocli.render import FORMATS

TIME, CONDITIONS, DELEGATIONS, QUESTION, OUTPUT = PANELS = (
    "Time",
    "Conditions",
    "Delegations",
    "Question",
    "Output",
)
"""What options are about: the headings under which the help has them, in this order."""

LANGUAGES = ("en", "ru", "zh")
"""Languages in which names of countries are shown; all else that is said is English."""


def option(panel: str, *flags: str, help: str | None = None) -> Any:
    """An option of Typer's, under one of the headings."""
    return typer.Option(*flags, help=help, rich_help_panel=panel)


OnDay = Annotated[Day | None, option(TIME, "--on", help="Day, month or year (its last day). Default: today.")]
From = Annotated[Day | None, option(TIME, "--from", help="First day, month or year of the period.")]
To = Annotated[Day | None, option(TIME, "--to", help="Last day, month or year of the period.")]

_WHERE = option(CONDITIONS, "--where", help="Which of them (sco help where); repeat for 'and'.")
WhereCountries = Annotated[tuple[OnCountries, ...], _WHERE]
WhereSummits = Annotated[tuple[OnSummits, ...], _WHERE]

_HAS = option(QUESTION, "--has", help="Ask whether one of these is among them; repeat for 'and'.")
AmongCountries = Annotated[HasCountries | None, _HAS]
AmongSummits = Annotated[HasSummits | None, _HAS]

InCapacity = Annotated[
    tuple[Capacity, ...], option(DELEGATIONS, "--capacity", help="Only those that came in this capacity.")
]
LedBy = Annotated[
    tuple[Leader, ...], option(DELEGATIONS, "--led-by", help="Only those led by this rank, office or person.")
]
InMode = Annotated[Mode | None, option(DELEGATIONS, "--mode", help="Only those that took part in this way.")]

OfCategory = Annotated[
    tuple[Category, ...], option(QUESTION, "--category", help="Only of this category; repeat for 'or'.")
]
OfCountry = Annotated[tuple[Country, ...], option(QUESTION, "--country", help="Only of this country; repeat for 'or'.")]
Holders = Annotated[
    tuple[Holder, ...],
    typer.Argument(
        metavar="COUNTRY|CATEGORY",
        help="Countries, or a category for all that have held it; default: all that have held one.",
    ),
]


class Output(NamedTuple):
    """How an answer is shown: what every command that answers takes."""

    format: Annotated[str, option(OUTPUT, "--format", "-f"), OneOf(FORMATS)] = "table"
    sources: Annotated[bool, option(OUTPUT, "--sources", help="Print the sources of what was said beneath it.")] = False
    lang: Annotated[
        str, option(OUTPUT, "--lang", help="Language of country names; all else is English."), OneOf(LANGUAGES)
    ] = "en"
    save: Annotated[File | None, option(OUTPUT, "--save", help="Save what is shown as .svg, .html or .txt.")] = None
    force: Annotated[bool, option(OUTPUT, "--force", help="With --save: replace the file if it exists.")] = False
