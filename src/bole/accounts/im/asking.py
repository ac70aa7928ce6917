"""Walking through a provider's questions over the network."""

import json
from typing import TYPE_CHECKING

from bole.accounts.im.shape import Answer, Ask, Found, RefusedByProvider, Seat
from bole.accounts.im.vendors import PROVIDERS

if TYPE_CHECKING:
    import httpx

SECONDS = 5.0
MOST_BYTES = 64 * 1024


class SilentProvider(Exception):  # noqa: N818  (an answer, not an error)
    """The provider did not answer in time, or not in its own words."""


def who_signs_in(seat: Seat, *, code: str, back: str) -> Found:
    """Ask the provider whose code this is.

    :raises SilentProvider: if it does not answer
    :raises RefusedByProvider: if it refuses the code
    :raises NotAMember: if the person is not of this company
    """
    import httpx  # here: a fifth of a second, which no process should wait for before it can answer

    walk = PROVIDERS[seat.code].who(seat, code, back)
    with httpx.Client(timeout=SECONDS, follow_redirects=False) as client:
        ask = next(walk)
        while True:
            answer = _answer(client, ask)
            try:
                ask = walk.send(answer)
            except StopIteration as done:
                found: Found = done.value
                return found


def _answer(client: "httpx.Client", ask: Ask) -> Answer:
    import httpx

    try:
        if ask.body is None:
            response = client.get(ask.url, headers=dict(ask.headers))
        else:
            response = client.post(ask.url, json=dict(ask.body), headers=dict(ask.headers))
        told = json.loads(response.content[:MOST_BYTES])
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as broken:
        raise SilentProvider from broken
    if not isinstance(told, dict):
        raise SilentProvider
    if response.status_code >= 500:
        raise SilentProvider
    if response.status_code >= 300:
        raise RefusedByProvider(str(response.status_code))
    return told
