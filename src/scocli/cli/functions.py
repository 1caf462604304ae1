"""The functions of commands as Typer calls them: it is told of words, they get what the words mean."""

import inspect
from collections.abc import Callable
from copy import copy
from functools import wraps
from typing import TYPE_CHECKING, Any

import typer

from scocli.cli.options import Output
from scocli.cli.parameters import Parameter, told

if TYPE_CHECKING:
    from scocli.cli.session import Session
    from scocli.queries.base import Query

_TAKEN: dict[Callable[..., Any], tuple[Parameter, ...]] = {}


def parameters(command: Callable[..., Any]) -> tuple[Parameter, ...]:
    """What the function of a command takes from the command line, in the order of the help."""
    return _TAKEN[command]


def _for_typer(item: Parameter) -> inspect.Parameter:
    """A parameter as Typer is to see it: words, to be taken as they are written."""
    kind: Any = bool if item.takes is None else list[str] if item.repeats else str | None
    initial = None if item.repeats else item.default
    info = copy(item.info)
    info.param_decls = item.flags or None
    info.default = ... if item.is_required else initial
    info.metavar, info.help, info.show_default = item.metavar, item.help, False
    return inspect.Parameter(item.name, inspect.Parameter.KEYWORD_ONLY, default=info, annotation=kind)


def taking(*items: Parameter) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let a function take the words of some parameters, beside Typer's context."""

    def typed(run: Callable[..., None]) -> Callable[..., None]:
        context = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
        run.__signature__ = inspect.Signature([context, *map(_for_typer, items)])  # type: ignore[attr-defined]
        run.__annotations__ = {}
        _TAKEN[run] = items
        return run

    return typed


def task(function: Callable[..., None]) -> Callable[..., None]:
    """A command that does something: it is called with what the words mean, once the whole line has been read.

    Its parameter ``session`` is the run; ``output``, if it has it, how an answer is to be shown.
    """
    items = told(function)
    own = [item for item in items if item.name in inspect.signature(function).parameters]

    @taking(*items)
    @wraps(function)
    def run(context: typer.Context, **words: Any) -> None:
        session: Session = context.obj

        def do() -> None:
            from scocli.cli.meanings import meant

            shown = {"output": _output(session, words)} if len(own) < len(items) else {}
            function(session=session, **shown, **meant(session.data, own, words))

        session.task = do

    return run


def query(function: "Callable[..., Query]") -> Callable[..., None]:
    """A command that asks a query, which its function makes from what the words mean; the answer is shown."""
    own = told(function)

    @taking(*own, *told(Output))
    @wraps(function)
    def run(context: typer.Context, **words: Any) -> None:
        session: Session = context.obj

        def do() -> None:
            from scocli.cli.meanings import meant

            output = _output(session, words)
            data = session.data(output.lang)
            session.ask(data, function(**meant(lambda: data, own, words)), output)

        session.task = do

    return run


def _output(session: "Session", words: dict[str, Any]) -> Output:
    from scocli.cli.meanings import meant

    return Output(**meant(session.data, told(Output), words))
