"""Who came to a summit, who stayed away, and of whom nothing is recorded.

A list of delegations that is complete for a group (the summit's coverage) says of the countries in that group that are
not on it that they did not come. A delegation is of one capacity, which is derived and always known; who led it, in what
office and of what rank, may be known in part, and what a record leaves out is not recorded.
"""

import re
from dataclasses import dataclass

from scocli.councils import meeting_name
from scocli.dataset import DataSet, Visit
from scocli.errors import Ambiguous, NotUnderstood
from scocli.facts.nouns import FORMS, LEVELS, NOUNS, OFFICES
from scocli.facts.verdict import NO, NOT_RECORDED, YES, Verdict, any_of, verdict
from scocli.names import find_person, near_people
from scocli.records import Absence, Meeting
from scocli.suggestions import nearest, not_understood
from scocli.text import fold, listed

COVERAGE = {
    "member": "members", "observer": "observers", "dialogue-partner": "dialogue_partners", "partner": "partners",
    "guest": "guests",
}  # fmt: skip
"""The group of a summit's coverage to which a capacity belongs."""

_TITLES = {
    "president": ("President", "Head of state"),
    "prime minister": ("Prime Minister", "Premier of the State Council", "Chairman of the Government", "Chairman of the Cabinet of Ministers"),
    "foreign minister": ("Minister of Foreign Affairs", "Minister of External Affairs", "Foreign Minister"),
    "vice-president": ("Vice-President", "Vice President", "First Vice President"),
    "emir": ("Emir",),
}  # fmt: skip
"""The words by which records call the offices that can be asked for; a head of state who is called no more is a president."""

_ALL_TOOK_PART = {"in-person": "in-person", "virtual": "video"}
"""How everybody took part in a meeting of a format; in a hybrid one some did so and some otherwise."""


@dataclass(frozen=True)
class Manner:
    """How a delegation came; without anything, in any way.

    :ivar capacities: category ids or ``guest``, any of which will do.
    :ivar led_by: levels, offices and people, any of which will do.
    :ivar mode: ``in-person`` or ``video``.
    """

    capacities: tuple[str, ...] = ()
    led_by: tuple[str, ...] = ()
    mode: str | None = None

    @property
    def is_any(self) -> bool:
        """Whether it leaves everything open."""
        return not (self.capacities or self.led_by or self.mode)

    def allows(self, data: DataSet, summit: Meeting, country: str | None = None) -> Verdict:
        """Whether a country or, without one, a person of whose coming to a summit nothing is recorded can have come so.

        'No' or 'not recorded'.
        """
        everybody = _ALL_TOOK_PART.get(summit.format, self.mode)
        as_asked = country is None or not self.capacities or data.capacity(summit, country) in self.capacities
        return NOT_RECORDED if as_asked and self.mode in (None, everybody) else NO

    def fits(self, data: DataSet, visit: Visit) -> Verdict:
        """Whether a delegation came so."""
        if self.is_any:
            return YES
        is_so = not self.capacities or visit.capacity in self.capacities
        led = any_of(led_by(data, visit, word) for word in self.led_by) if self.led_by else YES
        return verdict(is_so and self.mode in (None, visit.delegation.mode)) & led

    def words(self, *, one: bool = False, sent: bool = False) -> str:
        """' as observers, led by a minister, by video'; nothing for any way.

        :param one: whether it is said of one: ' as an observer'.
        :param sent: whether it is said of who sent a delegation: ' with a delegation led by a minister'.
        """
        led = f"with {'a delegation' if one else 'delegations'} led by" if sent else "led by"
        capacities = [NOUNS[capacity].one if one else NOUNS[capacity].many for capacity in self.capacities]
        parts = [f"as {listed(capacities, 'or')}"] if capacities else []
        others = [level for level in LEVELS if level not in self.led_by]
        is_any_other = len(others) < len(self.led_by) and LEVELS.keys() >= {*self.led_by}
        who = listed([leader_words(word) for word in (others if is_any_other else self.led_by)], "or")
        parts += [f"{led.replace('led', 'not led') if is_any_other else led} {who}"] if self.led_by else []
        parts += [FORMS["in-person"] if self.mode == "in-person" else FORMS["virtual"]] if self.mode else []
        return f" {', '.join(parts)}" if parts else ""


ANYHOW = Manner()


def leader_words(word: str) -> str:
    """A level, an office or a person in a sentence: 'a minister', 'the president'."""
    return LEVELS.get(word) or (f"the {word}" if word in OFFICES else word)


def find_leader(data: DataSet, words: str) -> str:
    """A level, an office or the name under which a person is listed.

    :raises NotUnderstood: if it is none of them, or several people.
    """
    key = fold(words)
    for office in (*OFFICES, *LEVELS):
        if key.replace("-", " ") == office.replace("-", " "):
            return office
    try:
        return find_person(data, words)
    except Ambiguous:
        raise
    except NotUnderstood:
        near = (*nearest(words, ((word, word) for word in (*OFFICES, *LEVELS))), *near_people(data, words))
        can_be = f"Ranks are {listed(list(LEVELS))}; offices {listed(list(OFFICES))}"
        raise not_understood("No rank, office or person is called", words, near, can_be) from None


def led_by(data: DataSet, visit: Visit, word: str) -> Verdict:
    """Whether somebody of a level, the holder of an office or a person led a delegation; who stayed away did not."""
    sent = visit.delegation
    if word in LEVELS:
        return verdict(None if sent.level is None else sent.level == word)
    if word in OFFICES:
        known = None if sent.role is None else holds_office(sent.role, word)
        away = absences_of(data, visit.country, visit.summit, word)
    else:
        known = None if sent.leader is None else data.person(sent.leader) == word
        away = absences_of(data, word, visit.summit)
    return NO if known is None and _is_whole(away) else verdict(known)


def holds_office(role: str | None, office: str) -> bool:
    """Whether a role is that office; an acting holder counts."""
    titles = re.split(r" and |, ", (role or "").split(" (")[0])
    return any(re.sub("^[Aa]cting ", "", title) in _TITLES[office] for title in titles)


def is_country(subject: str) -> bool:
    """Whether a subject is a country's code, not a person's name."""
    return len(subject) == 2 and subject.isupper()


def subject_name(data: DataSet, subject: str) -> str:
    """What a country, a person or a meeting is called in running text."""
    if subject in data.meetings:
        return meeting_name(data.meetings[subject])
    return data.in_text(subject) if is_country(subject) else subject


def is_complete(data: DataSet, summit: Meeting, code: str) -> bool:
    """Whether a summit's list of delegations is complete for the group to which a country belonged."""
    return bool(getattr(summit.coverage, COVERAGE[data.capacity(summit, code)]) == "complete")


def came(data: DataSet, summit: Meeting, code: str) -> Verdict:
    """Whether a country came to a summit.

    No: a source says that it stayed away, or the list is complete for its group and it is not on it.
    """
    if code in data.present[summit.id]:
        return YES
    return NO if code in data.absent[summit.id] or is_complete(data, summit, code) else NOT_RECORDED


def stayed_away(data: DataSet, summit: Meeting, code: str) -> Verdict:
    """Whether a country that was expected at a summit did not come.

    Expected are those that held a status, and those of which a source says that they stayed away. Whether anybody else
    was is not recorded.
    """
    is_expected = code in data.absent[summit.id] or data.capacity(summit, code) != "guest"
    return ~came(data, summit, code) & verdict(is_expected or None)


def absences_of(data: DataSet, subject: str, summit: Meeting, office: str | None = None) -> list[Absence]:
    """A country's documented absences at a summit, or those of a person or of the holder of an office."""
    if not is_country(subject):
        return [absence for absence in summit.absences if absence.person and data.person(absence.person) == subject]
    found = [absence for absence in summit.absences if absence.country == subject]
    return [absence for absence in found if holds_office(absence.role, office)] if office else found


def _is_whole(absences: list[Absence]) -> bool:
    """Whether one of some absences is from all of a summit, not from a session."""
    return any(not absence.session for absence in absences)


def missed(data: DataSet, subject: str, summit: Meeting, office: str | None = None) -> Verdict:
    """Whether a country, a person or the holder of an office is known to have stayed away from a summit.

    Of a person only what a source says is an absence, not that another led the delegation; 'no' is where they came, or another held
    the rank in which alone they come. With an office, 'no' is where its holder led the delegation.
    """
    if is_country(subject) and office is None:
        return stayed_away(data, summit, subject)
    if _is_whole(absences_of(data, subject, summit, office)):
        return YES
    led = data.visits_to(summit, subject)
    if is_country(subject):
        return NO if any(holds_office(visit.delegation.role, office or "") for visit in led) else NOT_RECORDED
    return NO if led or _was_anothers(data, subject, summit) else NOT_RECORDED


def _was_anothers(data: DataSet, person: str, summit: Meeting) -> bool:
    """Whether another came to a summit in the rank in which alone a person came to others: one of which a country has one."""
    ranks = {visit.delegation.level for visit in data.visits_of.get(person, ())}
    sent = (v.delegation for code in data.represented_countries.get(person, ()) for v in data.visits_to(summit, code))
    return ranks in ({"head-of-state"}, {"head-of-government"}) and any(d.leader and d.level in ranks for d in sent)


def attended(data: DataSet, subject: str, summit: Meeting, manner: Manner) -> Verdict:
    """Whether a country or a person came to a summit in some way.

    Somebody who came for an international organisation came in no such way, and counts where none is asked for.
    """
    visits = data.visits_to(summit, subject)
    if visits:
        return any_of(manner.fits(data, visit) for visit in visits)
    if is_country(subject):
        allowed = manner.allows(data, summit, subject)
        return allowed if allowed is NO else came(data, summit, subject) & allowed
    if manner.is_any and any(at is summit for at, _ in data.represented_organizations.get(subject, ())):
        return YES
    if missed(data, subject, summit) is YES:
        return NO
    return _would_be_listed(data, subject, summit) & manner.allows(data, summit)


def _would_be_listed(data: DataSet, person: str, summit: Meeting) -> Verdict:
    """No, where a person who is not on a summit's list did not lead a delegation there; else it is not recorded.

    So it is where the list is complete for the group of every country that the person is on record for, and names who
    led its delegation.
    """
    countries = data.represented_countries.get(person, ())
    led = all(visit.delegation.leader is not None for code in countries for visit in data.visits_to(summit, code))
    is_listed = led and all(is_complete(data, summit, code) for code in countries)
    return NO if countries and is_listed else NOT_RECORDED
