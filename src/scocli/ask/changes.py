"""What countries came to, lost or asked for, as conditions: a status gained, in a time or at a summit, from another."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from scocli.ask.question import Question, Unbound, names_holders
from scocli.ask.scope import the_one
from scocli.ask.times import bounds
from scocli.dataset import DataSet
from scocli.days import parse_period, shifted, spoken
from scocli.errors import NotUnderstood
from scocli.facts.conditions import Change, Condition, Held, Not, Step
from scocli.facts.nouns import NOUNS
from scocli.facts.time import Time as Span
from scocli.text import listed

Make = Callable[[Question], Condition | tuple[Condition, ...]]
"""Makes what a clause, which is a question of its own phrases, says; raises ``Unbound`` if they do not bind its roles."""


def span(clause: Question) -> Span | None:
    """The time in which something happened, ``None`` for all of time: 'by 2010' is all the time until its end."""
    is_later = clause.has("THEBEGINNING") or "anew" in clause.values("JOIN")
    named, since = clause.time, shifted(clause.data.founded, 1) if is_later else None
    if named is None:
        return Span(since) if since else None
    first, last = bounds(named.period)
    begins = (since, None if named.is_deadline else first)
    return Span(max(filter(None, begins), default=None), last)


def at_or_in(clause: Question) -> tuple[Span | None, str | None]:
    """The time in which something happened, or the summit at which it did."""
    if not clause.names_meeting:
        return span(clause), None
    return None, the_one(clause)


def names_those_who_hold(clause: Question) -> bool:
    """Whether those who hold a status are named last, not the status."""
    return names_holders([token for token in clause.tokens if token.kind in ("CATEGORY", "CAPACITY")][-1].words)


def became(clause: Question) -> Condition | tuple[Condition, ...]:
    """That a status was gained: in a time, at a summit, from another."""
    if clause.has("CHANGEWORD") and clause.asked not in ("who", "which country"):
        raise Unbound  # the changes are asked for
    place = next(at for at, token in enumerate(clause.tokens) if token.kind in ("BECOME", "JOIN", "NEW", "CHANGEWORD"))
    held, categories = (
        replace(clause, tokens=part).categories for part in (clause.tokens[:place], clause.tokens[place:])
    )
    is_step = any(one in held and other in categories for one, other in _steps(clause.data))
    is_apart = bool(held and categories) and not is_step
    are = (Held(held, "ever" if any(clause.data.categories[c].retired for c in held) else "on"),) if is_apart else ()
    before = (*(clause.optional("FORMER") or ()), *(held if categories and not are else ()))
    categories = categories or held
    if not categories and not clause.has("STATUSWORD", "FIRSTSTATUS"):
        if not clause.has("JOIN"):
            raise Unbound
        categories = ("member",)
    if categories == held != ("member",) and clause.tokens[place - 1].kind == "TIME":
        raise Unbound  # 'observers in 2012 joined': what they held then is not what they came to
    when, at = at_or_in(clause)
    if clause.has("FIRSTSTATUS"):
        return _became_first(clause, when, at)
    _see_that_they_could(clause, categories, when)
    if at and clause.beside("JOIN", "SUMMIT"):
        raise Unbound  # who joined a summit came to it
    if not (when or at) and (not categories or clause.has("NEW", "CHANGEWORD")):
        raise Unbound  # on no day there is anybody new
    is_each = len(categories) > 1 and clause.has("AND") and (clause.subjects or not names_those_who_hold(clause))
    each = ((one,) for one in categories) if is_each else (categories,)
    became = tuple(Change("became", one, when, at, before) for one in each)
    return (*are, *became)  # 'Which members became observers' are members now, 'which dialogue partners' were such once


def _see_that_they_could(clause: Question, categories: tuple[str, ...], when: Span | None) -> None:
    """See that nobody is said to have become what others were called then: a 'partner' of 2022 was a dialogue partner.

    :raises Unbound: if it is no status that they are said to have come to.
    :raises NotUnderstood: if so.
    """
    if not clause.data.categories.keys() >= {*categories}:
        raise Unbound  # nobody becomes a guest
    for category in categories:
        before = [NOUNS[name].many for name, one in clause.data.categories.items() if one.merged_into == category]
        day = clause.data.categories[category].introduced
        if before and when and when.last and parse_period(when.last).last < day:
            nouns = NOUNS[category].many
            raise NotUnderstood(f"Not answered: {nouns} were introduced on {spoken(day)}; ask of {listed(before)}.")


def _steps(data: DataSet) -> set[tuple[str, str]]:
    """From which status countries came to which other."""
    return {
        (one.period.category, other.period.category)
        for held in data.holdings.values()
        for one, other in pairwise(held)
        if one.until == other.period.since
    }


def _became_first(clause: Question, when: Span | None, at: str | None) -> tuple[Condition, ...]:
    """That a country that had held no status gained one."""
    first = clause.data.capacity_days[at] if at else when and when.first
    if not first or clause.categories:
        raise Unbound
    eve = first if at else shifted(parse_period(first).first, -1)
    return Change("became", (), when, at), Not(Held((), "ever", Span(None, eve)))


def left(clause: Question) -> Condition:
    """That a status was lost; without any, membership."""
    if clause.has("SUMMIT") and not clause.names_meeting:
        raise Unbound  # who left a summit is not recorded
    when, at = at_or_in(clause)
    lost = clause.categories or (tuple(clause.data.categories) if clause.has("STATUSWORD") else ("member",))
    return Change("left", lost, when, at)


def step(verb: str) -> Make:
    """A maker for a step that a country took to a status."""

    def make(clause: Question) -> Condition:
        if "accepted" in clause.values("JOIN"):
            raise Unbound  # how it ended is not whether it was done
        signed = tuple(value for value in clause.values("MEMORANDUM") if value)
        categories = tuple(dict.fromkeys((*clause.categories, *signed))) or (("member",) if clause.has("JOIN") else ())
        if clause.has("CITY") and not clause.has("SUMMIT") and verb == "signed":
            return Step(verb, categories, span(clause), clause.values("CITY"))
        when, at = at_or_in(clause)
        if at and verb == "applied":
            raise Unbound  # a request is made to the organisation, not at a summit
        return Step(verb, categories, when, (), at)

    return make
