"""Conditions: who meets them, their words, and selects over them."""

import json
from random import Random

from each import each
from facts import DATA, HELD, SUMMITS, absent
from mutants import FIELDS
from oracle import Oracle, with_gaps
from random_conditions import Draw
from scocli import records
from scocli.dataset import DataSet
from scocli.facts import relations
from scocli.facts.conditions import Attended, Facts, Not
from scocli.facts.conditions.base import attributes
from scocli.facts.presence import Manner
from scocli.facts.select import Has, Select, Selection
from scocli.facts.titles import title
from scocli.facts.verdict import NO, NOT_RECORDED, YES
from scocli.facts.where import parse
from scocli.facts.wording import MOST_NAMED, sentence

ON = "2025-09-01"


def select(*where, form="list", has=(), only=False, denied=False, subjects="countries", on=ON, data=DATA):
    """A select of what meets conditions as they are spelled."""
    asked = Has(tuple(tuple(group.split(",")) for group in has), only=only, denied=denied) if has else None
    conditions = tuple(parse(data, words, subjects) for words in where)
    return Selection(Facts(data, on, on != ON), Select(subjects, conditions, form, asked))


def has(code, *where, **how):
    """Whether a country is among those that meet conditions."""
    return select(*where, has=(code,), **how).value


@each(
    ("where", "found"),
    [
        # once an observer, now one no more: not who became a member of an observer, but who left and had been a member
        (["left observer from observer", "ever member ..2005"], []),
        (["became member from observer"], ["BY", "IN", "IR", "PK"]),
        (["left observer", "not ever member"], ["AF", "MN"]),
        (["became member 2015..", "ever dialogue-partner"], ["BY"]),
        (["throughout member 2017"], ["CN", "KG", "KZ", "RU", "TJ", "UZ"]),
        (["member 2017"], ["CN", "IN", "KG", "KZ", "PK", "RU", "TJ", "UZ"]),
        (["became any ..2010", "not hosted ..2010"], ["BY", "IN", "IR", "LK", "MN", "PK"]),
        (["member", "hosted 2010.."], ["CN", "IN", "KG", "KZ", "RU", "TJ", "UZ"]),
        (["signed in Goa"], ["AE", "KW", "MM", "MV"]),
        (["attended 2022-samarkand as guest"], ["TM"]),
        (["hosted exactly 1 times"], ["IN"]),
        (["founder", "not predecessor"], ["UZ"]),
        (["member", "not chairmanship"], ["BY", "IR", "PK"]),
        (["secretary-general at least 2 times"], ["CN", "KZ"]),
        (["chairmanship exactly 1 times"], ["IN"]),
        (["founder", "not CN,RU"], ["KG", "KZ", "TJ", "UZ"]),
        (["not founder", "member"], ["BY", "IN", "IR", "PK"]),
        (["absent from 2024-astana"], sorted(absent(SUMMITS["2024-astana"]))),
    ],
)
def test_those_are_found_that_meet_all_conditions(where, found):
    """Known facts, looked up in the file."""
    assert select(*where).value == found


@each(
    ("where", "code", "verdict"),
    [
        (["throughout observer 2015"], "BY", NO),
        (["throughout member 2017"], "IN", NO),
        (["throughout member 2000..2010"], "CN", NO),
        (["throughout member ..2010"], "CN", YES),
        (["throughout member 2026.."], "BY", NOT_RECORDED),
        (["not hosted 2026.."], "KG", NOT_RECORDED),
        (["applied any"], "CN", NOT_RECORDED),
        (["chairmanship at least 9 times"], "RU", NOT_RECORDED),  # whose it was in 2004 was not read
        (["chairmanship at least 9 times"], "IN", NO),
        (["not applied any"], "CN", NOT_RECORDED),
        (["attended 2019..", "attended 2001-shanghai"], "AZ", NOT_RECORDED),
        (["attended 2001-shanghai"], "AZ", NOT_RECORDED),
        (["became member from observer", "absent from 2002-saint-petersburg"], "IN", NOT_RECORDED),
        (["absent from 2002-saint-petersburg"], "IN", NOT_RECORDED),
        (["hosted"], "KG", YES),
        (["attended 2024-astana led by president"], "AF", NO),
        (["attended as dialogue-partner"], "IR", NO),
        (["attended 2015-ufa by-video"], "NP", NO),
        (["attended 2001-shanghai by-video"], "Manmohan Singh", NO),
        (["applied", "hosted"], "KW", NO),
        (["hosted at most 0 times"], "IN", NO),
        (["hosted at most 0 times"], "BR", YES),
        (["not hosted"], "BR", YES),
        (["hosted at most 0 times 2026.."], "BR", NOT_RECORDED),
        (["not hosted 2026.."], "BR", NOT_RECORDED),
        (["not attended 2015"], "NP", NOT_RECORDED),
        (["attended every 2024-07-04..2024-07-04"], "CN", NO),
        (["absent from 2024-astana"], "BR", NOT_RECORDED),
        (["applied ..2001-06-14"], "CN", NO),
        (["attended 2024-astana 2024..2030"], "BR", NO),
        (["attended 2024-astana"], "BR", NO),
    ],
)
def test_what_is_not_recorded_is_neither_yes_nor_no(where, code, verdict):
    """Wherever nothing settles it, and only there."""
    assert has(code, *where) is verdict
    assert has(code, *where, denied=True) is ~verdict


def test_of_several_all_one_none_or_they_alone_can_be_asked():
    """India is a member and Azerbaijan is not."""
    assert select("member", has=("IN", "AZ")).value is NO
    assert select("member", has=("IN,AZ",)).value is YES
    assert select("member", has=("IN", "AZ"), denied=True).value is NO
    assert select("member", has=("TR", "AZ"), denied=True).value is YES
    assert select("hosted exactly 1 times", has=("IN",), only=True).value is YES
    assert select("hosted exactly 1 times", has=("IN", "CN"), only=True).value is NO
    assert select("hosted", has=("IN",), only=True).value is NO


def test_of_summits_after_the_data_nothing_is_denied():
    """That there are no more than are known, that one is the only one, and that it is the last."""
    later = {"subjects": "summits", "on": ON}
    assert select("held 2025..2030", has=("2025-tianjin",), only=True, **later).value is NOT_RECORDED
    assert select("held 2025-08-31", has=("2025-tianjin",), only=True, **later).value is YES
    assert select("held 2024..2030", form="last", has=("2025-tianjin",), **later).value is NOT_RECORDED
    assert select("held 2024..", form="last", has=("2025-tianjin",), **later).value is YES
    assert select("held 2026..2030", form="any", **later).value is NOT_RECORDED
    assert select("held 2026-01-01", form="any", **later).value is NOT_RECORDED
    assert select("held 2000", form="any", **later).value is NO


def test_who_never_did_it_did_it_not_most_often():
    """Not even if nobody else did it either."""
    assert select("hosted at most 0 times", form="most").value == []
    assert select("attended at most 20 times 2015 led by emir", form="most").value == []


def drawn(seed):
    """A condition at random, as it is read from its words."""
    draw = Draw(Oracle(FIELDS), Random(seed))
    return parse(DATA, draw.whole(draw.one).words)


@each("seed", range(40))
def test_a_condition_that_somebody_meets_changes_nothing(seed):
    """And one that somebody surely does not meet makes it a no, whatever the others say."""
    facts, first, more = Facts(DATA, ON), drawn(seed), drawn(1000 + seed)
    alone = Selection(facts, Select("countries", (first,)))
    both = Selection(facts, Select("countries", (first, more)))
    for code in (*DATA.countries, "BR"):
        further = more.holds(facts, code)
        assert both.holds(code) is (alone.holds(code) if further is YES else NO if further is NO else both.holds(code))
        assert further is not NOT_RECORDED or both.holds(code) in (NO, NOT_RECORDED)


@each("seed", range(40))
def test_at_most_0_times_is_not_and_never_denies_ever(seed):
    """In any time, of any country."""
    draw = Draw(Oracle(FIELDS), Random(seed))
    time, manner, facts = draw.span(1).words, draw.manner()[0], Facts(DATA, ON)
    pairs = [
        (f"hosted at most 0 times{time}", f"not hosted{time}"),
        (f"attended at most 0 times{time}{manner}", f"not attended{time}{manner}"),
        (f"hosted at least 1 times{time}", f"hosted{time}"),
    ]
    for one, other in pairs:
        assert [parse(DATA, one).holds(facts, code) for code in DATA.countries] == [
            parse(DATA, other).holds(facts, code) for code in DATA.countries
        ]


@each("seed", range(60))
def test_a_sentence_says_the_number_or_the_verdict_that_is_the_value(seed):
    """And where something is not recorded, it says that too."""
    facts, condition = Facts(DATA, ON), drawn(seed)
    listed = Selection(facts, Select("countries", (condition,)))
    said, found = sentence(listed), len(listed.value)
    assert any(
        words in said for words in (condition.words(facts), condition.words(facts, one=True), "SCO", "other than")
    )
    names = [DATA.in_text(code) for code in DATA.in_order(listed.value)]
    assert all(name in said for name in names) if found <= 10 else f"{found} " in said
    assert found or "none" in said or " no " in f" {said.lower()}"
    assert ("not recorded" in said) == (0 < len(listed.unsettled) <= MOST_NAMED)
    counted = Selection(facts, Select("countries", (condition,), "count"))
    least = "" if counted.counts_surely else "at least "
    assert f"{least}{counted.value} " in sentence(counted).lower() or not counted.value
    exists = Selection(facts, Select("countries", (condition,), "any"))
    verdict = {True: "Yes: ", False: "No: ", "not-recorded": "Not recorded: "}
    assert sentence(exists).startswith(verdict[exists.value.value])
    named = Selection(facts, Select("countries", (condition,), has=Has((("IN",),))))
    assert sentence(named).startswith(verdict[named.value.value])


@each(
    ("where", "words"),
    [
        (["member"], "member states of the SCO"),
        (["any 2024-07-03"], "countries with a status in the SCO on 3 July 2024"),
        (["partner 2030"], "SCO partners (as of 1 September 2025)"),
        (["ever observer 2015..2020"], "countries that were observers of the SCO at some time from 2015 to 2020"),
        (["signed in Tashkent,Minsk"], "countries that signed a memorandum on a status in Tashkent or Minsk"),
        (["ever any 2010..2012"], "countries that held a status in the SCO at some time from 2010 to 2012"),
        (["not ever observer"], "countries that have never been observers of the SCO"),
        (["not throughout member 2017"], "countries that were not member states of the SCO on every day in 2017"),
        (["member", "not hosted 2010.."], "member states of the SCO that hosted no summit since 1 January 2010"),
        (["became member 2017 at 2017-astana from observer"], "countries that became member states in 2017 at the Astana summit of 2017, having been observers until then"),
        (["left observer,partner"], "countries that ceased to be observers or SCO partners"),
        (["applied 2014 or founder"], "countries that asked for a status in 2014 or founded the SCO"),
        (["not applied or founder"], "countries that did not ask for a status and did not found the SCO"),
        (["signed member in Tashkent"], "countries that signed a memorandum on becoming member states in Tashkent"),
        (["attended at least 2 times 2010.. as guest led by foreign-minister,minister in-person"], "countries that attended a summit at least twice as guests, with delegations led by the foreign minister or a minister, in person since 1 January 2010"),
        (["not attended every 2024"], "countries that did not attend every summit in 2024"),
        (["not attended"], "countries that attended no summit"),
        (["not attended 2024-astana"], "countries that did not attend the Astana summit of 2024"),
        (["absent from 2024-astana"], "countries that were absent from the Astana summit of 2024"),
        (["not IN,PK"], "countries other than India and Pakistan"),
        (["became member", "not IN", "not PK"], "countries other than India and Pakistan that became member states"),
        (["attended 2024-astana as guest", "attended 2025-tianjin as guest", "founder"], "countries that attended the Astana summit of 2024 and the Tianjin summit of 2025 as guests and founded the SCO"),
        (["absent from 2024", "not attended 2025-tianjin", "not attended 2022-samarkand"], "countries that were absent from the Astana summit of 2024, did not attend the Tianjin summit of 2025 and did not attend the Samarkand summit of 2022"),
        (["not hosted at most 2 times"], "countries that did not host a summit at most twice"),
    ],
)  # fmt: skip
def test_a_select_is_said_in_words(where, words):
    """Built from what its conditions say of themselves."""
    asked = select(*where)
    assert title(asked.facts, asked.select) == words


@each(
    ("where", "words"),
    [
        (["hosted by CN"], "hosted by China"),
        (['chaired by CN,"Vladimir Putin"'], "chaired by China or Vladimir Putin"),
        (["not attended by AZ led by president"], "not attended by Azerbaijan led by the president"),
        (["attended by any by-video"], "attended by a delegation by video"),
        (["attended by AZ as guest", "attended by IN"], "attended by Azerbaijan as a guest and India"),
        (["not attended by AZ", "not attended by IN"], "not attended by Azerbaijan and not attended by India"),
        (["in Astana", "held in-person", "missed by IN"], "in Astana, held in person and missed by India"),
        (["hosted by IN or in Astana"], "hosted by India or in Astana"),
        (["not hosted by IN or in Astana"], "not hosted by India and not in Astana"),
        (["held 2017..2020"], "held from 2017 to 2020"),
        (["number 5,6"], "numbered 5 or 6"),
        (["granted member to IR,BY"], "that made Iran or Belarus a member state"),
        (["granted member to IN", "granted member to PK"], "that made India a member state and Pakistan a member state"),
        (["not granted any to IN"], "that did not give India a status"),
        (["not granted any"], "that gave nobody a status"),
        (["2024"], "limited to the Astana summit of 2024"),
        (["2024,2025"], "among the Astana summit of 2024 and the Tianjin summit of 2025"),
        (["not 2024", "not 2025"], "other than the Astana summit of 2024 and the Tianjin summit of 2025"),
    ],
)  # fmt: skip
def test_a_select_of_meetings_is_said_in_words(where, words):
    """As one of countries."""
    asked = select(*where, subjects="summits")
    assert attributes(asked.facts, asked.select.asked) == f" {words}"


@each(
    ("asked", "said"),
    [
        (select("hosted", form="most"), "Of the countries that hosted a summit, China (5) and Russia (5) did so most often."),
        (select("hosted", form="fewest"), "Of the countries that hosted a summit, India (1) did so least often."),
        (select("member", "hosted", form="fewest"), "Of the member states of the SCO, Belarus (0), Iran (0) and Pakistan (0) hosted a summit least often."),
        (select("ever observer", form="most"), "Of the countries that have been observers of the SCO, Mongolia (7746 days) held that status longest."),
        (select("ever observer", form="fewest"), "Of the countries that have been observers of the SCO, Belarus (3282 days) held that status for the shortest time."),
        (select("became member from observer", form="first"), "India and Pakistan (both on 9 June 2017) were the first of the countries that became member states, having been observers until then."),
        (select("member", has=("IN,PK",), on="2016"), "No: neither India nor Pakistan is among the member states of the SCO on 31 December 2016."),
        (select("member", has=("IN", "PK")), "Yes: India and Pakistan are among the member states of the SCO."),
        (select("member", has=("IN", "AZ")), "No: India and Azerbaijan are not all among the member states of the SCO; India is, Azerbaijan is not."),
        (select("observer", form="count"), "The SCO has no observers."),
        (select("hosted exactly 1 times", has=("IN",), only=True), "Yes: India is the only one of the countries that hosted a summit exactly once."),
        (select("applied member", has=("CN",), denied=True), "Not recorded: whether China is among the countries that asked to become member states is not known."),
        (select("observer 2001"), "The SCO had no observers on 31 December 2001."),
    ],
)  # fmt: skip
def test_an_answer_is_said_in_one_sentence(asked, said):
    """With its verdict or number, and for the last day that is meant where a year is named."""
    assert sentence(asked) == said


def test_of_a_delegation_without_a_leader_the_country_is_known_and_the_person_is_not():
    """Nor, where the record has neither, the office and the rank; the capacity and the way of taking part are known."""
    fields = with_gaps(FIELDS)
    data = DataSet(records.read(json.dumps(fields)))
    facts, last = Facts(data, ON), fields["summits"][-1]
    country, named = last["delegations"][1]["country"], last["delegations"][0]
    assert Attended(last["id"]).holds(facts, country) is YES
    for manner in (Manner(led_by=("president",)), Manner(led_by=("minister",)), Manner(led_by=(named["leader"],))):
        assert Attended(last["id"], manner).holds(facts, country) is NOT_RECORDED
        assert Not(Attended(last["id"], manner)).holds(facts, country) is NOT_RECORDED
    assert Attended(last["id"], Manner(mode="video")).holds(facts, country) is NO
    only_leader = last["delegations"][6]
    assert Attended(last["id"], Manner(led_by=(only_leader["level"],))).holds(facts, only_leader["country"]) is YES


def test_relations_have_a_row_for_each_record():
    """As many as the file has of each kind, and each of its country."""
    known = [value for value in vars(relations).values() if isinstance(value, relations.Relation)]
    rows = {relation.name: relation.facts(DATA) for relation in known}
    assert len(rows["held"]) == len(HELD)
    assert len(rows["lost"]) == sum(held.until != "9999" for held in HELD)
    assert len(rows["visit"]) == sum(len(summit["delegations"]) for summit in SUMMITS.values())
    assert len(rows["absence"]) == sum(len(summit.get("absences", [])) for summit in SUMMITS.values())
    assert len(rows["chaired"]) == len(rows["meeting"]) == len(SUMMITS)
    assert len(rows["applied"]) == len(FIELDS["applications"])
    assert len(rows["procedure"]) == sum("procedure_started" in held.record for held in HELD)
    assert len(rows["memorandum"]) == sum("memorandum" in held.record for held in HELD)
    assert len(rows["founded"]) == len(FIELDS["organization"]["founded"]["founders"])
    for relation in known:
        assert all(fact in relation.of(DATA, fact.country) for fact in relation.facts(DATA))


@each(
    ("where", "several", "one"),
    [
        ("observer 2016", "were observers of the SCO on 31 December 2016", "was an observer of the SCO on 31 December 2016"),
        ("not became member 2017", "did not become member states in 2017", "did not become a member state in 2017"),
        ("applied member", "asked to become member states", "asked to become a member state"),
        ("attended 2022-samarkand as guest", "attended the Samarkand summit of 2022 as guests", "attended the Samarkand summit of 2022 as a guest"),
        ("absent from 2024-astana", "were absent from the Astana summit of 2024", "was absent from the Astana summit of 2024"),
        ("chairmanship at least 2 times", "held the chairmanship of the SCO at least twice", "held the chairmanship of the SCO at least twice"),
        ("not predecessor", "were not in the Shanghai Five", "was not in the Shanghai Five"),
        ("not secretary-general", "never provided a Secretary-General", "never provided a Secretary-General"),
        ("not IN,PK", "are not India or Pakistan", "is not India or Pakistan"),
        ("member or hosted", "are member states of the SCO or hosted a summit", "is a member state of the SCO or hosted a summit"),
    ],
)  # fmt: skip
def test_a_condition_is_said_of_several_or_of_one(where, several, one):
    """Verb and noun agree in number."""
    condition, facts = parse(DATA, where), Facts(DATA, "2026-01-01")
    assert (condition.words(facts), condition.words(facts, one=True)) == (several, one)
