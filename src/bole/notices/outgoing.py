"""Asking other machines: in few seconds, without redirects, and never a machine of our own network that a stranger named.

An address that a browser handed over is looked up once; all that it leads to must be public, and that very address is asked. Servers that
the operator wrote down are asked as they are.
"""

import ipaddress
import json
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

if TYPE_CHECKING:
    import httpx

SECONDS, SECONDS_TO_CONNECT = 5.0, 3.0
MOST_BYTES = 64 * 1024


class Unreachable(Exception):  # noqa: N818  (an answer, not an error)
    """Nobody answered, or nobody may be asked there; the code says which."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, what was asked for by `Retry-After`, and what was told, if it was JSON."""

    status: int
    retry_after: str
    told: Mapping[str, Any]


def ask(
    client: "httpx.Client",
    method: str,
    url: str,
    *,
    body: Mapping[str, object] | bytes | None = None,
    headers: Mapping[str, str] | None = None,
    is_named_by_stranger: bool = False,
    may_be_local: bool = False,
) -> Answer:
    """Ask once.

    :raises Unreachable: if nobody answers in time, or a stranger named a machine that is not public
    """
    import httpx  # here: a fifth of a second, which no process should wait for before it can answer

    given, sent = dict(headers or {}), {}
    extensions: dict[str, Any] = {}
    if is_named_by_stranger and not may_be_local:
        url, host = _pinned(url)
        given["Host"] = host
        extensions["sni_hostname"] = host.rpartition(":")[0] or host
    if isinstance(body, bytes):
        sent["content"] = body
    elif body is not None:
        given["Content-Type"] = "application/json"
        sent["content"] = json.dumps(body, ensure_ascii=False).encode()
    try:
        response = client.request(method, url, headers=given, extensions=extensions, **sent)  # type: ignore[arg-type]  # bytes
    except (httpx.HTTPError, httpx.InvalidURL) as broken:
        raise Unreachable(type(broken).__name__) from broken
    return Answer(response.status_code, response.headers.get("Retry-After", ""), _told(response))


def client() -> "httpx.Client":
    """Return what asks: no redirects, no proxy of the environment."""
    import httpx

    return httpx.Client(timeout=httpx.Timeout(SECONDS, connect=SECONDS_TO_CONNECT), follow_redirects=False, trust_env=False)


def _told(response: "httpx.Response") -> Mapping[str, Any]:
    try:
        found = json.loads(response.content[:MOST_BYTES])
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _pinned(url: str) -> tuple[str, str]:
    """Return the address with the machine's number in place of its name, and the name."""
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise Unreachable("not_public")
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
    except OSError as unknown:
        raise Unreachable("unknown_host") from unknown
    numbers = [ipaddress.ip_address(one[4][0]) for one in found]
    if not numbers or not all(_is_public(one) for one in numbers):
        raise Unreachable("not_public")
    first = f"[{numbers[0]}]" if numbers[0].version == 6 else str(numbers[0])
    place = f"{first}:{parts.port}" if parts.port else first
    host = f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname
    return urlunsplit((parts.scheme, place, parts.path, parts.query, "")), host


def _is_public(number: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    mapped = number.ipv4_mapped if isinstance(number, ipaddress.IPv6Address) else None
    return (mapped or number).is_global and not (mapped or number).is_multicast
