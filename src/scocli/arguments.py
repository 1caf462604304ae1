"""The words of a command line -> a query: what each of them means is looked up here, and only here."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields
from itertools import takewhile
from shlex import quote
from typing import TYPE_CHECKING, Any, TypeVar

from scocli import names
from scocli.commands import COMMANDS, Start, parameters
from scocli.dataset import DataSet
from scocli.days import DayError, canonical
from scocli.errors import Ambiguous, NotUnderstood, UsageProblem
from scocli.facts import where
from scocli.facts.presence import find_leader
from scocli.facts.select import Has
from scocli.queries.base import Query, spelled
from scocli.suggestions import did_you_mean, nearest
from scocli.text import fold, listed, quoted

if TYPE_CHECKING:
    from dataclasses import Field

    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")

FINDERS = {**names.FINDERS, "leader": find_leader}
"""How the words of a field are resolved, by what they stand for."""

_LONGEST_NAME = 200
"""What is longer is no name of anything, and is not looked up to see whether it is one."""


def resolve(data: DataSet, item: "Field[Any]", words: str) -> str | None:
    """What the words of an option mean: a code, an id, a name, a date as precise as it was given.

    :raises UsageProblem: if they are none of the words or days allowed.
    :raises NotUnderstood: if they name nothing, or several things.
    """
    what, flag = item.metadata["what"], spelled(item)
    if what == "day":
        try:
            return canonical(words)
        except DayError as error:
            raise UsageProblem(f"{flag}: {error}") from None
    if what == "number":
        if not (words.isascii() and words.isdigit() and len(words) < 7):
            raise UsageProblem(f"{flag}: {quoted(words)} is not a number: write it in digits, as 25")
        return str(int(words))
    if what == "choice":
        return chosen(item, words)
    return FINDERS[what](data, words) if what in FINDERS else words


def resolve_all(data: DataSet, item: "Field[Any]", given: list[str]) -> list[str | None]:
    """What each of several words means. Where one is no name but is part of one without its quotes, the error says so."""
    found: list[str | None] = []
    for place, words in enumerate(given):
        try:
            found.append(resolve(data, item, words))
        except NotUnderstood:
            for name in (" ".join(given[max(place - 1, 0) : place + 1]), " ".join(given[place : place + 2])):
                if name != words and _is_known(data, item.metadata["what"], name):
                    raise NotUnderstood(f"A name of several words stands in quotes: {quoted(name)}", (name,)) from None
            raise
    return found


def _is_known(data: DataSet, what: str, words: str) -> bool:
    """Whether words are the name of something, or of several things."""
    if len(words) > _LONGEST_NAME:
        return False
    try:
        FINDERS[what](data, words)
    except Ambiguous:
        return True
    except NotUnderstood:
        return False
    return True


def chosen(item: "Field[Any]", words: str) -> str:
    """The one of an option's choices that some words are. :raises UsageProblem: if they are none."""
    choices: tuple[str, ...] = item.metadata["choices"]
    for spelling in (fold(words), fold(words).replace(" ", "-")):
        if spelling in choices:
            return spelling
    near = nearest(words, ((choice, choice) for choice in choices))
    among = f"its values. {did_you_mean(near)}" if near else listed(choices, "or")
    raise UsageProblem(f"{spelled(item)}: {quoted(words)} is none of {among}")


def form_from(kind: type[T], given: dict[str, Any]) -> T:
    """What the options say that need no data set to be read."""
    return kind(**{
        item.name: chosen(item, given[item.name]) if item.metadata["choices"] else given[item.name]
        for item in fields(kind)
    })  # fmt: skip


def _group(data: DataSet, words: str, what: str) -> tuple[str, ...]:
    """Who or what some names with commas between them mean; a name that has a comma itself stands alone."""
    try:
        return (FINDERS[what](data, words),)
    except NotUnderstood:
        return tuple(dict.fromkeys(FINDERS[what](data, name.strip()) for name in words.split(",")))


def query_from(data: DataSet, kind: type[Query], given: dict[str, Any]) -> Query:
    """The query that the options of a command ask.

    :raises UsageProblem: if a word or day is none of those allowed.
    :raises NotUnderstood: if a name is not known, or stands for several things.
    """
    values: dict[str, Any] = {}
    for item in fields(kind):
        value = given[item.name]
        what = item.metadata["what"]
        if what == "flag":
            values[item.name] = value
        elif what == "condition":
            parsed = (where.parse(data, words, item.metadata["of"]) for words in value)
            values[item.name] = tuple(dict.fromkeys(parsed))
        elif what == "group":
            groups = tuple(_group(data, words, where.ROWS[item.metadata["of"]]) for words in value)
            values[item.name] = Has(groups) if groups else None
        elif isinstance(value, list):
            values[item.name] = tuple(dict.fromkeys(resolve_all(data, item, value)))
        elif value is not None and (value != item.default or item.metadata.get("required")):
            values[item.name] = resolve(data, item, value)
    return kind(**values)


_GOES_BEHIND = {"country": "status", "category": "list", "summit": "summit", "person": "attendance"}
"""What may have been meant where a name stands in place of a command: by what it names, the command that tells of it."""


def instead_of_command(data: DataSet, words: Sequence[str]) -> str:
    """What to say where the first of some words should be a command and is none: what was meant, or where to look.

    A command that is near comes first, then what the words name; several words that name nothing are a question.
    """
    if near := nearest(words[0], ((command, repr(command)) for command in COMMANDS)):
        return f". {did_you_mean(near)} (see 'sco --help')"
    names = list(takewhile(lambda word: not word.startswith("-"), words))
    said, options = " ".join(names), words[len(names) :]
    for what, verb in _GOES_BEHIND.items():
        if _is_known(data, what, said):
            return f"; a {what} goes behind a command: {_shell('sco', verb, said, *options)}"
    if names and all(_is_known(data, "country", name) for name in names):
        return f"; countries go behind a command: {_shell('sco', 'status', *words)}"
    if len(said.split()) > 1:
        return f"; a question goes behind 'ask', in quotes: {_shell('sco', 'ask', said, *options)}"
    return " (see 'sco --help')"


def place_of(flag: str, verb: str) -> str:
    """What to say of an option that is not known where it stands: where it belongs, or nothing."""
    if verb and flag in _flags(fields(Start)):
        return (
            f"{flag} goes alone: sco {flag}"
            if flag == "--version"
            else f"{flag} goes before the command: sco {flag} ... {verb}"
        )
    return behind(verb, flag) if verb and flag in _flags(parameters(verb)) else ""


def behind(verb: str, flag: str) -> str:
    """What to say of an option that stands in front of its command."""
    return f"{flag} goes behind the command: sco {verb} ... {flag}"


def _flags(items: "Iterable[Field[Any]]") -> set[str]:
    return {spelling for item in items if (spelling := item.metadata["flag"])}


def takes(verb: str) -> str:
    """What to say where a command is given more words than it takes."""
    taken = [item.metadata["metavar"] for item in parameters(verb) if not item.metadata["flag"]]
    return f"'sco {verb}' takes " + (f"one {taken[0]}, in quotes where it has several words" if taken else "none")


def _shell(*words: str) -> str:
    """Words as a shell takes them; an apostrophe stands in double quotes where nothing in them is the shell's."""
    return " ".join(f'"{word}"' if "'" in word and not re.search(r'["$`\\!]', word) else quote(word) for word in words)
