"""Conditions on meetings: who hosted, chaired, attended or missed them, where, how and what was decided."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Literal, Self

from scocli.dataset import DataSet
from scocli.facts.conditions.base import Attribute, Condition, Facts
from scocli.facts.conditions.visits import Often
from scocli.facts.nouns import FORMS, NOUNS
from scocli.facts.presence import ANYHOW, Manner, attended, missed, subject_name
from scocli.facts.reading import ANY, CATEGORIES, COUNTRIES, FORM, IN, MANNER, NUMBERS, TIME, WHOM, Reader, spelled_list
from scocli.facts.relations import CHAIRED, GAINED, MEETING, Fact
from scocli.facts.time import Time
from scocli.facts.verdict import Verdict, any_of, verdict
from scocli.text import listed

if TYPE_CHECKING:
    from scocli.models import Meeting


def names(data: DataSet, subjects: tuple[str, ...]) -> str:
    """Countries and people, as in a sentence, with 'or'."""
    return listed([subject_name(data, subject) for subject in subjects], "or")


@dataclass(frozen=True)
class OfMeeting(Condition):
    """A condition that is met by meetings; its one fact is the meeting itself.

    A class says either what stands behind 'summits that were', or that and its words.
    """

    def said(self, facts: Facts) -> Attribute:
        """It of some meetings: 'hosted by', 'China'."""
        raise NotImplementedError

    def attribute(self, facts: Facts, *, denied: bool = False) -> Attribute:
        """The same, or its denial, which shares nothing with others: 'not hosted by China'."""
        lead, rest, _ = self.said(facts)
        return Attribute("", f"not {lead} {rest}") if denied else Attribute(lead, rest)

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:
        """'were hosted by China', 'was not hosted by China'."""
        return f"{'was' if one else 'were'} {' '.join(self.attribute(facts, denied=denied)).strip()}"

    def rows(self, facts: Facts, subject: str) -> tuple[Fact, ...]:
        return MEETING.at(facts.data, subject)


@dataclass(frozen=True)
class ByWhom(OfMeeting):
    """That one of some countries hosted a meeting, or one of some countries or people chaired or missed it.

    A country missed it if it was expected and did not come; a person, if a source says so.

    :ivar verb: ``hosted``, ``chaired`` or ``missed``.
    :ivar whom: any of them; of 'chaired', without any, the country that hosted it.
    """

    verb: Literal["hosted", "chaired", "missed"]
    whom: tuple[str, ...]

    begins = "{verb} by"
    parts = (WHOM,)

    def spell(self) -> str:
        """Nothing of the country that hosted it."""
        return super().spell() if self.whom else ""

    @classmethod
    def parse(cls, reader: Reader, **known: str) -> Self:
        if known["verb"] == "hosted":
            return cls("hosted", reader.names("country", "a country"))
        return super().parse(reader, **known)

    def holds(self, facts: Facts, subject: str) -> Verdict:
        if self.verb == "missed":
            return any_of(missed(facts.data, who, facts.data.meetings[subject]) for who in self.whom)
        hosted, chaired = (relation.at(facts.data, subject) for relation in (MEETING, CHAIRED))
        whom = self.whom or tuple(fact.country or "" for fact in hosted)
        did = hosted if self.verb == "hosted" else chaired
        return verdict(any(not {fact.country, fact.person}.isdisjoint(whom) for fact in did))

    def said(self, facts: Facts) -> Attribute:
        return Attribute(f"{self.verb} by", names(facts.data, self.whom) or "the country that hosted it")


@dataclass(frozen=True)
class AttendedBy(OfMeeting):
    """That one of some countries or people came to a meeting in some way.

    :ivar whom: any of them; without any, whoever.
    """

    whom: tuple[str, ...] = ()
    manner: Manner = ANYHOW

    begins = "attended by"
    parts = (
        WHOM._replace(
            read=lambda reader: () if reader.takes(ANY) else WHOM.read(reader),
            spell=lambda whom: spelled_list(whom) or ANY,
        ),
        MANNER,
    )

    def holds(self, facts: Facts, subject: str) -> Verdict:
        """Whether one of them did; of 'whoever' it is denied only of those that are on record."""
        data = facts.data
        whom = self.whom or tuple(data.countries)
        return any_of(attended(data, who, data.meetings[subject], self.manner) for who in whom)

    def said(self, facts: Facts) -> Attribute:
        whom = names(facts.data, self.whom) or "a delegation"
        return Attribute("attended by", f"{whom}{self.manner.words(one=True)}")


@dataclass(frozen=True)
class OneOf(OfMeeting):
    """That something that is known of every meeting is one of some things.

    :cvar field: what it is, in the meeting's record.
    :cvar lead: the words before it.
    """

    which: tuple[str | int, ...]

    field: ClassVar[str]
    lead: ClassVar[str]

    def holds(self, facts: Facts, subject: str) -> Verdict:
        return verdict(getattr(facts.data.meetings[subject], self.field) in self.which)

    def said(self, facts: Facts) -> Attribute:  # noqa: ARG002
        return Attribute(self.lead, listed([FORMS.get(str(one), str(one)) for one in self.which], "or"))


@dataclass(frozen=True)
class In(OneOf):
    """That a meeting took place in one of some cities (one by video: was chaired from there, or in none)."""

    begins = lead = "in"
    field = "city"
    parts = (IN,)


@dataclass(frozen=True)
class Form(OneOf):
    """That a meeting was held in one of some forms: ``in-person``, ``virtual`` or ``hybrid``."""

    begins = lead = "held"
    field = "format"
    parts = (FORM,)


@dataclass(frozen=True)
class Number(OneOf):
    """That a meeting is one of some, by number, counted from the founding one."""

    begins, lead = "number", "numbered"
    field = "ordinal"
    parts = (NUMBERS,)


@dataclass(frozen=True)
class During(OfMeeting):
    """That a meeting lies in a time: its first day does."""

    time: Time

    begins = "held"
    parts = (TIME,)

    def holds(self, facts: Facts, subject: str) -> Verdict:
        return verdict(facts.data.meetings[subject].start in self.time.period)

    def may_be_met_later(self, data: DataSet) -> bool:
        return self.time.goes_beyond(data)

    def said(self, facts: Facts) -> Attribute:  # noqa: ARG002
        return Attribute("held", self.time.words.strip() or "at any time")


def parse_held(reader: Reader) -> Form | During:
    """Read when something was held, or in which form.

    :raises ConditionError: if it is neither.
    """
    time = reader.time()
    return Form.parse(reader) if time is None else During(time)


@dataclass(frozen=True)
class Lasted(OfMeeting):
    """That a meeting took so many days; no command asks it.

    :ivar days: how many.
    """

    days: Often

    def holds(self, facts: Facts, subject: str) -> Verdict:
        return self.days.allows(days := length(facts.data.meetings[subject]), days)

    def said(self, facts: Facts) -> Attribute:  # noqa: ARG002
        return Attribute("of", f"{self.days.bound} {self.days.times} day{'s' * (self.days.times != 1)}")


def length(meeting: "Meeting") -> int:
    """How many days a meeting took."""
    return (date.fromisoformat(meeting.end) - date.fromisoformat(meeting.start)).days + 1


@dataclass(frozen=True)
class Granted(OfMeeting):
    """That a meeting decided that somebody, or one of some countries, should hold one of some statuses."""

    categories: tuple[str, ...] = ()
    to: tuple[str, ...] = ()

    begins = "granted"
    parts = (CATEGORIES, COUNTRIES)

    def holds(self, facts: Facts, subject: str) -> Verdict:
        return verdict(bool(self.facts(facts.data, subject)))

    def facts(self, data: DataSet, summit: str) -> list[Fact]:
        """Those decisions of a meeting."""
        fit = (f for f in GAINED.at(data, summit) if f.category in self.categories or not self.categories)
        return [fact for fact in fit if fact.country in self.to or not self.to]

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:  # noqa: ARG002
        """'made Iran or Belarus a member state', 'did not give Iran a status'."""
        lead, rest, _ = self.attribute(facts, denied=denied)
        return f"{lead} {rest}".removeprefix("that ")

    def attribute(self, facts: Facts, *, denied: bool = False) -> Attribute:
        """'that made', 'Iran a member state'."""
        whom = names(facts.data, self.to) or ("nobody" if denied else "somebody")
        what = listed([NOUNS[category].one for category in self.categories], "or")
        did, do = ("made", "make") if what else ("gave", "give")
        return Attribute(f"that {f'did not {do}' if denied and self.to else did}", f"{whom} {what or 'a status'}")
