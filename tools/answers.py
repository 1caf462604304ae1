"""Whole answers to some command lines and questions, written out: whoever reviews a change of the program sees what it changes.

A line that begins with ``$ `` or ``? `` asks; beneath it stands all that is answered: the sentence, or why it is refused; what
kind of answer it is, and the bare fact; the day, and the command where it is another; tables with the keys, headings and roles of
their columns, and behind each row the numbers of its sources; notes (``!``), remarks (``+``), disputes, sources; of a question,
how it is read, and of one that is refused what could be meant or asked instead.
"""

import json
import shlex
from collections.abc import Iterable, Iterator
from unittest.mock import patch

from scocli.answers import Answer, Table
from scocli.ask import ask, explain
from scocli.cli import program, session
from scocli.dataset import DataSet
from scocli.errors import NotUnderstood, UsageProblem

TODAY = "2026-01-15"
_PROMPTS = ("$ ", "? ")


def blocks(text: str) -> dict[str, str]:
    """What stands beneath each line that asks; all else, such as the marks of a merge, is passed over."""
    found: dict[str, list[str]] = {}
    beneath: list[str] = []
    for line in text.splitlines():
        if line.startswith(_PROMPTS):
            beneath = found.setdefault(line, [])
        elif line.startswith("  "):
            beneath.append(line)
    return {asked: "\n".join(lines) for asked, lines in found.items()}


def written(data: DataSet, text: str) -> str:
    """What each line that asks in a text is answered."""
    return "\n\n".join(f"{asked}\n{told(data, asked)}" for asked in blocks(text)) + "\n"


def told(data: DataSet, asked: str) -> str:
    """All that a line that asks is answered, without the line."""
    lines = _question(data, asked[2:]) if asked.startswith("? ") else _command(data, asked[2:])
    return "\n".join(f"  {line}" for line in lines)


def _question(data: DataSet, question: str) -> Iterator[str]:
    try:
        found = ask(data, question, TODAY)
        read = explain(data, question, TODAY)
    except (NotUnderstood, UsageProblem) as problem:
        yield f"sco: {problem}"
        for name in ("near", "instead"):
            yield from (f"{name}: {one}" for one in getattr(problem, name, ()))
        return
    yield from _answer(found, "")
    for table in read.tables:
        yield f"{table.title.lower()}: {'; '.join(' = '.join(map(str, row)) for row in table.rows)}"


def _command(data: DataSet, line: str) -> Iterator[str]:
    shown: list[Answer] = []
    said: list[str] = []

    def render(answer: Answer, *_: object) -> str:
        shown.append(answer)
        return ""

    with (
        patch.object(session, "load", lambda _: data),
        patch.object(session, "render", render),
    ):
        code = program.run(shlex.split(line)[1:], said.append, said.append, TODAY)
    yield from "".join(said).splitlines()
    if code:
        yield f"exit status {int(code)}"
    for answer in shown:
        yield from _answer(answer, line)


def _answer(answer: Answer, line: str) -> Iterator[str]:
    yield answer.text
    yield f"= {answer.kind} {json.dumps(answer.value, ensure_ascii=False)}{f' on {answer.on}' if answer.on else ''}"
    if answer.command != line:
        yield f"$ {answer.command}"
    numbers = {key: str(number) for number, key in enumerate(answer.sources, 1)}
    for table in answer.tables:
        yield from _table(table, numbers)
    yield from (f"! {note}" for note in answer.notes)
    yield from (f"+ {remark}" for remark in answer.remarks)
    for dispute in answer.disputes:
        claims = " ".join(f"@{_numbered(claim.sources, numbers)}" for claim in dispute.claims)
        yield f"dispute: {dispute.about} {dispute.text} {dispute.followed} {claims}"
    if answer.sources:
        main = answer.main_source
        yield f"@ {' '.join(f'{key}*' if source is main else key for key, source in answer.sources.items())}"


def _table(table: Table, numbers: dict[str, str]) -> Iterator[str]:
    columns = (f"{column.key}/{column.heading}/{column.role}/{column.part_of}".rstrip("/") for column in table.columns)
    yield f"# {table.title}: {' | '.join(columns)}"
    for place, row in enumerate(table.rows):
        cells = " | ".join("" if cell is None else str(cell) for cell in row)
        yield f"| {cells}" + (f" @{_numbered(table.sources[place], numbers)}" if table.sources else "")


def _numbered(keys: Iterable[str], numbers: dict[str, str]) -> str:
    return ",".join(numbers.get(key, key) for key in keys)
