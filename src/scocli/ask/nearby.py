"""Questions near to one that is not understood, made of the things that were recognised in it."""

from collections.abc import Iterable

from scocli.ask.lexer import Token
from scocli.ask.summits import SummitPhrase
from scocli.ask.times import Time
from scocli.dataset import DataSet
from scocli.days import Period
from scocli.queries.common import NOUNS

NEARBY: tuple[tuple[str, str], ...] = (
    ("COUNTRY SUMMIT", "Did {country} attend the {summit} summit?"),
    ("COUNTRY SUMMIT", "Who represented {country} at the {summit} summit?"),
    ("PERSON SUMMIT", "Did {person} attend the {summit} summit?"),
    ("COUNTRY CATEGORY", "When did {country} become {category}?"),
    ("COUNTRY", "What is {country}'s status?"),
    ("COUNTRY", "Which summits did {country} attend?"),
    ("COUNTRY", "How has {country}'s status changed?"),
    ("PERSON", "Which summits did {person} attend?"),
    ("PERSON", "Which summits did {person} chair?"),
    ("SUMMIT", "Who attended the {summit} summit?"),
    ("SUMMIT", "Who chaired the {summit} summit?"),
    ("SUMMIT", "Which countries stayed away from the {summit} summit?"),
    ("CATEGORY", "Which countries are {categories}?"),
    ("CATEGORY", "What is {category}?"),
    ("DATE", "Who were the members on {day}?"),
    ("DATE", "What changed in {year}?"),
    ("", "List the members."),
    ("", "What is Azerbaijan's status?"),
    ("", "Who attended the latest summit?"),
)
"""Questions that are answered, by the kinds of things that they need; the more of what was recognised, the nearer."""


def nearby(data: DataSet, tokens: Iterable[Token]) -> tuple[str, ...]:
    """Three questions that would be answered, the nearest first."""
    things = _things(data, tokens)
    fitting = [(kinds.split(), question) for kinds, question in NEARBY if set(kinds.split()) <= things.keys()]
    fitting.sort(key=lambda item: -len(item[0]))
    words = {name: word for named in things.values() for name, word in named.items()}
    return tuple(question.format(**words) for _, question in fitting[:3])


def _things(data: DataSet, tokens: Iterable[Token]) -> dict[str, dict[str, str]]:
    """What the things recognised are called in a question, by kind."""
    found: dict[str, dict[str, str]] = {}
    for token in tokens:
        if token.kind in ("COUNTRY", "DEMONYM"):
            found.setdefault("COUNTRY", {"country": data.name(str(token.value))})
        elif token.kind == "PERSON" and isinstance(token.value, tuple):
            found.setdefault("PERSON", {"person": str(token.value[0])})
        elif token.kind == "CATEGORY":
            nouns = NOUNS[str(token.value)]
            found.setdefault("CATEGORY", {"category": nouns.one, "categories": nouns.many})
        elif token.kind in ("SUMMIT", "CITY"):
            phrase = token.value if isinstance(token.value, SummitPhrase) else SummitPhrase(cities=(str(token.value),))
            ids = [] if phrase.is_bare else phrase.ids(data)
            if ids:
                summit = data.summits[ids[-1]]
                found.setdefault("SUMMIT", {"summit": f"{summit.city} {summit.start[:4]}"})
        elif token.kind in ("DATE", "TIME"):
            period = token.value.named if isinstance(token.value, Time) else token.value
            if isinstance(period, Period) and "2001" <= period.last[:4] <= data.through[:4]:
                found.setdefault("DATE", {"day": min(period.last, data.through), "year": period.last[:4]})
    return found
