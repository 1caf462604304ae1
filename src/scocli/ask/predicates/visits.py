"""To which meetings a country or a person came, and whether they did."""

from dataclasses import replace

from scocli.ask.attendance import (
    AT,
    HOW,
    SAID,
    WHO,
    WHOM,
    fields_of,
    is_denied,
    manner,
    meetings_of,
    opposed,
    people,
    see_that_it_existed,
    who,
)
from scocli.ask.question import Line, Made, Maker, Question, Unbound
from scocli.ask.scope import described, named
from scocli.errors import NotUnderstood
from scocli.facts.conditions import AttendedBy, ByWhom, Condition, Not, Number
from scocli.facts.presence import ANYHOW, Manner, attended
from scocli.facts.time import Time
from scocli.facts.verdict import YES
from scocli.queries import answer
from scocli.queries.attendance import Attendance, NthAttendance
from scocli.queries.base import Query
from scocli.queries.presence import manner_of
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import HowManySummits, Summits

_MISSED = {"list": "missed", "count": "missed-count"}
"""What is shown of meetings that were missed."""


def did_attend(q: Question) -> Made:
    """Whether somebody came, or is known to have stayed away; of several meetings whether to all, of 'or' to one."""
    if both := opposed(q):
        return tuple(query for one in both for query in _asked(one))
    asked = _asked(q)
    return asked if len(asked) > 1 else asked[0]


def _asked(q: Question) -> tuple[Query, ...]:
    """The same of one clause."""
    subjects, leaders = who(q)
    if q.tokens[0].kind in ("SUMMIT", "CITY") and not q.has("ATTEND", "REPRESENT", "MISS", "DELEGATIONS"):
        raise Unbound  # 'Was the summit in Astana, Russia?'
    otherwise = q.optional("NOTLED") or ()
    how, at, missed = manner(q, led_by=(*leaders, *otherwise)), meetings_of(q), q.has("MISS")
    denied = is_denied(q) != bool(otherwise)
    met = at.get("at", ())
    away = [one for one in met if attended(q.data, subjects[0], q.data.meetings[one], ANYHOW) is not YES]
    if away and _is_of_office(q, how):
        raise Unbound  # 'Was Medvedev prime minister at the summit of 2012?': who did not come had an office too
    see_that_it_existed(q, how, met, subjects)
    if len(how.capacities) > 1 and q.has("CAPACITY") and met and not missed and not denied:
        if q.countries != subjects:
            raise Unbound  # in what capacity somebody came is told of their country
        return (Attendance(subjects=subjects, at=met, show="capacity"),)  # 'as a member or as an observer?'
    either = q.has("EITHER") or (len(subjects) > 1 and q.has("OR"))
    is_all = not (met or q.has("EVER")) and any(token.words.startswith("only ") for token in q.tokens)
    if (missed and (how.capacities or how.mode)) or (either and denied) or (q.has("ALL") and denied) or is_all:
        raise Unbound  # 'Did India attend only as an observer?' asks of all its visits
    if bounds := q.optional("BOUNDS"):
        if len(subjects) > 1 or met or missed or denied:
            raise Unbound
        return (HowManySummits(where=(*at.pop("where"), AttendedBy(subjects, how)), **at, often=bounds.often),)
    is_each = q.has("ALL") or (len(met) > 1 and not q.has("OR"))
    if missed and is_each and not denied:
        raise Unbound  # whether they are known to have missed each would have to be told of each
    show = "missed-any" if missed else "all" if is_each else "any"
    return (Attendance(subjects=subjects, show=show, not_=denied, either=either, **at, **fields_of(how)),)


def _is_of_office(q: Question, how: Manner) -> bool:
    """Whether it is asked what office somebody had, not as what they came."""
    return bool(how.led_by) and not q.has("ATTEND", "REPRESENT", "MISS", "DELEGATIONS", "COUNTRY", "OFFICEHOLDER")


def visits(show: str) -> Maker:
    """A maker for the meetings to which somebody came, or which they are known to have missed."""

    def make(q: Question) -> Query:
        if both := opposed(q):
            return _of_both(q, both, show)
        if q.countries and (other := people(q, "EXCLUDEDPERSON") or (people(q) if is_denied(q) else ())):
            met = described(q)  # represented, but not by them
            if len(q.countries) > 1 or len(other) > 1 or q.has("MISS", "LEVEL", "LEDBY", "CAPACITY") or met.select:
                raise Unbound
            where = (*met.where, AttendedBy(q.countries), Not(AttendedBy(other)))
            return Summits(where=where, show=show, **met.between)
        subjects, leaders = who(q)
        otherwise = q.optional("NOTLED") or (leaders if is_denied(q) else ())
        how, met = manner(q, led_by=otherwise or leaders), described(q)
        missed = q.has("MISS") or is_denied(q)
        is_placed = met.select or any(isinstance(condition, Number) for condition in met.where)
        is_unclear = (q.has("ONLY") and not how.mode) or met.select == "previous" or _is_of_office(q, how)
        if is_unclear or (is_placed and (missed or show == "count")):
            raise Unbound
        if is_placed and not met.select:
            return _nth(q, Attendance(subjects=subjects, show="first", **met.between, **fields_of(how)))
        if missed and (show == "count" or (people(q) and not how.mode)) and not q.has("MISS"):
            raise NotUnderstood(
                "Not answered: the data tell of some who missed a meeting, not of all who did not come."
            )
        had_none = not (q.has("MISS") or any(map(q.data.holdings.get, subjects)) or people(q))
        if otherwise or (
            missed and (had_none or (how.mode and not q.has("MISS")))
        ):  # who held no status was not expected, and missed none
            if len(subjects) > 1 or q.has("MISS"):
                raise Unbound
            return Summits(where=(*met.where, Not(AttendedBy(subjects, how))), show=show, **met.between)
        if len(subjects) == 1:
            shown = _MISSED[show] if missed else met.select or show
            return Attendance(subjects=subjects, where=met.where, show=shown, **met.between, **fields_of(how))
        if q.has("OR", "EITHER") or (missed and how != ANYHOW):
            raise Unbound
        each = (ByWhom("missed", (one,)) if missed else AttendedBy((one,), how) for one in subjects)
        asked = Summits(where=(*met.where, *each), show=met.select or show, **met.between)
        if is_denied(q) and not answer(q.data, asked, q.today).value:
            raise Unbound  # of many that neither attended nothing is recorded
        return asked

    return make


def _of_both(q: Question, both: tuple[Question, ...], show: str) -> Query:
    """The meetings to which one came and which another missed."""
    met = described(q)
    said: list[Condition] = []
    for one in both:
        subjects, leaders = who(one)
        how, denied = manner(one, led_by=leaders), is_denied(one)
        away = denied or one.has("MISS")
        is_plain = one.has("ATTEND", "REPRESENT", "MISS") and not one.has("OR", "EITHER", "ONLY")
        if len(subjects) > 1 or (away and how != ANYHOW) or (denied and one.has("MISS")) or not is_plain:
            raise Unbound
        said.append(ByWhom("missed", subjects) if away else AttendedBy(subjects, how))
    if met.select or any(isinstance(condition, Number) for condition in met.where):
        raise Unbound
    return Summits(where=(*met.where, *said), show=show, **met.between)


def _nth(q: Question, asked: Attendance) -> NthAttendance:
    """The third that somebody attended, which is not the third of all.

    :raises Unbound: if there were not so many, or something else is said of it.
    """
    place = q.one("SUMMIT").place
    if len(asked.subjects) > 1 or q.has("TIME") or place is None or place >= len(_came_to(q, asked)):
        raise Unbound
    return NthAttendance(**vars(asked), place=place + 1)


def _came_to(q: Question, asked: Attendance) -> list[str]:
    """The meetings to which somebody came so, in order of time."""
    met = Time(asked.from_, asked.to).meetings(q.data)
    return [one.id for one in met if attended(q.data, asked.subjects[0], one, manner_of(asked)) is YES]


def dated_visit(q: Question) -> Query:
    """When, or where, somebody came, if they came once; else for the first or the last time."""
    subjects, leaders = who(q)
    how, met = manner(q, led_by=leaders), described(q)
    if len(subjects) > 1 or met.select == "previous" or (q.asked == "where" and q.has("FROM")):
        raise Unbound  # whence somebody spoke by video is not recorded
    asked = Attendance(subjects=subjects, where=met.where, **met.between, **fields_of(how))
    found = _came_to(q, asked)
    if any(isinstance(condition, Number) for condition in met.where):
        theirs = _nth(q, replace(asked, where=(), show="first-date"))
        return theirs if q.asked == "when" else SummitFacts(summit=found[theirs.place - 1], show="city")
    if not found or met.where:
        raise Unbound
    is_first = any(token.kind == "SINCEWHEN" for token in q.phrases)
    if len(found) > 1 and not met.select and not is_first:
        return asked  # all of them, with their days
    if q.asked == "where":
        return SummitFacts(summit=found[-1 if met.select == "last" else 0], show="city")
    return replace(asked, show=f"{met.select or 'first'}-date")


def of_subject(show: str) -> Maker:
    """A maker for what is told of the visits of one country or person: in what capacity it came, for which country they did."""
    return lambda q: Attendance(subjects=who(q)[0], at=named(q), show=show)


LINES: tuple[Line, ...] = (
    (f"{WHO} SUMMIT|CITY|ATTEND|REPRESENT|MISS|DELEGATIONS|VIDEO|INPERSON", f"{SAID} MISS NOT NEVER BOUNDS", f"{WHOM} {AT} {HOW} NOTLED", {"yes-no": did_attend}),
    (f"{WHO} GUEST|CAPACITY EVER|NEVER", SAID, f"{WHOM} {HOW} NEVER", {"yes-no": did_attend}),
    ("PERSON SUMMIT|CITY", "ATTEND", "SUMMIT CITY TIME VIDEO INPERSON", {"name": lambda q: (did_attend if named(q) else visits("list"))(q)}),
    (f"{WHO} SUMMIT|ATTEND|REPRESENT|MISS|LEDBY|LEVEL", f"{SAID} MISS NOT FIRST LAST TIMES ONLY", f"{WHOM} {AT} {HOW} NOTLED EXCLUDEDPERSON EXCLUDEDCITY NOTHOSTEDBY NOTCHAIREDBY", {"which summit": visits("list"), "how many summits": visits("count")}),
    (f"{WHO} PARTICIPANTS", "HISTORYWORD SUMMIT", "TIME", {"name, what, how": visits("list"), "how many": visits("count")}),
    (f"{WHO} SUMMIT|FIRST|LAST", f"{SAID} FIRST LAST", f"{WHOM} {AT} {HOW}", {"when, where": dated_visit}),
    (f"{WHO} ATTEND FIRST|LAST", "SUMMIT", f"{WHOM} TIME", {"name": dated_visit}),
    ("CAPACITYASKED COUNTRY ATTEND|SUMMIT|CITY", "ATTEND", AT, {"name": of_subject("capacity")}),
    ("STATUSWORD COUNTRY ATTEND|REPRESENT", "", AT, {"what": of_subject("capacity")}),
    ("PERSON REPRESENT", "", "", {"which country": of_subject("country")}),
)  # fmt: skip
"""What is asked of it: see ``predicates``."""
