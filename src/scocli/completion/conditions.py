"""What could go on inside a condition: the words of the language, and names where it takes them."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scocli.completion.values import VALUES, Suggestion
from scocli.errors import NotUnderstood
from scocli.facts.reading import ConditionError, Reader, spelled
from scocli.facts.where import read
from scocli.text import fold

if TYPE_CHECKING:
    from scocli.dataset import DataSet
    from scocli.facts.forms import Subjects

NAMES = {
    "a country": "country", "the name of a country": "country", "a country or a person": "subject",
    "a rank, an office or a person": "leader", "a category": "category", "a capacity": "capacity", "a city": "city",
    "a summit": "summit", "the name of a summit": "summit",
}  # fmt: skip
"""What kind of name is meant, by how the language calls what could stand somewhere."""

_LONGEST_PHRASE = 3
"""Words that a phrase of the language has at most, as 'absent from'."""
_LAST = re.compile(r'[\s,]*(?:"[^"]*"?|[^\s,"]+)?$')


def continuations(data: "DataSet", typed: str, of: "Subjects") -> Iterator[Suggestion]:
    """Conditions that begin as what has been typed, each one word or phrase longer.

    :param of: what it is a condition on.
    """
    for before, begun in _divisions(typed):
        for could_be in expected(data, before, of):
            if could_be.startswith("'"):
                yield Suggestion((before + could_be.strip("'"),))
            elif could_be in NAMES and (begun or before):
                for found in VALUES[NAMES[could_be]](data, begun.strip('"')):
                    names = (name for name in found.spellings if fold(name).startswith(fold(begun.strip('"'))))
                    quoted = (f'"{name}"' if begun.startswith('"') else spelled(name) for name in names)
                    yield Suggestion(tuple(before + name for name in quoted), found.help)


def _divisions(typed: str) -> Iterator[tuple[str, str]]:
    """A condition divided before its last word, its last two, its last three: what is whole, and what has been begun."""
    end = len(typed)
    for _ in range(_LONGEST_PHRASE):
        found = _LAST.search(typed[:end])
        if found is None:
            return
        gap = len(found[0]) - len(found[0].lstrip(" ,"))
        place = found.start() + gap
        yield typed[:place], typed[place:]
        end = found.start()
        if end == 0:
            return


def expected(data: "DataSet", text: str, of: "Subjects") -> list[str]:
    """What could stand behind the words of a condition: of the language, in quotation marks, or kinds of names.

    :returns: nothing where they are not understood.
    """
    try:
        reader = Reader(data, text)
        read(reader, of)
    except ConditionError as error:
        if error.word:
            return []
    except NotUnderstood:
        return []
    return list(dict.fromkeys(reader.could_be))
