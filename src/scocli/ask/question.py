"""A question as facts with one role open: what is asked for, by what its words say, of whom, when and where."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any, TypeVar

from scocli.ask.lexer import Token
from scocli.ask.summits import SummitPhrase
from scocli.ask.times import Time, bounds
from scocli.dataset import DataSet
from scocli.days import Period, shifted, spelled
from scocli.facts.time import Time as Span
from scocli.queries.base import Query

T = TypeVar("T")
_BY_WORD = {"WHEN": "when", "SINCEWHEN": "when", "WHERE": "where", "HOWMANY": "how many", "WHO": "who", "HOW": "how", "HOWLONG": "how long"}  # fmt: skip
"""What each question word asks for."""
_BY_SAYING = {"LASTING": "when", "UNTILWHEN": "when"}
"""Question words that say of what is asked something beside."""
_BY_NOUN = {
    "COUNTRYWORD": "which country", "SUMMIT": "which summit", "LANGUAGEWORD": "which language",
    **dict.fromkeys(("LEADERS", "LEVEL", "OFFICEHOLDER"), "which person"),
}  # fmt: skip
"""What is asked for by the noun behind one."""
SHAPE = frozenset({"AUX", "BE", "VERB", "WHETHER", "LIST", "WHICH", *_BY_WORD})
"""Kinds of words that say what is asked for, and nothing of what it is asked of."""
_WHOM = frozenset({"COUNTRYWORD", "LEADERS", "LEVEL", "OFFICEHOLDER"})
"""Nouns before 'who': 'the leaders who came'."""
_SUBJECTS = frozenset({"COUNTRY", "DEMONYM", "PERSON", "OFFICEHOLDER", "EITHER", "BOTH"})
"""Kinds of words that say of whom something is told."""
_DOES = frozenset({"ATTEND", "MISS", "EVER", "NEVER"})
"""Kinds of words for what they do."""
_COMPOUND = frozenset({
    "HOST", "PARTICIPANTS", "LEADERS", "DELEGATIONS", "COUNTRYWORD", "CATEGORY", "GUEST", "REPRESENT", "CHAIR", "FORMATWORD", "TITLEWORD",
    "DOCUMENTWORD", "NUMBERASKED", "STARTDAY", "ENDDAY",
})  # fmt: skip
"""Nouns that 'summit' can stand before: 'the Astana summit participants'."""
_ADJECTIVES = frozenset({"VERB", "FIRST", "LAST", "ALL", "NOW", "ORDINAL", "BOTH", "NUMBER", "IN"})
"""Kinds of words that may stand before a noun."""


class Unbound(Exception):
    """That the words of a question do not bind the roles that what is asked for has."""


@dataclass(frozen=True)
class Question:
    """What is asked.

    :ivar asked: what is asked for: ``when``, ``where``, ``who``, ``which country``, ``which summit``, ``what``, ``how many``,
        ``yes-no`` or ``name`` (nothing but a noun).
    :ivar tokens: the phrases that bind the roles.
    :ivar verbs: the words of its auxiliary verbs.
    :ivar phrases: all of them, with those that only shape the question.
    :ivar subjects: in a clause: the countries of which it is said.
    """

    data: DataSet
    asked: str
    tokens: tuple[Token, ...]
    today: str = ""
    verbs: frozenset[str] = frozenset()
    phrases: tuple[Token, ...] = ()
    subjects: tuple[str, ...] = ()

    def has(self, *kinds: str) -> bool:
        """Whether there is a phrase of one of these kinds."""
        return any(token.kind in kinds for token in self.tokens)

    def beside(self, kind: str, behind: str) -> bool:
        """Whether a phrase of one kind stands right before one of another."""
        return any((one.kind, other.kind) == (kind, behind) for one, other in pairwise(self.tokens))

    def in_turns(self, some: str, others: str) -> bool:
        """Whether things of some kinds and of others stand in turns: 'A in B and C in D' says two things."""
        kinds = [token.kind in some.split() for token in self.tokens if token.kind in f"{some} {others}".split()]
        turns = [is_one for is_one, _ in groupby(kinds)]
        return self.has("AND") and min(turns.count(True), turns.count(False)) > 1

    def values(self, *kinds: str) -> tuple[Any, ...]:
        """What the phrases of these kinds stand for, each once, in order."""
        return tuple(dict.fromkeys(token.value for token in self.tokens if token.kind in kinds))

    def one(self, *kinds: str) -> Any:
        """What the one phrase of these kinds stands for. :raises Unbound: if there is none, or several."""
        found = self.values(*kinds)
        if len(found) != 1:
            raise Unbound
        return found[0]

    def optional(self, *kinds: str) -> Any:
        """The same, or ``None`` where there is none."""
        return self.one(*kinds) if self.has(*kinds) else None

    @property
    def countries(self) -> tuple[str, ...]:
        """Codes."""
        return self.values("COUNTRY", "DEMONYM")

    @property
    def categories(self) -> tuple[str, ...]:
        """Ids, of the word as of 'as a member'."""
        capacities = tuple(value for values in self.values("CAPACITY") for value in values)
        return tuple(dict.fromkeys((*self.values("CATEGORY"), *capacities)))

    @property
    def time(self) -> Time | None:
        """The one time that is named."""
        found = self.optional("TIME")
        return found if isinstance(found, Time) else None

    @property
    def day(self) -> str | None:
        """The day, month or year asked about. :raises Unbound: of a stretch of time, of which no single day is meant."""
        time = self.time
        if time is not None and time.is_range:
            raise Unbound
        return spelled(time.named) if time else None

    @property
    def stretch(self) -> Span | None:
        """The stretch of time asked about, a year as a whole, or several that follow one another; ``None`` for all of time."""
        times = self.values("TIME")
        if not times:
            return None
        if any(
            one.relation != "in" or shifted(one.period.last, 1) != other.period.first for one, other in pairwise(times)
        ):
            raise Unbound
        first, last = bounds(Period(times[0].period.first, times[-1].period.last))
        return Span(first, last)

    @property
    def between(self) -> dict[str, Any]:
        """The same as fields of a query."""
        return {"from_": self.stretch.first, "to": self.stretch.last} if self.stretch else {}

    @property
    def is_perfect(self) -> bool:
        """Whether it asks what has been so far: 'have been observers', 'have held the status'."""
        held = any(token.kind == "HOLD" and token.words == "held" for token in self.tokens)
        return bool(self.verbs & {"has", "have", "had"}) and (held or "been" in self.verbs)

    @property
    def is_passive(self) -> bool:
        """Whether something is done to the one that is named first: 'By whom was Norov succeeded?'."""
        return bool(self.verbs & {"is", "are", "was", "were"})

    @property
    def is_past(self) -> bool:
        """Whether its verb asks what has been: 'Has India chaired ...', 'Was Norov ...'."""
        return bool(self.verbs & {"has", "have", "had", "did", "was", "were"})

    @property
    def order(self) -> int | str | None:
        """Which of several in order of time: a number, ``first`` or ``last``."""
        if self.has("ORDINAL"):
            return int(self.one("ORDINAL"))
        return "first" if self.has("FIRST") else "last" if self.has("LAST") else None

    @property
    def names_meeting(self) -> bool:
        """Whether a meeting is named, by more than the word."""
        return self.has("CITY") or any(not phrase.is_bare or phrase.select for phrase in self.values("SUMMIT"))


Made = Query | tuple[Query, ...]
Maker = Callable[[Question], Made]
"""Makes the query of a question, or raises ``Unbound``."""
Line = tuple[str, str, str, dict[str, Maker]]
"""A line of the table of predicates."""


def asked_for(tokens: list[Token]) -> Iterator[str]:
    """What a question asks for, once for each of its question words: 'when and where' asks for two things."""
    kinds = [token.kind for token in tokens]
    found: list[str] = []
    for at, kind in enumerate(kinds):
        noun, rest = _noun(kinds[at + 1 :]), kinds[at:]
        if kind == "WHO" and not _WHOM.isdisjoint(kinds[max(at - 1, 0) : at]):
            found.append(_BY_NOUN[kinds[at - 1]])  # 'the leaders who came'
        elif kind == "HOWMANY" and "WHERE" in rest[1:3]:
            found.append("how many cities")
            kinds[kinds.index("WHERE")] = ""
        elif kind == "HOWMANY" and (noun == "which summit" or "TIMES" in rest or tokens[at].value):
            found.append("how many summits")
        elif kinds[at : at + 2] == ["WHO", "LEADERS"]:
            found.append("which person")  # 'Who were the leaders present in Ufa?'
        elif asked := _BY_WORD.get(kind) or _BY_SAYING.get(kind):
            found.append(asked)
        elif kind == "WHICH":
            found.append(noun or "what")
    begins = "WHICH" not in kinds[-2:] and (
        ("WHETHER" in kinds and kinds[0] not in (*_BY_WORD, "WHICH")) or not {"AUX", "BE", "NOT"}.isdisjoint(kinds[:1])
    )
    if begins and found == ["when"] and any(token.words == "year" for token in tokens):
        found = []  # 'Was there any year without ...'
    if begins and "LIST" in kinds[1:] and not found:
        yield "name"  # 'Were any admitted? List them.'
    elif (begins and {"who", "what", "where", *_BY_NOUN.values()}.issuperset(found)) or (not found and _tells(tokens)):
        yield "yes-no"  # also 'Was it Tokayev who came'
    elif found:
        yield from dict.fromkeys(found)
    elif _names_summits(tokens):
        yield "which summit"
    elif kinds[:2] == ["LIST", "COUNTRYWORD"]:
        yield "which country"
    else:
        yield "which person" if _names_people(kinds) else "name"


def _noun(kinds: list[str]) -> str | None:
    """What is asked for by the noun behind a question word, 'Modi's first summit' by its last."""
    rest = [kind for kind in kinds if kind not in _ADJECTIVES]
    owned = rest[1:2] if rest[:1] and rest[0] in _SUBJECTS else []
    if owned and kinds[kinds.index(rest[0]) + 1] == "IN":
        owned = []  # 'What was Laos at the summit'
    return next((_BY_NOUN[kind] for kind in (*owned, *rest[:1]) if kind in _BY_NOUN), None)


def _tells(tokens: list[Token]) -> bool:
    """Whether a sentence says of somebody what they did: 'Putin joined the 2021 summit', not 'Putin-chaired summits'."""
    kinds = [token.kind for token in tokens]
    several = any(isinstance(token.value, SummitPhrase) and token.value.plural for token in tokens)
    does = _DOES if several else _DOES | {"HOST", "CHAIR"}
    does |= {"JOIN", "BECOME", "CHAIRMANSHIP"} if "TIME" in kinds else set()
    verb = next((kind for kind in kinds if kind not in _SUBJECTS and kind != "AND"), "")
    return not _SUBJECTS.isdisjoint(kinds[:1]) and "LIST" not in kinds and ("VERB" in kinds or verb in does)


def _names_summits(tokens: list[Token]) -> bool:
    """Whether a fragment names summits: 'all summits in China', 'summits that Modi attended', 'Putin's last summit'."""
    at = next((at for at, token in enumerate(tokens) if token.kind == "SUMMIT"), len(tokens))
    phrase = tokens[at].value if at < len(tokens) else None
    if not isinstance(phrase, SummitPhrase):
        return False
    before, behind = {token.kind for token in tokens[:at]}, tokens[at + 1].kind if at + 1 < len(tokens) else ""
    named = _SUBJECTS | {"CHAIR", "HOST"} if phrase.plural or phrase.select else _SUBJECTS if phrase.ordinals else set()
    return before <= _ADJECTIVES | {"LIST", "ONLY", "MOST", "FEWEST"} | named and behind not in _COMPOUND


def _names_people(kinds: list[str]) -> bool:
    """Whether a fragment names people: 'leaders present in Tianjin'."""
    rest = [kind for kind in kinds if kind not in _ADJECTIVES | {"LIST"}]
    is_last = rest[-1:] == ["LEADERS"] and not {"SUMMIT", "CITY"}.isdisjoint(kinds)  # 'Tianjin summit leaders'
    return is_last or (rest[:1] == ["LEADERS"] and not {"IN", "ATTEND", "REPRESENT"}.isdisjoint(kinds))


def names_holders(words: str) -> bool:
    """Whether those who hold a status are named, not the status: 'observers', not 'observer' or 'observer status'."""
    return any(word.endswith("s") and word != "status" for word in words.split())
