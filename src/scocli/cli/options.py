"""What several commands take, and how it is called on the command line."""

from typing import Annotated, NamedTuple

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

OnDay = Annotated[
    Day | None,
    typer.Option("--on", help="Day, month or year (its last day). Default: today.", rich_help_panel=TIME),
]
From = Annotated[
    Day | None,
    typer.Option("--from", help="First day, month or year of the period.", rich_help_panel=TIME),
]
To = Annotated[
    Day | None,
    typer.Option("--to", help="Last day, month or year of the period.", rich_help_panel=TIME),
]

_WHERE = "Which of them (sco help where); repeat for 'and'."
WhereCountries = Annotated[tuple[OnCountries, ...], typer.Option("--where", help=_WHERE, rich_help_panel=CONDITIONS)]
WhereSummits = Annotated[tuple[OnSummits, ...], typer.Option("--where", help=_WHERE, rich_help_panel=CONDITIONS)]

OfBody = Annotated[
    Council,
    typer.Option("--body", help="Council.", rich_help_panel=CONDITIONS),
]

_HAS = "Ask whether one of these is among them; repeat for 'and'."
AmongCountries = Annotated[HasCountries | None, typer.Option("--has", help=_HAS, rich_help_panel=QUESTION)]
AmongSummits = Annotated[HasSummits | None, typer.Option("--has", help=_HAS, rich_help_panel=QUESTION)]

InCapacity = Annotated[
    tuple[Capacity, ...],
    typer.Option("--capacity", help="Only those that came in this capacity.", rich_help_panel=DELEGATIONS),
]
LedBy = Annotated[
    tuple[Leader, ...],
    typer.Option("--led-by", help="Only those led by this rank, office or person.", rich_help_panel=DELEGATIONS),
]
InMode = Annotated[
    Mode | None,
    typer.Option("--mode", help="Only those that took part in this way.", rich_help_panel=DELEGATIONS),
]

OfCategory = Annotated[
    tuple[Category, ...],
    typer.Option("--category", help="Only of this category; repeat for 'or'.", rich_help_panel=QUESTION),
]
OfCountry = Annotated[
    tuple[Country, ...],
    typer.Option("--country", help="Only of this country; repeat for 'or'.", rich_help_panel=QUESTION),
]
Holders = Annotated[
    tuple[Holder, ...],
    typer.Argument(
        metavar="COUNTRY|CATEGORY",
        help="Countries, or a category for all that have held it; default: all that have held one.",
    ),
]


class Output(NamedTuple):
    """How an answer is shown: what every command that answers takes."""

    format: Annotated[
        str,
        typer.Option("--format", "-f", rich_help_panel=OUTPUT),
        OneOf(FORMATS),
    ] = "table"
    sources: Annotated[
        bool,
        typer.Option("--sources", help="Print the sources of what was said beneath it.", rich_help_panel=OUTPUT),
    ] = False
    lang: Annotated[
        str,
        typer.Option("--lang", help="Language of country names; all else is English.", rich_help_panel=OUTPUT),
        OneOf(LANGUAGES),
    ] = "en"
    save: Annotated[
        File | None,
        typer.Option("--save", help="Save what is shown as .svg, .html or .txt.", rich_help_panel=OUTPUT),
    ] = None
    force: Annotated[
        bool,
        typer.Option("--force", help="With --save: replace the file if it exists.", rich_help_panel=OUTPUT),
    ] = False
