"""How a select, or what is asked of it, stands in a sentence: put together from the words of its conditions, and of nothing else."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from scocli.councils import GATHERINGS, meeting_label
from scocli.dataset import grouped
from scocli.days import spoken, spoken_range
from scocli.facts.conditions.base import Among, Not, attributes
from scocli.facts.conditions.statuses import Change, statement
from scocli.facts.conditions.steps import Step
from scocli.facts.conditions.visits import AtSummits, Often
from scocli.facts.nouns import MOST_NAMED, NOUNS, numbers
from scocli.facts.presence import subject_name
from scocli.facts.select import Has, Row, Select, Selection
from scocli.facts.titles import _behind, _other_than, _parts, status_of, time_of, title
from scocli.facts.verdict import NO, NOT_RECORDED, YES, Verdict
from scocli.text import capitalized, listed


def _told(selection: Selection) -> str:
    """Who meets the conditions, or how many if that is asked or they are many: 'India and Pakistan became member states in 2017'.

    Where nobody meets what is denied, the conditions are only named: 'no country hosted no summit' would have to be read twice.
    """
    facts, select = selection.facts, selection.select
    found = names(selection, selection.found)
    head, left_out, conditions = _parts(facts, select)
    number = len(found)
    least = "at least " if select.form == "count" and selection.unsettled else ""
    those = f": {listed(found)}" if 0 < number <= MOST_NAMED and select.form != "count" else ""
    status = status_of(select)
    if not (found or select.form == "any") and any(isinstance(condition, Not) for condition in conditions):
        return f"{title(facts, select)}: none{' on record' * bool(selection.unsettled)}"
    if not conditions and not (status and status.categories):
        left_out, conditions = left_out * bool(status), (status,) if status else select.asked
        status = None
    if status and not conditions:
        when = status.moment(facts)
        called = [NOUNS[category].bare if number == 1 else NOUNS[category].many for category in status.categories]
        has = "had" if when.is_past else "has"
        held = Counter(row.fact.category or "" for row in selection.found)
        many = f"{number or 'no'} {listed(called)}"
        if len(called) > 1 and not least:
            none = [f"no {NOUNS[category].many}" for category in status.categories if category not in held]
            is_summed = select.form == "count" and len(held) > 1
            many, those = listed([*numbers(held), *none]), f", {number} in all" * is_summed or those
        return f"the SCO {has} {least}{many}{_other_than(left_out)}{when.words}{those}"
    one = number == 1 or not (number or status or conditions[1:])
    each = listed([condition.words(facts, one=True) for condition in conditions])
    said = (each if one else attributes(facts, conditions).strip()).removeprefix("that ")
    of = f"of the {head}{f' ({_other_than(left_out).strip()})' if left_out else ''}, " if status else ""
    said += f", besides {left_out}" if left_out and not status else ""
    if not found:
        nobody = ("none" if of else "no country" if one else "no countries") + " on record" * bool(selection.unsettled)
        return f"{of}{nobody} {said}"
    if those and select.form == "list":
        return f"{of}{listed(found)} {said}"
    countries = "" if of else " country" if one else " countries"
    return f"{of}{least}{number}{countries} {said}{those}"


def names(selection: Selection, rows: Iterable[Row]) -> list[str]:
    """Countries by name in the order in which they are shown, each with what it counts by; or meetings in order of time."""
    data, select = selection.facts.data, selection.select
    if select.subjects == "summits":
        return [meeting_label(data.meetings[row.subject]) for row in rows]
    found = sorted(rows, key=lambda row: data.place(row.subject))
    said = [data.in_text(row.subject) for row in found]
    days = [spoken(row.fact.date or "") for row in found] if select.form in ("first", "last") else []
    if len(found) > 1 and len({*days}) == 1:
        return [*said[:-1], f"{said[-1]} ({'both' if len(found) == 2 else 'all'} on {days[0]})"]
    counts = [f" ({day})" for day in days] or [_counts_by(select, row) for row in found]
    return [f"{name}{count}" for name, count in zip(said, counts, strict=True)]


def _counts_by(select: Select, row: Row) -> str:
    """' (5)' where it is asked how often."""
    counted = select.counted
    if select.form in _RANKED:
        return f" ({row.times}{' days' * (counted is None)})"
    shows_times = counted is not None and getattr(counted.often, "bound", "every") in ("at least", "at most")
    return f" ({row.times})" if shows_times else ""


def not_recorded(selection: Selection) -> str:
    """Of which countries it is not recorded whether they meet the conditions; empty where it is known of all, or of too many to name."""
    data = selection.facts.data
    who = [data.in_text(code) for code in data.in_order(row.subject for row in selection.unsettled)]
    return f"not recorded of {listed(who)}" if 0 < len(who) <= MOST_NAMED else ""


def claimed(selection: Selection, has: Has) -> tuple[tuple[str, ...], ...]:
    """Of each group those that a verdict names: who is among the selected, where it claims that somebody is; else all."""
    if has.only or selection.has(has) is not (NO if has.denied else YES):
        return has.named
    return tuple(tuple(who for who in group if selection.among(who) is YES) for group in has.named)


def be(select: Select, many: bool = False) -> str:
    """What is said of one or many that are named: 'is' of a country, 'were' of meetings."""
    one, several = ("is", "are") if select.subjects == "countries" else ("was", "were")
    return several if many else one


def others(selection: Selection, has: Has) -> str:
    """What a verdict leaves open of those named, where they differ: '; India is, France is not'."""
    names = ((selection.among(who), subject_name(selection.facts.data, who)) for who in has.all_named)
    groups = grouped(names)
    if len(groups) == 1:
        return ""
    if claimed(selection, has) != has.named:
        del groups[YES]
    said = []
    for found, who in groups.items():
        is_so = f"{listed(who)} {be(selection.select, len(who) > 1)}{' not' * (found is NO)}"
        said.append(f"of {listed(who)} it is not recorded" if found is NOT_RECORDED else is_so)
    return f"; {', '.join(said)}"


def claim(selection: Selection, has: Has) -> str:
    """What a verdict on :class:`~scocli.facts.select.Has` claims: that those named are, or are not, among the selected."""
    facts, form, found = selection.facts, selection.select.form, selection.has(has)
    match selection.select:
        case Select("summits", [Not(of=denied)], "list") if (
            has.all_named[1:] == () and has.all_named[0] in facts.data.summits
        ):
            # 'was not among those not hosted by China' would have to be read twice.
            return claim(Selection(facts, Select("summits", (denied,))), replace(has, denied=not has.denied))
    what = f"the {title(facts, selection.select)}"
    if selection.select.subjects == "summits" and form == "list" and 0 < len(selection.found) <= MOST_NAMED:
        what += f" ({listed(names(selection, selection.found))})"
    if form in ("first", "last"):
        what = f"the {form} of {what}"
    elif form in _RANKED:
        what = f"those that did it {_rank(selection.select)}, of {what}"
    is_in = [subject for subject in has.all_named if selection.among(subject) is YES]
    groups = claimed(selection, has)
    claims = found is (NO if has.denied else YES) and not has.only
    said = [listed([subject_name(facts.data, subject) for subject in group], "or") for group in groups if group]
    named, many = listed(said), len(said) > 1
    are = be(selection.select, many)
    if found is NOT_RECORDED:
        return f"whether {named} {are} among {what} is not known"
    if has.only:
        return f"{named} {are}{' not' * (found is NO)} the only {'ones' if many else 'one'} of {what}"
    if claims:
        is_deed = any(isinstance(one, Change | Step) for one in selection.select.conditions)
        dates = [row.fact.date for row in selection.found if is_deed and row.subject in is_in]
        days = dict.fromkeys(spoken(date) for date in dates if date)
        return f"{named} {are} among {what}{f' ({listed([*days])})' if len(days) == 1 else ''}"
    if len(groups) == 1 and len(groups[0]) > 1:
        none = listed([subject_name(facts.data, subject) for subject in groups[0]], "nor")
        return f"neither {none} {be(selection.select)} among {what}"
    return f"{named} {are} not{' all' * bool(is_in)} among {what}"


_CHOSEN = {
    "first": "{found} {be} the first of the {what}",
    "last": "{found} {be} the last of the {what}",
    "most": "of the {what}, {found} {did} {rank}",
    "fewest": "of the {what}, {found} {did} {rank}",
}
"""What is said of those that are chosen of all that were found."""
_RANKED = {"most": ("most often", "longest"), "fewest": ("least often", "for the shortest time")}


def _rank(select: Select) -> str:
    return _RANKED[select.form][select.counted is None]


def sentence(selection: Selection) -> str:
    """The answer of a select in one sentence, whose number or verdict is its value."""
    facts, select = selection.facts, selection.select
    if select.has:
        return f"{selection.has(select.has).words}: {claim(selection, select.has)}{others(selection, select.has)}."
    if select.subjects == "summits":
        return _of_meetings(selection)
    what, open_ = title(facts, select), not_recorded(selection)
    tail = f" ({open_})" if open_ else ""
    if select.form == "any" and selection.exists is NOT_RECORDED:
        return f"Not recorded: whether there are any {what} is not known{tail}."
    found = names(selection, selection.found)
    is_one = len(found) == 1
    if select.form == "any":
        said = f"{selection.exists.words}: {_told(selection)}"
    elif found and select.form in _CHOSEN:
        did = "did so" if select.counted else "held that status"
        if left_out := [condition for condition in select.asked if condition not in select.required]:
            did = left_out[0].words(facts, one=is_one)
        what, be_ = title(facts, replace(select, conditions=select.required)), "was" if is_one else "were"
        rank = _rank(select) if select.form in _RANKED else ""
        said = _CHOSEN[select.form].format(what=what, be=be_, found=listed(found), did=did, rank=rank)
    else:
        said = _told(selection)
    return capitalized(f"{said}{tail}.")


def _of_meetings(selection: Selection) -> str:
    """'There were 2 summits of the SCO hosted by Russia in 2020: ...'; of many only the first and the last."""
    select, found, value = selection.select, selection.found, selection.value
    noun, which = GATHERINGS[selection.facts.data.council], f"of the SCO{_behind(selection.facts, select)}"
    known, is_one = names(selection, found), len(found) == 1
    met = selection.facts.data.meetings[found[-1].subject] if found else None
    where = f"in {met.city}" if met and met.city else "by video"
    if met and select.form in ("first", "last"):
        sure = "" if found[0].foremost is YES else " on record"
        return f"The {select.form} {noun.one} {which}{sure} was held {where} on {spoken_range(met.start, met.end)}."
    if met and which == "of the SCO" and len(found) > MOST_NAMED:
        said = f"the SCO has held {len(found)} {noun.many}, the last {where} in {met.start[:4]}"
    elif not met and selection.exists is not NO:
        said = f"no {noun.one} {which} is on record"
    else:
        been = ("was" if is_one else "were") if time_of(select).last else f"{'has' if is_one else 'have'} been"
        least = "" if isinstance(value, list) or selection.counts_surely else "at least "
        those = f", from {known[0]} to {known[-1]}" if len(found) > MOST_NAMED else f": {listed(known)}"
        those = those * bool(met and (len(found) > MOST_NAMED or select.form != "count"))
        said = f"there {been} {least}{len(found) or 'no'} {noun.one if is_one else noun.many} {which}{those}"
    return f"{value.words}: {said}." if isinstance(value, Verdict) else capitalized(f"{said}.")


def of_given(selection: Selection) -> str | None:
    """Who of some that are given it is: 'Nepal is not a member state of the SCO ...'; ``None`` where none are given."""
    match selection.select.asked:
        case [Among(which=given), asked, *more] if not isinstance(getattr(asked, "of", None), Among):
            conditions, facts = (asked, *more), selection.facts
        case _:
            return None
    open_ = not_recorded(selection)
    found = facts.data.in_order(row.subject for row in selection.found)
    if selection.select.form != "list":
        days = {spoken(row.fact.date or "") for row in selection.found}
        if selection.select.form in _RANKED or len(days) != 1:
            return None
        be = "were" if len(found) > 1 else "was"
        said = f"{listed([facts.data.in_text(code) for code in found])} {be} {selection.select.form} ({days.pop()})"
    elif found:
        said = statement(facts, found, conditions)
    elif more or open_:
        said = f"none of {listed([facts.data.in_text(code) for code in given])}{' on record' * bool(open_)}"
    else:
        said = f"none: {statement(facts, given, conditions, denied=True)}"
    return f"{capitalized(said)}{f' ({open_})' if open_ else ''}."


def compared(selection: Selection) -> str | None:
    """How often each of some that are given did what is counted: who did it most often is asked; ``None`` of anything else."""
    match selection.select.form, selection.select.asked, selection.value:
        case "most", [Among(which=given), AtSummits() as counted], Verdict() as verdict:
            facts = selection.facts
            did = {code: Often("exactly", int(counted.tally(facts, code)[0])) for code in given}
            said = {code: replace(counted, often=often).words(facts, one=True) for code, often in did.items()}
            times = [f"{facts.data.in_text(code)} {words}" for code, words in said.items()]
            return f"{verdict.words}: {listed(times)}."
    return None
