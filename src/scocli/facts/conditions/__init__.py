"""What countries and meetings can be asked to meet: one small class a kind of condition.

Each finds (``holds``), says itself in a sentence (``words``) and spells itself as ``--where`` has it (``spell``, ``parse``):
three readings of one object.
"""

from scocli.facts.conditions.base import AnyOf, Attribute, Condition, Facts, Not, clauses, joined, meets, time_of
from scocli.facts.conditions.meetings import AttendedBy, ByWhom, During, Form, Granted, In, Number
from scocli.facts.conditions.names import Among
from scocli.facts.conditions.statuses import Change, Founder, Held
from scocli.facts.conditions.steps import Step
from scocli.facts.conditions.visits import AbsentFrom, Attended, Often, Role

__all__ = [
    "AbsentFrom",
    "Among",
    "AnyOf",
    "Attended",
    "AttendedBy",
    "Attribute",
    "ByWhom",
    "Change",
    "Condition",
    "During",
    "Facts",
    "Form",
    "Founder",
    "Granted",
    "Held",
    "In",
    "Not",
    "Number",
    "Often",
    "Role",
    "Step",
    "clauses",
    "joined",
    "meets",
    "time_of",
]
