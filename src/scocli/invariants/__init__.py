"""Rules that tie the records of a data set to each other.

Each rule is a generator of :class:`Fault`; :data:`RULES` is all of them. They look at one :class:`Survey` of the
data set, so that it is walked only once.
"""

from scocli.invariants import references, statuses, summits, times
from scocli.invariants.survey import TODO, Fault, Rule, Survey, record_of

__all__ = ["RULES", "TODO", "Fault", "Rule", "Survey", "faults", "record_of"]

RULES: tuple[Rule, ...] = (*references.RULES, *statuses.RULES, *summits.RULES, *times.RULES)


def faults(survey: Survey) -> list[Fault]:
    """All faults of a data set whose records are each well formed."""
    return [fault for rule in RULES for fault in rule(survey)]
