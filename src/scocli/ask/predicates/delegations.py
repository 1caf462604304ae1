"""Which countries came to meetings or stayed away, and who led their delegations."""

from dataclasses import replace
from itertools import product

from scocli.ask.attendance import (
    AT,
    HOW,
    SAID,
    fields_of,
    is_denied,
    manner,
    meetings_of,
    opposed,
    people,
    see_that_it_existed,
    who,
)
from scocli.ask.conditions import sayings
from scocli.ask.lexer import Token
from scocli.ask.question import Line, Maker, Question, Unbound
from scocli.ask.refusals import exists_at
from scocli.ask.scope import described, named, the_one
from scocli.errors import NotUnderstood
from scocli.facts.conditions import AbsentFrom, Attended, AttendedBy, Condition, FirstAt, Founder, Held, Not, Often
from scocli.facts.nouns import LEVELS
from scocli.facts.presence import ANYHOW, Manner, attended, came
from scocli.facts.time import Time
from scocli.facts.verdict import YES
from scocli.organizations import find_organization
from scocli.queries import answer
from scocli.queries.attendance import Attendance
from scocli.queries.base import Query
from scocli.queries.countries import Countries, HowManyCountries
from scocli.queries.summit import SummitFacts

_SAID_OF = frozenset({"EXCLUDED", "FOUNDERWORD", "NOTFOUNDERS", "FORMER", "NEVERCATEGORY", "NOTNOW"})
"""Kinds of phrases that say of countries what can stand with any other condition."""
_PRESENT = {"list": "countries", "count": "count"}
"""The facts of a summit that tell who came."""
_ABSENT = {"list": "absent", "count": "absent-count"}
"""Those that tell who did not."""


def _more(q: Question) -> tuple[Condition, ...]:
    """What else is said of the countries."""
    said = (sayings()[one.kind].make(replace(q, tokens=(one,))) for one in q.tokens if one.kind in _SAID_OF)
    return tuple(part for made in said for part in (made if isinstance(made, tuple) else (made,)))


def countries(show: str) -> Maker:
    """A maker for the countries that came, or that stayed away."""

    def make(q: Question) -> Query:
        is_one = q.beside("SUMMIT", "COUNTRYWORD") or any(token.words == "country" for token in q.tokens)
        if q.asked == "name" and is_one and not q.has("ATTEND", "PARTICIPANTS"):
            raise Unbound  # 'the summit country', 'country of the summit'
        if q.asked == "yes-no" and q.tokens[0].kind in ("SUMMIT", "CITY"):
            raise Unbound  # 'Is Samarkand a member?'
        if len(q.values(*AT.split())) > 1 and (q.beside("CATEGORY", "TIME") or q.beside("TIME", "CATEGORY")):
            raise Unbound  # 'the observers of 2010 that attended in 2025' were there, and came to another
        if both := opposed(q):
            return _came_or_missed(q, both, show)
        categories, more, missed = q.values("CATEGORY"), _more(q), q.has("MISS") or is_denied(q)
        is_of_guests = bool(categories) and q.has("GUEST") and not q.has("AND", "OR")
        if is_of_guests and "are" not in q.verbs:
            raise Unbound  # guests came without a status: 'Which guests were observers?'
        held = categories if is_of_guests or q.has("NOW", "NEVER") else ()
        how = manner(q, () if held else categories)
        met = named(q)
        see_that_it_existed(q, how, met)
        if not met:
            if q.has("FIRST"):
                raise Unbound
            return _of_any(q, show, held, how, more)
        either = q.has("OR", "EITHER") and len(met) > 1
        is_unclear = (missed and q.has("FIRST", "LEADERS")) or (either and not q.has("NOT"))
        if is_unclear or q.has("MOST", "BOUNDS", "NEVER", "LAST"):
            raise Unbound
        is_plain = not held and len(met) == 1 and not q.has(*_SAID_OF - {"EXCLUDED"})
        if missed:
            if how.led_by or how.mode:
                raise Unbound
            if is_plain and show in _ABSENT:
                return SummitFacts(summit=met[0], show=_ABSENT[show], capacity=how.capacities, where=more)
            absent = tuple(AbsentFrom(summit) for summit in met)
            return Countries(categories=held or how.capacities, where=(*more, *absent), show=show)
        if otherwise := q.optional("NOTLED"):
            are_told = q.has("DELEGATIONS") or _all_came(q, how.capacities, met)
            if not are_told or how.led_by or not {*otherwise} <= {*LEVELS}:
                raise Unbound  # those who may not have come were not represented otherwise
            how = replace(how, led_by=tuple(level for level in LEVELS if level not in otherwise))
        if q.has("FIRST"):
            if len(met) > 1 or otherwise:
                raise Unbound
            where = (*more, FirstAt(met[0]), *(() if how == ANYHOW else (Attended(met[0], how),)))
            return Countries(where=where, show=show)
        if is_plain and show in _PRESENT:
            return SummitFacts(summit=met[0], show=_PRESENT[show], where=more, **fields_of(how))
        came_so = (Attended(summit, manner) for summit, manner in zip(met, _each(q, met, how), strict=True))
        return Countries(categories=held, where=(*more, *came_so), show=show)

    return make


def _each(q: Question, met: tuple[str, ...], how: Manner) -> list[Manner]:
    """How they came to each of some meetings: as is said behind it, 'to Samarkand as observers and to Tianjin as members'."""
    said: list[list[Token]] = []
    for token in q.tokens:
        if token.kind in ("SUMMIT", "CITY"):
            said.append([])
        elif said and token.kind in HOW.split():
            said[-1].append(token)
    if len(met) > 1 and len(said) == len(met) and all(said):
        return [manner(replace(q, tokens=tuple(part))) for part in said]
    if len(met) > 1 and len([token for token in q.tokens if token.kind == "CAPACITY"]) > 1:
        raise Unbound
    return [how] * len(met)


def _came_or_missed(q: Question, both: tuple[Question, ...], show: str) -> Query:
    """The countries that came to some meetings and stayed away from others: 'attended in 2024 and missed 2025'."""
    held: tuple[str, ...] = ()
    said: list[Condition] = []
    for one in both:
        categories, met, denied = one.values("CATEGORY"), named(one), is_denied(one)
        how = manner(one, () if denied or one.has("MISS") else categories)
        is_apart = (denied or one.has("MISS")) and how != ANYHOW
        if not met or is_apart or one.has("MOST", "BOUNDS", "OR", "EITHER", "NOTLED") or (denied and one.has("MISS")):
            raise Unbound
        see_that_it_existed(q, how, met)
        held += () if how.capacities else categories
        came_so = (AbsentFrom(summit) if one.has("MISS") else Attended(summit, how) for summit in met)
        said += [Not(condition) if denied else condition for condition in came_so]
    return Countries(categories=held, where=(*_more(q), *said), show=show)


def _of_any(q: Question, show: str, held: tuple[str, ...], how: Manner, more: tuple[Condition, ...]) -> Query:
    """The countries that came to some meeting, to every one, so often, or never."""
    met = described(q)
    is_any = q.has("SUMMIT", "EVER", "NEVER", "BOUNDS", "MOST", "TIME", "GUEST")
    if met.where or met.select or q.has("MISS") or not is_any or (show == "count" and q.has("MOST")):
        raise Unbound
    time = Time(met.between.get("from_"), met.between.get("to")) if met.between else None
    if not any(exists_at(q.data, *pair) for pair in product(how.capacities, q.data.summits)):
        see_that_it_existed(q, how, [*q.data.summits][-1:])
    bounds = q.optional("BOUNDS")
    is_every = q.beside("ALL", "SUMMIT")
    came_so = Attended(manner=how, time=time, often=bounds.often if bounds else "every" if is_every else None)
    denied = q.has("NOT", "NEVER")
    where = (*more, Not(came_so) if denied else came_so)
    if bounds and not bounds.at_least and not held:
        where = (Held(), *where)  # who never did it counts if they hold a status
    asked = Countries(categories=held, where=where, show="most" if q.has("MOST") else show)
    if bounds and bounds.often.bound != "at least" and not answer(q.data, asked, q.today).value:
        raise NotUnderstood("Not answered: not all delegations are on record; ask how many summits a country attended.")
    return asked


def _all_came(q: Question, categories: tuple[str, ...], met: tuple[str, ...]) -> bool:
    """Whether all countries of some categories are known to have come to meetings."""
    expected = [
        (summit, code)
        for summit in map(q.data.meetings.__getitem__, met)
        for code in q.data.countries
        if q.data.capacity(summit, code) in categories
    ]
    return bool(expected) and all(came(q.data, summit, code) is YES for summit, code in expected)


def did_all_attend(q: Question) -> Query:
    """Whether every country of a category came."""
    how, summit = Manner(q.values("CATEGORY")), the_one(q)
    if q.has("FOUNDERWORD", "LEVEL", "LEDBY", "VIDEO", "INPERSON"):
        day = q.data.capacity_days[summit]
        whole = Founder() if q.has("FOUNDERWORD") else Held(how.capacities, "on", Time(day, day))
        return HowManyCountries(where=(whole, Not(Attended(summit, manner(q)))), often=Often("exactly", 0))
    see_that_it_existed(q, how, (summit,))
    return SummitFacts(summit=summit, capacity=how.capacities, show="every")


def leaders(show: str) -> Maker:
    """A maker for the people who led delegations, or who stayed away."""

    def make(q: Question) -> Query:
        if opposed(q) or (q.order and len(q.countries) != 1):
            raise Unbound
        if q.has("OFFICEHOLDER") or len(q.countries) == 1:
            return of_country(q)
        if show == "people" and (q.has("MISS") or is_denied(q)):
            if q.categories or q.has("EXCLUDED", "EXCLUDEDPERSON", "LEVEL", "LEDBY", "VIDEO", "INPERSON"):
                raise Unbound
            return SummitFacts(summit=the_one(q), show="absent-people")
        if q.has("MISS", "NOT", "EXCLUDEDPERSON"):
            raise Unbound
        how, summit = manner(q, q.values("CATEGORY")), the_one(q)
        see_that_it_existed(q, how, (summit,))
        return SummitFacts(summit=summit, show=show, country=q.countries, where=_more(q), **fields_of(how))

    return make


def of_country(q: Question) -> Query:
    """Who led the delegations of a country; the first that came so, or the last, if that is asked for."""
    subjects, leaders = who(q)
    how = manner(q, led_by=leaders)
    if q.asked == "how many" or (q.asked != "who" and q.beside("ALL", "SUMMIT")) or q.has("CATEGORY", "MISS", "NOT"):
        raise Unbound  # how many people a delegation had is not recorded
    at = meetings_of(q) if q.has("SUMMIT", "CITY", "TIME", "INCOUNTRY") and not q.order else {}
    if q.order:
        if len(subjects) != 1:
            raise Unbound
        met = [one.id for one in q.data.summits.values() if attended(q.data, subjects[0], one, how) is YES]
        if q.names_meeting or q.has("TIME", "INCOUNTRY", "EXCLUDEDPERSON") or not met:
            raise Unbound
        at, how = {"at": (met[0 if q.order == "first" else -1],)}, ANYHOW
    besides = people(q, "EXCLUDEDPERSON")
    if besides and not at.get("at"):
        at["where"] = (*at.get("where", ()), Not(AttendedBy(besides)))
    return Attendance(subjects=subjects, show="people", **at, **fields_of(how))


def stood_in(q: Question) -> Query:
    """Who led a delegation that somebody else could have led."""
    names, summit = people(q), the_one(q)
    homes = {code for name in names for code in q.data.represented_countries.get(name, ())}
    if len(names) != 1 or len(homes) != 1 or not homes.issuperset(q.countries):
        raise Unbound
    if attended(q.data, names[0], q.data.meetings[summit], ANYHOW) is YES:
        raise Unbound  # nobody stood in for who came
    return SummitFacts(summit=summit, show="people", country=tuple(homes))


_OF = "FIRST EXCLUDED FOUNDERWORD NOTFOUNDERS FORMER NEVERCATEGORY NOTNOW CATEGORY NOW"

LINES: tuple[Line, ...] = (
    ("OFFICEHOLDER ATTEND|REPRESENT|SUMMIT|CITY", SAID, f"OFFICEHOLDER {AT} {HOW}", {"name, who": leaders("people")}),
    ("REPRESENT|LEADERS COUNTRY", SAID, f"COUNTRY {AT} {HOW}", {"how many": leaders("count")}),
    ("SUMMIT|CITY", f"{SAID} MISS NOT NEVER BOUNDS MOST FUTURE", f"{AT} {HOW} {_OF} NOTLED", {"which country": countries("list")}),
    ("SUMMIT|CITY|ATTEND|MISS", f"{SAID.replace(' REPRESENT', '')} MISS NOT NEVER BOUNDS MOST FUTURE", f"{AT} {HOW} {_OF} NOTLED", {"who": countries("list")}),
    ("SUMMIT|CITY|TIME|ATTEND ATTEND|MISS|PARTICIPANTS|DELEGATIONS|GUEST|CAPACITY|LEVEL|LEDBY|VIDEO|INPERSON|REPRESENT|CATEGORY|NOTCATEGORY|COUNTRYWORD ATTEND|MISS|PARTICIPANTS|DELEGATIONS|GUEST|CAPACITY|LEVEL|LEDBY|VIDEO|INPERSON|REPRESENT|SUMMIT|CITY", f"{SAID} MISS NOT NEVER BOUNDS MOST FUTURE", f"{AT} {HOW} {_OF} NOTLED", {"which country, what": countries("list"), "how many": countries("count")}),
    ("SUMMIT|CITY|TIME|ATTEND PARTICIPANTS|DELEGATIONS|GUEST|CATEGORY|NOTCATEGORY|COUNTRYWORD|CAPACITY|MISS ATTEND|MISS|PARTICIPANTS|DELEGATIONS|GUEST|CAPACITY|VIDEO|INPERSON|SUMMIT|CITY|REPRESENT", f"{SAID.replace(' LEADERS', '')} MISS NOT NEVER BOUNDS MOST FUTURE", f"{AT} {HOW} {_OF} NOTLED", {"name": countries("list")}),
    ("ATTEND|REPRESENT|SUMMIT|CITY ALL CATEGORY|FOUNDERWORD", "ATTEND REPRESENT BY", f"{AT} LEVEL LEDBY VIDEO INPERSON", {"yes-no": did_all_attend}),
    ("GUEST", "COUNTRYWORD ALL EVER", "TIME", {"who, which country, name": countries("list")}),
    ("SUMMIT|CITY GUEST|CATEGORY|NOTCATEGORY", "ANY COUNTRYWORD", AT, {"yes-no": countries("any")}),
    ("ATTEND|REPRESENT ANY CATEGORY|COUNTRYWORD|GUEST", SAID.replace(" ALL", ""), f"{AT} {HOW} {_OF}", {"yes-no": countries("any")}),
    ("REPRESENT|ATTEND|LEADERS|LEVEL|LEDBY|OFFICEHOLDER|MISS", f"{SAID} MISS NOT FUTURE", f"COUNTRY OFFICEHOLDER {AT} {HOW} CATEGORY EXCLUDED EXCLUDEDPERSON", {"which person": leaders("people")}),
    ("REPRESENT", f"{SAID} FIRST LAST", f"COUNTRY {AT} {HOW} CATEGORY EXCLUDED EXCLUDEDPERSON", {"who": leaders("people")}),
    ("REPRESENT|LEADERS COUNTRY", SAID, f"COUNTRY {AT} {HOW}", {"name": leaders("people")}),
    ("OFFICEHOLDER|COUNTRY FIRST|LAST ATTEND|REPRESENT", "SUMMIT DELEGATIONS LEADERS IN", f"OFFICEHOLDER COUNTRY {HOW}", {"who, which person": of_country}),
    ("COUNTRY ATTEND|FROM", "FROM ATTEND", AT, {"who": leaders("people")}),
    ("STANDIN|INPLACEOF PERSON", "ATTEND REPRESENT", f"COUNTRY {AT}", {"who, which person": stood_in}),
    ("REPRESENT OTHERORGANISATION", "", AT, {"who, which person": lambda q: SummitFacts(summit=the_one(q), show="people", organization=find_organization(q.data, str(q.one("OTHERORGANISATION"))))}),
)  # fmt: skip
"""What is asked of it: see ``predicates``."""
