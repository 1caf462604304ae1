"""Conditions on who or what is meant itself."""

from dataclasses import dataclass

from scocli.facts.conditions.base import Condition, Facts
from scocli.facts.conditions.statuses import summit_words
from scocli.facts.presence import is_country
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

    def words(self, facts: Facts, *, denied: bool = False) -> str:
        """'are India or Pakistan'."""
        names = [
            summit_words(facts, name) if name in facts.data.summits else facts.data.in_text(name) if is_country(name) else name
            for name in self.which
        ]  # fmt: skip
        return f"are {'not ' * denied}{listed(names, 'or')}"

    def spell(self) -> str:
        """``IN,PK``."""
        return spelled_list(self.which)
