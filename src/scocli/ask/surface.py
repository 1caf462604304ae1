"""What the characters of a question mean, before its words are looked up: signs, flags, empty places, options to choose from.

Nothing is dropped unseen but white space, quotation marks, the letters of options and ending punctuation: a sign that is
neither read nor plain punctuation makes the question one that is not understood.
"""

import re
import unicodedata
from typing import NamedTuple

from scocli.ask.lexer import LONGEST_QUESTION
from scocli.errors import NotUnderstood
from scocli.text import quoted


class Written(NamedTuple):
    """A question as it is written.

    :ivar words: what is to be read.
    :ivar options: what the answer is to be chosen from, as written.
    :ivar claim: what it says beside of the same, which must be so: '... was signed in ____ and came into force in 2003'.
    :ivar is_open: whether its signs say that the answer would stand at its end: 'Iran joined:', 'The SCO was founded on ____'.
    """

    words: str
    options: tuple[str, ...] = ()
    is_open: bool = False
    claim: str = ""


READ = (
    (r"\bS\.\s?C\.\s?O\.?(?!\w)", "SCO"),
    (r"(?:\bthe\s+)?(?:_{2,}|\.{3,}|…)\s*(?=(?:summit|meeting|country|city|year|state|nation)\b)", "which "),
    (r"^\s*(?:explained|explainer|faq|quiz|gk|question)\s*:\s+", ""),
    (r"^\s*(?:we|i|they|(?:our|my|the|this|an?) (?:article|text|draft|report|book|textbook|teacher|editor|brochure|colleague|friend)) (?:have |has |had )?(?:written|wrote|read|heard|printed|noted|been told|was told|were told|says?|states?|claims?|said|stated|claimed) that\b", "is it true that"),
    (r"\b(?:(?:the|that|this)\s+)?shanghai\s+(?:co-?\s?op(?:eration)?\s+)?(?:organi[sz]ation|org|group(?:ing)?|club|bloc|thing|pact|alliance|body|lot)\b(?:\s*\(\s*(?:sco|shos)\s*\))?", "SCO"),
    (r"\bSCO\s*\(\s*SCO\s*\)", "SCO"),
    (r"(?:>=|≥|=>)\s*(?=\d)", " since "),
    (r"(?:<=|≤|=<)\s*(?=\d)", " until "),
    (r">\s*(?=\d)", " after "),
    (r"<\s*(?=\d)", " before "),
    (r"\b((?:19|20)\d\d)\s*\+(?!\w)", r" since \1 "),
    (r"\bSCO\s*\+(?!\w)", "SCO Plus"),
    (r"(?<=\w)\+(?=\s|$|\?)(?<=brics\+|.opec\+)", " "),
    (r"\b(?:is|was|has)\s?/\s?(are|were|have)\b", r"\1"),
    (r"\s&\s|(?<=\w)&(?=\w)", " and "),
    (r"\b(members|states|observers|partners|countries)\s+[-−–]\s+(?=(?:founders|members|observers|partners|dialogue)\b)", "\\1 \u2212 "),
    (r"\band/or\b", " or "),
    (r"\b(?:true\s*/\s*false|t\s*/\s*f|yes\s*/\s*no|y\s*/\s*n)\b", " true or false "),
    (r"\b((?:19|20)\d\d)\s*[-–/]\s*(?:19|20)(\d\d)\b", r"\1-\2"),
    (r"\b((?:19|20)\d\d)\s*[–/]\s*(\d\d)\b", r"\1-\2"),
    (r"^\s*(?:wen|whn)(?=\s+(?:did|is|was|will|does|do|were|are)\b)", "when"),
    (r"#\s*(?=of\b)", "number "),
    (r"(?<!\byes)(?<!\bor)[,\s]+(?:or\s+)?(?:no|nope|nah)\s*[?.!]*\s*$", " true or false "),
    (r"[,.?!;–-]\s*(?:is|are|was|were|has|have|did|does|do|am)(?:n['’]?t)?\s+(?:it|he|she|they|that|this|i)(?:\s+(?:still\s+|really\s+)?(?:right|true|correct|so|accurate|the case|there))?\s*[?.!]*\s*$", " true or false "),
    (r"\byoungest (?=(?:full |sco )*(?:member|observer|partner)s?\b)", "newest "),
    (r"\b(prime ministers|leaders|heads of (?:state|government)) of (?:the )?SCO (?=(?:meet|met|gather)\w*)", r"SCO \1 "),
    (r"\b(which (?:\w+ )?(?:leaders|prime ministers|heads of \w+)) (?:met|gathered)\b", r"\1 attended"),
    (r"\bunder (?:the )?(\w+)['’]s (?:chairmanship|presidency)\b", r"chaired by \1"),
    (r"\bat all (?=(?:of )?(?:the )?(?:sco )?(?:summits|meetings)\b)", "at each of "),
)  # fmt: skip
"""Spellings and signs, and the words that they stand for; case does not matter."""

_READ = tuple((re.compile(pattern, re.IGNORECASE), words) for pattern, words in READ)
_FLAG = re.compile("([\U0001f1e6-\U0001f1ff])([\U0001f1e6-\U0001f1ff])")
_LABEL = re.compile(r"^\s*(?:q(?:ues(?:tion)?)?\s*\.?\s*\d{0,3}\s*[.:)]|\(?\d{1,3}\s*[.)](?!\d))\s*", re.IGNORECASE)
_ANSWER = re.compile(r"\s*\b(?:ans|answer|correct answer)\s*[.:]?\s*$", re.IGNORECASE)
_CONSIDER = re.compile(
    r"^\s*consider the following[^:]*:\s*(.+?)[\s.;]+((?:which|who|how many)\b[^?]*\?)(?:\s*\(?a\s?[.)].*)?$",
    re.IGNORECASE | re.DOTALL,
)
"""'Consider the following countries: 1. India 2. Japan. Which of these are members? (a) 1 only (b) 1 and 2'."""
_EMPTY = re.compile(r"_{2,}|\.{3,}|…")
_BLANK = re.compile(r"\b(is|are|was|were|has|have|had|did|does|do|of|by|led|represented|when|why)(?: {2,}|\t+)\w", re.IGNORECASE)  # fmt: skip
_LETTERED = re.compile(r"(?:^|(?<=\s)|(?<=[?:;,]))\(?([a-hA-H1-8])\s?[.)]\s*(?=\S)")
_ITEMS = r"\s*(?=[^?:]*(?:[,;|\n]|\s[-–—/]\s))([^?:]+)"
_LIST = re.compile(rf"[?:]{_ITEMS}$|(?<=\w)\s[-–—]\s{_ITEMS}[?]?$")
"""Options behind a question or a colon, or behind a dash."""
_BETWEEN = re.compile(r"[,;|\n]|\s[-–—/]\s|\bor\b|\band\b")
_OF_OTHERS = re.compile(r"(?:all|none|both|any|neither)\b", re.IGNORECASE)
"""An option that speaks of the others: 'All of the above'."""
_DASH = re.compile(r"\s[-–—]\s")
_CHOICE = re.compile(r"\b(?:which|what|who|these|following)\b", re.IGNORECASE)
_WHETHER = re.compile(r"\s*(?:is|are|was|were|did|does|do|has|have|had)\b", re.IGNORECASE)
"""What asks for yes or no, and has no options behind it."""
_NO_OPTION = re.compile(
    r"(?:who|what|which|when|where|since|how|is|was|did|does|has|not|no|never|only|just|except|excluding|but|without|i|my|we|need)\b",
    re.IGNORECASE,
)
"""How what is no option begins: it asks, denies or is the asker's own."""
_ENDING = re.compile(r"[\s.?!:;,\-–—]+$")
_OPEN_END = re.compile(r"(?:[:–—]|\s-)\s*$")
_PLAIN = frozenset(" \u200c\u200d'\"’‘“”«»`´ʼʻ.,;:?!()[]（），。、-–—‐‑\t\n\r\ufeff\u00a0")
_CLAIMS = re.compile(r"(?P<stem>(?P<of>[^?.!:;_]+?) (?:was|were|is|are|has|had) [^?.!:;_]+?)\s*(?:_{2,}|…|\.{3,})\s+and (?P<said>[^?.!:;_]+)[.!?\s]*$")  # fmt: skip
_FEWEST = 2


def written(question: str) -> Written:
    """How a question is written: its words, what its signs mean, the options behind it.

    :raises NotUnderstood: if it is too long, a sign in it is not understood, or a place in it is empty.
    """
    if len(question) > LONGEST_QUESTION:
        raise NotUnderstood(f"Not understood: the question is longer than {LONGEST_QUESTION} characters.")
    text = _CONSIDER.sub(r"\2 \1", _ANSWER.sub("", _LABEL.sub("", question)))
    if gap := _BLANK.search(text):
        raise NotUnderstood(f"Not understood: a word is missing behind {gap[1]!r}.")
    text = _FLAG.sub(lambda flag: f" {_letter(flag[1])}{_letter(flag[2])} ", text)
    text, options = _apart(text)
    for pattern, words in _READ:
        text = pattern.sub(words, text)
    text, claim = _apart_from_claim(text)
    text, is_open = _opened(text)
    _see_that_it_is_plain(text)
    return Written(text, options, is_open or bool(_OPEN_END.search(text)), claim)


def _letter(sign: str) -> str:
    """The letter of half a flag."""
    return chr(ord(sign) - 0x1F1E6 + ord("A"))


def _apart_from_claim(text: str) -> tuple[str, str]:
    """A text up to its empty place, and what it says of the same behind 'and'."""
    found = _CLAIMS.match(text)
    return (f"{found['stem']} ____", f"Is it true that {found['of']} {found['said']}?") if found else (text, "")


def _opened(text: str) -> tuple[str, bool]:
    """A text without the place for its answer, and whether it has one: at its end, or at its beginning, where 'who' stands then.

    :raises NotUnderstood: if it is elsewhere.
    """
    place = _EMPTY.search(text)
    if place is None:
        return text, False
    before, after = text[: place.start()].strip(), text[place.end() :]
    if _EMPTY.search(after) or (before and _ENDING.sub("", after)):
        raise NotUnderstood("Not understood: a place in the middle of it is empty.")
    return (before, True) if before else (f"who{after}", False)


def _apart(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the options behind it, and these: 'A) India B) Iran', '...? India, Iran'."""
    labels = list(_LETTERED.finditer(text))
    first = next((at for at, label in enumerate(labels) if label[1] in "aA1"), None)
    if first is not None and len(labels) - first >= _FEWEST and labels[first].start() > 0:
        ends = [*(label.start() for label in labels[first + 1 :]), len(text)]
        found = [text[label.end() : end] for label, end in zip(labels[first:], ends, strict=True)]
        options = [_ENDING.sub("", option).strip() for option in found]
        return text[: labels[first].start()], tuple(option for option in options if not _OF_OTHERS.match(option))
    listed = _LIST.search(text)
    before = text[: listed.start()] if listed else ""
    is_whether = bool(listed and listed[0][0] == "?" and _WHETHER.match(before) and not _CHOICE.search(before))
    if listed and not is_whether and (listed[1] or _CHOICE.search(before)):
        options = [option.strip(" .") for option in _BETWEEN.split(listed[1] or listed[2])]
        found = [option for option in options if option]
        if listed[2] and _DASH.search(listed[2]) and re.search(r"[,;|]", listed[2]):
            return text, ()  # 'Who hosted - India or Iran, say - in 2023?'
        if len(found) >= _FEWEST and all(len(option.split()) <= 4 and not _NO_OPTION.match(option) for option in found):
            return text[: listed.start() + 1], tuple(found)
    return text, ()


def _see_that_it_is_plain(text: str) -> None:
    """See that no sign is left but plain punctuation.

    :raises NotUnderstood: with the first that is.
    """
    for sign in text:
        if sign not in _PLAIN and not sign.isalnum() and unicodedata.category(sign)[0] != "M":
            raise NotUnderstood(f"Not understood: the sign {quoted(sign)} in it.")
