"""Programme health: stuck pairs, what is overdue, and mentees beside colleagues of the same mix."""

from datetime import date
from fractions import Fraction

import pytest

from bole.mentoring.actions.life import end_mentorship
from bole.mentoring.models import Duty
from bole.mentoring.queries.health import health_for
from bole.mentoring.rules.health import Fared, beside, is_stuck
from tests.mentoring.effects import talk
from tests.mentoring.making import NOON

TODAY = date(2026, 11, 23)


class TestStuck:
    @pytest.mark.parametrize(
        ("last", "every", "stuck"), [(date(2026, 10, 8), 1, True), (date(2026, 10, 9), 1, False), (date(2026, 1, 1), 0, False)]
    )
    def test_is_one_and_a_half_cadences_without_a_talk(self, last, every, stuck):
        assert is_stuck(last=last, every=every, today=TODAY) is stuck


class TestBeside:
    def test_weighs_colleagues_as_the_mentees_are(self):
        young = [Fared("P4", True, n < 3) for n in range(6)] + [Fared("P4", False, n < 1) for n in range(4)]
        old = [Fared("P7", True, True) for n in range(2)] + [Fared("P7", False, True) for n in range(40)]

        found = beside([*young, *old])

        assert (found.mentees, found.share) == (8, Fraction(5, 8))
        assert found.share_of_alike == Fraction(6, 8) * Fraction(1, 4) + Fraction(2, 8)

    def test_leaves_out_mentees_with_nobody_alike(self):
        cohort = [Fared("P9", True, True)] * 9 + [Fared("P4", True, False), Fared("P4", False, True)] * 5

        assert beside(cohort).mentees == 5

    def test_is_none_of_few(self):
        assert beside([Fared("P4", True, True)] * 4 + [Fared("P4", False, True)] * 9) is None


@pytest.mark.django_db
class TestPage:
    def test_names_stuck_and_overdue_pairs(self, cast):
        stuck, fine = cast.pair(state="running"), cast.pair("叶青", "丁一", state="running")
        talk(fine, date(2026, 11, 12))
        Duty.objects.create(mentorship=fine, kind="meeting", ordinal=6, nominal_on=date(2026, 11, 15), due_on=date(2026, 11, 16))

        page = cast.browser("何佳").get("/company/mentoring/").content.decode()
        late = cast.browser("何佳").get("/company/mentoring/?list=overdue").content.decode()

        assert "2对辅导关系，1对需要关注" in page
        assert f"/company/mentoring/pairs/{stuck.ref}/" in page
        assert f"/company/mentoring/pairs/{fine.ref}/" in late
        assert "原定11月16日完成" in late

    def test_counts_what_was_due_of_pairs_that_ended_too(self, cast):
        fine, over = cast.pair(state="running"), cast.pair("叶青", "丁一", state="running")
        laid = {"kind": "meeting", "nominal_on": date(2026, 11, 15)}
        Duty.objects.create(mentorship=fine, ordinal=6, due_on=date(2026, 11, 16), done_on=date(2026, 11, 16), **laid)
        open_ = Duty.objects.create(mentorship=over, ordinal=6, due_on=date(2026, 11, 16), **laid)
        later = Duty.objects.create(mentorship=over, ordinal=7, due_on=date(2026, 12, 15), kind="meeting", nominal_on=date(2026, 12, 15))

        end_mentorship(ref=over.ref, on=date(2026, 11, 20), why="rematch", by=cast.viewer("何佳"), at=NOON)

        found = health_for(cast.viewer("何佳"), day=TODAY)
        assert {open_.pk, later.pk} == set(Duty.objects.exclude(dropped_at=None).values_list("pk", flat=True))
        assert (found.on_time, found.duties, len(found.pairs["overdue"])) == (Fraction(1, 2), 2, 0)

    def test_asks_as_little_for_many_pairs_as_for_one(self, cast, django_assert_max_num_queries):
        cast.pair(state="running")
        browser = cast.browser("何佳")
        browser.get("/company/mentoring/")

        with django_assert_max_num_queries(40) as one:
            browser.get("/company/mentoring/")
        cast.pair("叶青", "丁一", state="running")
        with django_assert_max_num_queries(len(one)):
            browser.get("/company/mentoring/")

    def test_is_for_hr(self, cast):
        answers = [cast.browser(name).get("/company/mentoring/").status_code for name in ("张三", "林静", "陆衡", "方磊", "周宁", "苏文")]

        assert answers == [404, 404, 404, 404, 200, 200]
