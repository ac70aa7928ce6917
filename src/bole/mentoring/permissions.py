"""Who sees and changes what of a pair: the two, whoever looks after them, HR for the plan. Nobody decides about an own pair."""

from typing import Protocol

from bole.access.rules import may
from bole.values.viewer import Viewer


class Pair(Protocol):
    """Whoever has a mentor and a mentee: a row or a model."""

    @property
    def mentor_id(self) -> int:
        """The mentor."""
        ...

    @property
    def mentee_id(self) -> int:
        """The mentee."""
        ...


def has_full_dock(viewer: Viewer) -> bool:
    """Test if five ways are in the viewer's dock already: managers and HR find mentoring on the page “Me”."""
    return bool(viewer.reports) or viewer.has_role("hr", "hr_partner", "hr_admin", "auditor")


def is_of_pair(viewer: Viewer, pair: Pair) -> bool:
    """Test if the viewer is one of the two."""
    return viewer.person_id is not None and viewer.person_id in {pair.mentor_id, pair.mentee_id}


def can_read_days(viewer: Viewer, pair: Pair) -> bool:
    """Test if the viewer may know who the two are, how far they are and on which days they met: the two, managers, HR."""
    return any(may(viewer, "read", "mentoring", one) for one in (pair.mentor_id, pair.mentee_id))


def can_read_overdue(viewer: Viewer, pair: Pair) -> bool:
    """Test if the viewer may know what of a pair is overdue: whoever may know its days, and the upper chain."""
    return can_read_days(viewer, pair) or any(may(viewer, "masked", "mentoring", one) for one in (pair.mentor_id, pair.mentee_id))


def can_change_pair(viewer: Viewer, pair: Pair) -> bool:
    """Test if the viewer may begin, hand over or end the pair as HR: never one of the two."""
    return not is_of_pair(viewer, pair) and may(viewer, "change", "mentoring", pair.mentee_id)


def can_read_handed_in(viewer: Viewer, pair: Pair) -> bool:
    """Test if the viewer reads a plan that was handed in: HR that looks after the mentee."""
    return not is_of_pair(viewer, pair) and may(viewer, "read", "mentoring_plan", pair.mentee_id)


def can_approve_plan(viewer: Viewer, pair: Pair) -> bool:
    """Test if the viewer may approve or return a plan of the pair: HR that looks after the mentee, never one of the two."""
    return not is_of_pair(viewer, pair) and may(viewer, "approve", "mentoring_plan", pair.mentee_id)


def can_open_words(viewer: Viewer, pair: Pair) -> bool:
    """Test if the viewer may, with a reason, open what the two wrote: an HR admin who is neither of them."""
    return not is_of_pair(viewer, pair) and may(viewer, "ask", "mentoring_words", pair.mentee_id)


def can_open_effect(viewer: Viewer, person_id: int) -> bool:
    """Test if the viewer may open what came of somebody's mentoring: the mentor and HR all of it, managers the score as a whole."""
    return may(viewer, "read", "mentor_effect", person_id) or may(viewer, "masked", "mentor_effect", person_id)


def answers_for(viewer: Viewer) -> frozenset[int]:
    """Return for which mentors the viewer answers who asks: the own self, and those who are away and named the viewer, a mentor too."""
    own = frozenset() if viewer.person_id is None else frozenset({viewer.person_id})
    return own | viewer.stands_in_for if viewer.has_role("mentor") else own
