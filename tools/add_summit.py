"""Write the skeleton of a summit, or of a meeting of the heads of government, into data/sco.json, with all that it brings.

    python tools/add_summit.py 2027-06-15 Islamabad PK [--end 2027-06-16] [--body heads-of-government]

Every country that holds a status on its eve (to a meeting of the heads of government: every member state) gets a
delegation, led by whoever is last known to have led one, if anybody is. What has to be looked up says TODO, and ``sco validate data/sco.json`` names each place until it is replaced.
"""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

from scocli.councils import PREFIXES
from scocli.days import capacity_day
from scocli.invariants import TODO
from scocli.text import fold

DATA = Path(__file__).resolve().parents[1] / "data" / "sco.json"
SOURCE = TODO.lower()
"""The id of the source that stands for those in which the facts will have been read."""

Fields = dict[str, Any]


class Council(NamedTuple):
    """A Council, and where its meetings stand in the file.

    :ivar prefix: with what their ids begin.
    :ivar all_groups: whether who came is recorded of all countries, not only of member states.
    """

    meetings: str
    planned: str
    prefix: str
    all_groups: bool

    def chair(self, data: Fields, year: str) -> str:
        """Who holds its chair in a year, as far as the file tells."""
        if self.all_groups:
            return str(data["organization"]["chairmanships"][-1]["country"])
        return next((str(met["chair_country"]) for met in data[self.planned] if met["start"][:4] == year), TODO)


COUNCILS = {
    "heads-of-state": Council("summits", "planned_summits", PREFIXES["heads-of-state"], all_groups=True),
    "heads-of-government": Council(
        "heads_of_government_meetings",
        "planned_heads_of_government_meetings",
        PREFIXES["heads-of-government"],
        all_groups=False,
    ),
}


class NoSkeleton(Exception):
    """A summit that cannot be added."""


def _statuses(data: Fields, day: str) -> dict[str, str]:
    """The category that each country held on a day, of those that held one."""
    held = {}
    for country in data["countries"]:
        for period in country.get("statuses", ()):
            if period["since"] <= day:
                held[country["code"]] = period["category"]
    return held


def _last_leaders(meetings: list[Fields]) -> dict[str, Fields]:
    """The last delegation of each country whose leader is known."""
    sent = [delegation for summit in meetings for delegation in summit["delegations"]]
    return {delegation["country"]: delegation for delegation in sent if "leader" in delegation}


def _delegation(last: Fields) -> Fields:
    """A delegation that is led as the last one was."""
    leader = {field: f"{TODO} {last[field]}" for field in ("leader", "role", "level")}
    return {"country": last["country"], **leader, "mode": "in-person", "sources": [SOURCE]}


def _meeting(data: Fields, council: Council, start: str, end: str, city: str, country: str) -> Fields:
    held = _statuses(data, capacity_day(start, data["organization"]["founded"]["date"]))
    if not council.all_groups:
        held = {code: category for code, category in held.items() if category == "member"}
    led = _last_leaders(data[council.meetings])
    codes = sorted(held.keys() & led.keys(), key=lambda code: (held[code] != "member", code))
    delegations = [_delegation(led[code]) for code in codes]
    chair = council.chair(data, start[:4])
    return {
        "id": f"{council.prefix}{start[:4]}-{re.sub('[^a-z0-9]+', '-', fold(city))}",
        "ordinal": len(data[council.meetings]) + 1,
        "start": start,
        "end": end,
        "city": city,
        "country": country,
        "chair_country": chair,
        "chair_person": next((sent["leader"] for sent in delegations if sent["country"] == chair), TODO),
        "format": TODO,
        "theme": TODO,
        "documents": [TODO],
        "decisions": [],
        "coverage": _coverage(data, council, start),
        "delegations": delegations,
        "sources": [SOURCE],
    }


def _coverage(data: Fields, council: Council, start: str) -> Fields:
    held = set(_statuses(data, capacity_day(start, data["organization"]["founded"]["date"])).values())
    groups = {
        "members": "member",
        "observers": "observer",
        "dialogue_partners": "dialogue-partner",
        "partners": "partner",
    }
    others = TODO if council.all_groups else "none"
    coverage = {group: (others if held_as in held else "not-applicable") for group, held_as in groups.items()}
    return {**coverage, "members": TODO, "guests": others}


def _named(value: Any) -> set[str]:
    """All ids of sources that are named below a place."""
    if isinstance(value, dict):
        own = set(value["sources"]) if isinstance(value.get("sources"), list) else set()
        return own.union(*map(_named, value.values()))
    return set().union(*map(_named, value)) if isinstance(value, list) else set()


def _doubt(record: Fields, *fields: str) -> None:
    """Leave it to be looked up whether what a record says still holds."""
    record |= {field: f"{TODO} {record[field]}" for field in fields if field in record}


def _replace_planned(data: Fields, council: Council, held: Fields) -> None:
    """What was planned for a year makes way for what is planned next, and so do the sources that nothing else names.

    What sources disagreed about when it was planned concerns the meeting that was held, if it still does anything.
    """
    planned = data[council.planned]
    gone = [record for record in planned if record["start"][:4] <= held["start"][:4]]
    ids = {record["id"] for record in gone}
    for conflict in data["conflicts"]:
        if not ids.isdisjoint(conflict["concerns"]):
            conflict["concerns"] = [held["id"] if subject in ids else subject for subject in conflict["concerns"]]
            _doubt(conflict, "about", "brief", "chosen", "why")
    following: Fields = dict.fromkeys(("id", "start", "end", "city", "country", "chair_country"), TODO)
    following |= {"note": f"{TODO}: what is announced; if nothing is, no record", "sources": [SOURCE]}
    data[council.planned] = [record for record in planned if record not in gone] or [following]
    for source in _named(gone) - _named({**data, "sources": {}}):
        del data["sources"][source]


def skeleton(data: Fields, start: str, end: str, city: str, country: str, body: str = "heads-of-state") -> str:
    """Add a meeting to the fields of a data set.

    :returns: its id.
    :raises NoSkeleton: if it is not after all others of its Council, or a day, its country or its chair is not known.
    """
    for day in (start, end):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            raise NoSkeleton(f"{day} is not a day of the form YYYY-MM-DD")
    council = COUNCILS[body]
    last, terms = data[council.meetings][-1], data["organization"]["chairmanships"]
    if not last["end"] < start <= end:
        raise NoSkeleton(f"{start} to {end} is not after {last['id']} ({last['end']})")
    if country not in {known["code"] for known in data["countries"]}:
        raise NoSkeleton(f"{country} is the code of no country in the data set")
    if "until" in terms[-1]:
        raise NoSkeleton("nobody is recorded to hold the chair")
    meeting = _meeting(data, council, start, end, city, country)
    data[council.meetings].append(meeting)
    data["through"] = max(data["through"], end)
    if council.all_groups:  # at a summit the chair of the organisation is handed over
        terms[-1]["until"] = end
        _doubt(terms[-1], "note")
        terms[-1]["sources"].append(SOURCE)
        terms.append({"country": TODO, "since": end, "basis": TODO, "sources": [SOURCE]})
    _replace_planned(data, council, meeting)
    page = dict.fromkeys(("publisher", "url", "published", "kind", "language"), TODO)
    data["sources"] = dict(sorted((data["sources"] | {SOURCE: page}).items()))
    return str(meeting["id"])


def main(arguments: list[str] | None = None, file: Path = DATA) -> int:
    """Write it into the file; the exit status is 1 if it cannot be added."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("day", help="first day, YYYY-MM-DD")
    parser.add_argument("city", help="in English")
    parser.add_argument("country", help="two-letter code of the host")
    parser.add_argument("--end", help="last day, if it had more than one")
    parser.add_argument("--body", choices=COUNCILS, default="heads-of-state", help="the Council that met")
    given = parser.parse_args(arguments)
    data = json.loads(file.read_text("utf-8"))
    try:
        name = skeleton(data, given.day, given.end or given.day, given.city, given.country, given.body)
    except NoSkeleton as error:
        print(error, file=sys.stderr)
        return 1
    file.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{name} is in {file.name}: replace what says {TODO}, and see 'sco validate' for what is left.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
