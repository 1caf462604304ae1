"""How a select, or what is asked of it, stands in a sentence: put together from the words of its conditions, and of nothing else."""

from collections.abc import Iterable
from dataclasses import replace

from scocli.councils import GATHERINGS, meeting_label
from scocli.days import spoken, spoken_range
from scocli.facts.conditions.base import Among, Condition, Facts, Not, attributes
from scocli.facts.conditions.statuses import Held, statement
from scocli.facts.conditions.visits import AtSummits, Often
from scocli.facts.nouns import of_sco
from scocli.facts.presence import subject_name
from scocli.facts.select import Has, Row, Select, Selection
from scocli.facts.time import ALWAYS
from scocli.facts.verdict import NO, NOT_RECORDED, YES, Verdict
from scocli.text import capitalized, listed

MOST_NAMED = 8
"""Of how many at most a sentence says one by one that something is not recorded."""


def title(facts: Facts, select: Select) -> str:
    """What is selected: 'member states on 3 July 2024 that hosted a summit', 'summits of the SCO hosted by China in 2018'."""
    if select.subjects == "summits":
        return f"{GATHERINGS[facts.data.council].many} of the SCO{_behind(facts, select)}"
    head, conditions = _head(facts, select)
    left_out = [
        condition.of for condition in conditions if isinstance(condition, Not) and isinstance(condition.of, Among)
    ]
    names = dict.fromkeys(subject_name(facts.data, subject) for among in left_out for subject in among.which)
    besides = f" other than {listed(list(names))}" if names else ""
    return f"{head}{besides}{attributes(facts, [c for c in conditions if getattr(c, 'of', None) not in left_out])}"


def _behind(facts: Facts, select: Select) -> str:
    """What meetings are, behind their noun; the time last, and alone where no meeting lies in it."""
    from scocli.facts.conditions.meetings import During

    *where, last = select.conditions or (During(ALWAYS),)
    time = last.time if isinstance(last, During) else ALWAYS
    where += [] if isinstance(last, During) else [last]
    return f"{attributes(facts, where) if time.meetings(facts.data) else ''}{time.words}"


def _head(facts: Facts, select: Select) -> tuple[str, tuple[Condition, ...]]:
    """What they are, and the conditions that this does not say: the first is a noun where it is a status on a day."""
    first, *rest = select.asked or (None,)
    if not isinstance(first, Held) or not first.is_on_a_day:
        return "countries", select.asked
    what = of_sco(first.categories) if first.categories else "countries with a status in the SCO"
    return f"{what}{first.moment(facts).words}", tuple(rest)


def names(selection: Selection, rows: Iterable[Row]) -> list[str]:
    """Countries by name in the order in which they are shown, each with what it counts by; or meetings in order of time."""
    data, select = selection.facts.data, selection.select
    if select.subjects == "summits":
        return [meeting_label(data.meetings[row.subject]) for row in rows]
    found = sorted(rows, key=lambda row: data.place(row.subject))
    return [data.in_text(row.subject) + _counts_by(select, row) for row in found]


def _counts_by(select: Select, row: Row) -> str:
    """' (17 June 2004)' where the first or the last are asked for, ' (5)' where it is asked how often."""
    if select.form in ("first", "last"):
        return f" ({spoken(row.fact.date or '')})"
    counted = select.counted
    shows_times = counted is not None and (select.form == "most" or counted.often not in (None, "every"))
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
    groups: dict[Verdict, list[str]] = {}
    for who in has.all_named:
        groups.setdefault(selection.among(who), []).append(subject_name(selection.facts.data, who))
    if len(groups) == 1:
        return ""
    if claimed(selection, has) != has.named:
        del groups[YES]
    said = [
        f"of {listed(who)} it is not recorded"
        if found is NOT_RECORDED
        else f"{listed(who)} {be(selection.select, len(who) > 1)}{' not' * (found is NO)}"
        for found, who in groups.items()
    ]
    return f"; {', '.join(said)}"


def claim(selection: Selection, has: Has) -> str:
    """What a verdict on :class:`~scocli.facts.select.Has` claims: that those named are, or are not, among the selected."""
    facts, form, found = selection.facts, selection.select.form, selection.has(has)
    match selection.select:
        case Select("summits", [Not(of=denied)], "list") if len(
            has.all_named
        ) == 1 and selection.facts.data.summits.keys() >= {*has.all_named}:
            # 'was not among those not hosted by China' would have to be read twice.
            return claim(Selection(facts, Select("summits", (denied,))), replace(has, denied=not has.denied))
    what = f"the {title(facts, selection.select)}"
    if selection.select.subjects == "summits" and form == "list" and 0 < len(selection.found) <= MOST_NAMED:
        what += f" ({listed(names(selection, selection.found))})"
    if form in ("first", "last", "most"):
        what = f"those that did it most often, of {what}" if form == "most" else f"the {form} of {what}"
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
        return f"{named} {are} among {what}"
    if len(groups) == 1 and len(groups[0]) > 1:
        none = listed([subject_name(facts.data, subject) for subject in groups[0]], "nor")
        return f"neither {none} {be(selection.select)} among {what}"
    return f"{named} {are} not{' all' * bool(is_in)} among {what}"


_CHOSEN = {
    "first": "{found} {be} the first of the {what}",
    "last": "{found} {be} the last of the {what}",
    "most": "of the {what}, {found} did so most often",
}
"""What is said of those that are chosen of all that were found."""


def sentence(selection: Selection) -> str:
    """The answer of a select in one sentence, whose number or verdict is its value."""
    facts, select = selection.facts, selection.select
    if select.has:
        return f"{selection.has(select.has).words}: {claim(selection, select.has)}{others(selection, select.has)}."
    if select.subjects == "summits":
        return _of_meetings(selection)
    what, open_ = title(facts, select), not_recorded(selection)
    tail = f" ({open_})" if open_ else ""
    found = names(selection, selection.found)
    if select.form == "any":
        exists = selection.exists
        if exists is YES:
            return f"Yes: {what} ({len(found)}): {listed(found)}{tail}."
        return f"No: no {what}." if exists is NO else f"Not recorded: whether there are any {what} is not known{tail}."
    start = capitalized(what)
    if found and select.form in _CHOSEN:
        said = _CHOSEN[select.form].format(what=what, be=be(select, len(found) > 1), found=listed(found))
        return capitalized(f"{said}{tail}.")
    if not found:
        return f"{start}: none{' on record' * bool(selection.unsettled)}{tail}."
    least = "at least " if select.form == "count" and selection.unsettled else ""
    return f"{start} ({least}{len(found)}): {listed(found)}{tail}."


def _of_meetings(selection: Selection) -> str:
    """'2 summits of the SCO hosted by Russia: Yekaterinburg 2009 and Ufa 2015.'; of many only the first and the last."""
    select, found, value = selection.select, selection.found, selection.value
    noun, which = GATHERINGS[selection.facts.data.council], _behind(selection.facts, select)
    known = names(selection, found)
    if found and select.form in ("first", "last"):
        met = selection.facts.data.meetings[found[0].subject]
        sure = "" if found[0].foremost is YES else " on record"
        day = f"{met.city or 'by video'}, {spoken_range(met.start, met.end)}"
        return f"{capitalized(select.form)} {noun.one} of the SCO{which}{sure}: {day}."
    if not found:
        said = f"no {noun.one} of the SCO{which}{'' if selection.exists is NO else ' is on record'}"
    elif len(found) > _MOST_MEETINGS and not which:
        met = selection.facts.data.meetings[found[-1].subject]
        place = f"{f'in {met.city}' if met.city else 'by video'} in {met.start[:4]}"
        said = f"the SCO has held {len(found)} {noun.many}, the last {place}"
    elif len(found) > _MOST_MEETINGS:
        said = f"{len(found)} {noun.many} of the SCO{which}, from {known[0]} to {known[-1]}"
    else:
        said = f"{len(found)} {noun.one if len(found) == 1 else noun.many} of the SCO{which}: {listed(known)}"
    if found and not isinstance(value, list) and not selection.counts_surely:
        said = f"at least {said}"
    return f"{value.words}: {said}." if isinstance(value, Verdict) else capitalized(f"{said}.")


_MOST_MEETINGS = 10
"""Meetings up to which a sentence names them; of more the table tells."""


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
        if selection.select.form == "most" or len(days) != 1:
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
            times = [
                f"{facts.data.in_text(code)} {replace(counted, often=Often('exactly', int(counted.tally(facts, code)[0]))).words(facts, one=True)}"
                for code in given
            ]
            return f"{verdict.words}: {listed(times)}."
    return None
