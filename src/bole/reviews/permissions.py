"""Who may write feedback, and who reads a piece of it: those whom the sender was shown, and nobody else, whatever roles they hold."""

from bole.access.rules import may, takes_part
from bole.reviews.models import Feedback, OneToOne
from bole.values.viewer import Viewer


def readers_of(piece: Feedback) -> frozenset[int]:
    """Return who reads a piece: sender, recipient, and whom the sender shared it with."""
    return frozenset(one for one in (piece.sender_id, piece.recipient_id, piece.shared_with_id) if one is not None)


def can_read_piece(viewer: Viewer, piece: Feedback) -> bool:
    """Test if the viewer is one of its readers; one that was taken back has none."""
    return takes_part(viewer) and piece.taken_back_at is None and viewer.person_id in readers_of(piece)


def can_read_talk(viewer: Viewer, talk: OneToOne) -> bool:
    """Test if the viewer is one of the two."""
    return takes_part(viewer) and viewer.person_id in {talk.manager_id, talk.report_id}


def can_read_talk_days(viewer: Viewer, person_id: int) -> bool:
    """Test if the viewer may know on which days somebody had a one-to-one; never what was said."""
    return may(viewer, "read", "talk_days", person_id)


def can_count(viewer: Viewer) -> bool:
    """Test if the viewer sees how much feedback is given in the company: counts, no names, no words."""
    return viewer.has_role("hr", "hr_partner", "hr_admin")


def keeps_plans(viewer: Viewer) -> bool:
    """Test if the viewer proposes improvement plans, or looks after those who have one."""
    return takes_part(viewer) and (bool(viewer.reports) or viewer.has_role("hr", "hr_partner", "hr_admin"))
