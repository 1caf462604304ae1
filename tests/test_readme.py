"""README.md says what is true of the program."""

import re
from pathlib import Path

import documents
import pytest

from each import each
from scocli.cli.app import COMMANDS
from scocli.errors import ExitCode

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
LISTED = (ROOT / "docs/commands.md").read_text("utf-8")


def test_an_example_that_prints_something_else_is_noticed():
    """A changed output, a missing output and a changed section are mended, so they are noticed."""
    output, section = "No country is called 'Frnace'", "| 130 | "
    page = "```console\n$ sco status Frnace\n```\n<!-- generated: exit-codes -->\n<!-- end -->\n"
    mended = documents.refreshed(page)
    assert output in mended
    for broken in (page, mended.replace(output, "France is"), mended.replace(section, "| 131 | ")):
        assert broken != mended
        assert documents.refreshed(broken) == mended


def test_an_example_that_depends_on_the_day_is_refused():
    """An output that holds today's date would be wrong tomorrow."""
    block = "```console\n$ sco status Azerbaijan --format json\n```"
    with pytest.raises(ValueError, match="depends on the day"):
        documents.refreshed(block)


def test_an_example_that_is_no_command_of_the_program_is_refused():
    """Only what can be checked stands in a console block."""
    with pytest.raises(ValueError, match="not a command of the program"):
        documents.refreshed("```console\n$ ls\n```")


def test_output_can_be_cut_and_the_exit_status_asked_for():
    """``head=1`` keeps the first line; ``echo $?`` shows the status of the command before it."""
    block = "```console head=1\n$ sco status Azerbaijan --on 2024-07-03\n$ sco status Frnace\n$ echo $?\n```"
    lines = documents.refreshed(block).split("\n")
    assert lines[3] == "..."
    assert lines[-2:] == ["3", "```"]


def test_notes_or_all_but_the_sentence_can_be_left_out():
    """``short`` keeps what stands before the notes, ``sentence`` the first paragraph."""
    whole = documents.refreshed("```console\n$ sco status Azerbaijan\n```").split("\n")
    short = documents.refreshed("```console short\n$ sco status Azerbaijan\n```").split("\n")
    first = whole.index(next(line for line in whole if line.startswith("Data to ")))
    assert whole[first - 1] == ""
    assert short[1:] == [*whole[1 : first - 1], "...", "```"]
    noted = "```console\n$ sco attendance Azerbaijan\n```"
    more = documents.refreshed(noted).split("\n")
    first = more.index(next(line for line in more if line.startswith("- ")))
    assert documents.refreshed(noted.replace("console", "console short")).split("\n")[1:] == [
        *more[1 : first - 1],
        "...",
        "```",
    ]
    sentence = documents.refreshed("```console sentence\n$ sco status Azerbaijan\n```").split("\n")
    assert sentence[1:] == [*whole[1 : whole.index("")], "...", "```"]


@each("verb", COMMANDS)
def test_every_command_is_listed(verb):
    """On the page that the README names for it."""
    assert f"`sco {verb}`" in LISTED


@each("code", ExitCode)
def test_every_exit_status_is_listed(code):
    """With its meaning."""
    assert f"| {int(code)} | {code.meaning} |" in LISTED


def test_it_is_read_in_a_minute():
    """The rest is on the pages that it links."""
    assert len(README.splitlines()) <= 150
    assert "(docs/commands.md)" in README


@pytest.mark.parametrize("name", ["answer", "tests"])
def test_one_command_sets_all_up(name):
    """The set-up starts from a bare Python, and needs nothing that it does not make."""
    command = documents.shell_command(README, name)
    assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")
    programs = {part.split()[0] for part in re.split(r"&&", command)[1:]}
    assert programs <= {".venv/bin/pip", ".venv/bin/pytest", ".venv/bin/sco"}


def test_the_first_answer_is_that_of_a_command_that_works():
    """What the set-up ends with is answered."""
    words = documents.shell_command(README, "answer").split(".venv/bin/")[-1]
    shown, status = documents.printed(words)
    assert status == ExitCode.ANSWERED
    assert "Azerbaijan" in shown
