"""Going along with a project: the two name it, its milestones are the topics, the report of results closes it."""

from datetime import date

import pytest

from bole.mentoring.actions.plans import save_plan, submit_plan
from bole.mentoring.actions.projects import close_project, name_project
from bole.mentoring.actions.reports import save_report, send_report
from bole.mentoring.models import LeftTopics, Meeting, Project
from bole.mentoring.refusals import LinkNotSafe, NoProject, NoResultYet, NotAProject, ReasonForTopics
from bole.mentoring.rules.frameworks import FORMS, faults_of, month_of_stage
from bole.mentoring.rules.left_topics import Left
from bole.mentoring.rules.plan import planned
from bole.mentoring.rules.projects import is_safe_link
from bole.mentoring.rules.shipped import SHIPPED
from bole.mentoring.shown.frameworks import form_name
from bole.notices.models import Notice
from bole.values.refusal import NotFound, NotYours, Stale
from tests.mentoring.making import NOON, THIRD
from tests.office import text

FRAMED = SHIPPED["project"]
MILESTONES = ["start", "middle", "result"]
LINK = "https://forge.example.cn/growth/42"


@pytest.fixture
def pair(cast):
    """Let 张三 go along with a project of 李四."""
    return cast.pair(framework="project", first_day=date(2026, 10, 9), months=4, state="running")


def named(cast, pair, who="李四", *, version=0, name="结算对账自动化", link=LINK):
    return name_project(pair_ref=pair.ref, version=version, name=name, link=link, by=cast.viewer(who), at=NOON)


def reported(cast, pair):
    by = cast.viewer("李四")
    draft = save_report(pair_ref=pair.ref, version=0, words="对账由两天降到两小时", files=(), by=by, at=NOON)
    send_report(pair_ref=pair.ref, version=draft.version, by=by, at=NOON)


def covered(pair, codes):
    Meeting.objects.create(once="a", mentorship=pair, number=1, held_on=date(2026, 11, 12), codes=codes, by=pair.mentor, at=NOON)


class TestTheFramework:
    def test_ships_whole_with_a_milestone_for_each_stage(self):
        assert (faults_of(FRAMED), FRAMED.form, FRAMED.report_every) == ((), "project", FRAMED.months)
        assert [(one.code, month_of_stage(one.stage, FRAMED.months)) for one in FRAMED.core] == [("start", 1), ("middle", 2), ("result", 4)]

    def test_has_a_name_for_every_form(self):
        assert [form for form in FORMS if form_name(form) == form] == []

    @pytest.mark.parametrize(
        ("link", "is_safe"),
        [(LINK, True), ("http://x.cn", False), ("https://", False), ("javascript:alert(1)", False), ("https://a b", False)],
    )
    def test_leads_to_a_safe_address_alone(self, link, is_safe):
        assert is_safe_link(link) is is_safe


class TestNaming:
    @pytest.mark.parametrize("who", ["张三", "李四"])
    def test_is_either_ones(self, cast, pair, who):
        named(cast, pair, who)

        kept = Project.objects.get()
        assert (kept.name, kept.link, kept.by_id) == ("结算对账自动化", LINK, cast.pk(who))

    @pytest.mark.parametrize("name", THIRD)
    def test_is_nobody_elses(self, cast, pair, name):
        with pytest.raises(NotFound):
            named(cast, pair, name)

        assert not Project.objects.exists()

    @pytest.mark.parametrize("link", ["http://forge.example.cn", "javascript:alert(1)"])
    def test_takes_no_other_link(self, cast, pair, link):
        with pytest.raises(LinkNotSafe):
            named(cast, pair, link=link)

        assert not Project.objects.exists()

    def test_of_two_at_once_is_told_to_the_second(self, cast, pair):
        named(cast, pair)

        with pytest.raises(Stale):
            named(cast, pair, "张三", name="别的")

    def test_of_a_pair_of_another_form_is_refused(self, cast):
        other = cast.pair("叶青", "丁一", state="running")

        with pytest.raises(NotAProject):
            named(cast, other, "丁一")

    def test_stands_on_the_page_of_the_two_with_its_link(self, cast, pair):
        answer = cast.browser("李四").post(f"/mentoring/pairs/{pair.ref}/project/", {"name": "结算对账", "link": LINK, "version": "0"})

        assert answer.status_code == 302
        page = cast.browser("张三").get(f"/mentoring/pairs/{pair.ref}/").content
        assert "结算对账" in text(page)
        assert f'href="{LINK}"' in page.decode()

    def test_says_what_is_wrong_and_keeps_what_was_typed(self, cast, pair):
        told = {"name": "结算对账", "link": "http://x.cn", "version": "0"}

        answer = cast.browser("李四").post(f"/mentoring/pairs/{pair.ref}/project/", told)

        assert answer.status_code == 422
        assert "链接要以https://开头" in text(answer.content)
        assert 'value="结算对账"' in answer.content.decode()


class TestThePlan:
    def test_is_handed_in_once_the_project_has_a_name_and_shows_it_to_hr(self, cast):
        pair = cast.pair(framework="project", first_day=date(2026, 11, 9), months=4)
        by, topics = cast.viewer("张三"), planned(FRAMED.topics, months=4)
        saved = save_plan(pair_ref=pair.ref, version=0, goal="做成一个项目", outcomes=["上线"], topics=topics, by=by, at=NOON)
        with pytest.raises(NoProject):
            submit_plan(pair_ref=pair.ref, version=saved.version, by=by, at=NOON)

        named(cast, pair)
        sent = submit_plan(pair_ref=pair.ref, version=saved.version, by=by, at=NOON)

        assert "结算对账自动化" in text(cast.browser("何佳").get(f"/company/mentoring/plans/{sent.ref}/").content)


class TestClosing:
    def test_is_the_mentors_once_the_report_is_there(self, cast, pair):
        covered(pair, MILESTONES)
        with pytest.raises(NoResultYet):
            close_project(pair_ref=pair.ref, left=None, by=cast.viewer("张三"), at=NOON)
        reported(cast, pair)

        close_project(pair_ref=pair.ref, left=None, by=cast.viewer("张三"), at=NOON)

        pair.refresh_from_db()
        assert (pair.state, pair.ended_on, pair.ended_why, LeftTopics.objects.count()) == ("ended", NOON.date(), "done", 0)
        assert Notice.objects.filter(kind="mentoring.done").count() == 2

    def test_with_a_milestone_left_wants_a_reason(self, cast, pair):
        covered(pair, MILESTONES[:2])
        reported(cast, pair)
        with pytest.raises(ReasonForTopics):
            close_project(pair_ref=pair.ref, left=None, by=cast.viewer("张三"), at=NOON)

        answer = cast.browser("张三").post(f"/mentoring/pairs/{pair.ref}/project/close/", {"left_why": "later", "left_words": "三月再移交"})

        pair.refresh_from_db()
        assert (answer.status_code, pair.state, LeftTopics.objects.get().why) == (302, "ended", "later")

    @pytest.mark.parametrize(("name", "refusal"), [("李四", NotYours), ("何佳", NotFound), ("叶青", NotFound)])
    def test_is_nobody_elses(self, cast, pair, name, refusal):
        reported(cast, pair)

        with pytest.raises(refusal):
            close_project(pair_ref=pair.ref, left=Left("later"), by=cast.viewer(name), at=NOON)

        pair.refresh_from_db()
        assert pair.state == "running"

    def test_of_another_form_stays_hrs(self, cast):
        other = cast.pair("叶青", "丁一", state="running")

        with pytest.raises(NotAProject):
            close_project(pair_ref=other.ref, left=Left("later"), by=cast.viewer("叶青"), at=NOON)
