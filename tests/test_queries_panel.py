"""`sco panel`: countries by years, against an oracle that knows the file alone, day by day."""

import csv
import json

import pytest

from drawn import answer_to, run
from each import each
from facts import THROUGH, ask, place, sources, table, value
from mutants import FIELDS
from oracle import YES, Oracle, days_of, some
from scocli import records
from scocli.dataset import DataSet
from scocli.queries import answer
from scocli.queries.base import QueryError
from scocli.queries.panel import Panel

ORACLE = Oracle(FIELDS)
EVER = {code for code, country in ORACLE.countries.items() if country.get("statuses")}
YEARS = range(2001, int(THROUGH[:4]) + 1)
RANKS = ("member", "observer", "dialogue-partner", "partner", None)


def held(code, year, at):
    """What a country held in a year, told from all days of it that the data reach."""
    found = [ORACLE.status(code, day) for day in days_of(str(year)) if day <= THROUGH]
    return {"start": found[0], "end": found[-1], "any": min(found, key=RANKS.index)}[at] or "none"


def test_every_status_is_that_of_the_day_in_every_year():
    """Of all countries on record, at the end of the year, at its start, and the highest of its days."""
    expected = {
        at: {code: {str(year): held(code, year, at) for year in YEARS} for code in ORACLE.countries}
        for at in ("end", "start", "any")
    }
    assert {at: value(Panel(at=at, countries=("all",))) for at in expected} == expected


def test_every_row_tells_of_the_summit_of_its_year():
    """Who came, who did not, and of whom nothing is recorded; and the rank of who led a delegation."""
    summits = {summit["start"][:4]: summit for summit in FIELDS["summits"]}
    rows = ask(Panel(countries=("all",))).to_rows()
    assert len(rows) == len(YEARS) * len(ORACLE.countries)
    found, expected = [], []
    for row in rows:
        summit = summits[str(row["year"])]
        levels = [sent["level"] for sent in summit["delegations"] if sent["country"] == row["code"]]
        found.append((row["summit"], row["came"], row["level"]))
        expected.append((summit["id"], ORACLE.came(summit, row["code"]), levels[0] if levels else None))
    assert found == expected


def test_since_is_the_first_day_of_the_status_that_is_shown():
    """Nothing where none was held."""
    rows = [row for at in ("end", "any") for row in ask(Panel(at=at, countries=("all",))).to_rows()]
    found = {(row["code"], row["status"], row["since"]) for row in rows}
    periods = {(code, p["category"], p["since"]) for code, c in ORACLE.countries.items() for p in c.get("statuses", [])}
    assert {row for row in found if row[1] != "none"} == periods
    assert {row[2] for row in found if row[1] == "none"} == {None}


def test_the_countries_are_those_that_ever_held_a_status_all_or_those_named():
    """In order of name, or as they were named, each once."""
    assert set(value(Panel())) == EVER
    assert list(value(Panel(countries=("all",)))) == sorted(ORACLE.countries, key=place)
    assert list(value(Panel(countries=("TR", "AZ", "TR")))) == ["TR", "AZ"]
    assert set(value(Panel(countries=("JP", "ever")))) == EVER | {"JP"}


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ({"to": "2003"}, range(2001, 2004)),
        ({"from_": "1999", "to": "2001"}, range(1999, 2002)),
        ({"from_": "2024-07-04"}, range(2024, YEARS.stop)),
        ({"from_": "2024", "to": "2099"}, range(2024, YEARS.stop)),
        ({"from_": "2050"}, range(0)),
    ],
)
def test_the_years_go_no_further_than_the_data(asked, years):
    """A year of which a day is named counts; before the founding nobody held anything."""
    assert list(value(Panel(countries=("IN",), **asked))["IN"]) == [str(year) for year in years]
    assert ask(Panel(**asked)).text


def test_the_last_year_is_marked_where_the_data_do_not_reach_its_end():
    """In every row of it, and in a note."""
    found = ask(Panel(countries=("IN", "CN")))
    assert {row["year"] for row in found.to_rows() if row["partial"] == "yes"} == {YEARS[-1]}
    assert any(note.startswith(f"{YEARS[-1]} is given as far as the data reach") for note in found.notes)
    assert not any("as far as" in note for note in ask(Panel(countries=("IN",), to="2024")).notes)


def test_statuses_delegations_and_summits_are_cited_and_disputes_told():
    """Of the countries and years that are shown; of a summit its first source."""
    shown = [summit for summit in FIELDS["summits"] if summit["start"][:4] in ("2023", "2024")]
    first = {summit["sources"][0] for summit in shown}
    for code in ("AF", "IR"):
        sent = [sent for summit in shown for sent in summit["delegations"] if sent["country"] == code]
        found = ask(Panel(countries=(code,), from_="2023", to="2024"))
        assert set(found.sources) == sources(*sent, *ORACLE.countries[code]["statuses"]) | first
    assert any("Day of Iran's accession" in one.about for one in found.disputes)
    assert any("what came later is not in them" in note for note in ask(Panel(to="2040")).notes)


@each("wide", [True, False])
def test_every_row_names_where_it_was_read(wide):
    """Together all that is told of the country."""
    drawn = ask(Panel(countries=("TR",), wide=wide)).tables[0]
    told = sources(*next(country for country in FIELDS["countries"] if country["code"] == "TR")["statuses"])
    assert len(drawn.sources) == len(drawn.rows)
    assert told <= {source for read in drawn.sources for source in read}


def test_wide_has_a_row_a_country_and_a_column_a_year():
    """With the same statuses."""
    wide = ask(Panel(countries=("IN", "TR"), wide=True))
    assert "summit" not in wide.text
    assert ask(Panel(countries=("IN", "TR"))).text.endswith(", and whether they came to that year's summit.")
    assert ask(Panel(countries=("TR",))).text.endswith(", and whether it came to that year's summit.")
    assert [column.key for column in wide.tables[0].columns] == ["code", "country", *map(str, YEARS)]
    assert table(wide, "Panel") == [
        ("IN", "India", *value(Panel())["IN"].values()),
        ("TR", "Türkiye", *value(Panel())["TR"].values()),
    ]


def test_a_year_may_have_no_summit_several_or_a_leader_whose_rank_is_not_known():
    """No summit leaves the cells empty; of several, coming to one is enough."""
    fields = json.loads(json.dumps(FIELDS))
    first, second, *_ = [summit for summit in fields["summits"] if summit["start"] > "2022"]
    del fields["summits"][fields["summits"].index(second)]
    for summit in fields["summits"]:
        for sent in summit["delegations"]:
            if (summit["id"], sent["country"]) == (first["id"], "IN"):
                del sent["level"]
    data = DataSet(records.read(json.dumps(fields)))
    rows = {row["year"]: row for row in answer(data, Panel(countries=("IN",)), "2026-01-01").to_rows()}
    assert [rows[int(second["start"][:4])][key] for key in ("summit", "came", "level")] == [None, None, None]
    assert [rows[int(first["start"][:4])][key] for key in ("came", "level")] == ["yes", "not-recorded"]

    year = second["start"][:4]
    first["start"] = first["end"] = f"{year}-01-02"
    both = DataSet(records.read(json.dumps({**fields, "summits": [first, second]})))
    oracle = Oracle({**fields, "summits": [first, second]})
    found = {row["code"]: row for row in answer(both, Panel(from_=year, to=year), "2026-01-01").to_rows()}
    assert {code: row["came"] for code, row in found.items()} == {
        code: some([oracle.came(first, code), oracle.came(second, code)]) for code in found
    }
    assert YES in {row["came"] for row in found.values()}
    assert {row["summit"] for row in found.values()} == {f"{first['id']} {second['id']}"}


def test_the_command_takes_countries_with_commas_and_csv_has_every_row():
    """Names, codes and the words for several; `none` is a word, so that no cell stands for two things."""
    assert answer_to("sco panel --countries Türkiye,az,ever").value.keys() == EVER
    code, out, err = run("sco panel --from 2001 --to 2026 --format csv")
    rows = list(csv.DictReader(out.splitlines()))
    assert (code, err, len(rows)) == (0, "", len(YEARS) * len(EVER))
    assert {row["status"] for row in rows} == {rank or "none" for rank in RANKS}
    assert answer_to("sco panel --countries AZ,TR --wide").command == "sco panel --countries AZ --countries TR --wide"
    assert run("sco panel --countries AZ,Frnace")[::2] == (
        3,
        "sco: No country is called 'Frnace'. Did you mean France?\n",
    )
    with pytest.raises(QueryError, match="'Nowhere' is no code of a country"):
        ask(Panel(countries=("Nowhere",)))
