"""The commands about countries and their statuses."""

from typing import TYPE_CHECKING, Annotated

import typer

from scocli.cli.functions import query
from scocli.cli.options import (
    QUESTION,
    AmongCountries,
    From,
    OfCategory,
    OfCountry,
    OnDay,
    To,
    WhereCountries,
)
from scocli.queries.choices import ChangesShown, CountriesShown, HistoryShown
from scocli.queries.words import Category, Country, OnCountries

if TYPE_CHECKING:
    from scocli.queries.changes import Changes
    from scocli.queries.countries import Countries
    from scocli.queries.history import History
    from scocli.queries.status import Status

app = typer.Typer()


@app.command("status")
@query
def status(
    countries: Annotated[
        tuple[Country, ...], typer.Argument(metavar="COUNTRY", help="Countries: ISO codes, names or aliases.")
    ],
    on: OnDay = None,
    is_: Annotated[
        tuple[OnCountries, ...],
        typer.Option(
            "--is",
            help="Ask whether they meet it, as member or 'ever observer'; repeat for 'and'. See 'sco help where'.",
            rich_help_panel=QUESTION,
        ),
    ] = (),
    either: Annotated[
        bool,
        typer.Option(
            "--either",
            help="Of several countries: ask whether one of them does, not whether all do.",
            rich_help_panel=QUESTION,
        ),
    ] = False,
) -> "Status":
    """The status of countries on a day, how it came about and what it was before.

    Examples:
      sco status Azerbaijan
      sco status India Pakistan --on 2016
      sco status Belarus --is 'ever observer'
      sco status India --is 'throughout member 2018..2024'
    """
    from scocli.queries.status import Status

    return Status(countries=countries, on=on, is_=is_, either=either)


@app.command("list")
@query
def list_(
    categories: Annotated[
        tuple[Category, ...],
        typer.Argument(metavar="CATEGORY", help="members, observers, dialogue-partners or partners; several for 'or'."),
    ] = (),
    on: OnDay = None,
    where: WhereCountries = (),
    has: AmongCountries = None,
    show: Annotated[
        CountriesShown,
        typer.Option(
            "--show",
            help="The countries, their number, whether there are any, those whose date is first or last, or those that "
            "did most often what can be done several times.",
            rich_help_panel=QUESTION,
        ),
    ] = "list",
) -> "Countries":
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
    from scocli.queries.countries import Countries

    return Countries(categories=categories, on=on, where=where, has=has, show=show)


@app.command("history")
@query
def history(
    countries: Annotated[
        tuple[Country, ...],
        typer.Argument(
            metavar="COUNTRY", help="Country: ISO code, name or alias; several only if they share the fact."
        ),
    ],
    show: Annotated[
        HistoryShown, typer.Option("--show", help="One fact of the course.", rich_help_panel=QUESTION)
    ] = "course",
    category: OfCategory = (),
    on: OnDay = None,
    before: Annotated[
        Country | None,
        typer.Option(
            "--before",
            help="Ask whether the date that is shown is before this country's.",
            rich_help_panel=QUESTION,
        ),
    ] = None,
    after: Annotated[
        Country | None,
        typer.Option("--after", help="Ask whether it is after this country's.", rich_help_panel=QUESTION),
    ] = None,
    same_day_as: Annotated[
        Country | None,
        typer.Option(
            "--same-day-as", help="Ask whether it is the same day as this country's.", rich_help_panel=QUESTION
        ),
    ] = None,
) -> "History":
    """The whole course of a country: requests, procedures, memoranda and statuses, in order of date.

    Examples:
      sco history Belarus
      sco history Azerbaijan --show memorandum

    With --show one fact of it: the day since when or until when a status was held, the summit that decided it, the day
    of the procedure, the memorandum (or the place where it was signed) or the request, how the request ended, or how
    many full years.
    """
    from scocli.queries.history import History

    return History(
        countries=countries,
        show=show,
        category=category,
        on=on,
        before=before,
        after=after,
        same_day_as=same_day_as,
    )


@app.command("changes")
@query
def changes(
    from_: From = None,
    to: To = None,
    country: OfCountry = (),
    category: OfCategory = (),
    show: Annotated[
        ChangesShown,
        typer.Option(
            "--show",
            help="The changes, their number, or whether there were any.",
            rich_help_panel=QUESTION,
        ),
    ] = "list",
) -> "Changes":
    """Every change of status in a period, both ends included.

    Examples:
      sco changes --from 2024 --to 2024
      sco changes --from 2022-09-16
    """
    from scocli.queries.changes import Changes

    return Changes(from_=from_, to=to, country=country, category=category, show=show)
