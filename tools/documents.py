"""Documents whose examples are run: what stands in a README or a page of docs/ is what the program prints.

Three things in a document are written by the program:

- a fenced ``console`` block: beneath each ``$ sco ...`` what the command prints on a terminal, and beneath
  ``$ echo $?`` the exit status of the command before it. ``console sentence`` keeps only the first paragraph of each
  output, ``console short`` what stands before the notes, ``console head=8`` the first lines;
- a fenced ``python`` block: beneath each ``>>> ...`` what Python prints. The blocks of a document are one session;
- what stands between ``<!-- generated: NAME -->`` and ``<!-- end -->``: one of :data:`SECTIONS`.
"""

import io
import os
import re
import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from doctest import DocTestParser
from unittest.mock import patch

from codebook import codebook, rules
from official_names import counts

from scocli.cli.app import COMMANDS, examples, function, summary
from scocli.cli.language import language
from scocli.cli.parameters import parameters
from scocli.cli.program import run
from scocli.cli.tools import TOOLS
from scocli.dataset import load
from scocli.days import shifted, spoken
from scocli.errors import ExitCode
from scocli.queries import VERBS, query_type

WIDTH = 100
"""Columns of the terminal on which the examples run."""
HELP_WIDTH = 80
"""Columns of the terminal on which help is asked for."""
PROMPT = "$ "
BAR = r"\|"
"""A bar in a cell of a table in Markdown."""

_BLOCK = re.compile(r"^```console(?P<cut> head=\d+| sentence| short)?\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_SESSION = re.compile(r"^```python\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_SECTION = re.compile(
    r"^(?P<start><!-- generated: (?P<name>[a-z-]+) -->)\n.*?^(?P<end><!-- end -->)$", re.DOTALL | re.MULTILINE
)


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Whether it is a terminal: yes."""
        return True


@contextmanager
def terminal(width: int) -> Iterator[Terminal]:
    """Standard output and standard error as one terminal of some width, without colours."""
    shown = Terminal()
    environment = {"COLUMNS": str(width), "NO_COLOR": "1", "TERM": "xterm"}
    with patch.dict(os.environ, environment), redirect_stdout(shown), redirect_stderr(shown):
        os.environ.pop("SCO_DATA", None)
        yield shown


def sco(arguments: list[str], today: str, width: int = WIDTH) -> tuple[str, int]:
    """What the program prints on a terminal when some day is today, and its exit status."""
    with terminal(width) as shown:

        def write(text: str) -> None:
            shown.write(text)

        status = run(arguments, write, write, today=today)
    return shown.getvalue(), int(status)


def days() -> tuple[str, str]:
    """Two days after all that is in the data set: an example that tells them apart depends on the day it is read."""
    return shifted(load().through, 1), "2999-12-31"


def printed(command: str) -> tuple[str, int]:
    """What a command prints, and its exit status.

    :raises ValueError: if it is no command of the program, or prints different things on different days.
    """
    words = shlex.split(command)
    if words[0] != "sco":
        raise ValueError(f"not a command of the program: {command}")
    first, second = (sco(words[1:], day) for day in days())
    if first != second:
        raise ValueError(f"what it prints depends on the day: {command}")
    return first


def _cut(lines: list[str], cut: str) -> list[str]:
    """The lines of an output that a block keeps."""
    ends = {"sentence": re.compile("$"), "short": re.compile("- |Data to ")}
    if cut in ends:
        left_out = (number for number, line in enumerate(lines) if ends[cut].match(line))
        kept = next(left_out, len(lines))
    else:
        kept = int(cut.removeprefix("head=") or len(lines))
    if kept >= len(lines):
        return lines
    return [*"\n".join(lines[:kept]).rstrip("\n").split("\n"), "..."]


def transcript(body: str, cut: str = "") -> str:
    """A console block with what its commands print.

    :param cut: what is left out: nothing, or as the block's first line says it.
    """
    lines: list[str] = []
    status = 0
    for line in body.splitlines():
        if not line.startswith(PROMPT):
            continue
        lines.append(line)
        command = line.removeprefix(PROMPT)
        if command == "echo $?":
            lines.append(str(status))
            continue
        shown, status = printed(command)
        lines += _cut(shown.rstrip("\n").split("\n"), cut)
    return "".join(f"{line}\n" for line in lines)


def session(body: str, names: dict[str, object]) -> str:
    """A Python block with what its statements print.

    :param names: what the blocks before it defined; what this one defines is added.
    :raises ValueError: if a statement fails.
    """
    written = []
    for part in DocTestParser().parse(body):
        if isinstance(part, str):
            written.append(part)
            continue
        shown = io.StringIO()
        try:
            with redirect_stdout(shown):
                exec(compile(part.source, "example", "single"), names)  # noqa: S102 examples are there to be run
        except Exception as error:
            raise ValueError(f"{part.source}{error}") from error
        first, *more = part.source.splitlines(keepends=True)
        written += [f">>> {first}", *(f"... {line}" for line in more), shown.getvalue()]
    return "".join(written)


def _exit_codes() -> str:
    rows = "\n".join(f"| {int(code)} | {code.meaning} |" for code in ExitCode)
    return f"| Exit status | Meaning |\n| ---: | --- |\n{rows}"


def _commands() -> str:
    rows = "\n".join(f"| `sco {verb}` | {summary(verb)} | `{examples(verb)[0]}` |" for verb in COMMANDS)
    return f"| Command | Answers | Example |\n| --- | --- | --- |\n{rows}"


def _tools() -> str:
    rows = "\n".join(f"| `{tool}` | `sco {verb}` | {summary(verb)} |" for tool, verb in TOOLS.items())
    return f"| Tool | Command | Answers |\n| --- | --- | --- |\n{rows}"


def _reach() -> str:
    data = load()
    return (
        f"The data set reaches from {spoken(data.founded)} to {spoken(data.through)}: {len(data.countries)} countries, "
        f"{len(data.summits)} summits, {len(data.visits)} delegations, {len(data.data.sources)} sources."
    )


def _fields() -> str:
    """The fields of queries that are arguments of the command, not options, and whose they are."""
    found: dict[tuple[str, str], list[str]] = {}
    for verb in VERBS:
        kind = query_type(verb)
        for item in parameters(function(verb)):
            if not item.flags:
                found.setdefault((item.name, item.label), []).append(f"`{kind.__name__}`")
    rows = "\n".join(
        f"| `{name}` | `{told.replace('|', BAR)}` | {', '.join(kinds)} |"
        for (name, told), kinds in sorted(found.items())
    )
    return f"| Field | Argument | Query |\n| --- | --- | --- |\n{rows}"


SECTIONS: dict[str, Callable[[], str]] = {
    "exit-codes": _exit_codes,
    "commands": _commands,
    "tools": _tools,
    "reach": _reach,
    "fields": _fields,
    "codebook": codebook,
    "rules": rules,
    "names": counts,
}
"""What a document can have the program write, by name."""


def help_of(verb: str) -> str:
    """The help of a command, or of the program for the empty verb."""
    return sco([*([verb] if verb else []), "--help"], days()[0], HELP_WIDTH)[0]


def reference() -> str:
    """The command reference, in Markdown."""
    parts = ["# Command reference", "This page is made from the program's own help."]
    for verb in ("", *COMMANDS):
        parts += [f"## {f'sco {verb}'.rstrip()}", f"```text\n{help_of(verb).rstrip()}\n```"]
    parts += ["## Conditions", f"What `sco help where` prints.\n\n```text\n{language(load()).rstrip()}\n```"]
    parts += ["## Exit status", _exit_codes()]
    return "\n\n".join(parts) + "\n"


def refreshed(text: str) -> str:
    """A document with what the program writes of it.

    :raises ValueError: if an example cannot be run, or a section is not known.
    """
    names: dict[str, object] = {}

    def block(found: re.Match[str]) -> str:
        cut = found["cut"] or ""
        return f"```console{cut}\n{transcript(found['body'], cut.strip())}```"

    def section(found: re.Match[str]) -> str:
        if found["name"] not in SECTIONS:
            raise ValueError(f"no such section: {found['name']}")
        return f"{found['start']}\n{SECTIONS[found['name']]()}\n{found['end']}"

    def statements(found: re.Match[str]) -> str:
        return f"```python\n{session(found['body'], names)}```"

    return _SECTION.sub(section, _SESSION.sub(statements, _BLOCK.sub(block, text)))


def commands_of(text: str) -> list[str]:
    """The commands in a document's console blocks."""
    blocks = (found["body"] for found in _BLOCK.finditer(text))
    return [line[2:] for body in blocks for line in body.splitlines() if line.startswith(f"{PROMPT}sco")]


def shell_command(text: str, name: str) -> str:
    """The command of the ``sh`` block that stands behind ``<!-- command: NAME -->``.

    :raises ValueError: if there is no such block.
    """
    found = re.search(rf"^<!-- command: {name} -->\n```sh\n(?P<body>.*?)^```$", text, re.DOTALL | re.MULTILINE)
    if found is None:
        raise ValueError(f"no command is called {name!r}")
    return found["body"]
