"""Meetings: when and where, who hosted and chaired, which and how many were as is said."""

from dataclasses import replace

from scocli.ask.attendance import is_denied, manner, opposed, who
from scocli.ask.question import Line, Maker, Question, Unbound
from scocli.ask.scope import Described, chosen, claimed, described, named, phrases, the_one
from scocli.ask.summits import SummitPhrase, which_of
from scocli.days import shifted
from scocli.facts.conditions import AnyOf, AttendedBy, ByWhom, Granted, Lasted, Not, Often
from scocli.facts.conditions import Role as DidRole
from scocli.facts.presence import ANYHOW, attended
from scocli.facts.select import Has
from scocli.facts.time import Time
from scocli.facts.verdict import YES
from scocli.queries.about import About
from scocli.queries.base import Query
from scocli.queries.countries import Countries
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import HowManySummits, Summits
from scocli.queries.tally import SOME, Role, Show, Tally

_OTHERWISE = ("FIRST", "LAST", "EXCLUDEDCITY", "NOTHOSTEDBY", "NOTCHAIREDBY", "NOTHOST", "THEHOST")
"""Kinds of words that say of meetings which they are not, or which of several."""


def fact(show: str) -> Maker:
    """A maker for one fact of one meeting, which took place or was announced."""
    return lambda q: _fact(q, show)


def _fact(q: Question, show: str) -> Query:
    if _is_announced(q):
        return About(topic="next-summit", show={"host": "country", "chair-country": "chair"}.get(show, show))
    return SummitFacts(summit=the_one(q), show=show)


def _is_announced(q: Question) -> bool:
    """Whether it names a meeting that has not taken place: by the year of one that is announced, or its city as one to come."""
    said = [replace(phrase, time=phrase.time or q.time) for phrase in phrases(q) or [SummitPhrase()]]
    return any(
        phrase.time.named.first[:4] == met.start[:4] if phrase.time else q.has("FUTURE") and met.city in phrase.cities
        for phrase in said
        if not phrase.ids(q.data)
        for met in q.data.planned.values()
    )


def announced(q: Question) -> Query:
    """A meeting that is announced, by its year or city."""
    if not _is_announced(q):
        raise Unbound
    return About(topic="next-summit")


def planned(show: str) -> Maker:
    """A maker for one fact of the meeting that is announced."""

    def make(q: Question) -> Query:
        day = q.day
        is_next = all(day is None or found.start[:4] == day[:4] for found in q.data.planned.values())
        if not q.one("SUMMIT").is_bare or not is_next or q.data.council != "heads-of-state":
            raise Unbound
        both = {"WHEN", "WHERE"}.issubset(token.kind for token in q.phrases)
        return About(topic="next-summit", show="main" if both else show)

    return make


def sooner(q: Question) -> Query:
    """Which of several cities was the first in which a meeting was held, or the last."""
    if len(q.values("CITY")) < 2 or not q.order:
        raise Unbound
    (first,) = chosen(q)
    return SummitFacts(summit=first, show="city")


def adopted(show: str) -> Maker:
    """A maker for a fact of the meeting that adopted a document, or for that meeting. :raises NotUnderstood: if several adopted one of that name."""

    def make(q: Question) -> Query:
        met = [one for one in q.one("DOCUMENT") if not q.time or q.data.meetings[one].start in q.time.period]
        if len(met) > 1:
            raise which_of(q.data, met)
        if not met or q.names_meeting:
            raise Unbound
        meeting = q.data.meetings[met[0]]
        return SummitFacts(summit=met[0], show=show) if show else Summits(from_=meeting.start, to=meeting.end)

    return make


def when(q: Question) -> Query:
    """When a meeting was, not since when; of several that are meant, or that somebody hosted or chaired, these with their days."""
    is_by = q.has("HOST", "CHAIR") and len(q.countries) + len(q.values("PERSON")) > 0
    is_term = q.has("CHAIR") and q.countries and not q.has("SUMMIT", "CITY") and len(chosen(q)) == 1
    if is_term or any(token.kind == "SINCEWHEN" for token in q.phrases):
        raise Unbound
    if any(phrase.plural and not phrase.select for phrase in phrases(q)) or (is_by and len(chosen(q)) > 1):
        met = described(q)
        return Summits(where=met.where, **met.between, show=met.select or "list")
    return _fact(q, "date")


def _only(q: Question, summit: str) -> Summits:
    """The one meeting that was in its days."""
    return Summits(from_=q.data.meetings[summit].start, to=q.data.meetings[summit].end)


def summits(show: str) -> Maker:
    """A maker for the meetings that are described: which, or how many."""

    def make(q: Question) -> Query:
        said = phrases(q)
        if len(said) == 1 and said[0].numbers_its_own and not q.has("TIME", "NUMBER", "ONLY", *_OTHERWISE):
            return _only(q, *said[0].named(q.data))
        met = described(q)
        how_often = any(token.kind == "HOWMANY" and token.words == "how often" for token in q.phrases)
        if how_often and not any(met) and q.verbs & {"do", "does", "is", "are"} and q.data.council in q.data.bodies:
            return About(topic=q.data.council, show="meets")
        is_told = any(met) or q.has("ALL") or any(phrase.plural for phrase in q.values("SUMMIT"))
        is_none = said and not any(phrase.is_loose or phrase.ids(q.data) for phrase in said)
        is_by_nobody = q.has("CHAIR") and not (q.countries or q.has("PERSON", *_OTHERWISE))
        if is_none or is_by_nobody or (show == "list" and not is_told) or (show == "count" and met.select):
            raise Unbound  # 'the summit' does not say which, 'its chairman' asks for a person
        if met.select == "previous":
            return _only(q, *chosen(q))
        if "the" in q.values("ONLY") and len(chosen(q)) != 1:
            raise Unbound
        return Summits(where=met.where, **met.between, show=met.select or show)

    return make


def by_size(q: Question) -> Query:
    """The meetings with most or fewest delegations that came so, countries that were given a status, or days."""
    met, statuses = described(q), q.categories or (("member",) if q.has("JOIN") else ())
    between, asked = met.between, met.where
    if q.has("LONGEST", "SHORTEST"):
        asked += (Lasted(Often("at least", 1)),)
    elif q.has("JOIN", "BECOME"):
        asked += (Granted(statuses),)
        between = {"from_": shifted(q.data.founded, 1), **between}
    elif q.has("GUEST", "CATEGORY", "CAPACITY"):
        asked += (AttendedBy(manner=manner(q, q.values("CATEGORY"))),)
    if met.select or (q.asked == "what" and q.has("CATEGORY", "COUNTRYWORD", "ATTEND", "GUEST")):
        raise Unbound  # 'Which member attended the fewest summits?'
    return Summits(where=asked, **between, show="largest" if q.has("MOST", "LONGEST") else "smallest")


def is_so(q: Question) -> Query:
    """Whether meetings that are named were as is said, or whether there is any, none, or so many."""
    said, denied, often = claimed(q), q.has("NOT", "NEVER"), q.optional("BOUNDS")
    if q.has("CHAIR") and "presiding" in q.values("CHAIR") and not q.has("SUMMIT", "CITY"):
        raise Unbound  # of no meeting it is the chairmanship
    # 'the one in Bishkek and the other in Moscow' says of each where it was
    is_each = q.has("CITY", "INCOUNTRY") and len({bool(one.cities or one.hosts) for one in q.values("SUMMIT")}) > 1
    are_all = len(q.values("COUNTRY", "PERSON")) > 1 and not q.has("OR", "EITHER")
    is_unclear = q.has("HOST", "CHAIR") and (are_all or not said.where)
    if is_each or is_unclear or (denied and (often or len(said.where) > 1)):
        raise Unbound  # nobody is named who hosted or chaired it, or it is asked of each of several
    if said.named:
        where = tuple(map(Not, said.where)) if denied else said.where
        return Summits(where=where, has=Has(tuple((summit,) for summit in said.named)))
    if denied or often:
        return HowManySummits(where=said.where, **said.between, often=often.often if often else Often("at most", 0))
    return Summits(where=said.where, **said.between, show="any")


def chair(q: Question) -> Query:
    """Who chaired a meeting, or all those that are described."""
    subjects, leaders = who(q) if q.has("OFFICEHOLDER", "COUNTRY") else ((), ())
    if (q.has("COUNTRY") and not q.beside("COUNTRY", "LEADERS")) or len(subjects) > 1:
        raise Unbound
    if q.has("ALL", "OR", "EVER") or any(phrase.plural and not phrase.select for phrase in q.values("SUMMIT")):
        met, how = described(q), manner(q, led_by=leaders)
        theirs = (ByWhom("chaired", subjects), AttendedBy(subjects, how)) if subjects else ()
        if how != ANYHOW and not subjects:
            raise Unbound
        return Summits(where=tuple(dict.fromkeys((*met.where, *theirs))), **met.between, show="chairs")
    if subjects or q.has("LEVEL", "LEDBY"):  # 'Which Russian president chaired it?' takes for granted that one did
        summit, how = the_one(q), manner(q, led_by=leaders)
        name = q.data.chair(q.data.meetings[summit])
        homes = q.data.represented_countries.get(name or "", ())
        if not name or not {*subjects} <= {*homes} or attended(q.data, name, q.data.meetings[summit], how) is not YES:
            raise Unbound
    return _fact(q, "chair")


def hosts(q: Question) -> Query:
    """All that ever hosted or, where several meetings are named, each of them or any."""
    days = [(q.data.meetings[one].start, q.data.meetings[one].end) for one in named(q)] if phrases(q) else []
    hosted = tuple(DidRole("hosted", time=Time(*of_one)) for of_one in days)
    if len(days) < 2 and (phrases(q) or q.has("TIME", "CITY", "INCOUNTRY")):
        raise Unbound
    is_each = q.has("BOTH") or any(token.words == "country" for token in q.phrases)
    return Countries(where=hosted if is_each else (AnyOf(hosted),)) if days else Countries(where=(DidRole("hosted"),))


def tally(role: Role, show: Show = "list") -> Maker:
    """A maker for the cities, years or people that so many meetings had, most of them, or each of those that are meant."""

    def make(q: Question) -> Query:
        denied, bounds = q.has("NOT", "NEVER") or show == "none", q.optional("BOUNDS")
        words = [token.words for token in q.phrases if token.kind in ("ALL", "WHEN")]
        if role == "year" and ("year" not in " ".join(words) or (show == "none") != (len(words) > 1)):
            raise Unbound  # 'a summit in every year' asks whether there is none without
        both = opposed(q) if role == "leader" else ()
        if both:
            at, not_at = named(both[0]), tuple(met for one in both[1:] for met in named(one))
            if not at or not not_at or bounds or q.has("MISS", "LEVEL", "LEDBY") or not is_denied(both[1]):
                raise Unbound
            return Tally(role=role, at=at, not_at=not_at, of=q.countries)
        at = named(q) if role in ("chair", "leader") else ()
        met = Described((), {}, None) if at else described(q)
        if not at and role == "leader" and q.beside("ALL", "SUMMIT"):
            at, met = tuple(chosen(q) if any(met) else q.data.summits), Described((), {}, None)
        is_told = len(at) > 1 or bounds or denied or show != "list" or q.has("MOST", "FEWEST")
        if met.select or not is_told or len(at) == 1 or (bool(at), bool(bounds), denied).count(True) > 1:
            raise Unbound
        often = bounds.often if bounds else Often("at most", 0) if denied else SOME
        order: Show = "most" if q.has("MOST") else "fewest" if q.has("FEWEST") else show
        of, led_by = (q.countries, (*q.values("LEVEL"), *q.values("LEDBY"))) if role == "leader" else ((), ())
        return Tally(role=role, where=met.where, at=at, of=of, led_by=led_by, often=often, show=order, **met.between)

    return make


def some_summits(q: Question) -> Query:
    """The last three, or the first two."""
    number, held = int(q.one("NUMBER")), list(q.data.data.summits)
    if not 0 < number <= len(held) or not q.one("SUMMIT").is_bare:
        raise Unbound
    return Summits(to=held[number - 1].end) if q.order == "first" else Summits(from_=held[-number].start)


_LED = "HOST|CHAIR"
_BY = "COUNTRY|PERSON"
_AT = "SUMMIT CITY TIME INCOUNTRY"
_HELD = "VIDEO INPERSON HYBRID DAYS LASTED NUMBER NOTHOST THEHOST NOTFORM CHAIR ONECOUNTRY BUT ONLY"
_WHICH = f"{_AT} {_HELD} ORDINAL FIRST LAST COUNTRY PERSON EXCLUDEDCITY NOTHOSTEDBY NOTCHAIREDBY"

LINES: tuple[Line, ...] = (
    ("NEXT|DUE SUMMIT", "HOLD FUTURE DUE", "TIME CITY", {"when": planned("date"), "where": planned("city"), "what, which summit, name": planned("main")}),
    ("NEXT|DUE SUMMIT HOST", "HOLD FUTURE DUE", "TIME", {"who, which country, name": planned("country"), "where": planned("city")}),
    ("NEXT|DUE SUMMIT CHAIR", "HOLD FUTURE DUE", "TIME", {"who, which country, name": planned("chair"), "where": planned("city")}),
    ("SUMMIT|HOLD|TIME", "HOLD FUTURE OPEN SIT HOST LEADERS", f"{_AT} VIDEO INPERSON HYBRID FIRST LAST", {"when": when, "where": fact("city")}),
    ("SUMMIT", "HOLD FUTURE", _AT, {"name, what, which summit": announced}),
    ("SUMMIT|TIME HOST", "HOLD FUTURE", _AT, {"who, which country, name": fact("host"), "where": fact("city")}),
    ("SUMMIT HOLD", "FUTURE", _AT, {"which country": fact("host")}),
    ("SUMMIT|CITY HOST", "HOLD ALL BOTH AND", _AT, {"who, which country": hosts}),
    ("SUMMIT CHAIR", "HOLD FUTURE NEXT", _AT, {"which country": fact("chair-country")}),
    ("SUMMIT|CITY CHAIR", "HOLD FUTURE NEXT LEADERS ALL OR EVER", f"{_AT} OFFICEHOLDER LEVEL LEDBY COUNTRY", {"who, which person, name": chair}),
    ("SUMMIT|TIME HOST LEADERS", "HOLD FUTURE", _AT, {"who, which person, name": fact("chair")}),
    (f"{_BY} {_LED}", "SUMMIT HOLD FUTURE", f"{_AT} {_HELD} FIRST LAST", {"when": when, "where": fact("city")}),
    ("CITY OR HOST FIRST|LAST", "HOLD", "SUMMIT", {"what, which, where, name": sooner}),
    ("SUMMIT|CITY STARTDAY", "", _AT, {"name, what": fact("date")}),
    ("SUMMIT|CITY END|ENDDAY", "HOLD", _AT, {"when, name, what": fact("end")}),
    ("SUMMIT|CITY NUMBERASKED", "", _AT, {"what, name": fact("number")}),
    ("SUMMIT|CITY TITLEWORD", "HOLD", f"{_AT} COUNTRY", {"what, name, which": fact("theme")}),
    ("SUMMIT|CITY DOCUMENTWORD", "SIGN", _AT, {"what, name": fact("documents")}),
    ("DOCUMENT", "SIGN HOLD BECOME SUMMIT", "TIME", {"when": adopted("date"), "where": adopted("city"), "which summit": adopted("")}),
    ("SUMMIT|CITY FORMATWORD", "HOLD", _AT, {"what, name, how": fact("format")}),
    ("SUMMIT|CITY LAST|LASTED", "HOLD", _AT, {"how long": fact("days")}),
    ("SUMMIT HOLD", "", _AT, {"how": fact("format")}),
    ("SUMMIT OR VIDEO|INPERSON|HYBRID", "HOLD", f"{_AT} {_HELD}", {"yes-no, how": fact("format")}),
    ("ORGANISATIONS", "ATTEND REPRESENT ALL", _AT, {"what, which, name": fact("organizations"), "how many": fact("organization-count")}),
    ("SUMMIT NUMBER FIRST|LAST", "", "", {"name, which summit, what": some_summits}),
    ("SUMMIT", "HOLD ALL AND OR", f"{_AT} {_HELD} ORDINAL FIRST LAST EXCLUDEDCITY NOTHOSTEDBY NOTCHAIREDBY", {"name, which summit, what": summits("list"), "how many summits": summits("count")}),
    ("SUMMIT FORMATWORD VIDEO|INPERSON|HYBRID", "HOLD", f"{_AT} {_HELD}", {"which summit": summits("list")}),
    ("SUMMIT HOST|OVER", "HOLD", _AT, {"which summit": summits("list"), "how many summits": summits("count")}),
    (f"{_LED} {_BY}|CITY", "SUMMIT HOLD ALL", _WHICH, {"which summit, name": summits("list"), "how many summits": summits("count")}),
    ("SUMMIT MOST|FEWEST|LONGEST|SHORTEST", "ATTEND DELEGATIONS PARTICIPANTS COUNTRYWORD BY AS JOIN BECOME NEW LASTED STATUSWORD CATEGORY GUEST CAPACITY", "TIME INCOUNTRY", {"which summit, what": by_size}),
    ("SUMMIT MOST|FEWEST|BOUNDS", "HOST HOLD ANY", "TIME INCOUNTRY", {"where": tally("city")}),
    ("SUMMIT|HOST", "HOST HOLD EVER BOUNDS", "TIME INCOUNTRY", {"how many cities": tally("city", "count")}),
    ("SUMMIT", "HOLD ANY EVER NOT NEVER BOUNDS", "TIME", {"yes-no": tally("year", "any"), "when": tally("year")}),
    ("SUMMIT ALL", "HOLD", "TIME", {"yes-no": tally("year", "none")}),
    ("SUMMIT|CITY CHAIR", "BOTH AND IN ALL MOST FEWEST BOUNDS SAME LEADERS", _AT, {"who, which person, name": tally("chair"), "how many": tally("chair", "count")}),
    ("SUMMIT|CITY ATTEND|REPRESENT|LEVEL|LEDBY|ALL|LEADERS", "ATTEND BOTH AND IN ALL NOT MOST FEWEST BOUNDS LEADERS LEVEL LEDBY", f"{_AT} COUNTRY", {"which person": tally("leader"), "how many": tally("leader", "count")}),
    ("SUMMIT|CITY|TIME ATTEND|REPRESENT COUNTRY SAME", "ATTEND BOTH AND ALL IN", f"{_AT}", {"which person, who, name": tally("leader"), "yes-no": tally("leader", "any")}),
    ("SUMMIT CHAIR ANY BOUNDS", "LEADERS EVER", "", {"yes-no": tally("chair", "any")}),
    ("REPRESENT COUNTRY MOST|FEWEST|BOUNDS", "SUMMIT LEADERS", "TIME LEVEL LEDBY", {"which person, who": tally("leader")}),
    ("SUMMIT|CITY|TIME CHAIR SAME", "BOTH AND IN", _AT, {"yes-no": tally("chair", "any")}),
    ("SUMMIT|HOLD", "ANY EVER NEVER BOTH HOLD NOT BOUNDS", f"{_AT} {_HELD}", {"yes-no": is_so}),
    (f"{_BY}|CITY HOST", "SUMMIT HOLD TIMES ANY EVER NEVER STILL ALREADY NOT BOUNDS BY", f"{_AT} {_HELD}", {"yes-no": is_so}),
    (f"{_BY} CHAIR SUMMIT|CITY|TIMES|TIME|EVER", "SUMMIT HOLD TIMES ANY EVER NEVER STILL ALREADY NOT BOUNDS BY", f"{_AT} {_HELD}", {"yes-no": is_so}),
)  # fmt: skip
"""What is asked of it: see ``predicates``."""
