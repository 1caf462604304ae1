"""A question in plain English -> Query: understood as a whole, or not answered.

words -> tokens (:mod:`.lexer`) -> phrases with a role, by the rules (:mod:`.rewriting`) of days (:mod:`.times`), numbers
(:mod:`.quantities`), summits (:mod:`.summits`), and who and what (:mod:`.roles`) -> what is asked for (:mod:`.question`) ->
the line of the table that fits (:mod:`.predicates`) -> a query that a command could have asked.
"""

import sys
from types import ModuleType

from scocli.answers import Answer
from scocli.ask.answering import ask, asked
from scocli.ask.batch import batch, questions, refusal
from scocli.ask.conversation import read
from scocli.ask.explanation import explanation
from scocli.ask.reader import Reading
from scocli.dataset import DataSet

__all__ = ["Reading", "ask", "batch", "explain", "questions", "read", "refusal"]


def explain(data: DataSet, question: str, today: str) -> Answer:
    """How a question is read: the things recognised in it, the query, and the command that asks the same.

    :raises scocli.errors.NotUnderstood: as :func:`ask`.
    """
    return explanation(data, read(data, question, today), today)


class _Module(ModuleType):
    """This package, which can be called: the library's function ``scocli.ask`` goes by its name."""

    __call__ = staticmethod(asked)


sys.modules[__name__].__class__ = _Module
