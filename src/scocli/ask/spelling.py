"""The known word that is nearest to one that is not known, if there is just one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from scocli.ask.lookalikes import LOOKALIKES

_SHORTEST = 5
_LONG = 8

MENDED = (
    "summit summits member members membership observer observers dialogue partner partners partnership status memorandum memoranda "
    "secretary general secretariat chairmanship country countries founder founders founding delegation delegations language "
    "languages official attend attended attending represent represented representing participate participated hosted hosting "
    "chaired chairman joined leader leaders president minister ministers history which between organisation organization changes "
    "changed became become currently category attendance participants charter"
)
"""Words of questions, beside names, whose misspellings are mended; the others are too like other words."""


class Speller:
    """Finds the words of a vocabulary within one slip of the pen (in long words two).

    A slip is a letter too many, too few, wrong, or two exchanged; the first letter is right. Words are found by what
    is left of them when letters are taken out, so that looking one up does not take longer in a larger vocabulary.
    Of several that are equally near one is taken if all of them mean the same.
    """

    def __init__(self, vocabulary: Mapping[str, object]) -> None:
        """:param vocabulary: the words, each with what it means."""
        self._meanings = vocabulary
        self._by_rest: dict[str, set[str]] = defaultdict(set)
        for word in vocabulary:
            if len(word) >= _SHORTEST and word.isalpha():
                for rest in _rests(word, 2 if len(word) >= _LONG else 1):
                    self._by_rest[rest].add(word)

    def nearest(self, word: str) -> str | None:
        """The one word that is nearest; ``None`` if none is near, or several that differ in meaning are."""
        if len(word) < _SHORTEST or not word.isalpha() or not word.isascii() or word in LOOKALIKES:
            return None
        most = 2 if len(word) >= _LONG else 1
        near: dict[str, int] = {}
        for rest in _rests(word, most):
            for known in self._by_rest.get(rest, ()):
                if known not in near and known[0] == word[0]:
                    near[known] = distance(word, known)
        best = min(near.values(), default=most + 1)
        found = sorted(known for known, far in near.items() if far == best)
        if best > most or len({repr(self._meanings[known]) for known in found}) > 1:
            return None
        return found[0]


def mendable(entries: Mapping[tuple[str, ...], tuple[str, object]], kinds: Iterable[str]) -> dict[str, object]:
    """The words whose misspellings are mended, each with what it means: those of names, and :data:`MENDED`.

    :param entries: the phrases of a lexicon.
    :param kinds: the kinds of names.
    """
    names = frozenset(kinds)
    found: dict[str, object] = {}
    for words, (kind, value) in entries.items():
        if kind in names:
            for word in words:
                found[word] = (kind, value) if len(words) == 1 else word
    for word in MENDED.split():
        found[word] = entries.get((word,), word)
    return found


def _rests(word: str, letters: int) -> set[str]:
    """A word, and what is left of it when up to so many letters are taken out."""
    found, last = {word}, {word}
    for _ in range(letters):
        last = {rest[:at] + rest[at + 1 :] for rest in last for at in range(len(rest))}
        found |= last
    return found


def distance(first: str, second: str) -> int:
    """How many slips lie between two words (Damerau-Levenshtein, neighbours exchanged count one)."""
    rows = [list(range(len(second) + 1))]
    for at, letter in enumerate(first, start=1):
        row = [at]
        for to, other in enumerate(second, start=1):
            best = min(rows[-1][to] + 1, row[-1] + 1, rows[-1][to - 1] + (letter != other))
            if at > 1 and to > 1 and letter == second[to - 2] and first[at - 2] == other:
                best = min(best, rows[-2][to - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
