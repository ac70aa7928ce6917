"""Mentor scores: computed on one day of each month, never when an answer or a result arrives."""

from collections.abc import Sequence
from datetime import date, datetime

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.models import MentorScore
from bole.mentoring.queries.effect_panel import MentorEffect, adjusted_effects
from bole.mentoring.queries.effect_rows import MenteeRow, contribution_of, mentee_rows
from bole.mentoring.queries.effect_survey import SurveySeen, surveys_of
from bole.mentoring.queries.office_hours import office_minutes
from bole.mentoring.rules.mentor_score import composite
from bole.values.refusal import NotYours
from bole.values.viewer import SYSTEM, Viewer


def compute_mentor_scores(*, day: date, by: Viewer, at: datetime) -> int:
    """Compute the score of each mentor as of a day, before anything is locked, and keep it; return how many are new."""
    rows = mentee_rows(None, day=day)
    effects, whole = adjusted_effects(day=day)
    surveys = surveys_of(rows, day=day)
    office = office_minutes(list(rows), day=day)
    made = [
        _score(person, rows[person], effects.get(person), surveys[person], office=office.get(person, 0), day=day, at=at)
        for person in sorted(rows)
    ]
    for one in made:
        one.parts["programme"] = [whole.effect, whole.low, whole.high] if whole else None
    return keep_mentor_scores(scores=made, day=day, by=by, at=at)


@action("mentoring.keep_mentor_scores")
def keep_mentor_scores(*, scores: Sequence[MentorScore], day: date, by: Viewer, at: datetime) -> int:
    """Keep the scores of a day; what was kept for it before stays as it is. Return how many are new.

    :raises NotYours: unless the system or HR admin does it
    """
    if not (by.is_system or by.has_role("hr_admin")):
        raise NotYours
    known = set(MentorScore.objects.filter(day=day).values_list("person_id", flat=True))
    made = [one for one in scores if one.person_id not in known]
    MentorScore.objects.bulk_create(made)
    on_record(thing=f"mentor_scores {day}")
    return len(made)


def _score(
    person: int, rows: tuple[MenteeRow, ...], effect: MentorEffect | None, survey: SurveySeen, *, office: int, day: date, at: datetime
) -> MentorScore:
    lifts = [one.skill_lift for one in rows if one.skill_lift is not None]
    found = composite(effect=effect.effect if effect else None, skill_lifts=lifts, rates=survey.rates)
    gave = contribution_of(rows, office=office)
    return MentorScore(
        person_id=person,
        day=day,
        growth=found.growth,
        survey=found.survey,
        total=found.total,
        adjusted=effect.effect if effect else None,
        low=effect.low if effect else None,
        high=effect.high if effect else None,
        mentees=effect.mentees if effect else 0,
        parts={
            "skills": [[one.numerator, one.denominator] for one in lifts],
            "survey": {code: one.percent for code, one in survey.published.rates.items()} if survey.published and survey.is_own else {},
            "gave": {"mentees": gave.mentees, "promoted": gave.promoted, "high": gave.high_performers, "minutes": gave.minutes},
        },
        made_at=at,
    )


def compute_scores_of_month(at: datetime) -> str:
    """Compute the scores of this month's first day, once (a job of the timetable): late or twice, they are the same."""
    day = local_day(at).replace(day=1)
    if MentorScore.objects.filter(day=day).exists():
        return "0 mentor scores"
    return f"{compute_mentor_scores(day=day, by=SYSTEM, at=at)} mentor scores"
