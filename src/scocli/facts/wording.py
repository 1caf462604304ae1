"""How a select stands in a sentence: put together from the words of its conditions, and of nothing else."""

from collections.abc import Iterable

from scocli.facts.conditions.base import Condition, Facts, joined
from scocli.facts.conditions.statuses import Held, nouns
from scocli.facts.select import Has, Select, Selection
from scocli.facts.verdict import NO, NOT_RECORDED, YES, Verdict
from scocli.text import listed

MOST_NAMED = 8
"""How many of whom something is not recorded are named; of more, only the number is told."""


def title(facts: Facts, select: Select) -> str:
    """What is selected: 'member states on 3 July 2024 that hosted a summit', 'countries that became observers in 2005'."""
    head, conditions = _head(facts, select)
    return f"{head}{attributes(facts, conditions)}"


def attributes(facts: Facts, conditions: Iterable[Condition]) -> str:
    """What conditions say of those who meet them, behind their noun: ' that founded the SCO', ' hosted by China'."""
    said = joined(condition.attribute(facts) for condition in conditions)
    return f" {said}" if said else ""


def _head(facts: Facts, select: Select) -> tuple[str, tuple[Condition, ...]]:
    """What they are, and the conditions that this does not say: the first is a noun where it is a status on a day."""
    first, *rest = select.asked or (None,)
    if not isinstance(first, Held) or first.how != "on":
        return ("countries" if select.subjects == "countries" else "summits of the SCO"), select.asked
    what = nouns(first.categories) if first.categories else "countries with a status"
    what = what if "SCO" in what else f"{what} of the SCO"
    return f"{what} {first.day_words(facts)}", tuple(rest)


def subject_name(facts: Facts, subject: str) -> str:
    """A country or a meeting, as in a sentence."""
    summit = facts.data.summits.get(subject)
    return f"the {summit.city} summit of {summit.start[:4]}" if summit else facts.data.in_text(subject)


def _names(facts: Facts, subjects: list[str]) -> list[str]:
    """Countries by name in the order in which they are shown, meetings in order of time."""
    if any(subject in facts.data.summits for subject in subjects):
        return [subject_name(facts, subject) for subject in subjects]
    return [subject_name(facts, subject) for subject in facts.data.in_order(subjects)]


def not_recorded(selection: Selection) -> str:
    """Of whom it is not recorded whether they meet the conditions; empty where it is known of all."""
    facts = selection.facts
    names = _names(facts, [row.subject for row in selection.unsettled])
    of = listed(names) if len(names) <= MOST_NAMED else f"{len(names)} others"
    said = [f"not recorded of {of}"] if names else []
    if selection.there_may_be_more:
        said.append("of summits after the last day of the data nothing is known")
    return "; ".join(said)


def claim(facts: Facts, select: Select, has: Has, found: Verdict) -> str:
    """What a verdict on :class:`~scocli.facts.select.Has` claims: that those named are, or are not, among the selected."""
    groups = [listed([subject_name(facts, subject) for subject in group], "or") for group in has.named]
    names, one = listed(groups), len(has.all_named) == 1
    what = f"the {title(facts, select)}"
    if select.form in ("first", "last", "most"):
        what = f"those that did it most often, of {what}" if select.form == "most" else f"the {select.form} of {what}"
    be = "is" if one or (len(groups) == 1 and len(has.named[0]) > 1) else "are"
    if found is NOT_RECORDED:
        return f"whether {names} {be} among {what} is not known"
    denies = (found is YES) == has.denied
    if has.only:
        return f"{names} {be}{' not' * (found is NO)} the only {'one' if one else 'ones'} of {what}"
    every = " all" if found is NO and len(groups) > 1 and not has.denied else ""
    return f"{names} {be}{' not' * denies}{every} among {what}"


def sentence(selection: Selection) -> str:
    """A select's answer in one sentence, whose number or verdict is its value."""
    facts, select = selection.facts, selection.select
    what, unknown = title(facts, select), not_recorded(selection)
    tail = f" ({unknown})" if unknown else ""
    if select.has:
        found = selection.has(select.has)
        return f"{VERDICT_WORDS[found]}: {claim(facts, select, select.has, found)}."
    if select.form == "any":
        found = selection.exists
        are = {YES: "there are", NO: "there are no", NOT_RECORDED: "whether there are any"}[found]
        end = " is not known" if found is NOT_RECORDED else ""
        return f"{VERDICT_WORDS[found]}: {are} {what}{end}{tail}."
    if select.form == "count":
        least = "" if selection.counts_surely else "At least "
        return f"{least}{len(selection.found)} {what}{tail}."
    which = {"first": "First of the ", "last": "Last of the ", "most": "Most often, of the "}.get(select.form, "")
    names = _names(facts, [row.subject for row in selection.found])
    start = f"{which}{what}" if which else what[:1].upper() + what[1:]
    return (
        f"{start} ({len(names)}): {listed(names)}{tail}."
        if names
        else f"{start}: none{' on record' * bool(unknown)}{tail}."
    )


VERDICT_WORDS = {YES: "Yes", NO: "No", NOT_RECORDED: "Not recorded"}
