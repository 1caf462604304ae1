"""What is said of meetings, and of who came to them."""

from scocli.councils import council_of, host_of
from scocli.facts.conditions import ByWhom
from scocli.languages.said import Said, names_of
from scocli.queries.attendance import Attendance
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits


def summit(said: Said, query: SummitFacts) -> str | None:
    """One fact of a meeting of the heads of state."""
    if council_of(query.summit) != "heads-of-state" or query != SummitFacts(summit=query.summit, show=query.show):
        return None
    meeting, value = said.data.meetings[query.summit], said.found.value
    values: dict[str, object] = {"year": meeting.start[:4], "number": len(value) if isinstance(value, list) else value}
    countries = said.countries() if said.found.kind == "countries" else []
    if meeting.city is None and query.show in ("date", "city"):
        return None
    if said.found.kind == "people":
        values["people"] = said.words.listed([said.called(name) for name in names_of(value)])
    return said.say(
        f"summit {query.show}",
        countries,
        countries=said.words.listed(countries),
        days=said.words.days(meeting.start, meeting.end),
        city=said.called(meeting.city),
        in_city=said.in_city(meeting.city),
        country=said.data.name(host_of(meeting)),
        **values,
    )


def summits(said: Said, query: Summits) -> str | None:
    """All meetings, or those that a country hosted: which, or how many."""
    if query.body != "heads-of-state" or query.show not in ("list", "count"):
        return None
    if query == Summits(show="count"):
        return said.say("summits count", number=said.found.value)
    match query.where:
        case (ByWhom(verb="hosted", whom=(country,)),) if query == Summits(where=query.where, show=query.show):
            number = said.found.value if query.show == "count" else len(names_of(said.found.value))
            key = f"summits hosted {query.show if number else 'none'}"
            return said.say(key, countries=said.data.name(country), number=number, summits=_labels(said))
    if query.show == "list" and said.found.kind == "summits" and names_of(said.found.value):
        return said.say("summits list", number=len(names_of(said.found.value)), summits=_labels(said))
    return None


def _labels(said: Said) -> str:
    """The meetings that are the value, each by its city and year."""
    meetings = [said.data.meetings[name] for name in names_of(said.found.value)]
    return said.words.listed(
        [f"{said.called(met.city)} {met.start[:4]}" if met.city else met.start[:4] for met in meetings]
    )


def attendance(said: Said, query: Attendance) -> str | None:
    """Whether one came to one meeting, who led its delegation, at which it was."""
    one = query.subjects[0]
    is_country = not said.data.is_listed(one)
    subject = said.data.name(one) if is_country else said.called(one)
    alone = len(query.subjects) == 1 and not (query.capacity or query.led_by or query.mode or query.where or query.not_)
    if not alone or query.body != "heads-of-state":
        return None
    if query.show in ("list", "count") and not (query.at or query.from_ or query.to or query.all_):
        number = said.found.value if query.show == "count" else len(names_of(said.found.value))
        return said.say(
            f"attended {query.show if number else 'none'}", subject=subject, number=number, summits=_labels(said)
        )
    if len(query.at) != 1 or council_of(query.at[0]) != "heads-of-state":
        return None
    values = {"year": said.data.meetings[query.at[0]].start[:4], "subject": subject, "country": subject}
    if query.show == "people":
        people = [said.called(name) for name in names_of(said.found.value)]
        came = any("mode" in row for row in said.rows)
        key = "attended people" if people else "attended people none" if came else "attended people unrecorded"
        return said.say(key, people=said.words.listed(people), **values)
    if query.show == "any":
        key = {True: "yes", False: "no"}.get(said.found.value, "not-recorded")  # type: ignore[call-overload]
        return said.say(f"attended {key}", [subject] if is_country else [], **values)
    return None
