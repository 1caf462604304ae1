"""What capacities, ranks, offices and ways of taking part are called, in sentences and on a command line."""

from typing import NamedTuple


class Nouns(NamedTuple):
    """How a capacity stands in a sentence."""

    one: str
    many: str
    of_sco: str


NOUNS = {
    "member": Nouns("a member state", "member states", "a member state of the SCO"),
    "observer": Nouns("an observer", "observers", "an observer of the SCO"),
    "dialogue-partner": Nouns("a dialogue partner", "dialogue partners", "a dialogue partner of the SCO"),
    "partner": Nouns("an SCO partner", "SCO partners", "an SCO partner"),
    "guest": Nouns("a guest", "guests", "a guest"),
}

LEVELS = {
    "head-of-state": "a head of state",
    "head-of-government": "a head of government",
    "deputy": "a deputy head of state or government",
    "minister": "a minister",
    "other": "an official of another rank",
}
OFFICES = ("president", "prime minister", "foreign minister", "vice-president", "emir")
MODES = ("in-person", "video")
FORMS = {"in-person": "in person", "virtual": "by video", "hybrid": "in hybrid form"}
