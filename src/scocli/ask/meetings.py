"""Queries about summits: which, when, where, who came, who led, who stayed away."""

from dataclasses import replace
from typing import Any

from scocli.ask.meaning import Meaning, Unanswerable, bounds
from scocli.ask.membership import _around_summit, _conditions, _verdict
from scocli.ask.summits import SummitPhrase
from scocli.days import Period, shifted
from scocli.queries.attendance import Attendance, is_country
from scocli.queries.base import Query
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits

_SUMMIT_WORDS = ("first", "last")


def fact(show: str) -> Any:
    """A builder for one fact of one summit."""

    def build(m: Meaning) -> Query:
        m.flag("FIRST", "LAST") if not m.names_summit() else None
        return SummitFacts(summit=_one_summit(m), show=show)

    return build


def _one_summit(m: Meaning) -> str:
    """The summit that is named, or the only one in the year that is."""
    related = _around_summit(m) if m.has("BEFORE", "AFTER", "SUCCEED", "PRECEDE") else None
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
    for name, value in _fields(named).items():
        said[name] = (*said.get(name, ()), *value) if isinstance(value, tuple) else value
    return Summits(**said, **_period(m, named), show="none" if negated else "any", **m.bounds())


def _form(m: Meaning) -> tuple[str, ...]:
    """The forms of meeting that are named."""
    forms = {"VIDEO": "virtual", "INPERSON": "in-person", "HYBRID": "hybrid"}
    return tuple(form for kind, form in forms.items() if m.flag(kind))


def _fields(phrases: list[SummitPhrase]) -> dict[str, Any]:
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


def _period(m: Meaning, phrases: list[SummitPhrase]) -> dict[str, Any]:
    """The stretch of time asked about: named apart, or within a phrase."""
    times = [p.time.period for p in phrases if p.time]
    related = _around_summit(m)
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
    said = _fields(phrases)
    said |= _period(m, phrases)
    if ordinals := tuple(str(token.value) for token in m.take("ORDINAL")):
        said["number"] = (*said.get("number", ()), *ordinals)
    cities = tuple(str(token.value) for token in m.take("CITY"))
    if cities:
        said["city"] = (*said.get("city", ()), *cities)
    subjects = (*m.countries(), *m.people())
    offices = m.officeholders()
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
    return Summits(**said, show=show)


def _of_subjects(
    m: Meaning, subjects: tuple[str, ...], offices: list[tuple[str, str]], said: dict[str, Any], select: str | None
) -> Query:
    """The summits that countries or people attended, or missed."""
    restriction = m.delegation()
    if offices:
        if subjects or len(offices) > 1 or "office" in restriction:
            raise Unanswerable("it names several subjects")
        subjects, restriction["office"] = (offices[0][0],), offices[0][1]
    missed = m.flag("MISS") or (m.has("ATTEND", "REPRESENT") and m.flag("NOT", "NEVER"))
    m.flag("ATTEND", "REPRESENT", "JOIN", "ALL")
    if len(subjects) > 1:
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
    return Attendance(subjects=subjects, show=show, **said, **restriction)


# ---- who came


def _every_summit(m: Meaning) -> bool:
    """Whether all summits are meant ('every summit', 'all the summits')."""
    named = [t.value for t in m.tokens if t.kind == "SUMMIT" and isinstance(t.value, SummitPhrase)]
    return m.has("ALL") and not m.has("CITY") and all(p.is_bare and not p.select for p in named) and bool(named)


def attended(m: Meaning) -> Query:
    """The countries that came to a summit, to several, to every one or to none."""
    m.flag("ATTEND", "REPRESENT", "JOIN")
    said = _conditions(m)
    categories = m.categories()
    if _every_summit(m) or (m.has("NEVER", "BOUNDS", "MOST") and not m.names_summit()):
        never = m.flag("NEVER")
        which = "none" if never else "all" if m.flag("ALL") else "any"
        m.flag("SUMMIT")
        first, last = m.period()
        more = {**m.delegation(), **m.bounds(), "first": first, "last": last}
        if m.flag("MOST"):
            more["show"] = "most"
        return _verdict(m, {**said, "category": categories, "attended": which, **more})
    restriction = m.delegation()
    if categories:
        if "capacity" in restriction:
            raise Unanswerable("it names two capacities")
        restriction["capacity"] = categories
    m.flag("ALL")
    if not m.names_summit() and not m.has("TIME"):
        if not m.has("EVER", "SUMMIT"):
            raise Unanswerable("it names no summit")
        m.flag("SUMMIT")
        return _verdict(m, {**said, "attended": "any", **restriction})
    time = m.peek_time()
    if not m.names_summit() and time is not None and time.is_range:
        m.flag("SUMMIT")
        first, last = m.period()
        return _verdict(m, {**said, "attended": "any", "first": first, "last": last, **restriction})
    ids = m.summit_ids()
    if len(ids) == 1 and not set(said) - {"besides"} and not m.has("FIRST", "LAST", "ONLY"):
        return SummitFacts(summit=ids[0], show="count" if m.counts else "countries", **said, **restriction)
    if m.has("OR", "EITHER"):
        raise Unanswerable("'or' between summits")
    return _verdict(m, {**said, "attended_at": ids, **restriction})


def stayed_away(m: Meaning) -> Query:
    """The countries, or people, that are known not to have come."""
    m.flag("MISS", "ATTEND", "NOT", "REPRESENT", "JOIN")
    said = _conditions(m)
    capacity = (*m.categories(), *m.tuple_of("CAPACITY"))
    ids = m.summit_ids()
    if not ids:
        raise Unanswerable("it names no summit")
    if m.asked == "people":
        return SummitFacts(summit=m.summit() if not ids else ids[0], show="absent-people")
    if len(ids) == 1 and not set(said) - {"besides"}:
        return SummitFacts(summit=ids[0], show="absent-count" if m.counts else "absent", capacity=capacity, **said)
    return _verdict(m, {**said, "category": capacity, "missed_at": ids})


def _scope(m: Meaning) -> dict[str, Any]:
    """Which summits a yes-or-no question about a subject is about, as fields of a query."""
    named = [t.value for t in m.tokens if t.kind == "SUMMIT" and isinstance(t.value, SummitPhrase)]
    loose = [p for p in named if p.hosts and not p.cities and not p.time and not p.select]
    if loose and not m.has("CITY"):
        m.phrases()
        first, last = m.period()
        return {"host": loose[0].hosts, "first": first, "last": last}
    time = m.peek_time()
    if m.names_summit() or (time is not None and not time.is_range):
        return {"at": m.summit_ids()}
    m.phrases()
    first, last = m.period()
    if not m.has("EVER", "NEVER", "ANY", "ALL", "BOUNDS") and time is None and not named:
        raise Unanswerable("it names no summit")
    return {"first": first, "last": last}


def did_attend(m: Meaning) -> Query:
    """Whether countries or people came to a summit, or are known to have stayed away."""
    offices = m.officeholders()
    subjects = (*m.countries(), *m.people(), *(country for country, _ in offices))
    if not subjects:
        raise Unanswerable("it names nobody")
    missed = m.flag("MISS")
    m.flag("ATTEND", "REPRESENT", "JOIN")
    negated = m.flag("NOT", "NEVER")
    restriction = m.delegation()
    if offices:
        if len(subjects) > 1 or "office" in restriction:
            raise Unanswerable("it names several subjects")
        restriction["office"] = offices[0][1]
    if (categories := m.categories()) and "capacity" not in restriction:
        restriction["capacity"] = categories
    every = m.has("ALL")
    scope = _scope(m)
    m.flag("ALL")
    many = len(scope.get("at", ())) > 1 and not m.has("OR", "EITHER")
    if missed and restriction.keys() - {"office"}:
        raise Unanswerable("it restricts an absence")
    show = "missed-any" if missed else "all" if every or many else "any"
    either = m.flag("EITHER") or (len(subjects) > 1 and m.has("OR"))
    return Attendance(subjects=subjects, show=show, negated=negated, either=either, **scope, **restriction)


def did_all_attend(m: Meaning) -> Query:
    """Whether every country of a category came to a summit."""
    m.flag("ATTEND", "REPRESENT", "ALL")
    capacity = m.categories()
    if not capacity:
        raise Unanswerable("it names no category")
    return SummitFacts(summit=m.summit(), capacity=capacity, every=True)


# ---- who led


def represented(m: Meaning) -> Query:
    """The people who led delegations: of a country, or at a summit."""
    m.flag("REPRESENT", "ATTEND", "LEADERS", "DELEGATIONS", "JOIN", "SIT")
    countries = m.countries()
    restriction = m.delegation()
    if (categories := m.categories()) and "capacity" not in restriction:
        restriction["capacity"] = categories
    excluded = m.tuple_of("EXCLUDED")
    m.flag("ALL")
    if m.has("OTHERORGANISATION"):
        return _organisation(m)
    if len(countries) == 1 and not excluded:
        scope = _scope(m) if m.names_summit() or m.has("TIME") else {}
        m.flag("SUMMIT")
        select = "first" if m.has("FIRST") else None
        if select:
            raise Unanswerable("it asks for one of several people")
        return Attendance(subjects=countries, show="people", **scope, **restriction)
    if m.counts:
        return SummitFacts(summit=_one_summit(m), show="count", country=countries, besides=excluded, **restriction)
    return SummitFacts(summit=_one_summit(m), show="people", country=countries, besides=excluded, **restriction)


def _organisation(m: Meaning) -> Query:
    """Who represented an international organisation."""
    words = [str(token.value) for token in m.take("OTHERORGANISATION")]
    summit = m.summit()
    short = {
        "un": "United Nations",
        "cis": "Commonwealth of Independent States",
        "csto": "Collective Security Treaty Organization",
    }
    wanted = short.get(words[0], words[0]).lower()
    names = [found.name for found in m.data.summits[summit].organizations if found.name.lower() == wanted]
    if len(words) != 1 or not names:
        raise Unanswerable("that organisation is not on record there")
    return SummitFacts(summit=summit, show="people", organization=names[0])


def officeholder_at(m: Meaning) -> Query:
    """Who held an office and led the delegation: 'which Indian prime minister came to Ufa'."""
    offices = m.officeholders()
    if len(offices) != 1:
        raise Unanswerable("it names several offices")
    m.flag("REPRESENT", "ATTEND", "LEADERS")
    scope = _scope(m) if m.names_summit() or m.has("TIME") else {}
    m.flag("SUMMIT", "ALL")
    return Attendance(subjects=(offices[0][0],), office=offices[0][1], show="people", **scope, **m.delegation())


def capacity_at(m: Meaning) -> Query:
    """In what capacity a country came to a summit."""
    m.flag("ATTEND", "REPRESENT")
    return Attendance(subjects=(m.country(),), at=m.summit_ids(), show="capacity")


# ---- hosts and chairs


def hosts(m: Meaning) -> Query:
    """The countries that hosted a summit, never did, or did so often."""
    return _hosts_or_chairs(m, "HOST", "hosted", "never_hosted", "host")


def chairs(m: Meaning) -> Query:
    """The countries that chaired a summit."""
    return _hosts_or_chairs(m, "CHAIR", "chaired", "never_chaired", "chair-country")


def _hosts_or_chairs(m: Meaning, verb: str, did: str, never: str, show: str) -> Query:
    m.flag(verb, "HOLD")
    said = _conditions(m)
    categories = m.categories()
    if m.names_summit() and not m.has("NEVER"):
        if categories or said or m.counts:
            raise Unanswerable("it asks for more than the host of a summit")
        return SummitFacts(summit=_one_summit(m), show=show)
    m.flag("SUMMIT", "COUNTRYWORD", "ALL")
    not_any = m.flag("NEVER", "NOT")
    time = m.peek_time()
    if time is not None and not time.is_range and m.asked == "countries" and not not_any:
        return SummitFacts(summit=m.summit(), show=show)
    first, last = m.period()
    said |= {"category": categories, "first": first, "last": last, **m.bounds()}
    said[never if not_any else did] = True
    if m.flag("MOST"):
        said["show"] = "most"
    return _verdict(m, said)


def chair_people(m: Meaning) -> Query:
    """The people who chaired a summit."""
    m.flag("CHAIR", "LEADERS")
    phrases = [t.value for t in m.tokens if t.kind == "SUMMIT" and isinstance(t.value, SummitPhrase)]
    if any(p.plural for p in phrases) or (m.has("OR", "EVER") and not m.has("TIME")):
        m.flag("ALL")
        cities = tuple(str(token.value) for token in m.take("CITY"))
        said = _fields(m.phrases())
        if cities:
            said["city"] = (*said.get("city", ()), *cities)
        return Summits(
            **{**said, "host": (*said.get("host", ()), *m.countries())}, **_period(m, phrases), show="chairs"
        )
    return SummitFacts(summit=_one_summit(m), show="chair")


def did_host(m: Meaning) -> Query:
    """Whether a country hosted or chaired a summit, or a person chaired one."""
    host = m.has("HOST")
    m.flag("HOST", "CHAIR", "HOLD")
    countries, people = m.countries(), m.people()
    negated = m.flag("NOT", "NEVER")
    if len(countries) + len(people) != 1 or (host and people):
        raise Unanswerable("it needs exactly one host or chair")
    said: dict[str, Any] = {"chaired_by": people[0]} if people else {"host" if host else "chair": countries}
    named = [t.value for t in m.tokens if t.kind == "SUMMIT" and isinstance(t.value, SummitPhrase)]
    time = m.peek_time()
    if m.names_summit() or (time is not None and not time.is_range and named):
        return Summits(**said, has=m.summit_ids(), negated=negated)
    m.phrases()
    first, last = m.period()
    limits = m.bounds()
    m.flag("TIMES")
    return Summits(**said, first=first, last=last, show="none" if negated else "any", **limits)


def dated_visit(m: Meaning) -> Query:
    """When somebody first or last attended, hosted or chaired a summit."""
    countries, people, offices = m.countries(), m.people(), m.officeholders()
    subjects = (*countries, *people)
    if len(subjects) + len(offices) != 1:
        raise Unanswerable("it needs exactly one subject")
    phrases = m.phrases()
    select = next((p.select for p in phrases if p.select), None) or (
        "first" if m.flag("FIRST") else "last" if m.flag("LAST") else None
    )
    if any(not p.is_bare for p in phrases):
        raise Unanswerable("it names a summit beside")
    m.flag("FIRST", "LAST")
    if m.flag("HOST"):
        ids = [s.id for s in m.data.summits.values() if s.country in subjects]
    elif m.flag("CHAIR"):
        ids = [
            s.id
            for s in m.data.summits.values()
            if s.chair_country in subjects or m.data.person(s.chair_person) in subjects
        ]
    else:
        m.flag("ATTEND", "JOIN", "REPRESENT")
        who = subjects[0] if subjects else offices[0][0]
        restriction = Attendance(subjects=(who,), office=offices[0][1] if offices else None, **m.delegation())
        from scocli.queries.common import meets

        ids = [visit.summit.id for visit in m.data.visits_of.get(who, ()) if meets(restriction, visit)]
    first, last = m.period()
    if first or last:
        period = Period(first or "", last or "9999")
        ids = [s for s in ids if period.first <= m.data.summits[s].start <= period.last + "-12-31"]
    if not ids or (select is None and len(ids) > 1):
        raise Unanswerable("it does not say which of several")
    chosen = ids[-1] if select == "last" else ids[0]
    return SummitFacts(summit=chosen, show="city" if m.asked == "where" else "date")


def organisations(m: Meaning) -> Query:
    """The international organisations at a summit."""
    m.flag("ORGANISATIONS", "ATTEND", "REPRESENT", "ALL")
    return SummitFacts(summit=m.summit(), show="organization-count" if m.counts else "organizations")
