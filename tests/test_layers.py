"""The modules import each other in one direction, and load what is slow only where it is needed."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import scocli
from each import each

ROOT = Path(__file__).parents[1]
CONFIGURATION = (ROOT / "pyproject.toml").read_text("utf-8")


def lint(folder, configuration):
    """What import-linter says of the contracts of a configuration, and whether they are kept."""
    file = folder / "pyproject.toml"
    file.write_text(configuration, "utf-8")
    command = ["lint-imports", "--no-cache", "--no-logo", "--config", file]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return ended.stdout, ended.returncode == 0


@pytest.mark.skipif(find_spec("importlinter") is None, reason="import-linter is not among the tools for tests alone")
class TestContracts:
    """The contracts in pyproject.toml."""

    def test_every_contract_is_kept(self, tmp_path):
        """The layers, and what must not be loaded, are as pyproject.toml declares them."""
        said, kept = lint(tmp_path, CONFIGURATION)
        assert kept, said

    def test_an_import_against_the_layers_is_found(self, tmp_path):
        """If the queries stood above the program, the contract would be broken."""
        said, kept = lint(
            tmp_path, CONFIGURATION.replace('    "queries",\n', "").replace('"__main__",', '"queries", "__main__",')
        )
        assert not kept
        assert "is not allowed to import scocli.queries" in said

    def test_a_module_without_a_layer_is_found(self, tmp_path):
        """A new module must be given its place."""
        said, kept = lint(tmp_path, CONFIGURATION.replace('    "names",\n', ""))
        assert not kept
        assert "- scocli.names" in said

    def test_a_forbidden_import_is_found(self, tmp_path):
        """If no query might use datetime, the contract would be broken: the standard library counts too."""
        said, kept = lint(tmp_path, CONFIGURATION.replace('"typer", "rich", "time", "sys"', '"datetime"'))
        assert not kept
        assert "scocli.days -> datetime" in said


def loaded(statement):
    """The modules that are loaded when a statement has run in a new interpreter."""
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_importing_the_library_loads_nothing_else():
    """``import scocli`` loads no other module of the project and no dependency."""
    found = loaded("import scocli")
    assert {name for name in found if name.startswith("scocli")} == {"scocli"}
    assert not found & {"typer", "rich", "pydantic", "babel"}


def test_answering_in_the_library_loads_no_dependency():
    """A question about a country of the data set needs neither Typer nor Rich, Pydantic or Babel."""
    found = loaded("import scocli; scocli.answer(scocli.load(), scocli.Status(countries=('AZ',)), '2024-07-03')")
    assert "scocli.queries.status" in found
    assert not found & {"typer", "rich", "pydantic", "babel"}


@each("name", scocli.__all__)
def test_every_public_name_is_there_and_documented(name):
    """What ``__all__`` lists can be had and says what it is."""
    found = getattr(scocli, name)
    assert name in dir(scocli)
    if name != "__version__":
        assert (found.__doc__ or "").strip()


def test_other_names_are_no_attributes():
    """A name that is not public is an AttributeError, not an import."""
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = scocli.nonsense


@pytest.mark.parametrize("first", ["", "import scocli.ask; ", "from scocli.ask.conversation import read; "])
def test_ask_is_a_function_whatever_was_imported_first(first):
    """``scocli.ask`` answers, though a package of that name stands beside it."""
    question = "What is Azerbaijan's status?"
    assert loaded(f"{first}import scocli; assert scocli.ask({question!r}, today='2026-01-01').value == 'partner'")
