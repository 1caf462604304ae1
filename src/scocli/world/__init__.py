"""The countries of the world, and what they are called in the languages that CLDR knows, by Babel.

A country of the world without any tie to the organisation holds no status; a word that is no country's name holds
no answer. To tell the two apart takes every country and territory with an ISO 3166-1 code, and Kosovo, which CLDR
lists beside them.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel import localedata
from babel.core import get_global

from scocli.text import fold, table
from scocli.world import official

_NO_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"])
"""What CLDR knows by two letters beside countries: unions, parts of countries, places for tests."""
_ORGANIZATIONS = ("EU", "UN")
"""Those of them that are organisations."""
_WITHDRAWN = frozenset(
    ["BUR", "DDR", "FXX", "TMP", "YMD", "ZAR", "230", "249", "278", "280", "720", "736", "886", "983"]
)
"""Codes of three letters or digits that ISO 3166-1 has withdrawn, or never had, and CLDR still knows."""

_CALLED = table(Path(__file__).with_name("aliases.txt"))
_ALIASES = {name: code for code, names in _CALLED.items() if " " not in code for name in names}
"""What English calls countries beside the names that CLDR gives them."""

SEVERAL = {fold(name): tuple(codes.split()) for codes, names in _CALLED.items() if " " in codes for name in names}
"""Names by which people mean more than one country, though one alone may bear it in CLDR."""

_SHORT = {"Palestinian Territories": "Palestine"}
"""What stands for a name in the plural, behind which 'holds no status' is no English: CLDR's own short one, which Babel leaves out."""


@cache
def names(locale: str = "en") -> dict[str, str]:
    """Short names of countries by code, as far as a locale of CLDR has names of its own."""
    territories = localedata.load(locale, merge_inherited=False).get("territories", {})
    return {code: _SHORT.get(n, n) for code, n in territories.items() if len(code) == 2 and code not in _NO_COUNTRIES}


@cache
def _organizations() -> dict[str, str]:
    """English names of the organisations that CLDR knows, by their folded codes and names in English, Russian and Chinese."""
    english = localedata.load("en")["territories"]
    found = {fold(code): str(english[code]) for code in _ORGANIZATIONS}
    for locale in ("en", "ru", "zh"):
        called = localedata.load(locale, merge_inherited=False)["territories"]
        found |= {fold(called[code]): str(english[code]) for code in _ORGANIZATIONS}
    return found


def organization(words: str) -> str | None:
    """The English name of an organisation that CLDR knows by two letters or by name, in English, Russian or Chinese."""
    return _organizations().get(fold(words))


def name(code: str, language: str = "en") -> str | None:
    """Short name of a country in a language."""
    return names(language).get(code)


@cache
def codes() -> dict[str, str]:
    """Codes of all countries, of two letters, by their codes of two and of three letters and of three digits."""
    found = {code: code for code in names()}
    for alias, territories in get_global("territory_aliases").items():
        is_code = len(alias) == 3 and alias not in _WITHDRAWN
        if is_code and len(territories) == 1 and territories[0] in names():
            found[alias] = territories[0]
    return found


@cache
def english_names() -> dict[str, str]:
    """Codes of all countries by folded English name: CLDR's, with 'Saint' and 'and' written out, and others in use."""
    found = dict(_ALIASES)
    for code, name in names().items():
        for spelling in (name, name.replace("&", "and"), name.replace("St.", "Saint").replace("&", "and")):
            found[fold(spelling)] = code
    return found


@cache
def _english_in_any_order() -> dict[str, list[str]]:
    """Codes of all countries by the words of their English names, in alphabetical order."""
    return {official.any_order(name): [code] for name, code in english_names().items()}


_SCRIPTS = {
    "LATIN": ("Latn",), "CYRILLIC": ("Cyrl",), "ARABIC": ("Arab",), "DEVANAGARI": ("Deva",),
    "CJK": ("Hans", "Hant", "Jpan", "Kore"), "HIRAGANA": ("Jpan",), "KATAKANA": ("Jpan",), "HANGUL": ("Kore",),
}  # fmt: skip
"""ISO 15924 codes of the scripts in which a language writes a character, by the first word of its Unicode name."""
_NAMED_SCRIPTS = frozenset(script for scripts in _SCRIPTS.values() for script in scripts)


def _script(locale: str) -> str:
    """The ISO 15924 code of the script in which a locale is written."""
    language, *rest = locale.split("_")
    if rest and len(rest[0]) == 4:
        return rest[0]
    return str(get_global("likely_subtags").get(language, "_").split("_")[1])


@cache
def _locales(letter: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The locales written in the script of a letter, or in none of the common ones if it is of none of them.

    First those of languages that are official in several countries, then all others.
    """
    scripts = _SCRIPTS.get(unicodedata.name(letter, "").split(" ", maxsplit=1)[0])
    official = Counter(
        language.split("_")[0]
        for languages in get_global("territory_languages").values()
        for language, facts in languages.items()
        if facts["official_status"] in {"official", "de_facto_official"}
    )
    groups: tuple[list[str], list[str]] = ([], [])
    for locale in localedata.locale_identifiers():
        script = _script(locale)
        if script in scripts if scripts else script not in _NAMED_SCRIPTS:
            groups[official[locale.split("_")[0]] < 2].append(locale)
    return tuple(groups[0]), tuple(groups[1])


@cache
def _initial(letter: str) -> str:
    """The first character of the folded form of what begins with a letter; nothing if it is a sign without one."""
    return fold(letter)[:1]


@cache
def _by_initial(locale: str) -> dict[str, list[tuple[str, str]]]:
    """The names of countries in a locale with their codes, by the first character of their folded forms."""
    found: dict[str, list[tuple[str, str]]] = {}
    for code, name in names(locale).items():
        found.setdefault(_initial(name[:1]), []).append((name, code))
    return found


_folded = cache(fold)
"""The folded form of a name, which many locales share."""


def _called(key: str, locales: Iterable[str]) -> list[str]:
    """Codes of the countries that have a folded name in any of some locales."""
    begun = [pair for locale in locales for initial in ("", key[0]) for pair in _by_initial(locale).get(initial, ())]
    return sorted({code for name, code in begun if _folded(name) == key})


def search(words: str) -> list[str]:
    """Codes of the countries that a name or ISO 3166-1 code means: one, several where it is ambiguous, or none.

    Names are read in English, then in Russian and Chinese, then in official lists, then in the languages that several
    countries share, then in all that CLDR knows in the script of the words, which takes half a second for those of
    Latin script. The first of these groups that knows the name decides.
    """
    code = codes().get(words.strip().upper()) if words.isascii() else None
    if code and words.upper() == words:
        return [code]
    key = fold(words)
    if several := SEVERAL.get(" ".join(official.words_of(words))):
        return list(several)
    english = english_names()
    if found := code or english.get(key) or english.get(key.removeprefix("the ")):
        return [found]
    letter = next(filter(str.isalpha, key), None)
    if letter is None:
        return []
    if meant := _called(key, ("ru", "zh")) or official.called(words):
        return meant
    if meant := _english_in_any_order().get(official.any_order(words), []):
        return meant
    for locales in _locales(letter):
        if meant := _called(key, locales):
            return meant
    return []
