"""Whether the text of a data set holds: its syntax, each record by itself, and the records together."""

import json

from pydantic import ValidationError

from scocli.invariants import Fault, faults
from scocli.models import Data


def _refuse_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) != len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key {next(key for key in keys if keys.count(key) > 1)!r} appears twice in one object")
    return record


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is not a value")


def _place(location: tuple[int | str, ...]) -> str:
    path = ""
    for step in location:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path


def parse(text: str) -> Data | list[Fault]:
    """The records of a data set, or all that is wrong with its text, each fault with its place."""
    try:
        json.loads(text, object_pairs_hook=_refuse_duplicates, parse_constant=_refuse_constant)
    except RecursionError:
        return [Fault("", "is nested too deeply")]
    except ValueError as error:
        return [Fault("", f"is not JSON: {error}")]
    try:
        data = Data.model_validate_json(text)
    except ValidationError as error:
        return [Fault(_place(fault["loc"]), fault["msg"].removeprefix("Value error, ")) for fault in error.errors()]
    return faults(data) or data


def validate(text: str) -> list[Fault]:
    """All that is wrong with the text of a data set, each fault with its place; nothing if it holds."""
    parsed = parse(text)
    return parsed if isinstance(parsed, list) else []


def dump(data: Data) -> str:
    """The canonical text of a data set: the order of the model's fields, nothing that is absent, one space a level."""
    records = data.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
