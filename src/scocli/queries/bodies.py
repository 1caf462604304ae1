"""The bodies of the organisation, who headed one of them, and its agreements with other organisations."""

from collections.abc import Collection

from scocli.answers import Cell, Column, Table
from scocli.dataset import DataSet
from scocli.days import Period, parse_period, spoken
from scocli.queries.common import plural
from scocli.queries.topic import Said, Topic, all_sources, noted
from scocli.records import Agreement, Body
from scocli.text import listed
from scocli.topics import initials, partner_topics

_BODIES = (
    Column("name", "Body"), Column("city", "Seat"), Column("country", "Country", "country"),
    Column("since", "Since", "date"), Column("stage", "Stage"), Column("meets", "Meets"), Column("task", "Task"),
)  # fmt: skip
_STAGES = {"planned": "planned", "agreed": "agreed on and not yet at work"}


def bodies(data: DataSet) -> Topic:
    """All bodies, those that work and those to come."""
    return _bodies(data, "", [*data.bodies.values()])


def permanent_bodies(data: DataSet) -> Topic:
    """Those that are at work all the time, and do not only meet."""
    return _bodies(data, "permanent ", data.permanent_bodies)


def _bodies(data: DataSet, sort: str, bodies: list[Body]) -> Topic:
    working = [body for body in bodies if not body.stage]
    coming = [f"the {body.name} ({_STAGES[body.stage]})" for body in bodies if body.stage]
    text = (
        f"The SCO has {plural(len(working), f'{sort}body', f'{sort}bodies')}: {listed([body.name for body in working])}"
    )
    text += f"; to come: {listed(coming)}." if coming else "."
    rows = tuple(
        (body.name, body.city, data.name(body.country) if body.country else None, body.since, body.stage, body.meets, body.task)
        for body in bodies
    )  # fmt: skip
    told = {"all": Said("text", [body.name for body in bodies], text), "count": Said("number", len(working), text)}
    return Topic(
        f"{sort}bodies",
        all_sources(bodies),
        told,
        tables=(Table("Bodies", _BODIES, rows, tuple(body.sources for body in bodies)),),
        concerns=tuple(body.id for body in bodies),
    )


def body(data: DataSet, body: Body) -> Topic:
    """One body: what it is, and its facts."""
    seat = f"{body.city}, {data.name(body.country)}" if body.city and body.country else None
    told = {"all": Said("text", body.name, _what_a_body_is(body, seat))}
    if seat:
        where = f"The seat of the {body.name} is {'to be ' if body.stage else ''}{seat}."
        told["city"] = Said("city", body.city, where)
        told["country"] = Said("countries", [body.country], where, names=data.name(body.country or ""))
    if body.since:
        told["date"] = Said("date", body.since, f"The {body.name} {_verbs(body)[2]} from {spoken(body.since)}.")
    elif body.stage:
        told["date"] = Said("date", "none", told["all"].text)
    if body.agreement:
        signed = f"The agreement on the {body.name} was signed on {spoken(body.agreement)}."
        told["agreement"] = Said("date", body.agreement, signed)
    if body.meets:
        how_often = f"How often the {body.name} {_verbs(body)[3]}: {body.meets}."
        told["meets"] = Said("text", body.meets, how_often)
    if body.task:
        told["task"] = Said("text", body.task, f"The task of the {body.name}: {body.task}.")
    return Topic(body.name, body.sources, told, noted(body.note))


def _verbs(body: Body) -> tuple[str, ...]:
    """What goes with its name, which is in the plural of the Meetings of Heads of Ministries."""
    is_one = not body.name.startswith("Meetings ")
    return ("is", "it", "dates", "meets", "Its") if is_one else ("are", "they", "date", "meet", "Their")


def _what_a_body_is(body: Body, seat: str | None) -> str:
    """'The SCO Secretariat is a body of the SCO with its seat in Beijing, China; it dates from 15 January 2004.'."""
    where, (be, it, dates, _, whose) = f" with its seat in {seat}" if seat else "", _verbs(body)
    if body.stage:
        decided = f"decided on {spoken(body.decided)}" if body.decided else None
        agreed = f"agreement signed on {spoken(body.agreement)}" if body.agreement else None
        when = "; ".join(filter(None, (decided, agreed)))
        text = f"is to be a body of the SCO{where}; it is {_STAGES[body.stage]}{f' ({when})' if when else ''}"
    else:
        since = f"; {it} {dates} from {spoken(body.since)}" if body.since else ""
        text = f"{be} a body of the SCO{where}{since}"
    short = initials(body.name) or ""
    called = f"{body.name} ({short})" if short.lower() == body.id else body.name  # 'Regional ... Structure (RATS)'
    return f"The {called} {text}.{f' {whose} task: {body.task}.' if body.task else ''}"


_DIRECTORS = (
    Column("name", "Holder"), Column("country", "Country", "country"), Column("since", "Since", "date"),
    Column("until", "Until", "date"), Column("first_named", "First named", "date"),
    Column("last_named", "Last named", "date"), Column("note", "Note", "note"),
)  # fmt: skip
_BOUNDS = "First and last named: days on which a source has the person in office. They are bounds, not a term."


def directors(data: DataSet) -> Topic:
    """Who headed the Regional Anti-Terrorist Structure."""
    directors = data.data.organization.rats_directors
    what = "of the Executive Committee of the Regional Anti-Terrorist Structure"
    names, last = [data.person(director.name) for director in directors], directors[-1]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (data.person(d.name), data.name(d.country) if d.country else None, d.since, d.until, d.first_named, d.last_named, d.note)
        for d in directors
    )  # fmt: skip
    named = f", named in office from {spoken(last.first_named)} to {spoken(last.last_named)}" if last.first_named and last.last_named else ""  # fmt: skip
    told = {
        "all": Said("people", sorted(names), f"The sources name {len(names)} directors {what}: {listed(names)}."),
        "last": Said("people", names[-1:], f"The last director {what} on record is {names[-1]}{named}.", last.sources),
        "count": Said("number", len(names), f"The sources name {len(names)} directors {what}."),
    }
    notes = (_BOUNDS,) if any(director.first_named or director.last_named for director in directors) else ()
    tables = (Table("Directors", _DIRECTORS, rows, tuple(d.sources for d in directors)),)
    return Topic("directors of RATS", all_sources(directors), told, notes, tables, ("rats",))


def director_in(data: DataSet, period: Period) -> Said | None:
    """Who is known to have headed it on some day of a period; ``None`` if that is not recorded of anybody.

    Where only days are known on which a director is named, he is known to have held the office between them.
    """
    found, told = [], []
    for director in data.data.organization.rats_directors:
        first, last = director.since or director.first_named, director.until or director.last_named
        if not first or parse_period(first).first > period.last:
            continue
        if parse_period(last or first).last < period.first:
            continue
        found.append(director)
        is_term = director.since and director.until
        until = f" to {spoken(last)}" if last else ""
        named = "" if is_term else "named in office "
        told.append(f"{data.person(director.name)} ({named}from {spoken(first)}{until})")
    names = sorted(data.person(director.name) for director in found)
    what = "of the Executive Committee of the Regional Anti-Terrorist Structure"
    return Said("people", names, f"Director {what}: {listed(told)}.", all_sources(found)) if found else None


# ---- other organisations

_AGREEMENTS = (
    Column("organization", "Organisation"), Column("abbreviation", "Abbreviation"), Column("kind", "What"),
    Column("date", "Date", "date"), Column("city", "City"), Column("party", "For the SCO"),
    Column("note", "Note", "note"),
)  # fmt: skip


def _agreements_table(made: Collection[Agreement]) -> Table:
    rows = tuple((m.organization, m.abbreviation, m.kind, m.date, m.city, m.party, m.note) for m in made)
    return Table("Agreements with other organisations", _AGREEMENTS, rows, tuple(m.sources for m in made))


def agreements(data: DataSet) -> Topic:
    """The agreements with all other organisations."""
    made = data.data.organization.agreements
    partners = partner_topics(data)
    text = f"The SCO has {len(made)} agreements and other ties on record with {len(partners)} organisations."
    told = {"all": Said("organizations", list(partners.values()), text), "count": Said("number", len(made), text)}
    return Topic("agreements", all_sources(made), told, tables=(_agreements_table(made),), concerns=tuple(partners))


def _tie(made: Agreement) -> str:
    """'memorandum of understanding (21 April 2005, Jakarta)'."""
    told = [*([spoken(made.date)] if made.date else []), *([made.city] if made.city else [])]
    return f"{made.kind} ({', '.join(told)})" if told else made.kind


def partner(data: DataSet, topic: str) -> Topic:
    """The agreements with one organisation."""
    made = [m for m in data.data.organization.agreements if m.partner == topic]
    dates = [m.date for m in made if m.date]
    parties = {m.party for m in made}
    other = f"{made[0].organization} ({made[0].abbreviation})"
    those = f"The {parties.pop() if len(parties) == 1 else 'SCO'} and the {other}"
    first = f", the first of {spoken(min(dates))}" if dates else ""
    ties = f"have {len(made)} agreements and other ties on record{first}"
    text = f"{those} {f'are tied by a {_tie(made[0])}' if len(made) == 1 else ties}."
    kinds = [m.kind for m in made]
    told = {"all": Said("text", kinds[0] if len(kinds) == 1 else kinds, text)}
    if dates:
        told["date"] = Said("date", min(dates), text)
    if len(made) == 1 and made[0].city:
        told["city"] = Said("city", made[0].city, text)
    for one in made:
        if one.date and one.kind.startswith("observer status"):
            observes = f"The SCO has been an observer at the {other} since {spoken(one.date)}."
            told["since"] = Said("date", one.date, observes, one.sources)
    return Topic(topic, all_sources(made), told, tables=(_agreements_table(made),))
