"""The packages, as they are built and installed."""

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

import scocli

ROOT = Path(__file__).parents[1]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """What a command prints; it must succeed and complain of nothing but pip's own matters."""
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "SCO_DATA")}
    ended = subprocess.run(
        [str(word) for word in command],
        cwd=cwd, env=environment | (env or {}), capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def pip(*arguments: str | Path, cwd: Path, python: str | Path = sys.executable) -> None:
    """Run pip."""
    run(python, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments, cwd=cwd)


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    """A copy of what a release is made from, so that building leaves nothing in the tree."""
    copy = tmp_path_factory.mktemp("sources")
    names = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", cwd=ROOT).split("\0")
    for name in names:
        if name and (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes((ROOT / name).read_bytes())
    return copy


@pytest.fixture(scope="module")
def sdist(sources, tmp_path_factory):
    """The source distribution, built by the project's own build backend."""
    folder = tmp_path_factory.mktemp("sdist")
    build = f"import os; os.chdir({str(sources)!r}); import hatchling.build as b; print(b.build_sdist({str(folder)!r}))"
    environment = tmp_path_factory.mktemp("backend") / "venv"
    venv.create(environment, with_pip=True)
    pip("install", "hatchling>=1.26", cwd=folder, python=environment / SCRIPTS / "python")
    run(environment / SCRIPTS / "python", "-c", build, cwd=folder)
    (found,) = folder.glob("*.tar.gz")
    return found


@pytest.fixture(scope="module")
def wheel(sdist, tmp_path_factory):
    """The wheel, built from the source distribution."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--wheel-dir", folder, sdist, cwd=folder)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture
def installed(tmp_path):
    """A function that installs something in a clean environment and gives its folder of commands."""

    def install(*what: str | Path) -> Path:
        venv.create(tmp_path / "venv", with_pip=True)
        commands = tmp_path / "venv" / SCRIPTS
        pip("install", *what, cwd=tmp_path, python=commands / "python")
        return commands

    return install


def answers(commands: Path, folder: Path) -> None:
    """The installed program answers, and all of its parts are there."""
    assert run(commands / "sco", "status", "Azerbaijan", cwd=folder).startswith("Azerbaijan has been an SCO partner")
    assert run(commands / "sco", "--version", cwd=folder).startswith(f"sco {scocli.__version__}, data to ")
    assert run(commands / "sco", "validate", cwd=folder).startswith("The data set holds")
    run(commands / "python", "-m", "scocli", "list", cwd=folder)


def where(commands: Path, folder: Path) -> Path:
    """The data set that the installed program reads."""
    return Path(
        run(commands / "python", "-c", "from scocli.datafile import bundled_path as p; print(p())", cwd=folder).strip()
    )


def test_the_wheel_answers_from_the_data_set_inside_it(wheel, installed, tmp_path):
    """Installed from the wheel, the program reads its own copy of the data set, the same as the source's."""
    commands = installed(wheel)
    answers(commands, tmp_path)
    path = where(commands, tmp_path)
    assert tmp_path in path.parents
    assert path.read_bytes() == (ROOT / "data/sco.json").read_bytes()


def test_the_source_distribution_answers(sdist, installed, tmp_path):
    """Installed from the source distribution, the program works too."""
    answers(installed(sdist), tmp_path)


def test_an_editable_install_reads_the_live_file(sources, installed, tmp_path):
    """A fact that is changed in data/sco.json is in the next answer."""
    commands = installed("--editable", sources)
    answers(commands, tmp_path)
    path = where(commands, tmp_path)
    assert path == sources / "data/sco.json"
    text = path.read_text("utf-8")
    try:
        path.write_text(text.replace('"en": "Azerbaijan"', '"en": "Azerbaijan Renamed"'), "utf-8")
        assert run(commands / "sco", "status", "AZ", cwd=tmp_path).startswith(
            "Azerbaijan Renamed has been an SCO partner"
        )
    finally:
        path.write_text(text, "utf-8")


def test_uvx_asks_the_wheel_without_installing_it(wheel, tmp_path):
    """With nothing but uv: the command of the README."""
    uvx = shutil.which("uvx") or pytest.skip("uv is not installed: pip install --group programs")
    caches = {"UV_CACHE_DIR": str(tmp_path / "cache"), "UV_TOOL_DIR": str(tmp_path / "tools")}
    found = run(
        uvx, "--python", sys.executable, "--from", wheel, "sco", "ask", "is Iran in the SCO", cwd=tmp_path, env=caches
    )
    assert found.startswith("Yes: Iran ")


def test_the_wheel_holds_the_package_and_nothing_else(wheel):
    """One data set, the type marker, both licences, and the command; no tests, no tools."""
    with zipfile.ZipFile(wheel) as file:
        names = file.namelist()
        info = next(name for name in names if name.endswith(".dist-info/METADATA")).removesuffix("METADATA")
        about = Parser().parsestr(file.read(f"{info}METADATA").decode())
        scripts = file.read(f"{info}entry_points.txt").decode()
    assert {name.split("/")[0] for name in names} == {"scocli", info.rstrip("/")}
    assert [name for name in names if name.endswith("sco.json")] == ["scocli/sco.json"]
    assert {"scocli/py.typed", "scocli/vouched.sha256", f"{info}licenses/LICENSE", f"{info}licenses/data/LICENSE"} <= {
        *names
    }
    assert (about["Name"], about["Version"]) == ("sco-membership", scocli.__version__)
    assert about["License-Expression"] == "MIT AND CC0-1.0"
    assert about["Author"] == "the scocli authors"
    assert about["Description-Content-Type"] == "text/markdown"
    assert about.get_payload().startswith("# sco\n")
    assert set(about.get_all("Provides-Extra")) == {"mcp", "xlsx"}
    assert all(about[key] for key in ("Summary", "Keywords", "Requires-Python", "Requires-Dist"))
    assert any(known.endswith(":: Typed") for known in about.get_all("Classifier"))
    assert "sco = scocli.__main__:main" in scripts


def test_the_source_distribution_holds_what_it_takes_to_build_and_test(sdist):
    """The data set, the tests, the documents and the tools are in it."""
    with tarfile.open(sdist) as file:
        names = {name.split("/", 1)[1] for name in file.getnames()}
    assert {
        "data/sco.json", "data/LICENSE", "LICENSE", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "CITATION.cff",
        "pyproject.toml", "tests/test_packaging.py", "tools/regenerate.py", "docs/reference.md", ".ci/run",
    } <= names  # fmt: skip
