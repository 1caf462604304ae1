"""The commands as tools for an assistant: what each takes, as JSON Schema, and its answer.

They take what the commands take, of which the command line is told by the same parameters, and ask the same queries.
"""

import json
import re
from dataclasses import fields
from typing import Any

from scocli.answers import Answer
from scocli.cli.app import function, help_text
from scocli.cli.meanings import meant
from scocli.cli.parameters import Parameter, parameters
from scocli.cli.questions import STANDARD_INPUT
from scocli.dataset import DataSet
from scocli.errors import NotUnderstood, ScoError, UsageProblem
from scocli.queries import VERBS, answer, query_type
from scocli.queries.base import QueryError
from scocli.text import listed, quoted

TOOLS = {
    "ask": "ask", "status": "status", "list_countries": "list", "summits": "summits", "summit": "summit",
    "attendance": "attendance", "history": "history", "changes": "changes", "about": "about", "sources": "sources",
}  # fmt: skip
"""The tools, and the command that each of them is."""

CONDITIONS = "sco://conditions"
"""The address of what explains the language of conditions."""


def taken_by(tool: str) -> dict[str, Parameter]:
    """What a tool takes, by name: all that its command takes, but for what says how an answer is shown or a question explained."""
    verb = TOOLS[tool]
    asked = {field.name for field in fields(query_type(verb))} if verb in VERBS else {"question"}
    return {item.name.rstrip("_"): item for item in parameters(function(verb)) if item.name in asked}


def _without_flags(text: str) -> str:
    """What is said of a command, as it is so of a tool: without hyphens and standard input, and with a resource for help."""
    named = re.sub(r"--([a-z-]+)", lambda found: found[1].replace("-", "_"), text)
    return re.sub(r"'?sco help where'?", f"the resource {CONDITIONS}", named).replace(STANDARD_INPUT, "")


def _prose(tool: str) -> list[str]:
    """The paragraphs of the help but for its examples, and for what many questions at once are answered with."""
    parts = help_text(TOOLS[tool]).split("\n\n")[: 1 if tool == "ask" else None]
    return [" ".join(part.split()) for part in parts if not part.startswith("Examples:\n")]


def description(tool: str) -> str:
    """What a tool does."""
    return _without_flags("\n\n".join(_prose(tool)))


def schema(tool: str) -> dict[str, Any]:
    """What a tool takes, as JSON Schema."""
    taken = taken_by(tool)
    return {
        "type": "object",
        "properties": {name: _schema(item, _told(item, tool)) for name, item in taken.items()},
        "required": [name for name, item in taken.items() if item.is_required],
        "additionalProperties": False,
    }


def _told(item: Parameter, tool: str) -> str:
    """What is said of a parameter: its own help, the sentence of the tool's that names it, or what it shares with the one before."""
    sentences = (sentence for part in _prose(tool) for sentence in re.split(r"(?<=[.]) ", part))
    named = next((sentence for sentence in sentences if item.flags and item.flags[0] in sentence.split()), None)
    return _without_flags(item.info.help or named or item.help)


def _schema(item: Parameter, told: str) -> dict[str, Any]:
    if item.takes is None:
        return {"type": "boolean", "description": told}
    word = {"type": "string", **({"enum": list(item.choices)} if item.choices else {})}
    if not item.repeats:
        return {**word, "description": told}
    return {"type": "array", "items": word, **({"minItems": 1} if item.is_required else {}), "description": told}


def answer_schema() -> dict[str, Any]:
    """What every answer has: what ``sco schema answer`` prints."""
    from scocli import checking

    found: dict[str, Any] = json.loads(checking.schema("answer"))
    return found


def call(data: DataSet, tool: str, given: dict[str, Any], today: str) -> Answer:
    """The answer of a tool to what it is given.

    :param given: by name; what is ``None`` is not given.
    :param today: the day that is today, ISO 8601.
    :raises ScoError: if something is given that the tool does not take, that is not understood or that does not fit together.
    """
    taken = taken_by(tool)
    for name in given:
        if name not in taken:
            raise UsageProblem(f"{tool} takes no {quoted(name)}, but {listed(list(taken))}")
    words = {item.name: _words(tool, name, item, given.get(name)) for name, item in taken.items()}
    if tool == "ask":
        from scocli.ask import ask

        return ask(data, str(words["question"]), today)
    try:
        return answer(data, query_type(TOOLS[tool])(**meant(lambda: data, taken.values(), words)), today)
    except QueryError as error:
        raise UsageProblem(str(error)) from None


def _words(tool: str, name: str, item: Parameter, value: Any) -> bool | str | list[str] | None:
    """The words given for a parameter, as a command line would have them.

    One word stands for a list of it, and so does the JSON of a list, in which some assistants put it.

    :raises UsageProblem: if they are of another type, or none are given where some have to be.
    """
    if item.repeats and isinstance(value, str):
        value = _unpacked(value)
    if value in (None, []) and item.is_required:
        raise UsageProblem(f"{tool} needs {name}")
    if item.takes is None:
        is_right, what = isinstance(value, bool | None), "true or false"
    elif item.repeats:
        is_right = value is None or (isinstance(value, list) and all(isinstance(word, str) for word in value))
        what = "a list of strings"
    else:
        is_right, what = isinstance(value, str | None), "a string"
    if not is_right:
        raise UsageProblem(f"{name} is to be {what}")
    found: bool | str | list[str] | None = item.default if value is None and not item.repeats else value
    return found


def _unpacked(word: str) -> list[Any]:
    try:
        found = json.loads(word)
    except ValueError:
        return [word]
    return found if isinstance(found, list) else [word]


def refusal(error: ScoError) -> str:
    """Why there is no answer, and which questions would have one."""
    said = [_without_flags(str(error))]
    if isinstance(error, NotUnderstood) and error.instead:
        said += [error.heading, *(f"- {question}" for question in error.instead)]
    return "\n".join(said)
