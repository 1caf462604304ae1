"""``sco validate`` and ``sco schema``: the data set held against its models."""

import json
from pathlib import Path

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


def schema() -> str:
    """The JSON Schema of the data set."""
    found = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Data.model_json_schema()
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
