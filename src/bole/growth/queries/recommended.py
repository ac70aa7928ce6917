"""What is recommended to somebody, as last worked out, each with its reason; and what is remembered of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bole.access.rules import insist_on_taking_part
from bole.growth.models import Behaviour, LessOf, Recommended, WithoutRecommendations
from bole.growth.permissions import can_read_banks
from bole.growth.queries.topics import topic_names
from bole.growth.recommendables import Recommendable, recommendables
from bole.growth.rules.recommend import LEAST_PEOPLE
from bole.growth.shown.naming import said
from bole.growth.shown.reasons import why_words
from bole.people.queries import assignments_on
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

Names = Mapping[str, tuple[str, str]]
INTEREST_DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """Something that is recommended, in the reader's words; `ref` names it, `topic` is a code."""

    kind: str
    title: str
    address: str
    why: str
    ref: str
    topic: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendedPage:
    """One's own page: what is recommended (or, switched off, what the catalogue has for the role), and what one wants less of."""

    is_on: bool
    rows: tuple[Recommendation, ...]
    less: tuple[tuple[str, str], ...]  # item, what the person said less of


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedRow:
    """Something that is remembered: `id` erases it."""

    id: int
    what: str
    title: str
    topics: tuple[str, ...]
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """All that is remembered of somebody."""

    is_on: bool
    since: datetime | None
    rows: tuple[RememberedRow, ...]


def recommended_for(person_id: int, *, day: date, at_most: int = 5) -> tuple[Recommendation, ...]:
    """Return what is recommended to somebody, the best first (three queries at most), for the own pages."""
    return _rows(person_id, topic_names(), day=day, at_most=at_most)


def _rows(person_id: int, names: Names, *, day: date, at_most: int) -> tuple[Recommendation, ...]:
    rows = list(Recommended.objects.filter(person=person_id).order_by("place")[:at_most])
    role = _role_name(person_id, day) if any(one.why == "role" for one in rows) else ""
    return tuple(
        Recommendation(
            kind=one.kind, title=said(one.title_zh, one.title_en), address=one.address, ref=one.item, topic=one.topic,
            why=why_words(one.why, _name(one.topic, names), one.count, role=role), minutes=one.minutes,
        )
        for one in rows
    )  # fmt: skip


def _role_name(person_id: int, day: date) -> str:
    row = assignments_on([person_id], day).get(person_id)
    return said(row.family_name, row.family_name_en) if row else ""


def _name(topic: str, names: Names) -> str:
    return said(*names[topic]) if topic in names else topic


def recommended_page(viewer: Viewer, *, day: date, at_most: int = 10) -> RecommendedPage:
    """Return the viewer's own page (four queries; more where recommendations are off).

    :raises NotFound: unless the viewer takes part
    """
    me = insist_on_taking_part(viewer)
    names = topic_names()
    if WithoutRecommendations.objects.filter(person=me).exists():
        return RecommendedPage(is_on=False, rows=_by_catalogue(me, names, day=day, at_most=at_most), less=())
    less = LessOf.objects.filter(person=me).order_by("-at").values_list("item", "topic")
    return RecommendedPage(
        is_on=True, rows=_rows(me, names, day=day, at_most=at_most), less=tuple((item, _name(topic, names)) for item, topic in less)
    )  # fmt: skip


def _by_catalogue(person_id: int, names: Names, *, day: date, at_most: int) -> tuple[Recommendation, ...]:
    """Return what the catalogue has, what is made for the role first: the same for all of the role."""
    row = assignments_on([person_id], day).get(person_id)
    role = row.family_code if row else ""
    things = sorted(
        (one for one in recommendables() if not one.is_plan), key=lambda one: (role not in one.roles, one.kind != "course", one.ref)
    )
    return tuple(_plain(one, names, role) for one in things[:at_most])


def _plain(one: Recommendable, names: Names, role: str) -> Recommendation:
    topic = one.topics[0] if one.topics else ""
    return Recommendation(
        kind=one.kind, title=said(one.title_zh, one.title_en), address=one.address,
        why=why_words("for_role" if role in one.roles else "topic", _name(topic, names), 0), ref=one.ref, topic=topic,
        minutes=one.minutes,
    )  # fmt: skip


def remembered(viewer: Viewer) -> Remembered:
    """Return all that is remembered of the viewer, the latest first (a few queries).

    :raises NotFound: unless the viewer takes part
    """
    me = insist_on_taking_part(viewer)
    off = WithoutRecommendations.objects.filter(person=me).first()
    names = topic_names()
    found = list(Behaviour.objects.filter(person=me).order_by("-day", "-id"))
    titles = {one.ref: said(one.title_zh, one.title_en) for one in recommendables()} if any(one.item for one in found) else {}
    return Remembered(
        is_on=off is None, since=off.at if off else None,
        rows=tuple(
            RememberedRow(
                id=one.pk, what=one.what, day=one.day, title=titles.get(one.item, ""),
                topics=tuple(_name(code, names) for code in one.topics),
            )
            for one in found
        ),
    )  # fmt: skip


def own_behaviour(viewer: Viewer) -> list[dict[str, object]]:
    """Return what is remembered of the viewer, as plain values for a file of one's own.

    :raises NotFound: unless the viewer takes part
    """
    return [{"day": one.day, "what": one.what, "title": one.title, "topics": list(one.topics)} for one in remembered(viewer).rows]


def interests(viewer: Viewer, *, day: date) -> tuple[tuple[str, int], ...]:
    """Return which topics people have learnt about of late, and how many people: topics of fewer than five are not there (three queries).

    :raises NotFound: unless the viewer keeps courses
    """
    if not can_read_banks(viewer):
        raise NotFound
    names, people = topic_names(), dict[str, set[int]]()
    rows = Behaviour.objects.filter(day__gte=day - timedelta(days=INTEREST_DAYS), day__lte=day, what__in=("opened", "finished"))
    for person_id, topics in rows.values_list("person", "topics"):
        for code in topics:
            people.setdefault(code, set()).add(person_id)
    counted = [(_name(code, names), len(found)) for code, found in people.items() if len(found) >= LEAST_PEOPLE]
    return tuple(sorted(counted, key=lambda one: (-one[1], one[0])))
