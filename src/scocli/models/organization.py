"""The organisation itself: founding, charter, what it is for, bodies, office-holders and agreements."""

from typing import Annotated, Literal

from pydantic import Field

from scocli.models.values import (
    Address,
    CountryCode,
    CountryCodes,
    Day,
    DayOfYear,
    LanguageCode,
    LanguageCodes,
    Names,
    Note,
    PartialDate,
    Record,
    Slug,
    SomeSpellings,
    SourceIds,
    Text,
)


class Founding(Record):
    """How the organisation began."""

    date: Annotated[Day, Field(description="Day of the declaration that set it up")]
    city: Annotated[Text, Field(description="Where it was signed")]
    founders: Annotated[CountryCodes, Field(description="Who signed it, in order of code")]
    document: Annotated[Text, Field(description="Title of the declaration in English")]
    sources: SourceIds


class PredecessorSummit(Record):
    """A meeting of the Shanghai Five."""

    date: Annotated[Day, Field(description="First day")]
    city: Annotated[Text, Field(description="Where it was held")]
    country: Annotated[CountryCode, Field(description="Host")]
    note: Note = None
    sources: SourceIds


class Predecessor(Record):
    """The Shanghai Five."""

    name: Annotated[Text, Field(description="What it was called")]
    founded: Annotated[Day, Field(description="Day of its first meeting")]
    members: Annotated[CountryCodes, Field(description="Who belonged to it, in order of code")]
    summits: Annotated[tuple[PredecessorSummit, ...], Field(description="Its meetings, oldest first")]
    sources: SourceIds


class Statement(Record):
    """Something that is said of the organisation, in the project's own words."""

    text: Annotated[Text, Field(description="A sentence")]
    note: Note = None
    sources: SourceIds


class Clause(Record):
    """One of the aims or principles of the Charter, as a short phrase."""

    text: Annotated[Text, Field(description="The phrase, in the project's own words")]
    article: Annotated[int, Field(ge=1, description="Article of the Charter in which it stands")]
    sources: SourceIds


class Spirit(Record):
    """The Shanghai Spirit."""

    elements: Annotated[SomeSpellings, Field(description="What it consists of, in the usual order")]
    elements_zh: Annotated[SomeSpellings, Field(description="The same in Chinese, in the same order")]
    declared: Annotated[Day, Field(description="Day of the meeting to which the Charter traces it")]
    city: Annotated[Text, Field(description="Where that was")]
    note: Note = None
    sources: SourceIds


class DecisionMaking(Record):
    """How the bodies decide."""

    rule: Annotated[Text, Field(description="In a word")]
    text: Annotated[Text, Field(description="In a sentence")]
    article: Annotated[int, Field(ge=1, description="Article of the Charter that lays it down")]
    note: Note = None
    sources: SourceIds


class OtherName(Record):
    """A name by which others call the organisation."""

    name: Annotated[Text, Field(description="The name")]
    language: Annotated[LanguageCode, Field(description="ISO 639-1")]
    note: Note = None
    sources: SourceIds


class ScoDay(Record):
    """The day of the year that is kept as SCO Day."""

    day: Annotated[DayOfYear, Field(description="The day")]
    note: Note = None
    sources: SourceIds


class Agreement(Record):
    """What ties the organisation, or one of its bodies, to another international organisation."""

    partner: Annotated[Slug, Field(description="What conflicts call the other")]
    organization: Annotated[Text, Field(description="Name of the other in English")]
    abbreviation: Annotated[Text, Field(description="What that is for short")]
    kind: Annotated[Text, Field(description="What it is: a memorandum, a status, a resolution ...")]
    party: Annotated[Text, Field(description="Who stands on the SCO's side")]
    date: Annotated[PartialDate | None, Field(description="Of when it is; absent where that was not read")] = None
    city: Annotated[Text | None, Field(description="Where it was signed; absent where that was not read")] = None
    note: Note = None
    sources: SourceIds


class Charter(Record):
    """The founding treaty."""

    signed: Annotated[Day, Field(description="Day on which it was signed")]
    city: Annotated[Text, Field(description="Where it was signed")]
    in_force: Annotated[Day, Field(description="Day on which it entered into force")]
    note: Note = None
    sources: SourceIds


class Languages(Record):
    """The official languages."""

    codes: Annotated[LanguageCodes, Field(description="ISO 639-1, sorted")]
    note: Note = None
    sources: SourceIds


class Body(Record):
    """A body of the organisation: a Council, a permanent body, or one that is agreed on or planned."""

    id: Annotated[Slug, Field(description="What records call it")]
    name: Annotated[Text, Field(description="Name in English")]
    city: Annotated[Text | None, Field(description="Seat; absent where it has none")] = None
    country: Annotated[CountryCode | None, Field(description="Country of the seat")] = None
    since: Annotated[
        PartialDate | None,
        Field(description="When it opened or first met; absent where that was not read, or before it does"),
    ] = None
    decided: Annotated[Day | None, Field(description="Day on which it was decided on, of one that is planned")] = None
    agreement: Annotated[Day | None, Field(description="Day of the agreement on it, where it has one of its own")] = (
        None
    )
    stage: Annotated[
        Literal["planned", "agreed"] | None,
        Field(description="`planned`: decided on; `agreed`: the agreement is signed; absent of one that works"),
    ] = None
    meets: Annotated[Text | None, Field(description="How often it meets; absent where that was not read")] = None
    task: Annotated[Text | None, Field(description="What it is for")] = None
    note: Note = None
    sources: SourceIds


class SecretaryGeneral(Record):
    """A holder of the office, called Executive Secretary at first."""

    name: Annotated[Text, Field(description="A name in `persons`")]
    country: Annotated[CountryCode, Field(description="Country that put the person forward")]
    since: Annotated[PartialDate, Field(description="First day in office")]
    until: Annotated[PartialDate | None, Field(description="Last day in office; absent while in office")] = None
    note: Note = None
    sources: SourceIds


class Director(Record):
    """A director of the Executive Committee of the Regional Anti-Terrorist Structure."""

    name: Annotated[Text, Field(description="A name in `persons`")]
    country: Annotated[
        CountryCode | None, Field(description="Country that put the person forward; absent where that was not read")
    ] = None
    since: Annotated[PartialDate | None, Field(description="First day of the term; absent where that was not read")] = (
        None
    )
    until: Annotated[PartialDate | None, Field(description="Last day of the term; absent where that was not read")] = (
        None
    )
    first_named: Annotated[
        Day | None,
        Field(
            description="First day on which a source names the person in office: a bound, not the beginning of the term"
        ),
    ] = None
    last_named: Annotated[
        Day | None,
        Field(description="Last day on which a source names the person in office: a bound, not the end of the term"),
    ] = None
    note: Note = None
    sources: SourceIds


class Chairmanship(Record):
    """A term in the chair of the organisation."""

    country: Annotated[CountryCode, Field(description="Who held the chair")]
    since: Annotated[
        Day | None, Field(description="Day on which it was taken over; absent where that was not read")
    ] = None
    until: Annotated[
        Day | None, Field(description="Day on which it was handed over; absent where that was not read")
    ] = None
    basis: Annotated[
        Literal["stated", "between-summits"],
        Field(
            description="`stated`: sources give the term; `between-summits`: they say who held the chair, and the days "
            "are those of the summits"
        ),
    ]
    note: Note = None
    sources: SourceIds


class Abbreviations(Record):
    """Abbreviations of the organisation's name, by language."""

    en: Annotated[SomeSpellings, Field(description="In English")]
    ru: Annotated[SomeSpellings, Field(description="In Russian")]
    zh: Annotated[SomeSpellings, Field(description="In Chinese")]


class OrganizationFacts(Record):
    """The organisation itself."""

    names: Annotated[Names, Field(description="Full name")]
    abbreviations: Annotated[Abbreviations, Field(description="Short name")]
    website: Annotated[Address, Field(description="Address of the Secretariat's pages")]
    sources: SourceIds
    founded: Annotated[Founding, Field(description="How it began")]
    predecessor: Annotated[Predecessor, Field(description="What it grew out of")]
    charter: Annotated[Charter, Field(description="Its founding treaty")]
    official_languages: Annotated[Languages, Field(description="Its languages")]
    meaning: Annotated[Statement | None, Field(description="What it is")] = None
    aims: Annotated[tuple[Clause, ...], Field(description="Its aims, in the order of the Charter")] = ()
    principles: Annotated[tuple[Clause, ...], Field(description="Its principles, in the order of the Charter")] = ()
    shanghai_spirit: Annotated[Spirit | None, Field(description="The spirit in which it is to work")] = None
    decision_making: Annotated[DecisionMaking | None, Field(description="How it decides")] = None
    other_names: Annotated[tuple[OtherName, ...], Field(description="What others call it, beside its own names")] = ()
    sco_day: Annotated[ScoDay | None, Field(description="Its day of the year")] = None
    bodies: Annotated[tuple[Body, ...], Field(description="Its bodies, the highest first, those to come last")]
    secretaries_general: Annotated[
        tuple[SecretaryGeneral, ...], Field(description="Who headed the Secretariat, oldest first")
    ]
    rats_directors: Annotated[
        tuple[Director, ...],
        Field(description="Who headed the Regional Anti-Terrorist Structure, oldest first, as far as known"),
    ] = ()
    chairmanships: Annotated[
        tuple[Chairmanship, ...], Field(description="Who held the chair, oldest first; a gap is a term not read of")
    ]
    agreements: Annotated[
        tuple[Agreement, ...], Field(description="Its agreements with other international organisations")
    ] = ()
