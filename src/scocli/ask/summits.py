"""What a question calls a summit: 'the 2024 Astana summit', 'the last summit hosted by China', 'Samarkand 2022'."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from scocli.ask.lexer import Token
from scocli.ask.times import Time
from scocli.councils import other_council
from scocli.dataset import DataSet
from scocli.days import Period, spoken
from scocli.errors import NotUnderstood
from scocli.names import summit_label
from scocli.text import listed

if TYPE_CHECKING:
    from scocli.models import Meeting


def is_meant_by(period: Period, summit: "Meeting") -> bool:
    """Whether who names a time means a summit: that which began in it or, where it is a single day, sat on it."""
    return summit.start <= period.first <= summit.end if period.is_day else summit.start in period


def which_of(data: DataSet, found: list[str]) -> NotUnderstood:
    """That a name could mean several summits, with these."""
    shown = tuple(summit_label(data.meetings[summit]) for summit in found)
    return NotUnderstood(f"Which summit? It could be {listed(shown, 'or')}.", shown)


@dataclass(frozen=True)
class SummitPhrase:
    """Conditions on summits, as a question states them.

    :ivar chairs: countries and people.
    :ivar plural: whether it speaks of several.
    :ivar noun: whether it says 'summit', or only names a city and a year.
    :ivar select: ``first``, ``last`` or ``previous`` of those that meet the conditions.
    """

    ordinals: tuple[int, ...] = ()
    cities: tuple[str, ...] = ()
    time: Time | None = None
    hosts: tuple[str, ...] = ()
    chairs: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    select: str | None = None
    plural: bool = False
    noun: bool = True

    @property
    def is_bare(self) -> bool:
        """Whether it says no more than 'summit' or 'summits'."""
        return not any((self.ordinals, self.cities, self.time, self.hosts, self.chairs, self.forms))

    @property
    def is_loose(self) -> bool:
        """Whether it says only by whom, how or in which years: 'a summit hosted by China', 'summits of the 2010s'."""
        is_dated = self.time is not None and not self.time.is_range
        return not (self.ordinals or self.cities or is_dated or self.select)

    def named(self, data: DataSet) -> list[str]:
        """The summit that it names, or the summits if it speaks of several.

        :raises NotUnderstood: if there was none, or it could be several, which are named then.
        """
        found = self.ids(data)
        if not found and self.cities and self.time:
            found = self.ids(data.of_council(other_council(data.council)))  # only the other Council met there
        if not found:
            raise NotUnderstood(f"Not understood: {self._announced(data) or 'there was no such summit'}.")
        if len(found) > 1 and not self.plural:
            raise which_of(data, found)
        return found

    def _announced(self, data: DataSet) -> str | None:
        """What is announced where it names what has not yet been."""
        year = self.time.named.first[:4] if self.time else None
        met = [met for met in data.planned.values() if self.cities in ((), (met.city,)) and met.start[:4] == year]
        through = spoken(data.through)
        return next(
            (
                f"the {p.city} summit of {p.start} is announced, and lies after the data, which reach to {through}"
                for p in met
            ),
            None,
        )

    def ids(self, data: DataSet) -> list[str]:
        """The summits that meet the conditions, in order of date.

        An ordinal is that of the summit; with a city in which that one was not, the ordinal among the city's own.
        """
        found = [
            summit.id
            for summit in data.summits.values()
            if (not self.ordinals or summit.ordinal in self.ordinals)
            and (not self.cities or summit.city in self.cities)
            and (self.time is None or is_meant_by(self.time.period, summit))
            and (not self.hosts or summit.country in self.hosts)
            and (not self.chairs or not {summit.chair_country, data.chair(summit)}.isdisjoint(self.chairs))
            and (not self.forms or summit.format in self.forms)
        ]
        if not found and self.ordinals and self.cities and not self.select:
            there = replace(self, ordinals=()).ids(data)
            return [there[number - 1] for number in self.ordinals if 0 < number <= len(there)]
        if self.select == "first":
            return found[:1]
        if self.select == "last":
            return found[-1:]
        return found[-2:-1] if self.select == "previous" else found


_SELECT = {"FIRST": "first", "LAST": "last", "PREVIOUS": "previous"}
HELD = {"VIDEO": "virtual", "INPERSON": "in-person", "HYBRID": "hybrid"}
_PERSONAL = frozenset({"DELEGATIONS", "LEADERS", "PARTICIPANTS", "REPRESENT", "OFFICE", "MINISTERS", "ATTEND"})
"""Nouns for people, to which an adjective of nationality before 'summit' belongs."""
_NOUNS = {"SUMMITWORD": False, "SUMMITSWORD": True, "FOUNDINGSUMMIT": False}
_BEGIN = frozenset({"ORDINAL", "CITY", "DEMONYM", "TIME", *_SELECT, *HELD, *_NOUNS})
"""Kinds with which a phrase can begin."""


@dataclass
class _Draft:
    """A phrase while it is read."""

    values: dict[str, object] = field(default_factory=dict)
    length: int = 0

    def add(self, name: str, value: object) -> bool:
        """Note a condition; ``False`` if there is one of the kind already."""
        if name in self.values:
            return False
        self.values[name] = value
        return True

    def phrase(self) -> SummitPhrase:
        return SummitPhrase(**self.values)  # type: ignore[arg-type]


def _before_noun(token: Token, draft: _Draft) -> bool:
    """Take what can stand before the word 'summit'."""
    if token.kind in _SELECT:
        return "ordinals" not in draft.values and draft.add("select", _SELECT[token.kind])
    if token.kind == "ORDINAL":
        return "select" not in draft.values and draft.add("ordinals", (token.value,))
    if token.kind == "CITY":
        return draft.add("cities", (token.value,))
    if token.kind == "DEMONYM":
        return draft.add("hosts", (token.value,))
    return (
        token.kind == "TIME"
        and isinstance(token.value, Time)
        and token.value.relation == "in"
        and draft.add("time", token.value)
    )


def _after_noun(tokens: Sequence[Token], at: int, draft: _Draft) -> int:
    """Take one modifier that stands behind the word 'summit': how many tokens it has, or 0."""
    if at < len(tokens) and tokens[at].kind == "BUTONE" and draft.values.get("select") == "last":
        draft.values["select"] = "previous"
        return 1
    length = 0
    if at < len(tokens) and tokens[at].kind == "HOLD":
        length = 1
    held = bool(length)
    if at + length < len(tokens) and tokens[at + length].kind == "IN":
        length += 1
    if at + length >= len(tokens):
        return 0
    token = tokens[at + length]
    taken = False
    if token.kind == "TIME" and isinstance(token.value, Time):
        taken = (token.value.relation == "in" or held) and draft.add("time", token.value)
    elif token.kind == "CITY":
        taken = draft.add("cities", (token.value,))
    elif token.kind == "NUMBER" and length == 0:
        taken = draft.add("ordinals", (token.value,))
    elif token.kind == "COUNTRY" and length and tokens[at + length - 1].kind == "IN":
        taken = draft.add("hosts", (token.value,))
    elif token.kind in HELD and held:
        taken = draft.add("forms", (HELD[token.kind],))
    elif token.kind in ("COUNTRY", "PERSON") and length == 0:
        return _relative_clause(tokens, at, draft)
    elif token.kind in ("HOST", "CHAIR") and length == 0:
        return _agent(tokens, at, draft)
    return length + 1 if taken else 0


def _relative_clause(tokens: Sequence[Token], at: int, draft: _Draft) -> int:
    """'(the summit that) Kazakhstan chaired'."""
    subject, verb = tokens[at], tokens[at + 1 : at + 2]
    if not verb or verb[0].kind not in ("HOST", "CHAIR") or verb[0].words.endswith(" by"):
        return 0
    if at + 2 < len(tokens) and tokens[at + 2].kind in ("BY", "AND", "OR", "BUT", "BESIDES"):
        return 0
    if subject.kind == "COUNTRY":
        return 2 if draft.add("hosts" if verb[0].kind == "HOST" else "chairs", (subject.value,)) else 0
    person = subject.value if isinstance(subject.value, tuple) and len(subject.value) == 1 else None
    return 2 if person and verb[0].kind == "CHAIR" and draft.add("chairs", (person[0],)) else 0


def _agent(tokens: Sequence[Token], at: int, draft: _Draft) -> int:
    """'hosted by China', 'chaired by Xi Jinping'."""
    verb, after = tokens[at], at + 1
    by = verb.words.endswith(" by")
    if after < len(tokens) and tokens[after].kind == "BY":
        by, after = True, after + 1
    if not by or after >= len(tokens):
        return 0
    token = tokens[after]
    taken = False
    if token.kind == "COUNTRY":
        taken = draft.add("hosts" if verb.kind == "HOST" else "chairs", (token.value,))
    elif token.kind == "PERSON" and verb.kind == "CHAIR" and isinstance(token.value, tuple) and len(token.value) == 1:
        taken = draft.add("chairs", token.value)
    return after - at + 1 if taken else 0


def _is_adjective(tokens: Sequence[Token], at: int) -> bool:
    """'virtual summits', 'a video summit'; but 'came in person to the summit' is about a delegation."""
    if at + 1 >= len(tokens) or tokens[at].kind not in HELD or tokens[at + 1].kind not in _NOUNS:
        return False
    one_word = " " not in tokens[at].words
    return one_word if tokens[at].kind != "INPERSON" else tokens[at + 1].kind == "SUMMITSWORD"


def _at(tokens: Sequence[Token], at: int) -> _Draft | None:
    """The phrase that begins at a place."""
    draft, place = _Draft(), at
    while place < len(tokens) and place - at < 5 and _before_noun(tokens[place], draft):
        place += 1
    if _is_adjective(tokens, place):
        draft.add("forms", (HELD[tokens[place].kind],))
        place += 1
    if place < len(tokens) and tokens[place].kind in _NOUNS:
        behind = tokens[place + 1].kind if place + 1 < len(tokens) else ""
        if place > at and tokens[place - 1].kind == "DEMONYM" and behind in _PERSONAL:
            return None  # 'the Chinese summit delegation' is China's
        draft.add("plural", _NOUNS[tokens[place].kind])
        if tokens[place].kind == "FOUNDINGSUMMIT":
            draft.add("ordinals", (1,))
        place += 1
        while length := _after_noun(tokens, place, draft):
            place += length
        draft.length = place - at
        return draft
    # Without the word 'summit' only a city and a year beside each other name one.
    if set(draft.values) == {"cities", "time"} and place - at == 2:
        draft.add("noun", False)
        draft.length = 2
        return draft
    return None


def cities_of(token: Token) -> tuple[str, ...]:
    """The cities that a token names: itself, or what it says of summits."""
    return token.value.cities if isinstance(token.value, SummitPhrase) else (str(token.value),) * (token.kind == "CITY")


def find_summits(tokens: list[Token]) -> list[Token]:
    """The tokens with what names summits made one token each, of kind ``SUMMIT``."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        draft = _at(tokens, at) if tokens[at].kind in _BEGIN else None
        if draft is None:
            found.append(tokens[at])
            at += 1
            continue
        words = " ".join(token.words for token in tokens[at : at + draft.length])
        found.append(Token("SUMMIT", draft.phrase(), words))
        at += draft.length
    return _coordinated(found)


def _coordinated(tokens: list[Token]) -> list[Token]:
    """'the 2024 and 2025 summits', 'Beijing or Tianjin summits': give each part the noun that the last one has."""
    for at in range(len(tokens) - 2, 0, -1):
        joined = tokens[at].kind in ("AND", "OR", "NOR") and tokens[at + 1].kind == "SUMMIT"
        if not joined or not isinstance(tokens[at + 1].value, SummitPhrase):
            continue
        before = tokens[at - 1]
        if before.kind == "TIME" and isinstance(before.value, Time) and before.value.relation == "in":
            tokens[at - 1] = Token("SUMMIT", SummitPhrase(time=before.value), before.words)
        elif before.kind == "ORDINAL" and isinstance(before.value, int):
            tokens[at - 1] = Token("SUMMIT", SummitPhrase(ordinals=(before.value,)), before.words)
        elif before.kind == "CITY":
            tokens[at - 1] = Token("SUMMIT", SummitPhrase(cities=(str(before.value),), noun=False), before.words)
    for at in range(1, len(tokens) - 1):
        # 'the summits of 2020 and 2023'
        named, year = tokens[at - 1].value, tokens[at + 1].value
        if tokens[at].kind == "AND" and isinstance(named, SummitPhrase) and named.time and isinstance(year, Time):
            tokens[at - 1] = Token("SUMMIT", replace(named, plural=False), tokens[at - 1].words)
            tokens[at + 1] = Token("SUMMIT", SummitPhrase(time=year), tokens[at + 1].words)
    return tokens


def named_by(data: DataSet, token: Token) -> list[str]:
    """The summits that a token names, as a phrase that says more than 'summit' or as their city."""
    if token.kind == "CITY":
        return SummitPhrase(cities=(str(token.value),), noun=False).ids(data)
    phrase = token.value if isinstance(token.value, SummitPhrase) else SummitPhrase()
    return [] if phrase.is_bare and not phrase.select else phrase.ids(data)
