"""Who hosted and who chaired meetings: whether somebody did, when first and last, and all that did."""

from dataclasses import replace
from itertools import chain

from scocli.ask.around import meeting_days
from scocli.ask.quantities import Bounds
from scocli.ask.question import Line, Question, Unbound
from scocli.ask.summits import SummitPhrase, is_only_dated
from scocli.facts.conditions import ByWhom, Condition, In, Not
from scocli.facts.select import Has
from scocli.queries.base import Query
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import HowManySummits, Summits


def _by_whom(q: Question) -> ByWhom:
    """That the one country or person that is named hosted or chaired."""
    if q.has("HOST") == q.has("CHAIR") or any(len(called) != 1 for called in q.values("PERSON")):
        raise Unbound
    people = tuple(called[0] for called in q.values("PERSON"))
    if len(people) + len(q.countries) != 1 or (people and q.has("HOST")):
        raise Unbound
    return ByWhom("hosted" if q.has("HOST") else "chaired", people or q.countries)


def _named(q: Question) -> tuple[SummitPhrase, ...]:
    """The meetings that are described, as by more than a stretch of time."""
    phrases = tuple(phrase for phrase in q.values("SUMMIT") if not phrase.is_bare or phrase.select)
    return tuple(phrase for phrase in phrases if not (phrase.time and phrase.time.is_range and is_only_dated(phrase)))


def whether(q: Question) -> Query:
    """Whether somebody hosted or chaired the meetings that are named, any at all, none, or so many."""
    did, denied = _by_whom(q), q.has("NOT", "NEVER")
    if q.asked == "name" and not q.verbs and any(phrase.plural for phrase in q.values("SUMMIT")) and not q.has("EVER"):
        raise Unbound  # 'Putin-chaired summits' names them
    if did.verb == "chaired" and (
        "presiding" in q.values("CHAIR") or not q.has("SUMMIT", "CITY", "TIMES", "TIME", "EVER")
    ):
        raise Unbound  # of no meeting it is the chairmanship
    time = q.time
    if _named(q) or q.has("CITY") or (time and not time.is_range and q.has("SUMMIT")):
        asked: Condition = Not(did) if denied else did
        return Summits(where=(asked,), has=Has(((q.summit(),),)))
    spans = [phrase.time for phrase in q.values("SUMMIT") if phrase.time] + ([time] if time else [])
    often = q.optional("BOUNDS")
    if len(spans) > 1 or (denied and often):
        raise Unbound
    between = meeting_days(q.data, spans[0].period) if spans else {}
    if isinstance(often, Bounds) or denied:
        how_many = often.often if isinstance(often, Bounds) else Bounds(0, 0).often
        return HowManySummits(where=(did,), **between, often=how_many)
    return Summits(where=(did,), **between, show="any")


def date_of_one(q: Question) -> Query:
    """When somebody first or last hosted or chaired, or where."""
    did, phrases = _by_whom(q), q.values("SUMMIT")
    order = q.order or next((phrase.select for phrase in phrases if phrase.select), None)
    if order not in ("first", "last") or any(not phrase.is_bare for phrase in phrases):
        raise Unbound
    phrase = SummitPhrase(time=q.time, select=str(order))
    who = (
        {"hosts": did.whom}
        if did.verb == "hosted"
        else {"chairs": did.whom}
        if q.countries
        else {"chaired_by": did.whom[0]}
    )
    return SummitFacts(summit=q.summit(replace(phrase, **who)), show="city" if q.asked == "where" else "date")


def chairs(q: Question) -> Query:
    """Who chaired the meetings that are described, where several are."""
    phrases = q.values("SUMMIT")
    cities = tuple(chain.from_iterable(getattr(said, "cities", (said,)) for said in q.values("SUMMIT", "CITY")))
    hosts = tuple(chain.from_iterable(phrase.hosts for phrase in phrases)) + tuple(q.values("INCOUNTRY"))
    spans = [phrase.time for phrase in phrases if phrase.time] + ([q.time] if q.time else [])
    known = {"cities": (), "hosts": (), "time": None, "noun": True, "plural": False}
    if (
        len(spans) > 1
        or not any(phrase.plural for phrase in phrases)
        or any(not replace(phrase, **known).is_bare or phrase.select for phrase in phrases)
    ):
        raise Unbound
    where: tuple[Condition, ...] = (*((In(cities),) if cities else ()), *((ByWhom("hosted", hosts),) if hosts else ()))
    return Summits(where=where, **(meeting_days(q.data, spans[0].period) if spans else {}), show="chairs")


_MET = "SUMMIT HOLD TIMES EVER BY"

LINES: tuple[Line, ...] = (
    ("COUNTRY|PERSON HOST|CHAIR", f"{_MET} STILL ALREADY ANY", "CITY TIME NOT NEVER BOUNDS", {"yes-no": whether, "name": whether}),
    ("COUNTRY|PERSON HOST|CHAIR", _MET, "TIME FIRST LAST", {"when, where": date_of_one}),
    ("SUMMIT CHAIR", "HOLD LEADERS OR EVER ALL", "CITY TIME INCOUNTRY", {"who, which person, name": chairs}),
)  # fmt: skip
"""What is asked of it: see ``predicates``."""
