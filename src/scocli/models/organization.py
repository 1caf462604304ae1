"""The organisation itself: founding, predecessor, charter, languages, bodies and office-holders."""

from typing import Annotated, Literal

from pydantic import Field

from scocli.models.values import (
    Address,
    CountryCode,
    CountryCodes,
    Day,
    LanguageCodes,
    Names,
    Note,
    PartialDate,
    Record,
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


class Charter(Record):
    """The founding treaty."""

    signed: Annotated[Day, Field(description="Day on which it was signed")]
    city: Annotated[Text, Field(description="Where it was signed")]
    in_force: Annotated[Day, Field(description="Day on which it entered into force")]
    sources: SourceIds


class Languages(Record):
    """The official languages."""

    codes: Annotated[LanguageCodes, Field(description="ISO 639-1, sorted")]
    note: Note = None
    sources: SourceIds


class Body(Record):
    """A permanent body and its seat."""

    name: Annotated[Text, Field(description="Name in English")]
    city: Annotated[Text, Field(description="Seat")]
    country: Annotated[CountryCode, Field(description="Country of the seat")]
    since: Annotated[Day, Field(description="Day on which it was opened")]
    agreement: Annotated[Day | None, Field(description="Day of the agreement on it, where it has one of its own")] = (
        None
    )
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
    secretariat: Annotated[Body, Field(description="The Secretariat")]
    rats: Annotated[Body, Field(description="The Regional Anti-Terrorist Structure")]
    secretaries_general: Annotated[
        tuple[SecretaryGeneral, ...], Field(description="Who headed the Secretariat, oldest first")
    ]
    chairmanships: Annotated[
        tuple[Chairmanship, ...], Field(description="Who held the chair, oldest first; a gap is a term not read of")
    ]
