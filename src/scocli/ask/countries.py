"""Queries about the countries that hold a status, came to one, lost it or asked for it, and the conditions on countries."""

from itertools import pairwise
from typing import Any

from scocli.ask.around import around_summit, summit_or_period
from scocli.ask.meaning import Meaning, Unanswerable
from scocli.ask.statuses import category_named
from scocli.ask.times import spelled
from scocli.days import shifted
from scocli.queries.base import Query
from scocli.queries.countries import Countries


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


def in_category(m: Meaning) -> Query:
    """The countries that hold a status on a day, or held it in a stretch of time."""
    categories = m.categories()
    said = conditions(m)
    if not categories and not said:
        raise Unanswerable("it names no category")
    _see_that_and_lists(m)
    m.flag("ALL", "STATUSWORD")
    if m.flag("THEBEGINNING"):
        return verdict(m, {"category": categories, "on": m.data.founded, **said})
    if len(categories) == 2 and not m.has("AND", "OR", "BOTH", "EVER") and not m.has("SUMMIT", "CITY"):
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
    had_each = len(categories) == 2 and (m.has("BOTH") or (m.has("AND") and _is_of_one(m)))
    if had_each or m.asks_of_all_time or (time is not None and time.is_range):
        if not categories:
            raise Unanswerable("it names no category")
        if len(categories) > 1 and m.has("AND") and not had_each:
            raise Unanswerable("'and' may mean both or either")
        if len(categories) == 2 and not m.has("AND", "OR", "BOTH"):
            # 'Which members were observers at some point?': what they are, then what they were.
            if time is not None:
                raise Unanswerable("it does not say which category the time is about")
            said["formerly"] = (*said.get("formerly", ()), categories[1])
            return verdict(m, {"category": categories[:1], **said})
        first, last = m.period()
        if had_each:
            said["formerly"] = (*said.get("formerly", ()), *categories[:-1])
            categories = categories[-1:]
        return verdict(m, {"category": categories, "event": "ever", "first": first, "last": last, **said})
    return verdict(m, {"category": categories, "on": m.on(), **said})


def _is_of_one(m: Meaning) -> bool:
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
    each = m.has("BOTH") or _is_of_one(m)
    counted = any(token.kind == "ALL" and token.value == kinds.count("CATEGORY") for token in m.tokens)
    if counted or (over_time and kinds.count("CATEGORY") > 2):
        raise Unanswerable("it asks for those that held each of several")
    if each != over_time:
        raise Unanswerable("'and' may mean both or either")


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
        category = category_named(m)
    m.flag("STATUSWORD", "ALL")
    time = m.peek_time()
    when = summit_or_period(m)
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
            said |= summit_or_period(m)
        return verdict(m, {"category": category, "event": name, **said})

    return build


lost = _event("lost")
applied = _event("applied")
procedure = _event("procedure")
memorandum = _event("memorandum")
