"""What can be told of the organisation, by topic: sentences over its records."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from scocli.answers import Column, Table
from scocli.dataset import DataSet
from scocli.days import spoken
from scocli.queries import bodies
from scocli.queries.common import plural
from scocli.queries.topic import Said, Topic, all_sources, noted
from scocli.text import capitalized, listed

if TYPE_CHECKING:
    from scocli.models import Clause

LANGUAGE_NAMES = {"ru": "Russian", "zh": "Chinese", "en": "English"}


def _sco(data: DataSet) -> Topic:
    facts = data.data.organization
    said = facts.meaning
    if said is None:
        return Topic("what it is", (), {})
    return Topic("what it is", said.sources, {"all": Said("text", facts.names.en, said.text)}, noted(said.note))


def _name(data: DataSet) -> Topic:
    facts = data.data.organization
    names, short = facts.names, facts.abbreviations
    text = f"{names.en} ({listed(short.en)}); in Russian {names.ru} ({listed(short.ru)}), in Chinese {names.zh} ({listed(short.zh)})."
    others = facts.other_names
    if others:
        text += f" Others also call it {listed([repr(other.name) for other in others], 'or')}."
    notes = noted(*(f"{other.name!r}: {other.note}" for other in others if other.note))
    sources = (*facts.sources, *(source for other in others for source in other.sources))
    return Topic("name", sources, {"all": Said("text", names.en, text)}, notes)


def _founding(data: DataSet) -> Topic:
    founded = data.data.organization.founded
    founders = listed([data.name(code) for code in data.in_order(founded.founders)])
    day, states = spoken(founded.date), len(founded.founders)
    told = {
        "date": Said("date", founded.date, f"The SCO was founded in {founded.city} on {day} by {founders}."),
        "city": Said("city", founded.city, f"The SCO was founded in {founded.city} on {day}."),
        "countries": Said(
            "countries", sorted(founded.founders), f"The SCO was founded on {day} by {founders}.", names=founders
        ),
        "count": Said("number", states, f"The SCO was founded on {day} by {states} states: {founders}."),
        "document": Said("text", founded.document, f"The SCO was founded by the {founded.document}."),
    }
    return Topic("founding", founded.sources, told)


def _charter(data: DataSet) -> Topic:
    charter = data.data.organization.charter
    signed, since = spoken(charter.signed), spoken(charter.in_force)
    in_city = f"The Charter was signed in {charter.city} on {signed}"
    told = {
        "date": Said("date", charter.signed, f"{in_city}; in force since {since}."),
        "city": Said("city", charter.city, f"{in_city}."),
        "in-force": Said(
            "date", charter.in_force, f"The Charter, signed on {signed}, has been in force since {since}."
        ),
    }
    return Topic("charter", charter.sources, told, noted(charter.note))


_CLAUSES = (Column("number", "No.", "number"), Column("text", "What"), Column("article", "Article", "number"))


def _clauses(what: str, clauses: "tuple[Clause, ...]") -> Topic:
    """Aims or principles."""
    articles = listed([str(article) for article in sorted({clause.article for clause in clauses})])
    text = f"Article {articles} of the Charter of the SCO names {plural(len(clauses), what[:-1])}."
    rows = tuple((number, clause.text, clause.article) for number, clause in enumerate(clauses, start=1))
    told = {"all": Said("text", [clause.text for clause in clauses], text), "count": Said("number", len(clauses), text)}
    return Topic(
        what,
        all_sources(clauses),
        told,
        tables=(Table(capitalized(what), _CLAUSES, rows, tuple(clause.sources for clause in clauses)),),
    )


def _spirit(data: DataSet) -> Topic:
    spirit = data.data.organization.shanghai_spirit
    if spirit is None:
        return Topic("Shanghai Spirit", (), {})
    met = f"the meeting of {spoken(spirit.declared)} in {spirit.city}"
    text = f"The Shanghai Spirit is {listed(spirit.elements)}; the Charter traces it to {met}."
    told = {
        "all": Said("text", list(spirit.elements), text),
        "count": Said("number", len(spirit.elements), text),
        "date": Said("date", spirit.declared, f"The Charter traces the Shanghai Spirit to {met}."),
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
    return Topic("decision-making", deciding.sources, {"all": Said("text", deciding.rule, text)}, noted(deciding.note))


def _sco_day(data: DataSet) -> Topic:
    kept, founded = data.data.organization.sco_day, data.founded
    if kept is None:
        return Topic("SCO Day", (), {})
    day = spoken(f"{founded[:4]}{kept.day[1:]}").rpartition(" ")[0]
    why = f", the anniversary of the founding in {founded[:4]}" * (founded[4:] == kept.day[1:])
    said = Said("text", day, f"SCO Day is {day}{why}.")
    return Topic("SCO Day", kept.sources, {"all": said, "date": said}, noted(kept.note))


def _languages(data: DataSet) -> Topic:
    languages = data.data.organization.official_languages
    names = listed([LANGUAGE_NAMES.get(code, code) for code in languages.codes])
    codes = sorted(languages.codes)
    told = {
        "all": Said("languages", codes, f"The official languages of the SCO are {names}.", names=names),
        "count": Said("number", len(codes), f"The SCO has {len(codes)} official languages: {names}."),
    }
    return Topic("languages", languages.sources, told, noted(languages.note))


def _website(data: DataSet) -> Topic:
    facts = data.data.organization
    return Topic(
        "website", facts.sources, {"all": Said("text", facts.website, f"Website of the SCO: {facts.website}.")}
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
        "all": Said("text", before.name, was),
        "date": Said("date", before.founded, f"The {before.name}, the SCO's predecessor, dates from {since}."),
        "countries": Said("countries", sorted(before.members), f"The {before.name} were {members}.", names=members),
        "count": Said("number", number, f"The {before.name} had {number} members: {members}."),
        "city": Said("city", first.city, met_first, first.sources),
    }
    return Topic("predecessor", before.sources, told)


def _next_summit(data: DataSet) -> Topic:
    if not data.planned:
        return Topic("next summit", (), {})
    summit = min(data.planned.values(), key=lambda planned: planned.start)
    where = f"{data.in_text(summit.country)} ({summit.city})"
    text = f"The next summit is announced for {spoken(summit.start)} in {where}."
    told = {
        "all": Said("summits", [summit.id], text),
        "date": Said("date", summit.start, text),
        "city": Said("city", summit.city, text),
        "country": Said("countries", [summit.country], text, names=data.name(summit.country)),
    }
    return Topic("next summit", summit.sources, told, noted(summit.note))


_TOLD: dict[str, Callable[[DataSet], Topic]] = {
    "sco": _sco,
    "name": _name,
    "founding": _founding,
    "charter": _charter,
    "aims": lambda data: _clauses("aims", data.data.organization.aims),
    "principles": lambda data: _clauses("principles", data.data.organization.principles),
    "shanghai-spirit": _spirit,
    "decision-making": _deciding,
    "sco-day": _sco_day,
    "languages": _languages,
    "website": _website,
    "bodies": bodies.bodies,
    "rats-directors": bodies.directors,
    "predecessor": _predecessor,
    "next-summit": _next_summit,
    "agreements": bodies.agreements,
}
"""What makes each topic that is no body, no other organisation, no office and no category."""


def told(data: DataSet, topic: str) -> Topic:
    """What is told under a topic that is no office and no category."""
    if topic in data.bodies:
        return bodies.body(data, data.bodies[topic])
    if topic in _TOLD:
        return _TOLD[topic](data)
    return bodies.partner(data, topic)
