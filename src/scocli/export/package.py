"""The tables as a Data Package: CSV files, and ``datapackage.json``, which says what is in them."""

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

from scocli.dataset import DataSet
from scocli.export.columns import Column, Row, Table
from scocli.export.tables import TABLES

DESCRIPTOR = "datapackage.json"
LICENCES = {
    "CC0-1.0": {
        "title": "Creative Commons Zero 1.0 Universal",
        "path": "https://creativecommons.org/publicdomain/zero/1.0/",
    }
}
"""What else is known of a licence, by the name that a data set gives."""


def path_of(table: Table) -> str:
    """Where in the package the CSV file of a table is."""
    return f"data/{table.name}.csv"


PATHS = frozenset({DESCRIPTOR, "data", *map(path_of, TABLES)})
"""All that is in a package."""


def write(data: DataSet, place: Path, tables: tuple[Table, ...], *, bom: bool = False) -> None:
    """Make a package of a data set: a directory, which must not exist yet.

    :param bom: whether each file begins with the mark by which Excel knows UTF-8.
    :raises OSError: if it cannot be written.
    """
    (place / "data").mkdir(parents=True)
    resources = []
    encoding = "utf-8-sig" if bom else "utf-8"
    for table in tables:
        content = to_csv(table, tuple(table.rows(data))).encode(encoding)
        (place / path_of(table)).write_bytes(content)
        resources.append(_resource(table, content) | {"encoding": encoding})
    text = json.dumps(_descriptor(data, resources), ensure_ascii=False, indent=2) + "\n"
    (place / DESCRIPTOR).write_bytes(text.encode())


def to_csv(table: Table, rows: tuple[Row, ...]) -> str:
    """A heading and the rows: values as they are, nothing where there is none.

    No value is changed to keep a spreadsheet from taking it for a formula: what is read back is what was written.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows(rows)
    return out.getvalue()


def version(through: str) -> str:
    """The version of a data set, from the last day it vouches for: '2025.9.1'."""
    return ".".join(str(int(part)) for part in through.split("-"))


def _descriptor(data: DataSet, resources: list[dict[str, Any]]) -> dict[str, Any]:
    licence = data.data.licence
    return {
        "profile": "tabular-data-package",
        "name": "sco-membership",
        "title": f"Membership of the {data.data.organization.names.en}",
        "description": "Who belongs to the organisation and in what capacity, since when, and who came to which summit: "
        f"from {data.founded} to {data.through}, each fact with its sources.",
        "version": version(data.through),
        "licenses": [{"name": licence, **LICENCES.get(licence, {})}],
        "sources": [
            {"title": f"{len(data.data.sources)} pages, listed in the table sources", "path": "data/sources.csv"}
        ],
        "resources": resources,
    }


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "description": table.description,
        "path": path_of(table),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "dialect": {"lineTerminator": "\n"},
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    foreign = []
    for reference in table.references:
        resource = reference.table if reference.table != table.name else ""  # which stands for the table itself
        key = {"resource": resource, "fields": list(reference.key)}
        foreign.append({"fields": list(reference.columns), "reference": key})
    keys = {"primaryKey": list(table.key), "foreignKeys": foreign}
    return {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        **{name: value for name, value in keys.items() if value},
    }


def _field(column: Column) -> dict[str, Any]:
    constraints = {
        "required": column.required,
        "enum": list(column.choices),
        "pattern": column.pattern,
        "minimum": column.minimum,
    }
    return {
        "name": column.name,
        "type": column.type,
        **({"description": column.description} if column.description else {}),
        "constraints": {name: value for name, value in constraints.items() if value},
    }
