"""Queries about the status that a country holds, held, or held when a summit opened."""

from scocli.ask.meaning import Meaning, Unanswerable
from scocli.ask.times import spelled
from scocli.facts.conditions import Condition, Held, Not
from scocli.facts.time import Time as Span
from scocli.queries.base import Query
from scocli.queries.status import Status


def status(m: Meaning) -> Query:
    """The status of countries on a day."""
    m.flag("STATUSWORD", "NOW", "THEN", "ANY")
    countries = m.countries()
    if not countries:
        raise Unanswerable("it names no country")
    return Status(countries=countries, on=_day(m))


def _day(m: Meaning) -> str | None:
    """The day asked about: named, or that of the founding; ``None`` for today."""
    if m.flag("THEBEGINNING"):
        return m.data.founded
    if m.has("NOW") and m.has("TIME"):
        raise Unanswerable("it names today and another day")
    return m.on()


def _span(first: str | None, last: str | None) -> Span | None:
    """The time between two dates; ``None`` for all of time."""
    return Span(first, last) if first or last else None


def which_of(m: Meaning) -> Query:
    """'Is Iran a member, an observer or a partner?' asks for the status."""
    categories = m.categories()
    if len(categories) < 2 or not m.has("OR"):
        raise Unanswerable("it names no choice")
    return Status(countries=(m.country(),), on=_day(m))


def holds(m: Meaning) -> Query:
    """Whether countries hold, or ever held, one of some categories."""
    countries = m.countries()
    if not countries:
        raise Unanswerable("it names no country")
    if len(countries) > 1 and not m.has("AND", "OR", "EITHER", "BOTH"):
        raise Unanswerable("it does not say how the countries are joined")
    if m.denies_one_of_several():
        raise Unanswerable("it asks of one country and denies another")
    never = m.flag("NEVER")
    negated = m.flag("NOT")
    former, never_held, not_held = m.tuple_of("FORMER"), m.tuple_of("NEVERCATEGORY"), m.tuple_of("NOTCATEGORY")
    categories = (*m.categories(), *m.tuple_of("CAPACITY"), *former, *never_held, *not_held)
    if len(categories) > 1 and m.has("AND") and not m.has("OR"):
        raise Unanswerable("nobody holds two statuses at once")
    if former and m.has("CATEGORY"):
        raise Unanswerable("it names what came first and what came then")
    if "guest" in categories or m.has("GUEST"):
        raise Unanswerable("'guest' is no status, but a capacity at a summit")
    if not categories and not m.has("STATUSWORD", "ANY"):
        raise Unanswerable("it names no status")
    either = m.flag("EITHER") or (m.has("OR") and len(countries) > 1)
    denied = never or negated or bool(never_held) or bool(not_held)
    if either and denied:
        raise Unanswerable("it does not say whether one of them or neither does")

    def asks(*conditions: Condition, on: str | None = None) -> Status:
        asked = tuple(Not(condition) if denied else condition for condition in conditions)
        return Status(countries=countries, is_=asked, either=either, on=on)

    if m.flag("NOLONGER") or (m.lapsed(former) and not denied):
        if denied:
            raise Unanswerable("it denies that it is no longer so")
        on = _day(m)
        return asks(Held(categories, "ever", Span(None, on) if on else None), Not(Held(categories)), on=on)
    time = m.peek_time()
    ranged = time is not None and time.is_range and time.relation != "since"
    if time is not None and time.relation == "until" and not (never or never_held or m.has("EVER")):
        raise Unanswerable("'until' tells when it ended, not only that it was held before")
    if never or never_held or former or m.has("EVER") or ranged:
        return asks(Held(categories, "ever", _span(*m.period())))
    if time is not None and time.throughout:
        named = spelled(m.times()[0].named)
        return asks(Held(categories, "throughout", Span(named, named)))
    if time is not None and time.relation == "since":
        m.times()
        return asks(Held(categories, "throughout", Span(time.named.last)))
    return asks(Held(categories), on=_day(m))


def status_at(m: Meaning) -> Query:
    """What countries held when a summit opened, or whether a category: on the eve of its first day, as capacities are told."""
    countries, categories = m.countries(), m.categories()
    if not countries or (m.asked == "yes-no" and not categories):
        raise Unanswerable("it names no country or no category")
    day = m.data.capacity_days[m.summit()]
    held = Held(categories)
    is_ = () if not categories else (Not(held),) if m.flag("NOT") else (held,)
    return Status(countries=countries, is_=is_, on=day)


def category_named(m: Meaning) -> tuple[str, ...]:
    """The category that was gained; membership where people say 'join' and name none."""
    found = (*m.categories(), *m.tuple_of("CAPACITY"))
    if not found and m.has("JOIN"):
        return ("member",)
    if not found:
        raise Unanswerable("it does not say which status")
    return found
