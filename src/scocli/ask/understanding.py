"""Questions -> queries, by the table of predicates."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from scocli.ask.lexer import Token
from scocli.ask.predicates import PREDICATES
from scocli.ask.quantities import Bounds
from scocli.ask.question import SHAPE, Maker, Question, Unbound, asked_for
from scocli.ask.times import Time
from scocli.dataset import DataSet
from scocli.days import spoken
from scocli.errors import NotUnderstood
from scocli.facts.conditions import Change, clauses
from scocli.queries import answer
from scocli.queries.base import Query
from scocli.queries.changes import Changes
from scocli.text import listed

_JOINTS = frozenset({"AND", "OR", "IN", "BY", "AS", "BUT", "THOUGH", "ANY", "EVER", "BOTH", "THEN", "STILL", "ALREADY"})
"""Kinds that say nothing by themselves."""
_NOUN_OF = {"which country": "COUNTRYWORD", "which person": "LEADERS"}
"""The nouns that say what is asked for, and nothing else."""
_NEUTRAL = {
    "IN": frozenset({"SUMMIT", "CITY", "WHICH", "WHEN", "WHERE", "NEXT", "TIME", "YEARS", "SHANGHAIFIVE", "TOPIC", "OTHERORGANISATION", "CATEGORY", "JOIN", "BOTH", "ALL"}),
    "BY": frozenset({"WHICH", "WHO", "COUNTRY", "PERSON"}),
    "AND": frozenset({"WHEN", "WHERE", "WHO", "WHICH"}),
}  # fmt: skip
"""Prepositions and conjunctions, and before what they only join."""


class Predicate(NamedTuple):
    """A line of the table, taken apart."""

    evoked: tuple[frozenset[str], ...]
    words: frozenset[str]
    maker: Maker

    def fits(self, kinds: frozenset[str], told: str) -> bool:
        """Whether every word of a question is one of its own, or the noun of what is asked for, and those that say it are there."""
        return kinds <= self.words | {told} and all(kinds & either for either in self.evoked)


@cache
def predicates(asked: str) -> tuple[Predicate, ...]:
    """The lines of the table that answer what is asked for, taken apart."""
    made = []
    for says, also, roles, makers in PREDICATES:
        evoked = tuple(frozenset(item.split("|")) for item in says.split())
        words = frozenset().union(*evoked, also.split(), roles.split())
        made += [Predicate(evoked, words, maker) for several, maker in makers.items() if asked in several.split(", ")]
    return tuple(made)


def understood(data: DataSet, tokens: list[Token], today: str) -> tuple[str, tuple[Query, ...]]:
    """What a question asks for, and the queries that ask it.

    :raises NotUnderstood: if its words are not all those of one relation, or it is not clear which of several is meant.
    """
    asks = list(asked_for(tokens))
    _see_that_its_time_is_told(tokens)
    _see_that_none_is_asked_of_each(tokens, asks)
    twice = Bounds(2, None if asks[:1] == ["yes-no"] else 2)  # 'Has China hosted twice?' is so of three times
    tokens = [t._replace(kind="BOUNDS", value=twice) if t.kind == "TWICE" else t for t in tokens]
    content = [token for at, token in enumerate(tokens) if token.kind not in SHAPE and not _is_shape(tokens, at)]
    made: list[Query] = []
    if {token.kind for token in content} in ({"GIVEN"}, {"GIVEN", "COUNTRYWORD"}):  # nothing is said of those given
        raise _not_understood(content, asks[0])
    if len(asks) > 1 and not any(token.kind == "AND" for token in tokens):
        asks = [asked for asked in asks if asked != "what"]  # 'What is the number of ...'
        if len(asks) == 2 and asks[0] in ("who", "where") and asks[1].startswith("which"):
            asks = asks[1:]  # 'Who was in the chair, I mean which country?'
        if len(asks) > 1:
            raise _not_understood(content, asks[0])
    verbs = frozenset(word for token in tokens if token.kind in ("AUX", "BE", "VERB") for word in token.words.split())
    for asked in asks:
        question = Question(data, asked, tuple(content), today, verbs, tuple(tokens))
        refused: list[NotUnderstood] = []
        found = list(dict.fromkeys(_made(question, refused)))
        announced = [queries for queries in found if getattr(queries[0], "topic", None) == "next-summit"]
        found = announced or found
        of_changes = asked != "yes-no" and any(map(_tells_of_changes, chain.from_iterable(found)))
        reached = data.through if of_changes else max(today, data.through)
        times = [(token.words, token.value.period) for token in content if isinstance(token.value, Time)]
        ahead = [words for words, period in times if period.first > reached]
        if ahead and not announced:
            raise NotUnderstood(
                f"Not answered: {ahead[0]!r} lies after the data, which reach to {spoken(data.through)}."
            )
        if not found:
            raise next(iter(refused), None) or _not_understood(content, asked)
        made += found[0] if len(found) == 1 else agreed(data, found, today)
    return asks[0], tuple(dict.fromkeys(made))


def _see_that_none_is_asked_of_each(tokens: list[Token], asks: list[str]) -> None:
    """See that no number is asked for each of several: 'How many summits have China and Russia each hosted?'. :raises NotUnderstood: if so."""
    each = [token.words for token in tokens if token.words in ("each", "apiece")]
    if each and "how many summits" in asks and sum(token.kind in ("COUNTRY", "PERSON") for token in tokens) > 1:
        raise NotUnderstood(f"Not understood: what {each[0]!r} means in it; ask of one at a time.")


def _see_that_its_time_is_told(tokens: list[Token]) -> None:
    """See that 'was it so when ...' has been read as a time: what is left asks for none. :raises NotUnderstood: if it has not."""
    kinds = {token.kind for token in tokens}
    again = next((token.words for token in tokens if token.kind == "FIRST" and token.words.endswith("time")), "")
    if again and "TIME" in kinds and kinds & {"HOST", "CATEGORY", "STATUSWORD", "CHAIR"} and "ATTEND" not in kinds:
        raise NotUnderstood(f"Not understood: what {again!r} means in it.")  # ever, or of those of that time
    said = ["when" if token.words == "when" else token.kind for token in tokens if token.kind != "VERB"]
    is_other = " ".join(said).startswith(("AUX ", "BE ", "WHICH CATEGORY ", "LIST CATEGORY ", "CATEGORY when COUNTRY "))
    if is_other and "when" in said[1:-1] and said[said.index("when") - 1] != "AND":
        raise NotUnderstood("Not understood: what 'when' means in it.")
    if {*said[:1]} & {"AUX", "BE", "WHETHER"} and said[-2:] in (["AND", "WHERE"], ["AND", "WHO"]):
        raise NotUnderstood(f"Not understood: what {tokens[-1].words!r} means in it.")


def _tells_of_changes(query: Query) -> bool:
    """Whether it asks what changed, of which nothing is told after the data; a status is told as of their last day."""
    where = clauses(*getattr(query, "where", ()))
    return isinstance(query, Changes) or any(isinstance(part, Change) for part in where)


def _not_understood(content: list[Token], asked: str) -> NotUnderstood:
    """What is not: the one word for which a line that fits otherwise has no role, or what is asked of all that is named."""
    kinds = frozenset(token.kind for token in content)
    near = [line for line in predicates(asked) if all(kinds & either for either in line.evoked)]
    for line in near:
        left = {token.words for token in content if token.kind not in line.words}
        if len(left) == 1:
            return NotUnderstood(f"Not understood: what {left.pop()!r} means in it.")
    matter = dict.fromkeys(repr(token.words) for token in content if token.words and token.kind not in _JOINTS)
    if not matter:
        return NotUnderstood("Not understood: there is nothing in it that the data tell of.")
    return NotUnderstood(f"Not understood: what is asked of {listed([*matter][:8])}.")


def agreed(data: DataSet, readings: list[tuple[Query, ...]], today: str) -> tuple[Query, ...]:
    """The first of several readings, if all give the same answer. :raises NotUnderstood: with the answers, if they differ."""
    answers = [[answer(data, query, today) for query in reading] for reading in readings]
    for told in zip(*answers, strict=False):
        if any(one.value != told[0].value for one in told):
            raise NotUnderstood(f"It can be read in two ways: {' Or: '.join(one.text for one in told)}")
    return readings[0]


def _made(question: Question, refused: list[NotUnderstood]) -> Iterator[tuple[Query, ...]]:
    """The queries that the lines make which fit a question; the reasons of those that refuse it are kept."""
    kinds = frozenset(token.kind for token in question.tokens)
    for predicate in predicates(question.asked):
        if predicate.fits(kinds, _NOUN_OF.get(question.asked, "")):
            try:
                found = predicate.maker(question)
                yield found if isinstance(found, tuple) else (found,)
            except Unbound:
                pass
            except NotUnderstood as refusal:
                refused.append(refusal)


def _is_shape(tokens: list[Token], at: int) -> bool:
    """Whether a word only joins what stands behind it to the rest."""
    before = tokens[at - 1].kind if at else ""
    behind = next((token.kind for token in tokens[at + 1 :] if token.kind != "VERB"), "")
    if not behind:
        return tokens[at].kind == "IN"  # 'Which languages does it work in?'
    joins_two = tokens[at].kind == "AND" and before == behind
    return joins_two or behind in _NEUTRAL.get(tokens[at].kind, ())
