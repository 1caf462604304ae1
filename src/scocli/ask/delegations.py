"""Queries about delegations: who came to summits, who led them, who stayed away."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise, product
from typing import Any

from scocli.ask.around import meeting_days
from scocli.ask.countries import CONDITIONS, so_often, span, verdict
from scocli.ask.meaning import Meaning, Unanswerable, as_manner
from scocli.ask.meetings import one_summit
from scocli.ask.refusals import exists_at, no_such_capacity
from scocli.ask.summits import SummitPhrase
from scocli.facts.conditions import AbsentFrom, Among, Attended, AttendedBy, ByWhom, Condition, Held, Not
from scocli.facts.nouns import LEVELS
from scocli.facts.presence import Manner, came
from scocli.facts.verdict import YES
from scocli.organizations import find_organization
from scocli.queries.attendance import Attendance
from scocli.queries.base import Query
from scocli.queries.summit import SummitFacts


def _every_summit(m: Meaning) -> bool:
    """Whether all summits are meant ('every summit', 'all the summits')."""
    named = [t.value for t in m.tokens if t.kind == "SUMMIT" and isinstance(t.value, SummitPhrase)]
    return m.has("ALL") and not m.has("CITY") and all(p.is_bare and not p.select for p in named) and bool(named)


def attended(m: Meaning) -> Query:
    """The countries that came to a summit, to several, to every one or to none."""
    if m.has("FIRST", "LAST"):
        raise Unanswerable("for whom it was the first time is not told by who came")
    m.flag("ATTEND", "REPRESENT", "JOIN")
    categories = m.categories()
    held = (Held(categories),) if categories else ()
    if _every_summit(m) or (m.has("NEVER", "BOUNDS", "MOST") and not m.names_summit()):
        never, every = m.flag("NEVER"), m.flag("ALL")
        m.flag("SUMMIT")
        came = Attended(manner=_manner(m), time=span(*m.period()))
        if never:
            return verdict(m, *held, Not(came))
        if every:
            return verdict(m, *held, replace(came, often="every"))
        return verdict(m, *so_often(m, held, came), show="most" if m.flag("MOST") else "list")
    manner = _manner(m)
    if categories and m.names_summit() and m.flag("NOW"):
        categories = ()  # 'the present partners', not those who came as such
    elif categories:
        held = ()
        if manner.capacities:
            raise Unanswerable("it names two capacities")
        manner = replace(manner, capacities=categories)
    m.flag("ALL")
    if not m.names_summit() and not m.has("TIME"):
        if not m.has("EVER", "SUMMIT"):
            raise Unanswerable("it names no summit")
        m.flag("SUMMIT")
        named = manner.capacities
        if not any(exists_at(m.data, capacity, summit) for capacity, summit in product(named, m.data.summits)):
            _see_that_it_existed(m, named, list(m.data.summits)[-1:])
        return verdict(m, *held, Attended(manner=manner))
    time = m.peek_time()
    if not m.names_summit() and time is not None and (time.is_range or time.is_deadline):
        m.flag("SUMMIT")
        return verdict(m, *held, Attended(manner=manner, time=span(*m.period())))
    ids = m.summit_ids()
    _see_that_it_existed(m, manner.capacities, ids)
    denied = sum(token.value for token in m.take("ALLCAME") if isinstance(token.value, int))
    if denied and (len(manner.led_by) != len(LEVELS) - denied or m.has("OR") or not _all_came(m, categories, ids)):
        raise Unanswerable("those who did not come, or may not have come, were not represented otherwise")
    is_plain = not held and not _is_more_asked(m) and not m.has("FIRST", "LAST", "ONLY")
    if len(ids) == 1 and is_plain and m.asked != "yes-no":
        return SummitFacts(
            summit=ids[0],
            show="count" if m.counts else "countries",
            where=_left_out(m),
            capacity=manner.capacities,
            led_by=manner.led_by,
            mode=manner.mode,
        )
    if m.has("OR", "EITHER"):
        raise Unanswerable("'or' between summits")
    return verdict(m, *held, *(Attended(summit, manner) for summit in ids))


def _manner(m: Meaning) -> Manner:
    """How the delegations came that are asked for."""
    said = m.manner()
    return Manner(said.get("capacity", ()), said.get("led_by", ()), said.get("mode"))


def _is_more_asked(m: Meaning) -> bool:
    """Whether it asks more of the countries than that some are left out."""
    return m.has(*(kind for kind in CONDITIONS if kind != "EXCLUDED"))


def _left_out(m: Meaning) -> tuple[Condition, ...]:
    """The countries that are not meant, as a condition."""
    excluded = m.tuple_of("EXCLUDED")
    return (Not(Among(excluded)),) if excluded else ()


def _see_that_it_existed(
    m: Meaning, capacities: tuple[str, ...], summits: Iterable[str], subjects: tuple[str, ...] = ()
) -> None:
    """See that anybody could come to summits in the capacities that are named: not in one younger than the opening.

    'No' is an answer nonetheless, but not where the category was given at the summit itself.

    :raises NotUnderstood: if nobody could.
    """
    if m.has("NOTCATEGORY"):
        return  # they are those that are left
    for summit, capacity in product(summits, capacities):
        if exists_at(m.data, capacity, summit):
            continue
        end = m.data.summits[summit].end
        given = any(m.data.status_on(code, end) == capacity for code in subjects or m.data.countries)
        if given or m.asked != "yes-no":
            raise no_such_capacity(m.data, capacity, summit, subjects[0] if len(subjects) == 1 else None)


def _all_came(m: Meaning, categories: tuple[str, ...], ids: tuple[str, ...]) -> bool:
    """Whether all countries of some categories are known to have come to summits."""
    summits = [m.data.summits[summit] for summit in ids]
    expected = [
        (summit, code) for summit in summits for code in m.data.countries if m.data.capacity(summit, code) in categories
    ]
    return bool(expected) and all(came(m.data, summit, code) is YES for summit, code in expected)


def stayed_away(m: Meaning) -> Query:
    """The countries, or people, that are known not to have come."""
    missed = m.flag("MISS")
    if not missed and not m.negated("ATTEND", "REPRESENT", "JOIN"):
        raise Unanswerable("what it denies is not that somebody came")
    m.flag("ATTEND", "REPRESENT", "JOIN")
    capacity = (*m.categories(), *m.tuple_of("CAPACITY"))
    ids = m.summit_ids()
    if not ids:
        raise Unanswerable("it names no summit")
    _see_that_it_existed(m, capacity, ids)
    if missed and m.has("OR", "EITHER"):
        raise Unanswerable("'or' between summits")
    if m.counts and m.has("LEADERS"):
        raise Unanswerable("who stayed away is recorded of few of the countries that did not come")
    if m.asked == "people":
        if len(ids) > 1 or capacity or m.has(*CONDITIONS):
            raise Unanswerable("it asks for those of several summits, or of some countries only")
        return SummitFacts(summit=ids[0], show="absent-people")
    if len(ids) == 1 and not _is_more_asked(m):
        show = "absent-count" if m.counts else "absent"
        return SummitFacts(summit=ids[0], show=show, capacity=capacity, where=_left_out(m))
    held = (Held(capacity),) if capacity else ()
    return verdict(m, *held, *(AbsentFrom(summit) for summit in ids))


def _scope(m: Meaning) -> dict[str, Any]:
    """Which summits a yes-or-no question about a subject is about, as fields of a query."""
    named = [t.value for t in m.tokens if t.kind == "SUMMIT" and isinstance(t.value, SummitPhrase)]
    if m.has("INCOUNTRY"):
        hosts = tuple(str(token.value) for token in m.take("INCOUNTRY"))
        if any(not p.is_bare for p in named) or m.has("CITY"):
            raise Unanswerable("it names a summit and a country where it was")
        m.phrases()
        return {"where": (ByWhom("hosted", hosts),), **_period(m)}
    loose = [p for p in named if p.hosts and not p.cities and not p.time and not p.select]
    if loose and not m.has("CITY"):
        m.phrases()
        return {"where": (ByWhom("hosted", loose[0].hosts),), **_period(m)}
    time = m.peek_time()
    if m.names_summit() or (time is not None and not time.is_range):
        return {"at": m.summit_ids()}
    m.phrases()
    period = _period(m)
    if not m.has("EVER", "NEVER", "ANY", "ALL", "BOUNDS") and time is None and not named:
        raise Unanswerable("it names no summit")
    return period


def _period(m: Meaning) -> dict[str, Any]:
    """The stretch of time asked about, as fields of a query."""
    return dict(meeting_days(m.data, m.stretch()))


def did_attend(m: Meaning) -> Query:
    """Whether countries or people came to a summit, or are known to have stayed away."""
    offices = m.officeholders()
    subjects = (*m.subjects(), *(country for country, _ in offices))
    if not subjects:
        raise Unanswerable("it names nobody")
    if m.denies_one_of_several():
        raise Unanswerable("it asks of one of them and denies another")
    missed = m.flag("MISS")
    m.flag("ATTEND", "REPRESENT", "JOIN")
    negated = m.negated("ATTEND", "REPRESENT", "MISS", "JOIN") or (m.has("NOT", "NEVER") and m.flag("NOT", "NEVER"))
    restriction = m.manner()
    if offices:
        if len(subjects) > 1 or "led_by" in restriction:
            raise Unanswerable("it names several subjects")
        restriction["led_by"] = (offices[0][1],)
    every = m.has("ALL")
    scope = _scope(m)
    m.flag("ALL")
    many = len(scope.get("at", ())) > 1 and not m.has("OR", "EITHER")
    _see_that_it_existed(m, restriction.get("capacity", ()), scope.get("at", ()), subjects)
    if missed and restriction.keys() - {"led_by"}:
        raise Unanswerable("it restricts an absence")
    show = "missed-any" if missed else "all" if every or many else "any"
    either = m.flag("EITHER") or (len(subjects) > 1 and m.has("OR"))
    if either and negated:
        raise Unanswerable("it does not say whether one of them or neither did")
    return Attendance(subjects=subjects, show=show, not_=negated, either=either, **scope, **restriction)


def did_all_attend(m: Meaning) -> Query:
    """Whether every country of a category came to a summit."""
    m.flag("ATTEND", "REPRESENT", "ALL")
    capacity = m.categories()
    if not capacity:
        raise Unanswerable("it names no category")
    summit = m.summit()
    _see_that_it_existed(m, capacity, (summit,))
    return SummitFacts(summit=summit, capacity=capacity, show="every")


def did_any_attend(m: Meaning) -> Query:
    """Whether there was a country of some category at a summit."""
    if m.has("COUNTRY", "NOT", "NEVER", "ALL"):
        raise Unanswerable("it does not only ask whether there was one")
    m.flag("ANY")
    return attended(m)


def represented(m: Meaning) -> Query:
    """The people who led delegations: of a country, or at a summit."""
    m.flag("REPRESENT", "ATTEND", "LEADERS", "DELEGATIONS", "JOIN", "SIT")
    countries = m.countries()
    restriction = m.delegation()
    if (categories := m.categories()) and countries:
        raise Unanswerable("who led a delegation does not tell what status the country held")
    if categories and "capacity" not in restriction:
        restriction["capacity"] = categories
    excluded = m.tuple_of("EXCLUDED")
    m.flag("ALL", "EVER")
    if m.has("OTHERORGANISATION"):
        return _organisation(m)
    if countries and any(isinstance(t.value, SummitPhrase) and t.value.is_bare and t.value.select for t in m.tokens):
        raise Unanswerable("the first or last summit may be the country's own")
    if len(countries) == 1 and not excluded:
        if m.counts:
            raise Unanswerable("how many people a delegation had is not recorded")
        scope = _scope(m) if m.names_summit() or m.has("TIME") else {}
        m.flag("SUMMIT")
        if m.has("FIRST"):
            raise Unanswerable("it asks for one of several people")
        if besides := m.people("EXCLUDEDPERSON"):
            scope["where"] = (*scope.get("where", ()), Not(AttendedBy(besides)))
        return Attendance(subjects=countries, show="people", **scope, **as_manner(restriction))
    summit = one_summit(m)
    _see_that_it_existed(m, restriction.get("capacity", ()), (summit,), countries)
    show = "count" if m.counts else "people"
    where = (Not(Among(excluded)),) if excluded else ()
    return SummitFacts(summit=summit, show=show, country=countries, where=where, **as_manner(restriction))


def stood_in(m: Meaning) -> Query:
    """Who led a delegation that somebody else could have led."""
    m.flag("STANDIN", "INPLACEOF", "REPRESENT", "ATTEND")
    people, summit = m.people(), m.summit()
    absences = ((absence.person, absence.country) for _, absence in m.data.absences if absence.person)
    homes = {country for person, country in absences if m.data.person(person) in people}
    homes |= {visit.delegation.country for person in people for visit in m.data.visits_of.get(person, ())}
    if len(people) != 1 or len(homes) != 1 or not homes.issuperset(m.countries()):
        raise Unanswerable("it does not say for whom")
    if any(visit.summit.id == summit for visit in m.data.visits_of.get(people[0], ())):
        raise Unanswerable("nobody stood in for who came")
    return SummitFacts(summit=summit, show="people", country=tuple(homes))


def country_of(m: Meaning) -> Query:
    """The country whose delegations a person led."""
    people = m.people()
    if len(people) != 1 or m.has("SUMMIT", "CITY", "TIME"):
        raise Unanswerable("it needs exactly one person")
    return Attendance(subjects=people, show="country")


def _organisation(m: Meaning) -> Query:
    """Who represented an international organisation."""
    words = [token.words for token in m.take("OTHERORGANISATION")]
    if len(words) != 1:
        raise Unanswerable("it names several organisations")
    return SummitFacts(summit=m.summit(), show="people", organization=find_organization(m.data, words[0]))


def officeholder_at(m: Meaning) -> Query:
    """Who held an office and led the delegation: 'which Indian prime minister came to Ufa'."""
    offices = m.officeholders()
    if len(offices) != 1:
        raise Unanswerable("it names several offices")
    if any(token.kind == "ALL" and after.kind == "SUMMIT" for token, after in pairwise(m.tokens)):
        raise Unanswerable("it asks for who came to every summit")
    m.flag("REPRESENT", "ATTEND", "LEADERS")
    scope = _scope(m) if m.names_summit() or m.has("TIME") else {}
    m.flag("SUMMIT", "ALL")
    manner = m.manner()
    if "led_by" in manner:
        raise Unanswerable("it names two who led")
    return Attendance(subjects=(offices[0][0],), led_by=(offices[0][1],), show="people", **scope, **manner)


def capacity_at(m: Meaning) -> Query:
    """In what capacity a country came to a summit."""
    m.flag("ATTEND", "REPRESENT")
    return Attendance(subjects=(m.country(),), at=m.summit_ids(), show="capacity")


def organisations(m: Meaning) -> Query:
    """The international organisations at a summit."""
    m.flag("ORGANISATIONS", "ATTEND", "REPRESENT", "ALL")
    return SummitFacts(summit=m.summit(), show="organization-count" if m.counts else "organizations")
