"""Queries about the organisation: its founding, its offices, its bodies, and what its categories mean."""

from typing import Any

from scocli.ask.meaning import Meaning, Unanswerable
from scocli.queries.about import About
from scocli.queries.base import Query


def _category_fact(show: str) -> Any:
    def build(m: Meaning) -> Query:
        if sum(token.kind == "CATEGORY" for token in m.tokens) != 1:
            raise Unanswerable("it names no category, or several")
        categories = m.categories()
        m.flag("SINCE", "FIRST", "INTRODUCE", "ABOLISH", "EXIST", "STATUSWORD", "FOUND", "CEASE", "OPEN", "END")
        return About(topic=categories[0], show=show, on=m.on())

    return build


def predecessor_meeting(m: Meaning) -> Query:
    """When or where the Shanghai Five met, in a year or first or last."""
    selects = [p.select for p in m.phrases() if p.select]
    select = selects[0] if selects else "first" if m.flag("FIRST") else "last" if m.flag("LAST") else None
    on = m.on()
    if not on and select not in ("first", "last"):
        raise Unanswerable("it does not say which meeting")
    if m.asked == "where":
        if select:
            meetings = m.data.data.organization.predecessor.summits
            on, select = meetings[0 if select == "first" else -1].date[:4], None
        return About(topic="predecessor", show="city", on=on)
    return About(topic="predecessor", show=select or "date", on=on)


introduced = _category_fact("date")
abolished = _category_fact("until")
exists = _category_fact("exists")


def office(topic: str, show: str = "main") -> Any:
    """A builder for who holds an office, or when, or what country that is."""

    def build(m: Meaning) -> Query:
        m.flag(
            "SECRETARYGENERAL",
            "CHAIRMANSHIP",
            "CHAIR",
            "HOLD",
            "TAKEOVER",
            "SIT",
            "COMEFROM",
            "LEADERS",
            "COUNTRYWORD",
            "BECOME",
            "OPEN",
            "CEASE",
            "END",
            "SECRETARIAT",
        )
        said: dict[str, Any] = {"topic": topic, "show": show}
        people, countries = m.people(), m.countries()
        if len(people) + len(countries) > 1:
            raise Unanswerable("it names several holders")
        if people and not m.has("SECRETARYGENERAL"):
            _see_that_it_was_held(m, people[0])
        forward = _looks_forward(m)
        after, before = m.flag("SUCCEED", "AFTER"), m.flag("PRECEDE", "BEFORE")
        if (after or before) and not forward:
            after, before = before, after
        if m.has("HANDOVER"):
            after = True
        if m.flag("FROM") and m.has("TAKEOVER"):
            after = True
        if after or before:
            if not people and not countries:
                raise Unanswerable("it does not say before or after whom")
            said["show"] = "next" if after else "previous"
        elif m.asked == "yes-no":
            return _held_by(m, topic, people, countries)
        elif m.has("COMEFROM", "SUPPLY") and countries and show == "main":
            said["show"] = "all"
        elif m.flag("FIRST"):
            said["show"] = "first"
        elif m.flag("LAST") and not m.has("TIME"):
            said["show"] = "main"
        elif (
            m.flag("ALL", "EVER")
            or (show == "main" and m.asks_of_all_time)
            or any(t.words.startswith("secretaries") for t in m.tokens)
        ):
            said["show"] = "all"
        if people:
            said["person"] = people[0]
        if countries:
            said["country"] = countries[0]
        time = m.peek_time()
        if said["show"] in ("next", "previous", "all", "count", "countries") or (time is not None and time.is_range):
            first, last = m.period()
            said |= {"from_": first, "to": last}
            if said["show"] == "main" and (first or last):
                said["show"] = "all"
        else:
            said["on"] = m.on()
        if show == "since" and countries and m.has("SINCEWHEN") and not said.get("on"):
            said["on"] = m.today  # 'since when has it held the chair': not one of its earlier terms
        return About(**said)

    return build


def _see_that_it_was_held(m: Meaning, person: str) -> None:
    """See that somebody was Secretary-General, where a question does not say of what office it asks."""
    if all(holder.name != person for holder in m.data.data.organization.secretaries_general):
        raise Unanswerable("it does not say in what office")


def _looks_forward(m: Meaning) -> bool:
    """Whether 'succeed' and 'precede' are said of the one that is asked for: not in 'Whom did Norov succeed?', 'Whose successor was he?'."""
    kinds = [token.kind for token in m.tokens]
    verb = next((index for index, kind in enumerate(kinds) if kind in ("SUCCEED", "PRECEDE")), None)
    if any(token.words == "by whom" for token in m.tokens):
        return True
    if verb and m.tokens[verb - 1].words == "whose":
        return False
    if verb is None or kinds[verb + 1 : verb + 2] == ["BY"] or m.tokens[verb].words.endswith((" by", "or", "ors")):
        return True
    return not any(kind in ("PERSON", "COUNTRY") for kind in kinds[:verb])


def _held_by(m: Meaning, topic: str, people: tuple[str, ...], countries: tuple[str, ...]) -> Query:
    """Whether somebody holds an office, or held it on a day or ever."""
    holder = (*people, *countries)
    if not holder:
        raise Unanswerable("it does not say of whom")
    if m.has("NOT", "NEVER"):
        raise Unanswerable("it denies what it asks")
    time = m.peek_time()
    is_stretch = time is not None and (time.is_range or (time.relation == "in" and not time.named.is_day))
    ever = m.flag("EVER") or m.asks_of_the_past or (is_stretch and not m.has("STILL", "NOW"))
    show = (
        "countries"
        if countries and (ever or topic == "chairmanship")
        else "country"
        if countries
        else "all"
        if ever
        else "main"
    )
    if ever:
        first, last = m.period()
        return About(topic=topic, show=show, has=holder[0], from_=first, to=last)
    if show == "countries":
        show = "main"
    return About(topic=topic, show=show, has=holder[0], on=m.on())


def every_holder(m: Meaning) -> Query:
    """All who have held the office of Secretary-General."""
    m.flag("SECRETARYGENERAL", "ALL", "EVER", "HOLD", "LEADERS")
    first, last = m.period()
    return About(topic="secretary-general", show="count" if m.counts else "all", from_=first, to=last)
