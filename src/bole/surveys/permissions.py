"""Who opens and closes rounds, who answers, who sets the calendar. Nobody reads an answer, so there is no permission for it."""

from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer


def insist_on_opening(viewer: Viewer) -> None:
    """Let the system and HR open and close rounds.

    :raises NotYours: for everybody else
    """
    if not viewer.is_system and not viewer.has_role("hr", "hr_partner", "hr_admin"):
        raise NotYours


def insist_on_a_person(viewer: Viewer) -> int:
    """Return the viewer's person: only people answer.

    :raises NotFound: for accounts without one
    """
    if viewer.person_id is None:
        raise NotFound
    return viewer.person_id
