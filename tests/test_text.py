"""How words are compared, and how text from outside is made safe to show."""

import os
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from each import each
from mutants import FIELDS
from scocli.text import fold, listed, path_called, visible

any_text = st.text(st.characters())  # surrogates too
NAMES = [name for country in FIELDS["countries"] for name in (*country["names"].values(), *country.get("aliases", ()))]
NAMES += [name for person in FIELDS["persons"] for name in (person["name"], *person.get("aliases", ()))]


@given(any_text)
@example("İ")
@example("ŉ")
@example("ß")
@example("ﬁ")
@example("\ufe58")
@example("Ă\u0300 b")
@example("\u1112\u1161\u11ab")
def test_folding_twice_is_folding_once(words):
    """A folded name is equal to itself."""
    assert fold(fold(words)) == fold(words)


@given(any_text)
@example("\ud800")
@example("é\udcff")
def test_every_text_can_be_the_name_of_a_file(words):
    """Also one that no argument of a command line can be: the system says whether there is such a file."""
    assert os.fsencode(path_called(words)) or not words


@given(st.sampled_from(NAMES), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_case_accents_and_form_do_not_tell_names_apart(name, form):
    """Upper, lower and title case, composed and decomposed, with marks and without, with more space."""
    bare = "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))
    for spelling in (
        name.upper(),
        name.lower(),
        name.title(),
        unicodedata.normalize(form, name),
        bare,
        f"  {name.replace(' ', '  ')} ",
    ):
        assert fold(spelling) == fold(name)


@each(
    ("words", "folded"),
    [
        ("TÜRKİYE", "turkiye"),
        (" türkiye ", "turkiye"),
        ("Xi’an", "xi'an"),
        ("Oʻzbekiston", "o'zbekiston"),
        ("Sri–Lanka", "sri-lanka"),
        ("Ёлкин", "елкин"),
        ("Ałma\u00a0Đata\tØ", "alma data o"),
        ("中国", "中国"),
        ("", ""),
        (" \t\n", ""),
    ],
)
def test_what_a_name_is_compared_by(words, folded):
    """No case, no marks, plain quotes and hyphens, single spaces."""
    assert fold(words) == folded


def test_names_that_differ_stay_apart():
    """Folding joins no two countries or persons of the data set that share no spelling."""
    owners: dict[str, set[str]] = {}
    for country in FIELDS["countries"]:
        for name in (country["code"], country["alpha3"], *country["names"].values(), country["official_name"]):
            owners.setdefault(fold(name), set()).add(country["code"])
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


@given(any_text)
@example("\n")
@example("\x1b[2J\x07\x9b31m")
@example("a\u202eb\u2066c\u200bd\ufeff")
@example("\ud800")
@example("\u2028\u2029\x85\x0b\x0c")
def test_nothing_that_drives_a_terminal_or_breaks_a_line_is_let_through(text):
    """What is shown is one line of characters that can be seen, and can be written in UTF-8."""
    shown = visible(text)
    assert shown.isprintable()
    assert not any(unicodedata.category(char)[0] == "C" for char in shown)
    assert len(shown.splitlines()) == (1 if shown else 0)
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert visible(shown) == shown


@given(any_text)
def test_what_can_be_seen_is_shown_as_it_is(text):
    """Only the other characters are written out, so that nothing is lost."""
    assert (visible(text) == text) == text.isprintable()
    assert visible(text).startswith(
        text[: next((i for i, char in enumerate(text) if not char.isprintable()), len(text))]
    )


@given(st.lists(st.text("abcdefgh", min_size=1), max_size=6), st.sampled_from(["and", "or"]))
def test_items_are_listed_as_in_a_sentence(items, last):
    """Every item once, in order, the last behind its word."""
    said = listed(items, last)
    assert said.replace(f" {last} ", ", ").split(", ") == (items or [""])
    assert said.count(f" {last} ") == (len(items) > 1)
    assert listed(tuple(items), last) == said


def test_a_list_of_three():
    """'A, B and C', without a comma before 'and'."""
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert listed(["A", "B"], "or") == "A or B"
    assert listed(["A"]) == "A"
    assert listed([]) == ""
