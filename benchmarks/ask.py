"""How well and how fast questions are answered: right, wrong, refused, and questions a second in one process.

    python benchmarks/ask.py [FILE...]

A file has one JSON object a line: ``question``, ``kind`` and ``value``. By default the project's own set is asked. A
question of the kind ``none`` is answered rightly if it is refused. ``--wrong`` names the questions that are not right;
``--growth`` measures how the time of a question grows with a data set ten times as large.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scocli import records
from scocli.ask import ask
from scocli.dataset import DataSet, bundled_path, load
from scocli.errors import NotUnderstood

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


def seconds(data: DataSet, items: list[dict[str, Any]], rounds: int = 5) -> float:
    """Processor time of one question, the best of some rounds, everything being loaded."""
    best = float("inf")
    for _ in range(rounds + 1):
        start = time.process_time()
        for item in items:
            verdict(data, item)
        best = min(best, time.process_time() - start)
    return best / len(items)


def enlarged(times: int) -> DataSet:
    """A data set with so many times the countries, people and summits, under made-up names."""
    raw = json.loads(bundled_path().read_text(encoding="utf-8"))
    countries, people, summits = list(raw["countries"]), list(raw["persons"]), list(raw["summits"])
    for copy in range(1, times):
        mark = "".join(chr(ord("a") + int(digit)) for digit in str(copy))
        for number, country in enumerate(countries):
            code = f"{mark.upper()}{number}x"
            names = {language: f"{name}{mark}" for language, name in country["names"].items()}
            raw["countries"].append(
                {
                    "code": code,
                    "alpha3": f"{code}y",
                    "names": names,
                    "official_name": f"{country['official_name']}{mark}",
                    "statuses": country.get("statuses", []),
                }
            )
        raw["persons"] += [{"name": f"{person['name']}{mark}"} for person in people]
        for summit in summits:
            moved = int(summit["start"][:4]) - 25 * copy
            days = {key: f"{moved:04}{summit[key][4:]}" for key in ("start", "end")}
            raw["summits"].append(summit | days | {"id": f"{summit['id']}-{mark}", "city": f"{summit['city']}{mark}"})
    return DataSet(records.read(json.dumps(raw)))


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
    one = seconds(data, items)
    sys.stdout.write(f"{len(items)} questions: {counted}; {1 / one:,.0f} questions a second\n")
    if options.growth:
        ten = seconds(enlarged(10), items)
        sys.stdout.write(f"ten times the countries, people and summits: {ten / one:.2f} times as long\n")


if __name__ == "__main__":
    main()
