"""Meetings that a question tells by what happened at them: 'the first summit that it attended', 'the summit that admitted Iran'."""

from scocli.ask.lexer import Token
from scocli.ask.rewriting import compiled, joined, length_of
from scocli.ask.shapes import ASKING
from scocli.ask.summits import SummitPhrase
from scocli.ask.times import Time, time
from scocli.dataset import DataSet
from scocli.days import Period, shifted
from scocli.errors import NotUnderstood
from scocli.facts.presence import ANYHOW, Manner, attended
from scocli.facts.relations import GAINED
from scocli.facts.verdict import YES

DEEDS = frozenset({"ATTEND", "MISS", "REPRESENT", "HOST", "CHAIR", "JOIN", "BECOME", "APPLY", "SIGN", "PROCEDURE", "CEASE", "TAKEOVER", "HANDOVER"})  # fmt: skip
"""What somebody does."""
MATTERS = DEEDS | {"SUMMIT", "TIMES", "CHANGEWORD"}
"""What is done or takes place, before or after something else; anything else is a state."""

RELATIONS = {
    "BEFORE": "before", "PRECEDE": "before", "AFTER": "after", "SUCCEED": "after", "SINCE": "since", "UNTIL": "until", "WHEN": "", "EVE": "", "ATTIME": "", "STARTOF": "", "ENDOF": "",
}  # fmt: skip
"""The words before an event, and how the days that they mean relate to it."""
_NUMBERED = frozenset({"FIRST", "LAST", "PREVIOUS", "ORDINAL"})
"""Kinds of words for which of several summits."""
_WHOSE = frozenset({"COUNTRY", "PERSON", "DEMONYM", "OFFICE"})
"""Kinds of words for whose visit it is."""
_BY_WHOM = "|".join(sorted(_WHOSE))
_VISITS = compiled([(f"{_BY_WHOM}* ATTEND|MISS BY {_BY_WHOM}", list), (f"ATTEND|MISS {_BY_WHOM}", list), (f"{_BY_WHOM}* ATTEND|MISS", list)])  # fmt: skip
"""How a visit is told behind 'summit'."""
_DONE = frozenset({"REPRESENT", "CHAIR", "HOST", "ATTEND", "MISS", "BECOME", "JOIN", "STATUSWORD", "CAPACITYASKED", "DOCUMENTWORD", "TITLEWORD"})  # fmt: skip
"""What is asked of a visit."""
_SHOWN = frozenset({"LEADERS", "COUNTRYWORD", "CATEGORY", "PARTICIPANTS", "DELEGATIONS", "GUEST", "FORMATWORD"})
"""What is asked of a summit that is told so."""
_OCCASION = frozenset({"STATUSWORD", "HOLD", "OPEN", "IN", "WHICH", "WHERE", "COUNTRY", "AND", "BOTH", "JOIN", "BECOME", "AS", "CATEGORY"})  # fmt: skip
"""Kinds of words that tell a summit by what was decided at it."""
_ASKED = DEEDS | {*RELATIONS, "WHO", "WHERE", "LEADERS"}
"""What can be asked of a summit that is told so."""


def their_own(tokens: list[Token]) -> list[Token]:
    """The tokens with 'who represented it at its first summit' asked of the first that it attended."""
    for at, token in enumerate(tokens):
        kinds = [other.kind for other in tokens[at + 1 : at + 3]]
        is_numbered = kinds[1:] == ["SUMMITWORD"] and kinds[0] in _NUMBERED
        if token.words in ("its", "his", "her", "their") and is_numbered:
            asked = {other.kind for other in tokens[:at]}
            if asked & {"REPRESENT", "STATUSWORD", "CAPACITYASKED"} and asked & _WHOSE:
                return [*tokens[: at + 3], Token("ATTEND", None, "attended"), *tokens[at + 3 :]]
            is_theirs = asked & {"WHO", "WHICH", "LIST"} and asked & DEEDS and tokens[at + 3 :]
            if is_theirs or (tokens[0].kind in ("AUX", "BE") and asked & _WHOSE):
                raise NotUnderstood("Not understood: whether it was their first.")
    return tokens


def with_their_own(data: DataSet, tokens: list[Token]) -> list[Token]:
    """The tokens with 'the first summit it attended' made that summit, where something is asked of it.

    :raises NotUnderstood: if it is not told who attended it, or which of them it is.
    """
    for at, token in enumerate(tokens):
        phrase, end = token.value, _end_of_visit(tokens, at + 1)
        if not isinstance(phrase, SummitPhrase) or not end or not (phrase.select or phrase.ordinals):
            continue
        said, how = tokens[at + 1 : end], ANYHOW
        if [token.kind for token in tokens[end : end + 2]] == ["AS", "CATEGORY"]:
            how, end = Manner((str(tokens[end + 1].value),)), end + 2
        rest = [*tokens[:at], *tokens[end:]]
        named = [other for other in said if other.kind in _WHOSE]
        asked = _DONE | _SHOWN if named else _DONE  # 'Which countries at the last summit attended by video?'
        if (at and tokens[at - 1].kind == "WHICH") or asked.isdisjoint(other.kind for other in rest):
            continue
        words = joined(tokens[at:end])
        whose = named or [other for other in tokens[:at] if other.kind in _WHOSE]
        met = [] if any(other.kind == "MISS" for other in said) else _attended(data, whose, how)
        if phrase.place is None or not -len(met) <= phrase.place < len(met):
            raise NotUnderstood(f"Not understood: which summit {words!r} is.")
        day = met[phrase.place]
        told = SummitPhrase(time=time("in", Period(day, day)))
        return [*tokens[:at], Token("SUMMIT", told, words), *tokens[end:]]
    return tokens


def _end_of_visit(tokens: list[Token], place: int) -> int:
    """Where 'it attended', 'Modi missed' or 'attended by India' ends, which begins at a place; 0 if nothing of that does."""
    rule = next((rule for rule in _VISITS if length_of(rule.steps, tokens, place)), None)
    return place + (length_of(rule.steps, tokens, place) or 0) if rule else 0


def _attended(data: DataSet, whose: list[Token], how: Manner) -> list[str]:
    """The first days of the summits to which the one that is named came so."""
    names = [value[0] if isinstance(value, tuple) and len(value) == 1 else value for value in (t.value for t in whose)]
    if len(names) != 1 or not isinstance(names[0], str) or whose[0].kind == "OFFICE":
        return []
    return [met.start for met in data.summits.values() if attended(data, names[0], met, how) is YES]


def with_occasions(data: DataSet, tokens: list[Token]) -> list[Token]:
    """The tokens with 'the summit that admitted Iran', 'at which it became an observer' made that summit, where it is not asked which."""
    for at, token in enumerate(tokens):
        if not isinstance(token.value, SummitPhrase) or not token.value.is_bare or token.value.plural:
            continue
        end = next((place for place in range(at + 1, len(tokens)) if tokens[place].kind not in _OCCASION), len(tokens))
        said, rest = tokens[at + 1 : end], [*tokens[:at], *tokens[end:]]
        is_asked = at and tokens[at - 1].kind == "WHICH"
        if is_asked or _ASKED.isdisjoint(other.kind for other in rest):
            continue
        verb = next((place for place, other in enumerate(said) if other.kind in ("JOIN", "BECOME")), None)
        named = [other.value for other in said if other.kind == "COUNTRY"]
        who = named or [other.value for other in tokens[:at] if other.kind == "COUNTRY"]
        if verb is None:
            continue
        statuses = [other.value for other in said if other.kind == "CATEGORY"] or [status_gained(said, verb)[0]]
        met = {fact.summit for fact in GAINED.facts(data) if fact.country in who and fact.category in statuses}
        if len(met) == 1 and (summit := met.pop()):
            day = Period(data.meetings[summit].start, data.meetings[summit].start)
            words = joined(tokens[at:end])
            return [*tokens[:at], Token("SUMMIT", SummitPhrase(time=time("in", day)), words), *tokens[end:]]
    return tokens


def status_gained(tokens: list[Token], verb: int) -> tuple[str | None, int]:
    """The status that a verb says was gained, and where what says so ends."""
    place = verb + 1
    named = place + (place < len(tokens) and tokens[place].kind == "AS")
    if named < len(tokens) and tokens[named].kind == "CATEGORY":
        return str(tokens[named].value), named + 1
    return ("member" if tokens[verb].kind == "JOIN" else None), place


def with_terms(data: DataSet, tokens: list[Token]) -> list[Token]:
    """The tokens with 'while Norov was Secretary-General', where it is asked what happened then, and 'while India was an observer' made that time."""
    for at, token in enumerate(tokens):
        end = at + 1
        while end < len(tokens) and tokens[end].kind in ("TERM", "AS", "HOLD", "IN"):
            end += 1
        begin = at - (at > 0 and tokens[at - 1].kind in ("IN", "AS", "WHEN", "THROUGHOUT", "ATTIME"))
        rest, last = [*tokens[:begin], *tokens[end + 1 :]], tokens[end : end + 1]
        terms: list[tuple[str | None, str | None]] = []
        happened = (MATTERS - {"TAKEOVER"}) & {other.kind for other in rest}
        if last and happened and (token.kind, last[0].kind) == ("PERSON", "SECRETARYGENERAL"):
            holders = data.data.organization.secretaries_general
            terms = [(term.since, term.until) for term in holders if (term.name,) == token.value]
        elif (
            last
            and (token.kind, last[0].kind) == ("COUNTRY", "CATEGORY")
            and begin < at
            and (tokens[begin].kind != "WHEN" or tokens[begin].words == "when")  # not 'the date of'
            and end == at + 1
            and (begin or not ASKING.isdisjoint(other.kind for other in rest))
        ):
            terms = [
                (one.period.since, one.until and shifted(one.until, -1))
                for one in data.holdings.get(str(token.value), ())
                if one.period.category == last[0].value
            ]
        if len(terms) == 1 and (since := terms[0][0]):
            days = Period(since, terms[0][1] or data.through)
            told = Token("TIME", Time("between", days, days), joined(tokens[begin : end + 1]))
            return [*tokens[:begin], told, *tokens[end + 1 :]]
    return tokens
