"""What a question says of countries: its clauses, what belongs to each, and what is asked of those who meet them."""

import json

import pytest

from each import each
from scocli.ask import ask, read
from scocli.dataset import load
from scocli.errors import NotUnderstood
from scocli.queries.base import command_line

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
    "Who became an observer at the summit before Astana 2017?": "sco list --where 'became observer at 2016-tashkent'",
    "Who led India at the summit before Tianjin 2025?": "sco attendance IN --at 2024-astana --show people",
    "Did Turkey attend the summit after Astana 2024?": "sco attendance TR --at 2025-tianjin --show any",
    "Did Turkey attend a summit after Astana 2024?": "sco attendance TR --from 2024-07-05 --show any",
    "Кто стал наблюдателем на саммите перед Астаной 2017?": "sco list --where 'became observer at 2016-tashkent'",
    # 'in or after' means both
    "Who became a member in or after 2017?": "sco list --where 'became member 2017..'",
    "Did India become a member in or after 2017?": "sco list --where 'became member 2017..' --has IN",
    "Who became an observer on or after 5 July 2005?": "sco list --where 'became observer 2005-07-05..'",
    "Who became an observer in or before 2005?": "sco list --where 'became observer ..2005'",
    "Who became a member on or before 9 June 2017?": "sco list --where 'became member ..2017-06-09'",
    "Who became a member at or after Astana 2017?": "sco list --where 'became member 2017-06-08..'",
    "Which countries joined in 2017 or earlier?": "sco list --where 'became member ..2017'",
    "Which members joined in July 2005 or later?": "sco list --where 'became member 2005-07-01..'",
    "Which countries were observers in or after 2010?": "sco list --where 'ever observer 2010..'",
    "Was Iran a member at or after Astana 2017?": "sco status IR --is 'ever member 2017-06-08..'",
    "Who joined by or before 2017?": "sco list --where 'became member ..2017'",
    "Кто стал членом в 2017 году или раньше?": "sco list --where 'became member ..2017'",
    "Кто стал членом в 2017 году или позже?": "sco list --where 'became member 2017..'",
    "哪些国家在2017年或更早加入?": "sco list --where 'became member ..2017'",
    "2017年及以后加入的国家有哪些?": "sco list --where 'became member 2017..'",
    "Are any applicants members?": "sco list member --where applied --show any",
    "Какие страны вступили в 2017 году или ранее?": "sco list --where 'became member ..2017'",
    # what founders, applicants and guests are is said of them
    "Which founders were observers?": "sco list observer --where founder",
    "How many founders were observers?": "sco list observer --where founder --show count",
    "Was any founder an observer?": "sco list observer --where founder --show any",
    "Какие основатели были наблюдателями?": "sco list observer --where founder",
    "哪些创始国是观察员国?": "sco list observer --where founder",
    "Were any of the Shanghai Five observers?": "sco list observer --where predecessor --show any",
    "Which applicants are members?": "sco list member --where applied",
    "Which guests at Tianjin are members?": "sco list member --where 'attended 2025-tianjin as guest'",
    "Did Iran attend the summit that admitted Belarus?": "sco attendance IR --at 2024-astana --show any",
    "Which summit admitted Iran?": "sco summits --where 'granted member to IR'",
    # what is denied, left out, chosen from
    "Which members are neither founders nor former observers?": "sco list member --where 'not founder' --where 'not ever observer'",
    "Who joined in 2017 along with India?": "sco list --where 'became member 2017' --where 'not IN'",
    "Did anyone join along with Iran?": "sco list --where 'became member 2023-07-04' --where 'not IR' --show any",
    "Who were the members, observers and dialogue partners in 2016?": "sco list member observer dialogue-partner --on 2016",
    "Who joined first, India or Iran?": "sco list --where IN,IR --where 'became member' --show first",
    "Did India or Iran join first?": "sco list --where IN,IR --where 'became member' --show first",
    "Who joined in the first expansion?": "sco list --where 'became member 2001-06-16..' --show first",
    "Which countries joined in the expansion of 2017?": "sco list --where 'became member 2017'",
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
    # what 'are' says is so today, whatever they came as
    "Which countries that are not members attended the Astana summit of 2024?": (
        "sco list --where 'not member' --where 'attended 2024-astana'"
    ),
    "Which countries that are members attended the Ufa summit?": "sco list member --where 'attended 2015-ufa'",
    "In which country was the 2024 summit?": "sco summit 2024-astana --show host",
    "What country was the 2024 summit in?": "sco summit 2024-astana --show host",
    "Which country handed over the chair to China?": "sco about chairmanship --show previous --country CN",
    "To whom did China hand over the chair?": "sco about chairmanship --show next --country CN",
    "In which year did India chair?": "sco about chairmanship --show since --country IN",
    "Who led SCO in 2015?": "sco about chairmanship --on 2015",
    "In what country was the Shanghai Cooperation Organisation founded?": "sco summit 2001-shanghai --show host",
    "Whose successor was Norov?": "sco about secretary-general --show previous --person 'Vladimir Norov'",
    "What happened at Ufa?": "sco changes --from 2015-07-09 --to 2015-07-10",
    "Saudi Arabia at Bishkek 2019?": "sco attendance SA --at 2019-bishkek --show any",
    "Was the 2020 summit done over video?": "sco summits --from 2020 --to 2020 --where 'held virtual' --show any",
    "Since when has India chaired SCO?": "sco about chairmanship --show since --country IN",
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
    # who came to one meeting and missed another
    "Which countries attended the 2024 summit and missed the 2025 summit?": (
        "sco list --where 'attended 2024-astana' --where 'absent from 2025-tianjin'"
    ),
    "Which countries missed 2024 and attended 2025?": (
        "sco list --where 'absent from 2024-astana' --where 'attended 2025-tianjin'"
    ),
    "Who attended the 2022 summit but skipped the 2023 one?": (
        "sco list --where 'attended 2022-samarkand' --where 'absent from 2023-new-delhi'"
    ),
    "Which summits did India attend and Modi miss?": (
        "sco summits --where 'attended by IN' --where 'missed by \"Narendra Modi\"'"
    ),
    "Has Modi missed every summit since 2023?": "sco attendance 'Narendra Modi' --from 2023 --not --show any",
    "Пропустил ли Моди все саммиты с 2023 года?": "sco attendance 'Narendra Modi' --from 2023 --not --show any",
    "白俄罗斯是在哪次峰会上加入上合组织的": "sco summits --where 'granted member to BY'",
    # not to be represented by somebody is not to have been missed by them
    "At how many summits was Azerbaijan not represented by its president?": (
        "sco summits --where 'not attended by AZ led by president' --show count"
    ),
    "Which summits did the president of Azerbaijan not attend?": "sco summits --where 'not attended by AZ led by president'",
    "Was India not represented by its prime minister at the 2024 summit?": (
        "sco attendance IN --led-by 'prime minister' --at 2024-astana --not --show any"
    ),
    # the first or last summit that somebody attended is not the SCO's
    "Who represented Iran at the first summit it attended?": "sco attendance IR --at 2005-astana --show people",
    "Who represented Iran at its first summit?": "sco attendance IR --at 2005-astana --show people",
    "Who represented Iran at the second summit it attended?": "sco attendance IR --at 2006-shanghai --show people",
    "Who represented Afghanistan at the last summit it attended?": "sco attendance AF --at 2020-moscow --show people",
    "What was the status of Iran at the first summit it attended?": "sco status IR --on 2005-07-04",
    "Who chaired the first summit attended by Modi?": "sco summit 2015-ufa --show chair",
    "Did India at the first summit attend by video?": "sco attendance IN --mode video --at 2001-shanghai --show any",
    # what is one thing but not another is so on one day
    "Was Belarus an observer but not a member in 2012?": "sco status BY --on 2012 --is observer --is 'not member'",
    "Was Belarus in 2012 an observer but not a member?": "sco status BY --on 2012 --is observer --is 'not member'",
    "Was Iran an observer and not a member in 2010?": "sco status IR --on 2010 --is observer --is 'not member'",
    "Is Mongolia an observer but not a member?": "sco status MN --is observer --is 'not member'",
    "Which countries are observers but not members?": "sco list observer --where 'not member'",
    "Which countries were dialogue partners but not observers in 2012?": (
        "sco list dialogue-partner --on 2012 --where 'not observer'"
    ),
    "Which countries were observers in 2010 but not members?": "sco list observer --on 2010 --where 'not member'",
    "Which observers in 2010 are not members?": "sco list --where 'observer 2010' --where 'not member'",
    "Was Belarus an observer, not a member, in 2012?": "sco status BY --on 2012 --is observer --is 'not member'",
    "Was Belarus not an observer but a dialogue partner in 2012?": (
        "sco status BY --on 2012 --is dialogue-partner --is 'not observer'"
    ),
    "Is Iran a member, not an observer?": "sco status IR --is member --is 'not observer'",
    "Which countries are members but were not observers?": "sco list member --where 'not ever observer'",
    # those who are something now and became something, where none came from the one to the other
    "Which members became members before Belarus?": "sco list member --where 'became member ..2024-07-03'",
    "Which members became members in 2017?": "sco list member --where 'became member 2017'",
    "Which members became observers before 2010?": "sco list member --where 'became observer ..2009'",
    "Which partners became dialogue partners before 2016?": "sco list partner --where 'became dialogue-partner ..2015'",
    # what was so 'from ... to ...' was so all the while, as 'since'; 'between', at some time
    "Was Iran a member from 2005 to 2023?": "sco status IR --is 'throughout member 2005-12-31..2023-01-01'",
    "Был ли Иран членом ШОС с 2005 по 2023 год?": "sco status IR --is 'throughout member 2005-12-31..2023-01-01'",
    "伊朗2005年至2023年是成员国吗？": "sco status IR --is 'throughout member 2005-12-31..2023-01-01'",
    "Was Iran an observer between 2005 and 2023?": "sco status IR --is 'ever observer 2005..2023'",
    "莫迪缺席了2023年以来的所有峰会吗": "sco attendance 'Narendra Modi' --from 2023 --not --show any",
    # so many years back from today, and days that two words bound
    "Which countries joined in the past ten years?": "sco list --where 'became member 2016-01-15..'",
    "Which countries joined after 8 June 2017 but before 10 June 2017?": "sco list --where 'became member 2017-06-09'",
    # one line for what each of these words and shapes alone decides
    "When was Saudi Arabia first given a status?": "sco history SA --show since --category dialogue-partner",
    "Was India no longer an observer by 31 December 2017?": (
        "sco status IN --on 2017-12-31 --is 'ever observer ..2017-12-31' --is 'not observer'"
    ),
    "When was Belarus's accession procedure opened in Samarkand?": "sco history BY --show procedure",
    "Which summit was the only one in India?": "sco summits --where 'hosted by IN'",
    "Who attended the 3rd and 4th summits?": "sco list --where 'attended 2003-moscow' --where 'attended 2004-tashkent'",
    "At which summits were both India and Pakistan led by the prime minister?": (
        "sco summits --where 'attended by IN led by prime-minister' --where 'attended by PK led by prime-minister'"
    ),
    "Which countries applied but never attended the 2024 summit?": (
        "sco list --where applied --where 'not attended 2024-astana'"
    ),
    "Who joined in 2017 and did not attend the 2024 summit?": (
        "sco list --where 'became member 2017' --where 'not attended 2024-astana'"
    ),
    "Who was the successor of Norov?": "sco about secretary-general --show next --person 'Vladimir Norov'",
    "Who hosted more summits, India or Uzbekistan?": "sco list --where IN,UZ --where hosted --show most",
    "Which country, India or Nepal, is a member?": "sco list --where IN,NP --where member",
    "Which countries were members when the 2017 summit was held?": "sco list member --on 2017-06-07",
    "Which summits held before 2010 did Iran attend?": "sco attendance IR --to 2009",
    "Did anyone represent Nepal?": "sco attendance NP --show any",
    "Apart from India, which founders attended the 2024 summit?": (
        "sco list --where 'not IN' --where founder --where 'attended 2024-astana'"
    ),
    "Who attended in 2024 and never in 2025?": (
        "sco list --where 'attended 2024-astana' --where 'not attended 2025-tianjin'"
    ),
}

VALUES = {
    "The SCO Charter was signed: a) in Shanghai b) in Saint Petersburg c) in Tashkent": "Saint Petersburg",
    "Which country was welcomed into the SCO in July 2024?": ["BY"],
    "To whom did the chairmanship pass after Kazakhstan in 2024?": ["CN"],
    "Erdogan attended SCO summits list": ["2022-samarkand", "2024-astana", "2025-tianjin"],
    "Which former observers never made it to full membership?": ["AF", "MN"],
    "Which country spent the longest time as an SCO observer?": ["MN"],
    "When did the summit open at which Sri Lanka was made a dialogue partner?": "2009-06-15",
    "Were the founders observers?": False,
    "Was one of the founders an observer?": False,
    "Are the founders partners?": False,
    "Are the founders members?": True,
    "Был ли один из основателей наблюдателем?": False,
    "Is Korea, Republic of, a member?": False,  # as official lists call it
    "Is Frankreich a member?": False,
    "Which was the longest summit in China?": ["2012-beijing", "2018-qingdao", "2025-tianjin"],
    "By how many did the number of members grow from 2016 to 2024?": 4,
    "Did two countries join in 2017?": True,
    "Were there fewer than ten members at the end of 2023?": True,
    "Does the SCO have more than ten members?": False,
    "Are all members founders?": False,
    "Is every founder still a member?": True,
    "Name the two countries that joined in 2017.": ["IN", "PK"],
    "Is Iran a member, an observer or a partner?": "member",
    "Cambodia: member, observer or something else?": "partner",
    "Did Azerbaijan attend in 2023 and miss 2024?": False,
    "Did Modi attend in 2024 and miss 2025?": False,
    "Did Modi miss 2024 and attend 2025?": True,
    "Did Iran become an observer and a member in 2023?": False,
    "Did Iran become an observer and a member?": True,
    "Did Narendra Modi miss all summits?": False,
    "Did the president of Kyrgyzstan miss the summit of 2010?": True,  # of whom it is recorded as of the head of state
    "Did Modi miss both the 2024 and 2025 summits?": False,
}

REFUSED = (
    "Which of these leaders did not attend the Qingdao summit in 2018? A) Hassan Rouhani B) Narendra Modi C) Imran Khan D) Vladimir Putin",
    "Which of these is an official language of the SCO? A) Hindi B) Russian C) Persian",  # there are two
    "Which summits took place without Pakistan?",  # it hosted none of them, and came to some
    "Which of today's partners has had a status in the SCO for the longest time?",  # of all that it held
    "Was Armenia's application granted?",  # how it ended is not that it was made
    "Did the SCO grant Armenia's application?",
    "亚美尼亚的申请获批了吗?",
    "Has Armenia withdrawn its application?",  # an application is no status that is left
    "Is Afghanistan suspended?",
    "Which guests at Tianjin were observers?",  # then they were none
    "Did India attend the summit before Shanghai 2001?",  # there was none
    "In which country was the largest summit?",  # not who came to most
    "Country of the SCO summit of 2019",
    "Was the 2019 summit in Bishkek and the 2020 one in Moscow?",  # each in a city of its own
    "Which countries hosted in 2015 and 2016?",  # those of each, or who did in both
    "How many members in 2001 and 2017?",  # how many in each
    "Has anybody chaired five summits?",  # no person has, China and Kazakhstan have
    "Was Medvedev at Yekaterinburg and Putin at Beijing 2012?",  # each at a summit of his own
    "Which of the 2010 observers attended in 2025?",  # the year is that of what they were
    "From when till when was India an observer?",  # two days
    "Which countries are not members?",  # all others of the world
    "Which country gave up observer status for membership in 2023?",
    "Which countries were once observers and dialogue partners?",  # both once, or partners now
    "Which countries had joined by the Astana summit of 2017?",
    "Is India and not Pakistan a member?",
    "Which of them are members?",
    "Which of these are members?",
    "印度没有出席过多少次峰会",
    "Has the SCO had no observers?",
    "Кто из них члены ШОС?",
    "其中谁是成员国?",
    "Who joined in 2017 and who of them attended Tianjin?",
    "How many summits did India not attend?",  # not all who stayed away are recorded
    "How many summits did neither India nor Turkey attend?",
    "How many members were there at the Astana summit of 2017?",  # who came, or who were when it ended
    "When was the previous summit?",  # the last, or the one before it
    "Who was an observer while Afghanistan was?",
    "the nine members",  # there are ten
    "Which members did not apply for membership?",  # never known
    "Is a member?",
    "Is it a member?",
    "Who joined in 2017 and who hosted?",  # then, or ever
    "Who represented Iran at the first summit its president attended?",
    "Who represented India at the last summit that Modi missed?",
    "Was Mongolia an observer but not a member?",  # on which day
    "Which countries were observers but not members?",
    "Did India attend the 2024 summit and Iran miss it?",
    "Which leaders attended the 2024 summit and missed the 2025 summit?",
    "Which summits did India and Pakistan attend and Iran miss?",  # each of them, or one
    "Who besides Modi was the last to represent India?",  # at which meeting
    "Was Putin in the chair in 2020?",  # of a summit, or of the SCO
)

SEVERAL = {
    # a day or a summit that one clause names is that of the others that have none and speak of no other time
    "How many members and how many observers were there in 2010?": (
        "sco list member --on 2010 --show count",
        "sco list observer --on 2010 --show count",
    ),
    "How many members were there in 2010 and how many observers does the SCO have?": (
        "sco list member --on 2010 --show count",
        "sco list observer --show count",
    ),
    "Who were the members in 2010 and who were the observers?": (
        "sco list member --on 2010",
        "sco list observer --on 2010",
    ),
    "What was the status of India and what was the status of Iran in 2010?": (
        "sco status IN --on 2010",
        "sco status IR --on 2010",
    ),
    "Who became an observer and who became a dialogue partner in 2012?": (
        "sco list --where 'became observer 2012'",
        "sco list --where 'became dialogue-partner 2012'",
    ),
    "Who hosted and who chaired the 2003 summit?": (
        "sco summit 2003-moscow --show host",
        "sco summit 2003-moscow --show chair",
    ),
    "Who hosted the summit and who chaired the summit in 2003?": (
        "sco summit 2003-moscow --show host",
        "sco summit 2003-moscow --show chair",
    ),
    "Who hosted the summit and who chaired it in 2003?": (
        "sco summit 2003-moscow --show host",
        "sco summit 2003-moscow --show chair",
    ),
    "Where was the 2003 summit and who chaired it?": (
        "sco summit 2003-moscow --show city",
        "sco summit 2003-moscow --show chair",
    ),
    "Who are the members and who were the observers in 2010?": ("sco list member", "sco list observer --on 2010"),
    "Who founded the SCO and who chaired the 2003 summit?": (
        "sco about founding --show countries",
        "sco summit 2003-moscow --show chair",
    ),
    # each of several statuses is asked of apart
    "When did Iran become an observer and a member?": (
        "sco history IR --show since --category observer",
        "sco history IR --show since --category member",
    ),
    "How long was Belarus a dialogue partner and an observer?": (
        "sco history BY --show duration --category dialogue-partner",
        "sco history BY --show duration --category observer",
    ),
    "When did India apply to be a member and an observer?": (
        "sco history IN --show application --category member",
        "sco history IN --show application --category observer",
    ),
}


@each(("question", "command"), list(COMMANDS.items()))
def test_a_question_asks_what_its_command_says(question: str, command: str) -> None:
    """Each clause is a condition, with the time and place that stand with it, and nothing else is asked."""
    assert read(DATA, question, TODAY).command == command


@each(("question", "commands"), list(SEVERAL.items()))
def test_a_question_of_several_things_asks_each(question: str, commands: tuple[str, ...]) -> None:
    """With what is said of all of them: 'how many members and how many observers in 2010'."""
    assert tuple(map(command_line, read(DATA, question, TODAY).queries)) == commands


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
    assert found.text.startswith(f"The SCO has {found.value} member states: ")
    assert len(found.tables) == 1


def test_what_came_first_is_said_first() -> None:
    """With its day; a name begins the sentence."""
    found = ask(DATA, "Which came first: the UAE as dialogue partner or Laos as partner?", TODAY)
    assert found.text.startswith("The United Arab Emirates came first (16 September 2022). ")


@each(
    ("question", "text"),
    [
        (
            "Which of these is not a member? India, Iran, Nepal",
            "Nepal is not a member state of the SCO.",
        ),
        ("Which of these is not a founder? China, Russia", "None: China and Russia founded the SCO."),
        ("Which of these has hosted a summit? Iran, Nepal, India", "India hosted a summit."),
        (
            "Which leaders led the delegation of India at least twice?",
            "Murli Deora, Narendra Modi and S. M. Krishna led delegations of India to at least 2 summits of the SCO.",
        ),
        ("Who joined first, India or Iran?", "India was first (9 June 2017)."),
        (
            "Did Iran apply for membership?",
            "Yes: Iran is among the countries that asked to become member states (24 March 2008).",
        ),
        (
            "Which members did not send a head of state to Tianjin?",
            "2 delegations came to the Tianjin summit of 2025 as member states, not led by a head of state: India and Pakistan.",
        ),
        ("sco chairman 2023-24", "Kazakhstan was chair of the SCO from 4 July 2023 to 4 July 2024."),
    ],
)
def test_the_answer_says_what_it_is(question: str, text: str) -> None:
    """Who of those given it is, not what was looked for, or that it is none; of a term all of it, not a day within."""
    assert ask(DATA, question, TODAY).text == text


ONE_AND_ALL = (
    # 'any of', 'some of' and 'one of' some that are named ask of one of them
    ("Were any of India, Iran and Turkey members in 2018?", True),
    ("Is any of Turkey, Laos and Iran a member?", True),
    ("Did one of India and Turkey join in 2017?", True),
    ("Did any of Modi and Xi attend Astana 2024?", True),
    ("Were some of Laos and Turkey members in 2018?", False),
    ("Is India one of the founders?", False),
    # 'not yet' denies all the time until then
    ("Is India not yet an observer?", False),
    ("Was Belarus not yet a dialogue partner on 9 June 2017?", False),
    ("Was Belarus not yet a member in 2023?", True),
    # 'during' asks of each day of a year, not of its end
    ("Was Iran an observer at any time in 2023?", True),
    ("Was Iran an observer in the course of 2023?", True),
    ("Which countries were observers during 2017?", ["AF", "BY", "IN", "IR", "MN", "PK"]),
    # each of several hosted, where 'and' joins them
    ("Have India and Turkey hosted a summit?", False),
    ("Did India and China host a summit?", True),
    ("Has India or Turkey hosted a summit?", True),
    ("who hosted - India, China or Iran - in 2023?", ["IN"]),
    # what was named before is meant by 'them', 'both', 'the former' and 'which', and what it was is asked of all of the past
    ("India and Pakistan joined in 2017. Which of them attended Tianjin?", ["IN", "PK"]),
    ("India and Pakistan joined in 2017. Which of these attended Tianjin?", ["IN", "PK"]),
    ("India, Nepal and Turkey came to Tianjin. How many of them are members?", 1),
    ("India and Mongolia attended Tianjin. Which of them is a member?", ["IN"]),
    ("Iran and India were observers. Which joined first?", ["IN"]),
    ("India and Turkey attended Tianjin. Are both members?", False),
    ("India and Turkey attended Tianjin. Is the former a member?", True),
    ("India and Turkey attended Tianjin. Is the latter a member?", False),
    # the same in other languages
    ("Был ли кто-нибудь из Индии и Турции членом ШОС?", True),
    ("印度和土耳其中有一个是成员国吗", True),
    ("Индия и Турция принимали саммит?", False),
    # 'no observer' denies the whole, not that they were observers
    ("Has no observer become a member?", False),
    ("Have no dialogue partners become members?", False),
    ("Has no member been an observer?", False),
    ("没有观察员国成为成员国吗", False),
    ("伊朗在2023年期间是观察员国吗", True),
    ("Has no member left the SCO?", True),
    # a status that a dialogue partner came to in steps
    ("Did any dialogue partner become a member?", True),
    ("Which dialogue partners became members?", ["BY"]),
)


@each(("question", "value"), ONE_AND_ALL)
def test_it_is_said_of_as_many_and_as_long_as_is_asked(question: str, value: object) -> None:
    """Neither of all where one is enough, nor of one day where it is any."""
    assert json.loads(json.dumps(ask(DATA, question, TODAY).value)) == value


def test_what_is_told_beside_was_so_at_some_time() -> None:
    """'Iran was an observer' holds, though it is none now."""
    found = ask(DATA, "Iran was an observer. Is it a member now?", TODAY)
    assert found.text.endswith("Yes: Iran has been an observer of the SCO.")
