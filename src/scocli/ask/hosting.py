"""Queries about who hosted and who chaired summits."""

from itertools import pairwise
from typing import Literal

from scocli.ask.around import meeting_days
from scocli.ask.countries import CONDITIONS, is_of_one, so_often, span, verdict
from scocli.ask.meaning import Meaning, Unanswerable
from scocli.ask.meetings import Said, among, one_summit, phrase_period, whether
from scocli.ask.summits import SummitPhrase, is_only_dated
from scocli.facts.conditions import ByWhom, Held, Not, Role
from scocli.queries.about import About
from scocli.queries.base import Query
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits


def hosts(m: Meaning) -> Query:
    """The countries that hosted a summit, never did, or did so often."""
    return _hosts_or_chairs(m, "HOST", "hosted", "host")


def chairs(m: Meaning) -> Query:
    """The countries that chaired a summit."""
    return _hosts_or_chairs(m, "CHAIR", "chaired", "chair-country")


def _hosts_or_chairs(m: Meaning, kind: str, verb: Literal["hosted", "chaired"], show: str) -> Query:
    m.flag(kind, "HOLD")
    if any(token.kind == "ALL" and after.kind == "SUMMIT" for token, after in pairwise(m.tokens)):
        raise Unanswerable("it asks of each summit, or who did it every time")
    if m.has("NOW") and not m.has("CATEGORY", "EVER"):
        raise Unanswerable("it asks who does it now")
    dated = m.dated_category()
    is_past = (
        m.has("CATEGORY") and is_of_one(m) and not m.verbs.isdisjoint(("was", "were")) and not m.has("TIME", "NOW")
    )
    held = (Held(m.categories(), "ever" if is_past else "on"),) if m.has("CATEGORY") else ()
    if m.names_summit() and not m.has("NEVER"):
        if held or m.has(*CONDITIONS) or m.counts:
            raise Unanswerable("it asks for more than the host of a summit")
        return SummitFacts(summit=one_summit(m), show=show)
    m.flag("SUMMIT", "COUNTRYWORD", "ALL")
    not_any = m.flag("NEVER", "NOT")
    time = m.peek_time()
    is_year = time is not None and not (time.is_range or time.is_deadline) and dated is None
    if is_year and m.asked == "countries" and not not_any:
        return SummitFacts(summit=m.summit(), show=show)
    did = Role(verb, time=span(*m.period()))
    if not_any:
        return verdict(m, *held, Not(did), on=dated)
    return verdict(m, *so_often(m, held, did), on=dated, show="most" if m.flag("MOST") else "list")


def chair_people(m: Meaning) -> Query:
    """The people who chaired a summit."""
    m.flag("CHAIR", "LEADERS")
    phrases = [t.value for t in m.tokens if t.kind == "SUMMIT" and isinstance(t.value, SummitPhrase)]
    if any(p.plural and not p.select for p in phrases) or (m.has("OR", "EVER") and not m.has("TIME")):
        m.flag("ALL")
        cities = tuple(str(token.value) for token in m.take("CITY"))
        said = Said()
        said.add(m.phrases())
        said.cities += cities
        said.hosts += m.countries()
        return Summits(where=said.conditions, **phrase_period(m, phrases), show="chairs")
    return SummitFacts(summit=one_summit(m), show="chair")


def did_host(m: Meaning) -> Query:
    """Whether a country hosted or chaired a summit, or a person chaired one."""
    host = m.has("HOST")
    m.flag("HOST", "CHAIR", "HOLD")
    if not host and not m.has("SUMMIT", "CITY", "TIMES"):
        raise Unanswerable("it may mean a summit or the chairmanship")
    countries, people = m.countries(), m.people()
    negated = m.flag("NOT", "NEVER")
    if len(countries) + len(people) != 1 or (host and people):
        raise Unanswerable("it needs exactly one host or chair")
    did = (ByWhom("hosted" if host else "chaired", people or countries),)
    named = [t.value for t in m.tokens if t.kind == "SUMMIT" and isinstance(t.value, SummitPhrase)]
    time = m.peek_time()
    loose = all(p.time and p.time.is_range and is_only_dated(p) for p in named if not p.is_bare)
    if (m.names_summit() and not (named and loose)) or (time is not None and not time.is_range and named):
        return among(did, m.summit_ids(), negated=negated)
    spans = [p.time for p in m.phrases() if p.time]
    period = meeting_days(m.data, spans[0].period if spans else m.stretch())
    often = m.often()
    m.flag("TIMES")
    return whether(did, period, negated=negated, often=often)


def held_chair(m: Meaning) -> Query:
    """Whether a country held the chairmanship on a day, or ever; a year alone may mean a summit."""
    time = m.peek_time()
    said = any(token.kind == "CHAIR" and "in the chair" in token.words for token in m.tokens)
    if m.has("SUMMIT", "CITY", "NOT", "NEVER") or (time and not said and time.named.first != time.named.last):
        raise Unanswerable("it may mean a summit")
    country, on = m.country(), m.on()
    if m.flag("EVER") or m.asks_of_the_past:
        return About(topic="chairmanship", show="countries", has=country)
    return About(topic="chairmanship", has=country, on=on)
