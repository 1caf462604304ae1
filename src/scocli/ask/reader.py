"""Reads a question: from its words to the query, or to the reason why there is none."""

from dataclasses import dataclass

from scocli.ask.events import find_events
from scocli.ask.focus import focuses
from scocli.ask.frames import frames
from scocli.ask.lexer import LONGEST_QUESTION, Lexicon, Token, Word, lex, split
from scocli.ask.meaning import RELATIONS, Meaning, Unanswerable
from scocli.ask.nearby import nearby
from scocli.ask.quantities import QUANTITIES
from scocli.ask.rewriting import rewrite
from scocli.ask.roles import EXCEPTIONS, ROLES
from scocli.ask.spelling import Speller, mendable
from scocli.ask.summits import find_summits
from scocli.ask.things import NAMES, codes_of, lexicon_of, world_lexicon
from scocli.ask.times import TIME
from scocli.ask.vocabulary import SOFT
from scocli.dataset import DataSet
from scocli.days import Period
from scocli.errors import NotUnderstood, UsageProblem
from scocli.queries.base import Query, command_line
from scocli.text import listed, quoted


@dataclass(frozen=True)
class Reading:
    """How a question was read.

    :ivar question: as it was asked.
    :ivar recognised: what its phrases stand for: kind, value and words, in order.
    :ivar asked: what it asks for.
    :ivar query: the query that it makes.
    """

    question: str
    recognised: tuple[Token, ...]
    asked: str
    query: Query

    @property
    def command(self) -> str:
        """The command that asks the same."""
        return command_line(self.query)


def read(data: DataSet, question: str, today: str) -> Reading:
    """The query that a question makes.

    :raises UsageProblem: if the question is empty.
    :raises NotUnderstood: if any word that could matter is not understood, or the whole makes no query.
    """
    if not question.strip():
        raise UsageProblem("the question is empty")
    tokens: list[Token] = []
    try:
        tokens = recognise(data, _words(question), today)
        _refuse(tokens)
        tokens = _phrases(data, tokens)
        return _query(data, question, tokens, today)
    except NotUnderstood as problem:
        raise NotUnderstood(str(problem), problem.near, nearby(data, tokens)) from None


def _words(question: str) -> list[Word]:
    """The words of a question. :raises NotUnderstood: if it is too long for one."""
    if len(question) > LONGEST_QUESTION:
        raise NotUnderstood(f"Not understood: the question is longer than {LONGEST_QUESTION} characters.")
    return split(question)


_BREAKS_OFF = frozenset({"of", "the", "a", "an", "and", "or"})
"""Words with which no question ends."""


def recognise(data: DataSet, words: list[Word], today: str) -> list[Token]:
    """The tokens of a question, in three tries: by the data set's names, by the world's, by the nearest spelling."""
    lexicon = data.cached("ask.lexicon", lexicon_of)
    codes = data.cached("ask.codes", codes_of)
    tokens = lex(words, lexicon, codes)
    if any(token.kind == "UNKNOWN" for token in tokens):
        lexicon = data.cached("ask.world", world_lexicon)
        tokens = lex(words, lexicon, codes)
    if any(token.kind == "UNKNOWN" for token in tokens):
        words = _respelled(data, words, tokens, lexicon)
        tokens = lex(words, lexicon, codes)
    return [_relative(token, today) for token in tokens]


def _respelled(data: DataSet, words: list[Word], tokens: list[Token], lexicon: Lexicon) -> list[Word]:
    """The words with those that are not known replaced by the one known word that is near, where there is just one."""
    speller = data.cached("ask.speller", lambda _: Speller(mendable(lexicon.entries, NAMES)))
    unknown = {token.words for token in tokens if token.kind == "UNKNOWN"}
    found = []
    for word in words:
        nearest = speller.nearest(word.folded) if word.folded in unknown else None
        found.append(Word(nearest, nearest, None) if nearest else word)
    return found


def _relative(token: Token, today: str) -> Token:
    """A year that is told from today's."""
    if token.kind != "RELATIVEYEAR" or not isinstance(token.value, int):
        return token
    year = int(today[:4]) + token.value
    return Token("DATE", Period(f"{year}-01-01", f"{year}-12-31"), token.words)


def _refuse(tokens: list[Token]) -> None:
    """Refuse what no data could answer, and what is not understood.

    :raises NotUnderstood: with the words that decided it.
    """
    if tokens and tokens[-1].words in _BREAKS_OFF:
        raise NotUnderstood(f"Not understood: the question breaks off after {tokens[-1].words!r}.")
    unknown = [quoted(token.words) for token in tokens if token.kind == "UNKNOWN"]
    reasons = [(str(token.value), token.words) for token in tokens if token.kind == "REFUSE"]
    if reasons:
        reason, words = reasons[0]
        hint = " What was announced is told by 'sco summits'." if reason == "the future" else ""
        raise NotUnderstood(
            f"Not answered: it asks for {reason} ({words!r}); the data tell what was, with dates and sources.{hint}"
        )
    others = [token.words for token in tokens if token.kind == "OTHERORGANISATION"]
    if others and not any(token.kind == "REPRESENT" for token in tokens):
        raise NotUnderstood(
            f"Not answered: it is about another organisation ({others[0]!r}); the data are about the SCO alone."
        )
    if unknown:
        raise NotUnderstood(f"Not understood: {listed(unknown[:5])}.")


def _leading_auxiliary(tokens: list[Token]) -> int:
    """Where the verb is that asks for yes or no behind an exception in front: 'Apart from India, did ...'; or 0."""
    if not tokens or tokens[0].kind != "BESIDES" or any(token.kind in _ASKS for token in tokens):
        return 0
    return next((index for index, token in enumerate(tokens) if token.kind in ("AUX", "BE")), 0)


_ASKS = frozenset({"WHO", "WHICH", "WHEN", "WHERE", "HOW", "HOWMANY", "HOWLONG", "SINCEWHEN", "UNTILWHEN", "LIST"})


def _without_auxiliaries(tokens: list[Token]) -> list[Token]:
    """The tokens without 'is', 'did', 'have' ..., but for one in front, which asks for yes or no, or one at the end, which states."""
    if tokens and tokens[0].kind == "NOT" and tokens[0].words.replace("'", "").endswith("nt"):
        tokens = [Token("AUX", None, tokens[0].words), *tokens[1:]]  # 'Didn't Nepal join?' asks whether it did
    asks = _leading_auxiliary(tokens)
    if asks:
        tokens = [tokens[asks], *tokens[:asks], *tokens[asks + 1 :]]
    kept = [token for index, token in enumerate(tokens) if token.kind not in ("AUX", "BE") or index == 0]
    return kept if len(kept) == len(tokens) else [*kept, Token("VERB", None, "")]


def _phrases(data: DataSet, tokens: list[Token]) -> list[Token]:
    """The tokens made phrases with a role."""
    tokens = rewrite([token for token in tokens if token.kind != SOFT], EXCEPTIONS)
    tokens = rewrite(_without_auxiliaries(tokens), TIME)
    tokens = find_summits(tokens)
    tokens = find_events(data, tokens)
    tokens = rewrite(rewrite(tokens, QUANTITIES), ROLES)
    return [t._replace(kind="COUNTRY") if t.kind == "DEMONYM" else t for t in tokens if t.kind != SOFT]


def _query(data: DataSet, question: str, tokens: list[Token], today: str) -> Reading:
    """The first line of the table that uses up all of the question."""
    kinds = {token.kind for token in tokens}
    relations = kinds & RELATIONS
    left: list[str] = []
    for asked in focuses(tokens):
        for frame in frames().get(asked, ()):
            if not frame.fits(kinds, relations):
                continue
            meaning = Meaning(data, tokens, today)
            meaning.asked = asked
            try:
                query = frame.build(meaning)
            except Unanswerable:
                continue
            unused = meaning.left(frame.named)
            if not unused:
                return Reading(question, tuple(tokens), asked, query)
            left = left or [token.words for token in unused]
    if left:
        raise NotUnderstood(f"Not understood: what {listed([repr(words) for words in left[:3] if words])} means in it.")
    if not tokens:
        raise NotUnderstood("Not understood: there is nothing in it that the data tell of.")
    understood = listed([repr(token.words) for token in tokens[:8] if token.words])
    raise NotUnderstood(f"Not understood: no question that could be answered is made of {understood}.")
