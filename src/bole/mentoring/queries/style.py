"""Mentors' styles: learned now, from the structure of records, of those who agreed; switched off, nothing is left, for nothing is kept."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from bole.mentoring.models import Agreed, Meeting, MentorRole
from bole.mentoring.queries.admission import roles_on
from bole.mentoring.rules.style import LEAST_MEETINGS, MeetingShape, Style, style_of
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnStyle:
    """What a mentor sees of the own style: if it is learned, from how many records, and what they come to."""

    is_on: bool
    meetings: int
    least: int
    style: Style | None


def styles_of(mentor_ids: Collection[int], *, day: date) -> dict[int, Style]:
    """Return the styles of those who agreed and have at least ten records (three queries)."""
    agreed = set(
        MentorRole.objects.filter(person__in=mentor_ids, learns_style=True, first_day__lte=day)
        .exclude(last_day__lt=day)
        .values_list("person_id", flat=True)
    )
    found = {person: style_of(shapes) for person, shapes in _shapes(agreed).items()}
    return {person: style for person, style in found.items() if style is not None}


def own_style_for(viewer: Viewer, *, day: date) -> OwnStyle:
    """Return the viewer's own style (four queries).

    :raises NotFound: unless the viewer is a mentor
    """
    if viewer.person_id is None:
        raise NotFound
    role = roles_on([viewer.person_id], day).get(viewer.person_id)
    if role is None:
        raise NotFound
    if not role.learns_style:
        return OwnStyle(is_on=False, meetings=0, least=LEAST_MEETINGS, style=None)
    shapes = _shapes({viewer.person_id}).get(viewer.person_id, [])
    return OwnStyle(is_on=True, meetings=len(shapes), least=LEAST_MEETINGS, style=style_of(shapes))


def _shapes(mentor_ids: Collection[int]) -> dict[int, list[MeetingShape]]:
    """Return the shapes of meetings (two queries): no sealed column is read."""
    if not mentor_ids:
        return {}
    rows = list(
        Meeting.objects.filter(mentorship__mentor__in=mentor_ids).values_list(
            "id", "mentorship__mentor_id", "mentorship_id", "held_on", "minutes", "next_on", "codes"
        )
    )
    agreed = dict(Agreed.objects.filter(meeting__mentorship__mentor__in=mentor_ids).values_list("meeting").annotate(count=Count("pk")))
    found: defaultdict[int, list[MeetingShape]] = defaultdict(list)
    for key, mentor, pair, held_on, minutes, next_on, codes in rows:
        found[mentor].append(
            MeetingShape(
                pair=pair, held_on=held_on, minutes=minutes, agreed=agreed.get(key, 0), has_next=next_on is not None, topics=len(codes)
            )
        )
    return dict(found)
