"""All of some answers is as it was recorded: their words, tables, notes and sources, and why what is refused is refused."""

from difflib import ndiff
from pathlib import Path

import answers

from scocli.dataset import load

RECORDED = Path(__file__).parent / "golden" / "answers.txt"


def test_answers_are_as_recorded():
    """What differs is shown question by question; if it is meant, ``python tools/regenerate.py`` records it anew."""
    data = load()
    changed = []
    for asked, recorded in answers.blocks(RECORDED.read_text("utf-8")).items():
        told = answers.told(data, asked)
        if told != recorded:
            lines = ndiff(recorded.splitlines(), told.splitlines())
            changed.append("\n".join([asked, *(line for line in lines if not line.startswith("  "))]))
    assert not changed, "\n\n".join([f"{len(changed)} answers differ:", *changed])
