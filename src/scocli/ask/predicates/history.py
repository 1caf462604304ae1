"""How countries came to what they are: since and until when, at which summit, by which steps; what changed."""

from dataclasses import replace
from itertools import pairwise

from scocli.ask.question import Line, Made, Maker, Question, Unbound, names_holders
from scocli.ask.refusals import held_no_longer
from scocli.ask.scope import meeting_days, the_one
from scocli.days import Period, parse_period, shifted
from scocli.facts.conditions import Granted
from scocli.facts.relations import APPLIED, GAINED, LOST, MEMORANDUM, PROCEDURE
from scocli.queries.about import About
from scocli.queries.base import Query
from scocli.queries.changes import Changes
from scocli.queries.comparison import Comparison
from scocli.queries.history import History
from scocli.queries.summits import Summits

_TOLD_BY = {
    "since": GAINED, "until": LOST, "application": APPLIED, "procedure": PROCEDURE, "procedure-at": PROCEDURE,
    "memorandum": MEMORANDUM, "memorandum-city": MEMORANDUM,
}  # fmt: skip
"""What tells each fact of a country's course."""


def _statuses(q: Question) -> tuple[str, ...]:
    """The statuses that are meant; membership where it says 'join' and names none."""
    signed = tuple(status for status in q.values("MEMORANDUM") if status)
    return tuple(dict.fromkeys((*q.categories, *signed))) or (("member",) if q.has("JOIN") else ())


def _are_together(q: Question) -> bool:
    """Whether countries are named, and nothing between them: not in 'Mongolia when Iran joined'."""
    kinds = [token.kind for token in q.phrases]
    places = [at for at, kind in enumerate(kinds) if kind == "COUNTRY"]
    return bool(places) and {"COUNTRY", "AND", "BOTH"}.issuperset(kinds[places[0] : places[-1]])


def came(show: str, *, of_any: bool = False) -> Maker:
    """A maker for a fact of how countries came to a status, if what is said of it beside is so.

    :param of_any: whether it can be asked of no status by name.
    """

    def make(q: Question) -> Made:
        statuses = _statuses(q)
        is_of_last = q.has("STATUSWORD") and not q.has("FIRST")
        had_several = any(len(q.data.holdings.get(country, ())) > 1 for country in q.countries)
        if not statuses and is_of_last and not q.has("NOW") and had_several:
            raise Unbound  # which of those that it got is not said
        if not _are_together(q) or not (statuses or of_any or is_of_last):
            raise Unbound
        for country in q.countries:
            if q.has("LASTING"):
                _see_that_it_lasts(q, country, statuses)
            if q.has("FORMER", "TIME", "CITY", "SUMMIT"):
                _see_that_it_is_so(q, country, statuses, show)
        asked = History(countries=q.countries, show=show, category=statuses)
        if q.has("LASTING") and len(statuses) == 1:
            return asked, replace(asked, show="duration")
        return _of_each(q, asked, statuses)

    return make


def _of_each(q: Question, asked: History, statuses: tuple[str, ...]) -> Made:
    """A query of each of several statuses: of 'an observer and a member', not of 'the observer Iran became a member'."""
    joined = any(one.kind in ("CATEGORY", "CAPACITY") and two.kind == "AND" for one, two in pairwise(q.phrases))
    if len(statuses) > 1 and (joined or any(len(values) > 1 for values in q.values("CAPACITY"))):
        return tuple(replace(asked, category=(one,)) for one in statuses)
    return asked


def _see_that_it_lasts(q: Question, country: str, statuses: tuple[str, ...]) -> None:
    """See that a country that ever held a status holds it, as 'How long has ...' takes for granted. :raises NotUnderstood: if it does not."""
    held = [holding for holding in q.data.holdings.get(country, ()) if holding.period.category in statuses]
    if held and held[-1].until:
        raise held_no_longer(q.data, held[-1])


def _see_that_it_is_so(q: Question, country: str, statuses: tuple[str, ...], show: str) -> None:
    """See that what is asked of was in the time and city that are named, and came after the status that is. :raises Unbound: if not."""
    said = [fact for fact in _TOLD_BY[show].of(q.data, country) if fact.category in (statuses or (fact.category,))]
    described = any(not phrase.is_bare or phrase.select for phrase in q.values("SUMMIT"))
    if described and not (show == "since" and [fact.summit for fact in said] == [the_one(q)]):
        raise Unbound
    time, city = q.time, q.optional("CITY")
    if time and (len(said) != 1 or not all(day in time.period for day in parse_period(said[0].date or ""))):
        raise Unbound
    if city and [fact.city or (fact.summit and q.data.meetings[fact.summit].city) for fact in said] != [city]:
        raise Unbound
    held = [holding.period.category for holding in q.data.holdings.get(country, ())]
    steps = [(former, later) for (former,) in q.values("FORMER") for later in statuses]
    if not set(steps) <= set(pairwise(held)):
        raise Unbound


def duration(q: Question) -> Made:
    """For how many full years a country held a status, or each of several, up to a day; how many days or months in all."""
    statuses, unit = _statuses(q), next(token.value for token in q.phrases if token.kind == "HOWLONG")
    asked = History(countries=(str(q.one("COUNTRY")),), show="duration", category=statuses, on=q.day)
    if not unit:
        return _of_each(q, asked, statuses)
    held = [one for one in q.data.holdings.get(asked.countries[0], ()) if (one.period.category,) == statuses]
    if len(held) != 1 or not held[0].until or q.day not in (None, shifted(held[0].until, -1)):
        raise Unbound
    since, until = (replace(asked, show=show, on=None) for show in ("since", "until"))
    return Comparison(of=(since, until), show="difference", unit=unit)  # type: ignore[arg-type]


def compared(q: Question) -> Query:
    """Whether one country came to a status before, after or together with another."""
    order = [token.kind for token in q.tokens if token.kind in ("COUNTRY", "BEFORE", "AFTER")]
    relation = "same_day_as" if q.has("DIFFERENCE") else order[1].lower() if len(order) > 1 else ""
    is_told = relation == "same_day_as" or order == ["COUNTRY", relation.upper(), "COUNTRY"]
    if not is_told or len(q.countries) != 2 or len(_statuses(q)) != 1:
        raise Unbound
    first, second = q.countries
    return History(countries=(first,), show="since", category=_statuses(q), **{relation: second})


def granted(q: Question) -> Query:
    """The summit at which countries were given a status, or any."""
    if q.names_meeting:
        raise Unbound
    statuses = _statuses(q)
    if not _are_together(q) or not (statuses or q.has("STATUSWORD")):
        raise Unbound
    return Summits(where=tuple(Granted(statuses, (country,)) for country in q.countries))


def admitting(show: str) -> Maker:
    """A maker for the summits at which somebody was admitted: after the founding, for its founders were not."""

    def make(q: Question) -> Query:
        kinds = [token.kind for token in q.tokens]
        verb = min(kinds.index(kind) for kind in ("JOIN", "BECOME") if kind in kinds)
        is_object = q.is_passive or "CATEGORY" in kinds[verb:]  # 'summits that observers joined' are those they came to
        if q.names_meeting or not is_object or len(_statuses(q)) != 1:
            raise Unbound
        between = {"from_": shifted(q.data.founded, 1)} | {name: day for name, day in q.between.items() if day}
        return Summits(where=(Granted(_statuses(q)),), show=str(q.order or show), **between)

    return make


def introduced(q: Question) -> Query:
    """The summit at which a category was introduced."""
    if q.names_meeting:
        raise Unbound
    day = q.data.categories[str(q.one("CATEGORY"))].introduced
    return Summits(**meeting_days(q.data, Period(day, day)))


def merged(q: Question) -> Query:
    """The summit at which categories were merged into another."""
    if q.names_meeting:
        raise Unbound
    found = {(q.data.categories[one].retired, q.data.categories[one].merged_into) for one in q.categories}
    into = next((into for _, into in found), None)
    if len(found) != 1 or into is None:
        raise Unbound
    return Summits(where=(Granted((into,)),))


def category(show: str) -> Maker:
    """A maker for when a category was introduced or abolished, or whether there is it."""
    return lambda q: tuple(About(topic=one, show=show, on=q.day) for one in q.categories)


def course(q: Question) -> Query:
    """How a country came to what it is; the statuses that are named must have been its own."""
    country = str(q.one("COUNTRY", "DEMONYM"))
    named = {*q.categories, *(value for values in q.values("FORMER") for value in values)}
    if not named <= {holding.period.category for holding in q.data.holdings.get(country, ())}:
        raise Unbound
    return History(countries=(country,))


def changes(show: str) -> Maker:
    """A maker for the changes of status in a time, or at a summit."""

    def make(q: Question) -> Query:
        if any(token.kind == "CATEGORY" and names_holders(token.words) for token in q.tokens):
            raise Unbound  # they may have come to it, or from it
        between = q.between
        if q.names_meeting:
            at = q.data.meetings[the_one(q)]
            between = {"from_": at.start, "to": at.end}
        named = [token.value for token in q.tokens if token.kind == "CATEGORY" and token.words != "membership"]
        if q.countries and not between and not named:
            raise Unbound  # all of them are its course
        return Changes(**between, of=q.countries, category=tuple(map(str, named)), show=show)

    return make


_STATUS = "CATEGORY CAPACITY STATUSWORD"
_WHEN = "TIME CITY"
_COURSE = "HISTORYWORD CHANGEWORD OVERTIME STATUSWORD HOLD ALL EVER OPEN THEBEGINNING BECOME JOIN AND"

LINES: tuple[Line, ...] = (
    ("COUNTRY CATEGORY|CAPACITY|JOIN|STATUSWORD", f"{_STATUS} BECOME JOIN OPEN SINCE FIRST NOW LASTING ALREADY CHANGEWORD AND BOTH", f"FORMER SUMMIT {_WHEN}", {"when": came("since")}),
    ("COUNTRY CATEGORY|CAPACITY SINCE", _STATUS, "", {"name": came("since")}),
    ("COUNTRY CATEGORY|CAPACITY CEASE|NOLONGER|END|UNTILWHEN", f"{_STATUS} BECOME", _WHEN, {"when": came("until")}),
    ("COUNTRY MEMORANDUM", f"{_STATUS} SIGN BECOME JOIN AND AS IN", _WHEN, {"when": came("memorandum", of_any=True), "where": came("memorandum-city", of_any=True)}),
    ("COUNTRY PROCEDURE", f"{_STATUS} OPEN FOUND BECOME JOIN AND", _WHEN, {"when": came("procedure", of_any=True)}),
    ("COUNTRY PROCEDURE SUMMIT", f"{_STATUS} OPEN FOUND BECOME JOIN AND", "", {"which summit, what, name": came("procedure-at", of_any=True)}),
    ("COUNTRY APPLY", f"{_STATUS} BECOME JOIN FIRST AND", _WHEN, {"when": came("application", of_any=True)}),
    ("COUNTRY APPLY OUTCOME", f"{_STATUS} BECOME JOIN", "", {"what, name": came("outcome", of_any=True)}),
    ("COUNTRY CATEGORY|CAPACITY", f"{_STATUS} BECOME NOW HOLD STILL", "TIME", {"how long": duration}),
    ("COUNTRY BEFORE|AFTER|DIFFERENCE", f"{_STATUS} BECOME JOIN AND BOTH AS", "", {"yes-no": compared}),
    ("COUNTRY BECOME|JOIN SUMMIT", f"{_STATUS} JOIN AND BOTH", "", {"which summit, what, name": granted}),
    ("SUMMIT BECOME|JOIN", "CATEGORY STATUSWORD NEW ANY ATLEAST THEBEGINNING FIRST LAST", "TIME", {"which summit, name": admitting("list"), "how many summits": admitting("count")}),
    ("CATEGORY INTRODUCE|FOUND SUMMIT", "STATUSWORD FIRST", "", {"which summit, what, name": introduced}),
    ("CATEGORY ABOLISH SUMMIT", "STATUSWORD AND", "", {"which summit, what, name": merged}),
    ("CATEGORY", "INTRODUCE FOUND OPEN SINCE EXIST STATUSWORD FIRST", "", {"when": category("date")}),
    ("CATEGORY ABOLISH|END|CEASE|UNTILWHEN", "EXIST STATUSWORD AND", "", {"when": category("until")}),
    ("CATEGORY OUTCOME", "STATUSWORD AND", "", {"what, name": category("until")}),
    ("CATEGORY EXIST", "STATUSWORD STILL NOW", "TIME", {"yes-no": category("exists")}),
    ("COUNTRY HISTORYWORD", _COURSE, "FORMER CATEGORY", {"name, how, what, when": course}),
    ("COUNTRY BECOME|JOIN", "CATEGORY", "FORMER", {"how": course}),
    ("COUNTRY CHANGEWORD|OVERTIME", _COURSE, "FORMER CATEGORY", {"name, how, what": course}),
    ("CHANGEWORD", f"{_STATUS} ALL ANY OVERTIME HISTORYWORD HOLD EXIST AND", "TIME CITY SUMMIT COUNTRY", {"what, name": changes("list"), "yes-no": changes("any")}),
    ("CHANGEWORD", f"{_STATUS} COUNTRYWORD", "TIME CITY SUMMIT", {"how many": changes("count")}),
)  # fmt: skip
"""What is asked of it: see ``predicates``."""
