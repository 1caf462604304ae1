"""The sentence of an answer in another language: which template it has, and what fills it.

For each kind of query there is a function that gives the template's key and what is filled in, from the query and what its
answer gives; of what has no template it gives nothing.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from scocli.answers import Answer
from scocli.councils import council_of
from scocli.facts.conditions import Among, Change, Founder, Held, Not, Role
from scocli.languages.language import Language
from scocli.queries.about import About
from scocli.queries.attendance import Attendance
from scocli.queries.base import Query
from scocli.queries.countries import Countries, NthCountry
from scocli.queries.history import History
from scocli.queries.status import Status
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits

if TYPE_CHECKING:
    from scocli.dataset import DataSet


class Said(NamedTuple):
    """An answer that is to be said.

    :ivar rows: the rows of its tables.
    """

    words: Language
    data: "DataSet"
    found: Answer
    rows: list[dict[str, Any]]

    def countries(self, codes: object = None) -> list[str]:
        """Names of countries, by default of those that are the value, in order."""
        given = self.found.value if codes is None else codes
        return [self.data.name(code) for code in self.data.in_order(given)] if isinstance(given, list | tuple) else []

    def called(self, name: object) -> str:
        """What a city or a person is called."""
        return self.words.names(self.data).get(str(name), str(name))

    def in_city(self, name: object) -> str:
        """The same of a city behind 'in'."""
        return self.words.at(self.called(name))

    @property
    def on(self) -> str:
        """The day for which it is given."""
        return self.words.day(self.found.as_of or self.found.data_through)

    def forms(self, category: str) -> dict[str, str]:
        """What those that hold a category are called."""
        keys = {"one": "one", "become": "become", "become_many": "become many", "many": "many", "number_of": "number"}
        return {name: self.words.text(f"{category} {key}") for name, key in keys.items()}

    def say(self, key: str, of: list[str] | None = None, /, **values: object) -> str | None:
        """The text of a key, if there is one.

        :param of: who is spoken of, of which the form of the verb depends.
        """
        if not self.words.has(key):
            return None
        return self.words.text(key, self.words.form(of or []), **values)


def sentence(words: Language, data: "DataSet", query: Query, found: Answer) -> str | None:
    """The sentence of an answer, or ``None`` if there is no template for it."""
    rows = [row for table in found.tables for row in table.records()]
    make = _SENTENCES.get(type(query))
    return make(Said(words, data, found, rows), query) if make else None


def _status(said: Said, query: Status) -> str | None:
    """What countries are; or, asked whether they are something, yes or no before it."""
    if query.is_ and (query.either or len(query.is_) > 1 or not _is_held_now(query.is_[0])):
        return None
    text = " ".join(_what_it_is(said, code) for code in query.countries)
    if not query.is_:
        return text
    return (
        said.say("yes" if said.found.value is True else "no", said=text) if said.found.value in (True, False) else None
    )


def _is_held_now(condition: object) -> bool:
    return isinstance(condition, Held) and condition.how == "on" and condition.time is None


def _what_it_is(said: Said, code: str) -> str:
    """What a country is on the day of the answer."""
    day = said.found.as_of or said.found.data_through
    country = said.data.name(code)
    for row in said.rows:
        if (
            row.get("code") == code
            and row["since"]
            and row["since"] <= day
            and (not row["until"] or day < row["until"])
        ):
            is_past = day < said.found.data_through
            values = {"country": country, "since": said.words.day(row["since"]), "on": said.on}
            return said.say("status then" if is_past else "status", **values, **said.forms(row["status"])) or ""
    return said.say("status none", country=country) or ""


def _countries(said: Said, query: Countries) -> str | None:
    if query.has:
        return None
    if query.where:
        return _conditions(said, query.where, query.show) if not query.categories else None
    if len(query.categories) != 1 or query.show not in ("list", "count"):
        return None
    forms, countries = said.forms(query.categories[0]), said.countries()
    number = said.found.value if query.show == "count" else len(countries)
    if not number:
        last = said.words.listed([str(row["country"]) for row in said.rows])
        return said.say("holders last" if last else "holders none", on=said.on, last=last, **forms)
    key = "holders count" if query.show == "count" else "holders"
    return said.say(key, on=said.on, number=number, countries=said.words.listed(countries), **forms)


def _conditions(said: Said, where: tuple[object, ...], show: str) -> str | None:
    """Those that meet conditions: one of a kind that has a template, or one on some that are named."""
    countries = said.countries()
    listed = said.words.listed(countries)
    match where:
        case (Founder(),):
            number = said.found.value if show == "count" else len(countries)
            countries = countries or [str(row["country"]) for row in said.rows]
            key = {"list": "founders", "count": "founders count"}.get(show, "")
            return said.say(key, countries=said.words.listed(countries), number=number)
        case (Role(verb="hosted", time=None),) if show == "list":
            return said.say("hosted", countries=listed)
        case (Change(verb="became", categories=(category,), at=None, before=()) as change,):
            time = said.words.stretch(change.time.first, change.time.last) if change.time else ""
            values = {"countries": listed, "country": listed, "time": time, **said.forms(category)}
            if show in ("first", "last") and countries:
                return said.say(f"became {show}", countries, day=said.words.day(said.rows[0]["date"]), **values)
            if show == "count":
                return said.say("became count", number=said.found.value, **values) if time else None
            return said.say("became" if countries else "became none", **values) if time and show == "list" else None
        case (Among(), Held(categories=(category,)) as held) if countries and _is_held_now(held):
            return said.say("among held", countries=listed, **said.forms(category))
        case (Among(), Not(of=Held(categories=(category,)) as held)) if countries and _is_held_now(held):
            return said.say("among not held", countries=listed, **said.forms(category))
    return None


def _nth(said: Said, query: NthCountry) -> str | None:
    match query.where:
        case (Change(verb="became", categories=(category,)),) if said.rows:
            countries = said.countries()
            day = said.words.day(said.rows[0]["date"])
            values = {"country": said.words.listed(countries), "day": day, "place": query.place}
            return said.say("became nth", countries, **values, **said.forms(category))
    return None


def _history(said: Said, query: History) -> str | None:
    if query.show != "since" or len(query.category) != 1 or said.found.kind != "date":
        return None
    countries = said.countries(query.countries)
    forms = said.forms(query.category[0])
    become = forms["become_many" if len(countries) > 1 else "become"]
    listed = said.words.listed(countries)
    if said.found.value == "none":
        return said.say("since none", countries, countries=listed, become=become)
    return said.say("since", countries, countries=listed, become=become, day=said.words.day(str(said.found.value)))


def _summit(said: Said, query: SummitFacts) -> str | None:
    """One fact of a meeting of the heads of state."""
    if council_of(query.summit) != "heads-of-state" or query != SummitFacts(summit=query.summit, show=query.show):
        return None
    meeting, value = said.data.meetings[query.summit], said.found.value
    values: dict[str, object] = {"year": meeting.start[:4], "number": len(value) if isinstance(value, list) else value}
    countries = said.countries() if said.found.kind == "countries" else []
    if meeting.city is None and query.show in ("date", "city"):
        return None
    if said.found.kind == "people":
        values["people"] = said.words.listed([said.called(name) for name in _names(value)])
    return said.say(
        f"summit {query.show}",
        countries,
        countries=said.words.listed(countries),
        days=said.words.days(meeting.start, meeting.end),
        city=said.called(meeting.city),
        in_city=said.in_city(meeting.city),
        **values,
    )


def _names(value: object) -> list[str]:
    return value if isinstance(value, list) else []


def _summits(said: Said, query: Summits) -> str | None:
    if query.show == "count" and query == Summits(show="count"):
        return said.say("summits count", number=said.found.value)
    if query.show == "list" and said.found.kind == "summits" and _names(said.found.value):
        return said.say("summits list", number=len(_names(said.found.value)), summits=_labels(said))
    return None


def _labels(said: Said) -> str:
    """The meetings that are the value, each by its city and year."""
    meetings = [said.data.meetings[name] for name in _names(said.found.value)]
    return said.words.listed(
        [f"{said.called(met.city)} {met.start[:4]}" if met.city else met.start[:4] for met in meetings]
    )


def _attendance(said: Said, query: Attendance) -> str | None:
    """Whether one came to one meeting, who led its delegation, at which it was."""
    subject = (
        said.data.name(query.subjects[0])
        if query.subjects[0] in said.data.countries
        else said.called(query.subjects[0])
    )
    alone = len(query.subjects) == 1 and not (query.capacity or query.led_by or query.mode or query.where or query.not_)
    if not alone or query.body != "heads-of-state":
        return None
    if query.show in ("list", "count") and not (query.at or query.from_ or query.to or query.all_):
        number = said.found.value if query.show == "count" else len(_names(said.found.value))
        return said.say(f"attended {query.show}", subject=subject, number=number, summits=_labels(said))
    if len(query.at) != 1 or council_of(query.at[0]) != "heads-of-state":
        return None
    values = {"year": said.data.meetings[query.at[0]].start[:4], "subject": subject, "country": subject}
    if query.show == "people":
        people = [said.called(name) for name in _names(said.found.value)]
        return said.say(
            "attended people" if people else "attended people none", people=said.words.listed(people), **values
        )
    if query.show == "any":
        is_country = query.subjects[0] in said.data.countries
        key = {True: "yes", False: "no"}.get(said.found.value, "not-recorded")  # type: ignore[call-overload]
        return said.say(f"attended {key}", [subject] if is_country else [], **values)
    return None


def _about(said: Said, query: About) -> str | None:
    """One fact of the organisation."""
    if query != About(topic=query.topic, show=query.show, on=query.on):
        return None
    value, key = said.found.value, f"{query.topic} {query.show}"
    values: dict[str, object] = {"on": said.on, "number": value}
    countries = said.countries() if said.found.kind == "countries" else []
    if query.topic == "next-summit":
        planned = next(iter(said.data.planned.values()))
        values |= {"year": planned.start[:4], "country": said.data.name(planned.country)}
        values |= {"city": said.called(planned.city), "in_city": said.in_city(planned.city)}
    elif said.found.kind == "city":
        values |= {"city": said.called(value), "in_city": said.in_city(value)}
    elif said.found.kind == "date":
        values["day"] = said.words.day(str(value))
    elif said.found.kind == "people":
        values["people"] = said.words.listed([said.called(name) for name in _names(value)])
    elif said.found.kind == "languages":
        english = {"ru": "Russian", "zh": "Chinese"}
        values["languages"] = said.words.listed([said.words.word(english.get(code, code)) for code in _names(value)])
    elif said.found.kind == "text":
        parts = _names(value) or [said.found.text]
        if not all(part in said.words.words for part in parts) and query.topic not in ("name", "predecessor"):
            return None
        values["words"] = said.words.listed([said.words.word(part) for part in parts])
    if query.topic in ("secretary-general", "chairmanship") and not _names(value):
        return None
    if query.topic == "chairmanship" and said.found.on and said.found.on >= said.found.data_through:
        key += " now"
    return said.say(key, countries, countries=said.words.listed(countries), **values)


_SENTENCES: dict[type, Callable[[Said, Any], str | None]] = {
    Status: _status,
    Countries: _countries,
    NthCountry: _nth,
    History: _history,
    SummitFacts: _summit,
    Summits: _summits,
    Attendance: _attendance,
    About: _about,
}
"""What says the answer of each kind of query."""
