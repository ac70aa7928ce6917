"""Who may read an alert, and who may do something about it."""

from datetime import datetime

from bole.access.rules import Relation, may, relations
from bole.signals.models import Alert
from bole.values.viewer import Viewer

# Whose look at an alert is put on the record: everybody but the person and the direct manager.
LOOKED_AS: tuple[Relation, ...] = ("hr_partner", "hr_admin", "auditor", "chain")


def is_shown_to_others(alert: Alert, *, at: datetime) -> bool:
    """Test if the grace is over: until then, and if it closed within it, the person alone sees it."""
    return alert.manager_sees_at <= at and (alert.closed_at is None or alert.closed_at > alert.manager_sees_at)


def is_escalated(alert: Alert, *, at: datetime) -> bool:
    """Test if nobody did anything about it in time, so that the next manager sees it too."""
    if alert.escalates_at is None or alert.escalates_at > at:
        return False
    return alert.closed_at is None or alert.closed_at > alert.escalates_at


def can_read(viewer: Viewer, alert: Alert, *, at: datetime, next_manager: int | None = None) -> bool:
    """Test if the viewer may read the alert; `next_manager` is the manager of the person's manager."""
    if viewer.is_system or may(viewer, "read", "alert", alert.person_id):
        return viewer.is_system or viewer.person_id == alert.person_id or is_shown_to_others(alert, at=at)
    return next_manager is not None and viewer.person_id == next_manager and is_escalated(alert, at=at)


def can_handle(viewer: Viewer, alert: Alert, *, at: datetime) -> bool:
    """Test if the viewer may note steps, snooze it, or say that it is no problem."""
    return may(viewer, "answer", "alert", alert.person_id) and is_shown_to_others(alert, at=at)


def can_check_proposal(viewer: Viewer, alert: Alert, *, next_manager: int | None) -> bool:
    """Test if the viewer may be the second person of another target: who handles the alert, an HR admin, or the manager's manager.

    Nobody checks their own target, nor what they proposed themselves (`actions.proposals.is_own`).
    """
    if viewer.person_id is not None and viewer.person_id == alert.person_id:
        return False
    if may(viewer, "answer", "alert", alert.person_id) or viewer.has_role("hr_admin"):
        return True
    return next_manager is not None and viewer.person_id == next_manager


def can_see_proposal(viewer: Viewer, alert: Alert, *, at: datetime, next_manager: int | None) -> bool:
    """Test if a proposed target is open to the viewer: to whoever reads the alert but the person, and to whoever may check it."""
    if viewer.person_id is not None and viewer.person_id == alert.person_id:
        return False
    return can_read(viewer, alert, at=at, next_manager=next_manager) or can_check_proposal(viewer, alert, next_manager=next_manager)


def can_add_context(viewer: Viewer, alert: Alert) -> bool:
    """Test if the viewer is whom it is about."""
    return may(viewer, "ask", "alert", alert.person_id)


def looked_as(viewer: Viewer, person_id: int) -> str:
    """Return as what the viewer looks at it; empty if that is no look for the record."""
    stands = relations(viewer, person_id)
    if not stands.isdisjoint({"self", "manager", "system"}):
        return ""
    return next((one for one in LOOKED_AS if one in stands), "")
