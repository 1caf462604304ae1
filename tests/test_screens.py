"""The program on a terminal, as a person sees it, and beside one."""

import contextlib
import json
import os
import re
import shlex
import struct
import subprocess
import sys

import pytest

from drawn import answer_to, widest

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")

import fcntl  # noqa: E402 (it is where pty is)
import termios  # noqa: E402

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
PLAIN = dict.fromkeys(("NO_COLOR", "FORCE_COLOR", "TERM_PROGRAM", "COLUMNS", "LINES", "PYTHONIOENCODING", "SCO_DATA"))


def environment(**changes: str | None) -> dict[str, str]:
    """The environment of a person with a colour terminal and nothing special, with changes."""
    wanted = os.environ | {"TERM": "xterm-256color", "PYTHONUTF8": "1"} | PLAIN | changes
    return {name: value for name, value in wanted.items() if value is not None}


def on_terminal(line: str, width: int = 80, **changes: str | None) -> str:
    """What a command line shows on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    command = [sys.executable, "-m", "scocli", *shlex.split(line)[1:]]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment(**changes)) as program:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # Linux ends the other side's terminal so
            while part := os.read(ours, 65536):
                shown += part
        os.close(ours)
        assert program.wait(30) == 0
    return shown.decode().replace("\r\n", "\n")


def in_pipe(line: str, **changes: str | None) -> str:
    """What a command line writes into a pipe."""
    command = [sys.executable, "-m", "scocli", *shlex.split(line)[1:]]
    return subprocess.run(command, capture_output=True, check=True, env=environment(**changes)).stdout.decode()


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize(
    "line", ["sco summit 2024", "sco attendance India", "sco summits", "sco timeline", "sco matrix"]
)
def test_a_screen_is_as_wide_as_its_terminal(line, width):
    """Nothing stands beyond the edge, and colours are there."""
    shown = on_terminal(line, width)
    assert widest(ESCAPE.sub("", shown)) <= width
    assert "\x1b[1m" in shown


@pytest.mark.parametrize("line", ["sco status AZ --sources", "sco sources AZ", "sco sources newsaz-2024-07-04"])
def test_addresses_can_be_clicked_on_a_narrow_terminal(line):
    """Every address is in one piece, which the terminal wraps; nothing else is wider than it."""
    shown = ESCAPE.sub("", on_terminal(line, 60))
    addresses = [source["url"] for source in json.loads(in_pipe(f"{line} --format json"))["sources"]]
    assert any(len(address) > 60 for address in addresses)
    assert [address for address in addresses if address not in shown] == []
    assert all(widest(part) <= 60 or "://" in part for part in shown.splitlines() if part)


def test_a_wider_terminal_is_used():
    """What is beneath the rows at 80 columns stands beside the others at 200."""
    narrow, wide = (ESCAPE.sub("", on_terminal("sco attendance India", width)) for width in (80, 200))
    assert "\n  Role: " in narrow
    assert "\n  Role: " not in wide
    assert widest(wide) > 120


@pytest.mark.parametrize(
    "changes", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}], ids="+".join
)
@pytest.mark.parametrize("line", ["sco list", "sco timeline"])
def test_who_wants_it_plain_gets_it_plain(line, changes):
    """NO_COLOR and a dumb terminal: not one escape byte, and the same words."""
    shown = on_terminal(line, **changes)
    assert "\x1b" not in shown
    assert answer_to(line).text.split()[0] in shown


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_pipes_get_no_escapes(form):
    """Piped output has no escape byte, and of the other formats not even with FORCE_COLOR."""
    assert "\x1b" not in in_pipe(f"sco list --format {form}")
    assert ("\x1b" in in_pipe(f"sco list --format {form}", FORCE_COLOR="1")) == (form == "table")


def test_pipes_get_every_field_whole():
    """COLUMNS does not narrow what is piped: every row is one line with all of its cells."""
    lines = in_pipe("sco attendance India", COLUMNS="40").splitlines()
    for row in answer_to("sco attendance India").tables[0].rows:
        note = row[-1]
        line = next(line for line in lines if line.startswith(f"{row[0]}  {row[1]}"))
        assert note is None or line.endswith(note)


def test_flags_on_a_terminal_that_draws_them():
    """A terminal that is known to draw flags gets them, another does not; a pipe never."""
    flag = "\U0001f1e8\U0001f1f3 China"
    assert flag in on_terminal("sco list", TERM_PROGRAM="WezTerm")
    assert flag not in on_terminal("sco list", TERM_PROGRAM="tmux")
    assert flag not in in_pipe("sco list", TERM_PROGRAM="WezTerm")


def test_an_ascii_terminal_gets_ascii():
    """Where the output takes only ASCII there are no lines of other characters, and the width is still kept."""
    shown = on_terminal("sco list", 60, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert shown.isascii()
    assert "T\\xfcrkiye" in shown
    assert widest(ESCAPE.sub("", shown)) <= 60


def test_tables_need_little_of_rich():
    """A table in a pipe is drawn without Rich's console, and pictures are loaded only where they are drawn."""
    program = "import sys; from scocli.cli import run; run(sys.argv[1:], lambda text: None, print); print(*sys.modules)"
    command = [sys.executable, "-c", program, "list"]
    loaded = set(subprocess.run(command, capture_output=True, check=True, text=True, env=environment()).stdout.split())
    assert "scocli.render.table" in loaded
    unwanted = {"rich.console", "rich.table", "scocli.render.timeline", "scocli.render.matrix", "scocli.saving"}
    assert not unwanted & loaded
