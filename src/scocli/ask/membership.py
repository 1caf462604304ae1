"""Queries about who belongs: statuses, how they came about, and the countries that hold them."""

import itertools
from typing import Any

from scocli.ask.grammar import Time
from scocli.ask.meaning import Meaning, Unanswerable, around, bounds, spelled
from scocli.days import Period, shifted
from scocli.queries.base import Query
from scocli.queries.changes import Changes
from scocli.queries.countries import Countries
from scocli.queries.history import History
from scocli.queries.status import Status
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits


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


def which_of(m: Meaning) -> Query:
    """'Is Iran a member, an observer or a partner?' asks for the status."""
    categories = m.categories()
    if len(categories) < 2 or not m.has("OR"):
        raise Unanswerable("it names no choice")
    return Status(countries=(m.country(),), on=_day(m))


def introduced_summit(m: Meaning) -> Query:
    """The summit at which a category was introduced."""
    _drop_bare_summit(m)
    categories = m.categories()
    if len(categories) != 1:
        raise Unanswerable("it names no category, or several")
    day = m.data.categories[categories[0]].introduced
    return Summits(first=day, last=day)


def merged_summit(m: Meaning) -> Query:
    """The summit at which categories were merged into another."""
    _drop_bare_summit(m)
    categories = [m.data.categories[category] for category in m.categories()]
    days = {category.retired for category in categories if category.retired}
    into = tuple({category.merged_into for category in categories if category.merged_into})
    if len(days) != 1 or len(into) != 1:
        raise Unanswerable("the categories were not merged, or not at once")
    return Summits(granted=into)


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
    said: dict[str, Any] = {
        "countries": countries,
        "is_": categories,
        "any_": not categories,
        "either": m.flag("EITHER"),
    }
    if m.has("OR") and len(countries) > 1:
        said["either"] = True
    said["negated"] = never or negated or bool(never_held) or bool(not_held)
    if m.flag("NOLONGER"):
        return Status(**said, no_longer=True, on=_day(m))
    time = m.peek_time()
    ranged = time is not None and time.is_range and time.relation != "since"
    if time is not None and time.relation == "until" and not (never or never_held or m.has("EVER")):
        raise Unanswerable("'until' tells when it ended, not only that it was held before")
    if never or never_held or former or m.has("EVER") or ranged:
        first, last = m.period()
        return Status(**said, ever=True, first=first, last=last)
    if time is not None and time.relation == "since":
        m.times()
        return Status(**said, throughout=True, first=time.named.last)
    return Status(**said, on=_day(m))


def _only_category(m: Meaning, *, default: bool) -> tuple[str, ...]:
    """The category that was gained; membership where people say 'join' and name none."""
    found = (*m.categories(), *m.tuple_of("CAPACITY"))
    if not found and default:
        return ("member",)
    if not found:
        raise Unanswerable("it does not say which status")
    return found


def _see_that_it_followed(
    m: Meaning, countries: tuple[str, ...], former: tuple[str, ...], category: tuple[str, ...]
) -> None:
    """See that it is true what a question takes for granted: that a status came right after another."""
    for country in countries:
        held = [holding.period.category for holding in m.data.holdings.get(country, ())]
        if not any((before,) == former and (after,) == category for before, after in itertools.pairwise(held)):
            raise Unanswerable("one status did not follow the other")


def _fact(show: str, *, default: bool = False, needs_category: bool = True) -> Any:
    """A builder for one fact of how countries came to a status."""

    def build(m: Meaning) -> Query:
        countries = m.countries()
        if not countries:
            raise Unanswerable("it names no country")
        found = (*m.categories(), *m.tuple_of("CAPACITY"), *(str(t.value) for t in m.take("MEMORANDUM") if t.value))
        joined = default or m.has("JOIN")
        category = found or (("member",) if joined else ())
        if not category and needs_category and not m.has("STATUSWORD", "NOW"):
            raise Unanswerable("it does not say which status")
        if former := m.tuple_of("FORMER"):
            _see_that_it_followed(m, countries, former, category)
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
    category = _only_category(m, default=m.has("JOIN"))
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
    granted = _only_category(m, default=m.has("JOIN")) if named or not m.flag("STATUSWORD") else ()
    return Summits(granted_to=countries, granted=granted)


def _drop_bare_summit(m: Meaning) -> None:
    """Take the word 'summit' where it only says what is asked for."""
    if any(not phrase.is_bare or phrase.select for phrase in m.phrases()):
        raise Unanswerable("it names a summit and asks for one")


# ---- countries


def conditions(m: Meaning) -> dict[str, Any]:
    """Conditions on countries that can stand with any other."""
    said: dict[str, Any] = {}
    if m.flag("NOTFOUNDERS"):
        said["no_founders"] = True
    elif m.flag("FOUNDERWORD"):
        said["founders"] = True
    if former := m.tuple_of("FORMER"):
        said["formerly"] = former
    if never := m.tuple_of("NEVERCATEGORY"):
        said["never"] = never
    if excluded := m.tuple_of("EXCLUDED"):
        said["besides"] = excluded
    return said


_OVER_TIME = frozenset({"hosted", "chaired", "never_hosted", "never_chaired", "attended"})


def verdict(m: Meaning, query: dict[str, Any]) -> Query:
    """The countries, or what is asked of them: how many, whether any, whether these are among them, the first or last."""
    if query.get("event", "held") != "held" or query.keys() & _OVER_TIME:
        m.flag("OVERTIME")
    if m.counts:
        query["show"] = "count"
    elif m.asked == "yes-no":
        if m.has("ALL"):
            raise Unanswerable("it asks of all of them")
        has = m.countries()
        if m.has("FIRST", "LAST"):
            query["show"] = "first" if m.flag("FIRST") else "last"
            m.flag("LAST")
        if len(has) > 1 and not m.has("AND", "OR", "EITHER", "BOTH"):
            raise Unanswerable("it does not say how the countries are joined")
        if m.denies_one_of_several():
            raise Unanswerable("it asks of one country and denies another")
        if has:
            either = m.flag("EITHER") or (len(has) > 1 and m.has("OR"))
            query |= {"has": has, "negated": m.flag("NOT", "NEVER"), "only": m.flag("ONLY"), "either": either}
        elif m.flag("ANY") or m.has("COUNTRYWORD", "CATEGORY", "FOUNDERWORD"):
            query["show"] = "any"
        else:
            raise Unanswerable("it does not say of whom")
    elif m.has("FIRST", "LAST"):
        query["show"] = "first" if m.flag("FIRST") else "last"
        m.flag("LAST")
    if query.get("show") in ("first", "last") and query.get("event", "held") == "held" and not query.get("on"):
        query["event"] = "gained"  # the first observers are those who first became observers
    return Countries(**query)


def _summit_or_period(m: Meaning) -> dict[str, Any]:
    """When something was decided: at a summit, or in a stretch of time."""
    if m.names_summit():
        related = around_summit(m)
        if related:
            first, last = bounds(related.period)
            return {"first": first, "last": last}
        return {"at": m.summit()}
    m.flag("SUMMIT")
    first, last = m.period()
    return {"first": first, "last": last}


def around_summit(m: Meaning) -> Time | None:
    """'before the Ufa summit', 'since Samarkand': the days that are meant."""
    order = m.tokens
    for token, after in itertools.pairwise(order):
        if token.kind in ("BEFORE", "AFTER", "SINCE", "UNTIL", "SUCCEED", "PRECEDE") and after.kind in (
            "SUMMIT",
            "CITY",
        ):
            relation = {"SUCCEED": "after", "PRECEDE": "before"}.get(token.kind, token.kind.lower())
            m.flag(token.kind)
            ids = m.summit_ids(year_alone=False)
            if not ids:
                raise Unanswerable("it does not say before or after which summit")
            return around(m.data, relation, ids)
    return None


def in_category(m: Meaning) -> Query:
    """The countries that hold a status on a day, or held it in a stretch of time."""
    categories = m.categories()
    said = conditions(m)
    if not categories and not said:
        raise Unanswerable("it names no category")
    m.flag("ALL", "STATUSWORD")
    if m.asked == "yes-no" and len(categories) > 1 and m.has("AND") and m.has("COUNTRY"):
        raise Unanswerable("nobody holds two statuses at once")
    if m.flag("THEBEGINNING"):
        return verdict(m, {"category": categories, "on": m.data.founded, **said})
    if len(categories) == 2 and not m.has("AND", "OR", "BOTH", "EVER") and not related_times(m):
        return _then_and_now(m, said)
    related = around_summit(m)
    if related and related.relation == "since":
        raise Unanswerable("'since' asks for no single day")
    if related:
        # On the eve of a summit or when it was over, if the question asks who held it then.
        day = related.period.last if related.relation in ("before", "until") else related.period.first
        return verdict(m, {"category": categories, "on": day, **said})
    time = m.peek_time()
    if m.has("NOW") and time:
        raise Unanswerable("it names today and another day")
    if said.get("never") and categories:
        return verdict(m, {"category": categories, "event": "ever", **said})
    if time is not None and time.relation == "since" and categories and not m.has("EVER", "BOTH"):
        m.times()
        return verdict(m, {"category": categories, "event": "throughout", "first": time.named.last, **said})
    if m.has("EVER", "BOTH") or (time is not None and time.is_range):
        if not categories:
            raise Unanswerable("it names no category")
        if len(categories) == 2 and m.has("AND") and not m.has("BOTH"):
            raise Unanswerable("'and' may mean both or either")
        if len(categories) == 2 and not m.has("AND", "OR", "BOTH"):
            # 'Which members were observers at some point?': what they are, then what they were.
            if time is not None:
                raise Unanswerable("it does not say which category the time is about")
            said["formerly"] = (*said.get("formerly", ()), categories[1])
            return verdict(m, {"category": categories[:1], **said})
        first, last = m.period()
        if len(categories) > 1 and m.has("BOTH"):
            said["formerly"] = (*said.get("formerly", ()), *categories[:-1])
            categories = categories[-1:]
        return verdict(m, {"category": categories, "event": "ever", "first": first, "last": last, **said})
    return verdict(m, {"category": categories, "on": m.on(), **said})


def related_times(m: Meaning) -> bool:
    """Whether a time is told by a summit."""
    return m.has("SUMMIT", "CITY")


def _then_and_now(m: Meaning, said: dict[str, Any]) -> Query:
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
    return verdict(m, {"category": (str(other.value),), "was": (str(dated.value),), "was_on": day, **said})


def status_at(m: Meaning) -> Query:
    """What countries held when a summit opened, or whether a category: on the eve of its first day, as capacities are told."""
    countries, categories = m.countries(), m.categories()
    if not countries or (m.asked == "yes-no" and not categories):
        raise Unanswerable("it names no country or no category")
    day = m.data.capacity_days[m.summit()]
    return Status(countries=countries, is_=categories, on=day, negated=m.flag("NOT"))


def granted_place(m: Meaning) -> Query:
    """Where a country came to a status: the city of the summit that decided it."""
    country, category = m.country(), _only_category(m, default=m.has("JOIN"))
    held = [h for h in m.data.holdings.get(country, ()) if h.period.category in category]
    if len(held) != 1:
        raise Unanswerable("it never held that status")
    return SummitFacts(summit=held[0].period.granted_at, show="city")


def founders(m: Meaning) -> Query:
    """The founders, or conditions on founders."""
    m.flag("FOUND", "CATEGORY")
    if m.asked != "yes-no":
        m.flag("ALL")
    if (time := m.peek_time()) and m.data.founded in time.period:
        m.times()
    m.flag("SUMMIT")
    return verdict(m, {"founders": True, **{k: v for k, v in conditions(m).items() if k != "founders"}})


def gained(m: Meaning) -> Query:
    """The countries that came to a status: in a stretch of time, at a summit, from another status."""
    tokens = [token for token in m.tokens if token.kind in ("CATEGORY", "BECOME", "JOIN")]
    said = conditions(m)
    # 'Which observers became members': the first category is the one they came from.
    if (
        len([t for t in tokens if t.kind == "CATEGORY"]) == 2
        and tokens[0].kind == "CATEGORY"
        and tokens[-1].kind == "CATEGORY"
        and not m.has("OR", "AND")
    ):
        m.categories()
        said["formerly"] = (*said.get("formerly", ()), str(tokens[0].value))
        category: tuple[str, ...] = (str(tokens[-1].value),)
    else:
        category = _only_category(m, default=m.has("JOIN"))
    m.flag("STATUSWORD", "ALL")
    time = m.peek_time()
    when = _summit_or_period(m)
    if m.flag("THEBEGINNING"):
        when["first"] = when.get("first") or shifted(m.data.founded, 1)
    if time is not None and time.relation == "by" and m.asked != "yes-no":
        when = {"first": None, "last": spelled(time.named)}
    return verdict(m, {"category": category, "event": "gained", **when, **said})


def _event(name: str) -> Any:
    def build(m: Meaning) -> Query:
        said = conditions(m)
        category = (*m.categories(), *m.tuple_of("CAPACITY"))
        if len(category) > 1 and not m.has("AND", "OR"):
            raise Unanswerable("it names two categories in different roles")
        if not category and m.has("JOIN"):
            category = ("member",)
        m.flag("STATUSWORD", "ALL")
        if name == "applied" and m.names_summit():
            raise Unanswerable("a request is made to the organisation, not at a summit")
        if name == "memorandum" and m.has("CITY") and not m.has("SUMMIT"):
            cities = [str(token.value) for token in m.take("CITY")]
            if len(cities) > 1:
                raise Unanswerable("it names several cities")
            said["city"] = cities[0]
            first, last = m.period()
            said |= {"first": first, "last": last}
        else:
            said |= _summit_or_period(m)
        return verdict(m, {"category": category, "event": name, **said})

    return build


lost = _event("lost")
applied = _event("applied")
procedure = _event("procedure")
memorandum = _event("memorandum")


def changes(m: Meaning) -> Query:
    """The changes of status in a stretch of time or at a summit."""
    m.flag("OVERTIME", "STATUSWORD", "ALL", "CATEGORY")
    if m.names_summit():
        ids = m.summit_ids(several=False)
        summit = m.data.summits[ids[0]]
        first, last = bounds(Period(summit.start, summit.end))
    else:
        m.flag("SUMMIT")
        first, last = m.period_of_years()
    show = "count" if m.counts else "any" if m.asked == "yes-no" else "list"
    return Changes(first=first, last=last, country=m.countries(), show=show)
