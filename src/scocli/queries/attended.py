"""What is shown of the summits that a country or person attended or missed: for each ``--show`` its value and sentence."""

from collections.abc import Callable
from dataclasses import replace

from scocli.days import spoken_range
from scocli.facts.nouns import NOUNS
from scocli.facts.presence import Manner, leader_words
from scocli.facts.verdict import NO, NOT_RECORDED, YES
from scocli.queries.common import Draft, led_by, number
from scocli.queries.course import Course
from scocli.queries.presence import is_led_by_somebody_unnamed
from scocli.text import capitalized, listed, ordinal


def _list(c: Course) -> Draft:
    if c.attended and c.asked.at:
        text = f"{c.name} attended {c.names(c.attended)}{c.by_video}{c.how}"
    elif c.attended:
        text = f"{c.name} attended {c.count(c.attended, c.so)}{c.those(c.attended)}"
    elif not c.asked.at:
        text = f"no attendance of {c.name} at a {c.noun} of the SCO{c.so} is recorded"
    elif c.has_attended is NOT_RECORDED:
        text = f"not recorded: nothing is known of {c.name}{c.place}{c.how}"
    else:
        text = f"{c.name} did not attend {c.names(c.summits)}{c.how}{_by_another(c)}"
    return Draft("summits", [summit.id for summit in c.attended], capitalized(f"{text}."))


def _chosen(which: str, at: int) -> Callable[[Course], Draft]:
    """The first or the last that was attended."""

    def show(c: Course) -> Draft:
        if not c.attended:
            return _list(c)
        summit = c.attended[at]
        led = [f" ({led_by(visit.delegation)})" for visit in c.visits if visit.summit is summit]
        where = f"in {summit.city}" if summit.city else "by video"
        day = f"{where} on {spoken_range(summit.start, summit.end)}{''.join(led)}"
        so = f"{c.how} at {c.names(c.summits)}" if c.asked.at else c.so
        return Draft("summits", [summit.id], f"The {which} {c.noun} attended by {c.name}{so} was that {day}.")

    return show


def _date(which: str, at: int) -> Callable[[Course], Draft]:
    choose = _chosen(which, at)
    return lambda c: Draft("date", c.attended[at].start if c.attended else "none", choose(c).text)


def nth(c: Course, show: str, place: int) -> Draft:
    """The one that has a place in the order of those attended, or its first day; there must be so many."""
    make = _date if show.endswith("date") else _chosen
    return make(ordinal(place), place - 1)(c)


def _missed(c: Course) -> Draft:
    return Draft("summits", [summit.id for summit in c.missed], capitalized(f"{_known_missed(c)}."))


def _known_missed(c: Course) -> str:
    offices = listed([leader_words(office) for office in c.offices if office], "or")
    who = f"{offices} of {c.name}" if offices else c.name
    capacities = listed([NOUNS[capacity].one for capacity in c.asked.manner.capacities], "or")
    so = f" as {capacities}" * bool(capacities)
    if c.has_missed is NO:
        none = f"missed no {c.noun} of the SCO{c.which}{_came_to_all(c)}"
        missed = f"did not stay away from {c.names(c.summits)}{_by_another(c)}" if c.asked.at else none
    elif c.asked.at and (by := _by_another(c)) and not c.missed:
        missed = f"did not attend {c.names(c.summits)}{by}, but is not known to have stayed away"
    elif c.asked.at:
        known = "is" if c.missed else "is not"
        missed = f"{known} known to have stayed away from {c.names(c.missed or c.summits)}"
    elif not c.missed:
        missed = f"is not known to have missed a {c.noun} of the SCO{c.which}{_came_to_all(c)}"
    else:
        return f"{who} is known to have missed {c.count(c.missed, so + c.which)}{c.those(c.missed)}"
    return f"{who} {missed}{so}"


def _by_another(c: Course) -> str:
    """' (India was represented by Sushma Swaraj, Minister of External Affairs)': of a person who did not come to the one summit asked about."""
    if c.is_country or len(c.summits) != 1 or c.has_attended is not NO:
        return ""
    codes = c.data.in_order(c.data.represented_countries.get(c.subject, ()))
    sent = [v for code in codes for v in c.data.visits_to(c.summits[0], code) if v.delegation.leader]
    said = [f"{c.data.in_text(v.country)} was represented by {led_by(v.delegation)}" for v in sent]
    return f" ({'; '.join(said)})" if said else ""


def _came_to_all(c: Course) -> str:
    """', and came to all 14 from Bishkek 2013 to Bishkek 2026': of a person who came to each in between, in any way."""
    came = [] if c.is_country else c.reach
    if len(came) < 2 or any(c.attended_anyhow(summit) is not YES for summit in came):
        return ""
    return f", and came to all {len(came)} from {c.labels(came[:1])} to {c.labels(came[-1:])}"


def _people(c: Course) -> Draft:
    people = sorted({c.data.person(v.delegation.leader) for v in c.visits if v.delegation.leader})
    unnamed = [visit.summit for visit in c.visits if is_led_by_somebody_unnamed(visit)]
    said = "; ".join(c.grouped(lambda visit: "" if is_led_by_somebody_unnamed(visit) else led_by(visit.delegation)))
    manner = c.asked.manner
    how, whom = replace(manner, led_by=()).words(one=True, sent=True), listed([*map(leader_words, manner.led_by)], "or")
    by = how + (f" by {f'{whom}: ' if whom else ''}{said}" if said else "")  # 'by a minister: K. Natwar Singh, ...'
    if unnamed:
        by += "; the sources do not name who led its delegation"
        by += "" if len(c.asked.at) == 1 else f" to {c.labels(unnamed)}"
    if c.visits and c.asked.where:
        text = f"{c.place.strip()}, {c.name} was represented{by}"
    elif c.visits:
        text = f"{c.name} was represented{c.place}{c.by_video}{by}"
    else:
        text = f"nobody is recorded to have represented {c.name}{c.place}{c.how}"
    return Draft("people", people, capitalized(f"{text}."))


def _country(c: Course) -> Draft:
    codes = sorted({visit.country for visit in c.visits})
    said = listed([c.data.in_text(code) for code in c.data.in_order(codes)]) or "no country on record"
    return Draft("countries", codes, f"{c.name} represented {said}{c.place}.")


def _capacity(c: Course) -> Draft:
    capacities = list(dict.fromkeys(visit.capacity for visit in c.visits))
    said = listed(c.grouped(lambda visit: NOUNS[visit.capacity].one))
    if said:
        to = c.place.replace(" at ", " to ", 1)
        value = capacities[0] if len(capacities) == 1 else capacities
        return Draft("status", value, capitalized(f"{c.name} came{to} as {said}."))
    if c.has_attended is NO:
        return Draft("status", "none", _list(c).text)
    return Draft("status", NOT_RECORDED.value, f"Not recorded: nothing is known of {c.name}{c.place}.")


def _any(c: Course) -> Draft:
    """Whether a summit was attended; the text is what is true, whichever is asked."""
    found = c.has_attended
    if found is NOT_RECORDED:
        claim = f"no attendance of {c.name} at a {c.noun}{c.so} is recorded, nor that there was none"
        claim = _untold(c) or (f"nothing is known of {c.name}{c.place}{c.how}" if c.asked.at else claim)
    elif instead := found is NO and _instead(c):
        claim = instead
    else:
        many = f"{len(c.attended)} {c.nouns}" if len(c.attended) > 1 else f"a {c.noun}"
        what = f"{c.names(c.attended or c.summits)}{c.by_video}{c.how}" if c.asked.at else f"{many}{c.so}"
        did = "attended" if found is YES else "did not attend"
        claim = f"{c.name} {did} {what}{_beside(c) or _by_another(c)}"
    return Draft("yes-no", found.value, claim)


def _instead(c: Course) -> str:
    """Who led a country's delegation to the summits that are named, where it was not who is asked about."""
    is_about_leader = c.asked.at and c.is_country and c.asked.manner == Manner(led_by=c.asked.manner.led_by)
    led = [led_by(visit.delegation) + c.at(visit.summit) for visit in c.all_visits if visit.delegation.leader]
    if not is_about_leader or not led or len(led) < len(c.all_visits):
        return ""
    return f"{c.name} was represented{c.place} by {listed(led)}"


def _all(c: Course) -> Draft:
    """Whether every summit was attended; the text is what is true, whichever is asked."""
    found = c.has_attended_all
    every = f"{c.names(c.summits)}{c.how}" if c.asked.at else f"every {c.noun}{c.so}"
    not_so = [summit for summit, came in c.course if came is found]
    if found is NOT_RECORDED:
        at = c.labels(not_so) + c.how if not_so else f"a {c.noun}{c.so}"
        claim = _untold(c) or f"nothing is known of {c.name} at {at}"
    elif found is YES:
        claim = f"{c.name} attended {every}{c.by_video}{_beside(c)}"
    else:
        exceptions = f": not {c.labels(not_so)}" if len(c.course) > 1 else ""
        claim = f"{c.name} did not attend {every}{exceptions}"
    return Draft("yes-no", found.value, claim)


def _untold(c: Course) -> str | None:
    """What is known of a country of whose delegation it is not known how it was led; nothing if there is no such delegation."""
    untold = [v.summit for v in c.unnamed if c.asked.manner.fits(c.data, v) is NOT_RECORDED] if c.is_country else []
    return f"{c.name} attended {c.labels(untold)}, but whether{c.how} is not told" if untold else None


def _beside(c: Course) -> str:
    """What stands beside 'attended', in brackets: who led the delegation, or which summits they were."""
    if not c.asked.at:
        return c.in_brackets(c.attended)
    led = c.grouped(lambda visit: led_by(visit.delegation))
    its = "its delegation was" if len(c.visits) == 1 else "its delegations were"
    return f" ({its} led by {'; '.join(led)})" if led and c.is_country else ""


SHOWN: dict[str, Callable[[Course], Draft]] = {
    "list": _list,
    "count": number(_list),
    "first": _chosen("first", 0),
    "last": _chosen("last", -1),
    "first-date": _date("first", 0),
    "last-date": _date("last", -1),
    "missed": _missed,
    "missed-count": number(_missed),
    "people": _people,
    "country": _country,
    "capacity": _capacity,
    "any": _any,
    "all": _all,
    "missed-any": lambda c: Draft("yes-no", c.has_missed.value, _known_missed(c)),
}
"""By what ``--show`` says; of 'any', 'all' and 'missed-any' the text is the claim alone, whichever is asked."""
