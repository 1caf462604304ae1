"""The commands: options -> Query, and the way out. Nothing else prints or exits.

A command's arguments and options are the fields of its query (:mod:`scocli.queries.base`), beside those that all
commands share. Only the command that is called is built: building all of them takes longer than answering.
"""

import inspect
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import Field, fields
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import typer
from typer.core import TyperCommand, TyperGroup

from scocli.answers import Answer
from scocli.commands import COMMANDS, EXAMPLES, Ask, Export, Schema, Shared, Start, Validate, form, parameters
from scocli.dataset import DataSet, DataSetError, load
from scocli.days import DayError, canonical
from scocli.errors import ExitCode, NotUnderstood, ScoError, UsageProblem
from scocli.names import FINDERS
from scocli.queries import answer
from scocli.queries.base import Panel, Query, QueryError, spelled
from scocli.render import DRAWS_FLAGS, Look, render
from scocli.text import fold, listed, quoted, visible

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")

_LONGEST_LINE = 1_000
"""Characters up to which a line on standard error is shown."""
_WIDEST_METAVAR = 16
"""Columns up to which an option's choices stand behind it, not in its help."""


def resolve(data: DataSet, item: "Field[Any]", words: str) -> str | None:
    """What the words of an option mean: a code, an id, a name, a date as precise as it was given.

    :raises UsageProblem: if they are none of the words or days allowed.
    :raises NotUnderstood: if they name nothing, or several things.
    """
    what, flag = item.metadata["what"], spelled(item)
    if what == "day":
        try:
            return canonical(words)
        except DayError as error:
            raise UsageProblem(f"{flag}: {error}") from None
    if what == "number":
        if not (words.isascii() and words.isdigit() and len(words) < 7):
            raise UsageProblem(f"{flag}: {quoted(words)} is not a number")
        return str(int(words))
    if what == "choice":
        return chosen(item, words)
    return FINDERS[what](data, words) if what in FINDERS else words


def resolve_all(data: DataSet, item: "Field[Any]", given: list[str]) -> list[str | None]:
    """What each of several words means. Where one is no name but is part of one without its quotes, the error says so."""
    found: list[str | None] = []
    for place, words in enumerate(given):
        try:
            found.append(resolve(data, item, words))
        except NotUnderstood:
            for name in (" ".join(given[max(place - 1, 0) : place + 1]), " ".join(given[place : place + 2])):
                if name != words and _is_known(data, item, name):
                    raise NotUnderstood(f"A name of several words stands in quotes: {quoted(name)}", (name,)) from None
            raise
    return found


def _is_known(data: DataSet, item: "Field[Any]", words: str) -> bool:
    try:
        resolve(data, item, words)
    except ScoError:
        return False
    return True


def chosen(item: "Field[Any]", words: str) -> str:
    """The one of an option's choices that some words are. :raises UsageProblem: if they are none."""
    choices: tuple[str, ...] = item.metadata["choices"]
    for spelling in (fold(words), fold(words).replace(" ", "-")):
        if spelling in choices:
            return spelling
    raise UsageProblem(f"{spelled(item)}: {quoted(words)} is none of {listed(choices, 'or')}")


def form_from(kind: type[T], given: dict[str, Any]) -> T:
    """What the options say that need no data set to be read."""
    return kind(**{
        item.name: chosen(item, given[item.name]) if item.metadata["choices"] else given[item.name]
        for item in fields(kind)
    })  # fmt: skip


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
            values[item.name] = tuple(dict.fromkeys(resolve_all(data, item, value)))
        elif value is not None and (value != item.default or item.metadata.get("required")):
            values[item.name] = resolve(data, item, value)
    return kind(**values)


def _parameter(item: "Field[Any]") -> inspect.Parameter:
    """A field of a query as a parameter of a Typer command."""
    what, flag, help = item.metadata["what"], item.metadata["flag"], item.metadata["help"]
    initial: Any = item.default
    annotation: Any = bool if what == "flag" else list[str] if isinstance(initial, tuple) else str | None
    metavar = None if what == "flag" else item.metadata["metavar"]
    if choices := item.metadata["choices"]:
        spelled = "|".join(choices)
        if len(spelled) <= _WIDEST_METAVAR:
            metavar = spelled
        else:
            help = f"{help} One of {', '.join(choices)}."
    if not flag:
        default: Any = ... if item.metadata["required"] else initial or None
        value = typer.Argument(default, metavar=metavar, help=help, show_default=False)
    else:
        value = typer.Option(
            list(initial) if annotation == list[str] else initial,
            *filter(None, (flag, item.metadata["short"])),
            metavar=metavar,
            help=help,
            show_default=False,
            rich_help_panel=item.metadata["panel"],
        )
    return inspect.Parameter(item.name, inspect.Parameter.KEYWORD_ONLY, default=value, annotation=annotation)


def help_text(verb: str, kind: type) -> str:
    """The help of a command: examples, then what it does."""
    paragraphs = inspect.cleandoc(kind.__doc__ or "").split("\n\n:")[0].split("\n\n")
    examples = "\n".join(f"  {example}" for example in EXAMPLES.get(verb, ()))
    summary, *rest = [_plain(paragraph) for paragraph in paragraphs]
    return "\n\n".join([summary, *([f"\b\nExamples:\n{examples}"] if examples else []), *rest])


def _plain(paragraph: str) -> str:
    """A paragraph of a docstring on one line: options bare (a quote would let them be broken), other words quoted."""
    return re.sub("``(--?[a-z-]+)``", r"\1", " ".join(paragraph.split())).replace("``", "'")


class _AsWritten:
    """How the words of a command line are taken: as they are; :func:`resolve` says what they mean.

    In its place Typer would have Pydantic take them, which changes nothing in them, and takes as long to load as all the
    rest of the program.
    """

    @staticmethod
    def coerce(value: Any, **_: Any) -> Any:
        """The words."""
        return value


def _take_as_written(parameters: Iterable[Any]) -> None:
    """Let the words of some arguments and options be taken as they are, where they are to be words."""
    for parameter in parameters:
        described = getattr(parameter, "type_descriptor", None)
        if getattr(described, "annotation", None) in (bool, str, list[str]):
            vars(parameter)["get_runtime_param"] = _AsWritten


def _write_options(parameters: Iterable[Any], ctx: Any, formatter: Any) -> None:
    """Write arguments and options into a help, each under its heading, all descriptions in one column."""
    panels: dict[str, list[tuple[str, str]]] = {panel: [] for panel in ("Arguments", *get_args(Panel))}
    for item in parameters:
        if record := item.get_help_record(ctx):
            name = re.sub(" <[^<>]*>$", "", record[0])  # the Python type that Typer puts behind an argument
            default = "Arguments" if item.param_type_name == "argument" else "General"
            panels[item.rich_help_panel or default].append((name, record[1]))
    width = max(len(name) for rows in panels.values() for name, _ in rows)
    for panel, rows in panels.items():
        if rows:
            with formatter.section(panel):
                formatter.write_dl([(name.ljust(width), help) for name, help in rows])


class _Group(TyperGroup):
    """The program: its commands, and the options before them."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the options before the command."""
        _take_as_written(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, then the commands."""
        _write_options(self.get_params(ctx), ctx, formatter)
        self.format_commands(ctx, formatter)


class _Command(TyperCommand):
    """A command that answers, and its arguments and options."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments and options."""
        _take_as_written(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments and options."""
        _write_options(self.get_params(ctx), ctx, formatter)


def _show(context: "Session", shown: Answer, shared: Shared) -> None:
    """Write an answer to standard output, or to the file that it is to be saved in."""
    if shared.force and shared.save is None:
        raise UsageProblem("--force goes with --save")
    if shared.sources and shared.format == "csv":
        raise UsageProblem(
            "--sources: rows of CSV have no sources: --format json names those of the answer, "
            "'sco export DIR' writes tables with those of every fact"
        )
    if shared.save is not None:
        if shared.format != "table":
            raise UsageProblem("--save saves what is shown without --format")
        from scocli.saving import save

        save(shown, shared.save, sources=shared.sources, force=shared.force)
        return
    context.out(render(shown, shared.format, look_of(sys.stdout, shared.format, shared.sources)))


def look_of(stream: Any, form: str, sources: bool) -> Look:
    """How to draw for a stream: a terminal's width and colours, all the width that is needed elsewhere."""
    is_terminal = bool(stream and stream.isatty())
    color = is_terminal or bool(os.environ.get("FORCE_COLOR"))
    color = color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and form == "table"
    width = None
    if is_terminal:
        import shutil

        width = shutil.get_terminal_size().columns
    flags = color and is_terminal and os.environ.get("TERM_PROGRAM") in DRAWS_FLAGS
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return Look(width, color, sources, encoding=encoding, flags=flags, wraps=is_terminal)


class Session:
    """One run: where it reads, what day it is, where it writes.

    :ivar path: the data set's file, or ``None`` for the one that comes with the program.
    :ivar task: what the command line asks to be done, once it has been read.
    """

    def __init__(self, today: str, out: Callable[[str], None]) -> None:
        self.today = today
        self.out = out
        self.path: str | None = None
        self.task: Callable[[], None] = lambda: None

    def data(self, language: str = "en") -> DataSet:
        """The data set, with country names in a language."""
        found = load(self.path)
        return found if language == "en" else found.in_language(language)


def _query(session: Session, kind: type[Query], given: dict[str, Any]) -> None:
    """Run a command that asks a query."""
    shared = form_from(Shared, given)
    data = session.data(shared.lang)
    query = query_from(data, kind, given)
    try:
        found = answer(data, query, session.today)
    except QueryError as error:
        raise UsageProblem(str(error)) from None
    _show(session, found, shared)


def _validate(session: Session, asked: Validate) -> None:
    from scocli.checking import check

    session.out(check(session.path if asked.file is None else asked.file))


def _schema(session: Session, asked: Schema) -> None:
    from scocli.checking import schema

    session.out(schema())


def _ask(session: Session, asked: Ask) -> None:
    from scocli.ask import ask, batch, explain, questions

    data = session.data(asked.lang)
    if asked.question == "-":
        if asked != Ask(question="-", lang=asked.lang):
            raise UsageProblem("with - as the question, --lang is the only option: each answer is a line of JSON")
        progress = None if sys.stdout.isatty() else sys.stderr
        look = look_of(sys.stdout, "json", sources=True)
        batch(data, questions(sys.stdin), session.out, session.today, progress, look)
        return
    _show(session, (explain if asked.explain else ask)(data, asked.question, session.today), asked)


def _export(session: Session, asked: Export) -> None:
    from scocli.export import export

    session.out(export(session.data(), asked.target, force=asked.force))


RUN: dict[type, Callable[[Session, Any], None]] = {Ask: _ask, Validate: _validate, Schema: _schema, Export: _export}
"""How the commands that ask no query are run, by what they are given."""


def _command(session: Session, verb: str) -> Callable[..., None]:
    """The function behind a command."""
    kind = form(verb)

    def run(**given: Any) -> None:
        if kind in RUN:
            session.task = lambda: RUN[kind](session, form_from(kind, given))
        else:
            session.task = lambda: _query(session, kind, given)

    run.__signature__ = inspect.Signature(list(map(_parameter, parameters(verb))))  # type: ignore[attr-defined]
    run.__annotations__ = {}
    return run


def build(session: Session, verbs: Iterable[str]) -> typer.Typer:
    """The program with these commands."""
    app = typer.Typer(cls=_Group, add_completion=True, rich_markup_mode=None, pretty_exceptions_enable=False)
    overview = form("")
    given = list(map(_parameter, parameters("")))

    def start(context: typer.Context, **options: Any) -> None:
        named = options["data"]
        session.path = (os.environ.get("SCO_DATA") or None) if named is None else named
        if options["version"]:
            from scocli import __version__

            session.task = lambda: session.out(f"sco {__version__}\n")
        elif context.invoked_subcommand is None:
            session.task = lambda: _query(session, overview, options)
        else:
            for parameter in given:
                if options[parameter.name] != parameter.default.default:
                    raise UsageProblem(
                        f"--{parameter.name} goes behind the command: sco {context.invoked_subcommand} ... --{parameter.name}"
                    )

    start.__signature__ = inspect.Signature([  # type: ignore[attr-defined]
        inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context),
        *map(_parameter, fields(Start)),
        *given,
    ])  # fmt: skip
    start.__annotations__ = {}
    codes = "\n".join(f"  {int(code)}  {code.meaning}" for code in ExitCode)
    epilog = f"\b\nExit status:\n{codes}"
    app.callback(invoke_without_command=True, help=help_text("", overview), epilog=epilog)(start)
    for verb in verbs:
        help = help_text(verb, form(verb))
        app.command(verb, cls=_Command, help=help, short_help=help.split("\n\n")[0])(_command(session, verb))
    return app


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


def _read(session: Session, arguments: Sequence[str]) -> None:
    """Read a command line: what it asks to be done becomes the session's task.

    What Typer itself has to say (help, completion for a shell) goes the way of all other output, and nothing is done
    while Typer has control: it has its own opinion of interruptions and of what cannot be written.

    :raises ScoError: if Typer refuses it.
    """
    app = build(session, _called(arguments))
    with redirect_stdout(StringIO()) as said, redirect_stderr(StringIO()) as complained:
        try:
            code = app(args=list(arguments), prog_name="sco", standalone_mode=False)
        except SystemExit as end:
            code = end.code
        except (OSError, UnicodeError) as error:
            raise ScoError(f"completion could not be installed: {error}") from None
    if code == ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if code:
        raise ScoError((complained.getvalue() or said.getvalue()).strip().rstrip("."))
    if said.getvalue():
        session.task = lambda: session.out(said.getvalue())


def _line(text: str, rest: str = "") -> str:
    """A line for standard error, cut if it is very long, but for the rest of it."""
    shown = visible(text[: _LONGEST_LINE + 1])
    return f"sco: {shown if len(shown) <= _LONGEST_LINE else f'{shown[:_LONGEST_LINE]}...'}{rest}\n"


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
        _read(session, arguments)
        session.task()
    except DataSetError as error:
        for fault in error.faults:
            err(_line(f"{error.path}: {fault}"))
        return ExitCode.INVALID_DATA
    except ScoError as error:
        err(_line(str(error)))
        if instead := getattr(error, "instead", ()):
            err("Questions that would be answered:\n" + "".join(f"  {visible(question)}\n" for question in instead))
        return error.code
    except typer.TyperException as error:
        message = " ".join(error.format_message().split()).rstrip(".")
        if "unexpected extra argument" in message:
            message += "; a name of several words stands in quotes"
        called = _called(arguments)
        err(_line(message, f" (see 'sco {f'{called[0]} ' if len(called) == 1 else ''}--help')"))
        return ExitCode.USAGE
    return ExitCode.ANSWERED
