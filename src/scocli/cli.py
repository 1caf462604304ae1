"""The commands: options -> Query, and the way out. Nothing else prints or exits.

A command's arguments and options are the fields of its query (:mod:`scocli.queries.base`), beside those that all
commands share. Only the command that is called is built: building all of them takes longer than answering.
"""

import inspect
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import Field, fields
from datetime import date
from typing import Any

import typer

from scocli.answers import Answer
from scocli.dataset import DataSet, DataSetError, load
from scocli.days import DayError, canonical
from scocli.errors import ExitCode, ScoError, UsageProblem
from scocli.names import FINDERS
from scocli.queries import VERBS, answer, query_type
from scocli.queries.base import Query
from scocli.queries.common import QueryError
from scocli.render import FORMATS, Look, render
from scocli.text import fold, listed, visible

LANGUAGES = ("en", "ru", "zh")
SHARED: dict[str, Callable[[], Any]] = {
    "format": lambda: typer.Option(
        "table", "--format", "-f", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.", show_default=False
    ),
    "sources": lambda: typer.Option(
        False, "--sources", help="Print the sources of what was said beneath it.", show_default=False
    ),
    "lang": lambda: typer.Option(
        "en", "--lang", metavar="en|ru|zh", help="Language of country names.", show_default=False
    ),
    "save": lambda: typer.Option(
        None, "--save", metavar="FILE", help="Save what is shown as .svg, .html or .txt.", show_default=False
    ),
}
"""Options of every command that answers."""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "": ("sco", 'sco ask "what is Azerbaijan\'s status"', "sco list --on 2024-07-03", "sco attendance Azerbaijan"),
    "status": (
        "sco status Azerbaijan",
        "sco status India Pakistan --on 2016",
        "sco status Belarus --is observer --ever",
    ),
    "list": ("sco list", "sco list observers --on 2024-07-03", "sco list members --event gained --from 2017"),
    "history": ("sco history Belarus", "sco history Azerbaijan --show memorandum"),
    "attendance": (
        "sco attendance Azerbaijan",
        'sco attendance "Narendra Modi"',
        "sco attendance India --at 2024 --show people",
    ),
    "summits": ("sco summits", "sco summits --host China", "sco summits --held virtual"),
    "summit": ("sco summit 2024", "sco summit latest", "sco summit samarkand --show people --capacity observer"),
    "changes": ("sco changes --from 2024 --to 2024", "sco changes --from 2022-09-16"),
    "about": ("sco about founding", "sco about dialogue-partner", "sco about secretary-general --on 2014"),
    "sources": ("sco sources partner", "sco sources AZ", "sco sources 2024-astana", "sco sources newsaz-2024-07-04"),
    "ask": (
        'sco ask "what is Azerbaijan\'s status"',
        'sco ask "Who came to Samarkand as observers?"',
        "sco ask - < questions.txt",
    ),
    "validate": ("sco validate", "sco validate my-copy.json"),
    "schema": ("sco schema",),
}
"""Command lines that show what a command does; the first thing in its help."""


def resolve(data: DataSet, item: "Field[Any]", words: str) -> str | None:
    """What the words of an option mean: a code, an id, a name, a date as precise as it was given.

    :raises UsageProblem: if they are none of the words or days allowed.
    :raises NotUnderstood: if they name nothing, or several things.
    """
    what, flag = item.metadata["what"], item.metadata["flag"] or item.name
    if what == "day":
        try:
            return canonical(words)
        except DayError as error:
            raise UsageProblem(f"{flag}: {visible(str(error))}") from None
    if what == "number":
        if not (words.isascii() and words.isdigit() and len(words) < 7):
            raise UsageProblem(f"{flag}: {visible(words)[:80]!r} is not a number")
        return str(int(words))
    if what == "choice":
        choices = item.metadata["choices"]
        for chosen in (fold(words), fold(words).replace(" ", "-")):
            if chosen in choices:
                return chosen
        raise UsageProblem(f"{flag}: {visible(words)[:80]!r} is none of {listed(choices, 'or')}")
    return FINDERS[what](data, words) if what in FINDERS else words


def query_from(data: DataSet, kind: type[Query], given: dict[str, Any]) -> Query:
    """The query that the options of a command ask.

    :raises UsageProblem: if a word or day is none of those allowed.
    :raises NotUnderstood: if a name is not known, or stands for several things.
    """
    values: dict[str, Any] = {}
    for item in fields(kind):
        value = given[item.name]
        if item.metadata["what"] == "flag":
            values[item.name] = value
        elif isinstance(value, list):
            values[item.name] = tuple(dict.fromkeys(resolve(data, item, words) for words in value))
        elif value is not None and value != item.default:
            values[item.name] = resolve(data, item, value)
    return kind(**values)


def _parameter(item: "Field[Any]") -> inspect.Parameter:
    """A field of a query as a parameter of a Typer command."""
    what, flag, help = item.metadata["what"], item.metadata["flag"], item.metadata["help"]
    initial: Any = item.default
    annotation: Any = bool if what == "flag" else list[str] if isinstance(initial, tuple) else str | None
    if item.metadata["choices"]:
        help = f"{help} One of {', '.join(item.metadata['choices'])}."
    metavar = None if what == "flag" else what.upper()
    if not flag:
        default: Any = ... if item.metadata["required"] else initial or None
        value = typer.Argument(default, metavar=metavar, help=help, show_default=False)
    else:
        value = typer.Option(
            list(initial) if annotation == list[str] else initial,
            flag,
            metavar=metavar,
            help=help,
            show_default=False,
        )
    return inspect.Parameter(item.name, inspect.Parameter.KEYWORD_ONLY, default=value, annotation=annotation)


def _shared() -> list[inspect.Parameter]:
    kinds: dict[str, Any] = {"sources": bool, "save": str | None}
    return [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=make(), annotation=kinds.get(name, str))
        for name, make in SHARED.items()
    ]


def help_text(verb: str, kind: type[Query] | None = None, about: str = "") -> str:
    """The help of a command: examples, then what it does."""
    paragraphs = inspect.cleandoc((kind and kind.__doc__) or about).split("\n\n:")[0].split("\n\n")
    examples = "\n".join(f"  {example}" for example in EXAMPLES.get(verb, ()))
    summary, *rest = [" ".join(paragraph.split()).replace("``", "'") for paragraph in paragraphs]
    return "\n\n".join([summary, *([f"\b\nExamples:\n{examples}"] if examples else []), *rest])


def _show(context: "Session", shown: Answer, options: dict[str, Any]) -> None:
    """Write an answer to standard output, or to the file that it is to be saved in."""
    form = options["format"]
    if form not in FORMATS:
        raise UsageProblem(f"--format: {visible(form)[:80]!r} is none of {listed(FORMATS, 'or')}")
    if options["save"] is not None:
        from scocli.saving import save

        save(shown, options["save"], options["sources"])
        return
    context.out(render(shown, form, look_of(sys.stdout, form, options["sources"])))


def look_of(stream: Any, form: str, sources: bool) -> Look:
    """How to draw for a stream: a terminal's width and colours, all the width that is needed elsewhere."""
    is_terminal = bool(stream and stream.isatty())
    color = is_terminal or bool(os.environ.get("FORCE_COLOR"))
    color = color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and form == "table"
    width = None
    if is_terminal:
        import shutil

        width = shutil.get_terminal_size().columns
    return Look(width=width, color=color, sources=sources)


class Session:
    """One run: where it reads, what day it is, where it writes.

    :ivar path: the data set's file, or ``None`` for the one that comes with the program.
    """

    def __init__(self, today: str, out: Callable[[str], None]) -> None:
        self.today = today
        self.out = out
        self.path: str | None = None

    def data(self, language: str = "en") -> DataSet:
        """The data set, with country names in a language."""
        if language not in LANGUAGES:
            raise UsageProblem(f"--lang: {visible(language)[:80]!r} is none of {listed(LANGUAGES, 'or')}")
        found = load(self.path)
        return found if language == "en" else found.in_language(language)


def _command(session: Session, verb: str) -> Callable[..., None]:
    """The function behind a command that asks a query."""
    kind = query_type(verb)

    def run(**given: Any) -> None:
        data = session.data(given["lang"])
        query = query_from(data, kind, given)
        try:
            found = answer(data, query, session.today)
        except QueryError as error:
            raise UsageProblem(str(error)) from None
        _show(session, found, given)

    run.__signature__ = inspect.Signature([*map(_parameter, fields(kind)), *_shared()])  # type: ignore[attr-defined]
    run.__annotations__ = {}
    return run


def _validate(session: Session) -> Callable[..., None]:
    def run(
        file: str | None = typer.Argument(
            None, metavar="[FILE]", help="The data set; by default the program's own.", show_default=False
        ),
    ) -> None:
        from scocli.checking import check

        session.out(check(file or session.path))

    return run


def _schema(session: Session) -> Callable[..., None]:
    def run() -> None:
        from scocli.checking import schema

        session.out(schema())

    return run


OTHERS: dict[str, tuple[Callable[[Session], Callable[..., None]], str]] = {
    "validate": (_validate, "All faults of a data set, or that it holds, with its counts."),
    "schema": (_schema, "The JSON Schema of the data set."),
}
"""The commands that ask no query."""


def build(session: Session, verbs: Iterable[str]) -> typer.Typer:
    """The program with these commands."""
    app = typer.Typer(add_completion=True, rich_markup_mode=None, pretty_exceptions_enable=False)
    overview = query_type("")
    given = [*map(_parameter, fields(overview)), *_shared()]

    def start(context: typer.Context, **options: Any) -> None:
        session.path = options["data"]
        if options["version"]:
            from scocli import __version__

            session.out(f"sco {__version__}\n")
        elif context.invoked_subcommand is None:
            data = session.data(options["lang"])
            _show(session, answer(data, query_from(data, overview, options), session.today), options)
        else:
            for parameter in given:
                if options[parameter.name] != parameter.default.default:
                    raise UsageProblem(
                        f"--{parameter.name} goes behind the command: sco {context.invoked_subcommand} ... --{parameter.name}"
                    )

    data_option = typer.Option(
        None,
        "--data",
        metavar="FILE",
        envvar="SCO_DATA",
        show_envvar=False,
        help="Another data set (or the environment's SCO_DATA).",
        show_default=False,
    )
    version = typer.Option(False, "--version", help="The version of the program.", show_default=False)
    keyword = inspect.Parameter.KEYWORD_ONLY
    start.__signature__ = inspect.Signature([  # type: ignore[attr-defined]
        inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context),
        inspect.Parameter("data", keyword, default=data_option, annotation=str | None),
        inspect.Parameter("version", keyword, default=version, annotation=bool),
        *given,
    ])  # fmt: skip
    start.__annotations__ = {}
    codes = "\n".join(f"  {int(code)}  {code.meaning}" for code in ExitCode)
    epilog = f"\b\nExit status:\n{codes}"
    app.callback(invoke_without_command=True, help=help_text("", overview), epilog=epilog)(start)
    for verb in verbs:
        if verb in OTHERS:
            make, about = OTHERS[verb]
            app.command(verb, help=help_text(verb, about=about))(make(session))
        else:
            app.command(verb, help=help_text(verb, query_type(verb)))(_command(session, verb))
    return app


COMMANDS = (*(verb for verb in VERBS if verb), *OTHERS)


def _called(arguments: Sequence[str]) -> tuple[str, ...]:
    """The commands to build: the one that is called, or all of them where that is not plain."""
    words = iter(arguments)
    for word in words:
        if word == "--data":
            next(words, None)
        elif word in COMMANDS:
            return (word,)
        elif not word.startswith("--data="):
            break
    return COMMANDS if arguments else ()


def run(
    arguments: Sequence[str], out: Callable[[str], None], err: Callable[[str], None], today: str | None = None
) -> ExitCode:
    """One run of the program.

    :param arguments: the command line without the program's name.
    :param out: writes to standard output.
    :param err: writes to standard error.
    :param today: the day that is today, ISO 8601; by default the system's.
    :returns: how it ended.
    """
    session = Session(today or date.today().isoformat(), out)
    try:
        build(session, _called(arguments))(args=list(arguments), prog_name="sco", standalone_mode=False)
    except DataSetError as error:
        for fault in error.faults:
            err(f"sco: {visible(error.path)}: {visible(str(fault))}\n")
        return ExitCode.INVALID_DATA
    except ScoError as error:
        err(f"sco: {visible(str(error))}\n")
        return error.code
    except typer.TyperException as error:
        message = " ".join(visible(error.format_message()).split())
        err(f"sco: {message.rstrip('.')} (see 'sco --help')\n")
        return ExitCode.USAGE
    except typer.Abort:
        return ExitCode.INTERRUPTED
    return ExitCode.ANSWERED
