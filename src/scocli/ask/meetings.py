"""Queries about summits: which, when, where, who came, who led, who stayed away."""

from dataclasses import dataclass, replace
from typing import Any

from scocli.ask.around import Between, around_summit, meeting_days
from scocli.ask.meaning import Meaning, Unanswerable
from scocli.ask.summits import SummitPhrase
from scocli.days import shifted
from scocli.facts.conditions import AttendedBy, ByWhom, Condition, Form, In, Not, Number, Often
from scocli.facts.presence import Manner, is_country
from scocli.facts.select import Has
from scocli.queries.attendance import Attendance
from scocli.queries.base import Query
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import HowManySummits, Summits

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
    said = Said(
        forms=(*_form(m), *(p.held for p in forms if p.held)),
        cities=tuple(str(token.value) for token in m.take("CITY")),
        hosts=m.countries(),
    )
    if named and said.conditions and not m.has("ANY", "EVER"):
        ids = tuple(summit for phrase in named for summit in m.resolve(phrase))
        return among(said.conditions, ids, negated=negated)
    if not said.conditions and not named and not m.has("TIME", "ANY", "EVER", "BOUNDS"):
        raise Unanswerable("it does not say what is asked of summits")
    said.add(named)
    return whether(said.conditions, phrase_period(m, named), negated=negated, often=m.often())


def among(where: tuple[Condition, ...], ids: tuple[str, ...], *, negated: bool) -> Summits:
    """Whether all of some summits meet conditions, or none of them does."""
    has = tuple((summit,) for summit in ids)
    if negated and len(where) == 1:
        return Summits(where=(Not(where[0]),), has=Has(has))
    return Summits(where=where, has=Has(has, denied=negated))


def whether(where: tuple[Condition, ...], period: Between, *, negated: bool, often: Often | None) -> Summits:
    """Whether there are summits that meet conditions, none, or so many."""
    if negated and often:
        raise Unanswerable("it denies that there were so many")
    often = Often("at most", 0) if negated else often
    return HowManySummits(where=where, **period, often=often) if often else Summits(where=where, **period, show="any")


def _form(m: Meaning) -> tuple[str, ...]:
    """The forms of meeting that are named."""
    forms = {"VIDEO": "virtual", "INPERSON": "in-person", "HYBRID": "hybrid"}
    return tuple(form for kind, form in forms.items() if m.flag(kind))


@dataclass
class Said:
    """What is said of summits: of each kind any of several."""

    cities: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    chairs: tuple[str, ...] = ()
    chaired_by: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()

    def add(self, phrases: list[SummitPhrase]) -> None:
        """What phrases say besides."""
        for phrase in phrases:
            self.cities += phrase.cities
            self.hosts += phrase.hosts
            self.chairs += phrase.chairs
            self.chaired_by += (phrase.chaired_by,) if phrase.chaired_by else ()
            self.forms += (phrase.held,) if phrase.held else ()
            self.numbers += phrase.ordinals

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """It as conditions, all of which are to be met."""
        return (
            *((In(self.cities),) if self.cities else ()),
            *((ByWhom("hosted", self.hosts),) if self.hosts else ()),
            *((ByWhom("chaired", self.chairs),) if self.chairs else ()),
            *((ByWhom("chaired", self.chaired_by),) if self.chaired_by else ()),
            *((Form(self.forms),) if self.forms else ()),
            *((Number(self.numbers),) if self.numbers else ()),
        )


def phrase_period(m: Meaning, phrases: list[SummitPhrase]) -> Between:
    """The stretch of time asked about, as fields of a query for summits: named apart, or within a phrase."""
    times = [p.time.period for p in phrases if p.time]
    related = around_summit(m)
    if related:
        times.append(related.period)
    stretch = m.stretch()
    if times and (not stretch.is_open or len(times) > 1):
        raise Unanswerable("it names several times")
    return meeting_days(m.data, times[0] if times else stretch)


def summits(m: Meaning) -> Query:
    """The summits that meet conditions: where, when, by whom, who came, how."""
    neighbour = _neighbour(m)
    if neighbour:
        return neighbour
    phrases = list(m.phrases())
    said = Said()
    said.add(phrases)
    period = phrase_period(m, phrases)
    if m.flag("SUCCEED", "PRECEDE"):
        raise Unanswerable("it does not say before or after what")
    excluded = _excluded(m)
    if m.has("NOTHOSTEDBY", "NOTCHAIREDBY") and m.has("COUNTRY", "PERSON"):
        raise Unanswerable("it asks of some countries and denies of others")
    if m.has("NOTCATEGORY") and not m.has("COUNTRY", "PERSON", "OFFICEHOLDER"):
        raise Unanswerable("which summits some did not attend is not told by those that others attended")
    said.numbers += tuple(int(str(token.value)) for token in m.take("ORDINAL"))
    said.cities += tuple(str(token.value) for token in m.take("CITY"))
    said.hosts += tuple(str(token.value) for token in m.take("INCOUNTRY"))
    subjects = m.subjects()
    offices = m.officeholders()
    if said.numbers and (len(said.conditions) > 1 or excluded or period or subjects or offices):
        raise Unanswerable("the second in China is not the second of all")
    select = next((p.select for p in phrases if p.select), None) or (
        "first" if m.flag("FIRST") else "last" if m.flag("LAST") else None
    )
    if m.has("HOST") and subjects:
        m.flag("HOST")
        if any(not is_country(subject) for subject in subjects):
            raise Unanswerable("it is a country that hosts")
        said.hosts += subjects
    elif m.has("CHAIR", "CHAIRMANSHIP") and (subjects or offices):
        m.flag("CHAIR", "CHAIRMANSHIP")
        people = tuple(subject for subject in subjects if not is_country(subject))
        if people:
            said.chaired_by = people[:1]
        else:
            said.chairs = subjects
    elif subjects or offices:
        return _of_subjects(m, subjects, offices, said, excluded, period, select)
    said.forms = _form(m) or said.forms
    manner = _manner(m.manner())
    came = () if manner.is_any else (AttendedBy((), manner),)
    return _summits_shown(m, (*said.conditions, *excluded, *came), period, select)


def _manner(restriction: dict[str, Any]) -> Manner:
    """How a delegation came, as a question says it in the fields of a query."""
    return Manner(restriction.get("capacity", ()), restriction.get("led_by", ()), restriction.get("mode"))


def _excluded(m: Meaning) -> tuple[Condition, ...]:
    """The summits that are left out: by their city, their host or their chair."""
    cities, hosts, chairs = map(m.tuple_of, ("EXCLUDEDCITY", "NOTHOSTEDBY", "NOTCHAIREDBY"))
    return tuple(map(Not, Said(cities=cities, hosts=hosts, chairs=chairs).conditions))


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
        return Summits(to=shifted(summit.start, -1), show="last")
    return Summits(from_=shifted(summit.end, 1), show="first")


def _summits_shown(m: Meaning, where: tuple[Condition, ...], period: Between, select: str | None) -> Query:
    """The summits, or what is asked of them."""
    often = m.often()
    if not m.counts and m.asked == "yes-no":
        return whether(where, period, negated=m.flag("NOT", "NEVER"), often=often)
    if often:
        raise Unanswerable("it does not say what is counted")
    show = "list"
    if m.counts:
        show = "count"
    elif m.flag("MOST"):
        m.flag("ATTEND", "DELEGATIONS", "COUNTRYWORD")
        show = "largest"
    elif m.flag("FEWEST"):
        m.flag("ATTEND")
        show = "smallest"
    elif select in _SUMMIT_WORDS:
        show = select or show
    m.flag("ALL")
    is_bare = not where and not period and show == "list"
    if is_bare and not m.has("WHICH", "LIST", "ALL") and not any(p.plural for p in _named(m)):
        raise Unanswerable("it does not say which summit")
    return Summits(where=where, **period, show=show)


def _named(m: Meaning) -> list[SummitPhrase]:
    return [token.value for token in m.tokens if isinstance(token.value, SummitPhrase)]


def _of_subjects(
    m: Meaning,
    subjects: tuple[str, ...],
    offices: list[tuple[str, str]],
    said: Said,
    excluded: tuple[Condition, ...],
    period: Between,
    select: str | None,
) -> Query:
    """The summits that countries or people attended, or missed."""
    restriction = m.manner()
    if offices:
        if subjects or len(offices) > 1 or "led_by" in restriction:
            raise Unanswerable("it names several subjects")
        subjects, restriction["led_by"] = (offices[0][0],), (offices[0][1],)
    missed = m.flag("MISS") or m.negated("ATTEND", "REPRESENT")
    m.flag("ATTEND", "REPRESENT", "JOIN", "ALL")
    if len(subjects) > 1 and m.has("OR", "EITHER"):
        raise Unanswerable("'or' between those who came")
    if len(subjects) > 1 or excluded or replace(said, cities=(), hosts=()).conditions:
        where = (*said.conditions, *excluded, *_presence(subjects, _manner(restriction), missed=missed))
        return _summits_shown(m, where, period, select)
    show = "missed" if missed else "list"
    if m.counts:
        show = "missed-count" if missed else "count"
    elif select in _SUMMIT_WORDS and not missed:
        show = select or show
    where = (*said.conditions, *excluded)
    return Attendance(subjects=subjects, where=where, show=show, **period, **restriction)


def _presence(subjects: tuple[str, ...], manner: Manner, *, missed: bool) -> tuple[Condition, ...]:
    """That each of some came in some way, or missed it."""
    if not missed:
        return tuple(AttendedBy((who,), manner) for who in subjects)
    if not manner.is_any:
        raise Unanswerable("it asks how somebody came who did not")
    return tuple(ByWhom("missed", (who,)) for who in subjects)
