"""The Council of Heads of Government: what is asked of summits, asked of its meetings, on made-up records."""

import pytest

from each import each
from mutants import WHOLE_TEXT
from scocli import records
from scocli.councils import host_of, meeting_name
from scocli.dataset import DataSet
from scocli.errors import Ambiguous, NotUnderstood
from scocli.facts.conditions import AbsentFrom, Attended, ByWhom, Facts, In
from scocli.facts.presence import ANYHOW, attended, came, holds_office, missed, stayed_away
from scocli.facts.relations import ABSENCE, CHAIRED, HELD, MEETING, VISIT
from scocli.facts.select import Has
from scocli.facts.time import Time
from scocli.facts.verdict import NO, NOT_RECORDED, YES
from scocli.names import find_city, find_source_subject, find_summit
from scocli.queries import answer
from scocli.queries.attendance import Attendance
from scocli.queries.base import QueryError
from scocli.queries.matrix import Matrix
from scocli.queries.sources import Sources
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits

DATA = DataSet(records.read(WHOLE_TEXT))
PREMIERS = DATA.of_council("heads-of-government")
OSH, VIDEO, ASTANA = (DATA.meetings[f"chg-{name}"] for name in ("2003-osh", "2022-video-in", "2024-astana"))
BODY = "heads-of-government"


def ask(query):
    """The answer to a query on this data set."""
    return answer(DATA, query, "2026-01-01")


# ---- the data set and the facts


def test_summits_are_the_heads_of_states():
    """The other Council's meetings stand beside them, and take their place only in the data set that looks at it."""
    assert len(DATA.summits) == 25
    assert not any(name.startswith("chg-") for name in (*DATA.summits, *DATA.planned))
    assert list(PREMIERS.summits) == [OSH.id, VIDEO.id, ASTANA.id]
    assert list(PREMIERS.planned) == ["chg-2026-osh"]
    assert set(DATA.meetings) == {*DATA.summits, *PREMIERS.summits} == set(PREMIERS.meetings)
    assert PREMIERS.of_council(BODY) is PREMIERS
    assert DATA.of_council(BODY) is PREMIERS
    assert DATA.of_council("heads-of-state") is DATA


def test_what_was_made_of_one_councils_meetings_is_not_taken_for_the_others():
    """Whichever is looked at first."""
    data = DataSet(records.read(WHOLE_TEXT))
    before = len(data.visits), len(VISIT.facts(data)), len(ABSENCE.facts(data))
    other = data.of_council(BODY)
    assert (len(other.visits), len(VISIT.facts(other)), len(ABSENCE.facts(other))) == (8, 8, 1)
    assert (len(data.visits), len(VISIT.facts(data)), len(ABSENCE.facts(data))) == before
    assert HELD.facts(other) == HELD.facts(data)
    assert [fact.summit for fact in MEETING.facts(other)] == list(other.summits)


def test_a_meeting_by_video_is_hosted_by_its_chair():
    """It has no city; and of whom it is not known who chaired, only the country did."""
    assert host_of(VIDEO) == "IN"
    assert [fact.summit for fact in MEETING.of(PREMIERS, "IN")] == [VIDEO.id]
    assert [(fact.country, fact.person) for fact in CHAIRED.facts(PREMIERS)] == [
        ("KG", None),
        ("IN", "Narendra Modi"),
        ("KZ", "Bakytzhan Sagintayev"),
    ]
    assert In(("Osh",)).holds(Facts(PREMIERS, "2026-01-01"), OSH.id) is YES
    assert In(("Osh",)).holds(Facts(PREMIERS, "2026-01-01"), VIDEO.id) is NO


@each(
    ("meeting", "code", "verdict"),
    [
        (OSH, "KZ", YES),
        (OSH, "CN", NOT_RECORDED),  # the list is partial
        (VIDEO, "CN", NO),  # a member that is not on a complete list
        (ASTANA, "IN", NO),  # a source says so
        (ASTANA, "AZ", NOT_RECORDED),  # nothing is recorded of partners
        (ASTANA, "MM", NOT_RECORDED),
    ],
)
def test_only_members_are_listed(meeting, code, verdict):
    """Of all others nothing follows."""
    assert came(DATA, meeting, code) is verdict
    assert attended(DATA, code, meeting, ANYHOW) is verdict


def test_who_stayed_away_is_told_as_of_a_summit():
    """Of a country and of a person."""
    assert stayed_away(DATA, ASTANA, "IN") is YES
    assert missed(DATA, "Narendra Modi", ASTANA) is YES
    assert missed(DATA, "Narendra Modi", VIDEO) is NO


@each(
    ("role", "office", "holds"),
    [
        ("Premier of the State Council", "prime minister", True),
        ("Chairman of the Government", "prime minister", True),
        ("Chairman of the Cabinet of Ministers", "prime minister", True),
        ("Acting Prime Minister", "prime minister", True),
        ("First Deputy Prime Minister, acting Prime Minister", "prime minister", True),
        ("First Deputy Prime Minister", "prime minister", False),
        ("Deputy Prime Minister and Foreign Minister", "foreign minister", True),
        ("Deputy Prime Minister and Foreign Minister", "prime minister", False),
        ("First Vice President", "vice-president", True),
        ("Vice President", "vice-president", True),
        ("Vice President", "president", False),
    ],
)
def test_an_office_has_other_titles_there(role, office, holds):
    """By its title, or as acting holder."""
    assert holds_office(role, office) is holds


def test_conditions_hold_of_a_named_meeting_of_either_council():
    """A country attended it, whichever Council the data set looks at."""
    for data in (DATA, PREMIERS):
        facts = Facts(data, "2026-01-01")
        assert Attended(ASTANA.id).holds(facts, "PK") is YES
        assert Attended(ASTANA.id).holds(facts, "IN") is NO
        assert Attended("2024-astana").holds(facts, "AZ") is YES
        assert [fact.summit for fact in Attended(ASTANA.id).rows(facts, "PK")] == [ASTANA.id]
        assert [fact.person for fact in AbsentFrom(ASTANA.id).rows(facts, "IN")] == ["Narendra Modi"]
        assert ByWhom("hosted", ("KZ",)).holds(facts, ASTANA.id) is (YES if data is PREMIERS else NO)
    assert Time("2022", "2024").meetings(PREMIERS) == [VIDEO, ASTANA]


# ---- names


@each(
    ("words", "meeting"),
    [
        ("chg-2003-osh", "chg-2003-osh"),
        ("Osh 2003", "chg-2003-osh"),
        ("2003 osh", "chg-2003-osh"),
        ("chg-2022-video-in", "chg-2022-video-in"),
        ("chg-2024-astana", "chg-2024-astana"),
        ("Astana 2024", "2024-astana"),
        ("2024", "2024-astana"),
        ("2003", "2003-moscow"),
        ("1", "2001-shanghai"),
        ("latest", "2025-tianjin"),
    ],
)
def test_a_meeting_is_found_by_id_or_by_city_and_year(words, meeting):
    """A year, a number, 'latest' and a city in which both met mean the summit."""
    assert find_summit(DATA, words) == meeting


def test_a_city_means_the_summit_and_where_only_the_other_council_met_that_is_said():
    """With its meetings; nothing is taken instead."""
    with pytest.raises(NotUnderstood, match="No summit was held in Osh, but a meeting of heads of government was: chg-2003-osh") as error:  # fmt: skip
        find_summit(DATA, "osh")
    assert error.value.near == ("chg-2003-osh",)
    with pytest.raises(Ambiguous):
        find_summit(DATA, "Astana")
    assert find_summit(PREMIERS, "Astana") == ASTANA.id
    with pytest.raises(NotUnderstood, match="The Osh meeting of heads of government of October 2026 is announced"):
        find_summit(DATA, "chg-2026-osh")
    assert find_city(DATA, "osh") == "Osh"


def test_what_is_announced_has_sources_by_its_names():
    """Of either Council; a year alone means the summit."""
    for words, meeting in (("chg-2026-osh", "chg-2026-osh"), ("Osh 2026", "chg-2026-osh"), ("2026", "2026-bishkek")):
        assert find_source_subject(DATA, words) == meeting


def test_a_meeting_is_called_by_its_council():
    """So that it is never taken for a summit."""
    assert meeting_name(ASTANA) == "the Astana meeting of heads of government of 2024"
    assert meeting_name(VIDEO) == "the meeting of heads of government by video of 2022"
    assert meeting_name(DATA.meetings["2024-astana"]) == "the Astana summit of 2024"


# ---- answers


def test_its_meetings_are_listed_and_summits_stay_without_them():
    """In order, with what a meeting by video lacks left out, and the one that is announced."""
    found = ask(Summits(body=BODY))
    assert found.value == [OSH.id, VIDEO.id, ASTANA.id]
    assert (
        found.text
        == "There have been 3 meetings of heads of government of the SCO: Osh 2003, by video 2022 and Astana 2024."
    )
    assert [(row[4], row[5], row[7], row[8]) for row in found.tables[0].rows] == [
        ("Osh", "Kyrgyzstan", None, "Kyrgyzstan"),
        (None, None, "Narendra Modi", "India"),
        ("Astana", "Kazakhstan", "Bakytzhan Sagintayev", "Kazakhstan"),
    ]
    assert found.notes == (
        "Announced, not recorded as held: October 2026 in Kyrgyzstan (Osh). (sco sources chg-2026-osh)",
    )
    assert found.command == "sco summits --body heads-of-government"
    assert len(ask(Summits()).value) == 25


@each(
    ("asked", "value", "text"),
    [
        ({"show": "count"}, 3, "There have been 3 meetings of heads of government of the SCO"),
        ({"from_": "2022", "show": "count"}, 2, "There have been 2 meetings of heads of government of the SCO"),
        ({"show": "last"}, ["chg-2024-astana"], "The last meeting of heads of government of the SCO was held in Astana on 15-16 October 2024."),
        ({"show": "largest"}, ["chg-2022-video-in", "chg-2024-astana"], "The meetings of heads of government of the SCO with most delegations were "),
        ({"show": "chairs"}, ["Bakytzhan Sagintayev", "Narendra Modi"], "Meetings of heads of government of the SCO were chaired by "),
        ({"where": (ByWhom("hosted", ("IN",)),)}, ["chg-2022-video-in"], "There has been 1 meeting of heads of government of the SCO"),
        ({"where": (ByWhom("missed", ("IN",)),)}, ["chg-2024-astana"], "There has been 1 meeting of heads of government of the SCO"),
    ],
)  # fmt: skip
def test_what_is_asked_of_summits_is_asked_of_its_meetings(asked, value, text):
    """In the same words, with its name."""
    found = ask(Summits(body=BODY, **asked))
    assert found.value == value
    assert found.text.startswith(text)


@pytest.mark.parametrize(("body", "named"), [("heads-of-state", ASTANA.id), (BODY, "2024-astana")])
def test_a_meeting_of_the_other_council_is_not_among_them(body, named):
    """Whatever else is asked of them."""
    found = ask(Summits(body=body, has=Has(((named,),))))
    assert found.value is False
    assert found.text.startswith("No: the Astana ")
    assert ask(Summits(body=body, has=Has(((named,),), denied=True))).value is True


def test_the_council_of_a_meeting_that_is_named_may_be_said_beside_it():
    """It changes nothing; another one is refused."""
    asked = {"subjects": ("KZ",), "at": (ASTANA.id,), "show": "people"}
    said, unsaid = ask(Attendance(**asked, body=BODY)), ask(Attendance(**asked))
    assert (said.value, said.text) == (unsaid.value, unsaid.text)
    with pytest.raises(QueryError, match="meetings of both Councils are named"):
        ask(Attendance(subjects=("KZ",), at=("2024-astana",), body=BODY))


def test_where_no_summit_meets_the_conditions_the_other_councils_meeting_is_named():
    """As a note beneath 'none'."""
    found = ask(Summits(where=(In(("Osh",)),)))
    assert found.value == []
    assert found.notes == (
        "But of meetings of heads of government: the Osh meeting of heads of government of 2003 (chg-2003-osh).",
    )
    assert ask(Summits(where=(In(("Astana",)),))).notes == ()


@each(
    ("meeting", "show", "value", "text"),
    [
        (ASTANA, "all", ["CN", "KZ", "PK"], "The third meeting of heads of government of the SCO was held in Astana, Kazakhstan, on 15-16 October 2024, with 3 delegations: 3 member states."),
        (VIDEO, "city", "none", "The meeting of heads of government by video of 2022 (1 November 2022) was held by video, and in no city."),
        (VIDEO, "host", ["IN"], "The meeting of heads of government by video of 2022 (1 November 2022) was hosted by India."),
        (OSH, "chair", [], "The Osh meeting of heads of government of 2003 (23 September 2003) was chaired by Kyrgyzstan; by whom is not recorded."),
        (ASTANA, "number", 3, "The Astana meeting of heads of government of 2024 (15-16 October 2024) was number 3 of the meetings of heads of government."),
        (ASTANA, "city", "Astana", "The Astana meeting of heads of government of 2024 (15-16 October 2024) was held in Astana, Kazakhstan."),
        (ASTANA, "people", ["Bakytzhan Sagintayev", "Gong Jianwei", "Shehbaz Sharif"], "Delegations at the Astana meeting of heads of government of 2024 were led by "),
        (ASTANA, "absent", ["BY", "IN", "IR", "KG", "RU", "TJ", "UZ"], "Belarus, India, Iran, Kyrgyzstan, Russia, Tajikistan and Uzbekistan were absent from the Astana meeting of heads of government of 2024 "),
    ],
)  # fmt: skip
def test_a_meeting_is_told_of_by_the_name_of_its_council(meeting, show, value, text):
    """In the first sentence, whatever fact is asked for."""
    found = ask(SummitFacts(summit=meeting.id, show=show))
    assert found.value == value
    assert found.text.startswith(text)


def test_what_must_be_known_of_a_meeting_is_noted():
    """Of whom nothing is recorded, what sources disagree about, and what was not read."""
    assert "Nothing is recorded of observers, dialogue partners or guests at the Astana meeting of heads of government of 2024." in ask(SummitFacts(summit=ASTANA.id)).notes  # fmt: skip
    about = [one.about for one in DATA.data.conflicts if ASTANA.id in one.concerns]
    assert [dispute.about for dispute in ask(SummitFacts(summit=ASTANA.id)).disputes] == about != []
    assert "Who chaired was not read." in ask(SummitFacts(summit=OSH.id)).remarks


def test_attendance_counts_summits_and_says_how_many_meetings_beside():
    """And on request counts the meetings."""
    summits = ask(Attendance(subjects=("PK",)))
    assert not any(meeting.startswith("chg-") for meeting in summits.value)
    note = "Pakistan also came to 2 meetings of heads of government. (sco attendance PK --body heads-of-government)"
    assert note in summits.notes
    meetings = ask(Attendance(subjects=("PK",), body=BODY))
    assert meetings.value == [VIDEO.id, ASTANA.id]
    assert (
        meetings.text
        == "Pakistan attended 2 meetings of heads of government of the SCO: by video 2022 and Astana 2024."
    )
    assert not any("also came" in note for note in meetings.notes)
    assert ask(Attendance(subjects=("PK",), from_="2023")).notes[-1].startswith("Pakistan also came to 1 meeting of heads of government since")  # fmt: skip
    assert not any("also came" in note for note in ask(Attendance(subjects=("AZ",))).notes)


def test_the_meetings_beside_are_counted_as_the_summits_are():
    """By who led the delegation; and 'also' is said where there was a summit."""
    (note,) = (n for n in ask(Attendance(subjects=("KZ",), led_by=("Bakytzhan Sagintayev",))).notes if "came to" in n)
    assert note == (
        "Kazakhstan came to 2 meetings of heads of government with a delegation led by Bakytzhan Sagintayev. "
        "(sco attendance KZ --led-by 'Bakytzhan Sagintayev' --body heads-of-government)"
    )


def test_what_a_chair_rests_on_is_said():
    """Where no source states it; and of organisations none is recorded, which is not that none came."""
    note = "No source read says who chaired; the chair given is the host."
    assert note in ask(SummitFacts(summit=OSH.id, show="chair")).notes
    assert note in ask(SummitFacts(summit=OSH.id, show="chair-country")).notes
    assert note not in ask(SummitFacts(summit=ASTANA.id, show="chair")).notes
    text = ask(SummitFacts(summit=ASTANA.id, show="organizations")).text
    assert text == "No international organisation is recorded as represented at the Astana meeting of heads of government of 2024."  # fmt: skip


def test_who_represented_a_country_at_a_meeting_is_told():
    """The Council is that of the meeting that is named."""
    found = ask(Attendance(subjects=("PK",), at=(ASTANA.id,), show="people"))
    assert found.value == ["Shehbaz Sharif"]
    assert found.text == "Pakistan was represented at the Astana meeting of heads of government of 2024 by Shehbaz Sharif, Prime Minister."  # fmt: skip
    unnamed = ask(Attendance(subjects=("RU",), at=(OSH.id,), show="people"))
    assert unnamed.value == []
    assert unnamed.text.endswith(" by the Prime Minister, who is not named in the sources.")
    assert ask(Attendance(subjects=("Narendra Modi",), at=(ASTANA.id,), show="any")).value is False
    with pytest.raises(QueryError, match="both Councils"):
        ask(Attendance(subjects=("PK",), at=(ASTANA.id, "2024-astana")))


def test_the_matrix_has_its_meetings():
    """With the same marks."""
    found = ask(Matrix(subjects=("IN", "RU", "AZ"), body=BODY))
    assert found.value == {
        "IN": {OSH.id: "no-status", VIDEO.id: "leader-by-video", ASTANA.id: "absent"},
        "RU": {OSH.id: "leader", VIDEO.id: "absent", ASTANA.id: "absent"},
        "AZ": {OSH.id: "no-status", VIDEO.id: "not-recorded", ASTANA.id: "not-recorded"},
    }
    assert " to 3 meetings of heads of government of the SCO; " in found.text


def test_the_sources_of_a_meeting_are_told():
    """Held or announced; and a source tells which meetings rest on it."""
    assert ask(Sources(subject=ASTANA.id)).value == ["24kg-341784", "kremlin-66706"]
    assert ask(Sources(subject="chg-2026-osh")).value == ["24kg-341784"]
    rests = [row[0] for row in ask(Sources(subject="24kg-341784")).tables[-1].rows]
    assert {ASTANA.id, OSH.id, "chg-2026-osh", "organization"} <= set(rests)


def test_what_a_country_also_came_to_is_told_as_it_is_asked_and_the_command_finds_it():
    """Of the two meetings that Pakistan came to, one was held by video."""
    asked = Attendance(subjects=("PK",), mode="video")
    command = "sco attendance PK --mode video --body heads-of-government"
    assert f"Pakistan also came to 1 meeting of heads of government by video. ({command})" in ask(asked).notes
    assert ask(Attendance(subjects=("PK",), mode="video", body=BODY)).value == [VIDEO.id]


def test_the_command_for_what_one_of_several_also_came_to_takes_no_option_of_several():
    """'--either' and '--not' are refused of one country that is not asked a yes or no of."""
    asked = Attendance(subjects=("PK", "AZ"), show="any", either=True)
    assert any(note.endswith("(sco attendance PK --body heads-of-government)") for note in ask(asked).notes)


@pytest.mark.parametrize("make", [Summits, Matrix, lambda body: Attendance(subjects=("PK",), body=body)])
def test_its_meetings_are_not_headed_as_summits(make):
    """Only those of the heads of state are."""
    for body, heading in ((BODY, "Meeting"), ("heads-of-state", "Summit")):
        (table, *_) = ask(make(body=body)).tables
        assert heading in [column.heading for column in table.columns]
