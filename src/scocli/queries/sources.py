"""Where facts were read, and where what was read disagrees."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scocli.answers import Cell, Column, Table
from scocli.councils import meeting_name
from scocli.dataset import DataSet
from scocli.facts.nouns import NOUNS
from scocli.queries.base import Query
from scocli.queries.common import Draft, announced, plural
from scocli.queries.words import Source


@dataclass(frozen=True, kw_only=True)
class Sources(Query):
    """The sources of a country, summit, category or of the organisation, or one source; and the conflicts between them."""

    verb: ClassVar[str] = "sources"
    arguments: ClassVar[tuple[str, ...]] = ("subject",)
    subject: Source | None = None


_SOURCES = (
    Column("id", "Id"), Column("publisher", "Publisher"), Column("published", "Date", "date"),
    Column("kind", "Kind"), Column("language", "Language"), Column("read", "Read"),
    Column("url", "Address", "address"),
)  # fmt: skip
_CONFLICTS = (
    Column("about", "About"), Column("value", "Claim"), Column("sources", "Sources"), Column("chosen", "Followed"),
    Column("why", "Why"),
)  # fmt: skip
_USES = (Column("used_in", "Used in"),)


def _within(record: object) -> Iterator[str]:
    """Ids of the sources that a record, or a list of them, names, and all that is below."""
    if isinstance(record, tuple):
        for item in record:
            yield from _within(item)
    elif hasattr(record, "__dict__"):
        for name, part in vars(record).items():
            yield from part if name == "sources" else _within(part)


def _of_subject(data: DataSet, subject: str) -> Iterator[str]:
    for code, holdings in data.holdings.items():
        for holding in holdings:
            if subject in (code, holding.period.category):
                yield from holding.period.sources
    for asked in data.applications():
        if subject in (asked.country, asked.category):
            yield from asked.sources
    for meeting in data.meetings.values():
        if subject == meeting.id:
            yield from _within(meeting)
        for part in (meeting.delegations, meeting.absences, meeting.decisions):
            yield from _within(tuple(record for record in part if record.country == subject))
    if subject in data.categories:
        yield from data.categories[subject].sources
    if subject in data.announced:
        yield from data.announced[subject].sources
    if subject == "organization":
        yield from _within(data.data.organization)
        yield from _within(data.data.naming)
    for conflict in data.conflicts(subject):
        for claim in conflict.claims:
            yield from claim.sources


def uses(data: DataSet, source: str) -> list[str]:
    """What rests on a source: countries, categories, meetings and ``organization``, by id."""
    subjects = [*data.countries, *data.categories, *data.meetings, *data.announced, "organization"]
    return [subject for subject in subjects if source in set(_of_subject(data, subject))]


def _called(data: DataSet, subject: str) -> str:
    if subject in data.categories:
        return NOUNS[subject].many
    if subject in data.announced:
        return f"the meeting announced for {announced(data, data.announced[subject])}"
    if subject in data.meetings:
        return meeting_name(data.meetings[subject])
    return "the SCO" if subject == "organization" else data.in_text(subject)


def _disagreeing(points: int) -> str:
    return f", which disagree on {plural(points, 'point')}" if points else ""


def answer(data: DataSet, query: Sources, today: str) -> Draft:
    """Source ids as value; the sources and the conflicts as tables."""
    subject = query.subject
    if subject is None:
        ids = list(data.data.sources)
        conflicts = data.data.conflicts
        text = f"The data rest on {plural(len(ids), 'source')}{_disagreeing(len(conflicts))}."
    elif subject in data.data.sources:
        ids, source = [subject], data.source(subject)
        conflicts = tuple(c for c in data.data.conflicts if any(subject in claim.sources for claim in c.claims))
        text = f"{subject}: {source.publisher}{f', {source.published}' if source.published else ''}; {source.url}"
    else:
        ids = list(dict.fromkeys(_of_subject(data, subject)))
        conflicts = data.conflicts(subject)
        text = f"What is told of {_called(data, subject)} rests on {plural(len(ids), 'source')}{_disagreeing(len(conflicts))}."
    draft = Draft("sources", ids, text).cite(ids)
    rows = tuple((id_, *(getattr(data.source(id_), column.key) for column in _SOURCES[1:])) for id_ in ids)
    disputes: list[tuple[Cell, ...]] = []
    for conflict in conflicts:
        for number, claim in enumerate(conflict.claims):
            followed = (conflict.chosen, conflict.why) if number == 0 else (None, None)
            disputes.append((conflict.about, claim.value, ", ".join(claim.sources), *followed))
    draft.tables = (Table("Sources", _SOURCES, rows),)
    if disputes:
        draft.tables += (Table("Conflicts between sources", _CONFLICTS, tuple(disputes)),)
    if subject in data.data.sources:
        draft.tables += (Table("What rests on it", _USES, tuple((use,) for use in uses(data, subject))),)
    return draft
