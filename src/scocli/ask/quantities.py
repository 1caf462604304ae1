"""How often something was done: 'more than twice', 'at least three times', 'only once'."""

from dataclasses import dataclass

from scocli.ask.lexer import Token
from scocli.ask.rewriting import Make, Rules, compiled, joined, of_kinds
from scocli.facts.conditions import Often


@dataclass(frozen=True)
class Bounds:
    """How often: at least, at most."""

    at_least: int | None = None
    at_most: int | None = None

    @property
    def often(self) -> Often:
        """The same as a condition has it."""
        if self.at_least == self.at_most:
            return Often("exactly", self.at_least or 0)
        return Often("at most", self.at_most or 0) if self.at_least is None else Often("at least", self.at_least)


def _bounds(least: int | None, most: int | None) -> Make:
    def make(tokens: list[Token]) -> list[Token]:
        numbers = [token.value for token in of_kinds(tokens, "NUMBER") if isinstance(token.value, int)]
        number = numbers[0] if numbers else 0
        low = None if least is None else number + least
        high = None if most is None else number + most
        return [Token("BOUNDS", Bounds(low, high), joined(tokens))]

    return make


def _fixed(low: int | None, high: int | None) -> Make:
    return lambda tokens: [Token("BOUNDS", Bounds(low, high), joined(tokens))]


_RULES: Rules = [
    ("MORETHAN|OVER NUMBER TIMES?", _bounds(1, None)),
    ("ATLEAST NUMBER TIMES?", _bounds(0, None)),
    ("LESSTHAN NUMBER TIMES?", _bounds(None, -1)),
    ("ATMOST NUMBER TIMES?", _bounds(None, 0)),
    ("MORETHANONE", _fixed(2, None)),
    ("ATLEAST TWICE", _fixed(2, None)),
    ("ATLEAST ONETIME|ONCE", _fixed(1, None)),
    ("MORETHAN TWICE", _fixed(3, None)),
    ("MORETHAN ONETIME|ONCE", _fixed(2, None)),
    ("ONLY TWICE", _fixed(2, 2)),
    ("ONLYTWICE", _fixed(2, 2)),
    ("ONLY? ONETIME TIMES?", _fixed(1, 1)),
    ("ONLY NUMBER TIMES?", _bounds(0, 0)),
    ("NUMBER TIMES", _bounds(0, 0)),
]

QUANTITIES = compiled(_RULES)
