"""What is said of countries that are named: 'India and Pakistan were not member states of the SCO on 1 May 2017'."""

from collections.abc import Sequence

from scocli.days import parse_period
from scocli.facts.conditions import AnyOf, Condition, Facts, Held, Not
from scocli.facts.nouns import NOUNS
from scocli.facts.time import ALWAYS
from scocli.text import listed


def statement(facts: Facts, countries: Sequence[str], conditions: Sequence[Condition], *, denied: bool = False) -> str:
    """That countries meet conditions; denied, that they meet none of them."""
    one = len(countries) == 1
    if ended := None if denied else _no_longer(facts, conditions):
        said = _on(facts, ended, "no longer ", one=one)
    else:
        said = listed([predicate(facts, condition, denied=denied, one=one) for condition in conditions])
    return f"{listed([facts.data.in_text(code) for code in countries])} {said}"


def predicate(facts: Facts, condition: Condition, *, denied: bool = False, one: bool = False) -> str:
    """What a sentence says of several countries, or of one: of a status in the present where the data reach no further."""
    if isinstance(condition, Not):
        return predicate(facts, condition.of, denied=not denied, one=one)
    if isinstance(condition, AnyOf):
        said = [predicate(facts, part, denied=denied, one=one) for part in condition.of]
        return listed(said, "and" if denied else "or")
    if not isinstance(condition, Held):
        return condition.words(facts, denied=denied, one=one)
    time = (condition.time or ALWAYS).words
    if condition.how == "on":
        return _on(facts, condition, "not " * denied, one=one)
    if condition.how == "ever":
        been = f"been {_nouns(condition, one=one)}" if condition.categories else "held a status in the SCO"
        return f"{'has' if one else 'have'} {'never ' * denied}{been}{time}"
    every = f"on every day{time or ' since the founding of the SCO'}"
    if condition.categories:
        return f"{'was' if one else 'were'} {'not ' * denied}{_nouns(condition, one=one)} {every}"
    return f"{'did not hold' if denied else 'held'} a status in the SCO {every}"


def _on(facts: Facts, held: Held, adverb: str, *, one: bool) -> str:
    """'is not a member state of the SCO as of 1 September 2025', 'held no status in the SCO on 3 July 2024'."""
    when = held.moment(facts)
    if held.categories:
        be = ("was" if one else "were") if when.is_past else "is" if one else "are"
        return f"{be} {adverb}{_nouns(held, one=one)}{when.words}"
    hold = "held" if when.is_past else "holds" if one else "hold"
    what = f"{hold} no" if adverb == "not " else f"{adverb}{hold} a"
    return f"{what} status in the SCO{when.words}"


def _nouns(held: Held, *, one: bool) -> str:
    """'a member state of the SCO', 'member states of the SCO or SCO partners'."""
    named = [NOUNS[category] for category in held.categories]
    several = [noun.many if "SCO" in noun.many else f"{noun.many} of the SCO" for noun in named]
    return listed([noun.of_sco for noun in named] if one else several, "or")


def _no_longer(facts: Facts, conditions: Sequence[Condition]) -> Held | None:
    """The status that two conditions ask to have been held, and not to be any more."""
    match conditions:
        case [Held(how="ever") as before, Not(of=Held(how="on") as now)] if before.categories == now.categories:
            last = now.time.period.last if now.time else parse_period(facts.on).last
            return now if (before.time or ALWAYS).known(facts.data).last <= last else None
    return None
