"""Certificates and letters: of people, those that end soon, one to read, and what their code tells to anybody."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bole.growth.models import Certificate
from bole.growth.permissions import can_grant, can_read_banks, can_read_certificate
from bole.growth.rules.codes import read_code, spelled
from bole.growth.rules.expiry import state_on
from bole.people.models import Unit
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST_LISTED = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRow:
    """A certificate or letter as of a day. `exam` is the code of the exam that was passed, if one was."""

    ref: str
    code: str
    person_id: int
    kind: str
    exam: str
    certifies: str
    title_zh: str
    title_en: str
    granted_on: date
    valid_until: date | None
    state: Literal["valid", "ended", "revoked"]
    granted_by: str
    reason: str
    revoked_on: date | None
    revoked_why: str

    @property
    def is_valid(self) -> bool:
        """Test if it holds on the day."""
        return self.state == "valid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """All that a code tells to anybody."""

    name: str
    title_zh: str
    title_en: str
    valid_until: date | None


def certificates_of(person_ids: Collection[int], day: date) -> dict[int, tuple[CertificateRow, ...]]:
    """Return the certificates and letters of these people as of a day, the newest first (one query)."""
    rows = Certificate.objects.filter(person__among=person_ids, granted_on__lte=day).select_related("exam").order_by("-granted_on", "-id")
    found: dict[int, list[CertificateRow]] = {one: [] for one in person_ids}
    for one in rows:
        found[one.person_id].append(certificate_row(one, day))
    return {person_id: tuple(papers) for person_id, papers in found.items()}


def certificates_for(viewer: Viewer, *, day: date) -> tuple[CertificateRow, ...]:
    """Return the certificates of those whom HR looks after, the newest first (one query).

    :raises NotFound: unless the viewer is HR
    """
    if not can_read_banks(viewer):
        raise NotFound
    rows = Certificate.objects.select_related("exam").exclude(person=viewer.person_id).order_by("-granted_on", "-id")
    if not viewer.has_role("hr", "hr_admin"):
        rows = rows.filter(person__among=viewer.partnered)
    return tuple(certificate_row(one, day) for one in rows[:MOST_LISTED])


def ending_for(viewer: Viewer, *, day: date, days: int) -> tuple[CertificateRow, ...]:
    """Return the certificates of those whom HR looks after that hold and end within so many days, the first to end first (one query).

    :raises NotFound: unless the viewer is HR
    """
    if not can_read_banks(viewer):
        raise NotFound
    rows = Certificate.objects.filter(valid_until__gte=day, valid_until__lte=day + timedelta(days=days), revoked_on=None)
    rows = rows.select_related("exam").exclude(person=viewer.person_id).order_by("valid_until", "id")
    if not viewer.has_role("hr", "hr_admin"):
        rows = rows.filter(person__among=viewer.partnered)
    return tuple(certificate_row(one, day) for one in rows[:MOST_LISTED])


def granted_for(viewer: Viewer, ref: str, *, day: date) -> CertificateRow:
    """Return one certificate to whoever may revoke it (one query).

    :raises NotFound: for everybody else
    """
    found = _open(viewer, ref)
    if not can_grant(viewer, found.person_id):
        raise NotFound
    return certificate_row(found, day)


def pdf_for(viewer: Viewer, ref: str, *, language: str, day: date) -> tuple[str, bytes]:
    """Return a certificate as a PDF in the reader's language, and its file name (two queries).

    :raises NotFound: unless it is open to the viewer, and holds or held (one that was revoked is printed no more)
    """
    found = _open(viewer, ref)
    if state_on(day, granted_on=found.granted_on, valid_until=None, revoked_on=found.revoked_on) == "revoked":
        raise NotFound
    return f"{spelled(found.code)}.pdf", pdf_of(found, language)


def pdf_of(certificate: Certificate, language: str) -> bytes:
    """Return a certificate or letter as a PDF in Chinese (`zh-hans`) or English (`en`) (one query)."""
    # Here: what prints takes a sixth of a second, which no process should wait for before it can answer.
    from bole.growth.paper import Paper, paper_pdf

    is_english = language.startswith("en")
    company = Unit.objects.filter(kind="company", parent=None).order_by("first_day", "id").first()
    person = certificate.person
    paper = Paper(
        title=certificate.title_en if is_english else certificate.title_zh,
        name=(person.name_en or person.name) if is_english else person.name,
        company=((company.name_en if is_english else "") or company.name) if company is not None else "",
        body=certificate.body_en if is_english else certificate.body_zh,
        kind=certificate.kind,
        granted_on=certificate.granted_on,
        valid_until=certificate.valid_until,
        code=spelled(certificate.code),
        is_english=is_english,
    )
    return paper_pdf(paper)


def verified(typed: str, *, day: date) -> Verified | None:
    """Return what a code tells to anybody: nothing unless a paper of this code holds on the day (one query)."""
    code = read_code(typed)
    found = Certificate.objects.select_related("person").filter(code=code).first() if code else None
    if found is None or certificate_row(found, day).state != "valid":
        return None
    return Verified(name=found.person.name, title_zh=found.title_zh, title_en=found.title_en, valid_until=found.valid_until)


def _open(viewer: Viewer, ref: str) -> Certificate:
    found = Certificate.objects.select_related("person", "exam").filter(ref=ref).first()
    if found is None or not can_read_certificate(viewer, found):
        raise NotFound
    return found


def certificate_row(one: Certificate, day: date) -> CertificateRow:
    """Return a certificate as of a day."""
    return CertificateRow(
        ref=one.ref, code=one.code, person_id=one.person_id, kind=one.kind, exam=one.exam.code if one.exam else "", certifies=one.certifies,
        title_zh=one.title_zh, title_en=one.title_en, granted_on=one.granted_on, valid_until=one.valid_until,
        state=state_on(day, granted_on=one.granted_on, valid_until=one.valid_until, revoked_on=one.revoked_on),
        granted_by=one.granted_by, reason=str(one.reason), revoked_on=one.revoked_on, revoked_why=str(one.revoked_why),
    )  # fmt: skip
