"""What commands take, as a table: the shell's completion reads it, and need not load Typer to know."""

import json

from scocli.cli.app import ALIASES, COMMANDS, function, summary
from scocli.cli.parameters import Parameter, parameters


def table() -> str:
    """Of every command, and of the program for the empty name, what it does and what it takes, as JSON."""
    return "{\n" + ",\n".join(map(_command, ("", *COMMANDS))) + "\n}\n"


def _command(verb: str) -> str:
    records = ",\n".join(f"  {json.dumps(_record(item))}" for item in parameters(function(verb)))
    names = json.dumps([alias for alias, of in ALIASES.items() if of == verb])
    return f'{json.dumps(verb)}: {{"summary": {json.dumps(summary(verb))}, "aliases": {names}, "parameters": [\n{records}\n]}}'


def _record(item: Parameter) -> dict[str, object]:
    """A parameter, by the fields of :class:`scocli.completion.words.Parameter`."""
    record = {
        "name": item.name,
        "flags": item.flags,
        "kind": item.takes and item.takes.kind,
        "choices": item.choices,
        "of": getattr(item.takes, "of", None),
        "repeats": item.repeats,
        "help": item.help,
    }
    return {key: value for key, value in record.items() if value}
