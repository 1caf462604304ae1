"""Summits that meet conditions."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar, TypeAlias, cast

from scocli.answers import Column, Kind
from scocli.councils import GATHERINGS, CouncilId, meeting_name, other_council
from scocli.dataset import DataSet, Visit
from scocli.facts.conditions import AttendedBy, ByWhom, During, Facts, Granted, Lasted, Often
from scocli.facts.conditions.meetings import length
from scocli.facts.forms import FORMS, Form
from scocli.facts.presence import is_country
from scocli.facts.select import Select, Selection
from scocli.facts.titles import title
from scocli.facts.verdict import NO, NOT_RECORDED, YES, Verdict, all_of
from scocli.facts.wording import sentence
from scocli.queries.base import Query
from scocli.queries.choices import Council, SummitsShown
from scocli.queries.common import Draft, Row, announced, beyond_data, headed, labels, time_between
from scocli.queries.presence import coverage_gap, is_led_by_somebody_unnamed, unexpected_note, unnamed_leaders
from scocli.queries.words import Day, HasSummits, OnSummits
from scocli.records import Meeting
from scocli.text import capitalized, listed


@dataclass(frozen=True, kw_only=True)
class Summits(Query, verb="summits"):
    """All summits, or those that meet all of the conditions."""

    from_: Day | None = None
    to: Day | None = None
    body: Council = "heads-of-state"
    where: tuple[OnSummits, ...] = ()
    has: HasSummits | None = None
    show: SummitsShown = "list"

    shown_with: ClassVar[dict[str, tuple[str, ...]]] = {"has": ("list", "first", "last")}


@dataclass(frozen=True, kw_only=True)
class HowManySummits(Summits):
    """Whether so many summits meet the conditions: a question that no command asks.

    :ivar often: how many; 'at most 0 times' asks whether there are none.
    """

    often: Often


_COLUMNS = (
    Column("number", "No.", "number"), Column("id", "Summit", "code"), Column("start", "From", "date"),
    Column("end", "To", "date"), Column("city", "City"), Column("country", "Host", "country"),
    Column("code", "Code", "code"), Column("chair_person", "Chair"),
    Column("chair_country", "Country of the chair", "code"), Column("chair_code", "Code of the chair", "code"),
    Column("format", "By video", labels={"in-person": "", "hybrid": "partly", "virtual": "yes"}),
    Column("delegations", "Delegations", "number"),
)  # fmt: skip


class _Series(Selection):
    """The summits that meet the conditions of a query, or may, in order of date."""

    def __init__(self, data: DataSet, query: Summits, today: str) -> None:
        self.data = data = data.of_council(cast("CouncilId", query.body))
        self.query = query
        self.noun, self.nouns = GATHERINGS[data.council]
        self.time = time_between(query.from_, query.to)
        time = () if self.time.is_open else (During(self.time),)
        form: Form = next((form for form in FORMS if form == query.show), "list")
        often = query.often if isinstance(query, HowManySummits) else None
        super().__init__(Facts(data, today), Select("summits", (*query.where, *time), form, query.has, often))

    @cached_property
    def meetings(self) -> list[Meeting]:
        return [self.data.summits[row.subject] for row in self.found]

    def whose_leader_hangs(self, visit: Visit) -> bool:
        """Whether a delegation whose leader no source names may be one of those asked for."""
        return is_led_by_somebody_unnamed(visit) and any(
            (not asked.whom or visit.country in asked.whom)
            and asked.manner.fits(self.data, visit) is NOT_RECORDED
            for asked in self.select.clauses if isinstance(asked, AttendedBy)
        )  # fmt: skip


def answer(data: DataSet, query: Summits, today: str) -> Draft:
    """The summits in order of date, or the fact of them that was asked for."""
    series = _Series(data, query, today)
    data = series.data
    draft, shown = _FACTS.get(query.show, _selected)(series)
    rows: list[Row] = []
    for met in shown:
        place = (met.city, data.name(met.country) if met.country else None, met.country)
        chair = (met.chair_person, data.name(met.chair_country), met.chair_country)
        held = (met.ordinal, met.id, met.start, met.end, *place, *chair, met.format, len(met.delegations))
        rows.append((held, met.sources))
    draft.tables = headed(data, *draft.table("Summits", _COLUMNS, rows).tables)
    if any(summit.format == "virtual" and summit.city for summit in shown):
        draft.notes.append("Of a meeting held by video the place is that from which it was chaired.")
    draft.notes += _unsettled(series) + beyond_data(data, series.time)
    _say_announced(series, draft)
    if not series.found:
        _say_other_council(series, query, today, draft)
    return draft if shown else draft.cite(data.data.organization.sources)


def _unsettled(series: _Series) -> list[str]:
    """Of which summits it is not recorded whether they are among those asked for, and who led whom is not named."""
    has = series.query.has
    unsettled = [series.data.summits[row.subject] for row in series.unsettled]
    unsettled = [summit for summit in unsettled if has is None or summit.id in has.all_named]
    if not unsettled:
        return []
    visits = [visit for visit in series.data.visits if visit.summit in unsettled and series.whose_leader_hangs(visit)]
    missed = [asked for asked in series.select.clauses if isinstance(asked, ByWhom) and asked.verb == "missed"]
    countries = dict.fromkeys(who for asked in missed for who in asked.whom if is_country(who))
    why = [note for code in countries for note in unexpected_note(series.data, code, unsettled)]
    return [*unnamed_leaders(series.data, visits), f"Not recorded of {labels(unsettled)}.", *why]


def _say_announced(series: _Series, draft: Draft) -> None:
    """The summits that were announced and would meet the conditions, where these are only of time, host and chair."""
    data, query = series.data, series.query
    if query.has or isinstance(query, HowManySummits):
        return
    for planned in data.planned.values():
        known = {"hosted": planned.country, "chaired": planned.chair_country}
        would = all(isinstance(one, ByWhom) and known.get(one.verb) in one.whom for one in query.where)
        if would and series.time.has(planned.start) is not NO:
            said = f"Announced, not recorded as held: {announced(data, planned)}. (sco sources {planned.id})"
            draft.cite(planned.sources).notes.append(said)


def _say_other_council(series: _Series, query: Summits, today: str, draft: Draft) -> None:
    """Where no meeting is found that meets conditions, those of the other Council that do."""
    council = other_council(series.data.council)
    there = _Series(series.data, replace(query, body=council), today).meetings if query.where and not query.has else []
    if there:
        names = listed([f"{meeting_name(met)} ({met.id})" for met in there])
        draft.notes.append(f"But of {GATHERINGS[council].many}: {names}.")
        draft.cite(*(met.sources for met in there))


_Shown: TypeAlias = "tuple[Draft, list[Meeting]]"
"""An answer, and the summits that its table shows."""


def _selected(series: _Series) -> _Shown:
    value, has, shown = series.value, series.select.has, series.meetings
    if has:
        those = [summit for summit in has.all_named if series.among(summit) is YES] or has.all_named
        shown = [series.data.meetings[summit] for summit in those]
    kind: Kind = "yes-no" if isinstance(value, Verdict) else "number" if isinstance(value, int) else "summits"
    return Draft(kind, value.value if isinstance(value, Verdict) else value, sentence(series)), shown


def _by_size(series: _Series) -> _Shown:
    """Those with most or fewest delegations that came as the conditions say, countries that were given a status, or days."""
    if not series.meetings:
        return _selected(series)
    which, word = {"largest": (max, "most"), "smallest": (min, "fewest")}[series.query.show]
    sizes = {summit.id: _size(series, summit) for summit in series.meetings}
    size = which(sizes.values())
    found = [summit for summit in series.meetings if sizes[summit.id] == size]
    kinds = {type(one) for one in series.query.where}
    what = "days" if Lasted in kinds else "countries" if Granted in kinds else "delegations"
    told = tuple(one for one in series.select.conditions if not isinstance(one, Lasted))
    what_they_are = title(series.facts, replace(series.select, conditions=told)).removeprefix(series.nouns)
    noun, was = (series.noun, "was") if len(found) == 1 else (series.nouns, "were")
    text = f"The {noun}{what_they_are} with {word} {what} {was} {labels(found)} ({size})."
    gaps = [gap for summit in found for gap in coverage_gap(summit)]
    return Draft("summits", [summit.id for summit in found], text, notes=gaps), found


def _size(series: _Series, summit: Meeting) -> int:
    """How many days it took or countries were given the status that is asked about; else how many delegations that came so are recorded."""
    data, where = series.data, series.query.where
    if any(isinstance(asked, Lasted) for asked in where):
        return length(summit)
    if granted := [asked for asked in where if isinstance(asked, Granted)]:
        return len(granted[0].facts(data, summit.id))
    manners = [asked.manner for asked in where if isinstance(asked, AttendedBy) and not asked.whom]
    return [all_of(manner.fits(data, visit) for manner in manners) for visit in data.visits_at[summit.id]].count(YES)


def _chairs(series: _Series) -> _Shown:
    chairs = list(dict.fromkeys(chair for summit in series.meetings if (chair := series.data.chair(summit))))
    text = f"{title(series.facts, series.select)} were chaired by {listed(chairs) or 'nobody on record'}."
    return Draft("people", sorted(chairs), capitalized(text)), series.meetings


_FACTS: dict[str, Callable[[_Series], _Shown]] = {"largest": _by_size, "smallest": _by_size, "chairs": _chairs}
"""What ``--show`` shows that is no form of a select."""
