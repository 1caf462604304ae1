"""What was meant by a name that is not known, or that several things have."""

from collections.abc import Callable, Iterable

from scocli.errors import Ambiguous, NotUnderstood
from scocli.text import fold, listed, quoted

MOST_SUGGESTED = 3
_NEAR = 0.72
"""How alike a name must be to be suggested, as :mod:`difflib` measures it."""
_FEWEST_LETTERS = 3
"""Letters with which a name must begin to be suggested for them."""


def nearest(words: str, names: Iterable[tuple[str, str]], compared: Callable[[str], str] = fold) -> tuple[str, ...]:
    """What to suggest for words that are none of some names: a few at most, those that are spelled most alike first.

    :param names: each name that would have been understood, and what to suggest if it is near, or begins with the words.
    :param compared: the form in which words and names are compared.
    """
    from difflib import get_close_matches

    suggested: dict[str, list[str]] = {}
    for name, suggestion in names:
        suggested.setdefault(compared(name), []).append(suggestion)
    key = compared(words[:80])
    near = get_close_matches(key, suggested, n=2 * MOST_SUGGESTED, cutoff=_NEAR)
    if len(key) >= _FEWEST_LETTERS:
        near += [name for name in suggested if name.startswith(key)]
    return tuple(dict.fromkeys(suggestion for name in near for suggestion in suggested[name]))[:MOST_SUGGESTED]


def did_you_mean(near: tuple[str, ...]) -> str:
    """The question that suggests what is near."""
    return f"Did you mean {listed(near, 'or')}?"


def not_understood(what: str, words: str, near: Iterable[str], *instead: str) -> NotUnderstood:
    """The error for a name that is not known.

    :param near: what is nearest to it.
    :param instead: where nothing is near, what there is.
    """
    near = tuple(dict.fromkeys(near))[:MOST_SUGGESTED]
    hint = did_you_mean(near) if near else f"{'; '.join(instead)}."
    return NotUnderstood(f"{what} {quoted(words)}. {hint}", near)


def the_one(words: str, meanings: Iterable[str], way_out: str, shown: Iterable[str] = ()) -> str | None:
    """The one thing that has a name; ``None`` if nothing has.

    :param meanings: for each thing that has it, words that mean it alone.
    :param shown: what to call them, if not by these words.
    :raises Ambiguous: if several have it.
    """
    near = tuple(meanings)
    if len(near) > 1:
        raise Ambiguous(f"{quoted(words)} could be {listed(tuple(shown) or near, 'or')}: {way_out}.", near)
    return near[0] if near else None
