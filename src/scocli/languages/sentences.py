"""The sentence of an answer in another language: which template it has, and what fills it.

For each kind of query there is a function that finds the template's key and what is filled in, from the query and what its
answer gives; of what has no template it gives nothing.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scocli.answers import Answer
from scocli.languages.countries import countries, history, nth, status
from scocli.languages.language import Language
from scocli.languages.meetings import attendance, summit, summits
from scocli.languages.organisation import about
from scocli.languages.said import Said
from scocli.queries.about import About
from scocli.queries.attendance import Attendance
from scocli.queries.base import Query
from scocli.queries.countries import Countries, NthCountry
from scocli.queries.history import History
from scocli.queries.status import Status
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits
from scocli.text import capitalized

if TYPE_CHECKING:
    from scocli.dataset import DataSet


def sentence(words: Language, data: "DataSet", query: Query, found: Answer) -> str | None:
    """The sentence of an answer, or ``None`` if there is no template for it."""
    rows = [row for table in found.tables for row in table.records()]
    make = _SENTENCES.get(type(query))
    said = make(Said(words, data, found, rows), query) if make else None
    return capitalized(said) if said else None


_SENTENCES: dict[type, Callable[[Said, Any], str | None]] = {
    Status: status,
    Countries: countries,
    NthCountry: nth,
    History: history,
    SummitFacts: summit,
    Summits: summits,
    Attendance: attendance,
    About: about,
}
"""What says the answer of each kind of query."""
