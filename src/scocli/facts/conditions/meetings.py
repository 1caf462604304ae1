"""Conditions on meetings: who hosted, chaired, attended or missed them, where, how and what was decided."""

from dataclasses import dataclass
from functools import partial
from typing import Literal, Self

from scocli.dataset import DataSet
from scocli.facts.conditions.base import Attribute, Condition, Facts
from scocli.facts.conditions.statuses import spell_categories
from scocli.facts.nouns import FORMS, NOUNS
from scocli.facts.presence import ANYHOW, Manner, attended, missed, subject_name
from scocli.facts.reading import ANY, Reader, behind, form_of, number_of, spell_manner, spelled_list, spelled_parts
from scocli.facts.relations import CHAIRED, GAINED, MEETING, Fact
from scocli.facts.time import Time
from scocli.facts.verdict import Verdict, any_of, verdict
from scocli.names import find_city, find_country, find_subject
from scocli.text import listed


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
        """The meeting, by its host."""
        return MEETING.at(facts.data, subject)


@dataclass(frozen=True)
class ByWhom(OfMeeting):
    """That one of some countries hosted a meeting, or one of some countries or people chaired or missed it.

    A country missed it if it was expected and did not come; a person, if a source says so.

    :ivar verb: ``hosted``, ``chaired`` or ``missed``.
    """

    verb: Literal["hosted", "chaired", "missed"]
    whom: tuple[str, ...]

    def holds(self, facts: Facts, subject: str) -> Verdict:
        """Whether one of them did."""
        if self.verb == "missed":
            return any_of(missed(facts.data, who, facts.data.meetings[subject]) for who in self.whom)
        did = (MEETING if self.verb == "hosted" else CHAIRED).at(facts.data, subject)
        return verdict(any(not {fact.country, fact.person}.isdisjoint(self.whom) for fact in did))

    def said(self, facts: Facts) -> Attribute:
        """'hosted by', 'China'."""
        return Attribute(f"{self.verb} by", names(facts.data, self.whom))

    def spell(self) -> str:
        """``chaired by CN,"Xi Jinping"``."""
        return f"{self.verb} by {spelled_list(self.whom)}"

    @classmethod
    def parse(cls, verb: Literal["hosted", "chaired", "missed"], reader: Reader) -> Self:
        """Read whom."""
        if verb == "hosted":
            return cls(verb, reader.items(partial(find_country, reader.data), "a country"))
        return cls(verb, reader.items(partial(find_subject, reader.data), "a country or a person"))


@dataclass(frozen=True)
class AttendedBy(OfMeeting):
    """That one of some countries or people came to a meeting in some way.

    :ivar whom: any of them; without any, whoever.
    """

    whom: tuple[str, ...] = ()
    manner: Manner = ANYHOW

    def holds(self, facts: Facts, subject: str) -> Verdict:
        """Whether one of them did; of 'whoever' it is denied only of those that are on record."""
        data = facts.data
        whom = self.whom or tuple(data.countries)
        return any_of(attended(data, who, data.meetings[subject], self.manner) for who in whom)

    def said(self, facts: Facts) -> Attribute:
        """'attended by', 'Azerbaijan led by the president'."""
        return Attribute(
            "attended by", f"{names(facts.data, self.whom) or 'a delegation'}{self.manner.words(one=True)}"
        )

    def spell(self) -> str:
        """``attended by AZ led by president``."""
        return spelled_parts("attended by", spelled_list(self.whom) or ANY, spell_manner(self.manner))

    @classmethod
    def parse(cls, reader: Reader) -> Self:
        """Read whom and how."""
        whom = () if reader.takes(ANY) else reader.items(partial(find_subject, reader.data), "a country or a person")
        return cls(whom, reader.manner())


@dataclass(frozen=True)
class In(OfMeeting):
    """That a meeting took place in one of some cities (one by video: was chaired from there)."""

    cities: tuple[str, ...]

    def holds(self, facts: Facts, subject: str) -> Verdict:
        """All places are known; a meeting by video may have none."""
        return verdict(facts.data.meetings[subject].city in self.cities)

    def said(self, facts: Facts) -> Attribute:  # noqa: ARG002
        """'in', 'Astana'."""
        return Attribute("in", listed(self.cities, "or"))

    def spell(self) -> str:
        """``in Astana``."""
        return f"in {spelled_list(self.cities)}"

    @classmethod
    def parse(cls, reader: Reader) -> Self:
        """Read the cities."""
        return cls(reader.items(partial(find_city, reader.data), "a city"))


@dataclass(frozen=True)
class Form(OfMeeting):
    """That a meeting was held in one of some forms: ``in-person``, ``virtual`` or ``hybrid``."""

    forms: tuple[str, ...]

    def holds(self, facts: Facts, subject: str) -> Verdict:
        """All forms are known."""
        return verdict(facts.data.meetings[subject].format in self.forms)

    def said(self, facts: Facts) -> Attribute:  # noqa: ARG002
        """'held', 'by video'."""
        return Attribute("held", listed([FORMS[form] for form in self.forms], "or"))

    def spell(self) -> str:
        """``held virtual``."""
        return f"held {spelled_list(self.forms)}"


@dataclass(frozen=True)
class During(OfMeeting):
    """That a meeting lies in a time: its first day does."""

    time: Time

    def holds(self, facts: Facts, subject: str) -> Verdict:
        """All days are known."""
        return verdict(facts.data.meetings[subject].start in self.time.period)

    def may_be_met_later(self, data: DataSet) -> bool:
        """Where the time goes on after the data."""
        return self.time.goes_beyond(data)

    def said(self, facts: Facts) -> Attribute:  # noqa: ARG002
        """'held', 'in 2017'."""
        return Attribute("held", self.time.words.strip() or "at any time")

    def spell(self) -> str:
        """``held 2017..2023``."""
        return f"held {self.time.spell()}"


def parse_held(reader: Reader) -> Form | During:
    """Read when something was held, or in which form.

    :raises ConditionError: if it is neither.
    """
    time = reader.time()
    return Form(reader.items(form_of, *map(repr, FORMS))) if time is None else During(time)


@dataclass(frozen=True)
class Number(OfMeeting):
    """That a meeting is one of some, by number, counted from the founding one."""

    numbers: tuple[int, ...]

    def holds(self, facts: Facts, subject: str) -> Verdict:
        """All numbers are known."""
        return verdict(facts.data.meetings[subject].ordinal in self.numbers)

    def said(self, facts: Facts) -> Attribute:  # noqa: ARG002
        """'of number', '5'."""
        return Attribute("of number", listed([str(number) for number in self.numbers], "or"))

    def spell(self) -> str:
        """``number 5,6``."""
        return f"number {spelled_list(tuple(map(str, self.numbers)))}"

    @classmethod
    def parse(cls, reader: Reader) -> Self:
        """Read the numbers."""
        return cls(reader.items(number_of, "a number"))


@dataclass(frozen=True)
class Granted(OfMeeting):
    """That a meeting decided that somebody, or one of some countries, should hold one of some statuses."""

    categories: tuple[str, ...] = ()
    to: tuple[str, ...] = ()

    def holds(self, facts: Facts, subject: str) -> Verdict:
        """All decisions are known."""
        return verdict(
            any(
                (not self.categories or fact.category in self.categories) and (not self.to or fact.country in self.to)
                for fact in GAINED.at(facts.data, subject)
            )
        )

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

    def spell(self) -> str:
        """``granted member to IR,BY``."""
        return spelled_parts("granted", spell_categories(self.categories), behind("to", *self.to))

    @classmethod
    def parse(cls, reader: Reader) -> Self:
        """Read what, and to whom."""
        categories = reader.categories()
        to = reader.items(partial(find_country, reader.data), "a country") if reader.takes("to") else ()
        return cls(categories, to)
