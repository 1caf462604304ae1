"""What capacities, ranks, offices and ways of taking part are called, in sentences and on a command line."""

from collections.abc import Mapping
from typing import NamedTuple

from scocli.text import listed


class Nouns(NamedTuple):
    """How a capacity stands in a sentence."""

    one: str
    many: str

    @property
    def bare(self) -> str:
        """Behind a number or 'the ninth'."""
        return self.one.split(" ", 1)[1]

    def of_number(self, number: int) -> str:
        """What so many are: 'an observer', 'observers'."""
        return self.one if number == 1 else self.many


NOUNS = {
    "member": Nouns("a member state", "member states"),
    "observer": Nouns("an observer", "observers"),
    "dialogue-partner": Nouns("a dialogue partner", "dialogue partners"),
    "partner": Nouns("an SCO partner", "SCO partners"),
    "guest": Nouns("a guest", "guests"),
}
MOST_NAMED = 10
"""How many at most a sentence names one by one; of more the table tells, or a note."""


def nouns(categories: tuple[str, ...], *, one: bool = False) -> str:
    """Categories as what several are, or one: 'member states or observers'; without any, 'holders of a status'."""
    named = [NOUNS[category].one if one else NOUNS[category].many for category in categories]
    return listed(named, "or") or ("a holder of a status" if one else "holders of a status")


def of_sco(categories: tuple[str, ...], *, one: bool = False) -> str:
    """Categories by themselves: 'a member state of the SCO', 'member states or observers of the SCO', 'SCO partners'."""
    said = nouns(categories, one=one)
    return said if "SCO" in said else f"{said} of the SCO"


def numbers(count: Mapping[str, int]) -> list[str]:
    """How many are what: '10 member states', '17 SCO partners'."""
    return [
        f"{number} {noun.bare if number == 1 else noun.many}"
        for capacity, noun in NOUNS.items()
        if (number := count.get(capacity, 0))
    ]


def rank(capacity: str) -> int:
    """The place of a capacity among all, members first."""
    return list(NOUNS).index(capacity)


LEVELS = {
    "head-of-state": "a head of state",
    "head-of-government": "a head of government",
    "deputy": "a deputy head of state or government",
    "minister": "a minister",
    "other": "an official of another rank",
}
OFFICES = ("president", "prime minister", "foreign minister", "vice-president", "emir")
MODES = ("in-person", "video")
FORMS = {"in-person": "in person", "virtual": "by video", "hybrid": "partly in person and partly by video"}
