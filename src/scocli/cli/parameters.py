"""What a function takes from the command line, read from its signature.

Each parameter is ``Annotated`` with what it is to be (:mod:`scocli.queries.words`) and with Typer's option or argument.
"""

import inspect
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from typer.models import ArgumentInfo, OptionInfo

from scocli.cli.options import Output
from scocli.queries.words import OneOf, Takes, taken

_WIDEST_METAVAR = 16
"""Columns up to which an option's choices stand behind it, not in its help."""


class Parameter(NamedTuple):
    """What a command takes: an argument or an option.

    :ivar name: the parameter of the function.
    :ivar info: what Typer is told of it.
    :ivar takes: what its words are to be; ``None`` for a switch.
    :ivar repeats: whether it can be given several times.
    :ivar default: what it is when it is not given; the signature's ``empty`` if it has to be.
    """

    name: str
    info: OptionInfo | ArgumentInfo
    takes: Takes | None
    repeats: bool
    default: Any

    @property
    def flags(self) -> tuple[str, ...]:
        """How an option is spelled, the long form first; nothing for an argument."""
        return (str(self.info.default), *(self.info.param_decls or ())) if isinstance(self.info, OptionInfo) else ()

    @property
    def is_required(self) -> bool:
        """Whether it has to be given."""
        return self.default is inspect.Parameter.empty

    @property
    def choices(self) -> tuple[str, ...]:
        """The words of which it takes one, if it is of that kind."""
        return self.takes.words if isinstance(self.takes, OneOf) else ()

    @property
    def metavar(self) -> str | None:
        """What stands for a value of it in the help; nothing for a switch."""
        if self.info.metavar or self.takes is None:
            return self.info.metavar
        choices = "|".join(self.choices)
        return choices if 0 < len(choices) <= _WIDEST_METAVAR else self.takes.metavar

    @property
    def help(self) -> str:
        """What the help says of it."""
        said = self.info.help or ""
        shown = f"One of {', '.join(self.choices)}." if len("|".join(self.choices)) > _WIDEST_METAVAR else ""
        return f"{said} {shown}".strip()

    @property
    def label(self) -> str:
        """What the program calls it where something is wrong with it."""
        return self.flags[0] if self.flags else self.metavar or self.name


@cache
def told(function: Callable[..., Any]) -> tuple[Parameter, ...]:
    """What is told of a function's parameters; ``output`` stands for all of :class:`Output`."""
    found: list[Parameter] = []
    for item in inspect.signature(function).parameters.values():
        if item.name == "output":
            found += told(Output)
        elif get_origin(item.annotation) is Annotated:
            found.append(_parameter(item))
    return tuple(found)


def _parameter(item: inspect.Parameter) -> Parameter:
    kind, *marks = get_args(item.annotation)
    info = next(mark for mark in marks if isinstance(mark, OptionInfo | ArgumentInfo))
    takes = taken(item.annotation)
    return Parameter(
        item.name, info, takes, get_origin(kind) is tuple or (takes is not None and takes.joins), item.default
    )
