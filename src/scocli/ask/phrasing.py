"""Tokens -> phrases with a role, by the rules of days, numbers, meetings, events and of who and what."""

from scocli.ask.events import find_events
from scocli.ask.lexer import Token
from scocli.ask.occasions import their_own
from scocli.ask.quantities import QUANTITIES
from scocli.ask.rewriting import rewrite
from scocli.ask.roles import EXCEPTIONS, ROLES
from scocli.ask.summits import cities_of, find_summits
from scocli.ask.times import TIME
from scocli.ask.vocabulary import DROPPED, SOFT
from scocli.dataset import DataSet
from scocli.errors import NotUnderstood

_ASKS = frozenset({"WHO", "WHICH", "WHEN", "WHERE", "HOW", "HOWMANY", "HOWLONG", "SINCEWHEN", "UNTILWHEN", "LIST"})
"""Kinds of words that ask for more than yes or no."""
_ROLES = (*QUANTITIES, *ROLES)
_TITLES = (["OFFICE", "COUNTRY"], ["COUNTRY", "OFFICE"], ["DEMONYM", "OFFICE"])
"""What stands before a name and says whose it is."""


def _leading_auxiliary(tokens: list[Token]) -> int:
    """Where the verb is that asks for yes or no behind an exception in front: 'Apart from India, did ...'; or 0."""
    if not tokens or tokens[0].kind != "BESIDES" or any(token.kind in _ASKS for token in tokens):
        return 0
    return next((index for index, token in enumerate(tokens) if token.kind in ("AUX", "BE")), 0)


def _without_auxiliaries(tokens: list[Token]) -> list[Token]:
    """The tokens without 'is', 'did', 'have' ..., but for one in front, which asks for yes or no, or one at the end, which states."""
    verb = tokens[0].words.replace("'", "") if tokens and tokens[0].kind == "NOT" else ""
    if verb.endswith("nt"):  # 'Didn't Nepal join?' asks whether it did
        tokens = [Token("AUX", None, verb.removesuffix("nt")), *tokens[1:]]
    asks = _leading_auxiliary(tokens)
    if asks:
        tokens = [tokens[asks], *tokens[:asks], *tokens[asks + 1 :]]
    kept = [token for index, token in enumerate(tokens) if token.kind not in ("AUX", "BE") or index == 0]
    dropped = [token.words for token in tokens[1:] if token.kind in ("AUX", "BE")]
    return kept if not dropped else [*kept, Token("VERB", None, " ".join(dropped))]


def phrases_of(data: DataSet, tokens: list[Token]) -> list[Token]:
    """The tokens made phrases with a role."""
    said = [token for token in their_own(tokens) if token.kind != SOFT]
    tokens = rewrite([*said[:1], *(token for token in said[1:] if token.kind not in DROPPED)], EXCEPTIONS)
    tokens = rewrite(_without_auxiliaries(tokens), TIME)
    tokens = find_summits(tokens)
    tokens = find_events(data, tokens)
    _see_that_they_are_theirs(data, tokens)
    tokens = rewrite(tokens, _ROLES)
    tokens = _placed(data, tokens)
    return [t._replace(kind="COUNTRY") if t.kind == "DEMONYM" else t for t in tokens if t.kind not in DROPPED]


def _see_that_they_are_theirs(data: DataSet, tokens: list[Token]) -> None:
    """See that 'the president of Russia, Vladimir Putin' names somebody of that country. :raises NotUnderstood: if it is somebody of others alone."""
    for at, token in enumerate(tokens):
        kinds = [before.kind for before in tokens[max(at - 2, 0) : at]]
        is_titled = kinds in _TITLES or kinds[-1:] == ["DEMONYM"]
        if is_titled and token.kind == "PERSON" and isinstance(token.value, tuple):
            homes = {code for name in token.value for code in data.represented_countries.get(str(name), ())}
            country = next(before.value for before in tokens[at - 1 :: -1] if before.kind in ("COUNTRY", "DEMONYM"))
            if homes and country not in homes:
                raise NotUnderstood(f"Not answered: {token.value[0]} is not on record for {data.name(str(country))}.")


def _placed(data: DataSet, tokens: list[Token]) -> list[Token]:
    """The tokens without a country that only says where a city is: 'in Shanghai, China'."""
    lands = {body.city: body.country for body in data.bodies.values()}
    lands |= {summit.city: summit.country for summit in data.data.summits}
    return [
        token
        for before, token in zip([None, *tokens], tokens, strict=False)
        if not (before and token.kind == "COUNTRY" and token.value in [lands.get(city) for city in cities_of(before)])
    ]
