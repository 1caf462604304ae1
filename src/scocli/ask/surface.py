"""What the characters of a question mean, before its words are looked up: signs, flags, empty places, options to choose from.

Nothing is dropped unseen but white space, what has no width, quotation marks, the letters of options and ending
punctuation: a sign that is neither read nor plain punctuation makes the question one that is not understood.
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from scocli.ask.lexer import LONGEST_QUESTION
from scocli.ask.options import ENDING, apart
from scocli.ask.vocabulary import patterns, vocabulary
from scocli.errors import NotUnderstood
from scocli.text import FLAG, letters_of, quoted

LABEL = re.compile(r"^\s*(?:q(?:ues(?:tion)?)?\s*\.?\s*(?:\d{1,3}\b|\d{0,3}\s*[.:)])[.:)]?|\(?\d{1,3}\s*[.)](?!\d)|\(?(?:[a-h]|[ivx]{1,4})\)\s)\s*", re.IGNORECASE)  # fmt: skip
"""What numbers a question."""
_EMPTY = re.compile(r"(?:_{2,}|\.{3,}|…|-{3,}|–{2,}|—{2,}|\(\s*\)|\[\s*\])[_.…–—-]*")
"""A place for the answer."""
_CUT, _AROUND_CUT = "\0", re.compile(" *(?:\0 *)+")
"""Where something was taken away, and the blanks around, of which one is left: two would be an empty place."""
_PLACE = "____"
"""How it is read, however it is written."""
_AS_PLACE = re.compile(r"[(\[{]\s*(?:_+|\.{3,}|…|-{3,})\s*[)\]}]|…{2,}|\.{4,}|-{4,}|_{2,}")
"""What is one beyond doubt, wherever it stands."""
_COUNTED = "members|states|countries|nations|observers|partners|founders|languages|summits|meetings"
_PLACES = tuple(
    (re.compile(pattern, re.IGNORECASE), asked, claim)
    for pattern, asked, claim in (
        (r"(?P<stem>(?P<of>[^?.!:;_]+?) (?:was|were|is|are|has|had) [^?.!:;_]+?)\s*____\s+and (?P<said>[^?.!:;_]+)[.!?\s]*$", r"\g<stem> ____", r"Is it true that \g<of> \g<said>?"),
        (r"(?P<others>[^?.!:;_]+?),?\s+and ____\s+(?P<said>[^?.!:;_]+)[.!?\s]*$", r"who \g<said> besides \g<others>", r"Is it true that \g<others> \g<said>?"),
        (rf"(?P<stem>[^_]*)____\s+(?P<said>(?:\w+ )?(?:{_COUNTED})\b[^_]*)$", r"\g<stem>how many \g<said>", ""),
        (r"(?P<stem>[^_]*?)\b(?P<by>in|on|at) the (?P<what>year|month|city|town|country)(?: of)?\s+____(?P<said>[^_]*)$", r"\g<stem>\g<said> \g<by> which \g<what>", ""),
        (r"(?P<stem>[^_]*?)\b(?P<by>in|on|at|by|from|since)\s+____[\s,]+(?P<said>[^_.?!]*\w)[.?!\s]*$", r"\g<stem>\g<said> \g<by> ____", ""),
    )
)  # fmt: skip
"""What stands around a place in the middle, what it asks, and what it says of the same beside: '... was signed in ____ and came into force in 2003'."""
_OF_SO_MANY = re.compile(r"\b(?:which|who|how many|what) of (?:the )?(?:SCO['’]s )?(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) ((?:(?:full|founding|original|current|present|former|new|dialogue|sco) )*(?:members?|founders|states|observers|partners)(?: states)?)\b", re.IGNORECASE)  # fmt: skip
"""'Which of the ten members ...' takes for granted that there are so many."""
_BLANK = re.compile(r"\b(is|are|was|were|has|have|had|did|does|do|of|by|led|represented|when|why|and|or|except)(?: {2,}|\t+)\w|\bwho (represented) (?:in|at|on)\b", re.IGNORECASE)  # fmt: skip
_OPEN_END = re.compile(r"(?:[:–—]|\s-)\s*$")
_PLAIN = frozenset(
    "\u00ad\u061c\u2066\u2067\u2068\u2069\u200b\u200c\u200d\u200e\u200f\u2060\ufeff'\"’‘“”«»`´ʼʻ.,;:?!()[]（），。、？،؟؛-–—‐‑"
)
SENTENCE_END = r"(?<=[?.!;])(?<!\b\w\.)(?<!\b(?:mr|dr|st|ms|no|vs)\.)(?<!\b(?:mrs|gen|sec)\.)[\"'”’]?\s+(?=\S)"
"""What stands between two sentences: not behind an initial or a title."""
ASKS = r"(?:who|whos|whom|whose|what|whats|which|when|where|wheres|why|how|since when)\b"
AUXILIARY = r"(?:is|are|was|were|did|does|do|has|have|had)(?:n['’]?t)?\b"
OF_IT = rf"(?<!\s),?\s+(?:and|but|so)\s+(?={AUXILIARY} (?:its?|he|his|she|her|they|their)\b)"
"""What stands before a question of what was named: 'When did Iran join and is it still a member?'."""
ASKS_AGAIN = re.compile(rf"\?[\"'”’]?\s+(?={ASKS})|{OF_IT}", re.IGNORECASE)
"""What stands before a second question."""
HEADLINE = re.compile(
    rf"['\"”’]*(?::|\s[–—-])\s+(?:(?:so|and|but)\s+)?(?=(?:(?:in|on|at) )?(?:{ASKS}|{AUXILIARY}))", re.IGNORECASE
)
"""What stands between a headline and what is asked of it."""
POINTS = re.compile(
    r"\b(?:which ones?(?! of\b| among|.*\ba\))|it|its|they|their|them|these|those|this|that|he|she|his|her|there)\b",
    re.IGNORECASE,
)
"""What stands for something that was named before."""


class Written(NamedTuple):
    """A question as it is written.

    :ivar words: what is to be read.
    :ivar options: what the answer is to be chosen from, as written.
    :ivar claim: what it says beside of the same, which must be so: '... was signed in ____ and came into force in 2003'.
    :ivar told: what is told behind the options: which is right, and why.
    :ivar is_open: whether its signs say that the answer would stand at its end: 'Iran joined:', 'The SCO was founded on ____'.
    """

    words: str
    options: tuple[str, ...] = ()
    is_open: bool = False
    claim: str = ""
    told: str = ""


def written(question: str) -> Written:
    """How a question is written: its words, what its signs mean, the options behind it.

    :raises NotUnderstood: if it is too long, a sign in it is not understood, or a place in it is empty.
    """
    if len(question) > LONGEST_QUESTION:
        raise NotUnderstood(f"Not understood: the question is longer than {LONGEST_QUESTION} characters.")
    text = LABEL.sub("", question)
    if gap := _BLANK.search(text):
        raise NotUnderstood(f"Not understood: a word is missing behind {gap[gap.lastindex or 0]!r}.")
    text = FLAG.sub(lambda flag: f" {letters_of(flag)} ", text)
    text, options, told = apart(text)
    text = " ".join(text.split())
    lines, at = patterns(), -1
    while fitting := next(lines.fitting(text, at + 1), None):
        at, pattern, words = fitting
        text = " ".join(pattern.sub(f" {words} ", text).split())
    text, is_open, claim = _opened(text)
    if (of := _OF_SO_MANY.search(text)) and not claim:
        text, claim = f"{text[: of.start(1)]}{text[of.end(1) :]}", f"Are there {of[1]} {of[2]}?"
    _see_that_it_is_plain(text)
    return Written(text, options, is_open or bool(_OPEN_END.search(text)), claim, told)


_HEADED = re.compile(rf"(?!{ASKS})[^?:]*:\s+{AUXILIARY}\s[^?]*\?\s*$", re.IGNORECASE)
"""What asks for yes or no behind a headline: 'SCO summit 2025: Is India attending?'."""
_ASKS_WHETHER = re.compile(rf"{AUXILIARY}|whether\b", re.IGNORECASE)


def claims_something(question: str, words: str) -> bool:
    """Whether what a question says is to be true or false."""
    return "true or false" in words or bool(_HEADED.match(question))


def leaves_open(question: str, words: str) -> bool:
    """Whether it leaves a place open, and asks for no yes or no."""
    return _PLACE in question and not _ASKS_WHETHER.match(words)


_NAMED_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""A year, from which 'next year' may be told."""


@cache
def _relative_years() -> tuple[re.Pattern[str], dict[str, int]]:
    """Years that are told from today's, 'last year', and how many years they are from it."""
    away = {said: int(line.value or 0) for line in vocabulary() if line.kind == "RELATIVEYEAR" for said in line.phrases}
    own = "".join(rf"(?<!{word} )" for word in ("the", "its", "his", "her", "their", "['’]s"))
    behind = r"(?:['’]s|s(?= (?:sco )?(?:summit|meeting|host|chair|theme)))?"
    return re.compile(rf"{own}\b({'|'.join(away)}){behind}\b", re.IGNORECASE), away


def with_years(question: str, today: str) -> str:
    """A question with the years in it that are told from today's, unless it names one from which they may be told."""
    pattern, away = _relative_years()
    if _NAMED_YEAR.search(question):
        return question
    return pattern.sub(lambda found: str(int(today[:4]) + away[found[1].lower()]), question)


def without_courtesies(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without what the patterns take for nothing: salutations, thanks, for which exam it is; and of that what is told."""
    rest = _AS_PLACE.sub(_PLACE, text)
    told: list[str] = []
    for pattern, is_told in patterns("courtesies") if len(text) <= LONGEST_QUESTION else ():
        told += [found[0].strip(" [](),|-–—?.!") for found in pattern.finditer(rest)] if is_told else []
        rest = _AROUND_CUT.sub(" ", pattern.sub(_CUT, rest)).strip()
    return (rest, tuple(told)) if rest else (text, ())


def _opened(text: str) -> tuple[str, bool, str]:
    """A text without the place for its answer, whether it has one at its end, and what it says beside; at its beginning 'who' stands then.

    :raises NotUnderstood: if it is elsewhere.
    """
    text, claim = _EMPTY.sub(_PLACE, text), ""
    for pattern, asked, claimed in _PLACES:
        if found := pattern.match(text):
            text, claim = found.expand(asked), found.expand(claimed).replace(", ", " and ")
            break
    before, place, after = text.partition(_PLACE)
    if _PLACE in after or (before.strip() and ENDING.sub("", after)):
        raise NotUnderstood("Not understood: a place in the middle of it is empty.")
    return (before.strip() if place else text, bool(place), claim) if before.strip() else (f"who{after}", False, claim)


def _see_that_it_is_plain(text: str) -> None:
    """See that no sign is left but plain punctuation. :raises NotUnderstood: with the first that is."""
    for sign in text:
        if not (sign in _PLAIN or sign.isspace() or sign.isalnum() or unicodedata.category(sign)[0] == "M"):
            raise NotUnderstood(f"Not understood: the sign {quoted(sign)} in it.")
