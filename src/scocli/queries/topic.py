"""What a topic of the organisation is made of: facts in sentences, each with where it was read."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from scocli.answers import Column, Kind, Table
from scocli.text import capitalized

FACTS = (Column("fact", "Fact"), Column("value", "Value"))


class _Read(Protocol):
    @property
    def sources(self) -> tuple[str, ...]: ...


class Said(NamedTuple):
    """A fact in a sentence.

    :ivar value: the bare fact.
    :ivar sources: where it was read, if not where all of its topic was.
    :ivar names: what a bare fact that is codes stands for.
    """

    kind: Kind
    value: object
    text: str
    sources: tuple[str, ...] = ()
    names: str = ""

    @property
    def cell(self) -> str | None:
        """The fact as a cell, where it is a word, a day or names: how many are named need not be told."""
        return self.names or (self.value if isinstance(self.value, str) and self.value != "none" else None)


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
    facts: Mapping[str, Said]
    notes: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    concerns: tuple[str, ...] = ()

    def shown(self) -> tuple[Table, ...]:
        """The tables; without any, the facts where there are several, each once."""
        named: dict[str, tuple[str, tuple[str, ...]]] = {}
        for fact, said in self.facts.items():
            if said.cell:
                whole = "name" if said.kind == "text" else said.kind
                name = whole if fact == "all" else fact.replace("-", " ")
                named.setdefault(said.cell, (name, said.sources or self.sources))
        if self.tables or len(self.facts) < 2:
            return self.tables
        rows = tuple((name, cell) for cell, (name, _) in named.items())
        return (Table(capitalized(self.title), FACTS, rows, tuple(read for _, read in named.values())),)


def all_sources(records: Iterable[_Read]) -> tuple[str, ...]:
    """Where any of some records was read."""
    return tuple(dict.fromkeys(source for record in records for source in record.sources))


def noted(*notes: str | None) -> tuple[str, ...]:
    """The notes that there are."""
    return tuple(note for note in notes if note)
