"""Yes, no, or not recorded: the one type of what is found out, and how several are put together."""

from collections.abc import Iterable
from enum import Enum


class Verdict(Enum):
    """Whether something holds, as far as the data say (Kleene's three values).

    Its ``value`` is what an answer carries: true, false or ``not-recorded``. It is no truth value itself, since
    'not recorded' is neither: compare it with ``is``.
    """

    NO = False
    NOT_RECORDED = "not-recorded"
    YES = True

    def __and__(self, other: "Verdict") -> "Verdict":
        """Yes where both are; no where one is."""
        return all_of((self, other))

    def __or__(self, other: "Verdict") -> "Verdict":
        """Yes where one is; no where both are."""
        return any_of((self, other))

    def __invert__(self) -> "Verdict":
        """The denial; what is not recorded stays so."""
        return _DENIED[self]

    def __bool__(self) -> bool:
        raise TypeError("a verdict has three values: compare it with 'is'")

    @property
    def words(self) -> str:
        """'Yes', 'No' or 'Not recorded'."""
        return self.name.capitalize().replace("_", " ")

    @property
    def word(self) -> str:
        """``yes``, ``no`` or ``not-recorded``, as tables have it."""
        return self.name.lower().replace("_", "-")


YES, NO, NOT_RECORDED = Verdict.YES, Verdict.NO, Verdict.NOT_RECORDED
_DENIED = {YES: NO, NO: YES, NOT_RECORDED: NOT_RECORDED}


def verdict(known: bool | None) -> Verdict:
    """The verdict of true, false or, not recorded, ``None``."""
    return NOT_RECORDED if known is None else YES if known else NO


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Whether all hold; yes where there is none."""
    return _decided(verdicts, NO, YES)


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Whether one holds; no where there is none."""
    return _decided(verdicts, YES, NO)


def _decided(verdicts: Iterable[Verdict], decisive: Verdict, otherwise: Verdict) -> Verdict:
    """The decisive verdict at the first that is it; else 'not recorded' if one is, else the other."""
    found = otherwise
    for one in verdicts:
        if one is decisive:
            return one
        if one is NOT_RECORDED:
            found = one
    return found
