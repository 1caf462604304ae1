"""What a question says of countries: its clauses, what belongs to each, and what is asked of those who meet them."""

import json

import pytest

from each import each
from scocli.ask import ask
from scocli.dataset import load
from scocli.errors import NotUnderstood

TODAY = "2026-01-15"
DATA = load()


VALUES = {
    "What is the English abbreviation of the SCO?": "SCO",
    "Current affairs for 2015: how many members are there?": 6,
    "Which countries were observers?": ["AF", "BY", "IN", "IR", "MN", "PK"],
    "How old is the SCO?": 24,
    "how long has the organisation existed": 24,
    "When did Iran become an observer and what is its current status?": "2005-07-05",
    "How do you say Shanghai Cooperation Organisation in Chinese?": "上海合作组织",
    "full form of sco in russian": "Шанхайская организация сотрудничества",
    "In 2016. How many members?": 6,
    "In 2016. Was India a member?": False,
    "When did China take over the chairmanship from Kazakhstan in 2024?": "2024-07-04",
    "has the summit come to Iran?": False,
    "2018 sco summit which country": ["CN"],
    "Which of these leaders attended the Qingdao summit in 2018? a) Hassan Rouhani b) Imran Khan": ["Hassan Rouhani"],
    "Сколько государств состоит в ШОС и сколько у организации партнёров?": 10,
    "Что изменилось в составе ШОС в 2017 году?": [["2017-06-09", "IN", "member"], ["2017-06-09", "PK", "member"]],
    "哪一届峰会正式接收了伊朗？": ["2023-new-delhi"],
    "2022年上合有没有新成员加入？": False,
    "The SCO Charter was signed: a) in Shanghai b) in Saint Petersburg c) in Tashkent": "Saint Petersburg",
    "Which country was welcomed into the SCO in July 2024?": ["BY"],
    "To whom did the chairmanship pass after Kazakhstan in 2024?": ["CN"],
    "Which State held the rotating chairmanship of the SCO from June 2011 to June 2012?": ["CN"],
    "Who chaired the SCO between June 2012 and September 2013?": ["KG"],
    "Which countries chaired the SCO from 2011 to 2012?": ["CN", "KG", "KZ"],
    "When was the Memorandum of Obligations of India signed?": "2016-06-24",  # not the first day of that meeting
    "Erdogan attended SCO summits list": ["2022-samarkand", "2024-astana", "2025-tianjin"],
    "Which former observers never made it to full membership?": ["AF", "MN"],
    "Which country spent the longest time as an SCO observer?": ["MN"],
    "When did the summit open at which Sri Lanka was made a dialogue partner?": "2009-06-15",
    "Were the founders observers?": False,
    "Was one of the founders an observer?": False,
    "Are the founders partners?": False,
    "Are the founders members?": True,
    "How many times has Kyrgyzstan held the chairmanship?": 4,  # once more than the summits that it chaired
    "How many chairmanships has Uzbekistan had?": 4,
    "Are only founders members?": False,
    "Did Modi ever chair a summit in person?": False,
    "Which summits since 2019 did Putin not attend in person?": ["2020-moscow", "2021-dushanbe", "2023-new-delhi"],
    "Which was the last summit before India's accession?": ["2016-tashkent"],  # not the one at which it joined
    "What is the Chinese name of the SCO?": "上海合作组织",
    "Did Uzbekistan host the first summit?": False,
    "Did Xi chair the first summit?": False,
    "Did China host the last summit?": True,
    "Was Modi prime minister at the Ufa summit?": True,
    "What was Modi's first summit?": ["2015-ufa"],
    "How many summits were there before 2013 Bishkek?": 12,
    "Which members were observers first?": ["BY", "IN", "IR", "PK"],
    "Which summits from 2017 to 2022 did Turkmenistan not attend?": [
        "2017-astana",
        "2018-qingdao",
        "2019-bishkek",
        "2020-moscow",
    ],
    "Which summits from 2022 to 2024 did Armenia not attend?": ["2022-samarkand", "2023-new-delhi", "2024-astana"],
    "Did only founders host summits?": False,
    "Have only members chaired summits?": True,
    "Was India at Ufa only as an observer?": True,
    "Did Xi go to the New Delhi summit?": True,
    "Was Ashraf Ghani in Dushanbe in 2021?": False,
    "Was Tokayev in Dushanbe in 2021?": True,
    "Is Korea, Republic of, a member?": False,  # as official lists call it
    "Is Frankreich a member?": False,
    "Which was the longest summit in China?": ["2012-beijing", "2018-qingdao", "2025-tianjin"],
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
    "Did the president of Kyrgyzstan miss the summit of 2010?": True,  # of whom it is recorded as of the head of state
}

REFUSED = (
    "did Pakistan take over the chairmanship from India?",
    "When did China take over the chairmanship from India?",  # from Kazakhstan
    "when did Mongolia receive a status?",  # two
    "How long did Iran wait before joining?",
    "Only once. Which countries hosted?",
    "Heads of government: who chaired in 2018?",
    "who hosted for the first time in 2012?",
    "did Belarus start out as an observer?",
    "was there a Tehran summit?",
    "did India leave the summit?",
    "Which Arab country is the newest SCO member?",
    "who led the Chinese delegation when Modi missed the Astana 2024 summit?",
    "Which country hosted the summit again?",
    "Which countries of the time were observers?",
    "Was Iran a member when the leaders met?",  # at which summit
    "Over the years, how many members did the SCO have?",
    "Which countries became partners in 2022?",  # they were called dialogue partners
    "thought iran was only observer, when did that change",
    "What does the Secretariat",
    "How many times has China held the chairmanship?",  # of the first years not all terms are on record
    "How many chairmanships has Russia had?",
    "Какая страна вошла в ШОС перед Белоруссией?",  # the one right before it, not all
    "Which of these leaders did not attend the Qingdao summit in 2018? A) Hassan Rouhani B) Narendra Modi C) Imran Khan D) Vladimir Putin",
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
    "chairs of the summits",  # not the summits
    "Was Iran a member before?",  # before what
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
    "Who signed the memorandum with Azerbaijan?",  # its other side
    "from which year to which year was India an observer",  # both
    "Which summits did Putin not attend?",  # not those that he missed
    "How many countries joined first in 2003?",  # none
    "What changed at the 2003 Beijing summit?",
    "As of 2015, I would be grateful if the number of members could be confirmed.",  # of a day
    "In 2004 identify the man who was the secretary-general",
    "Modi travelled to which city for the 2024 SCO summit?",  # to none
    "Did Xi fly to New Delhi for the 2023 summit?",  # he came by video
    "Who chaired the 2023 summit? Give only the country.",
    "Before becoming a member, Belarus was ____ until 2015.",
    "Which countries became members together in 2023?",  # one did
    "Which members were announced at the Samarkand summit?",
    "Which countries joined in 2017 and which summit was held next year?",  # told from 2017
    "Who was Secretary-General in her last year?",
    "Which countries hosted the summits held by video?",  # not all hosts
    "second expansion of the SCO",  # not the second country
    "which countries received a status for the first time in 2025",  # not what changed
    "which country in SCO",  # not what a member is
    "When did Mongolia become an observer and has its status changed?",  # nothing reads the second part
    "When did India and Pakistan join and who were their leaders at the 2018 summit?",  # whose
    "When did India join and who was its leader at the 2018 summit?",
    "Which countries attended only one summit?",  # not all delegations are on record
    "What is the Russian name of the RATS?",
    "Which leader attended his first summit in 2013?",  # not the first of 2013
    "Sort the summits by number of participants",
    "Was there another summit in 2003?",  # not one that another country chaired
    "Which members started as observers?",  # not as dialogue partners
    "Has an observer ever hosted a summit?",  # as one, or when it was a member
    "Since when has Azerbaijan had its status?",  # which of two
    "Was Medvedev prime minister at the 2012 summit?",  # he was not there
    "Where did Xi attend the 2021 summit from?",
    "Which summits did neither Modi nor Putin attend?",  # only those that they are known to have missed are on record
    "At which summits was Mirziyoyev prime minister?",  # not those to which he came as one
    "What was the newest member before it joined?",
    "Name five members",  # which five of them
    "Give me three leaders that attended Tianjin",
    "Did Xi go to New Delhi in 2023?",  # he came by video
    "Was Tokayev in New Delhi in 2023?",
    "Did India attend only as an observer?",  # as a member too
)


@each(("question", "value"), list(VALUES.items()))
def test_what_no_command_asks_has_its_answer(question: str, value: object) -> None:
    """How many there are is compared; of all of some it is asked whether none is not."""
    assert ask(DATA, question, TODAY).value == value


@each("question", REFUSED)
def test_what_could_be_read_otherwise_is_refused(question: str) -> None:
    """Nothing that is said is dropped, and what may mean two things is not answered as if it meant one."""
    with pytest.raises(NotUnderstood):
        ask(DATA, question, TODAY)


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
    ("伊朗在2023年期间是观察员国吗", True),
    # a status that a dialogue partner came to in steps
    ("Did any dialogue partner become a member?", True),
    ("Which dialogue partners became members?", ["BY"]),
)


@each(("question", "value"), ONE_AND_ALL)
def test_it_is_said_of_as_many_and_as_long_as_is_asked(question: str, value: object) -> None:
    """Neither of all where one is enough, nor of one day where it is any."""
    assert json.loads(json.dumps(ask(DATA, question, TODAY).value)) == value


def test_it_is_the_body_that_was_named():
    """Not the organisation, behind a full stop or an 'and'."""
    for question in ("Where is RATS and when was it founded?", "Where is RATS based? When was it set up?"):
        assert "dates from 17 June 2004" in ask(DATA, question, TODAY).text, question
