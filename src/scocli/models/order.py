"""In what order the lists of a data set stand where that order says nothing: so that a new record has one place."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

KEYS: Mapping[str, tuple[str, ...]] = {
    "countries": ("code",),
    "persons": ("name",),
    "applications": ("date", "country", "category"),
    "summits": ("start",),
    "planned_summits": ("start", "id"),
    "heads_of_government_meetings": ("start",),
    "planned_heads_of_government_meetings": ("start", "id"),
    "statuses": ("since",),
    "written": ("name",),
    **dict.fromkeys(
        ("aliases", "bears_on", "codes", "demonyms", "en", "founders", "involves", "members", "ru", "zh"), ()
    ),
}
"""The lists that are sorted, by field, and by what of their items; by the items themselves where those are words."""


def _key(item: object, names: tuple[str, ...]) -> tuple[str, ...]:
    """What an item is sorted by, be it a record, an object of the file or a word; nothing if it lacks that."""
    if not names:
        return (str(item),)
    fields = item if isinstance(item, Mapping) else getattr(item, "__dict__", {})
    return tuple(str(fields[name]) for name in names) if fields.keys() >= set(names) else ()


def misplaced(items: Iterable[object], field: str) -> list[int]:
    """Which of the items of a field stand behind what they should stand before."""
    keys = [_key(item, KEYS[field]) for item in items]
    return [index for index, (earlier, later) in enumerate(pairwise(keys), start=1) if () != later < earlier]


def arranged(value: object, field: str = "") -> object:
    """What a file holds, with its lists in order, and its sources, which are an object, in order of their ids."""
    if isinstance(value, dict):
        items = sorted(value.items()) if field == "sources" else value.items()
        return {name: arranged(part, name) for name, part in items}
    if not isinstance(value, list | tuple):
        return value
    parts = [arranged(part) for part in value]
    return sorted(parts, key=lambda part: _key(part, KEYS[field])) if field in KEYS else parts
