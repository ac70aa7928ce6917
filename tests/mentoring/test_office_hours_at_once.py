"""Two who book at the same moment: the last place is given once, and nobody gets two."""

from datetime import time, timedelta

import pytest

from bole.growth.models import Skill
from bole.kit.clock import now, today
from bole.mentoring.actions.office_hours import Opening, book_office_place, open_office_hours
from bole.mentoring.models import OfficeHours, OfficePlace
from bole.values.refusal import Refused
from tests.factories import BEFORE
from tests.kit.test_idempotency import in_parallel
from tests.mentoring.making import Cast, make_cast

pytestmark = pytest.mark.django_db(transaction=True)
GUESTS = ("李四", "丁一", "吴铮", "林静", "高远", "方磊")


@pytest.fixture
def company() -> Cast:
    """Make the cast for good: other connections must see it."""
    cast = make_cast()
    Skill.objects.create(code="eval", group="craft", name_zh="模型评测", name_en="Evaluation", changed_at=BEFORE, changed_by="x")
    return cast


def opened(cast: Cast, *, mentor: str = "张三", places: int = 1) -> OfficeHours:
    opening = Opening(
        day=today() + timedelta(days=3), begins=time(14), ends=time(16), place="三号会议室", places=places, minutes=30, skills=["eval"]
    )  # fmt: skip
    return open_office_hours(opening=opening, by=cast.viewer(mentor), at=now())


def booked(cast: Cast, session: OfficeHours, name: str, number: int) -> str:
    """Book, and return what became of it."""
    try:
        book_office_place(ref=session.ref, number=number, words="一个问题", by=cast.viewer(name), at=now())
    except Refused as refused:
        return refused.code
    return "booked"


def test_the_last_place_is_given_once(company: Cast) -> None:
    session = opened(company)

    outcomes = in_parallel(len(GUESTS), lambda n: booked(company, session, GUESTS[n], 1))

    assert sorted(map(str, outcomes)) == ["booked", *["no_place_left"] * (len(GUESTS) - 1)]
    assert OfficePlace.objects.exclude(person=None).count() == 1


def test_one_person_gets_one_place_of_a_session(company: Cast) -> None:
    session = opened(company, places=3)

    outcomes = in_parallel(3, lambda n: booked(company, session, "李四", n + 1))

    assert sorted(map(str, outcomes)) == ["booked", "booked_already", "booked_already"]
    assert OfficePlace.objects.filter(person=company.people["李四"]).count() == 1


def test_one_person_is_at_one_place_at_a_time(company: Cast) -> None:
    sessions = [opened(company), opened(company, mentor="叶青")]

    outcomes = in_parallel(2, lambda n: booked(company, sessions[n], "丁一", 1))

    assert sorted(map(str, outcomes)) == ["booked", "time_taken"]
