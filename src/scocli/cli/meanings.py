"""What the words of a command line mean: names are found, days and choices read, conditions parsed."""

from collections.abc import Callable, Iterable
from shlex import quote
from typing import Any

from scocli.cli.parameters import Parameter
from scocli.dataset import DataSet
from scocli.days import DayError, canonical
from scocli.errors import Ambiguous, NotUnderstood, UsageProblem
from scocli.queries.words import FINDERS, Clauses, Groups, OneOf, Word
from scocli.suggestions import did_you_mean, nearest
from scocli.text import fold, listed, quoted

Loaded = Callable[[], DataSet]
"""The data set, loaded when something is looked up in it."""


_LONGEST_NAME = 200
"""What is longer is no name of anything, and is not looked up to see whether it is one."""


def meant(data: Loaded, items: Iterable[Parameter], words: dict[str, Any]) -> dict[str, Any]:
    """What the words for some parameters mean, by parameter.

    :param words: what Typer read: for each parameter a truth value, a word, a list of words or ``None``.
    :raises UsageProblem: if a word or day is none of those allowed.
    :raises NotUnderstood: if a name is not known, or stands for several things.
    """
    items = tuple(items)
    flags = {flag.lstrip("-"): flag for item in items for flag in item.flags}
    return {item.name: _meaning(data, item, words[item.name], flags) for item in items}


def _meaning(data: Loaded, item: Parameter, words: Any, flags: dict[str, str]) -> Any:
    takes = item.takes
    if isinstance(takes, Groups):
        from scocli.facts.select import Has

        groups = tuple(_group(data(), takes.row, given) for given in words or ())
        return Has(groups) if groups else None
    if isinstance(takes, Word) and takes.is_listed:
        return tuple(dict.fromkeys(code for given in words or () for code in _group(data(), takes.kind, given)))
    if item.repeats:
        return tuple(dict.fromkeys(_each(data, item, words or [], flags)))
    return words if takes is None or words is None else _one(data, item, words)


def _each(data: Loaded, item: Parameter, given: list[str], flags: dict[str, str]) -> list[Any]:
    """What each of several words means.

    Where one is no name but part of one without its quotes, several names with commas or an option, the error says so.
    """
    found = []
    for place, words in enumerate(given):
        try:
            found.append(_one(data, item, words))
        except NotUnderstood:
            if words in flags:
                raise NotUnderstood(f"{quoted(words)} is no name here: the option is {flags[words]}") from None
            parts = [part.strip() for part in words.split(",")]
            if len(parts) > 1 and item.takes and all(is_known(data(), item.takes.kind, part) for part in parts):
                each = " ".join(f"{item.flags[0]} {part}" if item.flags else part for part in map(quote, parts))
                raise NotUnderstood(f"Several stand each by itself: {each}") from None
            for name in (" ".join(given[max(place - 1, 0) : place + 1]), " ".join(given[place : place + 2])):
                if name != words and item.takes and is_known(data(), item.takes.kind, name):
                    raise NotUnderstood(f"A name of several words stands in quotes: {quoted(name)}", (name,)) from None
            raise
    return found


def _one(data: Loaded, item: Parameter, words: str) -> Any:
    takes = item.takes
    if isinstance(takes, OneOf):
        return _chosen(item, takes.words, words)
    if isinstance(takes, Clauses):
        from scocli.facts.where import parse

        return parse(data(), words, takes.of)
    if takes is not None and takes.kind == "day":
        try:
            return canonical(words)
        except DayError as error:
            raise UsageProblem(f"{item.label}: {error}") from None
    return FINDERS[takes.kind](data(), words) if takes is not None and takes.kind in FINDERS else words


def _group(data: DataSet, kind: str, words: str) -> tuple[str, ...]:
    """Who or what some names with commas between them mean; a name that has a comma itself stands alone."""
    try:
        return (FINDERS[kind](data, words),)
    except NotUnderstood:
        named = [name.strip() for name in words.split(",") if name.strip()] or [words]
        return tuple(dict.fromkeys(FINDERS[kind](data, name) for name in named))


def is_known(data: DataSet, kind: str, words: str) -> bool:
    """Whether words are the name of something, or of several things."""
    if kind not in FINDERS or len(words) > _LONGEST_NAME:
        return False
    try:
        FINDERS[kind](data, words)
    except Ambiguous:
        return True
    except NotUnderstood:
        return False
    return True


def _chosen(item: Parameter, choices: tuple[str, ...], words: str) -> str:
    """The one of some choices that some words are. :raises UsageProblem: if they are none."""
    for spelling in (fold(words), fold(words).replace(" ", "-")):
        if spelling in choices:
            return spelling
    near = nearest(words, ((choice, choice) for choice in choices))
    if near:
        raise UsageProblem(f"{item.label} does not take {quoted(words)}. {did_you_mean(near)}")
    raise UsageProblem(f"{item.label} takes {listed(choices, 'or')}, not {quoted(words)}")
