"""What people call international organisations -> their names in the data."""

from scocli.dataset import DataSet, grouped
from scocli.suggestions import nearest, not_understood, the_one
from scocli.text import fold

ORGANIZATION_ALIASES = {
    "Association of Southeast Asian Nations": ("ASEAN",),
    "Conference on Interaction and Confidence Building Measures in Asia": ("CICA",),
    "SCO Regional Anti-Terrorist Structure": ("RATS", "SCO RATS", "Regional Anti-Terrorist Structure"),
    "SCO Secretariat": ("Secretariat",),
}
"""What organisations are called for short, where that is not the capital letters of their names."""
ORGANIZATIONS_ARE = "'sco summit SUMMIT --show organizations' lists those that came to a summit"
"""Where they are told."""


def is_itself(data: DataSet, words: str) -> bool:
    """Whether words name the organisation that all of this is about."""
    itself = data.data.organization
    names, short = itself.names, itself.abbreviations
    called = (names.en, names.ru, names.zh, *short.en, *short.ru, *short.zh)
    return organization_key(words) in map(organization_key, called)


def organization_spellings(name: str) -> tuple[str, ...]:
    """What an organisation is called: its name and what that is for short."""
    if name in ORGANIZATION_ALIASES:
        return (name, *ORGANIZATION_ALIASES[name])
    capitals = "".join(filter(str.isupper, name))
    return (name, capitals) if len(capitals) > 1 and "(" not in name else (name,)


def organization_names(data: DataSet) -> dict[str, tuple[str, ...]]:
    """What the organisations that were represented at summits are called, with those that it could mean."""
    names = sorted({present.name for summit in data.summits.values() for present in summit.organizations})
    called = ((name, dict.fromkeys(map(organization_key, organization_spellings(name)))) for name in names)
    return grouped((key, name) for name, keys in called for key in keys)


def organization_key(words: str) -> str:
    """The form in which two spellings of an organisation's name are equal."""
    return fold(words).removeprefix("the ").replace("organisation", "organization")


def organizations_called(data: DataSet, words: str) -> tuple[str, ...]:
    """The organisations of the data set that words can mean; CLDR knows a few of them in Russian and Chinese."""
    known = data.cached("organizations", organization_names)
    if meant := known.get(organization_key(words)):
        return meant
    from scocli import world

    return known.get(organization_key(world.organization(words) or ""), ())


def find_organization(data: DataSet, words: str) -> str:
    """The name of an organisation that was represented at a summit, by its name or what that is for short.

    :raises NotUnderstood: if it is none, or several.
    """
    if name := the_one(words, organizations_called(data, words), "give the full name"):
        return name
    known = data.cached("organizations", organization_names)
    near = ((key, name) for key, names in known.items() for name in names)
    raise not_understood("No organisation in the data is called", words, nearest(words, near), ORGANIZATIONS_ARE)
