"""The published schema says what JSON Schema can say of a data set, to any validator."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import test_validation
from mutants import TEXT, WHOLE, WHOLE_TEXT, every_field, put, value_at, whole, with_value
from scocli.checking import schema
from scocli.models import Data

pytestmark = pytest.mark.slow
SCHEMA = json.loads(schema())
AJV = """
const Ajv = require("ajv/dist/2020"), read = name => JSON.parse(require("fs").readFileSync(name, "utf-8"))
const [schema, ...files] = process.argv.slice(1), holds = new Ajv({strict: true}).compile(read(schema))
console.log(JSON.stringify(files.filter(name => holds(read(name)))))
"""
"""Says which of some files hold."""
UNSAID = {
    "a fraction": "1.0 is a whole number",
    "a key twice": "a parser keeps one of them",
    "a source twice": "a parser keeps one of them",
    "a key twice, escaped": "a parser keeps one of them",
    "a day that is none": "a pattern knows no calendar",
    "what is not sorted": "nothing compares items",
}
"""Malformed records that a schema lets through, and why."""


def by_ajv(schema_file, files):
    """The files that hold, for Ajv in strict mode."""
    node = shutil.which("node")
    if not node or subprocess.run([node, "-e", 'require("ajv")'], check=False, capture_output=True).returncode:
        pytest.skip("Ajv is not installed where Node looks for it: npm install ajv, and NODE_PATH")
    told = subprocess.run([node, "-e", AJV, schema_file, *files], check=True, capture_output=True, text=True)
    assert told.stderr == ""
    return set(json.loads(told.stdout))


def by_check_jsonschema(schema_file, files):
    """The same for check-jsonschema, which reads patterns as JavaScript does."""
    pytest.importorskip("check_jsonschema", reason="pip install --group programs")
    command = [sys.executable, "-m", "check_jsonschema"]
    subprocess.run([*command, "--check-metaschema", schema_file], check=True, capture_output=True)
    told = subprocess.run(
        [*command, "--output-format", "json", "--schemafile", schema_file, *files],
        check=False,
        capture_output=True,
        text=True,
    )
    return set(files) - {error["filename"] for error in json.loads(told.stdout)["errors"]}


def by_jsonschema(schema_file, files):
    """The same for the library jsonschema, which reads patterns as Python does."""
    validator = python_validator()
    return {name for name in files if validator.is_valid(json.loads(Path(name).read_text("utf-8")))}


def python_validator():
    """A validator that keeps what it has read of the schema."""
    library = pytest.importorskip("jsonschema", reason="pip install --group programs")
    library.Draft202012Validator.check_schema(SCHEMA)
    return library.Draft202012Validator(SCHEMA)


def takes(validator, data, path):
    """Whether the schema takes the part of a data set in which a place is."""
    below, schema = data, SCHEMA
    for step in path[: 1 + isinstance(path[1:2] and path[1], int)] if path[1:] else ():
        schema = schema["items"] if isinstance(step, int) else schema["properties"][step]
        below = below[step]
    return validator.evolve(schema={"$defs": SCHEMA["$defs"]} | schema).is_valid(below)


def broken():
    """Copies of the data set with something that JSON Schema can say is wrong, by name."""
    for number, form in enumerate(test_validation.UNFIT_TEXTS):
        yield f"text {number}", with_value(WHOLE, ("summits", 23, "theme"), form.format("Theme"))
    for path, value in (
        ("countries[0].aliases[+]", WHOLE["countries"][0]["aliases"][0]),
        ("summits[0].sources[+]", WHOLE["summits"][0]["sources"][0]),
        ("organization.abbreviations.en", []),
        ("summits[0].ordinal", 0),
        ("summits[0].remark", "text"),
        ("organization.website", "javascript:alert(1)"),
    ):
        data = whole()
        put(data, path, value)
        yield path, data


@pytest.mark.parametrize("validator", [by_ajv, by_check_jsonschema, by_jsonschema])
def test_validators_take_the_schema_and_tell_what_holds(validator, tmp_path):
    """The real data set and one with records of every kind hold; texts that cannot be shown, repeats, empty lists do not."""
    schema_file, wrong = tmp_path / "schema.json", dict(broken())
    schema_file.write_text(json.dumps(SCHEMA), "utf-8")
    if validator is by_jsonschema:
        del wrong["text 1"]  # for Python a pattern ends before a line break, too
    texts = {"real": TEXT, "whole": WHOLE_TEXT, **{name: json.dumps(data) for name, data in wrong.items()}}
    for number, text in enumerate(texts.values()):
        (tmp_path / f"{number:02}").write_text(text, "utf-8")
    files = [str(tmp_path / f"{number:02}") for number in range(len(texts))]
    held = validator(str(schema_file), files)
    assert [name for name, file in zip(texts, files, strict=True) if file in held] == ["real", "whole"]


def test_what_the_schema_says_of_a_field_is_what_the_models_say():
    """Dropped, null, of another type, empty or another value: both take it or neither does."""
    validator = python_validator()
    for field in every_field():
        for change, new in test_validation.changes(field).items():
            data = with_value(WHOLE, field.path, new)
            assert takes(validator, data, field.path) == is_well_formed(data), f"{field} {change}"


def is_well_formed(data):
    try:
        Data.model_validate_json(json.dumps(data))
    except ValueError:
        return False
    return True


def test_what_the_schema_lets_through_it_cannot_say():
    """Of all malformed records of which ``validate`` is tested."""
    validator = python_validator()
    let_through = {
        name
        for name, (old, new, _) in test_validation.MALFORMED.items()
        if validator.is_valid(json.loads(TEXT.replace(old, new, 1)))
    }
    assert let_through == set(UNSAID)


def test_text_is_of_one_form_everywhere():
    """No field has a pattern of its own for what cannot be seen."""
    validator = python_validator()
    texts = [field for field in every_field() if isinstance(value_at(WHOLE, field.path), str) and not field.choices]
    for form in ("{}\u202e", "{}\x1b[2J", "{}  x"):
        for field in texts:
            data = with_value(WHOLE, field.path, form.format(value_at(WHOLE, field.path)))
            assert not validator.is_valid(data), f"{field} {form!a}"
