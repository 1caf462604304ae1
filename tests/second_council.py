"""What the frozen data set lacks, made up: meetings of the heads of government, and facts on what the organisation is.

None of it is true. It stands beside the frozen facts, for tests of code that need such records.
"""

from typing import Any

SOURCES = ["24kg-341784"]


def _came(
    country: str, leader: str | None = None, role: str | None = None, level: str | None = None, **more: str
) -> dict[str, Any]:
    told = {"leader": leader, "role": role, "level": level}
    return {"country": country, **{name: word for name, word in told.items() if word}, "mode": "in-person", **more, "sources": SOURCES}  # fmt: skip


def _coverage(members: str, **more: str) -> dict[str, str]:
    return {"members": members, "observers": "none", "dialogue_partners": "none", **more, "guests": "none"}


PREMIER = {"role": "Prime Minister", "level": "head-of-government"}
MEETINGS: list[dict[str, Any]] = [
    {
        "id": "chg-2003-osh", "ordinal": 1, "start": "2003-09-23", "end": "2003-09-23", "city": "Osh", "country": "KG",
        "chair_country": "KG", "chair_basis": "host", "format": "in-person",
        "coverage": _coverage("partial", observers="not-applicable", dialogue_partners="not-applicable"),
        "delegations": [_came("KZ", "Imangali Tasmagambetov", **PREMIER), _came("RU", **PREMIER)],
        "note": "Who chaired was not read.", "sources": SOURCES,
    },
    {
        "id": "chg-2022-video-in", "ordinal": 2, "start": "2022-11-01", "end": "2022-11-01", "chair_country": "IN",
        "chair_person": "Narendra Modi", "format": "virtual", "coverage": _coverage("complete"),
        "delegations": [
            _came("IN", "Narendra Modi", **PREMIER) | {"mode": "video"},
            _came("KZ", "Bakytzhan Sagintayev", "First Deputy Prime Minister", "deputy") | {"mode": "video"},
            _came("PK", "Shehbaz Sharif", **PREMIER) | {"mode": "video"},
        ],
        "sources": SOURCES,
    },
    {
        "id": "chg-2024-astana", "ordinal": 3, "start": "2024-10-15", "end": "2024-10-16", "city": "Astana", "country": "KZ",
        "chair_country": "KZ", "chair_person": "Bakytzhan Sagintayev", "chair_basis": "opened", "format": "in-person",
        "theme": "Trade", "documents": ["Joint communique"], "coverage": _coverage("complete"),
        "delegations": [
            _came("KZ", "Bakytzhan Sagintayev", "Prime Minister", "head-of-government", session="Enlarged session"),
            _came("CN", "Gong Jianwei", "Chairman of the Government", "head-of-government"),
            _came("PK", "Shehbaz Sharif", **PREMIER),
        ],
        "absences": [
            {"country": "IN", "person": "Narendra Modi", "role": "Prime Minister", "note": "Stayed at home.", "sources": SOURCES},
        ],
        "sources": SOURCES,
    },
]  # fmt: skip
PLANNED: list[dict[str, Any]] = [
    {
        "id": "chg-2026-osh", "start": "2026-10", "end": "2026-10", "city": "Osh", "country": "KG", "chair_country": "KG",
        "note": "Announced.", "sources": SOURCES,
    }
]  # fmt: skip
ORGANIZATION: dict[str, Any] = {
    "meaning": {"text": "The SCO is a made-up organisation.", "note": "Made up.", "sources": SOURCES},
    "aims": [
        {"text": "peace", "article": 1, "sources": SOURCES},
        {"text": "bread", "article": 1, "sources": SOURCES},
    ],
    "principles": [{"text": "patience", "article": 2, "sources": SOURCES}],
    "shanghai_spirit": {
        "elements": ["mutual trust", "equality"], "elements_zh": ["互信", "平等"], "declared": "2001-06-15",
        "city": "Shanghai", "note": "Made up.", "sources": SOURCES,
    },
    "decision_making": {
        "rule": "consensus", "text": "Nobody objects.", "article": 16, "note": "Medium confidence: made up.", "sources": SOURCES,
    },
    "other_names": [{"name": "Shanghai Club", "language": "en", "note": "Made up.", "sources": SOURCES}],
    "sco_day": {"day": "--06-15", "note": "Made up.", "sources": SOURCES},
    "rats_directors": [
        {
            "name": "Vyacheslav Kasymov", "first_named": "2006-06-15", "last_named": "2006-09-15", "note": "Made up.",
            "sources": SOURCES,
        },
        {"name": "Yevgeny Sysoyev", "country": "RU", "since": "2016-01-01", "until": "2018-12-31", "sources": SOURCES},
    ],
    "agreements": [
        {
            "partner": "asean", "organization": "Association of Southeast Asian Nations", "abbreviation": "ASEAN", "kind": "memorandum",
            "party": "SCO Secretariat", "date": "2005-04-21", "city": "Jakarta", "note": "Made up.", "sources": SOURCES,
        },
        {
            "partner": "ur", "organization": "Union of Rivers", "abbreviation": "UR", "kind": "protocol", "party": "SCO", "date": "2010",
            "sources": SOURCES,
        },
        {
            "partner": "ur", "organization": "Union of Rivers", "abbreviation": "UR", "kind": "resolution", "party": "SCO Secretariat",
            "sources": SOURCES,
        },
    ],
}  # fmt: skip
BODIES: list[dict[str, Any]] = [
    {
        "id": "heads-of-government", "name": "Council of Heads of Government (Prime Ministers)", "since": "2003",
        "meets": "once a year", "task": "approves the budget", "sources": SOURCES,
    },
    {
        "id": "bank", "name": "Development Bank", "city": "Osh", "country": "KG", "decided": "2025-09-01",
        "agreement": "2025-09-01", "stage": "agreed", "task": "lends", "sources": SOURCES,
    },
]  # fmt: skip
CONFLICTS: list[dict[str, Any]] = [
    {
        "about": f"Made-up question on {subject}?", "concerns": concerns, "bears_on": ["date"],
        "claims": [{"value": "One", "sources": SOURCES}, {"value": "Another", "sources": ["kremlin-66706"]}],
        "chosen": "One", "why": "Made up.",
    }
    for subject, concerns in (("the meeting in Astana", ["chg-2024-astana"]), ("ASEAN", ["organization", "asean"]))
]  # fmt: skip


def extended(fields: dict[str, Any]) -> dict[str, Any]:
    """A data set with these records beside its own."""
    organization = fields["organization"]
    return fields | {
        "organization": organization | ORGANIZATION | {"bodies": [*organization["bodies"], *BODIES]},
        "heads_of_government_meetings": MEETINGS,
        "planned_heads_of_government_meetings": PLANNED,
        "conflicts": [*fields["conflicts"], *CONFLICTS],
    }
