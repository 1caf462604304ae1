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
from scocli.queries import query_type
from scocli.queries.base import Query
from scocli.queries.words import OneOf, Takes, taken

_WIDEST_METAVAR = 16
"""Columns up to which an option's choices stand behind it, not in its help."""


class Parameter(NamedTuple):
    """What a command takes: an argument or an option.

    :ivar name: the parameter of the function.
    :ivar info: what Typer is told of it.
    :ivar help: what is said of it: its own help, or that of the one before, which says what both are for.
    :ivar flags: how an option is spelled, the long form first; nothing for an argument.
    :ivar takes: what its words are to be; ``None`` for a switch.
    :ivar choices: the words of which it takes one, if it is of that kind.
    :ivar repeats: whether it can be given several times.
    :ivar default: what it is when it is not given; the signature's ``empty`` if it has to be.
    """

    name: str
    info: OptionInfo | ArgumentInfo
    help: str
    flags: tuple[str, ...]
    takes: Takes | None
    choices: tuple[str, ...]
    repeats: bool
    default: Any

    @property
    def is_required(self) -> bool:
        """Whether it has to be given."""
        return self.default is inspect.Parameter.empty

    @property
    def label(self) -> str:
        """What the program calls it where something is wrong with it."""
        return self.flags[0] if self.flags else self.info.metavar or self.name


@cache
def parameters(function: Callable[..., Any]) -> tuple[Parameter, ...]:
    """What a function takes from the command line: its own, and those of :class:`Output` if an answer is shown."""
    signature = inspect.signature(inspect.unwrap(function))
    own: list[Parameter] = []
    for item in signature.parameters.values():
        if get_origin(item.annotation) is Annotated:
            own.append(_parameter(item, own[-1].help if own else ""))
    is_answered = function is not Output and ("output" in signature.parameters or "session" not in signature.parameters)
    return (*own, *(parameters(Output) if is_answered else ()))


def _parameter(item: inspect.Parameter, help_before: str) -> Parameter:
    kind, *marks = get_args(item.annotation)
    info = copy(next(mark for mark in marks if isinstance(mark, OptionInfo | ArgumentInfo)))
    takes = taken(item.annotation)
    flags = (str(info.default), *(info.param_decls or ())) if isinstance(info, OptionInfo) else ()
    choices = takes.words if isinstance(takes, OneOf) else ()
    repeats = get_origin(kind) is tuple or (takes is not None and takes.joins)
    found = Parameter(item.name, info, "", flags, takes, choices, repeats, item.default)

    shown = "|".join(choices)
    if len(shown) > _WIDEST_METAVAR:
        info.help = f"{info.help or ''} One of {', '.join(choices)}.".strip()
    if takes is not None and not info.metavar:
        info.metavar = shown if 0 < len(shown) <= _WIDEST_METAVAR else takes.metavar
    info.param_decls, info.show_default = flags or None, False
    info.default = ... if found.is_required else None if repeats else found.default
    return found._replace(help=info.help or help_before)


def _for_typer(item: Parameter) -> inspect.Parameter:
    """A parameter as Typer is to see it: words, to be taken as they are written."""
    kind: Any = bool if item.takes is None else list[str] if item.repeats else str | None
    return inspect.Parameter(item.name, inspect.Parameter.KEYWORD_ONLY, default=item.info, annotation=kind)


def command(function: Callable[..., Query | None]) -> Callable[..., None]:
    """A command as Typer calls it; the function is called when Typer is done (:meth:`scocli.cli.session.Session.call`).

    A function gives the query that it asks, or takes the ``session`` and does its work there.
    """
    items = parameters(function)

    @wraps(function)
    def read(context: typer.Context, **words: Any) -> None:
        context.obj.task = lambda: context.obj.call(function, words)

    first = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    read.__signature__ = inspect.Signature([first, *map(_for_typer, items)])  # type: ignore[attr-defined]
    read.__annotations__ = {}
    return read


def asks(function: Callable[..., None]) -> Callable[..., None]:
    """A command that asks the query of its name (:data:`scocli.queries.VERBS`): its function says what that takes, and no more."""

    @wraps(function)
    def ask(**given: Any) -> Query:
        return query_type(function.__name__.rstrip("_"))(**given)

    return command(ask)
