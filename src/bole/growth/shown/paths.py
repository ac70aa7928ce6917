"""Learning paths in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bole.growth.queries.paths import PathRow, WayStep
from bole.growth.shown.keeping import Line
from bole.growth.shown.naming import minutes_words, said

ICONS = {"course": "graduation-cap", "item": "file-text", "exam": "clipboard-list"}
KINDS = {"course": gettext_lazy("Course"), "item": gettext_lazy("To read"), "exam": gettext_lazy("Exam")}


@dataclass(frozen=True, slots=True, kw_only=True)
class WayShown:
    """A step of a path."""

    url: str
    icon: str
    title: str
    note: str
    is_done: bool
    is_next: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PathShown:
    """A path."""

    url: str
    title: str
    words: str
    note: str
    done: float
    done_words: str
    state: str
    steps: tuple[WayShown, ...]
    next_url: str


def path_shown(found: PathRow) -> PathShown:
    """Return a path in words."""
    count, following = len(found.steps), found.next_step
    steps = ngettext("%(count)s step", "%(count)s steps", count) % {"count": count}
    if following is None:
        state = _("walked to the end")
    else:
        state = _("{done} of {count} steps").format(done=found.done, count=count) if found.done else ""
    return PathShown(
        url=f"/growth/paths/{found.code}/",
        title=said(found.title_zh, found.title_en),
        words=said(found.words_zh, found.words_en),
        note=f"{steps} · {minutes_words(sum(one.minutes for one in found.steps))}",
        done=found.done / count if count else 0.0,
        done_words=f"{found.done}/{count}",
        state=state,
        steps=tuple(_way(one, is_next=one is following) for one in found.steps),
        next_url=following.address if following else "",
    )


def _way(one: WayStep, *, is_next: bool) -> WayShown:
    return WayShown(
        url=one.address, icon="check" if one.is_done else ICONS.get(one.kind, "circle-dot"), title=said(one.title_zh, one.title_en),
        note=f"{KINDS[one.kind]} · {minutes_words(one.minutes)}" if one.address else _("not there any more"), is_done=one.is_done,
        is_next=is_next,
    )  # fmt: skip


def path_lines(rows: Sequence[PathRow]) -> tuple[Line, ...]:
    """Return the paths as HR sees them."""
    return tuple(
        Line(
            url=f"/company/growth/paths/{one.code}/", title=said(one.title_zh, one.title_en), note=path_shown(one).note, trail="",
            tone="" if one.is_offered else "plain", state="" if one.is_offered else _("not offered"),
        )
        for one in rows
    )  # fmt: skip


def path_initial(one: PathRow) -> dict[str, object]:
    """Return what the form of a path begins with."""
    told: dict[str, object] = {
        "code": one.code, "title_zh": one.title_zh, "title_en": one.title_en, "words_zh": one.words_zh, "words_en": one.words_en,
        "is_offered": one.is_offered, "version": one.version,
    }  # fmt: skip
    return told | {f"step_{n}": f"{step.kind}:{step.code}" for n, step in enumerate(one.steps)}


def step_choices(rows: Sequence[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """Return what a path may lead through as choices."""
    words = {"course": _("Course"), "exam": _("Exam"), "item": _("To read")}
    return [(code, _("{kind}: {title}").format(kind=words[code.partition(":")[0]], title=said(zh, en))) for code, zh, en in rows]
