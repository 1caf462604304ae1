"""Conditions on who or what is meant itself."""

from dataclasses import dataclass

from scocli.facts.conditions.base import Attribute, Condition, Facts
from scocli.facts.presence import subject_name
from scocli.facts.reading import spelled_list
from scocli.facts.verdict import Verdict, verdict
from scocli.text import listed


@dataclass(frozen=True)
class Among(Condition):
    """To be one of some countries, people or meetings.

    :ivar which: codes, names or ids.
    """

    which: tuple[str, ...]

    def holds(self, facts: Facts, subject: str) -> Verdict:  # noqa: ARG002
        """Whether it is."""
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
        """``IN,PK``."""
        return spelled_list(self.which)
