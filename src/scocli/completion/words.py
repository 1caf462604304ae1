"""Where the cursor stands on a command line, and the words that could stand there."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import Field, fields
from typing import Any, NamedTuple

from scocli.commands import COMMANDS, Start, form, parameters
from scocli.dataset import DataSet, load
from scocli.days import spoken_range
from scocli.facts import where
from scocli.facts.nouns import LEVELS, OFFICES
from scocli.names import city_names, city_spellings, person_names
from scocli.organizations import organization_names, organization_spellings
from scocli.queries.base import repeats
from scocli.text import fold, visible
from scocli.topics import topic_key, topic_names, topics

_TYPERS = {
    "--install-completion": "Install completion for the current shell.",
    "--show-completion": "Show completion for the current shell.",
}
_HELP = {"--help": "What the command does, with examples."}


class Suggestion(NamedTuple):
    """What could stand at the cursor.

    :ivar spellings: words that all mean the same, the best first; that one is offered that begins as the word there.
    :ivar help: what it is.
    """

    spellings: tuple[str, ...]
    help: str = ""


class Offer(NamedTuple):
    """A word offered in place of the one at the cursor."""

    word: str
    help: str


class Place(NamedTuple):
    """Where the cursor stands.

    :ivar verb: the command, or ``""`` in front of it.
    :ivar item: the argument or option whose value stands there, or ``None`` for an option or command.
    :ivar given: the options given already.
    :ivar data: the file of the data set, or ``None`` for the program's own.
    :ivar attached: what stands in front of the value in the same word, as ``--is=``.
    :ivar word: the beginning of the word or value.
    """

    verb: str
    item: "Field[Any] | None"
    given: frozenset[str]
    data: str | None
    attached: str
    word: str

    @property
    def wants_file(self) -> bool:
        """Whether the name of a file stands there."""
        return self.item is not None and self.item.metadata["what"] == "file"


def place(words: Sequence[str], word: str) -> Place:
    """Where a word stands, from those between the program's name and it."""
    verb, data = "", os.environ.get("SCO_DATA") or None
    given: set[str] = set()
    awaited: Field[Any] | None = None
    arguments = 0
    only_arguments = False
    options = _options(verb)
    for before in words:
        if awaited is not None:
            data = before if awaited.name == "data" else data
            awaited = None
        elif before == "--" and not only_arguments:
            only_arguments = True
        elif before.startswith("-") and not only_arguments:
            flag, equals, value = before.partition("=")
            item = options.get(flag)
            if item is not None:
                given.add(item.metadata["flag"])
                data = value if equals and item.name == "data" else data
                awaited = None if equals or item.metadata["what"] == "flag" else item
        elif not verb and before in COMMANDS:
            verb = before
            options = _options(verb)
        else:
            arguments += 1
    attached = ""
    if awaited is None and not only_arguments and word.startswith("-"):
        flag, equals, value = word.partition("=")
        if equals:
            awaited, attached, word = options.get(flag), flag + equals, value
    elif awaited is None:
        awaited = _argument(verb, arguments)
    return Place(verb, awaited, frozenset(given), data, attached, word)


def _options(verb: str) -> "dict[str, Field[Any]]":
    """The options that can be given to a command, by how they are spelled."""
    known = (*parameters(verb), *(() if verb else fields(Start)))
    return {
        spelling: item
        for item in known
        if item.metadata["flag"]
        for spelling in (item.metadata["flag"], item.metadata["short"])
    }


def _argument(verb: str, number: int) -> "Field[Any] | None":
    """The argument that stands behind a number of others."""
    known = [item for item in parameters(verb) if not item.metadata["flag"]]
    if number < len(known):
        return known[number]
    return known[-1] if known and repeats(known[-1]) else None


def _starts(of: where.Subjects, at: Place) -> Iterator[Suggestion]:
    """What a condition may begin with."""
    yield from (Suggestion((start,)) for start in ("not", *where.CLAUSES[of]))
    if of == "countries":
        yield from VALUES["category"](load(at.data), at.word)


def suggestions(at: Place, *, with_help: bool = True) -> Iterator[Suggestion]:
    """What could stand at a place, whatever the beginning of the word there."""
    if at.item is not None:
        if at.item.metadata["choices"]:
            yield from (Suggestion((choice,)) for choice in at.item.metadata["choices"])
        elif at.item.metadata["what"] == "condition":
            yield from _starts(at.item.metadata["of"], at)
        elif at.item.metadata["what"] == "group":
            yield from VALUES[where.ROWS[at.item.metadata["of"]]](load(at.data), at.word)
        elif at.item.metadata["what"] in VALUES:
            yield from VALUES[at.item.metadata["what"]](load(at.data), at.word)
    elif at.word.startswith("-"):
        for flag, item in _options(at.verb).items():
            if flag == item.metadata["flag"] and (repeats(item) or flag not in at.given):
                yield Suggestion((flag,), item.metadata["help"])
        for flag, help in (_HELP if at.verb else _TYPERS | _HELP).items():
            yield Suggestion((flag,), help)
    elif not at.verb:
        for verb in COMMANDS:
            if verb.startswith(_beginning(at.word)):  # the help of each takes loading its module
                yield Suggestion((verb,), _summary(verb) if with_help else "")


def _summary(verb: str) -> str:
    """The first sentence of a command's help."""
    return (form(verb).__doc__ or "").split("\n\n", maxsplit=1)[0]


def _countries(data: DataSet, word: str) -> Iterator[Suggestion]:
    """The data set's countries by their English names; where none begins so, by any, and all other countries."""
    key = _beginning(word)
    is_plain = any(fold(country.names.en).startswith(key) for country in data.countries.values())
    for code, country in data.countries.items():
        status = data.status_on(code, data.through)
        names = country.names
        others = (names.ru, names.zh, *country.aliases, country.official_name)
        codes = (known for known in (code, country.alpha3) if fold(known) == key)
        spellings = (names.en, *(() if is_plain else (*others, *codes)))
        yield Suggestion(spellings, data.categories[status].label if status else "no status")
    if not is_plain:
        from scocli import world

        for code, name in world.names().items():
            if code not in data.countries and fold(name).startswith(key) and world.search(name) == [code]:
                yield Suggestion((name,), "no status")


def _persons(data: DataSet, word: str) -> Iterator[Suggestion]:
    bearers = data.cached("people", person_names)
    offices = {
        data.person(delegation.leader): f"{delegation.role}, {data.name(delegation.country)}"
        for summit in data.summits.values()
        for delegation in summit.delegations
        if delegation.leader is not None
    }
    for person in data.data.persons:
        alone = (alias for alias in person.aliases if len(bearers[fold(alias)]) == 1)
        yield Suggestion((person.name, *alone), offices.get(person.name, "person"))


def _summits(data: DataSet, word: str) -> Iterator[Suggestion]:
    for met in data.meetings.values():
        held = f"{met.city or 'by video'}, {spoken_range(met.start, met.end)}"
        named = (f"{city} {met.start[:4]}" for city in (city_spellings(met.city) if met.city else ()))
        yield Suggestion((met.id, *named), held)
    if data.summits:
        yield Suggestion(("latest",), "the last summit on record")
        yield Suggestion(("first",), "the founding summit")


def _categories(data: DataSet, word: str) -> Iterator[Suggestion]:
    for category in data.categories.values():
        yield Suggestion((category.id, category.label, category.plural), category.plural)


def _capacities(data: DataSet, word: str) -> Iterator[Suggestion]:
    yield from _categories(data, word)
    yield Suggestion(("guest",), "Guests")


def _holders(data: DataSet, word: str) -> Iterator[Suggestion]:
    yield from _categories(data, word)
    yield from _countries(data, word)


def _cities(data: DataSet, word: str) -> Iterator[Suggestion]:
    for city in dict.fromkeys(data.cached("cities", city_names).values()):
        yield Suggestion(city_spellings(city))


def _organizations(data: DataSet, word: str) -> Iterator[Suggestion]:
    called = data.cached("organizations", organization_names)
    for name in dict.fromkeys(name for names in called.values() for name in names):
        yield Suggestion(tuple(s for s in organization_spellings(name) if called.get(fold(s)) == [name]))


def _subjects(data: DataSet, word: str) -> Iterator[Suggestion]:
    yield from _countries(data, word)
    yield from _persons(data, word)


def _leaders(data: DataSet, word: str) -> Iterator[Suggestion]:
    yield from (Suggestion((level,), words) for level, words in LEVELS.items())
    yield from (Suggestion((office,)) for office in OFFICES)
    yield from _persons(data, word)


def _sources(data: DataSet, word: str) -> Iterator[Suggestion]:
    """What has sources; the sources themselves are too many to be offered before a letter of them is there."""
    yield from _categories(data, word)
    yield from _countries(data, word)
    yield from _summits(data, word)
    yield from (Suggestion((planned.id,), f"{planned.city}, announced") for planned in data.planned.values())
    yield Suggestion(("organization",), "the organisation itself")
    if word:
        yield from (Suggestion((key,), source.publisher) for key, source in data.data.sources.items())


def _topics(data: DataSet, word: str) -> Iterator[Suggestion]:
    called = data.cached("topics", topic_names)
    for topic, names in topics(data).items():
        alone = (name for name in names if called[topic_key(name)] == [topic])
        yield Suggestion((topic, *alone), names[0] if names else "")


VALUES: dict[str, Callable[[DataSet, str], Iterator[Suggestion]]] = {
    "country": _countries,
    "person": _persons,
    "subject": _subjects,
    "summit": _summits,
    "category": _categories,
    "capacity": _capacities,
    "holder": _holders,
    "leader": _leaders,
    "city": _cities,
    "organization": _organizations,
    "source": _sources,
    "topic": _topics,
}
"""What can be said for a field, by what it stands for (:data:`scocli.queries.base.What`)."""


def _beginning(word: str) -> str:
    """The folded form of the beginning of a name, which may end with a space."""
    return fold(word) + " " * (word != word.rstrip() and bool(word.strip()))


def continued(word: str, name: str) -> str:
    """A name that begins, but for case and accents, as a word does, with that beginning as it was typed."""
    key = _beginning(word)
    length = next((end for end in range(len(name) + 1) if fold(name[:end]) == key.rstrip()), 0)
    return word + name[length:].removeprefix(" " * (key != key.rstrip()))


def offers(at: Place, found: Iterable[Suggestion]) -> list[Offer]:
    """Of each suggestion the first spelling that begins as the word does, but for case and accents."""
    key = _beginning(at.word)
    offered = []
    for suggestion in found:
        spelling = next((name for name in suggestion.spellings if fold(name).startswith(key)), None)
        if spelling is not None and visible(spelling) == spelling:
            best = suggestion.spellings[0]
            help = suggestion.help if spelling == best else f"{best}, {suggestion.help}"
            offered.append(Offer(spelling, " ".join(visible(help).split())))
    return offered
