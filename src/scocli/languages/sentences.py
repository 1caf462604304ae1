"""The sentence of an answer in another language: a template of the command that asks for it, filled from what it gives.

Of what has no template, or nothing to fill it with, there is no sentence.
"""

import re
import shlex
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from scocli.answers import Answer
from scocli.councils import host_of
from scocli.dataset import DataSet, Holding
from scocli.languages.language import Language
from scocli.queries.base import Query, command_line
from scocli.queries.countries import Countries, NthCountry
from scocli.records import Meeting, PlannedSummit
from scocli.text import capitalized

_CODE = re.compile(r"\b[A-Z]{2}\b")
_FEW = 6
"""Changes that a sentence names."""
_STEPS = frozenset({"granted", "founder"})
"""Events by which a country comes to a status."""
_FORMS = ("one", "become", "become many", "many", "new", "number of")


def sentence(words: Language, data: DataSet, query: Query, found: Answer) -> str | None:
    """The sentence of an answer, or ``None`` if there is no template for it."""
    command, is_named = _command(query), getattr(query, "on", None) is not None
    parts = {command: found.value}
    if isinstance(found.value, dict) and " --" not in command:  # of each country, or of those that hold each status
        parts = {f"{command.partition(' ')[0]} {one}": value for one, value in found.value.items() if value}
    try:
        said = [Said(words, data, replace(found, value=value), of, is_named).text for of, value in parts.items()]
    except LookupError:
        return None
    return capitalized(" ".join(dict.fromkeys(said)))


def _command(query: Query) -> str:
    """The command that asks a query, without quotes and the day that it is asked for; nothing if there is none."""
    place = f" --place {query.place}" if isinstance(query, NthCountry) and not query.has else ""
    command = command_line(Countries(where=query.where) if isinstance(query, NthCountry) else query)
    asked = re.sub(r" --on [\d-]+", "", " ".join(shlex.split(command or "")).removeprefix("sco")).strip()
    return asked + place if asked else "overview" * bool(command)


class Said:
    """What is said of an answer.

    :ivar given: what a command names, by the places of its template.
    :ivar rows: the rows of its tables.
    """

    def __init__(self, words: Language, data: DataSet, found: Answer, command: str, is_named: bool) -> None:
        self.words, self.data, self.found, self.is_named = words, data, found, is_named
        self.rows: list[dict[str, Any]] = [row for table in found.tables for row in table.records()]
        is_before = command.startswith(("status ", "list ")) and (found.on or "9") < data.founded
        if is_before and not isinstance(found.value, bool):
            self._template, self.given = words.template("before founding", "")
        else:
            self._template, self.given = words.template(command, *self._outcomes())
        if "meeting" in self.given:
            self.given["summit"] = self.given["meeting"]

    def __getitem__(self, place: str) -> object:
        """What fills a place. :raises LookupError: if nothing does."""
        forms = self.forms(self.given.get("category", str(self.found.value)))
        return forms[place] if place in forms else _PLACES[place](self)

    @property
    def text(self) -> str:
        return self.words.filled(self._template, self, self.words.form(self._of()))

    def _outcomes(self) -> list[str]:
        """How it comes out, the nearest first: when, if that is not now, and whether it is so, or nothing is."""
        value, on, through = self.found.value, self.found.on or "", self.found.data_through
        when = " then" if on and on < through else " beyond" if self.is_named and on > through else ""
        how = ""
        if isinstance(value, bool):
            is_by_video = value and any("mode" in row for row in self.rows) and self.rows[0]["mode"] == "video"
            how = ": yes by video" if is_by_video else ": yes" if value else ": no"
        elif value == "not-recorded":
            how = ": unknown"
        elif not value or value == "none":
            how = ": none but others" if any("mode" in row or row.get("country") for row in self.rows) else ": none"
        hows = (how, how.removesuffix(" but others").removesuffix(" by video"))
        # Of a year the value is who held an office on its last day; the rows are all who held it in turn.
        in_turn = [" in turn"] if len(self.rows) > len(self.values) and on else []
        ended = [" ended"] if len(self.rows) == 1 and self.rows[0].get("until") else []
        return [*in_turn, *ended, *(f"{when}{one}" for one in hows), *hows]

    def _of(self) -> list[str]:
        """Those that are spoken of, on which the form of a verb depends; none of one person."""
        asked = self.given.get("country") or self.given.get("who", "")
        named = [*map(self.data.name, _CODE.findall(asked))] or self.subjects()
        is_person = len(named) == 1 and not _CODE.search(asked)
        return self.countries() if "{countries}" in self._template else [] if is_person else named

    def subjects(self) -> list[str]:
        """What those are called whose attendance is asked about: countries by their codes, or people.

        :raises LookupError: if of several there may be some who attended, and some who did not.
        """
        who = self.given.get("who", "")
        people = sorted((name for name in self.words.names(self.data) if name in who), key=who.index)
        if (found := _CODE.findall(who) or people or [who])[1:] and self.found.value is not True:
            raise LookupError
        return [*map(self.called, found)]

    def countries(self) -> list[str]:
        """The countries that are asked about or the value, or of which there are rows."""
        codes: Iterable[str] = _CODE.findall(self.given.get("of", "")) or self.values
        codes = codes or dict.fromkeys(row["code"] for row in self.rows if row.get("code"))
        return [self.data.name(code) for code in self.data.in_order(codes)]

    @property
    def values(self) -> list[Any]:
        """The names or ids that are the value."""
        return self.found.value if isinstance(self.found.value, list) else []

    def term(self, row: dict[str, Any]) -> str:
        """A country in an office, and from when to when."""
        days = (self.words.day(row[end]) if row[end] else "…" for end in ("since", "until"))
        return f"{self.data.name(row['code'])} ({' – '.join(days)})"

    def forms(self, category: str) -> dict[str, str]:
        """What those that hold a status are called."""
        keys = {form: f"{category} {form}" for form in _FORMS if self.words.has(f"{category} {form}")}
        forms = {form.replace(" ", "_"): self.words.text(key) for form, key in keys.items()}
        return forms | {"become": forms["become_many"]} if forms and len(self._of()) > 1 else forms

    def called(self, name: object) -> str:
        """What a city, a person, or a country by its code is called."""
        return self.words.names(self.data).get(str(name)) or self.data.name(str(name))

    def all_called(self, names: Iterable[object]) -> str:
        """The same of several."""
        return self.words.listed([*map(self.called, names)])

    def city(self) -> str:
        """The city that is the value, or in which a meeting was or will be."""
        planned = next(iter(self.data.planned.values()), None)
        city = self.found.value if self.found.kind == "city" else planned and planned.city
        if meeting := self.given.get("summit"):
            city = self.data.meetings[meeting].city
        if city is None:
            raise LookupError
        return self.called(city)

    def meeting(self) -> Meeting:
        return self.data.meetings[self.given["summit"]]

    def labels(self) -> str:
        """The meetings that are the value, each by its city and year."""
        meetings = [self.data.meetings[name] for name in self.values]
        said = (f"{self.called(met.city) if met.city else ''} {met.start[:4]}".lstrip() for met in meetings)
        return self.words.listed([*said])

    def status(self) -> str:
        """What a country is, whatever it is asked to be."""
        held, code = self.held(), self.given["country"]
        found = replace(self.found, value=held.period.category if held else "none")
        return Said(self.words, self.data, found, f"status {code}", self.is_named).text

    def held(self) -> Holding | None:
        """The status that a country holds on the day that is asked about."""
        return self.data.holding_on(self.given["country"], self.found.as_of or self.found.data_through)

    def steps(self) -> str:
        """The statuses that a country has held, each with its first day."""
        steps = ((self.words.day(day), self.forms(category)) for category, day in self.values)
        said = (self.words.text("history step", since=since, one=forms["one"]) for since, forms in steps)
        return self.words.listed([*said])

    def changes(self) -> str:
        """The changes of status that are the value, if they are few."""
        if len(self.values) > _FEW:
            raise LookupError
        texts = []
        for since, code, to in self.values:
            name, day, one = self.data.name(code), self.words.day(since), self.forms(to).get("one") or "—"
            texts.append(self.words.text("change", country=name, since=day, one=one))
        return self.words.text("semicolon").replace("_", " ").join(texts)

    def day(self) -> str:
        """The day that is the value, or on which what is told of happened."""
        if self.found.kind == "date":
            return self.words.day(str(self.found.value))
        row = self.rows[-1 if "event" in self.rows[-1] else 0]
        category = row.get("status", row.get("category"))
        if row.get("event", "granted") not in _STEPS or category != self.given["category"]:
            raise LookupError
        return self.words.day(row["date"])

    def phrases(self) -> str:
        """The words that are the value, or the sentence that is all of it, if the language has them."""
        meaning = self.data.categories.get(str(self.found.value))
        value = str(self.found.value)
        parts = self.values or [meaning.meaning if meaning else value if value in self.words.words else self.found.text]
        return self.words.listed([self.words.words[str(part)] for part in parts])

    def anniversary(self) -> str:
        """Month and day of the day of the organisation."""
        day = self.data.data.organization.sco_day
        if day is None:
            raise LookupError
        return day.day[1:]

    def planned(self) -> PlannedSummit:
        return next(iter(self.data.planned.values()))


_PLACES: dict[str, Callable[[Said], object]] = {
    "on": lambda said: said.words.day(said.found.as_of or said.found.data_through),
    "asked": lambda said: said.words.day(said.found.on or ""),
    "founded": lambda said: said.words.day(said.data.founded),
    "value": lambda said: said.found.value,
    "number": lambda said: len(said.values) if isinstance(said.found.value, list) else said.found.value,
    "place": lambda said: said.given["place"],
    "time": lambda said: said.words.stretch(said.given["time"]),
    "country": lambda said: said.called(said.given["country"]),
    "other": lambda said: said.called(said.given["other"]),
    "others": lambda said: said.all_called(_CODE.findall(said.given["named"])),
    "subject": lambda said: said.words.listed(said.subjects()),
    "host": lambda said: said.data.name(host_of(said.meeting()) if "summit" in said.given else said.planned().country),
    "countries": lambda said: said.words.listed(said.countries()),
    "people": lambda said: said.all_called(said.values),
    "end": lambda said: said.words.day(said.rows[0]["until"]),
    "terms": lambda said: said.words.listed([said.term(row) for row in said.rows]),
    "languages": lambda said: said.words.listed([said.words.word(code) for code in said.values]),
    "summits": Said.labels,
    "status": Said.status,
    "since": lambda said: said.words.day(holding.period.since if (holding := said.held()) else ""),
    "steps": Said.steps,
    "changes": Said.changes,
    "day": Said.day,
    "sco_day": lambda said: said.words.day(f"2001{said.anniversary()}", "day of year"),
    "words": Said.phrases,
    "year": lambda said: (said.meeting() if "summit" in said.given else said.planned()).start[:4],
    "days": lambda said: said.words.days(said.meeting().start, said.meeting().end),
    "city": Said.city,
    "in_city": lambda said: said.words.at(said.city()),
}
"""What fills each place of a template."""
