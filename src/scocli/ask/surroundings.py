"""What stands around a question and says nothing of it: who asks, what for, where it stood, who said so.

A text falls into pieces: sentences, brackets, what stands before a colon or behind a dash, what begins with a word that asks
or in the first person. A piece is left aside where the question is not understood with it, and never unseen: a note tells
which. What names something in the data, denies, limits or asks for something else is never left aside.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from scocli.ask.lexer import Token
from scocli.ask.things import NAMES
from scocli.ask.vocabulary import DROPPED, SOFT

ASKS = r"(?:who|whos|whom|whose|what|whats|which|when|where|wheres|why|how|since when)\b"
AUXILIARY = r"(?:is|are|was|were|did|does|do|has|have|had)(?:n['’]?t)?\b"
_FIRST_PERSON = r"(?:i|i['’]?m|i['’]?ve|me|my|mine|we|we['’]re|us|our|need)\b"
_ASKS_AT = rf"(?:(?:in|on|at|of|by|from|to|under|until|as to|about)\s+)?(?:{ASKS}|whether\b)"
_BEGINS = rf"(?:{_ASKS_AT}|(?:i|i['’]?m|i['’]?ve|we|we['’]re|need|asking|for|cos|cuz|because|thanks|cheers|sorry|please|pls)\b|or {AUXILIARY})"
_CUT = re.compile(
    rf"[.?!;:…]+(?:\s+|$)|\s+[-–—]+\s*|\s*[()\[\]]\s*|,\s*|(?<!\bmay)(?<!\bmight)(?<!\bcan)(?<!\bcould)(?<!\bshould)(?<!\bas)(?<!\bif)(?<!\bwhen)(?<!\bthat)(?<!\band)(?<!\bas to)\s+(?={_BEGINS})"
    rf"|(?<!\bit)(?<!\bhe)(?<!\bshe)(?<!\bthey)(?<!\bthat)(?<!\bthis)\s+(?={AUXILIARY}\s)",
    re.IGNORECASE,
)
"""Where a piece ends."""
_REPORTS = re.compile(
    r"\b(?:says?|said|saying|tells|told|asks?|asked|claims?|claimed|insists?|insisted|reckons?|swears?|swore|thinks?|thought|believes?|suggests?|states?"
    r"|heard|read|seen|saw|learn(?:t|ed)|taught|sure|certain|whether|if|know|wonder(?:ing)?|checking|according to (?:my |our |the |an? |this )?\w+)\b(?: (?:me|us|so|it)\b)?"
    r"(?: (?:that|if|whether|to)\b)?[\s,:]+(?!(?:about|on|of|for)\b)",
    re.IGNORECASE,
)
"""Behind what it ends too: what is reported follows."""
_VERB = re.compile(
    rf"{AUXILIARY}|(?:would|could|should|will|can|may|might)\b(?! (?:you|u|i|we|anyone|someone|anybody|somebody|it be possible)\b)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:i|we|my|our)\b", re.IGNORECASE)
_JOINTS = frozenset({"BE", "AUX", "IN", "BY", "AS", "AND", "OR", "BUT", *DROPPED})
"""Kinds of words that only join."""
_IS_OWN = re.compile(rf"\b{_FIRST_PERSON}", re.IGNORECASE)
_OTHERWISE = re.compile(rf"or {AUXILIARY} (?:it|he|she|they)\b", re.IGNORECASE)
"""'Or did it come later?' asks yes or no of the same."""
_CHOOSES = re.compile(
    r"\b(?:ones?|those|these(?! (?:people|days)\b)|such|others?|(?<!something )else|unless|(?<!sure )(?<!sorry )if(?!\s*$| (?:you|i|possible|that helps)\b))\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"(?:\bnot|n['’]?t|\bnever) (?:quite |really |entirely )?(?:sure|certain|know|remember|recall|find|picture|imagine|see)\b",
    re.IGNORECASE,
)
"""What denies nothing but that the asker knows."""
_WHENCE = re.compile(r"\b(?:in|from)\b", re.IGNORECASE)
_POINTS = re.compile(
    r"\b(?:(?<!is )(?<!are )(?<!was )(?<!were )there|then|that|it|they|we|us|our|my|he|she)\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"\b(?:it|they|he|she)\b", re.IGNORECASE)
_NOBODY = frozenset({"us", "someone", "somebody", "people", "everyone", "everybody"})
_NAMES_NOTHING = frozenset({"UNKNOWN", "PURPOSE", "BE", "AUX", "IN", "BY", "AS", "AND", "NUMBER", "WHETHER", "NOW", "QUALIFIER", *DROPPED})  # fmt: skip
_DEEDS = frozenset({"ATTEND", "MISS", "REPRESENT", "JOIN", "BECOME", "APPLY", "SIGN"})
"""What can be done for something: 'came for a speech' does not say what is asked for what."""
_OF_THE_ASKER = _NAMES_NOTHING | _DEEDS | {
    "USE", "FOUND", "OPEN", "END", "HOLD", "SIT", "MEAN", "HANDOVER", "TAKEOVER", "SUPPLY", "CEASE", "COMPARE", "ALWAYS", "EVER", "AGO", "LIKE", "THEN",
    "LATER", "ALREADY", "STILL", "NOT", "NEVER", "OR", "ALL", "ANY", "FUTURE", "DUE", "OVER", "RECENTLY", "REFUSE", "LIST", "ONCE", "THOUGH", "BUT", "FROM", "COMEFROM", "NEXT", "ABOLISH",
}  # fmt: skip
"""Kinds of words that say nothing of the organisation where the asker says them of themselves."""
_OF_ANYBODY = _NAMES_NOTHING | {
    "REFUSE",
    "APPLY",
    "BUT",
    "FROM",
    "THEN",
    "ALREADY",
    "ALL",
    "ANY",
    "EVER",
    "FUTURE",
    "USE",
    "MEAN",
    "COMPARE",
    "OVER",
}
_ASKING = re.compile(_BEGINS, re.IGNORECASE)
_ENDS = re.compile(r"[.?!;:…()\[\]–—-]")
_DENIES = frozenset({"NOT", "NEVER"})
_SAYS_ITSELF = _DENIES | {"PURPOSE", "UNKNOWN", "REFUSE"}
_RESTATED = re.compile(rf"^(?P<left>.*?\bi mean)\b[\s,:]*(?={ASKS}|{AUXILIARY})", re.IGNORECASE | re.DOTALL)
_CORRECTED = re.compile(r"[\s.…,–—-]*\b(?:sorry|no wait|wait no|scratch that|i meant)\b[\s.…,–—-]*(?=(?P<head>\w+))", re.IGNORECASE)  # fmt: skip
_AND = re.compile(r"^(?:but|and|so|that|if|whether|because|cos)\b\s*", re.IGNORECASE)
_SIGNS = " \t\n,.;:!?…–—-()[]"


def without(question: str, lexed: Callable[[str], list[Token]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A question without what stands around it, and what that is."""
    question = " ".join(question.split())
    for found in _RESTATED.finditer(question):
        if any(token.kind == "UNKNOWN" for token in lexed(found["left"])):
            yield question[found.end() :], (found["left"],)
    for found in _CORRECTED.finditer(question):
        begins = [*re.finditer(rf"\b{found['head']}\b", question[: found.start()], re.IGNORECASE)]
        if begins:  # 'to the Ufa, sorry, to the Samarkand summit': what begins alike stands in its place
            begin = begins[-1].start()
            yield question[:begin] + question[found.end() :], (question[begin : found.end()].strip(_SIGNS),)
    pieces = _pieces(question, lexed)
    said = Counter(token for _, _, tokens in pieces for token in _things(tokens))
    is_deed = any(kind in _DEEDS for kind, _ in said)
    rest, left, leads = "", [""], True
    for at, (piece, sign, tokens) in enumerate(pieces):
        elsewhere = said - Counter(_things(tokens))
        others = question.replace(piece, "")
        if _WHENCE.search(piece) and not _POINTS.search(others):
            elsewhere += Counter(one for one in _things(tokens) if one[0] in ("COUNTRY", "CITY"))  # 'I live in Kenya'
        apart = leads and bool(sign.strip() or (at + 1 < len(pieces) and _ASKING.match(pieces[at + 1][0])))
        subject = _subject(piece, tokens, others)
        if subject:
            elsewhere.update(_things(tokens))
        if _is_aside(piece, sign, tokens, elsewhere, apart=apart) and not (is_deed and _is_for(piece) and not left[-1]):
            left[-1] += piece + sign
            rest += f"{subject}. " if subject else ""
        else:
            rest += piece + sign
            left += [""] if left[-1] else []
            leads = leads and {token.kind for token in tokens} <= _JOINTS
        leads |= bool(_ENDS.search(sign))
    names = any(token.kind in NAMES | {"SCO", "BELONG", "SHANGHAIFIVE", "SUMMITWORD"} for token in lexed(question))
    if any(left) and (names or not _PRONOUN.search(rest)):
        yield _AND.sub("", rest.strip(" ,;:-–—([)]")), tuple(one.strip(_SIGNS) for one in left if one)


def _things(tokens: list[Token]) -> list[tuple[str, object]]:
    """What tokens stand for."""
    return [(token.kind, token.value) for token in tokens]


def _subject(piece: str, tokens: list[Token], others: str) -> str:
    """The one country of which the asker speaks, if the rest speaks of it as 'it': 'I had a pupil from the Maldives'."""
    named = {token.value: token.words for token in tokens if token.kind == "COUNTRY" and token.words not in _NOBODY}
    is_own = _IS_OWN.search(piece) and _POINTS.search(others)
    return (
        next(iter(named.values()))
        if is_own and len(named) == 1 and {t.kind for t in tokens} <= _OF_THE_ASKER | {"COUNTRY", "CATEGORY"}
        else ""
    )


def _pieces(question: str, lexed: Callable[[str], list[Token]]) -> list[tuple[str, str, list[Token]]]:
    """The pieces of a text, each with the sign that separates it from the next, and its words; what only joins belongs to the next."""
    cuts = {found.end(): found.start() for found in _CUT.finditer(question)}
    cuts |= {found.end(): found.end() for found in _REPORTS.finditer(question)}
    cuts.setdefault(len(question), len(question))
    pieces: list[tuple[str, str, list[Token]]] = []
    at = 0
    for end in sorted(cuts):
        begin = max(at, cuts[end])
        piece, tokens = question[at:begin], lexed(question[at:begin])
        joins = {token.kind for token in tokens} <= _JOINTS
        is_verb = _VERB.match(question, end) and _SUBJECT.match(piece)
        if end < len(question) and not question[begin:end].strip() and (joins or is_verb):
            continue
        if end == len(question) and joins and pieces and not pieces[-1][1].strip():
            before, sign, tokens = pieces.pop()  # 'My flatmate swears it is'
            piece = f"{before}{sign}{piece}"
        pieces.append((piece, question[begin:end], tokens))
        at = end
    return pieces


def _is_for(piece: str) -> bool:
    """Whether it says for what something is, and not that it is the asker's."""
    return piece.lower().startswith("for ") and not _IS_OWN.search(piece)


def _is_aside(
    piece: str, sign: str, tokens: list[Token], elsewhere: Counter[tuple[str, object]], *, apart: bool
) -> bool:
    """Whether a piece is said of the asker, of what they ask for, or of who said so, and names nothing that no other does.

    :param apart: whether it stands before all that asks in its sentence.
    """
    kinds = {
        token.kind
        for token in tokens
        if token.words not in _NOBODY and (token.kind in _SAYS_ITSELF or (token.kind, token.value) not in elsewhere)
    }
    reports = any(sign.strip() or found.end() > len(piece) for found in _REPORTS.finditer(f"{piece} "))
    if (
        _CHOOSES.search(piece)
        or _VERB.match(piece)
        or ("?" in sign and not reports)
        or any(token.value == "a cause or motive" for token in tokens)
    ):
        return bool(_OTHERWISE.match(piece)) and kinds <= _OF_THE_ASKER
    if (
        _DENIES & kinds
        and ((reports and not sign.strip()) or any(token.kind in NAMES for token in tokens))
        and not _UNSURE.search(piece)
    ):
        return False
    said = " ".join(token.words for token in tokens if token.kind != SOFT or " " not in token.words)  # not 'tell me'
    if _IS_OWN.search(said) and ("PURPOSE" in kinds or not piece.lower().startswith("for ")):
        return kinds <= _OF_THE_ASKER
    is_phrase = (
        apart
        and "UNKNOWN" in kinds
        and (piece.lower().startswith("for ") or sum(token.kind not in DROPPED for token in tokens) > 1)
    )
    is_told = "PURPOSE" in kinds or reports or is_phrase or (apart and not kinds - DROPPED and len(kinds) < len(tokens))
    return (
        is_told and kinds <= _OF_ANYBODY and not any(t.value == "something that the data do not hold" for t in tokens)
    )
