"""What a country or person attended, and what they are known to have missed."""

from dataclasses import dataclass, replace
from typing import ClassVar

from scocli.answers import Column
from scocli.councils import COUNCILS, CouncilId, council_of, other_council
from scocli.dataset import DataSet
from scocli.days import shifted
from scocli.facts.conditions.base import Facts
from scocli.facts.nouns import OFFICES
from scocli.facts.presence import is_country
from scocli.facts.verdict import NO, NOT_RECORDED, Verdict, all_of, any_of
from scocli.queries.attended import SHOWN, nth
from scocli.queries.base import Query, QueryError, command_line
from scocli.queries.choices import AttendanceShown, Council, Mode
from scocli.queries.common import (
    COUNTRY,
    SUMMIT,
    Draft,
    Row,
    beyond_data,
    headed,
    is_about_any,
    is_short,
    labels,
    plural,
    time_between,
    yes_no,
)
from scocli.queries.course import Asked, Course
from scocli.queries.presence import (
    AWAY,
    REPRESENTED,
    manner_of,
    represented,
    unexpected,
    unexpected_note,
    unnamed_leaders,
)
from scocli.queries.words import Capacity, Day, Leader, OnSummits, Subject, SummitId
from scocli.records import Conflict
from scocli.text import capitalized, listed

ASKING = ("any", "all", "missed-any")


@dataclass(frozen=True, kw_only=True)
class Attendance(Query, verb="attendance", arguments=("subjects",)):
    """Every summit that a country or person attended; apart, documented absences and what is not recorded.

    ``show="any"`` asks whether they attended any of these summits, ``all`` whether every one, ``missed-any`` whether they
    are known to have missed one; ``people`` who led the delegations, ``capacity`` in what capacity they came.
    """

    subjects: tuple[Subject, ...]
    capacity: tuple[Capacity, ...] = ()
    led_by: tuple[Leader, ...] = ()
    mode: Mode | None = None
    from_: Day | None = None
    to: Day | None = None
    body: Council = "heads-of-state"
    at: tuple[SummitId, ...] = ()
    where: tuple[OnSummits, ...] = ()
    all_: bool = False
    not_: bool = False
    either: bool = False
    show: AttendanceShown = "list"

    shown_with: ClassVar[dict[str, tuple[str, ...]]] = dict.fromkeys(("not_", "either"), ASKING)

    @property
    def misfit(self) -> str:
        countries = all(map(is_country, self.subjects))
        as_office = countries and {*self.led_by} <= {*OFFICES} and self.mode is None
        if self.is_about_absence and (self.capacity or self.led_by or self.mode) and not as_office:
            return "--capacity, --led-by and --mode go with what was attended; '--show missed' takes, of a country, --capacity and offices with --led-by"
        if self.at and (self.where or self.from_ or self.to):
            return "--at goes with no --where, --from or --to"
        if len(self.subjects) > 1 and not self.asks:
            return f"several subjects go with --show {listed(ASKING, 'or')}; see also sco summits --where 'attended by ...'"
        if self.show in (("people", "capacity") if not countries else ("country",)):
            return f"'--show {self.show}' goes with a {'person' if countries else 'country'}"
        return ""

    @property
    def asks(self) -> bool:
        return self.show in ASKING

    @property
    def is_about_absence(self) -> bool:
        return self.show.startswith("missed")


@dataclass(frozen=True, kw_only=True)
class NthAttendance(Attendance):
    """The summit that has a place in the order of those attended, or its first day: a question that no command asks.

    :ivar place: which; 2 is the second.
    """

    place: int


_DATE = Column("date", "Date", "date")
_NOTE = Column("note", "Note", "note")
_FOR_ORGANIZATIONS = (_DATE, SUMMIT, Column("name", "Organisation"), Column("role", "Role"), _NOTE)
_ABSENCES = (_DATE, SUMMIT, *AWAY, _NOTE)
_UNLISTED = (_DATE, SUMMIT, Column("capacity", "Capacity then", "category"))


def answer(data: DataSet, query: Attendance, today: str) -> Draft:
    """The summits attended, or the fact of them that was asked for; of several subjects whether all did, or one did.

    :raises scocli.queries.base.QueryError: if the period ends before it begins.
    """
    data = data.of_council(_council(query))
    asked = Asked(time_between(query.from_, query.to), query.at, query.where, manner_of(query))
    courses = [Course(Facts(data, today), subject, asked) for subject in query.subjects]
    parts = [_of_one(course, query) for course in courses]
    draft, *others = parts
    said = [part.text for part in parts]
    if query.asks:
        verdicts = [~Verdict(part.value) if query.not_ else Verdict(part.value) for part in parts]
        value = (any_of if query.either else all_of)(verdicts)
        # Those by whom it is decided come first.
        said = [text for _, text in sorted(zip(verdicts, said, strict=True), key=lambda one: one[0] is not value)]
        draft.value = value.value
    draft.text = "; ".join(said)
    for part in others:
        draft.join(part)
    if query.asks:
        draft.text = yes_no(draft.value, draft.text)
    _say_disputes(courses, draft)
    draft.tables = headed(data, *draft.tables)
    return draft


def _council(query: Attendance) -> CouncilId:
    """The Council whose meetings are asked about: that of the meetings that are named, or the one that is."""
    asked = {council for council in COUNCILS if council == query.body and (council != COUNCILS[0] or not query.at)}
    named = asked | {council_of(meeting) for meeting in query.at}
    if len(named) > 1:
        raise QueryError("meetings of both Councils are named: ask of each apart")
    return named.pop()


def _of_one(course: Course, query: Attendance) -> Draft:
    """What was asked of one subject; where that is yes or no, the text is the claim without the verdict."""
    data = course.data
    place = query.place if isinstance(query, NthAttendance) else 0
    draft = nth(course, query.show, place) if place else SHOWN[query.show](course)
    if none := course.there_is_none:
        draft.text = none if query.asks else capitalized(f"{none}.")
    if not query.is_about_absence:
        columns = (_DATE, SUMMIT, *(() if course.is_country else (COUNTRY,)), *REPRESENTED)
        rows: list[Row] = []
        for visit in course.visits:
            country = () if course.is_country else (data.name(visit.country),)
            cells = (visit.summit.start, visit.summit.id, *country, *represented(visit))
            rows.append((cells, visit.delegation.sources))
        draft.table(f"Attended by {course.name}", columns, rows)
    if course.for_organizations:
        spoken_for = (((s.start, s.id, o.name, o.role, o.note), o.sources) for s, o in course.for_organizations)
        draft.table("For an international organisation", _FOR_ORGANIZATIONS, spoken_for)
    if course.absences or query.is_about_absence:
        absences = (((s.start, s.id, a.person, a.role, a.session, a.note), a.sources) for s, a in course.absences)
        draft.table("Documented absences", _ABSENCES, absences)
    if query.is_about_absence and course.is_country and course.offices == [None]:
        draft.notes += unexpected_note(data, course.subject, course.summits)
    if query.all_ or not query.at:
        _say_unlisted(course, query, draft)
    if course.unsettled:
        said = listed([condition.words(course.facts) for condition in query.where])
        draft.notes.append(f"Left out, since it is not recorded whether they {said}: {labels(course.unsettled)}.")
    if not query.is_about_absence and query.show != "people":
        draft.notes += unnamed_leaders(data, course.unnamed)
    draft.notes += beyond_data(data, course.asked.time)
    draft.cite(*(visit.delegation.sources for visit in course.visits))
    if data.council == "heads-of-state" and not (query.at or query.where or query.is_about_absence):
        _say_other_council(course, query, draft)
    if len(course.summits) == 1:
        draft.cite(course.summits[0].sources)
        if not course.visits:
            draft.cite(*(visit.delegation.sources for visit in course.all_visits))
    return draft if draft.cited else draft.cite(*(summit.sources[:1] for summit in course.summits))


def _say_other_council(course: Course, query: Attendance, draft: Draft) -> None:
    """How many meetings of the heads of government it also came to so."""
    council = other_council(course.data.council)
    facts = Facts(course.data.of_council(council), course.facts.on)
    there = Course(facts, course.subject, course.asked)
    if there.attended:
        alone = replace(query, subjects=(course.subject,), show="list", all_=False, not_=False, either=False)
        how = command_line(replace(alone, body=council))
        count = plural(len(there.attended), there.noun, there.nouns)
        also = "also " if course.attended else ""
        draft.notes.append(f"{capitalized(course.name)} {also}came to {count}{there.so}. ({how})")


def _say_disputes(courses: list[Course], draft: Draft) -> None:
    """Of a single summit, the disputes about the subjects."""
    summits = {summit.id for course in courses for summit in course.summits}
    if len(summits) != 1:
        return

    def bears(conflict: Conflict) -> bool:
        return any(_is_about(course, conflict) for course in courses)

    draft.dispute(courses[0].data.conflicts(*summits), bears)


def _is_about(course: Course, conflict: Conflict) -> bool:
    """Whether a dispute about a summit is about the subject, or about whom it spoke for; of many countries, if it is short."""
    codes = {course.subject} if course.is_country else {*course.data.represented_countries.get(course.subject, ())}
    is_of_others = any(is_country(code) for code in {*conflict.concerns, *conflict.involves} - codes)
    is_told = is_about_any(conflict, codes) and (is_short(conflict) or not is_of_others)
    return is_told or (bool(course.for_organizations) and "representative" in conflict.bears_on)


def _say_unlisted(course: Course, query: Attendance, draft: Draft) -> None:
    """Of how many other summits nothing is recorded, and on request which."""
    told = {summit.id for summit, _ in course.absences}
    told |= {summit.id for summit in course.missed} if query.is_about_absence else set()
    # Before a person first came and after the last time there was nothing to be missed.
    looked_at = course.reach or course.summits if query.is_about_absence and not course.is_country else course.summits
    rest = [(summit, course.attended_anyhow(summit)) for summit in looked_at if summit.id not in told]
    missing = [summit for summit, came in rest if came is NO]
    if query.is_about_absence and course.is_country and course.offices == [None]:
        without_status = unexpected(course.data, course.subject, missing)
        missing = [summit for summit in missing if summit not in without_status]
    silent = [summit for summit, came in rest if came is NOT_RECORDED]
    is_shown = bool(course.visits or course.for_organizations or told)
    if missing:
        count = _counted(course, len(missing), "further " * is_shown)
        its = "whose list is" if len(missing) == 1 else "whose lists are"
        draft.notes.append(capitalized(f"{course.name} was not at {count} {its} complete."))
    if silent:
        count = _counted(course, len(silent), "other " * bool(is_shown or missing))
        hint = "" if query.all_ else f" ({command_line(replace(query, all_=True))})"
        draft.notes.append(f"Whether {course.name} was at {count} is not recorded.{hint}")
    if query.all_:
        held = (course.data.status_on(course.subject, shifted(met.start, -1)) for met in silent)
        rows = (((met.start, met.id, status), met.sources[:1]) for met, status in zip(silent, held, strict=True))
        draft.table("Nothing recorded", _UNLISTED, rows)


def _counted(course: Course, count: int, which: str) -> str:
    """'3 further summits'."""
    return plural(count, which + course.noun, which + course.nouns)
