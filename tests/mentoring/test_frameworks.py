"""Frameworks of the company's own: copied, changed into the next version, refused where they lack something."""

from dataclasses import replace

import pytest

from bole.mentoring.actions.frameworks import change_framework, copy_framework, framework_for, switch_framework
from bole.mentoring.models import Framework, Mentorship
from bole.mentoring.queries.frameworks import all_frameworks, framed_of, offered_frameworks
from bole.mentoring.queries.pairs import pair_row
from bole.mentoring.queries.plans import plan_page
from bole.mentoring.refusals import CannotOffer, NameTaken, NoCoreTopic, NoSuchFramework, OneLanguage, TopicTwice, WrongAddress
from bole.mentoring.rules.frameworks import Framed, Material, Topic, faults_of
from bole.mentoring.rules.shipped import SHIPPED
from bole.values.refusal import NotFound, NotYours
from tests.mentoring.making import NOON
from tests.office import text

WHOLE = Framed(
    code="own_x", zh="数据分析师", en="Data analyst", goal_zh="看懂业务", goal_en="Read the business",
    topics=(Topic("a", "口径", "Definitions", is_core=True, stage=1), Topic("b", "取数", "Queries")),
    materials=(Material("看表", "Reading a table", "/mentoring/library/data/"),),
)  # fmt: skip
READ = Material("看表", "Reading a table", "/mentoring/library/data/")


class TestTheRule:
    def test_finds_nothing_wrong_with_a_whole_one_nor_with_those_that_ship(self):
        assert [faults_of(one) for one in (WHOLE, *SHIPPED.values())] == [()] * (1 + len(SHIPPED))

    @pytest.mark.parametrize(
        ("more", "fault"),
        [
            ({"en": " "}, "no_name"),
            ({"goal_en": ""}, "no_goal"),
            ({"topics": (Topic("b", "取数", "Queries"),)}, "no_core"),
            ({"topics": (Topic("a", "口径", "", is_core=True),)}, "one_language"),
            ({"materials": (Material("", "Reading", "/x/"),)}, "one_language"),
            ({"topics": (*WHOLE.topics, Topic("c", "口径", "Others"))}, "twice"),
            ({"topics": (*WHOLE.topics, Topic("c", "其他", "queries"))}, "twice"),
            ({"materials": (READ,) * 11}, "too_many"),
            ({"materials": (replace(READ, zh="看" * 61),)}, "too_long"),
            ({"months": 25}, "months"),
            ({"months": -1}, "months"),
            ({"meeting_every": 0}, "cadence"),
            ({"test_every": -1}, "cadence"),
            ({"form": "by_post"}, "form"),
        ],
    )
    def test_says_what_is_wrong(self, more, fault):
        assert faults_of(replace(WHOLE, **more)) == (fault,)

    @pytest.mark.parametrize("address", ["https://example.org/read", "/growth/library/x/"])
    def test_lets_a_material_lead_to_a_page_here_or_a_safe_one(self, address):
        assert faults_of(replace(WHOLE, materials=(replace(READ, address=address),))) == ()

    @pytest.mark.parametrize(
        "address", ["", "x", "javascript:alert(1)", "http://example.org/", "//example.org/", "/\\example.org/", "https://", "/a b"]
    )
    def test_lets_it_lead_nowhere_else(self, address):
        assert faults_of(replace(WHOLE, materials=(replace(READ, address=address),))) == ("address",)


@pytest.mark.django_db
class TestCopying:
    def copy(self, cast, *, who="周宁", zh="数据分析师", en="Data analyst", code="operations"):
        return copy_framework(code=code, zh=zh, en=en, by=cast.viewer(who), at=NOON)

    def test_makes_a_new_one_that_is_not_offered_yet(self, cast):
        code = next(iter(SHIPPED))

        made = self.copy(cast, code=code)

        copied, shipped = framed_of(made), SHIPPED[code]
        assert (copied.zh, copied.en, made.number, made.is_on) == ("数据分析师", "Data analyst", 1, False)
        assert (copied.topics, copied.goal_zh, copied.materials) == (shipped.topics, shipped.goal_zh, shipped.materials)
        assert (made.code in all_frameworks(), made.code in offered_frameworks()) == (True, False)

    def test_can_be_switched_on_and_mentored_by(self, cast):
        made = self.copy(cast, code="new_graduate")
        switch_framework(code=made.code, is_on=True, by=cast.viewer("周宁"), at=NOON)

        assert cast.pair(framework=made.code).framework.name_zh == "数据分析师"

    @pytest.mark.parametrize(
        ("given", "refusal"),
        [
            ({"zh": "应届毕业生"}, NameTaken),
            ({"en": "new graduate"}, NameTaken),
            ({"zh": " "}, CannotOffer),
            ({"en": "x" * 61}, CannotOffer),
            ({"code": "nothing_like_it"}, NoSuchFramework),
            ({"who": "何佳"}, NotYours),
            ({"who": "张三"}, NotFound),
        ],
    )
    def test_refuses_what_cannot_be_and_makes_nothing(self, cast, given, refusal):
        with pytest.raises(refusal):
            self.copy(cast, **{"code": "new_graduate"} | given)

        assert not Framework.objects.filter(code__startswith="own_").exists()


@pytest.mark.django_db
class TestChanging:
    def test_leaves_pairs_the_version_that_they_began_with(self, cast):
        pair = cast.pair()
        first = framed_of(framework_for("new_graduate", at=NOON))
        changed = replace(first, form="short", goal_zh="先听懂再动手", materials=(READ,), topics=first.topics[:2])

        made = change_framework(framed=changed, number=1, by=cast.viewer("周宁"), at=NOON)

        page = plan_page(pair_row(Mentorship.objects.select_related("framework").get()))
        assert (made.number, framed_of(made)) == (2, changed)
        assert (Mentorship.objects.get().framework.number, page.goal_zh, len(page.materials)) == (1, first.goal_zh, len(first.materials))
        assert pair.framework_id != made.pk

    @pytest.mark.parametrize(
        ("more", "refusal"),
        [
            ({"topics": (Topic("b", "取数", "Queries"),)}, NoCoreTopic),
            ({"topics": (Topic("a", "口径", "", is_core=True),)}, OneLanguage),
            ({"topics": (*WHOLE.topics, Topic("c", "口径", "Others"))}, TopicTwice),
            ({"materials": (replace(READ, address="javascript:alert(1)"),)}, WrongAddress),
            ({"zh": "转岗员工"}, NameTaken),
            ({"form": "by_post"}, CannotOffer),
        ],
    )
    def test_refuses_one_that_lacks_something(self, cast, more, refusal):
        with pytest.raises(refusal):
            change_framework(framed=replace(WHOLE, **more), number=0, by=cast.viewer("周宁"), at=NOON)

        assert not Framework.objects.exists()


@pytest.mark.django_db
class TestThePage:
    URL = "/company/mentoring/frameworks/new_graduate/"
    SENT = {
        "number": "0", "zh": "应届毕业生", "en": "New graduate", "goal_zh": "融入", "goal_en": "Fit in", "form": "group", "months": "8",
        "meeting_every": "1", "test_every": "2", "report_every": "0", "topic_code": ["values", ""], "topic_zh": ["企业价值观", "安全"],
        "topic_en": ["Company values", "Safety"], "topic_core": ["core", "free"], "topic_stage": ["1", "2"],
        "material_zh": ["手册", ""], "material_en": ["Handbook", ""], "material_address": ["https://example.org/h", ""],
    }  # fmt: skip

    def test_takes_form_topics_and_materials(self, cast):
        browser = cast.browser("周宁")

        answer = browser.post(self.URL, self.SENT)

        made = framed_of(framework_for("new_graduate", at=NOON))
        assert (answer.status_code, made.form, made.months, made.test_every, made.report_every) == (302, "group", 8, 2, 0)
        assert [(one.zh, one.is_core) for one in made.topics] == [("企业价值观", True), ("安全", False)]
        assert made.materials == (Material("手册", "Handbook", "https://example.org/h"),)
        assert "手册" in text(browser.get(self.URL).content)

    @pytest.mark.parametrize(
        ("more", "words"),
        [
            ({"topic_core": ["free", "free"]}, "这个框架没有核心要点"),
            ({"topic_en": ["Company values", ""]}, "“安全”只有一种语言"),
            ({"material_address": ["www.example.org", ""]}, "“www.example.org”不是可以打开的地址"),
            ({"months": "half"}, "1到24个月"),
        ],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(self, cast, more, words):
        answer = cast.browser("周宁").post(self.URL, self.SENT | more)

        assert (answer.status_code, words in text(answer.content), "Safety" in answer.content.decode() or "topic_en" in more) == (
            422,
            True,
            True,
        )

    def test_folds_topics_and_materials_until_something_in_them_is_wrong(self, cast):
        browser = cast.browser("周宁")

        fresh = browser.get(self.URL).content.decode()
        wrong = browser.post(self.URL, self.SENT | {"topic_en": ["Company values", ""]}).content.decode()

        for name, field in (("topics", 'name="topic_zh"'), ("materials", 'name="material_zh"')):
            assert f'<details class="open" id="{name}">' in fresh
            assert fresh.index(f'id="{name}"') < fresh.index(field)
            assert f'<details class="open" open id="{name}">' in wrong

    def test_copies_into_a_new_one(self, cast):
        browser = cast.browser("周宁")

        taken = browser.post(f"{self.URL}copy/", {"zh": "转岗员工", "en": "Others"})
        made = browser.post(f"{self.URL}copy/", {"zh": "数据分析师", "en": "Data analyst"}, follow=True)

        assert (taken.status_code, "已经有一个框架叫“转岗员工”" in text(taken.content)) == (422, True)
        assert ("数据分析师" in text(made.content), "已停用" in text(made.content)) == (True, True)
        assert "复制成一个新框架" not in text(cast.browser("何佳").get(self.URL).content)
