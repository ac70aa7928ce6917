"""What is decided of scores, targets and changes: a month and a year to close, another look, a second person, an alert put aside."""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from bole.kit.clock import now
from bole.scoring.actions import close_period
from bole.signals.models import Diagnosis
from bole.values.period import Period
from bole.values.viewer import SYSTEM
from bole.work.models import Connection
from bole.work.rules.item import ItemVersion
from tests import factories as make
from tests.trust.company import OPEN, Firm
from tests.trust.later.moving import Look, all_at, does, on


def the_month_is_over(firm: Firm) -> Iterator[Look]:
    """On the first days of December HR closes November."""
    with on(firm, datetime(2026, 12, 1, 2, tzinfo=UTC)):
        yield from all_at(firm, "closings", "hr_admin")


def the_year_is_over(firm: Firm) -> Iterator[Look]:
    """In January HR closes the year, once its last month is closed."""
    with on(firm, datetime(2027, 1, 11, 2, tzinfo=UTC)):
        for month in (OPEN, "2026-12"):
            close_period(period=Period.parse(month), by=SYSTEM, at=now())
        yield "hr_admin", "/company/years/2026/"


def nobody_waits_for_a_second_look(firm: Firm) -> Iterator[Look]:
    """With the proposals of the second HR admin declined, another can be made: of a month, of a year."""
    does(firm, "hr_admin", "decide_reopening")
    yield from all_at(firm, "closing_of_person", "hr_admin")
    does(firm, "hr_admin", "decide_year_correction")
    yield from all_at(firm, "rating_of_person", "hr_admin")


def ratings_of_before(firm: Firm) -> Iterator[Look]:
    """A file with earlier ratings is looked at, and then taken."""
    rows = f"工号,年度,评分,等级\n{firm.people['self'].number},2023,4.2,A\n"
    yield "hr_admin", does(firm, "hr_admin", "ratings_file", file=SimpleUploadedFile("甲.csv", rows.encode()), most="5")


def a_target_for_a_second_person(firm: Firm) -> Iterator[Look]:
    """林静 set another target, and HR admin is the second person."""
    version = Diagnosis.objects.get(ref=firm.things["diagnosis"]["li"]).version
    does(firm, "manager", "signals:decide", decision="change", value="85", reason="先补人", version=str(version))
    yield from all_at(firm, "signals:diagnosis", "hr_admin")


def commits_of_the_week(firm: Firm) -> Iterator[Look]:
    """李四 pushed to a repository, and may say that a record of it is wrong."""
    pushed = ItemVersion(
        external_id="push:1", kind="push", version=1, account="self", state="done", title="main", project="pay", opened_at=now(),
        closed_at=now(), values=(("commits", 3),),
    )  # fmt: skip
    make.send(Connection.objects.get(ref=firm.things["connection"]["li"]), pushed, at=now())
    yield from all_at(firm, "commits", "self")


def an_alert_put_aside(firm: Firm) -> Iterator[Look]:
    """An alert that was no problem may be opened again."""
    does(firm, "manager", "signals:dismiss_alert")
    yield from all_at(firm, "signals:alert", "manager", "partner")


STORIES = (
    the_month_is_over, the_year_is_over, nobody_waits_for_a_second_look, ratings_of_before, a_target_for_a_second_person,
    commits_of_the_week, an_alert_put_aside,
)  # fmt: skip
