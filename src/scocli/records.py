"""The records of a data set as the queries read them: plain attributes, nothing that has to be built.

:mod:`scocli.models` says what a record holds and refuses what does not hold. Once a file is known to hold, its
JSON is all that the queries need: objects with the fields of the models, made by the JSON parser itself. They
are typed as the models, whose building (a third of the time of a bare Typer program) they save, and are imported from here
by the models' names.
"""

import gc
import json
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")

LISTS = frozenset(
    {
        "absences", "agreements", "aims", "aliases", "decisions", "demonyms", "documents", "heads_of_government_meetings",
        "involves", "organizations", "other_names", "planned_heads_of_government_meetings", "principles", "rats_directors",
        "statuses", "written",
    }
)  # fmt: skip
"""Fields that are empty where a record leaves them out."""
DEFAULTS: dict[str, object] = dict.fromkeys(LISTS, ()) | {"partners": "not-applicable"}
"""What a field holds that a record leaves out; for every other one that is ``None``."""


def keeping_all(make: Callable[P, R]) -> Callable[P, R]:
    """Let a function that makes many objects, and keeps them, not be interrupted by the search for unused ones.

    Going through all that has been made again and again takes longer the more that is.
    """

    @wraps(make)
    def uninterrupted(*args: P.args, **kwargs: P.kwargs) -> R:
        searches = gc.isenabled()
        gc.disable()
        try:
            return make(*args, **kwargs)
        finally:
            if searches:
                gc.enable()

    return uninterrupted


class FileRecord:
    """One object of the file, with the fields that it leaves out as the models have them."""

    def __init__(self, fields: dict[str, object]) -> None:
        self.__dict__ = fields

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        return DEFAULTS.get(name)

    def __repr__(self) -> str:
        return f"Record({self.__dict__!r})"


if TYPE_CHECKING:
    from scocli.models import *  # noqa: F403 - the types of all records
    from scocli.models import Data
else:

    def __getattr__(name: str) -> type[FileRecord]:
        if name.startswith("_"):
            raise AttributeError(name)
        return FileRecord


def _record(fields: dict[str, object]) -> FileRecord:
    for key, value in fields.items():
        if value.__class__ is list:
            fields[key] = tuple(cast("list[object]", value))
    return FileRecord(fields)


@keeping_all
def read(text: str) -> "Data":
    """The records of a data set that is known to hold (see :func:`scocli.dataset.load`)."""
    data = json.loads(text, object_hook=_record)
    vars(data)["sources"] = vars(data.sources)
    return cast("Data", data)
