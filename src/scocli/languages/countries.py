"""What is said of countries: their statuses, who holds one, who came to it."""

from scocli.facts.conditions import Among, Change, Founder, Held, Not, Role, Step
from scocli.facts.select import Has
from scocli.languages.said import Said
from scocli.queries.countries import Countries, NthCountry
from scocli.queries.history import History
from scocli.queries.status import Status


def status(said: Said, query: Status) -> str | None:
    """What countries are; or, asked whether they are something, yes or no before it."""
    if query.is_ and (
        query.either or len(query.is_) > 1 or not (isinstance(query.is_[0], Held) and query.is_[0].is_of_the_day)
    ):
        return None
    text = said.not_founded or " ".join(_what_it_is(said, code, query.on) for code in query.countries)
    if not query.is_:
        return text
    return (
        said.say("yes" if said.found.value is True else "no", said=text) if said.found.value in (True, False) else None
    )


def _what_it_is(said: Said, code: str, on: str | None) -> str:
    """What a country is on the day of the answer, or, where a day after the data is named, as far as they reach."""
    day = said.found.as_of or said.found.data_through
    country = said.data.name(code)
    when = " then" if day < said.found.data_through else " as of" if on and (said.found.on or day) > day else ""
    for row in said.rows:
        if (
            row.get("code") == code
            and row["since"]
            and row["since"] <= day
            and (not row["until"] or day < row["until"])
        ):
            values = {"country": country, "since": said.words.day(row["since"]), "on": said.on}
            return said.say(f"status{when}", **values, **said.forms(row["status"])) or ""
    return said.say(f"status none{when}", [country], country=country, on=said.on) or ""


def countries(said: Said, query: Countries) -> str | None:
    """Who holds a status, how many do, or who meets a condition."""
    if query.has:
        return _has(said, query)
    if query.where:
        return _conditions(said, query.where, query.show) if not (query.categories or query.on) else None
    if said.not_founded:
        return said.not_founded
    if query == Countries(on=query.on) and isinstance(said.found.value, dict):
        return " ".join(_holders(said, category, codes) for category, codes in said.found.value.items() if codes)
    if len(query.categories) != 1 or query.show not in ("list", "count"):
        return None
    forms, countries = said.forms(query.categories[0]), said.countries()
    number = said.found.value if query.show == "count" else len(countries)
    if not number:
        last = said.words.listed([str(row["country"]) for row in said.rows])
        return said.say("holders last" if last else "holders none", on=said.on, last=last, **forms)
    if query.show == "count":
        return said.say("holders count", on=said.on, number=number, **forms)
    return _holders(said, query.categories[0], said.found.value)


def _holders(said: Said, category: str, codes: object) -> str:
    """Those who hold a status."""
    countries = said.countries(codes)
    listed = said.words.listed(countries)
    return said.say("holders", on=said.on, number=len(countries), countries=listed, **said.forms(category)) or ""


def _has(said: Said, query: Countries) -> str | None:
    """Whether a country is among those that meet a condition."""
    codes = [code for group in query.has.named for code in group] if query.has else []
    if len(codes) != 1 or query.has != Has(((codes[0],),)) or said.found.value not in (True, False):
        return None
    country = said.data.name(codes[0])
    key = "yes" if said.found.value is True else "no"
    match query.where:
        case (Founder(),):
            return said.say(f"founder {key}", [country], country=country)
        case (Change(verb="became", categories=(category,), time=None, at=None, before=()),):
            return said.say(f"became {key}", [country], country=country, **said.forms(category))
        case (Change(verb="left", categories=("member",), time=None),) if key == "no":
            return said.say("left no", [country], country=country)
    return None


def _conditions(said: Said, where: tuple[object, ...], show: str) -> str | None:
    """Those that meet conditions: one of a kind that has a template, or one on some that are named."""
    countries = said.countries()
    listed = said.words.listed(countries)
    match where:
        case (Founder(),):
            number = said.found.value if show == "count" else len(countries)
            countries = countries or [str(row["country"]) for row in said.rows]
            key = {"list": "founders", "count": "founders count"}.get(show, "")
            return said.say(key, countries=said.words.listed(countries), number=number)
        case (Role(verb="hosted", time=None),) if show == "list":
            return said.say("hosted", countries=listed)
        case (Change(verb="became", categories=(category,), at=None, before=()) as change,):
            time = said.words.stretch(change.time.first, change.time.last) if change.time else ""
            values = {"countries": listed, "country": listed, "time": time, **said.forms(category)}
            if show in ("first", "last") and countries:
                return said.say(f"became {show}", countries, day=said.words.day(said.rows[0]["date"]), **values)
            if show == "count":
                key = "became count" if said.found.value else "became none"
                return said.say(key, number=said.found.value, **values) if time else None
            if not time and show == "list" and countries:
                return said.say("became ever", **values)
            return said.say("became" if countries else "became none", **values) if time and show == "list" else None
        case (Change(verb="left", categories=("member",), time=None),) if not countries and show in ("list", "any"):
            return said.say("left none")
        case (Step(verb="applied", categories=(category,), time=None),) if countries and show == "list":
            return said.say("applied", countries=listed, **said.forms(category))
        case (Among(), Change(verb="became", categories=(category,), time=None, at=None, before=())) if (
            countries and show in ("first", "last")
        ):
            values = {"day": said.words.day(said.rows[0]["date"]), **said.forms(category)}
            return said.say(f"among {show}", countries, countries=listed, **values)
        case (Among(), Founder()) if countries:
            return said.say("among founders", countries=listed)
        case (Among(), Not(of=Founder())) if countries:
            return said.say("among not founders", countries, countries=listed)
        case (Among(), Held(categories=(category,), is_of_the_day=True)) if countries:
            return said.say("among held", countries=listed, **said.forms(category))
        case (Among(), Not(of=Held(categories=(category,), is_of_the_day=True))) if countries:
            return said.say("among not held", countries=listed, **said.forms(category))
    return None


def nth(said: Said, query: NthCountry) -> str | None:
    """Who was the ninth to come to a status."""
    match query.where:
        case (Change(verb="became", categories=(category,)),) if said.rows and not query.has:
            countries = said.countries()
            day = said.words.day(said.rows[0]["date"])
            values = {"country": said.words.listed(countries), "day": day, "place": query.place}
            return said.say("became nth", countries, **values, **said.forms(category))
    return None


def history(said: Said, query: History) -> str | None:
    """When countries came to a status, or all that one of them has been."""
    if query == History(countries=query.countries[:1]) and isinstance(said.found.value, list) and said.found.value:
        held = [said.say("history step", since=said.words.day(day), **said.forms(of)) for of, day in said.found.value]
        return said.say(
            "history", country=said.data.name(query.countries[0]), steps=said.words.listed([*map(str, held)])
        )
    if len(query.category) != 1:
        return None
    if query.show == "duration" or said.found.kind == "yes-no":
        return _since_it_came(said, query)
    if query.show != "since" or said.found.kind != "date":
        return None
    countries = said.countries(query.countries)
    forms = said.forms(query.category[0])
    become = forms["become_many" if len(countries) > 1 else "become"]
    listed = said.words.listed(countries)
    if said.found.value == "not-recorded":
        return None
    if said.found.value == "none":
        return said.say("since none", countries, countries=listed, become=become)
    return said.say("since", countries, countries=listed, become=become, day=said.words.day(str(said.found.value)))


def _since_it_came(said: Said, query: History) -> str | None:
    """How long a country has held the status to which it came last, or whether it came to it before or after another."""
    category, last = query.category[0], said.rows[-1] if said.rows else {}
    if (
        last.get("status") != category
        or last["event"] not in ("granted", "founder")
        or len(query.countries) != 1
        or query.on
    ):
        return None
    countries = said.countries(query.countries)
    values = {"country": countries[0], "day": said.words.day(last["date"]), **said.forms(category)}
    if query.show == "duration":
        return said.say("held for", number=said.found.value, **values) if said.found.kind == "number" else None
    order, other = ("before", query.before) if query.before else ("after", query.after)
    if not other or said.found.value not in (True, False):
        return None
    key = "yes" if said.found.value is True else "no"
    return said.say(f"{order} {key}", countries, other=said.data.name(other), **values)
