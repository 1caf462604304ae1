"""The program: one run of :func:`scocli.cli.run` on the real streams."""

import os
import sys


def _forgiving(stream: object) -> None:
    """Let a stream that cannot encode a character show its escape."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace", newline="\n")


def _write(text: str) -> None:
    sys.stdout.write(text)


def _complain(text: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(text)


def main() -> None:
    """Run on the command line, and exit with its status."""
    _forgiving(sys.stdout)
    _forgiving(sys.stderr)
    try:
        code = _run(sys.argv[1:])
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough. Nothing more may be written, not even by the interpreter when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except KeyboardInterrupt:
        code = 130
    except OSError as error:
        _complain(f"sco: the output could not be written: {error.strerror}\n")
        os._exit(1)  # what is still in the buffer cannot be written either
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    if request := os.environ.get("_SCO_COMPLETE"):
        from scocli.completion import answered

        if found := answered(request, os.environ):
            _write(found[0])
            return found[1]
    if arguments == ["--version"]:
        from scocli import __version__

        _write(f"sco {__version__}\n")
        return 0
    from scocli.cli import run

    return int(run(arguments, _write, _complain))


if __name__ == "__main__":
    main()
