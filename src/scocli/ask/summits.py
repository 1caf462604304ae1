"""What a question calls a summit: 'the 2024 Astana summit', 'the last summit hosted by China', 'Samarkand 2022'."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from scocli.ask.lexer import Token
from scocli.ask.rewriting import compiled, joined, length_of, of_all
from scocli.ask.times import Time
from scocli.councils import other_council
from scocli.dataset import DataSet
from scocli.days import Period, spoken
from scocli.errors import NotUnderstood
from scocli.names import summit_label
from scocli.text import listed

_PLACES = {"first": 0, "last": -1, "previous": -2}
SELECTED = {"first": slice(1), "last": slice(-1, None), "previous": slice(-2, -1), None: slice(None)}
"""Which of some in order of time are meant."""
_SELECT = {"FIRST": "first", "LAST": "last", "PREVIOUS": "previous"}
HELD = {"VIDEO": "virtual", "INPERSON": "in-person", "HYBRID": "hybrid"}
_PERSONAL = frozenset({"DELEGATIONS", "LEADERS", "PARTICIPANTS", "REPRESENT", "OFFICE", "MINISTERS", "ATTEND"})
"""Nouns for people, to which an adjective of nationality before 'summit' belongs."""
_NOUNS = {"SUMMITWORD": False, "SUMMITSWORD": True, "FOUNDINGSUMMIT": False}
_PARTS = {"ORDINAL": "ordinals", "NUMBER": "ordinals", "CITY": "cities", "DEMONYM": "hosts", "TIME": "time", **dict.fromkeys(_SELECT, "select"), **dict.fromkeys(HELD, "forms")}  # fmt: skip
"""What each kind says of a summit."""
_BEHIND = compiled([
    (pattern, list) for pattern in (
        "HOLD? IN? TIME|CITY", "NUMBER", "HOLD? IN COUNTRY COUNTRY* AND|OR COUNTRY", "HOLD? IN COUNTRY", f"HOLD IN? {'|'.join(HELD)}", "HOST|CHAIR BY? COUNTRY COUNTRY* AND|OR COUNTRY", "CHAIR BY? PERSON PERSON* AND|OR PERSON", "HOST|CHAIR BY? COUNTRY|PERSON", "COUNTRY|PERSON HOST|CHAIR",
    )
])  # fmt: skip
"""What can stand behind 'summit': 'held in Astana', 'hosted by China', '(that) Putin chaired'."""
_NO_CLAUSE = frozenset({"BY", "AND", "OR", "BUT", "BESIDES"})
"""What stands behind a verb that is not said of the summit: 'Kazakhstan hosted and ...'."""
Said = dict[str, Any]
"""What a phrase says, as the fields of one."""


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
    def place(self) -> int | None:
        """Which of some in order of time it is, counted from 0 or back from -1, where it says nothing else."""
        if replace(self, ordinals=(), select=None) != SummitPhrase() or len(self.ordinals) > 1:
            return None
        return self.ordinals[0] - 1 if self.ordinals else _PLACES.get(self.select or "")

    @property
    def is_loose(self) -> bool:
        """Whether it says only by whom, how or in which years: 'a summit hosted by China', 'summits of the 2010s'."""
        is_dated = self.time is not None and not self.time.is_range
        return not (self.ordinals or self.cities or is_dated or self.select)

    @property
    def numbers_its_own(self) -> bool:
        """Whether it says which it is of those of a city, a host or a chair: 'the second summit in Russia'."""
        return bool(self.ordinals and (self.cities or self.hosts or self.chairs) and not self.select)

    def named(self, data: DataSet) -> list[str]:
        """The summit that it names, or the summits if it speaks of several.

        :raises NotUnderstood: if there was none, or it could be several, which are named then.
        """
        found = self.ids(data)
        if not found and self.cities:
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
        if not met:
            return None
        it = f"the {met[0].city} summit of {met[0].start}"
        return f"{it} is announced, and lies after the data, which reach to {spoken(data.through)}"

    def ids(self, data: DataSet) -> list[str]:
        """The summits that meet the conditions, in order of date.

        An ordinal with a city, a host or a chair is that among their own, if they had so many; else that of the summit.
        """
        if self.numbers_its_own:
            own = replace(self, ordinals=()).ids(data)
            if min(self.ordinals) > 0 and max(self.ordinals) <= len(own):
                return [own[number - 1] for number in self.ordinals]
        days = self.time.period if self.time else Period()
        found = [
            summit.id
            for summit in data.summits.values()
            if (not self.ordinals or summit.ordinal in self.ordinals)
            and (not self.cities or summit.city in self.cities)
            and (summit.start <= days.last and days.first <= summit.end)  # if only on its first or last day
            and (not self.hosts or summit.country in self.hosts)
            and (not self.chairs or not {summit.chair_country, data.chair(summit)}.isdisjoint(self.chairs))
            and (not self.forms or summit.format in self.forms)
        ]
        return found[SELECTED[self.select]]


def _before_noun(token: Token, said: Said) -> bool:
    """Take what can stand before the word 'summit'."""
    part = _PARTS.get(token.kind, "")
    is_numbered = {"select", "ordinals"} & {part} and {"select", "ordinals"} & {*said}
    is_other = token.kind == "NUMBER" or token.kind in HELD or getattr(token.value, "relation", "in") != "in"
    if not part or part in said or is_numbered or is_other:
        return False
    said[part] = _SELECT.get(token.kind) or (token.value if part == "time" else (token.value,))
    return True


def _after_noun(tokens: Sequence[Token], at: int, said: Said) -> int:
    """Take one modifier that stands behind the word 'summit': how many tokens it has, or 0."""
    if at < len(tokens) and tokens[at].kind == "BUTONE" and said.get("select") == "last":
        said["select"] = "previous"
        return 1
    for rule in _BEHIND:
        length = length_of(rule.steps, tokens, at) or 0
        part, value = _modifier(tokens[at : at + length], tokens[at + length :]) if length else ("", None)
        if value and part not in said:
            said[part] = value
            return length
    return 0


def _modifier(run: Sequence[Token], rest: Sequence[Token]) -> tuple[str, Any]:
    """What a modifier says: a part and its value, or no value if it is said of something else."""
    token = next(token for token in run if token.kind not in ("HOLD", "IN", "BY", "HOST", "CHAIR"))
    verb = next((token for token in run if token.kind in ("HOST", "CHAIR")), None)
    if isinstance(token.value, Time):
        return "time", token.value if token.value.relation == "in" or run[0].kind == "HOLD" else None
    if token.kind in HELD:
        return "forms", (HELD[token.kind],)
    if token.kind == "NUMBER" and any(behind.kind == "TIMES" for behind in rest[:1]):
        return "", None  # 'hosted the summit five times'
    if verb is None:
        return _PARTS.get(token.kind, "hosts"), tuple(one.value for one in run if one.kind == token.kind)
    is_passive = verb.value == "by" or any(token.kind == "BY" for token in run)
    is_clause = verb is run[-1] and not (rest and rest[0].kind in _NO_CLAUSE)
    named = [of_all(one) for one in run if one.kind == token.kind]
    whom = tuple(names[0] for names in named)
    can_do = all(len(names) == 1 for names in named) and (token.kind == "COUNTRY" or verb.kind == "CHAIR")
    is_said = can_do and (is_passive if verb is run[0] else is_clause and not is_passive)
    return ("hosts" if verb.kind == "HOST" else "chairs"), whom if is_said else None


def _is_adjective(tokens: Sequence[Token], at: int) -> bool:
    """'virtual summits', 'a video summit'; but 'came in person to the summit' is about a delegation."""
    if at + 1 >= len(tokens) or tokens[at].kind not in HELD or tokens[at + 1].kind not in _NOUNS:
        return False
    one_word = " " not in tokens[at].words
    return one_word if tokens[at].kind != "INPERSON" else tokens[at + 1].kind == "SUMMITSWORD"


def _at(tokens: Sequence[Token], at: int) -> tuple[SummitPhrase, int] | None:
    """The phrase that begins at a place, and how many tokens it has."""
    said: Said = {}
    place = at
    while place < len(tokens) and place - at < 5 and _before_noun(tokens[place], said):
        place += 1
    if _is_adjective(tokens, place):
        said["forms"] = (HELD[tokens[place].kind],)
        place += 1
    if place < len(tokens) and tokens[place].kind in _NOUNS:
        behind = tokens[place + 1].kind if place + 1 < len(tokens) else ""
        if place > at and tokens[place - 1].kind == "DEMONYM" and behind in _PERSONAL:
            return None  # 'the Chinese summit delegation' is China's
        said["plural"] = _NOUNS[tokens[place].kind]
        if tokens[place].kind == "FOUNDINGSUMMIT":
            said.setdefault("ordinals", (1,))
        place += 1
        while length := _after_noun(tokens, place, said):
            place += length
        return SummitPhrase(**said), place - at
    # Without the word 'summit' only a city and a year beside each other name one.
    if {*said} == {"cities", "time"} and place - at == 2:
        return SummitPhrase(**said, noun=False), 2
    return None


def cities_of(token: Token) -> tuple[str, ...]:
    """The cities that a token names: itself, or what it says of summits."""
    return token.value.cities if isinstance(token.value, SummitPhrase) else (str(token.value),) * (token.kind == "CITY")


def find_summits(tokens: list[Token]) -> list[Token]:
    """The tokens with what names summits made one token each, of kind ``SUMMIT``."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        phrase, length = _at(tokens, at) or (None, 1)
        found.append(Token("SUMMIT", phrase, joined(tokens[at : at + length])) if phrase else tokens[at])
        at += length
    return _coordinated(found)


def _coordinated(tokens: list[Token]) -> list[Token]:
    """'the 2024 and 2025 summits', 'Beijing or Tianjin summits': give each part the noun that the last one has."""
    for at in range(len(tokens) - 2, 0, -1):
        are_joined = tokens[at].kind in ("AND", "OR", "NOR") and tokens[at + 1].kind == "SUMMIT"
        before, behind = tokens[at - 1], tokens[at + 1].value
        if not are_joined or not isinstance(behind, SummitPhrase):
            continue
        if before.kind == "TIME" and isinstance(before.value, Time) and before.value.relation == "in":
            tokens[at - 1] = Token("SUMMIT", SummitPhrase(time=before.value), before.words)
        elif before.kind in ("ORDINAL", "FIRST"):
            phrase = replace(behind, ordinals=(int(str(before.value or 1)),), plural=False)
            tokens[at - 1] = Token("SUMMIT", phrase, before.words)
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
