"""What the answers share: command lines, what goes with what, days, words and offices."""

import csv
import re
import shlex
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from pathlib import Path
from typing import ClassVar

import pytest

from drawn import answer_to, run
from each import each
from facts import CAME, DATA, FIELDS, SUMMITS, THROUGH, ask
from scocli.cli.app import function
from scocli.cli.meanings import meant
from scocli.cli.parameters import parameters
from scocli.days import Period
from scocli.errors import ScoError
from scocli.facts.conditions import Among, AnyOf, Attended, Founder, Held, Not, Role
from scocli.facts.nouns import OFFICES
from scocli.facts.presence import Manner, holds_office
from scocli.facts.select import Has
from scocli.facts.time import Time
from scocli.queries import VERBS, query_type
from scocli.queries.about import About
from scocli.queries.attendance import Attendance
from scocli.queries.base import Query, QueryError, command_line
from scocli.queries.changes import Changes
from scocli.queries.common import (
    Draft,
    beyond_data,
    moment,
    plural,
    time_between,
    yes_no,
)
from scocli.queries.countries import Countries
from scocli.queries.overview import Overview
from scocli.queries.presence import coverage_gap, manner_of
from scocli.queries.sources import Sources
from scocli.queries.status import Status
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits
from scocli.queries.words import HasCountries, OnCountries, check_words, taken

ROLES = {
    "President": {"president"},
    "Acting President": {"president"},
    "President (of the transitional government)": {"president"},
    "Acting President and Prime Minister": {"president", "prime minister"},
    "Prime Minister": {"prime minister"},
    "Minister of Foreign Affairs": {"foreign minister"},
    "Acting Minister of Foreign Affairs": {"foreign minister"},
    "Minister of External Affairs": {"foreign minister"},
    "Vice-President": {"vice-president"},
    "Emir": {"emir"},
    "First Deputy Prime Minister": set(),
    "Minister of Petroleum and Natural Gas": set(),
    "Head of the Presidential Administration": set(),
    "Adviser to the Prime Minister on National Security and Foreign Affairs": set(),
    "Adviser to the Prime Minister with the rank of Federal Minister": set(),
    "Representative of the Ministry of External Relations": set(),
    "Ruler of Ras Al Khaimah, member of the Supreme Council": set(),
    "Chairman of the Halk Maslahaty": set(),
}
"""The offices that can be asked for, by what the file calls a role."""


@each(("role", "offices"), ROLES.items())
def test_a_role_is_the_office_of_that_name(role, offices):
    """An acting holder counts, a deputy or an adviser does not."""
    assert {office for office in OFFICES if holds_office(role, office)} == offices


def test_every_role_of_the_file_is_tried_above():
    """A new role has to be thought about."""
    assert {came.record["role"] for came in CAME} == set(ROLES)


def test_who_holds_no_office_holds_none():
    """Where a record names no role."""
    assert not any(holds_office(None, office) for office in OFFICES)


@each(
    ("query", "line"),
    [
        (Overview(), "sco"),
        (Overview(on="2016"), "sco --on 2016"),
        (Status(countries=("IN", "PK"), on="2016"), "sco status IN PK --on 2016"),
        (Status(countries=("IN",), is_=(Held(("member", "observer"), "ever"),)), "sco status IN --is 'ever member,observer'"),
        (Countries(), "sco list"),
        (Countries(categories=("member",), where=(Founder(),)), "sco list member --where founder"),
        (Attendance(subjects=("Narendra Modi",), show="count"), "sco attendance 'Narendra Modi' --show count"),
        (SummitFacts(summit="2024-astana", capacity=("guest",)), "sco summit 2024-astana --capacity guest"),
        (Sources(subject="AZ"), "sco sources AZ"),
        (Sources(), "sco sources"),
        (About(topic="founding", show="city", has="St. Petersburg"), "sco about founding --show city --has 'St. Petersburg'"),
        (Summits(from_="2016", to="2017"), "sco summits --from 2016 --to 2017"),
    ],
)  # fmt: skip
def test_a_query_is_spelled_as_the_command_that_asks_it(query, line):
    """Without what is left to its default; arguments first, a switch alone, an option of several values several times."""
    assert command_line(query) == line
    assert shlex.split(line)[0] == "sco"


@dataclass(frozen=True, kw_only=True)
class Sought(Query):
    """A query whose fields are called as its options."""

    verb: ClassVar[str] = "seek"
    arguments: ClassVar[tuple[str, ...]] = ("categories",)
    categories: tuple[str, ...] = ()
    where: tuple[OnCountries, ...] = ()
    has: HasCountries | None = None
    from_: str | None = None
    led_by: tuple[str, ...] = ()
    capacity: tuple[str, ...] = ()
    mode: str | None = None
    all_: bool = False


EVER, ON = Held(("member",), "ever", Time(None, "2010")), Held(("observer",))


@each(
    ("query", "line"),
    [
        (Sought(categories=("member", "observer")), "sco seek member observer"),
        (Sought(where=(EVER, Not(ON))), "sco seek --where 'ever member ..2010' --where 'not observer'"),
        (Sought(where=(Not(AnyOf((EVER, ON))),)), "sco seek --where 'not ever member ..2010 or observer'"),
        (Sought(has=Has((("IN", "PK"), ("KZ",)))), "sco seek --has IN,PK --has KZ"),
        (Sought(led_by=("prime minister",), from_="2016", all_=True), "sco seek --from 2016 --led-by 'prime minister' --all"),
        (Sought(has=Has((("IN",),), only=True)), None),
        (Sought(has=Has((("IN",),), denied=True)), None),
        (Sought(where=(AnyOf((EVER, Not(ON))),)), None),
    ],
)  # fmt: skip
def test_a_query_is_spelled_by_what_its_fields_are_called(query, line):
    """Conditions and groups as words; what no command line says is not spelled at all."""
    assert command_line(query) == line


ITEMS = [item for item in parameters(function("list")) if item.name in {"where", "has"}]


def test_the_words_of_conditions_and_groups_mean_what_they_name():
    """By any name; a comma is 'or', repeated is 'and', and the same condition twice is one."""
    asked = {"where": ["ever members ..2010", "not observers", "ever member ..2010"], "has": ["india, Sri Lanka", "KZ"]}
    expected = {"where": (EVER, Not(ON)), "has": Has((("IN", "LK"), ("KZ",)))}
    assert meant(lambda: DATA, ITEMS, asked) == expected
    assert meant(lambda: DATA, ITEMS, {"where": None, "has": None}) == {"where": (), "has": None}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"where": ["membr"], "has": []}, "'membr' is not understood"),
        ({"where": [], "has": ["IN,Pakistn"]}, "No country is called 'Pakistn'"),
        ({"where": [], "has": [""]}, "No country is called"),
    ],
)
def test_a_condition_or_group_that_is_not_understood_is_refused(asked, said):
    """With the word that is not."""
    with pytest.raises(ScoError, match=re.escape(said)):
        meant(lambda: DATA, ITEMS, asked)


def test_how_delegations_came_is_said_in_one_place():
    """As three options say it."""
    query = Sought(capacity=("guest",), led_by=("president",), mode="video")
    assert manner_of(query) == Manner(("guest",), ("president",), "video")


@each(
    ("query", "said"),
    [
        (Sought(where=(Among(("India",)),)), "where: 'India' is 'IN' in codes, ids and full names"),
        (Sought(where=(Held(("members",)),)), "where: 'members' is 'member' in codes"),
        (Sought(where=(Among(("XX",)),)), "where: 'XX' is not understood"),
        (Sought(where=("member",)), "where: 'member' is no condition"),
        (Sought(has=Has((("IN", "Iran"),))), "has: 'IN,Iran' is 'IN,IR'"),
    ],
)  # fmt: skip
def test_conditions_from_python_name_things_as_the_data_do(query, said):
    """Another name would never be met, and the answer would seem to be right."""
    with pytest.raises(QueryError, match=re.escape(said)):
        check_words(DATA, query)


@each("verb", VERBS)
def test_every_command_has_its_query(verb):
    """A query says which command asks it, cannot be changed, and is equal to any other that asks the same."""
    kind = query_type(verb)
    assert issubclass(kind, Query)
    assert kind.verb == verb
    required = {item.name: "x" for item in fields(kind) if item.default is MISSING}
    query = kind(**required)
    assert hash(query) == hash(kind(**required))
    with pytest.raises(FrozenInstanceError):
        query.verb = "other"
    with pytest.raises(TypeError):
        kind("IN")


@each("verb", VERBS)
def test_what_is_shown_with_what_names_fields_and_what_is_shown(verb):
    """A misspelt one in a rule would never be looked at."""
    kind = query_type(verb)
    types = {item.name: item.type for item in fields(kind)}
    assert kind.shown_with.keys() <= types.keys()
    for shows in kind.shown_with.values():
        assert set(shows) < set(taken(types["show"]).words)


def test_an_option_that_would_not_act_is_refused_with_what_it_goes_with():
    """By the name that it has on the command line."""
    with pytest.raises(QueryError, match="--on goes with a status on a day"):
        ask(Countries(on="2016", where=(Founder(),)))
    with pytest.raises(QueryError, match="several subjects go with --show any, all or missed-any"):
        ask(Attendance(subjects=("IN", "PK")))


@each(
    ("on", "today", "asked", "day", "first", "words"),
    [
        ("2016", "2026-01-01", "2016-12-31", "2016-12-31", "2016-01-01", " on 31 December 2016"),
        ("2016-02", "2026-01-01", "2016-02-29", "2016-02-29", "2016-02-01", " on 29 February 2016"),
        ("2016-02-03", "2026-01-01", "2016-02-03", "2016-02-03", "2016-02-03", " on 3 February 2016"),
        (None, "2020-05-06", "2020-05-06", "2020-05-06", "2020-05-06", ""),
        (None, "2026-01-01", "2026-01-01", THROUGH, "2026-01-01", ""),
        (THROUGH, "2026-01-01", THROUGH, THROUGH, THROUGH, " on 1 September 2025"),
        ("2025-09", "2026-01-01", "2025-09-30", THROUGH, "2025-09-01", " (as of 1 September 2025)"),
    ],
)
def test_the_day_of_a_query_is_the_last_that_it_names_and_the_data_reach(on, today, asked, day, first, words):
    """Or today, where it names none."""
    when = moment(DATA, on, today)
    assert (when.asked, when.day, when.first, when.words) == (asked, day, first, words)
    assert when.is_past is (on is not None and asked <= THROUGH)


@each(
    ("first", "last", "period", "words"),
    [
        (None, None, ("0001-01-01", "9999-12-31"), ""),
        ("2016", None, ("2016-01-01", "9999-12-31"), " since 1 January 2016"),
        (None, "2016", ("0001-01-01", "2016-12-31"), " up to 31 December 2016"),
        ("2016", "2016", ("2016-01-01", "2016-12-31"), " in 2016"),
        ("2016-02", "2016-02", ("2016-02-01", "2016-02-29"), " in February 2016"),
        ("2016-02-03", "2016-02-03", ("2016-02-03", "2016-02-03"), " on 3 February 2016"),
    ],
)
def test_a_period_goes_from_the_first_day_of_one_date_to_the_last_of_another(first, last, period, words):
    """Open where there is none, which is not said."""
    time = time_between(first, last)
    assert time.period == Period(*period)
    assert time.words == words


def test_a_period_that_ends_before_it_begins_is_refused():
    """A single day is one."""
    with pytest.raises(QueryError, match=r"the period ends \(2015\) before it begins \(2016-01-01\)"):
        time_between("2016-01-01", "2015")


@each(
    ("first", "last", "noted"),
    [
        (None, None, False),
        ("2020", None, False),
        ("2020", THROUGH, False),
        ("2020", "2025-09-02", True),
        (THROUGH, "2026", True),
        ("2025-09-02", "2026", True),
        ("2025-09-02", None, True),
        ("2020", "9999", True),
    ],
)
def test_that_a_period_goes_on_after_the_data_is_noted(first, last, noted):
    """Not where no end is named, unless it begins there too."""
    note = ["The data reach to 1 September 2025; what came later is not in them."]
    assert beyond_data(DATA, time_between(first, last)) == (note if noted else [])


@each(
    ("query", "said"),
    [
        (Status(countries=("Azerbaijan",)), "countries: 'Azerbaijan' is no code of a country"),
        (Status(countries=("az",)), "countries: 'az' is no code of a country"),
        (Status(countries=("XX",)), "countries: 'XX' is no code of a country"),
        (Status(countries="AZ"), "countries: 'AZ' is no tuple"),
        (Status(countries=("AZ",), on="2024-02-30"), "on: '2024-02-30' is no day, month or year"),
        (Countries(categories=("observers",)), "categories: 'observers' is no id of a category"),
        (Attendance(subjects="AZ"), "subjects: 'AZ' is no tuple"),
        (
            Countries(where=("not IN",)),
            "where: 'not IN' is no condition: scocli.facts.where.parse makes one of such words",
        ),
        (Countries(where=(Attended("Astana"),)), "where: 'Astana' could be 2005-astana, 2011-astana, "),
        (Countries(show="all"), "show: 'all' is none of list, count, "),
        (Attendance(subjects=("Aliyev",)), "subjects: 'Aliyev' is no code of a country or full name of a person"),
        (Attendance(subjects=("AZ",), capacity=("guests",)), "capacity: 'guests' is no id of a category, or 'guest'"),
        (About(topic="secretary-general", person="Norov"), "person: 'Norov' is no full name of a person"),
        (
            Sources(subject="nonsense"),
            "subject: 'nonsense' is no id of a source, meeting or category, code of a country",
        ),
        (
            SummitFacts(summit="2024-astana", organization="Foo"),
            "organization: 'Foo' is no name of an organisation that came to a meeting",
        ),
    ],
)
def test_a_word_that_is_no_code_is_refused(query, said):
    """Who writes a query in Python is told so; it is not answered of something that does not exist."""
    with pytest.raises(QueryError, match=re.escape(said)):
        ask(query)


def test_no_other_name_of_a_day_is_promised():
    """Only codes and ids have others."""
    with pytest.raises(QueryError, match=re.escape("on: '2024-13' is no day, month or year") + "$"):
        ask(Status(countries=("AZ",), on="2024-13"))


@each(
    ("line", "text"),
    [
        ("list --where 'not attended 2024' --has Brazil", "Yes: Brazil is among the countries that attended no summit in 2024."),
        ("list --where 'not founder' --has Brazil", "Yes: Brazil is among the countries that did not found the SCO."),
        ("list --has Brazil", "No: Brazil is not among the countries with a status in the SCO."),
        ("list partners --on 2020 --show any", "No: the SCO had no SCO partners on 31 December 2020."),
        ("list partners --has India", "No: India is not among the SCO partners."),
        ("attendance TM --show any --at 2001 --at 2024", "Yes: Turkmenistan attended the Astana summit of 2024 ("),
        ("about chairmanship --show all --has Kirghizia", "Yes: Kyrgyzstan has been chair of the SCO from 15 June 2006 "),
        ("about chairmanship --show all --has Kyrgyzstan --lang ru", "Yes: Kyrgyzstan has been chair of the SCO from "),
        ("about founding --show countries --has 'Russian Federation'", "Yes: Russia is among them: the SCO was founded "),
        ("about secretary-general --show all --has Norov", "Yes: Vladimir Norov was Secretary-General of the SCO "),
        ("about secretary-general --show next --from 2016", "Secretaries-General of the SCO after those since 1 January 2016: Vladimir Norov "),
        ("summit 2024 --show absent --country Brazil", "No delegation of Brazil was absent from the Astana summit of 2024."),
        ("summit 2024 --show absent --country Afghanistan --country India", "Of Afghanistan and India, Afghanistan was absent from the Astana summit of 2024."),
        ("history IN --show duration --on 2010 --category member", "India had not become a member state of the SCO by then. India was an observer "),
        ("summits --has 2024 --has 2025 --where 'hosted by CN'", "No: the Astana summit of 2024 and the Tianjin summit of 2025 were not all among the summits "),
        ("summits --where 'hosted by IN' --has 2024", "No: the Astana summit of 2024 was not among the summits of the SCO hosted by India (New Delhi 2023)."),
        ("summits --where 'attended by Modi' --where 'missed by PK'", "No summit of the SCO attended by Narendra Modi and missed by Pakistan"),
        ("summits --where 'granted member to IN' --where 'granted member to PK'", "There has been 1 summit of the SCO that made India a member state and Pakistan a member state: Astana 2017."),
    ],
)  # fmt: skip
def test_an_answer_is_of_what_was_asked_and_of_nothing_else(line, text):
    """Of those named, however they are spelt, at those summits, by that condition."""
    assert answer_to(f"sco {line}").text.startswith(text)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("list --where founder --show most", "'--show most' goes with what is dated or counted"),
        ("attendance 'Narendra Modi' --show missed-any --capacity member", "--capacity, --led-by and --mode go with what was attended; '--show missed' takes, of a country, "),
        ("about predecessor --show count --on 1996", "--on goes with an office"),
        ("about chairmanship --show count --on 2016", "--on goes with an office"),
        ("about chairmanship --show city", "'about chairmanship' shows main, country, since, until, "),
        ("about secretary-general --show all --has Nobody", "The data name nobody called 'Nobody'."),
        ("summit 2017 --show people --organization 'United Nations' --country IN", "--organization goes with no option on delegations"),
        ("history IN PK --show since --category member --before BY", "--before, --after and --same-day-as go with a date of one country"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_refused(line, said):
    """No option is passed over in silence."""
    code, out, err = run(f"sco {line}")
    assert (code in (2, 3), out, err.startswith(f"sco: {said}")) == (True, "", True)


def test_the_end_of_the_data_is_told_of_offices_too():
    """And the summits missed are not told of twice."""
    assert any(
        "The data reach to" in note for note in answer_to("sco about chairmanship --show count --from 2100").notes
    )
    missed = answer_to("sco attendance TR --show missed")
    assert any(note.startswith("Türkiye did not come to 7 summits at which it held no status") for note in missed.notes)


def test_codes_of_all_countries_and_names_of_all_people_are_words_of_queries():
    """Also of those that the data have no record of, and of those who came for organisations."""
    assert ask(Status(countries=("NZ",))).value == "none"
    assert ask(Attendance(subjects=("Antonio Guterres",))).value


@each(
    "query",
    [
        Attendance(subjects=("IN",), from_="2026", show="any"),
        Attendance(subjects=("IN",), from_="2026", show="all"),
        Attendance(subjects=("IN",), from_="2026", show="missed-any"),
        Changes(from_="2026", show="any"),
        Summits(from_="2026", show="any"),
        Countries(where=(Role("hosted", time=Time("2026", None)),), show="any"),
    ],
)
def test_of_a_time_that_the_data_do_not_reach_nothing_is_denied(query):
    """Neither yes nor no, and a note says how far the data reach."""
    found = ask(query)
    assert found.value == "not-recorded"
    assert found.text.startswith("Not recorded: ")
    assert any("The data reach to 1 September 2025" in note for note in found.notes)


@pytest.mark.parametrize(("count", "text"), [(0, "no summits"), (1, "1 summit"), (2, "2 summits")])
def test_a_number_and_its_noun_agree(count, text):
    """With a plural of its own, if it has one."""
    assert plural(count, "summit") == text
    assert plural(count, "country", "countries") == text.replace("summits", "countries").replace("summit", "country")


@pytest.mark.parametrize(("value", "verdict"), [(True, "Yes"), (False, "No"), ("not-recorded", "Not recorded")])
def test_a_claim_has_its_verdict_in_front(value, verdict):
    """Yes, no, or that it is not recorded."""
    assert yes_no(value, "it is so") == f"{verdict}: it is so."


@each(
    ("asked", "words"),
    [
        ({}, ""),
        ({"capacity": ("observer", "guest")}, " as observers or guests"),
        ({"led_by": ("minister",)}, " led by a minister"),
        ({"led_by": ("head-of-state", "deputy")}, " led by a head of state or a deputy head of state or government"),
        ({"led_by": ("president", "Narendra Modi")}, " led by the president or Narendra Modi"),
        ({"mode": "in-person"}, " in person"),
        ({"mode": "video"}, " by video"),
        ({"capacity": ("member",), "led_by": ("minister",), "mode": "video"}, " as member states, led by a minister, by video"),
    ],
)  # fmt: skip
def test_a_restriction_is_told_in_words(asked, words):
    """Capacity, who led, and way of taking part."""
    assert manner_of(SummitFacts(summit="2024-astana", **asked)).words() == words


@each("summit", SUMMITS)
def test_the_groups_that_a_list_may_lack_are_named(summit):
    """Of a list that is complete for every group, or to which a group did not apply, nothing is said."""
    coverage = SUMMITS[summit]["coverage"]
    words = {"members": "member states", "observers": "observers", "dialogue_partners": "dialogue partners", "partners": "SCO partners", "guests": "guests"}  # fmt: skip
    gaps = [words[group] for group in words if coverage.get(group) in ("none", "partial")]
    note = coverage_gap(DATA.summits[summit])
    assert len(note) == bool(gaps)
    if gaps:
        lacking = f"{', '.join(gaps[:-1])} or {gaps[-1]}" if len(gaps) > 1 else gaps[0]
        assert note[0].endswith(f" may lack {lacking}. (sco summit {summit})")


def test_sources_are_cited_in_order_of_use_and_once():
    """A draft may name one several times; the answer has it where it came first."""
    draft = Draft("text", None, "").cite(["b", "a"], ["c"]).cite(["a"])
    assert draft.cited == ["b", "a", "c", "a"]
    found = ask(Status(countries=("IN", "PK")))
    assert len(found.sources) == len(set(found.sources))
    assert found.sources == {source: DATA.source(source) for source in found.sources}
    assert list(found.sources)[:1] == [HELD_BY_INDIA["sources"][0]]


TABLES = (
    "", "status IN", "status IN --is member", "list", "list --where 'became member'", "list observer", "history IN", "attendance IN --all",
    "attendance 'Narendra Modi'", "attendance 'Zhang Ming'", "attendance AF", "summits", "summit 2024-astana", "changes", "timeline IN",
    "matrix IN", "growth", "panel --countries IN", "panel --countries IN --from 2024 --to 2025 --wide", "about founding", "about predecessor --on 1998", "about chairmanship", "about member", "sources IN",
    "sources sectsco-about",
)  # fmt: skip
"""Command lines whose answers have, between them, every table there is."""


def test_the_columns_of_every_table_are_those_that_were_reviewed():
    """Keys in JSON and CSV, headings and what cells are: programs rely on them, so that none changes unnoticed."""
    with (Path(__file__).parent / "golden" / "columns.csv").open(encoding="utf-8", newline="") as file:
        reviewed = list(csv.DictReader(file))
    found = [
        {"command": line, "table": table.title, "key": column.key, "heading": column.heading, "role": column.role}
        for line in TABLES
        for table in answer_to(f"sco {line}").tables
        for column in table.columns
    ]
    assert found == [row for row in reviewed if row["role"]]


@pytest.mark.parametrize("line", TABLES)
def test_the_columns_of_csv_are_those_of_its_tables_and_those_that_were_reviewed(line):
    """The first table's, and behind those of an answer that is for a day the day."""
    with (Path(__file__).parent / "golden" / "columns.csv").open(encoding="utf-8", newline="") as file:
        reviewed = [row["key"] for row in csv.DictReader(file) if row["command"] == line and not row["role"]]
    header = next(csv.reader(run(f"sco {line} --format csv")[1].splitlines()))
    of_table = [column.key for column in answer_to(f"sco {line}").tables[0].columns]
    assert header == [*of_table, *reviewed]
    assert ("as_of" in reviewed) == (header[-1] == "as_of") == (answer_to(f"sco {line}").on is not None)


HELD_BY_INDIA = next(country for country in FIELDS["countries"] if country["code"] == "IN")["statuses"][-1]


def test_an_answer_says_its_command_its_day_and_how_far_the_data_reach():
    """So that it can be asked again, and quoted rightly."""
    found = ask(Status(countries=("IN",), on="2016"))
    assert (found.command, found.on, found.data_through) == ("sco status IN --on 2016", "2016-12-31", THROUGH)
    assert len(found.notes) == len(set(found.notes))
