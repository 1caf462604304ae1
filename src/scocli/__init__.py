"""Who belongs to the Shanghai Cooperation Organisation, since when, and who came to which summit.

>>> import scocli
>>> scocli.ask("Is Iran in the SCO?").value
True
>>> scocli.status("Azerbaijan", on="2024-07-03").value
'dialogue-partner'

The names below are imported when they are first used, so that ``import scocli`` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scocli.answers import Answer, Column, Table
    from scocli.ask.answering import asked as ask
    from scocli.datafile import DataSetError
    from scocli.dataset import DataSet, load
    from scocli.errors import ExitCode, NotUnderstood, ScoError, UsageProblem
    from scocli.notebook import members, panel, status
    from scocli.queries import answer
    from scocli.queries.about import About
    from scocli.queries.attendance import Attendance
    from scocli.queries.base import Query, QueryError
    from scocli.queries.changes import Changes
    from scocli.queries.countries import Countries
    from scocli.queries.growth import Growth
    from scocli.queries.history import History
    from scocli.queries.matrix import Matrix
    from scocli.queries.overview import Overview
    from scocli.queries.panel import Panel
    from scocli.queries.sources import Sources
    from scocli.queries.status import Status
    from scocli.queries.summit import SummitFacts
    from scocli.queries.summits import Summits
    from scocli.queries.timeline import Timeline

__version__ = "0.1.0"

_HOMES = {
    "answers": ("Answer", "Column", "Table"), "datafile": ("DataSetError",), "dataset": ("DataSet", "load"),
    "errors": ("ExitCode", "NotUnderstood", "ScoError", "UsageProblem"), "notebook": ("members", "panel", "status"),
    "queries": ("answer",), "queries.about": ("About",), "queries.attendance": ("Attendance",),
    "queries.base": ("Query", "QueryError"), "queries.changes": ("Changes",), "queries.countries": ("Countries",),
    "queries.growth": ("Growth",), "queries.history": ("History",), "queries.matrix": ("Matrix",),
    "queries.overview": ("Overview",), "queries.panel": ("Panel",), "queries.sources": ("Sources",),
    "queries.status": ("Status",), "queries.summit": ("SummitFacts",), "queries.summits": ("Summits",),
    "queries.timeline": ("Timeline",),
}  # fmt: skip
_MODULES = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "About", "Answer", "Attendance", "Changes", "Column", "Countries", "DataSet", "DataSetError", "ExitCode",
    "Growth", "History", "Matrix", "NotUnderstood", "Overview", "Panel", "Query", "QueryError", "ScoError",
    "Sources", "Status", "SummitFacts", "Summits", "Table", "Timeline", "UsageProblem", "__version__", "answer",
    "ask", "load", "members", "panel", "status",
]  # fmt: skip

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name == "ask":
            return import_module("scocli.ask")  # the package, which can be called
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return __all__
