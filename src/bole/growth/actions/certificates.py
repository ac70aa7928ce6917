"""Changes of certificates and letters: granted once, never changed, revoked with a reason."""

from datetime import date, datetime

from bole.growth.actions.skills import withdraw_shown
from bole.growth.events import CertificateGranted, CertificateRevoked
from bole.growth.models import Attempt, Certificate
from bole.growth.permissions import insist_on_granting
from bole.growth.refusals import EndsTooSoon, ReasonMissing, RevokedAlready, TextMissing
from bole.growth.rules.expiry import holds_until
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.kit.refs import new_ref
from bole.people.models import Person
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@action("growth.grant_certificate")
def grant_certificate(
    *,
    person_id: int,
    title_zh: str,
    title_en: str,
    valid_until: date | None,
    reason: str,
    kind: str = "hand",
    body_zh: str = "",
    body_en: str = "",
    certifies: str = "",
    granted_on: date | None = None,
    by: Viewer,
    at: datetime,
) -> Certificate:
    """Give somebody a certificate by hand, or a letter (`kind="letter"`) whose body fills in {name}, {date} and {code}.

    With `certifies` (the code of what an exam grants) it counts as that, as one earned elsewhere does.

    :raises NotFound, NotYours: unless the viewer grants certificates to this person
    :raises TextMissing: if the title is not there in both languages
    :raises ReasonMissing: if no reason is given
    :raises EndsTooSoon: if it ends before it begins
    """
    insist_on_granting(by, person_id)
    if not title_zh.strip() or not title_en.strip():
        raise TextMissing(where="title_en" if title_zh.strip() else "title_zh")
    person = Person.objects.get(pk=person_id)
    if not reason.strip():
        raise ReasonMissing(where="reason", name=person.name)
    begins = granted_on or local_day(at)
    if valid_until is not None and valid_until < begins:
        raise EndsTooSoon(where="valid_until", day=begins)
    return _granted(
        Certificate(
            code=new_code(), person=person, kind=kind, certifies=certifies, title_zh=title_zh.strip(), title_en=title_en.strip(),
            body_zh=body_zh, body_en=body_en, granted_on=begins, valid_until=valid_until, granted_by=by.name, granted_at=at,
            reason=reason.strip(),
        ),
        at=at,
    )  # fmt: skip


def grant_for_pass(attempt: Attempt, *, at: datetime) -> Certificate | None:
    """Grant what a passed exam grants, inside the action that marks it; none where the exam grants none."""
    exam = attempt.exam
    if not exam.certificate:
        return None
    kept = Certificate.objects.filter(attempt=attempt.ref).first()
    if kept is not None:
        return kept
    return _granted(
        Certificate(
            code=new_code(), person_id=attempt.person_id, kind="exam", exam=exam, certifies=exam.certificate, attempt=attempt.ref,
            title_zh=exam.certificate_zh,
            title_en=exam.certificate_en, granted_on=attempt.day, valid_until=holds_until(attempt.day, months=exam.certificate_months),
            granted_by="", granted_at=at,
        ),
        at=at,
    )  # fmt: skip


def _granted(certificate: Certificate, *, at: datetime) -> Certificate:
    certificate.save(force_insert=True)
    on_record(subject=str(certificate.person.ref), thing=f"certificate {certificate.ref}", fields=("certificate",))
    announce(CertificateGranted(certificate.ref, certificate.person_id), at=at)
    return certificate


@action("growth.revoke_certificate")
def revoke_certificate(*, ref: str, reason: str, by: Viewer, at: datetime) -> Certificate:
    """Let a certificate or letter hold no more from today; whoever has it reads the reason.

    :raises NotFound, NotYours: unless the viewer grants certificates to this person
    :raises ReasonMissing: if no reason is given
    :raises RevokedAlready: if it was revoked before
    """
    kept = Certificate.objects.select_for_update(of=("self",)).select_related("person").filter(ref=ref).first()
    if kept is None:
        raise NotFound
    insist_on_granting(by, kept.person_id)
    if kept.revoked_on is not None:
        raise RevokedAlready
    if not reason.strip():
        raise ReasonMissing(where="reason", name=kept.person.name)
    kept.revoked_on, kept.revoked_by, kept.revoked_why, kept.version = local_day(at), by.name, reason.strip(), kept.version + 1
    kept.save(update_fields=["revoked_on", "revoked_by", "revoked_why", "version"])
    if kept.attempt:
        withdraw_shown(about=f"exam {kept.attempt}", at=at)
    on_record(subject=str(kept.person.ref), thing=f"certificate {ref}", fields=("revoked_on",), reason=reason.strip())
    announce(CertificateRevoked(ref, kept.person_id), at=at)
    return kept


def new_code() -> str:
    """Return a new code to verify a paper by."""
    return new_ref()


__all__ = ["grant_certificate", "grant_for_pass", "new_code", "revoke_certificate"]
