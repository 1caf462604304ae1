"""How often cities, years and people had to do with summits: roles of meetings that are no rows of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from scocli.answers import Column, Kind, Table
from scocli.councils import GATHERINGS
from scocli.dataset import DataSet, grouped
from scocli.facts.conditions import Facts, Often
from scocli.facts.conditions.base import attributes, meets
from scocli.facts.verdict import YES, verdict
from scocli.queries.base import Query
from scocli.queries.common import Draft, labels, time_between, yes_no
from scocli.queries.presence import is_led_by_somebody_unnamed
from scocli.queries.words import Country, Day, OnSummits, SummitId
from scocli.text import capitalized, listed

if TYPE_CHECKING:
    from scocli.models import Meeting

SOME = Often("at least", 1)
Role = Literal["city", "year", "chair", "leader"]
Show = Literal["list", "count", "any", "none", "most", "fewest"]
_ROLES: dict[Role, tuple[Kind, str, str]] = {
    "city": ("city", "City", "cities that had"),
    "year": ("date", "Year", "years that had"),
    "chair": ("people", "Chair", "people who chaired"),
    "leader": ("people", "Led by", "people who led delegations to"),
}
"""Of what kind the values of a role are, and what it is called: in a table, and of several before their summits."""


@dataclass(frozen=True, kw_only=True)
class Tally(Query):
    """Which cities, years, chairmen or leaders of delegations so many summits had: a question that no command asks.

    :ivar at: summits of which each must be theirs.
    :ivar of: countries whose delegations are meant; without any, all.
    :ivar often: how many they must be.
    """

    verb: ClassVar[None] = None
    role: Role
    from_: Day | None = None
    to: Day | None = None
    where: tuple[OnSummits, ...] = ()
    at: tuple[SummitId, ...] = ()
    of: tuple[Country, ...] = ()
    often: Often = SOME
    show: Show = "list"


def answer(data: DataSet, query: Tally, today: str) -> Draft:
    """Who or what they are, how many, whether there is any, or those of most or fewest."""
    kind, heading, _ = _ROLES[query.role]
    time = time_between(query.from_, query.to)
    met = [summit for summit in time.meetings(data) if meets(Facts(data, today), summit.id, query.where) is YES]
    found = _by_role(data, query, met)
    sizes = {name: len(summits) for name, summits in found.items()}
    names = [
        name
        for name, summits in found.items()
        if query.often.allows(sizes[name], sizes[name]) is YES and {*query.at} <= {summit.id for summit in summits}
    ]
    if query.show in ("most", "fewest"):
        size = (max if query.show == "most" else min)((sizes[name] for name in names), default=0)
        names = [name for name in names if sizes[name] == size]
    names = sorted(names) if kind == "people" else names
    shown = [f"{name} ({sizes[name]})" if query.show in ("most", "fewest") else name for name in names]
    what = f"{_what(data, query)}{attributes(Facts(data, today), query.where)}{time.words}"
    text = capitalized(f"{what} ({len(names)}): {listed(shown)}." if names else f"{what}: none.")
    draft = Draft(kind, names[0] if kind in ("city", "date") and len(names) == 1 else names, text)
    if query.show in ("any", "none"):
        found_any = verdict(bool(names) == (query.show == "any"))
        draft.kind, draft.value, draft.text = "yes-no", found_any.value, yes_no(found_any, text[0].lower() + text[1:-1])
    elif query.show == "count":
        draft.kind, draft.value = "number", len(names)
    summits = [summit for summit in met if any(summit in found[name] for name in names)]
    columns = (
        Column("name", heading),
        Column("times", "Times", "number"),
        Column("summits", GATHERINGS[data.council].many.capitalize()),
    )
    rows = tuple((name, sizes[name], labels(found[name]) or None) for name in names)
    draft.tables = (Table(what[0].upper() + what[1:], columns, rows),)
    if query.role == "leader":
        unnamed = [v for summit in summits or met for v in data.visits_at[summit.id] if is_led_by_somebody_unnamed(v)]
        draft.notes += (
            [f"Of {len(unnamed)} delegations the sources name no leader."] if unnamed and not query.of else []
        )
    return draft.cite(*(summit.sources for summit in summits or met))


def _what(data: DataSet, query: Tally) -> str:
    """What is asked of them: 'people who chaired the most summits', 'years that had no summit'."""
    one, many = GATHERINGS[data.council]
    of = f" of {listed([data.in_text(code) for code in query.of])}" if query.of else ""
    said = _ROLES[query.role][2].replace("delegations", f"delegations{of}")
    if query.at:
        which = [data.meetings[summit] for summit in query.at]
        return f"{said} {f'all of {labels(which)}' if len(which) <= _FEW else f'each of {len(which)} {many}'}"
    if query.show in ("most", "fewest"):
        return f"{said} the {query.show} {many} of the SCO"
    amount = f"{query.often.bound} {query.often.times} {many}"
    return (
        f"{said} {f'no {one}' if not query.often.times else f'a {one}' if query.often == SOME else amount} of the SCO"
    )


_FEW = 3
"""Meetings up to which a sentence names them."""


def _by_role(data: DataSet, query: Tally, met: "list[Meeting]") -> "dict[str, list[Meeting]]":
    """The meetings of each that fills the role, in order of time; years also without any."""
    found: dict[str, list[Meeting]] = {}
    if query.role == "year" and met:
        first, last = query.from_ or data.founded, min(query.to or data.through, data.through)
        found = {str(year): [] for year in range(int(first[:4]), int(last[:4]) + 1)}
    filled = ((name, summit) for summit in met for name in _fills(data, query, summit))
    return found | {name: list(summits) for name, summits in grouped(filled).items()}


def _fills(data: DataSet, query: Tally, summit: "Meeting") -> Iterator[str]:
    """Who or what fills a role of a meeting, each once."""
    if query.role == "leader":
        visits = (visit for visit in data.visits_at[summit.id] if not query.of or visit.country in query.of)
        yield from dict.fromkeys(data.person(v.delegation.leader) for v in visits if v.delegation.leader)
        return
    named = {"city": summit.city, "year": summit.start[:4], "chair": data.chair(summit)}[query.role]
    if named:
        yield named
