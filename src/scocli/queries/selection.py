"""Which countries meet the conditions of a query."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from scocli.dataset import DataSet, Holding
from scocli.days import Period, parse_period
from scocli.facts.nouns import NOUNS
from scocli.queries.common import Moment, moment, past_of, summits_in, throughout, within
from scocli.queries.presence import attended, came, meets, stayed_away

if TYPE_CHECKING:
    from scocli.models import Summit
    from scocli.queries.countries import Countries


class Found(NamedTuple):
    """A country that meets the conditions, with what shows it.

    :ivar date: the date that makes it count, as precise as it is.
    """

    code: str
    category: str | None = None
    date: str | None = None
    detail: str | None = None
    sources: tuple[str, ...] = ()


class Selection:
    """The countries that a query means, in a period or on a day."""

    def __init__(self, data: DataSet, query: "Countries", period: Period, when: Moment) -> None:
        self.data = data
        self.query = query
        self.period = period
        self.when = when

    def found(self) -> dict[str, Found]:
        """The countries that meet all conditions, by code."""
        chosen: dict[str, Found] = {}
        for item in self._candidates():
            if all(holds(self, item) for holds in EVERY_CONDITION) and self._counts_more(item, chosen.get(item.code)):
                chosen[item.code] = item
        return self._superlative(chosen)

    def unsettled(self) -> set[str]:
        """The countries that may have come to summits, or stayed away, as the query asks: nothing recorded says.

        All else that the query asks they meet.
        """
        if not (self.query.attended_at or self.query.missed_at or self.query.attended in ("any", "all")):
            return set()
        return {
            item.code
            for item in self._candidates()
            if all(holds(self, item) for holds in CONDITIONS)
            and not all(holds(self, item) for holds in ON_RECORD)
            and self._may_meet_what_is_on_record(item.code)
        }

    def _may_meet_what_is_on_record(self, code: str) -> bool:
        data, query = self.data, self.query

        def may_have_come(summit: str) -> bool:
            fits = not query.capacity or data.capacity(data.summits[summit], code) in query.capacity
            return fits and attended(data, query, code, data.summits[summit]) is None

        def may_count(summit: str) -> bool:
            return may_have_come(summit) or summit in self.came_to(code)

        if query.attended == "any":
            recorded, possible = len(self.came_to(code)), sum(map(may_have_come, self.summits))
            if (
                not possible
                or not within(recorded + possible, query.at_least, None)
                or not within(recorded, None, query.at_most)
            ):
                return False
        if query.attended == "all" and not all(map(may_count, self.summits)):
            return False
        missed = (data.summits[summit] for summit in query.missed_at)
        may_have_missed = [stayed_away(data, summit, code) or came(data, summit, code) is None for summit in missed]
        visited = self.visited(code)
        return all(may_have_missed) and all(summit in visited or may_have_come(summit) for summit in query.attended_at)

    def _counts_more(self, item: Found, other: Found | None) -> bool:
        """Whether of two records of a country this one is meant: the earlier one, or the later where the last is asked for."""
        if other is None:
            return True
        later = (item.date or "") > (other.date or "")
        return later if self.query.show == "last" else False

    # ---- the first condition: a status held, gained, lost, asked for ...

    def _candidates(self) -> Iterator[Found]:
        """Those of whom the other conditions are asked: by status where one is asked for, else all that are known or named."""
        query = self.query
        if query.event == "applied":
            yield from self._applicants()
        elif query.category or query.event != "held":
            yield from self._by_status()
        else:
            for code in self.data.countries:
                holding = self.data.holding_on(code, self.when.day)
                if holding:
                    yield self._of(holding, holding.period.since)
                elif not query.is_plain:
                    yield Found(code)
            if not query.is_plain:
                yield from (Found(code) for code in query.has if code not in self.data.countries)

    def _applicants(self) -> Iterator[Found]:
        for asked in self.data.applications():
            fits = not self.query.category or asked.category in self.query.category
            if fits and lies_in(asked.date, self.period):
                yield Found(asked.country, asked.category, asked.date, f"asked for; {asked.outcome}", asked.sources)

    def _by_status(self) -> Iterator[Found]:
        query = self.query
        for holdings in self.data.holdings.values():
            for holding in holdings:
                if query.category and holding.period.category not in query.category:
                    continue
                date = self._date(holding)
                if date is not None and (query.at is None or self._decided_at(holding) == query.at):
                    yield self._of(holding, date)

    def _of(self, holding: Holding, date: str) -> Found:
        return Found(holding.country, holding.period.category, date, self._detail(holding), holding.period.sources)

    def _date(self, holding: Holding) -> str | None:
        """The date that makes a status period count, or ``None`` where it does not."""
        query, record, memorandum = self.query, holding.period, holding.period.memorandum
        if query.event == "held":
            return record.since if holding.covers(self.when.day) else None
        if query.event == "throughout":
            course = self.data.holdings[holding.country]
            asked = [h for h in course if not query.category or h.period.category in query.category]
            return record.since if holding in throughout(self.data, asked, self.period) else None
        if query.event == "ever":
            last = min(self.period.last, self.when.day)
            return record.since if holding.overlaps(self.period.first, last) else None
        if query.event == "memorandum":
            if memorandum is None or (query.city is not None and memorandum.city != query.city):
                return None
            return memorandum.date if lies_in(memorandum.date, self.period) else None
        if query.event == "lost" and not query.category and self.data.holding_on(holding.country, holding.until or ""):
            return None  # it gave one status for another
        date = {"gained": record.since, "lost": holding.until, "procedure": record.procedure_started}[query.event]
        return date if date is not None and date in self.period else None

    def _decided_at(self, holding: Holding) -> str | None:
        if self.query.event == "memorandum" and holding.period.memorandum:
            return self.data.summit_on(holding.period.memorandum.date)
        if self.query.event == "procedure":
            return self.data.summit_on(holding.period.procedure_started or "")
        if self.query.event == "lost":
            after = self.data.holding_on(holding.country, holding.until or "")
            return after.period.granted_at if after else None
        return holding.period.granted_at

    def _detail(self, holding: Holding) -> str | None:
        record = holding.period
        if self.query.event == "memorandum":
            city = record.memorandum.city if record.memorandum else None
            return f"memorandum signed in {city}" if city else None
        if self.query.event == "procedure":
            return "procedure opened"
        if self.query.event == "lost":
            return f"until then {NOUNS[record.category].one}"
        return f"{self.data.summits[record.granted_at].city} summit"

    # ---- what the conditions ask of the summits in the period

    @property
    def span(self) -> Period:
        """The period, ended by the day of the query where it names one."""
        return (
            self.period if self.query.on is None else Period(self.period.first, min(self.period.last, self.when.asked))
        )

    @cached_property
    def summits(self) -> frozenset[str]:
        """The summits that began in the period."""
        return frozenset(summit.id for summit in summits_in(self.data, self.span))

    @cached_property
    def hosted(self) -> dict[str, list[str]]:
        """Those of them that each country hosted, in order of time."""
        return self._by(lambda summit: summit.country)

    @cached_property
    def chaired(self) -> dict[str, list[str]]:
        """Those of them that each country chaired, in order of time."""
        return self._by(lambda summit: summit.chair_country)

    def _by(self, country: "Callable[[Summit], str]") -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for summit in self.data.summits.values():
            if summit.id in self.summits:
                found.setdefault(country(summit), []).append(summit.id)
        return found

    def visited(self, code: str) -> set[str]:
        """The summits to which a country came in the way that the query asks for."""
        return {visit.summit.id for visit in self.data.visits_of.get(code, ()) if meets(self.data, self.query, visit)}

    def came_to(self, code: str) -> set[str]:
        """Those of them that were in the period."""
        return self.visited(code) & self.summits

    def attended(self, item: Found) -> bool:
        """Whether a country came to any, all or none of them, as the query asks."""
        came = self.came_to(item.code)
        return {
            "any": bool(came) or self.may_do_none(item),
            "none": not came,
            "all": came == self.summits != frozenset(),
        }[self.query.attended or "any"]

    def counted(self, code: str) -> list[str]:
        """Those of them that a country hosted, chaired or attended, whichever the query is about, in order of time."""
        if self.query.hosted:
            return self.hosted.get(code, [])
        if self.query.chaired:
            return self.chaired.get(code, [])
        came_to = self.came_to(code)
        return [summit for summit in self.data.summits if summit in came_to]

    def times(self, code: str) -> int:
        """How many they are."""
        return len(self.counted(code))

    @property
    def counts_none(self) -> bool:
        """Whether who never did it counts too: it did it so many times or fewer."""
        return self.query.at_most is not None and self.query.at_least in (None, "0")

    def may_do_none(self, item: Found) -> bool:
        """The same of a country; of those that hold no status only who did it at all."""
        return self.counts_none and item.category is not None

    @cached_property
    def other_day(self) -> str:
        """The day of another status that is asked for; without one, the day of the query."""
        on = self.query.was_on
        return moment(self.data, on, on).day if on else self.when.day

    def was_before(self, item: Found) -> set[str]:
        """The statuses that a country held before the one that makes it count."""
        on_day = self.query.event in ("held", "ever", "throughout")
        before = self.when.asked if on_day or item.date is None else item.date
        past = past_of(self.data.holdings.get(item.code, ()), before)
        return {str(holding.period.category) for holding in past} - {item.category or ""}

    def ever_was(self, item: Found) -> set[str]:
        """The statuses that a country held up to the day."""
        return {holding.period.category for holding in past_of(self.data.holdings.get(item.code, ()), self.when.day)}

    def _superlative(self, chosen: dict[str, Found]) -> dict[str, Found]:
        """Those whose date is first or last, or who did it most often; all, if none of that is asked."""
        show = self.query.show
        if show == "most" and chosen:
            times = {code: self.times(code) for code in chosen}
            most = max(times.values())
            return {code: item for code, item in chosen.items() if times[code] == most}
        if show in ("first", "last") and chosen:
            dates = [item.date or "" for item in chosen.values()]
            date = min(dates) if show == "first" else max(dates)
            return {code: item for code, item in chosen.items() if item.date == date}
        return chosen


Condition = Callable[[Selection, Found], bool]

CONDITIONS: tuple[Condition, ...] = (
    lambda s, item: item.code not in s.query.besides,
    lambda s, item: not s.query.formerly or bool(s.was_before(item) & set(s.query.formerly)),
    lambda s, item: not s.query.was or s.data.status_on(item.code, s.other_day) in s.query.was,
    lambda s, item: not s.query.never or not s.ever_was(item) & set(s.query.never),
    lambda s, item: not s.query.founders or item.code in s.data.data.organization.founded.founders,
    lambda s, item: not s.query.no_founders or item.code not in s.data.data.organization.founded.founders,
    lambda s, item: not s.query.hosted or item.code in s.hosted or s.may_do_none(item),
    lambda s, item: not s.query.never_hosted or item.code not in s.hosted,
    lambda s, item: not s.query.chaired or item.code in s.chaired or s.may_do_none(item),
    lambda s, item: not s.query.never_chaired or item.code not in s.chaired,
)
"""What a country has to meet besides its status; each holds where the query does not ask for it."""

ON_RECORD: tuple[Condition, ...] = (
    lambda s, item: not s.query.is_counted or within(s.times(item.code), s.query.at_least, s.query.at_most),
    lambda s, item: s.query.attended is None or s.attended(item),
    lambda s, item: not s.query.attended_at or s.visited(item.code).issuperset(s.query.attended_at),
    lambda s, item: all(stayed_away(s.data, s.data.summits[summit], item.code) is True for summit in s.query.missed_at),
)
"""The same of what is known only as far as it is recorded."""

EVERY_CONDITION = CONDITIONS + ON_RECORD


def lies_in(date: str, period: Period) -> bool:
    """Whether a date, as precise as it is, lies wholly in a period."""
    named = parse_period(date)
    return period.first <= named.first and named.last <= period.last
