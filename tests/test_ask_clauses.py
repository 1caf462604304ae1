"""What a question says of countries: its clauses, what belongs to each, and what is asked of those who meet them."""

import pytest

from each import each
from scocli.ask import ask, read
from scocli.dataset import load
from scocli.errors import NotUnderstood

TODAY = "2026-01-15"
DATA = load()

COMMANDS = {
    # one clause, in every form that is asked for
    "Who joined in 2017?": "sco list --where 'became member 2017'",
    "How many countries had joined by 2018?": "sco list --where 'became member ..2018' --show count",
    "Was anyone admitted in 2021?": "sco list --where 'became member 2021' --show any",
    "Did Iran join in 2023?": "sco list --where 'became member 2023' --has IR",
    "Which country became an observer last?": "sco list --where 'became observer' --show last",
    "Were India and Pakistan both members in 2016?": "sco status IN PK --on 2016 --is member",
    "Is either Nepal or Laos a member?": "sco status NP LA --is member --either",
    "Has Belarus been a dialogue partner?": "sco status BY --is 'ever dialogue-partner'",
    "Was Mongolia an observer throughout 2010?": "sco status MN --is 'throughout observer 2010'",
    # a time belongs to the clause that it stands with
    "Which members were observers in 2010?": "sco list member --where 'observer 2010'",
    "Which dialogue partners of 2012 are members today?": "sco list member --where 'dialogue-partner 2012'",
    "In 2005, which countries became observers?": "sco list --where 'became observer 2005'",
    "Which of the current members joined after 2015?": "sco list member --where 'became member 2016..'",
    # a status before what happened is that from which it happened, or of those of whom it is said
    "Which observers became members?": "sco list --where 'became member from observer'",
    "Which countries turned from observer to member in 2017?": "sco list --where 'became member 2017 from observer'",
    "Which members never hosted a summit?": "sco list member --where 'not hosted'",
    # days that are told by what happened on them
    "Who joined after Pakistan?": "sco list --where 'became member 2017-06-10..'",
    "Who became an observer before Belarus?": "sco list --where 'became observer ..2015-07-09'",
    "Who were the members before the Ufa summit?": "sco list member --on 2015-07-08",
    "Who joined since the SCO was founded?": "sco list --where 'became member 2001-06-16..'",
    "Who chaired the summit at which Iran was admitted?": "sco summit 2023-new-delhi --show chair",
    "Did Iran attend the summit that admitted Belarus?": "sco attendance IR --at 2024-astana --show any",
    "Which summit admitted Iran?": "sco summits --where 'granted member to IR'",
    # what is denied, left out, chosen from
    "Which members are neither founders nor former observers?": "sco list member --where 'not founder' --where 'not ever observer'",
    "Who joined in 2017 along with India?": "sco list --where 'became member 2017' --where 'not IN'",
    "Who joined first, India or Iran?": "sco list --where IN,IR --where 'became member' --show first",
    "Which of these has never been an observer? Iran, Belarus, Nepal": "sco list --where IR,BY,NP --where 'not ever observer'",
    "Which countries were dialogue partners in 2022 but not in 2021?": (
        "sco list --where 'dialogue-partner 2022' --where 'not dialogue-partner 2021'"
    ),
    "Who joined with India?": "sco list --where 'became member 2017-06-09' --where 'not IN'",
    "Who joined earlier, Iran or Belarus?": "sco list --where IR,BY --where 'became member' --show first",
    "Are there members that are not founders?": "sco list member --where 'not founder' --show any",
    "Have any members left?": "sco list --where 'left member' --show any",
    "Hasn't India been an observer?": "sco status IN --is 'ever observer'",
    "Was China always a member?": "sco status CN --is 'throughout member'",
    # a status that nobody holds any longer is asked of the past, beside something else
    "List the observers that never became members.": "sco list --where 'ever observer' --where 'not ever member'",
    "Which partners were neither observers nor dialogue partners?": (
        "sco list partner --where 'not ever observer,dialogue-partner'"
    ),
    "Which partners were never dialogue partners or observers?": (
        "sco list partner --where 'not ever dialogue-partner,observer'"
    ),
    "Which were the observers when Afghanistan became one?": "sco list observer --on 2012-06-07",
    "Who are the observers?": "sco list observer",
}

VALUES = {
    "Did two countries join in 2017?": True,
    "Were there fewer than ten members at the end of 2023?": True,
    "Does the SCO have more than ten members?": False,
    "Are all members founders?": False,
    "Is every founder still a member?": True,
    "Name the two countries that joined in 2017.": ["IN", "PK"],
    "Is Iran a member, an observer or a partner?": "member",
    "Cambodia: member, observer or something else?": "partner",
}

REFUSED = (
    "Which countries are not members?",  # all others of the world
    "Which country gave up observer status for membership in 2023?",
    "Which countries were once observers and dialogue partners?",  # both once, or partners now
    "Which countries had joined by the Astana summit of 2017?",
    "Is India and not Pakistan a member?",
    "the nine members",  # there are ten
    "Which members did not apply for membership?",  # never known
    "Is a member?",
    "Is it a member?",
)


@each(("question", "command"), list(COMMANDS.items()))
def test_a_question_asks_what_its_command_says(question: str, command: str) -> None:
    """Each clause is a condition, with the time and place that stand with it, and nothing else is asked."""
    assert read(DATA, question, TODAY).command == command


@each(("question", "value"), list(VALUES.items()))
def test_what_no_command_asks_has_its_answer(question: str, value: object) -> None:
    """How many there are is compared; of all of some it is asked whether none is not."""
    assert ask(DATA, question, TODAY).value == value


@each("question", REFUSED)
def test_what_could_be_read_otherwise_is_refused(question: str) -> None:
    """Nothing that is said is dropped, and what may mean two things is not answered as if it meant one."""
    with pytest.raises(NotUnderstood):
        ask(DATA, question, TODAY)


def test_what_two_clauses_share_is_shown_once() -> None:
    """A table that both have, or a note, is not repeated."""
    found = ask(DATA, "How many members does the SCO have and who are they?", TODAY)
    assert found.text.startswith(f"The SCO has {found.value} member states. Member states of the SCO ")
    assert len(found.tables) == 1


@each(
    ("question", "text"),
    [
        (
            "Which of these is not a member? India, Iran, Nepal",
            "Nepal is not a member state of the SCO.",
        ),
        ("Which of these is not a founder? China, Russia", "None: China and Russia founded the SCO."),
        ("Which of these has hosted a summit? Iran, Nepal, India", "India hosted a summit."),
        ("Who joined first, India or Iran?", "India was first (9 June 2017)."),
    ],
)
def test_the_answer_to_a_choice_names_those_that_it_is(question: str, text: str) -> None:
    """Not what was looked for, but who of them it is, or that it is none."""
    assert ask(DATA, question, TODAY).text == text
