"""The short ways to answers, and answers as data frames."""

import json
import sys

import pytest

import scocli
from drawn import EXAMPLE_LINES, answer_to
from mutants import FIELDS
from scocli import days
from scocli.datafile import bundled_path
from scocli.dataset import DataSet, load
from scocli.days import DayError
from scocli.records import read

TODAY = "2026-01-15"
DATA = scocli.load()
WAYS = {
    "status": (lambda **data: scocli.status("india", "tr", on="3 July 2024", **data), scocli.Status(countries=("IN", "TR"), on="2024-07-03")),
    "status today": (lambda **data: scocli.status("AZ", **data), scocli.Status(countries=("AZ",))),
    "members": (lambda **data: scocli.members(on="2016", **data), scocli.Countries(categories=("member",), on="2016")),
    "members today": (lambda **data: scocli.members(on="today", **data), scocli.Countries(categories=("member",))),
    "panel": (lambda **data: scocli.panel("all", "Japan", from_="2015", at="any", **data), scocli.Panel(countries=("all", "JP"), from_="2015", at="any")),
    "panel of all": (lambda **data: scocli.panel(to="July 2020", **data), scocli.Panel(to="2020-07")),
}  # fmt: skip
"""Short ways, each with the query that it stands for."""


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    """A day that is today, whatever day it is."""
    monkeypatch.setattr(days, "today", lambda: TODAY)


@pytest.mark.parametrize("way", WAYS)
def test_a_short_way_is_a_query_of_today(way):
    """Of the program's own data set, or of one that is given."""
    short, query = WAYS[way]
    fields = json.loads(json.dumps(FIELDS))
    for country in fields["countries"]:
        if country["code"] in ("AZ", "KZ", "TR"):
            country["names"]["en"] = f"Elsewhere {country['code']}"
    other = DataSet(read(json.dumps(fields)))
    assert short().to_dict() == scocli.answer(DATA, query, TODAY).to_dict()
    assert short(data=other, today="2016-01-01") == scocli.answer(other, query, "2016-01-01")


def test_a_question_is_answered_as_of_today():
    """Or of another day, from another data set."""
    from scocli.ask import ask

    question = "Who are the members?"
    assert scocli.ask(question).to_dict() == ask(DATA, question, TODAY).to_dict()
    other = load(bundled_path())
    assert scocli.ask(question, today="2016-01-01", data=other) == ask(other, question, "2016-01-01")
    assert len(scocli.ask(question, today="2016-01-01").value) == 6


def test_what_is_not_known_is_refused():
    """A name as the program refuses it, and a day."""
    with pytest.raises(scocli.NotUnderstood) as refused:
        scocli.status("Frnace")
    assert refused.value.near == ("France",)
    with pytest.raises(DayError):
        scocli.members(on="someday")


def test_without_pandas_and_polars_a_data_frame_is_an_import_error(monkeypatch):
    """Which says what to install."""
    for name in ("pandas", "polars"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ImportError, match="needs pandas or polars"):
        scocli.members().to_dataframe()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_every_answer_is_a_data_frame_of_its_rows(name, monkeypatch):
    """With the columns of its tables, though there be no row; pandas first, where both are installed."""
    pytest.importorskip(name, reason=f"{name} is not installed: pip install --group programs")
    if name == "polars":
        monkeypatch.setitem(sys.modules, "pandas", None)
    for line in (*EXAMPLE_LINES, "sco changes --from 2018 --to 2018"):
        found = answer_to(line)
        frame, rows = found.to_dataframe(), found.to_rows()
        assert type(frame).__module__.startswith(name)
        assert len(frame) == len(rows)
        keys = {column.key for table in found.tables for column in table.columns}
        assert {*frame.columns} == keys | ({"table"} if len(found.tables) > 1 else set())
        for key in frame.columns:
            cells = ["" if cell is None else str(cell).removesuffix(".0") for cell in frame[key].to_list()]
            shown = ["" if cell == "nan" else cell for cell in cells]
            assert shown == ["" if row.get(key) is None else str(row[key]) for row in rows]
