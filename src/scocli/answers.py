"""What a query gives back: facts to be shown, and nothing about how."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

if TYPE_CHECKING:
    from scocli.models import Source

SCHEMA_VERSION = "2.0"
"""Version of the form of :meth:`Answer.to_dict`."""

Kind = Literal[
    "overview", "status", "yes-no", "date", "number", "countries", "summits", "people", "city", "category",
    "history", "changes", "timeline", "matrix", "growth", "panel", "languages", "organizations", "sources", "text", "none",
]  # fmt: skip
Cell: TypeAlias = str | int | None
Role = Literal["text", "number", "date", "country", "category", "summit", "code", "detail", "note", "address"]
"""What the cells of a column are; codes are for programs, details shown with all notes, and a note is as long as it has to be."""
Value: TypeAlias = object
"""The bare fact: a string, a number, true, false, ``None``, or lists and objects of these."""


_SURVEYS = frozenset({"overview", "sources"})
"""Kinds of answers that put together what many sources say."""
_WEIGHT = {"official": 0, "agency": 1, "press": 2, "reference": 3}
"""Kinds of sources in the order in which to name them."""

SOURCE_FIELDS = ("publisher", "url", "published", "kind", "language", "read")


@dataclass(frozen=True)
class Column:
    """A column of a table.

    :ivar key: what it is called in JSON and CSV.
    :ivar role: what its cells are.
    :ivar part_of: the record that it is a part of in JSON, if there is one: ``memorandum_city`` is the city of a memorandum.
    :ivar labels: what stands for its cells where they are shown.
    """

    key: str
    heading: str
    role: Role = "text"
    part_of: str = ""
    labels: dict[str, str] = field(default_factory=dict, compare=False)

    def shown(self, cell: object) -> object:
        """A cell as it is shown: a label if there is one for it."""
        return self.labels.get(str(cell), cell)


@dataclass(frozen=True)
class Table:
    """Rows under columns, with a title where an answer has several tables.

    :ivar sources: for each row the ids of where it was read; empty where that was not told apart.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sources: tuple[tuple[str, ...], ...] = ()

    def records(self) -> list[dict[str, Cell]]:
        """Rows as objects by column key."""
        keys = [column.key for column in self.columns]
        return [dict(zip(keys, row, strict=True)) for row in self.rows]


def _records(sources: "dict[str, Source]") -> list[dict[str, object]]:
    return [{"id": key} | {name: getattr(source, name) for name in SOURCE_FIELDS} for key, source in sources.items()]


@dataclass(frozen=True)
class Claim:
    """What some sources, by id, say of a disputed fact."""

    value: str
    sources: "dict[str, Source]"


@dataclass(frozen=True)
class Dispute:
    """What sources disagree about, what each claims, which claim is followed and why.

    :ivar about: the question.
    :ivar text: the same in a sentence, with what is followed.
    """

    about: str
    text: str
    claims: tuple[Claim, ...]
    followed: str
    why: str


@dataclass(frozen=True)
class Answer:
    """The answer to one query.

    :ivar kind: what was asked for.
    :ivar value: the bare fact, in the form that its kind has.
    :ivar text: the answer in one English sentence, with its day.
    :ivar tables: details, the most important first.
    :ivar notes: what the reader must know to quote it rightly, the most important first.
    :ivar remarks: what is worth knowing beside it.
    :ivar disputes: what sources disagree about that it rests on.
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
    remarks: tuple[str, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    sources: "dict[str, Source]" = field(default_factory=dict)

    @property
    def as_of(self) -> str | None:
        """The day for which it is given: the one asked about, or the last that the data vouch for if that is earlier."""
        return self.on and min(self.on, self.data_through)

    @property
    def main_source(self) -> "Source | None":
        """The source to name if only one is named: the weightiest that supports all that is said, if one does.

        Of a status that is what bears out the first row, and of that day or later if there is such, of other rows what bears out each of them. What a whole
        picture, the answer of several commands or a lack of records rests on, no one page says.
        """
        if self.kind in _SURVEYS or self.command is None or self.value in ([], None, "not-recorded"):
            return None
        rows = next((table for table in self.tables if table.sources), None)
        if rows is None:
            keys = list(self.sources)
        elif self.kind == "status" and len({cells[0] for cells in rows.rows}) == 1:
            since = str(rows.records()[0].get("since") or "")
            told = (key for key in rows.sources[0] if (self.sources[key].published or "") >= since)
            keys = [*self.by_weight(told), *self.by_weight(rows.sources[0])]
            return self.sources[keys[0]] if keys else None  # what was written before it, foretold it
        else:
            keys = [key for key in rows.sources[0] if all(key in others for others in rows.sources)]
        return next((self.sources[key] for key in self.by_weight(keys)), None)

    def by_weight(self, keys: Iterable[str]) -> list[str]:
        """Ids of sources in the order in which to name them: by kind, and those in the language of the answer first."""

        def weight(key: str) -> tuple[int, bool]:
            source = self.sources[key]
            return _WEIGHT.get(source.kind, len(_WEIGHT)), source.language != self.language

        return sorted(dict.fromkeys(keys), key=weight)

    def to_rows(self) -> list[dict[str, Cell]]:
        """All rows as plain records, as a data frame takes them.

        Where the answer has several tables, each record begins with its table's title.
        """
        if len(self.tables) == 1:
            return self.tables[0].records()
        return [{"table": table.title, **record} for table in self.tables for record in table.records()]

    def _rows(self) -> list[dict[str, object]]:
        """The rows as JSON has them: parts of a record together, and where each row was read."""
        found: list[dict[str, object]] = []
        for table in self.tables:
            for number, cells in enumerate(table.rows):
                row: dict[str, object] = {"table": table.title} if len(self.tables) > 1 else {}
                for column, cell in zip(table.columns, cells, strict=True):
                    if column.part_of:
                        part = row.setdefault(column.part_of, {})
                        cast("dict[str, object]", part)[column.key.removeprefix(f"{column.part_of}_")] = cell
                    else:
                        row[column.key] = cell
                for name in {column.part_of for column in table.columns if column.part_of}:
                    if not any(cast("dict[str, object]", row[name]).values()):
                        row[name] = None
                if table.sources:
                    row["sources"] = list(table.sources[number])
                found.append(row)
        return found

    def to_dataframe(self) -> Any:
        """The rows as a data frame of pandas, or of polars where pandas is not installed.

        :raises ImportError: if neither is.
        """
        from importlib import import_module
        from importlib.util import find_spec

        # Polars has to be told that a column may hold numbers beside words.
        for name, options in {"pandas": {}, "polars": {"strict": False}}.items():
            if find_spec(name):
                rows = self.to_rows()
                keys = dict.fromkeys(column.key for table in self.tables for column in table.columns)
                named = {"table": None} if len(self.tables) > 1 else {}
                cells = {key: [row.get(key) for row in rows] for key in named | keys}
                return import_module(name).DataFrame(cells, **options)
        raise ImportError("a data frame needs pandas or polars: install one of them")

    def to_dict(self) -> dict[str, object]:
        """The answer as plain data, as ``--format json`` prints it."""
        return {
            "schema_version": SCHEMA_VERSION,
            "kind": self.kind,
            "value": self.value,
            "text": self.text,
            "rows": self._rows(),
            "notes": list(self.notes),
            "remarks": list(self.remarks),
            "disputes": [
                {
                    "about": dispute.about,
                    "text": dispute.text,
                    "claims": [{"value": claim.value, "sources": _records(claim.sources)} for claim in dispute.claims],
                    "followed": dispute.followed,
                    "why": dispute.why,
                }
                for dispute in self.disputes
            ],
            "sources": _records(self.sources),
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
