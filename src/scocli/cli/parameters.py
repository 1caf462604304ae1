"""What the function of a command takes from the command line, and what Typer is told of it.

Each parameter is ``Annotated`` with Typer's option or argument and with what its words are to be
(:mod:`scocli.queries.words`): names, which Typer does not know how to find. So Typer is told of words, and the function gets
what they mean.
"""

import inspect
from collections.abc import Callable
from copy import copy
from functools import cache, wraps
from typing import Annotated, Any, NamedTuple, get_args, get_origin

import typer
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

    def for_typer(self) -> inspect.Parameter:
        """The parameter as Typer is to see it: words, to be taken as they are written."""
        kind: Any = bool if self.takes is None else list[str] if self.repeats else str | None
        info = copy(self.info)
        info.param_decls = self.flags or None
        info.default = ... if self.is_required else None if self.repeats else self.default
        info.metavar, info.help, info.show_default = self.metavar, self.help, False
        return inspect.Parameter(self.name, inspect.Parameter.KEYWORD_ONLY, default=info, annotation=kind)


@cache
def parameters(function: Callable[..., Any]) -> tuple[Parameter, ...]:
    """What a function takes from the command line: its own, and behind them those of ``output`` if it has that."""
    items = inspect.signature(inspect.unwrap(function)).parameters
    own = [_parameter(item) for item in items.values() if get_origin(item.annotation) is Annotated]
    return (*own, *(parameters(Output) if "output" in items else ()))


def _parameter(item: inspect.Parameter) -> Parameter:
    kind, *marks = get_args(item.annotation)
    info = next(mark for mark in marks if isinstance(mark, OptionInfo | ArgumentInfo))
    takes = taken(item.annotation)
    repeats = get_origin(kind) is tuple or (takes is not None and takes.joins)
    return Parameter(item.name, info, takes, repeats, item.default)


def command(function: Callable[..., None]) -> Callable[..., None]:
    """A command as Typer calls it; the function is called when Typer is done (:meth:`scocli.cli.session.Session.call`)."""
    items = parameters(function)

    @wraps(function)
    def read(context: typer.Context, **words: Any) -> None:
        context.obj.task = lambda: context.obj.call(function, words)

    first = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    read.__signature__ = inspect.Signature([first, *(item.for_typer() for item in items)])  # type: ignore[attr-defined]
    read.__annotations__ = {}
    return read
