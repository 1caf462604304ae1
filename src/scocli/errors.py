"""How a run can end."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Self

from scocli.text import quoted


class ExitCode(IntEnum):
    """Exit status of the program, and what it tells a user."""

    meaning: str

    def __new__(cls, status: int, meaning: str) -> Self:
        """A status, and what it means."""
        found = int.__new__(cls, status)
        found._value_, found.meaning = status, meaning
        return found

    ANSWERED = 0, "answered; also 'no status' and 'not recorded'"
    FAULT = 1, "unexpected fault, or the output could not be written"
    USAGE = 2, "wrong use: an unknown command or option, or no such day"
    NOT_UNDERSTOOD = 3, "a name or question was not understood"
    INVALID_DATA = 4, "the data set cannot be read or does not hold"
    INTERRUPTED = 130, "interrupted"


class ScoError(Exception):
    """What ends a run with one clear line: a message that names the thing and the way out.

    :cvar code: the exit status.
    """

    code = ExitCode.FAULT


class UsageProblem(ScoError):
    """Options that do not fit together, or a value that is none of those allowed."""

    code = ExitCode.USAGE


class NotInstalled(ScoError):
    """Something that the program does only with more than it needs for all else."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f"{what} needs more than is installed; in the copy of the repository: pip install '.[{extra}]'"
        )


class UnknownCommand(UsageProblem):
    """A command line whose first word is no command.

    :ivar words: that word, and those behind it.
    """

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(f"No such command {quoted(words[0])}")
        self.words = tuple(words)


class NotUnderstood(ScoError):
    """A name or question that is not understood, or that could mean several things.

    :ivar near: what it might have meant, at most a few; to be shown, never substituted.
    :ivar instead: questions that would be answered, where it is a question.
    :ivar heading: what stands above these.
    """

    code = ExitCode.NOT_UNDERSTOOD
    heading = "Questions that would be answered:"

    def __init__(self, message: str, near: tuple[str, ...] = (), instead: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.near = near
        self.instead = instead


class Ambiguous(NotUnderstood):
    """A name that could mean several things.

    :ivar near: all of them.
    """
