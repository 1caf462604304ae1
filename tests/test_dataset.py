"""Reading a data set: the one that comes with the program, and files that somebody hands to it."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from mutants import FIELDS, TEXT, put
from scocli import datafile
from scocli.cli import program
from scocli.datafile import LARGEST_FILE, DataSetError, bundled_path, is_vouched_for
from scocli.dataset import load
from scocli.errors import ExitCode
from scocli.models import Data
from scocli.validation import dump


class TestTheBundledDataSet:
    """What comes with the program."""

    def test_it_stands_in_canonical_form(self):
        """Byte for byte what the models write, so that a difference between two versions shows only facts."""
        assert bundled_path().read_bytes() == dump(Data.model_validate_json(TEXT)).encode()

    def test_its_digest_is_the_one_that_is_vouched_for(self):
        """Only the very file that was validated is read without being validated again."""
        assert datafile.VOUCHED.read_text("ascii") == hashlib.sha256(bundled_path().read_bytes()).hexdigest() + "\n"
        assert is_vouched_for(TEXT)
        assert not is_vouched_for(TEXT + " ")

    def test_it_is_read_without_being_validated(self, monkeypatch):
        """A file with the digest that is vouched for is not held against the rules."""
        monkeypatch.setattr("scocli.validation.validate", lambda _: pytest.fail("was validated"))
        assert load().through == FIELDS["through"]

    def test_without_a_digest_it_is_validated(self, monkeypatch, tmp_path):
        """If the digest cannot be read, nothing is vouched for."""
        seen = []
        monkeypatch.setattr(datafile, "VOUCHED", tmp_path / "gone")
        monkeypatch.setattr("scocli.validation.validate", lambda text: seen.append(text) or [])
        load()
        assert seen == [TEXT]


def run(*arguments: object) -> tuple[ExitCode, str, str]:
    """A run of the program: its exit status, and what it wrote to standard output and standard error."""
    out: list[str] = []
    err: list[str] = []
    status = program.run([str(argument) for argument in arguments], out.append, err.append)
    return status, "".join(out), "".join(err)


def write(content: bytes | str):
    """How to make a file with some content."""
    return lambda path: path.write_bytes(content if isinstance(content, bytes) else content.encode())


def changed(place: str, value: object):
    """How to make a copy of the data set with one thing changed."""
    data = json.loads(TEXT)
    put(data, place, value)
    return write(json.dumps(data))


def sparse(path: Path) -> None:
    """A file that says to be larger than is read, and takes no room."""
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)


def unreadable(path: Path) -> None:
    path.write_text(TEXT, "utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def link(target: str):
    return lambda path: path.symlink_to(target)


HOSTILE = {
    "truncated": (write(TEXT.encode()[:100_000]), "is not JSON: "),
    "cut in a character": (write(TEXT.encode()[: TEXT.encode().index("Ш".encode()) + 1]), "is not UTF-8 (byte "),
    "empty": (write(""), "is empty"),
    "in UTF-16": (write(TEXT.encode("utf-16")), "is UTF-16, not UTF-8"),
    "in UTF-16 without a mark": (write(TEXT.encode("utf-16-be")), "is UTF-16, not UTF-8"),
    "in UTF-32": (write(TEXT.encode("utf-32")), "is UTF-32, not UTF-8"),
    "in Latin 1": (write('{"through": "1. März"}'.encode("latin-1")), "is not UTF-8 (byte "),
    "with a key twice": (write(TEXT.replace('"code": "AZ"', '"code": "AZ", "code": "AM"')), "countries[3]: has the key 'code' twice"),
    "with NaN": (write(TEXT.replace('"ordinal": 7,', '"ordinal": NaN,')), "summits[6].ordinal: is not a whole number"),
    "with infinity": (write(TEXT.replace('"ordinal": 7,', '"ordinal": 1e999,')), "summits[6].ordinal: is not a whole number"),
    "nested deeply": (write("[" * 1_000_000), "is nested too deeply"),
    "nested less deeply": (write('{"a":' * 500 + "1" + "}" * 500), "a: is no field of this record"),
    "too large": (sparse, "is larger than 64 MB"),
    "of the wrong types": (changed("countries[AZ].code", 31), "countries[3].code: is not text"),
    "of another form": (changed("schema_version", "2.0"), "schema_version: is not '1.0'"),
    "of text that is not Unicode": (write(TEXT.replace('"Azerbaijan"', r'"\ud800"', 1)), "countries[3].names.en: is not valid Unicode"),
    "with text that drives the terminal": (changed("countries[AZ].names.en", "\x1b[2Jx"), "countries[3].names.en: is empty, or has a control"),
    "with a key that breaks the line": (changed("a\nb\x1b", 1), r"'a\nb\x1b': is no field of this record"),
    "that breaks a rule": (changed("summits[2024-astana].ordinal", 7), "summits[23].ordinal: is 7, but this is number 24"),
    "a directory": (Path.mkdir, "is a directory"),
    "missing": (lambda _: None, "does not exist"),
    "unreadable": (unreadable, "cannot be read ("),
    "an endless device": (link("/dev/zero"), "is not a file"),
    "a pipe": (os.mkfifo, "is not a file"),
    "a link to itself": (loop, "does not exist"),
}  # fmt: skip


@pytest.mark.parametrize(("make", "problem"), HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_holds_no_data_set_is_refused(tmp_path, make, problem, monkeypatch):
    """Exit status 4, a line a fault on standard error, nothing on standard output, no traceback."""
    monkeypatch.setattr(datafile, "_WAIT", 1)  # a pipe into which nobody writes is not waited for here
    file = tmp_path / "other.json"
    make(file)
    status, out, err = run("--data", file, "status", "Azerbaijan")
    assert (status, out) == (ExitCode.INVALID_DATA, "")
    assert f"sco: {file}: {problem}" in err
    assert all(line.startswith(f"sco: {file}: ") and line.isprintable() for line in err.splitlines())


def test_all_faults_of_a_file_are_told_of_a_line_each(tmp_path):
    """`sco validate` lists them all, with their places."""
    data = json.loads(TEXT)
    for number, summit in enumerate(data["summits"]):
        summit["ordinal"] = number + 2
    file = tmp_path / "other.json"
    file.write_text(json.dumps(data), "utf-8")
    status, out, err = run("validate", file)
    assert (status, out) == (ExitCode.INVALID_DATA, "")
    expected = [f"sco: {file}: summits[{n}].ordinal: is {n + 2}, but this is number {n + 1}\n" for n in range(25)]
    assert err == "".join(expected)


def test_the_name_of_a_file_cannot_break_the_line(tmp_path):
    """A line break or an escape in the file's name is written out."""
    file = tmp_path / "a\nb\x1b[2J.json"
    assert run("--data", file) == (
        ExitCode.INVALID_DATA,
        "",
        f"sco: {tmp_path}/a\\nb\\x1b[2J.json: does not exist\n",
    )


def test_a_changed_copy_that_holds_is_read(tmp_path):
    """Answers come from the file that was named."""
    file = tmp_path / "other.json"
    changed("countries[AZ].names.en", "Azerbaycan")(file)
    status, out, _ = run("--data", file, "status", "AZ")
    assert status == ExitCode.ANSWERED
    assert "Azerbaycan" in out


def test_what_is_wrong_is_counted():
    """The error says how many faults there are."""
    with pytest.raises(DataSetError, match=r"no/such: 1 fault$") as raised:
        load("no/such")
    assert [fault.problem for fault in raised.value.faults] == ["does not exist"]


def test_a_file_as_large_as_is_read_is_not_too_large(tmp_path, monkeypatch):
    """The limit itself is allowed."""
    file = tmp_path / "other.json"
    file.write_text(TEXT, "utf-8")
    monkeypatch.setattr(datafile, "LARGEST_FILE", len(TEXT.encode()))
    assert load(file).through == FIELDS["through"]
    monkeypatch.setattr(datafile, "LARGEST_FILE", len(TEXT.encode()) - 1)
    with pytest.raises(DataSetError):
        load(file)


def test_countries_are_put_in_order_by_the_name_that_is_shown():
    """Accents do not put a name behind all others; in another language the order is that of its names."""
    codes = ["TM", "TR", "TJ", "AE", "XX", "DE", "AF"]
    assert load().in_order(codes) == ["AF", "DE", "TJ", "TR", "TM", "AE", "XX"]
    in_russian = load().in_language("ru")
    assert in_russian.in_order(codes) == ["XX", "AF", "DE", "AE", "TJ", "TM", "TR"]
