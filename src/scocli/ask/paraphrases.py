"""A question that is not understood, in other words that mean the same: each line of a table says one thing otherwise.

Since a paraphrase is read only where the words as they stand are not understood, a line can change no other answer.
"""

from collections.abc import Iterator
from itertools import islice

from scocli.ask.vocabulary import patterns

_MOST = 60
"""So many paraphrases of a question are made."""


def paraphrases(question: str) -> Iterator[str]:
    """The question in other words: by each line that fits, then by two, and so on; none of one that may have an empty place."""
    return iter(()) if "  " in question else islice(_each(question), _MOST)


def _each(question: str) -> Iterator[str]:
    known, latest = {question}, [question]
    while latest:
        made = []
        for text in latest:
            for _, pattern, words in patterns("paraphrases").fitting(text):
                other = " ".join(pattern.sub(f" {words} ", text).split())
                if other not in known:
                    known.add(other)
                    made.append(other)
                    yield other
        latest = made
