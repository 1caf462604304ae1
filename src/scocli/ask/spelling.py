"""The known word that is nearest to one that is not known, if there is just one."""

from collections import defaultdict
from collections.abc import Iterable

_SHORTEST = 4
_LONG = 8


class Speller:
    """Finds the words of a vocabulary within one slip of the pen (in long words two).

    A slip is a letter too many, too few, wrong, or two exchanged. Words are found by what is left of them when
    letters are taken out, so that looking one up does not take longer in a larger vocabulary.
    """

    def __init__(self, vocabulary: Iterable[str], alone: Iterable[str]) -> None:
        self._alone = set(alone)
        self._by_rest: dict[str, set[str]] = defaultdict(set)
        for word in vocabulary:
            if len(word) >= _SHORTEST and word.isalpha():
                for rest in _rests(word, 2 if len(word) >= _LONG else 1):
                    self._by_rest[rest].add(word)

    def nearest(self, word: str) -> str | None:
        """The one word that is nearest; ``None`` if none is near, or several are equally so."""
        if len(word) < _SHORTEST or not word.isalpha() or not word.isascii():
            return None
        most = 2 if len(word) >= _LONG else 1
        near: dict[str, int] = {}
        for rest in _rests(word, most):
            for known in self._by_rest.get(rest, ()):
                if known not in near:
                    near[known] = distance(word, known)
        best = min(near.values(), default=most + 1)
        found = [known for known, far in near.items() if far == best]
        found = [known for known in found if known in self._alone] or found
        if best > most or len(found) > 1 or (found[0][0] != word[0] and best > 1):
            return None
        return found[0]


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
