"""What each of them may do after they did something else: go back on it."""

from collections.abc import Iterator

from bole.accounts.models import Account
from bole.kit.clock import now
from bole.notices.actions import tell
from bole.values.viewer import SYSTEM
from tests.trust.company import Firm
from tests.trust.later.moving import Look, all_at, does, led
from tests.trust.parity import PERSONAS


def who_comes_first(firm: Firm) -> Iterator[Look]:
    """Whoever has not read the first page reads it first."""
    Account.objects.update(first_page_seen_at=None)
    yield from all_at(firm, "start", *PERSONAS)


def who_is_told(firm: Firm) -> Iterator[Look]:
    """Whoever was told something marks it read, and may take that back."""
    accounts = [account for one in PERSONAS if (account := firm.people[one].account_id)]
    tell(accounts=accounts, kind="play.told", key="later", params={"name": "林静"}, address="/me/", by=SYSTEM, at=now())
    yield from all_at(firm, "notices", *PERSONAS)
    for one in PERSONAS:
        yield one, led(does(firm, one, "read_all_notices"))


def who_has_read_one(firm: Firm) -> Iterator[Look]:
    """A notice that was read may be marked as unread."""
    does(firm, "self", "read_notice")
    yield from all_at(firm, "notice", "self")


def who_goes_to_a_training(firm: Firm) -> Iterator[Look]:
    """Whoever took a seat may leave it."""
    for one in PERSONAS:
        does(firm, one, "take_seat")
    yield from all_at(firm, "trainings", *PERSONAS)


def who_ticked_a_line(firm: Firm) -> Iterator[Look]:
    """Whoever ticked a line of the first week may say that it is not done after all."""
    for one in PERSONAS:
        does(firm, one, "tick_step")
    yield from all_at(firm, "first_week", *PERSONAS)


def who_wants_no_recommendations(firm: Firm) -> Iterator[Look]:
    """Whoever switched recommendations off may switch them on."""
    for one in PERSONAS:
        does(firm, one, "recommendations_off")
    yield from all_at(firm, "recommended", *PERSONAS)


def who_has_a_calendar(firm: Firm) -> Iterator[Look]:
    """Whoever made an address for their calendar may end it."""
    for one in PERSONAS:
        does(firm, one, "make_calendar_address")
    yield from all_at(firm, "mentoring_dates", *PERSONAS)


STORIES = (
    who_comes_first, who_is_told, who_has_read_one, who_goes_to_a_training, who_ticked_a_line, who_wants_no_recommendations,
    who_has_a_calendar,
)  # fmt: skip
