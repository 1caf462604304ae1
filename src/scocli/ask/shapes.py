"""The shape of a question made plain: what stands open in it is asked for in so many words.

'Iran joined in:' asks when, 'held in:' where, 'hosted by:' who. 'In the SCO' is what members are, where nothing else says
what is asked of. What 'will' be of a meeting that took place is asked of what was.
"""

from collections.abc import Iterator
from itertools import pairwise

from scocli.ask.lexer import Token
from scocli.ask.rewriting import joined, renamed
from scocli.ask.surface import Written
from scocli.ask.vocabulary import DROPPED, SOFT
from scocli.errors import NotUnderstood

ASKING = frozenset({"WHO", "WHICH", "WHEN", "SINCEWHEN", "LASTING", "UNTILWHEN", "WHERE", "HOW", "HOWMANY", "HOWLONG", "LIST", "WHETHER", "CAPACITYASKED", "LEVELASKED"})  # fmt: skip
"""Kinds of words that say what is asked for."""
_PLACED = frozenset({"HOLD", "SIT", "SECRETARIAT", "TOPIC", "HOST"})
"""Kinds of words behind which 'in' and 'at' ask where."""
_STANDING = frozenset({"COUNTRY", "DEMONYM", "COUNTRYWORD", "WHO", "COUNTRIES", "GIVEN"})
"""Who can be in the SCO."""
_MEETING = frozenset({"SUMMITWORD", "CITY", "ATTIME"})
"""When they were, told by a meeting."""
_SHAPE = frozenset({*(ASKING - {"HOW", "CAPACITYASKED", "LEVELASKED"}), "AUX", "BE", "AND", "OR", "EITHER", "BOTH", "TIME", "DATE", "NOW", "STILL", "ALREADY", "NOT", "EVER", "ALL", "IN", "BY", "COMPRISE", "BESIDES", "ANY", "BYTIME", "SINCE", "BEFORE", "AFTER", "UNTIL", *DROPPED})  # fmt: skip
"""Kinds of words that leave open what is said of them."""
_WHOLE = frozenset({"DATE", "CITY", "CATEGORY", "NOW", "SUMMITWORD", "SOFT"})
"""Kinds of words with which a question may end."""
_TO_CHOOSE = {"MORE": "MOST", "FEWER": "FEWEST", "LONGER": "LONGEST"}
"""What compares two, where one of more is chosen."""
_COMPLETE = frozenset({"MOST", "FEWEST", "FIRST", "LAST", "EARLIER", "LATER", "MORE", "LONGER", "CATEGORY", "JOIN", "FOUNDERWORD", "DATE", "NOW", "SUMMITWORD", "SUMMITSWORD"})  # fmt: skip
"""Kinds of words behind which a choice stands apart: it is not what they are said of."""
_DEEDS = frozenset({"HOST", "CHAIR", "ATTEND", "JOIN", "BECOME", "APPLY", "CEASE", "MISS"})
"""What only somebody can do."""
_STATUSES = frozenset({"CATEGORY", "GUEST", "FOUNDERWORD"})
"""What only somebody can be."""
_BESIDE = DROPPED | {"EVER", "NEVER", "NOT", "ALWAYS", "AUX", "AND", "OR", "HOLD", "STATUSWORD", "COUNTRYWORD"}
"""Kinds of words that name nobody."""
_WHENEVER = frozenset({"DATE", "IN", "NOW", "STILL", "BYTIME", "SINCE", "BEFORE", "AFTER", "UNTIL", "BELONG"})
"""Kinds of words that say when."""
_WHEREVER = frozenset({"SUMMITWORD", "SUMMITSWORD", "CITY", "CATEGORY", "AS"})
"""Kinds of words that say where."""
_VERBS = frozenset({"AUX", "BE", "REPRESENT", "BECOME", "JOIN", "FOUND", "HOLD", "SIT", "APPLY", "SIGN", "OPEN", "HOST", "CHAIR", "ATTEND"})  # fmt: skip
"""Kinds of words that say what is or was done."""
_ELSE = frozenset({"CATEGORY", "IN", "AS", "DATE", "CITY", "SUMMITWORD", "ORDINAL"})
"""Kinds of words that alone say of what else the same is asked."""
_MEETINGS = {"heads-of-state": "SUMMITWORD", "heads-of-government": "GOVERNMENTS"}
"""What the meetings of a Council are called."""
TOLD = Token("WHETHER", None, "")
"""What stands before a clause that tells something of somebody, of which another asks more: 'Modi came to Tashkent, but who ...?'."""


def shaped(tokens: list[Token], written: Written, missing: str = "") -> Iterator[list[Token]]:
    """A question's tokens in a plain shape; of an open one with each thing that may be missing, the likeliest first.

    :param missing: the kinds of words that ask for what the answer is to be chosen of, if that is given.
    """
    tokens = _fronted([_given(token) for token in tokens])
    _see_that_nobody_is_missing(tokens)
    if rest := _unfinished(tokens) or _chosen(tokens):
        yield rest
        return
    kinds, end = {token.kind for token in tokens}, _end(tokens)
    is_stem = written.is_open or 0 < end < len(tokens) or (tokens[-1:] and tokens[-1].words.endswith((" by", " in")))
    if not tokens or not is_stem or ASKING & kinds or tokens[0].kind in ("AUX", "BE"):
        yield tokens
        return
    stem, behind = tokens[:end], " ".join(token.words for token in tokens[max(end - 1, 0) :])
    if {token.kind for token in tokens[end:]} <= {"BE", *DROPPED} and not {token.kind for token in stem} & _VERBS:
        yield stem  # 'SCO members:' names them
    matters = [token.kind for token in stem if token.kind not in ("AUX", "BE", *DROPPED)]
    is_placed = bool({*matters[-1:]} & _PLACED or "SECRETARIAT" in matters or stem[-1].words.endswith(" met"))
    if missing:
        order = [missing]
    elif behind == "on" or behind.endswith(" on"):
        order = ["WHEN"]
    elif behind.endswith((" by", " with")) or behind == "by":
        order = ["WHO"]
    elif behind.endswith((" as", " called", " named", " before")):
        order = ["WHICH"]
    elif is_placed and (end < len(tokens) or behind.endswith(" in")):
        order = ["WHERE"]
    else:
        order = ["WHERE", "WHEN"] if behind.endswith(" at") else ["WHEN", "WHERE"]
    for kind in order:
        yield [*(Token(part, None, "") for part in kind.split()), *stem]


def _given(token: Token) -> Token:
    """'Central Asian' restricts to the countries of that region, as if they were given to choose from."""
    return token._replace(kind="GIVEN", value=tuple(str(token.value).split())) if token.kind == "REGION" else token


def _fronted(tokens: list[Token]) -> list[Token]:
    """What asks behind all else, put in front: 'Two countries share the record. Which?', 'Who came? Countries, please.'."""
    end = len(tokens)
    while end and tokens[end - 1].kind in ("BE", "AUX", *DROPPED):
        end -= 1
    is_named = (
        end > 1
        and tokens[end - 1].kind == "COUNTRYWORD"
        and (tokens[end - 2].kind == "LIST" or (tokens[0].kind == "WHO" and tokens[end - 2].kind in _WHOLE))
    )
    begin = end - 1 - (is_named and tokens[end - 2].kind == "LIST")
    said = [token for token in tokens[:begin] if token.kind != "AND" or token is not tokens[begin - 1]]
    kinds = {token.kind for token in said}
    if is_named and said[0].kind in ("WHO", "WHICH"):
        return [Token("WHICH", None, said[0].words), tokens[end - 1], *said[1:]]
    asks = end and tokens[end - 1].kind in ("WHO", "WHICH") and kinds - _FRAME and not kinds & ASKING
    return [tokens[end - 1], *said] if asks and said[0].kind not in ("AUX", "BE") else tokens


def _unfinished(tokens: list[Token]) -> list[Token]:
    """'The founders are China, Russia and' asks who they are beside those; empty of what does not break off so."""
    begin = len(tokens) - 1
    while begin > 0 and tokens[begin - 1].kind == "COUNTRY":
        begin -= 1
    if not tokens or tokens[-1].kind != "AND" or begin == len(tokens) - 1 or ASKING & {token.kind for token in tokens}:
        return []
    return [Token("WHO", None, ""), *tokens[:begin], Token("BESIDES", None, ""), *tokens[begin:-1]]


def _chosen(tokens: list[Token]) -> list[Token]:
    """'Who joined first, India or Iran' chooses of those; empty of what does not end with a choice."""
    begin = len(tokens)
    while begin > 0 and tokens[begin - 1].kind in ("COUNTRY", "OR", "EITHER"):
        begin -= 1
    given = tuple(str(token.value) for token in tokens[begin:] if token.kind == "COUNTRY")
    before = [token.kind for token in tokens[:begin] if token.kind != SOFT]
    is_choice = {"WHO", "WHICH"} & {*before} and before[-1] in _COMPLETE
    joins = [token.kind for token in tokens[begin:]].count("OR") == 1 and len(given) > 1
    if is_choice and joins:
        asked = renamed(**_TO_CHOOSE)(tokens[:begin])
        return [*asked, Token("GIVEN", given, joined(tokens[begin:]))]
    if [token.kind for token in tokens[:4]] == ["COUNTRY", "OR", "COUNTRY", "WHICH"]:
        return _chosen([*tokens[3:], *tokens[:3]])  # 'Turkey or Azerbaijan: which ...'
    return _chosen_first(tokens)


def _chosen_first(tokens: list[Token]) -> list[Token]:
    """'Which of India, Iran and Nepal are members' chooses so too."""
    kinds = [token.kind for token in tokens]
    end = next((at for at, kind in enumerate(kinds) if at and kind not in ("COUNTRY", "AND", "OR", SOFT)), 0)
    given = tuple(str(token.value) for token in tokens[:end] if token.kind == "COUNTRY")
    is_of = tokens[:1] and (tokens[0].words.endswith(" of") or (tokens[1:2] and tokens[1].words == "of"))
    is_choice = {*kinds[:1]} & {"WHICH", "WHO", "HOWMANY"} and is_of and len(given) > 1
    asked = renamed(**_TO_CHOOSE, EARLIER="FIRST", LATER="LAST")(tokens[end:])
    return [tokens[0], Token("GIVEN", given, joined(tokens[1:end])), *asked] if is_choice else []


def _see_that_nobody_is_missing(tokens: list[Token]) -> None:
    """See that 'is a member' says who. :raises NotUnderstood: if it does not."""
    first, *rest = tokens or [Token(SOFT, None, "")]
    kinds = [token.kind for token in rest if token.kind not in _BESIDE]
    said_of = _STATUSES | _DEEDS if first.kind == "AUX" else _STATUSES
    has_there = any(token.words in ("there", "it") for token in rest[:1])
    whenever = _WHENEVER | _WHEREVER if first.kind == "AUX" else _WHENEVER
    if (
        first.kind in ("AUX", "BE", "ONCE")
        and kinds[:1]
        and kinds[0] in said_of
        and whenever.issuperset(kinds[1:])
        and not has_there
        and not any(token.kind == "SCO" for token in rest)
    ):
        raise NotUnderstood(f"Not understood: a word is missing behind {first.words!r}: who is meant?")


def _end(tokens: list[Token]) -> int:
    """Where the prepositions and auxiliaries behind which something is missing begin."""
    end = len(tokens)
    while end and tokens[end - 1].kind in ("IN", "BY", "AS", "BE", "AUX", "FROM", *DROPPED):
        end -= 1
    while end < len(tokens) and tokens[end].kind in DROPPED:
        end += 1
    return end


def _as_members(tokens: list[Token]) -> list[Token]:
    """To be 'in the SCO' is to be a member, if nothing else is said; with anything else, as in 'What is Laos in the SCO', it but names it."""
    kinds = {token.kind for token in tokens}
    rest = kinds - {"BELONG"}
    asks_what = "WHICH" in rest and "COUNTRYWORD" not in rest and ("GIVEN" not in rest or "COUNTRY" in rest)
    if rest <= _SHAPE | _STANDING | _MEETING and rest & _STANDING and "BELONG" in kinds and not asks_what:
        return [Token("CATEGORY", "member", t.words) if t.kind == "BELONG" else t for t in tokens]
    if kinds <= _SHAPE | _STANDING and {"COMPRISE", "SCO"} <= kinds:
        return [Token("CATEGORY", "member", t.words) if t.kind == "COMPRISE" else t for t in tokens]
    is_at_one = {"BE", "COUNTRY"} <= rest <= _SHAPE | _STANDING | _MEETING and not rest.isdisjoint(_MEETING)
    stands = "STATUSWORD" if asks_what and is_at_one else SOFT  # 'What was Laos in the SCO at the Ufa summit?'
    return [token._replace(kind=stands) if token.kind == "BELONG" else token for token in tokens]


def _as_the_organisation(tokens: list[Token]) -> list[Token]:
    """'What is the SCO' asks of itself, 'SCO countries' of its members."""
    kinds = {token.kind for token in tokens} - _FRAME
    at = next((at for at, token in enumerate(tokens) if token.kind == "SCO"), None)
    if at is None:
        return tokens
    if kinds == {"COUNTRYWORD"} or ("COUNTRYWORD" in kinds and kinds <= {"COUNTRYWORD", "DATE", "NOW", "ALL"}):
        return [*tokens[:at], Token("CATEGORY", "member", "member"), *tokens[at + 1 :]]
    if kinds <= {"SIT"} and any(token.kind == "WHERE" for token in tokens):
        return [*tokens[:at], Token("SECRETARIAT", None, tokens[at].words), *tokens[at + 1 :]]
    if kinds <= {"MEAN"} and ("MEAN" in kinds or any(token.kind == "WHICH" for token in tokens)):
        return [*tokens[:at], Token("THESCO", None, tokens[at].words), *tokens[at + 1 :]]
    return tokens


def clauses(tokens: list[Token]) -> list[list[Token]]:
    """The questions that are asked one after another, 'and' between them: each begins with a word that asks.

    'When and where' is one question, which asks for two things.
    """
    found: list[list[Token]] = [[]]
    for at, token in enumerate(tokens):
        behind = tokens[at + 1].kind if at + 1 < len(tokens) else ""
        subject = tokens[at + 2].kind if at + 2 < len(tokens) else ""
        asks = behind in _BEGINNINGS or (behind in ("AUX", "BE") and subject in _SUBJECTS)
        begins = token.kind in ("AND", "BUT") and asks and _says_something(found[-1])
        if begins:
            found.append([])
        else:
            found[-1].append(token)
    if len(found) > 1 and any(points_back(clause) for clause in found[1:]):
        raise NotUnderstood("Not understood: what its second part refers to; ask it by itself.")
    found = [found[0], *(_completed(one, _owned(one, other)) for one, other in pairwise(found))]
    whole = found if all(map(_says_something, found)) else [tokens]
    if not all(map(_states, whole)):
        whole = [[TOLD, *clause] if _states(clause) else clause for clause in whole]
    return [_as_a_body(_as_the_organisation(_as_members(clause))) for clause in whole]


def _owned(before: list[Token], clause: list[Token]) -> list[Token]:
    """A clause with whose 'its' is: 'When did Iran become an observer and what is its current status?'.

    :raises NotUnderstood: if several countries are named before.
    """
    owners = dict.fromkeys(token for token in before if token.kind in ("COUNTRY", "DEMONYM"))
    owned = [at for at, token in enumerate(clause) if token.words in ("its", "their")]
    if not owners or not owned or not _SUBJECTS.isdisjoint(token.kind for token in clause):
        return clause
    if len(owners) > 1:
        raise NotUnderstood(f"Not understood: whose {clause[owned[0]].words!r} means.")
    return [next(iter(owners)) if at in owned else token for at, token in enumerate(clause)]


def _completed(before: list[Token], clause: list[Token]) -> list[Token]:
    """A clause; 'and when a member' behind 'When did Iran become an observer' asks of Iran too.

    :raises NotUnderstood: if it leaves out anything else.
    """
    kinds, asked = [token.kind for token in clause if token.kind not in DROPPED], [token.kind for token in before[:1]]
    names = not _SUBJECTS.isdisjoint(token.kind for token in before)
    if not names or kinds[:1] != asked or not len(kinds) > 1 or not _ELSE.issuperset(kinds[1:]):
        return clause
    if kinds[0] != "WHEN":
        raise NotUnderstood("Not understood: what its second part refers to; ask it by itself.")
    return [*(token for token in before if token.kind not in kinds[1:]), *clause[1:]]


def _as_a_body(tokens: list[Token]) -> list[Token]:
    """A Council is a body of the organisation where nothing else is said of it, and stands for its meetings otherwise."""
    is_alone = {token.kind for token in tokens} - _FRAME <= {"COUNCIL", "MEAN"}
    called = dict.fromkeys(_MEETINGS, "TOPIC") if is_alone else _MEETINGS
    return [t._replace(kind=called[str(t.value)]) if t.kind == "COUNCIL" else t for t in tokens]


def _states(clause: list[Token]) -> bool:
    kinds = [token.kind for token in clause if token.kind not in DROPPED]
    return bool({*kinds[:1]} & _SUBJECTS or {"AUX", "BE"} & {*kinds[1:-1]}) and ASKING.isdisjoint(kinds)


def _says_something(clause: list[Token]) -> bool:
    """Whether more than a word that asks is in it: what 'and where' says alone is nothing, 'what is the SCO' something."""
    kinds = {token.kind for token in clause}
    return bool(kinds - _FRAME) or ("WHICH" in kinds and any(token.kind == "SCO" for token in clause))


def points_back(clause: list[Token]) -> bool:
    """Whether a clause speaks of what another named: 'that summit', 'then', 'signed it'."""
    kinds = [token.kind for token in clause]
    pairs = pairwise(clause)
    return (
        "THEN" in kinds
        or kinds[-1:] in (["BEFORE"], ["AFTER"])
        or any(
            (one.words in ("that", "this") and other.kind in ("SUMMITWORD", "DATE", "COUNTRYWORD"))
            or (one.kind == "SIGN" and other.words == "it")
            for one, other in pairs
        )
    )


_BEGINNINGS = frozenset({"WHO", "WHICH", "WHEN", "WHERE", "HOWMANY", "HOW", "HOWLONG", "LIST", "SINCEWHEN"})
_SUBJECTS = frozenset({"COUNTRY", "DEMONYM", "PERSON"})
"""Kinds of words that name who is spoken of."""
_FRAME = frozenset({*ASKING, "AUX", "BE", "AND", "IN", "BY", *DROPPED})
"""Kinds of words that say nothing of what is asked of."""
