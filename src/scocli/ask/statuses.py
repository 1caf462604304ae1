"""Queries about the status that a country holds, held, or held when a summit opened."""

from scocli.ask.meaning import Meaning, Unanswerable


def category_named(m: Meaning) -> tuple[str, ...]:
    """The category that was gained; membership where people say 'join' and name none."""
    found = (*m.categories(), *m.tuple_of("CAPACITY"))
    if not found and m.has("JOIN"):
        return ("member",)
    if not found:
        raise Unanswerable("it does not say which status")
    return found
