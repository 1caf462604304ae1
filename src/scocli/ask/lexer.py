"""A question -> tokens: the longest phrases of the lexicon, on word boundaries, and dates."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from scocli.ask.vocabulary import vocabulary
from scocli.days import MONTH_NUMBERS, DayError, Period, parse_period
from scocli.text import FLAG, fold, letters_of

LONGEST_QUESTION = 1_000
"""Characters of a question that is read; a longer one is no question."""


SCRIPTS = {"ru": re.compile("[\u0400-\u04ff]"), "zh": re.compile("[\u4e00-\u9fff]")}
"""What the letters of a language other than English are."""
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_PIECE = re.compile(
    r"\d{4}-\d\d-\d\d|\d{4}-\d\d(?![\d-])|\d{1,2}\.\d{1,2}\.\d{4}|\d+(?:st|nd|rd|th|'?s)\b|\d+|[^\W\d_]+(?:[.'][^\W\d_]+)*"
)
_MONTH_WORDS = frozenset(MONTH_NUMBERS)
_DECADE = re.compile(r"((?:19|20)\d)0'?s")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_YEARS = re.compile(r"(?:19|20)(\d\d)-(\d\d)")
_MONTHS = 12
_NUMBER = re.compile(r"\d{1,6}")


def language_of(question: str) -> str:
    """The language of a question, told by the script of most of its letters; a Chinese character says as much as two letters."""
    if question.isascii():
        return "en"
    letters = {language: len(script.findall(question)) for language, script in SCRIPTS.items()}
    letters["zh"] *= 2
    most = max(letters, key=letters.__getitem__)
    return most if letters[most] > len(_LATIN.findall(question)) else "en"


class Token(NamedTuple):
    """A piece of a question and what it stands for.

    :ivar kind: a kind of the vocabulary, or of thing: ``COUNTRY``, ``PERSON``, ``CITY``, ``CATEGORY``, ``DATE`` ...
    :ivar value: what it stands for: a code, names, an id, a period, a number.
    :ivar words: as it was written, folded.
    """

    kind: str
    value: object
    words: str


def words_of(text: str) -> tuple[str, ...]:
    """The words of a phrase, as the lexicon compares them."""
    spaced = text.replace("-", " ")
    if spaced.isascii() and spaced.replace(" ", "").isalpha():
        return tuple(spaced.lower().split())  # as below, but ten times as fast: nearly all phrases are plain words
    return tuple(_without_possessive(word) for word in _PIECE.findall(fold(text)))


@dataclass
class Lexicon:
    """Phrases and what they stand for, found by their first word.

    :ivar longest: the number of words of the longest phrase that begins with a word.
    """

    entries: dict[tuple[str, ...], tuple[str, object]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)

    def add(self, phrase: str, kind: str, value: object = None) -> None:
        """Let a phrase stand for something, unless it stands for something else already."""
        words = words_of(phrase)
        if words and words not in self.entries:
            self.entries[words] = (kind, value)
            if len(words) > self.longest.get(words[0], 0):
                self.longest[words[0]] = len(words)

    def match(self, words: list[str], at: int) -> tuple[int, str, object] | None:
        """The longest phrase at a place: how many words, the kind, and what it stands for."""
        longest = self.longest.get(words[at], 0)
        for length in range(min(longest, len(words) - at), 0, -1):
            entry = self.entries.get(tuple(words[at : at + length]))
            if entry:
                return (length, *entry)
            if "sco" in words[at + 1 : at + length + 1]:
                # 'summit of the SCO heads of state' is 'summit of the heads of state'.
                window = words[at : at + length + 1]
                entry = self.entries.get(tuple(word for word in window if word != "sco"))
                if entry and window[-1] != "sco":
                    return (length + 1, *entry)
        return None


def add_vocabulary(lexicon: Lexicon) -> None:
    """Teach the lexicon the words of questions."""
    for line in vocabulary():
        for phrase in line.phrases:
            is_named = line.kind == "OTHERORGANISATION" and line.value is None
            value = phrase if is_named else parse_period(str(line.value)) if line.kind == "DATE" else line.value
            lexicon.add(phrase, line.kind, value)
            if "the sco" in phrase:
                lexicon.add(phrase.replace("the sco", "sco"), line.kind, value)


class Word(NamedTuple):
    """A word of a question before it is looked up, or a date or number, which needs no looking up."""

    folded: str
    written: str
    token: Token | None


def split(question: str) -> list[Word]:
    """The words, dates and numbers of a question, in order."""
    spaced = " ".join(FLAG.sub(lambda flag: f" {letters_of(flag)} ", question).split())
    folded = fold(spaced)
    # Case tells the code IN from the word 'in', so the written form is kept beside the folded one.
    written = spaced if len(folded) == len(spaced) else folded
    found = []
    for match in _PIECE.finditer(folded):
        word = _without_possessive(match.group())
        found.append(Word(word, written[match.start() : match.start() + len(word)], None))
    return _with_dates(found)


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith("'s") and len(word) > 2 and not word[0].isdigit() else word


def _with_dates(words: list[Word]) -> list[Word]:
    """The words with the runs that are a date (of up to five words) made one."""
    found: list[Word] = []
    at = 0
    while at < len(words):
        word, length = words[at], 1
        if word.folded[0].isdigit() or word.folded in _MONTH_WORDS:
            word, length = _dated(words, at) or (word, 1)
        found.append(word)
        at += length
    return found


def _dated(words: list[Word], at: int) -> tuple[Word, int] | None:
    """The date that begins at a place, and of how many words it is; those of several words end with the year."""
    for length in range(min(5, len(words) - at), 0, -1):
        if length == 1 or words[at + length - 1].folded.isdigit():
            text = " ".join(word.folded for word in words[at : at + length])
            if token := _date(text):
                return Word(text, text, token), length
    return None


def _date(text: str) -> Token | None:
    """The date, decade, ordinal or number that a text is, as a whole."""
    if decade := _DECADE.fullmatch(text):
        years = decade.group(1)
        return Token("DATE", Period(f"{years}0-01-01", f"{years}9-12-31"), text)
    if ordinal := _ORDINAL.fullmatch(text):
        return Token("ORDINAL", int(ordinal.group(1)), text)
    if _NUMBER.fullmatch(text) and not (len(text) == 4 and text[:2] in ("19", "20")):
        return Token("NUMBER", int(text), text)
    years = _YEARS.fullmatch(text)
    if years and int(years[2]) == (int(years[1]) + 1) % 100 and int(years[2]) > _MONTHS:
        return Token("YEARS", int(text[:4]), text)
    try:
        return Token("DATE", parse_period(text), text)
    except DayError:
        return None


def lex(words: list[Word], lexicon: Lexicon, codes: "dict[str, str]") -> list[Token]:
    """The tokens of a question: the longest phrases first; what is in no phrase is ``UNKNOWN``.

    :param codes: ISO codes of countries, upper case, which count where they are written so.
    """
    folded = [word.folded for word in words]
    shouted = all(word.written == word.written.upper() for word in words)
    tokens: list[Token] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word.token:
            tokens.append(word.token)
            at += 1
        elif word.written in codes and (not shouted or len(words) == 1):
            tokens.append(Token("COUNTRY", codes[word.written], word.folded))
            at += 1
        elif match := lexicon.match(folded, at):
            length, kind, value = match
            tokens.append(Token(kind, value, " ".join(folded[at : at + length])))
            at += length
        else:
            tokens.append(Token("UNKNOWN", word.folded, word.folded))
            at += 1
    return tokens
