"""One-to-ones: those of somebody, and one with its agenda, notes and what was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.db.models.functions import Coalesce

from bole.access.rules import insist_on_taking_part
from bole.people.queries import Card, cards, get_person_for, managers_on
from bole.reviews.models import ActionPoint, OneToOne, Point, TalkNote
from bole.reviews.permissions import can_read_talk
from bole.reviews.queries.agenda import Gathered, gathered_for
from bole.reviews.queries.recipients import externals
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST_HELD = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRow:
    """A talk in a list: with whom, planned by whom for when, held or called off when."""

    ref: str
    manager_id: int
    report_id: int
    made_by_id: int
    planned_on: date
    held_on: date | None
    called_off_at: datetime | None

    @property
    def is_planned(self) -> bool:
        """Test if it lies ahead."""
        return self.held_on is None and self.called_off_at is None

    def other(self, me: int) -> int:
        """Return the other one of the two."""
        return self.report_id if self.manager_id == me else self.manager_id


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """What was agreed: who does what by when."""

    ref: str
    talk_ref: str
    owner_id: int
    words: str
    due_on: date
    done_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Talks:
    """What somebody's page of talks shows: planned, agreed and open, over (held or called off); with whom a talk may be planned."""

    planned: tuple[TalkRow, ...]
    agreed: tuple[ActionRow, ...]
    over: tuple[TalkRow, ...]
    partners: tuple[int, ...]
    people: dict[int, Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """A note that both read."""

    by_id: int
    words: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """A point of the agenda with its notes. `key` names it in a form."""

    key: str
    source: str
    source_ref: str
    code: str
    words: str
    by_id: int | None
    notes: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One talk as one of the two sees it: the private note is the viewer's own."""

    row: TalkRow
    agenda: tuple[AgendaRow, ...]
    notes: tuple[NoteRow, ...]
    private: str
    agreed: tuple[ActionRow, ...]
    history: tuple[TalkRow, ...]
    people: dict[int, Card]


def talks_for(viewer: Viewer, *, day: date) -> Talks:
    """Return the viewer's talks (nine queries at most).

    :raises NotFound: unless the viewer takes part
    """
    me = insist_on_taking_part(viewer)
    mine = OneToOne.objects.filter(Q(manager=me) | Q(report=me))
    planned = tuple(talk_row(one) for one in mine.filter(held_on=None, called_off_at=None).order_by("planned_on", "id"))
    over = mine.exclude(held_on=None, called_off_at=None).order_by(Coalesce("held_on", "planned_on").desc(), "-id")
    past = tuple(talk_row(one) for one in over[:MOST_HELD])
    agreed = ActionPoint.objects.filter(talk__in=mine, done_at=None).select_related("talk").order_by("due_on", "id")
    manager = managers_on([me], day).get(me)
    leads = {person for person in viewer.reports if person not in externals(list(viewer.reports), day=day)}
    partners = sorted((leads | ({manager} if manager is not None else set())) - {one.other(me) for one in planned})
    named = {*partners, *(one.other(me) for one in (*planned, *past)), *(one.owner_id for one in agreed)}
    return Talks(
        planned=planned,
        agreed=tuple(action_row(one) for one in agreed),
        over=past,
        partners=tuple(partners),
        people=cards(named, day),
    )


def partner_for(viewer: Viewer, number: str, *, day: date) -> Card:
    """Return somebody with whom the viewer has one-to-ones: the manager, or somebody of the team (seven queries).

    :raises NotFound: for everybody else
    """
    me = insist_on_taking_part(viewer)
    card = get_person_for(viewer, number, day)
    leads_me = managers_on([me], day).get(me) == card.person_id
    if not leads_me and (card.person_id not in viewer.reports or externals([card.person_id], day=day)):
        raise NotFound
    return card


def talk_for(viewer: Viewer, ref: str, *, day: date, at: datetime) -> Talk:
    """Return one talk (fourteen queries at most).

    :raises NotFound: unless the viewer is one of the two
    """
    me = insist_on_taking_part(viewer)
    found = OneToOne.objects.filter(ref=ref).first()
    if found is None or not can_read_talk(viewer, found):
        raise NotFound
    notes = list(TalkNote.objects.filter(Q(is_private=False) | Q(by=me), talk=found).order_by("at", "id"))
    points = list(Point.objects.filter(talk=found).order_by("at", "id"))
    gathered = gathered_for(viewer, found, kept=points, at=at) if found.is_planned else []
    pair = OneToOne.objects.filter(manager=found.manager_id, report=found.report_id).exclude(pk=found.pk)
    agreed = ActionPoint.objects.filter(talk=found).select_related("talk").order_by("due_on", "id")
    return Talk(
        row=talk_row(found),
        agenda=_agenda(points, gathered, notes),
        notes=tuple(_note(one) for one in notes if one.point_id is None and not one.is_private),
        private=next((str(one.words) for one in notes if one.is_private), ""),
        agreed=tuple(action_row(one) for one in agreed),
        history=tuple(talk_row(one) for one in pair.order_by("-planned_on", "-id")[:MOST_HELD]),
        people=cards({found.manager_id, found.report_id}, day),
    )


def _agenda(points: Sequence[Point], gathered: Sequence[Gathered], notes: Sequence[TalkNote]) -> tuple[AgendaRow, ...]:
    said: dict[int, list[NoteRow]] = {}
    for one in notes:
        if one.point_id is not None:
            said.setdefault(one.point_id, []).append(_note(one))
    own = [
        AgendaRow(
            key=one.ref,
            source=one.source,
            source_ref=one.source_ref,
            code=one.code,
            words=str(one.words),
            by_id=one.by_id,
            notes=tuple(said.get(one.pk, ())),
        )
        for one in points
    ]
    new = [
        AgendaRow(
            key=f"{one.source}-{one.ref}", source=one.source, source_ref=one.ref, code=one.code, words=one.words, by_id=None, notes=()
        )
        for one in gathered
    ]
    return (*new, *own)


def _note(one: TalkNote) -> NoteRow:
    return NoteRow(by_id=one.by_id, words=str(one.words), at=one.at)


def talk_row(one: OneToOne) -> TalkRow:
    """Return a talk as a row."""
    return TalkRow(
        ref=one.ref, manager_id=one.manager_id, report_id=one.report_id, made_by_id=one.made_by_id, planned_on=one.planned_on,
        held_on=one.held_on, called_off_at=one.called_off_at,
    )  # fmt: skip


def action_row(one: ActionPoint) -> ActionRow:
    """Return what was agreed as a row."""
    return ActionRow(
        ref=one.ref, talk_ref=one.talk.ref, owner_id=one.owner_id, words=str(one.words), due_on=one.due_on, done_at=one.done_at
    )
