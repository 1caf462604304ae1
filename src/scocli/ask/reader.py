"""Reads a question: from its words to the query, or to the reason why there is none."""

from contextlib import suppress
from dataclasses import dataclass, replace

from scocli.ask.comparing import Compared, compared, ordered
from scocli.ask.events import with_days
from scocli.ask.lexer import LONGEST_QUESTION, Token, Word, split
from scocli.ask.nearby import with_way_out
from scocli.ask.phrasing import phrases_of
from scocli.ask.recognising import CHOSEN_OF, Mended, given, recognise
from scocli.ask.refusals import as_written, see_that_all_came, see_that_it_can_be_answered, see_that_it_is_whole
from scocli.ask.rewriting import renamed
from scocli.ask.shapes import TOLD, clauses, shaped
from scocli.ask.sharing import shared
from scocli.ask.surface import claims_something, leaves_open, with_years, written
from scocli.ask.understanding import agreed, understood
from scocli.councils import CouncilId
from scocli.dataset import DataSet
from scocli.days import Period, parse_period
from scocli.errors import NotUnderstood
from scocli.queries import answer
from scocli.queries.about import About
from scocli.queries.attendance import Attendance
from scocli.queries.base import Query, QueryError, command_line
from scocli.queries.comparison import Comparison
from scocli.queries.overview import Overview
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits
from scocli.text import quoted

_GOVERNMENTS = {"GOVERNMENTS": "SUMMITWORD", "GOVERNMENTSMANY": "SUMMITSWORD"}
"""What the meetings of the heads of government are called, and what summits are that are called so."""


class Ambiguous(NotUnderstood):
    """That a sentence may speak of several things that were named before it."""


@dataclass(frozen=True)
class Reading:
    """How a question was read.

    :ivar question: as it was asked.
    :ivar recognised: what its phrases stand for: kind, value and words, in order.
    :ivar asked: what it asks for.
    :ivar queries: the queries that it makes: one, or one for each thing that it asks for.
    :ivar beside: the queries of what it states beside what it asks.
    :ivar parts: how each of several sentences that ask was read.
    :ivar options: the countries, languages, people or cities of which the answer is to be chosen.
    :ivar language: the language of the question.
    :ivar english: the English words in which one in another language, or that was not understood as it stands, was read.
    :ivar left_aside: what stands around it and was not read.
    :ivar mended: words that were taken for misspelt, as they were written, and what they were taken for.
    """

    question: str
    recognised: tuple[Token, ...]
    asked: str
    queries: tuple[Query, ...]
    beside: tuple[Query, ...] = ()
    parts: tuple["Reading", ...] = ()
    options: tuple[str, ...] = ()
    mended: Mended = ()
    language: str = "en"
    english: str = ""
    left_aside: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What must be said of how it was read: each word that was mended, and what was left aside."""
        mended = (f"Read {quoted(written)} as {meant}." for written, meant in self.mended)
        return (*mended, *(f"Left aside: {quoted(left)}." for left in self.left_aside))

    @property
    def query(self) -> Query:
        """The first of them."""
        return self.queries[0]

    @property
    def command(self) -> str | None:
        """The command that asks the same, if one does."""
        return command_line(self.query) if len(self.queries) == 1 and not self.beside else None


def read_plain(data: DataSet, question: str, today: str) -> Reading:
    """The query that a question in English makes, all words of which are its own; in other words, if it is not understood in these.

    :raises NotUnderstood: if any word that could matter is not understood, or the whole makes no query.
    """
    told = with_years(question, today)
    try:
        return replace(_as_it_stands(data, told, today), question=question)
    except NotUnderstood:
        if len(question) <= LONGEST_QUESTION:
            from scocli.ask.paraphrases import paraphrases

            for said in paraphrases(told):
                with suppress(NotUnderstood):
                    return replace(_as_it_stands(data, said, today), question=question, english=said)
        raise


def _as_it_stands(data: DataSet, question: str, today: str) -> Reading:
    """The same in the very words of the question."""
    words: list[Word] = []
    recognised: list[Token] = []
    problem: NotUnderstood | None = None
    try:
        form = written(question)
        words = split(form.words)
        recognised, mended = recognise(data, words, today)
        see_that_it_is_whole(recognised, form.options)
        choice, respelled = given(data, form.options, today)
        options = choice.get("COUNTRY", ())
        mended = (*mended, *respelled) if options else mended
        chosen = [Token("GIVEN", options, "")] if options else []
        if options and recognised[0].kind == "WHERE":  # 'Where is its headquarters? a) China b) Pakistan'
            recognised[:1] = [Token("WHICH", None, recognised[0].words), Token("COUNTRYWORD", None, "")]
        missing = "WHERE" if "CITY" in choice else "WHEN" if "DATE" in choice else ""
        missing = "WHICH COUNTRYWORD" if options else missing
        for shape in shaped(recognised, form, missing):
            try:
                tokens, asked, queries = _whole(data, [*shape, *chosen], today)
                _see_that_it_claims(data, queries, form.words, question, today)
            except NotUnderstood as refusal:
                problem = problem or refusal
            else:
                told = read_plain(data, form.claim, today).queries if form.claim else ()
                _see_that_it_is_so(data, told, today)
                aside = (form.told,) if form.told else ()
                options = next((choice[kind] for kind in CHOSEN_OF if kind in choice), ())
                return Reading(question, tuple(tokens), asked, queries, options=options, mended=mended, left_aside=aside)  # fmt: skip
        raise problem or NotUnderstood("Not understood.")
    except NotUnderstood as refusal:
        if not words:
            recognised, _ = recognise(data, split(question[:LONGEST_QUESTION]), today)
        said = NotUnderstood(as_written(str(refusal), words), refusal.near, refusal.instead)
        phrases: list[Token] = []
        with suppress(NotUnderstood):
            phrases = phrases_of(data, recognised)
        raise with_way_out(data, said, phrases) from None


def kind_of(data: DataSet, query: Query, today: str) -> str | None:
    """The kind of the answer to a query, if it has one."""
    with suppress(QueryError):
        return answer(data, query, today).kind
    return None


def _see_that_it_claims(data: DataSet, queries: tuple[Query, ...], words: str, question: str, today: str) -> None:
    """See that what is said to be true or false asks for nothing else, and for more than that where a place is left open.

    :raises NotUnderstood: if it does not.
    """
    claims = claims_something(question, words)
    if claims or leaves_open(question, words):
        kinds = {kind_of(data, query, today) for query in queries}
        if kinds != {"yes-no"} if claims else "yes-no" in kinds:
            raise NotUnderstood("Not understood: what it says that is true or false, or leaves open.")


def _see_that_it_is_so(data: DataSet, told: tuple[Query, ...], today: str) -> None:
    """See that what is taken for granted is so. :raises NotUnderstood: if it is not, or not recorded."""
    if any(answer(data, query, today).value is not True for query in told):
        raise NotUnderstood("Not answered: what it says beside is not so, or not on record.")


def _whole(data: DataSet, tokens: list[Token], today: str) -> tuple[list[Token], str, tuple[Query, ...]]:
    """The phrases of a question, what it asks for, and the queries of all of its clauses. :raises NotUnderstood: if one of them is not understood."""
    plain = clauses(tokens)
    if (both := shared(plain)) is None:
        return _together(data, plain, today)
    try:
        found = _together(data, both.clauses, today)
    except NotUnderstood:
        if both.is_certain:
            raise
        return _together(data, plain, today)
    if not both.is_certain:
        readings = [found[2]]
        with suppress(NotUnderstood):
            readings.append(_together(data, plain, today)[2])
        agreed(data, readings, today)
    return found


def _together(data: DataSet, clauses: list[list[Token]], today: str) -> tuple[list[Token], str, tuple[Query, ...]]:
    """The same of clauses that are told apart."""
    read = [_read(data, clause, today) for clause in clauses]
    told = [clause for clause, whole in zip(read, clauses, strict=True) if TOLD in whole]
    for _, _, queries in told:
        _see_that_it_is_so(data, queries, today)
    read = [clause for clause in read if clause not in told]
    phrases = [token for of_clause, _, _ in read for token in of_clause]
    # what it is stands behind what is asked of it
    read.sort(key=lambda clause: clause[2] in ((About(topic="sco"),), (Overview(),)))
    return phrases, read[0][1], tuple(query for _, _, queries in read for query in queries)


def _read(data: DataSet, tokens: list[Token], today: str) -> tuple[list[Token], str, tuple[Query, ...]]:
    """The same of a clause; one that holds two things against each other is that of both."""
    if both := compared(tokens):
        named, asked = (
            {token.value for token in of if token.kind in ("COUNTRY", "DEMONYM")}
            for of in (tokens, [token for question in both.questions for token in question])
        )
        if not named <= asked:
            raise NotUnderstood("Not understood: of which country what is held against each other.")
        return _compared(data, both, today)
    try:
        return _clause(data, tokens, today)
    except NotUnderstood:
        with suppress(NotUnderstood, QueryError):
            if both := ordered(tokens):
                return _compared(data, both, today)
        with suppress(NotUnderstood, QueryError):
            told = with_days(tokens, lambda event: _day_of(data, event, today))
            if told != tokens:
                return _read(data, told, today)
        raise


def _day_of(data: DataSet, event: list[Token], today: str) -> Period | None:
    """The day on which something happened, if it is one."""
    with suppress(NotUnderstood, QueryError):
        _, _, (query, *others) = _clause(data, [Token("WHEN", None, ""), *event], today)
        found = answer(data, query, today)
        if found.kind == "date" and found.value != "none" and not others:
            return parse_period(str(found.value))
    return None


def _compared(data: DataSet, both: Compared, today: str) -> tuple[list[Token], str, tuple[Query, ...]]:
    """What holds two things against each other."""
    one, other = (_clause(data, question, today) for question in both.questions)
    if one[2] == other[2]:
        raise NotUnderstood("Not understood: what it holds against what.")
    asked = "which country" if both.names else "how many" if both.show in ("difference", "after") else "yes-no"
    query = Comparison(of=(*one[2], *other[2]), show=both.show, names=both.names, unit=both.unit)
    return [*one[0], *other[0]], asked, (query,)


def _clause(data: DataSet, tokens: list[Token], today: str) -> tuple[list[Token], str, tuple[Query, ...]]:
    """The same of one clause; one about the Council of Heads of Government is asked of its meetings, which are no summits."""
    council: CouncilId = "heads-of-state"
    if any(token.kind in _GOVERNMENTS for token in tokens):
        if any(token.kind in ("SUMMITWORD", "SUMMITSWORD") for token in tokens):
            raise NotUnderstood("Not understood: which Council is meant; ask of the meetings of each by itself.")
        council = "heads-of-government"
        tokens = renamed(**_GOVERNMENTS)(tokens)
    data = data.of_council(council)
    phrases = phrases_of(data, list(tokens))
    try:
        asked, queries = _chosen(data, tokens, phrases, today)
        see_that_all_came(data, asked, tokens, phrases)
        _see_that_no_other_council_did(data, tokens, queries, today)
        queries = tuple(_of_council(query, council) for query in queries)
    except NotUnderstood:
        see_that_it_can_be_answered(data, tokens, phrases)
        raise
    return phrases, asked, queries


def _chosen(data: DataSet, tokens: list[Token], phrases: list[Token], today: str) -> tuple[str, tuple[Query, ...]]:
    """What a clause asks for, and its queries: of what is to be chosen from what is given, of that first."""
    with suppress(NotUnderstood):
        if any(token.kind == "GIVEN" and token.value for token in tokens):
            return understood(data, [token for token in phrases if token.kind != "GIVEN" or token.value], today)
    if any(token.kind == "GIVEN" for token in tokens):  # the answer to the rest must be one of the options behind it
        phrases = phrases_of(data, [t for t in tokens if t.kind != "GIVEN" or (t.value and t.words)])
    return understood(data, phrases, today)


def _see_that_no_other_council_did(data: DataSet, tokens: list[Token], queries: tuple[Query, ...], today: str) -> None:
    """See that what no summit did is not asked of 'meetings', of which one of the heads of government did it. :raises NotUnderstood: if it is."""
    others = {summits: governments for governments, summits in _GOVERNMENTS.items()}
    met = [token.kind in others and token.words.removeprefix("sco ").startswith("meeting") for token in tokens]
    if not any(met) or data.council != "heads-of-state" or answer(data, queries[0], today).value not in (False, 0, []):
        return
    asked = [t._replace(kind=others[t.kind]) if is_met else t for t, is_met in zip(tokens, met, strict=True)]
    told: object = 0
    with suppress(NotUnderstood, QueryError):
        _, _, (query, *_) = _clause(data, asked, today)
        told = answer(data, query, today).value
    if told not in (False, 0, [], "not-recorded"):
        raise NotUnderstood(
            "Not understood: which Council is meant: no summit did, a meeting of the heads of government did."
        )


def _of_council(query: Query, council: CouncilId) -> Query:
    """A query asked of a Council. :raises NotUnderstood: if it is asked of the organisation only."""
    if council == "heads-of-state" or isinstance(query, SummitFacts) or getattr(query, "topic", None) == council:
        return query
    if isinstance(query, Summits | Attendance):
        return replace(query, body=council) if not getattr(query, "at", ()) else query
    raise NotUnderstood("Not understood: what is asked of the meetings of the heads of government.")
