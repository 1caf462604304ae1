"""What the program says to what a person types: that which is wrong is named, with the way out."""

import json
import shlex

from each import each
from program import apart, within


def sco(*arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error."""
    code, out, err = within(*arguments)
    return code, out.decode(), err.decode()


def test_the_article_of_4_july_2024_holds_for_the_day_before():
    """9 members, 3 observers and 14 dialogue partners on 3 July 2024."""
    value = json.loads(sco("list", "--on", "2024-07-03", "--format", "json")[1])["value"]
    assert {category: len(codes) for category, codes in value.items()} == {
        "member": 9,
        "observer": 3,
        "dialogue-partner": 14,
        "partner": 0,
    }


def test_an_unknown_country_is_suggested_never_substituted():
    """'Frnace' suggests France on standard error and answers nothing."""
    said = b"sco: No country is called 'Frnace'. Did you mean France?\n"
    assert apart("status", "Frnace") == within("status", "Frnace") == (3, b"", said)


@each(
    ("arguments", "code", "said"),
    [
        (["attendance"], 2, "Missing argument 'SUBJECT' (see 'sco attendance --help')"),
        (["list", "--foo"], 2, "No such option: --foo (see 'sco list --help')\n"),
        (["list", "--shwo", "count"], 2, "No such option: --shwo. Did you mean --show? (see 'sco list --help')\n"),
        (["status", "AZ", "-lang", "ru"], 2, "No such option: -lang. Did you mean --lang? (see 'sco status --help')\n"),
        (["status", "IN", "-on", "2020"], 2, "No such option: -on. Did you mean --on? (see 'sco status --help')\n"),
        (["-on=2020"], 2, "No such option: -on=2020. Did you mean --on? (see 'sco --help')\n"),
        (["countries", "--shwo", "count"], 2, "No such option: --shwo. Did you mean --show? (see 'sco list --help')\n"),
        (["--lang", "ru", "export", "x"], 2, "'sco export' takes no --lang\n"),
        (["status", "AZ", "--where", "x"], 2, "No such option: --where; it is an option of 'sco list', 'sco attendance', 'sco summits' and 'sco summit' (see 'sco status --help')\n"),
        (["timeline", "--before=IN"], 2, "No such option: --before; it is an option of 'sco history' (see 'sco timeline --help')\n"),
        (["status", "AZ", "--date", "2024"], 2, "No such option: --date. Did you mean --on? (see 'sco status --help')\n"),
        (["summits", "--year=2024"], 2, "No such option: --year. Did you mean --from? (see 'sco summits --help')\n"),
        (["list", "--csv"], 2, "No such option: --csv. Did you mean --format csv? (see 'sco list --help')\n"),
        (["history", "--country", "AZ"], 2, "No such option: --country; a country stands without an option: sco history Azerbaijan (see 'sco history --help')\n"),
        (["list", "-o", "members.xlsx"], 2, "--output: a file .xlsx has all tables; 'sco export members.xlsx' writes it\n"),
        (["schema", "--format", "json"], 2, "No such option: --format (see 'sco schema --help')\n"),
        (["lst"], 2, "No such command 'lst'. Did you mean 'list'? (see 'sco --help')"),
        (["Azerbaijan"], 2, "No such command 'Azerbaijan'; for a country: sco status Azerbaijan\n"),
        (["Korea"], 2, "No such command 'Korea'; for a country: sco status Korea\n"),
        (["Sri", "Lanka", "--on", "2010"], 2, "No such command 'Sri'; for a country: sco status 'Sri Lanka' --on 2010\n"),
        (["India", "Pakistan", "--on", "2016"], 2, "No such command 'India'; for countries: sco status India Pakistan --on 2016\n"),
        (["members"], 2, "No such command 'members'; for a category: sco list members\n"),
        (["2022"], 2, "No such command '2022'; for a summit: sco summit 2022\n"),
        (["Modi"], 2, "No such command 'Modi'; for a person: sco attendance Modi\n"),
        (["what is Azerbaijan's status"], 2, "No such command \"what is Azerbaijan's status\"; for a question: sco ask \"what is Azerbaijan's status\"\n"),
        (["is", "Belarus", "a", "member"], 2, "No such command 'is'; for a question: sco ask 'is Belarus a member'\n"),
        (["what's $5"], 2, "No such command \"what's $5\"; for a question: sco ask 'what'\"'\"'s $5'\n"),
        (["Hogwarts"], 2, "No such command 'Hogwarts' (see 'sco --help')\n"),
        (["--", "--foo"], 2, "No such command '--foo' (see 'sco --help')\n"),
        (["statsu", "Azerbaijan"], 2, "No such command 'statsu'. Did you mean 'status'? (see 'sco --help')\n"),
        (["about", "xyz"], 3, "No topic is called 'xyz'. 'sco about' lists the topics."),
        (["about", "secretary-genral"], 3, "No topic is called 'secretary-genral'. Did you mean secretary-general?"),
        (["summit", "2022", "--show", "abent"], 2, "--show does not take 'abent'. Did you mean absent?"),
        (["list", "--format", "jsn"], 2, "--format does not take 'jsn'. Did you mean json?"),
        (["list", "--format", "xml"], 2, "--format takes table, json, csv, markdown or md, not 'xml'\n"),
        (["summit", "Saint", "Petersburg"], 2, "Got unexpected extra argument(s) (Petersburg); 'sco summit' takes one SUMMIT, in quotes where it has several words (see 'sco summit --help')\n"),
        (["ask", "what", "is"], 2, "Got unexpected extra argument(s) (is); 'sco ask' takes one QUESTION, in quotes where it has several words (see 'sco ask --help')\n"),
        (["growth", "x"], 2, "Got unexpected extra argument(s) (x); 'sco growth' takes none (see 'sco growth --help')\n"),
        (["schema", "x"], 2, "data|answer takes data or answer, not 'x'\n"),
        (["--", "summit", "2022", "2023"], 2, "Got unexpected extra argument(s) (2023); 'sco summit' takes one SUMMIT, "),
        (["--data", "x.json", "schema"], 2, "'sco schema' takes no --data\n"),
        (["--data", "x.json", "validate", "y.json"], 2, "'sco validate' takes no --data beside a file\n"),
        (["list", "--data", "x.json"], 2, "--data goes before the command: sco --data ... list\n"),
        (["list", "--data=x.json"], 2, "--data goes before the command: sco --data ... list\n"),
        (["list", "--version"], 2, "--version goes alone: sco --version\n"),
        (["--version", "list"], 2, "--version goes alone: sco --version\n"),
        (["--version", "--format", "json"], 2, "--version goes alone: sco --version\n"),
        (["--from", "2020", "changes"], 2, "--from goes behind the command: sco changes ... --from\n"),
        (["--format", "json", "list"], 2, "--format goes behind the command: sco list ... --format\n"),
        (["summits", "--where", "number x"], 2, "'x' is not understood behind 'number'. Behind 'number' can stand a number."),
        (["status", "Sri", "Lanka"], 3, "A name of several words stands in quotes: 'Sri Lanka'"),
        (["status", "IN", "Lao", "PDR"], 3, "A name of several words stands in quotes: 'Lao PDR'"),
        (["status", "AZ,TR"], 3, "Several stand each by itself: AZ TR\n"),
        (["changes", "Sri Lanka,IN"], 3, "Several stand each by itself: 'Sri Lanka' IN\n"),
        (["summit", "2022", "--country", "Sri Lanka,IN"], 3, "Several stand each by itself: --country 'Sri Lanka' --country IN\n"),
        (["status", "azerbaijan", "on", "2010"], 3, "'on' is no name here: the option is --on\n"),
        (["list", "--has", ","], 3, "No country is called ','. "),
        (["summit", "2022", "--show", "every"], 2, "'--show every' goes with --capacity of a category (not guest), and no other option on delegations"),
        (["list", "SCO", "partners"], 3, "A name of several words stands in quotes: 'SCO partners'"),
        (["summit", "99"], 3, "No summit is called '99'. 'sco summits' lists the summits."),
        (["summit", "2017", "--show", "people", "--organization", "nonsense"], 3, "No organisation in the data is called 'nonsense'. "),
        (["status", "EU"], 3, "'EU' is an organisation, the European Union, and no country: "),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_the_way_out(arguments, code, said):
    """In one line on standard error, by the names that the help has."""
    ended, out, err = sco(*arguments)
    assert (ended, out) == (code, "")
    assert err.startswith(f"sco: {said}")
    assert err.count("\n") == 1


@each("line", ["Azerbaijan", "members", "2022", "what is Azerbaijan's status", "India Pakistan"])
def test_the_command_to_be_called_instead_can_be_copied(line):
    """What is said to go behind a command is answered as it stands there."""
    instead = sco(*line.split())[2].rstrip("\n").partition(": sco ")[2]
    assert sco(*shlex.split(instead))[0] == 0


@each("command", [[], ["status"], ["ask"]])
def test_help_has_a_short_name(command):
    """``-h`` is ``--help``."""
    short = sco(*command, "-h")
    assert short == sco(*command, "--help")
    assert (short[0], short[2]) == (0, "")
    assert "  -h, --help " in short[1]
