"""What a language has: templates of sentences, forms of days, names and words."""

import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scocli.days import DayError, parse_period

if TYPE_CHECKING:
    from _typeshed import SupportsGetItem

    from scocli.dataset import DataSet

_EITHER = re.compile(r"\[([^\]]*)\]")
_OUTCOME = re.compile(r"(.+?)((?: then| beyond| in turn| ended)?(?:: [a-z ]+)?)")
_NAMED = {
    "category": "member|observer|dialogue-partner|partner", "country": "[A-Z]{2}", "other": "[A-Z]{2}",
    "of": "[A-Z]{2}(?:[ ,][A-Z]{2})*", "named": "[A-Z]{2}(?:,[A-Z]{2})*", "time": r"[\d.-]+",
    "summit": r"\d{4}-[a-z-]+", "meeting": r"chg-\d{4}-[a-z-]+", "who": "(?:(?! --).)+?", "place": r"\d+",
    "language": "[a-z]{2}", "which": "(?: --(?:where|from|to) (?:(?! --).)+)*",
}  # fmt: skip
"""What can stand in the place of a command's template, by its name."""
_DAY = r"\d{4}-\d\d-\d\d"
_BETWEEN = re.compile(r", | and | or ")
_MANY = 2
"""The form of a verb that goes with several."""


class Language:
    """A language, read from its file; what the file's form is, it says itself."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._texts: dict[str, list[str]] = {}
        text = Path(__file__).with_name(f"{code}.txt").read_text("utf-8")
        for line in text.splitlines():
            if line and not line.startswith("#"):
                key, _, said = line.partition(" = ")
                self._texts.setdefault(key, []).append(said)
        self._phrases = [
            (re.compile(re.escape(key[5:]).replace(r"\{\}", "(.+?)").replace(r"\{day\}", f"({_DAY})")), said[0])
            for key, said in self._texts.items()
            if key.startswith("said ")
        ]
        self._templates = [
            (_template(command), outcome, said[0])
            for key, said in self._texts.items()
            if key.startswith("$ ")
            for command, outcome in [_OUTCOME.fullmatch(key[2:]).groups()]  # type: ignore[union-attr]
        ]
        self.words = {key[5:]: said[0] for key, said in self._texts.items() if key.startswith("word ")}
        """What things are called, by their English name or id."""

    def has(self, key: str) -> bool:
        return key in self._texts

    def texts(self, key: str) -> list[str]:
        return self._texts.get(key, [])

    def text(self, key: str, form: int = 0, **values: object) -> str:
        """A text with its places filled.

        :param form: which of the words in brackets is taken.
        """
        return self.filled(self._texts[key][0], values, form)

    def filled(self, text: str, values: "SupportsGetItem[str, object]", form: int = 0) -> str:
        """A text, its places filled with values that are looked up when it has them."""
        return _EITHER.sub(lambda found: found[1].split("|")[form], text).format_map(values)

    def template(self, command: str, *outcomes: str) -> tuple[str, dict[str, str]]:
        """The template for a command and the first of some outcomes that has one, and what the command names, by place.

        :raises LookupError: if there is none.
        """
        for outcome in outcomes:
            for pattern, of, text in self._templates:
                if of == outcome and (match := pattern.fullmatch(command)):
                    return text, match.groupdict()
        raise LookupError(command)

    def word(self, english: str) -> str:
        """What is called so in English, or that where the language has no word for it."""
        return self.words.get(english, english)

    def said(self, english: str, names: dict[str, str]) -> str:
        """What is said so in English: a word, a name, a day, a list of these, or a phrase; what has no text stays as it is.

        :param names: what cities, people and countries are called, by their English names.
        """
        if found := self.words.get(english) or names.get(english):
            return found
        for pattern, text in self._phrases:
            if match := pattern.fullmatch(english):
                return text.format(*(self.said(part, names) for part in match.groups()))
        with suppress(DayError):
            return english if english.isdigit() else self.day(parse_period(english).first)
        first, _, year = english.rpartition(" ")  # 'Astana 2024'
        if year.isdigit() and first in names:
            return f"{names[first]} {year}"
        parts = _BETWEEN.split(english)
        said = [self.said(part, names) for part in parts] if len(parts) > 1 else parts
        return self.listed(said) if set(said).isdisjoint({*parts} - {*names.values()}) else english

    def day(self, words: str, key: str = "") -> str:
        """A day, month or year.

        :param key: the text that it is put into, by default that of what it is.
        """
        year, month, day = (*words.split("-"), "", "")[:3]
        key = key or ("day" if day else "month" if month else "year")
        return self.text(key, year=int(year), month=self.month(words) if month else "", day=int(day or 0))

    def month(self, day: str) -> str:
        return self._texts["months"][0].split(", ")[int(day[5:7]) - 1]

    def days(self, first: str, last: str) -> str:
        """The days from one to another."""
        if first == last:
            return self.day(first)
        if first[:4] == last[:4] and len(first) == len(last) == len("2001-06-15"):
            values: dict[str, Any] = {"first_day": int(first[8:]), "last_day": int(last[8:]), "year": first[:4]}
            if first[:7] == last[:7]:
                return self.text("stretch month", month=self.month(first), **values)
            return self.text("stretch year", first_month=self.month(first), last_month=self.month(last), **values)
        return self.text("stretch", first=self.day(first), last=self.day(last))

    def stretch(self, words: str) -> str:
        """A stretch of time as it is typed: '2017', '2018..', '2002..2020'."""
        first, dots, last = words.partition("..")
        if not dots:
            return self.text("time year", year=words) if words.isdigit() else self.day(words)
        if first.isdigit() and last.isdigit():
            return self.text("time years", first=first, last=last)
        key = "time" if first and last else "time since" if first else "time until"
        days: dict[str, Any] = {name: self.day(day) for name, day in (("first", first), ("last", last)) if day}
        return self.text(key, **days)

    def listed(self, items: list[str]) -> str:
        if len(items) < 2:
            return "".join(items)
        if any(mark in item for item in items for mark in (",", "，")):
            return self._texts["semicolon"][0].replace("_", " ").join(items)
        comma = self._texts["comma"][0].replace("_", " ")
        return self.text("and", first=comma.join(items[:-1]), last=items[-1])

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
        """What cities, people, countries, and summits by their cities are called, by their English names."""
        return data.cached(f"names.{self.code}", self._names)

    def _names(self, data: "DataSet") -> dict[str, str]:
        names = {one.name: name for one in data.data.naming.written if (name := getattr(one, self.code))}
        cities = {str(meeting.city) for meeting in data.meetings.values()} & names.keys()
        names |= {country.names.en: str(getattr(country.names, self.code)) for country in data.countries.values()}
        return names | {f"{city} summit": self.text("at summit", city=names[city]) for city in cities}


def _template(command: str) -> re.Pattern[str]:
    """What commands a template is for; what stands in brackets may be missing."""
    optional = re.sub(r"\[(.+?)\]", r"(?:\1)?", command)
    return re.compile(re.sub(r"\{(\w+)\}", lambda place: f"(?P<{place[1]}>{_NAMED[place[1]]})", optional))


@cache
def language(code: str) -> Language:
    """A language by its ISO 639-1 code."""
    return Language(code)
