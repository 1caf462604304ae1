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
]  # fmt: skip


@each(("question", "expected"), QUESTIONS)
def test_what_is_not_understood_as_it_stands_is_read_in_other_words(question, expected):
    assert ask(DATA, question, TODAY).value == expected


def test_every_line_of_the_table_is_needed():
    """Each line fits one of the questions, or one of their paraphrases."""
    said = {text for question, _ in QUESTIONS for text in (question, *paraphrases(question))}
    assert [pattern.pattern for pattern, _ in table() if not any(map(pattern.search, said))] == []
