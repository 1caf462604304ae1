"""What can be told of the organisation, by topic: sentences over its records."""

from functools import cache
from pathlib import Path
from typing import Any, cast

from scocli.answers import Column, Kind, Table
from scocli.dataset import DataSet
from scocli.days import spoken
from scocli.queries import bodies
from scocli.queries.common import plural
from scocli.queries.topic import Said, Topic, all_sources, noted
from scocli.text import capitalized, listed

LANGUAGE_NAMES = {"ru": "Russian", "zh": "Chinese", "en": "English"}

_RECORDS = {
    "sco": ("what it is", "meaning"),
    "founding": ("founding", "founded"),
    "charter": ("charter", "charter"),
    "shanghai-spirit": ("Shanghai Spirit", "shanghai_spirit"),
    "decision-making": ("decision-making", "decision_making"),
    "sco-day": ("SCO Day", "sco_day"),
    "languages": ("languages", "official_languages"),
    "website": ("website", ""),
    "predecessor": ("predecessor", "predecessor"),
    "next-summit": ("next summit", "next"),
}
"""Topics that are one record: the title, and the field in which that is."""


@cache
def _sentences() -> dict[str, dict[str, tuple[Kind, str, str]]]:
    """What is told of these, by topic and what of it: the kind and the field of the value, and the sentence."""
    found: dict[str, dict[str, tuple[Kind, str, str]]] = {topic: {} for topic in _RECORDS}
    for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()[1:]:
        key, _, sentence = line.partition(" = ")
        topic, show, kind, field = key.split()
        found[topic][show] = (cast("Kind", kind), field, sentence)
    return found


_DAYS = ("date", "signed", "in_force", "declared", "founded", "start", "first_date")
_OF_ONE = frozenset({"country", "chair_country"})
_OF_COUNTRIES = ("founders", "members")


def _words(data: DataSet, field: str, value: Any) -> Any:
    """A field as it stands in a sentence."""
    if field in _DAYS:
        return spoken(value)
    if field in _OF_COUNTRIES:
        return listed([data.name(code) for code in data.in_order(value)])
    if field == "codes":
        return listed([LANGUAGE_NAMES.get(code, code) for code in value])
    if field == "summits":
        return listed([f"{met.city} ({spoken(met.date)})" for met in value])
    return data.in_text(value) if field in _OF_ONE else listed(value) if isinstance(value, tuple) else value


def _of_record(data: DataSet, topic: str) -> Topic:
    """A topic that is one record; without any facts where that is missing."""
    organization, (title, field) = data.data.organization, _RECORDS[topic]
    planned = min(data.planned.values(), key=lambda planned: planned.start, default=None)
    record: Any = planned if field == "next" else getattr(organization, field) if field else organization
    if record is None:
        return Topic(title, (), {})
    values: dict[str, Any] = {"called": organization.names.en, "website": organization.website}
    values |= vars(record) if field else {}
    counted = [len(values[several]) for several in (*_OF_COUNTRIES, "codes", "elements") if several in values]
    values["count"] = counted[0] if counted else None
    if field == "predecessor":
        values |= {f"first_{name}": value for name, value in vars(record.summits[0]).items()}
    if field == "sco_day":
        year, day = data.founded[:4], record.day[1:]
        values["kept"] = spoken(f"{year}{day}").rpartition(" ")[0]
        values["anniversary"] = f", the anniversary of the founding in {year}" * (data.founded[4:] == day)
    words = {name: _words(data, name, value) for name, value in values.items()}
    told = {}
    for show, (kind, name, text) in _sentences()[topic].items():
        value, names = values[name], ""
        if kind in ("countries", "summits", "languages"):
            value = sorted(value) if isinstance(value, tuple) else [value]
            names = "" if kind == "summits" else data.name(values[name]) if name in _OF_ONE else words[name]
        sources = values["first_sources"] if name.startswith("first_") else ()
        value = list(value) if isinstance(value, tuple) else value
        told[show] = Said(kind, value, text.format(**words), sources, names)
    tables = (_spirit(record),) if field == "shanghai_spirit" else ()
    return Topic(title, record.sources, told, noted(values.get("note")), tables)


def _spirit(spirit: Any) -> Table:
    columns = (Column("element", "Element"), Column("zh", "In Chinese"))
    rows = tuple(zip(spirit.elements, spirit.elements_zh, strict=False))
    return Table("Shanghai Spirit", columns, rows, (spirit.sources,) * len(rows))


def _name(data: DataSet) -> Topic:
    facts = data.data.organization
    names, short = facts.names, facts.abbreviations
    text = f"{names.en} ({listed(short.en)}); in Russian {names.ru} ({listed(short.ru)}), in Chinese {names.zh} ({listed(short.zh)})."
    others = facts.other_names
    if others:
        text += f" Others also call it {listed([repr(other.name) for other in others], 'or')}."
    notes = noted(*(f"{other.name!r}: {other.note}" for other in others if other.note))
    sources = (*facts.sources, *(source for other in others for source in other.sources))
    told = {"all": Said("text", names.en, text)}
    for language, name, of in (("Russian", names.ru, short.ru), ("Chinese", names.zh, short.zh)):
        told[language.lower()] = Said("text", name, f"In {language} the SCO is called {name} ({listed(of)}).")
    told["abbreviation"] = Said("text", short.en[0], f"The {names.en} is called {listed(short.en)} for short.")
    return Topic("name", sources, told, notes)


_CLAUSES = (Column("number", "No.", "number"), Column("text", "What"), Column("article", "Article", "number"))


def _clauses(data: DataSet, what: str) -> Topic:
    clauses = getattr(data.data.organization, what)
    articles = listed([str(article) for article in sorted({clause.article for clause in clauses})])
    text = f"Article {articles} of the Charter of the SCO names {plural(len(clauses), what[:-1])}."
    rows = tuple((number, clause.text, clause.article) for number, clause in enumerate(clauses, start=1))
    told = {"all": Said("text", [clause.text for clause in clauses], text), "count": Said("number", len(clauses), text)}
    table = Table(capitalized(what), _CLAUSES, rows, tuple(clause.sources for clause in clauses))
    return Topic(what, all_sources(clauses), told, tables=(table,))


_TABLES = {
    "name": _name, "bodies": bodies.bodies, "permanent-bodies": bodies.permanent_bodies,
    "rats-directors": bodies.directors, "agreements": bodies.agreements,
}  # fmt: skip


def told(data: DataSet, topic: str) -> Topic:
    """What is told under a topic that is no office and no category."""
    if topic in _RECORDS:
        return _of_record(data, topic)
    if topic in _TABLES:
        return _TABLES[topic](data)
    if topic in ("aims", "principles"):
        return _clauses(data, topic)
    return bodies.body(data, data.bodies[topic]) if topic in data.bodies else bodies.partner(data, topic)
