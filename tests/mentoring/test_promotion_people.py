"""Whom HR names for a panel: found by name, pinyin, initials or number, then picked; without scripts too."""

import re

import pytest

from bole.mentoring.models import Candidate, PanelMember, PromotionPanel
from tests.office import text

pytestmark = pytest.mark.django_db
NEW = "/promotion/new/"


def form_of(cast, **more):
    """Return what a form holds."""
    return {"unit": cast.company.team.ref, "post": "主管", "begins_on": "2027-01-01", **more}


def ticked(answer, name):
    """Return the numbers that are ticked in a list."""
    html = answer.content.decode()
    return re.findall(rf'name="{name}" value="(BL\d+)" checked', html)


def offered(answer, name):
    """Return the numbers that a list offers."""
    return re.findall(rf'name="{name}" value="(BL\d+)"', answer.content.decode())


class TestFinding:
    @pytest.mark.parametrize("words", ["张三", "zhangsan", "zs", "BL0064", "zhang san"])
    def test_takes_name_pinyin_initials_and_number_and_ticks_the_only_one(self, cast, words):
        answer = cast.browser("苏文").post(NEW, form_of(cast, find_candidates=words, find="candidates"))

        assert answer.status_code == 200
        assert ticked(answer, "candidates") == ["BL0064"]
        assert "已选上张三。" in text(answer.content)
        assert not PromotionPanel.objects.exists()

    def test_offers_all_who_may_be_meant_with_number_and_place_and_ticks_none(self, cast):
        answer = cast.browser("苏文").post(NEW, form_of(cast, find_members="l", find="members"))

        assert set(offered(answer, "members")) >= {"BL0031", "BL0471"}
        assert ticked(answer, "members") == []
        assert "请勾选要选的同事" in text(answer.content)
        assert "林静，BL0031" in text(answer.content)

    def test_keeps_what_was_written_and_picked(self, cast):
        answer = cast.browser("苏文").post(
            NEW, form_of(cast, candidates=["BL0125"], members=["BL0008"], find_candidates="张三", find="candidates")
        )

        assert ticked(answer, "candidates") == ["BL0125", "BL0064"]
        assert ticked(answer, "members") == ["BL0008"]
        assert 'value="主管"' in answer.content.decode()
        assert 'value="2027-01-01"' in answer.content.decode()

    def test_says_when_nobody_fits(self, cast):
        answer = cast.browser("苏文").post(NEW, form_of(cast, find_candidates="没有这人", find="candidates"))

        assert "没有找到“没有这人”，可以试试拼音首字母或工号。" in text(answer.content)
        assert offered(answer, "candidates") == []

    def test_opens_nothing_while_a_name_is_written_and_nobody_picked(self, cast):
        members = ["BL0008", "BL0148", "BL0093"]
        browser = cast.browser("苏文")

        first = browser.post(NEW, form_of(cast, find_candidates="张三", members=members))
        second = browser.post(NEW, form_of(cast, candidates=ticked(first, "candidates"), members=members))

        assert first.status_code == 422
        assert second["Location"] == f"/promotion/{PromotionPanel.objects.get().ref}/"
        assert Candidate.objects.get().person.name == "张三"
        assert PanelMember.objects.count() == 3

    def test_answers_a_script_with_the_form_alone(self, cast):
        answer = cast.browser("苏文").post(NEW, form_of(cast, find_candidates="zs", find="candidates"), headers={"hx-request": "true"})

        assert answer.content.decode().lstrip().startswith('<div id="panel-form">')

    def test_says_whom_it_does_not_know(self, cast):
        answer = cast.browser("苏文").post(NEW, form_of(cast, candidates=["BL9999"], members=["BL0008", "BL0148", "BL0093"]))

        assert answer.status_code == 422
        assert "BL9999" in text(answer.content)
        assert not PromotionPanel.objects.exists()
