"""Who is told of a change: the person first, whoever leads them when the grace is over; neither of the figure, and each once. And who is
told of a silent source: whoever runs the sources.
"""

from datetime import date, timedelta

import pytest

from bole.access.actions import grant_role
from bole.kit.worker import settle
from bole.notices.kinds import kind_of, said
from bole.notices.models import Notice
from bole.people.models import Person
from bole.signals.actions import look_for_changes
from bole.signals.models import Alert
from bole.signals.telling import tell_managers
from bole.values.viewer import SYSTEM
from bole.values.workdays import each_working_day
from tests.signals.days import FIRST, NOTICED, SLOW, at, between, serve, serve_daily, team_of

pytestmark = pytest.mark.django_db


def test_tells_the_person_first_and_the_manager_when_the_grace_is_over() -> None:
    tool, _ = team_of("林静", "张三")
    accounts = dict(Person.objects.values_list("name", "account_id"))
    serve(tool, "张三", between(FIRST, date(2026, 10, 30)))
    for day in each_working_day(SLOW, NOTICED):
        look_for_changes(day, at=at(day))
    settle(at(NOTICED))
    first = list(Notice.objects.values_list("account", "kind"))
    sees_at = Alert.objects.get().manager_sees_at

    told = [tell_managers(sees_at + timedelta(minutes=minutes)) for minutes in (-1, 0, 15)]

    assert first == [(accounts["张三"], "signals.change_self")]
    assert told == [0, 1, 0]
    notice = Notice.objects.get(account=accounts["林静"])
    assert said(kind_of(notice.kind), notice.params) == "张三有一项指标最近变化明显，请看一下"


@pytest.mark.parametrize(("back_on", "told"), [(None, 1), (date(2026, 8, 6), 0)])
def test_tells_whoever_runs_the_sources_of_one_that_fell_silent_and_still_is(back_on: date | None, told: int) -> None:
    tool, _ = team_of("林静", "张三", "罗工")
    admin = Person.objects.values_list("account_id", flat=True).get(name="罗工")
    grant_role(account_id=admin, role="system_admin", unit_ref="", by=SYSTEM, at=at(FIRST))
    silent = between(date(2026, 8, 5), date(2026, 8, 5 if back_on else 7))
    serve_daily(tool, ["张三"], between(FIRST, date(2026, 8, 7), without=silent))

    for day in (date(2026, 8, 7), date(2026, 8, 10)) if not back_on else (date(2026, 8, 7),):
        look_for_changes(day, at=at(day))
        settle(at(day))

    notices = list(Notice.objects.filter(account=admin))
    assert len(notices) == told
    assert Notice.objects.count() == told
    if told:
        words = said(kind_of(notices[0].kind), notices[0].params)
        assert words == f"数据来源中断：{tool.name}从8月5日起没有消息，1人没有数据，没有发出个人预警"
        assert notices[0].address == "/company/sources/"
