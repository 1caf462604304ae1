"""Which meetings a question is about: those that it names one by one, or those that are as it says in a stretch of time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from scocli.ask.question import Question, Unbound
from scocli.ask.summits import HELD, SELECTED, SummitPhrase, which_of
from scocli.ask.times import Time, bounds
from scocli.dataset import DataSet
from scocli.days import EARLIEST, Period, parse_period, shifted, spelled
from scocli.facts.conditions import ByWhom, Condition, During, Facts, Form, In, Lasted, Not, Number, Often
from scocli.facts.conditions.base import meets
from scocli.facts.time import Time as Span
from scocli.facts.verdict import YES

# ---- what is said of meetings


def _nouns(q: Question) -> list[SummitPhrase]:
    """The phrases that have 'summit' in them, or a city and a year."""
    return [phrase for phrase in q.values("SUMMIT") if isinstance(phrase, SummitPhrase)]


def _apart(q: Question) -> Iterator[dict[str, tuple[Any, ...]]]:
    """What is said of meetings apart from these phrases, each as a field of one."""
    yield from ({"cities": (city,)} for city in q.values("CITY"))
    if hosts := q.values("INCOUNTRY"):
        yield {"hosts": hosts}
    by = (*q.countries, *(names[0] for names in q.values("PERSON") if len(names) == 1))
    is_anothers = {kind for kind in ("HOST", "CHAIR") if q.beside("NOTHOST", kind) or q.beside(kind, "NOTHOST")}
    for kind, part in (("HOST", "hosts"), ("CHAIR", "chairs")):
        if by and q.has(kind) and kind not in is_anothers:
            yield {part: by}
    is_choice = q.asked == "yes-no" and q.has("OR")  # 'by video or in person?'
    coming = _COMING - {"PERSON"} if q.has("CHAIR") else _COMING
    if q.asked in _OF_MEETINGS and not q.has(*coming) and not is_choice:
        yield from ({"forms": (form,)} for kind, form in HELD.items() if q.has(kind))
    if q.has("ORDINAL"):
        yield {"ordinals": q.values("ORDINAL")}


_OF_MEETINGS = frozenset({"when", "where", "which summit", "how many summits", "yes-no", "name", "what"})
_COMING = frozenset({"ATTEND", "REPRESENT", "PERSON", "OFFICEHOLDER", "CATEGORY", "GUEST", "LEADERS", "DELEGATIONS"})
"""Of what is asked a form is how a meeting was held, and beside what it is how somebody came."""


def phrases(q: Question) -> list[SummitPhrase]:
    """What a question says of meetings; what stands apart belongs to the phrase that has nothing of the kind."""
    found = [phrase for phrase in _nouns(q) if not phrase.is_bare or phrase.select]
    for part in _apart(q):
        (name,) = part
        if len(found) == 1 and not getattr(found[0], name):
            found = [replace(found[0], **part)]  # type: ignore[arg-type]
        else:
            is_plural = any(phrase.plural for phrase in _nouns(q))
            found.append(SummitPhrase(**part, plural=is_plural, noun=bool(_nouns(q))))  # type: ignore[arg-type]
    return found


def _years(q: Question) -> list[Time]:
    """The days, months and years that are named, each of which may name a meeting."""
    times = list(q.values("TIME"))
    return [] if any(time.is_range or time.is_deadline for time in times) else times


# ---- meetings that are named


def named(q: Question) -> tuple[str, ...]:
    """The meetings that are named one by one, by a phrase, a city or a year alone; none if they are only described.

    :raises scocli.errors.NotUnderstood: if a phrase could mean several, or means none.
    :raises Unbound: if it names one and a time beside.
    """
    return _named(q, phrases(q))


def _named(q: Question, found: list[SummitPhrase]) -> tuple[str, ...]:
    years = _years(q)
    if not found and years:
        met = [summit for year in years for summit in SummitPhrase(time=year).ids(q.data)]
        if not met:
            raise Unbound
        return tuple(dict.fromkeys(met))
    if _is_described(q, found):
        return ()
    if years:
        if len(years) > 1 or all(phrase.time for phrase in found):
            raise Unbound
        found = [phrase if phrase.time else replace(phrase, time=years[0]) for phrase in found]
    elif q.has("TIME"):
        raise Unbound
    return tuple(dict.fromkeys(summit for phrase in found for summit in phrase.named(q.data)))


def _is_described(q: Question, found: list[SummitPhrase]) -> bool:
    """Whether phrases say only what meetings are meant: 'a summit in China', 'ever a summit in Astana'."""
    if all(phrase.is_loose for phrase in found) and not (found and _years(q)):
        return True
    several = any(len(phrase.ids(q.data)) > 1 for phrase in found)
    return several and q.has("EVER", "NEVER", "ANY", "BOUNDS")


def the_one(q: Question) -> str:
    """The one meeting that is named, or that alone is as it is described; 'the summit after Ufa' is the next.

    :raises scocli.errors.NotUnderstood: if it could be several.
    :raises Unbound: if there is none, or it speaks of several.
    """
    found = list(named(q)) or chosen(q)
    if len(found) > 1 and not any(phrase.plural for phrase in _nouns(q)):
        raise which_of(q.data, found)
    if len(found) != 1:
        raise Unbound
    return found[0]


# ---- meetings that are described

Between = dict[str, Any]
"""A stretch of time as fields of a query; an end that is open is left out."""


class Described(NamedTuple):
    """Meetings as they are described: conditions, a stretch of time, and which of them in order of time."""

    where: tuple[Condition, ...]
    between: Between
    select: str | None


def described(q: Question) -> Described:
    """The meetings that a question describes. :raises Unbound: if it names several times, or a place in an order and something else."""
    found = phrases(q)
    if found and any(phrase.is_bare and not phrase.select for phrase in _nouns(q)) and len(_nouns(q)) > 1:
        raise Unbound  # 'leaders met at the 2022 summit'
    left_out = SummitPhrase(cities=_of(q, "EXCLUDEDCITY"), hosts=_of(q, "NOTHOSTEDBY"), chairs=_of(q, "NOTCHAIREDBY"))
    where = (*_conditions(found), *map(Not, _conditions([left_out])), *_more(q))
    between, select = _between(q, found), next((phrase.select for phrase in found if phrase.select), None)
    if any(isinstance(condition, Number) for condition in where) and (len(where) > 1 or between):
        raise Unbound  # the second in China is not the second of all
    select = select or ("first" if q.has("FIRST") else "last" if q.has("LAST") else None)
    around = [time.relation for time in q.values("TIME") if time.relation in _NEIGHBOURS]
    is_one = bool(_nouns(q)) and not any(phrase.plural for phrase in _nouns(q))
    if around and is_one and not found and not q.has("COUNTRY", "PERSON"):
        select = select or _NEIGHBOURS[around[0]]
    elif around and select == "previous":
        select = "last"
    return Described(where, between, select)


def _more(q: Question) -> Iterator[Condition]:
    """What else is said of meetings: how many days they took, and whether who hosted them chaired them."""
    if q.has("NUMBER") > q.has("DAYS") or (
        q.has("ONLY") and not q.has("DAYS", *HELD) and "the" not in q.values("ONLY")
    ):
        raise Unbound
    if q.has("DAYS"):
        yield Lasted(Often("exactly", q.one("DAYS") or q.one("NUMBER")))
    if q.has("NOTFORM"):
        yield Not(Form(q.values("NOTFORM")))
    if q.has("NOTHOST", "THEHOST"):
        own = ByWhom("chaired", ())
        yield own if q.has("THEHOST") else Not(own)


_NEIGHBOURS = {"before": "last", "after": "first"}
_MADE: dict[str, Callable[[tuple[Any, ...]], Condition]] = {
    "cities": In, "hosts": partial(ByWhom, "hosted"), "chairs": partial(ByWhom, "chaired"), "forms": Form, "ordinals": Number,
}  # fmt: skip
"""What can be said of meetings, and the condition that it makes: any of several."""


def _conditions(found: Iterable[SummitPhrase]) -> tuple[Condition, ...]:
    """What phrases say, as conditions."""
    said = {part: tuple(dict.fromkeys(value for phrase in found for value in getattr(phrase, part))) for part in _MADE}
    return tuple(make(said[part]) for part, make in _MADE.items() if said[part])


def _of(q: Question, kind: str) -> tuple[str, ...]:
    """The values of the phrases of a kind that hold several."""
    return tuple(value for values in q.values(kind) for value in values)


def chosen(q: Question) -> list[str]:
    """The meetings that are as it is described, in order of time."""
    met = described(q)
    if not (met.where or met.between or met.select):
        raise Unbound
    summits = Span(met.between.get("from_"), met.between.get("to")).meetings(q.data)
    found = [summit.id for summit in summits if meets(Facts(q.data, q.today), summit.id, met.where) is YES]
    return found[SELECTED[met.select]]


class Claimed(NamedTuple):
    """What is claimed of meetings: conditions, of which it is claimed, and else in which time."""

    where: tuple[Condition, ...]
    named: tuple[str, ...]
    between: Between


def claimed(q: Question) -> Claimed:
    """What a question for yes or no claims: 'the 2020 summit', 'by video'; without a subject, that there was such a one."""
    said = [phrase for phrase in _nouns(q) if not phrase.is_bare or phrase.select]
    forms = [phrase for phrase in said if replace(phrase, forms=()).is_bare and not phrase.select]
    of = [phrase for phrase in said if phrase not in forms and not (phrase.is_loose and not phrase.select)]
    parts = [*(SummitPhrase(**part) for part in _apart(q)), *forms]  # type: ignore[arg-type]
    if of and parts and not q.has("ANY", "EVER", "NEVER"):
        return Claimed(_conditions(parts), _named(q, of), {})
    if len(said) == 1 and not parts and (said[0].select or said[0].ordinals):
        place = SummitPhrase(ordinals=said[0].ordinals, select=said[0].select)
        rest = replace(said[0], ordinals=(), select=None)
        during = (During(Span(*bounds(rest.time.period))),) if rest.time else ()
        asked = (*_conditions([rest]), *during)
        if len(asked) > 1:
            raise Unbound  # whether 'the first in China' or the first of all is meant
        if asked:  # 'The first summit was in Beijing' says of the first that it was there
            return Claimed(asked, tuple(place.named(q.data)), {})
    asked, between = (*_conditions([*said, *parts]), *_more(q)), _between(q, said)
    year = q.data.through[:4]  # the year that is not over may have but one, which is meant where it was held
    held = [
        one for one, met in q.data.summits.items() if met.start[:4] == between.get("from_") == between.get("to") == year
    ]
    return Claimed(asked, tuple(held), {}) if asked and len(held) == 1 else Claimed(asked, (), between)


# ---- time


def _between(q: Question, found: list[SummitPhrase]) -> Between:
    """The stretch of time asked about: named apart, or within a phrase."""
    times = [*q.values("TIME"), *(phrase.time for phrase in found if phrase.time)]
    spans = [Period(EARLIEST, time.period.last) if time.is_deadline else time.period for time in times]
    if len(times) > 1:
        if any(shifted(one.last, 1) != other.first for one, other in pairwise(spans)):
            raise Unbound
        spans = [Period(spans[0].first, spans[-1].last)]  # 'in 2021 and 2022'
    return meeting_days(q.data, spans[0] if spans else Period())


def meeting_days(data: DataSet, period: Period) -> Between:
    """A stretch of time as fields of a query for meetings; one day of a meeting is told as all its days.

    A meeting lies where its first day does; who names one of its days, or their month, means it.
    """
    names = parse_period(spelled(period)) == period and len(spelled(period)) > len("2001")
    sitting = data.summit_on(period.first) if names else None
    if sitting:
        period = Period(data.summits[sitting].start, max(period.last, data.summits[sitting].end))
    first, last = bounds(period)
    return {name: day for name, day in (("from_", first), ("to", last)) if day}
