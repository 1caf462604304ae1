"""A question that is not understood, in other words that mean the same: each line of a table says one thing otherwise.

Since a paraphrase is read only where the words as they stand are not understood, a line can change no other answer.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from scocli.ask.vocabulary import WORDS

_MOST = 60
"""So many paraphrases of a question are made."""


@cache
def table() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The lines of the table: a pattern, and the words that say the same. What is named before is written in full."""
    called: dict[str, str] = {}
    made = []
    for line in (WORDS / "paraphrases.txt").read_text("utf-8").splitlines():
        if line.startswith("<"):
            name, _, meant = line.partition(" = ")
            called[name] = meant
        elif line.startswith("/"):
            pattern, _, words = line[1:].rpartition("/ = ")
            for name, meant in reversed(called.items()):
                pattern = pattern.replace(name, f"(?:{meant})")
            made.append((re.compile(pattern, re.IGNORECASE), f" {words.removeprefix('-')} "))
    return tuple(made)


def paraphrases(question: str) -> Iterator[str]:
    """The question in other words: by each line that fits, then by two, and so on; none of one that may have an empty place."""
    return iter(()) if "  " in question else islice(_each(question), _MOST)


def _each(question: str) -> Iterator[str]:
    known, latest = {question}, [question]
    while latest:
        made = []
        for text in latest:
            for pattern, words in table():
                other = " ".join(pattern.sub(words, text).split())
                if other not in known:
                    known.add(other)
                    made.append(other)
                    yield other
        latest = made
