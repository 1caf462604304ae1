"""Questions that are understood and have no answer: why, and what to ask instead."""

import re

from scocli.ask.lexer import Token, Word
from scocli.ask.summits import SummitPhrase, named_by
from scocli.councils import meeting_name
from scocli.dataset import DataSet, Holding
from scocli.days import shifted, spoken
from scocli.errors import NotUnderstood
from scocli.facts.nouns import NOUNS
from scocli.names import find_country
from scocli.text import listed, quoted

_BREAKS_OFF = frozenset({"of", "the", "a", "an", "and", "or"})
"""Words with which no question ends."""
_AT_A_SUMMIT = frozenset({"ATTEND", "REPRESENT", "MISS", "CITY"})
"""Kinds that tell, of an organisation, that it is asked whether it came to a summit."""
_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i", "you", "this", "that"})
"""Words that stand for something named before, if right behind the verb in front."""
_OF_THEM = re.compile(
    r"\b(?:which|who|how many)(?: one)? of (them|(?:those|these)(?= (?:is|are|was|were|has|have|did|do|attended|came|joined|hosted)\b))"
)
"""What chooses from those that were named before."""
_NAMED = frozenset({"COUNTRY", "DEMONYM", "PERSON", "COUNTRYWORD", "UNKNOWN"})
"""Kinds that name what they stand for: 'Was it India that ...'."""
_TOLD: dict[str, tuple[str, ...]] = {
    "the future": (" What was announced is told by 'sco summits'.",),
    "a wish": (" Requests are among it.", "Which countries have applied to join the SCO?"),
}
"""What is told that comes near to what is refused, and how to ask for it."""
_MOST_NAMED = 5
"""Words that are not known, of which so many are named."""


_QUOTED = re.compile(r"(?<!\w)(['\"])(.+?)\1(?!\w)")
_LONGEST_PHRASE = 10
_BY_ROAD = ("travel", "fly", "flew")
"""Beginnings of words that are not so of who came by video."""
_THERE = ("go", "went", "came", "come")
"""The same, where a city is named and no meeting: 'Did Putin go to New Delhi?'."""
_IN_PLACE = frozenset({"PERSON", "IN", "BE", "VERB", "CITY", "SUMMIT"})
"""Kinds of phrases that say only that somebody was somewhere."""
_SESSION = "SCO Plus"
"""A session of a summit by the name of which the whole may be meant."""


def as_written(message: str, words: list[Word]) -> str:
    """A message with the words that it quotes as they were written: 'Erdoğan', not 'erdogan'."""
    spellings: dict[str, str] = {}
    for at in range(len(words)):
        for end in range(at + 1, min(at + _LONGEST_PHRASE, len(words)) + 1):
            run = words[at:end]
            spellings.setdefault(" ".join(w.folded for w in run), " ".join(w.written for w in run))
    return _QUOTED.sub(lambda found: quoted(spellings[found[2]]) if found[2] in spellings else found[0], message)


def see_that_it_is_whole(tokens: list[Token], options: tuple[str, ...]) -> None:
    """Refuse what breaks off, 'the members of', and what says 'it' or 'of them' of nobody that it names.

    :param options: what the answer is to be chosen from.
    :raises NotUnderstood: with the word behind which it does, or that stands for nobody.
    """
    kinds = {token.kind for token in tokens}
    last = tokens[-1] if tokens else None
    lists = [token.kind for token in tokens[-2:]] == ["COUNTRY", "AND"]
    is_open = last and (last.words in _BREAKS_OFF or (last.kind == "LIST" and last.words.endswith(" of")))
    if is_open and not lists:
        raise NotUnderstood(f"Not understood: the question breaks off after {tokens[-1].words!r}.")
    if tokens[:1] and tokens[0].words in ("i", "we") and {token.kind for token in tokens[1:2]} & {"AUX", "BE"}:
        raise NotUnderstood(f"Not answered: it tells what {tokens[0].words!r} did.")
    if "CATEGORY" in kinds and tokens[0].kind == "BE" and tokens[1].words in _PRONOUNS and kinds.isdisjoint(_NAMED):
        raise NotUnderstood(f"Not understood: what {tokens[1].words!r} stands for in it.")
    of_them = _OF_THEM.search(" ".join(token.words for token in tokens))
    if of_them and not options and tokens[-1].kind != "COUNTRY":
        raise NotUnderstood(f"Not understood: who is meant by {of_them[1]!r}.")


def see_that_it_can_be_answered(data: DataSet, tokens: list[Token], phrases: list[Token]) -> None:
    """Refuse what no data could answer, and what is not understood.

    :param tokens: the words in order, and what they stand for.
    :param phrases: what was made of them.
    :raises NotUnderstood: with the words that decided it.
    """
    kinds = {token.kind for token in tokens}
    if decides := next((token for token in tokens if token.kind in ("REFUSE", "FUTURE", "NEXT", "DUE")), None):
        what = decides.value or "the future"
        hint, *instead = _TOLD.get(str(what), ("",))
        if data.council != "heads-of-state":
            hint = hint.replace("sco summits", f"sco summits --body {data.council}")
        raise NotUnderstood(
            f"Not answered: it asks for {what} ({decides.words!r}); the data tell what was, with dates and sources.{hint}",
            instead=tuple(instead),
        )
    if "CONFLICTWORD" in kinds:
        of = next((f" {token.value}" for token in tokens if token.kind == "COUNTRY"), "")
        raise NotUnderstood(f"Not answered: what sources disagree about is listed by 'sco sources{of}'.")
    if "DECIDEWORD" in kinds and "UNKNOWN" not in kinds:
        raise NotUnderstood("Not answered: of what a meeting decided, the data hold only statuses and documents.")
    if "UNKNOWN" in kinds:
        unknown = dict.fromkeys(quoted(token.words) for token in tokens if token.kind == "UNKNOWN")
        raise NotUnderstood(f"Not understood: {listed([*unknown][:_MOST_NAMED])}.")
    if "COUNTRIES" in kinds:
        find_country(data, next(t.words for t in tokens if t.kind == "COUNTRIES"))  # raises, for it is several
    if "OTHERORGANISATION" in kinds:
        raise _other_organisation(data, phrases)


def see_that_all_came(data: DataSet, asked: str, tokens: list[Token], phrases: list[Token]) -> None:
    """Refuse what is asked of 'SCO Plus', but when and where, unless all delegations came to it, and who travelled where some did by video.

    :raises NotUnderstood: if they are not.
    """
    said, met = _SESSION.lower(), [data.meetings[id_] for phrase in phrases for id_ in named_by(data, phrase)]
    is_meant = any(t.words.startswith(said) for t in tokens) or (met and said in " ".join(t.words for t in tokens))
    named = {name for p in phrases if p.kind == "PERSON" and isinstance(p.value, tuple) for name in p.value}
    by_video = {v.delegation.leader for at in met for v in data.visits_at[at.id] if v.delegation.mode == "video"}
    is_there = any(
        p.kind == "CITY" or (isinstance(p.value, SummitPhrase) and p.value.cities and not p.value.noun) for p in phrases
    )
    by_road = (*_BY_ROAD, *_THERE) if is_there and named & by_video else _BY_ROAD
    travelled = next((t.words for t in tokens if t.kind == "ATTEND" and t.words.startswith(by_road)), None)
    if is_there and named & by_video and {p.kind for p in phrases} <= _IN_PLACE:
        travelled = next(t.words for t in tokens if t.kind == "CITY")
    if travelled and by_video and "INPERSON" not in {t.kind for t in tokens}:
        raise NotUnderstood(f"Not answered: it says {travelled!r}, and delegations came by video; ask who attended.")
    if asked in ("when", "where") or not is_meant:
        return
    came = [_SESSION in (visit.delegation.session or "") for at in met for visit in data.visits_at[at.id]]
    if not all(came or [False]) or any(absence.session for at in met for absence in at.absences):
        raise NotUnderstood(
            f"Not answered: not all came to {_SESSION}; what is recorded of it is told by 'sco summit {_summit(data, phrases)}'."
        )


def _other_organisation(data: DataSet, phrases: list[Token]) -> NotUnderstood:
    """Why a question about another organisation has no answer, and where those are that came to a summit."""
    kinds = [phrase.kind for phrase in phrases]
    at = kinds.index("OTHERORGANISATION")
    about = f"Not answered: it is about another organisation ({phrases[at].words!r})"
    if kinds[at + 1 : at + 2] == ["SUMMIT"] or _AT_A_SUMMIT.isdisjoint(kinds):
        return NotUnderstood(f"{about}; the data are about the SCO alone.")
    return NotUnderstood(
        f"{about}; those that came to a summit are listed by 'sco summit {_summit(data, phrases)} --show organizations'."
    )


def _summit(data: DataSet, phrases: list[Token]) -> str:
    """The one summit that is named, as a command names it; else the word for any."""
    ids = {summit for phrase in phrases for summit in named_by(data, phrase)}
    return ids.pop() if len(ids) == 1 else "SUMMIT"


def exists_at(data: DataSet, category: str, summit: str) -> bool:
    """Whether anybody could come to a summit in a capacity: guests always, others once there was the category."""
    if category == "guest":
        return True
    found, day = data.categories[category], data.capacity_days[summit]
    return found.introduced <= day and (found.retired is None or day < found.retired)


def no_such_capacity(data: DataSet, category: str, summit: str, country: str | None = None) -> NotUnderstood:
    """Why nobody came to a summit in a capacity that did not exist when it opened, and what can be asked."""
    found, at, nouns = data.categories[category], data.meetings[summit], NOUNS[category]
    if found.introduced > data.capacity_days[summit]:
        day = found.introduced
        how = f"was {'decided at that summit,' if day <= at.end else 'introduced'} on {spoken(day)}"
    else:
        day = shifted(found.retired or "", -1)
        how = f"was merged into {NOUNS[found.merged_into or ''].many} on {spoken(found.retired or '')}"
    who = f"In what capacity did {data.name(country)} attend" if country else "Who attended"
    return NotUnderstood(
        f"Not answered: nobody could come to {meeting_name(at)} as {nouns.one}: the category {how}.",
        instead=(f"{who} the {at.city} {at.start[:4]} summit?", f"Which countries were {nouns.many} on {day}?"),
    )


def held_no_longer(data: DataSet, holding: Holding) -> NotUnderstood:
    """Why it cannot be said how long a country has held a status that it does not hold, and what can be asked."""
    name, noun = data.name(holding.country), NOUNS[holding.period.category].one
    return NotUnderstood(
        f"Not answered: {name} is no longer {noun} (since {spoken(holding.until or '')}).",
        instead=(
            f"How long was {name} {noun}?",
            f"When did {name} become {noun}?",
            f"When did {name} cease to be {noun}?",
        ),
    )
