"""Queries about the countries that hold a status, came to one, lost it or asked for it, and the conditions on countries."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from scocli.ask.around import around_summit, summit_or_period
from scocli.ask.meaning import Meaning, Unanswerable
from scocli.ask.statuses import category_named
from scocli.ask.times import spelled
from scocli.days import shifted
from scocli.facts.conditions import Among, Change, Condition, Founder, Held, Not, Often, Step
from scocli.facts.conditions.visits import AtSummits
from scocli.facts.select import Has
from scocli.facts.time import Time
from scocli.queries.base import Query
from scocli.queries.countries import Countries

CONDITIONS = ("NOTFOUNDERS", "FOUNDERWORD", "FORMER", "NEVERCATEGORY", "EXCLUDED")
"""Kinds of phrases that say of countries what can stand with any other condition."""


def conditions(m: Meaning, on: str | None = None) -> tuple[Condition, ...]:
    """Conditions on countries that can stand with any other.

    :param on: the day up to which what they once were, or never, is asked; by default all of time.
    """
    said: list[Condition] = []
    until = Time(None, on) if on else None
    if m.flag("NOTFOUNDERS"):
        said.append(Not(Founder()))
    elif m.flag("FOUNDERWORD"):
        said.append(Founder())
    if former := m.tuple_of("FORMER"):
        said.append(Held(former, "ever", until))
        if lapsed := m.lapsed(former):
            said.append(Not(Held(lapsed, "on", Time(on, on) if on else None)))
    if never := m.tuple_of("NEVERCATEGORY"):
        said.append(Not(Held(never, "ever", until)))
    if excluded := m.tuple_of("EXCLUDED"):
        said.append(Not(Among(excluded)))
    return tuple(said)


def span(first: str | None, last: str | None) -> Time | None:
    """The time between two dates; ``None`` for all of time."""
    return Time(first, last) if first or last else None


Done = TypeVar("Done", bound=AtSummits)


def so_often(m: Meaning, held: tuple[Condition, ...], did: Done) -> tuple[Condition, ...]:
    """A status, and something done as often as is asked; who never did it counts only if a status is asked for."""
    bounds = m.bounds()
    least, most = (int(bounds[name]) if name in bounds else None for name in ("at_least", "at_most"))
    if least is not None and least == most:
        return (*held, replace(did, often=Often("exactly", least)))
    often = [Often("at least", least)] if least is not None else []
    often += [Often("at most", most)] if most is not None else []
    who = held or ((Held(),) if most is not None and not least else ())
    return (*who, *(replace(did, often=bound) for bound in often)) if often else (*held, did)


def verdict(m: Meaning, *asked: Condition, on: str | None = None, show: str = "list") -> Query:
    """The countries, or what is asked of them: how many, whether any, whether these are among them, the first or last.

    :param asked: conditions; those that can stand with any other are added.
    """
    more = conditions(m, on)
    is_of_status = bool(asked) and isinstance(asked[0], Held | Change | Step)
    where = (*asked, *more) if is_of_status else (*more, *asked)
    has = None
    if not all(isinstance(clause, Held) and clause.how == "on" for clause in asked):
        m.flag("OVERTIME")
    if m.counts:
        show = "count"
    elif m.asked == "yes-no":
        has, show = _asked_of(m, show)
    elif m.has("FIRST", "LAST"):
        show = _foremost(m)
    first = where[0] if where else None
    if not isinstance(first, Held) or first.how != "on" or first.time is not None:
        return Countries(where=where, on=on, has=has, show=show)
    if show in ("first", "last") and on is None:
        # The first observers are those who first became observers.
        return Countries(where=(Change("became", first.categories), *where[1:]), has=has, show=show)
    if not first.categories and len(where) > 1:
        return Countries(where=where, on=on, has=has, show=show)
    return Countries(categories=first.categories, where=where[1:], on=on, has=has, show=show)


def _foremost(m: Meaning) -> str:
    """Whether the first or the last is asked for."""
    found = "first" if m.flag("FIRST") else "last"
    m.flag("LAST")
    return found


def _asked_of(m: Meaning, show: str) -> tuple[Has | None, str]:
    """Of whom a question for yes or no asks whether they are among those found, and of which of those."""
    if m.has("ALL"):
        raise Unanswerable("it asks of all of them")
    named = m.countries()
    if m.has("FIRST", "LAST"):
        show = _foremost(m)
    if len(named) > 1 and not m.has("AND", "OR", "EITHER", "BOTH"):
        raise Unanswerable("it does not say how the countries are joined")
    if m.denies_one_of_several():
        raise Unanswerable("it asks of one country and denies another")
    if named:
        is_either = m.flag("EITHER") or (len(named) > 1 and m.has("OR"))
        denied, only = m.flag("NOT", "NEVER"), m.flag("ONLY")
        if is_either and (denied or only):
            raise Unanswerable("it does not say whether one of them or neither is meant")
        return Has((named,) if is_either else tuple((code,) for code in named), only, denied), show
    if m.flag("ANY") or m.has("COUNTRYWORD", "CATEGORY", "FOUNDERWORD"):
        return None, "any"
    raise Unanswerable("it does not say of whom")


def in_category(m: Meaning) -> Query:
    """The countries that hold a status on a day, or held it in a stretch of time."""
    categories = m.categories()
    if not categories and not m.has(*CONDITIONS):
        raise Unanswerable("it names no category")
    held = (Held(categories),) if categories else ()
    _see_that_and_lists(m)
    m.flag("ALL", "STATUSWORD")
    if m.flag("THEBEGINNING"):
        return verdict(m, *held, on=m.data.founded)
    if len(categories) == 2 and not m.has("AND", "OR", "BOTH", "EVER") and not m.has("SUMMIT", "CITY"):
        return _then_and_now(m)
    related = around_summit(m)
    if related and related.relation == "since":
        raise Unanswerable("'since' asks for no single day")
    if related:
        # On the eve of a summit or when it was over, if the question asks who held it then.
        day = related.period.last if related.relation in ("before", "until") else related.period.first
        return verdict(m, *held, on=day)
    time = m.peek_time()
    if m.has("NOW") and time:
        raise Unanswerable("it names today and another day")
    if m.has("NEVERCATEGORY") and categories:
        return verdict(m, Held(categories, "ever"))
    if time is not None and categories and time.throughout:
        return verdict(m, Held(categories, "throughout", span(*m.period())))
    if time is not None and time.relation == "since" and categories and not m.has("EVER", "BOTH"):
        m.times()
        return verdict(m, Held(categories, "throughout", Time(time.named.last, None)))
    had_each = len(categories) == 2 and (m.has("BOTH") or (m.has("AND") and is_of_one(m)))
    if had_each or m.asks_of_all_time or (time is not None and time.is_range):
        if not categories:
            raise Unanswerable("it names no category")
        if len(categories) > 1 and m.has("AND") and not had_each:
            raise Unanswerable("'and' may mean both or either")
        if len(categories) == 2 and not m.has("AND", "OR", "BOTH"):
            # 'Which members were observers at some point?': what they are, then what they were.
            if time is not None:
                raise Unanswerable("it does not say which category the time is about")
            return verdict(m, Held(categories[:1]), Held(categories[1:], "ever"))
        time_of = span(*m.period())
        if had_each:
            return verdict(m, *(Held((category,), "ever", time_of) for category in reversed(categories)))
        return verdict(m, Held(categories, "ever", time_of))
    return verdict(m, *held, on=m.on())


def by_category(m: Meaning) -> Query:
    """Everybody by category: 'list the members by category'."""
    if not any(one.kind == "BY" and other.kind == "STATUSWORD" for one, other in pairwise(m.tokens)):
        raise Unanswerable("it does not ask for them by category")
    if len(m.categories()) > 1 or m.has(*CONDITIONS):
        raise Unanswerable("it asks for some of them only")
    m.flag("ALL")
    return Countries(on=m.on())


def is_of_one(m: Meaning) -> bool:
    """Whether categories are said of each country: 'an observer and a member', not 'the observers and members'."""
    named = [token.words for token in m.tokens if token.kind == "CATEGORY"]
    return not named[-1].endswith("s")


def _see_that_and_lists(m: Meaning) -> None:
    """See that 'and' between categories lists those of each, or that countries are meant that held the one and the other.

    Nobody holds two statuses at once, and which followed which is not told by who held them.
    """
    kinds = [token.kind for token in m.tokens]
    if kinds.count("CATEGORY") + kinds.count("FORMER") < 2 or m.has("OR") or not m.has("AND", "BOTH", "THEN"):
        return
    if any(pair == ("THEN", "CATEGORY") for pair in pairwise(kinds)):
        raise Unanswerable("it asks in what order they were held")
    if m.asked == "yes-no":
        raise Unanswerable("nobody holds two statuses at once")
    over_time = m.says_have_been or m.has("EVER") or (not m.verbs.isdisjoint(("was", "were")) and not m.has("TIME"))
    follows = any(kinds[at : at + 3] == ["FORMER", "AND", "CATEGORY"] for at in range(len(kinds)))
    if follows and not m.has("NOW"):
        raise Unanswerable("both may have been held once")
    if "FORMER" in kinds:
        return
    each = m.has("BOTH") or is_of_one(m)
    counted = any(token.kind == "ALL" and token.value == kinds.count("CATEGORY") for token in m.tokens)
    if counted or (over_time and kinds.count("CATEGORY") > 2):
        raise Unanswerable("it asks for those that held each of several")
    if each != over_time:
        raise Unanswerable("'and' may mean both or either")


def _then_and_now(m: Meaning) -> Query:
    """'Which members were observers in 2010', 'Which dialogue partners of 2012 are members today': two statuses, two days."""
    order = [token for token in m.tokens if token.kind in ("CATEGORY", "TIME")]
    if [token.kind for token in order].count("TIME") != 1:
        raise Unanswerable("it names two categories and no day for one of them")
    day = m.on()
    m.flag("NOW")
    dated = order[[token.kind for token in order].index("TIME") - 1]
    other = next(token for token in order if token.kind == "CATEGORY" and token is not dated)
    if dated.kind != "CATEGORY":
        raise Unanswerable("it does not say which category the day is about")
    return verdict(m, Held((str(other.value),)), Held((str(dated.value),), "on", span(day, day)))


def founders(m: Meaning) -> Query:
    """The founders, or conditions on founders."""
    m.flag("FOUND", "CATEGORY")
    if m.asked != "yes-no":
        m.flag("ALL")
    if (time := m.peek_time()) and m.data.founded in time.period:
        m.times()
    m.flag("SUMMIT", "FOUNDERWORD")
    return verdict(m, Founder())


def gained(m: Meaning) -> Query:
    """The countries that came to a status: in a stretch of time, at a summit, from another status."""
    tokens = [token for token in m.tokens if token.kind in ("CATEGORY", "BECOME", "JOIN")]
    before = m.tuple_of("FORMER")
    # 'Which observers became members': the first category is the one they came from.
    if (
        len([t for t in tokens if t.kind == "CATEGORY"]) == 2
        and tokens[0].kind == "CATEGORY"
        and tokens[-1].kind == "CATEGORY"
        and not m.has("OR", "AND")
    ):
        m.categories()
        before = (*before, str(tokens[0].value))
        category: tuple[str, ...] = (str(tokens[-1].value),)
    else:
        category = category_named(m)
    m.flag("STATUSWORD", "ALL", "NEW")
    time = m.peek_time()
    when = summit_or_period(m)
    first, last, at = when.get("first"), when.get("last"), when.get("at")
    if m.flag("THEBEGINNING"):
        first = first or shifted(m.data.founded, 1)
    if time is not None and time.relation == "by" and m.asked != "yes-no":
        first, last, at = None, spelled(time.named), None
    return verdict(m, Change("became", category, span(first, last), at, before))


Make = Callable[[tuple[str, ...], Time | None, tuple[str, ...], str | None], Condition]
"""A condition from statuses, a time, cities and the summit at which it was decided."""


def _event(make: Make, *, at_summits: bool = True, in_cities: bool = False) -> Callable[[Meaning], Query]:
    def build(m: Meaning) -> Query:
        categories = (*m.categories(), *m.tuple_of("CAPACITY"))
        if len(categories) > 1 and not m.has("AND", "OR"):
            raise Unanswerable("it names two categories in different roles")
        if not categories and m.has("JOIN"):
            categories = ("member",)
        m.flag("STATUSWORD", "ALL")
        if not at_summits and m.names_summit():
            raise Unanswerable("a request is made to the organisation, not at a summit")
        if in_cities and m.has("CITY") and not m.has("SUMMIT"):
            cities = tuple(str(token.value) for token in m.take("CITY"))
            if len(cities) > 1:
                raise Unanswerable("it names several cities")
            return verdict(m, make(categories, span(*m.period()), cities, None))
        when = summit_or_period(m)
        return verdict(m, make(categories, span(when.get("first"), when.get("last")), (), when.get("at")))

    return build


lost = _event(lambda categories, time, _, at: Change("left", categories, time, at))
applied = _event(lambda categories, time, cities, at: Step("applied", categories, time, cities, at), at_summits=False)
procedure = _event(lambda categories, time, cities, at: Step("opened", categories, time, cities, at))
memorandum = _event(lambda categories, time, cities, at: Step("signed", categories, time, cities, at), in_cities=True)
