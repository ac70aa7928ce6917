"""Who may see and change what of people, by the permission table of the access room."""

from bole.access.rules import may
from bole.values.viewer import Viewer


def can_read_directory(viewer: Viewer) -> bool:
    """Test if the viewer may see the company's cards: everybody who works here or serves a role, and programs allowed to."""
    return viewer.is_system or viewer.person_id is not None or bool(viewer.roles) or "dir.read" in viewer.scopes


def can_read_contact(viewer: Viewer, person_id: int) -> bool:
    """Test if private contact and birthday are open to the viewer."""
    return may(viewer, "read", "private_contact", person_id)


def can_read_employment(viewer: Viewer, person_id: int) -> bool:
    """Test if grade, contract and career are open to the viewer."""
    return viewer.is_system or may(viewer, "read", "employment", person_id)


def can_change_card(viewer: Viewer, person_id: int) -> bool:
    """Test if the viewer may change name and work contact."""
    return may(viewer, "change", "card", person_id)


def can_change_contact(viewer: Viewer, person_id: int) -> bool:
    """Test if the viewer may change private contact and birthday."""
    return may(viewer, "change", "private_contact", person_id)


def can_change_employment(viewer: Viewer, person_id: int) -> bool:
    """Test if the viewer may change where and as what the person works. Nobody handles their own file."""
    return may(viewer, "change", "employment", person_id)


def can_hire_into(viewer: Viewer, unit_id: int) -> bool:
    """Test if the viewer may bring somebody into the unit."""
    if viewer.is_system or viewer.has_role("hr_admin"):
        return True
    return viewer.has_role("hr", "hr_partner") and unit_id in viewer.units


def can_change_units(viewer: Viewer) -> bool:
    """Test if the viewer may change units, positions, families and grades."""
    return viewer.is_system or viewer.has_role("hr_admin")


def can_see_leavers(viewer: Viewer) -> bool:
    """Test if people who left, whenever, are open to the viewer."""
    return viewer.is_system or viewer.has_role("hr_admin", "auditor")


def can_see_recent_leavers(viewer: Viewer) -> bool:
    """Test if people who left a few days ago, or who are yet to come, are open to the viewer."""
    return viewer.has_role("hr", "hr_partner")
