"""Saving what is shown: SVG, HTML and text, whole or not at all."""

import os
import re
import stat
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from rich.cells import cell_len

from drawn import EXAMPLE_LINES, FIRST_LINES, answer_to, run, widest
from scocli import saving
from scocli.errors import ExitCode, ScoError, UsageProblem
from scocli.render import Look, render

ENDINGS = (".svg", ".html", ".txt")
SVG = "{http://www.w3.org/2000/svg}"


def names(directory: Path) -> list[str]:
    """What is in a directory."""
    return sorted(path.name for path in directory.iterdir())


def saved(answer, path: Path) -> str:
    """What is written of an answer."""
    saving.save(answer, str(path), force=False)
    return path.read_text("utf-8")


class Page(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Note an element."""
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        """Note its text."""
        self.text += data


@pytest.mark.parametrize(
    "line",
    [
        line if line in FIRST_LINES else pytest.param(line, marks=pytest.mark.slow)
        for line in EXAMPLE_LINES
        if not line.startswith("sco sources")
    ],
)
def test_every_command_can_be_saved_in_every_form(line, tmp_path):
    """An image that is XML, a page, and text as a terminal of that width shows it."""
    answer = answer_to(line)
    plain = render(answer, "table", Look(width=saving.WIDTH))
    assert saved(answer, tmp_path / "a.txt") == plain
    image = ET.fromstring(saved(answer, tmp_path / "a.svg"))  # noqa: S314
    assert image.tag == f"{SVG}svg"
    words = "".join(text.text or "" for text in image.iter(f"{SVG}text")).replace("\xa0", " ")
    page = Page(saved(answer, tmp_path / "a.html"))
    for text in (words, page.text):
        assert answer.text.split()[0][:20] in text
        assert ("Data to 1 September 2025" if answer.language == "en" else "截至2025年9月1日") in text
    assert page.tags <= {"html", "head", "meta", "title", "style", "body", "pre", "span", "i"}


@pytest.mark.parametrize("ending", [".svg", ".html"])
def test_nothing_is_fetched_from_elsewhere(ending, tmp_path):
    """No address but those of sources as text, and the name of SVG itself; no font, script or link."""
    text = saved(answer_to("sco sources AZ"), tmp_path / f"a{ending}")
    addresses = {source.url for source in answer_to("sco sources AZ").sources.values()}
    style = re.search(r"<style>.*?</style>", text, re.DOTALL)
    assert style is not None
    assert "http" not in style[0]
    assert "@font-face" not in text
    assert "@import" not in text
    assert "url(" not in text.replace("url(#", "")
    assert not re.search(r"<(script|link|img|image|use|a|iframe|object|foreignObject)\b|\b(xlink:)?(href|src)=", text)
    joined = re.sub(r"<[^>]*>", "", text).replace("\xa0", " ")
    assert all(reference.startswith("http") for reference in addresses)
    assert re.findall(r"xmlns=\"([^\"]*)\"", text) == (["http://www.w3.org/2000/svg"] if ending == ".svg" else [])
    assert joined.count("http") == sum(reference.count("http") for reference in _shown_addresses())


def _shown_addresses() -> list[str]:
    drawn = render(answer_to("sco sources AZ"), "table", Look(width=saving.WIDTH))
    return re.findall(r"http\S*", drawn)


@pytest.mark.parametrize("line", ["sco list --lang zh", "sco timeline", "sco matrix --lang ru"])
def test_the_image_puts_every_character_in_its_column(line, tmp_path):
    """Text begins at the column where a terminal puts it, and is as wide as the terminal makes it, wide characters too."""
    image = ET.fromstring(saved(answer_to(line), tmp_path / "a.svg"))  # noqa: S314
    lines: dict[str, list[tuple[int, str]]] = {}
    for text in image.iter(f"{SVG}text"):
        if text.get("textLength"):
            words = (text.text or "").replace("\xa0", " ")
            column = float(text.get("x", "")) / 12.2
            assert column == pytest.approx(round(column), abs=0.01)
            assert float(text.get("textLength", "")) == pytest.approx(cell_len(words) * 12.2, abs=0.01)
            lines.setdefault(text.get("y", ""), []).append((round(column), words))
    drawn = render(answer_to(line), "table", Look(width=saving.WIDTH, color=True))
    plain = [part for part in re.sub(r"\x1b\[[0-9;]*m", "", drawn).splitlines() if part.strip()]
    assert len(lines) == len(plain)
    for pieces, wanted in zip(lines.values(), plain, strict=True):
        built = ""
        for column, words in sorted(pieces):
            built += " " * (column - cell_len(built)) + words
        assert built.rstrip() == wanted.rstrip()


def test_wide_characters_take_two_columns_of_a_page(tmp_path):
    """In HTML each wide character stands in a box two columns wide."""
    text = saved(answer_to("sco list --lang zh"), tmp_path / "a.html")
    assert "<i>中</i><i>国</i>" in text
    assert "i { display: inline-block; width: 2ch;" in text


@pytest.mark.parametrize("ending", ENDINGS)
def test_text_from_outside_is_never_obeyed(ending, tmp_path):
    """Elements, markup, control and bidirectional characters in an answer are text in what is saved."""
    evil = "<script>alert(1)</script> [red]x[/red] \x1b[2J \u202e & {0} {{x}} ]]> </pre></svg>"
    answer = answer_to("sco status Azerbaijan")
    answer = replace(answer, text=evil, command=evil, notes=(evil,), tables=())
    text = saved(answer, tmp_path / f"a{ending}")
    assert [char for char in text if not char.isprintable() and char not in "\n\xa0"] == []
    if ending == ".txt":
        assert "<script>alert(1)</script> [red]x[/red] \\x1b[2J" in text
        return
    words = Page(text).text if ending == ".html" else "".join(ET.fromstring(text).itertext())  # noqa: S314
    assert words.replace("\xa0", " ").count("<script>alert(1)</script> [red]x[/red]") == (4 if ending == ".svg" else 3)
    assert "<script" not in text


@pytest.mark.parametrize("ending", ENDINGS)
def test_saving_prints_nothing_and_leaves_one_file(ending, tmp_path):
    """On the command line the file is all there is; its ending may be in capitals."""
    path = tmp_path / f"status{ending.upper()}"
    assert run(f"sco status Azerbaijan --output '{path}'") == (0, "", f"sco: wrote {path}\n")
    assert names(tmp_path) == [path.name]


def test_the_file_has_the_permissions_that_files_have(tmp_path):
    """As the user's mask says, not those of a temporary file."""
    (tmp_path / "other").touch()
    run(f"sco status Azerbaijan --output '{tmp_path / 'a.txt'}'")
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("other", "a.txt")}
    assert len(modes) == 1


@pytest.mark.parametrize("ending", [".txt", ".html"])
def test_sources_are_saved_if_they_are_asked_for(ending, tmp_path):
    """--sources holds for what is saved too; in text every address is in one piece, and nothing else is wider."""
    run(f"sco status Azerbaijan --sources --output '{tmp_path / f'a{ending}'}'")
    text = Page((tmp_path / f"a{ending}").read_text("utf-8")).text
    assert "\nSources (" in text
    addresses = [source.url for source in answer_to("sco status Azerbaijan").sources.values()]
    assert max(map(len, addresses)) > saving.WIDTH
    assert [address for address in addresses if address not in text] == []
    shown = text[text.index("Azerbaijan has been") :]
    assert all(widest(line) <= saving.WIDTH or "://" in line for line in shown.splitlines() if line)


def test_a_file_is_replaced_only_by_force(tmp_path):
    """An existing file stays as it is, until --force."""
    path = tmp_path / "a.txt"
    path.write_text("mine")
    code, out, err = run(f"sco status Azerbaijan --output '{path}'")
    assert (code, out) == (ExitCode.USAGE, "")
    assert err.endswith("exists already; --force replaces it\n")
    assert path.read_text() == "mine"
    assert run(f"sco status Azerbaijan --output '{path}' --force") == (0, "", f"sco: wrote {path}\n")
    assert path.read_text("utf-8").startswith("Azerbaijan")
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
def test_a_link_stays_a_link(tmp_path):
    """--force replaces the file that a link leads to."""
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    saving.save(answer_to("sco status Azerbaijan"), str(tmp_path / "link.txt"), force=True)
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text("utf-8").startswith("Azerbaijan")


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("a.png", ExitCode.USAGE, "does not end in .svg, .html, .txt, .md, .csv or .json"),
        ("a", ExitCode.USAGE, "does not end in .svg, .html, .txt, .md, .csv or .json"),
        (".svg", ExitCode.USAGE, "does not end in .svg, .html, .txt, .md, .csv or .json"),
        ("missing/a.svg", ExitCode.FAULT, "could not be written: No such file or directory"),
        ("file/a.svg", ExitCode.FAULT, "could not be written: Not a directory"),
        ("folder.svg", ExitCode.USAGE, "exists and is no file"),
        ("n" * 300 + ".svg", ExitCode.FAULT, "could not be written: File name too long"),
    ],
)
@pytest.mark.parametrize("force", ["", " --force"])
def test_a_place_that_will_not_do_is_one_clear_line(tmp_path, name, code, said, force):
    """A wrong ending, no such directory, a directory: one line, the exit status, nothing left behind."""
    (tmp_path / "file").touch()
    (tmp_path / "folder.svg").mkdir()
    ended, out, err = run(f"sco status Azerbaijan --output '{tmp_path / name}'{force}")
    assert (ended, out) == (code, "")
    assert said in err
    assert err.count("\n") == 1
    assert names(tmp_path) == ["file", "folder.svg"]


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_everything_as_it_was(tmp_path, monkeypatch, fault, step):
    """A full disk or an interruption while writing: the old file is there as it was, and nothing else."""

    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), fail)
    path = tmp_path / "a.svg"
    path.write_text("old")
    with pytest.raises((ScoError, KeyboardInterrupt)) as caught:
        saving.save(answer_to("sco status Azerbaijan"), str(path), force=True)
    assert isinstance(caught.value, KeyboardInterrupt) or "No space left" in str(caught.value)
    assert names(tmp_path) == ["a.svg"]
    assert path.read_text() == "old"


def test_nothing_is_made_in_a_directory_that_may_not_be_written(tmp_path, monkeypatch):
    """The refusal of the file system is one line, not a traceback."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ScoError, match="could not be written: Permission denied"):
        saving.save(answer_to("sco status Azerbaijan"), str(tmp_path / "a.svg"), force=False)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [("--force", "--force goes with --output"), ("--output a.svg -f json", "takes the form from the ending")],
)
def test_options_that_do_not_fit_together(tmp_path, monkeypatch, options, said):
    """--force without a file, and another format beside --output, are refused and nothing is written."""
    monkeypatch.chdir(tmp_path)
    code, out, err = run(f"sco status Azerbaijan {options}")
    assert (code, out) == (ExitCode.USAGE, "")
    assert said in err
    assert names(tmp_path) == []


def test_a_wrong_ending_is_refused_before_anything_is_drawn(tmp_path):
    """The library raises what the command line reports."""
    with pytest.raises(UsageProblem, match="does not end in"):
        saving.save(answer_to("sco status Azerbaijan"), str(tmp_path / "a.pdf"), force=False)


@pytest.mark.parametrize(("ending", "form"), [("md", "markdown"), ("csv", "csv"), ("json", "json")])
def test_a_file_of_another_form_holds_what_is_printed_so(ending, form, tmp_path):
    """Its ending says in which; the two ways give the same, but for the mark by which Excel knows UTF-8."""
    path = tmp_path / f"a.{ending}"
    assert run(f"sco list -o '{path}'") == (0, "", f"sco: wrote {path}\n")
    mark = "\ufeff" * (form == "csv")
    assert path.read_text("utf-8") == mark + run(f"sco list -f {form}")[1]


def test_a_picture_says_what_it_shows_and_in_which_language(tmp_path):
    """To who cannot see it: its title is the sentence, its role that of an image."""
    for line, language in (("sco timeline", "en"), ("sco list members --lang zh", "zh")):
        image = ET.fromstring(saved(answer_to(line), tmp_path / f"{language}.svg"))  # noqa: S314
        assert (image.get("role"), image.get("lang")) == ("img", language)
        assert image[0].tag == f"{SVG}title"
        assert image[0].text == answer_to(line).text
