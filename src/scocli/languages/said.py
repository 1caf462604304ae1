"""What an answer in another language is made of: names, days and forms, and the text of a key with these filled in."""

from typing import TYPE_CHECKING, Any, NamedTuple

from scocli.answers import Answer
from scocli.languages.language import Language

if TYPE_CHECKING:
    from scocli.dataset import DataSet


class Said(NamedTuple):
    """An answer that is to be said.

    :ivar rows: the rows of its tables.
    """

    words: Language
    data: "DataSet"
    found: Answer
    rows: list[dict[str, Any]]

    def countries(self, codes: object = None) -> list[str]:
        """Names of countries, by default of those that are the value, in order."""
        given = self.found.value if codes is None else codes
        return [self.data.name(code) for code in self.data.in_order(given)] if isinstance(given, list | tuple) else []

    def called(self, name: object) -> str:
        """What a city or a person is called."""
        return self.words.names(self.data).get(str(name), str(name))

    def in_city(self, name: object) -> str:
        """The same of a city behind 'in'."""
        return self.words.at(self.called(name))

    @property
    def on(self) -> str:
        """The day for which it is given."""
        return self.words.day(self.found.as_of or self.found.data_through)

    @property
    def not_founded(self) -> str | None:
        """What is said where a day before the founding is asked about."""
        on, founded = self.found.on, self.data.founded
        if on is None or on >= founded:
            return None
        return self.say("not founded", on=self.words.day(on), founded=self.words.day(founded))

    def forms(self, category: str) -> dict[str, str]:
        """What those that hold a category are called."""
        keys = {
            "one": "one",
            "become": "become",
            "become_many": "become many",
            "many": "many",
            "new": "new",
            "number_of": "number",
        }
        of = {name: f"{category} {key}" for name, key in keys.items()}
        return {name: self.words.text(key) for name, key in of.items() if self.words.has(key)}

    def say(self, key: str, of: list[str] | None = None, /, **values: object) -> str | None:
        """The text of a key, if there is one.

        :param of: who is spoken of, of which the form of the verb depends.
        """
        if not self.words.has(key):
            return None
        return self.words.text(key, self.words.form(of or []), **values)


def names_of(value: object) -> list[str]:
    """The names or ids that a value has."""
    return value if isinstance(value, list) else []
