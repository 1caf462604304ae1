"""How well and how fast questions are answered: right, wrong, refused, and questions a second in one process.

    python benchmarks/ask.py [FILE...]

A file has one JSON object a line: ``question``, ``kind`` and ``value``. By default the project's own set is asked. A
question of the kind ``none`` is answered rightly if it is refused. ``--wrong`` names the questions that are not right;
``--growth`` measures how the time of a question grows with a data set ten times as large: one in which what the
questions ask about is as it was, and one in which all of it has grown.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from enlarged import enlarged, surrounded

from scocli import records
from scocli.ask import ask, read
from scocli.dataset import DataSet, load
from scocli.errors import NotUnderstood

ROUNDS = 5
TODAY = "2026-11-24"
SET = Path(__file__).parents[1] / "tests" / "questions" / "questions.jsonl"


def questions(paths: list[Path]) -> Iterator[dict[str, Any]]:
    """The questions of some files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def verdict(data: DataSet, item: dict[str, Any]) -> tuple[str, object]:
    """'right', 'wrong' or 'refused', and what was answered."""
    try:
        found = ask(data, item["question"], TODAY)
    except NotUnderstood as refusal:
        return ("right" if item["kind"] == "none" else "refused"), str(refusal)
    right = (found.kind, found.value) == (item["kind"], item["value"])
    return ("right" if right else "wrong"), (found.kind, found.value)


def seconds(data: DataSet, items: list[dict[str, Any]], do: Callable[[DataSet, str, str], object] = ask) -> float:
    """Processor time of one question, the best of some rounds, everything being loaded."""
    best = float("inf")
    for _ in range(ROUNDS + 1):
        start = time.process_time()
        for item in items:
            with suppress(NotUnderstood):
                do(data, item["question"], TODAY)
        best = min(best, time.process_time() - start)
    return best / len(items)


def main() -> None:
    """Print the score and the speed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("files", nargs="*", type=Path, default=[SET])
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--growth", action="store_true")
    options = parser.parse_args()
    data, items = load(), list(questions(options.files))
    score: Counter[str] = Counter()
    for item in items:
        result, answered = verdict(data, item)
        score[result] += 1
        if options.wrong and result != "right":
            sys.stdout.write(
                f"{result}: {item['question']}\n  expected {item['kind']} {item['value']}\n  got {answered}\n"
            )
    counted = ", ".join(f"{score[result]} {result}" for result in ("right", "wrong", "refused"))
    answering = seconds(data, items)
    sys.stdout.write(f"{len(items)} questions: {counted}; {1 / answering:,.0f} questions a second\n")
    if options.growth:
        reading = seconds(data, items, read)
        for what, text in (
            ("ten times the countries, people and summits, of which nothing is asked", surrounded(10)),
            ("ten times all records, so that answers are ten times as long", enlarged(10)),
        ):
            larger = DataSet(records.read(text))
            sys.stdout.write(
                f"{what}: reading takes {seconds(larger, items, read) / reading:.2f}, "
                f"reading and answering {seconds(larger, items) / answering:.2f} times as long\n"
            )


if __name__ == "__main__":
    main()
