"""What countries and meetings can be asked to meet: one small class a kind of condition.

Each finds (``holds``), says itself in a sentence (``words``) and spells itself as ``--where`` has it (``spell``, ``parse``):
three readings of one object. A module of them is imported when one of its names is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scocli.facts.conditions.base import Among, AnyOf, Condition, Facts, Not, clauses, meets, time_of
    from scocli.facts.conditions.meetings import AttendedBy, ByWhom, During, Form, Granted, In, Lasted, Number
    from scocli.facts.conditions.statuses import Change, Founder, Held, InTurn, Predecessor, held_on_days, statement
    from scocli.facts.conditions.steps import Step
    from scocli.facts.conditions.visits import AbsentFrom, Attended, FirstAt, Office, Often, Role

__all__ = [
    "AbsentFrom", "Among", "AnyOf", "Attended", "AttendedBy", "ByWhom", "Change", "Condition", "During", "Facts", "FirstAt", "Form",
    "Founder", "Granted", "Held", "In", "InTurn", "Lasted", "Not", "Number", "Office", "Often", "Predecessor", "Role", "Step", "clauses", "held_on_days",
    "meets", "statement", "time_of",
]  # fmt: skip
_MODULES = ("base", "statuses", "steps", "visits", "meetings")

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        for module in _MODULES if name in __all__ else ():
            found = getattr(import_module(f"{__name__}.{module}"), name, None)
            if found is not None:
                globals()[name] = found
                return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
