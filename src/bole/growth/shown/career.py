"""Career paths in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.growth.queries.career import Career, Ladder, LadderStep
from bole.growth.requirements import Judged, JudgedLeaf, words_of
from bole.growth.shown.keeping import Line
from bole.growth.shown.naming import said


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedShown:
    """A requirement as somebody stands with it."""

    words: str
    evidence: str
    left: str
    address: str
    tone: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepShown:
    """A step of the ladder."""

    grade: str
    words: str
    tone: str
    state: str
    asked: tuple[AskedShown, ...]
    is_next: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerShown:
    """The page."""

    title: str
    words: str
    post: str
    steps: tuple[StepShown, ...]


def career_shown(found: Career) -> CareerShown:
    """Return somebody's ladder in words."""
    post = found.post
    where = f"{said(post.family_name, post.family_name_en)} · {post.grade_code}" if post else ""
    following = found.next
    return CareerShown(
        title=_title(found),
        words=quickest(following.judged) if following is not None and following.judged is not None else "",
        post=where,
        steps=tuple(_step(one, is_next=one is following) for one in found.steps),
    )


def _title(found: Career) -> str:
    following = found.next
    if not found.steps:
        return _("Your job family has no path yet")
    if following is None:
        return _("You stand on the last step of this path")
    if following.judged is None:
        return _("The rules of {grade} are being mended").format(grade=following.row.grade)
    return to_go(following.row.grade, following.judged)


def to_go(grade: str, judged: Judged) -> str:
    """Say how many steps are left to a grade: “到P6还差2项”."""
    left = len(judged.way)
    if not left:
        return _("You have everything that {grade} asks for").format(grade=grade)
    return ngettext("%(left)s step to %(grade)s", "%(left)s steps to %(grade)s", left) % {"left": left, "grade": grade}


def quickest(judged: Judged) -> str:
    """Say the quickest of what is left."""
    way = judged.way
    return (
        _("The quickest: {item}.").format(item=way[0].finding.left) if way else _("The next talk with your manager is the place to say so.")
    )


def _step(one: LadderStep, *, is_next: bool) -> StepShown:
    tone, state = "plain", ""
    if one.is_reached:
        tone, state = "done", _("reached")
    elif one.judged is not None:
        left = len(one.judged.way)
        tone = "wait" if left else "done"
        state = _("%(count)s to go") % {"count": left} if left else _("all there")
    return StepShown(
        grade=one.row.grade,
        words=said(one.row.words_zh, one.row.words_en),
        tone=tone,
        state=state,
        asked=tuple(_asked(leaf) for leaf in one.judged.leaves) if one.judged is not None else (),
        is_next=is_next,
    )


def _asked(one: JudgedLeaf) -> AskedShown:
    finding = one.finding
    address = finding.address or next((evidence.address for evidence in finding.evidence if evidence.address), "")
    return AskedShown(
        words=words_of(one.leaf), evidence=_("; ").join(evidence.words for evidence in finding.evidence),
        left="" if finding.is_met else finding.left, address=address, tone="done" if finding.is_met else "wait",
        state=_("Met") if finding.is_met else _("Not yet"),
    )  # fmt: skip


def ladders_shown(rows: Sequence[Ladder]) -> tuple[tuple[str, tuple[Line, ...], str], ...]:
    """Return the ladders as HR sees them: the family, its steps, the way to add one."""
    return tuple(
        (
            said(one.name_zh, one.name_en),
            tuple(
                Line(
                    url=f"/company/growth/career/{one.family}/{step.grade}/", title=step.grade, note=said(step.words_zh, step.words_en),
                    trail=step.changed_by,
                )
                for step in one.steps
            ),
            f"/company/growth/career/{one.family}/",
        )
        for one in rows
    )  # fmt: skip
