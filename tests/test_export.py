"""``sco export``: the whole data set as a Data Package and as an SQLite database."""

import csv
import hashlib
import importlib.util
import json
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from mutants import WHOLE_TEXT, whole
from scocli import files
from scocli.cli.program import run
from scocli.errors import ExitCode
from scocli.export import columns, package
from scocli.export.tables import RECORDS

PAGE = Path(__file__).parents[1] / "docs" / "export.md"
DAY = "2024-07-03"


def sco(*arguments):
    """A run of the program: its exit status, and what it wrote to standard output and standard error."""
    out, err = [], []
    code = run([str(argument) for argument in arguments], out.append, err.append)
    return code, "".join(out), "".join(err)


@pytest.fixture(scope="module", autouse=True)
def data_set(tmp_path_factory):
    """The file that is exported unless a test names another."""
    file = tmp_path_factory.mktemp("data") / "whole.json"
    file.write_text(WHOLE_TEXT, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCO_DATA", str(file))
        yield file


def exported(target, *options):
    """An export that must succeed."""
    code, out, err = sco("export", target, *options)
    assert (code, err) == (ExitCode.ANSWERED, "")
    assert out.startswith(f"{target}: ")
    return target


@pytest.fixture(scope="module")
def facts():
    """The data set, with records of every kind."""
    return whole()


@pytest.fixture(scope="module")
def directory(tmp_path_factory):
    """The data package."""
    return exported(tmp_path_factory.mktemp("export") / "sco-data")


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """The SQLite database."""
    return exported(tmp_path_factory.mktemp("export") / "sco.sqlite")


@pytest.fixture
def database(file):
    """A connection to the database."""
    with closing(sqlite3.connect(file)) as connection:
        yield connection


def descriptor(directory):
    return json.loads((directory / "datapackage.json").read_text("utf-8"))


def read_cell(text, field):
    """The value of a cell, which must be what its field in the Table Schema allows."""
    rules = field["constraints"]
    assert rules.keys() <= {"required", "enum", "pattern", "minimum"}
    if not text:
        assert not rules.get("required"), field
        return None
    if field["type"] == "integer":
        assert int(text) >= rules.get("minimum", int(text))
        return int(text)
    if field["type"] == "date":
        assert date.fromisoformat(text).isoformat() == text
    else:
        assert field["type"] == "string"
    assert text in rules.get("enum", [text])
    assert re.fullmatch(rules.get("pattern", ".*"), text), (field, text)
    return text


def read_package(directory):
    """The rows of each table, every one held against its Table Schema and its keys."""
    resources = descriptor(directory)["resources"]
    tables = {}
    for resource in resources:
        raw = (directory / resource["path"]).read_bytes()
        assert len(raw) == resource["bytes"]
        assert resource["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"
        heading, *lines = csv.reader(raw.decode(resource["encoding"]).splitlines(keepends=True), strict=True)
        fields = resource["schema"]["fields"]
        assert heading == [field["name"] for field in fields]
        tables[resource["name"]] = [
            {field["name"]: read_cell(text, field) for text, field in zip(line, fields, strict=True)} for line in lines
        ]
    for resource in resources:
        schema, rows = resource["schema"], tables[resource["name"]]
        key = schema.get("primaryKey", [])
        assert len({tuple(row[name] for name in key) for row in rows}) == len(rows)
        for foreign in schema.get("foreignKeys", []):
            there = foreign["reference"]
            known = {
                tuple(row[name] for name in there["fields"]) for row in tables[there["resource"] or resource["name"]]
            }
            for row in rows:
                value = tuple(row[name] for name in foreign["fields"])
                assert None in value or value in known, (resource["name"], value)
    return tables


def read_database(file):
    """The rows of each table of a database."""
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return {name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')] for (name,) in names}  # noqa: S608


READERS = {"sco-data": read_package, "sco.sqlite": read_database}


def rebuilt(tables):
    """The data set that tables were made of, put together again."""

    def record(row, *without):
        return {name: value for name, value in row.items() if value is not None and name not in without}

    def items(table, item, **owner):
        rows = [row for row in tables[table] if owner.items() <= row.items()]
        assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
        return [row[item] for row in rows]

    def lists(**named):
        return {name: values for name, values in named.items() if values}

    def at(met, table, key, one):
        return [
            record(row, one, "number", "capacity")
            | {"sources": items(f"{table}_sources", "source", **{one: met}, **key(row))}
            for row in tables[table]
            if row[one] == met
        ]

    def numbered(table, one):
        return [
            record(row, "number") | {"sources": items(f"{table}_sources", "source", **{one: row["number"]})}
            for row in tables[table]
        ]

    def part(row, prefix):
        found = {name.removeprefix(prefix): row[name] for name in record(row) if name.startswith(prefix)}
        return {prefix.rstrip("_"): found} if found else {}

    def parts(row, *prefixes):
        plain = {name: value for name, value in record(row).items() if not name.startswith(prefixes)}
        for prefix in prefixes:
            plain |= part(row, prefix)
        return plain

    def status(row):
        owner = {"country": row["country"], "since": row["since"]}
        found = parts(row, "memorandum_") | {"sources": items("statuses_sources", "source", **owner)}
        return record(found, "country", "until")

    def country(row):
        code = row["code"]
        return parts(row, "names_") | lists(
            aliases=items("countries_aliases", "alias", country=code),
            demonyms=items("countries_demonyms", "demonym", country=code),
            statuses=[status(period) for period in tables["statuses"] if period["country"] == code],
        )

    def meeting(row, council="", one="summit"):
        """A summit or, of another Council, a meeting, with its lists from the tables of that Council."""
        found = parts(row, "coverage_")
        if found["coverage"]["partners"] == "not-applicable":
            del found["coverage"]["partners"]
        kinds = {"decisions": "decision", "absences": "absence", "organizations": "organization"}
        by_number = {
            name: at(row["id"], f"{council}{name}", lambda item, kind=kind: {kind: item["number"]}, one)
            for name, kind in kinds.items()
            if f"{council}{name}" in tables
        }
        own = f"{council}meetings" if council else "summits"
        return (
            found
            | lists(documents=items(f"{own}_documents", "document", **{one: row["id"]}), **by_number)
            | {
                "delegations": at(row["id"], f"{council}delegations", lambda item: {"country": item["country"]}, one),
                "sources": items(f"{own}_sources", "source", **{one: row["id"]}),
            }
        )

    def conflict(row):
        number = row["number"]
        claims = [claim for claim in tables["claims"] if claim["conflict"] == number]
        return record(row, "number") | {
            "concerns": items("conflicts_concerns", "concern", conflict=number),
            **lists(involves=items("conflicts_involves", "country", conflict=number)),
            "bears_on": items("conflicts_bears_on", "subject", conflict=number),
            "claims": [
                {"value": claim["value"],
                 "sources": items("claims_sources", "source", conflict=number, claim=claim["number"])}
                for claim in claims
            ],
        }  # fmt: skip

    def with_sources(table, one):
        return [
            record(row) | {"sources": items(f"{table}_sources", "source", **{one: row["id"]})} for row in tables[table]
        ]

    (dataset,), (sco,) = tables["dataset"], tables["sco"]
    facts = ("founded", "predecessor", "charter", "official_languages", "meaning", "shanghai_spirit", "decision_making", "sco_day")  # fmt: skip
    organization = parts(sco, "names_", *(f"{name}_" for name in facts))
    for name in facts:
        organization[name]["sources"] = items(f"sco_{name}_sources", "source")
    for name in ("elements", "elements_zh"):
        organization["shanghai_spirit"][name] = items(f"sco_shanghai_spirit_{name}", "element")
    organization["founded"]["founders"] = items("sco_founded_founders", "country")
    organization["predecessor"]["members"] = items("sco_predecessor_members", "country")
    organization["predecessor"]["summits"] = numbered("predecessor_summits", "predecessor_summit")
    organization["official_languages"]["codes"] = items("sco_official_languages_codes", "language")
    organization |= {
        "abbreviations": {
            language: items(f"sco_abbreviations_{language}", "abbreviation") for language in ("en", "ru", "zh")
        },
        "sources": items("sco_sources", "source"),
        "bodies": with_sources("bodies", "body"),
    }
    for name, one in {
        "aims": "aim", "principles": "principle", "other_names": "other_name", "agreements": "agreement",
        "secretaries_general": "secretary_general", "rats_directors": "rats_director", "chairmanships": "chairmanship",
    }.items():  # fmt: skip
        organization[name] = numbered(name, one)
    return record(dataset, "naming_note") | {
        "naming": {
            "note": dataset["naming_note"],
            "written": [
                record(row) | {"sources": items("written_names_sources", "source", written_name=row["name"])}
                for row in tables["written_names"]
            ],
            "sources": items("dataset_naming_sources", "source"),
        },
        "organization": organization,
        "categories": with_sources("categories", "category"),
        "countries": [country(row) for row in tables["countries"]],
        "persons": [
            record(row) | lists(aliases=items("persons_aliases", "alias", person=row["name"]))
            for row in tables["persons"]
        ],
        "applications": numbered("applications", "application"),
        "summits": [meeting(row) for row in tables["summits"]],
        "planned_summits": with_sources("planned_summits", "planned_summit"),
        "heads_of_government_meetings": [
            meeting(row, "heads_of_government_", "meeting") for row in tables["heads_of_government_meetings"]
        ],
        "planned_heads_of_government_meetings": with_sources("planned_heads_of_government_meetings", "planned_meeting"),
        "conflicts": [conflict(row) for row in tables["conflicts"]],
        "sources": {row["id"]: record(row, "id") for row in tables["sources"]},
    }


def with_listed_names(facts):
    """The data set with each person called as in the list of persons, whatever a record calls them."""
    listed = {alias: person["name"] for person in facts["persons"] for alias in person.get("aliases", [])}
    listed |= {person["name"]: person["name"] for person in facts["persons"]}

    def renamed(node):
        if isinstance(node, list):
            return [renamed(item) for item in node]
        if not isinstance(node, dict):
            return node
        return {
            key: listed[value] if key in {"leader", "chair_person", "person", "participant"} else renamed(value)
            for key, value in node.items()
        }

    return renamed(facts)


@pytest.mark.parametrize("name", READERS)
def test_the_data_set_can_be_put_together_again_from_the_tables(name, tmp_path, facts):
    """Every fact of the file is in the tables with its sources, and nothing else is but what is derived."""
    tables = READERS[name](exported(tmp_path / name))
    assert rebuilt({key: rows for key, rows in tables.items() if key != "country_year"}) == with_listed_names(facts)


def test_both_exports_hold_the_same_rows(directory, file):
    """The tables of the package and of the database are the same, row by row."""
    assert read_package(directory) == read_database(file)


def test_country_year_has_the_rows_of_the_panel(directory):
    """Those of `sco panel`, cell by cell."""
    asked = list(csv.reader(sco("panel", "--format", "csv")[1].splitlines()))
    written = (directory / "data/country_year.csv").read_text("utf-8")
    assert list(csv.reader(written.splitlines()))[1:] == asked[1:]


def test_counts_are_those_of_the_file(directory, facts):
    """As many delegations, absences, decisions and claims as the file has, each with as many sources."""
    tables = read_package(directory)
    for name in ("delegations", "absences", "decisions", "organizations"):
        records = [record for summit in facts["summits"] for record in summit.get(name, [])]
        assert len(tables[name]) == len(records) > 0
        assert len(tables[f"{name}_sources"]) == sum(len(record["sources"]) for record in records)
    assert len(tables["claims"]) == sum(len(conflict["claims"]) for conflict in facts["conflicts"])
    assert len(tables["sources"]) == len(facts["sources"])


def test_every_source_is_named_by_a_fact(file):
    """No source stands alone: the tables of sources together name them all."""
    tables = read_database(file)
    named = {row["source"] for name, rows in tables.items() if name.endswith("_sources") for row in rows}
    assert named == {row["id"] for row in tables["sources"]}


def status_on(country, day):
    """The category that a country of the file held on a day."""
    return next(
        (period["category"] for period in reversed(country.get("statuses", [])) if period["since"] <= day), None
    )


def test_until_is_where_the_next_status_begins(directory, facts):
    """A status's derived end is the beginning of the country's next one, and absent of the last one."""
    ends = {(row["country"], row["since"]): row["until"] for row in read_package(directory)["statuses"]}
    for country in facts["countries"]:
        begins = [period["since"] for period in country.get("statuses", [])]
        assert [ends[country["code"], since] for since in begins] == [*begins[1:], None][: len(begins)]


def test_capacity_is_the_status_on_the_eve(directory, facts):
    """A delegation's derived capacity is its country's status on the eve of the summit, else guest."""
    countries = {country["code"]: country for country in facts["countries"]}
    expected = {}
    for number, summit in enumerate(facts["summits"]):
        day = date.fromisoformat(summit["start"]) - timedelta(days=1 if number else 0)
        for delegation in summit["delegations"]:
            code = delegation["country"]
            expected[summit["id"], code] = status_on(countries[code], day.isoformat()) or "guest"
    rows = read_package(directory)["delegations"]
    assert {(row["summit"], row["country"]): row["capacity"] for row in rows} == expected
    assert "guest" in expected.values()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT country FROM statuses_on WHERE day = :day AND category = 'observer'",
        "SELECT country FROM statuses WHERE category = 'observer' AND since <= :day AND (until IS NULL OR until > :day)",
    ],
    ids=["view", "table"],
)
def test_one_query_names_the_observers_of_a_day(database, query):
    """Afghanistan, Belarus and Mongolia were the observers on 3 July 2024, the eve of Belarus's accession."""
    assert sorted(code for (code,) in database.execute(query, {"day": DAY})) == ["AF", "BY", "MN"]


def test_the_counts_of_the_article_of_4_july_2024(directory, database):
    """9 members, 3 observers and 14 dialogue partners on 3 July 2024, in the package and in the database."""
    expected = {"member": 9, "observer": 3, "dialogue-partner": 14}
    counted = database.execute("SELECT category, count(*) FROM statuses_on WHERE day = ? GROUP BY category", [DAY])
    assert dict(counted.fetchall()) == expected
    rows = read_package(directory)["statuses"]
    held = [row["category"] for row in rows if row["since"] <= DAY and (row["until"] is None or row["until"] > DAY)]
    assert {category: held.count(category) for category in set(held)} == expected


def test_statuses_on_has_each_day_that_the_data_vouch_for(database, facts):
    """The view goes from the founding to the last day that the data vouch for, a country at most once a day."""
    first, last = database.execute("SELECT min(day), max(day) FROM statuses_on").fetchone()
    assert (first, last) == (facts["organization"]["founded"]["date"], facts["through"])
    assert database.execute("SELECT 1 FROM statuses_on GROUP BY day, country HAVING count(*) > 1").fetchall() == []


@pytest.mark.parametrize(
    ("view", "meeting", "meetings"),
    [
        ("attendance", "summit", "summits"),
        ("heads_of_government_attendance", "meeting", "heads_of_government_meetings"),
    ],
)
def test_attendance_has_every_delegation_with_date_and_name(database, facts, view, meeting, meetings):
    """In order of the meetings, of each Council apart."""
    names = {country["code"]: country["names"]["en"] for country in facts["countries"]}
    expected = [
        (met["start"], met["id"], sent["country"], names[sent["country"]], sent.get("leader"))
        for met in facts[meetings]
        for sent in sorted(met["delegations"], key=lambda sent: sent["country"])
    ]
    found = database.execute(f"SELECT date, {meeting}, country, name, leader FROM {view}")  # noqa: S608
    assert found.fetchall() == expected
    assert expected


def test_attendance_can_be_asked_by_capacity(database):
    """As the documents do."""
    partners = database.execute(
        "SELECT name, leader FROM attendance WHERE summit = '2024-astana' AND capacity = 'dialogue-partner'"
    ).fetchall()
    assert ("Azerbaijan", "Ilham Aliyev") in partners
    assert len(partners) == 4


def test_current_statuses_are_the_last_of_each_country(database, facts):
    """The view holds what each country holds since its last change, with the country's name."""
    expected = {
        (country["code"], country["names"]["en"], country["statuses"][-1]["category"])
        for country in facts["countries"]
        if "statuses" in country
    }
    assert set(database.execute("SELECT country, name, category FROM current_statuses")) == expected


def test_foreign_keys_of_the_database_are_those_of_the_package_and_hold(directory, database):
    """SQLite knows each foreign key of the package, and finds no row that breaks one."""
    for resource in descriptor(directory)["resources"]:
        declared = database.execute(f"PRAGMA foreign_key_list({resource['name']})").fetchall()
        fields = [name for foreign in resource["schema"].get("foreignKeys", []) for name in foreign["fields"]]
        assert sorted(row[3] for row in declared) == sorted(fields)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.execute("DELETE FROM sources WHERE id = (SELECT source FROM statuses_sources)")
    assert database.execute("PRAGMA foreign_key_check").fetchall() != []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE statuses SET category = 'friend'",
        "UPDATE statuses SET since = '2024-02-30' WHERE rowid = 1",
        "UPDATE statuses SET basis = NULL",
        "UPDATE summits SET ordinal = 0",
        "INSERT INTO countries SELECT * FROM countries",
    ],
)
def test_the_database_keeps_the_constraints(database, change):
    """A category, day or number that is none, an empty cell and a second row with one key are refused."""
    with pytest.raises(sqlite3.IntegrityError):
        database.execute(change)


def test_the_database_has_types(database):
    """Its tables are strict where SQLite has such: no text in a column of numbers."""
    if sqlite3.sqlite_version_info < (3, 37):
        pytest.skip("this SQLite has no strict tables")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("UPDATE summits SET ordinal = 'first'")


def test_lookups_along_foreign_keys_use_an_index(database):
    """No table is read through to find the rows that name one of another table."""
    for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        for foreign in database.execute(f'PRAGMA foreign_key_list("{name}")').fetchall():
            query = f'EXPLAIN QUERY PLAN SELECT * FROM "{name}" WHERE "{foreign[3]}" = ?'  # noqa: S608
            plan = database.execute(query, ["x"]).fetchone()[3]
            assert plan.startswith("SEARCH") or foreign[1] > 0, (name, foreign)


def test_lists_belong_to_a_record(directory):
    """The rows of a list name the record that has it by all of its key; the organisation and the data set have none."""
    without = set()
    for resource in descriptor(directory)["resources"]:
        schema = resource["schema"]
        owner = schema.get("primaryKey", [])[:-1]
        owners = [
            foreign["reference"]["resource"] for foreign in schema.get("foreignKeys", []) if foreign["fields"] == owner
        ]
        if resource["name"].endswith(("_sources", "_aliases", "_demonyms", "_documents", "_concerns")) and not owners:
            without.add(resource["name"].split("_")[0])
        assert all(resource["name"].startswith(f"{name}_") for name in owners if len(owner) > 1)
    assert without == {"sco", "dataset"}


@pytest.mark.parametrize(
    ("table", "column", "expected"),
    [
        ("countries", "code", {"required": True, "pattern": "^[A-Z]{2}$"}),
        ("summits", "ordinal", {"required": True, "minimum": 1}),
        ("statuses", "basis", {"required": True, "enum": ["founding", "granted", "merged"]}),
        ("statuses", "since", {"required": True}),
        ("statuses", "until", {}),
        ("summits", "coverage_partners", {"required": True, "enum": ["complete", "partial", "none", "not-applicable"]}),
    ],
)
def test_constraints_are_those_of_the_models(directory, table, column, expected):
    """What a field of the models may hold is what its column may hold."""
    (schema,) = (found["schema"] for found in descriptor(directory)["resources"] if found["name"] == table)
    (field,) = (field for field in schema["fields"] if field["name"] == column)
    assert field["constraints"] == expected


def test_every_column_is_described(directory):
    """Each column says what it holds, and the derived ones, and only they, say that they are derived."""
    derived = set()
    for resource in descriptor(directory)["resources"]:
        assert resource["description"]
        for field in resource["schema"]["fields"]:
            assert field["description"], (resource["name"], field["name"])
            if field["description"].startswith("Derived: "):
                derived.add((resource["name"], field["name"]))
    assert derived == {
        ("statuses", "until"),
        ("delegations", "capacity"),
        ("heads_of_government_delegations", "capacity"),
    }


def test_descriptions_are_those_of_the_models(directory):
    """A column is described in the words of its model's field."""
    (schema,) = (found["schema"] for found in descriptor(directory)["resources"] if found["name"] == "absences")
    described = {field["name"]: field["description"] for field in schema["fields"]}
    fields = columns.Data.model_json_schema()["$defs"]["Absence"]["properties"]
    assert fields.keys() - described.keys() == {"sources"}
    assert all(described[name] == fields[name]["description"] for name in described.keys() & fields.keys())


def test_the_package_says_what_it_is(directory, facts):
    """Title, version, licence and sources stand in the descriptor, and no time at which it was made."""
    found = descriptor(directory)
    assert found["title"] == "Membership of the Shanghai Cooperation Organisation"
    assert [int(part) for part in found["version"].split(".")] == [int(part) for part in facts["through"].split("-")]
    assert found["licenses"][0]["name"] == facts["licence"] == "CC0-1.0"
    assert (directory / found["sources"][0]["path"]).is_file()
    assert "created" not in found


def test_nothing_but_the_package_is_in_its_directory(directory):
    """The files are the descriptor and the tables that it names."""
    named = {resource["path"] for resource in descriptor(directory)["resources"]}
    files = {path.relative_to(directory).as_posix() for path in directory.rglob("*") if path.is_file()}
    assert files == named | {"datapackage.json"}


@pytest.mark.skipif(importlib.util.find_spec("frictionless") is None, reason="frictionless is not installed")
def test_frictionless_accepts_the_package(directory):
    """The validator of the format's makers finds no fault."""
    command = [sys.executable, "-m", "frictionless", "validate", str(directory / "datapackage.json"), "--json"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert json.loads(ended.stdout)["valid"], ended.stdout[:2000]


def content(target):
    """All that stands at a place."""
    paths = sorted(target.rglob("*")) if target.is_dir() else [target]
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in paths if path.is_file()}


@pytest.mark.parametrize("name", READERS)
def test_exports_of_one_data_set_are_equal_to_the_byte(name, tmp_path):
    """Nothing of the time or place at which it was made is in an export."""
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    assert content(exported(first / name)) == content(exported(second / name))


@pytest.mark.parametrize("name", READERS)
def test_an_export_is_replaced_only_by_force(name, tmp_path):
    """What stands there is left alone and the run ends with status 2; with --force it is replaced whole."""
    target = exported(tmp_path / name)
    whole_export = content(target)
    spoilt = target / "data" / "sources.csv" if target.is_dir() else target
    spoilt.write_bytes(b"earlier")
    before = content(target)
    assert sco("export", target) == (ExitCode.USAGE, "", f"sco: {target}: exists already; --force replaces it\n")
    assert content(target) == before
    exported(target, "--force")
    assert content(target) == whole_export
    assert list(tmp_path.iterdir()) == [target]


def test_an_empty_directory_is_filled(tmp_path):
    """A directory made for the export needs no force."""
    target = tmp_path / "new"
    target.mkdir()
    exported(target)
    assert (target / "datapackage.json").is_file()


def test_a_directory_with_other_files_is_never_replaced(tmp_path):
    """Not even by force: what is no part of an export would be lost."""
    target = exported(tmp_path / "sco-data")
    (target / "data" / "thesis.docx").write_text("chapter 1")
    code, out, err = sco("export", target, "--force")
    assert (code, out) == (ExitCode.USAGE, "")
    assert err == f"sco: {target}: holds data/thesis.docx, which is no part of the data package and would be lost\n"
    assert (target / "data" / "thesis.docx").read_text() == "chapter 1"


def test_a_place_that_makes_no_sense_is_refused_in_one_line(tmp_path, monkeypatch):
    """A file for a package, a directory for a database, another format, no parent, here: status 2, nothing written."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder.db").mkdir()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    problems = {
        tmp_path / "file": "is not a directory, which a data package is",
        tmp_path / "folder.db": "is not a file",
        Path(".xlsx"): "a name goes before the ending: sco.xlsx",
        tmp_path
        / "facts.csv": "a data package is a directory, whose name ends without .csv; a database or spreadsheet ends in .sqlite, .sqlite3, .db or .xlsx",
        tmp_path / "no" / "where": "lies in no directory that exists",
        tmp_path / "file" / "below": "lies in no directory that exists",
        Path(): "is the current directory or holds it: name a new one",
        tmp_path: "is the current directory or holds it: name a new one",
    }
    for target, problem in problems.items():
        assert sco("export", target, "--force") == (ExitCode.USAGE, "", f"sco: {target}: {problem}\n")
    assert (tmp_path / "file").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder.db", "here"]


def test_a_name_with_a_version_is_a_directory(tmp_path):
    """Digits behind a dot are no suffix."""
    assert exported(tmp_path / "sco-2025.9").is_dir()


def test_a_name_cannot_drive_the_terminal(tmp_path):
    """A control character in the place's name is written out."""
    code, out, err = sco("export", tmp_path / "\x1b[31m")
    assert (code, err) == (ExitCode.ANSWERED, "")
    assert "\x1b" not in out


@pytest.fixture
def small_disk():
    """A way to let no file grow beyond 90 kB, which some file of each export does."""
    resource = pytest.importorskip("resource", reason="needs limits as POSIX has them")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("force", [False, True], ids=["new", "over an earlier one"])
@pytest.mark.parametrize("name", READERS)
def test_a_full_disk_leaves_nothing_behind(name, force, tmp_path, small_disk):
    """Where not all can be written the run ends with status 1 and one line, and the place is as it was."""
    target = tmp_path / name
    before = content(exported(target)) if force else None
    small_disk()
    code, out, err = sco("export", target, "--force")
    assert (code, out) == (ExitCode.FAULT, "")
    assert re.fullmatch(rf"sco: {re.escape(str(target))}: cannot be written \([^\n]+\)\n", err)
    assert list(tmp_path.iterdir()) == ([target] if force else [])
    assert not force or content(target) == before


def refuse(*_):
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize("name", READERS)
def test_a_place_that_cannot_be_written_is_told_in_one_line(name, tmp_path, monkeypatch):
    """Where no directory can be made the run ends with status 1."""
    monkeypatch.setattr(os, "mkdir", refuse)
    line = f"sco: {tmp_path / name}: cannot be written (Permission denied)\n"
    assert sco("export", tmp_path / name) == (ExitCode.FAULT, "", line)


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_an_earlier_export_outlives_a_failure(error, tmp_path, monkeypatch):
    """If the new one cannot be put into place, or the user interrupts, the earlier one stands where it stood."""
    target = exported(tmp_path / "sco-data")
    before = content(target)

    def fail(*_):
        assert not target.exists()
        raise error

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(error):
        files.put(target, lambda place: place.mkdir())
    assert content(target) == before
    assert list(tmp_path.iterdir()) == [target]


@pytest.fixture
def altered(tmp_path, facts):
    """Writes a data set in which one thing is different."""

    def alter(change):
        other = json.loads(json.dumps(facts))
        change(other)
        file = tmp_path / "other.json"
        file.write_text(json.dumps(other, ensure_ascii=False, indent=1) + "\n", "utf-8")
        return file

    return alter


def test_another_data_set_is_exported(altered, tmp_path):
    """--data names the file whose facts are exported, in both forms."""

    def change(other):
        other["licence"] = "ODC-BY-1.0"

    file = altered(change)
    for name, read in READERS.items():
        assert sco("--data", file, "export", tmp_path / name)[0] == ExitCode.ANSWERED
        assert read(tmp_path / name)["dataset"][0]["licence"] == "ODC-BY-1.0"
    assert descriptor(tmp_path / "sco-data")["licenses"] == [{"name": "ODC-BY-1.0"}]


def test_a_data_set_that_does_not_hold_is_not_exported(altered, tmp_path):
    """Its faults are told and nothing is written."""
    code, out, _ = sco("--data", altered(lambda other: other["sources"].clear()), "export", tmp_path / "sco-data")
    assert (code, out) == (ExitCode.INVALID_DATA, "")
    assert not (tmp_path / "sco-data").exists()


def test_a_person_named_by_an_alias_is_who_is_listed(altered, tmp_path, facts):
    """A leader whom a record names in another way is the person of the table of persons, so that the key holds."""
    person = next(person for person in facts["persons"] if person["name"] == "Alexander Lukashenko")

    def change(other):
        for summit in other["summits"]:
            for delegation in summit["delegations"]:
                if delegation.get("leader") == person["name"]:
                    delegation["leader"] = person["aliases"][0]

    sco("--data", altered(change), "export", tmp_path / "sco-data")
    tables = read_package(tmp_path / "sco-data")
    assert rebuilt(tables) == with_listed_names(facts)


def test_cells_are_as_they_are(altered, tmp_path):
    """Commas, quotes, and what a spreadsheet would take for a formula come back as they were."""
    odd = ['=HYPERLINK("x";"y")', "+1", "-1", "@sum", 'says "no", twice', "'quoted'"]

    def change(other):
        for value, claim in zip(
            odd, (claim for found in other["conflicts"] for claim in found["claims"]), strict=False
        ):
            claim["value"] = value

    file = altered(change)
    for name, read in READERS.items():
        assert sco("--data", file, "export", tmp_path / name)[0] == ExitCode.ANSWERED
        assert [row["value"] for row in read(tmp_path / name)["claims"][: len(odd)]] == odd


def test_what_is_written_is_made_beside_its_place(tmp_path):
    """On the same file system, so that it can be moved there at once."""
    made = []
    files.put(tmp_path / "new", lambda place: made.append(place) or place.mkdir())
    assert made[0].parent.parent == tmp_path


def test_the_tables_name_no_file_twice():
    """Each table has a name and a file of its own."""
    paths = [package.path_of(table) for table in package.TABLES]
    assert len(set(paths)) == len(paths)


def test_the_page_on_exports_names_every_table_of_records():
    """The tables that are not a record's list are in the documentation's table of tables."""
    words = PAGE.read_text("utf-8")
    assert [records.name for records in RECORDS if f"`{records.name}`" not in words] == []


def test_the_queries_on_the_page_give_rows(database):
    """Each query of the documentation runs, and finds something."""
    queries = re.findall(r"^```sql\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert queries
    for query in queries:
        assert database.execute(query).fetchall(), query
