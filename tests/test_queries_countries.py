"""`sco list`: countries by status, event and condition, against sets drawn from the file alone."""

from collections import Counter

import pytest

from facts import (
    CAME,
    CATEGORIES,
    COUNTRIES,
    DATA,
    FOUNDERS,
    HELD,
    ORGANIZATION,
    SUMMITS,
    THROUGH,
    TODAY,
    absent,
    ask,
    attended,
    held_between,
    holders,
    in_text,
    name,
    named,
    place,
    sources,
    status,
    table,
    value,
    visits,
)  # fmt: skip
from mutants import FIELDS
from scocli.queries.attendance import Attendance
from scocli.queries.base import QueryError
from scocli.queries.countries import Countries

EVERYBODY = set(COUNTRIES)
HOSTS = Counter(summit["country"] for summit in SUMMITS.values())
CHAIRS = Counter(summit["chair_country"] for summit in SUMMITS.values())
APPLICATIONS = FIELDS["applications"]
MEMORANDA = [held for held in HELD if "memorandum" in held.record]
WORDS = {
    "member": "member states",
    "observer": "observers",
    "dialogue-partner": "dialogue partners",
    "partner": "SCO partners",
}


def gained(*categories: str, first: str = "", last: str = "9999") -> set[str]:
    """Who got one of some categories in a period."""
    return {held.country for held in HELD if held.category in categories and first <= held.since <= last}


def lost(*categories: str, first: str = "", last: str = "9998") -> set[str]:
    """Who ceased to hold one of some categories in a period."""
    return {held.country for held in HELD if held.category in categories and first <= held.until <= last}


def ever(*categories: str) -> set[str]:
    """Who ever held one of some categories."""
    return gained(*categories)


BY_CATEGORY = {
    "one category": ({"category": ("member",)}, holders("member")),
    "either of two": ({"category": ("member", "partner")}, holders("member") | holders("partner")),
    "on a day": ({"category": ("observer",), "on": "2016-06-01"}, holders("observer", "2016-06-01")),
    "at the end of a year": ({"category": ("observer",), "on": "2004"}, {"MN"}),
    "on the eve of a change": ({"category": ("member",), "on": "2017-06-08"}, FOUNDERS),
    "on the day of a change": ({"category": ("member",), "on": "2017-06-09"}, FOUNDERS | {"IN", "PK"}),
    "before the founding": ({"category": ("member",), "on": "2001-06-14"}, set()),
}
BY_EVENT = {
    "gained": ({"event": "gained", "category": ("member",)}, gained("member")),
    "gained since": ({"event": "gained", "category": ("member",), "first": "2001-06-16"}, {"BY", "IN", "IR", "PK"}),
    "gained until": ({"event": "gained", "category": ("member",), "last": "2001"}, FOUNDERS),
    "gained on the first and last day": ({"event": "gained", "first": "2024-07-04", "last": "2024-07-04"}, {"BY"}),
    "gained between": ({"event": "gained", "first": "2021", "last": "2022"}, {"EG", "QA", "SA", "BH", "KW", "MM", "MV", "AE"}),
    "gained at a summit": ({"event": "gained", "at": "2015-ufa"}, {"BY", "AM", "AZ", "KH", "NP"}),
    "gained one of two at a summit": ({"event": "gained", "category": ("observer",), "at": "2015-ufa"}, {"BY"}),
    "lost": ({"event": "lost", "category": ("observer",)}, lost("observer")),
    "lost in a year": ({"event": "lost", "category": ("observer",), "first": "2017", "last": "2017"}, {"IN", "PK"}),
    "lost before the merger": ({"event": "lost", "category": ("dialogue-partner",), "last": "2025-08-31"}, {"BY"}),
    "lost at a summit": ({"event": "lost", "at": "2024-astana", "category": ("observer",)}, {"BY"}),
    "lost for another is not lost": ({"event": "lost"}, set()),
    "lost by nobody": ({"event": "lost", "category": ("member",)}, set()),
    "ever": ({"event": "ever", "category": ("observer",)}, ever("observer")),
    "ever in a period": ({"event": "ever", "category": ("observer",), "first": "2018", "last": "2020"}, {"AF", "BY", "IR", "MN"}),
    "ever until a day": ({"event": "ever", "category": ("observer",), "on": "2012-06-06"}, {"IN", "IR", "MN", "PK"}),
    "throughout": ({"event": "throughout", "category": ("observer",), "first": "2013", "last": "2014"}, holders("observer", "2013-06-01")),
    "throughout, from its first day to its last": (
        {"event": "throughout", "category": ("observer",), "first": "2005-07-05", "last": "2017-06-08"},
        {"IN", "IR", "MN", "PK"},
    ),
    "throughout, but for the first day": ({"event": "throughout", "category": ("observer",), "first": "2005-07-04", "last": "2016"}, {"MN"}),
    "throughout, but for the last day": (
        {"event": "throughout", "category": ("observer",), "first": "2006", "last": "2017-06-09"},
        {"IR", "MN"},
    ),
    "throughout, one after the other": (
        {"event": "throughout", "category": ("observer", "member"), "first": "2006", "last": "2020"},
        FOUNDERS | {"IN", "IR", "MN", "PK"},
    ),
    "throughout, with a time between": (
        {"event": "throughout", "category": ("dialogue-partner", "member"), "first": "2010", "last": "2024"},
        FOUNDERS | {"LK"},
    ),
    "throughout all of time": ({"event": "throughout", "category": ("member",)}, FOUNDERS),
    "throughout a time before the founding": ({"event": "throughout", "category": ("member",), "last": "2000"}, set()),
    "throughout a time that the data do not reach": ({"event": "throughout", "category": ("member",), "first": "2027"}, set()),
    "ever on the last day only": ({"event": "ever", "category": ("observer",), "first": "2017-06-08", "last": "2017-06-08"}, {"AF", "BY", "IN", "IR", "MN", "PK"}),
    "ever, not on the day it ended": ({"event": "ever", "category": ("observer",), "first": "2017-06-09", "last": "2017-06-09"}, {"AF", "BY", "IR", "MN"}),
    "applied": ({"event": "applied"}, {asked["country"] for asked in APPLICATIONS}),
    "applied for a category": ({"event": "applied", "category": ("observer",)}, {asked["country"] for asked in APPLICATIONS if asked["category"] == "observer"}),
    "applied in a year": ({"event": "applied", "first": "2011", "last": "2011"}, {"AF", "TR"}),
    "procedure": ({"event": "procedure"}, {held.country for held in HELD if "procedure_started" in held.record}),
    "procedure in a year": ({"event": "procedure", "first": "2021", "last": "2021"}, {"IR"}),
    "procedure at a summit": ({"event": "procedure", "at": "2022-samarkand"}, {"BY"}),
    "memorandum": ({"event": "memorandum"}, {held.country for held in MEMORANDA}),
    "memorandum of a category": ({"event": "memorandum", "category": ("member",)}, {held.country for held in MEMORANDA if held.category == "member"}),
    "memorandum in a city": ({"event": "memorandum", "city": "Goa"}, {held.country for held in MEMORANDA if held.record["memorandum"].get("city") == "Goa"}),
    "memorandum in a year": ({"event": "memorandum", "first": "2016", "last": "2016"}, {held.country for held in MEMORANDA if held.record["memorandum"]["date"][:4] == "2016"}),
}  # fmt: skip
BY_CONDITION = {
    "founders": ({"founders": True}, FOUNDERS),
    "members that are no founders": ({"category": ("member",), "no_founders": True}, {"BY", "IN", "IR", "PK"}),
    "members that were observers": ({"category": ("member",), "formerly": ("observer",)}, {"BY", "IN", "IR", "PK"}),
    "members that were dialogue partners": ({"category": ("member",), "formerly": ("dialogue-partner",)}, {"BY"}),
    "observers that later were members do not count": ({"category": ("observer",), "on": "2016", "formerly": ("member",)}, set()),
    "formerly what is held now does not count": ({"category": ("member",), "formerly": ("member",)}, set()),
    "gained, formerly something": ({"event": "gained", "category": ("observer",), "formerly": ("dialogue-partner",)}, {"BY"}),
    "never held": ({"category": ("member",), "never": ("observer",)}, FOUNDERS),
    "never held up to the day": ({"category": ("observer",), "on": "2016", "never": ("member", "dialogue-partner")}, {"AF", "IN", "IR", "MN", "PK"}),
    "partners that were observers on another day": ({"category": ("partner",), "was": ("observer",), "was_on": "2020"}, {"AF", "MN"}),
    "members that were not yet": ({"category": ("member",), "was": ("observer",), "was_on": "2017-06-08"}, {"BY", "IN", "IR", "PK"}),
    "hosted": ({"hosted": True}, set(HOSTS)),
    "hosted in a period": ({"hosted": True, "first": "2016", "last": "2019"}, {"CN", "KG", "KZ", "UZ"}),
    "members that never hosted": ({"category": ("member",), "never_hosted": True}, holders("member") - set(HOSTS)),
    "founders that did not host in a period": ({"founders": True, "never_hosted": True, "first": "2016", "last": "2019"}, {"RU", "TJ"}),
    "chaired": ({"chaired": True}, set(CHAIRS)),
    "chaired, though another country hosted": ({"chaired": True, "first": "2003", "last": "2003"}, {"KZ"}),
    "hosted, though another country chaired": ({"hosted": True, "first": "2003", "last": "2003"}, {"RU"}),
    "members that never chaired": ({"category": ("member",), "never_chaired": True}, holders("member") - set(CHAIRS)),
    "hosted so often or more": ({"hosted": True, "at_least": "4"}, {code for code, times in HOSTS.items() if times >= 4}),
    "hosted so often or less": ({"hosted": True, "at_most": "3"}, {code for code, times in HOSTS.items() if times <= 3} | (holders("member") | holders("partner")) - set(HOSTS)),
    "hosted so often or less, and once": ({"hosted": True, "at_least": "1", "at_most": "3"}, {code for code, times in HOSTS.items() if times <= 3}),
    "members that hosted at most once": ({"category": ("member",), "hosted": True, "at_most": "1"}, {code for code in holders("member") if HOSTS.get(code, 0) <= 1}),
    "chaired not once": ({"category": ("member",), "chaired": True, "at_least": "0", "at_most": "0"}, holders("member") - set(CHAIRS)),
    "hosted exactly so often": ({"hosted": True, "at_least": "4", "at_most": "4"}, {code for code, times in HOSTS.items() if times == 4}),
    "chaired so often or more": ({"chaired": True, "at_least": "5"}, {code for code, times in CHAIRS.items() if times >= 5}),
    "besides": ({"category": ("member",), "besides": ("CN", "RU")}, holders("member") - {"CN", "RU"}),
    "attended any": ({"attended": "any"}, attended()),
    "attended any in a year": ({"attended": "any", "first": "2024", "last": "2024"}, attended(first="2024", last="2024~")),
    "attended none": ({"category": ("partner",), "attended": "none"}, holders("partner") - attended()),
    "attended none in a year": ({"attended": "none", "category": ("partner",), "first": "2024", "last": "2024"}, holders("partner") - attended(first="2024", last="2024~")),
    "attended all": ({"attended": "all"}, {code for code, times in Counter(came.country for came in visits()).items() if times == len(SUMMITS)}),
    "attended all in a period": ({"attended": "all", "first": "2018", "last": "2025"}, {code for code in COUNTRIES if len(visits(code, "2018")) == len(held_between("2018"))}),
    "attended as": ({"attended": "any", "capacity": ("guest",)}, attended("guest")),
    "attended as either": ({"attended": "any", "capacity": ("guest", "dialogue-partner")}, attended("guest", "dialogue-partner")),
    "attended by video": ({"attended": "any", "mode": "video"}, attended(mode="video")),
    "attended by rank": ({"attended": "any", "level": ("minister",)}, attended(level="minister")),
    "attended by either rank": ({"attended": "any", "level": ("minister", "deputy")}, attended(level="minister") | attended(level="deputy")),
    "attended by office": ({"attended": "any", "office": "emir"}, attended(role="Emir")),
    "attended so often or more": ({"attended": "any", "at_least": "20"}, {code for code in COUNTRIES if len(visits(code)) >= 20}),
    "attended so often or less": ({"attended": "any", "at_most": "1"}, {code for code in COUNTRIES if len(visits(code)) == 1} | {code for code in holders("partner") if not visits(code)}),
    "attended a summit": ({"attended_at": ("2022-samarkand",)}, attended(first="2022", last="2022~")),
    "attended two summits": ({"attended_at": ("2022-samarkand", "2019-bishkek")}, attended(first="2022", last="2022~") & attended(first="2019", last="2019~")),
    "attended a summit as": ({"attended_at": ("2022-samarkand",), "capacity": ("observer",)}, attended("observer", first="2022", last="2022~")),
    "absent from a summit": ({"missed_at": ("2025-tianjin",)}, absent(SUMMITS["2025-tianjin"])),
    "absent from two summits": ({"missed_at": ("2025-tianjin", "2024-astana")}, absent(SUMMITS["2025-tianjin"]) & absent(SUMMITS["2024-astana"])),
    "nobody is absent where nothing is recorded": ({"category": ("dialogue-partner",), "on": "2015-07-09", "missed_at": ("2015-ufa",)}, set()),
    "two conditions": ({"category": ("member",), "never_hosted": True, "no_founders": True, "formerly": ("dialogue-partner",)}, {"BY"}),
}  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "codes"),
    [*BY_CATEGORY.values(), *BY_EVENT.values(), *BY_CONDITION.values()],
    ids=[*BY_CATEGORY, *BY_EVENT, *BY_CONDITION],
)
def test_those_who_meet_the_conditions_are_listed(asked, codes):
    """As value the codes in order, and a row for each of them, whatever is asked."""
    found = ask(Countries(**asked))
    assert found.value == sorted(codes)
    rows = [row for drawn in found.tables if drawn.title == "Countries" for row in drawn.rows]
    assert sorted(row[1] for row in rows) == sorted(codes)
    assert all(row[0] == name(row[1]) for row in rows)


def test_without_a_condition_all_that_hold_a_status_are_listed_by_category():
    """The value has every category, in the order of the file, also those that nobody holds."""
    assert list(value(Countries()).items()) == [(category, sorted(holders(category))) for category in CATEGORIES]


def test_leaving_a_country_out_leaves_the_others_by_category():
    """``--besides`` is no condition that would bring in countries without a status."""
    groups = value(Countries(besides=("CN",)))
    assert groups["member"] == sorted(holders("member") - {"CN"})
    assert groups["partner"] == sorted(holders("partner"))


def test_with_a_condition_countries_without_a_status_are_listed_too():
    """Guests attended summits, and have no status to show."""
    rows = table(ask(Countries(attended="any")), "Countries")
    guests = attended() - set().union(*map(holders, CATEGORIES))
    assert {row[1] for row in rows if row[2] is None} == guests
    assert {row[1:4] for row in rows if row[2]} == {
        (held.country, held.category, held.since)
        for held in HELD
        if held.country in attended() and held.until > THROUGH
    }


def test_rows_stand_in_order_of_category_day_and_name():
    """Members before partners, the longest-standing first, and of those of one day by name."""
    rows = table(ask(Countries()), "Countries")
    ranks = list(WORDS)
    assert rows == sorted(rows, key=lambda row: (ranks.index(row[2]), row[3], place(row[1])))
    assert len(rows) == len(holders("member") | holders("partner"))


@pytest.mark.parametrize(
    ("asked", "row"),
    [
        ({"category": ("member",), "on": "2024-07-04"}, ("Belarus", "BY", "member", "2024-07-04", "Astana summit")),
        (
            {"event": "lost", "category": ("observer",)},
            ("Belarus", "BY", "observer", "2024-07-04", "until then an observer"),
        ),
        ({"event": "procedure"}, ("Belarus", "BY", "member", "2022-09-16", "procedure opened")),
        (
            {"event": "memorandum"},
            ("Azerbaijan", "AZ", "dialogue-partner", "2016-03-14", "memorandum signed in Beijing"),
        ),
        (
            {"event": "applied", "category": ("dialogue-partner",)},
            ("Türkiye", "TR", "dialogue-partner", "2011-03-23", "asked for; granted on 2012-06-07"),
        ),
        ({"event": "ever", "category": ("observer",)}, ("India", "IN", "observer", "2005-07-05", "Astana summit")),
    ],
)
def test_a_row_says_why_the_country_is_listed(asked, row):
    """The category, the day that makes it count, and what happened on it."""
    assert row in table(ask(Countries(**asked)), "Countries")


def test_a_memorandum_signed_in_a_place_that_was_not_found_has_no_detail():
    """Where the file names no city, the row names none."""
    nowhere = [held.country for held in MEMORANDA if "city" not in held.record["memorandum"]]
    rows = table(ask(Countries(event="memorandum")), "Countries")
    assert nowhere
    assert all(row[4] is None for row in rows if row[1] in nowhere)


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ({"event": "gained", "category": ("member",), "show": "first"}, FOUNDERS),
        ({"event": "gained", "category": ("member",), "show": "last"}, {"BY"}),
        ({"category": ("member",), "no_founders": True, "show": "first"}, {"IN", "PK"}),
        ({"event": "gained", "category": ("observer",), "show": "first"}, {"MN"}),
        ({"hosted": True, "show": "most"}, {code for code, n in HOSTS.items() if n == max(HOSTS.values())}),
        ({"chaired": True, "show": "most"}, {code for code, n in CHAIRS.items() if n == max(CHAIRS.values())}),
        (
            {"attended": "any", "category": ("member",), "no_founders": True, "show": "most"},
            {
                code
                for code in ("BY", "IN", "IR", "PK")
                if len(visits(code)) == max(len(visits(other)) for other in ("BY", "IN", "IR", "PK"))
            },
        ),
        ({"category": ("observer",), "on": "2003", "show": "first"}, set()),
        ({"hosted": True, "first": "2004-01-01", "last": "2004-01-02", "show": "most"}, set()),
    ],
)
def test_the_first_the_last_and_the_most_frequent_are_found(asked, codes):
    """All whose day is the first or last, or who did it most often, and nobody where nobody did."""
    assert value(Countries(**asked)) == sorted(codes)


def test_those_found_are_counted():
    """``--show count`` gives the number, with the list in the sentence."""
    found = ask(Countries(category=("member",), show="count"))
    assert (found.kind, found.value) == ("number", len(holders("member")))
    assert found.text.endswith(f"({len(holders('member'))}): {named(holders('member'))}.")


@pytest.mark.parametrize(("on", "yes"), [("2001-06-14", False), ("2001-06-15", True)])
def test_whether_there_are_any_is_told(on, yes):
    """``--show any`` gives yes or no."""
    found = ask(Countries(category=("member",), on=on, show="any"))
    assert (found.kind, found.value) == ("yes-no", yes)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ({"has": ("IN",)}, True),
        ({"has": ("TR",)}, False),
        ({"has": ("IN", "PK")}, True),
        ({"has": ("IN", "TR")}, False),
        ({"has": ("IN", "TR"), "either": True}, True),
        ({"has": ("TR", "AZ"), "either": True}, False),
        ({"has": ("TR",), "negated": True}, True),
        ({"has": ("IN", "TR"), "negated": True}, False),
        ({"has": ("IN",), "only": True}, False),
        ({"has": ("BY", "IN", "IR", "PK"), "only": True}, True),
        ({"has": ("BY", "IN", "IR", "PK", "TR"), "only": True}, False),
    ],
)
def test_whether_countries_are_among_them_is_told(asked, answer):
    """All of them, one of them, none of them, or they and nobody else."""
    found = ask(Countries(category=("member",), no_founders=True, **asked))
    assert (found.kind, found.value) == ("yes-no", answer)
    assert found.text.startswith("Yes: " if answer else "No: ")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"has": ("IN",)}, "Yes: India is among the member states of the SCO"),
        ({"has": ("TR",)}, "No: Türkiye is not among the member states of the SCO"),
        ({"has": ("TR",), "negated": True}, "Yes: Türkiye is not among the member states of the SCO"),
        ({"has": ("IN",), "negated": True}, "No: India is among the member states of the SCO"),
        ({"has": ("IN", "PK")}, "Yes: India and Pakistan are among the member states of the SCO"),
        ({"has": ("IN",), "only": True}, "No: India is not the only one of the member states of the SCO"),
        (
            {"has": ("IN", "PK"), "only": True},
            "No: India and Pakistan are not the only ones of the member states of the SCO",
        ),
    ],
)
def test_the_sentence_says_who_is_among_them(asked, words):
    """The claim agrees with the verdict and with the number of countries."""
    assert ask(Countries(category=("member",), **asked)).text.startswith(words)


@pytest.mark.parametrize("summit", SUMMITS)
def test_whether_countries_came_is_told_as_where_they_are_asked_about(summit):
    """The list of a summit and the attendance of a country never tell different things of one delegation, nor of none."""
    for code in (*COUNTRIES, "JP"):
        came = value(Attendance(subjects=(code,), at=(summit,), show="any"))
        assert value(Countries(attended_at=(summit,), has=(code,))) == came
        other = came if came == "not-recorded" else not came
        assert value(Countries(attended_at=(summit,), has=(code,), negated=True)) == other
        stayed = value(Countries(missed_at=(summit,), has=(code,)))
        assert stayed == ("not-recorded" if came == "not-recorded" else code in absent(SUMMITS[summit]))


@pytest.mark.parametrize(
    ("summit", "group", "category"),
    [
        (summit, group, category)
        for summit in SUMMITS
        for group, category in {
            "observers": "observer",
            "dialogue_partners": "dialogue-partner",
            "guests": "guest",
        }.items()
    ],
)
def test_that_nobody_came_is_told_only_where_the_list_is_complete(summit, group, category):
    """Of a group whose list is not complete, or of which nothing was found, it is not recorded."""
    came = any(visit.capacity == category and visit.summit["id"] == summit for visit in CAME)
    listed = SUMMITS[summit]["coverage"][group] in {"complete", "not-applicable"}
    asked = Countries(attended_at=(summit,), capacity=(category,), show="any")
    assert value(asked) == (True if came else False if listed else "not-recorded")


def test_of_several_one_that_is_not_recorded_leaves_it_open():
    """At Ufa the lists of observers and dialogue partners are not complete; at Bishkek in 2013 all are."""
    ufa, bishkek = ("2015-ufa",), ("2013-bishkek",)
    assert value(Countries(attended_at=ufa, has=("IN", "TR"))) == "not-recorded"
    assert value(Countries(attended_at=ufa, has=("IN", "TR"), either=True)) is True
    assert value(Countries(attended_at=ufa, has=("TR", "BY"), either=True)) == "not-recorded"
    assert value(Countries(attended_at=ufa, has=("IN", "TR"), negated=True)) is False
    assert value(Countries(attended_at=bishkek, has=("IN", "TR"))) is False
    assert value(Countries(attended_at=(*ufa, *bishkek), has=("TR",))) is False
    assert value(Countries(attended="any", first="2015", last="2015", has=("TR",))) == "not-recorded"
    assert value(Countries(attended="any", first="2013", last="2015", has=("IN",))) is True
    assert value(Countries(attended="all", first="2013", last="2015", has=("TR",))) is False
    assert value(Countries(attended="any", capacity=("member",), has=("TR",))) is False
    assert value(Countries(category=("member",), attended_at=ufa, has=("TR",))) is False
    found = ask(Countries(attended_at=ufa, has=("IN", "TR")))
    assert found.text.startswith("Not recorded: nothing of the kind is recorded of Türkiye; recorded are ")


@pytest.mark.parametrize("event", ["applied", "memorandum", "procedure"])
def test_of_what_may_not_have_been_reported_no_is_not_recorded(event):
    """That no request, memorandum or procedure of China's is in the file does not mean that there was none."""
    assert value(Countries(event=event, has=("CN",))) == "not-recorded"
    assert value(Countries(event=event, has=("CN",), negated=True)) is True
    assert value(Countries(event=event, has=("BY",), only=True)) is False
    assert value(Countries(event="gained", category=("observer",), has=("CN",))) is False


def test_of_the_countries_asked_about_only_those_have_rows():
    """Where none of them is among those found, all that were found are shown."""
    assert [row[1] for row in table(ask(Countries(category=("member",), has=("IN", "TR"))), "Countries")] == ["IN"]
    rows = table(ask(Countries(category=("member",), has=("TR",))), "Countries")
    assert {row[1] for row in rows} == holders("member")


@pytest.mark.parametrize("category", ["observer", "dialogue-partner"])
def test_a_category_that_is_no_more_lists_who_held_it_last(category):
    """Nobody holds it now; the last holders have a table of their own, with its sources."""
    found = ask(Countries(category=(category,)))
    last = [held for held in HELD if held.category == category and held.until == CATEGORIES[category]["retired"]]
    assert found.value == []
    assert [table.title for table in found.tables] == [f"Last {WORDS[category]}, until 1 September 2025"]
    assert [row[:4] for row in found.tables[0].rows] == [
        (name(held.country), held.country, category, held.since)
        for held in sorted(last, key=lambda held: place(held.country))
    ]
    assert {row[4] for row in found.tables[0].rows} == {f"held last, until {CATEGORIES[category]['retired']}"}
    assert (
        f"merged into SCO partners on 1 September 2025; the last {WORDS[category]} were {named(h.country for h in last)}."
        in found.text
    )
    assert sources(CATEGORIES[category], *(held.record for held in last)) <= set(found.sources)


def test_of_a_category_that_is_no_more_other_conditions_find_nobody():
    """Who held it last is no answer to them; the way out is a day before."""
    found = ask(Countries(category=("dialogue-partner",), attended="none"))
    assert (found.value, found.text.endswith("for the dialogue partners there were, name a day before.")) == ([], True)
    assert not any(table.rows for table in found.tables)


def test_on_the_last_day_of_a_category_nothing_is_said_of_its_end():
    """The table of the last holders stands from the day on which the category is no more."""
    assert [drawn.title for drawn in ask(Countries(category=("observer",), on="2025-08-31")).tables] == ["Countries"]
    assert "merged" in ask(Countries(category=("observer",), on="2025-09-01")).text
    assert "merged" not in ask(Countries(category=("observer", "partner"))).text


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ({"category": ("member",), "on": "2024-07-03"}, "Member states of the SCO on 3 July 2024"),
        ({"category": ("partner",)}, "SCO partners as of 1 September 2025"),
        ({"category": ("member", "partner")}, "Member states or SCO partners as of 1 September 2025"),
        ({"founders": True}, "Countries that founded the SCO"),
        ({"category": ("member",), "no_founders": True, "on": "2018"}, "Member states of the SCO on 31 December 2018 that are not founders"),
        ({"hosted": True, "first": "2016", "last": "2019"}, "Countries that hosted a summit from 2016 to 2019"),
        ({"never_hosted": True, "founders": True}, "Countries that founded the SCO and hosted no summit"),
        ({"chaired": True, "at_least": "5"}, "Countries that chaired a summit at least 5 times"),
        ({"chaired": True, "at_most": "1"}, "Countries that chaired a summit at most once"),
        ({"chaired": True, "at_least": "1", "at_most": "2"}, "Countries that chaired a summit at least once and at most twice"),
        ({"hosted": True, "at_least": "2", "at_most": "2", "first": "2015"}, "Countries that hosted a summit exactly twice since 1 January 2015"),
        ({"never_chaired": True, "category": ("member",), "on": "2024-07-04"}, "Member states of the SCO on 4 July 2024 that chaired no summit"),
        ({"formerly": ("observer", "dialogue-partner"), "founders": True}, "Countries that founded the SCO and were observers or dialogue partners before"),
        ({"was": ("observer",), "was_on": "2016", "category": ("member",), "on": "2018"}, "Member states of the SCO on 31 December 2018 that were observers on 31 December 2016"),
        ({"never": ("observer",), "founders": True}, "Countries that founded the SCO and were never observers"),
        ({"attended": "any", "capacity": ("guest",)}, "Countries that are recorded at a summit as guests"),
        ({"attended": "none", "founders": True}, "Countries that founded the SCO and are recorded at no summit"),
        ({"attended": "all", "first": "2024", "last": "2024"}, "Countries that are recorded at every summit in 2024"),
        ({"attended_at": ("2015-ufa", "2019-bishkek"), "level": ("minister",)}, "Countries that came to the Ufa summit of 2015 and the Bishkek summit of 2019 with delegations led by a minister"),
        ({"missed_at": ("2025-tianjin",)}, "Countries that are known to have been absent from the Tianjin summit of 2025"),
        ({"category": ("member",), "on": "2018", "besides": ("CN", "RU")}, "Member states of the SCO on 31 December 2018 besides China and Russia"),
        ({"event": "gained", "category": ("member",), "first": "2017"}, "Countries that became member states since 1 January 2017"),
        ({"event": "gained", "at": "2015-ufa"}, "Countries that became holders of a status at the Ufa summit of 2015"),
        ({"event": "lost", "category": ("observer",), "no_founders": True}, "Countries that ceased to be observers and are not founders"),
        ({"event": "applied", "category": ("observer",)}, "Countries that asked to become observers"),
        ({"event": "procedure", "category": ("member",)}, "Countries for which the procedure of becoming member states was opened"),
        ({"event": "memorandum", "category": ("member",), "city": "Tashkent"}, "Countries that signed a memorandum on the status of member states in Tashkent"),
        ({"event": "ever", "category": ("observer",)}, "Countries that have been observers at any time"),
        ({"event": "ever", "category": ("observer",), "on": "2016"}, "Countries that were observers at any time up to 31 December 2016"),
        ({"attended_at": ("2024-astana",), "missed_at": ("2022-samarkand",)}, "Countries that came to the Astana summit of 2024 and are known to have been absent from the Samarkand summit of 2022"),
        ({"hosted": True, "show": "most"}, "Most often, of the countries that hosted a summit"),
    ],
)  # fmt: skip
def test_the_sentence_says_what_is_listed(asked, title):
    """Every condition is named, with its time, before the names."""
    found = ask(Countries(**asked))
    codes = found.value
    names = named(codes)
    if asked.get("show") == "most" or asked.get("at_least") or asked.get("at_most"):
        field = "chair_country" if "chaired" in asked else "country"
        held = [summit[field] for summit in SUMMITS.values() if summit["start"] >= asked.get("first", "2001")]
        for code in codes:
            names = names.replace(in_text(code), f"{in_text(code)} ({held.count(code)})")
    assert found.text == (f"{title} ({len(codes)}): {names}." if codes else f"{title}: none.")


def test_where_something_was_done_several_times_it_is_told_how_often_and_where():
    """In columns of their own, only where it can be done several times."""
    (table,) = ask(Countries(hosted=True, at_least="5")).tables
    assert [column.key for column in table.columns][-2:] == ["times", "summits"]
    assert table.rows[0][-2:] == (5, "Shanghai 2001, Shanghai 2006, Beijing 2012, Qingdao 2018 and Tianjin 2025")
    (table,) = ask(Countries(category=("partner",), attended="any", at_least="22")).tables
    assert [(row[1], row[-2]) for row in table.rows] == [("MN", sum(came.country == "MN" for came in CAME))]
    assert "times" not in [column.key for column in ask(Countries(never_hosted=True)).tables[0].columns]


def test_the_first_and_the_last_are_told_with_their_day():
    """Of all that share it."""
    asked = {"event": "gained", "category": ("member",), "no_founders": True}
    said = "of the countries that became member states and are not founders"
    assert ask(Countries(**asked, show="last")).text == f"Last {said} (1): Belarus (4 July 2024)."
    assert (
        ask(Countries(**asked, show="first")).text
        == f"First {said} (2): India (9 June 2017) and Pakistan (9 June 2017)."
    )


def test_by_category_the_sentence_names_each_group():
    """Categories that nobody holds are not named."""
    assert ask(Countries(on="2012")).text == (
        f"The SCO on 31 December 2012: member states (6): {named(FOUNDERS)}; "
        f"observers (5): {named(holders('observer', '2012-12-31'))}; "
        f"dialogue partners (3): {named(holders('dialogue-partner', '2012-12-31'))}."
    )


@pytest.mark.parametrize("asked", [{}, {"category": ("member",)}])
def test_before_the_founding_it_is_said_that_there_was_no_organisation(asked):
    """Instead of an empty list."""
    found = ask(Countries(on="2001-06-14", **asked))
    assert found.text == "The SCO did not exist yet on 14 June 2001: it was founded on 15 June 2001."
    assert "did not exist" not in ask(Countries(on="2001-06-15", **asked)).text


def test_a_day_that_the_data_do_not_reach_is_answered_as_of_the_last_one():
    """And a note says so; of a day within the data nothing is said."""
    later, then = ask(Countries(category=("member",), on="2030")), ask(Countries(category=("member",), on=THROUGH))
    assert later.value == then.value == sorted(holders("member"))
    assert any("the last day that the data vouch for" in note for note in later.notes)
    assert not any("vouch for" in note for note in then.notes)
    assert (later.on, then.on) == ("2030-12-31", THROUGH)


def test_what_has_no_day_names_none():
    """Who hosted a summit is not asked of a day."""
    assert ask(Countries(hosted=True)).on is None
    assert ask(Countries(event="gained", category=("member",))).on is None
    assert ask(Countries()).on == TODAY


def test_what_changed_within_a_year_is_noted():
    """An answer for a year is one for its last day, so what changed before it in that year is said."""
    notes = ask(Countries(category=("member",), on="2017")).notes
    assert "Within that time: on 9 June 2017 India and Pakistan became member states." in notes
    assert not any(note.startswith("Within") for note in ask(Countries(category=("member",), on="2017-12-31")).notes)


def test_the_sources_of_what_makes_them_count_are_cited():
    """Of the statuses held, and of nothing else; of a dispute about the category itself also its claims."""
    members = [held.record for held in HELD if held.category == "member" and held.since <= "2016" < held.until]
    assert set(ask(Countries(category=("member",), on="2016")).sources) == sources(*members)
    partners = [held.record for held in HELD if held.category == "partner"]
    claims = next(conflict["claims"] for conflict in FIELDS["conflicts"] if conflict["concerns"] == ["partner"])
    assert set(ask(Countries(category=("partner",))).sources) == sources(*partners, *claims)


def test_the_sources_of_a_summit_are_cited_with_those_who_came():
    """The summit's own, the delegations' and, of those listed, the absences'."""
    summit = SUMMITS["2022-samarkand"]
    came = ask(Countries(attended_at=("2022-samarkand",)))
    wanted = sources(
        summit, *summit["delegations"], *(h.record for h in HELD if h.country in came.value and h.until > THROUGH)
    )
    told = [absence for absence in summit["absences"] if absence["country"] in came.value]
    assert set(came.sources) == wanted | sources(*told)
    stayed = ask(Countries(missed_at=("2022-samarkand",)))
    assert sources(*(a for a in summit["absences"] if a["country"] in stayed.value)) <= set(stayed.sources)


def test_a_summit_whose_list_may_be_incomplete_is_noted():
    """Ufa's list may lack observers, dialogue partners and guests; Samarkand's lacks nobody."""
    note = "The list of the Ufa summit of 2015 may lack observers, dialogue partners or guests. (sco summit 2015-ufa)"
    assert note in ask(Countries(attended_at=("2015-ufa",))).notes
    assert note in ask(Countries(attended="any")).notes
    assert not any("may lack" in note for note in ask(Countries(attended_at=("2022-samarkand",))).notes)


def test_where_nothing_is_found_the_organisation_is_cited():
    """An answer is never without a source."""
    assert set(ask(Countries(event="lost", category=("member",))).sources) == sources(ORGANIZATION)


@pytest.mark.parametrize(
    "asked",
    [
        {"capacity": ("guest",)},
        {"level": ("minister",), "category": ("member",)},
        {"at_least": "2"},
        {"show": "most"},
        {"only": True},
        {"negated": True, "category": ("member",)},
        {"category": ("member",), "show": "most"},
    ],
)
def test_an_option_without_what_it_goes_with_is_refused(asked):
    """It would otherwise be ignored."""
    with pytest.raises(QueryError):
        ask(Countries(**asked))


def test_status_is_that_of_the_day_in_the_sets_above():
    """The sets are drawn rightly: the statuses of one day are those of the program's index."""
    assert {code: status(code, "2016-06-01") for code in COUNTRIES} == {
        code: DATA.status_on(code, "2016-06-01") for code in COUNTRIES
    }
