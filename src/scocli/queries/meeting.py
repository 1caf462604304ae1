"""The facts of one meeting: what makes of each its value and its sentence."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from scocli.answers import Kind
from scocli.councils import GATHERINGS, host_of, meeting_name
from scocli.days import spoken, spoken_range
from scocli.facts.conditions import Among, Condition, Facts, Not, meets
from scocli.facts.nouns import FORMS, NOUNS, numbers, rank
from scocli.facts.presence import Manner, came, stayed_away
from scocli.facts.statements import statement
from scocli.facts.verdict import NO, NOT_RECORDED, YES, Verdict, all_of, verdict
from scocli.facts.wording import MOST_NAMED
from scocli.queries.common import Draft, led_by, plural, yes_no
from scocli.text import capitalized, listed, ordinal

if TYPE_CHECKING:
    from scocli import models
    from scocli.models import Absence


class Meeting:
    """A summit, and who of those that are asked about came to it and stayed away from it.

    :ivar manner: how the delegations came that are asked about.
    :ivar countries: codes of the countries asked about; of all without any.
    :ivar where: conditions on them.
    """

    def __init__(
        self, facts: Facts, summit: str, manner: Manner, countries: tuple[str, ...], where: tuple[Condition, ...]
    ) -> None:
        self.facts = facts
        self.data = facts.data
        self.summit = facts.data.meetings[summit]
        self.manner = manner
        self.countries = countries
        self.where = where
        self.name = meeting_name(self.summit)
        country = self.data.name(self.summit.country) if self.summit.country else ""
        self.place = f"{self.summit.city}, {country}" if country else "by video"
        self.dates = spoken_range(self.summit.start, self.summit.end)
        found = [
            (visit, self.meets(visit.country) & manner.fits(self.data, visit)) for visit in self.data.visits_at[summit]
        ]
        self.may_be = [visit for visit, fits in found if fits is not NO]
        self.visits = sorted(
            (visit for visit, fits in found if fits is YES),
            key=lambda visit: (rank(visit.capacity), self.data.place(visit.country)),
        )

    def meets(self, code: str) -> Verdict:
        """Whether a country is one of those asked about."""
        return verdict(not self.countries or code in self.countries) & meets(self.facts, code, self.where)

    def is_of_capacity(self, code: str) -> bool:
        """Whether a country came, or would have come, in a capacity asked about."""
        return not self.manner.capacities or self.data.capacity(self.summit, code) in self.manner.capacities

    @cached_property
    def absent(self) -> list[str]:
        """Codes of the countries that are known to have stayed away."""
        return sorted(
            code
            for code in {*self.data.countries, *self.data.absent[self.summit.id]}
            if self.is_of_capacity(code) and (self.meets(code) & stayed_away(self.data, self.summit, code)) is YES
        )

    @property
    def unknown(self) -> list[str]:
        """Codes of those asked about, or else that held a status, of whom it is not recorded whether they came."""
        known = [code for code in self.data.countries if self.data.capacity(self.summit, code) != "guest"]
        return [
            code
            for code in self.countries or known
            if self.is_of_capacity(code) and (self.meets(code) & came(self.data, self.summit, code)) is NOT_RECORDED
        ]

    @property
    def absences(self) -> "list[Absence]":
        """The documented absences of the countries asked about."""
        return [
            absence
            for absence in self.summit.absences
            if self.is_of_capacity(absence.country) and self.meets(absence.country) is YES
        ]

    @property
    def besides(self) -> list[str]:
        """Codes of the countries that are left out."""
        return [code for condition in self.where for code in _left_out(condition)]

    @property
    def whose(self) -> str:
        """The conditions on countries in words: ' from countries that hosted a summit besides China'."""
        said = [condition.words(self.facts) for condition in self.where if not _left_out(condition)]
        besides = f" besides {listed(self.names(self.besides, ordered=False))}" if self.besides else ""
        return (f" from countries that {listed(said)}" if said else "") + besides

    @property
    def what(self) -> str:
        """The restriction on delegations in words."""
        return self.manner.words() + self.whose

    @property
    def group(self) -> str:
        """The categories asked about, in words; nothing if none is named."""
        return listed([NOUNS[capacity].many for capacity in self.manner.capacities])

    def names(self, codes: Iterable[str], *, ordered: bool = True) -> list[str]:
        """The names of countries, in their order."""
        return [self.data.in_text(code) for code in (self.data.in_order(codes) if ordered else codes)]

    @property
    def unsettled(self) -> list[str]:
        """Of which countries it is not recorded whether they meet the conditions."""
        present = self.data.present[self.summit.id]
        open_ = [code for code in self.data.in_order(present) if self.meets(code) is NOT_RECORDED]
        if not open_:
            return []
        return [capitalized(f"whether {statement(self.facts, open_, self.where)} is not recorded.")]


def _left_out(condition: Condition) -> tuple[str, ...]:
    """The countries that a condition does no more than leave out."""
    match condition:
        case Not(of=Among(which=which)):
            return which
    return ()


def plain(kind: Kind, value: "Callable[[models.Meeting], object]", said: str) -> Callable[[Meeting], Draft]:
    """A fact that stands in the summit's record: its value, and the sentence with what stands in braces filled in."""

    def fact(meeting: Meeting) -> Draft:
        data, summit = meeting.data, meeting.summit
        chair_country = data.in_text(summit.chair_country)
        filled = said.format(
            summit=meeting.name,
            dates=meeting.dates,
            ended=spoken(summit.end),
            place=f"in {meeting.place}" if summit.city else "by video, and in no city",
            host=data.in_text(host_of(summit)),
            nouns=GATHERINGS[data.council].many,
            chair=f"{summit.chair_person} of {chair_country}"
            if summit.chair_person
            else f"{chair_country}; by whom is not recorded",
            chair_country=chair_country,
            number=summit.ordinal,
            form=FORMS[summit.format],
            theme=summit.theme or "no title is recorded",
            documents=listed(summit.documents) or "no document is recorded",
        )
        draft = Draft(kind, value(summit), capitalized(filled))
        if summit.format == "virtual" and ("{place}" in said or "{host}" in said):
            place = "place is that from which" if summit.city else "host is the country by which"
            draft.notes.append(f"The meeting was held by video; the {place} it was chaired.")
        if summit.chair_basis and "{chair" in said:
            draft.notes.append(_CHAIR_BASES[summit.chair_basis])
        return draft

    return fact


_CHAIR_BASES = {
    "opened": "No source read says who chaired; the chair given is who opened the meeting.",
    "host": "No source read says who chaired; the chair given is the host.",
}


FEW = 3
"""Heads of delegations whom a sentence names one by one."""


def tell_all(meeting: Meeting) -> Draft:
    """What it was, and who came."""
    visits, summit = meeting.visits, meeting.summit
    counts = numbers(Counter(visit.capacity for visit in visits))
    which = f"the {ordinal(summit.ordinal)} {GATHERINGS[meeting.data.council].one} of the SCO"
    where = f"in {meeting.place}" if summit.city else "by video"
    where = f"by video, chaired from {meeting.place}" if summit.city and summit.format == "virtual" else where
    came = f"{plural(len(visits), 'delegation')}{meeting.what}{f': {listed(counts)}' if counts and len(meeting.manner.capacities) != 1 else ''}"
    text = capitalized(f"{which} was held {where}, on {meeting.dates}, with {came}.")
    return Draft("countries", sorted(visit.country for visit in visits), text)


def countries(meeting: Meeting) -> Draft:
    """Who came."""
    names = [meeting.data.in_text(visit.country) for visit in meeting.visits]
    those = f": {listed(names)}" if 0 < len(names) <= MOST_NAMED else ""
    text = f"{plural(len(names), 'delegation')} came to {meeting.name}{meeting.what}{those}."
    return Draft("countries", sorted(visit.country for visit in meeting.visits), capitalized(text))


def people(meeting: Meeting) -> Draft:
    """Who led the delegations."""
    data, visits = meeting.data, meeting.visits
    whose = f" of {listed([data.in_text(code) for code in meeting.countries])}" if meeting.countries else ""
    leaders = [f"{led_by(visit.delegation)} ({data.name(visit.country)})" for visit in visits]
    text = f"No delegation{whose} came to {meeting.name}{meeting.what}."
    if leaders:
        those = "The delegation" if len(leaders) == 1 else "Delegations"
        led = ("was", "were")[len(leaders) > 1] + (
            f" {'that' if len(leaders) == 1 else 'those'} of" if meeting.manner.led_by else " led by"
        )
        text = f"{those}{whose}{meeting.what} at {meeting.name} {led} {'; '.join(leaders)}."
    named = [visit for visit in visits if visit.delegation.leader]
    if len(named) > FEW:
        first, unnamed = named[0], len(visits) - len(named)
        rest = f"; the sources do not name who led {unnamed} more" if unnamed else ""
        led = f"{first.delegation.leader} of {data.in_text(first.country)} and {len(named) - 1} others led"
        text = f"{led} {'' if unnamed else 'the '}delegations{whose}{meeting.what} at {meeting.name}{rest}."
    return Draft("people", sorted({data.person(v.delegation.leader) for v in visits if v.delegation.leader}), text)


def absent(meeting: Meeting) -> Draft:
    """Who stayed away."""
    whose = f",{meeting.whose}" if meeting.whose else ""
    asked = listed(meeting.names(meeting.countries))
    of = f"the {meeting.group}" if meeting.group else asked if len(meeting.countries) > 1 else ""
    names, group = meeting.names(meeting.absent), f"of {of}, " if of else ""
    nobody = "none" if group else f"no delegation of {asked}" if asked else "no country"
    many = f"{len(names)}{'' if group else ' countries'}" if len(names) > MOST_NAMED else ""
    were = "were" if len(names) > 1 else "was"
    text = f"{group}{many or listed(names) or nobody} {were} absent from {meeting.name}{whose}"
    if meeting.unknown:
        few = len(meeting.unknown) <= MOST_NAMED
        who = listed(meeting.names(meeting.unknown)) if few else plural(len(meeting.unknown), "country", "countries")
        text += f" (not recorded of {who})"
    return Draft("countries", meeting.absent, capitalized(f"{text}."))


def absent_people(meeting: Meeting) -> Draft:
    """Of which people a source says that they stayed away."""
    names = sorted({absence.person for absence in meeting.summit.absences if absence.person and not absence.session})
    are = "are" if len(names) > 1 else "is"
    return Draft("people", names, f"{listed(names) or 'Nobody'} {are} documented as absent from {meeting.name}.")


def organizations(meeting: Meeting) -> Draft:
    """Which international organisations were represented."""
    names = sorted(found.name for found in meeting.summit.organizations)
    those = f": {listed(names)}" if len(names) <= MOST_NAMED else ""
    were = "was" if len(names) == 1 else "were"
    text = f"{plural(len(names), 'international organisation')} {were} represented at {meeting.name}{those}."
    none = f"No international organisation is recorded as represented at {meeting.name}."
    return Draft("organizations", names, text if names else none)


def granted(meeting: Meeting) -> Draft:
    """Which statuses it decided."""
    data = meeting.data
    granted = sorted(data.granted_at[meeting.summit.id], key=lambda holding: data.place(holding.country))
    names: dict[str, list[str]] = {}
    for holding in granted:
        names.setdefault(holding.period.category, []).append(data.in_text(holding.country))
    said = [f"{listed(those)} became {NOUNS[category].of_number(len(those))}" for category, those in names.items()]
    text = f"At {meeting.name}, {'; '.join(said) or 'no status was decided'}."
    return Draft("countries", sorted(holding.country for holding in granted), text)


def of_organization(meeting: Meeting, organization: str) -> Draft:
    """Who represented an international organisation."""
    name = f"the {organization}"
    found = [one for one in meeting.summit.organizations if one.name == organization]
    names = sorted(one.participant for one in found if one.participant)
    if names:
        text = f"{name} was represented at {meeting.name} by {listed(names)}."
    elif found:
        text = f"{name} was represented at {meeting.name}; by whom is not recorded."
    else:
        text = f"{name} is not among the organisations recorded at {meeting.name}."
    return Draft("people", names, capitalized(text))


def every(meeting: Meeting) -> Draft:
    """Whether all countries of some categories came; no, where none was of them."""
    data, summit = meeting.data, meeting.summit
    expected = [code for code in data.countries if meeting.is_of_capacity(code)]
    if not expected:
        return Draft("yes-no", NO.value, yes_no(NO.value, f"there were no {meeting.group} when {meeting.name} opened"))
    value = all_of(came(data, summit, code) for code in expected)
    claim = f"{_ALL[value]} {meeting.group} were represented at {meeting.name}"
    missing = f"; absent: {listed(meeting.names(meeting.absent))}" if meeting.absent else ""
    return Draft("yes-no", value.value, yes_no(value.value, f"{claim}{missing}"))


_ALL = {YES: "all", NO: "not all", NOT_RECORDED: "whether all"}
