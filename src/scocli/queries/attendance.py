"""What a country or person attended, and what they are known to have missed."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from scocli.answers import Cell, Column, Table
from scocli.dataset import DataSet, Visit
from scocli.days import spoken_range
from scocli.queries.base import (
    DelegationQuery,
    GoesWith,
    argument,
    command_line,
    from_option,
    option,
    to_option,
)
from scocli.queries.common import (
    COVERAGE,
    NOUNS,
    SUMMIT,
    Draft,
    holds_office,
    in_words,
    is_about_any,
    led_by,
    manner,
    meets,
    period_between,
    plural,
    stayed_away,
    summit_disputes,
    summit_name,
    summits_in,
    yes_no,
)
from scocli.queries.common import came as came_to
from scocli.text import listed

if TYPE_CHECKING:
    from scocli.models import Absence, Summit

SHOWN = (
    "list",
    "count",
    "first",
    "last",
    "missed",
    "missed-count",
    "people",
    "country",
    "capacity",
    "role",
    "any",
    "all",
    "missed-any",
)


@dataclass(frozen=True, kw_only=True)
class Attendance(DelegationQuery):
    """Every summit that a country or person attended; apart, documented absences and what is not recorded.

    ``--show any`` asks whether they attended any of these summits, ``all`` whether every one, ``missed-any`` whether they
    are known to have missed one; ``people`` who led the delegations, ``capacity`` in what capacity they came.
    """

    verb: ClassVar[str] = "attendance"
    subjects: tuple[str, ...] = argument(
        "subject", "Country or person; several only with '--show any', 'all' or 'missed-any'."
    )
    at: tuple[str, ...] = option("--at", "Summits", "summit", "Only this summit; repeat for more.", ())
    host: tuple[str, ...] = option(
        "--host", "Summits", "country", "Only summits held in this country; repeat for more.", ()
    )
    city: tuple[str, ...] = option("--city", "Summits", "city", "Only summits held in this city; repeat for more.", ())
    first: str | None = from_option()
    last: str | None = to_option()
    unlisted: bool = option("--all", "Summits", "flag", "Also list the summits for which nothing is recorded.", False)
    negated: bool = option("--not", "Question", "flag", "With '--show any' or 'missed-any': ask the opposite.", False)
    either: bool = option(
        "--either", "Question", "flag", "Of several subjects: ask whether one of them did, not whether all did.", False
    )
    show: str = option("--show", "Question", "choice", "The summits or one fact of them.", "list", SHOWN)

    goes_with: ClassVar[tuple[GoesWith, ...]] = (
        GoesWith(("negated",), "'--show any', 'all' or 'missed-any'", lambda q: q.asks),
        GoesWith(("either",), "several subjects", lambda q: len(q.subjects) > 1),
        GoesWith(("either",), "no --not", lambda q: not q.negated),
        GoesWith(("unlisted",), "no --at and no --office", lambda q: not (q.at or q.office)),
        GoesWith(("level", "mode"), "no '--show missed'", lambda q: not q.show.startswith("missed")),
        GoesWith(("at",), "no --host, --city, --from or --to", lambda q: not (q.host or q.city or q.first or q.last)),
        GoesWith(
            ("subjects",),
            "'--show any', 'all' or 'missed-any' where there are several; see also 'sco summits --attended-by'",
            lambda q: len(q.subjects) == 1 or q.asks,
        ),
        GoesWith(("show",), "a person for country, a country for people and capacity", lambda q: q.suits),
    )

    @property
    def asks(self) -> bool:
        """Whether it asks for yes or no."""
        return self.show in ("any", "all", "missed-any")

    @property
    def suits(self) -> bool:
        """Whether what is to be shown is told of such a subject."""
        if self.show in ("people", "capacity"):
            return is_country(self.subject)
        return self.show != "country" or not is_country(self.subject)

    @property
    def subject(self) -> str:
        """The one subject, or the first."""
        return self.subjects[0]


_COLUMNS = (
    Column("date", "Date", "date"),
    SUMMIT,
    Column("capacity", "Capacity", "category"),
    Column("leader", "Led by"),
    Column("role", "Role"),
    Column("level", "Level"),
    Column("mode", "Mode"),
    Column("session", "Session"),
    Column("note", "Note"),
)
_COUNTRY = Column("country", "Country", "country")
_ABSENCES = (Column("date", "Date", "date"), SUMMIT, Column("who", "Who stayed away"), Column("note", "Note"))
_FOR_ORGANIZATIONS = (
    Column("date", "Date", "date"),
    SUMMIT,
    Column("organization", "Organisation"),
    Column("role", "Role"),
    Column("note", "Note"),
)
_UNLISTED = (Column("date", "Date", "date"), SUMMIT, Column("capacity", "Capacity then", "category"))


def is_country(subject: str) -> bool:
    """Whether a subject is a country's code, not a person's name."""
    return len(subject) == 2 and subject.isupper()


def _absences(data: DataSet, subject: str, summit: "Summit", office: str | None = None) -> "list[Absence]":
    """A country's documented absences at a summit, or those of a person or of the holder of an office."""
    if not is_country(subject):
        return [absence for absence in summit.absences if absence.person and data.person(absence.person) == subject]
    found = [absence for absence in summit.absences if absence.country == subject]
    return [absence for absence in found if holds_office(absence.role, office)] if office else found


def missed(data: DataSet, subject: str, summit: "Summit", office: str | None = None) -> bool | None:
    """Whether a country, a person or the holder of an office is known to have stayed away from a summit.

    Of a person only what a source says counts: that somebody else led the delegation is no absence.
    """
    led = data.visits_to(summit, subject)
    if is_country(subject) and office is None:
        return stayed_away(data, summit, subject)
    absences = [absence for absence in _absences(data, subject, summit, office) if not absence.session]
    if absences:
        return True
    if is_country(subject):
        return False if any(holds_office(visit.delegation.role, office or "") for visit in led) else None
    return False if led else None


def answer(data: DataSet, query: Attendance, today: str) -> Draft:
    """The summits attended, or the fact of them that was asked for."""
    if len(query.subjects) > 1:
        return _together(data, query, today)
    period = period_between(query.first, query.last)
    summits = [
        summit
        for summit in summits_in(data, period)
        if (not query.at or summit.id in query.at)
        and (not query.host or summit.country in query.host)
        and (not query.city or summit.city in query.city)
    ]
    wanted = {summit.id for summit in summits}
    every = [visit for visit in data.visits_of.get(query.subject, ()) if visit.summit.id in wanted]
    visits = [visit for visit in every if meets(query, visit)]
    absences = [
        (summit, absence) for summit in summits for absence in _absences(data, query.subject, summit, query.office)
    ]
    name = data.name(query.subject) if is_country(query.subject) else query.subject
    which = _which(data, query) + in_words(period)
    for_organizations = [
        (summit, organization)
        for summit, organization in data.represented_organizations.get(query.subject, ())
        if summit.id in wanted and not query.is_restricted
    ]
    came = {visit.summit.id for visit in visits} | {summit.id for summit, _ in for_organizations}
    draft = _answer(data, query, name, which, summits, visits, [summit for summit in summits if summit.id in came])
    if query.show.startswith("missed"):
        draft.tables = ()
    else:
        draft.tables = (
            Table(f"Attended by {name}", _columns(query), tuple(_row(data, query, visit) for visit in visits)),
        )
    if for_organizations:
        represented = tuple((s.start, s.id, o.name, o.role, o.note) for s, o in for_organizations)
        draft.tables += (Table("For an international organisation", _FOR_ORGANIZATIONS, represented),)
        draft.cite(*(organization.sources for _, organization in for_organizations))
    rows = tuple((summit.start, summit.id, _who(absence), absence.note) for summit, absence in absences)
    if rows or query.show.startswith("missed"):
        draft.tables += (Table("Documented absences", _ABSENCES, rows),)
    _say_unlisted(data, query, draft, name, summits, {*came, *(visit.summit.id for visit in every)}, absences)
    draft.cite(*(visit.delegation.sources for visit in visits), *(absence.sources for _, absence in absences))
    if len(wanted) == 1:
        codes = {query.subject} if is_country(query.subject) else data.represented_countries.get(query.subject, ())
        draft.notes += summit_disputes(
            data,
            summits[0].id,
            lambda conflict: (
                is_about_any(conflict, codes) or (bool(for_organizations) and "representative" in conflict.bears_on)
            ),
        )
        draft.cite(*(data.summits[summit].sources for summit in wanted))
        if not visits:
            draft.cite(*(visit.delegation.sources for visit in every))
    return draft if draft.cited else draft.cite(*(summit.sources[:1] for summit in summits))


def _together(data: DataSet, query: Attendance, today: str) -> Draft:
    """Whether all of several subjects did, or (``either``) any of them."""
    parts = [answer(data, replace(query, subjects=(subject,), either=False), today) for subject in query.subjects]
    values = [part.value for part in parts]
    decisive = bool(query.either)
    value = decisive if decisive in values else "not-recorded" if "not-recorded" in values else not decisive
    draft = Draft("yes-no", value, "")
    verdict = "Yes" if value is True else "No" if value is False else "Not recorded"
    draft.text = f"{verdict}. " + " ".join(part.text for part in parts)
    for part in parts:
        draft.tables += part.tables
        draft.notes += part.notes
        draft.cite(part.cited)
    return draft


def _columns(query: Attendance) -> tuple[Column, ...]:
    return _COLUMNS if is_country(query.subject) else (*_COLUMNS[:2], _COUNTRY, *_COLUMNS[2:])


def _row(data: DataSet, query: Attendance, visit: Visit) -> tuple[Cell, ...]:
    delegation = visit.delegation
    head: tuple[Cell, ...] = (visit.summit.start, visit.summit.id)
    if not is_country(query.subject):
        head += (data.name(delegation.country),)
    rest = (delegation.leader, delegation.role, delegation.level, delegation.mode, delegation.session, delegation.note)
    return (*head, visit.capacity, *rest)


def _who(absence: "Absence") -> str:
    who = absence.person or absence.role or "the country"
    return f"{who} ({absence.session} only)" if absence.session else who


def _which(data: DataSet, query: Attendance) -> str:
    """The summits that are asked about, in words."""
    if query.at:
        return " " + listed([summit_name(data.summits[summit]) for summit in query.at])
    where = [f" in {data.name(code)}" for code in query.host] + [f" in {city}" for city in query.city]
    return "".join(where)


def _answer(
    data: DataSet,
    query: Attendance,
    name: str,
    which: str,
    summits: "list[Summit]",
    visits: list[Visit],
    came: "list[Summit]",
) -> Draft:
    ids = [summit.id for summit in came]
    how = manner(query)
    if query.show in ("any", "all"):
        return _whether(data, query, name, which, summits, visits, came)
    if query.show in ("missed", "missed-count", "missed-any"):
        return _missed(data, query, name, which, summits)
    if query.show == "people":
        people = sorted({data.person(v.delegation.leader) for v in visits if v.delegation.leader})
        led = [f"{led_by(v.delegation)} ({v.summit.city} {v.summit.start[:4]})" for v in visits]
        where = f" at{which}" if query.at else which or " at summits of the SCO"
        text = f"Represented {name}{where}{how}: {listed(led) or 'nobody is recorded'}."
        return Draft("people", people, text)
    if query.show == "country":
        codes = sorted({visit.delegation.country for visit in visits})
        said = listed([data.name(code) for code in data.in_order(codes)]) or "no country on record"
        return Draft("countries", codes, f"{name} represented {said}{which}.")
    if query.show == "role":
        roles = [f"{v.delegation.role} ({v.summit.city} {v.summit.start[:4]})" for v in visits]
        values = sorted({v.delegation.role for v in visits})
        return Draft(
            "text", values, f"{name} came{' to' + which if query.at else which} as: {listed(roles) or 'not recorded'}."
        )
    if query.show == "capacity":
        capacities = list(dict.fromkeys(visit.capacity for visit in visits))
        held = [f"{NOUNS[v.capacity].one} ({v.summit.city} {v.summit.start[:4]})" for v in visits]
        value = capacities[0] if len(capacities) == 1 else "not-recorded" if not visits else capacities
        return Draft(
            "status",
            value,
            f"{name} came{' to' + which if query.at else which} as {listed(held) or 'nothing recorded'}.",
        )
    text = _attended_text(data, query, name, which, came)
    if query.show == "count":
        return Draft("number", len(ids), text)
    if query.show in ("first", "last"):
        chosen = came[:1] if query.show == "first" else came[-1:]
        leaders = {visit.summit.id: f" ({led_by(visit.delegation)})" for visit in visits}
        dates = [f"{s.city}, {spoken_range(s.start, s.end)}{leaders.get(s.id, '')}" for s in chosen]
        text = f"The {query.show} summit attended by {name}{how}{which}: {dates[0]}." if chosen else text
        return Draft("summits", [summit.id for summit in chosen], text)
    return Draft("summits", ids, text)


def _attended_text(data: DataSet, query: Attendance, name: str, which: str, came: "list[Summit]") -> str:
    """What was attended, in one sentence."""
    how = manner(query)
    if not came and query.at:
        known = [_attended(data, query, data.summits[summit], set()) for summit in query.at]
        if None in known:
            return f"Not recorded: nothing is known of {name} at{which}{how}."
        return f"{name} did not attend{which}{how}."
    if not came:
        return f"No attendance of {name} at a summit of the SCO{which}{how} is recorded."
    if query.at:
        return f"{name} attended {listed([summit_name(summit) for summit in came])}{how}."
    shown = listed([f"{summit.city} {summit.start[:4]}" for summit in came])
    return f"{name} attended {plural(len(came), 'summit')} of the SCO{how}{which}: {shown}."


def _attended(data: DataSet, query: Attendance, summit: "Summit", came: set[str]) -> bool | None:
    """Whether the subject came to a summit in the way asked about; ``None`` where nothing is recorded."""
    if summit.id in came:
        return True
    if is_country(query.subject) and query.office is None and came_to(data, summit, query.subject) is False:
        return False
    gone = missed(data, query.subject, summit, query.office)
    if gone is True:
        return False
    if data.visits_to(summit, query.subject):
        return False  # It came, but not in that capacity, or at that level.
    return False if gone is None and _would_be_listed(data, query.subject, summit) else None


def _would_be_listed(data: DataSet, subject: str, summit: "Summit") -> bool:
    """Whether a person who is not on a summit's list did not lead a delegation there.

    So it is where the list is complete for the group of the country that the person is on record for.
    """
    if is_country(subject):
        return False
    countries = data.represented_countries.get(subject, ())
    groups = [getattr(summit.coverage, COVERAGE[data.capacity(summit, country)]) for country in countries]
    return bool(groups) and all(group == "complete" for group in groups)


def _whether(
    data: DataSet,
    query: Attendance,
    name: str,
    which: str,
    summits: "list[Summit]",
    visits: list[Visit],
    came: "list[Summit]",
) -> Draft:
    """Yes, no, or not recorded."""
    attended = {summit.id for summit in came}
    found = [_attended(data, query, summit, attended) for summit in summits]
    if query.show == "all":
        value: object = bool(found) and all(found)
        value = False if False in found else "not-recorded" if None in found else value
    else:
        value = True in found
        value = value or ("not-recorded" if None in found else False)
    if query.negated and isinstance(value, bool):
        value = not value
    how = manner(query)
    place = f"{which}" if query.at else f" {'every' if query.show == 'all' else 'a'} summit{which}"
    if query.at and not query.office:
        led = (
            "; ".join(f"its delegation was led by {led_by(v.delegation)}" for v in visits)
            if is_country(query.subject)
            else ""
        )
        led = f" ({led})" if led else ""
    else:
        led = f" ({listed([f'{summit.city} {summit.start[:4]}' for summit in came])})" if came else ""
    verb = {True: "attended", False: "did not attend"}.get(
        bool(came) if value != "not-recorded" and query.show == "any" else value is True
    )
    if value == "not-recorded":
        text = f"Not recorded: nothing is known of {name} at{place}{how}{led}."
    else:
        text = yes_no(value, f"{name} {verb}{place}{how}{led}")
    return Draft("yes-no", value, text)


def _missed(data: DataSet, query: Attendance, name: str, which: str, summits: "list[Summit]") -> Draft:
    if query.capacity:
        summits = [summit for summit in summits if data.capacity(summit, query.subject) in query.capacity]
    elif is_country(query.subject) and not query.at:
        documented = {summit.id for summit, absence in data.absences if absence.country == query.subject}
        summits = [s for s in summits if s.id in documented or data.capacity(s, query.subject) != "guest"]
    gone = [summit for summit in summits if missed(data, query.subject, summit, query.office) is True]
    shown = listed([f"{summit.city} {summit.start[:4]}" for summit in gone])
    who = f"the {query.office} of {name}" if query.office else name
    text = f"Summits of the SCO{which} that {who} is known to have missed ({len(gone)}): {shown or 'none'}."
    if query.show == "missed-count":
        return Draft("number", len(gone), text)
    if query.show == "missed-any":
        known = [missed(data, query.subject, summit, query.office) for summit in summits]
        value: object = True if gone else "not-recorded" if None in known else False
        if query.negated and isinstance(value, bool):
            value = not value
        if query.at:
            stayed = "is known to have stayed away from" if gone else "is not known to have stayed away from"
            text = f"{who} {stayed} {listed([summit_name(summit) for summit in gone or summits])}."
        return Draft("yes-no", value, yes_no(value, text[:-1]))
    return Draft("summits", [summit.id for summit in gone], text)


def _say_unlisted(
    data: DataSet,
    query: Attendance,
    draft: Draft,
    name: str,
    summits: "list[Summit]",
    came: set[str],
    absences: "list[tuple[Summit, Absence]]",
) -> None:
    """Of how many other summits nothing is recorded, and on request which."""
    if query.at or query.office:
        return
    named = came | {summit.id for summit, _ in absences}
    silent = [summit for summit in summits if summit.id not in named]
    if is_country(query.subject):
        known = {summit.id for summit in silent if stayed_away(data, summit, query.subject)}
        if known:
            draft.notes.append(
                f"Of {plural(len(known), 'further summit')} the list is complete for its group, and {name} is not on it."
            )
        silent = [summit for summit in silent if summit.id not in known]
    if silent:
        hint = "" if query.unlisted else f" ({command_line(replace(query, unlisted=True))})"
        draft.notes.append(f"Of {plural(len(silent), 'other summit')} nothing is recorded.{hint}")
    if query.unlisted:
        rows = tuple(
            (s.start, s.id, data.capacity(s, query.subject) if is_country(query.subject) else None) for s in silent
        )
        draft.tables += (Table("Nothing recorded", _UNLISTED, rows),)
