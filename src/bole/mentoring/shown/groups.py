"""Groups in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.ui.days import brief_day
from bole.mentoring.queries.groups import Group, Groups
from bole.mentoring.queries.own import PairNow
from bole.mentoring.shown.naming import framework_name, joined, listed, name_of, place_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberShown:
    """A member, and how far."""

    ref: str
    url: str
    name: str
    note: str
    trail: str
    plan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupShown:
    """The page of a group."""

    ref: str
    title: str
    note: str
    members: tuple[MemberShown, ...]
    talks: tuple[tuple[str, str, str], ...]
    plans: tuple[tuple[str, str], ...]
    without: str
    record_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsShown:
    """The list of groups."""

    rows: tuple[tuple[str, str, str], ...]
    mentees: tuple[tuple[str, str], ...]


def groups_shown(found: Groups) -> GroupsShown:
    """Return the groups in words."""
    rows = tuple(
        (f"/mentoring/groups/{ref}/", listed(name_of(found.people.get(one.mentee_id)) for one in pairs), framework_name(pairs[0]))
        for ref, pairs in found.groups
    )
    alone = tuple((one.ref, joined(name_of(found.people.get(one.mentee_id)), framework_name(one))) for one in found.alone)
    return GroupsShown(rows=rows, mentees=alone)


def group_shown(found: Group) -> GroupShown:
    """Return a group in words."""
    names = {one.pair.mentee_id: name_of(found.people.get(one.pair.mentee_id)) for one in found.members}
    count = len(found.members)
    without = [names[one.pair.mentee_id] for one in found.members if not one.plan_state]
    return GroupShown(
        ref=found.ref, title=ngettext("A group of %(n)s", "A group of %(n)s", count) % {"n": count},
        note=framework_name(found.members[0].pair), members=tuple(_member(one, found, names) for one in found.members),
        talks=tuple(_talk(one.held_on, one.came, names) for one in found.talks),
        plans=tuple((one.pair.ref, names[one.pair.mentee_id]) for one in found.members if one.plan_state),
        without=listed(without), record_url=f"/mentoring/groups/{found.ref}/record/",
    )  # fmt: skip


def member_choices(found: Group) -> list[tuple[str, str]]:
    """Return the members as choices."""
    return [(one.pair.ref, name_of(found.people.get(one.pair.mentee_id))) for one in found.members]


def _member(one: PairNow, found: Group, names: dict[int, str]) -> MemberShown:
    came = sum(one.pair.mentee_id in talk.came for talk in found.talks)
    note = _("came to %(n)s of %(all)s talks") % {"n": came, "all": len(found.talks)} if found.talks else ""
    plan = _("no plan yet") if not one.plan_state else ""
    return MemberShown(
        ref=one.pair.ref, url=f"/mentoring/pairs/{one.pair.ref}/", name=names[one.pair.mentee_id],
        note=joined(place_of(found.people.get(one.pair.mentee_id)), note), trail=f"{one.coverage.done}/{one.coverage.all}", plan=plan,
    )  # fmt: skip


def _talk(held_on: object, came: frozenset[int], names: dict[int, str]) -> tuple[str, str, str]:
    away = [name for person, name in names.items() if person not in came]
    note = _("without %(names)s") % {"names": listed(away)} if away else _("everybody came")
    return brief_day(held_on), f"{len(came)}/{len(names)}", note  # type: ignore[arg-type]  # a day
