"""What people call people: in full, by a surname, by initials, with the family's name first or last."""

import re
from collections.abc import Iterator
from itertools import chain, combinations

from scocli.dataset import DataSet, grouped
from scocli.suggestions import nearest, not_understood, the_one
from scocli.text import fold

PEOPLE_ARE = "'sco summit SUMMIT --show people' names who led the delegations to a summit"

FATHERS = (
    "ovich", "evich", "ovna", "evna", "uly", "uulu", "ugli", "oglu", "ович", "евич", "овна", "евна", "ич", "улы",
    "уулу", "угли", "оглы", "ұлы",
)  # fmt: skip
"""How names end that are made of a father's."""
_LATIN = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ә": "a", "ғ": "g",
    "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u",
    "є": "ye", "ї": "i", "ґ": "g",
})  # fmt: skip
"""Letters of Cyrillic alphabets, folded, in Latin ones."""
_ALIKE = (
    (r"kh|x", "h"), (r"dzh|zh|dj", "j"), (r"q", "k"), (r"w", "v"), (r"ou", "u"), (r"ph", "f"), (r"tch", "ch"),
    (r"[iy]+(?=[aeou])", ""), (r"[iy]+", "i"), (r"['`]", ""), (r"(.)\1+", r"\1"),
)  # fmt: skip
"""Letters that transliterations differ in, each with what stands for all of them."""


def written_names(data: DataSet, language: str) -> Iterator[tuple[str, str]]:
    """What people and cities are called in Russian or Chinese, each with the English name; and surnames, alone in both."""
    aliases = {person.name: person.aliases for person in data.data.persons}
    for written in data.data.naming.written:
        if name := getattr(written, language):
            yield name, written.name
            surname = name.replace("·", " ").split()[-1]
            english = " ".join(written.name.split()[-1 - surname.count("-") :])
            if surname != name and english in aliases.get(written.name, ()):
                yield surname, english


def person_names(data: DataSet) -> dict[str, list[str]]:
    """Every folded name of the people in the data set, with the people who are called so."""
    called = ((fold(name), person.name) for person in data.data.persons for name in (person.name, *person.aliases))
    found = {name: list(dict.fromkeys(people)) for name, people in grouped(called).items()}
    for name, english in chain(written_names(data, "ru"), written_names(data, "zh")):
        if people := found.get(fold(english)):
            found[fold(name)] = list(dict.fromkeys((*found.get(fold(name), ()), *people)))
    return found


def people_called(data: DataSet, words: str) -> list[str]:
    """The names under which those are listed whom words can mean.

    A whole name or alias comes first; then names with their words in the other order, with initials, without those in
    the middle, and with a father's name or its initial that the data do not have.
    """
    known = data.cached("people", person_names)
    if found := known.get(fold(words)):
        return found
    written = _words(words)
    spellings = data.cached("people.spellings", other_spellings) if len(written) > 1 else {}
    plain = tuple(word for word in written if not word.endswith(FATHERS))
    if len(plain) < 2:
        return spellings.get(written, [])
    # The last of several initials may be a father's.
    initials = tuple(re.sub(r"(?<=\b\w )\w\b(?! \w\b)", "", " ".join(written)).split(" "))
    return spellings.get(written) or spellings.get(plain) or spellings.get(initials) or known.get(" ".join(plain), [])


def find_person(data: DataSet, words: str) -> str:
    """The name under which a person is listed.

    :raises NotUnderstood: if nobody in the data set is called so, or several people are.
    """
    if person := the_one(words, people_called(data, words), "give the full name"):
        return person
    raise not_understood("The data name nobody called", words, near_people(data, words), PEOPLE_ARE)


def near_people(data: DataSet, words: str) -> tuple[str, ...]:
    """Who may be meant by a name that nobody has: whose name sounds like it, or is one of its words."""
    known = data.cached("people", person_names)
    near = nearest(words, ((name, person) for name, people in known.items() for person in people), sound)
    return near or tuple(person for word in _words(words) for person in known.get(word, []))


def _words(name: str) -> tuple[str, ...]:
    return tuple(filter(None, re.split(r"[\s.,·•・‧-]+", fold(name))))


def other_spellings(data: DataSet) -> dict[tuple[str, ...], list[str]]:
    """How the names of people are written beside their aliases, in words, with the people who are called so."""
    known = data.cached("people", person_names).items()
    names = grouped(((person, name.isascii()), _words(name)) for name, people in known for person in people)
    long = ((person, words, called) for (person, _), called in names.items() for words in called if len(words) > 1)
    found = grouped((spelling, person) for person, words, called in long for spelling in _spellings(words, called))
    return {spelling: list(dict.fromkeys(people)) for spelling, people in found.items()}


def _spellings(name: tuple[str, ...], names: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, ...]]:
    """The spellings of one name: given names in full or as initials, the first and any others, before or behind the family's.

    Behind all initials, an empty word stands for that of a father's name.

    :param names: all names of the person; of one word there is the family's name, in one spelling or several.
    """
    short = [other[0] for other in names if len(other) == 1]
    ends_with_family = any(other != name and name[-len(other) :] == other for other in names)
    family = name[0] if name[0] in short and not ends_with_family else name[-1]
    first, *others = (word for word in name if word != family)
    for some in chain.from_iterable(combinations(others[:4], count) for count in range(len(others[:4]) + 1)):
        initials = tuple(word[0] for word in (first, *some))
        is_whole = len(some) == len(others) and len(name) == max(map(len, names))
        for given in ((first, *some), initials, (*initials, ""))[: 2 + is_whole]:
            for surname in (family, *(word for word in short if word not in name)):
                yield (*given, surname)
                yield (surname, *given)


def sound(name: str) -> str:
    """What nearness of people's names is measured by: Latin letters for Cyrillic, transliterations alike, words in order."""
    latin = fold(name).translate(_LATIN)
    for pattern, letter in _ALIKE:
        latin = re.sub(pattern, letter, latin)
    return " ".join(sorted(_words(latin)))
