"""A question in Russian or Chinese -> the same in English words, in which it is read: by tables, one file a language.

What asks is put in front, where English has it; of a question that asks for yes or no 'is it true that' stands there. A word
that no table has makes it one that is not understood.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby, zip_longest

from scocli.ask.lexer import LONGEST_QUESTION
from scocli.ask.tables import Phrase, Table, table
from scocli.dataset import DataSet
from scocli.errors import NotUnderstood
from scocli.languages import language


def translated(data: DataSet, question: str, language_code: str) -> str:
    """A question in English words.

    :raises NotUnderstood: if a word of it is in no table, or makes it one that is not answered.
    """
    known, words = table(data, language_code), language(language_code)
    phrases = _read(known, question)
    for phrase in phrases:
        if phrase.role == "refused":
            raise Refused(words.text(phrase.english, words=phrase.words))
    blank = " " if known.stem else ""
    runs = (list(run) for is_unknown, run in groupby(phrases, lambda phrase: phrase.role == "unknown") if is_unknown)
    if unknown := dict.fromkeys(blank.join(phrase.english for phrase in run) for run in runs):
        quoted = [words.text("quote", word=word) for word in unknown]
        raise Refused(words.text("unknown", words=words.listed(quoted[:_MOST_NAMED])))
    return _in_order(phrases)


class Refused(NotUnderstood):
    """A question that is refused in its own language."""


_MOST_NAMED = 5
"""Words that are not known, of which so many are named."""
_MOST = 3


def refused(data: DataSet, question: str, language_code: str, refusal: NotUnderstood) -> NotUnderstood:
    """A refusal in the language of the question, with three questions that are answered."""
    words = language(language_code)
    message = str(refusal) if isinstance(refusal, Refused) else words.text("not understood")
    if refusal.near and not isinstance(refusal, Refused):
        message = words.text("several", words=words.listed(list(refusal.near)))
    named = {phrase.english for phrase in _read(table(data, language_code), question)}
    country = next((code for code, of in data.countries.items() if of.names.en in named), None)
    years = {summit.start[:4] for summit in data.summits.values()} & named
    instead = [
        *(words.texts("ask country") if country else ()),
        *(words.texts("ask summit") if years else ()),
        *words.texts("ask"),
    ]
    values = {"country": data.in_language(language_code).name(country or ""), "year": min(years, default="")}
    found = NotUnderstood(message, refusal.near, tuple(text.format(**values) for text in instead[:_MOST]))
    found.heading = words.text("instead")
    return found


def _read(known: Table, question: str) -> list[Phrase]:
    """The phrases of a question."""
    text = known.plain(question[: LONGEST_QUESTION + 1])
    for pattern, words in known.patterns:
        text = pattern.sub(lambda match, words=words: _replaced(match, words), text)  # type: ignore[misc]
    return list(_phrases(known, text))


def _replaced(match: re.Match[str], words: str) -> str:
    """What a pattern stands for; ``{digits}`` is the number that its characters are."""
    if "{digits}" in words:
        words = words.format(digits="".join(str(int(unicodedata.numeric(char))) for char in match[1]))
    return f" {match.expand(words)} "


def _phrases(known: Table, text: str) -> Iterator[Phrase]:
    """The phrases of a text."""
    words, at = known.split(text), 0
    while at < len(words):
        length, phrase = known.find(words, at) or (1, _other(words[at]))
        yield phrase
        at += length


_QUOTES = frozenset("\"'«»“”„‘’《》「」『』·•")


def _other(piece: str) -> Phrase:
    """A piece that is no phrase: a number, a word in Latin letters, a sign, or a word that is not known."""
    if piece in _QUOTES:
        return Phrase("")
    if piece[0].isalnum() or piece == "____":
        return Phrase(piece, "word" if piece.isascii() else "unknown")
    return Phrase({"、": ",", "。": ".", "—": "-", "–": "-"}.get(piece, piece), "sign")


_FIRST_LABELS = frozenset({"a", "A", "1"})
"""What stands in front of the first of those that are given to choose from."""
_ENDS = frozenset("?!.:;")
_TAKES_NOUN = frozenset({"which", "how many", "list"})
"""What asks of the noun that stands behind it."""
_LONG = 5
"""Letters from which on a word that is said twice is said once: 'in SCO', 'summit'."""
_WHICH_OF_THESE = Phrase("which of these countries", "asks")
_YEAR = 4
"""Digits of a year, which counts no noun."""
_OF_MEANING = frozenset({"mean", "difference between"})
_OF_ITSELF = frozenset({"which countries", "how many countries", "who"})
"""Clauses of which another says what they ask of: '何时成立，包括哪些国家'."""
_YES_NO = Phrase("is it true that", "asks")


def _in_order(phrases: list[Phrase]) -> str:
    """Phrases as an English question: in each of its sentences what asks comes first."""
    sentences: list[list[Phrase]] = [[]]
    for phrase, behind in zip_longest(phrases, phrases[1:]):
        if phrase.english in _FIRST_LABELS and behind and behind.english == ")" and sentences[-1]:
            sentences.append([])
        if phrase.english:
            sentences[-1].append(phrase)
        if phrase.role == "sign" and phrase.english in _ENDS:
            sentences.append([])
    said = ""
    if _chooses(sentences):
        sentences[0] = _of_these(sentences[0])
    for sentence in filter(None, sentences):
        if said.endswith("?") and _asks(sentence):
            said = f"{said[:-1].rstrip()} and"  # two questions one after the other
        said = f"{said} {_sentence(sentence)}".strip()
    text = re.sub(r"\s+(?=[?!.:;,)])", "", said)
    return text.removesuffix("?") if ":" in text else text  # a list behind a colon


_CHOICE = frozenset({"who", "which", "which country", "which countries", "list", "which of the following"})
"""What asks for some of those that are given behind it."""


def _chooses(sentences: list[list[Phrase]]) -> bool:
    """Whether the first of some sentences asks of which of the names behind it something holds."""
    first, *others = sentences
    given = [phrase for other in others for phrase in other if phrase.role == "name"]
    asks = {phrase.english for phrase in first if phrase.role == "asks"}
    is_of_members = any(phrase.role == "holders" or "in SCO" in phrase.english for phrase in first)
    names = any(phrase.role == "name" for phrase in first)
    return len(given) > 1 and asks <= _CHOICE and is_of_members and not names


def _sentence(phrases: list[Phrase]) -> str:
    """A sentence in which what asks comes first; its clauses, each of which asks, one after the other."""
    clauses: list[list[Phrase]] = [[]]
    phrases = _said_once(phrases)
    if compared := _compared(phrases):
        return compared
    if any("following" in phrase.english for phrase in phrases):
        phrases = _of_these(phrases)
    for at, phrase in enumerate(phrases):
        rest = phrases[at + 1 :]
        if phrase.english in ("and", ",") and _asks(clauses[-1]) and _asks(rest):
            clauses.append([])
        else:
            clauses[-1].append(phrase)
    if not _asks(phrases):
        return " ".join(phrase.english for phrase in _yes_or_no(phrases))
    said = [" ".join(phrase.english for phrase in _clause(clause)) for clause in clauses]
    return " and ".join(
        f"{clause.rstrip(' ?')} in SCO" if clause.rstrip(" ?") in _OF_ITSELF and len(said) > 1 else clause
        for clause in said
    )


_COMPARED = frozenset({"joined earlier", "joined later"})
_BESIDE_COMPARED = frozenset({"who", "which", "which country", "is", "and", "or", "SCO", "in SCO", ",", "-", "?"})


def _compared(phrases: list[Phrase]) -> str:
    """The question which of some countries was first or last, in whatever order it has them; none if it asks for more."""
    names = [phrase.english for phrase in phrases if phrase.role == "name"]
    others = {phrase.english for phrase in phrases if phrase.role != "name"} - _BESIDE_COMPARED
    are_joined = any(phrase.english in ("and", "or") for phrase in phrases) and len(names) > 1
    return (
        f"who {others.pop()} {' or '.join(names)}?" if are_joined and len(others) == 1 and others <= _COMPARED else ""
    )


def _said_once(phrases: list[Phrase]) -> list[Phrase]:
    """A sentence in which what was said twice is said once: 'in SCO Iran in SCO', 'the secretariat and headquarters'."""
    again = [
        phrase.role != "asks" and len(phrase.english) >= _LONG and phrase in phrases[at + 1 :]
        for at, phrase in enumerate(phrases)
    ]
    joins = [at and again[at - 1] and phrase.english == "and" for at, phrase in enumerate(phrases)]
    return [phrase for at, phrase in enumerate(phrases) if not again[at] and not joins[at]]


def _of_these(phrases: list[Phrase]) -> list[Phrase]:
    """A sentence that asks which of those that are given are something: to be in the organisation is to be a member."""
    rest = [
        phrase for phrase in phrases if phrase.role != "asks" and phrase.english not in ("following", "is", "country")
    ]
    if any(phrase.role == "holders" for phrase in rest):
        rest = [phrase._replace(english=phrase.english.replace("in SCO", "").strip()) for phrase in rest]
    rest = [phrase._replace(english=phrase.english.replace("in SCO", "members")) for phrase in rest if phrase.english]
    denied = [phrase for phrase in rest if phrase.english == "not"]
    return [_WHICH_OF_THESE, *denied, *(phrase for phrase in rest if phrase.english != "not")]


def _asks(phrases: list[Phrase]) -> bool:
    return any(phrase.role == "asks" for phrase in phrases)


def _yes_or_no(phrases: list[Phrase]) -> list[Phrase]:
    """A sentence in which nothing asks; what says that yes or no is asked for, or a verb before a question mark, asks in front."""
    marked = any(phrase.english == "whether" for phrase in phrases)
    rest = [phrase for phrase in phrases if phrase.english != "whether"]
    roles = {phrase.role for phrase in rest}
    is_asked = rest[-1:] and rest[-1].english == "?" and ("verb" in roles or {"name", "holders"} <= roles)
    return [_YES_NO, *rest] if marked or is_asked else rest


def _clause(phrases: list[Phrase]) -> list[Phrase]:
    """A clause with what asks, and the noun that it asks of, in front."""
    asks = [phrase for phrase in phrases if phrase.role == "asks"]
    if len(asks) > 1:  # 'which countries are in it: list' is asked once
        phrases = [phrase for phrase in phrases if phrase.english != "list"]
        asks = [phrase for phrase in asks if phrase.english != "list"]
    noun = _noun_in_front(phrases)
    front: list[Phrase] = []
    rest: list[Phrase] = []
    for at, phrase in enumerate(phrases):
        before = [p for p in phrases[:at] if not p.english.isdigit()][-1:]
        takes_noun = before and before[0] in asks and before[0].english in _TAKES_NOUN
        if phrase in asks:
            front += [Phrase("and"), phrase] if front else [phrase]
            front += noun
        elif any(phrase is part for part in noun):
            continue
        elif takes_noun and phrase.role in ("word", "holders"):
            front.append(phrase)
        elif phrase.english != "whether":
            rest.append(phrase)
    if front[0].english == "in which country" and any("summit" in phrase.english for phrase in rest):
        front[0] = Phrase("which country hosted", "asks")  # the one in which it was held
        rest = [phrase for phrase in rest if "held" not in phrase.english]
    of_holders = any(phrase.role == "holders" for phrase in phrases)
    counted = [phrase for phrase in front[1:] if not phrase.english.isdigit()]
    if of_holders and front[0].english == "which" and (not counted or counted[0].role == "holders"):
        front[0] = Phrase("which countries are", "asks")
    of_countries = [phrase.english for phrase in counted] == ["country"]
    if of_countries and len(front) > 2 and any(phrase.english == "in SCO" for phrase in rest):  # 'which 10 countries'
        front = [phrase for phrase in front if phrase not in counted]
        rest = [Phrase("members"), *(phrase for phrase in rest if phrase.english != "in SCO")]
    if of_holders and front[0].english == "what" and not any(phrase.english in _OF_MEANING for phrase in rest):
        front[0] = Phrase("what does mean", "asks")
    return front + rest


def _noun_in_front(phrases: list[Phrase]) -> list[Phrase]:
    """The noun of what asks at the end of a clause, which stands in front of it, with its number: '十个成员国有哪些'."""
    *before, last = [phrase for phrase in phrases if phrase.role not in ("sign", "verb")]
    if last.role != "asks" or last.english not in (*_TAKES_NOUN, "what") or not before:
        return []
    is_alone = len(before) < 2 or before[-2].english not in ("and", "or")
    is_noun = is_alone and before[-1].role in ("word", "holders")
    counts = len(before) > 1 and before[-2].english.isdigit() and len(before[-2].english) < _YEAR
    return before[-2 if counts else -1 :] if is_noun else []
