"""The program: one run of :func:`scocli.cli.program.run` on the real streams, and every way in which that can end."""

import gc
import os
import sys
from typing import TextIO


class _UnwritableError(Exception):
    """Standard output takes no more; the cause says why."""


def _prepare() -> None:
    """See to it that the standard streams are there, and that none fails on a character or byte it does not know.

    One that is closed is opened the wrong way round, so that using it is an error still, and that no other file gets
    its number.
    """
    for name, mode in (("stdin", "w"), ("stdout", "r"), ("stderr", "r")):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_WRONLY if mode == "w" else os.O_RDONLY)
            setattr(sys, name, open(descriptor, "r" if mode == "w" else "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    for stream, newline in ((sys.stdin, None), (sys.stdout, "\n"), (sys.stderr, "\n")):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace", newline=newline)
    _speak_utf_8(sys.stdin)


def _speak_utf_8(stream: TextIO) -> None:
    """Have a stream be in UTF-8 where the surroundings know of no encoding but ASCII."""
    if stream.encoding == "ascii" and (reconfigure := getattr(stream, "reconfigure", None)):
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _write(text: str) -> None:
    """Write to standard output, at once: whoever reads it may be waiting for it."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _discard(sys.stdout)
        raise _UnwritableError from error


def _complain(text: str) -> None:
    """Write to standard error if it can be written; if not, there is still the exit status."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)


def _discard(stream: TextIO) -> None:
    """Let what is left in a stream go nowhere, or the interpreter would fail on it once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def main() -> None:
    """Run on the command line, and exit with its status."""
    gc.set_threshold(100_000)  # hardly anything goes out of use before the end, so looking for it often is in vain
    _prepare()
    try:
        code = _run(_arguments())
    except _UnwritableError as ended:
        code = _unwritten(ended.__cause__)
    except KeyboardInterrupt:
        _complain("sco: interrupted\n")
        code = 130
    except Exception as error:  # noqa: BLE001 what nobody thought of is told of in one line too
        code = _fault(error)
    gc.freeze()  # nor does it pay at the end, where the interpreter looks through all that was loaded
    sys.exit(code)


def _arguments() -> list[str]:
    """The arguments; in UTF-8, where the surroundings know of no encoding."""
    arguments = sys.argv[1:]
    if all(map(str.isascii, arguments)):
        return arguments
    from scocli.text import decoded

    return [decoded(argument) for argument in arguments]


def _unwritten(error: BaseException | None) -> int:
    """The exit status where standard output cannot be written."""
    if isinstance(error, BrokenPipeError):
        return 0  # the reader has seen enough
    _complain(f"sco: the output could not be written: {getattr(error, 'strerror', None) or error}\n")
    return 1


def _fault(error: Exception) -> int:
    """The exit status for a fault of the program. Python's development mode (``-X dev``) shows where it is in full."""
    if sys.flags.dev_mode:
        raise error
    from traceback import extract_tb

    from scocli.text import visible

    place = extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(place.filename)}, line {place.lineno}"  # noqa: PTH119
    _complain(f"sco: unexpected fault: {type(error).__name__}: {visible(str(error))[:200]} ({where})\n")
    return 1


def _run(arguments: list[str]) -> int:
    if request := os.environ.get("_SCO_COMPLETE"):
        from scocli.completion import answered

        if found := answered(request, os.environ):
            _speak_utf_8(sys.stdout)
            _write(found[0])
            return found[1]
    if arguments in (["--version"], ["-V"]):
        from scocli import __version__
        from scocli.datafile import version

        _write(version(__version__))
        return 0
    from scocli.cli.program import run

    return int(run(arguments, _write, _complain))


if __name__ == "__main__":
    main()
