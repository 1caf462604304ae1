"""What people call the categories of status, and what a country can come to a summit as."""

from scocli.suggestions import nearest, not_understood
from scocli.text import fold, listed

CATEGORY_NAMES = {
    "member": ("member", "members", "member state", "member states", "member country", "member countries", "full member", "full members",
               "full member state", "full member states", "full membership", "membership", "member nation", "member nations"),
    "observer": ("observer", "observers", "observer state", "observer states", "observer country", "observer countries", "observership",
                 "observer nation", "observer nations"),
    "dialogue-partner": ("dialogue-partner", "dialogue-partners", "dialogue partner", "dialogue partners", "dialog partner", "dialog partners",
                         "dialogue partnership", "dialog partnership", "partner in dialogue", "partners in dialogue", "dialogue partner state",
                         "dialogue partner states", "dialogue partner country", "dialogue partner countries"),
    "partner": ("partner", "partners", "sco partner", "sco partners", "partner state", "partner states", "partner country",
                "partner countries", "sco partner state", "sco partner states", "partner nation", "partner nations", "sco partnership"),
}  # fmt: skip
"""What the categories are called, by id."""

CATEGORIES = listed([f"{category}s" for category in CATEGORY_NAMES])
"""All of them, as in a sentence."""


def find_category(words: str) -> str:
    """The id of a category, by any of its names.

    :raises NotUnderstood: if it is none.
    """
    return _found(
        CATEGORY_NAMES, "No category is called", words, f"There are {CATEGORIES}; all of them are listed by 'sco list'"
    )


def find_capacity(words: str) -> str:
    """A category's id, or ``guest``.

    :raises NotUnderstood: if it is neither.
    """
    called = CATEGORY_NAMES | {"guest": ("guest", "guests")}
    return _found(called, "No capacity is called", words, f"There are {CATEGORIES}, and guests")


def _found(called: dict[str, tuple[str, ...]], what: str, words: str, instead: str) -> str:
    key = fold(words)
    for found, names in called.items():
        if key in names:
            return found
    near = nearest(words, ((name, f"{found}s") for found, names in called.items() for name in names))
    raise not_understood(what, words, near, instead)
