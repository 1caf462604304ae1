"""What the organisation is: its founding, bodies, languages, offices."""

from scocli.ask.question import Line, Made, Maker, Question, Unbound, names_holders
from scocli.ask.times import spelled
from scocli.facts.conditions import Among, Founder, Not, Predecessor
from scocli.queries.about import About
from scocli.queries.base import Query
from scocli.queries.countries import Countries
from scocli.queries.overview import Overview
from scocli.topics import topics


def organisation(q: Question) -> Query:
    """What it is."""
    return About(topic="sco") if q.data.data.organization.meaning else Overview()


def each(*makers: Maker) -> Maker:
    """A maker of several queries, for what is asked of several things."""

    def make(q: Question) -> Made:
        made = (maker(q) for maker in makers)
        return tuple(query for found in made for query in (found if isinstance(found, tuple) else (found,)))

    return make


def fact(topic: str, show: str) -> Maker:
    """A maker for a fact of the organisation, of whatever is named beside: 'founded 1996 or 2001?'."""
    return lambda _: About(topic=topic, show=show)


def signed(show: str) -> Maker:
    """A maker for when or where the Charter was signed, if that was then."""

    def make(q: Question) -> Query:
        if q.time and q.data.data.organization.charter.signed not in q.time.period:
            raise Unbound
        return About(topic="charter", show=show)

    return make


def about(topic: str, *shows: str) -> Maker:
    """A maker for a fact of the organisation; of what it names beside, it asks whether that is so."""

    def make(q: Question) -> Made:
        if q.asked == "name" and not q.verbs & {"is", "are", "was", "were"}:
            raise Unbound  # it names, and claims nothing
        named = _named(q)
        asked = tuple(
            About(topic=topic, show=show, has=named[_NAMED[show]]) for show in shows if named.get(_NAMED[show])
        )
        if len(asked) != len(named) or not asked:
            raise Unbound
        return asked

    return make


_NAMED = {
    "city": "city", "date": "day", "in-force": "day", "country": "country", "countries": "country",
}  # fmt: skip
"""What can be named of which fact."""
_LANGUAGES = {"RU": "ru", "CN": "zh"}
"""The languages that are called as the people of a country."""


def _named(q: Question) -> dict[str, str]:
    """What a question names beside what it asks of, by what it is."""
    found: dict[str, object] = {
        "city": q.optional("CITY"),
        "day": q.time and spelled(q.time.named),
        "country": q.optional("COUNTRY"),
    }
    return {what: str(name) for what, name in found.items() if name}


def languages(q: Question) -> Made:
    """Whether one or several languages are official."""
    codes = [_LANGUAGES.get(code, code) for code in (*q.countries, *q.values("LANGUAGE"))]
    return tuple(About(topic="languages", show="all", has=code) for code in dict.fromkeys(codes))


def founders_not_before(q: Question) -> Query:
    """The founders that were not in the predecessor."""
    if q.time and q.data.founded not in q.time.period:
        raise Unbound
    return Countries(where=(Founder(), Not(Predecessor())))


def in_predecessor(q: Question) -> Query:
    """Which of those that are given, or of the founders, were in the predecessor, or were not."""
    asked = Among(q.one("GIVEN")) if q.has("GIVEN") else Founder()
    return Countries(where=(asked, Not(Predecessor()) if q.has("NOT", "NOTCATEGORY") else Predecessor()))


def rest_of_predecessor(q: Question) -> Query:
    """Who was in the predecessor beside some."""
    return Countries(where=(Predecessor(), Not(Among(q.one("EXCLUDED")))))


def so_many_languages(q: Question) -> Query:
    """The languages, if there are as many as are spoken of."""
    if int(q.one("NUMBER")) != len(q.data.data.organization.official_languages.codes):
        raise Unbound
    return About(topic="languages", show="all")


def opened(topic: str) -> Maker:
    """A maker for the day on which a body was opened, in its city if one is named."""

    def make(q: Question) -> Query:
        if q.optional("CITY") not in (None, q.data.bodies[topic].city):
            raise Unbound
        return About(topic=topic, show="date")

    return make


def meaning(q: Question) -> Query:
    """What a category means."""
    category, words = str(q.one("CATEGORY")), next(token.words for token in q.tokens if token.kind == "CATEGORY")
    if words.startswith(_COUNTRIES) or (category == "member" and names_holders(words) and not q.has("MEAN")):
        raise Unbound  # 'what countries are members' asks who
    return About(topic=category)


_COUNTRIES = ("countries ", "states ", "nations ")


def predecessor(show: str) -> Maker:
    """A maker for a fact of the predecessor, if what is said of it beside is so."""

    def make(q: Question) -> Query:
        before = q.data.data.organization.predecessor
        if (time := q.time) and before.founded not in time.period:
            raise Unbound
        if not set(before.members).issuperset(q.countries) or (q.countries and show == "countries"):
            raise Unbound
        return About(topic="predecessor", show=show)

    return make


def called_before(q: Question) -> Query:
    """What the organisation was called before the time in which it was founded."""
    words = next(token.words for token in q.tokens if token.kind == "SHANGHAIFIVE")
    time = q.time
    if not words.endswith("called before") or time is None or q.data.founded not in time.named:
        raise Unbound
    return About(topic="predecessor", show="all")


def topic(show: str) -> Maker:
    """A maker for what is told under a topic."""

    def make(q: Question) -> Query:
        named = str(q.one("TOPIC"))
        if named not in topics(q.data):
            raise Unbound
        return About(topic=named, show=show)

    return make


def founders(q: Question) -> Query:
    """The founders, if there are as many as are spoken of."""
    if int(q.one("NUMBER")) != len(q.data.data.organization.founded.founders):
        raise Unbound
    return Countries(where=(Founder(),))


def predecessor_meeting(q: Question) -> Query:
    """When or where the predecessor met: in a year, first or last."""
    phrase = next((phrase for phrase in q.values("SUMMIT") if phrase.select or phrase.time), None)
    order, time = q.order or (phrase and phrase.select), q.time or (phrase and phrase.time)
    met = [
        meeting.date
        for meeting in q.data.data.organization.predecessor.summits
        if not time or meeting.date in time.period
    ]
    if order not in ("first", "last", None) or not (met[:1] if order else met[:-1] == [] and met):
        raise Unbound
    day = met[-1 if order == "last" else 0]
    if q.asked == "when" and order:
        return About(topic="predecessor", show=str(order))
    return About(topic="predecessor", show="city" if q.asked == "where" else "date", on=day[:4])


LINES: tuple[Line, ...] = (
    ("THESCO", "MEAN", "", {"what, name, who": organisation}),
    ("CATEGORY", "MEAN STATUSWORD JOIN", "", {"what": meaning}),
    ("CATEGORY MEAN", "STATUSWORD JOIN BY TERM", "", {"what, name, how, who": meaning}),
    ("FOUND", "ALL", "", {"when": fact("founding", "date"), "where": fact("founding", "city"), "who, which country": fact("founding", "countries")}),
    ("FOUND", "", "TIME CITY", {"yes-no, name": about("founding", "date", "city")}),
    ("FOUND OR", "", "TIME CITY", {"yes-no, name": fact("founding", "date")}),
    ("FOUNDINGDOCUMENT", "FOUND", "", {"what, name, which": fact("founding", "document")}),
    ("CHARTER", "SIGN", "TIME", {"when": signed("date"), "where": signed("city")}),
    ("CHARTER INFORCE", "", "", {"when": fact("charter", "in-force")}),
    ("CHARTER SIGN", "", "TIME CITY", {"yes-no, name": about("charter", "date", "city")}),
    ("CHARTER INFORCE", "", "TIME", {"yes-no, name": about("charter", "in-force")}),
    ("SECRETARIAT AND RATS", "SIT HOST", "", {"where, name, what": each(fact("secretariat", "city"), fact("rats", "city"))}),
    ("SECRETARIAT", "SIT HOST NOW", "", {"where, what, name": fact("secretariat", "city"), "which country, who": fact("secretariat", "country")}),
    ("SECRETARIAT OPEN|FOUND|SIT CITY", "OPEN FOUND SIT", "", {"when": opened("secretariat")}),
    ("SECRETARIAT", "OPEN FOUND", "", {"when": opened("secretariat")}),
    ("SECRETARIAT", "SIT", "CITY COUNTRY", {"yes-no, name": about("secretariat", "city", "country")}),
    ("SECRETARIAT OPEN|FOUND", "", "TIME", {"yes-no, name": about("secretariat", "date")}),
    ("RATS", "FULLNAME MEAN", "", {"what, name": fact("rats", "all")}),
    ("RATS", "SIT SECRETARIAT HOST NOW", "", {"where": fact("rats", "city"), "which country, who": fact("rats", "country")}),
    ("RATS SIT|SECRETARIAT|HOST", "SIT SECRETARIAT HOST", "", {"what, name": fact("rats", "city")}),
    ("RATS OPEN|FOUND|SIT CITY", "OPEN FOUND SIT", "", {"when": opened("rats")}),
    ("RATS", "OPEN FOUND", "", {"when": opened("rats")}),
    ("RATS", "SIT SECRETARIAT", "CITY COUNTRY", {"yes-no, name": about("rats", "city", "country")}),
    ("RATS OPEN|FOUND", "", "TIME", {"yes-no, name": about("rats", "date")}),
    ("RATS|SECRETARIAT|SHANGHAIFIVE ORGANISATIONS", "RECENTLY", "", {"what": fact("name", "all")}),
    ("LANGUAGEWORD", "OPEN USE ALL NOW AND LEADERS HOLD", "", {"what, name, which language, who": fact("languages", "all"), "how many": fact("languages", "count")}),
    ("LANGUAGEWORD NUMBER", "USE ALL", "", {"what, name, which language": so_many_languages}),
    ("LANGUAGEWORD COUNTRY|LANGUAGE", "USE LEADERS", "", {"yes-no, name": languages}),
    ("SHANGHAIFIVE", "FOUND CATEGORY FOUNDERWORD COMPRISE FIRST", "TIME COUNTRY", {"when": predecessor("date"), "who, which country": predecessor("countries")}),
    ("SHANGHAIFIVE CATEGORY|FOUNDERWORD|COMPRISE|COUNTRYWORD", "CATEGORY FOUNDERWORD COMPRISE FIRST COUNTRYWORD", "", {"name": predecessor("countries"), "how many": fact("predecessor", "count")}),
    ("FOUNDERWORD NOT SHANGHAIFIVE", "CATEGORY COUNTRYWORD", "", {"who, which country, name, what": founders_not_before}),
    ("SHANGHAIFIVE BECOME", "", "", {"when": fact("founding", "date"), "where": fact("founding", "city")}),
    ("SHANGHAIFIVE NOTCATEGORY", "COUNTRYWORD", "GIVEN", {"who, which country, what": in_predecessor}),
    ("SHANGHAIFIVE GIVEN", "CATEGORY COUNTRYWORD NOT", "", {"who, which country, what": in_predecessor}),
    ("SHANGHAIFIVE JOIN", "FOUND BECOME FORMATWORD", "TIME", {"who, which country": founders_not_before}),
    ("SHANGHAIFIVE EXCLUDED", "CATEGORY FOUNDERWORD COMPRISE COUNTRYWORD", "", {"who, which country": rest_of_predecessor}),
    ("SHANGHAIFIVE", "", "TIME", {"what, name": called_before}),
    ("SHANGHAIFIVE", "FIRST CATEGORY FOUNDERWORD JOIN", "COUNTRY", {"yes-no, name": about("predecessor", "countries")}),
    ("SHANGHAIFIVE", "", "", {"what, name": fact("predecessor", "all"), "how many": fact("predecessor", "count")}),
    ("WEBSITE", "", "", {"what, name, where": fact("website", "all")}),
    ("FULLNAME", "MEAN", "", {"what, name": fact("name", "all")}),
    ("TOPIC", "MEAN NOW ALL BECOME", "", {"what, name, who, when, how": topic("main"), "how many": topic("count")}),
    ("FOUNDERWORD NUMBER", "FOUND ALL", "", {"name, who, which country": founders}),
    ("SHANGHAIFIVE SUMMIT|HOLD", "SUMMIT HOLD SIT", "TIME FIRST LAST", {"when, where": predecessor_meeting}),
)  # fmt: skip
"""What is asked of it: see ``predicates``."""
