"""Names of countries in official lists, and the forms in which such names are written."""

import pytest
from official_names import counts, merged, outcome

from each import each
from scocli import world
from scocli.ask import read
from scocli.dataset import load
from scocli.errors import Ambiguous, NotUnderstood
from scocli.names import find_country, find_subject
from scocli.text import fold
from scocli.world import official

DATA = load()
ROWS = official.rows()
LISTED = [row for row in ROWS if row.lists != (official.FORMER,)]


def refusal(words):
    """The error with which words are refused as a country."""
    with pytest.raises(NotUnderstood) as raised:
        find_country(DATA, words)
    return raised.value


def test_every_name_in_a_list_means_its_country():
    """None is unknown and none means another; only what several countries are called is refused, and none of the data set's."""
    came = {row: outcome(DATA, row) for row in ROWS}
    assert {row.name for row, what in came.items() if what not in ("known", "of several countries")} == set()
    several = {row for row, what in came.items() if what == "of several countries"}
    assert {row.name for row in several} == {"Congo", "Congo (the)", "Конго", "الكونغو", "刚果", "Guinea"}
    assert not {row.code for row in several} & DATA.countries.keys()


def test_questions_take_the_names_that_commands_take():
    """Of the lists, every twentieth name or so: asked about in a sentence, each means its country."""
    drawn = LISTED[:: len(LISTED) // 100]
    for row in drawn:
        if fold(row.name) not in world.SEVERAL:
            assert read(DATA, f"Is {row.name} a member?", "2026-01-01").query.countries == (row.code,)


def test_the_table_is_as_its_tool_writes_it():
    """In order, each name of a language once; no list has a name for two countries, in whatever order its words are."""
    assert merged([]) == official.TABLE.read_text("utf-8")
    for form in (fold, official.any_order):
        bearers = {}
        for row in ROWS:
            bearers.setdefault(form(row.name), set()).add(row.code)
        assert [name for name, codes in bearers.items() if len(codes) > 1] == []


def test_the_count_of_names_has_a_line_for_each_list():
    """What stands in the documents tells of every list, and of nothing that is wrong."""
    lines = [line.strip("| ").split(" | ") for line in counts().splitlines()[2:]]
    assert {line[0] for line in lines} == {name for row in ROWS for name in row.lists}
    assert sum(int(number) for line in lines for number in line[2:]) == sum(len(row.lists) for row in ROWS)
    assert {(line[4], line[5], line[8], line[9]) for line in lines} == {("0", "0", "0", "0")}


@pytest.mark.parametrize("name", ["France", "Франция", "法国", "FR", "Azerbaijan", "Korea"])
def test_the_table_is_read_only_where_nothing_else_knows_the_name(name, monkeypatch):
    """Short names in English, Russian and Chinese, and codes, do without it."""
    monkeypatch.setattr(official, "rows", lambda: pytest.fail("the table was read"))
    official._known.cache_clear()
    try:
        find_country(DATA, name)
    except Ambiguous:
        assert name == "Korea"


@each(
    ("words", "code"),
    [
        # the order of words, brackets, articles, and what is shortened
        ("Korea, Republic of", "KR"), ("Korea (Republic of)", "KR"), ("Korea, Dem. People's Rep.", "KP"), ("Egypt, Arab Rep.", "EG"),
        ("Iran, Islamic Rep.", "IR"), ("Fed. Rep. of Germany", "DE"), ("Micronesia, Fed. Sts.", "FM"), ("Bahamas, The", "BS"),
        ("United Arab Emirates (the)", "AE"), ("Saint Kitts & Nevis", "KN"), ("St Kitts and Nevis", "KN"), ("St. Lucia", "LC"), ("St.Lucia", "LC"), ("Iran?", "IR"),
        ("Bosnia Herzegovina", "BA"), ("Korea, North", "KP"), ("S. Korea", "KR"), ("Turkey, Republic of", "TR"), ("Congo (Kinshasa)", "CD"), ("PR of China", "CN"),
        # two names of one country
        ("Türkiye (Turkey)", "TR"), ("UAE (United Arab Emirates)", "AE"), ("North Korea (KP)", "KP"), ("Korea (KP)", "KP"), ("Россия (РФ)", "RU"),
        # what is not seen, and signs that stand for others
        ("\u200bایران", "IR"), ("\u200fایران", "IR"), ("Kazakhstan\u200b", "KZ"), ("Kazakh\u00adstan", "KZ"), ("\ufeffIndia", "IN"),
        ("«Россия»", "RU"), ("“Sri Lanka”", "LK"), ("Guinea\u2212Bissau", "GW"), ("Guinea\u2013Bissau", "GW"), ("پاكستان", "PK"), ("پاکستان", "PK"),
        *((f"Kazakh{unseen}stan{unseen}", "KZ") for unseen in "\u034f\u061c\u115f\u180e\u2068\u206a\u2800\u3164\ufe0f\U000e0041\U000e0101"),
        *((f"Cote d{sign}Ivoire", "CI") for sign in "'`\u00b4\u2032\u02b9\uff07"), ("الإمـارات العربيه المتحده", "AE"),
        # signs for blanks, and around initials
        ("Sri_Lanka", "LK"), ("saudi-arabia", "SA"), ("Гвинея Бисау", "GW"), ("P.R.C.", "CN"), ("P. R. China", "CN"), ("K.S.A.", "SA"), ("U. A. E.", "AE"),
        ("Hong Kong S.A.R.", "HK"), ("Hong Kong, China", "HK"), ("Macau (China)", "MO"), ("Russian Fed.", "RU"),
        # articles and two names, as lists have them
        ("Arabie saoudite (l')", "SA"), ("Afganistán (el)", "AF"), ("Birmanie/Myanmar", "MM"), ("Myanmar (formerly Burma)", "MM"), ("398", "KZ"),
        # flags
        ("🇰🇿", "KZ"), ("🇰🇿 Kazakhstan", "KZ"), ("🇫🇷", "FR"), ("🇨🇳️", "CN"), ("🇰🇷 Korea", "KR"), ("Kazakhstan 🇰🇿", "KZ"),
        # traditional characters
        ("中華人民共和國", "CN"), ("蒙古國", "MN"), ("烏茲別克斯坦", "UZ"), ("俄羅斯聯邦", "RU"),
        # forms of state in other languages, where they are the country's own
        ("Монгол Улс", "MN"), ("Rusya Federasyonu", "RU"), ("Қазақстан Республикасы", "KZ"), ("Ҷумҳурии Тоҷикистон", "TJ"),
        ("République de Turquie", "TR"), ("Republik Kasachstan", "KZ"), ("República de la India", "IN"), ("جمهوری اسلامی ایران", "IR"),
        ("カザフスタン共和国", "KZ"), ("Türkiye Cumhuriyeti", "TR"), ("Кыргыз Республикасы", "KG"), ("O'zbekiston Respublikasi", "UZ"),
        ("دولة الإمارات العربية المتحدة", "AE"), ("روسيا الاتحادية", "RU"), ("Бүгд Найрамдах Хятад Ард Улс", "CN"), ("ロシア連邦", "RU"),
        ("Бүгд Найрамдах Казахстан Улс", "KZ"), ("尼泊尔联邦民主共和国", "NP"),
        # short and former names
        ("США", "US"), ("КНР", "CN"), ("터키", "TR"), ("الإمارات", "AE"), ("المالديف", "MV"), ("Vitryssland", "BY"), ("Macedonia", "MK"),
        ("République Française", "FR"), ("Bundesrepublik Deutschland", "DE"), ("Орос улс", "RU"), ("Beyaz Rusya", "BY"), ("Italian Republic", "IT"), ("Киргизская Республика", "KG"), ("Мальдивские Острова", "MV"),
    ],
)  # fmt: skip
def test_a_name_is_known_in_the_forms_in_which_it_is_written(words, code):
    """By a command, and by a question that has it in a sentence where it has no brackets of its own."""
    assert find_country(DATA, words) == find_subject(DATA, words) == code


@each(
    ("words", "codes"),
    [("Guyane", ("GF", "GY")), ("the Congo", ("CG", "CD")), ("Nigeri", ("NE", "NG")), ("🇫🇷 Kazakhstan", ("FR", "KZ")), ("China (Taiwan)", ("CN", "TW")), ("India, Pakistan", ("IN", "PK"))],
)  # fmt: skip
def test_a_name_of_two_countries_is_refused_with_both(words, codes):
    """Also two names that are not of one country."""
    problem = refusal(words)
    assert isinstance(problem, Ambiguous)
    assert problem.near == codes


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("Kingdom of France", ("France",)), ("Republic of China", ("China",)), ("Islamic State of Iraq", ("Iraq", "Iran")),
        ("Republic of Moldovva", ("Moldova",)), ("Republic of Tukraine", ("Ukraine",)), ("State of Qatr", ("Qatar",)),
        ("Королевство Франция", ("France",)), ("République Françoise", ("France",)),
    ],
)  # fmt: skip
def test_a_form_of_state_is_no_part_of_what_is_near(words, near):
    """One that is not the country's own is not passed over, but what is suggested is what the rest of the name is near to."""
    problem = refusal(words)
    assert not isinstance(problem, Ambiguous)
    assert problem.near[: len(near)] == near


@each(
    "words",
    [
        "N/A",
        "n. a.",
        ",",
        "()",
        "(,)",
        "a (b)",
        "🇽🇽",
        "🇽🇽 India",
        "Republic",
        "Kingdom of",
        "Республика",
        "共和国",
        "the",
        "Iran, Pakistan, India",
    ],
)
def test_what_is_left_of_no_name_is_none(words):
    """Signs, forms of state and flags of nowhere."""
    assert not isinstance(refusal(words), Ambiguous)


@each(
    "words",
    [
        "中" + "共和国" * 2_000,
        "🇫🇷" * 3_000,
        "🇫🇷 " * 500 + "India",
        "Republic of " * 300 + "France",
        "(" * 5_000,
        "a," * 5_000,
        "x (x)" * 2_000,
    ],
)
def test_what_has_no_end_is_no_name(words):
    """However often something stands around it that may stand around a name."""
    assert not isinstance(refusal(words), Ambiguous)


def test_a_flag_of_an_organisation_is_refused_as_one():
    """The European Union has a flag among those of countries."""
    assert "is an organisation, the European Union" in str(refusal("🇪🇺"))


@each(
    ("question", "country"),
    [("Is 🇫🇷 a member?", "FR"), ("is Frankreich a member?", "FR"), ("Is Rusya Federasyonu a member?", "RU"), ("Is Korea, Republic of, a member?", "KR"), ("is 터키 a member?", "TR")],
)  # fmt: skip
def test_a_question_may_have_a_flag_or_a_name_of_any_language(question, country):
    """As a command may."""
    assert read(DATA, question, "2026-01-01").query.countries == (country,)


def test_a_word_in_small_letters_is_no_name_of_another_language():
    """German calls Iceland 'Island': an island it is not."""
    with pytest.raises(NotUnderstood):
        read(DATA, "Is the island a member?", "2026-01-01")
