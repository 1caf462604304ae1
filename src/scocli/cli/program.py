"""One run of the program: a command line is read, what it asks is done, and every way in which that can end has its line."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from itertools import takewhile
from shlex import quote

import typer

from scocli import days
from scocli.cli.app import COMMANDS, app, called, flags, function, misplaced, width
from scocli.cli.meanings import is_known
from scocli.cli.options import Output
from scocli.cli.parameters import parameters
from scocli.cli.session import Session
from scocli.datafile import DataSetError
from scocli.dataset import DataSet, load
from scocli.errors import ExitCode, NotUnderstood, ScoError, UnknownCommand, UsageProblem
from scocli.suggestions import did_you_mean, nearest
from scocli.text import listed, visible

_LONGEST_LINE = 1_000
"""Characters up to which a line on standard error is shown."""


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
    session = Session(today or days.today(), out, err)
    try:
        read(session, arguments)
        session.task()
    except DataSetError as error:
        for fault in error.faults:
            err(_line(f"{error.path}: {fault}"))
        return ExitCode.INVALID_DATA
    except ScoError as error:
        err(_line(str(error)))
        if isinstance(error, NotUnderstood) and error.instead:
            err("\n".join([error.heading, *(f"  {visible(question)}" for question in error.instead), ""]))
        return error.code
    except typer.TyperException as error:
        err(_refusal(error, arguments))
        return ExitCode.USAGE
    return ExitCode.ANSWERED


_FOR_SHELL = re.compile(r"(^| )--(install|show)-completion(=| (?!-))")
_NO_WORDS = re.compile(r"\[Errno \d+\] |<Shells\.\w+: |>$")
"""What Python puts around the reason why a file or program could not be used."""
_HYPHENED = re.compile("-[a-z]{2}")
_BY_NAME = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
"""The variable that lets Typer be told for which shell completion is; without it, it looks which one runs the program."""


@contextmanager
def _told_of_shell(arguments: Sequence[str]) -> Iterator[None]:
    """Let Typer hear of the shell that is named for completion, if one is: ``--install-completion zsh``."""
    new = _BY_NAME.keys() - os.environ.keys() if _FOR_SHELL.search(" ".join(arguments)) else set()
    os.environ.update({name: _BY_NAME[name] for name in new})
    try:
        yield
    finally:
        for name in new:
            del os.environ[name]


def read(session: Session, arguments: Sequence[str]) -> None:
    """Read a command line: what it asks to be done becomes the session's task.

    What Typer itself has to say (help, completion for a shell) goes the way of all other output, and nothing is done
    while Typer has control: it has its own opinion of interruptions and of what cannot be written.

    :raises ScoError: if it is refused.
    """
    _hold_against_single_hyphens(arguments)
    settings = {"help_option_names": ["-h", "--help"], "terminal_width": width(), "prog_name": "sco", "obj": session}
    with redirect_stdout(StringIO()) as said, redirect_stderr(StringIO()) as complained, _told_of_shell(arguments):
        try:
            code = typer.main.get_command(app)(args=list(arguments), standalone_mode=False, **settings)
        except SystemExit as end:
            code = end.code
        except UnknownCommand as error:
            raise UsageProblem(f"{error}{_instead_of_command(load(), error.words)}") from None
        except (OSError, UnicodeError) as error:
            raise ScoError(f"completion could not be installed: {_NO_WORDS.sub('', str(error))}") from None
    if code == ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if code:
        raise ScoError((complained.getvalue() or said.getvalue()).strip().rstrip("."))
    if said.getvalue():
        session.task = lambda: session.out(said.getvalue())


def _verb(arguments: Sequence[str]) -> str:
    """The command that a command line calls; nothing if it calls none."""
    return next(filter(None, map(called, arguments)), "")


def _asked(verb: str) -> str:
    return f"sco {verb}".rstrip()


def _hold_against_single_hyphens(arguments: Sequence[str]) -> None:
    """Refuse ``-on``, which Typer takes for ``-o n``, where there is an option ``--on``."""
    for word in takewhile("--".__ne__, arguments):
        flag, verb = f"-{word.partition('=')[0]}", _verb(arguments)
        if _HYPHENED.match(word) and (flag in flags(verb) or (verb and flag == "--help")):
            raise UsageProblem(f"No such option: {word}. {did_you_mean((flag,))} (see '{_asked(verb)} --help')")


def _line(text: str, rest: str = "") -> str:
    """A line for standard error, cut if it is very long, but for the rest of it."""
    shown = visible(text[: _LONGEST_LINE + 1])
    return f"sco: {shown if len(shown) <= _LONGEST_LINE else f'{shown[:_LONGEST_LINE]}...'}{rest}\n"


def _refusal(error: typer.TyperException, arguments: Sequence[str]) -> str:
    """The line for a command line that Typer refuses, with the way out."""
    message = " ".join(error.format_message().split()).rstrip(".").replace("Value error, ", "")
    verb = _verb(arguments)
    if flag := getattr(error, "option_name", "") if message.startswith("No such option") else "":
        if verb and (flag in flags(verb) or flag in ("--data", "--version")):
            return _line(misplaced(flag, verb))
        message = f"No such option: {_instead_of_option(flag, verb, arguments)}"
    if "unexpected extra argument" in message:
        taken = [item.label for item in parameters(function(verb)) if not item.flags]
        takes = f"one {taken[0]}, in quotes where it has several words" if taken else "none"
        message += f"; 'sco {verb}' takes {takes}"
    return _line(message, f" (see '{_asked(verb)} --help')")


_HABITS = {
    **dict.fromkeys(("--date", "--day", "--year", "--as-of"), ("--on", "--from")),
    **dict.fromkeys(("--save", "--out", "--file"), ("--output",)),
    "--csv": ("--format csv",),
    "--markdown": ("--format markdown",),
}
"""What options are called elsewhere: for each what does the same here, of several the first that a command has."""


def _instead_of_option(flag: str, verb: str, arguments: Sequence[str]) -> str:
    """What to say of an option that a command has not: which commands have it, or what is spelled nearly as it.

    Typer takes what stands behind a single hyphen for letters that are options each, and tells of the first.
    """
    word = next((word for word in arguments if word.startswith(flag)), flag).partition("=")[0]
    if does := next((does for does in _HABITS.get(word, ()) if does.split()[0] in flags(verb)), None):
        return f"{word}. {did_you_mean((does,))}"
    if word in ("--country", "--countries") and verb:
        labels = [item.label for item in parameters(function(verb)) if not item.flags]
        takes = any("COUNTRY" in label or label == "SUBJECT" for label in labels)
        return f"{word}; a country stands without an option: sco {verb if takes else 'status'} Azerbaijan"
    shared = {known for item in parameters(Output) for known in item.flags}
    others = [repr(f"sco {other}") for other in COMMANDS if word in flags(other)]
    if others and word not in shared:
        return f"{word}; it is an option of {listed(others)}"
    near = nearest(word.strip("-"), ((known.strip("-"), known) for known in flags(verb) if known.startswith("--")))
    return f"{word}. {did_you_mean(near)}" if near else word


_GOES_BEHIND = {"country": "status", "category": "list", "summit": "summit", "person": "attendance"}
"""What may have been meant where a name stands in place of a command: by what it names, the command that tells of it."""


def _instead_of_command(data: DataSet, words: Sequence[str]) -> str:
    """What to say where the first of some words should be a command and is none: what was meant, or where to look.

    A command that is near comes first, then what the words name; several words that name nothing are a question.
    """
    if near := nearest(words[0], ((command, repr(command)) for command in COMMANDS)):
        return f". {did_you_mean(near)} (see 'sco --help')"
    names = list(takewhile(lambda word: not word.startswith("-"), words))
    said, options = " ".join(names), words[len(names) :]
    for kind, verb in _GOES_BEHIND.items():
        if is_known(data, kind, said):
            return f"; for a {kind}: {_shell('sco', verb, said, *options)}"
    if names and all(is_known(data, "country", name) for name in names):
        return f"; for countries: {_shell('sco', 'status', *words)}"
    if len(said.split()) > 1:
        return f"; for a question: {_shell('sco', 'ask', said, *options)}"
    return " (see 'sco --help')"


def _shell(*words: str) -> str:
    """Words as a shell takes them; an apostrophe stands in double quotes where nothing in them is the shell's."""
    return " ".join(f'"{word}"' if "'" in word and not re.search(r'["$`\\!]', word) else quote(word) for word in words)
