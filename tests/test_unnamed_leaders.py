"""A delegation whose leader no source names: the country came, and who led it, in what office and at what rank, is not recorded."""

import json

import pytest

from drawn import run
from mutants import DROP, fields, put
from scocli import records
from scocli.dataset import DataSet
from scocli.facts.conditions import Attended, AttendedBy, Not
from scocli.facts.presence import Manner
from scocli.facts.select import Has
from scocli.queries import answer
from scocli.queries.attendance import Attendance
from scocli.queries.base import Query
from scocli.queries.countries import Countries
from scocli.queries.matrix import Matrix
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits
from scocli.validation import parse

UNNAMED = {"2024-astana": ("AZ",), "2025-tianjin": ("AZ", "AM")}
NOTE = "Azerbaijan at the Astana summit of 2024: its leader is not named in the sources."


def _data() -> dict:
    data = fields()
    for summit, codes in UNNAMED.items():
        for code in codes:
            for field in ("leader", "role", "level"):
                put(data, f"summits[{summit}].delegations[{code}].{field}", DROP)
    return data


DATA = DataSet(records.read(json.dumps(_data())))


def ask(query: Query):
    return answer(DATA, query, "2026-01-01")


def test_such_a_data_set_holds():
    """The model and the rules allow it."""
    assert not isinstance(parse(json.dumps(_data())), list)


def test_the_country_came():
    """It is among those who came, as what it came, and the answer says what is not known."""
    for query in (Attendance(subjects=("AZ",), at=("2024-astana",)), SummitFacts(summit="2024-astana")):
        assert NOTE in ask(query).notes
    assert "2024-astana" in ask(Attendance(subjects=("AZ",))).value
    assert "AZ" in ask(SummitFacts(summit="2024-astana", show="countries")).value
    found = ask(Attendance(subjects=("AZ",), at=("2024-astana",), show="any"))
    assert found.value is True
    assert found.text.endswith("(its delegation was led by somebody not named in the sources).")


@pytest.mark.parametrize("how", [{"level": ("head-of-state",)}, {"level": ("minister",)}, {"office": "president"}])
def test_at_what_rank_it_came_is_neither_yes_nor_no(how):
    """Of its leader nothing is guessed, whatever rank is asked for; it stands in no list of such delegations."""
    led_by = how.get("level") or (how["office"],)
    for show in ("any", "all"):
        found = ask(Attendance(subjects=("AZ",), at=("2024-astana",), show=show, led_by=led_by))
        assert found.value == "not-recorded"
        assert found.text.startswith(
            "Not recorded: Azerbaijan attended Astana 2024, but whether with a delegation led by"
        )
        assert NOTE in found.notes
    led_by = how.get("level", (how.get("office"),))
    found = ask(SummitFacts(summit="2024-astana", show="countries", led_by=led_by))
    assert "AZ" not in found.value
    assert NOTE in found.notes
    led = AttendedBy(("AZ",), Manner(led_by=(*how.get("level", ()), *filter(None, (how.get("office"),)))))
    for asked in (led, Not(led)):
        found = ask(Summits(where=(asked,)))
        assert "2024-astana" not in found.value
        assert NOTE in found.notes
        assert not any("Armenia" in note for note in found.notes)
    came = Attended("2024-astana", Manner(led_by=led_by))
    found = ask(Countries(where=(came,), has=Has((("AZ",),))))
    assert found.value == "not-recorded"
    assert NOTE in found.notes


def test_what_does_not_hang_on_the_leader_is_known():
    """In what capacity the delegation came, and how."""
    asked = {"subjects": ("AZ",), "at": ("2024-astana",), "show": "any"}
    assert ask(Attendance(capacity=("dialogue-partner",), **asked)).value is True
    assert ask(Attendance(capacity=("guest",), led_by=("head-of-state",), **asked)).value is False
    assert ask(Attendance(mode="video", led_by=("head-of-state",), **asked)).value is False
    assert NOTE not in ask(Attendance(mode="video", led_by=("head-of-state",), **asked)).notes


@pytest.mark.parametrize("summit", UNNAMED)
def test_of_a_person_of_that_country_it_is_not_recorded_whether_they_came(summit):
    """Though the list is complete for the group of the country (Tianjin): it does not say who led the delegation."""
    found = ask(Attendance(subjects=("Ilham Aliyev",), at=(summit,), show="any"))
    assert found.value == "not-recorded"
    assert any("its leader is not named in the sources" in note for note in found.notes)
    assert summit not in ask(Attendance(subjects=("Ilham Aliyev",))).value


@pytest.mark.parametrize("led_by", ["Ilham Aliyev", "president"])
def test_who_is_known_to_have_stayed_away_did_not_lead_it(led_by):
    """Though it is not known who did."""
    data = _data()
    away = {"country": "AZ", "person": "Ilham Aliyev", "role": "President", "note": "Stayed at home.", "sources": []}
    put(data, "summits[2024-astana].absences", [away])
    query = Attendance(subjects=("AZ",), at=("2024-astana",), led_by=(led_by,), show="any")
    assert ask(query).value == "not-recorded"
    assert answer(DataSet(records.read(json.dumps(data))), query, "2026-01-01").value is False


def test_nobody_is_named_as_its_leader():
    """Where people or offices are listed."""
    found = ask(Attendance(subjects=("AZ",), at=("2024-astana",), show="people"))
    assert (found.value, found.text) == (
        [],
        "Azerbaijan was represented at the Astana summit of 2024; the sources do not name who led its delegation.",
    )
    text = ask(Attendance(subjects=("AZ",), from_="2022", to="2024", show="people")).text
    assert text.endswith("President (Samarkand 2022); the sources do not name who led its delegation to Astana 2024.")
    found = ask(SummitFacts(summit="2024-astana", show="people"))
    assert found.text.endswith(" at the Astana summit of 2024; the sources do not name who led 1 more.")
    found = ask(SummitFacts(summit="2024-astana", show="people", country=("AZ",)))
    assert "led by somebody not named in the sources" in found.text


def test_several_such_delegations_share_a_note():
    """In the order of their names."""
    notes = ask(SummitFacts(summit="2025-tianjin")).notes
    assert "Armenia and Azerbaijan at the Tianjin summit of 2025: their leaders are not named in the sources." in notes


def test_a_matrix_has_a_mark_for_it():
    """It counts as a delegation, and as none that was led at any rank."""
    found = ask(Matrix(subjects=("AZ",), from_="2022", to="2024"))
    assert found.value["AZ"]["2024-astana"] == "unnamed-leader"
    assert "2 delegations" in found.text


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_every_format_shows_it(tmp_path, form):
    """No cell needs what is not there."""
    file = tmp_path / "sco.json"
    file.write_text(json.dumps(_data()), "utf-8")
    for command, shown in (
        ("attendance AZ --at 2024", "2024-astana" if form in ("json", "csv") else "Astana 2024"),
        ("summit 2024 --show people", "Azerbaijan"),
        (
            "matrix AZ --from 2024 --to 2024",
            "its leader is not named in the sources" if form == "table" else "Azerbaijan",
        ),
    ):
        table = " --table Delegations" if form == "csv" and command.startswith("summit ") else ""
        status, out, err = run(f"sco --data {file} {command} --format {form}{table}")
        assert (status, err) == (0, "")
        assert shown in out


def test_only_of_those_of_whom_it_hangs_on_the_leader_is_that_said():
    """A question about members has nothing to do with the leader of a partner's delegation."""
    came = Attended("2024-astana", Manner(led_by=("head-of-state",)))
    assert NOTE in ask(Countries(categories=("partner",), where=(came,))).notes
    assert NOTE not in ask(Countries(categories=("member",), where=(came,))).notes
