"""What a topic of the organisation is made of: facts in sentences, each with where it was read."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol, cast

from scocli.answers import Cell, Column, Table
from scocli.queries.base import QueryError
from scocli.queries.common import Draft
from scocli.text import capitalized, listed

FACTS = (Column("fact", "Fact"), Column("value", "Value"))


class _Read(Protocol):
    @property
    def sources(self) -> tuple[str, ...]: ...


def _bare(said: Draft) -> Cell:
    """The bare fact where it is a word, a day or a number; else the sentence."""
    is_bare = said.kind in ("date", "city", "number", "text") and isinstance(said.value, str | int)
    return cast("Cell", said.value) if is_bare and said.value != "none" else said.text


class Topic(NamedTuple):
    """All that is told under a topic.

    :ivar sources: where they were read.
    :ivar facts: by what ``--show`` calls them; the first is the one that is told unless another is asked for.
    :ivar notes: what must be known to quote them rightly.
    :ivar tables: what stands beneath; without any, the facts do.
    :ivar concerns: of what the disagreements between sources are told beside those about the topic itself.
    """

    title: str
    sources: tuple[str, ...]
    facts: Mapping[str, Draft]
    notes: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    concerns: tuple[str, ...] = ()

    def told(self, topic: str, show: str) -> Draft:
        """A fact, with what stands beneath: the tables or, without any, the other facts, each once.

        :raises QueryError: if it is none of them.
        """
        told = self.facts.get(next(iter(self.facts)) if show == "main" else show)
        if told is None:
            raise QueryError(f"'about {topic}' shows {listed(sorted(self.facts), 'or')}, not {show}")
        named: dict[Cell, str] = {}
        for fact, said in self.facts.items():
            if said.text != told.text:
                name = "in short" if fact == "all" else fact.replace("-", " ")
                named.setdefault(_bare(said), name)
        rows = tuple((name, fact) for fact, name in named.items())
        told.tables = self.tables or ((Table(capitalized(self.title), FACTS, rows),) if rows else ())
        told.remarks += self.notes
        return told if told.cited else told.cite(self.sources)


def all_sources(records: Iterable[_Read]) -> tuple[str, ...]:
    """Where any of some records was read."""
    return tuple(dict.fromkeys(source for record in records for source in record.sources))


def noted(*notes: str | None) -> tuple[str, ...]:
    """The notes that there are."""
    return tuple(note for note in notes if note)
