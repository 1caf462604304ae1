"""Meetings: when and where, who hosted and chaired."""

from dataclasses import replace

from scocli.ask.around import Between, meeting_days
from scocli.ask.question import Line, Made, Maker, Question, Unbound
from scocli.ask.summits import HELD as FORMS
from scocli.ask.summits import SummitPhrase
from scocli.ask.times import spelled
from scocli.facts.conditions import ByWhom, Condition, Form, In, Number, Role
from scocli.queries.about import About
from scocli.queries.base import Query
from scocli.queries.countries import Countries
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits


def meeting(show: str) -> Maker:
    """A maker for one fact of one meeting, which took place or was announced."""

    def make(q: Question) -> Query:
        phrase = q.meeting
        if not phrase.ids(q.data) and phrase.time:
            year = spelled(phrase.time.named)[:4]
            if any(found.start[:4] == year for found in q.data.planned.values()):
                return About(topic="next-summit", show={"host": "country"}.get(show, show))
        return SummitFacts(summit=q.summit(phrase), show=show)

    return make


def announced(q: Question) -> Made:
    """A meeting that is announced, by its year or city."""
    if q.meeting.ids(q.data):
        raise Unbound
    return meeting("main")(q)


def meeting_of(show: str) -> Maker:
    """A maker for one fact of the one meeting that a country hosted or chaired."""

    def make(q: Question) -> Query:
        said = [value for value in q.values("SUMMIT") if isinstance(value, SummitPhrase)]
        country = (str(q.one("COUNTRY")),)
        forms = [form for kind, form in FORMS.items() if q.has(kind)]
        phrase = replace(
            said[0],
            time=said[0].time or q.time,
            cities=said[0].cities or q.values("CITY"),
            held=said[0].held or next(iter(forms), None),
            **{"chairs" if q.has("CHAIR") else "hosts": country},  # type: ignore[arg-type]
        )
        return SummitFacts(summit=q.summit(phrase), show=show)

    return make


def planned(show: str) -> Maker:
    """A maker for one fact of the meeting that is announced."""

    def make(q: Question) -> Query:
        day = q.day
        is_next = all(day is None or found.start[:4] == day[:4] for found in q.data.planned.values())
        if not q.one("SUMMIT").is_bare or not is_next or q.data.council != "heads-of-state":
            raise Unbound
        return About(topic="next-summit", show=show)

    return make


def meetings(show: str) -> Maker:
    """A maker for the meetings that are described."""

    def make(q: Question) -> Query:
        said = [value for value in q.values("SUMMIT") if isinstance(value, SummitPhrase)]
        if len(said) != 1 or said[0].chaired_by or said[0].select == "previous" or (said[0].select and show != "list"):
            raise Unbound
        phrase = said[0]
        asked: list[Condition] = [Number(phrase.ordinals)] if phrase.ordinals else []
        asked += [In(phrase.cities)] if phrase.cities else []
        asked += [ByWhom("hosted", phrase.hosts)] if phrase.hosts else []
        asked += [ByWhom("chaired", phrase.chairs)] if phrase.chairs else []
        asked += [Form((phrase.held,))] if phrase.held else []
        time = phrase.time or q.time
        if (
            not phrase.ids(q.data)
            or (phrase.ordinals and len(asked) > 1)
            or not (asked or time or phrase.plural or phrase.select)
        ):
            raise Unbound
        between = meeting_days(q.data, time.period) if time else Between()
        return Summits(where=tuple(asked), show=phrase.select or show, **between)

    return make


def when_it_led(q: Question) -> Query:
    """When a country hosted or chaired: the day of its meeting or, of several, these with their days."""
    if not all(phrase.is_bare and not phrase.select for phrase in q.values("SUMMIT")):
        raise Unbound
    country = (str(q.one("COUNTRY")),)
    phrase = SummitPhrase(**{"hosts" if q.has("HOST") else "chairs": country})  # type: ignore[arg-type]
    found = phrase.ids(q.data)
    if len(found) == 1:
        return SummitFacts(summit=found[0], show="date")
    return Summits(where=(ByWhom("hosted" if q.has("HOST") else "chaired", country),))


def all_chairs(q: Question) -> Query:
    """Who chaired each meeting."""
    if not q.one("SUMMIT").is_bare:
        raise Unbound
    return Summits(show="chairs")


def hosts(q: Question) -> Query:
    """All that ever hosted, where no meeting is named."""
    if any(not isinstance(value, SummitPhrase) or not value.is_bare or value.select for value in q.values("SUMMIT")):
        raise Unbound
    return Countries(where=(Role("hosted"),))


def some_summits(q: Question) -> Query:
    """The last three, or the first two."""
    number, held = int(q.one("NUMBER")), list(q.data.data.summits)
    if not 0 < number <= len(held) or not q.one("SUMMIT").is_bare:
        raise Unbound
    return Summits(to=held[number - 1].end) if q.order == "first" else Summits(from_=held[-number].start)


LINES: tuple[Line, ...] = (
    ("NEXT SUMMIT", "HOLD FUTURE DUE", "TIME CITY", {"when": planned("date"), "where": planned("city"), "what, which summit, name": planned("main")}),
    ("NEXT SUMMIT HOST|CHAIR", "HOLD FUTURE DUE", "TIME", {"who, which country, name": planned("country")}),
    ("SUMMIT|HOLD", "HOLD FUTURE", "SUMMIT TIME CITY", {"when": meeting("date"), "where": meeting("city")}),
    ("SUMMIT", "HOLD FUTURE", "SUMMIT TIME CITY", {"name, what, which summit": announced}),
    ("SUMMIT|TIME HOST", "HOLD FUTURE", "SUMMIT TIME CITY", {"who, which country, name": meeting("host")}),
    ("SUMMIT HOST", "HOLD", "SUMMIT", {"name": hosts}),
    ("SUMMIT NUMBER FIRST|LAST", "", "", {"name, which summit, what": some_summits}),
    ("SUMMIT", "HOLD ALL", "TIME", {"name, which summit, what": meetings("list"), "how many": meetings("count")}),
    ("SUMMIT CHAIR", "HOLD FUTURE NEXT", "SUMMIT TIME CITY", {"which country": meeting("chair-country"), "who, which person": meeting("chair")}),
    ("SUMMIT|TIME HOST LEADERS", "HOLD FUTURE", "SUMMIT TIME CITY", {"who, which person, name": meeting("chair")}),
    ("SUMMIT HOST|CHAIR COUNTRY", "HOLD FUTURE", "SUMMIT TIME CITY VIDEO INPERSON HYBRID", {"when": meeting_of("date"), "where": meeting_of("city")}),
    ("SUMMIT COUNTRY TITLEWORD", "", "TIME", {"what, name, which": meeting_of("theme")}),
    ("COUNTRY HOST|CHAIR", "SUMMIT", "", {"when": when_it_led}),
    ("SUMMIT CHAIR ALL", "", "", {"who, which person": all_chairs}),
    ("SUMMIT HOLD", "FUTURE", "TIME CITY", {"which country": meeting("host")}),
)  # fmt: skip
"""What is asked of it: see ``predicates``."""
