"""Many questions, one a line."""

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from typing import TYPE_CHECKING, TextIO

from scocli.ask.answering import ask
from scocli.dataset import DataSet
from scocli.errors import NotUnderstood, UsageProblem
from scocli.render.json import dumps

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

LONG = 200
"""Questions from which on progress is shown."""


def batch(data: DataSet, lines: Iterable[str], out: Callable[[str], None], today: str, progress: TextIO | None) -> None:
    """Write the answer to each line's question as one JSON object a line, in order.

    A question that is refused gives an object with ``kind`` none, ``value`` null, the ``error`` and what to ask
    ``instead``. Progress is shown on a terminal if there are many.
    """
    with _shown(lines, progress) as questions:
        for line in questions:
            out(dumps(reply(data, line.rstrip("\r\n"), today)))


def reply(data: DataSet, question: str, today: str) -> dict[str, object]:
    """The answer to a question as plain data, or why there is none."""
    try:
        return {"question": question, **ask(data, question, today).to_dict()}
    except (NotUnderstood, UsageProblem) as error:
        instead = list(getattr(error, "instead", ()))
        return {"question": question, "kind": "none", "value": None, "error": str(error), "instead": instead}


def _shown(lines: Iterable[str], progress: TextIO | None) -> "AbstractContextManager[Iterable[str]]":
    """The lines, with a progress bar if there is a terminal for it and they are many."""
    if progress is None or not progress.isatty():
        return nullcontext(lines)
    questions = list(lines)
    if len(questions) < LONG:
        return nullcontext(questions)
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(file=progress), transient=True)

    class Tracked:
        def __enter__(self) -> Iterable[str]:
            bar.start()
            return bar.track(questions, description="Questions")

        def __exit__(self, *_: object) -> None:
            bar.stop()

    return Tracked()
