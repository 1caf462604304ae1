"""What is on record of one country or person at the summits that are asked about."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from scocli.councils import GATHERINGS, meeting_label, meeting_name
from scocli.dataset import Visit, grouped
from scocli.facts.conditions.base import Condition, Facts, attributes, meets
from scocli.facts.nouns import MOST_NAMED, OFFICES
from scocli.facts.presence import ANYHOW, Manner, absences_of, attended, is_country, missed, subject_name
from scocli.facts.time import Time
from scocli.facts.verdict import NO, NOT_RECORDED, YES, Verdict, all_of, any_of, verdict
from scocli.queries.common import plural
from scocli.text import listed

if TYPE_CHECKING:
    from scocli.models import Meeting


@dataclass(frozen=True)
class Asked:
    """Which summits are asked about, and which delegations.

    :ivar at: ids of the only ones; all where there are none.
    :ivar where: what they have to meet.
    """

    time: Time
    at: tuple[str, ...]
    where: tuple[Condition, ...]
    manner: Manner


class Course:
    """What is on record of a country or person at the summits that are asked about.

    :ivar summits: these summits.
    :ivar unsettled: those of which it is not recorded whether they are asked about.
    :ivar visits: the delegations, of the country or led by the person, that came so.
    """

    def __init__(self, facts: Facts, subject: str, asked: Asked) -> None:
        self.facts = facts
        self.data = data = facts.data
        self.subject = subject
        self.asked = asked
        self.is_country = is_country(subject)
        self.name = subject_name(data, subject)
        self.noun, self.nouns = GATHERINGS[data.council]
        self.how = asked.manner.words(one=True, sent=True)
        held = [summit for summit in asked.time.meetings(data) if not asked.at or summit.id in asked.at]
        self._meets = {summit.id: meets(facts, summit.id, asked.where) for summit in held}
        self._held = [summit for summit in held if self._meets[summit.id] is not NO]
        self.summits = [summit for summit in held if self._meets[summit.id] is YES]
        self.unsettled = [summit for summit in held if self._meets[summit.id] is NOT_RECORDED]
        self.all_visits = [visit for summit in self.summits for visit in data.visits_to(summit, subject)]
        self.visits = [visit for visit in self.all_visits if asked.manner.fits(data, visit) is YES]
        here = {summit.id for summit in self.summits} if asked.manner.is_any else set()
        self.for_organizations = [
            (summit, found) for summit, found in data.represented_organizations.get(subject, ()) if summit.id in here
        ]
        offices = [office for office in asked.manner.led_by if office in OFFICES] if self.is_country else []
        self.offices: list[str | None] = [*offices] or [None]
        asked_of = [(summit, office) for summit in self.summits for office in self.offices]
        found = [
            (summit, absence) for summit, office in asked_of for absence in absences_of(data, subject, summit, office)
        ]
        self.absences = list(dict.fromkeys(found))

    # ---- verdicts

    @cached_property
    def course(self) -> "list[tuple[Meeting, Verdict]]":
        """Whether it came to a summit as asked, for each that may be asked about."""
        return [(s, attended(self.data, self.subject, s, self.asked.manner)) for s in self._held]

    @cached_property
    def attended(self) -> "list[Meeting]":
        """The summits to which it is known to have come so."""
        return [summit for summit, came in self.course if came & self._meets[summit.id] is YES]

    @cached_property
    def _absent(self) -> "list[tuple[Meeting, Verdict]]":
        found, capacities = [], self.asked.manner.capacities
        for summit in self._held:
            is_so = verdict(not capacities or self.data.capacity(summit, self.subject) in capacities)
            away = any_of(missed(self.data, self.subject, summit, office) for office in self.offices)
            found.append((summit, is_so & away))
        return found

    @cached_property
    def missed(self) -> "list[Meeting]":
        """The summits from which it, or its holder of an office, is known to have stayed away."""
        return [summit for summit, away in self._absent if away & self._meets[summit.id] is YES]

    @property
    def _of_later(self) -> Verdict:
        """Whether there is such a summit after the data."""
        return NOT_RECORDED if self.asked.time.goes_beyond(self.data) else NO

    @property
    def has_attended(self) -> Verdict:
        """Whether it came to one of the summits."""
        return any_of(came & self._meets[summit.id] for summit, came in self.course) | self._of_later

    @property
    def has_attended_all(self) -> Verdict:
        """Whether it came to every one; where there is none, no."""
        there_is_one = any_of(self._meets.values()) | self._of_later
        each = all_of(came | ~self._meets[summit.id] for summit, came in self.course)
        return there_is_one & each & ~self._of_later

    @property
    def has_missed(self) -> Verdict:
        """Whether it is known to have stayed away from one."""
        return any_of(away & self._meets[summit.id] for summit, away in self._absent) | self._of_later

    def attended_anyhow(self, summit: "Meeting") -> Verdict:
        """Whether it came to a summit in any way."""
        return attended(self.data, self.subject, summit, ANYHOW)

    @cached_property
    def reach(self) -> "list[Meeting]":
        """The summits from the first to the last to which it came in any way: of a person those that can have been missed."""
        came = [at for at, summit in enumerate(self.summits) if self.attended_anyhow(summit) is YES]
        return self.summits[came[0] : came[-1] + 1] if came else []

    @property
    def unnamed(self) -> list[Visit]:
        """The delegations that count, or may count, and whose leader no source names; of a person those of the same country."""
        countries = {self.subject} if self.is_country else self.data.represented_countries.get(self.subject, ())
        visits = (visit for summit in self.summits for visit in self.data.visits_at[summit.id])
        return [v for v in visits if v.country in countries and self.asked.manner.fits(self.data, v) is not NO]

    # ---- words

    @property
    def which(self) -> str:
        """' hosted by China in 2017', ' of 2015': which summits are asked about, behind their noun."""
        return attributes(self.facts, self.asked.where) + self.asked.time.words

    @property
    def so(self) -> str:
        """The same with how it came: ' hosted by China as an observer since 1 January 2010'; who led comes last."""
        how, time = self.how, self.asked.time.words
        return attributes(self.facts, self.asked.where) + (time + how if self.asked.manner.led_by else how + time)

    @property
    def there_is_none(self) -> str | None:
        """That there is no such summit at all, where this is so."""
        none = not self._held and self._of_later is NO
        return f"there was no {self.noun} of the SCO{self.which}" if none else None

    def count(self, summits: "list[Meeting]", which: str) -> str:
        """'2 summits of the SCO in 2017'."""
        return f"{plural(len(summits), self.noun, self.nouns)} of the SCO{which}"

    @property
    def place(self) -> str:
        """' at the Astana summit of 2024', ' at summits of the SCO in 2017'."""
        return f" at {self.names(self.summits) if self.asked.at else f'{self.nouns} of the SCO{self.which}'}"

    @staticmethod
    def names(summits: "Iterable[Meeting]") -> str:
        """'the Ufa summit of 2015 and the Astana summit of 2024'."""
        return listed([meeting_name(summit) for summit in summits])

    def labels(self, summits: "Iterable[Meeting]", by_video: str = " (by video)") -> str:
        """'Ufa 2015 and New Delhi 2023 (by video)': who came so must not be told as if they had been there."""
        return listed([f"{meeting_label(s)}{by_video * (bool(s.city) and self._came_by_video([s]))}" for s in summits])

    def those(self, summits: "list[Meeting]") -> str:
        """': Ufa 2015 and New Delhi 2023 (by video)'; of many the first and the last."""
        if len(summits) > MOST_NAMED:
            return f", from {self.labels(summits[:1])} to {self.labels(summits[-1:])}"
        return f": {self.labels(summits)}"

    def in_brackets(self, summits: "Iterable[Meeting]") -> str:
        """' (Ufa 2015 and New Delhi 2023 by video)', of many how many; nothing for none."""
        met = [*summits]
        said = f"{len(met)} {self.nouns}" if len(met) > MOST_NAMED else self.labels(met, " by video")
        return f" ({said})" if said else ""

    def _came_by_video(self, summits: "Collection[Meeting]") -> bool:
        modes = {visit.delegation.mode for visit in self.visits if visit.summit in summits}
        return not self.asked.manner.mode and modes == {"video"}

    @property
    def by_video(self) -> str:
        """' by video' where it came so to each of the summits that are named, which must not be told as if it had been there."""
        return " by video" * (bool(self.asked.at) and self._came_by_video(self.summits))

    def at(self, *summits: "Meeting") -> str:
        """Where something was, in brackets, unless the sentence is about one summit."""
        return "" if len(self.asked.at) == 1 else self.in_brackets(summits)

    def grouped(self, said: Callable[[Visit], str]) -> list[str]:
        """What is to be said of the visits, if anything, each once, with the summits of which it is true."""
        summits = grouped((said(visit), visit.summit) for visit in self.visits)
        return [f"{words}{self.at(*at)}" for words, at in summits.items() if words]
