"""The engine that makes phrases of tokens: rules that name the kinds that stand side by side, and what they make together.

What the rules are is told by the modules of their subjects (:mod:`.times`, :mod:`.quantities`, :mod:`.roles`); here is
how they are applied, and the makers that all of them use.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from scocli.ask.lexer import Token

Make = Callable[[list[Token]], list[Token]]
"""What a rule makes of the tokens that it fits."""
Rules = Sequence[tuple[str, Make]]
"""Patterns and what they make, in the order in which they apply."""
_BITS: dict[str, int] = {}


def joined(tokens: Sequence[Token]) -> str:
    """The words of some tokens, as they were written."""
    return " ".join(token.words for token in tokens)


def of_kinds(tokens: Sequence[Token], *kinds: str) -> list[Token]:
    """Those of some tokens that are of certain kinds."""
    return [token for token in tokens if token.kind in kinds]


def of_all(token: Token) -> tuple[Any, ...]:
    """The values of a token that has several."""
    return token.value if isinstance(token.value, tuple) else (token.value,)


def as_one(kind: str, *of: str) -> Make:
    """Make one token of a kind from the values of those of certain kinds: one value, or several as a tuple."""

    def make(tokens: list[Token]) -> list[Token]:
        values = [token.value or token.kind.lower() for token in of_kinds(tokens, *of)]
        return [Token(kind, tuple(dict.fromkeys(values)), joined(tokens))]

    return make


def keep(*kinds: str) -> Make:
    """Keep the tokens of certain kinds, with the words of all."""

    def make(tokens: list[Token]) -> list[Token]:
        kept = of_kinds(tokens, *kinds)
        return [kept[0]._replace(words=joined(tokens)), *kept[1:]]

    return make


def renamed(**kinds: str) -> Make:
    """Make the tokens of certain kinds others."""
    return lambda tokens: [token._replace(kind=kinds.get(token.kind, token.kind)) for token in tokens]


class _Step(NamedTuple):
    kinds: frozenset[str]
    optional: bool
    repeated: bool


class Rule(NamedTuple):
    """A rule taken apart.

    :ivar every: the kinds that must all be there, as bits.
    :ivar either: groups of kinds of which one each must be there, as bits.
    """

    steps: tuple[_Step, ...]
    every: int
    either: tuple[int, ...]
    make: Make


def _bit(kind: str) -> int:
    """A bit of its own for each kind, so that a set of kinds is a number and quickly compared."""
    return _BITS.get(kind) or _BITS.setdefault(kind, 1 << len(_BITS))


def _bits(kinds: Iterable[str]) -> int:
    found = 0
    for kind in kinds:
        found |= _bit(kind)
    return found


def _present(tokens: Sequence[Token]) -> int:
    """The kinds of some tokens, as bits; written out, for it is done for every question several times."""
    found = 0
    for token in tokens:
        found |= _BITS.get(token.kind) or _bit(token.kind)
    return found


def compiled(rules: Rules) -> tuple[Rule, ...]:
    """Rules taken apart. A pattern has kinds side by side: ``A|B`` either, ``?`` one or none, ``*`` any number."""
    made = []
    for pattern, make in rules:
        items = pattern.split()
        steps = tuple(_Step(frozenset(i.rstrip("?*").split("|")), i[-1] in "?*", i[-1] == "*") for i in items)
        needed = [step.kinds for step in steps if not step.optional]
        every = _bits(kind for kinds in needed if len(kinds) == 1 for kind in kinds)
        made.append(Rule(steps, every, tuple(_bits(kinds) for kinds in needed if len(kinds) > 1), make))
    return tuple(made)


def length_of(steps: tuple[_Step, ...], tokens: Sequence[Token], at: int) -> int | None:
    """How many tokens a pattern takes from a place, as many as it can; ``None`` if it does not fit."""
    if not steps:
        return 0
    step, rest = steps[0], steps[1:]
    if at < len(tokens) and tokens[at].kind in step.kinds:
        length = length_of(steps if step.repeated else rest, tokens, at + 1)
        if length is not None:
            return length + 1
    return length_of(rest, tokens, at) if step.optional else None


def rewrite(tokens: list[Token], rules: Sequence[Rule]) -> list[Token]:
    """The tokens after every rule has been applied wherever it fits, from left to right."""
    present = _present(tokens)
    for rule in rules:
        if rule.every & present != rule.every:
            continue
        for either in rule.either:
            if not either & present:
                break
        else:
            if _apply(rule, tokens):
                present = _present(tokens)
    return tokens


def _apply(rule: Rule, tokens: list[Token]) -> bool:
    """Apply a rule wherever it fits; whether it did anywhere."""
    at, fitted = 0, False
    while at < len(tokens):
        length = length_of(rule.steps, tokens, at)
        if length:
            made = rule.make(tokens[at : at + length])
            tokens[at : at + length] = made
            at += len(made)
            fitted = True
        else:
            at += 1
    return fitted
