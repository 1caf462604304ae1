"""The one place where something of Typer's insides is replaced.

Typer hands each word of a command line to Pydantic to be made what the parameter is annotated with (seen in Typer 0.29.2:
``TyperOption.get_runtime_param`` and ``TyperArgument.get_runtime_param`` build a ``TypeAdapter``). For words that stay words
it changes nothing, and loading Pydantic takes as long as nearly all else that the program does: 1.1 times a bare program's start
in place of 0.65. So parameters that are words, and nothing else, get something here that takes them as they are.

A Typer that does this otherwise never asks for it, and takes the words as it does: the program says the same, later.
"""

from collections.abc import Iterable
from typing import Any


class AsWritten:
    """What takes the words of a parameter as they are."""

    @staticmethod
    def coerce(value: Any, **_: Any) -> Any:
        """The words."""
        return value


def take_as_written(parameters: Iterable[Any]) -> None:
    """Let the words of some of Typer's arguments and options be taken as they are, where they are to be words."""
    for parameter in parameters:
        described = getattr(parameter, "type_descriptor", None)
        if getattr(described, "annotation", None) in (bool, str, list[str]):
            vars(parameter)["get_runtime_param"] = AsWritten
