"""The whole program: within this process on streams of any kind, or as a process of its own."""

import io
import os
import subprocess
import sys
from contextlib import ExitStack
from typing import NamedTuple
from unittest import mock

import pytest

import frozen_data
from scocli.__main__ import main

LONGEST = 120
"""Seconds after which a process that does not end is given up."""
_DROPPED = ("LC_", "PYTHON")
PLAIN = dict.fromkeys(("LANG", "NO_COLOR", "FORCE_COLOR", "TERM_PROGRAM", "COLUMNS", "LINES", "SCO_DATA"))
"""Variables that change what is shown: none of them is there but for a test's own."""


class Shown(NamedTuple):
    """How a run ended: its exit status, and what it wrote to its two streams."""

    code: int
    out: bytes
    err: bytes


def environment(**changes: str | None) -> dict[str, str]:
    """The variables of this process without those that change what is shown; some changed, and those gone that are ``None``."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(_DROPPED)}
    return {key: value for key, value in (kept | PLAIN | changes).items() if value is not None}


class Stream(io.TextIOWrapper):
    """A standard stream that keeps what is written, and may say that it is a terminal."""

    def __init__(self, raw: bytes = b"", *, encoding: str = "utf-8", terminal: bool = False) -> None:
        super().__init__(io.BytesIO(raw), encoding=encoding)
        self.terminal = terminal

    def isatty(self) -> bool:
        """Whether it says that it is a terminal."""
        return self.terminal

    @property
    def raw(self) -> bytes:
        """What was written so far."""
        self.flush()
        return self.buffer.getvalue()


def within(
    *arguments: str,
    env: dict[str, str] | None = None,
    given: bytes = b"",
    encoding: str = "utf-8",
    terminals: str = "",
    width: int = 0,
) -> Shown:
    """A run of ``main`` within this process.

    :param given: what is on standard input.
    :param encoding: how all three streams are encoded.
    :param terminals: the streams that are terminals: any of ``out`` and ``err``.
    :param width: columns that such a terminal says it has; 0 if it does not know.
    """
    streams = {
        "stdin": Stream(given, encoding=encoding),
        "stdout": Stream(encoding=encoding, terminal="out" in terminals),
        "stderr": Stream(encoding=encoding, terminal="err" in terminals),
    }
    with ExitStack() as changed:
        changed.enter_context(mock.patch.dict(os.environ, environment() if env is None else env, clear=True))
        changed.enter_context(mock.patch.object(os, "get_terminal_size", return_value=os.terminal_size((width, 0))))
        changed.enter_context(mock.patch.multiple(sys, argv=["sco", *arguments], **streams))
        ended = changed.enter_context(pytest.raises(SystemExit))
        main()
    return Shown(ended.value.code, streams["stdout"].raw, streams["stderr"].raw)


def apart(*arguments: str | bytes, env: dict[str, str] | None = None, given: bytes = b"", **more) -> Shown:
    """A run on the frozen data set as a process of its own.

    :param more: streams that are no pipes, a directory.
    """
    piped = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
    if "stdin" not in piped:
        piped["input"] = given
    ended = subprocess.run(
        [sys.executable, frozen_data.PROGRAM, *arguments],
        check=False,
        timeout=LONGEST,
        env=env or environment(),
        **piped,
    )
    return Shown(ended.returncode, ended.stdout or b"", ended.stderr or b"")


def shell(line: str) -> Shown:
    """How a line for a shell ends."""
    command = ["sh", "-c", line]
    ended = subprocess.run(
        command, check=False, capture_output=True, timeout=LONGEST, stdin=subprocess.DEVNULL, env=environment()
    )
    return Shown(ended.returncode, ended.stdout, ended.stderr)
