"""How long commands take from the keyboard to the answer, and how much memory, beside a bare program.

    python benchmarks/startup.py [--runs N]

The bare program (``bare.py``) is the least that one on this stack does. The exit status says whether the limits hold.
"""

import argparse
import sys

from common import RUNS, SCO, Limit, Program, medians, report

COMMANDS = {
    "sco --version": (("--version",), Limit(0.5)),
    "sco status Azerbaijan": (("status", "Azerbaijan"), Limit(0.9)),
    "sco list": (("list",), Limit(0.9)),
    "sco attendance Azerbaijan": (("attendance", "Azerbaijan"), Limit(0.9)),
    'sco ask "what is Azerbaijan\'s status"': (("ask", "what is Azerbaijan's status"), Limit(1.0)),
    "sco status Azerbaijan -f json": (("status", "Azerbaijan", "--format", "json"), Limit(0.9)),
    "sco timeline": (("timeline",), Limit(0.9)),
    "sco --help": (("--help",), Limit(0.9)),
}
"""What is measured, with the most that it may cost."""
TAB = "Tab behind 'sco status Az'"
PRESSED = Program((SCO,), {"_SCO_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "sco status Az"})
"""What a shell calls to complete a line; :mod:`completion` measures every kind of it."""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("--runs", type=int, default=RUNS)
    programs = {name: Program((SCO, *arguments)) for name, (arguments, _) in COMMANDS.items()}
    programs[TAB] = PRESSED
    limits = {name: limit for name, (_, limit) in COMMANDS.items()} | {TAB: Limit(0.5)}
    return not report(medians(programs, parser.parse_args().runs), limits)


if __name__ == "__main__":
    sys.exit(main())
