"""What people call countries: those of the data set, and all others of the world."""

import re
from collections.abc import Iterator

from scocli.dataset import DataSet
from scocli.errors import NotUnderstood
from scocli.organizations import ORGANIZATIONS_ARE, is_itself, organization_key, organizations_called
from scocli.suggestions import nearest, not_understood, the_one
from scocli.text import FLAG, fold, letters_of, listed, quoted

COUNTRIES_ARE = "'sco list' names the countries with a status"
GROUPS = {"ever": "all that ever held a status", "all": "all of which there is a record"}
"""Words for several countries, where several are wanted, and what they mean."""
_CODE = 3
"""Letters of the longest code."""
_LONGEST = 200
"""Characters beyond which nothing is a name, with all that can stand around one."""
_TWO_NAMES = r"([^()（）]+)[(（](?:formerly |now )?([^()（）]+)[)）]|([^,/]+)[,/]([^,/]+)"


class IsOrganization(NotUnderstood):
    """What is asked about as a country, or as something that may be one, is an organisation."""


def country_names(data: DataSet) -> dict[str, str]:
    """Every folded name of the countries in the data set, with the country's code."""
    found: dict[str, str] = {}
    for country in data.countries.values():
        names = country.names
        for name in (
            country.code,
            country.alpha3,
            names.en,
            names.ru,
            names.zh,
            country.official_name,
            *country.aliases,
        ):
            found[fold(name)] = country.code
    return found


def countries_called(data: DataSet, words: str) -> list[str]:
    """Codes of the countries that words mean: one, several where they are ambiguous, or none.

    They are ISO codes or names of the data set's countries or of any other; the flag of a country, alone or beside its
    name; a name with a form of state, in any language, that is the country's own; two names of one country, the second
    in brackets.
    """
    key, known = fold(words), data.cached("countries", country_names)
    code = known.get(key) or known.get(key.removeprefix("the "))
    if code is not None:
        return [code]
    if len(words) > _LONGEST:
        return []
    if flag := FLAG.search(key):
        called, name = countries_called(data, letters_of(flag)), FLAG.sub(" ", key, 1).strip()
        return _with_two_names(called, countries_called(data, name)) if name else called
    from scocli import world
    from scocli.world.official import any_order, without_forms

    if codes := world.search(words) or data.cached("countries.any_order", _in_any_order).get(any_order(words), []):
        return codes
    parts = re.fullmatch(_TWO_NAMES, words.strip())
    if parts and (two := _with_two_names(*(countries_called(data, part) for part in parts.groups() if part))):
        return two
    rest, forms = without_forms(words)
    if rest == key or (len(rest) <= _CODE and rest.isascii()):
        return []
    return [code for code in countries_called(data, rest) if not forms or _forms_of(data, code) == forms]


def _forms_of(data: DataSet, code: str) -> frozenset[str]:
    from scocli.world.official import forms_of, without_forms

    country = data.countries.get(code)
    return without_forms(country.official_name)[1] if country else forms_of(code)


def _in_any_order(data: DataSet) -> dict[str, list[str]]:
    """Codes of the data set's countries by the words of their names, in whatever order they are."""
    from scocli.world.official import any_order

    names = data.cached("countries", country_names).items()
    return {any_order(name): [code] for name, code in names if len(name) >= _CODE}


def _with_two_names(first: list[str], second: list[str]) -> list[str]:
    """The countries that bear two names; where none bears both, those that bear either, if each is the name of one."""
    if not first or not second:
        return []
    return [code for code in first if code in second] or [*first, *second]


def find_country(data: DataSet, words: str) -> str:
    """The code of a country, by what :func:`countries_called` knows.

    :raises NotUnderstood: if it is no country, or several.
    """
    codes = data.in_order(countries_called(data, words))
    if code := the_one(words, codes, "give the code of one", [f"{data.name(code)} ({code})" for code in codes]):
        return code
    _refuse_organization(data, words)
    can_be = "All countries of the world are known by name and ISO code"
    near = nearest(words, suggested_countries(data), without_form)
    raise not_understood("No country is called", words, near, can_be, COUNTRIES_ARE)


def _refuse_organization(data: DataSet, words: str) -> None:
    """:raises NotUnderstood: if words name an organisation that CLDR or the data know."""
    from scocli import world

    if is_itself(data, words):
        raise IsOrganization(f"{quoted(words)} is the organisation itself, and no country: 'sco' has it at a glance.")
    if flag := FLAG.fullmatch(fold(words)):
        words = letters_of(flag)
    meant = organizations_called(data, words)
    name = listed(meant, "or the") or world.organization(words)
    if name is not None:
        called = "" if organization_key(name) == organization_key(words) else f", the {name}"
        raise IsOrganization(f"{quoted(words)} is an organisation{called}, and no country: {ORGANIZATIONS_ARE}.")


def suggested_countries(data: DataSet) -> Iterator[tuple[str, str]]:
    """What is suggested instead of a country's name: every name of the data set's, and the short ones of every other."""
    from scocli import world

    others = {fold(name): code for language in ("ru", "zh") for code, name in world.names(language).items()}
    for name, code in (others | world.english_names() | data.cached("countries", country_names)).items():
        if len(name) > _CODE or not name.isascii():
            yield name, data.name(code)


def without_form(name: str) -> str:
    """What nearness is measured by: a folded name without 'republic', 'kingdom' and the like, which half of them share."""
    from scocli.world import official

    return official.without_forms(name)[0] or fold(name)
