"""The organisation itself, and what a category means."""

from dataclasses import dataclass
from typing import ClassVar

from scocli.answers import Column, Kind, Table
from scocli.dataset import DataSet
from scocli.days import DayError, canonical, full_years, parse_period, spoken
from scocli.facts.nouns import NOUNS, of_sco
from scocli.facts.presence import subject_name
from scocli.facts.time import Time
from scocli.facts.verdict import NO, YES, Verdict, verdict
from scocli.queries import bodies, offices, organization
from scocli.queries.base import QueryError
from scocli.queries.choices import CATEGORIES
from scocli.queries.common import Draft, clause, moment, plural, yes_no
from scocli.queries.organization import LANGUAGE_NAMES
from scocli.queries.terms import LISTS, NEIGHBOURS, OfTopic
from scocli.queries.topic import FACTS
from scocli.records import Category, Conflict
from scocli.text import capitalized, fold, listed, quoted
from scocli.topics import partner_topics, topic_key, topic_names, topics

OVER_TIME = (*LISTS, *NEIGHBOURS)


@dataclass(frozen=True, kw_only=True)
class About(OfTopic, verb="about", arguments=("topic",)):
    """What the organisation is, its aims, bodies and offices, its agreements with others, or what a category means.

    Without a topic, the topics. The office of Secretary-General and the chairmanship are those of the day (``on``), or of the
    person or country named.
    """

    shown_with: ClassVar[dict[str, tuple[str, ...]]] = dict.fromkeys(("from_", "to"), OVER_TIME)

    @property
    def misfit(self) -> str:
        if self.topic is None and self != About():
            return "'about' without a topic lists the topics, and takes no option"
        if self.person and self.topic != "secretary-general":
            return "--person goes with 'about secretary-general'"
        if (self.country or self.from_ or self.to) and self.topic not in offices.TOPICS:
            return "--country, --from and --to go with 'about secretary-general' or 'about chairmanship'"
        if self.on and not self.can_be_dated:
            return "--on goes with an office (but no --from, --to or --show that lists), a category with '--show exists', or a meeting of the predecessor"
        return ""

    @property
    def can_be_dated(self) -> bool:
        """Whether a day changes the answer."""
        if self.topic in offices.TOPICS:
            return self.show not in (*LISTS, "first", "last") and not (self.from_ or self.to)
        if self.topic == "predecessor":
            return self.show in ("main", "date", "city", "first", "last")
        if self.topic == "rats-directors":
            return self.show == "main"
        return self.topic in CATEGORIES and self.show == "exists"


_TOPICS = (Column("topic", "Topic"), Column("names", "Also"))
_CATEGORIES = (
    Column("category", "Category", "category"), Column("meaning", "Meaning"), Column("introduced", "Since", "date"),
    Column("retired", "Until", "date"),
)  # fmt: skip
_MEETINGS = (
    Column("date", "Date", "date"), Column("city", "City"), Column("country", "Country", "country"),
    Column("note", "Note", "note"),
)  # fmt: skip


def answer(data: DataSet, query: About, today: str) -> Draft:
    """The fact that was asked for, or without a topic what can be told about."""
    if query.topic is None:
        return _topics(data)
    if query.topic in CATEGORIES:
        draft = _category(data, query, query.topic, today)
    elif query.topic == "categories":
        draft = _categories(data, query)
    elif query.topic in offices.TOPICS:
        draft = offices.answer(data, query, today)
    else:
        draft = _told(data, query, query.topic, today)
    if query.has is not None and not (query.topic in offices.TOPICS and draft.kind == "yes-no"):
        _check(data, query, draft)
    return draft


def _topics(data: DataSet) -> Draft:
    known = topics(data)
    text = f"'sco about' tells of {len(known)} topics, from {next(iter(known))} to {next(reversed(known))}."
    rows = tuple((topic, ", ".join(names) or None) for topic, names in known.items())
    return Draft("text", list(known), text, (Table("Topics", _TOPICS, rows),)).cite(data.data.organization.sources)


def _told(data: DataSet, query: About, topic: str, today: str) -> Draft:
    def bears(conflict: Conflict) -> bool:
        """Whether it is about who heads a body where that is told, or about the body where not."""
        return ("office" in conflict.bears_on) is (topic == "rats-directors")

    if topic == "predecessor" and (query.on or query.show in ("first", "last")):
        draft = _meeting_of_predecessor(data, query)
    elif topic == "founding" and query.show == "age":
        founded = data.data.organization.founded
        age = full_years(founded.date, today)
        text = f"The SCO is {plural(age, 'year')} old: it was founded on {spoken(founded.date)}."
        draft = Draft("number", age, text).cite(founded.sources)
    elif topic == "rats-directors" and query.on:
        said = bodies.director_in(data, parse_period(query.on))
        if said is None:
            raise QueryError("no source that was read names a director of RATS in office then")
        draft = Draft(said.kind, said.value, said.text).cite(said.sources)
    else:
        told = organization.told(data, topic)
        said = told.facts.get(next(iter(told.facts)) if query.show == "main" else query.show)
        if said is None:
            raise QueryError(f"'about {topic}' shows {listed(sorted(told.facts), 'or')}, not {query.show}")
        sources = said.sources or told.sources
        draft = Draft(said.kind, said.value, said.text, told.shown(), remarks=list(told.notes)).cite(sources)
        draft.dispute(filter(bears, data.conflicts(*told.concerns)))
    return draft.dispute(filter(bears, data.conflicts(topic)))


def _check(data: DataSet, query: About, draft: Draft) -> None:
    """Turn an answer into whether something is (part of) it; of a date, whether it lies in that year or month.

    :raises QueryError: if it only stands in the sentence: whether it is meant by it cannot be said.
    """
    named = offices.asked_for(data, draft, query.has or "")
    found = _is_on(draft, named) if draft.kind == "date" else verdict(_is_called(data, query, draft, named))
    if found is NO and draft.kind == "text" and fold(named) in fold(f"{draft.text} {draft.value}"):
        part = f"--has: {quoted(named)} is only a part of the answer"
        raise QueryError(f"{part}: say with --show what it is, as --show city")
    said, value = draft.text[:-1], draft.value
    if draft.kind in ("people", "countries") and isinstance(value, list) and len(value) > 1:
        said = f"{subject_name(data, named)} is {'' if found is YES else 'not '}among them: {clause(said)}"
    draft.kind, draft.value = "yes-no", found.value
    draft.text = yes_no(found.value, said)


def _is_called(data: DataSet, query: About, draft: Draft, named: str) -> bool:
    """Whether an answer is, or has in it, what is called so: a body or another organisation by any of its names."""
    members = {"bodies": set(data.bodies), "agreements": set(partner_topics(data))}.get(query.topic or "", set())
    meant = data.cached("topics", topic_names).get(topic_key(named), ())
    return fold(named) in _names(draft) or not members.isdisjoint(meant)


def _is_on(draft: Draft, named: str) -> Verdict:
    """Whether a date lies in a year, month or day. :raises QueryError: if that is none."""
    try:
        asked = canonical(named)
    except DayError:
        asked = None
    if asked is None:
        none = f"--has: the answer is a date, and {quoted(named)} is none"
        raise QueryError(f"{none}: say with --show what it is, as --show city")
    return NO if draft.value == "none" else Time(asked, asked).has(str(draft.value))


def _names(draft: Draft) -> set[str]:
    """What an answer is called, each word for it folded."""
    known = [str(item) for item in draft.value] if isinstance(draft.value, list | tuple) else [str(draft.value)]
    if draft.kind == "languages":
        known += [LANGUAGE_NAMES[code] for code in known if code in LANGUAGE_NAMES]
    return {fold(name) for name in known}


def _meeting_of_predecessor(data: DataSet, query: About) -> Draft:
    """The date or place of one meeting of the predecessor: the first, the last, or that of a year."""
    before = data.data.organization.predecessor
    met = [s for s in before.summits if query.on is None or s.date.startswith(query.on[:4])]
    met = met[:1] if query.show == "first" else met[-1:] if query.show == "last" else met
    if len(met) != 1:
        raise QueryError(f"the {before.name} had no meeting then, or several")
    meeting = met[0]
    draft = Draft("date", meeting.date, f"The {before.name} met in {meeting.city} on {spoken(meeting.date)}.")
    if query.show == "city":
        draft.kind, draft.value = "city", meeting.city
    draft.remarks += [meeting.note] if meeting.note else []
    rows = (((s.date, s.city, data.name(s.country), s.note), s.sources) for s in before.summits)
    return draft.cite(meeting.sources).table(f"Meetings of the {before.name}", _MEETINGS, rows, is_beside=True)


def _categories(data: DataSet, query: About) -> Draft:
    if query.show not in ("main", "all"):
        raise QueryError(f"'about categories' shows all, not {query.show}")
    told = []
    for category in data.categories.values():
        verb = f"was, to {spoken(category.retired)}," if category.retired else "is"
        told.append(_meaning(category, NOUNS[category.id].one, verb))
    rows = (((c.id, c.meaning, c.introduced, c.retired), c.sources) for c in data.categories.values())
    draft = Draft("text", list(data.categories), " ".join(told)).table("Categories", _CATEGORIES, rows)
    return draft.dispute(data.conflicts(*data.categories))


def _meaning(category: Category, noun: str, verb: str) -> str:
    """'A member state is a state that ...'; 'SCO partner is the one status ...', which is no word for one that holds it."""
    named = noun.split(" ", 1)[1] if category.meaning.startswith("The ") else noun
    return capitalized(f"{named} {verb} {category.meaning[:1].lower()}{category.meaning[1:]}.")


def _category(data: DataSet, query: About, topic: str, today: str) -> Draft:
    category, when = data.categories[topic], moment(data, query.on, today)
    noun = NOUNS[category.id]
    exists = category.introduced <= when.day and (category.retired is None or when.day < category.retired)
    span = f"since {spoken(category.introduced)}"
    if category.retired:
        span = f"from {spoken(category.introduced)} to {spoken(category.retired)}, when it was merged into {NOUNS[category.merged_into or ''].many}"
    term = f"the category of {noun.many}"
    course = f"{term} {'has existed' if category.retired is None else 'existed'} {span}"
    verb = ("existed" if exists else "did not exist") if when.is_past else "exists" if exists else "does not exist"
    beside = "," if exists else "; it existed" if category.retired else "; it has existed"
    on_day = f"{term} {verb}{when.words}{beside} {span}"
    meaning = _meaning(category, of_sco((topic,), one=True), "was" if category.retired else "is")
    facts: dict[str, tuple[Kind, object, str]] = {
        "main": ("category", category.id, f"{meaning} {capitalized(course)}."),
        "all": ("category", category.id, f"{meaning} {capitalized(course)}."),
        "date": ("date", category.introduced, capitalized(f"{course}.")),
        "until": ("date", category.retired or "none", capitalized(f"{course}.")),
        "exists": ("yes-no", exists, yes_no(exists, on_day)),
    }
    if query.show not in facts:
        raise QueryError(f"'about {topic}' shows main, date, until or exists, not {query.show}")
    draft = Draft(*facts[query.show]).cite(category.sources)
    draft.on = when.asked if query.show == "exists" else None
    rows = (("meaning", category.meaning), ("introduced", category.introduced), ("retired", category.retired))
    draft.table(category.label, FACTS, ((row, category.sources) for row in rows if row[1]))
    draft.remarks += [category.note] if category.note else []
    return draft.dispute(data.conflicts(topic))
