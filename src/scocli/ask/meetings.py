"""Queries about summits: which, when, where, who came, who led, who stayed away."""

from dataclasses import replace
from typing import Any

from scocli.ask.around import around_summit
from scocli.ask.meaning import Meaning, Unanswerable, as_manner
from scocli.ask.summits import SummitPhrase
from scocli.ask.times import bounds
from scocli.days import shifted
from scocli.facts.conditions import ByWhom, In
from scocli.facts.presence import is_country
from scocli.queries.attendance import Attendance
from scocli.queries.base import Query
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits

_SUMMIT_WORDS = ("first", "last")


def fact(show: str) -> Any:
    """A builder for one fact of one summit."""

    def build(m: Meaning) -> Query:
        m.flag("FIRST", "LAST") if not m.names_summit() else None
        return SummitFacts(summit=one_summit(m), show=show)

    return build


def one_summit(m: Meaning) -> str:
    """The summit that is named, or the only one in the year that is."""
    related = around_summit(m) if m.has("BEFORE", "AFTER", "SUCCEED", "PRECEDE") else None
    if related:
        found = [s.id for s in m.data.summits.values() if s.start in related.period]
        if not found:
            raise Unanswerable("there is no such summit")
        return found[0] if related.relation == "after" else found[-1]
    return m.summit()


def is_held(m: Meaning) -> Query:
    """Whether a summit was held in a form, city or country, or whether there was one in a time."""
    negated = m.flag("NOT")
    phrases = m.phrases()
    # 'Was the 2022 summit an in-person meeting': what only names a form is what is asked of the other.
    forms = [p for p in phrases if replace(p, held=None).is_bare]
    named = [p for p in phrases if p not in forms]
    said: dict[str, Any] = {
        "held": (*_form(m), *(p.held for p in forms if p.held)),
        "city": tuple(str(token.value) for token in m.take("CITY")),
        "host": m.countries(),
    }
    said = {name: value for name, value in said.items() if value}
    if named and said and not m.has("ANY", "EVER"):
        ids = tuple(summit for phrase in named for summit in m.resolve(phrase))
        return Summits(**said, has=ids, negated=negated)
    if not said and not named and not m.has("TIME", "ANY", "EVER", "BOUNDS"):
        raise Unanswerable("it does not say what is asked of summits")
    for name, value in phrase_fields(named).items():
        said[name] = (*said.get(name, ()), *value) if isinstance(value, tuple) else value
    return Summits(**said, **phrase_period(m, named), show="none" if negated else "any", **m.bounds())


def _form(m: Meaning) -> tuple[str, ...]:
    """The forms of meeting that are named."""
    forms = {"VIDEO": "virtual", "INPERSON": "in-person", "HYBRID": "hybrid"}
    return tuple(form for kind, form in forms.items() if m.flag(kind))


def phrase_fields(phrases: list[SummitPhrase]) -> dict[str, Any]:
    """The conditions of phrases, as fields of a query for summits."""
    said: dict[str, Any] = {}
    for phrase in phrases:
        if phrase.cities:
            said["city"] = (*said.get("city", ()), *phrase.cities)
        if phrase.hosts:
            said["host"] = (*said.get("host", ()), *phrase.hosts)
        if phrase.chairs:
            said["chair"] = (*said.get("chair", ()), *phrase.chairs)
        if phrase.chaired_by:
            said["chaired_by"] = phrase.chaired_by
        if phrase.held:
            said["held"] = (*said.get("held", ()), phrase.held)
        if phrase.ordinals:
            said["number"] = (*said.get("number", ()), *map(str, phrase.ordinals))
    return said


def phrase_period(m: Meaning, phrases: list[SummitPhrase]) -> dict[str, Any]:
    """The stretch of time asked about: named apart, or within a phrase."""
    times = [p.time.period for p in phrases if p.time]
    related = around_summit(m)
    if related:
        times.append(related.period)
    first, last = m.period()
    if times:
        if first or last or len(times) > 1:
            raise Unanswerable("it names several times")
        first, last = bounds(times[0])
    return {name: value for name, value in (("first", first), ("last", last)) if value}


def summits(m: Meaning) -> Query:
    """The summits that meet conditions: where, when, by whom, who came, how."""
    neighbour = _neighbour(m)
    if neighbour:
        return neighbour
    phrases = list(m.phrases())
    said = phrase_fields(phrases)
    said |= phrase_period(m, phrases)
    if m.flag("SUCCEED", "PRECEDE"):
        raise Unanswerable("it does not say before or after what")
    if besides := _excluded(m):
        said["besides"] = besides
    if m.has("NOTHOSTEDBY", "NOTCHAIREDBY") and m.has("COUNTRY", "PERSON"):
        raise Unanswerable("it asks of some countries and denies of others")
    if m.has("NOTCATEGORY") and not m.has("COUNTRY", "PERSON", "OFFICEHOLDER"):
        raise Unanswerable("which summits some did not attend is not told by those that others attended")
    if ordinals := tuple(str(token.value) for token in m.take("ORDINAL")):
        said["number"] = (*said.get("number", ()), *ordinals)
    cities = tuple(str(token.value) for token in m.take("CITY"))
    if cities:
        said["city"] = (*said.get("city", ()), *cities)
    if hosts := tuple(str(token.value) for token in m.take("INCOUNTRY")):
        said["host"] = (*said.get("host", ()), *hosts)
    subjects = m.subjects()
    offices = m.officeholders()
    if "number" in said and (len(said) > 1 or subjects or offices):
        raise Unanswerable("the second in China is not the second of all")
    select = next((p.select for p in phrases if p.select), None) or (
        "first" if m.flag("FIRST") else "last" if m.flag("LAST") else None
    )
    if m.has("HOST") and subjects:
        m.flag("HOST")
        if any(not is_country(subject) for subject in subjects):
            raise Unanswerable("it is a country that hosts")
        said["host"] = (*said.get("host", ()), *subjects)
    elif m.has("CHAIR", "CHAIRMANSHIP") and (subjects or offices):
        m.flag("CHAIR", "CHAIRMANSHIP")
        people = [subject for subject in subjects if not is_country(subject)]
        if people:
            said["chaired_by"] = people[0]
        else:
            said["chair"] = subjects
    elif subjects or offices:
        return _of_subjects(m, subjects, offices, said, select)
    said |= {name: value for name, value in (("held", _form(m)),) if value}
    restriction = m.delegation()
    return _summits_shown(m, {**said, **restriction}, select)


def _excluded(m: Meaning) -> tuple[str, ...]:
    """The summits that are left out: by their city, their host or their chair."""
    cities, hosts, chairs = map(m.tuple_of, ("EXCLUDEDCITY", "NOTHOSTEDBY", "NOTCHAIREDBY"))
    return tuple(
        summit.id
        for summit in m.data.summits.values()
        if summit.city in cities or summit.country in hosts or summit.chair_country in chairs
    )


def _neighbour(m: Meaning) -> Query | None:
    """The summit right before or after another."""
    kinds = [token.kind for token in m.tokens]
    named = [t.value for t in m.tokens if t.kind == "SUMMIT" and isinstance(t.value, SummitPhrase)]
    singular = not any(p.plural for p in named)
    before, after = "PRECEDE" in kinds, "SUCCEED" in kinds
    if any(p.select == "previous" for p in named) and "BEFORE" in kinds:
        before = True
    if not (before or after) or not singular or m.has("COUNTRY", "PERSON"):
        return None
    m.flag("PRECEDE", "SUCCEED", "BEFORE", "AFTER")
    phrases = [p for p in m.phrases() if not p.is_bare]
    ids = [summit for p in phrases for summit in m.resolve(p)]
    ids += [s for token in m.take("CITY") for s in m.resolve(SummitPhrase(cities=(str(token.value),), noun=False))]
    if len(ids) != 1:
        raise Unanswerable("it does not say before or after which summit")
    summit = m.data.summits[ids[0]]
    if before:
        return Summits(last=shifted(summit.start, -1), show="last")
    return Summits(first=shifted(summit.end, 1), show="first")


def _summits_shown(m: Meaning, said: dict[str, Any], select: str | None) -> Query:
    """The summits, or what is asked of them."""
    bounded = m.bounds()
    show = "list"
    if m.counts:
        show = "count"
    elif m.asked == "yes-no":
        show = "none" if m.flag("NOT", "NEVER") else "any"
        said |= bounded
        bounded = {}
    elif m.flag("MOST"):
        m.flag("ATTEND", "DELEGATIONS", "COUNTRYWORD")
        show = "largest"
    elif m.flag("FEWEST"):
        m.flag("ATTEND")
        show = "smallest"
    elif select in _SUMMIT_WORDS:
        show = select or show
    if bounded:
        raise Unanswerable("it does not say what is counted")
    m.flag("ALL")
    if not said and show == "list" and not m.has("WHICH", "LIST", "ALL") and not any(p.plural for p in _named(m)):
        raise Unanswerable("it does not say which summit")
    return Summits(**said, show=show)


def _named(m: Meaning) -> list[SummitPhrase]:
    return [token.value for token in m.tokens if isinstance(token.value, SummitPhrase)]


def _of_subjects(
    m: Meaning, subjects: tuple[str, ...], offices: list[tuple[str, str]], said: dict[str, Any], select: str | None
) -> Query:
    """The summits that countries or people attended, or missed."""
    restriction = m.delegation()
    if offices:
        if subjects or len(offices) > 1 or "office" in restriction:
            raise Unanswerable("it names several subjects")
        subjects, restriction["office"] = (offices[0][0],), offices[0][1]
    missed = m.flag("MISS") or m.negated("ATTEND", "REPRESENT")
    m.flag("ATTEND", "REPRESENT", "JOIN", "ALL")
    if len(subjects) > 1:
        if m.has("OR", "EITHER"):
            raise Unanswerable("'or' between those who came")
        if set(said) - {"host", "city", "first", "last", "held"} or (restriction and missed):
            raise Unanswerable("it asks too many things of several subjects at once")
        key = "missed_by" if missed else "attended_by"
        return _summits_shown(m, {**said, key: subjects, **restriction}, select)
    if set(said) - {"host", "city", "first", "last"}:
        return _summits_shown(m, {**said, ("missed_by" if missed else "attended_by"): subjects, **restriction}, select)
    show = "missed" if missed else "list"
    if m.counts:
        show = "missed-count" if missed else "count"
    elif select in _SUMMIT_WORDS and not missed:
        show = select or show
    hosted = (ByWhom("hosted", said["host"]),) if "host" in said else ()
    where = (*hosted, In(said["city"])) if "city" in said else hosted
    first, last = said.get("first"), said.get("last")
    return Attendance(subjects=subjects, from_=first, to=last, where=where, show=show, **as_manner(restriction))
