"""What to say where a command line is refused: the way out."""

import re
from collections.abc import Sequence
from itertools import takewhile
from shlex import quote
from typing import TYPE_CHECKING

from scocli.cli.app import Start, behind
from scocli.cli.commands import COMMANDS, function
from scocli.cli.functions import parameters
from scocli.cli.meanings import is_known
from scocli.cli.parameters import told
from scocli.suggestions import did_you_mean, nearest

if TYPE_CHECKING:
    from scocli.dataset import DataSet

_GOES_BEHIND = {"country": "status", "category": "list", "summit": "summit", "person": "attendance"}
"""What may have been meant where a name stands in place of a command: by what it names, the command that tells of it."""


def instead_of_command(data: "DataSet", words: Sequence[str]) -> str:
    """What to say where the first of some words should be a command and is none: what was meant, or where to look.

    A command that is near comes first, then what the words name; several words that name nothing are a question.
    """
    if near := nearest(words[0], ((command, repr(command)) for command in COMMANDS)):
        return f". {did_you_mean(near)} (see 'sco --help')"
    names = list(takewhile(lambda word: not word.startswith("-"), words))
    said, options = " ".join(names), words[len(names) :]
    for kind, verb in _GOES_BEHIND.items():
        if is_known(data, kind, said):
            return f"; a {kind} goes behind a command: {_shell('sco', verb, said, *options)}"
    if names and all(is_known(data, "country", name) for name in names):
        return f"; countries go behind a command: {_shell('sco', 'status', *words)}"
    if len(said.split()) > 1:
        return f"; a question goes behind 'ask', in quotes: {_shell('sco', 'ask', said, *options)}"
    return " (see 'sco --help')"


def _shell(*words: str) -> str:
    """Words as a shell takes them; an apostrophe stands in double quotes where nothing in them is the shell's."""
    return " ".join(f'"{word}"' if "'" in word and not re.search(r'["$`\\!]', word) else quote(word) for word in words)


def place_of(flag: str, verb: str) -> str:
    """What to say of an option that is not known where it stands: where it belongs, or nothing."""
    if not verb:
        return ""
    if any(flag in item.flags for item in told(Start)):
        if flag == "--version":
            return f"{flag} goes alone: sco {flag}"
        return f"{flag} goes before the command: sco {flag} ... {verb}"
    return behind(verb, flag) if any(flag in item.flags for item in parameters(function(verb))) else ""


def takes(verb: str) -> str:
    """What to say where a command is given more words than it takes."""
    taken = [item.label for item in parameters(function(verb)) if not item.flags]
    return f"'sco {verb}' takes " + (f"one {taken[0]}, in quotes where it has several words" if taken else "none")
