"""Mentoring in a group: one mentor gathers some of the own mentees, gives them one plan, and records one talk for all who came.

Each mentee stays a pair of its own: what is due, covered and kept is counted for each; a talk is a record of everybody who came.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bole.kit.action import action, on_record
from bole.kit.refs import new_ref
from bole.mentoring.actions.meetings import record_meeting
from bole.mentoring.models import Mentorship, Plan
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.refusals import GroupTooSmall, NobodyCame, NoPlanToShare, OneFrameworkOnly
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

LEAST_MEMBERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTalk:
    """A talk of a group; `once` names the form that sent it."""

    once: str
    held_on: date
    minutes: int
    place: str
    codes: Collection[str]
    advice: str
    next_on: date | None


@action("mentoring.gather_group")
def gather_group(*, pair_refs: Collection[str], by: Viewer, at: datetime) -> str:
    """Let some of one's own mentees be a group, and return its ref; whoever was in another one is in this one now.

    :raises NotFound: unless all of them are living pairs of the viewer as mentor
    :raises GroupTooSmall: with fewer than two
    :raises OneFrameworkOnly: if they go by different frameworks
    """
    pairs = _own(by, ref__in=set(pair_refs))
    if len(pairs) != len(set(pair_refs)):
        raise NotFound
    if len(pairs) < LEAST_MEMBERS:
        raise GroupTooSmall(least=LEAST_MEMBERS, where="members")
    if len({one.framework.code for one in pairs}) > 1:
        raise OneFrameworkOnly(where="members")
    group = new_ref()
    for one in pairs:
        _set(one, group)
    return group


@action("mentoring.leave_group")
def leave_group(*, group: str, pair_ref: str, by: Viewer, at: datetime) -> Mentorship:
    """Let a mentee leave the group and go on alone; what was recorded stays.

    :raises NotFound: unless it is the viewer's group and a member of it
    """
    found = next((one for one in _members(group, by) if one.ref == pair_ref), None)
    if found is None:
        raise NotFound
    _set(found, "")
    return found


def _set(pair: Mentorship, group: str) -> None:
    pair.group = group
    pair.save(update_fields=["group"])
    on_record(subject=str(pair.mentee.ref), thing=f"mentorship {pair.ref}", fields=("group",))


@action("mentoring.share_plan_in_group")
def share_plan_in_group(*, group: str, pair_ref: str, by: Viewer, at: datetime) -> int:
    """Give the plan of one member to all others who have none yet, as a draft to adapt; return to how many. What waits or runs stays.

    :raises NotFound: unless it is the viewer's group and a member of it
    :raises NoPlanToShare: if that member has no plan
    """
    pairs = _members(group, by)
    chosen = next((one for one in pairs if one.ref == pair_ref), None)
    if chosen is None:
        raise NotFound
    plan = Plan.objects.filter(mentorship=chosen).exclude(state="replaced").order_by("-number").first()
    if plan is None:
        raise NoPlanToShare(where="plan")
    planned = set(Plan.objects.filter(mentorship__in=pairs).values_list("mentorship_id", flat=True))
    without = [one for one in pairs if one.pk not in planned]
    for one in without:
        Plan.objects.create(
            mentorship=one, goal=plan.goal, outcomes=plan.outcomes, topics=plan.topics, codes=plan.codes, changed_at=at, changed_by=by.name
        )  # fmt: skip
        on_record(subject=str(one.mentee.ref), thing=f"mentorship {one.ref}", fields=("plan",))
    return len(without)


@action("mentoring.record_group_talk")
def record_group_talk(*, group: str, came: Collection[str], talk: GroupTalk, by: Viewer, at: datetime) -> int:
    """Record one talk for all who came: each has it as a record of the own pair. All of them or none; return for how many.

    :raises NotFound: unless it is the viewer's group
    :raises NobodyCame: if nobody is ticked
    :raises NotHeldYet, OutsideProgramme, NextBeforeThis, WrongMinutes, NothingTold: if one of the records cannot be so
    """
    pairs = [one for one in _members(group, by) if one.ref in set(came)]
    if not pairs:
        raise NobodyCame(where="came")
    for one in pairs:
        record_meeting(
            pair_ref=one.ref, once=talk.once, held_on=talk.held_on, minutes=talk.minutes, place=talk.place, codes=talk.codes,
            advice=talk.advice, to_do=(), done=(), next_on=_within(one, talk.next_on), by=by, at=at,
        )  # fmt: skip
    on_record(thing=f"group {group}")
    return len(pairs)


def _within(pair: Mentorship, next_on: date | None) -> date | None:
    """Return the next day if the pair's programme still runs on it."""
    return next_on if next_on is not None and next_on <= pair.ends_on else None


def _members(group: str, by: Viewer) -> Sequence[Mentorship]:
    """Lock the living pairs of the viewer's group.

    :raises NotFound: if there is none
    """
    pairs = _own(by, group=group) if group else []
    if not pairs:
        raise NotFound
    return pairs


def _own(by: Viewer, **wanted: object) -> list[Mentorship]:
    found = Mentorship.objects.select_for_update(of=("self",)).select_related("framework", "mentee")
    return list(found.filter(mentor=by.person_id or 0, state__in=ALIVE, **wanted).order_by("pk"))
