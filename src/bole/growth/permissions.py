"""Who learns, who sees how far somebody is, who keeps courses and banks."""

from bole.access.rules import insist, may, may_company
from bole.growth.models import Certificate
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer


def can_read_growth(viewer: Viewer, person_id: int) -> bool:
    """Test if somebody's skills, courses, exams and certificates are open to the viewer."""
    return may(viewer, "read", "growth", person_id)


def can_confirm(viewer: Viewer, person_id: int) -> bool:
    """Test if the viewer may say which level somebody has: the manager; nobody for themselves."""
    return may(viewer, "answer", "growth", person_id)


def can_grant(viewer: Viewer, person_id: int) -> bool:
    """Test if the viewer may give somebody a certificate, or revoke it: HR, of those they look after; nobody for themselves."""
    return may(viewer, "change", "certificate", person_id)


def can_read_certificate(viewer: Viewer, certificate: Certificate) -> bool:
    """Test if a certificate is open to the viewer."""
    return may(viewer, "read", "certificate", certificate.person_id)


def can_keep(viewer: Viewer) -> bool:
    """Test if the viewer may change courses, exams, banks and the catalogue of skills."""
    return may_company(viewer, "change", "growth")


def can_read_banks(viewer: Viewer) -> bool:
    """Test if the viewer sees courses, exams and banks as HR keeps them."""
    return may_company(viewer, "read", "growth")


def insist_on_keeping(viewer: Viewer) -> None:
    """Let pass whoever may change courses, exams, banks and the catalogue.

    :raises NotFound, NotYours: for everybody else
    """
    insist(viewer, "change", "growth")


def insist_on_granting(viewer: Viewer, person_id: int) -> None:
    """Let pass whoever may give this person a certificate or revoke it.

    :raises NotFound: if the person's certificates are not open to the viewer
    :raises NotYours: if they may be read and no more
    """
    if can_grant(viewer, person_id):
        return
    raise NotYours if may(viewer, "read", "certificate", person_id) else NotFound


def can_read_growth_papers(viewer: Viewer, person_id: int) -> bool:
    """Test if somebody's certificates are open to the viewer: not to their mentor."""
    return may(viewer, "read", "certificate", person_id)
