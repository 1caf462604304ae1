"""How a question's phrases fall into clauses: a head with what binds its roles."""

from collections.abc import Iterator
from itertools import pairwise

from scocli.ask.conditions import sayings
from scocli.ask.lexer import Token
from scocli.ask.question import Unbound

PLAIN = frozenset({"COUNTRYWORD", "ALL", "ANY", "IN", "BY", "BUT", "THOUGH", "AND", "OR", "BOTH", "EITHER", "ALREADY", "STILL", "FIRST", "LAST", "RECENTLY", "AS", "NOT", "NEVER"})  # fmt: skip
"""Kinds that shape a clause and bind no role of it."""

JOINTS = frozenset({"AND", "OR", "BUT", "THOUGH", "NOT", "NEVER", "BOTH"})
"""Those of them that begin something new."""


_STATES = frozenset({"CATEGORY", "NOTCATEGORY", "NEVERCATEGORY", "FOUNDERWORD", "NOTFOUNDERS", "EXCLUDED", "GIVEN"})
"""Heads that say what a country is."""

AT = frozenset({"SUMMIT", "CITY"})
"""Kinds that name a meeting."""

_DEEDS = frozenset({"HOST", "CHAIR", "JOIN", "BECOME"})
"""Heads that say what was done."""

AGAIN = AT | {"TIME"}
"""Kinds of which another says the same of another time."""

DENIALS = frozenset({"NOT", "NEVER"})
"""Kinds that deny."""


def split(tokens: list[Token]) -> Iterator[list[Token]]:
    """The clauses of a question: a head with what stands about it. :raises Unbound: if there is none."""
    clause: list[Token] = []
    waiting: list[Token] = []
    has_times = sum(token.kind == "TIME" for token in tokens) > 1  # each belongs to a clause of its own
    for token, after in pairwise([*tokens, Token("", None, "")]):
        kind = token.kind
        denials = [t for t in waiting if t.kind in DENIALS]
        is_joined = [t.kind for t in waiting] in (["AND"], ["AND", "IN"]) and any(t.kind == kind for t in clause)
        if (denials or is_joined) and kind in AGAIN and _is_said(clause):
            if not denials and head_of(clause) in _DEEDS and not any(t.kind == "BOTH" for t in [*clause, *waiting]):
                raise Unbound  # 'hosted in 2015 and 2016' may be said of those of each
            yield clause  # 'in 2022 but not in 2021', 'both in 2010 and in 2016' say the same of another time
            clause = [*denials, *(t for t in clause if t.kind not in AGAIN | DENIALS | {"BOTH"}), token]
            waiting = []
        elif kind not in sayings():
            is_ahead = kind in PLAIN | {"EVER"} or (kind, after.kind) == ("NOW", "CATEGORY")
            is_next = [other.kind for other in waiting] in ([], ["IN"], ["BOTH"])
            if clause and is_next and not is_ahead and _takes(clause, kind):
                clause += [*waiting, token]
                waiting = []
            else:
                waiting.append(token)
        elif not _is_said(clause) or (
            _goes_on(clause, waiting, kind) and not (has_times and clause[-1].kind == "TIME")
        ):
            clause += [*waiting, token]
            waiting = []
        else:
            yield clause
            clause, waiting = [*waiting, token], []
    if not _is_said(clause):
        raise Unbound
    yield [*clause, *waiting]


def _is_said(clause: list[Token]) -> bool:
    """Whether it has its head."""
    return any(token.kind in sayings() for token in clause)


def head_of(clause: list[Token]) -> str:
    """The head that takes all others in its clause as its roles. :raises Unbound: if none does."""
    heads = [token.kind for token in clause if token.kind in sayings()]
    for head in heads:
        if sayings()[head].roles.issuperset(kind for kind in heads if kind != head):
            return head
    raise Unbound


def _takes(clause: list[Token], kind: str) -> bool:
    """Whether the head of a clause takes something of a kind behind it, and has nothing of that yet."""
    head = head_of(clause)
    at = [token.kind for token in clause].index(head)
    return kind in sayings()[head].roles and not any(token.kind == kind for token in clause[at + 1 :])


def _goes_on(clause: list[Token], waiting: list[Token], kind: str) -> bool:
    """Whether a clause goes on with another head: one that it takes, that takes it, or that is joined to its own."""
    joints = [token.kind for token in waiting if token.kind in JOINTS or token.kind not in PLAIN | {"EVER"}]
    last = next((token.kind for token in reversed(clause) if token.kind not in PLAIN), "")
    if kind == last == "CATEGORY":
        return joints in (["AND"], ["OR"], ["AND", "BOTH"])
    if joints:
        return False
    if _takes(clause, kind):
        return True
    before = {token.kind for token in clause if token.kind not in PLAIN}
    return before <= sayings()[kind].roles


def follows(before: list[Token], clause: list[Token]) -> bool:
    """Whether a status behind a clause is a clause of its own: not 'gave up the status of observer for membership'.

    What was held once and what is held need a day to tell them apart: 'once observers and partners' may be both once.
    """
    head, kinds = head_of(before), {token.kind for token in clause}
    if head_of(clause) != "CATEGORY" or "NOW" in kinds:
        return True
    if head == "FORMER":
        return "AND" not in kinds or "TIME" in kinds
    return head in _STATES or clause[0].kind in JOINTS
