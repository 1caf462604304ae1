"""What is said of the organisation."""

from scocli.languages.said import Said, names_of
from scocli.queries.about import About


def about(said: Said, query: About) -> str | None:
    """One fact of the organisation."""
    if query == About(topic="languages", show="all", has=query.has) and query.has:
        return said.say(f"languages {'yes' if said.found.value is True else 'no'}")
    if query != About(topic=query.topic, show=query.show, on=query.on):
        return None
    value, key = said.found.value, f"{query.topic} {query.show}"
    values: dict[str, object] = {"on": said.on, "number": value, "value": value}
    countries = said.countries() if said.found.kind == "countries" else []
    if query.topic == "next-summit":
        planned = next(iter(said.data.planned.values()))
        values |= {"year": planned.start[:4], "country": said.data.name(planned.country)}
        values |= {"city": said.called(planned.city), "in_city": said.in_city(planned.city)}
    elif said.found.kind == "city":
        values |= {"city": said.called(value), "in_city": said.in_city(value)}
    elif said.found.kind == "date" and not str(value)[:1].isdigit():
        return None
    elif said.found.kind == "date":
        values["day"] = said.words.day(str(value))
    elif said.found.kind == "people":
        values["number"] = len(names_of(value))
        values["people"] = said.words.listed([said.called(name) for name in names_of(value)])
    elif said.found.kind == "languages":
        english = {"ru": "Russian", "zh": "Chinese"}
        values["languages"] = said.words.listed([said.words.word(english.get(code, code)) for code in names_of(value)])
    elif query.topic in said.data.categories:
        meaning = said.data.categories[query.topic].meaning
        if meaning not in said.words.words:
            return None
        key, values["words"] = "meaning", said.words.word(meaning)
        values |= said.forms(query.topic)
    elif query.topic == "sco-day":
        day = said.data.data.organization.sco_day
        values["day"] = said.words.day(f"2001{day.day[1:]}", "day of year") if day else ""
    elif said.found.kind == "text":
        parts = names_of(value) or [said.found.text]
        if not all(part in said.words.words for part in parts) and query.topic not in (
            "name",
            "predecessor",
            "website",
        ):
            return None
        values["words"] = said.words.listed([said.words.word(part) for part in parts])
    if query.topic in ("secretary-general", "chairmanship") and not names_of(value):
        return None
    if query.topic == "chairmanship" and said.found.on and said.found.on >= said.found.data_through:
        key += " now"
    return said.say(key, countries, countries=said.words.listed(countries), **values)
