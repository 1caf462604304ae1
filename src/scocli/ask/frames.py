"""What people ask for, what relates in the question, and which builder makes the query: the table of phrasings.

A line says: asked for | kinds of phrases (``A|B`` either, ``?`` may be missing) | builder. A line fits if all its
kinds are there and no relation is there that it does not name. The first line whose builder uses up all of the
question wins. To teach a new kind of question, add a line.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from scocli.ask import delegations, hosting, meetings
from scocli.ask.meaning import Meaning
from scocli.queries.base import Query

Builder = Callable[[Meaning], Query]

_HAD = "CATEGORY|FORMER|NOTCATEGORY|NEVERCATEGORY|CAPACITY"

FRAMES: tuple[tuple[str, str, Builder], ...] = (
    # ---- statuses
    ("status", "COUNTRY STATUSWORD ATTEND|REPRESENT", delegations.capacity_at),
    # ---- who came to summits
    (
        "countries|count",
        "ATTEND|PARTICIPANTS|GUEST|CAPACITY|DELEGATIONS|LEVEL|LEDBY|VIDEO|INPERSON|REPRESENT|LEADERS ATTEND? REPRESENT? JOIN?",
        delegations.attended,
    ),
    ("countries|count", "ATTEND CATEGORY|COUNTRYWORD|ALL|NEVER|BOUNDS|MOST REPRESENT?", delegations.attended),
    ("countries|count", "SUMMIT|CITY REPRESENT? JOIN?", delegations.attended),
    ("countries|count|people", "MISS ATTEND? REPRESENT?", delegations.stayed_away),
    ("countries|count", "ATTEND|REPRESENT NOT ATTEND? REPRESENT?", delegations.stayed_away),
    ("countries|count", "NOT SUMMIT|CITY", delegations.stayed_away),
    ("yes-no", "COUNTRY|PERSON|OFFICEHOLDER ATTEND|REPRESENT|MISS ATTEND? REPRESENT?", delegations.did_attend),
    ("yes-no", "COUNTRY|PERSON|OFFICEHOLDER SUMMIT|CITY JOIN?", delegations.did_attend),
    ("yes-no", "COUNTRY|PERSON|OFFICEHOLDER TIME VIDEO|INPERSON JOIN?", delegations.did_attend),
    ("yes-no", "ALL CATEGORY ATTEND|REPRESENT", delegations.did_all_attend),
    ("yes-no", "ANY CATEGORY|COUNTRYWORD|GUEST ATTEND|REPRESENT", delegations.did_any_attend),
    (
        "summits|count-summits",
        "COUNTRY|PERSON|OFFICEHOLDER ATTEND|REPRESENT|MISS|JOIN ATTEND? REPRESENT?",
        meetings.summits,
    ),
    ("summits|count-summits", "COUNTRY|PERSON|OFFICEHOLDER", meetings.summits),
    ("capacity", "COUNTRY ATTEND?", delegations.capacity_at),
    ("countries|count", "ORGANISATIONS ATTEND? REPRESENT?", delegations.organisations),
    ("organizations", "ORGANISATIONS ATTEND? REPRESENT?", delegations.organisations),
    # ---- who led
    ("people", "STANDIN|INPLACEOF PERSON REPRESENT|ATTEND?", delegations.stood_in),
    ("countries", "PERSON REPRESENT", delegations.country_of),
    ("people|count", "REPRESENT|ATTEND|LEADERS|LEVEL|LEDBY REPRESENT? ATTEND? JOIN?", delegations.represented),
    ("people|countries", "OFFICEHOLDER REPRESENT|ATTEND", delegations.officeholder_at),
    # ---- hosts and chairs
    ("countries|count", "HOST", hosting.hosts),
    ("countries|count", "HOLD SUMMIT", hosting.hosts),
    ("countries", "CHAIR", hosting.chairs),
    ("summits|count-summits", "HOST|CHAIR|CHAIRMANSHIP COUNTRY|PERSON|CITY", meetings.summits),
    ("summits|count-summits", "COUNTRY HOLD", meetings.summits),
    # ---- summits
    (
        "summits|count-summits",
        "SUMMIT|TIMES|CITY FORMATWORD? HOST? SUCCEED? PRECEDE? ATTEND? REPRESENT?",
        meetings.summits,
    ),
    ("yes-no", "SUMMIT HOST?", meetings.is_held),
    ("when", "SUMMIT|CITY OPEN|STARTDAY|SUCCEED|PRECEDE? HOST?", meetings.fact("date")),
    ("when", "SUMMIT|CITY END|ENDDAY|UNTILWHEN", meetings.fact("end")),
    ("when", "COUNTRY|PERSON|OFFICEHOLDER ATTEND|HOST|CHAIR|SUMMIT|MISS|JOIN", hosting.dated_visit),
    ("where", "SUMMIT|TIME HOST? SIT? SUCCEED? PRECEDE?", meetings.fact("city")),
    ("where", "COUNTRY HOST SUMMIT", hosting.dated_visit),
    ("number", "SUMMIT|CITY NUMBERASKED", meetings.fact("number")),
    ("text", "SUMMIT|CITY TITLEWORD", meetings.fact("theme")),
    ("text", "SUMMIT|CITY DOCUMENTWORD SIGN?", meetings.fact("documents")),
    ("text", "SUMMIT|CITY FORMATWORD", meetings.fact("format")),
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
