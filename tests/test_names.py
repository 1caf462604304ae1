"""What people call things: understood whole, told apart where it means several, suggested where it is near."""

import json
import re
import shlex
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from each import each
from scocli import world
from scocli.cli.program import run
from scocli.dataset import load
from scocli.errors import Ambiguous, ExitCode, NotUnderstood
from scocli.names import (
    CATEGORY_NAMES,
    FINDERS,
    find_capacity,
    find_category,
    find_city,
    find_country,
    find_person,
    find_source_subject,
    find_subject,
    find_summit,
)
from scocli.organizations import ORGANIZATION_ALIASES, find_organization, organization_names
from scocli.suggestions import MOST_SUGGESTED

DATA = load()
NAMES = [
    (name, country.code)
    for country in DATA.data.countries
    for name in (
        country.code,
        country.alpha3,
        country.names.en,
        country.names.ru,
        country.names.zh,
        country.official_name,
        *country.aliases,
    )
]

ENGLISH = r"\b(" + "|".join(re.escape(country.names.en) for country in DATA.data.countries) + r")\b"
"""The countries of the data set in a sentence."""


def without_accents(name):
    return "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))


def refusal(find, *words):
    """The error with which words are refused."""
    with pytest.raises(NotUnderstood) as raised:
        find(*words)
    return raised.value


def attempt(find, *words):
    """What words mean, or the error with which they are refused."""
    try:
        return find(*words)
    except NotUnderstood as problem:
        return problem


class TestCountries:
    """Names of countries."""

    @each(
        "change", [str, str.upper, str.lower, str.title, str.swapcase, without_accents, " {} ".format, "the {}".format]
    )
    def test_every_name_means_its_country_however_it_is_written(self, change):
        """Codes, names in three languages, official names and aliases: in any case, without accents, with an article."""
        for name, code in NAMES:
            assert find_country(DATA, change(name)) == code

    @given(data=st.data())
    def test_every_name_means_its_country_in_mixed_case(self, data):
        """Any letter of a name may be a capital or not."""
        name, code = data.draw(st.sampled_from(NAMES))
        mixed = "".join(data.draw(st.sampled_from([char, char.upper(), char.lower()])) for char in name)
        assert find_country(DATA, mixed) == code

    @each(
        ("name", "code"), [("阿塞拜疆", "AZ"), ("Aserbaidschan", "AZ"), ("Kyrgyz Republic", "KG"), ("uae", "AE"), ("Tadschikistan", "TJ"), ("Chine", "CN"), ("France", "FR")]
    )  # fmt: skip
    def test_names_beyond_the_data_set_are_understood(self, name, code):
        """Names in other languages, and countries that the data set has no record of."""
        assert find_country(DATA, name) == code

    def test_an_ambiguous_name_is_told_from_an_unknown_one(self):
        """'Korea' lists both with the codes that tell them apart."""
        problem = refusal(find_country, DATA, "Korea")
        assert isinstance(problem, Ambiguous)
        assert str(problem) == "'Korea' could be North Korea (KP) or South Korea (KR): give the code of one."
        assert [find_country(DATA, code) for code in problem.near] == ["KP", "KR"]

    @pytest.mark.parametrize(
        ("words", "near"),
        [("Frnace", "France"), ("Azerbajan", "Azerbaijan"), ("Азербаджан", "Azerbaijan"), ("Burmma", "Myanmar"), ("Nigerr", "Niger"), ("Kyrgistan", "Kyrgyzstan"), ("kyr", "Kyrgyzstan"), ("阿塞拜江", "Azerbaijan")],
    )  # fmt: skip
    def test_what_is_near_is_suggested_first(self, words, near):
        """A misspelt name is refused; the nearest is the first that is suggested."""
        problem = refusal(find_country, DATA, words)
        assert not isinstance(problem, Ambiguous)
        assert problem.near[0] == near
        assert f"Did you mean {near}" in str(problem)

    def test_three_names_at_most_are_suggested(self):
        """The names of more countries begin so."""
        assert len(refusal(find_country, DATA, "Saint").near) == MOST_SUGGESTED == 3

    def test_suggestions_are_in_the_language_that_is_shown(self):
        """With Russian names the suggestion is one, and can be typed."""
        russian = DATA.in_language("ru")
        assert refusal(find_country, russian, "Frnace").near == ("Франция",)
        assert find_country(russian, "Франция") == "FR"

    @each("words", ["", "--", "Hogwarts", "12", "\x1b[31m", "x" * 10_000, "\udcff", "[/red]"])
    def test_nothing_is_suggested_where_nothing_is_near(self, words):
        """The refusal names the words, short and made visible, and suggests nothing."""
        problem = refusal(find_country, DATA, words)
        assert problem.near == ()
        assert str(problem).isprintable()
        assert len(str(problem)) < 240

    @given(words=st.text(max_size=12))
    def test_random_words_are_a_country_or_refused(self, words):
        """Whatever is typed, it is a country's code that comes back, or a refusal with suggestions that can be typed."""
        found = attempt(find_country, DATA, words)
        if isinstance(found, str):
            assert DATA.name(found) != found
            return
        assert len(found.near) <= MOST_SUGGESTED or isinstance(found, Ambiguous)
        assert all(isinstance(attempt(find_country, DATA, name), str | Ambiguous) for name in found.near)


class TestPersonsAndSubjects:
    """Names of people, and of people or countries."""

    def test_every_person_is_found_by_the_full_name(self):
        """In any case and without accents."""
        for person in DATA.data.persons:
            assert find_person(DATA, without_accents(person.name).upper()) == person.name

    def test_a_surname_of_one_is_enough(self):
        """'Modi' is one person; 'Singh' is two, who are listed."""
        assert find_person(DATA, "modi") == "Narendra Modi"
        problem = refusal(find_person, DATA, "Singh")
        assert isinstance(problem, Ambiguous)
        assert problem.near == ("K. Natwar Singh", "Manmohan Singh")

    def test_a_subject_is_a_country_or_a_person(self):
        """The data set's countries come first, then its people, then the other countries."""
        assert find_subject(DATA, "India") == "IN"
        assert find_subject(DATA, "Narendra Modi") == "Narendra Modi"
        assert find_subject(DATA, "France") == "FR"

    def test_a_person_is_suggested_among_countries(self):
        """'Mody' is near to a person; 'Korea' is not unknown but ambiguous; of two bearers of a name both are meant."""
        assert refusal(find_subject, DATA, "Mody").near == ("Narendra Modi",)
        assert isinstance(refusal(find_subject, DATA, "Korea"), Ambiguous)
        assert isinstance(refusal(find_subject, DATA, "Singh"), Ambiguous)
        assert refusal(find_subject, DATA, "Narendra Mody").near == ("Narendra Modi",)


class TestSummits:
    """Names of summits."""

    @each(
        ("words", "summit"),
        [("2022", "2022-samarkand"), ("Samarkand", "2022-samarkand"), ("astana 2024", "2024-astana"), ("2024 Astana", "2024-astana"), ("Astana-2024", "2024-astana"), ("25", "2025-tianjin"), ("first", "2001-shanghai"), ("LATEST", "2025-tianjin")],
    )  # fmt: skip
    def test_a_summit_is_known_by_year_city_or_number(self, words, summit):
        """Each of its names is enough where it is the only one of that name."""
        assert find_summit(DATA, words) == summit

    @each(
        "words", ["St Petersburg", "st. petersburg", "St. Petersburg 2002", "2002 st petersburg", "St Petersburg-2002"]
    )
    def test_saint_is_abbreviated(self, words):
        """As it is in English."""
        assert find_summit(DATA, words) == "2002-saint-petersburg"

    @each(
        ("words", "said"),
        [
            ("2027", "No summit is called '2027': the data reach to 1 September 2025. 'sco summits' lists the summits."),
            ("Moscow 2031", "No summit is called 'Moscow 2031': the data reach to 1 September 2025. 'sco summits' lists the summits."),
            ("Tashkent 2026", "No summit is called 'Tashkent 2026': the data reach to 1 September 2025. Announced for 2026: Bishkek (2026-bishkek)."),
            ("2000", "No summit is called '2000': the SCO was founded on 15 June 2001. 'sco summits' lists the summits."),
        ],
    )  # fmt: skip
    def test_a_year_beyond_the_data_is_not_taken_for_a_misspelt_one(self, words, said):
        """It is said how far the data reach, and what was announced, and no other year's summit is suggested."""
        problem = refusal(find_summit, DATA, words)
        assert (str(problem), problem.near) == (said, ())

    def test_a_city_of_several_summits_lists_them(self):
        """Astana has held four."""
        problem = refusal(find_summit, DATA, "astana")
        assert isinstance(problem, Ambiguous)
        assert problem.near == ("2005-astana", "2011-astana", "2017-astana", "2024-astana")
        assert [find_summit(DATA, summit) for summit in problem.near] == list(problem.near)

    @pytest.mark.parametrize(
        ("words", "near"), [("samarkant", ("2022-samarkand",)), ("astan", ("Astana",)), ("xyz", ())]
    )
    def test_a_misspelt_summit_is_suggested(self, words, near):
        """By its id, or by the city where several were held."""
        assert refusal(find_summit, DATA, words).near[:1] == near

    @pytest.mark.parametrize("words", ["next", "2026", "2026-bishkek", "Bishkek 2026"])
    def test_an_announced_summit_is_not_a_summit(self, words):
        """It says that it was announced, and where that was read."""
        assert "announced" in str(refusal(find_summit, DATA, words))
        assert "(sco sources 2026-bishkek)" in str(refusal(find_summit, DATA, words))


class TestOtherNames:
    """Categories, cities and what has sources."""

    def test_every_name_of_a_category_is_understood(self):
        """In any case; no name has two meanings."""
        for category, names in CATEGORY_NAMES.items():
            for name in names:
                assert find_category(name.upper()) == find_capacity(name) == category
        assert len({name for names in CATEGORY_NAMES.values() for name in names}) == sum(
            map(len, CATEGORY_NAMES.values())
        )

    def test_an_unknown_category_lists_all(self):
        """There are four; a guest is a capacity, no category."""
        four = "There are members, observers, dialogue-partners and partners"
        assert str(refusal(find_category, "guest")).endswith(f"{four}; all of them are listed by 'sco list'.")
        assert find_capacity("Guests") == "guest"
        assert str(refusal(find_capacity, "associate")) == f"No capacity is called 'associate'. {four}, and guests."
        assert refusal(find_capacity, "gest").near == ("guests",)

    def test_a_city_is_known_by_its_name(self):
        """Of a summit or a memorandum; a misspelt one is suggested."""
        assert find_city(DATA, "samarkand") == "Samarkand"
        assert find_city(DATA, "st. petersburg") == find_city(DATA, "ST PETERSBURG") == "Saint Petersburg"
        assert refusal(find_city, DATA, "Samarcand").near == ("Samarkand",)

    @each(
        ("words", "name"),
        [("the united nations", "United Nations"), ("UN", "United Nations"), ("un", "United Nations"), ("联合国", "United Nations"), ("csto", "Collective Security Treaty Organization"), ("Collective Security Treaty Organisation", "Collective Security Treaty Organization"), ("CIS", "Commonwealth of Independent States"), ("ASEAN", "Association of Southeast Asian Nations"), ("RATS", "SCO Regional Anti-Terrorist Structure")],
    )  # fmt: skip
    def test_an_organisation_is_known_by_its_name_or_abbreviation(self, words, name):
        """In any case, with an article, in British spelling."""
        assert find_organization(DATA, words) == name

    def test_an_organisation_that_never_came_is_refused(self):
        """So is what is no organisation; a misspelt one is suggested, two of one abbreviation are told apart."""
        assert str(refusal(find_organization, DATA, "EU")).startswith(
            "No organisation in the data is called 'EU'. 'sco "
        )
        assert refusal(find_organization, DATA, "Untied Nations").near == ("United Nations",)
        problem = refusal(find_organization, DATA, "EEC")
        assert isinstance(problem, Ambiguous)
        assert problem.near == ("Eurasian Economic Commission", "Eurasian Economic Community")

    def test_every_short_name_of_an_organisation_is_one_of_the_data_set(self):
        """None is kept for an organisation that is called otherwise."""
        called = {found.name for summit in DATA.data.summits for found in summit.organizations}
        assert (
            {name for names in organization_names(DATA).values() for name in names}
            == called
            >= set(ORGANIZATION_ALIASES)
        )

    @each(
        ("words", "subject"),
        [("AZ", "AZ"), ("observers", "observer"), ("samarkand", "2022-samarkand"), ("organization", "organization"), ("Organisation", "organization"), ("SCO", "organization"), ("ШОС", "organization"), ("Shanghai Cooperation Organization", "organization"), ("2026-bishkek", "2026-bishkek"), ("bishkek 2026", "2026-bishkek"), ("2026", "2026-bishkek"), ("newsaz-2024-07-04", "newsaz-2024-07-04")],
    )  # fmt: skip
    def test_sources_are_asked_of_anything_that_has_some(self, words, subject):
        """A country, category, summit, planned summit, the organisation or a source."""
        assert find_source_subject(DATA, words) == subject

    def test_a_subject_of_sources_is_ambiguous_or_suggested(self):
        """'Astana' could be four summits; 'Azerbajan' is near to a country."""
        assert isinstance(refusal(find_source_subject, DATA, "Astana"), Ambiguous)
        assert refusal(find_source_subject, DATA, "Azerbajan").near[0] == "Azerbaijan"

    @pytest.mark.parametrize(
        ("what", "words", "said"),
        [
            ("country", "Hogwarts", "No country is called 'Hogwarts'. All countries of the world are known by name and ISO code; 'sco list' names the countries with a status."),
            ("subject", "Trump", "No country or person in the data is called 'Trump'. 'sco list' names the countries with a status; 'sco summit SUMMIT --show people' names who led the delegations to a summit."),
            ("person", "Trump", "The data name nobody called 'Trump'. 'sco summit SUMMIT --show people' names who led the delegations to a summit."),
            ("summit", "99", "No summit is called '99'. 'sco summits' lists the summits."),
            ("summit", "paris", "No summit is called 'paris'. 'sco summits' lists the summits."),
            ("city", "Paris", "The data name no city called 'Paris'. 'sco summits' names the cities of the summits; 'sco list --where signed' those of the memoranda."),
            ("organization", "nonsense", "No organisation in the data is called 'nonsense'. 'sco summit SUMMIT --show organizations' lists those that came to a summit."),
            ("holder", "friends", "No country or category is called 'friends'. 'sco list' names the countries with a status; there are members, observers, dialogue-partners and partners."),
            ("category", "obserers", "No category is called 'obserers'. Did you mean observers?"),
            ("category", "dialog partnerz", "No category is called 'dialog partnerz'. Did you mean dialogue-partners?"),
            ("category", "friends", "No category is called 'friends'. There are members, observers, dialogue-partners and partners; all of them are listed by 'sco list'."),
            ("source", "zzz", "No source, country, summit or category is called 'zzz'. 'sco sources' lists the sources; 'sco summits' lists the summits; 'sco list' names the countries with a status."),
        ],
    )  # fmt: skip
    def test_where_nothing_is_near_it_is_said_what_there_is(self, what, words, said):
        """By which command; each of them is one that answers."""
        assert str(refusal(FINDERS[what], DATA, words)) == said
        for command in re.findall(r"'sco ([^']+)'", said):
            assert run(shlex.split(command.replace("SUMMIT", "latest")), len, len) is ExitCode.ANSWERED

    @each(
        ("words", "called"),
        [("EU", ", the European Union"), ("un", ", the United Nations"), ("Европейский союз", ", the European Union"), ("联合国", ", the United Nations"), ("World Bank", ""), ("united nations", ""), ("CSTO", ", the Collective Security Treaty Organization"), ("EEC", ", the Eurasian Economic Commission or the Eurasian Economic Community")],
    )  # fmt: skip
    @each("what", ["country", "subject", "holder", "source"])
    def test_an_organisation_is_no_country(self, what, words, called):
        """Those that CLDR knows by a code beside the countries, and those that came to a summit."""
        problem = refusal(FINDERS[what], DATA, words)
        assert str(problem).startswith(f"{words!r} is an organisation{called}, and no country: 'sco summit SUMMIT ")
        assert problem.near == ()

    @each("words", ["SCO", "sco", "ШОС", "上海合作组织", "the Shanghai Cooperation Organization"])
    @each("what", ["country", "subject", "holder"])
    def test_the_organisation_itself_is_no_country(self, what, words):
        """By any of its names; it is said what tells of it."""
        said = f"{words!r} is the organisation itself, and no country: 'sco' has it at a glance."
        assert str(refusal(FINDERS[what], DATA, words)) == said

    @each("words", ["NATO", "QO", "EZ", "ZZ"])
    def test_what_nothing_says_to_be_an_organisation_is_just_unknown(self, words):
        """What is known of organisations is in CLDR and in the data, nothing else."""
        assert str(refusal(find_country, DATA, words)).startswith(f"No country is called {words!r}.")

    @given(what=st.sampled_from(sorted(FINDERS)), words=st.text(max_size=8))
    def test_whatever_is_typed_is_found_or_refused(self, what, words):
        """No words make any of the searches fail otherwise."""
        assert str(attempt(FINDERS[what], DATA, words)).isprintable()


LINES = [
    "",
    "status Azerbaijan France",
    "status India Pakistan --is member --on 2017",
    "list --on 2024-07-03",
    "list --where 'became member 2017..'",
    "history Belarus",
    "attendance Azerbaijan",
    "attendance Turkmenistan --show people",
    "summits --where 'chaired by Russia'",
    "summit 2022",
    "summit 2022 --show absent",
    "changes",
    "timeline",
    "matrix",
    "about founding",
    "about chairmanship --show all",
    "about predecessor",
    "about secretariat",
    "sources Azerbaijan",
    "ask 'what is the status of Azerbaijan'",
]


LANGUAGES = {"ru": "Этот ответ есть только на английском языке.", "zh": "此回答只有英文。"}
"""What is noted of a sentence that a language has no template for."""


def named(answer, language):
    """How often each country is named in each column, in a language."""
    codes = {DATA.in_language(language).name(code): code for code in world.names()}
    cells = [(key, cell) for row in answer["rows"] for key, cell in row.items() if isinstance(cell, str)]
    return Counter((key, codes[cell]) for key, cell in cells if cell in codes)


@pytest.mark.parametrize("language", ["ru", "zh"])
@pytest.mark.parametrize("line", LINES)
def test_countries_are_shown_in_the_language_that_was_asked_for(line, language):
    """Sentences name no country in English, unless they are English as a whole, and what is one in an English table is the same one in the other."""
    shown = {}
    for chosen in ("en", language):
        written = []
        words = [*shlex.split(line), "--lang", chosen, "--format", "json"]
        assert run(words, written.append, written.append, today="2025-11-01") == ExitCode.ANSWERED
        shown[chosen] = json.loads("".join(written))
    english, other = shown["en"], shown[language]
    assert (english["text"] == other["text"]) == (LANGUAGES[language] in other["notes"][:1])
    assert english["text"] == other["text"] or not re.search(ENGLISH, other["text"])
    assert named(other, language) == named(english, "en")
    assert not named(other, "en")
    assert other["value"] == english["value"]
