"""One run of the program: what it works with, and how an answer is shown."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scocli.dataset import DataSet, load
from scocli.errors import UsageProblem
from scocli.queries import answer
from scocli.queries.base import Query, QueryError
from scocli.render import DRAWS_FLAGS, Look, render

if TYPE_CHECKING:
    from scocli.answers import Answer
    from scocli.cli.options import Output


class Session:
    """One run: where it reads, what day it is, where it writes.

    :ivar path: the data set's file, or ``None`` for the one that comes with the program.
    :ivar task: what the command line asks to be done, once it has been read.
    """

    def __init__(self, today: str, out: Callable[[str], None]) -> None:
        self.today = today
        self.out = out
        self.path: str | None = None
        self.task: Callable[[], None] = lambda: None

    def data(self, language: str = "en") -> DataSet:
        """The data set, with country names in a language."""
        found = load(self.path)
        return found if language == "en" else found.in_language(language)

    def ask(self, data: DataSet, query: Query, output: "Output") -> None:
        """Answer a query.

        :raises UsageProblem: if what it asks for does not fit together.
        """
        try:
            found = answer(data, query, self.today)
        except QueryError as error:
            raise UsageProblem(str(error)) from None
        self.show(found, output)

    def show(self, shown: "Answer", output: "Output") -> None:
        """Write an answer to standard output, or to the file that it is to be saved in.

        :raises UsageProblem: if what is said of how to show it does not fit together.
        """
        if output.force and output.save is None:
            raise UsageProblem("--force goes with --save")
        if output.sources and output.format == "csv":
            raise UsageProblem(
                "--sources: rows of CSV have no sources: --format json names those of the answer, "
                "'sco export DIR' writes tables with those of every fact"
            )
        if output.save is None:
            self.out(render(shown, output.format, self.look(output.format, sources=output.sources)))
            return
        if output.format != "table":
            raise UsageProblem("--save saves what is shown without --format")
        from scocli.saving import save

        save(shown, output.save, sources=output.sources, force=output.force)

    def look(self, form: str, *, sources: bool) -> Look:
        """How to draw for standard output."""
        return look_of(sys.stdout, form, sources)


def look_of(stream: Any, form: str, sources: bool) -> Look:
    """How to draw for a stream: a terminal's width and colours, all the width that is needed elsewhere."""
    is_terminal = bool(stream and stream.isatty())
    color = is_terminal or bool(os.environ.get("FORCE_COLOR"))
    color = color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and form == "table"
    width = None
    if is_terminal:
        import shutil

        width = shutil.get_terminal_size().columns
    flags = color and is_terminal and os.environ.get("TERM_PROGRAM") in DRAWS_FLAGS
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return Look(width, color, sources, encoding=encoding, flags=flags, wraps=is_terminal)
