"""The pages of admission, and that few queries screen ten thousand people."""

from datetime import date

import pytest

from bole.growth.actions import take_presets
from bole.mentoring.actions.admission import apply_to_mentor
from bole.mentoring.actions.admission_rules import keep_preset, keep_rule_set, put_rules_in_force
from bole.mentoring.actions.screening import screen_everybody
from bole.mentoring.models import Application, Eligible, MentorRole, Mentorship, RuleSet
from bole.people.models import Assignment, Employment, Person
from bole.scoring.models import YearResult
from bole.values.viewer import SYSTEM
from tests.mentoring.records import NOON, mentored, rate
from tests.office import text

pytestmark = pytest.mark.django_db
RATED = {"all": [{"clause": "scoring.excellent_running", "years": 2, "gap": "breaks"}, {"clause": "mentoring.mentees_ended", "mentees": 1}]}
ALL_CLAUSES = {
    "all": [
        {"clause": "scoring.excellent_running", "years": 2, "gap": "breaks"},
        {"clause": "scoring.score_at_least", "score": 400, "years": 2, "how": "each", "gap": "breaks"},
        {"clause": "mentoring.mentees_ended", "mentees": 1},
        {"clause": "mentoring.months_mentored", "months": 3},
        {"clause": "mentoring.mentees_lifted", "mentees": 1, "lift": 2000, "how": "each"},
        {"clause": "people.grade_at_least", "grade": "P5"},
        {"clause": "people.tenure_months", "months": 12},
        {"clause": "growth.certificate", "certificate": "mentor"},
        {"clause": "growth.exam", "exam": "mentoring_skills"},
    ]
}


@pytest.fixture
def rules(cast) -> RuleSet:
    """Let two excellent years and one mentee be asked for."""
    made = keep_rule_set(code="", name_zh="本公司", name_en="Ours", tree=RATED, number=0, by=cast.viewer("苏文"), at=NOON)
    return put_rules_in_force(ref=made.ref, by=cast.viewer("苏文"), at=NOON)


def qualify(cast):
    rate(cast.people["吴铮"], cast.viewer("苏文"), y2024="A", y2025="A")
    mentored(cast.people["吴铮"], cast.people["丁一"], date(2025, 1, 1), date(2025, 6, 30))


class TestWhatIsStillMissing:
    def test_says_what_is_met_with_its_evidence_and_the_shortest_step(self, cast, rules):
        rate(cast.people["吴铮"], cast.viewer("苏文"), y2024="A", y2025="A")

        words = text(cast.browser("吴铮").get("/mentoring/become/").content)

        assert "已满足1项，还差1项" in words
        assert "连续2年绩效优秀" in words
        assert "2024年A（导入，苏文核实），2025年A（导入，苏文核实）" in words
        assert "最快的一步：再带教1名学员到结束，大约需要6个月。" in words

    def test_says_so_when_nothing_is_missing(self, cast, rules):
        qualify(cast)

        words = text(cast.browser("吴铮").get("/mentoring/become/").content)

        assert "你已符合导师准入条件，可以提交申请。" in words
        assert "申请成为导师" in words

    def test_shows_which_are_alternatives_and_every_step_of_the_shortest_way(self, cast):
        either = {"any": [{"clause": "mentoring.mentees_ended", "mentees": 1}, {"clause": "people.tenure_months", "months": 470}]}
        some = {
            "at_least": 1,
            "of": [{"clause": "mentoring.months_mentored", "months": 3}, {"clause": "people.tenure_months", "months": 480}],
        }
        tree = {"all": [{"clause": "people.tenure_months", "months": 1}, either, some]}
        made = keep_rule_set(code="", name_zh="本公司", name_en="Ours", tree=tree, number=0, by=cast.viewer("苏文"), at=NOON)
        put_rules_in_force(ref=made.ref, by=cast.viewer("苏文"), at=NOON)
        mine = cast.browser("吴铮")

        words = text(mine.get("/mentoring/become/").content)
        mine.post("/mentoring/become/apply/", {"words": "请考虑"})
        seen = text(cast.browser("何佳").get(f"/company/mentoring/applications/{Application.objects.get().ref}/").content)

        assert "然后：" in words
        for page in (words, seen):
            assert page.index("满足任意一项：") < page.index("至少满足1项：")
            assert page.count("最快的路") == 2

    def test_is_said_in_english_too(self, cast, rules):
        words = text(cast.browser("吴铮", "en").get("/mentoring/become/").content)

        assert "0met,2togo" in words
        assert "Noresultfor2025(nothingisonrecord);bytheruleitbreakstherun." in words

    def test_without_rules_says_that_hr_sets_them(self, cast):
        assert "还没有生效的准入规则" in text(cast.browser("吴铮").get("/mentoring/become/").content)


class TestTheWholeWay:
    def test_from_applying_to_being_a_mentor(self, cast, rules):
        qualify(cast)
        mine, hr = cast.browser("吴铮"), cast.browser("何佳")

        mine.post("/mentoring/become/apply/", {"words": ""})
        ref = Application.objects.get().ref
        waiting = text(mine.get("/mentoring/become/").content)
        listed = text(hr.get("/company/mentoring/applications/").content)
        hr.post(f"/company/mentoring/applications/{ref}/admit/")

        assert "申请已提交，人力资源部会在11月30日（周一）前答复。" in waiting
        assert "你已符合导师准入条件。" in waiting
        assert "吴铮" in listed
        assert "你是导师" in text(mine.get("/mentoring/become/").content)

    def test_a_return_says_why(self, cast, rules):
        apply_to_mentor(words="带过实习生", by=cast.viewer("吴铮"), at=NOON)
        ref = Application.objects.get().ref

        cast.browser("何佳").post(
            f"/company/mentoring/applications/{ref}/return/", {"reason": "先带一位实习生", "again_from": "2027-03-01"}
        )

        words = text(cast.browser("吴铮").get("/mentoring/become/").content)
        assert "这次没有通过。原因：先带一位实习生。2027年3月1日（周一）起可以再次申请。" in words

    def test_a_waiver_says_why_by_whom_and_until_when(self, cast, rules):
        apply_to_mentor(words="带过实习生", by=cast.viewer("吴铮"), at=NOON)
        ref = Application.objects.get().ref

        cast.browser("何佳").post(f"/company/mentoring/applications/{ref}/waive/", {"reason": "部门急需", "last_day": "2027-05-31"})

        words = text(cast.browser("吴铮").get("/mentoring/become/").content)
        assert "以例外方式通过。原因：部门急需，批准人：何佳，有效期到2027年5月31日（周一）。" in words

    def test_a_decision_without_a_reason_is_asked_again(self, cast, rules):
        apply_to_mentor(words="带过实习生", by=cast.viewer("吴铮"), at=NOON)
        ref = Application.objects.get().ref

        answer = cast.browser("何佳").post(f"/company/mentoring/applications/{ref}/return/", {"reason": "", "again_from": "2027-03-01"})

        assert answer.status_code == 422
        assert Application.objects.get().state == "waiting"


class TestBuildingRules:
    def test_begins_with_a_preset(self, cast):
        browser = cast.browser("苏文")

        page = browser.post("/company/mentoring/rules/presets/firm/", follow=True)

        assert page.status_code == 200
        assert RuleSet.objects.get().code == "firm"

    def test_adds_a_requirement_without_keeping_it_yet(self, cast):
        sent = {"tree": '{"all": []}', "number": "0", "op": "add-1", "clause-1": "people.tenure_months", "how-1": "all"}

        page = cast.browser("苏文").post("/company/mentoring/rules/new/", sent)

        assert page.context["part"].parts[0].fields[0].name == "v-1.1-months"
        assert not RuleSet.objects.exists()

    def test_keeps_what_was_put_together(self, cast):
        tree = '{"all": [{"clause": "scoring.score_at_least", "score": 450, "years": 3, "how": "each", "gap": "breaks"}]}'
        sent = {"tree": tree, "number": "0", "op": "keep", "name_zh": "甲", "name_en": "A", "how-1": "any", "v-1.1-score": "4.25"}

        cast.browser("苏文").post("/company/mentoring/rules/new/", sent)

        asked = {"clause": "scoring.score_at_least", "score": 425, "years": 3, "how": "each", "gap": "breaks"}
        assert RuleSet.objects.get().tree == {"any": [asked]}

    @pytest.mark.parametrize(
        ("tree", "typed"),
        [
            ('{"all": []}', {}),
            ('{"all": [{"clause": "people.tenure_months", "months": 12}]}', {"v-1.1-months": "viele"}),
            ('{"all": [{"clause": "nothing.like_it"}]}', {}),
            ("[]", {}),
            ("{", {}),
        ],
    )
    def test_says_what_is_wrong_and_keeps_nothing(self, cast, tree, typed):
        sent = {"tree": tree, "number": "0", "op": "keep", "name_zh": "甲", "name_en": "A"} | typed

        answer = cast.browser("苏文").post("/company/mentoring/rules/new/", sent)

        assert answer.status_code == 422
        assert not RuleSet.objects.exists()

    def test_tries_a_set_on_the_whole_company(self, cast, rules):
        qualify(cast)

        page = cast.browser("苏文").get(f"/company/mentoring/rules/{rules.ref}/try/")

        assert "12人中有1人符合" in text(page.content)
        assert "吴铮" in text(page.content)


class TestEarlierMentoring:
    FILE = "导师工号,学员工号,开始日期,结束日期,时长\n"

    def look(self, cast, rows):
        from django.core.files.uploadedfile import SimpleUploadedFile

        file = SimpleUploadedFile("带教.csv", (self.FILE + rows).encode())
        return cast.browser("苏文").post("/company/mentoring/earlier/", {"file": file, "framework": "new_graduate"})

    def test_is_taken_over_verified_by_who_took_it(self, cast):
        page = self.look(cast, "BL0093,BL0490,2025-01-01,2025-06-30,24\n")

        cast.browser("苏文").post("/company/mentoring/earlier/take/", {"look": page.context["look"].sealed})

        made = Mentorship.objects.get()
        assert (made.source, made.state, made.hours, made.verified_by) == ("import", "ended", 24, cast.people["苏文"])

    def test_lists_every_problem_by_its_row_and_takes_nothing(self, cast):
        rows = (
            "BL0093,BL0490,2025-01-01,2025-06-30,24\nBL0064,BL0490,2025-06-30,2025-12-31,24\nBL9999,BL0490,2024-01-01,2024-06-30,\n"
            "BL0093,BL0093,2024-01-01,2024-06-30,\nBL0093,BL0471,2025-01-01,2027-06-30,\nBL0012,BL0471,2025-01-01,2025-06-30,\n"
            "BL0093,BL0471,2025-01-01,2025-06-30,viele\n"
        )

        page = self.look(cast, rows)

        assert page.status_code == 422
        assert [one.row for one in page.context["look"].problems] == [3, 4, 5, 6, 7, 8]
        assert not Mentorship.objects.exists()


@pytest.mark.parametrize("count", [1_500, pytest.param(10_000, marks=pytest.mark.full)])
def test_all_are_screened_in_few_queries(cast, count, django_assert_max_num_queries):
    take_presets(by=SYSTEM, at=NOON)
    made = keep_rule_set(code="", name_zh="全", name_en="All", tree=ALL_CLAUSES, number=0, by=cast.viewer("苏文"), at=NOON)
    put_rules_in_force(ref=made.ref, by=cast.viewer("苏文"), at=NOON)
    _hire_many(cast, count)

    with django_assert_max_num_queries(60) as told:
        said = screen_everybody(NOON)

    print(f"\nscreened {count} people by nine clauses in {len(told)} queries")
    assert said == f"{count + 12} screened, 0 could be invited"
    assert not Eligible.objects.exists()


def _hire_many(cast, count):
    """Hire many at once, past the actions: a roster of ten thousand is not what this is about."""
    like = Assignment.objects.get(person=cast.people["吴铮"])
    about = {"pinyin_key": "x", "search_key": "x", "changed_at": NOON, "changed_by": "x"}
    people = [Person(number=f"X{n:05d}", name=f"员工{n}", **about) for n in range(count)]
    made = Person.objects.bulk_create(people, batch_size=1000)
    Employment.objects.bulk_create(
        [Employment(person=one, employer=cast.company.root, kind="regular", first_day=date(2025, 1, 1), recorded_at=NOON) for one in made],
        batch_size=1000,
    )
    Assignment.objects.bulk_create(
        [
            Assignment(
                person=one, unit_id=like.unit_id, position_id=like.position_id, family_id=like.family_id, grade_id=like.grade_id,
                first_day=date(2025, 1, 1), recorded_at=NOON,
            )
            for one in made
        ],
        batch_size=1000,
    )  # fmt: skip
    rated = {"year": 2025, "score": 8500, "level": "A", "source": "import", "made_at": NOON, "made_by": "x"}
    YearResult.objects.bulk_create([YearResult(person=one, **rated) for one in made], batch_size=1000)


def test_nobody_of_the_screened_is_a_mentor(cast, rules):
    qualify(cast)
    MentorRole.objects.create(person=cast.people["吴铮"], first_day=date(2025, 1, 1), how="import")

    screen_everybody(NOON)

    assert not Eligible.objects.exists()


def test_the_presets_can_be_kept_side_by_side(cast):
    for code in ("general", "bank", "firm"):
        keep_preset(code=code, by=cast.viewer("苏文"), at=NOON)

    assert sorted(RuleSet.objects.values_list("code", flat=True)) == ["bank", "firm", "general"]
