"""Cases in one test fail as cases in tests of their own do."""

import inspect

import pytest

from each import each


def test_every_case_is_tried_and_all_that_fail_are_told():
    """Whether a claim does not hold or another kind of thing is raised than was expected."""
    tried = []

    @each("number", [1, 2, 3])
    @each(("low", "high"), [(0, 2), (0, 4)])
    def lies_between(number, low, high):
        tried.append((number, low, high))
        assert low <= number <= high

    @each("word", ["1", "one"])
    def is_no_number(word):
        with pytest.raises(ValueError, match=word):
            int(word)

    with pytest.raises(BaseExceptionGroup, match=r"(?s)1 of 3 cases failed:\s+Case: 3\b"):
        lies_between()
    assert len(tried) == 6
    with pytest.raises(BaseExceptionGroup, match=r"(?s)1 of 2 cases failed:\s+Case: '1'"):
        is_no_number()


def test_what_is_no_case_is_asked_of_pytest():
    """The fixtures of a test stay its parameters."""

    @each("number", [1])
    def holds(number, tmp_path):
        assert number

    assert list(inspect.signature(holds).parameters) == ["tmp_path"]


def test_a_test_without_cases_is_none():
    """A table that is empty would prove nothing, nor would a name that the test does not take."""
    for names, cases in (("number", []), ("other", [1])):
        with pytest.raises(AssertionError):

            @each(names, cases)
            def holds(number):
                assert number
