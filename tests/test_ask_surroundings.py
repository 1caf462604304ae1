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
        ("Please tell me when Belarus joined. Yours faithfully, J. Smith, Esq.", "2024-07-04", ["Yours faithfully, J. Smith, Esq"]),
        ("Journalist here, is Iran an SCO member?", True, ["Journalist here"]),
        ("Breaking news, folks! Wakanda: is Iran a member?", True, ["Breaking news, folks! Wakanda"]),
        ("46th BCS: is Bangladesh a member of the SCO?", False, ["46th BCS"]),
        ("When did Uzbekistan hand over the chair to India? need it for my paper", "2022-09-16", ["need it for my paper"]),
        ("is Nepal a member? i told him no", False, ["i told him no"]),
        ("I am from Kyrgyzstan. How many summits has my country hosted?", 3, ["I am from Kyrgyzstan"]),
    ],
)  # fmt: skip
def test_what_stands_around_a_question_is_left_aside_and_told(question, expected, left):
    """Who asks, what for, and who signs."""
    found = ask(DATA, question, TODAY)
    assert found.value == expected
    assert [note for note in found.notes if "Left aside" in note] == [f"Left aside: {quoted(one)}." for one in left]


@each(
    "question",
    [
        "Which countries are members? Landlocked ones.",
        "Which countries are members? My class takes only those in Asia.",
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
        "After the merger: who is a partner?",
        "In the section on guests: who attended in 2025?",
        "Petrostates: which countries are members of the SCO?",
        "Gondor. When did it join the SCO?",
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
        "A: India, B: Iran. Which one joined first?",
        "The SCO was founded in 2001 and has 9 members. True or false?",
        "The number of the Samarkand summit is 23, true or false",
        "What is the procedure of joining SCO?",
        "Belarus joins SCO as 10th member; which was the ninth?",
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


@each(
    ("question", "expected"),
    [
        ("Dear Sir/Madam, I would be very grateful if you could kindly inform me when the SCO Secretariat opened.", "2004-01-15"),
        ("In which year were India and Pakistan made full members of SCO? (SSC CGL 2018)", "2017-06-09"),
        ("PM Modi skips SCO summit in Astana: who led the Indian delegation in 2024?", ["Subrahmanyam Jaishankar"]),
        ("Breaking: Belarus joins SCO. When was that?", "2024-07-04"),
        ("india sco ka member kab bana", "2017-06-09"),
        ("Where is the headquarter of SCO? (a) China (b) Pakistan (c) Tajikistan (d) Russia", ["CN"]),
        ("sco astana 2024 modi there??", False),
        ("How many full members did the SCO have before Belarus?", 9),
        ("House style: is Iran an observer of the SCO?", False),
        ("I'm writing a caption: who chaired the Samarkand summit?", ["Shavkat Mirziyoyev"]),
        ("To be clear, when did Belarus join?", "2024-07-04"),
        ("Requesting the list of founders of the SCO.", ["CN", "KG", "KZ", "RU", "TJ", "UZ"]),
        ("The Committee on Foreign Relations asks in which year Nepal became a dialogue partner.", "2015-07-10"),
        ("quick fact check b4 i post: saudi arabia joined sco in 2023 true?", False),
        ("hey so for class i gotta say when the sco charter came into force", "2003-09-19"),
        ("Could I check a date: when did Nepal become a dialogue partner?", "2015-07-10"),
        ("Please revert with the name of the first Secretary-General of the SCO.", ["Zhang Deguang"]),
        ("Your assistance in establishing the date of Iran's admission would be appreciated.", "2023-07-04"),
        ("May we request that you state who chaired the Bishkek summit of 2007?", ["Kurmanbek Bakiyev"]),
        ("With respect, is Iran an SCO observer?", False),
        ("Pray tell, which city houses the secretariat?", "Beijing"),
        ("Kindly confirm at your earliest convenience who chaired the Ufa summit.", ["Vladimir Putin"]),
        ("Caption: where was the 2015 summit held?", "Ufa"),
        ("Spelling aside, is Iran an SCO observer?", False),
        ("Reference is made to the SCO summit of 2016: where was it held?", "Tashkent"),
        ("bro is azerbaijan in sco or what", False),
        ("Please supply, at your earliest convenience, the venue of the twentieth summit.", "Moscow"),
        ("This Embassy has the honour to request the date of the Samarkand summit.", "2022-09-15"),
        ("Please supply the date on which the SCO Charter entered into force.", "2003-09-19"),
        ("Could you confirm the current status of Nepal in the SCO?", "partner"),
        ("Please confirm which city hosted the 2019 summit.", "Bishkek"),
        ("Confirm the venue of the 2019 summit was Moscow", False),
        ("The embassy would be grateful for confirmation of the venue of the 2019 summit.", "Bishkek"),
        ("Grateful for advice as to who chairs the SCO now.", ["KG"]),
        ("You are kindly requested to state the venue of the 2019 summit.", "Bishkek"),
        ("May I request the date of Iran's accession to the SCO?", "2023-07-04"),
        ("Details of the venue of the 2019 summit, please.", "Bishkek"),
        ("i cant find which city hosted the 2019 summit", "Bishkek"),
        ("dunno who chairs the sco now", ["KG"]),
        ("looking for the list of SCO observers in 2010", ["IN", "IR", "MN", "PK"]),
        ("let me ask: when did Belarus join the SCO", "2024-07-04"),
        ("The current status of Nepal would be appreciated.", "partner"),
        ("when did belarus join the sco? dont need details", "2024-07-04"),
        ("What on earth is a dialogue partner?", "dialogue-partner"),
        ("SCO me kitne desh hai", 10),
    ],
)  # fmt: skip
def test_what_people_type_is_read_as_they_mean_it(question, expected):
    """Polite openings, names of exams, headlines, slips and fragments."""
    assert ask(DATA, question, TODAY).value == expected
