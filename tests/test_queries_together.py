"""Commands that tell of the same facts tell the same."""

import json
import shlex
from random import Random

import pytest

from each import each
from facts import DATA, THROUGH, TODAY, ask, value
from mutants import FIELDS
from oracle import Oracle
from random_conditions import Draw
from scocli.cli import program, session
from scocli.councils import COUNCILS
from scocli.facts.select import Has
from scocli.facts.where import parse
from scocli.queries.attendance import Attendance
from scocli.queries.changes import Changes
from scocli.queries.countries import Countries
from scocli.queries.matrix import Matrix
from scocli.queries.status import Status
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits

DAYS = ("2001-06-14", "2001-06-15", "2004-06-17", "2015-07-09", "2015-07-10", "2017-06-08", "2024-07-04", THROUGH)


@each(("earlier", "later"), [(one, other) for one in DAYS for other in DAYS if one < other])
def test_the_changes_of_a_time_make_of_the_list_before_it_that_of_its_end(earlier, later):
    """A change is not on its eve, and is on its day: who changed the later of several times holds what came last."""
    held = {code: status for status, codes in value(Countries(on=earlier)).items() for code in codes}
    held |= {code: gained for day, code, gained in value(Changes(from_=earlier, to=later)) if day > earlier}
    assert held == {code: status for status, codes in value(Countries(on=later)).items() for code in codes}


@each("body", COUNCILS)
def test_the_matrix_a_countrys_attendance_and_the_meeting_agree(body):
    """On who came to each meeting, and on who is known to have stayed away."""
    meetings = DATA.of_council(body).summits
    marks = value(Matrix(body=body))
    for code, row in marks.items():
        assert [met for met in meetings if "leader" in row[met]] == value(Attendance(subjects=(code,), body=body))
        assert [met for met in meetings if row[met] == "absent"] == value(Attendance(subjects=(code,), body=body, show="missed"))  # fmt: skip
    for met in meetings:
        came, missed = (
            set(value(SummitFacts(summit=met, show=show))) & marks.keys() for show in ("countries", "absent")
        )
        assert came == {code for code, row in marks.items() if "leader" in row[met]}
        assert missed == {code for code, row in marks.items() if row[met] == "absent"}


def drawn(random: Random):
    """A query of one to three conditions at random, in one of its forms."""
    draw = Draw(Oracle(FIELDS), random)
    on_countries = random.random() < 0.7
    subjects = "countries" if on_countries else "summits"
    asked = [draw.whole(draw.one if on_countries else draw.meeting) for _ in range(random.choice((1, 1, 2, 3)))]
    where = tuple(dict.fromkeys(parse(DATA, one.words, subjects) for one in asked))
    known = DATA.countries if on_countries else DATA.summits
    has = Has((tuple(random.sample(list(known), 2)), (random.choice(list(known)),)))
    form = random.choice(({}, {"show": "count"}, {"show": "any"}, {"has": has}))
    if on_countries and random.random() < 0.3:
        return Status(countries=tuple(random.sample(list(known), 2)), is_=where)
    return Countries(where=where, **form) if on_countries else Summits(where=where, **form)


@pytest.mark.parametrize("seed", range(2))
def test_the_command_that_an_answer_names_gives_its_value(monkeypatch, seed):
    """Whatever the conditions: the language can spell all that are drawn."""
    monkeypatch.setattr(session, "load", lambda _path=None: DATA)
    random = Random(seed)
    for _ in range(30):
        query = drawn(random)
        found = ask(query)
        out, err = [], []
        words = shlex.split(found.command)[1:]
        assert program.run([*words, "--format", "json"], out.append, err.append, TODAY) == 0, (query, err)
        told = json.loads("".join(out))
        assert (told["value"], told["command"]) == (json.loads(json.dumps(found.value)), found.command), query
