"""Queries about the countries that hold a status, came to one, lost it or asked for it, and the conditions on countries."""

from dataclasses import replace
from typing import TypeVar

from scocli.ask.meaning import Meaning, Unanswerable
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


def is_of_one(m: Meaning) -> bool:
    """Whether categories are said of each country: 'an observer and a member', not 'the observers and members'."""
    named = [token.words for token in m.tokens if token.kind == "CATEGORY"]
    return not named[-1].endswith("s")
