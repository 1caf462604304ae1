"""What pandas and polars read of a panel, as the page on it has them read it."""

import csv
import re
from pathlib import Path

import pytest

from drawn import run

PAGE = Path(__file__).parents[1] / "docs" / "how-to.md"
PROGRAMS = {
    "pandas": lambda frame: frame.astype(object).where(frame.notna(), None).to_dict("records"),
    "polars": lambda frame: frame.to_dicts(),
}
"""Programs, each with what makes plain records of its frames."""


@pytest.mark.slow
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_panel_is_loaded_as_it_was_written(name, tmp_path, monkeypatch):
    """Row by row; years are numbers, and the code of Namibia is no missing value."""
    program = pytest.importorskip(name, reason=f"{name} is not installed: pip install --group programs")
    (line,) = re.findall(rf"^panel = ({name}\..*)$", PAGE.read_text("utf-8"), re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    text = run("sco panel --countries all,Namibia --format csv")[1]
    Path("panel.csv").write_text(text, "utf-8")
    frame = eval(line, {name: program})  # noqa: S307 - the page's own
    written = list(csv.DictReader(text.splitlines()))
    rows = PROGRAMS[name](frame)
    assert {type(row["year"]) for row in rows} == {int}
    shown = [{key: "" if value is None else str(value) for key, value in row.items()} for row in rows]
    assert shown == written
    assert {row["country"] for row in rows if row["code"] == "NA"} == {"Namibia"}
