"""The commands about summits and who came to them."""

from typing import Annotated

import typer

from scocli.cli.options import (
    DELEGATIONS,
    TIME,
    AmongSummits,
    From,
    Holders,
    InCapacity,
    InMode,
    LedBy,
    OfBody,
    Output,
    To,
    WhereCountries,
    WhereSummits,
    option,
)
from scocli.cli.parameters import asks, command
from scocli.queries.base import Query
from scocli.queries.choices import AttendanceShown, SummitShown, SummitsShown
from scocli.queries.words import Country, Organization, Subject, SummitId

app = typer.Typer()


@app.command("attendance")
@command
def attendance(
    output: Output,
    subjects: Annotated[tuple[Subject, ...], typer.Argument(help="Country or person.")],
    from_: From = None,
    to: To = None,
    at: Annotated[tuple[SummitId, ...], option("--at", help="Only this summit; repeat for more.", panel=TIME)] = (),
    body: OfBody = "heads-of-state",
    where: WhereSummits = (),
    capacity: InCapacity = (),
    led_by: LedBy = (),
    mode: InMode = None,
    show: Annotated[
        AttendanceShown,
        option("--show", help="What to tell; any, all and missed-any ask yes or no, of one or several."),
    ] = "list",
    not_: Annotated[bool, option("--not", help="Of any and all: ask whether it is not so.")] = False,
    either: Annotated[bool, option("--either", help="Of several: ask whether one of them did.")] = False,
) -> Query:
    """Every summit that a country or person attended, and documented absences. With --all also what is not recorded.

    Examples:
      sco attendance Azerbaijan
      sco attendance "Narendra Modi"
      sco attendance India --at 2024 --show people
      sco attendance Azerbaijan --where 'hosted by China'
    """
    from scocli.queries.attendance import Attendance

    return Attendance(
        subjects=subjects, from_=from_, to=to, at=at, body=body, where=where, capacity=capacity, led_by=led_by, mode=mode,
        show=show, not_=not_, either=either, all_=output.all_ and not at,
    )  # fmt: skip


@app.command("summits")
@asks
def summits(
    from_: From = None,
    to: To = None,
    body: OfBody = "heads-of-state",
    where: WhereSummits = (),
    has: AmongSummits = None,
    show: Annotated[
        SummitsShown,
        option(
            "--show",
            help="The summits, their number, whether there are any, the first or last, the one with most or fewest "
            "delegations, or who chaired.",
        ),
    ] = "list",
) -> None:
    """All summits, or those that meet all of the conditions.

    Examples:
      sco summits
      sco summits --where 'hosted by China'
      sco summits --where 'held virtual'
      sco summits --where 'attended by AZ led by president'
      sco summits --body heads-of-government
    """


@app.command("summit")
@asks
def summit(
    summit: Annotated[
        SummitId,
        typer.Argument(help="Id, year, city, number, first or latest; of the heads of government: city and year."),
    ],
    where: WhereCountries = (),
    country: Annotated[
        tuple[Country, ...], option("--country", help="Only of this country; repeat for more.", panel=DELEGATIONS)
    ] = (),
    capacity: InCapacity = (),
    led_by: LedBy = (),
    mode: InMode = None,
    show: Annotated[SummitShown, option("--show", help="One fact of the summit.")] = "all",
    organization: Annotated[
        Organization | None, option("--organization", help="Who represented this organisation.")
    ] = None,
) -> None:
    """One summit: who came in which capacity, who stayed away, organisations, decisions, documents, what is not recorded.

    Examples:
      sco summit 2024
      sco summit latest
      sco summit samarkand --show people --capacity observer

    With --show one fact of it. The countries, people and counts are of the delegations that the other options ask for.
    """


@app.command("matrix")
@asks
def matrix(
    subjects: Holders = (),
    from_: From = None,
    to: To = None,
    body: OfBody = "heads-of-state",
    guests: Annotated[bool, option("--guests", help="Also those that came without ever holding a status.")] = False,
) -> None:
    """Countries by summits, with a mark for how each was represented at each.

    Examples:
      sco matrix
      sco matrix dialogue-partners --from 2015
      sco matrix India Pakistan --from 2017

    A category stands for all countries that held it in the period.
    """
