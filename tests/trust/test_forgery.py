"""T19: whoever does not know a connection's secret gets nothing in, whatever else they know; and what is let in counts once."""

import base64
import hashlib
import hmac
import json
import random
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client

from bole.work.models import Connection, Delivery, Fact, Item
from bole.work.refusals import ConnectionOff
from tests.factories import make_connection
from tests.trust.counted import counted, grown

pytestmark = [pytest.mark.django_db, pytest.mark.both]

SECRET, OTHER = "a-secret-of-32-characters-at-least", "another-secret-of-32-characters-xx"
BODY = json.dumps({"action": "opened", "issue": {"number": 1}}).encode()
VENDORS = {
    "github": "X-Hub-Signature-256",
    "jira": "X-Hub-Signature",
    "delighted": "X-Delighted-Webhook-Signature",
    "freshdesk": "Authorization",
}


def connect(vendor: str, secret: str = SECRET) -> Connection:
    link = make_connection(vendor)
    Connection.objects.filter(pk=link.pk).update(secret=secret)
    return link


def mac(body: bytes, secret: str, algorithm: str = "sha256") -> str:
    return f"{algorithm}=" + hmac.new(secret.encode(), body, algorithm).hexdigest()


def basic(password: str, user: str = "bole") -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def post(link: Connection, body: bytes, headers: dict[str, str]) -> HttpResponse:
    return Client().post(f"/hooks/{link.ref}/", body, content_type="application/json", headers=headers)


# Ways to pretend, for tools that sign and for the one that knows a password.
SIGNED = {
    "nothing": lambda body: None, "empty": lambda body: "", "the scheme": lambda body: "sha256=",
    "another secret": lambda body: mac(body, OTHER), "no secret": lambda body: mac(body, ""),
    "sha1": lambda body: mac(body, SECRET, "sha1"), "sha512": lambda body: mac(body, SECRET, "sha512"),
    "another body": lambda body: mac(body + b" ", SECRET), "a hash": lambda body: "sha256=" + hashlib.sha256(body).hexdigest(),
    "the secret": lambda body: SECRET, "cut": lambda body: mac(body, SECRET)[:-1], "longer": lambda body: mac(body, SECRET) + "0",
    "capitals": lambda body: mac(body, SECRET).upper(), "twice": lambda body: f"{mac(body, SECRET)}, {mac(body, SECRET)}",
    "a password": lambda body: basic(SECRET), "zeros": lambda body: "sha256=" + "0" * 64, "null": lambda body: "null",
}  # fmt: skip
KNOWN = {
    "nothing": lambda body: None, "empty": lambda body: "", "the scheme": lambda body: "Basic", "another secret": lambda body: basic(OTHER),
    "no secret": lambda body: basic(""), "the user is the secret": lambda body: basic("", SECRET), "the secret": lambda body: SECRET,
    "bearer": lambda body: f"Bearer {SECRET}", "a signature": lambda body: mac(body, SECRET), "cut": lambda body: basic(SECRET[:-1]),
    "longer": lambda body: basic(SECRET + "x"), "not base64": lambda body: "Basic §§§", "base64 of bytes": lambda body: "Basic //79",
    "no colon": lambda body: "Basic " + base64.b64encode(SECRET.encode()).decode(), "null": lambda body: "null",
}  # fmt: skip
FORGERIES = [(vendor, how, make) for vendor in VENDORS for how, make in (KNOWN if vendor == "freshdesk" else SIGNED).items()]


class TestAForgedCall:
    @pytest.mark.parametrize(("vendor", "how", "make"), FORGERIES, ids=[f"{vendor}-{how}" for vendor, how, _ in FORGERIES])
    def test_gets_nothing_in_and_stays_visible(self, vendor: str, how: str, make) -> None:
        link, value = connect(vendor), make(BODY)
        before = counted()

        response = post(link, BODY, {VENDORS[vendor]: value} if value is not None else {})

        assert (response.status_code, response.json()["code"]) == (401, "wrong_signature")
        assert grown(before) == {"work.Delivery": 1, "audit.Entry": 1}
        assert Delivery.objects.values_list("fate", flat=True).get() == "refused"

    @pytest.mark.parametrize("vendor", VENDORS)
    def test_for_another_connection_of_the_tool_gets_nothing_in(self, vendor: str) -> None:
        ours, theirs = connect(vendor), connect(vendor, OTHER)
        right = basic(SECRET) if vendor == "freshdesk" else mac(BODY, SECRET)

        response = post(theirs, BODY, {VENDORS[vendor]: right})

        assert response.status_code == 401
        assert not Delivery.objects.filter(connection=ours).exists()

    @pytest.mark.parametrize("vendor", VENDORS)
    def test_gets_nothing_in_where_there_is_no_secret(self, vendor: str) -> None:
        link = connect(vendor, "")

        answers = [post(link, BODY, {VENDORS[vendor]: value}).status_code for value in (mac(BODY, ""), basic(""), "")]

        assert answers == [401, 401, 401]

    @pytest.mark.parametrize("vendor", VENDORS)
    def test_with_the_right_secret_is_let_in(self, vendor: str) -> None:
        right = basic(SECRET) if vendor == "freshdesk" else mac(BODY, SECRET)

        response = post(connect(vendor), BODY, {VENDORS[vendor]: right, "X-GitHub-Event": "ping"})

        assert response.json().get("code") != "wrong_signature"

    @pytest.mark.parametrize("method", ["get", "put", "patch", "delete", "options", "head"])
    def test_by_another_method_is_refused(self, method: str) -> None:
        link = connect("github")

        assert getattr(Client(), method)(f"/hooks/{link.ref}/").status_code == 405


class TestACallOfAConnectionThatIsOff:
    def test_gets_nothing_in_and_stays_visible(self) -> None:
        link = connect("github")
        Connection.objects.filter(pk=link.pk).update(is_on=False)

        response = post(link, BODY, {"X-Hub-Signature-256": mac(BODY, SECRET), "X-GitHub-Event": "ping"})

        assert (response.status_code, response.json()["code"]) == (409, "connection_off")
        assert not Item.objects.exists()
        assert Delivery.objects.values_list("fate", "reason").get() == ("refused", ConnectionOff.sentence)


def payloads(shared: Path, vendor: str) -> list[tuple[str, object]]:
    """Return real payloads of a tool, each with the name of its event."""
    folder = shared / "data" / "payloads" / f"{vendor}_webhook"
    return [(path.stem.rpartition("_")[0], json.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.json"))]


def call(link: Connection, vendor: str, event: str, payload: object, number: int) -> HttpResponse:
    body = json.dumps(payload).encode()
    right = basic(SECRET) if vendor == "freshdesk" else mac(body, SECRET)
    return post(link, body, {VENDORS[vendor]: right, "X-GitHub-Event": event, "X-GitHub-Delivery": f"d-{number}"})


WORSE = (
    None, True, 0, -1, 2**53, 1e30, "", " ", "x" * 3000, "\u202e", "9999-12-31T23:59:59Z", "0000-00-00", "2199-01-01T00:00:00Z",
    [], {}, [None], [[]], {"id": None}, "javascript:alert(1)", "a\nb", "😀" * 300,
)  # fmt: skip


def leaves(value: object, way: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """Return the ways to all values inside a payload."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, part in inner for found in ((*way, key), *leaves(part, (*way, key)))]


def put(value: object, way: tuple[object, ...], worse: object) -> object:
    """Return a copy of the payload with something worse in one place."""
    copied = json.loads(json.dumps(value))
    place = copied
    for key in way[:-1]:
        place = place[key]
    place[way[-1]] = worse
    return copied


@pytest.mark.parametrize("vendor", VENDORS)
class TestARealCall:
    def test_counts_once_however_often_it_comes(self, shared: Path, vendor: str) -> None:
        link, known = connect(vendor), payloads(shared, vendor)
        for n, (event, payload) in enumerate(known):
            call(link, vendor, event, payload, n)
        once = (Item.objects.count(), Fact.objects.count())

        for n, (event, payload) in enumerate(known):
            call(link, vendor, event, payload, n)

        assert (Item.objects.count(), Fact.objects.count()) == once

    @pytest.mark.parametrize("calls", [50, pytest.param(600, marks=pytest.mark.full)])
    def test_with_anything_wrong_in_it_is_taken_or_refused_and_never_a_fault(self, shared: Path, vendor: str, calls: int) -> None:
        rng, link, known = random.Random(20261123), connect(vendor), payloads(shared, vendor)
        faults = []
        for n in range(calls):
            event, payload = known[n % len(known)]
            way, worse = rng.choice(leaves(payload)), rng.choice(WORSE)
            before = Item.objects.count()
            response = call(link, vendor, event, put(payload, way, worse), n)
            if response.status_code >= 500 or (response.status_code >= 400 and Item.objects.count() != before):
                faults.append((event, way, worse, response.status_code))
        print(f"\nT10 {vendor}: calls={calls} faults={len(faults)}")
        assert faults == []
