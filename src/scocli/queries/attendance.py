"""What a country or person attended, and what they are known to have missed."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from scocli.answers import Cell, Column, Table
from scocli.dataset import DataSet, Visit
from scocli.facts.presence import is_country
from scocli.queries.attendance_facts import FACTS, Record
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
    COUNTRY,
    NOT_RECORDED,
    SUMMIT,
    Draft,
    beyond_data,
    is_about_any,
    plural,
    summit_disputes,
    who_stayed_away,
    yes_no,
)
from scocli.queries.presence import REPRESENTED, attended, represented, unnamed_leaders

if TYPE_CHECKING:
    from scocli.models import Conflict, Summit


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
    besides: tuple[str, ...] = option(
        "--besides", "Delegations", "person", "With '--show people': leave this person out; repeat for more.", ()
    )
    first: str | None = from_option()
    last: str | None = to_option()
    unlisted: bool = option("--all", "Summits", "flag", "Also list the summits for which nothing is recorded.", False)
    negated: bool = option(
        "--not", "Question", "flag", "With '--show any', 'all' or 'missed-any': ask the opposite.", False
    )
    either: bool = option(
        "--either", "Question", "flag", "Of several subjects: ask whether one of them did, not whether all did.", False
    )
    show: str = option("--show", "Question", "choice", "The summits or one fact of them.", "list", tuple(FACTS))

    goes_with: ClassVar[tuple[GoesWith, ...]] = (
        GoesWith(("besides",), "'--show people'", lambda q: q.show == "people"),
        GoesWith(("negated",), "'--show any', 'all' or 'missed-any'", lambda q: q.asks),
        GoesWith(("either",), "several subjects", lambda q: len(q.subjects) > 1),
        GoesWith(("either",), "no --not", lambda q: not q.negated),
        GoesWith(("unlisted",), "no --at and no --office", lambda q: not (q.at or q.office)),
        GoesWith(
            ("capacity",),
            "a country, with '--show missed'",
            lambda q: not q.show.startswith("missed") or all(map(is_country, q.subjects)),
        ),
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
            return is_country(self.subjects[0])
        return self.show != "country" or not is_country(self.subjects[0])


_DATE = Column("date", "Date", "date")
_ABSENCES = (_DATE, SUMMIT, Column("who", "Who stayed away"), Column("note", "Note"))
_FOR_ORGANIZATIONS = (
    _DATE,
    SUMMIT,
    Column("organization", "Organisation"),
    Column("role", "Role"),
    Column("note", "Note"),
)
_UNLISTED = (_DATE, SUMMIT, Column("capacity", "Capacity then", "category"))


def answer(data: DataSet, query: Attendance, today: str) -> Draft:
    """The summits attended, or the fact of them that was asked for; of several subjects whether all did, or one did."""
    parts = [_of_one(Record(data, query, subject)) for subject in query.subjects]
    draft, *others = parts
    if others:
        decisive, values = query.either, [part.value for part in parts]
        draft.value = decisive if decisive in values else NOT_RECORDED if NOT_RECORDED in values else not decisive
    for part in others:
        draft.text += f"; {part.text}"
        draft.tables += part.tables
        draft.notes += part.notes
        draft.cite(part.cited)
    if query.asks:
        draft.text = yes_no(draft.value, draft.text)
    return draft


def _of_one(record: Record) -> Draft:
    """What was asked of one subject; where that is yes or no, the text is what is true, without the verdict."""
    data, query = record.data, record.query
    draft = FACTS[query.show](record)
    if not query.show.startswith("missed"):
        columns = (_DATE, SUMMIT, *(() if record.is_country else (COUNTRY,)), *REPRESENTED)
        rows = tuple(_row(record, visit) for visit in record.visits)
        draft.tables += (Table(f"Attended by {record.name}", columns, rows),)
    if record.for_organizations:
        represented = tuple((s.start, s.id, o.name, o.role, o.note) for s, o in record.for_organizations)
        draft.tables += (Table("For an international organisation", _FOR_ORGANIZATIONS, represented),)
        draft.cite(*(organization.sources for _, organization in record.for_organizations))
    absent = tuple(
        (summit.start, summit.id, who_stayed_away(absence), absence.note) for summit, absence in record.absences
    )
    if absent or query.show.startswith("missed"):
        draft.tables += (Table("Documented absences", _ABSENCES, absent),)
    if not (query.at or query.office):
        _say_unlisted(record, draft)
    if not query.show.startswith("missed"):
        draft.notes += unnamed_leaders(data, record.unnamed)
    draft.notes += beyond_data(data, record.period)
    draft.cite(*(visit.delegation.sources for visit in record.visits))
    draft.cite(*(absence.sources for _, absence in record.absences))
    if len(record.summits) == 1:
        _say_disputes(record, record.summits[0], draft)
        draft.cite(record.summits[0].sources)
        if not record.visits:
            draft.cite(*(visit.delegation.sources for visit in record.all_visits))
    return draft if draft.cited else draft.cite(*(summit.sources[:1] for summit in record.summits))


def _row(record: Record, visit: Visit) -> tuple[Cell, ...]:
    country = () if record.is_country else (record.data.name(visit.country),)
    return (visit.summit.start, visit.summit.id, *country, *represented(visit))


def _say_disputes(record: Record, summit: "Summit", draft: Draft) -> None:
    """Of a single summit, the disputes about the subject."""
    codes = {record.subject} if record.is_country else record.data.represented_countries.get(record.subject, ())

    def bears(conflict: "Conflict") -> bool:
        return is_about_any(conflict, codes) or (
            bool(record.for_organizations) and "representative" in conflict.bears_on
        )

    draft.notes += summit_disputes(record.data, summit.id, bears)


def _say_unlisted(record: Record, draft: Draft) -> None:
    """Of how many other summits nothing is recorded, and on request which."""
    data, query = record.data, record.query
    documented = {summit.id for summit, _ in record.absences}
    told = {summit.id for summit in record.missed} if query.show.startswith("missed") else set()
    came_at_all = record.course
    if query.is_restricted:
        in_any_way = DelegationQuery()
        came_at_all = [(s, attended(data, in_any_way, record.subject, s)) for s in record.summits]
    rest = [(summit, came) for summit, came in came_at_all if summit.id not in documented]
    missing = [summit for summit, came in rest if came is False and summit.id not in told]
    silent = [summit for summit, came in rest if came is None]
    whose = f"{record.name}: of" if len(query.subjects) > 1 else "Of"
    is_shown = bool(record.visits or record.for_organizations or documented or told)
    if missing:
        count = plural(len(missing), "further summit" if is_shown else "summit")
        draft.notes.append(f"{whose} {count} the list is complete for its group, and {record.name} is not on it.")
    if silent:
        count = plural(len(silent), "other summit" if is_shown or missing else "summit")
        hint = "" if query.unlisted else f" ({command_line(replace(query, unlisted=True))})"
        draft.notes.append(f"{whose} {count} nothing is recorded.{hint}")
    if query.unlisted:
        rows = tuple((s.start, s.id, data.capacity(s, record.subject) if record.is_country else None) for s in silent)
        draft.tables += (Table("Nothing recorded", _UNLISTED, rows),)
