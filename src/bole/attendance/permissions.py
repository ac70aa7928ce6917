"""Who may see and record absences: the days with their kind are the person's and HR's."""

from bole.access.rules import may
from bole.values.viewer import Viewer

SCOPE = "absences.write"


def can_read_absences(viewer: Viewer, person_id: int) -> bool:
    """Test if the person's absences, with their kinds, are open to the viewer."""
    return may(viewer, "read", "absence", person_id)


def can_change_absences(viewer: Viewer, person_id: int) -> bool:
    """Test if the viewer may record or withdraw them: HR that looks after the person, a program with the scope; nobody their own."""
    return may(viewer, "change", "absence", person_id) or SCOPE in viewer.scopes


def can_list_absences(viewer: Viewer) -> bool:
    """Test if the list of absences is open to the viewer."""
    return viewer.has_role("hr", "hr_partner", "hr_admin")
