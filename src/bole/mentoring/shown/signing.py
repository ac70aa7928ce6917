"""How an agreement stands, in words: for one of the two, and for HR."""

from django.utils.translation import gettext as _

from bole.mentoring.queries.agreements import Stands
from bole.mentoring.queries.pairs import PairRow


def stands_words(pair: PairRow, found: Stands | None) -> str:
    """Return how the agreement of a pair stands: signed, or by whom not; nothing where there is none."""
    if found is None:
        return ""
    by_mentor, by_mentee = found.is_signed_by(pair.mentor_id), found.is_signed_by(pair.mentee_id)
    if by_mentor and by_mentee:
        return _("signed by both")
    if by_mentor:
        return _("signed by the mentor, not yet by the mentee")
    return _("signed by the mentee, not yet by the mentor") if by_mentee else _("not signed yet")


def own_stands(pair: PairRow, found: Stands | None, *, me: int | None, is_asked: bool) -> tuple[str, bool]:
    """Return the same for one of the two, and whether their own signature is missing; nothing where none is asked for any more."""
    if found is None:
        return "", False
    if me is not None and not found.is_signed_by(me):
        return (_("two taps; mentoring goes on without it too"), pair.is_alive) if is_asked else ("", False)
    is_whole = found.is_signed_by(pair.mentor_id, pair.mentee_id)
    return (_("signed by both") if is_whole else _("you signed, the other one not yet")), False
