"""The sentences and clauses of a text, each of which is read by itself: what one names, the next may call 'it', or leave out."""

import re
from collections.abc import Callable

from scocli.ask.lexer import Token
from scocli.ask.options import apart
from scocli.ask.reader import Ambiguous
from scocli.ask.shapes import ASKING, points_back
from scocli.ask.surface import ASKS, AUXILIARY, LABEL, OF_IT, SENTENCE_END
from scocli.ask.vocabulary import DROPPED
from scocli.dataset import DataSet
from scocli.errors import NotUnderstood
from scocli.text import listed

_ENDS = rf"{SENTENCE_END}|{OF_IT}|,\s*and\s+(?=\w+(?:\s\w+)?\W*$)"
"""Where a part ends: 'When did Iran join and is it still a member?', 'Is India a member, and Iran?'."""
_TURN = re.compile(rf"{_ENDS}|,?\s+(?:and|but|so)\s+(?={ASKS}|{AUXILIARY})", re.IGNORECASE)
"""The same, and where what is stated ends and what is asked begins."""
_ASKS = re.compile(rf"\W*(?:{ASKS}|{AUXILIARY}|(?:name|list|tell|give)\b)", re.IGNORECASE)
_WHO = re.compile(r"who\b", re.IGNORECASE)
_ONE = {
    "COUNTRY": r"it(?! has (?:one|any)\b)|(?:that|this|my|our) (?:\w+ )?(?:country|state)(?!['’])",
    "PERSON": r"he|she|him",
    "BODY": "it",
}
"""What stands for one that was named before."""
_PRONOUNS = {
    "COUNTRY": (
        rf"\b(?:{_ONE['COUNTRY']}|they|them|(?<=of )those(?= [a-z]+ ))\b",
        r"\b(?:its|their|(?:that|this) (?:\w+ )?(?:country|state)['’]s)\b",
    ),
    "PERSON": (rf"\b(?:{_ONE['PERSON']})\b", r"\b(?:his|her)\b"),
    "BODY": (r"\bit\b", r"\bits\b"),
}
"""The same, or what stands for several; and what stands for what is its own."""
_WHICH = re.compile(r"(?<=^which )(?=(?:is|are|was|were|joined|became|attended|came|hosted|applied)\b)", re.IGNORECASE)
_BOTH = re.compile(r"(?<=^are |^did )both(?! of\b)|(?<=^were |^have )both(?! of\b)", re.IGNORECASE)
_FORMER = re.compile(r"\bthe (former|latter)\b(?! \w*(?:members?|observers?|partners?|states?)\b)", re.IGNORECASE)
"""What stands for some of several that were named before."""
_WAS = re.compile(
    r"\b(?:was|were)(?= (?:(?:once|both|also) )?(?:an? )?(?:sco |dialogue )?(?:member|observer|partner)s?\b)"
)
"""What is stated of a status that was held: that it was at some time."""
_THERE = re.compile(r"(?<!is )(?<!are )(?<!was )(?<!were )\bthere\b|\bthere(?=\W*$)", re.IGNORECASE)
_TOPICS = frozenset({"COUNTRY", "PERSON", "CITY", "DATE", "IN", *DROPPED})
"""Kinds of words that, alone, name what is asked about next."""
_DONE = frozenset({"ATTEND", "MISS", "REPRESENT", "CAPACITYASKED", "LEVELASKED", "GUEST"})
"""Kinds of words for what is done at a summit."""
_PLACES = frozenset({"SUMMITWORD", "SUMMITSWORD", "CITY", "DATE", "RELATIVEYEAR", "EVER", "NEVER", "FIRST", "LAST"})
_THAT = re.compile(
    r"\b(?:that|this|the) (?:sco )?(?:summit|meeting)\b(?! (?:of|in|at|held|that|which|chaired|hosted)\b)",
    re.IGNORECASE,
)
_ALONE = frozenset({"AND", "IN", "BY", "OR", "BUT", "AUX", "BE", "LIKE", "WHICH", "HOW", "QUALIFIER", *DROPPED})


def parts(data: DataSet, text: str, lexed: Callable[[str], list[Token]]) -> list[tuple[str, bool]]:
    """The parts of a text, each with whether it asks, in words that say by themselves what they are about.

    :raises NotUnderstood: if there is but one, or one points back to what no other names.
    :raises Ambiguous: if 'it' may stand for several things.
    """
    found: list[tuple[str, bool]] = []
    text, options, told = apart(LABEL.sub("", text).strip())
    text = text.strip() if options else re.sub(r"(?i)\b(which|many|who) of these\b", r"\1 of those", text.strip())
    before: list[list[Token]] = []
    topic = ""
    for part in re.split(_ENDS, text, flags=re.IGNORECASE) if _ASKS.match(text) else _TURN.split(text):
        noun, who = _noun(lexed(part)), _WHO.match(found[-1][0]) if found else None
        if noun and who:
            found[-1] = (f"which {noun} {found[-1][0][who.end() :]}", True)
            continue
        whole = _completed(part, found[-1][0], lexed) if found else part
        if whole == part:
            whole = _named(data, _placed(part, before, {token.kind for token in lexed(part)}), before)
        tokens = lexed(whole)
        asks = "?" in part or bool(_ASKS.match(part))
        if not asks and "DATE" not in {token.kind for token in tokens}:
            whole = _WAS.sub(lambda was: "has ever been" if was[0] == "was" else "have ever been", whole)
        if found and (part.lower().startswith("or ") or points_back(tokens)):
            raise NotUnderstood("Not understood: what its second part refers to; ask it by itself.")
        before.append(tokens)
        if {token.kind for token in tokens} <= _TOPICS:
            topic = part.strip(" .!?")
        else:  # 'In 2016. How many members?' is asked of that year, unless it says itself of what it asks
            found.append((f"{topic}, {whole}" if topic and whole == part else whole, asks))
            topic = ""
    if topic and not options:  # 'Which of these is a member? China India Iran'
        options = tuple(token.words for token in before[-1] if token.kind not in _ALONE)
    is_given = any("GIVEN" in {token.kind for token in lexed(whole)} for whole, asks in found[:-1] if asks)
    if [whole for whole, _ in found] in ([], [text]) or is_given or len(options) == 1:
        raise NotUnderstood("Not understood.")
    choice = "".join(f" {letter}) {option}" for letter, option in zip("abcdefgh", options, strict=False))
    choice += f" Ans: {told}" * bool(told)
    return [*found[:-1], (f"{found[-1][0]}{choice}", found[-1][1] or bool(choice))]


def _placed(part: str, before: list[list[Token]], kinds: set[str]) -> str:
    """A part with the summit that was named for 'there' and 'that summit', and where it does not say at which something was done.

    :raises Ambiguous: if several were named.
    """
    cities, dates = ({t.words: None for said in before for t in said if t.kind == kind} for kind in ("CITY", "DATE"))
    is_done = bool(before) and not kinds.isdisjoint(_DONE) and kinds.isdisjoint(_PLACES)
    counts = part.lower().startswith("how many") and kinds.isdisjoint(_DONE)  # 'How many members were there?'
    if counts or not (cities or dates) or not (is_done or _THERE.search(part) or _THAT.search(part)):
        return part
    if len(cities) > 1 or len(dates) > 1:
        raise Ambiguous("Not understood: which of the summits that are named it means.")
    summit = f"the {' '.join([*cities, *dates])} summit"
    placed = _THERE.sub(f"at {summit}", _THAT.sub(summit, part))
    return f"{placed.rstrip(' ?.!')} at {summit}?" if is_done and placed == part else placed


def _noun(tokens: list[Token]) -> str:
    """The noun of what is asked, where a part says that and nothing else: 'I mean the person, not the country'."""
    nouns = [token.words for token in tokens if token.kind in ("LEADERS", "COUNTRYWORD")]
    others = {token.kind for token in tokens} - {"LEADERS", "COUNTRYWORD", "NOT", "LIST", "MEAN", *DROPPED}
    return nouns[0] if nouns and not others else ""


def _completed(part: str, before: str, lexed: Callable[[str], list[Token]]) -> str:
    """'And Iran?' as what was asked before, of Iran."""
    matters = [token for token in lexed(part) if token.kind not in _ALONE]
    if len(matters) != 1 or matters[0].kind in ASKING:
        return part
    same = [token for token in lexed(before) if token.kind == matters[0].kind]
    if not (same and _ASKS.match(before)) and _ASKS.match(part) and re.search(rf"\b{AUXILIARY}", part, re.IGNORECASE):
        return part  # 'Which are members?' asks by itself
    places = [*re.finditer(rf"\b{re.escape(same[0].words)}\b", before, re.IGNORECASE)] if len(same) == 1 else []
    if len(places) != 1:
        raise NotUnderstood(f"Not understood: what is asked of {matters[0].words!r}.")
    return f"{before[: places[0].start()]}{matters[0].words}{before[places[0].end() :]}"


def _named(data: DataSet, part: str, before: list[list[Token]]) -> str:
    """A part with what its pronouns stand for, if something is named before it. :raises Ambiguous: if it may be one of several."""
    for kind, (alone, own) in _PRONOUNS.items():
        a_body = {"SECRETARIAT", "SHANGHAIFIVE", *data.bodies} if kind == "BODY" else set()
        said = ([t for t in one if kind == t.kind or {t.kind, str(t.value)} & a_body] for one in reversed(before))
        tokens = next(filter(None, said), [])
        names = [*dict.fromkeys(data.name(str(token.value)) if kind == "COUNTRY" else token.words for token in tokens)]
        if len(names) > 1 and re.search(rf"\b(?:{_ONE[kind]})\b", part, re.IGNORECASE):
            raise Ambiguous("Not understood: which of those that are named it means.")
        if len(names) > 1:
            part = _WHICH.sub("of them ", part)
            if of_two := _FORMER.search(part):
                part = part.replace(of_two[0], names[0 if of_two[1].lower() == "former" else -1])
            part = _BOTH.sub("both of them", part) if len(names) == 2 else part
        if names:
            part = re.sub(alone, listed(names), part, flags=re.IGNORECASE)
            part = re.sub(own, f"{names[-1]}'s", part, flags=re.IGNORECASE)
    return part
