"""`sco sources`: where facts were read and where sources disagree, against the file alone."""

from collections.abc import Iterator
from typing import Any

from each import each
from facts import CATEGORIES, COUNTRIES, HELD, ORGANIZATION, SUMMITS, ask, in_text, sources, table, value
from mutants import FIELDS
from scocli.queries.sources import Sources

CONFLICTS = FIELDS["conflicts"]
SOURCES = FIELDS["sources"]
PLANNED = {summit["id"]: summit for summit in FIELDS["planned_summits"]}
SUBJECTS = [*COUNTRIES, *CATEGORIES, *SUMMITS, *PLANNED, "organization"]
PARTS = ("delegations", "absences", "decisions", "organizations")


def conflicts(subject: str) -> list[dict[str, Any]]:
    """The disagreements that concern something."""
    return [conflict for conflict in CONFLICTS if subject in conflict["concerns"]]


def sourced(node: Any) -> Iterator[dict[str, Any]]:
    """Every record with sources in a part of the file."""
    if isinstance(node, dict):
        if "sources" in node:
            yield node
        for below in node.values():
            yield from sourced(below)
    elif isinstance(node, list):
        for below in node:
            yield from sourced(below)


def records(subject: str) -> list[dict[str, Any]]:
    """The records that are about something."""
    if subject == "organization":
        return [*sourced(ORGANIZATION), *sourced(FIELDS["naming"])]
    if subject in SUMMITS:
        return list(sourced(SUMMITS[subject]))
    if subject in PLANNED:
        return [PLANNED[subject]]
    asked = [a for a in FIELDS["applications"] if subject in (a["country"], a["category"])]
    held = [held.record for held in HELD if subject in (held.country, held.category)]
    if subject in CATEGORIES:
        return [CATEGORIES[subject], *held, *asked]
    named = [
        record
        for s in SUMMITS.values()
        for part in PARTS
        for record in s.get(part, [])
        if record.get("country") == subject
    ]
    return [*held, *asked, *named]


def expected(subject: str) -> set[str]:
    """The sources of something, and those of the claims about it."""
    claims = [claim for conflict in conflicts(subject) for claim in conflict["claims"]]
    return sources(*records(subject), *claims)


@each("subject", SUBJECTS)
def test_the_sources_of_a_subject_are_those_of_its_records(subject):
    """Each once, with a row; and those of the claims about it."""
    found = ask(Sources(subject=subject))
    assert found.kind == "sources"
    assert len(found.value) == len(set(found.value))
    assert set(found.value) == expected(subject)
    assert [row[0] for row in table(found, "Sources")] == found.value == list(found.sources)
    number, disagree = len(expected(subject)), len(conflicts(subject))
    points = f", which disagree on {disagree} point{'s' * (disagree != 1)}" if disagree else ""
    assert found.text.endswith(f" rests on {number} source{'s' * (number != 1)}{points}.")
    if subject in COUNTRIES:
        assert found.text.startswith(f"What is told of {in_text(subject)} rests")
    if subject == "organization":
        assert found.text.startswith("What is told of the SCO rests")
    if subject in SUMMITS:
        assert found.text.startswith(f"What is told of the {SUMMITS[subject]['city']} summit of {subject[:4]} rests")


@each("subject", SUBJECTS)
def test_the_conflicts_of_a_subject_have_a_row_for_each_claim(subject):
    """What was chosen and why stands beside the first claim of each."""
    found = ask(Sources(subject=subject))
    rows = [row for drawn in found.tables if drawn.title == "Conflicts between sources" for row in drawn.rows]
    wanted = [
        (conflict["about"], claim["value"], ", ".join(claim["sources"]))
        + ((conflict["chosen"], conflict["why"]) if number == 0 else (None, None))
        for conflict in conflicts(subject)
        for number, claim in enumerate(conflict["claims"])
    ]
    assert rows == wanted
    assert any(drawn.title == "Conflicts between sources" for drawn in found.tables) is bool(wanted)


def test_without_a_subject_all_sources_and_conflicts_are_listed():
    """In the order of the file."""
    found = ask(Sources())
    assert found.value == list(SOURCES)
    assert found.text == f"The data rest on {len(SOURCES)} sources, which disagree on {len(CONFLICTS)} points."
    assert len(table(found, "Conflicts between sources")) == sum(len(conflict["claims"]) for conflict in CONFLICTS)


def test_a_source_is_a_row_with_all_that_is_recorded():
    """Publisher, date, kind, language, what was read of it, and address."""
    assert table(ask(Sources()), "Sources") == [
        (key, s["publisher"], s.get("published"), s["kind"], s["language"], s.get("read"), s["url"])
        for key, s in SOURCES.items()
    ]


@each("source", [*list(SOURCES)[::40], CONFLICTS[0]["claims"][0]["sources"][0]])
def test_of_one_source_it_is_told_what_rests_on_it(source):
    """Every subject whose sources it is among, and the conflicts in which it is named."""
    found = ask(Sources(subject=source))
    assert found.value == [source]
    assert [row[0] for row in table(found, "What rests on it")] == [s for s in SUBJECTS if source in expected(s)]
    told = [row[0] for drawn in found.tables if drawn.title.startswith("Conf") for row in drawn.rows]
    named = [c for c in CONFLICTS if any(source in claim["sources"] for claim in c["claims"])]
    assert told == [conflict["about"] for conflict in named for _ in conflict["claims"]]
    record = SOURCES[source]
    published = f", {record['published']}" if "published" in record else ""
    assert found.text == f"{source}: {record['publisher']}{published}; {record['url']}"


def test_every_source_is_one_of_some_subject():
    """None is out of reach of a reader who asks for the sources of a subject."""
    assert set().union(*(value(Sources(subject=subject)) for subject in SUBJECTS)) == set(SOURCES)
