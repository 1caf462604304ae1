"""What people ask of: which words say it, which roles its words may bind, and what can be asked for.

A line says: the kinds of words that say it (all of ``A B``, either of ``A|B``) | the kinds that may stand with them and say
the same again | the kinds that bind a role | what can be asked for, each with the maker of its query. A line fits a question
if every word of the question is of one of these kinds. To teach a new relation, add a line beside its maker; a new wording
of one belongs in the vocabulary.
"""

from scocli.ask.predicates import delegations, history, meetings, offices, organisation, statuses, visits
from scocli.ask.question import Line

PREDICATES: tuple[Line, ...] = (
    *history.LINES,
    *meetings.LINES,
    *visits.LINES,
    *delegations.LINES,
    *offices.LINES,
    *organisation.LINES,
    *statuses.LINES,
)
