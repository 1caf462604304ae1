"""Put something into place whole or not at all."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory


def put(target: Path, make: Callable[[Path], None]) -> None:
    """Make a file or directory beside its place, and put it there when it is finished.

    :param target: the place; what stands there is replaced.
    :param make: makes it at a path of the same file system that does not exist yet.
    :raises OSError: if it cannot be made or put there; then what stood there stands there still.
    """
    with TemporaryDirectory(dir=target.parent, prefix=".sco-export-") as room:
        new, old = Path(room, "new"), Path(room, "old")
        make(new)
        # A directory can replace an empty one at best, so the old one steps aside.
        if target.is_dir():
            target.rename(old)
        try:
            new.replace(target)
        except BaseException:
            if old.exists():
                old.rename(target)
            raise
