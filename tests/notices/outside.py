"""The world outside, on this machine: a push service that decrypts, servers of WeCom, DingTalk and Feishu, robots, and a mail server."""

import base64
import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import http_ece
from aiosmtpd.controller import Controller
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.test import Client


@dataclass
class Heard:
    """One request: where, with which headers, what."""

    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def told(self) -> dict[str, Any]:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass
class World:
    """Listens on this machine and answers as it was told to: by the start of the path, else 200 and {}."""

    heard: list[Heard] = field(default_factory=list)
    answers: dict[str, tuple[int, Mapping[str, Any]]] = field(default_factory=dict)
    url: str = ""

    def at(self, start: str) -> list[Heard]:
        """Return what was asked under a path."""
        return [one for one in self.heard if one.path.startswith(start)]


@contextmanager
def world() -> Iterator[World]:
    """Open the world."""
    held = World()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            held.heard.append(Heard(self.path, dict(self.headers), body))
            found = max((one for one in held.answers if self.path.startswith(one)), key=len, default="")
            status, told = held.answers.get(found, (200, {}))
            answer = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_POST  # noqa: N815  (the server's own name for it)

        def log_message(self, *_said: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    held.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield held
    server.shutdown()
    server.server_close()
    thread.join()


@dataclass
class Browser:
    """A browser that subscribed: it alone can read what is pushed to it."""

    key: ec.EllipticCurvePrivateKey
    secret: bytes
    endpoint: str

    def subscribe(
        self, client: Client, *, agent: str = "Mozilla/5.0 (Linux; Android 14) Chrome/130", again: bool = False, was: str = ""
    ) -> int:
        """Hand address and keys over, as the page does; return the status."""
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        told = {"endpoint": self.endpoint, "p256dh": spelled(point), "auth": spelled(self.secret)} | (
            {"again": "1", "was": was} if again else {}
        )
        return client.post("/notices/devices/", told, headers={"user-agent": agent}).status_code

    def read(self, heard: Heard) -> dict[str, str]:
        """Decrypt a message."""
        return json.loads(http_ece.decrypt(heard.body, private_key=self.key, auth_secret=self.secret, version="aes128gcm"))


def browser_at(url: str) -> Browser:
    """Return a browser whose push service listens there."""
    return Browser(ec.generate_private_key(ec.SECP256R1()), bytes(range(16)), url)


def spelled(raw: bytes) -> str:
    """Return bytes as browsers spell them."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@contextmanager
def mailbox(refuses: str = "") -> Iterator[tuple[int, list[Message]]]:
    """Open a mail server; yields its port and the letters that came."""
    letters: list[Message] = []

    class Handler:
        async def handle_RCPT(self, _server: object, _session: object, envelope: Any, address: str, _options: object) -> str:  # noqa: N802
            if address == refuses:
                return "550 no such mailbox"
            envelope.rcpt_tos.append(address)
            return "250 OK"

        async def handle_DATA(self, _server: object, _session: object, envelope: Any) -> str:  # noqa: N802
            letters.append(message_from_bytes(envelope.content, policy=default))
            return "250 OK"

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(Handler(), hostname="127.0.0.1", port=port)
    controller.start()
    yield port, letters
    controller.stop()
