"""The commands that answer questions, and that explain the others."""

import re
import sys
from typing import Annotated

import typer

from scocli.cli.app import ALIASES, COMMANDS
from scocli.cli.options import Output, option
from scocli.cli.parameters import command
from scocli.cli.session import Session, look_of
from scocli.errors import NotUnderstood, UsageProblem
from scocli.queries.words import OneOf, Text

app = typer.Typer()

STANDARD_INPUT = ", or - to read questions from standard input"
"""What else can stand in place of a question on a command line."""
_SOURCES = re.compile(r"\b(?:sources?|citations?|evidence)\b", re.IGNORECASE)
"""What asks for the sources beneath an answer."""


@app.command("ask")
@command
def ask(
    session: Session,
    output: Output,
    question: Annotated[Text, typer.Argument(metavar="QUESTION", help=f"The question{STANDARD_INPUT}.")],
    explained: Annotated[bool, option("--explain", help="Show how the question was read, not its answer.")] = False,
) -> None:
    """A question in English, Russian or Chinese, answered if it is understood as a whole, and refused if not.

    Examples:
      sco ask "what is Azerbaijan's status"
      sco ask "Who came to Samarkand as observers?"
      sco ask "上合组织有哪些成员国"
      sco ask - < questions.txt

    With --json a question that is refused gives an object too: 'kind' none, the 'error', and what to ask 'instead'.
    With - as the question, one is read from each line of standard input, and one JSON object a line is written: the
    answer, or, with 'kind' none, why there is none.
    """
    from scocli.ask import ask, batch, explain, questions, refusal
    from scocli.render.json import dumps

    if question != "-":
        try:
            found = (explain if explained else ask)(session.data(), question, session.today)
        except NotUnderstood as error:
            if output.form == "json":
                session.out(dumps(refusal(question, error), look_of(sys.stdout, "json")))
            raise
        is_printed = output.form in ("table", "markdown") and not (output.is_a_line or output.file)
        if is_printed and found.kind != "sources" and _SOURCES.search(question):
            output = output._replace(sources=True)
        session.show(found, output)
        if output.is_a_line:  # which has no room for how a word was read
            read = explain(session.data(), question, session.today).notes
            session.err("".join(f"sco: {note}\n" for note in found.notes[: len(read)]))
        return
    is_plain = output._replace(format="table", json=False) == Output(lang=output.lang)
    if explained or not is_plain or output.form not in ("table", "json"):
        only = "--lang is the only option but --json: each answer is a line of JSON"
        raise UsageProblem(f"with - as the question, {only}")
    progress = None if sys.stdout.isatty() else sys.stderr
    look = look_of(sys.stdout, "json")
    batch(session.data(), questions(sys.stdin), session.out, session.today, progress, look)


@app.command("help")
@command
def help_(
    session: Session,
    command: Annotated[
        str | None,
        typer.Argument(metavar="COMMAND", help="A command, or 'where' for the language of conditions."),
        OneOf((*COMMANDS, *ALIASES, "where")),
    ] = None,
) -> None:
    """What a command does, with examples; or the language of conditions.

    Examples:
      sco help
      sco help list
      sco help where
    """
    if command == "where":
        from scocli.cli.language import language

        session.out(language(session.data()))
        return
    from scocli.cli.program import read

    read(session, [*([command] if command else []), "--help"])
    session.task()
