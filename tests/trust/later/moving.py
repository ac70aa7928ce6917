"""Moving the company on: a form sent as its persona would, a later day, and what is looked at then."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from http.cookies import SimpleCookie

import time_machine
from django.core.cache import cache
from django.http import HttpResponse

from tests.trust.company import Firm
from tests.trust.expected import ADDRESSES
from tests.trust.play import address_of, ask, form_of, taken_back

# Who looks, and at what: an address, or the answer that a form got.
Look = tuple[str, str | HttpResponse]


def looks_of(story: Callable[[Firm], Iterator[Look]], firm: Firm) -> Iterator[tuple[str, str, HttpResponse]]:
    """Give who looks, where, and what is answered; what the story did is taken back in the end."""
    cache.clear()
    with taken_back():
        for persona, seen in story(firm):
            path = seen if isinstance(seen, str) else seen.wsgi_request.path
            answer = ask(firm, persona, "GET", path, {}) if isinstance(seen, str) else seen
            assert answer.status_code == 200, (persona, path, answer.status_code)
            yield persona, path, answer
    cache.clear()


def does(firm: Firm, persona: str, name: str, **told: object) -> HttpResponse:
    """Do something to 李四 or a thing of 李四's, with the form of the access tests; what is told stands instead of theirs."""
    address = ADDRESSES[name]
    return sends(firm, persona, address_of(firm, name, address, persona, "li"), **{**form_of(firm, address), **told})


def sends(firm: Firm, persona: str, path: str, **told: object) -> HttpResponse:
    """Send a form that is taken."""
    response = ask(firm, persona, "POST", path, told)
    assert response.status_code in {200, 302}, (persona, path, response.status_code, response.content.decode()[:2000])
    return response


def led(response: HttpResponse) -> str:
    """Return where an answer leads."""
    assert response.status_code == 302, response.status_code
    return response["Location"]


def all_at(firm: Firm, name: str, *personas: str) -> Iterator[Look]:
    """Let each of them look at the page of this name, of 李四's where it is of somebody."""
    for persona in personas:
        yield persona, address_of(firm, name, ADDRESSES[name], persona, "li")


@contextmanager
def on(firm: Firm, day: datetime) -> Iterator[datetime]:
    """Let a later day come; everybody signs in again, for no session lasts so long."""
    kept = dict(firm.cookies)
    with time_machine.travel(day, tick=True):
        for part in kept:
            browser = firm.browsers[part]
            browser.cookies = SimpleCookie()
            browser.force_login(firm.people[part].account)
            firm.cookies[part] = browser.cookies.output(header="", sep=";")
        yield day
    firm.cookies |= kept
