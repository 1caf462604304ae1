"""`sco summit`: the facts of one summit, against its record in the file."""

from datetime import date

import pytest

from each import each
from facts import (
    CAME,
    COUNTRIES,
    DATA,
    HELD,
    SUMMITS,
    absent,
    ask,
    capacity,
    held_between,
    name,
    named,
    place,
    sources,
    table,
    value,
)
from mutants import FIELDS
from scocli.days import spoken, spoken_range
from scocli.facts.where import parse
from scocli.queries.summit import FACTS as SHOWN
from scocli.queries.summit import SummitFacts
from scocli.text import listed

EVERY = each("summit", SUMMITS.values())
FORMATS = {"in-person": "in person", "virtual": "by video", "hybrid": "partly in person and partly by video"}
PLURALS = {
    "member": "member states",
    "observer": "observers",
    "dialogue-partner": "dialogue partners",
    "partner": "SCO partners",
    "guest": "guests",
}
GROUPS = {
    "member": "members",
    "observer": "observers",
    "dialogue-partner": "dialogue_partners",
    "partner": "partners",
    "guest": "guests",
}
ALIASES = {alias: person["name"] for person in FIELDS["persons"] for alias in person.get("aliases", [])}


def of(summit, **asked):
    """A query about a summit; conditions as on a command line, with '&' between them."""
    words = asked.pop("where", "")
    where = tuple(parse(DATA, condition) for condition in words.split(" & ")) if words else ()
    return SummitFacts(summit=summit, where=where, **asked)


def came(summit, *capacities, **record):
    """The countries that came to a summit, in one of some capacities if any are named."""
    return sorted(
        visit.country
        for visit in CAME
        if visit.summit is summit
        and (not capacities or visit.capacity in capacities)
        and all(visit.record.get(key) == fact for key, fact in record.items())
    )


@EVERY
@each(
    ("show", "kind", "key"),
    [
        ("date", "date", "start"),
        ("end", "date", "end"),
        ("city", "city", "city"),
        ("number", "number", "ordinal"),
        ("format", "text", "format"),
    ],
)
def test_a_fact_is_that_of_the_record(summit, show, kind, key):
    """Days, place, number and form."""
    found = ask(SummitFacts(summit=summit["id"], show=show))
    assert (found.kind, found.value) == (kind, summit[key])


@EVERY
def test_how_many_days_it_took_is_counted_from_the_first_to_the_last(summit):
    """Over the end of a month too."""
    days = (date.fromisoformat(summit["end"]) - date.fromisoformat(summit["start"])).days + 1
    found = ask(SummitFacts(summit=summit["id"], show="days"))
    assert (found.kind, found.value) == ("number", days)
    assert f" took {days} day" in found.text


@EVERY
def test_host_and_chair_are_those_of_the_record(summit):
    """By code and by name."""
    assert value(SummitFacts(summit=summit["id"], show="host")) == [summit["country"]]
    assert value(SummitFacts(summit=summit["id"], show="chair-country")) == [summit["chair_country"]]
    assert value(SummitFacts(summit=summit["id"], show="chair")) == [summit["chair_person"]]


@EVERY
def test_theme_and_documents_are_those_of_the_record(summit):
    """Or that none is recorded."""
    theme = ask(SummitFacts(summit=summit["id"], show="theme"))
    documents = ask(SummitFacts(summit=summit["id"], show="documents"))
    assert theme.value == summit.get("theme")
    assert theme.text.endswith(f": {summit.get('theme', 'no title is recorded')}.")
    assert documents.value == summit.get("documents", [])
    assert ("no document is recorded" in documents.text) is (not documents.value)


@EVERY
def test_a_fact_is_told_in_a_sentence(summit):
    """With the days of the summit, in the words of its form."""
    called = f"The {summit['city']} summit of {summit['start'][:4]}"
    days = spoken_range(summit["start"], summit["end"])
    host, chair = name(summit["country"]), name(summit["chair_country"])
    where = "by video, chaired from" if summit["format"] == "virtual" else "in"
    said = {
        "date": f"{called} was held on {days}.",
        "end": f"{called} ended on {spoken(summit['end'])} (held on {days}).",
        "city": f"{called} ({days}) was held {where} {summit['city']}, {host}.",
        "host": f"{called} ({days}) was hosted by {host}.",
        "chair": f"{called} ({days}) was chaired by {summit['chair_person']} of {chair}.",
        "chair-country": f"{called} ({days}) was chaired by {chair}.",
        "number": f"{called} ({days}) was number {summit['ordinal']} of the summits.",
        "format": f"{called} ({days}) was held {FORMATS[summit['format']]}.",
    }
    assert {show: ask(SummitFacts(summit=summit["id"], show=show)).text for show in said} == said


@EVERY
def test_who_came_is_the_list_of_delegations(summit):
    """As codes in order, as number and as table."""
    found = ask(SummitFacts(summit=summit["id"], show="countries"))
    assert (found.kind, found.value) == ("countries", came(summit))
    assert {row[1] for row in table(found, "Delegations")} == set(came(summit))
    counted = ask(SummitFacts(summit=summit["id"], show="count"))
    assert (counted.kind, counted.value) == ("number", len(came(summit)))


@EVERY
def test_who_led_the_delegations_are_the_leaders_of_the_record(summit):
    """Everybody once, under the name by which they are listed."""
    leaders = {delegation.get("leader") for delegation in summit["delegations"]} - {None}
    found = ask(SummitFacts(summit=summit["id"], show="people"))
    assert (found.kind, found.value) == ("people", sorted({ALIASES.get(leader, leader) for leader in leaders}))


@each(
    ("summit", "text"),
    [
        ("2003-moscow", "Hu Jintao of China and 5 others led the delegations at the Moscow summit of 2003."),
        (
            "2004-tashkent",
            "Hu Jintao of China and 6 others led delegations at the Tashkent summit of 2004; the sources do not name who led 1 more.",
        ),
    ],
)
def test_of_many_leaders_one_is_named(summit, text):
    """With how many others there are, and how many are not known."""
    assert ask(SummitFacts(summit=summit, show="people")).text == text


def test_whose_delegations_they_were_is_said_of_those_that_somebody_led():
    """'Led the delegations led by the president' would say one thing twice."""
    found = ask(SummitFacts(summit="2003-moscow", show="people", led_by=("president",)))
    whose = "were those of Hu Jintao of China and 5 others."
    assert found.text == f"Delegations led by the president at the Moscow summit of 2003 {whose}"


@EVERY
def test_who_stayed_away_is_documented_or_missing_from_a_complete_list(summit):
    """As codes and as number; each, and no country that came, has a row, by name, with what the source says or that it is not listed."""
    found = ask(SummitFacts(summit=summit["id"], show="absent"))
    assert (found.kind, found.value) == ("countries", sorted(absent(summit)))
    assert value(SummitFacts(summit=summit["id"], show="absent-count")) == len(absent(summit))
    told = [absence["country"] for absence in summit.get("absences", [])]
    unlisted = sorted(absent(summit) - set(told))
    rows = [row for drawn in found.tables if drawn.title == "Absent" for row in drawn.rows]
    notes = [(one["country"], one["note"]) for one in summit.get("absences", []) if one["country"] in absent(summit)]
    notes += [(code, "Not on the list of delegations, which is complete for its group.") for code in unlisted]
    assert [(row[1], row[-1]) for row in rows] == sorted(notes, key=lambda note: place(note[0]))


@each("show", ["absent", "absent-count"])
@each(
    ("summit", "capacity", "said"),
    [
        (
            "2015-ufa",
            (),
            "No absence from the Ufa summit of 2015 is recorded; of Belarus, Iran, Sri Lanka and Türkiye it is not known.",
        ),
        ("2015-ufa", ("member",), "Of the member states, none was absent from the Ufa summit of 2015."),
    ],
)
def test_of_whom_it_is_not_recorded_whether_they_came_is_said(summit, capacity, said, show):
    """Where the list is not complete for their group, 'none' would claim too much; each has a row that says so."""
    found = ask(SummitFacts(summit=summit, capacity=capacity, show=show))
    assert found.text == said
    rows = [] if capacity else table(found, "Absent, or not recorded")
    codes = () if capacity else ("BY", "IR", "LK", "TR")
    assert [row[1:3] for row in rows] == [(code, "not-recorded") for code in codes]


@EVERY
def test_people_who_stayed_away_are_those_named_as_absent(summit):
    """Not those who missed a part of the summit only."""
    people = {a["person"] for a in summit.get("absences", []) if "person" in a and "session" not in a}
    found = ask(SummitFacts(summit=summit["id"], show="absent-people"))
    assert (found.kind, found.value) == ("people", sorted(people))


@EVERY
def test_organisations_are_those_of_the_record(summit):
    """By name and as number, each with a row."""
    organizations = summit.get("organizations", [])
    found = ask(SummitFacts(summit=summit["id"], show="organizations"))
    assert (found.kind, found.value) == ("organizations", sorted(o["name"] for o in organizations))
    assert value(SummitFacts(summit=summit["id"], show="organization-count")) == len(organizations)
    rows = [row for drawn in found.tables if drawn.title == "Organisations" for row in drawn.rows]
    expected = [(o["name"], o.get("participant"), o.get("role"), o.get("note")) for o in organizations]
    assert rows == sorted(expected, key=lambda row: row[0].lower())
    if organizations:
        assert sources(*organizations) <= set(found.sources)


@EVERY
def test_what_was_granted_is_what_periods_say(summit):
    """The countries whose statuses were decided there, and every decision as a row, those of one kind by country."""
    found = ask(SummitFacts(summit=summit["id"], show="granted"))
    assert (found.kind, found.value) == (
        "countries",
        sorted(held.country for held in HELD if held.record["granted_at"] == summit["id"]),
    )
    rows = [row for drawn in found.tables if drawn.title == "Decisions on status" for row in drawn.rows]
    decisions = summit.get("decisions", [])
    kinds = list(dict.fromkeys(map(_kind, decisions)))
    assert rows == [
        (
            decision["decision"].replace("-", " "),
            name(decision["country"]) if "country" in decision else None,
            decision.get("country"),
            decision["category"],
            decision.get("note"),
        )
        for decision in sorted(
            decisions, key=lambda d: (kinds.index(_kind(d)), place(d["country"]) if "country" in d else "")
        )
    ]


def _kind(decision: dict[str, str]) -> tuple[str, str]:
    return decision["decision"], decision["category"]


@EVERY
def test_a_delegation_is_a_row_with_all_that_is_recorded(summit):
    """In order of capacity, then of name."""
    rows = table(ask(SummitFacts(summit=summit["id"])), "Delegations")
    keys = ("leader", "role", "level", "mode", "session", "note")
    expected = [
        (name(v.country), v.country, v.capacity, *(v.record.get(key) for key in keys))
        for v in CAME
        if v.summit is summit
    ]
    assert rows == sorted(expected, key=lambda row: (list(PLURALS).index(row[2]), place(row[1])))


@EVERY
def test_what_the_summit_was_is_a_table_of_facts(summit):
    """Facts that are not recorded have no row."""
    rows = dict(table(ask(SummitFacts(summit=summit["id"])), f"{summit['city']} {summit['start'][:4]}"))
    expected = {
        "Number": summit["ordinal"],
        "From": summit["start"],
        "To": summit["end"],
        "City": summit["city"],
        "Host": name(summit["country"]),
        "Chair": summit["chair_person"],
        "Country of the chair": name(summit["chair_country"]),
        "Format": summit["format"],
        "Title": summit.get("theme"),
    }
    assert rows == {fact: said for fact, said in expected.items() if said is not None}


@EVERY
def test_all_of_a_summit_cites_all_its_sources(summit):
    """Its own, and those of its delegations, absences, organisations and decisions."""
    parts = ("delegations", "absences", "organizations", "decisions")
    records = [summit, *(record for part in parts for record in summit.get(part, []))]
    assert set(ask(SummitFacts(summit=summit["id"])).sources) == sources(*records)


@EVERY
def test_what_lists_may_lack_is_noted(summit):
    """For each group of which nothing, or not all, is recorded; of a complete list nothing is said."""
    called = f"the {summit['city']} summit of {summit['start'][:4]}"
    groups = {"none": [], "partial": []}
    for category, group in GROUPS.items():
        groups.get(summit["coverage"].get(group), []).append(PLURALS[category])
    expected = [f"The list of {listed(groups['partial'])} at {called} may be incomplete."] if groups["partial"] else []
    expected += [f"Nothing is recorded of {listed(groups['none'], 'or')} at {called}."] if groups["none"] else []
    for show in ("all", "countries", "people", "count"):
        notes = ask(SummitFacts(summit=summit["id"], show=show)).notes
        lacking = [note for note in notes if note.startswith(("Nothing is", "The list")) and "complete;" not in note]
        assert lacking == expected
        assert "incomplete" not in "".join(notes[2:])  # notes behind two are not printed unasked
    assert not [
        n for n in ask(SummitFacts(summit=summit["id"], show="date")).notes if n.startswith(("Nothing is", "The list"))
    ]


@each("show", ["countries", "people", "count", "absent", "absent-people", "date", "organizations", "granted"])
def test_one_fact_comes_with_its_own_table_only(show):
    """A simple fact with what the summit was, the others with the rows that they rest on."""
    titles = {
        "countries": ["Delegations"],
        "people": ["Delegations"],
        "count": ["Delegations"],
        "absent": ["Absent", "Absent people"],
        "absent-people": ["Absent people"],
        "date": ["Astana 2024"],
        "organizations": ["Organisations"],
        "granted": ["Decisions on status"],
    }
    assert [drawn.title for drawn in ask(SummitFacts(summit="2024-astana", show=show)).tables] == titles[show]


def test_all_tables_of_a_summit_stand_in_order():
    """Who came, who did not, decisions, organisations, documents, what it was; a table without rows is left out."""
    titles = [drawn.title for drawn in ask(SummitFacts(summit="2024-astana")).tables]
    absences = ["Absent", "Absent people"]
    assert titles == ["Delegations", *absences, "Decisions on status", "Organisations", "Documents", "Astana 2024"]
    assert [drawn.title for drawn in ask(SummitFacts(summit="2002-saint-petersburg")).tables] == [
        "Delegations",
        "Documents",
        "Saint Petersburg 2002",
    ]


@EVERY
def test_every_row_has_its_own_sources(summit):
    """Those of its record, or the summit's."""
    parts = {"Delegations": "delegations", "Decisions on status": "decisions", "Organisations": "organizations"}
    for drawn in ask(SummitFacts(summit=summit["id"])).tables:
        assert len(drawn.sources) == len(drawn.rows)
        records = summit[parts[drawn.title]] if drawn.title in parts else [summit, *summit.get("absences", [])]
        assert {*drawn.sources} <= {tuple(record["sources"]) for record in records}


@each(
    ("summit", "capacity", "said"),
    [
        ("2002-saint-petersburg", (), ["The list of member states is complete; all of them came."]),
        ("2024-astana", ("observer",), ["The list of observers is complete; not there: Afghanistan."]),
        ("2024-astana", ("guest",), []),
        ("2015-ufa", ("observer",), []),
    ],
)
def test_that_a_list_is_complete_is_said_once_with_who_of_it_was_not_there(summit, capacity, said):
    """Of the groups that are asked about, and of nobody but those with a status; not where one fact is asked for."""
    for show in ("all", "countries"):
        notes = ask(SummitFacts(summit=summit, capacity=capacity, show=show)).notes
        assert [note for note in notes if "is complete;" in note] == (said if show == "all" else [])


SAMARKAND = SUMMITS["2022-samarkand"]
TIANJIN = SUMMITS["2025-tianjin"]


@each(
    ("asked", "codes"),
    [
        ({"capacity": ("observer",)}, came(TIANJIN, "observer")),
        ({"capacity": ("observer", "guest")}, came(TIANJIN, "observer", "guest")),
        ({"led_by": ("head-of-government",)}, came(TIANJIN, level="head-of-government")),
        (
            {"led_by": ("deputy", "minister")},
            sorted([*came(TIANJIN, level="deputy"), *came(TIANJIN, level="minister")]),
        ),
        ({"led_by": ("Narendra Modi", "minister")}, sorted(["IN", *came(TIANJIN, level="minister")])),
        ({"mode": "video"}, []),
        (
            {"led_by": ("prime minister",)},
            sorted([*came(TIANJIN, role="Prime Minister"), *came(TIANJIN, role="Acting President and Prime Minister")]),
        ),
        ({"country": ("TR", "AZ", "BD")}, ["AZ", "TR"]),
        ({"where": "not CN,RU"}, [code for code in came(TIANJIN) if code not in ("CN", "RU")]),
        ({"capacity": ("member",), "where": "not CN"}, [code for code in came(TIANJIN, "member") if code != "CN"]),
        ({"where": "hosted at least 4 times"}, ["CN", "KZ", "RU", "UZ"]),
        ({"where": "left observer"}, ["BY", "IN", "IR", "MN", "PK"]),
        ({"where": "founder or IN & not CN"}, ["IN", "KG", "KZ", "RU", "TJ", "UZ"]),
        ({"where": "observer"}, []),
        ({"where": "observer 2025-08-31"}, ["MN"]),
    ],
)
def test_only_the_delegations_that_are_asked_for_are_listed(asked, codes):
    """By capacity, rank, way of taking part, office and country."""
    found = ask(of("2025-tianjin", show="countries", **asked))
    assert found.value == codes
    assert {row[1] for drawn in found.tables if drawn.title == "Delegations" for row in drawn.rows} == set(codes)


@each(
    ("asked", "codes"),
    [
        (
            {"capacity": ("dialogue-partner",)},
            [c for c in absent(TIANJIN) if capacity(TIANJIN, c) == "dialogue-partner"],
        ),
        ({"capacity": ("observer",)}, ["AF"]),
        ({"country": ("AF", "LK")}, ["AF", "LK"]),
        ({"where": "not AF"}, absent(TIANJIN) - {"AF"}),
        ({"where": "ever observer"}, ["AF"]),
    ],
)
def test_only_the_absences_that_are_asked_for_are_listed(asked, codes):
    """By capacity and country."""
    found = ask(of("2025-tianjin", show="absent", **asked))
    assert found.value == sorted(codes)
    assert {row[1] for drawn in found.tables if drawn.title == "Absent" for row in drawn.rows} == {*codes}


@each(
    ("summit", "category", "answer"),
    [
        ("2025-tianjin", "member", True),
        ("2025-tianjin", "observer", False),
        ("2001-shanghai", "member", True),
        ("2001-shanghai", "observer", False),
        ("2015-ufa", "observer", "not-recorded"),
        ("2015-ufa", "dialogue-partner", "not-recorded"),
    ],
)
def test_whether_all_of_a_category_came_is_told(summit, category, answer):
    """Yes, no with those who did not, no because nobody held it, or not recorded."""
    found = ask(SummitFacts(summit=summit, capacity=(category,), show="every"))
    assert (found.kind, found.value) == ("yes-no", answer)
    missing = [code for code in absent(SUMMITS[summit]) if capacity(SUMMITS[summit], code) == category]
    if summit == "2001-shanghai" and category == "observer":
        assert found.text == "No: there were no observers when the Shanghai summit of 2001 opened."
        return
    assert found.text.endswith(f"; absent: {named(missing)}." if missing else f"{summit[:4]}.")
    assert ("not all" in found.text) is bool(missing)
    assert ("whether all" in found.text) is (answer == "not-recorded")


@pytest.mark.parametrize("summit", ["2019-bishkek", "2024-astana"])
def test_who_spoke_for_an_organisation_is_told(summit):
    """The one that is named, with the rows of all."""
    organization = SUMMITS[summit]["organizations"][0]
    found = ask(SummitFacts(summit=summit, show="people", organization=organization["name"]))
    assert ask(SummitFacts(summit=summit, organization=organization["name"])).value == found.value
    assert (found.kind, found.value) == ("people", [organization["participant"]])
    assert organization["name"] in found.text
    assert len(table(found, "Organisations")) == len(SUMMITS[summit]["organizations"])


@pytest.mark.parametrize("show", ["city", "host"])
def test_the_place_of_a_meeting_by_video_is_explained(show):
    """It is that from which it was chaired."""
    note = "The meeting was held by video; the place is that from which it was chaired."
    assert note in ask(SummitFacts(summit="2023-new-delhi", show=show)).notes
    assert note not in ask(SummitFacts(summit="2021-dushanbe", show=show)).notes
    assert note not in ask(SummitFacts(summit="2023-new-delhi", show="date")).notes


def test_people_who_stayed_away_stand_apart_from_countries():
    """Whether their country came or not; Modi was in Tianjin, and missed a part of the summit only."""
    found = ask(SummitFacts(summit="2025-tianjin", show="absent"))
    modi = ("Narendra Modi", "Prime Minister", "SCO Plus", "India", "IN")
    assert modi in {row[:5] for row in table(found, "Absent people")}
    assert {"IN", "ID"}.isdisjoint(row[1] for row in table(found, "Absent"))
    tashkent = table(ask(SummitFacts(summit="2010-tashkent", show="absent-people")), "Absent people")
    assert [row[:2] for row in tashkent] == [("Mahmoud Ahmadinejad", "President"), (None, "Head of state")]


def test_a_fact_of_the_record_cites_the_summit_only():
    """Not what was read of its delegations."""
    assert set(ask(SummitFacts(summit="2022-samarkand", show="date")).sources) == sources(SAMARKAND)
    absences = ask(SummitFacts(summit="2022-samarkand", show="absent"))
    assert set(absences.sources) == sources(SAMARKAND, *SAMARKAND["absences"])


def test_the_summits_of_the_tests_are_all():
    """None is left out of what is tried above."""
    assert [summit["id"] for summit in held_between()] == list(SUMMITS)
    assert all(visit.country in COUNTRIES for visit in CAME)


def disputes(**asked: object) -> list[str]:
    """The notes of an answer on what sources disagree about."""
    return [note for note in ask(SummitFacts(**asked)).notes if note.startswith("Sources disagree")]


@pytest.mark.parametrize(
    ("summit", "organization", "text"),
    [
        ("2017-astana", "United Nations", "The United Nations was represented at the Astana summit of 2017 by Antonio Guterres."),
        ("2001-shanghai", "United Nations", "The United Nations is not among the organisations recorded at the Shanghai summit of 2001."),
        ("2025-tianjin", "Asian Infrastructure Investment Bank", "The Asian Infrastructure Investment Bank was represented at the Tianjin summit of 2025; by whom is not recorded."),
    ],
)  # fmt: skip
def test_of_an_organisation_it_is_told_by_whom_it_was_represented(summit, organization, text):
    """Or that nobody recorded it, or that it is not recorded to have come."""
    found = ask(SummitFacts(summit=summit, show="people", organization=organization))
    assert found.text == text
    assert [drawn.title for drawn in found.tables] == [
        "Shanghai 2001" if summit == "2001-shanghai" else "Organisations"
    ]


@EVERY
def test_every_dispute_about_a_summit_is_kept(summit):
    """Whatever is shown; those that are told are short."""
    about = [conflict["about"] for conflict in FIELDS["conflicts"] if summit["id"] in conflict["concerns"]]
    for show in SHOWN:
        asked = {"summit": summit["id"], "show": show, "capacity": ("member",) if show == "every" else ()}
        assert [one.about for one in ask(SummitFacts(**asked)).disputes] == about, show
        assert all(len(note) <= 200 for note in disputes(**asked)), show


@each(
    ("asked", "told"),
    [
        ({"summit": "2015-ufa", "show": "date"}, ["Days of the meeting. Followed here: 9 to 10 July"]),
        ({"summit": "2025-tianjin", "show": "date"}, []),
        ({"summit": "2025-tianjin", "show": "documents"}, ["Number of documents. Followed here: not settled"]),
        ({"summit": "2025-tianjin", "show": "people"}, ["Who represented Indonesia. Followed here: Sugiono", "Who represented Turkmenistan. Followed here: Serdar Berdimuhamedow", "Who represented Laos. Followed here: Thongloun Sisoulith"]),
        ({"summit": "2025-tianjin", "show": "absent"}, ["Which observers and dialogue partners took part. Followed here: Mongolia; Azerbaijan, Armenia, Cambodia, Maldives, Myanmar, Nepal, Türkiye and Egypt", "Number of countries. Followed here: 24 (10 members, 1 observer, 8 dialogue partners, 5 guests)", "Why Sri Lanka stayed away. Followed here: not settled; only the absence is recorded", "Was Sri Lanka represented? Followed here: not represented"]),
        ({"summit": "2018-qingdao", "show": "countries"}, ["Did Turkmenistan attend? Followed here: Turkmenistan not recorded as attending"]),
        ({"summit": "2023-new-delhi", "show": "organization-count"}, ["Whether ASEAN took part. Followed here: not recorded as present"]),
        ({"summit": "2024-astana", "show": "end"}, ["Year of the Astana summit attended by Ilham Aliyev. Followed here: 2024-07-04"]),
        ({"summit": "2020-moscow", "show": "host"}, ["Place of the meeting. Followed here: Moscow, virtual"]),
        ({"summit": "2020-moscow", "show": "format"}, ["Place of the meeting. Followed here: Moscow, virtual"]),
        ({"summit": "2003-moscow", "show": "chair-country"}, ["Who chaired. Followed here: Nursultan Nazarbayev (Kazakhstan)"]),
        ({"summit": "2024-astana", "show": "theme"}, ["English title of the summit. Followed here: Strengthening Multilateral Dialogue – Striving Towards a Sustainable Peace and Prosperity", "Theme of the SCO Plus session. Followed here: not settled; the summit title is used as theme"]),
        ({"summit": "2007-bishkek", "show": "organizations"}, ["Title of the United Nations representative. Followed here: Under-Secretary-General"]),
        ({"summit": "2007-bishkek", "show": "organization-count"}, []),
        ({"summit": "2010-tashkent", "show": "absent-people"}, ["Who represented Kyrgyzstan. Followed here: Acting foreign minister Ruslan Kazakbayev for the interim government", "Who represented Pakistan. Followed here: President Asif Ali Zardari"]),
        ({"summit": "2025-tianjin", "show": "absent-count"}, ["Which observers and dialogue partners took part. Followed here: Mongolia; Azerbaijan, Armenia, Cambodia, Maldives, Myanmar, Nepal, Türkiye and Egypt", "Number of countries. Followed here: 24 (10 members, 1 observer, 8 dialogue partners, 5 guests)", "Was Sri Lanka represented? Followed here: not represented"]),
        ({"summit": "2007-bishkek", "show": "count"}, ["In what capacity Afghanistan, Iran and Mongolia took part. Followed here: Iran and Mongolia as observers, Afghanistan and Turkmenistan as guests of the host"]),
        ({"summit": "2007-bishkek", "show": "absent"}, []),
        ({"summit": "2007-bishkek", "show": "absent-count"}, []),
        ({"summit": "2022-samarkand", "show": "granted"}, ["Iran's status at the Samarkand summit of 2022. Followed here: observer", "When Iran's memorandum of obligations was signed. Followed here: signed on the night of 14 to 15 September 2022; Council decision 16 September 2022", "Bahrain, Kuwait, Maldives, Myanmar and the United Arab Emirates: granted or begun. Followed here: granted"]),
        ({"summit": "2004-tashkent", "show": "all"}, ["Date of the Regulation on the Status of Observer. Followed here: 2004-06-17"]),
        ({"summit": "2006-shanghai", "show": "people"}, []),
        ({"summit": "2006-shanghai", "show": "people", "organization": "Commonwealth of Independent States"}, ["Title of the CIS representative, Vladimir Rushailo. Followed here: Chairman of the Executive Committee"]),
        ({"summit": "2025-tianjin"}, ["Status granted to Laos at Tianjin in 2025. Followed here: dialogue partner"]),
        ({"summit": "2003-moscow", "show": "chair"}, ["Who chaired. Followed here: Nursultan Nazarbayev (Kazakhstan)"]),
        ({"summit": "2020-moscow", "show": "city"}, ["Place of the meeting. Followed here: Moscow, virtual"]),
        ({"summit": "2021-dushanbe", "show": "number"}, ["Ordinal of the meeting. Followed here: 21"]),
        ({"summit": "2025-tianjin", "country": ("ID",)}, ["Who represented Indonesia. Followed here: Sugiono"]),
        ({"summit": "2022-samarkand", "country": ("TM",)}, ["Capacity of Azerbaijan, Türkiye and Turkmenistan. Followed here: Azerbaijan and Türkiye: dialogue partners, invited as guests of the chair; Turkmenistan: guest"]),
    ],
)  # fmt: skip
def test_a_dispute_that_bears_on_the_answer_is_told(asked, told):
    """In few words, but for one that names the country asked about."""
    assert disputes(**asked) == [f"Sources disagree: {what}." for what in told]


def test_of_whom_a_condition_is_not_recorded_is_noted():
    """They are not among those who are listed."""
    found = ask(of("2022-samarkand", show="countries", where="attended 2001-shanghai"))
    assert found.value == ["CN", "KG", "KZ", "RU", "TJ", "UZ"]
    assert "Whether Azerbaijan" in " ".join(found.notes)
    assert any(note.endswith("attended the Shanghai summit of 2001 is not recorded.") for note in found.notes)
    assert not any("attended the" in note for note in ask(of("2022-samarkand", show="countries", where="hosted")).notes)
