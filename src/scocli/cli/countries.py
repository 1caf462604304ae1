"""The commands about countries and their statuses."""

from typing import Annotated

import typer

from scocli.cli.options import OUTPUT, AmongCountries, From, Holders, OfCategory, OnDay, To, WhereCountries, option
from scocli.cli.parameters import asks
from scocli.queries.choices import ChangesShown, CountriesShown, DayOfYear, HistoryShown, Step
from scocli.queries.words import Category, Country, CountryOrGroup, CountryOrTime, OnCountries

app = typer.Typer()


@app.command("status")
@asks
def status(
    countries: Annotated[tuple[Country, ...], typer.Argument(help="Countries: ISO codes, names or aliases.")],
    on: OnDay = None,
    is_: Annotated[
        tuple[OnCountries, ...],
        option(
            "--is",
            help="Ask whether they meet it, as member or 'ever observer'; repeat for 'and'. See 'sco help where'.",
        ),
    ] = (),
    either: Annotated[
        bool, option("--either", help="Of several countries: ask whether one of them does, not whether all do.")
    ] = False,
) -> None:
    """The status of countries on a day, how it came about and what it was before.

    Examples:
      sco status Azerbaijan
      sco status India Pakistan --on 2016
      sco status Belarus --is 'ever observer'
      sco status India --is 'throughout member 2018..2024'
    """


@app.command("list")
@asks
def list_(
    categories: Annotated[
        tuple[Category, ...],
        typer.Argument(help="members, observers, dialogue-partners or partners; several for 'or'."),
    ] = (),
    on: OnDay = None,
    where: WhereCountries = (),
    has: AmongCountries = None,
    show: Annotated[
        CountriesShown,
        option(
            "--show", help="The countries, how many, whether any, the earliest, the latest, or who did it most often."
        ),
    ] = "list",
) -> None:
    """Countries in a category, or by category, on a day; or those that meet all of the conditions given.

    Examples:
      sco list
      sco list observers --on 2024-07-03
      sco list --where 'became member 2017..' --where 'not IN'
      sco list members --where 'ever observer'
      sco list --where 'attended 2022-samarkand as guest'
      sco list --where 'applied member' --has Nepal
      sco list --where 'chaired 2010..' --show most

    A category that no longer exists on the day lists those who held it last, and says into what it was merged.
    """


@app.command("history")
@asks
def history(
    countries: Annotated[
        tuple[Country, ...],
        typer.Argument(help="Country: ISO code, name or alias; several only if they share the fact."),
    ],
    show: Annotated[HistoryShown, option("--show", help="One fact of the course.")] = "course",
    category: OfCategory = (),
    on: OnDay = None,
    before: Annotated[
        Country | None, option("--before", help="Ask whether the date that is shown is before this country's.")
    ] = None,
    after: Annotated[Country | None, option("--after", help="Ask whether it is after this country's.")] = None,
    same_day_as: Annotated[
        Country | None, option("--same-day-as", help="Ask whether it is the same day as this country's.")
    ] = None,
) -> None:
    """The whole course of a country: requests, procedures, memoranda and statuses, in order of date.

    Examples:
      sco history Belarus
      sco history Azerbaijan --show memorandum

    With --show one fact of it: the day since when or until when a status was held, the summit that decided it, the day
    of the procedure, the memorandum (or the place where it was signed) or the request, how the request ended, or how
    many full years.
    """


@app.command("changes")
@asks
def changes(
    of: Annotated[
        tuple[CountryOrTime, ...],
        typer.Argument(metavar="COUNTRY|TIME", help="Only of these countries; only in this year, month or day."),
    ] = (),
    from_: From = None,
    to: To = None,
    category: OfCategory = (),
    show: Annotated[
        ChangesShown, option("--show", help="The changes, their number, or whether there were any.")
    ] = "list",
) -> None:
    """Every change of status in a period, both ends included.

    Examples:
      sco changes 2024
      sco changes Azerbaijan
      sco changes --from 2022-09-16
    """


@app.command("timeline")
@asks
def timeline(subjects: Holders = (), on: OnDay = None) -> None:
    """The statuses of countries from the founding to a day, a row for each country, above the summits and the years.

    Examples:
      sco timeline
      sco timeline observers --on 2024
      sco timeline Belarus India Azerbaijan

    A column of the picture is some months, and shows the status at their end.
    """


@app.command("growth")
@asks
def growth(
    from_: From = None,
    to: To = None,
    by: Annotated[
        Step, option("--by", help="A row for each change of status, or for the end of each year.")
    ] = "change",
) -> None:
    """How many countries held each category at each change of status, or at the end of each year.

    Examples:
      sco growth
      sco growth --by year --from 2015
      sco growth --format csv
    """


@app.command("panel")
@asks
def panel(
    from_: From = None,
    to: To = None,
    at: Annotated[
        DayOfYear, option("--at", help="Status at the end of the year, at its start, or the highest on any day of it.")
    ] = "end",
    countries: Annotated[
        tuple[CountryOrGroup, ...],
        option(
            "--countries",
            help="ever (that ever held a status; the default), all (on record), or countries, with commas between them.",
        ),
    ] = (),
    wide: Annotated[bool, option("--wide", help="A row a country and a column a year.", panel=OUTPUT)] = False,
) -> None:
    """Countries by years: status, since when, and whether they came to that year's summit.

    Examples:
      sco panel --format csv
      sco panel --countries AZ,TR --from 2020 --to 2024 --wide
      sco panel --at start --countries all --format csv

    The last year goes as far as the data reach.
    """
