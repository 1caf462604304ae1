"""What a question gives to choose its answer from: 'a) India b) Iran', '1. India 2. Japan ... (a) 1 only', '...? India, Iran'."""

import re
from itertools import chain

_KEY = re.compile(r"\s*\b(?:ans|answer|correct answer|correct option)\s*[.:-]*\s*(?:[(\[]?(?:[a-h1-8]|[ivx]+)[)\].]*)?\s*$", re.IGNORECASE)  # fmt: skip
"""Where the answer would stand, or its letter stands."""
_TOLD = re.compile(
    r"\s+(?:ans|answer|correct answer|correct option|solution|explanation)\b\s*[.:-]+\s*(?=\S)", re.IGNORECASE
)
"""Where behind the last option it is told which is right, and why."""
_STYLES = (tuple("abcdefgh"), tuple("12345678"), ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"))
"""What options are labelled with, in order."""
_LABEL = re.compile(rf"(?:^|(?<=[\s?:;,.)]))(?:option\s)?[(\[]?({'|'.join(sorted(chain(*_STYLES), key=len, reverse=True))})(?:\s?[.)\]:]|\s?[-–—](?=\s))\s*(?=\S)", re.IGNORECASE)  # fmt: skip
_TRUTH = re.compile(r"[\s(\[]*\b(?:a|1|i)[).:\]-]+\s*(?:true|yes|correct|right)[\s,;/|.]*[(\[]?(?:b|2|ii)[).:\]-]+\s*(?:false|no|incorrect|wrong)[\s.]*$", re.IGNORECASE)  # fmt: skip
"""Options that ask whether what stands before them is so."""
_CODES = re.compile(r"(?:only|both|neither|nor|and|or|all|none|of|the|these|above|one|two|three|four|five|[1-8]|[ivx]+|[\s&,.])+", re.IGNORECASE)  # fmt: skip
"""An option that says which of those that are numbered above it: '1 and 2 only'."""
_CONSIDER = re.compile(r",?\s*\bconsider the following[^:?.]*:?\s*$", re.IGNORECASE)
"""What announces them before the question behind them."""
_BEHIND = re.compile(r"[\s.;–—-]+(?=(?:which|who|how many|select|choose|mark|pick|tick|find)\b)", re.IGNORECASE)
"""Where the question begins behind what it is to be answered from: '... 3. Iran. Which of the above are members?'."""
_BULLET = re.compile(r"(?:^|(?<=\s))[•▪●◦○■□*]\s+")
_DASH = r"\s[-–—]\s"
_SIGN = rf"[,;|\n/&]|{_DASH}"
"""What stands between options."""
_ITEMS = rf"\s*(?=[^?:]*(?:{_SIGN}))([^?:]+)"
"""Options, with such a sign among them."""
_OF_THESE = re.compile(
    r"(\b(?:following|these|below|(?:which|who)(?!.*\ball three\b))\b[^?:]*:[^?:]+)\?\s*$", re.IGNORECASE
)
"""A question that ends with what it is to be answered from."""
_LIST = re.compile(rf"[?:]{_ITEMS}$|(?<=\w){_DASH}{_ITEMS}[?]?$")
"""Options behind a question or a colon, or behind a dash."""
_BETWEEN = re.compile(rf"{_SIGN}|\bor\b|\band\b")
"""The same, or a word."""
_ITEM = r"(?!(?:an?|the|not|no|yes|true|right|correct|which|what|who|or|and|its|their|held)\b)[\w.'’-]+(?: (?!(?:in|at|by|from|to|on)\b)[\w.'’-]+){0,2}"
_MORE = rf"(?:\s*[,;|/\n]\s*|{_DASH})(?:or )?{_ITEM}"
_STEM = re.compile(
    r"^((?!(?:how|since|did|does|do|is|are|was|were|has|have|list|all)\b)(?![^?:]*\b(?:wh\w+|summits|meetings|chairs|hosts|observers|partners|changes)\b)"
    r"[^?:,]*\b(?:by|at|is|was|languages (?:of \w+ )?are|stands for|city of|year|(?:became|got|came|place|held|membership|\w+ed)\b[^?:,]* in)"
    r"|(?:identify|name|choose|select|find|pick|spot|tick|mark)\b[^?:.,]*(?=\.\s))[\s.]+"
    rf"[\[({{]?(?={_ITEM}(?:{_MORE})+(?:{_MORE}|,? or {_ITEM})[\])}}.\s]*$)",
    re.IGNORECASE,
)
"""What is left open before options of which no sign tells: 'The summit was hosted by India, China, Russia'."""
_STRONG = re.compile(r"[;|\n]")
"""What stands between options that have commas in them: 'Tashkent, Uzbekistan; Astana, Kazakhstan'."""
_GIVEN = re.compile(r"\b(?:following|these|below)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(r"(?:all|none|both|any|neither)\b", re.IGNORECASE)
"""An option that speaks of the others: 'All of the above'."""
_CHOICE = re.compile(r"\b(?:which|what|who|these|following)\b", re.IGNORECASE)
_WHETHER = re.compile(r"\s*(?:is|are|was|were|did|does|do|has|have|had)\b", re.IGNORECASE)
"""What asks for yes or no, and has no options behind it."""
_NO_OPTION = re.compile(
    r"(?:who|what|which|when|where|since|how|is|was|did|does|has|not|no|never|only|just|except|excluding|but|without|i|my|we|need)\b"
    r"|(?:date|year|venue|place|city|location|host|theme|agenda|status)s?$",
    re.IGNORECASE,
)
"""How what is no option begins: it asks, denies, limits or is the asker's own."""
ENDING = re.compile(r"[\s.?!:;,\-–—]+$")
"""What ends a question, or an option."""
_FEWEST, _LONGEST = 2, 4


def apart(text: str) -> tuple[str, tuple[str, ...], str]:
    """A text without what its answer is to be chosen from; that, as written; and what is told of it behind."""
    text = _TRUTH.sub(" true or false?", _BULLET.sub("\n", _KEY.sub("", text)))
    runs = sorted(filter(None, (_run(text, style) for style in _STYLES)), key=lambda run: run[0].start())
    if len(runs) > 1 and all(_CODES.fullmatch(option) for option in _labelled(text, runs[-1])):
        text = text[: runs.pop()[0].start()]
    if len(runs) != 1:
        text, *told = [text] if _GIVEN.search(text) else _TOLD.split(text, maxsplit=1)
        return *_listed(text), " ".join(" ".join(told).split())
    *given, last = _labelled(text, runs[0])
    last, *told = _TOLD.split(last, maxsplit=1)
    last, *behind = _BEHIND.split(last, maxsplit=1)
    question, before = " ".join(behind).strip(), text[: runs[0][0].start()]
    options = tuple(ENDING.sub("", option).strip() for option in (*given, last))
    asked = f"{_CONSIDER.sub('', before)} {question}" if question else before
    return asked, tuple(option for option in options if not _OF_OTHERS.match(option)), " ".join(" ".join(told).split())


def _run(text: str, style: tuple[str, ...]) -> list[re.Match[str]]:
    """The labels of a style that stand in a text in their order, behind what they belong to; none, if there are not two."""
    found: list[re.Match[str]] = []
    for label in _LABEL.finditer(text):
        if label.start() and len(found) < len(style) and label[1].lower() == style[len(found)]:
            found.append(label)
    return found if len(found) >= _FEWEST else []


def _labelled(text: str, labels: list[re.Match[str]]) -> list[str]:
    """What stands behind each of some labels."""
    ends = [*(label.start() for label in labels[1:]), len(text)]
    return [text[label.end() : end] for label, end in zip(labels, ends, strict=True)]


def _listed(text: str) -> tuple[str, tuple[str, ...]]:
    """The same of options without labels, behind the question: '...? India, Iran'."""
    text = _STEM.sub(r"\1: ", _OF_THESE.sub(r"\1", text))
    listed = _LIST.search(text)
    before = text[: listed.start()] if listed else ""
    is_whether = bool(listed and listed[0][0] == "?" and _WHETHER.match(before) and not _CHOICE.search(before))
    if not listed or is_whether or not (listed[1] or _CHOICE.search(before)):
        return text, ()
    items = listed[1] or listed[2]
    parts = (_STRONG if _STRONG.search(items) else _BETWEEN).split(items)
    found = [option for part in parts if (option := part.strip(" .])}"))]
    if listed[2] and re.search(_DASH, listed[2]) and re.search(r"[,;|]", listed[2]):
        return text, ()  # 'Who hosted - India or Iran, say - in 2023?'
    if len(found) < _FEWEST or any(len(option.split()) > _LONGEST or _NO_OPTION.match(option) for option in found):
        return text, ()
    return text[: listed.start() + 1], tuple(found)
