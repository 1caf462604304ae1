"""Query -> Answer: pure functions of a data set, a query and the day that is today.

Each module has one kind of query and the function that answers it; a module is imported when it is asked.
"""

from importlib import import_module

from scocli.answers import Answer
from scocli.dataset import DataSet
from scocli.queries.base import Query, check, command_line
from scocli.queries.common import dispute, finished
from scocli.queries.words import check_words

VERBS = {
    "": ("overview", "Overview"), "status": ("status", "Status"), "list": ("countries", "Countries"),
    "history": ("history", "History"), "attendance": ("attendance", "Attendance"),
    "summits": ("summits", "Summits"), "summit": ("summit", "SummitFacts"), "changes": ("changes", "Changes"),
    "timeline": ("timeline", "Timeline"), "matrix": ("matrix", "Matrix"), "growth": ("growth", "Growth"),
    "panel": ("panel", "Panel"), "about": ("about", "About"), "sources": ("sources", "Sources"),
}  # fmt: skip
"""The commands that ask a query: each one's module and the type of its query. (``sco`` alone has no verb.)"""


def query_type(verb: str) -> type[Query]:
    """The type of the query that a command asks."""
    module, name = VERBS[verb]
    found: type[Query] = getattr(import_module(f"{__name__}.{module}"), name)
    return found


def answer(data: DataSet, query: Query, today: str) -> Answer:
    """The answer to a query; what has no source of its own rests on those of the organisation.

    :param today: the day that a query which names none is about, ISO 8601.
    :raises scocli.queries.base.QueryError: if what the query asks for does not fit together.
    """
    check_words(data, query)
    check(query)
    draft = import_module(type(query).__module__).answer(data, query, today)
    disputes = [one for place, one in enumerate(draft.disputes) if one not in draft.disputes[:place]]
    sources = {source: data.source(source) for source in draft.cited or data.data.organization.sources}
    return Answer(
        kind=draft.kind,
        value=draft.value,
        text=draft.text,
        command=command_line(query),
        data_through=data.through,
        on=draft.on,
        tables=tuple(finished(data, table, sources) for table in draft.tables),
        notes=tuple(dict.fromkeys(draft.notes)),
        remarks=tuple(dict.fromkeys(draft.remarks)),
        disputes=tuple(dispute(data, conflict) for conflict in disputes),
        sources=sources,
    )
