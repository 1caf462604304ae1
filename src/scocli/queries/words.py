"""What the words of a query are to be - codes, ids, full names, days - and whether they are.

Each field of a query is annotated with one of these, and so is each parameter of a command: by its kind a word is found
(:mod:`scocli.names`), completed and checked.
"""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from scocli import names
from scocli.days import DayError, canonical, parse_period
from scocli.errors import NotUnderstood, ScoError
from scocli.facts.presence import find_leader
from scocli.names import find_country
from scocli.queries.base import Query, QueryError
from scocli.text import quoted

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
    :ivar is_listed: whether several may be given with commas between them.
    """

    kind: str
    noun: str = ""
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
        return f"{self.row.upper()},..."


def is_day(word: str) -> bool:
    """Whether a word is a day, month or year."""
    try:
        parse_period(word)
    except DayError:
        return False
    return True


def _country_or_time(data: "DataSet", words: str) -> str:
    """A day, month or year as it is, or else a country. :raises NotUnderstood: if it is neither."""
    try:
        day = canonical(words)
    except DayError:
        day = None
    return day or find_country(data, words)


FINDERS: "dict[str, Callable[[DataSet, str], str]]" = {
    **names.FINDERS,
    "leader": find_leader,
    "country-or-time": _country_or_time,
}
"""What finds the thing that words name, by its kind; what the thing itself is called means it too."""

Country = Annotated[str, Word("country", "code of a country")]
Person = Annotated[str, Word("person", "full name of a person")]
Subject = Annotated[str, Word("subject", "code of a country or full name of a person")]
Leader = Annotated[str, Word("leader", "rank, office or full name of a person")]
SummitId = Annotated[str, Word("summit", "id of a summit")]
Category = Annotated[str, Word("category", "id of a category")]
Capacity = Annotated[str, Word("capacity", "id of a category, or 'guest'")]
Holder = Annotated[str, Word("holder", "code of a country or id of a category")]
"""A country, or a category for all that held it."""
CountryOrTime = Annotated[str, Word("country-or-time", "code of a country, or day, month or year")]
CountryOrGroup = Annotated[str, Word("countries", "code of a country, nor 'ever' or 'all'", is_listed=True)]
"""A country, or a word for several."""
Organization = Annotated[str, Word("organization", "name of an organisation that came to a meeting")]
Topic = Annotated[str, Word("topic", "topic of 'sco about'")]
Source = Annotated[str, Word("source", "id of a source, meeting or category, code of a country, or 'organization'")]
"""Anything that has sources."""
Day = Annotated[str, Word("day", "day, month or year")]
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


def _is(data: "DataSet", word: str, kind: str) -> bool:
    """Whether a word is of some kind: the code, id or full name by which that kind of thing goes, or a day."""
    if kind in ("day", "country-or-time") and is_day(word):
        return True
    try:
        return kind in FINDERS and FINDERS[kind](data, word) == word
    except NotUnderstood:
        return False


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
            elif isinstance(takes, Word) and takes.noun and not _is(data, word, takes.kind):
                by_name = "; scocli.names finds it by other names" * (takes.kind != "day")
                raise QueryError(f"{item.name}: {quoted(str(word))} is no {takes.noun}{by_name}")


def _check_conditions(data: "DataSet", name: str, value: object, of: "Subjects") -> None:
    """See that conditions, or those who are asked about, are such and named as the data name them.

    :raises QueryError: if one is not.
    """
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
