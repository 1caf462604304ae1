"""An answer as one JSON object."""

import json

from scocli.answers import Answer
from scocli.render import Look


def render(answer: Answer, look: Look) -> str:
    """All of the answer, sources included; characters that could drive a terminal, or that the output cannot encode, are escaped."""
    text = dumps(answer.to_dict(), indent=2)
    if look.takes_unicode or text.isascii():
        return text
    return "".join(char if char.isascii() else json.dumps(char)[1:-1] for char in text)


def dumps(value: object, indent: int | None = None) -> str:
    """JSON in which every character that is not printable stands as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if not text.isprintable():
        text = "".join(char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text)
    return text + "\n"
