"""What several commands take, and how it is called on the command line."""

from typing import Annotated, Any, NamedTuple

import typer

from scocli.queries.choices import Council, Mode
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

TIME, CONDITIONS, DELEGATIONS, QUESTION, OUTPUT = PANELS = ("Time", "Conditions", "Delegations", "Question", "Output")
"""What options are about: the headings under which the help has them, in this order."""

LANGUAGES = ("en", "ru", "zh")
"""Languages in which answers are given; what one of them has no words for is English."""


def option(*flags: str, help: str | None = None, panel: str = QUESTION) -> Any:
    """An option of Typer's, under one of the headings."""
    return typer.Option(*flags, help=help, rich_help_panel=panel)


OnDay = Annotated[Day | None, option("--on", help="Day, month or year (its last day). Default: today.", panel=TIME)]
From = Annotated[Day | None, option("--from", help="First day, month or year of the period.", panel=TIME)]
To = Annotated[Day | None, option("--to", help="Last day, month or year of the period.", panel=TIME)]

_WHERE = option("--where", help="Which of them (sco help where); repeat for 'and'.", panel=CONDITIONS)
WhereCountries = Annotated[tuple[OnCountries, ...], _WHERE]
WhereSummits = Annotated[tuple[OnSummits, ...], _WHERE]
OfBody = Annotated[Council, option("--body", help="Council.", panel=CONDITIONS)]

_HAS = option("--has", help="Ask whether one of these is among them; repeat for 'and'.")
AmongCountries = Annotated[HasCountries | None, _HAS]
AmongSummits = Annotated[HasSummits | None, _HAS]

InCapacity = Annotated[
    tuple[Capacity, ...], option("--capacity", help="Only those that came in this capacity.", panel=DELEGATIONS)
]
LedBy = Annotated[
    tuple[Leader, ...], option("--led-by", help="Only those led by this rank, office or person.", panel=DELEGATIONS)
]
InMode = Annotated[Mode | None, option("--mode", help="Only those that took part in this way.", panel=DELEGATIONS)]

OfCategory = Annotated[tuple[Category, ...], option("--category", help="Only of this category; repeat for 'or'.")]
OfCountry = Annotated[tuple[Country, ...], option("--country", help="Only of this country; repeat for 'or'.")]
Holders = Annotated[
    tuple[Holder, ...],
    typer.Argument(
        metavar="COUNTRY|CATEGORY",
        help="Countries, or a category for all that have held it; default: all that have held one.",
    ),
]


class Output(NamedTuple):
    """How an answer is shown: what every command that answers takes."""

    format: Annotated[str, option("--format", "-f", panel=OUTPUT), OneOf(FORMATS)] = "table"
    sources: Annotated[
        bool, option("--sources", help="Print the sources of what was said beneath it.", panel=OUTPUT)
    ] = False
    lang: Annotated[
        str,
        option("--lang", help="Language of the answer.", panel=OUTPUT),
        OneOf(LANGUAGES),
    ] = "en"
    save: Annotated[File | None, option("--save", help="Save what is shown as .svg, .html or .txt.", panel=OUTPUT)] = (
        None
    )
    force: Annotated[bool, option("--force", help="With --save: replace the file if it exists.", panel=OUTPUT)] = False
