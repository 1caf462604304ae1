"""The two Councils that meet once a year, and what their meetings are called."""

from typing import Literal, NamedTuple, get_args

from scocli.records import Meeting

CouncilId = Literal["heads-of-state", "heads-of-government"]
"""A Council: that whose meetings are the summits, or that of the prime ministers."""
COUNCILS: tuple[CouncilId, ...] = get_args(CouncilId)


PREFIXES: dict[CouncilId, str] = {"heads-of-state": "", "heads-of-government": "chg-"}
"""With what the ids of their meetings begin."""


def council_of(meeting: str) -> CouncilId:
    """Whose meeting has an id."""
    other: CouncilId = "heads-of-government"
    return other if meeting.startswith(PREFIXES[other]) else "heads-of-state"


def other_council(council: CouncilId) -> CouncilId:
    """The other one."""
    return next(other for other in COUNCILS if other != council)


def host_of(meeting: Meeting) -> str:
    """The country that hosted a meeting; of one that was held nowhere, by video, that which chaired it."""
    return meeting.country or meeting.chair_country


class Gathering(NamedTuple):
    """What a meeting of a Council is called, and what several are."""

    one: str
    many: str


GATHERINGS: dict[CouncilId, Gathering] = {
    "heads-of-state": Gathering("summit", "summits"),
    "heads-of-government": Gathering("meeting of heads of government", "meetings of heads of government"),
}


def meeting_name(meeting: Meeting) -> str:
    """'the Astana summit of 2024', 'the Islamabad meeting of heads of government of 2024', '... by video of 2022'."""
    noun, year = GATHERINGS[council_of(meeting.id)].one, meeting.start[:4]
    return f"the {meeting.city} {noun} of {year}" if meeting.city else f"the {noun} by video of {year}"


def meeting_label(meeting: Meeting) -> str:
    """'Astana 2024', or of a meeting by video 'by video 2022'."""
    return f"{meeting.city or 'by video'} {meeting.start[:4]}"
