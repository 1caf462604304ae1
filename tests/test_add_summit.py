"""`tools/add_summit.py`: the skeleton of a meeting, which is refused until all that it leaves to do is done."""

import json

import add_summit
import pytest

from mutants import TEXT, WHOLE, WHOLE_TEXT, fields
from scocli.validation import arrange, dump, parse, validate

SOURCE = {
    "publisher": "Example",
    "url": "https://example.org/summit",
    "published": "2026-09-01",
    "kind": "official",
    "language": "en",
}
DAYS = ("2026-08-31", "2026-09-01")


@pytest.fixture
def file(tmp_path):
    """A copy of the data set."""
    copy = tmp_path / "sco.json"
    copy.write_text(TEXT, "utf-8")
    return copy


def added(file):
    """The fields of the file with the summit that was planned."""
    assert add_summit.main([DAYS[0], "Bishkek", "KG", "--end", DAYS[1]], file) == 0
    return json.loads(file.read_text("utf-8"))


def filled_in(data):
    """What a maintainer makes of the skeleton: nothing else in the file is touched."""
    summit = data["summits"][-1]
    summit |= {"format": "in-person", "theme": "An invented theme", "documents": ["Bishkek Declaration"]}
    summit["chair_person"] = summit["chair_person"].removeprefix("TODO ")
    summit["coverage"] |= {"members": "complete", "partners": "partial", "guests": "partial"}
    doubted = [conflict for conflict in data["conflicts"] if summit["id"] in conflict["concerns"]]
    for record in (*summit["delegations"], *doubted, data["organization"]["chairmanships"][-2]):
        record |= {name: text.removeprefix("TODO ") for name, text in record.items() if isinstance(text, str)}
    data["organization"]["chairmanships"][-1] |= {"country": "PK", "basis": "stated"}
    data["planned_summits"][0] |= {
        "id": "2027-lahore", "start": "2027", "end": "2027", "city": "Lahore", "country": "PK", "chair_country": "PK", "note": "Announced.",
    }  # fmt: skip
    del data["sources"]["todo"]
    data["sources"]["example-2026"] = SOURCE
    return json.loads(json.dumps(data).replace('"todo"', '"example-2026"'))


def test_the_skeleton_has_what_a_summit_brings_with_it(file):
    """Who hands over the chair, what was planned and no longer is, and how far the data reach."""
    data = added(file)
    summit = data["summits"][-1]
    assert (summit["id"], summit["ordinal"], summit["chair_country"]) == ("2026-bishkek", 26, "KG")
    assert (summit["start"], summit["end"], data["through"]) == (*DAYS, DAYS[1])
    assert (
        data["organization"]["chairmanships"][-2]["until"]
        == data["organization"]["chairmanships"][-1]["since"]
        == DAYS[1]
    )
    assert [planned["id"] for planned in data["planned_summits"]] == ["TODO"]
    leaders = {sent["country"]: sent["leader"] for sent in summit["delegations"]}
    assert leaders["AZ"] == "TODO Ilham Aliyev"
    assert leaders["IN"] == "TODO Narendra Modi"  # not whoever led it first, nor the minister who came in 2024
    assert list(leaders)[:10] == ["BY", "CN", "IN", "IR", "KG", "KZ", "PK", "RU", "TJ", "UZ"]
    assert not {"KW", "TM"} & leaders.keys()  # nobody is known to have led a delegation, or it held no status


def test_it_is_refused_at_every_place_that_is_left_to_do(file):
    """And at no other: in one run."""
    data = added(file)
    faults = validate(json.dumps(data))
    found = {fault.place for fault in faults}
    assert all("still to be looked up" in fault.problem for fault in faults if "TODO" in fault.problem)
    assert (
        len([fault for fault in faults if "two capital letters, still to be looked up: 'TODO'" in fault.problem]) == 3
    )
    assert {
        "summits[25].format", "summits[25].theme", "summits[25].documents", "summits[25].chair_person",
        "summits[25].coverage.members", "summits[25].coverage.partners", "summits[25].coverage.guests",
        "organization.chairmanships[23].country", "organization.chairmanships[23].basis", "planned_summits[0].id",
        "planned_summits[0].note", "sources.todo.url",
    } <= found  # fmt: skip
    for field in ("leader", "role", "level"):
        assert {
            f"summits[25].delegations[{n}].{field}" for n in range(len(data["summits"][-1]["delegations"]))
        } <= found
    parts = ("summits[25]", "organization.chairmanships[23]", "planned_summits[0]", "sources.todo")
    doubted = {"organization.chairmanships[22].note", "conflicts[113].chosen", "conflicts[114].about"}
    assert doubted <= found
    assert all(place.startswith((*parts, "conflicts[113]", "conflicts[114]", *doubted)) for place in found)


def test_filled_in_it_holds(file):
    """With nothing done anywhere else; what was known before is as it was."""
    parsed = parse(arrange(json.dumps(filled_in(added(file)))))
    assert not isinstance(parsed, list), parsed
    made = json.loads(dump(parsed))
    assert made["summits"][:-1] == fields()["summits"]
    assert made["countries"] == fields()["countries"]


def test_the_sources_of_what_was_planned_go_with_it(file):
    """Those that nothing else names: they would be unused."""
    data = fields()
    data["sources"]["aa-only-of-the-plan"] = SOURCE | {"url": "https://example.org/plan"}
    data["planned_summits"][0]["sources"].append("aa-only-of-the-plan")
    file.write_text(json.dumps(data), "utf-8")
    assert "aa-only-of-the-plan" not in added(file)["sources"]


def test_a_source_is_refused_until_it_is_a_page_with_an_id_of_its_own(file):
    """Neither the name of its publisher nor its id is left as the skeleton has it: the next skeleton would take that id."""
    data = filled_in(added(file))
    data["sources"]["example-2026"] = SOURCE | {"publisher": "TODO"}
    assert [fault.place for fault in validate(arrange(json.dumps(data)))] == ["sources.example-2026.publisher"]
    data["sources"]["example-2026"] = SOURCE
    renamed = json.dumps(data).replace('"example-2026"', '"todo"')
    assert [fault.place for fault in validate(arrange(renamed))] == ["sources.todo"]


def test_what_was_disputed_of_a_plan_concerns_the_summit_that_was_held(file):
    """Also where that was in another city; who puts it into the file by hand is told so."""
    assert add_summit.main([DAYS[0], "Osh", "KG"], file) == 0
    data = json.loads(file.read_text("utf-8"))
    assert [data["conflicts"][index]["concerns"] for index in (113, 114)] == [["2026-osh"]] * 2
    data = filled_in(data)
    data["conflicts"][113]["concerns"] = ["2026-bishkek"]
    (fault,) = validate(arrange(json.dumps(data)))
    assert fault.place == "conflicts[113].concerns[0]"
    assert fault.problem.endswith("; was it planned? Name 2026-osh, or drop the conflict")


@pytest.mark.parametrize("undone", ["leader", "role", "level", "theme", "format"])
def test_what_is_filled_in_but_for_one_place_is_refused_there(file, undone):
    """Also a proposal that nobody has looked up."""
    data = filled_in(added(file))
    summit = data["summits"][-1]
    of = summit["delegations"][3] if undone in summit["delegations"][3] else summit
    of[undone] = f"TODO {of[undone]}"
    (fault,) = validate(arrange(json.dumps(data)))
    assert fault.place.endswith(undone)


def test_a_meeting_of_the_heads_of_government_is_one_record(tmp_path):
    """With the members that are known to have come, the planned one replaced; the chair of the organisation is not touched."""
    file = tmp_path / "sco.json"
    file.write_text(WHOLE_TEXT, "utf-8")
    assert add_summit.main(["2026-10-15", "Osh", "KG", "--body", "heads-of-government"], file) == 0
    data = json.loads(file.read_text("utf-8"))
    meeting, planned = (
        data[name][-1] for name in ("heads_of_government_meetings", "planned_heads_of_government_meetings")
    )
    assert (meeting["id"], meeting["ordinal"], meeting["chair_country"]) == ("chg-2026-osh", 4, "KG")
    assert [sent["country"] for sent in meeting["delegations"]] == ["CN", "IN", "KZ", "PK"]
    parts = ("heads_of_government_meetings[3]", "planned_heads_of_government_meetings[0]", "sources.todo")
    found = [fault.place for fault in validate(json.dumps(data))]
    assert all(place.startswith(parts) for place in found)
    assert all(any(place.startswith(part) for place in found) for part in parts)
    meeting |= {"chair_country": "KG", "chair_basis": "host", "format": "in-person"}
    meeting["coverage"]["members"] = "partial"
    for name in ("chair_person", "theme", "documents"):
        del meeting[name]
    for sent in meeting["delegations"]:
        sent |= {name: sent[name].removeprefix("TODO ") for name in ("leader", "role", "level")}
    planned |= {"id": "chg-2027-osh", "start": "2027", "end": "2027", "city": "Osh", "country": "KG", "chair_country": "KG", "note": "Announced."}  # fmt: skip
    del data["sources"]["todo"]
    data["sources"]["example-2026"] = SOURCE
    parsed = parse(arrange(json.dumps(data).replace('"todo"', '"example-2026"')))
    assert not isinstance(parsed, list), parsed
    made = json.loads(dump(parsed))
    changed = {name for name in made if made[name] != WHOLE[name]}
    assert changed == {"through", "heads_of_government_meetings", "planned_heads_of_government_meetings", "sources"}
    assert made["heads_of_government_meetings"][:-1] == WHOLE["heads_of_government_meetings"]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (["2025-09-01", "Tianjin", "CN"], "is not after 2025-tianjin"),
        (["2026-09-02", "Bishkek", "KG", "--end", "2026-09-01"], "is not after"),
        (["2026-9-2", "Bishkek", "KG"], "2026-9-2 is not a day"),
        (["2026-09-02", "Bishkek", "KG", "--end", "3 September"], "3 September is not a day"),
        (["2026-09-02", "Bishkek", "XX"], "XX is the code of no country"),
    ],
)
def test_what_cannot_be_a_summit_is_not_added(file, capsys, given, why):
    """It is said why, and the file is as it was."""
    assert add_summit.main(given, file) == 1
    assert why in capsys.readouterr().err
    assert file.read_text("utf-8") == TEXT
