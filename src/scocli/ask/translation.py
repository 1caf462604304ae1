"""A question in Russian or Chinese -> the same in English words, in which it is read: by tables, one file a language.

A word that no table has makes it one that is not understood, unless it is a slip away from a name, or stands in a part of the
question that only says what it is for; a note tells either.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from scocli.ask.lexer import LONGEST_QUESTION
from scocli.ask.order import in_order
from scocli.ask.spelling import nearest
from scocli.ask.tables import Phrase, Table, table
from scocli.dataset import DataSet
from scocli.errors import NotUnderstood
from scocli.languages import language
from scocli.names.people import FATHERS

_MOST_NAMED = 5
"""Words that are not known, of which so many are named."""
_MOST = 3
_PART = re.compile(r"[^?!;:,。？！；：，\n]+?(?:[?!;:,。？！；：，\n]+|\.(?=\s|$)|$)\s*")
"""A part of a question with the sign that ends it."""
_POINTS = re.compile(
    r"\b(?:он|она|оно|они|ему|ей|им|их|его|ее|её)\b|[(（]\s*[)）]|[它她]|(?<!其)他|其(?![他中余实])", re.IGNORECASE
)
"""What may stand for something in another part."""
_UNREAD = frozenset({"unknown", "sign"})
_NAMES_NOTHING = frozenset({"", "SCO", "in", "and", "by", "as", "since", "until", "date", "who", "what"})
"""What stands beside a word of what a question is for, and asks nothing."""
_SIGNS = {"、": ",", "。": ".", "—": "-", "–": "-"} | dict.fromkeys("\"'«»“”„‘’《》「」『』·•", "")


class Translated(NamedTuple):
    """A question in English words.

    :ivar left_aside: what stands around it and says nothing of it.
    :ivar mended: words that were taken for misspelt, and what they were taken for.
    """

    english: str
    left_aside: tuple[str, ...] = ()
    mended: tuple[tuple[str, str], ...] = ()


class Refused(NotUnderstood):
    """A question that is refused in its own language."""


def translated(data: DataSet, question: str, language_code: str) -> Translated:
    """A question in English words. :raises NotUnderstood: if a word of it is in no table, or makes it one that is not answered."""
    known, words = table(data, language_code), language(language_code)
    rest, left_aside = _apart(known, known.in_full(question[: LONGEST_QUESTION + 1]))
    phrases = _read(known, rest)
    for phrase in phrases:
        if phrase.role == "refused":
            raise Refused(words.text(phrase.english, words=phrase.words))
    runs = (list(run) for is_unknown, run in groupby(phrases, lambda phrase: phrase.role == "unknown") if is_unknown)
    if unknown := dict.fromkeys((" " if known.stem else "").join(phrase.english for phrase in run) for run in runs):
        quoted = [words.text("quote", word=word) for word in [*unknown][:_MOST_NAMED]]
        raise Refused(words.text("unknown", words=words.listed(quoted)))
    mended = tuple((phrase.words, phrase.meant) for phrase in phrases if phrase.meant)
    return Translated(in_order(phrases), tuple(left_aside), mended)


def refused(data: DataSet, question: str, language_code: str, refusal: NotUnderstood) -> NotUnderstood:
    """A refusal in the language of the question, with three questions that are answered."""
    words = language(language_code)
    labels = [
        near.partition(" (")[2].removesuffix(")") or near for near in refusal.near
    ]  # '2007-bishkek (Bishkek 2007)'
    called = [words.said(label, words.names(data)) for label in labels]
    several = refusal.near and words.text("several", words=words.listed(called))
    message = str(refusal) if isinstance(refusal, Refused) else several or words.text("not understood")
    named = {phrase.english for phrase in _read(table(data, language_code), question[:LONGEST_QUESTION])}
    country = next((code for code, of in data.countries.items() if of.names.en in named), None)
    years = {summit.start[:4] for summit in data.summits.values()} & named
    asks = ("ask country",) * bool(country) + ("ask summit",) * bool(years) + ("ask",)
    instead = [text for ask in asks for text in words.texts(ask)]
    values = {"country": data.in_language(language_code).name(country or ""), "year": min(years, default="")}
    found = NotUnderstood(message, refusal.near, tuple(text.format(**values) for text in instead[:_MOST]))
    found.heading = words.text("instead")
    return found


def _apart(known: Table, question: str) -> tuple[str, list[str]]:
    """A question without those of its parts that say what it is for, or whom it addresses before it asks; and these."""
    rest, left, parts, points = "", [], _PART.findall(question), _POINTS.search(question)
    for part in parts:
        phrases = list(_phrases(known, known.plain(part)))
        roles = {phrase.role for phrase in phrases if phrase.english not in _NAMES_NOTHING}
        said = roles if "unknown" in roles else {phrase.role for phrase in phrases if phrase.english}
        addresses = not rest and not points and part.rstrip()[-1:] in ",.:!，。：！" and said <= _UNREAD
        if len(parts) > 1 and (addresses or "purpose" in roles) and roles <= {"purpose", "refused", *_UNREAD}:
            left += [part.strip(" .?!;:,。？！；：，\n")] if "unknown" in roles or "purpose" in roles else []
        else:
            rest += part
    return rest, left


def _read(known: Table, question: str) -> list[Phrase]:
    """The phrases of a question."""
    text = known.plain(question)
    for pattern, words in known.patterns:
        text = known.close(pattern.sub(lambda match, words=words: _replaced(match, words), text))  # type: ignore[misc]
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
        found = known.find(words, at)
        if not found and "".join(words[at + 1 : at + 2]).endswith(FATHERS):  # which the data do not have
            found = known.find((words[at], *words[at + 2 :]), 0)
            at += found is not None
        if not found and known.stem and (near := nearest(words[at], known.mendable, known.letters)):
            length, phrase = known.find((*words[:at], near, *words[at + 1 :]), at) or (1, known.mendable[near])
            found = length, phrase._replace(words=words[at], meant=near)
        length, phrase = found or (1, _other(words[at]))
        yield phrase
        at += length


def _other(piece: str) -> Phrase:
    """A piece that is no phrase: a number, a word in Latin letters, a sign, or a word that is not known."""
    if piece[0].isalnum() or piece == "____":
        return Phrase(piece, "word" if piece.isascii() else "unknown")
    return Phrase(_SIGNS.get(piece, piece), "sign")
