"""Who came to a summit, who stayed away, and of whom nothing is recorded.

Everywhere ``None`` stands for 'not recorded', which is neither yes nor no. A list of delegations that is complete for a
group (its coverage) says of the countries in that group that are not on it that they did not come.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scocli.answers import Cell, Column
from scocli.dataset import DataSet, Visit
from scocli.queries.base import DelegationQuery
from scocli.queries.common import NOUNS, summit_name
from scocli.text import capitalized, listed

if TYPE_CHECKING:
    from scocli.models import Absence, Summit

COVERAGE = {
    "member": "members",
    "observer": "observers",
    "dialogue-partner": "dialogue_partners",
    "partner": "partners",
    "guest": "guests",
}
"""The group of a summit's coverage to which a capacity belongs."""

REPRESENTED = (
    Column("capacity", "Capacity", "category"),
    Column("leader", "Led by"),
    Column("role", "Role"),
    Column("level", "Level"),
    Column("mode", "Mode"),
    Column("session", "Session"),
    Column("note", "Note"),
)
"""Columns that say how a country was represented at a summit."""


def represented(visit: Visit) -> tuple[Cell, ...]:
    """The cells of these columns."""
    sent = visit.delegation
    return (visit.capacity, sent.leader, sent.role, sent.level, sent.mode, sent.session, sent.note)


def is_country(subject: str) -> bool:
    """Whether a subject is a country's code, not a person's name."""
    return len(subject) == 2 and subject.isupper()


def subject_name(data: DataSet, subject: str) -> str:
    """What a subject is called in running text."""
    return data.in_text(subject) if is_country(subject) else subject


def is_led_by_somebody_unnamed(visit: Visit) -> bool:
    """Whether no source names who led a delegation, nor in what office."""
    return visit.delegation.leader is None and visit.delegation.role is None


def meets(query: DelegationQuery, visit: Visit) -> bool | None:
    """Whether a delegation is of the kind that the query asks for; ``None`` if that hangs on a leader who is not named."""
    delegation = visit.delegation
    if (query.capacity and visit.capacity not in query.capacity) or query.mode not in (None, delegation.mode):
        return False
    if (query.level or query.office) and is_led_by_somebody_unnamed(visit):
        return None
    return (not query.level or delegation.level in query.level) and (
        query.office is None or holds_office(delegation.role, query.office)
    )


def unnamed_leaders(data: DataSet, visits: Iterable[Visit]) -> list[str]:
    """That the sources name nobody who led some delegations: a note for each summit at which there are such."""
    countries: dict[str, list[str]] = {}
    for visit in visits:
        if is_led_by_somebody_unnamed(visit):
            countries.setdefault(visit.summit.id, []).append(visit.country)
    notes = []
    for summit, codes in countries.items():
        leaders = "its leader is" if len(codes) == 1 else "their leaders are"
        who = listed([data.in_text(code) for code in data.in_order(codes)])
        notes.append(capitalized(f"{who} at {summit_name(data.summits[summit])}: {leaders} not named in the sources."))
    return notes


_TITLES = {
    "president": ("President",),
    "prime minister": ("Prime Minister",),
    "foreign minister": ("Minister of Foreign Affairs", "Minister of External Affairs"),
    "vice-president": ("Vice-President",),
    "emir": ("Emir",),
}
"""The words by which records call the offices that can be asked for."""


def holds_office(role: str | None, office: str) -> bool:
    """Whether a role is that office; an acting holder counts."""
    titles = (role or "").removeprefix("Acting ").split(" (")[0].split(" and ")
    return any(title in _TITLES[office] for title in titles)


def is_complete(data: DataSet, summit: "Summit", code: str) -> bool:
    """Whether a summit's list of delegations is complete for the group to which a country belonged."""
    return bool(getattr(summit.coverage, COVERAGE[data.capacity(summit, code)]) == "complete")


def came(data: DataSet, summit: "Summit", code: str) -> bool | None:
    """Whether a country came to a summit.

    ``False``: a source says that it stayed away, or the list is complete for its group and it is not on it.
    """
    if code in data.present[summit.id]:
        return True
    if code in data.absent[summit.id]:
        return False
    return False if is_complete(data, summit, code) else None


def stayed_away(data: DataSet, summit: "Summit", code: str) -> bool | None:
    """Whether a country that could be expected at a summit did not come.

    Expected are those that held a status, and those of whom a source says that they stayed away; of others it is ``None``.
    """
    found = came(data, summit, code)
    if found is not False:
        return None if found is None else False
    documented = code in data.absent[summit.id]
    return True if documented or data.capacity(summit, code) != "guest" else None


def absent_countries(data: DataSet, summit: "Summit", capacity: tuple[str, ...] = ()) -> list[str]:
    """Codes of the countries known to have stayed away, of those in one of these capacities."""
    expected = {code for code, held in data.holdings.items() if held}
    expected |= {absence.country for absence in summit.absences}
    return sorted(
        code
        for code in expected
        if (not capacity or data.capacity(summit, code) in capacity) and stayed_away(data, summit, code)
    )


def absences_of(data: DataSet, subject: str, summit: "Summit", office: str | None = None) -> "list[Absence]":
    """A country's documented absences at a summit, or those of a person or of the holder of an office."""
    if not is_country(subject):
        return [absence for absence in summit.absences if absence.person and data.person(absence.person) == subject]
    found = [absence for absence in summit.absences if absence.country == subject]
    return [absence for absence in found if holds_office(absence.role, office)] if office else found


def missed(data: DataSet, subject: str, summit: "Summit", office: str | None = None) -> bool | None:
    """Whether a country, a person or the holder of an office is known to have stayed away from a summit.

    Of a person only what a source says counts: that somebody else led the delegation is no absence.
    """
    if is_country(subject) and office is None:
        return stayed_away(data, summit, subject)
    if any(not absence.session for absence in absences_of(data, subject, summit, office)):
        return True
    led = data.visits_to(summit, subject)
    if is_country(subject):
        return False if any(holds_office(visit.delegation.role, office or "") for visit in led) else None
    return False if led else None


def attended(data: DataSet, query: DelegationQuery, subject: str, summit: "Summit") -> bool | None:
    """Whether a country or person came to a summit in the way that the query asks for.

    Somebody who came for an international organisation came in no such way, and counts where none is asked for.
    """
    visits = data.visits_to(summit, subject)
    fits = [meets(query, visit) for visit in visits]
    if True in fits:
        return True
    if not query.is_restricted and any(at is summit for at, _ in data.represented_organizations.get(subject, ())):
        return True
    if visits:
        return None if None in fits else False  # It came, but not in that capacity, or at that level.
    if is_country(subject) and query.office is None and came(data, summit, subject) is False:
        return False
    gone = missed(data, subject, summit, query.office)
    return False if gone or (gone is None and _would_be_listed(data, subject, summit)) else None


def _would_be_listed(data: DataSet, subject: str, summit: "Summit") -> bool:
    """Whether a person who is not on a summit's list did not lead a delegation there.

    So it is where the list is complete for the group of the country that the person is on record for, and says who led it.
    """
    if is_country(subject):
        return False
    countries = data.represented_countries.get(subject, ())
    unnamed = {visit.country for visit in data.visits_at[summit.id] if is_led_by_somebody_unnamed(visit)}
    return bool(countries) and all(c not in unnamed and is_complete(data, summit, c) for c in countries)


def coverage_notes(summit: "Summit") -> list[str]:
    """For which groups 'not listed' does not mean 'did not come'."""
    notes = []
    for capacity, field in COVERAGE.items():
        completeness = getattr(summit.coverage, field)
        if completeness == "none":
            notes.append(f"Nothing is recorded of {NOUNS[capacity].many} at {summit_name(summit)}.")
        elif completeness == "partial":
            notes.append(f"The list of {NOUNS[capacity].many} at {summit_name(summit)} may be incomplete.")
    return notes


def coverage_gap(summit: "Summit") -> list[str]:
    """The same in one short note; none if the list is complete for every group."""
    gaps = [
        NOUNS[capacity].many
        for capacity, field in COVERAGE.items()
        if getattr(summit.coverage, field) in ("none", "partial")
    ]
    return (
        [f"The list of {summit_name(summit)} may lack {listed(gaps, 'or')}. (sco summit {summit.id})"] if gaps else []
    )
