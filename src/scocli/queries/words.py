"""What the words of a query are to be - codes, ids, full names, days - and whether they are.

Each field of a query is annotated with one of these, and so is each parameter of a command: by its kind a word is found
(:mod:`scocli.names`), completed and checked.
"""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from scocli.days import DayError, parse_period
from scocli.facts.nouns import LEVELS, OFFICES
from scocli.names.countries import GROUPS
from scocli.queries.base import Query, QueryError
from scocli.text import quoted
from scocli.topics import topics

if TYPE_CHECKING:
    from scocli.dataset import DataSet
    from scocli.facts.conditions.base import Condition
    from scocli.facts.forms import Subjects
    from scocli.facts.select import Has


class Takes:
    """What the words of a field or parameter are to be.

    :ivar kind: what it is called by.
    :ivar metavar: what stands for it in the help.
    :ivar joins: whether all words that are given make one value together.
    """

    kind: str
    joins = False

    @property
    def metavar(self) -> str:
        """What stands for it in the help."""
        return self.kind.upper()


@dataclass(frozen=True)
class Word(Takes):
    """A word of some kind.

    :ivar noun: what it has to be in a query; empty where every word will do.
    :ivar is_right: whether it is that, by any of these.
    :ivar is_listed: whether several may be given with commas between them.
    """

    kind: str
    noun: str = ""
    is_right: "tuple[Callable[[DataSet, str], bool], ...]" = ()
    is_listed: bool = False


@dataclass(frozen=True)
class OneOf(Takes):
    """One of some words."""

    words: tuple[str, ...]

    kind = "choice"


@dataclass(frozen=True)
class Clauses(Takes):
    """A condition in the language of :mod:`scocli.facts.where`, on countries or on meetings."""

    of: "Subjects"

    kind = "condition"


@dataclass(frozen=True)
class Groups(Takes):
    """Some of the countries or meetings that are sought, with commas: of each group one is asked for, of the groups all."""

    of: "Subjects"

    kind = "group"
    joins = True

    @property
    def row(self) -> str:
        """The kind of word that each of them is."""
        return "country" if self.of == "countries" else "summit"

    @property
    def metavar(self) -> str:
        """What stands for it in the help."""
        return f"{self.row.upper()},..."


def _is_country(data: "DataSet", word: str) -> bool:
    if word in data.countries:
        return True
    if len(word) != 2 or not word.isupper():
        return False
    from scocli import world

    return world.name(word) is not None


def _is_person(data: "DataSet", word: str) -> bool:
    return data.is_listed(word)


def _is_category(data: "DataSet", word: str) -> bool:
    return word in data.categories


def _is_meeting(data: "DataSet", word: str) -> bool:
    return word in data.meetings


def _is_organization(data: "DataSet", word: str) -> bool:
    return any(word == found.name for met in data.meetings.values() for found in met.organizations)


def _is_told_with_sources(data: "DataSet", word: str) -> bool:
    return word == "organization" or word in data.data.sources or word in data.announced


def is_day(_: "DataSet", word: str) -> bool:
    """Whether a word is a day, month or year."""
    try:
        parse_period(word)
    except DayError:
        return False
    return True


def _one_of(*words: str) -> "Callable[[DataSet, str], bool]":
    return lambda _, word: word in words


Country = Annotated[str, Word("country", "code of a country", (_is_country,))]
Person = Annotated[str, Word("person", "full name of a person", (_is_person,))]
Subject = Annotated[str, Word("subject", "code of a country or full name of a person", (_is_person, _is_country))]
_IS_LEADER = (_one_of(*LEVELS, *OFFICES), _is_person)
Leader = Annotated[str, Word("leader", "rank, office or full name of a person", _IS_LEADER)]
SummitId = Annotated[str, Word("summit", "id of a summit", (_is_meeting,))]
Category = Annotated[str, Word("category", "id of a category", (_is_category,))]
Capacity = Annotated[str, Word("capacity", "id of a category, or 'guest'", (_is_category, _one_of("guest")))]
Holder = Annotated[str, Word("holder", "code of a country or id of a category", (_is_category, _is_country))]
"""A country, or a category for all that held it."""
CountryOrTime = Annotated[
    str, Word("country-or-time", "code of a country, or day, month or year", (is_day, _is_country))
]
_IS_COUNTRY_OR_GROUP = (_one_of(*GROUPS), _is_country)
CountryOrGroup = Annotated[
    str, Word("countries", "code of a country, nor 'ever' or 'all'", _IS_COUNTRY_OR_GROUP, is_listed=True)
]
"""A country, or a word for several."""
Organization = Annotated[
    str, Word("organization", "name of an organisation that came to a meeting", (_is_organization,))
]
Topic = Annotated[str, Word("topic", "topic of 'sco about'", (lambda data, word: word in topics(data),))]
_HAS_SOURCES = (_is_told_with_sources, _is_meeting, _is_category, _is_country)
Source = Annotated[
    str, Word("source", "id of a source, meeting or category, code of a country, or 'organization'", _HAS_SOURCES)
]
"""Anything that has sources."""
Day = Annotated[str, Word("day", "day, month or year", (is_day,))]
"""A day, month or year, as precise as it was given."""
Text = Annotated[str, Word("text")]
File = Annotated[str, Word("file")]
OnCountries = Annotated["Condition", Clauses("countries")]
OnSummits = Annotated["Condition", Clauses("summits")]
HasCountries = Annotated["Has", Groups("countries")]
HasSummits = Annotated["Has", Groups("summits")]


def taken(annotation: Any) -> Takes | None:
    """What the words of a field or parameter are to be, by its annotation; ``None`` for a truth value."""
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, Takes):
            return mark
    return next(filter(None, map(taken, get_args(annotation))), None)


def check_words(data: "DataSet", query: Query) -> None:
    """See that each word of a query can be what its field takes.

    The command line and ``ask`` make sure of it; somebody who writes a query in Python may not know the codes.

    :raises QueryError: if one cannot, which would have an answer that seems to be right.
    """
    for item in fields(query):
        value, takes = getattr(query, item.name), taken(item.type)
        if item.default is MISSING and not value:
            raise QueryError(f"{item.name}: nothing is named")
        if value == item.default or takes is None:
            continue
        if isinstance(takes, Clauses | Groups):
            _check_conditions(data, item.name, value, takes.of)
            continue
        if get_origin(item.type) is tuple and not isinstance(value, tuple):
            raise QueryError(f"{item.name}: {quoted(str(value))} is no tuple")
        for word in value if isinstance(value, tuple) else (value,):
            if isinstance(takes, OneOf):
                if word not in takes.words:
                    raise QueryError(f"{item.name}: {quoted(str(word))} is none of {', '.join(takes.words)}")
            elif (
                isinstance(takes, Word) and takes.noun and not any(is_right(data, word) for is_right in takes.is_right)
            ):
                by_name = "; scocli.names finds it by other names" * (takes.kind != "day")
                raise QueryError(f"{item.name}: {quoted(str(word))} is no {takes.noun}{by_name}")


def _check_conditions(data: "DataSet", name: str, value: object, of: "Subjects") -> None:
    """See that conditions, or those who are asked about, are such and named as the data name them.

    :raises QueryError: if one is not.
    """
    from scocli.errors import ScoError
    from scocli.facts import where
    from scocli.facts.conditions import Among, Condition
    from scocli.facts.select import Has

    conditions = [Among(group) for group in value.named] if isinstance(value, Has) else value
    for condition in conditions if isinstance(conditions, tuple | list) else (conditions,):
        if not isinstance(condition, Condition):
            raise QueryError(
                f"{name}: {quoted(str(condition))} is no condition: scocli.facts.where.parse makes one of such words"
            )
        said = where.spell(condition)
        if said is None:
            continue
        try:
            understood = where.spell(where.parse(data, said, of))
        except (ScoError, DayError) as error:
            raise QueryError(f"{name}: {error}") from None
        if understood != " ".join(said.split()):
            raise QueryError(f"{name}: {quoted(said)} is {quoted(str(understood))} in codes, ids and full names")
