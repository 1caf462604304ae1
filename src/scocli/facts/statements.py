"""What is said of countries that are named: 'India and Pakistan were not member states of the SCO on 1 May 2017'."""

from collections.abc import Sequence

from scocli.days import parse_period
from scocli.facts.conditions import Condition, Facts, Held, Not
from scocli.facts.time import ALWAYS
from scocli.text import listed


def statement(facts: Facts, countries: Sequence[str], conditions: Sequence[Condition], *, denied: bool = False) -> str:
    """That countries meet conditions; denied, that they meet none of them."""
    one = len(countries) == 1
    if ended := None if denied else _no_longer(facts, conditions):
        said = ended.on(facts, "no longer ", one=one)
    else:
        said = listed([condition.words(facts, denied=denied, one=one) for condition in conditions])
    return f"{listed([facts.data.in_text(code) for code in countries])} {said}"


def _no_longer(facts: Facts, conditions: Sequence[Condition]) -> Held | None:
    """The status that two conditions ask to have been held, and not to be any more."""
    match conditions:
        case [Held(how="ever") as before, Not(of=Held(how="on") as now)] if before.categories == now.categories:
            last = now.time.period.last if now.time else parse_period(facts.on).last
            return now if (before.time or ALWAYS).known(facts.data).last <= last else None
    return None
