"""Rules that tie the records of a data set to each other.

Each public generator of :class:`Fault` in a module here is a rule; :data:`RULES` is all of them. They look at one :class:`Survey` of the
data set, so that it is walked only once.
"""

from inspect import isgeneratorfunction

from scocli.invariants import references, statuses, summits, times
from scocli.invariants.survey import TODO, Fault, Rule, Survey, record_of

__all__ = ["RULES", "TODO", "Fault", "Rule", "Survey", "faults", "record_of"]

RULES: tuple[Rule, ...] = tuple(
    rule
    for module in (references, statuses, summits, times)
    for name, rule in vars(module).items()
    if isgeneratorfunction(rule) and rule.__module__ == module.__name__ and not name.startswith("_")
)


def faults(survey: Survey) -> list[Fault]:
    """All faults of a data set whose records are each well formed."""
    return [fault for rule in RULES for fault in rule(survey)]
