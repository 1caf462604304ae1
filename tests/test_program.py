"""The installed program, as a person runs it."""

import json
import subprocess

import pytest


def sco(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sco", *arguments], capture_output=True, text=True, check=False)


def test_the_article_of_4_july_2024_holds_for_the_day_before():
    """9 members, 3 observers and 14 dialogue partners on 3 July 2024."""
    value = json.loads(sco("list", "--on", "2024-07-03", "--format", "json").stdout)["value"]
    assert {category: len(codes) for category, codes in value.items()} == {
        "member": 9,
        "observer": 3,
        "dialogue-partner": 14,
        "partner": 0,
    }


def test_an_unknown_country_is_suggested_never_substituted():
    """'Frnace' suggests France on standard error and answers nothing."""
    ended = sco("status", "Frnace")
    assert (ended.returncode, ended.stdout) == (3, "")
    assert ended.stderr == "sco: No country is called 'Frnace'. Did you mean France?\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["attendance"], 2, "Missing argument 'SUBJECT' (see 'sco attendance --help')"),
        (["list", "--foo"], 2, "No such option: --foo (Possible options: --from, --on, --to) (see 'sco list --help')"),
        (["lst"], 2, "No such command 'lst'. Did you mean 'list'? (see 'sco --help')"),
        (["about", "xyz"], 2, "TOPIC: 'xyz' is none of founding, charter, "),
        (["about", "secretary-genral"], 2, "TOPIC: 'secretary-genral' is none of its values. Did you mean secretary-general?"),
        (["about", "chair"], 2, "TOPIC: 'chair' is none of its values. Did you mean chairmanship?"),
        (["summit", "2022", "--show", "abent"], 2, "--show: 'abent' is none of its values. Did you mean absent?"),
        (["list", "--format", "jsn"], 2, "--format: 'jsn' is none of its values. Did you mean json?"),
        (["list", "--format", "xml"], 2, "--format: 'xml' is none of table, json, csv or markdown"),
        (["summit", "Saint", "Petersburg"], 2, "Got unexpected extra argument(s) (Petersburg); a name of several words stands in quotes (see 'sco summit --help')"),
        (["status", "Sri", "Lanka"], 3, "A name of several words stands in quotes: 'Sri Lanka'"),
        (["status", "IN", "Lao", "PDR"], 3, "A name of several words stands in quotes: 'Lao PDR'"),
        (["list", "SCO", "partners"], 3, "A name of several words stands in quotes: 'SCO partners'"),
        (["summit", "99"], 3, "No summit is called '99'. 'sco summits' lists the summits."),
        (["status", "EU"], 3, "'EU' is an organisation, the European Union, and no country: "),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_the_way_out(arguments, code, said):
    """In one line on standard error, by the names that the help has."""
    ended = sco(*arguments)
    assert (ended.returncode, ended.stdout) == (code, "")
    assert ended.stderr.startswith(f"sco: {said}")
    assert ended.stderr.count("\n") == 1
