"""The data set on which the tests of the program run: its facts never change, so that new ones break no test of code.

It lies in ``tests/frozen``, as the program's own lies in an installed package.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest import mock

from scocli import datafile, dataset

FROZEN = Path(__file__).parent / "frozen"
PROGRAM = Path(__file__)
"""``sco`` on the frozen data set, for tests that start it as a program of its own."""
_LIVE = {"_HERE": datafile._HERE, "VOUCHED": datafile.VOUCHED}


def freeze() -> None:
    """Let the program in this process take the frozen data set for the one that it comes with."""
    datafile._HERE = FROZEN
    datafile.VOUCHED = FROZEN / "vouched.sha256"


@cache
def _loaded(place: Path) -> dataset.DataSet:
    return dataset.load()


def load(path: str | None = None) -> dataset.DataSet:
    """A data set; the one that the program comes with is read once for all runs within this process."""
    return _loaded(datafile.bundled_path()) if path is None else dataset.load(path)


@contextmanager
def live() -> Iterator[None]:
    """For a while, the data set that the program really comes with."""
    with mock.patch.multiple(datafile, **_LIVE):
        yield


if __name__ == "__main__":
    from scocli.__main__ import main

    freeze()
    main()
