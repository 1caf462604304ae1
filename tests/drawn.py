"""What the tests of rendering share: answers to command lines, and how to read what was drawn."""

import shlex
from functools import cache
from unittest import mock

from rich.cells import cell_len

from scocli.answers import Answer
from scocli.cli import program, session
from scocli.cli.app import COMMANDS, examples
from scocli.queries import VERBS

TODAY = "2026-01-15"

EXAMPLE_LINES = list(
    dict.fromkeys(
        line
        for verb in ("", *COMMANDS)
        if verb in VERBS or verb == "ask"
        for line in examples(verb)
        if "<" not in line and "--format" not in line
    )
)
"""Command lines of every command that answers."""
FIRST_LINES = list({tuple(line.split()[1:2]): line for line in reversed(EXAMPLE_LINES)}.values())
"""One of each of these commands."""


def run(line: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a command line."""
    out: list[str] = []
    err: list[str] = []
    code = program.run(shlex.split(line)[1:], out.append, err.append, today=TODAY)
    return int(code), "".join(out), "".join(err)


@cache
def answer_to(line: str) -> Answer:
    """The answer that a command line would show."""
    shown: list[Answer] = []
    with mock.patch.object(session, "render", lambda answer, *_: shown.append(answer) or ""):
        assert run(line) == (0, "", "")
    return shown[0]


def widest(text: str) -> int:
    """Columns that the widest line takes."""
    return max(cell_len(line) for line in text.splitlines())


def reads(text: str, word: str) -> bool:
    """Whether a word can be read in a text: in one piece, or broken, each piece beneath the one before."""
    if word in text:
        return True
    lines = text.splitlines()

    def goes_on(row: int, place: int, rest: str) -> bool:
        if row == len(lines):
            return False
        piece = lines[row][place:]
        same = next((i for i, (one, other) in enumerate(zip(piece, rest, strict=False)) if one != other), None)
        length = min(len(piece), len(rest)) if same is None else same
        return length == len(rest) or (length > 0 and goes_on(row + 1, place, rest[length:]))

    return any(
        goes_on(row, place, word)
        for row, line in enumerate(lines)
        for place in range(len(line))
        if line[place] == word[0]
    )
