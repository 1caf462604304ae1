"""Questions that hold two things against each other, made the two questions of which each asks: 'more members than in 2016', 'which came first: ... or ...'."""

from typing import Literal, NamedTuple

from scocli.ask.lexer import Token
from scocli.ask.vocabulary import DROPPED

Show = Literal["difference", "more", "fewer", "first", "last", "same"]


class Compared(NamedTuple):
    """Two questions, what is asked of both answers, and the countries of which they are told."""

    show: Show
    questions: tuple[list[Token], list[Token]]
    names: tuple[str, ...] = ()


_MORE: dict[str, Show] = {"MORE": "more", "FEWER": "fewer"}
_FIRST: dict[str, Show] = {"FIRST": "first", "EARLIER": "first", "LAST": "last", "LATER": "last"}
_ASKS = frozenset({"WHO", "WHICH", "WHERE", "WHEN"})
_JOINTS = frozenset({"IN", "ENDOF", "STARTOF", "BYTIME", "BEFORE", "AFTER", "SINCE", "UNTIL", "FROM", "BY", *DROPPED})
_GROUPS = {
    **dict.fromkeys(("DATE", "NOW", "THEBEGINNING", "THEN"), "when"), **dict.fromkeys(("COUNTRY", "DEMONYM", "PERSON"), "who"),
    **dict.fromkeys(("CITY", "SUMMITWORD", "FOUNDINGSUMMIT"), "where"), **dict.fromkeys(("CATEGORY", "FOUNDERWORD", "GUEST"), "what"),
}  # fmt: skip
"""What can be set against what."""


def compared(tokens: list[Token]) -> Compared | None:
    """The two questions that one compares; ``None`` of one that does not."""
    kinds = [token.kind for token in tokens]
    if "OUTNUMBER" in kinds:  # 'the members outnumber the observers'
        at, noun = kinds.index("OUTNUMBER"), next((at for at, kind in enumerate(kinds) if kind in _GROUPS), 0)
        more, than = tokens[at]._replace(kind="MORE"), tokens[at]._replace(kind="THAN")
        return compared([*tokens[:noun], more, *tokens[noun:at], than, *tokens[at + 1 :]])
    if "SAMESTATUS" in kinds and kinds.count("COUNTRY") == 2:
        return _alike(tokens, kinds)
    if "THAN" in kinds and not _ASKS & {*kinds}:
        return _numbers(tokens, kinds)
    if kinds.count("OR") == 1 and _ASKS & {*kinds} and {*_FIRST} & {*kinds}:
        return _events(tokens, kinds)
    if "HOWLONG" in kinds and {"BETWEEN", "AND"} <= {*kinds}:
        return _apart(tokens, kinds)
    return _growth(tokens, kinds) if {"GROW", "HOWMANY"} <= {*kinds} and kinds.count("DATE") > 1 else None


def _numbers(tokens: list[Token], kinds: list[str]) -> Compared | None:
    """'How many more members ... than ...', 'Has China hosted more summits than India?': the count of each."""
    at = next((at for at, kind in enumerate(kinds) if kind in _MORE), len(kinds))
    than = kinds.index("THAN")
    noun = next((place for place in range(at + 1, than) if kinds[place] not in DROPPED), None)
    if noun is None:
        return None
    before = [token for token in tokens[:at] if token.kind not in ("HOWMANY", "WHETHER")]
    head, said, other = (
        [Token("HOWMANY", None, ""), tokens[noun]],
        [*before, *tokens[noun + 1 : than]],
        tokens[than + 1 :],
    )
    is_noun_compared = _GROUPS.get(kinds[noun]) in _grouped(other) and kinds[noun] != "SUMMITWORD"
    one, mine, theirs = ([*said], _grouped(said), _grouped(other))
    if not theirs:
        return None
    two, heads = [*said], [head, [*head]]
    for group, part in theirs.items():
        if is_noun_compared and group == _GROUPS[kinds[noun]]:
            heads[1] = [head[0], *part]
        elif group in mine:
            begin = next(place for place, token in enumerate(two) if token == mine[group][0])
            two = [*two[:begin], *part, *two[begin + len(mine[group]) :]]
        else:
            one, two = [*one, *part] if len(theirs) > 1 else one, [*two, *part]
    show: Show = "difference" if "HOWMANY" in kinds else _MORE[kinds[at]]
    return Compared(show, ([*heads[0], *one], [*heads[1], *two]))


def _grouped(tokens: list[Token]) -> dict[str, list[Token]]:
    """What can be set against something, each with the words before that belong to it."""
    found: dict[str, list[Token]] = {}
    waiting: list[Token] = []
    for token in tokens:
        waiting = [*waiting, token] if token.kind in _JOINTS or token.kind in _GROUPS else []
        if token.kind in _GROUPS:
            found[_GROUPS[token.kind]] = [*found.get(_GROUPS[token.kind], []), *waiting]
            waiting = []
    return found


def _events(tokens: list[Token], kinds: list[str]) -> Compared | None:
    """'Which came first: Mongolia as observer or Sri Lanka as dialogue partner?': when each did."""
    places = [at for at, kind in enumerate(kinds) if kind in ("COUNTRY", "DEMONYM")]
    middle = kinds.index("OR")
    if len(places) != 2 or not places[0] < middle < places[1] or "CATEGORY" not in kinds[places[0] : middle]:
        return None
    order = next(_FIRST[kind] for kind in kinds if kind in _FIRST)
    end = max(at for at, kind in enumerate(kinds) if kind == "CATEGORY") + 1
    parts = (tokens[places[0] : middle], tokens[middle + 1 : end])
    left = {*kinds[: places[0]], *kinds[end:]} - {
        *_ASKS,
        *_FIRST,
        *DROPPED,
        "ATTEND",
        "HOLD",
        "CHANGEWORD",
        "LIST",
        "COUNTRYWORD",
        "AUX",
        "BE",
        "OR",
    }
    if left:
        return None
    names = tuple(str(tokens[place].value) for place in places)
    return Compared(order, ([_WHEN, *parts[0]], [_WHEN, *parts[1]]), names)


def _apart(tokens: list[Token], kinds: list[str]) -> Compared | None:
    """'How many years passed between India becoming an observer and a member?': when the one and the other was."""
    begin, middle = kinds.index("BETWEEN") + 1, len(kinds) - 1 - kinds[::-1].index("AND")
    one, other = tokens[begin:middle], tokens[middle + 1 :]
    if begin > middle or {*kinds[: begin - 1]} - {"HOWLONG", "HANDOVER", "LIE", "AUX", "BE", *DROPPED}:
        return None
    shared = [
        token for token in one if token.kind in ("COUNTRY", "BECOME") and token.kind not in {t.kind for t in other}
    ]
    return Compared("difference", ([_WHEN, *one], [_WHEN, *shared, *other]))


def _alike(tokens: list[Token], kinds: list[str]) -> Compared:
    """'Did Nepal and Sri Lanka have the same status in 2015?': the status of each."""
    beside = {"COUNTRY", "SAMESTATUS", "AND", "BOTH", "HOLD", "STATUSWORD", "AUX", "BE", "WHETHER"}
    rest = [token for token in tokens if token.kind not in beside]
    one, other = (at for at, kind in enumerate(kinds) if kind == "COUNTRY")
    asks = Token("WHICH", None, ""), Token("STATUSWORD", None, "status")
    return Compared("same", ([*asks, tokens[one], *rest], [*asks, tokens[other], *rest]))


def _growth(tokens: list[Token], kinds: list[str]) -> Compared | None:
    """'By how many did the number of members grow from 2016 to 2024?': how many there were at the one end and the other."""
    dates = [at for at, kind in enumerate(kinds) if kind == "DATE"]
    what = [token for token in tokens if token.kind == "CATEGORY"]
    left = {*kinds} - {
        "CATEGORY",
        "GROW",
        "HOWMANY",
        "DATE",
        "BY",
        "FROM",
        "BETWEEN",
        "AND",
        "UNTIL",
        "IN",
        "AUX",
        *DROPPED,
    }
    if len(dates) != 2 or len(what) > 1 or left:
        return None
    what = what or [Token("CATEGORY", "member", "members")]
    one, other = ([Token("HOWMANY", None, ""), *what, Token("IN", None, "in"), tokens[at]] for at in dates)
    return Compared("difference", (one, other))


_WHEN = Token("WHEN", None, "")
