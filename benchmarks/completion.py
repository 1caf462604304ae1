"""How long the shell waits for completions, beside a bare program of Typer and Rich that prints one table.

Run as ``python benchmarks/completion.py``. Each request and the bare program take turns, so that what else the
machine does falls on all of them; what is printed are medians, and the ratio to the bare program.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 15
BARE = """
import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()


@app.command()
def show() -> None:
    table = Table("Country", "Status")
    table.add_row("Azerbaijan", "SCO partner")
    Console().print(table)


app()
"""
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


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """How long a command takes, which must print something."""
    begun = time.perf_counter()
    ended = subprocess.run(command, env=os.environ | environment, capture_output=True, check=True)
    taken = time.perf_counter() - begun
    if not ended.stdout:
        raise SystemExit(f"{command} {environment} printed nothing")
    return taken


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as directory:
        bare = Path(directory) / "bare.py"
        bare.write_text(BARE, "utf-8")
        programs = {"bare Typer + Rich": ([sys.executable, str(bare)], {})}
        for name, line in REQUESTS.items():
            asked = {"_SCO_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line}
            programs[name] = ([sys.executable, "-m", "scocli"], asked)
        taken: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(RUNS):
            for name, (command, environment) in programs.items():
                taken[name].append(seconds(command, environment))
    medians = {name: statistics.median(times) for name, times in taken.items()}
    for name, median in medians.items():
        print(f"{name:24}{median * 1000:6.0f} ms{median / medians['bare Typer + Rich']:8.2f}")


if __name__ == "__main__":
    main()
