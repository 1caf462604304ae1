"""What conditions are met by, told by brute force from the data file alone: day by day, record by record.

Nothing of the program is used.
"""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Any, NamedTuple

YES, NO, UNKNOWN = "yes", "no", "not-recorded"
_ORDER = (NO, UNKNOWN, YES)
GROUPS = {
    "member": "members",
    "observer": "observers",
    "dialogue-partner": "dialogue_partners",
    "partner": "partners",
    "guest": "guests",
}
OFFICES = {
    "president": {"President"},
    "prime-minister": {"Prime Minister"},
    "foreign-minister": {"Minister of Foreign Affairs", "Minister of External Affairs"},
}
LEVELS = ("head-of-state", "head-of-government", "deputy", "minister", "other")
CATEGORIES = ("member", "observer", "dialogue-partner", "partner")
STRANGERS = ("BR", "JP")
"""Countries that the data have no record of."""


def deny(found: str) -> str:
    """The denial of a verdict."""
    return _ORDER[2 - _ORDER.index(found)]


def every(found: Iterable[str]) -> str:
    """Whether all hold."""
    return _ORDER[min([2, *map(_ORDER.index, found)])]


def some(found: Iterable[str]) -> str:
    """Whether one holds."""
    return _ORDER[max([0, *map(_ORDER.index, found)])]


def is_so(known: bool | None) -> str:
    """The verdict of true, false or not known."""
    return UNKNOWN if known is None else YES if known else NO


@cache
def days_of(words: str) -> tuple[str, ...]:
    """All days of a day, month or year."""
    first = date.fromisoformat(words + "-01-01"[len(words) - 4 :] if len(words) < 10 else words)
    days = []
    while first.isoformat().startswith(words):
        days.append(first.isoformat())
        first += timedelta(days=1)
    return tuple(days)


@cache
def days_between(first: str, last: str) -> tuple[str, ...]:
    """All days from one to another."""
    at, end = date.fromisoformat(first), date.fromisoformat(last)
    return tuple((at + timedelta(days=n)).isoformat() for n in range((end - at).days + 1))


def shifted(day: str, days: int) -> str:
    """A day so many days later."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


class Span(NamedTuple):
    """A time: its words, and its first and last day where they are named."""

    words: str
    first: str | None
    last: str | None


ALWAYS = Span("", None, None)


class Oracle:
    """The facts of a data file.

    :ivar fields: the file, as JSON has it.
    :ivar on: the day asked about; by default the last that the file vouches for.
    """

    def __init__(self, fields: dict[str, Any]) -> None:
        self.fields = fields
        self.on = fields["through"]
        self.through: str = fields["through"]
        self.founded: str = fields["organization"]["founded"]["date"]
        self.countries = {country["code"]: country for country in fields["countries"]}
        self.summits: list[dict[str, Any]] = fields["summits"]
        self.subjects = (*self.countries, *STRANGERS)
        self.people = {alias: p["name"] for p in fields["persons"] for alias in (p["name"], *p.get("aliases", ()))}

    # ---- days

    @cached_property
    def by_day(self) -> dict[str, list[str | None]]:
        """What each country held on each day that the data cover."""
        days = days_between(self.founded, self.through)
        found: dict[str, list[str | None]] = {}
        for code, country in self.countries.items():
            found[code] = [None] * len(days)
            for status in country.get("statuses", []):
                found[code] = [status["category"] if status["since"] <= day else held for day, held in zip(days, found[code], strict=True)]  # fmt: skip
        return found

    def _place(self, day: str) -> int:
        """Which of the days that the data cover a day is."""
        return date.fromisoformat(day).toordinal() - date.fromisoformat(self.founded).toordinal()

    def status(self, code: str, day: str) -> str | None:
        """What a country held on a day."""
        is_covered = self.founded <= day <= self.through and code in self.by_day
        return self.by_day[code][self._place(day)] if is_covered else None

    def held_in(self, code: str, span: Span) -> set[str | None]:
        """What a country held on the days of a time: ``None`` for nothing, ``?`` for a day after the data."""
        days = self.days(span)
        inside = slice(max(self._place(days[0]), 0), max(self._place(days[-1]) + 1, 0))
        found = set(self.by_day[code][inside]) if code in self.by_day else {None}
        found |= {None} if days[0] < self.founded else set()
        return {"?"} if days[0] > self.through else found | ({"?"} if days[-1] > self.through else set())

    def days(self, span: Span) -> tuple[str, ...]:
        """The days that are to be looked at."""
        last = span.last or max(self.through, span.first or "")
        return days_between(span.first or min(self.founded, last), last)

    def is_beyond(self, span: Span) -> bool:
        """Whether days after the data are asked about."""
        return self.days(span)[-1] > self.through

    def inside(self, written: str, span: Span) -> str:
        """Whether a date, as precise as it is written, lies in a time."""
        days = days_of(written)
        found = {(span.first or "0") <= day <= (span.last or "9") for day in days}
        return UNKNOWN if len(found) == 2 else is_so(found.pop())

    def closed(self, events: list[str], span: Span) -> str:
        """Whether something of which all is known happened in a time."""
        beyond = [UNKNOWN] if self.is_beyond(span) else []
        return some([self.inside(written, span) for written in events] + beyond)

    @cached_property
    def edges(self) -> list[str]:
        """The days on which something changed, the days beside them, and days before and after the data."""
        days = {self.founded, self.through}
        for country in self.countries.values():
            days |= {status["since"] for status in country.get("statuses", [])}
        for summit in self.summits:
            days |= {summit["start"], summit["end"]}
        return sorted({shifted(day, n) for day in days for n in (-1, 0, 1)} | {"1999-05-05", "2030-01-01"})

    # ---- visits

    def capacity(self, summit: dict[str, Any], code: str) -> str:
        """In what capacity a country comes to a summit."""
        day = summit["start"]
        return self.status(code, day if day == self.founded else shifted(day, -1)) or "guest"

    def attended(
        self, summit: dict[str, Any], who: str, capacities: tuple[str, ...], leaders: tuple[str, ...], mode: str | None
    ) -> str:
        """Whether a country or a person came to a summit in some way."""
        is_country = len(who) == 2
        found = []
        for sent in summit["delegations"]:
            leader = sent.get("leader")
            if who not in (sent["country"], self.people.get(leader)):
                continue
            found.append(
                every(
                    [
                        is_so(not capacities or self.capacity(summit, sent["country"]) in capacities),
                        is_so(mode is None or sent["mode"] == mode),
                        *([some([self.led(summit, sent, word) for word in leaders])] if leaders else []),
                    ]
                )
            )
        if found:
            return some(found)
        all_came = {"virtual": "video", "in-person": "in-person"}.get(summit["format"])
        can_be = mode is None or all_came in (None, mode)
        if is_country:
            can_be = can_be and (not capacities or self.capacity(summit, who) in capacities)
            return every([self.came(summit, who), UNKNOWN if can_be else NO])
        if not (capacities or leaders or mode):
            for other in summit.get("organizations", []):
                if self.people.get(other.get("participant")) == who:
                    return YES
        for absence in summit.get("absences", []):
            if self.people.get(absence.get("person")) == who and not absence.get("session"):
                return NO
        homes = self.homes(who)
        unnamed = {sent["country"] for sent in summit["delegations"] if not sent.get("leader")}
        listed = all(self.is_complete(summit, code) and code not in unnamed for code in homes)
        return NO if (homes and listed) or not can_be else UNKNOWN

    def homes(self, person: str) -> set[str]:
        """The countries for which a person acted."""
        return {country for name, country in self._acted if name == person}

    @cached_property
    def _acted(self) -> set[tuple[str | None, str]]:
        found = set()
        for summit in self.summits:
            found |= {(self.people.get(sent.get("leader")), sent["country"]) for sent in summit["delegations"]}
            found |= {(self.people.get(gone.get("person")), gone["country"]) for gone in summit.get("absences", [])}
        return found

    def led(self, summit: dict[str, Any], sent: dict[str, Any], word: str) -> str:
        """Whether somebody of a level, in an office or of a name led a delegation; who is told to be away did not."""
        away = [a for a in summit.get("absences", []) if not a.get("session")]
        if sent.get("leader") is None and word in {self.people.get(a.get("person")) for a in away}:
            return NO
        roles = [a.get("role") or "" for a in away if a["country"] == sent["country"]]
        if sent.get("role") is None and word in OFFICES and any(self.held(role) & OFFICES[word] for role in roles):
            return NO
        if word in LEVELS:
            return is_so(None if sent.get("level") is None else sent["level"] == word)
        if word in OFFICES:
            role = sent.get("role")
            return is_so(None if role is None else bool(self.held(role) & OFFICES[word]))
        return is_so(None if sent.get("leader") is None else self.people[sent["leader"]] == word)

    @staticmethod
    def held(role: str) -> set[str]:
        """The offices that a role consists of."""
        return set(role.removeprefix("Acting ").split(" (")[0].split(" and "))

    def is_complete(self, summit: dict[str, Any], code: str) -> bool:
        """Whether a summit's list is complete for a country's group."""
        return summit["coverage"].get(GROUPS[self.capacity(summit, code)], "not-applicable") == "complete"

    def came(self, summit: dict[str, Any], code: str) -> str:
        """Whether a country came to a summit."""
        if code in {sent["country"] for sent in summit["delegations"]}:
            return YES
        told = code in {absence["country"] for absence in summit.get("absences", [])}
        return NO if told or self.is_complete(summit, code) else UNKNOWN

    def missed(self, summit: dict[str, Any], who: str) -> str:
        """Whether somebody who was expected did not come."""
        absences = summit.get("absences", [])
        if len(who) == 2:
            expected = self.capacity(summit, who) != "guest" or who in {a["country"] for a in absences}
            return every([deny(self.came(summit, who)), YES if expected else UNKNOWN])
        if any(self.people.get(a.get("person")) == who and not a.get("session") for a in absences):
            return YES
        led = any(self.people.get(sent.get("leader")) == who for sent in summit["delegations"])
        return NO if led or self.was_anothers(summit, who) else UNKNOWN

    def was_anothers(self, summit: dict[str, Any], who: str) -> bool:
        """Whether somebody else came for a person's country to a summit as its one head of state, or of government, as that person always did."""
        theirs = [sent for s in self.summits for sent in s["delegations"] if self.people.get(sent.get("leader")) == who]
        came_as = {(sent["country"], sent.get("level")) for sent in theirs}
        others = {(sent["country"], sent.get("level")) for sent in summit["delegations"] if sent.get("leader")}
        is_one_of_a_kind = {level for _, level in came_as} in ({"head-of-state"}, {"head-of-government"})
        return is_one_of_a_kind and not came_as.isdisjoint(others)

    def in_span(self, span: Span) -> list[dict[str, Any]]:
        """The summits whose first day is in a time."""
        return [s for s in self.summits if (span.first or "0") <= s["start"] <= (span.last or "9")]


def times(found: list[str], bound: str, number: int, *, more: bool) -> str:
    """Whether something was done so often, tried for every number of times that it may have been."""
    sure, open_ = found.count(YES), found.count(UNKNOWN)
    fits = {"at least": lambda n: n >= number, "at most": lambda n: n <= number, "exactly": lambda n: n == number}
    tried = {fits[bound](n) for n in range(sure, sure + open_ + (1000 if more else 0) + 1)}
    return UNKNOWN if len(tried) == 2 else is_so(tried.pop())


def with_gaps(fields: dict[str, Any]) -> dict[str, Any]:
    """A copy of a file in which some delegations have no leader, and some neither leader, office nor rank."""
    copy = json.loads(json.dumps(fields))
    for summit in copy["summits"]:
        for place, sent in enumerate(summit["delegations"]):
            if place % 5 == 1:
                sent.pop("leader", None)
            if place % 10 == 1:
                del sent["role"], sent["level"]
    return copy
