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
    """So often, or so much more or less often than the number that is named."""

    def make(tokens: list[Token]) -> list[Token]:
        number = next((t.value for t in of_kinds(tokens, "NUMBER") if isinstance(t.value, int)), 0)
        low = None if least is None else number + least
        high = None if most is None else number + most
        return [Token("BOUNDS", Bounds(low, high), joined(tokens))]

    return make


_RULES: Rules = [
    ("MORETHAN|OVER NUMBER TIMES?", _bounds(1, None)),
    ("ATLEAST NUMBER TIMES?", _bounds(0, None)),
    ("LESSTHAN NUMBER TIMES?", _bounds(None, -1)),
    ("ATMOST NUMBER TIMES?", _bounds(None, 0)),
    ("MORETHANONE", _bounds(2, None)),
    ("ATLEAST TWICE", _bounds(2, None)),
    ("ATLEAST ONETIME|ONCE", _bounds(1, None)),
    ("MORETHAN TWICE", _bounds(3, None)),
    ("MORETHAN ONETIME|ONCE", _bounds(2, None)),
    ("ONLY TWICE", _bounds(2, 2)),
    ("ONLYTWICE", _bounds(2, 2)),
    ("ONLY? ONETIME TIMES?", _bounds(1, 1)),
    ("ONLY NUMBER TIMES?", _bounds(0, 0)),
    ("NUMBER TIMES", _bounds(0, 0)),
]

QUANTITIES = compiled(_RULES)
