"""The pages of recommendations in words."""

from dataclasses import dataclass

from bole.growth.queries.recommended import Recommendation, RecommendedPage, Remembered
from bole.growth.shown.naming import minutes_words
from bole.growth.shown.reasons import ICONS, KINDS, WHATS
from bole.kit.ui.days import brief_day
from bole.kit.ui.languages import listed


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendedShown:
    """A recommendation in words."""

    ref: str
    title: str
    url: str
    icon: str
    kind: str
    note: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageShown:
    """The page in words."""

    is_on: bool
    rows: tuple[RecommendedShown, ...]
    less: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedShown:
    """What is remembered, in words: id, what, about what, when."""

    is_on: bool
    rows: tuple[tuple[int, str, str, str], ...]


def recommended_shown(rows: tuple[Recommendation, ...]) -> tuple[RecommendedShown, ...]:
    """Return recommendations in words; for this page and for the home."""
    return tuple(
        RecommendedShown(
            ref=one.ref, title=one.title, url=one.address, icon=ICONS.get(one.kind, "book-open"), kind=str(KINDS.get(one.kind, one.kind)),
            note=minutes_words(one.minutes) if one.minutes else "", why=one.why,
        )
        for one in rows
    )  # fmt: skip


def page_shown(found: RecommendedPage) -> PageShown:
    """Return one's own page in words."""
    return PageShown(is_on=found.is_on, rows=recommended_shown(found.rows), less=found.less)


def remembered_shown(found: Remembered) -> RememberedShown:
    """Return what is remembered in words."""
    return RememberedShown(
        is_on=found.is_on,
        rows=tuple(
            (
                one.id,
                str(WHATS[one.what]),
                one.title or topics,
                " · ".join([brief_day(one.day), topics] if one.title and topics else [brief_day(one.day)]),
            )
            for one in found.rows
            for topics in [listed(one.topics)]
        ),
    )


def remembered_file(found: Remembered) -> dict[str, object]:
    """Return what is remembered as somebody takes it with them."""
    return {
        "recommendations": "on" if found.is_on else "off",
        "remembered": [
            {"day": one.day.isoformat(), "what": one.what, "title": one.title, "topics": list(one.topics)} for one in found.rows
        ],
    }  # fmt: skip
