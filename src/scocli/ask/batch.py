"""Many questions, one a line."""

import re
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from itertools import islice
from typing import TextIO

from scocli.ask.answering import ask
from scocli.ask.lexer import LONGEST_QUESTION
from scocli.dataset import DataSet
from scocli.errors import NotUnderstood, ScoError, UsageProblem
from scocli.render import Look
from scocli.render.json import dumps

LONG = 200
"""Questions from which on they are counted."""
_ESCAPED = re.compile(r"\\x[89a-f][0-9a-f]")
"""A byte that was not known for a character; one below 80 always is, so a question may tell of ``\\x41``."""


def questions(stream: TextIO) -> Iterator[str]:
    """The lines of a stream, as they come.

    Of a line that is too long only so much is kept as shows that: it may never end. Blanks before a question do not count.

    :raises ScoError: if the stream cannot be read, or is in UTF-16.
    """
    try:
        mark = "\ufeff"  # which some editors put at the beginning of a file
        while line := _line(stream):
            if mark and _is_utf_16(line):
                raise ScoError("standard input is UTF-16: questions are read in UTF-8")
            yield line.removeprefix(mark)
            mark = ""
            while line and not line.endswith("\n"):
                line = stream.readline(LONGEST_QUESTION)
    except OSError as error:
        raise ScoError(f"standard input cannot be read: {error.strerror or error}") from None


def _is_utf_16(line: str) -> bool:
    """Whether a line is UTF-16 that was read as another encoding: every second character is none that is written."""
    known = _ESCAPED.sub("", line).strip()
    return sum(char < " " for char in known) > len(known) * 0.4


def _line(stream: TextIO) -> str:
    """The next line, as far as it is read; of one that is too long without the blanks in front."""
    line = stream.readline(LONGEST_QUESTION + 1)
    while len(line) > LONGEST_QUESTION and line[0].isspace() and not line.endswith("\n"):
        begun = line.lstrip()
        line = begun + stream.readline(LONGEST_QUESTION + 1 - len(begun)) or "\n"
    return line


def batch(
    data: DataSet,
    lines: Iterable[str],
    out: Callable[[str], None],
    today: str,
    progress: TextIO | None = None,
    look: Look = Look(),
) -> None:
    """Write the answer to each line's question as one JSON object a line, in order, before the next line is read.

    A question that is refused gives an object with ``kind`` none, ``value`` null, the ``error`` and what to ask
    ``instead``. If `progress` is a terminal, it shows how many have been answered, once they are many.
    """
    with closing(_counted(iter(lines), progress)) as counted:
        for line in counted:
            out(dumps(reply(data, line.rstrip("\r\n"), today), look))


def reply(data: DataSet, question: str, today: str) -> dict[str, object]:
    """The answer to a question as plain data, or why there is none."""
    if _ESCAPED.search(question):
        return refusal(question, NotUnderstood("Not understood: it is not in UTF-8."))
    try:
        return {"question": question, **ask(data, question, today).to_dict()}
    except (NotUnderstood, UsageProblem) as error:
        return refusal(question, error)


def refusal(question: str, error: ScoError) -> dict[str, object]:
    """Why there is no answer to a question, as plain data, with what to ask instead."""
    instead = list(getattr(error, "instead", ()))
    return {"question": question, "kind": "none", "value": None, "error": str(error), "instead": instead}


def _counted(lines: Iterator[str], progress: TextIO | None) -> Generator[str, None, None]:
    """The lines, and on a terminal their number. How many will come is not known: they may have no end."""
    if progress is None or not progress.isatty():
        yield from lines
        return
    yield from islice(lines, LONG)
    following = next(lines, None)
    if following is None:
        return
    from rich.console import Console
    from rich.progress import Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.completed:.0f} questions"), TimeElapsedColumn())
    console = Console(file=progress)
    # Rich would take what is written to standard output for its own terminal.
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("", total=None, completed=LONG)
        while following is not None:
            yield following
            bar.advance(task)
            following = next(lines, None)
