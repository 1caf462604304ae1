"""The lexicon of a data set: what its countries, people, cities and categories are called, beside the words of questions."""

import re
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
_WORDS_THAT_ARE_CODES = frozenset({"in", "am", "by", "id", "il", "la", "my", "eg", "sa", "ir", "ae", "mm", "no", "is", "it"})  # fmt: skip


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
    people: dict[str, list[str]] = {}
    for person in data.data.persons:
        for name in dict.fromkeys((person.name, *person.aliases)):
            people.setdefault(name, []).append(person.name)
    for name, called in people.items():
        lexicon.add(name, "PERSON", tuple(called))
    for category, called_so in CATEGORY_NAMES.items():
        for name in called_so:
            lexicon.add(name, "CATEGORY", category)
    facts = data.data.organization
    for name, city in city_names(data).items():
        lexicon.add(name, "CITY", city)
    for city in (facts.founded.city, facts.charter.city, *(body.city for body in facts.bodies if body.city)):
        lexicon.add(city, "CITY", city)
    add_vocabulary(lexicon)
    for body, made in data.bodies.items():
        for name in (body, made.name, *body_spellings(data, body)):
            lexicon.add(name, "TOPIC", body)
    for partner in partner_topics(data):
        for name in partner_spellings(data, partner):
            lexicon.add(name, "OTHERORGANISATION", name)
    for name, met in _documents(data).items():
        lexicon.add(name, "DOCUMENT", tuple(met))
    return lexicon


def _documents(data: DataSet) -> dict[str, list[str]]:
    """What documents are called, 'Development Strategy until 2035' or 'to 2035', with the meetings that adopted one of that name."""
    found: dict[str, list[str]] = {}
    for met in data.summits.values():
        for name in (document.removeprefix("SCO ") for document in met.documents):
            if re.match("Memorandum of (?:Obligations|Understanding between)", name):
                continue  # its own day is on record
            until = (
                re.sub(r"(?:\b(?:until|to|for) )?(?=\d{4}$)", word, name, count=1)
                for word in ("to ", "till ", "for ", "")
            )
            for called in dict.fromkeys((name, *until)):
                found.setdefault(called, []).append(met.id)
    return found


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
    """As :func:`codes_of`, of all countries of the world: those in digits are numbers in a question."""
    from scocli import world

    return {written: code for written, code in world.codes().items() if written.isalpha()}


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
