"""Command lines and questions without end, and what holds of every run. The long run is ``python tests/fuzz.py``.

    python tests/fuzz.py --examples 20000 --processes 200

Every run ends in a documented exit status; what it prints can be shown; it says what is wrong in one line on standard
error, and then nothing on standard output; it writes no file but the one it was told to, and opens no connection.
"""

import argparse
import io
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from scocli import dataset
from scocli.answers import SCHEMA_VERSION
from scocli.cli import program, session
from scocli.cli.app import COMMANDS, function
from scocli.cli.parameters import Parameter, parameters
from scocli.errors import ExitCode, NotUnderstood
from scocli.facts.nouns import LEVELS, OFFICES
from scocli.languages import language
from scocli.names import CATEGORY_NAMES, city_names, country_names, person_names, summit_names
from scocli.organizations import organization_names
from scocli.queries.words import Clauses, Groups
from scocli.topics import topic_names

TODAY = "2026-01-15"
LONGEST_RUN = 120
"""No run takes more seconds."""
ROUND = 500
"""After so many runs the long run says how far it has come, and draws anew: what Hypothesis keeps of all runs slows it down."""
CALLED = [verb for verb in COMMANDS if verb != "mcp"]
"""The commands that end by themselves: a server waits for its client."""
LONGEST_LINE = 2_000
"""No line on standard error is longer."""
QUESTIONS = [
    json.loads(line)["question"]
    for line in (Path(__file__).parent / "questions/questions.jsonl").read_text("utf-8").splitlines()
]
HEADINGS = {NotUnderstood.heading, *(language(code).text("instead") for code in ("ru", "zh"))}
"""What stands above the questions that a refusal names."""
DATA = dataset.load()

ODD = [
    "", " ", "\t", "\n", "a\nb", "\r\n", "-", "--", "---", "-x", "--x=y", "--=", "-f", "--format", "--help", "--version", "=", "@x", "%s", "{0}",
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x9b31m", "\x08\x08", "\x7f", "\u202eabc", "\u2066x\u2069", "\u200b", "\ufeff", "\u2028", "\xad",
    "[red]x[/red]", "[/x]", "[link=https://example.org]x[/link]", ":smile:", "| a |", "=1+1", "+1", "@SUM(1)", "</svg><script>alert(1)</script>",
    "<b>", "&amp;", "`x`", "*x*", "$(id)", "`id`", "'; DROP TABLE x; --", "..", ".", "~", "*", "?", "\\", "\\x1b", "'", '"', "''",
    "\ud800", "\udcff\udcfe", "x\udc80", "\U0010ffff", "\ue000", "\U000e0041", "e\u0301" * 40, "ﷺ", "𝕊𝕔𝕠", "ＣＨＩＮＡ", "ıİß", "中国", "Россия",
    "\u3164", "\u115f", "1e999", "NaN", "-1", "٣", "²", "1_000", "0x10", "999999", "1000000", "None", "null", "true",
]  # fmt: skip
"""Words that have been trouble to some program."""
ODD_DAYS = [
    "0", "2024", "2024-02-30", "9999-12-31", "0000", "0000-00-00", "-5", "0001-01-01", "0001", "9999", "10000", "2024-00", "2024-13", "2024-7-3",
    " 2024 ", "today", "NOW", "29 February 2023", "31.12.9999", "1.1.0001", "٢٠٢٤", "Sept 2022", "2024-07-03T00:00", "4 July", "1e3", "2001-06-14",
    "2001-06-15", "July 3rd, 2024", "2025-09-01", "2025-09-02",
]  # fmt: skip


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


class Guard:
    """Watches what Python tells its audit hooks: files opened for writing, connections, other programs.

    :ivar room: the one directory in which files may be written, or ``None`` while nothing is watched.
    :ivar seen: what was tried elsewhere.
    """

    _CHANGES = frozenset({
        "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.truncate", "os.utime",
        "shutil.rmtree", "shutil.move", "sqlite3.connect", "tempfile.mkdtemp", "tempfile.mkstemp",
    })  # fmt: skip
    _FORBIDDEN = (
        "socket.",
        "subprocess.",
        "os.system",
        "os.exec",
        "os.fork",
        "os.posix_spawn",
        "os.spawn",
        "urllib.",
        "ctypes.dlopen",
    )
    _WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

    def __init__(self) -> None:
        self.room: str | None = None
        self.seen: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, given: tuple[object, ...]) -> None:
        if self.room is None:
            return
        if event.startswith(self._FORBIDDEN):
            self._refuse(f"{event} {given!r}")
        elif (event == "open" and isinstance(given[2], int) and given[2] & self._WRITES) or event in self._CHANGES:
            self._check(event, given[0])

    def _check(self, event: str, place: object) -> None:
        if isinstance(place, str | bytes | os.PathLike):
            path = os.path.abspath(os.fsdecode(place))  # noqa: PTH100
            if path.startswith(f"{self.room}{os.sep}") or path in {os.devnull, self.room}:
                return
        self._refuse(f"{event} {place!r}")

    def _refuse(self, what: str) -> None:
        self.seen.append(what)
        raise PermissionError(13, "Permission denied")

    @contextmanager
    def watching(self, room: Path) -> Iterator[list[str]]:
        """Refuse all but reading, and writing in a directory; gives the list of what was refused."""
        self.room, self.seen = os.path.abspath(room), []  # noqa: PTH100
        try:
            yield self.seen
        finally:
            self.room = None


GUARD = Guard()


@lru_cache(maxsize=16)
def _loaded(path: str, changed: int) -> dataset.DataSet:
    return dataset.load(path)


def _load(path: str | None = None) -> dataset.DataSet:
    """A data set, which is read again only if its file has changed."""
    if path is None:
        return DATA
    try:
        changed = os.stat(path).st_mtime_ns  # noqa: PTH116
    except (OSError, ValueError):
        return dataset.load(path)
    return _loaded(os.path.abspath(path), changed)  # noqa: PTH100


def run(arguments: list[str], questions: str = "", room: Path | None = None) -> tuple[Ended, list[str]]:
    """One run within this process, and what it tried to do that it may not."""
    out, err = io.StringIO(), io.StringIO()
    said, complained = io.StringIO(), io.StringIO()
    with (
        redirect_stdout(said),
        redirect_stderr(complained),
        mock.patch.object(sys, "stdin", io.StringIO(questions)),
        mock.patch.object(session, "load", _load),
        mock.patch.object(session, "open_in_browser"),
        GUARD.watching(room or Path(os.devnull)) as refused,
    ):
        code = program.run(arguments, out.write, err.write, today=TODAY)
    assert (said.getvalue(), complained.getvalue()) == ("", ""), "printed past the program's own streams"
    return Ended(code, out.getvalue(), err.getvalue()), list(refused)


def start(arguments: list[str], questions: str = "") -> Ended:
    """One run as a process of its own."""
    program = [sys.executable, "-m", "scocli", *map(os.fsencode, arguments)]
    given = questions.encode("utf-8", "surrogatepass")
    ended = subprocess.run(program, input=given, capture_output=True, check=False, timeout=LONGEST_RUN)
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def may_write(arguments: list[str]) -> bool:
    """Whether a command line could be told to write a file."""
    return "export" in arguments or any(word.startswith(("--output", "-o", "--install")) for word in arguments)


def check(arguments: list[str], ended: Ended, refused: list[str]) -> None:
    """What holds of every run."""
    assert ended.code in set(ExitCode) - {ExitCode.INTERRUPTED}
    assert not refused or may_write(arguments)
    assert ended.code != ExitCode.FAULT or may_write(arguments) or "--show-completion" in arguments
    for stream in (ended.out, ended.err):
        assert not stream or stream.endswith("\n")
        assert all(line.isprintable() for line in stream.split("\n"))
    lines = ended.err.splitlines()
    if ended.code == ExitCode.ANSWERED:
        assert all(line.startswith(("sco: wrote ", "sco: table ")) for line in lines)
        assert len(lines) <= may_write(arguments) + ("csv" in " ".join(arguments).lower())
        _check_json(ended.out)
        return
    if ended.out:  # a question that is refused in JSON
        assert (ended.code, json.loads(ended.out)["kind"]) == (ExitCode.NOT_UNDERSTOOD, "none")
    assert max(map(len, lines)) <= LONGEST_LINE
    assert lines[0].startswith("sco: ")
    assert len(lines[0]) > len("sco: ")
    rest = lines[1:]
    if ended.code == ExitCode.INVALID_DATA:
        assert all(line.startswith("sco: ") for line in rest)
    elif rest:
        assert ended.code == ExitCode.NOT_UNDERSTOOD
        assert rest[0] in HEADINGS
        assert all(line.startswith("  ") for line in rest[1:])


def _no_constant(word: str) -> object:
    raise ValueError(f"{word} is no JSON")


def _check_json(out: str) -> None:
    """What begins as JSON is JSON, as a whole or line by line."""
    if not re.match(r'\{(\n *)?"', out):
        return
    texts = [out] if out.startswith("{\n") else out.splitlines()
    for text in texts:
        text.encode("utf-8")
        found = json.loads(text, parse_constant=_no_constant)
        assert found.get("schema_version", SCHEMA_VERSION) == SCHEMA_VERSION


# What the operating system could hand over: no NUL.
bytes_ = st.binary(max_size=20).map(lambda raw: raw.replace(b"\0", b"").decode("utf-8", "surrogateescape"))
texts = st.text(st.characters(exclude_characters="\0", codec=None), max_size=30)
long_texts = st.builds(
    lambda text, count: (text * (count // len(text) + 1))[:count],
    st.one_of(
        st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=8),
        st.sampled_from(["a", " ", "-", "=", "ü", "China "]),
    ),
    st.sampled_from([300, 1_001, 100_000]),
)
words = st.one_of(st.sampled_from(ODD), texts, bytes_, long_texts, st.sampled_from(ODD_DAYS))
"""Words that nobody expects."""

_COUNTRIES = [*country_names(DATA), "France", "Brazil", "Korea", "Congo", "the Maldives"]
_CATEGORIES = [name for names in CATEGORY_NAMES.values() for name in names]
_SUMMITS = [*summit_names(DATA), "latest", "first", "2020", "19th", "astana", *DATA.meetings, *DATA.announced]
_SPECIAL = ["--", "--help", "--show-completion", "--install-completion", "--version"]
EXPECTED: dict[str, list[str]] = {
    "country": _COUNTRIES,
    "country-or-time": [*_COUNTRIES, *ODD_DAYS, "2024"],
    "countries": ["ever", "all", "India,Türkiye", "all,", *_COUNTRIES],
    "person": list(person_names(DATA)),
    "subject": [*_COUNTRIES, *person_names(DATA)],
    "summit": _SUMMITS,
    "category": _CATEGORIES,
    "capacity": [*_CATEGORIES, "guest"],
    "holder": [*_COUNTRIES, *_CATEGORIES],
    "leader": [*LEVELS, *OFFICES, *person_names(DATA)],
    "city": list(city_names(DATA)),
    "organization": list(organization_names(DATA)),
    "topic": list(topic_names(DATA)),
    "day": [*ODD_DAYS, *(summit.start for summit in DATA.summits.values()), "2024-07", "3 July 2024"],
    "source": [*DATA.data.sources, "organization", *_CATEGORIES, *_COUNTRIES, *_SUMMITS],
    "file": ["a.svg", "b.html", "c.txt", "d", "e.sqlite", "f.db", "g.xlsx", "nowhere/x.txt", "x.json", "sco", "."],
}
"""Words that are expected, by what they stand for (:mod:`scocli.queries.words`)."""

CONDITIONS = {
    "countries": [
        "member", "ever observer 2005..2015", "throughout member 2001..2010", "not any", "founder", "became member 2017.. from observer",
        "left observer", "applied 2007", "opened member", 'signed partner in "Beijing"', "attended 2022-samarkand as guest or founder",
        "attended every 2023.. led by president by-video", "not attended at most 2 times", "absent from 2024", "attended chg-2024-islamabad", "hosted ..2010",
        "chaired exactly 1 times", "not IN,Pakistan", "hosted at least", "attended by", "or", "not", ".."
    ],
    "summits": [
        "hosted by CN", "chaired by Russia,KZ", "missed by IN", "attended by AZ as observer led by president", "not attended by any by-video",
        "in Astana,Tashkent", "held virtual", "held 2015..2020", "number 5,6", "granted member to IR,BY", "2024-astana", "chg-2024-islamabad", "granted any or held hybrid",
        "hosted", "number x", "granted member to",
    ],
}  # fmt: skip
"""Conditions, right and wrong, by what they are conditions on."""


def _questions() -> st.SearchStrategy[str]:
    """Real questions, with words left out, doubled, swapped, joined or put in."""
    parts = st.one_of(st.sampled_from([word for question in QUESTIONS for word in question.split()]), words)
    mixed = st.builds(
        lambda question, part, at, drop: " ".join(
            [*(split := question.split())[: at % len(split)], part, *split[at % len(split) + drop :]]
        ),
        st.sampled_from(QUESTIONS),
        parts,
        st.integers(0, 20),
        st.integers(0, 2),
    )
    return st.one_of(st.sampled_from(QUESTIONS), mixed, mixed, st.lists(parts, max_size=8).map(" ".join), words)


questions = _questions()


def _values(item: Parameter, *, calm: bool) -> st.SearchStrategy[str]:
    """What could be given for an argument or option: rightly, or if it is not to be a calm line, wrongly too."""
    if item.choices:
        known = st.sampled_from([*item.choices, *(choice.upper() for choice in item.choices)])
    elif isinstance(item.takes, Clauses):
        known = st.sampled_from(CONDITIONS[item.takes.of])
    elif isinstance(item.takes, Groups):
        known = st.lists(st.sampled_from(EXPECTED[item.takes.row]), min_size=1, max_size=2).map(",".join)
    elif item.takes.kind == "text":
        known = st.one_of(questions, st.sampled_from(["-"]))
    else:
        known = st.sampled_from(EXPECTED[item.takes.kind])
    return known if calm else st.one_of(known, known, known, words)


def _option(draw: st.DrawFn, item: Parameter, *, calm: bool) -> list[str]:
    """An option in one of the ways in which it can be written."""
    flag = draw(st.sampled_from(item.flags))
    if item.takes is None:
        return [flag]
    value = draw(_values(item, calm=calm))
    return [f"{flag}={value}"] if flag.startswith("--") and draw(st.booleans()) else [flag, value]


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    """A command with some of its arguments and options in any order; half of the lines with nothing amiss in any one word."""
    verb = draw(st.sampled_from(["", *CALLED, *CALLED, "ask", "ask", "ask"]))
    calm = draw(st.booleans())
    parts: list[list[str]] = []
    options = []
    for item in parameters(function(verb)):
        if item.flags:
            options.append(item)
            continue
        least = int(item.is_required and calm)
        most = 3 if item.repeats else 1
        parts += [[value] for value in draw(st.lists(_values(item, calm=calm), min_size=least, max_size=most))]
    if options:
        for item in draw(st.lists(st.sampled_from(options), max_size=3 if calm else 6)):
            parts.append(_option(draw, item, calm=calm))
    if not calm:
        parts += [[word] for word in draw(st.lists(st.one_of(st.sampled_from(_SPECIAL), words), max_size=1))]
    front = (
        ["--data", draw(st.one_of(st.sampled_from(EXPECTED["file"]), words))] if not draw(st.integers(0, 29)) else []
    )
    ordered = [word for part in draw(st.permutations(parts)) for word in part]
    return [*front, *([verb] if verb else []), *ordered]


lines = st.one_of(
    command_lines(),
    command_lines(),
    command_lines(),
    st.tuples(st.just("ask"), questions).map(list),
    st.lists(words, max_size=5),
)
"""Command lines."""
inputs = st.lists(questions, max_size=3).map("\n".join)
"""What could be on standard input."""


@contextmanager
def empty_room() -> Iterator[Path]:
    """A new directory to be in, and at home in."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as name, mock.patch.dict(os.environ, {"HOME": name, "USERPROFILE": name}):
        os.chdir(name)
        try:
            yield Path(name)
        finally:
            os.chdir(before)


@contextmanager
def ending() -> Iterator[None]:
    """Let what does not end fail, where there are alarms."""

    def late(*_: object) -> None:
        raise TimeoutError(f"it does not end in {LONGEST_RUN} seconds")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(LONGEST_RUN)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def try_one(arguments: list[str], given_input: str = "") -> Ended:
    """Run a command line within this process, and check how it ended."""
    with empty_room() as room, ending():
        ended, refused = run(arguments, given_input, room)
    check(arguments, ended, refused)
    return ended


def try_process(arguments: list[str], given_input: str = "") -> Ended:
    """Run a command line as a process of its own, and check how it ended; in most cases as it does within this one."""
    with empty_room():
        ended = start(arguments, given_input)
    check(arguments, ended, [])
    return ended


def fits_a_process(arguments: list[str]) -> bool:
    """Whether the operating system hands over such arguments."""
    try:
        return all(len(os.fsencode(word)) < 120_000 for word in arguments)
    except UnicodeEncodeError:
        return False


def try_round(attempt: Callable[[list[str], str], Ended], count: int, number: int) -> tuple[Counter[str], Counter[str]]:
    """Try so many examples: how they ended, and which commands they called."""
    codes: Counter[str] = Counter()
    verbs: Counter[str] = Counter()

    @seed(number)
    @settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(lines, inputs)
    def attempted(arguments: list[str], given_input: str) -> None:
        if attempt is try_process and not fits_a_process(arguments):
            return
        ended = attempt(arguments, given_input)
        codes[ExitCode(ended.code).name] += 1
        verbs[next((word for word in arguments if word in COMMANDS), "(none)")] += 1

    attempted()
    return codes, verbs


def main() -> None:
    """Try as many examples as it is told to, say how far it has come, and at the end how they ended."""
    parser = argparse.ArgumentParser(description="Try command lines and questions without end.")
    parser.add_argument("--examples", type=int, default=20_000, help="runs within this process")
    parser.add_argument("--processes", type=int, default=200, help="runs as processes of their own")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="to try the same again")
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)  # noqa: T201
    for name, count, attempt in (("within", asked.examples, try_one), ("apart", asked.processes, try_process)):
        codes: Counter[str] = Counter()
        verbs: Counter[str] = Counter()
        began = time.monotonic()
        for done in range(0, count, ROUND):
            ended, called = try_round(attempt, min(ROUND, count - done), asked.seed + done)
            codes += ended
            verbs += called
            print(f"{name}: {codes.total()} of {count} in {time.monotonic() - began:.0f} s", flush=True)  # noqa: T201
        print(f"{name}: {dict(codes)}\n  {dict(verbs.most_common())}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
