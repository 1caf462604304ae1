"""All of some answers is as it was recorded: their words, tables, notes and sources, and why what is refused is refused."""

from difflib import unified_diff
from pathlib import Path

import answers

from scocli.ask.lexer import language_of
from scocli.dataset import load
from scocli.queries import VERBS

RECORDED = answers.blocks((Path(__file__).parent / "golden" / "answers.txt").read_text("utf-8"))


def test_answers_are_as_recorded():
    """What differs is shown question by question; if it is meant, ``python tools/regenerate.py`` records it anew."""
    data = load()
    changed = []
    for asked, recorded in RECORDED.items():
        try:
            told = answers.told(data, asked)
        except Exception as error:  # noqa: BLE001 - whatever it is, the rest is compared too
            told = repr(error)
        if told != recorded:
            _, _, *lines = unified_diff(recorded.splitlines(), told.splitlines(), n=0, lineterm="")
            changed.append("\n".join([asked, *(line for line in lines if not line.startswith("@@"))]))
    assert not changed, "\n\n".join([f"{len(changed)} answers differ:", *changed])


def test_answers_of_every_command_and_language_are_recorded():
    """So that none is left out by a file that was cut."""
    lines = [asked.split() for asked in RECORDED]
    assert {words[2] for words in lines if words[0] == "$" and len(words) > 2} >= {*VERBS} - {""}
    assert {language_of(asked[2:]) for asked in RECORDED if asked.startswith("? ")} == {"en", "ru", "zh"}
