"""The lexicon of a data set: what its countries, people, cities and categories are called, beside the words of questions."""

from itertools import groupby

from scocli.ask.lexer import Lexicon, Token, Word, add_vocabulary
from scocli.ask.spelling import MEANT
from scocli.dataset import DataSet
from scocli.names import CATEGORY_NAMES, city_names
from scocli.names.countries import countries_called
from scocli.names.people import other_spellings
from scocli.topics import body_spellings, partner_spellings, partner_topics

NAMES = frozenset({"COUNTRY", "DEMONYM", "PERSON", "CITY"})
"""Kinds of phrases that are names."""

# Words that are ISO codes too, so that in lower case they are not taken for a country.
_WORDS_THAT_ARE_CODES = frozenset(
    {"in", "am", "by", "id", "il", "la", "my", "eg", "sa", "ir", "ae", "mm", "no", "is", "it"}
)
_WORDS_FOR_COUNTRIES = {"us": "US", "usa": "US"}
"""Countries whose name in small letters is another word too, or no name in CLDR."""
OTHER_LANGUAGES = {
    "en": "English", "fr": "French", "de": "German", "es": "Spanish", "ar": "Arabic", "hi": "Hindi", "ur": "Urdu", "fa": "Persian", "ja": "Japanese",
    "ko": "Korean", "pt": "Portuguese", "it": "Italian",
}  # fmt: skip
"""Languages that are asked about and belong to no country of the data alone."""
_MORE_CITIES = {"Petersburg": "Saint Petersburg", "Ekaterinburg": "Yekaterinburg", "Delhi": "New Delhi", "Nur-Sultan": "Astana", "Peking": "Beijing"}  # fmt: skip


def lexicon_of(data: DataSet) -> Lexicon:
    """The lexicon of a data set. Names come first, so that no word of a question hides one."""
    lexicon = Lexicon()
    for country in data.countries.values():
        short = country.names
        for name in (short.en, short.ru, short.zh, country.official_name, *country.aliases):
            lexicon.add(name, "COUNTRY", country.code)
            lexicon.add(f"{name}s", "COUNTRY", country.code)  # 'turkeys status', without its apostrophe
        for demonym in country.demonyms:
            lexicon.add(demonym, "DEMONYM", country.code)
        if country.code.lower() not in _WORDS_THAT_ARE_CODES:
            lexicon.add(country.code, "COUNTRY", country.code)
    for name, code in _WORDS_FOR_COUNTRIES.items():
        lexicon.add(name, "COUNTRY", code)
    people: dict[str, list[str]] = {}
    for person in data.data.persons:
        for name in dict.fromkeys((person.name, *person.aliases)):
            people.setdefault(name, []).append(person.name)
    for name, called in people.items():
        lexicon.add(name, "PERSON", tuple(called))
    for category, called_so in CATEGORY_NAMES.items():
        for name in called_so:
            lexicon.add(name, "CATEGORY", category)
    lexicon.add("Shanghai Five", "SHANGHAIFIVE")
    facts = data.data.organization
    cities = city_names(data)
    for name, city in cities.items():
        lexicon.add(name, "CITY", city)
    for city in (facts.founded.city, facts.charter.city, *(body.city for body in facts.bodies if body.city)):
        lexicon.add(city, "CITY", city)
    for name, city in _MORE_CITIES.items():
        if city in cities.values():
            lexicon.add(name, "CITY", city)
    for code, language in (("ru", "Russian"), ("zh", "Chinese"), ("zh", "Mandarin"), ("en", "English")):
        lexicon.add(f"{language} language", "LANGUAGE", code)
    for code, language in OTHER_LANGUAGES.items():
        lexicon.add(language, "LANGUAGE", code)
        lexicon.add(f"{language} language", "LANGUAGE", code)
    lexicon.add("Mandarin", "LANGUAGE", "zh")
    add_vocabulary(lexicon)
    for body, made in data.bodies.items():
        for name in (body, made.name, *body_spellings(data, body)):
            lexicon.add(name, "TOPIC", body)
    for partner in partner_topics(data):
        for name in partner_spellings(data, partner):
            lexicon.add(name, "OTHERORGANISATION", name)
    return lexicon


def codes_of(data: DataSet) -> dict[str, str]:
    """Codes of the data set's countries, of two and three letters, upper case, with the code of two."""
    return {written: country.code for country in data.countries.values() for written in (country.code, country.alpha3)}


def world_lexicon(data: DataSet) -> Lexicon:
    """The lexicon of a data set with the countries of the world beside, which hold no status, and rarer names of all."""
    from scocli import world
    from scocli.world import official

    lexicon = lexicon_of(data)
    for name in world.SEVERAL:
        lexicon.add(name, "COUNTRIES", world.SEVERAL[name])
    for name, code in world.english_names().items():
        if code not in data.countries:
            lexicon.add(name, "COUNTRY", code)
    for row in official.rows():
        if row.lists != (official.FORMER,):
            lexicon.add(row.name, "COUNTRY", row.code)
    for spelling, people in other_spellings(data).items():
        lexicon.add(" ".join(spelling), "PERSON", tuple(people))
    return lexicon


def world_codes(data: DataSet) -> dict[str, str]:
    """As :func:`codes_of`, of all countries of the world."""
    from scocli import world

    return world.codes()


def with_foreign_names(data: DataSet, words: list[Word], tokens: list[Token]) -> list[Token]:
    """The tokens with those that are not known, but are a name of a country in any language, made that country.

    A word in small letters is no name ('island' is not Iceland, which German calls so), nor is one of those that mean
    something else.
    """
    written = {word.folded: word.written for word in words}
    found: list[Token] = []
    for is_unknown, run in groupby(tokens, lambda token: token.kind == "UNKNOWN"):
        name = [*run]
        called = " ".join(written.get(token.words, token.words) for token in name)
        is_name = is_unknown and not called[0].islower() and called.lower() not in MEANT.split()
        codes = countries_called(data, called) if is_name else []
        if codes:
            kind, value = ("COUNTRY", codes[0]) if len(codes) == 1 else ("COUNTRIES", tuple(codes))
            found.append(Token(kind, value, " ".join(token.words for token in name)))
        else:
            found += name
    return found
