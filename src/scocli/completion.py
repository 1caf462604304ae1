"""What could come next on a command line, for the shell that asks when Tab is pressed.

Typer installs the shells' scripts (``sco --install-completion``); they run the program with a request in the
environment. It is answered here from the same tables that the commands are built from, without Typer, whose loading
takes longer than a person who presses Tab should wait. What is offered is what the command accepts.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import Field, fields
from typing import Any, NamedTuple

from scocli.commands import COMMANDS, Start, form, parameters
from scocli.dataset import DataSet, DataSetError, load
from scocli.days import spoken_range
from scocli.names import city_names, person_names
from scocli.text import fold, visible

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
    return known[-1] if known and isinstance(known[-1].default, tuple) else None


def suggestions(at: Place, *, with_help: bool = True) -> Iterator[Suggestion]:
    """What could stand at a place, whatever the beginning of the word there."""
    if at.item is not None:
        if at.item.metadata["choices"]:
            yield from (Suggestion((choice,)) for choice in at.item.metadata["choices"])
        elif at.item.metadata["what"] in VALUES:
            yield from VALUES[at.item.metadata["what"]](load(at.data), at.word)
    elif at.word.startswith("-"):
        for flag, item in _options(at.verb).items():
            repeatable = isinstance(item.default, tuple)
            if flag == item.metadata["flag"] and (repeatable or flag not in at.given):
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
    """The data set's countries, or those of the world if none of them begins so."""
    key, found = _beginning(word), False
    for code, country in data.countries.items():
        status = data.status_on(code, data.through)
        names = country.names
        spellings = (names.en, names.ru, names.zh, country.official_name, *country.aliases, code, country.alpha3)
        found = found or any(fold(spelling).startswith(key) for spelling in spellings)
        yield Suggestion(spellings, data.categories[status].label if status else "no status")
    if not found:
        from scocli import world

        for code, name in world.names().items():
            if fold(name).startswith(key) and world.search(name) == [code]:
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
    for summit in data.summits.values():
        held = f"{summit.city}, {spoken_range(summit.start, summit.end)}"
        yield Suggestion((summit.id, f"{summit.city} {summit.start[:4]}"), held)
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
    for city in data.cached("cities", city_names).values():
        yield Suggestion((city,))


def _subjects(data: DataSet, word: str) -> Iterator[Suggestion]:
    yield from _countries(data, word)
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


VALUES: dict[str, Callable[[DataSet, str], Iterator[Suggestion]]] = {
    "country": _countries,
    "person": _persons,
    "subject": _subjects,
    "summit": _summits,
    "category": _categories,
    "capacity": _capacities,
    "holder": _holders,
    "city": _cities,
    "source": _sources,
}
"""What can be said for a field, by what it stands for (:data:`scocli.queries.base.What`)."""


def _beginning(word: str) -> str:
    """The folded form of the beginning of a name, which may end with a space."""
    return fold(word) + " " * (word != word.rstrip() and bool(word.strip()))


def _continued(word: str, name: str) -> str:
    """A name that begins, but for case and accents, as a word does, with that beginning as it was typed."""
    key = _beginning(word)
    length = next((end for end in range(len(name) + 1) if fold(name[:end]) == key.rstrip()), 0)
    return word + name[length:].removeprefix(" " * (key != key.rstrip()))


def _offers(at: Place, found: Iterable[Suggestion]) -> list[Offer]:
    """Of each suggestion the first spelling that begins as the word does, but for case and accents."""
    key = _beginning(at.word)
    offers = []
    for suggestion in found:
        spelling = next((name for name in suggestion.spellings if fold(name).startswith(key)), None)
        if spelling is not None and visible(spelling) == spelling:
            best = suggestion.spellings[0]
            help = suggestion.help if spelling == best else f"{best}, {suggestion.help}"
            offers.append(Offer(spelling, " ".join(visible(help).split())))
    return offers


class Typed(NamedTuple):
    """A command line up to the cursor.

    :ivar words: the words before the one at the cursor, without the program's name.
    :ivar word: that word's beginning.
    :ivar quote: the quotation mark that is open there, or ``""``.
    """

    words: list[str]
    word: str
    quote: str


def typed(line: str, escape: str = "\\") -> Typed:
    """The words of a command line as a shell reads them; what is open at its end is the word at the cursor."""
    words, word, quote, is_open = [], "", "", False
    characters = iter(line)
    for char in characters:
        if char == escape and quote != "'":
            following = next(characters, "")
            word += following if not quote or following in {quote, escape, "$", "`"} else char + following
            is_open = True
        elif char == quote:
            quote = ""
        elif not quote and char in {"'", '"'}:
            quote, is_open = char, True
        elif not quote and char.isspace():
            if is_open:
                words.append(word)
            word, is_open = "", False
        else:
            word += char
            is_open = True
    return Typed(words, word, quote)


def _typed_in_bash(environment: Mapping[str, str]) -> Typed:
    """Bash hands over the words apart, quoted as they were typed, and takes ``=`` for one."""
    given = environment.get("COMP_WORDS", "").split("\n")
    cursor = environment.get("COMP_CWORD", "")
    number = int(cursor) if cursor.isascii() and cursor.isdigit() else len(given) - 1
    before = [typed(word).word for word in given[1:number] if word != "="]
    last = typed(given[number]) if 0 < number < len(given) and given[number] != "=" else typed("")
    return Typed(before, last.word, last.quote)


def _typed_on_line(environment: Mapping[str, str]) -> Typed:
    line = typed(environment.get("_TYPER_COMPLETE_ARGS", ""))
    return line._replace(words=line.words[1:])


def _typed_in_powershell(environment: Mapping[str, str]) -> Typed:
    """PowerShell leaves out the space in front of a word that has not been begun."""
    given = environment.get("_TYPER_COMPLETE_ARGS", "")
    begun = environment.get("_TYPER_COMPLETE_WORD_TO_COMPLETE", "")
    line = typed(given if begun else f"{given} ", escape="`")
    return line._replace(words=line.words[1:])


def _for_bash(at: Place, line: Typed, offers: list[Offer]) -> str:
    """Words, one a line, quoted as the one at the cursor is.

    Of several, Bash types what they have in common, so that they must begin as the word does.
    """
    words = [offers[0].word] if len(offers) == 1 else [_continued(at.word, offer.word) for offer in offers]
    if line.quote == "'":
        words = [word.replace("'", "'\\''") for word in words]
    else:
        special = r'["\\$`]' if line.quote else r"[^\w@%+=:,./-]"
        words = [re.sub(special, r"\\\g<0>", word) for word in words]
    return "".join(f"{word}\n" for word in words)


def _for_zsh(at: Place, line: Typed, offers: list[Offer]) -> str:
    """A command for Zsh to evaluate, which shows words with their help and quotes the one that is chosen."""
    if not offers:
        return "compset -P '*='; _files\n" if _wants_files(at) else ""
    words = [offers[0].word] if len(offers) == 1 else [_continued(at.word, offer.word) for offer in offers]
    shown = [
        f"{at.attached}{word}".replace("\\", "\\\\").replace(":", "\\:") + (f":{offer.help}" if offer.help else "")
        for word, offer in zip(words, offers, strict=True)
    ]
    quoted = " ".join("'" + item.replace("'", "'\\''") + "'" for item in shown)
    return f"local -a offers=({quoted}); _describe -V sco offers -U\n"


def _for_fish(at: Place, line: Typed, offers: list[Offer]) -> str:
    """Words with their help, one a line. Fish ignores case, but not accents, and quotes the word that is chosen."""
    plain = all(offer.word.casefold().startswith(at.word.casefold()) for offer in offers)
    words = [offer.word if plain else _continued(at.word, offer.word) for offer in offers]
    return "".join(f"{at.attached}{word}\t{offer.help}\n" for word, offer in zip(words, offers, strict=True))


def _for_powershell(at: Place, line: Typed, offers: list[Offer]) -> str:
    """Words, in quotation marks where they need them, with their help."""
    quoted = [
        offer.word if re.fullmatch(r"[\w.-]+", offer.word) else "'" + offer.word.replace("'", "''") + "'"
        for offer in offers
    ]
    return "".join(f"{at.attached}{word}:::{offer.help or ' '}\n" for word, offer in zip(quoted, offers, strict=True))


class Shell(NamedTuple):
    """How a shell asks for words, and takes them."""

    read: Callable[[Mapping[str, str]], Typed]
    write: Callable[[Place, Typed, list[Offer]], str]
    shows_help: bool = True


SHELLS = {
    "bash": Shell(_typed_in_bash, _for_bash, shows_help=False),
    "zsh": Shell(_typed_on_line, _for_zsh),
    "fish": Shell(_typed_on_line, _for_fish),
    "powershell": Shell(_typed_in_powershell, _for_powershell),
    "pwsh": Shell(_typed_in_powershell, _for_powershell),
}


def _wants_files(at: Place) -> bool:
    return at.item is not None and at.item.metadata["what"] == "file"


def answered(request: str, environment: Mapping[str, str]) -> tuple[str, int] | None:
    """The answer to a shell's request: what to print, and the exit status.

    Nothing is offered from a data set that does not hold.

    :param request: what Typer's scripts say in the environment's ``_SCO_COMPLETE``: as ``complete_bash``.
    :returns: ``None`` if the request is none that is answered here.
    """
    shell = SHELLS.get(request.removeprefix("complete_")) if request.startswith("complete_") else None
    if shell is None:
        return None
    line = shell.read(environment)
    at = place(line.words, line.word)
    if environment.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        # Fish asks first whether there are words to be had; where there are not, it looks for files.
        return "", int(_wants_files(at))
    try:
        offers = _offers(at, suggestions(at, with_help=shell.shows_help))
    except DataSetError:
        offers = []
    return shell.write(at, line, offers), 0
