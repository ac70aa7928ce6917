"""The library in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bole.growth.queries.library import ItemPage, ItemRow, OwnReading
from bole.growth.queries.library_kept import EditedItem, KeptItem
from bole.growth.rules.shelf import Wanted
from bole.growth.shown.keeping import Line
from bole.growth.shown.naming import minutes_words, said
from bole.kit.ui.controls import Way
from bole.kit.ui.days import brief_day, moment
from bole.people.queries import Card

Names = Mapping[str, tuple[str, str]]
KINDS = {
    "article": gettext_lazy("Article"),
    "case": gettext_lazy("Case"),
    "guide": gettext_lazy("Guide"),
    "video": gettext_lazy("Video"),
    "course": gettext_lazy("Course"),
}
ICONS = {"article": "file-text", "case": "message-square-quote", "guide": "book-open", "video": "play", "course": "graduation-cap"}
STAGE_NAMES = {
    "begin": gettext_lazy("At the beginning"),
    "middle": gettext_lazy("In the middle"),
    "end": gettext_lazy("At the end"),
}
STATES = {
    "draft": ("wait", gettext_lazy("draft")),
    "published": ("done", gettext_lazy("published")),
    "withdrawn": ("plain", gettext_lazy("off the shelf")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemShown:
    """An item in a list."""

    url: str
    icon: str
    title: str
    words: str
    note: str
    is_finished: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadShown:
    """An item to read. The body was cleaned when it was kept."""

    ref: str
    title: str
    note: str
    words: str
    body: SafeString
    video: str
    video_host: str
    author: str
    topics: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str, str], ...]
    finished: str
    about_reads: str
    next: tuple[ItemShown, ...]


def item_shown(one: ItemRow, *, finished: bool = False) -> ItemShown:
    """Return an item in a list."""
    parts = [str(KINDS[one.kind]), minutes_words(one.minutes)]
    if one.reads_this_month:
        parts.append(reads_words(one))
    return ItemShown(
        url=one.address, icon=ICONS[one.kind], title=said(one.title_zh, one.title_en), words=said(one.words_zh, one.words_en),
        note=" · ".join(parts), is_finished=finished,
    )  # fmt: skip


def reads_words(one: ItemRow) -> str:
    """Say how often something was read, or taken, this month."""
    count = one.reads_this_month
    if one.kind == "course":
        return ngettext("%(count)s person took it this month", "%(count)s people took it this month", count) % {"count": count}
    return ngettext("read once this month", "read %(count)s times this month", count) % {"count": count}


def read_shown(found: ItemPage, names: Names, following: Sequence[ItemRow]) -> ReadShown:
    """Return an item to read in words."""
    row = found.row
    author = said(found.author.name, found.author.name_en) if found.author else ""
    parts = [str(KINDS[row.kind]), minutes_words(row.minutes), author]
    return ReadShown(
        ref=row.ref,
        title=said(row.title_zh, row.title_en),
        note=" · ".join(one for one in parts if one),
        words=said(row.words_zh, row.words_en),
        body=body_of(found.body_zh, found.body_en),
        video=found.video,
        video_host=urlsplit(found.video).hostname or "" if found.video else "",
        author=author,
        topics=tuple((f"/growth/library/?topic={one}", said(*names[one])) for one in row.topics if one in names),
        files=tuple((f"/growth/library/{row.ref}/files/{one.ref}/", one.name, f"{one.size / 1024:,.0f} KB") for one in found.files),
        finished=brief_day(found.finished_at) if found.finished_at else "",
        about_reads=reads_words(row) if row.reads_this_month else "",
        next=tuple(item_shown(one) for one in following),
    )


def body_of(zh: str, en: str) -> SafeString:
    """Return a body for the page: it is cleaned HTML of the item, made by `rules.prose` when it was kept."""
    return mark_safe(said(zh, en))  # noqa: S308  (cleaned by nh3 before it was kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfShown:
    """The list with its filters."""

    title: str
    kinds: tuple[Way, ...]
    topics: tuple[tuple[str, str, bool], ...]
    items: tuple[ItemShown, ...]
    has_any: bool
    count: str
    wanted: Wanted
    hidden: tuple[tuple[str, str], ...]
    next_url: str


def shelf_shown(
    found: Sequence[ItemRow], wanted: Wanted, *, names: Names, topics: Sequence[str], finished: frozenset[str], all_of: int, begin: int,
    size: int,
) -> ShelfShown:  # fmt: skip
    """Return the list in words; `found` is what the filters leave, of which a page is shown."""
    kinds = (("", _("All")), *((code, str(name)) for code, name in KINDS.items()))
    shown = found[begin : begin + size]
    count = ngettext("%(count)s thing to learn from", "%(count)s things to learn from", all_of) % {"count": all_of}
    left = begin + size < len(found)
    return ShelfShown(
        title=count if all_of else _("The library"),
        kinds=tuple(Way(words, _way(wanted, kind=code), code == wanted.kind) for code, words in kinds),
        topics=tuple((_way(wanted, topic="" if one == wanted.topic else one), said(*names[one]), one == wanted.topic) for one in topics),
        items=tuple(item_shown(one, finished=one.ref in finished) for one in shown),
        has_any=bool(all_of),
        count=ngettext("%(count)s found", "%(count)s found", len(found)) % {"count": len(found)},
        wanted=wanted,
        hidden=tuple((key, value) for key, value in (("kind", wanted.kind), ("topic", wanted.topic), ("stage", wanted.stage)) if value),
        next_url=_way(wanted, begin=str(begin + size)) if left else "",
    )


def _way(wanted: Wanted, **more: str) -> str:
    told = {"kind": wanted.kind, "topic": wanted.topic, "stage": wanted.stage, "q": wanted.words, **more}
    asked = urlencode({key: value for key, value in told.items() if value})
    return f"/growth/library/?{asked}" if asked else "/growth/library/"


def own_shown(rows: Sequence[OwnReading]) -> tuple[tuple[ItemShown, str], ...]:
    """Return one's own history in words."""
    return tuple(
        (item_shown(one.row, finished=one.finished_at is not None), _("read on {day}").format(day=brief_day(one.last_at))) for one in rows
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenShown:
    """What somebody has written, and how often it was read."""

    finding: str
    items: tuple[ItemShown, ...]


def written_shown(rows: Sequence[ItemRow]) -> WrittenShown:
    """Return what somebody has written in words: “两篇文章本月被读312次”."""
    reads = sum(one.reads_this_month for one in rows)
    pieces = ngettext("%(count)s piece of yours", "%(count)s pieces of yours", len(rows)) % {"count": len(rows)}
    times = ngettext("read once this month", "read %(count)s times this month", reads) % {"count": reads}
    return WrittenShown(finding=_("{pieces}, {times}").format(pieces=pieces, times=times), items=tuple(item_shown(one) for one in rows))


def kept_lines(rows: Sequence[KeptItem], people: Mapping[int, Card]) -> tuple[Line, ...]:
    """Return HR's list in words."""
    return tuple(_kept_line(one, people) for one in rows)


def _kept_line(one: KeptItem, people: Mapping[int, Card]) -> Line:
    author = people.get(one.row.author_id or 0)
    parts = (str(KINDS[one.row.kind]), said(author.name, author.name_en) if author else "", _changed(one))
    tone, state = STATES[one.state]
    return Line(
        url=f"/company/growth/library/{one.row.ref}/", title=said(one.row.title_zh, one.row.title_en),
        note=" · ".join(part for part in parts if part), trail=reads_words(one.row) if one.row.reads_this_month else "",
        tone=tone, state=str(state) if one.state != "published" else "",
    )  # fmt: skip


def _changed(one: KeptItem) -> str:
    return _("{name}, {day}").format(name=one.changed_by, day=brief_day(one.changed_at)) if one.changed_by else ""


def versions_shown(found: EditedItem) -> tuple[tuple[str, str, bool], ...]:
    """Return the versions: what to open, its words, whether it is today's."""
    return tuple(
        (
            f"?version={one.number}",
            _("version {number}, {name}, {moment}").format(number=one.number, name=one.made_by, moment=moment(one.made_at)),
            one.number == found.version,
        )
        for one in found.versions
    )


def topic_choices(names: Names) -> list[tuple[str, str]]:
    """Return topics as choices."""
    return [(code, said(zh, en)) for code, (zh, en) in names.items()]
