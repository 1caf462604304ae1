"""How time grows with the data set: to load it, to validate it, and to answer each kind of query from it.

    python benchmarks/growth.py [TIMES...]

Data sets of 1, 10 and 100 times the records (``enlarged.py``) are measured in processor time. What counts is what a
further record costs, between the smallest and the largest, and whether ten times the data takes more than ten times as
long. The queries are those into which the project's own questions are read, and some that no question asks. The exit
status says whether the limits hold.
"""

import argparse
import gc
import json
import math
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import NamedTuple

import ask
from enlarged import bundled, enlarged, records

import scocli
from scocli import records as light
from scocli.ask import read
from scocli.dataset import DataSet
from scocli.errors import ScoError
from scocli.queries import answer
from scocli.queries.base import Query, QueryError, command_line
from scocli.validation import validate

MOST = 10e-6
"""Seconds that a further record may take."""
STEEPEST = 1.25
"""The most that the power of the growth may be; 1 is in proportion, the rest is what measuring takes amiss."""
NOTICED = 0.005
"""Seconds from which on the growth says something."""
ROUNDS = 3
MORE: tuple[Query, ...] = (
    scocli.Overview(),
    scocli.Timeline(),
    scocli.Timeline(subjects=("BY", "IN", "AZ")),
    scocli.Matrix(subjects=("IN", "PK")),
    scocli.Sources(),
    scocli.Sources(subject="AZ"),
    scocli.Sources(subject="2024-astana"),
    scocli.Sources(subject="partner"),
)


class Growth(NamedTuple):
    """What something takes at each size.

    :ivar counts: records of each data set.
    :ivar seconds: what it takes with each.
    """

    what: str
    counts: tuple[int, ...]
    seconds: tuple[float, ...]

    @property
    def each(self) -> float:
        """Seconds that a further record takes."""
        return (self.seconds[-1] - self.seconds[0]) / (self.counts[-1] - self.counts[0])

    @property
    def power(self) -> float:
        """The power of the number of records by which the time grew at last; 1 where too little was measured."""
        if len(self.counts) < 3 or self.seconds[-1] < NOTICED:
            return 1.0
        return math.log(self.seconds[-1] / self.seconds[-2]) / math.log(self.counts[-1] / self.counts[-2])


def load(text: str) -> DataSet:
    """A data set that is known to hold."""
    return DataSet(light.read(text))


def seconds(do: Callable[[], object]) -> float:
    """Processor time, the best of some rounds."""
    best = math.inf
    for _ in range(ROUNDS):
        gc.collect()
        start = time.process_time()
        do()
        best = min(best, time.process_time() - start)
    return best


def quick(do: Callable[[], object]) -> float:
    """Processor time of what is done often, the best of two."""
    best = math.inf
    for _ in range(2):
        start = time.process_time()
        do()
        best = min(best, time.process_time() - start)
    return best


def queries() -> dict[str, Query]:
    """Every query to be measured, by its command line."""
    data = load(bundled())
    found = list(MORE)
    for item in ask.questions(ask.SET):
        with suppress(ScoError):
            found += read(data, item["question"], ask.SET_DAY).queries
    return {command: query for query in found if (command := command_line(query))}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("times", nargs="*", type=int, default=[1, 10, 100])
    asked, counts = queries(), []
    taken: dict[str, list[float]] = {}
    for times in parser.parse_args().times:
        text = enlarged(times)
        if faults := validate(text):
            raise SystemExit(f"the data set of {times} times the records does not hold: {faults[0]}")
        counts.append(records(json.loads(text)))
        taken.setdefault("plain JSON", []).append(seconds(partial(json.loads, text)))
        taken.setdefault("load", []).append(seconds(partial(load, text)))
        taken.setdefault("validate", []).append(seconds(partial(validate, text)))
        data = load(text)
        for command, query in asked.items():
            with suppress(QueryError):  # what fits together in the data set may not in a larger one
                taken.setdefault(command, []).append(quick(partial(answer, data, query, ask.SET_DAY)))
    grown = [Growth(what, tuple(counts), tuple(found)) for what, found in taken.items() if len(found) == len(counts)]
    return not report(grown, asked)


def report(grown: list[Growth], asked: dict[str, Query]) -> bool:
    """Print what loading takes, and of each kind of query the slowest to grow; whether all is within the limits."""
    kinds: dict[str, list[Growth]] = {}
    for found in grown:
        if found.what in asked:
            kinds.setdefault(type(asked[found.what]).__name__, []).append(found)
    shown = [(found, 1) for found in grown if found.what not in asked]
    shown += [(max(group, key=lambda found: found.each), len(group)) for group in kinds.values()]
    print("records: " + ", ".join(f"{count:,}" for count in grown[0].counts))
    for found, number in shown:
        times = "".join(f"{taken * 1000:10.1f}" for taken in found.seconds)
        most = f" (slowest of {number})" if number > 1 else ""
        print(f"{times} ms {found.each * 1e6:7.2f} us a record, power {found.power:4.2f}  {found.what}{most}")
    broken = [found for found in grown if found.each > MOST or found.power > STEEPEST]
    for found in broken:
        print(f"EXCEEDED: {found.what}: {found.each * 1e6:.2f} us a record, power {found.power:.2f}")
    return not broken


if __name__ == "__main__":
    sys.exit(main())
