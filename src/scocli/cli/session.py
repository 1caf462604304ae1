"""One run of the program: what it works with, and how an answer is shown."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from inspect import signature
from shlex import quote
from typing import Any

from scocli.answers import Answer
from scocli.cli.meanings import meant
from scocli.cli.options import Output
from scocli.cli.parameters import parameters
from scocli.dataset import DataSet, load
from scocli.errors import ScoError, UsageProblem
from scocli.queries import answer
from scocli.queries.base import Query, QueryError
from scocli.render import DRAWS_FLAGS, PIPE_WIDTH, Look, citation, render
from scocli.text import fold, listed, quoted, visible

_TERMINAL_WIDTH = 80
"""Columns of a terminal that does not say how many it has."""


class Session:
    """One run: where it reads, what day it is, where it writes.

    :ivar path: the data set's file, or ``None`` for the one that comes with the program.
    :ivar language: the language of answers.
    :ivar err: writes to standard error what is worth knowing though nothing is wrong.
    :ivar task: what the command line asks to be done, once it has been read.
    """

    def __init__(self, today: str, out: Callable[[str], None], err: Callable[[str], None] = lambda _: None) -> None:
        self.today = today
        self.out = out
        self.err = err
        self.path: str | None = None
        self.language = "en"
        self.task: Callable[[], None] = lambda: None
        self._data: DataSet | None = None

    def data(self) -> DataSet:
        """The data set, loaded when it is first asked for."""
        if self._data is None:
            self._data = load(self.path).in_language(self.language)
        return self._data

    def call(self, function: Callable[..., Query | None], words: dict[str, Any]) -> None:
        """Call the function of a command with what words mean, and show the answer to the query that it gives.

        :param words: what Typer read, by parameter.
        """
        items = parameters(function)
        shown = [item for item in parameters(Output) if item in items]
        output = Output(**meant(self.data, shown, words))
        self.language = output.lang
        given = meant(self.data, [item for item in items if item not in shown], words)
        beside = {"session": self, "output": output}
        asked = function(**given, **{name: beside[name] for name in beside.keys() & signature(function).parameters})
        if asked is not None:
            self.show(asked, output)

    def _answer(self, query: Query) -> Answer:
        if self.language == "en":
            return answer(self.data(), query, self.today)
        from scocli.languages import answered

        return answered(self.data(), query, self.today)

    def show(self, asked: Query | Answer, output: Output) -> None:
        """Write an answer to standard output, or to the file that it is to be saved in.

        :param asked: the answer, or the query that it answers.
        :raises UsageProblem: if what is asked for, or how to show it, does not fit together.
        """
        if isinstance(asked, Query):
            try:
                asked = self._answer(asked)
            except QueryError as error:
                raise UsageProblem(str(error)) from None
        if output.force and output.file is None:
            raise UsageProblem("--force goes with --output")
        if output.json and output.format not in ("table", "json"):
            raise UsageProblem(f"--json and --format {output.format} are two forms")
        if output.is_a_line:
            self._show_line(asked, output)
            return
        named = [what for what in output.more if getattr(output, what)]
        if named and (output.form == "csv" or (output.file or "").lower().endswith(".csv")):
            raise UsageProblem(
                f"--{named[0]}: rows of CSV have no {named[0]}: --json has those of the answer, "
                "'sco export DIR' writes tables with the sources of every fact"
            )
        asked = self._with_tables(asked, output)
        if output.file is None:
            self.out(render(asked, output.form, look_of(sys.stdout, output.form, output.more)))
            return
        if output.form != "table":
            raise UsageProblem("--output takes the form from the ending of the file's name, as out.json")
        from scocli.saving import save

        save(asked, output.file, more=output.more, force=output.force)
        self.err(f"sco: wrote {visible(output.file)}\n")

    def _with_tables(self, answer: Answer, output: Output) -> Answer:
        """An answer with the table that is asked for; CSV has one, the first unless another is named.

        :raises UsageProblem: if it has none of that title.
        """
        titles = [table.title for table in answer.tables]
        if output.table is not None:
            named = [table for table in answer.tables if fold(table.title) == fold(output.table)]
            if not named:
                raise UsageProblem(f"--table: {quoted(output.table)} is none of {listed(titles, 'or')}")
            return replace(answer, tables=tuple(named))
        if len(titles) > 1 and (output.form == "csv" or (output.file or "").lower().endswith(".csv")):
            others = listed([f"--table {quote(title)}" for title in titles[1:]], "or")
            if sys.stderr and sys.stderr.isatty():  # where somebody reads it
                self.err(f"sco: table {visible(titles[0])!r}; for another: {visible(others)}\n")
            return replace(answer, tables=answer.tables[:1])
        return answer

    def _show_line(self, answer: Answer, output: Output) -> None:
        """Write the sentence alone, or the source to be named in a footnote, or open that."""
        if output.form != "table" or output.more or output.file:
            flag = "--short" if output.short else "--cite" if output.cite else "--open"
            raise UsageProblem(
                f"{flag} prints one line of plain text: leave out --format, --json, --output and what prints more"
            )
        source = answer.main_source
        if output.open and source is None:
            raise UsageProblem("--open opens a source that says it all, and no single one does; --sources lists them")
        look = look_of(sys.stdout, "line")
        lines = [look.plain(answer.text)] if output.short else []
        lines += [citation(answer, look)] if output.cite or output.open else []
        self.out("".join(f"{line}\n" for line in lines))
        if output.open and source:
            open_in_browser(source.url)


def open_in_browser(address: str) -> None:
    """Open a page in the browser of whoever asks.

    :raises ScoError: if there is none.
    """
    import webbrowser

    try:
        is_open = webbrowser.open(address)
    except webbrowser.Error:
        is_open = False
    if not is_open:
        raise ScoError("no browser could be opened here; the address stands above")


def look_of(stream: Any, form: str, more: tuple[str, ...] = ()) -> Look:
    """How to draw for a stream: a terminal's width and colours; elsewhere the width that ``COLUMNS`` says, if it is set."""
    is_terminal = bool(stream and stream.isatty())
    color = is_terminal or bool(os.environ.get("FORCE_COLOR"))
    color = color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and form == "table"
    width = shutil.get_terminal_size((_TERMINAL_WIDTH if is_terminal else PIPE_WIDTH, 0)).columns
    flags = color and is_terminal and os.environ.get("TERM_PROGRAM") in DRAWS_FLAGS
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return Look(width, color, more, encoding=encoding, flags=flags, wraps=True)
