"""The facts of one summit: for each its value and its sentence."""

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from scocli.answers import Kind
from scocli.dataset import DataSet
from scocli.days import spoken, spoken_range
from scocli.facts.nouns import NOUNS
from scocli.queries.common import NOT_RECORDED, Draft, led_by, manner, plural, sentence, summit_name, yes_no
from scocli.queries.presence import absent_countries, came, meets
from scocli.text import capitalized, listed

if TYPE_CHECKING:
    from scocli.models import Absence, Summit
    from scocli.queries.summit import SummitFacts


class Meeting:
    """A summit, and who of those that a query asks about came to it and stayed away from it."""

    def __init__(self, data: DataSet, query: "SummitFacts") -> None:
        self.data = data
        self.query = query
        self.summit = data.summits[query.summit]
        self.name = summit_name(self.summit)
        self.dates = spoken_range(self.summit.start, self.summit.end)
        asked = [visit for visit in data.visits_at[self.summit.id] if self._asks(visit.country)]
        self.unnamed = [visit for visit in asked if meets(data, query, visit) is not False]
        self.visits = sorted(
            filter(partial(meets, data, query), asked),
            key=lambda visit: (list(NOUNS).index(visit.capacity), data.place(visit.country)),
        )

    def _asks(self, code: str) -> bool:
        return (not self.query.country or code in self.query.country) and code not in self.query.besides

    @cached_property
    def absent(self) -> list[str]:
        """Codes of the countries that are known to have stayed away."""
        return [code for code in absent_countries(self.data, self.summit, self.query.capacity) if self._asks(code)]

    @property
    def absences(self) -> "list[Absence]":
        """The documented absences of the countries asked about."""
        return [
            absence
            for absence in self.summit.absences
            if self._asks(absence.country)
            and (not self.query.capacity or self.data.capacity(self.summit, absence.country) in self.query.capacity)
        ]

    @property
    def what(self) -> str:
        """The restriction on delegations in words."""
        names = [self.data.in_text(code) for code in self.query.besides]
        return manner(self.query) + (f" besides {listed(names)}" if names else "")

    @property
    def group(self) -> str:
        """The categories asked about, in words; nothing if none is named."""
        return listed([NOUNS[capacity].many for capacity in self.query.capacity])

    def names(self, codes: Iterable[str]) -> list[str]:
        """The names of countries, in their order."""
        return [self.data.in_text(code) for code in self.data.in_order(codes)]


def _plain(kind: Kind, value: "Callable[[Summit], object]", said: str) -> Callable[[Meeting], Draft]:
    """A fact that stands in the summit's record: its value, and the sentence with what stands in braces filled in."""

    def fact(meeting: Meeting) -> Draft:
        data, summit = meeting.data, meeting.summit
        filled = said.format(
            summit=meeting.name,
            dates=meeting.dates,
            ended=spoken(summit.end),
            place=f"{summit.city}, {data.name(summit.country)}",
            host=data.in_text(summit.country),
            chair=f"{summit.chair_person} of {data.in_text(summit.chair_country)}",
            chair_country=data.in_text(summit.chair_country),
            number=summit.ordinal,
            form=_FORMATS[summit.format],
            theme=summit.theme or "no title is recorded",
            documents=listed(summit.documents) or "no document is recorded",
        )
        draft = Draft(kind, value(summit), capitalized(filled))
        if summit.format == "virtual" and ("{place}" in said or "{host}" in said):
            draft.notes.append("The meeting was held by video; the place is that from which it was chaired.")
        return draft

    return fact


_FORMATS = {"in-person": "in person", "virtual": "by video", "hybrid": "partly in person and partly by video"}


def _all(meeting: Meeting) -> Draft:
    visits, summit = meeting.visits, meeting.summit
    counts = [
        plural(count, noun.one.split(" ", 1)[1], noun.many)
        for capacity, noun in NOUNS.items()
        if (count := sum(visit.capacity == capacity for visit in visits))
    ]
    names = [meeting.data.in_text(visit.country) for visit in visits]
    text = f"Summit {summit.ordinal}: {summit.city}, {meeting.dates}; {plural(len(visits), 'delegation') if visits else 'no delegation'}{meeting.what}"
    text += f" ({listed(counts)}): {listed(names)}." if visits else "."
    return Draft("countries", sorted(visit.country for visit in visits), text)


def _countries(meeting: Meeting) -> Draft:
    names = [meeting.data.in_text(visit.country) for visit in meeting.visits]
    text = sentence(f"Delegations{meeting.what} at {meeting.name}", names)
    return Draft("countries", sorted(visit.country for visit in meeting.visits), text)


def _people(meeting: Meeting) -> Draft:
    data, visits = meeting.data, meeting.visits
    whose = f" of {listed([data.in_text(code) for code in meeting.query.country])}" if meeting.query.country else ""
    leaders = [f"{data.name(visit.country)}: {led_by(visit.delegation)}" for visit in visits]
    text = (
        f"Heads of delegations{whose}{meeting.what} at {meeting.name} ({len(leaders)}): {'; '.join(leaders) or 'none'}."
    )
    return Draft("people", sorted({data.person(v.delegation.leader) for v in visits if v.delegation.leader}), text)


def _of_organization(meeting: Meeting) -> Draft:
    """Who represented an international organisation."""
    name = f"the {meeting.query.organization}"
    found = [
        organization for organization in meeting.summit.organizations if organization.name == meeting.query.organization
    ]
    people = sorted(organization.participant for organization in found if organization.participant)
    if people:
        text = f"{name} was represented at {meeting.name} by {listed(people)}."
    elif found:
        text = f"{name} was represented at {meeting.name}; by whom is not recorded."
    else:
        text = f"{name} is not among the organisations recorded at {meeting.name}."
    return Draft("people", people, capitalized(text))


def _absent(meeting: Meeting) -> Draft:
    query = meeting.query
    of = f", of {listed(meeting.names(query.country))}" if query.country else ""
    besides = f", besides {listed(meeting.names(query.besides))}" if query.besides else ""
    group = capitalized(meeting.group or "countries")
    text = sentence(f"{group} absent from {meeting.name}{of}{besides}", meeting.names(meeting.absent))
    return Draft("countries", meeting.absent, text)


def _absent_people(meeting: Meeting) -> Draft:
    people = sorted({absence.person for absence in meeting.summit.absences if absence.person and not absence.session})
    return Draft("people", people, sentence(f"People documented as absent from {meeting.name}", people))


def _organizations(meeting: Meeting) -> Draft:
    names = sorted(found.name for found in meeting.summit.organizations)
    return Draft("organizations", names, sentence(f"International organisations represented at {meeting.name}", names))


def _granted(meeting: Meeting) -> Draft:
    data = meeting.data
    granted = sorted(data.granted_at[meeting.summit.id], key=lambda holding: data.place(holding.country))
    names: dict[str, list[str]] = {}
    for holding in granted:
        names.setdefault(holding.period.category, []).append(data.in_text(holding.country))
    said = [
        f"{listed(those)} became {NOUNS[category].one if len(those) == 1 else NOUNS[category].many}"
        for category, those in names.items()
    ]
    text = f"Statuses decided at {meeting.name} ({len(granted)}): {'; '.join(said) or 'none'}."
    return Draft("countries", sorted(holding.country for holding in granted), text)


def _every(meeting: Meeting) -> Draft:
    """Whether all countries of some categories came: no where one is known not to have, yes where all are known to have."""
    data, summit, query = meeting.data, meeting.summit, meeting.query
    expected = [code for code in data.countries if data.capacity(summit, code) in query.capacity]
    open_to_doubt = not expected or any(came(data, summit, code) is None for code in expected)
    value = False if meeting.absent else NOT_RECORDED if open_to_doubt else True
    claim = {True: "all", False: "not all", NOT_RECORDED: "whether all"}[value]
    missing = f"; absent: {listed(meeting.names(meeting.absent))}" if meeting.absent else ""
    return Draft("yes-no", value, yes_no(value, f"{claim} {meeting.group} were represented at {meeting.name}{missing}"))


def _number(fact: Callable[[Meeting], Draft]) -> Callable[[Meeting], Draft]:
    """How many there are of what a fact lists."""

    def count(meeting: Meeting) -> Draft:
        draft = fact(meeting)
        return Draft("number", len(cast("list[str]", draft.value)), draft.text)

    return count


FACTS: dict[str, Callable[[Meeting], Draft]] = {
    "all": _all,
    "countries": _countries,
    "count": _number(_countries),
    "people": _people,
    "of-organization": _of_organization,
    "every": _every,
    "absent": _absent,
    "absent-count": _number(_absent),
    "absent-people": _absent_people,
    "organizations": _organizations,
    "organization-count": _number(_organizations),
    "granted": _granted,
    "date": _plain("date", lambda s: s.start, "{summit} was held on {dates}."),
    "end": _plain("date", lambda s: s.end, "{summit} ended on {ended} (held on {dates})."),
    "city": _plain("city", lambda s: s.city, "{summit} ({dates}) was held in {place}."),
    "host": _plain("countries", lambda s: [s.country], "{summit} ({dates}) was hosted by {host}."),
    "chair": _plain("people", lambda s: [s.chair_person], "{summit} ({dates}) was chaired by {chair}."),
    "chair-country": _plain(
        "countries", lambda s: [s.chair_country], "{summit} ({dates}) was chaired by {chair_country}."
    ),
    "number": _plain("number", lambda s: s.ordinal, "{summit} ({dates}) was number {number} of the summits."),
    "format": _plain("text", lambda s: s.format, "{summit} ({dates}) was held {form}."),
    "theme": _plain("text", lambda s: s.theme, "{summit} ({dates}): {theme}."),
    "documents": _plain("text", lambda s: list(s.documents), "{summit} ({dates}): {documents}."),
}
"""What ``--show`` shows, and what ``--every`` and ``--organization`` ask."""
