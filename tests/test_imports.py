"""What a command loads: nothing that it does not need. This guards the time from the keyboard to the answer without a clock."""

import json
import os
import subprocess
import sys

import pytest

from program import environment

VALIDATION = {"pydantic", "pydantic_core", "scocli.models", "scocli.invariants", "scocli.validation"}
TASKS = {"scocli.checking", "scocli.completion", "scocli.export", "scocli.saving", "sqlite3"}
WORLD = {"babel", "scocli.world"}
NO_TABLE = {"rich", "scocli.render.screen", "scocli.render.tables"}
"""What only the printing of tables needs: Rich, and what stands on it."""

FOREIGN = {"scocli.ask.tables", "scocli.ask.translation", "scocli.languages", "snowballstemmer"}
"""What only questions and answers in Russian and Chinese need."""

ANSWERING = VALIDATION | TASKS | WORLD | FOREIGN
"""What no answer from the data set that comes with the program needs, of whatever countries the data set knows."""

COMMANDS = {
    "--version": ANSWERING | NO_TABLE | {"typer", "json", "scocli.cli", "scocli.dataset"},
    "status --help": ANSWERING
    | NO_TABLE
    | {"scocli.ask", "scocli.cli.summits", "scocli.cli.data", "scocli.queries.status"},
    "help list": ANSWERING | NO_TABLE | {"scocli.ask", "scocli.cli.summits", "scocli.cli.data"},
    "--help": ANSWERING | NO_TABLE | {"scocli.ask", "scocli.facts.where"},
    "status Azerbaijan --format json": ANSWERING | NO_TABLE | {"csv"},
    "status Azerbaijan --format csv": ANSWERING | NO_TABLE,
    "status Azerbaijan --format markdown": ANSWERING | NO_TABLE | {"csv"},
    "": ANSWERING | {"scocli.ask"},
    "status Azerbaijan": ANSWERING
    | {"scocli.ask", "scocli.facts.conditions.meetings", "scocli.queries.attendance", "scocli.queries.countries"},
    "list": ANSWERING
    | {
        "scocli.ask",
        "scocli.queries.status",
        "scocli.render.timeline",
        "scocli.render.matrix",
        "scocli.facts.conditions.meetings",
    },
    "history Belarus": ANSWERING | {"scocli.ask"},
    "attendance Azerbaijan": ANSWERING | {"scocli.ask", "scocli.facts.select"},
    "attendance Aliyev": ANSWERING | {"scocli.ask"},
    "summits": ANSWERING | {"scocli.ask"},
    "summit 2024": ANSWERING | {"scocli.ask"},
    "changes": ANSWERING | {"scocli.ask"},
    "timeline": ANSWERING | {"scocli.ask"},
    "matrix India": ANSWERING | {"scocli.ask"},
    "growth": ANSWERING | {"scocli.ask"},
    "panel": ANSWERING | {"scocli.ask"},
    "about founding": ANSWERING | {"scocli.ask"},
    "sources AZ": ANSWERING | {"scocli.ask"},
    "ask|what is Azerbaijan's status": ANSWERING,
    "schema": TASKS - {"scocli.checking"} | WORLD | NO_TABLE | {"scocli.ask"},
}
"""Command lines (parts divided by ``|``, or else by blanks), each with the modules that it must not load.

Those that must not load what others may come first, and last the one that loads what nearly none may.
"""

TOGETHER = """
import json, os, sys
from contextlib import suppress
from scocli.__main__ import main

told, sys.stdout = sys.stdout, open(os.devnull, "w")
found, before = {}, set(sys.modules)
for command in json.loads(sys.argv[1]):
    sys.argv[:] = ["sco", *command]
    with suppress(SystemExit):
        main()
    found[json.dumps(command)], before = sorted(set(sys.modules) - before), set(sys.modules)
json.dump(found, told)
"""
"""Runs commands one after the other, and says which modules each of them was the first to load."""

ALONE = """
import atexit, os, sys
atexit.register(lambda: os.write(int(os.environ["LOADED"]), " ".join(sys.modules).encode()))
from scocli.__main__ import main
sys.argv[0] = "sco"
main()
"""


def words(command):
    """A command line's parts."""
    return command.split("|") if "|" in command else command.split()


def loaded(arguments, variables=None):
    """The modules that are loaded when the program ends, which it must do well and having said something."""
    reading, writing = os.pipe()
    with os.fdopen(reading) as told:
        ended = subprocess.run(
            [sys.executable, "-c", ALONE, *arguments],
            env=environment(LOADED=str(writing), **(variables or {})),
            pass_fds=[writing],
            capture_output=True,
            text=True,
            check=False,
        )
        os.close(writing)
        found = set(told.read().split())
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout
    assert "scocli.__main__" in found
    return found


pytestmark = pytest.mark.skipif(os.name != "posix", reason="the modules are told through an inherited pipe")


@pytest.mark.parametrize("commands", [[*COMMANDS], ["list"]], ids=["all", "list"])
def test_commands_load_nothing_that_they_do_not_need(commands):
    """One after the other in a process, where what a command loads is noticed if none before it has loaded it."""
    asked = json.dumps([words(command) for command in commands])
    ended = subprocess.run(
        [sys.executable, "-c", TOGETHER, asked], capture_output=True, text=True, check=True, env=environment()
    )
    found = json.loads(ended.stdout)
    assert "scocli.cli" in set().union(*found.values())
    for command in commands:
        assert sorted(COMMANDS[command] & set(found[json.dumps(words(command))])) == [], command


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_alone_loads_nothing_that_it_does_not_need(command):
    """Validation, other commands' modules, the world's countries and what does not draw this format stay away."""
    assert sorted(COMMANDS[command] & loaded(words(command))) == []


SLOW_LINES = ["sco ", "sco sta", "sco status --i", "sco attendance ", "sco sources a", "sco summit 2024"]


@pytest.mark.parametrize(
    "line", ["sco status Azer", *(pytest.param(line, marks=pytest.mark.slow) for line in SLOW_LINES)]
)
def test_completing_loads_no_command_line_and_no_renderer(line):
    """A person who presses Tab waits neither for Typer and Rich nor for validation, nor, for a country of the data set, for all countries' names."""
    asked = {"_SCO_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line}
    unneeded = (
        VALIDATION | WORLD | NO_TABLE | {"typer", "click", "scocli.cli", "scocli.ask", "scocli.export", "sqlite3"}
    )
    assert sorted(unneeded & loaded([], asked)) == []


@pytest.mark.slow
@pytest.mark.parametrize("command", ["status Azerbaijan", "list --format json", "ask|what is Azerbaijan's status"])
def test_another_file_is_validated_whole(command, tmp_path):
    """What saves time is that the program's own data set is vouched for: any other text brings all of validation."""
    from scocli.datafile import bundled_path

    other = tmp_path / "other.json"
    other.write_text(bundled_path().read_text("utf-8") + "\n", "utf-8")
    assert loaded(["--data", str(other), *words(command)]) >= VALIDATION


def test_what_must_not_be_loaded_could_be():
    """Every module that is named here exists, so that none is looked for in vain under an old name."""
    from importlib.util import find_spec

    assert [name for name in set().union(*COMMANDS.values()) if find_spec(name) is None] == []
