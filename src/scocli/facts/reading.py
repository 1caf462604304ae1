"""The words of a condition, taken one after another by the classes that they are parts of."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, TypeVar

from scocli.dataset import DataSet
from scocli.days import DayError, canonical
from scocli.errors import UsageProblem
from scocli.facts.nouns import FORMS, OFFICES
from scocli.facts.presence import Manner, find_leader
from scocli.facts.time import Time
from scocli.names import CATEGORY_NAMES, FINDERS
from scocli.suggestions import nearest
from scocli.text import fold, listed, quoted

T = TypeVar("T")

_WORD = re.compile(r"""["'“„«](?P<quoted>.*?)["'”“»](?![^\s,])|(?P<comma>,)|(?P<bare>[^\s,"]+)|(?P<stray>")""")
_RANGE = re.compile(r"(.*?)\.\.(.*)")
ANY = "any"
"""In the place of categories: whichever."""
BLANKS = "A name of several words stands in quotation marks."
_SAID_OTHERWISE = {
    ("and", "but"): "For 'and', give two conditions, each with its own option.",
    ("more", "over"): "Say 'at least 3 times' for 'more than twice'.",
    ("less", "fewer", "under"): "Say 'at most 1 times' for 'fewer than twice'.",
    ("once", "twice", "thrice", "times"): "Say 'exactly 2 times', 'at least 2 times' or 'at most 2 times'.",
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"): "A number stands in digits.",
}
"""What to say instead of words that conditions do not have."""


class ConditionError(UsageProblem):
    """Words that are no condition.

    :ivar word: the one that is not understood; empty where words are missing.
    :ivar near: words that could stand there and are spelled much like it.
    """

    def __init__(self, message: str, word: str = "", near: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.word = word
        self.near = near


class Word(NamedTuple):
    """A word of a condition, or what stands in quotes.

    :ivar start: where it begins.
    """

    text: str
    is_quoted: bool
    start: int

    @property
    def key(self) -> str:
        """It as a keyword; nothing that is quoted is one."""
        return "" if self.is_quoted else fold(self.text)


def spelled(word: str) -> str:
    """A word as a condition has it: in quotes, if it would else be several."""
    return f'"{word}"' if not word or re.search(r"[\s,]", word) else word


def spelled_list(words: tuple[str, ...]) -> str:
    """Words with 'or' between them."""
    return ",".join(map(spelled, words))


class Reader:
    """A condition, read from left to right.

    :ivar could_be: what was looked for where it stands, and not found.
    """

    def __init__(self, data: DataSet, text: str) -> None:
        self.data = data
        self.text = text
        self.words: list[Word] = []
        self.place = 0
        self.could_be: list[str] = []
        for found in _WORD.finditer(text):
            if found["stray"]:
                raise ConditionError(f"A quotation mark is not closed in {quoted(text)}.", '"')
            self.words.append(Word(found["quoted"] or found["comma"] or found["bare"] or "", found["quoted"] is not None, found.start()))  # fmt: skip

    @property
    def next(self) -> Word | None:
        """The word that comes next; ``None`` at the end."""
        return self.words[self.place] if self.place < len(self.words) else None

    def _step(self, words: int = 1) -> None:
        self.place += words
        self.could_be.clear()

    def goes_on(self, *keywords: str) -> bool:
        """Whether these words come next; they are not taken."""
        ahead = self.words[self.place : self.place + len(keywords)]
        return [word.key for word in ahead] == list(keywords)

    def takes(self, phrase: str) -> bool:
        """Take a phrase, if it comes next."""
        keywords = phrase.split()
        if self.goes_on(*keywords):
            self._step(len(keywords))
            return True
        self.could_be.append(repr(phrase))
        return False

    def takes_one(self, phrases: tuple[str, ...]) -> str | None:
        """Take the one of some phrases that comes next, if one does."""
        return next((phrase for phrase in phrases if self.takes(phrase)), None)

    def item(self, find: Callable[[str], T | None], *could_be: str) -> T:
        """Take a word, as what it means.

        :param could_be: what is looked for.
        :raises ConditionError: if none is left, or it means nothing of that.
        :raises NotUnderstood: by what finds it.
        """
        word = self.next
        found = None if word is None or (word.text == "," and not word.is_quoted) else find(word.text)
        if found is None:
            self.could_be += could_be
            raise self.error()
        self._step()
        return found

    def items(self, find: Callable[[str], T | None], *could_be: str) -> tuple[T, ...]:
        """Take one word or several with commas between them; what is named twice counts once. As :meth:`item`."""
        found = [self.item(find, *could_be)]
        while self.goes_on(","):
            self._step()
            found.append(self.item(find, *could_be))
        return tuple(dict.fromkeys(found))

    # ---- what several clauses have

    def is_categories(self) -> bool:
        """Whether a category, or 'any', comes next."""
        word = self.next
        if word is not None and (word.key == ANY or any(fold(word.text) in names for names in CATEGORY_NAMES.values())):
            return True
        self.could_be += [*map(repr, CATEGORY_NAMES), repr(ANY)]
        return False

    def names(self, kind: str, could_be: str) -> tuple[str, ...]:
        """Take names of a kind (:data:`~scocli.names.FINDERS`), as what they stand for in the data. As :meth:`item`."""
        return self.items(partial(FINDERS[kind], self.data), could_be)

    def categories(self) -> tuple[str, ...]:
        """Take categories; none for 'any'.

        :raises ConditionError: if none comes next.
        """
        if not self.is_categories():
            raise self.error()
        return () if self.takes(ANY) else self.names("category", "a category")

    def summit(self) -> str:
        """Take a summit, by any of its names."""
        return self.item(partial(FINDERS["summit"], self.data), "a summit")

    def time(self) -> Time | None:
        """Take a day, month, year or period, if one comes next.

        :raises ConditionError: if it ends before it begins.
        """
        word = self.next
        found = _time(word.text) if word is not None else None
        if word is None or found is None:
            self.could_be.append("a time as 2017, 2017-06-09, 2017..2023, 2017.. or ..2010")
            return None
        if found.period.first > found.period.last:
            raise ConditionError(f"The period {quoted(word.text)} ends before it begins.", word.text)
        self._step()
        return found

    def manner(self) -> Manner:
        """Take what is said of how a delegation came.

        :raises ConditionError: if the same is said twice.
        """
        found: dict[str, tuple[str, ...]] = {}
        ways: dict[str, tuple[str, Callable[[], tuple[str, ...]]]] = {
            "as": ("as", lambda: self.names("capacity", "a capacity")),
            "led by": ("led by", lambda: self.items(partial(find_leader, self.data), "a rank, an office or a person")),
            "by-video": ("mode", lambda: ("video",)),
            "in-person": ("mode", lambda: ("in-person",)),
        }
        at = self.next
        while (phrase := self.takes_one(tuple(ways))) and at:
            way, words = ways[phrase][0], ways[phrase][1]()
            if way in found:
                twice = f"{quoted(at.text)} stands twice in {quoted(self.text)}"
                raise ConditionError(f"{twice}: a comma means 'or'; for 'and', give two conditions.", at.text)
            found[way], at = words, self.next
        return Manner(found.get("as", ()), found.get("led by", ()), *found.get("mode", ()))

    # ---- errors

    def error(self, names: tuple[str, ...] = ()) -> ConditionError:
        """What there could have been instead of the next word.

        :param names: names that are near to it, where it may be a name.
        """
        word, could_be = self.next, list(dict.fromkeys(self.could_be))
        before = self.text[: word.start if word else None].strip()
        after = f" behind {quoted(before)}" if before else ""
        start = f"Behind {quoted(before)} can stand" if before else "It begins with"
        instead = f"{start} {listed(could_be, 'or')}." if could_be else ""
        if word is None:
            return ConditionError(f"The condition {quoted(self.text)} is not complete. {instead}".strip())
        phrases = [name.strip("'") for name in could_be if name.startswith("'")]
        near = nearest(word.text, zip(phrases, phrases, strict=True)) or names
        hint = f" Did you mean {listed(near, 'or')}?" if near else self._otherwise(word)
        blank = "" if word.is_quoted or not before or hint else f" {BLANKS}"
        return ConditionError(
            f"{quoted(word.text)} is not understood{after}.{hint} {instead}{blank}".strip(), word.text, near
        )

    def _otherwise(self, word: Word) -> str:
        """How to say what a word is meant to say, where conditions have other words for it; with a blank before it."""
        key = "times" if word.text.isdigit() and "'at least'" in self.could_be else word.key
        return "".join(f" {said}" for words, said in _SAID_OTHERWISE.items() if key in words)

    def ends(self) -> None:
        """See that nothing is left.

        :raises ConditionError: if a word is.
        """
        if self.next is not None:
            raise self.error()


def _time(word: str) -> Time | None:
    """The time that a word means, or ``None`` where it means none."""
    found = _RANGE.fullmatch(word)
    ends = (found[1], found[2]) if found else (word, word)
    if ends == ("", ""):
        return None
    try:
        first, last = (canonical(end) if end else None for end in ends)
    except DayError:
        return None
    return Time(first, last) if (first is None) == (not ends[0]) and (last is None) == (not ends[1]) else None


def number_of(word: str) -> int | None:
    """The number that a word means, or ``None`` where it means none."""
    return int(word) if re.fullmatch(r"\d{1,6}", word, re.ASCII) else None


# ---- what clauses are put together from


class Part(NamedTuple):
    """A part of a clause, which is read and spelled in one place.

    :ivar field: the field of the condition that it says.
    :ivar read: takes its words, and gives its value.
    :ivar spell: gives the words of a value.
    :ivar keyword: what stands before it, where it may be missing.
    """

    field: str
    read: Callable[[Reader], object]
    spell: Callable[[Any], str]
    keyword: str = ""

    def spelled(self, condition: object) -> str:
        """Its words in a condition; nothing where it is missing."""
        value = getattr(condition, self.field)
        return f"{self.keyword} {self.spell(value)}".strip() if value or not self.keyword else ""


def _spelled_manner(manner: Manner) -> str:
    """How a delegation came: ``as guest led by prime-minister by-video``."""
    led_by = tuple(word.replace(" ", "-") if word in OFFICES else word for word in manner.led_by)
    parts = (("as", manner.capacities), ("led by", led_by))
    said = [f"{keyword} {spelled_list(words)}" for keyword, words in parts if words]
    return " ".join([*said, *([{"video": "by-video"}.get(manner.mode, manner.mode)] if manner.mode else [])])


TIME = Part("time", Reader.time, lambda time: time.spell() if time else "")
CATEGORIES = Part("categories", Reader.categories, lambda categories: spelled_list(categories) or ANY)
FROM = Part("before", lambda reader: reader.categories() or (ANY,), spelled_list, "from")
AT = Part("at", Reader.summit, str, "at")
SUMMIT = Part("summit", Reader.summit, lambda summit: summit or "")
CITIES = Part("cities", lambda reader: reader.names("city", "a city"), spelled_list, "in")
COUNTRIES = Part("to", lambda reader: reader.names("country", "a country"), spelled_list, "to")
WHOM = Part("whom", lambda reader: reader.names("subject", "a country or a person"), spelled_list)
MANNER = Part("manner", Reader.manner, _spelled_manner)
FORM = Part(
    "which",
    lambda reader: reader.items(lambda word: form if (form := fold(word)) in FORMS else None, *map(repr, FORMS)),
    spelled_list,
)
NUMBERS = Part("which", lambda reader: reader.items(number_of, "a number"), lambda found: ",".join(map(str, found)))
IN = CITIES._replace(field="which", keyword="")
