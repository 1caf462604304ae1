"""What stands around a question as people type it: left aside and told, checked, or a reason to refuse the question."""

import pytest

from each import each
from scocli.ask import ask
from scocli.ask.surroundings import CAUSE, NOT_HELD, SORT
from scocli.ask.vocabulary import vocabulary
from scocli.dataset import load
from scocli.errors import NotUnderstood
from scocli.text import quoted

TODAY = "2026-01-15"
DATA = load()


@each(
    ("question", "expected", "left"),
    [
        ("Name the SCO dialogue partners in 2012 for my seminar paper", ["BY", "LK", "TR"], ["for my seminar paper"]),
        ("when did Azerbaijan become a dialogue partner? asking for our presentation in Baku", "2015-07-10", ["asking for our presentation in Baku"]),
        ("Deadline in 20 min: is Belarus a member of the SCO?", True, ["Deadline in 20 min"]),
        ("For the newsletter, is Iran a member? My flatmate swears it is.", True, ["For the newsletter", "My flatmate swears it is"]),
        ("Official languages of the SCO (UPSC prelims)", ["ru", "zh"], ["UPSC prelims"]),
        ("My grandson asks which countries made up the Shanghai Five", ["CN", "KG", "KZ", "RU", "TJ"], ["My grandson asks"]),
        ("pakistan kab member bana, i mean when did pakistan become a member", "2017-06-09", ["pakistan kab member bana, i mean"]),
        ("Who came for Iran to the Ufa... sorry, to the Samarkand summit?", ["Ebrahim Raisi"], ["to the Ufa... sorry"]),
        ("Sorry to bother you, is Iran a member?", True, ["Sorry to bother you"]),
        ("Is Iran a member? My friend says it is not.", True, ["My friend says it is not"]),
        ("I'm writing an essay. When did India join the SCO?", "2017-06-09", ["I'm writing an essay"]),
        ("pls help, who hosted the 2018 summit", ["CN"], ["pls help"]),
        ("which country took over the chairmanship after the 2019 Bishkek summit", ["RU"], []),
        ("omg is israel in the SCO?? someone on tiktok said so", False, ["someone on tiktok said so"]),
        ("Good evening. I am a retired teacher and I would like to know when Uzbekistan joined. Thank you.", "2001-06-15", ["Good evening. I am a retired teacher and I would like to know", "Thank you"]),
        ("I can't find it anywhere: who founded the SCO?", ["CN", "KG", "KZ", "RU", "TJ", "UZ"], ["I can't find it anywhere"]),
        ("need this for an interview tomorrow: is kuwait an sco member", False, ["need this for an interview tomorrow"]),
        ("I am from Turkey, which status has Turkey in SCO?", "partner", ["I am from Turkey"]),
        ("When was the Qingdao summit? Need the date for a footnote, cheers", "2018-06-09", ["Need the date for a footnote"]),
        ("where's the SCO secretariat? need to send them a letter", "Beijing", ["need to send them a letter"]),
        ("Hello, I work for a newspaper in Kenya and need to verify a fact: did Modi attend the Astana summit in 2024?", False, ["Hello, I work for a newspaper in Kenya and need to verify a fact"]),
        ("Tie-breaker, fingers on buzzers: on what date did the SCO Charter come into force?", "2003-09-19", ["Tie-breaker, fingers on buzzers"]),
        ("Is Israel part of the SCO? (reddit)", False, ["reddit"]),
        ("Was Kazakhstan one of the founders, or did it come later?", True, ["or did it come later"]),
        ("Please tell me when Belarus joined. Yours faithfully, J. Smith, Esq.", "2024-07-04", ["Yours faithfully, J. Smith, Esq."]),
        ("Journalist here, is Iran an SCO member?", True, ["Journalist here"]),
        ("Official languages of the SCO (SSC CGL 2023)", ["ru", "zh"], ["SSC CGL 2023"]),
        ("46th BCS: is Bangladesh a member of the SCO?", False, ["46th BCS"]),
        ("When did Uzbekistan hand over the chair to India? need it for my paper", "2022-09-16", ["need it for my paper"]),
        ("is Nepal a member? i told him no", False, ["i told him no"]),
        ("sorry if this is a dumb question but is China a member of SCO", True, ["sorry if this is a dumb question but"]),
    ],
)  # fmt: skip
def test_what_stands_around_a_question_is_left_aside_and_told(question, expected, left):
    """Who asks, what for, where it stood, and what was said before it was said right."""
    found = ask(DATA, question, TODAY)
    assert found.value == expected
    assert [note for note in found.notes if "Left aside" in note] == [f"Left aside: {quoted(one)}." for one in left]


@each(
    ("question", "expected", "said"),
    [
        ("my boss says vietnam has joined the sco. has it?", False, "No: Vietnam"),
        ("ChatGPT told me that Nepal is an observer. True?", False, "Nepal is an SCO partner"),
        ("we are arguing whether egypt is in the sco or not", False, "Egypt is an SCO partner"),
        ("As far as I know Sri Lanka is a dialogue partner. Since when?", "2009-06-16", "Sri Lanka"),
        ("Indonesia joined in 2017, but what status does it actually hold?", "none", "No: Indonesia"),
        ("I heard Turkey is a member. When did it join?", "none", "has never been a member state"),
        ("Is India a member? And Iran?", True, "Yes: Iran has been a member"),
        ("Is Iran in it? And Egypt?", False, "Egypt is an SCO partner"),
        ("Who hosted in 2019? And in 2020?", ["KG"], "hosted by Russia"),
        ("When did Iran join and is it still a member?", "2023-07-04", "Yes: Iran has been a member"),
        ("I am from Kyrgyzstan. How many summits has my country hosted?", 3, "hosted by Kyrgyzstan"),
        ("Pakistan. When did it join the SCO?", "2017-06-09", "Pakistan became a member"),
        ("Who chaired the Samarkand summit? I mean the person, not the country", ["Shavkat Mirziyoyev"], "chaired by"),
        ("I had a pupil from the Maldives once. What is its status?", "partner", "Maldives"),
        ("Is Iran in that shanghai club?", True, "Iran has been a member"),
    ],
)  # fmt: skip
def test_what_is_said_before_is_checked_and_named_again(question, expected, said):
    """A claim is asked as yes or no, its verdict stands beside what is asked; 'it' and 'and Iran?' mean what was named."""
    found = ask(DATA, question, TODAY)
    assert found.value == expected
    assert said in found.text


@each(
    "question",
    [
        "Which countries are members? Landlocked ones.",
        "Which countries are members? My class takes only those in Asia.",
        "Central Asia: who are the members?",
        "Who came to Tianjin for a speech?",
        "For my presentation on NATO: is Iran a member?",
        "My exam is on 2017: how many members were there?",
        "Who is the observer for my region?",
        "Is India, sorry, Iran an observer?",
        "Is Iran a member? Sorry, I meant India.",
        "Which countries joined in 2017 for a report?",
        "Is Iran, I mean is Pakistan a member",
        "Is Turkey a member, assuming nobody vetoes?",
        "Would Turkey be a member if Greece did not mind? my mate asks",
        "Which countries are members, excluding the landlocked ones?",
        "List the members. Only those in Asia please.",
        "List the members. Landlocked.",
        "my teacher wants the members that are democracies",
        "Who founded the SCO, and who founded NATO?",
        "Is Iran a member? And is it in BRICS?",
        "Is Iran a member of the SCO or of BRICS?",
        "Unless it has left, is Iran a member?",
        "Suppose Iran had left in 2024: how many members would there be?",
        "If Belarus were not counted, how many members are there?",
        "How many members are there, not counting the two giants?",
        "How many members are there? My boss only counts the big ones.",
        "Which countries are partners? I only need those in the Gulf.",
        "Which countries are observers? I need the Muslim ones.",
        "Who hosted the summit in 2019? Not the person, the hotel.",
        "When did Iran join, and why?",
        "When did Iran join? Also, what did Modi say about it?",
        "Is Pakistan a member? Will it stay?",
        "Iran is a member. Should it be?",
        "Iran is a member. Is that good for India?",
        "Kazakhstan is in the SCO. How big is its army?",
        "my uncle, who used to be the president of Belarus, asks how many members there are",
        "Is Nepal, instead of Bhutan, a member?",
        "Was Modi there in 2023, i.e. at the G20?",
        "Who chaired the 2017 summit? I mean the G20 one.",
        "Which countries joined in 2017? My essay is about 2018.",
        "Which countries joined? My essay is about 2018.",
        "I'm writing about the CSTO: who are its members?",
        "We are arguing about NATO. Is Turkey a member?",
        "My exam is about BRICS, who are the founders?",
        "I was told that Iran left. When did it?",
        "Is it true that Xi skipped 2023 because of the heat?",
        "For a bet: who will host in 2030?",
        "Deadline tomorrow: will Armenia join?",
        "Who attended the Tianjin summit (those who matter)?",
        "Who is the oldest, I forget, among the leaders?",
        "Is Iran a member except on paper?",
        "my boss does not believe that anyone but Iran joined in 2023. is he right?",
        "Nobody says that Iran is a member.",
        "Who says Iran is a member?",
        "Did my boss attend the Tianjin summit?",
        "Was my uncle the Secretary-General?",
        "Tell my mum who is the best member",
        "Is the SCO a military alliance? asking for homework",
        "need a list of members with their populations for homework",
        "I want to join the SCO, how do I apply?",
        "can my country join",
        "We would like to invite the Secretary-General, what is his phone number?",
        "Is Iran a full member, or is NATO?",
        "Which countries have embassies in Beijing? need it for a quiz about the SCO",
        "Who is in it apart from my favourites?",
        "Belarus became a member in 2024, but what did Lukashenko say?",
        "Turkey left in 2020. Who replaced it?",
        "Mongolia refused to join. When was that?",
        "Is Iran a member? Reply only if you are sure about 2010.",
        "Not for the first time I ask: was Nepal never a member?",
        "Landlocked countries only: who are the members?",
        "Wakanda Forever: when did it join?",
        "The Hanseatic League, when was it founded?",
        "Just watched a film about the Hanseatic League: when was it founded?",
        "For the Arab League: who are the members?",
        "In South Asia, which countries are members?",
        "By population, which member is first?",
        "Going by size, who is the last member?",
        "Hypothetically speaking, is Turkey a member if Iran leaves?",
        "Assuming nobody vetoes, is Turkey a member?",
        "Provided that it had applied, would Nepal be a member?",
        "Ignoring the observers, who attended in Samarkand?",
        "Ignore Iran. Which countries joined in 2023?",
        "Forget India. Who joined in 2017?",
        "Suppose India left. How many members are there?",
        "Which countries are members? The rich.",
        "Which countries are members? European.",
        "Which countries are members? Not the small fry.",
        "Which countries are members? My kid wants those starting with K.",
        "List the members. Central Asia.",
        "How many members are there? My class counts only republics.",
        "Who hosted the 2019 summit? My friend means the G20 one.",
        "Donald Duck is the newest member, isn't he?",
        "my cat is a member of the SCO",
        "The Kingdom of Gondor and Rohan are members, right?",
        "my brother says Gondor is a member. is it?",
        "I'm Indian, when did we join?",
        "As an observer, what is Nepal?",
        "I don't think Iran is a member. Am I right?",
        "My boss doubts that Iran is a member. Is he right?",
        "I read that Iran is no member. Is that wrong?",
        "Is Iran a member? Is Gondor?",
        "Is Iran a member? Also of BRICS?",
        "Who is the Secretary-General? And of NATO?",
        "When did Iran join and Gondor?",
        "I wonder why Iran joined. When did it?",
        "I wonder who will join next. Who are the members?",
        "Xi hosted in 2018. Where was the banquet?",
        "I was in Astana in 2017. Who paid for that?",
        "My grandfather was at the founding summit, who else was there?",
        "List the members. I need Asian states please.",
        "List the members. Nuclear powers please.",
        "In landlocked Eurasia, which countries are members?",
        "India and Pakistan joined in 2017. When did it become an observer?",
        "When did Iran join? And who hosted that summit?",
        "Modi was in Astana in 2017 and in Samarkand in 2022. Who chaired the summit there?",
    ],
)
def test_what_may_matter_is_never_left_aside(question):
    """What names something, denies, limits, supposes or asks for more; and whom no one has named."""
    with pytest.raises(NotUnderstood):
        ask(DATA, question, TODAY)


def test_what_is_refused_whoever_asks_stands_in_the_vocabulary():
    """The reasons that are named in the code are those of the words."""
    reasons = {line.value for line in vocabulary() if line.kind == "REFUSE"}
    assert reasons >= {CAUSE, SORT, NOT_HELD}
