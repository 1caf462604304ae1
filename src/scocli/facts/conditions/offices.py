"""Conditions on the offices of the organisation that countries held."""

from dataclasses import dataclass
from typing import Literal, Self

from scocli.facts.conditions.base import Condition, Facts
from scocli.facts.conditions.visits import Often
from scocli.facts.reading import Reader, spelled_parts
from scocli.facts.relations import IN_THE_CHAIR, SECRETARY, Fact
from scocli.facts.verdict import Verdict

_WORDS = {
    "chairmanship": ("held", "hold", "the chairmanship of the SCO"),
    "secretary-general": ("provided", "provide", "a Secretary-General"),
}


@dataclass(frozen=True)
class Office(Condition):
    """That a country held the chairmanship, or that the Secretary-General came from it, up to the end of the data.

    Whose the chairmanship was is not recorded of all times: of those it is denied only to who was no member then.

    :ivar often: how often; by default once or more.
    """

    office: Literal["chairmanship", "secretary-general"]
    often: Often | None = None

    def holds(self, facts: Facts, subject: str) -> Verdict:
        """As often as is asked."""
        sure = len(self.rows(facts, subject))
        unread = self._unread(facts) if self.office == "chairmanship" else []
        may_be_more = any(facts.data.status_on(subject, day) == "member" for day in unread)
        return (self.often or Often("at least", 1)).allows(sure, float("inf") if may_be_more else sure)

    def rows(self, facts: Facts, subject: str) -> tuple[Fact, ...]:
        """The terms."""
        return (IN_THE_CHAIR if self.office == "chairmanship" else SECRETARY).of(facts.data, subject)

    def _unread(self, facts: Facts) -> list[str]:
        """The days on which a time begins of which no term is on record."""
        ends = [facts.data.founded, *(term.until or facts.data.through for term in IN_THE_CHAIR.facts(facts.data))]
        begins = [term.date or term.until or "" for term in IN_THE_CHAIR.facts(facts.data)]
        return [end for end, begin in zip(ends, begins, strict=False) if begin > end]

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:  # noqa: ARG002
        """'held the chairmanship of the SCO at least twice', 'never provided a Secretary-General'."""
        did, do, what = _WORDS[self.office]
        often = self.often.words if self.often else ""
        return f"{f'did not {do}' if denied and often else f'never {did}' if denied else did} {what}{often}"

    def spell(self) -> str:
        """``chairmanship at least 2 times``."""
        return spelled_parts(self.office, self.often.spell() if self.often else "")

    @classmethod
    def parse(cls, office: Literal["chairmanship", "secretary-general"], reader: Reader) -> Self:
        """Read how often."""
        return cls(office, Often.parse(reader))
