"""What stands around a question and says nothing of it: who asks, what for, and what was said before it was said right.

It is left out where the question is not understood with it, and never unseen: a note tells what was. What names something
in the data, denies or orders is no such thing.
"""

import re
from collections.abc import Iterator

from scocli.ask.lexer import Lexicon, lex, split
from scocli.ask.vocabulary import DROPPED

_ASKS = r"(?:who|whom|whose|what|which|when|where|since|how|is|are|was|were|did|does|do|has|have)\b"
_OWN, _FOR, _ADJUNCT = "own", "for", "adjunct"
_AROUND = tuple(
    (re.compile(pattern, re.IGNORECASE), mark)
    for pattern, mark in (
        (r"^\s*(?P<left>[^?.!:;]+?)\s*(?:[?.!:;]+|\s[-–—])\s+", _FOR),  # 'Deadline in 20 min: ...'
        (r"^\s*(?P<left>[^?.!:;,]+?)\s*,\s+", _FOR),
        (r"(?<=[?.!])\s*(?P<left>(?!sorry)[^?.!:;]+?)[\s?.!]*$", _OWN),  # '...? My mate swears it is.'
        (r"\s*\((?P<left>[^()]+)\)", _FOR),
        (r"[\s,;]+(?P<left>(?:asking |needed )?for [^?.!:;,]+?)[\s?.!]*$", _ADJUNCT),
        (r"^\s*(?P<left>(?:my|our) (?:[\w'’-]+ ){1,4}?)(?=(?:who|what|which|when|where|how|if|whether)\b)", _OWN),
        (rf"^\s*(?P<left>(?:sorry|excuse me|apologies)[^?.!:;,]*?)[\s,.]+(?={_ASKS})", _OWN),
    )
)  # fmt: skip
"""How it stands there, and what tells it: that it is the asker's own, or says what the question is for."""
_RESTATED = re.compile(rf"^(?P<left>.*?\bi mean)\b[\s,:]*(?={_ASKS})", re.IGNORECASE | re.DOTALL)
_CORRECTED = re.compile(r"[\s.…,–—-]*\b(?:sorry|no wait|wait no|scratch that|i meant)\b[\s.…,–—-]*(?=(?P<head>\w+))", re.IGNORECASE)  # fmt: skip
_THE_ASKER_S = re.compile(r"\b(?:my|our|sorry|excuse|apologies)\b", re.IGNORECASE)
_CHOOSES = re.compile(r"\b(?:ones?|those|these)\b", re.IGNORECASE)
_NAMES_NOTHING = frozenset({"UNKNOWN", "PURPOSE", "BE", "AUX", "IN", "BY", "AS", "AND", "NUMBER", "WHETHER", "NOW", "QUALIFIER", *DROPPED})  # fmt: skip
_DEEDS = frozenset({"ATTEND", "MISS", "REPRESENT", "JOIN", "BECOME", "APPLY", "SIGN"})
"""What can be done for something: 'came for a speech' does not say what is asked for what."""


def without(question: str, lexicon: Lexicon, codes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """A question without one of the things that stand around it, and that thing, for each that does."""

    def kinds(text: str) -> set[str]:
        return {token.kind for token in lex(split(text), lexicon, codes)}

    for pattern, mark in _AROUND:
        for found in pattern.finditer(question):
            left, rest = found["left"].strip(), f"{question[: found.start()]} {question[found.end() :]}".strip()
            said, is_own = kinds(left), bool(_THE_ASKER_S.search(left))
            is_told = "PURPOSE" in said or ("UNKNOWN" in said and is_own and mark == _OWN)
            is_of_deed = mark == _ADJUNCT and not is_own and not _DEEDS.isdisjoint(kinds(rest))
            if is_told and said <= _NAMES_NOTHING and not is_of_deed and not _CHOOSES.search(left):
                yield rest, left
    for found in _RESTATED.finditer(question):
        if "UNKNOWN" in kinds(found["left"]):
            yield question[found.end() :], found["left"]
    for found in _CORRECTED.finditer(question):
        begins = [*re.finditer(rf"\b{found['head']}\b", question[: found.start()], re.IGNORECASE)]
        if begins:  # 'to the Ufa, sorry, to the Samarkand summit': what begins alike stands in its place
            begin = begins[-1].start()
            yield question[:begin] + question[found.end() :], question[begin : found.end()].strip(" ,.…–—-")
