"""What a talk's agenda gathers by itself: alerts, requests for support, what was agreed and is not done, feedback since the last talk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from bole.kit.clock import local_day
from bole.people.queries import managers_on
from bole.reviews.models import ActionPoint, Feedback, OneToOne, Point
from bole.reviews.queries.alerts import open_alerts
from bole.scoring.queries import open_support
from bole.values.viewer import Viewer

SINCE_FIRST = timedelta(days=60)  # of feedback, where there was no talk before


@dataclass(frozen=True, slots=True)
class Gathered:
    """Something to talk about, and where it comes from."""

    source: str
    ref: str
    code: str = ""
    words: str = ""


def gathered_for(viewer: Viewer, talk: OneToOne, *, kept: Sequence[Point], at: datetime) -> list[Gathered]:
    """Return what both may talk about and is not among the kept points (seven queries). Only what both of them see is gathered.

    Who led the report when the talk was planned, and does no more, sees no change and no request for support of theirs.
    """
    leads = managers_on([talk.report_id], local_day(at)).get(talk.report_id) == talk.manager_id
    of_report = [*_alerts(talk, at=at), *_support(viewer, talk, day=local_day(at))] if leads else []
    found = [*of_report, *_agreed(talk), *_feedback(talk, at=at)]
    known = {(one.source, one.source_ref) for one in kept}
    return [one for one in found if (one.source, one.ref) not in known]


def _alerts(talk: OneToOne, *, at: datetime) -> list[Gathered]:
    return [Gathered("alert", one.ref, one.indicator) for one in open_alerts(talk.report_id, at=at)]


def _support(viewer: Viewer, talk: OneToOne, *, day: date) -> list[Gathered]:
    asked = open_support(viewer, [talk.report_id], day=day).get(talk.report_id, ())
    return [Gathered("support", one.ref, words=one.words) for one in asked]


def _agreed(talk: OneToOne) -> list[Gathered]:
    earlier = OneToOne.objects.filter(manager=talk.manager_id, report=talk.report_id).exclude(pk=talk.pk)
    rows = ActionPoint.objects.filter(talk__in=earlier, done_at=None).order_by("due_on", "id")
    return [Gathered("action", one.ref, words=str(one.words)) for one in rows]


def _feedback(talk: OneToOne, *, at: datetime) -> list[Gathered]:
    pair = OneToOne.objects.filter(manager=talk.manager_id, report=talk.report_id).exclude(held_on=None)
    last = pair.order_by("-held_on").values_list("held_on", flat=True).first()
    since = last if last is not None else local_day(at) - SINCE_FIRST
    both = (
        Q(sender=talk.manager_id, recipient=talk.report_id)
        | Q(sender=talk.report_id, recipient=talk.manager_id)
        | Q(recipient=talk.report_id, shared_with=talk.manager_id)
    )
    rows = Feedback.objects.filter(both, taken_back_at=None, sent_at__date__gte=since).order_by("sent_at", "id")
    return [Gathered("feedback", ref, kind) for ref, kind in rows.values_list("ref", "kind")]
