"""The installed program, as a person runs it."""

import json
import subprocess


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
