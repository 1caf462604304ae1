"""Answer -> text in each of the formats."""

import csv
import io
import json
import re
import shlex
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Group
from rich.text import Text

from drawn import EXAMPLE_LINES, FIRST_LINES, answer_to, reads, run, widest
from each import each
from scocli.answers import Answer, Column, Kind, Table
from scocli.checking import AnswerRecord
from scocli.cli.session import look_of
from scocli.days import spoken
from scocli.render import FORMATS, MORE, PIPE_WIDTH, Look, render, support, told_beneath
from scocli.render.palette import words
from scocli.render.screen import PICTURES, console
from scocli.render.tables import address, table_of

WIDTHS = (40, 80, 200)


def shown(value, column: Column) -> str:
    """A cell's words, as a table shows them."""
    return words(value, column)


def cells(answer: Answer) -> list[list[str]]:
    """The words of all rows of an answer that are for readers, unasked for."""
    return [
        [
            shown(value, column)
            for value, column in zip(row, table.columns, strict=True)
            if value is not None and column.role not in ("code", "detail")
        ]
        for table in told_beneath(answer, Look(more=MORE))
        for row in table.rows
    ]


class TestEveryCommand:
    """What holds of every format of every command's answer."""

    @each("line", EXAMPLE_LINES)
    def test_json_is_one_object_that_says_everything(self, line):
        """JSON has the parts of an answer, no more and no fewer, and all rows."""
        code, out, err = run(f"{line} --format json")
        found = json.loads(out, parse_constant=pytest.fail)
        assert (code, err) == (0, "")
        AnswerRecord.model_validate(found)
        answer = answer_to(line)
        assert len(found["rows"]) == sum(len(table.rows) for table in answer.tables)
        assert [source["id"] for source in found["sources"]] == list(answer.sources)
        assert found["text"] == answer.text

    @each("line", EXAMPLE_LINES)
    def test_csv_has_every_row_of_each_table(self, line):
        """CSV parses, is as wide in every row as its heading, and has all rows of a table with their cells and day."""
        answer = answer_to(line)
        for table in answer.tables:
            out = run(f"{line} --format csv --table {shlex.quote(table.title)}")[1]
            reader = csv.DictReader(io.StringIO(out), restkey="beyond", strict=True)
            found = [{key: cell.removeprefix("'") for key, cell in row.items() if cell} for row in reader]
            day = {"as_of": min(answer.on, answer.data_through)} if answer.on else {}
            records = [row | day for row in table.records()]
            assert found == [{key: str(cell) for key, cell in row.items() if cell is not None} for row in records]
        if len(answer.tables) > 1:
            code, out, err = run(f"{line} --format csv")
            assert (code, out) == run(f"{line} --format csv --table {shlex.quote(answer.tables[0].title)}")[:2]
            assert err == ""

    @each("line", FIRST_LINES)
    def test_csv_has_no_sources_and_says_so(self, line):
        """Asking for them is refused, with the ways to have them."""
        code, out, err = run(f"{line} --format csv --sources")
        assert (code, out) == (2, "")
        assert err.startswith("sco: --sources: rows of CSV have no sources: --json ")
        assert "'sco export DIR'" in err
        assert err.count("\n") == 1

    @each("line", EXAMPLE_LINES)
    def test_markdown_tables_are_rectangular(self, line):
        """Every row of a Markdown table has as many cells as its heading, and no row is missing that says more than the sentence."""
        lines = run(f"{line} --format markdown --sources")[1].splitlines()
        rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines if line.startswith("|")]
        tables = list(told_beneath(answer_to(line), Look()))
        assert len(rows) == sum(len(table.rows) + 2 for table in tables)
        for table in tables:
            part, rows = rows[: len(table.rows) + 2], rows[len(table.rows) + 2 :]
            assert {len(row) for row in part} == {
                sum(column.role not in ("code", "detail") for column in table.columns)
            }

    @each("line", EXAMPLE_LINES)
    def test_a_pipe_gets_lines_of_a_readable_width_and_every_word(self, line, monkeypatch):
        """Without a terminal lines are folded at 120 columns, or at COLUMNS; only addresses go beyond; no escapes."""
        answer = answer_to(line)
        words = {word for row in cells(answer) for cell in row for word in cell.split()}
        for width, said in ((PIPE_WIDTH, None), (72, "72")):
            monkeypatch.delenv("COLUMNS", raising=False)
            if said:
                monkeypatch.setenv("COLUMNS", said)
            out = run(line)[1]
            assert "\x1b" not in out
            assert [part for part in out.splitlines() if cell_len(part) > width and "://" not in part] == []
            if answer.kind not in PICTURES:
                assert [word for word in sorted(words) if not reads(out, word)] == []

    @each("line", EXAMPLE_LINES)
    def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(self, line):
        """At every width all words of all cells can be read, and nothing stands beyond the edge."""
        answer = answer_to(line)
        words = {word for row in cells(answer) for cell in row for word in cell.split()}
        if answer.kind in PICTURES:
            words = {word for table in answer.tables for row in table.rows for word in str(row[0]).split()[:1]}
            words = {word for word in words if not word[0].isdigit()}
        words |= {word for note in answer.notes for word in note.split()}
        for width in WIDTHS:
            drawn = render(answer, "table", Look(width=width, more=MORE))
            assert widest(drawn) <= width
            assert [word for word in sorted(words) if not reads(drawn, word)] == [], width

    @each("line", EXAMPLE_LINES)
    def test_colors_add_nothing_but_colors(self, line):
        """Without its escape sequences a coloured table is the plain one, but for the bars of pictures."""
        answer = answer_to(line)
        colored = render(answer, "table", Look(width=80, color=True))
        plain = re.sub(r"\x1b\[[0-9;]*m", "", colored)
        assert "\x1b[1m" in colored
        if answer.kind not in PICTURES:
            assert [line.rstrip() for line in plain.splitlines()] == render(
                answer, "table", Look(width=80)
            ).splitlines()


def table(*rows: tuple[object, ...], columns: tuple[Column, ...] | None = None) -> Table:
    """A table of text columns."""
    named = columns or tuple(Column(f"c{i}", f"Heading {i}") for i in range(len(rows[0])))
    return Table("Title", named, rows)  # type: ignore[arg-type]


def draw(drawn: Table, width: int = PIPE_WIDTH, **look: object) -> str:
    """A table alone, as text without blanks at the ends of lines."""
    how = Look(width=width, **look)  # type: ignore[arg-type]
    out = io.StringIO()
    console(how, file=out).print(table_of(drawn, how), crop=False)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def test_a_category_has_one_colour_in_every_column():
    """A member state is bold green, an observer cyan ... whatever the column is called."""
    drawn = table(("member", "observer"), columns=(Column("from", "From", "category"), Column("to", "To", "category")))
    colored = draw(drawn, color=True)
    assert "\x1b[1;32mmember state\x1b[0m" in colored
    assert "\x1b[36mobserver\x1b[0m" in colored


def test_columns_that_fit_stand_side_by_side():
    """Nothing is folded or moved where there is room."""
    lines = ["Heading 0  Heading 1", "─" * 20, "one two    three"]
    assert draw(table(("one two", "three")), 20).splitlines() == lines
    assert draw(table(("one two", "three")), 19).splitlines() != lines


NOTED = (Column("a", "Country", "country"), Column("b", "Status", "category"), Column("c", "Note", "note"))


def test_a_note_stands_beneath_its_row_or_in_a_wide_column():
    """Where there is no room for it, a long note goes beneath with its heading, and the next row follows."""
    note = "A long remark that goes on and on, for more than two lines of a narrow terminal, until it is over."
    rows = table(("Mongolia", "observer", note), ("Belarus", "member", None), columns=NOTED)
    drawn = draw(rows, 50).splitlines()
    assert drawn[0].split() == ["Country", "Status"]
    assert drawn[2].split() == ["Mongolia", "observer"]
    assert drawn[3].startswith("  Note: A long remark")
    assert drawn[-1].split() == ["Belarus", "member", "state"]
    wide = draw(rows, 80).splitlines()
    assert wide[0].split() == ["Country", "Status", "Note"]
    assert wide[2].split()[:4] == ["Mongolia", "observer", "A", "long"]


def test_columns_do_not_depend_on_what_is_in_them():
    """A column that is empty in all rows, or the same in all, stays where it is."""
    columns = (Column("a", "Country", "country"), Column("b", "Until", "date"), Column("c", "Mode"))
    for rows in ([("Mongolia", None, "in person")] * 3, [("Mongolia", "2025-09-01", "by video")]):
        assert draw(table(*rows, columns=columns), 60).splitlines()[0].split() == ["Country", "Until", "Mode"]


def test_codes_are_for_programs():
    """A column of codes is in JSON, not in a table."""
    drawn = draw(table(("Mongolia", "MN"), columns=(Column("a", "Country", "country"), Column("b", "Code", "code"))))
    assert "MN" not in drawn
    assert "Code" not in drawn


def test_addresses_stand_alone_beneath():
    """An address has lines of its own, so that it can be copied: one where something else wraps the lines."""
    url = "https://example.org/" + "a" * 50
    columns = (Column("id", "Id"), Column("note", "Note"), Column("url", "Address", "address"))
    rows = table(("one", "words " * 9, url), columns=columns)
    assert f"\n  {url}\n" in draw(rows, 90)
    assert f"\n  {url}\n" in draw(rows, 40, wraps=True)
    folded = draw(rows, 40)
    assert widest(folded) == 40
    assert url in folded.replace("\n  ", "")


def test_days_are_never_broken():
    """A day stays in one piece at 40 columns."""
    columns = (Column("c", "Country"), Column("since", "Since", "date"), Column("until", "Until", "date"))
    drawn = draw(table(("United Arab Emirates", "2022-09-16", "2025-09-01"), columns=columns), 40)
    assert "2022-09-16  2025-09-01" in drawn


def test_numbers_stand_to_the_right():
    """Cells of a number column end in the same column."""
    columns = (Column("n", "N", "number"), Column("t", "T"))
    assert draw(table((5, "a"), (1234, "b"), columns=columns)).splitlines()[2:] == ["   5  a", "1234  b"]


def test_lines_are_drawn_only_where_the_encoding_has_them():
    """ASCII, Latin-1 and the East Asian encodings, whose lines are two columns wide, get hyphens."""
    codes = ("utf-8", "UTF-16", "ascii", "latin-1", "gbk")
    rules = {code: set(draw(table(("a", "b")), encoding=code).splitlines()[1]) for code in codes}
    assert rules == {"utf-8": {"─"}, "UTF-16": {"─"}, "ascii": {"-"}, "latin-1": {"-"}, "gbk": {"-"}}


@pytest.mark.parametrize("form", FORMATS)
def test_what_the_output_cannot_encode_is_escaped_before_it_is_laid_out(form):
    """With an ASCII output all is ASCII; a table keeps within its width, and JSON stays JSON."""
    answer = answer_to("sco list")
    drawn = render(answer, form, Look(width=60, encoding="ascii"))
    written = drawn.encode("ascii", "backslashreplace").decode()
    if form == "table":
        assert drawn == written
        assert "T\\xfcrkiye" in drawn
        assert widest(drawn) <= 60
    if form == "json":
        assert drawn == written
        assert json.loads(drawn) == answer.to_dict()


def test_flags_stand_before_countries_that_have_a_code():
    """A flag is drawn if the terminal is known to draw flags, and only from a code of two letters."""
    columns = (Column("country", "Country", "country"), Column("code", "Code"))
    rows = (("China", "CN"), ("Nowhere", "c!"))
    assert "\U0001f1e8\U0001f1f3 China" in draw(table(*rows, columns=columns), flags=True)
    assert "\U0001f1e8" not in draw(table(*rows, columns=columns))
    assert "\nNowhere" in draw(table(*rows, columns=columns), flags=True)


class Stream:
    """A terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.mark.parametrize(
    ("environment", "flags"),
    [
        ({"TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM_PROGRAM": "vscode"}, False),
        ({}, False),
        ({"TERM_PROGRAM": "iTerm.app", "NO_COLOR": "1"}, False),
        ({"TERM_PROGRAM": "iTerm.app", "TERM": "dumb"}, False),
    ],
)
def test_flags_are_for_terminals_known_to_draw_them(monkeypatch, environment, flags):
    """An unknown terminal gets none, nor does anyone who wants it plain."""
    for name in ("TERM_PROGRAM", "NO_COLOR", "TERM", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert look_of(Stream(), "table").flags is flags


def test_the_long_sentence_begins_in_bold():
    """What is said first is bold up to its colon, the list behind it is not."""
    drawn = render(answer_to("sco attendance Azerbaijan"), "table", Look(width=80, color=True))
    assert drawn.startswith("\x1b[1mAzerbaijan attended 3 summits of the SCO:\x1b[0m Samarkand 2022")


def test_the_foot_says_how_far_the_data_reach_and_what_more_there_is():
    """How many notes, disputes and sources are not printed, and nothing of those that are."""
    assert answer_to("sco list").on is not None
    last = run('sco ask "what is Azerbaijan\'s status"')[1].splitlines()[-1]
    answer = answer_to("sco status AZ")
    counts = len(answer.notes) + len(answer.remarks), len(answer.disputes), len(answer.sources)
    assert min(counts) > 0
    more = "More: --notes {}, --disputes {}, --sources {}".format(*counts)
    assert last == f"Data to 1 September 2025. {more}"
    assert run("sco status AZ --all")[1].splitlines()[-1] == "Data to 1 September 2025."
    assert run("sco status AZ --notes --sources")[1].splitlines()[-1] == (
        f"Data to 1 September 2025. More: --disputes {counts[1]}"
    )


def test_an_answer_is_told_on_a_dozen_lines():
    """The sentence, the table and the foot of the commonest question fit at 100 columns."""
    assert len(render(answer_to('sco ask "what is Azerbaijan\'s status"'), "table", Look(100)).splitlines()) <= 12


def test_two_notes_are_printed_unasked():
    """The most important ones; all of them, and what is worth knowing besides, if they are asked for."""
    answer = replace(answer_to("sco list"), tables=(), notes=("One.", "Two.", "Three."), remarks=("Four.",))
    lines = render(answer, "table", Look()).splitlines()
    assert [line for line in lines if line.startswith("- ")] == ["- One.", "- Two."]
    assert "More: --notes 2, " in lines[-1]
    every = render(answer, "table", Look(more=("notes",))).splitlines()
    assert [line for line in every if line.startswith("- ")] == ["- One.", "- Two.", "- Three.", "- Four."]


def test_a_question_for_the_source_prints_the_sources():
    """As --sources does; where there is no place for them, or no such question, they are only counted."""
    for question, is_asked in (("what is the source for India's accession", True), ("when did India join", False)):
        assert ("\nSources (7)\n" in run(f'sco ask "{question}"')[1]) is is_asked
        for way in ("--short", "-f csv"):
            assert run(f'sco ask "{question}" {way}')[0] == 0


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_all_of_a_dispute_is_told_if_it_is_asked_for(form):
    """What about and what is followed; in a table also each claim, by whom, and why."""
    answer = answer_to("sco status Azerbaijan")
    drawn = " ".join(render(answer, form, Look(200, more=("disputes",))).replace("\\", "").split())
    assert answer.disputes
    for dispute in answer.disputes:
        told = [dispute.followed]
        if form == "table":
            told += [dispute.about, dispute.why, *(claim.value for claim in dispute.claims)]
            told += [source.publisher for claim in dispute.claims for source in claim.sources.values()]
        assert [part for part in told if part.removesuffix(".") not in drawn] == []


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_details_are_shown_with_all_notes(form):
    """Else they are counted, a row once; codes are shown never, and summits by what they are called."""
    columns = (Column("summit", "Summit", "summit"), Column("level", "Level", "code"), Column("more", "More", "detail"))
    rows = (("1", "a-code", "a detail"), ("2", None, None))
    made = replace(answer_to("sco list"), tables=(Table("", columns, rows),), notes=("A note.",), remarks=())
    shut, opened = render(made, form, Look()), render(made, form, Look(more=("notes",)))
    assert "a detail" not in shut
    assert "--notes 1," in shut.replace("\\", "")
    assert "a detail" in opened
    assert "--notes" not in opened
    assert "a-code" not in shut + opened
    assert "Tianjin 2025" in render(answer_to("sco status Azerbaijan"), form, Look())
    assert "2025-tianjin" not in render(answer_to("sco status Azerbaijan"), form, Look())


def test_sources_are_printed_with_their_addresses_by_what_they_support():
    """With --sources every source stands with its address beneath what it supports, official ones first."""
    for line in ("sco status Azerbaijan", "sco attendance India", "sco about founding"):
        answer = answer_to(line)
        drawn = render(answer, "table", Look(more=MORE, wraps=True))
        assert f"Sources ({len(answer.sources)})" in drawn
        assert all(f"- {key}: " in drawn and source.url in drawn for key, source in answer.sources.items())
    by_fact = support(answer_to("sco status Azerbaijan"))
    assert list(by_fact) == [
        "Azerbaijan, SCO partner, 2025-09-01, Tianjin 2025",
        "Azerbaijan, dialogue partner, 2015-07-10, Ufa 2015",
    ]
    for keys in by_fact.values():
        official = [answer_to("sco status Azerbaijan").sources[key].kind == "official" for key in keys]
        assert official == sorted(official, reverse=True)


def test_rows_have_no_sources_but_those_of_the_answer():
    """Of one fact few of the rows that stand beside it are told; who held nothing is known from what lists all."""
    for line in (*EXAMPLE_LINES, "sco timeline France", "sco about predecessor --show city --on 1998"):
        answer = answer_to(line)
        assert {key for table in answer.tables for keys in table.sources for key in keys} <= {*answer.sources}, line
    assert answer_to("sco timeline France").tables[0].sources[0]


def test_rows_read_in_the_same_places_stand_together():
    """Their sources stand beneath them once; where they are all rows of a table, its title stands for them."""
    columns, keys = (Column("fact", "Fact"),), [*answer_to("sco list").sources][:2]
    of_one = Table("Both", columns, (("a",), ("b",)), ((keys[0],),) * 2)
    apart = Table("Apart", columns, (("c",), ("d",)), ((keys[0],), (keys[1],)))
    alone = Table("Alone", columns, (("e",),), ((keys[0],),))
    made = replace(answer_to("sco list"), tables=(of_one, apart, alone))
    assert [fact for fact in support(made) if fact != "Beside it"] == ["Both; c; e", "d"]


def test_the_schema_of_an_answer_knows_every_kind():
    """'sco schema answer' is the model that the answers of all commands are held against, and no kind is left out."""
    told = json.loads(run("sco schema answer")[1])
    assert told["properties"].keys() == answer_to("sco list").to_dict().keys()
    assert set(told["properties"]["kind"]["enum"]) == set(get_args(Kind))
    lines = [*EXAMPLE_LINES, "sco list --show count", "sco status AZ --is partner", "sco history AZ --show since",
             "sco summit 2024 --show city", "sco about languages", "sco summit 2024 --show organizations",
             "sco panel --from 2024", "sco summit 2024 --show people"]  # fmt: skip
    kinds = set()
    for line in lines:
        found = answer_to(line).to_dict()
        AnswerRecord.model_validate(json.loads(json.dumps(found)))
        kinds.add(found["kind"])
    assert set(get_args(Kind)) - kinds == {"none"}


class TestLines:
    """``--short``, ``--cite`` and ``--open``: a line in place of the answer."""

    def test_the_sentence_alone(self):
        """However long, on one line."""
        assert run("sco status Azerbaijan --short") == (0, f"{answer_to('sco status Azerbaijan').text}\n", "")

    def test_a_footnote_names_an_official_source_of_the_main_fact(self):
        """Publisher, date, address and the day of the data."""
        source = answer_to("sco status Azerbaijan --on 2020").main_source
        assert source is not None
        assert source.kind == "official"
        assert run("sco status Azerbaijan --on 2020 --cite")[1] == (
            f"{source.publisher}, {spoken(source.published)}, {source.url} (data to 1 September 2025)\n"
        )
        both = run("sco status Azerbaijan --short --cite")[1].splitlines()
        assert both == [run(f"sco status Azerbaijan {way}")[1].rstrip("\n") for way in ("--short", "--cite")]

    @pytest.mark.parametrize("flag", ["--short", "--cite"])
    def test_a_word_that_was_mended_is_told_beside_the_line(self, flag):
        """On standard error, for the line has no room for it; what was read as it stands has nothing there."""
        assert run(f"sco ask {flag} 'Is Austrila a member?'")[2] == "sco: Read 'Austrila' as Austria.\n"
        assert run(f"sco ask {flag} 'Is Austria a member?'")[2] == ""

    def test_a_footnote_of_several_facts_names_the_source_of_all_or_the_data_set(self):
        """What one page does not say is not laid at its door, nor opened; of equal pages the weightier comes first."""
        for asked in (
            "list members",
            "summits",
            "status Azerbaijan Iran",
            "growth",
            "",
            "sources",
            "attendance 'Xi Jinping' --show missed",
        ):
            answer = answer_to(f"sco {asked}".rstrip())
            assert answer.main_source is None, asked
            day, number = spoken(answer.data_through), len(answer.sources)
            line = f"sco-membership, data set to {day}, here from {number} sources (--sources)\n"
            assert run(f"sco {asked} --cite") == (0, line, ""), asked
            assert run(f"sco {asked} --open")[0] == 2, asked
        both = answer_to("sco changes --from 2017 --to 2017")
        assert len(both.tables[0].rows) > 1
        cited = next(key for key, source in both.sources.items() if source == both.main_source)
        assert all(cited in keys for keys in both.tables[0].sources)
        kinds = [both.sources[key].kind for key in both.by_weight(both.sources)]
        assert kinds == sorted(kinds, key=["official", "agency", "press", "reference"].index)

    def test_the_main_source_of_a_status_is_not_older_than_the_status(self):
        """What foretold it does not bear it out, though it is official."""
        for code in ("IR", "IN", "BY", "AZ", "LA", "CN"):
            found = answer_to(f"sco status {code}")
            since = found.tables[0].records()[0]["since"]
            dates = [found.sources[key].published or "" for key in found.tables[0].sources[0]]
            assert (found.main_source.published or "") >= since or max(dates) < since, code

    def test_the_main_source_opens_in_a_browser(self, monkeypatch):
        """Where there is none, one line says so, and the address stands above."""
        opened = []
        monkeypatch.setattr("webbrowser.open", lambda address: not opened.append(address))
        code, out, err = run("sco status Azerbaijan --open")
        assert (code, err) == (0, "")
        assert opened == [answer_to("sco status Azerbaijan").main_source.url]
        assert opened[0] in out
        monkeypatch.setattr("webbrowser.open", lambda _: False)
        code, out, err = run("sco status Azerbaijan --open")
        assert (code, err) == (1, "sco: no browser could be opened here; the address stands above\n")
        assert opened[0] in out

    @pytest.mark.parametrize("with_", ["--format json", "--sources", "--all", "--output x.txt"])
    @pytest.mark.parametrize("flag", ["--short", "--cite", "--open"])
    def test_nothing_else_goes_with_it(self, flag, with_):
        """What says how the whole answer is shown is refused."""
        code, out, err = run(f"sco list {flag} {with_}")
        assert (code, out) == (2, "")
        assert err == (
            f"sco: {flag} prints one line of plain text: leave out --format, --json, --output and what prints more\n"
        )


WORDS = st.text(alphabet=st.sampled_from("abc x 中国é-:|"), max_size=90)


@given(st.lists(st.tuples(WORDS, WORDS, st.none() | WORDS, WORDS), min_size=1, max_size=4), st.integers(20, 120))
@example([("", "中中", None, ""), (":::::中", "", ": ", "::")], 20)
def test_any_table_fits_and_loses_nothing(rows, width):
    """Whatever the cells: no line is too wide, and every character of every cell is drawn."""
    for roles in (("text", "date", "text", "address"), ("date", "number", "category", "note")):
        columns = tuple(Column(name, name.upper(), role) for name, role in zip("wxyz", roles, strict=True))
        drawn = draw(table(*rows, columns=columns), width)
        assert widest(drawn) <= width
        for char in "中国é|abc":
            assert drawn.count(char) == sum((cell or "").count(char) for row in rows for cell in row), (roles, char)


FOLDED = st.lists(st.sampled_from(["a", "b", " ", "中", "e\u0301"]), max_size=200).map("".join)


@given(FOLDED, st.integers(20, 40))
def test_folding_keeps_every_character_and_its_place(text, width):
    """The lines of a sentence, joined, are the sentence but for blanks at breaks; no accent is torn off."""
    drawn = render(replace(answer_to("sco list"), text=text, tables=(), notes=(), sources={}), "table", Look(width))
    lines = drawn.splitlines()[: drawn.splitlines().index("", 1) if text.strip() else 0]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)
    assert not any(line.startswith("\u0301") for line in lines[1:])


def test_words_are_broken_only_if_they_are_longer_than_a_line():
    """A word that fits into a line is never broken."""
    cell = draw(table(("to the Yekaterinburg summit",), ("abcdefghijklmnopqrstuvwxyz",)), 20).splitlines()
    assert cell[2:4] == ["to the Yekaterinburg", "summit"]
    assert cell[4:] == ["abcdefghijklmnopqrst", "uvwxyz"]


HOSTILE = "[bold red]x[/bold red] [/] \x1b[31mred\x1b[0m \x9b2J \u202eevil\u2066 \u200b a\nb\r\tc | ` <b>&amp;</b> https://evil.example/ ='"


def hostile() -> Answer:
    """An answer whose every text is an attack."""
    columns = (
        Column("country", HOSTILE, "country"),
        Column("status", "Status", "category"),
        Column("since", "Since", "date"),
        Column("number", "N", "number"),
        Column("url", "Url", "address"),
    )
    rows = ((HOSTILE, HOSTILE, HOSTILE, 1, HOSTILE), ("=1+1", "member", None, None, "y" * 10_000))
    answer = answer_to("sco status Azerbaijan")
    source = next(iter(answer.sources.values()))
    evil = type("Evil", (), dict.fromkeys(("publisher", "url", "published", "kind", "language", "read"), HOSTILE))()
    return replace(
        answer,
        value=HOSTILE,
        text=HOSTILE,
        command=HOSTILE,
        notes=(HOSTILE,),
        tables=(Table(HOSTILE, columns, rows), Table("T", columns, rows)),
        sources={HOSTILE: evil, "good": source},
    )


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("width", [40, 80, 200])
def test_text_from_outside_is_never_obeyed(form, width):
    """No control, bidirectional or invisible character comes through in any format, and markup stays text."""
    drawn = render(hostile(), form, Look(width=width, more=MORE))
    assert [char for char in drawn if not char.isprintable() and char != "\n"] == []
    assert "[bold red]" in drawn.replace("\\[", "[").replace("\\]", "]").replace("\n", " ")
    assert drawn.replace("\n", "").count("y") >= 20_000 or form == "table"


def test_a_hostile_answer_keeps_the_form_of_each_format():
    """JSON gives back the very text, CSV every row, Markdown its cells; a formula is disarmed."""
    answer = hostile()
    assert json.loads(render(answer, "json", Look()))["text"] == HOSTILE
    rows = list(csv.reader(io.StringIO(render(answer, "csv", Look())), strict=True))
    assert [len(row) for row in rows] == [7] * 5
    assert rows[2][1] == "'=1+1"
    lines = [line for line in render(answer, "markdown", Look()).splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in lines} == {6}


def test_a_hostile_table_fits_and_shows_its_escapes():
    """Attacks are written out within the width; a cell of ten thousand characters is all there."""
    drawn = render(hostile(), "table", Look(width=60))
    assert widest(drawn) <= 60
    assert drawn.count("y") >= 20_000
    assert reads(drawn, "\\x1b[31mred\\x1b[0m")
    assert reads(drawn, "a\\nb\\r\\tc")
    assert "\x1b" not in drawn
    colored = render(hostile(), "table", Look(width=60, color=True))
    assert set(re.findall(r"\x1b[^m]*m", colored)) <= {f"\x1b[{code}m" for code in ("0", "1", "2", "4", "1;32")}


def test_an_address_of_a_source_is_whole_where_lines_are_wrapped():
    """What wraps its lines itself gets an address in one piece on a line of its own; elsewhere it is folded."""
    url = "https://example.org/a/long/address"
    for wraps in (True, False):
        how = Look(width=20, wraps=wraps)
        out = io.StringIO()
        console(how, file=out).print(Group(address(Text(url), how)), crop=False)
        lines = [line.rstrip() for line in out.getvalue().splitlines()]
        assert "".join(line.removeprefix("  ") for line in lines) == url
        assert (len(lines) == 1) is wraps


def test_items_are_indented_below_their_mark():
    """Lines of a note after the first begin under its first word."""
    answer = replace(answer_to("sco list"), text="Text.", tables=(), notes=("one two three four five six",))
    lines = render(answer, "table", Look(width=20)).splitlines()
    assert lines[2:4] == ["- one two three four", "  five six"]
