"""`sco about`: the organisation, its bodies and offices, and its categories, against the file alone."""

from datetime import date, timedelta

import pytest

from each import each
from facts import CATEGORIES, ORGANIZATION, ask, name, sources, value
from mutants import FIELDS
from scocli.days import spoken
from scocli.queries.about import About
from scocli.queries.base import QueryError

NOT_RECORDED = "not-recorded"

SECRETARIES = ORGANIZATION["secretaries_general"]
CHAIRS = ORGANIZATION["chairmanships"]
FOUNDED, CHARTER, BEFORE = (ORGANIZATION[part] for part in ("founded", "charter", "predecessor"))
LANGUAGES = ORGANIZATION["official_languages"]
SECRETARIAT, RATS = ({body["id"]: body for body in ORGANIZATION["bodies"]}[name] for name in ("secretariat", "rats"))
FOUNDERS = "China, Kazakhstan, Kyrgyzstan, Russia, Tajikistan and Uzbekistan"
FACTS = {
    ("founding", "main"): ("date", FOUNDED["date"], FOUNDED),
    ("founding", "date"): ("date", FOUNDED["date"], FOUNDED),
    ("founding", "city"): ("city", FOUNDED["city"], FOUNDED),
    ("founding", "countries"): ("countries", FOUNDED["founders"], FOUNDED),
    ("founding", "count"): ("number", len(FOUNDED["founders"]), FOUNDED),
    ("founding", "document"): ("text", FOUNDED["document"], FOUNDED),
    ("charter", "main"): ("date", CHARTER["signed"], CHARTER),
    ("charter", "date"): ("date", CHARTER["signed"], CHARTER),
    ("charter", "city"): ("city", CHARTER["city"], CHARTER),
    ("charter", "in-force"): ("date", CHARTER["in_force"], CHARTER),
    ("languages", "main"): ("languages", LANGUAGES["codes"], LANGUAGES),
    ("languages", "count"): ("number", len(LANGUAGES["codes"]), LANGUAGES),
    ("predecessor", "main"): ("text", BEFORE["name"], BEFORE),
    ("predecessor", "date"): ("date", BEFORE["founded"], BEFORE),
    ("predecessor", "countries"): ("countries", BEFORE["members"], BEFORE),
    ("predecessor", "count"): ("number", len(BEFORE["members"]), BEFORE),
    ("predecessor", "city"): ("city", BEFORE["summits"][0]["city"], BEFORE["summits"][0]),
    ("website", "main"): ("text", ORGANIZATION["website"], ORGANIZATION),
    ("name", "main"): ("text", ORGANIZATION["names"]["en"], ORGANIZATION),
    ("secretariat", "main"): ("text", SECRETARIAT["name"], SECRETARIAT),
    ("secretariat", "city"): ("city", SECRETARIAT["city"], SECRETARIAT),
    ("secretariat", "country"): ("countries", [SECRETARIAT["country"]], SECRETARIAT),
    ("secretariat", "date"): ("date", SECRETARIAT["since"], SECRETARIAT),
    ("rats", "main"): ("text", RATS["name"], RATS),
    ("rats", "city"): ("city", RATS["city"], RATS),
    ("rats", "country"): ("countries", [RATS["country"]], RATS),
    ("rats", "date"): ("date", RATS["since"], RATS),
    ("rats", "agreement"): ("date", RATS["agreement"], RATS),
}
TEXTS = {
    ("founding", "main"): f"The SCO was founded in Shanghai on 15 June 2001 by {FOUNDERS}.",
    ("founding", "count"): f"The SCO was founded on 15 June 2001 by 6 states: {FOUNDERS}.",
    ("charter", "in-force"): "The Charter, signed on 7 June 2002, has been in force since 19 September 2003.",
    ("languages", "main"): "The official languages of the SCO are Russian and Chinese.",
    ("languages", "count"): "The SCO has 2 official languages: Russian and Chinese.",
    (
        "secretariat",
        "main",
    ): "The SCO Secretariat is a body of the SCO with its seat in Beijing, China; it dates from 15 January 2004.",
    ("secretariat", "city"): "The seat of the SCO Secretariat is Beijing, China.",
    (
        "rats",
        "main",
    ): "The Regional Anti-Terrorist Structure (RATS) is a body of the SCO with its seat in Tashkent, Uzbekistan; it dates from 17 June 2004.",
    ("rats", "date"): "The Regional Anti-Terrorist Structure dates from 17 June 2004.",
    ("rats", "agreement"): "The agreement on the Regional Anti-Terrorist Structure was signed on 7 June 2002.",
    ("predecessor", "city"): "The Shanghai Five first met in Shanghai on 26 April 1996.",
}


@each(("topic", "show"), FACTS)
def test_a_fact_of_the_organisation_is_that_of_the_record(topic, show):
    """With the sources of the record that it stands in, and no others."""
    kind, expected, record = FACTS[topic, show]
    found = ask(About(topic=topic, show=show))
    assert (found.kind, found.value) == (kind, expected)
    assert set(found.sources) == sources(record)


@each(("topic", "show"), TEXTS)
def test_a_fact_of_the_organisation_is_told_in_a_sentence(topic, show):
    """Names by which people know things, days spoken."""
    assert ask(About(topic=topic, show=show)).text == TEXTS[topic, show]


@each("topic", ["founding", "charter", "languages", "secretariat", "rats", "predecessor"])
def test_all_facts_of_a_topic_are_told(topic):
    """Each that is a word, a day or names, and where it was read; how many are named can be counted."""
    found = ask(About(topic=topic))
    (table,) = found.tables
    told = dict(
        zip(
            (row[0] for row in table.rows), zip((row[1] for row in table.rows), table.sources, strict=True), strict=True
        )
    )
    for show in (show for known, show in FACTS if known == topic and show not in ("all", "main")):
        fact = ask(About(topic=topic, show=show))
        if fact.kind != "number":
            cell, read = told[show.replace("-", " ")]
            assert cell == fact.value if isinstance(fact.value, str) else cell in fact.text
            assert read == tuple(fact.sources)


def test_a_fact_that_a_topic_does_not_have_is_refused():
    """With those that it has."""
    with pytest.raises(QueryError, match="'about charter' shows city, date or in-force, not country"):
        ask(About(topic="charter", show="country"))
    with pytest.raises(QueryError, match="'about secretariat' shows all, city, country or date, not agreement"):
        ask(About(topic="secretariat", show="agreement"))
    with pytest.raises(QueryError, match="'about member' shows main, date, until or exists, not city"):
        ask(About(topic="member", show="city"))


@pytest.mark.parametrize(("topic", "record"), [("languages", LANGUAGES), ("rats", RATS), ("secretariat", SECRETARIAT)])
def test_what_fields_cannot_say_is_noted(topic, record):
    """The note of the record, where it has one."""
    assert record.get("note") in (None, *ask(About(topic=topic)).remarks)
    assert None not in ask(About(topic=topic)).remarks


@each(
    "topic", ["predecessor", "rats", "languages", "secretary-general", "chairmanship", "observer", "dialogue-partner"]
)
def test_what_is_disputed_is_noted(topic):
    """Every disagreement of sources about the topic, and no other; of an office, about those who are shown."""
    about = [conflict["about"] for conflict in FIELDS["conflicts"] if topic in conflict["concerns"]]
    show = "all" if topic in ("secretary-general", "chairmanship") else "main"
    assert [dispute.about for dispute in ask(About(topic=topic, show=show)).disputes] == about
    assert ask(About(topic="charter")).disputes == ()


# ---- the predecessor's meetings


@each("met", BEFORE["summits"])
def test_a_meeting_of_the_predecessor_is_found_by_its_year(met):
    """Its day and its place, with what is noted of it, and what is disputed about them all."""
    for show, expected in (("main", ("date", met["date"])), ("city", ("city", met["city"]))):
        found = ask(About(topic="predecessor", show=show, on=met["date"][:4]))
        assert (found.kind, found.value) == expected
        assert found.text == f"The Shanghai Five met in {met['city']} on {spoken(met['date'])}."
        assert set(found.sources) == sources(met)
        assert met.get("note") in (None, *found.remarks)
        disputes = [conflict["about"] for conflict in FIELDS["conflicts"] if "predecessor" in conflict["concerns"]]
        assert [dispute.about for dispute in found.disputes] == disputes
        assert [row[:3] for row in found.tables[0].rows] == [
            (other["date"], other["city"], name(other["country"])) for other in BEFORE["summits"]
        ]


def test_the_first_and_the_last_meeting_of_the_predecessor_are_found():
    """And a year without one is refused."""
    assert value(About(topic="predecessor", show="first")) == BEFORE["summits"][0]["date"]
    assert value(About(topic="predecessor", show="last")) == BEFORE["summits"][-1]["date"]
    with pytest.raises(QueryError, match="no meeting then"):
        ask(About(topic="predecessor", on="2001"))


# ---- categories


@each("category", CATEGORIES.values())
def test_a_category_is_told_with_its_meaning_and_its_days(category):
    """Its first day and its last, or that it has none."""
    found = ask(About(topic=category["id"]))
    assert (found.kind, found.value) == ("category", category["id"])
    assert ask(About(topic=category["id"], show="all")).text == found.text
    assert category["meaning"][1:] in found.text
    assert value(About(topic=category["id"], show="date")) == category["introduced"]
    assert value(About(topic=category["id"], show="until")) == category.get("retired", "none")
    assert spoken(category.get("retired", category["introduced"])) in found.text
    assert category.get("note") in (None, *found.remarks)
    rows = [("meaning", category["meaning"]), ("introduced", category["introduced"])]
    assert list(found.tables[0].rows) == rows + ([("retired", category["retired"])] if "retired" in category else [])
    assert sources(category) <= set(found.sources)


@each("category", CATEGORIES.values())
def test_a_category_exists_from_its_first_day_until_it_is_retired(category):
    """On its first day, not on the eve; on its last day, not on that of the merger."""
    introduced, retired = category["introduced"], category.get("retired")
    days = {introduced: True, eve(introduced): False}
    if retired:
        days |= {retired: False, eve(retired): True}
    for day, exists in days.items():
        found = ask(About(topic=category["id"], show="exists", on=day))
        assert (found.kind, found.value, found.on) == ("yes-no", exists, day)
        assert f" {'existed' if exists else 'did not exist'} on " in found.text
    today = ask(About(topic=category["id"], show="exists"))
    assert f" {'does not exist; it existed ' if retired else 'exists, since '}" in today.text


def eve(day):
    """The day before."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def test_what_a_category_was_merged_into_is_told():
    """And since when the others exist."""
    assert ask(About(topic="observer", show="date")).text == (
        "The category of observers existed from 17 June 2004 to 1 September 2025, when it was merged into SCO partners."
    )
    assert (
        ask(About(topic="member", show="until")).text == "The category of member states has existed since 15 June 2001."
    )
    assert ask(About(topic="partner")).text.startswith("SCO partner is the one status short of membership since 2025, ")
    assert ask(About(topic="member")).text.startswith("A member state of the SCO is a state that founded ")


# ---- offices


def in_office(day):
    """Who is Secretary-General on a day; a term whose days are known by year or month counts from its first to its last."""
    return [t for t in SECRETARIES if t["since"] <= day and day[: len(t.get("until", ""))] <= t.get("until", "")] or [
        t for t in SECRETARIES if t["since"] <= day and "until" not in t
    ]


@each(
    "day",
    ["2004-01-15", "2006-12-31", "2007-01-01", "2009-12-31", "2010-01-31", "2012-12-31", "2015-06-01", "2021-12-31", "2022-01-01", "2025-06-01"],
)  # fmt: skip
def test_the_secretary_general_of_a_day_is_in_office(day):
    """From the first day of the term to the last, both included."""
    (term,) = in_office(day)
    found = ask(About(topic="secretary-general", on=day))
    assert (found.kind, found.value, found.on) == ("people", [term["name"]], day)
    assert set(found.sources) == sources(term)
    assert value(About(topic="secretary-general", on=day, show="country")) == [term["country"]]
    assert value(About(topic="secretary-general", on=day, show="since")) == term["since"]
    assert value(About(topic="secretary-general", on=day, show="until")) == term.get("until", "none")


def test_before_the_secretariat_there_was_no_secretary_general():
    """Nobody, and before the founding no organisation."""
    assert value(About(topic="secretary-general", on="2004-01-14")) == []
    assert ask(About(topic="secretary-general", on="2001-06-14")).text.startswith("The SCO did not exist yet")


@each("number", range(len(SECRETARIES)))
def test_a_secretary_general_is_found_by_name_and_has_neighbours(number):
    """The term of the one named, who came before and who came after."""
    term = SECRETARIES[number]
    asked = {"topic": "secretary-general", "person": term["name"]}
    assert value(About(**asked)) == [term["name"]]
    assert value(About(**asked, show="since")) == term["since"]
    before = [SECRETARIES[number - 1]["name"]] if number else []
    after = [other["name"] for other in SECRETARIES[number + 1 : number + 2]]
    assert value(About(**asked, show="previous")) == before
    assert value(About(**asked, show="next")) == after
    assert value(About(topic="secretary-general", on=term["since"], show="next")) == after
    assert [row[-1] for row in ask(About(**asked)).tables[0].rows] == [term.get("note")]


def test_all_holders_of_an_office_are_listed_and_counted():
    """As people, countries or number, in a period if one is named."""
    everybody = ask(About(topic="secretary-general", show="all"))
    assert everybody.value == sorted({term["name"] for term in SECRETARIES})
    assert [row[2] for row in everybody.tables[0].rows] == [term["name"] for term in SECRETARIES]
    assert value(About(topic="secretary-general", show="count")) == len(SECRETARIES)
    countries = ask(About(topic="secretary-general", show="countries"))
    assert (countries.kind, countries.value) == ("countries", sorted({term["country"] for term in SECRETARIES}))
    assert value(About(topic="secretary-general", show="count", from_="2010", to="2012")) == 1
    assert value(About(topic="secretary-general", show="all", from_="2009", to="2010")) == [
        "Bolat Nurgaliyev",
        "Muratbek Imanaliev",
    ]
    assert value(About(topic="secretary-general", show="all", from_="2025")) == ["Nurlan Yermekbayev"]
    assert value(About(topic="secretary-general", show="all", to="2003")) == []
    first, second = SECRETARIES[:2]
    for last, names in ((second["since"], {first["name"], second["name"]}), (first["until"], {first["name"]})):
        assert {*value(About(topic="secretary-general", show="all", to=last))} == names
    assert value(About(topic="secretary-general", show="all", country="CN")) == ["Zhang Deguang", "Zhang Ming"]


def test_the_first_and_the_last_holder_are_found():
    """Of an office, or of a country."""
    assert value(About(topic="secretary-general", show="first")) == ["Zhang Deguang"]
    assert value(About(topic="secretary-general", show="last")) == ["Nurlan Yermekbayev"]
    assert value(About(topic="secretary-general", show="last", country="CN")) == ["Zhang Ming"]
    assert ask(About(topic="chairmanship", show="first", country="RU")).tables[0].rows[0][0] == "2008-08-28"


@each("term", [t for t in CHAIRS if "since" in t])
def test_the_chair_is_held_from_one_hand_over_to_the_next(term):
    """On the first day by the one who took it and the one who chaired the summit of that day, on the last day no longer alone."""
    found = ask(About(topic="chairmanship", on=term["since"]))
    before = [other for other in CHAIRS if other.get("until") == term["since"]]
    assert (found.kind, found.value) == ("countries", sorted(t["country"] for t in (*before, term)))
    assert set(found.sources) == sources(*before, term)
    last = eve(term["until"]) if "until" in term else None
    assert value(About(topic="chairmanship", on=last)) == [term["country"]]


def test_where_nothing_was_read_of_the_chair_nobody_is_named():
    """Between June 2004 and July 2005, and before May 2003, when it is not known since when Kazakhstan held it."""
    assert value(About(topic="chairmanship", on="2004-12-31")) == []
    assert value(About(topic="chairmanship", on="2002-12-31")) == []
    assert ask(About(topic="chairmanship", show="all")).tables[0].rows[0][0] is None
    early = ask(About(topic="chairmanship", show="all", to="2004"))
    assert "Kazakhstan (from a day not recorded to 29 May 2003)" in early.text
    number = len(ORGANIZATION["chairmanships"])
    assert ask(About(topic="chairmanship", show="all")).text == f"{number} terms as chair of the SCO are recorded."


@each(
    ("asked", "said"),
    [
        ({"show": "next", "on": "2003-12"}, "not recorded from 17 June 2004 to 5 July 2005"),
        ({"show": "previous", "on": "2005-12"}, "not recorded from 17 June 2004 to 5 July 2005"),
        ({"show": "first"}, "not recorded from 15 June 2001 to 29 May 2003"),
        ({"show": "next", "on": "2002"}, "not recorded from 15 June 2001 to 29 May 2003"),
        ({"show": "previous", "on": "2003-05-29"}, "not recorded from 15 June 2001 to 29 May 2003"),
        ({"show": "next"}, "not recorded"),
    ],
)
def test_a_term_that_is_not_known_is_said_to_be_not_known(asked, said):
    """It is not skipped: what comes after the last term that was read is not the next one that was."""
    found = ask(About(topic="chairmanship", **asked))
    assert found.value == []
    assert found.text.endswith(f" is {said}.")
    assert ask(About(topic="chairmanship", has="RU", **asked)).value == NOT_RECORDED


@each(
    ("on", "show", "code"),
    [
        ("2004-12", "next", "CN"),
        ("2004-12", "previous", "UZ"),
        ("2023-07-04", "next", "CN"),
        ("2023-07-04", "previous", "UZ"),
    ],
)
def test_what_is_beside_a_term_that_is_not_known_or_a_hand_over_is_known(on, show, code):
    """Between two summits that follow each other there was one term, whose neighbours are on record."""
    assert value(About(topic="chairmanship", on=on, show=show)) == [code]


@pytest.mark.parametrize(
    "asked", [{"on": "2024-01-01", "show": "previous"}, {"on": "2001-06-15", "show": "previous"}, {"show": "last"}]
)
def test_what_is_not_known_of_other_times_leaves_a_term_that_is_known_no_question(asked):
    """Russia may have held the chair in 2002 or 2004, but not in these places; before the founding nobody did."""
    assert value(About(topic="chairmanship", has="RU", **asked)) is False


def test_whether_a_country_held_the_chair_is_answered_with_all_who_held_it_that_day():
    """The table has whom the sentence names."""
    found = ask(About(topic="chairmanship", on="2023-07-04", has="IN"))
    assert [row[2] for row in found.tables[0].rows] == ["India", "Kazakhstan"]
    assert all(f"{country} (from" in found.text for country in ("India", "Kazakhstan"))


def test_on_the_day_of_a_hand_over_both_held_the_chair():
    """Of a summit whose last day it is; whoever took the chair may not be recorded. The present chair is one."""
    assert value(About(topic="chairmanship", on="2023-07-04", has="IN")) is True
    assert value(About(topic="chairmanship", on="2023-07-04", has="KZ")) is True
    assert value(About(topic="chairmanship", on="2023-07-03", has="KZ")) is False
    found = ask(About(topic="chairmanship", on="2004-06-17"))
    assert found.value == ["UZ"]
    assert found.text.endswith("(from 29 May 2003 to 17 June 2004); not recorded from 17 June 2004 to 5 July 2005.")
    assert value(About(topic="chairmanship")) == [CHAIRS[-1]["country"]]
    with pytest.raises(QueryError, match="India and Kazakhstan both held it that day"):
        ask(About(topic="chairmanship", on="2023-07-04", show="since"))
    assert value(About(topic="chairmanship", on="2023-07-04", country="IN", show="since")) == "2022-09-16"


@each(
    ("asked", "answer"),
    [
        ({"from_": "2020", "to": "2030", "has": "BD"}, NOT_RECORDED),
        ({"from_": "2020", "to": "2030", "has": "RU"}, True),
        ({"from_": "2020", "has": "BD"}, False),
        ({"from_": "1990", "to": "2000", "has": "RU"}, False),
        ({"from_": "2030", "has": "RU"}, NOT_RECORDED),
    ],
)
def test_of_a_time_that_the_data_do_not_reach_no_chair_is_denied(asked, answer):
    """Also where it begins within what they cover."""
    assert value(About(topic="chairmanship", show="all", **asked)) == answer


def test_how_often_a_country_held_the_chair_is_counted():
    """And a date of one of several terms has to be said by a day."""
    terms = [term for term in CHAIRS if term["country"] == "KZ"]
    assert value(About(topic="chairmanship", country="KZ", show="count")) == len(terms)
    assert value(About(topic="chairmanship", show="count")) == len(CHAIRS)
    with pytest.raises(QueryError, match="Kazakhstan held it more than once"):
        ask(About(topic="chairmanship", country="KZ", show="since"))
    assert value(About(topic="chairmanship", country="KZ", show="since", on="2011-01-01")) == "2010-06-11"
    assert value(About(topic="chairmanship", country="IN", show="since")) == "2022-09-16"
    assert value(About(topic="chairmanship", country="AZ", show="since")) == "none"


@each(
    ("asked", "codes"),
    [
        ({"country": "IN", "show": "next"}, ["KZ"]),
        ({"country": "IN", "show": "previous"}, ["UZ"]),
        ({"on": "2024-01-01", "show": "next"}, ["CN"]),
        ({"on": "2024-01-01", "show": "previous"}, ["IN"]),
        ({"country": "RU", "show": "next", "from_": "2015", "to": "2015"}, ["UZ"]),
        ({"country": "RU", "show": "previous", "from_": "2014", "to": "2014"}, ["TJ"]),
        ({"country": "RU", "show": "previous", "from_": "2015", "to": "2015"}, ["TJ"]),
        ({"country": "RU", "show": "previous", "from_": "2017", "to": "2017"}, []),
        ({"show": "next"}, []),
        ({"show": "countries", "from_": "2010-06-11", "to": "2011-06-14"}, ["KZ", "UZ"]),
        ({"show": "countries", "from_": "2011-06-16", "to": "2012-06-06"}, ["CN"]),
    ],
)
def test_who_held_the_chair_before_and_after_is_told(asked, codes):
    """Of the term of a day, of a country, or of the one that began or ended in a period, else of that held in it."""
    found = ask(About(topic="chairmanship", **asked))
    assert (found.kind, found.value) == ("countries", codes)


@each(
    ("asked", "text"),
    [
        ({"topic": "secretary-general", "on": "2014"}, "Dmitry Mezentsev was Secretary-General of the SCO on 31 December 2014 (from 1 January 2013 to 31 December 2015)."),
        ({"topic": "secretary-general"}, "Nurlan Yermekbayev has been Secretary-General of the SCO since 1 January 2025."),
        ({"topic": "secretary-general", "on": "2014", "show": "country"}, "Dmitry Mezentsev, Secretary-General of the SCO from 1 January 2013 to 31 December 2015, is from Russia."),
        ({"topic": "chairmanship", "on": "2024-01-01"}, "Kazakhstan was chair of the SCO on 1 January 2024 (from 4 July 2023 to 4 July 2024)."),
    ],
)  # fmt: skip
def test_an_office_is_told_in_a_sentence(asked, text):
    """Who, for which day, from when to when."""
    assert ask(About(**asked)).text == text


@each(
    ("asked", "text"),
    [
        ({"has": "IN"}, "Yes: India was chair of the SCO from 16 September 2022 to 4 July 2023."),
        ({"has": "KG", "from_": "2020"}, "Yes: Kyrgyzstan has been chair of the SCO since 1 September 2025."),
        ({"has": "KZ", "to": "2010"}, "Yes: Kazakhstan was chair of the SCO from a day not recorded to 29 May 2003 and from 11 June 2010 to 15 June 2011."),
        ({"has": "AZ", "from_": "2024-05"}, "No: Azerbaijan is not among the chairs of the SCO on record since 1 May 2024 (Kazakhstan, China and Kyrgyzstan)."),
        ({"has": "Vladimir Norov", "topic": "secretary-general"}, "Yes: Vladimir Norov was Secretary-General of the SCO from 1 January 2019 to 31 December 2021."),
        ({"has": "CN", "topic": "secretary-general", "show": "countries"}, "Yes: China provided the Secretary-General of the SCO: Zhang Deguang (from 15 January 2004 to 31 December 2006) and Zhang Ming ("),
    ],
)  # fmt: skip
def test_whether_somebody_held_an_office_is_told_of_that_one(asked, text):
    """With the days, and no other holder beside."""
    found = ask(About(**{"topic": "chairmanship", "show": "all"} | asked))
    assert found.text.startswith(text)
    if found.value:
        country = "Uzbekistan" if asked["has"] == "Vladimir Norov" else name(asked["has"])
        assert {row[-3] for row in found.tables[0].rows} == {country}


@each(
    ("asked", "answer"),
    [
        (
            {"has": "KZ", "to": "2001"},
            "not-recorded",
        ),  # it is on record as chair of one day of 2003, not from when on
        ({"has": "KZ", "from_": "2003", "to": "2003"}, True),
        ({"has": "CN", "from_": "2002", "to": "2002"}, "not-recorded"),
        ({"has": "RU", "from_": "2004", "to": "2004"}, "not-recorded"),
        ({"has": "UZ", "from_": "2004", "to": "2004"}, True),
        ({"has": "RU", "from_": "2006", "to": "2006"}, False),
        ({"has": "AZ", "from_": "2004", "to": "2004"}, False),  # the chair is a member state's
        ({"has": "PK"}, False),
        ({"has": "IN", "from_": "2100"}, "not-recorded"),
        ({"has": "RU", "on": "2004-12-31", "show": "main"}, "not-recorded"),
        ({"has": "AZ", "on": "2004-12-31", "show": "main"}, False),
        ({"has": "RU", "on": "2000", "show": "main"}, False),
        ({"has": "Vladimir Norov", "on": "2003", "show": "main", "topic": "secretary-general"}, False),
        ({"has": "Vladimir Norov", "from_": "2030", "topic": "secretary-general"}, "not-recorded"),
    ],
)
def test_of_days_of_which_nothing_is_recorded_nobody_is_denied_the_chair(asked, answer):
    """Between terms, before one whose beginning is not recorded, and beyond the data."""
    found = ask(About(**{"topic": "chairmanship", "show": "all"} | asked))
    assert (found.kind, found.value) == ("yes-no", answer)
    assert found.text.startswith({True: "Yes: ", False: "No: ", "not-recorded": "Not recorded: "}[answer])


def test_of_when_nothing_is_recorded_of_the_chair_is_told():
    """As far as it is asked about; what is not known is not counted as none."""
    said = "Nothing is recorded of the chair from 15 June 2001 to 28 May 2003 and from 17 June 2004 to 4 July 2005."
    assert said in ask(About(topic="chairmanship", show="all")).notes
    early = ask(About(topic="chairmanship", show="all", to="2001"))
    assert early.text == "Who was chair of the SCO up to 31 December 2001 is not recorded."
    assert "Nothing is recorded of the chair from 15 June 2001 to 31 December 2001." in early.notes
    assert not any(
        "Nothing is recorded" in note for note in ask(About(topic="chairmanship", show="all", from_="2006")).notes
    )
    none = ask(About(topic="secretary-general", show="count", to="2002"))
    assert (none.value, none.text) == (
        0,
        "No terms as Secretary-General of the SCO up to 31 December 2002 are recorded.",
    )


def test_of_a_year_the_other_holders_stand_in_the_rows():
    """The answer is for its last day; who held the office before in that year is told too."""
    of_2016 = ask(About(topic="chairmanship", on="2016"))
    assert (of_2016.value, [row["code"] for row in of_2016.to_rows()]) == (["KZ"], ["UZ", "KZ"])
    assert [row["code"] for row in ask(About(topic="chairmanship", on="2016", has="UZ")).to_rows()] == ["UZ", "KZ"]
    alone = {"2016-12-31": ["KZ"], "2002": []}
    for day, codes in alone.items():
        assert [row["code"] for row in ask(About(topic="chairmanship", on=day)).to_rows()] == codes
    for year in ("2018", "2019"):
        assert len(ask(About(topic="secretary-general", on=year)).to_rows()) == 1


@each(
    ("asked", "text"),
    [
        ({"topic": "secretary-general", "on": "2003"}, "There was no Secretary-General of the SCO on record on 31 December 2003: the first term began on 15 January 2004."),
        ({"topic": "secretary-general", "on": "2014", "show": "next"}, "Rashid Alimov was Secretary-General of the SCO after Dmitry Mezentsev (that of 31 December 2014), from 1 January 2016 to 31 December 2018."),
        ({"topic": "secretary-general", "person": "Zhang Ming", "show": "previous"}, "Vladimir Norov was Secretary-General of the SCO before Zhang Ming, from 1 January 2019 to 31 December 2021."),
        ({"topic": "chairmanship", "on": "2023-07-03", "show": "next"}, "Kazakhstan was chair of the SCO after India (that of 3 July 2023), from 4 July 2023 to 4 July 2024."),
        ({"topic": "chairmanship", "on": "2023-07-04", "show": "previous"}, "Uzbekistan was chair of the SCO before India and Kazakhstan (those of 4 July 2023), from 17 September 2021 to 16 September 2022."),
        ({"topic": "chairmanship", "on": "2004-12", "show": "previous"}, "Uzbekistan was chair of the SCO before that of 31 December 2004, from 29 May 2003 to 17 June 2004."),
        ({"topic": "chairmanship", "on": "2001-06-15", "show": "previous"}, "There was no chair of the SCO before that of 15 June 2001."),
        ({"topic": "chairmanship", "country": "KZ", "from_": "2015", "to": "2017", "show": "next"}, "China was chair of the SCO after Kazakhstan from 2015 to 2017, from 9 June 2017 to 10 June 2018."),
        ({"topic": "chairmanship", "from_": "2015", "to": "2015", "show": "next"}, "Uzbekistan was chair of the SCO after those in 2015, from 10 July 2015 to 24 June 2016."),
        ({"topic": "chairmanship", "country": "PK"}, "No term of Pakistan as chair of the SCO is recorded."),
        ({"topic": "chairmanship", "country": "IN", "show": "count"}, "1 term of India as chair of the SCO is recorded."),
    ],
)  # fmt: skip
def test_an_office_says_whose_term_is_meant(asked, text):
    """Before or after whom, of whom none is recorded, and that terms are counted."""
    assert ask(About(**asked)).text == text


def test_an_office_is_told_as_of_the_last_day_that_the_data_reach():
    """Where a later day is named; of a day of theirs, or where none is named, nothing is said."""
    assert "since 1 January 2025 (as of 1 September 2025)." in ask(About(topic="secretary-general", on="2030")).text
    assert "as of" not in ask(About(topic="secretary-general", on="2014")).text
    assert "as of" not in ask(About(topic="secretary-general")).text


# ---- whether something is the answer


@each(
    ("asked", "yes"),
    [
        ({"topic": "founding", "show": "city", "has": "Shanghai"}, True),
        ({"topic": "founding", "show": "city", "has": "shanghai"}, True),
        ({"topic": "founding", "show": "city", "has": "Shang"}, False),
        ({"topic": "founding", "has": "2001"}, True),
        ({"topic": "founding", "has": "2001-06"}, True),
        ({"topic": "founding", "has": "2001-06-15"}, True),
        ({"topic": "founding", "has": "2001-06-16"}, False),
        ({"topic": "founding", "show": "countries", "has": "KZ"}, True),
        ({"topic": "founding", "show": "countries", "has": "Kazakhstan"}, True),
        ({"topic": "founding", "show": "countries", "has": "IN"}, False),
        ({"topic": "founding", "show": "count", "has": "6"}, True),
        ({"topic": "languages", "has": "ru"}, True),
        ({"topic": "languages", "has": "Chinese"}, True),
        ({"topic": "languages", "has": "en"}, False),
        ({"topic": "secretary-general", "on": "2014", "has": "Dmitry Mezentsev"}, True),
        ({"topic": "secretary-general", "on": "2014", "has": "Zhang Ming"}, False),
        ({"topic": "chairmanship", "on": "2024-01-01", "has": "KZ"}, True),
        ({"topic": "observer", "show": "until", "has": "2025"}, True),
        ({"topic": "member", "show": "until", "has": "2025"}, False),
    ],
)
def test_whether_something_is_the_answer_is_told(asked, yes):
    """A city, a country, a person or a language by code or name; a date by its year, month or day."""
    found = ask(About(**asked))
    assert (found.kind, found.value) == ("yes-no", yes)
    assert found.text.startswith("Yes: " if yes else "No: ")


def test_what_is_no_date_cannot_be_that_of_the_founding():
    """It is refused with what could be asked."""
    with pytest.raises(QueryError, match="the answer is a date, and 'Shanghai' is none"):
        ask(About(topic="founding", has="Shanghai"))
