"""Whether the tests notice when the code is wrong: a random sample of small changes to it, made one by one.

    python tests/mutation.py facts queries ask --sample 100
    python tests/mutation.py ask/times.py:27

The changes are mutmut's, to what stands in functions. Each is made in a copy of the project and meets all tests but those
that are slow or draw their examples, until one fails: first the recorded answers, then the tests of its module and its
package. They run in a process of its own, which is forked from one that has loaded what the program needs, and which may
not compute for ever.
"""

import argparse
import difflib
import os
import random
import re
import resource
import shutil
import sys
import tempfile
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import babel.localedata  # noqa: F401 - this and the like are loaded once for all mutants
import hypothesis  # noqa: F401
import libcst
import pydantic  # noqa: F401
import pytest
import rich.table  # noqa: F401
import typer.rich_utils  # noqa: F401
from mutmut.mutation.file_mutation import create_mutations, deep_replace

ROOT = Path(__file__).parents[1]
PROGRAM = Path("src/scocli")
ANSWERS = Path("tests/test_answers.py")
"""What notices most, and soonest."""
PYTEST = [
    "-n0", "-x", "--tb=no", "-p", "no:cacheprovider",
    "-m", "not slow and not hypothesis",  # what drawn examples notice changes from run to run
    "-W", "ignore:Module already imported",
]  # fmt: skip
SECONDS = 300
"""How long all tests of a mutant may compute: several times what they need."""


def changes(path: Path) -> list[Callable[[], str]]:
    """All changes to a module: each makes its source with that change."""
    module, found, *_ = create_mutations(str(path), path.read_text("utf-8"))
    return [
        lambda change=change: deep_replace(module, change.original_node, change.mutated_node).code
        for change in found
        if isinstance(change.contained_by_top_level_function, libcst.FunctionDef)
    ]


def drawn(word: str, sample: int, seed: int) -> list[tuple[Path, int, str]]:
    """The mutant of that name, or so many of a module or package: where each is, and the source with its change."""
    name, _, only = word.partition(":")
    place = PROGRAM / name
    paths = sorted(place.rglob("*.py")) if place.is_dir() else [place]
    found = [(path, number, make) for path in paths for number, make in enumerate(changes(path))]
    print(f"{name}: {len(found)} mutants", flush=True)  # noqa: T201
    chosen = [found[int(only)]] if only else random.Random(seed).sample(found, min(sample, len(found)))
    return [(path, number, make()) for path, number, make in chosen]


def batches(path: Path) -> list[list[str]]:
    """All files of tests: first the recorded answers, then those whose names share words with a module's, the likest first."""
    words = set(path.relative_to(PROGRAM).with_suffix("").parts)
    files = sorted({*Path("tests").glob("test_*.py")} - {ANSWERS})
    shared = {str(file): len(words & set(file.stem.split("_"))) for file in files}
    near = sorted((file for file, count in shared.items() if count), key=shared.__getitem__, reverse=True)
    return [[str(ANSWERS)], near, [file for file, count in shared.items() if not count]]


def first_failure(files: list[str], log: Path) -> str:
    """The test that fails first, in a process of its own; nothing if none does."""
    if child := os.fork():
        _, status = os.waitpid(child, 0)
        failed = re.search("^(FAILED|ERROR) .*", log.read_text("utf-8", "replace"), re.MULTILINE)
        return "" if status == 0 else failed[0] if failed else "it never ends, or cannot be imported"
    status = 1
    try:
        for stream in (1, 2):
            os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND), stream)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        status = pytest.main([*PYTEST, *files])
    finally:
        os._exit(status)


def main() -> None:
    """Make the mutants, and say of each what noticed it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="+", help="packages, modules, or mutants: ask, ask/times.py, ask/times.py:27")
    parser.add_argument("--sample", type=int, default=sys.maxsize, help="how many to draw of each name")
    parser.add_argument("--seed", type=int, default=1, help="another number draws others")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch, "project")
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".hypothesis"))
        os.chdir(copy)
        os.environ["PYTHONPATH"] = str(copy / "src")
        sys.path[:1] = [str(copy / "tests"), str(copy / "src")]
        log = Path(scratch, "log")
        if failure := first_failure(["tests"], log):
            sys.exit(f"The tests fail as it is: {failure}")
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        sys.dont_write_bytecode = True
        mutants = [mutant for word in options.names for mutant in drawn(word, options.sample, options.seed)]
        for path, number, code in mutants:
            before = path.read_text("utf-8")
            shutil.rmtree(path.parent / "__pycache__", ignore_errors=True)
            path.write_text(code, "utf-8")
            noticed = next(filter(None, (first_failure(files, log) for files in batches(path))), "NOT NOTICED")
            path.write_text(before, "utf-8")
            change = difflib.unified_diff(before.splitlines(), code.splitlines(), n=0, lineterm="")
            print(f"{path.relative_to(PROGRAM)}:{number}: {noticed}", *islice(change, 2, None), sep="\n", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
