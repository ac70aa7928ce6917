"""What each persona can do on a phone of 360 px: pages of the play's company in a real browser, answered by the product itself.

No server stands between: pages come from the test client, so that company, day and sessions are those of the access tests, and the
table of who may do what is the same.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, Page, Route

from tests.trust.company import Firm
from tests.trust.expected import ADDRESSES, OK, PASSES
from tests.trust.play import address_of

PERSONAS = {
    "self": "employee", "mentor": "mentor", "manager": "manager", "partner": "HR partner", "hr_admin": "HR admin", "auditor": "auditor",
    "system_admin": "system admin",
}  # fmt: skip
WIDTH, HEIGHT, FINGER = 360, 780, 24
SITE = "http://bole.test"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/json"}
# What is called by a touch before its form shows is opened first: folded parts, dialogs, menus.
OPEN_ALL = "() => { for (const one of document.querySelectorAll('details, dialog')) one.setAttribute('open', ''); }"
# Which addresses the page sends to, and whether a finger can: a form by its buttons, one by one, as a button may have an address of its
# own; and what a script alone sends, a draft while one writes or a device that wants messages, by the field or button it hangs on.
FORMS = """([width, finger]) => {
  const fits = (one) => {
    const box = one.getBoundingClientRect();
    return box.width >= finger && box.height >= finger && box.left >= 0 && box.right <= width + 1;
  };
  const found = [];
  for (const form of document.querySelectorAll('form')) {
    if (form.method !== 'post') continue;
    const own = form.getAttribute('action') || location.pathname;
    const inside = form.querySelectorAll('button:not([type=button]), input[type=submit]');
    const buttons = [...inside, ...document.querySelectorAll(`[form="${form.id}"]`)];
    for (const one of buttons) if (!one.matches(':disabled')) found.push([one.getAttribute('formaction') || own, fits(one)]);
    if (!buttons.length) found.push([own, true]);
  }
  for (const one of document.querySelectorAll('[hx-post]:not(form)')) found.push([one.getAttribute('hx-post'), fits(one)]);
  for (const one of document.querySelectorAll('[data-push-url]')) {
    one.hidden = false;
    found.push([one.getAttribute('data-push-url'), fits(one.querySelector('button'))]);
  }
  return found;
}"""


def actions_of(persona: str) -> list[str]:
    """Return what the persona may do, by the table of the access tests: every change that would be let through."""
    found = [name for name, one in ADDRESSES.items() if any(who.get(persona) == PASSES for who in one.post.values())]
    return sorted(name for name in found if ADDRESSES[name].kind in {"page", "door"})


def pages_of(firm: Firm, persona: str) -> Iterator[str]:
    """Give the addresses of the pages that the persona may read, each once."""
    seen = set[str]()
    for name, one in ADDRESSES.items():
        for target, who in one.get.items():
            path = address_of(firm, name, one, persona, target)
            if one.kind == "page" and who.get(persona) == OK and path not in seen and "/part/" not in path:
                seen.add(path)
                yield path


@contextmanager
def phone_of(browser: Browser) -> Iterator[Page]:
    """Open a phone that asks nobody but us for styles."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, java_script_enabled=False)
    page = context.new_page()
    page.route(f"{SITE}/static/**", _answer_style)
    yield page
    context.close()


def shown_on(page: Page, path: str, response: HttpResponse) -> Mapping[str, bool]:
    """Return which actions a page offers, and whether a finger can send them without scrolling sideways."""
    if response.status_code != 200 or response.streaming or not response.get("Content-Type", "").startswith("text/html"):
        return {}
    # Asked here and not by the browser's own request: that would be answered beside the transaction in which the company stands.
    page.route(f"{SITE}{path}", lambda route: route.fulfill(status=200, body=response.content, content_type="text/html; charset=utf-8"))
    page.goto(f"{SITE}{path}", wait_until="load")
    page.unroute(f"{SITE}{path}")
    page.evaluate(OPEN_ALL)
    found: dict[str, bool] = {}
    for action, fits in page.evaluate(FORMS, [WIDTH, FINGER]):
        name = _name_of(urlsplit(action).path)
        if name:
            found[name] = found.get(name, False) or fits
    return found


def is_wide(page: Page) -> bool:
    """Test if the page has to be scrolled sideways."""
    return bool(page.evaluate("() => document.documentElement.scrollWidth > innerWidth + 1"))


def _name_of(path: str) -> str:
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""


def _answer_style(route: Route) -> None:
    """Answer with a style or a picture from its file; scripts are left out."""
    name = urlsplit(route.request.url).path.removeprefix("/static/")
    found = finders.find(name) or finders.find(re.sub(r"\.[0-9a-f]{8,}(?=\.)", "", name))
    if not isinstance(found, str) or Path(found).suffix == ".js":
        route.abort()
        return
    route.fulfill(status=200, body=Path(found).read_bytes(), content_type=TYPES.get(Path(found).suffix, "text/plain"))
