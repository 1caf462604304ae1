"""What a record may hold, the JSON Schema that says so, and the codebook that explains it."""

import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import get_args

import documents
import regenerate
from codebook import codebook, rules
from pydantic import TypeAdapter, ValidationError

from each import each
from mutants import FIELDS, TEXT, every_field
from scocli.checking import schema
from scocli.cli.program import run
from scocli.errors import ExitCode
from scocli.invariants import RULES
from scocli.models import Conflict, Data, Source, Subject
from scocli.models.values import PATTERNS, SPACED, Address, Day, PartialDate, Record, Slug, Text

ROOT = Path(__file__).parents[1]
README = (ROOT / "data" / "README.md").read_text("utf-8")
KINDS = sorted({field.kind for field in every_field()}, key=lambda kind: kind.__name__)


def holds(kind: object, value: object) -> bool:
    """Whether a kind of value allows it."""
    try:
        TypeAdapter(kind).validate_python(value, strict=True)
    except ValidationError:
        return False
    return True


@each("kind", KINDS)
def test_every_field_says_what_it_means(kind):
    """Its description is what the codebook and the schema say of it; a record says what it is."""
    assert kind.__doc__
    described = {name: field.description for name, field in kind.model_fields.items()}
    assert all(described.values()), described


@each("kind", KINDS)
def test_records_are_closed_strict_and_frozen(kind):
    """Nothing is coerced, added or changed."""
    assert issubclass(kind, Record)
    assert kind.model_config | {"strict": True, "frozen": True, "extra": "forbid"} == kind.model_config


def test_dangerous_characters_are_refused_and_all_others_allowed():
    """Text holds no control, format, surrogate, private or separating character, and any other that Python can show."""
    text = TypeAdapter(Text).validator
    wrong = []
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        category = unicodedata.category(char)
        if category in ("Cn", "Co", "Cs"):  # unassigned: versions of Unicode differ; private, surrogate: see below
            continue
        try:
            text.validate_python(char)
            allowed = True
        except ValidationError:
            allowed = False
        if allowed != (category[0] not in "CZ"):
            wrong.append(hex(code))
    assert wrong == []
    assert not any(holds(Text, char) for char in ("\ue000", "\U0010fffd", "\ud800", "\udfff"))


@each("text", ["a", "a b", "Türkiye", "Xi'an", "中国", "e\u0301"])
def test_clean_text_is_allowed(text):
    """Words with single spaces between them."""
    assert holds(Text, text)


@each("text", ["", " ", " a", "a ", "a  b", "a\tb", "a\nb", "a\n", "\u2003a", "a\u00a0b", 1, None, b"a"])
def test_other_text_is_refused(text):
    """Nothing at all, spaces in excess or of another kind, and what is no text."""
    assert not holds(Text, text)


@each(
    ("text", "is_day", "is_date"),
    [
        ("2024-02-29", True, True),
        ("0001-01-01", True, True),
        ("2024-02", False, True),
        ("2024", False, True),
        ("2023-02-29", False, False),
        ("2024-13", False, False),
        ("2024-00-01", False, False),
        ("0000", False, False),
        ("2024-2-9", False, False),
        ("20240229", False, False),
        ("2024-W09-4", False, False),
        ("2024-02-29 ", False, False),
        ("2024-02-29\n", False, False),
        ("٢٠٢٤", False, False),
        ("2024-", False, False),
        ("", False, False),
    ],
)
def test_days_and_dates_are_of_the_calendar(text, is_day, is_date):
    """A day is a full date; a date may be a month or a year; neither is anything else."""
    assert (holds(Day, text), holds(PartialDate, text)) == (is_day, is_date)


@each(
    ("text", "is_slug"),
    [
        ("2024-astana", True),
        ("worldjpn-20080828.t2e", True),
        ("a--b", False),
        ("-a", False),
        ("a.", False),
        ("A", False),
        ("a b", False),
    ],
)
def test_ids_are_slugs(text, is_slug):
    """Small letters and digits with single dots or hyphens between them."""
    assert holds(Slug, text) is is_slug


@each(
    ("text", "is_address"),
    [
        ("https://example.org", True),
        ("http://www.example.org/a//b?c=d#e", True),
        ("https://example.org?a", True),
        ("https://example.org./a", False),
        ("https://example.org:443/a", False),
        ("https://Example.org/", False),
        ("https://localhost/", False),
        ("https://example.org/a b", False),
        ("ftp://example.org/", False),
    ],
)
def test_an_address_has_a_plain_host(text, is_address):
    """Without a port or a dot at its end: with them the same page would have two addresses."""
    assert holds(Address, text) is is_address


@each(
    ("read", "is_allowed"),
    [
        (None, True),
        ("page", True),
        ("stored-copy", True),
        ("summary", True),
        ("headline", True),
        ("stored copy", False),
    ],
)
def test_a_source_says_what_was_read_of_it(read, is_allowed):
    """Or nothing, where that was not noted."""
    source = next(iter(FIELDS["sources"].values()))
    assert holds(Source, source | {"read": read}) is is_allowed
    assert holds(Source, source)


def test_every_pattern_has_words_for_what_does_not_match():
    """No fault shows a regular expression to a reader."""
    core = repr(Data.__pydantic_core_schema__)
    patterns = {written.replace(r"\\", "\\") for written in re.findall(r"'pattern': '([^']*)'", core)}
    assert patterns - {SPACED} == set(PATTERNS)


def test_the_published_schema_is_the_one_of_the_models():
    """`data/sco.schema.json` is what `sco schema` prints."""
    assert (ROOT / "data" / "sco.schema.json").read_text("utf-8") == schema()
    printed: list[str] = []
    assert run(["schema"], printed.append, printed.append) is ExitCode.ANSWERED
    assert "".join(printed) == schema()


def test_the_patterns_of_the_schema_can_be_read_by_other_programs():
    """They keep to what all dialects of regular expressions have in common."""
    patterns = set(re.findall(r'"(?:pattern": "|)(\^[^"]+\$)"', schema()))
    assert len(patterns) == len(PATTERNS)
    for pattern in patterns:
        assert re.compile(pattern.replace("\\\\", "\\"))
        assert "\\p" not in pattern


def test_the_codebook_is_the_one_of_the_models():
    """The tables and rules in `data/README.md` are those of the models and the invariants."""
    assert documents.refreshed(README) == README
    assert codebook() in README
    assert rules() in README


def test_the_codebook_explains_every_field_and_rule():
    """Each kind of record has a table with all its fields, each rule a line."""
    written = codebook()
    for kind in KINDS:
        table = written.partition(f"### {kind.__name__}\n")[2].partition("\n### ")[0]
        assert [row.split("`")[1] for row in table.splitlines() if row.startswith("| `")] == list(kind.model_fields)
    assert len(rules().splitlines()) == len(RULES)


def test_every_fact_that_a_conflict_can_bear_on_is_explained_and_disputed():
    """The words for them are few: each has its meaning in the codebook, and some conflict, of now or then, needs it."""
    meaning = str(Conflict.model_fields["bears_on"].description)
    conflicts = [*FIELDS["conflicts"], *json.loads(regenerate.DATA.read_text("utf-8"))["conflicts"]]
    used = {subject for conflict in conflicts for subject in conflict["bears_on"]}
    assert set(re.findall("`([^`]+)`", meaning)) == set(get_args(Subject)) == used


def test_the_codebook_has_no_dead_links():
    """Every record that a field refers to has a heading, and every file named is there."""
    headings = {line.removeprefix("### ").lower() for line in README.splitlines() if line.startswith("### ")}
    for target in re.findall(r"\]\(([^)]+)\)", README):
        assert target.removeprefix("#") in headings if target.startswith("#") else (ROOT / "data" / target).is_file()


def test_the_examples_in_the_codebook_are_in_the_data_set():
    """Ids that explain the form of ids are real ones."""
    prose = README.partition("## Fields")[0]
    for example in ("kremlin-41570", "newsaz-2024-07-04", "2024-astana"):
        assert f"`{example}`" in prose
        assert f'"{example}"' in TEXT
