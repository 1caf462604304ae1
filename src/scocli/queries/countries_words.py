"""What a query for countries asks, in words."""

from typing import TYPE_CHECKING

from scocli.dataset import DataSet
from scocli.days import Period, spoken
from scocli.facts.nouns import NOUNS
from scocli.queries.common import Moment, in_words, manner, moment, summit_name, times
from scocli.text import listed

if TYPE_CHECKING:
    from scocli.queries.countries import Countries


def _conditions(data: DataSet, query: "Countries", period: Period) -> list[str]:
    """The conditions in words."""
    time, often = in_words(period), _often(query)
    said = []
    if query.founders:
        said.append("that founded the SCO")
    if query.no_founders:
        said.append("that are not founders")
    for flag, words in (
        (query.hosted, f"that hosted a summit{often}"),
        (query.never_hosted, "that hosted no summit"),
        (query.chaired, f"that chaired a summit{often}"),
        (query.never_chaired, "that chaired no summit"),
    ):
        if flag:
            said.append(words + time)
    if query.formerly:
        said.append("that were " + listed([NOUNS[category].many for category in query.formerly], "or") + " before")
    if query.was:
        day = moment(data, query.was_on, data.through).words
        said.append(f"that were {listed([NOUNS[category].many for category in query.was], 'or')} {day}")
    if query.never:
        said.append("that were never " + listed([NOUNS[category].many for category in query.never], "or"))
    if query.attended:
        which = {"any": "a summit", "none": "no summit", "all": "every summit"}[query.attended]
        said.append(f"that are recorded at {which}{manner(query, sent='with delegations ')}{often}{time}")
    if query.attended_at:
        said.append(
            "that came to "
            + listed([summit_name(data.summits[s]) for s in query.attended_at])
            + manner(query, sent="with delegations ")
        )
    if query.missed_at:
        said.append(
            "that are known to have been absent from " + listed([summit_name(data.summits[s]) for s in query.missed_at])
        )
    if query.besides:
        said.append(f"besides {listed([data.in_text(code) for code in query.besides])}")
    return said


def _often(query: "Countries") -> str:
    """How often it is asked to have been done: ' at least twice', ' exactly once'."""
    if query.at_least is not None and query.at_least == query.at_most:
        return f" exactly {times(int(query.at_least))}"
    bounds = (("at least", query.at_least), ("at most", query.at_most))
    said = [f"{which} {times(int(number))}" for which, number in bounds if number is not None]
    return f" {listed(said)}" if said else ""


_DID = {
    "gained": "that became {what}",
    "lost": "that ceased to be {what}",
    "applied": "that asked to become {what}",
    "procedure": "for which the procedure of becoming {what} was opened",
    "memorandum": "that signed a memorandum on the status of {what}",
}


def title(data: DataSet, query: "Countries", period: Period, when: Moment) -> str:
    """What is listed, in words, as inside a sentence."""
    nouns = listed([NOUNS[category].many for category in query.category], "or")
    if query.event == "held":
        start = nouns or ("countries with a status" if query.is_plain else "countries")
        start = f"{start}{'' if 'SCO' in start else ' of the SCO'}" if nouns or query.is_plain else start
        conditions = _conditions(data, query, period)
        time = f" {when.words}" if nouns or query.is_plain else ""
        text = f"{start}{time}" + _joined(conditions)
    else:
        what = nouns or "holders of a status"
        decided = f" at {summit_name(data.summits[query.at])}" if query.at else ""
        place = f" in {query.city}" if query.city else ""
        if query.event == "throughout":
            text = f"countries that were {what} throughout{in_words(period)}"
        elif query.event == "ever":
            time = in_words(period) or (f" up to {spoken(when.day)}" if query.on else "")
            text = f"countries that {'were' if when.is_past else 'have been'} {what} at any time{time}"
        else:
            text = f"countries {_DID[query.event].format(what=what)}{place}{decided}{in_words(period)}"
        text += _joined(_conditions(data, query, Period()), also=True)
    if query.show in ("first", "last"):
        text = f"{query.show} of the {text}"
    if query.show == "most":
        text = f"most often, of the {text}"
    return text


def _joined(conditions: list[str], *, also: bool = False) -> str:
    """Conditions one after another: ' that hosted a summit and were observers before'."""
    text = ""
    for condition in conditions:
        follows = (also or text) and condition.startswith("that ")
        text += f" and {condition.removeprefix('that ')}" if follows else f" {condition}"
    return text
