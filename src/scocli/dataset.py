"""A data set that is known to hold, indexed for the queries."""

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

from scocli import records
from scocli.councils import CouncilId, council_of
from scocli.datafile import DataSetError, bundled_path, is_vouched_for, read_text
from scocli.days import capacity_day
from scocli.text import fold, path_called, with_article

K = TypeVar("K")
T = TypeVar("T")


def load(path: str | Path | None = None) -> "DataSet":
    """Read a data set and make sure that it holds.

    The one that comes with the program was validated when its digest was recorded and is not validated again;
    every other file is, whole.

    :param path: a file; by default the data set that comes with the program.
    :raises DataSetError: if the file cannot be read or does not hold.
    """
    place = bundled_path() if path is None else Path(path_called(str(path)))
    text = read_text(place)
    if not is_vouched_for(text):
        from scocli.validation import validate

        faults = validate(text)
        if faults:
            raise DataSetError(str(path or place), faults)
    return DataSet(records.read(text))


@cache
def _once(place: Path) -> "DataSet":
    return load(place)


def own() -> "DataSet":
    """The data set that comes with the program, read when it is first asked for, and once."""
    return _once(bundled_path())


def grouped(pairs: "Iterable[tuple[K, T]]") -> dict[K, tuple[T, ...]]:
    """What belongs to each key, in the order given."""
    found: dict[K, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


class Holding(NamedTuple):
    """A status period with its end, which the file leaves to the next period's beginning."""

    country: str
    period: records.StatusPeriod
    until: str | None

    def covers(self, day: str) -> bool:
        """Whether the status was held on a day."""
        return self.period.since <= day and (self.until is None or day < self.until)

    def overlaps(self, first: str, last: str) -> bool:
        """Whether the status was held on any day from `first` to `last`, both included."""
        return first <= last and self.period.since <= last and (self.until is None or first < self.until)


class Visit(NamedTuple):
    """A delegation, with the summit (or meeting of the other Council) it came to and the capacity in which it came."""

    summit: records.Meeting
    delegation: records.Delegation
    capacity: str

    @property
    def country(self) -> str:
        """The code of the country that sent it."""
        return self.delegation.country


class DataSet:
    """A validated data set with the indexes that queries use.

    :ivar data: the records as they stand in the file.
    :ivar council: the Council whose meetings are looked at: :meth:`of_council` gives it with those of the other.
    :ivar summits: its meetings by id, in order of time.
    :ivar planned: those of its meetings that are announced.
    :ivar meetings: the meetings of both Councils.
    """

    def __init__(self, data: records.Data) -> None:
        self.data = data
        self.language = "en"
        self._indexes: dict[str, object] = {}
        self.through = data.through
        self.founded = data.organization.founded.date
        self.countries: dict[str, records.Country] = {country.code: country for country in data.countries}
        self.categories: dict[str, records.Category] = {category.id: category for category in data.categories}
        self.council: CouncilId = "heads-of-state"
        self.summits: dict[str, records.Meeting] = {summit.id: summit for summit in data.summits}
        self.planned: dict[str, records.PlannedSummit] = {summit.id: summit for summit in data.planned_summits}
        of_government = {meeting.id: meeting for meeting in data.planned_heads_of_government_meetings}
        self.announced: dict[str, records.PlannedSummit] = self.planned | of_government
        premiers = {meeting.id: meeting for meeting in data.heads_of_government_meetings}
        self.meetings: dict[str, records.Meeting] = self.summits | premiers
        self.bodies: dict[str, records.Body] = {body.id: body for body in data.organization.bodies}
        self.permanent_bodies = [body for body in self.bodies.values() if (body.meets or "").startswith("permanent")]

    def of_council(self, council: CouncilId) -> "DataSet":
        """The same data set with the meetings of a Council in the place of summits: what is asked of these can be asked of them."""
        if council == self.council:
            return self
        return self.cached(f"council.{council}.{self.language}", lambda _: self._looking_at(council))

    def _looking_at(self, council: CouncilId) -> "DataSet":
        other = copy(self)
        for name in vars(type(self)).keys() & vars(self).keys():
            delattr(other, name)
        other._indexes = {}  # noqa: SLF001 - of the same class
        other.council = council
        other.summits = {name: met for name, met in self.meetings.items() if council_of(name) == council}
        other.planned = {name: met for name, met in self.announced.items() if council_of(name) == council}
        return other

    @cached_property
    def holdings(self) -> dict[str, tuple[Holding, ...]]:
        """Status periods of each country, by code, in order of time."""
        found = {}
        for code, country in self.countries.items():
            ends = (*(period.since for period in country.statuses[1:]), None)
            found[code] = tuple(Holding(code, *held) for held in zip(country.statuses, ends, strict=False))
        return found

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Every delegation to every summit, in order of time."""
        return tuple(visit for summit in self.summits for visit in self.visits_at[summit])

    @cached_property
    def visits_at(self) -> dict[str, tuple[Visit, ...]]:
        """Delegations to the meetings of both Councils, by the meeting's id."""
        capacity = self.capacity
        return {
            met.id: tuple(Visit(met, sent, capacity(met, sent.country)) for sent in met.delegations)
            for met in self.meetings.values()
        }

    @cached_property
    def visits_of(self) -> dict[str, tuple[Visit, ...]]:
        """Delegations to summits by country code and by the leader's name."""
        to = ((subject, visits) for (subject, meeting), visits in self._visits_to.items() if meeting in self.summits)
        return grouped((subject, visit) for subject, visits in to for visit in visits)

    @cached_property
    def _visits_to(self) -> dict[tuple[str, str], tuple[Visit, ...]]:
        """Delegations by country code or the leader's name, and the id of the summit or other meeting."""
        return grouped(
            ((subject, meeting), visit)
            for meeting, visits in self.visits_at.items()
            for visit in visits
            for subject in (visit.country, visit.delegation.leader and self.person(visit.delegation.leader))
            if subject
        )

    def visits_to(self, summit: records.Meeting, subject: str) -> tuple[Visit, ...]:
        """The delegations of a country, or those that a person led, to a summit or other meeting."""
        return self._visits_to.get((subject, summit.id), ())

    @cached_property
    def represented_countries(self) -> dict[str, frozenset[str]]:
        """Countries for which a person led a delegation, or is said to have stayed away, by the person's name."""
        met = self.meetings.values()
        acted = [(sent.leader, sent.country) for summit in met for sent in summit.delegations]
        acted += [(away.person, away.country) for summit in met for away in summit.absences]
        found = grouped((self.person(name), country) for name, country in acted if name)
        return {person: frozenset(countries) for person, countries in found.items()}

    @cached_property
    def represented_organizations(self) -> dict[str, tuple[tuple[records.Meeting, records.Organization], ...]]:
        """Summits at which a person represented an international organisation, by the person's name."""
        there = ((met, found) for met in self.meetings.values() for found in met.organizations)
        return grouped((self.person(found.participant), (met, found)) for met, found in there if found.participant)

    @cached_property
    def present(self) -> dict[str, frozenset[str]]:
        """The codes of the countries that came to a summit or other meeting, by its id."""
        return {m.id: frozenset(delegation.country for delegation in m.delegations) for m in self.meetings.values()}

    @cached_property
    def absent(self) -> dict[str, frozenset[str]]:
        """The codes of the countries that a source says stayed away, by the id of the summit or other meeting."""
        return {m.id: frozenset(absence.country for absence in m.absences) for m in self.meetings.values()}

    def summit_on(self, day: str) -> str | None:
        """The summit that was sitting on a day."""
        return next((summit.id for summit in self.data.summits if summit.start <= day <= summit.end), None)

    @cached_property
    def _persons(self) -> dict[str, str]:
        aliases = {alias: person.name for person in self.data.persons for alias in person.aliases}
        return aliases | {person.name: person.name for person in self.data.persons}

    def person(self, name: str) -> str:
        """The name under which a person is listed, of a name as a record writes it."""
        return self._persons[name]

    def chair(self, meeting: records.Meeting) -> str | None:
        """Who chaired a meeting, as the person is listed; ``None`` where that was not read."""
        return self.person(meeting.chair_person) if meeting.chair_person else None

    def name(self, code: str) -> str:
        """Short name of a country, in English unless :meth:`in_language` says otherwise; also of one that it has no record of."""
        country = self.countries.get(code)
        if country is None:
            from scocli import world

            return world.name(code, self.language) or code
        return str(getattr(country.names, self.language))

    def in_text(self, code: str) -> str:
        """The name of a country inside a sentence."""
        return with_article(self.name(code))

    def place(self, code: str) -> str:
        """Where a country stands among others wherever countries are shown: by its name, accents and capitals aside."""
        key = f"places.{self.language}"
        places = self.cached(key, lambda _: {each: fold(self.name(each)) for each in self.countries})
        return places.get(code) or fold(self.name(code))

    def in_order(self, codes: Iterable[str]) -> list[str]:
        """Codes of countries in the order in which they are shown."""
        return sorted(codes, key=self.place)

    def in_language(self, language: str) -> "DataSet":
        """The same data set with the names of countries in English (``en``), Russian (``ru``) or Chinese (``zh``)."""
        other = copy(self)
        other.language = language
        return other

    def cached(self, key: str, make: "Callable[[DataSet], T]") -> T:
        """An index made from this data set once, when it is first needed."""
        if key not in self._indexes:
            self._indexes[key] = make(self)
        return cast("T", self._indexes[key])

    def holding_on(self, code: str, day: str) -> Holding | None:
        """The status that a country held on a day."""
        for holding in self.holdings.get(code, ()):
            if holding.covers(day):
                return holding
        return None

    def status_on(self, code: str, day: str) -> str | None:
        """Category id of the status that a country held on a day."""
        holding = self.holding_on(code, day)
        return holding.period.category if holding else None

    def capacity(self, summit: records.Meeting, code: str) -> str:
        """In what capacity a country attends: its status on the summit's :func:`~scocli.days.capacity_day`, else ``guest``."""
        return self.status_on(code, self.capacity_days[summit.id]) or "guest"

    @cached_property
    def capacity_days(self) -> dict[str, str]:
        """The day whose statuses count at a summit or other meeting, by its id."""
        return {meeting.id: capacity_day(meeting.start, self.founded) for meeting in self.meetings.values()}

    def applications(self, code: str | None = None) -> Iterator[records.Application]:
        """Requests for a status, of one country or of all."""
        return (found for found in self.data.applications if code in (None, found.country))

    def conflicts(self, *subjects: str) -> tuple[records.Conflict, ...]:
        """Disagreements between sources about any of the subjects (codes, category or summit ids)."""
        places = sorted({place for subject in subjects for place in self._conflicts_on.get(subject, ())})
        return tuple(self.data.conflicts[place] for place in places)

    @cached_property
    def _conflicts_on(self) -> dict[str, tuple[int, ...]]:
        conflicts = enumerate(self.data.conflicts)
        return grouped((subject, place) for place, conflict in conflicts for subject in conflict.concerns)

    def source(self, source_id: str) -> records.Source:
        """A source by its id."""
        return self.data.sources[source_id]
