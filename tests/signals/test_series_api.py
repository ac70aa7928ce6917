"""`POST /api/v1/series` and the chances of targets."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime

import numpy as np
import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client

from bole.accounts.actions import make_token
from bole.signals.models import SeriesValue
from bole.signals.rules.diagnosis import History
from bole.signals.rules.foresight import Foresight, foresight_of, months_known, reach_of
from bole.values.viewer import SYSTEM
from tests.office import Office, make_office, text
from tests.signals.missed import MONTHS, line, unit

NOW = datetime(2026, 11, 16, 4, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Office]:
    """Make the office on a Monday noon in November."""
    with time_machine.travel(NOW, tick=False):
        yield make_office()


def post(scopes: list[str], body: object, **headers: str) -> HttpResponse:
    """Send a body with a token of these scopes."""
    _token, secret = make_token(name="finance", scopes=scopes, connection_ref="", days=30, by=SYSTEM, at=NOW)
    return Client().post(
        "/api/v1/series", json.dumps(body), content_type="application/json", headers={"Authorization": f"Bearer {secret}", **headers}
    )


def foresee(history: History, years: list[int], target: float, *, up: bool) -> Foresight:
    """Return the chance of a target in November."""
    return foresight_of(reach_of(history, (), years, 11, up=up), target, months_known(history), up=up)


@pytest.mark.django_db
class TestSendingSeries:
    def test_tells_the_fate_of_each(self, office: Office) -> None:
        good = {"kind": "market", "month": "2026-10", "value": 84.5, "name": "华南行业指数"}
        sent = {
            "series": [good, good | {"unit": "T"}, good | {"month": "2026-13"}, good | {"unit": "nowhere"}, good | {"value": True}, good]
        }

        answer = post(["series.write"], sent).json()

        assert [one["fate"] for one in answer["series"]] == ["stored", "stored", "refused", "refused", "refused", "stored"]
        assert [one.get("code") for one in answer["series"]][2:5] == ["bad_month", "unknown_unit", "bad_amount"]
        assert answer["series"][2]["where"] == "/series/2/month"
        assert sorted(SeriesValue.objects.values_list("value", flat=True)) == [84_500, 84_500]

    def test_keeps_what_is_known_and_corrects_what_differs(self, office: Office) -> None:
        one = {"kind": "budget", "month": "2026-10", "value": 12}
        post(["series.write"], {"series": [one]})

        same, other = post(["series.write"], {"series": [one]}).json(), post(["series.write"], {"series": [one | {"value": 8}]}).json()

        assert (same["counts"], other["counts"]) == ({"same": 1}, {"corrected": 1})
        assert SeriesValue.objects.filter(withdrawn_at=None).get().value == 8_000

    @pytest.mark.parametrize("body", [{}, {"series": []}, {"series": "x"}, {"series": [1], "more": 1}, [1]])
    def test_refuses_a_body_without_the_list(self, office: Office, body: object) -> None:
        assert post(["series.write"], body).status_code == 422

    def test_needs_the_scope(self, office: Office) -> None:
        assert post(["dir.read"], {"series": []}).status_code == 403
        assert Client().post("/api/v1/series", "{}", content_type="application/json").status_code == 401


class TestForesight:
    def test_flags_what_is_too_hard_and_too_easy(self) -> None:
        history = unit(1, line(100, wobble=0.03), line(100), is_sum=True)
        years = [month.month for month in MONTHS]

        hard, fair, easy = (foresee(history, years, target, up=True) for target in (115, 100, 85))

        assert (hard.flag, fair.flag, easy.flag) == ("hard", "", "easy")
        assert hard.chance is not None
        assert fair.chance is not None
        assert hard.chance < fair.chance

    def test_where_less_is_better_a_lower_target_is_harder(self) -> None:
        history = unit(1, line(2.0, wobble=0.05), line(2.0))

        hard, easy = (foresee(history, [month.month for month in MONTHS], target, up=False) for target in (1.5, 2.6))

        assert (hard.flag, easy.flag) == ("hard", "easy")

    def test_says_nothing_of_few_months(self) -> None:
        short = {month: value for month, value in line(100).items() if month > date(2026, 6, 1)}
        history = unit(1, short, line(100))

        found = foresee(history, [month.month for month in MONTHS], 100, up=True)

        assert (found.flag, found.months) == ("unknown", 4)
        assert np.isfinite(found.months)

    @pytest.mark.django_db
    def test_the_page_is_hrs(self, office: Office) -> None:
        assert office.browser("苏文").get("/company/targets/foresight/").status_code == 200
        assert "没有部门设置了自己的目标" in text(office.browser("苏文").get("/company/targets/foresight/").content)
        assert office.browser("林静").get("/company/targets/foresight/").status_code == 404
