"""Whatever the program is started in: streams, terminals, encodings, variables, signals, file systems."""

import errno
import json
import os
import re
import select
import shlex
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from unittest import mock

import pytest

from drawn import EXAMPLE_LINES, answer_to, widest
from each import each
from fuzz import GUARD, empty_room, run
from program import LONGEST, apart, environment, shell, within
from scocli import datafile
from scocli.cli import program, session
from scocli.cli.app import COMMANDS
from scocli.datafile import bundled_path
from scocli.errors import ExitCode

slow = pytest.mark.slow
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals, devices and closed streams are POSIX's")
QUESTION = "How many member states are there?\n"
LONG_OUTPUT = ["matrix", "--format", "json", "--sources"]


def answering(err=None):
    """A run of the program that answers questions from its standard input."""
    return subprocess.Popen(
        ["sco", "ask", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=err, env=environment()
    )


def next_line(process: subprocess.Popen[bytes]) -> bytes:
    """The next answer, which must come while no more questions do; none has come before it that was not read."""
    assert select.select([process.stdout], [], [], LONGEST)[0]
    return process.stdout.readline()


def tree(place: Path) -> dict[str, tuple[int, int, bytes]]:
    """Everything below a directory: its mode, when it was changed, what is in it."""
    found = {}
    for path in sorted([place, *place.rglob("*")]):
        facts = path.lstat()
        content = path.read_bytes() if path.is_file() else b""
        found[str(path.relative_to(place))] = (facts.st_mode, facts.st_mtime_ns, content)
    return found


@posix
class TestStreams:
    """Streams that are closed, full, or looked at no longer."""

    @pytest.mark.parametrize("count", [1, *(pytest.param(count, marks=slow) for count in (0, 100, 65_537))])
    def test_a_reader_may_leave_at_any_point(self, count):
        """It ends quietly, with status 0, wherever the pipe is closed."""
        with subprocess.Popen(
            ["sco", *LONG_OUTPUT], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            assert len(process.stdout.read(count)) == count
            process.stdout.close()
            assert (process.stderr.read(), process.wait(LONGEST)) == (b"", 0)

    @pytest.mark.parametrize(
        "arguments",
        [
            LONG_OUTPUT,
            *(
                pytest.param(words, marks=slow)
                for words in (["list"], ["--help"], ["--version"], ["schema"], ["ask", "-"])
            ),
        ],
        ids=shlex.join,
    )
    def test_a_reader_that_was_never_there(self, arguments):
        """A pipe whose reader has gone before anything is written is as quiet."""
        reader, writer = os.pipe()
        os.close(reader)
        assert apart(*arguments, stdout=writer, given=QUESTION.encode()) == (0, b"", b"")
        os.close(writer)

    def test_what_was_not_understood_stays_so_where_nobody_listens(self):
        """A standard error without a reader does not change the exit status."""
        reader, writer = os.pipe()
        os.close(reader)
        assert apart("status", "Frnace", stderr=writer) == (ExitCode.NOT_UNDERSTOOD, b"", b"")
        os.close(writer)

    @slow
    @pytest.mark.parametrize("place", ["&-", "/dev/full"])
    def test_what_was_not_understood_stays_so_where_it_cannot_be_said(self, place):
        """A standard error that is closed, and one that takes nothing."""
        if place != "&-" and not Path(place).exists():
            pytest.skip("there is no such device")
        assert shell(f"sco status Frnace 2>{place}") == (ExitCode.NOT_UNDERSTOOD, b"", b"")

    @pytest.mark.parametrize(
        ("arguments", "place", "why"),
        [
            ("list", "/dev/full", errno.ENOSPC),
            *(
                pytest.param(arguments, place, why, marks=slow)
                for arguments in (
                    "list",
                    "list -f json",
                    "--help",
                    "list --help",
                    "--version",
                    "schema",
                    "validate",
                    "ask KZ",
                )
                for place, why in (("/dev/full", errno.ENOSPC), ("&-", errno.EBADF))
            ),
        ],
    )
    def test_output_that_cannot_be_written_is_one_clear_line(self, arguments, place, why):
        """A full disk and a closed standard output: exit 1, and why; not half of an answer taken for a whole one."""
        if place == "/dev/full" and not Path(place).exists():
            pytest.skip("there is no such device")
        said = f"sco: the output could not be written: {os.strerror(why)}\n"
        assert shell(f"sco {arguments} >{place}") == (ExitCode.FAULT, b"", said.encode())

    def test_no_streams_at_all(self):
        """With all three closed there is the exit status."""
        assert shell("sco list <&- >&- 2>&-") == (ExitCode.FAULT, b"", b"")

    def test_questions_that_cannot_be_read(self):
        """A closed standard input is a fault, not an empty one."""
        said = f"sco: standard input cannot be read: {os.strerror(errno.EBADF)}\n"
        assert shell("sco ask - <&-") == (ExitCode.FAULT, b"", said.encode())

    def test_a_closed_stream_gives_its_number_to_no_file(self, tmp_path):
        """What is saved with all three closed holds the whole answer, and nothing else."""
        assert shell(f"sco list --on 2020 --output {shlex.quote(str(tmp_path / 'a.txt'))} <&- >&- 2>&-") == (
            0,
            b"",
            b"",
        )
        saved = (tmp_path / "a.txt").read_text("utf-8")
        assert saved.startswith("The SCO had ")
        assert "Data to" in saved.splitlines()[-1]


class TestQuestionsOnStandardInput:
    """``sco ask -``, whatever is fed to it."""

    @staticmethod
    def answers(given: bytes) -> list[dict[str, object]]:
        """The answers to a whole input."""
        code, out, err = within("ask", "-", given=given)
        assert (code, err) == (0, b"")
        assert b"\r" not in out
        return [json.loads(line) for line in out.decode().splitlines()]

    def test_bytes_that_are_no_text(self):
        """Each line has its answer, and what could not be read is shown as escapes."""
        raw = bytes(range(256)).replace(b"\n", b"").replace(b"\r", b"")
        first, second, third = self.answers(b"\xff\xfe\x00KZ\n" + raw + b"\n" + QUESTION.encode())
        assert first["kind"] == second["kind"] == "none"
        assert first["question"] == "\\xff\\xfe\0KZ"
        assert third["value"] == 10

    @each("given", ["KZ\r\nUZ\r\n", "KZ\nUZ", "\ufeffKZ\nUZ\n", "KZ\n\rUZ"])
    def test_line_ends_and_byte_order_marks(self, given):
        """CRLF, no line feed at the end, and the mark that some editors put in front belong to no question."""
        found = [answer["question"] for answer in self.answers(given.encode()) if answer["question"]]
        assert found == ["KZ", "UZ"]

    def test_a_line_of_ten_megabytes(self):
        """It is refused as too long, is not given back whole, and takes nothing from the next line."""
        found = self.answers(b"member " * 1_500_000 + b"\nKZ\n")
        assert [answer["kind"] for answer in found] == ["none", "status"]
        assert "longer than 1000 characters" in str(found[0]["error"])
        assert len(str(found[0]["question"])) == 1001

    def test_a_line_of_exactly_the_longest_length(self):
        """A thousand characters are no more than a thousand, with or without a line feed behind them."""
        question = f"{QUESTION.strip()}{' ' * 1000}"[:1000].encode()
        assert [answer["value"] for answer in self.answers(question + b"\n" + question)] == [10, 10]

    @posix
    def test_each_answer_comes_before_the_next_question(self):
        """Whoever waits for an answer before asking on gets it."""
        with answering() as process:
            for question in ("KZ", "UZ"):
                process.stdin.write(f"{question}\n".encode())
                process.stdin.flush()
                assert json.loads(next_line(process))["question"] == question
            process.stdin.close()
            assert process.wait(LONGEST) == 0

    @posix
    @pytest.mark.parametrize("remarks", ["to a pipe", pytest.param("to a terminal", marks=slow)])
    def test_endless_questions_end_with_their_reader(self, remarks):
        """Answers come while questions still do; when nobody reads them any more, no more questions are read."""
        pty = pytest.importorskip("pty")
        ours, theirs = pty.openpty() if remarks == "to a terminal" else os.pipe()
        with answering(theirs) as process:
            os.close(theirs)
            process.stdin.write(QUESTION.encode() * 300)
            process.stdin.flush()
            assert json.loads(next_line(process))["kind"] == "number"
            process.stdout.close()
            with suppress(BrokenPipeError):
                while process.poll() is None:
                    process.stdin.write(QUESTION.encode())
                    process.stdin.flush()
            assert process.wait(LONGEST) == 0
            with suppress(BrokenPipeError):
                process.stdin.close()
        os.close(ours)

    def test_many_questions_with_a_terminal_for_remarks(self):
        """The terminal is told how many there have been; standard output has every answer, and nothing else."""
        code, out, said = within("ask", "-", given=QUESTION.encode() * 260, terminals="err")
        assert code == 0
        assert [json.loads(line)["value"] for line in out.splitlines()] == [10] * 260
        assert b"260 questions" in said

    @each("option", ["--explain", "--sources", "--format=csv", "--output=x.svg", "--force"])
    def test_options_that_many_answers_cannot_heed_are_refused(self, option):
        """No option is passed over in silence."""
        code, out, err = within("ask", "-", option)
        assert (code, out) == (ExitCode.USAGE, b"")
        assert err.startswith(b"sco: with - as the question, --lang is the only option")


@posix
class TestSignals:
    """Interruptions."""

    @pytest.mark.parametrize("busy", [True, pytest.param(False, marks=slow)])
    def test_an_interruption_ends_at_once(self, busy):
        """Ctrl-C while questions are answered, or awaited: exit 130, one line, every line before it whole."""
        with answering(subprocess.PIPE) as process:
            process.stdin.write(QUESTION.encode() * (2_000 if busy else 1))
            process.stdin.flush()
            lines = [next_line(process)]
            process.send_signal(signal.SIGINT)
            lines += process.stdout  # not `communicate`, which would miss what was read ahead of the first line
            err, code = process.stderr.read(), process.wait(LONGEST)
        assert (code, err) == (ExitCode.INTERRUPTED, b"sco: interrupted\n")
        assert {json.loads(line)["kind"] for line in lines} == {"number"}
        assert len(lines) < 2_000

    def test_an_interruption_while_the_command_line_is_read(self):
        """What Typer makes of Ctrl-C, an exit status like any other, stays an interruption."""
        with (
            mock.patch.object(program.typer.main, "get_command", return_value=mock.Mock(return_value=130)),
            pytest.raises(KeyboardInterrupt),
        ):
            run(["list"])

    def test_an_interruption_of_a_whole_pipeline(self):
        """Ctrl-C ends the reader of the answers too: nothing is said of the pipe that it leaves."""
        with answering(subprocess.PIPE) as process:
            process.stdin.write(QUESTION.encode())
            process.stdin.flush()
            next_line(process)
            process.stdout.close()
            process.send_signal(signal.SIGINT)
            assert (process.stderr.read(), process.wait(LONGEST)) == (b"sco: interrupted\n", ExitCode.INTERRUPTED)


class TestEncodings:
    """Locales and encodings that know few characters."""

    LINES = (["status", "TR"], ["status", "TR", "--lang", "zh"], ["timeline", "TR", "--lang", "ru"])

    @pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "cp437", "gb18030", "utf-16", "utf-8"])
    def test_every_name_is_written_in_every_encoding(self, encoding):
        """'Türkiye' in three languages as a table, as JSON and in a picture: nothing raises, and JSON says the same in all."""
        for arguments in self.LINES:
            for terminals in ("", "out err"):
                code, out, err = within(*arguments, encoding=encoding, terminals=terminals)
                assert (code, err) == (0, b"")
                assert "2025" in out.decode(encoding)
        code, out, err = within("status", "TR", "-f", "json", encoding=encoding)
        assert (code, err) == (0, b"")
        assert json.loads(out.decode(encoding))["rows"] == answer_to("sco status TR").to_dict()["rows"]

    @pytest.mark.parametrize(
        "variables",
        [
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            *(
                pytest.param(variables, marks=slow)
                for variables in (
                    {},
                    {"LC_ALL": "C"},
                    {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"},
                    {"LC_ALL": "junk"},
                    {"PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"},
                    {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
                    {"PYTHONIOENCODING": "utf-16"},
                )
            ),
        ],
        ids=str,
    )
    def test_a_process_writes_as_its_locale_says(self, variables):
        """Whatever encoding the environment gives the streams, they are written as here on streams that have it."""
        encoding = variables.get("PYTHONIOENCODING", "utf-8").split(":")[0]
        if variables.get("PYTHONCOERCECLOCALE") == "0":
            encoding = "ascii"
        arguments = self.LINES[-1]
        code, out, err = apart(*arguments, env=environment(**variables))
        assert (code, err) == (0, b"")
        assert out.decode(encoding) == within(*arguments, encoding=encoding).out.decode(encoding)

    def test_answers_to_many_questions_are_json_in_every_encoding(self):
        """What ASCII cannot say stands in the lines of ``sco ask -`` as JSON escapes it."""
        code, out, _ = within("ask", "-", given=b"TR\n", encoding="ascii")
        assert code == 0
        assert json.loads(out)["rows"] == answer_to("sco status TR").to_dict()["rows"]

    @posix
    @pytest.mark.parametrize(
        "variables",
        [{"PYTHONUTF8": "1"}, pytest.param({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, marks=slow)],
        ids=str,
    )
    def test_bytes_that_are_no_text_in_an_argument(self, variables):
        """They are shown as escapes in the one line that says what was not understood."""
        code, out, err = apart("status", b"T\xfcrkiye\xff", env=environment(**variables))
        assert (code, out) == (ExitCode.NOT_UNDERSTOOD, b"")
        assert err.startswith(rb"sco: No country is called 'T\udcfcrkiye\udcff'.")
        assert err.count(b"\n") == 1


class TestTerminals:
    """Widths, colours, and kinds of terminals, or none."""

    @pytest.mark.parametrize(
        "columns", ["0", "1", "-5", "junk", "", "1000000000", "9" * 5000, "\N{ARABIC-INDIC DIGIT SIX}0", "7"]
    )
    @pytest.mark.parametrize("line", ["list", "timeline", "matrix"])
    def test_any_width_a_terminal_may_claim(self, columns, line):
        """A table and both pictures are drawn, and no wider than what is there: 80 columns where nothing sensible is claimed."""
        env = environment(COLUMNS=columns, LINES="junk", TERM="xterm", NO_COLOR="1")
        code, out, err = within(line, env=env, terminals="out")
        said = out.decode()
        assert (code, err) == (0, b"")
        assert "Data to" in " ".join(said.split())
        assert widest(said) <= {"1": 20, "7": 20, "1000000000": 400, "\N{ARABIC-INDIC DIGIT SIX}0": 60}.get(columns, 80)

    @each("columns", ["0", "1", "-5", "junk", "1000000000"])
    def test_help_in_any_width(self, columns):
        """Help is whole however wide the terminal claims to be."""
        code, out, err = within("list", "--help", env=environment(COLUMNS=columns))
        assert (code, err) == (0, b"")
        assert b"--where" in out

    @pytest.mark.parametrize(
        ("variables", "colored"),
        [
            ({"TERM": "xterm"}, True),
            ({"TERM": "xterm", "NO_COLOR": "1"}, False),
            ({"TERM": "xterm", "NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
            ({"TERM": "dumb"}, False),
            ({"TERM": "dumb", "FORCE_COLOR": "1"}, False),
            ({"TERM": None}, True),
            ({"TERM": ""}, True),
            ({"TERM": "nobody-knows"}, True),
        ],
        ids=str,
    )
    def test_colours_of_a_terminal(self, variables, colored):
        """Only a terminal that can show them, and whose user has not declined them, gets colours; it gets nothing else."""
        code, out, err = within("list", env=environment(**variables), terminals="out")
        said = out.decode()
        assert (code, err) == (0, b"")
        assert ("\x1b[1m" in said) == colored
        assert all(line.isprintable() for line in re.sub(r"\x1b\[[0-9;]*m", "", said).split("\n"))

    @pytest.mark.parametrize("form", ["json", "csv", "markdown"])
    def test_other_formats_have_no_colours_even_by_force(self, form):
        """FORCE_COLOR is for tables."""
        assert b"\x1b" not in within("list", "-f", form, env=environment(FORCE_COLOR="1")).out

    @posix
    @pytest.mark.usefixtures("live")
    def test_no_variables_no_home_and_no_directory(self, tmp_path):
        """With an empty environment, no locale, no home, and in a directory that is gone, the answer is the same."""
        program = shutil.which("sco")
        assert program is not None
        gone = shlex.quote(str(tmp_path / "gone"))
        bare = shell(
            f"mkdir {gone} && cd {gone} && rmdir {gone} && env -i HOME=/nowhere {shlex.quote(program)} list --on 2020"
        )
        assert bare == within("list", "--on", "2020")
        assert bare.code == 0


class TestVariables:
    """The environment's variables that name something."""

    def test_an_empty_data_set_variable_is_none(self):
        """SCO_DATA= is as if it were not there."""
        assert within("list", env=environment(SCO_DATA="")) == within("list")

    @pytest.mark.parametrize(
        "arguments", [["--data", "", "list"], ["--data=", "list"], ["validate", ""]], ids=shlex.join
    )
    def test_an_empty_name_of_a_file_is_none(self, arguments):
        """A script's variable that is empty by mistake does not stand for the program's own data set."""
        assert run(arguments)[0] == (ExitCode.INVALID_DATA, "", "sco: .: is a directory\n")

    def test_a_data_set_that_is_none_is_one_line(self, tmp_path, monkeypatch):
        """A directory, a device, a pipe, a link to itself, no file, an endless name: exit 4, and what it is."""
        monkeypatch.setattr(datafile, "_WAIT", 0)
        (tmp_path / "loop").symlink_to("loop")
        os.mkfifo(tmp_path / "fifo")
        wrong = {
            str(tmp_path): "is a directory",
            "/dev/zero": "is not a file",
            str(tmp_path / "fifo"): "is not a file",
            str(tmp_path / "loop"): "does not exist",
            "nowhere.json": "does not exist",
            "n" * 3_000: f"cannot be read ({os.strerror(errno.ENAMETOOLONG)})",
        }
        for path, said in wrong.items():
            code, out, err = within("list", env=environment(SCO_DATA=path))
            assert (code, out) == (ExitCode.INVALID_DATA, b"")
            assert re.fullmatch(rf"sco: .*(: {re.escape(said)}|\.\.\.)\n", err.decode())

    @each("request_", ["junk", "complete_", "complete_junk", "source_junk", "\x1b[2J", "complete_\x1b[2J"])
    def test_a_request_for_completion_that_is_none(self, request_):
        """It is refused in one line without a control character."""
        code, out, err = within("list", env=environment(_SCO_COMPLETE=request_))
        assert (code, out) == (ExitCode.FAULT, b"")
        assert err.startswith(b"sco: ")
        assert err.decode().rstrip("\n").isprintable()


class TestNothingIsTouched:
    """Files and the network."""

    @each("line", [*EXAMPLE_LINES, "sco --help", "sco --version", "sco validate", "sco schema", "sco ask -"])
    def test_no_command_writes_a_file_or_opens_a_connection(self, line):
        """Where nothing may be written, every command says the same as elsewhere and tries neither."""
        ended, refused = run(shlex.split(line)[1:], QUESTION)
        assert (ended.code, ended.err, refused) == (0, "", [])
        assert ended.out

    def test_what_is_watched_is_noticed(self, tmp_path):
        """The watch refuses a file, a connection and a program, or the tests above would say nothing."""
        import socket

        with GUARD.watching(tmp_path / "room") as refused:
            with pytest.raises(PermissionError):
                (tmp_path / "a.txt").write_text("x")
            with pytest.raises(PermissionError):
                socket.socket()
            with pytest.raises(PermissionError):
                subprocess.run(["true"], check=False)
        assert [event.split()[0] for event in refused] == ["open", "socket.__new__", "subprocess.Popen"]
        assert not (tmp_path / "a.txt").exists()

    @slow
    def test_a_directory_is_as_it_was(self, tmp_path):
        """Nothing appears, changes or vanishes where a command runs, which is its home too; its data set stays as it is."""
        copy = tmp_path / "data.json"
        shutil.copy(bundled_path(), copy)
        (tmp_path / "folder").mkdir()
        before = tree(tmp_path)
        for arguments in (
            ["list"],
            ["ask", "who chaired the last summit?"],
            ["validate", "data.json"],
            ["schema"],
            ["status", "Frnace"],
        ):
            env = environment(HOME=str(tmp_path), SCO_DATA=str(copy), PYTHONDONTWRITEBYTECODE="1", TMPDIR=str(tmp_path))
            assert apart(*arguments, env=env, cwd=tmp_path).code == (3 if "Frnace" in arguments else 0)
        assert tree(tmp_path) == before

    def test_saving_and_exporting_write_what_they_were_told_to_and_nothing_else(self):
        """One file, or one directory, in the place that was named."""
        for arguments, made in (
            (["list", "--output", "a.svg"], {"a.svg"}),
            (["list", "--output", "b.html"], {"b.html"}),
            (["export", "c"], {"c"}),
            (["export", "d.sqlite"], {"d.sqlite"}),
        ):
            with empty_room() as room:
                ended, refused = run(arguments, room=room)
                assert (ended.code, refused) == (0, [])
                assert {path.name for path in room.iterdir()} == made

    @pytest.mark.parametrize(
        "arguments", [["list", "--output", "a.svg"], ["export", "c"], ["export", "d.sqlite"]], ids=shlex.join
    )
    def test_where_nothing_can_be_written_one_line_says_so(self, arguments):
        """A file system that refuses: exit 1, and nothing is left behind."""
        with empty_room() as room:
            ended, refused = run(arguments)
            assert refused
            assert (ended.code, ended.out) == (ExitCode.FAULT, "")
            assert re.fullmatch(r"sco: .*could not be written.*\n|sco: .*cannot be written.*\n", ended.err)
            assert list(room.iterdir()) == []

    @posix
    @each("arguments", ["list --output a.svg", "export a", "export a.db"])
    @each("force", ["", " --force"])
    def test_a_link_to_itself_is_no_place(self, arguments, force):
        """One line; only a picture that is told to replace what is there takes its place."""
        name = arguments.split()[-1]
        with empty_room() as room:
            (room / name).symlink_to(name)
            ended, _ = run([*arguments.split(), *force.split()], room=room)
            if name == "a.svg" and force:
                assert ended == (0, "", "sco: wrote a.svg\n")
                assert (room / name).is_file()
            else:
                assert (ended.code, ended.out, ended.err.count("\n")) == (ExitCode.USAGE, "", 1)
                assert (room / name).is_symlink()
            assert len(list(room.iterdir())) == 1

    def test_completion_that_cannot_be_installed_is_one_line(self, monkeypatch):
        """A home that may not be written, or whose files are no text."""
        monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
        with empty_room() as room:
            ended, refused = run(["--install-completion", "bash"])
            assert refused
            assert (ended.code, ended.out) == (ExitCode.FAULT, "")
            assert re.fullmatch(r"sco: completion could not be installed: .*Permission denied.*\n", ended.err)
            (room / ".bashrc").write_bytes(b"\xff")
            ended, _ = run(["--install-completion", "bash"], room=room)
            assert (ended.code, ended.out, ended.err.count("\n")) == (ExitCode.FAULT, "", 1)
            assert (room / ".bashrc").read_bytes() == b"\xff"

    @slow
    @pytest.mark.skipif(not shutil.which("strace"), reason="strace is not there")
    @pytest.mark.parametrize(
        "line", ["list", 'ask "Who came to Samarkand as observers?" -f json', "validate", "status Frnace"]
    )
    def test_the_system_is_asked_for_no_connection_and_no_file_to_write(self, line, tmp_path):
        """In the calls to the system there is no socket, and no file is opened to be written, made, renamed or removed."""
        log = tmp_path / "log"
        watched = "network,openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,symlink,link,truncate,chmod"
        command = ["strace", "-f", "-qq", "-e", f"trace={watched}", "-o", str(log), "sco", *shlex.split(line)]
        ended = subprocess.run(command, check=False, capture_output=True, env=environment(PYTHONDONTWRITEBYTECODE="1"))
        if b"ptrace" in ended.stderr.lower() or not log.exists():
            pytest.skip("nothing may be traced here")
        calls = log.read_text("utf-8", "replace").splitlines()
        assert any("sco.json" in call for call in calls)
        allowed = re.compile(r"open(at)?\(.*O_RDONLY|open(at)?\(.*\"/dev/(null|tty)\"|^\d+ +(\+\+\+|---)")
        assert [call for call in calls if not allowed.search(call)] == []


def test_every_command_has_an_example_that_is_run_here():
    """No command is left out of the tests above but those that are told to write or to serve, and the one that explains the others."""
    run_here = {word for line in EXAMPLE_LINES for word in line.split()[1:2]}
    assert set(COMMANDS) - run_here <= {"validate", "schema", "export", "mcp", "help"}


def test_a_fault_that_nobody_thought_of_is_one_line(tmp_path):
    """Where the program itself is wrong, it says so and where in one line; Python's development mode shows all."""
    broken = tmp_path / "broken.py"
    broken.write_text(
        "import scocli.cli.session as s\ns.load = lambda path: {}['\\x1b[31m']\nfrom scocli.__main__ import main\nmain()\n"
    )
    ended = subprocess.run([sys.executable, str(broken), "list"], check=False, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout) == (ExitCode.FAULT, "")
    assert ended.stderr == "sco: unexpected fault: KeyError: '\\x1b[31m' (broken.py, line 2)\n"
    developing = mock.Mock(dev_mode=True)
    with (
        mock.patch.object(session, "load", side_effect=KeyError("x")),
        mock.patch.object(sys, "flags", developing),
        pytest.raises(KeyError),
    ):
        within("list")


def test_nothing_is_left_running():
    """The program ends with its answer: no thread is started that would be waited for, as no process may be."""
    before = threading.enumerate()
    ended, refused = run(["list"])
    assert (ended.code, refused, threading.enumerate()) == (0, [], before)
