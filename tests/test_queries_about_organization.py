"""`sco about`: what the organisation is, by topic, on made-up records of every kind."""

import json

import pytest

from each import each
from mutants import WHOLE, WHOLE_TEXT
from scocli import records
from scocli.dataset import DataSet
from scocli.errors import NotUnderstood
from scocli.queries import answer
from scocli.queries.about import About
from scocli.queries.base import QueryError
from scocli.render import Look, told_beneath
from scocli.topics import TOPICS, find_topic, topic_key, topics
from second_council import ORGANIZATION, SOURCES

DATA = DataSet(records.read(WHOLE_TEXT))
BODIES = {body["id"]: body for body in WHOLE["organization"]["bodies"]}


def about(topic=None, **asked):
    """The answer on a topic."""
    return answer(DATA, About(topic=topic, **asked), "2026-01-01")


SAID = {
    ("sco", "main"): ("text", "Shanghai Cooperation Organisation", "The SCO is a made-up organisation."),
    ("aims", "main"): ("text", ["peace", "bread"], "Article 1 of the Charter of the SCO names 2 aims."),
    ("aims", "count"): ("number", 2, "Article 1 of the Charter of the SCO names 2 aims."),
    ("principles", "main"): ("text", ["patience"], "Article 2 of the Charter of the SCO names 1 principle."),
    ("shanghai-spirit", "main"): (
        "text",
        ["mutual trust", "equality"],
        "The Shanghai Spirit is mutual trust and equality; the Charter traces it to the meeting of 15 June 2001 in Shanghai.",
    ),
    ("shanghai-spirit", "date"): ("date", "2001-06-15", "The Charter traces the Shanghai Spirit to the meeting of 15 June 2001 in Shanghai."),
    ("decision-making", "main"): ("text", "consensus", "The SCO decides by consensus (Article 16 of its Charter). Nobody objects."),
    ("sco-day", "main"): ("text", "15 June", "SCO Day is 15 June, the anniversary of the founding in 2001."),
    ("heads-of-government", "main"): (
        "text",
        "Council of Heads of Government (Prime Ministers)",
        "The Council of Heads of Government (Prime Ministers) is a body of the SCO; it dates from 2003. Its task: approves the budget.",
    ),
    ("heads-of-government", "date"): ("date", "2003", "The Council of Heads of Government (Prime Ministers) dates from 2003."),
    ("heads-of-government", "meets"): ("text", "once a year", "How often the Council of Heads of Government (Prime Ministers) meets: once a year."),
    ("bank", "main"): (
        "text",
        "Development Bank",
        ("The Development Bank is to be a body of the SCO with its seat in Osh, Kyrgyzstan; it is agreed on and not yet at work "
        "(decided on 1 September 2025; agreement signed on 1 September 2025). Its task: lends."),
    ),
    ("bank", "city"): ("city", "Osh", "The seat of the Development Bank is to be Osh, Kyrgyzstan."),
    ("rats-directors", "last"): (
        "people",
        ["Yevgeny Sysoyev"],
        "The last director of the Executive Committee of the Regional Anti-Terrorist Structure on record is Yevgeny Sysoyev.",
    ),
    ("rats-directors", "main"): (
        "people",
        ["Vyacheslav Kasymov", "Yevgeny Sysoyev"],
        "The sources name 2 directors of the Executive Committee of the Regional Anti-Terrorist Structure: Vyacheslav Kasymov and Yevgeny Sysoyev.",
    ),
    ("asean", "main"): (
        "text",
        "memorandum",
        "The SCO Secretariat and the Association of Southeast Asian Nations (ASEAN) are tied by a memorandum (21 April 2005, Jakarta).",
    ),
    ("asean", "date"): (
        "date",
        "2005-04-21",
        "The SCO Secretariat and the Association of Southeast Asian Nations (ASEAN) are tied by a memorandum (21 April 2005, Jakarta).",
    ),
    ("ur", "main"): ("text", ["protocol", "resolution"], "The SCO and the Union of Rivers (UR) have 2 agreements and other ties on record, the first of 2010."),
    ("agreements", "count"): (
        "number",
        3,
        "The SCO has 3 agreements and other ties on record with 2 organisations.",
    ),
}  # fmt: skip


@each(("topic", "show"), SAID)
def test_a_topic_is_told_in_a_sentence_that_can_be_quoted(topic, show):
    """With its bare fact, and where it was read."""
    found = about(topic, show=show)
    assert (found.kind, found.value, found.text) == SAID[topic, show]
    assert list(found.sources) == SOURCES


@each(
    ("topic", "note"),
    [
        ("decision-making", "Medium confidence: made up."),
        ("sco", "Made up."),
        ("sco-day", "Made up."),
        ("shanghai-spirit", "Made up."),
        ("name", "'Shanghai Club': Made up."),
        ("rats-directors", "First and last named: days on which a source has the person in office. They are bounds, not a term."),
        ("asean", "Sources disagree: Made-up question on ASEAN? Followed here: One."),
        ("agreements", "Sources disagree: Made-up question on ASEAN? Followed here: One."),
    ],
)  # fmt: skip
def test_what_must_be_known_to_quote_it_rightly_is_noted(topic, note):
    """How sure it is, what was not read, and what sources disagree about."""
    found = about(topic)
    assert note in (*found.remarks, *(dispute.text for dispute in found.disputes))


def test_a_disagreement_about_one_organisation_is_not_told_of_another():
    """Nor of a body."""
    assert not about("ur").notes
    assert not about("heads-of-government").notes


def test_bounds_are_no_term():
    """The days on which sources name a director stand apart from those of a term, and neither is made of the other."""
    (table,) = about("rats-directors").tables
    assert [row[:6] for row in table.rows] == [
        ("Vyacheslav Kasymov", None, None, None, "2006-06-15", "2006-09-15"),
        ("Yevgeny Sysoyev", "Russia", "2016-01-01", "2018-12-31", None, None),
    ]


def test_the_bodies_that_work_are_counted_and_those_to_come_are_named_apart():
    """Each with its seat, since when it is, how often it meets and what for."""
    found = about("bodies")
    assert found.value == [body["name"] for body in BODIES.values()]
    assert found.text.startswith("The SCO has 3 bodies: SCO Secretariat, ")
    assert found.text.endswith("; to come: the Development Bank (agreed on and not yet at work).")
    assert about("bodies", show="count").value == 3
    assert found.tables[0].rows[3] == (
        "Development Bank",
        "Osh",
        "Kyrgyzstan",
        None,
        "agreed",
        None,
        "lends",
    )


def test_others_names_stand_behind_its_own():
    """What others call it is not what it is called."""
    found = about("name")
    assert found.value == "Shanghai Cooperation Organisation"
    assert found.text.endswith("(上合组织). Others also call it 'Shanghai Club'.")


def test_the_categories_are_told_apart_in_one_answer():
    """All of them, each with its meaning, and those that are gone with the day."""
    found = about("categories")
    assert found.value == ["member", "observer", "dialogue-partner", "partner"]
    assert "An observer was, to 1 September 2025, a state" in found.text
    assert "SCO partner is the one status short of membership" in found.text
    assert [row[0] for row in found.tables[0].rows] == found.value


@each(
    ("topic", "name", "value"),
    [
        ("agreements", "ASEAN", True),
        ("agreements", "Union of Rivers", True),
        ("agreements", "RATS", False),
        ("bodies", "RATS", True),
        ("bodies", "CHG", True),
        ("bodies", "ASEAN", False),
    ],
)
def test_what_is_in_a_list_is_found_by_any_of_its_names(topic, name, value):
    """A body among the bodies, another organisation among those with which there is an agreement."""
    assert about(topic, has=name).value is value


@pytest.mark.parametrize(("topic", "words"), [("bank", "Osh"), ("aims", "peac"), ("name", "ШОС")])
def test_what_only_stands_in_the_sentence_is_not_denied(topic, words):
    """It may be true of another fact than the one that is asked for."""
    with pytest.raises(QueryError, match="is only a part of the answer"):
        about(topic, has=words)
    assert about(topic, has="weather").value is False


def test_the_table_says_nothing_that_the_sentence_has_said():
    """Of the facts beside it those stand there that it does not tell; all are in the rows."""
    for show, kept in (("main", []), ("city", ["task"])):
        found = about("bank", show=show)
        shown = [row[0] for table in told_beneath(found, Look()) for row in table.rows]
        assert [fact for fact in shown if fact != "agreement"] == kept
        assert {"name", "city", "country", "task"} <= {row[0] for row in found.tables[0].rows}


def test_no_topic_has_a_name_twice():
    """Nor its own again, with 'SCO' in front or in capitals."""
    for topic, names in topics(DATA).items():
        if topic in BODIES:
            assert len({topic_key(name) for name in (topic, *names)}) == 1 + len(names)


def test_without_a_topic_all_topics_are_listed():
    """Each of which can be asked; and options go with a topic."""
    found = about()
    assert found.value == list(topics(DATA))
    assert [drawn.title for drawn in (*found.tables, *about("agreements").tables)] == [
        "Topics",
        "Agreements with other organisations",
    ]
    assert all(about(topic).text for topic in found.value)
    with pytest.raises(QueryError, match="lists the topics"):
        about(show="date")
    with pytest.raises(QueryError, match="is no topic"):
        about("weather")


def test_a_body_whose_name_is_that_of_several_meetings_is_told_in_the_plural():
    """As the Meetings of Heads of Ministries, of which the data tell no beginning."""
    fields = json.loads(WHOLE_TEXT)
    body = next(body for body in fields["organization"]["bodies"] if body["id"] == "heads-of-government")
    body["name"] = "Meetings of Prime Ministers"
    found = answer(DataSet(records.read(json.dumps(fields))), About(topic="heads-of-government"), "2026-01-01")
    assert found.text == (
        "The Meetings of Prime Ministers are a body of the SCO; they date from 2003. Their task: approves the budget."
    )


def test_what_the_data_do_not_tell_is_no_topic():
    """A data set without these facts has fewer topics."""
    fields = json.loads(WHOLE_TEXT)
    for part in ORGANIZATION:
        del fields["organization"][part]
    bare = DataSet(records.read(json.dumps(fields)))
    gone = {"sco", "aims", "principles", "shanghai-spirit", "decision-making", "sco-day", "rats-directors", "agreements", "asean", "ur"}  # fmt: skip
    assert set(topics(DATA)) - set(topics(bare)) == gone
    with pytest.raises(NotUnderstood, match="No topic is called 'aims'"):
        find_topic(bare, "aims")


@each(
    ("words", "topic"),
    [
        ("RATS", "rats"),
        ("SCO RATS", "rats"),
        ("Regional Anti-Terrorist Structure", "rats"),
        ("the Council of Heads of Government", "heads-of-government"),
        ("CHG", "heads-of-government"),
        ("heads of government", "heads-of-government"),
        ("Prime Ministers", "heads-of-government"),
        ("SCO aims", "aims"),
        ("SCO", "sco"),
        ("SCO Secretariat", "secretariat"),
        ("ASEAN", "asean"),
        ("Association of Southeast Asian Nations", "asean"),
        ("Shanghai Spirit", "shanghai-spirit"),
        ("Goals", "aims"),
        ("dialogue partner", "dialogue-partner"),
        ("Development bank", "bank"),
    ],
)
def test_a_topic_is_found_by_its_names(words, topic):
    """A body or another organisation by its name or what that is for short; hyphens and capitals aside."""
    assert find_topic(DATA, words) == topic


def test_what_is_no_topic_is_refused_with_what_is_near():
    """Never taken for another."""
    with pytest.raises(NotUnderstood, match=r"No topic is called 'rat'. Did you mean rats or rats-directors\?"):
        find_topic(DATA, "rat")


def test_no_two_topics_share_a_name():
    """Each of a topic's names means it alone."""
    for topic, names in topics(DATA).items():
        assert {find_topic(DATA, name) for name in (topic, *names)} == {topic}
    assert set(TOPICS) - {"permanent-bodies"} < set(topics(DATA))  # the frozen data do not say how often bodies meet
