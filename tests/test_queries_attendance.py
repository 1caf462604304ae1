"""`sco attendance`: what countries and people attended and missed, against sets drawn from the file alone."""

import re
from dataclasses import replace

import pytest

from each import each
from facts import (
    CAME,
    COUNTRIES,
    DATA,
    SUMMITS,
    ask,
    capacity,
    held_between,
    in_text,
    name,
    sources,
    table,
    value,
    visits,
)
from mutants import FIELDS
from scocli.days import spoken_range
from scocli.facts.conditions import AttendedBy, ByWhom, Facts, In, Not
from scocli.facts.presence import Manner
from scocli.facts.select import Select, Selection
from scocli.queries.attendance import Attendance
from scocli.queries.base import QueryError
from scocli.queries.summits import Summits

PERSONS = {
    alias: person["name"] for person in FIELDS["persons"] for alias in (person["name"], *person.get("aliases", []))
}
GROUPS = {
    "member": "members",
    "observer": "observers",
    "dialogue-partner": "dialogue_partners",
    "partner": "partners",
    "guest": "guests",
}
KEYS = ("leader", "role", "level", "mode", "session", "note")
CODES = each("code", COUNTRIES)
SUBJECTS = each("person", [person["name"] for person in FIELDS["persons"]])


def led(person):
    """The delegations that somebody led."""
    return [came for came in CAME if PERSONS.get(came.record.get("leader", "")) == person]


def spoke(person):
    """The summits at which somebody spoke for an organisation, with the organisation."""
    return [
        (summit, organization)
        for summit in SUMMITS.values()
        for organization in summit.get("organizations", [])
        if PERSONS.get(organization.get("participant", "")) == person
    ]


def told_absent(summit, code):
    """Whether a source says that a country, or its leader, stayed away."""
    return any(absence["country"] == code for absence in summit.get("absences", []))


def is_complete(summit, code):
    """Whether the list of a summit has all of the group of a country."""
    return summit["coverage"].get(GROUPS[capacity(summit, code)]) == "complete"


def came_to(summit, code):
    """Whether a country came to a summit, or nothing if the file does not tell."""
    if any(delegation["country"] == code for delegation in summit["delegations"]):
        return True
    return False if told_absent(summit, code) or is_complete(summit, code) else "not-recorded"


def missed_by(summit, code):
    """Whether a country that was to be expected stayed away."""
    came = came_to(summit, code)
    if came is not False:
        return False if came is True else "not-recorded"
    return True if told_absent(summit, code) or capacity(summit, code) != "guest" else "not-recorded"


@CODES
def test_the_summits_of_a_country_are_those_with_its_delegation(code):
    """As ids, as number, and as rows with all that is recorded of it."""
    found = ask(Attendance(subjects=(code,)))
    assert (found.kind, found.value) == ("summits", [came.summit["id"] for came in visits(code)])
    assert value(Attendance(subjects=(code,), show="count")) == len(visits(code))
    assert table(found, f"Attended by {in_text(code)}") == [
        (came.summit["start"], came.summit["id"], came.capacity, *(came.record.get(key) for key in KEYS))
        for came in visits(code)
    ]


@SUBJECTS
def test_the_summits_of_a_person_are_those_where_they_led_or_spoke(person):
    """Led delegations have a row that names the country; organisations have a table of their own."""
    found = ask(Attendance(subjects=(person,)))
    there = {came.summit["id"] for came in led(person)} | {summit["id"] for summit, _ in spoke(person)}
    assert found.value == [summit for summit in SUMMITS if summit in there]
    rows = table(found, f"Attended by {person}")
    assert [row[1:4] for row in rows] == [
        (came.summit["id"], name(came.country), came.capacity) for came in led(person)
    ]
    other = [row for drawn in found.tables if drawn.title.startswith("For an") for row in drawn.rows]
    assert other == [
        (summit["start"], summit["id"], o["name"], o.get("role"), o.get("note")) for summit, o in spoke(person)
    ]
    assert sources(*(o for _, o in spoke(person)), *(came.record for came in led(person))) <= set(found.sources)
    as_guest = ask(Attendance(subjects=(person,), capacity=("guest",)))
    assert not any(drawn.title.startswith("For an") for drawn in as_guest.tables)


@each(("show", "at"), [("first", 0), ("last", -1)])
@CODES
def test_the_first_and_the_last_summit_are_found(code, show, at):
    """With its days and who led the delegation; none, where no attendance is recorded. Its date has the same sentence."""
    found, date = ask(Attendance(subjects=(code,), show=show)), ask(Attendance(subjects=(code,), show=f"{show}-date"))
    assert (date.kind, date.value) == ("date", visits(code)[at].summit["start"] if visits(code) else "none")
    assert date.text == found.text
    if not visits(code):
        assert found.value == []
        assert found.text == f"No attendance of {in_text(code)} at a summit of the SCO is recorded."
        return
    came = visits(code)[at]
    assert found.value == [came.summit["id"]]
    days = spoken_range(came.summit["start"], came.summit["end"])
    role = came.record["role"]
    unnamed = f"the {role}, who is not named in the sources"
    leader = f"{came.record['leader']}, {role}" if "leader" in came.record else unnamed
    assert (
        found.text
        == f"The {show} summit attended by {in_text(code)} was that in {came.summit['city']} on {days} ({leader})."
    )


@CODES
def test_a_countrys_leaders_are_told(code):
    """Everybody who led a delegation of it, once."""
    found = ask(Attendance(subjects=(code,), show="people"))
    leaders = {PERSONS[came.record["leader"]] for came in visits(code) if "leader" in came.record}
    assert (found.kind, found.value) == ("people", sorted(leaders))


def test_a_person_may_be_left_out_of_the_leaders():
    """By the summits that they did not attend."""
    besides = (Not(AttendedBy(("Narendra Modi",))),)
    found = ask(Attendance(subjects=("IN",), show="people", where=besides, from_="2017"))
    leaders = {PERSONS[came.record["leader"]] for came in visits("IN", "2017", "9") if "leader" in came.record}
    assert found.value == sorted(leaders - {"Narendra Modi"})
    start = "At summits of the SCO not attended by Narendra Modi since 1 January 2017, India was represented by "
    assert found.text.startswith(start)
    assert found.command == "sco attendance IN --from 2017 --where 'not attended by \"Narendra Modi\"' --show people"


@SUBJECTS
def test_the_countries_that_a_person_represented_are_told(person):
    """One, or none of somebody who led no delegation."""
    found = ask(Attendance(subjects=(person,), show="country"))
    assert (found.kind, found.value) == ("countries", sorted({came.country for came in led(person)}))
    assert ("no country on record" in found.text) is (not led(person))


@CODES
def test_the_capacities_of_a_country_are_told(code):
    """The one it came in, all in order of time, or that nothing is recorded."""
    capacities = list(dict.fromkeys(came.capacity for came in visits(code)))
    found = ask(Attendance(subjects=(code,), show="capacity"))
    expected = capacities[0] if len(capacities) == 1 else capacities or "not-recorded"
    assert (found.kind, found.value) == ("status", expected)


@CODES
def test_whether_a_country_came_to_a_summit_is_told_of_every_summit(code):
    """Yes, no where that is known, and not recorded elsewhere."""
    for summit in SUMMITS.values():
        found = ask(Attendance(subjects=(code,), at=(summit["id"],), show="any"))
        assert (found.kind, found.value) == ("yes-no", came_to(summit, code)), summit["id"]
        verdict = {True: "Yes: ", False: "No: ", "not-recorded": "Not recorded: "}[found.value]
        assert found.text.startswith(verdict)


@CODES
def test_whether_a_country_missed_a_summit_is_told_of_every_summit(code):
    """Of who held a status or is said to have stayed away; nobody expects a guest."""
    for summit in SUMMITS.values():
        asked = Attendance(subjects=(code,), at=(summit["id"],), show="missed-any")
        assert value(asked) == missed_by(summit, code), summit["id"]


@CODES
def test_the_summits_that_a_country_missed_are_told(code):
    """As ids and as number."""
    missed = [summit["id"] for summit in SUMMITS.values() if missed_by(summit, code) is True]
    found = ask(Attendance(subjects=(code,), show="missed"))
    assert (found.kind, found.value) == ("summits", missed)
    assert value(Attendance(subjects=(code,), show="missed-count")) == len(missed)
    count = f"{len(missed)} summit{'s' * (len(missed) != 1)}"
    is_known = all(missed_by(summit, code) is False for summit in SUMMITS.values())
    none = "missed no" if is_known else "is not known to have missed a"
    ending = (
        f"is known to have missed {count} of the SCO{', from' if len(missed) > 10 else ':'} "
        if missed
        else f"{none} summit of the SCO."
    )
    assert ending in found.text


def test_of_who_came_to_every_summit_of_a_time_no_absence_is_suspected():
    """Summits before a person first came, and after the last time, are no gaps; those in between are."""
    found = ask(Attendance(subjects=("Xi Jinping",), show="missed-any"))
    came = [visit.summit for visit in led("Xi Jinping")]
    ends = f"from {came[0]['city']} {came[0]['start'][:4]} to {came[-1]['city']} {came[-1]['start'][:4]}"
    assert found.text == f"No: Xi Jinping missed no summit of the SCO, and came to all {len(came)} {ends}."
    assert found.notes == ()
    gap = next(
        p["name"] for p in FIELDS["persons"] if len(led(p["name"])) > 1 and "further" in str(_missed(p["name"]).notes)
    )
    assert "came to all" not in _missed(gap).text


def test_who_was_not_in_office_missed_nothing():
    """Where another president came; where a minister came, whether the head of government should have come is not recorded."""
    xi = ask(Attendance(subjects=("Xi Jinping",), at=("2012-beijing",), show="missed-any"))
    hu = "China was represented by Hu Jintao, President"
    assert xi.text == f"No: Xi Jinping did not stay away from the Beijing summit of 2012 ({hu})."
    assert ask(Attendance(subjects=("Vladimir Putin",), show="missed-any")).value is False  # Medvedev was president
    asked = Attendance(subjects=("Narendra Modi",), at=("2014-dushanbe",), show="missed-any")
    swaraj = "(India was represented by Sushma Swaraj, Minister of External Affairs)"
    did_not = f"Narendra Modi did not attend the Dushanbe summit of 2014 {swaraj}"
    assert ask(asked).text == f"Not recorded: {did_not}, but is not known to have stayed away."
    assert [ask(replace(asked, show=show)).text for show in ("any", "list")] == [f"No: {did_not}.", f"{did_not}."]


def _missed(person):
    return ask(Attendance(subjects=(person,), show="missed"))


def test_who_came_instead_is_said_first():
    """Of a country whose delegation somebody else led; of what many countries share only a short dispute is told."""
    found = ask(Attendance(subjects=("IN",), at=("2024-astana",), led_by=("prime minister",), show="any"))
    who = next(came.record for came in visits("IN") if came.summit["id"] == "2024-astana")
    by = f"by {who['leader']}, {who['role']}"
    assert found.text == f"No: India was represented at the Astana summit of 2024 {by}."
    assert found.notes == ()
    assert len(found.disputes) > 0
    assert ask(Attendance(subjects=("AZ",), at=("2024-astana",), show="capacity")).notes


@each(
    ("subject", "asked", "answer"),
    [
        ("Narendra Modi", {"at": ("2024-astana",)}, True),
        ("Narendra Modi", {"at": ("2025-tianjin",)}, False),
        ("Narendra Modi", {"at": ("2019-bishkek",)}, False),
        ("Narendra Modi", {"at": ("2001-shanghai",)}, "not-recorded"),
        ("Manmohan Singh", {"at": ("2005-astana",)}, True),
        ("Nikol Pashinyan", {"at": ("2022-samarkand",)}, True),
        ("IR", {"at": ("2010-tashkent",), "led_by": ("president",)}, True),
        ("IR", {"at": ("2009-yekaterinburg",), "led_by": ("president",)}, False),
        ("IR", {"at": ("2010-tashkent",), "led_by": ("prime minister",)}, "not-recorded"),
    ],
)
def test_of_a_person_or_an_office_only_what_a_source_says_is_an_absence(subject, asked, answer):
    """Who missed a part only was there; that somebody else led the delegation is no absence."""
    assert value(Attendance(subjects=(subject,), show="missed-any", **asked)) == answer


@each(
    ("person", "summit", "answer"),
    [
        ("Narendra Modi", "2019-bishkek", True),
        ("Narendra Modi", "2024-astana", False),
        ("Narendra Modi", "2016-tashkent", True),
        ("Ilham Aliyev", "2015-ufa", "not-recorded"),
        ("Ilham Aliyev", "2024-astana", True),
        ("Hamid Karzai", "2005-astana", "not-recorded"),
        ("Hu Jintao", "2013-bishkek", False),
        ("Zhang Ming", "2022-samarkand", True),
    ],
)
def test_whether_a_person_came_is_known_where_the_list_is_complete(person, summit, answer):
    """For the group of the country that the person is on record for; elsewhere it is not recorded."""
    there = {came.summit["id"] for came in led(person)} | {s["id"] for s, _ in spoke(person)}
    assert (summit in there) is (answer is True)
    assert value(Attendance(subjects=(person,), at=(summit,), show="any")) == answer


@each(
    ("asked", "found"),
    [
        ({"at": ("2015-ufa", "2019-bishkek")}, ["2015-ufa", "2019-bishkek"]),
        ({"where": (ByWhom("hosted", ("RU", "IN")),)}, [c.summit["id"] for c in visits("IN") if c.summit["country"] in ("RU", "IN")]),
        ({"where": (In(("Astana",)),)}, [c.summit["id"] for c in visits("IN") if c.summit["city"] == "Astana"]),
        ({"from_": "2017", "to": "2019"}, [c.summit["id"] for c in visits("IN", "2017", "2019~")]),
        ({"capacity": ("observer",)}, [c.summit["id"] for c in visits("IN") if c.capacity == "observer"]),
        ({"led_by": ("minister", "head-of-government")}, [c.summit["id"] for c in visits("IN") if c.record["level"] in ("minister", "head-of-government")]),
        ({"mode": "video"}, [c.summit["id"] for c in visits("IN", mode="video")]),
        ({"led_by": ("prime minister",)}, [c.summit["id"] for c in visits("IN", role="Prime Minister")]),
        ({"led_by": ("foreign minister",)}, [c.summit["id"] for c in visits("IN", role="Minister of External Affairs")]),
        ({"mode": "video", "led_by": ("minister",)}, []),
    ],
)  # fmt: skip
def test_only_the_summits_and_delegations_that_are_asked_for_count(asked, found):
    """By summit, place, time, capacity, rank, way of taking part and office."""
    assert value(Attendance(subjects=("IN",), **asked)) == found
    assert value(Attendance(subjects=("IN",), show="count", **asked)) == len(found)


@each(
    ("subject", "asked", "answer"),
    [
        ("IN", {"show": "any"}, True),
        ("IN", {"show": "any", "not_": True}, False),
        ("IN", {"show": "any", "to": "2004"}, "not-recorded"),
        ("IN", {"show": "any", "to": "2004", "not_": True}, "not-recorded"),
        ("IN", {"show": "all"}, "not-recorded"),
        ("AF", {"show": "all"}, False),
        ("KZ", {"show": "all"}, True),
        ("KZ", {"show": "all", "not_": True}, False),
        ("KZ", {"show": "all", "from_": "2004-01-01", "to": "2004-01-02"}, False),
        ("IN", {"show": "all", "at": ("2015-ufa", "2017-astana")}, True),
        ("TR", {"show": "all", "at": ("2015-ufa", "2024-astana")}, "not-recorded"),
        ("AF", {"show": "all", "at": ("2015-ufa", "2024-astana")}, False),
        ("IN", {"show": "any", "capacity": ("guest",)}, True),
        ("IN", {"show": "any", "capacity": ("partner",)}, False),
        ("IN", {"show": "any", "at": ("2015-ufa",), "capacity": ("observer",)}, True),
        ("IN", {"show": "any", "at": ("2015-ufa",), "capacity": ("member",)}, False),
        ("IN", {"show": "any", "at": ("2024-astana",), "led_by": ("prime minister",)}, False),
        ("IN", {"show": "any", "at": ("2024-astana",), "led_by": ("foreign minister",)}, True),
        ("IN", {"show": "any", "from_": "2024", "to": "2024", "mode": "video"}, False),
        ("TR", {"show": "missed-any"}, True),
        ("KZ", {"show": "missed-any"}, False),
        ("KZ", {"show": "missed-any", "not_": True}, True),
        ("LK", {"show": "missed-any", "from_": "2015", "to": "2015"}, "not-recorded"),
        ("CN", {"show": "missed-any", "from_": "2015", "to": "2015"}, False),
    ],
)
def test_whether_any_or_all_were_attended_or_any_was_missed_is_told(subject, asked, answer):
    """Yes, no, or not recorded; the opposite, where it is asked for."""
    found = ask(Attendance(subjects=(subject,), **asked))
    assert (found.kind, found.value) == ("yes-no", answer)
    assert found.text.startswith({True: "Yes: ", False: "No: ", "not-recorded": "Not recorded: "}[answer])


@each(
    ("subjects", "summit", "either", "answer"),
    [
        (("IN", "PK"), "2015-ufa", False, True),
        (("IN", "TR"), "2015-ufa", False, "not-recorded"),
        (("IN", "AF"), "2015-ufa", True, True),
        (("TR", "AM"), "2015-ufa", False, "not-recorded"),
        (("AF", "TR"), "2015-ufa", False, "not-recorded"),
        (("AF", "TR"), "2015-ufa", True, True),
        (("KZ", "AF"), "2024-astana", False, False),
        (("AF", "LK"), "2025-tianjin", True, False),
    ],
)
def test_of_several_whether_all_or_one_of_them_did_is_told(subjects, summit, either, answer):
    """One that did not is enough for no, one that did for 'one of them', whatever is not recorded of the others."""
    found = ask(Attendance(subjects=subjects, at=(summit,), show="any", either=either))
    assert (found.kind, found.value) == ("yes-no", answer)
    assert found.text.startswith({True: "Yes: ", False: "No: ", "not-recorded": "Not recorded: "}[answer])
    assert found.text.count(": ") == 1, "one verdict, of all together"
    titles = [drawn.title for drawn in found.tables if drawn.title.startswith("Attended by")]
    assert titles == [f"Attended by {in_text(code)}" for code in subjects]


@each(
    ("subject", "asked", "answer"),
    [
        ("AF", {"at": ("2024-astana",), "led_by": ("president",)}, False),
        ("IR", {"capacity": ("dialogue-partner",)}, False),
        ("NP", {"at": ("2015-ufa",), "mode": "video"}, False),
        ("NP", {"at": ("2015-ufa",), "mode": "in-person"}, "not-recorded"),
        ("Manmohan Singh", {"at": ("2001-shanghai",), "mode": "video"}, False),
        ("Manmohan Singh", {"at": ("2001-shanghai",)}, "not-recorded"),
        ("NP", {"from_": "2015", "to": "2015", "where": (In(("Astana",)),)}, False),
        ("IN", {"from_": "2015", "where": (Not(AttendedBy(("IN",))),)}, False),
    ],
)
def test_what_is_settled_is_not_said_to_be_unrecorded(subject, asked, answer):
    """A known absence, a capacity that it never had, a way in which nobody came, a summit that is not asked about."""
    assert value(Attendance(subjects=(subject,), show="any", **asked)) == answer


@each("to", ["2024-07-04", "2024-12"])
@each(("first", "ids"), [("2024-07-03", ["2024-astana"]), ("2024-07-04", [])])
def test_a_summit_lies_where_its_first_day_does(first, to, ids):
    """However long the period is: one that begins on a summit's last day has not that summit."""
    assert value(Attendance(subjects=("KZ",), from_=first, to=to)) == ids


@CODES
def test_a_period_says_what_its_summits_say(code):
    """Of all of them together: yes where one is, no where none is; of absences too."""
    for show, of_one in (("any", came_to), ("missed-any", missed_by)):
        each = {of_one(summit, code) for summit in held_between("2010", "2015~")}
        expected = True if True in each else "not-recorded" if "not-recorded" in each else False
        assert value(Attendance(subjects=(code,), show=show, from_="2010", to="2015")) == expected


@CODES
@each("manner", [Manner(), Manner(("guest",)), Manner((), ("president",)), Manner(mode="video")])
def test_it_agrees_with_the_summits_that_it_attended(code, manner):
    """The select that finds meetings by who attended them gives the same."""
    where = (AttendedBy((code,), manner), ByWhom("hosted", ("RU", "TJ")))
    selection = Selection(Facts(DATA, "2026-01-01"), Select("summits", where))
    asked = {"capacity": manner.capacities, "led_by": manner.led_by, "mode": manner.mode, "where": where[1:]}
    assert value(Attendance(subjects=(code,), **asked)) == selection.value
    assert value(Attendance(subjects=(code,), show="any", **asked)) == selection.exists.value


def test_a_summit_of_which_it_is_not_recorded_whether_it_is_asked_about_is_left_out():
    """Neither listed nor denied, and told of."""
    where = (AttendedBy(("NP",)),)
    found = ask(Attendance(subjects=("CN",), from_="2015", to="2015", where=where))
    assert found.value == []
    assert "Left out, since it is not recorded whether they were attended by Nepal: Ufa 2015." in found.notes
    assert value(Attendance(subjects=("CN",), from_="2015", to="2015", where=where, show="any")) == "not-recorded"


@each(
    ("subject", "show", "answer"),
    [
        ("CN", "any", "not-recorded"),
        ("CN", "all", "not-recorded"),
        ("CN", "missed-any", False),
        ("AZ", "any", False),
        ("Mahmoud Ahmadinejad", "missed-any", "not-recorded"),
    ],
)
def test_what_hangs_on_whether_a_summit_is_asked_about_is_not_recorded(subject, show, answer):
    """Nothing tells whether Guterres came to Tashkent in 2010; that Azerbaijan did not is told."""
    where = (AttendedBy(("Antonio Guterres",)),)
    assert value(Attendance(subjects=(subject,), from_="2010", to="2010", where=where, show=show)) == answer


@CODES
def test_documented_absences_are_rows(code):
    """With who stayed away, and from what part if only from one."""
    rows = [
        row for drawn in ask(Attendance(subjects=(code,))).tables if drawn.title.startswith("Doc") for row in drawn.rows
    ]
    expected = []
    for summit in SUMMITS.values():
        for absence in summit.get("absences", []):
            if absence["country"] == code:
                who = (absence.get(field) for field in ("person", "role", "session"))
                expected.append((summit["start"], summit["id"], *who, absence["note"]))
    assert rows == expected


def test_who_missed_what_comes_without_what_was_attended():
    """Of what was missed only absences are shown, though there be none."""
    assert [drawn.title for drawn in ask(Attendance(subjects=("AF",), show="missed")).tables] == ["Documented absences"]
    assert [drawn.title for drawn in ask(Attendance(subjects=("KZ",), show="missed")).tables] == ["Documented absences"]
    assert [drawn.title for drawn in ask(Attendance(subjects=("KZ",))).tables] == ["Attended by Kazakhstan"]


def test_whether_one_of_several_did_not_come_can_be_asked():
    """Kazakhstan came, Nepal did not; that both came is as untrue."""
    asked = Attendance(subjects=("KZ", "NP"), at=("2024-astana",), show="any", not_=True)
    assert [came_to(SUMMITS["2024-astana"], code) for code in asked.subjects] == [True, False]
    assert (value(asked), value(replace(asked, either=True))) == (False, True)


def test_of_summits_that_are_named_it_is_listed_of_which_nothing_is_recorded():
    """As of all of them."""
    silent = next(summit["id"] for summit in SUMMITS.values() if came_to(summit, "NP") == "not-recorded")
    found = ask(Attendance(subjects=("NP",), at=(silent,), all_=True))
    assert [row[1] for row in table(found, "Nothing recorded")] == [silent]


OF_OTHERS = re.compile(r" was (?:not )?at (\d+) .*(?:complete|not recorded)\.")
"""A note of how many other summits something is known, or nothing."""


@CODES
def test_of_the_other_summits_it_is_said_what_is_known(code):
    """How many lists are complete without it, and of how many summits nothing is recorded."""
    found = ask(Attendance(subjects=(code,), all_=True))
    rest = [s for s in SUMMITS.values() if s["id"] not in found.value and not told_absent(s, code)]
    missing = [summit for summit in rest if came_to(summit, code) is False]
    is_shown = len(rest) < len(SUMMITS)
    silent = [summit for summit in rest if summit not in missing]
    further = f"{len(missing)} {'further ' * is_shown}summit{'s' * (len(missing) != 1)}"
    other = f"{len(silent)} {'other ' * (is_shown or bool(missing))}summit{'s' * (len(silent) != 1)}"
    lists = "list is" if len(missing) == 1 else "lists are"
    called = f"{in_text(code)[0].upper()}{in_text(code)[1:]}"
    notes = [f"{called} was not at {further} whose {lists} complete."] * bool(missing)
    notes += [f"Whether {in_text(code)} was at {other} is not recorded."] * bool(silent)
    assert [note for note in found.notes if OF_OTHERS.search(note)] == notes
    held = [
        None if (status := capacity(summit, code)) == "guest" else status for summit in silent
    ]  # who may not have come
    assert table(found, "Nothing recorded") == [(s["start"], s["id"], one) for s, one in zip(silent, held, strict=True)]


@each("subject", ["FR", "TM", "SA", "AZ", "Antonio Guterres", "Xi Jinping"])
def test_what_is_said_of_the_other_summits_fits_what_is_said_of_each(subject):
    """Whoever did not attend a summit by itself is among those whose list is complete."""
    found = ask(Attendance(subjects=(subject,)))
    own = [number for note in found.notes if (number := OF_OTHERS.search(note))]
    each = [ask(Attendance(subjects=(subject,), at=(summit,), show="any")).value for summit in SUMMITS]
    counts = [int(number[1]) for number in own]
    documented = sum(drawn.title == "Documented absences" and len(drawn.rows) for drawn in found.tables)
    assert counts == [count for count in (each.count(False) - documented, each.count("not-recorded")) if count]


def test_without_the_option_the_note_says_how_to_see_them():
    """The other summits are counted, and the command that lists them is named."""
    found = ask(Attendance(subjects=("AZ",)))
    assert any(note.endswith("is not recorded. (sco attendance AZ --all)") for note in found.notes)
    assert not any(drawn.title == "Nothing recorded" for drawn in found.tables)
    assert not any(note.startswith("Of ") for note in ask(Attendance(subjects=("AZ",), at=("2024-astana",))).notes)
    held = ask(Attendance(subjects=("AZ",), led_by=("president",))).notes
    assert any(note.endswith("is not recorded. (sco attendance AZ --led-by president --all)") for note in held)


def test_the_sources_of_delegations_and_absences_are_cited():
    """Of one summit also its own; where nothing is found, those of the summits asked about."""
    found = ask(Attendance(subjects=("AF",)))
    absences = [a for s in SUMMITS.values() for a in s.get("absences", []) if a["country"] == "AF"]
    assert set(found.sources) == sources(*(came.record for came in visits("AF")), *absences)
    ufa = ask(Attendance(subjects=("IN",), at=("2015-ufa",)))
    (came,) = [came for came in visits("IN") if came.summit["id"] == "2015-ufa"]
    assert set(ufa.sources) == sources(SUMMITS["2015-ufa"], came.record)
    other = ask(Attendance(subjects=("IN",), at=("2015-ufa",), capacity=("member",), show="any"))
    assert set(other.sources) == sources(SUMMITS["2015-ufa"], came.record)
    nothing = ask(Attendance(subjects=("BD",), from_="2020", to="2021"))
    assert set(nothing.sources) == {summit["sources"][0] for summit in held_between("2020", "2021~")}


def disputes(**asked: object) -> list[str]:
    """What sources disagree about, as an answer names it."""
    return [
        note.removeprefix("Sources disagree: ").partition(" Followed here:")[0].removesuffix(".")
        for note in ask(Attendance(**asked)).notes
        if note.startswith("Sources disagree: ")
    ]


@each(
    ("subject", "summit", "about"),
    [
        ("IR", "2005-astana", ["Who led the Iranian delegation", "Which observers sat with the six"]),
        ("Mohammad Reza Aref", "2005-astana", ["Who led the Iranian delegation", "Which observers sat with the six"]),
        ("UZ", "2005-astana", []),
        ("AZ", "2016-tashkent", ["Were the six dialogue partners there?"]),
        ("RU", "2025-tianjin", []),
        ("LA", "2025-tianjin", ["Who represented Laos", "Status granted to Laos at Tianjin in 2025"]),
        ("Vladimir Rushailo", "2006-shanghai", ["Title of the CIS representative, Vladimir Rushailo"]),
        ("Hu Jintao", "2006-shanghai", []),
    ],
)
def test_what_is_disputed_of_somebody_at_the_one_summit_is_told(subject, summit, about):
    """Of the country, of that of a person, of who spoke for an organisation; a word of somebody else's dispute does not count."""
    assert disputes(subjects=(subject,), at=(summit,)) == about


def test_of_several_subjects_what_is_disputed_of_their_summit_is_told_once():
    """What is about one of them stands with what is about the other, and none twice."""
    disputes = [one.about for one in ask(Attendance(subjects=("AZ", "TR"), at=("2024-astana",), show="any")).disputes]
    assert len(disputes) == len(set(disputes)) > 1


def test_what_is_disputed_of_one_of_several_summits_is_not_told():
    """It would hide the answer."""
    assert disputes(subjects=("IR",)) == []


def test_a_summit_that_a_country_without_a_status_did_not_come_to_is_told_apart_from_those_missed():
    """It is neither missed nor attended; the same is said wherever it is asked."""
    note = "Azerbaijan did not come to {} at which it held no status; whether it was expected there is not recorded."
    assert note.format("9 summits") in ask(Attendance(subjects=("AZ",), show="missed")).notes
    assert note.format("1 summit") in ask(Attendance(subjects=("AZ",), show="missed-any", at=("2012-beijing",))).notes
    assert note.format("9 summits") in ask(Summits(where=(ByWhom("missed", ("AZ",)),))).notes


def test_of_who_came_it_is_not_said_that_no_absence_is_known():
    """It is known that there was none."""
    assert (
        ask(Attendance(subjects=("CN",), show="missed-any", at=("2012-beijing",))).text
        == "No: China did not stay away from the Beijing summit of 2012."
    )
    assert ask(Attendance(subjects=("CN",), show="missed")).text == "China missed no summit of the SCO."


@each(
    "asked",
    [
        {"subjects": ("IN",), "not_": True},
        {"subjects": ("IN", "PK")},
        {"subjects": ("IN", "PK"), "either": True},
        {"subjects": ("IN",), "at": ("2015-ufa",), "body": "heads-of-government", "show": "people"},
        {"subjects": ("IN",), "led_by": ("minister",), "show": "missed"},
        {"subjects": ("Narendra Modi",), "led_by": ("president",), "show": "missed"},
        {"subjects": ("Narendra Modi",), "capacity": ("member",), "show": "missed"},
        {"subjects": ("IN",), "mode": "video", "show": "missed-any"},
        {"subjects": ("IN",), "at": ("2015-ufa",), "where": (ByWhom("hosted", ("RU",)),)},
        {"subjects": ("IN",), "show": "country"},
        {"subjects": ("Narendra Modi",), "show": "people"},
        {"subjects": ("Narendra Modi",), "show": "capacity"},
    ],
)
def test_an_option_without_what_it_goes_with_is_refused(asked):
    """It would otherwise be ignored."""
    with pytest.raises(QueryError):
        ask(Attendance(**asked))
