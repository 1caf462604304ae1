"""The shape of a question made plain: what stands open in it is asked for in so many words.

'Iran joined in:' asks when, 'held in:' where, 'hosted by:' who. 'In the SCO' is what members are, where nothing else says
what is asked of. What 'will' be of a meeting that took place is asked of what was.
"""

from collections.abc import Iterator

from scocli.ask.lexer import Token
from scocli.ask.surface import Written
from scocli.ask.vocabulary import SOFT

ASKING = frozenset({
    "WHO", "WHICH", "WHEN", "SINCEWHEN", "UNTILWHEN", "WHERE", "HOW", "HOWMANY", "HOWLONG", "LIST", "WHETHER", "CAPACITYASKED", "LEVELASKED",
})  # fmt: skip
"""Kinds of words that say what is asked for."""
_PLACED = frozenset({"HOLD", "SIT", "SECRETARIAT", "RATS", "HOST"})
"""Kinds of words behind which 'in' and 'at' ask where."""
_STANDING = frozenset({"COUNTRY", "DEMONYM", "COUNTRYWORD", "WHO", "COUNTRIES"})
"""Who can be in the SCO."""
_SHAPE = frozenset({*(ASKING - {"HOW", "CAPACITYASKED", "LEVELASKED"}), "AUX", "BE", "AND", "OR", "EITHER", "BOTH", "TIME", "DATE", "NOW", "STILL", "ALREADY", "NOT", "EVER", "ALL", "IN", "BY", "COMPRISE", "BESIDES", "ANY", "BYTIME", "SINCE", "BEFORE", "AFTER", "UNTIL", SOFT})  # fmt: skip
"""Kinds of words that leave open what is said of them."""


def shaped(tokens: list[Token], written: Written) -> Iterator[list[Token]]:
    """A question's tokens in a plain shape; of an open one with each thing that may be missing, the likeliest first."""
    tokens = _as_members(tokens)
    if not written.is_open or not tokens or ASKING & {token.kind for token in tokens} or tokens[0].kind in ("AUX", "BE"):
        yield tokens
        return
    end = _end(tokens)
    stem, last = tokens[:end], [token.words for token in tokens[end:] if token.kind in ("IN", "BY", "FROM")]
    matters = [token.kind for token in stem if token.kind not in (SOFT, "AUX", "BE")]
    if last[-1:] == ["by"]:
        order = ["WHO"]
    elif last and matters and (matters[-1] in _PLACED or {"SECRETARIAT", "RATS"} & {*matters}):
        order = ["WHERE"]
    else:
        order = ["WHEN", "WHERE"]
    for kind in order:
        yield [Token(kind, None, ""), *stem]


def _end(tokens: list[Token]) -> int:
    """Where the prepositions and auxiliaries behind which something is missing begin."""
    end = len(tokens)
    while end and tokens[end - 1].kind in ("IN", "BY", "BE", "AUX", "FROM", SOFT):
        end -= 1
    return end


def _as_members(tokens: list[Token]) -> list[Token]:
    """To be 'in the SCO' is to be a member, if nothing else is said; with anything else it only names the organisation."""
    if not any(token.kind == "BELONG" for token in tokens):
        return tokens
    rest = {token.kind for token in tokens} - {"BELONG"}
    asks_what = "WHICH" in rest and "COUNTRYWORD" not in rest  # 'What is Laos in the SCO?'
    if rest <= _SHAPE | _STANDING and rest & _STANDING and not asks_what:
        return [Token("CATEGORY", "member", t.words) if t.kind == "BELONG" else t for t in tokens]
    return [_named(token) if token.kind == "BELONG" else token for token in tokens]


def _named(token: Token) -> Token:
    """'In the SCO' as the preposition alone, 'part of the SCO' as what changes nothing."""
    is_place = token.words.startswith(("in", "within"))
    return Token("IN", None, "in") if is_place else Token(SOFT, None, token.words)
