"""How a question was read, as an answer of its own."""

from dataclasses import fields

from scocli.answers import Answer, Cell, Column, Table
from scocli.ask.reader import Reading
from scocli.dataset import DataSet
from scocli.facts.conditions.base import Condition
from scocli.facts.select import Has

_RECOGNISED = (Column("words", "Words"), Column("kind", "Taken for"), Column("value", "Meaning"))
_QUERY = (Column("field", "Field"), Column("value", "Value"))


def explanation(data: DataSet, reading: Reading) -> Answer:
    """The things recognised, the query and the command as tables; the command as value."""
    recognised = tuple((token.words or None, token.kind.lower(), _shown(token.value)) for token in reading.recognised)
    query: tuple[tuple[Cell, ...], ...] = (
        ("asked for", reading.asked),
        ("kind of query", type(reading.query).__name__),
        *(
            (item.name.rstrip("_"), _shown(value))
            for item in fields(reading.query)
            if (value := getattr(reading.query, item.name)) != item.default
        ),
        ("command", reading.command),
    )
    return Answer(
        kind="text",
        value=reading.command,
        text=f"Read as: {reading.command or 'what no command asks; its parts are below'}",
        command=reading.command,
        data_through=data.through,
        notes=reading.notes,
        tables=(Table("Recognised", _RECOGNISED, recognised), Table("Query", _QUERY, query)),
    )


def _shown(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, tuple) and type(value) is tuple:
        return ", ".join(filter(None, map(_shown, value)))
    if isinstance(value, Condition):
        return value.spell()
    if isinstance(value, Has):
        how = " and no other" if value.only else " (denied)" if value.denied else ""
        return "; ".join(",".join(group) for group in value.named) + how
    return str(value)
