"""The tables of a language: what its phrases are in English, from its file in ``words`` and from the names that the data have."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from scocli.ask.lexer import SCRIPTS
from scocli.ask.patterns import Pattern
from scocli.ask.vocabulary import entries, patterns
from scocli.dataset import DataSet
from scocli.names.people import sound, written_names
from scocli.text import fold

_ROLES = {"^": "asks", "~": "verb", "@": "holders", "!": "refused", "&": "purpose"}
_BESIDE_HAN = re.compile(r"(?<=[\u4e00-\u9fff])\s+|\s+(?=[\u4e00-\u9fff])")
"""Blanks beside Chinese characters, which say nothing."""
_PIECE = re.compile(r"____|\d+\.\d+\.\d{4}|\d{4}-\d\d(?:-\d\d)?|\d+(?:th|s)?\b|[^\W\d_]+|[^\w\s]")
_CHARACTER = re.compile(r"____|\d+\.\d+\.\d{4}|\d{4}-\d\d(?:-\d\d)?|\d+(?:th|s)?|[a-zA-Z]+|\S")
_CIRCLED = {0x2460 + at: f" {at + 1})" for at in range(9)}
"""Numbers in circles, which label what is given to choose from."""
_INITIALS = (
    re.compile(r"\b(?P<initial>\w)\.[\s-]*(?:\w\.\s?)?(?P<word>\w{2,})"),
    re.compile(r"(?P<word>\w{3,})\s(?P<initial>\w)\.\s?\w\."),
)
"""An initial in front of a word, or two behind it."""
_SHORT = 4
"""Letters up to which a word is matched as it stands, without its stem."""
_KEPT = 2
"""First letters that no stem is without."""


class Phrase(NamedTuple):
    """What a phrase is in English.

    :ivar english: its words; none where it changes nothing.
    :ivar role: ``asks``, ``verb``, ``holders`` (of a status), ``name``, ``refused``, ``purpose`` (of the question), ``word``, ``sign``
        or ``unknown``.
    :ivar words: the phrase itself, of one that is refused, or as it was written of one that is misspelt.
    :ivar meant: what one that is misspelt was taken for.
    """

    english: str
    role: str = "word"
    words: str = ""
    meant: str = ""


@dataclass
class Table:
    """The phrases of a language.

    :ivar cases: endings of a name's cases by that of its first.
    :ivar names: of several words, whose cases are not made: a word of them is found without its ending.
    :ivar people: those of them that are of people.
    :ivar sounds: surnames as English has them, by what they sound like: they are the same in all its spellings.
    :ivar patterns: what is replaced before phrases are looked up.
    :ivar phrases: by their words, as they stand.
    :ivar stems: the same by the stems of their words, of those that begin as a word that was looked up.
    :ivar unstemmed: the words of the others, by their first letters.
    :ivar mendable: words whose misspellings are mended: names, and those that the file names.
    :ivar letters: those that they are written in.
    :ivar stem: the stem of a word; ``None`` in a language that has no blanks between words.
    """

    stem: Callable[[str], str] | None = None
    written: dict[int, str] = field(default_factory=dict)
    cases: dict[str, list[str]] = field(default_factory=dict)
    names: dict[tuple[str, ...], Phrase] = field(default_factory=dict)
    people: list[tuple[str, ...]] = field(default_factory=list)
    sounds: dict[str, str] = field(default_factory=dict)
    patterns: list[tuple[Pattern, str]] = field(default_factory=list)
    phrases: dict[tuple[str, ...], Phrase] = field(default_factory=dict)
    stems: dict[tuple[str, ...], Phrase] = field(default_factory=dict)
    unstemmed: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    mendable: dict[str, Phrase] = field(default_factory=dict)
    letters: str = ""
    longest: int = 1

    def add(self, words: str, phrase: Phrase) -> None:
        """Let words be a phrase, unless they are another already."""
        parts = self.split(self.plain(words).replace("-", " "))
        self.longest = max(self.longest, len(parts))
        self.phrases.setdefault(parts, phrase)
        self.unstemmed.setdefault(parts[0][:_KEPT], []).append(parts)

    def split(self, text: str) -> tuple[str, ...]:
        """The pieces of a text: words, dates, numbers and signs; where there are no blanks, characters in place of words."""
        return tuple((_PIECE if self.stem else _CHARACTER).findall(text))

    def plain(self, text: str) -> str:
        """A text as it is compared: full-width signs plain, small letters, ё as е, simplified characters."""
        if self.stem:
            return unicodedata.normalize("NFKC", text.translate(_CIRCLED)).casefold().translate(self.written)
        return self.close(fold(text.translate(_CIRCLED)).translate(self.written))

    def close(self, text: str) -> str:
        """A text without the blanks that say nothing."""
        return text if self.stem else _BESIDE_HAN.sub("", text)

    def in_full(self, text: str) -> str:
        """A text with given names where their initials stand beside a surname."""

        def named(match: re.Match[str]) -> str:
            surnames, initial = {*self._bare(self.plain(match["word"]))}, self.plain(match["initial"])
            people = [name for name in self.people if name[0][0] == initial and name[-1] in surnames]
            return " ".join((*people[0][:-1], match["word"])) if len(people) == 1 else match[0]

        for initials in _INITIALS:
            text = initials.sub(named, text)
        return text

    def find(self, words: tuple[str, ...], at: int) -> tuple[int, Phrase] | None:
        """The longest phrase at a place, and of how many words it is."""
        if name := self._name(words, at):
            return name
        stems: tuple[str, ...] = ()
        if self.stem:
            stems = tuple(map(self.stem, words[at : at + self.longest]))
            for parts in self.unstemmed.pop(words[at][:_KEPT], ()):
                self.stems.setdefault(tuple(map(self.stem, parts)), self.phrases[parts])
        for length in range(min(self.longest, len(words) - at), 0, -1):
            if found := self.phrases.get(words[at : at + length]):
                return length, found
            if (found := self.stems.get(stems[:length])) and not self._is_refused(words[at]):
                return length, found
        is_long = self.stem and words[at][0].isalpha() and len(words[at]) > _SHORT
        bare = self._bare(words[at]) if is_long else ()
        surname = next((self.sounds[s] for s in map(sound, bare) if s in self.sounds), None)
        return (1, Phrase(surname)) if surname else None

    def _is_refused(self, word: str) -> bool:
        """Whether a word makes a question one that is not answered: 'вступит в', though 'вступил в' has the same stem."""
        alone = self.phrases.get((word,))
        return alone is not None and alone.role == "refused"

    def _name(self, words: tuple[str, ...], at: int) -> tuple[int, Phrase] | None:
        """The name of several words at a place, in whatever case, and of how many words it is."""
        firsts = {name[0] for name in self.names}
        if firsts.isdisjoint(self._bare(words[at])):
            return None
        for name, phrase in self.names.items():
            given = words[at : at + len(name)]
            if len(given) == len(name) and all(
                part in self._bare(word) for word, part in zip(given, name, strict=True)
            ):
                return len(name), phrase
        return None

    def _bare(self, word: str) -> Iterator[str]:
        """A word, and its first case if it is another."""
        yield word
        for ends, endings in self.cases.items():
            yield from (word.removesuffix(ending) + ends for ending in endings if word.endswith(ending))


def table(data: DataSet, language: str) -> Table:
    """The phrases of a language, with the names that the data have."""
    return data.cached(f"ask.table.{language}", lambda of: _table(of, language))


def _table(data: DataSet, language: str) -> Table:
    made, mended = Table(), []
    made.patterns = [*patterns(language)]
    for english, phrases in entries(language):
        if english == "STEMMER":
            made.stem = _stemmer(phrases[0])
        elif english.startswith("CASES "):
            made.cases[english[6:]] = phrases[0].split()
        elif english == "MENDED":
            mended = [*phrases]
        elif english == "LETTERS":
            made.written = {ord(pair[0]): pair[1] for pair in phrases[0].split()}
        else:
            role = _ROLES.get(english[0], "word")
            said = "" if english == "-" else english.lstrip("".join(_ROLES))
            for words in phrases:
                made.add(words, Phrase(said, role, words if role == "refused" else ""))
    names = list(_names(data, language))
    for name, english in names:
        for form in _cases(made, name):
            made.add(form, Phrase(english, "name"))
        if made.cases and " " in name:
            parts = made.split(made.plain(name).replace("-", " "))
            made.names[parts] = Phrase(english, "name")
            made.people += [parts] * (english in data.represented_countries)
    called = {english for _, english in names}
    made.phrases |= {words: p._replace(role="name") for words, p in made.phrases.items() if p.english in called}
    for person in data.data.persons if made.cases else ():
        for surname in (alias for alias in person.aliases if alias in person.name.split()):
            made.sounds[sound(surname)] = surname
    alone = {words[0]: phrase for words, phrase in made.phrases.items() if len(words) == 1}
    named = [word for word, phrase in alone.items() if phrase.role == "name"]
    made.mendable = {word: alone.get(word, Phrase(word, "unknown")) for word in (*mended, *named)}
    made.letters = "".join(sorted({letter for word in alone for letter in word if letter.isalpha()}))
    return made


def _stemmer(name: str) -> Callable[[str], str]:
    """The stem of a word of a language; a short one is its own."""
    from snowballstemmer import stemmer

    of_word: Callable[[str], str] = stemmer(name).stemWord
    return lambda word: word if len(word) <= _SHORT else of_word(word)


def _cases(made: Table, name: str) -> Iterator[str]:
    """A name of one word in its cases; of several words the stems tell."""
    yield name
    for ends, endings in made.cases.items():
        if name.endswith(ends) and " " not in name and not name.isupper():
            yield from (name.removesuffix(ends) + ending for ending in endings)


def _names(data: DataSet, language: str) -> Iterator[tuple[str, str]]:
    """Names in a language, each with the English one: of the data's countries, people and cities, and of the world's countries."""
    from scocli import world
    from scocli.world import official

    for country in data.countries.values():
        for name in (getattr(country.names, language), *country.aliases):
            if SCRIPTS[language].search(name):
                yield name, country.names.en
    called: dict[str, set[str]] = {}
    for name, english in _written(data, language):
        called.setdefault(name, set()).add(english)
    for name, several in called.items():
        # of several people, what they are called in common: whom it means is asked then
        yield name, several.pop() if len(several) == 1 else min(several, key=len).split()[-1]
    for row in official.rows():
        if row.language == language:
            yield row.name, data.name(row.code)
    for code, name in world.names(language).items():
        yield name, data.name(code)


def _written(data: DataSet, language: str) -> Iterator[tuple[str, str]]:
    """What people and cities are called in a language."""
    yield from written_names(data, language)
    for person in data.data.persons:
        yield from ((name, person.name) for name in person.aliases if SCRIPTS[language].search(name))
