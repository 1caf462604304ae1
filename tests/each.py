"""Many cheap cases of one rule in one test, which tells of all that fail."""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps

import pytest

_FAILURES = (Exception, pytest.fail.Exception)
_LONGEST = 100
"""Characters that name a case."""


def each(names: str | tuple[str, ...], cases: Iterable) -> Callable[[Callable], Callable]:
    """Have a test called with every case in turn, and fail with all those that fail.

    As ``pytest.mark.parametrize``, for cases that cost less than what a test of their own costs. A fixture is the same
    for all of them. Where it stands more than once, every case is combined with every other.

    :param cases: the values, several in a tuple.
    """
    single = isinstance(names, str)
    called = list(cases)

    def of(test: Callable) -> Callable:
        @wraps(test)
        def tested(*arguments: object, **fixtures: object) -> None:
            failed = []
            for case in called:
                try:
                    test(*arguments, **fixtures, **({names: case} if single else dict(zip(names, case, strict=True))))
                except _FAILURES as failure:
                    failure.add_note(f"Case: {ascii(case)[:_LONGEST]}")
                    failed.append(failure)
            if failed:
                listed = "".join(f"\n  {note}" for failure in failed for note in failure.__notes__[-1:])
                raise BaseExceptionGroup(f"{len(failed)} of {len(called)} cases failed:{listed}\n", failed)

        given = (names,) if single else names
        signature = inspect.signature(test)
        kept = [parameter for name, parameter in signature.parameters.items() if name not in given]
        tested.__signature__ = signature.replace(parameters=kept)
        assert called, f"{test.__name__} has no cases"
        assert len(kept) == len(signature.parameters) - len(given), f"{test.__name__} takes no {given}"
        return tested

    return of
