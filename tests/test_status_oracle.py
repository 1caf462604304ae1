"""Who meets conditions, as `sco status --is`, `sco list` and `sco summit --where` tell it, against an oracle that knows the file alone."""

from random import Random

import pytest

from oracle import NO, UNKNOWN, YES, every, some
from random_conditions import Draw
from scocli.facts.select import Has
from scocli.facts.where import parse
from scocli.queries import answer
from scocli.queries.countries import Countries
from scocli.queries.status import Status
from scocli.queries.summit import SummitFacts
from test_facts_oracle import ON, ORACLES, SETS

VALUES = {YES: (True, "Yes: "), NO: (False, ("No: ", "No. ")), UNKNOWN: ("not-recorded", "Not recorded: ")}


def drawn(random):
    """A data set, what the oracle knows of it on a day, and conditions with their verdicts."""
    name, on = random.choice(list(SETS)), random.choice(ON)
    known = ORACLES[name]
    known.on = on
    draw = Draw(known, random)
    asked = [draw.whole(draw.one) for _ in range(random.choice((1, 1, 2)))]
    return SETS[name], known, asked, tuple(dict.fromkeys(parse(SETS[name], one.words) for one in asked))


def of_statuses(random):
    """The difference between an answer on some countries and what it should be."""
    data, known, asked, conditions = drawn(random)
    countries = tuple(random.sample(known.subjects, random.choice((1, 2, 3))))
    either = len(countries) > 1 and random.choice((False, True))
    verdicts = [every(one.tell(code) for one in asked) for code in countries]
    value, label = VALUES[(some if either else every)(verdicts)]
    found = answer(data, Status(countries=countries, is_=conditions, either=either), known.on)
    said = (countries, either, known.on, [one.words for one in asked])
    return [] if found.value == value and found.text.startswith(label) else [(*said, value, found.value, found.text)]


def of_summits(random):
    """The difference between who of those that came is listed and who should be."""
    data, known, asked, conditions = drawn(random)
    summit = random.choice(known.summits)
    came = sorted(delegation["country"] for delegation in summit["delegations"])
    codes = [code for code in came if every(one.tell(code) for one in asked) == YES]
    found = answer(data, SummitFacts(summit=summit["id"], where=conditions, show="countries"), known.on)
    return [] if found.value == codes else [(summit["id"], known.on, [one.words for one in asked], codes, found.value)]


def of_countries(random):
    """The difference between who is listed, or whether somebody is, and what should be."""
    data, known, asked, conditions = drawn(random)
    told = {code: every(one.tell(code) for one in asked) for code in known.subjects}
    said = (known.on, [one.words for one in asked])
    found = answer(data, Countries(where=conditions), known.on)
    codes = sorted(code for code in told if told[code] == YES and (code in data.countries or code in found.value))
    code = random.choice(known.subjects)
    value, label = VALUES[told[code]]
    has = answer(data, Countries(where=conditions, has=Has(((code,),))), known.on)
    listed = [] if found.value == codes else [(*said, codes, found.value)]
    return listed + ([] if has.value == value and has.text.startswith(label) else [(*said, code, value, has.text)])


@pytest.mark.parametrize("look", [of_statuses, of_summits, of_countries])
@pytest.mark.parametrize("seed", range(3))
def test_answers_agree_with_the_file(look, seed):
    """The value, and the word with which the sentence begins, of conditions drawn at random."""
    random = Random(seed)
    assert [difference for _ in range(30) for difference in look(random)] == []


@pytest.mark.slow
@pytest.mark.parametrize("look", [of_statuses, of_summits, of_countries])
@pytest.mark.parametrize("seed", range(100, 104))
def test_they_agree_in_thousands_of_combinations(look, seed):
    """Four times a thousand of each."""
    random = Random(seed)
    assert [difference for _ in range(1000) for difference in look(random)] == []
