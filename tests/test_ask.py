"""Questions in plain English: answered rightly, or not at all."""

import io
import json
import re
import shlex
import sys
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import example, given
from hypothesis import strategies as st

from each import each
from scocli import records
from scocli.answers import Answer
from scocli.ask import ask, read
from scocli.ask.batch import LONG, batch, questions
from scocli.ask.lexer import LONGEST_QUESTION, split, words_of
from scocli.ask.nearby import NEARBY
from scocli.ask.recognising import recognise
from scocli.ask.spelling import MEANT, MENDED, mendable, nearest, slips
from scocli.ask.vocabulary import vocabulary
from scocli.cli import program, session
from scocli.datafile import bundled_path
from scocli.dataset import DataSet, load
from scocli.errors import NotUnderstood, UsageProblem

TODAY = "2026-11-24"
DATA = load()
QUESTIONS = [
    json.loads(line)
    for line in (Path(__file__).parent / "questions" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
]
ANSWERABLE = [item for item in QUESTIONS if item["kind"] != "none"]
REFUSED = [item["question"] for item in QUESTIONS if item["kind"] == "none"]
NOT_YET_UNDERSTOOD = frozenset(
    (Path(__file__).parent / "questions" / "not_yet_understood.txt").read_text(encoding="utf-8").splitlines()
)
"""Questions that have an answer and are refused."""


def asked(question: str, data: DataSet = DATA) -> Answer | None:
    """The answer to a question, or ``None`` where it is refused."""
    try:
        return ask(data, question, TODAY)
    except NotUnderstood:
        return None


def refused(question: str, data: DataSet = DATA) -> NotUnderstood:
    """Why a question is refused."""
    with pytest.raises(NotUnderstood) as refusal:
        ask(data, question, TODAY)
    assert str(refusal.value)
    return refusal.value


def holds_of_all(check: Callable[[Any], None], items: Iterable[object]) -> None:
    """See that a check holds of all items: they are many, so that one test makes it, and lists all that it does not hold of."""
    faults = []
    for item in items:
        try:
            check(item)
        except (Exception, pytest.fail.Exception) as fault:  # noqa: BLE001 - whatever it is, the rest is checked too
            faults.append(f"{item}\n  {type(fault).__name__}: {fault}")
    assert not faults, "\n".join([f"{len(faults)} faults:", *faults])


def subjects(question: str) -> list[set[object]]:
    """The countries and people that a question names, each by all that it may be called."""
    tokens, _ = recognise(DATA, split(question), TODAY)
    values = [token.value for token in tokens if token.kind in {"COUNTRY", "DEMONYM", "PERSON"}]
    return [{*value, *map(DATA.person, value)} if isinstance(value, tuple) else {value} for value in values]


def test_every_question_gets_the_right_answer_and_its_command_the_same(monkeypatch):
    """The kind and the bare fact are those of the question set; what is known to be refused stays refused.

    What a question asks a command can ask, and the answer says how; only how words were mended no command tells. What no
    command can ask says so. Each command is run once: questions that have the same command have the same answer.
    """
    shown: list[Answer] = []
    monkeypatch.setattr(session, "render", lambda answer, *_: shown.append(answer) or "")
    monkeypatch.setattr(typer.main, "get_command", cache(typer.main.get_command))  # of the whole program: built once

    @cache
    def answered_by(command):
        err = []
        assert (program.run(shlex.split(command)[1:], [].append, err.append, TODAY), err) == (0, [])
        return shown.pop().to_dict()

    def check(item):
        question = item["question"]
        found = asked(question)
        if question in NOT_YET_UNDERSTOOD:
            assert found is None, "it is understood now: take it off the list"
            return
        assert found is not None, "refused"
        assert (found.kind, found.value) == (item["kind"], item["value"])
        if found.command and found.to_dict() != answered_by(found.command):
            how = read(DATA, question, TODAY).notes
            assert found.to_dict() | {"notes": list(found.notes[len(how) :])} == answered_by(found.command)

    holds_of_all(check, ANSWERABLE)


def test_every_question_without_an_answer_is_refused_with_some_that_have_to_do_with_it():
    """Other organisations, the future, causes, opinions and what the data do not hold are never answered.

    Three questions that are: none twice, of no country or person that it does not name; those always answered fill up.
    """
    is_answered, subjects_of = cache(asked), cache(subjects)

    def check(question):
        problem = refused(question)
        named = set().union(*subjects(question))
        for suggestion in problem.instead:
            assert is_answered(suggestion), suggestion
            assert all(named & names for names in subjects_of(suggestion)), suggestion
        assert len(set(problem.instead)) == len(problem.instead) <= 3
        assert len(problem.instead) == 3 or problem.near

    holds_of_all(check, [*REFUSED, *sorted(NOT_YET_UNDERSTOOD)])


@each("code", sorted(DATA.countries))
@each("form", ["What is the status of {}?", "{}'s status", "status of {} today", "{}"])
def test_every_country_is_understood_by_every_name(code, form):
    """Short names, official names, aliases and codes give the country's status."""
    country = DATA.countries[code]
    names = country.names
    for name in (names.en, names.ru, names.zh, country.official_name, *country.aliases, country.alpha3):
        found = asked(form.format(name))
        assert found is not None, name
        assert (found.kind, found.value) == ("status", DATA.status_on(code, DATA.through) or "none"), name


@each("person", DATA.data.persons)
def test_every_person_is_understood_by_their_name(person):
    """The summits of everybody whose name the data have."""
    found = asked(f"Which summits did {person.name} attend?")
    assert found is not None
    came = {
        summit.id
        for summit in DATA.data.summits
        for record in (*summit.delegations, *summit.organizations)
        if person.name in (getattr(record, "leader", None), getattr(record, "participant", None))
        or {getattr(record, "leader", None), getattr(record, "participant", None)} & set(person.aliases)
    }
    assert found.value == [summit.id for summit in DATA.data.summits if summit.id in came]


@each("summit", DATA.data.summits)
@each("form", ["{city} {year}", "the {year} {city} summit", "the {year} summit", "the {city} summit of {year}"])
def test_every_summit_is_understood_by_every_way_to_name_it(summit, form):
    """Who came to it is the list of its delegations."""
    found = asked(f"Who attended {form.format(city=summit.city, year=summit.start[:4])}?")
    assert found is not None
    assert found.value == sorted(delegation.country for delegation in summit.delegations)


@given(st.dates(min_value=date(2001, 6, 15), max_value=date.fromisoformat(DATA.through)))
def test_a_day_means_the_same_in_every_form(day):
    """2016-12-31, 31 December 2016 and December 31, 2016 give the members of that day."""
    spelled = [
        day.isoformat(),
        f"{day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
    ]
    found = {tuple(answer.value) for form in spelled if (answer := asked(f"Who were the members on {form}?"))}
    assert found == {tuple(sorted(code for code in DATA.countries if DATA.status_on(code, spelled[0]) == "member"))}


@each(
    "question",
    [
        # what outnumbers must be named before it
        "outnumber the observers",
        "Who outnumber the observers?",
        # later than what
        "Did Iran join 10 the years later than 2005?",
        # no such year
        "Who were the members 5000 years ago?",
        "Who was a member 2100 years before Iran joined?",
        "Who joined two years after India joined?",
        "Which summit was held two years before the Ufa summit?",
        # whether it was their first
        "Was Samarkand the first summit attended by Erdogan?",
        "Was Modi's first summit in Samarkand?",
        "Was the first summit attended by Erdogan the Samarkand summit?",
        "Did Modi attend his first summit in Samarkand?",
        # which of its statuses
        "Where was Egypt granted its status?",
        # of dialogue partners some had left before
        "When did the number of dialogue partners reach ten?",
        "Who was observer in 2005 and member 8000 years later?",
        # one held against itself
        "Did Iran and Iran have the same status?",
    ],
)
def test_what_makes_no_sense_is_refused(question):
    """With a reason, and no other error."""
    refused(question)


@example(":0|0")  # a mark that leaves something open, and nothing beside it
@given(st.text(max_size=200))
def test_any_text_is_answered_or_refused(text):
    """No text makes anything else happen."""
    try:
        found = ask(DATA, text, TODAY)
    except (NotUnderstood, UsageProblem):
        return
    assert found.kind != "none"


WORD = st.sampled_from(sorted({word for line in vocabulary() for phrase in line.phrases for word in words_of(phrase)}))


@given(
    st.lists(
        st.one_of(WORD, st.sampled_from(["Azerbaijan", "Samarkand", "2022", "Modi", "members", "India", "summit"])),
        max_size=12,
    )
)
def test_any_jumble_of_known_words_is_answered_or_refused(words):
    """Known words in any order never break anything, and an answer's command can be run."""
    if not words:
        return
    try:
        found = ask(DATA, " ".join(words), TODAY)
    except NotUnderstood:
        return
    assert found.command is None or found.command.startswith("sco ")


@given(
    st.sampled_from(ANSWERABLE),
    st.sampled_from(["zebra", "because", "nato", "tomorrow", "xylophone", "budget", "Narnia"]),
    st.data(),
)
def test_a_word_that_could_matter_is_never_ignored(item, word, data):
    """A question with a word more that is not understood, or that changes what is asked, is refused; in what is left aside it is told, and changes nothing."""
    words = item["question"].split()
    at = data.draw(st.integers(min_value=0, max_value=len(words)))
    found = asked(" ".join([*words[:at], word, *words[at:]]))
    aside = [note for note in found.notes if note.startswith("Left aside: ")] if found else []
    assert found is None or (any(word in note for note in aside) and found.value == asked(item["question"]).value)


@each(
    "question",
    [
        "Is Iran a member, and was it one in 2020?",
        "Was it not in 2017 that India joined? My boss denies that China is a member.",
        # options and numbers are those of the sentence in which they stand
        "When did Iran join? Which country hosted the 2023 summit? a) Nepal b) Iran",
        "Is Iran a member. Which 3 countries are members?",
    ],
)
def test_what_is_not_understood_beside_a_question_is_not_mixed_with_it(question):
    """The whole is refused."""
    refused(question)


@given(st.sampled_from(sorted(DATA.countries)), st.data())
def test_a_slip_in_a_name_is_mended_or_refused(code, data):
    """One letter exchanged, lost or doubled in a country's name gives the country, or nothing."""
    name = DATA.name(code)
    at = data.draw(st.integers(min_value=1, max_value=len(name) - 2))
    slip = data.draw(
        st.sampled_from(
            [
                name[:at] + name[at + 1 :],
                name[:at] + name[at] + name[at:],
                name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            ]
        )
    )
    found = asked(f"What is the status of {slip}?")
    assert found is None or found.text.removeprefix("The ").startswith((name, "Niger", "Mali", "Oman", "Chad")), slip


def test_a_second_clause_does_not_change_the_first():
    """'... and was Iran a member then?' does not ask who represented Iran as a member."""
    first = "Who led the Iranian delegation in Samarkand"
    assert asked(f"{first}?").text.startswith("Iran was represented at the Samarkand summit of 2022 by Ebrahim Raisi")
    assert asked(f"{first}, and was Iran a member then?") is None


@each(
    "question",
    [
        "When did France first attend a summit?",
        "When did India last host a summit before 2020?",
        "Which Indian prime minister attended all the summits?",
        "Which was the fifth summit in Tajikistan?",
    ],
)
def test_a_question_that_nothing_fits_is_refused(question):
    """Who never came has no first time; 'all the summits' are not some of them, and of three there is no fifth."""
    assert asked(question) is None


def test_a_capacity_that_is_no_more_is_refused_like_one_that_is_not_yet():
    """At a summit after the merger nobody could come as an observer."""
    raw = json.loads(bundled_path().read_text(encoding="utf-8"))
    raw["categories"] = [
        category | {"retired": "2024-01-01"} if category["id"] == "observer" else category
        for category in raw["categories"]
    ]
    problem = refused("Which observers attended the 2024 summit?", DataSet(records.read(json.dumps(raw))))
    assert "merged into SCO partners on 1 January 2024" in str(problem)
    assert "Which countries were observers on 2023-12-31?" in problem.instead


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("When did Nepal and Azerbaijan sign their memorandum?", "14 March 2016, in Beijing."),
        ("When did Kazakhstan hold the chairmanship?", "name a day with --on."),
        ("Which summit did Putin enjoy most and most?", "'Putin', 'enjoy' and 'most'"),
    ],
)
def test_a_refusal_is_one_sentence_that_names_nothing_twice(question, said):
    """It ends with one full stop, and a word that comes twice is told once."""
    problem = refused(question)
    message = str(problem)
    assert said in message
    assert ".." not in message
    named = re.findall(r"'([^']*)'", message)
    assert len(named) == len(set(named))


def test_many_questions_give_one_object_a_line_in_order():
    """Refusals are in their place, with the reason and what to ask instead."""
    out: list[str] = []
    batch(DATA, ["KZ\n", "Is Azerbaijan a member of NATO?\n", "\n"], out.append, TODAY, None)
    first, second, third = (json.loads(line) for line in out)
    assert (first["question"], first["kind"], first["value"]) == ("KZ", "status", "member")
    assert (second["kind"], second["value"]) == ("none", None)
    assert second["error"]
    assert len(second["instead"]) == 3
    assert third["error"] == "the question is empty"


class Terminal(io.StringIO):
    """A terminal that remembers what it is shown."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_many_questions_are_counted_on_a_terminal(monkeypatch):
    """From 200 on it is told how many there have been; what is written meanwhile goes where it always goes."""
    monkeypatch.setenv("TERM", "xterm")
    few, many, streams = Terminal(), Terminal(), {(sys.stdout, sys.stderr)}
    batch(DATA, ["KZ\n"] * LONG, lambda _: None, TODAY, few)
    batch(DATA, ["KZ\n"] * (LONG + 3), lambda _: streams.add((sys.stdout, sys.stderr)), TODAY, many)
    assert few.getvalue() == ""
    assert f"{LONG + 3} questions" in many.getvalue()
    assert len(streams) == 1


def test_of_a_line_only_so_much_is_read_as_shows_that_it_is_too_long():
    """And the next line begins where it should; a mark of byte order in front of the first is no part of it."""
    lines = questions(io.StringIO(f"\ufeffKZ\n{'x' * (3 * LONGEST_QUESTION)}\n{'y' * LONGEST_QUESTION}\nUZ"))
    assert list(lines) == ["KZ\n", "x" * (LONGEST_QUESTION + 1), f"{'y' * LONGEST_QUESTION}\n", "UZ"]


def test_no_phrase_stands_for_two_things():
    """Each phrase of the vocabulary is of one kind only, and stands there once."""
    seen: dict[tuple[str, ...], str] = {}
    for line in vocabulary():
        assert len({*line.phrases}) == len(line.phrases), line.kind
        for phrase in line.phrases:
            assert seen.setdefault(words_of(phrase), line.kind) == line.kind, phrase


def test_the_questions_suggested_are_answered():
    """Every question of the table of nearby ones is answered once its gaps are filled."""
    fill = {
        "body": "Regional Anti-Terrorist Structure",
        "country": "India",
        "leader": "Narendra Modi",
        "chairman": "Narendra Modi",
        "secretary": "Zhang Ming",
        "summit": "Samarkand 2022",
        "category": "a member state",
        "categories": "observers",
        "day": "2016-01-01",
        "year": "2016",
    }
    for _, question in NEARBY:
        assert asked(question.format(**fill)), question


@each(
    ("word", "meant"),
    [
        ("sumit", "summit"),
        ("summmit", "summit"),
        ("sunmit", "summit"),
        ("smumit", "summit"),
        ("summi", "summit"),
        ("summti", "summit"),
        ("sumt", None),
        ("summits", "summit"),
        ("summitss", None),
        ("kummit", None),
        ("ummit", None),
        ("summit", None),
        ("submit", None),
        ("Egpyt", None),
        ("egpyt", "egypt"),
        ("egyptt", None),
        ("egept", None),
        ("haev", "have"),
        ("hawe", None),
        ("membe", None),
        ("memorand", "memoranda"),
    ],
)
def test_the_one_known_word_that_is_a_slip_away_is_meant(word, meant):
    """Of two that differ in meaning neither is; nor is one of four or five letters but for an exchange, or another first letter."""
    known = {"have": 0, "membef": 1, "member": 2, "memoranda": 3, "memorandu": 3, "summit": 4, "egypt": 5}
    assert nearest(word, known) == meant


@given(st.sampled_from(MENDED.split()), st.sampled_from(MENDED.split()))
def test_a_slip_can_be_made_in_both_directions(first, second):
    """What is a slip away from a word has that word a slip away."""
    for word in (first, f"{first}x", first[:-1], f"{first[:-2]}{first[:-3:-1]}", second):
        assert (word in slips(first)) == (first in slips(word))


@pytest.mark.parametrize(
    "question",
    [
        "Did Cameron attend the 2015 summit?",
        "Did Misri attend Tianjin?",
        "Which countries observed the Samarkand summit?",
        "stats of India",
        "mail the observers of 2010",
        "Did Kahn attend the 2015 summit?",
    ],
)
def test_a_word_that_is_meant_is_not_taken_for_a_slip(question):
    """Other people, cities and verbs that look like what the data tell of."""
    assert asked(question) is None


def test_what_is_mended_are_names_without_an_s_behind_them_and_their_own_words():
    """Not 'chinas', nor 'states', a word of questions; 'arab' is mended, for a name has it."""
    entries = {
        ("china",): ("COUNTRY", "CN"),
        ("chinas",): ("COUNTRY", "CN"),
        ("arab", "states"): ("COUNTRY", "AE"),
        ("arab", "statess"): ("COUNTRY", "AE"),
        ("states",): ("COUNTRYWORD", None),
        ("because",): ("REFUSE", None),
    }
    assert mendable(entries, {"COUNTRY"}).keys() - set(MENDED.split()) == {"china", "arab"}


def test_no_word_that_is_meant_is_known():
    """It would be understood, and have no place in the list."""
    for word in MEANT.split():
        tokens, _ = recognise(DATA, split(word), TODAY)
        assert [token.kind for token in tokens] == ["UNKNOWN"], word


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("Is Azerbaijan a member of NATO?", 3),
        ("When will Azerbaijan become a member?", 3),
        ("Why did Modi skip Astana?", 3),
        ("Astana", 3),
        ("summits are held ____ at Astana", 3),
        ("", 2),
        ("noise " * 1700, 3),
        ("list the members", 0),
    ],
)
def test_a_question_ends_as_documented(question, code, monkeypatch):
    """Exit 3 for what is refused, 2 for nothing, 0 for an answer; nothing on standard output if refused."""
    monkeypatch.setattr(session, "load", lambda _path=None: DATA)
    out: list[str] = []
    err: list[str] = []
    assert program.run(["ask", question], out.append, err.append, TODAY) == code
    assert bool(out) == (code == 0)
    if code == 3:
        first, *questions = "".join(err).splitlines()
        assert first.startswith("sco: Not ")
        assert questions[:1] in ([], ["Questions that would be answered:"])
        assert len(questions) in (0, 2, 3, 4)


def test_who_came_to_a_session_is_told_only_where_all_came():
    """Modi was at Tianjin, and not at SCO Plus there; at Astana all were, and when it met is that of the summit."""
    for question in (
        "Did Modi attend SCO Plus in Tianjin?",
        "Who attended the SCO Plus in Tianjin?",
        "Was Modi at SCO+ in 2025?",
        "Is Modi in SCO Plus in Tianjin?",
        "Did Modi attend SCO Plus?",
        "Did Modi go to SCO Plus at Samarkand?",
    ):
        assert "SCO Plus" in str(refused(question)), question
    assert ask(DATA, "Did Xi attend SCO Plus in 2024?", TODAY).value is True
    assert ask(DATA, "When was SCO Plus in 2025?", TODAY).value == "2025-08-31"


def test_of_changes_after_the_data_nothing_is_told():
    """Also before today: 'There were no changes' would deny what is not known; yes or no is not recorded."""
    for question in (
        "What changed in November 2026?",
        "Who joined in November 2026?",
        "What changed in 2027?",
        "How many joined in October 2026?",
    ):
        assert "after the data" in str(refused(question)), question
    assert ask(DATA, "Did anyone join in November 2026?", TODAY).value == "not-recorded"
    assert "after the data" not in ask(DATA, "Who joined in 2025?", TODAY).text
