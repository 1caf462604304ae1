"""`sco matrix`: how countries were represented at summits, against the file alone."""

from each import each
from facts import COUNTRIES, HELD, SUMMITS, THROUGH, absent, ask, capacity, held_between, name, sources, table, value
from mutants import FIELDS
from scocli.queries.matrix import Matrix

LEADERS = ("head-of-state", "head-of-government")
EVER = {held.country for held in HELD}


def mark(summit, code):
    """How a country was represented."""
    for delegation in summit["delegations"]:
        if delegation["country"] == code:
            if delegation["level"] not in LEADERS:
                return "below-leader"
            return "leader" if delegation["mode"] == "in-person" else "leader-by-video"
    if code in absent(summit):
        return "absent"
    return "no-status" if capacity(summit, code) == "guest" else "not-recorded"


def test_every_country_has_a_mark_for_every_summit():
    """Also those that never held a status, if they are named."""
    found = ask(Matrix(subjects=tuple(COUNTRIES)))
    assert found.kind == "matrix"
    assert found.value == {code: {s["id"]: mark(s, code) for s in SUMMITS.values()} for code in COUNTRIES}


def test_without_subjects_all_that_ever_held_a_status_are_meant():
    """And nobody else."""
    assert set(value(Matrix())) == EVER


@each(
    ("asked", "codes"),
    [
        ({"subjects": ("observer",)}, {held.country for held in HELD if held.category == "observer"}),
        ({"subjects": ("observer",), "from_": "2018"}, {"AF", "BY", "IR", "MN"}),
        ({"subjects": ("observer",), "to": "2005-07-04"}, {"MN"}),
        ({"subjects": ("IN", "observer"), "to": "2005-07-04"}, {"IN", "MN"}),
        ({"from_": "2001", "to": "2003"}, {held.country for held in HELD if held.since < "2004"}),
        ({"subjects": ("partner",), "to": "2025-08-31"}, set()),
    ],
)
def test_a_category_stands_for_all_that_held_it_in_the_period(asked, codes):
    """Beside the countries that are named."""
    assert set(value(Matrix(**asked))) == codes


@each(
    ("asked", "summits"),
    [
        ({"from_": "2024"}, held_between("2024")),
        ({"to": "2002"}, held_between(last="2002~")),
        ({"from_": "2015", "to": "2017"}, held_between("2015", "2017~")),
        ({"from_": "2024-07-03", "to": "2024-07-03"}, [SUMMITS["2024-astana"]]),
        ({"from_": "2024-07-04", "to": "2024-07-04"}, []),  # it began the day before
    ],
)
def test_the_summits_are_those_of_the_period(asked, summits):
    """On a single day the one that was sitting."""
    assert [*value(Matrix(subjects=("CN",), **asked))["CN"]] == [summit["id"] for summit in summits]


def test_every_mark_is_a_row_with_the_present_status_and_the_capacity():
    """None where a country has no status, and where it had none and did not come."""
    now = {held.country: held.category for held in HELD if held.until > THROUGH}
    rows = table(ask(Matrix(subjects=("IN", "BD", "TM"))), "Attendance")
    assert rows == [
        (
            name(code),
            code,
            now.get(code, "none"),
            summit["start"],
            summit["id"],
            "none" if mark(summit, code) == "no-status" else capacity(summit, code),
            mark(summit, code),
        )
        for code in ("IN", "BD", "TM")
        for summit in SUMMITS.values()
    ]


def test_delegations_absences_and_summits_are_cited():
    """Of the countries that are shown; of a summit its first source."""
    records = [
        record
        for summit in held_between("2022")
        for part in ("delegations", "absences")
        for record in summit.get(part, [])
        if record["country"] in ("AF", "IN")
    ]
    first = {summit["sources"][0] for summit in held_between("2022")}
    assert set(ask(Matrix(subjects=("AF", "IN"), from_="2022")).sources) == sources(*records) | first


def test_every_row_has_its_own_sources():
    """Those of the delegation or absence, or the summit's first."""
    found = ask(Matrix(subjects=("AF", "IN"), from_="2022"))
    read = iter(found.tables[0].sources)
    for code in ("AF", "IN"):
        for summit in held_between("2022"):
            records = [*summit["delegations"], *summit.get("absences", [])]
            own = [tuple(record["sources"]) for record in records if record["country"] == code]
            assert next(read) == (own[0] if own else tuple(summit["sources"][:1]))


def test_the_disputes_about_its_countries_are_told():
    """Of all of them, and of nobody else."""
    for codes in (("IN", "IR", "BY"), ("CN", "KZ", "RU", "UZ")):
        about = [one["about"] for one in FIELDS["conflicts"] if not set(codes).isdisjoint(one["concerns"])]
        assert [dispute.about for dispute in ask(Matrix(subjects=codes)).disputes] == about


def test_in_order_of_what_was_held_last_and_since_when():
    """Members before partners, the longest-standing first, and of one day by name; those named stand as named."""
    ranks = ["member", "observer", "dialogue-partner", "partner"]
    first = {code: min(held.since for held in HELD if held.country == code) for code in EVER}
    last = {held.country: held.category for held in HELD if held.until > THROUGH}
    assert [*value(Matrix())] == sorted(EVER, key=lambda code: (ranks.index(last[code]), first[code], name(code)))
    assert [*value(Matrix(subjects=("RU", "AZ", "CN")))] == ["RU", "AZ", "CN"]
