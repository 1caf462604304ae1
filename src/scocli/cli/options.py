"""What several commands take, and how it is called on the command line."""

from typing import Annotated, Any, NamedTuple

import typer

from scocli.queries import words
from scocli.queries.choices import Council, Mode
from scocli.render import FORMATS, MORE

TIME, CONDITIONS, DELEGATIONS, QUESTION, DETAIL, OUTPUT = PANELS = (
    "Time", "Conditions", "Delegations", "Question", "Detail", "Output",
)  # fmt: skip
"""What options are about: the headings under which the help has them, in this order."""

LANGUAGES = ("en", "ru", "zh")
"""Languages in which answers are given; what one of them has no words for is English."""


def option(*flags: str, help: str | None = None, panel: str = QUESTION) -> Any:
    """An option of Typer's, under one of the headings."""
    return typer.Option(*flags, help=help, rich_help_panel=panel)


OnDay = Annotated[
    words.Day | None, option("--on", help="Day, month or year (its last day); today if left out.", panel=TIME)
]
From = Annotated[words.Day | None, option("--from", help="First and last day, month or year.", panel=TIME)]
To = Annotated[words.Day | None, option("--to", panel=TIME)]

_WHERE = option("--where", help="A condition (sco help where); repeat for 'and'.", panel=CONDITIONS)
WhereCountries = Annotated[tuple[words.OnCountries, ...], _WHERE]
WhereSummits = Annotated[tuple[words.OnSummits, ...], _WHERE]
OfBody = Annotated[Council, option("--body", help="Council.", panel=CONDITIONS)]

_HAS = option("--has", help="Ask whether one of these is among them; repeat for 'and'.")
AmongCountries = Annotated[words.HasCountries | None, _HAS]
AmongSummits = Annotated[words.HasSummits | None, _HAS]

InCapacity = Annotated[
    tuple[words.Capacity, ...], option("--capacity", help="Only those that came in this capacity.", panel=DELEGATIONS)
]
LedBy = Annotated[
    tuple[words.Leader, ...],
    option("--led-by", help="Only those led by this rank, office or person.", panel=DELEGATIONS),
]
InMode = Annotated[Mode | None, option("--mode", help="Only those that took part in this way.", panel=DELEGATIONS)]

OfCategory = Annotated[tuple[words.Category, ...], option("--category", help="Only of this category; repeat for 'or'.")]
Holders = Annotated[
    tuple[words.Holder, ...],
    typer.Argument(
        metavar="COUNTRY|CATEGORY",
        help="Countries, or a category for all that have held it; default: all that have held one.",
    ),
]


class Output(NamedTuple):
    """How an answer is shown: what every command that answers takes."""

    format: Annotated[str, option("--format", "-f", panel=OUTPUT), words.OneOf((*FORMATS, "md"))] = "table"
    json: Annotated[bool, option("--json", help="The same as --format json.", panel=OUTPUT)] = False
    file: Annotated[
        words.File | None,
        option("--output", "-o", help="To FILE: .svg, .html, .txt, .md, .csv or .json.", panel=OUTPUT),
    ] = None
    force: Annotated[bool, option("--force", help="Replace FILE if it exists.", panel=OUTPUT)] = False
    lang: Annotated[str, option("--lang", help="Language of the answer.", panel=OUTPUT), words.OneOf(LANGUAGES)] = "en"
    table: Annotated[words.Text | None, option("--table", help="Only the table with this title.", panel=OUTPUT)] = None
    notes: Annotated[bool, option("--notes", help="Print these too, or all three.", panel=DETAIL)] = False
    disputes: Annotated[bool, option("--disputes", panel=DETAIL)] = False
    sources: Annotated[bool, option("--sources", panel=DETAIL)] = False
    all_: Annotated[bool, option("--all", panel=DETAIL)] = False
    short: Annotated[bool, option("--short", help="Print the sentence alone.", panel=DETAIL)] = False
    cite: Annotated[bool, option("--cite", help="Print a footnote: a source, or the data set.", panel=DETAIL)] = False
    open: Annotated[bool, option("--open", help="Open that source in a browser.", panel=DETAIL)] = False

    @property
    def more(self) -> tuple[str, ...]:
        """What is to be printed of :data:`scocli.render.MORE`."""
        return tuple(what for what in MORE if self.all_ or getattr(self, what))

    @property
    def form(self) -> str:
        """One of :data:`scocli.render.FORMATS`."""
        return "json" if self.json else {"md": "markdown"}.get(self.format, self.format)

    @property
    def is_a_line(self) -> bool:
        """Whether a line takes the place of the whole answer."""
        return self.short or self.cite or self.open
