"""What the clauses of a question share: 'Who hosted and who chaired the 2003 summit?' asks both of that summit."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scocli.ask.lexer import Token
from scocli.ask.shapes import ASKING, TOLD
from scocli.ask.vocabulary import DROPPED

_DATED = frozenset({"DATE", "CITY", "FOUNDINGSUMMIT"})
_ORDER = frozenset({"ORDINAL", "FIRST", "LAST", "PREVIOUS", "NEXT"})
_SUMMITS = frozenset({"SUMMITWORD", "SUMMITSWORD", "GOVERNMENTS"})
_JOINTS = frozenset(
    {"IN", "BY", "BYTIME", "SINCE", "BEFORE", "AFTER", "UNTIL", "FROM", "BETWEEN", "THROUGHOUT", "STARTOF", "ENDOF", "YEARWORD", "AND", *DROPPED}
)  # fmt: skip
_WHEN = _DATED | _ORDER | _SUMMITS | _JOINTS
"""Kinds of words that tell a day or a meeting."""
_OF_ITS_OWN = (_WHEN - _JOINTS - {"SUMMITWORD"}) | {"NOW", "EVER", "NEVER", "STILL", "WHEN", "SINCEWHEN", "UNTILWHEN", "LASTING", "HOWLONG"}  # fmt: skip
"""Kinds of words of a clause that needs none."""
_PRESENT = frozenset({"is", "are", "r", "has", "have", "does", "do", "has been", "have been"})
_VERBS = frozenset({"HOST", "CHAIR", "ATTEND", "MISS", "REPRESENT", "JOIN", "CEASE"})
STATES = frozenset({"CATEGORY", "STATUSWORD", "SECRETARYGENERAL", "CHAIRMANSHIP"})
"""What can be asked of a day."""
_WHO = frozenset({"COUNTRY", "DEMONYM", "PERSON", "COUNTRYWORD", "SCO", "AUX", "BE", *ASKING})


class Shared(NamedTuple):
    """Clauses with what they share in each.

    :ivar is_certain: whether it cannot be meant for the one alone.
    """

    clauses: list[list[Token]]
    is_certain: bool


def shared(clauses: list[list[Token]]) -> Shared | None:
    """The clauses, with the day or meeting of one given to those that need one and have none; ``None`` if none does."""
    whens = [_when(clause) for clause in clauses]
    certain = True
    found = [_of_the_summit(one, clauses) if when else one for one, when in zip(clauses, whens, strict=True)]
    for at, clause in enumerate(clauses):
        behind, before = next(filter(None, whens[at + 1 :]), []), next(filter(None, whens[:at]), [])
        when = behind or before
        if not when or not _can_have(clause):
            continue
        giver = next(one for one, its in zip(clauses, whens, strict=True) if its is when)
        names_it = any(token.kind == "SUMMITWORD" for token in clause)
        given = [token for token in when if token.kind not in _SUMMITS] if names_it else when
        found[at] = [*clause, *given]
        certain &= names_it or TOLD in giver or _needs(clause, giver, is_ahead=bool(behind))
    return Shared(found, certain) if found != clauses else None


def _when(clause: list[Token]) -> list[Token]:
    """The day or meeting that stands at the end of a clause, or at its beginning; of one that only tells something, anywhere."""
    behind = list(reversed(list(_run(reversed(clause)))))
    runs = [list(_run(clause[at:])) for at in range(len(clause))]
    return next((run for run in (behind, *runs) if _tells(run) and len(run) < len(clause)), [])


def _run(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.kind not in _WHEN:
            return
        yield token


def _tells(run: list[Token]) -> bool:
    kinds = {token.kind for token in run}
    return bool(kinds & _DATED) or bool(kinds & _ORDER and kinds & _SUMMITS)


def _can_have(clause: list[Token]) -> bool:
    """Whether a clause tells no day of its own, and does not speak of now."""
    verbs = {token.words for token in clause if token.kind in ("AUX", "BE")}
    return not _PRESENT & verbs and _OF_ITS_OWN.isdisjoint(token.kind for token in clause)


def _of_the_summit(clause: list[Token], clauses: list[list[Token]]) -> list[Token]:
    """A clause with 'it' made the summit that another speaks of: 'Who hosted the summit and who chaired it in 2003?'."""
    at = next((at for at, t in enumerate(clause) if at and t.words == "it" and clause[at - 1].kind in _VERBS), 0)
    summit = next((t for other in clauses if other is not clause for t in other if t.kind == "SUMMITWORD"), None)
    return [*clause[:at], summit, *clause[at + 1 :]] if at and summit else clause


def _needs(clause: list[Token], giver: list[Token], *, is_ahead: bool) -> bool:
    """Whether a clause says as much as another, breaks off, points to it, or speaks of a state in the past."""
    said, other = ({token.kind for token in one} - _WHEN - _WHO for one in (clause, giver))
    verbs = {token.words for token in clause if token.kind == "BE"}
    is_past_state = bool(verbs & {"was", "were"} and said & STATES)
    breaks_off = clause[-1].words == "it" or (is_ahead and clause[-1].kind in _VERBS)
    return said == other or breaks_off or is_past_state
