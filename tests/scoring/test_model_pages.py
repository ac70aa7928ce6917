"""Pages of models: who sees them, how a draft is edited, tried and published, and how no is said."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from bole.audit.models import Entry
from bole.scoring.actions import save_draft
from bole.scoring.models import Closing, Indicator, ModelUse, ModelVersion, ScoringModel
from bole.scoring.rules.drafting import typed
from bole.scoring.rules.templates import TEMPLATES
from bole.scoring.rules.tree import tree_json, tree_of
from bole.scoring.shown.drafts import fields_of
from bole.values.viewer import SYSTEM
from tests.factories import make_model
from tests.office import Office, make_office, text

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
LIST, ONE, DRAFT = "/company/models/", "/company/models/programmer/", "/company/models/programmer/draft/"


@pytest.fixture(autouse=True)
def clock():
    """Let it be Friday, 20 November 2026, at noon."""
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def office() -> Office:
    """Return the office of HR, with the programmers' model in force."""
    office = make_office()
    make_model("programmer", families=("programmer",))
    return office


@pytest.fixture
def suwen(office: Office) -> Client:
    """Return the browser of an HR admin."""
    return office.browser("苏文")


def fields(*, version: int = 0, **changed: str) -> dict[str, str]:
    """Return what a browser sends for the programmers' model, with some fields changed (`w0` is the first dimension's weight)."""
    sent = dict(fields_of(typed(TEMPLATES["programmer"])))
    names = {f"w{n}": f"{n}.weight" for n in range(4)}
    return sent | {"version": str(version)} | {names.get(name, name): value for name, value in changed.items()}


def draft() -> ModelVersion | None:
    """Return the draft, if there is one."""
    return ModelVersion.objects.filter(model__code="programmer", first_day=None).first()


def weights() -> list[int]:
    """Return the weights of the draft's dimensions."""
    return [one.weight for one in tree_of(draft().tree).dimensions]


class TestWhoSees:
    @pytest.mark.parametrize("path", [LIST, ONE, "/company/indicators/", "/company/indicators/bug_rate/"])
    @pytest.mark.parametrize(
        ("name", "status"), [("苏文", 200), ("顾海峰", 200), ("白审", 200), ("罗工", 404), ("林静", 404), ("李四", 404)]
    )
    def test_the_models(self, office, name, path, status):
        assert office.browser(name).get(path).status_code == status

    @pytest.mark.parametrize("path", [DRAFT, "/company/models/new/", "/company/indicators/new/"])
    @pytest.mark.parametrize(("name", "status"), [("苏文", 200), ("顾海峰", 403), ("白审", 403), ("罗工", 404), ("李四", 404)])
    def test_the_editors(self, office, name, path, status):
        assert office.browser(name).get(path).status_code == status

    @pytest.mark.parametrize("path", [DRAFT, f"{ONE}use/", "/company/models/new/"])
    @pytest.mark.parametrize(("name", "status"), [("顾海峰", 403), ("白审", 403), ("罗工", 404), ("李四", 404)])
    def test_nobody_else_changes_anything(self, office, name, path, status):
        sent = fields(zh="x", en="x", template="sales", families=["programmer"], first_day="2026-12-01")

        answer = office.browser(name).post(path, sent)

        assert answer.status_code == status
        assert (ScoringModel.objects.count(), ModelUse.objects.count(), draft()) == (1, 1, None)

    def test_a_model_that_is_none_looks_like_one_that_is_not_open(self, office, suwen):
        assert suwen.get("/company/models/nothing/").status_code == 404


class TestTheList:
    def test_says_version_families_and_weights(self, suwen):
        words = text(suwen.get(LIST).content)

        assert "1个考核模型在用" in words
        assert "程序员第1版，自2025年1月1日起生效用于程序员" in words
        assert "代码质量30%项目进度25%团队协作20%客户反馈25%" in words

    def test_says_what_to_do_while_it_is_empty(self):
        assert "还没有考核模型" in text(make_office().browser("苏文").get(LIST).content)

    def test_is_read_in_few_queries(self, suwen, django_assert_max_num_queries):
        for code in ("sales", "factory", "solution_engineer"):
            save_draft(code=code, tree=tree_json(TEMPLATES[code]), version=0, by=SYSTEM, at=NOON)
        suwen.get(LIST)

        with django_assert_max_num_queries(11):
            suwen.get(LIST)


class TestOneModel:
    def test_opens_down_to_indicators_and_their_share(self, suwen):
        words = text(suwen.get(ONE).content)

        assert "bug率目标不超过15%50%占总分15%" in words
        assert "任务完成率目标90%50%占总分12.5%" in words

    def test_keeps_the_versions_apart(self, suwen):
        suwen.post(DRAFT, fields(w0="25", w1="30"))
        suwen.post(f"{ONE}publish/", {"version": 1, "first_day": "2026-12-01", "note": "更看重进度"})

        words = text(suwen.get(ONE).content)
        later = text(suwen.get(f"{ONE}?version=2").content)

        assert "第1版，自2025年1月1日起生效" in words
        assert "第2版更看重进度将从12月1日起生效" in words
        assert "代码质量工作成果25%" in later

    def test_is_read_in_few_queries(self, suwen, django_assert_max_num_queries):
        suwen.get(ONE)

        with django_assert_max_num_queries(13):
            suwen.get(ONE)


class TestBeginning:
    def test_with_a_template_brings_its_indicators(self, suwen):
        answer = suwen.post("/company/models/new/", {"template": "sales", "zh": "华东销售", "en": "Sales east"})

        begun = ModelVersion.objects.get(model__code="sales_east")
        assert answer["Location"] == "/company/models/sales_east/draft/"
        assert tree_of(begun.tree).dimensions == TEMPLATES["sales"].dimensions
        assert Indicator.objects.filter(code__in=["revenue", "retention", "new_markets"]).count() == 3

    def test_with_nothing_gives_an_empty_draft(self, suwen):
        suwen.post("/company/models/new/", {"template": "empty", "zh": "新", "en": "New"})

        assert tree_of(ModelVersion.objects.get(model__code="new_2").tree).dimensions == ()


class TestEditing:
    def test_keeps_what_adds_up(self, suwen):
        answer = suwen.post(DRAFT, fields(w0="25", w1="30"))

        assert answer["Location"] == DRAFT
        assert weights() == [2500, 3000, 2000, 2500]

    @pytest.mark.parametrize(
        ("weight", "words"),
        [
            ("25", "权重合计95%，还差5%。请分配给某个维度后再保存。"),
            ("37.5", "权重合计107.5%，多出7.5%。请减少某个维度后再保存。"),
        ],
    )
    def test_says_by_how_much_weights_are_off_and_loses_nothing(self, suwen, weight, words):
        answer = suwen.post(DRAFT, fields(w0=weight, zh="程序员（2027）"))

        page = answer.content.decode()
        assert answer.status_code == 422
        assert words in text(answer.content)
        assert f'value="{weight}"' in page
        assert 'value="程序员（2027）"' in page
        assert draft() is None

    def test_says_which_dimension_is_off(self, suwen):
        answer = suwen.post(DRAFT, fields() | {"3.0.weight": "90"})

        assert "客户反馈：权重合计90%，还差10%。" in text(answer.content)

    def test_keeps_an_unfinished_draft_for_whoever_says_so(self, suwen):
        answer = suwen.post(DRAFT, fields(w0="25", do="keep"))

        assert answer.status_code == 302
        assert weights() == [2500, 2500, 2000, 2500]

    def test_says_at_the_field_what_is_no_weight(self, suwen):
        answer = suwen.post(DRAFT, fields(w0="三十"))

        assert answer.status_code == 422
        assert "请填0到100之间的百分比，例如30或33.33。" in text(answer.content)
        assert 'value="三十"' in answer.content.decode()

    @pytest.mark.parametrize(
        ("act", "words"),
        [
            ("dimension", "合计100%"),
            ("indicator:0", "合计100%"),
            ("part:0", "合计100%"),
            ("remove:0", "合计70%，还差30%"),
            ("down:0", "合计100%"),
        ],
    )
    def test_changes_by_buttons_without_saving(self, suwen, act, words):
        answer = suwen.post(DRAFT, fields(do=act))

        assert answer.status_code == 200
        assert draft() is None
        assert words in text(answer.content)

    def test_answers_the_editor_alone_to_htmx(self, suwen):
        answer = suwen.post(DRAFT, fields(do="dimension"), headers={"hx-request": "true"})

        assert answer.content.strip().startswith(b'<div id="editor">')
        assert answer.content.decode().count('name="4.kind"') == 1

    @pytest.mark.parametrize("sent", [{}, {"0.kind": "group"}, {"0.kind": "?", "do": "up:0"}, {"version": "x"}, {"do": "remove:9.9.9"}])
    def test_takes_anything_without_breaking(self, suwen, sent):
        assert suwen.post(DRAFT, sent).status_code in {200, 409, 422}
        assert draft() is None

    def test_goes_deeper_than_two_levels(self, suwen):
        sent = fields() | {"0.1.kind": "group", "0.1.code": "", "0.1.zh": "复用", "0.1.en": "Reuse", "0.1.weight": "50",
                           "0.1.0.kind": "indicator", "0.1.0.indicator": "reuse_rate", "0.1.0.weight": "100"}  # fmt: skip

        suwen.post(DRAFT, sent)

        group = tree_of(draft().tree).dimensions[0].parts[1]
        assert (group.code, group.parts[0].indicator) == ("reuse", "reuse_rate")


class TestTwoAtOnce:
    def test_get_both_texts_side_by_side(self, office, suwen):
        office.browser("许静").post(DRAFT, fields(w0="20", w1="35"))

        answer = suwen.post(DRAFT, fields(w0="25", w1="30"))

        words = text(answer.content)
        assert answer.status_code == 409
        assert "许静在12:00也改了这里。两份内容都在，没有覆盖。" in words
        assert "代码质量25%工作成果" in words
        assert "代码质量20%工作成果" in words
        assert weights() == [2000, 3500, 2000, 2500]

    def test_say_the_day_too_if_it_was_another(self, office, suwen):
        office.browser("许静").post(DRAFT, fields(w0="20", w1="35"))
        ModelVersion.objects.filter(first_day=None).update(changed_at=NOON - timedelta(days=3))

        answer = suwen.post(DRAFT, fields(w0="25", w1="30"))

        assert "许静在11月17日 12:00也改了这里" in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", answer.content.decode()))

    def test_may_keep_mine_knowingly(self, office, suwen):
        office.browser("许静").post(DRAFT, fields(w0="20", w1="35"))
        suwen.post(DRAFT, fields(w0="25", w1="30"))

        suwen.post(DRAFT, fields(w0="25", w1="30", version=1, do="keep"))

        assert weights() == [2500, 3000, 2000, 2500]


class TestTrying:
    def test_compares_without_touching_anybody(self, office, suwen):
        suwen.post(DRAFT, fields(w0="25", w1="30"))

        answer = suwen.get(f"{ONE}trial/")

        words = text(answer.content)
        assert "试算：新模型的结果只用来比较，不影响任何人" in words
        assert "2026年11月的同一批工作记录，分别按现行版本和草稿计算。" in words
        assert draft().first_day is None

    def test_puts_each_look_on_the_record(self, office, suwen):
        suwen.post(DRAFT, fields(w0="25", w1="30"))

        suwen.get(f"{ONE}trial/")

        looks = Entry.objects.filter(what="score.look", by="苏文")
        assert looks.count() == 3
        assert str(office.people["苏文"].ref) not in looks.values_list("subject", flat=True)

    def test_says_what_keeps_it_from_being_computed(self, suwen):
        suwen.post(DRAFT, fields(w0="25", do="keep"))

        words = text(suwen.get(f"{ONE}trial/").content)

        assert "权重合计95%，还差5%。" in words

    def test_needs_a_draft(self, suwen):
        assert suwen.get(f"{ONE}trial/").status_code == 404


class TestPublishing:
    PUBLISH = f"{ONE}publish/"

    def test_offers_the_borders_to_come_and_shows_what_moves(self, suwen):
        suwen.post(DRAFT, fields(w0="25", w1="30"))

        page = suwen.get(self.PUBLISH)

        assert '<option value="2026-12-01">2026年12月起（12月1日）' in page.content.decode()
        assert "bug率15%12.5%−2.5" in text(page.content)

    def test_begins_at_the_border(self, suwen):
        suwen.post(DRAFT, fields(w0="25", w1="30"))

        answer = suwen.post(self.PUBLISH, {"version": 1, "first_day": "2026-12-01", "note": "更看重进度"})

        old, new = ModelVersion.objects.order_by("number")
        assert answer["Location"] == ONE
        assert (old.last_day, new.first_day, new.note) == (date(2026, 11, 30), date(2026, 12, 1), "更看重进度")

    def test_refuses_a_day_inside_a_period(self, suwen):
        suwen.post(DRAFT, fields(w0="25", w1="30"))

        answer = suwen.post(self.PUBLISH, {"version": 1, "first_day": "2026-12-15", "note": "x"})

        assert answer.status_code == 422
        assert draft() is not None

    def test_refuses_a_closed_period_in_words(self, suwen):
        suwen.post(DRAFT, fields(w0="25", w1="30"))
        Closing.objects.create(period="2026-12", closed_at=NOON, closed_by="system", people=0)

        answer = suwen.post(self.PUBLISH, {"version": 1, "first_day": "2026-11-01", "note": "x"})

        assert answer.status_code == 409
        assert "2026年12月已经关闭，这里的修改不会保存。可以从2027年1月起生效。" in text(answer.content)
        assert draft() is not None

    def test_refuses_a_draft_that_somebody_changed_meanwhile(self, office, suwen):
        suwen.post(DRAFT, fields(w0="25", w1="30"))
        office.browser("许静").post(DRAFT, fields(w0="20", w1="35", version=1))

        answer = suwen.post(self.PUBLISH, {"version": 1, "first_day": "2026-12-01", "note": "x"})

        assert answer.status_code == 409
        assert "许静在12:00也改了这里" in text(answer.content)
        assert draft() is not None

    def test_refuses_an_unfinished_draft_by_name(self, suwen):
        suwen.post(DRAFT, fields(w0="25", do="keep"))

        page = suwen.get(self.PUBLISH)
        answer = suwen.post(self.PUBLISH, {"version": 1, "first_day": "2026-12-01", "note": "x"})

        assert "还不能发布。" in text(page.content)
        assert answer.status_code == 422
        assert draft() is not None


class TestWhoIsScored:
    def test_families_move_to_another_model(self, suwen):
        suwen.post("/company/models/new/", {"template": "factory", "zh": "工厂", "en": "Plant"})
        suwen.post("/company/models/plant/publish/", {"version": 1, "first_day": "2026-12-01", "note": "新"})

        answer = suwen.post("/company/models/plant/use/", {"families": ["programmer"], "first_day": "2026-12-01"})

        uses = [(one.model.code, one.last_day) for one in ModelUse.objects.select_related("model").order_by("first_day")]
        assert answer.status_code == 302
        assert uses == [("programmer", date(2026, 11, 30)), ("plant", None)]

    def test_asks_for_at_least_one_family(self, suwen):
        answer = suwen.post(f"{ONE}use/", {"first_day": "2026-12-01"})

        assert answer.status_code == 422
        assert ModelUse.objects.count() == 1
