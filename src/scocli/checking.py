"""``sco validate`` and ``sco schema``: the data set held against its models."""

import inspect
import json
import re
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, JsonValue

from scocli.answers import Answer, Kind
from scocli.datafile import DataSetError, bundled_path, read_text
from scocli.models import Data
from scocli.text import path_called
from scocli.validation import parse


def check(path: str | None) -> str:
    """That a data set holds, with its counts.

    :param path: a file; by default the data set that comes with the program.
    :raises DataSetError: with all of its faults, if it does not hold.
    """
    place = bundled_path() if path is None else Path(path_called(path))
    data = parse(read_text(place))
    if isinstance(data, list):
        raise DataSetError(str(place), data)
    meetings = (*data.summits, *data.heads_of_government_meetings)
    counts = {
        "countries": len(data.countries),
        "status periods": sum(len(country.statuses) for country in data.countries),
        "summits": len(data.summits),
        "meetings of heads of government": len(data.heads_of_government_meetings),
        "delegations": sum(len(meeting.delegations) for meeting in meetings),
        "absences": sum(len(meeting.absences) for meeting in meetings),
        "persons": len(data.persons),
        "decisions": sum(len(summit.decisions) for summit in data.summits),
        "applications": len(data.applications),
        "conflicts": len(data.conflicts),
        "sources": len(data.sources),
    }
    listed = "\n".join(f"{count:6} {name}" for name, count in counts.items())
    return f"The data set holds, to {data.through}.\n{listed}\n"


class _Record(BaseModel):
    """A part of an answer as JSON has it: what is named here, and nothing else."""

    model_config = ConfigDict(extra="forbid")


class SourceRecord(_Record):
    """Where something was read."""

    id: str
    publisher: str
    url: str
    published: str | None
    kind: str
    language: str
    read: str | None


class ClaimRecord(_Record):
    """What some sources say of a disputed fact."""

    value: str
    sources: list[SourceRecord]


class DisputeRecord(_Record):
    """What sources disagree about, which claim is followed, and why."""

    about: str
    text: str
    claims: list[ClaimRecord]
    followed: str
    why: str


class MemorandumRecord(_Record):
    """When and where a memorandum was signed, as far as it is known."""

    date: str | None
    city: str | None


class RowRecord(BaseModel):
    """A row of a table by its columns; beside them the table, where there are several, and the ids of its sources."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, str | int | None]

    table: str | None = None
    memorandum: MemorandumRecord | None = None
    sources: list[str] | str | None = None


def _described(schema: dict[str, Any]) -> None:
    """Say of the parts of an answer what their class says of them."""
    for name, meaning in re.findall(r":ivar (\w+): (.+)", inspect.getdoc(Answer) or ""):
        if name in schema["properties"]:
            schema["properties"][name]["description"] = meaning


class AnswerRecord(_Record):
    """An answer as ``--json`` prints it."""

    model_config = ConfigDict(json_schema_extra=_described)

    schema_version: Literal["2.0"]
    kind: Kind
    value: JsonValue
    text: str
    rows: list[RowRecord]
    notes: list[str]
    remarks: list[str]
    disputes: list[DisputeRecord]
    sources: list[SourceRecord]
    command: str | None
    on: str | None
    data_through: str


def schema(of: str = "data") -> str:
    """The JSON Schema of the data set, or of an answer.

    :param of: ``data`` or ``answer``.
    """
    model = AnswerRecord if of == "answer" else Data
    found = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | model.model_json_schema()
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
