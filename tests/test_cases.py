"""What broke other tools like this one, as cases: what is done, what is expected, in words, and how that is seen.

Each is one of a kind that other tests have more of: names (test_official_names, test_people_names), what killed programs
leave (test_leftovers), what comes in (test_inputs).
"""

import json
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from each import each
from program import environment, within
from scocli.datafile import bundled_path
from scocli.dataset import load
from scocli.errors import ExitCode
from scocli.text import capitalized

DATA = load()


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


class Case(NamedTuple):
    """A case.

    :ivar name: what it is called.
    :ivar arguments: the command line.
    :ivar expected: what is expected, in words.
    :ivar holds: whether that came, by how the run ended.
    :ivar given: what is on standard input.
    :ivar before: what is done in the folder in which the program then runs.
    """

    name: str
    arguments: list[str]
    expected: str
    holds: Callable[[Ended], bool]
    given: bytes = b""
    before: Callable[[], object] = lambda: None


def of_country(code: str) -> Callable[[Ended], bool]:
    """Whether an answer is about a country: its sentence begins with it."""
    begins = capitalized(DATA.in_text(code))
    return lambda ended: ended.code == ExitCode.ANSWERED and ended.out.startswith(begins)


def says(code: ExitCode, *words: str) -> Callable[[Ended], bool]:
    """Whether a run ended with some status, and some words are in what it wrote."""
    return lambda ended: ended.code == code and all(word in ended.out + ended.err for word in words)


def person(name: str) -> Callable[[Ended], bool]:
    """Whether a person is answered about, or suggested first."""
    return lambda ended: ended.out.startswith(name) or f"Did you mean {name}" in ended.err


def named(name: str, words: str, code: str) -> Case:
    """A name in official use, in another script or with what is not seen: the country is known by it."""
    return Case(name, ["status", words], f"the country ({code}), exit status 0", of_country(code))


def flag(name: str, question: str, said: str) -> Case:
    """A question with a flag: it is the country's."""
    return Case(name, ["ask", question], "the country of the flag", says(ExitCode.ANSWERED, said))


def _export() -> None:
    assert within("export", "sco.sqlite").code == ExitCode.ANSWERED


def _killed(*statements: str) -> None:
    """Have statements run on the exported database by a program that is then killed."""
    program = (
        "import os, signal, sqlite3, sys\ndatabase = sqlite3.connect('sco.sqlite', isolation_level=None)\n"
        "for statement in sys.argv[1:]:\n    database.execute(statement).fetchall()\nos.kill(os.getpid(), signal.SIGKILL)"
    )
    ended = subprocess.run([sys.executable, "-c", program, *statements], check=False)
    assert ended.returncode == -signal.SIGKILL


def _killed_in_write_ahead_mode() -> None:
    _export()
    _killed("PRAGMA journal_mode = WAL", "DELETE FROM statuses WHERE country IN ('IN', 'PK')")
    assert Path("sco.sqlite-wal").exists()


def _killed_in_a_transaction() -> None:
    _export()
    _killed("PRAGMA cache_size = 2", "BEGIN", "CREATE TABLE more AS SELECT hex(randomblob(99)) FROM sources, statuses")
    assert Path("sco.sqlite-journal").exists()
    data = json.loads(bundled_path().read_text("utf-8"))
    data["naming"]["note"] = "Another data set."
    Path("other.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def _is_whole(ended: Ended) -> bool:
    with closing(sqlite3.connect("sco.sqlite")) as database:
        (sound,) = database.execute("PRAGMA integrity_check").fetchone()
        (count,) = database.execute("SELECT count(*) FROM statuses").fetchone()
    return (ended.code, sound, count) == (ExitCode.ANSWERED, "ok", sum(map(len, DATA.holdings.values())))


def _has_mode(name: str, mode: int) -> Callable[[Ended], bool]:
    return lambda ended: ended.code == ExitCode.ANSWERED and stat.S_IMODE(Path(name).stat().st_mode) == mode


def _made(name: str, mode: int) -> Callable[[], None]:
    def make() -> None:
        Path(name).touch()
        Path(name).chmod(mode)

    return make


def _bounds_lists(ended: Ended) -> bool:
    """Whether what bounds the length of texts in the schema bounds no list, and each list that must not be empty says so."""

    def arrays(part: object) -> list[dict[str, object]]:
        if isinstance(part, list):
            return [found for item in part for found in arrays(item)]
        if not isinstance(part, dict):
            return []
        return [part] * (part.get("type") == "array") + [found for item in part.values() for found in arrays(item)]

    schema = json.loads(ended.out)
    abbreviations = schema["$defs"]["Abbreviations"]["properties"].values()
    return all("minLength" not in array for array in arrays(schema)) and all(a["minItems"] == 1 for a in abbreviations)


CASES = [
    Case("export-wal", ["export", "sco.sqlite", "--force"], "what is read equals what was exported", _is_whole, before=_killed_in_write_ahead_mode),
    Case("export-journal", ["--data", "other.json", "export", "sco.sqlite", "--force"], "PRAGMA integrity_check says ok", _is_whole, before=_killed_in_a_transaction),
    named("name-un-1", "Iran (Islamic Republic of)", "IR"),
    named("name-un-3", "Lao People's Democratic Republic (the)", "LA"),
    named("name-un-4", "United Arab Emirates (the)", "AE"),
    named("name-un-6", "Korea, Republic of", "KR"),
    named("name-un-7", "United Kingdom of Great Britain and Northern Ireland", "GB"),
    named("name-un-9", "Bolivia (Plurinational State of)", "BO"),
    named("name-un-10", "United States Virgin Islands", "VI"),
    named("name-wb-2", "Egypt, Arab Rep.", "EG"),
    named("name-wb-3", "Korea, Rep.", "KR"),
    named("name-wb-5", "Bahamas, The", "BS"),
    named("name-wb-6", "Hong Kong SAR, China", "HK"),
    named("name-wb-8", "West Bank and Gaza", "PS"),
    named("name-formal-1", "Federal Republic of Germany", "DE"),
    named("name-formal-3", "Italian Republic", "IT"),
    named("name-formal-4", "French Republic", "FR"),
    named("name-ru-1", "Исламская Республика Пакистан", "PK"),
    named("name-ru-2", "Киргизская Республика", "KG"),
    named("name-ru-4", "Королевство Бахрейн", "BH"),
    named("name-ru-5", "Королевство Камбоджа", "KH"),
    named("name-ru-7", "Государство Кувейт", "KW"),
    named("name-ru-8", "Королевство Саудовская Аравия", "SA"),
    named("name-ru-10", "Мальдивская Республика", "MV"),
    named("name-ru-11", "Мальдивские Острова", "MV"),
    named("name-ru-13", "Иран (Исламская Республика)", "IR"),
    named("name-ru-14", "Федеративная Демократическая Республика Непал", "NP"),
    named("name-ru-16", "США", "US"),
    named("name-ru-17", "Соединенные Штаты Америки", "US"),
    named("name-zh-1", "俄罗斯联邦", "RU"),
    named("name-zh-2", "蒙古国", "MN"),
    named("name-zh-4", "老挝人民民主共和国", "LA"),
    named("name-zh-5", "哈萨克斯坦共和国", "KZ"),
    named("name-zh-7", "塔吉克斯坦共和国", "TJ"),
    named("name-zh-8", "乌兹别克斯坦共和国", "UZ"),
    named("name-zh-10", "印度共和国", "IN"),
    named("name-zh-11", "巴基斯坦伊斯兰共和国", "PK"),
    named("name-zh-13", "中華人民共和國", "CN"),
    named("name-zh-14", "蒙古國", "MN"),
    named("name-ar-2", "الإمارات", "AE"),
    named("name-ar-3", "المالديف", "MV"),
    named("name-other-1", "Монгол Улс", "MN"),
    named("name-other-2", "Rusya Federasyonu", "RU"),
    named("name-other-4", "Қазақстан Республикасы", "KZ"),
    named("name-other-5", "Ҷумҳурии Тоҷикистон", "TJ"),
    named("name-other-7", "터키", "TR"),
    named("suggest-1", "Republic of Moldova", "MD"),
    Case("suggest-2", ["status", "Republic of Moldovva"], "Moldova is suggested, and no Maldives", says(ExitCode.NOT_UNDERSTOOD, "Did you mean Moldova?")),
    named("name-invisible-1", "\u200bایران", "IR"),
    named("name-invisible-2", "\u200fایران", "IR"),
    named("name-invisible-4", "Kazakhstan\u200b", "KZ"),
    named("name-invisible-5", "Guinea\u2212Bissau", "GW"),
    Case("name-guyane", ["status", "Guyane"], "both that bear it", says(ExitCode.NOT_UNDERSTOOD, "could be French Guiana (GF) or Guyana (GY)")),
    flag("ask-flag-1", "is 🇫🇷 a member?", "No. France holds no status"),
    flag("ask-flag-3", "is 🇫🇷 a partner", "No. France holds no status"),
    flag("ask-flag-4", "has 🇫🇷 ever been an observer", "No: France has never been an observer"),
    flag("ask-flag-6", "which summits did 🇫🇷 attend", "No attendance of France"),
    flag("ask-flag-7", "who led 🇫🇷 at Astana 2024", "Nobody is recorded to have represented France"),
    Case("person-1", ["attendance", "KP Oli"], "the person", person("KP Sharma Oli")),
    Case("person-3", ["attendance", "Владимир Владимирович Путин"], "the person", person("Vladimir Putin")),
    Case("person-4", ["attendance", "Шавкат Мирзиёев"], "the person, or a suggestion", person("Shavkat Mirziyoyev")),
    Case("person-6", ["attendance", "Касым-Жомарт Токаев"], "the person, or a suggestion", person("Kassym-Jomart Tokayev")),
    Case("person-7", ["attendance", "Askar Akaev"], "the person", person("Askar Akayev")),
    Case("person-9", ["attendance", "Jinping Xi"], "the person", person("Xi Jinping")),
    Case("schema-minlength", ["schema"], "minItems 1, and minLength of no list", _bounds_lists),
    Case("completion-shell", ["--install-completion", "zsh"], "completion for zsh", lambda ended: ended.code == 0 and Path(".zfunc/_sco").is_file() and not Path(".bashrc").exists()),
    Case("force-mode", ["list", "--output", "p.txt", "--force"], "the mode is kept", _has_mode("p.txt", 0o600), before=_made("p.txt", 0o600)),
    Case("force-mode-2", ["export", "e.sqlite", "--force"], "the mode is kept", _has_mode("e.sqlite", 0o640), before=_made("e.sqlite", 0o640)),
    Case("ask-utf16", ["ask", "-"], "a message about the encoding", says(ExitCode.FAULT, "standard input is UTF-16"), given="who are the members\n".encode("utf-16")),
    Case("ask-blanks", ["ask", "-"], "the answer", says(ExitCode.ANSWERED, '"kind": "countries"'), given=b" " * 5_000 + b"who are the members"),
]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="signals and modes are POSIX's")
@each("case", CASES)
def test_what_broke_others_does_not_break_this(case, tmp_path_factory, monkeypatch):
    """The folder in which the program is run is its home."""
    home = tmp_path_factory.mktemp(case.name)
    monkeypatch.chdir(home)
    case.before()
    code, out, err = within(*case.arguments, given=case.given, env=environment(HOME=str(home)))
    ended = Ended(code, out.decode(), err.decode())
    assert case.holds(ended), (case.expected, ended)
