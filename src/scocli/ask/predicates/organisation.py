"""What the organisation is: its founding, bodies, languages, offices."""

from scocli.ask.question import Line, Made, Maker, Question, Unbound, names_holders
from scocli.ask.scope import the_one
from scocli.ask.summits import SummitPhrase
from scocli.days import spelled
from scocli.facts.conditions import Founder, Not, Predecessor
from scocli.queries import answer
from scocli.queries.about import About
from scocli.queries.base import Query
from scocli.queries.countries import Countries
from scocli.queries.organization import told as facts_of
from scocli.queries.overview import Overview
from scocli.queries.sources import Sources
from scocli.topics import topic_key, topic_names

_ALONE = {"SECRETARIAT": "secretariat", "SHANGHAIFIVE": "predecessor", "LANGUAGEWORD": "languages", "FOUND": "founding"}
"""Kinds of words that each name a topic by themselves, where no other is named."""
_NAMED = {"city": "city", "date": "day", "in-force": "day", "country": "country", "countries": "country", "count": "number"}  # fmt: skip
"""What can be named of which fact."""
_CLAIMED = ("city", "date", "country", "countries", "count")
"""The facts that may be named beside what is asked."""
_LANGUAGES = {"RU": "ru", "CN": "zh"}
"""The languages that are called as the people of a country."""
_COUNTRIES = ("countries ", "states ", "nations ", "country ", "nation ")
"""How the name of a category begins that asks who is in it."""


def fact(topic: str, show: str) -> Maker:
    """A maker for a fact of the organisation, of whatever is named beside: 'founded 1996 or 2001?'."""
    return lambda _: About(topic=topic, show=show)


def _things(q: Question) -> tuple[str, ...]:
    """The topics that are named. :raises Unbound: if nothing is told of one."""
    known, joined = q.data.cached("topics", topic_names), any(token.kind == "AND" for token in q.phrases)
    alone = next((topic for kind, topic in _ALONE.items() if q.has(kind)), "")
    named = (
        *("secretariat",) * (joined and q.has("SECRETARIAT")),
        *(q.values("TOPIC", "OTHERORGANISATION") or (alone,)),
    )
    found = tuple(dict.fromkeys(topic for name in named for topic in known.get(topic_key(name), [""])))
    if "" in found or (len(found) > 1 and not joined):
        raise Unbound
    return found


def _thing(q: Question) -> str:
    """The one topic that is named. :raises Unbound: if there are several."""
    first, *others = _things(q)
    if others:
        raise Unbound
    return first


def told(*shows: str) -> Maker:
    """A maker for the first of some facts that is told of things, if what is said of them beside is so."""

    def make(q: Question) -> Made:
        return tuple(_told(q, topic, shows) for topic in _things(q))

    return make


def _told(q: Question, topic: str, shows: tuple[str, ...]) -> About:
    is_alone = {*_ALONE, "TOPIC"}.issuperset(token.kind for token in q.tokens)
    if q.asked == "what" and q.verbs & {"do", "does", "did"} and is_alone:
        raise Unbound  # 'What does the Secretariat' breaks off
    ties = [made.kind for made in q.data.data.organization.agreements if made.partner == topic]
    if ties and q.has("MEMORANDUM") and not ties[0].startswith("memorandum"):
        raise Unbound
    show = next((show for show in shows if show in ("main", *facts_of(q.data, topic).facts)), None)
    if show is None or any(answer(q.data, one, q.today).value is not True for one in _claims(q, topic, _CLAIMED)):
        raise Unbound
    if show == "city" and topic in q.data.bodies and q.has("FOUND", "OPEN", "SIGN"):
        raise Unbound  # its seat is not where it was founded
    return About(topic=topic, show=show)


def about(topic: str, *shows: str) -> Maker:
    """A maker for a fact of the organisation, or of the thing that is named; of what it names beside, it asks whether that is so."""

    def make(q: Question) -> Made:
        if q.asked == "name" and not q.verbs & {"is", "are", "was", "were"}:
            raise Unbound  # it names, and claims nothing
        if not (asked := _claims(q, topic or _thing(q), shows)):
            raise Unbound
        return asked

    return make


def observing(q: Question) -> Query:
    """Since when the organisation has been an observer at another, which stands behind the status."""
    kinds = [token.kind for token in q.tokens]
    if q.categories != ("observer",) or kinds.index("CATEGORY") > kinds.index("OTHERORGANISATION"):
        raise Unbound
    return About(topic=_thing(q), show="since")


def _claims(q: Question, topic: str, shows: tuple[str, ...]) -> tuple[About, ...]:
    """Whether what a question names beside is so of a thing. :raises Unbound: if that is told by none of some facts."""
    named, facts = _named(q), facts_of(q.data, topic).facts
    asked = {_NAMED[show]: show for show in shows if show in facts and _NAMED[show] in named}
    if len(asked) != len(named):
        raise Unbound
    return tuple(About(topic=topic, show=show, has=named[what]) for what, show in asked.items())


def _named(q: Question) -> dict[str, str]:
    """What a question names beside what it asks of, by what it is."""
    place = next((phrase for phrase in q.values("SUMMIT") if not phrase.noun), SummitPhrase())  # 'in Shanghai in 2001'
    time = q.time or place.time
    found: dict[str, object] = {
        "city": q.optional("CITY") or next(iter(place.cities), None),
        "day": time and spelled(time.named),
        "country": q.optional("COUNTRY"),
        "number": q.optional("NUMBER"),
    }
    if q.has("SUMMIT") and not place.cities:
        at = q.data.meetings[the_one(q)]
        found |= {"city": at.city, "day": at.start if at.start == at.end else None}
    return {what: str(name) for what, name in found.items() if name}


def seated(q: Question) -> Made:
    """The bodies that have their seat in a place, of 'body' the one; of one that is named, what it is, if its seat is there."""
    if q.has("TOPIC") and q.values("TOPIC") != ("bodies",):
        return told("main")(q)
    places = {*q.values("CITY", "INCOUNTRY")}
    found = [body.id for body in q.data.bodies.values() if {body.city, body.country} & places and not body.stage]
    if not found or (q.has("BODYWORD") and len(found) > 1):
        raise Unbound
    return tuple(About(topic=body, show="main") for body in found)


def languages(q: Question) -> Made:
    """Whether one or several languages are official."""
    codes = [_LANGUAGES.get(code, code) for code in (*q.countries, *q.values("LANGUAGE"))]
    return tuple(About(topic="languages", show="all", has=code) for code in dict.fromkeys(codes))


def founders_not_before(q: Question) -> Query:
    """The founders that were not in the predecessor."""
    if q.time and q.data.founded not in q.time.period:
        raise Unbound
    return Countries(where=(Founder(), Not(Predecessor())))


def meaning(q: Question) -> Query:
    """What a category means."""
    category, words = str(q.one("CATEGORY")), next(token.words for token in q.tokens if token.kind == "CATEGORY")
    if words.startswith(_COUNTRIES) or (category == "member" and names_holders(words) and not q.has("MEAN")):
        raise Unbound  # 'what countries are members' asks who
    return About(topic=category)


def predecessor_meeting(q: Question) -> Query:
    """When or where the predecessor met: in a year, first or last."""
    phrase = next((phrase for phrase in q.values("SUMMIT") if phrase.select or phrase.time), None)
    order, time = q.order or (phrase and phrase.select), q.time or (phrase and phrase.time)
    held = q.data.data.organization.predecessor.summits
    met = [one.date for one in held if not time or one.date in time.period]
    if order not in ("first", "last", None) or not (met[:1] if order else met[:-1] == [] and met):
        raise Unbound
    day = met[-1 if order == "last" else 0]
    if q.asked == "when" and order:
        return About(topic="predecessor", show=str(order))
    return About(topic="predecessor", show="city" if q.asked == "where" else "date", on=day[:4])


LINES: tuple[Line, ...] = (
    ("THESCO", "MEAN", "", {"what, name, who": lambda q: About(topic="sco") if q.data.data.organization.meaning else Overview()}),
    ("CATEGORY", "MEAN STATUSWORD JOIN", "", {"what": meaning}),
    ("CATEGORY MEAN", "STATUSWORD JOIN BY TERM", "", {"what, name, how, who": meaning}),
    ("FOUND", "ALL", "", {"who, which country": fact("founding", "countries")}),
    ("FOUND", "ALL COUNTRYWORD", "TIME CITY SUMMIT NUMBER", {"when": told("date"), "where": told("city")}),
    ("FOUND", "", "TIME CITY SUMMIT", {"yes-no, name": about("founding", "date", "city")}),
    ("FOUND OR", "", "TIME CITY", {"yes-no, name": fact("founding", "date")}),
    ("FOUNDINGDOCUMENT", "FOUND SIGN", "", {"what, name, which": fact("founding", "document"), "when": fact("founding", "date"), "where": fact("founding", "city")}),
    ("SECRETARIAT AND TOPIC", "SIT HOST", "", {"name, what": told("city")}),
    ("TOPIC|SECRETARIAT", "TOPIC SECRETARIAT SIT HOST NOW FUTURE AND", "", {"where": told("city"), "which country": told("country", "countries"), "who": told("country", "countries", "main")}),
    ("TOPIC|SECRETARIAT SECRETARIAT|SIT|HOST", "TOPIC NOW", "", {"what, name": told("city")}),
    ("TOPIC|SECRETARIAT", "TOPIC OPEN FOUND INTRODUCE", "", {"when": told("date")}),
    ("TOPIC|SECRETARIAT OPEN|FOUND|SIT CITY", "TOPIC OPEN FOUND SIT", "", {"when": told("date")}),
    ("TOPIC SIT|SECRETARIAT CITY", "", "", {"what, name, who": seated}),
    ("TOPIC", "FULLNAME MEAN NOW ALL BECOME", "", {"what, name, how, who": told("main"), "how many": told("count")}),
    ("BODYWORD CITY|INCOUNTRY", "SIT SECRETARIAT HOLD HOST", "CITY INCOUNTRY", {"what, name": seated}),
    ("TOPIC SIGN", "TIE", "TIME CITY", {"when": told("agreement", "date"), "where": told("city")}),
    ("TOPIC INFORCE", "", "", {"when": told("in-force")}),
    ("TOPIC|SECRETARIAT TASK", "MEAN", "", {"what, name": told("task")}),
    ("TOPIC HOLD", "", "", {"how many summits": told("meets")}),
    ("TOPIC|SECRETARIAT", "TOPIC SECRETARIAT SIT", "CITY COUNTRY", {"yes-no, name": about("", "city", "country")}),
    ("TOPIC|SECRETARIAT OPEN|FOUND", "TOPIC", "TIME", {"yes-no, name": about("", "date")}),
    ("TOPIC SIGN", "", "TIME CITY SUMMIT", {"yes-no, name": about("", "date", "city")}),
    ("TOPIC INFORCE", "", "TIME", {"yes-no, name": about("", "in-force")}),
    ("OTHERORGANISATION TIE|MEMORANDUM", "TIE MEMORANDUM SIGN FOUND OPEN HOLD BETWEEN AND AS", "", {"when": told("date"), "where": told("city"), "what, name, how": told("main"), "yes-no": lambda q: About(topic="agreements", has=_thing(q))}),
    ("OTHERORGANISATION CATEGORY", "BECOME STATUSWORD SINCE IN", "", {"when": observing}),
    ("ORGANISATIONS TIE|MEMORANDUM", "TIE MEMORANDUM SIGN AS", "", {"what, name, which": fact("agreements", "all")}),
    ("TOPIC|SECRETARIAT|SHANGHAIFIVE ORGANISATIONS", "RECENTLY", "", {"what, name": fact("name", "all")}),
    ("LANGUAGEWORD", "OPEN USE ALL NOW AND LEADERS HOLD", "", {"what, name, which language, who": fact("languages", "all"), "how many": fact("languages", "count")}),
    ("LANGUAGEWORD NUMBER", "USE ALL", "", {"what, name, which language": told("all")}),
    ("LANGUAGEWORD COUNTRY|LANGUAGE", "USE LEADERS", "", {"yes-no, name": languages}),
    ("SHANGHAIFIVE", "FOUND FIRST", "TIME COUNTRY", {"when": told("date")}),
    ("SHANGHAIFIVE BECOME", "", "", {"when": fact("founding", "date"), "where": fact("founding", "city")}),
    ("SHANGHAIFIVE RENAME", "", "TIME", {"yes-no, name": about("founding", "date"), "when": fact("founding", "date"), "where": fact("founding", "city")}),
    ("TOPIC RULE", "BECOME HOLD", "", {"yes-no, name": lambda q: About(topic=_thing(q), has=str(q.one("RULE")))}),
    ("SHANGHAIFIVE|RENAME JOIN", "FOUND BECOME FORMATWORD RENAME AFTER AND AS", "TIME", {"who, which country": founders_not_before}),
    ("SHANGHAIFIVE", "", "", {"what, name": fact("predecessor", "all"), "how many": fact("predecessor", "count")}),
    ("SOURCEWORD COUNTRY", "ALL OPEN", "", {"what, name, which": lambda q: Sources(subject=str(q.one("COUNTRY")))}),
    ("SOURCEWORD SUMMIT", "ALL OPEN", "", {"what, name, which": lambda q: Sources(subject=the_one(q))}),
    ("WEBSITE", "", "", {"what, name, where": fact("website", "all")}),
    ("FULLNAME", "MEAN", "", {"what, name": fact("name", "all")}),
    ("SCOAGE", "FOUND", "", {"what, name, how many, when": lambda _: About(topic="founding", show="age")}),
    ("NAMEIN", "FULLNAME MEAN HOW", "", {"what, name, how": lambda q: About(topic="name", show=str(q.one("NAMEIN")))}),
    ("SHANGHAIFIVE SUMMIT|HOLD", "SUMMIT HOLD SIT", "TIME FIRST LAST", {"when, where": predecessor_meeting}),
)  # fmt: skip
"""What is asked of it: see ``predicates``."""
