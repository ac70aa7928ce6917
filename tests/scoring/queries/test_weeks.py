"""The line of a trend: where a score stands at the end of each week, and the gaps."""

from datetime import date, timedelta

import pytest

from bole.scoring.models import ScorePoint
from bole.scoring.queries import last_sunday, lines_of
from tests.factories import make_company, make_person

FRIDAY = date(2026, 11, 20)


def point(person: object, day: date, score: int, *, period: str = "") -> None:
    """Keep a point of the trend."""
    ScorePoint.objects.create(person=person, day=day, period=period or f"{day:%Y-%m}", score=score)


class TestLastSunday:
    @pytest.mark.parametrize(("day", "sunday"), [(16, 15), (20, 15), (22, 15), (23, 22)])
    def test_ends_the_week_before(self, day: int, sunday: int) -> None:
        assert last_sunday(date(2026, 11, day)) == date(2026, 11, sunday)


@pytest.mark.django_db
class TestLines:
    def test_stand_the_newest_point_at_the_end_of_its_week(self) -> None:
        person = make_person(make_company(), "张三")
        point(person, date(2026, 11, 10), 8000)
        point(person, date(2026, 11, 13), 8200)
        point(person, date(2026, 11, 17), 9000)

        line = lines_of([person.pk], day=FRIDAY)[person.pk]

        assert (line.last.last_day, line.last.score) == (date(2026, 11, 15), 8200)

    def test_let_a_score_stand_until_its_period_is_over(self) -> None:
        person = make_person(make_company(), "张三")
        point(person, date(2026, 9, 8), 8000)

        line = lines_of([person.pk], day=FRIDAY)[person.pk]

        assert [week.last_day for week in line.weeks if week.score] == [
            date(2026, 9, 13),
            date(2026, 9, 20),
            date(2026, 9, 27),
            date(2026, 10, 4),
        ]

    def test_show_the_newer_period_of_one_day(self) -> None:
        person = make_person(make_company(), "张三")
        point(person, date(2026, 11, 6), 7000, period="2026-10")
        point(person, date(2026, 11, 6), 8000, period="2026-11")

        line = lines_of([person.pk], day=FRIDAY)[person.pk]

        assert line.weeks[-2].score == 8000

    def test_know_what_is_usual_after_eight_weeks(self) -> None:
        company = make_company()
        new, old = make_person(company, "新人"), make_person(company, "张三")
        for n in range(10):
            point(old, date(2026, 11, 13) - timedelta(weeks=n), 8000 + 10 * n)

        lines = lines_of([new.pk, old.pk], day=FRIDAY)

        assert lines[new.pk].usual is None
        assert lines[old.pk].usual is not None
        assert lines[old.pk].usual.weeks == 10

    def test_ask_once_for_everybody(self, django_assert_num_queries) -> None:
        company = make_company()
        people = [make_person(company, f"同事{n}").pk for n in range(12)]

        with django_assert_num_queries(1):
            lines = lines_of(people, day=FRIDAY)

        assert len(lines) == 12
