"""Which commands there are, and the function of each: what help, completion and the reference are made from."""

import inspect
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

HOMES = {
    "status": "countries",
    "list": "countries",
    "history": "countries",
    "attendance": "summits",
    "summits": "summits",
    "summit": "summits",
    "changes": "countries",
    "timeline": "pictures",
    "matrix": "pictures",
    "about": "organisation",
    "sources": "organisation",
    "ask": "questions",
    "validate": "data",
    "schema": "data",
    "export": "data",
    "help": "guide",
}
"""The file in which the function of each command is."""

COMMANDS = tuple(HOMES)


@cache
def function(verb: str) -> Callable[..., Any]:
    """The function of a command, or with no verb the one that reads what stands before the command."""
    home = import_module(f"{__package__}.{HOMES.get(verb, 'app')}")
    known = {command.name: command.callback for command in home.app.registered_commands}
    found: Callable[..., Any] = known[verb] if verb else home.start
    return found


def help_text(verb: str) -> str:
    """What a command's docstring says: a summary, and paragraphs divided by empty lines, the examples among them."""
    return inspect.getdoc(function(verb)) or ""


def summary(verb: str) -> str:
    """What a command does, in a sentence."""
    return " ".join(help_text(verb).split("\n\n")[0].split())


def examples(verb: str) -> tuple[str, ...]:
    """Command lines that show what a command does."""
    found = next((part for part in help_text(verb).split("\n\n") if part.startswith("Examples:\n")), "")
    return tuple(line.strip() for line in found.split("\n")[1:])
