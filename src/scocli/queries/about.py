"""The organisation itself, and what a category means."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from scocli.answers import Column, Table
from scocli.dataset import DataSet
from scocli.days import DayError, canonical
from scocli.facts.presence import subject_name
from scocli.facts.time import Time
from scocli.facts.verdict import NO, YES, Verdict, verdict
from scocli.queries import offices, organization
from scocli.queries.base import Query, QueryError
from scocli.queries.choices import CATEGORIES, AboutShown
from scocli.queries.common import Draft, yes_no
from scocli.queries.organization import LANGUAGE_NAMES
from scocli.queries.terms import LISTS, NEIGHBOURS, Question
from scocli.queries.words import Country, Day, Person, Text, Topic
from scocli.text import fold, quoted
from scocli.topics import partner_topics, topic_key, topic_names, topics

if TYPE_CHECKING:
    from scocli.models import Conflict

OVER_TIME = (*LISTS, *NEIGHBOURS)


@dataclass(frozen=True, kw_only=True)
class About(Query):
    """What the organisation is, its aims, bodies and offices, its agreements with others, or what a category means.

    Without a topic, the topics. The office of Secretary-General and the chairmanship are those of the day (``on``), or of the
    person or country named.
    """

    verb: ClassVar[str] = "about"
    arguments: ClassVar[tuple[str, ...]] = ("topic",)
    topic: Topic | None = None
    show: AboutShown = "main"
    on: Day | None = None
    from_: Day | None = None
    to: Day | None = None
    person: Person | None = None
    country: Country | None = None
    has: Text | None = None

    shown_with: ClassVar[dict[str, tuple[str, ...]]] = dict.fromkeys(("from_", "to"), OVER_TIME)

    @property
    def misfit(self) -> str:
        """What of it does not fit together; empty where all does."""
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


def answer(data: DataSet, query: About, today: str) -> Draft:
    """The fact that was asked for, or without a topic what can be told about."""
    if query.topic is None:
        return _topics(data)
    if query.topic in offices.TOPICS:
        asked = Question(**{name: getattr(query, name) for name in Question._fields})
        draft = offices.answer(data, asked, today)
    else:
        draft = _told(data, query, query.topic, today)
    if query.has is not None and not (query.topic in offices.TOPICS and draft.kind == "yes-no"):
        _check(data, query, draft)
    return draft


def _topics(data: DataSet) -> Draft:
    """All topics, each with what it is also called."""
    known = topics(data)
    text = f"'sco about' tells of {len(known)} topics, from {next(iter(known))} to {next(reversed(known))}."
    rows = tuple((topic, ", ".join(names) or None) for topic, names in known.items())
    return Draft("text", list(known), text, (Table("Topics", _TOPICS, rows),)).cite(data.data.organization.sources)


def _told(data: DataSet, query: About, topic: str, today: str) -> Draft:
    """A fact of what the organisation is."""
    told = organization.told(data, topic, query.on, query.show, today)
    draft = told.told(topic, query.show)

    def bears(conflict: "Conflict") -> bool:
        """Whether it is about who heads a body where that is told, or about the body where not."""
        return ("office" in conflict.bears_on) is (topic == "rats-directors")

    return draft.dispute(filter(bears, (*data.conflicts(*told.concerns), *data.conflicts(topic))))


def _check(data: DataSet, query: About, draft: Draft) -> None:
    """Turn an answer into whether something is (part of) it; of a date, whether it lies in that year or month.

    :raises QueryError: if it only stands in the sentence: whether it is meant by it cannot be said.
    """
    named = offices.asked_for(data, draft, query.has or "")
    found = _is_on(draft, named) if draft.kind == "date" else verdict(_is_called(data, query, draft, named))
    if found is NO and draft.kind == "text" and fold(named) in fold(draft.text):
        raise QueryError(
            f"--has: {quoted(named)} is only a part of the answer: say with --show what it is, as --show city"
        )
    said, value = draft.text[:-1], draft.value
    if draft.kind in ("people", "countries") and isinstance(value, list) and len(value) > 1:
        said = f"{subject_name(data, named)} is {'' if found is YES else 'not '}among these. {said}"
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
