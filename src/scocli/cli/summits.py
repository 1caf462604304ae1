"""The commands about summits and who came to them."""

from typing import TYPE_CHECKING, Annotated

import typer

from scocli.cli.functions import query
from scocli.cli.options import (
    DELEGATIONS,
    QUESTION,
    TIME,
    AmongSummits,
    From,
    InCapacity,
    InMode,
    LedBy,
    OfBody,
    To,
    WhereCountries,
    WhereSummits,
)
from scocli.queries.choices import AttendanceShown, SummitShown, SummitsShown
from scocli.queries.words import Country, Organization, Subject, SummitId

if TYPE_CHECKING:
    from scocli.queries.attendance import Attendance
    from scocli.queries.summit import SummitFacts
    from scocli.queries.summits import Summits

app = typer.Typer()


@app.command("attendance")
@query
def attendance(
    subjects: Annotated[
        tuple[Subject, ...],
        typer.Argument(
            metavar="SUBJECT", help="Country or person; several only with '--show any', 'all' or 'missed-any'."
        ),
    ],
    from_: From = None,
    to: To = None,
    at: Annotated[
        tuple[SummitId, ...],
        typer.Option("--at", help="Only this summit; repeat for more.", rich_help_panel=TIME),
    ] = (),
    body: OfBody = "heads-of-state",
    where: WhereSummits = (),
    capacity: InCapacity = (),
    led_by: LedBy = (),
    mode: InMode = None,
    show: Annotated[
        AttendanceShown,
        typer.Option("--show", help="The summits or one fact of them.", rich_help_panel=QUESTION),
    ] = "list",
    not_: Annotated[
        bool,
        typer.Option("--not", help="With any, all or missed-any: ask the opposite.", rich_help_panel=QUESTION),
    ] = False,
    either: Annotated[
        bool,
        typer.Option(
            "--either",
            help="Of several subjects: ask whether one of them did.",
            rich_help_panel=QUESTION,
        ),
    ] = False,
    all_: Annotated[
        bool,
        typer.Option("--all", help="Also list the summits for which nothing is recorded.", rich_help_panel=QUESTION),
    ] = False,
) -> "Attendance":
    """Every summit that a country or person attended; apart, documented absences and what is not recorded.

    Examples:
      sco attendance Azerbaijan
      sco attendance "Narendra Modi"
      sco attendance India --at 2024 --show people
      sco attendance Azerbaijan --where 'hosted by China'

    '--show any' asks whether they attended one of these summits, 'all' whether all, 'missed-any' whether they are known
    to have missed one.
    """
    from scocli.queries.attendance import Attendance

    return Attendance(
        subjects=subjects,
        from_=from_,
        to=to,
        at=at,
        body=body,
        where=where,
        capacity=capacity,
        led_by=led_by,
        mode=mode,
        show=show,
        not_=not_,
        either=either,
        all_=all_,
    )


@app.command("summits")
@query
def summits(
    from_: From = None,
    to: To = None,
    body: OfBody = "heads-of-state",
    where: WhereSummits = (),
    has: AmongSummits = None,
    show: Annotated[
        SummitsShown,
        typer.Option(
            "--show",
            help="The summits, their number, whether there are any, the first or last, the one with most or fewest "
            "delegations, or who chaired.",
            rich_help_panel=QUESTION,
        ),
    ] = "list",
) -> "Summits":
    """All summits, or those that meet all of the conditions.

    Examples:
      sco summits
      sco summits --where 'hosted by China'
      sco summits --where 'held virtual'
      sco summits --where 'attended by AZ led by president'
      sco summits --body heads-of-government
    """
    from scocli.queries.summits import Summits

    return Summits(from_=from_, to=to, body=body, where=where, has=has, show=show)


@app.command("summit")
@query
def summit(
    summit: Annotated[
        SummitId,
        typer.Argument(
            metavar="SUMMIT",
            help="Summit: id, year, city, number, 'first' or 'latest'; meeting of the heads of government: id, or city and year.",
        ),
    ],
    where: WhereCountries = (),
    country: Annotated[
        tuple[Country, ...],
        typer.Option(
            "--country", help="Only delegations of this country; repeat for more.", rich_help_panel=DELEGATIONS
        ),
    ] = (),
    capacity: InCapacity = (),
    led_by: LedBy = (),
    mode: InMode = None,
    show: Annotated[
        SummitShown, typer.Option("--show", help="One fact of the summit.", rich_help_panel=QUESTION)
    ] = "all",
    organization: Annotated[
        Organization | None,
        typer.Option("--organization", help="With '--show people': of this organisation.", rich_help_panel=QUESTION),
    ] = None,
    every: Annotated[
        bool,
        typer.Option("--every", help="Ask whether every country of the capacity came.", rich_help_panel=QUESTION),
    ] = False,
) -> "SummitFacts":
    """One summit: who came in which capacity, who stayed away, organisations, decisions, documents, what is not recorded.

    Examples:
      sco summit 2024
      sco summit latest
      sco summit samarkand --show people --capacity observer

    With --show one fact of it. The countries, people and counts are of the delegations that the other options ask for.
    """
    from scocli.queries.summit import SummitFacts

    return SummitFacts(
        summit=summit,
        where=where,
        country=country,
        capacity=capacity,
        led_by=led_by,
        mode=mode,
        show=show,
        organization=organization,
        every=every,
    )
