"""Why these two are a pair, as both of them may read it."""

from bole.growth.queries import catalogue
from bole.mentoring.queries.matching_own import frameworks_offered
from bole.mentoring.queries.pair_pages import Overview
from bole.mentoring.shown.matching_reasons import names_for, why_words
from bole.mentoring.shown.naming import name_of


def why_of(found: Overview) -> str:
    """Return the sentence, or nothing where no reasons were kept (two queries where there are)."""
    pair = found.now.pair
    if not pair.why_so:
        return ""
    return why_words(name_of(found.people.get(pair.mentor_id)), pair.why_so, names_for(catalogue(), frameworks_offered(), {}))
