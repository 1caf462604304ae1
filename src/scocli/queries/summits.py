"""Summits that meet conditions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, TypeAlias, cast

from scocli.answers import Cell, Column, Table
from scocli.councils import GATHERINGS, CouncilId, meeting_name, other_council
from scocli.dataset import DataSet, Visit
from scocli.days import spoken_range
from scocli.facts.conditions import AttendedBy, ByWhom, Condition, During, Facts, Granted, Lasted, Not, Often
from scocli.facts.conditions.base import attributes
from scocli.facts.conditions.meetings import length
from scocli.facts.forms import FORMS, Form
from scocli.facts.presence import is_country
from scocli.facts.select import Has, Select, Selection
from scocli.facts.verdict import NO, NOT_RECORDED, YES, Verdict, all_of
from scocli.facts.wording import MOST_NAMED, claim, others
from scocli.queries.base import GoesWith, Query
from scocli.queries.choices import Council, SummitsShown
from scocli.queries.common import Draft, announced, beyond_data, headed, labels, plural, time_between, yes_no
from scocli.queries.presence import coverage_gap, is_led_by_somebody_unnamed, unexpected_note, unnamed_leaders
from scocli.queries.words import Day, HasSummits, OnSummits
from scocli.text import capitalized, listed

if TYPE_CHECKING:
    from scocli.models import Meeting


@dataclass(frozen=True, kw_only=True)
class Summits(Query):
    """All summits, or those that meet all of the conditions."""

    verb: ClassVar[str] = "summits"
    from_: Day | None = None
    to: Day | None = None
    body: Council = "heads-of-state"
    where: tuple[OnSummits, ...] = ()
    has: HasSummits | None = None
    show: SummitsShown = "list"

    goes_with: ClassVar[tuple[GoesWith, ...]] = (
        GoesWith(("has",), "--show list, first or last", lambda q: q.show in ("list", "first", "last")),
    )


@dataclass(frozen=True, kw_only=True)
class HowManySummits(Summits):
    """Whether so many summits meet the conditions: a question that no command asks.

    :ivar often: how many; 'at most 0 times' asks whether there are none.
    """

    often: Often


_COLUMNS = (
    Column("number", "No.", "number"),
    Column("id", "Summit", "code"),
    Column("start", "From", "date"),
    Column("end", "To", "date"),
    Column("city", "City"),
    Column("country", "Host", "country"),
    Column("code", "Code", "code"),
    Column("chair_person", "Chair"),
    Column("chair_country", "Country of the chair", "code"),
    Column("chair_code", "Code of the chair", "code"),
    Column("format", "By video", labels={"in-person": "", "hybrid": "partly", "virtual": "yes"}),
    Column("delegations", "Delegations", "number"),
)


class _Series:
    """The summits that meet the conditions of a query, or may, in order of date."""

    def __init__(self, data: DataSet, query: Summits, today: str) -> None:
        self.data = data = data.of_council(cast("CouncilId", query.body))
        self.query = query
        self.facts = Facts(data, today)
        self.noun, self.nouns = GATHERINGS[data.council]
        self.time = time_between(query.from_, query.to)
        time = () if self.time.is_open else (During(self.time),)
        form: Form = next((form for form in FORMS if form == query.show), "list")
        self.selection = Selection(self.facts, Select("summits", (*query.where, *time), form, query.has))

    @cached_property
    def found(self) -> "list[Meeting]":
        """Those of which it is known."""
        return [self.data.summits[row.subject] for row in self.selection.found]

    @cached_property
    def unsettled(self) -> "list[Meeting]":
        """Those of which it is not recorded."""
        return [self.data.summits[row.subject] for row in self.selection.unsettled]

    @property
    def title(self) -> str:
        """What they are, behind 'summits of the SCO'."""
        return self.title_of(self.query.where)

    def title_of(self, where: tuple[Condition, ...]) -> str:
        """What those are that meet conditions in the time asked about; where there was no summit at all, only when."""
        return f"{attributes(self.facts, where) if self.time.meetings(self.data) else ''}{self.time.words}"

    @property
    def may_be_more(self) -> bool:
        """Whether there may be more than those that are known, where it is asked how many there are."""
        return self.query.show != "list" and not self.selection.counts_surely

    @property
    def text(self) -> str:
        """How many are known, and which."""
        many, which = len(self.found) > MOST_NAMED, f"of the SCO{self.title}"
        if many and not self.title:
            return f"the SCO has held {len(self.found)} {self.nouns}, the last {_place(self.found[-1])}"
        if not self.found and self.selection.exists is not NO:
            return f"no {self.noun} {which} is on record"
        is_one = len(self.found) == 1
        been = ("was" if is_one else "were") if self.time.last else ("has been" if is_one else "have been")
        those = f", from {labels(self.found[:1])} to {labels(self.found[-1:])}" if many else ""
        those = those or (f": {labels(self.found)}" if self.found and self.query.show != "count" else "")
        least = "at least " if self.may_be_more else ""
        return f"there {been} {least}{plural(len(self.found), self.noun, self.nouns)} {which}{those}"

    def whose_leader_hangs(self, visit: Visit) -> bool:
        """Whether a delegation whose leader no source names may be one of those asked for."""
        return is_led_by_somebody_unnamed(visit) and any(
            (not asked.whom or visit.country in asked.whom)
            and asked.manner.fits(self.data, visit) is NOT_RECORDED
            for asked in _attended_by(self.query.where)
        )  # fmt: skip


def _place(met: "Meeting") -> str:
    """'in Bishkek in 2026'."""
    return f"{f'in {met.city}' if met.city else 'by video'} in {met.start[:4]}"


def _attended_by(conditions: Iterable[Condition]) -> Iterable[AttendedBy]:
    """The conditions on those who came, also where they are denied."""
    return (condition for condition in _plain(conditions) if isinstance(condition, AttendedBy))


def _plain(conditions: Iterable[Condition]) -> Iterable[Condition]:
    """Conditions, of those that are denied what is denied."""
    return (condition.of if isinstance(condition, Not) else condition for condition in conditions)


def answer(data: DataSet, query: Summits, today: str) -> Draft:
    """The summits in order of date, or the fact of them that was asked for."""
    series = _Series(data, query, today)
    data = series.data
    tell = _among if query.has else _any if isinstance(query, HowManySummits) else _FACTS[query.show]
    draft, shown = tell(series)
    rows: list[tuple[Cell, ...]] = [
        (
            summit.ordinal,
            summit.id,
            summit.start,
            summit.end,
            summit.city,
            data.name(summit.country) if summit.country else None,
            summit.country,
            summit.chair_person,
            data.name(summit.chair_country),
            summit.chair_country,
            summit.format,
            len(summit.delegations),
        )
        for summit in shown
    ]
    draft.tables = headed(data, Table("Summits", _COLUMNS, tuple(rows), tuple(summit.sources for summit in shown)))
    if any(summit.format == "virtual" and summit.city for summit in shown):
        draft.notes.append("Of a meeting held by video the place is that from which it was chaired.")
    draft.notes += _unsettled(series) + beyond_data(data, series.time)
    _say_announced(series, draft)
    if not series.found:
        _say_other_council(series, query, today, draft)
    return draft.cite(*(summit.sources for summit in shown)) if shown else draft.cite(data.data.organization.sources)


def _unsettled(series: _Series) -> list[str]:
    """Of which summits it is not recorded whether they are among those asked for, and who led whom is not named."""
    has = series.query.has
    unsettled = [summit for summit in series.unsettled if has is None or summit.id in has.all_named]
    if not unsettled:
        return []
    visits = [visit for visit in series.data.visits if visit.summit in unsettled and series.whose_leader_hangs(visit)]
    missed = [asked for asked in _plain(series.query.where) if isinstance(asked, ByWhom) and asked.verb == "missed"]
    why = [
        note
        for code in dict.fromkeys(who for asked in missed for who in asked.whom if is_country(who))
        for note in unexpected_note(series.data, code, unsettled)
    ]
    return [*unnamed_leaders(series.data, visits), f"Not recorded of {labels(unsettled)}.", *why]


def _say_announced(series: _Series, draft: Draft) -> None:
    """The summits that were announced and would meet the conditions, where these are only of time, host and chair."""
    data, query = series.data, series.query
    if query.has or isinstance(query, HowManySummits):
        return
    for planned in data.planned.values():
        known = {"hosted": planned.country, "chaired": planned.chair_country}
        would = all(
            isinstance(condition, ByWhom) and known.get(condition.verb) in condition.whom for condition in query.where
        )
        if would and series.time.has(planned.start) is not NO:
            draft.notes.append(
                f"Announced, not recorded as held: {announced(data, planned)}. (sco sources {planned.id})"
            )
            draft.cite(planned.sources)


def _say_other_council(series: _Series, query: Summits, today: str, draft: Draft) -> None:
    """Where no meeting is found that meets conditions, those of the other Council that do."""
    council = other_council(series.data.council)
    there = _Series(series.data, replace(query, body=council), today).found if query.where and not query.has else []
    if there:
        names = listed([f"{meeting_name(met)} ({met.id})" for met in there])
        draft.notes.append(f"But of {GATHERINGS[council].many}: {names}.")
        draft.cite(*(met.sources for met in there))


_Shown: TypeAlias = "tuple[Draft, list[Meeting]]"
"""An answer, and the summits that its table shows."""


def _list(series: _Series) -> _Shown:
    return Draft("summits", [summit.id for summit in series.found], capitalized(f"{series.text}.")), series.found


def _count(series: _Series) -> _Shown:
    return Draft("number", len(series.found), capitalized(f"{series.text}.")), series.found


def _yes_no(found: Verdict, claim: str) -> Draft:
    return Draft("yes-no", found.value, yes_no(found, claim))


def _among(series: _Series) -> _Shown:
    """Whether the summits asked about are among those found."""
    data, query, has = series.data, series.query, series.query.has or Has(())
    selection, few = series.selection, len(series.found) <= MOST_NAMED and query.show == "list"
    names = f" ({labels(series.found)})" if series.found and few else ""
    told = claim(selection, has, f"{series.nouns} of the SCO{series.title}{names}")
    match query.where, has.all_named:
        case [Not(of=denied)], [summit] if summit in data.summits and series.time.is_open and query.show == "list":
            # 'was not among those not hosted by China' would have to be read twice.
            others_are = Selection(series.facts, Select("summits", (denied,)))
            flipped = replace(has, denied=not has.denied)
            told = claim(others_are, flipped, f"{series.nouns} of the SCO{series.title_of((denied,))}")
    those = [summit for summit in has.all_named if selection.among(summit) is YES] or has.all_named
    shown = [data.meetings[summit] for summit in those]
    return _yes_no(selection.has(has), told + others(selection, has)), shown


def _any(series: _Series) -> _Shown:
    """Whether there are any, or so many."""
    query, selection = series.query, series.selection
    found = selection.number(query.often) if isinstance(query, HowManySummits) else selection.exists
    return _yes_no(found, series.text), series.found


def _one_of(series: _Series) -> _Shown:
    """The first or the last."""
    if not series.found:
        return _list(series)
    (summit,) = series.found
    sure = "" if series.selection.found[0].foremost is YES else " on record"
    held = f"{f'in {summit.city}' if summit.city else 'by video'} on {spoken_range(summit.start, summit.end)}"
    text = f"The {series.query.show} {series.noun} of the SCO{series.title}{sure} was held {held}."
    return Draft("summits", [summit.id], text), [summit]


def _by_size(series: _Series) -> _Shown:
    """Those with most or fewest delegations that came as the conditions say, countries that were given a status, or days."""
    if not series.found:
        return _list(series)
    which, word = {"largest": (max, "most"), "smallest": (min, "fewest")}[series.query.show]
    sizes = {summit.id: _size(series, summit) for summit in series.found}
    size = which(sizes.values())
    found = [summit for summit in series.found if sizes[summit.id] == size]
    noun, was = (series.noun, "was") if len(found) == 1 else (series.nouns, "were")
    where = tuple(asked for asked in series.query.where if not isinstance(asked, Lasted))
    what = next(
        (what for kind, what in _SIZES.items() for one in series.query.where if isinstance(one, kind)), "delegations"
    )
    text = f"The {noun} of the SCO{series.title_of(where)} with {word} {what} {was} {labels(found)} ({size})."
    gaps = [gap for summit in found for gap in coverage_gap(summit)]
    return Draft("summits", [summit.id for summit in found], text, notes=gaps), found


_SIZES = {Lasted: "days", Granted: "countries"}


def _size(series: _Series, summit: "Meeting") -> int:
    """How many days it took or countries were given the status that is asked about; else how many delegations that came so are recorded."""
    data, where = series.data, series.query.where
    if any(isinstance(asked, Lasted) for asked in where):
        return length(summit)
    if granted := [asked for asked in where if isinstance(asked, Granted)]:
        return len(granted[0].facts(data, summit.id))
    manners = [asked.manner for asked in where if isinstance(asked, AttendedBy) and not asked.whom]
    return [all_of(manner.fits(data, visit) for manner in manners) for visit in data.visits_at[summit.id]].count(YES)


def _chairs(series: _Series) -> _Shown:
    """Who chaired them."""
    chairs = list(dict.fromkeys(chair for summit in series.found if (chair := series.data.chair(summit))))
    text = f"{series.nouns} of the SCO{series.title} were chaired by {listed(chairs) or 'nobody on record'}."
    return Draft("people", sorted(chairs), capitalized(text)), series.found


_FACTS: dict[str, Callable[[_Series], _Shown]] = {
    "list": _list,
    "count": _count,
    "any": _any,
    "first": _one_of,
    "last": _one_of,
    "largest": _by_size,
    "smallest": _by_size,
    "chairs": _chairs,
}
"""What ``--show`` shows."""
