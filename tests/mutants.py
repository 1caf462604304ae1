"""A copy of the real data set with something changed: by hand at a place, or every kind of change to every field."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin

import second_council
from scocli.datafile import bundled_path
from scocli.models import Data, Record

TEXT = bundled_path().read_text("utf-8")
FIELDS: dict[str, Any] = json.loads(TEXT)
"""The data set as it stands in the file; not to be changed."""
WHOLE: dict[str, Any] = second_council.extended(json.loads(TEXT))
"""The same with records of every kind that there is, some made up; not to be changed."""
WHOLE_TEXT = json.dumps(WHOLE, ensure_ascii=False)
DROP = object()
"""Instead of a value: the field or item goes."""
UNFIT = object()
"""Instead of a value: there is no such change to it."""

Path = tuple[str | int, ...]

_STEP = re.compile(r"\[([^\]]+)\]|([^.\[]+)")
_NAMES = ("code", "id", "name", "country", "about")


def fields() -> dict[str, Any]:
    """A fresh copy of the data set, as it stands in the file."""
    return json.loads(TEXT)


def whole() -> dict[str, Any]:
    """A fresh copy of the data set with records of every kind."""
    return json.loads(WHOLE_TEXT)


def _called(item: Any) -> list[Any]:
    return [item.get(name) for name in _NAMES] if isinstance(item, dict) else [item]


def _find(data: Any, path: str) -> Path:
    """The keys and indexes that a written path means.

    ``countries[AZ].statuses[0]``: an item of a list is called by its index, by what names the record, or ``+``: the last.
    """
    node, found = data, []
    for by_name, field in _STEP.findall(path):
        step = by_name or field
        if isinstance(node, dict):
            key: str | int = step
        elif step == "+":
            key = len(node) - 1
        elif step.isdigit():
            key = int(step)
        else:
            key = next(index for index, item in enumerate(node) if step in _called(item))
        found.append(key)
        node = node.get(key, {}) if isinstance(node, dict) else node[key] if key < len(node) else {}
    return tuple(found)


def spelled(path: Path) -> str:
    """A path as faults spell it: ``countries[3].code``."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def place(data: dict[str, Any], path: str) -> str:
    """A written path as faults spell it."""
    return spelled(_find(data, path))


def put(data: dict[str, Any], path: str, value: Any) -> None:
    """Change what stands at a written path: to a value, to what a function makes of it, or away (:data:`DROP`)."""
    if path.endswith("[+]"):
        path, value = path.removesuffix("[+]"), lambda items, new=value: [*items, new]
    *way, last = _find(data, path)
    node: Any = data
    for step in way:
        node = node[step]
    if value is DROP:
        del node[last]
    else:
        node[last] = value(node[last]) if callable(value) else value


class Field(NamedTuple):
    """A field of a kind of record, and where it stands in the file."""

    kind: type[Record]
    name: str
    paths: tuple[Path, ...]

    def __str__(self) -> str:
        return f"{self.kind.__name__}.{self.name}"

    @property
    def path(self) -> Path:
        """One of its places."""
        return self.paths[len(self.paths) // 2]

    @property
    def choices(self) -> tuple[Any, ...]:
        """All that it may hold, if that is a list of words."""
        annotation = self.kind.model_fields[self.name].annotation
        parts = (annotation, *get_args(annotation))
        return next((get_args(part) for part in parts if get_origin(part) is Literal), ())


def records(record: Record, path: Path = ()) -> Iterator[tuple[Path, Record]]:
    """A record and all below it, with their places."""
    yield path, record
    for name, value in record:
        if isinstance(value, Record):
            yield from records(value, (*path, name))
            continue
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
        for key, item in items:
            if isinstance(item, Record):
                yield from records(item, (*path, name, key))


@cache
def every_field() -> tuple[Field, ...]:
    """Every field that :data:`WHOLE` has, of every kind of record, with all its places."""
    found: dict[tuple[type[Record], str], list[Path]] = {}
    for path, record in records(Data.model_validate_json(WHOLE_TEXT)):
        for name in record.model_fields_set:
            found.setdefault((type(record), name), []).append((*path, name))
    return tuple(Field(kind, name, tuple(paths)) for (kind, name), paths in sorted(found.items(), key=str))


def _another(value: Any, choices: tuple[Any, ...]) -> Any:
    """Another value of the same form: a date a year on, another word, the items in another order."""
    if isinstance(value, list):
        return value[::-1]
    if isinstance(value, dict):
        return UNFIT
    if isinstance(value, int):
        return value + 1
    if choices:
        return next((choice for choice in choices if choice != value), UNFIT)
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", value):
        return f"{int(value[:4]) + 1}{value[4:]}"
    if re.fullmatch(r"[A-Z]{2,3}|[a-z]{2}", value):
        return ("Q" if value.isupper() else "q") + value[1:]
    return f"{value}x"


CHANGES: dict[str, Callable[[Any, tuple[Any, ...]], Any]] = {
    "dropped": lambda *_: DROP,
    "null": lambda *_: None,
    "of the wrong type": lambda value, _: [value] if isinstance(value, str | int) else "text",
    "empty": lambda value, _: UNFIT if isinstance(value, int) else type(value)(),
    "another": _another,
}
"""What can be done to the value of a field."""


def with_value(node: Any, path: Path, new: Any) -> Any:
    """A copy of the data set, or of part of it, in which a place holds something else, or nothing (:data:`DROP`)."""
    step, *rest = path
    copy = node.copy()
    if rest:
        copy[step] = with_value(node[step], tuple(rest), new)
    elif new is DROP:
        del copy[step]
    else:
        copy[step] = new
    return copy


def value_at(node: Any, path: Path) -> Any:
    """What stands at a place."""
    for step in path:
        node = node[step]
    return node
