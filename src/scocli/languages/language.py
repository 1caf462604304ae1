"""What a language has: templates of sentences, forms of days, names and words."""

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from scocli.days import Period, parse_period

if TYPE_CHECKING:
    from scocli.dataset import DataSet

_EITHER = re.compile(r"\[([^\]]*)\]")
_MANY = 2
"""The form of a verb that goes with several."""


class Language:
    """A language, read from its file; what the file's form is, it says itself."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._texts: dict[str, list[str]] = {}
        text = files("scocli.languages").joinpath(f"{code}.txt").read_text("utf-8")
        for line in text.splitlines():
            if line and not line.startswith("#"):
                key, _, said = line.partition(" = ")
                self._texts.setdefault(key, []).append(said)
        self.words = {key[5:]: said[0] for key, said in self._texts.items() if key.startswith("word ")}
        """What things are called, by their English name or id."""

    def has(self, key: str) -> bool:
        """Whether there is a text of some key."""
        return key in self._texts

    def texts(self, key: str) -> list[str]:
        """All texts of a key."""
        return self._texts.get(key, [])

    def text(self, key: str, form: int = 0, **values: object) -> str:
        """A text with its places filled.

        :param form: which of the words in brackets is taken.
        """
        said = _EITHER.sub(lambda found: found[1].split("|")[form], self._texts[key][0])
        return said.format(**values)

    def word(self, english: str) -> str:
        """What is called so in English, or that where the language has no word for it."""
        return self.words.get(english, english)

    def day(self, words: str) -> str:
        """A day, month or year."""
        year, month, day = (*words.split("-"), "", "")[:3]
        key = "day" if day else "month" if month else "year"
        named = self._texts["months"][0].split(", ")[int(month) - 1] if month else ""
        return self.text(key, year=int(year), month=named, day=int(day or 0))

    def days(self, first: str, last: str) -> str:
        """The days from one to another."""
        if first == last:
            return self.day(first)
        if first[:7] == last[:7] and len(first) == len(last) == len("2001-06-15"):
            year, month, _ = first.split("-")
            named = self._texts["months"][0].split(", ")[int(month) - 1]
            return self.text("stretch month", first_day=int(first[8:]), last_day=int(last[8:]), month=named, year=year)
        return self.text("stretch", first=self.day(first), last=self.day(last))

    def stretch(self, first: str | None, last: str | None) -> str:
        """A stretch of time, as precise as it was named."""
        named = [day for day in (first, last) if day]
        return self.days(named[0], named[-1]) if named else ""

    def listed(self, items: list[str]) -> str:
        """Items as in a sentence."""
        if len(items) < 2:
            return "".join(items)
        comma = self._texts["comma"][0]
        blank = " " if comma == "," else ""
        return self.text("and", first=f"{comma}{blank}".join(items[:-1]), last=items[-1])

    def form(self, names: list[str]) -> int:
        """Which form of a verb goes with those that are named."""
        if len(names) > 1:
            return _MANY
        for key, texts in self._texts.items():
            endings = tuple(key.removeprefix("gender ").split(", "))
            if key.startswith("gender ") and names and names[0].endswith(endings):
                return int(texts[0])
        return 0

    def at(self, place: str) -> str:
        """The name of a place as it stands behind 'in'."""
        for key, texts in self._texts.items():
            if key.startswith("place ") and place.endswith(key[6:]):
                return place.removesuffix(key[6:]) + texts[0]
        return place

    def names(self, data: "DataSet") -> dict[str, str]:
        """What cities, people, and summits by their cities are called, by their English names."""
        return data.cached(f"names.{self.code}", self._names)

    def _names(self, data: "DataSet") -> dict[str, str]:
        names = {one.name: name for one in data.data.naming.written if (name := getattr(one, self.code))}
        cities = {str(meeting.city) for meeting in data.meetings.values()} & names.keys()
        return names | {f"{city} summit": self.text("at summit", city=names[city]) for city in cities}


@cache
def language(code: str) -> Language:
    """A language by its ISO 639-1 code."""
    return Language(code)


def last_day(words: str) -> str:
    """The last day of a day, month or year."""
    period: Period = parse_period(words)
    return period.last
