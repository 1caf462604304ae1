"""Whether the text of a data set holds: its syntax, each record by itself, and the records together."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from scocli.invariants import Fault, Survey, faults
from scocli.models import PATTERNS, Data
from scocli.records import keeping_all
from scocli.text import quoted

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_PROBLEMS = {
    "missing": "is missing",
    "extra_forbidden": "is no field of this record",
    "string_type": "is not text",
    "string_unicode": "is not valid Unicode",
    "int_type": "is not a whole number",
    "greater_than_equal": "is too small",
    "tuple_type": "is not a list",
    "too_short": "is empty",
    "dict_type": "is not an object",
    "model_type": "is not an object",
}
"""What is wrong with a value, by Pydantic's name of the error."""

_PLAIN_KEY = re.compile(r"[\w.-]{1,80}", re.ASCII)


@dataclass(frozen=True)
class _Repeated:
    """Stands for an object that has a key twice, so that it is refused at its place."""

    key: str


def _object(pairs: list[tuple[str, object]]) -> dict[str, object] | _Repeated:
    """An object of the file, with tuples for lists as the models have them."""
    record = {key: tuple(value) if isinstance(value, list) else value for key, value in pairs}
    if len(record) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        return _Repeated(next(key for key, count in counts.items() if count > 1))
    return record


def _place(location: tuple[int | str, ...]) -> str:
    path = ""
    for step in location:
        if isinstance(step, int):
            path += f"[{step}]"
        elif step != "[key]":
            path += f"{'.' * bool(path)}{step if _PLAIN_KEY.fullmatch(step) else quoted(step)}"
    return path


def _problem(error: "ErrorDetails") -> str:
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if isinstance(value, _Repeated):
        return f"has the key {quoted(value.key)} twice"
    if kind == "literal_error":
        return f"is not {context['expected']}"
    if kind == "string_pattern_mismatch":
        return PATTERNS[context["pattern"]]
    return _PROBLEMS.get(kind) or str(context.get("error", error["msg"]))


def _no_key_is_repeated(text: str, survey: Survey) -> bool:
    """Whether it is plain that no object of a text has a key twice, so that its records are all that it says.

    A key that is repeated counts once in the records, and each time in the text. (So does a quotation mark in a text
    before a colon: then it is not plain.)
    """
    return text.encode().translate(None, b" \t\r\n").count(b'":') == survey.members


@keeping_all
def parse(text: str) -> Data | list[Fault]:
    """The records of a data set, or all that is wrong with its text, each fault with its place.

    Records that are not well formed are told of first; they are held against each other once all of them are.
    """
    try:
        survey = Survey(Data.model_validate_json(text))
    except ValueError:
        return _parse_for_faults(text)
    if not _no_key_is_repeated(text, survey):
        return _parse_for_faults(text)
    return faults(survey) or survey.data


def _parse_for_faults(text: str) -> Data | list[Fault]:
    """The same more slowly, by Python's parser: it knows of keys that are repeated, and where."""
    try:
        data = Data.model_validate(json.loads(text, object_pairs_hook=_object))
    except RecursionError:
        return [Fault("", "is nested too deeply")]
    except ValidationError as error:
        return [Fault(_place(found["loc"]), _problem(found)) for found in error.errors(include_url=False)]
    except ValueError as error:
        return [Fault("", f"is not JSON: {error}")]
    return faults(Survey(data)) or data


def validate(text: str) -> list[Fault]:
    """All that is wrong with the text of a data set, each fault with its place; nothing if it holds."""
    parsed = parse(text)
    return parsed if isinstance(parsed, list) else []


def dump(data: Data) -> str:
    """The canonical text of a data set: the order of the model's fields, nothing that is absent, one space a level."""
    records = data.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
