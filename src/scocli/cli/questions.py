"""The command that answers questions."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from scocli.cli.functions import task
from scocli.cli.options import QUESTION, Output
from scocli.errors import UsageProblem
from scocli.queries.words import Text

if TYPE_CHECKING:
    from scocli.cli.session import Session

app = typer.Typer()


@app.command("ask")
@task
def ask(
    session: "Session",
    question: Annotated[
        Text,
        typer.Argument(metavar="QUESTION", help="The question, or - to read questions from standard input."),
    ],
    output: Output,
    explained: Annotated[
        bool,
        typer.Option("--explain", help="Show how the question was read, not its answer.", rich_help_panel=QUESTION),
    ] = False,
) -> None:
    """A question in plain English, answered if it is understood as a whole, and refused if not.

    Examples:
      sco ask "what is Azerbaijan's status"
      sco ask "Who came to Samarkand as observers?"
      sco ask - < questions.txt

    With - as the question, one is read from each line of standard input, and one JSON object a line is written: the
    answer, or, with 'kind' none, why there is none.
    """
    from scocli.ask import ask, batch, explain, questions

    data = session.data(output.lang)
    if question != "-":
        session.show((explain if explained else ask)(data, question, session.today), output)
        return
    if explained or output != Output(lang=output.lang):
        raise UsageProblem("with - as the question, --lang is the only option: each answer is a line of JSON")
    progress = None if sys.stdout.isatty() else sys.stderr
    batch(data, questions(sys.stdin), session.out, session.today, progress, session.look("json", sources=True))
