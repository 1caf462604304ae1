"""How the functions of commands become the command line: what Typer is told, and what the words mean."""

import inspect
import json
import re
from dataclasses import fields
from unittest import mock

import completions
import typer

from each import each
from facts import DATA
from frozen_data import FROZEN
from program import environment, within
from scocli import records
from scocli.cli import coercion
from scocli.cli.app import COMMANDS, HOMES, app, function
from scocli.cli.language import EXAMPLES, language
from scocli.cli.options import Output
from scocli.cli.parameters import parameters
from scocli.completion import words
from scocli.dataset import DataSet
from scocli.facts.forms import FORMS
from scocli.facts.where import CLAUSES, parse
from scocli.queries import VERBS, query_type
from scocli.queries.attended import SHOWN as ATTENDED
from scocli.queries.base import option_of
from scocli.queries.summit import FACTS as OF_SUMMIT
from scocli.queries.summits import _FACTS as OF_SUMMITS
from scocli.queries.words import taken

LINES = [
    "history AZ", "history AZ --show=memorandum -f json", "changes --from 2024 --to 2024 --category member --category observer",
    "list --lang zh", "list observers members", "history", "history Frnace", "list --where membr", "changes --show CONT",
    "schema x", "list --format xml", "--on 2020", "--data x.json list", "--version list", "ask what is",
    "status Sri Lanka", "export", "help matrix", "--help",
]  # fmt: skip
"""Command lines, right and wrong, with words for every kind of argument and option."""


@each("line", LINES)
def test_what_the_program_says_does_not_hang_on_how_words_are_taken(line):
    """With Typer's own coercion in place of ours every command line ends in the same way."""
    expected = within(*line.split())
    with mock.patch("scocli.cli.app.take_as_written"):
        assert within(*line.split()) == expected


def test_words_that_stay_words_are_not_taken_by_typer():
    """It is told to take them as they are; what it is told is what it asks."""
    program = typer.main.get_command(app)
    for command in (program, *(program.get_command(None, verb) for verb in COMMANDS)):
        coercion.take_as_written(command.params)
        assert [item for item in command.params if not isinstance(item.get_runtime_param(), coercion.AsWritten)] == []


@each("verb", COMMANDS)
def test_a_command_is_found_by_searching_for_its_function(verb):
    """In the file of its group, by its name; a word that Python has for itself has a line behind it."""
    named = inspect.unwrap(function(verb)).__name__
    assert named in {verb, f"{verb}_"}
    assert function(verb).__module__ == f"scocli.cli.{HOMES[verb]}"


@each("verb", VERBS)
def test_every_field_of_a_query_can_be_said(verb):
    """It is called as its option, or it is an argument; and the same words are taken for it."""
    kind, items = query_type(verb), {item.name: item for item in parameters(function(verb))}
    for field in fields(kind):
        item = items.pop(field.name)
        assert item.flags[:1] == (() if field.name in kind.arguments else (option_of(field.name),))
        assert item.takes == taken(field.type)
        if not item.is_required:
            assert item.default == field.default
    assert set(items) <= {*Output._fields, "data", "version"}


@each(
    ("verb", "told"),
    [
        ("list", FORMS),
        ("attendance", ATTENDED),
        ("summit", OF_SUMMIT),
        ("summits", {*FORMS, *OF_SUMMITS} - {"most", "fewest"}),
    ],
)
def test_what_can_be_shown_is_what_is_answered(verb, told):
    """No word of ``--show`` is without an answer, and no answer without a word."""
    show = next(item for item in parameters(function(verb)) if item.name == "show")
    assert set(show.choices) == set(told)


@each("verb", ["", *COMMANDS])
def test_no_command_has_more_than_twelve_options_of_its_own(verb):
    """Beside those that say how an answer is shown; and no two are spelled alike."""
    flags = [flag for item in parameters(function(verb)) for flag in item.flags]
    assert len(flags) == len(set(flags))
    shared = {flag for item in parameters(Output) for flag in item.flags} | {"--data", "--version"}
    assert len(set(flags) - shared) <= 12


@each("verb", COMMANDS)
def test_help_of_a_command_is_the_same_by_either_way(verb):
    """``sco help COMMAND`` is ``sco COMMAND --help``."""
    assert within("help", verb) == within(verb, "--help")
    assert within("help", verb).code == 0


def test_help_alone_is_that_of_the_program():
    """``sco help`` is ``sco --help``; what is no command is refused with one that is near."""
    assert within("help") == within("--help")
    assert within("help", "statsu").err == b"sco: COMMAND does not take 'statsu'. Did you mean status?\n"


@each("verb", ["", *COMMANDS])
@each("columns", [60, 80, 200])
def test_help_is_no_wider_than_the_terminal(verb, columns):
    """Nor than 80 columns."""
    shown = within(*([verb] if verb else []), "--help", env=environment(COLUMNS=str(columns))).out.decode()
    assert max(map(len, shown.splitlines())) <= min(columns, 80)


class TestLanguage:
    """``sco help where``."""

    def test_every_clause_has_an_example(self):
        """That begins as it does, beside one of bare categories and one of names."""
        for subjects, clauses in CLAUSES.items():
            bare = {"member,observer 2010", 'IN,"Sri Lanka"', "2024-astana"}
            begun = [example for example in EXAMPLES[subjects] if example not in bare]
            assert len(begun) == len(clauses)
            assert all(any(example.startswith(start) for example in begun) for start in clauses)

    @each(("subjects", "example"), [(of, example) for of, examples in EXAMPLES.items() for example in examples])
    def test_every_example_is_understood_and_shown(self, subjects, example):
        """As it stands there."""
        assert parse(DATA, example, subjects)
        assert f"  {example} " in language(DATA)

    def test_what_another_data_set_does_not_know_is_no_example_of_its(self):
        """The examples are explained by the data set that is asked."""
        text = (FROZEN / "sco.json").read_text("utf-8").replace("amarkand", "omewhere")
        assert "2022-samarkand" not in language(DataSet(records.read(text)))

    @each("columns", [60, 80, 200])
    def test_it_is_no_wider_than_the_terminal(self, columns):
        """But for a command line that is to be copied."""
        shown = within("help", "where", env=environment(COLUMNS=str(columns)))
        assert shown.code == 0
        lines = [line for line in shown.out.decode().splitlines() if not line.startswith("  sco ")]
        assert max(map(len, lines)) <= min(columns, 80)


def test_what_completion_knows_of_the_commands_is_what_they_take():
    """The table that it reads is made from the functions."""
    file = words.__file__.replace("words.py", "commands.json")
    with open(file, encoding="utf-8") as table:  # noqa: PTH123
        assert table.read() == completions.table()


def test_what_people_try_is_taken():
    """'--json', '-f md', '-V', 'sco countries': short forms say what the long ones say."""
    for short, long in (
        (("list", "--json"), ("list", "--format", "json")),
        (("list", "-f", "md"), ("list", "--format", "markdown")),
        (("countries",), ("list",)),
        (("help", "countries"), ("help", "list")),
        (("-V",), ("--version",)),
        (("changes", "2024"), ("changes", "--from", "2024", "--to", "2024")),
    ):
        assert within(*short) == within(*long)
        assert within(*short).code == 0
    assert within("list", "--json", "--format", "csv").err == b"sco: --json and --format csv are two forms\n"


def test_the_version_names_the_day_of_the_data():
    """So that a report says what was asked of."""
    told = re.fullmatch(r"sco \d+\.\d+\.\d+\S*, data to 1 September 2025\n", within("--version").out.decode())
    assert told


def test_changes_are_asked_of_a_time_or_of_countries():
    """Each as a word; a time is one, and a name that is none is refused."""
    code, out, _ = within("changes", "Belarus", "2024", "--json")
    assert (code, json.loads(out)["value"]) == (0, [["2024-07-04", "BY", "member"]])
    assert within("changes", "2024", "2025").err == b"sco: two times are named: a period is --from DAY --to DAY\n"
    assert within("changes", "2024", "--to", "2025").code == 2
    assert within("changes", "Frnace").code == 3


def test_a_matrix_may_have_guests():
    """Whoever came without ever holding a status has a row of his own behind the others."""
    own, every = (json.loads(within("matrix", *more, "--json").out)["value"] for more in ((), ("--guests",)))
    assert own.items() <= every.items()
    assert "TM" in every.keys() - own.keys()
    assert all(set(every[code].values()) != {"no-status"} for code in every.keys() - own.keys())
