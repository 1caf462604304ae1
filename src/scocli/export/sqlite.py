"""The tables as an SQLite database, with their keys and constraints, indexes, and views by day."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from scocli.dataset import DataSet
from scocli.export.columns import Column, Table

STRICT = " STRICT" if sqlite3.sqlite_version_info >= (3, 37) else ""


def _attendance(delegations: str, meeting: str, meetings: str) -> str:
    return f"""
        SELECT m.start AS date, d.{meeting}, d.country, c.names_en AS name, d.capacity, d.leader, d.role, d.level, d.mode
        FROM {delegations} AS d JOIN {meetings} AS m ON m.id = d.{meeting} JOIN countries AS c ON c.code = d.country
        ORDER BY m.start, d.country"""  # noqa: S608 - of names that stand below


VIEWS = {
    "current_statuses": """
        SELECT s.country, c.names_en AS name, s.category, s.since, s.granted_at, s.note
        FROM statuses AS s JOIN countries AS c ON c.code = s.country
        WHERE s.until IS NULL
        ORDER BY s.country""",
    "statuses_on": """
        WITH RECURSIVE days (day) AS (
            SELECT min(since) FROM statuses
            UNION ALL
            SELECT date(day, '+1 day') FROM days WHERE day < (SELECT through FROM dataset)
        )
        SELECT d.day, s.country, c.names_en AS name, s.category, s.since, s.until
        FROM days AS d
        JOIN statuses AS s ON s.since <= d.day AND (s.until IS NULL OR s.until > d.day)
        JOIN countries AS c ON c.code = s.country
        ORDER BY d.day, s.country""",
    "attendance": _attendance("delegations", "summit", "summits"),
    "heads_of_government_attendance": _attendance(
        "heads_of_government_delegations", "meeting", "heads_of_government_meetings"
    ),
}
"""Views, by name: the statuses held now, those held on each day that the data vouch for, and who came to the meetings of either Council."""


BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite puts behind a database's name for the files that it keeps beside it while it is written."""


def beside(place: Path) -> list[Path]:
    """The files beside a database, or the place of one, that SQLite would take for parts of it."""
    return [path for ending in BESIDE if os.path.lexists(path := place.with_name(place.name + ending))]


def _in_use(place: Path) -> bool:
    """Whether another program is using a database. What one that was killed has left undone in it is done, or undone."""
    try:
        with closing(sqlite3.connect(place, timeout=0, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = DELETE")
            database.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return False


def clear(place: Path) -> None:
    """Take away what a killed program has left beside a database: it would be read as a part of the one that replaces it.

    :raises OSError: if it cannot be taken away, or a program that lives is using the database.
    """
    if place.exists() and _in_use(place):
        raise OSError("another program is using it")
    for path in beside(place):
        path.unlink(missing_ok=True)


def write(data: DataSet, place: Path, tables: tuple[Table, ...]) -> None:
    """Make a database of a data set: a file, which must not exist yet.

    :raises OSError: if it cannot be written, or is not what was written when it is read again.
    """
    try:
        with closing(sqlite3.connect(place, isolation_level=None)) as database:
            # What fails is thrown away whole: there is nothing to roll back to.
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA page_size = 4096")
            database.execute("BEGIN")
            for table in tables:
                database.execute(_create(table))
                marks = ", ".join("?" * len(table.columns))
                database.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({marks})", table.rows(data))  # noqa: S608
                for statement in _indexes(table):
                    database.execute(statement)
            for name, query in VIEWS.items():
                database.execute(f"CREATE VIEW {name} AS{query}")
            database.execute("COMMIT")
        with closing(sqlite3.connect(place)) as database:
            _see_that_it_holds(data, tables, database)
    except sqlite3.DatabaseError as error:
        raise OSError(str(error)) from error


def _see_that_it_holds(data: DataSet, tables: tuple[Table, ...], database: sqlite3.Connection) -> None:
    """:raises OSError: if a database is damaged, or has not the rows of a data set."""
    faults = [fault for (fault,) in database.execute("PRAGMA integrity_check") if fault != "ok"]
    for table in tables:
        (count,) = database.execute(f"SELECT count(*) FROM {_quoted(table.name)}").fetchone()  # noqa: S608
        if count != (expected := sum(1 for _ in table.rows(data))):
            faults.append(f"{table.name} has {count} rows of {expected}")
    if faults:
        raise OSError(f"it was damaged while it was written: {faults[0]}")


def _quoted(*names: str) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _create(table: Table) -> str:
    """The statement that makes a table; the descriptions stay in it as comments."""
    constraints = [f"PRIMARY KEY ({_quoted(*table.key)})"] if table.key else []
    constraints += [
        f"FOREIGN KEY ({_quoted(*reference.columns)}) REFERENCES {_quoted(reference.table)} ({_quoted(*reference.key)})"
        for reference in table.references
    ]
    lines = [(_column(column), column.description) for column in table.columns]
    lines += [(constraint, "") for constraint in constraints]
    body = "\n".join(
        f"    {definition}{',' * (number < len(lines))}{f' -- {description}' * bool(description)}"
        for number, (definition, description) in enumerate(lines, start=1)
    )
    return f"CREATE TABLE {_quoted(table.name)} ( -- {table.description}\n{body}\n){STRICT}"


def _column(column: Column) -> str:
    name = _quoted(column.name)
    words = [name, "INTEGER" if column.type == "integer" else "TEXT"]
    if column.required:
        words.append("NOT NULL")
    if column.choices:
        choices = ", ".join(f"'{choice}'" for choice in column.choices)
        words.append(f"CHECK ({name} IN ({choices}))")
    if column.minimum is not None:
        words.append(f"CHECK ({name} >= {column.minimum})")
    if column.type == "date":
        words.append(f"CHECK (date({name}, '+0 days') IS {name})")
    return " ".join(words)


def _indexes(table: Table) -> Iterator[str]:
    """An index for each way to another table that the primary key is none for."""
    for reference in table.references:
        if table.key[: len(reference.columns)] != reference.columns:
            name = f"index_{table.name}_{'_'.join(reference.columns)}"
            yield f"CREATE INDEX {_quoted(name)} ON {_quoted(table.name)} ({_quoted(*reference.columns)})"
