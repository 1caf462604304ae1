"""A meeting, and who of those that are asked about came to it and stayed away from it."""

from collections.abc import Iterable
from functools import cached_property

from scocli.answers import Cell, Column
from scocli.councils import meeting_label, meeting_name
from scocli.days import spoken_range
from scocli.facts.conditions import Among, Condition, Facts, Not, meets
from scocli.facts.conditions.statuses import statement
from scocli.facts.nouns import NOUNS, rank
from scocli.facts.presence import Manner, came, stayed_away
from scocli.facts.verdict import NO, NOT_RECORDED, YES, Verdict, verdict
from scocli.queries.common import CODE, COUNTRY, Draft, Row
from scocli.queries.presence import AWAY, REPRESENTED, represented
from scocli.records import Absence
from scocli.text import capitalized, fold, listed

_NOTE = Column("note", "Note", "detail")
_DELEGATED = (COUNTRY, CODE, *(column for column in REPRESENTED if column.key != "note"), _NOTE)
_ABSENT_PEOPLE = (*AWAY, COUNTRY, CODE, _NOTE)
_ORGANIZATIONS = (
    Column("name", "Organisation"), Column("participant", "Represented by"), Column("role", "Role"), _NOTE,
)  # fmt: skip
_DECIDED = (Column("decision", "Decision"), COUNTRY, CODE, Column("category", "Category", "category"), _NOTE)
_DOCUMENT = (Column("document", "Document"),)
_SUMMARY = (Column("fact", "Fact"), Column("value", "Value"))


class Meeting:
    """A summit, and who of those that are asked about came to it and stayed away from it.

    :ivar manner: how the delegations came that are asked about.
    :ivar countries: codes of the countries asked about; of all without any.
    :ivar where: conditions on them.
    """

    def __init__(
        self, facts: Facts, summit: str, manner: Manner, countries: tuple[str, ...], where: tuple[Condition, ...]
    ) -> None:
        self.facts = facts
        self.data = facts.data
        self.summit = facts.data.meetings[summit]
        self.manner = manner
        self.countries = countries
        self.where = where
        self.name = meeting_name(self.summit)
        self.host = self.data.name(self.summit.country) if self.summit.country else None
        self.dates = spoken_range(self.summit.start, self.summit.end)
        came = self.data.visits_at[summit]
        found = [(visit, self.meets(visit.country) & manner.fits(self.data, visit)) for visit in came]
        self.may_be = [visit for visit, fits in found if fits is not NO]
        self.visits = sorted(
            (visit for visit, fits in found if fits is YES),
            key=lambda visit: (rank(visit.capacity), self.data.place(visit.country)),
        )

    def meets(self, code: str) -> Verdict:
        """Whether a country is one of those asked about."""
        return verdict(not self.countries or code in self.countries) & meets(self.facts, code, self.where)

    def is_of_capacity(self, code: str) -> bool:
        """Whether a country came, or would have come, in a capacity asked about."""
        return not self.manner.capacities or self.data.capacity(self.summit, code) in self.manner.capacities

    @cached_property
    def absent(self) -> list[str]:
        """Codes of the countries that are known to have stayed away."""
        return sorted(
            code
            for code in {*self.data.countries, *self.data.absent[self.summit.id]}
            if self.is_of_capacity(code) and (self.meets(code) & stayed_away(self.data, self.summit, code)) is YES
        )

    @property
    def unknown(self) -> list[str]:
        """Codes of those asked about, or else that held a status, of whom it is not recorded whether they came."""
        known = [code for code in self.data.countries if self.data.capacity(self.summit, code) != "guest"]
        return [
            code
            for code in self.countries or known
            if self.is_of_capacity(code) and (self.meets(code) & came(self.data, self.summit, code)) is NOT_RECORDED
        ]

    @property
    def besides(self) -> list[str]:
        """Codes of the countries that are left out."""
        return [code for condition in self.where for code in _left_out(condition)]

    @property
    def whose(self) -> str:
        """The conditions on countries in words: ' from countries that hosted a summit besides China'."""
        said = [condition.words(self.facts) for condition in self.where if not _left_out(condition)]
        besides = f" besides {listed(self.names(self.besides, ordered=False))}" if self.besides else ""
        return (f" from countries that {listed(said)}" if said else "") + besides

    @property
    def what(self) -> str:
        """The restriction on delegations in words."""
        return self.manner.words(one=len(self.visits) == 1) + self.whose

    @property
    def where_held(self) -> str:
        """'in Tianjin, China', 'by video, chaired from New Delhi, India', or 'by video' alone."""
        if not self.summit.city:
            return "by video"
        how = "by video, chaired from" if self.summit.format == "virtual" else "in"
        return f"{how} {self.summit.city}, {self.host}"

    @property
    def group(self) -> str:
        """The categories asked about, in words; nothing if none is named."""
        return listed([NOUNS[capacity].many for capacity in self.manner.capacities])

    def names(self, codes: Iterable[str], *, ordered: bool = True) -> list[str]:
        """The names of countries, in their order."""
        return [self.data.in_text(code) for code in (self.data.in_order(codes) if ordered else codes)]

    @property
    def unsettled(self) -> list[str]:
        """Of which countries it is not recorded whether they meet the conditions."""
        present = self.data.present[self.summit.id]
        open_ = [code for code in self.data.in_order(present) if self.meets(code) is NOT_RECORDED]
        if not open_:
            return []
        return [capitalized(f"whether {statement(self.facts, open_, self.where)} is not recorded.")]

    # ---- tables

    def summary(self, draft: Draft) -> None:
        """What the summit was, as fact and value."""
        summit = self.summit
        facts: dict[str, Cell] = {
            "Number": summit.ordinal,
            "From": summit.start,
            "To": summit.end,
            "City": summit.city,
            "Host": self.host,
            "Chair": summit.chair_person,
            "Country of the chair": self.data.name(summit.chair_country),
            "Format": summit.format,
            "Title": summit.theme,
        }
        rows = ((fact, summit.sources) for fact in facts.items() if fact[1] is not None)
        draft.table(capitalized(meeting_label(summit)), _SUMMARY, rows)

    def documents(self, draft: Draft) -> None:
        draft.table("Documents", _DOCUMENT, (((name,), self.summit.sources) for name in self.summit.documents))

    def delegations(self, draft: Draft) -> None:
        name = self.data.name
        rows = (((name(v.country), v.country, *represented(v)), v.delegation.sources) for v in self.visits)
        draft.table("Delegations", _DELEGATED, rows)

    @property
    def _told(self) -> list[Absence]:
        """The documented absences of those asked about, by country."""
        told = [a for a in self.summit.absences if self.is_of_capacity(a.country) and self.meets(a.country) is YES]
        return sorted(told, key=lambda absence: self.data.place(absence.country))

    def absences(self, draft: Draft) -> None:
        """Which countries stayed away, told so by a source or by the list of delegations, and of which it is not recorded."""
        data, unlisted = self.data, "Not on the list of delegations, which is complete for its group."
        told = {absence.country: (absence.note, absence.sources) for absence in self._told}
        away = [
            (code, YES.word, *told.get(code, (unlisted, self.summit.sources))) for code in data.in_order(self.absent)
        ]
        open_ = [(code, NOT_RECORDED.word, None, self.summit.sources) for code in data.in_order(self.unknown)]
        known = Column("absent", "Absent", "text" if open_ else "code", labels={NOT_RECORDED.word: "not recorded"})
        draft.cite(*(absence.sources for absence in self.summit.absences))
        rows = (((data.name(code), code, *cells), read) for code, *cells, read in [*away, *open_])
        draft.table("Absent, or not recorded" if open_ else "Absent", (COUNTRY, CODE, known, _NOTE), rows)

    def absent_people(self, draft: Draft) -> None:
        """Who stayed away, from all or a session of it, whether their country came or not."""
        name, told = self.data.name, [absence for absence in self._told if absence.role]
        rows = (((a.person, a.role, a.session, name(a.country), a.country, a.note), a.sources) for a in told)
        draft.table("Absent people", _ABSENT_PEOPLE, rows)

    def organizations(self, draft: Draft) -> None:
        """Which international organisations were represented, and by whom."""
        found = sorted(self.summit.organizations, key=lambda one: fold(one.name))
        rows = (((one.name, one.participant, one.role, one.note), one.sources) for one in found)
        draft.table("Organisations", _ORGANIZATIONS, rows)

    def decisions(self, draft: Draft) -> None:
        """Decisions in the order of the record, those of one kind by country."""
        data, decisions = self.data, self.summit.decisions
        kinds = list(dict.fromkeys((decision.decision, decision.category) for decision in decisions))
        found = sorted(decisions, key=lambda d: (kinds.index((d.decision, d.category)), data.place(d.country or "")))
        rows: list[Row] = []
        for one in found:
            country = data.name(one.country) if one.country else None
            rows.append(((one.decision.replace("-", " "), country, one.country, one.category, one.note), one.sources))
        draft.table("Decisions on status", _DECIDED, rows)


def _left_out(condition: Condition) -> tuple[str, ...]:
    """The countries that a condition does no more than leave out."""
    match condition:
        case Not(of=Among(which=which)):
            return which
    return ()
