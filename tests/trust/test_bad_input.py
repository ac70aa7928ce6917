"""Bad input: a clear refusal with code, place and mend; the same on both databases; nothing half done."""

import base64
import hashlib
import hmac
import json
import threading

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from bole.accounts.actions import make_token
from bole.kit.clock import now
from bole.kit.middleware import filled
from bole.kit.models import KeptAnswer
from bole.values.viewer import SYSTEM
from bole.work.models import Connection, Delivery, Fact, Item
from bole.work.queries.sources import state_of
from tests.factories import make_company, make_connection, make_person, map_to
from tests.trust import hostile
from tests.trust.counted import counted, grown

pytestmark = [pytest.mark.django_db, pytest.mark.both]

SECRET = "a-secret-of-32-characters-at-least"
GOOD = hostile.facts()


@pytest.fixture
def link() -> Connection:
    """Return a connection in which lisi is known."""
    made = make_connection()
    map_to(made, "lisi", make_person(make_company(), "李四"))
    return made


def send(
    link: Connection, body: bytes, *, path: str = "/api/v1/facts", content_type: str = "application/json", key: str = ""
) -> HttpResponse:
    _, token = make_token(name="t", scopes=["facts.write"], connection_ref=link.ref, days=1, by=SYSTEM, at=now())
    headers = {"Authorization": f"Bearer {token}", "Accept-Language": "en"} | ({"Idempotency-Key": key} if key else {})
    # Named twice: the test client forgets the type of an empty body.
    return Client().post(path, body, content_type=content_type, headers=headers, CONTENT_TYPE=content_type)


def signed(vendor: str, body: bytes, secret: str = SECRET) -> dict[str, str]:
    """Return the headers that the tool sends with a body."""
    made = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return {
        "github": {"X-Hub-Signature-256": made, "X-GitHub-Event": "issues", "X-GitHub-Delivery": "d-1"},
        "jira": {"X-Hub-Signature": made},
        "delighted": {"X-Delighted-Webhook-Signature": made},
        "freshdesk": {"Authorization": "Basic " + base64.b64encode(f"bole:{secret}".encode()).decode()},
    }[vendor]


def call(ref: str, body: bytes, headers: dict[str, str], content_type: str = "application/json") -> HttpResponse:
    return Client().post(f"/hooks/{ref}/", body, content_type=content_type, headers={"Accept-Language": "en", **headers})


def is_clear(response: HttpResponse) -> bool:
    """Test if a refusal says what it is and, in the reader's words, what to do."""
    told = response.json()
    return set(told) >= {"code", "message", "where", "hint"} and bool(told["code"]) and bool(told["message"])


@pytest.mark.parametrize("vendor", ["bole", "people"])
def test_no_program_sends_as_bole_itself(vendor: str) -> None:
    own = make_connection(vendor)

    answer = send(own, GOOD)

    assert (answer.status_code, Item.objects.count()) == (403, 0)


class TestABodyThatCannotBeRead:
    @pytest.mark.parametrize("how", hostile.BROKEN)
    @pytest.mark.parametrize("path", ["/api/v1/facts", "/api/v1/items"])
    def test_is_refused_with_its_place_and_leaves_its_fate_alone(self, link: Connection, path: str, how: str) -> None:
        body, status, code = hostile.BROKEN[how]
        before = counted()

        response = send(link, body, path=path, key="k")

        assert (response.status_code, response.json()["code"]) == (status, code)
        assert is_clear(response)
        assert response.json()["hint"] != ""
        assert grown(before) == {"accounts.Token": 1, "work.Delivery": 1, "audit.Entry": 2}  # the token of this very call
        assert Delivery.objects.values_list("fate", "size").get() == ("refused", len(body))

    @pytest.mark.parametrize("how", hostile.BROKEN)
    @pytest.mark.parametrize("vendor", ["github", "freshdesk"])
    def test_leaves_the_fate_of_a_hook_and_nothing_else(self, vendor: str, how: str) -> None:
        link = make_connection(vendor)
        Connection.objects.filter(pk=link.pk).update(secret=SECRET)
        body, status, code = hostile.BROKEN[how]
        before = counted()

        response = call(link.ref, body, signed(vendor, body))

        assert (response.status_code, response.json()["code"]) == (status, code)
        assert grown(before) == {"work.Delivery": 1, "audit.Entry": 1}
        kept = Delivery.objects.get()
        assert (kept.fate, kept.size) == ("refused", len(body))
        assert kept.reason != ""


class TestABodyOfAnotherShape:
    @pytest.mark.parametrize("how", hostile.MISSHAPEN)
    def test_is_refused_as_a_whole(self, link: Connection, how: str) -> None:
        body, status, code = hostile.MISSHAPEN[how]

        response = send(link, body)

        assert (response.status_code, response.json()["code"], response.json()["where"]) == (status, code, "/facts")
        assert is_clear(response)
        assert Delivery.objects.values_list("fate", "where").get() == ("refused", "/facts")

    @pytest.mark.parametrize(
        "kind", ["text/plain", "application/x-www-form-urlencoded", "application/xml", "", "application/json; charset=gbk"]
    )
    def test_is_refused_if_it_does_not_say_json(self, link: Connection, kind: str) -> None:
        response = send(link, GOOD, content_type=kind)

        assert (response.status_code, response.json()["code"], response.json()["where"]) == (415, "not_json", "Content-Type")
        assert response.json()["hint"] == "Send the header “Content-Type: application/json”."
        assert Delivery.objects.values_list("fate", "where").get() == ("refused", "Content-Type")

    @pytest.mark.parametrize(
        "kind", ["application/json", "Application/JSON", "application/json; charset=utf-8", "application/json;charset=UTF-8"]
    )
    def test_is_taken_however_json_is_spelt(self, link: Connection, kind: str) -> None:
        assert send(link, GOOD, content_type=kind).status_code == 200

    @pytest.mark.parametrize("path", ["/api/v1/facts", "hook"])
    def test_of_eleven_megabytes_is_refused(self, link: Connection, path: str) -> None:
        body = b'{"facts":["' + b"x" * (11 * 2**20) + b'"]}'
        tool = make_connection("github")
        Connection.objects.filter(pk=tool.pk).update(secret=SECRET)

        response = call(tool.ref, body, signed("github", body)) if path == "hook" else send(link, body, path=path)

        assert (response.status_code, response.json()["code"]) == (413, "too_long")
        assert is_clear(response)
        assert not Item.objects.exists()
        assert Delivery.objects.values_list("fate", "size").get() == ("refused", len(body))


class TestAFactThatCannotBeTaken:
    @pytest.mark.parametrize("how", hostile.REFUSED_FACTS)
    def test_is_refused_with_code_and_place(self, link: Connection, how: str) -> None:
        body, code, where = hostile.REFUSED_FACTS[how]

        told = send(link, body).json()

        assert told["counts"] == {"refused": 1}
        assert (told["facts"][0]["fate"], told["facts"][0]["code"], told["facts"][0]["where"]) == ("refused", code, where)
        assert told["facts"][0]["message"] != ""
        assert (Item.objects.count(), Fact.objects.count()) == (0, 0)
        assert Delivery.objects.values_list("fate", "where").get() == ("refused", where)

    def test_keeps_none_of_the_others_back(self, link: Connection) -> None:
        good, bad = json.loads(GOOD)["facts"][0], json.loads(hostile.facts(id="f-2", value=-1))["facts"][0]

        told = send(link, json.dumps({"facts": [bad, good, bad]}).encode()).json()

        assert told["counts"] == {"refused": 2, "stored": 1}
        assert [one["fate"] for one in told["facts"]] == ["refused", "stored", "refused"]
        assert [one["where"] for one in told["facts"] if one["fate"] == "refused"] == ["/facts/0/value", "/facts/2/value"]
        assert (Item.objects.count(), Fact.objects.count()) == (1, 1)

    def test_is_counted_with_the_delivery_whose_source_is_not_well_then(self, link: Connection) -> None:
        good, bad = json.loads(GOOD)["facts"][0], json.loads(hostile.facts(id="f-2", value=-1))["facts"][0]

        send(link, json.dumps({"facts": [bad, good, bad]}).encode())

        kept, link = Delivery.objects.get(), Connection.objects.get(pk=link.pk)
        assert (kept.fate, kept.where, sum(kept.counts.values())) == ("stored", "/facts/0/value", 3)
        assert kept.counts["refused"] == 2
        assert filled(kept.reason, kept.facts) != ""
        assert state_of(link, at=kept.received_at) == "troubled"

    def test_tells_the_mend(self, link: Connection) -> None:
        told = send(link, hostile.facts(moment="2199-01-01T00:00:00Z")).json()["facts"][0]

        assert told["message"] == "“moment” lies in the future."
        assert told["hint"] == "Only a due day may lie ahead. Check the clock of the sending system; 5 minutes are tolerated."


class TestTheKeyOfARepetition:
    def test_gives_the_first_answer_again(self, link: Connection) -> None:
        first, again = send(link, GOOD, key="k-1").json(), send(link, GOOD, key="k-1").json()

        assert (first["repeat"], again["repeat"]) == (False, True)
        assert first["facts"] == again["facts"]
        assert (Item.objects.count(), Delivery.objects.count()) == (1, 1)

    def test_is_refused_with_another_body(self, link: Connection) -> None:
        send(link, GOOD, key="k-1")
        before = counted()

        response = send(link, hostile.facts(id="f-2"), key="k-1")

        assert (response.status_code, response.json()["code"], response.json()["where"]) == (422, "key_reused", "Idempotency-Key")
        assert grown(before) == {"accounts.Token": 1, "work.Delivery": 1, "audit.Entry": 2}

    def test_takes_another_body_once_the_first_is_forgotten(self, link: Connection) -> None:
        send(link, GOOD, key="daily")
        KeptAnswer.objects.all().delete()

        told = send(link, hostile.facts(id="f-2"), key="daily").json()

        assert told["counts"] == {"stored": 1}
        assert Item.objects.count() == 2

    def test_of_one_connection_says_nothing_to_another(self, link: Connection) -> None:
        other = make_connection(name="别的系统")
        send(link, GOOD, key="k-1")

        told = send(other, GOOD, key="k-1").json()

        assert (told["repeat"], told["counts"]) == (False, {"waiting": 1})

    @pytest.mark.parametrize("key", ["k" * 200, "'; --", "\x01", "é"])
    def test_may_be_any_text(self, link: Connection, key: str) -> None:
        assert [send(link, GOOD, key=key).json()["repeat"] for _ in range(2)] == [False, True]

    def test_may_not_be_endless(self, link: Connection) -> None:
        response = send(link, GOOD, key="k" * 201)

        assert (response.status_code, response.json()["code"]) == (422, "bad_key")
        assert not Item.objects.exists()


@pytest.mark.django_db(transaction=True)
class TestTheSameKeyAtOnce:
    def test_has_one_effect_and_one_answer(self, link: Connection) -> None:
        answers: list[tuple[int, list[object]]] = []
        gate = threading.Barrier(8)
        _, token = make_token(name="t", scopes=["facts.write"], connection_ref=link.ref, days=1, by=SYSTEM, at=now())
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "k-1"}

        def one() -> None:
            gate.wait(20)
            try:
                response = Client().post("/api/v1/facts", GOOD, content_type="application/json", headers=headers)
                answers.append((response.status_code, response.json()["facts"]))
            finally:
                connection.close()

        threads = [threading.Thread(target=one) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)

        assert answers == [(200, [{"id": "f-1", "fate": "stored"}])] * 8
        assert (Item.objects.count(), Fact.objects.filter(withdrawn_at=None).count(), Delivery.objects.count()) == (1, 1, 1)


class TestAHookOfNobody:
    @pytest.mark.parametrize("ref", ["nowhere", "222222222222", "a" * 300, "..", "%2e%2e%2f", "1", "'"])
    def test_is_an_unknown_address(self, ref: str) -> None:
        before = counted()

        response = call(ref, GOOD, signed("github", GOOD))

        assert (response.status_code, response.json()["code"]) == (404, "not_found")
        assert grown(before) == {}

    def test_is_answered_alike_for_a_connection_that_tokens_feed(self, link: Connection) -> None:
        ours, nobodys = call(link.ref, GOOD, signed("github", GOOD)), call("222222222222", GOOD, signed("github", GOOD))

        assert (ours.status_code, ours.content) == (nobodys.status_code, nobodys.content)
        assert not Delivery.objects.exists()
