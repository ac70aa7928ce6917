"""One-to-ones in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.ui.days import brief_day, moment
from bole.kit.ui.days import day as day_words
from bole.reviews.queries.counts import LEAST_COUNT, Counts
from bole.reviews.queries.talks import ActionRow, AgendaRow, NoteRow, Talk, TalkRow, Talks
from bole.reviews.shown.feedback import KINDS, PersonShown, person_shown
from bole.reviews.shown.naming import joined, listed, month_of, name_of, names_of_indicators

ICONS = {"alert": "activity", "support": "hand-helping", "action": "list-checks", "feedback": "message-circle", "hand": "circle-dot"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkLine:
    """A talk in a list."""

    url: str
    name: str
    note: str
    tone: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionShown:
    """What was agreed, in words."""

    ref: str
    words: str
    note: str
    tone: str
    state: str
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TalksShown:
    """The page of talks."""

    title: str
    planned: tuple[TalkLine, ...]
    agreed: tuple[ActionShown, ...]
    over: tuple[TalkLine, ...]
    partners: tuple[PersonShown, ...]


def talks_shown(found: Talks, *, me: int, day: date) -> TalksShown:
    """Return the page of talks in words."""
    count = len(found.planned)
    title = ngettext("%(count)s talk is planned", "%(count)s talks are planned", count) % {"count": count}
    return TalksShown(
        title=title if count else _("One-to-ones"),
        planned=tuple(_line(one, found, me, day) for one in found.planned),
        agreed=tuple(action_shown(one, found.people, me=me, day=day) for one in found.agreed),
        over=tuple(_line(one, found, me, day) for one in found.over),
        partners=tuple(
            person_shown(found.people[one], "", base="/one-to-ones/new/?with=") for one in found.partners if one in found.people
        ),
    )


def _line(one: TalkRow, found: Talks, me: int, day: date) -> TalkLine:
    is_late = one.is_planned and one.planned_on < day
    return TalkLine(
        url=f"/one-to-ones/{one.ref}/",
        name=name_of(found.people.get(one.other(me))),
        note=str(day_words(one.held_on or one.planned_on)),
        tone="watch" if is_late else "wait",
        state=_("not noted yet whether it took place")
        if is_late
        else _("today")
        if one.is_planned and one.planned_on == day
        else _off(one),
    )


def _off(one: TalkRow) -> str:
    return _("called off") if one.called_off_at is not None else ""


def action_shown(one: ActionRow, people: object, *, me: int, day: date) -> ActionShown:
    """Return what was agreed in words."""
    assert isinstance(people, dict)  # noqa: S101  (the cards of a query)
    is_done, is_late = one.done_at is not None, one.done_at is None and one.due_on < day
    tone, state = ("done", _("done")) if is_done else ("watch", _("overdue")) if is_late else ("", "")
    who = _("You") if one.owner_id == me else name_of(people.get(one.owner_id))
    return ActionShown(
        ref=one.ref,
        words=one.words,
        note=joined(who, _("by %(day)s") % {"day": brief_day(one.due_on)}),
        tone=tone,
        state=state,
        is_done=is_done,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteShown:
    """A note in words."""

    name: str
    words: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointShown:
    """A point of the agenda in words; `action_ref` is what may be ticked off."""

    key: str
    icon: str
    words: str
    note: str
    url: str
    action_ref: str
    is_open: bool
    notes: tuple[NoteShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkShown:
    """One talk in words."""

    ref: str
    title: str
    face: str
    other: str
    when: str
    is_planned: bool
    is_off: bool
    can_call_off: bool
    can_keep: bool
    agenda: tuple[PointShown, ...]
    notes: tuple[NoteShown, ...]
    private: str
    agreed: tuple[ActionShown, ...]
    history: tuple[TalkLine, ...]
    readers: str


def talk_shown(found: Talk, *, me: int, day: date, opened: str = "") -> TalkShown:
    """Return one talk in words (one query); `opened` is the key of the point that stands open."""
    row, people = found.row, found.people
    other = name_of(people.get(row.other(me)))
    names = names_of_indicators({one.code for one in found.agenda if one.source == "alert"})
    any_planned = any(one.is_planned for one in found.history)
    said = {"people": listed([other, _("you yourself")])}
    return TalkShown(
        ref=row.ref,
        title=_("One-to-one with %(name)s") % {"name": other},
        face=other,
        other=other,
        when=_when(row),
        is_planned=row.is_planned,
        is_off=row.called_off_at is not None,
        can_call_off=row.is_planned and row.made_by_id == me,
        can_keep=row.called_off_at is not None and row.made_by_id == me and row.planned_on >= day and not any_planned,
        agenda=tuple(_point(one, found, names, me, opened) for one in found.agenda),
        notes=tuple(_note(one, found, me) for one in found.notes),
        private=found.private,
        agreed=tuple(action_shown(one, people, me=me, day=day) for one in found.agreed),
        history=tuple(
            TalkLine(
                url=f"/one-to-ones/{one.ref}/", name=str(day_words(one.held_on or one.planned_on)), note="", tone="wait", state=_held(one)
            )
            for one in found.history
        ),
        readers=_("Who can read this: %(people)s. HR knows that you talked and on which day, nothing else.") % said,
    )


def _when(one: TalkRow) -> str:
    if one.called_off_at is not None:
        return _("planned for %(day)s, called off") % {"day": day_words(one.planned_on)}
    return _("took place on %(day)s") % {"day": day_words(one.held_on)} if one.held_on else str(day_words(one.planned_on))


def _held(one: TalkRow) -> str:
    return _("planned") if one.is_planned else _off(one)


def _point(one: AgendaRow, found: Talk, names: dict[str, str], me: int, opened: str) -> PointShown:
    words, note = {
        "alert": (_("%(indicator)s is not as usual") % {"indicator": names.get(one.code, one.code)}, _("a recent change")),
        "support": (one.words, _("support asked for")),
        "action": (one.words, _("agreed earlier")),
        "feedback": (_("Feedback: %(kind)s") % {"kind": KINDS.get(one.code, one.code)}, _("since the last talk")),
    }.get(one.source, (one.words, _("You") if one.by_id == me else name_of(found.people.get(one.by_id or 0))))
    return PointShown(
        key=one.key,
        icon=ICONS.get(one.source, ICONS["hand"]),
        words=words,
        note=note,
        url=f"/feedback/{one.source_ref}/" if one.source == "feedback" else "",
        action_ref=one.source_ref if one.source == "action" and found.row.is_planned else "",
        is_open=one.key == opened,
        notes=tuple(_note(said, found, me) for said in one.notes),
    )


def _note(one: NoteRow, found: Talk, me: int) -> NoteShown:
    return NoteShown(name=_("You") if one.by_id == me else name_of(found.people.get(one.by_id)), words=one.words, when=str(moment(one.at)))


@dataclass(frozen=True, slots=True, kw_only=True)
class CountsShown:
    """What HR reads."""

    months: tuple[tuple[str, str], ...]
    talks: tuple[tuple[str, str], ...]


def counts_shown(found: Counts) -> CountsShown:
    """Return counts and days in words."""
    few = _("fewer than %(least)s") % {"least": LEAST_COUNT}
    pairs = (
        (listed([name_of(found.people.get(one.manager_id)), name_of(found.people.get(one.report_id))]), str(brief_day(one.held_on)))
        for one in found.talks
    )
    return CountsShown(
        months=tuple((month_of(one.month), few if one.pieces is None else str(one.pieces)) for one in found.months),
        talks=tuple(pairs),
    )
