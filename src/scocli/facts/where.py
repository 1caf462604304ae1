"""The language of conditions.

``["not"] clause {"or" clause}``; 'not' denies the whole. What a clause begins with says which it is; one that begins with
no such word names the countries or meetings themselves. A comma is 'or' in every list; a name of several words stands in
quotation marks.
"""

from collections.abc import Callable
from functools import partial

from scocli.dataset import DataSet
from scocli.errors import Ambiguous, NotUnderstood
from scocli.facts.conditions.base import Among, AnyOf, Condition, Not
from scocli.facts.conditions.meetings import AttendedBy, ByWhom, Granted, In, Number, parse_held
from scocli.facts.conditions.statuses import Change, Founder, Held, Predecessor
from scocli.facts.conditions.steps import Step
from scocli.facts.conditions.visits import AbsentFrom, Attended, Office, Role
from scocli.facts.forms import Subjects
from scocli.facts.reading import BLANKS, ConditionError, Reader
from scocli.names import find_country, find_summit
from scocli.text import quoted

Parser = Callable[[Reader], Condition]

CLAUSES: dict[Subjects, dict[str, Parser]] = {
    "countries": {
        "founder": Founder.parse,
        "ever": partial(Held.parse, how="ever"),
        "throughout": partial(Held.parse, how="throughout"),
        "became": partial(Change.parse, verb="became"),
        "left": partial(Change.parse, verb="left"),
        "applied": partial(Step.parse, verb="applied"),
        "opened": partial(Step.parse, verb="opened"),
        "signed": partial(Step.parse, verb="signed"),
        "attended": Attended.parse,
        "absent from": AbsentFrom.parse,
        "predecessor": Predecessor.parse,
        "chairmanship": partial(Office.parse, office="chairmanship"),
        "secretary-general": partial(Office.parse, office="secretary-general"),
        "hosted": partial(Role.parse, verb="hosted"),
        "chaired": partial(Role.parse, verb="chaired"),
    },
    "summits": {
        "hosted by": partial(ByWhom.parse, verb="hosted"),
        "chaired by": partial(ByWhom.parse, verb="chaired"),
        "missed by": partial(ByWhom.parse, verb="missed"),
        "attended by": AttendedBy.parse,
        "in": In.parse,
        "held": parse_held,
        "number": Number.parse,
        "granted": Granted.parse,
    },
}
"""What a clause begins with, and what reads what follows, by what it is a condition on."""


def parse(data: DataSet, text: str, subjects: Subjects = "countries") -> Condition:
    """The condition that words mean.

    :raises ConditionError: if they are none, with the word that is not understood and what could stand there.
    :raises NotUnderstood: if a name in them is not known, or could mean several things.
    """
    try:
        return read(Reader(data, text), subjects)
    except (ConditionError, NotUnderstood) as error:
        other: Subjects = "summits" if subjects == "countries" else "countries"
        if _is_on(data, text, other):
            raise ConditionError(f"{quoted(text)} is a condition on {other}: {_TAKEN_BY[other]}.", text) from None
        if isinstance(error, ConditionError) or " " not in text or '"' in text:
            raise
        raise type(error)(f"{error} {BLANKS}", error.near) from None


_TAKEN_BY: dict[Subjects, str] = {
    "summits": "'sco summits --where' takes it",
    "countries": "'sco list --where' and 'sco status --is' take it",
}


def _is_on(data: DataSet, text: str, subjects: Subjects) -> bool:
    try:
        read(Reader(data, text), subjects)
    except (ConditionError, NotUnderstood):
        return False
    return True


def read(reader: Reader, subjects: Subjects) -> Condition:
    """The condition that a reader has before it; as :func:`parse`."""
    is_denied = reader.takes("not")
    clauses = [_clause(reader, subjects)]
    while reader.takes("or"):
        clauses.append(_clause(reader, subjects))
    reader.ends()
    first, *more = dict.fromkeys(clauses)
    whole = AnyOf((first, *more)) if more else first
    return Not(whole) if is_denied else whole


def spell(condition: Condition) -> str | None:
    """The words that mean a condition: :func:`parse` gives it again.

    :returns: ``None`` where the language has none: it denies, and joins, only what is neither denied nor joined itself.
    """
    whole = condition.of if isinstance(condition, Not) else condition
    clauses = whole.of if isinstance(whole, AnyOf) else (whole,)
    return None if any(isinstance(clause, Not | AnyOf) for clause in clauses) else condition.spell() or None


def _clause(reader: Reader, subjects: Subjects) -> Condition:
    """One clause.

    :raises ConditionError: if there is none.
    """
    for start, read in CLAUSES[subjects].items():
        if reader.takes(start):
            return read(reader)
    if subjects == "countries" and reader.is_categories():
        return Held.parse(reader)
    return _names(reader, subjects)


def _names(reader: Reader, subjects: Subjects) -> Among:
    """The names of countries or meetings themselves.

    :raises ConditionError: if the first is no name, with all that a clause could begin with.
    """
    what, finder = _NAMED[subjects]
    reader.could_be.append(what)
    place = reader.place
    try:
        return Among(reader.items(partial(finder, reader.data), what))
    except Ambiguous:
        raise
    except NotUnderstood as error:
        if reader.place > place:
            raise
        raise reader.error(error.near) from None


_NAMED: dict[Subjects, tuple[str, Callable[[DataSet, str], str]]] = {
    "countries": ("the name of a country", find_country),
    "summits": ("the name of a summit", find_summit),
}
"""What the rows themselves are called, and what finds them."""
