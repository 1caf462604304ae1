"""A changed copy of the data set is refused, each fault with its place, or the change is one that only a source can tell."""

import json
import re
from itertools import cycle, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from each import each
from mutants import CHANGES, TEXT, UNFIT, WHOLE_TEXT, Field, every_field, fields, put, spelled, value_at, with_value
from mutants import WHOLE as FIELDS
from scocli.invariants import Fault
from scocli.validation import arrange, dump, parse, validate

WORDS = {
    "Abbreviations.*", "Absence.note", "Absence.role", "Absence.session", "Application.outcome", "Body.city", "Body.name",
    "Category.label", "Category.meaning", "Category.plural", "Charter.city", "Claim.value", "Conflict.about",
    "Conflict.brief", "Conflict.chosen", "Conflict.why", "Country.official_name", "Data.licence", "Delegation.role",
    "Delegation.session", "Founding.document", "Memorandum.city", "Names.*", "Naming.note", "Organization.name",
    "Organization.role", "OrganizationFacts.website", "Predecessor.name", "PredecessorSummit.city", "PlannedSummit.note",
    "Source.publisher", "Source.url", "Summit.theme", "*.note", "Agreement.*", "Body.id", "Body.meets", "Body.task",
    "Clause.text", "DecisionMaking.rule", "DecisionMaking.text", "Meeting.theme", "OtherName.name", "Spirit.city",
    "Statement.text", "WrittenName.ru", "WrittenName.zh",
}  # fmt: skip
"""Words and addresses that nothing else in the file repeats: any others may be the right ones."""
CODES = {
    "Application.category", "Chairmanship.basis", "Country.alpha3", "Coverage.*", "Source.kind", "Source.language",
    "SecretaryGeneral.country", "Body.country", "Languages.codes", "Body.stage", "Clause.article", "DecisionMaking.article",
    "OtherName.language",
}  # fmt: skip
"""Codes of which another may be the right one."""
DAYS = {
    "Application.date", "Body.agreement", "Body.since", "Charter.in_force", "Charter.signed", "Data.through", "Memorandum.date",
    "PlannedSummit.end", "PlannedSummit.start", "PredecessorSummit.date", "SecretaryGeneral.since", "SecretaryGeneral.until",
    "Source.published", "Director.last_named", "Director.since", "Director.until", "Meeting.end", "Spirit.declared",
}  # fmt: skip
"""Dates of which others, within the bounds that the rules set, may be the right ones."""
ORDERS = {
    "*.sources", "Conflict.claims", "Conflict.concerns", "Data.categories", "Data.conflicts", "Data.planned_summits",
    "Summit.absences", "Summit.decisions", "Summit.delegations", "Summit.documents", "Summit.organizations",
    "OrganizationFacts.agreements", "OrganizationFacts.aims", "OrganizationFacts.bodies", "Spirit.elements",
    "Spirit.elements_zh",
}  # fmt: skip
"""Lists without an order, or with one that only a source can tell."""
OPTIONAL = {
    "Absence.person", "Absence.role", "Absence.session", "Body.agreement", "Conflict.brief", "Conflict.involves",
    "Country.aliases", "Country.demonyms", "Delegation.leader", "Delegation.session", "Memorandum.city", "Organization.participant",
    "Organization.role", "Person.aliases", "Source.published", "StatusPeriod.memorandum", "Summit.absences",
    "Summit.documents", "Summit.organizations", "Summit.theme", "*.note", "Agreement.city", "Agreement.date", "Body.decided",
    "Body.meets", "Body.stage", "Body.task", "Director.country", "Director.last_named", "Director.until", "Meeting.absences",
    "Meeting.chair_basis", "Meeting.documents", "Meeting.theme", "WrittenName.ru", "WrittenName.zh",
    *(f"OrganizationFacts.{name}" for name in ("decision_making", "meaning", "sco_day", "shanghai_spirit")),
}  # fmt: skip
"""What a record may lack: the file then says less, and contradicts nothing."""
LISTS = {
    "Naming.written",
    "Data.planned_heads_of_government_meetings",
    *(f"OrganizationFacts.{name}" for name in ("aims", "other_names", "principles", "rats_directors")),
}
"""Lists that a data set may lack."""
HARMLESS = {
    "another": WORDS | CODES | DAYS | ORDERS,
    "dropped": OPTIONAL | LISTS,
    "null": OPTIONAL,
    "empty": {
        *LISTS,
        "Meeting.absences",
        "Meeting.documents",
        "Conflict.involves",
        "Country.aliases",
        "Country.demonyms",
        "Person.aliases",
        "Summit.absences",
        "Summit.documents",
        "Summit.organizations",
    },
}
"""The changes of which the file cannot tell that they are wrong; only its sources can."""


def is_harmless(field: Field, change: str) -> bool:
    listed = HARMLESS.get(change, set())
    return bool({str(field), f"{field.kind.__name__}.*", f"*.{field.name}"} & listed)


def changes(field: Field) -> dict[str, object]:
    """What one of the places of a field holds after each change to it."""
    old = value_at(FIELDS, field.path)
    found = {change: make(old, field.choices) for change, make in CHANGES.items()}
    return {change: new for change, new in found.items() if new is not UNFIT and new != old}


def text_of(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


def are_well_put(faults: list[Fault]) -> bool:
    """Whether faults have a place, and words of the program's own."""
    return all(fault.place and " should be " not in fault.problem for fault in faults)


def let_through(change: str, made: dict[Field, object]) -> set[Field]:
    """The fields of which a change makes no malformed record, when all of one depth are changed at once.

    Faults of form are found apart from each other, so that hundreds of changes can be held against the models together.
    """
    passed = set(made)
    for depth in {len(field.path) for field in made}:
        data, places = FIELDS, {}
        for field in (field for field in made if len(field.path) == depth):
            data = with_value(data, field.path, made[field])
            places[spelled(field.path)] = field
        found = validate(text_of(data))
        assert are_well_put(found)
        assert change != "of the wrong type" or {fault.place for fault in found} >= set(places)
        for fault in found:
            passed -= {field for place, field in places.items() if re.match(rf"{re.escape(place)}(?!\w)", fault.place)}
    return passed


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_to_a_field_is_refused_or_harmless(change):
    """Dropped, null, of another type, empty or another value: refused with a place, unless only a source can tell.

    What is well formed, and is not listed as harmless, is held against the other records one by one: one broken rule could
    hide that another is not.
    """
    made = {field: found[change] for field in every_field() if change in (found := changes(field))}
    for field in let_through(change, made):
        if not is_harmless(field, change):
            found = validate(text_of(with_value(FIELDS, field.path, made[field])))
            assert found, f"{spelled(field.path)} {change} is let through"
            assert are_well_put(found)


def test_the_changes_to_fields_are_many():
    """More than 500 changes are tried, and are not listed as harmless."""
    assert sum(not is_harmless(field, change) for field in every_field() for change in changes(field)) > 500


@each("listed", sorted(WORDS | CODES | DAYS | ORDERS | OPTIONAL | LISTS))
def test_what_is_listed_as_harmless_is_a_field(listed):
    """No rule on harmless changes is left over from a field that is gone."""
    kind, _, name = listed.partition(".")
    assert any(kind in ("*", field.kind.__name__) and name in ("*", field.name) for field in every_field())


def test_a_key_that_is_no_field_is_refused_in_every_kind_of_record():
    """Records are closed; each unknown key is told of at its place, all at once."""
    data, places = FIELDS, set()
    for field in {field.kind: field for field in every_field()}.values():
        path = (*field.path[:-1], "remark")
        data = with_value(data, path, "text")
        places.add(spelled(path))
    assert {str(fault) for fault in validate(text_of(data))} == {
        f"{place}: is no field of this record" for place in places
    }


UNFIT_TEXTS = ("{}\x1b[2J", "{}\n", " {}", "{} ", "{}\u202e", "{}\u200b", "{}  x", "{}\u00a0x", "{}\x85", "")


@pytest.mark.parametrize(
    "first", [0, *(pytest.param(turn, marks=pytest.mark.slow) for turn in range(1, len(UNFIT_TEXTS)))]
)
def test_text_that_cannot_be_shown_as_it_is_is_refused_in_every_field(first):
    """Control, bidirectional and invisible characters, spaces at the ends or in a row, and nothing at all, in turn."""
    texts = [field for field in every_field() if isinstance(value_at(FIELDS, field.path), str) and not field.choices]
    data = FIELDS
    for field, broken in zip(texts, islice(cycle(UNFIT_TEXTS), first, None), strict=False):
        data = with_value(data, field.path, broken.format(value_at(FIELDS, field.path)))
    found = validate(text_of(data))
    assert {fault.place for fault in found} == {spelled(field.path) for field in texts}
    assert all(fault.problem.startswith("is ") for fault in found)


ORDINAL = '"ordinal": 1,'
UNREADABLE = {
    "nothing": ("", "is not JSON: Expecting value"),
    "cut off": (TEXT[: len(TEXT) // 2], "is not JSON: "),
    "more behind it": (TEXT + "{}", "is not JSON: Extra data"),
    "a byte order mark": ("\ufeff" + TEXT, "is not JSON: Unexpected UTF-8 BOM"),
    "a line break in a text": (
        TEXT.replace("Shanghai Five", "Shanghai\nFive", 1),
        "is not JSON: Invalid control character",
    ),
    "a number of 5000 digits": (
        TEXT.replace(ORDINAL, f'"ordinal": {"1" * 5000},'),
        "is not JSON: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits",
    ),
    "brackets": ("[" * 100_000, "is nested too deeply"),
    "braces": ('{"a":' * 100_000, "is nested too deeply"),
    "brackets in a field": (TEXT.replace(ORDINAL, f'"ordinal": {"[" * 99_999}{"]" * 99_999},'), "is nested too deeply"),
    "a list": ("[]", "is not an object"),
    "a number": ("NaN", "is not an object"),
    "null": ("null", "is not an object"),
    "a key twice": (TEXT.replace('"through"', '"through": "2024-01-01", "through"', 1), "has the key 'through' twice"),
    "a key that is not Unicode": (TEXT.replace('"through"', r'"\udfff": 1, "through"', 1), "is not valid Unicode"),
}
MALFORMED = {
    "NaN": (ORDINAL, '"ordinal": NaN,', "summits[0].ordinal: is not a whole number"),
    "infinity": (ORDINAL, '"ordinal": -Infinity,', "summits[0].ordinal: is not a whole number"),
    "a number that overflows": (ORDINAL, '"ordinal": 1e999,', "summits[0].ordinal: is not a whole number"),
    "a fraction": (ORDINAL, '"ordinal": 1.0,', "summits[0].ordinal: is not a whole number"),
    "a truth value": (ORDINAL, '"ordinal": true,', "summits[0].ordinal: is not a whole number"),
    "nought": (ORDINAL, '"ordinal": 0,', "summits[0].ordinal: is too small"),
    "NaN for a text": ('"Shanghai Five"', "NaN", "organization.predecessor.name: is not text"),
    "NaN in an unknown key": (ORDINAL, f'{ORDINAL} "odds": NaN,', "summits[0].odds: is no field of this record"),
    "nesting that JSON allows": (ORDINAL, f'"ordinal": {"[" * 500}{"]" * 500},', "summits[0].ordinal: is not a whole number"),
    "a key twice": (ORDINAL, ORDINAL * 2, "summits[0]: has the key 'ordinal' twice"),
    "a key twice instead of a list": ('"aliases": [', '"aliases": {"a": 1, "a": 2}, "x": [', "countries[0].aliases: has the key 'a' twice"),
    "a source twice": ('"24kg-120716": {', '"24kg-120716": {}, "24kg-120716": {', "sources: has the key '24kg-120716' twice"),
    "a key twice, escaped": (ORDINAL, rf'"ordin\u0061l": 1, {ORDINAL}', "summits[0]: has the key 'ordinal' twice"),
    "half a character": ('"Shanghai Five"', r'"Shanghai \ud800"', "organization.predecessor.name: is not valid Unicode"),
    "half a character in a key": (ORDINAL, rf'{ORDINAL} "\ud800": 1,', "summits[0]: is not valid Unicode"),
    "a key that would drive the terminal": (ORDINAL, rf'{ORDINAL} "\u001b[2J\n": 1,', r"summits[0].'\x1b[2J\n': is no field of this record"),
    "an id that is none": ('"24kg-120716": {', '"24kg 120716": {', "sources.'24kg 120716': is not small letters and digits, with single dots or hyphens between them"),
    "a day that is none": ('"2023-07-15"', '"2023-02-29"', "countries[5].statuses[0].memorandum.date: is no day of the calendar"),
    "a day in another form": ('"2001-06-15"', '"15.6.2001"', "organization.founded.date: is not a day of the form YYYY-MM-DD"),
    "a day of other digits": ('"2001-06-15"', '"2001-06-١٥"', "organization.founded.date: is not a day of the form YYYY-MM-DD"),
    "a word that is none of those": ('"founding"', '"found"', "countries[7].statuses[0].basis: is not 'founding', 'granted' or 'merged'"),
    "what is not sorted": ('"U.A.E.",\n    "UA Emirates",', '"UA Emirates",\n    "U.A.E.",', "countries[0].aliases[3]: stands behind what it should stand before; tools/regenerate.py puts the file in order"),
    "what is named twice": ('"UA Emirates",', '"UA Emirates",\n    "UA Emirates",', "countries[0].aliases: names something twice"),
    "a host with a dot at its end": ('"https://eng.sectsco.org/"', '"https://eng.sectsco.org./"', "organization.website: is not an address: http:// or https://, a host in small letters without port or dot at its end, a path"),
    "an address that is none": ('"https://eng.sectsco.org/"', '"javascript:alert(1)"', "organization.website: is not an address: http:// or https://, a host in small letters without port or dot at its end, a path"),
}  # fmt: skip


@each(("text", "problem"), UNREADABLE.values())
def test_text_that_is_no_data_set_is_refused_in_one_line(text, problem):
    """Where nothing can be read, one fault says why."""
    (fault,) = validate(text)
    assert fault.place == ""
    assert fault.problem.startswith(problem)
    assert "\n" not in str(fault)
    assert "sys." not in str(fault)


MORE = "; more may follow, as some rules need what is malformed"


@pytest.mark.parametrize(("old", "new", "fault"), MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_record_is_refused_at_its_place(old, new, fault):
    """What JSON or its reader would let through is refused, in plain words, with nothing that drives a terminal."""
    assert old in TEXT
    found = [str(fault) for fault in validate(TEXT.replace(old, new, 1))]
    assert fault in (line.removesuffix(MORE) for line in found)
    assert all(line.isprintable() for line in found)


def test_all_malformed_records_are_told_of_at_once():
    """Keys that stand twice, then faults of several kinds in several records, in order of the file, and first."""
    text = (
        TEXT.replace(ORDINAL, ORDINAL * 2, 1)
        .replace('"Shanghai Five"', "5", 1)
        .replace('"24kg-120716": {', '"X": {', 1)
    )
    assert [fault.place for fault in validate(text)][:3] == ["summits[0]", "organization.predecessor.name", "sources.X"]


def test_a_key_that_stands_twice_hides_nothing_else():
    """Neither at the top of the file nor in a record: what is malformed beside it, and which rules are broken."""
    text = TEXT.replace('"through"', '"through": "2024-01-01", "through"', 1)
    text = text.replace('"alpha3": "AFG"', '"alpha3": "ARM"', 1)
    broken = ["countries[2].alpha3", "countries[2]"]
    assert [fault.place for fault in validate(text)] == ["", *broken]
    text = text.replace(ORDINAL, '"ordinal": "x", "ordinal": "y",', 1)
    assert [fault.place for fault in validate(text)] == ["", "summits[0]", "summits[0].ordinal", *broken]


def test_malformed_records_and_broken_rules_are_told_of_in_one_run():
    """A rule is left out only where it needs what is malformed: what is wrong elsewhere need not wait for the next run."""
    data = fields()
    put(data, "summits[2024-astana].start", "July")
    put(data, "summits[2023-new-delhi].ordinal", 7)
    put(data, "countries[AZ].alpha3", "ARM")
    put(data, "persons[+]", {"name": "Nobody"})
    del data["summits"][3]["coverage"]
    found = {fault.place for fault in validate(text_of(data))}
    places = {"summits[23].start", "summits[3].coverage", "summits[22].ordinal", "countries[3].alpha3"}
    assert found >= places
    assert not any(place.startswith("sources.") for place in found)


def test_a_malformed_day_hides_no_other_that_is_too_late():
    """A rule on all days goes on beside one that is malformed; where a rule cannot go on, it is said that more may follow."""
    data = fields()
    put(data, "summits[2025-tianjin].start", "in August")
    put(data, "through", "2025-08-01")
    found = validate(text_of(data))
    assert found[0] == ("summits[24].start", f"is not a day of the form YYYY-MM-DD{MORE}")
    late = {fault.place for fault in found if "is after `through`" in fault.problem}
    assert {"summits[24].end", "organization.chairmanships[22].since"} <= late
    (alone,) = validate(text_of(with_value(FIELDS, ("summits", 24, "theme"), 5)))
    assert alone.problem == "is not text"


@pytest.mark.parametrize(
    "path", [("summits", 3, "id"), ("organization", "charter"), ("persons",), ("applications", 2)], ids=spelled
)
def test_what_needs_a_malformed_field_is_not_said(path):
    """A summit whose id is no id is missed by nobody who names it, nor a source by a record that cannot be read."""
    assert [fault.place for fault in validate(text_of(with_value(FIELDS, path, 5)))] == [spelled(path)]


def test_the_order_of_a_file_is_one_fault_and_a_tool_mends_it():
    """However much stands where it should not; what has a key twice is left as it is, for its fault to be told."""
    data = fields()
    for name in ("countries", "persons", "applications", "summits"):
        data[name].reverse()
    data["sources"] = dict(reversed(data["sources"].items()))
    data["countries"][-1]["aliases"].reverse()
    in_order = [fault for fault in validate(text_of(data)) if "stands behind" in fault.problem]
    assert len(in_order) == 1
    assert dump(parse(arrange(text_of(data)))) == dump(parse(TEXT))
    assert arrange('{"a": 1, "a": 2}') == '{"a": 1, "a": 2}'
    assert arrange("{") == "{"


KEYS = [found.start() for found in re.finditer(r'"[a-z_]+": ', TEXT)]


@given(
    st.sampled_from(KEYS),
    st.sampled_from(["", " ", "\n\t \r"]),
    st.booleans(),
    st.sampled_from(["", r" \":", r" \u0022:"]),
)
def test_a_key_that_is_repeated_is_found_however_it_is_written(place, space, escaped, beside):
    """With spaces before its colon, with an escape for a letter, beside a text that has a quotation mark before a colon."""
    key, _, rest = TEXT[place:].partition(": ")
    written = f'{key[:-2]}\\u{ord(key[-2]):04x}"' if escaped else key
    text = f"{TEXT[:place]}{written}{space}: null, {key}{space}: {rest}".replace('CC0-1.0"', f'CC0-1.0{beside}"')
    assert any("twice" in fault.problem for fault in validate(text))


@pytest.mark.parametrize(
    "text", [TEXT, json.dumps(FIELDS), json.dumps(FIELDS, ensure_ascii=False, separators=(",", " : "))]
)
def test_what_holds_holds_in_any_spelling(text):
    """Spaces and escapes are nothing to the records, even where they hide whether a key is repeated."""
    assert parse(text) == parse(TEXT if text == TEXT else WHOLE_TEXT)
    assert not isinstance(parse(text), list)


def test_what_holds_is_read_once(monkeypatch):
    """A file that is plain is not parsed a second time for its faults."""
    monkeypatch.setattr(json, "loads", lambda *_, **__: pytest.fail("was parsed again"))
    assert validate(TEXT) == []


def test_repeats_among_very_many_are_found_soon():
    """A key and a source that stand at the end of 50,000 others and again: the time is not that of every pair."""
    keys = ",".join(f'"k{number}": 1' for number in range(50_000))
    assert str(validate(f'{{{keys}, "k49999": 2}}')[0]) == "has the key 'k49999' twice"
    names = [f"k{number}" for number in range(50_000)]
    found = validate(text_of(with_value(FIELDS, ("naming", "sources"), [*names, "k49999"])))
    assert "naming.sources[50000]: 'k49999' is named twice" in map(str, found)
