"""Who is told of feedback: whoever it is for, in the words of the list, and never who wrote it or what."""

from datetime import UTC, datetime

import pytest

from bole.kit.worker import settle
from bole.notices.kinds import kind_of, said, said_outside
from bole.notices.models import Notice
from tests.reviews.team import Team, send

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


def test_says_that_feedback_of_the_manager_is_ready(team: Team) -> None:
    send(team, "林静", "李四")

    settle(NOON)

    notice = Notice.objects.get()
    kind = kind_of(notice.kind)
    assert said(kind, notice.params) == "你的绩效反馈已生成，请及时查看"
    assert said_outside(kind)[1] == "你的绩效反馈已生成，请及时查看"
    assert notice.account.name == "李四"


def test_names_no_colleague_who_wrote(team: Team) -> None:
    send(team, "沈一帆", "李四")

    settle(NOON)

    notice = Notice.objects.get()
    assert (notice.kind, notice.params) == ("reviews.feedback_new", {})
