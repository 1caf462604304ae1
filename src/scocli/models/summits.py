"""Meetings of the two Councils: who came, who stayed away, and for whom the lists are complete."""

from typing import Annotated, Literal

from pydantic import Field

from scocli.models.countries import Decision
from scocli.models.values import CountryCode, Day, Note, PartialDate, Record, Slug, SourceIds, Text

Level = Literal["head-of-state", "head-of-government", "deputy", "minister", "other"]
Mode = Literal["in-person", "video"]
Format = Literal["in-person", "virtual", "hybrid"]
Completeness = Literal["complete", "partial", "none", "not-applicable"]

_Session = Annotated[Text | None, Field(description="Part of the meeting that is meant, where a source names one")]


class Coverage(Record):
    """For which groups the list of delegations is complete.

    `complete`: a source lists all of the group who came; `partial`: some are known; `none`: nothing was found;
    `not-applicable`: nobody held that status when the meeting opened. Only in a complete group does 'not listed'
    mean 'did not attend'.
    """

    members: Annotated[Completeness, Field(description="Of member states")]
    observers: Annotated[Completeness, Field(description="Of observers")]
    dialogue_partners: Annotated[Completeness, Field(description="Of dialogue partners")]
    partners: Annotated[Completeness, Field(description="Of SCO partners")] = "not-applicable"
    guests: Annotated[Completeness, Field(description="Of countries without a status")]


class Delegation(Record):
    """A country's delegation at a meeting, by the person who led it. In what capacity it came is derived."""

    country: Annotated[CountryCode, Field(description="Whose delegation it is")]
    leader: Annotated[
        Text | None, Field(description="Who led it: a name in `persons`; absent where no source names the person")
    ] = None
    role: Annotated[
        Text | None,
        Field(description="Office of that person at the time, in English; absent where no source names it either"),
    ] = None
    level: Annotated[
        Level | None,
        Field(
            description="Rank of that office; `deputy` is that of a head of state or government; absent where the office is"
        ),
    ] = None
    mode: Annotated[Mode, Field(description="How the delegation took part")]
    session: _Session = None
    note: Note = None
    sources: SourceIds


class Absence(Record):
    """A source says that a country, or only its leader while others represented it, stayed away."""

    country: Annotated[CountryCode, Field(description="Who stayed away, or whose leader did")]
    person: Annotated[
        Text | None, Field(description="Which leader: a name in `persons`; absent where none is named")
    ] = None
    role: Annotated[
        Text | None, Field(description="Office of the leader; absent, with `person`, where the country stayed away")
    ] = None
    session: Annotated[Text | None, Field(description="Part of the meeting that was missed, where it was only one")] = (
        None
    )
    note: Annotated[Text, Field(description="What the sources say of it")]
    sources: SourceIds


class Organization(Record):
    """An international organisation represented at a meeting."""

    name: Annotated[Text, Field(description="Name in English")]
    participant: Annotated[
        Text | None, Field(description="Who spoke for it: a name in `persons`; absent where none is named")
    ] = None
    role: Annotated[Text | None, Field(description="Office of that person")] = None
    note: Note = None
    sources: SourceIds


class Meeting(Record):
    """A regular meeting of one of the two Councils: of that of Heads of Government, or a summit.

    A meeting held at the same time under another name ('SCO Plus') is part of it.
    """

    id: Annotated[
        Slug,
        Field(description="`chg`, year and city: `chg-2024-islamabad`; by video: `chg-2022-video-cn`, with the chair"),
    ]
    ordinal: Annotated[int, Field(ge=1, description="Number, counted from the first meeting of this Council")]
    start: Annotated[Day, Field(description="First day")]
    end: Annotated[Day, Field(description="Last day; the first one again if there was only one")]
    city: Annotated[Text | None, Field(description="Where it was held; absent of a meeting by video")] = None
    country: Annotated[CountryCode | None, Field(description="Host; absent of a meeting by video")] = None
    chair_country: Annotated[CountryCode, Field(description="Country that chaired it")]
    chair_person: Annotated[
        Text | None, Field(description="Who chaired: a name in `persons`; absent where that was not read")
    ] = None
    chair_basis: Annotated[
        Literal["opened", "host"] | None,
        Field(
            description="What the chair rests on where no source states it. `opened`: on who opened the meeting; `host`: on "
            "where it was, and the person was not read"
        ),
    ] = None
    format: Annotated[
        Format, Field(description="`virtual`: all came by video; `hybrid`: some of them; `in-person`: none")
    ]
    theme: Annotated[
        Text | None, Field(description="Motto of the chairmanship or of the meeting, where one was read")
    ] = None
    documents: Annotated[tuple[Text, ...], Field(description="The main documents adopted, not all of them")] = ()
    decisions: Annotated[tuple[Decision, ...], Field(description="Decisions about who belongs, and no others")] = ()
    coverage: Annotated[Coverage, Field(description="For which groups `delegations` is complete")]
    delegations: Annotated[tuple[Delegation, ...], Field(description="Who came, one record a country")]
    absences: Annotated[tuple[Absence, ...], Field(description="Who stayed away, where a source says so")] = ()
    organizations: Annotated[tuple[Organization, ...], Field(description="Organisations represented")] = ()
    note: Note = None
    sources: SourceIds


class Summit(Meeting):
    """A regular meeting of the Council of Heads of State.

    A meeting held at the same time under another name ('SCO Plus') is part of it.
    """

    id: Annotated[Slug, Field(description="Year and city: `2024-astana`")]
    ordinal: Annotated[int, Field(ge=1, description="Number, counted from the founding summit")]
    city: Annotated[Text, Field(description="Where it was held or, by video, chaired from")]
    country: Annotated[
        CountryCode, Field(description="Host; of a meeting by video the country that chaired it from there")
    ]
    chair_country: Annotated[CountryCode, Field(description="Country that held the chairmanship")]
    chair_person: Annotated[Text, Field(description="Who chaired: a name in `persons`")]


class PlannedSummit(Record):
    """A meeting announced, of which no report was found that it took place."""

    id: Annotated[Slug, Field(description="As that of a meeting held")]
    start: Annotated[PartialDate, Field(description="First day, as far as it was announced")]
    end: Annotated[PartialDate, Field(description="Last day, as far as it was announced")]
    city: Annotated[Text, Field(description="Where it was to be held")]
    country: Annotated[CountryCode, Field(description="Host")]
    chair_country: Annotated[CountryCode, Field(description="Country that is to chair it")]
    note: Annotated[Text, Field(description="What was announced, and what was searched for")]
    sources: SourceIds
