"""What stands around a question and says nothing of it: who asks, what for, where it stood, who said so.

A piece of the text is left aside where the question is not understood with it, and never unseen: a note tells which. What
names something in the data that no other piece names, denies, limits, supposes or asks for something else is never left aside.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from scocli.ask.lexer import Token
from scocli.ask.pieces import JOINTS, Piece, pieces
from scocli.ask.surface import ASKS, AUXILIARY
from scocli.ask.things import NAMES
from scocli.ask.vocabulary import DROPPED

_RESTATED = re.compile(rf"^(?P<left>.*?\bi mean)\b[\s,:]*(?={ASKS}|{AUXILIARY})", re.IGNORECASE | re.DOTALL)
_CORRECTED = re.compile(r"[\s.…,–—-]*\b(?:sorry|no wait|wait no|scratch that|i meant)\b[\s.…,–—-]*(?=(?P<head>\w+))", re.IGNORECASE)  # fmt: skip
_SIGNS = " \t\n,.;:!?…–—-()[]"
_AND = re.compile(r"^(?:but|and|so|that|if|whether)\b\s*", re.IGNORECASE)
_SENTENCE = re.compile(r"[.?!;:…()\[\]–—-]")
"""The signs behind which a new sentence begins."""
_VERB = re.compile(rf"{AUXILIARY}|(?:would|could|should|will|can|may|might)\b(?! (?:you|u|i|we|any\w+|some\w+|it be possible)\b)", re.IGNORECASE)  # fmt: skip
_OTHERWISE = re.compile(rf"or {AUXILIARY} (?:it|he|she|they)\b", re.IGNORECASE)
"""'Or did it come later?' asks yes or no of the same."""
_CHOOSES = re.compile(
    r"\b(?:ones|(?:the|that|this)(?: \w+)? one|those|these(?! (?:people|days)\b)|such|others?|(?<!something )else|unless"
    r"|(?<!sure )(?<!sorry )if(?!\s*$| (?:you|i|possible|that helps)\b))\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(r"(?:\bnot|n['’]?t|\bnever) (?:quite |really |entirely )?(?:sure|certain|know|remember|recall|find|picture|imagine|see)\b", re.IGNORECASE)  # fmt: skip
"""What denies nothing but that the asker knows."""
_WHENCE = re.compile(r"\b(?:in|from) (?!.*\bside\b)(?:the )?(?:\w+,? )?\w+(?: (?:today|now|here|asks?|asked|and))*\W*$", re.IGNORECASE)  # fmt: skip
_POINTS = re.compile(r"\b(?:(?<!is )(?<!are )(?<!was )(?<!were )there|then|that|its?|they|their|we|us|our|my|he|his|she|her)\b", re.IGNORECASE)  # fmt: skip
"""What may stand for something that another piece names."""
_SUBJECTS = re.compile(r"\b(?:it|they|he|she)\b", re.IGNORECASE)
_NOBODY = frozenset({"us", "someone", "somebody", "people", "everyone", "everybody", "time", "day"})
"""Words that name nobody and no day in what the asker says."""
_TOPICS = frozenset({"COUNTRY", "CITY", "DATE"})
_THE_SCO = frozenset({"SCO", "BELONG", "SHANGHAIFIVE", "SUMMITWORD"})
_DENIALS = frozenset({"NOT", "NEVER"})
CAUSE, SORT, NOT_HELD = "a cause or motive", "a sort of countries", "something that the data do not hold"
"""Reasons why there is no answer, as the vocabulary has them: all are refused, whoever asks; the last, unless it is the asker's own."""
_SAYS_ITSELF = _DENIALS | {"PURPOSE", "UNKNOWN", "REFUSE"}
"""Kinds of words that say no less where another piece has one of them."""
_OF_ANYBODY = frozenset({
    "UNKNOWN", "PURPOSE", "BE", "AUX", "IN", "BY", "AS", "AND", "NUMBER", "WHETHER", "NOW", "QUALIFIER", "REFUSE", "APPLY", "BUT", "FROM", "THEN", "ALREADY",
    "ALL", "ANY", "EVER", "FUTURE", "USE", "MEAN", "COMPARE", "OVER", "NEXT", *DROPPED,
})  # fmt: skip
"""Kinds of words that say nothing of the organisation."""
_LIMITS = frozenset({"ONLY", "ONETIME", "TWICE", "ONLYTWICE", "FOUNDERWORD", "VIDEO", "INPERSON", "COUNCIL", "GOVERNMENTS", "HEADSOFGOVERNMENT", "GOVERNMENTSMANY", "OFFICE", "BOUNDS"})  # fmt: skip
"""Kinds of words that limit what another piece asks for."""
_DEEDS = frozenset({"ATTEND", "MISS", "REPRESENT", "JOIN", "BECOME", "SIGN"})
_OF_THE_ASKER = _OF_ANYBODY | _DEEDS | _DENIALS | {
    "FOUND", "OPEN", "END", "HOLD", "SIT", "HANDOVER", "TAKEOVER", "SUPPLY", "CEASE", "ABOLISH", "ALWAYS", "AGO", "LIKE", "LATER", "STILL", "OR", "DUE",
    "RECENTLY", "LIST", "ONCE", "THOUGH", "COMEFROM", "ORDINAL", "FIRST", "LAST", "BEFORE", "AFTER", "HISTORYWORD", "STATUSWORD", "TITLEWORD", "CONFLICTWORD",
    "MEMORANDUM", "BECOME", "CHAIR", "HOW", "YEARWORD", "WHETHER", "SINCE", "UNTIL", "BOTH", "MORE", "TERM", "CHANGEWORD", "TIMES", "EITHER", "TIE", "TASK", "INTRODUCE",
    "BETWEEN",
}  # fmt: skip
"""The same, where the asker says them of themselves, or of what they ask for."""
_NO_CLAIM = _TOPICS | {"STATUSWORD", "CATEGORY", "NOW", "BELONG", "IN", "SUMMITWORD", "SUMMITSWORD", *DROPPED}
"""Kinds of words that claim nothing without a verb: 'I would like to know the status of Laos'."""
Things = Counter[tuple[str, object]]


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
    rest, left = _apart(pieces(question, lexed))
    is_named = any(token.kind in NAMES | _THE_SCO for token in lexed(question))
    if left and (is_named or not _SUBJECTS.search(rest)):
        yield _AND.sub("", rest.strip(" ,;:-–—([)]")), left


def _apart(found: list[Piece]) -> tuple[str, tuple[str, ...]]:
    """What is asked, and what stands around it, told apart."""
    said = Counter(thing for piece in found for thing in _things(piece))
    is_done = any(kind in _DEEDS for kind, _ in said)
    rest, left, leads = "", [""], True
    for at, piece in enumerate(found):
        others = "".join(f"{other.text} " for other in found if other is not piece)
        topic, home = _named(piece, others)
        if topic and not any(other.asks or _VERB.match(other.text) for other in found[at + 1 :]):
            topic = ""  # nothing behind it asks of that
        elsewhere = said - Counter(_things(piece)) + Counter(_things(piece) if topic else home)
        stands_before = leads and (piece.is_ended or (at + 1 < len(found) and found[at + 1].asks))
        # 'Who came for a speech?' does not say what is asked for what
        goes_on = at and not found[at - 1].is_ended and not piece.is_own and not left[-1]
        is_of_deed = is_done and goes_on and piece.text.lower().startswith("for ")
        is_clear = not _POINTS.search(others) and any(kind in NAMES for kind, _ in elsewhere)
        if _is_aside(piece, elsewhere, stands_before=stands_before, is_clear=is_clear) and not is_of_deed:
            left[-1] += piece.text + piece.sign
            rest += f"{topic}. " if topic else ""
        else:
            before = found[at - 1] if at and left[-1] else piece
            says = before is not piece and before.reports and not before.is_ended
            is_claimed = says and not piece.asks and not piece.kinds <= _NO_CLAIM
            rest += f"{'true that ' if is_claimed else ''}{piece.text}{piece.sign}"
            left += [""] if left[-1] else []
            leads = leads and piece.joins
        leads |= bool(_SENTENCE.search(piece.sign))
    return rest, tuple(one.strip(_SIGNS) for one in left if one)


def _things(piece: Piece) -> list[tuple[str, object]]:
    """What its words stand for."""
    return [(token.kind, token.value) for token in piece.tokens]


def _named(piece: Piece, others: str) -> tuple[str, list[tuple[str, object]]]:
    """What the asker speaks of, if the rest asks about 'it' or what was 'there'; else where they say that they are at home."""
    named = {token: None for token in piece.tokens if token.kind in _TOPICS and token.words not in _NOBODY}
    if _POINTS.search(others):
        is_one = len({token.kind for token in named}) == len(named) > 0
        kinds = {token.kind for token in piece.tokens if token.words not in _NOBODY}
        is_topic = piece.is_own and is_one and kinds <= _OF_THE_ASKER | _TOPICS | {"CATEGORY"}
        return " ".join(token.words for token in named) if is_topic else "", []
    return "", [thing for thing in _things(piece) if thing[0] in ("COUNTRY", "CITY") and _WHENCE.search(piece.text)]


def _is_aside(piece: Piece, elsewhere: Things, *, stands_before: bool, is_clear: bool) -> bool:
    """Whether a piece is said of the asker, of what they ask for, or of who said so, and names nothing that no other does.

    :param stands_before: whether it stands before all that asks in its sentence.
    :param is_clear: whether the others name by themselves what they are about.
    """
    text, values = piece.text, {token.value for token in piece.tokens if token.kind == "REFUSE"}
    kinds = {
        token.kind
        for token in piece.tokens
        if token.words not in _NOBODY and (token.kind in _SAYS_ITSELF or (token.kind, token.value) not in elsewhere)
    }
    asks_more = _VERB.match(text) or ("?" in piece.sign and not piece.reports) or values & {CAUSE, SORT}
    if asks_more or _CHOOSES.search(text):
        return bool(_OTHERWISE.match(text)) and kinds <= _OF_THE_ASKER
    says_what = (piece.reports and not piece.is_ended) or not piece.kinds.isdisjoint(NAMES)
    if _DENIALS & kinds and says_what and not _UNSURE.search(text):
        return False
    if not (piece.is_own or _LIMITS.isdisjoint(piece.kinds)):
        return False
    is_for = text.lower().startswith("for ")
    if piece.is_own and ("PURPOSE" in kinds or not is_for):
        return kinds <= _OF_THE_ASKER
    words = [token for token in piece.tokens if token.kind not in (DROPPED if piece.is_ended else JOINTS)]
    is_phrase = "UNKNOWN" in kinds and (is_for or len(words) > 1 or bool(is_clear and _SENTENCE.search(piece.sign)))
    is_said_again = not kinds - DROPPED and len(kinds) < len(piece.tokens)
    is_told = "PURPOSE" in kinds or piece.reports or (stands_before and (is_phrase or is_said_again))
    idle = _OF_THE_ASKER - _DENIALS if "PURPOSE" in kinds else _OF_ANYBODY
    if "PURPOSE" in kinds and piece.sign[:1] in ")]":
        idle |= {"DATE"}  # '(SSC CGL 2023)'
    return is_told and kinds <= idle and NOT_HELD not in values
