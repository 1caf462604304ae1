"""What programs leave that were killed, or told to end: nothing that makes an export or a saved file wrong."""

import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from program import LONGEST
from scocli import files
from scocli.cli.program import run
from scocli.errors import ExitCode
from scocli.export import sqlite

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and modes are POSIX's")
pytestmark = posix

WRITERS = {
    "in write-ahead mode": """
PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;
DELETE FROM statuses WHERE country IN ('IN', 'PK'); DELETE FROM sources WHERE id IN (SELECT id FROM sources LIMIT 50);""",
    "in the middle of a transaction": """
PRAGMA cache_size = 2; BEGIN;
CREATE TABLE more AS WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 3000) SELECT n, hex(randomblob(200)) AS x FROM n;
DELETE FROM sources;""",
    "with a journal that stays": "PRAGMA journal_mode = PERSIST; UPDATE statuses SET note = 'x';",
}
"""What is done to a database by a program that is then killed."""
WRITER = """
import signal, sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA foreign_keys = OFF")
database.executescript(sys.argv[2]) if "BEGIN" not in sys.argv[2] else [database.execute(s) for s in sys.argv[2].split(";")]
print("ready", flush=True)
signal.pause()
"""


def writing(target: Path, script: str) -> subprocess.Popen:
    """A program that has written to a database, and has it open."""
    started = subprocess.Popen([sys.executable, "-c", WRITER, target, script], stdout=subprocess.PIPE, text=True)
    assert started.stdout.readline() == "ready\n"
    return started


def kill(program: subprocess.Popen) -> None:
    """End a program as nothing can prepare for."""
    program.kill()
    program.wait()
    program.stdout.close()


def sco(*arguments):
    """Exit status, standard output and standard error of a run."""
    out, err = [], []
    code = run([str(argument) for argument in arguments], out.append, err.append)
    return code, "".join(out), "".join(err)


def content(place: Path) -> list[str]:
    """All that is in a database, which must be whole."""
    with closing(sqlite3.connect(place)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        return list(database.iterdump())


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """What an export holds."""
    place = tmp_path_factory.mktemp("whole") / "sco.sqlite"
    assert sco("export", place)[0] == ExitCode.ANSWERED
    return content(place)


@pytest.mark.parametrize("is_gone", [False, True], ids=["replaced", "removed before"])
@pytest.mark.parametrize("script", WRITERS.values(), ids=WRITERS)
def test_what_a_killed_program_left_is_no_part_of_an_export(script, is_gone, whole, tmp_path):
    """Of a database that is replaced, or was removed without the files beside it: what is read is what was exported."""
    target = tmp_path / "sco.sqlite"
    sco("export", target)
    kill(writing(target, script))
    assert sqlite.beside(target), "the program that was killed left nothing"
    if is_gone:
        target.unlink()
        code, _, err = sco("export", target)
        assert (code, "--force removes what it left" in err) == (ExitCode.USAGE, True)
    assert sco("export", target, "--force")[0] == ExitCode.ANSWERED
    assert sorted(tmp_path.iterdir()) == [target]
    assert content(target) == whole


BUSY = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute(f"PRAGMA journal_mode = {sys.argv[2]}")
database.execute("PRAGMA cache_size = 2")
while True:
    for step in ("BEGIN", "UPDATE sources SET url = url || 'x'", "DELETE FROM statuses WHERE rowid % 7 = 0", "COMMIT"):
        database.execute(step)
        print(step, flush=True)
"""
"""Commits to a database again and again, and says after each step that it is done."""


@pytest.mark.slow
@pytest.mark.parametrize("journal", ["WAL", "DELETE", "TRUNCATE"])
@pytest.mark.parametrize("steps", range(1, 16))
def test_a_program_that_is_killed_at_any_time_leaves_nothing_wrong(steps, journal, whole, tmp_path):
    """A writer that commits again and again, killed at some moment after some step."""
    target = tmp_path / "sco.sqlite"
    sco("export", target)
    started = subprocess.Popen([sys.executable, "-c", BUSY, target, journal], stdout=subprocess.PIPE)
    said = [started.stdout.readline() for _ in range(steps)]
    kill(started)
    assert all(said), "the writer ended by itself"
    assert sco("export", target, "--force")[0] == ExitCode.ANSWERED
    assert sorted(tmp_path.iterdir()) == [target]
    assert content(target) == whole


def test_a_database_that_is_in_use_is_left_alone(tmp_path):
    """A program that lives would write on beside what replaced it: it is said, and everything stays as it was."""
    target = tmp_path / "sco.sqlite"
    sco("export", target)
    using = writing(target, WRITERS["in write-ahead mode"])
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if not path.name.endswith("-shm")}
    try:
        said = f"sco: {target}: cannot be written (another program is using it)\n"
        assert sco("export", target, "--force") == (ExitCode.FAULT, "", said)
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.name in before} == before
        assert not list(tmp_path.glob(".sco-*"))
    finally:
        kill(using)


@pytest.mark.parametrize("old", [b"", b"no database at all, but a text", b"SQLite format 3\0" + b"\xff" * 4_000])
def test_what_is_no_database_is_replaced_with_what_is_beside_it(old, whole, tmp_path):
    """A text, a damaged database, an empty file: with --force and with all that SQLite would read beside it."""
    target = tmp_path / "sco.db"
    target.write_bytes(old)
    for ending in sqlite.BESIDE:
        target.with_name(target.name + ending).write_bytes(b"left")
    assert sco("export", target, "--force")[0] == ExitCode.ANSWERED
    assert sorted(tmp_path.iterdir()) == [target]
    assert content(target) == whole


def test_a_database_that_is_not_as_it_was_written_is_not_put_in_place(tmp_path, monkeypatch):
    """It is read again before it is put there: its rows are counted."""
    monkeypatch.setattr(sqlite, "_indexes", lambda table: ["DELETE FROM statuses"] * (table.name == "statuses"))
    code, out, err = sco("export", tmp_path / "sco.sqlite")
    assert (code, out) == (ExitCode.FAULT, "")
    assert "damaged while it was written: statuses has 0 rows of " in err
    assert list(tmp_path.iterdir()) == []


TOLD_TO_END = """
import signal, sys
for number in (signal.SIGTERM, signal.SIGHUP):  # which may be ignored where the tests are run: under nohup
    signal.signal(number, signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.default_int_handler)
from scocli import files
from scocli.__main__ import main
put = files.{function}
def slow(*given):
    result = put(*given)
    print("begun", flush=True)
    signal.pause()
    return result
files.{function} = slow
sys.argv[0] = "sco"
main()
"""
"""Runs the program, and lets it wait when what it writes is made and not yet in its place."""


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        (["export", "sco.sqlite"], signal.SIGTERM),
        (["export", "sco-data"], signal.SIGHUP),
        (["list", "--output", "a.svg"], signal.SIGINT),
        (["list", "--output", "a.svg"], signal.SIGQUIT),
        pytest.param(["export", "sco.sqlite"], signal.SIGHUP, marks=pytest.mark.slow),
        pytest.param(["export", "sco.sqlite"], signal.SIGALRM, marks=pytest.mark.slow),
        pytest.param(["export", "sco.sqlite"], signal.SIGXCPU, marks=pytest.mark.slow),
        pytest.param(["export", "sco.sqlite"], signal.SIGINT, marks=pytest.mark.slow),
        pytest.param(["export", "sco-data"], signal.SIGTERM, marks=pytest.mark.slow),
        pytest.param(["export", "sco-data"], signal.SIGINT, marks=pytest.mark.slow),
        pytest.param(["list", "--output", "a.svg"], signal.SIGTERM, marks=pytest.mark.slow),
        pytest.param(["list", "--output", "a.svg"], signal.SIGHUP, marks=pytest.mark.slow),
    ],
)
def test_a_program_that_is_told_to_end_leaves_nothing(arguments, number, tmp_path):
    """No scratch files, and what stood there as it was; it ends as one that was told so."""
    old = tmp_path / arguments[-1]
    program = TOLD_TO_END.format(function="_keep_modes")
    if arguments[-1] == "sco-data":
        assert sco("export", old)[0] == ExitCode.ANSWERED
    else:
        old.write_text("old")
    before = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*"))
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments, "--force"], cwd=tmp_path, stdout=subprocess.PIPE
    ) as started:
        assert started.stdout.readline() == b"begun\n"
        assert list(tmp_path.glob(".sco-*"))
        started.send_signal(number)
        assert started.wait(LONGEST) == (ExitCode.INTERRUPTED if number == signal.SIGINT else -number)
    assert sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*")) == before
    assert old.is_dir() or old.read_text() == "old"


def test_a_signal_that_is_ignored_stays_ignored(tmp_path, monkeypatch):
    """A program that is to outlive its terminal does."""
    monkeypatch.setattr(files, "_keep_modes", lambda *_: signal.raise_signal(signal.SIGHUP))
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        files.put(tmp_path / "new", Path.touch)
    finally:
        signal.signal(signal.SIGHUP, before)
    assert sorted(tmp_path.iterdir()) == [tmp_path / "new"]


def test_a_signal_comes_to_whoever_waits_for_it(tmp_path, monkeypatch):
    """A program that uses the library and has a handler of its own has it called, after what was begun is cleared away."""
    seen = []
    monkeypatch.setattr(files, "_keep_modes", lambda *_: signal.raise_signal(signal.SIGTERM))
    before = signal.signal(signal.SIGTERM, lambda *_: seen.append(list(tmp_path.iterdir())))
    try:
        with pytest.raises(SystemExit) as raised:
            files.put(tmp_path / "new", Path.touch)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert raised.value.code == 128 + signal.SIGTERM
    assert seen == [[]]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
@pytest.mark.parametrize("arguments", [["list", "--output", "a.txt"], ["export", "a.sqlite"]])
def test_what_is_replaced_hands_on_its_mode(arguments, mode, tmp_path, monkeypatch):
    """A file that others may not read stays one."""
    monkeypatch.chdir(tmp_path)
    place = Path(arguments[-1])
    place.touch()
    place.chmod(mode)
    assert sco(*arguments, "--force")[0] == ExitCode.ANSWERED
    assert stat.S_IMODE(place.stat().st_mode) == mode


def test_a_package_that_is_replaced_hands_on_its_modes(tmp_path):
    """The directory, and each file in it."""
    place = tmp_path / "sco-data"
    sco("export", place)
    modes = {place: 0o750, place / "data": 0o700, place / "data" / "statuses.csv": 0o600}
    for path, mode in modes.items():
        path.chmod(mode)
    plain = stat.S_IMODE((place / "datapackage.json").stat().st_mode)
    assert sco("export", place, "--force")[0] == ExitCode.ANSWERED
    assert {path: stat.S_IMODE(path.stat().st_mode) for path in modes} == modes
    assert stat.S_IMODE((place / "datapackage.json").stat().st_mode) == plain


def test_a_database_that_may_only_be_read_is_replaced(tmp_path):
    """--force says so."""
    place = tmp_path / "a.sqlite"
    sco("export", place)
    place.chmod(0o400)
    assert sco("export", place, "--force")[0] == ExitCode.ANSWERED
    assert stat.S_IMODE(place.stat().st_mode) == 0o400
