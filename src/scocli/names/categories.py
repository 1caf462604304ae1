"""What people call the categories of status, and what a country can come to a summit as."""

from pathlib import Path

from scocli.suggestions import nearest, not_understood
from scocli.text import fold, listed, table

CATEGORY_NAMES = table(Path(__file__).with_suffix(".txt"))
"""What the categories are called, by id."""

CATEGORIES = listed([f"{category}s" for category in CATEGORY_NAMES])
"""All of them, as in a sentence."""


def find_category(words: str) -> str:
    """The id of a category, by any of its names. :raises NotUnderstood: if it is none."""
    return _found(
        CATEGORY_NAMES, "No category is called", words, f"There are {CATEGORIES}; all of them are listed by 'sco list'"
    )


def find_capacity(words: str) -> str:
    """A category's id, or ``guest``. :raises NotUnderstood: if it is neither."""
    called = CATEGORY_NAMES | {"guest": ("guest", "guests")}
    return _found(called, "No capacity is called", words, f"There are {CATEGORIES}, and guests")


def _found(called: dict[str, tuple[str, ...]], what: str, words: str, instead: str) -> str:
    key = fold(words)
    for found, names in called.items():
        if key in names:
            return found
    near = nearest(words, ((name, f"{found}s") for found, names in called.items() for name in names))
    raise not_understood(what, words, near, instead)
