"""The offices: who is or was Secretary-General or in the chair, before and after whom, from when until when, from where."""

from itertools import pairwise

from scocli.ask.question import Line, Maker, Question, Unbound, names_holders
from scocli.ask.scope import the_one
from scocli.days import Period, parse_period, shifted
from scocli.errors import NotUnderstood
from scocli.facts.verdict import YES
from scocli.queries.about import About
from scocli.queries.base import Query
from scocli.queries.summit import SummitFacts
from scocli.topics import topics

_BESIDE = {
    "SUCCESSOR": True, "PREDECESSOR": False, "SUCCEED": True, "PRECEDE": False, "AFTER": True, "BEFORE": False, "HANDOVER": False, "FROM": True, "STANDIN": True,
}  # fmt: skip
"""Words that say who is meant beside somebody, and whether it is the one after."""


def _office(q: Question) -> str:
    """The office that is meant; of somebody who was Secretary-General, that one."""
    if q.has("CHAIRMANSHIP", "CHAIR"):
        if q.has("PERSON"):
            raise Unbound  # a person chairs meetings, a country the organisation
        return "chairmanship"
    held = {holder.name for holder in q.data.data.organization.secretaries_general}
    if not q.has("SECRETARYGENERAL") and not held.issuperset(_people(q)):
        raise Unbound
    return "secretary-general"


def _people(q: Question) -> tuple[str, ...]:
    """The people that are named. :raises Unbound: if a name could be that of several."""
    if any(len(called) != 1 for called in q.values("PERSON")):
        raise Unbound
    return tuple(called[0] for called in q.values("PERSON"))


def _whose(q: Question) -> dict[str, str]:
    """The one holder that is named, as a query has it; nothing of none."""
    named = [("person", name) for name in _people(q)] + [("country", code) for code in q.countries]
    if len(named) > 1:
        raise Unbound
    return dict(named)


def _began(q: Question, office: str, country: str | None = None) -> list[str]:
    """The days on which terms of an office, or those of a country, began."""
    facts = q.data.data.organization
    terms = facts.chairmanships if office == "chairmanship" else facts.secretaries_general
    return [term.since for term in terms if term.since and country in (None, term.country)]


def _in_the_term(began: list[str]) -> str:
    """A day of the one term that began then: the next, for on that day the chair was another's too. :raises Unbound: if none did, or several."""
    if len(began) != 1:
        raise Unbound
    return shifted(parse_period(began[0]).last, 1)


def _spanned(q: Question) -> list[str]:
    """When the one term in the chair began that lasted from the one to the other end of the time asked about: 'from June 2011 to June 2012'."""
    time = q.time
    several = any(names_holders(token.words) for token in q.tokens if token.kind == "COUNTRYWORD")
    if time is None or time.relation not in ("from", "between") or several or q.has("ALL", "EVER"):
        return []
    first, last = Period(time.period.first, time.named.first), Period(time.named.last, time.period.last)
    terms = q.data.data.organization.chairmanships
    return [term.since for term in terms if term.since and term.until and term.since in first and term.until in last]


def _day(q: Question) -> str | None:
    """The day that is meant: of '2021-22' one of the term in the chair that begins in 2021, of a meeting its last.

    :raises Unbound: if there is none.
    """
    if q.has("YEARS"):
        if q.has("TIME"):
            raise Unbound
        return _in_the_term([day for day in _began(q, "chairmanship") if day[:4] == str(q.one("YEARS"))])
    return q.data.meetings[the_one(q)].end if q.has("SUMMIT", "CITY") else q.day


def holder(q: Question) -> Query:
    """Who holds an office on a day; all who did of a stretch of time, if several are spoken of, or it asks what has been."""
    whose, time, office = _whose(q), q.time, _office(q)
    said = q.values("SECRETARYGENERAL", "CHAIRMANSHIP", "CHAIR")
    if q.has("ORDINAL"):
        return _whole_term(office, _began(q, office)[q.one("ORDINAL") - 1 :][:1])
    took = q.has("BECOME", "TAKEOVER")
    if q.has("CHAIR") and not time and not q.has("NOW", "YEARS") and "now" not in said:
        raise Unbound  # who chaired is asked of meetings
    if q.has("FIRST") and time:
        raise Unbound
    if q.has("FIRST") or (q.has("LAST") and whose):
        return About(topic=office, show="first" if q.has("FIRST") else "last", **whose)
    if q.has("CHAIRMANSHIP") and q.has("SUMMIT", "CITY"):  # at its end the chair is handed over
        summit = the_one(q)
        began = [day for day in _began(q, office) if day == q.data.meetings[summit].end]
        return _whole_term(office, began) if took else SummitFacts(summit=summit, show="chair-country")
    if took and time and time.relation == "after":  # at a meeting the chair is handed over on its last day
        return _whole_term(office, [day for day in _began(q, office) if day >= time.named.last][:1])
    if took and q.stretch:
        return _whole_term(office, [day for day in _began(q, office) if q.stretch.has(day) is YES])
    if office == "chairmanship" and (began := _spanned(q)):
        return _whole_term(office, began)
    several = q.has("ALL", "EVER") or (q.is_perfect and not took) or "all" in said
    if several or ("done" in said and not q.has("TIME", "YEARS")) or whose or (time and time.is_range):
        return About(topic=office, show="all", **whose, **q.between)
    if q.has("YEARS") and not q.has("TIME"):
        return _whole_term(office, [day for day in _began(q, office) if day[:4] == str(q.one("YEARS"))])
    return About(topic=office, on=_day(q))


def _whole_term(office: str, began: list[str]) -> About:
    """The holder of the one term that began then, said of all of it."""
    day = _in_the_term(began)
    return About(topic=office, show="all", from_=day, to=day)


def neighbour(q: Question) -> Query:
    """Who held an office right after somebody or right before."""
    kinds = [token.kind for token in q.tokens]
    named = next((at for at, kind in enumerate(kinds) if kind in ("PERSON", "COUNTRY")), None)
    verb = min(
        (kind for kind in kinds if kind in _BESIDE), key=lambda kind: kind not in ("AFTER", "BEFORE"), default=None
    )
    is_vague = {"FROM": not q.has("TAKEOVER"), "HANDOVER": q.is_passive}.get(verb or "", verb is None)
    if named is None or verb is None or is_vague:
        raise Unbound
    is_after = _BESIDE[verb]
    if verb in ("SUCCEED", "PRECEDE", "FROM", "STANDIN", "HANDOVER") and named < kinds.index(verb) and not q.is_passive:
        is_after = not is_after  # 'Whom did Norov succeed?'
    if any(one.kind == "FROM" and two.kind in ("WHO", "WHICH") for one, two in pairwise(q.phrases)):
        is_after = False  # 'From whom did Norov take over?'
    handed_over = q.time.named.last if q.time and q.time.relation == "after" else None  # at a meeting on its last day
    between = {"from_": handed_over} if handed_over else q.between
    return About(topic=_office(q), show="next" if is_after else "previous", **_whose(q), **between)


def term(show: str) -> Maker:
    """A maker for the day on which somebody's term began or ended; of what lasts, that which goes on."""

    def make(q: Question) -> Query:
        whose = _whose(q)
        is_of_meetings = q.has("CHAIR") and len(_began(q, "chairmanship", whose.get("country"))) > 1
        if not whose or (q.order and "country" not in whose) or is_of_meetings:
            raise Unbound
        day = q.today if q.is_perfect and not q.time else q.day
        if q.order and not q.time:
            began = _began(q, "chairmanship", whose.get("country"))
            day = _in_the_term(began[:1] if q.order == "first" else began[-1:])
        return About(topic=_office(q), show=show, on=day, **whose)

    return make


def taken_over(q: Question) -> Query:
    """When a country took the chair from another: the beginning of its one term that followed one of the other's."""
    taker, giver = q.countries
    terms = pairwise(q.data.data.organization.chairmanships)
    began = [one.since for last, one in terms if (last.country, one.country) == (giver, taker) and one.since]
    days = [day for day in began if not q.stretch or q.stretch.has(day) is YES]
    if len(days) != 1 or [t.kind for t in q.tokens if t.kind in ("COUNTRY", "FROM")] != ["COUNTRY", "FROM", "COUNTRY"]:
        raise Unbound
    return About(topic="chairmanship", show="since", on=days[0], country=taker)


def country(q: Question) -> Query:
    """The country that the Secretary-General comes from, or the first came from; of several those of all."""
    if any(names_holders(token.words) for token in q.tokens if token.kind == "SECRETARYGENERAL") and not q.has("FIRST"):
        return About(topic=_office(q), show="countries", **_whose(q), **q.between)
    day = _in_the_term(_began(q, _office(q))[:1]) if q.has("FIRST") else q.day
    return About(topic=_office(q), show="country", on=day, **_whose(q))


def every(show: str) -> Maker:
    """A maker for all terms: how many, or of which countries."""
    return lambda q: (
        country(q) if q.has("NOW", "PERSON") else About(topic=_office(q), show=show, **_whose(q), **q.between)
    )


def times_in_the_chair(q: Question) -> Query:
    """How often a country held the chair, if there are no more summits that it chaired: of the first years not every term is on record."""
    code = str(q.one("COUNTRY"))
    began, chaired = _began(q, "chairmanship", code), [s for s in q.data.summits.values() if s.chair_country == code]
    if len(began) < len(chaired):
        raise NotUnderstood(
            f"Not answered: not every term of {q.data.name(code)} in the chair is on record.",
            instead=(f"How many summits has {q.data.name(code)} chaired?",),
        )
    return About(topic="chairmanship", show="count", country=code, **q.between)


def holds(q: Question) -> Query:
    """Whether somebody holds an office, or held it on a day, in a stretch of time or ever."""
    office, time = _office(q), q.time
    if q.has("TERM") or (
        q.asked == "name" and not (q.has("PERSON", "HOLD") or q.verbs or "done" in q.values("CHAIRMANSHIP"))
    ):
        raise Unbound  # 'the Secretary-General from Russia' asks who
    (name,) = _whose(q).values()
    is_now = q.has("NOW", "STILL")
    ever = q.has("EVER") or (q.is_past and not is_now and not q.has("TIME", "YEARS"))
    ever = ever or bool(time and not is_now and (time.is_range or not time.named.is_day))
    of_country = bool(q.countries)
    if ever:
        return About(topic=office, show="countries" if of_country else "all", has=name, **q.between)
    show = "country" if of_country and office != "chairmanship" else "main"
    return About(topic=office, show=show, has=name, on=_day(q))


def director(q: Question) -> Query:
    """Who headed the Regional Anti-Terrorist Structure in a time or, of no time, the last that is on record."""
    if "rats-directors" not in topics(q.data) or q.optional("TOPIC") not in (None, "rats"):
        raise Unbound
    return About(topic="rats-directors", on=q.day) if q.time else About(topic="rats-directors", show="last")


_WHO = "who, which country, which person, name, what"
_MORE = "HOLD SIT SECRETARIAT SECRETARYGENERAL TAKEOVER BECOME AS NOW CHAIR LEADERS COUNTRYWORD"
_SAID = f"{_MORE} TERM"
_CHAIRED = "HOLD SIT TAKEOVER BECOME AS NOW CHAIR LEADERS COUNTRYWORD"
"""The same of the chair, which has no Secretariat."""

LINES: tuple[Line, ...] = (
    ("SECRETARYGENERAL", f"{_MORE} LAST RECENTLY", "TIME SUMMIT CITY FIRST ALL EVER", {"who, which person, name, what": holder}),
    ("SECRETARYGENERAL ORDINAL", _MORE, "", {"who, which person, name, what": holder}),
    ("SECRETARYGENERAL COMEFROM|FROM COUNTRY", f"{_SAID} FROM", "TIME ALL EVER FIRST LAST", {"who, which person, name, what": holder}),
    ("CHAIRMANSHIP", f"{_CHAIRED} LAST", "TIME SUMMIT CITY YEARS FIRST ALL EVER", {_WHO: holder}),
    ("CHAIR", "HOLD LEADERS COUNTRYWORD", "TIME YEARS NOW", {_WHO: holder}),
    (f"SECRETARYGENERAL|PERSON PERSON {'|'.join(_BESIDE)}", f"{_SAID} FROM IN", "TIME", {_WHO: neighbour}),
    ("CHAIRMANSHIP TAKEOVER COUNTRY FROM", "", "TIME", {"when": taken_over}),
    (f"CHAIRMANSHIP|CHAIR COUNTRY {'|'.join(_BESIDE)}", f"{_CHAIRED} TERM FROM", "TIME", {_WHO: neighbour}),
    ("SECRETARYGENERAL|TERM PERSON", f"{_SAID} OPEN LASTING", "TIME", {"when": term("since")}),
    ("TERM PERSON", _SAID, "", {"what, name": term("since")}),
    ("SECRETARYGENERAL|TERM|CEASE PERSON CEASE|END|UNTILWHEN", f"{_SAID} FIRST", "TIME", {"when": term("until")}),
    ("CHAIRMANSHIP|CHAIR COUNTRY", f"{_CHAIRED} TERM OPEN FOUND LASTING", "TIME FIRST LAST", {"when": term("since")}),
    ("CHAIRMANSHIP COUNTRY CEASE|END|UNTILWHEN|HANDOVER", f"{_CHAIRED} TERM", "TIME", {"when": term("until")}),
    ("SECRETARYGENERAL FIRST", f"{_SAID} COMEFROM FROM", "", {"which country, where": country}),
    ("SECRETARYGENERAL|PERSON", f"{_SAID} COMEFROM FROM", "TIME PERSON", {"which country, where": country}),
    ("SECRETARYGENERAL COMEFROM", _SAID, "TIME PERSON", {"name": country}),
    ("SECRETARYGENERAL COMEFROM|FROM", _SAID, "TIME", {"who, what": country}),
    ("SECRETARYGENERAL SUPPLY", f"{_SAID} EVER", "TIME PERSON", {"who, which country": every("countries")}),
    ("SECRETARYGENERAL", f"{_SAID.replace(' COUNTRYWORD', '')} ALL EVER COMEFROM FROM SUPPLY", "TIME COUNTRY", {"how many": every("count")}),
    ("SECRETARYGENERAL PERSON|COUNTRY", f"{_SAID} COMEFROM FROM", "TIME EVER STILL", {"yes-no, name": holds}),
    ("CHAIRMANSHIP COUNTRY", _SAID, "TIME YEARS EVER STILL", {"yes-no, name": holds}),
    ("CHAIRMANSHIP COUNTRY", f"{_SAID} TIMES", "TIME", {"how many, how many summits": times_in_the_chair}),
    ("CHAIR COUNTRY TIME", "HOLD", "NOW STILL", {"yes-no": holds}),
    ("RATSDIRECTOR", "HOLD NOW LEADERS TOPIC", "TIME", {"what, name, who, which person": director}),
)  # fmt: skip
"""What is asked of it: see ``predicates``."""
