"""Who is told of a change: the person first, whoever leads them when the grace is over; neither of the figure, and each once."""

from datetime import date, timedelta

import pytest

from bole.kit.worker import settle
from bole.notices.kinds import kind_of, said
from bole.notices.models import Notice
from bole.people.models import Person
from bole.signals.actions import look_for_changes
from bole.signals.models import Alert
from bole.signals.telling import tell_managers
from bole.values.workdays import each_working_day
from tests.signals.days import FIRST, NOTICED, SLOW, at, between, serve, team_of

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
