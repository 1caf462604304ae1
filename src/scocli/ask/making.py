"""Question -> Query: the one place that knows how queries are made."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from scocli.ask.around import Between, meeting_days
from scocli.ask.question import Question, Unbound, names_holders
from scocli.ask.summits import HELD as FORMS
from scocli.ask.summits import SummitPhrase
from scocli.ask.times import spelled
from scocli.days import parse_period, shifted
from scocli.facts.conditions import (
    Among,
    Attended,
    ByWhom,
    Change,
    Condition,
    Form,
    Founder,
    Held,
    In,
    Not,
    Number,
    Often,
    Role,
)
from scocli.facts.relations import GAINED, VISIT
from scocli.facts.select import Has
from scocli.facts.time import Time
from scocli.facts.verdict import YES
from scocli.queries.about import About
from scocli.queries.attendance import Attendance
from scocli.queries.base import Query
from scocli.queries.countries import Countries, HowManyCountries, NthCountry
from scocli.queries.history import History
from scocli.queries.overview import Overview
from scocli.queries.status import Status
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits
from scocli.topics import topics

Made = Query | tuple[Query, ...]
Maker = Callable[[Question], Made]


# ---- who holds a status


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


def course(q: Question) -> Query:
    """How a country came to what it is; the statuses that are named must have been its own."""
    country = str(q.one("COUNTRY"))
    named = {*q.categories, *(value for values in q.values("FORMER") for value in values)}
    if not named <= {holding.period.category for holding in q.data.holdings.get(country, ())}:
        raise Unbound
    return History(countries=(country,))


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


# ---- which of some


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


# ---- meetings


def meeting(show: str) -> Maker:
    """A maker for one fact of one meeting, which took place or was announced."""

    def make(q: Question) -> Query:
        phrase = q.meeting
        if not phrase.ids(q.data) and phrase.time:
            year = spelled(phrase.time.named)[:4]
            if any(found.start[:4] == year for found in q.data.planned.values()):
                return About(topic="next-summit", show={"host": "country"}.get(show, show))
        return SummitFacts(summit=q.summit(phrase), show=show)

    return make


def announced(q: Question) -> Made:
    """A meeting that is announced, by its year or city."""
    if q.meeting.ids(q.data):
        raise Unbound
    return meeting("main")(q)


def meeting_of(show: str) -> Maker:
    """A maker for one fact of the one meeting that a country hosted or chaired."""

    def make(q: Question) -> Query:
        said = [value for value in q.values("SUMMIT") if isinstance(value, SummitPhrase)]
        country = (str(q.one("COUNTRY")),)
        forms = [form for kind, form in FORMS.items() if q.has(kind)]
        phrase = replace(
            said[0],
            time=said[0].time or q.time,
            cities=said[0].cities or q.values("CITY"),
            held=said[0].held or next(iter(forms), None),
            **{"chairs" if q.has("CHAIR") else "hosts": country},  # type: ignore[arg-type]
        )
        return SummitFacts(summit=q.summit(phrase), show=show)

    return make


def planned(show: str) -> Maker:
    """A maker for one fact of the meeting that is announced."""

    def make(q: Question) -> Query:
        day = q.day
        is_next = all(day is None or found.start[:4] == day[:4] for found in q.data.planned.values())
        if not q.one("SUMMIT").is_bare or not is_next or q.data.council != "heads-of-state":
            raise Unbound
        return About(topic="next-summit", show=show)

    return make


def meetings(show: str) -> Maker:
    """A maker for the meetings that are described."""

    def make(q: Question) -> Query:
        said = [value for value in q.values("SUMMIT") if isinstance(value, SummitPhrase)]
        if len(said) != 1 or said[0].chaired_by or said[0].select == "previous" or (said[0].select and show != "list"):
            raise Unbound
        phrase = said[0]
        asked: list[Condition] = [Number(phrase.ordinals)] if phrase.ordinals else []
        asked += [In(phrase.cities)] if phrase.cities else []
        asked += [ByWhom("hosted", phrase.hosts)] if phrase.hosts else []
        asked += [ByWhom("chaired", phrase.chairs)] if phrase.chairs else []
        asked += [Form((phrase.held,))] if phrase.held else []
        time = phrase.time or q.time
        if (
            not phrase.ids(q.data)
            or (phrase.ordinals and len(asked) > 1)
            or not (asked or time or phrase.plural or phrase.select)
        ):
            raise Unbound
        between = meeting_days(q.data, time.period) if time else Between()
        return Summits(where=tuple(asked), show=phrase.select or show, **between)

    return make


def when_it_led(q: Question) -> Query:
    """When a country hosted or chaired: the day of its meeting or, of several, these with their days."""
    if not all(phrase.is_bare and not phrase.select for phrase in q.values("SUMMIT")):
        raise Unbound
    country = (str(q.one("COUNTRY")),)
    phrase = SummitPhrase(**{"hosts" if q.has("HOST") else "chairs": country})  # type: ignore[arg-type]
    found = phrase.ids(q.data)
    if len(found) == 1:
        return SummitFacts(summit=found[0], show="date")
    return Summits(where=(ByWhom("hosted" if q.has("HOST") else "chaired", country),))


def all_chairs(q: Question) -> Query:
    """Who chaired each meeting."""
    if not q.one("SUMMIT").is_bare:
        raise Unbound
    return Summits(show="chairs")


def hosts(q: Question) -> Query:
    """All that ever hosted, where no meeting is named."""
    if any(not isinstance(value, SummitPhrase) or not value.is_bare or value.select for value in q.values("SUMMIT")):
        raise Unbound
    return Countries(where=(Role("hosted"),))


def represented(q: Question) -> Query:
    """Who led a country's delegation to one meeting."""
    return Attendance(subjects=(str(q.one("COUNTRY")),), at=(q.summit(),), show="people")


def visits(q: Question) -> Query:
    """At which meetings somebody was: 'Azerbaijan's attendance'."""
    people = q.values("PERSON")
    if len(people) + len(q.countries) != 1 or any(len(names) != 1 for names in people):
        raise Unbound
    if not all(phrase.is_bare and not phrase.select for phrase in q.values("SUMMIT")):
        raise Unbound
    time = q.stretch or Time()
    show = "count" if q.asked == "how many" else "list"
    return Attendance(subjects=q.countries or people[0], from_=time.first, to=time.last, show=show)


def officeholder(q: Question) -> Query:
    """Who came as the holder of an office."""
    country, office = q.one("OFFICEHOLDER")
    return Attendance(subjects=(country,), led_by=(office,), at=(q.summit(),), show="people")


def some_summits(q: Question) -> Query:
    """The last three, or the first two."""
    number, held = int(q.one("NUMBER")), list(q.data.data.summits)
    if not 0 < number <= len(held) or not q.one("SUMMIT").is_bare:
        raise Unbound
    return Summits(to=held[number - 1].end) if q.order == "first" else Summits(from_=held[-number].start)


def first_visit(q: Question) -> Query:
    """When somebody first or last came."""
    if any(token.kind == "BECOME" and not token.words.startswith("ma") for token in q.tokens):
        raise Unbound  # 'make a debut'
    if not q.one("SUMMIT").is_bare:
        raise Unbound
    people = q.optional("PERSON")
    who = str(q.one("COUNTRY")) if people is None else people[0] if len(people) == 1 else ""
    if not any(who in (fact.country, fact.person) for fact in VISIT.facts(q.data)) or (people and q.countries):
        raise Unbound
    return Attendance(subjects=(who,), show=f"{q.order}-date")


def present(show: str) -> Maker:
    """A maker for who came to one meeting."""
    return lambda q: SummitFacts(summit=q.summit(), show=show)


# ---- the organisation


def organisation(q: Question) -> Query:
    """What it is."""
    return About(topic="sco") if q.data.data.organization.meaning else Overview()


def each(*makers: Maker) -> Maker:
    """A maker of several queries, for what is asked of several things."""

    def make(q: Question) -> Made:
        made = (maker(q) for maker in makers)
        return tuple(query for found in made for query in (found if isinstance(found, tuple) else (found,)))

    return make


def fact(topic: str, show: str) -> Maker:
    """A maker for a fact of the organisation, of whatever is named beside: 'founded 1996 or 2001?'."""
    return lambda _: About(topic=topic, show=show)


def about(topic: str, *shows: str) -> Maker:
    """A maker for a fact of the organisation; of what it names beside, it asks whether that is so."""

    def make(q: Question) -> Made:
        if q.asked == "name" and not q.verbs & {"is", "are", "was", "were"}:
            raise Unbound  # it names, and claims nothing
        named = _named(q)
        asked = tuple(
            About(topic=topic, show=show, has=named[_NAMED[show]]) for show in shows if named.get(_NAMED[show])
        )
        if len(asked) != len(named) or not asked:
            raise Unbound
        return asked

    return make


_NAMED = {
    "city": "city", "date": "day", "in-force": "day", "country": "country", "countries": "country",
}  # fmt: skip
"""What can be named of which fact."""
_LANGUAGES = {"RU": "ru", "CN": "zh"}
"""The languages that are called as the people of a country."""


def _named(q: Question) -> dict[str, str]:
    """What a question names beside what it asks of, by what it is."""
    found: dict[str, object] = {
        "city": q.optional("CITY"),
        "day": q.time and spelled(q.time.named),
        "country": q.optional("COUNTRY"),
    }
    return {what: str(name) for what, name in found.items() if name}


def languages(q: Question) -> Made:
    """Whether one or several languages are official."""
    codes = [_LANGUAGES.get(code, code) for code in (*q.countries, *q.values("LANGUAGE"))]
    return tuple(About(topic="languages", show="all", has=code) for code in dict.fromkeys(codes))


def founders_not_before(q: Question) -> Query:
    """The founders that were not in the predecessor."""
    return Countries(where=(Founder(), Not(Among(q.data.data.organization.predecessor.members))))


def so_many_languages(q: Question) -> Query:
    """The languages, if there are as many as are spoken of."""
    if int(q.one("NUMBER")) != len(q.data.data.organization.official_languages.codes):
        raise Unbound
    return About(topic="languages", show="all")


def opened(topic: str) -> Maker:
    """A maker for the day on which a body was opened, in its city if one is named."""

    def make(q: Question) -> Query:
        if q.optional("CITY") not in (None, q.data.bodies[topic].city):
            raise Unbound
        return About(topic=topic, show="date")

    return make


def meaning(q: Question) -> Query:
    """What a category means."""
    if any(token.kind == "CATEGORY" and token.words.startswith(_COUNTRIES) for token in q.tokens):
        raise Unbound  # 'what countries are members' asks who
    return About(topic=str(q.one("CATEGORY")))


_COUNTRIES = ("countries ", "states ", "nations ")


def predecessor(show: str) -> Maker:
    """A maker for a fact of the predecessor, if what is said of it beside is so."""

    def make(q: Question) -> Query:
        before = q.data.data.organization.predecessor
        if (time := q.time) and before.founded not in time.period:
            raise Unbound
        if not set(before.members).issuperset(q.countries) or (q.countries and show == "countries"):
            raise Unbound
        return About(topic="predecessor", show=show)

    return make


def called_before(q: Question) -> Query:
    """What the organisation was called before the time in which it was founded."""
    words = next(token.words for token in q.tokens if token.kind == "SHANGHAIFIVE")
    time = q.time
    if not words.endswith("called before") or time is None or q.data.founded not in time.named:
        raise Unbound
    return About(topic="predecessor", show="all")


def topic(show: str) -> Maker:
    """A maker for what is told under a topic."""

    def make(q: Question) -> Query:
        named = str(q.one("TOPIC"))
        if named not in topics(q.data):
            raise Unbound
        return About(topic=named, show=show)

    return make


def director(q: Question) -> Query:
    """Who headed the Regional Anti-Terrorist Structure in a time or, of no time, the last that is on record."""
    if "rats-directors" not in topics(q.data):
        raise Unbound
    return About(topic="rats-directors", on=q.day) if q.time else About(topic="rats-directors", show="last")


def founders(q: Question) -> Query:
    """The founders, if there are as many as are spoken of."""
    if int(q.one("NUMBER")) != len(q.data.data.organization.founded.founders):
        raise Unbound
    return Countries(where=(Founder(),))


def new_secretary(q: Question) -> Query:
    """Who took the office in a time."""
    began = [
        t.since for t in q.data.data.organization.secretaries_general if q.stretch and q.stretch.has(t.since) is YES
    ]
    if len(began) != 1:
        raise Unbound
    return About(topic="secretary-general", on=parse_period(began[0]).last)


def chair(q: Question) -> Query:
    """Who holds the chair on a day, or from one summit to the next: in '2021-22' it is the term that begins in 2021."""
    if not q.has("YEARS"):
        return About(topic="chairmanship", on=q.day)
    year = str(q.one("YEARS"))
    began = [term.since for term in q.data.data.organization.chairmanships if term.since and term.since[:4] == year]
    if len(began) != 1:
        raise Unbound
    return About(topic="chairmanship", on=shifted(parse_period(began[0]).last, 1))
