"""Tokens -> phrases with a role: days, summits, office holders, capacities, what is excluded, what is compared.

Each rule names the kinds that stand side by side and the kind that they make together; the rules apply in order. So
'as an observer' becomes a CAPACITY, 'in 2016' a TIME, 'the Indian prime minister' an OFFICEHOLDER.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scocli.ask.lexer import Token
from scocli.ask.vocabulary import SOFT
from scocli.days import EARLIEST, LATEST, Period, shifted
from scocli.queries.base import LEVELS


@dataclass(frozen=True)
class Time:
    """Days that a question names, and how they relate to what it asks.

    :ivar relation: ``in``, ``by``, ``since``, ``before``, ``after``, ``until`` or ``between``.
    :ivar period: the days that are meant, the relation applied.
    :ivar named: the days that were named.
    """

    relation: str
    period: Period
    named: Period

    @property
    def is_deadline(self) -> bool:
        """Whether it says by when something had happened."""
        return self.relation == "by"

    @property
    def is_range(self) -> bool:
        """Whether it is a stretch of time rather than a date."""
        return self.relation not in ("in", "by") or self.named.first[:4] != self.named.last[:4]


@dataclass(frozen=True)
class Bounds:
    """How often: at least, at most."""

    at_least: int | None = None
    at_most: int | None = None


def time(relation: str, named: Period) -> Time:
    """The days that a relation to some days means: both ends belong to 'since' and 'until', not to 'before' and 'after'."""
    periods = {
        "since": Period(named.first, LATEST),
        "after": Period(shifted(named.last, 1), LATEST),
        "before": Period(EARLIEST, shifted(named.first, -1)),
        "until": Period(EARLIEST, named.last),
    }
    return Time(relation, periods.get(relation, named), named)


Make = Callable[[list[Token]], list[Token]]


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.words for token in tokens)


def _only(tokens: Sequence[Token], *kinds: str) -> list[Token]:
    return [token for token in tokens if token.kind in kinds]


def _dates(tokens: Sequence[Token]) -> list[Period]:
    return [token.value for token in tokens if isinstance(token.value, Period)]


def _time(relation: str) -> Make:
    def make(tokens: list[Token]) -> list[Token]:
        named = _dates(tokens)[0]
        return [Token("TIME", time(relation, named), _words(tokens))]

    return make


def _between(tokens: list[Token]) -> list[Token]:
    first, last = _dates(tokens)
    period = Period(first.first, last.last)
    return [Token("TIME", Time("between", period, period), _words(tokens))]


def _start_of(tokens: list[Token]) -> list[Token]:
    named = _dates(tokens)[0]
    day = Period(named.first, named.first)
    return [Token("TIME", Time("in", day, day), _words(tokens))]


def _as(kind: str, *of: str) -> Make:
    """Make one token of a kind from the values of those of certain kinds: one value, or several as a tuple."""

    def make(tokens: list[Token]) -> list[Token]:
        values = [token.value or token.kind.lower() for token in _only(tokens, *of)]
        return [Token(kind, tuple(values), _words(tokens))]

    return make


def _keep(*kinds: str) -> Make:
    """Keep the tokens of certain kinds, with the words of all."""

    def make(tokens: list[Token]) -> list[Token]:
        kept = _only(tokens, *kinds)
        return [kept[0]._replace(words=_words(tokens)), *kept[1:]]

    return make


def _officeholder(tokens: list[Token]) -> list[Token]:
    country = _only(tokens, "COUNTRY", "DEMONYM")[0].value
    office = _only(tokens, "OFFICE")[0].value
    return [Token("OFFICEHOLDER", (country, office), _words(tokens))]


def _bounds(least: int | None, most: int | None) -> Make:
    def make(tokens: list[Token]) -> list[Token]:
        numbers = [token.value for token in _only(tokens, "NUMBER") if isinstance(token.value, int)]
        number = numbers[0] if numbers else 0
        low = None if least is None else number + least
        high = None if most is None else number + most
        return [Token("BOUNDS", Bounds(low, high), _words(tokens))]

    return make


def _fixed(low: int | None, high: int | None) -> Make:
    return lambda tokens: [Token("BOUNDS", Bounds(low, high), _words(tokens))]


LEVEL_KINDS = "MINISTERS|HEADSOFSTATE|HEADSOFGOVERNMENT|DEPUTIES|OFFICE"
_LEVEL_OF = {
    "MINISTERS": "minister",
    "HEADSOFSTATE": "head-of-state",
    "HEADSOFGOVERNMENT": "head-of-government",
    "DEPUTIES": "deputy",
}


def _led_by(tokens: list[Token]) -> list[Token]:
    """The rank or office of the person who led a delegation."""
    found = [token for token in tokens if token.kind in LEVEL_KINDS.split("|")]
    made = [
        Token("LEVEL", _LEVEL_OF[t.kind], _words(tokens))
        if t.kind in _LEVEL_OF
        else Token("LEDBY", t.value, _words(tokens))
        for t in found
    ]
    return [*(token for token in tokens if token.kind == "REPRESENT"), *made]


def _otherwise_led(tokens: list[Token]) -> list[Token]:
    """'Not represented by a head of state' is represented by somebody else, if all of them came."""
    denied = tokens[-1].value
    others = [Token("LEVEL", level, tokens[-1].words) for level in LEVELS if level != denied]
    return [Token("ALLCAME", None, tokens[0].words), *tokens[1:-1], *others]


def _asked_people(tokens: list[Token]) -> list[Token]:
    """'Which ministers ...' asks for people of that rank."""
    head, noun = tokens[0], tokens[-1]
    asked = Token("LEADERS", None, noun.words)
    return [
        head,
        asked,
        Token("LEVEL", _LEVEL_OF[noun.kind], noun.words)
        if noun.kind in _LEVEL_OF
        else Token("LEDBY", noun.value, noun.words),
    ]


def _from_to(tokens: list[Token]) -> list[Token]:
    former, later = _only(tokens, "CATEGORY")
    return [Token("FORMER", (former.value,), _words(tokens)), later]


def _summit_year(tokens: list[Token]) -> list[Token]:
    """'the 2015 Ufa summit': the year belongs to the summit, whatever stands before it."""
    named = _dates(tokens)[0]
    return [Token("TIME", time("in", named), tokens[0].words), *tokens[1:]]


def _then_admitted(tokens: list[Token]) -> list[Token]:
    """'an observer before it was admitted as a member'."""
    former, later = _only(tokens, "CATEGORY", "CAPACITY")
    category = later.value[0] if isinstance(later.value, tuple) else later.value
    return [Token("FORMER", (former.value,), _words(tokens)), Token("CATEGORY", category, later.words)]


def _present_members(tokens: list[Token]) -> list[Token]:
    """'the present members' are those of now, not those who were there."""
    return [Token("NOW", None, tokens[0].words), tokens[1]] if tokens[0].words == "present" else tokens


def _in_country(tokens: list[Token]) -> list[Token]:
    """'in China' says where, not who."""
    return [Token("INCOUNTRY", tokens[1].value, _words(tokens))] if tokens[0].words == "in" else tokens[1:]


def _stand_in(tokens: list[Token]) -> list[Token]:
    """'stood in for the president of Indonesia' is 'represented Indonesia'."""
    holder = tokens[1].value
    country = holder[0] if isinstance(holder, tuple) else holder
    return [Token("REPRESENT", None, tokens[0].words), Token("COUNTRY", country, tokens[1].words)]


_MERELY = frozenset({"only", "only a", "just a", "merely", "no more than a", "nothing but"})


def _only_that(tokens: list[Token]) -> list[Token]:
    """'Was India only an observer': it held that and nothing else, as everybody does."""
    return [tokens[0], *tokens[2:]] if tokens[1].words in _MERELY else tokens


def _took_place(tokens: list[Token]) -> list[Token]:
    """A summit that happened was held; what happened at one is a change."""
    return tokens[:1] if tokens[1].words.startswith(("happen", "occur")) else tokens


def _predecessor(tokens: list[Token]) -> list[Token]:
    """A person's predecessor is not the organisation's."""
    return [token._replace(kind="PRECEDE") if token.words == "predecessor" else token for token in tokens]


def _in_the_city_of(tokens: list[Token]) -> list[Token]:
    """'in the city of Bishkek' is no question where."""
    return tokens[-1:] if tokens[-2].words in ("city", "town") else tokens


def _attended_by(tokens: list[Token]) -> list[Token]:
    """'had attended by 2010': the 'by' is that of the year."""
    attended, *date = tokens
    return [attended, *_time("by")(date)] if attended.words.endswith(" by") else tokens


TIME_RULES: list[tuple[str, Make]] = [
    ("IN? WHERE CITY", _in_the_city_of),
    ("DATE CITY? VIDEO? SUMMITWORD", _summit_year),
    (
        "DATE AND DATE CITY? SUMMITWORD|SUMMITSWORD",
        lambda tokens: [*_summit_year(tokens[:1]), tokens[1], *_summit_year(tokens[2:])],
    ),
    ("BETWEEN IN? DATE AND IN? DATE", _between),
    ("FROM|SINCE|IN IN? DATE UNTIL|BYTIME|BY IN? DATE", _between),
    ("FROM|SINCE IN? DATE IN? DATE", _between),
    ("IN? DATE UNTIL DATE", _between),
    ("IN? STARTOF DATE", _start_of),
    ("IN? SINCE|FROM IN? DATE", _time("since")),
    ("BEFORE IN? DATE", _time("before")),
    ("AFTER IN? DATE", _time("after")),
    ("UNTIL IN? DATE", _time("until")),
    ("BY|BYTIME IN? DATE", _time("by")),
    ("ATTEND IN? DATE", _attended_by),
    ("IN? IN? DATE", _time("in")),
]
"""How days are named."""

ROLE_RULES: list[tuple[str, Make]] = [
    ("MORETHAN|OVER NUMBER TIMES?", _bounds(1, None)),
    ("ATLEAST NUMBER TIMES?", _bounds(0, None)),
    ("LESSTHAN NUMBER TIMES?", _bounds(None, -1)),
    ("ATMOST NUMBER TIMES?", _bounds(None, 0)),
    ("MORETHANONE", _fixed(2, None)),
    ("ATLEAST TWICE", _fixed(2, None)),
    ("ATLEAST ONETIME|ONCE", _fixed(1, None)),
    ("MORETHAN TWICE", _fixed(3, None)),
    ("MORETHAN ONETIME|ONCE", _fixed(2, None)),
    ("ONLY? TWICE", _fixed(2, 2)),
    ("ONLY? ONETIME TIMES?", _fixed(1, 1)),
    ("ONLY NUMBER TIMES?", _bounds(0, 0)),
    ("NUMBER TIMES", _bounds(0, 0)),
    ("OFFICE COUNTRY|DEMONYM PERSON", _keep("PERSON")),
    ("COUNTRY|DEMONYM OFFICE PERSON", _keep("PERSON")),
    ("OFFICE COUNTRY PERSON", _keep("PERSON")),
    ("OFFICE PERSON", _keep("PERSON")),
    ("COUNTRY|DEMONYM OFFICE", _officeholder),
    ("OFFICE COUNTRY", _officeholder),
    ("COUNTRY|DEMONYM PERSON", _keep("PERSON")),
    (
        "COUNTRY|DEMONYM LEADERS|DELEGATIONS",
        lambda tokens: [Token("COUNTRY", tokens[0].value, tokens[0].words), tokens[1]],
    ),
    ("ALL STATUSWORD", lambda tokens: [Token("HISTORYWORD", None, _words(tokens))]),
    ("CATEGORY STATUSWORD", _keep("CATEGORY")),
    ("STATUSWORD CATEGORY", _keep("CATEGORY")),
    ("CATEGORY COUNTRYWORD", _keep("CATEGORY")),
    ("COUNTRYWORD CATEGORY", _keep("CATEGORY")),
    ("GUEST COUNTRYWORD", _keep("GUEST")),
    ("GUEST STATUSWORD", _keep("GUEST")),
    ("FOUNDERWORD CATEGORY|COUNTRYWORD", _keep("FOUNDERWORD")),
    ("AS CATEGORY|GUEST AND|OR CATEGORY|GUEST", _as("CAPACITY", "CATEGORY", "GUEST")),
    ("AS NOT CATEGORY", _as("NOTCATEGORY", "CATEGORY")),
    ("AS CATEGORY|GUEST", _as("CAPACITY", "CATEGORY", "GUEST")),
    ("CAPACITY NOT CAPACITY", lambda tokens: [tokens[0]._replace(words=_words(tokens))]),
    ("COUNTRY ONLY CATEGORY", _only_that),
    ("OR ONLY CATEGORY", _only_that),
    ("ONLY CAPACITY", _keep("CAPACITY")),
    ("ONLY GUEST", _keep("GUEST")),
    ("BESIDES IN? CITY", _as("EXCLUDEDCITY", "CITY")),
    ("ATTEND CATEGORY", _present_members),
    ("BESIDES CATEGORY AND|OR CATEGORY", _as("NOTCATEGORY", "CATEGORY")),
    ("BESIDES CATEGORY", _as("NOTCATEGORY", "CATEGORY")),
    ("BESIDES COUNTRY COUNTRY* AND? COUNTRY?", _as("EXCLUDED", "COUNTRY")),
    ("NOT ONLY? CATEGORY", _as("NOTCATEGORY", "CATEGORY")),
    ("BESIDES FOUNDERWORD", lambda tokens: [Token("NOTFOUNDERS", None, _words(tokens))]),
    ("NOT HOLD? ANY? STATUSWORD", lambda tokens: [Token("GUEST", None, _words(tokens))]),
    ("NOT FOUNDERWORD", lambda tokens: [Token("NOTFOUNDERS", None, _words(tokens))]),
    ("NEVER BECOME|JOIN? CATEGORY", _as("NEVERCATEGORY", "CATEGORY")),
    ("IN COUNTRY STATUSWORD|HISTORYWORD|MEMORANDUM|PROCEDURE|APPLY|JOIN|DELEGATIONS", lambda tokens: tokens[1:]),
    ("IN COUNTRY", _in_country),
    ("NOT|NEVER HOST BY? COUNTRY COUNTRY* OR|AND? COUNTRY?", _as("NOTHOSTEDBY", "COUNTRY")),
    ("NOT|NEVER CHAIR BY? COUNTRY COUNTRY* OR|AND? COUNTRY?", _as("NOTCHAIREDBY", "COUNTRY")),
    ("FROM CATEGORY BECOME* CATEGORY", _from_to),
    ("CATEGORY BEFORE BECOME|JOIN CATEGORY", _from_to),
    ("CATEGORY BEFORE BECOME|JOIN CAPACITY", _then_admitted),
    ("ONCE AS? CATEGORY", _as("FORMER", "CATEGORY")),
    ("AFTER CATEGORY", _as("FORMER", "CATEGORY")),
    (f"WHICH|HOWMANY|WHO ALL? {LEVEL_KINDS}", _asked_people),
    (f"REPRESENT NOT {LEVEL_KINDS}", lambda tokens: [tokens[1], tokens[0], tokens[2]]),
    (f"REPRESENT|AS|BY|ATTEND ONLY? BY? ONLY? {LEVEL_KINDS} ONLY?", _led_by),
    (f"ONLY {LEVEL_KINDS}", _led_by),
    ("NOT REPRESENT LEVEL", _otherwise_led),
    ("MISS LEVEL", lambda tokens: _otherwise_led(tokens) if tokens[0].words == "not represented" else tokens),
    ("STANDIN OFFICEHOLDER", _stand_in),
    ("ANY CATEGORY CEASE", lambda tokens: tokens[:2] if tokens[2].words == "left" else tokens),
    ("SUMMIT IN WHICH COUNTRY|PERSON|CATEGORY", lambda tokens: [tokens[0], tokens[3]]),
    ("COUNTRY TAKEOVER CHAIRMANSHIP FROM COUNTRY", lambda tokens: tokens[:3]),
    ("INPLACEOF OFFICEHOLDER", _stand_in),
    ("INPLACEOF OFFICE|LEDBY", lambda tokens: [Token(SOFT, None, _words(tokens))]),
    ("SUMMIT WHERE", _keep("SUMMIT")),
    ("SUMMIT CHANGEWORD", _took_place),
    ("PERSON SHANGHAIFIVE", _predecessor),
    ("SHANGHAIFIVE PERSON", _predecessor),
    ("SUMMIT HEADSOFSTATE", _keep("SUMMIT")),
    ("HEADSOFSTATE SUMMIT", lambda tokens: tokens[1:] if tokens[0].words == "heads of state" else tokens),
    ("WHICH|ALL|BOTH|LIST NUMBER COUNTRYWORD|CATEGORY|FOUNDERWORD", lambda tokens: [tokens[0], tokens[-1]]),
    (LEVEL_KINDS, lambda tokens: _asked_people([tokens[0], *tokens])[1:]),
]
"""How roles are told."""


class _Step(NamedTuple):
    kinds: frozenset[str]
    optional: bool
    repeated: bool


class _Rule(NamedTuple):
    """A rule taken apart: its steps, and for each that must be there the kinds as bits."""

    steps: tuple[_Step, ...]
    needed: tuple[int, ...]
    make: Make


_BITS: dict[str, int] = {}


def _bit(kind: str) -> int:
    """A bit of its own for each kind, so that a set of kinds is a number and quickly compared."""
    return _BITS.get(kind) or _BITS.setdefault(kind, 1 << len(_BITS))


def _bits(kinds: Iterable[str]) -> int:
    found = 0
    for kind in kinds:
        found |= _bit(kind)
    return found


def compiled(rules: Sequence[tuple[str, Make]]) -> tuple[_Rule, ...]:
    """Rules taken apart. A pattern has kinds side by side: ``A|B`` either, ``?`` one or none, ``*`` any number."""
    made = []
    for pattern, make in rules:
        steps = tuple(
            _Step(frozenset(item.rstrip("?*").split("|")), item[-1] in "?*", item[-1] == "*")
            for item in pattern.split()
        )
        made.append(_Rule(steps, tuple(_bits(step.kinds) for step in steps if not step.optional), make))
    return tuple(made)


def _length(steps: tuple[_Step, ...], tokens: Sequence[Token], at: int) -> int | None:
    """How many tokens a pattern takes from a place, as many as it can; ``None`` if it does not fit."""
    if not steps:
        return 0
    step, rest = steps[0], steps[1:]
    if at < len(tokens) and tokens[at].kind in step.kinds:
        length = _length(steps if step.repeated else rest, tokens, at + 1)
        if length is not None:
            return length + 1
    return _length(rest, tokens, at) if step.optional else None


def rewrite(tokens: list[Token], rules: Sequence[_Rule]) -> list[Token]:
    """The tokens after every rule has been applied wherever it fits, from left to right."""
    present = _bits(token.kind for token in tokens)
    for rule in rules:
        for needed in rule.needed:
            if not needed & present:
                break
        else:
            if _apply(rule, tokens):
                present = _bits(token.kind for token in tokens)
    return tokens


def _apply(rule: _Rule, tokens: list[Token]) -> bool:
    """Apply a rule wherever it fits; whether it did anywhere."""
    at, fitted = 0, False
    while at < len(tokens):
        length = _length(rule.steps, tokens, at)
        if length:
            made = rule.make(tokens[at : at + length])
            tokens[at : at + length] = made
            at += len(made)
            fitted = True
        else:
            at += 1
    return fitted


EXCEPTION_RULES: list[tuple[str, Make]] = [
    (
        f"BUT OFFICE? COUNTRY|DEMONYM|PERSON|CITY|CATEGORY|FOUNDERWORD|GUEST|{LEVEL_KINDS}",
        lambda tokens: [tokens[0]._replace(kind="BESIDES"), *tokens[1:]],
    ),
]
"""'Nobody but Putin'; while verbs are there still, for 'but is a member' is no exception."""

EXCEPTIONS = compiled(EXCEPTION_RULES)
TIME = compiled(TIME_RULES)
ROLES = compiled(ROLE_RULES)
