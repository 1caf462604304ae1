"""The known word that is a slip of the pen away from one that is not known, if there is just one."""

from collections.abc import Iterable, Mapping
from string import ascii_lowercase

_SHORTEST, _SHORT = 4, 5
_LONGEST = 30

MENDED = (
    "summit summits member members membership observer observers dialogue partner partners partnership status memorandum memoranda "
    "secretary general secretariat chairmanship country countries founder founders delegation delegations language "
    "languages official attend attended attending represent represented representing participate participated "
    "chairman leader leaders president minister ministers history which between organisation organization "
    "chaired hosted became become currently category attendance participants antiterrorist structure executive committee headquarters headquarter founded "
    "current present before founding admitted accession previous which where when what many there does were join joined held host first last next newest since before after with have ever year city full stand"
)
"""Words of questions, beside names, whose misspellings are mended; the others are too like other words."""

MEANT = (
    "alive angela brunel cameron cyrus dominic franc francs georgina granada greene grenade grenades hungry hussein indiana ismael "
    "hostel hots irna joiner joiners kahn leaver leavers lender lenders lsat mail misri observe observed observes ramon stats submit submits "
    "surname tainan"
)
"""Words a slip away from those that are mended which may well be meant in a question; others make no sense in any."""


def nearest(word: str, vocabulary: Mapping[str, object], letters: str = ascii_lowercase) -> str | None:
    """The one known word that is a slip away: a letter too many, too few, wrong, or two exchanged.

    Of a word of four or five letters only an exchange is a slip: with one of them wrong it may well be another word.
    Of several words one is taken if all of them mean the same.

    :param word: a word in small letters that is not known.
    :param vocabulary: the known words, each with what it means.
    :param letters: those that words are written in.
    :returns: ``None`` if no known word is a slip away, or several that differ in meaning are.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or not set(word) <= set(letters):
        return None
    if word in vocabulary or word in MEANT.split():
        return None
    near = slips(word, letters) & vocabulary.keys()
    found = sorted(known for known in near if len(known) > _SHORT or sorted(known) == sorted(word))
    return found[0] if len({repr(vocabulary[known]) for known in found}) == 1 else None


def slips(word: str, letters: str = ascii_lowercase) -> set[str]:
    """All that a word may be for if one slip was made in it, behind its first letter."""
    halves = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    return {
        *(head + tail[1:] for head, tail in halves),
        *(head + tail[1::-1] + tail[2:] for head, tail in halves if len(tail) > 1),
        *(head + letter + tail[1:] for head, tail in halves for letter in letters),
        *(head + letter + tail for head, tail in halves for letter in letters),
    }


def mendable(entries: Mapping[tuple[str, ...], tuple[str, object]], kinds: Iterable[str]) -> dict[str, object]:
    """The words whose misspellings are mended, each with what it means: those of names, and :data:`MENDED`.

    A name with an s behind it is not among them, nor a word of a name that alone is a word of questions ('states').

    :param entries: the phrases of a lexicon.
    :param kinds: the kinds of names.
    """
    names = frozenset(kinds)
    found: dict[str, object] = {}
    for words, (kind, value) in entries.items():
        *before, last = words
        is_possessive = last.endswith("s") and entries.get((*before, last[:-1])) == (kind, value)
        if kind not in names or is_possessive:
            continue
        for word in words:
            alone, _ = entries.get((word,), (kind, None))
            if alone in names:
                found[word] = (kind, value) if len(words) == 1 else entries.get((word,), word)
    for word in MENDED.split():
        found[word] = entries.get((word,), word)
    return found
