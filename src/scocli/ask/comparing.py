"""Questions that hold two things against each other, made the two of which each asks: 'more members than in 2016', 'which came first: ... or ...'."""

from typing import Literal, NamedTuple

from scocli.ask.lexer import Token
from scocli.ask.vocabulary import DROPPED
from scocli.errors import NotUnderstood

Show = Literal["difference", "more", "fewer", "first", "last", "same"]


class Compared(NamedTuple):
    """Two questions, what is asked of both answers, and the countries of which they are told."""

    show: Show
    questions: tuple[list[Token], list[Token]]
    names: tuple[str, ...] = ()


_MORE: dict[str, Show] = {"MORE": "more", "FEWER": "fewer", "LONGER": "more"}
_FIRST: dict[str, Show] = {"FIRST": "first", "EARLIER": "first", "LAST": "last", "LATER": "last"}
_ASKS = frozenset({"WHO", "WHICH", "WHERE", "WHEN"})
_JOINTS = frozenset({"IN", "ENDOF", "STARTOF", "BYTIME", "BEFORE", "AFTER", "SINCE", "UNTIL", "FROM", "BY", *DROPPED})
_GROUPS = {
    kind: group
    for group, kinds in {
        "when": "DATE NOW THEBEGINNING THEN", "who": "COUNTRY DEMONYM PERSON", "where": "CITY SUMMITWORD FOUNDINGSUMMIT", "what": "CATEGORY FOUNDERWORD GUEST",
    }.items()
    for kind in kinds.split()
}  # fmt: skip
"""What can be set against what."""


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
    if "THAN" in kinds and {*_MORE} & {*kinds} and not _ASKS & {*kinds}:
        return _numbers(tokens, kinds)
    if kinds.count("OR") == 1 and kinds.count("COUNTRY") == 2 and _ASKS & {*kinds}:
        return _events(tokens, kinds)
    if "HOWLONG" in kinds and {"BETWEEN", "AFTER", "TAKE"} & {*kinds}:
        return _apart(tokens, kinds)
    return _growth(tokens, kinds) if {"GROW", "HOWMANY"} <= {*kinds} and kinds.count("DATE") == 2 else None


def _is_only(kinds: list[str], allowed: str) -> bool:
    """Whether there is nothing but some kinds, and what says nothing."""
    return {*kinds} <= {*allowed.split(), *DROPPED}


def _numbers(tokens: list[Token], kinds: list[str]) -> Compared | None:
    """'How many more members ... than ...', 'Was Iran an observer longer than India?': how many or how long of each."""
    at, than = next((at for at, kind in enumerate(kinds) if kind in _MORE), len(kinds)), kinds.index("THAN")
    is_longer, other = "LONGER" in kinds, _grouped(tokens[than + 1 :])
    noun = at if is_longer else next((place for place in range(at + 1, than) if kinds[place] not in DROPPED), 0)
    if not noun or not other:
        return None
    before = [token for token in tokens[:at] if token.kind not in ("HOWMANY", "HOWLONG", "WHETHER")]
    one = [*before, *tokens[noun + 1 : than]]
    two, own = [*one], _grouped(one)
    what = whats = [] if is_longer else [tokens[noun]]
    for group, part in other.items():
        if group == _GROUPS.get(kinds[noun]) and kinds[noun] != "SUMMITWORD":
            whats = part  # 'more observers than partners'
        elif group in own:
            begin = two.index(own[group][0])
            two[begin : begin + len(own[group])] = part
        else:
            one += part if len(other) > 1 else []
            two += part
    show: Show = "difference" if {"HOWMANY", "HOWLONG"} & {*kinds} else _MORE[kinds[at]]
    head = Token("HOWLONG", None, "") if is_longer else _HOWMANY
    return Compared(show, ([head, *what, *one], [head, *whats, *two]))


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


def _events(tokens: list[Token], kinds: list[str]) -> Compared | None:
    """'Which came first: Mongolia as observer or Sri Lanka as dialogue partner?': when each did."""
    begin, middle = kinds.index("COUNTRY"), kinds.index("OR")
    order = next((_FIRST[kind] for kind in kinds if kind in _FIRST), None)
    end = max((at for at, kind in enumerate(kinds) if kind == "CATEGORY"), default=0) + 1
    around = [*kinds[:begin], *kinds[end:]]
    is_each = kinds[begin:middle].count("COUNTRY") == 1 and "CATEGORY" in kinds[begin:middle] and end > middle
    if (
        not order
        or not is_each
        or not _is_only(around, f"{' '.join((*_ASKS, *_FIRST))} ATTEND HOLD CHANGEWORD LIST COUNTRYWORD AUX BE")
    ):
        return None
    names = tuple(str(token.value) for token in tokens if token.kind == "COUNTRY")
    return Compared(order, ([_WHEN, *tokens[begin:middle]], [_WHEN, *tokens[middle + 1 : end]]), names)


def _apart(tokens: list[Token], kinds: list[str]) -> Compared | None:
    """'How many years passed between India becoming an observer and a member?', '... after India did Iran join?': when each was."""
    countries = [token for token in tokens if token.kind in ("COUNTRY", "DEMONYM")]
    statuses = [
        t._replace(kind="CATEGORY", value="member") if t.kind == "JOIN" else t
        for t in tokens
        if t.kind in ("CATEGORY", "JOIN")
    ]
    sizes = (len(countries), len(statuses))
    if sizes not in ((1, 2), (2, 1), (2, 2)) or not _is_only(
        kinds,
        "HOWLONG BETWEEN AND AFTER BEFORE FROM BECOME JOIN AS COUNTRY DEMONYM CATEGORY STATUSWORD HANDOVER SIT TAKEOVER TAKE AUX BE",
    ):
        return None
    one, other = ([_WHEN, countries[at], Token("BECOME", None, "became"), statuses[at]] for at in (0, -1))
    return Compared("difference", (one, other))


def _alike(tokens: list[Token]) -> Compared:
    """'Did Nepal and Sri Lanka have the same status in 2015?': the status of each.

    :raises NotUnderstood: if both are one.
    """
    beside = {"COUNTRY", "SAMESTATUS", "AND", "BOTH", "HOLD", "STATUSWORD", "AUX", "BE", "WHETHER"}
    asks, rest = (
        [Token("WHICH", None, ""), Token("STATUSWORD", None, "status")],
        [t for t in tokens if t.kind not in beside],
    )
    one, other = (token for token in tokens if token.kind == "COUNTRY")
    if one.value == other.value:
        raise NotUnderstood(f"Not understood: with what {one.words!r} is compared.")
    return Compared("same", ([*asks, one, *rest], [*asks, other, *rest]))


def _growth(tokens: list[Token], kinds: list[str]) -> Compared | None:
    """'By how many did the number of members grow from 2016 to 2024?': how many there were at the one end and the other."""
    what = [token for token in tokens if token.kind == "CATEGORY"] or [Token("CATEGORY", "member", "members")]
    if len(what) > 1 or not _is_only(kinds, "CATEGORY GROW HOWMANY DATE BY FROM BETWEEN AND UNTIL IN AUX"):
        return None
    one, other = ([_HOWMANY, *what, Token("IN", None, "in"), token] for token in tokens if token.kind == "DATE")
    return Compared("difference", (one, other))


_WHEN = Token("WHEN", None, "")
_HOWMANY = Token("HOWMANY", None, "")
