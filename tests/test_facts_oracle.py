"""Conditions and selects against an oracle that knows the file alone."""

import json
from itertools import product, starmap
from operator import ge, le
from random import Random

import pytest

from mutants import FIELDS
from oracle import NO, UNKNOWN, YES, Oracle, days_of, deny, every, some, with_gaps
from random_conditions import Draw
from scocli import records
from scocli.dataset import DataSet
from scocli.facts.conditions import Facts
from scocli.facts.select import Has, Select, Selection
from scocli.facts.verdict import Verdict
from scocli.facts.where import parse

ON = ("2024-07-03", "2001-06-14", "2017-06-09", "2030-01-01")
NAMES = {Verdict.YES: YES, Verdict.NO: NO, Verdict.NOT_RECORDED: UNKNOWN}
"""What the oracle calls a verdict."""
FILES = {"as it stands": FIELDS, "with gaps": with_gaps(FIELDS)}
SETS = {name: DataSet(records.read(json.dumps(fields))) for name, fields in FILES.items()}
ORACLES = {name: Oracle(fields) for name, fields in FILES.items()}


def differences(seed, rounds, subjects):
    """Where conditions drawn at random, one to three at once, have another verdict or select others than the oracle."""
    random = Random(seed)
    found = []
    for turn in range(rounds):
        name, on = random.choice(list(FILES)), random.choice(ON)
        data, known = SETS[name], ORACLES[name]
        known.on = on
        draw = Draw(known, random)
        drawn = [
            draw.whole(draw.one if subjects == "countries" else draw.meeting)
            for _ in range(random.choice((1, 1, 2, 3)))
        ]
        asked = known.subjects if subjects == "countries" else tuple(data.summits)
        told = {who: every(one.tell(who) for one in drawn) for who in asked}
        facts, conditions = Facts(data, on), tuple(parse(data, one.words, subjects) for one in drawn)
        for read, one in zip(conditions, drawn, strict=True):
            if parse(data, read.spell(), subjects) != read:
                found.append((seed, turn, "spelling", one.words, read.spell()))
        found += [
            (seed, turn, form, [one.words for one in drawn], got, wanted)
            for form, got, wanted in _compared(facts, subjects, conditions, told, random)
            if got != wanted
        ]
    return found


def _compared(facts, subjects, conditions, told, random):
    """What a select gives of everybody, and in one of its forms, and what it should."""
    known = facts.data.countries if subjects == "countries" else facts.data.summits
    plain = Selection(facts, Select(subjects, conditions))
    yield from ((who, NAMES[plain.holds(who)], verdict) for who, verdict in told.items())
    of_all = {who: verdict for who, verdict in told.items() if who in known or who in plain.universe}
    sure = [who for who, verdict in of_all.items() if verdict == YES]
    named = tuple(random.sample(list(told), random.choice((1, 2))))
    both, any_ = tuple((who,) for who in named), (named,)
    with_named = of_all | {who: told[who] for who in named}
    others = [verdict for who, verdict in with_named.items() if who not in named]
    forms = {
        "list": (Select(subjects, conditions), sure),
        "count": (Select(subjects, conditions, "count"), len(sure)),
        "any": (Select(subjects, conditions, "any"), some(of_all.values())),
        "has all": (Select(subjects, conditions, has=Has(both)), every(told[who] for who in named)),
        "has one": (Select(subjects, conditions, has=Has(any_)), some(told[who] for who in named)),
        "has none": (Select(subjects, conditions, has=Has(any_, denied=True)), deny(some(told[who] for who in named))),
        "only": (Select(subjects, conditions, has=Has(both, only=True)), every([*(told[who] for who in named), deny(some(others))])),
    }  # fmt: skip
    form = random.choice(list(forms))
    select, wanted = forms[form]
    selection = Selection(facts, select)
    beyond = selection.there_may_be_more and form in ("any", "only")
    value = NAMES[selection.value] if isinstance(selection.value, Verdict) else selection.value
    yield form, value, UNKNOWN if beyond and wanted == {"any": NO, "only": YES}[form] else wanted
    unsettled = {row.subject for row in plain.unsettled}
    yield "unsettled", unsettled, {who for who, verdict in of_all.items() if verdict == UNKNOWN}


def superlatives(seed, rounds):
    """Where those that were first or last, or did something most often, are others than the oracle says."""
    random = Random(seed)
    found = []
    for _ in range(rounds):
        name = random.choice(list(FILES))
        draw = Draw(ORACLES[name], random)
        drawn = random.choice((draw.change, draw.step, draw.role, draw.visit))()
        form = "most" if drawn.times else random.choice(("first", "last"))
        wanted = _most(drawn, ORACLES[name]) if drawn.times else _dated(drawn, ORACLES[name], form)
        select = Select("countries", (parse(SETS[name], drawn.words),), form)
        selection = Selection(Facts(SETS[name], "2024-07-03"), select)
        got = {row.subject: NAMES[row.foremost] for row in selection.found}
        if got != wanted:
            found.append((form, drawn.words, got, wanted))
    return found


def _dated(drawn, known, form):
    """Those that may be the first or the last, each day of a month being tried, with whether they surely are."""
    choose, comes_before = (min, le) if form == "first" else (max, ge)
    days = {who: days_of(choose(dates)) for who in known.countries if (dates := drawn.dates(who))}
    may = [who for who in days if all(any(starmap(comes_before, product(days[who], days[one]))) for one in days)]

    def surely(who, other):
        return who == other or all(starmap(comes_before, product(days[who], days[other])))

    return {who: YES if all(surely(who, other) for other in may) else UNKNOWN for who in may}


def _most(drawn, known):
    """Those that are on record most often, with whether nobody can have done it more often."""
    sure = {who: drawn.times(who) for who in known.countries if drawn.tell(who) == YES and drawn.times(who)[0]}
    most = max((least for least, _ in sure.values()), default=0)
    others = {who: drawn.times(who)[1] for who in known.countries if drawn.tell(who) != NO}
    return {
        who: YES if all(who == other or often <= most for other, often in others.items()) else UNKNOWN
        for who, (least, _) in sure.items()
        if least == most
    }


@pytest.mark.parametrize("seed", range(3))
def test_the_first_the_last_and_the_most_frequent_agree_with_the_file(seed):
    """Also where dates are known to the month, and where it may have been done more often than is recorded."""
    assert superlatives(seed, 25) == []


@pytest.mark.parametrize("subjects", ["countries", "summits"])
@pytest.mark.parametrize("seed", range(3))
def test_conditions_and_selects_agree_with_the_file(subjects, seed):
    """Every verdict on everybody, every form, and the spelling, of conditions drawn at random."""
    assert differences(seed, 25, subjects) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 120))
def test_they_agree_in_many_thousand_combinations(seed):
    """Twenty times a thousand."""
    assert differences(seed, 750, "countries") == []
    assert differences(seed, 250, "summits") == []
    assert superlatives(seed, 250) == []
