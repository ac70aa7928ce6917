"""Data objections in words, for who answers them."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.clock import local_day
from bole.kit.ui.days import brief_day
from bole.kit.ui.languages import joined as _joined
from bole.work.queries.objections import Doubted, DoubtedRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtShown:
    """One objection in words."""

    ref: str
    person: str
    person_note: str
    title: str
    note: str
    link: str
    words: str
    due: str
    tone: str
    is_late: bool
    has_delays: bool
    outcome: str
    answer: str
    answered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtsShown:
    """The page in words."""

    title: str
    words: str
    waiting: tuple[DoubtShown, ...]
    answered: tuple[DoubtShown, ...]


def doubts_shown(found: Doubted, *, day: date) -> DoubtsShown:
    """Return the objections in words."""
    late = sum(one.objection.due_on < day for one in found.waiting)
    count = len(found.waiting)
    title = ngettext("%(count)s objection waits for an answer", "%(count)s objections wait for an answer", count) % {"count": count}
    return DoubtsShown(
        title=title if count else _("No objection waits for an answer"),
        words=ngettext("%(late)s is past its day.", "%(late)s are past their day.", late) % {"late": late} if late else "",
        waiting=tuple(_shown(one, day) for one in found.waiting),
        answered=tuple(_shown(one, day) for one in found.answered),
    )


def _shown(one: DoubtedRecord, day: date) -> DoubtShown:
    said, is_open = one.objection, one.objection.state == "open"
    is_late = is_open and said.due_on < day
    opened = _("opened %(day)s") % {"day": brief_day(local_day(one.opened_on))} if one.opened_on else ""
    due = _("due %(day)s") % {"day": brief_day(one.item_due_on)} if one.item_due_on else ""
    answered = {"name": said.answered_by, "day": brief_day(local_day(said.answered_at))} if said.answered_at else {}
    return DoubtShown(
        ref=said.ref,
        person=one.person.name,
        person_note=_joined(one.person.unit_name, one.person.number),
        title=said.title or said.external_id,
        note=_joined(one.tool, opened, due),
        link=one.link,
        words=said.words,
        due=(_("late, was due %(day)s") if is_late else _("answer by %(day)s")) % {"day": brief_day(said.due_on)},
        tone="watch" if is_late else "wait",
        is_late=is_late,
        has_delays=one.has_delays,
        outcome="" if is_open else _("corrected") if said.state == "corrected" else _("stays as it is"),
        answer=said.answer,
        answered=_("%(name)s, %(day)s") % answered if answered else "",
    )
