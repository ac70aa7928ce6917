"""One's own meetings by their titles alone, for one's own search."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from bole.mentoring.models import Meeting
from bole.values.viewer import Viewer

MOST = 200


@dataclass(frozen=True, slots=True)
class MeetingTitle:
    """A meeting: with whom, on which day, where its record is."""

    other_id: int
    day: date
    address: str


def own_meeting_titles(viewer: Viewer) -> list[MeetingTitle]:
    """Return the meetings of the viewer's own pairs, the newest first (one query)."""
    me = viewer.person_id
    if me is None:
        return []
    rows = Meeting.objects.filter(Q(mentorship__mentor=me) | Q(mentorship__mentee=me)).order_by("-held_on", "-id")
    columns = rows.values_list("mentorship__mentor_id", "mentorship__mentee_id", "held_on", "ref")[:MOST]
    return [
        MeetingTitle(mentee if mentor == me else mentor, held_on, f"/mentoring/meetings/{ref}/") for mentor, mentee, held_on, ref in columns
    ]
