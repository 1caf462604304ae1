"""The file that a data set is read from: where it is, whether it is vouched for, and its text."""

import hashlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from scocli.invariants import Fault

LARGEST_FILE = 64 * 1024 * 1024
"""Largest file that is read, in bytes."""

_HANDED_OVER = re.compile(r"/dev/(stdin|fd/\d+)|/proc/self/fd/\d+", re.ASCII)
"""What stands for a file, pipe or terminal that was open when the program began."""
_WAIT = 2_000
"""Milliseconds in which something must come by a pipe."""

_HERE = Path(__file__).parent
VOUCHED = _HERE / "vouched.sha256"
"""The digest of the data set that comes with the program, written when it was found to hold."""


class DataSetError(Exception):
    """A data set that cannot be read or does not hold.

    :ivar path: the file.
    :ivar faults: all that is wrong with it, each with its place.
    """

    def __init__(self, path: str, faults: "list[Fault]") -> None:
        super().__init__(f"{path}: {len(faults)} fault{'s' * (len(faults) != 1)}")
        self.path = path
        self.faults = faults


def bundled_path() -> Path:
    """The data set that comes with the program.

    An installed package carries it; in a source tree (an editable install) it is ``data/sco.json``.
    """
    installed = _HERE / "sco.json"
    return installed if installed.is_file() else _HERE.parents[1] / "data" / "sco.json"


def version(of_program: str) -> str:
    """The version of the program, and the day of the data that come with it, which stands at their head."""
    from scocli.days import spoken

    with bundled_path().open(encoding="utf-8") as file:
        day = re.search('"through": "([^"]*)"', file.read(1_000))
    return f"sco {of_program}{f', data to {spoken(day[1])}' if day else ''}\n"


def _read(path: Path) -> bytes:
    """The bytes of a file or of a pipe. :raises ValueError: if it cannot be read or is too large."""
    try:
        if not (path.is_file() or path.is_fifo() or _HANDED_OVER.fullmatch(str(path))):
            raise ValueError(
                "is a directory" if path.is_dir() else "is not a file" if path.exists() else "does not exist"
            )
        with _open_pipe(path) if path.is_fifo() else path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ValueError(f"cannot be read ({error.strerror or error})") from None
    if not raw:
        raise ValueError("is empty")
    if len(raw) > LARGEST_FILE:
        raise ValueError(f"is larger than {LARGEST_FILE // 1024 // 1024} MB")
    return raw


def _open_pipe(path: Path) -> BinaryIO:
    """Open a pipe to read. :raises ValueError: if it has a name, and nothing comes by it for a while."""
    if _HANDED_OVER.fullmatch(str(path)):
        return path.open("rb")
    from select import poll

    file = os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb")
    waiting = poll()
    waiting.register(file)
    if not waiting.poll(_WAIT):
        file.close()
        raise ValueError("is not a file")
    os.set_blocking(file.fileno(), True)
    return file


def is_vouched_for(text: str) -> bool:
    """Whether this is the data set that was found to hold when the program was made."""
    try:
        return hashlib.sha256(text.encode()).hexdigest() == VOUCHED.read_text("ascii").strip()
    except (OSError, ValueError):
        return False


def read_text(place: Path) -> str:
    """The text of a file, without the mark that some editors put in front.

    :raises DataSetError: if it cannot be read, is too large or is not UTF-8.
    """
    try:
        raw = _read(place)
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        from json import detect_encoding

        encoding = detect_encoding(raw)
        begins = raw.decode(encoding, "replace").lstrip("\ufeff \r\n")[:1]
        is_other = begins == "{" and not encoding.startswith("utf-8")
        problem = f"is {encoding[:6].upper()}, not UTF-8" if is_other else f"is not UTF-8 (byte {error.start})"
    except ValueError as error:
        problem = str(error)
    from scocli.invariants import Fault
    from scocli.text import decoded

    raise DataSetError(decoded(str(place)), [Fault("", problem)])
