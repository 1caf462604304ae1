"""Questions -> Answers."""

from collections.abc import Iterable
from dataclasses import replace

from scocli import days
from scocli.answers import Answer
from scocli.ask.conversation import read
from scocli.ask.nearby import with_way_out
from scocli.ask.reader import Reading
from scocli.dataset import DataSet, own
from scocli.errors import NotUnderstood
from scocli.facts.verdict import Verdict, all_of
from scocli.queries import answer
from scocli.queries.base import Query, QueryError
from scocli.text import listed


def ask(data: DataSet, question: str, today: str) -> Answer:
    """The answer to a question in plain English, Russian or Chinese, in its language.

    :param question: the question.
    :param today: the day that 'today' is, ISO 8601.
    :raises scocli.errors.UsageProblem: if the question is empty.
    :raises scocli.errors.NotUnderstood: if the question is not understood as a whole, or asks for what the data do
        not tell; ``instead`` has questions that would be answered.
    """
    reading = read(data, question, today)
    language = reading.language if data.language == "en" else data.language
    told: list[Answer] = []
    try:
        for part in reading.parts or (reading,):
            told += _chosen(part, [_answer(data.in_language(language), query, today) for query in part.queries])
        told += [_answer(data.in_language(language), query, today) for query in reading.beside]
        found = together(told, len(reading.queries))
    except (NotUnderstood, QueryError) as error:
        said = str(error) if isinstance(error, NotUnderstood) else f"Not answered: {str(error).rstrip('.')}."
        if reading.language != "en":
            from scocli.ask.translation import refused

            raise refused(data, question, reading.language, NotUnderstood(said)) from None
        raise with_way_out(data, NotUnderstood(said), reading.recognised) from None
    notes = reading.notes
    if language != "en":
        from scocli.languages import noted

        notes = noted(data, language, notes)
    return replace(found, notes=(*notes, *found.notes))


def asked(question: str, *, data: DataSet | None = None, today: str | None = None) -> Answer:
    """The same of the data set that comes with the program, and of today, unless others are given.

    >>> import scocli
    >>> scocli.ask("Is Iran in the SCO?").value
    True
    """
    return ask(data or own(), question, today or days.today())


def _answer(data: DataSet, query: Query, today: str) -> Answer:
    """The answer to a query in the language of the data set's names."""
    if data.language == "en":
        return answer(data, query, today)
    from scocli.languages import answered

    return answered(data, query, today)


def _chosen(reading: Reading, answers: list[Answer]) -> list[Answer]:
    """The answers, of languages and people those among what they are to be chosen from.

    :raises NotUnderstood: if there are not as many as are asked for.
    """
    if reading.options:
        answers = [_chosen_of(found, reading.options) for found in answers]
    sizes = [len(found.value) for found in answers if isinstance(found.value, list)]
    for token in reading.recognised:
        number = token.value if sizes and isinstance(token.value, int) else None
        if number and token.kind in ("LIST", "WHICH", "WHO", "ALL", "BOTH") and number not in sizes:
            raise NotUnderstood(f"Not answered: there are {listed([*dict.fromkeys(map(str, sizes))])}, not {number}.")
    return answers


def _chosen_of(found: Answer, options: tuple[str, ...]) -> Answer:
    """An answer as far as it is among what is given.

    :raises NotUnderstood: if none of it is or, of countries, not all; if numbers are given and none is asked for.
    """
    told = found.value if isinstance(found.value, list) else [found.value]
    fits = [one for one in told if one in options]
    are_numbers = all(one.isdigit() for one in options)
    is_other = {
        **dict.fromkeys(("languages", "people", "city", "date", "yes-no"), not fits),
        "countries": fits != told and " ".join(map(str, told)) not in options,
    }
    if is_other.get(found.kind, False) or (are_numbers and found.kind != "number"):
        raise NotUnderstood("Not understood: how the answer is to be chosen from what is given.")
    if fits == told or found.kind not in ("languages", "people"):
        return found
    text = f"Of those given: {listed(fits)}. {found.text}" if found.kind == "people" else found.text
    return replace(found, value=fits, text=text)


def _each(said: Iterable[str]) -> tuple[str, ...]:
    """Each sentence once."""
    return tuple(dict.fromkeys(said))


def together(answers: list[Answer], asked: int) -> Answer:
    """Several answers as one: the value is the first one's, or, where all that are asked are a yes or no, whether all are so.

    :param asked: how many of them answer what is asked; the others tell whether what is stated beside is so.
    """
    if len(answers) == 1:
        return answers[0]
    value = answers[0].value
    told = answers[:asked]
    if all(found.kind == "yes-no" for found in told):
        value = all_of(Verdict(found.value) for found in told).value
        told.sort(key=lambda found: found.value is not value)  # those by which it is decided come first
    answers = [*told, *answers[asked:]]
    first, said = answers[0], _each(found.text for found in answers)
    return replace(
        first,
        value=value,
        text=" ".join(one for one in said if not any(other.startswith(f"{one[:-1]}:") for other in said)),
        command=None,
        tables=tuple(dict.fromkeys(table for found in answers for table in found.tables)),
        notes=_each(note for found in answers for note in found.notes),
        remarks=_each(remark for found in answers for remark in found.remarks),
        disputes=tuple({dispute.about: dispute for found in answers for dispute in found.disputes}.values()),
        sources={key: source for found in answers for key, source in found.sources.items()},
    )
