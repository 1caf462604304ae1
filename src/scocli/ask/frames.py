"""What people ask for, what relates in the question, and which builder makes the query: the table of phrasings.

A line says: asked for | kinds of phrases (``A|B`` either, ``?`` may be missing) | builder. A line fits if all its
kinds are there and no relation is there that it does not name. The first line whose builder uses up all of the
question wins. To teach a new kind of question, add a line.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from scocli.ask import hosting
from scocli.ask.meaning import Meaning
from scocli.queries.base import Query

Builder = Callable[[Meaning], Query]

_HAD = "CATEGORY|FORMER|NOTCATEGORY|NEVERCATEGORY|CAPACITY"

FRAMES: tuple[tuple[str, str, Builder], ...] = (
    # ---- statuses
    # ---- hosts and chairs
    ("countries|count", "HOST", hosting.hosts),
    ("countries|count", "HOLD SUMMIT", hosting.hosts),
    ("countries", "CHAIR", hosting.chairs),
    # ---- what categories are
)


class Frame(NamedTuple):
    """A line of the table, taken apart."""

    items: tuple[frozenset[str], ...]
    required: tuple[frozenset[str], ...]
    named: frozenset[str]
    build: Builder

    def fits(self, kinds: set[str], relations: set[str]) -> bool:
        """Whether the line is about a question that has these kinds of phrases, and these relations among them."""
        if not relations <= self.named or any(kinds.isdisjoint(either) for either in self.required):
            return False
        # Of kinds that are alternatives only one may be there: 'hosted and chaired' asks two things.
        return len(relations) < 2 or not any(self._crowded(relations & either) for either in self.items)

    def _crowded(self, together: set[str]) -> bool:
        """Whether the line has no place of its own for each of some relations."""
        return len(together) > 1 and sum(1 for item in self.items if item & together) < len(together)


@cache
def frames() -> dict[str, list[Frame]]:
    """The table, taken apart, by what is asked for."""
    made: dict[str, list[Frame]] = {}
    for asked, pattern, build in FRAMES:
        items = [(frozenset(item.rstrip("?").split("|")), item.endswith("?")) for item in pattern.split()]
        required = tuple(kinds for kinds, optional in items if not optional)
        named = frozenset(kind for kinds, _ in items for kind in kinds)
        for kind in asked.split("|"):
            made.setdefault(kind, []).append(Frame(tuple(kinds for kinds, _ in items), required, named, build))
    return made
