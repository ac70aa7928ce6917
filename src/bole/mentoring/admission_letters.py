"""The letter of appointment: a paper of the room of growth, which anybody verifies by its code."""

from datetime import date, datetime

from bole.growth.actions.certificates import grant_certificate, revoke_certificate
from bole.growth.models import Certificate
from bole.people.models import Person
from bole.values.viewer import SYSTEM, Viewer

TITLE_ZH, TITLE_EN = "导师聘书", "Letter of appointment as mentor"
UNTIL_ZH = "兹聘请{name}为公司导师，有效期至{date}。校验码：{code}"
UNTIL_EN = "{name} is appointed a mentor of the company until {date}. Code: {code}"
OPEN_ZH = "兹聘请{name}为公司导师，至卸任之日止。校验码：{code}"
OPEN_EN = "{name} is appointed a mentor of the company until the role ends. Code: {code}"


def write_letter(person: Person, *, last_day: date | None, by: Viewer, at: datetime) -> str:
    """Grant the letter, inside the action that admits, and return the code that verifies it."""
    body_zh, body_en = (UNTIL_ZH, UNTIL_EN) if last_day else (OPEN_ZH, OPEN_EN)
    made = grant_certificate(
        person_id=person.pk, title_zh=TITLE_ZH, title_en=TITLE_EN, valid_until=last_day, reason=f"{by.name}: {TITLE_ZH} / {TITLE_EN}",
        kind="letter", body_zh=body_zh, body_en=body_en, by=SYSTEM, at=at,
    )  # fmt: skip
    return made.code


def letter_until(code: str) -> date | None:
    """Return until when a letter was granted."""
    return Certificate.objects.filter(code=code).exclude(code="").values_list("valid_until", flat=True).first()


def end_letters(codes: list[str], *, at: datetime) -> None:
    """Let these letters hold no more, inside the action that ends the roles."""
    reason = "导师任期已结束 / The role as mentor has ended"
    for ref in Certificate.objects.filter(code__in=codes, revoked_on=None).order_by("id").values_list("ref", flat=True):
        revoke_certificate(ref=ref, reason=reason, by=SYSTEM, at=at)
