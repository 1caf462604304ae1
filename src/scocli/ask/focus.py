"""What a question asks for: told by its question words, its first noun, or that it begins with a verb."""

from scocli.ask.lexer import Token
from scocli.ask.summits import SummitPhrase

# The first of these kinds that a question has decides what it asks for.
_BY_WORD = (
    ("UNTILWHEN", "when"),
    ("WHEN", "when"),
    ("SINCEWHEN", "when"),
    ("SINCE", "when"),
    ("HOWLONG", "duration"),
    ("HOWMANY", "count"),
    ("WHERE", "where"),
    ("CAPACITYASKED", "capacity"),
    ("NUMBERASKED", "number"),
    ("LEVELASKED", "level"),
)

NOUNS = {
    "CATEGORY": "countries", "COUNTRYWORD": "countries", "GUEST": "countries", "FOUNDERWORD": "countries", "PARTICIPANTS": "countries",
    "NOTCATEGORY": "countries", "FORMER": "countries", "NEVERCATEGORY": "countries", "NOTFOUNDERS": "countries", "HOST": "countries", "JOIN": "countries", "MISS": "countries", "DELEGATIONS": "countries",
    "SUMMIT": "summits",
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

_PEOPLE = frozenset({"REPRESENT", "CHAIR", "SECRETARYGENERAL", "LEADERS"})


def focuses(tokens: list[Token]) -> list[str]:
    """What a question may ask for, the likeliest first."""
    kinds = [token.kind for token in tokens]
    present = set(kinds)
    found: list[str] = []
    if "HISTORYWORD" in present and "COUNTRY" in present and "HOWLONG" not in present:
        return ["history"]
    for kind, asked in _BY_WORD:
        if kind in present:
            return [_count(tokens) if asked == "count" else asked]
    if "MEAN" in present or _asks_what_it_is(kinds):
        found.append("category")
    if "HOW" in present and "COUNTRY" in present:
        found += (
            ["history", "status"]
            if present & {"CHANGEWORD", "HISTORYWORD", "BECOME", "JOIN"}
            else ["status", "history"]
        )
    if "CHANGEWORD" in present and "HISTORYWORD" not in present:
        found.append("changes")
    if kinds and (kinds[0] in ("AUX", "BE", "NOT") or "WHETHER" in present) and not found:
        return ["yes-no"]
    if "WHO" in present:
        found += ["people", "countries"] if present & _PEOPLE else ["countries", "people"]
    else:
        found += _by_noun(tokens)[:1]
    if "WHICH" in present and "COUNTRY" in present:
        found.append("status")
    if (
        "SECRETARYGENERAL" in present
        and "PERSON" in present
        and not present & {"WHO", "WHICH", "SUCCEED", "PRECEDE", "AFTER", "BEFORE"}
    ):
        return ["yes-no"]
    if not present & {"WHO", "WHICH", "HOW", "LIST"} and found[:1] != ["when"]:
        statement = bool(kinds) and kinds[0] in ("COUNTRY", "PERSON", "OFFICEHOLDER", "EITHER", "BOTH")
        found = ["yes-no", *found] if statement and _has_verb(present) else [*found, "yes-no"]
        if present <= {"COUNTRY", "TIME", "NOW", "AND"} and "COUNTRY" in present:
            found.insert(0, "status")
    return list(dict.fromkeys(found))


def _count(tokens: list[Token]) -> str:
    """Whether it is summits that are counted, or something else."""
    start = next(index for index, token in enumerate(tokens) if token.kind == "HOWMANY")
    if "times" in tokens[start].words or "often" in tokens[start].words:
        return "count-summits"
    nouns = [token for token in tokens[start:] if token.kind in NOUNS or token.kind == "TIMES"]
    return "count-summits" if nouns and nouns[0].kind in ("SUMMIT", "TIMES") else "count"


def _has_verb(present: set[str]) -> bool:
    return bool(present & {"ATTEND", "MISS", "VERB"})


def _asks_what_it_is(kinds: list[str]) -> bool:
    """'What is a dialogue partner', 'dialogue partner?': a category and nothing else."""
    rest = [kind for kind in kinds if kind not in ("WHICH", "VERB", "STATUSWORD")]
    return rest == ["CATEGORY"] and "WHICH" in kinds


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
