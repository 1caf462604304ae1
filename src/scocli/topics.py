"""What people call the things that can be told of the organisation -> topics."""

import re
from collections.abc import Iterator
from pathlib import Path

from scocli.dataset import DataSet, grouped
from scocli.organizations import organization_key, organization_spellings
from scocli.suggestions import nearest, not_understood, the_one
from scocli.text import fold, table

TOPICS = table(Path(__file__).with_suffix(".txt"))
"""The topics that are no body and no other organisation, with what else they are called."""
_MAY_BE_LACKING = (
    "aims", "principles", "shanghai-spirit", "decision-making", "sco-day", "rats-directors", "agreements",
)  # fmt: skip
_FEWEST_INITIALS = 3
"""Letters that the initials of a body have, to be its name for short."""


def initials(name: str) -> str | None:
    """What a body is called for short: 'RATS' of 'Regional Anti-Terrorist Structure'; ``None`` of a name too short for it."""
    words = re.findall(r"[A-Z][a-z]+", name.partition(" (")[0])
    return "".join(word[0] for word in words) if len(words) >= _FEWEST_INITIALS else None


def body_spellings(data: DataSet, body: str) -> Iterator[str]:
    """What a body is called beside its id: its name, each part of it where one stands in brackets, and its initials."""
    name = data.bodies[body].name
    first, _, other = name.partition(" (")
    known = {topic_key(body)}
    for called in (name, first, other.removesuffix(")"), initials(name) or ""):
        if called and topic_key(called) not in known:
            known.add(topic_key(called))
            yield called


def partner_spellings(data: DataSet, partner: str) -> list[str]:
    """What another organisation is called, in the data and elsewhere."""
    (made, *_) = (made for made in data.data.organization.agreements if made.partner == partner)
    return [*dict.fromkeys((made.abbreviation, *organization_spellings(made.organization)))]


def partner_topics(data: DataSet) -> dict[str, str]:
    """The other organisations with which there is an agreement: their names by topic, in order of name."""
    partners = {made.partner: made.organization for made in data.data.organization.agreements}
    return dict(sorted(partners.items(), key=lambda item: fold(item[1])))


def topics(data: DataSet) -> dict[str, tuple[str, ...]]:
    """All topics of which the data tell something, each with what else it is called."""
    facts = data.data.organization
    told = {topic: getattr(facts, topic.replace("-", "_")) for topic in _MAY_BE_LACKING}
    told |= {"next-summit": data.planned, "sco": facts.meaning, "permanent-bodies": data.permanent_bodies}
    found = {topic: names for topic, names in TOPICS.items() if told.get(topic, True)}
    found |= {body: tuple(body_spellings(data, body)) for body in data.bodies}
    return found | {topic: tuple(partner_spellings(data, topic)) for topic in partner_topics(data)}


def topic_names(data: DataSet) -> dict[str, tuple[str, ...]]:
    """Every name of a topic, as it is compared, with the topics that it could mean."""
    called = ((topic, dict.fromkeys(map(topic_key, (topic, *names)))) for topic, names in topics(data).items())
    return grouped((key, topic) for topic, keys in called for key in keys)


def topic_key(words: str) -> str:
    """The form in which two names of a topic are equal: hyphens are blanks, and 'SCO' in front says nothing."""
    return organization_key(words).replace("-", " ").removeprefix("sco ")


def find_topic(data: DataSet, words: str) -> str:
    """A topic, by any of its names. :raises NotUnderstood: if it is none, or several."""
    known = data.cached("topics", topic_names)
    if topic := the_one(words, known.get(topic_key(words), ()), "name one of them"):
        return topic
    near = ((key, topic) for key, found in known.items() for topic in found)
    raise not_understood("No topic is called", words, nearest(words, near), "'sco about' lists the topics")
