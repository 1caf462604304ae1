"""``sco export --core`` and ``sco export FILE.xlsx``: the tables that most people want, and the spreadsheet of them."""

import csv
import json
import sqlite3
import sys
from contextlib import closing
from datetime import datetime

import pytest

from mutants import WHOLE_TEXT, whole
from scocli.cli.program import run
from scocli.errors import ExitCode

CORE = [
    "countries",
    "country_year",
    "statuses",
    "summits",
    "delegations",
    "absences",
    "decisions",
    "sources",
    "dataset",
]
RECORDS = {
    "countries": lambda facts: facts["countries"],
    "statuses": lambda facts: [status for country in facts["countries"] for status in country.get("statuses", [])],
    "summits": lambda facts: facts["summits"],
    "delegations": lambda facts: [record for summit in facts["summits"] for record in summit["delegations"]],
    "absences": lambda facts: [record for summit in facts["summits"] for record in summit.get("absences", [])],
    "decisions": lambda facts: [record for summit in facts["summits"] for record in summit.get("decisions", [])],
    "sources": lambda facts: list(facts["sources"].values()),
}
"""The records of the file of which a table has a row each, in the order of the file."""


def sco(*arguments):
    """A run of the program: its exit status, and what it wrote to standard output and standard error."""
    out, err = [], []
    code = run([str(argument) for argument in arguments], out.append, err.append)
    return code, "".join(out), "".join(err)


@pytest.fixture(scope="module", autouse=True)
def data_set(tmp_path_factory):
    """The file that is exported."""
    file = tmp_path_factory.mktemp("data") / "whole.json"
    file.write_text(WHOLE_TEXT, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCO_DATA", str(file))
        yield file


@pytest.fixture(scope="module")
def facts():
    """The data set, with records of every kind."""
    return whole()


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The core tables as a data package for Excel: the rows of each file, under their headings."""
    folder = tmp_path_factory.mktemp("export") / "core"
    assert sco("export", folder, "--core", "--bom")[::2] == (ExitCode.ANSWERED, "")
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"]
    assert [resource["name"] for resource in described] == CORE
    assert all((folder / resource["path"]).read_bytes().startswith(b"\xef\xbb\xbf") for resource in described)
    return {
        resource["name"]: list(csv.DictReader((folder / resource["path"]).read_text(resource["encoding"]).splitlines()))
        for resource in described
    }


def test_each_record_is_a_row_with_its_lists_in_its_cells(package, facts):
    """In the order of the file; the sources of every fact stand beside it."""
    assert {name: len(package[name]) for name in RECORDS} == {name: len(find(facts)) for name, find in RECORDS.items()}
    for name, find in RECORDS.items():
        if name != "sources":
            found = [row.get("sources", "").split("; ") for row in package[name]]
            assert found == [record.get("sources", [""]) for record in find(facts)]
    aliases = [country.get("aliases", []) for country in facts["countries"]]
    assert [row["aliases"] for row in package["countries"]] == ["; ".join(names) for names in aliases]
    assert any(len(names) > 1 for names in aliases)
    assert package["dataset"][0]["through"] == facts["through"]
    assert not any(key.startswith("organization") for key in package["dataset"][0])


def test_the_core_database_has_the_same_rows_and_its_views(package, tmp_path, facts):
    """Keys lead to tables that are there, and the view of days reaches the last day of the data."""
    file = tmp_path / "core.sqlite"
    assert sco("export", file, "--core")[0] is ExitCode.ANSWERED
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA foreign_keys = ON")
        assert [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")] == CORE
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for name in CORE:
            rows = database.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608
            assert [["" if v is None else str(v) for v in row] for row in rows] == [
                [*row.values()] for row in package[name]
            ]
        last = database.execute(
            "SELECT max(day), count(DISTINCT country) FROM statuses_on WHERE day >= ?", [facts["through"]]
        )
        ever = [country for country in facts["countries"] if country.get("statuses")]
        assert last.fetchone() == (facts["through"], len(ever))
        assert database.execute("SELECT count(*) FROM attendance").fetchone() == (len(package["delegations"]),)


def test_the_mark_for_excel_goes_with_csv_alone(tmp_path):
    """A database has no use for it."""
    line = "sco: --bom goes with a data package: a directory of CSV files\n"
    assert sco("export", tmp_path / "sco.sqlite", "--bom") == (ExitCode.USAGE, "", line)
    code, _, line = sco("export", tmp_path / "sco.xlsx", "--core")
    assert code is ExitCode.USAGE
    assert line.startswith("sco: --core goes with a data package or a database")


def test_without_xlsxwriter_a_spreadsheet_is_refused_with_what_to_install(tmp_path, monkeypatch):
    """In one line; nothing is written."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    line = "sco: a spreadsheet needs more than is installed; in the copy of the repository: pip install '.[xlsx]'\n"
    assert sco("export", tmp_path / "sco.xlsx") == (ExitCode.FAULT, "", line)
    assert list(tmp_path.iterdir()) == []


FORMULAS = ("=1+1", "+1", "-1", "@x", "{=A1}", "https://example.org")
"""Texts that a spreadsheet might take for something else."""


@pytest.fixture(scope="module")
def sheets(tmp_path_factory):
    """The spreadsheet as openpyxl opens it, of a data set in which some notes look like formulas."""
    reader = pytest.importorskip("openpyxl", reason="openpyxl is not installed: pip install --group programs")
    pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed: pip install --group programs")
    fields = json.loads(WHOLE_TEXT)
    for text, summit in zip(FORMULAS, fields["summits"], strict=False):
        summit["delegations"][0]["note"] = text
    folder = tmp_path_factory.mktemp("spreadsheet")
    (folder / "altered.json").write_text(json.dumps(fields), "utf-8")
    assert sco("--data", folder / "altered.json", "export", folder / "sco.xlsx")[::2] == (ExitCode.ANSWERED, "")
    return reader.load_workbook(folder / "sco.xlsx")


def rows_of(sheet):
    """The rows of a sheet, by heading."""
    heading, *rows = sheet.iter_rows()
    return [{key.value: cell for key, cell in zip(heading, row, strict=True)} for row in rows]


def written(cell):
    """What a cell would be in CSV."""
    return cell.value.date().isoformat() if isinstance(cell.value, datetime) else str(cell.value or "")


@pytest.mark.slow
def test_the_sheets_are_the_core_tables_and_what_they_mean(sheets, package, facts):
    """What the data set is stands where the columns are explained."""
    assert sheets.sheetnames == [*CORE[:-1], "about"]
    rows = [{key: cell.value for key, cell in row.items()} for row in rows_of(sheets["about"])]
    for name in CORE:
        assert [row["column"] for row in rows if row["table"] == name] == [None, *package[name][0]]
    assert ("through", facts["through"]) in [(row["column"], row["value"]) for row in rows]
    assert all(row["meaning"] for row in rows)
    assert sheets.properties.created.date().isoformat() == facts["through"]


@pytest.mark.slow
def test_no_row_of_a_sheet_is_lost_and_no_cell_changed(sheets, package):
    """Against the CSV, which is held against the file; dates are dates, numbers numbers, and nothing is a formula."""
    for name in CORE[:-1]:
        rows = rows_of(sheets[name])
        assert {cell.data_type for row in rows for cell in row.values()} <= {"s", "n", "d"}
        assert {cell.hyperlink for row in rows for cell in row.values()} == {None}
        altered = {"note"} if name == "delegations" else set()
        found = [{key: written(cell) for key, cell in row.items() if key not in altered} for row in rows]
        assert found == [{key: text for key, text in row.items() if key not in altered} for row in package[name]]
    days = [row["since"] for row in rows_of(sheets["statuses"])]
    assert {(type(cell.value), cell.number_format) for cell in days} == {(datetime, "yyyy-mm-dd")}
    assert {type(row["year"].value) for row in rows_of(sheets["country_year"])} == {int}
    assert {*FORMULAS} <= {row["note"].value for row in rows_of(sheets["delegations"])}


@pytest.mark.slow
def test_headings_stay_in_sight_and_filter(sheets):
    """On every sheet; columns are as wide as what is in them, within reason."""
    for sheet in sheets:
        assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
        assert all(cell.font.bold for cell in sheet[1])
        assert all(5 <= column.width <= 62 for column in sheet.column_dimensions.values())


@pytest.mark.slow
def test_a_spreadsheet_is_the_same_to_the_byte_whenever_it_is_made(tmp_path):
    """And replaced only by force."""
    pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed: pip install --group programs")
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    assert sco("export", first)[0] == sco("export", second)[0] == ExitCode.ANSWERED
    assert first.read_bytes() == second.read_bytes()
    assert sco("export", first)[0] is ExitCode.USAGE
    assert sco("export", first, "--force")[0] is ExitCode.ANSWERED
