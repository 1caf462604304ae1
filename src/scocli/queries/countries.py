"""Countries that meet conditions."""

from collections.abc import Container
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar

from scocli.answers import Cell, Column, Table
from scocli.dataset import DataSet
from scocli.days import Period, spoken
from scocli.facts.nouns import NOUNS
from scocli.queries.base import DelegationQuery, GoesWith, argument, from_option, on_option, option, to_option
from scocli.queries.common import (
    CODE,
    COUNTRY,
    NOT_RECORDED,
    Draft,
    Moment,
    before_founding,
    beyond_data,
    changes_within,
    denied,
    dispute_notes,
    disputed_categories,
    labels,
    moment,
    period_between,
    reach_note,
    sentence,
    summits_in,
    yes_no,
)
from scocli.queries.countries_words import title
from scocli.queries.presence import coverage_gap, meets, unnamed_leaders
from scocli.queries.selection import Found, Selection
from scocli.text import capitalized, listed

DECIDED = ("gained", "lost", "procedure", "memorandum")
SHOWN = ("list", "count", "any", "first", "last", "most")
EVENTS = ("held", "ever", "throughout", "gained", "lost", "applied", "procedure", "memorandum")


@dataclass(frozen=True, kw_only=True)
class Countries(DelegationQuery):
    """Countries in a category, or by category, on a day; or those that meet all of the conditions given.

    A category that no longer exists on the day lists those who held it last, and says into what it was merged.
    """

    verb: ClassVar[str] = "list"
    category: tuple[str, ...] = argument(
        "category", "members, observers, dialogue-partners or partners; several for 'or'.", required=False
    )
    on: str | None = on_option()
    event: str = option("--event", "Status", "choice", "Who holds it on the day, ever held it, held it throughout the period, gained or lost it, asked for it, had the procedure for it opened or signed the memorandum of it, in the period.", "held", EVENTS)  # fmt: skip
    first: str | None = from_option()
    last: str | None = to_option()
    at: str | None = option("--at", "Status", "summit", "With --event gained or lost: decided at this summit.")
    city: str | None = option("--signed-in", "Status", "city", "With --event memorandum: signed in this city.")
    formerly: tuple[str, ...] = option(
        "--formerly", "Status", "category", "Held this category before; repeat for 'or'.", ()
    )
    never: tuple[str, ...] = option(
        "--never-held", "Status", "category", "Never held this category up to the day; repeat for more.", ()
    )
    founders: bool = option("--founders", "Countries", "flag", "Only founders.", False)
    no_founders: bool = option("--not-founders", "Countries", "flag", "No founders.", False)
    hosted: bool = option("--hosted", "Summits", "flag", "Hosted a summit in the period.", False)
    never_hosted: bool = option("--never-hosted", "Summits", "flag", "Hosted no summit in the period.", False)
    chaired: bool = option("--chaired", "Summits", "flag", "Chaired a summit in the period.", False)
    never_chaired: bool = option("--never-chaired", "Summits", "flag", "Chaired no summit in the period.", False)
    attended: str | None = option("--attended", "Summits", "choice", "Attended any, all or none of the summits in the period.", None, ("any", "all", "none"))  # fmt: skip
    attended_at: tuple[str, ...] = option(
        "--attended-at", "Summits", "summit", "Attended this summit; repeat for 'and'.", ()
    )
    missed_at: tuple[str, ...] = option(
        "--absent-from", "Summits", "summit", "Known to have been absent from this summit; repeat.", ()
    )
    was: tuple[str, ...] = option(
        "--was", "Status", "category", "Held this category on another day (--was-on); repeat for 'or'.", ()
    )
    was_on: str | None = option("--was-on", "Status", "day", "The day, month or year (its last day) of --was.")
    besides: tuple[str, ...] = option(
        "--besides", "Countries", "country", "Leave this country out; repeat for more.", ()
    )
    has: tuple[str, ...] = option(
        "--has", "Question", "country", "Ask whether this country is among them; repeat for more.", ()
    )
    negated: bool = option("--not", "Question", "flag", "With --has: ask whether it is not among them.", False)
    either: bool = option(
        "--either", "Question", "flag", "With --has: ask whether one of several is, not whether all are.", False
    )
    only: bool = option("--only", "Question", "flag", "With --has: ask whether it is the only one.", False)
    at_least: str | None = option(
        "--at-least", "Summits", "number", "With --hosted, --chaired or --attended any: so many times or more."
    )
    at_most: str | None = option(
        "--at-most", "Summits", "number", "With --hosted, --chaired or --attended any: so many times or fewer."
    )
    show: str = option("--show", "Question", "choice", "The countries, their number, whether there are any, those whose date is first or last, or those that hosted, chaired or attended most often.", "list", SHOWN)  # fmt: skip

    goes_with: ClassVar[tuple[GoesWith, ...]] = (
        GoesWith(
            ("capacity", "level", "mode", "office"),
            "--attended or --attended-at",
            lambda q: q.attended or q.attended_at,
        ),
        GoesWith(("on",), "--event held or ever", lambda q: q.event in ("held", "ever")),
        GoesWith(
            ("first", "last"),
            "--event other than held, or --hosted, --chaired or --attended",
            lambda q: q.event != "held" or q.asks_of_summits,
        ),
        GoesWith(("at",), "--event gained, lost, procedure or memorandum", lambda q: q.event in DECIDED),
        GoesWith(("city",), "--event memorandum", lambda q: q.event == "memorandum"),
        GoesWith(("was",), "--was-on", lambda q: q.was_on),
        GoesWith(("was_on",), "--was", lambda q: q.was),
        GoesWith(
            ("at_least", "at_most"), "one of --hosted, --chaired and '--attended any'", lambda q: q.can_be_counted
        ),
        GoesWith(("negated", "only", "either"), "--has", lambda q: q.has),
        GoesWith(("has",), "--show list, first or last", lambda q: q.show in ("list", "first", "last")),
        GoesWith(("either",), "neither --not nor --only", lambda q: not (q.negated or q.only)),
        GoesWith(("only",), "no --not", lambda q: not q.negated),
        GoesWith(("founders",), "no --not-founders", lambda q: not q.no_founders),
        GoesWith(("hosted",), "no --never-hosted", lambda q: not q.never_hosted),
        GoesWith(("chaired",), "no --never-chaired", lambda q: not q.never_chaired),
        GoesWith(
            ("show",),
            "what is counted or dated: one of --hosted, --chaired and '--attended any' for most; a category or --event for first and last",
            lambda q: q.can_be_shown,
        ),
    )

    @property
    def asks_of_summits(self) -> bool:
        """Whether it asks about the summits of the period."""
        return bool(self.hosted or self.never_hosted or self.chaired or self.never_chaired or self.attended)

    @property
    def can_be_counted(self) -> bool:
        """Whether it asks for one thing that can be done several times."""
        return (self.hosted, self.chaired, self.attended == "any").count(True) == 1

    @property
    def can_be_shown(self) -> bool:
        """Whether there are dates or counts for what is to be shown."""
        if self.show == "most":
            return self.can_be_counted
        return self.show not in ("first", "last") or bool(self.category) or self.event != "held"

    @cached_property
    def is_plain(self) -> bool:
        """Whether no condition is set, so that all who hold a status are meant."""
        return (
            replace(self, on=None, show="list", has=(), only=False, negated=False, either=False, besides=())
            == Countries()
        )

    @property
    def is_counted(self) -> bool:
        """Whether it asks how often something was done."""
        return self.at_least is not None or self.at_most is not None


_BY_STATUS = (
    COUNTRY,
    CODE,
    Column("status", "Status", "category"),
    Column("since", "Since", "date"),
    Column("detail", "Detail"),
)
_BY_EVENT = (
    COUNTRY,
    CODE,
    Column("category", "Category", "category"),
    Column("date", "Date", "date"),
    Column("detail", "Detail"),
)
_COUNTED = (Column("times", "Times", "number"), Column("summits", "Summits"))


def answer(data: DataSet, query: Countries, today: str) -> Draft:
    """The countries, how many, whether there are any, or whether the ones asked about are among them."""
    when, period = moment(data, query.on, today), period_between(query.first, query.last)
    dated = query.event == "held" and bool(query.category or query.is_plain)
    retired = _retired(data, query, when) if query.event == "held" else None
    selection = Selection(data, query, period, when)
    found = selection.found()
    codes = sorted(found)
    draft = Draft("countries", codes, "", on=when.asked if dated else None)
    names = [data.in_text(code) for code in data.in_order(codes)]
    if query.is_counted or query.show == "most":
        names = [f"{data.in_text(code)} ({selection.times(code)})" for code in data.in_order(codes)]
    if query.show in ("first", "last"):
        names = [f"{data.in_text(code)} ({spoken(found[code].date or '')})" for code in data.in_order(codes)]
    asked = title(data, query, period, when)
    draft.text = capitalized(sentence(asked, names))
    if query.show == "count":
        draft.kind, draft.value = "number", len(codes)
    elif query.show == "any":
        draft.kind = "yes-no"
        draft.value = denied(data, period, yes=bool(codes)) if codes or not selection.unsettled() else NOT_RECORDED
        none = f"of the {asked} none is recorded" if draft.value == NOT_RECORDED else f"no {asked}"
        draft.text = yes_no(draft.value, sentence(asked, names)[:-1] if codes else none)
    elif query.has:
        _has(data, query, codes, selection, draft, sentence(asked, names)[:-1])
    elif query.is_plain:
        groups: dict[str, list[str]] = {
            c.id: [x for x in codes if found[x].category == c.id] for c in data.data.categories
        }
        draft.value, draft.text = groups, _by_category_text(data, when, groups)
    rows = [
        found[code]
        for code in sorted(
            codes, key=lambda code: (_rank(found[code].category), found[code].date or "", data.place(code))
        )
    ]
    if query.has:
        rows = [row for row in rows if row.code in query.has] or rows
    draft.tables = (_table(selection, rows),)
    draft.cite(*(row.sources for row in rows))
    _cite_summits(data, query, draft, found, period)
    draft.notes += _notes(data, codes, when) if dated else beyond_data(data, period)
    if retired:
        _say_retired(data, query, draft, retired)
    if dated:
        draft.text = before_founding(data, when) or draft.text
        disputed_categories(
            data, draft, [row.category for row in rows] + [retired and data.categories[retired].merged_into]
        )
    return draft if draft.cited else draft.cite(data.data.organization.sources)


def _rank(category: str | None) -> int:
    return list(NOUNS).index(category or "guest")


def _table(selection: Selection, found: list[Found]) -> Table:
    """Countries with what makes them count; where something can be done several times, with how often and where."""
    data, query = selection.data, selection.query
    columns: tuple[Column, ...] = _BY_STATUS if query.event == "held" else _BY_EVENT
    rows: list[tuple[Cell, ...]] = [
        (data.name(item.code), item.code, item.category, item.date, item.detail) for item in found
    ]
    if query.can_be_counted:
        counted = [selection.counted(item.code) for item in found]
        columns = (*columns, *_COUNTED)
        rows = [
            (*row, len(summits), labels(data.summits[summit] for summit in summits))
            for row, summits in zip(rows, counted, strict=True)
        ]
    return Table("Countries", columns, tuple(rows))


def _by_category_text(data: DataSet, when: Moment, value: dict[str, list[str]]) -> str:
    groups = [
        sentence(NOUNS[category].many, [data.in_text(code) for code in data.in_order(codes)])[:-1]
        for category, codes in value.items()
        if codes
    ]
    return f"The SCO {when.words}: {'; '.join(groups)}."


def _notes(data: DataSet, codes: list[str], when: Moment) -> list[str]:
    return changes_within(data, codes, when) + reach_note(data, when)


def _cite_summits(data: DataSet, query: Countries, draft: Draft, codes: Container[str], period: Period) -> None:
    """The sources and the gaps of conditions on attendance, hosting and chairing."""
    wanted = [*query.attended_at, *query.missed_at]
    inside = summits_in(data, period)
    if query.attended:
        wanted = [summit.id for summit in inside]
    for summit in wanted:
        for visit in data.visits_at[summit]:
            if len(wanted) < 3 and visit.delegation.country in codes:
                draft.cite(visit.delegation.sources)
        for absence in data.summits[summit].absences:
            if absence.country in codes:
                draft.cite(absence.sources)
        draft.cite(data.summits[summit].sources)
        unsettled = [visit for visit in data.visits_at[summit] if meets(data, query, visit) is None]
        draft.notes += unnamed_leaders(data, unsettled) + coverage_gap(data.summits[summit])
    if query.hosted or query.never_hosted or query.chaired or query.never_chaired:
        draft.cite(*(summit.sources[:1] for summit in inside))


def _has(data: DataSet, query: Countries, codes: list[str], selection: Selection, draft: Draft, whole: str) -> None:
    """Whether the countries asked about are among those found, or are the only ones.

    :param whole: those found, in words.
    """
    among = [code for code in query.has if code in codes]
    missing = set(query.has) - set(among)
    value = _is_among(query, codes, missing, selection)
    named = among if query.either and among else query.has
    be = "is" if len(named) == 1 else "are"
    if query.only:
        claim = f"{be}{'' if value else ' not'} the only {'one' if len(named) == 1 else 'ones'} of the"
    else:
        claim = f"{be}{'' if len(among) == len(named) else ' not all' if among else ' not'} among the"
    said = f"{listed([data.in_text(code) for code in named])} {claim} {whole}"
    if value == NOT_RECORDED:
        names = listed([data.in_text(code) for code in query.has if code in missing] or ["others"])
        said = f"nothing of the kind is recorded of {names}; recorded are the {whole}"
    draft.kind, draft.value, draft.text = "yes-no", value, yes_no(value, said)
    draft.notes += dispute_notes(data, *query.has)


def _is_among(query: Countries, codes: list[str], missing: set[str], selection: Selection) -> bool | str:
    """The verdict: not recorded where it hangs on countries of which nothing says."""
    some = len(missing) < len(query.has)
    unsettled = selection.unsettled() if missing or query.only else set()
    may_be_all, may_be_some = missing <= unsettled, not missing.isdisjoint(unsettled)
    if query.only:
        value, doubtful = set(query.has) == set(codes), bool(unsettled)
        return NOT_RECORDED if value and doubtful else value
    if query.negated:
        return some is False and (NOT_RECORDED if may_be_some else True)
    value, doubtful = (some, may_be_some) if query.either else (not missing, may_be_all)
    # That a request, a procedure or a memorandum is not recorded does not mean that there was none.
    unknown = query.event in ("applied", "memorandum", "procedure")
    return value or (NOT_RECORDED if doubtful or unknown else False)


def _retired(data: DataSet, query: Countries, when: Moment) -> str | None:
    """The category asked for, if it no longer exists on the day."""
    if len(query.category) != 1:
        return None
    category = data.categories[query.category[0]]
    return category.id if category.retired is not None and category.retired <= when.day else None


def _say_retired(data: DataSet, query: Countries, draft: Draft, retired: str) -> None:
    """Into what a category was merged, and, where nothing else is asked, who held it last, in a table of its own."""
    category = data.categories[retired]
    ended = category.retired or ""
    nouns, into = NOUNS[retired].many, NOUNS[category.merged_into or ""].many
    draft.text += f" The category was merged into {into} on {spoken(ended)}"
    draft.cite(category.sources)
    if replace(query, category=()).is_plain:
        last = [h for held in data.holdings.values() for h in held if h.period.category == retired and h.until == ended]
        last.sort(key=lambda h: data.place(h.country))
        draft.text += f"; the last {nouns} were {listed([data.in_text(h.country) for h in last])}."
        rows = tuple(
            (data.name(h.country), h.country, retired, h.period.since, f"held last, until {ended}") for h in last
        )
        draft.tables = (
            *(table for table in draft.tables if table.rows),
            Table(f"Last {nouns}, until {spoken(ended)}", _BY_STATUS, rows),
        )
        draft.cite(*(h.period.sources for h in last))
    else:
        draft.text += f": for the {nouns} there were, name a day before."
