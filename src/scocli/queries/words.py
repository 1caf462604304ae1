"""Whether the words of a query are those that queries take: codes, ids and full names."""

from collections.abc import Callable
from dataclasses import fields

from scocli.dataset import DataSet
from scocli.days import DayError, parse_period
from scocli.errors import ScoError
from scocli.facts import where
from scocli.facts.conditions import Among, Condition
from scocli.facts.nouns import LEVELS, OFFICES
from scocli.facts.select import Has
from scocli.queries.base import Query, QueryError
from scocli.text import quoted
from scocli.topics import topics


def _is_country(data: DataSet, word: str) -> bool:
    if word in data.countries:
        return True
    if len(word) != 2 or not word.isupper():
        return False
    from scocli import world

    return world.name(word) is not None


def _is_person(data: DataSet, word: str) -> bool:
    return data.is_listed(word)


def _is_day(_: DataSet, word: str) -> bool:
    try:
        parse_period(word)
    except DayError:
        return False
    return True


_IS_RIGHT: dict[str, tuple[str, Callable[[DataSet, str], bool]]] = {
    "country": ("code of a country", _is_country),
    "subject": (
        "code of a country or full name of a person",
        lambda data, w: _is_person(data, w) or _is_country(data, w),
    ),
    "person": ("full name of a person", _is_person),
    "leader": (
        "rank, office or full name of a person",
        lambda data, w: w in LEVELS or w in OFFICES or _is_person(data, w),
    ),
    "summit": ("id of a summit", lambda data, word: word in data.meetings),
    "category": ("id of a category", lambda data, word: word in data.categories),
    "capacity": ("id of a category, or 'guest'", lambda data, word: word in data.categories or word == "guest"),
    "holder": ("code of a country or id of a category", lambda data, w: w in data.categories or _is_country(data, w)),
    "topic": ("topic of 'sco about'", lambda data, word: word in topics(data)),
    "day": ("day, month or year", _is_day),
    "number": ("number", lambda _, word: word.isascii() and word.isdigit()),
}
"""For what words stand for (:data:`scocli.queries.base.What`): what they have to be, and whether they are."""


def check_words(data: DataSet, query: Query) -> None:
    """See that each word of a query can be what its field takes.

    The command line and ``ask`` make sure of it; somebody who writes a query in Python may not know the codes.

    :raises QueryError: if one cannot, which would have an answer that seems to be right.
    """
    for item in fields(query):
        value = getattr(query, item.name)
        if value == item.default:
            if item.metadata.get("required") and not value:
                raise QueryError(f"{item.name}: nothing is named")
            continue
        if isinstance(item.default, tuple) and not isinstance(value, tuple):
            raise QueryError(f"{item.name}: {quoted(str(value))} is no tuple")
        what, choices = item.metadata["what"], item.metadata["choices"]
        if what in ("condition", "group"):
            _check_conditions(data, item.name, value, item.metadata["of"])
            continue
        for word in value if isinstance(value, tuple) else (value,):
            noun, is_right = _IS_RIGHT.get(what, ("", None))
            if choices and word not in choices:
                raise QueryError(f"{item.name}: {quoted(str(word))} is none of {', '.join(choices)}")
            if is_right and not is_right(data, word):
                raise QueryError(f"{item.name}: {quoted(str(word))} is no {noun}; scocli.names finds it by other names")


def _check_conditions(data: DataSet, name: str, value: object, of: where.Subjects) -> None:
    """See that conditions, or those who are asked about, are such and named as the data name them.

    :raises QueryError: if one is not.
    """
    conditions = [Among(group) for group in value.named] if isinstance(value, Has) else value
    for condition in conditions if isinstance(conditions, tuple | list) else (conditions,):
        if not isinstance(condition, Condition):
            raise QueryError(f"{name}: {quoted(str(condition))} is no condition; scocli.facts.where.parse reads one")
        said = where.spell(condition)
        if said is None:
            continue
        try:
            understood = where.spell(where.parse(data, said, of))
        except (ScoError, DayError) as error:
            raise QueryError(f"{name}: {error}") from None
        if understood != " ".join(said.split()):
            raise QueryError(f"{name}: {quoted(said)} is {quoted(str(understood))} in codes, ids and full names")
