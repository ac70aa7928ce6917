"""Live streams: a ticket opens for its own session alone, grants what was signed and no more, and ends with the session."""

import asyncio
import base64
import json
from datetime import timedelta

import pytest
import time_machine
from django.core import signing

from bole.kit import live
from bole.kit.announce import announce
from bole.kit.clock import now
from bole.kit.live import Hub, ticket
from tests.kit.happened import Happened

pytestmark = pytest.mark.django_db(transaction=True)

OWN, OTHER = "session-of-the-reader", "session-of-somebody-else"


class Listener:
    """A browser on the other end of a stream."""

    def __init__(self, query: str, *, session: str = OWN, alive: bool = True) -> None:
        self.scope = {
            "type": "http",
            "query_string": query.encode("utf-8", "surrogatepass"),
            "headers": [(b"cookie", f"sid={session}".encode())],
        }
        self.alive, self.sent, self.asked = alive, [], []

    def is_alive(self, session: str) -> bool:
        self.asked.append(session)
        return self.alive

    async def receive(self) -> dict[str, str]:
        await asyncio.sleep(0.3)
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, object]) -> None:
        self.sent.append(message)

    def listen(self, hub: Hub, *told: str) -> None:
        async def both() -> None:
            hub._loop = asyncio.get_running_loop()
            hub._loop.call_later(0.15, hub._tell, told)
            await live.stream(self.scope, self.receive, self.send, is_alive=self.is_alive)

        # The browser's driver leaves a loop behind in the main thread, if its walks came first in this process.
        left = asyncio._get_running_loop()
        asyncio._set_running_loop(None)
        try:
            asyncio.run(both())
        finally:
            asyncio._set_running_loop(left)

    @property
    def status(self) -> int:
        return self.sent[0]["status"]

    @property
    def names(self) -> list[str]:
        lines = [one["body"].decode() for one in self.sent[1:]]
        return [name for line in lines if line.startswith("data: ") for name in json.loads(line[6:])]


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Hub:
    """Return a hub that hears what the test tells it, not what the database says."""
    quiet = Hub()
    quiet._thread = object()
    monkeypatch.setattr(live, "HUB", quiet)
    return quiet


def asked_with(text: str) -> str:
    return f"t={text}"


class TestATicket:
    def test_opens_for_its_session_and_tells_the_names_it_grants(self, hub: Hub) -> None:
        reader = Listener(asked_with(ticket(["score:1", "support:1"], OWN)))

        reader.listen(hub, "score:1", "score:2", "support:1")

        assert (reader.status, reader.names) == (200, ["score:1", "support:1"])

    def test_opens_nothing_for_another_session(self, hub: Hub) -> None:
        thief = Listener(asked_with(ticket(["score:1"], OWN)), session=OTHER)

        thief.listen(hub, "score:1")

        assert (thief.status, thief.names, thief.asked) == (404, [], [])

    def test_opens_nothing_without_a_session(self, hub: Hub) -> None:
        nobody = Listener(asked_with(ticket(["score:1"], OWN)))
        nobody.scope["headers"] = []

        nobody.listen(hub, "score:1")

        assert (nobody.status, nobody.names) == (404, [])

    def test_opens_nothing_once_the_session_has_ended(self, hub: Hub) -> None:
        ended = Listener(asked_with(ticket(["score:1"], OWN)), alive=False)

        ended.listen(hub, "score:1")

        assert (ended.status, ended.names, ended.asked) == (404, [], [OWN])

    def test_dies_after_half_a_day(self, hub: Hub) -> None:
        with time_machine.travel(now() - timedelta(hours=12, minutes=1)):
            old = ticket(["score:1"], OWN)

        reader = Listener(asked_with(old))
        reader.listen(hub, "score:1")

        assert reader.status == 404

    def test_does_not_show_the_key_of_the_session(self) -> None:
        text = ticket(["score:1"] * 50 + [f"score:{n}" for n in range(50)], OWN)

        packed = text.split(":")[0].lstrip(".")
        opened = signing.loads(text, salt=live.SALT)

        assert OWN not in json.dumps(opened)
        assert OWN.encode() not in base64.urlsafe_b64decode(packed + "==")


FORGED = {
    "nothing": "",
    "no ticket": "t=",
    "free text": "t=score:1",
    "plain JSON": 't={"t":["score:1"],"s":""}',
    "unsigned": "t=" + base64.urlsafe_b64encode(b'{"t":["score:1"]}').decode(),
    "another salt": "t=" + signing.dumps({"t": ["score:1"], "s": live._mark(OWN)}, salt="other"),
    "another key": "t=" + signing.dumps({"t": ["score:1"], "s": live._mark(OWN)}, key="other", salt=live.SALT),
    "no UTF-8": "t=\udcff\udcfe",
    "percent signs": "t=%00%ff%",
    "a NUL": "t=\x00",
    "colons": "t=" + ":" * 5000,
    "two": "t=a&t=b",
}


@pytest.mark.parametrize("how", FORGED)
def test_a_forged_ticket_opens_nothing(hub: Hub, how: str) -> None:
    forger = Listener(FORGED[how])

    forger.listen(hub, "score:1")

    assert (forger.status, forger.names) == (404, [])


def test_topics_cannot_be_added_to_a_ticket(hub: Hub) -> None:
    body, *rest = ticket(["score:1"], OWN).split(":")
    told = json.loads(base64.urlsafe_b64decode(body + "=="))
    more = base64.urlsafe_b64encode(json.dumps({**told, "t": ["score:1", "score:2"]}).encode()).decode().rstrip("=")

    forger = Listener(asked_with(":".join([more, *rest])))
    forger.listen(hub, "score:2")

    assert forger.status == 404


class TestAStream:
    def test_tells_what_changed_while_the_page_was_on_its_way(self, hub: Hub) -> None:
        text = ticket(["score:1"], OWN)
        announce(Happened(1), at=now(), topics=["score:1", "score:2"])

        reader = Listener(asked_with(text))
        reader.listen(hub)

        assert reader.names == ["score:1"]

    def test_has_the_headers_of_every_answer(self, hub: Hub) -> None:
        reader, nobody = Listener(asked_with(ticket(["score:1"], OWN))), Listener("")
        reader.listen(hub)
        nobody.listen(hub)

        for answer in (reader.sent[0], nobody.sent[0]):
            headers = dict(answer["headers"])
            assert headers[b"x-content-type-options"] == b"nosniff"
            assert headers[b"cache-control"] == b"no-store"
            assert headers[b"content-security-policy"] == b"default-src 'none'"

    def test_leaves_nobody_in_the_hub(self, hub: Hub) -> None:
        reader = Listener(asked_with(ticket(["score:1"], OWN)))

        reader.listen(hub, "score:1")

        assert hub._queues == {}
