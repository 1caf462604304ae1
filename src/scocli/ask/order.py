"""The phrases of a question, in the order in which English puts them: what asks comes first.

Of a question that asks for yes or no 'is it true that' stands there.
"""

import re
from itertools import pairwise, takewhile, zip_longest

from scocli.ask.tables import Phrase
from scocli.days import MONTHS

_FIRST_LABELS = frozenset({"a", "A", "1"})
"""What stands in front of the first of those that are given to choose from."""
_JOINS = frozenset({"and", "or", ","})
"""What joins names."""
_TAKES_NOUN = frozenset({"which", "how many", "list"})
"""What asks of the noun that stands behind it."""
_LONG = 5
"""Letters from which on a word that is said twice is said once: 'in SCO', 'summit'; but not one that tells a time."""
_OF_TIME = frozenset({*MONTHS, "after", "before", "until", "between"})
"""What is not said twice of one time."""
_WHICH_OF_THESE = Phrase("which of these countries", "asks")
_OF_MEANING = frozenset({"mean", "difference between"})
_YES_NO = Phrase("is it true that", "asks")
_IS, _WAS = Phrase("is", "verb"), Phrase("was", "verb")
_BESIDE = frozenset({"together with", "except"})
"""What stands, with its names, behind all else."""
_WHERE = Phrase("where", "asks")
_HOW_MANY = Phrase("how many", "asks")
_ASKS_PLACE = frozenset({"where", "in which city", "which cities"})
_BEFORE_CHOICE = frozenset({",", "in"})
"""What may stand before names to choose from."""
_CHOICE = frozenset({"who", "which", "which country", "which countries", "list", "which of the following"})
"""What asks for some of those that are given behind it."""
_BY_CATEGORY = Phrase("list members by category")
_COMPARED = frozenset({"joined earlier", "joined later"})
"""What is asked of some that are named beside each other."""
_BESIDE_COMPARED = frozenset(
    {"who", "which", "which country", "is", "was", "and", "or", "SCO", "in SCO", ",", "-", "?"}
)
"""What asks nothing more of them."""


def in_order(phrases: list[Phrase]) -> str:
    """Phrases as an English question: in each of its sentences what asks comes first."""
    if not any("summit" in phrase.english or "meeting" in phrase.english for phrase in phrases):
        phrases = [Phrase("members", "holders") if phrase.english == "participants" else phrase for phrase in phrases]
    sentences = _with_what_is_asked_of_them(_sentences(phrases))
    if sentences and _chooses(sentences):
        sentences[0] = _of_these(sentences[0])
    said = ""
    for sentence in sentences:
        if said.endswith("?") and _asks(sentence):
            said = f"{said[:-1].rstrip()} and"  # two questions one after the other
        said = f"{said} {_sentence(sentence)}".strip()
    text = re.sub(r"\s+(?=[?!.:;,)])", "", said)
    return text.removesuffix("?") if ":" in text else text  # a list behind a colon


def _sentences(phrases: list[Phrase]) -> list[list[Phrase]]:
    """The sentences of a question, each with the sign that ends it; options to choose from are one each."""
    found: list[list[Phrase]] = [[]]
    for phrase, behind in zip_longest(phrases, phrases[1:]):
        if phrase.english in _FIRST_LABELS and behind and behind.english == ")" and found[-1]:
            found.append([])
        if phrase.english:
            found[-1].append(phrase)
        if phrase.role == "sign" and phrase.english in "?!.:;":
            found.append([])
    return [sentence for sentence in found if sentence]


def _with_what_is_asked_of_them(sentences: list[list[Phrase]]) -> list[list[Phrase]]:
    """Sentences with what stands before a colon, or is to be chosen from, put into what is asked of it.

    'RATS: where is it?', 'Beijing or Shanghai: where is it?', 'Where is it? Beijing or Shanghai?'
    """
    for at, (first, second) in enumerate(pairwise(sentences)):
        joined: list[Phrase] = []
        if _is_choice(second) and _asks(first):
            joined = _choosing(first, second)
        elif first[-1].english == ":" and _is_asked(second) and not _is_asked(first):
            joined = _choosing(second, first) if _is_choice(first) else [*first[:-1], *second]
        if joined:
            return [*sentences[:at], joined, *sentences[at + 2 :]]
    return sentences


def _is_asked(phrases: list[Phrase]) -> bool:
    """Whether something is asked, or said."""
    return any(phrase.role in ("asks", "verb") or phrase.english == "whether" for phrase in phrases)


def _is_choice(phrases: list[Phrase]) -> bool:
    """Whether phrases are names, with 'or' between them."""
    said = [phrase for phrase in phrases if phrase.english not in ("in", "?", ":", ".", ",")]
    roles = [phrase.role == "name" for phrase in said]
    return len(said) > 1 and [p.english for p in said[-2:-1]] == ["or"] and sum(roles) == len(said) - 1 and roles[-1]


def _choosing(asked: list[Phrase], choice: list[Phrase]) -> list[Phrase]:
    """What is asked, and behind it the names to choose from."""
    names = [phrase for phrase in choice if phrase.role == "name"]
    listed = [part for name in names for part in (Phrase(",", "sign"), name)][1:]
    return [*(phrase for phrase in asked if phrase.english not in ("?", ":")), Phrase(":", "sign"), *listed]


def _chooses(sentences: list[list[Phrase]]) -> bool:
    """Whether the first of some sentences asks of which of the names behind it something holds."""
    first, *others = sentences
    given = [phrase for other in others for phrase in other if phrase.role == "name"]
    asks = {phrase.english for phrase in first if phrase.role == "asks"}
    is_of_members = any(phrase.role == "holders" or "in SCO" in phrase.english for phrase in first)
    names = any(phrase.role == "name" for phrase in first)
    return len(given) > 1 and asks <= _CHOICE and is_of_members and not names


def _sentence(phrases: list[Phrase]) -> str:
    """A sentence in which what asks comes first; its clauses, each of which asks, one after the other."""
    phrases = _as_english_has_them(_said_once(phrases))
    if compared := _compared(phrases):
        return compared
    if any("following" in phrase.english for phrase in phrases):
        phrases = _of_these(phrases)
    for at, phrase in enumerate(phrases):
        if phrase.english in _BEFORE_CHOICE and at and _is_choice(phrases[at:]):
            asked = phrases[:at] if _asks(phrases[:at]) else [_WHERE, *phrases[:at]]
            if phrase.english == "," or any(part.english in _ASKS_PLACE for part in asked):
                return f"{_sentence(asked)}{_joined(_choosing([], phrases[at:]))}"
    said = [_joined(_clause(clause) if _asks(clause) else _yes_or_no(clause)) for clause in _clauses(phrases)]
    return " and ".join(said)


def _as_english_has_them(phrases: list[Phrase]) -> list[Phrase]:
    """Phrases of which English has some elsewhere, or others: names joined by 'and'."""
    phrases = list(phrases)
    for at in range(1, len(phrases)):
        beside = [phrase.role for phrase in (phrases[at - 1], *phrases[at + 1 : at + 2])]
        if phrases[at].english == "since" and beside == ["name", "name"]:
            phrases[at] = Phrase("and")  # 'Индию с Пакистаном'
        if phrases[at].english == "country" and phrases[at - 1].english.isdigit() and _is_of_members(phrases):
            phrases[at] = Phrase("members")  # 'в ШОС 9 стран?'
    return phrases


def _clauses(phrases: list[Phrase]) -> list[list[Phrase]]:
    """The clauses of a sentence, each of which asks."""
    clauses: list[list[Phrase]] = [[]]
    for at, phrase in enumerate(phrases):
        asked = [part for part in clauses[-1] if part.role == "asks"]
        behind = phrases[at + 1 : at + 2]
        is_again = phrase.english == "," and behind == asked != [_HOW_MANY]  # 'the year, when'
        of_truth = any(part.english == "whether" for part in clauses[-1])
        asks = (of_truth or any(part.english != "list" for part in asked)) and _asks(phrases[at + 1 :]) and not is_again
        if phrase.english in ("and", ",") and asks:
            clauses.append([])
        else:
            clauses[-1].append(phrase)
    return clauses


def _is_of_members(phrases: list[Phrase]) -> bool:
    """Whether the countries that are counted are those that are in the organisation: 'в ШОС 9 стран?'."""
    roles = {phrase.role for phrase in phrases if phrase not in (_YES_NO, _IS, _WAS)}
    return roles.isdisjoint(("asks", "holders", "verb")) and any("SCO" in phrase.english for phrase in phrases)


def _joined(phrases: list[Phrase]) -> str:
    return " ".join(phrase.english for phrase in phrases)


def _asks(phrases: list[Phrase]) -> bool:
    return any(phrase.role == "asks" for phrase in phrases)


def _compared(phrases: list[Phrase]) -> str:
    """The question which of some countries was first or last, in whatever order it has them; none if it asks for more."""
    names = [phrase.english for phrase in phrases if phrase.role == "name"]
    others = {phrase.english for phrase in phrases if phrase.role != "name"} - _BESIDE_COMPARED
    are_joined = any(phrase.english in ("and", "or") for phrase in phrases) and len(names) > 1
    return (
        f"who {others.pop()} {' or '.join(names)}?" if are_joined and len(others) == 1 and others <= _COMPARED else ""
    )


def _said_once(phrases: list[Phrase]) -> list[Phrase]:
    """A sentence in which what was said twice is said once: 'in SCO Iran in SCO', 'the secretariat and headquarters'."""
    again = [
        phrase.role != "asks"
        and len(phrase.english) >= _LONG
        and phrase[:2] in [other[:2] for other in phrases[at + 1 :]]
        and phrase.english not in _OF_TIME
        for at, phrase in enumerate(phrases)
    ]
    names_it = any(phrase.english.endswith(" SCO") and phrase.english != "in SCO" for phrase in phrases)
    again = [is_again or (names_it and p.english == "SCO") for is_again, p in zip(again, phrases, strict=True)]
    joins = [at and again[at - 1] and phrase.english == "and" for at, phrase in enumerate(phrases)]
    return [phrase for at, phrase in enumerate(phrases) if not again[at] and not joins[at]]


def _of_these(phrases: list[Phrase]) -> list[Phrase]:
    """A sentence that asks which of those that are given are something: to be in the organisation is to be a member."""
    rest = [p for p in phrases if p.role != "asks" and p.english not in ("following", "is", "was", "country")]
    if any(phrase.role == "holders" for phrase in rest):
        rest = [phrase._replace(english=phrase.english.replace("in SCO", "").strip()) for phrase in rest]
    rest = [phrase._replace(english=phrase.english.replace("in SCO", "members")) for phrase in rest if phrase.english]
    rest.sort(key=lambda phrase: [phrase.english != "not", phrase.role != "verb", phrase.role != "holders"])
    return [_WHICH_OF_THESE, *rest]


def _yes_or_no(phrases: list[Phrase]) -> list[Phrase]:
    """A sentence in which nothing asks; what says that yes or no is asked for, or a verb before a question mark, asks in front."""
    marked = any(phrase.english == "whether" for phrase in phrases)
    rest = [phrase for phrase in phrases if phrase.english != "whether"]
    roles = {phrase.role for phrase in rest}
    counts = any(phrase.english.isdigit() and after.english == "members" for phrase, after in pairwise(rest))
    is_of_holder = "name" in roles and (
        "holders" in roles or any(phrase.english in ("in SCO", "chairs SCO") for phrase in rest)
    )
    is_asked = rest[-1:] and rest[-1].english == "?" and ("verb" in roles or is_of_holder or counts)
    if not marked and (not is_asked or any(phrase.english.startswith("status") for phrase in rest)):
        return rest
    return [_YES_NO, *rest]


def _clause(phrases: list[Phrase]) -> list[Phrase]:
    """A clause with what asks, and the noun behind it, in front."""
    asks = [phrase for phrase in phrases if phrase.role == "asks"]
    if other := [phrase for phrase in asks if phrase.english != "list"]:
        # 'which countries are in it: list' is asked once
        phrases, asks = [phrase for phrase in phrases if phrase.english != "list"], other
    if len({p.english for p in phrases if p.role == "holders"}) > 2 and not any(p.role == "name" for p in phrases):
        about = [phrase for phrase in phrases if phrase.role not in ("asks", "holders")]
        return [_BY_CATEGORY, *(phrase for phrase in about if phrase.english not in ("is", "was", *_JOINS))]
    front: list[Phrase] = []
    rest: list[Phrase] = []
    for at, phrase in enumerate(phrases):
        before = [p for p in phrases[:at] if not p.english.isdigit()][-1:]
        takes_noun = before and before[0] in asks and before[0].english in _TAKES_NOUN
        if phrase in front:
            continue
        if phrase in asks:
            front += [*([Phrase("and")] if front else []), phrase]
        elif takes_noun and phrase.role in ("word", "holders"):
            front.append(phrase)
        elif phrase.english != "whether":
            rest.append(phrase)
    return _as_english_asks(front, rest)


def _as_english_asks(front: list[Phrase], rest: list[Phrase]) -> list[Phrase]:
    """What asks, and the rest of a clause, where English asks in other words than what stands there."""
    if any("summit" in phrase.english for phrase in rest):
        rest = [phrase for phrase in rest if phrase.english != "held"]
        if front[0].english == "how many times" and not any(phrase.role in ("name", "verb") for phrase in rest):
            rest.sort(key=lambda phrase: phrase.english != "summit")  # not 'until 2020 summit', the one of 2020
    for at in [at for at, phrase in enumerate(rest) if phrase.english in _BESIDE]:
        names = list(takewhile(lambda phrase: phrase.role == "name" or phrase.english in _JOINS, rest[at + 1 :]))
        rest = [*rest[:at], *rest[at + 1 + len(names) :], rest[at], *names]
    of_holders = any(phrase.role == "holders" for phrase in front + rest)
    counted = [phrase for phrase in front[1:] if not phrase.english.isdigit()]
    if of_holders and front[0].english == "which" and (not counted or counted[0].role == "holders"):
        front[0] = Phrase("which countries are", "asks")
    is_of_some = len(front) > 2 or front[0].english == "list"  # 'which 10 countries', 'list the countries'
    of_countries = [phrase.english for phrase in counted or rest if phrase.role == "word" or counted][:1] == ["country"]
    if of_countries and is_of_some and any(phrase.english == "in SCO" for phrase in rest):
        front = [phrase for phrase in front if phrase not in counted]
        rest = [Phrase("members"), *(phrase for phrase in rest if phrase.english not in ("in SCO", ",", "country"))]
    if of_holders and front[0].english == "what" and not any(phrase.english in _OF_MEANING for phrase in rest):
        front[0] = Phrase("what does mean", "asks")
    return front + rest
