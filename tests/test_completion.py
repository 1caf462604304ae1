"""What a shell is offered when Tab is pressed: by itself, and in Bash, Zsh and Fish as a person uses them."""

import os
import select
import shutil
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from each import each
from program import LONGEST, environment, within
from scocli.cli.app import ALIASES, COMMANDS, function
from scocli.cli.language import EXAMPLES
from scocli.cli.parameters import parameters
from scocli.completion import answered
from scocli.completion.conditions import NAMES, expected
from scocli.completion.shells import SHELLS, Typed, typed
from scocli.completion.values import VALUES, Suggestion
from scocli.completion.words import continued, offers, place, suggestions
from scocli.dataset import load
from scocli.days import canonical
from scocli.queries.words import FINDERS
from scocli.text import fold

DATA = load()


def offered(*words):
    """The words offered at the last of some words."""
    *before, word = words
    at = place(before, word)
    return [offer.word for offer in offers(at, suggestions(at))]


def asked(shell, line):
    """What the program prints for a shell with this line up to the cursor, and its exit status."""
    environment = {"_TYPER_COMPLETE_ARGS": line}
    if shell == "bash":
        words = line.split(" ")
        environment = {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}
    if shell in {"powershell", "pwsh"}:
        environment = {"_TYPER_COMPLETE_ARGS": line.rstrip(), "_TYPER_COMPLETE_WORD_TO_COMPLETE": line.split(" ")[-1]}
    found = answered(f"complete_{shell}", environment)
    assert found is not None
    return found


class TestWhatIsOffered:
    """The words that could come next."""

    def test_commands_come_first(self):
        """All of them, and those that begin as the word does."""
        assert offered("") == list(COMMANDS)
        assert offered("sum") == ["summits", "summit"]
        assert offered("--data", "x.json", "val") == ["validate"]

    @each("verb", ["", *COMMANDS])
    def test_every_option_of_a_command_is_offered(self, verb):
        """Those that it has, and ``--help``; a second time only those that may be repeated."""
        options = [item for item in parameters(function(verb)) if item.flags]
        words = [verb] if verb else []
        assert {item.flags[0] for item in options} | {"--help"} <= set(offered(*words, "--"))
        at = place(words, "--")
        assert [offer.word for offer in offers(at, suggestions(at)) if offer.help in ("", "None")] == []
        for item in options:
            flag = item.flags[0]
            given = [flag] if item.takes is None else [flag, "x"]
            assert (flag in offered(*words, *given, "--")) == item.repeats

    def test_the_value_of_an_option_is_offered_behind_it(self):
        """As the next word or behind ``=``; a switch has none."""
        assert offered("list", "--format", "") == ["table", "json", "csv", "markdown", "md"]
        assert offered("list", "-f", "j") == ["json"]
        assert offered("history", "--category=mem") == ["member"]
        assert offered("status", "--lang", "") == ["en", "ru", "zh"]
        assert offered("status", "--either", "Azer") == ["Azerbaijan"]
        days = offered("status", "--on", "")
        assert days == sorted({held.period.since for course in DATA.holdings.values() for held in course}, reverse=True)

    def test_a_command_that_is_called_otherwise_is_the_same(self):
        """By each of its names."""
        for alias, verb in ALIASES.items():
            assert offered(alias, "--") == offered(verb, "--")

    def test_an_option_without_help_has_that_of_the_one_before(self):
        """Which says what both are for."""
        help = {item.name: item.help for item in parameters(function("changes"))}
        assert help["to"] == help["from_"] != ""

    def test_arguments_are_counted(self):
        """A command that takes one offers no second; one that takes many does; behind ``--`` all are arguments."""
        assert offered("summit", "2022-s") == ["2022-samarkand"]
        assert offered("summit", "2022", "") == []
        assert offered("status", "India", "Pak") == ["Pakistan"]
        assert offered("status", "--", "--") == []

    @each(
        ("word", "offer"),
        [("Turk", "Türkiye"), ("AZ", "Azerbaijan"), ("аз", "Азербайджан"), ("阿塞", "阿塞拜疆"), ("Burm", "Burma"), ("saudi ", "Saudi Arabia"), ("KS", "KSA"), ("Fran", "France"), ("Cote d", "Côte d’Ivoire")],
    )  # fmt: skip
    def test_names_are_completed_in_any_case_without_accents(self, word, offer):
        """From the beginning of a name in any script, an alias or, where the data set has none, a country of the world."""
        assert offer in offered("status", word)

    def test_english_names_of_the_data_set_come_first(self):
        """Aliases, official names, codes and other countries are offered only where no English name begins so."""
        assert offered("status", "k") == ["Kyrgyzstan", "Kuwait", "Kazakhstan"]
        assert offered("status", "KZ") == ["KZ"]
        assert offered("status", "Denm") == ["Denmark"]

    @each(
        ("words", "offer"),
        [(("summits", "--where", 'in "Sai'), 'in "Saint Petersburg"'), (("summits", "--where", 'in "St'), 'in "St Petersburg"'), (("summits", "--where", 'in "st.'), 'in "St. Petersburg"'), (("summit", "St."), "St. Petersburg 2002"), (("summit", "2024", "--organization", "united n"), "United Nations"), (("summit", "2024", "--organization", "CS"), "CSTO")],
    )  # fmt: skip
    def test_short_names_are_completed_where_they_are_begun(self, words, offer):
        """Saint as it is abbreviated, an organisation by its capitals."""
        assert offered(*words)[0] == offer

    def test_what_would_be_ambiguous_is_not_offered(self):
        """'Guinea' is four countries and 'Singh' two people; what is told apart is offered."""
        assert offered("status", "Guine") == ["Guinea-Bissau"]
        assert offered("about", "--person", "Sing") == []
        assert offered("attendance", "Manm") == ["Manmohan Singh"]
        assert offered("summit", "2024", "--organization", "EE") == []

    @each("word", ["", *"abcdefghijklmnopqrstuvwxyz0123456789", "а", "阿", "ö", "ast", "kor", "the "])
    @each("what", VALUES)
    def test_what_is_offered_is_accepted(self, what, word):
        """Each word, also with its beginning as it was typed, means something, and the same."""
        at = place([], "")._replace(word=word)
        for offer in offers(at, VALUES[what](DATA, word)):
            find = FINDERS.get(what, lambda _, day: canonical(day))
            assert find(DATA, offer.word) == find(DATA, continued(word, offer.word))

    @settings(deadline=None)
    @given(data=st.data())
    def test_any_beginning_of_a_name_leads_to_its_country(self, data):
        """However much of a name is typed, in capitals or without accents, its country is among what is offered."""
        country = data.draw(st.sampled_from(DATA.data.countries))
        name = data.draw(st.sampled_from((country.names.en, country.names.ru, country.names.zh)))
        word = name[: data.draw(st.integers(0, len(name)))]
        changed = data.draw(st.sampled_from((word, word.upper(), word.lower(), unicodedata.normalize("NFKD", word))))
        found = offered("status", changed)
        assert country.code in {FINDERS["country"](DATA, offer) for offer in found}
        assert all(fold(continued(changed, offer)) == fold(offer) for offer in found)

    def test_every_name_that_a_command_takes_is_completed(self):
        """No kind of name is understood and not completed."""
        assert VALUES.keys() - {"day"} == FINDERS.keys()
        for verb in ("", *COMMANDS):
            for item in parameters(function(verb)):
                known = {"day", "text", "file", "choice", "condition", "group", *VALUES}
                assert item.takes is None or item.takes.kind in known

    @each(
        ("words", "offers"),
        [
            (("list", "--where", "hos"), ["hosted"]),
            (("list", "--where", "not absent fr"), ["not absent from"]),
            (("list", "--where", "hosted at l"), ["hosted at least"]),
            (("list", "--where", "became member or fo"), ["became member or founder"]),
            (("list", "--where", "became mem"), ["became member"]),
            (("list", "--where", "attended 2022-s"), ["attended 2022-samarkand"]),
            (("list", "--where", "attended as gu"), ["attended as guest"]),
            (("list", "--where", "not IN,Pakis"), ["not IN,Pakistan"]),
            (("list", "--where", "signed partner in Beij"), ["signed partner in Beijing"]),
            (("status", "IN", "--is", "ever obs"), ["ever observer"]),
            (("summits", "--where", 'hosted by "Sri'), ['hosted by "Sri Lanka"']),
            (("summits", "--where", "missed by IN,Aze"), ["missed by IN,Azerbaijan"]),
            (("summits", "--where", "attended by AZ led by pres"), ["attended by AZ led by president"]),
            (("summits", "--where", "2024-a"), ["2024-astana"]),
            (("summits", "--where", "held virtual o"), ["held virtual or"]),
            (("summits", "--where", "held virt"), ["held virtual"]),
            (("list", "--where", "nonsense as "), []),
            (("list", "--where", "hosted 20"), []),
            (("list", "--has", "Pakis"), ["Pakistan"]),
            (("summits", "--has", "2024-a"), ["2024-astana"]),
        ],
    )
    def test_a_condition_is_completed_word_by_word(self, words, offers):
        """What the language has there, and names in quotes where they have been opened."""
        assert [offer for offer in offered(*words) if not offer.isupper()] == offers

    @each(("of", "example"), [(of, example) for of in EXAMPLES for example in EXAMPLES[of].values()])
    def test_what_the_language_expects_is_known(self, of, example):
        """Up to each of its words: it is a word of the language, a time, a number, or a name that can be completed."""
        words = example.split(" ")
        for end in range(len(words) + 1):
            for could_be in expected(DATA, "".join(f"{word} " for word in words[:end]), of):
                assert could_be[0] == "'" or could_be in NAMES or could_be.startswith(("a number", "a time", "a form"))

    def test_the_data_set_of_the_command_line_is_used(self, tmp_path, monkeypatch):
        """Of ``--data`` or SCO_DATA; from one that does not hold nothing is offered, and nothing said."""
        broken = tmp_path / "broken.json"
        broken.write_text("{}", "utf-8")
        assert place(["--data", "a", "status"], "").data == place(["--data=a", "status"], "").data == "a"
        assert asked("bash", f"sco --data {broken} status ") == ("", 0)
        monkeypatch.setenv("SCO_DATA", str(broken))
        assert asked("bash", "sco status ") == ("", 0)


@each(
    ("line", "escape", "words", "word", "quote"),
    [
        ("sco status Az", "\\", ["sco", "status"], "Az", ""),
        ("sco status ", "\\", ["sco", "status"], "", ""),
        ("sco  'a b' c", "\\", ["sco", "a b"], "c", ""),
        (r"sco Saudi\ ", "\\", ["sco"], "Saudi ", ""),
        ('sco "Saudi ', "\\", ["sco"], "Saudi ", '"'),
        (r'sco "a\"b\c" ', "\\", ["sco", r'a"b\c'], "", ""),
        (r"sco 'a\b", "\\", ["sco"], r"a\b", "'"),
        (r"sco ''", "\\", ["sco"], "", ""),
        ("sco '' ", "\\", ["sco", ""], "", ""),
        ("sco Saudi` A", "`", ["sco"], "Saudi A", ""),
        (r"sco C:\x", "`", ["sco"], r"C:\x", ""),
        ("", "\\", [], "", ""),
        ("sco \\", "\\", ["sco"], "", ""),
    ],
)
def test_a_line_is_read_as_a_shell_reads_it(line, escape, words, word, quote):
    """Words apart, quotation marks and escapes taken away, and what is open at the end."""
    assert typed(line, escape) == Typed(words, word, quote)


@settings(deadline=None)
@given(line=st.text(), shell=st.sampled_from(sorted(SHELLS)), number=st.text(max_size=3))
def test_no_line_makes_it_fail(line, shell, number):
    """Whatever is on the line, there is an answer."""
    environment = {"_TYPER_COMPLETE_ARGS": f"sco {line}", "COMP_WORDS": f"sco\n{line}", "COMP_CWORD": number}
    assert answered(f"complete_{shell}", environment) is not None


class TestShells:
    """How each shell is answered."""

    @each(
        ("line", "printed"),
        [
            ("sco status Azerb", "Azerbaijan\n"),
            ("sco status Sau", "Saudi\\ Arabia\n"),
            ('sco status "Sau', "Saudi Arabia\n"),
            ("sco status 'Cot", "Côte d’Ivoire\n"),
            ("sco status O\\'", "O\\'zbekiston\n"),
            ("sco status turki", "Türkiye\n"),
            ("sco status tu", "turkmenistan\nturkiye\n"),
            ("sco history --category = d", "dialogue-partner\n"),
            ("sco history --category =", "member\nobserver\ndialogue-partner\npartner\n"),
            ("sco --data ", ""),
        ],
    )
    def test_bash(self, line, printed):
        """A word a line, quoted as the word is; several with the beginning that was typed."""
        assert asked("bash", line) == (printed, 0)

    @each(
        ("line", "printed"),
        [
            ("sco status Azerb", "local -a offers=('Azerbaijan:SCO partner'); _describe -V sco offers -U\n"),
            (
                "sco status O\\'",
                "local -a offers=('O'\\''zbekiston:Uzbekistan, Member state'); _describe -V sco offers -U\n",
            ),
            ("sco list --format=j", "local -a offers=('--format=json'); _describe -V sco offers -U\n"),
            ("sco --data ", "compset -P '*='; _files\n"),
            ("sco status --on 2001", "local -a offers=('2001-06-15:China and 5 more'); _describe -V sco offers -U\n"),
        ],
    )
    def test_zsh(self, line, printed):
        """A command to evaluate, with help; files where a file is meant."""
        assert asked("zsh", line) == (printed, 0)

    def test_fish(self):
        """A word and its help a line; asked whether there are words, no only where a file is meant."""
        assert asked("fish", "sco status sau") == ("Saudi Arabia\tSCO partner\n", 0)
        assert asked("fish", "sco status turki") == ("turkiye\tSCO partner\n", 0)
        assert asked("fish", "sco history --category=d") == ("--category=dialogue-partner\tDialogue partners\n", 0)
        for line, status in (("sco status ", 0), ("sco about sco --has ", 0), ("sco --data ", 1), ("sco validate ", 1)):
            environment = {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "is-args"}
            assert answered("complete_fish", environment) == ("", status)

    @pytest.mark.parametrize("shell", ["powershell", "pwsh"])
    def test_powershell(self, shell):
        """A word and its help a line, in quotation marks where it needs them."""
        assert asked(shell, "sco status Sau") == ("'Saudi Arabia':::SCO partner\n", 0)
        assert asked(shell, "sco status O`'") == ("'O''zbekiston':::Uzbekistan, Member state\n", 0)
        assert asked(shell, "sco list --format ") == ("table::: \njson::: \ncsv::: \nmarkdown::: \nmd::: \n", 0)

    def test_nothing_from_a_data_set_is_run_by_a_shell(self):
        """Names are quoted for the shell that evaluates them, and left out if they hold what cannot be seen."""
        at = place([], "")
        shown = offers(at, [Suggestion(("$(id)'`id`",), "help"), Suggestion(("a\x1b[31m",))])
        assert [offer.word for offer in shown] == ["$(id)'`id`"]
        assert SHELLS["zsh"].write(at, typed(""), shown).startswith("local -a offers=('$(id)'\\''`id`:help');")
        assert SHELLS["bash"].write(at, typed(""), shown) == "\\$\\(id\\)\\'\\`id\\`\n"


def script_for(shell):
    """What sets up completion in a shell."""
    return within("list", env=environment(_SCO_COMPLETE=f"source_{shell}")).out.decode()


def test_other_requests_are_left_to_typer():
    """Its scripts are printed by it; a shell that it does not know is refused by it."""
    assert "_SCO_COMPLETE=complete_zsh" in script_for("zsh")
    assert within("list", env=environment(_SCO_COMPLETE="complete_ksh")).code == 1


START = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""Runs a command with its standard input as the terminal that controls it."""

INIT = {
    "bash": "PS1='READY> '\n{script}\nsco() {{ printf '%s\\n' \"$@\" > words; echo CALL''ED; }}\n",
    "zsh": "PS1='READY> '\nautoload -Uz compinit && compinit -u -D\n{script}\nsco() {{ printf '%s\\n' \"$@\" > words; echo CALL''ED }}\n",
    "fish": "function fish_prompt; echo 'READY> '; end\n{script}\nfunction sco; printf '%s\\n' $argv > words; echo CALL''ED; end\n",
}
"""Set up completion, write down the words with which the program would be called, and say so."""
SHELL = {
    "bash": ["bash", "--noprofile", "--rcfile", "init", "-i"],
    "zsh": ["zsh", "-d", "-i"],
    "fish": ["fish", "--no-config", "--init-command", "source init"],
}


def press_tab(shell, line, folder):
    """The words with which a shell runs the program after a line, a Tab and Enter."""
    import pty

    (folder / "init").write_text(INIT[shell].format(script=script_for(shell)), "utf-8")
    (folder / ".zshrc").write_text("source init\n", "utf-8")
    mine, its = pty.openpty()
    own = {"HOME": str(folder), "ZDOTDIR": str(folder), "TERM": "xterm", "LANG": "C.UTF-8"}
    command = [sys.executable, "-c", START, *SHELL[shell]]
    screen = b""
    with subprocess.Popen(command, stdin=its, stdout=its, stderr=its, cwd=folder, env=os.environ | own) as running:
        os.close(its)

        def shown_until(mark):
            """Read what is on the screen up to a mark, or until nothing more comes."""
            nonlocal screen
            while mark not in screen and select.select([mine], [], [], LONGEST)[0]:
                try:
                    screen += os.read(mine, 65536)
                except OSError:  # so Linux says that the shell has ended
                    break

        shown_until(b"READY> ")
        os.write(mine, f"{line}\t\r".encode())
        shown_until(b"CALLED")
        running.kill()
    os.close(mine)
    assert b"CALLED" in screen, screen.decode(errors="replace")
    return (folder / "words").read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("sco status India Saudi", ["status", "India", "Saudi Arabia"]),
        ("sco status turki", ["status", "Türkiye"]),
        *(
            pytest.param(line, words, marks=pytest.mark.slow)
            for line, words in (
                ("sco status Az", ["status", "Azerbaijan"]),
                ('sco status "Saudi A', ["status", "Saudi Arabia"]),
                ("sco attendance --led-by pri", ["attendance", "--led-by", "prime minister"]),
                ("sco list --format=j", ["list", "--format=json"]),
                ("sco att", ["attendance"]),
                ("sco validate ini", ["validate", "init"]),
            )
        ),
    ],
)
@pytest.mark.parametrize("shell", INIT)
def test_tab_completes(shell, line, words, tmp_path):
    """In a real shell, names with spaces stay one word, accents need not be typed, and files are completed."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    assert [fold(word) for word in press_tab(shell, line, tmp_path)] == [fold(word) for word in words]
