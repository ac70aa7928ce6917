"""Changes of the library: writing an item, publishing and withdrawing it, its files, and what it is to read one."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from django.db.models import F

from bole.access.rules import insist_on_taking_part
from bole.growth.actions.behaviour import note_behaviour
from bole.growth.actions.keeping import write_next
from bole.growth.models import LibraryItem, LibraryReading, LibraryVersion, ReadCount
from bole.growth.permissions import insist_on_keeping
from bole.growth.queries.library import PUBLISHED, parent_of
from bole.growth.refusals import NothingToRead, NotOffered, TextMissing, VideoLinkWrong
from bole.growth.rules.prose import reading_minutes, to_html
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.people.models import Person
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.vault.files import Upload, drop_file, keep_file

LONGEST = 40_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An item as somebody wrote it. `minutes` of 0 are counted from the text; `author_id` is a person, if it is anyone's."""

    kind: str
    title_zh: str
    title_en: str = ""
    words_zh: str = ""
    words_en: str = ""
    text_zh: str = ""
    text_en: str = ""
    topics: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    minutes: int = 0
    video: str = ""
    author_id: int | None = None


@action("growth.save_item")
def save_item(*, ref: str, written: Written, version: int, by: Viewer, at: datetime) -> LibraryItem:
    """Add an item as a draft (`ref` empty) or keep the next version of one; what is published stays so with its new words.

    :raises NotFound: if there is no such item
    :raises TextMissing, NothingToRead, VideoLinkWrong: if it cannot be kept
    :raises ChangedMeanwhile: if somebody changed it first
    """
    insist_on_keeping(by)
    fields = fields_of(written)
    if not ref:
        made = LibraryItem.objects.create(**fields, changed_at=at, changed_by=by.name)
        return _versioned(made, written, by=by, at=at)
    kept = _locked(ref)
    return _versioned(write_next(kept, fields, version=version, by=by, at=at), written, by=by, at=at)


def fields_of(written: Written) -> dict[str, Any]:
    """Return what is kept of an item, its bodies made and its minutes counted.

    :raises TextMissing, NothingToRead, VideoLinkWrong: if it cannot be kept
    """
    told = {key: value.strip() if isinstance(value, str) else value for key, value in asdict(written).items()}
    if not told["title_zh"]:
        raise TextMissing(where="title_zh")
    if told["video"] and not is_video_link(told["video"]):
        raise VideoLinkWrong(where="video")
    if not told["text_zh"] and not told["video"]:
        raise NothingToRead(where="video" if told["kind"] == "video" else "text_zh")
    if told["kind"] == "video" and not told["video"]:
        raise VideoLinkWrong(where="video")
    told |= {key: list(told[key]) for key in ("topics", "stages", "roles")}
    told["minutes"] = told["minutes"] or reading_minutes(told["text_zh"])
    return told | {"body_zh": to_html(told["text_zh"][:LONGEST]), "body_en": to_html(told["text_en"][:LONGEST])}


def held_of(written: Written) -> dict[str, Any]:
    """Return what a version keeps of an item."""
    return {**asdict(written), **{key: list(getattr(written, key)) for key in ("topics", "stages", "roles")}}


def is_video_link(text: str) -> bool:
    """Test if a text is a link that may be followed: of the web, with a host and nobody's password."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc and len(text) <= 300


def _versioned(kept: LibraryItem, written: Written, *, by: Viewer, at: datetime) -> LibraryItem:
    """Keep how the item reads as of this version."""
    LibraryVersion.objects.create(item=kept, number=kept.version, held=held_of(written), made_at=at, made_by=by.name)
    on_record(thing=f"library item {kept.ref}", fields=("text",))
    return kept


def _locked(ref: str) -> LibraryItem:
    found = LibraryItem.objects.select_for_update().filter(ref=ref).first()
    if found is None:
        raise NotFound
    return found


@action("growth.publish_item")
def publish_item(*, ref: str, by: Viewer, at: datetime) -> LibraryItem:
    """Let everybody read an item; publishing it twice is publishing it once.

    :raises NotFound: if there is no such item
    """
    insist_on_keeping(by)
    kept = _locked(ref)
    if kept.state != PUBLISHED:
        kept.state, kept.published_at = PUBLISHED, kept.published_at or at
        kept.save(update_fields=["state", "published_at"])
        on_record(thing=f"library item {ref}", fields=("state",))
    return kept


@action("growth.withdraw_item")
def withdraw_item(*, ref: str, by: Viewer, at: datetime) -> LibraryItem:
    """Take an item off the shelf; it stays with HR, and who read it keeps their history.

    :raises NotFound: if there is no such item
    :raises NotOffered: if it is not on the shelf
    """
    insist_on_keeping(by)
    kept = _locked(ref)
    if kept.state != PUBLISHED:
        raise NotOffered
    kept.state = "withdrawn"
    kept.save(update_fields=["state"])
    on_record(thing=f"library item {ref}", fields=("state",))
    return kept


@action("growth.add_item_file")
def add_item_file(*, ref: str, upload: Upload, by: Viewer, at: datetime) -> str:
    """Keep a file with an item; return its ref.

    :raises NotFound: if there is no such item
    :raises TooLarge, EmptyFile, NotWhatItSays, HoldsTooMuch: if it is no file that is taken
    """
    insist_on_keeping(by)
    kept = _locked(ref)
    return keep_file(upload=upload, parent=parent_of(kept.ref), by=by, at=at).ref


@action("growth.drop_item_file")
def drop_item_file(*, ref: str, file: str, by: Viewer, at: datetime) -> None:
    """Destroy a file of an item.

    :raises NotFound: if there is no such item or file
    """
    insist_on_keeping(by)
    drop_file(ref=file, parent=parent_of(_locked(ref).ref), by=by, at=at)


# Reading leaves no line on the record: what somebody reads is nobody's business but their own.
@action("growth.open_item", is_noted_later=True)
def open_item(*, ref: str, by: Viewer, at: datetime) -> None:
    """Count that an item is read, once a person and day, and keep it in the reader's own history.

    :raises NotFound: unless the viewer learns here and it is published
    """
    me = insist_on_taking_part(by)
    found = LibraryItem.objects.filter(ref=ref, state=PUBLISHED).defer("text_zh", "text_en", "body_zh", "body_en").first()
    if found is None:
        raise NotFound
    own, is_new = LibraryReading.objects.get_or_create(person_id=me, item=found, defaults={"first_at": at, "last_at": at})
    if is_new or local_day(own.last_at) != local_day(at):
        _count(found.pk, at=at, times=1)
        LibraryReading.objects.filter(pk=own.pk).update(last_at=at)
    note_behaviour(person_id=me, what="opened", item=ref, topics=found.topics, by=by, at=at)


def _count(item_id: int, *, at: datetime, times: int) -> None:
    month = local_day(at).replace(day=1)
    count, _ = ReadCount.objects.get_or_create(item_id=item_id, month=month)
    ReadCount.objects.filter(pk=count.pk).update(reads=F("reads") + times)


@action("growth.finish_item", is_noted_later=True)
def finish_item(*, ref: str, by: Viewer, at: datetime) -> None:
    """Note that one has finished an item; finishing it twice is finishing it once.

    :raises NotFound: unless the viewer learns here and it is published
    """
    me = insist_on_taking_part(by)
    found = LibraryItem.objects.filter(ref=ref, state=PUBLISHED).first()
    if found is None:
        raise NotFound
    own, _ = LibraryReading.objects.get_or_create(person_id=me, item=found, defaults={"first_at": at, "last_at": at})
    if LibraryReading.objects.filter(pk=own.pk, finished_at=None).update(finished_at=at):
        note_behaviour(person_id=me, what="finished", item=ref, topics=found.topics, by=by, at=at)


@action("growth.record_readings")
def record_readings(*, readings: Sequence[tuple[int, str, datetime]], by: Viewer, at: datetime) -> int:
    """Take over who read what (person, ref, moment) from before, of imports and of the demo; return how many items were counted.

    :raises NotFound: unless the system says so
    """
    if not by.is_system:
        raise NotFound
    items = dict(LibraryItem.objects.filter(ref__in={ref for _person, ref, _at in readings}).values_list("ref", "pk"))
    people = set(Person.objects.filter(pk__in={person for person, _ref, _at in readings}).values_list("pk", flat=True))
    kept: dict[tuple[int, int], list[datetime]] = {}
    for person, ref, moment in readings:
        if person in people and ref in items:
            kept.setdefault((person, items[ref]), []).append(moment)
    LibraryReading.objects.bulk_create(
        [LibraryReading(person_id=person, item_id=item, first_at=min(times), last_at=max(times)) for (person, item), times in kept.items()],
        ignore_conflicts=True,
    )
    days = {(person, item, local_day(one)): one for (person, item), times in kept.items() for one in times}
    per_month: dict[tuple[int, date], tuple[int, datetime]] = {}
    for (_person, item, day), one in days.items():
        key = (item, day.replace(day=1))
        per_month[key] = (per_month.get(key, (0, one))[0] + 1, one)
    for (item, _month), (times_read, one) in per_month.items():
        _count(item, at=one, times=times_read)
    on_record(thing=f"{len(days)} readings")
    return len(days)
