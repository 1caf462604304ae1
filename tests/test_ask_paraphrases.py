"""Questions that are understood in other words only, and the table that says them so."""

import pytest

from each import each
from scocli.ask import ask
from scocli.ask.paraphrases import paraphrases, table
from scocli.dataset import load

TODAY = "2026-01-15"
DATA = load()
QUESTIONS = [
    ("In 2016, did both India and Pakistan have observer status at the SCO?", True),
    ("Status changes in the SCO, 2016 to 2019 inclusive - list with dates please.", [["2017-06-09", "IN", "member"], ["2017-06-09", "PK", "member"]]),
    ("Which of the observers and dialogue partners of the day failed to show up at Tianjin 2025?", ["AE", "AF", "BH", "KW", "LK", "QA", "SA"]),
    ("Besides Iran, who else was made an observer at the 2005 Astana summit?", ["IN", "PK"]),
    ("Which country has held all three statuses, dialogue partner, observer and full member?", ["BY"]),
    ("Was Iran already a full member when the SCO leaders met in Samarkand in 2022?", False),
    ("Has every founding member hosted at least one SCO summit?", True),
    ("Has Emomali Rahmon attended every SCO summit held so far?", True),
    ("Has Vladimir Putin been present at every SCO summit, in person or by video?", False),
    ("sco astana 2024 modi there??", False),
    ("Who led the Indian delegation when Modi stayed away from the Astana summit of 2024?", ["Subrahmanyam Jaishankar"]),
    ("Of the countries that rose from observer to member, which one waited longest as an observer?", ["IR"]),
    ("Did Tehran already sit in the SCO as a full member at the end of 2022?", False),
    ("Six states put their names to the founding declaration of the SCO; which ones?", ["CN", "KG", "KZ", "RU", "TJ", "UZ"]),
    ("Who was running the SCO Secretariat as the year 2017 began?", ["Rashid Alimov"]),
    ("At which gathering of the leaders did the SCO do away with the observer category?", ["2025-tianjin"]),
    ("What do the letters RATS stand for in SCO parlance?", "Regional Anti-Terrorist Structure"),
    ("Leaving the six founders aside, which states are members today?", ["BY", "IN", "IR", "PK"]),
    ("What altered in the SCO's line-up of countries in the course of 2024?", [["2024-07-04", "BY", "member"]]),
    ("In which city did the leaders meet in the year Mongolia became an observer?", "Tashkent"),
    ("Which summit was chaired by a country other than the one where it took place?", ["2003-moscow"]),
    ("Which countries that held a status in the SCO sent nobody to the Tianjin summit?", ["AE", "AF", "BH", "KW", "LK", "QA", "SA"]),
    ("Who was Secretary-General as the year 2014 ended?", ["Dmitry Mezentsev"]),
    ("Which countries were dialogue partners in late 2014?", ["BY", "LK", "TR"]),
    ("Which countries were observers in early 2005?", ["MN"]),
    ("Which countries joined the circle of dialogue partners in 2012?", ["TR"]),
    ("Which city was selected as the seat of the Regional Anti-Terrorist Structure?", "Tashkent"),
    ("Which countries head the list of summit hosts?", ["CN", "RU"]),
    ("On which date did Minsk become an observer?", "2015-07-10"),
    ("Did Kabul ever become a full member?", False),
    ("Did Ulaanbaatar ever become a full member?", False),
    ("Whose turn is it to lead the SCO now?", ["KG"]),
    ("How many summits did Uzbekistan put on before 2020?", 3),
    ("In what capacity is Mongolia tied to the SCO these days?", "partner"),
    ("What label does the Shanghai grouping currently attach to Cambodia?", "partner"),
    ("Has Turkmenistan ever been granted an official status by the SCO?", False),
    ("On what day did Iran stop being an observer and move up to full membership?", "2023-07-04"),
    ("Which day counts as the birthday of the Shanghai Cooperation Organisation?", "2001-06-15"),
    ("When did Saudi Arabia enter the circle of dialogue partners?", "2021-09-17"),
    ("On which date did the Charter of the SCO take effect?", "2003-09-19"),
    ("From what date did Bangladesh enjoy observer rights in the SCO?", "none"),
    ("Since when have India and Pakistan been at the table as full members?", "2017-06-09"),
    ("How long is the roll of SCO partners today: how many countries are on it?", 17),
    ("How many summits of heads of state has Uzbekistan put on so far?", 4),
    ("How many of the heads-of-state meetings were conducted wholly by video link?", 2),
    ("Name the newest arrival among the full members of the SCO.", ["BY"]),
    ("From which country does the present Secretary-General of the SCO hail?", ["KZ"]),
    ("Which states can style themselves SCO observers today?", []),
    ("In which city do the officials of the SCO Secretariat go to work?", "Beijing"),
    ("Where did the leaders put their signatures to the SCO Charter?", "Saint Petersburg"),
    ("Who is at the helm of the SCO Secretariat at the moment?", ["Nurlan Yermekbayev"]),
    ("Who held the gavel at the Qingdao summit?", ["Xi Jinping"]),
    ("At which summit was Ankara taken on as a dialogue partner?", ["2012-beijing"]),
    ("Under what name did the grouping go before the SCO was set up in 2001?", "Shanghai Five"),
    ("What motto did India give to the summit it chaired in 2023?", "Towards a SECURE SCO"),
    ("In which tongues does the SCO conduct its official business?", ["ru", "zh"]),
    ("Which country passed through all three rungs: dialogue partner, observer, member?", ["BY"]),
    ("By how many did the count of SCO members rise between the end of 2016 and the end of 2017?", 2),
    ("Which countries became dialogue partners in the years 2021 to 2023?", ["AE", "BH", "EG", "KW", "MM", "MV", "QA", "SA"]),
    ("Set out the status changes that occurred between 2016 and 2020.", [["2017-06-09", "IN", "member"], ["2017-06-09", "PK", "member"]]),
    ("Which of the summits from 2019 to 2025 took place without Afghanistan?", ["2021-dushanbe", "2022-samarkand", "2023-new-delhi", "2024-astana", "2025-tianjin"]),
    ("On which day did the membership grow from eight to nine?", "2023-07-04"),
    ("Which countries came to the Tianjin summit as guests rather than as holders of a status?", ["ID", "LA", "MY", "TM", "VN"]),
    ("How many days separate the accession of Belarus from that of Iran?", 366),
    ("Since India became a full member, which summit has its prime minister missed?", ["2024-astana"]),
    ("Leaving the founding meeting aside, at which summits was a new member admitted?", ["2017-astana", "2023-new-delhi", "2024-astana"]),
    ("On what date was Türkiye promoted from dialogue partner to observer?", "none"),
    ("How many SCO summits had been held before the one at which Iran became a member?", 22),
    ("Which SCO summit came directly before the one that admitted India and Pakistan?", ["2016-tashkent"]),
    ("Did Pakistan, by then a full member, take part in the Samarkand summit?", True),
    ("When did the leaders of the SCO sit down together for the very first time?", "2001-06-15"),
    ("Was India among those present when the leaders met in Samarkand?", True),
    ("Which city was chosen as the venue of the summit of 2022?", "Samarkand"),
    ("Which city housed the gathering of SCO leaders in the summer of 2009?", "Yekaterinburg"),
    ("By when had India shed its observer status?", "2017-06-09"),
    ("How many newcomers did the Ufa summit take on as dialogue partners?", 4),
    ("Who sat in the chair when the leaders convened in New Delhi?", ["Narendra Modi"]),
    ("What shifts of status did the year 2023 bring?", [["2023-07-04", "IR", "member"]]),
    ("What does the SCO count Pakistan as nowadays?", "member"),
    ("As what did Mongolia figure in the SCO's books in March 2010?", "observer"),
    ("Where did Armenia stand vis-à-vis the SCO in 2020?", "dialogue-partner"),
    ("Would it be accurate to call Türkiye a full member of the SCO?", False),
    ("Is it a fact that Cambodia and Nepal were taken in as dialogue partners on the same occasion?", True),
    ("Was there ever a time when Afghanistan enjoyed observer status?", True),
    ("When did Nepal first gain a foothold in the SCO?", "2015-07-10"),
    ("How large was the membership on the eve of the Astana summit of 2017?", 6),
    ("How many nations carried the label of observer when 2016 drew to a close?", 6),
    ("How often has the summit come to Tashkent?", 3),
    ("In how many summits has Turkmenistan had a seat as a guest?", 10),
    ("How many Secretaries-General has the SCO had up to the present day?", 8),
    ("How many full years did Iran wait between becoming an observer and becoming a member?", 17),
    ("Who was the latest country to swap observer status for membership?", ["BY"]),
    ("Which countries were missing from the table at Tianjin in 2025?", ["AE", "AF", "BH", "KW", "LK", "QA", "SA"]),
    ("Which countries have staged the summit only a single time?", ["IN"]),
    ("Which summit saw the arrival of Belarus as a full member?", ["2024-astana"]),
    ("Which summit drew the greatest number of delegations?", ["2025-tianjin"]),
    ("Under whose leadership did the Mongolian delegation travel to Tianjin?", ["Ukhnaagiin Khurelsukh"]),
    ("Where was the SCO called into being?", "Shanghai"),
    ("Where do the SCO's counter-terrorism experts have their headquarters?", "Tashkent"),
    ("Which grouping of five states did the SCO grow out of?", "Shanghai Five"),
    ("Which languages enjoy official rank in the SCO?", ["ru", "zh"]),
    ("Trace Belarus's rise through the statuses of the SCO.", [["dialogue-partner", "2009-06-16"], ["observer", "2015-07-10"], ["member", "2024-07-04"]]),
    ("Which changes were made to the line-up at the Yekaterinburg summit?", [["2009-06-16", "BY", "dialogue-partner"], ["2009-06-16", "LK", "dialogue-partner"]]),
    ("Which countries crossed the threshold of full membership in 2017?", ["IN", "PK"]),
    ("Which city housed the gathering of SCO leaders in the autumn of 2014?", "Dushanbe"),
    ("Which city housed the gathering of SCO leaders in the spring of 2003?", "Moscow"),
    ("Which summits before 2020 have had Bishkek as their venue?", ["2007-bishkek", "2013-bishkek", "2019-bishkek"]),
    ("Who took the chair over from China in 2018?", ["KG"]),
    ("Did the Maldives already have some standing with the SCO by the close of 2021?", False),
    ("Who took over as Secretary-General once Vladimir Norov's term was up?", ["Zhang Ming"]),
]  # fmt: skip
OF_LIVE_DATA = [
    ("By what principle does the SCO reach its decisions?", "consensus"),
    ("Who presided when the prime ministers met in Islamabad?", ["Shehbaz Sharif"]),
]
"""The same of facts that the frozen data do not have."""


@each(("question", "expected"), QUESTIONS)
def test_what_is_not_understood_as_it_stands_is_read_in_other_words(question, expected):
    assert ask(DATA, question, TODAY).value == expected


@pytest.mark.usefixtures("live")
def test_the_same_of_facts_that_the_frozen_data_do_not_have():
    data = load()
    assert [ask(data, question, TODAY).value for question, _ in OF_LIVE_DATA] == [value for _, value in OF_LIVE_DATA]


def test_every_line_of_the_table_is_needed():
    """Each line fits one of the questions, or one of their paraphrases."""
    said = {text for question, _ in QUESTIONS + OF_LIVE_DATA for text in (question, *paraphrases(question))}
    assert [pattern.pattern for pattern, _ in table() if not any(map(pattern.search, said))] == []
