"""How words are compared, and how text from outside is made safe to show."""

import re
import unicodedata
from itertools import filterfalse

_LONGEST_QUOTE = 80
# Quotes and hyphens, and letters that no decomposition takes apart, as people write them on a plain keyboard.
_PLAIN = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u02bc": "'",
        "\u02bb": "'",
        "\u2010": "-",
        "\u2011": "-",
        "\u2013": "-",
        "\u2014": "-",
    }
    | {"ı": "i", "ø": "o", "đ": "d", "ł": "l"}
)


def fold(words: str) -> str:
    """The form in which two spellings of a name are equal: no case, no accents, no repeated spaces, plain quotes.

    'TÜRKİYE', 'Türkiye' and ' turkiye ' all give 'turkiye'.
    """
    if words.isascii():
        return " ".join(words.lower().split())
    apart = unicodedata.normalize("NFKD", words).casefold()
    bare = "".join(filterfalse(unicodedata.combining, apart))
    return " ".join(unicodedata.normalize("NFC", bare).translate(_PLAIN).split())


def visible(text: str) -> str:
    r"""Text of one line, in which control, bidirectional and other invisible characters are written out, as ``\\x1b``.

    Whatever comes from an argument or a foreign data set passes here before it is shown, so that it can
    neither drive the terminal nor reorder what is read. Undecodable bytes (surrogates) become visible too.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def quoted(words: str) -> str:
    """Words as a message quotes them: what cannot be seen is written out, and they are cut where they are long."""
    return repr(words) if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]!r}..."


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def capitalized(text: str) -> str:
    """A text as a sentence: its first letter a capital."""
    return text[:1].upper() + text[1:]


_WITH_ARTICLE = re.compile(
    r"^United |\b(Bahamas|Comoros|Emirates|Gambia|Islands|Netherlands|Philippines|Republic|Territories)$"
)


def with_article(name: str) -> str:
    """An English name of a country as it stands in running text: 'the United Arab Emirates', 'Azerbaijan'."""
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


def listed(items: list[str] | tuple[str, ...], last: str = "and") -> str:
    """Items as in a sentence: 'A', 'A and B', 'A, B and C'."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
