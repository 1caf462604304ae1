"""Days that a question tells by what happened on them: 'before India joined', 'on the eve of the Tianjin summit'."""

from typing import NamedTuple

from scocli.ask.lexer import Token
from scocli.ask.summits import SummitPhrase
from scocli.ask.times import ALL_AFTER, Time, time
from scocli.dataset import DataSet
from scocli.days import Period, shifted

_STATES = frozenset({"CATEGORY", "STATUSWORD", "SECRETARYGENERAL", "CHAIRMANSHIP"})
"""What can be asked of a day."""
_DEEDS = frozenset({"ATTEND", "MISS", "REPRESENT", "HOST", "CHAIR", "JOIN", "BECOME", "APPLY"})
"""What somebody does."""
_MATTERS = _DEEDS | {"SUMMIT", "TIMES", "CHANGEWORD"}
"""What is done or takes place, before or after something else; anything else is a state."""
_WHO = frozenset({"COUNTRY", "DEMONYM", "PERSON", "OFFICE", "COUNTRYWORD", "WHO", "CATEGORY", "FOUNDERWORD"})
"""Who does it: not only the 'it' that stands for the country of the event."""
_NOTHING = frozenset({"COUNTRY", "DEMONYM", "WHETHER", "LIST", "VERB", "AUX", "BE", "AND", "SOFT"})
"""What asks nothing of a day."""
_RELATIONS = {
    "BEFORE": "before", "PRECEDE": "before", "AFTER": "after", "SUCCEED": "after", "SINCE": "since", "WHEN": "", "EVE": "", "ATTIME": "",
}  # fmt: skip
"""The words before an event, and how the days that they mean relate to it."""


class _Event(NamedTuple):
    """An event that a question tells.

    :ivar length: how many tokens it takes.
    :ivar day: the day that it means where a day is asked about.
    :ivar happened: when it happened, where days before or after it can be meant.
    """

    length: int
    day: str
    happened: str | None = None


def find_events(data: DataSet, tokens: list[Token]) -> list[Token]:
    """The tokens with an event that tells a day made a time.

    Of what is asked of a day the event tells that day; of anything else, all the days before or after it.
    """
    for at, token in enumerate(tokens):
        if token.kind not in _RELATIONS or (token.kind == "SUCCEED" and not _tells_of_all(tokens, at)):
            continue
        found = _accession(data, tokens, at) or _meeting(data, tokens, at)
        if found is None or (not at and not any(other.kind == "WHICH" for other in tokens[found.length :])):
            continue
        rest = tokens[at + found.length :]
        words = " ".join(part.words for part in tokens[at : at + found.length])
        kinds = {other.kind for other in (*tokens[:at], *rest)}
        if kinds <= _NOTHING:
            continue  # 'Pakistan, date of joining', 'Can you confirm when India joined' ask when
        relation = _RELATIONS[token.kind]
        if found.happened and relation and (kinds & _MATTERS or relation == "since"):
            if kinds & _DEEDS and not kinds & _WHO:
                continue
            then = Period(found.happened, found.happened)
            return [*tokens[:at], Token("TIME", time(relation, then), words), *rest]
        if kinds & _STATES or not kinds & _MATTERS:
            day = Period(found.day, found.day)
            return [*tokens[:at], Token("TIME", Time("in", day, day), words), *rest]
    return tokens


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
        category, place = _status(tokens, place)
    elif countries and tokens[at].kind in ("BEFORE", "AFTER") and not any(t.kind == "COUNTRY" for t in tokens[:at]):
        # 'Who joined after Pakistan' did what it did.
        verb = next((verb for verb, token in enumerate(tokens[:at]) if token.kind in ("JOIN", "BECOME")), None)
        category = None if verb is None else _status(tokens[:at], verb)[0]
    else:
        return None
    if category is None:
        return None
    if not countries:
        countries = [str(token.value) for token in tokens[:at] if token.kind == "COUNTRY"]
    days = {
        holding.period.since
        for country in countries
        for holding in data.holdings.get(country, ())
        if holding.period.category == category
    }
    if len(days) != 1:
        return None
    day = days.pop()
    return _Event(place - at, shifted(day, -1) if tokens[at].kind in ("BEFORE", "EVE", "PRECEDE") else day, day)


def _status(tokens: list[Token], verb: int) -> tuple[str | None, int]:
    """The status that a verb says was gained, and where what says so ends."""
    place = verb + 1
    named = place + (place < len(tokens) and tokens[place].kind == "AS")
    if named < len(tokens) and tokens[named].kind == "CATEGORY":
        return str(tokens[named].value), named + 1
    return ("member" if tokens[verb].kind == "JOIN" else None), place


def _meeting(data: DataSet, tokens: list[Token], at: int) -> _Event | None:
    """'on the eve of the Tianjin summit', 'when the 2024 summit opened'.

    The status that counts at a summit is that on the eve of its first day.
    """
    relation, place = tokens[at].kind, at + 1
    if place >= len(tokens):
        return None
    thing = tokens[place].value
    phrase = thing if isinstance(thing, SummitPhrase) else None
    if tokens[place].kind == "CITY":
        phrase = SummitPhrase(cities=(str(thing),), noun=False)
    if phrase is None or phrase.is_bare:
        return None
    place += 1
    opens = place < len(tokens) and tokens[place].kind in ("OPEN", "HOLD", "STARTDAY")
    if relation in ("BEFORE", "AFTER", "WHEN", "SINCE") and not opens:
        return None
    ids = phrase.ids(data)
    if len(ids) != 1:
        return None
    summit = data.summits[ids[0]]
    day = data.capacity_days[summit.id]
    if relation in ("AFTER", "SINCE"):
        day = shifted(summit.end, 1)
    return _Event(place + opens - at, day)
