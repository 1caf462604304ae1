"""Files and directories put in place whole or not at all."""

import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import NoReturn

_ENDING = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGALRM", "SIGXCPU") if hasattr(signal, name)
)  # SIGINT raises KeyboardInterrupt already
"""Signals that end a program at once, unless it sees to them."""


@contextmanager
def _tidy() -> Iterator[None]:
    """Let what has been begun be cleared away before a signal ends the program, as it then does."""
    if threading.current_thread() is not threading.main_thread():  # which alone is told of signals
        yield
        return
    told: list[int] = []

    def end(number: int, _: FrameType | None) -> NoReturn:
        told.append(number)
        for other in before:
            signal.signal(other, signal.SIG_IGN)
        raise SystemExit(128 + number)

    before = {number: signal.getsignal(number) for number in _ENDING}
    before = {number: handler for number, handler in before.items() if handler not in (signal.SIG_IGN, None)}
    for number in before:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if told:
            signal.raise_signal(told[0])


def put(target: Path, make: Callable[[Path], None], clear: Callable[[], None] = lambda: None) -> None:
    """Make a file or directory beside its place, and put it there when it is finished.

    What is replaced hands on its mode, in a directory each file to that of its name.

    :param target: the place; what stands there is replaced.
    :param make: makes it at a path of the same file system that does not exist yet.
    :param clear: takes away what would be taken for a part of it, when it is finished and before it is put there.
    :raises OSError: if it cannot be made or put there; then what stood there stands there still.
    """
    with _tidy(), TemporaryDirectory(dir=target.parent, prefix=".sco-") as room:
        new, old = Path(room, "new"), Path(room, "old")
        make(new)
        _keep_modes(target, new)
        clear()
        try:
            # A directory can replace an empty one at best, so the old one steps aside.
            if target.is_dir():
                target.rename(old)
            new.replace(target)
        except BaseException:
            if old.exists() and not target.exists():
                old.rename(target)
            raise


def _keep_modes(old: Path, new: Path) -> None:
    for path in (new, *new.rglob("*")) if new.is_dir() else (new,):
        if (before := old / path.relative_to(new)).exists():
            shutil.copymode(before, path)
