"""Questions that are understood in other words only, and the table that says them so."""

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
    ("Of the countries that rose from observer to member, which one waited longest as an observer?", ["IR"]),
    ("When did the prime ministers of the SCO sit down together for the very first time?", "2001-09-14"),
    ("Six states put their names to the founding declaration of the SCO; which ones?", ["CN", "KG", "KZ", "RU", "TJ", "UZ"]),
    ("Who was running the SCO Secretariat as the year 2017 began?", ["Rashid Alimov"]),
    ("At which gathering of the leaders did the SCO do away with the observer category?", ["2025-tianjin"]),
    ("What do the letters RATS stand for in SCO parlance?", "Regional Anti-Terrorist Structure"),
    ("Who led the Indian delegation when Modi stayed away from the Astana summit of 2024?", ["Subrahmanyam Jaishankar"]),
    ("Leaving the six founders aside, which states are members today?", ["BY", "IN", "IR", "PK"]),
    ("What altered in the SCO's line-up of countries in the course of 2024?", [["2024-07-04", "BY", "member"]]),
    ("Which countries that held a status in the SCO sent nobody to the Tianjin summit?", ["AE", "AF", "BH", "KW", "LK", "QA", "SA"]),
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
    ("Which city has been announced as the venue of the summit of 2027?", "Islamabad"),
    ("Who is at the helm of the SCO Secretariat at the moment?", ["Nurlan Yermekbayev"]),
    ("Who held the gavel at the Qingdao summit?", ["Xi Jinping"]),
    ("Under what name did the grouping go before the SCO was set up in 2001?", "Shanghai Five"),
    ("What motto did India give to the summit it chaired in 2023?", "Towards a SECURE SCO"),
    ("By what principle does the SCO arrive at its decisions?", "consensus"),
    ("In which tongues does the SCO conduct its official business?", ["ru", "zh"]),
    ("What status did Iran hold in the year Belarus was made a dialogue partner?", "observer"),
    ("Which country passed through all three rungs: dialogue partner, observer, member?", ["BY"]),
    ("By how many did the count of SCO members rise between the end of 2016 and the end of 2017?", 2),
    ("Which countries became dialogue partners in the years 2021 to 2023?", ["AE", "BH", "EG", "KW", "MM", "MV", "QA", "SA"]),
    ("Set out the status changes that occurred between 2016 and 2020.", [["2017-06-09", "IN", "member"], ["2017-06-09", "PK", "member"]]),
    ("Which of the summits from 2019 to 2025 took place without Afghanistan?", ["2021-dushanbe", "2022-samarkand", "2023-new-delhi", "2024-astana", "2025-tianjin"]),
    ("Which countries came to the Tianjin summit as guests rather than as holders of a status?", ["ID", "LA", "MY", "TM", "VN"]),
    ("Did Egypt, by then a partner, take part in the Bishkek summit of 2026?", True),
    ("Was Qatar among those present when the leaders met in Bishkek in 2026?", "not-recorded"),
    ("Leaving the founding meeting aside, at which summits was a new member admitted?", ["2017-astana", "2023-new-delhi", "2024-astana"]),
    ("On what date was Türkiye promoted from dialogue partner to observer?", "none"),
]  # fmt: skip


@each(("question", "expected"), QUESTIONS)
def test_what_is_not_understood_as_it_stands_is_read_in_other_words(question, expected):
    assert ask(DATA, question, TODAY).value == expected


def test_every_line_of_the_table_is_needed():
    """Each line fits one of the questions, or one of their paraphrases."""
    said = {text for question, _ in QUESTIONS for text in (question, *paraphrases(question))}
    assert [pattern.pattern for pattern, _ in table() if not any(map(pattern.search, said))] == []
