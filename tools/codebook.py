"""The codebook of the data set: what every field means and which rules hold, made from the models and invariants."""

import inspect
from collections.abc import Iterator
from typing import Any

from scocli.invariants import RULES
from scocli.models import Data
from scocli.models.values import ADDRESS, COUNTRY, COUNTRY_3, DAY, DAY_OF_YEAR, LANGUAGE, PARTIAL_DATE, SLUG, SPACED

_KINDS = {
    SPACED: "text",
    DAY: "day",
    DAY_OF_YEAR: "day of the year",
    PARTIAL_DATE: "day, month or year",
    COUNTRY: "country code",
    COUNTRY_3: "three-letter country code",
    LANGUAGE: "language code",
    SLUG: "id",
    ADDRESS: "address",
}
"""What text that matches a pattern is called."""


def _target(field: dict[str, Any]) -> str | None:
    """The record that a field holds, directly or in a list or object."""
    if "$ref" in field:
        return str(field["$ref"]).rpartition("/")[2]
    below = [field.get("items"), *field.get("anyOf", ()), *field.get("patternProperties", {}).values()]
    return next((found for part in below if part and (found := _target(part))), None)


def _holds(field: dict[str, Any]) -> str:
    """What a field holds, in words."""
    if "anyOf" in field:
        return " or ".join(_holds(part) for part in field["anyOf"] if part.get("type") != "null")
    if "$ref" in field:
        name = _target(field)
        return f"[{name}](#{str(name).lower()})"
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if field["type"] == "array":
        return f"list of {_holds(field['items'])}"
    if field["type"] == "object":
        ((key, value),) = field["patternProperties"].items()
        return f"{_holds(value)} by {_KINDS[key]}"
    return (
        _KINDS[field["pattern"]] if "pattern" in field else {"integer": "whole number", "string": "id"}[field["type"]]
    )


def _absent(name: str, field: dict[str, Any], required: list[str]) -> str:
    """Whether a field may be left out, and what that then means if it is not 'nothing'."""
    if name in required:
        return "required"
    return (
        f"`{field['default']}` if left out" if field.get("default") and field["type"] == "string" else "may be absent"
    )


def _record(name: str, schema: dict[str, Any]) -> str:
    """A heading, what the record is, and a table of its fields."""
    rows = "\n".join(
        f"| `{key}` | {_holds(field)} | {_absent(key, field, schema['required'])} | {field['description']} |"
        for key, field in schema["properties"].items()
    )
    return f"### {name}\n\n{schema['description']}\n\n| Field | Holds | Presence | Meaning |\n| --- | --- | --- | --- |\n{rows}"


def _in_order(name: str, schemas: dict[str, Any], seen: dict[str, None]) -> Iterator[str]:
    """A record and all records below it, each once, as they come in the file."""
    if name in seen:
        return
    seen[name] = None
    yield name
    for field in schemas[name]["properties"].values():
        target = _target(field)
        if target is not None:
            yield from _in_order(target, schemas, seen)


def codebook() -> str:
    """The tables of all records, in Markdown, in the order of the file."""
    schema = Data.model_json_schema()
    schemas = schema["$defs"] | {"Data": schema}
    return "\n\n".join(_record(name, schemas[name]) for name in _in_order("Data", schemas, {}))


def rules() -> str:
    """What ties the records to each other, a line a rule."""
    return "\n".join(f"- {' '.join(str(inspect.getdoc(rule)).split())}" for rule in RULES)
