"""What a table is, and the columns of a record, read off the JSON Schema of its model: name, type, constraints, description.

A record within a record gives its own columns, named after both (``memorandum_date``); a list of plain values is a
column of a table of its own; a list of records is none.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, NamedTuple, TypeAlias

from scocli.dataset import DataSet
from scocli.models import Data
from scocli.models.values import DAY

Cell: TypeAlias = str | int | None
Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of an exported table.

    :ivar path: the fields that lead from a record to its value; empty if the record does not hold it.
    :ivar is_list: whether there is a list of such values.
    :ivar required: whether every row has a value.
    :ivar choices: the only values allowed, if there are such.
    :ivar refers: the table that the value is a key of.
    """

    name: str
    path: tuple[str, ...] = ()
    is_list: bool = False
    type: Literal["string", "integer", "date"] = "string"
    description: str = ""
    required: bool = True
    choices: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: int | None = None
    refers: str = ""

    def value(self, record: object) -> Any:
        """What a record holds in this column; ``None`` if it holds nothing."""
        found: Any = record
        for step in self.path:
            found = None if found is None else getattr(found, step)
        return found


class Reference(NamedTuple):
    """Columns whose values are the key of a row in some table."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table as it is written.

    :ivar key: the columns that tell its rows apart; none if it has just one row.
    :ivar rows: its rows, in the order of the data set.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...]
    rows: Callable[[DataSet], Iterator[Row]]


@cache
def _definitions() -> Mapping[str, Any]:
    schema = Data.model_json_schema()
    return {**schema["$defs"], Data.__name__: schema}


def about(record: str) -> str:
    """What a record is: the first paragraph of its model's docstring."""
    paragraph: str = _definitions()[record]["description"].split("\n\n")[0]
    return " ".join(paragraph.split())


def columns_of(record: str) -> tuple[Column, ...]:
    """The columns of a record, in the order of its model's fields."""
    return tuple(_columns(record, (), required=True, description=""))


def column_of(record: str, field: str, name: str, **changes: Any) -> Column:
    """A column with the type and constraints of a record's field, but another name, and not found in the record."""
    found = next(column for column in columns_of(record) if column.name == field)
    return replace(found, name=name, path=(), **changes)


def _columns(record: str, path: tuple[str, ...], *, required: bool, description: str) -> Iterator[Column]:
    definition = _definitions()[record]
    for name, field in definition["properties"].items():
        options = [option for option in field.get("anyOf", ()) if option != {"type": "null"}]
        schema = {**(options[0] if options else {}), **field}
        here = (*path, name)
        needed = required and (name in definition["required"] or schema.get("default") is not None)
        words = ". ".join(filter(None, (description, schema.get("description", ""))))
        if "$ref" in schema:
            yield from _columns(schema["$ref"].rsplit("/", 1)[1], here, required=needed, description=words)
        elif schema.get("type") == "array":
            if "$ref" not in schema["items"]:
                yield _column(schema["items"], here, is_list=True, description=words)
        elif schema.get("type") in {"string", "integer"}:
            yield _column(schema, here, required=needed, description=words)


def _column(schema: Mapping[str, Any], path: tuple[str, ...], **rest: Any) -> Column:
    pattern = schema.get("pattern")
    choices = (schema["const"],) if "const" in schema else tuple(schema.get("enum", ()))
    kind: Any = "date" if pattern == DAY else schema["type"]
    rest |= {"choices": choices, "pattern": None if pattern == DAY else pattern, "minimum": schema.get("minimum")}
    return Column(name="_".join(path), path=path, type=kind, **rest)
