"""What a topic of the organisation is made of: facts in sentences, each with where it was read."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol, cast

from scocli.answers import Cell, Column, Kind, Table
from scocli.text import capitalized

_FACTS = (Column("fact", "Fact"), Column("value", "Value"))


class _Read(Protocol):
    @property
    def sources(self) -> tuple[str, ...]: ...


class Said(NamedTuple):
    """A fact in a sentence.

    :ivar value: the bare fact.
    :ivar sources: where it was read, if not where all of its topic was.
    """

    kind: Kind
    value: object
    text: str
    sources: tuple[str, ...] = ()

    @property
    def bare(self) -> Cell:
        """The bare fact where it is a word, a day or a number; else the sentence."""
        is_bare = self.kind in ("date", "city", "number", "text") and isinstance(self.value, str | int)
        return cast("Cell", self.value) if is_bare and self.value != "none" else self.text


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

    def shown(self, told: Said) -> tuple[Table, ...]:
        """The tables; without any, the facts beside the one that is told, each fact once."""
        named: dict[Cell, str] = {}
        for fact, said in self.facts.items():
            if said.text != told.text:
                name = "in short" if fact == "all" else fact.replace("-", " ")
                named.setdefault(said.bare, name)
        rows = tuple((name, fact) for fact, name in named.items())
        return self.tables or ((Table(capitalized(self.title), _FACTS, rows),) if rows else ())


def all_sources(records: Iterable[_Read]) -> tuple[str, ...]:
    """Where any of some records was read."""
    return tuple(dict.fromkeys(source for record in records for source in record.sources))


def noted(*notes: str | None) -> tuple[str, ...]:
    """The notes that there are."""
    return tuple(note for note in notes if note)
