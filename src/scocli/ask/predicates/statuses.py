"""Who holds a status, came to one or left it: the makers of the queries, and the lines of the table."""

from dataclasses import replace

from scocli.ask.clauses import Said, on_the_day_of, said
from scocli.ask.conditions import day_of, sayings
from scocli.ask.predicates.places import first_status, is_nth_holder, nth_holder, when_nth_held, where_nth_held
from scocli.ask.question import Line, Made, Maker, Question, Unbound, names_holders
from scocli.facts.conditions import Among, AnyOf, Change, Condition, Founder, Held, Not, Often, clauses, held_on_days
from scocli.facts.conditions.visits import AtSummits
from scocli.facts.relations import GAINED
from scocli.facts.select import Has
from scocli.facts.verdict import YES
from scocli.queries import answer
from scocli.queries.about import About
from scocli.queries.base import Query
from scocli.queries.countries import Countries, HowManyCountries
from scocli.queries.growth import Growth
from scocli.queries.status import Status
from scocli.queries.summit import SummitFacts

_A_STATUS = frozenset({"CATEGORY", "NOTCATEGORY", "IN"})
"""Kinds of words of a question what a status is."""
_SINCE = _A_STATUS | {"TIME"}
"""The same, with since when."""
_LEFT_OUT = 3
"""The place of what says who is left out."""


def of_members(make: Maker) -> Maker:
    """A maker for what is told of members, or of all: of those of no other status."""

    def made(q: Question) -> Made:
        if q.categories not in ((), ("member",)):
            raise Unbound
        return make(q)

    return made


def where_admitted(q: Question) -> Query:
    """Where countries were admitted, if at one meeting."""
    held = q.data.holdings.get(q.countries[0], ()) if q.has("FIRSTSTATUS") and len(q.countries) == 1 else ()
    category = q.categories or (("member",) if q.has("JOIN") else tuple(one.period.category for one in held[:1]))
    gained = [fact for country in q.countries for fact in GAINED.of(q.data, country)]
    at = {fact.summit for fact in gained if (fact.category,) == category}
    if len(at) != 1:
        raise Unbound
    return SummitFacts(summit=str(at.pop()), show="city")


def _names_holders(q: Question) -> bool:
    """Whether those who hold a status are named, not the status."""
    return any(names_holders(token.words) for token in q.tokens if token.kind in ("CATEGORY", "FOUNDERWORD"))


def status(q: Question) -> Query:
    """What countries are, or were on a day. :raises Unbound: if it is asked what they came to be, or came to a summit as."""
    named = q.names_meeting
    if q.has("BECOME") and q.time and not named and len(q.countries) == 1:
        gained = [fact.date for fact in GAINED.of(q.data, q.countries[0]) if fact.date in q.time.period]
        if len(gained) == 1:
            return Status(countries=q.countries, on=gained[0])  # 'Which status did Nepal obtain in 2015?'
    is_of_change = q.has("BECOME") and (named or q.time or q.asked == "where")
    if is_of_change or (q.has("CAPACITYASKED") and named) or q.has("SUMMIT") > named:
        raise Unbound
    if not named and q.time and q.time.relation == "before" and q.time.named.first > q.data.founded:
        return Status(countries=q.countries, on=q.time.period.last)  # 'What was India before 2017?'
    return Status(countries=q.countries, on=day_of(replace(q, subjects=q.countries)))


def choice(q: Question) -> Query:
    """Which of several statuses a country holds: 'a member, an observer or a partner'."""
    if len(q.categories) < 2:
        raise Unbound
    return status(q)


def compared(q: Question) -> tuple[Query, ...]:
    """What each of some categories means."""
    if len(q.categories) < 2:
        raise Unbound
    return tuple(About(topic=category) for category in q.categories)


def countries(q: Question) -> Query:
    """The countries of which something is said, or what is asked of them: how many, whether any, whether some are among them."""
    first = q.tokens[0]
    if first.kind == "NOTCATEGORY" and first.words.startswith("no ") and q.asked == "yes-no":
        raise Unbound  # 'Has no observer become a member?'
    found = said(q)
    conditions = found.conditions
    if found.subjects and q.asked == "yes-no" and q.has("ALL"):
        raise Unbound
    is_choice = q.asked in ("who", "which country", "what") or found.order  # also 'Did India or Iran apply first?'
    if len(found.subjects) == 1 and len(found.subjects[0]) > 1 and is_choice:
        conditions = (Among(found.subjects[0]), *conditions)  # 'Who joined first, India or Iran?'
    elif found.subjects:
        return _whether(q, found)
    is_some = q.has("ANY", "COUNTRYWORD") or "there" in q.verbs or not _names_holders(q)
    are_all = q.has("ALL") or not is_some
    if q.asked == "yes-no" and len(conditions) > 1 and are_all:
        # 'Are all founders members?': none of them is not; 'only founders': no others are
        *of, last = sorted(conditions, key=lambda one: _place(one) != _LEFT_OUT)
        is_of_them = q.beside("ONLY", "FOUNDERWORD") or q.beside("ONLY", "CATEGORY")
        if found.often or (found.only and (len(of) > 1 or not is_of_them)):
            raise Unbound  # also '... was founded in 2001 and has 9 members'
        where = (last, Not(of[0])) if found.only else (*of, Not(last))
        return HowManyCountries(where=where, often=Often("exactly", 0))
    asks_where = any(token.kind == "WHERE" for token in q.phrases)
    if q.asked == "yes-no" and (q.has("ALL") or asks_where or (found.order and not q.has("OR"))):
        raise Unbound  # 'Has any city hosted twice?'
    if conditions == (Not(Founder()),):
        conditions = (Held(("member",)), *conditions)  # 'Who is not a founding member?' asks of members
    is_then = q.asked in ("yes-no", "how many") and q.has("HOST", "CHAIR", "CHAIRMANSHIP") and not q.has("FORMER")
    if is_then and any(isinstance(one, Held) and one.how == "ever" for one in conditions):
        raise Unbound  # 'Has an observer ever hosted a summit?': as one, or when it was no longer one
    if found.denied or found.only or all(isinstance(one, Not) for one in conditions):
        raise Unbound
    is_measured = any(token.kind in ("LONGEST", "SHORTEST") for token in q.phrases)
    kinds = {type(one) for whole in conditions for one in clauses(whole)}
    if is_measured and (Held not in kinds or any(issubclass(kind, AtSummits) for kind in kinds)):
        raise Unbound  # for how long something was not done is not counted
    is_since = len(q.values("TIME")) == 1 and q.values("TIME")[0].relation == "since"
    is_status = {token.kind for token in q.tokens} <= (_SINCE if is_since else _A_STATUS)
    if q.asked == "what" and not _names_holders(q) and is_status:
        raise Unbound  # what it means is asked
    show = {"yes-no": "any", "how many": "count"}.get(q.asked, "list")
    counted = [one.often for one in conditions if isinstance(one, AtSummits)]
    seldom = [often for often in counted if isinstance(often, Often) and often.allows(0, 0) is YES]
    held = (Held(),) if len(seldom) == len(conditions) else ()  # who never did it counts only with a status
    asked = _selected((*held, *conditions), found.order or show)
    if found.order and show == "count":  # 'How many countries joined in the first expansion?'
        codes = answer(q.data, asked, q.today).value
        if Change not in kinds or not isinstance(codes, list) or not codes:
            raise Unbound
        then = (on_the_day_of(q, codes[0], replace(c, time=None)) if isinstance(c, Change) else c for c in conditions)
        asked = _selected(tuple(then), show)
    return _of_so_many(q, asked, found.often) if found.often else asked


def _of_so_many(q: Question, asked: Countries, often: Often) -> Query:
    """Whether there are so many, where that is asked or said; else who they are, if there are so many.

    :raises Unbound: if there are not: of 'the 17 partners' none are meant where there are others.
    """
    said = {name: getattr(asked, name) for name in ("categories", "on", "where")}
    if q.asked == "yes-no" or (q.asked == "name" and q.verbs & {"has", "have", "had", "are", "is"}):
        return HowManyCountries(**said, often=often)
    number = answer(q.data, Countries(**said, show="count"), q.today).value
    if not isinstance(number, int) or often.allows(number, number) is not YES:
        raise Unbound
    return asked


def _whether(q: Question, found: Said) -> Query:
    """Whether what is said of some countries is so."""
    if found.often or not (q.asked == "yes-no" or (q.asked == "name" and _states(q))):
        raise Unbound
    either = any(len(group) > 1 for group in found.subjects)
    if either and (found.denied or found.only):
        raise Unbound
    conditions, on = _on(found.conditions)
    if "OR" in [token.kind for token in q.phrases] and len(q.categories) > 1 and not either and not q.has("EVER"):
        raise Unbound  # it asks which of them
    is_of_status = all(isinstance(part, Held) for whole in conditions for part in clauses(whole))
    if is_of_status and not found.only and not found.order:
        named = tuple(dict.fromkeys(code for group in found.subjects for code in group))
        asked = tuple(Not(one) for one in conditions) if found.denied else conditions
        return Status(countries=named, is_=asked, either=either, on=on)
    return _selected(found.conditions, found.order or "list", Has(found.subjects, found.only, found.denied))


def _states(q: Question) -> bool:
    """Whether it states what is so: 'Mongolia was an observer', 'Mongolia SCO member'."""
    return bool(q.verbs) or {token.kind for token in q.tokens} <= {"COUNTRY", "CATEGORY", "TIME", "NOW", "STILL"}


def _selected(conditions: tuple[Condition, ...], show: str, has: Has | None = None) -> Countries:
    """The countries that meet conditions; the one of a status on a day stands first, for it says what they are."""
    where, on = _on(conditions)
    first, *rest = sorted(where, key=_place)
    if not isinstance(first, Held) or not first.is_of_the_day:
        return Countries(where=(first, *rest), on=on, has=has, show=show)
    if show in ("first", "last") and on is None:
        return Countries(where=(Change("became", first.categories), *rest), has=has, show=show)
    if not first.categories:
        return Countries(where=(first, *rest), on=on, has=has, show=show)
    return Countries(categories=first.categories, where=tuple(rest), on=on, has=has, show=show)


def _place(condition: Condition) -> int:
    """Where a condition stands among others: of whom it is asked, what they are, what else they did, who is left out."""
    match condition:
        case Among():
            return 0
        case Held(is_of_the_day=True):
            return 1
        case Not(of=Among()):
            return _LEFT_OUT
    return 2


def _on(conditions: tuple[Condition, ...]) -> tuple[tuple[Condition, ...], str | None]:
    """The conditions, and the day for which they are asked, where it is that of every status on a day."""
    days = {held.time for held in held_on_days(*conditions)}
    is_choice = any(isinstance(part, Held) for one in conditions if isinstance(one, AnyOf) for part in clauses(one))
    if len(days) != 1 or not (when := days.pop()) or is_choice:
        return conditions, None
    return tuple(map(_undated, conditions)), when.last


def _undated(condition: Condition) -> Condition:
    """A condition; a status on a day without it."""
    if isinstance(condition, Not):
        return Not(_undated(condition.of))
    return replace(condition, time=None) if isinstance(condition, Held) and condition.is_on_a_day else condition


_SAID = " ".join(sorted({kind for head, saying in sayings().items() for kind in (head, *saying.roles)}))
_THAT = f"{_SAID} COUNTRY NOT NEVER ALL ANY BOTH EITHER OR AND BUT THOUGH STILL ALREADY ONLY FIRST LAST LONGEST SHORTEST RECENTLY AS IN BY COUNTRYWORD NUMBER"

LINES: tuple[Line, ...] = (
    ("CATEGORY ORDINAL|FIRST|LAST", "BECOME JOIN RECENTLY AS COUNTRYWORD", "TIME NOW SUMMIT CITY", {"who, which country, name, what": nth_holder}),
    ("JOIN ORDINAL", "COUNTRYWORD RECENTLY BECOME AS", "TIME SUMMIT CITY", {"who, which country, name, what": nth_holder}),
    ("COUNTRY STATUSWORD|FIRSTSTATUS FIRST|FIRSTSTATUS", "BECOME", "", {"when": first_status}),
    ("COUNTRY BECOME|JOIN", "CATEGORY CAPACITY FIRSTSTATUS", "", {"where": where_admitted}),
    ("JOIN|BECOME FIRST|LAST|ORDINAL", "CATEGORY COUNTRYWORD NEW THEBEGINNING", "TIME COUNTRY", {"when": when_nth_held}),
    ("JOIN|BECOME ORDINAL SUMMIT", "CATEGORY COUNTRYWORD NEW", "COUNTRY", {"which summit": where_nth_held}),
    ("COUNTRY ORDINAL CATEGORY", "BECOME JOIN RECENTLY", "TIME NOW SUMMIT CITY", {"yes-no, name": is_nth_holder, "when": when_nth_held, "which summit": where_nth_held}),
    ("BYCATEGORY", "CATEGORY STATUSWORD ALL COUNTRYWORD", "TIME NOW", {"who, which country, name": of_members(lambda q: Countries(on=q.day))}),
    ("COMPARE COUNTRY", "BETWEEN AND STATUSWORD", "TIME NOW", {"what, name, how": status}),
    ("GROW", "CATEGORY OVERTIME", "TIME", {"how, what, name": of_members(lambda q: Growth(**q.between))}),
    ("CATEGORY JOIN", "AND AS ALL COUNTRYWORD", "TIME", {"when": of_members(lambda q: Countries(where=(Change("became", ("member",), q.stretch),)))}),
    ("JOIN|CATEGORY HISTORYWORD|OVERTIME", "CHANGEWORD HISTORYWORD OVERTIME", "TIME", {"how, what, name": of_members(lambda q: Growth(**q.between))}),
    ("COUNTRY STATUSWORD|CAPACITYASKED", "HOLD BECOME COUNTRYWORD ANY IN AS", "TIME NOW SUMMIT CITY", {"what, name, where, how": status}),
    ("COUNTRY", "AND", "TIME NOW", {"what, name, how": status}),
    ("COUNTRY CATEGORY OR", "STILL ANY STATUSWORD", "TIME NOW", {"what, name, yes-no": choice}),
    ("COMPARE CATEGORY", "BETWEEN AND", "", {"what, name, how": compared}),
    ("|".join(sayings()), _THAT, "", {"who, which country, name, what, how many, yes-no": countries}),
)  # fmt: skip
"""What is asked of it: see ``predicates``."""
