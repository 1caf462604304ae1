"""The table of countries by years: the rows of ``sco panel``."""

from dataclasses import replace

from scocli.export.columns import Column, Reference, Table, column_of
from scocli.queries.panel import codes_of, country_years, years_of

_CATEGORY = column_of("Category", "id", "category")
_LEVEL = column_of("Delegation", "level", "level")
_COLUMNS = (
    column_of("Country", "code", "country"),
    column_of("Country", "names_en", "name"),
    Column(name="year", type="integer", description="Year"),
    replace(
        _CATEGORY,
        choices=(*_CATEGORY.choices, "none"),
        description="Status at the end of the year, or of the data if they end before; `none` if it held none",
    ),
    column_of("StatusPeriod", "since", "since", required=False, description="First day of that status"),
    Column(name="summit", required=False, description="Summit of that year; several with a blank between"),
    Column(
        name="came",
        required=False,
        choices=("yes", "no", "not-recorded"),
        description="Whether the country came to it; empty if there was none",
    ),
    replace(
        _LEVEL,
        required=False,
        choices=(*_LEVEL.choices, "not-recorded"),
        description="Rank of who led its delegation; empty if none is recorded",
    ),
    Column(name="partial", choices=("yes", "no"), description="Whether the data reach only a part of the year"),
)


COUNTRY_YEAR = Table(
    name="country_year",
    description="Derived: each country that ever held a status in each year since the founding",
    columns=_COLUMNS,
    key=("country", "year"),
    references=(Reference(("country",), "countries", ("code",)),),
    rows=lambda data: (tuple(row) for row in country_years(data, codes_of(data), years_of(data))),
)
"""What each country was in each year, and whether it came to that year's summit."""
