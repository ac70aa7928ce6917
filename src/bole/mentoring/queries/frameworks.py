"""Frameworks: those that ship and those of the company, the newest version of each."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from bole.access.rules import insist, may_company
from bole.mentoring.models import Framework, Mentorship
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.rules.frameworks import Framed, Material, topics_from
from bole.mentoring.rules.shipped import SHIPPED
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkRow:
    """A framework; number 0 is one that ships and was not used or changed yet. `pairs` run by any version of it."""

    framed: Framed
    number: int
    is_on: bool
    pairs: int
    changed_at: datetime | None
    changed_by: str


@dataclass(frozen=True, slots=True)
class Frameworks:
    """All, those that ship in their order first."""

    rows: tuple[FrameworkRow, ...]
    may_change: bool


def frameworks_for(viewer: Viewer) -> Frameworks:
    """Return the frameworks (two queries).

    :raises NotFound: unless they are open to the viewer
    """
    insist(viewer, "read", "frameworks")
    return Frameworks(tuple(all_frameworks().values()), may_company(viewer, "change", "frameworks"))


def all_frameworks() -> dict[str, FrameworkRow]:
    """Return all frameworks by code (two queries)."""
    counted = Mentorship.objects.filter(state__in=ALIVE).values("framework__code").annotate(count=Count("pk"))
    pairs = {row["framework__code"]: row["count"] for row in counted}
    kept = {one.code: _row(one, pairs) for one in Framework.objects.filter(is_last=True).order_by("code")}
    shipped = {
        code: FrameworkRow(framed=one, number=0, is_on=True, pairs=0, changed_at=None, changed_by="")
        for code, one in SHIPPED.items()
        if code not in kept
    }
    order = [*SHIPPED, *(code for code in kept if code not in SHIPPED)]
    return {code: (kept | shipped)[code] for code in order}


def offered_frameworks() -> dict[str, FrameworkRow]:
    """Return the frameworks that new pairs may have (two queries)."""
    return {code: one for code, one in all_frameworks().items() if one.is_on}


def framework_by(viewer: Viewer, code: str) -> tuple[FrameworkRow, bool]:
    """Return a framework, and whether the viewer may change it (two queries).

    :raises NotFound: unless frameworks are open to the viewer, and there is such a one
    """
    listed = frameworks_for(viewer)
    found = {one.framed.code: one for one in listed.rows}.get(code)
    if found is None:
        raise NotFound
    return found, listed.may_change


def framed_of(one: Framework) -> Framed:
    """Return a framework as a value."""
    return Framed(
        code=one.code,
        zh=one.name_zh,
        en=one.name_en,
        goal_zh=one.goal_zh,
        goal_en=one.goal_en,
        topics=topics_from(one.topics),
        form=one.form,  # type: ignore[arg-type]  # one of the six, as the action keeps it
        months=one.months,
        meeting_every=one.meeting_every,
        test_every=one.test_every,
        report_every=one.report_every,
        materials=tuple(Material(read["zh"], read["en"], read["address"]) for read in one.materials),
    )


def _row(one: Framework, pairs: dict[str, int]) -> FrameworkRow:
    return FrameworkRow(
        framed=framed_of(one),
        number=one.number,
        is_on=one.is_on,
        pairs=pairs.get(one.code, 0),
        changed_at=one.changed_at,
        changed_by=one.changed_by,
    )
