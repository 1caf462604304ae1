"""What a question asks for: told by its question words, its first noun, or that it begins with a verb."""

from scocli.ask.lexer import Token
from scocli.ask.summits import SummitPhrase

_BY_WORD = {
    "UNTILWHEN": "when", "LASTING": "when", "WHEN": "when", "SINCEWHEN": "when", "SINCE": "when", "STARTDAY": "when", "ENDDAY": "when", "HOWLONG": "duration",
    "HOWMANY": "count", "WHERE": "where", "CAPACITYASKED": "capacity", "NUMBERASKED": "number",
}  # fmt: skip
"""What question words ask for, wherever no other question word stands before them."""

NOUNS = {
    "CATEGORY": "countries", "COUNTRYWORD": "countries", "GUEST": "countries", "FOUNDERWORD": "countries", "PARTICIPANTS": "countries",
    "NOTCATEGORY": "countries", "FORMER": "countries", "NEVERCATEGORY": "countries", "NOTFOUNDERS": "countries", "HOST": "countries", "JOIN": "countries", "MISS": "countries", "DELEGATIONS": "countries",
    "SUMMIT": "summits",
    "SIT": "where",
    "LEADERS": "people", "LEVEL": "people", "OFFICEHOLDER": "people", "SECRETARYGENERAL": "people", "CHAIR": "people", "REPRESENT": "people",
    "STATUSWORD": "status",
    "HISTORYWORD": "history",
    "CHANGEWORD": "changes",
    "LANGUAGEWORD": "languages",
    "CHAIRMANSHIP": "countries",
    "ORGANISATIONS": "organizations",
    "SHANGHAIFIVE": "text", "WEBSITE": "text", "FULLNAME": "text", "TITLEWORD": "text", "DOCUMENTWORD": "text", "FORMATWORD": "text", "FOUNDINGDOCUMENT": "text",
}  # fmt: skip
"""What is asked for where a noun comes first."""

_COUNTRIES = ("countries ", "states ", "nations ")
_COURSE = frozenset({"OVERTIME", "COUNTRY", "STATUSWORD", "CHANGEWORD", "WHICH", "HOW", "LIST", "IN", "VERB"})
"""What a question for the course of a country is made of, if it says 'over the years'."""
_PEOPLE = frozenset({"REPRESENT", "STANDIN", "INPLACEOF", "CHAIR", "SECRETARYGENERAL", "LEADERS"})


def focuses(tokens: list[Token]) -> list[str]:
    """What a question may ask for, the likeliest first."""
    kinds = [token.kind for token in tokens]
    present = set(kinds)
    about_country = "COUNTRY" in present
    if "HISTORYWORD" in present and about_country and "HOWLONG" not in present:
        return ["history"]
    if "OVERTIME" in present and about_country and present <= _COURSE:
        return ["history"]
    word = next((kind for kind in kinds if kind in _BY_WORD or kind in ("WHO", "WHICH", "HOW", "LIST")), "")
    if word == "WHICH" and (noun := _after_which(kinds)) in _BY_WORD:
        word = noun
    if word == "LIST":
        word = next((kind for kind in kinds if kind in _BY_WORD), word)
    if word in _BY_WORD:
        return [_count(tokens) if _BY_WORD[word] == "count" else _BY_WORD[word]]
    found: list[str] = []
    if "MEAN" in present or _asks_what_it_is(tokens):
        found.append("category")
    if word == "HOW" and about_country:
        found += ["history", "status"] if present & {"CHANGEWORD", "BECOME", "JOIN"} else ["status", "history"]
    if "CHANGEWORD" in present:
        found += ["history"] if about_country and "TIME" not in present else []
        found.append("changes")
    if kinds and (kinds[0] in ("AUX", "BE", "NOT") or "WHETHER" in present) and not found:
        # 'Were any countries admitted? List them.'
        return _by_noun(tokens)[:1] if word == "LIST" or "WHICH" in kinds[-2:] else ["yes-no"]
    if kinds and kinds[0] in ("AUX", "BE"):
        return ["yes-no"]
    if word == "WHO":
        return [*found, *(["people", "countries"] if present & _PEOPLE else ["countries", "people"])]
    if word == "WHICH":
        return [*found, *_by_which(tokens)]
    if word:
        return [*found, *_by_noun(tokens)[:1]]
    return _of_fragment(tokens, [*found, *_by_noun(tokens)[:2]])


def _after_which(kinds: list[str]) -> str:
    """The kind of what stands behind 'which' or 'what', adjectives and the like apart."""
    rest = kinds[kinds.index("WHICH") + 1 :]
    return next((kind for kind in rest if kind not in _ADJECTIVES), "")


_ADJECTIVES = frozenset({
    "VERB", "FIRST", "LAST", "ALL", "NOW", "ORDINAL", "PREVIOUS", "BOTH", "NUMBER", "IN", "OVER", "MOST", "FEWEST", "AS", "HOLD", "EITHER", "AND",
})  # fmt: skip


def _by_which(tokens: list[Token]) -> list[str]:
    """What 'which' or 'what' asks for: the noun right behind it; of a country or person only its status or the like."""
    kinds = [token.kind for token in tokens]
    noun = _after_which(kinds)
    behind = kinds[kinds.index("WHICH") + 1 :]
    if noun in ("COUNTRY", "PERSON", "OFFICEHOLDER") and behind[behind.index(noun) + 1 :][:1] == ["SUMMIT"]:
        return ["summits"]  # 'What was Modi's first summit'
    if noun in ("COUNTRY", "DEMONYM"):
        return [asked for asked in _by_noun(tokens) if asked in ("status", "text")] or ["status"]
    if noun in NOUNS:
        return [NOUNS[noun]]
    # 'Which of them ...': the first noun, but no summit that only says where.
    return [asked for asked in _by_noun(tokens) if asked != "summits" or not noun][:1]


def _of_fragment(tokens: list[Token], found: list[str]) -> list[str]:
    """What is asked for without any question word: a statement asks whether it is true, a noun for what it names."""
    kinds = [token.kind for token in tokens]
    present = set(kinds)
    if (
        "SECRETARYGENERAL" in present
        and "PERSON" in present
        and not present & {"SUCCEED", "PRECEDE", "AFTER", "BEFORE"}
    ):
        return ["yes-no"]
    if "COUNTRY" in present and present <= {"COUNTRY", "TIME", "NOW", "AND"}:
        return ["status"]
    states = bool(kinds) and kinds[0] in ("COUNTRY", "PERSON", "OFFICEHOLDER", "EITHER", "BOTH")
    if not _has_verb(present):
        return ["yes-no", *found] if states and _tells(tokens) else found or ["yes-no"]
    return ["yes-no"] if states else [*found, "yes-no"]


def _tells(tokens: list[Token]) -> bool:
    """'Putin joined the 2021 summit' tells; 'Putin-chaired summits' names."""
    named = [token.value for token in tokens if isinstance(token.value, SummitPhrase)]
    verb = tokens[1].kind if len(tokens) > 1 else ""
    return verb in ("ATTEND", "JOIN", "MISS", "HOST", "CHAIR", "EVER", "NEVER") and not any(p.plural for p in named)


def _count(tokens: list[Token]) -> str:
    """Whether it is summits that are counted, or something else."""
    start = next(index for index, token in enumerate(tokens) if token.kind == "HOWMANY")
    if "times" in tokens[start].words or "often" in tokens[start].words:
        return "count-summits"
    behind = [token for token in tokens[start + 1 :] if token.kind not in _ADJECTIVES]
    if behind and behind[0].kind not in NOUNS and any(t.kind in ("CATEGORY", "COUNTRYWORD") for t in tokens[:start]):
        return "count"  # 'of the observers, how many came to the summit'
    nouns = [token for token in tokens[start:] if token.kind in NOUNS or token.kind == "TIMES"]
    return "count-summits" if nouns and nouns[0].kind in ("SUMMIT", "TIMES") else "count"


def _has_verb(present: set[str]) -> bool:
    return bool(present & {"ATTEND", "MISS", "VERB"})


def _asks_what_it_is(tokens: list[Token]) -> bool:
    """'What is a dialogue partner', 'dialogue partner?': a category and nothing else; not 'which countries are members'."""
    rest = [token for token in tokens if token.kind not in ("WHICH", "VERB", "STATUSWORD", "IN")]
    alone = len(rest) == 1 and rest[0].kind == "CATEGORY" and not rest[0].words.startswith(_COUNTRIES)
    return alone and any(token.kind == "WHICH" for token in tokens)


def _by_noun(tokens: list[Token]) -> list[str]:
    """What the nouns of a question make it ask for, in order."""
    found = []
    for token in tokens:
        asked = NOUNS.get(token.kind)
        if token.kind == "SUMMIT" and isinstance(token.value, SummitPhrase) and not token.value.noun:
            continue
        if asked:
            found.append(asked)
    return found
