"""Countries, the statuses that they hold, held or asked for, and people."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from scocli.models.values import (
    COUNTRY_3,
    CategoryId,
    CountryCode,
    Day,
    Names,
    Note,
    PartialDate,
    Record,
    Slug,
    SourceIds,
    Spellings,
    Text,
)


class Memorandum(Record):
    """The memorandum that followed the grant of a partner's status, or came before that of membership."""

    date: Annotated[PartialDate, Field(description="When it was signed; it never dates the status")]
    city: Annotated[Text | None, Field(description="Where it was signed; absent where that was not found")] = None


class StatusPeriod(Record):
    """A period in which a country held one status. It ends on the first day of the country's next period."""

    category: Annotated[CategoryId, Field(description="Status held")]
    since: Annotated[
        Day, Field(description="First day of it: that of the Council's decision, never that of a memorandum")
    ]
    basis: Annotated[
        Literal["founding", "granted", "merged"],
        Field(
            description="`founding`: signed the declaration of 2001; `granted`: by a decision on the country; "
            "`merged`: its category became part of this one, or was granted and merged on one day"
        ),
    ]
    granted_at: Annotated[Slug, Field(description="Summit that decided it: an id in `summits`")]
    procedure_started: Annotated[
        Day | None, Field(description="Day on which the Council opened the procedure, where it did so first")
    ] = None
    memorandum: Annotated[
        Memorandum | None, Field(description="Memorandum that belongs to the status; absent where none was found")
    ] = None
    note: Note = None
    sources: SourceIds


class Country(Record):
    """A country that holds or held a status, asked for one, or came to a summit."""

    code: Annotated[CountryCode, Field(description="ISO 3166-1 alpha-2")]
    alpha3: Annotated[str, StringConstraints(pattern=COUNTRY_3), Field(description="ISO 3166-1 alpha-3")]
    names: Annotated[Names, Field(description="Short names, as in CLDR")]
    official_name: Annotated[Text, Field(description="Official name in English, as in ISO 3166-1")]
    aliases: Annotated[
        Spellings, Field(description="Other, former and foreign names by which it can be asked for, sorted")
    ] = ()
    demonyms: Annotated[
        Spellings, Field(description="English adjectives and names of its people, as in 'the Azerbaijani president'")
    ] = ()
    statuses: Annotated[
        tuple[StatusPeriod, ...], Field(description="Statuses held, oldest first; none if it never held one")
    ] = ()


class Person(Record):
    """Somebody who led a delegation, chaired, stayed away, spoke for an organisation or headed the Secretariat."""

    name: Annotated[Text, Field(description="Name as records write it")]
    aliases: Annotated[Spellings, Field(description="Surname as used alone, and other spellings, sorted")] = ()


class Category(Record):
    """A kind of membership or association."""

    id: Annotated[CategoryId, Field(description="What records call it")]
    label: Annotated[Text, Field(description="What one holder is called")]
    plural: Annotated[Text, Field(description="What its holders are called")]
    meaning: Annotated[Text, Field(description="What holding it means, in one sentence")]
    introduced: Annotated[Day, Field(description="First day on which it could be held")]
    retired: Annotated[
        Day | None, Field(description="First day on which it no longer existed; absent while it exists")
    ] = None
    merged_into: Annotated[
        CategoryId | None, Field(description="Category that its holders have held since it was retired")
    ] = None
    note: Note = None
    sources: SourceIds


class Application(Record):
    """A request for a status."""

    country: Annotated[CountryCode, Field(description="Who asked")]
    category: Annotated[CategoryId, Field(description="What for")]
    date: Annotated[PartialDate, Field(description="When it was made or, as the note then says, first reported")]
    outcome: Annotated[Text, Field(description="What became of it by `through`")]
    note: Note = None
    sources: SourceIds


class Decision(Record):
    """A decision of a summit about who belongs."""

    country: Annotated[
        CountryCode | None, Field(description="Whom it concerns; absent where it concerns no single country")
    ] = None
    decision: Annotated[
        Literal[
            "granted",
            "procedure-started",
            "memorandum-signed",
            "rules-approved",
            "category-created",
            "categories-merged",
        ],
        Field(description="What was decided"),
    ]
    category: Annotated[CategoryId, Field(description="Category granted, opened, regulated, created or merged into")]
    note: Note = None
    sources: SourceIds
