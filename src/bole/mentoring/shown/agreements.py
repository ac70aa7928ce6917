"""Mentoring agreements in words: the text in the reader's language, who signed when."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from bole.kit.ui.days import brief_day, moment
from bole.mentoring.queries.agreements import AgreementPage, AgreementsOfCompany
from bole.mentoring.rules.agreement import Sections, fixed_en, fixed_zh
from bole.mentoring.shown.naming import is_english, joined, name_of
from bole.mentoring.shown.overview import span_of

SHORT = 12  # signs of a hash that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedShown:
    """One of the two, and when they signed."""

    name: str
    note: str
    is_signed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementShown:
    """The page."""

    ref: str
    title: str
    note: str
    back: tuple[str, str]
    sections: Sections
    signed: tuple[SignedShown, ...]
    hash: str
    hash_short: str
    made: str
    may_sign: bool
    is_whole: bool
    is_off: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyShown:
    """HR's page of agreements."""

    is_on: bool
    may_change: bool
    words: str
    changed: str
    sections: Sections


def agreement_shown(found: AgreementPage, *, me: int | None) -> AgreementShown:
    """Return the agreement in the reader's language, for one of its two."""
    pair, stands = found.pair, found.stands
    mine = me in stands.signed
    return AgreementShown(
        ref=pair.ref,
        title=_("Mentoring agreement"),
        note=span_of(pair),
        back=(f"/mentoring/pairs/{pair.ref}/", name_of(found.people.get(pair.other(me)))),
        sections=found.en if is_english() else found.zh,
        signed=tuple(_signed(name_of(found.people.get(one)), stands.signed.get(one)) for one in (pair.mentor_id, pair.mentee_id)),
        hash=found.hash,
        hash_short=found.hash[:SHORT],
        made=_("by the plan of %(day)s") % {"day": brief_day(stands.made_at)},
        may_sign=not mine and found.is_on and pair.is_alive,
        is_whole=stands.is_signed_by(pair.mentor_id, pair.mentee_id),
        is_off=not found.is_on,
    )


def _signed(name: str, at: datetime | None) -> SignedShown:
    note = _("signed %(when)s") % {"when": moment(at)} if at else _("not signed yet; mentoring goes on all the same")
    return SignedShown(name=name, note=note, is_signed=at is not None)


def company_shown(found: AgreementsOfCompany) -> CompanyShown:
    """Return HR's page in words."""
    said = {"day": brief_day(found.changed_at), "name": found.changed_by} if found.changed_at else {}
    counted = _("%(n)s signed by both, %(m)s not yet") % {"n": found.signed, "m": found.waiting}
    return CompanyShown(
        is_on=found.is_on,
        may_change=found.may_change,
        words=joined(_("Pairs that run"), counted),
        changed=_("Changed on %(day)s by %(name)s") % said if said else "",
        sections=fixed_en() if is_english() else fixed_zh(),
    )
