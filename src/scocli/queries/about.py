"""The organisation itself, and what a category means."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from scocli.answers import Column, Kind, Table
from scocli.dataset import DataSet
from scocli.days import DayError, canonical, spoken
from scocli.facts.nouns import NOUNS
from scocli.facts.time import Time
from scocli.facts.verdict import NO, YES, Verdict, verdict
from scocli.queries import offices
from scocli.queries.base import GoesWith, Query, QueryError
from scocli.queries.choices import CATEGORIES, AboutShown, Topic
from scocli.queries.common import Draft, dispute_notes, disputed_categories, moment, yes_no
from scocli.queries.presence import subject_name
from scocli.queries.terms import LISTS, NEIGHBOURS, Question
from scocli.queries.words import Country, Day, Person, Text
from scocli.text import capitalized, fold, listed, quoted

if TYPE_CHECKING:
    from scocli.models import Body

OVER_TIME = (*LISTS, *NEIGHBOURS)


@dataclass(frozen=True, kw_only=True)
class About(Query):
    """A fact about the organisation, one of its offices or bodies, or the meaning of a category.

    The office of Secretary-General and the chairmanship are those of the day (``on``), or of the person or country named.
    """

    verb: ClassVar[str] = "about"
    arguments: ClassVar[tuple[str, ...]] = ("topic",)
    topic: Topic
    show: AboutShown = "main"
    on: Day | None = None
    from_: Day | None = None
    to: Day | None = None
    person: Person | None = None
    country: Country | None = None
    has: Text | None = None

    goes_with: ClassVar[tuple[GoesWith, ...]] = (
        GoesWith(("person",), "'about secretary-general'", lambda q: q.topic == "secretary-general"),
        GoesWith(
            ("country",), "'about secretary-general' or 'about chairmanship'", lambda q: q.topic in offices.OFFICES
        ),
        GoesWith(
            ("from_", "to"),
            "'about secretary-general' or 'about chairmanship'",
            lambda q: q.topic in offices.OFFICES,
        ),
        GoesWith(("from_", "to"), f"--show {listed(OVER_TIME, 'or')}", lambda q: q.show in OVER_TIME),
        GoesWith(
            ("on",),
            "an office (but no --from, --to or --show that lists), a category with '--show exists', or a meeting of the predecessor",
            lambda q: q.can_be_dated,
        ),
    )

    @property
    def can_be_dated(self) -> bool:
        """Whether a day changes the answer."""
        if self.topic in offices.OFFICES:
            return self.show not in (*LISTS, "first", "last") and not (self.from_ or self.to)
        if self.topic == "predecessor":
            return self.show in ("main", "date", "city", "first", "last")
        return self.topic in CATEGORIES and self.show == "exists"


_FACTS = (Column("fact", "Fact"), Column("value", "Value"))
_MEETINGS = (
    Column("date", "Date", "date"),
    Column("city", "City"),
    Column("country", "Country", "country"),
    Column("note", "Note"),
)
LANGUAGE_NAMES = {"ru": "Russian", "zh": "Chinese", "en": "English"}


def answer(data: DataSet, query: About, today: str) -> Draft:
    """The fact that was asked for."""
    if query.topic in CATEGORIES:
        draft = _category(data, query, today)
    elif query.topic in offices.OFFICES:
        asked = Question(**{name: getattr(query, name) for name in Question._fields})
        draft = offices.answer(data, asked, today)
    else:
        draft = _organization(data, query)
        draft.notes += dispute_notes(data, query.topic)
    if query.has is not None and not (query.topic in offices.OFFICES and draft.kind == "yes-no"):
        _check(data, query, draft)
    return draft


def _check(data: DataSet, query: About, draft: Draft) -> None:
    """Turn an answer into whether something is (part of) it; of a date, whether it lies in that year or month."""
    named = offices.asked_for(data, draft, query.has or "")
    found = _is_on(draft, named) if draft.kind == "date" else verdict(fold(named) in _names(draft))
    said, value = draft.text[:-1], draft.value
    if draft.kind in ("people", "countries") and isinstance(value, list) and len(value) > 1:
        said = f"{subject_name(data, named)} is {'' if found is YES else 'not '}among these. {said}"
    draft.kind, draft.value = "yes-no", found.value
    draft.text = yes_no(found.value, said)


def _is_on(draft: Draft, named: str) -> Verdict:
    """Whether a date lies in a year, month or day. :raises QueryError: if that is none."""
    try:
        asked = canonical(named)
    except DayError:
        asked = None
    if asked is None:
        raise QueryError(
            f"--has: the answer is a date, and {quoted(named)} is none: say with --show what it is, as --show city"
        )
    return NO if draft.value == "none" else Time(asked, asked).has(str(draft.value))


def _names(draft: Draft) -> set[str]:
    """What an answer is called, each word for it folded."""
    known = [str(item) for item in draft.value] if isinstance(draft.value, list | tuple) else [str(draft.value)]
    if draft.kind == "languages":
        known += [LANGUAGE_NAMES[code] for code in known if code in LANGUAGE_NAMES]
    return {fold(name) for name in known}


def _organization(data: DataSet, query: About) -> Draft:
    facts = data.data.organization
    founded, charter, before = facts.founded, facts.charter, facts.predecessor
    founders = listed([data.name(code) for code in data.in_order(founded.founders)])
    members = listed([data.name(code) for code in data.in_order(before.members)])
    names = listed([LANGUAGE_NAMES.get(code, code) for code in facts.official_languages.codes])
    table: dict[tuple[str, str], tuple[Kind, object, str, tuple[str, ...]]] = {
        ("founding", "date"): ("date", founded.date, f"The SCO was founded in {founded.city} on {spoken(founded.date)} by {founders}.", founded.sources),
        ("founding", "city"): ("city", founded.city, f"The SCO was founded in {founded.city} on {spoken(founded.date)}.", founded.sources),
        ("founding", "countries"): ("countries", sorted(founded.founders), f"The SCO was founded on {spoken(founded.date)} by {founders}.", founded.sources),
        ("founding", "count"): ("number", len(founded.founders), f"The SCO was founded on {spoken(founded.date)} by {len(founded.founders)} states: {founders}.", founded.sources),
        ("founding", "document"): ("text", founded.document, f"The SCO was founded by the {founded.document}.", founded.sources),
        ("charter", "date"): ("date", charter.signed, f"The Charter was signed in {charter.city} on {spoken(charter.signed)}; in force since {spoken(charter.in_force)}.", charter.sources),
        ("charter", "city"): ("city", charter.city, f"The Charter was signed in {charter.city} on {spoken(charter.signed)}.", charter.sources),
        ("charter", "in-force"): ("date", charter.in_force, f"The Charter, signed on {spoken(charter.signed)}, has been in force since {spoken(charter.in_force)}.", charter.sources),
        ("languages", "all"): ("languages", sorted(facts.official_languages.codes), f"The official languages of the SCO are {names}.", facts.official_languages.sources),
        ("languages", "count"): ("number", len(facts.official_languages.codes), f"The SCO has {len(facts.official_languages.codes)} official languages: {names}.", facts.official_languages.sources),
        ("predecessor", "date"): ("date", before.founded, f"The {before.name}, the SCO's predecessor, dates from {spoken(before.founded)}.", before.sources),
        ("predecessor", "countries"): ("countries", sorted(before.members), f"The {before.name} were {members}.", before.sources),
        ("predecessor", "count"): ("number", len(before.members), f"The {before.name} had {len(before.members)} members: {members}.", before.sources),
        ("predecessor", "all"): ("text", before.name, f"The predecessor of the SCO was the {before.name} ({members}), from {spoken(before.founded)}; it met in {listed([f'{s.city} ({spoken(s.date)})' for s in before.summits])}.", before.sources),
        ("predecessor", "city"): ("city", before.summits[0].city, f"The {before.name} first met in {before.summits[0].city} on {spoken(before.summits[0].date)}.", before.summits[0].sources),
        ("website", "all"): ("text", facts.website, f"Website of the SCO: {facts.website}.", facts.sources),
        ("name", "all"): ("text", facts.names.en, f"{facts.names.en} ({listed(facts.abbreviations.en)}); in Russian {facts.names.ru} ({listed(facts.abbreviations.ru)}), in Chinese {facts.names.zh} ({listed(facts.abbreviations.zh)}).", facts.sources),
        **_body("secretariat", facts.secretariat, data),
        **_body("rats", facts.rats, data),
    }  # fmt: skip
    if query.topic == "predecessor" and (query.on or query.show in ("first", "last")):
        return _meeting_of_predecessor(data, query)
    mains = {"founding": "date", "charter": "date", "secretariat": "city", "rats": "city"}
    show = mains.get(query.topic, "all") if query.show == "main" else query.show
    if (query.topic, show) not in table:
        shown = sorted(fact for topic, fact in table if topic == query.topic)
        raise QueryError(f"'about {query.topic}' shows {listed(shown, 'or')}, not {show}")
    kind, value, text, sources = table[query.topic, show]
    rows = tuple(
        (query.topic if fact == "all" else fact.replace("-", " "), said)
        for (topic, fact), (_, _, said, _) in table.items()
        if topic == query.topic
    )
    draft = Draft(kind, value, text, (Table(query.topic.capitalize(), _FACTS, rows),)).cite(sources)
    note = {
        "languages": facts.official_languages.note,
        "rats": facts.rats.note,
        "secretariat": facts.secretariat.note,
    }.get(query.topic)
    draft.notes += [note] if note else []
    return draft


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
    draft.notes += [meeting.note] if meeting.note else []
    rows = tuple((s.date, s.city, data.name(s.country), s.note) for s in before.summits)
    draft.tables = (Table(f"Meetings of the {before.name}", _MEETINGS, rows),)
    return draft.cite(meeting.sources)


def _body(topic: str, body: "Body", data: DataSet) -> dict[tuple[str, str], tuple[Kind, object, str, tuple[str, ...]]]:
    """The facts of a permanent body."""
    seat = f"The seat of the {body.name} is {body.city}, {data.name(body.country)}"
    facts: dict[tuple[str, str], tuple[Kind, object, str, tuple[str, ...]]] = {
        (topic, "city"): ("city", body.city, f"{seat}.", body.sources),
        (topic, "country"): ("countries", [body.country], f"{seat}.", body.sources),
        (topic, "date"): (
            "date",
            body.since,
            f"The {body.name} in {body.city} opened on {spoken(body.since)}.",
            body.sources,
        ),
    }
    if body.agreement:
        said = f"The agreement on the {body.name} was signed on {spoken(body.agreement)}."
        facts[topic, "agreement"] = ("date", body.agreement, said, body.sources)
    return facts


def _category(data: DataSet, query: About, today: str) -> Draft:
    category, when = data.categories[query.topic], moment(data, query.on, today)
    noun = NOUNS[category.id]
    exists = category.introduced <= when.day and (category.retired is None or when.day < category.retired)
    span = f"since {spoken(category.introduced)}"
    if category.retired:
        span = f"from {spoken(category.introduced)} to {spoken(category.retired)}, when it was merged into {NOUNS[category.merged_into or ''].many}"
    term = f"the category of {noun.many}"
    course = f"{term} {'has existed' if category.retired is None else 'existed'} {span}"
    verb = ("existed" if exists else "did not exist") if when.is_past else "exists" if exists else "does not exist"
    on_day = f"{term} {verb} {when.words} ({span})"
    meaning = f"{capitalized(noun.of_sco.split(' ', 1)[1])} ({span}): {category.meaning}"
    facts: dict[str, tuple[Kind, object, str]] = {
        "main": ("category", category.id, f"{meaning}."),
        "all": ("category", category.id, f"{meaning}."),
        "date": ("date", category.introduced, capitalized(f"{course}.")),
        "until": ("date", category.retired or "none", capitalized(f"{course}.")),
        "exists": ("yes-no", exists, yes_no(exists, on_day)),
    }
    if query.show not in facts:
        raise QueryError(f"'about {query.topic}' shows main, date, until or exists, not {query.show}")
    draft = Draft(*facts[query.show]).cite(category.sources)
    draft.on = when.asked if query.show == "exists" else None
    rows = (("meaning", category.meaning), ("introduced", category.introduced), ("retired", category.retired))
    draft.tables = (Table(category.label, _FACTS, tuple(row for row in rows if row[1])),)
    draft.notes += [category.note] if category.note else []
    draft.notes += dispute_notes(data, query.topic)
    disputed_categories(data, draft, [query.topic])
    return draft
