"""Queries about how countries came to a status: dates, summits, places, the course of one country, all changes in a time."""

import itertools
from typing import Any

from scocli.ask.around import meeting_days
from scocli.ask.meaning import Meaning, Unanswerable
from scocli.ask.question import names_holders
from scocli.ask.refusals import held_no_longer
from scocli.ask.statuses import category_named
from scocli.ask.times import bounds
from scocli.days import Period, parse_period
from scocli.facts.conditions import Granted
from scocli.queries.base import Query
from scocli.queries.changes import Changes
from scocli.queries.history import History
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits


def _see_that_it_followed(
    m: Meaning, countries: tuple[str, ...], former: tuple[str, ...], category: tuple[str, ...]
) -> None:
    """See that it is true what a question takes for granted: that a status came right after another."""
    for country in countries:
        held = [holding.period.category for holding in m.data.holdings.get(country, ())]
        if not any((before,) == former and (after,) == category for before, after in itertools.pairwise(held)):
            raise Unanswerable("one status did not follow the other")


_STILL = frozenset({"how long has", "how long have", "for how long has", "for how long have"})
"""Words that ask of a status that lasts."""


def _see_that_it_lasts(m: Meaning, countries: tuple[str, ...], category: tuple[str, ...]) -> None:
    """See that it is true what 'How long has ...' takes for granted, of countries that ever held the status.

    :raises NotUnderstood: if one holds it no longer.
    """
    for country in countries:
        held = [holding for holding in m.data.holdings.get(country, ()) if holding.period.category in category]
        if held and held[-1].until:
            raise held_no_longer(m.data, held[-1])


def _see_that_it_was_signed(m: Meaning, countries: tuple[str, ...], category: tuple[str, ...], stretch: Period) -> None:
    """See that it is true what a question takes for granted: that memoranda were signed in a stretch of time."""
    for country in countries:
        periods = [holding.period for holding in m.data.holdings.get(country, ())]
        signed = [p.memorandum.date for p in periods if p.memorandum and p.category in (category or (p.category,))]
        if len(signed) != 1 or not all(day in stretch for day in parse_period(signed[0])):
            raise Unanswerable("the memorandum was not signed then")


def _fact(show: str, *, needs_category: bool = True) -> Any:
    """A builder for one fact of how countries came to a status."""

    def build(m: Meaning) -> Query:
        countries = m.countries()
        if not countries:
            raise Unanswerable("it names no country")
        found = (*m.categories(), *m.tuple_of("CAPACITY"), *(str(t.value) for t in m.take("MEMORANDUM") if t.value))
        category = found or (("member",) if m.has("JOIN") else ())
        if not category and needs_category and not m.has("STATUSWORD", "NOW"):
            raise Unanswerable("it does not say which status")
        if any(token.words in _STILL for token in m.tokens):
            _see_that_it_lasts(m, countries, category)
        if former := m.tuple_of("FORMER"):
            _see_that_it_followed(m, countries, former, category)
        if show.startswith("memorandum") and m.has("TIME"):
            _see_that_it_was_signed(m, countries, category, m.stretch())
        m.flag("STATUSWORD", "FIRST", "JOIN", "SINCE")
        return History(countries=countries, show=show, category=category)

    return build


since = _fact("since")
until = _fact("until")
memorandum_date = _fact("memorandum", needs_category=False)
memorandum_city = _fact("memorandum-city", needs_category=False)
procedure_date = _fact("procedure", needs_category=False)
application_date = _fact("application", needs_category=False)


def procedure_summit(m: Meaning) -> Query:
    """The summit at which a procedure was opened."""
    _drop_bare_summit(m)
    category = (*m.categories(), *m.tuple_of("CAPACITY"))
    return History(countries=(m.country(),), show="procedure-at", category=category)


def history(m: Meaning) -> Query:
    """The course of a country."""
    m.flag("OVERTIME", "STATUSWORD", "CATEGORY", "EVER", "ALL", "JOIN", "THEBEGINNING")
    return History(countries=(m.country(),))


def duration(m: Meaning) -> Query:
    """How many full years a status has been held."""
    return History(countries=(m.country(),), show="duration", category=m.categories(), on=m.on())


def compare_dates(m: Meaning) -> Query:
    """Whether one country came to a status before, after or together with another."""
    order = [token for token in m.tokens if token.kind in ("COUNTRY", "BEFORE", "AFTER")]
    kinds = [token.kind for token in order]
    category = category_named(m)
    if m.flag("DIFFERENCE"):
        countries = m.countries()
        if len(countries) != 2:
            raise Unanswerable("it needs two countries to compare")
        return History(countries=countries[:1], show="since", category=category, same_day_as=countries[1])
    if len(kinds) != 3 or kinds[0] != "COUNTRY" or kinds[2] != "COUNTRY":
        raise Unanswerable("it does not say what comes before what")
    first, second = m.countries()
    relation = "before" if m.flag("BEFORE") else "after"
    m.flag("AFTER")
    return History(countries=(first,), show="since", category=category, **{relation: second})


def granted_summit(m: Meaning) -> Query:
    """The summit at which countries were given a status."""
    _drop_bare_summit(m)
    countries = m.countries()
    if not countries:
        raise Unanswerable("it names no country")
    named = m.has("CATEGORY", "CAPACITY", "JOIN")
    granted = category_named(m) if named or not m.flag("STATUSWORD") else ()
    return Summits(where=tuple(Granted(granted, (country,)) for country in countries))


def granted_place(m: Meaning) -> Query:
    """Where a country came to a status: the city of the summit that decided it."""
    country, category = m.country(), category_named(m)
    held = [h for h in m.data.holdings.get(country, ()) if h.period.category in category]
    if len(held) != 1:
        raise Unanswerable("it never held that status")
    return SummitFacts(summit=held[0].period.granted_at, show="city")


def introduced_summit(m: Meaning) -> Query:
    """The summit at which a category was introduced."""
    _drop_bare_summit(m)
    categories = m.categories()
    if len(categories) != 1:
        raise Unanswerable("it names no category, or several")
    day = m.data.categories[categories[0]].introduced
    return Summits(**meeting_days(m.data, Period(day, day)))


def merged_summit(m: Meaning) -> Query:
    """The summit at which categories were merged into another."""
    _drop_bare_summit(m)
    categories = [m.data.categories[category] for category in m.categories()]
    days = {category.retired for category in categories if category.retired}
    into = tuple({category.merged_into for category in categories if category.merged_into})
    if len(days) != 1 or len(into) != 1:
        raise Unanswerable("the categories were not merged, or not at once")
    return Summits(where=(Granted(into),))


def _drop_bare_summit(m: Meaning) -> None:
    """Take the word 'summit' where it only says what is asked for."""
    if any(not phrase.is_bare or phrase.select for phrase in m.phrases()):
        raise Unanswerable("it names a summit and asks for one")


def changes(m: Meaning) -> Query:
    """The changes of status in a stretch of time or at a summit."""
    m.flag("OVERTIME", "STATUSWORD", "ALL")
    if any(token.kind == "CATEGORY" and names_holders(token.words) for token in m.tokens):
        raise Unanswerable("it may be about a status that was given or one that was lost")
    named = m.take("CATEGORY")
    category = tuple(str(token.value) for token in named if token.words != "membership")  # that of whoever takes part
    if m.names_summit():
        ids = m.summit_ids(several=False)
        summit = m.data.summits[ids[0]]
        first, last = bounds(Period(summit.start, summit.end))
    else:
        m.flag("SUMMIT")
        first, last = m.period_of_years()
    show = "count" if m.counts else "any" if m.asked == "yes-no" else "list"
    return Changes(from_=first, to=last, country=m.countries(), category=category, show=show)
