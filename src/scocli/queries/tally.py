"""How often cities, years and people had to do with summits: roles of meetings that are no rows of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scocli.answers import Column, Kind, Table
from scocli.councils import GATHERINGS
from scocli.dataset import DataSet, grouped
from scocli.facts.conditions import Facts, Often
from scocli.facts.conditions.base import attributes, meets
from scocli.facts.nouns import MOST_NAMED
from scocli.facts.presence import Manner
from scocli.facts.verdict import YES, verdict
from scocli.queries.base import Query
from scocli.queries.common import Draft, labels, plural, time_between, yes_no
from scocli.queries.presence import is_led_by_somebody_unnamed
from scocli.queries.words import Country, Day, Leader, OnSummits, SummitId
from scocli.records import Meeting
from scocli.text import capitalized, listed

SOME = Often("at least", 1)
Role = Literal["city", "year", "chair", "leader"]
Show = Literal["list", "count", "any", "none", "most", "fewest"]
_ROLES: dict[Role, tuple[Kind, str, str, str]] = {
    "city": ("city", "City", "cities", "had"),
    "year": ("date", "Year", "years", "had"),
    "chair": ("people", "Chair", "people", "chaired"),
    "leader": ("people", "Led by", "people", "led delegations to"),
}
"""Of what kind the values of a role are, what one is called in a table and several in a sentence, and what they did."""


@dataclass(frozen=True, kw_only=True)
class Tally(Query, verb=None):
    """Which cities, years, chairmen or leaders of delegations so many summits had: a question that no command asks.

    :ivar at: summits of which each must be theirs; of ``not_at`` none.
    :ivar of: countries whose delegations are meant; without any, all; of ``led_by`` only those that were led so.
    :ivar often: how many they must be.
    """

    role: Role
    from_: Day | None = None
    to: Day | None = None
    where: tuple[OnSummits, ...] = ()
    at: tuple[SummitId, ...] = ()
    not_at: tuple[SummitId, ...] = ()
    of: tuple[Country, ...] = ()
    led_by: tuple[Leader, ...] = ()
    often: Often = SOME
    show: Show = "list"


def answer(data: DataSet, query: Tally, today: str) -> Draft:
    """Who or what they are, how many, whether there is any, or those of most or fewest."""
    kind, heading, nouns, _ = _ROLES[query.role]
    facts, time, ranks = Facts(data, today), time_between(query.from_, query.to), query.show in ("most", "fewest")
    met = [summit for summit in time.meetings(data) if meets(facts, summit.id, query.where) is YES]
    found = {
        name: summits
        for name, summits in _by_role(data, query, met).items()
        if query.often.allows(len(summits), len(summits)) is YES
        and {*query.at} <= (ids := {summit.id for summit in summits})
        and ids.isdisjoint(query.not_at)
    }
    if ranks and found:
        size = (max if query.show == "most" else min)(map(len, found.values()))
        found = {name: summits for name, summits in found.items() if len(summits) == size}
    names = sorted(found) if kind == "people" else [*found]
    what = f"{_what(data, query)}{attributes(facts, query.where)}{time.words}"
    shown = [f"{name} ({len(found[name])})" if ranks else name for name in names]
    are_named = 0 < len(names) <= MOST_NAMED and query.show != "count"
    claim = f"{listed(shown) if are_named else plural(len(names), nouns, nouns)} {what}"
    draft = Draft(kind, names[0] if kind in ("city", "date") and len(names) == 1 else names, f"{capitalized(claim)}.")
    if query.show in ("any", "none"):
        holds = verdict(bool(names) == (query.show == "any"))
        draft.kind, draft.value, draft.text = "yes-no", holds.value, yes_no(holds, claim)
    elif query.show == "count":
        draft.kind, draft.value = "number", len(names)
    heads = (heading, "Times", GATHERINGS[data.council].many.capitalize())
    columns = tuple(Column(head.lower(), head, "number" if head == "Times" else "text") for head in heads)
    rows = tuple((name, len(found[name]), labels(found[name]) or None) for name in names)
    draft.tables = (Table(capitalized(nouns), columns, rows),)
    unnamed = [v for summit in met for v in data.visits_at[summit.id] if is_led_by_somebody_unnamed(v)]
    if unnamed and query.role == "leader" and not query.of:
        draft.notes.append(f"Of {len(unnamed)} delegations the sources name no leader.")
    return draft.cite(*(summit.sources for summit in met))


def _what(data: DataSet, query: Tally) -> str:
    """What is asked of them: 'chaired the most summits of the SCO', 'had no summit of the SCO'."""
    one, many = GATHERINGS[data.council]
    of, often = listed([data.in_text(code) for code in query.of]), query.often
    said = _ROLES[query.role][3].replace("delegations", f"delegations of {of}" if of else "delegations")
    if query.at:
        at, not_at = (labels(map(data.meetings.__getitem__, which)) for which in (query.at, query.not_at))
        at = f"{'all of ' * (len(query.at) > 1)}{at}" if len(query.at) <= _FEW else f"each of {len(query.at)} {many}"
        return f"{said} {at}{f' and not to {not_at}' if not_at else ''}"
    if query.show in ("most", "fewest"):
        return f"{said} the {query.show} {many} of the SCO"
    amount = f"{often.bound} {often.times} {many}" if often != SOME else f"a {one}"
    return f"{said} {amount if often.times else f'no {one}'} of the SCO"


_FEW = 3
"""Meetings up to which a sentence names them."""


def _by_role(data: DataSet, query: Tally, met: list[Meeting]) -> dict[str, list[Meeting]]:
    """The meetings of each that fills the role, in order of time; years also without any."""
    found: dict[str, list[Meeting]] = {}
    if query.role == "year" and met:
        first, last = query.from_ or data.founded, min(query.to or data.through, data.through)
        found = {str(year): [] for year in range(int(first[:4]), int(last[:4]) + 1)}
    filled = ((name, summit) for summit in met for name in _fills(data, query, summit))
    return found | {name: list(summits) for name, summits in grouped(filled).items()}


def _fills(data: DataSet, query: Tally, summit: Meeting) -> Iterator[str]:
    """Who or what fills a role of a meeting, each once."""
    if query.role == "leader":
        so = Manner(led_by=query.led_by)
        those = (visit for visit in data.visits_at[summit.id] if visit.country in query.of or not query.of)
        visits = [visit for visit in those if so.fits(data, visit) is YES]
        yield from dict.fromkeys(data.person(v.delegation.leader) for v in visits if v.delegation.leader)
        return
    named = {"city": summit.city, "year": summit.start[:4], "chair": data.chair(summit)}[query.role]
    if named:
        yield named
