"""Days that a question tells by what happened on them: 'before India joined', 'on the eve of the Tianjin summit'."""

from collections.abc import Callable
from typing import NamedTuple

from scocli.ask.comparing import HAPPENINGS, completed
from scocli.ask.lexer import Token
from scocli.ask.occasions import DEEDS, MATTERS, RELATIONS, status_gained, with_occasions, with_terms, with_their_own
from scocli.ask.rewriting import joined
from scocli.ask.shapes import ASKING
from scocli.ask.sharing import STATES
from scocli.ask.summits import SummitPhrase, named_by
from scocli.ask.times import ALL_AFTER, Time, time, years_before
from scocli.dataset import DataSet
from scocli.days import Period, parse_period, shifted
from scocli.errors import NotUnderstood

_WHO = frozenset({"COUNTRY", "DEMONYM", "PERSON", "OFFICE", "COUNTRYWORD", "WHO", "CATEGORY", "FOUNDERWORD"})
"""Who does it: not only the 'it' that stands for the country of the event."""
_NOTHING = frozenset({"COUNTRY", "DEMONYM", "WHETHER", "LIST", "VERB", "AUX", "BE", "AND", "SOFT"})
"""What asks nothing of a day."""
_LEADING = 3
"""Places within which what happened stands in front of what is asked of its day."""
_ASKS_AGAIN = ASKING - {"WHEN"} | {"AUX", "BE"}
_DAYS_OF: dict[str, Callable[..., list[Token]]] = {
    **dict.fromkeys(("BEFORE", "AFTER", "SINCE", "UNTIL", "WHEN", "ATTIME"), lambda *told: [*told]),
    "EVE": lambda eve, day: [eve._replace(kind="IN"), day._replace(value=Period(*[shifted(day.value.first, -1)] * 2))],
    "BETWEEN": lambda between, one, other: [between, one, Token("AND", None, "and"), other],
}
"""How the day of what happened is told behind each word."""


class _Event(NamedTuple):
    """An event that a question tells.

    :ivar length: how many tokens it takes.
    :ivar day: the day that it means where a day is asked about.
    :ivar happened: the days on which it happened.
    """

    length: int
    day: str
    happened: Period


def find_events(data: DataSet, tokens: list[Token]) -> list[Token]:
    """The tokens with each event that tells a day made a time.

    Of what is asked of a day the event tells that day; of anything else, all the days before or after it.
    """
    tokens = _between(data, with_terms(data, tokens))
    tokens = _with_what_was_later(data, with_occasions(data, with_their_own(data, tokens)))
    for at, token in enumerate(tokens):
        found = _event(data, tokens, at)
        if found is None or not (at or {"WHICH", "HOWMANY"} & {other.kind for other in tokens[found.length :]}):
            continue
        behind = next((other.value for other in tokens[at + found.length :]), None)
        if isinstance(behind, Time) and behind.relation == "in" and found.happened.first in behind.period:
            found = found._replace(length=found.length + 1)  # 'before India joined in 2017'
        rest = tokens[at + found.length :]
        kinds = {other.kind for other in (*tokens[:at], *rest)}
        if kinds <= _NOTHING:
            continue  # 'Pakistan, date of joining', 'Can you confirm when India joined' ask when
        if token.kind in ("BEFORE", "AFTER") and tokens[max(at - 1, 0)].kind in ("YEARSPAN", "WEEK"):
            if kinds & MATTERS:
                raise NotUnderstood(f"Not understood: how {joined(tokens[at - 1 : at + 1])!r} limits what was done.")
            return find_events(data, _so_long_from(tokens, at, found))
        if (relation := RELATIONS[token.kind]) in _NEXT and _is_one_summit(tokens[:at], relation):
            return find_events(data, _next_to(data, tokens, at, found, relation))
        relation, is_done = RELATIONS[token.kind], kinds & MATTERS
        if "year" in token.words.split():  # 'in the year in which India joined'
            told = time("in", parse_period(found.happened.first[:4]))
        elif relation and (is_done or token.value or relation in ("since", "until")):
            if kinds & DEEDS and not kinds & _WHO:
                continue
            told = time(relation, found.happened, token.value)
        elif (when := _then(token, [*tokens[:at], *rest])) == "by" or kinds & STATES or not is_done:
            told = time(when, Period(found.day, found.day))
        else:
            continue
        words = joined(tokens[at : at + found.length])
        return find_events(data, [*tokens[:at], Token("TIME", told, words), *rest])
    return tokens


def _then(token: Token, others: list[Token]) -> str:
    """How the day of an event relates to what is asked: 'Had India joined when Iran became a member' asks of all days until it."""
    is_over = token.words.startswith("by") or any(other.words == "had" for other in others)
    return "by" if is_over and any(other.kind in ("JOIN", "BECOME") for other in others) else "in"


def _between(data: DataSet, tokens: list[Token]) -> list[Token]:
    """The tokens with 'between the Ufa summit and India joining' made that time, with both ends."""
    at = next((at for at, token in enumerate(tokens) if token.kind == "BETWEEN"), len(tokens))
    for middle in (place for place in range(at + 2, len(tokens)) if tokens[place].kind == "AND"):
        one = _event(data, [tokens[at]._replace(kind="AFTER"), *tokens[at + 1 : middle]], 0)
        other = _event(data, [tokens[middle]._replace(kind="BEFORE"), *tokens[middle + 1 :]], 0)
        if one and other and one.length == middle - at:
            days, end = Period(one.happened.first, other.happened.last), middle + other.length
            return [*tokens[:at], Token("TIME", Time("between", days, days), joined(tokens[at:end])), *tokens[end:]]
    return tokens


def with_days(tokens: list[Token], day_of: Callable[[list[Token]], Period | None]) -> list[Token]:
    """The tokens with anything that happened once told by its day: 'before the Charter entered into force', 'when Norov took office'.

    :param day_of: the day of what happened, if it has one.
    """
    for at, token in enumerate(tokens):
        ends = [end for end in range(at + 2, len(tokens)) if tokens[end].kind in _ASKS_AGAIN]
        ends = ends[::-1] if at < _LEADING and ends else [len(tokens)]
        is_asked = token.kind == "WHEN" and not at and (ends == [len(tokens)] or tokens[1].kind in ("AUX", "BE"))
        is_nested = any(behind.kind in _DAYS_OF for behind in tokens[at + 1 : at + 2])  # 'the day after India joined'
        if token.kind not in _DAYS_OF or token.value or is_asked or is_nested:
            continue
        for end in ends:
            said, rest, words = tokens[at + 1 : end], tokens[end:], joined(tokens[at:end])
            events = [said]
            if token.kind == "BETWEEN":
                middle = next((place for place, one in enumerate(said) if one.kind == "AND"), 0)
                one, other = said[:middle], said[middle + 1 :]
                events = [completed(one, other), completed(other, one)]
            days = [day_of(event) for event in events if HAPPENINGS & {one.kind for one in event}]
            if len(days) == len(events) and all(days):
                told = [Token("DATE", day, words) for day in days]
                is_then = token.kind in ("WHEN", "ATTIME")
                at_it = Token(_then(token, [*tokens[:at], *rest]).upper(), None, "on") if is_then else token
                return [*tokens[:at], *_DAYS_OF[token.kind](at_it, *told), *rest]
    return tokens


def _so_long_from(tokens: list[Token], at: int, event: _Event) -> list[Token]:
    """The tokens with 'ten years before Belarus joined', 'a week after the Ufa summit' made that day."""
    is_before = tokens[at].kind == "BEFORE"
    begin, day, sign = at - 1, event.happened.first if is_before else event.happened.last, -1 if is_before else 1
    if tokens[begin].kind == "WEEK":
        day = shifted(day, sign * int(str(tokens[begin].value)))
    elif at > 1 and isinstance(years := tokens[at - 2].value, int):
        begin, day = at - 2, years_before(day, -sign * years)
    else:
        raise NotUnderstood(f"Not understood: how long from it {tokens[begin].words!r} means.")
    end = at + event.length
    told = Token("TIME", time("in", Period(day, day)), joined(tokens[begin:end]))
    is_its = {"STATUSWORD", "COUNTRY"} & {one.kind for one in tokens[end:]} == {"STATUSWORD"}
    its = [one for one in tokens[at:end] if is_its and one.kind == "COUNTRY"]
    return [*tokens[:begin], told, *tokens[end:], *its]


def _is_one_summit(before: list[Token], relation: str) -> bool:
    """Whether a question comes to 'the summit' or 'the last summit before', of which something is asked: not to 'any summit', nor to 'which summit'."""
    bare = () if len(before) < 2 or before[-2].kind in ("WHICH", "ANY") else (SummitPhrase(),)
    return bool(before) and before[-1].value in (*bare, SummitPhrase(select=_NEXT[relation]))


_NEXT = {"before": "last", "after": "first"}
"""Which of the summits before or after an event is the next to it."""


def _next_to(data: DataSet, tokens: list[Token], at: int, event: _Event, relation: str) -> list[Token]:
    """The tokens with 'the summit before Astana 2017' made that summit: the next one before or after an event.

    :raises NotUnderstood: if there was none.
    """
    first, last = event.happened.first, event.happened.last
    met = [
        one.start for one in data.summits.values() if (one.end < first if relation == "before" else one.start > last)
    ]
    words = joined(tokens[at - 1 : at + event.length])
    if not met:
        raise NotUnderstood(f"Not understood: which summit {words!r} is.")
    day = met[-1] if relation == "before" else met[0]
    told = SummitPhrase(time=time("in", Period(day, day)))
    return [*tokens[: at - 1], Token("SUMMIT", told, words), *tokens[at + event.length :]]


def _with_what_was_later(data: DataSet, tokens: list[Token]) -> list[Token]:
    """'Observers in 2012 that became members later': after the time, or the meeting, that is named before."""
    at = next((at for at, token in enumerate(tokens) if token.kind == "LATER"), 0)
    times = [token.value for token in tokens if isinstance(token.value, Time)]
    met = [summit for token in tokens[:at] if token.kind in ("CITY", "SUMMIT") for summit in named_by(data, token)]
    days = [one.named for one in times] or [Period(data.meetings[one].start, data.meetings[one].end) for one in met]
    if not at or len(days) != 1 or any(one.is_range for one in times):
        return tokens
    return [*tokens[:at], *tokens[at + 1 :], Token("TIME", time("after", days[0]), tokens[at].words)]


def _event(data: DataSet, tokens: list[Token], at: int) -> _Event | None:
    """The event that is told at a place."""
    kind = tokens[at].kind
    if kind not in RELATIONS:
        return None
    joined_then = _accession(data, tokens, at) if kind != "SUCCEED" or _tells_of_all(tokens, at) else None
    return joined_then or _meeting(data, tokens, at) or _merger(data, tokens, at)


def _tells_of_all(tokens: list[Token], at: int) -> bool:
    """'Which summits came after ...' asks for all of them; 'which summit' for the next."""
    before = tokens[at - 1].value if at else None
    return tokens[at].words in ALL_AFTER and isinstance(before, SummitPhrase) and before.plural


def _accession(data: DataSet, tokens: list[Token], at: int) -> _Event | None:
    """'before India and Pakistan joined', 'when it became an observer'."""
    place, countries = at + 1, []
    while place < len(tokens) and tokens[place].kind in ("COUNTRY", "AND", "BOTH"):
        if tokens[place].kind == "COUNTRY":
            countries.append(str(tokens[place].value))
        place += 1
    if place < len(tokens) and tokens[place].kind in ("JOIN", "BECOME"):
        category, place = status_gained(tokens, place)
        if category is None and not any(token.kind == "COUNTRY" for token in tokens[:at]):  # 'Afghanistan became one'
            category = next((str(token.value) for token in tokens[:at] if token.kind == "CATEGORY"), None)
    elif countries and tokens[at].kind in ("BEFORE", "AFTER") and not any(t.kind == "COUNTRY" for t in tokens[:at]):
        # 'Who joined after Pakistan' did what it did.
        verb = next((verb for verb, token in enumerate(tokens[:at]) if token.kind in ("JOIN", "BECOME")), None)
        category = None if verb is None else status_gained(tokens[:at], verb)[0]
    else:
        return None
    if not countries:
        countries = [str(token.value) for token in tokens[:at] if token.kind == "COUNTRY"]
    held = [holding.period for country in countries for holding in data.holdings.get(country, ())]
    days = {period.since for period in held if period.category == category}
    if len(days) != 1:
        return None
    day = days.pop()
    eve = shifted(day, -1) if tokens[at].kind in ("BEFORE", "EVE", "PRECEDE") else day
    return _Event(place - at, eve, Period(day, day))


def _merger(data: DataSet, tokens: list[Token], at: int) -> _Event | None:
    """'before the merger of 2025', 'before the categories were merged'."""
    place = at + 1
    while place < len(tokens) and tokens[place].kind in ("STATUSWORD", "CATEGORY", "AND", "BOTH"):
        place += 1
    if place >= len(tokens) or tokens[place].kind != "ABOLISH":
        return None
    named = {str(token.value) for token in tokens[at:place] if token.kind == "CATEGORY"}
    days = {found.retired for category, found in data.categories.items() if category in (named or {category})}
    days -= set() if named else {None}
    place += place + 1 < len(tokens) and tokens[place + 1].kind == "STATUSWORD"
    year = tokens[place + 1].value if place + 1 < len(tokens) else None
    day = days.pop() if len(days) == 1 else None
    if day is None or (isinstance(year, Time) and day not in year.period):
        return None
    asked = {category for token in tokens[:at] if (category := data.categories.get(str(token.value)))}
    is_eve = tokens[at].kind in ("BEFORE", "EVE", "PRECEDE", "UNTIL") or any(one.retired == day for one in asked)
    eve = shifted(day, -1) if is_eve else day
    return _Event(place + 1 + isinstance(year, Time) - at, eve, Period(day, day))


def _meeting(data: DataSet, tokens: list[Token], at: int) -> _Event | None:
    """'on the eve of the Tianjin summit', 'when the 2024 summit opened'.

    The status that counts at a summit is that on the eve of its first day.
    """
    relation, place = tokens[at].kind, at + 1
    place += place < len(tokens) and tokens[place].kind == "IN"  # 'before the one in Tianjin'
    if place >= len(tokens):
        return None
    thing = tokens[place].value
    phrase = thing if isinstance(thing, SummitPhrase) else None
    if tokens[place].kind == "CITY":
        phrase = SummitPhrase(cities=(str(thing),), noun=False)
    if phrase is None or phrase.is_bare or not phrase.ids(data):
        return None
    place += 1
    opens = place < len(tokens) and tokens[place].kind in ("OPEN", "HOLD", "STARTDAY", *["END"] * (relation == "AFTER"))
    if relation == "WHEN" and not opens:
        return None
    met = [data.meetings[summit] for summit in phrase.named(data)]
    day = data.capacity_days[met[0].id]
    if relation in ("AFTER", "SUCCEED", "SINCE"):
        day = shifted(met[-1].end, 1)
    elif relation in ("UNTIL", "ENDOF"):
        day = met[-1].end
    elif relation == "STARTOF" and "day" in tokens[at].words:
        day = met[0].start
    return _Event(place + opens - at, day, Period(met[0].start, met[-1].end))
