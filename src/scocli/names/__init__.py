"""What people call things -> country, person, summit, category, city.

Names are compared folded (no case, no accents); a name is matched whole or not at all. What is near to a name
that is not known is suggested, never taken instead.
"""

from collections.abc import Callable

from scocli.dataset import DataSet
from scocli.errors import Ambiguous, NotUnderstood
from scocli.names import countries, summits
from scocli.names.categories import CATEGORIES, CATEGORY_NAMES, find_capacity, find_category
from scocli.names.countries import country_names, find_country
from scocli.names.people import PEOPLE_ARE, find_person, near_people, people_called, person_names
from scocli.names.summits import city_names, city_spellings, find_city, find_summit, summit_label, summit_names
from scocli.organizations import find_organization, is_itself
from scocli.suggestions import nearest, not_understood
from scocli.text import fold
from scocli.topics import find_topic

__all__ = [
    "CATEGORY_NAMES", "FINDERS", "city_names", "city_spellings", "country_names", "find_capacity", "find_category",
    "find_city", "find_countries", "find_country", "find_holder", "find_person", "find_source_subject", "find_subject", "find_summit",
    "near_people", "person_names", "summit_label", "summit_names",
]  # fmt: skip


def find_subject(data: DataSet, words: str) -> str:
    """A country's code or a person's name. The data set's countries come first, then its people, then all other countries.

    :raises NotUnderstood: if it is neither, or several.
    """
    if fold(words) not in data.cached("countries", country_names) and people_called(data, words):
        return find_person(data, words)
    try:
        return find_country(data, words)
    except (Ambiguous, countries.IsOrganization):
        raise
    except NotUnderstood as unknown:
        people = near_people(data, words)
        said = "No country or person in the data is called"
        raise not_understood(said, words, (*unknown.near, *people), countries.COUNTRIES_ARE, PEOPLE_ARE) from None


def find_holder(data: DataSet, words: str) -> str:
    """The code of a country, or the id of a category for all that held it.

    :raises NotUnderstood: if it is neither, or several countries.
    """
    if any(fold(words) in names for names in CATEGORY_NAMES.values()):
        return find_category(words)
    try:
        return find_country(data, words)
    except (Ambiguous, countries.IsOrganization):
        raise
    except NotUnderstood:
        called = ((name, name) for names in CATEGORY_NAMES.values() for name in names)
        near = nearest(words, [*countries.suggested_countries(data), *called], countries.without_form)
        instead = (countries.COUNTRIES_ARE, f"there are {CATEGORIES}")
        raise not_understood("No country or category is called", words, near, *instead) from None


def find_countries(data: DataSet, words: str) -> str:
    """A word for several countries (:data:`~scocli.names.countries.GROUPS`), or the code of one.

    :raises NotUnderstood: if it is neither, or the name of several countries.
    """
    return fold(words) if fold(words) in countries.GROUPS else find_country(data, words)


def find_source_subject(data: DataSet, words: str) -> str:
    """What has sources: a source's id, ``organization``, a planned summit, a category, a country or a summit.

    :raises NotUnderstood: if it is none of them.
    """
    key = fold(words)
    if key in data.data.sources:
        return key
    if key in ("organization", "organisation") or is_itself(data, words):
        return "organization"
    for planned in summits.announced_called(data, key):
        return planned.id
    for what in ("category", "summit", "country"):
        try:
            return FINDERS[what](data, words)
        except (Ambiguous, countries.IsOrganization):
            raise
        except NotUnderstood:
            continue
    ids = zip(data.data.sources, data.data.sources, strict=True)
    known = [*ids, *summits.suggested_summits(data), *countries.suggested_countries(data)]
    instead = ("'sco sources' lists the sources", summits.SUMMITS_ARE, countries.COUNTRIES_ARE)
    near = nearest(words, known, countries.without_form)
    raise not_understood("No source, country, summit or category is called", words, near, *instead)


FINDERS: dict[str, Callable[[DataSet, str], str]] = {
    "country": find_country,
    "countries": find_countries,
    "person": find_person,
    "subject": find_subject,
    "summit": find_summit,
    "category": lambda _, words: find_category(words),
    "capacity": lambda _, words: find_capacity(words),
    "holder": find_holder,
    "city": find_city,
    "organization": find_organization,
    "source": find_source_subject,
    "topic": find_topic,
}
"""How the words of a field are resolved, by their kind (:mod:`scocli.queries.words`)."""
