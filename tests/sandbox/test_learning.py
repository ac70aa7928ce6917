"""Story 12 in the demo: four complaints and five looks at Python lead to what is recommended, and it gets less when it is told to."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client

from bole.growth.actions import take_presets
from bole.growth.models import Behaviour, Learned
from bole.growth.queries import recommended_for
from bole.kit import clock
from bole.sandbox.actions.accounts import open_accounts
from bole.sandbox.actions.people import hire_everybody
from bole.sandbox.actions.recommending import learn_and_write
from bole.sandbox.actions.scoring import set_up_scoring
from bole.sandbox.dial import shift
from bole.sandbox.models import DemoState
from bole.sandbox.rules.days import moment
from bole.values.viewer import SYSTEM
from tests.sandbox.told import EXAMPLE, told

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.sandbox.urls")]
AT = moment(EXAMPLE, 0.05)


@pytest.fixture
def learning(settings, monkeypatch, tmp_path) -> dict[str, int]:
    """Hire everybody, and let them learn; everybody's number with their key."""
    settings.ENVIRONMENT = replace(
        settings.ENVIRONMENT, kind="demo", data=str(tmp_path), key_file=str(settings.ENVIRONMENT.folder / "keys" / "kek")
    )
    monkeypatch.setattr(clock, "_followed", [shift])
    demo = told(EXAMPLE)
    keys = hire_everybody(demo.plan, at=AT)
    open_accounts(demo.plan, keys, at=AT)
    DemoState.objects.create(anchor=EXAMPLE, today=EXAMPLE, seed=1, made_at=AT, is_ready=True)
    set_up_scoring(demo.plan.almanac, at=moment(demo.plan.almanac.launch, 9))
    take_presets(by=SYSTEM, at=AT)
    learn_and_write(demo.clock, keys)
    return keys


def seen(stop: str, *, client: Client) -> str:
    """Return the page of a stop."""
    return client.post("/demo/go/", {"stop": stop}, follow=True, headers={"accept-language": "zh-CN"}).content.decode()


class TestStory12:
    def test_is_told_by_its_pages(self, learning):
        ayiguli = seen("complaints", client=Client())
        browser = Client()
        zheng_ke = seen("python", client=browser)
        before = [one for one in recommended_for(learning["BL0361"], day=EXAMPLE) if one.topic == "python"]

        browser.post("/growth/recommended/less/", {"item": before[0].ref})

        after = [one for one in recommended_for(learning["BL0361"], day=EXAMPLE) if one.topic == "python"]
        assert "客户投诉处理技巧" in ayiguli
        assert "因为你最近提交了4条“投诉处理”反馈" in ayiguli
        assert "投诉处理辅导计划（8周）" in ayiguli
        assert "因为你最近看了5次“Python编程”" in zheng_ke
        assert len({one.kind for one in before}) >= 2
        assert len(after) < len(before)
        assert "Python编程" in seen("remembered", client=browser)

    def test_lies_in_the_data_as_told(self, learning):
        complaints = Behaviour.objects.filter(person=learning["BL0318"], what="wrote_about")
        python = Behaviour.objects.filter(person=learning["BL0361"], what="opened")

        assert complaints.count() == 4
        assert min(complaints.values_list("day", flat=True)) >= EXAMPLE - timedelta(days=30)
        assert python.count() == 5
        assert min(python.values_list("day", flat=True)) >= EXAMPLE - timedelta(days=14)
        assert max(python.values_list("day", flat=True)) <= date(2026, 11, 22)
        assert Behaviour.objects.values("person").distinct().count() > 400
        assert Learned.objects.filter(about__startswith="role:").exists()
        assert not Learned.objects.filter(people__lt=5).exists()
