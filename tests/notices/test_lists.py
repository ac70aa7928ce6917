"""The list: grouped, what is unread first, done in place with the room's own permission, the same on every device; and who stands in."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from bole.access.actions import end_role
from bole.access.models import Grant
from bole.notices.actions import delegate, end_delegation, mark_read, tell
from bole.notices.jobs import send_notices
from bole.notices.kinds import InPlace, offer_kind
from bole.notices.models import Delegation, Notice, Sending
from bole.notices.queries import notices_for
from bole.notices.refusals import OverlapsAnother, UnknownStandIn, WrongDays
from bole.notices.registry import know_what_waits
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM
from tests.office import Office, text

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
FRIDAY, MONDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24)


@pytest.fixture(autouse=True)
def kinds() -> None:
    """Offer one kind of each group."""
    offer_kind("tests.reminder", "Reminder {n}", group="reminder")
    offer_kind("tests.news", "News {n}")
    offer_kind("tests.approval", "Approval {n} of {name}", group="approval", does=[InPlace("Confirm it", "confirm/", is_change=True)])


def told(office: Office, kind: str, *names: str, n: int = 1, about: str = "李四", at: datetime = NOON, address: str = "/me/") -> None:
    """Tell people something."""
    accounts = [office.accounts[name].pk for name in names]
    tell(accounts=accounts, kind=f"tests.{kind}", key=str(n), params={"n": n, "name": about}, address=address, by=SYSTEM, at=at)


def page(office: Office, name: str, more: str = "") -> str:
    """Return the words of somebody's list."""
    return text(office.browser(name).get(f"/notices/{more}").content)


def let_stand_in(office: Office, *, first: date = FRIDAY, last: date = MONDAY, by: str = "苏文", to: str = "许静") -> Delegation:
    """Let one HR admin stand in for the other."""
    return delegate(to=office.accounts[to].pk, first_day=first, last_day=last, by=office.viewer(by), at=NOON)


class TestTheList:
    def test_is_grouped_with_what_is_unread_first(self, office: Office) -> None:
        told(office, "news", "李四", n=1)
        told(office, "reminder", "李四", n=2, at=NOON - timedelta(hours=2))
        told(office, "reminder", "李四", n=3)
        mark_read(ref=Notice.objects.get(key="3").ref, by=office.viewer("李四"), at=NOON)

        words = page(office, "李四", "?all=1")

        places = [words.rindex(one) for one in ("Reminder2", "Reminder3", "News1")]
        assert places == sorted(places)

    def test_can_be_narrowed_to_a_group(self, office: Office) -> None:
        told(office, "news", "李四")
        told(office, "reminder", "李四")

        words = page(office, "李四", "?group=reminder")

        assert ("Reminder1" in words, "News1" in words) == (True, False)
        assert office.browser("李四").get("/notices/?group=nothing").status_code == 404

    def test_takes_back_that_all_were_read(self, office: Office) -> None:
        told(office, "news", "李四", n=1)
        told(office, "news", "李四", n=2, at=NOON - timedelta(hours=1))
        mark_read(ref=Notice.objects.get(key="2").ref, by=office.viewer("李四"), at=NOON - timedelta(minutes=1))
        browser = office.browser("李四")

        undo = browser.post("/notices/read/")["Location"].partition("undo=")[2]
        between = notices_for(office.viewer("李四")).unread
        browser.post("/notices/unread/", {"undo": undo.replace("%3A", ":").replace("%2B", "+")})

        assert between == 0
        assert [one.key for one in Notice.objects.filter(read_at=None)] == ["1"]

    def test_hands_a_change_on_to_the_rooms_own_page_and_is_read_once_that_took_it(self, office: Office) -> None:
        told(office, "news", "李四", n=1)
        mark_read(ref=Notice.objects.get().ref, by=office.viewer("李四"), at=NOON)
        other = Notice.objects.get()
        offer_kind("tests.taken", "Taken", group="approval", does=[InPlace("Let it be new", "unread/", is_change=True)])
        told(office, "taken", "李四", n=2, address=f"/notices/{other.ref}/")

        answer = office.browser("李四").post(f"/notices/{Notice.objects.get(key='2').ref}/read/?do=0")

        assert (answer.status_code, answer["Location"]) == (302, "/notices/")
        assert dict(Notice.objects.values_list("key", "read_at")) == {"1": None, "2": NOON}

    @pytest.mark.parametrize(
        ("language", "why"),
        [
            ("zh-CN", "没有找到这个页面。链接可能已失效，或者它不对你开放。这一步没有做成，这条通知仍是未读：Approval1of李四"),
            ("en", "Thereisnosuchpage.Thelinkmaybeold,orthepageisnotopentoyou.Notdone,sothisnoticestaysnew:Approval1of李四"),
        ],
    )
    def test_stays_new_and_says_why_where_a_change_was_refused(self, office: Office, language: str, why: str) -> None:
        told(office, "approval", "李四")
        ref = Notice.objects.get().ref

        answer = office.browser("李四").post(f"/notices/{ref}/read/?do=0", headers={"accept-language": language})

        assert answer.status_code == 404
        assert why in text(answer.content)
        assert text(answer.content).count("Approval1of李四") > 1
        assert Notice.objects.get().read_at is None

    def test_offers_no_act_where_the_room_knows_that_it_is_decided(self, office: Office) -> None:
        offer_kind("tests.settled", "Settled {n}", group="approval", does=[InPlace("Settle it", "settle/", is_change=True)])
        know_what_waits(["tests.settled"], lambda keys: {"2"}.intersection(keys))
        told(office, "settled", "苏文", n=1)
        told(office, "settled", "苏文", n=2)

        words = page(office, "苏文")

        assert ("Settled1" in words, "Settled2" in words) == (True, True)
        assert words.count("Settleit") == 1
        assert words.count("已处理") == 1

    def test_shows_one_notice_to_whom_it_was_told_and_clear_words_to_others(self, office: Office) -> None:
        told(office, "news", "李四")
        address = f"/notices/{Notice.objects.get().ref}/"

        own, other, ghost = (
            office.browser(name).get(url) for name, url in (("李四", address), ("林静", address), ("林静", "/notices/222222222222/"))
        )

        assert "News1" in text(own.content)
        assert "这个链接是发给别人的。可以用自己的账号查看你有权看的内容。" in text(other.content)
        assert (other.status_code, text(other.content)) == (ghost.status_code, text(ghost.content))

    def test_is_read_on_every_device_at_once(self, office: Office) -> None:
        told(office, "news", "李四")
        phone, desk = office.browser("李四"), office.browser("李四")

        phone.post(f"/notices/{Notice.objects.get().ref}/read/")

        assert "没有新通知" in text(desk.get("/notices/").content)

    def test_is_fetched_again_as_a_part(self, office: Office) -> None:
        told(office, "news", "李四")

        part = office.browser("李四").get("/notices/", headers={"hx-request": "true"})

        assert "News1" in text(part.content)
        assert b"<html" not in part.content


class TestStandingIn:
    def test_tells_of_approvals_and_of_nothing_else(self, office: Office) -> None:
        let_stand_in(office)

        told(office, "approval", "苏文")
        told(office, "news", "苏文")

        words = page(office, "许静")
        assert ("Approval1" in words, "代苏文" in words, "News1" in words) == (True, True, False)

    def test_ends_with_its_last_day(self, office: Office) -> None:
        let_stand_in(office, last=FRIDAY)
        told(office, "approval", "苏文")

        with time_machine.travel(datetime(2026, 11, 22, 4, tzinfo=UTC), tick=False):
            send_notices(datetime(2026, 11, 22, 4, tzinfo=UTC))
            words = page(office, "许静", "?all=1")
        told(office, "approval", "苏文", n=2, at=NOON + timedelta(days=2))

        assert "Approval" not in words
        assert Notice.objects.filter(account=office.accounts["许静"].pk, key="2").count() == 0

    def test_ends_when_either_ends_it_or_the_right_is_lost(self, office: Office) -> None:
        first = let_stand_in(office, last=FRIDAY)
        end_delegation(ref=first.ref, by=office.viewer("许静"), at=NOON)
        second = let_stand_in(office)

        grant = Grant.objects.get(account=office.accounts["苏文"], role="hr_admin")
        end_role(grant_id=grant.pk, by=SYSTEM, at=NOON)

        second.refresh_from_db()
        assert second.ended_at == NOON

    def test_tells_nobody_of_themselves(self, office: Office) -> None:
        let_stand_in(office)

        told(office, "approval", "苏文", about="许静")

        assert not Notice.objects.filter(account=office.accounts["许静"].pk, kind="tests.approval").exists()

    def test_is_only_for_whoever_decides_the_same(self, office: Office) -> None:
        for by, to in (("苏文", "李四"), ("苏文", "苏文"), ("林静", "许静")):
            with pytest.raises(UnknownStandIn):
                let_stand_in(office, by=by, to=to)

        assert not Delegation.objects.exists()

    def test_refuses_days_that_are_past_too_many_or_taken(self, office: Office) -> None:
        for first, last in ((date(2026, 11, 19), FRIDAY), (MONDAY, FRIDAY), (FRIDAY, date(2027, 6, 1))):
            with pytest.raises(WrongDays):
                let_stand_in(office, first=first, last=last)
        let_stand_in(office)

        with pytest.raises(OverlapsAnother):
            let_stand_in(office, first=MONDAY, last=TUESDAY)

    def test_is_nobody_elses_to_end(self, office: Office) -> None:
        made = let_stand_in(office)

        with pytest.raises(NotFound):
            end_delegation(ref=made.ref, by=office.viewer("顾海峰"), at=NOON)

    def test_says_who_on_which_days(self, office: Office) -> None:
        client = office.browser("苏文")

        client.post("/notices/stand-in/", {"to": office.accounts["许静"].pk, "first_day": "2026-11-20", "last_day": "2026-11-23"})

        assert "11月20日到11月23日由许静代你处理" in text(client.get("/notices/stand-in/").content)
        assert "没有人和你有同样的审批权限" in text(office.browser("李四").get("/notices/stand-in/").content)


class TestTheDayAnAbsenceBegins:
    """Whoever stands in sees what waits already: once, by one message, as a list in the place of notices."""

    DAYS = (datetime(2026, 11, 20, 4, 1, tzinfo=UTC), datetime(2026, 11, 22, 16, 1, tzinfo=UTC), datetime(2026, 11, 23, 1, tzinfo=UTC))

    def test_hands_over_what_waits_and_never_twice(self, office: Office) -> None:
        told(office, "approval", "苏文", n=1)
        told(office, "approval", "苏文", n=2, at=NOON - timedelta(days=9))
        told(office, "news", "苏文", n=3)
        let_stand_in(office, first=MONDAY, last=TUESDAY)

        seen = []
        for at in (*self.DAYS, self.DAYS[-1] + timedelta(hours=3), self.DAYS[-1] + timedelta(days=1)):
            with time_machine.travel(at, tick=False):
                send_notices(at)
                send_notices(at)
                words = page(office, "许静")
            seen.append((words.count("代苏文"), "从今天起由你代苏文处理，等待决定的有2件" in words, "News3" in words))

        assert seen == [(1, False, False), *[(4, True, False)] * 4]  # that they stand in, what waits, and the two lines name who is away
        own = Notice.objects.filter(account=office.accounts["许静"].pk)
        assert (own.filter(kind="tests.approval").count(), own.filter(kind="notices.waits_for_you").count()) == (2, 1)
        assert Sending.objects.filter(notice__kind="tests.approval", account=office.accounts["许静"].pk).count() == 0
        assert Sending.objects.filter(notice__kind="notices.waits_for_you").count() == 1

    def test_says_so_in_english(self, office: Office) -> None:
        told(office, "approval", "苏文")
        let_stand_in(office)
        send_notices(NOON)

        words = text(office.browser("许静").get("/notices/", headers={"accept-language": "en"}).content)

        assert "Youstandinfor苏文fromtoday.Waitingforadecision:1" in words

    def test_leaves_out_what_was_read_or_is_about_whoever_stands_in(self, office: Office) -> None:
        told(office, "approval", "苏文", n=1)
        mark_read(ref=Notice.objects.get().ref, by=office.viewer("苏文"), at=NOON)
        told(office, "approval", "苏文", n=2, about="许静")
        let_stand_in(office)

        send_notices(NOON)

        assert not Notice.objects.filter(account=office.accounts["许静"].pk, kind__in=["tests.approval", "notices.waits_for_you"]).exists()

    def test_asks_the_room_what_is_decided_where_it_knows(self, office: Office) -> None:
        offer_kind("tests.known", "Known {n}", group="approval")
        know_what_waits(["tests.known"], lambda keys: {"1"}.intersection(keys))
        told(office, "known", "苏文", n=1)
        mark_read(ref=Notice.objects.get().ref, by=office.viewer("苏文"), at=NOON)
        told(office, "known", "苏文", n=2)
        let_stand_in(office)
        send_notices(NOON)

        words = page(office, "许静")
        assert ("Known1" in words, "Known2" in words, "等待决定的有1件" in words) == (True, False, True)

    def test_brings_back_what_still_waits_when_they_stand_in_again(self, office: Office) -> None:
        told(office, "approval", "苏文")
        let_stand_in(office, last=FRIDAY)
        send_notices(NOON)
        tuesday = datetime(2026, 11, 24, 4, tzinfo=UTC)

        with time_machine.travel(tuesday, tick=False):
            send_notices(tuesday)
            between = page(office, "许静", "?all=1")
            delegate(to=office.accounts["许静"].pk, first_day=TUESDAY, last_day=TUESDAY, by=office.viewer("苏文"), at=tuesday)
            send_notices(tuesday)
            words = page(office, "许静")

        assert ("Approval1" in between, "Approval1" in words) == (False, True)


class TestSettings:
    def test_keep_hours_topics_digest_and_language(self, office: Office) -> None:
        client = office.browser("林静")
        before = text(client.get("/notices/settings/").content)

        answer = client.post("/notices/settings/", {"quiet_from": "21:30", "quiet_to": "07:00", "language": "en"})
        after = text(client.get("/notices/settings/").content)

        assert answer.status_code == 302
        assert "免打扰：20:00到08:30和休息日。到期提醒会提前到最近的工作日发出。" in before
        assert "免打扰：21:30到07:00和休息日。" in after

    def test_ask_again_for_hours_that_are_none(self, office: Office) -> None:
        answer = office.browser("林静").post("/notices/settings/", {"quiet_from": "late", "quiet_to": "07:00", "language": "en"})

        assert answer.status_code == 422

    def test_say_what_android_and_privacy_mean(self, office: Office) -> None:
        words = text(office.browser("林静").get("/notices/settings/").content)

        assert "部分安卓手机收不到网页推送，建议绑定企业微信、钉钉或飞书。" in words
        assert "通知只发给你本人，从不发到群里。" in words
