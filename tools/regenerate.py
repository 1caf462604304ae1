"""Write all files that are made from others, or with ``--check`` say which of them are out of date.

    python tools/regenerate.py [--check]

The files, in this order: the data set in its canonical form, its lists in order, and its digest (only if it holds), the
same of the one on which the tests of the program run, the lists of facts and the answers in tests/golden, the JSON Schema, what
completion knows of the commands, the command reference, the pictures, and the examples in README.md and docs/.
"""

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import answers
import completions
import documents
import lists

from scocli.checking import schema
from scocli.dataset import DataSet
from scocli.models import Data
from scocli.validation import arrange, dump, parse

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data" / "sco.json"
FROZEN = ROOT / "tests" / "frozen" / "sco.json"
ANSWERS = ROOT / "tests" / "golden" / "answers.txt"
PICTURES = {
    "timeline.svg": "sco timeline",
    "matrix.svg": "sco matrix dialogue-partners --from 2015",
    "growth.svg": "sco growth",
}
"""The pictures in docs/images, and the commands that draw them."""


class Broken(Exception):
    """Something that has to be mended before files can be made from it."""


def _data(file: Path) -> Data:
    parsed = parse(arrange(file.read_text("utf-8")))
    if isinstance(parsed, list):
        raise Broken("\n".join(f"{file.relative_to(ROOT)}: {fault}" for fault in parsed))
    return parsed


def _vouched(file: Path, digest: Path) -> dict[Path, str]:
    text = dump(_data(file))
    return {file: text, digest: hashlib.sha256(text.encode()).hexdigest() + "\n"}


def data_set() -> dict[Path, str]:
    """The data set in its canonical form, with its lists in order, and its digest."""
    return _vouched(DATA, ROOT / "src/scocli/vouched.sha256")


def frozen_data_set() -> dict[Path, str]:
    """The data set on which the tests of the program run, likewise: in form, it follows the models."""
    return _vouched(FROZEN, FROZEN.parent / "vouched.sha256")


def fact_lists() -> dict[Path, str]:
    """The facts as lists, for whoever reviews a change of the data."""
    data = DataSet(_data(DATA))
    return {ROOT / "tests/golden" / f"{name}.csv": text for name, text in lists.written(data).items()}


def recorded_answers() -> dict[Path, str]:
    """What is answered on the data set of the tests to what :data:`ANSWERS` asks."""
    return {ANSWERS: answers.written(DataSet(_data(FROZEN)), ANSWERS.read_text("utf-8"))}


def json_schema() -> dict[Path, str]:
    """The JSON Schema of the data set."""
    return {ROOT / "data/sco.schema.json": schema()}


def completion() -> dict[Path, str]:
    """What commands take, for completion."""
    return {ROOT / "src/scocli/completion/commands.json": completions.table()}


def reference() -> dict[Path, str]:
    """The command reference."""
    return {ROOT / "docs/reference.md": documents.reference()}


def pictures() -> dict[Path, str]:
    """What some commands save as pictures."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, command in PICTURES.items():
            file = Path(folder, name)
            shown, status = documents.printed(f"{command} --output {file} --force")
            if status:
                raise Broken(f"{command}: {shown}")
            found[ROOT / "docs/images" / name] = file.read_text("utf-8")
    return found


def pages() -> list[Path]:
    """The documents with examples."""
    named = ("README.md", "CONTRIBUTING.md", "data/README.md")
    return [*(ROOT / name for name in named), *sorted((ROOT / "docs").glob("*.md"))]


def examples() -> dict[Path, str]:
    """The documents with what their examples print."""
    found = {}
    for page in pages():
        try:
            found[page] = documents.refreshed(page.read_text("utf-8"))
        except ValueError as error:
            raise Broken(f"{page.relative_to(ROOT)}: {error}") from None
    return found


MADE: tuple[Callable[[], dict[Path, str]], ...] = (
    data_set,
    frozen_data_set,
    fact_lists,
    recorded_answers,
    json_schema,
    completion,
    reference,
    pictures,
    examples,
)
"""What makes files from others, each from what those before it made."""


def differences(check: bool) -> list[str]:
    """How the files differ from what they should be; unless only checked, they are written.

    :raises Broken: if the data set does not hold, or an example cannot be run.
    """
    found = []
    for make in MADE:
        for path, text in make().items():
            old = path.read_text("utf-8") if path.exists() else ""
            if old == text:
                continue
            name = str(path.relative_to(ROOT))
            found.append(
                "\n".join(unified_diff(old.split("\n"), text.split("\n"), name, f"{name} (made)", "", "", 1, ""))
            )
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
    return found


def main() -> int:
    """Write or check the files; the exit status is 1 if one that is only checked is out of date, or cannot be made."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="write nothing; say what is out of date")
    check = parser.parse_args().check
    try:
        found = differences(check)
    except Broken as error:
        print(error, file=sys.stderr)
        return 1
    for difference in found:
        print("\n".join(difference.split("\n")[:40]) if check else difference.split("\n")[0].removeprefix("--- "))
    if check and found:
        print(f"\n{len(found)} files out of date: run python tools/regenerate.py", file=sys.stderr)
    return 1 if check and found else 0


if __name__ == "__main__":
    sys.exit(main())
