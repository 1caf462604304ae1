"""Questions that hold two things against each other, made the two of which each asks: 'more members than in 2016', 'which came first: ... or ...'."""

from typing import Literal, NamedTuple

from scocli.ask.lexer import Token
from scocli.ask.rewriting import renamed
from scocli.ask.vocabulary import DROPPED
from scocli.errors import NotUnderstood

Show = Literal["most", "fewest", "difference", "after", "before", "more", "fewer", "first", "last", "same"]
Unit = Literal["years", "months", "days"]
_MORE: dict[str, Show] = {"MORE": "more", "FEWER": "fewer", "LONGER": "more"}
"""Kinds of words that hold one number against another."""
_FIRST: dict[str, Show] = {"FIRST": "first", "EARLIER": "first", "LAST": "last", "LATER": "last"}
"""Kinds of words that ask which of two came first or last."""
_ASKS = frozenset({"WHO", "WHICH", "WHERE", "WHEN"})
_JOINTS = frozenset({"IN", "ENDOF", "STARTOF", "BYTIME", "BEFORE", "AFTER", "SINCE", "UNTIL", "FROM", "BY", *DROPPED})
"""Kinds of words that join a day or place to what they stand before."""
_GROUPS = {
    kind: group
    for group, kinds in {
        "when": "DATE NOW THEBEGINNING THEN", "who": "COUNTRY DEMONYM PERSON", "where": "CITY SUMMITWORD FOUNDINGSUMMIT", "what": "CATEGORY FOUNDERWORD GUEST",
    }.items()
    for kind in kinds.split()
}  # fmt: skip
"""What can be set against what."""
_PASSING = frozenset({"HOWLONG", "HANDOVER", "SIT", "TAKE", "ELAPSE", "WHETHER"})
"""Kinds of words for how time goes by."""
_BESIDE_EVENTS = frozenset({"AUX", "BE", "WHETHER", "SUCCEED", "BOTH", *DROPPED})
"""Kinds of words that say nothing of what happened."""
_ORDER = frozenset({"FIRST", "LAST", "ORDINAL", "PREVIOUS"})
_PLACES = _ORDER | {"CITY", "DATE", "IN"}
"""Kinds of words that alone leave open what happened: 'the first (summit)'."""
_SUBJECTS = frozenset({"COUNTRY", "DEMONYM", "PERSON", "TOPIC", "SECRETARIAT", "SHANGHAIFIVE", "SUMMITWORD", "SUMMITSWORD", "FOUNDINGSUMMIT", "DOCUMENT"})  # fmt: skip
"""Kinds of words for whom or what something happened to."""
HAPPENINGS = frozenset({"BECOME", "JOIN", "CATEGORY", "SIGN", "INFORCE", "FOUND", "OPEN", "APPLY", "PROCEDURE", "MEMORANDUM", "CEASE", "HOST", "CHAIR", "TAKEOVER", "ABOLISH", "INTRODUCE", "STATUSWORD", "SUMMITWORD", "SUMMITSWORD", "FOUNDINGSUMMIT", "HOLD"})  # fmt: skip
"""Kinds of words for what happened once."""


class Compared(NamedTuple):
    """Two questions, what is asked of both answers, the countries of which they are told, and in what time is counted."""

    show: Show
    questions: tuple[list[Token], list[Token]]
    names: tuple[str, ...] = ()
    unit: Unit = "years"


def compared(tokens: list[Token]) -> Compared | None:
    """The two questions that one compares; ``None`` of one that does not."""
    kinds = [token.kind for token in tokens]
    if "OUTNUMBER" in kinds:  # 'the members outnumber the observers'
        at, noun = kinds.index("OUTNUMBER"), next((at for at, kind in enumerate(kinds) if kind in _GROUPS), len(kinds))
        if noun > at:
            return None
        more, than = tokens[at]._replace(kind="MORE"), tokens[at]._replace(kind="THAN")
        return compared([*tokens[:noun], more, *tokens[noun:at], than, *tokens[at + 1 :]])
    if "SAMESTATUS" in kinds and kinds.count("COUNTRY") == 2:
        return _alike(tokens)
    if kinds.count("PERSON") == 2 and {"MORE", "FEWER"} & {*kinds} and {"WHO", "WHICH"} & {*kinds}:
        return _people(tokens, kinds)
    if "THAN" in kinds and {*_MORE} & {*kinds} and not _ASKS & {*kinds}:
        return _numbers(tokens, kinds)
    if kinds.count("OR") == 1 and kinds.count("COUNTRY") == 2 and _ASKS & {*kinds}:
        return _events(tokens, kinds)
    if "HOWLONG" in kinds and (apart := _apart(tokens)):
        return apart
    return None


def _numbers(tokens: list[Token], kinds: list[str]) -> Compared | None:
    """'How many more members ... than ...', 'Was Iran an observer longer than India?': how many or how long of each."""
    at, than = next((at for at, kind in enumerate(kinds) if kind in _MORE), len(kinds)), kinds.index("THAN")
    is_longer, other = "LONGER" in kinds, _dated(tokens[than + 1 :])
    noun = at if is_longer else next((place for place in range(at + 1, than) if kinds[place] not in DROPPED), 0)
    if not noun or not other:
        return None
    before = [token for token in tokens[:at] if token.kind not in ("HOWMANY", "HOWLONG", "WHETHER")]
    one = [*before, *tokens[noun + 1 : than]]
    two, own = [*one], _dated(one) if "where" in other else _grouped(one)
    what = whats = [] if is_longer else [tokens[noun]]
    for group, part in other.items():
        if group == _GROUPS.get(kinds[noun]) and kinds[noun] != "SUMMITWORD":
            whats = part  # 'more observers than partners'
        elif group in own:
            begin = two.index(own[group][-1]) + 1 - len(own[group])
            two[begin : begin + len(own[group])] = part
        else:
            one += part if len(other) > 1 else []
            two += part
    show: Show = "difference" if {"HOWMANY", "HOWLONG"} & {*kinds} else _MORE[kinds[at]]
    how_often = not is_longer and kinds[noun] == "TIMES"
    what, whats = ([], []) if how_often else (what, whats)
    head = Token("HOWLONG", None, "") if is_longer else Token("HOWMANY", "times" if how_often else None, "")
    return Compared(show, ([head, *what, *one], [head, *whats, *two]))


def _people(tokens: list[Token], kinds: list[str]) -> Compared | None:
    """'Who attended more summits, Modi or Xi Jinping?': how many each did."""
    at = next(at for at, kind in enumerate(kinds) if kind in ("MORE", "FEWER"))
    people = [token for token in tokens if token.kind == "PERSON"]
    beside = {"PERSON", "WHO", "WHICH", "AND", "OR", "MORE", "FEWER", "AUX", "BE"}
    rest = [token for token in (*tokens[at + 1 :], *tokens[:at]) if token.kind not in beside]
    names = tuple(str(one.value[0]) for one in people if isinstance(one.value, tuple) and len(one.value) == 1)
    one, other = ([_HOWMANY, *rest, person] for person in people)
    return Compared("most" if kinds[at] == "MORE" else "fewest", (one, other), names) if len(names) == 2 else None


def _grouped(tokens: list[Token]) -> dict[str, list[Token]]:
    """What can be set against something, each with the words before that belong to it."""
    found: dict[str, list[Token]] = {}
    waiting: list[Token] = []
    for token in tokens:
        waiting = [*waiting, token] if token.kind in _JOINTS or token.kind in _GROUPS else []
        if token.kind in _GROUPS:
            found.setdefault(_GROUPS[token.kind], []).extend(waiting)
            waiting = []
    return found


def _dated(tokens: list[Token]) -> dict[str, list[Token]]:
    """The same with 'the Astana summit of 2024' one thing, its year with it."""
    found = _grouped(tokens)
    where, when = found.get("where", []), found.get("when", [])
    for both in ([*where, *when], [*when, *where]) if where and when else ():
        end = tokens.index(both[-1]) + 1
        if tokens[max(end - len(both), 0) : end] == both:
            return {**{group: part for group, part in found.items() if group != "when"}, "where": both}
    return found


def _events(tokens: list[Token], kinds: list[str]) -> Compared | None:
    """'Which came first: Mongolia as observer or Sri Lanka as dialogue partner?': when each did."""
    begin, middle = kinds.index("COUNTRY"), kinds.index("OR")
    order = next((_FIRST[kind] for kind in kinds if kind in _FIRST), None)
    end = max((at for at, kind in enumerate(kinds) if kind == "CATEGORY"), default=0) + 1
    around = {*kinds[:begin], *kinds[end:]} - {*_ASKS, *_FIRST, *DROPPED}
    is_each = kinds[begin:middle].count("COUNTRY") == 1 and "CATEGORY" in kinds[begin:middle] and end > middle
    if not order or not is_each or not around <= {"ATTEND", "HOLD", "CHANGEWORD", "LIST", "COUNTRYWORD", "AUX", "BE"}:
        return None
    names = tuple(str(token.value) for token in tokens if token.kind == "COUNTRY")
    return Compared(order, ([_WHEN, *tokens[begin:middle]], [_WHEN, *tokens[middle + 1 : end]]), names)


def _apart(tokens: list[Token]) -> Compared | None:
    """'How many days passed between the signing of the Charter and its entry into force?', 'How long after India did Iran join?'."""
    unit = next(token.value for token in tokens if token.kind == "HOWLONG") or "years"
    said = [t for t in tokens if t.kind not in _PASSING and (t.kind not in DROPPED or t.words == "to")]
    kinds = [token.kind for token in said]
    begin = next((at for at, kind in enumerate(kinds) if kind in ("BETWEEN", "AFTER", "BEFORE", "FROM")), len(kinds))
    if begin == len(kinds) or said[begin].value or {"CATEGORY"} & {*kinds[:begin]} > {"BECOME"} & {*kinds[:begin]}:
        return None  # 'How long was Iran an observer before ...' is asked of a status
    how, before, behind = kinds[begin], said[:begin], said[begin + 1 :]
    joints = {"BETWEEN": ("AND",), "FROM": ("UNTIL", "SOFT")}.get(how, ("AUX", "BE"))
    places = [at for at, token in enumerate(behind) if token.kind in joints]
    at = next(
        (at for at in places if HAPPENINGS & {*kinds[begin + 2 + at :]} and HAPPENINGS & {*kinds[begin + 1 :][:at]}),
        (places or [0])[-1],
    )
    if how in ("AFTER", "BEFORE") and {token.kind for token in before} - {"AUX", "BE"}:
        one, other = behind, before  # 'How many years did Iran join after India?'
    elif at:
        one, other = behind[:at], behind[at + 1 :]
        if how == "FROM" and "BECOME" in kinds[:begin]:  # 'Iran to get from observer to member'
            one, other = [*before, *one], [*before, *other]
    else:
        return None
    pair = completed(one, other), completed(other, one)
    questions = ([_WHEN, *pair[0]], [_WHEN, *pair[1]])
    show: Show = "difference" if how in ("BETWEEN", "FROM") else "after"
    return Compared(show, questions[::-1] if how == "BEFORE" else questions, unit=unit)  # type: ignore[arg-type]


def ordered(tokens: list[Token]) -> Compared | None:
    """'Was the Charter signed before the Secretariat opened?': whether the one was before the other, or after."""
    at = next((at for at, token in enumerate(tokens) if token.kind in ("BEFORE", "AFTER") and not token.value), 0)
    one, other = tokens[:at], tokens[at + 1 :]
    if not at or tokens[0].kind not in ("AUX", "BE", "WHETHER") or not completed(other, []):
        return None  # 'Was Iran a member before?'
    questions = ([_WHEN, *completed(one, other)], [_WHEN, *completed(other, one)])
    return Compared("before", questions if tokens[at].kind == "BEFORE" else questions[::-1])


def completed(event: list[Token], other: list[Token]) -> list[Token]:
    """What happened, with what it has from the other: 'its entry into force', 'the first (summit)', 'Iran (joining)'."""
    event, other = ([token for token in one if token.kind not in _BESIDE_EVENTS] for one in (event, other))
    singular = renamed(SUMMITSWORD="SUMMITWORD")(event)
    kinds = {token.kind for token in event}
    if kinds and kinds <= _PLACES and not {token.kind for token in other} <= _PLACES:
        rest = [t for t in other if t.kind not in kinds - {"IN"} and not (t.kind in _ORDER and kinds & _ORDER)]
        return completed([*event, *rest], [])
    if "BECOME" in kinds and "CATEGORY" not in kinds:
        singular += [token for token in other if token.kind == "CATEGORY"]  # 'India (becoming) one'
    if not kinds & HAPPENINGS:
        singular += [token for token in other if token.kind in HAPPENINGS]
    if not kinds & _SUBJECTS and not kinds <= {"FOUND", "IN"}:
        singular = [*(token for token in other if token.kind in _SUBJECTS), *singular]
    return singular


def _alike(tokens: list[Token]) -> Compared:
    """'Did Nepal and Sri Lanka have the same status in 2015?': the status of each. :raises NotUnderstood: if both are one."""
    beside = {"COUNTRY", "SAMESTATUS", "AND", "BOTH", "HOLD", "STATUSWORD", "AUX", "BE", "WHETHER"}
    asks = [Token("WHICH", None, ""), Token("STATUSWORD", None, "status")]
    rest = [token for token in tokens if token.kind not in beside]
    one, other = (token for token in tokens if token.kind == "COUNTRY")
    if one.value == other.value:
        raise NotUnderstood(f"Not understood: with what {one.words!r} is compared.")
    return Compared("same", ([*asks, one, *rest], [*asks, other, *rest]))


_WHEN = Token("WHEN", None, "")
_HOWMANY = Token("HOWMANY", None, "")
