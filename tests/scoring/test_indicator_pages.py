"""Pages of the indicator library: what an indicator is, what a value is worth, and how no is said."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client

from bole.scoring.models import Indicator, ModelVersion
from bole.scoring.rules.curves import Veto
from bole.scoring.rules.indicator import indicator_of
from bole.scoring.rules.library import LIBRARY
from bole.scoring.rules.typed_curve import typed_curve
from bole.scoring.shown.curves import curve_picture, curve_words, pieces, span_of
from bole.scoring.shown.indicators import curve_fields, initial_of
from tests.factories import make_model
from tests.office import Office, make_office, text

pytestmark = pytest.mark.django_db
LIST, DELAYS, NEW = "/company/indicators/", "/company/indicators/delays/", "/company/indicators/new/"


@pytest.fixture(autouse=True)
def clock():
    """Let it be Friday, 20 November 2026, at noon."""
    with time_machine.travel(datetime(2026, 11, 20, 4, tzinfo=UTC), tick=False):
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


def fields(code: str = "delays", *, version: int = 1, **changed: str) -> dict[str, str]:
    """Return what a browser sends for an indicator that ships, with some fields changed."""
    rule = LIBRARY[code]
    sent = {name: str(value) for name, value in initial_of(rule, version).items() if value is not False}
    return sent | dict(curve_fields(typed_curve(rule.curve))) | changed


def kept(code: str = "delays"):
    """Return an indicator as it is kept."""
    return indicator_of(Indicator.objects.get(code=code).definition)


class TestTheLibrary:
    def test_says_of_what_each_is_computed_and_where_it_is_used(self, suwen):
        words = text(suwen.get(LIST).content)

        assert "6个指标，6个在用" in words
        assert "bug率15%发现的缺陷数÷合入变更数100减去数值就是得分程序员" in words

    def test_is_read_in_few_queries(self, suwen, django_assert_max_num_queries):
        suwen.get(LIST)

        with django_assert_max_num_queries(12):
            suwen.get(LIST)


class TestOneIndicator:
    def test_shows_its_curve_as_a_picture_with_words(self, suwen):
        page = suwen.get(DELAYS).content.decode()

        assert 'aria-label="不超过0得100分，不超过1得90分' in page
        assert page.count('class="curve"') == 2 * 8

    def test_is_saved(self, suwen):
        answer = suwen.post(DELAYS, fields(target="3", score0="98"))

        assert answer["Location"] == DELAYS
        assert (kept().target, kept().curve.steps[0]) == (3, (0, 98))

    def test_leaves_published_models_alone(self, suwen):
        suwen.post(DELAYS, fields(target="3"))

        assert indicator_of(ModelVersion.objects.get().indicators["delays"]).target == 2

    def test_is_drawn_without_being_saved(self, suwen):
        answer = suwen.post(DELAYS, fields(do="draw", curve="linear"), headers={"hx-request": "true"})

        assert answer.status_code == 200
        assert answer.content.strip().startswith(b'<div id="editor">')
        assert kept().curve == LIBRARY["delays"].curve

    @pytest.mark.parametrize(
        ("changed", "words"),
        [
            ({"value1": "0"}, "第2行：0必须大于它前面的0。"),
            ({"score1": "many"}, "第2行：“many”不是数字。请写成12或0.5这样。"),
            ({"score4": "95"}, "第5行：这里数值变好，得分反而从82变为95。"),
            ({"target": "soon"}, "“soon”不是数字。"),
            ({"how": "ratio", "denominator": ""}, "比率"),
            ({"zh": ""}, "中文名"),
        ],
    )
    def test_says_where_something_is_wrong_and_loses_nothing(self, suwen, changed, words):
        answer = suwen.post(DELAYS, fields(**changed))

        assert answer.status_code == 422
        assert words in text(answer.content)
        assert all(f'value="{value}"' in answer.content.decode() for name, value in changed.items() if value and name != "how")
        assert kept() == LIBRARY["delays"]

    def test_shows_both_texts_to_who_saves_second(self, office, suwen):
        office.browser("许静").post(DELAYS, fields(target="3"))

        answer = suwen.post(DELAYS, fields(target="4"))

        words = text(answer.content)
        assert answer.status_code == 409
        assert "许静在12:00也改了这里。" in words
        assert "目标：4" in words
        assert "目标：3" in words
        assert kept().target == 3

    def test_may_be_kept_knowingly(self, office, suwen):
        office.browser("许静").post(DELAYS, fields(target="3"))

        suwen.post(DELAYS, fields(target="4", version=2, do="save"))

        assert kept().target == 4

    @pytest.mark.parametrize(("name", "status"), [("顾海峰", 403), ("白审", 403), ("李四", 404)])
    def test_is_changed_by_hr_admins_only(self, office, name, status):
        answer = office.browser(name).post(DELAYS, fields(target="3"))

        assert answer.status_code == status
        assert kept().target == 2

    def test_offers_no_measure_of_mere_activity(self, suwen):
        page = suwen.get(DELAYS).content.decode()

        assert 'value="commits"' not in page
        assert 'value="tasks_done"' in page


class TestANewOne:
    def test_joins_the_library_under_a_code_of_its_english_name(self, suwen):
        answer = suwen.post(NEW, fields("task_completion", version=0, zh="准时率", en="On time", do="save"))

        assert answer["Location"] == "/company/indicators/on_time/"
        assert kept("on_time").zh == "准时率"

    def test_never_takes_the_place_of_another(self, suwen):
        suwen.post(NEW, fields("bug_rate", version=0, zh="另一个", en="Bug rate", do="save"))

        assert (kept("bug_rate").zh, kept("bug_rate_2").zh) == ("bug率", "另一个")


class TestThePicture:
    @pytest.mark.parametrize("code", LIBRARY)
    def test_draws_every_indicator_that_ships(self, code):
        rule = LIBRARY[code]
        low, high = span_of(rule)

        points = [point for piece in pieces(rule, low, high) for point in piece]

        assert curve_words(rule)
        assert str(curve_picture(rule)).count("<svg") == 2
        assert all(low <= at <= high and 0 <= score <= 200 for at, score in points)

    @pytest.mark.parametrize(("direction", "words"), [("down", "超过3，总分记0分"), ("up", "低于3，总分记0分")])
    def test_draws_a_veto(self, direction, words):
        raw = {"code": "v", "zh": "v", "en": "v", "how": "sum", "numerator": "delays", "direction": direction, "unit": "count",
               "curve": {"kind": "veto", "limit": 3, "zeroes": "total"}, "least_sample": 0, "missing": "renormalise"}  # fmt: skip
        rule = indicator_of(raw)

        assert rule.curve == Veto(3, "total")
        assert curve_words(rule) == words
        assert str(curve_picture(rule)).count('class="curve"') == 4
