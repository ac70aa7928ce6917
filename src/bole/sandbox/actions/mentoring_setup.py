"""What mentoring rests on in the demo: rules of admission, courses and skills, ratings of years, who mentors since when."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial

from bole.growth.actions import finish_course, record_skill, take_exam, take_presets
from bole.mentoring.actions.admission import apply_to_mentor
from bole.mentoring.actions.admission_rules import keep_preset, put_rules_in_force
from bole.mentoring.actions.frameworks import change_framework, copy_framework, switch_framework
from bole.mentoring.actions.roles import Settings, set_mentor_settings, take_over_mentor
from bole.mentoring.queries.frameworks import framed_of
from bole.mentoring.rules.admission import MENTORING_SKILLS
from bole.sandbox.actions.mentoring_deeds import Deed
from bole.sandbox.actions.mentoring_hands import Hands
from bole.sandbox.rules.days import moment, step
from bole.sandbox.rules.mentoring import Mentoring
from bole.sandbox.rules.mentoring_framework import COPIED, NAMES, made_own
from bole.sandbox.rules.mentoring_mentors import XU_JIA, ZHOU_YU
from bole.sandbox.rules.mentoring_says import XU_JIA_WORDS
from bole.sandbox.rules.mentoring_skills import GivenSkill, skills_of
from bole.sandbox.rules.mentoring_terms import MentorPlan
from bole.sandbox.rules.mentoring_years import Years
from bole.scoring.actions.years import GivenRating, close_year, take_ratings
from bole.values.viewer import SYSTEM

RIGHT_OF_ZHOU_YU, RIGHT_OF_XU_JIA = 19, 23  # of 25 questions: 76 and 92 points
RATINGS_ONCE = 400


def setup_deeds(hands: Hands, plan: Mentoring) -> Iterator[Deed]:
    """Yield what was done before and beside the pairs."""
    almanac = plan.plan.almanac
    launch = moment(almanac.launch, 8.0)
    yield launch, partial(_begin, hands, launch)
    own = moment(step(almanac.launch, 30), 14.5)
    yield own, partial(_own_framework, hands, own)
    for one in plan.mentors:
        at = moment(one.first_day, 8.5)
        yield at, partial(_mentor, hands, one, at)
    for skill in skills_of(plan):
        at = moment(skill.day, 8.6)
        yield at, partial(_skill, hands, skill, at)
    yield from _years(hands, Years(plan.plan))
    failed, passed = moment(almanac.at(date(2026, 11, 6)), 15.0), moment(almanac.at(date(2026, 10, 15)), 15.0)
    yield failed, partial(_exam, hands, ZHOU_YU, RIGHT_OF_ZHOU_YU, failed)
    yield passed, partial(_exam, hands, XU_JIA, RIGHT_OF_XU_JIA, passed)
    applied = moment(almanac.at(date(2026, 11, 19)), 11.0)
    yield applied, partial(_apply, hands, applied)


def _begin(hands: Hands, at: datetime) -> None:
    admin = hands.hr("hr_admin")
    take_presets(by=admin, at=at)
    kept = {code: keep_preset(code=code, by=admin, at=at) for code in ("general", "bank", "firm")}
    put_rules_in_force(ref=kept["firm"].ref, by=admin, at=at)


def _own_framework(hands: Hands, at: datetime) -> None:
    """Let HR make a framework for a role that none of those that ship is for."""
    admin = hands.hr("hr_admin")
    copied = copy_framework(code=COPIED, zh=NAMES[0], en=NAMES[1], by=admin, at=at)
    change_framework(framed=made_own(framed_of(copied)), number=1, by=admin, at=at)
    switch_framework(code=copied.code, is_on=True, by=admin, at=at)


def _mentor(hands: Hands, one: MentorPlan, at: datetime) -> None:
    role = take_over_mentor(person_id=hands.keys[one.number], by=hands.hr_for(one.number, one.first_day), at=at)
    if one.capacity != role.capacity:
        wanted = Settings(capacity=one.capacity, is_open=True, shows_mobile=False, learns_style=False, hours=())
        set_mentor_settings(settings=wanted, version=role.version, by=hands.of(one.number), at=at)


def _skill(hands: Hands, one: GivenSkill, at: datetime) -> None:
    record_skill(person_id=hands.keys[one.number], skill=one.skill, level=one.level, source="manager", by=SYSTEM, at=at)


def _exam(hands: Hands, number: str, right: int, at: datetime) -> None:
    learned = moment(step(at.date(), -3), 17.0)
    finish_course(person_id=hands.keys[number], course=MENTORING_SKILLS, by=SYSTEM, at=learned)
    take_exam(person_id=hands.keys[number], exam=MENTORING_SKILLS, right=right, by=SYSTEM, at=at)


def _apply(hands: Hands, at: datetime) -> None:
    apply_to_mentor(words=XU_JIA_WORDS, by=hands.hr("applicant"), at=at)


def _years(hands: Hands, years: Years) -> Iterator[Deed]:
    for year in years.closed:
        at = moment(years.closes_on(year), 10.0)
        yield at, partial(close_year, year=year, by=hands.hr("hr_admin"), at=at)
    at = moment(years.taken_on, 10.0)
    yield at, partial(_take, hands, years, at)


def _take(hands: Hands, years: Years, at: datetime) -> None:
    """Take ratings of earlier years: Su Wen's own by her colleague."""
    rows = [
        GivenRating(person_id=hands.keys[number], year=year, score=score, level="", note="上线前的考核系统")
        for year in years.imported
        for number, score in years.ratings(year)
    ]
    admin, second = hands.hr("hr_admin"), hands.hr("second_admin")
    own = [one for one in rows if one.person_id == admin.person_id]
    others = [one for one in rows if one.person_id != admin.person_id]
    for some, by in ((others, admin), (own, second)):
        for part in _parts(some):
            take_ratings(rows=part, by=by, at=at)


def _parts(rows: Sequence[GivenRating]) -> Iterator[Sequence[GivenRating]]:
    for first in range(0, len(rows), RATINGS_ONCE):
        yield rows[first : first + RATINGS_ONCE]
