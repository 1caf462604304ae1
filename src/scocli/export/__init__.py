"""``sco export``: the data set as tables for other programs: a Data Package, an SQLite database or a spreadsheet."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from scocli.dataset import DataSet
from scocli.errors import ScoError, UsageProblem
from scocli.export import package, sqlite, xlsx
from scocli.export.columns import Table
from scocli.export.core import CORE
from scocli.export.tables import TABLES
from scocli.files import put
from scocli.text import listed, path_called, visible


class Form(NamedTuple):
    """What a data set can be exported as.

    :ivar name: what it is called.
    :ivar write: makes one of some tables at a path.
    :ivar check: what stands in the way of replacing what is at a path by one, if anything does.
    :ivar beside: the files beside a path that would be taken for parts of one.
    :ivar clear: takes them away.
    """

    name: str
    write: Callable[[DataSet, Path, tuple[Table, ...]], None]
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


def _no_file(target: Path) -> str | None:
    return None if target.is_file() else "is not a file"


PACKAGE = Form("data package", package.write, _no_package)
DATABASE = Form("SQLite database", sqlite.write, _no_file, sqlite.beside, sqlite.clear)
SPREADSHEET = Form("spreadsheet", xlsx.write, _no_file)
SUFFIXES = {"": PACKAGE, ".sqlite": DATABASE, ".sqlite3": DATABASE, ".db": DATABASE, ".xlsx": SPREADSHEET}
"""What a name stands for, by how it ends."""


def export(data: DataSet, words: str, *, force: bool = False, core: bool = False, bom: bool = False) -> str:
    """Write a data set as a data package (a directory), an SQLite database or a spreadsheet (a file), whole or not at all.

    :param words: where to; how the name ends says as what.
    :param force: whether an earlier export is replaced.
    :param core: whether to write only the tables that most people want, which is all that a spreadsheet has.
    :param bom: whether the files of a package begin with the mark by which Excel knows UTF-8.
    :returns: one line that says what was written.
    :raises UsageProblem: if something stands there that is not to be replaced, or the place makes no sense.
    :raises ScoError: if it cannot be written.
    """
    shown = visible(words) or "."
    try:
        target = Path(os.path.realpath(path_called(words)))
        if SUFFIXES.get(Path(words).name.lower(), PACKAGE) is not PACKAGE:
            raise UsageProblem(f"{shown}: a name goes before the ending: sco{shown}")
        form = _form(Path(words).suffix.lower(), shown)
        tables = CORE if core or form is SPREADSHEET else TABLES
        if bom and form is not PACKAGE:
            raise UsageProblem("--bom goes with a data package: a directory of CSV files")
        if core and form is SPREADSHEET:
            raise UsageProblem("--core goes with a data package or a database: a spreadsheet has no other tables")
        problem = _problem(target, form, force=force)
        if problem:
            raise UsageProblem(f"{shown}: {problem}")
        write = partial(package.write, bom=True) if bom else form.write
        put(target, lambda place: write(data, place, tables), lambda: form.clear(target))
    except OSError as error:
        raise ScoError(f"{shown}: cannot be written ({error.strerror or error})") from None
    count = sum(1 for table in tables for _ in table.rows(data))
    return f"{shown}: {form.name} of {len(tables)} tables, {count} rows, to {data.through}\n"


def _form(suffix: str, shown: str) -> Form:
    """What a name that ends in some way stands for; a directory's name has no suffix, but may have a version in it."""
    form = SUFFIXES.get(suffix if suffix[1:].isalnum() and not suffix[1:].isdigit() else "")
    if form is None:
        known = listed([suffix for suffix in SUFFIXES if suffix], "or")
        raise UsageProblem(
            f"{shown}: a data package is a directory, whose name ends without {suffix}; a database or spreadsheet ends in {known}"
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
        left = listed([path.name for path in form.beside(target)])
        return f"an earlier one left {left} beside it; --force removes what it left" if left and not force else None
    return form.check(target) or (None if force else "exists already; --force replaces it")
