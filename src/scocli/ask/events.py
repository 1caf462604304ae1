"""Days that a question tells by what happened on them: 'before India joined', 'on the eve of the Tianjin summit'."""

from scocli.ask.grammar import Time
from scocli.ask.lexer import Token
from scocli.ask.summits import SummitPhrase
from scocli.dataset import DataSet
from scocli.days import Period, shifted

_STATES = frozenset({"CATEGORY", "STATUSWORD", "SECRETARYGENERAL", "CHAIRMANSHIP"})
"""What can be asked of a day; only then is an event taken for its day."""


def find_events(data: DataSet, tokens: list[Token]) -> list[Token]:
    """The tokens with an event that tells a day made a time."""
    if not any(token.kind in _STATES for token in tokens):
        return tokens
    for at, token in enumerate(tokens):
        if at and token.kind in ("BEFORE", "AFTER", "WHEN", "SINCE", "EVE", "ATTIME", "PRECEDE"):
            found = _accession(data, tokens, at) or _meeting(data, tokens, at)
            if found:
                length, day = found
                words = " ".join(part.words for part in tokens[at : at + length])
                rest = tokens[at + length :]
                return [*tokens[:at], Token("TIME", Time("in", Period(day, day), Period(day, day)), words), *rest]
    return tokens


def _accession(data: DataSet, tokens: list[Token], at: int) -> tuple[int, str] | None:
    """'before India and Pakistan joined', 'when it became an observer': how many tokens, and the day."""
    place, countries = at + 1, []
    while place < len(tokens) and tokens[place].kind in ("COUNTRY", "AND", "BOTH"):
        if tokens[place].kind == "COUNTRY":
            countries.append(str(tokens[place].value))
        place += 1
    if place >= len(tokens) or tokens[place].kind not in ("JOIN", "BECOME"):
        return None
    category = "member" if tokens[place].kind == "JOIN" else None
    place += 1
    if place < len(tokens) and tokens[place].kind in ("CATEGORY", "CAPACITY"):
        value = tokens[place].value
        category = str(value[0] if isinstance(value, tuple) else value)
        place += 1
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
    return place - at, shifted(day, -1) if tokens[at].kind in ("BEFORE", "EVE", "PRECEDE") else day


def _meeting(data: DataSet, tokens: list[Token], at: int) -> tuple[int, str] | None:
    """'on the eve of the Tianjin summit', 'when the 2024 summit opened': how many tokens, and the day.

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
    day = summit.start if summit.start == data.founded else shifted(summit.start, -1)
    if relation in ("AFTER", "SINCE"):
        day = shifted(summit.end, 1)
    return place + opens - at, day
