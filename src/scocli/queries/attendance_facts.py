"""The facts of what one country or person attended: for each its value and its sentence."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from scocli.dataset import DataSet, Visit
from scocli.days import spoken_range
from scocli.facts.nouns import NOUNS
from scocli.facts.presence import absences_of, is_country
from scocli.queries.common import (
    NOT_RECORDED,
    Draft,
    in_words,
    is_unknown,
    labels,
    led_by,
    manner,
    period_between,
    plural,
    summit_name,
    summits_in,
)
from scocli.queries.presence import attended, meets, missed, subject_name
from scocli.text import capitalized, listed

if TYPE_CHECKING:
    from scocli.models import Summit
    from scocli.queries.attendance import Attendance


class Record:
    """What is on record of one country or person at the summits that a query asks about."""

    def __init__(self, data: DataSet, query: "Attendance", subject: str) -> None:
        self.data = data
        self.query = query
        self.subject = subject
        self.is_country = is_country(subject)
        self.name = subject_name(data, subject)
        self.period = period = period_between(query.first, query.last)
        self.summits = [
            summit
            for summit in summits_in(data, period)
            if (not query.at or summit.id in query.at)
            and (not query.host or summit.country in query.host)
            and (not query.city or summit.city in query.city)
        ]
        asked = {summit.id for summit in self.summits}
        self.all_visits = [visit for visit in data.visits_of.get(subject, ()) if visit.summit.id in asked]
        led = [visit for visit in self.all_visits if not self.is_left_out(visit)]
        self.visits = [visit for visit in led if meets(data, query, visit)]
        self.absences = [
            (summit, absence) for summit in self.summits for absence in absences_of(data, subject, summit, query.office)
        ]
        self.for_organizations = [
            (summit, organization)
            for summit, organization in data.represented_organizations.get(subject, ())
            if summit.id in asked and not query.is_restricted
        ]
        came = {visit.summit.id for visit in self.visits} | {summit.id for summit, _ in self.for_organizations}
        self.attended = [summit for summit in self.summits if summit.id in came]
        self.is_beyond_data = is_unknown(data, period)
        self.how = manner(query, one=True, sent="with a delegation ")
        self.which = (
            " " + listed([summit_name(data.summits[summit]) for summit in query.at])
            if query.at
            else "".join([f" in {data.in_text(code)}" for code in query.host] + [f" in {city}" for city in query.city])
            + in_words(period)
        )

    def is_left_out(self, visit: Visit) -> bool:
        """Whether the person who led a delegation is one that the query is not about."""
        leader = visit.delegation.leader
        return leader is not None and self.data.person(leader) in self.query.besides

    @property
    def unnamed(self) -> list[Visit]:
        """The delegations that count, or may count, and whose leader no source names; of a person those of the same country."""
        countries = {self.subject} if self.is_country else self.data.represented_countries.get(self.subject, ())
        visits = (visit for summit in self.summits for visit in self.data.visits_at[summit.id])
        return [v for v in visits if v.country in countries and meets(self.data, self.query, v) is not False]

    @property
    def where(self) -> str:
        """The same as a place: ' at the Astana summit of 2024', ' at summits of the SCO in 2017'."""
        return f" at{self.which}" if self.query.at else f" at summits of the SCO{self.which}"

    def at(self, *summits: "Summit") -> str:
        """Where something was, in brackets, unless the sentence is about one summit."""
        return "" if len(self.query.at) == 1 else f" ({labels(summits)})"

    @cached_property
    def expected(self) -> "list[Summit]":
        """The summits that count as missed by a country if it did not come: those at which it held a status, or was looked for."""
        if self.query.capacity:
            return [s for s in self.summits if self.data.capacity(s, self.subject) in self.query.capacity]
        if not self.is_country or self.query.at:
            return self.summits
        documented = {summit.id for summit, absence in self.data.absences if absence.country == self.subject}
        return [s for s in self.summits if s.id in documented or self.data.capacity(s, self.subject) != "guest"]

    @cached_property
    def missed(self) -> "list[Summit]":
        """Those of them that are known to have been missed."""
        return [s for s in self.expected if missed(self.data, self.subject, s, self.query.office)]

    @cached_property
    def course(self) -> "list[tuple[Summit, bool | None]]":
        """The summits, and whether the subject came as the query asks; ``None`` where nothing is recorded."""
        return [(summit, attended(self.data, self.query, self.subject, summit)) for summit in self.summits]

    def grouped(self, said: Callable[[Visit], str]) -> list[str]:
        """What is to be said of the visits, each once, with the summits of which it is true."""
        summits: dict[str, list[Summit]] = {}
        for visit in self.visits:
            summits.setdefault(said(visit), []).append(visit.summit)
        return [f"{words}{self.at(*at)}" for words, at in summits.items()]


def _list(record: Record) -> Draft:
    """What was attended."""
    name, which, how = record.name, record.which, record.how
    if record.attended and record.query.at:
        text = f"{name} attended {listed([summit_name(summit) for summit in record.attended])}{how}."
    elif record.attended:
        shown = labels(record.attended)
        text = f"{name} attended {plural(len(record.attended), 'summit')} of the SCO{how}{which}: {shown}."
    elif not record.query.at:
        text = f"no attendance of {name} at a summit of the SCO{which}{how} is recorded."
    elif any(came is None for _, came in record.course):
        text = f"not recorded: nothing is known of {name} at{which}{how}."
    else:
        text = f"{name} did not attend{which}{how}."
    return Draft("summits", [summit.id for summit in record.attended], capitalized(text))


def _count(record: Record) -> Draft:
    return Draft("number", len(record.attended), _list(record).text)


def _one_of(record: Record) -> Draft:
    """The first or the last that was attended."""
    if not record.attended:
        return _list(record)
    ordinal, summit = _chosen(record)
    led = [f" ({led_by(visit.delegation)})" for visit in record.visits if visit.summit is summit]
    when = f"{summit.city}, {spoken_range(summit.start, summit.end)}{''.join(led)}"
    text = f"The {ordinal} summit attended by {record.name}{record.how}{record.which}: {when}."
    return Draft("summits", [summit.id], text)


def _date_of_one(record: Record) -> Draft:
    """The first day of that one."""
    return Draft("date", _chosen(record)[1].start if record.attended else "none", _one_of(record).text)


def _chosen(record: Record) -> "tuple[str, Summit]":
    """Which of those attended is asked for, 'first' or 'last', and the summit."""
    ordinal = record.query.show.removesuffix("-date")
    return ordinal, record.attended[0 if ordinal == "first" else -1]


def _missed(record: Record) -> Draft:
    """What is known to have been missed."""
    return Draft("summits", [summit.id for summit in record.missed], capitalized(f"{_known_missed(record)}."))


def _missed_count(record: Record) -> Draft:
    return Draft("number", len(record.missed), _missed(record).text)


def _known_missed(record: Record) -> str:
    office = record.query.office
    who = f"the {office} of {record.name}" if office else record.name
    if record.query.at:
        known = "is" if record.missed else "is not"
        return f"{who} {known} known to have stayed away from {listed([summit_name(s) for s in record.missed or record.summits])}"
    if not record.missed:
        return f"{who} is not known to have missed a summit of the SCO{record.which}"
    count = plural(len(record.missed), "summit")
    return f"{who} is known to have missed {count} of the SCO{record.which}: {labels(record.missed)}"


def _people(record: Record) -> Draft:
    """Who led the delegations."""
    people = sorted({record.data.person(v.delegation.leader) for v in record.visits if v.delegation.leader})
    said = "; ".join(record.grouped(lambda visit: led_by(visit.delegation)))
    besides = f", besides {listed(record.query.besides)}," if record.query.besides else ""
    text = (
        f"{record.name} was represented{record.where}{record.how}{besides} by {said}."
        if said
        else f"nobody{besides} is recorded to have represented {record.name}{record.where}{record.how}."
    )
    return Draft("people", people, capitalized(text))


def _country(record: Record) -> Draft:
    """For which countries a person came."""
    codes = sorted({visit.delegation.country for visit in record.visits})
    said = listed([record.data.in_text(code) for code in record.data.in_order(codes)]) or "no country on record"
    return Draft("countries", codes, f"{record.name} represented {said}{record.where}.")


def _role(record: Record) -> Draft:
    """In what office the heads of the delegations came."""
    roles = record.grouped(lambda visit: visit.delegation.role or "leader, whom the sources do not name")
    of_organizations: dict[str, list[Summit]] = {}
    for summit, found in record.for_organizations:
        of_organizations.setdefault(found.role or f"for {found.name}", []).append(summit)
    roles += [f"{role}{record.at(*summits)}" for role, summits in of_organizations.items()]
    values = sorted({v.delegation.role for v in record.visits if v.delegation.role} | set(of_organizations))
    said = "; ".join(roles)
    if record.is_country and said:
        return Draft("text", values, capitalized(f"{record.name} was represented{record.where} by its {said}."))
    return Draft("text", values, _as(record, said))


def _capacity(record: Record) -> Draft:
    """In what capacity a country came."""
    capacities = list(dict.fromkeys(visit.capacity for visit in record.visits))
    said = listed(record.grouped(lambda visit: NOUNS[visit.capacity].one))
    value = capacities[0] if len(capacities) == 1 else capacities or NOT_RECORDED
    return Draft("status", value, _as(record, said))


def _as(record: Record, said: str) -> str:
    to = f" to{record.which}" if record.query.at else f" to summits of the SCO{record.which}"
    if not said:
        return f"Not recorded: nothing is known of {record.name}{record.where}."
    return capitalized(f"{record.name} came{to} as {said}.")


def _any(record: Record) -> Draft:
    """Whether a summit was attended; the text is what is true, whichever is asked."""
    values = [came for _, came in record.course]
    value = True if True in values else NOT_RECORDED if None in values or record.is_beyond_data else False
    count = plural(len(record.attended), "summit") if len(record.attended) > 1 else "a summit"
    summits = record.which if record.query.at else f" {count}{record.which}"
    if value == NOT_RECORDED:
        claim = f"nothing is known of {record.name} at{summits}{record.how}"
        if not record.query.at:
            claim = f"no attendance of {record.name} at a summit{record.which}{record.how} is recorded, nor that there was none"
        claim = _untold(record) or claim
    else:
        if value and record.query.at:
            summits = f" {listed([summit_name(summit) for summit in record.attended])}"
        claim = f"{record.name} {'attended' if value else 'did not attend'}{summits}{record.how}{_beside(record)}"
    return Draft("yes-no", _negated(record, value), claim)


def _all(record: Record) -> Draft:
    """Whether every summit was attended; the text is what is true, whichever is asked."""
    values = [came for _, came in record.course]
    value = False if False in values else NOT_RECORDED if None in values or record.is_beyond_data else bool(values)
    summits = f"{record.which if record.query.at else f' every summit{record.which}'}{record.how}"
    not_so = [summit for summit, came in record.course if came is (None if value == NOT_RECORDED else False)]
    if value == NOT_RECORDED:
        claim = f"nothing is known of {record.name} at {labels(not_so) or f'a summit{record.which}'}{record.how}"
        claim = _untold(record) or claim
    elif value:
        claim = f"{record.name} attended{summits}{_beside(record)}"
    else:
        exceptions = f": not {labels(not_so)}" if not_so and len(values) > 1 else ""
        claim = f"{record.name} did not attend{summits}{exceptions}"
    return Draft("yes-no", _negated(record, value), claim)


def _untold(record: Record) -> str | None:
    """What is known of a country of whose delegation it is not known how it was led; nothing if there is no such delegation."""
    if not (record.is_country and record.unnamed):
        return None
    return f"{record.name} attended {labels(v.summit for v in record.unnamed)}, but whether{record.how} is not told"


def _beside(record: Record) -> str:
    """What stands beside 'attended', in brackets: who led the delegation, or which summits they were."""
    if not record.query.at or record.query.office:
        return f" ({labels(record.attended)})" if record.attended else ""
    led = record.grouped(lambda visit: f"its delegation was led by {led_by(visit.delegation)}")
    return f" ({'; '.join(led)})" if led and record.is_country else ""


def _missed_any(record: Record) -> Draft:
    """Whether a summit is known to have been missed; the text is what is known, whichever is asked."""
    unknown = any(missed(record.data, record.subject, s, record.query.office) is None for s in record.expected)
    value = True if record.missed else NOT_RECORDED if unknown or record.is_beyond_data else False
    return Draft("yes-no", _negated(record, value), _known_missed(record))


def _negated(record: Record, value: bool | str) -> bool | str:
    return not value if record.query.negated and isinstance(value, bool) else value


FACTS: dict[str, Callable[[Record], Draft]] = {
    "list": _list,
    "count": _count,
    "first": _one_of,
    "last": _one_of,
    "first-date": _date_of_one,
    "last-date": _date_of_one,
    "missed": _missed,
    "missed-count": _missed_count,
    "people": _people,
    "country": _country,
    "capacity": _capacity,
    "role": _role,
    "any": _any,
    "all": _all,
    "missed-any": _missed_any,
}
"""What ``--show`` shows."""
