"""An answer as one JSON object."""

import json

from scocli.answers import Answer
from scocli.render import Look


def render(answer: Answer, look: Look) -> str:
    """All of the answer, sources included."""
    return dumps(answer.to_dict(), look, indent=2)


def dumps(value: object, look: Look, indent: int | None = None) -> str:
    """JSON in which every character that could drive a terminal, or that the output cannot encode, stands as an escape."""
    text = json.dumps(value, ensure_ascii=not look.takes_unicode, indent=indent)
    for char in {char for char in set(text) if not char.isprintable()} - {"\n"}:
        text = text.replace(char, json.dumps(char)[1:-1])
    return text + "\n"
