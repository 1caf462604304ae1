"""Short ways to common answers, for a notebook: names as people write them, the program's own data set, today.

>>> import scocli
>>> scocli.members(on="2024-07-03").to_dataframe()
"""

from scocli import days
from scocli.answers import Answer
from scocli.dataset import DataSet, own
from scocli.days import canonical
from scocli.names import find_countries, find_country
from scocli.queries import answer
from scocli.queries.countries import Countries
from scocli.queries.panel import Panel
from scocli.queries.status import Status


def status(*countries: str, on: str | None = None, data: DataSet | None = None, today: str | None = None) -> Answer:
    """The status of countries on a day.

    :param countries: names in any form that is known, or ISO codes.
    :param on: a day, month or year; by default today.
    :param data: the data set; by default the one that comes with the program.
    :param today: the day that is today, ISO 8601; by default the system's.
    :raises scocli.errors.NotUnderstood: if a name is not known.
    :raises scocli.days.DayError: if the day is none.
    """
    data = data or own()
    codes = tuple(find_country(data, name) for name in countries)
    return answer(data, Status(countries=codes, on=on and canonical(on)), today or days.today())


def members(on: str | None = None, *, data: DataSet | None = None, today: str | None = None) -> Answer:
    """The member states on a day; the parameters are those of :func:`status`."""
    return answer(data or own(), Countries(categories=("member",), on=on and canonical(on)), today or days.today())


def panel(
    *countries: str,
    from_: str | None = None,
    to: str | None = None,
    at: str = "end",
    data: DataSet | None = None,
    today: str | None = None,
) -> Answer:
    """Countries by years, a row each, as :class:`~scocli.queries.panel.Panel` explains it.

    :param countries: names or ISO codes, ``ever`` or ``all``; by default all that ever held a status.
    """
    data = data or own()
    codes = tuple(find_countries(data, name) for name in countries)
    asked = Panel(from_=from_ and canonical(from_), to=to and canonical(to), at=at, countries=codes)
    return answer(data, asked, today or days.today())
