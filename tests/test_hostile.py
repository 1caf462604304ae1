"""Arguments, questions and data sets that are meant to break the program, or whoever reads what it prints."""

import csv
import io
import json
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any
from unittest import mock
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt  # which Rich needs

from drawn import EXAMPLE_LINES
from each import each
from fuzz import (
    ODD,
    TODAY,
    Ended,
    check,
    empty_room,
    ending,
    inputs,
    lines,
    questions,
    run,
    try_one,
    words,
)
from mutants import WHOLE as FIELDS
from mutants import Field, every_field, spelled, value_at, with_value
from program import apart
from scocli import world
from scocli.completion.shells import SHELLS, Typed
from scocli.completion.words import Offer, place
from scocli.dataset import load
from scocli.errors import ExitCode
from scocli.models.values import SPACED
from scocli.queries import VERBS
from scocli.render import FORMATS, MORE, Look, render
from scocli.text import quoted, visible
from scocli.validation import arrange, validate
from test_saving import Page

HIDDEN = [
    "\0", "\a", "\b", "\t", "\n", "\r", "\v", "\x1b", "\x1c", "\x7f", "\x85", "\x9b", "\xa0", "\xad", "\u061c", "\u200b", "\u200d", "\u200e", "\u2028",
    "\u202e", "\u2066", "\u2069", "\u3000", "\ufeff", "\ue000", "\U000e0041", "\U0010ffff", "\ud800",
]  # fmt: skip
"""Characters that drive a terminal, reorder or hide what is read, or are none."""
MARKUP = [
    "[red]x[/red]", "[/]", "[link=https://evil.example]x[/link]", ":boom:", "| a |", "|", "=1+1", "+1", "-1", "@SUM(1+1)", "＝1+1", "1. x", "1)", "- x", "+ x",
    "* x", "# x", "> x", "---", "===", "```", "`x`", "*x*", "_x_", "~~x~~", "$x$", "![x](https://evil.example)", "[x](https://evil.example)",
    "<https://evil.example>", "</svg><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title></pre>", "<!--", "]]>", "&lt;b&gt;", "&#27;[2J",
    "{0}{x}{{", "%s%n", "\\x1b[2J", "\\", "\\|", "$(touch pwned)", "`touch pwned`", "';touch pwned;'", '";touch pwned;"', "’;touch pwned;’",
    "‘;touch pwned;‘", "‚;touch pwned;‚", "‛;touch pwned;‛", "--force", "\\u001b",
]  # fmt: skip
"""Words that mean something to some reader of what is printed: they can be seen, so a data set may hold them."""
EVERY_VERB = ("", "ask", *filter(None, VERBS))
URL = "https://evil.example/</svg><script>alert(1)</script>|`[x](y)[red]&\"'>"


@cache
def text_fields() -> tuple[Field, ...]:
    """The fields that hold free text, or a list of it."""
    pattern = json.dumps(SPACED)

    def is_text(field: Field) -> bool:
        return pattern in json.dumps(field.kind.model_json_schema()["properties"][field.name])

    return tuple(field for field in every_field() if is_text(field))


def poisoned(evils: tuple[str, ...], url: str) -> dict[str, Any]:
    """The data set in which every text (but for what rules look at) begins and ends with one of some evils, each in turn."""
    turns = cycle(evils)

    @cache  # a name is the same wherever it stands
    def change(text: str) -> str:
        if text in cities:
            return text
        evil = next(turns)
        return f"{evil} {text} {evil}"

    data = json.loads(json.dumps(FIELDS))
    cities = {value_at(data, path) for field in text_fields() if field.name == "city" for path in field.paths}
    for field in text_fields():
        if field.name == "about":  # a rule looks at it, as at what is called like a city
            continue
        for path in field.paths:
            old = value_at(data, path)
            new = sorted(map(change, old)) if isinstance(old, list) else change(old)
            data = with_value(data, path, new)
    data = json.loads(arrange(json.dumps(data)))
    for number, source in enumerate(data["sources"].values()):
        source["url"] = f"{url}{number or ''}"
    data["organization"]["website"] = url
    return data


@pytest.fixture(scope="module")
def evil_file(evils, tmp_path_factory):
    """The file of a data set in which no text is meant well."""
    path = tmp_path_factory.mktemp("poison") / "data.json"
    path.write_text(json.dumps(poisoned(evils, URL)), "utf-8")
    return path


class TestAnyArguments:
    """A few of the runs that ``tests/fuzz.py`` makes without end."""

    @settings(suppress_health_check=list(HealthCheck))
    @given(lines, inputs)
    @example(["summit", ""], "")
    @example(["timeline", "dialogue-partners", "--on", "2009-06-14"], "")
    @example(["timeline", "partners", "--on", "0001-01-01"], "")
    @example(["about", ""], "")
    @example(["validate", ""], "")
    @example(["--data", "", "list"], "")
    @example(["list", "--on", "x" * 100_000], "")
    @example(["list", "x" * 100_000], "")
    @example(["--" + "x" * 100_000], "")
    @example(["x" * 100_000], "")
    @example(["list", "--output", "x" * 100_000 + ".svg"], "")
    @example(["ask", "x" * 100_000], "")
    @example(["ask", f"who{' ' * 100_000}came?"], "")
    @example(["ask", "-"], "\ud800\0\x1b[2J\n\n\u202e")
    def test_every_run_ends_in_a_documented_way(self, arguments, given_input):
        """One exit status of those listed; one line if it is not 0, and nothing else; no control character anywhere."""
        try_one(arguments, given_input)

    @settings(suppress_health_check=list(HealthCheck))
    @given(questions)
    @example("sorry " * 160)
    def test_every_question_is_answered_or_refused(self, question):
        """A question is never a wrong use of the program, unless it is empty."""
        ended = try_one(["ask", "--", question])
        assert ended.code in {ExitCode.ANSWERED, ExitCode.NOT_UNDERSTOOD} or not question.strip() or question == "-"

    def test_what_is_longer_than_any_name_is_not_looked_for(self):
        """A very long first word is no command, and no language's list of countries is searched for it."""
        with mock.patch.object(world, "search", side_effect=AssertionError):
            assert try_one(["x" * 100_000]).code == ExitCode.USAGE

    @each("word", ODD)
    def test_a_word_is_shown_as_what_it_is(self, word):
        """The message names the word, with nothing in it that a terminal would obey."""
        ended = try_one(["status", "--", word])
        assert ended.code in {ExitCode.NOT_UNDERSTOOD, ExitCode.ANSWERED}
        assert ended.code == ExitCode.ANSWERED or quoted(word) in ended.err

    @pytest.mark.parametrize(
        "arguments",
        [
            ["list", "--on", "٢٠٢٤\udcff\x1b[31m"],
            *(
                pytest.param(words, marks=pytest.mark.slow)
                for words in (
                    ["status", "\udcff\udcfe"],
                    ["ask", "\x1b[31m\u202ewho\x07"],
                    ["--nothing", "\udcff"],
                    ["summit", ""],
                    ["ask", "z" * 100_000],
                    ["ask", "Who came to Samarkand as observers?", "-f", "json"],
                )
            ),
        ],
        ids=lambda arguments: ascii(arguments)[:40],
    )
    def test_a_process_ends_as_a_run_within_this_one(self, arguments):
        """What is tested within the process holds of the program itself."""
        with empty_room() as room:
            here, _ = run(arguments, room=room)
            code, out, err = apart(*map(os.fsencode, arguments))
        there = Ended(code, out.decode(), err.decode())
        check(arguments, there, [])
        assert there == here

    def test_what_is_checked_can_fail(self):
        """The check refuses each thing that it is there to refuse."""
        for code, out, err in (
            (0, "\x1b[31mx\n", ""),
            (0, "x", ""),
            (0, '{"a": NaN}\n', ""),
            (0, "x\n", "sco: x\n"),
            (1, "", "sco: x\n"),
            (2, "", ""),
            (2, "x\n", "sco: x\n"),
            (2, "", "x\n"),
            (2, "", "sco: \n"),
            (2, "", "sco: a\nsco: b\n"),
            (2, "", "sco: \u202e\n"),
            (2, "", f"sco: {'x' * 3000}\n"),
            (5, "", "sco: x\n"),
            (130, "", "sco: x\n"),
        ):
            with pytest.raises((AssertionError, ValueError)):
                check(["list"], mock.Mock(code=code, out=out, err=err), [])
        with pytest.raises(AssertionError):
            check(["list"], mock.Mock(code=0, out="x\n", err=""), ["socket.__new__"])


class TestHiddenCharacters:
    """Characters that cannot be seen have no place in a data set."""

    @pytest.mark.parametrize(
        "characters",
        [tuple(HIDDEN), *(pytest.param((hidden,), marks=pytest.mark.slow) for hidden in HIDDEN)],
        ids=lambda characters: ascii(characters[0]) if len(characters) == 1 else "each in turn",
    )
    def test_they_are_refused_wherever_text_is(self, characters):
        """Every text of the file with such a character in it is a fault, at its place; nothing of it is shown as it is."""
        data, places = FIELDS, set()
        for field, hidden in zip(text_fields(), cycle(characters), strict=False):
            old = value_at(data, field.path)
            new = [f"x{hidden}y", *old[1:]] if isinstance(old, list) else f"x{hidden}y"
            data = with_value(data, field.path, new)
            places.add(spelled(field.path) + "[0]" * isinstance(old, list))
        assert len(places) > 40
        faults = validate(json.dumps(data))
        assert places <= {fault.place for fault in faults}
        assert all(visible(str(fault)) == str(fault) for fault in faults)

    def test_nor_at_either_end(self):
        """Neither in front nor behind nor alone: each in the name of another person, and every such name is a fault."""
        names = [where.format(hidden) for where in ("{}x", "x{}", "{}") for hidden in (" ", "  ", *HIDDEN)]
        person = FIELDS["persons"][0]
        data = with_value(FIELDS, ("persons",), [person | {"name": name} for name in names])
        places = {fault.place for fault in validate(json.dumps(data))}
        assert {f"persons[{number}].name" for number in range(len(names))} <= places

    @pytest.mark.parametrize(
        "hidden",
        [hidden if hidden in "\n\x1b" else pytest.param(hidden, marks=pytest.mark.slow) for hidden in HIDDEN],
        ids=ascii,
    )
    def test_they_are_refused_in_keys_and_ids_and_addresses_too(self, hidden):
        """A key that nobody knows, an id, a code, a day and an address; the complaint shows it as an escape."""
        for path, value in (
            (("through",), f"2025-09-01{hidden}"),
            (("countries", 0, "code"), f"A{hidden}"),
            (("countries", 0, f"x{hidden}"), "x"),
            (("summits", 0, "id"), f"2001-shanghai{hidden}"),
            (("organization", "website"), f"https://example.org/{hidden}"),
            (("sources", f"a{hidden}"), next(iter(FIELDS["sources"].values()))),
        ):
            faults = validate(json.dumps(with_value(FIELDS, path, value)))
            assert faults
            assert all(visible(str(fault)) == str(fault) for fault in faults)


COMMAND_LINES = [
    next(line for line in EXAMPLE_LINES if line.split()[1:2] == ([verb] if verb else [])) for verb in EVERY_VERB
]
"""An example of every command that answers."""


@pytest.mark.parametrize(
    "evils",
    [tuple(MARKUP), *(pytest.param((evil,), marks=pytest.mark.slow) for evil in MARKUP)],
    ids=lambda evils: ascii(evils[0]) if len(evils) == 1 else "each in turn",
    scope="module",
)
class TestMarkup:
    """Text that can be seen may stand in a data set, and stays text wherever it is shown."""

    @staticmethod
    def answers(path: Path, form: str, *more: str) -> list[str]:
        """What every command answers from such a data set, in a format."""
        found = []
        for line in COMMAND_LINES:
            arguments = ["--data", str(path), *shlex.split(line)[1:], *more, "--format", form]
            ended, refused = run(arguments)
            check(arguments, ended, refused)
            assert ended.code in {ExitCode.ANSWERED, ExitCode.NOT_UNDERSTOOD}
            if ended.code == ExitCode.ANSWERED:
                found.append(ended.out)
        assert len(found) > len(COMMAND_LINES) // 2
        return found

    def test_the_data_set_holds(self, evil_file):
        """It is a data set like any other."""
        assert validate(evil_file.read_text("utf-8")) == []

    def test_a_table_shows_it_as_it_is(self, evils, evil_file):
        """Every character of it is there, and no other than can be seen."""
        out = "".join(self.answers(evil_file, "table", "--sources"))
        assert [evil for evil in evils if evil not in out] == []

    def test_colours_are_the_programs_own(self, evils, evil_file):
        """With colours, the only control sequences are those that the program draws with."""
        data = load(evil_file)
        plain, colored = (
            render(answered(data, *data.countries), "table", Look(width=1_000, color=color, more=MORE))
            for color in (False, True)
        )
        uncolored = re.sub(r"\x1b\[[0-9;]*m", "", colored).splitlines()
        assert [line.rstrip() for line in uncolored] == plain.splitlines()
        assert any(evil in plain for evil in evils)

    def test_json_says_it_as_it_is(self, evils, evil_file):
        """It is read back as it was, on every line where it stands."""
        out = self.answers(evil_file, "json", "--sources")
        assert all(line.isprintable() for text in out for line in text.splitlines())
        read = "".join(strings(list(map(json.loads, out))))
        assert [evil for evil in evils if evil not in read] == []

    def test_no_cell_of_csv_is_a_formula(self, evils, evil_file):
        """Every row is as wide as the heading, and no cell begins as a formula does."""
        outs = self.answers(evil_file, "csv")
        assert any(evil in out for evil in evils for out in outs)
        for out in outs:
            rows = list(csv.reader(io.StringIO(out), strict=True))
            assert len({len(row) for row in rows}) == 1
            assert not any(cell[:1] in set("=+-@＝＋－＠\t\r") for row in rows for cell in row if cell)

    def test_markdown_is_made_of_the_programs_own_parts(self, evils, evil_file):
        """Read as Markdown, there is nothing but its paragraphs, tables and lists, and links to the sources alone."""
        read = ""
        allowed = {"p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong", "a"}
        for out in self.answers(evil_file, "markdown", "--sources"):
            page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(out)
            read += Page(page).text
            assert set(re.findall(r"<([a-z0-9]+)", page)) <= allowed
            assert page.count("<a ") == out.count(" <https://evil.example/")
            assert page.count("<li>") == len(re.findall(r"(?m)^ *- ", out))
            assert not re.search(r"<li>\s*<(ul|ol|p|h\d|hr|blockquote)", page)
            rows = [line for line in out.splitlines() if line.startswith("| ")]
            assert page.count("<tr>") == sum(not re.fullmatch(r"\|[ :|-]+\|", row) for row in rows)
            for table in re.findall(r"(?m)(?:^\|.*\n)+", out):
                assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1
        assert [evil for evil in evils if evil not in read] == []

    def test_a_note_in_markdown_begins_nothing_of_its_own(self, evils, evil_file):
        """Whatever a note begins with, it is one item of the list of notes, and no list, heading or quotation in it."""
        notes = tuple(f"{evil} x" for evil in evils)
        answer = replace(answered(load(evil_file), "AZ"), notes=notes, tables=())
        page = MarkdownIt("commonmark").render(render(answer, "markdown", Look(more=("notes",))))
        assert page.count("<li>") == len(notes) + len(answer.remarks)
        assert not re.search(r"<li>\s*<(ul|ol|p|h\d|hr|blockquote)", page)

    @pytest.mark.parametrize("ending", [".svg", ".html", ".txt"])
    def test_what_is_saved_is_made_of_the_programs_own_parts(self, evil_file, ending):
        """No element, no reference and no script of its own; an image is XML still."""
        for line in ("sco list --sources", "sco status AZ --sources", "sco timeline", "sco matrix", "sco sources AZ"):
            with empty_room() as room:
                name = f"a{ending}"
                ended, refused = run(["--data", str(evil_file), *shlex.split(line)[1:], "--output", name], room=room)
                assert (ended.code, ended.out, ended.err, refused) == (0, "", f"sco: wrote {name}\n", [])
                text = (room / name).read_text("utf-8")
            assert all(char.isprintable() or char in "\n\xa0" for char in text)
            if ending == ".svg":
                tags = {node.tag.partition("}")[2] for node in ET.fromstring(text).iter()}  # noqa: S314
                assert tags <= {"svg", "title", "style", "defs", "clipPath", "rect", "g", "text", "circle"}
            elif ending == ".html":
                assert Page(text).tags <= {"html", "head", "meta", "title", "style", "body", "pre", "span", "i"}

    def test_an_export_holds_it_as_it_is(self, evil_file):
        """In CSV files and in a database it is a value, and nothing happens."""
        with empty_room() as room:
            for target in ("package", "base.sqlite"):
                ended, refused = run(["--data", str(evil_file), "export", target], room=room)
                assert (ended.code, ended.err, refused) == (0, "", [])
            rows = list(csv.DictReader(io.StringIO((room / "package/data/countries.csv").read_text("utf-8"))))
            base = sqlite3.connect(room / "base.sqlite")
            found = dict(base.execute("SELECT code, names_en FROM countries"))
            base.close()
            json.loads((room / "package/datapackage.json").read_text("utf-8"))
            assert {path.name for path in room.iterdir()} == {"package", "base.sqlite"}
        assert {row["code"]: row["names_en"] for row in rows} == found == names_in(evil_file)

    def test_it_can_be_asked_for_by_its_name(self, evil_file):
        """A country with such a name is found by it, and the command that the answer names is quoted for a shell."""
        for code, name in names_in(evil_file).items():
            ended, _ = run(["--data", str(evil_file), "status", "--format", "json", "--", name])
            assert ended.code == ExitCode.ANSWERED
            answer = json.loads(ended.out)
            assert code in str(answer["rows"])
            assert shlex.split(answer["command"])[:2] == ["sco", "status"]

    @pytest.mark.parametrize("shell", ["bash", "zsh"])
    def test_completion_runs_nothing(self, evils, shell, tmp_path):
        """What a shell evaluates to offer such names offers them, and runs nothing."""
        if not shutil.which(shell):
            pytest.skip(f"there is no {shell}")
        offers = [Offer(f"{evil} {letter}", evil) for evil in evils for letter in "ab"]
        told = SHELLS[shell].write(place(["status"], ""), Typed(["status"], "", ""), offers)
        script = {
            "bash": "IFS=$'\\n'; COMPREPLY=( $(cat) ); printf '%s\\n' \"${#COMPREPLY[@]}\"",
            "zsh": "_describe() { print -r -- ${#offers} }; f() { eval $(cat) }; f",
        }[shell]
        ended = subprocess.run(
            [shell, "-fc" if shell == "zsh" else "-c", script],
            input=told.encode(),
            capture_output=True,
            cwd=tmp_path,
            check=False,
        )
        assert (ended.stdout, ended.stderr) == (f"{len(offers)}\n".encode(), b"")
        assert list(tmp_path.iterdir()) == []

    def test_powershell_is_told_it_in_quotation_marks_that_hold(self, evils):
        """Inside single quotes PowerShell reads nothing but doubled ones, whatever form they have."""
        for evil in evils:
            told = SHELLS["pwsh"].write(place(["status"], ""), Typed(["status"], "", ""), [Offer(f"{evil} a", "")])
            word = told.split(":::")[0]
            assert re.fullmatch(r"'(?:[^'‘’‚‛]|(['‘’‚‛])\1)*'", word)


def strings(value: Any) -> Iterator[str]:
    """Every text in what was read from JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def names_in(path: Path) -> dict[str, str]:
    """The English names of the countries in a data set's file, by code."""
    return {country["code"]: country["names"]["en"] for country in json.loads(path.read_text("utf-8"))["countries"]}


def answered(data: Any, *codes: str) -> Any:
    """What is known of countries' status."""
    from scocli.queries import answer
    from scocli.queries.status import Status

    return answer(data, Status(countries=codes), TODAY)


class TestHostileFiles:
    """Files that are no data sets, made to take time, memory or control."""

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "is empty"),
            ("[" * 100_000, "nested too deeply"),
            ('{"a":' * 100_000, "nested too deeply"),
            ("9" * 5_000, "is not JSON"),
            ("1e999", "is not an object"),
            ("NaN", "is not an object"),
            ('"\\ud800"', "is not an object"),
            ("\ufeff{}", "schema_version: is missing"),
            ("null", "is not an object"),
            ('{"\\u001b[2J": 1}', "is missing"),
            ('{"through": "2025-09-01", "through": "2030-01-01"}', "has the key 'through' twice"),
            ('{"a": {"b": 1, "b": 2}}', "has the key 'b' twice"),
            (
                "{" + ",".join(f'"{number}":1' for number in range(50_000)) + ',"49999":1}',
                "has the key '49999' twice",
            ),
        ],
        ids=lambda value: ascii(value)[:30],
    )
    def test_it_is_refused_in_lines_soon(self, text, said, tmp_path):
        """Exit 4, what is wrong with it, nothing answered; no way to take hours, or to forge a line."""
        path = tmp_path / "data.json"
        path.write_text(text, "utf-8")
        with ending():
            ended, refused = run(["--data", str(path), "list"])
        assert ended.code == ExitCode.INVALID_DATA
        assert said in ended.err
        check(["--data"], ended, refused)

    def test_a_file_of_any_bytes_is_refused(self, tmp_path):
        """What is not UTF-8 is not read as something else."""
        path = tmp_path / "data.json"
        path.write_bytes(bytes(range(256)))
        ended, refused = run(["--data", str(path), "list"])
        check(["--data"], ended, refused)
        assert ended.err.endswith("is not UTF-8 (byte 128)\n")

    def test_a_name_of_a_file_is_no_line_of_its_own(self, tmp_path):
        """Line feeds and control characters in the name of a file are shown as escapes."""
        path = tmp_path / "a\nsco: b\x1b[2J\u202e.json"
        if sys.platform != "win32":
            path.write_text("{}")
        ended, refused = run(["--data", str(path), "list"])
        assert ended.code == ExitCode.INVALID_DATA
        check(["--data"], ended, refused)
        assert "a\\nsco: b\\x1b[2J\\u202e.json" in ended.err

    @settings(suppress_health_check=list(HealthCheck))
    @given(st.data())
    def test_a_data_set_with_any_words_in_it_is_refused_or_harmless(self, data):
        """Any words in any fields: the file is refused, or every command answers as from any other."""
        changed = FIELDS
        fields = data.draw(st.lists(st.sampled_from(every_field()), min_size=1, max_size=4))
        for field in sorted(fields, key=lambda field: -len(field.path)):  # before what is around it goes
            old = value_at(changed, field.path)
            word = data.draw(words)
            changed = with_value(changed, field.path, [word] if isinstance(old, list) else word)
        with empty_room() as room:
            (room / "data.json").write_text(json.dumps(changed))
            line = data.draw(st.sampled_from(EXAMPLE_LINES))
            arguments = ["--data", "data.json", *shlex.split(line)[1:], "--format", data.draw(st.sampled_from(FORMATS))]
            ended, refused = run(arguments, room=room)
        check(arguments, ended, refused)
