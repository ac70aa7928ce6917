"""Who is told of feedback: whoever it is for, in the words of the list, and never who wrote it or what."""

from datetime import UTC, datetime

import pytest

from bole.kit.worker import settle
from bole.notices.kinds import kind_of, said, said_outside
from bole.notices.models import Notice
from bole.reviews.actions import take_back_feedback
from tests.reviews.team import MORNING, Team, send

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


def test_a_managers_request_is_told_as_one_and_leads_to_where_it_waits(team: Team) -> None:
    send(team, "林静", "李四", kind="request")

    settle(NOON)

    notice = Notice.objects.get()
    assert (notice.kind, notice.address) == ("reviews.feedback_new", "/feedback/?tab=asked")
    assert "林静" in team.browser("李四").get(notice.address).content.decode()


def test_says_nothing_of_what_was_taken_back_meanwhile(team: Team) -> None:
    piece = send(team, "林静", "李四")
    take_back_feedback(ref=piece.ref, by=team.viewer("林静"), at=MORNING)

    settle(NOON)

    assert not Notice.objects.exists()
