"""One's own page in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.audit.queries import Look
from bole.home.queries.me import Mine
from bole.home.shown.people import person_row
from bole.kit.ui.days import brief_day, day
from bole.kit.ui.languages import listed
from bole.work.queries import ObjectionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionShown:
    """A record that one questioned, and how far it came."""

    title: str
    note: str
    tone: str
    words: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeShown:
    """All words of the page."""

    name: str
    note: str
    number: str
    export_url: str
    looks: tuple[str, ...]
    objections: tuple[ObjectionShown, ...]


def me_shown(mine: Mine, *, name: str) -> MeShown:
    """Return the page's words; `name` is the account's, for one without a person."""
    return MeShown(
        name=mine.card.name if mine.card else name,
        note=person_row(mine.card).note if mine.card else "",
        number=mine.card.number if mine.card else "",
        export_url=f"/api/v1/people/{mine.card.number}/export" if mine.card else "",
        looks=tuple(_look(one) for one in mine.looks),
        objections=tuple(_objection(one) for one in mine.objections),
    )


def role_words(role: str) -> str:
    """Return as what somebody looked."""
    return {
        "hr_partner": _("HR partner"),
        "hr_admin": _("HR"),
        "auditor": _("auditor"),
        "chain": _("upper manager"),
    }.get(role, role)


def _look(one: Look) -> str:
    role = next((name.removeprefix("as:") for name in one.fields if name.startswith("as:")), "")
    fields = [_field(name) for name in one.fields if not name.startswith("as:")]
    said = {"date": day(one.at), "name": one.by, "role": role_words(role), "field": listed(sorted(set(fields))), "reason": one.reason}
    if one.reason:
        return _("%(date)s: %(name)s (%(role)s) looked at %(field)s. Reason: %(reason)s") % said
    return _("%(date)s: %(name)s (%(role)s) looked at %(field)s.") % said


def _field(name: str) -> str:
    known = {
        "alert": _("a change in your work"),
        "score": _("your score"),
        "contact": _("your private contact"),
        "export": _("your score in an export"),
        "list": _("your score in a list of HR"),
    }
    return known.get(name, _("the records of an indicator"))


def _objection(one: ObjectionRow) -> ObjectionShown:
    tone, words = {
        "open": ("wait", _("checked by %(day)s") % {"day": brief_day(one.due_on)}),
        "corrected": ("done", _("corrected")),
    }.get(one.state, ("done", _("checked, it stays")))
    answer = _("%(name)s: %(answer)s") % {"name": one.answered_by, "answer": one.answer} if one.answer else ""
    return ObjectionShown(title=one.title or one.external_id, note=one.words, tone=tone, words=words, answer=answer)
