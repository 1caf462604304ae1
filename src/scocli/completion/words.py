"""Where the cursor stands on a command line, and the words that could stand there."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from scocli.completion.values import VALUES, Suggestion, beginning
from scocli.dataset import load
from scocli.text import fold, visible

_TYPERS = {
    "--install-completion": "Install completion for the current shell.",
    "--show-completion": "Show completion for the current shell.",
}
_HELP = {"--help": "What the command does, with examples."}


class Parameter(NamedTuple):
    """An argument or option of a command.

    :ivar name: what it is called in the program.
    :ivar flags: how an option is spelled, the long form first; nothing for an argument.
    :ivar kind: the kind of words that it takes; nothing for a switch.
    :ivar choices: the words of which it takes one, if it is of that kind.
    :ivar of: what it takes conditions on, or groups of, if it is of these kinds.
    :ivar repeats: whether it can be given several times.
    """

    name: str
    flags: tuple[str, ...] = ()
    kind: str = ""
    choices: tuple[str, ...] = ()
    of: Literal["countries", "summits"] = "countries"
    repeats: bool = False
    help: str = ""


@cache
def _commands() -> dict[str, Any]:
    """What each command does and takes, by its name, as ``tools/completions.py`` writes it."""
    table: dict[str, Any] = json.loads(Path(__file__).with_name("commands.json").read_text("utf-8"))
    return table


@cache
def _called() -> dict[str, str]:
    return {name: verb for verb, told in _commands().items() if verb for name in (verb, *told["aliases"])}


@cache
def _parameters(verb: str) -> tuple[Parameter, ...]:
    return tuple(Parameter(**record) for record in _commands()[verb]["parameters"])


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
    item: Parameter | None
    given: frozenset[str]
    data: str | None
    attached: str
    word: str

    @property
    def wants_file(self) -> bool:
        """Whether the name of a file stands there."""
        return self.item is not None and self.item.kind == "file"


def place(words: Sequence[str], word: str) -> Place:
    """Where a word stands, from those between the program's name and it."""
    verb, data = "", os.environ.get("SCO_DATA") or None
    given: set[str] = set()
    awaited: Parameter | None = None
    arguments = 0
    only_arguments = False
    for before in words:
        if awaited is not None:
            data = before if awaited.name == "data" else data
            awaited = None
        elif before == "--" and not only_arguments:
            only_arguments = True
        elif before.startswith("-") and not only_arguments:
            flag, equals, value = before.partition("=")
            item = _options(verb).get(flag)
            if item is not None:
                given.add(item.flags[0])
                data = value if equals and item.name == "data" else data
                awaited = None if equals or not item.kind else item
        elif not verb and before in _called():
            verb = _called()[before]
        else:
            arguments += 1
    attached = ""
    if awaited is None and not only_arguments and word.startswith("-"):
        flag, equals, value = word.partition("=")
        if equals:
            awaited, attached, word = _options(verb).get(flag), flag + equals, value
    elif awaited is None:
        awaited = _argument(verb, arguments)
    return Place(verb, awaited, frozenset(given), data, attached, word)


@cache
def _options(verb: str) -> dict[str, Parameter]:
    return {spelling: item for item in _parameters(verb) for spelling in item.flags}


def _argument(verb: str, number: int) -> Parameter | None:
    known = [item for item in _parameters(verb) if not item.flags]
    if number < len(known):
        return known[number]
    return known[-1] if known and known[-1].repeats else None


def suggestions(at: Place) -> Iterator[Suggestion]:
    """What could stand at a place, whatever the beginning of the word there."""
    if at.item is not None:
        yield from _values(at, at.item)
    elif at.word.startswith("-"):
        for flag, item in _options(at.verb).items():
            if flag == item.flags[0] and (item.repeats or flag not in at.given):
                yield Suggestion((flag,), item.help)
        for flag, help in (_HELP if at.verb else _TYPERS | _HELP).items():
            yield Suggestion((flag,), help)
    elif not at.verb:
        yield from (Suggestion((verb,), told["summary"]) for verb, told in _commands().items() if verb)


def _values(at: Place, item: Parameter) -> Iterator[Suggestion]:
    if item.choices:
        yield from (Suggestion((choice,)) for choice in item.choices)
    elif item.kind == "condition":
        from scocli.completion.conditions import continuations

        yield from continuations(load(at.data), at.word, item.of)
    elif item.kind == "group":
        yield from VALUES["country" if item.of == "countries" else "summit"](load(at.data), at.word)
    elif item.kind in VALUES:
        yield from VALUES[item.kind](load(at.data), at.word)


def continued(word: str, name: str) -> str:
    """A name that begins, but for case and accents, as a word does, with that beginning as it was typed."""
    key = beginning(word)
    length = next((end for end in range(len(name) + 1) if fold(name[:end]) == key.rstrip()), 0)
    return word + name[length:].removeprefix(" " * (key != key.rstrip()))


def offers(at: Place, found: Iterable[Suggestion]) -> list[Offer]:
    """Of each suggestion the first spelling that begins as the word does, but for case and accents."""
    key = beginning(at.word)
    offered = []
    for suggestion in found:
        spelling = next((name for name in suggestion.spellings if fold(name).startswith(key)), None)
        if spelling is not None and visible(spelling) == spelling:
            best = suggestion.spellings[0]
            help = suggestion.help if spelling == best else f"{best}, {suggestion.help}"
            offered.append(Offer(spelling, " ".join(visible(help).split())))
    return offered
