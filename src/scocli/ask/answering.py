"""Questions -> Answers."""

from dataclasses import replace

from scocli.answers import Answer
from scocli.ask.nearby import with_way_out
from scocli.ask.reader import read
from scocli.dataset import DataSet
from scocli.errors import NotUnderstood
from scocli.queries import answer
from scocli.queries.base import QueryError


def ask(data: DataSet, question: str, today: str) -> Answer:
    """The answer to a question in plain English.

    :param question: the question.
    :param today: the day that 'today' is, ISO 8601.
    :raises scocli.errors.UsageProblem: if the question is empty.
    :raises scocli.errors.NotUnderstood: if the question is not understood as a whole, or asks for what the data do
        not tell; ``instead`` has questions that would be answered.
    """
    reading = read(data, question, today)
    try:
        found = answer(data, reading.query, today)
    except QueryError as error:
        problem = NotUnderstood(f"Not answered: {str(error).rstrip('.')}.")
        raise with_way_out(data, problem, reading.recognised) from None
    return replace(found, notes=(*reading.notes, *found.notes)) if reading.notes else found
