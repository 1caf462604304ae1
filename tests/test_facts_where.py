"""The language of conditions: what is understood, and how the rest is refused."""

from random import Random

import pytest

from each import each
from facts import DATA
from mutants import FIELDS
from oracle import Oracle
from random_conditions import Draw
from scocli.errors import Ambiguous, NotUnderstood
from scocli.facts.conditions import (
    Among,
    AnyOf,
    Attended,
    AttendedBy,
    ByWhom,
    Change,
    Founder,
    Held,
    Not,
    Often,
    Role,
    Step,
)
from scocli.facts.presence import Manner
from scocli.facts.reading import ConditionError
from scocli.facts.time import Time
from scocli.facts.where import CLAUSES, parse, spell

ORACLE = Oracle(FIELDS)


@each(
    ("words", "condition"),
    [
        ("founder", Founder()),
        ("member", Held(("member",))),
        ("Members,observers", Held(("member", "observer"))),
        ('"dialogue partners" 2015', Held(("dialogue-partner",), "on", Time("2015", "2015"))),
        ("any", Held()),
        ("ever observer 2015..", Held(("observer",), "ever", Time("2015", None))),
        ("throughout member ..2010-07", Held(("member",), "throughout", Time(None, "2010-07"))),
        ("became member 2017..2023 at 2017-astana from any", Change("became", ("member",), Time("2017", "2023"), "2017-astana", ("any",))),
        ("left observer", Change("left", ("observer",))),
        ("applied", Step("applied")),
        ("opened member at Ufa", Step("opened", ("member",), at="2015-ufa")),
        ('signed 2016.. in "xi\'an",Goa', Step("signed", (), Time("2016", None), ("Xi'an", "Goa"))),
        ("attended", Attended()),
        ("attended 2024", Attended(time=Time("2024", "2024"))),
        ("attended 2024-astana as guest", Attended("2024-astana", Manner(("guest",)))),
        ("attended every 2010..2012", Attended(often="every", time=Time("2010", "2012"))),
        ('attended at least 2 times led by "prime minister","Xi Jinping",deputy by-video', Attended(None, Manner((), ("prime minister", "Xi Jinping", "deputy"), "video"), often=Often("at least", 2))),
        ("hosted exactly 1 time", Role("hosted", often=Often("exactly", 1))),
        ("not chaired ..2010", Not(Role("chaired", time=Time(None, "2010")))),
        ("IN,Pakistan", Among(("IN", "PK"))),
        ('"Viet Nam"', Among(("VN",))),
        ("founder or founder", Founder()),
        ("not founder or IN or hosted", Not(AnyOf((Founder(), Among(("IN",)), Role("hosted"))))),
        ("hosted 2017 , or founder".replace(" ,", ""), AnyOf((Role("hosted", time=Time("2017", "2017")), Founder()))),
    ],
)  # fmt: skip
def test_words_mean_a_condition(words, condition):
    """With any name that a thing has, a comma for 'or', and quotation marks around several words."""
    assert parse(DATA, words) == condition


@each(
    ("words", "condition"),
    [
        ("hosted by China,IN", ByWhom("hosted", ("CN", "IN"))),
        ('missed by "Narendra Modi"', ByWhom("missed", ("Narendra Modi",))),
        ("missed by 'Narendra Modi'", ByWhom("missed", ("Narendra Modi",))),
        ("missed by «Narendra Modi»", ByWhom("missed", ("Narendra Modi",))),
        ("attended by any as guest", AttendedBy((), Manner(("guest",)))),
        ("2024-astana,2025", Among(("2024-astana", "2025-tianjin"))),
    ],
)
def test_words_mean_a_condition_on_meetings(words, condition):
    """Countries and people by any of their names."""
    assert parse(DATA, words, "summits") == condition


@each("subjects", ["countries", "summits"])
@each("seed", range(60))
def test_what_a_condition_spells_means_the_condition(subjects, seed):
    """And its words are no longer than needed: they are spelled so again."""
    draw = Draw(ORACLE, Random(seed))
    condition = parse(DATA, draw.whole(draw.one if subjects == "countries" else draw.meeting).words, subjects)
    again = parse(DATA, spell(condition), subjects)
    assert again == condition
    assert spell(again) == spell(condition)


@each(
    ("words", "word", "said"),
    [
        ("", "", "The condition '' is not complete. It begins with 'not', 'founder',"),
        ("not", "", "The condition 'not' is not complete. Behind 'not' can stand 'founder', 'ever',"),
        ("became", "", "Behind 'became' can stand 'member', 'observer', 'dialogue-partner', 'partner' or 'any'."),
        ("became membr", "membr", "'membr' is not understood behind 'became'. Did you mean member?"),
        ("bcame member", "bcame", "Did you mean became?"),
        ("Irann", "Irann", "Did you mean Iran?"),
        ("became member 2017 in Astana", "in", "Behind 'became member 2017' can stand 'at', 'from' or 'or'."),
        ("hosted at least twice", "twice", "Behind 'hosted at least' can stand a number."),
        ("hosted at least 2", "", "Behind 'hosted at least 2' can stand 'times' or 'time'."),
        ("became member 2017 from member", "from", "Nobody can become a member state from being one."),
        ("attended as guest as member", "as", "'as' stands twice in 'attended as guest as member': a comma means 'or'"),
        ("IN,", "", "Behind 'IN,' can stand the name of a country."),
        ("signed in ,", ",", "',' is not understood behind 'signed in'."),
        ("IN,,PK", ",", "',' is not understood behind 'IN,'."),
        (
            "founder and member",
            "and",
            "'and' is not understood behind 'founder'. For 'and', give two conditions, each with its own option.",
        ),
        (
            "chaired more than 2 times",
            "more",
            "'more' is not understood behind 'chaired'. Say 'at least 3 times' for 'more than twice'.",
        ),
        ("chaired twice", "twice", "'twice' is not understood behind 'chaired'. Say 'exactly 2 times', "),
        ("hosted 2 times", "2", "'2' is not understood behind 'hosted'. Say 'exactly 2 times', "),
        (
            "chaired at least three times",
            "three",
            "'three' is not understood behind 'chaired at least'. A number stands in digits.",
        ),
        (
            "attended by AZ",
            "attended by AZ",
            "'attended by AZ' is a condition on summits: 'sco summits --where' takes it.",
        ),
        ("hosted by China", "hosted by China", "'hosted by China' is a condition on summits: "),
        ('signed in "New Delhi', '"', "A quotation mark is not closed"),
        ("member 2020..2010", "2020..2010", "The period '2020..2010' ends before it begins."),
        ("member 2020...2021", "2020...2021", "'2020...2021' is not understood behind 'member'."),
    ],
)
def test_words_that_are_no_condition_are_refused_with_what_there_could_be(words, word, said):
    """The word that is not understood, the nearest to it, and all that can stand in its place."""
    with pytest.raises(ConditionError) as refused:
        parse(DATA, words)
    assert said in str(refused.value)
    assert refused.value.word == word


@each(
    ("words", "said"),
    [
        ("attended as gest", "No capacity is called 'gest'. Did you mean guests?"),
        ("attended Atlantis", "No summit is called 'Atlantis'."),
        ("IN,Atlantis", "No country is called 'Atlantis'."),
        ("attended led by Nobody", "No rank, office or person is called 'Nobody'. Ranks are head-of-state, "),
        ("attended led by presidnet", "No rank, office or person is called 'presidnet'. Did you mean president?"),
        ("signed in Atlantis", "The data name no city called 'Atlantis'."),
    ],
)
def test_names_that_are_not_known_are_refused_as_everywhere(words, said):
    """By what finds them."""
    with pytest.raises(NotUnderstood, match=said):
        parse(DATA, words)


def test_a_number_of_a_summit_stands_in_digits():
    """And what stands in their place is refused with what could."""
    with pytest.raises(ConditionError, match=r"Behind 'number' can stand a number\."):
        parse(DATA, "number nine", "summits")


def test_a_condition_of_the_other_command_is_refused_with_that_command():
    """Countries and summits have conditions of their own."""
    with pytest.raises(
        ConditionError, match="'member' is a condition on countries: 'sco list --where' and 'sco status --is' take it"
    ):
        parse(DATA, "member", "summits")


def test_a_name_without_its_quotation_marks_is_refused_with_them():
    """Beside what is near to its first word."""
    with pytest.raises(
        NotUnderstood, match=r"Did you mean Syria or Sri Lanka\? A name of several words stands in quotation marks"
    ):
        parse(DATA, "IN,Sri Lanka")


def test_a_name_of_several_things_is_refused_with_all_of_them():
    """A city of several summits."""
    with pytest.raises(Ambiguous, match=r"2005-astana, 2011-astana"):
        parse(DATA, "attended Astana")


@pytest.mark.parametrize(
    ("subjects", "start"), [(subjects, start) for subjects in CLAUSES for start in CLAUSES[subjects]]
)
def test_every_beginning_of_a_clause_can_be_drawn(subjects, start):
    """So that no clause escapes the oracle."""
    random = Random(1)
    draw = Draw(ORACLE, random)
    clauses = [(draw.one if subjects == "countries" else draw.meeting)().words for _ in range(500)]
    assert any(f"{words} ".startswith(f"{start} ") for words in clauses)
