"""A question as people type it, with what stands around it, in several sentences, in their language -> the query that it makes."""

import re
from contextlib import suppress
from dataclasses import replace
from functools import partial

from scocli.ask.lexer import LONGEST_QUESTION, Token, language_of, lex, split
from scocli.ask.nearby import with_way_out
from scocli.ask.reader import Ambiguous, Reading, kind_of, read_plain
from scocli.ask.surface import ASKS, ASKS_AGAIN, AUXILIARY, HEADLINE, POINTS, SENTENCE_END, without_courtesies
from scocli.ask.things import world_codes, world_lexicon
from scocli.dataset import DataSet
from scocli.errors import NotUnderstood, UsageProblem

_PLAIN = re.compile(rf"(?:{ASKS}|{AUXILIARY})[^.?!,;:()\[\]|–—-]*\??", re.IGNORECASE)
"""A question that begins with what asks and has no sign within it: there is seldom anything around it to be told apart."""


def read(data: DataSet, question: str, today: str) -> Reading:
    """The query that a question makes.

    :raises UsageProblem: if the question is empty.
    :raises NotUnderstood: if any word that could matter is not understood, or the whole makes no query.
    """
    if not question.strip():
        raise UsageProblem("the question is empty")
    language = language_of(question)
    if language == "en":
        problem: NotUnderstood | None = None
        if _PLAIN.fullmatch(question):
            try:
                return _as_one(data, question, today)
            except NotUnderstood as refusal:
                problem = refusal
        rest, told = without_courtesies(question)
        reading = _around(data, rest, today, problem if rest == question else None)
        return replace(reading, question=question, left_aside=(*told, *reading.left_aside))
    from scocli.ask.translation import refused, translated

    try:
        said = translated(data, question, language)
        reading = read_plain(data, said.english, today)
    except NotUnderstood as refusal:
        with suppress(NotUnderstood):
            if re.search(rf"\b(?:{ASKS}|{AUXILIARY})", question, re.IGNORECASE):
                return read_plain(data, question, today)  # 'Is Китайская Народная Республика a member?'
        raise refused(data, question, language, refusal) from None
    return replace(
        reading,
        question=question,
        language=language,
        english=said.english,
        left_aside=said.left_aside,
        mended=said.mended,
    )


def _around(data: DataSet, question: str, today: str, problem: NotUnderstood | None) -> Reading:
    """The same in English: as it is or, if that is not understood, sentence by sentence, and without what stands around it.

    :param problem: why it is not understood as it is, if that is known.
    """
    if re.search(SENTENCE_END, question, re.IGNORECASE) or ASKS_AGAIN.search(question):
        try:
            return _in_parts(data, question, today)
        except Ambiguous as refusal:
            problem = with_way_out(data, refusal, ())
        except NotUnderstood:
            pass  # 'S.C.O. members'
    try:
        if problem:
            raise problem
        return _as_one(data, question, today)
    except NotUnderstood:
        if len(question) <= LONGEST_QUESTION:
            from scocli.ask.surroundings import without

            lexed = partial(_lexed, data)
            apart = HEADLINE.sub(". ", question)
            for rest, left in [
                (question, ()),
                *without(question, lexed),
                *([(apart, ())] if apart != question else []),
            ]:
                for read_so in [_as_one, _in_parts] if left else [_in_parts]:
                    with suppress(NotUnderstood):
                        found = read_so(data, rest, today)
                        return replace(found, left_aside=(*left, *found.left_aside))
        raise


def _as_one(data: DataSet, question: str, today: str) -> Reading:
    """A question that asks once. :raises NotUnderstood: if it asks again, of which the first would be lost, or is not understood."""
    reading = read_plain(data, question, today)
    if len(reading.queries) == 1 and ASKS_AGAIN.search(question):
        raise NotUnderstood("Not understood: what its second part refers to; ask it by itself.")
    return reading


def _lexed(data: DataSet, text: str) -> list[Token]:
    """The tokens of a text, by the world's names."""
    return lex(split(text), data.cached("ask.world", world_lexicon), data.cached("ask.world_codes", world_codes))


def _in_parts(data: DataSet, question: str, today: str) -> Reading:
    """A question of several sentences; what they state beside what they ask is told too, whether it is so."""
    from scocli.ask.parts import parts

    found: list[tuple[Reading, bool]] = []
    headlines: list[str] = []
    for part, asks in parts(data, question, partial(_lexed, data)):
        reading: Reading | None = None
        try:
            reading = read_plain(data, part, today)
        except NotUnderstood:
            if asks or found:
                raise
        if reading and (asks or all(kind_of(data, query, today) == "yes-no" for query in reading.queries)):
            found.append((reading, asks))
        else:
            headlines.append(part.rstrip(" ."))
    is_asked = any(asks for _, asks in found)
    asked = [reading for reading, asks in found if asks or not is_asked]
    stated = [reading for reading, asks in found if is_asked and not asks]
    if headlines and not _is_told_beside(data, headlines, " ".join(reading.question for reading in asked)):
        raise NotUnderstood("Not understood: what is said beside what is asked.")
    return replace(
        asked[0],
        recognised=tuple(token for reading, _ in found for token in reading.recognised),
        queries=tuple(query for reading in asked for query in reading.queries),
        beside=tuple(query for reading in stated for query in reading.queries),
        parts=tuple(asked),
        mended=tuple(word for reading, _ in found for word in reading.mended),
        left_aside=(*headlines, *(left for reading, _ in found for left in reading.left_aside)),
    )


def _is_told_beside(data: DataSet, headlines: list[str], question: str) -> bool:
    """Whether a question behind headlines asks by itself, and they limit nothing of it."""
    told, asked = _lexed(data, " ".join(headlines)), _lexed(data, question)
    asks = re.search(rf"\b(?:{ASKS}|{AUXILIARY})", question, re.IGNORECASE) and not POINTS.search(question)
    is_placed = _PLACES.isdisjoint(token.kind for token in told) or any(token.kind in _PLACES for token in asked)
    limits = not told or told[0].kind in _BEGINS_AN_ASIDE or any(token.kind in _MATTERS for token in told)
    return bool(asks) and is_placed and not limits


_PLACES = frozenset({"DATE", "CITY", "ORDINAL"})
"""Kinds of words that name a day or a city, of which what is said beside may be asked."""
_BEGINS_AN_ASIDE = frozenset({"UNKNOWN", "PURPOSE", "AFTER", "BEFORE", "SINCE"})
"""Kinds of words with which no headline begins."""
_MATTERS = frozenset({"REFUSE", "OTHERORGANISATION", "ONLY", "NOT", "NEVER", "FUTURE", "NEXT", "BESIDES", "CATEGORY", "GUEST", "QUALIFIER", "FIRST", "LAST", "ONETIME", "TWICE", "VIDEO", "INPERSON", "FOUNDERWORD", "OFFICE", "COUNCIL", "GOVERNMENTS", "HEADSOFGOVERNMENT"})  # fmt: skip
"""Kinds of words with which a headline says more than what is asked behind it."""
