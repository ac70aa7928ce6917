"""Why two people are a pair, for pages of other rooms that show it to one of the two."""

from bole.growth.queries import catalogue
from bole.mentoring.queries.matching_own import frameworks_offered
from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.shown.matching_reasons import names_for, why_words


def why_these_two(pair: PairRow, mentor: str) -> str:
    """Return the sentence, or nothing where no reasons were kept (two queries where there are)."""
    return why_words(mentor, pair.why_so, names_for(catalogue(), frameworks_offered(), {})) if pair.why_so else ""
