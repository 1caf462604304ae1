"""What can be said of countries: which words say it, what binds its roles, and the condition that it is.

To teach what else can be said, add a line to the table, with its maker.
"""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from scocli.ask.attendance import manner
from scocli.ask.changes import Make, became, left, names_those_who_hold, span, step
from scocli.ask.question import SHAPE, Question, Unbound
from scocli.ask.scope import named, the_one
from scocli.ask.times import Time
from scocli.facts.conditions import Among, Attended, Condition, Founder, Held, InTurn, Not, Office, Predecessor, Role
from scocli.facts.time import Time as Span

# ---- when


def day_of(clause: Question) -> str | None:
    """The day on which a status is asked for: named, told by a summit, or that of the founding; ``None`` for today.

    :raises Unbound: if it is no single day.
    """
    if clause.has("THEBEGINNING"):
        return clause.data.founded
    if not clause.names_meeting:
        return clause.day
    if not clause.subjects:
        if clause.asked == "how many" and "there" in clause.verbs:
            return clause.data.meetings[the_one(clause)].end
        raise Unbound  # those who came to it are meant
    return clause.data.capacity_days[the_one(clause)]


# ---- makers


def _held(clause: Question) -> Condition | tuple[Condition, ...]:
    """That a status is held on a day, or was at some time or throughout."""
    categories = clause.categories
    named = clause.optional("TIME")
    if (clause.has("EXIST") and clause.asked == "yes-no") or not (categories or clause.has("STATUSWORD", "ANY")):
        raise Unbound  # it may be the category that exists
    if "guest" in categories or (clause.has("CAPACITY") and clause.names_meeting):
        raise Unbound  # that is what they came as
    if len(categories) > 1:
        return _held_several(clause, categories)
    return _held_in(clause, categories, named)


def _held_in(clause: Question, categories: tuple[str, ...], named: Time | None) -> Condition:
    """The same of any of some statuses."""
    if (named and named.throughout) or clause.has("ALWAYS"):
        return Held(categories, "throughout", span(clause))
    if clause.has("EVER"):
        return Held(categories, "ever", span(clause))
    if named and named.relation == "from":
        return Held(categories, "throughout", Span(named.named.first, named.named.last))
    if named and named.relation == "since":
        return Held(categories, "throughout", Span(named.named.last))
    if named and named.relation == "until":
        raise Unbound  # it tells when it ended, not only that it was held before
    is_over = clause.is_perfect and not clause.has("TIME", "NOW", "STILL", "THEBEGINNING") and not clause.names_meeting
    if is_over or (named and named.is_range):
        return Held(categories, "ever", span(clause))
    if clause.has("NOW") and named:
        raise Unbound
    if clause.has("STATUSWORD") and clause.asked == "what":
        raise Unbound  # the status is asked for
    day = day_of(clause)
    return Held(categories, "on", Span(day, day) if day else None)


def _held_several(clause: Question, categories: tuple[str, ...]) -> Condition | tuple[Condition, ...]:
    """The same of several: nobody holds two at once, so 'and' lists those of each, or means that each was held once."""
    named = clause.optional("TIME")
    if clause.has("OR", "CAPACITY"):
        return _held_in(clause, categories, named)
    each = clause.has("BOTH") or not names_those_who_hold(clause)
    over_time = clause.is_perfect or clause.has("EVER") or (not named and bool(clause.verbs & {"was", "were"}))
    if each != over_time or clause.subjects:
        raise Unbound
    if not each:
        return _held_in(clause, categories, named)
    return tuple(Held((category,), "ever", span(clause)) for category in reversed(categories))


def _held_once(clause: Question) -> tuple[Condition, ...]:
    """That a status was held before, and, of 'former', is no longer."""
    former = tuple(clause.one("FORMER"))
    if clause.has("TIME") and any("start" in token.words or "beg" in token.words for token in clause.tokens):
        raise Unbound  # 'started out as observers in 2021' is what they became
    held = Held(former, "ever", span(clause))
    is_over = any(token.words.startswith(("former ", "ex ", "erstwhile ")) for token in clause.tokens)
    lapsed = tuple(c for c in former if is_over and not clause.data.categories[c].retired)
    return (held, Not(Held(lapsed))) if lapsed else (held,)


def _no_longer(clause: Question) -> Condition | tuple[Condition, ...]:
    """That a status is held no longer: of some countries, that they held it before and do not now; else that it was lost."""
    categories, day = clause.categories, clause.day
    if not categories:
        raise Unbound
    if not clause.subjects:
        return left(clause)
    until, on = (Span(None, day), Span(day, day)) if day else (None, None)
    return Held(categories, "ever", until), Not(Held(categories, "on", on))


def _in_turn(clause: Question) -> tuple[Condition, ...]:
    """That statuses were held one after another; of the first, if it is asked for how long."""
    turns = tuple(clause.one("INTURN"))
    measured = any(token.kind in ("LONGEST", "SHORTEST") for token in clause.phrases)
    if len({*turns}) < len(turns):
        raise Unbound  # 'What was the newest member before it joined?'
    return (InTurn(turns), Held(turns[:1], "ever")) if measured else (InTurn(turns),)


def _founder(clause: Question) -> Condition:
    """That it is a founder; that there were some is said of the day of the founding alone."""
    named = clause.optional("TIME")
    is_document = clause.has("FOUNDINGDOCUMENT") and not clause.has("SIGN")  # of which it is not asked who signed it
    if (named and clause.data.founded not in named.period) or clause.names_meeting or is_document:
        raise Unbound
    return Founder()


def _in_predecessor(clause: Question) -> Condition | tuple[Condition, ...]:
    """That it was in what the organisation grew from, in the year of its founding, if one is named."""
    named, before = clause.optional("TIME"), clause.data.data.organization.predecessor
    is_name = clause.asked in ("what", "name") and {token.kind for token in clause.phrases} <= _OF_A_NAME
    is_of_it = any(one.kind in _DONE_TO_IT and two.kind == "SHANGHAIFIVE" for one, two in pairwise(clause.phrases))
    if is_name or is_of_it or (named and before.founded not in named.period):
        raise Unbound
    if clause.categories not in ((), ("member",)):  # 'Were any of the Shanghai Five observers?': of the organisation
        return Predecessor(), _held_in(clause, clause.categories, named)
    return Not(Predecessor()) if clause.has("NOTCATEGORY") else Predecessor()


_DONE_TO_IT = frozenset({"CEASE", "JOIN", "APPLY"})
"""What can be done to it as to the organisation: who left it is not recorded."""
_OF_A_NAME = SHAPE | {"SHANGHAIFIVE", "TIME", "ORGANISATIONS", "FOUNDINGDOCUMENT"}
"""Kinds of words that ask what it is, and not who was in it."""


def _role(verb: str) -> Make:
    """A maker for the roles that countries had at summits."""

    def make(clause: Question) -> Condition:
        if clause.names_meeting or len(clause.subjects) == 1 or (verb == "chaired" and clause.asked == "who"):
            raise Unbound  # that is asked of the meeting
        if (verb == "chaired" and not clause.has("SUMMIT", "BOUNDS", "MOST", "FEWEST")) or clause.beside(
            "ALL", "SUMMIT"
        ):
            raise Unbound  # that may be the organisation, or each of them
        bound = clause.optional("BOUNDS")
        return Role(verb, time=span(clause), often=bound.often if bound else None)  # type: ignore[arg-type]

    return make


def _office(office: str) -> Make:
    """A maker for the offices that countries held, of countries that are told otherwise too; by itself it is asked who."""

    def make(clause: Question) -> Condition:
        kinds, bound = {token.kind for token in clause.phrases}, clause.optional("BOUNDS")
        is_over = kinds & {"EVER", "NEVER", "BOUNDS"} or (clause.verbs & _PERFECT and clause.has("HOLD", "SUPPLY"))
        is_beside = kinds & {"CATEGORY", "FOUNDERWORD", "GIVEN", "NEVER", "NOT", "BOUNDS"}
        is_person = clause.asked == "who" and office == "secretary-general" and not clause.has("SUPPLY")
        if is_person or not is_over or not (is_beside or (clause.has("SUPPLY") and clause.asked == "yes-no")):
            raise Unbound
        return Office(office, bound.often if bound else None)  # type: ignore[arg-type]

    return make


_PERFECT = frozenset({"has", "have", "had"})
"""Verbs of what has been so far."""


def _attended(clause: Question) -> tuple[Condition, ...]:
    """That they came to meetings, as what is said beside something else; by itself it is asked of the delegations."""
    if not any(token.kind in _BESIDE for token in clause.phrases):
        raise Unbound
    how, met = manner(clause, clause.values("CATEGORY")), named(clause)
    return tuple(Attended(summit, how) for summit in met) or (Attended(manner=how, time=span(clause)),)


_BESIDE = frozenset({"GIVEN", "BECOME", "JOIN", "CEASE", "APPLY", "SIGN", "MEMORANDUM", "PROCEDURE", "HOST", "CHAIR"})
"""Kinds of words that say something else of countries that came to meetings."""


# ---- the table

_TIME = "TIME THEBEGINNING EVER ALWAYS"
_AT = f"{_TIME} SUMMIT CITY"
_STATUS = "CATEGORY CAPACITY STATUSWORD"
_SAYINGS: tuple[tuple[str, str, Make], ...] = (
    ("CATEGORY CAPACITY", f"{_AT} NOW HOLD COMPRISE EXIST", _held),
    ("STATUSWORD", f"{_AT} NOW HOLD", _held),
    ("NOLONGER", "CATEGORY TIME BECOME", _no_longer),
    ("NOTCATEGORY", f"{_AT} NOW", lambda clause: Not(_held_in(clause, tuple(clause.one("NOTCATEGORY")), clause.optional("TIME")))),
    ("NOTNOW", "", lambda clause: Not(Held(tuple(clause.one("NOTNOW"))))),
    ("FORMER", _TIME, _held_once),
    ("NEVERCATEGORY", _TIME, lambda clause: Not(Held(tuple(clause.one("NEVERCATEGORY")), "ever", span(clause)))),
    ("INTURN", "HOLD EVER", _in_turn),
    ("FOUNDERWORD FOUND", "FOUNDERWORD FOUND TIME SUMMIT JOIN", _founder),
    ("FOUNDINGDOCUMENT", "SIGN TIME", _founder),
    ("SHANGHAIFIVE", "CATEGORY NOTCATEGORY FOUNDERWORD FOUND COMPRISE TIME SHANGHAIFIVE", _in_predecessor),
    ("NOTFOUNDERS", "", lambda _: Not(Founder())),
    ("BECOME JOIN NEW CHANGEWORD", f"{_AT} OVERTIME {_STATUS} FIRSTSTATUS FORMER BECOME JOIN NEW", became),
    ("CEASE", f"{_AT} {_STATUS} BELONG BECOME FROM", left),
    ("APPLY", f"{_AT} OVERTIME {_STATUS} JOIN BECOME", step("applied")),
    ("SIGN MEMORANDUM", f"{_AT} OVERTIME {_STATUS} JOIN SIGN MEMORANDUM", step("signed")),
    ("PROCEDURE", f"{_AT} {_STATUS} JOIN BECOME OPEN FOUND", step("opened")),
    ("HOST", f"{_TIME} SUMMIT BOUNDS MOST FEWEST", _role("hosted")),
    ("CHAIR", f"{_TIME} SUMMIT BOUNDS MOST FEWEST", _role("chaired")),
    ("CHAIRMANSHIP", "HOLD TAKEOVER EVER BOUNDS", _office("chairmanship")),
    ("SECRETARYGENERAL", "SUPPLY HOLD TAKEOVER EVER BOUNDS", _office("secretary-general")),
    ("ATTEND", f"{_AT} CATEGORY CAPACITY NOTCATEGORY GUEST LEVEL LEDBY VIDEO INPERSON", _attended),
    ("EXCLUDED", "", lambda clause: Not(Among(clause.one("EXCLUDED")))),
    ("GIVEN", "", lambda clause: Among(clause.one("GIVEN"))),
)  # fmt: skip
"""What says something of countries: the kinds that can be its head, those that bind its roles, and its maker."""


class Saying(NamedTuple):
    """A line of it, taken apart."""

    roles: frozenset[str]
    make: Make


@cache
def sayings() -> dict[str, Saying]:
    """The table by head."""
    return {head: Saying(frozenset(roles.split()), make) for heads, roles, make in _SAYINGS for head in heads.split()}
