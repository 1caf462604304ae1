"""The records of the data set: what each field means, and what it may hold.

The rules that tie records to each other are in :mod:`scocli.invariants`. What the fields' descriptions say is
what the codebook, ``data/README.md``, and the JSON Schema say.
"""

from typing import Annotated, Literal

from pydantic import Field

from scocli.models.countries import Application, Category, Country, Decision, Memorandum, Person, StatusPeriod
from scocli.models.organization import (
    Abbreviations,
    Agreement,
    Body,
    Chairmanship,
    Charter,
    Clause,
    DecisionMaking,
    Director,
    Founding,
    Languages,
    OrganizationFacts,
    OtherName,
    Predecessor,
    PredecessorSummit,
    ScoDay,
    SecretaryGeneral,
    Spirit,
    Statement,
)
from scocli.models.summits import Absence, Coverage, Delegation, Meeting, Organization, PlannedSummit, Summit
from scocli.models.values import (
    PATTERNS,
    Address,
    CategoryId,
    Day,
    LanguageCode,
    Names,
    OtherCountryCodes,
    PartialDate,
    Record,
    Slug,
    SourceIds,
    Subject,
    Subjects,
    Text,
)

__all__ = [
    "PATTERNS", "TOPICS", "Abbreviations", "Absence", "Agreement", "Application", "Body", "Category", "CategoryId",
    "Chairmanship", "Charter", "Claim", "Clause", "Conflict", "Country", "Coverage", "Data", "Decision",
    "DecisionMaking", "Delegation", "Director", "Founding", "Languages", "Meeting", "Memorandum", "Names", "Naming",
    "Organization", "OrganizationFacts", "OtherName", "Person", "PlannedSummit", "Predecessor", "PredecessorSummit",
    "Record", "ScoDay", "SecretaryGeneral", "Source", "Spirit", "Statement", "StatusPeriod", "Subject", "Summit",
    "WrittenName",
]  # fmt: skip

TOPICS = ("predecessor", "secretary-general", "chairmanship", "languages")
"""Facts about the organisation that a conflict can concern, beside its bodies and its agreements with others."""


class Claim(Record):
    """What some of the sources say in a conflict."""

    value: Annotated[Text, Field(description="What they say, in the project's own words")]
    sources: SourceIds


class Conflict(Record):
    """A disagreement between sources, with what the data set follows and why."""

    about: Annotated[Text, Field(description="What they disagree about: a noun phrase, or a question")]
    brief: Annotated[
        Text | None,
        Field(
            description="What every answer that rests on the disputed fact says of it; absent where naming `about` is enough"
        ),
    ] = None
    concerns: Annotated[
        tuple[str, ...],
        Field(
            min_length=1,
            description="What answers it touches: country codes, category ids, ids of meetings held or planned, or "
            "`organization` with the id of a body, the `partner` of an agreement, or one of "
            f"{', '.join(f'`{topic}`' for topic in TOPICS)}",
        ),
    ]
    involves: Annotated[
        OtherCountryCodes,
        Field(description="Countries whose part in a summit it is about, beside those that it `concerns`; sorted"),
    ] = ()
    bears_on: Annotated[
        Subjects,
        Field(
            description="Which facts it makes uncertain, sorted. Of membership: `status`: which is held, and since when; "
            "`application`, `memorandum`, `regulation`: what is asked for, signed, laid down. Of a summit: `attendance`: "
            "which countries came; `absence`: why one did not; `capacity`: as what one came; `leader`: who led a "
            "delegation; `role`: in what office; `organization`: which international organisations came; `representative`: "
            "who spoke for one, in what office; `meeting`: whether it was one of the Council; `number`, `format`, `theme`, "
            "`documents`. Of a summit or the organisation: `date`: on which days; `place`: where, with whom as host; "
            "`chair`: who chaired, from when to when; `office`: who held one, by what title, from when to when; `language`"
        ),
    ]
    claims: Annotated[
        tuple[Claim, ...],
        Field(
            min_length=1, description="Each of the claims; a single one where the question is what its silence means"
        ),
    ]
    chosen: Annotated[Text, Field(description="What the data set follows")]
    why: Annotated[Text, Field(description="For what reason")]


class Source(Record):
    """A page in which facts were read."""

    publisher: Annotated[Text, Field(description="Who published it")]
    url: Annotated[Address, Field(description="Address of the page")]
    published: Annotated[PartialDate | None, Field(description="Date on the page; absent where it has none")] = None
    kind: Annotated[
        Literal["official", "agency", "press", "reference"],
        Field(
            description="`official`: a government or the SCO; `agency`: a news agency; `press`: other media; "
            "`reference`: an encyclopedia, a think tank, a data base"
        ),
    ]
    language: Annotated[LanguageCode, Field(description="ISO 639-1")]
    read: Annotated[
        Literal["page", "stored-copy", "summary", "headline"] | None,
        Field(
            description="What was read of it: the page, a copy of it stored elsewhere, or no more than a summary or the "
            "headline, which then supports what it says and nothing else; absent where that was not noted"
        ),
    ] = None


class WrittenName(Record):
    """What a city or a person is called in the official languages of the organisation."""

    name: Annotated[Text, Field(description="Name as records write it")]
    ru: Annotated[Text | None, Field(description="In Russian; absent where that was not read")] = None
    zh: Annotated[
        Text | None, Field(description="In Chinese, simplified characters; absent where that was not read")
    ] = None
    sources: SourceIds


class Naming(Record):
    """Where codes and names of countries were read, and what cities and people are called in other languages."""

    note: Annotated[Text, Field(description="Which of them from where")]
    written: Annotated[
        tuple[WrittenName, ...], Field(description="Cities and people, in order of name; absent where there are none")
    ] = ()
    sources: SourceIds


class Data(Record):
    """The whole data set, as it stands in the file."""

    schema_version: Annotated[Literal["1.0"], Field(description="Version of the form of the file")]
    through: Annotated[
        Day, Field(description="Last day that the data vouch for; of a later day they say what held then")
    ]
    licence: Annotated[Text, Field(description="SPDX identifier of the licence of the data")]
    organization: Annotated[OrganizationFacts, Field(description="The organisation itself")]
    categories: Annotated[tuple[Category, ...], Field(description="The kinds of membership and association")]
    naming: Annotated[Naming, Field(description="Where codes and names of countries were read")]
    countries: Annotated[tuple[Country, ...], Field(description="In order of code")]
    persons: Annotated[tuple[Person, ...], Field(description="In order of name")]
    applications: Annotated[tuple[Application, ...], Field(description="In order of date, then of country")]
    summits: Annotated[tuple[Summit, ...], Field(description="The summits held, in order of time")]
    planned_summits: Annotated[tuple[PlannedSummit, ...], Field(description="Summits announced for after `through`")]
    heads_of_government_meetings: Annotated[
        tuple[Meeting, ...], Field(description="The meetings of the Council of Heads of Government, in order of time")
    ] = ()
    planned_heads_of_government_meetings: Annotated[
        tuple[PlannedSummit, ...], Field(description="Meetings of that Council announced for after `through`")
    ] = ()
    conflicts: Annotated[tuple[Conflict, ...], Field(description="Where sources disagree")]
    sources: Annotated[
        dict[Slug, Source],
        Field(description="The pages read, by id, in order of id", json_schema_extra={"additionalProperties": False}),
    ]
