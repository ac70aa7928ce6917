"""T06: nothing changes by a form that was not sent from its own page, whoever is signed in."""

from http.cookies import SimpleCookie

import pytest
from django.conf import settings
from django.test import Client

from tests.trust.company import Firm
from tests.trust.expected import ADDRESSES, PASSES, SIGNED_IN, Address
from tests.trust.play import address_of, form_of, taken_back

pytestmark = pytest.mark.django_db

WRONG = "w" * 64
# How a form is sent that is not ours: headers, type of the body.
FORGED: dict[str, dict[str, object]] = {
    "no token": {},
    "a wrong token": {"headers": {"X-CSRFToken": WRONG}},
    "a wrong token in the form": {"more": {"csrfmiddlewaretoken": WRONG}},
    "another site": {"headers": {"Origin": "https://evil.example"}},
    "no site": {"headers": {"Origin": "null"}},
    "another site, by https": {"headers": {"Referer": "https://evil.example/x"}, "secure": True},
    "plain text": {"content_type": "text/plain"},
    "JSON": {"content_type": "application/json"},
    "another method in a header": {"headers": {"X-HTTP-Method-Override": "GET"}},
    "as if by htmx": {"headers": {"HX-Request": "true"}},
    "as if by a script": {"headers": {"X-Requested-With": "XMLHttpRequest"}},
}


def changing() -> dict[str, tuple[Address, str, str]]:
    """Return every address that changes something, with somebody who may and the target."""
    found = {}
    for name, address in ADDRESSES.items():
        for target, who in address.post.items():
            able = [one for one in SIGNED_IN if who.get(one) == PASSES]
            if able and address.kind in {"page", "public"}:
                found.setdefault(name, (address, able[-1], target))
    doors = {name: (one, "self", "") for name, one in ADDRESSES.items() if one.kind == "door"}
    return found | doors


def browser_of(firm: Firm, persona: str) -> Client:
    """Return a browser that is checked as a real one is."""
    client = Client(enforce_csrf_checks=True)
    client.cookies = SimpleCookie(firm.cookies[persona])
    client.cookies[settings.CSRF_COOKIE_NAME] = "c" * 32
    return client


@pytest.mark.parametrize("apart", [8, pytest.param(1, marks=pytest.mark.full)])
@pytest.mark.parametrize("how", FORGED)
def test_a_forged_form_changes_nothing(firm: Firm, how: str, apart: int) -> None:
    told = dict(FORGED[how])
    more, content_type = told.pop("more", {}), told.pop("content_type", None)
    accepted = []
    # Every eighth form for each way, others for the next: together the ways meet every form; all in the full run.
    forms = list(changing().items())[list(FORGED).index(how) % apart :: apart]
    for name, (address, persona, target) in forms:
        form = {**form_of(firm, address), **more}
        path = address_of(firm, name, address, persona, target)
        sent = {"data": str(form), "content_type": content_type} if content_type else {"data": form}
        with taken_back() as written:
            response = browser_of(firm, persona).post(path, **sent, **told)
        if response.status_code != 403 or written:
            accepted.append((name, response.status_code, written))
    print(f"\nT06 {how}: routes={len(forms)} accepted={len(accepted)}")
    assert accepted == []


def test_the_same_forms_pass_with_the_token_of_their_page(firm: Firm) -> None:
    refused, forms = [], changing()
    tokens = {one: str(browser_of(firm, one).get("/me/").context["csrf_token"]) for one in {persona for _, persona, _ in forms.values()}}
    for name, (address, persona, target) in forms.items():
        client = browser_of(firm, persona)
        path = address_of(firm, name, address, persona, target)
        with taken_back():
            response = client.post(path, {**form_of(firm, address), "csrfmiddlewaretoken": tokens[persona]})
        if response.status_code == 403:
            refused.append((name, response.status_code))
    assert refused == []
