"""An entry that a phone sends: it is taken once, however often it comes; only what is really committed tells."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from bole.kit.jobs import sweep
from bole.kit.models import KeptEntry
from bole.kit.phone.marks import owner_of
from bole.scoring.models import SupportRequest
from tests.home.crew import FRIDAY, Crew, make_crew

pytestmark = pytest.mark.django_db(transaction=True)
KEY, OTHER = "0f6f7f86-0d9a-4b6e-9a42-0c8f0f7f8a11", "5b8c3f7e-5f0b-4f0e-8f5e-6a2f2c1d9b22"
ASK = "/performance/support/ask/"


def send(client: Client, crew: Crew, *, key: str = KEY, words: str = "需要评审人", owner: str = "") -> tuple[int, dict[str, str]]:
    """Send an entry as the phone's worker does; return status and answer."""
    headers = {"entry-key": key, "bole-queue": "1", "bole-owner": owner or owner_of(crew.viewer(crew.li))}
    answer = client.post(ASK, {"words": words}, headers=headers)
    return answer.status_code, json.loads(answer.content)


@pytest.fixture
def crew(transactional_db: None) -> Crew:
    """Make the crew for each test: what is committed cannot be taken back."""
    return make_crew()


@pytest.fixture
def phone(crew: Crew, client: Client) -> Client:
    """Return 李四's phone."""
    client.force_login(crew.account(crew.li))
    return client


class TestAnEntry:
    def test_is_taken_once(self, crew: Crew, phone: Client) -> None:
        answers = [send(phone, crew), send(phone, crew)]

        assert [(status, told["state"]) for status, told in answers] == [(200, "taken"), (200, "taken_before")]
        assert SupportRequest.objects.count() == 1

    def test_is_another_one_under_another_key(self, crew: Crew, phone: Client) -> None:
        send(phone, crew)
        send(phone, crew, key=OTHER)

        assert SupportRequest.objects.count() == 2

    def test_tells_what_the_page_would_have_said_and_says_it_no_more(self, crew: Crew, phone: Client) -> None:
        _, told = send(phone, crew)

        assert told["said"] == "已告诉林静。求助不影响评分。"
        assert "已告诉林静" not in phone.get("/me/").content.decode()

    def test_sent_again_by_its_page_goes_where_it_led(self, crew: Crew, phone: Client) -> None:
        send(phone, crew)

        answer = phone.post(f"{ASK}?entry={KEY}", {"words": "需要评审人"}, follow=True)

        assert answer.redirect_chain == [("/performance/", 302)]
        assert "这项已经提交过了，没有重复提交。" in answer.content.decode()
        assert SupportRequest.objects.count() == 1

    def test_that_was_refused_may_be_corrected_under_its_key(self, crew: Crew, phone: Client) -> None:
        refused = phone.post(f"{ASK}?entry={KEY}", {"words": " "})
        send(phone, crew)

        assert refused.status_code == 422
        assert SupportRequest.objects.get().words == "需要评审人"

    def test_is_never_sent_as_somebody_else(self, crew: Crew, phone: Client) -> None:
        phone.force_login(crew.account(crew.shen))

        status, told = send(phone, crew)

        assert (status, told["code"]) == (401, "session_over")
        assert not SupportRequest.objects.exists()

    def test_waits_for_a_sign_in(self, crew: Crew) -> None:
        status, told = send(Client(), crew)

        assert (status, told["code"]) == (401, "session_over")

    @pytest.mark.parametrize("key", ["x", "k" * 41, "../../etc/passwd--"])
    def test_is_refused_under_a_key_that_is_none(self, crew: Crew, phone: Client, key: str) -> None:
        status, told = send(phone, crew, key=key)

        assert (status, told["code"]) == (422, "bad_key")
        assert not SupportRequest.objects.exists()

    def test_leaves_its_key_and_its_day_and_nothing_that_was_written(self, crew: Crew, phone: Client) -> None:
        send(phone, crew)

        kept = KeptEntry.objects.values("who", "key", "address", "on").get()
        assert kept == {"who": owner_of(crew.viewer(crew.li)), "key": KEY, "address": "/performance/", "on": FRIDAY.date()}

    @pytest.mark.parametrize("days", [(40, 1), (41, 0)])
    def test_is_remembered_for_forty_days(self, crew: Crew, phone: Client, days: tuple[int, int]) -> None:
        send(phone, crew)

        sweep(FRIDAY + timedelta(days=days[0]))

        assert KeptEntry.objects.count() == days[1]
