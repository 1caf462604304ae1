"""How a question was read, in plain words, as an answer of its own."""

from collections.abc import Iterator
from dataclasses import fields

from scocli.answers import Answer, Column, Table
from scocli.ask.lexer import Token
from scocli.ask.reader import Reading
from scocli.ask.summits import SummitPhrase
from scocli.dataset import DataSet
from scocli.facts.conditions import Often
from scocli.facts.conditions.base import Condition, Facts
from scocli.facts.nouns import NOUNS
from scocli.facts.select import Has
from scocli.names import summit_label
from scocli.queries.base import Query, command_line
from scocli.queries.countries import Countries
from scocli.text import listed
from scocli.topics import topics

_RECOGNISED = (Column("words", "Words"), Column("meaning", "Meaning"))
_READ = (Column("what", "What"), Column("value", "Read as"))

ASKED = {
    "when": "a day", "where": "a place", "who": "who", "which country": "countries", "which summit": "summits", "which person": "people",
    "which language": "languages", "what": "what it is", "how": "how it came about", "how many": "how many", "how many summits": "how many summits",
    "how many cities": "how many cities", "how long": "how long", "yes-no": "yes or no", "name": "what is named",
}  # fmt: skip
"""What is asked for, in plain words."""

FIELDS = {
    "categories": "status", "category": "status", "countries": "of", "country": "country", "subjects": "of", "subject": "of", "of": "of",
    "person": "person", "organization": "other organisation", "on": "on", "from_": "from", "to": "to", "at": "at", "not_at": "not at", "summit": "summit",
    "topic": "about", "body": "council", "where": "condition", "is_": "whether each", "has": "whether among them", "capacity": "came as",
    "led_by": "led by", "mode": "took part", "before": "whether before", "after": "whether after", "same_day_as": "whether the same day as",
    "often": "how many", "unit": "in", "place": "place in order of time", "either": "one is enough", "all_": "each of several", "not_": "denied",
    "role": "who or what", "names": "told of", "by": "a row for each", "guests": "guests too", "wide": "a column for each year",
}  # fmt: skip
"""What a part of a query says, in plain words; what is shown of the answer is said by what is asked for."""
_SHOWN = "show"
_CONDITIONS = ("where", "is_")


def explanation(data: DataSet, reading: Reading, today: str) -> Answer:
    """The things recognised, and what is asked for, of whom, on which conditions; the command as value."""
    recognised = tuple((t.words, meant) for t in reading.recognised if t.words and (meant := _meaning(data, t)))
    lists = isinstance(reading.query, Countries) and reading.query.show == "list" and not reading.query.has
    read = (
        *((("in other words", reading.english),) if reading.english else ()),
        ("asked for", "countries" if lists else ASKED[reading.asked]),
        *dict.fromkeys(row for query in (*reading.queries, *reading.beside) for row in _parts(data, query, today)),
        ("command", reading.command or "none asks the same"),
    )
    return Answer(
        kind="text",
        value=reading.command,
        text=f"Read as: {reading.command or 'what no command asks; its parts are below'}",
        command=reading.command,
        data_through=data.through,
        notes=reading.notes,
        tables=(Table("Recognised", _RECOGNISED, recognised), Table("Question", _READ, read)),
    )


def _parts(data: DataSet, query: Query, today: str) -> Iterator[tuple[str, str]]:
    """What a query says, in plain words: of whom, when, on which conditions."""
    on = getattr(query, "on", None)
    facts = Facts(data, on or today, on is not None)
    for part in fields(query):
        value = getattr(query, part.name)
        if part.name != _SHOWN and value not in (part.default, ()):
            for one in value if part.name in _CONDITIONS else (value,):
                yield FIELDS[part.name], one.words(facts, one=True) if part.name == "is_" else _said(facts, one)


def _said(facts: Facts, value: object) -> str:
    """A part of a query in plain words."""
    if isinstance(value, Condition):
        return value.words(facts)
    if isinstance(value, Query):
        return command_line(value) or listed([f"{what} {said}" for what, said in _parts(facts.data, value, facts.on)])
    if isinstance(value, Has):
        groups = [listed([_said(facts, one) for one in group], "or") for group in value.named]
        return f"{'none of ' if value.denied else ''}{listed(groups)}{' and no other' if value.only else ''}"
    if isinstance(value, tuple):
        return listed([_said(facts, one) for one in value])
    if isinstance(value, Often):
        return f"{value.bound} {value.times}"
    if value is True:
        return "yes"
    return _name(facts.data, str(value))


def _name(data: DataSet, called: str) -> str:
    """What is called so in a query, as it is called in a sentence."""
    if called in data.meetings:
        return summit_label(data.meetings[called])
    if called in NOUNS:
        return NOUNS[called].one
    if called in topics(data):
        return called.replace("-", " ") if called.islower() else called
    return data.in_text(called) if len(called) == len("IN") and called.isupper() else called


def _meaning(data: DataSet, token: Token) -> str | None:
    """What the words of a phrase name, in plain words; ``None`` of those that name nothing."""
    value = token.value
    if isinstance(value, SummitPhrase):
        found = [] if value.is_bare and not value.select else value.ids(data)
        return listed([summit_label(data.meetings[summit]) for summit in found]) or None
    if isinstance(value, str):
        return _name(data, value)
    if isinstance(value, tuple) and type(value) is tuple and all(isinstance(one, str) for one in value):
        return listed([_name(data, one) for one in value])
    return None
