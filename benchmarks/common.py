"""What programs cost beside a bare one on the same stack: how the benchmarks of the command line measure it.

The programs take turns, so that what else the machine does falls on all of them; what counts is the ratio of medians.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

RUNS = 15
BARE = "bare Typer + Rich"
SCO = str(Path(sys.executable).with_name("sco"))


class Program(NamedTuple):
    """A command line, and the variables of its environment."""

    command: tuple[str, ...]
    environment: Mapping[str, str] = {}


class Cost(NamedTuple):
    """What a run cost.

    :ivar elapsed: seconds from beginning to end.
    :ivar processor: seconds of processor time, its own and the system's for it.
    :ivar memory: most bytes held at once.
    """

    elapsed: float
    processor: float
    memory: float


class Limit(NamedTuple):
    """The most that a program may cost, in costs of the bare one."""

    time: float
    memory: float = 1.25


def cost(program: Program, directory: str) -> Cost:
    """What one run of a program costs, which must succeed and print something.

    :param directory: where compiled modules are kept, which an installed program has.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": directory, **program.environment}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.perf_counter()
    process = subprocess.Popen(
        program.command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    printed = process.stdout.read() if process.stdout else b""
    _, status, used = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or not printed:
        raise SystemExit(f"{program} ended with {process.returncode} and printed {len(printed)} bytes")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(elapsed, used.ru_utime + used.ru_stime, used.ru_maxrss * unit)


def medians(programs: Mapping[str, Program], runs: int = RUNS) -> dict[str, Cost]:
    """The medians of what programs cost, and the bare program's, run in turns; the first turn does not count."""
    bare = Program((sys.executable, str(Path(__file__).with_name("bare.py"))))
    every = {BARE: bare, **programs}
    costs: dict[str, list[Cost]] = {name: [] for name in every}
    with tempfile.TemporaryDirectory() as directory:
        for turn in range(runs + 1):
            for name, program in every.items():
                found = cost(program, directory)
                if turn:
                    costs[name].append(found)
    return {name: Cost(*map(statistics.median, zip(*found, strict=True))) for name, found in costs.items()}


def report(costs: Mapping[str, Cost], limits: Mapping[str, Limit]) -> bool:
    """Print the costs, and their ratios to the bare program's; whether all are within their limits."""
    bare, kept = costs[BARE], True
    print(f"{'':40}{'elapsed':>16}{'processor':>16}{'memory':>16}   limits")
    for name, found in costs.items():
        ratios = Cost(*(value / of for value, of in zip(found, bare, strict=True)))
        limit = limits.get(name, Limit(1, 1))
        is_kept = max(ratios.elapsed, ratios.processor) <= limit.time and ratios.memory <= limit.memory
        kept = kept and is_kept
        print(
            f"{name:40}{found.elapsed * 1000:7.0f} ms {ratios.elapsed:5.2f}{found.processor * 1000:7.0f} ms "
            f"{ratios.processor:5.2f}{found.memory / 2**20:7.1f} MB {ratios.memory:5.2f}"
            f"   {f'{limit.time:.2f}, {limit.memory:.2f}' if name in limits else ''}{'' if is_kept else '  EXCEEDED'}"
        )
    return kept
