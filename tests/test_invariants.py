"""Each rule that ties records together, broken on a copy of the real data set."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from each import each
from mutants import DROP, TEXT, place, put, whole
from mutants import WHOLE as FIELDS
from scocli.invariants import RULES, Survey, faults
from scocli.invariants.times import DATES
from scocli.models import Data
from scocli.models.values import COUNTRY, DAY, PARTIAL_DATE
from scocli.validation import parse

SOURCES = ["24kg-341784"]


DATA_SCHEMA = Data.model_json_schema()


class Break(NamedTuple):
    """What is changed, by place; where the fault is; and some of what it says."""

    rule: str
    changes: Mapping[str, Any]
    place: str
    words: str


NOBODY = {
    "code": "ZW",
    "alpha3": "ZWE",
    "names": {"en": "Zimbabwe", "ru": "Зимбабве", "zh": "津巴布韦"},
    "official_name": "Republic of Zimbabwe",
}
"""A country that has nothing to do with the organisation."""


def also(*more: str) -> Any:
    """A sorted list with more items."""
    return lambda items: sorted([*items, *more])


def swapped(items: list[Any]) -> list[Any]:
    return [items[1], items[0], *items[2:]]


S = "summits[2024-astana]"
C, V, F = (f"heads_of_government_meetings[chg-{name}]" for name in ("2024-astana", "2022-video-in", "2003-osh"))
P, O = "planned_heads_of_government_meetings[0]", "organization"  # noqa: E741
UNKNOWN = FIELDS["conflicts"][0] | {"concerns": ["organization", "no-such-topic"]}
BREAKS = [
    Break("nothing_is_left_to_do", {f"{S}.theme": "TODO"}, f"{S}.theme", "still to be looked up: 'TODO'"),
    Break("nothing_is_left_to_do", {f"{S}.documents[+]": "TODO: all others"}, f"{S}.documents", "'TODO: all others'"),
    Break("nothing_is_left_to_do", {"sources.24kg-341784.publisher": "TODO"}, "sources.24kg-341784.publisher", "'TODO'"),
    Break("nothing_is_left_to_do", {"sources.todo": FIELDS["sources"]["24kg-341784"]}, "sources.todo", "to be replaced"),
    Break("written_names_resolve", {"naming.written[0].name": "Atlantis"}, "naming.written[0].name", "is no person and no city"),
    Break("written_names_resolve", {"naming.written[0].ru": DROP, "naming.written[0].zh": DROP}, "naming.written[0]", "has neither `ru` nor `zh`"),
    Break("written_names_resolve", {"naming.written[1].name": FIELDS["naming"]["written"][0]["name"]}, "naming.written[1].name", "is told of twice"),
    Break("sources_resolve", {f"{S}.sources[0]": "no-such"}, f"{S}.sources[0]", "no source has the id 'no-such'"),
    Break("sources_resolve", {f"{S}.sources[+]": FIELDS["summits"][23]["sources"][0]}, f"{S}.sources[+]", "named twice"),
    Break("sources_resolve", {"sources.zz-unused": FIELDS["sources"]["24kg-341784"]}, "sources.zz-unused", "used by no record"),
    Break("addresses_are_of_the_page", {"sources.24kg-341784.url": "https://24.kg/news/?a=1&utm_source=rss"}, "sources.24kg-341784.url", "behind the address"),
    Break("addresses_are_of_the_page", {"sources.24kg-341784.url": "https://24.kg/news/?amp=1"}, "sources.24kg-341784.url", "behind the address"),
    Break("addresses_are_of_the_page", {"sources.24kg-341784.url": "https://24.kg/news/?noamp=mobile"}, "sources.24kg-341784.url", "behind the address"),
    Break(
        "pages_are_listed_once",
        {"sources.kremlin-66706.url": "https://amp.example.org/amp/Page", "sources.24kg-341784.url": "http://example.org/Page/amp"},
        "sources.kremlin-66706.url",
        "the address of '24kg-341784'",
    ),
    Break("pages_are_listed_once", {"sources.24kg-341784.url": FIELDS["sources"]["kremlin-66706"]["url"]}, "sources.kremlin-66706.url", "the address of '24kg-341784'"),
    Break(
        "pages_are_listed_once",
        {"sources.kremlin-66706.url": "https://www.example.org/Page/", "sources.24kg-341784.url": "http://example.org/Page"},
        "sources.kremlin-66706.url",
        "the address of '24kg-341784'",
    ),
    Break("ids_are_unique", {"countries[AZ].code": "AM"}, "countries[AZ].code", "another country"),
    Break("ids_are_unique", {"countries[AZ].alpha3": "ARM"}, "countries[AZ].alpha3", "another country"),
    Break("ids_are_unique", {"categories[partner].id": "observer"}, "categories[partner].id", "another category"),
    Break("ids_are_unique", {"persons[Zhang Ming].name": "Xi Jinping"}, "persons[Zhang Ming].name", "another person"),
    Break("ids_are_unique", {"applications[+]": FIELDS["applications"][-1]}, "applications[+]", "listed twice"),
    Break("ids_are_unique", {f"{S}.id": "2023-new-delhi"}, f"{S}.id", "another meeting"),
    Break("ids_are_unique", {"planned_summits[0].id": "2023-new-delhi"}, "planned_summits[0].id", "another meeting"),
    Break("records_are_sorted", {"countries": swapped}, "countries[1]", "stands behind"),
    Break("records_are_sorted", {"summits": swapped}, "summits[1]", "stands behind"),
    Break("records_are_sorted", {"persons": swapped}, "persons[1]", "stands behind"),
    Break("records_are_sorted", {"applications": swapped}, "applications[1]", "stands behind"),
    Break("records_are_sorted", {"sources": lambda held: dict(reversed(held.items()))}, f"sources.{sorted(FIELDS['sources'])[-2]}", "others"),
    Break("records_are_sorted", {"countries[AZ].aliases": lambda items: items[::-1]}, "countries[AZ].aliases[1]", "stands behind"),
    Break("records_are_sorted", {"countries": swapped, "persons": swapped}, "countries[1]", "like 1 other;"),
    Break("names_are_unambiguous", {"countries[AZ].aliases": also("Armenia")}, "countries[AZ]", "'Armenia' is also a name of AM"),
    Break("names_are_unambiguous", {"countries[AZ].aliases": also("TÜRKIYE")}, "countries[TR]", "also a name of AZ"),
    Break("names_are_unambiguous", {"countries[AZ].demonyms": also("uz")}, "countries[UZ]", "'UZ' is also a name of AZ"),
    Break("names_are_unambiguous", {"persons[Xi Jinping].aliases": also("Iran")}, "persons[Xi Jinping]", "'iran' is also a name of IR"),
    Break("names_are_unambiguous", {"persons[Xi Jinping].aliases": also("Hu Jintao")}, "persons[Xi Jinping]", "the name of Hu Jintao"),
    Break("countries_resolve", {f"{S}.country": "ZZ"}, f"{S}.country", "no country has the code 'ZZ'"),
    Break("countries_resolve", {f"{S}.chair_country": "ZZ"}, f"{S}.chair_country", "no country"),
    Break("countries_resolve", {f"{S}.delegations[AZ].country": "ZZ"}, f"{S}.delegations[AZ].country", "no country"),
    Break("countries_resolve", {f"{S}.absences[0].country": "ZZ"}, f"{S}.absences[0].country", "no country"),
    Break("countries_resolve", {f"{S}.decisions[0].country": "ZZ"}, f"{S}.decisions[0].country", "no country"),
    Break("countries_resolve", {"applications[0].country": "ZZ"}, "applications[0].country", "no country"),
    Break("countries_resolve", {"organization.bodies[rats].country": "ZZ"}, "organization.bodies[rats].country", "no country"),
    Break("countries_resolve", {"organization.founded.founders[0]": "AA"}, "organization.founded.founders[0]", "no country"),
    Break("countries_resolve", {"organization.predecessor.members[0]": "AA"}, "organization.predecessor.members[0]", "no country"),
    Break("countries_resolve", {"countries[+]": NOBODY}, "countries[+]", "in no record"),
    Break("persons_resolve", {f"{S}.delegations[AZ].leader": "Nobody"}, f"{S}.delegations[AZ].leader", "none of the persons"),
    Break("persons_resolve", {f"{S}.delegations[IN].leader": "Singh"}, f"{S}.delegations[IN].leader", "K. Natwar Singh or Manmohan Singh"),
    Break("persons_resolve", {f"{S}.chair_person": "Nobody"}, f"{S}.chair_person", "none of the persons"),
    Break("persons_resolve", {f"{S}.absences[IN].person": "Nobody"}, f"{S}.absences[IN].person", "none of the persons"),
    Break("persons_resolve", {"summits[2019-bishkek].organizations[0].participant": "Nobody"}, "summits[2019-bishkek].organizations[0].participant", "none"),
    Break("persons_resolve", {"organization.secretaries_general[0].name": "Nobody"}, "organization.secretaries_general[0].name", "none of"),
    Break("persons_resolve", {"persons[+]": {"name": "Zz Nobody"}}, "persons[+]", "in no record"),
    Break("conflicts_resolve", {"conflicts[0].concerns[0]": "ZZ"}, "conflicts[0].concerns[0]", "'ZZ' is no country"),
    Break("conflicts_resolve", {"conflicts[0].concerns[+]": "rats"}, "conflicts[0].concerns[+]", "without 'organization'"),
    Break("conflicts_resolve", {"conflicts[0].concerns[+]": "partner"}, "conflicts[0].concerns[+]", "named twice"),
    Break("conflicts_resolve", {"conflicts[0].claims[+]": FIELDS["conflicts"][0]["claims"][0]}, "conflicts[0].claims[+].value", "claimed twice"),
    Break("conflicts_resolve", {"conflicts[2].claims[1]": DROP}, "conflicts[2].claims", "a single claim"),
    Break(
        "conflicts_resolve",
        {"conflicts[2].claims[0].sources": SOURCES, "conflicts[2].claims[1].sources": SOURCES},
        "conflicts[2].claims",
        "a single source",
    ),
    Break("conflicts_resolve", {"conflicts[+]": FIELDS["conflicts"][0]}, "conflicts[+].about", "told of twice"),
    Break("countries_resolve", {"conflicts[30].involves[0]": "ZZ"}, "conflicts[30].involves[0]", "no country has the code 'ZZ'"),
    Break("conflicts_fit_meetings", {"conflicts[30].concerns": ["2005-astana", "IR"]}, "conflicts[30].involves[0]", "IR stands in `concerns` too"),
    Break("conflicts_fit_meetings", {"conflicts[30].concerns": ["observer"]}, "conflicts[30].involves[0]", "concerns no meeting"),
    Break("conflicts_fit_meetings", {"conflicts[30].concerns": ["IR"], "conflicts[30].involves": DROP}, "conflicts[30].bears_on[0]", "is leader"),
    Break("conflicts_fit_meetings", {"conflicts[1].bears_on": ["attendance", "status"]}, "conflicts[1].bears_on[0]", "is attendance"),
    Break("periods_are_in_order", {"countries[BY].statuses[1].since": "2009-06-16"}, "countries[BY].statuses[1].since", "two statuses overlap"),
    Break("periods_are_in_order", {"countries[BY].statuses": swapped}, "countries[BY].statuses[1].since", "two statuses overlap"),
    Break("periods_are_in_order", {"countries[BY].statuses[1].category": "dialogue-partner"}, "countries[BY].statuses[1].category", "nothing changed"),
    Break("categories_follow_one_another", {"categories[partner]": DROP}, "categories", "'partner' is missing"),
    Break("categories_follow_one_another", {"categories[observer].merged_into": DROP}, "categories[observer].merged_into", "if and only if"),
    Break("categories_follow_one_another", {"categories[member].merged_into": "partner"}, "categories[member].merged_into", "if and only if"),
    Break("categories_follow_one_another", {"categories[observer].retired": "2004-06-17"}, "categories[observer].retired", "is not after"),
    Break("categories_follow_one_another", {"categories[partner].introduced": "2025-09-02"}, "categories[observer].merged_into", "could not be held"),
    Break("categories_follow_one_another", {"categories[observer].merged_into": "observer"}, "categories[observer].merged_into", "could not be held"),
    Break("categories_exist_while_held", {"categories[observer].introduced": "2004-06-18"}, "countries[MN].statuses[0].since", "before observer was introduced"),
    Break("categories_exist_while_held", {"countries[AF].statuses[1]": DROP}, "countries[AF].statuses[0]", "held after it was retired"),
    Break("periods_begin_at_summits", {"countries[AZ].statuses[0].granted_at": "2015-baku"}, "countries[AZ].statuses[0].granted_at", "no summit has the id"),
    Break("periods_begin_at_summits", {"countries[AZ].statuses[0].since": "2015-07-11"}, "countries[AZ].statuses[0].since", "is not a day of 2015-ufa"),
    Break("periods_have_a_basis", {f"{S}.decisions[0]": DROP}, "countries[BY].statuses[2].basis", "no decision of '2024-astana' grants BY"),
    Break("periods_have_a_basis", {f"{S}.decisions[0].category": "observer"}, "countries[BY].statuses[2].basis", "no decision"),
    Break("periods_have_a_basis", {"countries[AZ].statuses[0]": DROP}, "countries[AZ].statuses[0].basis", "AZ held nothing that was merged"),
    Break("periods_have_a_basis", {"countries[AZ].statuses[1].since": "2025-08-31"}, "countries[AZ].statuses[1].basis", "on 2025-08-31"),
    Break("periods_have_a_basis", {"countries[AZ].statuses[1].category": "member"}, "countries[AZ].statuses[1].basis", "merged into member"),
    Break("periods_have_a_basis", {"countries[AF].statuses[0].category": "member"}, "countries[AF].statuses[1].basis", "AF held nothing that was merged"),
    Break("periods_have_a_basis", {"summits[2025-tianjin].decisions[LA]": DROP}, "countries[LA].statuses[0].basis", "LA held nothing that was merged"),
    Break("decisions_take_effect", {f"{S}.decisions[0].country": DROP}, f"{S}.decisions[0].country", "this is granted"),
    Break("decisions_take_effect", {"summits[2010-tashkent].decisions[0].country": "IN"}, "summits[2010-tashkent].decisions[0].country", "rules-approved"),
    Break(
        "decisions_take_effect",
        {f"{S}.decisions[+]": {"country": "TM", "decision": "granted", "category": "observer", "sources": SOURCES}},
        f"{S}.decisions[+]",
        "TM has no observer status granted at 2024-astana",
    ),
    Break("decisions_take_effect", {"countries[BY].statuses[2].procedure_started": DROP}, "summits[2022-samarkand].decisions[BY]", "no `procedure_started`"),
    Break("decisions_take_effect", {"countries[BY].statuses[2].memorandum": DROP}, "summits[2023-new-delhi].decisions[BY]", "BY has no memorandum"),
    Break("decisions_take_effect", {"countries[BY].statuses[2].memorandum.date": "2023-07-05"}, "summits[2023-new-delhi].decisions[BY]", "by 2023-07-04"),
    Break("decisions_take_effect", {"categories[dialogue-partner].introduced": "2008-08-27"}, "summits[2008-dushanbe].decisions[0]", "introduced on 2008-08-27"),
    Break(
        "decisions_take_effect",
        {f"categories[{category}].{field}": DROP for category in ("observer", "dialogue-partner") for field in ("retired", "merged_into")},
        "summits[2025-tianjin].decisions[1]",
        "no category was merged",
    ),
    Break("procedures_are_decided", {"countries[BY].statuses[2].procedure_started": "2024-07-04"}, "countries[BY].statuses[2].procedure_started", "is not before"),
    Break("procedures_are_decided", {"countries[BY].statuses[2].procedure_started": "2022-09-14"}, "countries[BY].statuses[2].procedure_started", "no summit"),
    Break("procedures_are_decided", {"countries[IR].statuses[1].procedure_started": "2022-09-16"}, "countries[IR].statuses[1].procedure_started", "no summit"),
    Break("memoranda_fit_periods", {"countries[BY].statuses[2].memorandum.date": "2025"}, "countries[BY].statuses[2].memorandum.date", "after the admission"),
    Break("memoranda_fit_periods", {"countries[AZ].statuses[0].memorandum.date": "2015-06"}, "countries[AZ].statuses[0].memorandum.date", "not within"),
    Break("memoranda_fit_periods", {"countries[AZ].statuses[0].memorandum.date": "2025-09-01"}, "countries[AZ].statuses[0].memorandum.date", "not within"),
    Break("applications_ask_for_more", {"applications[BY].date": "2016"}, "applications[BY].date", "BY was observer by 2016"),
    Break("applications_ask_for_more", {"applications[BY].date": "2025"}, "applications[BY].date", "BY was member by 2025"),
    Break("meetings_are_in_order", {f"{S}.ordinal": 25}, f"{S}.ordinal", "this is number 24"),
    Break("meetings_are_in_order", {f"{S}.end": "2024-07-02"}, f"{S}.end", "before 2024-07-03"),
    Break("meetings_are_in_order", {f"{S}.start": "2023-07-04"}, f"{S}.start", "not after 2023-new-delhi"),
    Break("meetings_are_in_order", {"summits[0].start": "2001-06-14"}, "summits[0].start", "not the day of the founding"),
    Break("meetings_are_in_order", {"summits": []}, "summits[0].start", "not the day of the founding"),
    Break("meetings_are_called_by_year_and_city", {f"{S}.city": "Almaty"}, f"{S}.id", "'2024-almaty'"),
    Break("meetings_are_called_by_year_and_city", {"planned_summits[0].city": "Osh"}, "planned_summits[0].id", "'2026-osh'"),
    Break("meetings_are_called_by_year_and_city", {"planned_summits[0].start": "2025-08"}, "planned_summits[0].start", "not after `through`"),
    Break("meetings_are_called_by_year_and_city", {"planned_summits[0].end": "2025"}, "planned_summits[0].end", "before 2026"),
    Break("meetings_are_in_order", {f"{C}.ordinal": 4}, f"{C}.ordinal", "this is number 3"),
    Break("meetings_are_in_order", {f"{C}.start": "2022-11-01"}, f"{C}.start", "not after chg-2022-video-in"),
    Break("meetings_are_called_by_year_and_city", {f"{C}.id": "2024-osh"}, f"{C}.id", "'chg-2024-astana'"),
    Break("meetings_are_called_by_year_and_city", {f"{V}.chair_country": "KZ"}, f"{V}.id", "'chg-2022-video-kz'"),
    Break("meetings_are_called_by_year_and_city", {f"{P}.city": "Almaty"}, f"{P}.id", "'chg-2026-almaty'"),
    Break("meetings_are_called_by_year_and_city", {f"{P}.start": "2025-08"}, f"{P}.start", "not after `through`"),
    Break("places_fit_formats", {f"{C}.country": DROP}, f"{C}.country", "other half of the place"),
    Break("places_fit_formats", {f"{V}.country": "IN"}, f"{V}.city", "other half of the place"),
    Break("places_fit_formats", {f"{C}.city": DROP, f"{C}.country": DROP}, f"{C}.city", "only a meeting by video has none"),
    Break("places_fit_formats", {f"{V}.city": "New Delhi", f"{V}.country": "IN"}, f"{V}.city", "it was by video"),
    Break("only_summits_decide_who_belongs", {f"{C}.decisions": FIELDS["summits"][23]["decisions"]}, f"{C}.decisions", "only a summit"),
    Break("what_was_held_is_planned_no_more", {f"{P}.start": "2024-10"}, P, "chg-2024-astana was held then"),
    Break("ids_are_unique", {f"{P}.id": "2024-astana"}, f"{P}.id", "another meeting"),
    Break("ids_are_unique", {f"{O}.bodies[bank].id": "rats"}, f"{O}.bodies[bank].id", "another body"),
    Break("persons_resolve", {f"{O}.rats_directors[0].name": "Nobody"}, f"{O}.rats_directors[0].name", "none of the persons"),
    Break("conflicts_resolve", {"conflicts[+]": UNKNOWN}, "conflicts[+].concerns[1]", "no country, category, meeting, body, organisation or topic"),
    Break("modes_fit_formats", {f"{C}.delegations[CN].mode": "video"}, f"{C}.delegations[CN].mode", "at a meeting held in-person"),
    Break("leaders_belong_to_one_country", {f"{C}.delegations[CN].leader": "Shehbaz Sharif"}, f"{C}.delegations[CN].leader", "acts for CN here and for PK"),
    Break("chairs_lead_a_member", {f"{C}.chair_country": "CN"}, f"{C}.chair_person", "does not lead the delegation of CN"),
    Break("chairs_lead_a_member", {f"{V}.chair_person": DROP}, f"{V}.chair_person", "if and only if"),
    Break("chairs_lead_a_member", {f"{V}.chair_basis": "host"}, f"{V}.chair_person", "if and only if"),
    Break("chairs_lead_a_member", {f"{F}.chair_country": "KZ"}, f"{F}.chair_country", "is not the host (KG)"),
    Break("coverage_fits_delegations", {f"{C}.coverage.partners": "none"}, f"{C}.coverage.partners", "no country was partner"),
    Break("coverage_fits_delegations", {f"{F}.coverage.observers": "none"}, f"{F}.coverage.observers", "no country was observer"),
    Break("facts_lie_within_the_data", {f"{C}.end": "2025-10-01"}, f"{C}.end", "after `through`"),
    Break("facts_lie_within_the_data", {f"{O}.rats_directors[0].last_named": "2026-01-01"}, f"{O}.rats_directors[0].last_named", "after `through`"),
    Break("facts_lie_within_the_data", {f"{O}.agreements[0].date": "2000"}, f"{O}.agreements[0].date", "before the founding"),
    Break("bodies_work_or_are_to_come", {f"{O}.bodies[bank].country": DROP}, f"{O}.bodies[bank].country", "the seat is Osh"),
    Break("bodies_work_or_are_to_come", {f"{O}.bodies[bank].since": "2025-09-01"}, f"{O}.bodies[bank].since", "only agreed"),
    Break("bodies_work_or_are_to_come", {f"{O}.bodies[rats]": DROP}, f"{O}.bodies", "'rats' is missing"),
    Break("bodies_work_or_are_to_come", {f"{O}.bodies[secretariat].city": DROP}, f"{O}.bodies", "'secretariat' is missing"),
    Break("what_is_told_twice_agrees", {f"{O}.shanghai_spirit.elements_zh[+]": "和平"}, f"{O}.shanghai_spirit.elements_zh", "are 3, not 2"),
    Break("what_is_told_twice_agrees", {f"{O}.agreements[1].abbreviation": "UOR"}, f"{O}.agreements[2].abbreviation", "is not that of 'ur'"),
    Break("what_is_told_twice_agrees", {f"{O}.agreements[2].organization": "Union"}, f"{O}.agreements[2].organization", "is not that of 'ur'"),
    Break("directors_follow_one_another", {f"{O}.rats_directors[0].first_named": DROP}, f"{O}.rats_directors[0]", "no first day"),
    Break("directors_follow_one_another", {f"{O}.rats_directors[1].until": "2015"}, f"{O}.rats_directors[1]", "a last one before it"),
    Break("directors_follow_one_another", {f"{O}.rats_directors": swapped}, f"{O}.rats_directors[1]", "before the one before is last told of (2018-12-31)"),
    Break("nothing_is_listed_twice", {f"{S}.delegations[+]": FIELDS["summits"][23]["delegations"][0]}, f"{S}.delegations[+]", "listed before"),
    Break("nothing_is_listed_twice", {f"{S}.absences[+]": FIELDS["summits"][23]["absences"][0]}, f"{S}.absences[+]", "listed before"),
    Break("nothing_is_listed_twice", {f"{S}.organizations[+]": FIELDS["summits"][23]["organizations"][0]}, f"{S}.organizations[+]", "listed before"),
    Break("nothing_is_listed_twice", {f"{S}.decisions[+]": FIELDS["summits"][23]["decisions"][0]}, f"{S}.decisions[+]", "listed before"),
    Break("nothing_is_listed_twice", {f"{S}.documents[+]": FIELDS["summits"][23]["documents"][0]}, f"{S}.documents[+]", "listed before"),
    Break("what_was_held_is_planned_no_more", {"planned_summits[0].start": "2025"}, "planned_summits[0]", "2025-tianjin was held then"),
    Break("what_was_held_is_planned_no_more", {"planned_summits[0].start": "2025-08"}, "planned_summits[0]", "put the next one"),
    Break("leaders_have_an_office", {f"{S}.delegations[AZ].role": DROP}, f"{S}.delegations[AZ].role", "but the level is told"),
    Break("leaders_have_an_office", {f"{S}.delegations[AZ].level": DROP}, f"{S}.delegations[AZ].level", "but the role is told"),
    Break(
        "leaders_have_an_office",
        {f"{S}.delegations[AZ].role": DROP, f"{S}.delegations[AZ].level": DROP},
        f"{S}.delegations[AZ].role",
        "in what office did Ilham Aliyev come?",
    ),
    Break("modes_fit_formats", {f"{S}.delegations[AZ].mode": "video"}, f"{S}.delegations[AZ].mode", "video at a meeting held in-person"),
    Break("modes_fit_formats", {"summits[2020-moscow].delegations[IN].mode": "in-person"}, "summits[2020-moscow].delegations[IN].mode", "held virtual"),
    Break("modes_fit_formats", {f"{S}.format": "hybrid"}, f"{S}.format", "in the same way"),
    Break("absences_fit_delegations", {f"{S}.absences[IN].person": DROP, f"{S}.absences[IN].role": DROP}, f"{S}.absences[IN]", "IN came"),
    Break("absences_fit_delegations", {f"{S}.delegations[IN].leader": "Narendra Modi"}, f"{S}.absences[IN].person", "led the delegation"),
    Break("leaders_belong_to_one_country", {f"{S}.delegations[AZ].leader": "Hamid Karzai"}, f"{S}.delegations[AZ].leader", "acts for AZ here and for AF"),
    Break("leaders_belong_to_one_country", {f"{S}.absences[AF].person": "Hu Jintao"}, f"{S}.absences[AF].person", "acts for AF here and for CN"),
    Break("leaders_belong_to_one_country", {f"{S}.chair_country": "RU"}, f"{S}.chair_person", "acts for RU here and for KZ"),
    Break("levels_fit_roles", {f"{S}.delegations[AZ].level": "minister"}, f"{S}.delegations[AZ].level", "'President' is head-of-state"),
    Break("chairs_lead_a_member", {f"{S}.chair_country": "AZ"}, f"{S}.chair_country", "AZ was not a member state"),
    Break("chairs_lead_a_member", {f"{S}.chair_country": "BY"}, f"{S}.chair_country", "BY was not a member state"),
    Break("chairs_lead_a_member", {f"{S}.chair_person": "Xi Jinping"}, f"{S}.chair_person", "does not lead the delegation of KZ"),
    Break("coverage_fits_delegations", {f"{S}.coverage.members": "not-applicable"}, f"{S}.coverage.members", "country was member"),
    Break("coverage_fits_delegations", {"summits[0].coverage.observers": "complete"}, "summits[0].coverage.observers", "no country was observer"),
    Break("coverage_fits_delegations", {f"{S}.coverage.partners": "none"}, f"{S}.coverage.partners", "no country was partner"),
    Break("coverage_fits_delegations", {f"{S}.coverage.dialogue_partners": "none"}, f"{S}.coverage.dialogue_partners", "a dialogue-partner is listed"),
    Break("coverage_fits_delegations", {f"{S}.coverage.guests": "not-applicable"}, f"{S}.coverage.guests", "anybody can be a guest"),
    Break("coverage_fits_delegations", {f"{S}.coverage.guests": "none"}, f"{S}.coverage.guests", "a guest is listed"),
    Break("facts_lie_within_the_data", {"through": "2025-08-31"}, "summits[2025-tianjin].end", "is after `through` (2025-08-31)"),
    Break("facts_lie_within_the_data", {"through": "2025-08-31"}, "countries[AF].statuses[1].since", "is after `through`"),
    Break("facts_lie_within_the_data", {"through": "2025-08-31"}, "categories[partner].introduced", "is after `through`"),
    Break("facts_lie_within_the_data", {"countries[AZ].statuses[0].memorandum.date": "2026"}, "countries[AZ].statuses[0].memorandum.date", "after"),
    Break("facts_lie_within_the_data", {"applications[0].date": "2000"}, "applications[0].date", "is before the founding"),
    Break("facts_lie_within_the_data", {"organization.charter.signed": "2001-06-14"}, "organization.charter.signed", "is before the founding"),
    Break("facts_lie_within_the_data", {"organization.predecessor.summits[4].date": "2001-06-15"}, "organization.predecessor.summits[4].date", "not before"),
    Break("the_founding_is_told_once", {"organization.founded.founders[UZ]": DROP}, "organization.founded.founders", "first status of UZ"),
    Break("the_founding_is_told_once", {"organization.founded.founders": also("MN")}, "organization.founded.founders", "first status of MN"),
    Break("the_founding_is_told_once", {"countries[BY].statuses[2].basis": "founding"}, "countries[BY].statuses[2].basis", "on 2001-06-15"),
    Break("the_founding_is_told_once", {"organization.founded.city": "Beijing"}, "organization.founded.city", "(Shanghai)"),
    Break("the_founding_is_told_once", {"categories[member].introduced": "2001-06-16"}, "organization.founded.date", "(2001-06-16)"),
    Break("the_predecessor_is_told_in_order", {"organization.predecessor.members": also("IN")}, "organization.predecessor.members[1]", "IN is none of the founders"),
    Break("the_predecessor_is_told_in_order", {"organization.predecessor.founded": "1996-04-25"}, "organization.predecessor.founded", "first summit"),
    Break("the_predecessor_is_told_in_order", {"organization.predecessor.summits": []}, "organization.predecessor.founded", "first summit"),
    Break("the_predecessor_is_told_in_order", {"organization.predecessor.summits[1].date": "1996-04-26"}, "organization.predecessor.summits[1].date", "not after"),
    Break("the_predecessor_is_told_in_order", {"organization.predecessor.summits[1].country": "UZ"}, "organization.predecessor.summits[1].country", "none of its"),
    Break("treaties_come_first", {"organization.charter.in_force": "2002-06-06"}, "organization.charter.in_force", "before 2002-06-07"),
    Break("treaties_come_first", {"organization.bodies[rats].agreement": "2004-06-18"}, "organization.bodies[rats].since", "before 2004-06-18"),
    Break("terms_are_in_order", {"organization.chairmanships[1].since": "2003-05-28"}, "organization.chairmanships[1]", "does not begin after"),
    Break("terms_are_in_order", {"organization.chairmanships[1].until": DROP}, "organization.chairmanships[2]", "does not begin after"),
    Break("terms_are_in_order", {"organization.secretaries_general": swapped}, "organization.secretaries_general[1]", "does not begin after"),
    Break("terms_are_in_order", {"organization.secretaries_general[2].until": "2009"}, "organization.secretaries_general[2].until", "is before 2010-01"),
    Break("chairmanships_fit_summits", {"organization.chairmanships[10].since": "2013-09-12"}, "organization.chairmanships[10].since", "no day of a summit"),
    Break("chairmanships_fit_summits", {"organization.chairmanships[10].until": "2014-09-13"}, "organization.chairmanships[10].until", "no day of a summit"),
    Break("chairmanships_fit_summits", {"organization.chairmanships[10].country": "RU"}, "summits[2014-dushanbe].chair_country", "is that of RU"),
    Break("chairmanships_fit_summits", {"organization.chairmanships[0].country": "RU"}, "summits[2003-moscow].chair_country", "is that of RU"),
    Break("the_last_summit_changes_the_chair", {"organization.chairmanships": lambda items: items[:-1]}, "organization.chairmanships", "none begins at 2025-tianjin"),
    Break("the_last_summit_changes_the_chair", {"organization.chairmanships[21].until": DROP}, "organization.chairmanships[21].until", "the term of CN ended at 2025-tianjin"),
    Break("the_last_summit_changes_the_chair", {"organization.chairmanships": []}, "organization.chairmanships", "none ends at 2025-tianjin"),
]  # fmt: skip


@each("broken", BREAKS)
def test_a_broken_rule_is_told_at_its_place(broken):
    """The fault is found by the rule that it breaks, at its place, in words that name what is wrong."""
    data = whole()
    for path, value in broken.changes.items():
        put(data, path, value)
    where = place(data if "[+]" in broken.place else FIELDS, broken.place)
    survey = Survey(Data.model_validate_json(json.dumps(data)))
    rule = next(rule for rule in RULES if rule.__name__ == broken.rule)
    found = list(rule(survey))
    assert any(broken.words in fault.problem for fault in found if fault.place == where), found


def test_the_real_data_set_breaks_no_rule():
    """What the program comes with holds."""
    assert faults(Survey(Data.model_validate_json(TEXT))) == []


def test_every_rule_is_broken_above():
    """No rule goes without a test."""
    assert {broken.rule for broken in BREAKS} == {rule.__name__ for rule in RULES}


def test_every_rule_says_what_holds():
    """The codebook lists the rules by what they say of themselves: one sentence or more, each different."""
    told = [rule.__doc__ for rule in RULES]
    assert all(text and text.strip().endswith(".") for text in told)
    assert len(set(told)) == len(told)


def test_all_broken_rules_are_told_of_at_once():
    """Faults of several rules in several records are all listed."""
    data = whole()
    put(data, "summits[2024-astana].ordinal", 7)
    put(data, "countries[AZ].alpha3", "ARM")
    put(data, "organization.charter.in_force", "2002-06-06")
    found = parse(json.dumps(data))
    assert {fault.place for fault in found} >= {
        "summits[23].ordinal",
        "countries[3].alpha3",
        "organization.charter.in_force",
    }


def test_a_summit_may_stand_anywhere_in_the_file():
    """The file is put in order by a tool: of one that stands elsewhere no rule says that it and others have a wrong number."""
    data = whole()
    data["summits"].insert(3, data["summits"].pop())
    (fault,) = parse(json.dumps(data))
    assert (fault.place, "stands behind" in fault.problem) == ("summits[4]", True)


def fields_of_form(*patterns: str) -> set[str]:
    """The fields, by kind of record, whose text or texts have one of some forms."""
    records = {"Data": DATA_SCHEMA} | DATA_SCHEMA["$defs"]
    return {
        f"{kind}.{name}"
        for kind, schema in records.items()
        for name, field in schema["properties"].items()
        if any(json.dumps({"pattern": pattern})[1:-1] in json.dumps(field) for pattern in patterns)
    }


def test_no_country_code_escapes_the_rule_on_codes():
    """A field for a code has one of the names that the rule looks for, or is the country's own."""
    looked_for = {"country", "chair_country", "founders", "involves", "members"}
    codes = fields_of_form(COUNTRY)
    assert len(codes) > 10
    assert {code for code in codes if code.partition(".")[2] not in looked_for} == {"Country.code"}


def test_no_date_escapes_the_rule_on_time():
    """A field for a date has one of the names that the rule looks for, but for those that may lie where they like."""
    dates = fields_of_form(DAY, PARTIAL_DATE)
    assert len(dates) > 20
    assert {day for day in dates if day.partition(".")[2] not in DATES} == {"Data.through", "Source.published"}


def test_what_has_not_ended_is_no_fault():
    """A procedure may be open: the Council began it, and the status was not granted yet."""
    data = whole()
    begun = {"country": "MN", "decision": "procedure-started", "category": "member", "sources": SOURCES}
    put(data, "summits[2024-astana].decisions[+]", begun)
    assert not isinstance(parse(json.dumps(data)), list)


def test_a_leader_may_miss_a_part_of_a_summit():
    """Whoever led the delegation to one session can be absent from another, as India's at SCO Plus in 2025."""
    absence = FIELDS["summits"][24]["absences"][3]
    assert (absence["country"], absence["session"]) == ("IN", "SCO Plus")
    data = whole()
    put(data, "summits[2025-tianjin].absences[IN].session", DROP)
    (fault,) = parse(json.dumps(data))
    assert fault.place == "summits[24].absences[3].person"
