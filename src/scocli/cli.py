"""The commands: options -> Query, and the way out. Nothing else prints or exits.

A command's arguments and options are the fields of its query (:mod:`scocli.queries.base`), beside those that all
commands share. Only the command that is called is built: building all of them takes longer than answering.
"""

import inspect
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import fields
from datetime import date
from io import StringIO
from typing import Any

import typer

from scocli.answers import Answer
from scocli.arguments import behind, form_from, instead_of_command, place_of, query_from, takes
from scocli.commands import COMMANDS, Ask, Export, Schema, Shared, Start, Validate, form, parameters
from scocli.dataset import DataSet, DataSetError, load
from scocli.errors import ExitCode, ScoError, UnknownCommand, UsageProblem
from scocli.options import Command, Group, help_text, parameter
from scocli.queries import answer
from scocli.queries.base import Query, QueryError
from scocli.render import DRAWS_FLAGS, Look, render
from scocli.text import visible

_LONGEST_LINE = 1_000
"""Characters up to which a line on standard error is shown."""


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

    run.__signature__ = inspect.Signature(list(map(parameter, parameters(verb))))  # type: ignore[attr-defined]
    run.__annotations__ = {}
    return run


def build(session: Session, verbs: Iterable[str]) -> typer.Typer:
    """The program with these commands."""
    app = typer.Typer(
        cls=Group,
        add_completion=True,
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    overview = form("")
    given = list(map(parameter, parameters("")))

    def start(context: typer.Context, **options: Any) -> None:
        named = options["data"]
        session.path = (os.environ.get("SCO_DATA") or None) if named is None else named
        if options["version"] and context.invoked_subcommand is not None:
            raise UsageProblem("--version goes alone: sco --version")
        if options["version"]:
            from scocli import __version__

            session.task = lambda: session.out(f"sco {__version__}\n")
        elif context.invoked_subcommand is None:
            session.task = lambda: _query(session, overview, options)
        else:
            for parameter in given:
                if options[parameter.name] != parameter.default.default:
                    raise UsageProblem(behind(context.invoked_subcommand, f"--{parameter.name}"))

    start.__signature__ = inspect.Signature([  # type: ignore[attr-defined]
        inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context),
        *map(parameter, fields(Start)),
        *given,
    ])  # fmt: skip
    start.__annotations__ = {}
    codes = "\n".join(f"  {int(code)}  {code.meaning}" for code in ExitCode)
    epilog = f"\b\nExit status:\n{codes}"
    app.callback(invoke_without_command=True, help=help_text("", overview), epilog=epilog)(start)
    for verb in verbs:
        help = help_text(verb, form(verb))
        app.command(verb, cls=Command, help=help, short_help=help.split("\n\n")[0])(_command(session, verb))
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


_COMPLETION = ("--install-completion", "--show-completion")
_BY_NAME = "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION"
"""The variable that lets Typer be told for which shell completion is; without it, it looks which one runs the program."""


@contextmanager
def _told_of_shell(arguments: Sequence[str]) -> Iterator[None]:
    """Let Typer hear of the shell that is named for completion, if one is: ``--install-completion zsh``."""
    following = [*arguments[1:], "-"]
    named = any(
        word.startswith(tuple(f"{option}=" for option in _COMPLETION)) or (word in _COMPLETION and after[:1] != "-")
        for word, after in zip(arguments, following, strict=False)
    )
    if not named or _BY_NAME in os.environ:
        yield
        return
    os.environ[_BY_NAME] = "1"
    try:
        yield
    finally:
        del os.environ[_BY_NAME]


def _read(session: Session, arguments: Sequence[str]) -> None:
    """Read a command line: what it asks to be done becomes the session's task.

    What Typer itself has to say (help, completion for a shell) goes the way of all other output, and nothing is done
    while Typer has control: it has its own opinion of interruptions and of what cannot be written.

    :raises ScoError: if Typer refuses it.
    """
    app = build(session, _called(arguments))
    with redirect_stdout(StringIO()) as said, redirect_stderr(StringIO()) as complained, _told_of_shell(arguments):
        try:
            code = app(args=list(arguments), prog_name="sco", standalone_mode=False)
        except SystemExit as end:
            code = end.code
        except UnknownCommand as error:
            raise UsageProblem(f"{error}{instead_of_command(load(), error.words)}") from None
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


def _refusal(error: typer.TyperException, arguments: Sequence[str]) -> str:
    """The line for a command line that Typer refuses, with the way out."""
    message = " ".join(error.format_message().split()).rstrip(".").replace("Value error, ", "")
    called = _called(arguments)
    verb = called[0] if len(called) == 1 else next(filter(COMMANDS.__contains__, arguments), "")
    if message.startswith("No such option") and (elsewhere := place_of(getattr(error, "option_name", ""), verb)):
        return _line(elsewhere)
    if "unexpected extra argument" in message:
        message += f"; {takes(verb)}"
    return _line(message, f" (see '{f'sco {verb}'.rstrip()} --help')")


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
        err(_refusal(error, arguments))
        return ExitCode.USAGE
    return ExitCode.ANSWERED
