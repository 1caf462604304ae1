"""What a condition is, and what denies and joins conditions."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Self

from scocli.dataset import DataSet
from scocli.facts.presence import subject_name
from scocli.facts.reading import Part, Reader, spelled_list
from scocli.facts.relations import Fact
from scocli.facts.verdict import Verdict, all_of, any_of, verdict
from scocli.text import listed

if TYPE_CHECKING:
    from scocli.facts.time import Time
    from scocli.models import Meeting


class Facts(NamedTuple):
    """The data and the day for which they are asked, where a condition names none.

    :ivar is_named: whether it is one that was named (``--on``), not just today.
    """

    data: DataSet
    on: str
    is_named: bool = False


class Attribute(NamedTuple):
    """A condition as it stands behind the noun of those who meet it: 'attended by', 'India'.

    :ivar lead: what several attributes may share: 'attended by India and Pakistan'; empty for what shares nothing.
    :ivar end: the same of what stands behind: 'that attended', 'the Ufa summit of 2015', 'as observers'.
    """

    lead: str
    rest: str
    end: str = ""


@dataclass(frozen=True)
class Condition(ABC):
    """Something that countries or meetings can meet; a record of what is asked, equal to any other that asks the same.

    :cvar begins: the words that it begins with as ``--where`` has it, with fields in braces.
    :cvar parts: what follows them, in this order.
    """

    begins: ClassVar[str] = ""
    parts: ClassVar[tuple[Part, ...]] = ()

    def holds(self, facts: Facts, subject: str) -> Verdict:
        """Whether a country (by code), a person (by name) or a summit (by id) meets it; by default, whether a fact shows it."""
        return verdict(bool(self.rows(facts, subject)))

    @abstractmethod
    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:
        """It as what is said of several, or of one: 'were observers in 2017', 'was not an observer in 2017'."""

    def attribute(self, facts: Facts, *, denied: bool = False) -> Attribute:
        """It behind a noun: 'that', 'hosted a summit in 2017'."""
        return Attribute("that", self.words(facts, denied=denied))

    def spell(self) -> str:
        """It as ``--where`` has it; empty of what that has no words for."""
        said = (self.begins.format(**vars(self)), *(part.spelled(self) for part in self.parts))
        return " ".join(filter(None, said))

    @classmethod
    def parse(cls, reader: Reader, **known: str) -> Self:
        """Read what follows the words that it begins with.

        :param known: what these say.
        """
        found = {part.field: part.read(reader) for part in cls.parts if not part.keyword or reader.takes(part.keyword)}
        return cls(**known, **found)

    def rows(self, facts: Facts, subject: str) -> tuple[Fact, ...]:  # noqa: ARG002
        """The facts by which a subject meets it, in order of time; none for what no single fact shows."""
        return ()

    def summits(self, data: DataSet) -> "list[Meeting]":  # noqa: ARG002
        """The meetings that it looks at, where it is about what countries do at them."""
        return []

    def may_be_met_later(self, data: DataSet) -> bool:  # noqa: ARG002
        """Whether it is also about meetings after the data, which may meet it."""
        return False


@dataclass(frozen=True)
class Not(Condition):
    """That something is not so; where that is not recorded, neither is its denial."""

    of: Condition

    def holds(self, facts: Facts, subject: str) -> Verdict:
        return ~self.of.holds(facts, subject)

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:
        return self.of.words(facts, denied=not denied, one=one)

    def attribute(self, facts: Facts, *, denied: bool = False) -> Attribute:
        return self.of.attribute(facts, denied=not denied)

    def spell(self) -> str:
        return f"not {spelled}" if (spelled := self.of.spell()) else ""


@dataclass(frozen=True)
class AnyOf(Condition):
    """That one of several is so."""

    of: tuple[Condition, ...]

    def holds(self, facts: Facts, subject: str) -> Verdict:
        return any_of(condition.holds(facts, subject) for condition in self.of)

    def rows(self, facts: Facts, subject: str) -> tuple[Fact, ...]:
        found = dict.fromkeys(fact for condition in self.of for fact in condition.rows(facts, subject))
        return tuple(sorted(found, key=lambda fact: fact.date or ""))

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:
        said = [condition.words(facts, denied=denied, one=one) for condition in self.of]
        return listed(said, "and" if denied else "or")

    def attribute(self, facts: Facts, *, denied: bool = False) -> Attribute:
        attributes = [condition.attribute(facts, denied=denied) for condition in self.of]
        return Attribute("", joined(attributes, "and" if denied else "or"))

    def spell(self) -> str:
        spelled = [condition.spell() for condition in self.of]
        return " or ".join(spelled) if all(spelled) else ""


@dataclass(frozen=True)
class Among(Condition):
    """To be one of some countries, people or meetings.

    :ivar which: codes, names or ids.
    """

    which: tuple[str, ...]

    def holds(self, facts: Facts, subject: str) -> Verdict:  # noqa: ARG002
        return verdict(subject in self.which)

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:
        """'are India or Pakistan', 'is not India'."""
        return f"{'is' if one else 'are'} {'not ' * denied}{listed(self._names(facts), 'or')}"

    def attribute(self, facts: Facts, *, denied: bool = False) -> Attribute:
        """Of countries and people as any other; of meetings 'other than', 'limited to the Ufa summit of 2015'."""
        if not any(name in facts.data.meetings for name in self.which):
            return super().attribute(facts, denied=denied)
        names = self._names(facts)
        if denied:
            return Attribute("other than", listed(names))
        return Attribute("", f"among {listed(names)}" if len(names) > 1 else f"limited to {names[0]}")

    def _names(self, facts: Facts) -> list[str]:
        return [subject_name(facts.data, name) for name in self.which]

    def spell(self) -> str:
        return spelled_list(self.which)


def joined(attributes: Iterable[Attribute], word: str = "and") -> str:
    """Attributes behind one noun; those that begin and end alike share the words."""
    parts: list[tuple[str, list[str], str]] = []
    for lead, rest, end in attributes:
        if lead not in ("", "that") and parts and parts[-1][::2] == (lead, end):
            parts[-1][1].append(rest)
        else:
            parts.append((lead, [rest], end))
    said: list[str] = []
    for lead, rests, end in parts:
        text = f"{lead} {listed(rests, word)} {end}".strip()
        said.append(text.removeprefix("that ") if said and parts[0][0].startswith("that") else text)
    return listed(said, word)


def attributes(facts: Facts, conditions: Iterable[Condition]) -> str:
    """What conditions say of those who meet them, behind their noun: ' that founded the SCO', ' hosted by China'."""
    said = joined(condition.attribute(facts) for condition in conditions)
    return f" {said}" if said else ""


def clauses(*conditions: Condition) -> Iterator[Condition]:
    """What conditions are put together from: what is denied or joined in them, or else themselves."""
    for condition in conditions:
        if isinstance(condition, Not):
            yield from clauses(condition.of)
        elif isinstance(condition, AnyOf):
            yield from clauses(*condition.of)
        else:
            yield condition


def time_of(clause: Condition) -> "Time | None":
    """The time that a condition names."""
    found: Time | None = getattr(clause, "time", None)
    return found


def meets(facts: Facts, subject: str, conditions: Iterable[Condition]) -> Verdict:
    """Whether a subject meets all of some conditions."""
    return all_of(condition.holds(facts, subject) for condition in conditions)
