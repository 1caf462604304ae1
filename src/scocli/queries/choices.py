"""The words of which a query takes one: what is asked for with ``show``, and others."""

from typing import Annotated

from scocli.councils import COUNCILS
from scocli.facts.forms import FORMS
from scocli.facts.nouns import MODES
from scocli.queries.words import OneOf

Mode = Annotated[str, OneOf(MODES)]
Council = Annotated[str, OneOf(COUNCILS)]
CountriesShown = Annotated[str, OneOf(FORMS)]
SummitsShown = Annotated[str, OneOf(("list", "count", "any", "first", "last", "largest", "smallest", "chairs"))]
AttendanceShown = Annotated[
    str,
    OneOf((
        "list", "count", "first", "last", "first-date", "last-date", "missed", "missed-count", "people", "country",
        "capacity", "any", "all", "missed-any",
    )),
]  # fmt: skip
SummitShown = Annotated[
    str,
    OneOf((
        "all", "countries", "count", "people", "every", "absent", "absent-count", "absent-people", "organizations",
        "organization-count", "granted", "date", "end", "days", "city", "host", "chair", "chair-country", "number", "format",
        "theme", "documents",
    )),
]  # fmt: skip
HistoryShown = Annotated[
    str,
    OneOf((
        "course", "since", "until", "decided-at", "procedure", "procedure-at", "memorandum", "memorandum-city",
        "application", "outcome", "duration",
    )),
]  # fmt: skip
Step = Annotated[str, OneOf(("change", "year"))]
DayOfYear = Annotated[str, OneOf(("end", "start", "any"))]
ChangesShown = Annotated[str, OneOf(("list", "count", "any"))]
AboutShown = Annotated[
    str,
    OneOf((
        "main", "date", "city", "country", "countries", "document", "in-force", "agreement", "count", "all", "since",
        "until", "first", "last", "next", "previous", "exists", "meets", "task", "chair",
        "russian", "chinese", "abbreviation", "age",
    )),
]  # fmt: skip
CATEGORIES = ("member", "observer", "dialogue-partner", "partner")
