"""The countries of the world, for telling 'no status' from 'no such country': from CLDR, by Babel."""

from functools import cache

from babel import Locale
from babel.core import get_global

from scocli.text import fold

# CLDR knows these as territories; they are no countries in ISO 3166-1.
_NO_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"])
_AMBIGUOUS = {"korea": ["KP", "KR"], "guinea": ["GN", "GQ", "GW", "PG"], "congo": ["CD", "CG"]}


@cache
def names(language: str = "en") -> dict[str, str]:
    """Short names of all countries in a language, by code."""
    territories = Locale.parse(language).territories
    return {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
    }


@cache
def english_names() -> dict[str, str]:
    """Codes of all countries by folded English name."""
    return {fold(name): code for code, name in names().items()}


def name(code: str, language: str = "en") -> str | None:
    """Short name of a country in a language."""
    return names(language).get(code)


def search(words: str) -> list[str]:
    """Codes of the countries that a folded name means: one, several where it is ambiguous, or none."""
    if words in _AMBIGUOUS:
        return _AMBIGUOUS[words]
    if len(words) == 2 and words.upper() in names():
        return [words.upper()]
    if len(words) == 3 and (codes := get_global("territory_aliases").get(words.upper())):
        return [code for code in codes if code in names()]
    found = english_names().get(words)
    return [found] if found else []
