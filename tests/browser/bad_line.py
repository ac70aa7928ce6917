"""A line between a phone and an installation that can be cut, and that loses messages: on the way there, or the answer on its way back."""

import random
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit


def _set() -> threading.Event:
    made = threading.Event()
    made.set()
    return made


@dataclass
class BadLine:
    """Passes on what it hears. `is_cut`: nothing comes through. `loss`: the share of sendings of entries that are lost.

    `is_free` is set on a good line; while it is not, pages wait on their way.
    """

    target: tuple[str, int]
    address: str = ""
    is_cut: bool = False
    loss: float = 0.0
    worker: str = ""  # given in place of the app's own worker
    lost_there: int = 0
    lost_back: int = 0
    carried: int = 0  # bytes to the phone
    _chance: random.Random = field(default_factory=lambda: random.Random(20261123))
    is_free: threading.Event = field(default_factory=_set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, phone: socket.socket) -> None:
        """Serve one connection: one request and its answer, then it is closed."""
        with suppress(OSError), phone:
            asked = _whole_request(phone)
            if not asked or self.is_cut:
                return
            if self.worker and asked.startswith(b"GET /sw.js"):
                phone.sendall(_as_worker(self.worker))
                return
            if b"sec-fetch-mode: navigate" in asked.lower():
                self.is_free.wait(30)
            fate = self._fate(asked)
            if fate == "there":
                return
            with socket.create_connection(self.target, timeout=20) as door:
                door.sendall(_closing(asked))
                if fate == "back":
                    _everything(door)  # the installation did it, and the phone never hears
                    return
                while piece := door.recv(65536):
                    if self.is_cut:
                        return
                    phone.sendall(piece)
                    self.carried += len(piece)

    def _fate(self, asked: bytes) -> str:
        if not self.loss or b"bole-queue" not in asked.split(b"\r\n\r\n", 1)[0].lower():
            return "through"
        with self._lock:
            if self._chance.random() >= self.loss:
                return "through"
            if self._chance.random() < 0.5:
                self.lost_there += 1
                return "there"
            self.lost_back += 1
            return "back"


@contextmanager
def bad_line(address: str) -> Iterator[BadLine]:
    """Lay a line before an installation, on a port of its own."""
    told = urlsplit(address)
    line = BadLine((told.hostname or "127.0.0.1", told.port or 80))
    with socket.create_server(("127.0.0.1", 0)) as ear:
        line.address = f"http://127.0.0.1:{ear.getsockname()[1]}"
        threading.Thread(target=_listen, args=(ear, line), daemon=True).start()
        yield line


def _listen(ear: socket.socket, line: BadLine) -> None:
    with suppress(OSError):
        while True:
            phone, _ = ear.accept()
            if line.is_cut:
                phone.close()
                continue
            threading.Thread(target=line.answer, args=(phone,), daemon=True).start()


def _whole_request(phone: socket.socket) -> bytes:
    heard = b""
    while b"\r\n\r\n" not in heard:
        piece = phone.recv(65536)
        if not piece:
            return b""
        heard += piece
    head, body = heard.split(b"\r\n\r\n", 1)
    told = [line.split(b":", 1)[1] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    while told and len(body) < int(told[0]):
        piece = phone.recv(65536)
        if not piece:
            return b""
        body += piece
    return head + b"\r\n\r\n" + body


def _closing(asked: bytes) -> bytes:
    """Return the request so that its connection ends with the answer."""
    head, body = asked.split(b"\r\n\r\n", 1)
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"connection:")]
    return b"\r\n".join([*lines, b"Connection: close"]) + b"\r\n\r\n" + body


def _everything(door: socket.socket) -> None:
    while door.recv(65536):
        pass


def _as_worker(text: str) -> bytes:
    body = text.encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return head.encode() + body
