"""The words of questions, read from a file a language: what each phrase stands for."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scocli.ask.patterns import Lines, Pattern

WORDS = Path(__file__).with_name("words")
"""Where the words are, a file a language."""
SOFT = "SOFT"
"""The kind of words that can be left out without a change of meaning."""
DROPPED = frozenset({SOFT, "SCO"})
"""Kinds of words that say nothing but of which organisation it is asked."""
_NUMBERS = frozenset({"RELATIVEYEAR", "ORDINAL", "NUMBER", "DAYS", "YEARSLATER"})
"""Kinds whose values are numbers."""


class Line(NamedTuple):
    """A line of a vocabulary.

    :ivar kind: what its phrases stand for.
    :ivar value: which of several of that kind: an office, a topic, a number; ``None`` where there is but one.
    """

    kind: str
    value: str | int | None
    phrases: tuple[str, ...]


def entries(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lines of a file of words that are no patterns: what its phrases stand for, and these; the file's form it says itself."""
    for line in WORDS.joinpath(f"{name}.txt").read_text("utf-8").replace("\n    ", " ").splitlines():
        named, _, phrases = line.partition(" = ")
        if phrases and not line.startswith(("#", "/", "<")):
            yield named, tuple(phrase for part in phrases.split(",") if (phrase := part.strip()))


@cache
def vocabulary() -> tuple[Line, ...]:
    """The lines of the English vocabulary, in order."""
    lines = ((*named.partition(":"), phrases) for named, phrases in entries("en"))
    return tuple(Line(kind, int(of) if kind in _NUMBERS and of else of or None, said) for kind, _, of, said in lines)


@cache
def patterns(name: str = "en") -> Lines:
    """The patterns of a file of words, which stand in slashes, and the words that they are read as.

    ``-`` is nothing. A name in angle brackets stands for what a line before says.
    """
    found: list[tuple[Pattern, str]] = []
    meant: dict[str, str] = {}
    for line in WORDS.joinpath(f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("<"):
            slot, _, meant[slot] = line.partition(" = ")
        elif line.startswith("/"):
            pattern, _, words = line[1:].rpartition("/ = ")
            for slot in reversed(meant):
                pattern = pattern.replace(slot, f"(?:{meant[slot]})")
            found.append((Pattern(pattern), "" if words == "-" else words))
    return Lines(found)
