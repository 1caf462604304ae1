"""The light records that queries read are, field by field, what the models make of the same file."""

import copy
import json
from typing import Any

import pytest

from mutants import TEXT, WHOLE_TEXT, every_field
from scocli import records
from scocli.models import Data
from scocli.models import Record as Model
from scocli.records import DEFAULTS, LISTS, Record, read


def differences(light: Any, model: Any, place: str = "") -> list[str]:
    """Where two readings of the file are not the same, with all fields of the models, those left out too."""
    if isinstance(model, Model):
        if not isinstance(light, Record):
            return [place]
        names = type(model).model_fields
        return [
            found
            for name in names
            for found in differences(getattr(light, name), getattr(model, name), f"{place}.{name}")
        ]
    if isinstance(model, tuple | dict):
        keys = range(len(model)) if isinstance(model, tuple) else model
        if type(light) is not type(model) or len(light) != len(model):
            return [place]
        return [found for key in keys for found in differences(light[key], model[key], f"{place}[{key}]")]
    return [] if light == model and type(light) is type(model) else [place]


def test_every_field_is_what_the_models_have():
    """Values, order and types, for all records, whether the file has the field or leaves it out."""
    for text in (TEXT, WHOLE_TEXT):
        assert differences(read(text), Data.model_validate_json(text)) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('"ordinal": 7,', '"ordinal": 8,', ".summits[6].ordinal"),
        ('"ordinal": 7,', '"ordinal": true,', ".summits[6].ordinal"),
        ('"demonyms": [\n    "Emirati",\n    "Emiratis"\n   ],', "", ".countries[0].demonyms"),
        ('"guests": "none"', '"guests": "none", "partners": "none"', ".summits[0].coverage.partners"),
    ],
)
def test_a_difference_would_be_seen(old, new, place):
    """Another value, another type, and a field that only one of them has."""
    assert TEXT.count(old) >= 1
    assert differences(read(TEXT.replace(old, new, 1)), Data.model_validate_json(TEXT)) == [place]


def test_what_is_left_out_is_what_the_models_have():
    """Each default of a model that is not ``None`` is known by the field's name, and no other field has that name."""
    kinds = {field.kind for field in every_field()}
    defaults = {
        name: field.get_default()
        for kind in kinds
        for name, field in kind.model_fields.items()
        if not field.is_required() and field.get_default() is not None
    }
    assert defaults == DEFAULTS
    assert {name for name, default in defaults.items() if default == ()} == LISTS
    needed = {name for kind in kinds for name, field in kind.model_fields.items() if field.is_required()}
    optional = {
        name
        for kind in kinds
        for name, field in kind.model_fields.items()
        if field.get_default() is None and not field.is_required()
    }
    assert not DEFAULTS.keys() & (needed | optional)


def test_a_field_that_is_left_out_is_none_or_empty():
    """Whatever name is asked for, as the models would."""
    record = Record({"code": "AZ"})
    assert (record.code, record.note, record.aliases, record.partners) == ("AZ", None, (), "not-applicable")


def test_what_is_no_field_is_no_attribute():
    """Names of Python's own protocols are not taken for fields, so that records can be copied."""
    record = Record({"code": "AZ"})
    with pytest.raises(AttributeError):
        _ = record._private
    assert vars(copy.copy(record)) == {"code": "AZ"}
    assert repr(record) == "Record({'code': 'AZ'})"


def test_the_file_is_read_once(monkeypatch):
    """Reading is one pass of the JSON parser."""
    passes = []
    loads = json.loads
    monkeypatch.setattr(records.json, "loads", lambda *args, **kwargs: passes.append(1) or loads(*args, **kwargs))
    read(TEXT)
    assert passes == [1]
