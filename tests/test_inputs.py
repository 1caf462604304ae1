"""What comes in: arguments in any encoding, data sets by pipes, marks in front of texts, the shell that completion is for."""

import json
import os
import sys
import threading

import pytest

from program import apart, environment, within
from scocli import datafile
from scocli.datafile import bundled_path
from scocli.errors import ExitCode

posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes with names and descriptors are POSIX's")
TEXT = bundled_path().read_bytes()
PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0"}
"""Surroundings that know of no encoding but ASCII."""


def sco(*arguments: "str | bytes", given: bytes = b"", **variables: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of the program."""
    code, out, err = apart(*arguments, env=environment(**variables), given=given)
    return code, out.decode(), err.decode()


@pytest.fixture
def file(tmp_path):
    """The name of a file with a data set."""
    (tmp_path / "data.json").write_bytes(TEXT)
    return str(tmp_path / "data.json")


NAMED = [
    (["status", "Türkiye"], '"TR"'),
    (["status", "Россия"], '"RU"'),
    (["ask", "is Türkiye a partner?"], "true"),
    (["ask", "is 中国 a member?"], "true"),
]


@posix
def test_arguments_are_utf_8_where_the_surroundings_know_of_no_encoding():
    """A name that is not ASCII is understood as it is elsewhere; Python hands on its bytes as halves of characters."""
    for arguments, value in NAMED:
        bare = [word.encode().decode("ascii", "surrogateescape") for word in arguments]
        code, out, err = within(*bare, "--format", "json", encoding="ascii")
        assert (code, err) == (ExitCode.ANSWERED, b"")
        assert json.loads(out) == json.loads(within(*arguments, "--format", "json").out)
        assert value.encode() in out


@posix
@pytest.mark.parametrize(
    "arguments", [NAMED[0][0], *(pytest.param(words, marks=pytest.mark.slow) for words, _ in NAMED[1:])]
)
def test_so_they_are_in_a_process(arguments):
    """What is tried within the process holds of the program itself."""
    code, out, err = sco(*arguments, "--format", "json", **PLAIN)
    assert (code, err) == (ExitCode.ANSWERED, "")
    assert json.loads(out) == json.loads(within(*arguments, "--format", "json").out)


@posix
@pytest.mark.parametrize(
    ("arguments", "made"),
    [
        (["--data", "Türkiye.json", "list", "--output", "ü.txt"], "ü.txt"),
        *(
            pytest.param(words, made, marks=pytest.mark.slow)
            for words, made in (
                (["validate", "Türkiye.json"], None),
                (["export", "ü.sqlite"], "ü.sqlite"),
                (["export", "ü"], "ü"),
            )
        ),
    ],
)
def test_names_of_files_are_too(arguments, made, tmp_path, monkeypatch):
    """A data set, a file that is saved and an export have the names that were given."""
    monkeypatch.chdir(tmp_path)
    data = tmp_path / "Türkiye.json"
    data.write_bytes(TEXT + b"\n")
    code, _, err = sco(*map(os.fsencode, arguments), SCO_DATA=str(data), **PLAIN)
    assert code == ExitCode.ANSWERED
    assert err.startswith("sco: wrote ") is ("--output" in arguments)
    assert {path.name for path in tmp_path.iterdir()} == {data.name, made} - {None}


@posix
def test_an_argument_that_is_no_text_is_shown_as_escapes():
    """As in surroundings that know UTF-8: Python hands on the same."""
    code, _, err = within("status", "T\udcff", encoding="ascii")
    assert (code, b"\\udcff" in err) == (ExitCode.NOT_UNDERSTOOD, True)


@posix
def test_bytes_on_standard_input_that_are_no_text_are_no_fault():
    """Neither where the surroundings know of no encoding: the question is refused, and the next one read."""
    for encoding in ("ascii", "utf-8"):
        given = b"is T\xfcrkiye a partner?\nis India a member?\nis \\x41 a member?\n"
        code, out, err = within("ask", "-", given=given, encoding=encoding)
        assert (code, err) == (ExitCode.ANSWERED, b"")
        answers = [json.loads(line) for line in out.splitlines()]
        assert [answer["value"] for answer in answers] == [None, True, None]
        assert answers[0]["error"] == "Not understood: it is not in UTF-8."
        assert "UTF-8" not in answers[2]["error"]  # it is written so


@posix
def test_a_name_of_a_file_is_told_as_it_was_given():
    """Not as the halves of characters by which Python hands it on."""
    bare = "ü.json".encode().decode("ascii", "surrogateescape")
    said = b"sco: \\xfc.json: does not exist\n"
    assert within("validate", bare, encoding="ascii") == (ExitCode.INVALID_DATA, b"", said)


@posix
@pytest.mark.slow
def test_questions_on_standard_input_are_utf_8_there_too():
    """'Türkiye' is Türkiye."""
    code, out, _ = sco("ask", "-", given="is Türkiye a partner?\n".encode(), **PLAIN)
    assert (code, json.loads(out)["value"]) == (ExitCode.ANSWERED, True)


@posix
@pytest.mark.slow
def test_completion_reads_what_is_typed_as_utf_8():
    """The shell hands it over in the environment, and takes what is offered as it wrote it."""
    asked = {"_SCO_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "sco status Türki"}
    assert "Türkiye" in sco(**asked)[1]
    assert sco(**asked) == sco(**asked, **PLAIN)


@posix
@pytest.mark.parametrize("name", ["/dev/stdin", pytest.param("/dev/fd/0", marks=pytest.mark.slow)])
def test_a_data_set_may_come_by_standard_input(name, file):
    """From a pipe; an empty one holds none."""
    answer = within("--data", file, "status", "India")
    assert answer.code == ExitCode.ANSWERED
    assert sco("--data", name, "status", "India", given=TEXT) == (answer.code, answer.out.decode(), "")
    assert sco("validate", name, given=b"")[0] == ExitCode.INVALID_DATA


@posix
def test_a_data_set_may_come_by_a_pipe_with_a_name(file, tmp_path, monkeypatch):
    """If somebody writes into it; else it is refused."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    threading.Thread(target=pipe.write_bytes, args=(TEXT,), daemon=True).start()
    monkeypatch.setattr(datafile, "_WAIT", None)  # however long the machine lets it wait
    assert within("validate", str(pipe)) == within("validate", file)
    monkeypatch.setattr(datafile, "_WAIT", 1)
    assert within("validate", str(pipe)) == (ExitCode.INVALID_DATA, b"", f"sco: {pipe}: is not a file\n".encode())


def test_a_data_set_may_have_a_mark_in_front(file, tmp_path):
    """Some editors put it there; nothing else changes."""
    marked = tmp_path / "marked.json"
    marked.write_bytes(b"\xef\xbb\xbf" + TEXT)
    assert within("validate", str(marked)) == within("validate", file)
    assert within("--data", str(marked), "status", "India") == within("--data", file, "status", "India")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("question", ["who are the members?\n", "Is India a member?\nwho?\n", "кто члены\n"])
def test_questions_in_utf_16_are_named_as_such(question, encoding):
    """In one line, not in one for each question; with a mark in front or without."""
    said = "sco: standard input is UTF-16: questions are read in UTF-8\n"
    assert within("ask", "-", given=question.encode(encoding)) == (ExitCode.FAULT, b"", said.encode())


@pytest.mark.parametrize(
    ("given", "questions"),
    [
        (b" " * 5_000 + b"who are the members\nx", ["who are the members", "x"]),
        (b" " * 996 + b"who are the members\n", ["who are the members"]),
        (b"\t" * 1_001 + b"x", ["x"]),
        (b" " * 5_000 + b"\nx\n", ["", "x"]),
        (b" " * 5_000, [""]),
        (b" " * 1_000 + b"\nx", ["", "x"]),
        (b"\n\nx\n", ["", "", "x"]),
        (b"  x\n", ["x"]),
    ],
)  # fmt: skip
def test_blanks_before_a_question_are_no_part_of_it(given, questions):
    """However many there are; a line of blanks alone is an empty question, as any other."""
    code, out, err = within("ask", "-", given=given)
    assert (code, err) == (ExitCode.ANSWERED, b"")
    assert [json.loads(line)["question"].strip() for line in out.splitlines()] == questions


SHELLS = {"bash": ".bashrc", "zsh": ".zshrc", "fish": ".config/fish/completions/sco.fish"}
"""Shells, and what is written for each when completion is installed."""


@posix
@pytest.mark.parametrize("form", [["--install-completion", "{}"], ["--install-completion={}"]])
@pytest.mark.parametrize("shell", SHELLS)
def test_completion_is_installed_for_the_shell_that_is_named(shell, form, tmp_path):
    """And for no other, whichever runs the program."""
    surroundings = environment(HOME=str(tmp_path), SHELL="/bin/bash")
    code, out, _ = within(*(word.format(shell) for word in form), env=surroundings)
    assert code == ExitCode.ANSWERED
    assert f"{shell} completion installed in ".encode() in out
    assert {name for name in SHELLS.values() if (tmp_path / name).exists()} == {SHELLS[shell]}


@posix
def test_the_script_that_is_shown_is_that_of_the_shell_that_is_named(tmp_path):
    """A shell that is not known is refused, with those that are."""
    surroundings = environment(HOME=str(tmp_path))
    for shell in SHELLS:
        assert f"complete_{shell}".encode() in within("--show-completion", shell, env=surroundings).out
    code, out, err = within("--show-completion", "csh", env=surroundings)
    assert (code, out) == (ExitCode.USAGE, b"")
    assert b"'csh' is not one of 'bash', 'zsh', 'fish'" in err
    assert list(tmp_path.iterdir()) == []


@posix
@pytest.mark.parametrize(
    ("shell", "said"), [("pwsh", "No such file or directory: 'pwsh'"), ("zsh", "Is a directory: '{}/.zshrc'")]
)
def test_what_stands_in_the_way_of_completion_is_said_in_words(shell, said, tmp_path):
    """A shell that is not there, a directory in place of its file: the reason, and nothing of Python's."""
    (tmp_path / ".zshrc").mkdir()
    surroundings = environment(HOME=str(tmp_path), PATH=str(tmp_path))
    told = f"sco: completion could not be installed: {said.format(tmp_path)}\n"
    assert within("--install-completion", shell, env=surroundings) == (ExitCode.FAULT, b"", told.encode())
