"""Conditions at random: the words that mean them, and what tells of anybody whether they are met (:mod:`oracle`)."""

from collections.abc import Callable, Iterable
from random import Random
from typing import Any, NamedTuple

from oracle import (
    ALWAYS,
    CATEGORIES,
    LEVELS,
    NO,
    OFFICES,
    UNKNOWN,
    YES,
    Oracle,
    Span,
    days_of,
    deny,
    every,
    is_so,
    shifted,
    some,
    times,
)


class Drawn(NamedTuple):
    """A condition: its words, and what tells whether somebody meets it.

    :ivar dates: the dates on which somebody did what it is about, where that is dated.
    :ivar times: how often at least and at most somebody did it, where it can be done several times.
    """

    words: str
    tell: Callable[[str], str]
    dates: Callable[[str], list[str]] | None = None
    times: Callable[[str], tuple[int, int]] | None = None


def listed(words: Iterable[str]) -> str:
    """Words with 'or' between them; those of several words in quotation marks."""
    return ",".join(f'"{word}"' if " " in word else word for word in words)


class Draw:
    """Conditions at random, with their verdicts; their dates are at :attr:`Oracle.edges`."""

    def __init__(self, oracle: Oracle, random: Random) -> None:
        self.oracle = oracle
        self.random = random

    def one(self) -> Drawn:
        """A condition on countries."""
        draw = self.random.choice(
            (self.founder, self.status, self.status, self.change, self.step, self.role, self.visit, self.visit, self.absent, self.names, self.office, self.predecessor)
        )  # fmt: skip
        return draw()

    def meeting(self) -> Drawn:
        """A condition on meetings."""
        return self.random.choice((self.by_whom, self.by_whom, self.attended_by, self.city, self.held, self.number, self.granted))()  # fmt: skip

    def whole(self, clause: Callable[[], Drawn]) -> Drawn:
        """One clause, or several with 'or', denied or not."""
        clauses = [clause() for _ in range(self.random.choice((1, 1, 1, 2)))]
        tell: Callable[[str], str] = lambda who: some([drawn.tell(who) for drawn in clauses])  # noqa: E731
        words = " or ".join(drawn.words for drawn in clauses)
        if self.random.random() < 0.4:
            return Drawn(f"not {words}", lambda who: deny(tell(who)))
        return Drawn(words, tell)

    # ---- parts

    def date(self) -> str:
        """A day, month or year."""
        return self.random.choice(self.oracle.edges)[: self.random.choice((4, 7, 10, 10))]

    def span(self, chance: float = 0.7) -> Span:
        """A time, or none."""
        if self.random.random() > chance:
            return ALWAYS
        first, last = sorted((self.date(), self.date()), key=lambda words: days_of(words)[0])
        kind = self.random.choice(("one", "both", "both", "from", "to"))
        if kind == "one":
            return Span(f" {first}", days_of(first)[0], days_of(first)[-1])
        if days_of(last)[-1] < days_of(first)[0]:
            first, last = last, first
        begin, end = days_of(first)[0] if kind != "to" else None, days_of(last)[-1] if kind != "from" else None
        return Span(f" {first if begin else ''}..{last if end else ''}", begin, end)

    def categories(self) -> tuple[str, ...]:
        """Some categories; none for any."""
        return tuple(self.random.sample(CATEGORIES, self.random.choice((0, 1, 1, 1, 2))))

    def summit(self) -> dict[str, Any]:
        """A summit."""
        return self.random.choice(self.oracle.summits)

    def people(self) -> list[str]:
        """Names of people who led delegations, spoke for organisations or are said to have been absent."""
        return [person["name"] for person in self.oracle.fields["persons"]]

    # ---- clauses on countries

    def founder(self) -> Drawn:
        """Founders."""
        founders = self.oracle.fields["organization"]["founded"]["founders"]
        return Drawn("founder", lambda who: is_so(who in founders))

    def predecessor(self) -> Drawn:
        """Those in the Shanghai Five."""
        members = self.oracle.fields["organization"]["predecessor"]["members"]
        return Drawn("predecessor", lambda who: is_so(who in members))

    def office(self) -> Drawn:
        """The offices of the organisation."""
        organization = self.oracle.fields["organization"]
        office, terms = self.random.choice((("chairmanship", organization["chairmanships"]), ("secretary-general", organization["secretaries_general"])))  # fmt: skip
        often, bound, number = self.often()
        return Drawn(
            f"{office}{often}",
            lambda who: times(
                [is_so(term["country"] == who) for term in terms],
                bound or "at least",
                number if bound else 1,
                more=office == "chairmanship" and who in organization["founded"]["founders"],
            ),
        )

    def names(self) -> Drawn:
        """Countries themselves."""
        codes = self.random.sample(self.oracle.subjects, self.random.choice((1, 2, 5)))
        return Drawn(",".join(codes), lambda who: is_so(who in codes))

    def status(self) -> Drawn:
        """Statuses held on a day, ever or throughout."""
        oracle, categories, span = self.oracle, self.categories(), self.span()
        wanted = categories or CATEGORIES
        how = self.random.choice(("", "ever ", "throughout "))
        words = f"{how}{listed(categories) or 'any'}{span.words}"
        if not how:
            day = min(span.last or oracle.through, oracle.through) if span.words else min(oracle.on, oracle.through)
            return Drawn(words, lambda who: is_so(oracle.status(who, day) in wanted))

        def tell(who: str) -> str:
            found = [UNKNOWN if held == "?" else is_so(held in wanted) for held in oracle.held_in(who, span)]
            return some(found) if how == "ever " else every(found)

        return Drawn(words, tell)

    def change(self) -> Drawn:
        """Statuses gained or lost."""
        oracle, categories, span = self.oracle, self.categories(), self.span()
        verb = self.random.choice(("became", "left"))
        at = self.summit()["id"] if self.random.random() < 0.2 else None
        before = self.random.choice((None, None, None, "any", "observer", "dialogue-partner", "observer,partner"))
        if verb == "became" and [*categories] == [before]:
            before = None  # nobody comes to what it was, and to ask so is refused
        words = f"{verb} {listed(categories) or 'any'}{span.words}{f' at {at}' if at else ''}"
        words += f" from {before}" if before else ""

        def dates(who: str) -> list[str]:
            events = []
            statuses = oracle.countries.get(who, {}).get("statuses", [])
            for place, status in enumerate(statuses):
                previous = statuses[place - 1] if place else None
                if verb == "became":
                    is_it = not categories or status["category"] in categories
                else:
                    is_it = previous is not None and previous["category"] in categories
                eve = oracle.status(who, shifted(status["since"], -1))
                from_ = before is None or (eve is not None if before == "any" else eve in before.split(","))
                if is_it and from_ and at in (None, status["granted_at"]):
                    events.append(status["since"])
            return [event for event in events if oracle.inside(event, span) == YES]

        return Drawn(words, lambda who: oracle.closed(dates(who), span), dates)

    def step(self) -> Drawn:
        """Statuses asked for, procedures opened, memoranda signed."""
        oracle, categories, span = self.oracle, self.categories(), self.span(0.5)
        verb = self.random.choice(("applied", "opened", "signed"))
        city = self.random.choice((None, None, "Goa", "Beijing", "Tashkent")) if verb == "signed" else None
        at = self.summit() if self.random.random() < 0.2 else None
        words = f"{verb}{' ' * bool(categories)}{listed(categories)}{span.words}"
        words += f" in {city}" if city else ""
        words += f" at {at['id']}" if at else ""

        def dates(who: str) -> list[str]:
            found = []
            for code, category, written, place in self._steps(verb):
                if code == who and (not categories or category in categories):
                    sitting = Span("", at["start"], at["end"]) if at else ALWAYS
                    there = is_so(None if place is None else place == city) if city else YES
                    fits = every([oracle.inside(written, span), oracle.inside(written, sitting), there])
                    found += [written] * (fits == YES)
            return found

        before = oracle.days(span)[-1] < oracle.founded
        return Drawn(words, lambda who: YES if dates(who) else NO if before else UNKNOWN, dates)

    def _steps(self, verb: str) -> list[tuple[str, str, str, str | None]]:
        if verb == "applied":
            return [(a["country"], a["category"], a["date"], None) for a in self.oracle.fields["applications"]]
        found = []
        for code, country in self.oracle.countries.items():
            for status in country.get("statuses", []):
                signed = status.get("memorandum")
                if verb == "opened" and "procedure_started" in status:
                    found.append((code, status["category"], status["procedure_started"], None))
                if verb == "signed" and signed:
                    found.append((code, status["category"], signed["date"], signed.get("city")))
        return found

    def often(self) -> tuple[str, str | None, int]:
        """How often, or nothing."""
        bound = self.random.choice((None, None, "at least", "at most", "exactly"))
        number = self.random.choice((0, 1, 2, 3, 20))
        return (f" {bound} {number} times", bound, number) if bound else ("", None, 0)

    @staticmethod
    def _times(at: Callable[[str], list[str]], *, more: bool) -> Callable[[str], tuple[int, int]]:
        def least_and_most(who: str) -> tuple[int, int]:
            found = at(who)
            return found.count(YES), found.count(YES) + found.count(UNKNOWN) + 1000 * more

        return least_and_most

    def role(self) -> Drawn:
        """Summits hosted or chaired."""
        oracle, span = self.oracle, self.span()
        verb, field = self.random.choice((("hosted", "country"), ("chaired", "chair_country")))
        often, bound, number = self.often()

        def at(who: str) -> list[str]:
            return [is_so(summit[field] == who) for summit in oracle.in_span(span)]

        def tell(who: str) -> str:
            found = at(who)
            if bound:
                return times(found, bound, number, more=oracle.is_beyond(span))
            return some(found + [UNKNOWN] * oracle.is_beyond(span))

        return Drawn(f"{verb}{often}{span.words}", tell, times=self._times(at, more=oracle.is_beyond(span)))

    def manner(self) -> tuple[str, tuple[str, ...], tuple[str, ...], str | None]:
        """How a delegation came: words, capacities, leaders, mode."""
        capacities = tuple(self.random.sample((*CATEGORIES, "guest"), self.random.choice((0, 0, 0, 1, 2))))
        chosen: list[str] = []
        if self.random.random() < 0.35:
            chosen = self.random.sample((*LEVELS, *OFFICES, *self.people()[::20]), self.random.choice((1, 1, 2)))
        mode = self.random.choice((None, None, None, None, "video", "in-person"))
        words = f" as {listed(capacities)}" if capacities else ""
        words += f" led by {listed(chosen)}" if chosen else ""
        words += {"video": " by-video", "in-person": " in-person"}.get(mode or "", "")
        return words, capacities, tuple(chosen), mode

    def visit(self) -> Drawn:
        """Summits attended."""
        oracle, span, one = self.oracle, self.span(), None
        often, bound, number = self.often()
        if self.random.random() < 0.2:
            often, bound = " every", "every"
        if not bound and self.random.random() < 0.4:
            one, span = self.summit(), self.span(0.1)
        manner, capacities, leaders, mode = self.manner()

        def at(who: str) -> list[str]:
            summits = [summit for summit in oracle.in_span(span) if one in (None, summit)]
            return [oracle.attended(summit, who, capacities, leaders, mode) for summit in summits]

        beyond = one is None and oracle.is_beyond(span)
        which = f" {one['id']}" if one else ""

        def tell(who: str) -> str:
            found = at(who)
            if bound == "every":
                return every(found + [UNKNOWN] * beyond) if found or beyond else NO
            if bound:
                return times(found, bound, number, more=beyond)
            return some(found + [UNKNOWN] * beyond)

        return Drawn(
            f"attended{often}{which}{span.words}{manner}",
            tell,
            times=self._times(at, more=beyond),
        )

    def absent(self) -> Drawn:
        """A summit missed."""
        oracle, summit = self.oracle, self.summit()
        return Drawn(f"absent from {summit['id']}", lambda who: oracle.missed(summit, who))

    # ---- clauses on meetings

    def _summit(self, summit_id: str) -> dict[str, Any]:
        return next(summit for summit in self.oracle.summits if summit["id"] == summit_id)

    def whom(self, people: bool = True) -> list[str]:
        """Some countries and people."""
        known = [*self.oracle.subjects, *(self.people() if people else [])]
        return self.random.sample(known, self.random.choice((1, 1, 2)))

    def by_whom(self) -> Drawn:
        """Meetings hosted, chaired or missed by somebody."""
        verb = self.random.choice(("hosted", "chaired", "missed"))
        whom = self.whom(people=verb != "hosted")

        def tell(summit_id: str) -> str:
            summit = self._summit(summit_id)
            if verb == "missed":
                return some([self.oracle.missed(summit, who) for who in whom])
            did = {"hosted": ["country"], "chaired": ["chair_country", "chair_person"]}[verb]
            return is_so(any(self.oracle.people.get(summit[field], summit[field]) in whom for field in did))

        return Drawn(f"{verb} by {listed(whom)}", tell)

    def attended_by(self) -> Drawn:
        """Meetings to which somebody came in some way."""
        whom = self.whom() if self.random.random() < 0.9 else []
        manner, capacities, leaders, mode = self.manner()

        def tell(summit_id: str) -> str:
            summit = self._summit(summit_id)
            asked = whom or list(self.oracle.countries)
            return some([self.oracle.attended(summit, who, capacities, leaders, mode) for who in asked])

        return Drawn(f"attended by {listed(whom) or 'any'}{manner}", tell)

    def city(self) -> Drawn:
        """Meetings in a city."""
        city = self.summit()["city"]
        return Drawn(f"in {listed([city])}", lambda summit_id: is_so(self._summit(summit_id)["city"] == city))

    def held(self) -> Drawn:
        """Meetings held in some form, or in a time."""
        span = self.span(0.5)
        if span.words:
            return Drawn(f"held{span.words}", lambda summit_id: is_so(self._summit(summit_id) in self.oracle.in_span(span)))  # fmt: skip
        forms = self.random.sample(("in-person", "virtual", "hybrid"), self.random.choice((1, 2)))
        return Drawn(f"held {listed(forms)}", lambda summit_id: is_so(self._summit(summit_id)["format"] in forms))

    def number(self) -> Drawn:
        """Meetings by number."""
        numbers = self.random.sample(range(30), 3)
        words = ",".join(map(str, numbers))
        return Drawn(f"number {words}", lambda summit_id: is_so(self._summit(summit_id)["ordinal"] in numbers))

    def granted(self) -> Drawn:
        """Meetings that gave somebody a status."""
        categories = self.categories()
        to = self.whom(people=False) if self.random.random() < 0.5 else []

        def tell(summit_id: str) -> str:
            return is_so(
                any(
                    status["granted_at"] == summit_id
                    and (not categories or status["category"] in categories)
                    and (not to or code in to)
                    for code, country in self.oracle.countries.items()
                    for status in country.get("statuses", [])
                )
            )

        words = f"granted {listed(categories) or 'any'}{' to ' * bool(to)}{listed(to)}"
        return Drawn(words, tell)
