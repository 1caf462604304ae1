"""What ``sco help where`` says: the language of conditions, an example of each clause, and what it means."""

from contextlib import suppress
from textwrap import fill, wrap

from scocli.cli.app import width
from scocli.dataset import DataSet
from scocli.errors import NotUnderstood
from scocli.facts.conditions import Facts
from scocli.facts.forms import Subjects
from scocli.facts.nouns import LEVELS, OFFICES
from scocli.facts.where import parse
from scocli.text import listed

EXAMPLES: dict[Subjects, dict[str, str]] = {
    "countries": {
        "founder": "founder",
        "": "member,observer 2010",
        "ever": "ever observer 2005..2015",
        "throughout": "throughout member 2018..2024",
        "became": "became member 2017..2023 from observer",
        "left": "left observer",
        "applied": "applied member",
        "opened": "opened member ..2010",
        "signed": "signed dialogue-partner in Beijing",
        "attended": "attended 2022-samarkand as guest",
        "absent from": "absent from 2023-new-delhi",
        "predecessor": "predecessor",
        "chairmanship": "chairmanship at least 3 times",
        "secretary-general": "secretary-general",
        "hosted": "hosted at least 2 times",
        "chaired": "chaired 2019..",
        "names": 'IN,"Sri Lanka"',
    },
    "summits": {
        "hosted by": "hosted by CN,RU",
        "chaired by": 'chaired by "Vladimir Putin"',
        "missed by": "missed by IN",
        "attended by": "attended by AZ led by president in-person",
        "in": "in Astana,Tashkent",
        "held": "held virtual",
        "number": "number 5",
        "granted": "granted member to IR",
        "names": "2024-astana",
    },
}
"""An example of each clause, by what it begins with (nothing: a category), and of names alone."""

_TAKEN_BY: dict[Subjects, str] = {
    "countries": "On countries (sco list, sco summit, sco status --is):",
    "summits": "On meetings (sco summits, sco attendance):",
}

_INTRODUCTION = (
    "A condition is what --where takes: a clause, or several with 'or' between them; 'not' in front denies the whole. "
    "Of several conditions all have to be met. A comma is 'or' in every list; a name of several words stands in double "
    "quotes. For 'and' give two conditions; for 'more than twice' say 'at least 3 times'."
)
_RULES = {
    "time": "2017, 2017-06, 2017-06-09, 2017..2023, 2017.. or ..2010, ends included; without one, all of time, "
    "or for a status held the day of --on",
    "how often": "at least, at most or exactly NUMBER times; of 'attended' also every",
    "how they came": "as a category or guest, led by somebody, in-person, by-video",
    "missed, absent": "did not come though expected: all that held a status were, and those of whom a source tells it",
    "led by": f"a person; {listed([office.replace(' ', '-') for office in OFFICES], 'or')}; {listed(list(LEVELS), 'or')}",
    "any": "instead of categories: whichever",
}
"""What clauses can have, beside what their examples show."""


_NARROWEST = 25
"""Columns from which what an example means stands beside it."""


def language(data: DataSet) -> str:
    """The language of conditions, as help, with those of the examples whose names a data set knows."""
    parts = [fill(_INTRODUCTION, width())]
    for subjects, examples in EXAMPLES.items():
        meanings = {}
        for text in examples.values():
            with suppress(NotUnderstood):
                meanings[text] = parse(data, text, subjects).words(Facts(data, data.through))
        parts.append(f"{_TAKEN_BY[subjects]}\n{_columns(meanings)}")
    parts.append(f"In them can stand:\n{_columns(_RULES)}")
    parts.append("For a shell each is one word:\n  sco list --where 'became member 2017..2023' --where 'not IN'")
    return "\n\n".join(parts) + "\n"


def _columns(rows: dict[str, str]) -> str:
    """Examples, each with what it means beside it, or beneath it where there is little room."""
    widest = max(map(len, rows))
    beside = width() - widest - 4
    lines = []
    for left, right in rows.items():
        if beside < _NARROWEST:
            lines += [f"  {left}", *(f"      {line}" for line in wrap(right, width() - 6))]
            continue
        first, *more = wrap(right, beside)
        lines += [f"  {left.ljust(widest)}  {first}", *(f"{' ' * (widest + 4)}{line}" for line in more)]
    return "\n".join(lines)
