"""What countries, people, offices and categories are to a question: who is meant, as what, led by whom, and who is left out.

So 'as an observer' becomes a CAPACITY, 'the Indian prime minister' an OFFICEHOLDER, 'besides Russia' an EXCLUDED.
"""

from scocli.ask.lexer import Token
from scocli.ask.quantities import Bounds
from scocli.ask.question import names_holders
from scocli.ask.rewriting import Rules, as_one, compiled, joined, keep, of_all, of_kinds, renamed
from scocli.ask.summits import HELD, SummitPhrase
from scocli.ask.vocabulary import SOFT

_SEVERAL = frozenset({"presidents", "ministers", "pms", "premiers"})
"""Offices of several people."""
_LEVEL_KINDS = "MINISTERS|HEADSOFSTATE|HEADSOFGOVERNMENT|DEPUTIES|OFFICE"
"""Kinds of words for who led a delegation."""
_LEVEL_OF = {"MINISTERS": "minister", "HEADSOFSTATE": "head-of-state", "HEADSOFGOVERNMENT": "head-of-government", "DEPUTIES": "deputy"}  # fmt: skip
"""The rank that each of them means; an office is none."""
_THE_SCO = ("sco", "organisation", "organization")
"""How what is said of the organisation ends."""
_MERELY = frozenset({"only", "only a", "just a", "merely", "no more than a", "nothing but"})
"""What makes a status no more than it is."""


def _officeholder(tokens: list[Token]) -> list[Token]:
    country = of_kinds(tokens, "COUNTRY", "DEMONYM")[0].value
    office = of_kinds(tokens, "OFFICE")[0].value
    return [Token("OFFICEHOLDER", (country, office), joined(tokens))]


def _officeholders(tokens: list[Token]) -> list[Token]:
    """'How many Indian prime ministers' counts people, not summits."""
    many, (_, holder, words) = tokens
    if many.value or not isinstance(holder, tuple) or _SEVERAL.isdisjoint(words.split()):
        return tokens
    leaders = (("LEADERS", None), ("LEDBY", holder[1]), ("REPRESENT", None), ("COUNTRY", holder[0]))
    return [many, *(Token(kind, value, words) for kind, value in leaders)]


def _rank(token: Token, words: str) -> Token:
    """The rank or office of the person who led a delegation."""
    of_level = token.kind in _LEVEL_OF
    return Token("LEVEL", _LEVEL_OF[token.kind], words) if of_level else Token("LEDBY", token.value, words)


def _led_by(tokens: list[Token]) -> list[Token]:
    ranks = of_kinds(tokens, *_LEVEL_KINDS.split("|"))
    return [*of_kinds(tokens, "REPRESENT"), *(_rank(token, joined(tokens)) for token in ranks)]


def _not_led(tokens: list[Token]) -> list[Token]:
    """'Not represented by a head of state', 'by neither a head of state nor a head of government'."""
    levels = [str(token.value or _LEVEL_OF[token.kind]) for token in of_kinds(tokens, "LEVEL", "LEDBY", *_LEVEL_OF)]
    return [Token("ATTEND", None, tokens[0].words), Token("NOTLED", tuple(levels), joined(tokens))]


def _asked_people(tokens: list[Token]) -> list[Token]:
    """'Which ministers ...' asks for people of that rank."""
    head, noun = tokens[0], tokens[-1]
    return [head, Token("LEADERS", None, noun.words), _rank(noun, noun.words)]


def _from_to(tokens: list[Token]) -> list[Token]:
    former, later = of_kinds(tokens, "CATEGORY")
    return [Token("FORMER", (former.value,), joined(tokens)), later]


def _in_turn(tokens: list[Token]) -> list[Token]:
    """'Observers before they joined', 'first an observer, then a member': statuses one after another."""
    held = [str(token.value) for token in of_kinds(tokens, "CATEGORY")]
    turns = (*held, "member") if tokens[-1].kind == "JOIN" else tuple(held)
    return [Token("INTURN", turns, joined(tokens)), *of_kinds(tokens, "LONGEST", "SHORTEST")]


def _reached(tokens: list[Token]) -> list[Token]:
    """'Membership reached ten' when the tenth joined; of dialogue partners some had left before."""
    *_, held, reached, number = [token for token in tokens if token.kind != "FIRST"]
    if held.value == "dialogue-partner":
        return tokens
    return [held, reached._replace(kind="JOIN"), number._replace(kind="ORDINAL")]


def _but_not(tokens: list[Token]) -> list[Token]:
    """'Observers but not members' says two things of the same countries."""
    *held, but, other = tokens
    return [*held, Token("AND", None, but.words), Token("NOTCATEGORY", (other.value,), other.words)]


def _not_but(tokens: list[Token]) -> list[Token]:
    """'Not an observer but a partner' is 'a partner and not an observer'."""
    denial, other, *when, but, held = tokens
    if but.words != "but":
        return tokens
    return [held, *when, Token("AND", None, but.words), Token("NOTCATEGORY", (other.value,), joined([denial, other]))]


def _in_country(tokens: list[Token]) -> list[Token]:
    """'in China' says where, not who."""
    return [Token("INCOUNTRY", tokens[1].value, joined(tokens))] if tokens[0].words == "in" else tokens[1:]


def _numbered(tokens: list[Token]) -> list[Token]:
    """'all three partners': how many there are is not asked; it may be how many things are named, though."""
    number = 1 if tokens[1].value == Bounds(1, 1) else tokens[1].value
    return [tokens[0]._replace(value=number), tokens[2]] if isinstance(number, int) else tokens


def _so_many(tokens: list[Token]) -> list[Token]:
    """'Attended two summits'."""
    attended, number, summits = tokens
    often = Bounds(number.value, number.value) if isinstance(number.value, int) else None
    is_plural = isinstance(summits.value, SummitPhrase) and summits.value.plural and summits.value.is_bare
    return [attended, Token("BOUNDS", often, number.words), summits] if is_plural else tokens


def _the_only(tokens: list[Token]) -> list[Token]:
    """'The only summit hosted by India' is one that is described, as others are of which there must be one."""
    only, phrase = tokens[0].value, tokens[1].value
    is_described = isinstance(phrase, SummitPhrase) and not phrase.is_bare and not phrase.plural
    return tokens[1:] if only == "the" and is_described else tokens


_EXCEPTION_RULES: Rules = [
    ("BUT ATTEND|REPRESENT|MISS", renamed(BUT="AND")),
    ("SINCE|AFTER|FROM|ATTIME BE? FOUND", lambda tokens: [Token("THEBEGINNING", None, joined(tokens))]),
    ("NOT COUNTRY|DEMONYM", lambda tokens: [tokens[0]._replace(kind="BESIDES"), tokens[1]] if tokens[0].words == "without" else tokens),
    ("MOST|FEWEST SUMMITWORD BY HOWMANY COUNTRYWORD|DELEGATIONS|PARTICIPANTS", lambda tokens: tokens[:2]),
    (f"{_LEVEL_KINDS} INPLACEOF BY? {_LEVEL_KINDS}", lambda tokens: tokens[:1]),
    ("WHO BECOME WHICH STATUSWORD", as_one("CHANGEWORD")),
    ("CHAIRMANSHIP DATE? ORDINAL? CITY? VIDEO? SUMMITWORD|SUMMITSWORD", lambda tokens: renamed(CHAIRMANSHIP="CHAIR")(tokens) if tokens[0].words.endswith(_THE_SCO) else tokens),  # not 'chaired the SCO'
    (f"BUT OFFICE? COUNTRY|DEMONYM|PERSON|CITY|CATEGORY|FOUNDERWORD|GUEST|{_LEVEL_KINDS}", renamed(BUT="BESIDES")),
]  # fmt: skip

_RULES: Rules = [
    ("NOT COUNTRY|PERSON NOR COUNTRY|PERSON", renamed(NOR="AND")),
    ("ATTEND NOT SUMMIT|CITY|TIME NOR SUMMIT|CITY|TIME", lambda tokens: [tokens[1], tokens[0], *renamed(NOR="OR")(tokens[2:])]),
    ("ATTEND|HOST|CHAIR NUMBER SUMMIT", _so_many),
    ("SUPPLY NUMBER SECRETARYGENERAL", lambda tokens: [tokens[0], Token("BOUNDS", Bounds(n := int(str(tokens[1].value)), n), tokens[1].words), tokens[2]]),
    ("ATTEND|HOST|CHAIR|MISS NOT SUMMIT", lambda tokens: [tokens[1]._replace(kind="NEVER"), tokens[0], tokens[2]]),
    ("NOT AS? CATEGORY NOR AS? CATEGORY", as_one("NOTCATEGORY", "CATEGORY")),
    ("HOLD? NOT IN COUNTRY NOR IN COUNTRY", as_one("NOTHOSTEDBY", "COUNTRY")),
    (f"REPRESENT|ATTEND BY? NOT {'|'.join(_LEVEL_OF)} NOR {'|'.join(_LEVEL_OF)}", _not_led),
    ("OFFICE PERSON", keep("PERSON")),
    ("COUNTRY|DEMONYM OFFICE", _officeholder),
    ("OFFICE COUNTRY", _officeholder),
    ("HOWMANY OFFICEHOLDER", _officeholders),
    ("OFFICEHOLDER PERSON", keep("PERSON")),
    ("COUNTRY|DEMONYM LEADERS PERSON", keep("PERSON")),
    ("IN COUNTRY PERSON", lambda tokens: [*_in_country(tokens[:2]), tokens[2]]),  # 'In Russia, Modi attended ...'
    ("COUNTRY|DEMONYM PERSON", keep("PERSON")),
    ("ALL STATUSWORD", lambda tokens: [Token("HISTORYWORD", None, joined(tokens))]),
    ("CATEGORY STATUSWORD", lambda tokens: tokens if names_holders(tokens[0].words) else keep("CATEGORY")(tokens)),
    ("ANY? STATUSWORD CATEGORY", lambda tokens: tokens if tokens[0].kind == "ANY" else keep("CATEGORY")(tokens)),  # not 'any status, membership included'
    ("COUNTRYWORD CATEGORY", keep("CATEGORY")),
    ("THOUGH HOLD", keep("THOUGH")),
    ("AS CATEGORY|GUEST AND|OR CATEGORY|GUEST", as_one("CAPACITY", "CATEGORY", "GUEST")),
    ("AS CATEGORY|GUEST", as_one("CAPACITY", "CATEGORY", "GUEST")),
    ("CAPACITY NOT CAPACITY", lambda tokens: [tokens[0]._replace(words=joined(tokens))]),
    ("COUNTRY|OR STILL? ONLY CATEGORY", lambda tokens: [token for token in tokens if token.kind != "ONLY" or token.words not in _MERELY]),  # as everybody does
    ("ONLY CAPACITY", keep("CAPACITY")),
    ("ONLY GUEST", keep("GUEST")),
    ("PERSON ATTEND IN? SUMMIT|CITY|TIME TIME? COUNTRY", lambda tokens: [tokens[0], tokens[1]._replace(kind="REPRESENT"), *tokens[2:]]),
    ("ATTEND IN? COUNTRY CHAIR", lambda tokens: [tokens[0]._replace(kind="REPRESENT"), tokens[-2]]),
    ("BESIDES IN? CITY", as_one("EXCLUDEDCITY", "CITY")),
    ("ATTEND CATEGORY|STATUSWORD", lambda tokens: renamed(ATTEND="NOW")(tokens) if tokens[0].words == "present" else tokens),  # not those who were there
    ("BESIDES IN? SUMMIT|TIME", lambda tokens: [tokens[0]._replace(kind="NOT"), tokens[-1]]),
    ("NOT CATEGORY TIME|SUMMIT|CITY? BESIDES CATEGORY", _not_but),
    ("CATEGORY TIME|SUMMIT|CITY? BESIDES CATEGORY", _but_not),
    ("BESIDES NUMBER? NOW CATEGORY", as_one("NOTNOW", "CATEGORY")),
    ("BESIDES NUMBER? CATEGORY", as_one("NOTCATEGORY", "CATEGORY")),
    ("BESIDES COUNTRY COUNTRY* AND? COUNTRY?", as_one("EXCLUDED", "COUNTRY")),
    ("COUNTRY COUNTRY* AND? COUNTRY? ASIDE", as_one("EXCLUDED", "COUNTRY")),
    ("HOLD EXCLUDED", lambda tokens: tokens if tokens[1].words.startswith("without") else [tokens[0], tokens[1]._replace(kind="NOTHOSTEDBY")]),
    ("INPERSON|VIDEO|CATEGORY INPLACEOF INPERSON|VIDEO|CATEGORY", lambda tokens: tokens[:1]),  # the one is not the other
    ("COUNTRY|DEMONYM WHERE", lambda tokens: [Token("INCOUNTRY", tokens[0].value, tokens[0].words), tokens[1]]),
    ("NOT HOLD INPERSON|VIDEO|HYBRID", lambda tokens: [Token("NOTFORM", HELD[tokens[-1].kind], joined(tokens))]),
    ("HOWMANY? CATEGORY FIRST? REACH NUMBER FIRST?", _reached),
    ("BESIDES PERSON PERSON* AND? PERSON?", lambda tokens: [Token("EXCLUDEDPERSON", token.value, f"{tokens[0].words} {token.words}") for token in tokens if token.kind == "PERSON"]),
    ("NOT ONLY? CATEGORY", as_one("NOTCATEGORY", "CATEGORY")),
    ("BESIDES|NOT FOUNDERWORD", lambda tokens: [Token("NOTFOUNDERS", None, joined(tokens))]),
    ("NOT HOLD? ANY? STATUSWORD", lambda tokens: [Token("GUEST", None, joined(tokens))]),
    ("WHICH? HOLD GUEST", keep("GUEST")),
    ("NEVER BECOME|JOIN? CATEGORY", as_one("NEVERCATEGORY", "CATEGORY")),
    ("NEVER BECOME|HOLD ANY? STATUSWORD", as_one("NEVERCATEGORY")),
    ("FIRST STATUSWORD", as_one("FIRSTSTATUS")),
    ("EARLIER|LATER GIVEN|COUNTRY OR? COUNTRY?", renamed(EARLIER="FIRST", LATER="LAST")),
    ("IN WHICH COUNTRYWORD SUMMIT|MOST|FEWEST|LONGEST|SHORTEST", lambda tokens: [*tokens[1:], tokens[0]._replace(kind="HOLD")]),
    ("WHICH COUNTRYWORD SUMMIT HOLD? IN", lambda tokens: [*tokens[:3], tokens[-1]._replace(kind="HOLD")]),
    ("IN COUNTRY", _in_country),
    ("NOT|NEVER HOST BY? COUNTRY COUNTRY* OR|AND? COUNTRY?", as_one("NOTHOSTEDBY", "COUNTRY")),
    ("NOT|NEVER CHAIR BY? COUNTRY COUNTRY* OR|AND? COUNTRY?", as_one("NOTCHAIREDBY", "COUNTRY")),
    ("NOT|NEVER CHAIR BY? PERSON", lambda tokens: [tokens[-1]._replace(kind="NOTCHAIREDBY")]),
    ("FIRST? CATEGORY AND? THEN CATEGORY AND? THEN? CATEGORY?", _in_turn),
    ("BECOME|FROM FROM? CATEGORY BECOME* CATEGORY BECOME* CATEGORY", _in_turn),
    ("CATEGORY LATER|THEN BECOME AS? CATEGORY", _in_turn),
    ("ONCE? CATEGORY LONGEST|SHORTEST? BEFORE BECOME* AS? CATEGORY", _in_turn),
    ("ONCE? CATEGORY LONGEST|SHORTEST? BEFORE JOIN", _in_turn),
    ("FROM CATEGORY BECOME* CATEGORY", _from_to),
    ("BECOME CATEGORY CATEGORY", lambda tokens: [tokens[0], *_from_to(tokens)]),
    ("ONCE AS? CATEGORY", as_one("FORMER", "CATEGORY")),
    (f"REPRESENT NOT {_LEVEL_KINDS}", lambda tokens: [tokens[1], tokens[0], tokens[2]]),
    (f"REPRESENT|AS|BY|ATTEND ONLY? BY? ONLY? {_LEVEL_KINDS} ONLY?", _led_by),
    ("NOT REPRESENT LEVEL|LEDBY", _not_led),
    ("MISS LEVEL|LEDBY", lambda tokens: _not_led(tokens) if tokens[0].words == "not represented" else tokens),
    ("STANDIN OFFICEHOLDER", lambda tokens: [Token("REPRESENT", None, tokens[0].words), Token("COUNTRY", of_all(tokens[1])[0], tokens[1].words)]),
    ("AUX? ANY CATEGORY CEASE", lambda tokens: tokens[:-1] if tokens[0].kind != "AUX" and tokens[-1].words == "left" else tokens),  # they remain
    ("SUMMIT IN WHICH COUNTRY|PERSON|CATEGORY", lambda tokens: [tokens[0], tokens[3]]),
    ("INPLACEOF OFFICE|LEDBY", lambda tokens: [Token(SOFT, None, joined(tokens))]),
    ("SUMMIT WHERE COUNTRY|DEMONYM|PERSON|OFFICEHOLDER|CATEGORY|COUNTRYWORD", lambda tokens: [tokens[0], tokens[2]]),
    ("SUMMIT CHANGEWORD", lambda tokens: tokens[:1] if tokens[1].words.startswith(("happen", "occur")) else tokens),  # it was held
    ("BECOME? SUMMIT? DEBUT", lambda tokens: [Token("ATTEND", None, joined(tokens)), *of_kinds(tokens, "SUMMIT"), Token("FIRST", None, tokens[-1].words)]),
    ("PERSON|OFFICEHOLDER|NOTCATEGORY|LEADERS JOIN", renamed(JOIN="ATTEND")),  # people join a meeting, and what is joined by video is one
    ("JOIN SUMMIT? CITY? VIDEO|INPERSON", renamed(JOIN="ATTEND")),
    ("PERSON SHANGHAIFIVE", renamed(SHANGHAIFIVE="PREDECESSOR")),  # not the organisation's
    ("SHANGHAIFIVE PERSON", renamed(SHANGHAIFIVE="PREDECESSOR")),
    ("ONLY SUMMIT", _the_only),
    ("CHAIR|ATTEND|REPRESENT WHEN SUMMIT", lambda tokens: [tokens[0], tokens[2]]),
    ("SUMMIT HEADSOFSTATE", keep("SUMMIT")),
    ("WHICH|WHO|ALL|BOTH|LIST|ANY NUMBER|BOUNDS COUNTRYWORD|CATEGORY|FOUNDERWORD|GUEST|LEADERS|SECRETARYGENERAL|SUMMIT", _numbered),
    ("CATEGORY ALL? NUMBER", lambda tokens: [tokens[-1], tokens[0]] if tokens[-1].words.isdigit() else tokens),
    (_LEVEL_KINDS, lambda tokens: _asked_people([tokens[0], *tokens])[1:]),
]  # fmt: skip
"""How roles are told."""

EXCEPTIONS = compiled(_EXCEPTION_RULES)
ROLES = compiled(_RULES)
