"""The patterns of the files of words, each compiled when a text has in it what it cannot do without.

There are a thousand, and compiling them takes longer than reading a question; most have a word that few questions have.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

_NO_LETTERS = re.compile(r"\\(?:u\w{4}|x\w\w|.)|\[\^?\]?(?:\\.|[^\]\\])*\]")
"""What stands for one of several characters."""
_GROUP = re.compile(r"\(([^()]*)\)([?*{]?)")
"""A group with no other in it, and whether it may be missing."""
_OPTIONAL = re.compile(r".[?*{]")
"""A character that may be missing."""
_WORD = re.compile(r"[^\W\d_]{2,}|[\u4e00-\u9fff]")
"""What a text is asked for: one letter would be in nearly all of them."""
_LOOKS_AROUND = ("?!", "?=", "?<")
"""How a group begins that is no part of what fits."""
_KIND_OF_GROUP = re.compile(r"\?(?::|p<\w+>)")
_MARK = 0xE000
"""The first of the characters that stand for a group, of those that no text has."""


class Pattern:
    """A regular expression in which case does not matter."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._compiled: re.Pattern[str] | None = None

    @cached_property
    def needed(self) -> tuple[frozenset[str], ...]:
        """Words: of each of these sets every text that the pattern fits has one in it, as far as that is easily seen."""
        groups: list[frozenset[str]] = []

        def marked(group: re.Match[str]) -> str:
            """A group as the character that stands for it, if it must be there and each of its alternatives needs a word."""
            inner, optional = group.groups()
            if optional or inner.startswith(_LOOKS_AROUND):
                return "\0"
            wanted = [_needed(way, groups) for way in _KIND_OF_GROUP.sub("", inner, count=1).split("|")]
            if not all(wanted):
                return "\0"
            groups.append(frozenset().union(*(sets[0] for sets in wanted)))
            return chr(_MARK + len(groups) - 1)

        plain, found = _NO_LETTERS.sub("\0", self.pattern.lower()), 1
        while found:
            plain, found = _GROUP.subn(marked, plain)
        return () if "|" in plain else tuple(_needed(plain, groups))

    def search(self, text: str) -> re.Match[str] | None:
        """Where it fits first."""
        if self._compiled is None:
            folded = text.casefold()
            if not all(any(word in folded for word in words) for words in self.needed):
                return None
            self._compiled = re.compile(self.pattern, re.IGNORECASE)
        return self._compiled.search(text)

    def sub(self, made: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with other words wherever it fits."""
        return self._compiled.sub(made, text) if self.search(text) and self._compiled else text

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where it fits."""
        return self._compiled.finditer(text) if self.search(text) and self._compiled else iter(())


class Lines(tuple[tuple[Pattern, str], ...]):  # noqa: SLOT001 - it keeps its words
    """Patterns with what they are replaced by, in order."""

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset().union(*(pattern.needed[0] for pattern, _ in self if pattern.needed))

    def fitting(self, text: str, start: int = 0) -> Iterator[tuple[int, Pattern, str]]:
        """The lines from a place that fit a text, each with its place: each word that a line needs is looked for once."""
        folded = text.casefold()
        there = {word for word in self._words if word in folded}
        for at in range(start, len(self)):
            pattern, words = self[at]
            if not (pattern.needed and there.isdisjoint(pattern.needed[0])) and pattern.search(text):
                yield at, pattern, words


def _needed(plain: str, groups: list[frozenset[str]]) -> list[frozenset[str]]:
    """What a piece of a pattern without alternatives needs: its words, the longest first, and what its groups need."""
    plain = _OPTIONAL.sub("\0", plain)
    words = sorted(_WORD.findall(plain), key=len, reverse=True)
    return [
        *(frozenset((word,)) for word in words),
        *(groups[ord(mark) - _MARK] for mark in plain if "\ue000" <= mark < "\uf000"),
    ]
