"""What leaves the house: each message arrives once, by the best way that takes it, and holds no value of anybody: words, and a link."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from bole.accounts.models import Account, ProviderUser, SignInProvider
from bole.mentoring.kinds_of_pairs import offer_kinds
from bole.notices.actions import mark_read, plan_what_was_told, prefer, save_channel, send_what_is_due, tell, tell_groups, try_again
from bole.notices.jobs import send_notices, sweep_messages
from bole.notices.kinds import offer_kind
from bole.notices.models import Device, Notice, Sending
from bole.notices.refusals import UnknownKind
from bole.notices.rules.trying import LEASE
from bole.values.viewer import SYSTEM
from tests.notices.outside import World, browser_at, mailbox
from tests.office import Office, text

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)  # Friday, 12:00 in Shanghai
MONDAY = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # 8:30
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def kinds() -> None:
    """Offer the spec's reminders, and news."""
    offer_kinds()
    offer_kind("tests.course", "{name} has a new course", topic="growth")
    offer_kind("company.open", "A survey is open for everybody", topic="company")


def remind(office: Office, name: str, *, key: str = "1", at: datetime = NOON) -> Notice:
    """Remind somebody of a mentoring talk, as the spec writes it."""
    account = office.accounts[name]
    told = {"name": "李四", "n": 5, "duty": "meeting", "date": "2026-11-25"}
    tell(accounts=[account.pk], kind="mentoring.remind_due", key=key, params=told, address="/me/", by=SYSTEM, at=at)
    return Notice.objects.get(account=account, kind="mentoring.remind_due", key=key)


def news(office: Office, name: str, *keys: int, at: datetime = NOON) -> None:
    """Tell somebody news, once a key."""
    account = office.accounts[name].pk
    for key in keys:
        tell(accounts=[account], kind="tests.course", key=str(key), params={"name": "林静"}, address="/", by=SYSTEM, at=at)


def states(channel: str) -> list[tuple[str, str]]:
    """Return state and result of each message of a way."""
    return list(Sending.objects.filter(channel=channel).order_by("pk").values_list("state", "result"))


def use_application(code: str, outside: World, account: Account, server: str) -> None:
    """Set an application up, and say which of its users somebody is."""
    told = {"corp_id": "corp", "app_id": "app", "agent_id": "7", "secret": "s3cret", "addresses": {server: outside.url}}
    SignInProvider.objects.create(code=code, is_on=True, changed_at=NOON, changed_by="test", **told)
    ProviderUser.objects.create(provider=code, user_id="lisi", account=account, made_at=NOON, made_by="test")


def use_mail(port: int) -> None:
    """Set the mail server up."""
    server = {"host": "127.0.0.1", "port": str(port), "sender": "hr@example.com", "security": "none"}
    save_channel(code="mail", name="", settings=server, is_on=True, by=SYSTEM, at=NOON)


def write_to(office: Office, name: str, address: str) -> None:
    """Give somebody a mailbox."""
    person = office.people[name]
    person.work_email = address
    person.save(update_fields=["work_email"])


class TestPush:
    def test_says_that_there_is_something_while_the_page_says_what(self, office: Office, outside: World) -> None:
        browser, client = browser_at(f"{outside.url}/push/1"), office.browser("林静")
        browser.subscribe(client)
        notice = remind(office, "林静")

        send_notices(NOON)

        (message,) = [browser.read(one) for one in outside.heard]
        assert message == {
            "title": "提醒",
            "body": "有一件事快到期了，打开看看是哪一件。",
            "url": f"/notices/{notice.ref}/",
            "tag": f"n:{notice.ref}",
        }
        assert "您与李四的辅导沟通将于5天后到期，请提前安排时间。" in text(client.get(message["url"]).content)

    def test_says_a_sentence_that_names_nobody_as_it_is_written(self, office: Office, outside: World) -> None:
        browser = browser_at(f"{outside.url}/push/1")
        browser.subscribe(office.browser("林静"))
        tell(accounts=[office.accounts["林静"].pk], kind="mentoring.remind_next_week", key="1", params={}, address="/", by=SYSTEM, at=NOON)

        send_notices(NOON)

        assert browser.read(outside.heard[0])["body"] == "下周将进行导师辅导沟通，请提前准备"

    def test_is_signed_with_our_own_key_and_kept_two_days(self, office: Office, outside: World) -> None:
        browser_at(f"{outside.url}/push/1").subscribe(office.browser("林静"))
        notice = remind(office, "林静")

        send_notices(NOON)

        headers = outside.heard[0].headers
        assert headers["Authorization"].startswith("vapid t=")
        assert (headers["TTL"], headers["Content-Encoding"], headers["Topic"]) == ("172800", "aes128gcm", f"n{notice.ref}")
        assert notice.ref.encode() not in outside.heard[0].body

    def test_reaches_both_devices_once_however_often_the_job_runs(self, office: Office, outside: World) -> None:
        for path in ("/push/phone", "/push/desk"):
            browser_at(outside.url + path).subscribe(office.browser("林静"))
        remind(office, "林静")

        for minute in range(5):
            send_notices(NOON + minute * MINUTE)

        assert sorted(one.path for one in outside.heard) == ["/push/desk", "/push/phone"]

    @pytest.mark.parametrize("status", [404, 410, 403])
    def test_forgets_a_browser_that_its_service_gave_up_and_says_so(self, office: Office, outside: World, status: int) -> None:
        outside.answers["/push/old"] = (status, {})
        client = office.browser("林静")
        browser_at(f"{outside.url}/push/old").subscribe(client)
        remind(office, "林静")

        send_notices(NOON)
        news(office, "林静", 1)
        send_notices(NOON + MINUTE)

        assert len(outside.heard) == 1
        assert Device.objects.get().ended_at == NOON
        assert "已不再接收消息，请在那台设备上重新打开。" in text(client.get("/notices/settings/").content)

    def test_waits_as_a_busy_service_asks_and_goes_out_once(self, office: Office, outside: World) -> None:
        outside.answers["/push/1"] = (503, {})
        browser_at(f"{outside.url}/push/1").subscribe(office.browser("林静"))
        remind(office, "林静")
        send_notices(NOON)
        outside.answers.clear()

        send_notices(NOON + timedelta(seconds=59))
        send_notices(NOON + 2 * MINUTE)
        send_notices(NOON + 9 * MINUTE)

        assert len(outside.heard) == 2
        assert states("push") == [("sent", "200")]

    def test_sends_a_test_to_one_device_even_at_night(self, office: Office, outside: World) -> None:
        browser, client = browser_at(f"{outside.url}/push/1"), office.browser("林静")
        browser.subscribe(client)

        client.post(f"/notices/devices/{Device.objects.get().ref}/test/")
        send_notices(NOON + timedelta(hours=10))

        assert browser.read(outside.heard[0])["title"] == "测试消息"


class TestDevices:
    def test_are_the_own_and_not_those_of_whoever_had_the_phone_before(self, office: Office, outside: World) -> None:
        phone = browser_at(f"{outside.url}/push/1")
        phone.subscribe(office.browser("林静"))

        again = phone.subscribe(office.browser("李四"), again=True)
        remind(office, "林静")
        send_notices(NOON)

        assert (again, Device.objects.count(), outside.heard) == (410, 0, [])

    def test_take_messages_on_at_an_address_that_the_browser_renewed(self, office: Office, outside: World) -> None:
        client, old, new = office.browser("林静"), browser_at(f"{outside.url}/push/1"), browser_at(f"{outside.url}/push/2")
        old.subscribe(client)

        again = new.subscribe(client, again=True, was=old.endpoint)
        remind(office, "林静")
        send_notices(NOON)

        assert (again, Device.objects.count(), [one.path for one in outside.heard]) == (204, 1, ["/push/2"])
        assert new.read(outside.heard[0])["title"]

    def test_are_not_taken_over_by_naming_the_address_of_somebody_else(self, office: Office, outside: World) -> None:
        old, new = browser_at(f"{outside.url}/push/1"), browser_at(f"{outside.url}/push/2")
        old.subscribe(office.browser("林静"))

        assert (new.subscribe(office.browser("李四"), again=True, was=old.endpoint), Device.objects.count()) == (410, 0)

    def test_are_forgotten_at_sign_out(self, office: Office, outside: World) -> None:
        client = office.browser("林静")
        browser_at(f"{outside.url}/push/1").subscribe(client)
        browser_at(f"{outside.url}/push/2").subscribe(office.browser("林静"))

        client.post("/sign-out/")

        assert Device.objects.count() == 1

    @pytest.mark.parametrize(
        "endpoint", ["http://push.example.com/1", "javascript:alert(1)", "https://", "ftp://push.example.com", "https://x/" + "y" * 1000]
    )
    def test_refuse_what_is_no_push_address(self, office: Office, endpoint: str) -> None:
        assert browser_at(endpoint).subscribe(office.browser("林静")) == 422
        assert not Device.objects.exists()

    def test_never_lead_us_into_our_own_network(self, office: Office, outside: World, settings) -> None:
        browser_at(f"{outside.url}/trap").subscribe(office.browser("林静"))
        Device.objects.update(name="a trap")
        settings.ENVIRONMENT = type(settings.ENVIRONMENT)(address="https://hr.example.com")
        remind(office, "林静")

        send_notices(NOON)

        assert outside.heard == []
        assert states("push") == [("refused", "not_public")]


class TestApplications:
    @pytest.mark.parametrize(
        ("code", "server", "path", "where"),
        [
            ("wecom", "api", "/cgi-bin/message/send?access_token=t0ken", ("touser", "textcard")),
            ("dingtalk", "directory", "/topapi/message/corpconversation/asyncsend_v2?access_token=t0ken", ("userid_list", "msg")),
            ("feishu", "api", "/open-apis/im/v1/messages?receive_id_type=user_id", ("receive_id", "content")),
        ],
    )
    def test_are_told_first_and_alone(
        self, office: Office, outside: World, code: str, server: str, path: str, where: Sequence[str]
    ) -> None:
        account = office.accounts["林静"]
        use_application(code, outside, account, server)
        outside.answers[""] = (200, {"errcode": 0, "code": 0, "access_token": "t0ken", "tenant_access_token": "t0ken"})
        browser_at(f"{outside.url}/push/1").subscribe(office.browser("林静"))
        notice = remind(office, "林静")

        send_notices(NOON)

        (message,) = outside.at(path)
        said = json.dumps(message.told[where[1]], ensure_ascii=False)
        assert message.told[where[0]] == "lisi"
        assert f"/notices/{notice.ref}/" in said
        assert "李四" not in said
        assert outside.at("/push") == []

    def test_are_followed_by_push_where_they_know_nobody(self, office: Office, outside: World) -> None:
        use_application("wecom", outside, office.accounts["林静"], "api")
        outside.answers["/cgi-bin/gettoken"] = (200, {"errcode": 0, "access_token": "t"})
        outside.answers["/cgi-bin/message"] = (200, {"errcode": 81013})
        browser_at(f"{outside.url}/push/1").subscribe(office.browser("林静"))
        remind(office, "林静")

        send_notices(NOON)
        send_notices(NOON + MINUTE)

        assert (states("wecom"), states("push")) == ([("gone", "81013")], [("sent", "200")])


class TestMail:
    def test_holds_a_link_and_no_value_in_the_language_of_the_reader(self, office: Office) -> None:
        write_to(office, "林静", "lin@example.com")
        with mailbox() as (port, letters):
            use_mail(port)
            hours = {"quiet_from": NOON.time().replace(hour=20), "quiet_to": NOON.time().replace(hour=8)}
            prefer(**hours, wants_digest=False, off=[], language="en", by=office.viewer("林静"), at=NOON)
            notice = remind(office, "林静")
            send_notices(NOON)

        (letter,) = letters
        assert (letter["To"], letter["Subject"]) == ("lin@example.com", "A reminder")
        body = letter.get_content()
        assert f"/notices/{notice.ref}/" in body
        assert "李四" not in body
        assert "A date of yours is coming up." in body

    def test_is_the_last_way_and_its_refusal_is_shown(self, office: Office) -> None:
        write_to(office, "林静", "gone@example.com")
        with mailbox(refuses="gone@example.com") as (port, letters):
            use_mail(port)
            remind(office, "林静")
            send_notices(NOON)

        assert (letters, states("mail")) == ([], [("gone", "550")])


class TestGroups:
    def test_hear_news_of_the_company_each_in_its_robots_words(self, office: Office, outside: World) -> None:
        outside.answers[""] = (200, {"errcode": 0})
        for code in ("slack", "teams", "wecom_robot", "ding_robot", "feishu_robot"):
            robot = {"url": f"{outside.url}/{code}?key=1", "secret": "s" if code != "teams" else ""}
            save_channel(code=code, name="All hands", settings=robot, is_on=True, by=SYSTEM, at=NOON)

        told = [tell_groups(kind="company.open", key="1", by=SYSTEM, at=NOON) for _ in range(2)]
        send_notices(NOON)
        send_notices(NOON + MINUTE)

        assert told == [5, 0]
        assert sorted(one.path.partition("?")[0] for one in outside.heard) == [
            "/ding_robot", "/feishu_robot", "/slack", "/teams", "/wecom_robot"
        ]  # fmt: skip
        assert all("A survey is open for everybody" in one.body.decode() for one in outside.heard)

    @pytest.mark.parametrize("kind", ["tests.course", "mentoring.remind_next_week", "mentoring.remind_due", "never.offered"])
    def test_hear_nothing_about_a_person(self, office: Office, kind: str) -> None:
        with pytest.raises(UnknownKind):
            tell_groups(kind=kind, key="1", by=SYSTEM, at=NOON)

        assert not Sending.objects.exists()

    def test_never_get_what_somebody_was_told(self, office: Office, outside: World) -> None:
        save_channel(code="slack", name="All", settings={"url": f"{outside.url}/slack"}, is_on=True, by=SYSTEM, at=NOON)
        remind(office, "林静")

        send_notices(NOON)

        assert outside.heard == []


class TestWhen:
    def test_waits_over_the_weekend(self, office: Office, outside: World) -> None:
        browser_at(f"{outside.url}/push/1").subscribe(office.browser("林静"))
        evening = NOON + timedelta(hours=9)
        remind(office, "林静", at=evening)

        for at in (evening, evening + timedelta(hours=20), MONDAY - MINUTE):
            send_notices(at)
        before = len(outside.heard)
        send_notices(MONDAY)

        assert (before, len(outside.heard)) == (0, 1)

    def test_sends_three_a_day_beyond_duties_and_says_where_the_rest_is(self, office: Office, outside: World) -> None:
        browser_at(f"{outside.url}/push/1").subscribe(office.browser("李四"))
        news(office, "李四", 1, 2)
        send_notices(NOON)
        news(office, "李四", 3, 4, 5)
        remind(office, "李四")

        send_notices(NOON + MINUTE)

        assert len(outside.heard) == 4
        assert states("app") == [("kept", "cap")] * 2

    def test_gives_managers_one_digest_on_monday_at_half_past_nine(self, office: Office, outside: World) -> None:
        browser = browser_at(f"{outside.url}/push/1")
        browser.subscribe(office.browser("林静"))
        news(office, "林静", 1, 2, 3, 4, 5)

        send_notices(NOON)
        send_notices(MONDAY + 59 * MINUTE)
        before = len(outside.heard)
        send_notices(MONDAY + 60 * MINUTE)
        send_notices(MONDAY + 61 * MINUTE)

        assert before == 0
        assert [browser.read(one)["body"] for one in outside.heard] == ["最近有5条通知还没看，打开看看。"]

    def test_sends_nothing_that_was_read_meanwhile(self, office: Office, outside: World) -> None:
        browser_at(f"{outside.url}/push/1").subscribe(office.browser("林静"))
        notice = remind(office, "林静", at=NOON + timedelta(hours=9))
        send_notices(NOON + timedelta(hours=9))
        mark_read(ref=notice.ref, by=office.viewer("林静"), at=NOON + timedelta(hours=10))

        send_notices(MONDAY)

        assert (outside.heard, states("push")) == ([], [("dropped", "read")])

    def test_sends_nothing_to_whoever_left(self, office: Office, outside: World) -> None:
        browser_at(f"{outside.url}/push/1").subscribe(office.browser("林静"))
        remind(office, "林静")
        plan_what_was_told(by=SYSTEM, at=NOON)
        Account.objects.filter(pk=office.accounts["林静"].pk).update(is_active=False)

        send_notices(NOON)

        assert (outside.heard, states("push")) == ([], [("dropped", "over")])

    def test_says_in_the_log_that_no_way_is_set_up(self, office: Office) -> None:
        remind(office, "林静")

        send_notices(NOON)

        assert states("app") == [("kept", "no_way")]
        assert "没有设置发送渠道，留在应用里" in text(office.browser("林静").get("/notices/settings/").content)


class TestOnce:
    @pytest.mark.parametrize("order", list(permutations(("plan", "send", "late"))))
    def test_in_whatever_order_late_jobs_run(self, office: Office, outside: World, order: Sequence[str]) -> None:
        browser_at(f"{outside.url}/push/1").subscribe(office.browser("林静"))
        browser_at(f"{outside.url}/push/2").subscribe(office.browser("李四"))
        remind(office, "林静")
        remind(office, "李四")
        jobs = {
            "plan": lambda: plan_what_was_told(by=SYSTEM, at=NOON),
            "send": lambda: send_what_is_due(by=SYSTEM, at=NOON + MINUTE),
            "late": lambda: send_notices(NOON + 120 * MINUTE),
        }

        for name in (*order, *order):
            jobs[name]()

        assert sorted(one.path for one in outside.heard) == ["/push/1", "/push/2"]

    def test_after_a_worker_was_killed_with_messages_in_hand(self, office: Office, outside: World) -> None:
        write_to(office, "李四", "li@example.com")
        browser_at(f"{outside.url}/push/1").subscribe(office.browser("林静"))
        with mailbox() as (port, letters):
            use_mail(port)
            remind(office, "林静")
            remind(office, "李四")
            plan_what_was_told(by=SYSTEM, at=NOON)
            Sending.objects.update(state="sending", claimed_at=NOON, tries=1)  # what a killed worker leaves

            send_notices(NOON + MINUTE)
            early = len(outside.heard)
            for minutes in range(5, 12):
                send_notices(NOON + minutes * MINUTE)

        assert (early, len(outside.heard), letters) == (0, 1, [])
        assert (states("push"), states("mail")) == ([("sent", "200")], [("unclear", "cut_short")])
        assert LEASE == 5 * MINUTE

    def test_lays_aside_after_eight_tries_until_the_operator_tries_again(self, office: Office, outside: World) -> None:
        outside.answers["/push/1"] = (500, {})
        browser_at(f"{outside.url}/push/1").subscribe(office.browser("林静"))
        remind(office, "林静", at=MONDAY)
        send_notices(MONDAY)
        for minute in range(200):
            send_what_is_due(by=SYSTEM, at=MONDAY + minute * MINUTE)
        tried, page = len(outside.heard), office.browser("罗工").get("/company/channels/")
        outside.answers.clear()

        try_again(ref=Sending.objects.get().ref, by=office.viewer("罗工"), at=MONDAY + 200 * MINUTE)
        send_notices(MONDAY + 201 * MINUTE)

        assert (tried, len(outside.heard)) == (8, 9)
        assert "已搁置" in text(page.content)


class TestForgetting:
    def test_ends_after_ninety_days_and_what_waits_stays(self, office: Office) -> None:
        made = {"account": None, "channel": "slack", "target": "r", "due_at": NOON}
        for key, state, days in (("new", "sent", 90), ("old", "sent", 91), ("aside", "gone", 91), ("waits", "waiting", 91)):
            Sending.objects.create(key=f"g:{key}", state=state, day=NOON.date() - timedelta(days=days), **made)

        sweep_messages(NOON)

        assert sorted(Sending.objects.values_list("key", flat=True)) == ["g:new", "g:waits"]


class TestCost:
    def test_plans_many_with_as_many_queries_as_few(self, office: Office, django_assert_max_num_queries) -> None:
        for name in office.accounts:
            news(office, name, *range(10))

        with django_assert_max_num_queries(26):
            planned = plan_what_was_told(by=SYSTEM, at=NOON)

        assert planned == 70
