"""The library: what everybody who works here may read, one item to read, and one's own history with it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import insist_on_taking_part
from bole.growth.models import Course, CourseStep, Enrolment, LibraryItem, LibraryReading, ReadCount
from bole.kit.clock import local_day
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.vault.files import FileRow, files_of

PUBLISHED = "published"
KINDS = ("article", "case", "guide", "video", "course")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """Something to learn from, in both languages. A course's ref is its code; its reads are those who took it this month."""

    ref: str
    kind: str
    title_zh: str
    title_en: str
    minutes: int
    topics: tuple[str, ...]
    stages: tuple[str, ...]
    address: str
    reads_this_month: int = 0
    words_zh: str = ""
    words_en: str = ""
    roles: tuple[str, ...] = ()
    author_id: int | None = None
    level: int = 0
    published_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPage:
    """An item to read, with its files; `finished_at` is the viewer's own."""

    row: ItemRow
    state: str
    body_zh: str
    body_en: str
    video: str
    author: Card | None
    published_at: datetime | None
    changed_at: datetime
    files: tuple[FileRow, ...]
    opened_at: datetime | None
    finished_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReading:
    """What one has read: which item, when last, when finished."""

    row: ItemRow
    last_at: datetime
    finished_at: datetime | None


def library_items(
    viewer: Viewer, *, kinds: Collection[str] = (), topic: str = "", stage: str = "", refs: Collection[str] | None = None,
    day: date | None = None,
) -> tuple[ItemRow, ...]:  # fmt: skip
    """Return what is published and the courses that are offered, the newest first (five queries at most); reads are of the month of `day`.

    :raises NotFound: unless the viewer learns here, or is the system
    """
    if not viewer.is_system:
        insist_on_taking_part(viewer)
    found = [*_items(kinds, refs, day), *_courses(kinds, refs, day)]
    return tuple(one for one in found if (not topic or topic in one.topics) and (not stage or stage in one.stages))


def items_of_stage(stage: str, *, family: str = "", at_most: int = 0, day: date) -> tuple[ItemRow, ...]:
    """Return the mentor's library of a stage: for this job family first, then the most read this month (two queries); 0 asks for all."""
    rows = LibraryItem.objects.filter(state=PUBLISHED).exclude(stages=[]).defer("text_zh", "text_en", "body_zh", "body_en")
    reads = reads_of(None, day)
    found = [item_row(one, reads.get(one.pk, 0)) for one in rows.order_by("code", "id") if not stage or stage in one.stages]
    fitting = [one for one in found if not one.roles or not family or family in one.roles]
    fitting.sort(key=lambda one: (family not in one.roles, "mentoring" not in one.topics, -one.reads_this_month))
    return tuple(fitting[:at_most] if at_most else fitting)


def written_by(person_id: int, *, day: date) -> tuple[ItemRow, ...]:
    """Return what somebody has written and is on the shelf, the most read this month first (two queries)."""
    rows = list(LibraryItem.objects.filter(author=person_id, state=PUBLISHED).defer("text_zh", "text_en", "body_zh", "body_en"))
    reads = reads_of([one.pk for one in rows], day) if rows else {}
    return tuple(sorted((item_row(one, reads.get(one.pk, 0)) for one in rows), key=lambda one: (-one.reads_this_month, one.ref)))


def item_for(viewer: Viewer, ref: str, *, day: date) -> ItemPage:
    """Return an item to read (seven queries at most).

    :raises NotFound: unless the viewer learns here and it is published
    """
    me = insist_on_taking_part(viewer)
    found = LibraryItem.objects.filter(ref=ref, state=PUBLISHED).first()
    if found is None:
        raise NotFound
    own = LibraryReading.objects.filter(person=me, item=found).first()
    return item_page(found, day=day, own=own)


def item_page(found: LibraryItem, *, day: date, own: LibraryReading | None = None) -> ItemPage:
    """Return an item with its files and author (three queries)."""
    parent = parent_of(found.ref)
    return ItemPage(
        row=item_row(found, reads_of([found.pk], day).get(found.pk, 0)), state=found.state, body_zh=found.body_zh, body_en=found.body_en,
        video=found.video, author=cards([found.author_id], day).get(found.author_id) if found.author_id else None,
        published_at=found.published_at, changed_at=found.changed_at, files=files_of([parent]).get(parent, ()),
        opened_at=own.first_at if own else None, finished_at=own.finished_at if own else None,
    )  # fmt: skip


def own_readings(viewer: Viewer) -> tuple[OwnReading, ...]:
    """Return the viewer's own history, the latest first (one query).

    :raises NotFound: unless the viewer learns here
    """
    me = insist_on_taking_part(viewer)
    rows = LibraryReading.objects.filter(person=me, item__state=PUBLISHED).select_related("item").order_by("-last_at", "-id")
    return tuple(OwnReading(row=item_row(one.item), last_at=one.last_at, finished_at=one.finished_at) for one in rows)


def finished_refs(person_id: int) -> frozenset[str]:
    """Return the refs of the items that somebody has finished, for their own pages (one query)."""
    return frozenset(LibraryReading.objects.filter(person=person_id).exclude(finished_at=None).values_list("item__ref", flat=True))


def reads_of(item_ids: Sequence[int] | None, day: date) -> dict[int, int]:
    """Return how often items were read in the month of a day (one query); None asks for all."""
    rows = ReadCount.objects.filter(month=day.replace(day=1))
    return dict((rows if item_ids is None else rows.filter(item__in=item_ids)).values_list("item", "reads"))


def reads_by_author(person_id: int, day: date) -> tuple[int, int]:
    """Return how many items somebody has written, and how often these were read in the month of a day (two queries)."""
    ids = list(LibraryItem.objects.filter(author=person_id, state=PUBLISHED).values_list("pk", flat=True))
    return len(ids), sum(reads_of(ids, day).values()) if ids else 0


def parent_of(ref: str) -> str:
    """Return the name by which the files of an item are kept."""
    return f"library {ref}"


def item_row(one: LibraryItem, reads: int = 0) -> ItemRow:
    """Return an item as a row."""
    return ItemRow(
        ref=one.ref, kind=one.kind, title_zh=one.title_zh, title_en=one.title_en, minutes=one.minutes, topics=tuple(one.topics),
        stages=tuple(one.stages), address=f"/growth/library/{one.ref}/", reads_this_month=reads, words_zh=one.words_zh,
        words_en=one.words_en, roles=tuple(one.roles), author_id=one.author_id,
        published_on=local_day(one.published_at) if one.published_at else None,
    )  # fmt: skip


def _items(kinds: Collection[str], refs: Collection[str] | None, day: date | None) -> list[ItemRow]:
    wanted = [one for one in kinds if one != "course"]
    if kinds and not wanted:
        return []
    rows = LibraryItem.objects.filter(state=PUBLISHED).defer("text_zh", "text_en", "body_zh", "body_en")
    rows = rows.filter(kind__in=wanted) if wanted else rows
    rows = rows.filter(ref__in=refs) if refs is not None else rows
    reads = reads_of(None, day) if day is not None else {}
    return [item_row(one, reads.get(one.pk, 0)) for one in rows.order_by("-published_at", "-id")]


def _courses(kinds: Collection[str], refs: Collection[str] | None, day: date | None) -> list[ItemRow]:
    if kinds and "course" not in kinds:
        return []
    rows = Course.objects.filter(is_offered=True)
    found = list((rows.filter(code__in=refs) if refs is not None else rows).order_by("code"))
    if not found:
        return []
    minutes: dict[int, int] = {}
    for course_id, spent in CourseStep.objects.filter(is_in=True).values_list("course", "minutes"):
        minutes[course_id] = minutes.get(course_id, 0) + spent
    taken: dict[int, int] = {}
    if day is not None:
        begun = Enrolment.objects.filter(began_at__year=day.year, began_at__month=day.month)
        for course_id in begun.values_list("course", flat=True):
            taken[course_id] = taken.get(course_id, 0) + 1
    return [
        ItemRow(
            ref=one.code, kind="course", title_zh=one.title_zh, title_en=one.title_en, minutes=minutes.get(one.pk, 0),
            topics=tuple(one.topics), stages=(), address=f"/growth/courses/{one.code}/", reads_this_month=taken.get(one.pk, 0),
            words_zh=one.words_zh, words_en=one.words_en, level=one.level,
        )
        for one in found
    ]  # fmt: skip
