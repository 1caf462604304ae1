"""How well and how fast questions are answered: right, wrong, refused, and questions a second in one process.

    python benchmarks/ask.py [FILE...] [--today DAY] [--data FILE]

A file has one JSON object a line: ``question``, ``kind``, ``value`` and perhaps ``source``. By default the project's own
set is asked, of the data on which it was made. Of each file, each origin and each kind it prints how many of the questions
that have an answer are answered rightly, wrongly, or refused; of those of the kind ``none``, which are to be refused, how
many are. The kind ``open`` may be answered or refused. ``--wrong`` names the questions that are not right; ``--growth`` measures how the time of a question grows with a data set ten times as large: one in which what the
questions ask about is as it was, and one in which all of it has grown.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from enlarged import enlarged, surrounded

from scocli import records
from scocli.ask import ask, read
from scocli.dataset import DataSet, load
from scocli.errors import NotUnderstood

ROUNDS = 5
TESTS = Path(__file__).parents[1] / "tests"
SET = TESTS / "questions" / "questions.jsonl"
FROZEN = TESTS / "frozen" / "sco.json"
"""The project's set, and the data and the day for which its answers are right."""
SET_DAY = "2026-01-15"
RESULTS = ("right", "wrong", "refused")
Item = dict[str, Any]


def questions(path: Path) -> list[Item]:
    """The questions of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def origin(item: Item) -> str:
    """Where a question comes from: the host of a page, 'made up' where no source is named."""
    source = str(item.get("source", "made up"))
    found = re.match(r"https?://(?:www\.)?([^/]+)", source)
    return (
        "web pages"
        if found
        else source.split(":", maxsplit=1)[0].split(" ", maxsplit=1)[0]
        if source.startswith("repo")
        else source
    )


def verdict(data: DataSet, item: Item, today: str) -> tuple[str, object]:
    """'right', 'wrong' or 'refused', and what was answered."""
    try:
        found = ask(data, item["question"], today)
    except NotUnderstood as refusal:
        return ("right" if item["kind"] == "none" else "refused"), str(refusal)
    answered = (found.kind, json.loads(json.dumps(found.value)))
    return ("right" if answered == (item["kind"], item["value"]) else "wrong"), answered


def score(data: DataSet, items: list[Item], today: str, *, show: bool) -> None:
    """Print how many are right, wrong and refused: of all, by origin and by kind."""
    counted: dict[str, Counter[str]] = {}
    for item in items:
        if item["kind"] == "open":
            continue
        result, answered = verdict(data, item, today)
        group = "to be refused" if item["kind"] == "none" else "answerable"
        for name in (group, f"  from {origin(item)}", f"  kind {item['kind']}"):
            counted.setdefault(name, Counter())[result] += 1
        if show and result != "right":
            expected = f"{item['kind']} {item['value']}"
            sys.stdout.write(f"{result}: {item['question']}\n  expected {expected}\n  got {answered}\n")
    for name in sorted(counted, key=lambda name: (name.startswith(" "), name)):
        found = counted[name]
        share = found["right"] / found.total()
        told = "".join(f"{found[result]:6} {result}" for result in RESULTS)
        sys.stdout.write(f"{name:32}{told}   {share:7.1%} right\n")


def seconds(
    data: DataSet, items: list[dict[str, Any]], today: str, do: Callable[[DataSet, str, str], object] = ask
) -> float:
    """Processor time of one question, the best of some rounds, everything being loaded."""
    best = float("inf")
    for _ in range(ROUNDS + 1):
        start = time.process_time()
        for item in items:
            with suppress(NotUnderstood):
                do(data, item["question"], today)
        best = min(best, time.process_time() - start)
    return best / len(items)


def main() -> None:
    """Print the scores and the speed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--today", help="the day that 'today' is; by default this day, of the project's set its own")
    parser.add_argument(
        "--data", type=Path, help="a data set; by default the program's own, of the project's set its own"
    )
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--growth", action="store_true")
    options = parser.parse_args()
    files = options.files or [SET]
    is_own = files == [SET]
    today = options.today or (SET_DAY if is_own else datetime.now(tz=UTC).date().isoformat())
    data = load(options.data or (FROZEN if is_own else None))
    items: list[Item] = []
    for path in files:
        asked = questions(path)
        sys.stdout.write(f"{path.name}: {len(asked)} questions\n")
        score(data, asked, today, show=options.wrong)
        items += asked
    answering = seconds(data, items, today)
    sys.stdout.write(f"{1 / answering:,.0f} questions a second\n")
    if options.growth:
        reading = seconds(data, items, today, read)
        for what, text in (
            ("ten times the countries, people and summits, of which nothing is asked", surrounded(10)),
            ("ten times all records, so that answers are ten times as long", enlarged(10)),
        ):
            larger = DataSet(records.read(text))
            sys.stdout.write(
                f"{what}: reading takes {seconds(larger, items, today, read) / reading:.2f}, "
                f"reading and answering {seconds(larger, items, today) / answering:.2f} times as long\n"
            )


if __name__ == "__main__":
    main()
