"""Stories 8, 9 and 11 in the demo: two pieces read 312 times, a method in the mentor's library, two steps to P6."""

from collections import Counter
from dataclasses import replace

import pytest
from django.test import Client

from bole.growth.actions import take_presets
from bole.growth.actions.presets import packed
from bole.growth.queries import library_items, reads_by_author
from bole.growth.requirements import new_tree
from bole.kit import clock
from bole.sandbox.actions.accounts import open_accounts
from bole.sandbox.actions.library import learn_together
from bole.sandbox.actions.people import hire_everybody
from bole.sandbox.dial import shift
from bole.sandbox.models import DemoState
from bole.sandbox.rules.days import moment
from bole.sandbox.rules.library import AUTHORS, READS_OF_THE_STORY, ladder_plans, reads_of_month
from bole.values.viewer import SYSTEM
from tests.office import text
from tests.sandbox.told import ANCHORS, EXAMPLE, told

AT = moment(EXAMPLE, 0.05)


class TestThePlan:
    @pytest.mark.parametrize("anchor", ANCHORS)
    def test_reads_the_two_pieces_312_times_and_nothing_as_often(self, anchor):
        demo = told(anchor)
        counts = Counter(one.code for one in reads_of_month(demo.plan, tuple(packed("library")), until=demo.clock.shown_at))

        assert READS_OF_THE_STORY == 312
        assert counts["trouble-four-questions"] + counts["trouble-night-timeout"] == 312
        assert [code for code, _count in counts.most_common(2)] == ["trouble-four-questions", "trouble-night-timeout"]

    def test_reads_nothing_twice_a_day_and_nothing_that_is_still_to_come(self):
        demo = told(EXAMPLE)
        reads = list(reads_of_month(demo.plan, tuple(packed("library")), until=demo.clock.shown_at))

        assert len({(one.number, one.code, one.at.date()) for one in reads}) == len(reads)
        assert max(one.at for one in reads) <= demo.clock.shown_at

    def test_names_authors_of_what_is_there(self):
        assert set(AUTHORS) <= set(packed("library"))


@pytest.mark.django_db
@pytest.mark.urls("tests.sandbox.urls")
class TestThePages:
    @pytest.fixture
    def demo(self, settings, monkeypatch, tmp_path) -> dict[str, int]:
        """Hire everybody, and let them read; everybody's number with their key."""
        settings.ENVIRONMENT = replace(
            settings.ENVIRONMENT, kind="demo", data=str(tmp_path), key_file=str(settings.ENVIRONMENT.folder / "keys" / "kek")
        )
        monkeypatch.setattr(clock, "_followed", [shift])
        demo = told(EXAMPLE)
        keys = hire_everybody(demo.plan, at=AT)
        open_accounts(demo.plan, keys, at=AT)
        DemoState.objects.create(anchor=EXAMPLE, today=EXAMPLE, seed=1, made_at=AT, is_ready=True)
        take_presets(by=SYSTEM, at=AT)
        learn_together(demo.clock, demo.history, keys)
        return keys

    def test_tell_the_stories(self, demo):
        def seen(stop: str) -> str:
            return text(Client().post("/demo/go/", {"stop": stop}, follow=True, headers={"accept-language": "zh-CN"}).content)

        assert reads_by_author(demo["BL0093"], EXAMPLE) == (2, 312)
        assert "你写的2篇，本月被读312次" in seen("most_read")
        assert "每周一个小实验" in seen("experiments_in_library")
        assert "到P6还差2项" in seen("path_ahead")
        assert max(library_items(SYSTEM, day=EXAMPLE), key=lambda one: one.reads_this_month).author_id == demo["BL0093"]
        assert [new_tree(one.tree) for one in ladder_plans()]
