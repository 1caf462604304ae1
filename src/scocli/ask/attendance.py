"""Who came to meetings and how, as a question says it: what the predicates about visits and delegations share."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise, product
from typing import Any

from scocli.ask.lexer import Token
from scocli.ask.question import Question, Unbound
from scocli.ask.refusals import exists_at, no_such_capacity
from scocli.ask.scope import described, named
from scocli.ask.summits import SummitPhrase
from scocli.errors import NotUnderstood
from scocli.facts.presence import ANYHOW, Manner, attended, missed
from scocli.facts.verdict import YES
from scocli.text import listed

WHO = "COUNTRY|PERSON|OFFICEHOLDER"
WHOM = WHO.replace("|", " ")
AT = "SUMMIT CITY TIME INCOUNTRY"
HOW = "CAPACITY GUEST NOTCATEGORY LEVEL LEDBY VIDEO INPERSON"
SAID = "ATTEND REPRESENT PARTICIPANTS DELEGATIONS LEADERS COUNTRYWORD BOTH EITHER AND OR EVER OVERTIME ANY STILL ALREADY THEN FROM BY IN AS THOUGH ALL"
"""Kinds that say who, to which meetings and how, and those that shape what is said of it, as lines of the table name them."""
_CAPACITIES = ("member", "observer", "dialogue-partner", "partner", "guest")
_MODES = {"VIDEO": "video", "INPERSON": "in-person"}
"""The kinds of words for how a delegation came."""
_COMING = frozenset({"ATTEND", "REPRESENT", "MISS"})
"""Kinds of words that say that somebody came or did not."""
_BEFORE_COMING = frozenset({*WHOM.split(), "NOT", "NEVER"})
"""Kinds of words that stand before these."""


def people(q: Question, kind: str = "PERSON") -> tuple[str, ...]:
    """The names of people; of several of one name, the one that had to do with the meetings that are named.

    :raises scocli.errors.NotUnderstood: if it could be several people.
    """
    found: list[str] = []
    for token in q.tokens:
        if token.kind == kind and isinstance(token.value, tuple):
            names = token.value
            if len(names) > 1:
                names = tuple(name for name in names if _had_to_do(q, name)) or names
            if len(names) > 1:
                raise NotUnderstood(f"{token.words!r} could be {listed(names, 'or')}: give the full name.", names)
            found.append(names[0])
    return tuple(dict.fromkeys(found))


def _had_to_do(q: Question, name: str) -> bool:
    """Whether somebody came to a meeting that is named, or is known to have missed it."""
    met = (q.data.meetings[summit] for summit in named(q))
    return any(YES in (attended(q.data, name, summit, ANYHOW), missed(q.data, name, summit)) for summit in met)


def who(q: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The countries or people that are named, and who led their delegation: 'India, represented by Modi'.

    :raises Unbound: if none is, or it does not say what they have to do with each other.
    """
    countries, names, offices = q.countries, people(q), q.values("OFFICEHOLDER")
    for at, (token, after) in enumerate(pairwise(q.tokens)):
        if token.kind in ("NOT", "NEVER") and any(before.kind == after.kind for before in q.tokens[:at]):
            raise Unbound  # 'India and not Pakistan'
        if (token.kind, after.kind) == ("SUMMIT", "OR") and q.tokens[at + 2 : at + 3][0].kind in ("COUNTRY", "PERSON"):
            raise Unbound  # 'a summit in China or Russia'
    if offices:
        if len(offices) > 1 or names or countries:
            raise Unbound
        return (offices[0][0],), (offices[0][1],)
    if q.in_turns(WHOM, AT):
        raise Unbound  # each at a meeting of its own: 'Medvedev in 2009 and Putin in 2012'
    if countries and names and not q.has("AND", "OR"):
        if len(countries) > 1 or len(names) > 1 or not q.has("REPRESENT"):
            raise Unbound
        is_theirs = q.data.represented_countries.get(names[0], frozenset()) == {*countries}
        return (names, ()) if is_theirs else (countries, names)
    if not countries and not names:
        raise Unbound
    return (*countries, *names), ()


def manner(q: Question, capacities: tuple[str, ...] = (), led_by: tuple[str, ...] = ()) -> Manner:
    """How the delegations came.

    :param capacities: statuses that are named as who came: 'the observers'.
    :param led_by: who led them, as it is told elsewhere.
    :raises Unbound: if they came in two ways at once.
    """
    capacities += tuple(value for values in q.values("CAPACITY") for value in values)
    capacities += ("guest",) if q.has("GUEST") else ()
    excluded = {value for values in q.values("NOTCATEGORY") for value in values}
    if excluded:
        capacities = tuple(capacity for capacity in capacities or _CAPACITIES if capacity not in excluded)
    modes = [mode for kind, mode in _MODES.items() if q.has(kind)]
    leaders = (*q.values("LEVEL"), *q.values("LEDBY"))
    if len(modes) > 1 or (led_by and leaders):
        raise Unbound
    return Manner(tuple(dict.fromkeys(capacities)), led_by or leaders, modes[0] if modes else None)


def fields_of(how: Manner) -> dict[str, Any]:
    """A manner as fields of a query."""
    return {"capacity": how.capacities, "led_by": how.led_by, "mode": how.mode}


def see_that_it_existed(q: Question, how: Manner, met: Iterable[str], subjects: tuple[str, ...] = ()) -> None:
    """See that anybody could come to meetings in the capacities that are named: not in one younger than the opening.

    'No' is an answer nonetheless, but not where the category was given at the meeting itself.

    :raises scocli.errors.NotUnderstood: if nobody could.
    """
    if q.has("NOTCATEGORY"):
        return  # they are those that are left
    for summit, capacity in product(met, how.capacities):
        end = q.data.meetings[summit].end
        given = any(q.data.status_on(code, end) == capacity for code in subjects or q.data.countries)
        if not exists_at(q.data, capacity, summit) and (given or q.asked != "yes-no"):
            raise no_such_capacity(q.data, capacity, summit, subjects[0] if len(subjects) == 1 else None)


def meetings_of(q: Question) -> dict[str, Any]:
    """The meetings that are asked about, as fields of a query. :raises Unbound: if nothing says which."""
    _see_that_none_is_their_first(q)
    if met := named(q):
        return {"at": met}
    found = described(q)
    is_said = found.where or found.between or q.has("SUMMIT", "EVER", "NEVER", "ANY", "ALL", "BOUNDS", "ATTEND")
    if not is_said or found.select:
        raise Unbound
    return {"where": found.where, **found.between}


def _see_that_none_is_their_first(q: Question) -> None:
    """See that meetings are named, and none is said to be the first that somebody came to: 'Was Modi's first summit in Ufa?'.

    :raises Unbound: if one is.
    """
    for before, token in pairwise(q.phrases):
        phrase, is_alone = token.value, before.kind not in ("AND", "OR", "NOR", "IN")
        if q.asked == "yes-no" and is_alone and isinstance(phrase, SummitPhrase):
            is_first = phrase.select and before.kind in (*WHOM.split(), "CITY", "BE", "VERB")
            if before.kind == "SUMMIT" or is_first:
                raise Unbound


def opposed(q: Question) -> tuple[Question, ...]:
    """The clauses of which one says that they came and another that they did not: 'attended in 2024 and missed 2025', '... but not 2025'.

    One that names nobody is said of those of the first. None, if all say the same.

    :raises Unbound: if it is not plain where the one ends and the other begins.
    """
    found: list[tuple[Token, ...]] = []
    begin = 0
    for at in range(1, len(q.tokens)):
        before, behind = replace(q, tokens=q.tokens[begin:at]), replace(q, tokens=q.tokens[at + 1 :])
        next_of = next((token.kind for token in behind.tokens if token.kind not in _BEFORE_COMING), "")
        are_named = before.names_meeting and (behind.names_meeting or behind.has("TIME"))
        if q.tokens[at].kind == "AND" and next_of in _COMING and before.has(*_COMING):
            found, begin = [*found, before.tokens], at + 1
        elif q.tokens[at].kind in ("NOT", "NEVER") and (before.has(*_COMING) or are_named):
            found, begin = [*found, before.tokens], at
    found.append(q.tokens[begin:])
    denied = [not {"MISS", "NOT", "NEVER"}.isdisjoint(token.kind for token in part) for part in found]
    if len(found) == 1 or len(set(denied)) == 1:
        if q.has("MISS") and q.has("ATTEND"):
            raise Unbound
        return ()
    whose = tuple(token for token in found[0] if token.kind in WHOM.split())
    clauses = (replace(q, tokens=part) for part in found)
    return tuple(one if one.has(*WHOM.split()) else replace(one, tokens=(*whose, *one.tokens)) for one in clauses)


def is_denied(q: Question) -> bool:
    """Whether it is denied that they came. :raises Unbound: if only behind something else that is said."""
    if q.has("NOT", "NEVER") and opposed(q):
        raise Unbound
    return q.has("NOT", "NEVER")
