"""Who came to meetings, who led the delegations, who stayed away."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise, product
from typing import Any

from scocli.ask.conditions import sayings
from scocli.ask.question import Line, Made, Maker, Question, Unbound
from scocli.ask.refusals import exists_at, no_such_capacity
from scocli.ask.scope import described, named, the_one
from scocli.errors import NotUnderstood
from scocli.facts.conditions import (
    AbsentFrom,
    Attended,
    AttendedBy,
    ByWhom,
    Condition,
    Held,
    Not,
    Number,
)
from scocli.facts.nouns import LEVELS
from scocli.facts.presence import Manner, attended, came
from scocli.facts.time import Time
from scocli.facts.verdict import YES
from scocli.organizations import find_organization
from scocli.queries.attendance import Attendance
from scocli.queries.base import Query, manner_of
from scocli.queries.countries import Countries
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import HowManySummits, Summits
from scocli.text import listed

# ---- who and how


def people(q: Question, kind: str = "PERSON") -> tuple[str, ...]:
    """The names of people; of several of one name, the one that had to do with the meetings that are named.

    :raises scocli.errors.NotUnderstood: if it could be several people.
    """
    found: list[str] = []
    for token in q.tokens:
        if token.kind == kind and isinstance(token.value, tuple):
            names = token.value
            if len(names) > 1:
                names = tuple(name for name in names if _had_to_do(q, name)) or names
            if len(names) > 1:
                raise NotUnderstood(f"{token.words!r} could be {listed(names, 'or')}: give the full name.", names)
            found.append(names[0])
    return tuple(dict.fromkeys(found))


def _had_to_do(q: Question, name: str) -> bool:
    """Whether somebody came to a meeting that is named, or is known to have missed it."""
    met = [q.data.meetings[summit] for summit in named(q)]
    return any(attended(q.data, name, summit, Manner()) is YES for summit in met) or any(
        absence.person and q.data.person(absence.person) == name for summit in met for absence in summit.absences
    )


def who(q: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The countries or people that are named, and who led their delegation: 'India, represented by Modi'.

    :raises Unbound: if none is, or it does not say what they have to do with each other.
    """
    countries, names, offices = q.countries, people(q), q.values("OFFICEHOLDER")
    for at, (token, after) in enumerate(pairwise(q.tokens)):
        if token.kind in ("NOT", "NEVER") and any(before.kind == after.kind for before in q.tokens[:at]):
            raise Unbound  # 'India and not Pakistan'
    if offices:
        if len(offices) > 1 or names or countries:
            raise Unbound
        return (offices[0][0],), (offices[0][1],)
    if countries and names and not q.has("AND", "OR"):
        if len(countries) > 1 or len(names) > 1 or not q.has("REPRESENT"):
            raise Unbound
        is_theirs = q.data.represented_countries.get(names[0], frozenset()) == {*countries}
        return (names, ()) if is_theirs else (countries, names)
    if not countries and not names:
        raise Unbound
    return (*countries, *names), ()


_CAPACITIES = ("member", "observer", "dialogue-partner", "partner", "guest")
_MODES = {"VIDEO": "video", "INPERSON": "in-person"}


def manner(q: Question, capacities: tuple[str, ...] = (), led_by: tuple[str, ...] = ()) -> Manner:
    """How the delegations came.

    :param capacities: statuses that are named as who came: 'the observers'.
    :param led_by: who led them, as it is told elsewhere.
    :raises Unbound: if they came in two ways at once.
    """
    capacities += tuple(value for values in q.values("CAPACITY") for value in values)
    capacities += ("guest",) if q.has("GUEST") else ()
    excluded = {value for values in q.values("NOTCATEGORY") for value in values}
    if excluded:
        capacities = tuple(capacity for capacity in capacities or _CAPACITIES if capacity not in excluded)
    modes = [mode for kind, mode in _MODES.items() if q.has(kind)]
    leaders = (*q.values("LEVEL"), *q.values("LEDBY"))
    if len(modes) > 1 or (led_by and leaders):
        raise Unbound
    return Manner(tuple(dict.fromkeys(capacities)), led_by or leaders, modes[0] if modes else None)


def _fields(how: Manner) -> dict[str, Any]:
    """A manner as fields of a query."""
    return {"capacity": how.capacities, "led_by": how.led_by, "mode": how.mode}


def see_that_it_existed(q: Question, how: Manner, met: Iterable[str], subjects: tuple[str, ...] = ()) -> None:
    """See that anybody could come to meetings in the capacities that are named: not in one younger than the opening.

    'No' is an answer nonetheless, but not where the category was given at the meeting itself.

    :raises scocli.errors.NotUnderstood: if nobody could.
    """
    if q.has("NOTCATEGORY"):
        return  # they are those that are left
    for summit, capacity in product(met, how.capacities):
        end = q.data.meetings[summit].end
        given = any(q.data.status_on(code, end) == capacity for code in subjects or q.data.countries)
        if not exists_at(q.data, capacity, summit) and (given or q.asked != "yes-no"):
            raise no_such_capacity(q.data, capacity, summit, subjects[0] if len(subjects) == 1 else None)


def _at(q: Question) -> dict[str, Any]:
    """The meetings that are asked about, as fields of a query.

    :raises Unbound: if nothing says which.
    """
    if met := named(q):
        return {"at": met}
    found = described(q)
    is_said = found.where or found.between or q.has("SUMMIT", "EVER", "NEVER", "ANY", "ALL", "BOUNDS", "ATTEND")
    if not is_said or found.select:
        raise Unbound
    return {"where": found.where, **found.between}


def parts(q: Question) -> tuple[Question, Question | None]:
    """What it asks, and what it denies behind that: 'attended in 2022' and 'in 2024', with 'not' between."""
    at = next((at for at, token in enumerate(q.tokens) if token.kind in ("NOT", "NEVER")), len(q.tokens))
    before, behind = replace(q, tokens=q.tokens[:at]), replace(q, tokens=q.tokens[at + 1 :])
    if before.has("ATTEND", "REPRESENT", "MISS") or (before.names_meeting and behind.names_meeting):
        return before, behind
    return q, None


def is_denied(q: Question) -> bool:
    """Whether it is denied that they came. :raises Unbound: if only behind something else that is said."""
    if q.has("NOT", "NEVER") and parts(q)[1]:
        raise Unbound
    return q.has("NOT", "NEVER")


# ---- of somebody


def did_attend(q: Question) -> Query:
    """Whether somebody came, or is known to have stayed away; of several meetings whether to all, of 'or' to one."""
    subjects, leaders = who(q)
    if q.tokens[0].kind in ("SUMMIT", "CITY") and not q.has("ATTEND", "REPRESENT", "MISS", "DELEGATIONS"):
        raise Unbound  # 'Was the summit in Astana, Russia?'
    how, at, missed, denied = manner(q, led_by=leaders), _at(q), q.has("MISS"), is_denied(q)
    met = at.get("at", ())
    see_that_it_existed(q, how, met, subjects)
    either = q.has("EITHER") or (len(subjects) > 1 and q.has("OR"))
    if (missed and (how.capacities or how.mode)) or (either and denied) or (q.has("ALL") and denied):
        raise Unbound
    if bounds := q.optional("BOUNDS"):
        if len(subjects) > 1 or met or missed or denied:
            raise Unbound
        return HowManySummits(where=(*at.pop("where"), AttendedBy(subjects, how)), **at, often=bounds.often)
    is_each = q.has("ALL") or (len(met) > 1 and not q.has("OR"))
    show = "missed-any" if missed else "all" if is_each else "any"
    return Attendance(subjects=subjects, show=show, not_=denied, either=either, **at, **_fields(how))


def came_or_when(q: Question) -> Made:
    """Whether somebody came to the meeting that is named, or else to which they came: 'Modi Samarkand summit'."""
    return did_attend(q) if named(q) else visits("list")(q)


def visits(show: str) -> Maker:
    """A maker for the meetings to which somebody came, or which they are known to have missed."""

    def make(q: Question) -> Query:
        subjects, leaders = who(q)
        how, met, missed = manner(q, led_by=leaders), described(q), q.has("MISS") or is_denied(q)
        is_numbered = any(isinstance(condition, Number) for condition in met.where)
        if is_numbered or met.select == "previous" or (met.select and (missed or show == "count")):
            raise Unbound  # the third that they attended is not the third of all
        if len(subjects) == 1:
            shown = _MISSED[show] if missed else met.select or show
            return Attendance(subjects=subjects, where=met.where, show=shown, **met.between, **_fields(how))
        if q.has("OR", "EITHER") or (missed and how != Manner()):
            raise Unbound
        each = (ByWhom("missed", (one,)) if missed else AttendedBy((one,), how) for one in subjects)
        return Summits(where=(*met.where, *each), show=met.select or show, **met.between)

    return make


_MISSED = {"list": "missed", "count": "missed-count"}


def dated_visit(q: Question) -> Query:
    """When, or where, somebody came, if they came once; else for the first or the last time."""
    subjects, leaders = who(q)
    how, met = manner(q, led_by=leaders), described(q)
    if len(subjects) > 1 or met.select == "previous":
        raise Unbound
    asked = Attendance(subjects=subjects, where=met.where, **met.between, **_fields(how))
    time = Time(asked.from_, asked.to)
    found = [s for s in time.meetings(q.data) if attended(q.data, subjects[0], s, manner_of(asked)) is YES]
    if not found or met.where:
        raise Unbound
    if len(found) > 1 and not met.select:
        return asked  # all of them, with their days
    if q.asked == "where":
        return SummitFacts(summit=found[-1 if met.select == "last" else 0].id, show="city")
    return replace(asked, show=f"{met.select or 'first'}-date")


# ---- who


_SAID_OF = frozenset({"EXCLUDED", "FOUNDERWORD", "NOTFOUNDERS", "FORMER", "NEVERCATEGORY"})
"""Kinds of phrases that say of countries what can stand with any other condition."""


def _more(q: Question) -> tuple[Condition, ...]:
    """What else is said of the countries."""
    said = (sayings()[one.kind].make(replace(q, tokens=(one,))) for one in q.tokens if one.kind in _SAID_OF)
    return tuple(part for made in said for part in (made if isinstance(made, tuple) else (made,)))


def countries(show: str) -> Maker:
    """A maker for the countries that came, or that stayed away."""

    def make(q: Question) -> Query:
        if q.asked == "name" and q.beside("SUMMIT", "COUNTRYWORD") and not q.has("ATTEND", "PARTICIPANTS"):
            raise Unbound  # 'the summit country'
        asked, denied = parts(q)
        if denied and q.has("NOT", "NEVER"):
            return _came_and_missed(asked, denied, show)
        categories, more, missed = q.values("CATEGORY"), _more(q), q.has("MISS") or is_denied(q)
        held = categories if q.has("NOW", "NEVER") else ()
        how = manner(q, () if held else categories)
        met = named(q)
        see_that_it_existed(q, how, met)
        if not met:
            return _of_any(q, show, held, how, more)
        either, of_people = q.has("OR", "EITHER") and len(met) > 1, show == "count" and q.has("LEADERS")
        if q.has("MOST", "BOUNDS", "NEVER") or (either and not q.has("NOT")) or (missed and of_people):
            raise Unbound
        is_plain = not held and len(met) == 1 and not q.has("ONLY", *_SAID_OF - {"EXCLUDED"})
        if missed:
            if how.led_by or how.mode:
                raise Unbound
            if is_plain and show in _ABSENT:
                return SummitFacts(summit=met[0], show=_ABSENT[show], capacity=how.capacities, where=more)
            absent = tuple(AbsentFrom(summit) for summit in met)
            return Countries(categories=held or how.capacities, where=(*more, *absent), show=show)
        if otherwise := q.optional("NOTLED"):
            if not _all_came(q, how.capacities, met) or how.led_by:
                raise Unbound  # those who may not have come were not represented otherwise
            how = replace(how, led_by=tuple(level for level in LEVELS if level not in otherwise))
        if is_plain and show in _PRESENT:
            return SummitFacts(summit=met[0], show=_PRESENT[show], where=more, **_fields(how))
        return Countries(categories=held, where=(*more, *(Attended(summit, how) for summit in met)), show=show)

    return make


def _came_and_missed(came_to: Question, missed: Question, show: str) -> Query:
    """The countries that came to some meetings and not to others: 'attended in 2022 but not in 2024'."""
    how, met, others = manner(came_to, came_to.values("CATEGORY")), named(came_to), named(missed)
    if not met or not others or came_to.has("MISS", "MOST", "BOUNDS") or manner(missed) != Manner():
        raise Unbound
    came_so = [Attended(summit, how) for summit in met] + [Not(Attended(summit)) for summit in others]
    return Countries(where=(*_more(came_to), *came_so), show=show)


_PRESENT = {"list": "countries", "count": "count"}
_ABSENT = {"list": "absent", "count": "absent-count"}


def _of_any(q: Question, show: str, held: tuple[str, ...], how: Manner, more: tuple[Condition, ...]) -> Query:
    """The countries that came to some meeting, to every one, so often, or never."""
    met = described(q)
    if met.where or met.select or not q.has("SUMMIT", "EVER", "NEVER", "BOUNDS", "MOST", "TIME"):
        raise Unbound
    time = Time(met.between.get("from_"), met.between.get("to")) if met.between else None
    if not any(exists_at(q.data, *pair) for pair in product(how.capacities, q.data.summits)):
        see_that_it_existed(q, how, [*q.data.summits][-1:])
    bounds = q.optional("BOUNDS")
    came_so = Attended(manner=how, time=time, often=bounds.often if bounds else "every" if q.has("ALL") else None)
    denied = q.has("NOT", "NEVER", "MISS")
    where = (*more, Not(came_so) if denied else came_so)
    if bounds and not bounds.at_least and not held:
        where = (Held(), *where)  # who never did it counts if they hold a status
    return Countries(categories=held, where=where, show="most" if q.has("MOST") else show)


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
    see_that_it_existed(q, how, (summit,))
    return SummitFacts(summit=summit, capacity=how.capacities, show="every")


def leaders(show: str) -> Maker:
    """A maker for the people who led delegations, or who stayed away."""

    def make(q: Question) -> Query:
        if q.has("OFFICEHOLDER") or len(q.countries) == 1:
            return _of_country(q)
        if show == "people" and (q.has("MISS") or is_denied(q)):
            if q.categories or q.has("EXCLUDED", "LEVEL", "LEDBY"):
                raise Unbound
            return SummitFacts(summit=the_one(q), show="absent-people")
        if q.has("MISS", "NOT", "EXCLUDEDPERSON"):
            raise Unbound
        how, summit = manner(q, q.values("CATEGORY")), the_one(q)
        see_that_it_existed(q, how, (summit,))
        return SummitFacts(summit=summit, show=show, country=q.countries, where=_more(q), **_fields(how))

    return make


def _of_country(q: Question) -> Query:
    """Who led the delegations of a country."""
    subjects, leaders = who(q)
    if q.asked == "how many" or q.beside("ALL", "SUMMIT") or q.has("CATEGORY", "MISS", "NOT", "FIRST", "LAST"):
        raise Unbound  # how many people a delegation had is not recorded
    at = _at(q) if q.has("SUMMIT", "CITY", "TIME", "INCOUNTRY") else {}
    besides = people(q, "EXCLUDEDPERSON")
    if besides and not at.get("at"):
        at["where"] = (*at.get("where", ()), Not(AttendedBy(besides)))
    return Attendance(subjects=subjects, show="people", **at, **_fields(manner(q, led_by=leaders)))


def stood_in(q: Question) -> Query:
    """Who led a delegation that somebody else could have led."""
    names, summit = people(q), the_one(q)
    homes = {code for name in names for code in q.data.represented_countries.get(name, ())}
    if len(names) != 1 or len(homes) != 1 or not homes.issuperset(q.countries):
        raise Unbound
    if attended(q.data, names[0], q.data.meetings[summit], Manner()) is YES:
        raise Unbound  # nobody stood in for who came
    return SummitFacts(summit=summit, show="people", country=tuple(homes))


def of_organisation(q: Question) -> Query:
    """Who came for an international organisation."""
    body = find_organization(q.data, str(q.one("OTHERORGANISATION")))
    return SummitFacts(summit=the_one(q), show="people", organization=body)


def of_subject(show: str) -> Maker:
    """A maker for what is told of the visits of one country or person: in what capacity it came, for which country they did."""
    return lambda q: Attendance(subjects=who(q)[0], at=named(q), show=show)


_WHO = "COUNTRY|PERSON|OFFICEHOLDER"
_AT = "SUMMIT CITY TIME INCOUNTRY"
_HOW = "CAPACITY GUEST NOTCATEGORY LEVEL LEDBY VIDEO INPERSON"
_SAID = "ATTEND REPRESENT PARTICIPANTS DELEGATIONS LEADERS COUNTRYWORD BOTH EITHER AND OR EVER ANY STILL ALREADY THEN FROM BY IN AS THOUGH ALL"
_OF = "EXCLUDED FOUNDERWORD NOTFOUNDERS FORMER NEVERCATEGORY CATEGORY NOW"

_WHOM = _WHO.replace("|", " ")

LINES: tuple[Line, ...] = (
    (f"{_WHO} SUMMIT|CITY|ATTEND|REPRESENT|MISS|DELEGATIONS|VIDEO|INPERSON", f"{_SAID} MISS NOT NEVER BOUNDS", f"{_WHOM} {_AT} {_HOW}", {"yes-no": did_attend}),
    (f"{_WHO} GUEST|CAPACITY EVER|NEVER", _SAID, f"{_WHOM} {_HOW} NEVER", {"yes-no": did_attend}),
    ("PERSON SUMMIT|CITY", "ATTEND", "SUMMIT CITY TIME VIDEO INPERSON", {"name": came_or_when}),
    ("OFFICEHOLDER ATTEND|REPRESENT|SUMMIT|CITY", _SAID, f"OFFICEHOLDER {_AT} {_HOW}", {"name, who": leaders("people")}),
    ("REPRESENT|LEADERS COUNTRY", _SAID, f"COUNTRY {_AT} {_HOW}", {"how many": leaders("count")}),
    (f"{_WHO} SUMMIT|ATTEND|REPRESENT|MISS", f"{_SAID} MISS NOT FIRST LAST TIMES", f"{_WHOM} {_AT} {_HOW} EXCLUDEDCITY NOTHOSTEDBY NOTCHAIREDBY", {"which summit": visits("list"), "how many summits": visits("count")}),
    (f"{_WHO} PARTICIPANTS", "HISTORYWORD SUMMIT", "TIME", {"name, what, how": visits("list"), "how many": visits("count")}),
    (f"{_WHO} SUMMIT|FIRST|LAST", f"{_SAID} FIRST LAST", f"{_WHOM} {_AT} {_HOW}", {"when, where": dated_visit}),
    (f"{_WHO} ATTEND FIRST|LAST", "SUMMIT", f"{_WHOM} TIME", {"name": dated_visit}),
    ("SUMMIT|CITY", f"{_SAID} MISS NOT NEVER BOUNDS MOST ONLY FUTURE", f"{_AT} {_HOW} {_OF} NOTLED", {"which country": countries("list")}),
    ("SUMMIT|CITY|ATTEND|MISS", f"{_SAID.replace(' REPRESENT', '')} MISS NOT NEVER BOUNDS MOST ONLY FUTURE", f"{_AT} {_HOW} {_OF} NOTLED", {"who": countries("list")}),
    ("SUMMIT|CITY|TIME|ATTEND ATTEND|MISS|PARTICIPANTS|DELEGATIONS|GUEST|CAPACITY|LEVEL|LEDBY|VIDEO|INPERSON|REPRESENT|CATEGORY|NOTCATEGORY|COUNTRYWORD ATTEND|MISS|PARTICIPANTS|DELEGATIONS|GUEST|CAPACITY|LEVEL|LEDBY|VIDEO|INPERSON|REPRESENT|SUMMIT|CITY", f"{_SAID} MISS NOT NEVER BOUNDS MOST ONLY FUTURE", f"{_AT} {_HOW} {_OF} NOTLED", {"which country, what": countries("list"), "how many": countries("count")}),
    ("SUMMIT|CITY|TIME|ATTEND PARTICIPANTS|DELEGATIONS|GUEST|CATEGORY|NOTCATEGORY|COUNTRYWORD|CAPACITY|MISS ATTEND|MISS|PARTICIPANTS|DELEGATIONS|GUEST|CAPACITY|VIDEO|INPERSON|SUMMIT|CITY|REPRESENT", f"{_SAID.replace(' LEADERS', '')} MISS NOT NEVER BOUNDS MOST ONLY FUTURE", f"{_AT} {_HOW} {_OF} NOTLED", {"name": countries("list")}),
    ("ATTEND|REPRESENT|SUMMIT|CITY ALL CATEGORY", "ATTEND REPRESENT", _AT, {"yes-no": did_all_attend}),
    ("ATTEND|REPRESENT ANY CATEGORY|COUNTRYWORD|GUEST", _SAID.replace(" ALL", ""), f"{_AT} {_HOW} {_OF}", {"yes-no": countries("any")}),
    ("REPRESENT|ATTEND|LEADERS|LEVEL|LEDBY|OFFICEHOLDER|MISS", f"{_SAID} MISS NOT FUTURE", f"COUNTRY OFFICEHOLDER {_AT} {_HOW} CATEGORY EXCLUDED EXCLUDEDPERSON", {"which person": leaders("people")}),
    ("REPRESENT", _SAID, f"COUNTRY {_AT} {_HOW} CATEGORY EXCLUDED EXCLUDEDPERSON", {"who": leaders("people")}),
    ("REPRESENT|LEADERS COUNTRY", _SAID, f"COUNTRY {_AT} {_HOW}", {"name": leaders("people")}),
    ("COUNTRY ATTEND", "FROM", _AT, {"who": leaders("people")}),
    ("STANDIN|INPLACEOF PERSON", "ATTEND REPRESENT", f"COUNTRY {_AT}", {"who, which person": stood_in}),
    ("REPRESENT OTHERORGANISATION", "", _AT, {"who, which person": of_organisation}),
    ("CAPACITYASKED COUNTRY ATTEND|SUMMIT|CITY", "ATTEND", _AT, {"name": of_subject("capacity")}),
    ("STATUSWORD COUNTRY ATTEND|REPRESENT", "", _AT, {"what": of_subject("capacity")}),
    ("PERSON REPRESENT", "", "", {"which country": of_subject("country")}),
)  # fmt: skip
"""What is asked of it: see ``predicates``."""
