"""What the program can be told: its commands, the arguments and options of each, and examples.

Both running a command line and completing one need it, so it imports nothing that is slow to load.
"""

from dataclasses import Field, dataclass, fields
from typing import Any

from scocli.queries import VERBS, query_type
from scocli.queries.base import argument, option
from scocli.render import FORMATS

LANGUAGES = ("en", "ru", "zh")
"""Languages in which names of countries are shown; all else that is said is English."""


@dataclass(frozen=True, kw_only=True)
class Start:
    """Options that go before the command."""

    data: str | None = option("--data", "General", "file", "Another data set (or the environment's SCO_DATA).")
    version: bool = option("--version", "General", "flag", "The version of the program.", False)


@dataclass(frozen=True, kw_only=True)
class Shared:
    """Options of every command that answers."""

    format: str = option("--format", "Output", "choice", "How to show the answer.", "table", FORMATS, short="-f")
    sources: bool = option("--sources", "Output", "flag", "Print the sources of what was said beneath it.", False)
    lang: str = option("--lang", "Output", "choice", "Language of country names; all else is English.", "en", LANGUAGES)
    save: str | None = option("--save", "Output", "file", "Save what is shown as .svg, .html or .txt.")
    force: bool = option("--force", "Output", "flag", "With --save: replace the file if it exists.", False)


@dataclass(frozen=True, kw_only=True)
class Validate:
    """All faults of a data set, or that it holds, with its counts."""

    file: str | None = argument("file", "The data set; by default the program's own.", None, required=False)


@dataclass(frozen=True, kw_only=True)
class Schema:
    """The JSON Schema of the data set."""


@dataclass(frozen=True, kw_only=True)
class Ask(Shared):
    """A question in plain English, answered if it is understood as a whole, and refused if not.

    With - as the question, one is read from each line of standard input, and one JSON object a line is written: the
    answer, or, with 'kind' none, why there is none.
    """

    question: str = argument(
        "text", "The question, or - to read questions from standard input.", "", metavar="QUESTION"
    )
    explain: bool = option("--explain", "Question", "flag", "Show how the question was read, not its answer.", False)


@dataclass(frozen=True, kw_only=True)
class Export:
    """The data set as tables for other programs: a Data Package (CSV files) or an SQLite database.

    A name that ends in .sqlite, .sqlite3 or .db is a database's, any other a directory's.
    """

    target: str = argument("file", "Where to; what it is called says as what.", "", metavar="DIR|FILE.sqlite")
    force: bool = option("--force", "Output", "flag", "Replace an earlier export.", False)


OTHERS: dict[str, type] = {"ask": Ask, "validate": Validate, "schema": Schema, "export": Export}
"""The commands that ask no query, and what they are given."""

COMMANDS = (*(verb for verb in VERBS if verb), *OTHERS)


def form(verb: str) -> type:
    """What a command is given: a record whose fields are its arguments and options."""
    return OTHERS.get(verb) or query_type(verb)


def parameters(verb: str) -> "tuple[Field[Any], ...]":
    """The arguments and options of a command; with no verb, those of the overview."""
    own = fields(form(verb))
    return own if verb in OTHERS else (*own, *fields(Shared))


EXAMPLES: dict[str, tuple[str, ...]] = {
    "": ("sco", 'sco ask "what is Azerbaijan\'s status"', "sco list --on 2024-07-03", "sco attendance Azerbaijan"),
    "status": (
        "sco status Azerbaijan",
        "sco status India Pakistan --on 2016",
        "sco status Belarus --is 'ever observer'",
    ),
    "list": (
        "sco list",
        "sco list observers --on 2024-07-03",
        "sco list --where 'became member 2017..2023' --where 'not IN'",
        "sco list members --where 'ever observer' --where 'not hosted'",
        "sco list --where 'attended 2022-samarkand as guest'",
        "sco list --where 'applied member or opened member' --has Nepal",
        "sco list --where 'chaired 2010..' --show most",
    ),
    "history": ("sco history Belarus", "sco history Azerbaijan --show memorandum"),
    "attendance": (
        "sco attendance Azerbaijan",
        'sco attendance "Narendra Modi"',
        "sco attendance India --at 2024 --show people",
    ),
    "summits": (
        "sco summits",
        "sco summits --where 'hosted by China'",
        "sco summits --where 'held virtual'",
        "sco summits --where 'attended by Azerbaijan led by president'",
    ),
    "summit": ("sco summit 2024", "sco summit latest", "sco summit samarkand --show people --capacity observer"),
    "changes": ("sco changes --from 2024 --to 2024", "sco changes --from 2022-09-16"),
    "timeline": ("sco timeline", "sco timeline observers --on 2024", "sco timeline Belarus India Azerbaijan"),
    "matrix": ("sco matrix", "sco matrix dialogue-partners --from 2015", "sco matrix India Pakistan --from 2017"),
    "about": (
        "sco about founding",
        "sco about rats",
        "sco about dialogue-partner",
        "sco about secretary-general --on 2014",
    ),
    "sources": ("sco sources partner", "sco sources AZ", "sco sources 2024-astana", "sco sources newsaz-2024-07-04"),
    "ask": (
        'sco ask "what is Azerbaijan\'s status"',
        'sco ask "Who came to Samarkand as observers?"',
        "sco ask - < questions.txt",
    ),
    "validate": ("sco validate", "sco validate my-copy.json"),
    "schema": ("sco schema",),
    "export": ("sco export sco-data", "sco export sco.sqlite"),
}
"""Command lines that show what a command does; the first thing in its help."""
