"""Who came to meetings, and who led the delegations."""

from scocli.ask.question import Line, Maker, Question, Unbound
from scocli.facts.relations import VISIT
from scocli.facts.time import Time
from scocli.queries.attendance import Attendance
from scocli.queries.base import Query
from scocli.queries.summit import SummitFacts


def represented(q: Question) -> Query:
    """Who led a country's delegation to one meeting."""
    return Attendance(subjects=(str(q.one("COUNTRY")),), at=(q.summit(),), show="people")


def visits(q: Question) -> Query:
    """At which meetings somebody was: 'Azerbaijan's attendance'."""
    people = q.values("PERSON")
    if len(people) + len(q.countries) != 1 or any(len(names) != 1 for names in people):
        raise Unbound
    if not all(phrase.is_bare and not phrase.select for phrase in q.values("SUMMIT")):
        raise Unbound
    time = q.stretch or Time()
    show = "count" if q.asked == "how many" else "list"
    return Attendance(subjects=q.countries or people[0], from_=time.first, to=time.last, show=show)


def officeholder(q: Question) -> Query:
    """Who came as the holder of an office."""
    country, office = q.one("OFFICEHOLDER")
    return Attendance(subjects=(country,), led_by=(office,), at=(q.summit(),), show="people")


def first_visit(q: Question) -> Query:
    """When somebody first or last came."""
    if any(token.kind == "BECOME" and not token.words.startswith("ma") for token in q.tokens):
        raise Unbound  # 'make a debut'
    if not q.one("SUMMIT").is_bare:
        raise Unbound
    people = q.optional("PERSON")
    who = str(q.one("COUNTRY")) if people is None else people[0] if len(people) == 1 else ""
    if not any(who in (fact.country, fact.person) for fact in VISIT.facts(q.data)) or (people and q.countries):
        raise Unbound
    return Attendance(subjects=(who,), show=f"{q.order}-date")


def present(show: str) -> Maker:
    """A maker for who came to one meeting."""
    return lambda q: SummitFacts(summit=q.summit(), show=show)


LINES: tuple[Line, ...] = (
    ("SUMMIT PERSON|COUNTRY FIRST|LAST", "ATTEND BECOME", "", {"when": first_visit}),
    ("SUMMIT OFFICEHOLDER", "ATTEND", "SUMMIT TIME CITY", {"name": officeholder}),
    ("COUNTRY|PERSON PARTICIPANTS", "HISTORYWORD SUMMIT", "TIME", {"name, what, how": visits, "how many": visits}),
    ("REPRESENT COUNTRY", "LEADERS DELEGATIONS", "SUMMIT TIME CITY", {"who, which person, name": represented}),
    ("SUMMIT|CITY ATTEND|PARTICIPANTS", "FUTURE COUNTRYWORD", "SUMMIT TIME CITY", {"who, which country, name": present("countries"), "how many": present("count")}),
    ("SUMMIT|CITY LEADERS", "ATTEND FUTURE", "SUMMIT TIME CITY", {"which person, name": present("people")}),
)  # fmt: skip
"""What is asked of it: see ``predicates``."""
