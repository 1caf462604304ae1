"""The records of the data set: what each field means, and what it may hold.

Every record is strict (no coercion), frozen and closed (an unknown key is an error). The rules that
tie records to each other are in :mod:`scocli.invariants`.

Days are ISO 8601 strings, not ``datetime.date``: a source may give only a month or a year, and strings of
this form sort in order of time whatever their precision.
"""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

SCHEMA_VERSION = "1.0"
TOPICS = ("predecessor", "secretary-general", "chairmanship", "rats", "languages")
"""Facts about the organisation that a conflict can concern."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_FIRST_DAY = "0001-01-01"


def _is_clean(text: str) -> str:
    """Text that can be shown as it is: the classes that ``str.isprintable`` refuses are the dangerous ones."""
    if not text:
        raise ValueError("is empty")
    if not text.isprintable():
        raise ValueError("has a control or invisible character")
    if text != text.strip():
        raise ValueError("begins or ends with a space")
    return text


def _is_day(text: str) -> str:
    if not _DAY.fullmatch(text):
        raise ValueError("is not a day of the form YYYY-MM-DD")
    return _is_partial_date(text)


def _is_partial_date(text: str) -> str:
    if not _PARTIAL_DATE.fullmatch(text):
        raise ValueError("is not a date of the form YYYY-MM-DD, YYYY-MM or YYYY")
    try:
        date.fromisoformat(text + _FIRST_DAY[len(text) :])
    except ValueError:
        raise ValueError("is no day of the calendar") from None
    return text


def _is_sorted(items: tuple[str, ...]) -> tuple[str, ...]:
    if list(items) != sorted(set(items)):
        raise ValueError("is not sorted, or names something twice")
    return items


Text = Annotated[str, AfterValidator(_is_clean)]
Day = Annotated[
    str, AfterValidator(_is_day), Field(description="Day, YYYY-MM-DD", json_schema_extra={"format": "date"})
]
PartialDate = Annotated[
    str,
    AfterValidator(_is_partial_date),
    Field(
        description="Date as precise as its source: YYYY-MM-DD, YYYY-MM or YYYY",
        json_schema_extra={"pattern": f"^{_PARTIAL_DATE.pattern}$"},
    ),
]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), Field(description="ISO 3166-1 alpha-2")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$"), Field(description="ISO 639-1")]
SourceIds = Annotated[tuple[Slug, ...], Field(min_length=1, description="Where the fact was read: ids in `sources`")]
CategoryId = Literal["member", "observer", "dialogue-partner", "partner"]
Note = Annotated[Text | None, Field(description="What the other fields cannot say")]


class Record(BaseModel):
    """Base of every record."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Source(Record):
    """A page in which facts were read."""

    publisher: Annotated[Text, Field(description="Who published the page")]
    url: Annotated[str, StringConstraints(pattern=r"^https?://[!-~]+$"), Field(description="Address of the page")]
    published: Annotated[
        PartialDate | None, Field(description="Day, month or year of publication, where it was read")
    ] = None
    kind: Annotated[
        Literal["official", "agency", "press", "reference"],
        Field(
            description="official: a government or the SCO; agency: a news agency; reference: an encyclopedia, a data base"
        ),
    ]
    language: LanguageCode


class Names(Record):
    """A name in English and in the two official languages of the organisation."""

    en: Text
    ru: Text
    zh: Text


class Memorandum(Record):
    """The memorandum that followed a grant (dialogue partner) or prepared it (member state)."""

    date: PartialDate
    city: Text | None = None


class StatusPeriod(Record):
    """A period in which a country held one status. It ends on the first day of the country's next period."""

    category: Annotated[CategoryId, Field(description="Category held")]
    since: Annotated[Day, Field(description="First day: that of the Council's decision, never that of a memorandum")]
    basis: Annotated[
        Literal["founding", "granted", "merged"],
        Field(description="founding: signed the declaration of 2001; merged: by the union of two categories"),
    ]
    granted_at: Annotated[Slug, Field(description="Summit that decided it")]
    procedure_started: Annotated[Day | None, Field(description="Day on which the Council opened the procedure")] = None
    memorandum: Memorandum | None = None
    note: Note = None
    sources: SourceIds


class Country(Record):
    """A country that holds or held a status, asked for one, or came to a summit."""

    code: CountryCode
    alpha3: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$"), Field(description="ISO 3166-1 alpha-3")]
    names: Annotated[Names, Field(description="Short names as in CLDR")]
    official_name: Annotated[Text, Field(description="Official English name as in ISO 3166-1")]
    aliases: Annotated[tuple[Text, ...], AfterValidator(_is_sorted), Field(description="Other and former names")] = ()
    demonyms: Annotated[
        tuple[Text, ...], AfterValidator(_is_sorted), Field(description="English adjectives and peoples")
    ] = ()
    statuses: tuple[StatusPeriod, ...] = ()


class Person(Record):
    """Somebody named in the data set."""

    name: Annotated[Text, Field(description="Name by which the other records know the person")]
    aliases: Annotated[
        tuple[Text, ...], AfterValidator(_is_sorted), Field(description="Surname as used alone, and other spellings")
    ] = ()


class Category(Record):
    """A kind of membership or association."""

    id: CategoryId
    label: Annotated[Text, Field(description="What one holder is called")]
    plural: Annotated[Text, Field(description="What its holders are called")]
    meaning: Annotated[Text, Field(description="What holding it means, in one sentence")]
    introduced: Annotated[Day, Field(description="First day on which it existed")]
    retired: Annotated[Day | None, Field(description="First day on which it no longer existed")] = None
    merged_into: Annotated[
        CategoryId | None, Field(description="Category that its holders passed to when it was retired")
    ] = None
    note: Note = None
    sources: SourceIds


class Application(Record):
    """A request for a status."""

    country: CountryCode
    category: Annotated[CategoryId, Field(description="Status asked for")]
    date: PartialDate
    outcome: Annotated[Text, Field(description="What became of it")]
    note: Note = None
    sources: SourceIds


class Decision(Record):
    """A decision of a summit about who belongs."""

    country: Annotated[CountryCode | None, Field(description="Absent where it concerns no single country")] = None
    decision: Literal[
        "granted", "procedure-started", "memorandum-signed", "rules-approved", "category-created", "categories-merged"
    ]
    category: Annotated[CategoryId, Field(description="Category that it concerns")]
    note: Note = None
    sources: SourceIds


Level = Literal["head-of-state", "head-of-government", "deputy", "minister", "other"]
Mode = Literal["in-person", "video"]
Format = Literal["in-person", "virtual", "hybrid"]
Completeness = Literal["complete", "partial", "none", "not-applicable"]


class Coverage(Record):
    """For which groups the list of delegations is complete.

    `complete`: a source lists all of the group who came; `partial`; `none`: nothing found; `not-applicable`:
    nobody held that status when the summit opened. Only in a complete group does 'not listed' mean 'did not attend'.
    """

    members: Completeness
    observers: Completeness
    dialogue_partners: Completeness
    partners: Completeness = "not-applicable"
    guests: Completeness


class Delegation(Record):
    """A country's delegation at a summit, by the person who led it."""

    country: CountryCode
    leader: Annotated[Text | None, Field(description="Absent where no source names the person")] = None
    role: Annotated[Text, Field(description="Office of the person who led it")]
    level: Annotated[Level, Field(description="Rank of the person who led it")]
    mode: Annotated[Mode, Field(description="How it took part")]
    session: Annotated[Text | None, Field(description="Part of the summit, where the source names one")] = None
    note: Note = None
    sources: SourceIds


class Absence(Record):
    """A source says that a country, or only its leader while others represented it, stayed away."""

    country: CountryCode
    person: Annotated[Text | None, Field(description="Who stayed away, where a source names the person")] = None
    role: Annotated[Text | None, Field(description="Office of the person who stayed away")] = None
    session: Annotated[Text | None, Field(description="Part of the summit that was missed, where it was only one")] = (
        None
    )
    note: Annotated[Text, Field(description="What is known of it")]
    sources: SourceIds


class Organization(Record):
    """An international organisation represented at a summit."""

    name: Text
    participant: Annotated[Text | None, Field(description="Who represented it, where a source names the person")] = None
    role: Annotated[Text | None, Field(description="Office of that person")] = None
    note: Note = None
    sources: SourceIds


class Summit(Record):
    """A regular meeting of the Council of Heads of State."""

    id: Slug
    ordinal: Annotated[int, Field(ge=1, description="Place in the order of the regular meetings, from 1")]
    start: Annotated[Day, Field(description="First day")]
    end: Annotated[Day, Field(description="Last day")]
    city: Text
    country: Annotated[
        CountryCode, Field(description="Host; of a meeting by video the country that chaired it from there")
    ]
    chair_country: Annotated[CountryCode, Field(description="Country that held the chair")]
    chair_person: Annotated[Text, Field(description="Who presided")]
    format: Annotated[Format, Field(description="virtual: by video; hybrid: some by video")]
    theme: Annotated[Text | None, Field(description="Motto, where a source gives one")] = None
    documents: tuple[Text, ...] = ()
    decisions: tuple[Decision, ...] = ()
    coverage: Coverage
    delegations: tuple[Delegation, ...]
    absences: tuple[Absence, ...] = ()
    organizations: tuple[Organization, ...] = ()
    sources: SourceIds


class PlannedSummit(Record):
    """A meeting announced, of which no report was found that it took place."""

    id: Slug
    start: PartialDate
    end: PartialDate
    city: Text
    country: CountryCode
    chair_country: CountryCode
    note: Text
    sources: SourceIds


class Claim(Record):
    """What some of the sources say in a conflict."""

    value: Annotated[Text, Field(description="What they say")]
    sources: SourceIds


class Conflict(Record):
    """A disagreement between sources, with what the data set follows and why."""

    about: Annotated[Text, Field(description="What they disagree about")]
    brief: Annotated[
        Text | None,
        Field(
            description="What every answer that rests on the disputed fact says of it; absent where naming `about` is enough"
        ),
    ] = None
    concerns: Annotated[
        tuple[str, ...],
        Field(
            min_length=1, description="Country codes, category ids, summit ids, `organization`, or one of its TOPICS"
        ),
    ]
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    chosen: Annotated[Text, Field(description="What the data set follows")]
    why: Annotated[Text, Field(description="Why it follows that")]


class Founding(Record):
    """How the organisation began."""

    date: Day
    city: Text
    founders: tuple[CountryCode, ...]
    document: Text
    sources: SourceIds


class PredecessorSummit(Record):
    """A meeting of the Shanghai Five."""

    date: Day
    city: Text
    country: CountryCode
    note: Note = None
    sources: SourceIds


class Predecessor(Record):
    """The Shanghai Five."""

    name: Text
    founded: Day
    members: tuple[CountryCode, ...]
    summits: tuple[PredecessorSummit, ...]
    sources: SourceIds


class Charter(Record):
    """The founding treaty."""

    signed: Day
    city: Text
    in_force: Day
    sources: SourceIds


class Languages(Record):
    """The official languages."""

    codes: tuple[LanguageCode, ...]
    note: Note = None
    sources: SourceIds


class Body(Record):
    """A permanent body and its seat."""

    name: Text
    city: Text
    country: CountryCode
    since: Day
    agreement: Annotated[Day | None, Field(description="Day on which the agreement on it was signed")] = None
    note: Note = None
    sources: SourceIds


class SecretaryGeneral(Record):
    """A holder of the office."""

    name: Text
    country: CountryCode
    since: Annotated[PartialDate, Field(description="First day in office, as precise as its source")]
    until: Annotated[PartialDate | None, Field(description="Last day in office")] = None
    note: Note = None
    sources: SourceIds


class Chairmanship(Record):
    """A term in the chair of the organisation."""

    country: CountryCode
    since: Annotated[Day | None, Field(description="Day of the take-over; absent where it was not read")] = None
    until: Annotated[Day | None, Field(description="Day of the hand-over; absent where it was not read")] = None
    basis: Annotated[
        Literal["stated", "between-summits"], Field(description="between-summits: the days are those of the summits")
    ]
    note: Note = None
    sources: SourceIds


class Abbreviations(Record):
    """Abbreviations of the organisation's name, by language."""

    en: tuple[Text, ...]
    ru: tuple[Text, ...]
    zh: tuple[Text, ...]


class OrganizationFacts(Record):
    """The organisation itself."""

    names: Names
    abbreviations: Abbreviations
    website: Annotated[str, StringConstraints(pattern=r"^https?://[!-~]+$")]
    sources: SourceIds
    founded: Founding
    predecessor: Predecessor
    charter: Charter
    official_languages: Languages
    secretariat: Body
    rats: Annotated[Body, Field(description="Regional Anti-Terrorist Structure")]
    secretaries_general: tuple[SecretaryGeneral, ...]
    chairmanships: tuple[Chairmanship, ...]


class Naming(Record):
    """Where codes and names of countries were read."""

    note: Text
    sources: SourceIds


class Data(Record):
    """The whole data set, as it stands in the file."""

    schema_version: Annotated[Literal["1.0"], Field(description="Version of the layout of the file")]
    through: Annotated[Day, Field(description="Last day that the data vouch for")]
    licence: Annotated[Text, Field(description="Licence of the data, as SPDX names it")]
    organization: OrganizationFacts
    categories: tuple[Category, ...]
    naming: Naming
    countries: tuple[Country, ...]
    persons: tuple[Person, ...]
    applications: tuple[Application, ...]
    summits: tuple[Summit, ...]
    planned_summits: tuple[PlannedSummit, ...]
    conflicts: tuple[Conflict, ...]
    sources: dict[Slug, Source]
