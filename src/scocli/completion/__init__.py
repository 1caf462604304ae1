"""What could come next on a command line, for the shell that asks when Tab is pressed.

Typer installs the shells' scripts (``sco --install-completion``); they run the program with a request in the
environment. It is answered here from the same tables that the commands are built from, without Typer, whose loading
takes longer than a person who presses Tab should wait. What is offered is what the command accepts.
"""

from collections.abc import Mapping

from scocli.completion.shells import SHELLS
from scocli.completion.words import offers, place, suggestions
from scocli.datafile import DataSetError
from scocli.text import decoded


def answered(request: str, environment: Mapping[str, str]) -> tuple[str, int] | None:
    """The answer to a shell's request: what to print, and the exit status.

    Nothing is offered from a data set that does not hold.

    :param request: what Typer's scripts say in the environment's ``_SCO_COMPLETE``: as ``complete_bash``.
    :returns: ``None`` if the request is none that is answered here.
    """
    shell = SHELLS.get(request.removeprefix("complete_")) if request.startswith("complete_") else None
    if shell is None:
        return None
    line = shell.read({name: decoded(value) for name, value in environment.items()})
    at = place(line.words, line.word)
    if environment.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        # Fish asks first whether there are words to be had; where there are not, it looks for files.
        return "", int(at.wants_file)
    try:
        found = offers(at, suggestions(at))
    except DataSetError:
        found = []
    return shell.write(at, line, found), 0
