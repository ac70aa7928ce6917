"""The people of the demo and the work of a few, in a real database: what the rules promise is what the product shows."""

from dataclasses import replace
from datetime import date
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import resolve

from bole.accounts.actions import open_account
from bole.kit import clock
from bole.people.models import Person
from bole.people.queries import reports_of
from bole.reviews.queries.improvement import plans_for
from bole.sandbox.actions import make_demo_company, turn_clock, wish
from bole.sandbox.actions.accounts import open_accounts
from bole.sandbox.actions.closings import keep_the_weeks, score_the_present
from bole.sandbox.actions.deeds import viewer_of
from bole.sandbox.actions.improvement import keep_improving
from bole.sandbox.actions.people import hire_everybody
from bole.sandbox.actions.records import Sender, accounts_of, open_connections, send_morning
from bole.sandbox.actions.scoring import set_up_scoring
from bole.sandbox.actions.secrets import pulse_token
from bole.sandbox.dial import dial_path, keep_day, shift
from bole.sandbox.models import DemoState
from bole.sandbox.queries import account_of, sign_ins
from bole.sandbox.refusals import NotThatDay, RealPeople
from bole.sandbox.rules.days import Almanac, moment
from bole.sandbox.rules.history import History
from bole.sandbox.rules.morning import parted
from bole.sandbox.rules.personas import PERSONAS
from bole.sandbox.rules.tour import STOPS
from bole.scoring.models import LiveScore
from bole.scoring.queries import changes_of, headlines, lines_of
from bole.values.viewer import SYSTEM
from tests.factories import make_company, make_person
from tests.sandbox.told import EXAMPLE, told, written

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.sandbox.urls")]
AT = moment(EXAMPLE, 9.5)


@pytest.fixture
def in_a_demo(settings, monkeypatch, tmp_path):
    """Be a demo on loopback, with a data folder of its own."""
    settings.ENVIRONMENT = replace(
        settings.ENVIRONMENT, kind="demo", data=str(tmp_path), key_file=str(settings.ENVIRONMENT.folder / "keys" / "kek")
    )
    monkeypatch.setattr(clock, "_followed", [shift])
    return settings.ENVIRONMENT


@pytest.fixture
def people(in_a_demo):
    """Hire all 725, with the accounts of the personas."""
    plan = told(EXAMPLE).plan
    keys = hire_everybody(plan, at=AT)
    open_accounts(plan, keys, at=AT)
    DemoState.objects.create(anchor=EXAMPLE, today=EXAMPLE, seed=1, made_at=AT, is_ready=True)
    return keys


@pytest.fixture
def seats(in_a_demo):
    """Open the accounts alone: what the desk needs."""
    for one in PERSONAS:
        open_account(login=one.login, name=one.zh.partition("：")[0], password=None, by=SYSTEM, at=AT)
    return DemoState.objects.create(anchor=EXAMPLE, today=EXAMPLE, seed=1, made_at=AT, is_ready=True)


@pytest.fixture
def li_si_at_work(people):
    """Send Li Si's work, and nobody else's; score him."""
    demo = told(EXAMPLE)
    almanac = demo.plan.almanac
    set_up_scoring(almanac, at=moment(almanac.launch, 9))
    history = History(demo.plan, demo.clock, {})
    sender = Sender(open_connections(at=AT), accounts_of(history))
    for month in almanac.months[-3:]:
        for hand in written(EXAMPLE, "BL0471", month):
            for source, some in hand.items.items():
                known, since = parted(some, moment(EXAMPLE, 0))
                sender.send(source, known, name=month.code, at=moment(EXAMPLE, 0.1))
                history.morning[source] += since
    keep_the_weeks(almanac)
    send_morning(sender, history)
    score_the_present(almanac, at=AT)
    return people["BL0471"]


class TestThePeople:
    def test_lin_jing_leads_her_twelve_and_no_outsiders(self, people):
        reports = reports_of(people["BL0031"], EXAMPLE)

        assert len(reports) == 12
        assert people["BL0064"] in reports

    def test_every_persona_has_an_account_with_its_person(self, people):
        linked = set(Person.objects.exclude(account=None).values_list("number", flat=True))

        assert linked == {one.number for one in PERSONAS}
        assert len(sign_ins()) == len(PERSONAS)

    def test_real_people_are_never_mixed_with_it(self, in_a_demo):
        make_person(make_company(), "王小明")

        with pytest.raises(RealPeople):
            make_demo_company(say=print, day=EXAMPLE)

    def test_a_demo_that_is_there_is_not_made_twice(self, seats):
        make_demo_company(say=print, day=EXAMPLE)

        assert Person.objects.count() == 0


class TestLiSiInTheProduct:
    def test_stands_at_84_0_and_1_2_above_last_week(self, li_si_at_work):
        sheets = headlines([li_si_at_work], day=EXAMPLE)
        change = changes_of(sheets, lines_of([li_si_at_work], day=EXAMPLE))[li_si_at_work]

        assert sheets[li_si_at_work].score == 8400
        assert change.tenths == 12
        assert [move.code for move in change.why.moves[:2]] == ["task_completion", "satisfaction"]
        assert LiveScore.objects.get(person=li_si_at_work).period == "2026-11"


class TestFengLe:
    def test_is_in_the_seventh_of_twelve_weeks_on_time_and_better_for_four(self, people):
        keep_improving(told(EXAMPLE).clock, people)

        line = plans_for(viewer_of("manager", EXAMPLE), day=EXAMPLE).open[0]

        assert (line.person_id, line.week, line.weeks, line.is_on_time, line.better_for) == (people["BL0415"], 7, 12, True, 4)


class TestTheDesk:
    def test_shows_every_stop_and_every_seat(self, seats):
        page = Client().get("/demo/", headers={"accept-language": "zh-CN"}).content.decode()

        assert page.count("带我去看") == len(STOPS)
        assert all(one.zh.partition("：")[0] in page for one in PERSONAS)

    @pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.key)
    def test_a_stop_signs_in_and_leads_to_a_page_that_is_there(self, seats, stop):
        client = Client()

        answer = client.post("/demo/go/", {"stop": stop.key})

        assert unquote(answer.url) == stop.way(Almanac(EXAMPLE))
        assert resolve(answer.url.partition("?")[0])
        assert client.session["_auth_user_id"] == str(account_of(stop.persona).pk)

    @pytest.mark.parametrize("path", ["/demo/go/", "/demo/sit/", "/demo/day/", "/demo/ask/", "/demo/restore/", "/demo/pulse/"])
    def test_nothing_of_it_is_there_outside_a_demo(self, settings, path):
        settings.ENVIRONMENT = replace(settings.ENVIRONMENT, kind="production")

        assert Client().post(path, {"stop": "score", "persona": "employee", "day": "2026-11-24"}).status_code in {302, 404}

    def test_a_stop_that_does_not_exist_is_not_found(self, seats):
        assert Client().post("/demo/go/", {"stop": "nowhere"}).status_code == 404


class TestTheClock:
    def test_follows_the_dial_in_every_process(self, seats):
        turn_clock(day=date(2026, 12, 7), by=SYSTEM, at=AT)

        assert clock.today() == date(2026, 12, 7)
        assert dial_path().exists()

    def test_stands_on_its_day_again_at_the_next_start(self, seats):
        turn_clock(day=date(2026, 12, 7), by=SYSTEM, at=AT)
        dial_path().write_text("-3")  # some days later

        keep_day()

        assert clock.today() == date(2026, 12, 7)

    def test_goes_forward_only(self, seats):
        with pytest.raises(NotThatDay):
            turn_clock(day=date(2026, 11, 20), by=SYSTEM, at=AT)


class TestTheWishes:
    def test_are_handed_to_the_pulse_once(self, seats):
        wish(what="task", number="BL0471", by=SYSTEM, at=AT)
        client, headers = Client(), {"X-Demo-Pulse": pulse_token()}

        first = client.post("/demo/pulse/", "{}", content_type="application/json", headers=headers).json()

        assert first["wishes"] == [["task", "BL0471"]]
        assert client.post("/demo/pulse/", "{}", content_type="application/json", headers=headers).json()["wishes"] == []

    def test_are_told_to_nobody_else(self, seats):
        assert Client().post("/demo/pulse/", "{}", content_type="application/json").status_code == 404


@pytest.mark.full
def test_the_whole_company_is_made(in_a_demo):
    told_lines: list[str] = []

    make_demo_company(say=told_lines.append, day=EXAMPLE)

    state = DemoState.objects.get()
    assert state.is_ready
    assert state.items > 300_000
