"""Conditions on the summits that a country attended, missed, hosted or chaired, and on the offices that it held."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Self

from scocli.councils import council_of
from scocli.dataset import DataSet
from scocli.facts.conditions.base import Attribute, Condition, Facts
from scocli.facts.presence import ANYHOW, Manner, attended, is_country, missed, stayed_away, subject_name
from scocli.facts.reading import MANNER, SUMMIT, TIME, Part, Reader, number_of
from scocli.facts.relations import ABSENCE, CHAIRED, IN_THE_CHAIR, MEETING, SECRETARY, VISIT, Fact
from scocli.facts.time import ALWAYS, Time
from scocli.facts.verdict import NO, NOT_RECORDED, YES, Verdict, all_of, any_of, verdict

if TYPE_CHECKING:
    from scocli.models import Meeting

BOUNDS = ("at least", "at most", "exactly")


@dataclass(frozen=True)
class Often:
    """How often something must have been done: 'at most 0 times' is the same as never."""

    bound: Literal["at least", "at most", "exactly"]
    times: int

    def allows(self, sure: int, possible: float) -> Verdict:
        """Whether a number that lies between two others fits."""
        low = 0 if self.bound == "at most" else self.times
        high = float("inf") if self.bound == "at least" else self.times
        if low <= sure and possible <= high:
            return YES
        return NO if possible < low or sure > high else NOT_RECORDED

    @property
    def words(self) -> str:
        """' at least twice'."""
        return f" {self.bound} {({1: 'once', 2: 'twice'}).get(self.times, f'{self.times} times')}"

    def __str__(self) -> str:
        return f"{self.bound} {self.times} times"

    @classmethod
    def parse(cls, reader: Reader) -> Self | None:
        """Read it, if it comes next."""
        bound = reader.takes_one(BOUNDS)
        if bound is None:
            return None
        times = reader.item(number_of, "a number")
        if not (reader.takes("times") or reader.takes("time")):
            raise reader.error()
        return cls(bound, times)  # type: ignore[arg-type]


OFTEN = Part("often", Often.parse, lambda often: str(often or ""))


@dataclass(frozen=True)
class AtSummits(Condition):
    """Something that is done at summits: at one of them in a time, at every one, or at so many.

    Of summits after the data nothing is known. 'Every' holds of no time without summits.

    :ivar often: how often; by default once or more.
    """

    time: Time | None = field(default=None, kw_only=True)
    often: Often | Literal["every"] | None = field(default=None, kw_only=True)

    def each(self, facts: Facts, subject: str) -> Iterable[Verdict]:
        """Of each of them, whether it was done there."""
        raise NotImplementedError

    def summits(self, data: DataSet) -> "list[Meeting]":
        """Those that it is about."""
        return (self.time or ALWAYS).meetings(data)

    def is_beyond(self, data: DataSet) -> bool:
        """Whether it is also about summits that are not in the data."""
        return (self.time or ALWAYS).goes_beyond(data)

    def tally(self, facts: Facts, subject: str) -> tuple[int, float]:
        """At how many it was done, and may have been."""
        did = list(self.each(facts, subject))
        sure = did.count(YES)
        return sure, float("inf") if self.is_beyond(facts.data) else sure + did.count(NOT_RECORDED)

    def holds(self, facts: Facts, subject: str) -> Verdict:
        """As often as is asked; of 'once or more' one summit decides, and of 'every' too."""
        is_beyond = self.is_beyond(facts.data)
        if self.often is None:
            return any_of(self.each(facts, subject)) | verdict(None if is_beyond else False)
        if self.often == "every":
            every = verdict(None if is_beyond else bool(self.summits(facts.data)))
            return all_of(self.each(facts, subject)) & every
        return self.often.allows(*self.tally(facts, subject))

    @property
    def is_counted(self) -> bool:
        """Whether it can be done several times, and not every time."""
        return self.often != "every"

    def _often_words(self) -> str:
        return "" if self.often is None or self.often == "every" else self.often.words


@dataclass(frozen=True)
class Role(AtSummits):
    """That a country hosted or chaired a summit; of these all are known.

    :ivar verb: ``hosted`` or ``chaired``.
    """

    verb: Literal["hosted", "chaired"]

    begins = "{verb}"
    parts = (OFTEN, TIME)

    def each(self, facts: Facts, subject: str) -> Iterable[Verdict]:
        did = len(self.rows(facts, subject))
        return [YES] * did + [NO] * (len(self.summits(facts.data)) - did)

    def rows(self, facts: Facts, subject: str) -> tuple[Fact, ...]:
        """The summits; people only chair them."""
        period = (self.time or ALWAYS).period
        own = (MEETING if self.verb == "hosted" else CHAIRED).of(facts.data, subject)
        if not is_country(subject) and self.verb == "chaired":
            own = tuple(fact for fact in CHAIRED.facts(facts.data) if fact.person == subject)
        return tuple(fact for fact in own if (fact.date or "") in period)

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:  # noqa: ARG002
        """'hosted a summit at least twice since 2010', 'hosted no summit'."""
        often, time = self._often_words(), (self.time or ALWAYS).words
        if denied and often:
            return f"did not {self.verb.removesuffix('ed')} a summit{often}{time}"
        return f"{self.verb} {'no' if denied else 'a'} summit{often}{time}"


@dataclass(frozen=True)
class Attended(AtSummits):
    """That a country or a person came to summits in some way.

    :ivar summit: the one summit that is meant.
    :ivar manner: how the delegation came.
    """

    summit: str | None = None
    manner: Manner = ANYHOW

    begins = "attended"
    parts = (OFTEN, SUMMIT, TIME, MANNER)

    def each(self, facts: Facts, subject: str) -> Iterable[Verdict]:
        return (attended(facts.data, subject, summit, self.manner) for summit in self.summits(facts.data))

    def summits(self, data: DataSet) -> "list[Meeting]":
        if self.summit is None:
            return super().summits(data)
        summit = data.meetings[self.summit]
        return [summit] if summit.start in (self.time or ALWAYS).period else []

    def is_beyond(self, data: DataSet) -> bool:
        return self.summit is None and super().is_beyond(data)

    @property
    def is_counted(self) -> bool:
        return self.summit is None and super().is_counted

    def rows(self, facts: Facts, subject: str) -> tuple[Fact, ...]:
        data, period = facts.data, (self.time or ALWAYS).period
        if self.summit:
            data = data.of_council(council_of(self.summit))
        led = VISIT.at(data, self.summit) if self.summit else VISIT.of(data, subject)
        own = (fact for fact in led if fact.country == subject and (fact.date or "") in period)
        return tuple(
            fact for fact in own if attended(data, subject, data.meetings[fact.summit or ""], self.manner) is YES
        )

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:
        """'attended the Astana summit of 2024 as guests', 'attended no summit in 2015 as an observer'."""
        manner = self.manner.words(one=one, sent=True)
        if self.summit:
            which = subject_name(facts.data, self.summit)
        else:
            which = "every summit" if self.often == "every" else "a summit"
        often, time = self._often_words(), (self.time or ALWAYS).words
        verb = "did not attend" if denied else "attended"
        if denied and which == "a summit" and not often:
            verb, which = "attended", "no summit"
        return f"{verb} {which}{often}{manner}{time}"

    def attribute(self, facts: Facts, *, denied: bool = False) -> Attribute:
        """'that attended', 'the Astana summit of 2024', 'as guests'; any other as its words."""
        if denied or self.summit is None or self.often is not None or self.time is not None:
            return super().attribute(facts, denied=denied)
        return Attribute("that attended", subject_name(facts.data, self.summit), self.manner.words(sent=True).strip())

    @classmethod
    def parse(cls, reader: Reader, **known: str) -> Self:  # noqa: ARG003
        often: Often | Literal["every"] | None = "every" if reader.takes("every") else Often.parse(reader)
        time = reader.time()
        manner = reader.manner()
        summit = None
        if time is None and manner.is_any:
            reader.could_be.append("a summit")
            if reader.next is not None and not reader.goes_on("or"):
                summit = reader.summit()
                time, manner = reader.time(), reader.manner()
        return cls(summit, manner, often=often, time=time)


@dataclass(frozen=True)
class FirstAt(Condition):
    """That no earlier visit of a country to a summit is on record than that to one; no command asks it."""

    summit: str

    def rows(self, facts: Facts, subject: str) -> tuple[Fact, ...]:
        visits = VISIT.of(facts.data.of_council(council_of(self.summit)), subject)
        return tuple(fact for fact in visits[:1] if fact.summit == self.summit)

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:  # noqa: ARG002
        return f"{'did not come' if denied else 'came'} to {subject_name(facts.data, self.summit)} for the first time on record"


@dataclass(frozen=True)
class AbsentFrom(Condition):
    """That a country was expected at a summit and did not come, or that a source says so of a person."""

    summit: str

    begins = "absent from"
    parts = (SUMMIT,)

    def holds(self, facts: Facts, subject: str) -> Verdict:
        return missed(facts.data, subject, facts.data.meetings[self.summit])

    def summits(self, data: DataSet) -> "list[Meeting]":
        return [data.meetings[self.summit]]

    def rows(self, facts: Facts, subject: str) -> tuple[Fact, ...]:
        """The absence; one that only the list shows has no source of its own."""
        data, summit = facts.data.of_council(council_of(self.summit)), facts.data.meetings[self.summit]
        documented = [fact for fact in ABSENCE.at(data, self.summit) if subject in (fact.country, fact.person)]
        if is_country(subject) and stayed_away(data, summit, subject) is YES and not documented:
            return (Fact(subject, summit=summit.id, category=data.capacity(summit, subject), date=summit.start),)
        return tuple(documented) if self.holds(facts, subject) is YES else ()

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:
        """'were absent from the Astana summit of 2024', 'was not absent from it'."""
        return f"{'was' if one else 'were'} {'not ' * denied}absent from {subject_name(facts.data, self.summit)}"

    def attribute(self, facts: Facts, *, denied: bool = False) -> Attribute:
        """'that were absent from', 'the Astana summit of 2024'."""
        if denied:
            return super().attribute(facts, denied=denied)
        return Attribute("that were absent from", subject_name(facts.data, self.summit))


_OFFICES = {
    "chairmanship": ("held", "hold", "the chairmanship of the SCO"),
    "secretary-general": ("provided", "provide", "a Secretary-General"),
}


@dataclass(frozen=True)
class Office(Condition):
    """That a country held the chairmanship, or that the Secretary-General came from it, up to the end of the data.

    Whose the chairmanship was is not recorded of all times: of those it is denied only to who was no member then.

    :ivar often: how often; by default once or more.
    """

    office: Literal["chairmanship", "secretary-general"]
    often: Often | None = None

    begins = "{office}"
    parts = (OFTEN,)

    def holds(self, facts: Facts, subject: str) -> Verdict:
        sure = len(self.rows(facts, subject))
        unread = self._unread(facts) if self.office == "chairmanship" else []
        may_be_more = any(facts.data.status_on(subject, day) == "member" for day in unread)
        return (self.often or Often("at least", 1)).allows(sure, float("inf") if may_be_more else sure)

    def rows(self, facts: Facts, subject: str) -> tuple[Fact, ...]:
        return (IN_THE_CHAIR if self.office == "chairmanship" else SECRETARY).of(facts.data, subject)

    def _unread(self, facts: Facts) -> list[str]:
        """The days on which a time begins of which no term is on record."""
        ends = [facts.data.founded, *(term.until or facts.data.through for term in IN_THE_CHAIR.facts(facts.data))]
        begins = [term.date or term.until or "" for term in IN_THE_CHAIR.facts(facts.data)]
        return [end for end, begin in zip(ends, begins, strict=False) if begin > end]

    def words(self, facts: Facts, *, denied: bool = False, one: bool = False) -> str:  # noqa: ARG002
        """'held the chairmanship of the SCO at least twice', 'never provided a Secretary-General'."""
        did, do, what = _OFFICES[self.office]
        often = self.often.words if self.often else ""
        return f"{f'did not {do}' if denied and often else f'never {did}' if denied else did} {what}{often}"
