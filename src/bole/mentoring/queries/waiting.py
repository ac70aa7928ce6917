"""What waits for HR in mentoring, in one query: applications to mentor, and what mentees asked for."""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, DateField, IntegerField, Value

from bole.access.rules import may, may_company
from bole.mentoring.models import Application, HelpRequest, Mentorship
from bole.mentoring.permissions import can_change_pair
from bole.values.viewer import Viewer

NOBODY, NO_DAY = Value(None, output_field=IntegerField()), Value(None, output_field=DateField())


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Applications that wait for the viewer; requests of mentees that do, and how many of those longer than was promised."""

    applications: int = 0
    requests: int = 0
    late: int = 0


def waiting_for(viewer: Viewer, *, day: date) -> Waiting:
    """Count what waits for an answer of the viewer (one query)."""
    admits = may_company(viewer, "approve", "admission")
    sent = Application.objects.filter(state="waiting").values_list(_kind("application"), "person_id", NOBODY, NO_DAY)
    asked = HelpRequest.objects.filter(answered_at=None)
    rows = sent.union(asked.values_list(_kind("request"), "mentorship__mentee_id", "mentorship__mentor_id", "answer_by"), all=True)
    applications, days = 0, list[date]()
    for kind, person, mentor, answer_by in rows:
        if kind == "application":
            applications += admits and may(viewer, "approve", "admission", person)
        elif can_change_pair(viewer, Mentorship(mentee_id=person, mentor_id=mentor)):
            days.append(answer_by)
    return Waiting(applications=applications, requests=len(days), late=sum(one < day for one in days))


def _kind(name: str) -> Value:
    return Value(name, output_field=CharField())
