"""How each shell asks for words, by the scripts that Typer installs, and how it takes them."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from scocli.completion.words import Offer, Place, continued


class Typed(NamedTuple):
    """A command line up to the cursor.

    :ivar words: the words before the one at the cursor, without the program's name.
    :ivar word: that word's beginning.
    :ivar quote: the quotation mark that is open there, or ``""``.
    """

    words: list[str]
    word: str
    quote: str


def typed(line: str, escape: str = "\\") -> Typed:
    """The words of a command line as a shell reads them; what is open at its end is the word at the cursor."""
    words, word, quote, is_open = [], "", "", False
    characters = iter(line)
    for char in characters:
        if char == escape and quote != "'":
            following = next(characters, "")
            word += following if not quote or following in {quote, escape, "$", "`"} else char + following
            is_open = True
        elif char == quote:
            quote = ""
        elif not quote and char in {"'", '"'}:
            quote, is_open = char, True
        elif not quote and char.isspace():
            if is_open:
                words.append(word)
            word, is_open = "", False
        else:
            word += char
            is_open = True
    return Typed(words, word, quote)


def _typed_in_bash(environment: Mapping[str, str]) -> Typed:
    """Bash hands over the words apart, quoted as they were typed, and takes ``=`` for one."""
    given = environment.get("COMP_WORDS", "").split("\n")
    cursor = environment.get("COMP_CWORD", "")
    number = int(cursor) if cursor.isascii() and cursor.isdigit() else len(given) - 1
    before = [typed(word).word for word in given[1:number] if word != "="]
    last = typed(given[number]) if 0 < number < len(given) and given[number] != "=" else typed("")
    return Typed(before, last.word, last.quote)


def _typed_on_line(environment: Mapping[str, str], escape: str = "\\", behind: str = "") -> Typed:
    line = typed(environment.get("_TYPER_COMPLETE_ARGS", "") + behind, escape)
    return line._replace(words=line.words[1:])


def _typed_in_powershell(environment: Mapping[str, str]) -> Typed:
    """PowerShell leaves out the space in front of a word that has not been begun."""
    return _typed_on_line(environment, "`", "" if environment.get("_TYPER_COMPLETE_WORD_TO_COMPLETE") else " ")


def _for_bash(at: Place, line: Typed, offers: list[Offer]) -> str:
    """Words, one a line, quoted as the one at the cursor is.

    Of several, Bash types what they have in common, so that they must begin as the word does.
    """
    words = [offers[0].word] if len(offers) == 1 else [continued(at.word, offer.word) for offer in offers]
    if line.quote == "'":
        words = [word.replace("'", "'\\''") for word in words]
    else:
        special = r'["\\$`]' if line.quote else r"[^\w@%+=:,./-]"
        words = [re.sub(special, r"\\\g<0>", word) for word in words]
    return "".join(f"{word}\n" for word in words)


def _for_zsh(at: Place, line: Typed, offers: list[Offer]) -> str:
    """A command for Zsh to evaluate, which shows words with their help and quotes the one that is chosen."""
    if not offers:
        return "compset -P '*='; _files\n" if at.wants_file else ""
    words = [offers[0].word] if len(offers) == 1 else [continued(at.word, offer.word) for offer in offers]
    escaped = (f"{at.attached}{word}".replace("\\", "\\\\").replace(":", "\\:") for word in words)
    shown = [word + f":{offer.help}" * bool(offer.help) for word, offer in zip(escaped, offers, strict=True)]
    quoted = " ".join("'" + item.replace("'", "'\\''") + "'" for item in shown)
    return f"local -a offers=({quoted}); _describe -V sco offers -U\n"


def _for_fish(at: Place, line: Typed, offers: list[Offer]) -> str:
    """Words with their help, one a line. Fish ignores case, but not accents, and quotes the word that is chosen."""
    plain = all(offer.word.casefold().startswith(at.word.casefold()) for offer in offers)
    words = [offer.word if plain else continued(at.word, offer.word) for offer in offers]
    return "".join(f"{at.attached}{word}\t{offer.help}\n" for word, offer in zip(words, offers, strict=True))


def _for_powershell(at: Place, line: Typed, offers: list[Offer]) -> str:
    """Words, in quotation marks where they need them, with their help. A mark of any form ends what is quoted."""
    lines = []
    for word, help in offers:
        quoted = word if re.fullmatch(r"[\w.-]+", word) else "'" + re.sub("['‘’‚‛]", r"\g<0>\g<0>", word) + "'"
        lines.append(f"{at.attached}{quoted}:::{help or ' '}\n")
    return "".join(lines)


class Shell(NamedTuple):
    """How a shell asks for words, and takes them."""

    read: Callable[[Mapping[str, str]], Typed]
    write: Callable[[Place, Typed, list[Offer]], str]


SHELLS = {
    "bash": Shell(_typed_in_bash, _for_bash),
    "zsh": Shell(_typed_on_line, _for_zsh),
    "fish": Shell(_typed_on_line, _for_fish),
    "powershell": Shell(_typed_in_powershell, _for_powershell),
    "pwsh": Shell(_typed_in_powershell, _for_powershell),
}
