"""Who was the first, the ninth or the last to hold a status, and when and where."""

from dataclasses import replace

from scocli.ask.question import Question, Unbound
from scocli.ask.scope import phrases
from scocli.facts.conditions import Change, Granted
from scocli.facts.relations import GAINED
from scocli.facts.select import Has
from scocli.facts.time import Time
from scocli.queries.base import Query
from scocli.queries.countries import Countries, NthCountry
from scocli.queries.history import History
from scocli.queries.summits import Summits


def nth_holder(q: Question) -> Countries:
    """The first, the last or the ninth to come to a status; those of one day hold their places together."""
    category, day = _nth(q)
    if q.order in ("first", "last"):
        return Countries(where=(Change("became", (category,)),), show=str(q.order))
    return NthCountry(where=(Change("became", (category,), Time(day, day)),), place=int(q.order or 0))


def _nth(q: Question) -> tuple[str, str]:
    """The status, and the day on which the one that is asked for came to it.

    :raises Unbound: if there is none, or that is not the time that is named.
    """
    category = "member" if q.has("JOIN") and not q.has("CATEGORY") else str(q.one("CATEGORY"))
    days = (fact.date or "" for fact in GAINED.facts(q.data) if fact.category == category)
    gained = sorted(
        day for day in days if not (q.has("NEW") or "anew" in q.values("JOIN")) or day > q.data.founded
    )  # the founders were not new
    place = {"first": 1, "last": len(gained)}.get(str(q.order)) or int(q.order or 0)
    day = gained[place - 1] if 0 < place <= len(gained) else ""
    if not day or ((time := q.time) and day not in time.period):
        raise Unbound
    said = phrases(replace(q, tokens=tuple(token for token in q.tokens if token.kind != "ORDINAL")))
    if any(q.data.summit_on(day) not in phrase.ids(q.data) for phrase in said):
        raise Unbound
    return category, day


def when_nth_held(q: Question) -> History:
    """When the ninth came to its status; if it is named, it must be that one."""
    category, day = _nth(q)
    facts = GAINED.facts(q.data)
    who = tuple(fact.country or "" for fact in facts if fact.category == category and fact.date == day)
    if not set(who).issuperset(q.countries):
        raise Unbound
    return History(countries=q.countries or who, show="since", category=(category,))


def where_nth_held(q: Question) -> Query:
    """The summit at which the ninth, which is named, came to its status."""
    asked = when_nth_held(q)
    return Summits(where=tuple(Granted(asked.category, (country,)) for country in asked.countries))


def is_nth_holder(q: Question) -> Query:
    """Whether a country is the ninth."""
    found = nth_holder(q)
    return Countries(where=found.where, show=found.show, has=Has(((str(q.one("COUNTRY")),),)))


def first_status(q: Question) -> Query:
    """When a country first came to any status."""
    country = str(q.one("COUNTRY"))
    held = q.data.holdings.get(country)
    if not held:
        raise Unbound
    return History(countries=(country,), show="since", category=(held[0].period.category,))
