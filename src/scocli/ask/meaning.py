"""What a question says, once its phrases have roles: what it asks for, what relates, and who, when and where.

Whoever builds a query takes what it needs. What nobody has taken has not been understood, and then the question is
not answered.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from scocli.ask.lexer import Token
from scocli.ask.quantities import Bounds
from scocli.ask.summits import SummitPhrase, in_period, named_by
from scocli.ask.times import Time, bounds, spelled
from scocli.dataset import DataSet
from scocli.days import Period, shifted
from scocli.errors import NotUnderstood
from scocli.facts.conditions import Often
from scocli.text import listed

HARMLESS = frozenset({
    "AUX", "BE", "HOLD", "THEN", "ALREADY", "STILL", "EVER", "ANY", "BOTH", "AND", "OR", "IN", "BY", "AS", "NOW", "LIST", "BUT", "THOUGH", "OVER", "WHETHER", "WHICH",
    "WHO", "HOW", "WHEN", "WHERE", "HOWMANY", "SINCEWHEN", "HOWLONG", "COUNTRYWORD", "LEADERS", "DELEGATIONS", "SIT", "FROM", "LIKE",
    "TIMES", "CAPACITYASKED", "VERB", "STATUSWORD",
})  # fmt: skip
"""Kinds that may be left over: they shape a question, and change nothing in what it asks about."""

RELATIONS = frozenset({
    "ATTEND", "PARTICIPANTS", "MISS", "REPRESENT", "HOST", "CHAIR", "BECOME", "JOIN", "CEASE", "FOUND", "OPEN", "END", "STARTDAY", "SIGN", "APPLY",
    "OUTCOME", "INTRODUCE", "ABOLISH", "EXIST", "INFORCE", "MEAN", "TAKEOVER", "HANDOVER", "SUCCEED", "PRECEDE", "COMEFROM", "SUPPLY", "MEMORANDUM",
    "PROCEDURE", "SECRETARYGENERAL", "CHAIRMANSHIP", "SECRETARIAT", "RATS", "CHARTER", "FOUNDINGDOCUMENT", "SHANGHAIFIVE", "WEBSITE",
    "FULLNAME", "TITLEWORD", "DOCUMENTWORD", "FORMATWORD", "NUMBERASKED", "HISTORYWORD", "CHANGEWORD", "LANGUAGEWORD", "LANGUAGE",
    "ORGANISATIONS", "DIFFERENCE", "NOLONGER", "SIT", "UNTILWHEN",
})  # fmt: skip
"""Kinds of phrases that say what relates; each must be named by the line that fits."""


_FORMERLY = ("former ", "ex ", "erstwhile ")
"""Words before a status that is held no longer."""


class Unanswerable(Exception):
    """A question that the builder of a query gives up on, with the reason."""


class Meaning:
    """The phrases of a question by kind, and which of them have been taken.

    :ivar asked: what the question asks for, such as ``when``, ``countries``, ``yes-no``.
    """

    def __init__(self, data: DataSet, tokens: list[Token], today: str) -> None:
        self.data = data
        self.tokens = tokens
        self.today = today
        self.asked = ""
        self._taken: set[int] = set()

    # ---- taking

    def kinds(self) -> set[str]:
        """The kinds of phrases that there are."""
        return {token.kind for token in self.tokens}

    def has(self, *kinds: str) -> bool:
        """Whether there is a phrase of one of these kinds, taken or not."""
        return any(token.kind in kinds for token in self.tokens)

    def take(self, *kinds: str) -> list[Token]:
        """The phrases of these kinds that have not been taken yet, and take them."""
        found = []
        for index, token in enumerate(self.tokens):
            if token.kind in kinds and index not in self._taken:
                self._taken.add(index)
                found.append(token)
        return found

    def flag(self, *kinds: str) -> bool:
        """Whether there is a phrase of one of these kinds, taking it."""
        return bool(self.take(*kinds))

    def negated(self, *verbs: str) -> bool:
        """Whether a 'not' or 'never' stands right before one of these verbs; it is taken then."""
        for index, (token, after) in enumerate(pairwise(self.tokens)):
            if token.kind in ("NOT", "NEVER") and after.kind in (*verbs, "VERB", "IN", "SUMMIT", "CITY"):
                self._taken.add(index)
                return True
        return False

    @property
    def asks_of_the_past(self) -> bool:
        """Whether its verb asks what has been, on no day that it names: 'Has India chaired ...', 'Was Norov ...'."""
        first = self.tokens[0]
        past = first.kind in ("AUX", "BE") and first.words.startswith(("has", "have", "had", "did", "was", "were"))
        return past and not self.has("TIME", "NOW", "STILL")

    @property
    def verbs(self) -> set[str]:
        """The words of its 'is', 'were', 'have been' ..., in front or within."""
        return {word for token in self.tokens if token.kind in ("AUX", "BE", "VERB") for word in token.words.split()}

    @property
    def says_have_been(self) -> bool:
        """Whether it asks what has been up to now: 'Which countries have been observers', 'have held observer status'."""
        perfect = any(token.words in ("held", "enjoyed", "possessed") for token in self.tokens if token.kind == "HOLD")
        verbs = self.verbs
        return not verbs.isdisjoint(("has", "have")) and ("been" in verbs or perfect)

    @property
    def asks_of_all_time(self) -> bool:
        """Whether it asks what ever was: 'ever', or 'have been' where no day is named."""
        return self.has("EVER") or (self.says_have_been and not self.has("TIME", "NOW", "STILL"))

    def denies_one_of_several(self) -> bool:
        """Whether a 'not' stands between two countries or two people: 'India and not Pakistan'."""
        kinds = [token.kind for token in self.tokens]
        return any(
            kinds[at] in ("NOT", "NEVER") and kinds[at + 1] in ("COUNTRY", "PERSON") and kinds[at + 1] in kinds[:at]
            for at in range(len(kinds) - 1)
        )

    def left(self, named: frozenset[str]) -> list[Token]:
        """What has not been taken, is not harmless, and is no relation that the line of the table names."""
        settled = HARMLESS | (named & RELATIONS)
        return [t for index, t in enumerate(self.tokens) if index not in self._taken and t.kind not in settled]

    # ---- countries and people

    @property
    def counts(self) -> bool:
        """Whether it asks how many."""
        return self.asked in ("count", "count-summits")

    def countries(self) -> tuple[str, ...]:
        """The codes of the countries that play no marked role."""
        return tuple(dict.fromkeys(str(token.value) for token in self.take("COUNTRY", "DEMONYM")))

    def country(self) -> str:
        """The one country."""
        found = self.countries()
        if len(found) != 1:
            raise Unanswerable("it needs exactly one country" if found else "it names no country")
        return found[0]

    def people(self, kind: str = "PERSON") -> tuple[str, ...]:
        """The names of the people; of several of one name, the one that the named summits tell apart."""
        found = []
        for token in self.take(kind):
            names = token.value if isinstance(token.value, tuple) else ()
            if len(names) > 1:
                names = tuple(name for name in names if self._is_meant(name)) or names
            if len(names) > 1:
                raise NotUnderstood(f"{token.words!r} could be {listed(names, 'or')}: give the full name.", names)
            found.append(str(names[0]))
        return tuple(dict.fromkeys(found))

    def _is_meant(self, name: str) -> bool:
        """Whether a person has to do with the summits that the question names."""
        ids = {summit for token in self.tokens for summit in named_by(self.data, token)}
        if not ids:
            return False
        came = {visit.summit.id for visit in self.data.visits_of.get(name, ())}
        missed = {
            s.id for s, absence in self.data.absences if absence.person and self.data.person(absence.person) == name
        }
        return bool(ids & (came | missed))

    def tuple_of(self, kind: str) -> tuple[str, ...]:
        """All values of the phrases of a kind that hold several."""
        return tuple(
            dict.fromkeys(str(v) for token in self.take(kind) if isinstance(token.value, tuple) for v in token.value)
        )

    # ---- categories

    def categories(self) -> tuple[str, ...]:
        """The categories that play no marked role."""
        return tuple(dict.fromkeys(str(token.value) for token in self.take("CATEGORY")))

    def lapsed(self, former: tuple[str, ...]) -> tuple[str, ...]:
        """Those of some statuses that must be held no longer: of 'former', and of none that nobody holds any longer."""
        is_said = any(token.kind == "FORMER" and token.words.startswith(_FORMERLY) for token in self.tokens)
        return tuple(category for category in former if is_said and not self.data.categories[category].retired)

    def dated_category(self) -> str | None:
        """The day for which a category is meant behind which it stands: 'members of 2005'; it is taken then."""
        for index, (token, after) in enumerate(pairwise(self.tokens)):
            if token.kind == "CATEGORY" and isinstance(after.value, Time) and after.value.relation == "in":
                self._taken.add(index + 1)
                return None if after.value.is_range else spelled(after.value.named)
        return None

    # ---- days

    def times(self) -> list[Time]:
        """The days and stretches of time that are named."""
        return [token.value for token in self.take("TIME") if isinstance(token.value, Time)]

    def peek_time(self) -> Time | None:
        """The first time that is named, without taking it."""
        return next((t.value for t in self.tokens if t.kind == "TIME" and isinstance(t.value, Time)), None)

    def on(self) -> str | None:
        """The day, month or year asked about; ``None`` for today.

        :raises Unanswerable: if a stretch of time is named, or several days.
        """
        times = self.times()
        if not times:
            return None
        if len(times) > 1 or times[0].is_range:
            raise Unanswerable("it needs a single day, month or year")
        return spelled(times[0].named)

    def stretch(self) -> Period:
        """The stretch of time asked about; all of time where none is named."""
        times = self.times()
        if not times:
            return Period()
        first, last = max(t.period.first for t in times), min(t.period.last for t in times)
        for found in times:
            if found.relation == "by":
                first = Period().first if len(times) == 1 else first
        if first > last:
            raise Unanswerable("the times that it names exclude each other")
        return Period(first, last)

    def period(self) -> tuple[str | None, str | None]:
        """The beginning and end of the stretch of time asked about, as options spell them; ``None`` where it is open."""
        return bounds(self.stretch())

    def period_of_years(self) -> tuple[str | None, str | None]:
        """The same where 'in 2021 and 2022', years that follow one another, are one stretch of time."""
        years = [token.value for token in self.tokens if token.kind == "TIME" and isinstance(token.value, Time)]
        if len(years) > 1 and self.has("AND") and all(year.relation == "in" for year in years):
            spans = [year.period for year in years]
            if all(shifted(one.last, 1) == other.first for one, other in pairwise(spans)):
                self.times()
                return bounds(Period(spans[0].first, spans[-1].last))
        return self.period()

    # ---- summits

    def phrases(self) -> list[SummitPhrase]:
        """What is said of summits: phrases that name some, and cities where they stand for one."""
        found = [token.value for token in self.take("SUMMIT") if isinstance(token.value, SummitPhrase)]
        named = [phrase for phrase in found if not phrase.is_bare or phrase.select]
        return named or found[:1]

    def summit_ids(self, *, several: bool = True, year_alone: bool = True) -> tuple[str, ...]:
        """The summits that are named one by one.

        A city alone, or (``year_alone``) a year alone, names the summit held there or then.

        :param several: whether more than one may be named; one that could be several is then ambiguous.
        :raises NotUnderstood: if a name could mean several summits, or means none.
        """
        phrases = [p for p in self.phrases() if not p.is_bare or p.select]
        cities = [str(token.value) for token in self.take("CITY")]
        if len(phrases) == 1 and len(cities) == 1 and not phrases[0].cities:
            phrases, cities = [replace(phrases[0], cities=(cities[0],))], []
        phrases += [SummitPhrase(cities=(city,), noun=False) for city in cities]
        named = bool(phrases)
        times = list(self.times()) if year_alone or phrases else []
        if times and len(times) == 1 and not times[0].is_range:
            if not phrases:
                phrases = [SummitPhrase(time=times[0])]
            else:
                if all(phrase.time for phrase in phrases):
                    raise Unanswerable("it names a summit and another time")
                phrases = [p if p.time else in_period(p, times[0].period) for p in phrases]
        elif times:
            raise Unanswerable("the time does not say which summit")
        ids: list[str] = []
        for phrase in phrases:
            if not named and not phrase.ids(self.data):
                raise Unanswerable("there was no summit then")
            ids += self.resolve(phrase)
        if not several and len(ids) > 1:
            raise Unanswerable("it needs exactly one summit")
        return tuple(dict.fromkeys(ids))

    def resolve(self, phrase: SummitPhrase) -> list[str]:
        """The summit that a phrase names, or the summits if it speaks of several."""
        return phrase.named(self.data)

    def summit(self) -> str:
        """The one summit that is named; that it is 'the only' one of its kind is then said already."""
        for index, (token, after) in enumerate(pairwise(self.tokens)):
            if token.words in ("the only", "the sole") and isinstance(after.value, SummitPhrase):
                self._taken.add(index)
        ids = self.summit_ids(several=False)
        if not ids:
            raise Unanswerable("it names no summit")
        return ids[0]

    def names_summit(self) -> bool:
        """Whether a summit is named: by a phrase, or by a city."""
        phrases = [t.value for t in self.tokens if t.kind == "SUMMIT" and isinstance(t.value, SummitPhrase)]
        return any(not p.is_bare or p.select for p in phrases) or self.has("CITY")

    # ---- delegations

    def often(self) -> Often | None:
        """How often, or how many."""
        found = [token.value for token in self.take("BOUNDS") if isinstance(token.value, Bounds)]
        return found[0].often if found else None

    def bounds(self) -> dict[str, Any]:
        """How often, as fields of a query."""
        found = [token.value for token in self.take("BOUNDS") if isinstance(token.value, Bounds)]
        if not found:
            return {}
        named = {"at_least": found[0].at_least, "at_most": found[0].at_most}
        return {name: str(value) for name, value in named.items() if value is not None}
