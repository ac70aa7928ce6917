"""What came of mentoring, for whoever may see it: the mentor and HR all of it, managers the score as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bole.access.rules import may, may_company
from bole.kit.clock import local_day
from bole.mentoring.models import Coaching, MentorRole, MentorScore, Mentorship, MethodUse, Retirement
from bole.mentoring.permissions import can_open_effect
from bole.mentoring.queries.effect_kept import Kept, kept_of
from bole.mentoring.queries.effect_rows import MenteeRow, contribution_of, mentee_rows
from bole.mentoring.queries.effect_survey import SurveySeen, surveys_of
from bole.mentoring.queries.office_hours import office_minutes
from bole.mentoring.rules.dates import months_later
from bole.mentoring.rules.growth_figures import Contribution
from bole.people.queries import Card, cards, ids_of
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """A mentor's score of a day of the calendar; scores in hundredths of 100, effects in hundredths of a point of 5."""

    person_id: int
    day: date
    growth: int | None
    survey: int | None
    total: int | None
    adjusted: int | None
    low: int | None
    high: int | None
    mentees: int
    skills: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RetirementRow:
    """The end of a role as the mentor reads it."""

    ref: str
    reason: str
    decided_by_id: int
    ends_on: date
    object_until: date
    objection: str
    waits: bool
    answer: str
    answered_on: date | None
    is_taken_back: bool
    evidence: Mapping[str, object]

    def stands(self, day: date) -> bool:
        """Test if it ends a role that somebody holds on the day."""
        return not self.is_taken_back and day <= self.ends_on


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachingRow:
    """Help that is under way, or was."""

    ref: str
    course: str
    words: str
    mentees: int
    opened_on: date
    again_on: date
    is_open: bool
    came_of_it: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Farewell:
    """A mentor ended the own role; it has a last day once no pair runs."""

    said_on: date
    words: str
    hands_over: bool
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectPage:
    """Everything about one mentor. `rows` are empty for managers, who see the score as a whole."""

    card: Card
    is_own: bool
    is_whole_only: bool
    may_change: bool
    is_mentor: bool
    farewell: Farewell | None
    score: ScoreRow | None
    before: ScoreRow | None
    next_day: date
    rows: tuple[MenteeRow, ...]
    gave: Contribution | None
    kept: Kept | None
    survey: SurveySeen | None
    coaching: CoachingRow | None
    retirement: RetirementRow | None
    people: Mapping[int, Card]
    readable: frozenset[int]


def can_read_effect(viewer: Viewer, person_id: int) -> bool:
    """Test if the viewer sees all that came of somebody's mentoring."""
    return may(viewer, "read", "mentor_effect", person_id)


def can_see_health(viewer: Viewer) -> bool:
    """Test if the viewer sees how the programme does."""
    return may_company(viewer, "read", "mentoring_health")


def effect_of(viewer: Viewer, *, day: date) -> EffectPage:
    """Return the viewer's own page.

    :raises NotFound: for accounts without a person, and whoever never mentored
    """
    if viewer.person_id is None:
        raise NotFound
    return _page(viewer, viewer.person_id, day=day)


def effect_for(viewer: Viewer, number: str, *, day: date) -> EffectPage:
    """Return somebody's page to HR, or the score as a whole to managers.

    :raises NotFound: for everybody else, and of people who never mentored
    """
    person_id = ids_of([number]).get(number)
    if person_id is None or not can_open_effect(viewer, person_id):
        raise NotFound
    return _page(viewer, person_id, day=day)


def _page(viewer: Viewer, person_id: int, *, day: date) -> EffectPage:
    roles = list(MentorRole.objects.filter(person=person_id).order_by("first_day", "pk"))
    if not roles:
        raise NotFound
    whole_only = not can_read_effect(viewer, person_id)
    rows = () if whole_only else mentee_rows([person_id], day=day).get(person_id, ())
    mentees = {one.pair.mentee_id for one in rows}
    retirement = None if whole_only else last_retirement(person_id)
    people = cards({person_id, *mentees, *({retirement.decided_by_id} if retirement else set())}, day)
    if person_id not in people:
        raise NotFound
    scores = list(MentorScore.objects.filter(person=person_id, day__lte=day).order_by("-day")[:2])
    return EffectPage(
        card=people[person_id],
        is_own=viewer.person_id == person_id,
        is_whole_only=whole_only,
        may_change=may(viewer, "change", "mentor_effect", person_id),
        is_mentor=any(one.first_day <= day and _holds(one.last_day, day) for one in roles),
        farewell=None if whole_only else _farewell(roles[-1]),
        score=score_row(scores[0]) if scores else None,
        before=score_row(scores[1]) if len(scores) > 1 else None,
        next_day=months_later(day.replace(day=1), 1),
        rows=rows,
        gave=None if whole_only else contribution_of(rows, office=office_minutes([person_id], day=day).get(person_id, 0)),
        kept=None if whole_only else kept_of([one.pair for one in rows], day=day),
        survey=None if whole_only else surveys_of([person_id], day=day)[person_id],
        coaching=None if whole_only else last_coaching(person_id),
        retirement=retirement,
        people=people,
        readable=_readable(viewer, person_id, rows),
    )


def _farewell(role: MentorRole) -> Farewell | None:
    """Return that a mentor ended the own role, and why."""
    if role.steps_down_at is None:
        return None
    return Farewell(said_on=local_day(role.steps_down_at), words=str(role.farewell), hands_over=role.hands_over, last_day=role.last_day)


def _readable(viewer: Viewer, person_id: int, rows: tuple[MenteeRow, ...]) -> frozenset[int]:
    """Return the mentees whose scores the viewer may read as such: the mentor's while the pair runs, HR's of the own units."""
    if viewer.person_id == person_id:
        return frozenset(one.pair.mentee_id for one in rows if one.pair.mentee_id in viewer.mentees)
    return frozenset(one.pair.mentee_id for one in rows if may(viewer, "read", "score", one.pair.mentee_id))


def score_row(one: MentorScore) -> ScoreRow:
    """Return a score as a row."""
    return ScoreRow(
        person_id=one.person_id, day=one.day, growth=one.growth, survey=one.survey, total=one.total, adjusted=one.adjusted, low=one.low,
        high=one.high, mentees=one.mentees, skills=len(one.parts.get("skills", ())),
    )  # fmt: skip


def last_scores(*, day: date) -> dict[int, ScoreRow]:
    """Return each mentor's score of the last day of the calendar (two queries)."""
    last = MentorScore.objects.filter(day__lte=day).order_by("-day").values_list("day", flat=True).first()
    return {one.person_id: score_row(one) for one in MentorScore.objects.filter(day=last)} if last else {}


def last_coaching(person_id: int) -> CoachingRow | None:
    """Return the help that is under way, or the last one (one query)."""
    one = Coaching.objects.filter(person=person_id).order_by("-opened_at").first()
    return None if one is None else coaching_row(one)


def coaching_row(one: Coaching) -> CoachingRow:
    """Return a coaching as a row."""
    return CoachingRow(
        ref=one.ref, course=one.course, words=str(one.words), mentees=int(one.evidence.get("mentees", 0)),
        opened_on=local_day(one.opened_at), again_on=one.again_on, is_open=one.closed_at is None, came_of_it=one.came_of_it,
    )  # fmt: skip


def last_retirement(person_id: int) -> RetirementRow | None:
    """Return the last end of somebody's role (one query)."""
    one = Retirement.objects.filter(person=person_id).order_by("-decided_at", "-pk").first()
    if one is None:
        return None
    is_answered = one.answered_at is not None and (one.objected_at is None or one.answered_at >= one.objected_at)
    return RetirementRow(
        ref=one.ref, reason=str(one.reason), decided_by_id=one.decided_by_id, ends_on=one.ends_on,
        object_until=one.object_until, objection=str(one.objection),
        waits=one.objected_at is not None and one.taken_back_at is None and not is_answered, answer=str(one.answer),
        answered_on=local_day(one.answered_at) if one.answered_at else None, is_taken_back=one.taken_back_at is not None,
        evidence=one.evidence,
    )  # fmt: skip


def roles_ended(viewer: Viewer, first: date, last: date) -> int:
    """Count the mentors whose role ended in these days, of those whose effect the viewer may see (one query)."""
    people = Retirement.objects.filter(ends_on__gte=first, ends_on__lte=last, taken_back_at=None).values_list("person_id", flat=True)
    return sum(can_read_effect(viewer, one) for one in people)


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorLine:
    """A mentor as HR sees the whole: in the order of names, never of effects."""

    card: Card
    score: ScoreRow | None
    running: int
    is_mentor: bool
    is_helped: bool
    uses: int


def mentors_for(viewer: Viewer, *, day: date) -> list[MentorLine]:
    """Return the mentors whose effect the viewer may see, in the order of their names (seven queries).

    :raises NotFound: unless there may be one
    """
    if not viewer.has_role("hr", "hr_partner", "hr_admin"):
        raise NotFound
    roles = dict(MentorRole.objects.order_by("first_day").values_list("person_id", "last_day"))
    seen = [person for person in roles if can_read_effect(viewer, person) and person != viewer.person_id]
    scores, people = last_scores(day=day), cards(seen, day)
    helped = set(Coaching.objects.filter(person__in=seen, closed_at=None).values_list("person_id", flat=True))
    running: dict[int, int] = {}
    for mentor in Mentorship.objects.filter(mentor__in=seen, state="running").values_list("mentor_id", flat=True):
        running[mentor] = running.get(mentor, 0) + 1
    uses: dict[int, int] = {}
    for person in MethodUse.objects.filter(person__in=seen).values_list("person_id", flat=True):
        uses[person] = uses.get(person, 0) + 1
    return [
        MentorLine(
            card=card,
            score=scores.get(person),
            running=running.get(person, 0),
            is_mentor=_holds(roles[person], day),
            is_helped=person in helped,
            uses=uses.get(person, 0),
        )
        for person, card in people.items()
    ]


def _holds(last_day: date | None, day: date) -> bool:
    return last_day is None or last_day >= day
