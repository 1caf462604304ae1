"""What answers say beside who came to a summit: how it was represented, and what its record leaves out."""

from collections.abc import Iterable
from typing import Any

from scocli.answers import Cell, Column
from scocli.councils import GATHERINGS, meeting_name
from scocli.dataset import DataSet, Visit, grouped
from scocli.facts.nouns import NOUNS
from scocli.facts.presence import COVERAGE, Manner, came, stayed_away
from scocli.facts.verdict import NO, YES
from scocli.queries.common import plural
from scocli.records import Meeting
from scocli.text import capitalized, listed

REPRESENTED = (
    Column("capacity", "Capacity", "category"), Column("leader", "Led by"), Column("role", "Role"),
    Column("level", "Level", "code"), Column("mode", "By video", labels={"in-person": "", "video": "yes"}),
    Column("session", "Session", "detail"), Column("note", "Note", "note"),
)  # fmt: skip
"""Columns that say how a country was represented at a summit."""
AWAY = (Column("person", "Person"), Column("role", "Role"), Column("session", "Session"))
"""Columns that say who stayed away, and from what part: where they are empty the country, and from all."""


def manner_of(query: Any) -> Manner:
    """How the delegations came that a query with ``capacity``, ``led_by`` and ``mode`` asks for."""
    return Manner(query.capacity, query.led_by, query.mode)


def represented(visit: Visit) -> tuple[Cell, ...]:
    """The cells of these columns."""
    sent = visit.delegation
    return (visit.capacity, sent.leader, sent.role, sent.level, sent.mode, sent.session, sent.note)


def is_led_by_somebody_unnamed(visit: Visit) -> bool:
    """Whether no source names who led a delegation, nor in what office."""
    return visit.delegation.leader is None and visit.delegation.role is None


def unnamed_leaders(data: DataSet, visits: Iterable[Visit]) -> list[str]:
    """That the sources name nobody who led some delegations: a note for each summit at which there are such."""
    countries = grouped((visit.summit.id, visit.country) for visit in visits if is_led_by_somebody_unnamed(visit))
    notes = []
    for summit, codes in countries.items():
        leaders = "its leader is" if len(codes) == 1 else "their leaders are"
        who = listed([data.in_text(code) for code in data.in_order(codes)])
        at = meeting_name(data.meetings[summit])
        notes.append(capitalized(f"{who} at {at}: {leaders} not named in the sources."))
    return notes


def unexpected(data: DataSet, code: str, summits: Iterable[Meeting]) -> list[Meeting]:
    """Those to which a country is known not to have come, and at which it held no status."""
    return [s for s in summits if came(data, s, code) is NO and stayed_away(data, s, code) is not YES]


def unexpected_note(data: DataSet, code: str, summits: Iterable[Meeting]) -> list[str]:
    """Why these do not count as missed; nothing where there is none."""
    number = len(unexpected(data, code, summits))
    those = f"{plural(number, *GATHERINGS[data.council])} at which it held no status"
    missed = f"{data.in_text(code)} did not come to {those}"
    return [capitalized(f"{missed}; whether it was expected there is not recorded.")] if number else []


def completeness(data: DataSet, summit: Meeting, capacities: Iterable[str]) -> list[str]:
    """Of which holders of a status all are listed that came, and who of these did not."""
    groups = [
        capacity
        for capacity, field in COVERAGE.items()
        if capacity in capacities and capacity != "guest" and getattr(summit.coverage, field) == "complete"
    ]
    absent = [
        data.in_text(code)
        for code in data.in_order(data.countries)
        if data.capacity(summit, code) in groups and stayed_away(data, summit, code) is YES
    ]
    gone = f"not there: {listed(absent)}" if absent else "all of them came"
    who = listed([NOUNS[capacity].many for capacity in groups])
    return [f"The list of {who} is complete; {gone}."] if groups else []


def coverage_notes(summit: Meeting) -> list[str]:
    """For which groups 'not listed' does not mean 'did not come'."""
    groups = grouped((getattr(summit.coverage, field), NOUNS[capacity].many) for capacity, field in COVERAGE.items())
    name, notes = meeting_name(summit), []
    if "partial" in groups:
        notes.append(f"The list of {listed(groups['partial'])} at {name} may be incomplete.")
    if "none" in groups:
        notes.append(f"Nothing is recorded of {listed(groups['none'], 'or')} at {name}.")
    return notes


def coverage_gap(summit: Meeting) -> list[str]:
    """The same in one short note; none if the list is complete for every group."""
    claims = ((NOUNS[capacity].many, getattr(summit.coverage, field)) for capacity, field in COVERAGE.items())
    gaps = listed([group for group, claim in claims if claim in ("none", "partial")], "or")
    return [f"The list of {meeting_name(summit)} may lack {gaps}. (sco summit {summit.id})"] if gaps else []
