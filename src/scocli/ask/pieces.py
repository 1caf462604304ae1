"""The pieces into which a text falls: sentences, brackets, what stands before a colon, a comma or a dash, what begins with a
word that asks or with 'I', and what reports, such as 'my boss says', apart from what is reported.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from scocli.ask.lexer import Token
from scocli.ask.surface import ASKS, AUXILIARY
from scocli.ask.vocabulary import DROPPED, SOFT

_I = r"(?:i|i['’]?m|i['’]?ve|we|we['’]re|need|hope)\b"
_BEGINS = rf"(?:(?:(?:in|on|at|of|by|from|to|under|until|about) )?{ASKS}|as to\b|{_I}|(?:asking|for|cos|cuz|because|thanks|cheers|sorry|please|pls)\b|or {AUXILIARY})"  # fmt: skip
_GOES_ON = "".join(rf"(?<!\b{word})" for word in ("may", "might", "can", "could", "should", "as", "if", "when", "that", "and", "as to"))  # fmt: skip
_HAS_SUBJECT = "".join(rf"(?<!\b{word})" for word in ("it", "he", "she", "they", "that", "this"))
_CUT = re.compile(
    rf"[.?!;:…]+[\"'”’]?(?:\s+|$)|\s+[-–—]+\s*|\s*[()\[\]]\s*|,\s*|{_GOES_ON}\s+(?={_BEGINS})|{_HAS_SUBJECT}\s+(?={AUXILIARY}\s)",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:says?|said|saying|told|asks?|asked|claims?|claimed|insists?|insisted|reckons?|swears?|telling|reports(?= that)|swore|have sworn|thinks?|thought|believes?|suggests?"
    r"|(?<!which )(?<!what )states?|til|tells|maintain(?:s|ed)?|argue[sd]?|agree[sd]?|believed|suggested|convinced|adamant|positive|under the impression|swearing|wr(?:ites?|ote|itten)|noted|printed|heard|read|seen|saw|learn(?:t|ed)|taught|sure|certain|whether|if|know|wonder(?:ing)?|checking|according to (?:\w+ )?\w+)\b"
    r"(?: (?:on|in|at|from|by)(?: (?!that\b)\w+){1,3}(?= that\b))?(?: (?:me|us|so|it|him|her|them)\b)?(?: (?:that|if|whether|to)\b)?[\s,:]+(?!(?:about|on|of|for|(?:(?:him|her|them|me|us) )?(?:yes|no))\b)",
    re.IGNORECASE,
)
_ASKING = re.compile(_BEGINS, re.IGNORECASE)
_VERB = re.compile(AUXILIARY, re.IGNORECASE)
_SUBJECT = re.compile(r"(?:i|we|my|our)\b|.*\band (?:i|we)$", re.IGNORECASE)
JOINTS = frozenset({"BE", "AUX", "IN", "BY", "AS", "AND", "OR", "BUT", *DROPPED})
"""Kinds of words that only join."""
_IS_OWN = re.compile(rf"\b(?:{_I}|(?:me|my|mine|us|our)\b|here$)", re.IGNORECASE)


class Piece(NamedTuple):
    """A piece of a text.

    :ivar text: what it says.
    :ivar sign: the sign, or the blank, that separates it from the next.
    :ivar tokens: its words.
    """

    text: str
    sign: str
    tokens: tuple[Token, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its words."""
        return frozenset(token.kind for token in self.tokens)

    @property
    def is_ended(self) -> bool:
        """Whether a sign ends it."""
        return bool(self.sign.strip())

    @property
    def reports(self) -> bool:
        """Whether it says who says what follows, or was said."""
        return any(self.is_ended or found.end() > len(self.text) for found in _REPORTS.finditer(f"{self.text} "))

    @property
    def is_own(self) -> bool:
        """Whether the asker speaks of themselves in it, and not only in a phrase such as 'tell me'."""
        said = " ".join(token.words for token in self.tokens if token.kind != SOFT or " " not in token.words)
        return bool(_IS_OWN.search(said))

    @property
    def joins(self) -> bool:
        """Whether it has words only that join others."""
        return self.kinds <= JOINTS

    @property
    def asks(self) -> bool:
        """Whether it begins with a word that asks, or one of the asker's."""
        return bool(_ASKING.match(self.text))


def pieces(text: str, lexed: Callable[[str], list[Token]]) -> list[Piece]:
    """The pieces of a text; what only joins belongs to the next, and at the end to the last."""
    found: list[Piece] = []
    at = 0
    for begin, end in _cuts(text):
        piece = Piece(text[at : max(at, begin)], text[max(at, begin) : end], tuple(lexed(text[at : max(at, begin)])))
        has_verb_behind = _VERB.match(text, end) and _SUBJECT.match(piece.text)
        if end < len(text) and not piece.is_ended and (piece.joins or has_verb_behind):
            continue
        if end == len(text) and piece.joins and found and not found[-1].is_ended:
            last = found.pop()  # 'My flatmate swears it is'
            piece = Piece(f"{last.text}{last.sign}{piece.text}", piece.sign, last.tokens)
        found.append(piece)
        at = end
    return found


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Where pieces end, and where the next begin."""
    cuts = {found.end(): found.start() for found in _CUT.finditer(text)}
    cuts |= {found.end(): found.end() for found in _REPORTS.finditer(text)}
    cuts.setdefault(len(text), len(text))
    return ((cuts[end], end) for end in sorted(cuts))
