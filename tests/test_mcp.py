"""``sco mcp`` as a process of its own: asked by the SDK's own client, and by hand."""

import errno
import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

import frozen_data
from drawn import answer_to
from program import LONGEST, apart, environment, within
from scocli.cli import tools
from test_tools import ASKED

SERVER = [sys.executable, str(frozen_data.PROGRAM), "mcp"]
HELLO = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "tests", "version": "1"}},
}
READY = {"jsonrpc": "2.0", "method": "notifications/initialized"}
REFUSED = {
    "ask": {"question": "is Iran a good partner"},
    "status": {"countries": ["Frnace"]},
    "list_countries": {"categories": ["allies"]},
    "summits": {"where": ["held by Iran"]},
    "summit": {"summit": "1999"},
    "attendance": {"subjects": ["Nobody Known"]},
    "history": {"countries": []},
    "changes": {"from": "2024", "to": "2020"},
    "about": {"topic": "the weather"},
    "sources": {"topic": "Iran"},
}
"""Of each tool something that it refuses."""


def test_without_the_sdk_it_is_one_line_that_says_how_to_install_it(monkeypatch):
    """And exit status 1."""
    monkeypatch.setitem(sys.modules, "mcp", None)
    line = "sco: the server for assistants needs more than is installed; in the copy of the repository: pip install '.[mcp]'\n"
    assert within("mcp") == (1, b"", line.encode())


@pytest.fixture(scope="module")
def sdk():
    """The SDK."""
    return pytest.importorskip("mcp", reason="the SDK is not installed: pip install --group programs")


@pytest.fixture(scope="module")
def client(sdk):
    """A function that has the SDK's client do something with a server, and gives what that gave."""
    import anyio
    from mcp.client.stdio import StdioServerParameters, stdio_client

    parameters = StdioServerParameters(command=SERVER[0], args=SERVER[1:], env=environment())

    async def with_server(task):
        async with sdk.Client(stdio_client(parameters)) as connected:
            return await task(connected)

    return lambda task: anyio.run(with_server, task)


@pytest.mark.slow
def test_its_tools_are_described_and_change_nothing(client):
    """With the schemas of what they take and give."""

    async def listed(server):
        return server.instructions, (await server.list_tools()).tools

    instructions, found = client(listed)
    assert "to 2025-09-01" in instructions
    assert [tool.name for tool in found] == list(tools.TOOLS)
    for tool in found:
        assert (tool.description, tool.input_schema) == (tools.description(tool.name), tools.schema(tool.name))
        assert tool.output_schema == tools.answer_schema()
        assert tool.annotations.read_only_hint is True


@pytest.mark.slow
def test_every_tool_answers_with_the_sentence_and_the_whole_answer(client):
    """Two hundred calls in a row: the first text is quotable alone, the data are those of the command."""

    async def called(server):
        return [(tool, await server.call_tool(tool, given)) for tool, (given, _) in [*ASKED.items()] * 20]

    found = client(called)
    assert len(found) == 200
    for tool, result in found:
        expected = json.loads(json.dumps(answer_to(ASKED[tool][1]).to_dict()))
        assert result.is_error is False
        assert result.content[0].text == expected["text"]
        assert result.structured_content | {"on": None} == expected | {"on": None}


@pytest.mark.slow
def test_every_refusal_is_an_error_of_the_tool(client):
    """In the words of the program, without what the SDK would put in front; and the server goes on."""

    async def called(server):
        refused = [(tool, await server.call_tool(tool, given)) for tool, given in REFUSED.items()]
        return refused, await server.call_tool("no_such_tool", {}), await server.call_tool("sources", {})

    refused, unknown, answered = client(called)
    for tool, result in refused:
        with pytest.raises(tools.ScoError) as error:
            tools.call(frozen_data.dataset.load(), tool, REFUSED[tool], "2026-01-15")
        assert (result.is_error, result.structured_content) == (True, None)
        assert [part.text for part in result.content] == [tools.refusal(error.value)]
    assert (unknown.is_error, unknown.content[0].text) == (True, "Unknown tool: no_such_tool")
    assert answered.is_error is False


@pytest.mark.slow
def test_its_resources_are_the_codebook_the_data_their_last_day_and_the_conditions(client):
    """Read whole."""

    async def read(server):
        addresses = [str(resource.uri) for resource in (await server.list_resources()).resources]
        return {address: (await server.read_resource(address)).contents[0].text for address in addresses}

    found = client(read)
    assert found.keys() == {"sco://codebook", "sco://data", "sco://through", tools.CONDITIONS}
    assert found["sco://through"] == "2025-09-01"
    assert found["sco://data"] == (frozen_data.FROZEN / "sco.json").read_text("utf-8")
    assert found["sco://codebook"] == within("schema").out.decode()
    assert "became" in found[tools.CONDITIONS]


def lines(*messages):
    """Messages as they go over the wire."""
    return b"".join(json.dumps(message).encode() + b"\n" for message in messages)


def call(tool, given, number=2):
    """A message that calls a tool."""
    return {"jsonrpc": "2.0", "id": number, "method": "tools/call", "params": {"name": tool, "arguments": given}}


@contextmanager
def connected():
    """A server that has been greeted, and waits."""
    with subprocess.Popen(
        SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as server:
        server.stdin.write(lines(HELLO, READY))
        server.stdin.flush()
        assert json.loads(server.stdout.readline())["id"] == 1
        try:
            yield server
        finally:
            server.kill()


@pytest.mark.slow
def test_bad_input_stops_nothing_and_only_the_protocol_is_on_standard_output(sdk):
    """What is no message, no method or no argument; input that ends ends the server, with status 0 and nothing to say."""
    assert apart("mcp") == (0, b"", b"")
    bad = b"not json\n\n{}\n[1]\n\xff\xfe\n" + lines(
        {"jsonrpc": "2.0", "id": 7, "method": "no/such"},
        {"jsonrpc": "2.0", "id": 8, "method": "tools/call", "params": {"name": 5}},
        call("status", [1], 9),
        call("status", {"countries": ["\x1b[31m"]}, 10),
    )
    with connected() as server:
        server.stdin.write(bad + lines(call("ask", {"question": "is Iran in the SCO"})))
        server.stdin.flush()
        found = {message["id"]: message for message in (json.loads(server.stdout.readline()) for _ in range(5))}
        rest, complaint = server.communicate(timeout=LONGEST)
        assert (server.returncode, rest, complaint) == (0, b"", b"")
    assert found.keys() == {2, 7, 8, 9, 10}
    assert all("error" in found[number] for number in (7, 8, 9))
    assert found[10]["result"]["isError"] is True
    assert found[2]["result"]["content"][0]["text"].startswith("Yes: Iran ")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
def test_output_that_cannot_be_written_is_one_clear_line(sdk):
    """As of every other command."""
    with Path("/dev/full").open("wb") as full:
        found = subprocess.run(
            SERVER,
            check=False,
            input=lines(HELLO),
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            timeout=LONGEST,
        )
    said = f"sco: the output could not be written: {os.strerror(errno.ENOSPC)}\n"
    assert (found.returncode, found.stderr) == (1, said.encode())


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
def test_a_closed_pipe_or_an_interruption_ends_it_at_once_and_silently(sdk):
    """Though it waits for more input."""
    with connected() as server:
        server.stdout.close()
        server.stdin.write(lines(call("sources", {})))
        server.stdin.flush()
        assert (server.wait(LONGEST), server.stderr.read()) == (-signal.SIGPIPE, b"")
    with connected() as server:
        server.send_signal(signal.SIGINT)
        assert (server.wait(LONGEST), server.stderr.read()) == (-signal.SIGINT, b"")
