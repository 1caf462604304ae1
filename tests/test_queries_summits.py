"""`sco summits`: the summits that meet conditions, against sets drawn from the file alone."""

import pytest

from each import each
from facts import CAME, DATA, HELD, ORGANIZATION, SUMMITS, absent, ask, held_between, name, sources, table, value
from mutants import FIELDS
from scocli.days import shifted, spoken_range
from scocli.facts.conditions import Often
from scocli.facts.select import Has
from scocli.facts.where import parse
from scocli.queries import answer
from scocli.queries.base import QueryError, command_line
from scocli.queries.summits import HowManySummits, Summits

PLANNED = FIELDS["planned_summits"][0]


def conditions(*where: str):
    """Conditions on meetings, as ``--where`` has them."""
    return tuple(parse(DATA, condition, "summits") for condition in where)


def summits(*where: str, has: tuple[str, ...] = (), denied: bool = False, **fields: object) -> Summits:
    """A query: conditions, groups with commas of which one must be among those found, and the other fields."""
    asked = Has(tuple(tuple(group.split(",")) for group in has), denied=denied) if has else None
    return Summits(where=conditions(*where), has=asked, **fields)


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


def without(left_out: list[str]) -> list[str]:
    """All summits but some."""
    return [summit for summit in SUMMITS if summit not in left_out]


SELECTED = {
    "all": ((), {}, list(SUMMITS)),
    "since": ((), {"from_": "2020"}, [s["id"] for s in held_between("2020")]),
    "until": ((), {"to": "2005-07-04"}, [s["id"] for s in held_between(last="2005-07-04")]),
    "until its first day": ((), {"to": "2005-07-05"}, [s["id"] for s in held_between(last="2005-07-05")]),
    "in a month": ((), {"from_": "2019-06", "to": "2019-06"}, ["2019-bishkek"]),
    "on its first day": ((), {"from_": "2019-06-13", "to": "2019-06-13"}, ["2019-bishkek"]),
    "held in a time": (["held 2016..2017"], {}, ["2016-tashkent", "2017-astana"]),
    "host": (["hosted by RU"], {}, ids(country="RU")),
    "either host": (["hosted by RU,IN"], {}, [s for s in SUMMITS if SUMMITS[s]["country"] in ("RU", "IN")]),
    "no such host": (["not hosted by RU"], {}, without(ids(country="RU"))),
    "chair": (["chaired by KZ"], {}, ids(chair_country="KZ")),
    "chair that did not host": (["chaired by KZ", "hosted by RU"], {}, ["2003-moscow"]),
    "chaired by": (['chaired by "Islam Karimov"'], {}, ids(chair_person="Islam Karimov")),
    "form": (["held virtual"], {}, ids(format="virtual")),
    "either form": (["held virtual,hybrid"], {}, without(ids(format="in-person"))),
    "city": (["in Astana"], {}, ids(city="Astana")),
    "either city": (["in Ufa,Moscow"], {}, [s for s in SUMMITS if SUMMITS[s]["city"] in ("Ufa", "Moscow")]),
    "city or host": (["in Ufa or hosted by IN"], {}, ["2015-ufa", "2023-new-delhi"]),
    "attended by a country": (["attended by AZ"], {}, where("AZ")),
    "attended by both": (["attended by TR", "attended by AZ"], {}, [s for s in where("TR") if s in where("AZ")]),
    "attended by a person": (['attended by "Narendra Modi"'], {}, where("IN", leader="Narendra Modi")),
    "attended as": (["attended by IN as member"], {}, [c.summit["id"] for c in CAME if c.country == "IN" and c.capacity == "member"]),
    "attended by rank": (["attended by IN led by minister"], {}, where("IN", level="minister")),
    "missed by a country": (["missed by AF"], {}, [s for s in SUMMITS if "AF" in absent(SUMMITS[s])]),
    "missed by a person": (['missed by "Narendra Modi"'], {}, [s for s in SUMMITS if any(a.get("person") == "Narendra Modi" and "session" not in a for a in SUMMITS[s].get("absences", []))]),
    "missed by both": (["missed by AF", "missed by LK"], {}, [s for s in SUMMITS if {"AF", "LK"} <= absent(SUMMITS[s])]),
    "granted a category": (["granted observer"], {}, granted("observer")),
    "granted either": (["granted observer,member"], {}, granted("observer", "member")),
    "granted to a country": (["granted any to BY"], {}, granted(to="BY")),
    "granted a category to a country": (["granted observer to BY"], {}, granted("observer", to="BY")),
    "granted to both at once": (["granted any to IN", "granted any to PK"], {}, [s for s in granted(to="IN") if s in granted(to="PK")]),
    "number": (["number 7"], {}, ids(ordinal=7)),
    "either number": (["number 7,24"], {}, ["2007-bishkek", "2024-astana"]),
    "named": (["2024,2025"], {}, ["2024-astana", "2025-tianjin"]),
    "besides": (["hosted by RU", "not 2015"], {}, [s for s in ids(country="RU") if s != "2015-ufa"]),
    "with delegations by video": (["attended by any by-video"], {}, with_any(mode="video")),
    "with guests": (["attended by any as guest"], {}, with_any("guest")),
    "with an emir": (["attended by any led by emir"], {}, with_any(role="Emir")),
    "nothing": (["hosted by IN"], {"to": "2022"}, []),
}  # fmt: skip


@each(("where", "fields", "found"), SELECTED.values())
def test_those_that_meet_the_conditions_are_listed(where, fields, found):
    """As value the ids in order of time, and a row for each; the command that is told of asks the same."""
    query = summits(*where, **fields)
    answered = ask(query)
    assert (answered.kind, answered.value) == ("summits", found)
    assert [row[1] for row in table(answered, "Summits")] == found
    assert answered.command == command_line(query)


@each("to", ["2019-06-13", "2019-06-14", "2019-12", None])
@each("from_", ["2019-06-12", "2019-06-13", "2019-06-14", "2019-06-15"])
def test_a_meeting_lies_where_its_first_day_does(from_, to):
    """Whatever the length of the period: not in one that begins on its last day, though that be the only one."""
    if to is None or from_ <= to:
        assert ("2019-bishkek" in value(summits(from_=from_, to=to))) is (from_ <= SUMMITS["2019-bishkek"]["start"])


@pytest.mark.parametrize(("from_", "days"), [("2001-06-10", 10), ("2019-06-08", 14), ("2025-08-26", 14)])
def test_a_period_has_the_summits_of_its_single_days(from_, days):
    """Each of them once."""
    single = [shifted(from_, number) for number in range(days)]
    found = [summit for day in single for summit in value(summits(from_=day, to=day))]
    assert found == value(summits(from_=from_, to=single[-1]))
    assert len(found) == 1


def test_a_row_says_number_days_place_chair_form_and_size():
    """What the record says, and how many delegations it lists."""
    for row, summit in zip(table(ask(Summits()), "Summits"), SUMMITS.values(), strict=True):
        assert row == (
            summit["ordinal"],
            summit["id"],
            summit["start"],
            summit["end"],
            summit["city"],
            name(summit["country"]),
            summit["country"],
            summit["chair_person"],
            name(summit["chair_country"]),
            summit["chair_country"],
            summit["format"],
            len(summit["delegations"]),
        )


def test_who_spoke_for_an_organisation_attended():
    """A Secretary-General led no delegation, but was there; asked for a capacity, they were not."""
    there = [
        s["id"] for s in SUMMITS.values() for o in s.get("organizations", []) if o.get("participant") == "Zhang Ming"
    ]
    assert value(summits('attended by "Zhang Ming"')) == there
    assert value(summits('attended by "Zhang Ming" as member')) == []


@pytest.mark.parametrize(
    ("query", "number", "text"),
    [
        (summits("hosted by KZ", show="count"), 4, "There have been 4 summits of the SCO hosted by Kazakhstan."),
        (summits("attended by NP", show="count"), 1, "There has been at least 1 summit of the SCO attended by Nepal."),
        (summits(from_="2024", to="2030", show="count"), 2, "There were at least 2 summits of the SCO from 2024 to 2030."),
    ],
)  # fmt: skip
def test_they_are_counted(query, number, text):
    """``--show count`` gives the number, and the table the names; 'at least' where there may be more."""
    found = ask(query)
    assert (found.kind, found.value, found.text) == ("number", number, text)


@each(
    ("query", "found", "text"),
    [
        (summits("hosted by IN", show="any"), True, "Yes: there has been 1 summit of the SCO hosted by India: New Delhi 2023."),
        (summits("hosted by AZ", show="any"), False, "No: there have been no summits of the SCO hosted by Azerbaijan."),
        (summits("attended by NP", from_="2015", to="2015", show="any"), "not-recorded", "Not recorded: no summit of the SCO attended by Nepal in 2015 is on record."),
        (summits("not attended by NP", from_="2015", to="2015", show="any"), "not-recorded", "Not recorded: no summit of the SCO not attended by Nepal in 2015 is on record."),
        (summits("missed by NP", from_="2015", to="2015", show="any"), "not-recorded", "Not recorded: no summit of the SCO missed by Nepal in 2015 is on record."),
        (summits("attended by NP as guest", from_="2015", to="2015", show="any"), "not-recorded", "Not recorded: no summit of the SCO attended by Nepal as a guest in 2015 is on record."),
        (summits("attended by NP led by minister", from_="2015", to="2015", show="any"), "not-recorded", "Not recorded: no summit of the SCO attended by Nepal led by a minister in 2015 is on record."),
        (summits("attended by NP led by president", from_="2015", to="2015", show="any"), "not-recorded", "Not recorded: no summit of the SCO attended by Nepal led by the president in 2015 is on record."),
        (summits("attended by NP as member", from_="2015", to="2015", show="any"), False, "No: there were no summits of the SCO attended by Nepal as a member state in 2015."),
        (summits("attended by NP by-video", from_="2015", to="2015", show="any"), False, "No: there were no summits of the SCO attended by Nepal by video in 2015."),
        (summits("attended by NP", from_="2002-07", to="2002-08", show="any"), False, "No: there were no summits of the SCO from 1 July 2002 to 31 August 2002."),
        (summits(from_="2026-03", to="2026-05", show="any"), "not-recorded", "Not recorded: no summit of the SCO from 1 March 2026 to 31 May 2026 is on record."),
        (summits("hosted by IR", from_="2020", to="2030", show="any"), "not-recorded", "Not recorded: no summit of the SCO hosted by Iran from 2020 to 2030 is on record."),
    ],
)  # fmt: skip
def test_whether_there_are_any_is_told(query, found, text):
    """No only where nothing can have been left out; the conditions are not told of a time without any summit."""
    answered = ask(query)
    assert (answered.kind, answered.value, answered.text) == ("yes-no", found, text)


@each(
    ("where", "bound", "times", "found"),
    [
        ("hosted by AZ", "at most", 0, True),
        ("hosted by RU", "at most", 0, False),
        ("attended by NP", "at most", 0, False),
        ("attended by NP as guest", "at most", 0, "not-recorded"),
        ("hosted by RU", "at least", len(ids(country="RU")), True),
        ("hosted by RU", "at least", len(ids(country="RU")) + 1, False),
        ("attended by NP", "at least", 2, "not-recorded"),
        ("hosted by RU", "at most", len(ids(country="RU")), True),
        ("hosted by RU", "at most", len(ids(country="RU")) - 1, False),
        ("hosted by IN", "exactly", 1, True),
        ("hosted by IN", "exactly", 2, False),
    ],
)
def test_whether_there_are_so_many_is_told_to_who_asks_in_words(where, bound, times, found):
    """None at all is 'at most 0'; no command asks it."""
    answered = ask(HowManySummits(where=conditions(where), often=Often(bound, times)))
    assert (answered.kind, answered.value, answered.command) == ("yes-no", found, None)
    assert answered.text.startswith({True: "Yes: ", False: "No: "}.get(found, "Not recorded: "))


OF_RUSSIA = "the summits of the SCO hosted by Russia (Saint Petersburg 2002, Moscow 2003, Yekaterinburg 2009, Ufa 2015 and Moscow 2020)."  # fmt: skip


@each(
    ("has", "denied", "found", "words", "others"),
    [
        (("2015-ufa",), False, True, "Yes: the Ufa summit of 2015 was among ", ""),
        (("2016-tashkent",), False, False, "No: the Tashkent summit of 2016 was not among ", ""),
        (("2016-tashkent",), True, True, "Yes: the Tashkent summit of 2016 was not among ", ""),
        (("2015-ufa",), True, False, "No: the Ufa summit of 2015 was among ", ""),
        (("2015-ufa", "2020-moscow"), False, True, "Yes: the Ufa summit of 2015 and the Moscow summit of 2020 were among ", ""),
        (("2015-ufa", "2016-tashkent"), False, False, "No: the Ufa summit of 2015 and the Tashkent summit of 2016 were not all among ", "; the Ufa summit of 2015 was, the Tashkent summit of 2016 was not"),
        (("2015-ufa,2016-tashkent",), False, True, "Yes: the Ufa summit of 2015 was among ", "; the Tashkent summit of 2016 was not"),
    ],
)  # fmt: skip
def test_whether_a_summit_is_among_them_is_told(has, denied, found, words, others):
    """All those asked about are, one of each group, or none of them; the table has those that are, if any is."""
    answered = ask(summits("hosted by RU", has=has, denied=denied))
    assert (answered.kind, answered.value) == ("yes-no", found)
    assert answered.text == f"{words}{OF_RUSSIA.removesuffix('.')}{others}."
    asked = ",".join(has).split(",")
    among = [summit for summit in asked if summit in ids(country="RU")]
    assert [row[1] for row in table(answered, "Summits")] == (among or asked)
    assert (answered.command is None) is denied


@pytest.mark.parametrize(("show", "at"), [("first", 0), ("last", -1)])
def test_the_first_and_the_last_are_found(show, at):
    """One of them, with its days; none where there are none."""
    found = ask(summits("hosted by UZ", show=show))
    summit = SUMMITS[ids(country="UZ")[at]]
    assert found.value == [summit["id"]]
    days = spoken_range(summit["start"], summit["end"])
    assert found.text == f"The {show} summit of the SCO hosted by Uzbekistan was held in {summit['city']} on {days}."
    assert len(table(found, "Summits")) == 1
    assert ask(summits("hosted by AZ", show=show)).value == []


def test_the_first_on_record_may_not_have_been_the_first():
    """Where of an earlier one nothing is recorded, also if what is asked is denied."""
    found = ask(summits("attended by NP", show="first"))
    assert found.value == ["2025-tianjin"]
    assert found.text.startswith("The first summit of the SCO attended by Nepal on record was held in Tianjin on ")
    assert any(note.startswith("Not recorded of ") for note in found.notes)
    assert ask(summits("attended by NP", show="last")).text.startswith(
        "The last summit of the SCO attended by Nepal was held in "
    )
    denied = ask(summits("not attended by NP", show="first"))
    assert denied.text.startswith("The first summit of the SCO not attended by Nepal on record was held in ")


@pytest.mark.parametrize(("show", "pick", "word"), [("largest", max, "most"), ("smallest", min, "fewest")])
def test_the_largest_and_the_smallest_are_all_that_are_as_large(show, pick, word):
    """By delegations; several if they are equal."""
    sizes = {summit["id"]: len(summit["delegations"]) for summit in SUMMITS.values()}
    expected = [summit for summit, size in sizes.items() if size == pick(sizes.values())]
    found = ask(summits(show=show))
    assert found.value == expected
    assert [row[1] for row in table(found, "Summits")] == expected
    several = len(expected) > 1
    assert found.text.startswith(
        f"The summit{'s' * several} of the SCO with {word} delegations {'were' if several else 'was'} "
    )
    assert found.text.endswith(f" ({pick(sizes.values())}).")
    assert value(summits("hosted by AZ", show=show)) == []
    incomplete = [summit for summit in expected if {"none", "partial"} & {*SUMMITS[summit]["coverage"].values()}]
    assert [note.split(" (sco summit ")[1] for note in found.notes if " may lack " in note] == [
        f"{summit})" for summit in incomplete
    ]
    assert any(" may lack " in note for note in ask(summits(show="smallest", from_="2015")).notes)


def test_of_those_that_came_in_a_way_most_are_counted():
    """Where the conditions say how somebody came, only such delegations make a summit large."""
    sizes = {summit: sum(c.summit["id"] == summit and c.capacity == "guest" for c in CAME) for summit in SUMMITS}
    expected = [summit for summit, size in sizes.items() if size == max(sizes.values())]
    found = ask(summits("attended by any as guest", show="largest"))
    assert found.value == expected
    assert " attended by a delegation as a guest with most delegations was " in found.text
    assert found.text.endswith(f" ({max(sizes.values())}).")


def test_who_chaired_them_is_told():
    """Everybody once, as value in order of name, in the sentence in order of time."""
    found = ask(summits("hosted by CN", show="chairs"))
    assert (found.kind, found.value) == ("people", sorted({SUMMITS[s]["chair_person"] for s in ids(country="CN")}))
    assert found.text == "Summits of the SCO hosted by China were chaired by Jiang Zemin, Hu Jintao and Xi Jinping."
    assert ask(summits("hosted by AZ", show="chairs")).text.endswith(" by nobody on record.")


def test_of_many_summits_the_sentence_says_how_many_and_between_which():
    """The table names them."""
    assert ask(Summits()).text == "The SCO has held 25 summits, the last in Tianjin in 2025."
    assert (
        ask(summits(from_="2010")).text
        == "There have been 16 summits of the SCO since 1 January 2010, from Tashkent 2010 to Tianjin 2025."
    )


@each(
    ("where", "fields", "told"),
    [
        ((), {}, True),
        ((), {"from_": "2020"}, True),
        ((), {"from_": "2026-05", "to": "2026-06"}, True),
        ([f"hosted by {PLANNED['country']}"], {}, True),
        ([f"chaired by {PLANNED['chair_country']}"], {}, True),
        (["hosted by RU"], {}, False),
        (["chaired by RU"], {}, False),
        ((), {"to": "2020"}, False),
        (["in Bishkek"], {}, False),
        (["held in-person"], {}, False),
        ((), {"has": ("2015-ufa",)}, False),
    ],
)
def test_what_is_announced_is_noted_and_not_counted(where, fields, told):
    """A summit of which no report was found is told of where it would be among those asked for."""
    found = ask(summits(*where, **fields))
    note = f"Announced, not recorded as held: 2026 in Kyrgyzstan (Bishkek). (sco sources {PLANNED['id']})"
    assert (note in found.notes) is told
    assert (set(PLANNED["sources"]) <= set(found.sources)) is told


def test_the_place_of_a_meeting_by_video_is_explained():
    """It is that from which it was chaired; said only if there is one among those found."""
    note = "Of a meeting held by video the place is that from which it was chaired."
    assert note in ask(summits("hosted by IN")).notes
    assert note not in ask(summits("hosted by KZ")).notes


def test_of_which_it_is_not_recorded_is_noted():
    """By name; where one summit is asked about, only of that."""
    found = ask(summits("attended by NP", from_="2015"))
    assert "Not recorded of Ufa 2015." in found.notes
    (note,) = (note for note in ask(summits("missed by NP")).notes if note.startswith("Not recorded of "))
    assert all(summit["city"] in note for summit in SUMMITS.values() if summit["start"] < "2015")
    assert "Not recorded of Ufa 2015." in ask(summits("attended by NP", has=("2015-ufa",))).notes
    assert not any("Not recorded" in note for note in ask(summits("attended by NP", has=("2025-tianjin",))).notes)


def test_the_sources_of_those_found_are_cited():
    """And of no others; where none is found, those of the organisation."""
    assert set(ask(summits("in Ufa,Qingdao")).sources) == sources(SUMMITS["2015-ufa"], SUMMITS["2018-qingdao"])
    assert set(ask(summits("hosted by AZ")).sources) == sources(ORGANIZATION)


def test_of_a_time_that_the_data_do_not_reach_a_note_says_so():
    """How far they reach."""
    found = ask(summits(from_="2026-03", to="2026-05", show="any"))
    assert any(note.startswith("The data reach to 1 September 2025") for note in found.notes)
    assert value(summits(from_="2019-01", to="2019-02", show="any")) is False


@pytest.mark.parametrize("show", ["largest", "smallest", "chairs"])
def test_whether_one_is_among_the_largest_is_not_asked(show):
    """It would otherwise be ignored."""
    with pytest.raises(QueryError):
        ask(summits(has=("2015-ufa",), show=show))


def test_a_period_that_ends_before_it_begins_is_refused():
    """It is a slip."""
    with pytest.raises(QueryError):
        ask(summits(from_="2015", to="2014"))


def test_the_names_of_countries_are_those_of_the_language():
    """A query of the data set in Russian gives Russian names."""
    found = answer(DATA.in_language("ru"), summits("hosted by IN"), "2026-01-01")
    assert "Индия" in found.text
    assert found.tables[0].rows[0][5] == "Индия"
