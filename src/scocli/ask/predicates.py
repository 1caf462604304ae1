"""What people ask of: which words say it, which roles its words may bind, and what can be asked for.

A line says: the kinds of words that say it (all of ``A B``, either of ``A|B``) | the kinds that may stand with them and say
the same again | the kinds that bind a role | what can be asked for, each with the maker of its query. A line fits a question
if every word of the question is of one of these kinds. To teach a new relation, add a line; a new wording of one belongs
in the vocabulary.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from typing import NamedTuple

from scocli.ask import making
from scocli.ask.lexer import Token
from scocli.ask.making import Made, about, each, fact, meeting, planned, present
from scocli.ask.question import SHAPE, Question, Unbound, asked_for
from scocli.dataset import DataSet
from scocli.errors import NotUnderstood
from scocli.queries import answer
from scocli.queries.base import Query

Maker = Callable[[Question], Made]

PREDICATES: tuple[tuple[str, str, str, dict[str, Maker]], ...] = (
    # ---- who holds a status
    ("CATEGORY", "COMPRISE HOLD EXIST COUNTRYWORD", "TIME NOW STILL ALREADY ALL", {"who, which country, name": making.holders, "how many": making.number_of_holders}),
    ("NEW CATEGORY", "COUNTRYWORD EXIST HOLD ANY BECOME JOIN ALL", "TIME SUMMIT CITY", {"who, which country, name, what": making.newly("list"), "how many": making.newly("count"), "yes-no": making.newly("any")}),
    ("CHANGEWORD CATEGORY", "STATUSWORD", "TIME", {"who, which country": making.changed}),
    ("COUNTRY CHANGEWORD CATEGORY", "STATUSWORD", "", {"when": making.when_changed}),
    ("CATEGORY ORDINAL|FIRST|LAST", "BECOME JOIN RECENTLY", "TIME NOW", {"who, which country, name, what": making.nth_holder}),
    ("JOIN ORDINAL", "COUNTRYWORD RECENTLY BECOME", "TIME", {"who, which country, name, what": making.nth_holder}),
    ("COUNTRY STATUSWORD FIRST", "BECOME", "", {"when": making.first_status}),
    ("COUNTRY HISTORYWORD", "FORMER CATEGORY BECOME", "", {"name, how, what": making.course}),
    ("COUNTRY BECOME|JOIN", "CATEGORY CAPACITY", "", {"where": making.where_admitted}),
    ("BECOME STATUSWORD", "COUNTRYWORD NEW", "SUMMIT TIME CITY", {"who, which country, name": making.given_a_status, "how many": making.number_given_a_status}),
    ("STATUSWORD HOLD", "ANY COUNTRYWORD", "TIME NOW", {"how many": making.number_with_a_status}),
    ("JOIN|BECOME FIRST|LAST|ORDINAL", "CATEGORY COUNTRYWORD NEW", "TIME COUNTRY", {"when": making.when_nth_held}),
    ("GIVEN CATEGORY|NOTCATEGORY|NEVERCATEGORY|FOUNDERWORD|NOTFOUNDERS|FOUND|JOIN|BECOME|HOST|ATTEND|PARTICIPANTS", "FOUNDERWORD BECOME JOIN COUNTRYWORD HOLD SUMMIT RECENTLY EVER", "TIME NOW NOT NEVER CITY SUMMIT", {"who, which country, name, what": making.which_of}),
    ("NUMBER CATEGORY", "HOLD EXIST ALL", "TIME NOW", {"who, which country": making.so_many_holders}),
    ("NUMBER CATEGORY", "COMPRISE HOLD EXIST", "TIME NOW", {"yes-no, name": making.is_number_of_holders}),
    ("COUNTRY ORDINAL CATEGORY", "BECOME JOIN RECENTLY", "TIME NOW", {"yes-no, name": making.is_nth_holder, "when": making.when_nth_held}),
    ("COUNTRY CATEGORY", "", "TIME NOW STILL", {"name": making.holds}),
    ("CEASE", "BELONG COUNTRYWORD", "EVER ANY TIME COUNTRY", {"who, which country, name, yes-no": making.left}),
    ("BYCATEGORY", "CATEGORY STATUSWORD ALL COUNTRYWORD", "TIME NOW", {"who, which country, name": making.by_category}),
    ("COMPARE COUNTRY", "BETWEEN AND STATUSWORD", "TIME NOW", {"what, name, how": making.side_by_side}),
    ("GROW", "CATEGORY OVERTIME", "TIME", {"how, what, name": making.growth}),
    ("COMPARE CATEGORY", "BETWEEN AND", "", {"what, name, how": making.compared}),
    # ---- meetings
    ("NEXT SUMMIT", "HOLD FUTURE DUE", "TIME CITY", {"when": planned("date"), "where": planned("city"), "what, which summit, name": planned("main")}),
    ("NEXT SUMMIT HOST|CHAIR", "HOLD FUTURE DUE", "TIME", {"who, which country, name": planned("country")}),
    ("SUMMIT|HOLD", "HOLD FUTURE", "SUMMIT TIME CITY", {"when": meeting("date"), "where": meeting("city")}),
    ("SUMMIT", "HOLD FUTURE", "SUMMIT TIME CITY", {"name, what, which summit": making.announced}),
    ("SUMMIT|TIME HOST", "HOLD FUTURE", "SUMMIT TIME CITY", {"who, which country, name": meeting("host")}),
    ("SUMMIT HOST", "HOLD", "SUMMIT", {"name": making.hosts}),
    ("SUMMIT NUMBER FIRST|LAST", "", "", {"name, which summit, what": making.some_summits}),
    ("SUMMIT PERSON|COUNTRY FIRST|LAST", "ATTEND BECOME", "", {"when": making.first_visit}),
    ("SUMMIT OFFICEHOLDER", "ATTEND", "SUMMIT TIME CITY", {"name": making.officeholder}),
    ("SUMMIT", "HOLD ALL", "TIME", {"name, which summit, what": making.meetings("list"), "how many": making.meetings("count")}),
    ("SUMMIT CHAIR", "HOLD FUTURE NEXT", "SUMMIT TIME CITY", {"which country": meeting("chair-country"), "who, which person": meeting("chair")}),
    ("COUNTRY|PERSON PARTICIPANTS", "HISTORYWORD SUMMIT", "TIME", {"name, what, how": making.visits, "how many": making.visits}),
    ("REPRESENT COUNTRY", "LEADERS DELEGATIONS", "SUMMIT TIME CITY", {"who, which person, name": making.represented}),
    ("SUMMIT|TIME HOST LEADERS", "HOLD FUTURE", "SUMMIT TIME CITY", {"who, which person, name": meeting("chair")}),
    ("SUMMIT HOST|CHAIR COUNTRY", "HOLD FUTURE", "SUMMIT TIME CITY VIDEO INPERSON HYBRID", {"when": making.meeting_of("date"), "where": making.meeting_of("city")}),
    ("SUMMIT COUNTRY TITLEWORD", "", "TIME", {"what, name, which": making.meeting_of("theme")}),
    ("COUNTRY HOST|CHAIR", "SUMMIT", "", {"when": making.when_it_led}),
    ("SUMMIT CHAIR ALL", "", "", {"who, which person": making.all_chairs}),
    ("CHAIR NOW", "", "", {"who, which country": making.chair}),
    ("SUMMIT HOLD", "FUTURE", "TIME CITY", {"which country": meeting("host")}),
    ("SUMMIT|CITY ATTEND|PARTICIPANTS", "FUTURE COUNTRYWORD", "SUMMIT TIME CITY", {"who, which country, name": present("countries"), "how many": present("count")}),
    ("SUMMIT|CITY LEADERS", "ATTEND FUTURE", "SUMMIT TIME CITY", {"which person, name": present("people")}),
    # ---- the organisation
    ("THESCO", "MEAN", "", {"what, name, who": making.organisation}),
    ("CATEGORY", "MEAN STATUSWORD JOIN", "", {"what": making.meaning}),
    ("CATEGORY MEAN", "STATUSWORD JOIN BY", "", {"what, name, how, who": making.meaning}),
    ("FOUND", "ALL", "", {"when": fact("founding", "date"), "where": fact("founding", "city"), "who, which country": fact("founding", "countries")}),
    ("FOUND", "", "TIME CITY", {"yes-no, name": about("founding", "date", "city")}),
    ("FOUND OR", "", "TIME CITY", {"yes-no, name": fact("founding", "date")}),
    ("FOUNDINGDOCUMENT", "FOUND", "", {"what, name, which": fact("founding", "document")}),
    ("CHARTER", "SIGN", "", {"when": fact("charter", "date"), "where": fact("charter", "city")}),
    ("CHARTER INFORCE", "", "", {"when": fact("charter", "in-force")}),
    ("CHARTER SIGN", "", "TIME CITY", {"yes-no, name": about("charter", "date", "city")}),
    ("CHARTER INFORCE", "", "TIME", {"yes-no, name": about("charter", "in-force")}),
    ("SECRETARIAT AND RATS", "SIT HOST", "", {"where, name, what": each(fact("secretariat", "city"), fact("rats", "city"))}),
    ("SECRETARIAT", "SIT HOST NOW", "", {"where, what, name": fact("secretariat", "city"), "which country, who": fact("secretariat", "country")}),
    ("SECRETARIAT OPEN|FOUND|SIT CITY", "OPEN FOUND SIT", "", {"when": making.opened("secretariat")}),
    ("SECRETARIAT", "OPEN FOUND", "", {"when": making.opened("secretariat")}),
    ("SECRETARIAT", "SIT", "CITY COUNTRY", {"yes-no, name": about("secretariat", "city", "country")}),
    ("SECRETARIAT OPEN|FOUND", "", "TIME", {"yes-no, name": about("secretariat", "date")}),
    ("RATS", "FULLNAME MEAN", "", {"what, name": fact("rats", "all")}),
    ("RATS", "SIT SECRETARIAT HOST NOW", "", {"where": fact("rats", "city"), "which country, who": fact("rats", "country")}),
    ("RATS SIT|SECRETARIAT|HOST", "SIT SECRETARIAT HOST", "", {"what, name": fact("rats", "city")}),
    ("RATS OPEN|FOUND|SIT CITY", "OPEN FOUND SIT", "", {"when": making.opened("rats")}),
    ("RATS", "OPEN FOUND", "", {"when": making.opened("rats")}),
    ("RATS", "SIT SECRETARIAT", "CITY COUNTRY", {"yes-no, name": about("rats", "city", "country")}),
    ("RATS OPEN|FOUND", "", "TIME", {"yes-no, name": about("rats", "date")}),
    ("RATS|SECRETARIAT|SHANGHAIFIVE ORGANISATIONS", "RECENTLY", "", {"what": fact("name", "all")}),
    ("LANGUAGEWORD", "OPEN USE ALL NOW AND LEADERS HOLD", "", {"what, name, which language, who": fact("languages", "all"), "how many": fact("languages", "count")}),
    ("LANGUAGEWORD NUMBER", "USE ALL", "", {"what, name, which language": making.so_many_languages}),
    ("LANGUAGEWORD COUNTRY|LANGUAGE", "USE LEADERS", "", {"yes-no, name": making.languages}),
    ("SHANGHAIFIVE", "FOUND CATEGORY FOUNDERWORD COMPRISE FIRST BECOME", "TIME COUNTRY", {"when": making.predecessor("date"), "who, which country": making.predecessor("countries")}),
    ("SHANGHAIFIVE CATEGORY|FOUNDERWORD|COMPRISE|COUNTRYWORD", "CATEGORY FOUNDERWORD COMPRISE FIRST COUNTRYWORD", "", {"name": making.predecessor("countries"), "how many": fact("predecessor", "count")}),
    ("FOUNDERWORD NOT SHANGHAIFIVE", "CATEGORY COUNTRYWORD", "", {"who, which country, name, what": making.founders_not_before}),
    ("SHANGHAIFIVE", "", "TIME", {"what, name": making.called_before}),
    ("SHANGHAIFIVE", "FIRST CATEGORY FOUNDERWORD JOIN", "COUNTRY", {"yes-no, name": about("predecessor", "countries")}),
    ("SHANGHAIFIVE", "", "", {"what, name": fact("predecessor", "all"), "how many": fact("predecessor", "count")}),
    ("WEBSITE", "", "", {"what, name, where": fact("website", "all")}),
    ("FULLNAME", "MEAN", "", {"what, name": fact("name", "all")}),
    ("TOPIC", "MEAN NOW ALL", "", {"what, name, who, when, which": making.topic("main"), "how many": making.topic("count")}),
    ("RATSDIRECTOR", "HOLD NOW", "TIME", {"what, name, who, which person": making.director}),
    ("FOUNDERWORD NUMBER", "FOUND ALL", "", {"name, who, which country": making.founders}),
    ("SECRETARYGENERAL BECOME|TAKEOVER TIME", "", "", {"who": making.new_secretary}),
    ("CHAIRMANSHIP|CHAIR", "CHAIR HOLD", "YEARS", {"who, which country, name": making.chair}),
)  # fmt: skip


class Predicate(NamedTuple):
    """A line of the table, taken apart."""

    evoked: tuple[frozenset[str], ...]
    words: frozenset[str]
    makers: dict[str, Maker]

    def fits(self, kinds: frozenset[str]) -> bool:
        """Whether every word of a question is one of its own, and those that say it are there."""
        return kinds <= self.words and all(kinds & either for either in self.evoked)


@cache
def predicates() -> tuple[Predicate, ...]:
    """The table, taken apart."""
    made = []
    for says, also, roles, asked in PREDICATES:
        evoked = tuple(frozenset(item.split("|")) for item in says.split())
        words = frozenset().union(*evoked, also.split(), roles.split())
        makers = {one: maker for several, maker in asked.items() for one in several.split(", ")}
        made.append(Predicate(evoked, words, makers))
    return tuple(made)


def understood(data: DataSet, tokens: list[Token], today: str) -> tuple[str, tuple[Query, ...]] | None:
    """What a question asks for, and the queries that ask it; ``None`` if its words are not all those of one relation.

    :raises NotUnderstood: if what is meant is clear and not which of several.
    """
    content = [token for at, token in enumerate(tokens) if token.kind not in SHAPE and not _is_shape(tokens, at)]
    kinds = frozenset(token.kind for token in content)
    made: list[Query] = []
    asks = list(asked_for(tokens))
    if len(asks) > 1 and not any(token.kind == "AND" for token in tokens):
        asks = [asked for asked in asks if asked != "what"]  # 'What is the number of ...'
        if len(asks) > 1:
            return None
    verbs = frozenset(word for token in tokens if token.kind in ("AUX", "BE", "VERB") for word in token.words.split())
    for asked in asks:
        question = Question(data, asked, tuple(content), today, verbs)
        told = {"COUNTRYWORD"} if asked == "which country" else set()  # the noun of what is asked for
        found = list(dict.fromkeys(_made(question, kinds - told)))
        if not found:
            return None
        made += found[0] if len(found) == 1 else _agreed(data, found, today)
    return asks[0], tuple(made)


def _agreed(data: DataSet, readings: list[tuple[Query, ...]], today: str) -> tuple[Query, ...]:
    """The first of several readings, if all give the same answer.

    :raises NotUnderstood: with the answers, if they differ.
    """
    answers = [[answer(data, query, today) for query in reading] for reading in readings]
    if any([a.value for a in one] != [a.value for a in answers[0]] for one in answers):
        raise NotUnderstood(f"It can be read in two ways: {' Or: '.join(one[0].text for one in answers)}")
    return readings[0]


def _made(question: Question, kinds: frozenset[str]) -> Iterator[tuple[Query, ...]]:
    """The queries that the lines make which fit a question."""
    for predicate in predicates():
        maker = predicate.makers.get(question.asked)
        if maker and predicate.fits(kinds):
            with suppress(Unbound):
                found = maker(question)
                yield found if isinstance(found, tuple) else (found,)


_NEUTRAL = {
    "IN": frozenset({"SUMMIT", "CITY", "WHICH", "WHEN", "WHERE", "NEXT", "TIME", "YEARS", "SHANGHAIFIVE"}),
    "BY": frozenset({"WHICH", "WHO", "COUNTRY", "PERSON"}),
    "AND": frozenset({"WHEN", "WHERE", "WHO"}),
}
"""Prepositions and conjunctions, and before what they only join."""


def _is_shape(tokens: list[Token], at: int) -> bool:
    """Whether a word only joins what stands behind it to the rest."""
    before = tokens[at - 1].kind if at else ""
    behind = next((token.kind for token in tokens[at + 1 :] if token.kind != "VERB"), "")
    if not behind:
        return tokens[at].kind == "IN"  # 'Which languages does it work in?'
    joins_two = tokens[at].kind == "AND" and before == behind
    return joins_two or behind in _NEUTRAL.get(tokens[at].kind, ())
