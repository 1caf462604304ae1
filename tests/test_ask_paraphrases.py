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
    ("TRUE / FALSE / NOT GIVEN: Iran is an observer of the SCO.", False),
    ("Complete the statement below: The SCO headquarters is in ______", "Beijing"),
    ("Write ONE WORD ONLY. Which country chaired the SCO in 2022?", ["IN"]),
    ("Which country is not a member? A. India B. Nepal C. Iran", ["NP"]),
    ("The SCO Secretariat is located in: A Moscow B Tashkent C Beijing D Astana", "Beijing"),
    ("SCO secretariat is in (ক) Moscow (খ) Beijing (গ) Delhi (ঘ) Astana", "Beijing"),
    ("Our textbook says that Belarus is an observer. True?", False),
    ('Caption reads: "Modi at the 2018 Qingdao summit". Correct?', True),
    ("Copy has 'Tajikistan, which held the rotating SCO chair in 2013-14'. Correct?", True),
    ('"Turkey has left the SCO" - is that rumour true?', False),
    ("Was Belarus the tenth state to become a member?", True),
    ("State which country chairs the SCO", ["KG"]),
    ("Summarise India's path to full membership", [["observer", "2005-07-05"], ["member", "2017-06-09"]]),
    ("The stages in which Iran's status with the SCO changed", [["observer", "2005-07-05"], ["member", "2023-07-04"]]),
    ("historical timeline of Iran", [["observer", "2005-07-05"], ["member", "2023-07-04"]]),
    ("India became observer from which meeting?", ["2005-astana"]),
    ("at what time did belarus join", "2024-07-04"),
    ("the 2018 SCO summit, where was it held?", "Qingdao"),
    ("India becomes full member: when was that?", "2017-06-09"),
    ("which other country joined in 2017 along with India?", ["PK"]),
    ("In which city was the 24th meeting of the Council of the Heads of State of SCO Member States", "Astana"),
    ("which city was the 2015 summit in again?", "Ufa"),
    ("how many meetings were organized in Tashkent", 3),
    ("The SCO was put forward in which year?", "2001-06-15"),
    ("In which day Sri Lanka was become dialogue partner of SCO?", "2009-06-16"),
    ("was bahrain made dialogue partner in same summit with kuwait", True),
    ("On which summit was the process of accession of Belarus launched?", ["2022-samarkand"]),
    ("when did Uzbekistan pass the chairmanship to India", "2022-09-16"),
    ("date of Iran's application for full membership", "2008-03-24"),
    ("since when has Armenia had its present SCO status?", "2025-09-01"),
    ("who sat on the Indian side in Astana 2024", ["Subrahmanyam Jaishankar"]),
    ("who went to the Astana summit in 2024 from side of Iran", ["Mohammad Mokhber"]),
    ("In which city will the SCO Secretariat be housed?", "Beijing"),
    ("Iran's way from nothing to membership", [["observer", "2005-07-05"], ["member", "2023-07-04"]]),
    ("list members w/ dates", ["BY", "CN", "IN", "IR", "KG", "KZ", "PK", "RU", "TJ", "UZ"]),
    ("SCO's anti-terror agency headquarters", "Tashkent"),
    ("SCO emerged from a grouping called", "Shanghai Five"),
    ("what was sco known as before it was renamed", "Shanghai Five"),
    ("who were in the original Shanghai Five", ["CN", "KG", "KZ", "RU", "TJ"]),
    ("the so called observers of 2010", ["IN", "IR", "MN", "PK"]),
    ("Where did the Shanghai Five presidents meet in July 1998?", "Almaty"),
    ("what is a partner under the charter of the SCO", "partner"),
    ("Did UN chief Guterres attend the Tianjin summit", True),
    ("Does Japan hold any status in the SCO, even a low one?", False),
    ("Did Modi go to Tianjin in the end?", True),
    ("sco members @ 2018", ["CN", "IN", "KG", "KZ", "PK", "RU", "TJ", "UZ"]),
    ("who attended the Samarkand summit on 15 and 16 September 2022", ["AZ", "BY", "CN", "IN", "IR", "KG", "KZ", "MN", "PK", "RU", "TJ", "TM", "TR", "UZ"]),
    ("I would be very grateful if you could let me know when Mongolia became an observer", "2004-06-17"),
    ("And after Kyrgyzstan handed over the SCO chair in June 2019, which country had it?", ["RU"]),
    ("who represented Pakistan in 2019, Imran Khan or Shahbaz Sharif", ["Imran Khan"]),
    ("What changed in 2012 as regards who holds which status in the SCO?", [["2012-06-07", "AF", "observer"], ["2012-06-07", "TR", "dialogue-partner"]]),
    ("so what is turkey then?", "partner"),
    ("Our website lists Turkey as a member. Is that correct?", False),
    ("The brochure has nine members. Is that right?", False),
    ("helloooo who is the sg plssss", ["Nurlan Yermekbayev"]),
    ("How much observers had the SCO in 2012?", 5),
    ("Is Iran a member at the present time?", True),
    ("How is named the predecessor of the SCO?", "Shanghai Five"),
    ("In which languages conducts SCO its work?", ["ru", "zh"]),
    ("when did russia host sco for the first time", "2002-06-07"),
    ("ok wen iran joined", "2023-07-04"),
    ("which meeting took the decision to make Nepal a dialogue partner", ["2015-ufa"]),
    ("Which summit took the decision to admit Iran?", ["2023-new-delhi"]),
    ("When was the charter signed (dd/mm/yyyy)?", "2002-06-07"),
    ("I want all the members. Which are they?", ["BY", "CN", "IN", "IR", "KG", "KZ", "PK", "RU", "TJ", "UZ"]),
    ("turkey never became a full member, right?", True),
    ("We would appreciate confirmation that Egypt is a partner.", True),
    ("Write short note on Samarkand summit.", ["2022-samarkand"]),
    ("Recently which country joined SCO?", ["BY"]),
    ("In what city passed the last summit of the SCO?", "Tianjin"),
    ("Where passed the first SCO summit?", "Shanghai"),
    ("SCO official language quantity?", 2),
    ("Except for the founding six, which countries are members today?", ["BY", "IN", "IR", "PK"]),
    ("After Iran, which country was the next to join?", ["BY"]),
    ("The 24th SCO summit was chaired by which country's president?", ["KZ"]),
    ("Which of members joined in 2017", ["IN", "PK"]),
    ("what is a dialogue partner in diplomacy", "dialogue-partner"),
    ("sco astana 2024 modi there??", False),
]  # fmt: skip


@each(("question", "expected"), QUESTIONS)
def test_what_is_not_understood_as_it_stands_is_read_in_other_words(question, expected):
    assert ask(DATA, question, TODAY).value == expected


def test_every_line_of_the_table_is_needed():
    """Each line fits one of the questions, or one of their paraphrases."""
    said = {text for question, _ in QUESTIONS for text in (question, *paraphrases(question))}
    assert [pattern.pattern for pattern, _ in table() if not any(map(pattern.search, said))] == []
