"""`sco summits`: the summits that meet conditions, against sets drawn from the file alone."""

import pytest

from facts import CAME, DATA, HELD, ORGANIZATION, SUMMITS, absent, ask, held_between, name, sources, table, value
from mutants import FIELDS
from scocli.days import spoken_range
from scocli.queries.base import QueryError
from scocli.queries.summits import Summits

PLANNED = FIELDS["planned_summits"][0]


def ids(**facts: object) -> list[str]:
    """The summits whose records say so."""
    return [summit["id"] for summit in SUMMITS.values() if all(summit[key] == fact for key, fact in facts.items())]


def where(country: str, **record: object) -> list[str]:
    """The summits to which a country sent such a delegation."""
    return [
        came.summit["id"]
        for came in CAME
        if came.country == country and all(came.record.get(key) == fact for key, fact in record.items())
    ]


def with_any(*capacities: str, **record: object) -> list[str]:
    """The summits to which any country sent such a delegation, in one of some capacities if any are named."""
    found = {
        came.summit["id"]
        for came in CAME
        if (not capacities or came.capacity in capacities)
        and all(came.record.get(key) == fact for key, fact in record.items())
    }
    return [summit for summit in SUMMITS if summit in found]


def granted(*categories: str, to: str | None = None) -> list[str]:
    """The summits at which a status was decided."""
    found = {
        held.record["granted_at"]
        for held in HELD
        if (not categories or held.category in categories) and to in (None, held.country)
    }
    return [summit for summit in SUMMITS if summit in found]


SELECTED = {
    "all": ({}, list(SUMMITS)),
    "since": ({"first": "2020"}, [s["id"] for s in held_between("2020")]),
    "until": ({"last": "2005-07-04"}, [s["id"] for s in held_between(last="2005-07-04")]),
    "until its first day": ({"last": "2005-07-05"}, [s["id"] for s in held_between(last="2005-07-05")]),
    "in a month": ({"first": "2019-06", "last": "2019-06"}, ["2019-bishkek"]),
    "on its last day": ({"first": "2019-06-14", "last": "2019-06-14"}, ["2019-bishkek"]),
    "on the day after": ({"first": "2019-06-15", "last": "2019-06-15"}, []),
    "host": ({"host": ("RU",)}, ids(country="RU")),
    "either host": ({"host": ("RU", "IN")}, [s for s in SUMMITS if SUMMITS[s]["country"] in ("RU", "IN")]),
    "chair": ({"chair": ("KZ",)}, ids(chair_country="KZ")),
    "chair that did not host": ({"chair": ("KZ",), "host": ("RU",)}, ["2003-moscow"]),
    "chaired by": ({"chaired_by": "Islam Karimov"}, ids(chair_person="Islam Karimov")),
    "form": ({"held": ("virtual",)}, ids(format="virtual")),
    "either form": ({"held": ("virtual", "hybrid")}, [s for s in SUMMITS if SUMMITS[s]["format"] != "in-person"]),
    "city": ({"city": ("Astana",)}, ids(city="Astana")),
    "either city": ({"city": ("Ufa", "Moscow")}, [s for s in SUMMITS if SUMMITS[s]["city"] in ("Ufa", "Moscow")]),
    "attended by a country": ({"attended_by": ("AZ",)}, where("AZ")),
    "attended by both": ({"attended_by": ("TR", "AZ")}, [s for s in where("TR") if s in where("AZ")]),
    "attended by a person": ({"attended_by": ("Narendra Modi",)}, where("IN", leader="Narendra Modi")),
    "attended as": ({"attended_by": ("IN",), "capacity": ("member",)}, [c.summit["id"] for c in CAME if c.country == "IN" and c.capacity == "member"]),
    "attended by rank": ({"attended_by": ("IN",), "level": ("minister",)}, where("IN", level="minister")),
    "missed by a country": ({"missed_by": ("AF",)}, [s for s in SUMMITS if "AF" in absent(SUMMITS[s])]),
    "missed by a person": ({"missed_by": ("Narendra Modi",)}, [s for s in SUMMITS if any(a.get("person") == "Narendra Modi" and "session" not in a for a in SUMMITS[s].get("absences", []))]),
    "missed by both": ({"missed_by": ("AF", "LK")}, [s for s in SUMMITS if {"AF", "LK"} <= absent(SUMMITS[s])]),
    "granted a category": ({"granted": ("observer",)}, granted("observer")),
    "granted either": ({"granted": ("observer", "member")}, granted("observer", "member")),
    "granted to a country": ({"granted_to": ("BY",)}, granted(to="BY")),
    "granted a category to a country": ({"granted": ("observer",), "granted_to": ("BY",)}, granted("observer", to="BY")),
    "granted to both at once": ({"granted_to": ("IN", "PK")}, [s for s in granted(to="IN") if s in granted(to="PK")]),
    "number": ({"number": ("7",)}, ids(ordinal=7)),
    "either number": ({"number": ("7", "24")}, ["2007-bishkek", "2024-astana"]),
    "besides": ({"host": ("RU",), "besides": ("2015-ufa",)}, [s for s in ids(country="RU") if s != "2015-ufa"]),
    "with delegations by video": ({"mode": "video"}, with_any(mode="video")),
    "with guests": ({"capacity": ("guest",)}, with_any("guest")),
    "with an emir": ({"office": "emir"}, with_any(role="Emir")),
    "nothing": ({"host": ("IN",), "last": "2022"}, []),
}  # fmt: skip


@pytest.mark.parametrize(("asked", "found"), SELECTED.values(), ids=SELECTED)
def test_those_that_meet_the_conditions_are_listed(asked, found):
    """As value the ids in order of time, and a row for each."""
    answered = ask(Summits(**asked))
    assert (answered.kind, answered.value) == ("summits", found)
    assert [row[1] for row in table(answered, "Summits")] == found


def test_a_row_says_number_days_place_chair_form_and_size():
    """What the record says, and how many delegations it lists."""
    for row, summit in zip(table(ask(Summits()), "Summits"), SUMMITS.values(), strict=True):
        assert row == (
            summit["ordinal"],
            summit["id"],
            spoken_range(summit["start"], summit["end"]),
            summit["city"],
            name(summit["country"]),
            f"{summit['chair_person']} ({name(summit['chair_country'])})",
            summit["format"],
            len(summit["delegations"]),
        )


def test_who_spoke_for_an_organisation_attended():
    """A Secretary-General led no delegation, but was there; asked for a capacity, they were not."""
    there = [
        s["id"] for s in SUMMITS.values() for o in s.get("organizations", []) if o.get("participant") == "Zhang Ming"
    ]
    assert value(Summits(attended_by=("Zhang Ming",))) == there
    assert value(Summits(attended_by=("Zhang Ming",), capacity=("member",))) == []


def test_they_are_counted():
    """``--show count`` gives the number and names them."""
    found = ask(Summits(host=("KZ",), show="count"))
    assert (found.kind, found.value) == ("number", len(ids(country="KZ")))
    assert (
        found.text
        == "4 summits of the SCO hosted by Kazakhstan: Astana 2005, Astana 2011, Astana 2017 and Astana 2024."
    )


@pytest.mark.parametrize(
    ("asked", "yes"),
    [
        ({"host": ("RU",), "show": "any"}, True),
        ({"host": ("AZ",), "show": "any"}, False),
        ({"host": ("RU",), "show": "none"}, False),
        ({"host": ("AZ",), "show": "none"}, True),
        ({"host": ("RU",), "show": "any", "at_least": str(len(ids(country="RU")))}, True),
        ({"host": ("RU",), "show": "any", "at_least": str(len(ids(country="RU")) + 1)}, False),
        ({"host": ("RU",), "show": "any", "at_most": str(len(ids(country="RU")))}, True),
        ({"host": ("RU",), "show": "any", "at_most": str(len(ids(country="RU")) - 1)}, False),
        ({"host": ("AZ",), "show": "any", "at_most": "2"}, True),
        ({"host": ("IN",), "show": "any", "at_least": "1", "at_most": "1"}, True),
        ({"host": ("IN",), "show": "any", "at_least": "2", "at_most": "3"}, False),
    ],
)
def test_whether_there_are_any_or_so_many_is_told(asked, yes):
    """Any at all, none, at least or at most so many."""
    found = ask(Summits(**asked))
    assert (found.kind, found.value) == ("yes-no", yes)
    assert found.text.startswith("Yes: " if yes else "No: ")


@pytest.mark.parametrize(
    ("asked", "yes", "words"),
    [
        ({"has": ("2015-ufa",)}, True, "Yes: the Ufa summit of 2015 was among these. "),
        ({"has": ("2016-tashkent",)}, False, "No: the Tashkent summit of 2016 was not among these. "),
        ({"has": ("2016-tashkent",), "negated": True}, True, "Yes: the Tashkent summit of 2016 was not among these. "),
        ({"has": ("2015-ufa",), "negated": True}, False, "No: the Ufa summit of 2015 was among these. "),
        ({"has": ("2015-ufa", "2020-moscow")}, True, "Yes: the Ufa summit of 2015 and the Moscow summit of 2020 were among these. "),
        ({"has": ("2015-ufa", "2016-tashkent")}, False, "No: the Ufa summit of 2015 and the Tashkent summit of 2016 were not all among these. "),
    ],
)  # fmt: skip
def test_whether_a_summit_is_among_them_is_told(asked, yes, words):
    """All those asked about are, or none of them is; the table has those asked about."""
    found = ask(Summits(host=("RU",), **asked))
    assert (found.kind, found.value) == ("yes-no", yes)
    assert found.text.startswith(words)
    assert [row[1] for row in table(found, "Summits")] == list(asked["has"])


@pytest.mark.parametrize(("show", "at"), [("first", 0), ("last", -1)])
def test_the_first_and_the_last_are_found(show, at):
    """One of them, with its days; none where there are none."""
    found = ask(Summits(host=("UZ",), show=show))
    summit = SUMMITS[ids(country="UZ")[at]]
    assert found.value == [summit["id"]]
    days = spoken_range(summit["start"], summit["end"])
    assert found.text == f"{show.capitalize()} summit of the SCO hosted by Uzbekistan: {summit['city']}, {days}."
    assert len(table(found, "Summits")) == 1
    assert ask(Summits(host=("AZ",), show=show)).value == []


@pytest.mark.parametrize(("show", "pick", "word"), [("largest", max, "Most"), ("smallest", min, "Fewest")])
def test_the_largest_and_the_smallest_are_all_that_are_as_large(show, pick, word):
    """By delegations; several if they are equal."""
    sizes = {summit["id"]: len(summit["delegations"]) for summit in SUMMITS.values()}
    expected = [summit for summit, size in sizes.items() if size == pick(sizes.values())]
    found = ask(Summits(show=show))
    assert found.value == expected
    assert [row[1] for row in table(found, "Summits")] == expected
    assert found.text.startswith(f"{word} delegations at a summit of the SCO: {pick(sizes.values())}, ")
    assert value(Summits(host=("AZ",), show=show)) == []


def test_who_chaired_them_is_told():
    """Everybody once, in order of name."""
    found = ask(Summits(host=("CN",), show="chairs"))
    assert (found.kind, found.value) == ("people", sorted({SUMMITS[s]["chair_person"] for s in ids(country="CN")}))
    assert found.text == "Chaired summits of the SCO hosted by China: Hu Jintao, Jiang Zemin and Xi Jinping."
    assert ask(Summits(host=("AZ",), show="chairs")).text.endswith(": nobody on record.")


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ({}, ""),
        ({"city": ("Ufa", "Moscow")}, " in Ufa or Moscow"),
        ({"host": ("RU", "IN")}, " hosted by Russia or India"),
        ({"chair": ("KZ",)}, " chaired by Kazakhstan"),
        ({"chaired_by": "Islam Karimov"}, " chaired by Islam Karimov"),
        ({"held": ("virtual", "hybrid")}, " held by video or in hybrid form"),
        ({"attended_by": ("AZ", "Narendra Modi")}, " attended by Azerbaijan and Narendra Modi"),
        ({"attended_by": ("AZ",), "capacity": ("guest",)}, " attended by Azerbaijan as a guest"),
        ({"mode": "video"}, " with delegations by video"),
        ({"missed_by": ("AF",)}, " known to have been missed by Afghanistan"),
        (
            {"granted": ("observer", "member")},
            " at which somebody was given the status of an observer or a member state",
        ),
        ({"granted_to": ("BY",)}, " at which Belarus was given a status"),
        ({"granted": ("member",), "granted_to": ("BY",)}, " at which Belarus was given the status of a member state"),
        ({"number": ("7", "8")}, " of number 7 or 8"),
        ({"host": ("RU",), "besides": ("2015-ufa",)}, " hosted by Russia besides the Ufa summit of 2015"),
        ({"first": "2019", "last": "2019"}, " in 2019"),
    ],
)
def test_the_sentence_says_which_summits(asked, title):
    """Every condition is named, with its time."""
    found = ask(Summits(**asked))
    number = len(found.value)
    counted = "No summit" if not number else "1 summit" if number == 1 else f"{number} summits"
    assert found.text.startswith(f"{counted} of the SCO{title}{':' if number else '.'}")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, True),
        ({"first": "2020"}, True),
        ({"host": (PLANNED["country"],)}, True),
        ({"chair": (PLANNED["chair_country"],)}, True),
        ({"host": ("RU",)}, False),
        ({"chair": ("RU",)}, False),
        ({"last": "2020"}, False),
        ({"city": ("Bishkek",)}, False),
        ({"held": ("in-person",)}, False),
    ],
)
def test_what_is_announced_is_noted_and_not_counted(asked, told):
    """A summit of which no report was found is told of where it would be among those asked for."""
    found = ask(Summits(**asked))
    note = f"Announced, not recorded as held: 2026 in Kyrgyzstan (Bishkek). (sco sources {PLANNED['id']})"
    assert (note in found.notes) is told
    assert (set(PLANNED["sources"]) <= set(found.sources)) is told
    assert PLANNED["id"] not in found.value


def test_the_place_of_a_meeting_by_video_is_explained():
    """It is that from which it was chaired; said only if there is one among those found."""
    note = "Of a meeting held by video the place is that from which it was chaired."
    assert note in ask(Summits(host=("IN",))).notes
    assert note not in ask(Summits(host=("KZ",))).notes


def test_the_sources_of_those_found_are_cited():
    """And of no others; where none is found, those of the organisation."""
    assert set(ask(Summits(city=("Ufa", "Qingdao"))).sources) == sources(SUMMITS["2015-ufa"], SUMMITS["2018-qingdao"])
    assert set(ask(Summits(host=("AZ",))).sources) == sources(ORGANIZATION)


def test_of_a_time_that_the_data_do_not_reach_nothing_is_denied():
    """Whether there was a summit after the last day that the data vouch for is not recorded."""
    found = ask(Summits(first="2026-03", last="2026-05", show="any"))
    assert found.value == "not-recorded"
    assert any(note.startswith("The data reach to 1 September 2025") for note in found.notes)
    assert value(Summits(first="2019-01", last="2019-02", show="any")) is False


@pytest.mark.parametrize(
    "asked",
    [{"negated": True}, {"at_least": "2"}, {"at_most": "2", "show": "count"}, {"has": ("2015-ufa",), "show": "any"}],
)
def test_an_option_without_what_it_goes_with_is_refused(asked):
    """It would otherwise be ignored."""
    with pytest.raises(QueryError):
        ask(Summits(**asked))


def test_the_names_of_countries_are_those_of_the_language():
    """A query of the data set in Russian gives Russian names."""
    from scocli.queries import answer

    found = answer(DATA.in_language("ru"), Summits(host=("IN",)), "2026-01-01")
    assert "Индия" in found.text
    assert found.tables[0].rows[0][4] == "Индия"
