"""The timeline and the matrix: their answers, and that the pictures say the same."""

import json
import re

import pytest
from rich.cells import cell_len

from drawn import TODAY, answer_to, run, widest
from each import each
from scocli.answers import Answer, Table
from scocli.datafile import bundled_path
from scocli.dataset import DataSet, load
from scocli.queries import answer
from scocli.queries.matrix import Matrix
from scocli.queries.status import PERIODS
from scocli.queries.summit import SummitFacts
from scocli.queries.timeline import Timeline
from scocli.records import read
from scocli.render import Look, render
from scocli.render.palette import CATEGORIES, MARKS

DATA = load()
WIDTHS = (40, 60, 80, 120, 200)
SIGNS = {sign: word for word, (sign, _) in MARKS.items()}
LETTERS = {ink.letter: category for category, ink in CATEGORIES.items() if ink.letter}
FILLS = {fill: category for category, ink in CATEGORIES.items() for fill in ink.fill if fill}


def rows_of(drawn: str, names: list[str]) -> dict[str, str]:
    """What stands behind each name of a timeline, block after block; a name that is folded goes on in the next line."""
    lines = drawn.splitlines()
    axes = [found for line in lines if (found := re.fullmatch(r"Summits +([─┴+-]+)", line))]
    start = axes[0].start(1)
    found = dict.fromkeys([*names, "Summits"], "")
    for block, part in zip(axes, _blocks(lines, len(axes)), strict=True):
        for at, line in enumerate(part):
            said = line[:start].strip()
            if said not in found and at + 1 < len(part):
                said = f"{said} {part[at + 1].strip()}"
            if said in found:
                found[said] += line[start:].ljust(len(block[1]))
    return found


def _blocks(lines: list[str], count: int) -> list[list[str]]:
    """The parts of a picture, which blank lines set apart, behind the sentence."""
    return [part.split("\n") for part in "\n".join(lines).split("\n\n")[1 : count + 1]]


class TestTimeline:
    """``sco timeline``."""

    def test_value_is_the_course_of_each_country(self):
        """By code, each status with its first day and the first day on which it no longer held."""
        value = json.loads(run("sco timeline Belarus France --format json")[1])["value"]
        assert value == {
            "BY": [
                ["dialogue-partner", "2009-06-16", "2015-07-10"],
                ["observer", "2015-07-10", "2024-07-04"],
                ["member", "2024-07-04", None],
            ],
            "FR": [],
        }

    def test_a_category_is_all_that_have_held_it(self):
        """Observers are those of today and those that were observers once."""
        held = {code for code, course in DATA.holdings.items() if any(h.period.category == "observer" for h in course)}
        assert set(answer_to("sco timeline observers").value) == held
        assert "BY" in held

    def test_without_a_subject_all_that_have_held_a_status(self):
        """Everybody who ever held a status has a row; members first, those who came first before others."""
        value = list(answer_to("sco timeline").value)
        assert set(value) == {code for code, course in DATA.holdings.items() if course}
        assert value[:10] == ["CN", "KZ", "KG", "RU", "TJ", "UZ", "IN", "IR", "PK", "BY"]

    def test_a_day_shows_what_was_known_then(self):
        """On a day in 2016 India is an observer whose status has no end, and Iran no member."""
        value = answer(DATA, Timeline(subjects=("IN", "IR"), on="2016-05-01"), TODAY).value
        assert value == {"IN": [("observer", "2005-07-05", None)], "IR": [("observer", "2005-07-05", None)]}

    def test_countries_stay_in_the_order_in_which_they_are_named(self):
        """Two countries named, and a category after them that one of them held: each once, in that order."""
        shown = answer_to("sco timeline Belarus Azerbaijan observers")
        value, rows = list(shown.value), shown.tables[0].rows
        assert value[:2] == ["BY", "AZ"]
        assert len(value) > 2
        assert len(rows) == len(set(rows))

    def test_the_text_counts_them(self):
        """How many hold what on the day."""
        assert answer_to("sco timeline --on 2024-07-03").text == (
            "The SCO had 9 member states, 3 observers and 14 dialogue partners on 3 July 2024."
        )

    @each(
        ("subjects", "start"),
        [
            ("Belarus", "Belarus has been a member state of the SCO since 4 July 2024; before that "),
            ("France", "France holds no status in the SCO."),
            ("Belarus France India", "Belarus, France and India are 2 member states and 1 country "),
            ("partners --on 2025-09-01 --lang ru", "17 countries were SCO partners on 1 September 2025."),
        ],
    )
    def test_the_text_names_what_a_few_hold(self, subjects, start):
        """Of one country what it holds, of several how many hold what."""
        assert answer_to(f"sco timeline {subjects}").text.startswith(start)
        assert (
            answer_to("sco timeline partners --on 2010").text
            == "None of those asked about held a status on 31 December 2010."
        )

    def test_before_the_founding_there_is_nothing(self):
        """A day before the founding gets a plain answer and no picture."""
        code, out, _ = run("sco timeline --on 1999")
        assert code == 0
        assert out.startswith("The SCO did not exist yet on 31 December 1999")
        assert answer_to("sco timeline --on 1999").value == {}

    def test_an_unknown_name_is_not_understood(self):
        """Neither a country nor a category: exit 3, one line, nothing answered."""
        code, out, err = run("sco timeline Frnace")
        assert (code, out) == (3, "")
        assert err.count("\n") == 1

    @each("width", WIDTHS)
    @each("encoding", ["utf-8", "ascii"])
    def test_the_bars_say_what_each_status_was(self, width, encoding):
        """Read back without colour, each year's end shows the status of that day, at every width."""
        shown = answer_to("sco timeline")
        names = {code: DATA.name(code).replace("ü", "ü" if encoding == "utf-8" else "\\xfc") for code in shown.value}
        drawn = render(shown, "table", Look(width=width, encoding=encoding))
        assert widest(drawn) <= width
        assert encoding == "utf-8" or drawn.isascii()
        rows = rows_of(drawn, [*names.values(), "Summits"])
        years = range(2001, int(DATA.through[:4]) + 1)
        for code, name in names.items():
            bar = rows[name]
            assert len(bar) % len(years) == 0, name
            per_year = len(bar) // len(years)
            for number, year in enumerate(years):
                day = min(f"{year}-12-31", DATA.through)
                sign = bar[number * per_year + (int(day[5:7]) - 1) * per_year // 12]
                assert (LETTERS | FILLS).get(sign) == DATA.status_on(code, day), (name, year)

    def test_nothing_is_drawn_beyond_the_day(self):
        """The months after the last day that the data vouch for are blank."""
        drawn = render(answer_to("sco timeline"), "table", Look(width=200))
        row = rows_of(drawn, ["China"])["China"]
        months = 12 * 25 // len(row)
        assert DATA.through == "2025-09-01"
        assert len(row.rstrip()) == len(row) - (12 - 9) // months

    def test_narrow_terminals_fold_names_before_they_split_years(self):
        """At 40 columns the longest name takes two lines, and all years stand in one picture."""
        drawn = render(answer_to("sco timeline"), "table", Look(width=40))
        assert "\nUnited Arab " in drawn
        assert drawn.count("\nSummits ") == 1

    @each("width", [40, 60, 80])
    @each("country", ["CN", "FR"])
    def test_the_axis_is_named_in_one_piece_beside_short_names(self, country, width):
        """The country's name may be shorter than what the line of summits is called."""
        lines = render(answer_to(f"sco timeline {country}"), "table", Look(width=width)).splitlines()
        at = next(i for i, line in enumerate(lines) if line.startswith("Summits  ┴"))
        assert lines[at + 1].split()[0] == "2001"

    def test_each_summit_has_a_tick(self):
        """Where a column is half a year or less, there are as many ticks as summits."""
        axis = rows_of(render(answer_to("sco timeline"), "table", Look(width=80)), ["China", "Summits"])["Summits"]
        assert axis.count("┴") == len(DATA.summits)
        assert set(axis) == {"┴", "─"}

    def test_years_stand_beneath_their_columns(self):
        """Every year that is written begins beneath the first column of that year."""
        lines = render(answer_to("sco timeline"), "table", Look(width=120)).splitlines()
        at = next(i for i, line in enumerate(lines) if line.startswith("Summits"))
        start = lines[at].index("─")
        per_year = len(lines[at][start:]) // 25
        years = [(int(found[0]), found.start()) for found in re.finditer(r"\d{4}", lines[at + 1])]
        assert years[0] == (2001, start)
        assert len(years) > 5
        assert all(place == start + (year - 2001) * per_year for year, place in years)

    def test_colours_are_those_of_the_categories(self):
        """With colour each bar has the background of its category, and still its letter."""
        drawn = render(answer_to("sco timeline Belarus"), "table", Look(width=80, color=True))
        assert re.search(r"\x1b\[30;45mD *\x1b\[0m\x1b\[30;46mO *\x1b\[0m\x1b\[30;42mM *\x1b\[0m", drawn)

    def test_a_status_that_comes_and_goes_within_a_column_is_told_of(self):
        """Where a column would hide a status, a star says so and the legend explains it."""
        rows = (
            ("Atlantis", "XX", "observer", "2010-02-01", "2010-02-20", None, None, None),
            ("Atlantis", "XX", "member", "2010-02-20", None, None, None, None),
            ("Lemuria", "YY", "member", "2001-06-15", None, None, None, None),
        )
        made = Answer(
            "timeline",
            {},
            "Text.",
            "sco timeline",
            "2020-12-31",
            tables=(Table("S", PERIODS, rows), Table("T", (), ())),
        )
        drawn = render(made, "table", Look(width=80))
        assert re.search(r"Atlantis +\*M━+", drawn)
        assert "* several statuses in this time" in drawn
        assert "*" not in render(answer_to("sco timeline"), "table", Look(width=80))


class TestMatrix:
    """``sco matrix``."""

    @each(
        ("country", "summit", "mark"),
        [
            ("IN", "2024-astana", "below-leader"),
            ("IN", "2025-tianjin", "leader"),
            ("CN", "2020-moscow", "leader-by-video"),
            ("AF", "2024-astana", "absent"),
            ("BY", "2015-ufa", "not-recorded"),
            ("LA", "2024-astana", "no-status"),
        ],
    )
    def test_marks(self, country, summit, mark):
        """One known case of each mark."""
        assert answer_to("sco matrix").value[country][summit] == mark

    @each("summit", DATA.summits)
    def test_marks_agree_with_each_summit(self, summit):
        """Who came and who stayed away is what ``sco summit`` says of it."""
        value = answer_to("sco matrix").value
        came = answer(DATA, SummitFacts(summit=summit, show="countries"), TODAY).value
        absent = answer(DATA, SummitFacts(summit=summit, show="absent"), TODAY).value
        marks = {code: row[summit] for code, row in value.items()}
        assert {c for c, mark in marks.items() if "leader" in mark} == set(came) & set(value)
        assert {c for c, mark in marks.items() if mark == "absent"} == set(absent) & set(value)

    def test_a_source_makes_a_country_without_status_absent(self):
        """Somebody without a status is not called absent, unless a source says that it stayed away."""
        facts = json.loads(bundled_path().read_text("utf-8"))
        before = DataSet(read(json.dumps(facts)))
        source = facts["summits"][18]["sources"][0]
        facts["summits"][18].setdefault("absences", []).append(
            {"country": "DZ", "note": "Sent its regrets.", "sources": [source]}
        )
        after = DataSet(read(json.dumps(facts)))
        assert [
            answer(data, Matrix(subjects=("DZ",)), TODAY).value["DZ"]["2019-bishkek"] for data in (before, after)
        ] == [
            "no-status",
            "absent",
        ]

    def test_rows_have_one_mark_each(self):
        """The table is in long form: country, summit, capacity, mark; as many rows as marks."""
        shown = answer_to("sco matrix India Pakistan --from 2017")
        assert shown.value.keys() == {"IN", "PK"}
        assert len(shown.to_rows()) == sum(len(marks) for marks in shown.value.values())
        assert shown.to_rows()[0] == {
            "country": "India",
            "code": "IN",
            "status": "member",
            "date": "2017-06-08",
            "summit": "2017-astana",
            "capacity": "observer",
            "mark": "leader",
        }

    def test_a_guest_without_status_may_be_asked_for(self):
        """Turkmenistan never held a status; where it came, it came as a guest."""
        rows = answer_to("sco matrix Turkmenistan").to_rows()
        assert {row["capacity"] for row in rows if row["mark"] == "leader"} == {"guest"}
        assert {row["capacity"] for row in rows if row["mark"] == "no-status"} == {"none"}

    def test_a_period_without_summits(self):
        """No summit, no picture, and no complaint."""
        code, out, err = run("sco matrix --from 1999 --to 2000")
        assert (code, err) == (0, "")
        assert out.startswith("There was no summit of the SCO from 1999 to 2000.")

    @each("width", WIDTHS)
    @each("line", ["sco matrix", "sco matrix --lang zh"])
    def test_the_signs_are_the_marks(self, line, width):
        """Read back without colour, the signs of each row are the country's marks, in order, at every width."""
        shown = answer_to(line)
        drawn = render(shown, "table", Look(width=width))
        assert widest(drawn) <= width
        names = {row["code"]: row["country"] for row in shown.to_rows()}
        for code, marks in shown.value.items():
            signs = "".join(_signs_of(drawn, names[code]))
            assert [SIGNS[sign] for sign in signs] == list(marks.values()), code

    @each("width", WIDTHS)
    def test_the_years_are_those_of_the_summits(self, width):
        """The heads of the columns, one above or behind the other, are the years; in no more blocks than it takes."""
        lines = render(answer_to("sco matrix"), "table", Look(width=width)).splitlines()
        heads = sum(line.startswith("Year 20.. ") for line in lines)
        assert heads == {40: 3, 60: 2}.get(width, 1)
        years = []
        for at, line in enumerate(lines):
            if line.startswith("Year 20.. "):
                digits = line.removeprefix("Year 20..").split()
                below = lines[at + 1].split() if len(digits[0]) == 1 else [""] * len(digits)
                years += [f"20{tens}{ones}" for tens, ones in zip(digits, below, strict=True)]
        assert years == [summit.start[:4] for summit in DATA.summits.values()]

    @pytest.mark.parametrize("width", [40, 60, 80])
    @pytest.mark.parametrize("country", ["CN", "FR"])
    def test_the_years_are_named_in_one_piece_beside_short_names(self, country, width):
        """The country's name may be shorter than what the line of years is called."""
        lines = render(answer_to(f"sco matrix {country}"), "table", Look(width=width)).splitlines()
        heads = [at for at, line in enumerate(lines) if re.match(r"Year 20\.\. +\d", line)]
        assert heads
        assert all(re.match(r"(?: +\d.*|China .*|France .*)$", lines[at + 1]) for at in heads)

    @each("width", WIDTHS)
    def test_the_present_status_stands_beside_the_name(self, width):
        """By its letter, which the legend explains, in every block; of who has none, nothing."""
        lines = render(answer_to("sco matrix Belarus Mongolia France"), "table", Look(width=width)).splitlines()
        for name, letter in {"Belarus": "M ", "Mongolia": "P ", "France": "  "}.items():
            rows = [line for line in lines if re.match(rf"{name} +[MP?.]", line)]
            assert rows
            assert all(line.removeprefix(name).lstrip(" ")[0] == (letter.strip() or ".") for line in rows)
        assert any("M now member state" in line for line in lines)

    def test_the_legend_explains_every_sign(self):
        """Each sign in use is explained, and colours are where there are colours."""
        plain = render(answer_to("sco matrix"), "table", Look(width=80))
        used = {row["mark"] for row in answer_to("sco matrix").tables[0].records()}
        assert len(used) > 5
        for mark, (sign, meaning) in MARKS.items():
            assert (f"{sign} {meaning}" in plain) is (mark in used)
        colored = re.sub(r"\x1b\[[0-9;]*m", "", render(answer_to("sco matrix"), "table", Look(width=80, color=True)))
        assert "   dialogue partner" in colored
        assert "   dialogue partner" not in plain


def _signs_of(drawn: str, name: str) -> list[str]:
    """The signs behind a name, in all blocks; a long name may be folded."""
    signs: list[str] = []
    for line in drawn.splitlines():
        found = re.fullmatch(r"(?P<name>\S+(?: \S+)*?) {2,}(?:[MODP] +)?(?P<signs>[HVLUx?.](?: +[HVLUx?.])*)", line)
        if found and (found["name"] == name or (cell_len(name) > 13 and name.startswith(found["name"]))):
            signs += found["signs"].split()
    return signs
