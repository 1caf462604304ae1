"""How long the shell waits for completions, beside a bare program.

    python benchmarks/completion.py [--runs N]

The bare program (``bare.py``) is the least that one on this stack does. The exit status says whether the limits hold.
"""

import argparse
import sys

from common import RUNS, SCO, Limit, Program, medians, report

REQUESTS = {
    "all commands": "sco ",
    "a command": "sco sta",
    "an option": "sco status --i",
    "an option's value": "sco list --format ",
    "a country": "sco status Azer",
    "a country or person": "sco attendance ",
    "a country of the world": "sco status Franc",
    "a summit": "sco summit 2024",
    "a source": "sco sources k",
}
"""What is completed, and the command line up to the cursor."""
MOST = Limit(0.5)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("--runs", type=int, default=RUNS)
    programs = {
        name: Program((SCO,), {"_SCO_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line})
        for name, line in REQUESTS.items()
    }
    return not report(medians(programs, parser.parse_args().runs), dict.fromkeys(REQUESTS, MOST))


if __name__ == "__main__":
    sys.exit(main())
