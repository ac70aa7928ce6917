"""A duty in words: when it is due, why it moved, when both are free."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from bole.growth.queries import ExamRow
from bole.kit.ui.days import brief_day
from bole.kit.ui.days import day as day_words
from bole.kit.ui.languages import either
from bole.mentoring.queries.duties import DutyOfPair, DutyRow
from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.rules.slots import Slot
from bole.mentoring.shown.naming import name_of
from bole.mentoring.shown.pairs import DutyLine, duty_line
from bole.mentoring.words import duty_name, half_day_words
from bole.people.queries import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotShown:
    """A half day to choose."""

    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActShown:
    """The one thing that does the duty: its words, its icon, and where it is done."""

    words: str
    icon: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyShown:
    """A duty and what the viewer may do about it."""

    ref: str
    day: date
    title: str
    pair: str
    back: str
    pair_url: str
    due: tuple[str, str]
    also: tuple[str, str] | None
    excuses: tuple[str, ...]
    is_late: bool
    is_open: bool
    is_sure: bool
    is_own: bool
    may_nudge: bool
    slots: tuple[SlotShown, ...]
    act: ActShown | None


def duty_shown(
    found: DutyOfPair,
    people: Mapping[int, Card],
    *,
    me: int | None,
    slots: Sequence[Slot],
    reports: Collection[int],
    exam: ExamRow | None,
    day: date,
) -> DutyShown:
    """Return a duty in words, for one of the two or for who leads one of them."""
    duty, pair = found.duty, found.pair
    mentor, mentee = name_of(people.get(pair.mentor_id)), name_of(people.get(pair.mentee_id))
    is_own = me in {pair.mentor_id, pair.mentee_id}
    late = duty.is_overdue(day) and pair.state == "running"
    other = name_of(people.get(pair.other(me))) if is_own else mentor
    return DutyShown(
        ref=duty.ref,
        day=duty.day,
        title=duty_name(duty.kind).capitalize(),
        pair=_("with %(name)s") % {"name": other} if is_own else _("%(mentor)s and %(mentee)s") % {"mentor": mentor, "mentee": mentee},
        back=other if is_own else f"{mentor} · {mentee}",
        pair_url=f"/mentoring/pairs/{pair.ref}/" if is_own else f"/mentoring/pairs/{pair.ref}/seen/",
        due=(_("Was due") if duty.done_on else _("It is due"), day_words(duty.due_on)),
        also=_also(duty),
        excuses=tuple(excuses(duty, pair, people)),
        is_late=late,
        is_open=duty.is_open and pair.is_alive,
        is_sure=duty.is_sure,
        is_own=is_own,
        may_nudge=late and bool({pair.mentor_id, pair.mentee_id} & set(reports)),
        slots=tuple(SlotShown(value=f"{one.day.isoformat()} {one.half}", words=half_day_words(one.day, one.half)) for one in slots),
        act=_act(duty, pair, me=me, exam=exam) if duty.is_open and pair.is_alive and is_own and pair.first_day <= day else None,
    )


def _act(duty: DutyRow, pair: PairRow, *, me: int | None, exam: ExamRow | None) -> ActShown | None:
    """Return what does the duty, for whoever of the two can do it: both record a talk; a report is the mentee's alone."""
    at, is_mentor = f"/mentoring/pairs/{pair.ref}/", me == pair.mentor_id
    if duty.kind == "meeting":
        return ActShown(words=_("Record a talk"), icon="pen-line", url=f"{at}record/")
    if duty.kind == "report":
        return None if is_mentor else ActShown(words=_("Write the report"), icon="file-text", url=f"{at}report/")
    if is_mentor:
        return ActShown(words=_("Record a skill test"), icon="list-checks", url=f"{at}progress/#record-test")
    if exam is not None:
        words = _("Take the test: %(exam)s") % {"exam": either(exam.title_zh, exam.title_en)}
        return ActShown(words=words, icon="list-checks", url=f"/growth/exams/{exam.code}/")
    return ActShown(words=_("Hand in the mark"), icon="list-checks", url="/results/new/?kind=skill_score")


def _also(duty: DutyRow) -> tuple[str, str] | None:
    if duty.done_on is not None:
        return _("Done"), day_words(duty.done_on)
    return (_("Set for"), half_day_words(duty.set_for, duty.set_half)) if duty.set_for else None


def excuses(duty: DutyRow, pair: PairRow, people: Mapping[int, Card]) -> list[str]:
    """Return for whose absence a duty moved, or that the pair rested."""
    found = []
    for one in duty.moved_for:
        if one.get("pause"):
            found.append(_("The pair rested; the date moves to %(date)s.") % {"date": brief_day(duty.due_on)})
        elif "first" in one:
            found.append(
                _("%(who)s is on leave from %(from)s to %(to)s; the date moves to %(date)s.")
                % {
                    "who": name_of(people.get(int(str(one["person"])))),
                    "from": brief_day(date.fromisoformat(str(one["first"]))),
                    "to": brief_day(date.fromisoformat(str(one["last"]))),
                    "date": brief_day(duty.due_on),
                }
            )
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingLine:
    """Something that is due, and with whom."""

    name: str
    line: DutyLine


def coming_shown(found: Sequence[DutyOfPair], people: Mapping[int, Card], *, me: int, day: date) -> list[ComingLine]:
    """Return what is to come in words."""
    return [ComingLine(name=name_of(people.get(one.pair.other(me))), line=duty_line(one.duty, one.pair, day=day)) for one in found]
