"""Questions near to one that is not understood, made of the things that were recognised in it."""

from collections.abc import Iterable
from itertools import islice

from scocli.ask.lexer import Token
from scocli.ask.summits import SummitPhrase, named_by
from scocli.ask.times import Time
from scocli.ask.vocabulary import WORDS
from scocli.dataset import DataSet
from scocli.errors import NotUnderstood
from scocli.facts.nouns import NOUNS

NEARBY = tuple(
    (kinds, question)
    for line in (WORDS / "nearby.txt").read_text("utf-8").splitlines()
    for kinds, is_row, question in (line.partition(" = "),)
    if is_row
)
"""Questions that are answered, by the kinds of things that they need; the more of what was recognised, the nearer."""
ALWAYS = ("Who is in the SCO?", "What was the latest summit?", "What is the SCO?")
"""Questions that are answered whatever was recognised."""
_MOST = 3
_OF_COUNTRIES = frozenset({"COUNTRY", "DEMONYM", "INCOUNTRY", "OFFICEHOLDER", "EXCLUDED", "NOTHOSTEDBY", "NOTCHAIREDBY"})  # fmt: skip
_OF_CATEGORIES = frozenset({"CATEGORY", "CAPACITY", "FORMER", "NOTCATEGORY", "NEVERCATEGORY"})
"""Kinds of phrases whose value is a country or category, or begins with one."""
_NEEDED = sorted(((frozenset(kinds.split()), question) for kinds, question in NEARBY), key=lambda item: -len(item[0]))
"""The same with the kinds taken apart, those that need most of them first."""


def with_way_out(data: DataSet, problem: NotUnderstood, tokens: Iterable[Token]) -> NotUnderstood:
    """A refusal with what can be asked instead."""
    near = nearby(data, tokens, () if problem.near else ALWAYS)
    instead = tuple(islice(dict.fromkeys((*problem.instead, *near)), _MOST))
    return NotUnderstood(str(problem), problem.near, instead)


def nearby(data: DataSet, tokens: Iterable[Token], always: tuple[str, ...] = ALWAYS) -> tuple[str, ...]:
    """Three questions that would be answered, the nearest first."""
    things = _things(data, tokens)
    words = {name: word for named in things.values() for name, word in named.items()}
    fitting = (question.format(**words) for kinds, question in _NEEDED if kinds <= things.keys())
    return tuple(islice(dict.fromkeys((*fitting, *always)), _MOST))


def _things(data: DataSet, tokens: Iterable[Token]) -> dict[str, dict[str, str]]:
    """What the things recognised are called in a question, by kind; of each kind the first."""
    found: dict[str, dict[str, str]] = {}
    before = ""
    for token in tokens:
        before, elsewhere = token.kind, before == "OTHERORGANISATION" and token.kind == "SUMMIT"
        if elsewhere:
            continue  # 'the CIS summit' is none of the SCO's
        for kind, words in _called(data, token).items():
            found.setdefault(kind, words)
    return found


def _called(data: DataSet, token: Token) -> dict[str, dict[str, str]]:
    """What a token is called in a question, by each kind of thing that it is."""
    value = token.value
    first = str(value[0] if isinstance(value, tuple) and value else value)
    if token.kind in _OF_COUNTRIES:
        return {"COUNTRY": {"country": data.name(first)}}
    if token.kind == "PERSON":
        return _person(data, first)
    if token.kind in _OF_CATEGORIES and first in data.categories:
        nouns = NOUNS[first]
        return {"CATEGORY": {"category": nouns.one, "categories": nouns.many}}
    if token.kind == "TOPIC" and first in data.bodies:
        return {f"TOPIC:{first}": {}, "THEBODY": {"body": data.bodies[first].name.partition(" (")[0]}}
    if token.kind in ("SUMMIT", "CITY"):
        if ids := named_by(data, token):
            summit = data.summits[ids[-1]]
            return {"SUMMIT": {"summit": f"{summit.city} {summit.start[:4]}"}}
        return {"SUMMITS": {}} if isinstance(value, SummitPhrase) else {}
    if token.kind == "TIME" and isinstance(value, Time):
        period = value.named
        dated = data.founded[:4] <= period.last[:4] <= data.through[:4]
        return {"DATE": {"day": min(period.last, data.through), "year": period.last[:4]}} if dated else {}
    return {token.kind: {}, f"{token.kind}:{value}": {}} if token.kind != "CATEGORY" else {}


def _person(data: DataSet, name: str) -> dict[str, dict[str, str]]:
    """What somebody can be asked about: as who led delegations, chaired summits, or was Secretary-General."""
    chairs = {data.chair(summit) for summit in data.summits.values()}
    secretaries = {holder.name for holder in data.data.organization.secretaries_general}
    roles = {
        "LEADER": name in data.visits_of or name in data.represented_organizations,
        "CHAIRMAN": name in chairs,
        "SECRETARY": name in secretaries,
    }
    return {role: {role.lower(): name} for role, holds in roles.items() if holds}
