"""What a question says of countries, clause by clause, as conditions that any query of countries can have.

A question's phrases fall into clauses: a head - 'members', 'joined', 'applied', 'hosted' - and what binds its roles: a
status, a time, a summit, how often. A role stands with the clause before it, if that takes it, else with the next.
"""

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from scocli.ask.conditions import sayings
from scocli.ask.lexer import Token
from scocli.ask.quantities import Bounds
from scocli.ask.question import SHAPE, Question, Unbound
from scocli.ask.splitting import AT, DENIALS, JOINTS, PLAIN, follows, head_of, split
from scocli.facts.conditions import AnyOf, Change, Condition, Held, Not, Often, Step
from scocli.facts.relations import GAINED
from scocli.facts.time import Time

_COUNTED = frozenset({"CATEGORY", "COUNTRYWORD", "FOUNDERWORD", "NEW", "FORMER"})
"""Kinds of words that a number may stand before: 'nine members'."""
_MEASURES = {"LONGEST": "most", "SHORTEST": "fewest"}
"""Kinds of words that ask who held a status longest or shortest."""
_ORDERS = {"FIRST": "first", "LAST": "last", "MOST": "most", "FEWEST": "fewest", **_MEASURES}
"""Kinds of words that ask for some in an order, and which those are."""
_TIMELESS = frozenset({"GIVEN", "EXCLUDED", "FORMER", "FOUNDERWORD", "FOUND", "NOTFOUNDERS"})
"""What is said of those who hold a status on a day, and not of what became of those who held it once."""


class Said(NamedTuple):
    """What a question says of countries.

    :ivar subjects: the countries of which it says it: one of each group.
    :ivar conditions: what it says.
    :ivar denied: whether it denies that it is so of any of the subjects.
    :ivar only: whether it says it of them alone.
    :ivar often: of how many it says it.
    :ivar order: ``first``, ``last`` or ``most`` of those of which it is so.
    """

    subjects: tuple[tuple[str, ...], ...]
    conditions: tuple[Condition, ...]
    denied: bool = False
    only: bool = False
    often: Often | None = None
    order: str | None = None


def said(q: Question) -> Said:
    """What a question says of countries. :raises Unbound: if some of it is not understood."""
    tokens, beside = [token for token in q.phrases if token.kind not in SHAPE], None
    is_of_anybody = q.asked != "yes-no" or (tokens[:1] and tokens[0].kind == "ANY")
    if is_of_anybody and [token.kind for token in tokens[-2:]] in (["AND", "COUNTRY"], ["AS", "COUNTRY"]):
        beside = str(tokens[-1].value)
        tokens[-2:] = [Token("EXCLUDED", (beside,), tokens[-1].words)]  # 'Who joined along with India?'
    subjects, tokens, neither = _subjects(tokens)
    named = tuple(dict.fromkeys(code for group in subjects for code in group))
    if q.asked == "how many" and len(q.values("TIME")) > 1 and not q.has("BOTH", "COUNTRYWORD"):
        raise Unbound  # 'How many members in 2001 and 2024?' asks of each
    often, tokens = _number(tokens, named)
    parts = list(split([token for token in tokens if token.kind not in {"ONLY", "FIRST", "LAST", *_MEASURES}]))
    if any(_is_coordinated(q, one, other) for one, other in pairwise(parts)):
        raise Unbound  # 'an observer but not a member in 2012': of one day
    denied = [part for part in parts if any(token.kind in DENIALS for token in part)]
    if neither and (denied or len(parts) > 1):
        raise Unbound
    is_denied = bool(neither or (denied and subjects and len(parts) == 1))
    conditions = tuple(_conditions(q, parts, named, [] if is_denied else denied))
    if beside:
        conditions = tuple(on_the_day_of(q, beside, one) for one in conditions)
    _see_that_they_can_be(conditions)
    return Said(subjects, conditions, is_denied, any(t.kind == "ONLY" for t in tokens), often, _order(q, tokens))


def _is_coordinated(q: Question, one: list[Token], other: list[Token]) -> bool:
    """Whether the one is what another is not: 'Is Nepal an observer, not a member'; not in 'Which observers are not members'."""
    is_of_country = q.asked == "yes-no" and bool(q.countries)
    return (head_of(one), head_of(other)) == ("CATEGORY", "NOTCATEGORY") and (is_of_country or other[0].kind in JOINTS)


def on_the_day_of(q: Question, country: str, condition: Condition) -> Condition:
    """A change for which no time is named, as one on the day on which a country came to the same status.

    :raises Unbound: if it came to it more than once, or another step was taken 'with' the country, which may be the other side.
    """
    if isinstance(condition, Step) and not (condition.time or condition.at):
        raise Unbound
    if not isinstance(condition, Change) or condition.time or condition.at:
        return condition
    days = [fact.date for fact in GAINED.of(q.data, country) if fact.category in condition.categories]
    if len(days) != 1:
        raise Unbound
    return replace(condition, time=Time(days[0], days[0]))


def _order(q: Question, tokens: list[Token]) -> str | None:
    """Which are asked for: 'Which country joined recently?' asks for the last. :raises Unbound: if for several, or how often."""
    orders = [_ORDERS[token.kind] for token in tokens if token.kind in _ORDERS]
    if len(orders) > 1 or (orders and any(token.kind == "BOUNDS" for token in tokens)):
        raise Unbound
    is_recent = any(token.kind == "RECENTLY" for token in tokens) and not q.has("TIME")
    return orders[0] if orders else "last" if is_recent else None


def _number(tokens: list[Token], named: tuple[str, ...]) -> tuple[Often | None, list[Token]]:
    """Of how many it speaks, 'nine members', 'fewer than ten members', and the other phrases; 'which of the two' says no more."""
    given = [len(token.value) for token in tokens if token.kind == "GIVEN" and isinstance(token.value, tuple)]
    rest = [token for token in tokens if token.kind != "NUMBER" or token.value not in (len(named), *given)]
    for at, (token, after) in enumerate(pairwise(rest)):
        if token.kind in ("NUMBER", "BOUNDS") and after.kind in _COUNTED:
            often = token.value.often if isinstance(token.value, Bounds) else Often("exactly", int(str(token.value)))
            return often, [*rest[:at], *rest[at + 1 :]]
    return None, rest


def _conditions(
    q: Question, parts: list[list[Token]], named: tuple[str, ...], denied: list[list[Token]]
) -> list[Condition]:
    """What clauses say, those that are denied denied, and those behind 'or' together with the one before."""
    found: list[Condition] = []
    is_measured = any(t.kind in _MEASURES for t in q.phrases) and all(head_of(part) != "INTURN" for part in parts)
    measured = next((one for one in reversed(parts) if is_measured and head_of(one) in ("CATEGORY", "CAPACITY")), None)
    if measured and any(head_of(part) == "STATUSWORD" for part in parts):
        raise Unbound  # 'Which partner has held a status longest?' may have held several
    alone = sum(head_of(part) not in _TIMELESS for part in parts) <= 1
    for before, part in zip([None, *parts], parts, strict=False):
        if before and not follows(before, part):
            raise Unbound
        # Its verbs are those of what is said last: 'Which members have been observers' are members now.
        made = _said_by(q if part is parts[-1] else replace(q, verbs=frozenset()), part, named, alone=alone)
        is_choice = part[0].kind == "OR"
        if (part in denied and len(made) > 1) or (is_choice and (not found or isinstance(found[-1], Not))):
            raise Unbound
        made = (Not(made[0]),) if part in denied else made
        if part is measured:
            made = tuple(
                replace(one, how="ever") if one == Held(getattr(one, "categories", ())) else one for one in made
            )
        found = [*found[:-1], AnyOf((found[-1], *made))] if is_choice else [*found, *made]
    return found


def _see_that_they_can_be(conditions: tuple[Condition, ...]) -> None:
    """See that nobody is to hold two statuses at once, and nothing is denied that is said too or never known. :raises Unbound: if so."""
    held = [one.time for one in conditions if isinstance(one, Held) and one.is_on_a_day]
    is_twice = len(set(held)) < len(held) or len(set(conditions)) < len(conditions)
    is_twice |= any(Not(one) in conditions for one in conditions)
    is_vague = None in held and Held() in conditions and len(conditions) > 1
    changes = any(isinstance(one, Change) for one in conditions)  # 'became members without being observers'
    is_vague |= changes and any(
        isinstance(one, Not) and isinstance(one.of, Held) and one.of == Held(one.of.categories) for one in conditions
    )
    if is_twice or is_vague or any(isinstance(one, Not) and isinstance(one.of, Step) for one in conditions):
        raise Unbound


def _said_by(q: Question, part: list[Token], subjects: tuple[str, ...], *, alone: bool) -> tuple[Condition, ...]:
    """What a clause says; of a status that nobody holds any longer, beside others, that it was held once.

    :raises Unbound: if something in it binds no role.
    """
    head = head_of(part)
    kinds = [token.kind for token in part]
    saying, at = sayings()[head], kinds.index(head)
    if not saying.roles | PLAIN | {head} >= set(kinds) or DENIALS.intersection(kinds[at:]):
        raise Unbound
    until = frozenset() if head == "BECOME" and "had" not in q.verbs else frozenset({"BY"})  # given it by the summit
    if any(one in until and two in AT for one, two in pairwise([*kinds, ""])):
        raise Unbound
    made = saying.make(replace(q, tokens=tuple(part), subjects=subjects))
    found = made if isinstance(made, tuple) else (made,)
    is_of_now = "NOW" in kinds or (alone and q.verbs.isdisjoint({"was", "were"}))
    return found if is_of_now else tuple(_of_the_past(q, one) for one in found)


def _of_the_past(q: Question, condition: Condition) -> Condition:
    """A condition; a status that nobody holds any longer, and for which no day is named, as one that was ever held."""
    if isinstance(condition, Not):
        return Not(_of_the_past(q, condition.of))
    is_undated = isinstance(condition, Held) and condition == Held(condition.categories) and condition.categories
    if isinstance(condition, Held) and is_undated and all(q.data.categories[c].retired for c in condition.categories):
        return replace(condition, how="ever")
    return condition


def _subjects(tokens: list[Token]) -> tuple[tuple[tuple[str, ...], ...], list[Token], bool]:
    """The countries that are named, of each group one; the other phrases; and whether it is denied of all of them.

    :raises Unbound: if it is not said how they are joined, or something else stands between them.
    """
    places = [at for at, token in enumerate(tokens) if token.kind == "COUNTRY"]
    if not places:
        return (), tokens, False
    begin, end = places[0], places[-1] + 1
    joints = {token.kind for token in tokens[begin:end]} - {"COUNTRY"}
    codes = tuple(dict.fromkeys(str(tokens[at].value) for at in places))
    neither, either = False, "OR" in joints
    rest = tokens[end:]
    before = tokens[begin - 1].kind if begin else ""
    if before == "NOT" or (before in ("EITHER", "BOTH") and len(codes) > 1):
        begin -= 1
        either, neither = either or before == "EITHER", before == "NOT"
        joints.add(before)
    elif len(codes) > 1 and rest and rest[0].kind == "BOTH":
        rest = rest[1:]
        joints.add("BOTH")
    if joints - {"AND", "OR", "EITHER", "BOTH", "NOT"} or (len(codes) > 1 and not joints):
        raise Unbound
    if (either and neither) or {"AND", "OR"} <= joints or "NOT" in {t.kind for t in tokens[begin + 1 : end]}:
        raise Unbound
    return ((codes,) if either else tuple((code,) for code in codes)), [*tokens[:begin], *rest], neither
