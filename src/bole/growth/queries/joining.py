"""The first weeks as rows: the newcomer's list as somebody stands with it, and trainings."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from bole.growth.models import NewcomerDone, NewcomerStep, Training, TrainingSeat
from bole.growth.permissions import can_read_banks
from bole.growth.rules.joining import is_new, nth_day
from bole.people.models import Person
from bole.people.queries import employments_on
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideStep:
    """A line of the newcomer's list, in both languages; `on` is the working day it is meant for, None in the template."""

    ref: str
    ordinal: int
    day: int
    on: date | None
    title_zh: str
    title_en: str
    words_zh: str
    words_en: str
    minutes: int
    address: str
    by_itself: str
    is_in: bool
    is_done: bool
    version: int


@dataclass(frozen=True, slots=True)
class NewcomerGuide:
    """The newcomer's list of one person, in order."""

    joined_on: date
    steps: tuple[GuideStep, ...]

    @property
    def done(self) -> int:
        """How many lines are done."""
        return sum(one.is_done for one in self.steps)

    @property
    def left(self) -> int:
        """How many lines are left."""
        return len(self.steps) - self.done

    @property
    def next_step(self) -> GuideStep | None:
        """The first line that is not done."""
        return next((one for one in self.steps if not one.is_done), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRow:
    """A training, in both languages. `is_mine`: the reader has a seat; `seats` counts them."""

    ref: str
    title_zh: str
    title_en: str
    words_zh: str
    words_en: str
    place_zh: str
    place_en: str
    begins_at: datetime
    minutes: int
    for_newcomers: bool
    is_called_off: bool
    is_mine: bool
    seats: int
    version: int

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.begins_at + timedelta(minutes=self.minutes)


def joined_on(person_id: int, day: date) -> date | None:
    """Return when somebody came (one query); None for whoever is not employed on the day."""
    found = employments_on([person_id], day).get(person_id)
    return found.joined_on if found else None


def newcomer_guide(person_id: int, *, joined: date) -> NewcomerGuide:
    """Return the newcomer's list as somebody stands with it (one query)."""
    done = NewcomerDone.objects.filter(step=OuterRef("pk"), person=person_id)
    read = Person.objects.filter(pk=person_id).exclude(account__first_page_seen_at=None)
    rows = NewcomerStep.objects.filter(is_in=True).annotate(ticked=Exists(done), first_page=Exists(read)).order_by("ordinal", "id")
    return NewcomerGuide(
        joined,
        tuple(
            guide_step(one, on=nth_day(joined, one.day), is_done=one.ticked or (one.by_itself == "first_page" and one.first_page))
            for one in rows
        ),
    )


def trainings_between(person_id: int, first: date, last: date, *, joined: date | None) -> tuple[TrainingRow, ...]:
    """Return the trainings of these days to which somebody goes, in order (one query); whoever is new goes to those for newcomers."""
    zone = ZoneInfo(settings.TIME_ZONE)
    begins, ends = datetime.combine(first, time.min, zone), datetime.combine(last + timedelta(days=1), time.min, zone)
    mine = Q(is_mine=True)
    found = _with_seats(Training.objects.filter(begins_at__gte=begins, begins_at__lt=ends, called_off_at=None), person_id)
    if joined is not None:
        mine |= Q(for_newcomers=True)
    rows = (training_row(one) for one in found.filter(mine))
    day_of = {one: one.begins_at.astimezone(zone).date() for one in rows}
    return tuple(one for one, day in day_of.items() if one.is_mine or (joined is not None and is_new(joined, day)))


def trainings_ahead(viewer: Viewer, *, at: datetime) -> tuple[TrainingRow, ...]:
    """Return the trainings that are not over (one query).

    :raises NotFound: unless the viewer takes part
    """
    if viewer.person_id is None or viewer.is_external:
        raise NotFound
    rows = Training.objects.filter(begins_at__gte=at - timedelta(hours=10), called_off_at=None)
    return tuple(one for one in map(training_row, _with_seats(rows, viewer.person_id)[:MOST]) if one.ends_at > at)


def kept_trainings(viewer: Viewer) -> tuple[TrainingRow, ...]:
    """Return the trainings as HR keeps them, the latest first (one query).

    :raises NotFound: unless the viewer sees them
    """
    if not can_read_banks(viewer):
        raise NotFound
    return tuple(map(training_row, _with_seats(Training.objects.all(), 0).order_by("-begins_at", "-id")[:MOST]))


def kept_training(viewer: Viewer, ref: str) -> TrainingRow:
    """Return one training as HR keeps it.

    :raises NotFound: unless the viewer sees it and it is there
    """
    found = _with_seats(Training.objects.filter(ref=ref), 0).first() if can_read_banks(viewer) else None
    if found is None:
        raise NotFound
    return training_row(found)


def kept_list(viewer: Viewer) -> tuple[GuideStep, ...]:
    """Return the newcomer's list as HR keeps it (one query).

    :raises NotFound: unless the viewer sees it
    """
    if not can_read_banks(viewer):
        raise NotFound
    return tuple(guide_step(one) for one in NewcomerStep.objects.order_by("-is_in", "ordinal", "id"))


def guide_step(one: NewcomerStep, *, on: date | None = None, is_done: bool = False) -> GuideStep:
    """Return a line of the list as a row."""
    return GuideStep(
        ref=one.ref, ordinal=one.ordinal, day=one.day, on=on, title_zh=one.title_zh, title_en=one.title_en, words_zh=one.words_zh,
        words_en=one.words_en, minutes=one.minutes, address=one.address, by_itself=one.by_itself, is_in=one.is_in, is_done=is_done,
        version=one.version,
    )  # fmt: skip


def _with_seats(rows: QuerySet[Training], person_id: int) -> QuerySet[Training]:
    mine = TrainingSeat.objects.filter(training=OuterRef("pk"), person=person_id)
    all_of_it = TrainingSeat.objects.filter(training=OuterRef("pk")).order_by().values("training").annotate(n=Count("pk")).values("n")
    return rows.annotate(is_mine=Exists(mine), seats=Coalesce(Subquery(all_of_it), 0)).order_by("begins_at", "id")


def training_row(one: Training) -> TrainingRow:
    """Return a training as a row."""
    return TrainingRow(
        ref=one.ref, title_zh=one.title_zh, title_en=one.title_en, words_zh=one.words_zh, words_en=one.words_en, place_zh=one.place_zh,
        place_en=one.place_en, begins_at=one.begins_at, minutes=one.minutes, for_newcomers=one.for_newcomers,
        is_called_off=one.called_off_at is not None, is_mine=getattr(one, "is_mine", False), seats=getattr(one, "seats", 0),
        version=one.version,
    )  # fmt: skip
