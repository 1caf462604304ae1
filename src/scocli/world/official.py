"""What official lists call the countries of the world, and the forms of state in such names.

The table stands beside what CLDR knows: names of the United Nations, ISO 3166-1 and the World Bank, names that CLDR
had once, and what countries call themselves. It is read only for words that are no short name in English, Russian or
Chinese, and before the names in all other languages, which take fifty times as long.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scocli.text import fold, table

TABLE = Path(__file__).with_name("official_names.tsv")
"""Code, language, name, and the lists that have it, a name a line; ``tools/official_names.py`` writes it."""

FORMER = "CLDR 41"
"""The list of names in languages of the world that CLDR had once, and has no more."""

FORMS = {fold(word): form for form, words in table(TABLE.with_name("forms.txt")).items() for word in words}
"""Words for what kind of state a country is, folded, each with what it means: no part of what tells it from others."""

_LEFT_OUT = frozenset(["", "-", "the", "of", "and", "de", "du", "des", "la", "le", "les", "der", "die", "das", "von", "el", "di", "della", "do", "da", "и", "бүгд", "улс", "دوله", "الدوله"])  # fmt: skip
"""Words that two spellings of a name may differ in."""
_SHORT = {"dem": "democratic", "fed": "federation", "federated": "federation", "rep": "republic", "st": "saint", "sts": "states"}  # fmt: skip
"""Words as lists shorten them, or have them in other forms."""
_BETWEEN = re.compile(r"[\s,;:!?()\[\]&/،、·_-]+")
_DROPPED = re.compile(r"(?<=\b\w)\.? (?=\w\b)|\b[dl]'|[.'\"“”„«»]|(?<=\bco)-")
"""What is not there: signs, and what stands between initials or in 'co-operative'."""
_JOINED = re.compile("(?<=.)(伊斯兰|民主|人民|社会主义|共和国|王国|联邦|[连連]邦|公国|공화국|왕국|연방)")
"""A form of state behind the beginning of a name without blanks."""


class Row(NamedTuple):
    """A name of a country.

    :ivar lists: the lists in which it stands.
    """

    code: str
    language: str
    name: str
    lists: tuple[str, ...]


def rows() -> list[Row]:
    """The lines of the table."""
    lines = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines()[1:])
    return [Row(code, language, name, tuple(lists.split("; "))) for code, language, name, lists in lines]


def words_of(name: str) -> list[str]:
    """The words of a name that tell it from others, folded: no articles, no signs, nothing shortened."""
    folded = _DROPPED.sub("", fold(name).replace("st.", "st "))
    return [_SHORT.get(word, word) for word in _BETWEEN.split(folded) if word not in _LEFT_OUT]


def any_order(name: str) -> str:
    """What is equal in 'Korea, Republic of', 'Korea (Republic of)' and 'the Republic of Korea'."""
    return " ".join(sorted(words_of(name))) or fold(name)


@cache
def _known(written: Callable[[str], str]) -> dict[str, set[str]]:
    """Codes of the countries by each name of the table, in the form in which names are compared."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, _, name, _ in rows():
        found[written(name)].add(code)
    return found


def called(words: str) -> list[str]:
    """Codes of the countries that the table calls so, in whatever order the words are."""
    in_order, known = any_order(words), _known(fold)
    found = known.get(fold(words)) or known.get(in_order)
    if not found and " " in in_order:
        found = _known(any_order).get(in_order)
    return sorted(found or ())


def without_forms(words: str) -> tuple[str, frozenset[str]]:
    """A name without the forms of state in it, and what these mean: 'moldova', a republic, of 'Republic of Moldova'."""
    named = words_of(_JOINED.sub(r" \1 ", fold(words)))
    return " ".join(word for word in named if word not in FORMS), _meant(named)


def _meant(named: Iterable[str]) -> frozenset[str]:
    return frozenset(FORMS[word] for word in named if word in FORMS)


@cache
def forms_of(code: str) -> frozenset[str]:
    """The forms of state in a country's formal English name."""
    formal = (row.name for row in rows() if row.code == code and "UN formal" in row.lists and row.language == "en")
    return frozenset().union(*(_meant(words_of(name)) for name in formal))
