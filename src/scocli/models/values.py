r"""What the fields of records hold: kinds of text, days, codes and ids.

Days are ISO 8601 strings, not ``datetime.date``: a source may give only a month or a year, and strings of
this form sort in order of time whatever their precision.
"""

from datetime import date
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

CLEAN = r"^[^\p{C}\p{Z}]+( [^\p{C}\p{Z}]+)*$"
_WORD = r"[^\s\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\uf8ff\ufeff]+"
SPACED = f"^{_WORD}( {_WORD})*$"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
DAY_OF_YEAR = r"^--[0-9]{2}-[0-9]{2}$"
PARTIAL_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
COUNTRY = r"^[A-Z]{2}$"
COUNTRY_3 = r"^[A-Z]{3}$"
LANGUAGE = r"^[a-z]{2}$"
SLUG = r"^[a-z0-9]+([.-][a-z0-9]+)*$"
ADDRESS = r"^https?://[a-z0-9-]+(\.[a-z0-9-]+)+([/?][!-~]*)?$"

PATTERNS = {
    CLEAN: "is empty, or has a control character, an invisible one or a space too many",
    DAY: "is not a day of the form YYYY-MM-DD",
    DAY_OF_YEAR: "is not a day of the form --MM-DD",
    PARTIAL_DATE: "is not a date of the form YYYY-MM-DD, YYYY-MM or YYYY",
    COUNTRY: "is not two capital letters",
    COUNTRY_3: "is not three capital letters",
    LANGUAGE: "is not two small letters",
    SLUG: "is not small letters and digits, with single dots or hyphens between them",
    ADDRESS: "is not an address: http:// or https://, a host in small letters without port or dot at its end, a path",
}
"""What is wrong with text that does not match, by pattern."""

_FIRST_DAY = "0001-01-01"


@lru_cache(maxsize=10_000)  # the same days come again and again
def _is_in_calendar(text: str) -> str:
    try:
        date.fromisoformat(text + _FIRST_DAY[len(text) :])
    except ValueError:
        raise ValueError("is no day of the calendar") from None
    return text


def _is_in_leap_year(text: str) -> str:
    _is_in_calendar(text.replace("-", "2000", 1))
    return text


_UNIQUE = {"uniqueItems": True}


def _is_distinct(items: tuple[str, ...]) -> tuple[str, ...]:
    if len(items) > 1 and len(set(items)) < len(items):
        raise ValueError("names something twice")
    return items


# The published schema has a pattern that JavaScript and Python read alike: it names what is not seen, as far as that is assigned.
Text = Annotated[str, StringConstraints(pattern=CLEAN), Field(json_schema_extra={"pattern": SPACED})]
"""Text that can be shown as it is: no control or invisible character, no space but single ones between words."""
Day = Annotated[str, StringConstraints(pattern=DAY), AfterValidator(_is_in_calendar)]
DayOfYear = Annotated[str, StringConstraints(pattern=DAY_OF_YEAR), AfterValidator(_is_in_leap_year)]
"""A day of any year."""
PartialDate = Annotated[str, StringConstraints(pattern=PARTIAL_DATE), AfterValidator(_is_in_calendar)]
"""A date as precise as its source: a day, a month or a year."""
CountryCode = Annotated[str, StringConstraints(pattern=COUNTRY)]
LanguageCode = Annotated[str, StringConstraints(pattern=LANGUAGE)]
Slug = Annotated[str, StringConstraints(pattern=SLUG)]
Address = Annotated[str, StringConstraints(pattern=ADDRESS)]
Spellings = Annotated[tuple[Text, ...], Field(json_schema_extra=_UNIQUE), AfterValidator(_is_distinct)]
SomeSpellings = Annotated[
    tuple[Text, ...], Field(min_length=1, json_schema_extra=_UNIQUE), AfterValidator(_is_distinct)
]
"""One at least. The bound comes before what looks at the items: behind it Pydantic would take the list for text."""
CountryCodes = Annotated[
    tuple[CountryCode, ...], Field(min_length=1, json_schema_extra=_UNIQUE), AfterValidator(_is_distinct)
]
LanguageCodes = Annotated[
    tuple[LanguageCode, ...], Field(min_length=1, json_schema_extra=_UNIQUE), AfterValidator(_is_distinct)
]

OtherCountryCodes = Annotated[tuple[CountryCode, ...], Field(json_schema_extra=_UNIQUE), AfterValidator(_is_distinct)]

SourceIds = Annotated[
    tuple[str, ...], Field(min_length=1, json_schema_extra=_UNIQUE, description="Where it was read: ids in `sources`")
]
Note = Annotated[Text | None, Field(description="What the other fields cannot say")]
CategoryId = Literal["member", "observer", "dialogue-partner", "partner"]
Subject = Literal[
    "absence", "application", "attendance", "capacity", "chair", "date", "documents", "format", "language", "leader",
    "meeting", "memorandum", "number", "office", "organization", "place", "regulation", "representative", "role", "status",
    "theme",
]  # fmt: skip
Subjects = Annotated[tuple[Subject, ...], Field(min_length=1, json_schema_extra=_UNIQUE), AfterValidator(_is_distinct)]


class Record(BaseModel):
    """Base of every record: strict (no coercion), frozen and closed (an unknown key is an error)."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Names(Record):
    """A name in English and in the two official languages of the organisation."""

    en: Annotated[Text, Field(description="In English")]
    ru: Annotated[Text, Field(description="In Russian")]
    zh: Annotated[Text, Field(description="In Chinese, simplified characters")]
