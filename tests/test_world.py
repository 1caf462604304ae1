"""The countries of the world by their names in every language."""

import unicodedata
from collections import defaultdict

import pytest
from babel import localedata
from hypothesis import given
from hypothesis import strategies as st

from each import each
from scocli import world
from scocli.text import fold

AMBIGUOUS = {
    "Korea": ["KP", "KR"],
    "Guinea": ["GN", "GQ", "GW", "PG"],
    "Congo": ["CD", "CG"],
    "Конго": ["CD", "CG"],
    "Nga": ["NG", "RU"],
    "Guyane": ["GF", "GY"],
    "Dominik": ["DM", "DO"],
    "Nigeri": ["NE", "NG"],
    "Свети Мартин": ["MF", "SX"],
    "Kongo": ["CD", "CG"],
    "刚果": ["CD", "CG"],
    "الكونغو": ["CD", "CG"],
    "Corée": ["KP", "KR"],
    "Guiana": ["GF", "GY"],
    "Корея": ["KP", "KR"],
}
NO_NAMES = (
    "Europe", "Europa", "Asia", "Central Asia", "Africa", "Middle East", "the West", "Kurdistan", "Tibet", "Crimea", "Transnistria",
    "Wakanda", "Atlantis", "Utopia", "NATO", "EU", "European Union", "UN", "CIS", "BRICS", "Soviet Union", "USSR", "Yugoslavia",
    "Czechoslovakia", "SU", "YU", "DD", "SUN", "YUG", "DDR", "ZAR", "the", "all", "none", "member", "Astana", "Putin", "12", "000", "278", "983", "0398", "٣٩٨", "",
    " ", "-", "--", "*", "!", "🇫🇷", "\x1b[31m", "\udc80", "Azer", "Azerbaijan Kazakhstan", "Nigerien", "Francia?", "XX", "ZZ", "AAA", "Outlying Oceania",
)  # fmt: skip


@pytest.fixture(scope="module")
def spoken():
    """Codes of countries by folded name, in all locales of CLDR, read without the code under test."""
    found = defaultdict(set)
    for locale in localedata.locale_identifiers():
        for code, name in localedata.load(locale, merge_inherited=False).get("territories", {}).items():
            if code in world.names():
                found[fold(name)].add(code)
    return dict(found)


@pytest.fixture(scope="module")
def every_name(spoken):
    """All folded names, for one to be drawn from."""
    return st.sampled_from(sorted(spoken))


@each(
    "name",
    ["Azərbaycan", "Азербайджан", "阿塞拜疆", "亞塞拜然", "Aserbaidschan", "अज़रबैजान", "Azerbaïdjan", "アゼルバイジャン", "아제르바이잔",
     "Ադրբեջան", "أذربيجان", "Азербејџан", "Azerbejdžan", "Azerbaijão", "আজারবাইজান", "AZERBAÏDJAN", "azerbaidjan", " aserbaidschan "],
)  # fmt: skip
def test_a_country_is_known_in_every_language(name):
    """Azerbaijan in eighteen spellings, of many languages and scripts."""
    assert world.search(name) == ["AZ"]


@each(
    ("name", "code"),
    [("Niger", "NE"), ("Nigeria", "NG"), ("USA", "US"), ("US", "US"), ("America", "US"), ("U.S.", "US"), ("UK", "GB"), ("Great Britain", "GB"),
     ("South Korea", "KR"), ("north korea", "KP"), ("Republic of Korea", "KR"), ("Ivory Coast", "CI"), ("Cote d'Ivoire", "CI"),
     ("Czech Republic", "CZ"), ("Czechia", "CZ"), ("Holland", "NL"), ("the Netherlands", "NL"), ("The Gambia", "GM"), ("Hong Kong", "HK"),
     ("Taiwan", "TW"), ("Kosovo", "XK"), ("Palestine", "PS"), ("Palestinian Territories", "PS"), ("Bosnia and Herzegovina", "BA"), ("Saint Kitts and Nevis", "KN"),
     ("St. Kitts & Nevis", "KN"), ("Áo", "AT"), ("Irão", "IR"), ("Irã", "IR"), ("NGA", "NG"), ("Congo-Kinshasa", "CD"), ("deu", "DE"),
     ("Antigua kple Barbuda nutome", "AG")],
)  # fmt: skip
def test_other_names_and_codes_are_understood(name, code):
    """English names beside CLDR's, ISO codes, and names that differ in case, accents, quotes or the article."""
    assert world.search(name) == [code]


def test_a_country_is_shown_by_a_name_behind_which_a_verb_stands_in_the_singular():
    """'The Palestinian Territories holds no status' is no English; who writes so is understood all the same."""
    assert world.name("PS") == "Palestine"


@each(("name", "codes"), AMBIGUOUS.items())
def test_a_name_of_several_countries_means_all_of_them(name, codes):
    """'Korea' is North and South Korea; in no case of letters is it one of them, nor with signs or an article."""
    for words in (name, name.lower(), f"“{name}”.", f"the {name}"):
        assert world.search(words) == codes, words


@each("name", NO_NAMES)
def test_what_is_no_country_is_none(name):
    """Regions, unions, dissolved states, withdrawn codes, other words and no words at all."""
    assert world.search(name) == []


def test_every_code_means_its_country():
    """All codes of two letters, for each one of three, in capitals, and but for Kosovo one of three digits."""
    for code in world.names():
        assert world.search(code) == [code]
    longer = {alpha3: code for alpha3, code in world.codes().items() if len(alpha3) == 3}
    digits = [code for written, code in longer.items() if written.isdigit()]
    assert sorted(longer.values()) == sorted([*world.names(), *digits])
    assert sorted(digits) == sorted(world.names().keys() - {"XK"})
    assert all(world.search(written) == [code] for written, code in longer.items())
    assert world.search("398") == ["KZ"]


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_every_name_in_the_languages_of_the_program_means_its_country(language):
    """English, Russian and Chinese names: of all countries, each to its own."""
    names = world.names(language)
    assert names.keys() == world.names().keys()
    for code, name in names.items():
        assert world.search(name) == ([code] if name != "Guinea" else AMBIGUOUS["Guinea"])


@given(data=st.data())
def test_every_name_of_every_locale_means_its_country(spoken, every_name, data):
    """Any name in CLDR is understood as a country that bears it; if only one does, as that one."""
    key = data.draw(every_name)
    found = world.search(key)
    assert found
    if key not in map(fold, AMBIGUOUS) and key.upper() not in world.codes():
        assert set(found) <= spoken[key]


@given(words=st.text() | st.from_regex(r"[A-Za-z]{1,4}", fullmatch=True))
def test_any_words_are_a_name_or_nothing(spoken, words):
    """Random words mean a country only if they are its code or its name in some locale, whole."""
    found = world.search(words)
    known = (
        spoken.get(fold(words), set())
        | {world.codes().get(words.strip().upper())}
        | {world.english_names().get(fold(words))}
    )
    assert fold(words) in map(fold, AMBIGUOUS) or set(found) <= known


@pytest.mark.parametrize(
    ("name", "code", "most"),
    [("France", "FR", 1), ("Франция", "FR", 3), ("法国", "FR", 3), ("Frankreich", "FR", 400), ("Ադրբեջան", "AZ", 200)],
)
def test_no_more_locales_are_read_than_it_takes(monkeypatch, name, code, most):
    """English first, then Russian and Chinese, then shared languages, then those in the script of the name."""
    read = []
    load = localedata.load
    monkeypatch.setattr(localedata, "load", lambda locale, **options: read.append(locale) or load(locale, **options))
    for cached in (world.names, world.codes, world.english_names):
        cached.cache_clear()
    assert world.search(name) == [code]
    assert len(read) <= most < len(localedata.locale_identifiers()) / 2


def test_names_are_given_in_the_languages_of_the_program():
    """France in English, Russian and Chinese; no name for what is no country."""
    assert [world.name("FR", language) for language in ("en", "ru", "zh")] == ["France", "Франция", "法国"]
    assert world.name("ZZ") is None


def test_every_alias_is_folded_and_means_a_country():
    """The table of aliases holds what a search looks up, and no country that is none."""
    for alias, code in world._ALIASES.items():
        assert alias == fold(alias)
        assert code in world.names()
        assert unicodedata.is_normalized("NFC", alias)
