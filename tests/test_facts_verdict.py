"""One type of three values, put together as Kleene does."""

from itertools import product

import pytest

from each import each
from scocli.facts.verdict import NO, NOT_RECORDED, YES, Verdict, all_of, any_of, verdict

WORLDS = {YES: {True}, NO: {False}, NOT_RECORDED: {True, False}}
"""What may be so, where a verdict is given."""


def told(found):
    """The verdict of what may be so."""
    return NOT_RECORDED if len(found) == 2 else verdict(found.pop())


@each(("one", "other"), list(product(Verdict, repeat=2)))
def test_and_and_or_say_what_is_so_in_all_possible_worlds(one, other):
    """With what is not recorded tried both ways."""
    assert one & other is told({a and b for a in WORLDS[one] for b in WORLDS[other]})
    assert one | other is told({a or b for a in WORLDS[one] for b in WORLDS[other]})


@pytest.mark.parametrize("one", Verdict)
def test_a_denial_of_what_is_not_recorded_is_not_recorded(one):
    """And a denied denial is what it denies."""
    assert ~one is told({not a for a in WORLDS[one]})
    assert ~~one is one


@each("several", list(product(Verdict, repeat=3)))
def test_all_and_any_are_and_and_or_of_several(several):
    """In any order; of none, all hold and none does."""
    first, second, third = several
    assert all_of(several) is first & second & third
    assert any_of(iter(several)) is first | second | third
    assert (all_of(()), any_of(())) == (YES, NO)


def test_the_value_is_what_an_answer_carries():
    """True, false, or that it is not recorded; a sentence begins with it in words."""
    assert [one.value for one in (YES, NO, NOT_RECORDED)] == [True, False, "not-recorded"]
    assert [one.words for one in (YES, NO, NOT_RECORDED)] == ["Yes", "No", "Not recorded"]


@pytest.mark.parametrize("one", Verdict)
def test_a_verdict_is_no_truth_value(one):
    """'if verdict' would take 'not recorded' for one of the two."""
    with pytest.raises(TypeError, match="three values"):
        bool(one)
