"""``sco mcp``: the server through which assistants ask, by the Model Context Protocol on standard input and output."""

import json
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from scocli.cli import tools
from scocli.cli.parameters import command
from scocli.cli.session import Session
from scocli.datafile import bundled_path, read_text
from scocli.dataset import DataSet
from scocli.days import today
from scocli.errors import NotInstalled, ScoError
from scocli.text import path_called

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer
    from mcp.types import CallToolResult

app = typer.Typer()

INSTRUCTIONS = (
    "Facts about the Shanghai Cooperation Organisation (SCO): who belongs to it and in what capacity on any day, who came "
    "to its summits and who stayed away, its bodies, offices and documents, with sources. 'ask' takes a question in plain "
    "English; what it refuses, the other tools may answer. Quote the sentence of an answer as it stands, with its day, and "
    "mind its notes. 'Not recorded' is neither yes nor no. The data reach to {through}: of later days nothing is known."
)


@app.command("mcp")
@command
def mcp(session: Session) -> None:
    """A server for assistants, which ask it by the Model Context Protocol (MCP) on standard input and output.

    Examples:
      sco mcp

    It needs the extra 'mcp' and is started by the assistant's program, not by hand.
    """
    data = session.data()
    file = bundled_path() if session.path is None else Path(path_called(session.path))
    server = _server(data, read_text(file))
    if sys.stdin.isatty():
        sys.stderr.write("sco: waiting for an assistant on standard input; Ctrl-C ends it\n")
    for ended in ("SIGINT", "SIGPIPE"):
        if number := getattr(signal, ended, None):  # what waits for a line is ended by nothing else
            signal.signal(number, signal.SIG_DFL)
    try:
        server.run("stdio")
    except ExceptionGroup as group:  # the SDK runs tasks, and hands on what failed in one of them
        failed: Exception | None = group.subgroup(OSError)
        while isinstance(failed, ExceptionGroup):
            failed = failed.exceptions[0]
        if not isinstance(failed, OSError):
            raise
        raise ScoError(f"the output could not be written: {failed.strerror or failed}") from None


def _server(data: DataSet, text: str) -> "MCPServer[Any]":
    """The server of a data set.

    :param text: the data set's file.
    :raises NotInstalled: if the SDK is not there.
    """
    try:
        from mcp.server.mcpserver import MCPServer
        from mcp.server.mcpserver.resources import FunctionResource
    except ImportError:
        raise NotInstalled("the server for assistants", "mcp") from None
    from scocli import __version__
    from scocli.checking import schema
    from scocli.cli.language import language

    instructions = INSTRUCTIONS.format(through=data.through)
    title = "Shanghai Cooperation Organisation"
    server: MCPServer[Any] = MCPServer(
        "sco", title=title, instructions=instructions, version=__version__, tools=_tools(data), log_level="WARNING"
    )
    resources: dict[str, tuple[str, str, Callable[[], str]]] = {
        "sco://codebook": (
            "application/schema+json",
            "What every field of the data set means, as JSON Schema.",
            schema,
        ),
        "sco://data": ("application/json", "The whole data set.", lambda: text),
        "sco://through": ("text/plain", "The last day that the data vouch for.", lambda: data.through),
        tools.CONDITIONS: ("text/plain", "The language of conditions that some tools take.", lambda: language(data)),
    }
    for address, (kind, meaning, read) in resources.items():
        name = address.partition("://")[2]
        server.add_resource(
            FunctionResource.from_function(read, uri=address, name=name, description=meaning, mime_type=kind)
        )
    return server


def _tools(data: DataSet) -> list[Any]:
    from mcp.server.mcpserver.exceptions import ToolError
    from mcp.server.mcpserver.tools import Tool
    from mcp.server.mcpserver.utilities.func_metadata import ArgModelBase, FuncMetadata
    from mcp.types import ToolAnnotations

    class Command(Tool):
        """A command, which reads its arguments itself: the SDK would pass over those that it does not know."""

        async def run(self, arguments: dict[str, Any], context: Any, convert_result: bool = False) -> Any:  # noqa: ARG002
            try:
                return self.fn(arguments)
            except ScoError as error:
                raise ToolError(tools.refusal(error)) from error

    def asks(tool: str) -> "Callable[[dict[str, Any]], CallToolResult]":
        return lambda given: _result(data, tool, given)

    harmless = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    return [
        Command(
            fn=asks(tool),
            name=tool,
            title=None,
            context_kwarg=None,
            description=tools.description(tool),
            parameters=tools.schema(tool),
            fn_metadata=FuncMetadata(arg_model=ArgModelBase, output_schema=tools.answer_schema()),
            is_async=False,
            annotations=harmless,
        )
        for tool in tools.TOOLS
    ]


def _result(data: DataSet, tool: str, given: dict[str, Any]) -> "CallToolResult":
    """An answer as the protocol has it: the sentence, its notes, and all of it as data."""
    from mcp.types import CallToolResult, TextContent

    found = tools.call(data, tool, given, today())
    said = [found.text, *(["\n".join(f"- {note}" for note in found.notes)] if found.notes else [])]
    content = [TextContent(type="text", text=text) for text in said]
    return CallToolResult(content=[*content], structured_content=json.loads(json.dumps(found.to_dict())))
