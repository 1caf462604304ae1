"""Answer -> what is shown: a string in one of the formats. No renderer looks a fact up."""

from dataclasses import dataclass
from importlib import import_module

from scocli.answers import Answer

FORMATS = ("table", "json", "csv", "markdown")


@dataclass(frozen=True)
class Look:
    """How an answer is to be drawn.

    :ivar width: columns that are there, or ``None`` for as many as it takes.
    :ivar color: whether escape sequences for colour may be used.
    :ivar sources: whether to print the sources beneath what was said.
    """

    width: int | None = None
    color: bool = False
    sources: bool = False


def render(answer: Answer, form: str, look: Look) -> str:
    """The answer in one of :data:`FORMATS`, ending with a line break."""
    drawn: str = import_module(f"{__name__}.{form}").render(answer, look)
    return drawn
