"""The commands as an assistant's tools: the same words, the same queries, the same answers."""

import json
from dataclasses import fields

import pytest

from drawn import TODAY, answer_to
from scocli.cli import tools
from scocli.dataset import load
from scocli.errors import ScoError
from scocli.queries import query_type

DATA = load()
ASKED = {
    "ask": ({"question": "Who came to Samarkand as observers?"}, 'sco ask "Who came to Samarkand as observers?"'),
    "status": ({"countries": ["india", "Pakistan"], "on": "2016", "is": ["observer"]}, "sco status India Pakistan --on 2016 --is observer"),
    "list_countries": ({"categories": ["members"], "where": ["not founder", "ever observer"]}, "sco list members --where 'not founder' --where 'ever observer'"),
    "summits": ({"from": "2015", "where": ["hosted by China,Russia"], "show": "count"}, "sco summits --from 2015 --where 'hosted by China,Russia' --show count"),
    "summit": ({"summit": "samarkand", "show": "people", "capacity": ["observer"]}, "sco summit samarkand --show people --capacity observer"),
    "attendance": ({"subjects": ["Narendra Modi"], "from": "2023", "all": True}, "sco attendance 'Narendra Modi' --from 2023 --all"),
    "history": ({"countries": ["Belarus"], "show": "since", "category": ["member"], "before": None}, "sco history Belarus --show since --category member"),
    "changes": ({"from": "2024", "to": "2024"}, "sco changes --from 2024 --to 2024"),
    "about": ({"topic": "secretary general", "on": "2014"}, "sco about secretary-general --on 2014"),
    "sources": ({}, "sco sources"),
}  # fmt: skip
"""Of each tool what it is given, and the command line that asks the same."""


def test_each_tool_answers_as_its_command():
    """All of the answer, its command included."""
    assert ASKED.keys() == tools.TOOLS.keys()
    for tool, (given, line) in ASKED.items():
        assert tools.call(DATA, tool, given, TODAY).to_dict() == answer_to(line).to_dict()


def test_the_schema_of_a_tool_has_every_field_of_its_query():
    """Each described, with its type and the words that it takes; what has to be given is required, and nothing else is taken."""
    for tool, verb in tools.TOOLS.items():
        schema = tools.schema(tool)
        assert schema["additionalProperties"] is False
        assert all(
            item["description"] and item["type"] in ("string", "array", "boolean")
            for item in schema["properties"].values()
        )
        if tool != "ask":
            assert schema["properties"].keys() == {field.name.rstrip("_") for field in fields(query_type(verb))}
    assert tools.schema("ask")["properties"].keys() == {"question"}
    assert {tool: tools.schema(tool)["required"] for tool in tools.TOOLS if tools.schema(tool)["required"]} == {
        "ask": ["question"], "status": ["countries"], "summit": ["summit"], "attendance": ["subjects"], "history": ["countries"],
    }  # fmt: skip
    attendance = tools.schema("attendance")["properties"]
    assert attendance["all"]["description"] == "With all also what is not recorded."
    assert attendance["to"]["description"] == attendance["from"]["description"]
    status, changes = tools.schema("status")["properties"], tools.schema("changes")["properties"]
    assert (status["countries"]["minItems"], status["countries"]["items"]) == (1, {"type": "string"})
    assert changes["show"]["enum"] == ["list", "count", "any"]


def test_the_schema_of_an_answer_is_that_of_every_answer():
    """What each has, of the type that it has in all, and what the class says of it."""
    schema = tools.answer_schema()
    types = {"string": str, "array": list}
    for _, line in ASKED.values():
        found = answer_to(line).to_dict()
        assert [*found] == [*schema["properties"]] == schema["required"]
        assert all(
            isinstance(found[name], types.get(part.get("type"), object)) for name, part in schema["properties"].items()
        )
    assert schema["properties"]["text"]["type"] == "string"
    assert all(schema["properties"][name]["description"] for name in ("kind", "value", "text", "notes", "sources"))


def test_nothing_that_is_said_of_a_tool_is_of_a_command_line():
    """No hyphens before a name, no standard input, no example."""
    for tool in tools.TOOLS:
        said = tools.description(tool) + json.dumps(tools.schema(tool))
        assert tools.description(tool)
        assert not any(word in said for word in ("--", "standard input", "Examples:", "sco help"))


def test_a_list_may_come_as_a_word_or_as_json():
    """As some assistants send it."""
    for given, line in (("Iran", "sco status Iran"), ('["Iran", "India"]', "sco status Iran India")):
        assert tools.call(DATA, "status", {"countries": given}, TODAY).command == answer_to(line).command


@pytest.mark.parametrize(
    ("tool", "given", "why"),
    [
        ("ask", {"question": "is Iran a good partner"}, "Not answered: it asks for an opinion ('good')"),
        ("ask", {}, "ask needs question"),
        ("status", {"countries": ["Frnace"]}, "No country is called 'Frnace'. Did you mean France?"),
        ("status", {"countries": []}, "status needs countries"),
        ("status", {"country": "Iran"}, "status takes no 'country', but countries, on, is and either"),
        ("status", {"countries": ["Iran"], "explained": True}, "status takes no 'explained'"),
        ("status", {"countries": ["Iran", 5]}, "countries is to be a list of strings"),
        ("status", {"countries": {"a": 1}}, "countries is to be a list of strings"),
        ("status", {"countries": ["Iran"], "on": 2024}, "on is to be a string"),
        ("status", {"countries": ["Iran"], "on": "yesterday"}, "on: 'yesterday' is not a day"),
        ("status", {"countries": ["Iran"], "either": "yes"}, "either is to be true or false"),
        ("summits", {"where": ["held by Iran"]}, "'by' is not understood behind 'held'"),
        ("summits", {"show": "most"}, "show takes list, "),
        ("changes", {"from": "2024", "to": "2020"}, "the period ends (2020) before it begins (2024)"),
        ("attendance", {"subjects": ["India"], "not": True}, "not goes with"),
    ],
)
def test_what_is_not_understood_is_refused_with_the_way_out(tool, given, why):
    """Never read in part."""
    with pytest.raises(ScoError) as refused:
        tools.call(DATA, tool, given, TODAY)
    said = tools.refusal(refused.value)
    assert said.startswith(why)
    assert "--" not in said


def test_a_refusal_is_in_the_language_of_the_question():
    """Its heading too."""
    with pytest.raises(ScoError) as refused:
        tools.call(DATA, "ask", {"question": "Почему Индия вступила в ШОС?"}, TODAY)
    assert tools.refusal(refused.value).split("\n")[1] == "Вопросы, на которые есть ответ:"


def test_a_refusal_has_the_questions_that_would_be_answered():
    """Each on a line, and each really is."""
    with pytest.raises(ScoError) as refused:
        tools.call(DATA, "ask", {"question": "is Iran a good partner"}, TODAY)
    _, heading, *instead = tools.refusal(refused.value).split("\n")
    assert heading == "Questions that would be answered:"
    assert len(instead) > 1
    for question in instead:
        assert tools.call(DATA, "ask", {"question": question.removeprefix("- ")}, TODAY).text
