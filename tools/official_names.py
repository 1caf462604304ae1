"""Write the table of countries' names in official lists, and count which of them the program knows.

    python tools/official_names.py LIST.tsv ...

Each file has a heading and the columns code, language, list, form and name; what the table holds of the lists in
them is replaced. docs/names.md says where the lists come from. :func:`counts` is the part of that page that is made
from the table.
"""

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from scocli.dataset import DataSet, load
from scocli.errors import Ambiguous, NotUnderstood
from scocli.names import find_country
from scocli.world.official import TABLE, Row, rows

OUTCOMES = ("known", "of several countries", "not known", "wrong")
"""What can come of a name: the country that bears it; a refusal that tells which countries bear it; a refusal; another country."""


class Read(NamedTuple):
    """A name as a list has it."""

    code: str
    language: str
    name: str
    list: str


def read(path: Path) -> list[Read]:
    """The names in a file."""
    with path.open(encoding="utf-8", newline="") as file:
        found = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Read(
                row["code"],
                row["language"],
                row["name"].strip(" *"),  # a list marks some names with a note
                f"{row['list']} {row['form']}" if row["list"] == "UN" else row["list"],
            )
            for row in found
        ]


def merged(given: list[Read]) -> str:
    """The text of the table with some lists replaced: a line for each name in a language, in order."""
    replaced = {name.list for name in given}
    kept = [Read(*row[:3], lists) for row in rows() for lists in row.lists if lists not in replaced]
    lists = defaultdict(set)
    for name in [*kept, *given]:
        lists[name[:3]].add(name.list)
    lines = ["\t".join([*name, "; ".join(sorted(lists[name]))]) for name in sorted(lists)]
    return "\n".join(["\t".join(Row._fields), *lines]) + "\n"


def outcome(data: DataSet, row: Row) -> str:
    """What comes of a name of the table: one of :data:`OUTCOMES`."""
    try:
        return "known" if find_country(data, row.name) == row.code else "wrong"
    except Ambiguous:
        return "of several countries"
    except NotUnderstood:
        return "not known"


def counts() -> str:
    """How many names of each list are known, by language, in Markdown: of the data set's countries, and of all others."""
    data = load()
    found: dict[tuple[str, str], dict[bool, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for row in rows():
        came = outcome(data, row)
        language = row.language if row.language in ("en", "ru", "zh", "ar") else "others"
        for name in row.lists:
            found[name, language][row.code in data.countries][came] += 1
    lines = [
        f"| List | Language | {' | '.join(f'{whose}: {came}' for whose in ('Data set', 'Others') for came in OUTCOMES)} |",
        f"| --- | --- |{' ---: |' * 2 * len(OUTCOMES)}",
    ]
    for (name, language), by in sorted(found.items()):
        numbers = " | ".join(str(by[whose][came]) for whose in (True, False) for came in OUTCOMES)
        lines.append(f"| {name} | {language} | {numbers} |")
    return "\n".join(lines)


def main() -> None:
    """Write the table."""
    given = [name for path in sys.argv[1:] for name in read(Path(path))]
    TABLE.write_text(merged(given), "utf-8")


if __name__ == "__main__":
    main()
