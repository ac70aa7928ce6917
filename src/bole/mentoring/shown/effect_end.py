"""The end of a mentor's role, as the mentor and HR read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from bole.kit.ui.days import brief_day, day
from bole.mentoring.queries.effect import EffectPage
from bole.mentoring.queries.effect_survey import QUESTIONS
from bole.mentoring.shown.effect_range import signed


@dataclass(frozen=True, slots=True, kw_only=True)
class RetirementShown:
    """The end of the role."""

    title: str
    reason: str
    evidence: tuple[str, ...]
    can_object: bool
    objection: str
    answer: str
    answered: str
    is_taken_back: bool
    may_keep: bool
    may_take_back: bool
    ref: str


def retirement_shown(found: EffectPage, *, today: date) -> RetirementShown | None:
    """Return the end of the role in words; nothing where there is none."""
    one = found.retirement
    if one is None:
        return None
    evidence = one.evidence
    title = _(
        "Your mentor role ends on {date}. Reason: {reason}. Thank you for {n} mentees and {h} hours. It takes nothing off your performance "
        "score. You can object until {date2}."
    ).format(
        date=day(one.ends_on), reason=one.reason.rstrip("。."), n=evidence.get("all_mentees", 0), h=evidence.get("hours", 0),
        date2=brief_day(one.object_until),
    )  # fmt: skip
    if one.is_taken_back:
        title = _(
            "HR took the end of your mentor role back on {date}. Your role goes on; you decide when it is open to new mentees."
        ).format(date=day(one.answered_on))
    return RetirementShown(
        title=title,
        reason=one.reason,
        evidence=tuple(_evidence(evidence)),
        can_object=found.is_own and today <= one.object_until and not one.is_taken_back,
        objection=one.objection,
        answer=one.answer,
        answered=_("HR answered on %(day)s") % {"day": brief_day(one.answered_on)} if one.answered_on else "",
        is_taken_back=one.is_taken_back,
        may_keep=found.may_change and one.waits,
        may_take_back=found.may_change and not one.is_taken_back and (one.waits or one.stands(today)),
        ref=one.ref,
    )


def farewell_words(found: EffectPage) -> str:
    """Return that the mentor ended the own role, and what becomes of the mentees; nothing where there is none."""
    one = found.farewell
    if one is None:
        return ""
    said = {"day": brief_day(one.said_on), "name": found.card.name}
    if not found.is_mentor:
        return _("%(name)s chose on %(day)s to stop mentoring.") % said
    if one.hands_over:
        return _("%(name)s chose on %(day)s to stop mentoring: each mentee needs another mentor, until then the pairs go on.") % said
    return _("%(name)s chose on %(day)s to stop mentoring: pairs that run go on to their end, then the role is over.") % said


def _evidence(kept: Mapping[str, object]) -> list[str]:
    x, lo, hi = kept.get("effect"), kept.get("low"), kept.get("high")
    if not isinstance(x, int) or not isinstance(lo, int) or not isinstance(hi, int):
        return []
    lines = [
        _("Effect beside similar colleagues: %(x)s points (likely %(lo)s to %(hi)s), %(n)s mentees, as of %(day)s")
        % {"x": signed(x), "lo": signed(lo), "hi": signed(hi), "n": kept["mentees"], "day": kept["day"]}
    ]
    rates = kept.get("survey")
    if isinstance(rates, Mapping) and rates:
        said = {code: rates.get(code, "–") for code in QUESTIONS}
        lines.append(
            _("On time {a} %, content fits {b} %, problems solved {c} %").format(a=said["on_time"], b=said["fits"], c=said["solved"])
        )
    return lines
