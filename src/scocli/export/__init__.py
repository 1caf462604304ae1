"""``sco export``: the data set as tables for other programs, a Data Package or an SQLite database."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from scocli.dataset import DataSet
from scocli.errors import ScoError, UsageProblem
from scocli.export import package, sqlite
from scocli.export.tables import TABLES
from scocli.files import put
from scocli.text import listed, path_called, visible


class Form(NamedTuple):
    """What a data set can be exported as.

    :ivar name: what it is called.
    :ivar write: makes one at a path.
    :ivar check: what stands in the way of replacing what is at a path by one, if anything does.
    :ivar beside: the files beside a path that would be taken for parts of one.
    :ivar clear: takes them away.
    """

    name: str
    write: Callable[[DataSet, Path], None]
    check: Callable[[Path], str | None]
    beside: Callable[[Path], list[Path]] = lambda _: []
    clear: Callable[[Path], None] = lambda _: None


def _no_package(target: Path) -> str | None:
    """Why a directory is not replaced: a package is made of known files, and what else is there would be lost."""
    if not target.is_dir():
        return "is not a directory, which a data package is"
    for path in target.rglob("*"):
        inside = path.relative_to(target).as_posix()
        if inside not in package.PATHS:
            return f"holds {inside}, which is no part of the data package and would be lost"
    return None


def _no_database(target: Path) -> str | None:
    """Why a file is not replaced."""
    return None if target.is_file() else "is not a file, which a database is"


PACKAGE = Form("data package", package.write, _no_package)
DATABASE = Form("SQLite database", sqlite.write, _no_database, sqlite.beside, sqlite.clear)
SUFFIXES = {"": PACKAGE, ".sqlite": DATABASE, ".sqlite3": DATABASE, ".db": DATABASE}
"""What a name stands for, by how it ends."""


def export(data: DataSet, words: str, *, force: bool = False) -> str:
    """Write a data set as a data package (a directory) or an SQLite database (a file), whole or not at all.

    :param words: where to; how the name ends says as what.
    :param force: whether an earlier export is replaced.
    :returns: one line that says what was written.
    :raises UsageProblem: if something stands there that is not to be replaced, or the place makes no sense.
    :raises ScoError: if it cannot be written.
    """
    shown = visible(words) or "."
    try:
        target = Path(os.path.realpath(path_called(words)))
        form = _form(Path(words).suffix.lower(), shown)
        problem = _problem(target, form, force=force)
        if problem:
            raise UsageProblem(f"{shown}: {problem}")
        put(target, lambda place: form.write(data, place), lambda: form.clear(target))
    except OSError as error:
        raise ScoError(f"{shown}: cannot be written ({error.strerror or error})") from None
    count = sum(1 for table in TABLES for _ in table.rows(data))
    return f"{shown}: {form.name} of {len(TABLES)} tables, {count} rows, to {data.through}\n"


def _form(suffix: str, shown: str) -> Form:
    """What a name that ends in some way stands for; a directory's name has no suffix, but may have a version in it."""
    form = SUFFIXES.get(suffix if suffix[1:].isalnum() and not suffix[1:].isdigit() else "")
    if form is None:
        known = listed([suffix for suffix in SUFFIXES if suffix], "or")
        raise UsageProblem(
            f"{shown}: a data package is a directory, whose name ends without {suffix}; a database ends in {known}"
        )
    return form


def _problem(target: Path, form: Form, *, force: bool) -> str | None:
    """What is wrong with a place, if anything is."""
    here = Path.cwd()
    if target == here or target in here.parents:
        return "is the current directory or holds it: name a new one"
    if not target.parent.is_dir():
        return "lies in no directory that exists"
    if not os.path.lexists(target) or (form is PACKAGE and target.is_dir() and not any(target.iterdir())):
        left = [path.name for path in form.beside(target)]
        return f"{listed(left)} of an earlier one is left beside it; --force removes it" if left and not force else None
    return form.check(target) or (None if force else "exists already; --force replaces it")
