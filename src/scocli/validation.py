"""Whether the text of a data set holds: its syntax, each record by itself, and the records together."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast, get_origin

from pydantic import ValidationError

from scocli.invariants import RULES, TODO, Fault, Rule, Survey, faults, record_of
from scocli.models import PATTERNS, Data, Record
from scocli.models.order import arranged
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

_Location = tuple[int | str, ...]
"""The keys and indexes that lead to a value."""
_KEY = "[key]"
"""The last step to a key that is malformed, not to what it stands for."""
_PLAIN_KEY = re.compile(r"[\w.-]{1,80}", re.ASCII)


class _Repeated(dict[str, object]):
    """An object that has a key twice, with the last of what the key stands for."""

    def __init__(self, fields: dict[str, object], key: str) -> None:
        super().__init__(fields)
        self.key = key


def _read(text: str) -> tuple[object, bool]:
    """What a text holds, with tuples for lists as the models have them, and whether an object in it has a key twice.

    :raises ValueError: if it is not JSON. :raises RecursionError: if it is nested too deeply.
    """
    repeated = []

    def record(pairs: list[tuple[str, object]]) -> dict[str, object]:
        fields = {key: tuple(value) if isinstance(value, list) else value for key, value in pairs}
        if len(fields) == len(pairs):
            return fields
        counts = Counter(key for key, _ in pairs)
        repeated.append(_Repeated(fields, next(key for key, count in counts.items() if count > 1)))
        return repeated[-1]

    return json.loads(text, object_pairs_hook=record), bool(repeated)


def _repeats(fields: object) -> Iterator[Fault]:
    waiting: list[tuple[_Location, object]] = [((), fields)]
    for location, value in waiting:
        if isinstance(value, _Repeated):
            yield Fault(_place(location), f"has the key {quoted(value.key)} twice")
        below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
        waiting += (((*location, step), item) for step, item in below)


def _place(location: _Location) -> str:
    path = ""
    for step in location:
        if isinstance(step, int):
            path += f"[{step}]"
        elif step != _KEY:
            path += f"{'.' * bool(path)}{step if _PLAIN_KEY.fullmatch(step) else quoted(step)}"
    return path


def _problem(error: "ErrorDetails") -> str:
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    to_do = f", still to be looked up: {quoted(value)}" if isinstance(value, str) and value.startswith(TODO) else ""
    if kind == "literal_error":
        return f"is not {context['expected']}{to_do}"
    if kind == "string_pattern_mismatch":
        return PATTERNS[context["pattern"]] + to_do
    return _PROBLEMS.get(kind) or str(context.get("error", error["msg"]))


def _no_key_is_repeated(text: str, survey: Survey) -> bool:
    """Whether it is plain that no object of a text has a key twice, so that its records are all that it says.

    A key that is repeated counts once in the records, and each time in the text. (So does a quotation mark in a text
    before a colon: then it is not plain.)
    """
    return text.encode().translate(None, b" \t\r\n").count(b'":') == survey.members


@keeping_all
def parse(text: str) -> Data | list[Fault]:
    """The records of a data set, or what is wrong with its text, each fault with its place.

    Keys that are repeated are told of first, then fields that are not well formed, then what the rules find without those:
    where they needed one, it is said that more may follow.
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
        fields, is_repeated = _read(text)
    except RecursionError:
        return [Fault("", "is nested too deeply")]
    except ValueError as error:
        return [Fault("", f"is not JSON: {str(error).partition(';')[0]}")]
    repeats = list(_repeats(fields)) if is_repeated else []
    try:
        data = Data.model_validate(fields)
    except ValidationError as error:
        return repeats + _faults_of_form(error.errors(include_url=False), fields)
    return repeats + faults(Survey(data)) or data


def _faults_of_form(errors: "list[ErrorDetails]", fields: object) -> list[Fault]:
    """What is malformed, and the rules that are broken beside it, as far as they do not need what is."""
    found = [Fault(_place(error["loc"]), _problem(error)) for error in errors]
    malformed = {error["loc"] for error in errors}
    if () in malformed:
        return found
    spoilt = {place[:length]: place[:length] in malformed for place in malformed for length in range(len(place) + 1)}
    survey = Survey(cast("Data", _without(Data, fields, spoilt, ())), is_partial=True)
    cut_short: list[Rule] = []
    broken = [fault for rule in RULES for fault in _found_by(rule, survey, cut_short)]
    if cut_short or not survey.is_whole:
        last = found[-1]
        found[-1] = last._replace(problem=f"{last.problem}; more may follow, as some rules need what is malformed")
    return found + broken


def _found_by(rule: Rule, survey: Survey, cut_short: list[Rule]) -> Iterator[Fault]:
    """The faults that a rule finds until it needs a field that is malformed, and so is not there: then it is cut short."""
    try:
        yield from rule(survey)
    except AttributeError:
        cut_short.append(rule)


def _without(kind: type[Record], fields: object, spoilt: Mapping[_Location, bool], at: _Location) -> Record:
    """A record of a file without its malformed fields.

    :param spoilt: the places at which something is malformed, and whether it is what stands there, not only below it.
    """
    found = dict(fields) if isinstance(fields, dict) else {}
    absent = [name for name, field in kind.model_fields.items() if name not in found and field.is_required()]
    for name in found.keys() & kind.model_fields.keys():
        annotation, value, place = kind.model_fields[name].annotation, found[name], (*at, name)
        below = record_of(annotation)
        if place in spoilt and (below is None or spoilt[place]):
            absent.append(name)
        elif isinstance(value, tuple) and below:
            found[name] = tuple(_without(below, item, spoilt, (*place, n)) for n, item in enumerate(value))
        elif get_origin(annotation) is dict and below:
            ids = [key for key in value if key.isascii() and (*place, key, _KEY) not in spoilt]
            found[name] = {key: _without(below, value[key], spoilt, (*place, key)) for key in ids}
        elif below and value is not None:
            found[name] = _without(below, value, spoilt, place)
    record = kind.model_construct(**found)
    for name in absent:
        vars(record).pop(name, None)
    return record


def validate(text: str) -> list[Fault]:
    """What is wrong with the text of a data set (see :func:`parse`), each fault with its place; nothing if it holds."""
    parsed = parse(text)
    return parsed if isinstance(parsed, list) else []


def dump(data: Data) -> str:
    """The canonical text of a data set: the order of the model's fields, nothing that is absent, one space a level."""
    records = data.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def arrange(text: str) -> str:
    """The text of a data set with its lists in order; the text as it is, if it cannot be read or has a key twice."""
    try:
        fields, is_repeated = _read(text)
        return text if is_repeated else json.dumps(arranged(fields), ensure_ascii=False)
    except (RecursionError, TypeError, ValueError):
        return text
