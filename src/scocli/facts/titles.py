"""What those who are selected are called: 'member states of the SCO that hosted a summit in 2015'."""

from scocli.councils import GATHERINGS
from scocli.facts.conditions.base import Among, Condition, Facts, Not, attributes
from scocli.facts.conditions.statuses import Held
from scocli.facts.nouns import of_sco
from scocli.facts.presence import subject_name
from scocli.facts.select import Select
from scocli.facts.time import ALWAYS, Time
from scocli.text import listed


def title(facts: Facts, select: Select) -> str:
    """What is selected: 'member states on 3 July 2024 that hosted a summit', 'summits of the SCO hosted by China in 2018'."""
    if select.subjects == "summits":
        return f"{GATHERINGS[facts.data.council].many} of the SCO{_behind(facts, select)}"
    head, left_out, conditions = _parts(facts, select)
    return f"{head}{_other_than(left_out)}{attributes(facts, conditions)}"


def _other_than(left_out: str) -> str:
    return f" other than {left_out}" if left_out else ""


def _behind(facts: Facts, select: Select) -> str:
    """What meetings are, behind their noun; the time last, and alone where no meeting lies in it."""
    time = time_of(select)
    where = select.conditions if time.is_open else select.conditions[:-1]
    return f"{attributes(facts, where) if time.meetings(facts.data) else ''}{time.words}"


def time_of(select: Select) -> Time:
    """The time in which meetings are asked for, where that is the last condition."""
    from scocli.facts.conditions.meetings import During

    match select.conditions:
        case [*_, During(time=time)]:
            return time
    return ALWAYS


def _parts(facts: Facts, select: Select) -> tuple[str, str, tuple[Condition, ...]]:
    """What they are, who is left out, and the conditions that this does not say: the first is a noun where it is a status on a day."""
    head, rest = "countries", select.asked
    if status := status_of(select):
        what = of_sco(status.categories) if status.categories else "countries with a status in the SCO"
        head, rest = f"{what}{status.moment(facts).words}", rest[1:]
    left_out = [one.of for one in rest if isinstance(one, Not) and isinstance(one.of, Among)]
    names = dict.fromkeys(subject_name(facts.data, subject) for among in left_out for subject in among.which)
    return head, listed(list(names)), tuple(one for one in rest if getattr(one, "of", None) not in left_out)


def status_of(select: Select) -> Held | None:
    """The status on a day by which those are called that meet the conditions."""
    match select.asked:
        case [Held(is_on_a_day=True) as status, *_]:
            return status
    return None
