"""What can be told of the organisation, by topic: sentences over its records."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from scocli.answers import Column, Table
from scocli.dataset import DataSet
from scocli.days import spoken
from scocli.facts.nouns import NOUNS, of_sco
from scocli.facts.time import Moment
from scocli.queries import bodies
from scocli.queries.base import QueryError
from scocli.queries.common import Draft, moment, yes_no
from scocli.queries.topic import FACTS, Topic, all_sources, noted
from scocli.text import capitalized, listed

if TYPE_CHECKING:
    from scocli.models import Category, Clause

LANGUAGE_NAMES = {"ru": "Russian", "zh": "Chinese", "en": "English"}


def _sco(data: DataSet) -> Topic:
    facts = data.data.organization
    said = facts.meaning
    if said is None:
        return Topic("what it is", (), {})
    return Topic("what it is", said.sources, {"all": Draft("text", facts.names.en, said.text)}, noted(said.note))


def _name(data: DataSet) -> Topic:
    facts = data.data.organization
    names, short = facts.names, facts.abbreviations
    text = f"{names.en} ({listed(short.en)}); in Russian {names.ru} ({listed(short.ru)}), in Chinese {names.zh} ({listed(short.zh)})."
    others = facts.other_names
    if others:
        text += f" Others also call it {listed([repr(other.name) for other in others], 'or')}."
    notes = noted(*(f"{other.name!r}: {other.note}" for other in others if other.note))
    sources = (*facts.sources, *(source for other in others for source in other.sources))
    return Topic("name", sources, {"all": Draft("text", names.en, text)}, notes)


def _founding(data: DataSet) -> Topic:
    founded = data.data.organization.founded
    founders = listed([data.name(code) for code in data.in_order(founded.founders)])
    day, states = spoken(founded.date), len(founded.founders)
    told = {
        "date": Draft("date", founded.date, f"The SCO was founded in {founded.city} on {day} by {founders}."),
        "city": Draft("city", founded.city, f"The SCO was founded in {founded.city} on {day}."),
        "countries": Draft("countries", sorted(founded.founders), f"The SCO was founded on {day} by {founders}."),
        "count": Draft("number", states, f"The SCO was founded on {day} by {states} states: {founders}."),
        "document": Draft("text", founded.document, f"The SCO was founded by the {founded.document}."),
    }
    return Topic("founding", founded.sources, told)


def _charter(data: DataSet) -> Topic:
    charter = data.data.organization.charter
    signed, since = spoken(charter.signed), spoken(charter.in_force)
    in_city = f"The Charter was signed in {charter.city} on {signed}"
    told = {
        "date": Draft("date", charter.signed, f"{in_city}; in force since {since}."),
        "city": Draft("city", charter.city, f"{in_city}."),
        "in-force": Draft(
            "date", charter.in_force, f"The Charter, signed on {signed}, has been in force since {since}."
        ),
    }
    return Topic("charter", charter.sources, told, noted(charter.note))


_CLAUSES = (Column("number", "No.", "number"), Column("text", "What"), Column("article", "Article", "number"))


def _clauses(what: str, clauses: "tuple[Clause, ...]") -> Topic:
    """Aims or principles."""
    articles = listed([str(article) for article in sorted({clause.article for clause in clauses})])
    phrases = [clause.text for clause in clauses]
    numbered = "; ".join(f"({number}) {phrase}" for number, phrase in enumerate(phrases, start=1))
    text = f"The {what} of the SCO by Article {articles} of its Charter are {numbered}."
    rows = tuple((number, clause.text, clause.article) for number, clause in enumerate(clauses, start=1))
    told = {
        "all": Draft("text", phrases, text),
        "count": Draft("number", len(phrases), f"The Charter of the SCO names {len(phrases)} {what}."),
    }
    return Topic(
        what,
        all_sources(clauses),
        told,
        tables=(Table(capitalized(what), _CLAUSES, rows, tuple(clause.sources for clause in clauses)),),
    )


def _aims(data: DataSet) -> Topic:
    return _clauses("aims", data.data.organization.aims)


def _principles(data: DataSet) -> Topic:
    return _clauses("principles", data.data.organization.principles)


def _spirit(data: DataSet) -> Topic:
    spirit = data.data.organization.shanghai_spirit
    if spirit is None:
        return Topic("Shanghai Spirit", (), {})
    met = f"the meeting of {spoken(spirit.declared)} in {spirit.city}"
    text = f"The Shanghai Spirit is {listed(spirit.elements)}; the Charter traces it to {met}."
    told = {
        "all": Draft("text", list(spirit.elements), text),
        "date": Draft("date", spirit.declared, f"The Charter traces the Shanghai Spirit to {met}."),
    }
    columns = (Column("element", "Element"), Column("zh", "In Chinese"))
    rows = tuple(zip(spirit.elements, spirit.elements_zh, strict=False))
    table = Table("Shanghai Spirit", columns, rows, (spirit.sources,) * len(rows))
    return Topic("Shanghai Spirit", spirit.sources, told, noted(spirit.note), (table,))


def _deciding(data: DataSet) -> Topic:
    deciding = data.data.organization.decision_making
    if deciding is None:
        return Topic("decision-making", (), {})
    text = f"The SCO decides by {deciding.rule} (Article {deciding.article} of its Charter). {deciding.text}"
    return Topic("decision-making", deciding.sources, {"all": Draft("text", deciding.rule, text)}, noted(deciding.note))


def _sco_day(data: DataSet) -> Topic:
    kept, founded = data.data.organization.sco_day, data.founded
    if kept is None:
        return Topic("SCO Day", (), {})
    day = spoken(f"{founded[:4]}{kept.day[1:]}").rpartition(" ")[0]
    why = f", the anniversary of the founding in {founded[:4]}" * (founded[4:] == kept.day[1:])
    return Topic("SCO Day", kept.sources, {"all": Draft("text", day, f"SCO Day is {day}{why}.")}, noted(kept.note))


def _languages(data: DataSet) -> Topic:
    languages = data.data.organization.official_languages
    names = listed([LANGUAGE_NAMES.get(code, code) for code in languages.codes])
    codes = sorted(languages.codes)
    told = {
        "all": Draft("languages", codes, f"The official languages of the SCO are {names}."),
        "count": Draft("number", len(codes), f"The SCO has {len(codes)} official languages: {names}."),
    }
    return Topic("languages", languages.sources, told, noted(languages.note))


def _website(data: DataSet) -> Topic:
    facts = data.data.organization
    return Topic(
        "website", facts.sources, {"all": Draft("text", facts.website, f"Website of the SCO: {facts.website}.")}
    )


def _predecessor(data: DataSet) -> Topic:
    before = data.data.organization.predecessor
    members = listed([data.name(code) for code in data.in_order(before.members)])
    met = listed([f"{summit.city} ({spoken(summit.date)})" for summit in before.summits])
    first, since = before.summits[0], spoken(before.founded)
    was = f"The predecessor of the SCO was the {before.name} ({members}), from {since}; it met in {met}."
    met_first = f"The {before.name} first met in {first.city} on {spoken(first.date)}."
    number = len(before.members)
    told = {
        "all": Draft("text", before.name, was),
        "date": Draft("date", before.founded, f"The {before.name}, the SCO's predecessor, dates from {since}."),
        "countries": Draft("countries", sorted(before.members), f"The {before.name} were {members}."),
        "count": Draft("number", number, f"The {before.name} had {number} members: {members}."),
        "city": Draft("city", first.city, met_first).cite(first.sources),
    }
    return Topic("predecessor", before.sources, told)


_MEETINGS = (
    Column("date", "Date", "date"),
    Column("city", "City"),
    Column("country", "Country", "country"),
    Column("note", "Note", "note"),
)


def _meetings_of_predecessor(data: DataSet, on: str | None) -> Topic:
    """The first and the last meeting of the predecessor, or that of a year.

    :raises QueryError: if none was in that year, or several.
    """
    before = data.data.organization.predecessor
    met = [summit for summit in before.summits if on is None or summit.date.startswith(on[:4])]
    if on and len(met) != 1:
        raise QueryError(f"the {before.name} had no meeting then, or several")
    facts = {}
    for name, one in {"date": met[0], "first": met[0], "last": met[-1], "city": met[0]}.items():
        text = f"The {before.name} met in {one.city} on {spoken(one.date)}."
        facts[name] = Draft("city", one.city, text) if name == "city" else Draft("date", one.date, text)
        facts[name].cite(one.sources).remarks += noted(one.note)
    rows = tuple((one.date, one.city, data.name(one.country), one.note) for one in before.summits)
    table = Table(f"Meetings of the {before.name}", _MEETINGS, rows, tuple(one.sources for one in before.summits))
    return Topic("predecessor", before.sources, facts, tables=(table,), concerns=())


_CATEGORIES = (
    Column("category", "Category", "category"),
    Column("meaning", "Meaning"),
    Column("introduced", "Since", "date"),
    Column("retired", "Until", "date"),
)


def _categories(data: DataSet) -> Topic:
    """All categories in one answer: how they differ."""
    known, told = data.categories.values(), []
    for category in known:
        verb = f"was, to {spoken(category.retired)}," if category.retired else "is"
        told.append(_meaning(category, NOUNS[category.id].one, verb))
    rows = tuple((c.id, c.meaning, c.introduced, c.retired) for c in known)
    table = Table("Categories", _CATEGORIES, rows, tuple(category.sources for category in known))
    facts = {"all": Draft("text", list(data.categories), " ".join(told))}
    return Topic("categories", all_sources(known), facts, tables=(table,), concerns=tuple(data.categories))


def _meaning(category: "Category", noun: str, verb: str) -> str:
    """'A member state is a state that ...'; 'SCO partner is the one status ...', which is no word for one that holds it."""
    named = noun.split(" ", 1)[1] if category.meaning.startswith("The ") else noun
    return capitalized(f"{named} {verb} {category.meaning[:1].lower()}{category.meaning[1:]}.")


def _category(data: DataSet, category: "Category", when: Moment) -> Topic:
    """What a category means, and when there was it."""
    began, ended = category.introduced, category.retired
    exists = began <= when.day and (ended is None or when.day < ended)
    span = f"since {spoken(began)}"
    if ended:
        span = (
            f"from {spoken(began)} to {spoken(ended)}, when it was merged into {NOUNS[category.merged_into or ''].many}"
        )
    term = f"the category of {NOUNS[category.id].many}"
    course = capitalized(f"{term} {'existed' if ended else 'has existed'} {span}.")
    verb = ("existed" if exists else "did not exist") if when.is_past else "exists" if exists else "does not exist"
    meaning = _meaning(category, of_sco((category.id,), one=True), "was" if ended else "is")
    facts = {
        "all": Draft("category", category.id, f"{meaning} {course}"),
        "date": Draft("date", began, course),
        "until": Draft("date", ended or "none", course),
        "exists": Draft("yes-no", exists, yes_no(exists, f"{term} {verb}{when.words}, {span}"), on=when.asked),
    }
    rows = (("meaning", category.meaning), ("introduced", began), ("retired", ended))
    known = tuple(row for row in rows if row[1])
    table = Table(category.label, FACTS, known, (category.sources,) * len(known))
    return Topic(category.label, category.sources, facts, noted(category.note), (table,))


def _next_summit(data: DataSet) -> Topic:
    if not data.planned:
        return Topic("next summit", (), {})
    summit = min(data.planned.values(), key=lambda planned: planned.start)
    where = f"{data.in_text(summit.country)} ({summit.city})"
    text = f"The next summit is announced for {spoken(summit.start)} in {where}."
    told = {
        "all": Draft("summits", [summit.id], text),
        "date": Draft("date", summit.start, text),
        "city": Draft("city", summit.city, text),
        "country": Draft("countries", [summit.country], text),
    }
    return Topic("next summit", summit.sources, told, noted(summit.note))


_TOLD: dict[str, Callable[[DataSet], Topic]] = {
    "sco": _sco,
    "name": _name,
    "founding": _founding,
    "charter": _charter,
    "aims": _aims,
    "principles": _principles,
    "shanghai-spirit": _spirit,
    "decision-making": _deciding,
    "sco-day": _sco_day,
    "languages": _languages,
    "website": _website,
    "bodies": bodies.bodies,
    "predecessor": _predecessor,
    "next-summit": _next_summit,
    "agreements": bodies.agreements,
    "categories": _categories,
}
"""What makes each topic that is no body, no other organisation, no office and no category, and is not told of a day."""


def told(data: DataSet, topic: str, on: str | None, show: str, today: str) -> Topic:
    """What is told under a topic that is no office; of some topics on a day."""
    if topic in data.categories:
        return _category(data, data.categories[topic], moment(data, on, today))
    if topic == "rats-directors":
        return bodies.directors(data, on)
    if topic == "predecessor" and (on or show in ("first", "last")):
        return _meetings_of_predecessor(data, on)
    if topic in data.bodies:
        return bodies.body(data, data.bodies[topic])
    return _TOLD[topic](data) if topic in _TOLD else bodies.partner(data, topic)
