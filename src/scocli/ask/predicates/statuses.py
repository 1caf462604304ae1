"""Who holds a status, came to one or left it: the makers of the queries, and the lines of the table."""

from collections.abc import Iterator

from scocli.ask.question import Line, Maker, Question, Unbound, names_holders
from scocli.days import parse_period
from scocli.facts.conditions import Among, Attended, Change, Condition, Founder, Held, Not, Often, Role
from scocli.facts.relations import GAINED
from scocli.facts.select import Has
from scocli.facts.time import Time
from scocli.queries.about import About
from scocli.queries.base import Query
from scocli.queries.countries import Countries, HowManyCountries, NthCountry
from scocli.queries.history import History
from scocli.queries.status import Status
from scocli.queries.summit import SummitFacts


def holders(q: Question) -> Query:
    """Those who hold a status on a day."""
    return Countries(categories=(_held_now(q),), on=q.day)


def so_many_holders(q: Question) -> Query:
    """Those who hold a status, if there are as many as are spoken of: 'the 17 partners'.

    :raises Unbound: if there are not, or it is asked of a stretch of time.
    """
    category, day = _held_now(q), q.day
    first = parse_period(day or q.today).last
    held = [h for held in q.data.holdings.values() for h in held if h.period.category == category]
    if int(q.one("NUMBER")) != sum(h.period.since <= first and (h.until is None or first < h.until) for h in held):
        raise Unbound
    return Countries(categories=(category,), on=day)


def number_of_holders(q: Question) -> Query:
    """How many hold it."""
    return Countries(categories=(_held_now(q),), on=q.day, show="count")


def is_number_of_holders(q: Question) -> Query:
    """Whether so many hold it, where that is said: 'The SCO has nine members'."""
    if q.asked == "name" and not q.verbs & {"has", "have", "had", "are", "is"}:
        raise Unbound  # 'the nine members' names them
    number = Often("exactly", int(q.one("NUMBER")))
    return HowManyCountries(categories=(_held_now(q),), on=q.day, often=number)


def _held_now(q: Question) -> str:
    """The one category that is asked for on a day.

    :raises Unbound: if it is asked who has ever held it.
    """
    if q.is_perfect:
        raise Unbound
    return str(q.one("CATEGORY"))


def by_category(q: Question) -> Query:
    """All who hold one, by category."""
    if q.categories not in ((), ("member",)):
        raise Unbound
    return Countries(on=q.day)


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
    gained = sorted(fact.date or "" for fact in GAINED.facts(q.data) if fact.category == category)
    place = {"first": 1, "last": len(gained)}.get(str(q.order)) or int(q.order or 0)
    day = gained[place - 1] if 0 < place <= len(gained) else ""
    if not day or ((time := q.time) and day not in time.period):
        raise Unbound
    return category, day


def when_nth_held(q: Question) -> Query:
    """When the ninth came to its status; if it is named, it must be that one."""
    category, day = _nth(q)
    facts = GAINED.facts(q.data)
    who = tuple(fact.country or "" for fact in facts if fact.category == category and fact.date == day)
    if not set(who).issuperset(q.countries):
        raise Unbound
    return History(countries=q.countries or who, show="since", category=(category,))


def is_nth_holder(q: Question) -> Query:
    """Whether a country is the ninth."""
    found = nth_holder(q)
    return Countries(where=found.where, show=found.show, has=Has(((str(q.one("COUNTRY")),),)))


def holds(q: Question) -> Query:
    """Whether countries hold a status on a day: 'Afghanistan SCO member?'."""
    if any(token.words.endswith("ship") for token in q.tokens):
        raise Unbound  # 'India membership' may ask since when
    return Status(countries=q.countries, is_=(Held((_held_now(q),)),), on=q.day)


def left(q: Question) -> Query:
    """Which countries left, or whether one did."""
    where = (Change("left", ("member",), q.stretch),)
    if q.countries:
        return Countries(where=where, has=Has(tuple((country,) for country in q.countries)))
    return Countries(where=where, show="any" if q.asked == "yes-no" else "list")


def first_status(q: Question) -> Query:
    """When a country first came to any status."""
    country = str(q.one("COUNTRY"))
    held = q.data.holdings.get(country, ())
    if not held:
        raise Unbound
    return History(countries=(country,), show="since", category=(held[0].period.category,))


def where_admitted(q: Question) -> Query:
    """Where countries were admitted, if at one meeting."""
    category = q.categories or (("member",) if q.has("JOIN") else ())
    at = {
        fact.summit
        for country in q.countries
        for fact in GAINED.of(q.data, country)
        if len(category) == 1 and fact.category == category[0]
    }
    if len(at) != 1:
        raise Unbound
    return SummitFacts(summit=str(at.pop()), show="city")


def newly(show: str) -> Maker:
    """A maker for who came to a status at a meeting, or in a time; on no day there is anybody new."""

    def make(q: Question) -> Query:
        at = q.summit() if q.has("SUMMIT", "CITY") else None
        if not at and not q.time:
            raise Unbound
        change = Change("became", (str(q.one("CATEGORY")),), None if at else q.stretch, at)
        return Countries(where=(change,), show=show)

    return make


def changed(q: Question) -> Query:
    """Who changed to a status in a time; those who hold it may have changed from it, too."""
    if not q.time or _names_holders(q):
        raise Unbound
    return Countries(where=(Change("became", (str(q.one("CATEGORY")),), q.stretch),))


def when_changed(q: Question) -> Query:
    """When countries changed to a status."""
    if _names_holders(q):
        raise Unbound
    return History(countries=q.countries, show="since", category=(str(q.one("CATEGORY")),))


def _names_holders(q: Question) -> bool:
    """Whether those who hold a status are named, not the status."""
    return any(names_holders(token.words) for token in q.tokens if token.kind == "CATEGORY")


def given_a_status(q: Question) -> Countries:
    """Who came to some status at a meeting, or in a time."""
    named = q.has("SUMMIT", "CITY")
    if not named and not q.time:
        raise Unbound
    return Countries(where=(Change("became", (), None if named else q.stretch, q.summit() if named else None),))


def number_given_a_status(q: Question) -> Query:
    """How many did."""
    return Countries(where=given_a_status(q).where, show="count")


def number_with_a_status(q: Question) -> Query:
    """How many hold any status."""
    if q.is_perfect:
        raise Unbound
    return Countries(on=q.day, where=(Held(),), show="count")


def side_by_side(q: Question) -> Query:
    """What two countries are."""
    if len(q.countries) < 2:
        raise Unbound
    return Status(countries=q.countries, on=q.day)


def growth(q: Question) -> Query:
    """Who became a member, and when."""
    if q.categories not in ((), ("member",)):
        raise Unbound
    return Countries(where=(Change("became", ("member",), q.stretch),))


def which_of(q: Question) -> Query:
    """Which of those that are given are, or are not, what is asked for."""
    conditions = tuple(_conditions(q))
    if not conditions:
        raise Unbound
    denies = q.has("NOT", "NEVER", "NOTCATEGORY", "NOTFOUNDERS", "NEVERCATEGORY")
    asked = tuple(map(Not, conditions)) if denies else conditions
    if denies and len(conditions) > 1:
        raise Unbound
    return Countries(where=(Among(q.one("GIVEN")), *asked))


def _conditions(q: Question) -> Iterator[Condition]:
    """What is said of countries, each by what says it; what denies is left to the whole."""
    at = (
        q.summit()
        if q.has("CITY") or any(not phrase.is_bare or phrase.select for phrase in q.values("SUMMIT"))
        else None
    )
    if at and not q.has("ATTEND", "PARTICIPANTS", "BECOME", "JOIN"):
        raise Unbound
    categories = q.categories or q.optional("NOTCATEGORY") or q.optional("NEVERCATEGORY") or ()
    if q.has("FOUNDERWORD", "FOUND", "NOTFOUNDERS"):
        yield Founder()
    elif q.has("BECOME", "JOIN"):
        yield Change("became", categories or (("member",) if q.has("JOIN") else ()), None if at else q.stretch, at)
    elif q.has("HOST"):
        yield Role("hosted", time=q.stretch)
    elif q.has("ATTEND", "PARTICIPANTS"):
        yield Attended(at) if at else Attended(time=q.stretch)
    elif q.has("NEVERCATEGORY", "EVER") or q.is_perfect:
        yield Held(categories, "ever", q.stretch)
    elif categories:
        yield Held(categories, "on", Time(q.day, q.day) if q.day else None)


def compared(q: Question) -> tuple[Query, ...]:
    """What each of some categories means."""
    if len(q.categories) < 2:
        raise Unbound
    return tuple(About(topic=category) for category in q.categories)


LINES: tuple[Line, ...] = (
    ("CATEGORY", "COMPRISE HOLD EXIST COUNTRYWORD", "TIME NOW STILL ALREADY ALL", {"who, which country, name": holders, "how many": number_of_holders}),
    ("NEW CATEGORY", "COUNTRYWORD EXIST HOLD ANY BECOME JOIN ALL", "TIME SUMMIT CITY", {"who, which country, name, what": newly("list"), "how many": newly("count"), "yes-no": newly("any")}),
    ("CHANGEWORD CATEGORY", "STATUSWORD", "TIME", {"who, which country": changed}),
    ("COUNTRY CHANGEWORD CATEGORY", "STATUSWORD", "", {"when": when_changed}),
    ("CATEGORY ORDINAL|FIRST|LAST", "BECOME JOIN RECENTLY", "TIME NOW", {"who, which country, name, what": nth_holder}),
    ("JOIN ORDINAL", "COUNTRYWORD RECENTLY BECOME", "TIME", {"who, which country, name, what": nth_holder}),
    ("COUNTRY STATUSWORD FIRST", "BECOME", "", {"when": first_status}),
    ("COUNTRY BECOME|JOIN", "CATEGORY CAPACITY", "", {"where": where_admitted}),
    ("BECOME STATUSWORD", "COUNTRYWORD NEW", "SUMMIT TIME CITY", {"who, which country, name": given_a_status, "how many": number_given_a_status}),
    ("STATUSWORD HOLD", "ANY COUNTRYWORD", "TIME NOW", {"how many": number_with_a_status}),
    ("JOIN|BECOME FIRST|LAST|ORDINAL", "CATEGORY COUNTRYWORD NEW", "TIME COUNTRY", {"when": when_nth_held}),
    ("GIVEN CATEGORY|NOTCATEGORY|NEVERCATEGORY|FOUNDERWORD|NOTFOUNDERS|FOUND|JOIN|BECOME|HOST|ATTEND|PARTICIPANTS", "FOUNDERWORD BECOME JOIN COUNTRYWORD HOLD SUMMIT RECENTLY EVER", "TIME NOW NOT NEVER CITY SUMMIT", {"who, which country, name, what": which_of}),
    ("NUMBER CATEGORY", "HOLD EXIST ALL", "TIME NOW", {"who, which country": so_many_holders}),
    ("NUMBER CATEGORY", "COMPRISE HOLD EXIST", "TIME NOW", {"yes-no, name": is_number_of_holders}),
    ("COUNTRY ORDINAL CATEGORY", "BECOME JOIN RECENTLY", "TIME NOW", {"yes-no, name": is_nth_holder, "when": when_nth_held}),
    ("COUNTRY CATEGORY", "", "TIME NOW STILL", {"name": holds}),
    ("CEASE", "BELONG COUNTRYWORD", "EVER ANY TIME COUNTRY", {"who, which country, name, yes-no": left}),
    ("BYCATEGORY", "CATEGORY STATUSWORD ALL COUNTRYWORD", "TIME NOW", {"who, which country, name": by_category}),
    ("COMPARE COUNTRY", "BETWEEN AND STATUSWORD", "TIME NOW", {"what, name, how": side_by_side}),
    ("GROW", "CATEGORY OVERTIME", "TIME", {"how, what, name": growth}),
    ("COMPARE CATEGORY", "BETWEEN AND", "", {"what, name, how": compared}),
)  # fmt: skip
"""What is asked of it: see ``predicates``."""
