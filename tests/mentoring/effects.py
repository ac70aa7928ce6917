"""What came of mentoring in these tests: results of half-years, scores of days, skill tests, talks, surveys, scores of mentors."""

from datetime import UTC, date, datetime, timedelta

from bole.mentoring.models import Coaching, Meeting, MentorScore, Mentorship, SkillTest
from bole.people.models import CareerEvent, Person
from bole.scoring.models import ClosedScore, Closing, ScorePoint
from bole.surveys.actions import answer, close_round, open_round, publish_due
from bole.values.period import Period
from bole.values.viewer import SYSTEM, Viewer
from tests.factories import BEFORE, make_person
from tests.mentoring.making import Cast, make_pair

FIRST = date(2026, 11, 1)


def close_half(person: Person, code: str, score: int) -> None:
    """Close a half-year of somebody with a score."""
    last = Period.parse(code).last_day
    at = datetime(last.year, last.month, last.day, 4, tzinfo=UTC) + timedelta(days=8)
    Closing.objects.get_or_create(period=code, defaults={"closed_at": at, "closed_by": "test", "people": 1})
    ClosedScore.objects.create(person=person, period=code, score=score, state="scored", readings_hash="x", closed_at=at)


def stands(person: Person, day: date, score: int) -> None:
    """Let somebody's live score stand so at the end of a day."""
    ScorePoint.objects.create(person=person, day=day, period=f"{day:%Y-%m}", score=score)


def took_test(pair: Mentorship, day: date, points: int) -> None:
    """Let a mentee take the skill test."""
    SkillTest.objects.create(mentorship=pair, taken_on=day, points=points * 100, exam="basics", at=BEFORE, by="test")


def talk(pair: Mentorship, day: date, *, minutes: int = 60, number: int = 1) -> Meeting:
    """Let a pair meet."""
    return Meeting.objects.create(
        mentorship=pair, once=f"{day} {number}", number=number, held_on=day, minutes=minutes, by=pair.mentor, at=BEFORE
    )


def promote(person: Person, day: date) -> None:
    """Promote somebody."""
    CareerEvent.objects.create(person=person, kind="promoted", day=day, before="P5", after="P6", recorded_at=BEFORE)


def end(pair: Mentorship, day: date, why: str = "done") -> None:
    """End a pair."""
    Mentorship.objects.filter(pk=pair.pk).update(state="ended", ended_on=day, ended_why=why)


def low_score(person: Person, *, day: date = FIRST, high: int = -10, mentees: int = 5) -> MentorScore:
    """Let a mentor's effect be surely low."""
    return MentorScore.objects.create(
        person=person, day=day, growth=1000, total=1667, adjusted=-30, low=-50, high=high, mentees=mentees, parts={}, made_at=BEFORE
    )


def helped(cast: Cast, name: str = "张三", *, again_on: date = date(2026, 11, 20)) -> Coaching:
    """Let a mentor have been helped, to be looked at again on a day."""
    return Coaching.objects.create(
        person=cast.people[name], course="mentoring_skills", opened_at=datetime(2026, 8, 1, 4, tzinfo=UTC), opened_by=cast.people["何佳"],
        again_on=again_on,
    )  # fmt: skip


def story_of_zhang_san(cast: Cast) -> dict[str, Mentorship]:
    """Give 张三 the three mentees of the story: two promoted, one at the top of the department of sixty."""
    made = {}
    for name, first, last, months in (
        ("周屿", date(2025, 12, 1), date(2026, 5, 31), 6),
        ("赵宁", date(2025, 12, 22), date(2026, 7, 31), 8),
    ):
        cast.people[name] = make_person(cast.company, name, number=f"BL2{months:03d}")
        made[name] = make_pair(
            cast.people["张三"], cast.people[name], framework="promotion", first_day=first, months=months, state="running"
        )
        end(made[name], last)
        promote(cast.people[name], last + timedelta(days=2))
    made["李四"] = cast.pair(state="running")
    close_half(cast.people["李四"], "2025-H2", 7000)
    stands(cast.people["李四"], date(2026, 11, 20), 8400)
    for day, points in ((date(2026, 5, 20), 70), (date(2026, 8, 19), 78), (date(2026, 11, 18), 85)):
        took_test(made["李四"], day, points)
    for place in range(60 - 1):
        other = make_person(cast.company, f"同事{place}", number=f"BL1{place:03d}")
        stands(other, date(2026, 11, 20), 9000 if place < 4 else 7000)
    for place in range(96):
        talk(made["李四"] if place % 3 else made["周屿"], date(2026, 1, 5) + timedelta(days=3 * place), number=place + 1)
    return made


def answers_of(cast: Cast, mentor: str, given: dict[str, list[tuple[str, str, str]]], *, first_day: date = date(2026, 2, 2)) -> None:
    """Ask mentees round after round about a mentor, close each round, and publish what the calendar says."""
    for place in range(max(len(values) for values in given.values())):
        day = first_day + timedelta(days=30 * place)
        at = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
        asked = [name for name, values in given.items() if place < len(values)]
        ref = open_round(
            kind="mentoring", about=str(cast.people[mentor].ref), asked=[cast.pk(name) for name in asked], questions="mentoring",
            opens_on=day, closes_on=day + timedelta(days=13), by=SYSTEM, at=at,
        )  # fmt: skip
        for name in asked:
            values = dict(zip(("on_time", "fits", "solved"), given[name][place], strict=True))
            answer(round_ref=ref, values=values, by=Viewer(name=name, person_id=cast.pk(name)), at=at)
        close_round(ref=ref, by=SYSTEM, at=at + timedelta(days=14))


def publish(at: datetime) -> None:
    """Publish what the calendar says."""
    publish_due(at)
