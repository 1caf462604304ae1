"""Words -> tokens: in three tries, by the names of the data set, by those of the world, by the nearest spelling."""

from scocli.ask.lexer import Lexicon, Token, Word, lex, split
from scocli.ask.spelling import mendable, nearest
from scocli.ask.things import NAMES, codes_of, lexicon_of, with_foreign_names, world_codes, world_lexicon
from scocli.ask.times import years_before
from scocli.ask.vocabulary import DROPPED
from scocli.dataset import DataSet
from scocli.days import Period, parse_period
from scocli.errors import NotUnderstood
from scocli.text import quoted

Mended = tuple[tuple[str, str], ...]
"""Words as they were written, and what they were taken for."""
_LANGUAGE = " language"
CHOSEN_OF = ("COUNTRY", "COUNTRYGROUP", "LANGUAGE", "PERSON", "CITY", "CATEGORY", "NUMBER")
"""Kinds of what is given of which the answer must be one."""
_AROUND = DROPPED | {"IN", "BY", "OFFICE", "AND"}
"""Kinds of words that may stand around what is given: 'in Tashkent', 'President Putin'."""


def given(data: DataSet, options: tuple[str, ...], today: str) -> tuple[dict[str, tuple[str, ...]], Mended]:
    """What the answer is to be chosen of, by its kind, and the words that were mended; of options with several countries each those of each.

    :raises NotUnderstood: if only some of them are countries.
    """
    read = [recognise(data, split(option), today) for option in options]
    things = [[token for token in tokens if token.kind not in _AROUND] for tokens, _ in read]
    found: dict[str, tuple[str, ...]] = {}
    for thing in (tokens[0] for tokens in things if len(tokens) == 1):
        value = thing.value[0] if isinstance(thing.value, tuple) else thing.value
        found[thing.kind] = (*found.get(thing.kind, ()), str(value))
    if 0 < len(found.get("LANGUAGE", ())) < len(options) and not options[0].endswith(_LANGUAGE):  # 'Hindi, Russian'
        return given(data, tuple(f"{option}{_LANGUAGE}" for option in options), today)
    are_countries = {token.kind for tokens in things for token in tokens} == {"COUNTRY"}
    if are_countries and len(found.get("COUNTRY", ())) < len(options):  # 'a) India and Iran b) India and Nepal'
        found = {"COUNTRYGROUP": tuple(" ".join(sorted(str(token.value) for token in tokens)) for tokens in things)}
    if 0 < len(found.get("COUNTRY", ())) < len(options):
        raise NotUnderstood("Not understood: how the answer is to be chosen from what is given.")
    return found, tuple(word for _, mended in read for word in mended)


def recognise(data: DataSet, words: list[Word], today: str) -> tuple[list[Token], Mended]:
    """The tokens of a question, in three tries: by the data set's names, by the world's, by the nearest spelling.

    With them the words that were mended in the third.
    """
    lexicon = data.cached("ask.lexicon", lexicon_of)
    codes = data.cached("ask.codes", codes_of)
    tokens = lex(words, lexicon, codes)
    mended: Mended = ()
    if any(token.kind == "UNKNOWN" for token in tokens):
        lexicon, codes = data.cached("ask.world", world_lexicon), data.cached("ask.world_codes", world_codes)
        tokens = lex(words, lexicon, codes)
    if any(token.kind == "UNKNOWN" for token in tokens):
        meant_for = _meant_for(data, tokens, lexicon)
        respelled = [Word(near, near, None) if (near := meant_for.get(word.folded)) else word for word in words]
        tokens = lex(respelled, lexicon, codes)
        meant = {token.words: _name(data, token) for token in tokens if token.kind in NAMES}
        near_to = [(word.written, meant_for[word.folded]) for word in words if word.folded in meant_for]
        mended = tuple((written, meant.get(near) or quoted(near)) for written, near in near_to)
    if any(token.kind == "UNKNOWN" for token in tokens):
        tokens = with_foreign_names(data, words, tokens)
    return _with_years_ago(tokens, today), mended


def _meant_for(data: DataSet, tokens: list[Token], lexicon: Lexicon) -> dict[str, str]:
    """The words that are not known and have one known word that is near, with that."""
    known = data.cached("ask.mendable", lambda _: mendable(lexicon.entries, NAMES))
    unknown = dict.fromkeys(token.words for token in tokens if token.kind == "UNKNOWN")
    return {word: near for word in unknown if (near := nearest(word, known))}


def _name(data: DataSet, token: Token) -> str | None:
    """The name that a word stands for, where it stands for one thing that has a name."""
    if token.kind in ("COUNTRY", "CITY"):
        return data.name(str(token.value)) if token.kind == "COUNTRY" else str(token.value)
    return str(token.value[0]) if isinstance(token.value, tuple) and len(token.value) == 1 else None


def _with_years_ago(tokens: list[Token], today: str) -> list[Token]:
    """The tokens with 'ten years ago' made the day that it was, 'a year later' that year, and 'the last ten years' all days since."""
    made: list[Token] = []
    for token in tokens:
        before = [part.kind for part in made if part.kind not in DROPPED][-2:]
        is_span = token.kind == "YEARSPAN" and before in (["LAST", "NUMBER"], ["EVER", "NUMBER"], ["AFTER", "NUMBER"])
        if is_span or (token.kind == "AGO" and made and (before[-1:] == ["NUMBER"] or made[-1].words in ("a", "one"))):
            number = _taken_off(made) if before[-1:] == ["NUMBER"] else made.pop()
            day = years_before(today, number.value if isinstance(number.value, int) else 1)
            if is_span:
                made.append(_taken_off(made)._replace(kind="SINCE", value=None))
            made.append(Token("DATE", Period(day, day), f"{number.words} {token.words}"))
        elif token.kind == "YEARSLATER" and (token.value is not None or before[-1:] == ["NUMBER"]):
            later = int(str(_taken_off(made).value if token.value is None else token.value))
            years = [years_before(part.value.first, -later)[:4] for part in made if isinstance(part.value, Period)]
            made.append(Token("DATE", parse_period(years[-1]), token.words) if years else token)
        else:
            made.append(token)
    return made


def _taken_off(made: list[Token]) -> Token:
    """The last token that says something, which is taken off with what says nothing behind it."""
    while made[-1].kind in DROPPED:
        made.pop()
    return made.pop()
