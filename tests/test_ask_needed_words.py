"""What a pattern cannot do without: it is not compiled for a text that lacks it, so it must be in every text that it fits."""

import re

import test_ask_paraphrases
import test_ask_patterns
from each import each
from scocli.ask.patterns import Pattern
from scocli.ask.vocabulary import patterns


@each(
    ("pattern", "words"),
    [
        (r"\bwho (?:hosted|held) it\b", [{"who"}, {"it"}, {"hosted", "held"}]),
        (r"^(?:the )?charter(?= signed)", [{"charter"}]),
        (r"(?<!not )members?|states", []),
        (r"colou?r of (?:(?:the )?flag|(a|b))", [{"colo"}, {"of"}]),
        (r"(?:name (?:of|for)|called)[\s()\]]+sco", [{"sco"}, {"name", "called"}]),
        (r"(?P<who>putin|xi) came{1,2}", [{"cam"}, {"putin", "xi"}]),
        (r"1\ufe0f\u20e3 \x41 \w+ne", [{"ne"}]),
        (r"上合组织?(?:成立|建立)[了的]?", [{"上合组"}, {"成立", "建立"}]),
    ],
)
def test_what_a_pattern_needs(pattern, words):
    needed = Pattern(pattern).needed
    assert sorted(map(sorted, needed)) == sorted(map(sorted, words))


def test_every_text_that_a_pattern_fits_has_what_it_needs():
    asked = [question for of in (test_ask_paraphrases, test_ask_patterns) for question, _ in of.QUESTIONS]
    lacking = [
        (pattern.pattern, question)
        for name in ("en", "paraphrases", "courtesies")
        for pattern, _ in patterns(name)
        for fits in [re.compile(pattern.pattern, re.IGNORECASE).search]
        for question in asked
        if fits(question) and not all(any(word in question.casefold() for word in words) for words in pattern.needed)
    ]
    assert lacking == []


def test_case_does_not_matter():
    pattern = Pattern("members of the (sco)")
    assert pattern.sub(r"who is in \1", "MEMBERS OF THE SCO") == "who is in SCO"
    assert pattern.sub("nobody", "observers") == "observers"
    assert [found[1] for found in Pattern("(s)co").finditer("SCO, sco")] == ["S", "s"]
