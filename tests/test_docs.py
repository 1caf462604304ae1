"""The pages in docs/ say what is true of the program, and of every part of it."""

import re
import shlex
from dataclasses import fields
from pathlib import Path

import documents
import pytest
import regenerate

from each import each
from scocli import names
from scocli.cli.app import COMMANDS, examples, function
from scocli.cli.options import PANELS
from scocli.cli.parameters import parameters
from scocli.cli.program import run
from scocli.errors import ExitCode
from scocli.queries import VERBS, query_type
from scocli.queries.base import option_of

ROOT = Path(__file__).parents[1]
PAGES = regenerate.pages()
WRITTEN = [page for page in PAGES if page.name != "reference.md"]
_CODE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_NO_END = re.compile(r"^ *\d+\. |\b(e\.g|i\.e|No|St)\.")


def label(page):
    """A page as it is called in a test's name."""
    return str(page.relative_to(ROOT))


def anchors(text):
    """The anchors of a page's headings."""
    headings = re.findall(r"^#+ (.+)$", _CODE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.usefixtures("live")
@pytest.mark.parametrize("page", PAGES, ids=label)
def test_examples_print_what_the_program_prints(page):
    """Every console block and made section of a page is up to date."""
    text = page.read_text("utf-8")
    assert documents.refreshed(text) == text


@each("page", [*PAGES, ROOT / "CHANGELOG.md"])
def test_links_lead_somewhere(page):
    """A link to a file or heading of the project finds it."""
    for target in re.findall(r"\]\(([^)\s]+)\)", _CODE.sub("", page.read_text("utf-8"))):
        if re.match(r"https?:", target):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path) if path else page
        assert there.exists(), target
        if anchor:
            assert anchor in anchors(there.read_text("utf-8")), target


@each("page", [page for page in PAGES if page.parent.name != "data"])
def test_one_sentence_a_line(page):
    """Each line of prose holds one sentence, so that a change shows only what it changes."""
    prose = _CODE.sub("", page.read_text("utf-8"))
    for line in prose.splitlines():
        if not line.startswith(("|", "#", "<!--")):
            assert not re.search(r"[.!?]\)? [A-Z]", _NO_END.sub("", line)), line


@each("verb", COMMANDS)
def test_every_command_is_explained_outside_the_reference(verb):
    """A command is shown in use on some page that was written, not made."""
    assert any(re.search(rf"\bsco {verb}\b", page.read_text("utf-8")) for page in WRITTEN if page.name != "README.md")


@each("verb", ["", *COMMANDS])
def test_the_reference_is_the_help_of_every_command(verb):
    """The reference holds each command's help word for word."""
    assert documents.help_of(verb).rstrip() in (ROOT / "docs/reference.md").read_text("utf-8")


@each("verb", ["", *COMMANDS])
def test_help_fits_a_terminal_and_begins_with_examples(verb):
    """Help is 80 columns wide at most; examples come before options."""
    shown = documents.help_of(verb)
    assert max(map(len, shown.splitlines())) <= documents.HELP_WIDTH
    assert not verb or len(shown.splitlines()) <= 50
    before = re.split(r"^[A-Z][a-z]+:$", shown, maxsplit=1, flags=re.MULTILINE)[0]
    for example in examples(verb):
        assert f"  {example}\n" in before


@pytest.mark.parametrize("verb", ["", *COMMANDS])
def test_help_has_every_option_under_its_heading(verb):
    """Options stand under what they are about, at most ten together, in the order of the headings, in one column."""
    _, *parts = re.split(r"^([A-Z][a-z]+):$", documents.help_of(verb), flags=re.MULTILINE)
    panels = dict(zip(parts[::2], parts[1::2], strict=True))
    for item in parameters(function(verb)):
        if item.flags:
            flag = item.flags[0]
            under = [
                panel
                for panel, shown in panels.items()
                if re.search(rf"^  (-\w, )?(--.*, )?{flag}(?![\w-])", shown, re.MULTILINE)
            ]
            assert under == [item.info.rich_help_panel or "General"]
    assert [panel for panel in panels if panel not in ("Arguments", "Commands")] == [
        panel for panel in (*PANELS, "General") if panel in panels
    ]
    assert all(len(re.findall(r"^  (?:-\w, )?--", shown, re.MULTILINE)) <= 10 for shown in panels.values())
    for shown in panels.values():
        beside = re.findall(r"^  (?:-\w, )?--[a-z-]+(?: [A-Za-z|-]+)?  +(?=\S)", shown, re.MULTILINE)
        assert len(set(map(len, beside))) <= 1


@pytest.mark.usefixtures("live")
@pytest.mark.parametrize("example", sorted({line for verb in ("", *COMMANDS) for line in examples(verb)} - {"sco mcp"}))
def test_every_example_in_help_is_answered(example, tmp_path, monkeypatch):
    """Each example of the help but that of the server, run as it stands, ends with exit status 0 and says something."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SCO_DATA", raising=False)
    Path("my-copy.json").write_bytes((ROOT / "data/sco.json").read_bytes())
    Path("questions.txt").write_text("What is Azerbaijan's status?\nWho hosted the 2024 summit?\n", "utf-8")
    command, _, redirected = example.partition(" < ")
    out, err = [], []
    with Path(redirected or "questions.txt").open(encoding="utf-8") as file:
        monkeypatch.setattr("sys.stdin", file)
        status = run(shlex.split(command)[1:], out.append, err.append)
    assert (status, err) == (ExitCode.ANSWERED, [])
    assert "".join(out).strip()


@pytest.mark.parametrize("page", ["README.md", "docs/library.md"])
def test_library_examples_are_shown(page):
    """The page has Python examples; that they print what stands there is tested with those of the command line."""
    assert "```python\n>>> import scocli\n" in (ROOT / page).read_text("utf-8")


def test_a_library_example_that_prints_something_else_is_mended():
    """Beneath each statement stands what it prints, in one session for all blocks of a page."""
    first = "```python\n>>> import scocli\n\n```\n"
    page = first + "Then\n\n```python\n>>> scocli.load().status_on(\n...     'BY', '2024-07-04')\n{}\n```\n"
    for stale in ("", "'observer'\n", "'member'\n"):
        assert documents.refreshed(page.format(stale)) == page.format("'member'\n")
    with pytest.raises(ValueError, match="name 'scocli' is not defined"):
        documents.refreshed(page.removeprefix(first))


def test_the_library_page_names_every_query():
    """Each query type stands beside its command."""
    page = (ROOT / "docs/library.md").read_text("utf-8")
    for verb in VERBS:
        assert f"| `{query_type(verb).__name__}` | `{f'sco {verb}'.rstrip()}` |" in page


def test_the_library_page_says_how_every_field_is_called():
    """As its option is, or else it stands beside it."""
    page = (ROOT / "docs/library.md").read_text("utf-8")
    for verb in VERBS:
        items = {item.name: item for item in parameters(function(verb))}
        for field in fields(query_type(verb)):
            if items[field.name].flags[:1] != (option_of(field.name),):
                told = items[field.name].label.replace("|", documents.BAR)
                assert re.search(
                    rf"^\| `{field.name}` \| `{re.escape(told)}` \| .*`{query_type(verb).__name__}`", page, re.MULTILINE
                )


def test_the_library_page_finds_a_name_of_every_kind_by_what_it_names():
    """Each function of ``scocli.names`` that the page names is one that the program uses."""
    page = (ROOT / "docs/library.md").read_text("utf-8")
    named = set(re.findall(r"\bfind_[a-z]+", page))
    assert {"find_country", "find_summit", "find_category", "find_person"} <= named
    assert all(callable(getattr(names, name)) for name in named)


def test_the_readme_names_all_that_writes_a_file():
    """What can be told to replace a file writes one; so does installing completion."""
    (said,) = re.findall(r"^It writes no file unless .*$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    writing = {"--install-completion"}
    for verb in COMMANDS:
        items = {item.name: item for item in parameters(function(verb))}
        if "force" in items:
            written = items.get("file") or items["target"]
            writing.add((written.flags or (f"sco {verb}",))[0])
    assert set(re.findall("`([^`]+)`", said)) == writing


def test_a_page_that_is_out_of_date_is_found(tmp_path, monkeypatch):
    """``--check`` fails on a page whose example prints something else, and writes nothing; without it, it is mended."""
    page = tmp_path / "page.md"
    stale = "```console\n$ sco status Frnace\nsco: nothing of the kind\n```\n"
    page.write_text(stale, "utf-8")
    monkeypatch.setattr(regenerate, "ROOT", tmp_path)
    monkeypatch.setattr(regenerate, "pages", lambda: [page])
    monkeypatch.setattr(regenerate, "MADE", (regenerate.examples,))
    monkeypatch.setattr("sys.argv", ["regenerate.py", "--check"])
    assert len(regenerate.differences(check=True)) == 1
    assert regenerate.main() == 1
    assert page.read_text("utf-8") == stale
    assert len(regenerate.differences(check=False)) == 1
    assert "Did you mean France?" in page.read_text("utf-8")
    assert regenerate.differences(check=True) == []
    assert regenerate.main() == 0


def test_a_data_set_that_does_not_hold_is_not_vouched_for(tmp_path, monkeypatch):
    """The digest is only written for a data set that holds."""
    broken = tmp_path / "sco.json"
    broken.write_text((ROOT / "data/sco.json").read_text("utf-8").replace('"through": "2', '"through": "x', 1), "utf-8")
    monkeypatch.setattr(regenerate, "ROOT", tmp_path)
    monkeypatch.setattr(regenerate, "DATA", broken)
    with pytest.raises(regenerate.Broken, match="through"):
        regenerate.data_set()
