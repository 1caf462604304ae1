"""The program on a terminal, as a person sees it, and beside one."""

import json
import os
import re
import select
import shlex
import struct
import subprocess
import sys

import pytest

import frozen_data
from drawn import answer_to, widest
from each import each
from program import LONGEST, environment, within

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def on_terminal(line: str, width: int = 80, encoding: str = "utf-8", **changes: str | None) -> str:
    """What a command line shows on a terminal of so many columns."""
    env = environment(**{"TERM": "xterm-256color"} | changes)
    code, out, err = within(*shlex.split(line)[1:], env=env, terminals="out err", width=width, encoding=encoding)
    assert (code, err) == (0, b"")
    return out.decode(encoding)


def in_pipe(line: str, **changes: str | None) -> str:
    """What a command line writes into a pipe."""
    code, out, err = within(*shlex.split(line)[1:], env=environment(TERM="xterm-256color", **changes))
    assert (code, err) == (0, b"")
    return out.decode()


def test_a_real_terminal_is_asked_for_its_width():
    """On a terminal of 47 columns the program shows what it shows here on one that says so, and another for 120."""
    pty = pytest.importorskip("pty", reason="no pseudo-terminals here")
    import fcntl
    import termios

    shown = {}
    for width in (47, 120):
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        env = environment(TERM="xterm-256color")
        command = [sys.executable, frozen_data.PROGRAM, "about", "founding"]
        with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=env) as program:
            os.close(theirs)
            parts = []
            while select.select([ours], [], [], LONGEST)[0] and (part := _read(ours)):
                parts.append(part)
            assert program.wait(LONGEST) == 0
        os.close(ours)
        shown[width] = b"".join(parts).decode().replace("\r\n", "\n")
        assert shown[width] == on_terminal("sco about founding", width)
    assert widest(ESCAPE.sub("", shown[47])) <= 47 < widest(ESCAPE.sub("", shown[120]))


def _read(terminal: int) -> bytes:
    """What a terminal shows next; nothing when nobody holds its other side any more, which Linux calls an error."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


@each("width", [40, 80, 200])
@each("line", ["sco summit 2024", "sco attendance India", "sco summits", "sco timeline", "sco matrix"])
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


def test_pipes_are_120_columns_wide_or_as_columns_says():
    """What is piped is folded where a reader's eye is not lost, and not by the terminal that the program was started on."""
    assert 100 < widest(in_pipe("sco attendance India")) <= 120
    assert 60 < widest(in_pipe("sco attendance India", COLUMNS="72")) <= 72
    assert in_pipe("sco attendance India", COLUMNS="0") == in_pipe("sco attendance India")


def test_flags_on_a_terminal_that_draws_them():
    """A terminal that is known to draw flags gets them, another does not; a pipe never."""
    flag = "\U0001f1e8\U0001f1f3 China"
    assert flag in on_terminal("sco list", TERM_PROGRAM="WezTerm")
    assert flag not in on_terminal("sco list", TERM_PROGRAM="tmux")
    assert flag not in in_pipe("sco list", TERM_PROGRAM="WezTerm")


def test_an_ascii_terminal_gets_ascii():
    """Where the output takes only ASCII there are no lines of other characters, and the width is still kept."""
    shown = on_terminal("sco list", 60, encoding="ascii")
    assert shown.isascii()
    assert "T\\xfcrkiye" in shown
    assert widest(ESCAPE.sub("", shown)) <= 60
