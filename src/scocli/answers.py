"""What a query gives back: facts to be shown, and nothing about how."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from scocli.models import Source

SCHEMA_VERSION = "1.0"
"""Version of the form of :meth:`Answer.to_dict`."""

Kind = Literal[
    "overview",
    "status",
    "yes-no",
    "date",
    "number",
    "countries",
    "summits",
    "people",
    "city",
    "category",
    "history",
    "changes",
    "timeline",
    "matrix",
    "growth",
    "panel",
    "languages",
    "organizations",
    "sources",
    "text",
    "none",
]
Cell: TypeAlias = str | int | None
Role = Literal["text", "number", "date", "country", "category", "summit", "code", "note", "address"]
"""What the cells of a column are; codes are for programs, and a note is as long as it has to be."""
Value: TypeAlias = object
"""The bare fact: a string, a number, true, false, ``None``, or lists and objects of these."""


SOURCE_FIELDS = ("publisher", "url", "published", "kind", "language")


@dataclass(frozen=True)
class Column:
    """A column of a table: its key in JSON and CSV, its heading, what its cells are, and what stands for them where they are shown."""

    key: str
    heading: str
    role: Role = "text"
    labels: dict[str, str] = field(default_factory=dict, compare=False)

    def shown(self, cell: object) -> object:
        """A cell as it is shown: a label if there is one for it."""
        return self.labels.get(str(cell), cell)


@dataclass(frozen=True)
class Table:
    """Rows under columns, with a title where an answer has several tables."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def records(self) -> list[dict[str, Cell]]:
        """Rows as objects by column key."""
        keys = [column.key for column in self.columns]
        return [dict(zip(keys, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Answer:
    """The answer to one query.

    :ivar kind: what was asked for.
    :ivar value: the bare fact, in the form that its kind has.
    :ivar text: the answer in one English sentence, with its day.
    :ivar tables: details, the most important first.
    :ivar notes: what the reader must know to quote it rightly.
    :ivar sources: where it was read, by id, in order of use.
    :ivar command: the command line that gives this answer, or ``None`` where none does.
    :ivar on: the day asked about, or ``None`` where no day matters.
    :ivar language: that of its sentence and headings, ISO 639-1.
    :ivar data_through: the last day that the data vouch for.
    """

    kind: Kind
    value: Value
    text: str
    command: str | None
    data_through: str
    on: str | None = None
    language: str = "en"
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    sources: "dict[str, Source]" = field(default_factory=dict)

    @property
    def as_of(self) -> str | None:
        """The day for which it is given: the one asked about, or the last that the data vouch for if that is earlier."""
        return self.on and min(self.on, self.data_through)

    def to_rows(self) -> list[dict[str, Cell]]:
        """All rows as plain records, as a data frame takes them.

        Where the answer has several tables, each record begins with its table's title.
        """
        if len(self.tables) == 1:
            return self.tables[0].records()
        return [{"table": table.title, **record} for table in self.tables for record in table.records()]

    def to_dict(self) -> dict[str, object]:
        """The answer as plain data, as ``--format json`` prints it."""
        return {
            "schema_version": SCHEMA_VERSION,
            "kind": self.kind,
            "value": self.value,
            "text": self.text,
            "rows": self.to_rows(),
            "notes": list(self.notes),
            "sources": [
                {"id": key} | {name: getattr(source, name) for name in SOURCE_FIELDS}
                for key, source in self.sources.items()
            ],
            "command": self.command,
            "on": self.on,
            "data_through": self.data_through,
        }

    def _repr_html_(self) -> str:
        """The answer as HTML, as a notebook shows it: everything escaped, nothing interpreted."""
        from html import escape

        from scocli.text import visible

        def cell(tag: str, value: Cell) -> str:
            return f"<{tag}>{'' if value is None else escape(visible(str(value)))}</{tag}>"

        parts = [cell("p", self.text)]
        for table in self.tables:
            heads = "".join(cell("th", column.heading) for column in table.columns)
            rows = "".join(f"<tr>{''.join(cell('td', value) for value in row)}</tr>" for row in table.rows)
            title = cell("caption", table.title) if len(self.tables) > 1 else ""
            parts.append(f"<table>{title}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>")
        if self.notes:
            parts.append(f"<ul>{''.join(cell('li', note) for note in self.notes)}</ul>")
        return "".join(parts)
